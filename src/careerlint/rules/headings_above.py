"""What stands above a statement: its label, column headers, the headings of its sections and the title of its entry."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from careerlint.expression import Expression
from careerlint.model.evidence import Evidence

_AROUND = Expression(r"^[^0-9a-z가-힣]*(?:\d{1,2}(?:[-.]\d{1,2})*[.)]?\s[^0-9a-z가-힣]*)?|(?<![^0-9a-z가-힣])[^0-9a-z가-힣]+$")
_CLASS = Expression(r"[\W\d_]{0,8}[A-Z]{1,3}[a-z]+(?:[A-Z]{1,3}[a-z]+){1,4}(?:\s?(?:class|클래스))?[\W_]{0,4}")
"""A name of several words, each with its capital, written in one: classes are called so, and headings are not."""
_BRACKETED = Expression(r"[(\[{（【][^)\]}）】]*[)\]}）】]")


def has_heading(words: Collection[str], evidence: Evidence, statement: int) -> bool:
    """Whether one of the words stands in a heading, prompt, label or column header above the statement, or in its entry's title."""
    text = "\n".join((*_above(evidence, statement), _title(evidence, statement))).lower()
    return any(word.lower() in text for word in words)


def has_topic(words: Collection[str], evidence: Evidence, statement: int) -> bool:
    """Whether one of the words opens or closes a heading, label or column header above the statement; titles of entries tell names."""
    asked = frozenset(words)
    title = _title(evidence, statement)
    return any(_is_about(text, asked) and _bare(text) != _bare(title) for text in _above(evidence, statement))


def is_identified(evidence: Evidence, statement: int) -> bool:
    """Whether the label, bullet or heading right above the statement is the name of a class ("GameInstance"); titles of entries are names of products."""
    title = _bare(_title(evidence, statement))
    found = evidence.outline.statements[statement]
    nearest = (found.label, *found.context[-1:], evidence.outline.sections[found.section].heading)
    return any(_CLASS.fullmatch(text) and _bare(text) != title for text in nearest)


def _above(evidence: Evidence, statement: int) -> Iterator[str]:
    outline = evidence.outline
    found = outline.statements[statement]
    yield from (found.label, *found.context)
    yield from outline.headings_above(found.section)


def _title(evidence: Evidence, statement: int) -> str:
    entry = evidence.outline.statements[statement].entry
    title = evidence.outline.entries[entry].title if entry >= 0 else None
    return evidence.document.words(title) if title is not None else ""


@lru_cache(maxsize=1024)
def _is_about(heading: str, words: frozenset[str]) -> bool:
    """Whether one of the words opens or closes a heading; many statements stand under the same."""
    text = _bare(heading)
    return bool(text) and any(_is_topic(text, word.lower()) for word in words)


@lru_cache(maxsize=1024)
def _bare(heading: str) -> str:
    """The heading in lower case without marks around it and without brackets."""
    return _AROUND.sub("", _BRACKETED.sub(" ", heading.lower()))


def _is_topic(text: str, word: str) -> bool:
    if text.startswith(word):
        return len(text) == len(word) or not text[len(word)].isalnum()
    # In Korean the last noun may be written together with the one before it ("선정이유").
    return text.endswith(word) and (not word.isascii() or not text[-len(word) - 1].isalnum())
