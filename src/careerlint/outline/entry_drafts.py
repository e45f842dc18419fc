"""Drafts of entries: an entry as a range of lines, made of a section, of its first lines, or of titles between lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from careerlint.dates import begins_open, has_date, has_date_range, is_period, without_period
from careerlint.expression import Expression
from careerlint.model.contests import KOREAN_CONTESTS
from careerlint.model.document import Document
from careerlint.model.outline import EntryKind, SectionKind
from careerlint.model.span import Span
from careerlint.outline.draft import Draft
from careerlint.outline.heads import head_of, head_span, short_title
from careerlint.outline.levels import PROJECT_PARTS
from careerlint.outline.lines import OutlineLine
from careerlint.outline.plain_blocks import plain_blocks
from careerlint.outline.posts_and_schools import has_post, names_course
from careerlint.outline.projects import bullets_with_period
from careerlint.outline.sections import first_line
from careerlint.outline.sentences import ends_sentence
from careerlint.outline.tables import is_title_row, row_entries
from careerlint.outline.title_bullets import GOES_ON
from careerlint.outline.titles import title_positions, without_lists_of_names
from careerlint.outline.vocabulary import heading_words

_TOLD: frozenset[EntryKind] = frozenset(("job", "project", "course"))
"""In these sections a short first line or one set apart is a title without period or bold words."""
_COMPETITION = Expression(rf"{KOREAN_CONTESTS}|캐글|데이콘|kaggle|dacon|competition|hackathon|challenge", re.IGNORECASE)
_HOST = Expression(r"\W*(?:캐글|데이콘|kaggle|dacon)\W*", re.IGNORECASE)
"""Where competitions are held, and none of them."""
_SERVICE = Expression(r"군대|군\s?복무|병역|만기\s?(?:제대|전역)|병장|(?:육|해|공)군\s(?:복무|제대|전역)|\b(?:military|national|conscript) service\b", re.IGNORECASE)
_DATE = Expression(r"\W*(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s)?(?:19|20)\d\d(?:\s{0,2}[.년/-]\s?\d{1,2}\s?[월일]?){0,2}\W*", re.IGNORECASE)
"""A date and nothing beside it."""
_TO_COME = Expression(r"\s?\((?:expected|anticipated|planned|ongoing|in progress|졸업\s?예정|수료\s?예정|예정|재학(?:\s?중)?|휴학(?:\s?중)?)\)\s*$", re.IGNORECASE)
"""What is said behind a period that is not over."""
_DASHED = Expression(r"^\s?[-–—•·*]\s?(?=\(?(?:19|20)\d\d)")
"""A dash that was meant for a bullet: "- 2019.03 ~ 2019.08" above what was done."""
_LASTED = Expression(r"[\W\d]*(?:(?:년|개월|months?|mos?|years?|yrs?)[\W\d]*){1,2}", re.IGNORECASE)
_WEEKS = Expression(r"\W*(?:제?\s?\d{1,2}\s?(?:주차?)?(?:\s?[~∼～–-]\s?\d{1,2})?\s?(?:주차?|일차|회차|차시)|(?:weeks?|days?|modules?)\s?\d{1,2}(?:\s?(?:[~–-]|to)\s?\d{1,2})?)(?:\s?[:：|.–-]\s?[^\n]*)?\W*", re.IGNORECASE)
"""Which weeks or days of a course: "5 ~ 9 주차", "Weeks 1-4: SQL"."""
_BARRED = Expression(r"\|\s?(?P<name>[^\s|][^|\n]{1,120}[^\s|])(?:\s?\|[^|\n]{0,120}|\s?)")
_OF_A_PAGE: frozenset[SectionKind] = frozenset(("goal", "plan", "lesson", "retrospective"))
"""What is told of all works of a page at its end, or of their author; what was used and where to read on is more often of the last work."""
_TELLS = Expression(r"\s?(?:[:：]|\s[—–-]{1,2}\s)\s?\S")
_SHORTEST_TOLD = 80
_TO_MARGIN = Expression(r"(?<=\S)(?:[^\S\n]{0,60}\t|[^\S\n]{4})[^\S\n]*(?=\S[^\t\n]*$)")
COUNTED = Expression(r"\W*(?:(?i:portfolio|project|work|case|포트폴리오|프로젝트|작품|작업)\s?#?\d{1,2}\b|\d{1,2}\s?[.)]\s?|\d️⃣|(?:하나|둘|셋|넷|다섯|첫째|둘째|셋째|넷째)[.,]\s|[①-⑳])")
"""The number before the title of a project among others."""
_SEVERAL = 2
_SHORTEST_NAME = 5
"""Letters of a name by which a longer title is known."""
_LONGEST_BELOW, _NEAR_ROWS = 130, 3


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """An entry as a half-open range of lines; `title` is None where it has none of its own.

    `rows` is the half-open range of table rows where the entry is a part of one table line.
    """

    title: Span | None
    lines: tuple[int, int]
    section: int
    kind: EntryKind
    rows: tuple[int, int] | None = None
    column: bool = False
    """Whether `rows` counts the columns of a table that has one for each work."""
    index: tuple[tuple[int, int], ...] = ()
    """The rows of tables further up that only name it, by line and row."""


def of_section(draft: Draft, index: int, kind: EntryKind) -> DraftEntry:
    """A section with what lies below it, and with the parts of a project that follow it at its level."""
    section = draft.sections[index]
    end = draft.ends[index]
    for sibling in range(index + 1, len(draft.sections)):
        other = draft.sections[sibling]
        if other.parent == section.parent and other.level == section.level:
            if other.kind not in PROJECT_PARTS or closes_page(draft, index, sibling):
                break
            end = draft.ends[sibling]
        elif other.level < section.level:
            break
    return DraftEntry(section.title, (first_line(section), end), index, kind_of(draft, section.title, kind))


def closes_page(draft: Draft, index: int, part: int) -> bool:
    """Whether a part right behind the last of several works at its level is of none of them: no other work has parts beside it, and nothing but parts follows.

    It is "Goals" of a person behind three works, or any part where all works have theirs in headings below ("## Tech" behind "### Result" of "## Project 3").
    """
    works, parts = draft.works_and_parts[draft.sections[index].parent, draft.sections[index].level]
    if len(works) < _SEVERAL or index != works[-1] or part not in parts or parts[0] < index:
        return False
    return (draft.sections[part].kind in _OF_A_PAGE and len(works) > _SEVERAL) or all(any(draft.sections[child].kind in PROJECT_PARTS for child in draft.children[work]) for work in works)


def to_end(draft: Draft, index: int, kind: EntryKind) -> DraftEntry:
    """A section with all that lies below it."""
    section = draft.sections[index]
    return DraftEntry(section.title, (first_line(section), draft.ends[index]), index, kind)


def of_lines(draft: Draft, index: int, kind: EntryKind) -> DraftEntry:
    """The lines of a section itself, without what lies below it."""
    section = draft.sections[index]
    return DraftEntry(section.title, (first_line(section), section.lines[1]), index, kind_of(draft, section.title, kind))


def kind_of(draft: Draft, title: Span | None, kind: EntryKind) -> EntryKind:
    """The kind of an entry of a list of this kind: a project whose title names a competition is one, and a job whose title names a course, or military service, and no post."""
    words = draft.document.words(title) if title is not None else ""
    if kind == "job" and names_course(words):
        return "course"
    if kind == "job" and _SERVICE.search(words) and not has_post(words):
        return "other"
    return "competition" if kind == "project" and _COMPETITION.search(words) and not _HOST.fullmatch(words) else kind


def without_bars(document: Document, title: Span) -> Span:
    """A title without the bars that are drawn around it: "|Tide clerk| Vell Harbour" is called "Tide clerk"."""
    words = document.words(title)
    drawn = _BARRED.fullmatch(words)
    if drawn is not None:
        return Span(title.start + drawn.start("name"), title.start + drawn.end("name"))
    name = words.rstrip(" |\t")
    return Span(title.start, title.start + len(name)) if name and not name.startswith("|") else title


def without_period_at_margin(document: Document, title: Span) -> Span:
    """A title without the period that a tab or a wide gap moves to the margin: "Harbour Office, Vell    2019.03 – 2020.03"."""
    words = document.words(title)
    gap = _TO_MARGIN.search(words)
    return Span(title.start, title.start + gap.start()) if gap is not None and is_period(words[gap.end() :]) else title


def by_lines(draft: Draft, places: range, kind: EntryKind, index: int) -> list[DraftEntry]:
    """Entries without headings: title lines, titled bullets, table rows."""
    found: list[DraftEntry] = []
    first = places.start
    for position in places:
        line = draft.lines[position]
        if position < first:
            continue
        rows = row_entries(draft.document, line.table, of_projects=kind == "project") if line.table is not None and (kind != "other" or draft.sections[index].kind == "activities") else []
        if rows:
            found += _between(draft, first, position, kind, index)
            whole = rows[0].form or (line.table is not None and is_title_row(draft.document, line.table))
            if whole and (end := _end_of_form(draft, position, places.stop)) > position + 1:
                found.append(DraftEntry(rows[0].title, (position, end), index, kind_of(draft, rows[0].title, kind)))
                first = end
                continue
            found += [DraftEntry(row.title, (position, position + 1), index, kind_of(draft, row.title, kind), row.rows, row.column) for row in rows]
            first = position + 1
    return found + _between(draft, first, places.stop, kind, index)


def _end_of_form(draft: Draft, position: int, stop: int) -> int:
    """Where what is told below a project's form ends: at the next table, or at a line that names something of its own."""
    end = next((place for place in range(position + 1, stop) if draft.lines[place].table is not None), stop)
    starts = title_positions(draft, position + 1, end, weak=False, named=False)
    return starts[0] if starts else end


def _between(draft: Draft, first: int, last: int, kind: EntryKind, index: int) -> list[DraftEntry]:
    starts = (plain_blocks(draft, first, last) if kind in _TOLD else []) or (_forms_as_bullets(draft, first, last) if kind == "project" else []) or title_positions(draft, first, last, kind in _TOLD, kind == "project")
    if kind in ("competition", "other"):
        active = draft.sections[index].kind == "activities"
        if active and (dated := _dated_activities(draft, starts, first, last)):
            return [of_title(draft, start, end, index, kind) for start, end in zip(dated, [*dated, last][1:], strict=True)]
        starts = [start for start in starts if draft.lines[start].kind == "text" or (start + 1 < last and draft.lines[start + 1].depth > 1)]
        if not any(draft.lines[position].kind == "item" for position in range(first, last)):
            starts = []
    if kind == "job":
        starts = without_lists_of_names(draft, starts, last)
    if kind == "course":
        starts = _without_weeks(draft, starts, first)
    if kind in ("job", "course"):
        starts = [start for start in starts if not _is_motto(draft, start)]
    entries: list[DraftEntry] = []
    for start, end in zip(starts, [*starts, last][1:], strict=True):
        entries.append(of_title(draft, start, end, index, kind))
    return entries


def _without_weeks(draft: Draft, starts: Sequence[int], first: int) -> list[int]:
    """The titles of courses without the weeks of one and the undated lines behind them; where weeks alone are titled, the first line above them names the course."""
    heads = {start: head_of(draft.document, draft.lines[start]) for start in starts}
    weeks = [start for start in starts if _WEEKS.fullmatch(heads[start])]
    opening = next((place for place in range(first, weeks[0]) if draft.lines[place].kind == "text"), None) if len(weeks) >= _SEVERAL else None
    if opening is None:
        return list(starts)
    kept = [start for start in starts if start not in weeks and (start < weeks[0] or has_date(heads[start]))]
    return kept if kept and kept[0] < weeks[0] else [opening, *kept]


def _forms_as_bullets(draft: Draft, first: int, last: int) -> list[int]:
    """The bullets of a list, each with the form of a work in its own bullets ("대회기간: 2024년 1월"), whatever lines group them ("DACON", "ETC"); none where another bullet stands among them."""
    outer = draft.outer_bullets(first, last)
    return outer if len(outer) >= _SEVERAL and bullets_with_period(draft, first, last) == outer else []


def _is_motto(draft: Draft, start: int) -> bool:
    """Whether a row is bold as a whole, ends as a sentence and has no date, as what somebody lives by stands at the end of a page: no post or school is called so."""
    line = draft.lines[start]
    head = head_of(draft.document, line)
    offset = head_span(draft.document, line).start
    whole = draft.strong_ends.get(offset, 0) >= offset + len(head) or draft.strong_ends.get(line.span.start, 0) >= offset + len(head)
    return line.kind == "text" and whole and head.endswith((".", "!", "?", "”", '"')) and ends_sentence(head.rstrip("”\"")) and len(head.split()) > _SEVERAL and not has_date(head)


def _dated_activities(draft: Draft, starts: Sequence[int], first: int, last: int) -> list[int]:
    """The lines that each tell an activity with when it was, a bullet or a paragraph each: "***Treasurer***, Rowing Club (2015 - 2018)"; none where one of them is a sentence."""
    dated = [start for start in starts if any(has_date(row) or begins_open(row) or GOES_ON.match(row.strip()) for row in draft.lines[start].rows(draft.document)[:_SEVERAL])]
    outer = [place for place in range(first, last) if draft.lines[place].kind == "text" or (draft.lines[place].kind == "item" and draft.lines[place].depth == 1)]
    told = [place for place in dated if ends_sentence(head_of(draft.document, draft.lines[place])) and not has_date(head_of(draft.document, draft.lines[place]))]
    return dated if dated and not told and len(dated) == len(starts) and 3 * len(dated) >= 2 * len(outer) else []


def of_title(draft: Draft, start: int, end: int, index: int, kind: EntryKind) -> DraftEntry:
    """The lines from a title line up to the next one."""
    line = draft.lines[start]
    title = head_span(draft.document, line)
    head = draft.document.words(title)
    title = Span(title.start, title.start + len((short_title(head) if line.kind == "item" else head).rstrip()))
    section = draft.sections[index]
    if line.kind == "item" and kind in ("project", "competition"):
        title = _name_of_told(draft, title)
    if (below := _row_below_period(draft, line) or _bullet_below_period(draft, start, end)) is not None:
        title = below
    elif _DATE.fullmatch(head) and section.title is not None and start == section.lines[0]:
        # The date below a heading names nothing; the heading does.
        title = section.title
    return DraftEntry(title, (start, end), index, kind_of(draft, title, kind))


def _name_of_told(draft: Draft, title: Span) -> Span:
    """The bold name of a bullet that goes on to tell of it behind a dash or colon in a sentence: "**Weir gauges** – Read 40 gauges by radio."; a date behind it belongs to the title."""
    end = draft.strong_ends.get(title.start, title.end)
    behind = draft.document.text[end : title.end]
    told = _TELLS.match(behind) is not None and len(behind) >= _SHORTEST_TOLD and not has_date(behind)
    return Span(title.start, title.start + len(draft.document.text[title.start : end].rstrip(" :："))) if end < title.end and told else title


def _row_below_period(draft: Draft, line: OutlineLine) -> Span | None:
    """The name in the row below where the first row of a line is only when it was: "2019.12 ~ 2020.02" above "Student of the robot lab"."""
    first, *below = line.rows(draft.document)[:_NEAR_ROWS]
    when = _TO_COME.sub("", _DASHED.sub("", first))
    if not (_DATE.fullmatch(when) or is_period(when)):
        return None
    offset = line.span.start + len(first) + 1
    for row in below:
        name = row.lstrip(" :").rstrip()
        if name and not _LASTED.fullmatch(name):
            named = len(name) <= _LONGEST_BELOW and not has_date_range(name) and not ends_sentence(name)
            start = offset + row.index(name)
            return Span(start, start + len(name)) if named else None
        offset += len(row) + 1
    return None


def _bullet_below_period(draft: Draft, start: int, end: int) -> Span | None:
    """The name in the only bullet right inside one that is only when it was: "2022.09 ~" and in it "Vell Harbour", which has bullets of its own."""
    line = draft.lines[start]
    head = head_of(draft.document, line)
    if line.kind != "item" or start + 2 >= end or not is_period(head):
        return None
    inside = [place for place in range(start + 1, end) if draft.lines[place].kind == "item" and draft.lines[place].depth <= line.depth + 1]
    name = head_span(draft.document, draft.lines[start + 1])
    words = draft.document.words(name)
    alone = inside == [start + 1] and draft.lines[start + 2].depth > draft.lines[start + 1].depth > line.depth
    return name if alone and len(words) <= _LONGEST_BELOW and not has_date_range(words) and not ends_sentence(words) else None


def without_index(document: Document, entries: Sequence[DraftEntry]) -> list[DraftEntry]:
    """The entries without rows of a table that only name what is told further down under the same title, to which they go."""
    told = {name: index for index, entry in reversed([*enumerate(entries)]) if entry.rows is None and (name := _name(document, entry))}
    rows: dict[int, list[tuple[int, int]]] = {}
    kept: list[int] = []
    for index, entry in enumerate(entries):
        place = _told_as(_name(document, entry), told) if entry.rows is not None else None
        if place is None:
            kept.append(index)
        elif entry.rows is not None and not entry.column and entry.lines[0] < entries[place].lines[0]:
            rows.setdefault(place, []).extend((entry.lines[0], row) for row in range(*entry.rows))
    return [replace(entries[index], index=tuple(rows.get(index, ()))) for index in kept]


def told_below(draft: Draft, entries: Sequence[DraftEntry]) -> list[DraftEntry]:
    """The works that headings tell which the rows of a table name further up, where two or more are."""
    rows = [entry for entry in entries if entry.rows is not None and not entry.column and entry.kind in ("project", "competition")]
    if len(rows) < _SEVERAL:
        return []
    last = max(entry.lines[1] for entry in rows)
    taken = {line for entry in entries for line in range(*entry.lines)}
    titled = [of_section(draft, index, "project") for index, section in enumerate(draft.sections) if section.kind == "other" and section.lines[0] >= last and section.lines[0] < draft.ends[index]]
    free = [entry for entry in titled if taken.isdisjoint(range(*entry.lines))]
    named = {name: place for place, entry in reversed([*enumerate(free)]) if (name := _name(draft.document, entry))}
    found = {place for row in rows if (place := _told_as(_name(draft.document, row), named)) is not None}
    return [free[place] for place in sorted(found)] if len(found) >= _SEVERAL else []


def _told_as(name: str, told: Mapping[str, int]) -> int | None:
    """The entry that has this name, or the only one whose title begins with it and says more."""
    if name in told:
        return told[name]
    longer = [place for title, place in told.items() if len(name) >= _SHORTEST_NAME and title.startswith(name)]
    return longer[0] if len(longer) == 1 else None


def _name(document: Document, entry: DraftEntry) -> str:
    """The letters and digits of a title, without the number before it and its period: "Project 1. Tide clock (2024)"."""
    if entry.title is None:
        return ""
    words = heading_words(document.words(entry.title))
    letters = ["".join(filter(str.isalnum, title.lower())) for title in (COUNTED.sub("", without_period(words), count=1), words)]
    return letters[0] or letters[1]


def without_overlap(entries: Sequence[DraftEntry]) -> list[DraftEntry]:
    """The entries, ordered by their first lines, without those that begin inside one before them."""
    kept: list[DraftEntry] = []
    for entry in entries:
        if not kept or entry.lines[0] >= kept[-1].lines[1] or (entry.rows is not None and kept[-1].rows is not None and entry.rows[0] >= kept[-1].rows[1]):
            kept.append(entry)
    return kept
