"""Levels: how deep a heading stands, where only its look or a résumé's habits tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from careerlint.dates import has_date, has_date_range, is_period, without_dates
from careerlint.expression import Expression
from careerlint.model.document import Document
from careerlint.model.outline import SectionKind
from careerlint.outline.inverted_levels import with_titles_above
from careerlint.outline.lines import OutlineLine
from careerlint.outline.numbered_sisters import with_numbered_sisters
from careerlint.outline.repeated_labels import without_repeated_labels
from careerlint.outline.vocabulary import HeadingVocabulary

RESUME_SECTIONS: frozenset[SectionKind] = frozenset((
    "experience", "projects", "education", "training", "skills", "certificates", "awards", "publications", "activities",
    "languages", "personal", "summary", "links",
))
PROJECT_PARTS: frozenset[SectionKind] = frozenset((
    "overview", "goal", "task", "data", "method", "experiment", "result", "troubleshooting", "limits", "retrospective", "lesson", "plan",
    "role", "team", "usage", "structure", "references", "license",
))
LISTING_SECTIONS: frozenset[SectionKind] = frozenset(("experience", "projects", "education", "training", "activities", "awards", "publications"))
_YEAR = Expression(r"\b(?:19|20)\d\d(?!\d)")
_BOLD_LEVEL = 7
"""The level of a bold line in a document with real headings, below every real level."""
_BOLD_SECTION_LEVEL = 6
_SMALLER_TITLE = 1.04
_SEVERAL = 2
_NEAR, _ROWS, _LONGEST_NEAR, _SHORT_ROW = 3, 3, 300, 80
_SMALLER = 1.15
"""A company's name may be set a little larger than the section's capitals and still stands below them."""


@dataclass(frozen=True, slots=True)
class _Style:
    level: int
    size: float
    upper: bool


def with_levels(document: Document, lines: Sequence[OutlineLine], vocabulary: HeadingVocabulary) -> tuple[OutlineLine, ...]:
    """The lines with comparable levels: looks ranked, titles of jobs below the section that lists them."""
    lines = with_numbered_sisters(document, lines)
    kinds = [vocabulary.kind_of(document.words(line.span)) if line.kind == "heading" else None for line in lines]
    kinds = _without_parts_of_jobs(document, lines, kinds)
    lines, kinds = without_repeated_labels(document, lines, kinds)
    lines = _without_roles_below(document, lines, kinds)
    lines = with_titles_above(document, _beside_what_is_told(lines, kinds), kinds, PROJECT_PARTS)
    lines, kinds = _with_names_above(document, lines, kinds)
    joined = _without_title_chains(document, lines, kinds, vocabulary)
    ranked = _ranked(document, joined, _with_letters_as_high(document, joined, kinds, vocabulary))
    return tuple(_below_sections(document, _with_low_parts(ranked, kinds), kinds))


def _beside_what_is_told(lines: Sequence[OutlineLine], kinds: Sequence[SectionKind | None]) -> list[OutlineLine]:
    """The lines with "# About me" as high as the sections of a life that stand lower behind it: it heads a page and holds none of them."""
    found = list(lines)
    for place, line in enumerate(lines):
        if line.kind == "heading" and not line.look and kinds[place] == "summary":
            told = [lines[below].level for below in _lower_behind(lines, place) if kinds[below] in RESUME_SECTIONS - {"summary", "links"}]
            found[place] = replace(line, level=min(told)) if len(told) >= _SEVERAL else line
    return found


def _lower_behind(lines: Sequence[OutlineLine], place: int) -> Iterator[int]:
    """The headings behind one, up to the next that stands as high."""
    for below in range(place + 1, len(lines)):
        if lines[below].kind == "heading" and not lines[below].look:
            if lines[below].level <= lines[place].level:
                return
            yield below


def _with_names_above(document: Document, lines: Sequence[OutlineLine], kinds: Sequence[SectionKind | None]) -> tuple[list[OutlineLine], list[SectionKind | None]]:
    """Where dated bold lines each stand right above a heading ("**Vell Works (2015 - 2021)**", "### Analyst"), the bold line heads the block and the post is its first line."""
    pairs = [
        place for place in range(len(lines) - 1)
        if lines[place].kind == "heading" and lines[place].look and not lines[place].prompt and kinds[place] is None
        and lines[place + 1].kind == "heading" and not lines[place + 1].look and kinds[place + 1] is None
    ]
    found, known = list(lines), list(kinds)
    if len(pairs) < _SEVERAL or 2 * sum(has_date(row) for place in pairs for row in lines[place].rows(document)[:1]) < len(pairs):
        return found, known
    for place in pairs:
        found[place] = replace(lines[place], level=lines[place + 1].level, look=False)
        found[place + 1] = replace(lines[place + 1], kind="text", level=0)
    return found, known


def _without_roles_below(document: Document, lines: Sequence[OutlineLine], kinds: Sequence[SectionKind | None]) -> list[OutlineLine]:
    """A bold line that stands below an employer and its period, and has none of its own, says what somebody was there: "**Vell Works**", "2015 - 2021", "**Analyst**"."""
    found = list(lines)
    for place in range(len(lines) - 3):
        employer, period, role, told = lines[place : place + 4]
        bold = all(line.kind == "heading" and line.look and not line.prompt for line in (employer, role)) and kinds[place] is None and kinds[place + 2] is None
        words = document.words(role.span)
        alike = bold and (role.block.size or 0.0) <= (employer.block.size or 0.0) * _SMALLER_TITLE and not has_date(words) and not words.rstrip().endswith((":", "："))
        if alike and period.kind == "text" and is_period(document.words(period.span).strip()) and told.kind in ("text", "item") and not has_date(document.words(told.span).strip()):
            found[place + 2] = replace(role, kind="text", level=0)
    return found


def _without_parts_of_jobs(document: Document, lines: Sequence[OutlineLine], kinds: Sequence[SectionKind | None]) -> list[SectionKind | None]:
    """"Teaching" below the heading of a job with its period is a part of that job, and no list of jobs."""
    found: list[SectionKind | None] = []
    job: int | None = None
    for line, kind in zip(lines, kinds, strict=True):
        if line.kind == "heading" and not line.look:
            inside = job is not None and line.level > job
            if inside and kind == "experience":
                kind = None
            elif not inside:
                job = line.level if kind is None and line.level > 1 and has_date_range(document.words(line.span)) else None
        found.append(kind)
    return found


def _without_title_chains(document: Document, lines: Sequence[OutlineLine], kinds: Sequence[SectionKind | None], vocabulary: HeadingVocabulary) -> list[OutlineLine]:
    """A bold line right under a title (position, period, place) belongs to the title and is text."""
    found: list[OutlineLine] = []
    title: OutlineLine | None = None
    dated = False
    for position, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        # A real heading that ends in a year names a model or a version; a bold line that does is a position.
        has_dates = line.kind == "heading" and (has_date if line.look else has_date_range)(document.words(line.span))
        chained = line.kind == "heading" and kind is None and title is not None and not line.prompt and (line.look or has_dates)
        if title is not None and chained and not (has_dates and dated) and not _has_sister(document, lines, kinds, position, title):
            line = replace(line, kind="text", level=0)
            dated = dated or has_dates
        else:
            title = line if line.kind == "heading" and kind is None and not _names_document(document, line, vocabulary) else None
            dated = has_dates
        found.append(line)
    return found


def _names_document(document: Document, line: OutlineLine, vocabulary: HeadingVocabulary) -> bool:
    """Whether a real heading is the document's own title ("Career of Ada Lind"): a job may stand right under it."""
    return not line.look and line.level == 1 and vocabulary.title_kind(document.words(line.span)) is not None


def _has_sister(document: Document, lines: Sequence[OutlineLine], kinds: Sequence[SectionKind | None], position: int, title: OutlineLine) -> bool:
    """Whether another line of the same look begins a block further down under the same title: two projects of one job."""
    line = lines[position]
    if not line.look:
        return _groups(document, lines, kinds, position) or _has_dated_sister(document, lines, kinds, position, title)
    size = line.block.size or 0.0
    if title.look and (title.block.size or 0.0) <= size * _SMALLER_TITLE:
        return False
    dated = has_date(document.words(line.span))
    for place in range(position + 1, len(lines)):
        other = lines[place]
        if other.kind != "heading" or kinds[place] in PROJECT_PARTS:
            continue
        words = document.words(other.span)
        if not other.look or kinds[place] is not None or (other.block.size or 0.0) > size * _SMALLER_TITLE:
            return False
        if lines[place - 1].kind != "heading" and has_date(words) == dated and not words.rstrip().endswith((":", "：")):
            return True
    return False


def _groups(document: Document, lines: Sequence[OutlineLine], kinds: Sequence[SectionKind | None], position: int) -> bool:
    """Whether a real heading that names more than a period holds titled blocks of its own: a job with its projects."""
    if len(without_dates(document.words(lines[position].span)).split()) < _SEVERAL:
        return False
    held = 0
    for place in range(position + 1, len(lines)):
        other = lines[place]
        if other.kind != "heading" or other.look:
            continue
        if other.level <= lines[position].level:
            break
        held += kinds[place] is None
    return held >= _SEVERAL


def _has_dated_sister(document: Document, lines: Sequence[OutlineLine], kinds: Sequence[SectionKind | None], position: int, title: OutlineLine) -> bool:
    """Whether a real heading of the same level with a date begins a block further down under the same title: jobs below a name."""
    level = lines[position].level
    for place in range(position + 1, len(lines)):
        other = lines[place]
        if other.kind != "heading" or other.look or other.level > level:
            continue
        if other.level < level:
            return False
        if kinds[place] is None and lines[place - 1].kind != "heading" and _YEAR.search(document.words(other.span)):
            return True
    return False


def _with_letters_as_high(document: Document, lines: Sequence[OutlineLine], kinds: Sequence[SectionKind | None], vocabulary: HeadingVocabulary) -> list[SectionKind | None]:
    """The kinds, with "personal" for a letter's headings that only their look shows where no real heading is one: "자기소개서" stands as high as "경력" in a form."""
    real = any(
        kind == "letter" and line.kind == "heading" and not line.look and vocabulary.title_kind(document.words(line.span)) is None for line, kind in zip(lines, kinds, strict=True)
    )
    return [kind if real or kind != "letter" or not line.look or line.prompt else "personal" for line, kind in zip(lines, kinds, strict=True)]


def _ranked(document: Document, lines: Sequence[OutlineLine], kinds: Sequence[SectionKind | None]) -> list[OutlineLine]:
    looks = [line for line in lines if line.kind == "heading" and line.look]
    if not looks:
        return list(lines)
    pairs = [(line, kind) for line, kind in zip(lines, kinds, strict=True) if line.kind == "heading"]
    real = [line.level for line in lines if line.kind == "heading" and not line.look]
    sections = [line.level for line, kind in pairs if not line.look and kind in RESUME_SECTIONS]
    by_look = {kind for line, kind in pairs if line.look and kind in RESUME_SECTIONS}
    sizes = sorted({round(line.block.size or 0.0) for line in looks}, reverse=True)
    known = {round(line.block.size or 0.0) for line, kind in pairs if line.look and kind is not None}
    section_size = max(known) if known else None
    ranked = []
    for line, kind in zip(lines, kinds, strict=True):
        if line.kind == "heading" and line.look and not line.level:
            size = round(line.block.size or 0.0)
            if real and document.format in ("pdf", "docx") and kind in RESUME_SECTIONS and len(by_look) + len(sections) >= 2:
                level = min(sections, default=2)
            elif real:
                level = _BOLD_SECTION_LEVEL if kind in RESUME_SECTIONS and len(by_look) >= 2 and not sections else _BOLD_LEVEL
            elif kind is not None or (section_size is not None and size == section_size and line.block.size and not has_date_range(document.words(line.span))):
                level = 2 if section_size is None or size >= section_size else 3
            elif section_size is not None and size > section_size:
                level = 1
            else:
                level = 3 + min(sizes.index(size), 2) if line.block.size else (2 if not known else 3)
            line = replace(line, level=level)
        ranked.append(line)
    return ranked


def _with_low_parts(lines: Sequence[OutlineLine], kinds: Sequence[SectionKind | None]) -> list[OutlineLine]:
    """A plain line with the name of a part ("담당 업무") under a list of jobs or projects belongs to one of them."""
    found: list[OutlineLine] = []
    listing: int | None = None
    for line, kind in zip(lines, kinds, strict=True):
        if line.kind == "heading" and kind in RESUME_SECTIONS:
            listing = line.level if kind in ("experience", "projects") else None
        elif listing is not None and line.kind == "heading" and line.look and kind in PROJECT_PARTS and line.level <= listing:
            line = replace(line, level=listing + 2)
        found.append(line)
    return found


def _below_sections(document: Document, lines: Sequence[OutlineLine], kinds: Sequence[SectionKind | None]) -> list[OutlineLine]:
    """Titles that look like sections (ABC Company under EXPERIENCE) go one level below the listing they follow, with the headings inside them.

    Where jobs or projects are the only section, only an empty heading says that what stands beside it is listed there.
    """
    several = len({kind for kind in kinds if kind in RESUME_SECTIONS}) >= _SEVERAL
    if not several and not any(kind in ("experience", "projects") for kind in kinds):
        return list(lines)
    found: list[OutlineLine] = []
    listing: _Style | None = None
    titled = empty = lowered = deep = False
    for position, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if line.kind == "heading":
            words = document.words(line.span)
            style = _Style(line.level, line.block.size or 0.0, words.isupper())
            inside = listing is not None and titled and line.level > listing.level
            if kind in RESUME_SECTIONS and not (inside and (kind == "skills" or (lowered and (deep or not line.look)))):
                listing = style if kind in LISTING_SECTIONS else (None if listing is None or line.level <= listing.level else listing)
                titled = False
                empty = kind in LISTING_SECTIONS and not line.look and _lists_beside(document, lines, kinds, position)
            elif listing is not None and line.level <= listing.level:
                beside = empty and line.level == listing.level and not line.look
                if kind is None and (beside or (several and _is_title_below(document, lines, position, style, listing))):
                    line = replace(line, level=listing.level + 1)
                    titled, lowered = True, beside
                elif kind is not None and titled:
                    line = replace(line, level=listing.level + 2)
                else:
                    listing = None
            elif inside and lowered and not line.look:
                line = replace(line, level=line.level + 1)
            if not line.look:
                # A bold line below a heading inside a job is a label there.
                deep = lowered and inside
        found.append(line)
    return found


def _lists_beside(document: Document, lines: Sequence[OutlineLine], kinds: Sequence[SectionKind | None], position: int) -> bool:
    """Whether a listing is empty and what it lists stands right behind it at its level: "## Work", "## Smith Ltd" with its years, "## Skills".

    A listing that introduces what it lists is as good as empty where all that stands behind it is dated and told in one way.
    """
    level = lines[position].level
    blocks: list[int] = []
    introduced = False
    for place in range(position + 1, len(lines)):
        line = lines[place]
        if line.kind != "heading" or line.look:
            introduced = introduced or (not blocks and line.kind == "text")
            if not blocks and line.kind not in ("silent", "text"):
                return False
            continue
        if line.level < level or (line.level == level and kinds[place] is not None):
            break
        if line.level > level and not blocks:
            return False
        if line.level == level:
            blocks.append(place)
    ended = next((line.level <= level for line in lines[(blocks or [position])[-1] + 1 :] if line.kind == "heading" and not line.look and line.level <= level), False)
    if kinds[position] == "projects" and not introduced and len(blocks) >= _SEVERAL and _share_a_heading(document, lines, blocks):
        return True
    dated = sum(_is_dated_block(document, lines, place) for place in blocks)
    if introduced:
        return dated == len(blocks) >= _SEVERAL and _share_a_heading(document, lines, blocks)
    return bool(blocks) and 2 * dated >= len(blocks) and (ended or dated == len(blocks))


def _share_a_heading(document: Document, lines: Sequence[OutlineLine], blocks: Sequence[int]) -> bool:
    """Whether blocks at one level all have the same heading inside them ("Objective"), as works told in one way have."""
    shared: set[str] | None = None
    for start in blocks:
        inside: set[str] = set()
        for line in lines[start + 1 :]:
            if line.kind == "heading" and line.level <= lines[start].level:
                break
            if line.kind == "heading":
                inside.add(document.words(line.span).strip(" :：").lower())
        shared = inside if shared is None else shared & inside
    return bool(shared)


def _is_dated_block(document: Document, lines: Sequence[OutlineLine], position: int) -> bool:
    """Whether one of the rows right under a heading, or the heading, names a period."""
    for line in lines[position : position + _NEAR]:
        if line.kind == "heading" and line is not lines[position] and not line.look:
            return False
        if any(has_date(row) if len(row) <= _SHORT_ROW else has_date_range(row) for row in document.words(line.span)[:_LONGEST_NEAR].split("\n")[:_ROWS]):
            return True
    return False


def _is_title_below(document: Document, lines: Sequence[OutlineLine], position: int, style: _Style, listing: _Style) -> bool:
    line = lines[position]
    if style.size > listing.size * _SMALLER:
        return False
    if has_date_range(document.words(line.span)):
        return True
    if document.format not in ("pdf", "docx"):
        return False
    if listing.upper and not style.upper:
        return True
    following = lines[position + 1] if position + 1 < len(lines) else None
    return following is not None and following.kind == "text" and len(following.span) < 100 and has_date_range(document.words(following.span))
