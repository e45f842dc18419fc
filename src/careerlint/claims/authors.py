"""Authors: whose word a statement is, by where it stands and by the markers in its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from careerlint.claims.closing import closing_word
from careerlint.expression import Expression
from careerlint.model.claim import Author
from careerlint.model.document import Document
from careerlint.model.outline import SectionKind, Statement
from careerlint.model.signal import Signal
from careerlint.model.span import Span
from careerlint.model.token import AnalysedWord

_Authorship = tuple[Author, str]
"""Whose word a statement is, and why."""
_AUTHORS: dict[SectionKind, _Authorship] = {
    "prompt": ("form", "a form's prompt"),
    "task": ("task", "the section describes the task"),
    "references": ("none", "a list of references"),
    "license": ("none", "a licence"),
    "links": ("none", "a list of links"),
}
_AUTHOR_MARKERS: tuple[tuple[str, Author], ...] = (
    ("form-text", "form"), ("task-text", "task"), ("quotation-mark", "quotation"), ("instruction", "none"), ("third-party", "third-party"),
)
_OVER_OWN_VOICE = frozenset(("form-text", "task-text", "quotation-mark"))
"""Markers that say whose word it is even where somebody says I: forms, tasks and quotations have their own I."""
_REQUEST = Expression(r"(?:시오|십시오|하세요|주세요)\s*(?:[.!]\s*)?(?:\([^)]*\)\s*)?$")
# 너그러이 보아 주십시오: what an applicant begs of the reader.
_PLEAS = frozenset(("보다", "봐주다", "만나다", "헤아리다", "믿다", "맡기다", "뽑다", "이해", "양해", "판단", "평가", "용서", "거르다", "살피다", "지켜보다", "거두다"))
_CODED = 0.9
_TOOL_LABEL = Expression(r"(?<![A-Za-z])(?:chatgpt|gpt-?\d\w*|claude|gemini|copilot|cursor)(?![A-Za-z])|챗\s?GPT|클로드|제미나이|코파일럿", re.IGNORECASE)
"""Behind such a label stands what the tool did, as people disclose it."""
_OF_OTHERS = Expression(
    r"\W*(?:(?:what|how)\s(?:the\s)?(?:highest|top|best|winning|winners|others?)\b[^\n]{0,40}\b(?:used|did|worked|solved|built)"
    r"|(?:the\s)?(?:(?:top|winning|other|(?:1st|first|2nd|second|3rd|third)[- ]place)\s(?:teams?['’]?s?\s)?|others['’]\s)(?:solutions?|approaches|entries|write-?ups)"
    r"|(?:상위권?|우승|[1-3]등|[1-3]위|수상|다른)\s?(?:팀|자|작|참가자)?(?:들)?(?:의)?\s?(?:솔루션|풀이|접근법?|해법)(?:\s?(?:정리|분석|리뷰|요약))?)\W*", re.IGNORECASE
)
"""A heading over what others did in a contest."""
QUESTION = Expression(r"[?？]\s*(?:[\"'”’)\]]+\s*)?$")


@dataclass(frozen=True, slots=True)
class Utterance:
    """A statement as the tests of its author see it: its sections with the heading above it, words and markers, and whether it stands in a letter."""

    document: Document
    statement: Statement
    kinds: Sequence[SectionKind]
    words: Sequence[AnalysedWord]
    markers: Sequence[Signal]
    in_letter: bool
    heading: str

    @property
    def text(self) -> str:
        return self.document.words(self.statement.span)

    @property
    def closing(self) -> AnalysedWord | None:
        return closing_word(self.words) if self.words else None

    @property
    def pleads(self) -> bool:
        """Whether an applicant begs the reader for something: the applicant's own word, no line of a form."""
        closing = self.closing
        return self.in_letter and closing is not None and closing.lemma in _PLEAS and "hon" in closing.features


def author_of(utterance: Utterance) -> _Authorship:
    """Whose word a statement is: the first test that knows decides."""
    return next((found for test in _AUTHOR_TESTS if (found := test(utterance)) is not None), ("author", ""))


def _as_no_sentence(utterance: Utterance) -> _Authorship | None:
    if utterance.statement.head:
        return "none", "a header row"
    if not utterance.statement.language:
        return "none", "no words of a language"
    kind = utterance.statement.block.kind
    return ("none", f"a {kind}") if kind in ("code", "caption", "header", "footer") else None


def _by_section(utterance: Utterance) -> _Authorship | None:
    return _AUTHORS.get(utterance.kinds[0]) if utterance.kinds else None


def _as_code(utterance: Utterance) -> _Authorship | None:
    return ("none", "words in code") if _is_code(utterance.document, utterance.statement.span) else None


def _as_contents(utterance: Utterance) -> _Authorship | None:
    return ("none", "a line of a table of contents") if _leads_inside(utterance.document, utterance.statement.span) else None


def _by_tool(utterance: Utterance) -> _Authorship | None:
    return ("third-party", "what a tool did") if _TOOL_LABEL.search(utterance.statement.label) else None


def _by_heading(utterance: Utterance) -> _Authorship | None:
    return ("third-party", "the heading names what others did") if _OF_OTHERS.fullmatch(utterance.heading) else None


def _as_question(utterance: Utterance) -> _Authorship | None:
    return ("form", "a question") if QUESTION.search(utterance.text) else None


def _as_instruction(utterance: Utterance) -> _Authorship | None:
    closing = utterance.closing
    asks = (closing is not None and "imp" in closing.features) or _REQUEST.search(utterance.text) is not None
    return ("form", "an instruction") if asks and not utterance.pleads else None


def _by_marker(utterance: Utterance) -> _Authorship | None:
    """Whose word a marker in the statement says it is.

    "I followed the paper" is the author's own word about another's work. An English "we" has no reading but the author's
    team; a Korean 팀 may be another's.
    """
    if not utterance.markers:
        return None
    speaks = _first(utterance.markers, "own-voice") is not None or (_first(utterance.markers, "team-voice") is not None and utterance.statement.language == "en")
    for name, author in _AUTHOR_MARKERS:
        marker = _first(utterance.markers, name)
        if marker is not None and (not speaks or name in _OVER_OWN_VOICE) and not (name == "instruction" and utterance.pleads):
            return author, f"{name}: {utterance.document.words(marker.span)}"
    return None


def _by_team(utterance: Utterance) -> _Authorship | None:
    team = _first(utterance.markers, "team-voice")
    return ("team", utterance.document.words(team.span)) if team is not None and _first(utterance.markers, "own-voice") is None else None


_AUTHOR_TESTS: tuple[Callable[[Utterance], _Authorship | None], ...] = (
    _as_no_sentence, _by_section, _as_code, _as_contents, _by_tool, _by_heading, _as_question, _as_instruction, _by_marker, _by_team,
)  # fmt: skip
"""In this order: what is no sentence at all before what its words say of whose it is."""


def _is_code(document: Document, span: Span) -> bool:
    """Whether nearly all letters of a statement stand in code: a list of words, names of files, a command."""
    coded = sum(_letters(document.words(mark.span)) for mark in document.marks_from(span) if mark.kind == "code" and mark.span.start < span.end)
    return coded > 0 and coded >= _CODED * _letters(document.words(span))


def _leads_inside(document: Document, span: Span) -> bool:
    """Whether nearly all letters of a statement lead to another place of the document."""
    linked = sum(_letters(document.words(mark.span)) for mark in document.marks_from(span) if mark.kind == "link" and mark.target.startswith("#") and mark.span.start < span.end)
    return linked > 0 and linked >= _CODED * _letters(document.words(span))


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _first(markers: Sequence[Signal], name: str) -> Signal | None:
    return next((marker for marker in markers if marker.name == name), None)
