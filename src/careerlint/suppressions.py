"""Suppressions: remarks in the document that accept a finding ("careerlint: ignore STO001 reason"), and what they cover."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from careerlint.model.document import Block, Document, Origin, RunRange, SourceRange
from careerlint.model.finding import Finding
from careerlint.model.rule import Rule
from careerlint.model.span import Span
from careerlint.model.suppression import Suppression, Verb

_REMARK = re.compile(r"\s*careerlint:\s*(\S+)\s*(.*?)\s*$", re.DOTALL | re.IGNORECASE)
_NAME = re.compile(r"\s*,?\s*([A-Za-z][\w-]*)")
_LOOKS_LIKE_A_CODE = re.compile(r"[A-Za-z]{3}\d{1,4}$")
_VERBS: dict[str, Verb] = {"ignore": "ignore", "ignore-file": "ignore-file", "off": "off", "on": "on"}


@dataclass(frozen=True, slots=True)
class Suppressed:
    """The findings that remain, those that were accepted, and the remarks that accepted nothing."""

    kept: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    unused: tuple[Suppression, ...]


def read_suppressions(document: Document, rules: Collection[Rule]) -> tuple[Suppression, ...]:
    """The remarks of a document in their order. `off` covers the text up to the next `on` that names nothing else."""
    known = {name for rule in rules for name in (rule.code.lower(), rule.name, rule.family.lower())}
    found = [suppression for origin, text in document.comments if (suppression := _read(document, origin, text, known)) is not None]
    return tuple(_closed(suppression, found[index + 1 :], len(document.text)) for index, suppression in enumerate(found))


def suppress(findings: Sequence[Finding], suppressions: Sequence[Suppression], rules: Sequence[Rule], ran: Collection[str]) -> Suppressed:
    """Take out the findings that a remark covers. A remark is unused when every rule it names ran (codes in `ran`) and it covers none."""
    by_code = {rule.code: rule for rule in rules}
    used: set[int] = set()
    kept: list[Finding] = []
    accepted: list[Finding] = []
    for finding in findings:
        covering = [index for index, each in enumerate(suppressions) if _covers(each, finding, by_code[finding.code])]
        used.update(covering)
        (accepted if covering else kept).append(finding)
    unused = tuple(
        each for index, each in enumerate(suppressions)
        if index not in used and each.verb != "on" and not each.unknown
        # A remark about everything waits for no trial rule.
        and all(rule.code in ran for rule in rules if _names(each, rule) and (each.names or rule.status == "stable"))
    )
    return Suppressed(tuple(kept), tuple(accepted), unused)


def target_of(document: Document, offset: int) -> Block | None:
    """The block that a remark at this place accepts findings in: the innermost one, of a table the whole row."""
    blocks: Sequence[Block] = document.blocks
    found = None
    while True:
        inside = next((block for block in blocks if block.span.start <= offset < max(block.span.end, block.span.start + 1)), None)
        if inside is None:
            return found
        if inside.kind == "row":
            return inside
        found, blocks = inside, inside.children


def _read(document: Document, origin: Origin, text: str, known: Collection[str]) -> Suppression | None:
    remark = _REMARK.match(text)
    if remark is None:
        return None
    verb = _VERBS.get(remark[1].lower().rstrip(","))
    line = _line(document, origin)
    if verb is None:
        return Suppression(line, "ignore", (), "", Span(0, 0), (remark[1],))
    names: list[str] = []
    rest = remark[2]
    while (name := _NAME.match(rest)) and (name[1].lower() in known or _LOOKS_LIKE_A_CODE.match(name[1])):
        names.append(name[1].lower())
        rest = rest[name.end() :]
    unknown = tuple(name.upper() for name in names if name not in known)
    span = _span(document, origin, verb)
    return Suppression(line, verb, tuple(names), rest.lstrip(" \t-—–:,"), span, unknown)


def _span(document: Document, origin: Origin, verb: Verb) -> Span:
    if verb == "ignore-file":
        return Span(0, len(document.text))
    before, after = _neighbours(document, origin)
    if verb in ("off", "on"):
        return Span(after, after)
    block = target_of(document, after if before < 0 else before)
    return block.span if block is not None else Span(0, 0)


def _neighbours(document: Document, origin: Origin) -> tuple[int, int]:
    """The text offset of the block in whose line the remark stands (-1 where it has a line of its own), and that of the text after it."""
    if isinstance(origin, RunRange):
        offset = next(
            (piece.span.start for piece in document.pieces if isinstance(piece.origin, RunRange) and _order(piece.origin) >= _order(origin)),
            len(document.text),
        )
        return offset, offset
    if not isinstance(origin, SourceRange):
        return -1, len(document.text)
    pieces = [piece for piece in document.pieces if isinstance(piece.origin, SourceRange)]
    starts = [piece.origin.start for piece in pieces if isinstance(piece.origin, SourceRange)]
    index = bisect_left(starts, origin.end)
    after = pieces[index].span.start if index < len(pieces) else len(document.text)
    previous = pieces[index - 1] if index else None
    if previous is None or not isinstance(previous.origin, SourceRange) or "\n" in document.source[previous.origin.start : origin.start]:
        return -1, after
    return previous.span.start, after


def _order(place: RunRange) -> tuple[bool, int]:
    return place.part != "word/document.xml", place.paragraph


def _line(document: Document, origin: Origin) -> int:
    if isinstance(origin, SourceRange):
        return document.source.count("\n", 0, origin.start) + 1
    return document.line_column(_neighbours(document, origin)[1])[0]


def _closed(suppression: Suppression, later: Sequence[Suppression], end: int) -> Suppression:
    """An `off` with the text that it covers."""
    if suppression.verb != "off":
        return suppression
    closing = next((each for each in later if each.verb == "on" and each.names in ((), suppression.names)), None)
    return replace(suppression, span=Span(suppression.span.start, closing.span.start if closing else end))


def _covers(suppression: Suppression, finding: Finding, rule: Rule) -> bool:
    if suppression.verb == "on" or not _names(suppression, rule):
        return False
    return suppression.verb == "ignore-file" or suppression.span.start <= finding.span.start < suppression.span.end


def _names(suppression: Suppression, rule: Rule) -> bool:
    """Whether the remark is about the rule; one that names nothing is about all."""
    return not (suppression.names or suppression.unknown) or any(name in _names_of(rule) for name in suppression.names)


def _names_of(rule: Rule) -> Iterator[str]:
    yield from (rule.code.lower(), rule.name, rule.family.lower())
