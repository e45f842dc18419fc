"""Fences around plain text: what somebody tells of works between lines of ```, to keep its rows apart, is no code."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from careerlint.expression import Expression
from careerlint.readers.markdown_lenient import holds_code, is_told

Event = tuple[Any, Mapping[str, int]]
Parse = Callable[[str], list[Event]]

_PLAIN = frozenset(("", "text", "txt", "plaintext", "plain"))
_SHOWN = frozenset(("markdown", "md"))
_CARD = Expression(
    r"[ \t]*(?:[-*•]\s)?(?:\[\s?)?(?P<label>(?:개발|프로젝트|진행|수행|작업|참여|근무)?\s?(?:기간|인원)|(?:개발|사용|작성)?\s?언어|(?:사용|활용|적용|주요)\s?(?:기술|도구|툴|스택|라이브러리|프레임워크)|기술\s?스택|개발\s?(?:환경|도구|툴)|"
    r"(?:담당|맡은|나의|본인)?\s?(?:역할|업무)|담당|기여도?|참여도|주요\s?(?:기능|내용|성과)|성과|팀\s?구성|아키텍처\s?(?:패턴)?|데이터베이스|"
    r"Period|Duration|Team(?: [Ss]ize)?|(?:My )?[Rr]ole|Members|Tech(?: [Ss]tack)?|(?:Main )?Stack|Languages?|Tools|Responsibilit(?:y|ies)|Client|Platforms?)(?:\s?\])?\s?[:：][ \t]*\S"
)
"""A row of a card that tells of one work, by its label."""
_OF_PEOPLE = Expression(r"기간|인원|역할|담당|업무|기여|참여|팀|Period|Duration|Team|[Rr]ole|Members|Responsib")
"""Labels that no settings and no output of a program have."""
_LOG = Expression(r"\W{0,2}(?:\d{4}[-/.]\d\d[-/.]\d\d[T ]\d\d:|\d\d:\d\d:\d\d|\[?(?:INFO|WARN(?:ING)?|ERROR|DEBUG|TRACE|FATAL)\b)|[ \t]*(?:>>>|\$|%|C:\\)|[ \t]*[\w./-]+@[\w.-]+[:~]")
"""How a line of a log or of a console begins."""
_TREE = Expression(r"[├└│┌┐▼▶→⇒]|--+>|={3,}")
"""What draws trees and diagrams."""
_ADDRESSED = Expression(r"^\W{0,3}(?:You are\b|Act as\b|당신은|너는|넌\s|System:|User:|Assistant:|Q:|Human:)", re.MULTILINE | re.IGNORECASE)
"""How what is asked of a language model begins."""
_MARKDOWN = Expression(r"^#{1,6}[ \t]|\*\*\S|\]\(|^\|.*\|[ \t]*$", re.MULTILINE)
"""Marks that a page of Markdown has and plain text has not."""
_SEVERAL = 2
_FEWEST_FACTS = 2
_FEWEST_TOLD, _FEWEST_LETTERS = 3, 200
_WHOLE = 3
"""How many times as much stands inside fences as outside, where the fences hold the document."""


@dataclass(frozen=True, slots=True)
class _Fence:
    """A fence: its events as a half-open range, the byte range of what it holds, that text, and the word behind its first line."""

    events: tuple[int, int]
    inside: tuple[int, int]
    words: str
    info: str


def without_fence_around(source: str) -> str:
    """A page that is one fence around plain text, with blanks in place of the fence; empty where it is none."""
    lines = source.split("\n")
    told = [place for place, line in enumerate(lines) if line.strip()]
    fences = [place for place, line in enumerate(lines) if line.startswith(("```", "~~~"))]
    if len(fences) != _SEVERAL or fences != [told[0], told[-1]] or lines[fences[0]].strip("`~ \r").lower() not in _PLAIN or lines[fences[1]].strip("`~ \r"):
        return ""
    words = "\n".join(lines[fences[0] + 1 : fences[1]])
    if _MARKDOWN.search(words) or not _can_be_read(words) or not _tells(words):
        return ""
    return "\n".join(" " * len(line) if place in fences else line for place, line in enumerate(lines))


def with_told_fences(events: list[Event], data: bytes, parse: Parse) -> list[Event]:
    """The events with the text of fences that hold no code read as if they were not there.

    A fence is read where it holds a card that tells of a work ("개발기간 : 3달", "개발인원 : 1명"), or where nearly all words of the
    document stand inside fences. Everything else stays what it says it is.
    """
    fences = _fences(events, data)
    if not fences:
        return events
    whole = _holds_document(fences, data)
    written: list[Event] = []
    position = 0
    for fence in fences:
        if (fence.info in _PLAIN and tells_of_work(fence.words)) or (whole and _is_read(fence)):
            first, last = fence.events
            start = fence.inside[0]
            inner = [(event, {"start": around["start"] + start, "end": around["end"] + start}) for event, around in parse(fence.words)]
            written += [*events[position:first], *inner]
            position = last
    return [*written, *events[position:]]


def tells_of_work(words: str) -> bool:
    """Whether most rows of a text are facts of one work behind labels, one of them about the people and the time it took."""
    rows = [row for row in words.split("\n") if row.strip()]
    if any(_LOG.match(row) or _TREE.search(row) for row in rows):
        return False
    labels = [match["label"] for row in rows if (match := _CARD.match(row))]
    outer = sum(not row[0].isspace() for row in rows)
    return len(set(labels)) >= _FEWEST_FACTS and 2 * len(labels) >= outer and any(_OF_PEOPLE.search(label) for label in labels)


def _fences(events: Sequence[Event], data: bytes) -> list[_Fence]:
    """The fences outside of lists and quotes, in order."""
    found: list[_Fence] = []
    depth = 0
    for position, (event, around) in enumerate(events):
        if not isinstance(event, Mapping):
            continue
        if "Start" in event:
            tag = event["Start"]
            code = tag.get("CodeBlock") if isinstance(tag, Mapping) else None
            if depth == 0 and isinstance(code, Mapping) and "Fenced" in code and (fence := _fence(events, position, around, data, code["Fenced"])) is not None:
                found.append(fence)
            depth += 1
        elif "End" in event:
            depth -= 1
    return found


def _fence(events: Sequence[Event], position: int, around: Mapping[str, int], data: bytes, info: str) -> _Fence | None:
    end = next(place for place in range(position, len(events)) if events[place][0] == {"End": "CodeBlock"})
    if end == position + 1:
        return None
    first, last = events[position + 1][1]["start"], events[end - 1][1]["end"]
    indented = data[around["start"] : around["start"] + 1] in (b" ", b"\t")
    name = info.split(maxsplit=1)[0].lower() if info.strip() else ""
    return None if indented else _Fence((position, end + 1), (first, last), data[first:last].decode("utf-8"), name)


def _is_read(fence: _Fence) -> bool:
    """Whether a fence can hold the words of a document: hardly a row of it is code, a log or a drawing, and nobody is asked to act."""
    return fence.info in _PLAIN | _SHOWN and _can_be_read(fence.words)


def _can_be_read(words: str) -> bool:
    if _ADDRESSED.search(words):
        return False
    rows = [row.strip() for row in words.split("\n") if row.strip()]
    other = sum(_is_other(row) for row in rows)
    return bool(rows) and 10 * other <= len(rows)


def _is_other(row: str) -> bool:
    """Whether a row is code, a log or a drawing; a heading, a table and a label of Markdown are none."""
    if row.startswith(("# ", "## ", "### ", "|")):
        return False
    return _LOG.match(row) is not None or _TREE.search(row) is not None or holds_code(row)


def _holds_document(fences: Sequence[_Fence], data: bytes) -> bool:
    """Whether nearly all sentences of a document stand inside fences that can hold them."""
    words = "\n".join(fence.words for fence in fences if _is_read(fence))
    return _tells(words) and _letters_told(words) >= _WHOLE * _letters_outside(fences, data)


def _tells(words: str) -> bool:
    """Whether a text holds several sentences."""
    told = sum(is_told(row.strip()) and not _is_other(row.strip()) for row in words.split("\n"))
    return told >= _FEWEST_TOLD and _letters_told(words) >= _FEWEST_LETTERS


def _letters_told(words: str) -> int:
    return sum(len(row.strip()) for row in words.split("\n") if is_told(row.strip()) and not _is_other(row.strip()))


def _letters_outside(fences: Sequence[_Fence], data: bytes) -> int:
    """How many letters of sentences stand outside all fences."""
    position = count = 0
    for first, last in [*(fence.inside for fence in fences), (len(data), len(data))]:
        rows = data[position:first].decode("utf-8").split("\n")
        count += sum(len(row.strip()) for row in rows if is_told(row.strip()) and not row.lstrip().startswith("#"))
        position = last
    return count
