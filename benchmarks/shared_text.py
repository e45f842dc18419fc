"""Shared text: how long finding text that many share takes, and how much memory, over generated statements."""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Iterator

from careerlint.cohort.insight import find_shared_text
from careerlint.cohort.rows import StatementRow

_SIZES = (10_000, 100_000, 300_000)
_IN_A_DOCUMENT = 60
_TEMPLATE = "지원 동기와 입사 후 포부를 구체적인 경험을 들어 700자 이내로 작성해 주십시오."


def main() -> None:
    """Print a row of a Markdown table for each number of statements."""
    print("| statements | processor seconds | MB more | texts found |\n|---:|---:|---:|---:|")
    for size in _SIZES:
        held, started = _peak(), time.process_time()
        for _ in statements(size):
            pass
        made = time.process_time() - started
        started = time.process_time()
        # Every second document holds the template; the statements are made anew each of the two times that they are read.
        found = find_shared_text(lambda size=size: statements(size))  # type: ignore[misc]
        print(f"| {size:,} | {time.process_time() - started - 2 * made:.1f} | {_peak() - held} | {len(found.shared)} |")


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
