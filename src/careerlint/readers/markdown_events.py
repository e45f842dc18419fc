"""The events of a Markdown source with their places, as pulldown-cmark reads it, but for fences that their author forgot to close."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from pyromark import Options, events_with_range

from careerlint.readers.markdown_lenient import fence_end

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


def markdown_events(text: str) -> list[Event]:
    """The events of a text, with a fence that was left open ended at the heading that it would swallow."""
    events = list(cast(Iterator[Event], events_with_range(text, options=_OPTIONS)))
    if not any(mark in text for mark in ("```", "~~~")):
        return events
    data = text.encode("utf-8")
    done: list[Event] = []
    begin = 0
    for _ in range(_MOST_FORGOTTEN):
        cut = _forgotten_fence(events, data[begin:])
        if not cut:
            break
        head = events_with_range(data[begin : begin + cut].decode("utf-8"), options=_OPTIONS)
        done += _moved(list(cast(Iterator[Event], head)), begin)
        begin += cut
        events = list(cast(Iterator[Event], events_with_range(data[begin:].decode("utf-8"), options=_OPTIONS)))
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
