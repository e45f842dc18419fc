"""FMT013: technologies in a spelling that nobody disputes to be wrong, with the right one as a safe correction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerlint.expression import Expression
from careerlint.model.document import Block
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule
from careerlint.model.span import Span
from careerlint.model.term import Mention, Slip

_PROSE = frozenset(("heading", "paragraph", "item", "cell", "quote", "note"))
_FOREIGN_SECTIONS = frozenset(("references", "license", "publications"))
"""Where titles and names are others' words."""
_FOREIGN_AUTHORS = frozenset(("quotation", "form", "task"))
_COMMAND = Expression(r"\b(?:pip3?|conda|npm|yarn|brew|apt|apt-get|poetry|uv)\s+(?:install|add|i)\b|^[^\S\n]*(?:import|from)\s+\w", re.MULTILINE)
_QUOTES = "\"'“”‘’`「」『』"
_PATH_LETTERS = "_\\@#$~="
_COMPOUND = Expression(r"-(?:based|like|compatible|native|style|only|centric|powered)\b")


def find_misspelled_names(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit for each distinct misspelling, at its first place; the other places are related."""
    places: dict[str, list[tuple[int | None, Slip]]] = {}
    mentions = _mentions(evidence)
    outside = _prose_outside_statements(evidence) if any(statement is None for statement, _ in mentions) else ()
    for statement, mention in mentions:
        for slip in mention.slips:
            if statement is None and not any(block.contains(slip.span) for block in outside):
                continue
            if _is_prose(evidence, statement, slip.span):
                places.setdefault(evidence.document.words(slip.span), []).append((statement, slip))
    for words, found in places.items():
        statement, slip = found[0]
        related = tuple(other.span for _, other in found[1:])
        yield Hit(slip.span, statement, evidence.entry_of(statement), values={"match": words, "right": slip.right}, related=related, fix=slip.right)


def _mentions(evidence: Evidence) -> list[tuple[int | None, Mention]]:
    """Misspelt mentions with the index of their statement (None outside statements), in reading order."""
    found: list[tuple[int | None, Mention]] = [(index, mention) for index, mentions in enumerate(evidence.mentions) for mention in mentions if mention.slips]
    found += [(None, mention) for mention in evidence.elsewhere if mention.slips]
    return sorted(found, key=lambda item: item[1].span)


def _prose_outside_statements(evidence: Evidence) -> tuple[Span, ...]:
    return tuple(block.span for block in evidence.document.walk() if block.kind in _PROSE and not _holds_code(block))


def _holds_code(block: Block) -> bool:
    return any(child.kind == "code" or _holds_code(child) for child in block.children)


def _is_prose(evidence: Evidence, statement: int | None, span: Span) -> bool:
    """Whether the name stands in a text for readers: not in code, a path, a package name, a hashtag or between quotation marks."""
    document = evidence.document
    if any(mark.kind in ("code", "math") and mark.span.overlaps(span) for mark in document.marks):
        return False
    text = document.text
    before, after = text[max(span.start - 1, 0) : span.start], text[span.end : span.end + 1]
    following = text[span.end + 1 : span.end + 2]
    if (before and before in _PATH_LETTERS) or (after and after in _PATH_LETTERS):
        return False
    if before and after and before in _QUOTES and after in _QUOTES:
        return False
    if (after == "." and following.isalnum()) or (before == "." and text[max(span.start - 2, 0) : span.start - 1].isalnum()):
        return False
    if after == "-" and following.isascii() and following.isalnum() and not _COMPOUND.match(text, span.end):
        return False
    if before == "-" and text[max(span.start - 2, 0) : span.start - 1].isalnum():
        return False
    if (before == "/" or after == "/") and not _is_beside_name(evidence, span):
        return False
    if statement is None:
        return True
    if evidence.claims[statement].author in _FOREIGN_AUTHORS:
        return False
    found = evidence.outline.statements[statement]
    if not _FOREIGN_SECTIONS.isdisjoint(evidence.outline.section_kinds(found)):
        return False
    return evidence.match(_COMMAND, statement) is None


def _is_beside_name(evidence: Evidence, span: Span) -> bool:
    """Whether a slash joins the name to another technology ("Tensorflow/Keras") and not to the rest of a path."""
    text = evidence.document.text
    names = [mention.span for mentions in (*evidence.mentions, evidence.elsewhere) for mention in mentions]
    if text[max(span.start - 1, 0) : span.start] == "/" and not any(name.end == span.start - 1 for name in names):
        return False
    return text[span.end : span.end + 1] != "/" or any(name.start == span.end + 1 for name in names)
