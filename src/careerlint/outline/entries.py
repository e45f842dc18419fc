"""Entries: which projects, jobs, courses, competitions and answers a document tells, and where each begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from careerlint.dates import has_date, has_date_range, without_dates
from careerlint.expression import Expression
from careerlint.model.document import Document
from careerlint.model.outline import EntryKind, Kind, SectionKind
from careerlint.model.span import Span
from careerlint.outline.answers import answers
from careerlint.outline.course_works import works_of_course
from careerlint.outline.empty_lists import holds_nothing
from careerlint.outline.entry_drafts import (
    DraftEntry,
    Reading,
    by_lines,
    kind_of,
    of_lines,
    of_section,
    of_title,
    without_index,
    without_overlap,
)
from careerlint.outline.entry_tails import without_author, without_tail
from careerlint.outline.kinds import is_employer, names_post
from careerlint.outline.levels import PROJECT_PARTS, RESUME_SECTIONS
from careerlint.outline.lines import OutlineLine
from careerlint.outline.plain_titles import plainly_titled, whole
from careerlint.outline.projects import (
    has_period,
    is_dated_item,
    numbered_projects,
    project_titles,
    repeated_headings,
    shows_project,
    tells_one_project,
)
from careerlint.outline.sections import DraftSection, ancestors, children, ends, first_line
from careerlint.outline.tables import lists_tools, row_entries
from careerlint.outline.titles import TitleReading, head_of, is_named, strong_starts
from careerlint.outline.year_headings import told_in_year

_LISTING: dict[SectionKind, EntryKind] = {
    "experience": "job", "projects": "project", "education": "course", "training": "course", "awards": "competition", "activities": "other",
    "publications": "other",
}
_WEAK: frozenset[EntryKind] = frozenset(("job", "project"))
"""Sections of these kinds are an entry even where nothing inside them begins one."""
_WORK = frozenset(("job", "project", "competition"))
_WORK_SECTIONS = frozenset(("experience", "projects"))
_SCHOOL = Expression(
    r"학과|학부(?!연구)|학사|석사|박사|부트캠프|교육\s?과정|졸업(?!\s?(?:연구|작품|프로젝트|논문))|수료|대학교?\s*[(\d|]|고등학교\s*[(\d|]|\b(?:bootcamp|course|b\.?sc|m\.?sc|bachelor|master'?s?|ph\.?d|diploma|degree)\b|\b(?:university|college|school)\b(?=[^,]{0,30}(?:$|\())",
    re.IGNORECASE,
)
"""Titles of what was studied."""
_POST = Expression(r"연구원|연구소|조교|교사|강사|직원|근무|\b(?:teacher|lecturer|assistant|nurse|cook|chef|officer|engineer|developer|manager|analyst|technician|administrator|librarian|caretaker|coach|tutor|head|researcher|kitchen|secretary|architect|scientist|designer|consultant|director|specialist|intern|founder)\b", re.IGNORECASE)
"""Words of a post, at a school too."""
_KOREAN_POST = Expression(r"(?:엔지니어|개발자|분석가|사이언티스트|디자이너|기획자|매니저|인턴|사원|대리|과장|팀장)(?!\s?(?:양성|과정|교육|부트|를|을|가|이\s?되))")
_PUBLISHED = Expression(r"(?:특허|논문|학술지|학회지?|저널|발표|저서|patents?|papers?|journals?|conferences?|articles?|talks?|posters?|preprints?|books?|theses|publications?)\W*$", re.IGNORECASE)
"""What groups publications: "Korean patents"."""
_AND_OTHER = Expression(r"기타|활동|오픈\s?소스|\b(?:others?|misc\w*|more|activities|open source|additional)\b", re.IGNORECASE)
_AWARD = Expression(r"상(?:\W|$)|수상|장려|우승|대회|공모|경진|해커톤|챌린지|장학|선정|표창|메달|\d\s?[위등](?:\W|$)|award|prize|winner|medal|honou?r|scholar|fellowship|place|rank|top\s?\d|hackathon|competition|challenge|contest|olympiad|kaggle|dacon|데이콘|캐글", re.IGNORECASE)
_SEVERAL = 2
_FEW_SECTIONS = 2
"""With more sections than a title and what is above it, headings and not lines tell the projects."""
_SHORT_LINE = 100
_FEATURED = Expression(r"(?:featured|main|current|capstone|final|flagship|signature)\s(?:project|product)\s?[:：|–—-]\s?\S|(?:대표|주요|최종)\s?(?:프로젝트|작업)\s?[:：|–—-]\s?\S", re.IGNORECASE)
"""A heading that says of one work which it is."""
_JOBS_TOGETHER = Expression(r"^(?:(?:other|earlier|previous|short|student|summer|part-time)\s)?(?:inter\w{0,3}ships?|jobs|roles|positions|placements|traineeships)$|^(?:기타|그\s?외|이전|단기)\s?(?:경력|근무|인턴|아르바이트|직장)$", re.IGNORECASE)
"""What several jobs are called together that stand in one list."""
_DURATION = Expression(r"(?:약\s?|about\s)?(?:\d{1,3}\s?(?:년|개월|달|주|일|years?|yrs?|months?|mos?|weeks?|days?)[\s,]*){0,3}", re.IGNORECASE)


def draft_entries(document: Document, lines: Sequence[OutlineLine], sections: Sequence[DraftSection], kind: Kind) -> list[DraftEntry]:
    """The entries of a document of this kind, in reading order, without overlap."""
    reading = Reading(document, lines, sections, children(sections), ends(sections), TitleReading(document, strong_starts(document)))
    if kind == "project":
        return whole(reading)
    if kind == "cover-letter":
        return answers(reading)
    entries = _listed(reading)
    if kind == "portfolio" and (numbered_projects(document, sections) or not any(entry.kind in ("project", "job", "competition") for entry in entries)):
        titles = project_titles(document, lines, sections)
        if not titles and not entries and tells_one_project(sections):
            return whole(reading)
        entries += [of_section(reading, index, "project") for index in titles]
        if not any(entry.kind in ("project", "competition") for entry in entries):
            found = by_lines(reading, range(len(lines)), "project", 0) if len(sections) <= _FEW_SECTIONS else plainly_titled(reading)
            entries += found or ([] if _is_only_of_a_person(reading) else whole(reading))
    if kind in ("resume", "career"):
        told = any(entry.kind in _WORK for entry in entries)
        listed = any(section.kind in _LISTING for section in sections)
        dated = _dated(reading, entries) if listed else []
        entries += dated
        if not told and not dated and not any(section.kind in _WORK_SECTIONS for section in sections):
            # A job with its years may hold projects, of which its own entry knows nothing.
            dated = _dated(reading, entries) if kind == "career" and not listed else []
            found = dated or [of_section(reading, index, "job") for index in project_titles(document, lines, sections)]
            if not found and not listed:
                found = _dated(reading, entries) or _unlisted(reading)
            # A history of jobs holds nothing else, with or without their years.
            if not found and kind == "career":
                found = [replace(entry, kind="job") for entry in plainly_titled(reading)]
            entries += found or (_posts(reading) if not entries else [])
        entries += _of_roles(reading, entries)
        entries += _named_inside(reading, entries)
    entries = [without_author(reading, entry) for entry in entries]
    return without_overlap(sorted(without_tail(reading, without_index(document, entries)), key=lambda entry: (entry.lines, entry.rows or (0, 0))))


def _is_only_of_a_person(reading: Reading) -> bool:
    """Whether all headings of a portfolio below its title are about its author or lists that hold nothing: a page with a link to where the works are."""
    lowest = min((section.level for section in reading.sections if section.title is not None), default=0)
    # A bold line may say who it is.
    below = [
        index for index, section in enumerate(reading.sections)
        if section.title is not None and (section.kind != "other" or (section.level > lowest and not reading.lines[first_line(section)].look))
    ]
    lists = [index for index in below if reading.sections[index].kind in _WORK_SECTIONS]
    return bool(lists) and all(reading.sections[index].kind in RESUME_SECTIONS | {"structure"} for index in below) and all(holds_nothing(reading, index) for index in lists)


def _posts(reading: Reading) -> list[DraftEntry]:
    """The blocks of a page about a person that are called by what they were ("iOS Developer, Naver"), without a section that lists them."""
    found = [index for index, section in enumerate(reading.sections) if section.kind == "other" and names_post(reading.document, section)]
    return [of_section(reading, index, "job") for index in found] if len(found) >= _SEVERAL else []


def _lines_of(entries: Sequence[DraftEntry]) -> set[int]:
    return {line for entry in entries for line in range(*entry.lines)}


def _of_roles(reading: Reading, entries: Sequence[DraftEntry]) -> list[DraftEntry]:
    """Projects below a heading "Main work and results" that stands beside the job to which they belong."""
    taken = _lines_of(entries)
    found: list[DraftEntry] = []
    for index, section in enumerate(reading.sections):
        inside = [child for child in reading.children[index] if reading.sections[child].kind == "other" and reading.sections[child].late not in PROJECT_PARTS]
        if section.kind in ("role", "result") and len(inside) >= _SEVERAL and taken.isdisjoint(range(first_line(section), reading.ends[index])):
            found += [entry for child in inside for entry in _below(reading, child, "project")]
    return found


def _named_inside(reading: Reading, entries: Sequence[DraftEntry]) -> list[DraftEntry]:
    """Projects of a résumé under headings of their own outside all lists, where the heading or one inside it gives the name: "Featured project: Floe", "Final project" above "Project name: weirs"."""
    taken = _lines_of(entries)
    found: list[DraftEntry] = []
    for index, section in enumerate(reading.sections):
        around = [reading.sections[place].kind for place in (index, *ancestors(reading.sections, index))]
        labelled = any(reading.sections[child].title is not None and is_named(reading.document, reading.sections[child].title or Span(0, 0)) for child in reading.children[index])
        featured = section.title is not None and _FEATURED.match(section.heading) is not None and section.lines[0] < reading.ends[index]
        if (labelled or featured) and all(kind == "other" for kind in around) and taken.isdisjoint(range(first_line(section), reading.ends[index])):
            found.append(of_section(reading, index, "project"))
    return found


def _unlisted(reading: Reading) -> list[DraftEntry]:
    """Jobs of a résumé none of whose headings lists them: dated blocks, or dated lines under one heading."""
    if len(reading.sections) <= _FEW_SECTIONS:
        return [entry for entry in by_lines(reading, range(len(reading.lines)), "job", 0) if not _is_plain_bullet(reading, entry)]
    found: list[DraftEntry] = []
    for index, section in enumerate(reading.sections):
        if section.title is not None and section.kind == "other":
            dated = has_period(reading.document, reading.lines, section)
            told = [of_lines(reading, index, "job")] if dated else by_lines(reading, range(*section.lines), "job", index)
            found += [entry for entry in told if not _is_plain_bullet(reading, entry)]
    return found


def _is_plain_bullet(reading: Reading, entry: DraftEntry) -> bool:
    """Whether an entry is a bullet without a date and names no post, as skills, virtues and interests are listed."""
    line = reading.lines[entry.lines[0]]
    head = head_of(reading.document, line)
    if any(reading.sections[place].kind == "role" for place in ancestors(reading.sections, entry.section)):
        # Under "주요 업무" each bullet with bullets of its own is a work.
        return line.kind == "item" and not has_date(head) and not any(below.depth > line.depth for below in reading.lines[entry.lines[0] + 1 : entry.lines[1]])
    return line.kind == "item" and not has_date(head) and _POST.search(head) is None and _KOREAN_POST.search(head) is None


def _dated(reading: Reading, entries: Sequence[DraftEntry]) -> list[DraftEntry]:
    """Jobs of a résumé that stand under their own headings with a period, beside the sections that list degrees and the like."""
    taken = _lines_of(entries)
    found: list[DraftEntry] = []
    for index, section in enumerate(reading.sections):
        words = reading.document.words(section.title) if section.title is not None else ""
        around = [reading.sections[place] for place in ancestors(reading.sections, index)]
        listed = any(above.kind in _LISTING and above.level > 1 for above in around) or any(above.kind in PROJECT_PARTS for above in around)
        dated = has_date_range(words) or is_employer(reading.document, reading.lines, section)
        if section.kind == "other" and section.level > 1 and not listed and dated and (_POST.search(words) or not _SCHOOL.search(words)):
            inside = range(first_line(section), reading.ends[index])
            if not any(line in taken for line in inside):
                found += _below(reading, index, "job")
                taken.update(inside)
    return found


def _listed(reading: Reading) -> list[DraftEntry]:
    """Entries of the sections that list them; a list inside an entry ("수상" of one project) is none."""
    entries: list[DraftEntry] = []
    for index, section in enumerate(reading.sections):
        around = (reading.sections[place].kind for place in ancestors(reading.sections, index))
        if section.kind in _LISTING and not any(kind in PROJECT_PARTS for kind in around):
            entries += _of_listing(reading, index)
    return entries


def _of_listing(reading: Reading, index: int) -> list[DraftEntry]:
    section = reading.sections[index]
    listing = _LISTING[section.kind]
    inside = reading.children[index]
    titled = [child for child in inside if reading.sections[child].kind == "other"]
    if titled:
        found = by_lines(reading, range(*section.lines), listing, index)
        for child in titled:
            if section.kind == "publications" and _PUBLISHED.search(reading.sections[child].heading):
                found += by_lines(reading, range(*reading.sections[child].lines), listing, child)
            else:
                found += told_in_year(reading, child, listing) or _below(reading, child, listing)
        return [_not_awarded(reading, entry) for entry in found] if section.kind == "awards" and _AND_OTHER.search(section.heading) else found
    if any(reading.sections[child].kind in PROJECT_PARTS for child in inside) and listing in _WEAK:
        looks = all(reading.lines[first_line(reading.sections[child])].look for child in inside)
        starts = by_lines(reading, range(section.lines[0], reading.ends[index] if looks else section.lines[1]), listing, index)
        if len(starts) == 1:
            return [DraftEntry(starts[0].title, (starts[0].lines[0], reading.ends[index]), index, starts[0].kind)]
        return starts or [DraftEntry(None, (section.lines[0], reading.ends[index]), index, listing)]
    if not section.lines[0] < section.lines[1] or holds_nothing(reading, index):
        return []
    found = by_lines(reading, range(*section.lines), listing, index)
    tables = [line.table for line in reading.lines[slice(*section.lines)]]
    if not found and all(table is not None and lists_tools(reading.document, table) for table in tables):
        return []
    if not found and listing in _WEAK:
        if any(reading.sections[child].kind in _WORK_SECTIONS for child in inside):
            # What stands above "Jobs" under the title "Career of ..." opens the page.
            return []
        nested = section.parent >= 0 and reading.sections[section.parent].kind in _LISTING
        # "R projects" beside "SQL projects" has no other name.
        beside = sum(other.kind == section.kind and (other.parent, other.level) == (section.parent, section.level) for other in reading.sections)
        return [of_lines(reading, index, listing) if nested or beside > _SEVERAL else DraftEntry(None, section.lines, index, listing)]
    return found


def _not_awarded(reading: Reading, entry: DraftEntry) -> DraftEntry:
    """Under "Awards and others" only what names an award or a competition is one."""
    words = reading.document.words(entry.title) if entry.title is not None else ""
    return entry if _AWARD.search(words) else replace(entry, kind="other")


def _below(reading: Reading, index: int, listing: EntryKind) -> list[DraftEntry]:
    """The entry that a titled block is, or the entries inside it where it only groups them."""
    inside = [
        child for child in reading.children[index]
        if reading.sections[child].kind == "other" and reading.sections[child].late not in PROJECT_PARTS and not _is_period(reading, reading.sections[child].title)
    ]
    if listing == "course" and (made := works_of_course(reading, index)):
        return made
    groups = bool(inside) and listing in _WEAK and _is_group(reading, index, inside, listing)
    told = _told_inside(reading, index, listing) if listing in _WEAK and not groups else []
    if len(told) >= _SEVERAL:
        return told
    if not groups:
        end = _end_with_parts(reading, index)
        if end <= reading.sections[index].lines[0] and not (listing == "course" and _is_lone_degree(reading, index)):
            return []
        return [DraftEntry(reading.sections[index].title, (first_line(reading.sections[index]), end), index, kind_of(reading, reading.sections[index].title, listing))]
    found = [of_lines(reading, index, listing)] if _tells(reading, index) else []
    below: EntryKind = "project" if listing == "job" and not found and not _are_posts(reading, inside) else listing
    for child in inside:
        found += _below(reading, child, below)
    return found


def _is_lone_degree(reading: Reading, index: int) -> bool:
    """Whether a heading with its years says all there is to say of a degree, and is no group of the blocks beside it."""
    section = reading.sections[index]
    beside = [other for other in reading.sections[index + 1 :] if (other.parent, other.level) == (section.parent, section.level)]
    return has_date(section.heading) and all(has_date(other.heading) for other in beside[:1])


def _are_posts(reading: Reading, inside: Sequence[int]) -> bool:
    """Whether the blocks below an employer are what somebody was there ("SOC manager", "Analyst"), and no projects."""
    return all((title := reading.sections[child].title) is not None and _POST.search(reading.document.words(title)) for child in inside)


def _is_period(reading: Reading, title: Span | None) -> bool:
    """Whether a heading is the period of what stands above it: "2022.03 ~ 2023.06 (1년 4개월)"."""
    words = reading.document.words(title) if title is not None else ""
    return has_date_range(words) and _DURATION.fullmatch(without_dates(words)) is not None


def _is_group(reading: Reading, index: int, inside: Sequence[int], listing: EntryKind) -> bool:
    """Whether a titled block only holds projects: they show that they are some, or it says nothing itself. One bold line is a part of it."""
    only = reading.sections[inside[0]]
    if len(inside) < _SEVERAL and reading.lines[first_line(only)].look and not reading.lines[first_line(reading.sections[index])].look and not has_date_range(only.heading):
        return False
    again = repeated_headings(reading.sections, index, reading.children) if listing == "project" else 0
    if again >= _SEVERAL:
        return False
    shown = sum(shows_project(reading.document, reading.lines, reading.sections, child, reading.children) for child in inside)
    if shown:
        # A project that tells of itself in bullets is none of a group because one heading inside it has parts.
        alone = listing == "project" and any(line.kind == "item" for line in reading.lines[slice(*reading.sections[index].lines)])
        return shown * 2 >= len(inside) if not alone else shown == len(inside) and len(inside) >= _SEVERAL
    parts = any(reading.sections[child].kind in PROJECT_PARTS for child in reading.children[index])
    return not _tells(reading, index) and not parts and (not again or _holds_namesakes(reading, index, inside, again))


def _holds_namesakes(reading: Reading, index: int, inside: Sequence[int], again: int) -> bool:
    """Whether a heading repeated in another block is the name of a work there too ("Rent analysis" among dashboards and among sheets): parts have theirs in most blocks."""
    parent = reading.sections[index].parent
    beside = [sibling for sibling in (reading.children[parent] if parent >= 0 else ()) if sibling != index and reading.children[sibling]]
    names = {reading.sections[child].heading.lower() for sibling in beside for child in reading.children[sibling]}
    repeated = sum(reading.sections[child].heading.lower() in names for child in inside)
    return len(beside) >= _SEVERAL and 2 * again <= len(beside) and 2 * repeated <= len(inside)


def _told_inside(reading: Reading, index: int, listing: EntryKind) -> list[DraftEntry]:
    """Projects told inside one titled block without headings: lines that name them, rows of a list, bullets with a period each."""
    lines = range(*reading.sections[index].lines)
    if any(reading.sections[child].kind in PROJECT_PARTS for child in reading.children[index]):
        return _made_at_work(reading, index) if listing == "job" else []
    if listing == "job":
        named = [entry for entry in by_lines(reading, lines, "project", index) if entry.title and is_named(reading.document, entry.title)]
        if len(named) >= _SEVERAL:
            return named
        if _JOBS_TOGETHER.search(reading.sections[index].heading) and all(reading.lines[place].kind == "item" for place in lines):
            posts = [entry for entry in by_lines(reading, lines, "job", index) if entry.title is not None and has_date_range(reading.document.words(entry.title))]
            if len(posts) >= _SEVERAL:
                return posts
    rows: list[DraftEntry] = []
    for position in lines:
        table = reading.lines[position].table
        found = row_entries(reading.document, table, named_only=True) if table is not None else []
        rows += [DraftEntry(row.title, (position, position + 1), index, kind_of(reading, row.title, "project"), row.rows) for row in found]
    if len(rows) >= _SEVERAL:
        return rows
    dated = [place for place in lines if reading.lines[place].kind == "item" and reading.lines[place].depth == 1 and is_dated_item(reading.document, reading.lines[: lines.stop], place)]
    return [of_title(reading, start, end, index, "project") for start, end in zip(dated, [*dated[1:], lines.stop][: len(dated)], strict=True)]


def _made_at_work(reading: Reading, index: int) -> list[DraftEntry]:
    """Projects under the heading "주요 업무" of a job, where lines with a period each have more told below them."""
    duties = [child for child in reading.children[index] if reading.sections[child].kind == "role"]
    if len(duties) != 1 or len(reading.children[index]) != 1:
        return []
    found = by_lines(reading, range(*reading.sections[duties[0]].lines), "project", duties[0])
    dated = [entry for entry in found if entry.title is not None and has_date_range(reading.document.words(entry.title))]
    told = sum(entry.lines[1] - entry.lines[0] > 1 for entry in dated)
    return dated if len(dated) >= _SEVERAL and len(dated) == len(found) and 2 * told > len(dated) else []


def _tells(reading: Reading, index: int) -> bool:
    """Whether a titled block has statements of its own, more than short lines with period and position."""
    section = reading.sections[index]
    return any(
        line.kind in ("item", "table") or (line.kind == "text" and len(line.span) > _SHORT_LINE) for line in reading.lines[section.lines[0] : section.lines[1]]
    )


def _end_with_parts(reading: Reading, index: int) -> int:
    """Where the block ends; parts of a project at the same level right after it ("개요" after its title) belong to it."""
    section, end = reading.sections[index], reading.ends[index]
    if section.parent < 0:
        return end
    for sibling in reading.children[section.parent]:
        if sibling > index:
            if reading.sections[sibling].kind not in PROJECT_PARTS:
                break
            end = reading.ends[sibling]
    return end
