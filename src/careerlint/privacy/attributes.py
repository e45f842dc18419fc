"""Protected attributes: what a person is and nobody has to tell to be hired, in forms, in the head of a résumé and in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from careerlint.expression import Expression
from careerlint.model.document import Block
from careerlint.model.outline import Outline
from careerlint.model.private import PrivateKind, PrivateValue, starred
from careerlint.model.span import Span
from careerlint.privacy.attribute_patterns import (
    CANDIDATE,
    COLUMNS,
    DATE,
    FAMILY,
    FAMILY_JOB,
    HEAD,
    LABELS,
    PHOTO_NAME,
    PHOTO_OF_OTHERS,
    PHOTO_TOLD,
    PROSE,
    TOLD,
    Pattern,
    is_form_label,
)
from careerlint.privacy.surroundings import Surroundings

_PERSONAL = frozenset(("resume", "cover-letter", "career"))
_ABOUT_THE_AUTHOR = frozenset(("personal", "summary"))
_NOT_ABOUT_THE_AUTHOR = Expression(r"페르소나|타깃|타겟|사용자|고객|데이터|인터뷰|설문|환자|\b(?:persona|users?|target|dataset|(?<!personal )data|customers?|patients?|survey|interview)\b", re.IGNORECASE)
_CONTACT = Expression(r"[\w.+-]+@[\w-]+\.\w|01[016789][-. ]?[0-9]{3,4}[-. ]?[0-9]{4}|연락처|휴대폰|이메일|성\s*명|이\s*름|\bphone\b|\be-?mail\b|linkedin\.com", re.IGNORECASE)
_STRONG: frozenset[PrivateKind] = frozenset(("birth-date", "marital-status", "religion", "home-town", "family"))
_LONGEST_HEAD = 800
_LETTER_TITLE = Expression(r"letter|application|지원|소개", re.IGNORECASE)
_FORM_NAME = Expression(r"성\s*명|이\s*름|생\s*년\s*월\s*일|연\s*락\s*처|\bname\b", re.IGNORECASE)
_LONGEST_LINE = 300
_LONGEST_FORM = 12
_FEWEST_HEADERS = 2
_HEAD = 12
"""How many lines from the top may be the head of a résumé."""


def find_attributes(around: Surroundings, outline: Outline) -> Iterator[PrivateValue]:
    """Every protected attribute of the author, in reading order of each kind of place."""
    text = around.document.text
    for span in _places(around, outline):
        for candidate in CANDIDATE.finditer(text, span.start, span.end):
            for kind, pattern in LABELS:
                found = pattern.match(text, candidate.start(), span.end)
                if found is not None:
                    yield from _value(text, kind, found)
                    yield from _listed_behind(text, kind, found.end(), span.end)
    yield from _columns(around, list(_places(around, outline)))
    yield from _strong_labels(text, outline)
    for span in _heads(around, outline):
        lines = text[span.start : span.end]
        for kind, pattern in HEAD:
            yield from _found(text, span, kind, pattern)
        if _is_line_of_attributes(lines):
            yield from _found(text, span, "gender", _LONE_GENDER)
    for index, statement in enumerate(outline.statements):
        told = statement.form in ("prose", "bullet", "cell") and statement.language and _is_told(outline, index)
        if told and TOLD.search(text, statement.span.start, statement.span.end):
            for kind, pattern in PROSE:
                yield from _found(text, statement.span, kind, pattern)
    yield from _photos(around, outline)


_LONE_GENDER = Expression(r"(?:^|[(|/,·\t]\s?)(?P<value>남성?|여성?|남자|여자|Male|Female|male|female)(?=\s?(?:$|[)|/,·\t]))")


def _is_line_of_attributes(lines: str) -> bool:
    return re.search(r"[0-9]{2}\s?(?:세|살)|(?:19|20)[0-9]{2}\s?년\s?생|[0-9]{2}년생|years? old", lines) is not None or DATE.search(lines) is not None


def _found(text: str, inside: Span, kind: PrivateKind, pattern: Pattern) -> Iterator[PrivateValue]:
    for found in pattern.finditer(text, inside.start, inside.end):
        yield from _value(text, kind, found)


def _listed_behind(text: str, kind: PrivateKind, start: int, end: int) -> Iterator[PrivateValue]:
    """What is told behind a birth date or an age without labels of its own: "Date of birth: 3 July 1994 / female / single"."""
    found = _LISTED.match(text, start, end) if kind in ("birth-date", "age") else None
    while found is not None:
        told: PrivateKind = "gender" if found["gender"] else "marital-status"
        group = found.span("gender" if found["gender"] else "marital")
        yield PrivateValue(told, Span(*group), starred(text[slice(*group)]), Span(*group))
        found = _LISTED.match(text, found.end(), end)


_LISTED = Expression(
    r"\s?\)?[^\S\n]?[(/|,·][^\S\n]?(?:(?P<gender>남성?|여성?|남자|여자|(?i:female|male))|(?P<marital>미혼|기혼|(?i:single|married|divorced|unmarried)))(?=[^\S\n]?(?:[)/|,·\t\n]|$))"
)


def _value(text: str, kind: PrivateKind, found: re.Match[str]) -> Iterator[PrivateValue]:
    start, end = found.span("value")
    end = start + len(text[start:end].rstrip())
    if end > start and not is_form_label(text[start:end]):
        label = found.start("label") if "label" in found.re.groupindex else start
        yield PrivateValue(kind, Span(start, end), starred(text[start:end]), Span(label, end))


def _strong_labels(text: str, outline: Outline) -> Iterator[PrivateValue]:
    """Labels in the head of a document of another kind that nobody writes but about a person: a short résumé looks like a project."""
    for part in outline.parts:
        if part.kind in _PERSONAL:
            continue
        titles = [section for section in outline.sections if section.title is not None and part.span.contains(section.span)]
        end = next((section.span.start for section in titles if section.span.start > part.span.start), part.span.end)
        for candidate in CANDIDATE.finditer(text, part.span.start, min(end, part.span.start + _LONGEST_HEAD)):
            for kind, pattern in LABELS:
                found = pattern.match(text, candidate.start(), end) if kind in _STRONG else None
                if found is not None:
                    yield from _value(text, kind, found)


def _columns(around: Surroundings, places: list[Span]) -> Iterator[PrivateValue]:
    """Forms whose headers stand above their values, and tables of the family."""
    words = around.document.words
    for table in around.document.walk():
        rows = [row for row in table.children if row.kind == "row" and row.children] if table.kind == "table" else []
        if not 1 < len(rows) <= _LONGEST_FORM or not any(place.contains(table.span) for place in places):
            continue
        headers = ["".join(words(cell.span).split()) for cell in rows[0].children]
        kinds = [next((kind for kind, pattern in COLUMNS if pattern.fullmatch(header)), None) for header in headers]
        if _reads_sideways(around, rows, kinds):
            continue
        if any(map(FAMILY.fullmatch, headers)) and any(map(FAMILY_JOB.fullmatch, headers)):
            kinds = ["family"] * len(headers)
        elif sum(kind is not None for kind in kinds) + any(map(_FORM_NAME.fullmatch, headers)) < _FEWEST_HEADERS or len(rows) > 2:
            continue
        for row in rows[1:]:
            for cell, kind in zip(row.children, kinds, strict=False):
                text = words(cell.span)
                if kind is not None and any(character.isalnum() for character in text):
                    yield PrivateValue(kind, cell.span, starred(text), cell.span)


def _reads_sideways(around: Surroundings, rows: list[Block], kinds: list[PrivateKind | None]) -> bool:
    """Whether the values stand beside their labels, so that what stands below a label is the next label."""
    text, first = around.document.text, rows[0]
    for index, kind in enumerate(kinds):
        # Anything may be the name of a town, the header beside it too.
        if kind not in (None, "home-town") and any(pattern.match(text, first.children[index].span.start, first.span.end) for told, pattern in LABELS if told == kind):
            return True
        below = [around.document.words(row.children[index].span) for row in rows[1:] if kind is not None and index < len(row.children)]
        if any(is_form_label(words) for words in below):
            return True
    return False


def _places(around: Surroundings, outline: Outline) -> Iterator[Span]:
    """Where a label may announce something about the author: personal documents, and the personal parts of others."""
    for part in outline.parts:
        if part.kind in _PERSONAL:
            yield from _without_others(outline, part.span)
    for section in outline.sections:
        if outline.parts[section.part].kind not in _PERSONAL and section.kind in _ABOUT_THE_AUTHOR and not _is_about_others(outline, section.heading):
            yield section.span
    furniture = [block.span for block in around.document.walk() if block.kind in ("header", "footer")]
    if outline.kind in _PERSONAL:
        covered = [part.span for part in outline.parts]
        yield from (span for span in furniture if not any(part.contains(span) for part in covered))


def _without_others(outline: Outline, span: Span) -> Iterator[Span]:
    """The span cut where a section speaks of users, customers and data."""
    position = span.start
    for section in outline.sections:
        if span.contains(section.span) and _is_about_others(outline, section.heading):
            if position < section.span.start:
                yield Span(position, section.span.start)
            position = max(position, section.span.end)
    if position < span.end:
        yield Span(position, span.end)


def _is_about_others(outline: Outline, heading: str) -> bool:
    return _NOT_ABOUT_THE_AUTHOR.search(heading) is not None


def _heads(around: Surroundings, outline: Outline) -> Iterator[Span]:
    """Lines of the head of a personal document, and of its personal sections, one by one."""
    text = around.document.text
    for part in outline.parts:
        if part.kind not in _PERSONAL:
            continue
        position = part.span.start
        for _ in range(_HEAD):
            end = text.find("\n", position)
            end = part.span.end if end < 0 else min(end, part.span.end)
            yield Span(position, min(end, position + _LONGEST_LINE))
            position = end + 1
            if position >= part.span.end:
                break
    for section in outline.sections:
        if section.kind in _ABOUT_THE_AUTHOR and section.title is not None and not _is_about_others(outline, section.heading):
            position = section.span.start
            for line in text[section.span.start : section.span.end].split("\n"):
                yield Span(position, position + min(len(line), _LONGEST_LINE))
                position += len(line) + 1


def _is_told(outline: Outline, index: int) -> bool:
    """Whether a sentence may tell of the author: in letters and résumés, elsewhere only under "about me"."""
    statement = outline.statements[index]
    section = outline.sections[statement.section]
    if _is_about_others(outline, section.heading) or section.kind in ("prompt", "task"):
        return False
    if outline.kind_of(statement) in _PERSONAL or section.kind in _ABOUT_THE_AUTHOR:
        return True
    # Asked of every statement, so no more than the first two are gathered.
    titles = list(islice((one for one in outline.sections if one.title is not None), 2))
    return len(titles) == 1 and _LETTER_TITLE.search(titles[0].heading) is not None


def _photos(around: Surroundings, outline: Outline) -> Iterator[PrivateValue]:
    """A picture in a personal document that its name calls a photo, or that stands in a cell beside the person's name."""
    document = around.document
    told = {found["target"] for found in PHOTO_TOLD.finditer(document.source)}
    for mark in document.marks:
        if mark.kind != "image" or PHOTO_OF_OTHERS.search(document.source[mark.source.start : mark.source.end] if mark.source is not None else mark.target):
            continue
        if mark.target in told:
            yield PrivateValue("photo", Span(mark.span.start, mark.span.start), "", _line_of(document.text, mark.span.start))
            continue
        if not any(part.kind in _PERSONAL and part.span.start <= mark.span.start <= part.span.end for part in outline.parts):
            continue
        name = mark.target.rpartition("/")[2]
        if (PHOTO_NAME.search(name) and not re.search(r"badge|shields|icon|banner|stats", mark.target)) or _is_in_form(around, mark.span):
            place = _line_of(document.text, mark.span.start)
            yield PrivateValue("photo", Span(mark.span.start, mark.span.start), "", place)


def _is_in_form(around: Surroundings, span: Span) -> bool:
    """Whether an empty cell of a form with the person's name holds it."""
    for table in (block for block in around.document.walk() if block.kind == "table"):
        if table.span.start <= span.start <= table.span.end and _FORM_NAME.search(around.document.words(table.span)):
            return any(_is_empty_cell(cell, span) for cell in table.walk() if cell.kind == "cell")
    return False


def _is_empty_cell(cell: Block, span: Span) -> bool:
    return cell.span.start == cell.span.end == span.start


def _line_of(text: str, offset: int) -> Span:
    """The line at the offset, or the nearest line with words before or after it: an empty place can't be shown."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = Span(start, end if end >= 0 else len(text))
    if text[line.start : line.end].strip():
        return line
    before = text[:offset].rstrip()
    if before:
        return Span(before.rfind("\n") + 1, len(before))
    after = len(text) - len(text[offset:].lstrip()) if text[offset:].strip() else offset
    end = text.find("\n", after)
    return Span(after, end if end >= 0 else len(text))
