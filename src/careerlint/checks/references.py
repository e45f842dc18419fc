"""FMT007: links that lead nowhere, anchors without a heading, and files that are not there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from careerlint.checks.anchors import anchors_by_letters, anchors_of, letters_of, spelled
from careerlint.checks.files import Files
from careerlint.checks.places import quoted_address, shown_at, statement_at
from careerlint.expression import Expression
from careerlint.model.document import Document, Mark
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule
from careerlint.model.span import Span

_SCHEME = Expression(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|\\\\")
_OWN_DISK = Expression(r"file:|[a-zA-Z]:[\\/]", re.IGNORECASE)
_NO_ADDRESS = Expression(r"[\"'‘’“”]https?:|[\[(<].*(?:://|www\.)|https?:/?[^/]|https?//|https?:///|https?:/{0,2}$")
_NO_SCHEME = Expression(r"(?:www\.[\w-]+\.|[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|io|kr|dev|ai|app|site)(?:/|$))", re.IGNORECASE)
_TO_TOP = Expression(r"top|위로|맨\s?위|처음|목차|contents|⬆|↑|🔝|back", re.IGNORECASE)
_BUTTON = Expression(r"\W*(?:print|print (?:me|this|page|cv|resume)|menu|close|share|copy|search|toggle\b.*|(?:dark|light) mode|login|log in|인쇄|인쇄하기|출력|메뉴|닫기|공유|복사|다크\s?모드)\W*", re.IGNORECASE)
"""What a button of a page says."""
_STAND_IN = Expression(r"(?:link|url|uri|website|web-?site|address|href|web-?page|homepage|(?:your|my|the|repo|project|demo|github|insert|add|live)[-_]?(?:link|url)|링크|주소)", re.IGNORECASE)
"""What stands where an address belongs."""
_AN_ADDRESS = Expression(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_WORDS_ALONE = Expression(r"[^\W\d_][\w -]*")
_TORN = Expression(
    r"\b[^\W\d_][\w-]{0,30}[:：]\(\.{1,2}/[^()\s]+\)|\[[^\[\]\n]{1,60}\]\s\((?:\.{1,2}/|#[^\W\d])[^()\s]+\)|\([^()\n]{1,60}\)\[(?:\.{1,2}/|https?://)[^\[\]\s]+\]"
)
"""A link that Markdown reads as text, for its brackets are lost, turned round or stand apart: "Repo:(./map)", "[Repo] (./map)", "(Repo)[./map]"."""
_NOTE = Expression(r"(?:fn|fnref|cite)[\w:-]*")
_TEMPLATE = Expression(r"\{\{|\{%|<%|\$\{|\$\(|<[A-Za-z _-]+>")
_NUMBERED = Expression(r"#?([A-Za-z가-힣_-]+)[0-9]{1,3}")
"""One name of a series, as anchors are called: #lab1, #lab2."""


_MANY = 5
"""So many links to headings that are not there are told once."""
_Faulty = dict[tuple[str, str, str], list[Mark]]
"""The references by what is wrong with them, what is shown of them and what was meant."""


def find_broken_references(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """Each reference that leads nowhere, once for each target; a missing folder is told once for all that lies in it."""
    document = evidence.document
    anchors = anchors_of(document) if any(mark.target.startswith("#") for mark in document.marks) else {}
    meant = anchors_by_letters(anchors)
    files = Files.of(document.folder, evidence.surroundings) if document.folder and document.format == "md" else None
    series = _series(document)
    missing: dict[Path, list[Mark]] = {}
    found: list[Mark] = []
    faulty: _Faulty = {}
    for mark in document.marks:
        if mark.kind not in ("link", "image") or _is_bare(document, mark):
            continue
        fault, shown = _fault(document, mark, anchors), mark.target or document.words(mark.span) or "![]()"
        there = meant.get(letters_of(mark.target), "") if fault == "anchor" else ""
        fault = "spelling" if there else fault
        if not fault and mark.kind == "link" and (fault := _unmeant(document, mark, series)) and files is not None and files.missing(mark.target) is None:
            fault = ""
        if not fault and files is not None and _is_relative(mark.target) and files.leaves(mark.target, picture=mark.kind == "image"):
            fault = "outside"
        if fault:
            faulty.setdefault((fault, shown, there), []).append(mark)
        elif files is not None and _is_relative(mark.target):
            path = files.missing(mark.target)
            if path is not None:
                missing.setdefault(path, []).append(mark)
            else:
                found.append(mark)
    yield from _torn(evidence)
    for (fault, shown, there), marks in _gathered(faulty).items():
        yield _hit(evidence, marks[0], fault, shown, marks[1:], there)
    if files is not None and (missing or found) and not files.stands_alone:
        for path, marks in missing.items():
            one = len({mark.target for mark in marks}) == 1
            shown = marks[0].target if one else f"{files.shown(path)}/"
            other = files.in_other_case(path) if one else ""
            fault = "case" if other else "file" if one else "folder"
            yield _hit(evidence, marks[0], fault, shown, marks[1:], other)
        yield from _not_for_others(evidence, files, found)


def _torn(evidence: Evidence) -> Iterator[Hit]:
    """The links of a Markdown source that their reader sees as brackets and addresses."""
    document = evidence.document
    if document.format != "md":
        return
    shown = [mark.span for mark in document.marks if mark.kind in ("code", "math")] + [block.span for block in document.walk() if block.kind == "code"]
    for match in _TORN.finditer(document.text):
        span = Span(*match.span())
        if any(other.overlaps(span) for other in shown):
            continue
        statement = statement_at(evidence, span)
        yield Hit(span, statement, evidence.entry_of(statement), values={"match": match[0], "there": ""}, about=match[0], variant="torn")


def _gathered(faulty: _Faulty) -> _Faulty:
    """The faults with many anchors that lack their heading as one: the contents of a template are one thing to mend."""
    lacking = [key for key in faulty if key[0] == "anchor"]
    if len(lacking) < _MANY:
        return faulty
    marks = sorted((mark for key in lacking for mark in faulty[key]), key=lambda mark: mark.span.start)
    kept = {key: found for key, found in faulty.items() if key[0] != "anchor"}
    return {("anchors", lacking[0][1], str(len(lacking))): marks, **kept}


def _not_for_others(evidence: Evidence, files: Files, found: list[Mark]) -> Iterator[Hit]:
    """References to files that are on this disk only, and to headings that the other document does not have."""
    ignored = files.ignored([mark.target for mark in found])
    told: set[str] = set()
    for mark in found:
        if mark.target in told:
            continue
        if mark.target in ignored:
            told.add(mark.target)
            yield _hit(evidence, mark, "ignored", mark.target)
        elif other := files.without_heading(mark.target):
            told.add(mark.target)
            yield _hit(evidence, mark, "section", mark.target, (), other)


def _fault(document: Document, mark: Mark, anchors: Mapping[str, str]) -> str:
    """What is wrong with a reference, as far as the document itself tells; empty where nothing is."""
    target = mark.target.strip()
    if _OWN_DISK.match(target):
        return "disk"
    if document.format == "md" and (_NO_ADDRESS.match(target) or (_NO_SCHEME.match(target) and mark.kind == "link")):
        return "address"
    if document.format != "md" or not target.startswith("#"):
        return "empty" if document.format == "md" and not target else ""
    if target == "#":
        # A link to the top of the page says so, and a button what it does; every other one waits for its address.
        words = document.words(mark.span)
        return "" if mark.kind == "image" or _TO_TOP.search(words) or _BUTTON.fullmatch(words.strip()) else "empty"
    name = spelled(target[1:])
    return "" if name == "top" or _NOTE.fullmatch(name) or name in anchors else "anchor"


def _unmeant(document: Document, mark: Mark, series: frozenset[str]) -> str:
    """What is wrong with a word that could name a file, as far as no such file is there."""
    if _lacks_mark(mark.target, series):
        return "mark"
    return "address" if document.format == "md" and _is_stand_in(document, mark) else ""


def _is_stand_in(document: Document, mark: Mark) -> bool:
    """Whether a word stands where the address belongs: [Demo](link), or [https://map.example](Map) with words and address in each other's place."""
    target = mark.target.strip()
    if _STAND_IN.fullmatch(target):
        return True
    return _WORDS_ALONE.fullmatch(target) is not None and _AN_ADDRESS.fullmatch(document.words(mark.span).strip()) is not None


def _series(document: Document) -> frozenset[str]:
    """The names of places in the document as its links call them, with a number each; where one of them is written without its # as well, so are its neighbours."""
    named = [(mark.target, match[1]) for mark in document.marks if mark.kind == "link" and (match := _NUMBERED.fullmatch(mark.target))]
    series = frozenset(name for target, name in named if target.startswith("#"))
    bare = frozenset(name for target, name in named if not target.startswith("#"))
    return series | bare if series & bare else series


def _lacks_mark(target: str, series: frozenset[str]) -> bool:
    """Whether the target is named as others are that lead to a place in the document: lab3 beside #lab1 and #lab2."""
    match = _NUMBERED.fullmatch(target)
    return match is not None and not target.startswith("#") and match[1] in series


def _is_relative(target: str) -> bool:
    return bool(target.strip()) and not target.startswith(("#", "?")) and not _SCHEME.match(target) and not _TEMPLATE.search(target)


def _is_bare(document: Document, mark: Mark) -> bool:
    """A whole address that stands in the text as such: the name of a file or a heading is a link only where somebody made it one."""
    whole = bool(_SCHEME.match(mark.target) or _NO_SCHEME.match(mark.target)) or "@" in mark.target
    return len(mark.span) > 0 and whole and document.words(mark.span) == mark.target


def _hit(evidence: Evidence, mark: Mark, fault: str, shown: str, others: Sequence[Mark] = (), there: str = "") -> Hit:
    span = shown_at(evidence.document, mark)
    related = (shown_at(evidence.document, other) for other in others)
    statement = statement_at(evidence, span)
    source, quoted = (None, "") if len(mark.span) else quoted_address(evidence.document, mark)
    return Hit(
        span, statement, evidence.entry_of(statement), values={"match": shown, "there": there}, related=tuple(one for one in dict.fromkeys(related) if len(one) and one != span),
        about=shown if mark.target else "", source=source, quoted=quoted, variant=fault,
    )
