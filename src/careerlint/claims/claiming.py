"""Claims: combines where a statement stands, the markers in its words and its closing predicate into one status."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from careerlint.expression import Expression
from careerlint.model.claim import Author, Claim, Modality, Setting
from careerlint.model.document import Block, Document
from careerlint.model.outline import Outline, SectionKind, Statement
from careerlint.model.signal import Signal
from careerlint.model.span import Span
from careerlint.model.token import AnalysedWord

MARKERS = frozenset((
    "third-party", "task-text", "team-voice", "own-voice", "form-text", "instruction", "plan-mark", "goal-mark", "wish-mark",
    "hypothesis", "general-truth", "quotation-mark", "expectation",
))
"""Names of the marker files in `rules/claims/`; they are matched together with the signals."""

_SETTINGS: dict[SectionKind, Setting] = {
    "retrospective": "retrospective", "lesson": "retrospective", "limits": "retrospective",
    "education": "education", "training": "education", "certificates": "education", "languages": "education",
    "summary": "summary", "letter": "letter", "experiment": "experiment", "usage": "instruction", "structure": "instruction",
}
_AUTHORS: dict[SectionKind, tuple[Author, str]] = {
    "prompt": ("form", "a form's prompt"),
    "task": ("task", "the section describes the task"),
    "references": ("none", "a list of references"),
    "license": ("none", "a licence"),
    "links": ("none", "a list of links"),
}
_MODALITIES: dict[SectionKind, tuple[Modality, str]] = {
    "plan": ("plan", "the section tells plans"),
    "goal": ("goal", "the section tells goals and background"),
}
_MODALITY_MARKERS: tuple[tuple[str, Modality], ...] = (
    ("plan-mark", "plan"), ("goal-mark", "goal"), ("wish-mark", "wish"), ("hypothesis", "hypothesis"),
    ("expectation", "possibility"), ("general-truth", "general"),
)
_AUTHOR_MARKERS: tuple[tuple[str, Author], ...] = (
    ("form-text", "form"), ("task-text", "task"), ("quotation-mark", "quotation"), ("instruction", "none"), ("third-party", "third-party"),
)
_CLOSING: tuple[tuple[str, Modality], ...] = (
    ("question", "question"), ("wish", "wish"), ("plan", "plan"), ("must", "duty"), ("fut", "plan"), ("purp", "goal"),
)
# 유일무이한 것이라 말씀드릴 수 있습니다: what is said, without its particle.
_QUOTED = frozenset(("cop", "join"))
_SAYING = frozenset(("하다", "말", "말하다", "말씀", "말씀드리다", "자부", "자신", "장담", "단언", "확신", "생각"))
_REGRETS = frozenset(("아쉽다", "아쉬움", "안타깝다", "후회", "후회하다"))
_POLITE = frozenset(("드리다", "되다", "같다"))
_REQUEST = Expression(r"(?:시오|십시오|하세요|주세요)\s*(?:[.!]\s*)?(?:\([^)]*\)\s*)?$")
# 너그러이 보아 주십시오: what an applicant begs of the reader is the applicant's own word, no line of a form.
_PLEAS = frozenset(("보다", "봐주다", "만나다", "헤아리다", "믿다", "맡기다", "뽑다", "이해", "양해", "판단", "평가", "용서", "거르다", "살피다", "지켜보다", "거두다"))
_CODED = 0.9
_TOOL_LABEL = Expression(r"(?<![A-Za-z])(?:chatgpt|gpt-?\d\w*|claude|gemini|copilot|cursor)(?![A-Za-z])|챗\s?GPT|클로드|제미나이|코파일럿", re.IGNORECASE)
"""Behind such a label stands what the tool did, as people disclose it."""
_FEWEST_QUOTES = 3
_MOST_QUOTED = 0.6
"""Of the letters of all statements, in block quotes: six of 611 real documents had more, and all six were set in them."""
_ANNOUNCES = Expression(r"(?:[:：]|(?:다음|아래)(?:과|와)\s?같(?:습니다|다|음|이)|\bas follows|\bthe following)[\s.:：]{0,4}$")
"""What a sentence ends in that a list below it goes on with."""
_GOALS = Expression(r"(?:목표|목적|취지)(?:은|는|이|가)?\s(?:다음|아래)(?:과|와)\s?같|\b(?:goals?|objectives?|aims?)\b[^.!?\n]{0,40}(?::|\bas follows[.:]?|\bthe following[.:]?)\s*$", re.IGNORECASE)
"""What announces a list of goals."""
_QUESTION = Expression(r"[?？]\s*(?:[\"'”’)\]]+\s*)?$")


def claim_statements(
    document: Document,
    outline: Outline,
    words: Sequence[Sequence[AnalysedWord]],
    markers: Sequence[Sequence[Signal]],
) -> tuple[Claim, ...]:
    """One claim for each statement, in order; `markers` are the claim markers found in each statement."""
    # Only the outermost: they follow each other without overlap.
    quoted = _quoted_statements(outline, [block.span for block in _quotes(document.blocks)])
    claims: list[Claim] = []
    announced: tuple[Modality, int] | None = None
    for index, statement in enumerate(outline.statements):
        kinds = outline.section_kinds(statement)
        setting = _setting(outline, statement, kinds)
        author, author_because = _author(document, statement, kinds, words[index], markers[index], outline.kind_of(statement) == "cover-letter")
        if author in ("author", "team") and index in quoted:
            author, author_because = "quotation", "a block quote"
        modality, modality_because = _modality(document, statement, kinds, words[index], markers[index])
        if statement.form != "bullet":
            announced = _announced(document.words(statement.span), modality, statement.section)
        elif announced is not None and announced[1] == statement.section and modality == "done":
            modality, modality_because = announced[0], "the list of what was announced above it"
        negated = bool(words[index]) and "neg" in _closing(words[index]).features
        because = "; ".join(text for text in (author_because, modality_because) if text)
        claims.append(Claim(author, modality, setting, negated, because))
    return tuple(claims)


def _quoted_statements(outline: Outline, quotes: Sequence[Span]) -> frozenset[int]:
    """The statements in block quotes; none where most of the document stands in them, which are its layout then and nobody else's words."""
    starts = [span.start for span in quotes]
    spans = [statement.span for statement in outline.statements]
    inside = frozenset(index for index, span in enumerate(spans) if (place := bisect_right(starts, span.start)) and quotes[place - 1].contains(span))
    is_layout = len(quotes) >= _FEWEST_QUOTES and sum(len(spans[index]) for index in inside) > _MOST_QUOTED * sum(map(len, spans))
    return frozenset() if is_layout else inside


def _announced(text: str, modality: Modality, section: int) -> tuple[Modality, int] | None:
    """The goal or plan that a statement announces, and the section in which a list may go on with it."""
    if _GOALS.search(text):
        return "goal", section
    return (modality, section) if modality in ("goal", "plan") and _ANNOUNCES.search(text) else None


def _quotes(blocks: Sequence[Block]) -> Iterator[Block]:
    """The outermost block quotes, in reading order."""
    for block in blocks:
        if block.kind == "quote":
            yield block
        else:
            yield from _quotes(block.children)


def _setting(outline: Outline, statement: Statement, kinds: Sequence[SectionKind]) -> Setting:
    for kind in kinds:
        if kind in _SETTINGS:
            return _SETTINGS[kind]
    if outline.kind_of(statement) == "cover-letter":
        return "letter"
    if statement.entry >= 0 and outline.entries[statement.entry].kind == "course":
        return "education"
    return "entry" if statement.entry >= 0 else "other"


def _author(
    document: Document,
    statement: Statement,
    kinds: Sequence[SectionKind],
    words: Sequence[AnalysedWord],
    markers: Sequence[Signal],
    letter: bool,
) -> tuple[Author, str]:
    if statement.head:
        return "none", "a header row"
    if not statement.language:
        return "none", "no words of a language"
    if statement.block.kind in ("code", "caption", "header", "footer"):
        return "none", f"a {statement.block.kind}"
    if kinds and kinds[0] in _AUTHORS:
        return _AUTHORS[kinds[0]]
    if _is_code(document, statement.span):
        return "none", "words in code"
    if _leads_inside(document, statement.span):
        return "none", "a line of a table of contents"
    if _TOOL_LABEL.search(statement.label):
        return "third-party", "what a tool did"
    text = document.words(statement.span)
    if _QUESTION.search(text):
        return "form", "a question"
    pleads = letter and bool(words) and _closing(words).lemma in _PLEAS and "hon" in _closing(words).features
    if not pleads and ((words and "imp" in _closing(words).features) or _REQUEST.search(text)):
        return "form", "an instruction"
    own = _first(markers, "own-voice")
    team = _first(markers, "team-voice")
    # An English "we" has no reading but the author's team; a Korean 팀 may be another's.
    speaks = own is not None or (team is not None and statement.language == "en")
    for name, author in _AUTHOR_MARKERS if markers else ():
        marker = _first(markers, name)
        # "I followed the paper" is the author's own word about another's work.
        if marker is not None and not (pleads and name == "instruction") and (not speaks or name in ("form-text", "task-text", "quotation-mark")):
            return author, f"{name}: {document.words(marker.span)}"
    if team is not None and own is None:
        return "team", document.words(team.span)
    return "author", ""


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


def _modality(
    document: Document,
    statement: Statement,
    kinds: Sequence[SectionKind],
    words: Sequence[AnalysedWord],
    markers: Sequence[Signal],
) -> tuple[Modality, str]:
    if _QUESTION.search(document.words(statement.span)):
        return "question", "a question"
    for name, modality in _MODALITY_MARKERS if markers else ():
        marker = next((found for found in markers if found.name == name and found.strength != "label"), None)
        if marker is not None and not (modality in ("possibility", "plan") and _asserts(words)):
            return modality, f"{name}: {document.words(marker.span)}"
    # English marks whole clauses after "to" and "will", so there its closing word tells nothing.
    if words and statement.language == "ko":
        closing = _closing(words)
        if _asserts(words):
            return "done", ""
        for feature, modality in _CLOSING:
            if feature in closing.features and not (feature in ("must", "purp", "fut") and "past" in closing.features):
                return modality, f"closes with {closing.text}"
        if "can" in closing.features and "past" not in closing.features:
            return "possibility", f"closes with {closing.text}"
    # A section of goals or plans tells no results, unless a sentence in it is plainly told in the past; a label of goals neither.
    past = bool(words) and "past" in _closing(words).features
    looks_back = past or (bool(words) and kinds[:1] == ("plan",) and statement.language == "ko" and _regrets(words))
    if kinds and kinds[0] in _MODALITIES and not looks_back:
        return _MODALITIES[kinds[0]]
    label = next((found for found in markers if found.strength == "label"), None)
    if label is not None and not past:
        return dict(_MODALITY_MARKERS).get(label.name, "done"), label.pattern
    return "done", ""


def _regrets(words: Sequence[AnalysedWord]) -> bool:
    """Whether the statement closes with what was missed ("... 해 보지 못한 것이 아쉽다"), as people write under "what I would improve"."""
    return _closing(words).lemma in _REGRETS and any("past" in word.features or word.features >= {"unable", "attr"} for word in words)


def _asserts(words: Sequence[AnalysedWord]) -> bool:
    """Whether the statement closes with "라고 말씀드릴 수 있습니다": a polite way to assert what is quoted."""
    said = [word for word in words if word.pos != "symbol"]
    if len(said) > 2 and said[-1].lemma in _POLITE:
        said = said[:-1]
    if len(said) > 2 and (said[-2].lemma, said[-1].lemma) == ("말씀", "드리다"):
        said = said[:-1]
    return len(said) > 1 and said[-1].lemma in _SAYING and ("quote" in said[-2].features or said[-2].features >= _QUOTED)


def _closing(words: Sequence[AnalysedWord]) -> AnalysedWord:
    """The word that closes the statement: the last one that is no punctuation."""
    for word in reversed(words):
        if word.pos != "symbol":
            return word
    return words[-1]


def _first(markers: Sequence[Signal], name: str) -> Signal | None:
    return next((marker for marker in markers if marker.name == name), None)
