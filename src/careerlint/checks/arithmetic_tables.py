"""Wrong arithmetic in a table: a column of changes against its before and after, and EM above F1."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careerlint.checks.f_scores import exceeds_f1, right_f1
from careerlint.checks.fitting import expected_sizes, size_fits
from careerlint.expression import Expression
from careerlint.model.number import Number, printed_step
from careerlint.model.span import Span


@dataclass(frozen=True, slots=True)
class CellMismatch:
    """Row (0 is the first row below the header) and column of the wrong cell, and what it should hold (may be empty).

    `below` is the cell of the F1 that an exact match must not exceed.
    """

    row: int
    column: int
    expected: tuple[str, ...]
    below: tuple[int, int] | None = None


_BEFORE = Expression(r"(?:개선|적용|변경|도입|튜닝|최적화|수정)?\s?(?:전|이전)|기존|베이스라인|before|baseline|as-?is|old|초기|previous|원본", re.IGNORECASE)
_AFTER = Expression(r"(?:개선|적용|변경|도입|튜닝|최적화|수정)?\s?(?:후|이후)|개선|최종|제안|after|ours|new|to-?be|final|proposed|현재", re.IGNORECASE)
_CHANGE = Expression(r"변화(?:량|율|폭)?|증감(?:률|율|폭)?|개선(?:율|률|폭)|향상(?:율|률|폭)?|감소(?:율|량)|단축(?:률|율)|절감(?:률|율)|차이|delta|Δ|diff(?:erence)?|\+\s?/\s?-|±|change|improvement|gain|speed-?up|saved|savings?|reduction|reduced(?: by)?|drop|decrease|increase|growth|rise|cut|faster|smaller|shorter|lift|uplift|배율", re.IGNORECASE)
_EXACT = Expression(r"EM|Exact Match", re.IGNORECASE)
_F1 = Expression(r"F1(?:[- ]?score)?", re.IGNORECASE)
_PRECISION = Expression(r"precision|정밀도", re.IGNORECASE)
_RECALL = Expression(r"recall|재현율|sensitivity|민감도", re.IGNORECASE)
_HEADER_UNIT = Expression(r"\s*[(\[]\s*(%p|%|pp|ms|s|초|분|배|x|points?)\s*[)\]]\s*$", re.IGNORECASE)
_CELL = Expression(r"[\s*_`]*(?:(?P<about>약|~|≈)\s*)?(?:[▲▼↑↓]\s*)?(?:(?P<sign>[-+−])\s*)?(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?:(?P<unit>%\s?[pP]|%|pp|ms|s|초|sec|분|min|시간|h|배|[xX×]|[kKMB](?![A-Za-z])|[KMGT]i?B|EUR|USD|€|\$|kg|km|kWh|W|g|m|mm|cm|l|px|fps)\s*)?(?:(?:감소|증가|향상|개선|단축|절감|faster)[▲▼↑↓]?\s*|[▲▼↑↓]\s*)?(?:[*_`]+\s*)?")
_UNITS = {"%p": "%p", "pp": "%p", "%": "%", "ms": "ms", "s": "s", "초": "s", "sec": "s", "분": "min", "min": "min", "시간": "h", "h": "h", "배": "x", "x": "x", "×": "x", "point": "point", "points": "point"}


def check_table_arithmetic(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> tuple[CellMismatch, ...]:
    """Every cell that cannot be right; silent unless the header names each column exactly once."""
    found: list[CellMismatch] = []
    columns = tuple(_single(header, pattern) for pattern in (_BEFORE, _AFTER, _CHANGE))
    found += _wrong_steps(header, rows)
    found += _exact_match_above_f1(header, rows)
    found += _f1_above_both(header, rows)
    for index, row in enumerate(rows):
        if all(column is not None and column < len(row) for column in columns):
            before, after, change = (column for column in columns if column is not None)
            expected = _wrong_change(header, row, before, after, change)
            if expected is not None:
                found.append(CellMismatch(index, change, expected))
    return tuple(found)


def _exact_match_above_f1(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[CellMismatch]:
    """Exact match is at most F1, by definition: both are columns, or both are rows."""
    exact, f1 = _single(header, _EXACT), _single(header, _F1)
    if exact is not None and f1 is not None:
        for index, row in enumerate(rows):
            if max(exact, f1) < len(row) and _exceeds(row[exact], row[f1]):
                yield CellMismatch(index, exact, (), (index, f1))
    names = [row[0].strip(" *_`") if row else "" for row in rows]
    exact, f1 = _single(names, _EXACT), _single(names, _F1)
    if exact is not None and f1 is not None:
        for column, (match, score) in enumerate(zip(rows[exact], rows[f1], strict=False)):
            if column and _exceeds(match, score):
                yield CellMismatch(exact, column, (), (f1, column))


def _f1_above_both(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[CellMismatch]:
    """Every F1 above its precision and recall: all three are columns, or all three are rows."""
    columns = tuple(_single(header, pattern) for pattern in (_PRECISION, _RECALL, _F1))
    names = [row[0].strip(" *_`") if row else "" for row in rows]
    lines = tuple(_single(names, pattern) for pattern in (_PRECISION, _RECALL, _F1))
    for index, row in enumerate(rows) if None not in columns else ():
        right = _right_f1_of([row[column] for column in columns if column is not None and column < len(row)])
        if right:
            yield CellMismatch(index, columns[-1] or 0, (right,))
    for column in range(1, len(header)) if None not in lines else ():
        right = _right_f1_of([rows[line][column] for line in lines if line is not None and column < len(rows[line])])
        if right:
            yield CellMismatch(lines[-1] or 0, column, (right,))


def _right_f1_of(cells: Sequence[str]) -> str:
    """The F1 of a precision and a recall, where the F1 in the third cell is above both; else nothing."""
    numbers = [number for number in (_cell_number(cell, "") for cell in cells) if number is not None and number.value > 0]
    if len(numbers) != len(("precision", "recall", "f1")):
        return ""
    return right_f1(*(number.value for number in numbers))


def _exceeds(exact: str, f1: str) -> bool:
    match, score = _cell_number(exact, ""), _cell_number(f1, "")
    return match is not None and score is not None and exceeds_f1(match, score)


def _wrong_steps(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[CellMismatch]:
    """Rows of an ablation whose stated difference to the first row, or to the row above, is not the one of its score.

    Which of the two the table means is told by the rows that fit. A step that is right against any other row above it
    is a branch of the ablation, and no mistake.
    """
    change = _single(header, _CHANGE) if len(header) > 2 else None
    scores = [index for index in range(1, len(header)) if index != change and all(_cell_number(row[index], "") for row in rows)]
    if change is None or len(scores) != 1 or len(rows) < 2 or _says_something(rows[0][change]):
        return
    readings = [_steps_against(header, rows, scores[0], change, above) for above in (False, True)]
    fitting, wrong = max(readings, key=lambda reading: reading[0])
    if fitting >= len(wrong) or len(rows) == 2:
        yield from wrong


def _says_something(cell: str) -> bool:
    """Whether the first row states a change other than none."""
    number = _cell_number(cell, "")
    return number is not None and number.value not in (0, 1)


def _steps_against(
    header: Sequence[str], rows: Sequence[Sequence[str]], score: int, change: int, above: bool
) -> tuple[int, tuple[CellMismatch, ...]]:
    """How many rows fit and which do not, each compared with the row above or with the first."""
    fitting = 0
    wrong: list[CellMismatch] = []
    for index in range(1, len(rows)):
        size = _cell_number(rows[index][change], _unit_of(header[change]))
        before = _cell_number(rows[index - 1 if above else 0][score], _unit_of(header[score]))
        after = _cell_number(rows[index][score], _unit_of(header[score]))
        if size is None or before is None or after is None or not before.value:
            continue
        if before.value == after.value or size_fits(before, after, size, header[change]):
            fitting += 1
        elif not _fits_another_row(rows[:index], score, _unit_of(header[score]), after, size, header[change]):
            wrong.append(CellMismatch(index, change, expected_sizes(before, after, size)))
    return fitting, tuple(wrong)


def _fits_another_row(earlier: Sequence[Sequence[str]], score: int, unit: str, after: Number, size: Number, change: str) -> bool:
    scores = (_cell_number(row[score], unit) for row in earlier)
    exact = (before for before in scores if before is not None and before.value and before.step <= after.step)
    return any(size_fits(before, after, size, change) for before in exact)


def _single(header: Sequence[str], pattern: Expression) -> int | None:
    bare = [_HEADER_UNIT.sub("", words).strip(" *_`") for words in header]
    named = [index for index, words in enumerate(bare) if pattern.fullmatch(words)]
    named = named or [index for index, words in enumerate(bare) if pattern.fullmatch(words.rpartition(" ")[2])]
    return named[0] if len(named) == 1 else None


def _wrong_change(header: Sequence[str], row: Sequence[str], before: int, after: int, change: int) -> tuple[str, ...] | None:
    first = _cell_number(row[before], _unit_of(header[before]))
    second = _cell_number(row[after], _unit_of(header[after]))
    size = _cell_number(row[change], _unit_of(header[change]))
    if first is None or second is None or size is None or not first.value:
        return None
    if size_fits(first, second, size, header[change] + " " + row[change] + " 개선"):
        return None
    return expected_sizes(first, second, size)


def _unit_of(words: str) -> str:
    match = _HEADER_UNIT.search(words)
    return _UNITS.get(match[1].lower(), "") if match else ""


def _cell_number(cell: str, header_unit: str) -> Number | None:
    match = _CELL.fullmatch(cell)
    if match is None:
        return None
    digits = match["digits"].replace(",", "")
    printed = (match["unit"] or "").replace(" ", "")
    scale = {"k": 1e3, "K": 1e3, "M": 1e6, "B": 1e9}.get(printed, 1.0)
    unit = _UNITS.get(printed.lower(), "") or header_unit
    value = float(digits) * scale * (-1 if match["sign"] in ("-", "−") else 1)
    step = printed_step(digits) * scale
    return Number(Span(0, 0), value, cell, "other", unit=unit, approximate=bool(match["about"]), step=step)
