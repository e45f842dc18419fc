"""Underlined numbers: "1. Motive" above a drawn line, which its author means as a heading and Markdown reads as a list of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from careerlint.expression import Expression

Event = tuple[Any, Mapping[str, int]]

_LINE = Expression(r"(?:-{3,}|={3,})")
_SENTENCE = Expression(r"(?:[.!]|니다|했다)$")
_LONGEST = 60
_SEVERAL = 2
_LEVEL = "H2"
_BREAKS = ("SoftBreak", "HardBreak")


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A list of one above a line: its number, the half-open range of its events with that line, and the events of its words."""

    number: int
    events: tuple[int, int]
    words: tuple[Event, ...]


def with_underlined_numbers(events: list[Event], data: bytes) -> list[Event]:
    """The events with lists of one item right above a drawn line as headings, where several of them count up."""
    found = _numbered(events, data)
    if len(found) < _SEVERAL or any(first.number >= second.number for first, second in pairwise(found)):
        return events
    written: list[Event] = []
    position = 0
    for one in found:
        first, last = one.events
        written += [*events[position:first], *_heading(one, events[first][1], data)]
        position = last
    return [*written, *events[position:]]


def _heading(one: _Numbered, around: Mapping[str, int], data: bytes) -> list[Event]:
    start, words = around["start"], one.words[0][1]["start"]
    marker = data[start:words].decode("utf-8")
    return [
        ({"Start": {"Heading": {"level": _LEVEL}}}, around),
        ({"Text": marker}, {"start": start, "end": words}),
        *one.words,
        ({"End": {"Heading": _LEVEL}}, around),
    ]


def _numbered(events: Sequence[Event], data: bytes) -> list[_Numbered]:
    """All lists of one at the top of the text with a drawn line right below."""
    found: list[_Numbered] = []
    depth = 0
    for position, (event, _) in enumerate(events):
        if not isinstance(event, Mapping):
            continue
        if "Start" in event:
            if depth == 0 and (one := _at(events, position, data)) is not None:
                found.append(one)
            depth += 1
        elif "End" in event:
            depth -= 1
    return found


def _at(events: Sequence[Event], position: int, data: bytes) -> _Numbered | None:
    """The list of one that begins here, where it is no list to its author."""
    tag = events[position][0]["Start"]
    number = tag.get("List") if isinstance(tag, Mapping) else None
    if not isinstance(number, int) or position + 1 >= len(events) or events[position + 1][0] != {"Start": "Item"}:
        return None
    end = next(place for place in range(position + 1, len(events)) if events[place][0] == {"End": "Item"})
    words = tuple(events[position + 2 : end])
    if not words or end + 1 >= len(events) or not _is_end_of_list(events[end + 1][0]) or not all(_is_inline(event) for event, _ in words):
        return None
    last = end + 2
    if last < len(events) and events[last][0] == "Rule" and data[words[-1][1]["end"] : events[last][1]["start"]].strip(b" \t\r") == b"\n":
        drawn = data[events[last][1]["start"] : events[last][1]["end"]]
        last += 1
    elif len(words) > _SEVERAL and words[-2][0] in _BREAKS:
        drawn = data[words[-1][1]["start"] : words[-1][1]["end"]]
        words = words[:-2]
    else:
        return None
    name = data[words[0][1]["start"] : words[-1][1]["end"]].decode("utf-8")
    if not _LINE.fullmatch(drawn.decode("utf-8").strip()) or any(event in _BREAKS for event, _ in words) or len(name) > _LONGEST or _SENTENCE.search(name):
        return None
    return _Numbered(number, (position, last), words)


def _is_end_of_list(event: Any) -> bool:
    return isinstance(event, Mapping) and isinstance(event.get("End"), Mapping) and "List" in event["End"]


def _is_inline(event: Any) -> bool:
    """Whether an event belongs to words of a line and opens no block."""
    if not isinstance(event, Mapping):
        return event in _BREAKS
    tag = event.get("Start", event.get("End"))
    name = tag if isinstance(tag, str) else next(iter(tag)) if isinstance(tag, Mapping) else ""
    return name in ("", "Strong", "Emphasis", "Strikethrough", "Link", "Image")
