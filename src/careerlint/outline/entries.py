"""Entries: which projects, jobs, courses, competitions and answers a document tells, and where each begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from careerlint.dates import has_date, has_date_range
from careerlint.expression import Expression
from careerlint.model.outline import Kind
from careerlint.model.span import Span
from careerlint.outline.answers import answers
from careerlint.outline.draft import Draft
from careerlint.outline.entry_drafts import (
    DraftEntry,
    by_lines,
    of_lines,
    of_section,
    of_title,
    told_below,
    without_index,
    without_overlap,
)
from careerlint.outline.entry_tails import (
    without_author,
    without_facts,
    without_summary,
    without_tail,
)
from careerlint.outline.heads import head_of, is_name_with_period, is_named
from careerlint.outline.inside_jobs import with_linked_items
from careerlint.outline.kinds import is_employer, names_post
from careerlint.outline.levels import PROJECT_PARTS
from careerlint.outline.linked_rows import linked_rows
from careerlint.outline.listings import LISTING, entries_of_block, entries_of_lists
from careerlint.outline.plain_titles import (
    named_paragraphs,
    only_speaks_of_itself,
    plainly_titled,
    speaks_of_the_page,
    whole,
    without_label,
)
from careerlint.outline.posts_and_schools import POST
from careerlint.outline.projects import (
    has_period,
    numbered_projects,
    project_titles,
    tells_one_project,
)
from careerlint.outline.run_in_titles import with_bracketed
from careerlint.outline.schooling import schools
from careerlint.outline.sections import ancestors, first_line
from careerlint.outline.shown_works import is_only_of_a_person, shown
from careerlint.outline.vocabulary import WORK_SECTIONS

_WORK = frozenset(("job", "project", "competition"))
_SCHOOL = Expression(
    r"학과|학부(?!연구)|학사|석사|박사|부트캠프|교육\s?과정|졸업(?!\s?(?:연구|작품|프로젝트|논문))|수료|대학교?\s*[(\d|]|고등학교\s*[(\d|]|\b(?:bootcamp|course|b\.?sc|m\.?sc|bachelor|master'?s?|ph\.?d|diploma|degree)\b|\b(?:university|college|school)\b(?=[^,]{0,30}(?:$|\())",
    re.IGNORECASE,
)
"""Titles of what was studied."""
_SEVERAL = 2
_FEW_SECTIONS = 2
"""With more sections than a title and what is above it, headings and not lines tell the projects."""
_EXPERIENCED = Expression(r"경험|경력|이력|활동|교육|\b(?:experience|employment|jobs|internships?|training|courses)\b", re.IGNORECASE)
_COHORT = Expression(r"(?<!\d)\d{1,2}\s?기(?=\W|$)")
"""Which of the groups that took a course one after the other: "Tern academy 11기"."""
_FEATURED = Expression(r"(?:featured|main|current|capstone|final|flagship|signature)\s(?:project|product)\s?[:：|–—-]\s?\S|(?:대표|주요|최종)\s?(?:프로젝트|작업)\s?[:：|–—-]\s?\S", re.IGNORECASE)
"""A heading that says of one work which it is."""


def draft_entries(draft: Draft, kind: Kind) -> list[DraftEntry]:
    """The entries of a document of this kind, in reading order, without overlap."""
    if kind == "project":
        return whole(draft)
    if kind == "cover-letter":
        return answers(draft)
    entries = _of_portfolio(draft) if kind == "portfolio" else _of_a_person(draft, kind)
    entries += told_below(draft, entries)
    entries = [without_label(draft, without_summary(draft, without_facts(draft, without_author(draft, entry)))) for entry in [*entries, *schools(draft, entries)]]
    return without_overlap(sorted(without_tail(draft, without_index(draft.document, entries)), key=lambda entry: (entry.lines, entry.rows or (0, 0))))


def _of_portfolio(draft: Draft) -> list[DraftEntry]:
    """The works that a portfolio lists; where it lists none, those that its headings, lines or paragraphs name, or the whole page."""
    entries = shown(draft, entries_of_lists(draft))
    if any(entry.kind in _WORK for entry in entries) and not numbered_projects(draft):
        return entries
    titles = project_titles(draft)
    if not titles and not entries and tells_one_project(draft):
        return whole(draft)
    entries += [entry for index in titles if not speaks_of_the_page(draft, entry := of_section(draft, index, "project"))]
    if any(entry.kind in ("project", "competition") for entry in entries):
        return entries
    found = by_lines(draft, range(len(draft.lines)), "project", 0) if len(draft.sections) <= _FEW_SECTIONS else [entry for entry in plainly_titled(draft) if not speaks_of_the_page(draft, entry)]
    return entries + (found or named_paragraphs(draft) or _named_inside(draft, entries) or ([] if is_only_of_a_person(draft) or only_speaks_of_itself(draft) else whole(draft)))


def _of_a_person(draft: Draft, kind: Kind) -> list[DraftEntry]:
    """The jobs, projects and courses that a résumé or a career history lists, or that are known by their years or their look."""
    entries = entries_of_lists(draft)
    told = any(entry.kind in _WORK for entry in entries)
    listed = any(section.kind in LISTING and section.lines[0] < draft.ends[index] for index, section in enumerate(draft.sections))
    dated = _dated(draft, entries) if listed else []
    entries += dated
    if not told and not dated and not any(section.kind in WORK_SECTIONS for section in draft.sections):
        entries += _unlisted_jobs(draft, kind, entries, listed) or (_posts(draft) if not entries else [])
    entries += _of_roles(draft, entries)
    entries += _named_inside(draft, entries)
    entries += linked_rows(draft, _lines_of(entries))
    entries += _among_facts(draft)
    return with_linked_items(draft, with_bracketed(draft, entries))


def _unlisted_jobs(draft: Draft, kind: Kind, entries: Sequence[DraftEntry], listed: bool) -> list[DraftEntry]:
    """The jobs of a page without a section for them; `listed` says that it has sections for other things."""
    # A job with its years may hold projects, of which its own entry knows nothing.
    dated = _dated(draft, entries) if kind == "career" and not listed else []
    found = dated or [of_section(draft, index, "job") for index in project_titles(draft)]
    if not found and not listed:
        found = _dated(draft, entries) or _unlisted(draft)
    # A history of jobs holds nothing else, with or without their years.
    return found or ([replace(entry, kind="job") for entry in plainly_titled(draft)] if kind == "career" else [])


def _posts(draft: Draft) -> list[DraftEntry]:
    """The blocks of a page about a person that are called by what they were ("iOS Developer, Naver"), without a section that lists them."""
    found = [index for index, section in enumerate(draft.sections) if section.kind == "other" and names_post(draft.document, section)]
    return [of_section(draft, index, "job") for index in found] if len(found) >= _SEVERAL else []


def _among_facts(draft: Draft) -> list[DraftEntry]:
    """What somebody did, among the facts about a person: bullets below a label of their own that are a name and its period each ("Tern academy: 2024.01 - 2024.12")."""
    found: list[DraftEntry] = []
    for index, section in enumerate(draft.sections):
        facts = section.parent >= 0 and section.kind == "other" and draft.sections[section.parent].kind == "personal" and _EXPERIENCED.search(section.heading)
        places = [place for place in range(*section.lines) if draft.lines[place].kind != "silent"] if facts else []
        bullets = [place for place in places if draft.lines[place].kind == "item" and is_name_with_period(head_of(draft.document, draft.lines[place]))]
        if bullets and bullets == places[: len(bullets)] and all(draft.lines[place].kind == "text" for place in places[len(bullets) :]):
            found += [of_title(draft, place, place + 1, index, "course" if _COHORT.search(head_of(draft.document, draft.lines[place])) else "job") for place in bullets]
    return found


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
            found += [entry for child in inside for entry in entries_of_block(draft, child, "project")]
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
        # A heading with nothing below it ends what is told above.
        end = next((place + 1 for place in reversed(range(len(draft.lines))) if draft.lines[place].kind != "heading"), 0)
        jobs = [entry for entry in by_lines(draft, range(end), "job", 0) if not _is_plain_bullet(draft, entry)]
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
    return line.kind == "item" and not has_date(head) and POST.search(head) is None


def _dated(draft: Draft, entries: Sequence[DraftEntry]) -> list[DraftEntry]:
    """Jobs of a résumé that stand under their own headings with a period, beside the sections that list degrees and the like."""
    taken = _lines_of(entries)
    found: list[DraftEntry] = []
    for index, section in enumerate(draft.sections):
        words = draft.document.words(section.title) if section.title is not None else ""
        around = [draft.sections[place] for place in ancestors(draft.sections, index)]
        listed = any(above.kind in LISTING and above.level > 1 for above in around) or any(above.kind in PROJECT_PARTS for above in around)
        dated = has_date_range(words) or is_employer(draft, section)
        if section.kind == "other" and section.level > 1 and not listed and dated and (POST.search(words) or not _SCHOOL.search(words)):
            inside = range(first_line(section), draft.ends[index])
            if not any(line in taken for line in inside):
                found += entries_of_block(draft, index, "job")
                taken.update(inside)
    return found
