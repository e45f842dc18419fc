"""Listings: the entries of sections that list jobs, projects, courses or prizes, by their titled blocks, their lines and the rows of their tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from careerlint.dates import has_date, has_date_range, sums_up, without_dates
from careerlint.expression import Expression
from careerlint.model.outline import EntryKind, SectionKind
from careerlint.model.span import Span
from careerlint.outline.course_works import works_of_course
from careerlint.outline.degrees import with_their_parts
from careerlint.outline.draft import Draft
from careerlint.outline.empty_lists import holds_nothing
from careerlint.outline.entry_drafts import (
    COUNTED,
    DraftEntry,
    by_lines,
    closes_page,
    kind_of,
    of_lines,
    of_section,
    of_title,
)
from careerlint.outline.grouped_posts import grouped_posts
from careerlint.outline.heads import head_of, is_named
from careerlint.outline.inside_jobs import dated_inside, linked_inside, made_at_work
from careerlint.outline.kinds import introduces_writer
from careerlint.outline.levels import PROJECT_PARTS
from careerlint.outline.named_lines import named_lines
from careerlint.outline.posts_and_schools import POST
from careerlint.outline.projects import (
    bullets_with_period,
    repeated_headings,
    shows_project,
)
from careerlint.outline.run_in_titles import run_in_titles
from careerlint.outline.sections import ancestors, first_line
from careerlint.outline.sorted_works import sorted_works
from careerlint.outline.tables import lists_tools, row_entries
from careerlint.outline.vocabulary import WORK_SECTIONS
from careerlint.outline.year_headings import told_in_year

LISTING: dict[SectionKind, EntryKind] = {
    "experience": "job", "projects": "project", "education": "course", "training": "course", "awards": "competition", "activities": "other",
    "publications": "other",
}
"""What the entries of a section are that lists them."""
_WEAK: frozenset[EntryKind] = frozenset(("job", "project"))
"""Sections of these kinds are an entry even where nothing inside them begins one."""
_PUBLISHED = Expression(r"(?:국문|영문|국내|국외|해외|국제|domestic|international|특허|논문|학술지|학회지?|저널|발표|저서|patents?|papers?|journals?|conferences?|articles?|talks?|posters?|preprints?|books?|theses|publications?|online|media|press|blogs?|blog posts|posts|code|software|data ?sets?)\W*$", re.IGNORECASE)
"""What groups publications: "Korean patents"."""
_WORKS_IN_COMMON = Expression(r"\b(?:projects|apps|games|dashboards|case studies)\s*(?:\([^()]{0,60}\)\s*)?$|(?:프로젝트|작품|작업)(?:들|\s?모음)\s*(?:\([^()]{0,60}\)\s*)?$", re.IGNORECASE)
"""What the heading of a group of works ends with."""
_AND_OTHER = Expression(r"기타|활동|오픈\s?소스|\b(?:others?|misc\w*|more|activities|open source|additional)\b", re.IGNORECASE)
_AWARD = Expression(r"상(?:\W|$)|수상|장려|우승|대회|공모|경진|해커톤|챌린지|장학|선정|표창|메달|\d\s?[위등](?:\W|$)|award|prize|winner|medal|honou?r|scholar|fellowship|place|rank|top\s?\d|hackathon|competition|challenge|contest|olympiad|kaggle|dacon|데이콘|캐글", re.IGNORECASE)
_TAUGHT = frozenset(("education", "training"))
_SEVERAL = 2
_NUMBER = Expression(r"\W{0,3}(?P<number>\d{1,2})\s?[.)]\s")
_SHORT_LINE = 100
_JOBS_TOGETHER = Expression(
    r"^(?:(?:other|earlier|previous|short|student|summer|part-time)\s)?(?:inter\w{0,3}ships?|jobs|roles|positions|placements|traineeships)$|^(?:professional|industry|industrial|academic|research|teaching|clinical|freelance|full-time|part-time|on campus|abroad)(?:\s(?:experience|work|jobs|roles|positions))?$"
    r"|^(?:기타|그\s?외|이전|단기)\s?(?:경력|근무|인턴|아르바이트|직장)$|^(?:정규직|계약직|인턴|아르바이트|프리랜서|연구|강의|산업체|학교|국내|해외)(?:\s?(?:경력|경험))?$",
    re.IGNORECASE,
)
"""What several jobs are called together that stand in one list."""
_DURATION = Expression(r"(?:약\s?|about\s)?(?:\d{1,3}\s?(?:년|개월|달|주|일|years?|yrs?|months?|mos?|weeks?|days?)[\s,]*){0,3}", re.IGNORECASE)


def entries_of_lists(draft: Draft) -> list[DraftEntry]:
    """Entries of the sections that list them; a list inside an entry ("수상" of one project) is none."""
    entries: list[DraftEntry] = []
    for index, section in enumerate(draft.sections):
        around = (draft.sections[place].kind for place in ancestors(draft.sections, index))
        if section.kind in LISTING and not any(kind in PROJECT_PARTS for kind in around):
            found = _of_listing(draft, index)
            entries += with_their_parts(draft, found) if section.kind in _TAUGHT else found
    return entries


def _of_listing(draft: Draft, index: int) -> list[DraftEntry]:
    """The entries of a section that lists them: its titled blocks, or what its lines tell."""
    section = draft.sections[index]
    listing = LISTING[section.kind]
    inside = draft.children[index]
    titled = [child for child in inside if draft.sections[child].kind == "other"]
    if titled:
        return _of_titled_blocks(draft, index, titled)
    if listing in _WEAK and any(draft.sections[child].kind in PROJECT_PARTS for child in inside):
        return _above_parts(draft, index)
    if not section.lines[0] < section.lines[1] or holds_nothing(draft, index):
        return []
    found = (sorted_works(draft, index) if listing == "project" else grouped_posts(draft, *section.lines, index) if listing == "job" else []) or run_in_titles(draft, index, listing) or by_lines(draft, range(*section.lines), listing, index) or (named_lines(draft, range(*section.lines), "emphasis") if listing == "project" else [])
    if found or listing not in _WEAK or all(line.table is not None and lists_tools(draft.document, line.table) for line in draft.lines_of(section)):
        return found
    return _as_one(draft, index)


def _of_titled_blocks(draft: Draft, index: int, titled: Sequence[int]) -> list[DraftEntry]:
    """What a list says above its blocks and in them."""
    section = draft.sections[index]
    listing = LISTING[section.kind]
    found = by_lines(draft, range(*section.lines), listing, index)
    if len(found) == 1 and all(other.title is None for other in draft.sections[:index]) and _opens_page(draft, found[0]):
        found = []
    counted = _counted(draft, titled)
    for child in titled:
        if counted and child not in counted:
            # "Techniques used" between "1. Tide clock" and "2. Weir gauges" is a part of the first.
            found[-1:] = [replace(entry, lines=(entry.lines[0], draft.ends[child])) for entry in found[-1:]]
            continue
        if section.kind == "publications" and _PUBLISHED.search(draft.sections[child].heading):
            found += by_lines(draft, range(*draft.sections[child].lines), listing, child)
        else:
            found += told_in_year(draft, child, listing) or entries_of_block(draft, child, listing)
    return [_not_awarded(draft, entry) for entry in found] if section.kind == "awards" and _AND_OTHER.search(section.heading) else found


def _counted(draft: Draft, titled: Sequence[int]) -> frozenset[int]:
    """The blocks that are counted from one on ("1. Tide clock", "2. Weir gauges"), where the first is and only others stand between them; none where they are not."""
    numbers = {child: int(match["number"]) for child in titled if (title := draft.sections[child].title) is not None and (match := _NUMBER.match(draft.document.words(title))) is not None}
    in_order = len(numbers) >= _SEVERAL and list(numbers.values()) == list(range(1, len(numbers) + 1))
    return frozenset(numbers) if in_order and titled[0] in numbers and len(numbers) < len(titled) and titled[-1] in numbers else frozenset()


def _opens_page(draft: Draft, entry: DraftEntry) -> bool:
    """Whether the one thing told below the title of the page, above its blocks, only introduces their author ("Mina Seo · Analyst"): it has no years, or the sum of all."""
    line = draft.lines[entry.lines[0]]
    head = head_of(draft.document, line)
    if entry.rows is not None or line.kind != "text" or COUNTED.match(head) or any(mark.kind == "link" and line.span.contains(mark.span) for mark in draft.document.marks_from(line.span)):
        return False
    return sums_up(head) or not any(has_date(head_of(draft.document, near)) for near in draft.lines[entry.lines[0] : entry.lines[0] + _SEVERAL])


def _above_parts(draft: Draft, index: int) -> list[DraftEntry]:
    """The works of a list in which nothing but their parts has headings: one with all of them, or as many as lines name."""
    section, end = draft.sections[index], draft.ends[index]
    listing = LISTING[section.kind]
    looks = all(draft.lines[first_line(draft.sections[child])].look for child in draft.children[index])
    starts = by_lines(draft, range(section.lines[0], end if looks else section.lines[1]), listing, index)
    if len(starts) == 1:
        return [DraftEntry(starts[0].title, (starts[0].lines[0], end), index, starts[0].kind)]
    return starts or [DraftEntry(None, (section.lines[0], end), index, listing)]


def _as_one(draft: Draft, index: int) -> list[DraftEntry]:
    """What a list tells in which no line names an entry: one work or job, unless it only opens the page."""
    section = draft.sections[index]
    listing = LISTING[section.kind]
    if any(draft.sections[child].kind in WORK_SECTIONS for child in draft.children[index]):
        # What stands above "Jobs" under the title "Career of ..." opens the page.
        return []
    if listing == "job" and introduces_writer(draft, index):
        return []
    nested = section.parent >= 0 and draft.sections[section.parent].kind in LISTING
    # "R projects" beside "SQL projects" has no other name.
    beside = sum(other.kind == section.kind and (other.parent, other.level) == (section.parent, section.level) for other in draft.sections)
    return [of_lines(draft, index, listing) if nested or beside > _SEVERAL else DraftEntry(None, section.lines, index, listing)]


def _not_awarded(draft: Draft, entry: DraftEntry) -> DraftEntry:
    """Under "Awards and others" only what names an award or a competition is one."""
    words = draft.document.words(entry.title) if entry.title is not None else ""
    return entry if _AWARD.search(words) else replace(entry, kind="other")


def entries_of_block(draft: Draft, index: int, listing: EntryKind) -> list[DraftEntry]:
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
    if listing == "job" and (dated := dated_inside(draft, index)) and not _rises_in(draft, index, dated):
        return _told_by_lines(draft, index, dated)
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
        found += entries_of_block(draft, child, below)
    return found


def _rises_in(draft: Draft, index: int, starts: Sequence[int]) -> bool:
    """Whether the lines are posts that somebody had one after the other in the job whose whole period the heading tells."""
    return has_date_range(draft.sections[index].heading) and _name_posts(draft, starts)


def _name_posts(draft: Draft, starts: Sequence[int]) -> bool:
    return all(POST.search(re.split(r"\s[—–-]{1,2}\s", head_of(draft.document, draft.lines[start]), maxsplit=1)[0]) for start in starts)


def _told_by_lines(draft: Draft, index: int, starts: Sequence[int]) -> list[DraftEntry]:
    """A job up to the first of the lines that each begin a work of it, or say what somebody was there, and these."""
    first, last = draft.sections[index].lines
    posts = _name_posts(draft, starts)
    found = [of_title(draft, start, end, index, "job" if posts else "project") for start, end in zip(starts, [*starts[1:], last], strict=True)]
    return [DraftEntry(draft.sections[index].title, (first_line(draft.sections[index]), starts[0]), index, "job"), *found] if starts[0] > first else found


def _is_lone_degree(draft: Draft, index: int) -> bool:
    """Whether a heading with its years says all there is to say of a degree, and is no group of the blocks beside it."""
    section = draft.sections[index]
    beside = next((other for place in range(index + 1, len(draft.sections)) if (other := draft.sections[place]).parent == section.parent and other.level == section.level), section)
    return has_date(section.heading) and has_date(beside.heading)


def _are_posts(draft: Draft, inside: Sequence[int]) -> bool:
    """Whether the blocks below an employer are what somebody was there ("SOC manager", "Analyst"), and no projects."""
    return all((title := draft.sections[child].title) is not None and POST.search(draft.document.words(title)) for child in inside)


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
    if parent < 0 or 2 * sum(draft.headings_inside[parent][draft.sections[child].heading.lower()] > 1 for child in inside) > len(inside):
        return False
    beside = sum(sibling != index and bool(draft.children[sibling]) for sibling in draft.children[parent])
    return beside >= _SEVERAL and 2 * again <= beside


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
    if listing == "project" and not draft.children[index] and _WORKS_IN_COMMON.search(draft.sections[index].heading) and len(works := by_lines(draft, lines, listing, index)) >= _SEVERAL:
        return works
    rows: list[DraftEntry] = []
    for position in lines:
        table = draft.lines[position].table
        found = row_entries(draft.document, table, named_only=True) if table is not None else []
        rows += [DraftEntry(row.title, (position, position + 1), index, kind_of(draft, row.title, "project"), row.rows, row.column) for row in found]
    if len(rows) >= _SEVERAL:
        return rows
    dated = bullets_with_period(draft, lines.start, lines.stop)
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
    beside = draft.children[section.parent]
    for place in range(bisect_right(beside, index), len(beside)):
        if draft.sections[beside[place]].kind not in PROJECT_PARTS or closes_page(draft, index, beside[place]):
            break
        end = draft.ends[beside[place]]
    return end
