"""Plain titles: works that show nothing but a title and words under it, and the one work that is the whole of a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from careerlint.expression import Expression
from careerlint.model.span import Span
from careerlint.model.surnames import COMMON_SURNAMES
from careerlint.outline.draft import Draft
from careerlint.outline.entry_drafts import DraftEntry, kind_of, of_section
from careerlint.outline.heads import head_span
from careerlint.outline.levels import PROJECT_PARTS
from careerlint.outline.projects import only_work
from careerlint.outline.sections import first_line
from careerlint.outline.sentences import ends_sentence
from careerlint.outline.vocabulary import heading_words

_TITLE_LABEL = Expression(r"[\s*\[【(]*(?:(?:the )?(?:project|research|report|capstone)\s(?:name|title)|title|프로젝트\s?(?:명|이름|제목|주제)|과제\s?명|주제|제목)[\s*\])】]*[:：]\s*", re.IGNORECASE)
"""How a form labels the title of the whole."""
_BARE_LABEL = Expression(r"(?:the )?(?:project|research|report|capstone|app|game|team)\s?(?:name|title)|title|(?:프로젝트|과제|작품|서비스|앱|게임|연구)\s?(?:명|이름|제목)|주제명|제목|작품명", re.IGNORECASE)
"""The same label as a heading of its own, above the name."""
_OPENING_PART = Expression(r"summary|issue|incident|title|problem|bug|요약|제목|장애\s?(?:요약|제목)", re.IGNORECASE)
"""The first part of a report's form, in whose only row it is called."""
_LONGEST_ROW = 90
_SORT_OF_PAGE = Expression(r"trouble\s?-?shooting|retrospective|post-?mortem|read\s?me|report|case study|project|트러블\s?슈팅|회고록?|보고서|프로젝트|리드미|문제\s?해결", re.IGNORECASE)
"""A title that says what sort of page it is, and not of what."""
_NUMBER_OR_DAY = Expression(r"\W*(?:(?:no|day|week|part|제)?\W{0,2}\d{1,4}\s?(?:년도?|월|일|차|주차|일차|번째?)?\W*){1,3}", re.IGNORECASE)
_CONTENTS = Expression(r"목차|차례|(?:table of )?contents|toc|index", re.IGNORECASE)
_BUTTON = Expression(r"^(?:click|play|try|view|visit|open|watch|live|download|demo)\b|(?:바로\s?가기|보러\s?가기|클릭|데모|다운로드|체험하기|플레이)$", re.IGNORECASE)
_MEMBER = Expression(rf"[{COMMON_SURNAMES}여나][가-힣]{{2}}")
"""A heading that is the name of somebody of a team."""
_NAMED = Expression(r"(?P<name>[A-Z가-힣][^\s.!?:]*(?:\s(?![-–—]\s)[^\s.!?:()]+){0,5}(?:\s\([^()]{1,60}\))?)\s[-–—]\s(?:An?|The|This|Built|Made|[가-힣])")
"""A paragraph that says what a work is called, and then what it is."""
_OF_THE_PAGE = Expression(
    r"^if you(?:['’]re| are)\b|\b(?:in|of|about|to|using) this (?:portfolio|repo(?:sitory)?|site|website|page|folder|collection)\b|^about (?:the |this )?(?:portfolio|repo(?:sitory)?|site|website)$"
    r"|^(?:welcome|hello|hi there|thanks|thank you)\W*$|^welcome to my\b|^(?:thanks|thank you) for\b|^how to (?:read|navigate) (?:this|my)\b|^what(?:['’]s| is) (?:inside|in here)\b|^(?:my\s)?(?:git(?:hub)?\s)?(?:stat(?:s|istics)|contributions|streak)$"
    r"|(?:이|본)\s?(?:포트폴리오|저장소|레포지토리|페이지|사이트|블로그)(?:는|에|를|의|란|\s)|^(?:환영합니다|감사합니다|들어가며|들어가는 글|마치며|맺으며|끝으로)$|^(?:깃허브\s)?통계$|읽어\s?주셔서|방문해\s?주셔서",
    re.IGNORECASE,
)
"""A heading that speaks of the page or to its reader, and names no work."""
_NAME_ROW = Expression(r"(?!https?:|www\.|by\s)[A-Z0-9가-힣][^.!?:,@|\n]{4,68}[^\s.!?:,;다요]")
"""A row that may be the name of a work: no sentence, label, address or list."""
_FEW = 3
_SEVERAL = 2
_LONGEST_NAME = 120


def plainly_titled(draft: Draft) -> list[DraftEntry]:
    """The sections of a portfolio that show nothing of a project but a title of their own and words under it."""
    only = _only_below_title(draft)
    if only is not None and sum(draft.sections[child].late in PROJECT_PARTS for child in draft.children[only]) >= _SEVERAL:
        return [of_section(draft, only, "project")]
    lowest = min((section.level for section in draft.sections if section.title is not None), default=0)
    titled = [
        index for index, section in enumerate(draft.sections)
        if section.title is not None and section.kind == "other" and section.late not in PROJECT_PARTS and section.level > lowest
        and section.lines[0] < draft.ends[index] and all(draft.sections[child].late in ("links", *PROJECT_PARTS) for child in draft.children[index])
    ]
    grouped = [index for index in titled if _only_groups(draft, draft.sections[index].parent, lowest)]
    level = min((draft.sections[index].level for index in titled), default=0)
    highest = [index for index in titled if draft.sections[index].level == level]
    if len(grouped) >= _SEVERAL and (len(grouped) >= len(highest) or highest[0] in grouped):
        return [of_section(draft, index, "project") for index in grouped]
    below = sum(section.title is not None and section.level > lowest for section in draft.sections)
    if len(highest) >= _SEVERAL:
        return [of_section(draft, index, "project") for index in sorted({*highest, *_telling_beside(draft, highest)})]
    # A portfolio of one project: its own title stands above that of the project.
    return [of_section(draft, index, "project") for index in highest] if below == len(highest) == 1 else []


def speaks_of_the_page(draft: Draft, entry: DraftEntry) -> bool:
    """Whether a heading was taken for a work that speaks of the page: "If you are reading this"."""
    section = draft.sections[entry.section]
    return entry.title is not None and entry.title == section.title and _OF_THE_PAGE.search(section.heading) is not None


def only_speaks_of_itself(draft: Draft) -> bool:
    """Whether all headings below the title of a portfolio speak of the page and to its reader, so that no work is told there."""
    below = draft.titled[1:]
    return bool(below) and all(_OF_THE_PAGE.search(section.heading) for section in below)


def told_behind_list(draft: Draft, entries: Sequence[DraftEntry]) -> list[DraftEntry]:
    """The works that are told under headings of their own behind a list of projects that gives none a name: two or more of them have the same heading inside."""
    if len(entries) != 1 or entries[0].title is not None or draft.sections[entries[0].section].kind != "projects":
        return []
    place = entries[0].section
    beside = [index for index in draft.children[draft.sections[place].parent] if index > place] if draft.sections[place].parent >= 0 else []
    told = [index for index in beside if draft.sections[index].kind == "other" and draft.sections[index].late not in PROJECT_PARTS and draft.children[index]]
    inside = Counter(heading for index in told for heading in {draft.sections[child].heading for child in draft.children[index] if draft.sections[child].late in PROJECT_PARTS})
    return [of_section(draft, index, "project") for index in told] if any(count >= _SEVERAL for count in inside.values()) else []


def named_paragraphs(draft: Draft) -> list[DraftEntry]:
    """The works of a page whose paragraphs each begin with a name: "Space Maze - A game made in a team of five"."""
    told = [position for position, line in enumerate(draft.lines) if line.kind == "text"]
    named = [(position, match) for position in told if (match := _NAMED.match(draft.document.words(draft.lines[position].span)))]
    if len(named) < _FEW or 3 * len(named) < 2 * len(told) or any(line.kind in ("item", "table") for line in draft.lines):
        return []
    ends = [*(position for position, _ in named[1:]), len(draft.lines)]
    return [
        DraftEntry(Span(start := draft.lines[position].span.start, start + match.end("name")), (position, end), draft.section_by_line[position], "project")
        for (position, match), end in zip(named, ends, strict=True)
    ]


def _only_below_title(draft: Draft) -> int | None:
    """The only section directly below the only title, where there is one."""
    roots = [index for index, section in enumerate(draft.sections) if section.title is not None and section.parent < 0]
    below = draft.children[roots[0]] if len(roots) == 1 else []
    return below[0] if len(below) == 1 and draft.sections[below[0]].kind == "other" else None


def _telling_beside(draft: Draft, titled: Sequence[int]) -> list[int]:
    """The sections beside these that have words of their own, though what stands below them is divided otherwise than into parts of a project."""
    parents = {draft.sections[index].parent for index in titled}
    return [
        index for index, section in enumerate(draft.sections)
        if section.title is not None and section.parent in parents and section.level == draft.sections[titled[0]].level and section.kind == "other" and section.late not in PROJECT_PARTS and section.lines[0] < section.lines[1]
    ]


def _only_groups(draft: Draft, index: int, lowest: int) -> bool:
    """Whether a section below the title of the document ("Regression problems") says nothing itself and holds titled blocks."""
    section = draft.sections[index] if index >= 0 else None
    return section is not None and section.kind == "other" and section.level > lowest and section.lines[0] == section.lines[1]


def whole(draft: Draft) -> list[DraftEntry]:
    """The document as one work, by its first heading."""
    section = next((index for index, item in enumerate(draft.sections) if item.title is not None), 0)
    if names_nothing(draft, section):
        section = _named_above(draft, section)
    section = _only_named_below(draft, section)
    if (only := only_work(draft)) is not None:
        return [DraftEntry(draft.sections[only].title, (first_line(draft.sections[only]), len(draft.lines)), only, kind_of(draft, draft.sections[only].title, "project"))]
    if (named := _name_above_parts(draft, section)) is not None:
        return [DraftEntry(named, (0, len(draft.lines)), 0, kind_of(draft, named, "project"))]
    title = draft.sections[section].title if draft.sections else None
    return [without_label(draft, DraftEntry(_behind_label(draft, title), (0, len(draft.lines)), section, kind_of(draft, title, "project")))]


def _only_named_below(draft: Draft, index: int) -> int:
    """The only heading right below one that says of what sort the page is ("Troubleshooting"), where nothing stands between and all else is below it; else that one."""
    section = draft.sections[index] if draft.sections else None
    if section is None or section.title is None or section.lines[0] < section.lines[1] or not _SORT_OF_PAGE.fullmatch(heading_words(draft.document.words(section.title))):
        return index
    below = draft.children[index]
    alone = len(below) == 1 and all(other.level > section.level for other in draft.sections[index + 1 :])
    return below[0] if alone and draft.sections[below[0]].kind == "other" else index


def _name_above_parts(draft: Draft, index: int) -> Span | None:
    """The first row of a page without Markdown, where the first heading below it is a part ("Project overview") and the row a name."""
    opening = next((line for line in draft.lines[slice(*draft.sections[0].lines)] if line.kind != "silent"), None) if draft.sections else None
    if not draft.document.plain or opening is None or opening.kind != "text" or draft.sections[index].kind not in PROJECT_PARTS:
        return None
    row = head_span(draft.document, opening)
    return row if _NAME_ROW.fullmatch(draft.document.words(row)) else None


def names_nothing(draft: Draft, index: int) -> bool:
    """Whether a heading is the number of a block, a day or a year, a table of contents, a button that leads elsewhere, or who speaks below it."""
    title = draft.sections[index].title if draft.sections else None
    if title is None:
        return False
    words = draft.document.words(title).strip()
    if _NUMBER_OR_DAY.fullmatch(words) or _CONTENTS.fullmatch(heading_words(words)):
        return True
    if _BUTTON.search(heading_words(words)) and any(mark.kind == "link" and mark.span.start <= title.start and mark.span.end >= title.end for mark in draft.document.marks):
        return True
    beside = [section.title for section in draft.sections if section.title is not None and section.level == draft.sections[index].level]
    return len(beside) > _SEVERAL and all(_MEMBER.fullmatch(draft.document.words(one).strip()) for one in beside)


def _named_above(draft: Draft, index: int) -> int:
    """The first heading behind one that names nothing, where it stands higher and so names the whole; else what has no title."""
    found = next((place for place in range(index + 1, len(draft.sections)) if draft.sections[place].level < draft.sections[index].level), 0)
    named = found and draft.sections[found].kind == "other" and not names_nothing(draft, found)
    return found if named and all(section.level > draft.sections[found].level for section in draft.sections[found + 1 :]) else 0


def _behind_label(draft: Draft, title: Span | None) -> Span | None:
    """The name behind the label of a form's title: "Project title: Weir gauges"."""
    label = _TITLE_LABEL.match(draft.document.words(title)) if title is not None else None
    return Span(title.start + label.end(), title.end) if title is not None and label is not None and title.start + label.end() < title.end else title


def without_label(draft: Draft, entry: DraftEntry) -> DraftEntry:
    """A work with its name from the line below where its heading is the label of a form ("# Project name" above "Weir gauges"), and with none where nothing there is one."""
    section = draft.sections[entry.section] if draft.sections else None
    if section is None or entry.title is None or entry.title != section.title or entry.kind not in ("project", "competition"):
        return entry
    words = draft.document.words(entry.title)
    labelled = _TITLE_LABEL.fullmatch(words) is not None or _BARE_LABEL.fullmatch(heading_words(words)) is not None
    if not labelled and (entry.lines[0] > 0 or not _OPENING_PART.fullmatch(heading_words(words))):
        return entry
    row = _name_below(draft, entry.section, alone=not labelled)
    return replace(entry, title=row) if row is not None or labelled else entry


def _name_below(draft: Draft, index: int, alone: bool) -> Span | None:
    """The row below a heading, or the only bullet there, that is a name: short and no sentence; where `alone` nothing else stands directly under the heading."""
    inside = [line for line in draft.lines_of(draft.sections[index]) if line.kind != "silent"]
    first = draft.lines[draft.sections[index].lines[0] :][:1]
    # A bold name in a line of its own looks like a heading.
    inside = inside or [line for line in first if line.look]
    if not inside or inside[0].kind not in ("text", "heading", "item") or (inside[0].kind == "item" and sum(line.kind == "item" for line in inside) > 1):
        return None
    row = head_span(draft.document, inside[0])
    words = draft.document.words(row)
    if not 0 < len(words) <= (_LONGEST_ROW if alone else _LONGEST_NAME) or ends_sentence(draft.document.words(inside[0].span)) or _CONTENTS.fullmatch(heading_words(words)) or draft.vocabulary.kind_of(words) is not None:
        return None
    return row if not alone or (len(inside) == 1 and len(inside[0].rows(draft.document)) == 1) else None
