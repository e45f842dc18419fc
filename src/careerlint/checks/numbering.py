"""FMT012: two headings of one level under one parent with the same number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from careerlint.checks.places import statement_at
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.outline import index_or_none
from careerlint.model.rule import Rule

_NUMBER = Expression(
    r"[\s#*_>【\[(]{0,4}(?P<word>(?:step|part|phase|chapter|section|project|question|q|task|experiment|exercise|module|lesson|case|appendix|제|문항|질문|프로젝트|실험|단계|과제|사례)\s?#?(?=[0-9]))?(?P<number>[0-9]{1,2}(?:[.-][0-9]{1,2}){0,3})(?P<end>\s?(?:[.)\]】:]|장|단계|번째)(?![0-9])|(?=\s))\s*(?P<rest>\S.*)?",
    re.IGNORECASE,
)
_CIRCLED = Expression(r"\s*(?P<number>[①-⑳])")
_PERIOD = Expression(r"[~∼–—-]\s?(?:[0-9]|현재|present|now)|^(?:년|월|일|%|명|개|위|등|차|주차|회|시간|st\b|nd\b|rd\b|th\b)|^[/,]\s?[0-9]", re.IGNORECASE)


@dataclass(slots=True)
class _Run:
    """Numbers that count up; `told` says that a repetition was reported, for one slip moves all that follow."""

    sections: dict[tuple[int, ...], int] = field(default_factory=dict)
    last: tuple[int, ...] = ()
    told: bool = False


def find_repeated_numbers(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """The second of two headings that carry the same number, once for each run of numbers that counts up."""
    runs: dict[tuple[int, int, str], _Run] = {}
    numbered = list(_numbered(evidence))
    for place, (index, key, number) in enumerate(numbered):
        section = evidence.outline.sections[index]
        run = runs.setdefault(key, _Run())
        if number[-1] <= 1 and number != run.last and _counts_on(number, (other for _, where, other in numbered[place + 1 :] if where == key)):
            run = runs[key] = _Run()
        before = evidence.outline.sections[run.sections[number]].title if number in run.sections else None
        if before is not None and section.title is not None and not run.told:
            run.told = True
            values = {"match": evidence.document.words(section.title), "other": evidence.document.words(before), "number": _written(number)}
            yield Hit(section.title, statement_at(evidence, section.title), index_or_none(section.entry), values=values, related=(before,))
        run.sections.setdefault(number, index)
        run.last = number


def _numbered(evidence: Evidence) -> Iterator[tuple[int, tuple[int, int, str], tuple[int, ...]]]:
    """Every numbered heading: its section, the list it belongs to (parent, level, style) and its number."""
    for index, section in enumerate(evidence.outline.sections):
        found = number_of(evidence.document.words(section.title)) if section.title is not None else None
        if found is not None:
            yield index, (section.parent, section.level, found[0]), found[1]


def _counts_on(number: tuple[int, ...], others: Iterator[tuple[int, ...]]) -> bool:
    """Whether a new list begins: the next number of the list is one more."""
    following = next(others, None)
    return following is not None and following[:-1] == number[:-1] and following[-1] == number[-1] + 1


def number_of(heading: str) -> tuple[str, tuple[int, ...]] | None:
    """How a heading is numbered ("." or ")" ...) and its number; None where it has none, or a date, a count or a version."""
    circled = _CIRCLED.match(heading)
    if circled is not None:
        return "o", (ord(circled["number"]) - ord("①") + 1,)
    found = _NUMBER.match(heading)
    if found is None or not (found["rest"] or found["word"]) or _PERIOD.search(heading[found.end("number") : found.end("number") + 12].strip()):
        return None
    parts = tuple(int(part) for part in re.split(r"[.-]", found["number"]))
    mark = found["end"].strip()
    # "3 Results" may be a count; "3.1 Results" is a number.
    if not mark and not found["word"] and len(parts) == 1:
        return None
    return (found["word"] or "").strip().lower() + mark, parts


def _written(number: tuple[int, ...]) -> str:
    return ".".join(map(str, number))
