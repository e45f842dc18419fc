"""Suppressions: remarks in the document that accept a finding ("careerlint: ignore STO001 reason"), and what they cover."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from careerlint.expression import Expression
from careerlint.model.document import Block, Document
from careerlint.model.finding import Finding
from careerlint.model.place import Origin, RunRange, SourceRange
from careerlint.model.remark_words import VERBS, Verb, slip_of
from careerlint.model.rule import Rule
from careerlint.model.span import Span
from careerlint.model.suppression import Suppression
from careerlint.rules.near_names import names_of_rules, nearest_rule

_REMARK = Expression(r"\s*careerlint:\s*([^\s,:;]+)[,:;]?(.*)", re.DOTALL | re.IGNORECASE)
_NAME = Expression(r"\s*(?:,\s*)?(\w[\w-]*)")
_LOOKS_LIKE_A_CODE = Expression(r"[A-Za-z]{3}\d{1,4}$|[A-Za-z]{2,5}-?\d{3,4}$")
_CODE_SLIP, _NAME_SLIP = 0.65, 0.8
"""How near to a rule's code or name a word must be to be taken for a slip of it and not for the beginning of a reason."""
_WORD = Expression(r"[A-Za-z-]{1,30}")
_MOST = 2_000
"""Comments of a document that are looked at; no writer makes more, and each finding is compared with each remark."""
_VERBS: dict[str, Verb] = {verb: verb for verb in VERBS}
_LETTERS = Expression(r"[A-Za-z-]+")


@dataclass(frozen=True, slots=True)
class Suppressed:
    """The findings that remain, those that were accepted, and the remarks that accepted nothing."""

    kept: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    unused: tuple[Suppression, ...]


def read_suppressions(document: Document, rules: Collection[Rule]) -> tuple[Suppression, ...]:
    """The remarks of a document in their order. `off` covers, for each rule that it names, the text up to the next `on` that names it or names nothing."""
    if not document.comments:
        return ()
    known = names_of_rules(rules)
    places = _Places(document)
    told = [suppression for origin, text in document.comments[:_MOST] if (suppression := _read(places, origin, text, known)) is not None]
    return tuple(_closed(told, rules, len(document.text)))


def suppress(findings: Sequence[Finding], suppressions: Sequence[Suppression], rules: Sequence[Rule], ran: Collection[str]) -> Suppressed:
    """Take out the findings that a remark covers. A remark is unused when every rule it names ran (codes in `ran`) and it covers none."""
    by_code = {rule.code: rule for rule in rules}
    pictured = [
        any(_is_pictured(each, finding) and _names(each, by_code[finding.code]) for finding in findings) for each in suppressions
    ]
    used: set[int] = set()
    kept: list[Finding] = []
    accepted: list[Finding] = []
    for finding in findings:
        covering = [
            index for index, each in enumerate(suppressions)
            if (_is_pictured(each, finding) and _names(each, by_code[finding.code]) if pictured[index] else _covers(each, finding, by_code[finding.code]))
        ]
        used.update(covering)
        (accepted if covering else kept).append(finding)
    unused = tuple(
        each for index, each in enumerate(suppressions)
        if index not in used and each.verb != "on" and not each.unknown and not each.slip
        # A remark about everything waits for no trial rule.
        and all(rule.code in ran for rule in rules if _names(each, rule) and (each.names or rule.status == "stable"))
    )
    told = frozenset((*unused, *_ends_of_nothing(suppressions, rules)))
    return Suppressed(tuple(kept), tuple(accepted), tuple(each for each in suppressions if each in told))


def _ends_of_nothing(suppressions: Sequence[Suppression], rules: Sequence[Rule]) -> tuple[Suppression, ...]:
    """Every `on` that no `off` stands before: its writer believes that something was silent up to it."""
    open_codes: set[str] = set()
    idle = []
    for each in suppressions:
        named = {rule.code for rule in rules if _names(each, rule)}
        if each.verb == "off":
            open_codes |= named
        if each.verb == "on":
            if named and not named & open_codes:
                idle.append(each)
            open_codes -= named
    return tuple(idle)


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


class _Places:
    """Where the remarks of a document stand among its letters; its pieces are put in order once for all of them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._source = sorted((piece.origin.start, piece.origin.end, piece.span.start) for piece in document.pieces if isinstance(piece.origin, SourceRange))
        self._pictures = [mark.source for mark in document.marks if mark.source is not None]
        self._runs = sorted((_order(piece.origin), piece.span.start) for piece in document.pieces if isinstance(piece.origin, RunRange))

    def line(self, origin: Origin) -> int:
        """The line of a remark: of the source, or where there is none of the text that it hangs on."""
        if isinstance(origin, SourceRange):
            return self.document.source.count("\n", 0, origin.start) + 1
        return self.document.line_column(self.around(origin)[1])[0]

    def around(self, origin: Origin) -> tuple[int, int]:
        """The text offset of the letters in whose line a remark stands (-1 where it has a line of its own), and that of the letters after it."""
        end = len(self.document.text)
        if isinstance(origin, RunRange):
            index = bisect_left(self._runs, (_order(origin), 0))
            offset = self._runs[index][1] if index < len(self._runs) else end
            return offset, offset
        if not isinstance(origin, SourceRange):
            return -1, end
        index = bisect_left(self._source, (origin.end, 0, 0))
        after = self._source[index][2] if index < len(self._source) else end
        line = self.document.source.rfind("\n", 0, origin.start) + 1
        # Letters of several lines may be one piece: it is its end that tells whether some of them stand in the line of the remark.
        if index == 0 or min(self._source[index - 1][1], origin.start) <= line:
            return -1, after
        return self._source[index - 1][2], after

    def pictures(self, origin: Origin) -> tuple[SourceRange, ...]:
        """The pictures that a remark can be about: those of its own line, where that holds no letters, or of the next one, before all letters."""
        if not isinstance(origin, SourceRange) or self.around(origin)[0] >= 0:
            return ()
        source = self.document.source
        line = source.rfind("\n", 0, origin.start) + 1
        index = bisect_left(self._source, (origin.end, 0, 0))
        letters = self._source[index][0] if index < len(self._source) else len(source)
        own = tuple(each for each in self._pictures if line <= each.start < origin.start)
        later = tuple(each for each in self._pictures if origin.end <= each.start < letters)
        return own or tuple(each for each in later if "\n" not in source[later[0].start : each.start])


def _read(places: _Places, origin: Origin, text: str, known: Mapping[str, str]) -> Suppression | None:
    remark = _REMARK.match(text)
    if remark is None:
        slip = slip_of(text)
        return Suppression(places.line(origin), "ignore", (), "", Span(0, 0), slip=slip) if slip else None
    verb = _VERBS.get(remark[1].lower())
    line = places.line(origin)
    if verb is None:
        # Any text may stand there, a private number too, and the remark is quoted.
        quoted = remark[1] if _WORD.fullmatch(remark[1]) or remark[1].lower() in known else "..."
        return Suppression(line, "ignore", (), "", Span(0, 0), (quoted,), near=_meant_verb(remark[1], known))
    names: list[str] = []
    rest = remark[2].strip()
    while (name := _NAME.match(rest)) and (name[1].lower() in known or _is_meant(name[1], not names and not rest[name.end() :].strip(" ,"), known)):
        names.append(name[1])
        rest = rest[name.end() :]
    unknown = tuple(name for name in names if name.lower() not in known)
    near = nearest_rule(unknown[0], known) if unknown else ""
    pictures = places.pictures(origin) if verb == "ignore" else ()
    reason = rest.lstrip(" \t-—–:,")
    return Suppression(line, verb, tuple(name.lower() for name in names), reason, _span(places, origin, verb), unknown, pictures=pictures, near=near)


def _meant_verb(word: str, known: Mapping[str, str]) -> str:
    """What may have been meant by a word that stands in place of a verb: a rule there was to be ignored."""
    if word.lower() in known:
        return f"ignore {known[word.lower()]}"
    letters = _LETTERS.match(word.lower().replace("_", "-"))
    near = get_close_matches(letters[0], VERBS, 1) if letters else []
    return near[0] if near else ""


def _is_meant(word: str, alone: bool, known: Collection[str]) -> bool:
    """Whether a word that names no rule was meant to: it looks like a code, or is nearly one or a name.

    A plain word is a reason, or the first of one, unless it stands alone.
    """
    if _LOOKS_LIKE_A_CODE.match(word):
        return True
    if any(letter.isdigit() for letter in word):
        return bool(get_close_matches(word.lower(), known, 1, _CODE_SLIP))
    return ("-" in word or "_" in word or alone) and bool(get_close_matches(word.lower(), known, 1, _NAME_SLIP))


def _span(places: _Places, origin: Origin, verb: Verb) -> Span:
    if verb == "ignore-file":
        return Span(0, len(places.document.text))
    before, after = places.around(origin)
    if verb in ("off", "on"):
        return Span(after, after)
    block = target_of(places.document, after if before < 0 else before)
    return block.span if block is not None else Span(0, 0)


def _order(place: RunRange) -> tuple[bool, int]:
    return place.part != "word/document.xml", place.paragraph


def _closed(suppressions: Sequence[Suppression], rules: Collection[Rule], end: int) -> list[Suppression]:
    """The remarks in their order, each `off` with the text that it covers; read backwards, so that the nearest `on` of each rule is known."""
    nearest: dict[str, int] = {}
    closed = []
    for each in reversed(suppressions):
        named = [rule.code for rule in rules if _names(each, rule)] if each.verb in ("off", "on") else []
        if each.verb == "on":
            nearest.update(dict.fromkeys(named, each.span.start))
        if each.verb == "off":
            ends = {code: nearest.get(code, end) for code in named}
            last = max(ends.values(), default=end)
            each = replace(each, span=Span(each.span.start, last), ended=tuple(sorted((code, at) for code, at in ends.items() if at < last)))
        closed.append(each)
    return closed[::-1]


def _covers(suppression: Suppression, finding: Finding, rule: Rule) -> bool:
    if suppression.verb == "on" or not _names(suppression, rule):
        return False
    end = dict(suppression.ended).get(rule.code, suppression.span.end)
    return suppression.verb == "ignore-file" or suppression.span.start <= finding.span.start < end


def _is_pictured(suppression: Suppression, finding: Finding) -> bool:
    """Whether the finding is on a picture that the remark can be about."""
    where = finding.source
    return where is not None and any(picture.start <= where.start and where.end <= picture.end for picture in suppression.pictures)


def _names(suppression: Suppression, rule: Rule) -> bool:
    """Whether the remark is about the rule; one that names nothing is about all."""
    return not (suppression.names or suppression.unknown) or any(name in _names_of(rule) for name in suppression.names)


def _names_of(rule: Rule) -> Iterator[str]:
    yield from (rule.code.lower(), rule.name, rule.family.lower())
