"""Entries: which projects, jobs, courses, competitions and answers a document tells, and where each begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from careerlint.dates import has_date, has_date_range, without_dates
from careerlint.expression import Expression
from careerlint.model.outline import EntryKind, Kind, SectionKind
from careerlint.model.span import Span
from careerlint.outline.answers import answers
from careerlint.outline.course_works import works_of_course
from careerlint.outline.degrees import with_their_parts
from careerlint.outline.draft import Draft
from careerlint.outline.empty_lists import holds_nothing
from careerlint.outline.entry_drafts import (
    DraftEntry,
    by_lines,
    closes_page,
    kind_of,
    of_lines,
    of_section,
    of_title,
    without_index,
    without_overlap,
)
from careerlint.outline.entry_tails import without_author, without_tail
from careerlint.outline.inside_jobs import linked_inside, made_at_work, with_linked_items
from careerlint.outline.kinds import introduces_writer, is_employer, names_post
from careerlint.outline.levels import PROJECT_PARTS
from careerlint.outline.named_lines import named_lines
from careerlint.outline.plain_titles import (
    named_paragraphs,
    only_speaks_of_itself,
    plainly_titled,
    speaks_of_the_page,
    whole,
)
from careerlint.outline.projects import (
    has_period,
    is_dated_item,
    numbered_projects,
    project_titles,
    repeated_headings,
    shows_project,
    tells_one_project,
)
from careerlint.outline.run_in_titles import run_in_titles, with_bracketed
from careerlint.outline.schooling import schools
from careerlint.outline.sections import ancestors, first_line
from careerlint.outline.shown_works import is_only_of_a_person, shown
from careerlint.outline.tables import lists_tools, row_entries
from careerlint.outline.titles import head_of, is_named
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
_PUBLISHED = Expression(r"(?:국문|영문|국내|국외|해외|국제|domestic|international|특허|논문|학술지|학회지?|저널|발표|저서|patents?|papers?|journals?|conferences?|articles?|talks?|posters?|preprints?|books?|theses|publications?|online|media|press|blogs?|blog posts|posts|code|software|data ?sets?)\W*$", re.IGNORECASE)
"""What groups publications: "Korean patents"."""
_AND_OTHER = Expression(r"기타|활동|오픈\s?소스|\b(?:others?|misc\w*|more|activities|open source|additional)\b", re.IGNORECASE)
_AWARD = Expression(r"상(?:\W|$)|수상|장려|우승|대회|공모|경진|해커톤|챌린지|장학|선정|표창|메달|\d\s?[위등](?:\W|$)|award|prize|winner|medal|honou?r|scholar|fellowship|place|rank|top\s?\d|hackathon|competition|challenge|contest|olympiad|kaggle|dacon|데이콘|캐글", re.IGNORECASE)
_TAUGHT = frozenset(("education", "training"))
_SEVERAL = 2
_FEW_SECTIONS = 2
"""With more sections than a title and what is above it, headings and not lines tell the projects."""
_SHORT_LINE = 100
_FEATURED = Expression(r"(?:featured|main|current|capstone|final|flagship|signature)\s(?:project|product)\s?[:：|–—-]\s?\S|(?:대표|주요|최종)\s?(?:프로젝트|작업)\s?[:：|–—-]\s?\S", re.IGNORECASE)
"""A heading that says of one work which it is."""
_JOBS_TOGETHER = Expression(
    r"^(?:(?:other|earlier|previous|short|student|summer|part-time)\s)?(?:inter\w{0,3}ships?|jobs|roles|positions|placements|traineeships)$|^(?:professional|industry|industrial|academic|research|teaching|clinical|freelance|full-time|part-time|on campus|abroad)(?:\s(?:experience|work|jobs|roles|positions))?$"
    r"|^(?:기타|그\s?외|이전|단기)\s?(?:경력|근무|인턴|아르바이트|직장)$|^(?:정규직|계약직|인턴|아르바이트|프리랜서|연구|강의|산업체|학교|국내|해외)(?:\s?(?:경력|경험))?$",
    re.IGNORECASE,
)
"""What several jobs are called together that stand in one list."""
_DURATION = Expression(r"(?:약\s?|about\s)?(?:\d{1,3}\s?(?:년|개월|달|주|일|years?|yrs?|months?|mos?|weeks?|days?)[\s,]*){0,3}", re.IGNORECASE)


def draft_entries(draft: Draft, kind: Kind) -> list[DraftEntry]:
    """The entries of a document of this kind, in reading order, without overlap."""
    if kind == "project":
        return whole(draft)
    if kind == "cover-letter":
        return answers(draft)
    entries = _listed(draft)
    if kind == "portfolio":
        entries = shown(draft, entries)
    if kind == "portfolio" and (numbered_projects(draft) or not any(entry.kind in ("project", "job", "competition") for entry in entries)):
        titles = project_titles(draft)
        if not titles and not entries and tells_one_project(draft):
            return whole(draft)
        entries += [entry for index in titles if not speaks_of_the_page(draft, entry := of_section(draft, index, "project"))]
        if not any(entry.kind in ("project", "competition") for entry in entries):
            found = by_lines(draft, range(len(draft.lines)), "project", 0) if len(draft.sections) <= _FEW_SECTIONS else [entry for entry in plainly_titled(draft) if not speaks_of_the_page(draft, entry)]
            entries += found or named_paragraphs(draft) or _named_inside(draft, entries) or ([] if is_only_of_a_person(draft) or only_speaks_of_itself(draft) else whole(draft))
    if kind in ("resume", "career"):
        told = any(entry.kind in _WORK for entry in entries)
        listed = any(section.kind in _LISTING for section in draft.sections)
        dated = _dated(draft, entries) if listed else []
        entries += dated
        if not told and not dated and not any(section.kind in _WORK_SECTIONS for section in draft.sections):
            # A job with its years may hold projects, of which its own entry knows nothing.
            dated = _dated(draft, entries) if kind == "career" and not listed else []
            found = dated or [of_section(draft, index, "job") for index in project_titles(draft)]
            if not found and not listed:
                found = _dated(draft, entries) or _unlisted(draft)
            # A history of jobs holds nothing else, with or without their years.
            if not found and kind == "career":
                found = [replace(entry, kind="job") for entry in plainly_titled(draft)]
            entries += found or (_posts(draft) if not entries else [])
        entries += _of_roles(draft, entries)
        entries += _named_inside(draft, entries)
        entries = with_linked_items(draft, with_bracketed(draft, entries))
    entries = [without_author(draft, entry) for entry in [*entries, *schools(draft, entries)]]
    return without_overlap(sorted(without_tail(draft, without_index(draft.document, entries)), key=lambda entry: (entry.lines, entry.rows or (0, 0))))


def _posts(draft: Draft) -> list[DraftEntry]:
    """The blocks of a page about a person that are called by what they were ("iOS Developer, Naver"), without a section that lists them."""
    found = [index for index, section in enumerate(draft.sections) if section.kind == "other" and names_post(draft.document, section)]
    return [of_section(draft, index, "job") for index in found] if len(found) >= _SEVERAL else []


def _lines_of(entries: Sequence[DraftEntry]) -> set[int]:
    return {line for entry in entries for line in range(*entry.lines)}


def _of_roles(draft: Draft, entries: Sequence[DraftEntry]) -> list[DraftEntry]:
    """Projects below a heading "Main work and results" that stands beside the job to which they belong."""
    taken = _lines_of(entries)
    first = next((index for index, section in enumerate(draft.sections) if section.kind == "experience"), 0)
    found: list[DraftEntry] = []
    for index, section in enumerate(draft.sections):
        inside = [child for child in draft.children[index] if draft.sections[child].kind == "other" and draft.sections[child].late not in PROJECT_PARTS]
        # What stands above all jobs sums them up.
        if section.kind in ("role", "result") and index >= first and len(inside) >= _SEVERAL and taken.isdisjoint(range(first_line(section), draft.ends[index])):
            found += [entry for child in inside for entry in _below(draft, child, "project")]
    return found


def _named_inside(draft: Draft, entries: Sequence[DraftEntry]) -> list[DraftEntry]:
    """Projects of a résumé or the page of a person under headings of their own outside all lists, where the heading or one inside it gives the name: "Featured project: Floe", "Final project" above "Project name: weirs"."""
    taken = _lines_of(entries)
    found: list[DraftEntry] = []
    for index, section in enumerate(draft.sections):
        around = [draft.sections[place].kind for place in (index, *ancestors(draft.sections, index))]
        labelled = any(draft.sections[child].title is not None and is_named(draft.document, draft.sections[child].title or Span(0, 0)) for child in draft.children[index])
        featured = section.title is not None and _FEATURED.match(section.heading) is not None and section.lines[0] < draft.ends[index]
        if (labelled or featured) and all(kind == "other" for kind in around) and taken.isdisjoint(range(first_line(section), draft.ends[index])):
            found.append(of_section(draft, index, "project"))
    return found


def _unlisted(draft: Draft) -> list[DraftEntry]:
    """Jobs of a résumé none of whose headings lists them: dated blocks, or dated lines under one heading."""
    if len(draft.sections) <= _FEW_SECTIONS:
        jobs = [entry for entry in by_lines(draft, range(len(draft.lines)), "job", 0) if not _is_plain_bullet(draft, entry)]
        return [] if len(jobs) == 1 and _presents_its_writer(draft, jobs[0]) else jobs
    found: list[DraftEntry] = []
    for index, section in enumerate(draft.sections):
        if section.title is not None and section.kind == "other":
            dated = has_period(draft, section)
            told = [of_lines(draft, index, "job")] if dated else by_lines(draft, range(*section.lines), "job", index)
            found += [entry for entry in told if not _is_plain_bullet(draft, entry)]
    return found


def _presents_its_writer(draft: Draft, entry: DraftEntry) -> bool:
    """Whether the only title of a page stands above all else and has no date: "Data engineering lead @ Vell" says who the page is about."""
    first = next((place for place, line in enumerate(draft.lines) if line.kind not in ("heading", "silent")), 0)
    return entry.lines[0] == first and not any(character.isdigit() for character in head_of(draft.document, draft.lines[first]))


def _is_plain_bullet(draft: Draft, entry: DraftEntry) -> bool:
    """Whether an entry is a bullet without a date and names no post, as skills, virtues and interests are listed."""
    line = draft.lines[entry.lines[0]]
    head = head_of(draft.document, line)
    if any(draft.sections[place].kind == "role" for place in ancestors(draft.sections, entry.section)):
        # Under "주요 업무" each bullet with bullets of its own is a work.
        return line.kind == "item" and not has_date(head) and not any(below.depth > line.depth for below in draft.lines[entry.lines[0] + 1 : entry.lines[1]])
    return line.kind == "item" and not has_date(head) and _POST.search(head) is None and _KOREAN_POST.search(head) is None


def _dated(draft: Draft, entries: Sequence[DraftEntry]) -> list[DraftEntry]:
    """Jobs of a résumé that stand under their own headings with a period, beside the sections that list degrees and the like."""
    taken = _lines_of(entries)
    found: list[DraftEntry] = []
    for index, section in enumerate(draft.sections):
        words = draft.document.words(section.title) if section.title is not None else ""
        around = [draft.sections[place] for place in ancestors(draft.sections, index)]
        listed = any(above.kind in _LISTING and above.level > 1 for above in around) or any(above.kind in PROJECT_PARTS for above in around)
        dated = has_date_range(words) or is_employer(draft, section)
        if section.kind == "other" and section.level > 1 and not listed and dated and (_POST.search(words) or not _SCHOOL.search(words)):
            inside = range(first_line(section), draft.ends[index])
            if not any(line in taken for line in inside):
                found += _below(draft, index, "job")
                taken.update(inside)
    return found


def _listed(draft: Draft) -> list[DraftEntry]:
    """Entries of the sections that list them; a list inside an entry ("수상" of one project) is none."""
    entries: list[DraftEntry] = []
    for index, section in enumerate(draft.sections):
        around = (draft.sections[place].kind for place in ancestors(draft.sections, index))
        if section.kind in _LISTING and not any(kind in PROJECT_PARTS for kind in around):
            found = _of_listing(draft, index)
            entries += with_their_parts(draft, found) if section.kind in _TAUGHT else found
    return entries


def _of_listing(draft: Draft, index: int) -> list[DraftEntry]:
    section = draft.sections[index]
    listing = _LISTING[section.kind]
    inside = draft.children[index]
    titled = [child for child in inside if draft.sections[child].kind == "other"]
    if titled:
        found = by_lines(draft, range(*section.lines), listing, index)
        for child in titled:
            if section.kind == "publications" and _PUBLISHED.search(draft.sections[child].heading):
                found += by_lines(draft, range(*draft.sections[child].lines), listing, child)
            else:
                found += told_in_year(draft, child, listing) or _below(draft, child, listing)
        return [_not_awarded(draft, entry) for entry in found] if section.kind == "awards" and _AND_OTHER.search(section.heading) else found
    if any(draft.sections[child].kind in PROJECT_PARTS for child in inside) and listing in _WEAK:
        looks = all(draft.lines[first_line(draft.sections[child])].look for child in inside)
        starts = by_lines(draft, range(section.lines[0], draft.ends[index] if looks else section.lines[1]), listing, index)
        if len(starts) == 1:
            return [DraftEntry(starts[0].title, (starts[0].lines[0], draft.ends[index]), index, starts[0].kind)]
        return starts or [DraftEntry(None, (section.lines[0], draft.ends[index]), index, listing)]
    if not section.lines[0] < section.lines[1] or holds_nothing(draft, index):
        return []
    found = run_in_titles(draft, index, listing) or by_lines(draft, range(*section.lines), listing, index) or (named_lines(draft, range(*section.lines), "emphasis") if listing == "project" else [])
    tables = [line.table for line in draft.lines_of(section)]
    if not found and all(table is not None and lists_tools(draft.document, table) for table in tables):
        return []
    if not found and listing in _WEAK:
        if any(draft.sections[child].kind in _WORK_SECTIONS for child in inside):
            # What stands above "Jobs" under the title "Career of ..." opens the page.
            return []
        if listing == "job" and introduces_writer(draft, index):
            return []
        nested = section.parent >= 0 and draft.sections[section.parent].kind in _LISTING
        # "R projects" beside "SQL projects" has no other name.
        beside = sum(other.kind == section.kind and (other.parent, other.level) == (section.parent, section.level) for other in draft.sections)
        return [of_lines(draft, index, listing) if nested or beside > _SEVERAL else DraftEntry(None, section.lines, index, listing)]
    return found


def _not_awarded(draft: Draft, entry: DraftEntry) -> DraftEntry:
    """Under "Awards and others" only what names an award or a competition is one."""
    words = draft.document.words(entry.title) if entry.title is not None else ""
    return entry if _AWARD.search(words) else replace(entry, kind="other")


def _below(draft: Draft, index: int, listing: EntryKind) -> list[DraftEntry]:
    """The entry that a titled block is, or the entries inside it where it only groups them."""
    inside = [
        child for child in draft.children[index]
        if draft.sections[child].kind == "other" and draft.sections[child].late not in PROJECT_PARTS and not _is_period(draft, draft.sections[child].title)
    ]
    if listing == "course" and (made := works_of_course(draft, index)):
        return made
    linked = linked_inside(draft, index) if listing == "job" else []
    if linked:
        return [of_lines(draft, index, listing), *(of_section(draft, child, "project") for child in linked)]
    groups = bool(inside) and listing in _WEAK and _is_group(draft, index, inside, listing)
    told = _told_inside(draft, index, listing) if listing in _WEAK and not groups else []
    if len(told) >= _SEVERAL:
        return told
    if not groups:
        end = _end_with_parts(draft, index)
        if end <= draft.sections[index].lines[0] and not (listing == "course" and _is_lone_degree(draft, index)):
            return []
        return [DraftEntry(draft.sections[index].title, (first_line(draft.sections[index]), end), index, kind_of(draft, draft.sections[index].title, listing))]
    found = [of_lines(draft, index, listing)] if _tells(draft, index) else []
    below: EntryKind = "project" if listing == "job" and not found and not _are_posts(draft, inside) else listing
    for child in inside:
        found += _below(draft, child, below)
    return found


def _is_lone_degree(draft: Draft, index: int) -> bool:
    """Whether a heading with its years says all there is to say of a degree, and is no group of the blocks beside it."""
    section = draft.sections[index]
    beside = [other for other in draft.sections[index + 1 :] if (other.parent, other.level) == (section.parent, section.level)]
    return has_date(section.heading) and all(has_date(other.heading) for other in beside[:1])


def _are_posts(draft: Draft, inside: Sequence[int]) -> bool:
    """Whether the blocks below an employer are what somebody was there ("SOC manager", "Analyst"), and no projects."""
    return all((title := draft.sections[child].title) is not None and _POST.search(draft.document.words(title)) for child in inside)


def _is_period(draft: Draft, title: Span | None) -> bool:
    """Whether a heading is the period of what stands above it: "2022.03 ~ 2023.06 (1년 4개월)"."""
    words = draft.document.words(title) if title is not None else ""
    return has_date_range(words) and _DURATION.fullmatch(without_dates(words)) is not None


def _is_group(draft: Draft, index: int, inside: Sequence[int], listing: EntryKind) -> bool:
    """Whether a titled block only holds projects: they show that they are some, or it says nothing itself. One bold line is a part of it."""
    only = draft.sections[inside[0]]
    if len(inside) < _SEVERAL and draft.lines[first_line(only)].look and not draft.lines[first_line(draft.sections[index])].look and not has_date_range(only.heading):
        return False
    again = repeated_headings(draft, index) if listing == "project" else 0
    if again >= _SEVERAL:
        return False
    shown = sum(shows_project(draft, child) for child in inside)
    if shown:
        # A project that tells of itself in bullets is none of a group because one heading inside it has parts.
        alone = listing == "project" and any(line.kind == "item" for line in draft.lines_of(draft.sections[index]))
        return shown * 2 >= len(inside) if not alone else shown == len(inside) and len(inside) >= _SEVERAL
    parts = any(draft.sections[child].kind in PROJECT_PARTS for child in draft.children[index])
    return not _tells(draft, index) and not parts and (not again or _holds_namesakes(draft, index, inside, again))


def _holds_namesakes(draft: Draft, index: int, inside: Sequence[int], again: int) -> bool:
    """Whether a heading repeated in another block is the name of a work there too ("Rent analysis" among dashboards and among sheets): parts have theirs in most blocks."""
    parent = draft.sections[index].parent
    beside = [sibling for sibling in (draft.children[parent] if parent >= 0 else ()) if sibling != index and draft.children[sibling]]
    names = {draft.sections[child].heading.lower() for sibling in beside for child in draft.children[sibling]}
    repeated = sum(draft.sections[child].heading.lower() in names for child in inside)
    return len(beside) >= _SEVERAL and 2 * again <= len(beside) and 2 * repeated <= len(inside)


def _told_inside(draft: Draft, index: int, listing: EntryKind) -> list[DraftEntry]:
    """Projects told inside one titled block without headings: lines that name them, rows of a list, bullets with a period each."""
    lines = range(*draft.sections[index].lines)
    if any(draft.sections[child].kind in PROJECT_PARTS for child in draft.children[index]):
        return made_at_work(draft, index) if listing == "job" else []
    if listing == "job":
        named = [entry for entry in by_lines(draft, lines, "project", index) if entry.title and is_named(draft.document, entry.title)]
        if len(named) >= _SEVERAL:
            return named
        if _JOBS_TOGETHER.search(draft.sections[index].heading):
            posts = [entry for entry in by_lines(draft, lines, "job", index) if _is_dated(draft, entry)]
            if len(posts) >= _SEVERAL and posts[0].lines[0] == lines.start:
                return posts
    rows: list[DraftEntry] = []
    for position in lines:
        table = draft.lines[position].table
        found = row_entries(draft.document, table, named_only=True) if table is not None else []
        rows += [DraftEntry(row.title, (position, position + 1), index, kind_of(draft, row.title, "project"), row.rows) for row in found]
    if len(rows) >= _SEVERAL:
        return rows
    dated = [place for place in lines if draft.lines[place].kind == "item" and draft.lines[place].depth == 1 and is_dated_item(draft.document, draft.lines[: lines.stop], place)]
    return [of_title(draft, start, end, index, "project") for start, end in zip(dated, [*dated[1:], lines.stop][: len(dated)], strict=True)]


def _is_dated(draft: Draft, entry: DraftEntry) -> bool:
    """Whether one of the first rows of an entry is or holds when it was."""
    return any(has_date(row) for row in draft.lines[entry.lines[0]].rows(draft.document)[:_SEVERAL])


def _tells(draft: Draft, index: int) -> bool:
    """Whether a titled block has statements of its own, more than short lines with period and position."""
    section = draft.sections[index]
    return any(
        line.kind in ("item", "table") or (line.kind == "text" and len(line.span) > _SHORT_LINE) for line in draft.lines_of(section)
    )


def _end_with_parts(draft: Draft, index: int) -> int:
    """Where the block ends; parts of a project at the same level right after it ("개요" after its title) belong to it."""
    section, end = draft.sections[index], draft.ends[index]
    if section.parent < 0:
        return end
    for sibling in draft.children[section.parent]:
        if sibling > index:
            if draft.sections[sibling].kind not in PROJECT_PARTS or closes_page(draft, index, sibling):
                break
            end = draft.ends[sibling]
    return end
