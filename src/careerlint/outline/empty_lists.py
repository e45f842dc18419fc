"""Empty lists: sections that name jobs or projects and hold none: "신입", a link to where they are, files, topics that are to come."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careerlint.expression import Expression
from careerlint.outline.draft import Draft
from careerlint.outline.lines import OutlineLine

_NONE = Expression(r"\W*(?:신입|없음|해당\s?(?:사항\s?)?없음|무|n/?a|none|tbd|coming soon|준비\s?중|작성\s?중)\W*", re.IGNORECASE)
_ADDRESS = Expression(r"(?:https?://|www\.)\S+|\b[\w-]{1,40}(?:\.[\w-]{1,40}){1,5}/\S*", re.IGNORECASE)
_FILE = Expression(r"[^\n]{1,80}\.(?:pdf|pptx?|docx?|hwpx?|jpe?g|png|zip|key)\b\W{0,3}(?:\.\w{3,4})?\W*", re.IGNORECASE)
_TO_COME = Expression(r"\b(?:will|planned|upcoming|soon|in the future)\b|예정|계획|추가할", re.IGNORECASE)
_POINTER = Expression(r"[\W\d_]*|(?:my\s)?(?:portfolio|포트폴리오|이력서|resume|cv)\s?(?:\(?pdf\)?|노션|notion|문서)?|.{0,40}(?:아래|링크|참고|참조|확인|보기|바로\s?가기|\b(?:here|see|below|link(?:ed)?|visit|browse|find)\b).{0,20}", re.IGNORECASE)
"""What stands beside or above an address and only says where to look."""
_LINKS = Expression(r"\blinks?\b|\b(?:find|see|visit|browse)\b|링크|바로\s?가기|주소", re.IGNORECASE)
_LABELLED_PLACE = Expression(r"(?P<label>[^:：\n]{2,60}?)\s?[:：]\s*(?:<?(?:https?://|www\.)\S+|\W?[^\n]{1,60}\.(?:pdf|pptx?|docx?|hwpx?|zip)\b\W{0,4}(?:\d[\d.]{0,8}\s?[KM]B)?\W{0,4})", re.IGNORECASE)
_DEPLOYED = Expression(r"\b(?:portfolio|back-?end|front-?end|server|demo|deployment|documents?|file)\b|포트폴리오|백엔드|프론트엔드|프런트엔드|서버|배포|데모|문서|파일", re.IGNORECASE)
"""Labels of what stands at an address, which is a part of a work or tells of it."""
_MOST_WORDS = 6
_LONGEST_ROW = 400
"""Letters of a bullet that may be a label with its address."""
_SEVERAL = 2


def holds_nothing(draft: Draft, index: int) -> bool:
    """Whether what stands directly under the heading of a list is none of what the heading names."""
    section = draft.sections[index]
    lines = [line for line in draft.lines_of(section) if line.kind != "silent"]
    if any(line.kind not in ("text", "item") for line in lines):
        return False
    rows = [row.strip() for line in lines for row in line.rows(draft.document)]
    bullets = [draft.document.words(line.span).strip() for line in lines if line.kind == "item"]
    if bullets and all(_NONE.fullmatch(row) for row in bullets):
        return True
    if all(_NONE.fullmatch(row) or _FILE.fullmatch(row) for row in rows):
        return True
    linked = any(mark.kind == "link" for mark in draft.document.marks_from(section.span))
    if (linked or any(_ADDRESS.search(row) for row in rows)) and all(_POINTER.fullmatch(_ADDRESS.sub("", row)) for row in rows) and not any(line.kind == "item" for line in lines):
        return True
    if leads_on(draft, index) or _only_shows_where(draft, lines):
        return True
    announced, topics = rows[:1], rows[1:]
    return bool(topics) and announced[0].endswith((":", "：")) and _TO_COME.search(announced[0]) is not None and all(len(row.split()) <= _MOST_WORDS for row in topics)


def _only_shows_where(draft: Draft, lines: Sequence[OutlineLine]) -> bool:
    """Whether a list is bullets with a label and an address or a file each and no more, half of the labels or more those of what runs or is handed in: "**Backend (Harbour Cloud)**: https://..."."""
    rows = [draft.document.words(line.span).strip() for line in lines]
    labels = [match["label"] for row in rows if len(row) <= _LONGEST_ROW and (match := _LABELLED_PLACE.fullmatch(row))]
    bullets = len(rows) >= _SEVERAL and all(line.kind == "item" for line in lines)
    return bullets and len(labels) == len(rows) and 2 * sum(_DEPLOYED.search(label) is not None for label in labels) >= len(rows)


def leads_on(draft: Draft, index: int) -> bool:
    """Whether a line "Links to ..." stands above bullets that are a name and an address each: where the works are, which are told elsewhere or not at all."""
    lines = [line for line in draft.lines_of(draft.sections[index]) if line.kind != "silent"]
    first = draft.document.words(lines[0].span).strip() if lines else ""
    if not lines or lines[0].kind != "text" or not first.endswith((":", "：")) or _LINKS.search(first) is None or len(lines) < _SEVERAL:
        return False
    return all(line.kind == "item" and (_ADDRESS.search(draft.document.words(line.span)) or any(mark.kind == "link" for mark in draft.document.marks_from(line.span))) for line in lines[1:])
