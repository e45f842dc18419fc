"""Variants of an example that mean the same: other spaces, endings, letters, bullets, marks and line ends."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Callable, Iterator, Mapping

Variant = Callable[[str], str]
"""Takes an example with its `[[ ]]` and gives it in another form, or unchanged where the form does not apply."""

_FULL_WIDTH = str.maketrans({",": "，", "(": "（", ")": "）", ":": "：", "~": "～"})
_CONTRACTIONS = (
    ("did not", "didn't"), ("could not", "couldn't"), ("was not", "wasn't"), ("were not", "weren't"), ("does not", "doesn't"),
    ("do not", "don't"), ("would not", "wouldn't"), ("has not", "hasn't"), ("have not", "haven't"), ("is not", "isn't"), ("cannot", "can't"),
)
_ENDINGS = (("했습니다", "했다"), ("였습니다", "였다"), ("됐습니다", "됐다"), ("었습니다", "었다"), ("았습니다", "았다"), ("했다", "했음"), ("했어요", "했습니다"))


def is_one_statement(example: str) -> bool:
    """Whether the example is one line of prose or one bullet, without a heading, table or code."""
    return "\n" not in example.strip() and not re.match(r"\s*(?:#|\||>|`|<!--|\d+[.)]|\*\*)", example)


def _body(example: str) -> tuple[str, str]:
    """The bullet, if any, and the words behind it."""
    match = re.match(r"\s*(?:[-*•]\s+)?", example)
    end = match.end() if match else 0
    return example[:end], example[end:]


def decompose(example: str) -> str:
    return unicodedata.normalize("NFD", example)


def widen_punctuation(example: str) -> str:
    if not re.search("[가-힣]", example) or "](" in example:
        return example
    # A number's own comma or colon is no punctuation.
    return re.sub(r"(?<!\d)[,():~](?!\d)", lambda match: match[0].translate(_FULL_WIDTH), example)


def change_bullet(example: str) -> str:
    bullet, body = _body(example)
    return f"• {body}" if bullet.strip() else example


def add_bullet(example: str) -> str:
    bullet, body = _body(example)
    return example if bullet.strip() else f"- {body}"


def add_emoji(example: str) -> str:
    bullet, body = _body(example)
    return f"{bullet}🚀 {body}"


def change_last_mark(example: str) -> str:
    stripped = example.rstrip()
    if stripped.endswith("."):
        return stripped[:-1]
    if stripped.endswith(".]]"):
        return stripped[:-3] + "]]"
    return stripped if stripped.endswith(("!", "?", ":", ")")) else stripped + "."


def embolden(example: str) -> str:
    if "[[" in example:
        return example.replace("[[", "**[[").replace("]]", "]]**")
    bullet, body = _body(example)
    first, blank, rest = body.partition(" ")
    return f"{bullet}**{first}**{blank}{rest}" if blank and first.isalnum() else example


def double_spaces(example: str) -> str:
    bullet, body = _body(example)
    return bullet + body.replace(" ", "  ", 1)


def wrap_line(example: str) -> str:
    bullet, body = _body(example)
    # A shorter line was ended on purpose: that is how the outline tells lines from wrapped sentences.
    words = body.split(" ")
    middle = next((place for place in range(2, len(words) - 1) if len(" ".join(words[:place]).replace("[[", "")) >= 36), 0)
    if not middle:
        return example
    indent = "  " if bullet.strip() else ""
    # A line that begins with a mark would begin a list or heading.
    if not re.match(r"\w|\[\[\w", words[middle]) or re.match(r"(?:\[\[)?\d+[.)]", words[middle]):
        return example
    return bullet + " ".join(words[:middle]) + f"\n{indent}" + " ".join(words[middle:])


def contract(example: str) -> str:
    for long, short in _CONTRACTIONS:
        # "is nothing" holds "is not" and is none.
        if re.search(rf"{long}\b", example):
            return re.sub(rf"{long}\b", short, example, count=1)
        if short in example:
            return example.replace(short, long, 1)
    return example


def curl_apostrophe(example: str) -> str:
    return re.sub(r"(?<=[a-z])'(?=[a-z])", "’", example)


def change_ending(example: str) -> str:
    for ending, other in _ENDINGS:
        if example.rstrip(" .]").endswith(ending):
            head, _, tail = example.rpartition(ending)
            return head + other + tail
    return example


_DATES = {
    "ko": ("2023년 3월, ", "2024.07 - ", "[2024.07] ", "(2024.08) ", "2023.05 ~ 2023.07 ", "(2024-05-01) ", "3주차: ", "2024년 상반기: ", "2023년 3월부터 5월까지 ", "2023.05 ~ 현재: "),
    "en": ("In March 2023, ", "2024.07 - ", "[2024.07] ", "Jun 2024 | ", "2023.05 ~ 2023.07: ", "(2024-05-01) ", "Day 2: ", "Q3 2024: ", "May 2023 – Present: ", "In 2023, "),
}
_DATED = {
    "ko": (" (2023.05)", " | 2023.05", " (2023년 3월)", " (v1.2.3)", " (DESK-231)", " (2023)", " [2023-05-01]"),
    "en": (" (2023.05)", ", March 2023", " in 2023", " (June 2023)", " | 2023.05", " (v1.2.3)", ", ticket #231", " (2023)", " [2023-05-01]"),
}


def _chosen(among: Mapping[str, tuple[str, ...]], example: str) -> str:
    """One of several forms, always the same one for an example: all of them for each would take hours."""
    forms = among["ko" if re.search("[가-힣]", example) else "en"]
    return forms[zlib.crc32(example.encode()) % len(forms)]


def date_in_front(example: str) -> str:
    bullet, body = _body(example)
    date = _chosen(_DATES, example)
    inside = body.replace("[[", "", 1)
    # Behind "In March 2023," a sentence goes on in small letters, unless it begins with a name.
    first = inside[:1].lower() if date.startswith("In ") and inside[1:2].islower() else inside[:1]
    return bullet + date + body.replace(inside, first + inside[1:], 1) if bullet.strip() else example


def date_behind(example: str) -> str:
    bullet, body = _body(example)
    end = re.search(r"[.!?]*(?:\]\])?[.!?]*\s*$", body)
    return f"{bullet}{body[: end.start()]}{_chosen(_DATED, example)}{end[0]}" if bullet.strip() and end else example


VARIANTS: dict[str, Variant] = {
    "decomposed letters": decompose, "full-width punctuation": widen_punctuation, "another bullet": change_bullet, "a bullet in front": add_bullet,
    "an emoji in front": add_emoji, "another last mark": change_last_mark, "bold words": embolden, "two spaces": double_spaces,
    "a line end in the middle": wrap_line, "contraction": contract, "curly apostrophe": curl_apostrophe, "another ending": change_ending,
}
DATED_VARIANTS: dict[str, Variant] = {"a date in front": date_in_front, "a date behind": date_behind}
"""Only for what is claimed: a blank, a heading or a period of its own is another one beside a date."""


def variants_of(example: str, *, claim: bool = False) -> Iterator[tuple[str, str]]:
    """Name and text of every variant that differs from the example, for a claim also with a date; only one-statement examples have any."""
    if not is_one_statement(example):
        return
    for name, change in (VARIANTS | DATED_VARIANTS if claim else VARIANTS).items():
        changed = change(example)
        if changed != example:
            yield name, changed
