"""Masking: a private value is hidden wherever it stands as one, and no innocent word with it."""

from __future__ import annotations

from careerlint.model.private import Masking, PrivateValue
from careerlint.model.span import Span

TEXT = "Marital status: single\nPhone: 010-2345-6789\nBuilt the whole system single-handedly on a single page"


def masking() -> Masking:
    """The text with its two values."""
    values = []
    for kind, raw in (("marital-status", "single"), ("phone", "010-2345-6789")):
        start = TEXT.index(raw)
        span = Span(start, start + len(raw))
        values.append(PrivateValue(kind, span, "*" * len(raw), span))  # type: ignore[arg-type]
    return Masking(TEXT, tuple(values))


def test_a_common_word_is_masked_in_its_own_place_only() -> None:
    assert masking().mask("the whole system single-handedly") == "the whole system single-handedly"
    assert masking().mask("on a single page") == "on a single page"
    assert masking().mask("Marital status: single") == "Marital status: ******"
    assert masking().mask("single") == "******"


def test_a_number_is_masked_everywhere() -> None:
    assert "2345" not in masking().mask("call 010-2345-6789 now")
