"""Sizes that stand in the label of a statement: "Quadrupled output: 20 to 60 units", "30% faster: 10 s before, 5 s now"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careerlint.expression import Expression
from careerlint.model.number import Number, printed_step
from careerlint.model.span import Span

_WORDS = {
    "half": 0.5, "halved": 0.5, "doubled": 2.0, "twice": 2.0, "twofold": 2.0, "tripled": 3.0, "threefold": 3.0, "quadrupled": 4.0, "fourfold": 4.0,
    "fivefold": 5.0, "sixfold": 6.0, "sevenfold": 7.0, "eightfold": 8.0, "ninefold": 9.0, "tenfold": 10.0, "twelvefold": 12.0, "twentyfold": 20.0,
}  # fmt: skip
_SIZE = Expression(
    r"(?<![\w.,-])(?P<digits>\d+(?:\.\d+)?)(?:\s?(?P<percent>%|percent\b)(?!\s?p)|\s?(?P<points>points?\b|percentage points?\b|pp\b)|(?P<times>\s?[x×](?!\w)|\stimes\b|-?\s?fold\b))"
    r"|(?<=factor of )(?P<factor>\d+(?:\.\d+)?)\b|\b(?P<word>(?i:" + "|".join(_WORDS) + r"))\b"
)


def with_label(label: str, text: str, numbers: Sequence[Number]) -> tuple[str, tuple[Number, ...]]:
    """The label and the text in one, and the size in the label with the numbers of the text; no numbers where the label holds no size."""
    found = list(_SIZE.finditer(label))
    if len(found) != 1 or len(numbers) != 2:
        return text, ()
    match, offset = found[0], len(label) + 2
    if match["word"]:
        size = Number(Span(*match.span()), _WORDS[match["word"].lower()], match[0], "multiple", unit="x", approximate=True, step=0.5 if match["word"].lower()[:4] != "half" else 0.1)
    else:
        digits = match["digits"] or match["factor"]
        unit = "%" if match["percent"] else "point" if match["points"] else "x"
        size = Number(Span(*match.span()), float(digits), match[0], "delta", unit=unit, step=printed_step(digits))
    return f"{label}: {text}", (size, *(replace(number, span=number.span.shifted(offset)) for number in numbers))
