"""Korean spacing: whether a space stood where a PDF broke a line, by the letters around the break.

The weights are those of a logistic regression, learned from the Korean texts of the tests and rules by `make spacing`. Kiwi tells it as well
(`Kiwi.glue`), but needs more address space than a process that reads strangers' files is given.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode
from functools import cache
from importlib.resources import files

from careerlint.expression import Expression

BUCKETS = 1 << 15
WHOLE = -5.0
"""The least weight of two words on pages whose lines mostly break between words."""
REACH = 12
"""Characters on both sides of a break that are looked at."""
_SHORT, _LONGEST = 4, 7
_WORD = 6
_BLANKS = Expression(r"\s+")


def stood_apart(first: str, second: str, least: float = 0.0) -> bool:
    """Whether the end of one line and the beginning of the next are two words: told right for 19 of 20 broken lines of real documents,
    where chance and the usual share of spaces give 7 of 10. Below `WHOLE` none of them were two words, and seven of ten parts of one word weigh less."""
    start, step, weights = _weights()
    return start + step * sum(weights[place] for place in traits(first, second)) > least


def traits(first: str, second: str) -> list[int]:
    """The buckets of what is known of a break: up to four letters on each side, alone and together, and the parts of a word that end and begin there."""
    first, second = _BLANKS.sub("_", first[-REACH:]), _BLANKS.sub("_", second[:REACH])
    last, following = first.rpartition("_")[2], second.partition("_")[0]
    before, behind = first[-_SHORT:].rjust(_SHORT, "^"), second[:_SHORT].ljust(_SHORT, "$")
    one, two, three = before[-1], before[-2:], before[-3:]
    begin, pair, triple = behind[0], behind[:2], behind[:3]
    found = (
        "l" + one, "m" + two, "n" + three, "e" + before, "r" + begin, "s" + pair, "t" + triple, "f" + behind,
        "a" + one + begin, "b" + two + begin, "c" + one + pair, "d" + two + pair, "g" + three + begin, "h" + one + triple,
        f"L{min(len(last), _LONGEST)}", f"R{min(len(following), _LONGEST)}", "w" + last[-_WORD:], "v" + following[:_WORD],
        f"X{one}{min(len(last), _SHORT)}", f"Y{begin}{min(len(following), _SHORT)}",
    )  # fmt: skip
    return [zlib.crc32(trait.encode()) % BUCKETS for trait in found]


@cache
def _weights() -> tuple[float, float, memoryview]:
    """Where the sum starts, what one step of a weight is, and a signed byte for each bucket."""
    data = json.loads(files(__package__).joinpath("korean_spacing.json").read_text(encoding="utf-8"))
    return data["start"], data["step"], memoryview(zlib.decompress(b64decode(data["packed"]), bufsize=BUCKETS)).cast("b")
