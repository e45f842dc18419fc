"""FMT008: headings with nothing under them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from careerlint.checks.places import source_range, statement_at
from careerlint.expression import Expression
from careerlint.model.document import Block, Document
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.outline import Section, SectionKind, index_or_none
from careerlint.model.rule import Rule
from careerlint.model.span import Span

_MEDIA = Expression(r"<(?:img|video|iframe|audio|embed|object|svg|picture|source|table|input|pre|code)\b", re.IGNORECASE)
_GENERATED = Expression(r"<!--\s*(?:toc|begin|start|all-contributors|badge|markdown|auto|waka|blog|[A-Z-]+:START)", re.IGNORECASE)
_NOTHING = Expression(r"```[a-z]*\s*```|<!--.*?(?:-->|\Z)|<[^<>]*>|&nbsp;|\{[:#.][^}\n]*\}|\[[ xX]\]|(?m:^[^\S\n]*[0-9]{1,3}[.)][^\S\n]*$)|[\s#>*+\-=_|.:~\\•·]", re.DOTALL)
_BARE = Expression(r"^[ \t]*[-*+•][ \t]*\r?\n(?:[ \t]*\r?\n)*[ \t]*[-*+•][ \t]*\r?$", re.MULTILINE)
"""Two bullets with nothing behind them: the form of a list that was to be filled in."""
_CLOSING = Expression(r"감사|끝|맺음|수고|\bthank|\bthe end\b|^\W*end\W*$|\bfin\b|q\s?&\s?a|질의|응답|목차|contents|\btoc\b", re.IGNORECASE)
_TELLS = Expression(r"[:：]\s*\S|https?:|[.!?]\s*$|다\s*$|[0-9]{4}\s?[.\-/년]\s?[0-9]{1,2}|(?:19|20)[0-9]{2}|@|→|->")
_LONGEST_NAME = 40
_LONGEST_STEP = 90
"""So long may be the name of one of several numbered parts, where others of them are told: "3) Apply a threshold to find the floor, walls and stones"."""
_FEWEST_TOLD_STEPS = 3
_DASH = Expression(r"\s[–—|-]\s")
"""What stands between a name and what it is of: "Practice exercises — Cloud console"."""
_ENTRIES: frozenset[SectionKind] = frozenset(("experience", "projects"))
_LISTS: frozenset[SectionKind] = frozenset((*_ENTRIES, "education", "training", "activities"))
_WORK: frozenset[SectionKind] = frozenset(("method", "experiment", "result", "data", "troubleshooting"))
_STEPS = Expression(r"\b(?:process|methods?|methodology|approach|analysis|results?|data|experiments?|steps|workflow|challenges)\b|과정|절차|방법|접근|분석|결과|실험", re.IGNORECASE)
"""A heading that promises to tell the work, while names alone are enough under "Features"."""
_PICTURES = Expression(r"이미지|사진|화면|스크린\s?샷|캡처|시연|\b(?:images|pictures|photos|screens(?:hots)?|screenshots|screen captures|preview)\b", re.IGNORECASE)
"""A heading that promises pictures, which names do not replace."""
_PICTURES_ALONE = Expression(r"\W*(?:app\s|application\s|project\s|demo\s)?(?:images|pictures|photos|screen\s?shots?|screen captures)\W*|\W*(?:실행|서비스|구현|시연|앱)\s?(?:화면|이미지|사진|캡처)\W*|\W*(?:스크린\s?샷|캡처)\W*", re.IGNORECASE)
_DRAWN = Expression(r"[ \t]*\r?\n[ \t]*\r?\n\s*(?:-{3,}|\*{3,}|_{3,})[ \t]*\r?\n")
"""A line below an empty one; right below a heading it only underlines it."""
_LINKED = Expression(r"!\[|\]\(|https?://|^[ \t]*[-*+|][ \t]|\.(?:png|jpe?g|gif|webp|svg|mp4)\b", re.MULTILINE | re.IGNORECASE)
"""What shows or leads to a picture, or lists several."""
_FEWEST_STEPS = 3
_FEWEST_TOLD = 3
"""After so many highest headings over text a further one is a part of the document, and no title of others."""
_CHAPTER = Expression(r"\W*(?P<number>[0-9]{1,2})[.)]?\s")
_PART = Expression(r"\W*(?P<number>[0-9]{1,2})\s?[-.]\s?[0-9]")
"""What "4. Conclusion" and its first part, "4-1. Figures", begin with."""
_NUMBERED = Expression(r"(?:step\s?)?[0-9]{1,2}[.):]\s?(?=[^\W\d])", re.IGNORECASE)
"""What a numbered part begins with: "3) Apply a threshold", "2. 표 정제"."""
_MANUAL = Expression(r"\b(?:how to|deploy(?:ing|ment)?|install(?:ing|ation)?|set ?up|setting up|running|getting started|quick ?start|guide|tutorial|instructions)\b|설치|실행|사용법|사용 방법|배포|가이드|튜토리얼", re.IGNORECASE)
"""A heading that tells how a thing is set up or used, whatever it calls that."""
_BULLET = Expression(r"[\s\u00a0]*(?:[-*•·+–]\s|[-*•·+–]$)")
"""What a line begins with that was set as a heading and is a bullet."""
_SERIES = Expression(r"\W*(?:(?:day|step|week|phase|part|sprint|stage|round)\s?0?1\b|0?1\s?(?:일|주|회|단계|차|주차|일차|회차|장)(?![가-힣]*\d)|[(\[]?0?1[.)\]]\s|①)", re.IGNORECASE)
"""The first of a series, which the heading before it opens, though both are as high."""
_FIRST_OF = Expression(r"\W*(?P<stem>[^\W\d_]{2,4})[^\W\d_]*\s?#?0?1(?![0-9.])")
"""The first of what the heading before it may name: "Verification queries" and then "Query 1"."""
_TEMPLATE = Expression(r"(?:항목|제목|소제목|내용|회사\s?명|프로젝트\s?명|활동\s?명|item|title|heading|subheading|section|section title|company(?: name)?|project (?:name|title)|job title)(?:\s?[0-9])?", re.IGNORECASE)
"""Words of a template that were to be replaced."""
_STACK_PART = Expression(
    r"(?:front|back)[- ]?end|프론트(?:\s?엔드)?|백\s?엔드|서버|클라이언트|데이터\s?베이스|DB|인프라|배포|언어|프레임워크|라이브러리|협업\s?도구|도구|모바일|"
    r"servers?|clients?|databases?|data|infra(?:structure)?|languages?|frameworks?|libraries|tools?|devops|deployment|mobile|web|API|AI|ML",
    re.IGNORECASE,
)
"""A part of the stack, as headings under "tech stack" name it."""
_LISTING = Expression(r"(?:정보|내역|목록|소개|구성|역할|분담|일정|방법|기능|요약|설명|결과|과정)$")
"""What a heading ends with that announces something to come."""
_PERSON = Expression(r"[가-힣]{2,4}|[A-Z][a-z]+(?:\s[A-Z][\w.'’-]*){1,2}")


@dataclass(frozen=True, slots=True)
class _Heading:
    block: Block
    section: Section
    empty: bool
    groups: bool
    bare: bool


@dataclass(frozen=True, slots=True)
class _Family:
    """Headings of one level below the same one: the first, how many, how many stand over nothing, and whether some hold text or parts, or all are names of people."""

    first: _Heading
    size: int
    bare: int
    told: bool
    filled: bool
    persons: bool
    steps: bool
    """Whether all of them are numbered parts, of which some are told."""


@dataclass(frozen=True, slots=True)
class _Headings:
    """All headings of a document, with what is asked of all of them worked out once."""

    ordered: tuple[_Heading, ...]
    families: Mapping[tuple[int, int], _Family]
    last_told: Mapping[str, int]
    told_levels: frozenset[int]

    def family(self, heading: _Heading) -> _Family:
        """Those as high as it below the same heading, with itself."""
        return self.families[heading.section.parent, heading.section.level]

    def is_told_later(self, index: int) -> bool:
        """Whether the heading stands again further down, over text."""
        return self.last_told.get(self.ordered[index].section.heading, -1) > index


def find_empty_sections(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """Every heading that announces something and is followed by the next heading or by the end of the document."""
    found = _gathered(evidence.document, tuple(_headings(evidence)))
    headings = found.ordered
    for index, heading in enumerate(headings):
        if heading.empty and heading.groups and index and _holds_names_only(evidence, found, heading, index):
            yield _hit(evidence, heading)
            continue
        if index and not heading.groups and _shows_nothing(evidence.document, heading, headings[index + 1].block if index + 1 < len(headings) else None):
            yield _hit(evidence, heading)
            continue
        if not heading.empty or heading.groups or index == 0:
            continue
        following = headings[index + 1] if index + 1 < len(headings) else None
        if heading.bare:
            yield _hit(evidence, heading)
            continue
        if following is not None and _is_doubled(heading, following) and _announces(evidence, heading):
            yield _hit(evidence, heading)
            continue
        if _is_instruction(evidence, heading):
            continue
        if found.family(heading).steps:
            if _announces(evidence, heading, _LONGEST_STEP):
                yield _hit(evidence, heading)
            continue
        if following is not None and _is_title_of(evidence, heading, following):
            continue
        if found.is_told_later(index):
            # A line of a table of contents that is set as a heading: what it announces stands further down.
            continue
        if following is not None and following.section.level == heading.section.level and _opens_group(evidence, following, heading):
            continue
        if following is not None and _lists_as_high(evidence, heading, following):
            continue
        left_over = (index > 1 or _LISTING.search(heading.section.heading) is not None) and _is_left_over(evidence.document, heading, found, index)
        left_over = left_over or _is_left_in_list(evidence, heading, found) or _is_last_part(evidence.document, headings[index - 1], heading, following)
        if _announces(evidence, heading) and (heading.section.kind != "other" or left_over):
            yield _hit(evidence, heading)


def _gathered(document: Document, headings: tuple[_Heading, ...]) -> _Headings:
    members: dict[tuple[int, int], list[_Heading]] = {}
    for heading in headings:
        members.setdefault((heading.section.parent, heading.section.level), []).append(heading)
    last_told = {heading.section.heading: index for index, heading in enumerate(headings) if not heading.empty}
    told_levels = frozenset(heading.section.level for heading in headings if not heading.empty)
    return _Headings(headings, {key: _family(document, family) for key, family in members.items()}, last_told, told_levels)


def _family(document: Document, family: Sequence[_Heading]) -> _Family:
    bare = sum(each.empty and not each.groups for each in family)
    persons = all(_PERSON.fullmatch(each.section.heading) for each in family)
    told = [each for each in family if not each.empty]
    steps = len(told) >= _FEWEST_TOLD_STEPS and all(_NUMBERED.match(document.words(each.block.span).strip()) for each in family)
    return _Family(family[0], len(family), bare, bare < len(family), bool(told), persons, steps)


def _hit(evidence: Evidence, heading: _Heading) -> Hit:
    span = heading.block.span
    return Hit(span, statement_at(evidence, span), index_or_none(heading.section.entry), values={"match": evidence.document.words(span)})


def _headings(evidence: Evidence) -> Iterator[_Heading]:
    document = evidence.document
    if document.format not in ("md", "docx"):
        # Elsewhere only the look says what a heading is, and two columns tear it from its text.
        return
    by_title = {section.title: section for section in evidence.outline.sections if section.title is not None}
    blocks = [block for block in document.walk() if block.kind == "heading" and block.level > 0 and block.span in by_title]
    quotes = [block.span for block in document.walk() if block.kind == "quote"]
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        quoted = following is not None and _stands_in(following, quotes) and not _stands_in(block, quotes)
        groups = following is not None and following.level > block.level
        # What is quoted right below it stands under it, though set as a heading.
        empty = not quoted and _is_empty(document, block, following)
        yield _Heading(block, by_title[block.span], empty, groups, empty and _BARE.search(_source_between(document, block, following)) is not None)


def _stands_in(block: Block, quotes: Sequence[Span]) -> bool:
    return any(quote.contains(block.span) for quote in quotes)


def _is_empty(document: Document, heading: Block, following: Block | None) -> bool:
    end = following.span.start if following is not None else len(document.text)
    between = Span(heading.span.end, max(end, heading.span.end))
    if document.words(between).strip() or any(mark.kind == "image" for mark in document.marks_from(between)):
        return False
    source = _source_between(document, heading, following)
    return not (_MEDIA.search(source) or _GENERATED.search(source) or _NOTHING.sub("", source))


def _shows_nothing(document: Document, heading: _Heading, following: Block | None) -> bool:
    """Whether a heading promises pictures and nothing stands below it but a drawn line, and words behind that which show none."""
    if heading.empty or document.format != "md" or not _PICTURES_ALONE.fullmatch(document.words(heading.block.span).strip()):
        return False
    source = _source_between(document, heading.block, following)
    drawn = _DRAWN.match(source)
    return drawn is not None and not any(found.search(source, drawn.end()) for found in (_MEDIA, _LINKED, _GENERATED))


def _source_between(document: Document, heading: Block, following: Block | None) -> str:
    here = source_range(document, heading.span)
    there = source_range(document, following.span) if following is not None else None
    return document.source[here.end if here else 0 : there.start if there else len(document.source)]


def _is_doubled(heading: _Heading, following: _Heading) -> bool:
    """Whether the next heading, as high, says the same over text: the first of the two was left behind."""
    return not following.empty and following.section.level == heading.section.level and following.section.heading == heading.section.heading


def _is_instruction(evidence: Evidence, heading: _Heading) -> bool:
    """Whether it is a numbered step of how a thing is used ("1. Open the page"): the step is told by its heading."""
    if _NUMBERED.match(evidence.document.words(heading.block.span).strip()) is None:
        return False
    parts = [evidence.outline.sections[above] for above in evidence.outline.above(heading.section.parent)]
    return any(part.kind == "usage" or (len(part.heading) <= _LONGEST_NAME and _MANUAL.search(part.heading)) for part in parts)


def _announces(evidence: Evidence, heading: _Heading, longest: int = _LONGEST_NAME) -> bool:
    """Whether the heading is a name of what should follow, and no statement, date, link or closing word itself."""
    document, span = evidence.document, heading.block.span
    words = document.words(span)
    if heading.section.kind == "prompt":
        return True
    if _BULLET.match(words):
        return False
    if any(len(part) > longest for part in _DASH.split(words)) or _TELLS.search(words) or _CLOSING.search(words):
        return False
    return any(map(str.isalpha, words)) and not any(mark.kind in ("link", "image", "code") and span.contains(mark.span) for mark in document.marks_from(span))


def _holds_names_only(evidence: Evidence, found: _Headings, heading: _Heading, index: int) -> bool:
    """Whether a part that tells of the work ("Process") or shows it ("화면") holds nothing but names of steps, each a heading over nothing, where other parts have text."""
    first = found.ordered[index + 1]
    family = found.family(first)
    promises = _PICTURES.search(heading.section.heading) is not None or (heading.section.kind in _WORK and _STEPS.search(heading.section.heading) is not None)
    if not promises or first.groups or family.size < _FEWEST_STEPS or family.bare < family.size or family.persons:
        return False
    below = found.ordered[index + 1 : index + 1 + family.size]
    told = any(not other.empty for other in found.ordered if other.section.parent == heading.section.parent and other.section.level == heading.section.level)
    return told and all(each.section.parent == first.section.parent and _announces(evidence, each) for each in below)


def _is_title_of(evidence: Evidence, heading: _Heading, following: _Heading) -> bool:
    """Whether the next heading, as high, is a part of this one: of the same entry, or "Training" and then "Data for training"."""
    entry = heading.section.entry
    if entry >= 0 and following.section.entry == entry and evidence.outline.entries[entry].is_headed_by(heading.section):
        return True
    words = {word for word in heading.section.heading.lower().split() if len(word) > 1}
    return not following.empty and bool(words & set(following.section.heading.lower().split()))


def _is_left_over(document: Document, heading: _Heading, found: _Headings, index: int) -> bool:
    """Whether others like it have text, and it is not the first line of a heading of two lines."""
    family = found.family(heading)
    following = found.ordered[index + 1] if index + 1 < len(found.ordered) else None
    if document.format != "md" or not family.told:
        return False
    if heading.section.level < 2 and sum(not each.empty for each in found.ordered[:index] if each.section.level == heading.section.level) < _FEWEST_TOLD:
        return False
    if following is None or following.section.level < heading.section.level:
        return True
    return following.section.kind != "other" or following.empty or (heading is not family.first and 2 * family.bare <= family.size - family.bare)


def _is_last_part(document: Document, before: _Heading, heading: _Heading, following: _Heading | None) -> bool:
    """Whether the heading is the only part below one that has text of its own, and the next project or section follows."""
    below = following is not None and following.section.level < heading.section.level and before.section.level < heading.section.level
    return document.format == "md" and below and not before.empty and before.section.level > 1


def _opens_group(evidence: Evidence, following: _Heading, heading: _Heading) -> bool:
    """Whether the heading behind it, as high, is the first of its parts: the first of a series, numbered as its first part, or labels with a colon where it has none."""
    words = evidence.document.words(following.block.span).strip()
    if _SERIES.match(words) and not following.empty:
        return True
    first = _FIRST_OF.match(words)
    if first is not None and not following.empty and first["stem"].lower() in evidence.document.words(heading.block.span).lower():
        return True
    chapter, part = _CHAPTER.match(evidence.document.words(heading.block.span)), _PART.match(words)
    if chapter is not None and part is not None and chapter["number"] == part["number"] and not following.empty:
        return True
    if heading.section.kind in ("skills", "structure") and _STACK_PART.fullmatch(following.section.heading):
        return True
    return words.endswith((":", "：")) and not evidence.document.words(heading.block.span).strip().endswith((":", "："))


def _lists_as_high(evidence: Evidence, heading: _Heading, following: _Heading) -> bool:
    """Whether a list of jobs, schools or projects of a person begins with the next heading, which is as high: "## Work" and then "## Harbour Logistics"."""
    listed = heading.section.kind in _LISTS and evidence.outline.kind in ("resume", "career", "portfolio")
    return listed and following.block.level == heading.block.level and following.section.kind == "other" and not following.empty


def _is_left_in_list(evidence: Evidence, heading: _Heading, found: _Headings) -> bool:
    """Whether it is a word of a template, a member without words among members with some, or a project without words below a job."""
    words = heading.section.heading
    if _TEMPLATE.fullmatch(words):
        return True
    family = found.family(heading)
    if family.filled and family.persons:
        return family.size > 1
    listed = any(evidence.outline.sections[above].kind in _ENTRIES for above in evidence.outline.above(heading.section.parent))
    return listed and heading.section.level > 2 and heading.section.level in found.told_levels
