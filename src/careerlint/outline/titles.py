"""Title lines: where entries begin that no heading announces, by their periods, bold words, gaps and blank lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from careerlint.dates import begins_open, has_date, has_date_range, is_period, is_when, sums_up
from careerlint.expression import Expression
from careerlint.model.document import Document
from careerlint.outline.draft import Draft
from careerlint.outline.heads import (
    COUNTED,
    LONGEST_TITLE,
    NAME_LABEL,
    head_of,
)
from careerlint.outline.lines import OutlineLine
from careerlint.outline.posts_and_schools import POST
from careerlint.outline.sentences import ends_sentence
from careerlint.outline.title_bullets import (
    LABELLED,
    NAMES,
    NUMBER,
    TITLE_ROWS,
    dated_bullets,
    is_strong,
    item_positions,
    speaks_of_links,
)
from careerlint.outline.vocabulary import is_planned

_LONGEST_WEAK_TITLE = 60
_SEVERAL = 2
_WIDE_GAP = 0.25
"""Lines of height by which the white space above a title exceeds that inside its block."""
_COMPANY_START = Expression(r"\((?:주|유|재|사|학)\)\s?\S")
_IN_ALL = Expression(r"(?:총|경력|기간|약)?\s?(?:총|합계)?\W{0,3}\d{1,2}\s?(?:년|개월)|(?:about\s)?\d{1,2}\+?\s(?:years?|months?)\b", re.IGNORECASE)
"""A row that says how long something lasted in all."""
_YEARS_FIRST = Expression(r"(?:19|20)\d\d(?:[./]\d{1,2})?\s?[-–—~]\s?(?:(?:19|20)\d\d(?:[./]\d{1,2})?|now|present|today|현재)\s", re.IGNORECASE)
"""A row that begins with its years and may go on in the next: "2004-2009 Vell University, faculty of rivers,"."""
_DASHED_PERIOD = Expression(r"[-–]\s?\(?(?:19|20)\d\d[^\n]{0,40}$")
"""A period behind a dash that was meant for a bullet."""
_BARRED = Expression(r"[^|,\n]{2,60}\s\|\s")
"""A name with what belongs to it behind bars, which may be cut off: "Weir gauges | Code | Python, Rust,"."""
_NAME_WITH_YEARS = Expression(r"[^\W\d_][^\n]{2,90}?\s?\((?:[^()\n]{0,24}\W)?(?:19|20)\d\d[^()\n]{0,24}\)(?:\s*[-–—|·,:：]\s?[^\n]{0,100})?$")
_ONLY_NAMES = Expression(rf"{NAMES}+|[^\s,·]+")
"""Names and nothing else, or one word: "Linux, Docker"."""
_LONGEST_NAMES = 60
_DEFINED = Expression(r"^\S[^\n]*\n:\s{1,3}\S")
"""A term and its definition, as Pandoc writes lists of named things."""
_BULLET_INSIDE = Expression(r"[●•▪◦■]\s")
_EMPLOYED = Expression(r"·\s*\d+\s*(?:yrs?|mos?)\b|·\s*(?:full|part)-time", re.IGNORECASE)
_LONGEST_EMPLOYED = 260
"""A job copied from a profile page stands on one line, often twice, with its duration."""
_URL = Expression(r"^\W*(?:https?://|www\.)\S+\s*$|^\S+@\S+$", re.IGNORECASE)
_REACHED = Expression(r"\S@\S+\.\w|\+\d{1,3}[ -]?\d|\b01\d[ -]\d{3,4}[ -]\d{4}|linkedin\.com/in/", re.IGNORECASE)
_REACHED_BY_LABEL = Expression(r"\W*(?:git(?:hub|lab)|linkedin|notion|blog|velog|website|web|homepage|portfolio|e-?mail|phone|mobile|contact|깃허브|블로그|포트폴리오|홈페이지|노션|이메일|메일|전화(?:번호)?|연락처)\W{0,3}[:：]", re.IGNORECASE)
_ENDS_IN_YEAR = Expression(r"\s(?:19|20)\d\d\W*$")
"""A title with its year at the margin: "Tide clock — Python, Flask 2026"."""


def title_positions(draft: Draft, first: int, last: int, weak: bool, named: bool) -> list[int]:
    """The lines in the half-open range that begin an entry; `weak` admits titles without period or bold words.

    `named` admits bullets such as "Name: what it does".
    """
    while first < last and draft.lines[first].aside:
        first += 1
    if (named or weak) and (numbered := _numbered_names(draft, first, last, named)):
        return numbered
    if pairs := _above_periods(draft, first, last) or _names_with_years(draft, first, last):
        return pairs
    if weak and (jobs := _dated_numbers(draft, first, last)):
        return jobs
    starts: list[int] = []
    position = first
    while position < last:
        end = position
        while end < last and _is_title_line(draft, draft.lines[end]):
            end += 1
        if end > position:
            starts += _in_group(draft, position, end, first, last, weak)
        position = max(end, position + 1)
    starts = _with_names_above(draft, _without_parts_of_named(draft, starts), first)
    if named and len(starts) == 1 and (yearly := _above_bullets(draft, first, last)) and all(_ENDS_IN_YEAR.search(head_of(draft.document, draft.lines[position])) for position in yearly):
        return yearly
    if not starts and weak:
        starts = _above_bullets(draft, first, last) or _one_of_its_own(draft, first, last)
    return starts or item_positions(draft, first, last, named)


def _above_periods(draft: Draft, first: int, last: int) -> list[int]:
    """The names of a range that holds nothing but names, each with its place and its period below: a degree with its school and subject, "Lyngby", "2015 - 2018"."""
    dated = [position for position in range(first, last) if draft.lines[position].kind == "text" and is_period(draft.document.words(draft.lines[position].span).strip())]
    size = dated[0] - first + 1 if dated else 0
    if not 1 < size <= TITLE_ROWS or len(dated) < _SEVERAL or dated != list(range(first + size - 1, last, size)) or dated[-1] != last - 1:
        return []
    names = range(first, last, size)
    heads = [head_of(draft.document, draft.lines[position]) for position in names]
    told = any(draft.lines[position].kind != "text" for position in range(first, last)) or any(len(head) > LONGEST_TITLE or ends_sentence(head) for head in heads)
    return [] if told else list(names)


def _names_with_years(draft: Draft, first: int, last: int) -> list[int]:
    """The paragraphs of a range that holds nothing else, each of which begins with a name, its years in brackets, and tells of it in the rows below: "Tide map (Aug 2025) – Python"."""
    told = [position for position in range(first, last) if draft.lines[position].kind != "silent"]
    formed = all(draft.lines[position].kind == "text" and "\n" in draft.document.words(draft.lines[position].span).strip() and _NAME_WITH_YEARS.match(head_of(draft.document, draft.lines[position])) for position in told)
    return told if formed and len(told) >= _SEVERAL else []


def _with_names_above(draft: Draft, starts: Sequence[int], first: int) -> list[int]:
    """The starts, moved to the row above where one begins with nothing but its period and a name stands alone there: "tern-soft", "2023.05 ~ 2023.08" and what was done.

    Where nearly all begin with their periods, what stands above the first of them is who it is about.
    """
    found: list[int] = []
    periods = 0
    for position in starts:
        if position + 1 < len(draft.lines) and _IN_ALL.match(head_of(draft.document, draft.lines[position])) and is_period(head_of(draft.document, draft.lines[position + 1])):
            position += 1
        above, dated = position - 1, is_period(head_of(draft.document, draft.lines[position]))
        free = dated and above >= first and (not found or above > found[-1])
        if dated and not periods:
            found = [place for place in found if any(has_date_range(head_of(draft.document, line)) for line in draft.lines[place : place + _SEVERAL])] if len(starts) > _SEVERAL + 1 else found
        periods += dated
        found.append(above if free and _is_lone_name(draft.document, draft.lines[above]) else position)
    return found


def _is_lone_name(document: Document, line: OutlineLine) -> bool:
    words = document.words(line.span).strip()
    return line.kind == "text" and "\n" not in words and 1 < len(words) <= _LONGEST_WEAK_TITLE and not has_date(words) and not ends_sentence(words) and not any(expression.match(words) for expression in (LABELLED, _URL, _IN_ALL))


def _above_bullets(draft: Draft, first: int, last: int) -> list[int]:
    """Lines that each stand above bullets, where a range holds nothing but such lines and their bullets: "Tern - a shop for seeds (tern.example)"."""
    inside = range(first, last)
    titles = [position for position in inside if draft.lines[position].kind == "text"]
    told = all(draft.lines[position].kind in ("text", "item") for position in inside)
    above = all(position + 1 < last and draft.lines[position + 1].kind == "item" and _is_title_line(draft, draft.lines[position]) for position in titles)
    return titles if told and above and len(titles) >= _SEVERAL and titles[0] == first else []


def _numbered(draft: Draft, first: int, last: int) -> list[int]:
    """The outer bullets that are numbers."""
    return [position for position in draft.outer_bullets(first, last) if NUMBER.match(draft.lines[position].block.marker)]


def _dated_numbers(draft: Draft, first: int, last: int) -> list[int]:
    """Numbered lines that each have a period and bullets below, where nothing above them has one: "1. Vell Works - analyst (2020 - 2022)" below a name. One alone names a post or a company."""
    numbered = _numbered(draft, first, last)
    above = range(first, numbered[0]) if numbered else range(0)
    if any(draft.lines[position].kind != "text" or any(has_date_range(row) and not sums_up(row) for row in draft.lines[position].rows(draft.document)) for position in above):
        return []
    heads = [head_of(draft.document, draft.lines[position]) for position in numbered]
    dated = all(len(head) <= LONGEST_TITLE and has_date_range(head) and not LABELLED.match(head) for head in heads)
    others = frozenset(numbered)
    told = all(position + 1 < last and position + 1 not in others and draft.lines[position + 1].kind == "item" for position in numbered)
    alone = len(numbered) == 1 and POST.search(heads[0]) is None and _COMPANY_START.match(heads[0]) is None
    return numbered if dated and told and not alone else []


def _without_parts_of_named(draft: Draft, starts: list[int]) -> list[int]:
    """Where lines say by a label that they name works ("프로젝트 명: 물류 지도"), the other titles between them are parts of these ("시스템 특징")."""
    named = [position for position in starts if NAME_LABEL.match(head_of(draft.document, draft.lines[position]))]
    return named if named and (len(named) >= _SEVERAL or named[0] == starts[0]) else starts


def _numbered_names(draft: Draft, first: int, last: int, told_in_text: bool) -> list[int]:
    """Numbered lines that name what stands under each: "1. 지도", its text or bullets with dots of the same depth, "2. 검색", the same."""
    numbered = _numbered(draft, first, last)
    told = [position + 1 < last and _tells_of_number(draft.lines[position + 1], told_in_text) and not ends_sentence(head_of(draft.document, draft.lines[position])) for position in numbered]
    if numbered and dated_bullets(draft, range(first, numbered[0])):
        return []
    counted = [int(match[0]) for position in numbered if (match := re.match(r"\d+", draft.lines[position].block.marker))]
    return numbered if len(numbered) >= _SEVERAL and all(told) and counted == list(range(1, len(numbered) + 1)) else []


def _tells_of_number(line: OutlineLine, told_in_text: bool) -> bool:
    """Whether a line right under a number tells of it: a paragraph, or a bullet that begins a list of its own at that depth."""
    return (told_in_text and line.kind == "text") or (line.kind == "item" and line.depth == 1 and NUMBER.match(line.block.marker) is None)


def without_lists_of_names(draft: Draft, starts: Sequence[int], last: int) -> list[int]:
    """The titles of jobs without those that have no period, though others have, and nothing below them but names: "Environment" above "Linux, Docker"."""
    dated = [_is_dated(draft.document, draft.lines[start]) for start in starts]
    if not any(dated):
        return list(starts)
    return [start for start, end, has_period in zip(starts, [*starts[1:], last], dated, strict=True) if has_period or not _lists_names(draft, start, end)]


def _lists_names(draft: Draft, start: int, end: int) -> bool:
    told = draft.lines[start + 1 : end]
    return bool(told) and all(line.kind == "item" and len(line.span) <= _LONGEST_NAMES and _ONLY_NAMES.fullmatch(draft.document.words(line.span).strip()) for line in told)


def _is_title_line(draft: Draft, line: OutlineLine) -> bool:
    if line.kind != "text" or line.aside or sums_up(head_of(draft.document, line)):
        return False
    text = draft.document.words(line.span).strip()
    rows = text.split("\n")
    head = rows[0].strip()
    if _is_employment(head) or _DEFINED.match(text):
        return True
    if not head or len(head) > LONGEST_TITLE or _URL.match(head) or _BULLET_INSIDE.search(head) or speaks_of_links(draft, line):
        return False
    if ends_sentence(head) and not has_date(head) and not is_strong(draft, line):
        return False
    goes_on = head.endswith(",") and _YEARS_FIRST.match(head) is not None and len(rows) > 1
    counted = COUNTED.match(head) is not None
    if counted and is_planned(head):
        # "Project 6 - Weir gauges (coming soon)" is no work yet.
        return False
    cut = head.endswith(",") and _BARRED.match(head) is not None and len(rows) == 1
    if head.endswith((":", "：", ",")) and not goes_on and not counted and not cut and not is_strong(draft, line):
        return False
    if head[0].islower() or (head[0] in "-–:,;&" and not _DASHED_PERIOD.match(head)) or (head.startswith("(") and not has_date(head) and not _COMPANY_START.match(head)):
        return False
    if LABELLED.match(head) and not NAME_LABEL.match(head) and not has_date_range(head[:40]) and not is_when(head.partition(":")[0]):
        return False
    if len(rows) > 1 and (all(_REACHED.search(row) for row in rows[1:]) or (LABELLED.match(head) and all(_REACHED_BY_LABEL.match(row) for row in rows[1:]))):
        # A name with ways to reach who bears it.
        return False
    short = len(rows) <= TITLE_ROWS and all(len(row) <= LONGEST_TITLE for row in rows)
    return short or is_strong(draft, line) or has_date_range(head)


def _in_group(
    draft: Draft, start: int, end: int, first: int, last: int, weak: bool
) -> list[int]:
    dated = [position for position in range(start, end) if _is_dated(draft.document, draft.lines[position])]
    named = [position for position in range(start, end) if NAME_LABEL.match(head_of(draft.document, draft.lines[position]))]
    if named:
        return named
    defined = [position for position in range(start, end) if _DEFINED.match(draft.document.words(draft.lines[position].span).strip())]
    if defined:
        return defined
    strong = [position for position in range(start, end) if is_strong(draft, draft.lines[position])]
    whole = [position for position in strong if _is_told_in_rows(draft.document, draft.lines[position])]
    if dated and sum(position < dated[0] for position in whole) >= _SEVERAL:
        # Blocks that each tell a work below its bold name, and behind them one with a period.
        return sorted({*whole, *dated})
    if len(dated) >= _SEVERAL and dated == list(range(dated[0], end)) and all(_begins_with_period(draft.document, draft.lines[position]) for position in dated):
        return dated
    if dated:
        lead = dated[0] - start
        starts = [start]
        for before, position in pairwise(dated):
            # A place or a second role dated once more inside the same block is no new job.
            begin = position - lead if position - lead > before else position
            named_above = begin == position and position - 1 > before and is_strong(draft, draft.lines[position - 1]) and not is_strong(draft, draft.lines[position])
            # A bold name right above its period begins the entry, also where the first one has both in one row.
            starts.append(begin - 1 if named_above else begin)
        return starts
    if strong:
        # Two bold lines in a row are a title and what it adds; a bold line with rows of its own below it was a whole entry.
        return [position for place, position in enumerate(strong) if place == 0 or position - strong[place - 1] > 1 or _is_told_in_rows(draft.document, draft.lines[strong[place - 1]])]
    head = head_of(draft.document, draft.lines[start])
    if " | " in head or ("\t" in head and weak and start + 1 < last):
        return [start]
    followed = end - start > 1 or (end < last and draft.lines[end].kind in ("text", "item", "table", "silent"))
    if weak and followed and len(head) <= _LONGEST_WEAK_TITLE and (start == first or _stands_apart(draft.lines, start) or _follows_break(draft, start)):
        return [start]
    return []


def _begins_with_period(document: Document, line: OutlineLine) -> bool:
    """Whether a block names its period in a row of its own and then all else: "2023.05 ~ 2024.07", "Vell Works", what was done."""
    return is_period(head_of(document, line)) and "\n" in document.words(line.span).strip()


def _is_told_in_rows(document: Document, line: OutlineLine) -> bool:
    """Whether rows of its own stand below a title in its block: two of them, or one that is longer than a title."""
    rows = document.words(line.span).strip().split("\n")[1:]
    return len(rows) >= _SEVERAL or any(len(row) > LONGEST_TITLE for row in rows)


def _is_dated(document: Document, line: OutlineLine) -> bool:
    rows = document.words(line.span).strip().split("\n")[:TITLE_ROWS]
    return any(has_date(row) or begins_open(row) for row in rows if len(row) <= LONGEST_TITLE or _is_employment(row))


def _is_employment(row: str) -> bool:
    return LONGEST_TITLE < len(row) <= _LONGEST_EMPLOYED and _EMPLOYED.search(row) is not None and has_date_range(row)


def _stands_apart(lines: Sequence[OutlineLine], position: int) -> bool:
    gap = lines[position].block.gap
    following = lines[position + 1].block.gap if position + 1 < len(lines) else None
    return gap is not None and gap > 0 and gap >= (following or 0.0) + _WIDE_GAP


def _follows_break(draft: Draft, position: int) -> bool:
    """Whether a column or page begins here, right after a finished sentence, and another short line follows."""
    if draft.lines[position].block.gap is not None or draft.document.format != "pdf" or position + 1 >= len(draft.lines):
        return False
    before, following = draft.document.words(draft.lines[position - 1].span), draft.lines[position + 1]
    return ends_sentence(before.rstrip()) and following.kind == "text" and len(following.span) <= _LONGEST_WEAK_TITLE


def _one_of_its_own(draft: Draft, first: int, last: int) -> list[int]:
    """Prose blocks set apart by blank lines are not told apart: only a lone line above bullets that is no sentence is a title."""
    above_bullets = last - first >= 2 and draft.lines[first].kind == "text" and draft.lines[first + 1].kind == "item"
    if above_bullets and len(draft.lines[first].span) <= _LONGEST_WEAK_TITLE and not ends_sentence(draft.document.words(draft.lines[first].span).rstrip()):
        return [first]
    return []
