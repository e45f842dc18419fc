"""Shared text: how long finding text that many share takes, and how much memory, over generated statements."""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Iterator
from itertools import groupby

from careerlint.cohort.insight import find_shared_text
from careerlint.cohort.rows import SketchRow, StatementRow
from careerlint.cohort.sketches import sketch_statements

_SIZES = (10_000, 100_000, 300_000)
_IN_A_DOCUMENT = 60
_TEMPLATE = "지원 동기와 입사 후 포부를 구체적인 경험을 들어 700자 이내로 작성해 주십시오."


def main() -> None:
    """Print a row of a Markdown table for each number of statements."""
    print("| statements | processor seconds of workers | of the program | MB more, sketches included | texts found |\n|---:|---:|---:|---:|---:|")
    for size in _SIZES:
        held = _peak()
        # Every second document holds the template; the statements are made anew each time that they are read.
        started = time.process_time()
        for _ in statements(size):
            pass
        made = time.process_time() - started
        started = time.process_time()
        sketched = list(_sketch_rows(size))
        sketching = time.process_time() - started - made
        started = time.process_time()
        found = find_shared_text(lambda size=size: statements(size), lambda sketched=sketched: sketched)  # type: ignore[misc]
        finding = time.process_time() - started - made
        print(f"| {size:,} | {sketching:.1f} | {finding:.1f} | {_peak() - held} | {len(found.shared)} |")


def _sketch_rows(count: int) -> Iterator[SketchRow]:
    for path, some in groupby(statements(count), lambda row: row.path):
        rows = list(some)
        yield SketchRow(path, rows[0].person, len(rows), sketch_statements(row.text for row in rows))


def statements(count: int) -> Iterator[StatementRow]:
    """Sentences of chance words in both languages, the same each time."""
    chance = random.Random(1)
    words = ["".join(chr(chance.randrange(0xAC00, 0xD7A3)) for _ in range(chance.choice((2, 2, 3)))) for _ in range(4000)]
    words += ["".join(chance.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(chance.randint(3, 9))) for _ in range(2000)]
    for number in range(count):
        document, place = divmod(number, _IN_A_DOCUMENT)
        shared = place == 0 and document % 2 == 0
        text = _TEMPLATE if shared else " ".join(chance.choice(words) for _ in range(chance.randint(6, 12)))
        yield StatementRow(f"{document:06}.md", f"person {document}", text, place * 100, place * 100 + 90)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


if __name__ == "__main__":
    main()
