"""Rooms: how much of the processor time of a warm check each room of the code takes, told by samples of where it stands."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from documents import readme
from run import CONFIG

import careerlint
from careerlint.engine import linter
from careerlint.readers import read_text

_PACKAGE = Path(careerlint.__file__).parent
_DOCUMENTS = 60
_TICK = 0.001
"""Seconds of processor time between two samples; a kernel may round it up, which changes no share."""
_SIGNALS = ("courses", "elements", "matching", "mood", "passages", "signal_finder", "windows")
"""Modules of the room of rules that find signals; the others ask conditions."""


def main() -> None:
    """Print the shares as the rows of a Markdown table, then the functions that take most."""
    print("| room | Korean | English |\n|---|---|---|")
    counted = {language: _samples(language) for language in ("ko", "en")}
    totals = {language: sum(samples.values()) for language, samples in counted.items()}
    rooms = {language: _by_room(samples) for language, samples in counted.items()}
    for room, _ in (rooms["ko"] + rooms["en"]).most_common():
        print(f"| {room} | " + " | ".join(f"{100 * rooms[language][room] / totals[language]:.1f} %" for language in ("ko", "en")) + " |")
    for language, samples in counted.items():
        most = ", ".join(f"{place} {100 * count / totals[language]:.1f} %" for place, count in samples.most_common(12))
        print(f"\nMost of it ({language}): {most}")


def _samples(language: str) -> Counter[str]:
    """How often each function was met, `room/module.function`, over documents of which no bullet comes twice."""
    ready = linter()
    documents = [readme(language, 14_000, 1000 * (number + 1)) for number in range(_DOCUMENTS + 1)]
    ready.lint(read_text(documents[0]), CONFIG)
    samples: Counter[str] = Counter()
    with _sampled(samples):
        for text in documents[1:]:
            ready.lint(read_text(text), CONFIG)
    return samples


@contextmanager
def _sampled(samples: Counter[str]) -> Iterator[None]:
    def note(_: int, frame: FrameType | None) -> None:
        while frame is not None:
            path = Path(frame.f_code.co_filename)
            if path.is_relative_to(_PACKAGE):
                samples[f"{path.relative_to(_PACKAGE).with_suffix('').as_posix()}.{frame.f_code.co_name}"] += 1
                return
            frame = frame.f_back

    before = signal.signal(signal.SIGPROF, note)
    signal.setitimer(signal.ITIMER_PROF, _TICK, _TICK)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _by_room(samples: Counter[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for place, count in samples.items():
        room, _, module = place.partition("/")
        if not module:
            room = "engine"
        elif room == "rules":
            room = "signals (rules)" if module.split(".")[0] in _SIGNALS else "conditions (rules)"
        found[room] += count
    return found


if __name__ == "__main__":
    main()
