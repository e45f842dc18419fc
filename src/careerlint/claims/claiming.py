"""Claims: combines where a statement stands, the markers in its words and its closing predicate into one status."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from careerlint.claims.authors import QUESTION, Utterance, author_of
from careerlint.claims.closing import closing_word
from careerlint.expression import Expression
from careerlint.model.claim import Claim, Modality, Setting
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
_MODALITIES: dict[SectionKind, tuple[Modality, str]] = {
    "plan": ("plan", "the section tells plans"),
    "goal": ("goal", "the section tells goals and background"),
}
_MODALITY_MARKERS: tuple[tuple[str, Modality], ...] = (
    ("plan-mark", "plan"), ("goal-mark", "goal"), ("wish-mark", "wish"), ("hypothesis", "hypothesis"),
    ("expectation", "possibility"), ("general-truth", "general"),
)
_CLOSING: tuple[tuple[str, Modality], ...] = (
    ("question", "question"), ("wish", "wish"), ("plan", "plan"), ("must", "duty"), ("fut", "plan"), ("purp", "goal"),
)
# 유일무이한 것이라 말씀드릴 수 있습니다: what is said, without its particle.
_QUOTED = frozenset(("cop", "join"))
_SAYING = frozenset(("하다", "말", "말하다", "말씀", "말씀드리다", "자부", "자신", "장담", "단언", "확신", "생각"))
_REGRETS = frozenset(("아쉽다", "아쉬움", "안타깝다", "후회", "후회하다"))
_POLITE = frozenset(("드리다", "되다", "같다"))
_FEWEST_QUOTES = 3
_FEWEST_QUOTED = 4
"""Statements that a single quote must hold to be the layout of a page and no saying under a title."""
_MOST_QUOTED = 0.6
"""Of the letters of all statements, in block quotes: six of 611 real documents had more, and all six were set in them."""
_EMPTY_BOXES = ("[ ]", "☐")
"""How the marker of an item ends whose box is not ticked. A hollow square alone (□) is a bullet like any other."""
_ANNOUNCES = Expression(r"(?:[:：]|(?:다음|아래)(?:과|와)\s?같(?:습니다|다|음|이)|\bas follows|\bthe following)[\s.:：]{0,4}$")
"""What a sentence ends in that a list below it goes on with."""
_GOALS = Expression(
    r"(?:목표|목적|취지)(?:은|는|이|가)?\s(?:다음|아래)(?:과|와)\s?같|\b(?:goals?|objectives?|aims?)\b[^.!?\n]{0,40}(?::|\bas follows[.:]?|\bthe following[.:]?)\s*$"
    r"|\b(?:want(?:ed)?|hop(?:e|ed|ing)|aim(?:ed|ing)?|wish(?:ed)?|intend(?:ed)?|seek|sought|set out|would like|as an? (?:[a-z]+ )?(?:opportunity|chance|excuse|occasion))\b[^.!?\n]{0,60}\bto\s?:\s*$",
    re.IGNORECASE,
)
"""What announces a list of goals: it names them, or says what somebody wanted "to:"."""


def claim_statements(
    document: Document,
    outline: Outline,
    words: Sequence[Sequence[AnalysedWord]],
    markers: Sequence[Sequence[Signal]],
) -> tuple[Claim, ...]:
    """One claim for each statement, in order; `markers` are the claim markers found in each statement."""
    # Only the outermost: they follow each other without overlap.
    quoted = _quoted_statements(outline, [block.span for block in _quotes(document.blocks) if not _is_a_part(block)])
    unticked = _unticked(document)
    claims: list[Claim] = []
    announced: tuple[Modality, int] | None = None
    for index, statement in enumerate(outline.statements):
        kinds = outline.section_kinds(statement)
        setting = _setting(outline, statement, kinds)
        author, author_because = author_of(Utterance(document, statement, kinds, words[index], markers[index], outline.kind_of(statement) == "cover-letter", outline.sections[statement.section].heading))
        if author in ("author", "team") and index in quoted and "summary" not in kinds:
            author, author_because = "quotation", "a block quote"
        modality, modality_because = _modality(document, statement, kinds, words[index], markers[index])
        if modality == "done" and statement.block.span in unticked and not (words[index] and "past" in closing_word(words[index]).features):
            modality, modality_because = "plan", "a box that is not ticked"
        if statement.form != "bullet":
            announced = _announced(document.words(statement.span), modality, statement.section)
        elif announced is not None and announced[1] == statement.section and modality == "done":
            modality, modality_because = announced[0], "the list of what was announced above it"
        negated = bool(words[index]) and "neg" in closing_word(words[index]).features
        because = "; ".join(text for text in (author_because, modality_because) if text)
        claims.append(Claim(author, modality, setting, negated, because))
    return tuple(claims)


def _quoted_statements(outline: Outline, quotes: Sequence[Span]) -> frozenset[int]:
    """The statements in block quotes; none where most of the document stands in them, which are its layout then and nobody else's words."""
    starts = [span.start for span in quotes]
    spans = [statement.span for statement in outline.statements]
    inside = frozenset(index for index, span in enumerate(spans) if (place := bisect_right(starts, span.start)) and quotes[place - 1].contains(span))
    is_layout = max(len(quotes) / _FEWEST_QUOTES, len(inside) / _FEWEST_QUOTED) >= 1 and sum(len(spans[index]) for index in inside) > _MOST_QUOTED * sum(map(len, spans))
    return frozenset() if is_layout else inside


def _is_a_part(quote: Block) -> bool:
    """Whether a block quote is a part of the page with headings of its own: who quotes somebody quotes sentences, and all such parts of real documents are their author's."""
    return any(block.kind == "heading" for block in quote.walk())


def _unticked(document: Document) -> frozenset[Span]:
    """What stands beside the boxes of a list that are not ticked."""
    items = (block for block in document.walk() if block.kind == "item" and block.children and block.marker.endswith(_EMPTY_BOXES))
    return frozenset(item.children[0].span for item in items)


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


def _modality(
    document: Document,
    statement: Statement,
    kinds: Sequence[SectionKind],
    words: Sequence[AnalysedWord],
    markers: Sequence[Signal],
) -> tuple[Modality, str]:
    if QUESTION.search(document.words(statement.span)):
        return "question", "a question"
    for name, modality in _MODALITY_MARKERS if markers else ():
        marker = next((found for found in markers if found.name == name and found.strength != "label"), None)
        if marker is not None and not (modality in ("possibility", "plan") and _asserts(words)):
            return modality, f"{name}: {document.words(marker.span)}"
    # English marks whole clauses after "to" and "will", so there its closing word tells nothing.
    if words and statement.language == "ko":
        closing = closing_word(words)
        if _asserts(words):
            return "done", ""
        for feature, modality in _CLOSING:
            if feature in closing.features and not (feature in ("must", "purp", "fut") and "past" in closing.features):
                return modality, f"closes with {closing.text}"
        if "can" in closing.features and "past" not in closing.features:
            return "possibility", f"closes with {closing.text}"
    # A section of goals or plans tells no results, unless a sentence in it is plainly told in the past; a label of goals neither.
    past = bool(words) and "past" in closing_word(words).features
    looks_back = past or (bool(words) and kinds[:1] == ("plan",) and statement.language == "ko" and _regrets(words))
    if kinds and kinds[0] in _MODALITIES and not looks_back:
        return _MODALITIES[kinds[0]]
    label = next((found for found in markers if found.strength == "label"), None)
    if label is not None and not past:
        return dict(_MODALITY_MARKERS).get(label.name, "done"), label.pattern
    return "done", ""


def _regrets(words: Sequence[AnalysedWord]) -> bool:
    """Whether the statement closes with what was missed ("... 해 보지 못한 것이 아쉽다"), as people write under "what I would improve"."""
    return closing_word(words).lemma in _REGRETS and any("past" in word.features or word.features >= {"unable", "attr"} for word in words)


def _asserts(words: Sequence[AnalysedWord]) -> bool:
    """Whether the statement closes with "라고 말씀드릴 수 있습니다": a polite way to assert what is quoted."""
    said = [word for word in words if word.pos != "symbol"]
    if len(said) > 2 and said[-1].lemma in _POLITE:
        said = said[:-1]
    if len(said) > 2 and (said[-2].lemma, said[-1].lemma) == ("말씀", "드리다"):
        said = said[:-1]
    return len(said) > 1 and said[-1].lemma in _SAYING and ("quote" in said[-2].features or said[-2].features >= _QUOTED)
