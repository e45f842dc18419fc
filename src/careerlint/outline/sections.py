"""Sections: headings become a tree, each with what it announces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from careerlint.dates import has_date_range
from careerlint.expression import Expression
from careerlint.model.document import Document
from careerlint.model.outline import SectionKind
from careerlint.model.span import Span
from careerlint.outline.lines import OutlineLine
from careerlint.outline.vocabulary import WORK_SECTIONS, HeadingVocabulary, heading_words

_LISTED: frozenset[SectionKind] = frozenset(("experience", "projects", "education", "training", "activities"))
_FLAT: frozenset[SectionKind] = frozenset(("summary", "skills", "personal", "languages", "certificates", "links"))
_TITLE_WORDS: frozenset[SectionKind] = frozenset(("overview", "task", "goal"))
_MADE = frozenset(("what we did", "what i did", "what we built", "what i built", "practice", "experiments", "experience with", "made"))
"""Titles of a document that lists works under it; under the title of a work they are a part of it."""
_BEHIND_WORKS: frozenset[SectionKind] = frozenset(("references", "links", "license", "personal", "skills"))
"""What stands behind the works of a portfolio."""
_OF_A_LIFE: frozenset[SectionKind] = frozenset(("experience", "education", "personal", "languages", "certificates", "awards", "activities", "summary", "skills", "projects", "training"))
_CONTENTS = Expression(r"^(?:contents?|index|list|목차|목록|리스트|내용)$", re.IGNORECASE)
_SEVERAL_PROJECTS = Expression(r"\b(?:projects|assignments|works)(?:$|\W|\s(?:of|from|at|in|for|during)\b)|프로젝트\s?(?:들|모음|목록)", re.IGNORECASE)
_SUMMARY = Expression(r"(?:(?:short|brief|job|role)\s)?summary\s?:?|(?:업무\s?)?요약\s?:?", re.IGNORECASE)
_HIGHLIGHTS = Expression(r"^(?:(?:project|key|main|selected|work)\s)?highlights$|^(?:주요|대표)\s?(?:내용|작업)$", re.IGNORECASE)
_COLUMNS = 4
"""As many headings of no known kind beside one make it one of them."""
_SEVERAL = 2
_DEEP = 2
_COUNTED = Expression(r"\W{0,3}(?:Q|문항|질문|question)\s?\d", re.IGNORECASE)
"""A question's number says that its last word ("Q1. 성장 경험") announces no list."""
_SHORT = 3
_LONGEST_ROW = 120
_LONGEST_NAME = 20
"""A longer heading that asks is a form's question, even where its first half names an answer."""


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A section before its entries are known; `lines` is the half-open range of lines that stand directly under it.

    What stands above the first heading has none, and neither has what goes on with a section behind something folded in it.
    """

    kind: SectionKind
    title: Span | None
    heading: str
    level: int
    parent: int
    lines: tuple[int, int]
    span: Span
    late: SectionKind = "other"
    """What its last word announces, where the whole heading announces nothing."""


def draft_sections(document: Document, lines: Sequence[OutlineLine], vocabulary: HeadingVocabulary) -> list[DraftSection]:
    """Every section in reading order; the first has no title and holds what stands above the first heading.

    A heading in a stretch that is folded heads nothing behind it.
    """
    starts = [index for index, line in enumerate(lines) if line.kind == "heading"]
    bounds = [*starts, len(lines)]
    sections = [DraftSection("other", None, "", 0, -1, (0, bounds[0]), _span(document, lines, 0, bounds[0]))]
    stack: list[int] = []
    # Where each section ends at the latest: with what it is folded in.
    latest = [len(document.text) + 1]
    folds = _fold_ends(document, [lines[start].span.start for start in starts])
    for position, start in enumerate(starts):
        line, end = lines[start], bounds[position + 1]
        words = document.words(line.span)
        while stack and (sections[stack[-1]].level >= line.level or latest[stack[-1]] <= line.span.start):
            stack.pop()
        parent = stack[-1] if stack else -1
        around = sections[parent].kind if parent > 1 or (parent == 1 and sections[1].level > 1) else None
        by_last = _by_last_word(words, sections, parent, vocabulary)
        kind = vocabulary.kind_of(words)
        if kind != "education" or not _lists_years(document, lines[start + 1 : end]):
            # "Education" with years below it lists degrees wherever it stands.
            kind = _in_context(kind, words, around, by_last)
        if kind == "experience" and around == "other" and has_date_range(sections[parent].heading):
            # "Teaching" below a job with its period is a part of that job.
            kind = None
        if kind == "summary" and around == "other" and sections[sections[parent].parent].kind == "experience" and _SUMMARY.fullmatch(words.strip()):
            # Below a job it sums up that job, and not who had it.
            kind = "overview"
        span = Span(line.span.start, lines[end - 1].span.end)
        if line.prompt and (kind is None or len(words) > _LONGEST_NAME or (kind != "letter" and _COUNTED.match(words))):
            kind = "prompt"
        if kind == "letter" and vocabulary.title_kind(words) is not None and start + 1 == end:
            kind = None
        late = kind or by_last or "other"
        sections.append(DraftSection(kind or "other", line.span, heading_words(words), line.level, parent, (start + 1, end), span, late))
        stack.append(len(sections) - 1)
        latest.append(folds[position])
        behind = _behind_folds(document, lines, sections, latest)
        sections += behind
        latest += [len(document.text) + 1] * len(behind)
    return _without_title_kinds(document, _without_columns(_like_siblings(document, _with_listed_works(sections, lines, vocabulary), vocabulary)), vocabulary)


def _fold_ends(document: Document, offsets: Sequence[int]) -> list[int]:
    """For each of these offsets, in order, where the innermost stretch ends that is folded around it, or behind the text."""
    folds = sorted(document.folds, key=lambda fold: (fold.start, -fold.end))
    around: list[int] = []
    found = []
    place = 0
    for offset in offsets:
        while place < len(folds) and folds[place].start <= offset:
            while around and around[-1] <= folds[place].start:
                around.pop()
            around.append(folds[place].end)
            place += 1
        while around and around[-1] <= offset:
            around.pop()
        found.append(around[-1] if around else len(document.text) + 1)
    return found


def _behind_folds(document: Document, lines: Sequence[OutlineLine], sections: list[DraftSection], latest: Sequence[int]) -> list[DraftSection]:
    """What stands behind the stretch in which the last section is folded, as parts of the sections around it; the last section ends there."""
    last, owner = sections[-1], len(sections) - 1
    first, end = last.lines
    found: list[DraftSection] = []
    while owner >= 0 and (cut := next((place for place in range(first, end) if lines[place].span.start >= latest[owner]), end)) < end:
        if found:
            found[-1] = replace(found[-1], lines=(first, cut), span=_span(document, lines, first, cut))
        else:
            sections[-1] = replace(last, lines=(first, cut), span=Span(last.span.start, lines[cut - 1].span.end))
        while owner >= 0 and latest[owner] <= lines[cut].span.start:
            owner = sections[owner].parent
        found.append(DraftSection("other", None, "", last.level, owner, (cut, end), _span(document, lines, cut, end)))
        first = cut
    return found


def _with_listed_works(sections: list[DraftSection], lines: Sequence[OutlineLine], vocabulary: HeadingVocabulary) -> list[DraftSection]:
    """Works under "Contents" below a title that names a portfolio, or under "Highlights" below one of several projects, are listed there."""
    first = next((section for section in sections if section.title is not None), None)
    if first is None:
        return sections
    portfolio, several = vocabulary.title_kind(first.heading) == "portfolio", _SEVERAL_PROJECTS.search(first.heading) is not None
    for index, inside in enumerate(children(sections)):
        section = sections[index]
        listed = (portfolio and section.kind == "structure" and _CONTENTS.match(section.heading)) or (several and _HIGHLIGHTS.match(section.heading))
        told = [child for child in inside if sections[child].late == "other" and any(line.kind in ("text", "item") for line in lines[slice(*sections[child].lines)])]
        if listed and section.lines[0] == section.lines[1] and len(told) >= _SEVERAL and len(told) == len(inside):
            sections[index] = replace(section, kind="projects", late="projects")
    return sections


def lists_highlights(sections: Sequence[DraftSection], index: int) -> bool:
    """Whether a section is the list of what a title in the plural promises: "Highlights" below "Projects of my internship"."""
    return sections[index].kind == "projects" and _HIGHLIGHTS.match(sections[index].heading) is not None


def _like_siblings(document: Document, sections: list[DraftSection], vocabulary: HeadingVocabulary) -> list[DraftSection]:
    """In a list of projects that are all linked or dated in their headings "Exploratory Data Analysis" is one of them, and no part."""
    links = [mark.span for mark in document.marks if mark.kind == "link"]
    for inside in children(sections):
        parent = sections[sections[inside[0]].parent] if inside else None
        if parent is None or not (parent.kind in WORK_SECTIONS or vocabulary.title_kind(parent.heading) == "portfolio") or all(sections[child].late == "other" for child in inside):
            continue
        forms = {child: _form(document, sections[child], links) for child in inside}
        plain = [forms[child] for child in inside if sections[child].late == "other"]
        form = max(plain, key=plain.count, default="")
        if form and plain.count(form) >= _SEVERAL and 3 * plain.count(form) >= 2 * len(plain):
            for child in inside:
                if forms[child] == form:
                    sections[child] = replace(sections[child], kind="other", late="other")
    return sections


def _without_columns(sections: list[DraftSection]) -> list[DraftSection]:
    """Deep below other headings "Education" beside "Annual Income", "Children" and "Housing" is a column of the data, or "Languages" beside "Clouds" and "Libraries" one of the tools of a job, and no part of a life."""
    for inside in children(sections):
        kinds = [sections[child].kind for child in inside]
        if kinds.count("other") < _COLUMNS or kinds.count("other") < len(kinds) - 1:
            continue
        for child in inside:
            above = ancestors(sections, child)
            if sections[child].kind in _OF_A_LIFE and len(above) >= _DEEP and all(sections[place].kind not in _OF_A_LIFE for place in above[:_DEEP]):
                sections[child] = replace(sections[child], kind="other", late="other")
    return sections


def _form(document: Document, section: DraftSection, links: Sequence[Span]) -> str:
    """How a heading names a work beside its words: "link" where all of it is one, "date" where it has a period."""
    title = section.title
    if title is None:
        return ""
    if any(link.start <= title.start + 2 and link.end >= title.end - 1 and link.start < title.end for link in links):
        return "link"
    return "date" if has_date_range(document.words(title)) else ""


def _without_title_kinds(document: Document, sections: list[DraftSection], vocabulary: HeadingVocabulary) -> list[DraftSection]:
    """A title that names the document, or says what its parts say again, announces nothing: "포트폴리오" above "프로젝트"."""
    inside = children(sections)
    roots = [index for index, section in enumerate(sections) if section.title is not None and section.parent < 0]
    for index in roots:
        section = sections[index]
        named = section.title is not None and vocabulary.title_kind(document.words(section.title)) is not None
        jobs = section.kind == "experience" and any(sections[child].kind == "other" for child in inside[index])
        if section.heading.lower() in _MADE and roots == [index] and inside[index] and all(sections[child].kind == "other" for child in inside[index]):
            sections[index] = replace(section, kind="projects", late="projects")
            continue
        if section.kind == "projects" and named and index == roots[0] and not inside[index] and _is_beside_works(sections, roots[1:]):
            sections[index] = replace(section, kind="other", late="other")
            continue
        below = _kinds_below(sections, index, index == roots[0])
        # "# Career" above all that a résumé has is its title.
        heads_life = roots == [index] and len(below & _OF_A_LIFE) > _SHORT
        again = (named or heads_life) and not jobs and section.kind in below
        alone = roots == [index] and section.kind in _TITLE_WORDS and len(inside[index]) >= _SHORT
        if again or alone:
            sections[index] = replace(section, kind="other", late="other")
    return sections


def _is_beside_works(sections: Sequence[DraftSection], roots: Sequence[int]) -> bool:
    """Whether the headings beside a title that names a portfolio are works, for nothing else but their sources is announced: "# Portfolio", "# 1. Rent", "# 2. Trip"."""
    works = [root for root in roots if sections[root].kind not in _BEHIND_WORKS]
    return len(works) >= _SEVERAL and all(sections[root].kind == "other" and sections[root].late not in _LISTED for root in works)


def _kinds_below(sections: Sequence[DraftSection], root: int, first: bool) -> set[SectionKind]:
    """The kinds of the sections inside a root; in plain text a title has no level of its own, so that all sections stand beside the first."""
    following = range(root + 1, len(sections))
    inside = following if first else takewhile(lambda place: sections[place].parent >= 0, following)
    return {sections[place].kind for place in inside}


def ancestors(sections: Sequence[DraftSection], index: int) -> list[int]:
    """The sections around a section, innermost first."""
    found = []
    index = sections[index].parent
    while index >= 0:
        found.append(index)
        index = sections[index].parent
    return found


def children(sections: Sequence[DraftSection]) -> list[list[int]]:
    """For every section those with a heading directly inside it, in order."""
    inside: list[list[int]] = [[] for _ in sections]
    for position, section in enumerate(sections):
        if section.parent >= 0 and section.title is not None:
            inside[section.parent].append(position)
    return inside


def first_line(section: DraftSection) -> int:
    """The line of the section's heading, or its first line where it has none."""
    return section.lines[0] - 1 if section.title is not None else section.lines[0]


def ends(sections: Sequence[DraftSection]) -> list[int]:
    """For every section the line at which it ends with everything in it."""
    found = [section.lines[1] for section in sections]
    for index in range(len(sections) - 1, -1, -1):
        parent = sections[index].parent
        if parent >= 0:
            found[parent] = max(found[parent], found[index])
    return found


def _lists_years(document: Document, lines: Sequence[OutlineLine]) -> bool:
    """Whether the first row right below a heading, or inside the first bullet, names a period."""
    first = next((line for line in lines if line.kind != "silent"), None)
    return first is not None and first.kind in ("text", "item") and has_date_range(first.rows(document)[0][:_LONGEST_ROW])


def _by_last_word(words: str, sections: Sequence[DraftSection], parent: int, vocabulary: HeadingVocabulary) -> SectionKind | None:
    """What the last word of a heading announces; a list of works stands near the top, so that "All Weather Portfolio" three headings down is one of them."""
    kind = vocabulary.kind_by_last_word(words)
    return None if kind == "projects" and parent >= 0 and len(ancestors(sections, parent)) >= _DEEP else kind


def _in_context(kind: SectionKind | None, words: str, parent: SectionKind | None, by_last: SectionKind | None) -> SectionKind | None:
    """Inside a list of strengths or skills "Leadership" is no section; at the highest level "Technical Experience" is one."""
    if kind in _LISTED and parent in _FLAT:
        return None
    if kind is None and parent in (None, "other") and sum(not word.isdigit() and word != "&" for word in words.split()) <= _SHORT:
        return by_last if by_last in _LISTED else None
    return kind


def _span(document: Document, lines: Sequence[OutlineLine], first: int, last: int) -> Span:
    if first >= last:
        return Span(0, 0)
    return Span(lines[first].span.start, lines[last - 1].span.end)
