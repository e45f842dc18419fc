"""Variants of an example that mean the same: other spaces, endings, letters, bullets, marks and line ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

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


VARIANTS: dict[str, Variant] = {
    "decomposed letters": decompose, "full-width punctuation": widen_punctuation, "another bullet": change_bullet, "a bullet in front": add_bullet,
    "an emoji in front": add_emoji, "another last mark": change_last_mark, "bold words": embolden, "two spaces": double_spaces,
    "a line end in the middle": wrap_line, "contraction": contract, "curly apostrophe": curl_apostrophe, "another ending": change_ending,
}


def variants_of(example: str) -> Iterator[tuple[str, str]]:
    """Name and text of every variant that differs from the example; only one-statement examples have any."""
    if not is_one_statement(example):
        return
    for name, change in VARIANTS.items():
        changed = change(example)
        if changed != example:
            yield name, changed
