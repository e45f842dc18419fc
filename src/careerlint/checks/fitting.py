"""Interval arithmetic over printed digits: does the stated change fit its two values?"""

from __future__ import annotations

from careerlint.expression import Expression
from careerlint.model.number import Number

Range = tuple[float, float]
"""Lowest and highest value that the printed digits may stand for."""

BYTES = {"KB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12, "PB": 1e15, "KiB": 1024.0, "MiB": 1024.0**2, "GiB": 1024.0**3, "TiB": 1024.0**4}
SECONDS = {"us": 1e-6, "ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3600.0, "day": 86400.0, "week": 604800.0, "month": 2629800.0, "year": 31557600.0}
_SHORTEST_WORK = {"day": 7 / 24, "week": 35 / 168, "month": 140 / 730.5}
"""Which share of a stretch of the calendar is worked at least."""
_CLOCK = frozenset(("s", "min", "h"))
_COUNTS = frozenset(("명", "건", "개", "회", "번", "팀", "곳", "장", "권", "편", "종"))
_ABOUT = 0.05
_SPEED = Expression(r"(?i:fast|speed|throughput|quick|more|times|increase|gain|higher|growth|grew|rose)|빠|빨|속도|처리량|향상|개선|증가|상승|늘|높|성장")
_AS_MANY = Expression(r"(?i:(?:times|x) as\b|factor of|tripled|quadrupled|quadrupling|tripling)")
"""Ways to tell a factor that nobody counts from the old value on: "three times as fast" is no fourfold speed."""
_FASTER = Expression(r"(?i:fast|speed|throughput|quick)|빠|빨|속도|처리량")


def printed_range(number: Number, factor: float = 1.0, truncated: bool = False) -> Range:
    """What the printed digits may stand for, when they were rounded or when they were truncated."""
    value, step = abs(number.value) * factor, number.step * factor
    if number.unit in _COUNTS and number.step == 1 and number.value < 100:
        # Nobody rounds nine people.
        step = 0.0
    slack = value * _ABOUT if number.approximate else 0.0
    if truncated:
        return value - slack, value + step + slack
    return value - step / 2 - slack, value + step / 2 + slack


def scales(before: Number, after: Number) -> tuple[float, float]:
    """What both values are multiplied with to stand in one unit: times and sizes may be printed in two."""
    for units in (SECONDS, BYTES):
        if before.unit != after.unit and before.unit in units and after.unit in units:
            return units[before.unit], units[after.unit]
    return 1.0, 1.0


Values = tuple[Range, Range]
"""What the printed digits before and after a change may stand for, in one unit."""


def in_one_unit(before: Number, after: Number, truncated: bool) -> Values:
    """Ranges of both values."""
    first, second = scales(before, after)
    return _at_work(before, after, printed_range(before, first, truncated)), _at_work(after, before, printed_range(after, second, truncated))


def _at_work(number: Number, other: Number, values: Range) -> Range:
    """The range of a number of days beside hours: whoever counts work counts days of seven hours and weeks of five days."""
    if number.unit in _SHORTEST_WORK and other.unit in _CLOCK:
        return values[0] * _SHORTEST_WORK[number.unit], values[1]
    return values


def with_one_exact(before: Number, after: Number, truncated: bool) -> tuple[Values, Values]:
    """The ranges with the printed digits of the one, then of the other value taken as exact."""
    (low, high), (first, second) = in_one_unit(before, after, truncated), scales(before, after)
    exact, end = (abs(before.value) * first,) * 2, (abs(after.value) * second,) * 2
    return (low, _at_work(after, before, end)), (_at_work(before, after, exact), high)


_HIGHEST_PERCENT = 100.0


def is_fraction(before: Number, after: Number) -> bool:
    """Whether both values are shares of one, such as F1 0.71 and 0.83."""
    units = {before.unit, after.unit} - {""}
    return not units and abs(before.value) <= 1 and abs(after.value) <= 1


def difference(before: Range, after: Range) -> Range:
    """The absolute change without its sign."""
    low, high = after[0] - before[1], after[1] - before[0]
    if low <= 0 <= high:
        return 0.0, max(-low, high)
    return min(abs(low), abs(high)), max(abs(low), abs(high))


def ratio(upper: Range, lower: Range) -> Range | None:
    """The quotient of two ranges, or None when the divisor may be zero."""
    if lower[0] <= 0:
        return None
    return max(upper[0], 0.0) / lower[1], upper[1] / lower[0]


def meets(first: Range, second: Range, scale: float = 1.0) -> bool:
    """Whether `first` times `scale` shares more than an end point with `second`."""
    room = 1e-9 * max(abs(second[1]), 1.0)
    return first[0] * scale < second[1] - room and second[0] + room < first[1] * scale


def size_fits(before: Number, after: Number, size: Number, words: str) -> bool:
    """Whether the stated size can be the absolute change, the relative change or the factor; `words` stand around the size.

    Signs are ignored: whether lower is better depends on the metric. People round or truncate, so both are tried; whoever
    truncates values truncates the size as well, and nobody truncates whole numbers. Ratios are tried with one value as
    exact: both at the far ends of their rounding would excuse 33 % for 8 % to 6 %. A round size is meant loosely.
    """
    decimals = before.step < 1 and after.step < 1
    loosely = size.value % 10 == 0 or before.approximate or after.approximate
    for truncated, cut in ((False, False), (False, True), (True, True)):
        if truncated and not decimals:
            continue
        wide, stated = in_one_unit(before, after, truncated), printed_range(size, 1.0, cut)
        if _difference_fits(before, after, size, wide, stated):
            return True
        narrow = (wide,) if loosely else with_one_exact(before, after, truncated)
        if any(_ratio_fits(before, after, size, words, values, stated) for values in narrow):
            return True
    return False


def _difference_fits(before: Number, after: Number, size: Number, values: Values, stated: Range) -> bool:
    fraction = is_fraction(before, after)
    percents = _are_percents(before, after)
    change = difference(*values)
    if size.unit in ("%p", "point"):
        absolute = percents or size.unit == "point"
        return (absolute and not (fraction and size.unit == "%p") and meets(change, stated)) or (fraction and meets(change, stated, 100.0))
    if size.unit == "%":
        return percents and meets(change, stated, 100.0 if fraction else 1.0)
    if size.unit in SECONDS:
        if before.unit not in SECONDS or after.unit not in SECONDS:
            return True
        first, second = printed_range(before, SECONDS[before.unit]), printed_range(after, SECONDS[after.unit])
        return meets(difference(first, second), printed_range(size, SECONDS[size.unit]))
    return size.unit != "x" and (meets(change, stated) or (percents and meets(change, stated, 100.0)))


def _ratio_fits(before: Number, after: Number, size: Number, words: str, values: Values, stated: Range) -> bool:
    if size.unit == "x":
        return _factor_fits(*values, stated, size, words)
    if size.unit in ("%p", "point") or size.unit in SECONDS:
        return False
    return _percent_fits(*values, stated, words)


def _are_percents(before: Number, after: Number) -> bool:
    if "%" in (before.unit, after.unit):
        return True
    # Counts above a hundred are no percentages.
    return not before.unit and not after.unit and max(abs(before.value), abs(after.value)) <= _HIGHEST_PERCENT


def _relative(base: Range, other: Range) -> Range:
    quotient = ratio(other, base)
    if quotient is None:
        return 0.0, float("inf")
    low, high = quotient[0] - 1, quotient[1] - 1
    if low <= 0 <= high:
        return 0.0, max(-low, high)
    return min(abs(low), abs(high)), max(abs(low), abs(high))


def _percent_fits(first: Range, second: Range, stated: Range, words: str) -> bool:
    if meets(_relative(first, second), stated, 100.0):
        return True
    if not _SPEED.search(words):
        return False
    factor = ratio(second, first) if second[0] > first[0] else ratio(first, second)
    loosely = factor is not None and factor[1] >= 2 and meets(factor, stated, 100.0)
    # "50 % faster" may count from the new time; a lower error rate is counted from the old one.
    return loosely or (second[0] < first[0] and _FASTER.search(words) is not None and meets(_relative(second, first), stated, 100.0))


def _factor_fits(first: Range, second: Range, stated: Range, size: Number, words: str) -> bool:
    up, down = ratio(second, first), ratio(first, second)
    if up is None or down is None:
        return True
    larger = up if second[0] >= first[0] else down
    smaller = down if second[0] >= first[0] else up
    if size.value < 1:
        # From 20 to 30 is a rise by half.
        if second[0] > first[0] and meets((larger[0] - 1, larger[1] - 1), stated):
            return True
        return meets(smaller, stated) or meets((1 - smaller[1], 1 - smaller[0]), stated)
    if meets(larger, stated):
        return True
    return size.value >= 2 and _SPEED.search(words) is not None and _AS_MANY.search(words) is None and meets((larger[0] - 1, larger[1] - 1), printed_range(size))


def expected_sizes(before: Number, after: Number, size: Number) -> tuple[str, ...]:
    """What the size should be, in the stated unit first: ("+5%p", "+6.25%") or ("4x",)."""
    scale = scales(before, after)
    first, second = before.value * scale[0], after.value * scale[1]
    sign = "+" if second >= first else "-"
    points = abs(second - first) * (100.0 if is_fraction(before, after) else 1.0)
    percents = _are_percents(before, after)
    found: list[str] = []
    # "by half" is compared with a share of what there was.
    if size.unit == "x" and size.value >= 1 and first and second:
        return (f"{_short(max(first, second) / min(first, second))}x",)
    if size.unit in SECONDS:
        seconds = abs(after.value * SECONDS.get(after.unit, 1.0) - before.value * SECONDS.get(before.unit, 1.0))
        return (f"{sign}{_short(seconds / SECONDS[size.unit])} {size.unit}",)
    if not size.unit:
        return (f"{sign}{_short(abs(second - first))}",)
    if percents and (size.unit in ("%p", "point") or is_fraction(before, after) or "%" in (before.unit, after.unit)):
        found.append(f"{sign}{_short(points)}%p")
    if first:
        found.append(f"{sign}{_short(abs(second - first) / abs(first) * 100)}%")
    return tuple(found)


def _short(value: float) -> str:
    digits = 2 if value < 1000 else 0
    return f"{value:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}"
