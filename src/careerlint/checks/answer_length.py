"""FMT010: answers that are longer than their form allows, or use less than half of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from careerlint.checks.places import statement_at
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.outline import Section, index_or_none
from careerlint.model.pledges import pledge_start
from careerlint.model.rule import Rule
from careerlint.model.span import Span

Unit = Literal["letters", "bytes", "words"]

_N = r"(?P<{}>[1-9][0-9]?,[0-9]{{3}}|[0-9]{{2,5}})"
_TO = r"\s?(?:자|byte|바이트|words?|characters?)?\s?(?:[~∼〜–—-]|에서|부터|to|and)\s?"
_KOREAN = Expression(
    rf"(?:{_N.format('least')}{_TO})?(?P<before>최대|최소|약)?\s?{_N.format('most')}\s?(?P<unit>자|글자|byte|bytes|바이트)(?![가-힣]*소서)\s?(?:\([^)]{{0,12}}\)\s?)?(?P<after>이내|이하|까지|미만|내로|제한|내외|안팎|정도|가량|이상)?", re.IGNORECASE
)
_ENGLISH = Expression(
    rf"(?P<before>max(?:imum)?\.?(?:\sof)?:?|up to|no more than|not more than|at most|within|under|limit(?:ed to)?:?|fewer than|less than|at least|min(?:imum)?\.?(?:\sof)?:?|about|around|approximately|roughly|~|≤)?\s?"
    rf"(?:(?:between\s)?{_N.format('least')}{_TO})?{_N.format('most')}[\s-]?(?P<unit>words?|characters?|chars?|bytes?)\b\.?,?\s?(?P<after>max(?:imum)?|min(?:imum)?|or less|or fewer|or more|limit|at most|at least)?",
    re.IGNORECASE,
)
_NAMED = Expression(
    r"(?P<before>(?P<unit>word|character|byte)s?\s(?:limit|count|maximum|max)|글자\s?수\s?(?:제한)?)\s?[:：(]?\s?(?P<least>(?!))?(?P<most>[1-9][0-9]?,[0-9]{3}|[0-9]{2,5})(?P<after>\b)(?!\s?자)", re.IGNORECASE
)
_DIGITS = Expression(r"[0-9]{2}|[0-9],[0-9]")
"""Stands in every limit, which most words don't."""
_WITHOUT_SPACES = Expression(r"공백\s?(?:을\s?)?(?:제외|미포함|불포함|없이|빼고)|띄어쓰기\s?(?:제외|미포함)|(?:excluding|without|not (?:counting|including)|no)\s(?:white\s?)?spaces", re.IGNORECASE)
_SPACES = Expression(r"^,?\s?(?:including|excluding|with|without|incl\.?|excl\.?)\s(?:the\s)?(?:white\s?)?spaces", re.IGNORECASE)
_REQUEST = Expression(r"시오|세요|십시오|바랍니다|까\s?[.?]|\?|지원\s?동기|포부|경험을|본인|자신|\b(?:describe|introduce|tell us|explain|why|what|how|your?|motivation)\b", re.IGNORECASE)
_REMARK = Expression(r"[(\[]|(?:please\s)?(?:answer|reply|limit|max|up to|(?:use )?no more|at most|write|(?:with)?in|keep)\b|(?:공백|최대|최소|분량|글자)", re.IGNORECASE)
"""How the last remark of a prompt begins that says how long the answer may be."""
_LIMIT_ALONE = 60
_LONGEST_PROMPT = 300
_BLANK = Expression(r"\s*")
_ABOUT = 1.1
_SMALLEST, _FEWEST_WORDS, _LARGEST = 30, 20, 20_000


@dataclass(frozen=True, slots=True)
class Limit:
    """What a form allows: `least` and `most` in `unit`, 0 where it names none; `spaces` says that spaces count.

    A `bare` limit is a number without a word that makes it one ("500 words").
    """

    least: int
    most: int
    unit: Unit
    spaces: bool = True
    about: bool = False
    bare: bool = False
    span: tuple[int, int] = (0, 0)


def find_answer_lengths(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """Every answer that does not fit the limit of its prompt; the count is in the message."""
    prompts = sorted((*_headings(evidence), *_lines(evidence)), key=lambda prompt: prompt.span)
    starts = [prompt.span.start for prompt in prompts]
    for prompt in prompts:
        place = bisect_right(starts, prompt.span.start)
        following = starts[place] if place < len(starts) else prompt.end
        answer = evidence.document.text[prompt.start : min(prompt.end, max(following, prompt.start))]
        answer = answer[: pledge_start(answer)]
        fewest, most = counts(answer, prompt.limit)
        verdict = judge_length(fewest, most, prompt.limit)
        if most and verdict:
            values = {"match": evidence.document.words(prompt.span), **_told(fewest, prompt.limit, verdict)}
            yield Hit(prompt.span, statement_at(evidence, prompt.span), index_or_none(prompt.entry), values=values, variant=_variant(prompt.limit, verdict))


@dataclass(frozen=True, slots=True)
class _Prompt:
    """A form's question with its limit; the answer stands from `start` to `end` at most."""

    span: Span
    limit: Limit
    start: int
    end: int
    entry: int


def _headings(evidence: Evidence) -> Iterator[_Prompt]:
    for index, section in enumerate(evidence.outline.sections):
        if section.title is None:
            continue
        limit, start = limit_of(evidence.document.words(section.title)), section.title.end
        if limit is None:
            limit, start = _limit_below(evidence, section)
        if limit is not None and _asks(evidence, section, limit):
            yield _Prompt(section.title, limit, start, _end_of_answer(evidence, index), section.entry)


def _lines(evidence: Evidence) -> Iterator[_Prompt]:
    """Questions that stand in a paragraph of their own."""
    titles = {section.title for section in evidence.outline.sections}
    for index, statement in enumerate(evidence.outline.statements):
        if evidence.claims[index].author != "form" or statement.block.span in titles or statement.form != "prose" or len(statement.block.span) > _LONGEST_PROMPT:
            continue
        words = evidence.text(index)
        limit = limit_of(words) if "\n" not in words else None
        if limit is None and words.endswith((".", "?", "!")):
            # "Tell us about a problem you solved. (250 words maximum)"
            limit = _limit_behind(evidence, index)
        if limit is not None:
            section = evidence.outline.sections[statement.section]
            end = max(section.span.end, statement.block.span.end)
            yield _Prompt(statement.span, limit, statement.block.span.end, end, statement.entry)


def _limit_behind(evidence: Evidence, index: int) -> Limit | None:
    """The limit that stands alone as the last remark of the prompt's own paragraph."""
    statements = evidence.outline.statements
    if index + 1 >= len(statements) or statements[index + 1].block is not statements[index].block:
        return None
    words = evidence.text(index + 1).strip()
    last = index + 2 >= len(statements) or statements[index + 2].block is not statements[index].block
    return limit_of(words) if last and len(words) <= _LIMIT_ALONE and _REMARK.match(words) else None


def limit_of(prompt: str) -> Limit | None:
    """The limit that a prompt states, if it states one."""
    if not _DIGITS.search(prompt):
        return None
    found = _KOREAN.search(prompt) or _ENGLISH.search(prompt) or _NAMED.search(prompt)
    if found is None:
        return None
    most, least = _value(found["most"]), _value(found["least"] or "0")
    if found.re is _ENGLISH.compiled() and not (found["before"] or found["after"] or found["least"]) and not _stands_apart(prompt, found):
        return None
    word, before, after = (found["unit"] or "").lower(), (found["before"] or "").lower(), (found["after"] or "").lower()
    unit: Unit = "words" if word.startswith("word") else "bytes" if word.startswith(("byte", "바이트")) else "letters"
    if before.startswith(("최소", "at least", "min")) or after in ("이상", "or more", "at least") or after.startswith("min"):
        least, most = most, 0
        more = limit_of(prompt[found.end() :])
        most = more.most if more is not None and more.most > least else 0
    if not (_FEWEST_WORDS if unit == "words" else _SMALLEST) <= max(most, least) <= _LARGEST:
        return None
    about = before in ("약", "about", "around", "approximately", "roughly", "~") or after in ("내외", "안팎", "정도", "가량")
    bare = not (before or after or least)
    return Limit(least, most, unit, not _WITHOUT_SPACES.search(prompt), about, bare, found.span())


def _stands_apart(prompt: str, found: re.Match[str]) -> bool:
    """Whether a bare "200 words" is a remark of its own: in brackets, or after a full stop at the end."""
    before, after = prompt[: found.start()].rstrip(), _SPACES.sub("", prompt[found.end() :].lstrip())
    return (not before or before[-1] in "([.?!:,;–—-") and (not after or after[0] in ")].,;")


def counts(answer: str, limit: Limit) -> tuple[int, int]:
    """How long an answer is, at least and at most: forms differ in whether a line end counts, and a syllable has 2 or 3 bytes."""
    lines = [" ".join(line.split()) for line in answer.strip().split("\n")]
    lines = [line for line in lines if line]
    text = "".join(lines)
    if limit.unit == "words":
        count = sum(any(map(str.isalnum, word)) for line in lines for word in line.split())
        return count, count
    if not limit.spaces:
        text = "".join(text.split())
        return (_bytes(text, 2), _bytes(text, 3)) if limit.unit == "bytes" else (len(text), len(text))
    ends = max(len(lines) - 1, 0)
    return (_bytes(text, 2), _bytes(text, 3) + 2 * ends) if limit.unit == "bytes" else (len(text), len(text) + ends)


def judge_length(fewest: int, most: int, limit: Limit) -> Literal["long", "short", ""]:
    """Whether an answer is too long or too short however one counts."""
    if limit.most and fewest > limit.most * (_ABOUT if limit.about else 1):
        return "long"
    if most < (limit.least or limit.most / 2):
        return "short"
    return ""


def _asks(evidence: Evidence, section: Section, limit: Limit) -> bool:
    """Whether the heading is a form's: it asks, or stands in a letter and says how long the answer may be."""
    words = evidence.document.words(section.title) if section.title is not None else ""
    if _REQUEST.search(words):
        return evidence.outline.parts[section.part].kind == "cover-letter" or section.kind in ("prompt", "letter", "summary") or not limit.bare
    kind = evidence.outline.parts[section.part].kind
    answer = section.entry >= 0 and evidence.outline.entries[section.entry].kind == "answer"
    return section.kind == "letter" or ((kind == "cover-letter" or answer) and (section.kind == "prompt" or not limit.bare))


def _limit_below(evidence: Evidence, section: Section) -> tuple[Limit | None, int]:
    """A limit on a line of its own under the heading, and where the answer starts."""
    title = section.title
    if title is None:
        return None, 0
    text = evidence.document.text
    blank = _BLANK.match(text, title.end)
    start = blank.end() if blank else title.end
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)].strip()
    limit = limit_of(line) if len(line) <= _LIMIT_ALONE else None
    if limit is None or sum(map(str.isalpha, line[: limit.span[0]] + line[limit.span[1] :])) > _LIMIT_ALONE // 3:
        return None, 0
    return limit, start + len(line)


def _end_of_answer(evidence: Evidence, index: int) -> int:
    """Where the next prompt or heading as high begins: subtitles belong to the answer."""
    sections = evidence.outline.sections
    here = sections[index]
    for section in sections[index + 1 :]:
        if section.title is None:
            continue
        if section.level <= here.level or section.part != here.part or section.kind == "prompt" or limit_of(evidence.document.words(section.title)):
            return section.title.start
    return evidence.outline.parts[here.part].span.end


def _value(digits: str) -> int:
    return int(digits.replace(",", ""))


def _bytes(text: str, size: int) -> int:
    return sum(1 if character.isascii() else size for character in text)


def _variant(limit: Limit, verdict: str) -> str:
    if verdict == "long":
        return "over"
    return "short" if limit.least else "half"


def _told(count: int, limit: Limit, verdict: str) -> dict[str, str]:
    korean = {"letters": "자", "bytes": "바이트", "words": "단어"}[limit.unit]
    english = {"letters": "characters", "bytes": "bytes", "words": "words"}[limit.unit]
    note = {"letters": ("", "") if limit.spaces else ("(공백 제외)", " without spaces"), "bytes": ("(한글 2바이트)", " (2 for a Korean letter)"), "words": ("", "")}[limit.unit]
    bound = limit.most if verdict == "long" else limit.least or limit.most
    return {
        "count.ko": f"{count:,}{korean}{note[0]}", "count.en": f"{count:,} {english}{note[1]}",
        "limit.ko": f"{bound:,}{korean}", "limit.en": f"{bound:,} {english}",
    }
