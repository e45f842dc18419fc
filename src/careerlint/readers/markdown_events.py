"""The events of a Markdown source with their places, as pulldown-cmark reads it, but for what its author meant otherwise: fences and underlined numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

from pyromark import Options, events_with_range

from careerlint.expression import Expression
from careerlint.readers.markdown_fences import with_told_fences
from careerlint.readers.markdown_lenient import fence_end
from careerlint.readers.markdown_underlines import with_underlined_numbers

# Not among them: pulldown-cmark's metadata blocks, which it finds in the middle of a text too ("---" around a line).
_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_MATH
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_GFM
)
# Each fence that was left open costs one more pass over the rest.
_MOST_FORGOTTEN = 12

Event = tuple[Any, Mapping[str, int]]


_BREAK_ABOVE_HEADING = Expression(r"^ {0,3}(?:</?(?:br|hr)\s{0,3}/?>[ \t]*)+$(?=\n#{1,6} \S)", re.IGNORECASE | re.MULTILINE)
"""A break that stands right above a heading, which it would swallow as the beginning of HTML."""


def markdown_events(text: str) -> list[Event]:
    """The events of a text: a fence that was left open ends at the heading that it would swallow, one around plain text is none, a break above a heading is an empty line, and underlined numbers are headings."""
    text = _BREAK_ABOVE_HEADING.sub(lambda match: " " * len(match[0]), text)
    data = text.encode("utf-8")
    return with_underlined_numbers(with_told_fences(_with_closed_fences(text), data, _parsed), data)


def _parsed(text: str) -> list[Event]:
    return list(cast(Iterator[Event], events_with_range(text, options=_OPTIONS)))


def _with_closed_fences(text: str) -> list[Event]:
    """The events of a text, with a fence that was left open ended at the heading that it would swallow."""
    events = _parsed(text)
    if not any(mark in text for mark in ("```", "~~~")):
        return events
    data = text.encode("utf-8")
    done: list[Event] = []
    begin = 0
    for _ in range(_MOST_FORGOTTEN):
        cut = _forgotten_fence(events, data[begin:])
        if not cut:
            break
        done += _moved(_parsed(data[begin : begin + cut].decode("utf-8")), begin)
        begin += cut
        events = _parsed(data[begin:].decode("utf-8"))
    return [*done, *_moved(events, begin)]


def _moved(events: list[Event], offset: int) -> list[Event]:
    return [(event, {"start": around["start"] + offset, "end": around["end"] + offset}) for event, around in events] if offset else events


def _forgotten_fence(events: list[Event], data: bytes) -> int:
    """The byte at which the first fence outside lists and quotes that was not closed should end; 0 without one."""
    depth = 0
    for event, around in events:
        if isinstance(event, str):
            continue
        if "Start" in event:
            tag = event["Start"]
            code = tag.get("CodeBlock") if isinstance(tag, Mapping) else None
            if depth == 0 and isinstance(code, Mapping) and "Fenced" in code:
                block = data[around["start"] : around["end"]].decode("utf-8")
                lines = block.rstrip().rsplit("\n", 1)
                closed = len(lines) > 1 and not lines[1].strip().strip(lines[0].lstrip()[:1])
                if place := fence_end(block, closed):
                    return around["start"] + len(block[:place].encode("utf-8"))
            depth += 1
        elif "End" in event:
            depth -= 1
    return 0


def ended(event: Any) -> str:
    """The name of the element that an event ends, else an empty string."""
    if isinstance(event, str) or "End" not in event:
        return ""
    tag = event["End"]
    return tag if isinstance(tag, str) else str(next(iter(tag)))


def is_first_heading(event: Mapping[str, Any]) -> bool:
    """Whether an event begins a heading of the first level."""
    tag = event.get("Start")
    return isinstance(tag, Mapping) and "Heading" in tag and tag["Heading"]["level"] == "H1"


def mail_of(link: Mapping[str, str]) -> str:
    """The address of a link, with the scheme that an address of mail between angles leaves out."""
    return f"mailto:{link['dest_url']}" if link["link_type"] == "Email" else link["dest_url"]
