"""Figures of a document beside those in result files and notebooks of its repository: one value told, one value there, and they differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careerlint.checks.facts import splits_of
from careerlint.checks.metric_names import base, canonical, is_percentage, metric_in
from careerlint.checks.repository_claims import is_labelled_fact, may_claim
from careerlint.checks.repository_results import Held, plain_name, results_of
from careerlint.checks.repository_traces import Traces
from careerlint.checks.repository_words import Knowledge
from careerlint.checks.score_tables import figure_in
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.number import Number
from careerlint.model.span import Span

_PARTIAL = Expression(r"\b(?:macro|micro|weighted)\b|매크로|마이크로|가중", re.IGNORECASE)
"""Ways to take a metric over classes: two values are one figure only where they are taken in the same way."""
_PART = Expression(r"\b(?:class(?:es|wise)?|folds?|epoch|mean|std|per|avg|average|min|max|steps?|batch)\b|@|클래스|폴드|에폭\s?\d|\d\s?에폭에서|평균|편차|최소|최대", re.IGNORECASE)
_BEST = Expression(r"\bbest\b|최고|베스트", re.IGNORECASE)
_NO_RESULT = Expression(
    r"목표|기준|베이스라인|하한|상한|이상|이하|미만|넘[는겼었]|논문|선행|사람|인간|초기|이전|기존|원본|공식|(?<![A-Za-z])(?:targets?|goals?|baselines?|thresholds?|at least|at most|more than|less than|over|above|below|under|sota|state[- ]of[- ]the[- ]art|papers?|humans?|"
    r"initial(?:ly)?|previous(?:ly)?|earlier|original|old|official|published|reported|required|minimum)(?![A-Za-z])",
    re.IGNORECASE,
)
"""Figures that are no result of the author's last version."""
_TEN = 0.05
_WORD = 2


@dataclass(frozen=True, slots=True)
class Told:
    """The only value of a metric in the document, or of a model's metric in its tables; `older` are values that it took the place of."""

    metric: str
    name: str
    value: float
    step: float
    percent: bool
    span: Span
    statement: int
    words: str
    approximate: bool = False
    unit: str = ""
    older: tuple[float, ...] = ()
    model: str = ""


@dataclass(frozen=True, slots=True)
class _Head:
    """The titles of a table's columns, and which metric each names, asked once for all rows."""

    cells: tuple[str, ...]
    metrics: tuple[str, ...]

    @classmethod
    def of(cls, cells: Sequence[str]) -> _Head:
        return cls(tuple(cells), tuple(base(metric_in(cell)) for cell in cells))


@dataclass(frozen=True, slots=True)
class _Named:
    """A value of the repository with what its words say of it, read once for all numbers that are told: its splits, how it was taken over classes, whether it is that of a part or of the best run."""

    held: Held
    splits: frozenset[str]
    ways: frozenset[str]
    partial: bool
    best: bool

    @classmethod
    def of(cls, held: Held) -> _Named:
        words = _spaced(held.words)
        # A notebook is called after what it does ("train.ipynb"), a result file after what it holds.
        place = "" if held.path.endswith(".ipynb") else held.path
        return cls(held, splits_of(_spaced(f"{place} {held.words}")), _ways(words), _PART.search(words) is not None, _BEST.search(words) is not None)


def numbers_told(evidence: Evidence, knowledge: Knowledge) -> list[Told]:
    """Metrics that the document gives one value of the author's own, in sentences and behind labels, and those of models in tables."""
    found: dict[str, list[Told]] = {}
    for index in range(len(evidence.measures)):
        for told in _in_statement(evidence, index):
            found.setdefault(told.metric, []).append(told)
    rows = (evidence.text(index) for index, statement in enumerate(evidence.outline.statements) if statement.table >= 0)
    tabled = {base(metric_in(cell)) for row in rows for cell in row.split("\t")}
    single = [each[0] for metric, each in found.items() if _is_one(each) and metric not in tabled]
    plain = [each for each in single if _is_plain(evidence, each, knowledge)]
    return [*plain, *_told_in_tables(evidence, knowledge)]


def _in_statement(evidence: Evidence, index: int) -> Iterator[Told]:
    """The values of a statement, of a change the later one."""
    statement, measures = evidence.outline.statements[index], evidence.measures[index]
    before = {change.before.span: change for change in measures.changes if change.before is not None}
    after = {change.after.span: change for change in measures.changes if change.after is not None}
    for number in measures.numbers:
        change = after.get(number.span)
        name = number.name or (change.name if change is not None else "")
        metric = base(canonical(name)) if name else ""
        if not metric or number.span in before or (change is None and not number.outcome):
            continue
        older = (change.before.value,) if change is not None and change.before is not None else ()
        words = f"{statement.label} {evidence.text(index)}"
        yield Told(metric, name, number.value, number.step, _is_percent(metric, number), number.span.shifted(statement.span.start), index, words, number.approximate, number.unit, older)


def _is_percent(metric: str, number: Number) -> bool:
    return number.unit == "%" or is_percentage(metric, number.value)


def _is_one(told: list[Told]) -> bool:
    """Whether all values are the same number, rounded or not, as a fraction or a percent."""
    value, step = _scaled(told[0])
    return all(abs(value - other) < max(step, its_step) * 0.999 for other, its_step in map(_scaled, told))


def _scaled(told: Told) -> tuple[float, float]:
    scale = 0.01 if told.percent else 1.0
    return told.value * scale, told.step * scale


def _is_plain(evidence: Evidence, told: Told, knowledge: Knowledge) -> bool:
    if evidence.outline.statements[told.statement].table >= 0 or told.unit not in ("", "%") or not 0 < told.step <= (1 if told.unit else 0.5):
        return False
    if _PART.search(told.words) or _NO_RESULT.search(told.words):
        return False
    return may_claim(evidence, told.statement, knowledge) or is_labelled_fact(evidence, told.statement, knowledge)


def _told_in_tables(evidence: Evidence, knowledge: Knowledge) -> Iterator[Told]:
    """The value of each model's metric that stands in one way in the tables of the document."""
    found: dict[tuple[str, str, frozenset[str]], list[Told]] = {}
    head = _Head.of(())
    table = -1
    for index, statement in enumerate(evidence.outline.statements):
        if statement.table < 0:
            continue
        cells = evidence.text(index).split("\t")
        if statement.table != table:
            head, table = _Head.of(cells if statement.head else ()), statement.table
            continue
        if len(head.cells) == len(cells) and not _PART.search(head.cells[0]) and _is_result_row(evidence, index, cells, knowledge):
            for told in _in_row(evidence, index, head, cells):
                found.setdefault((told.metric, told.model, splits_of(told.words)), []).append(told)
    yield from (each[0] for each in found.values() if _is_one(each))


def _is_result_row(evidence: Evidence, index: int, cells: list[str], knowledge: Knowledge) -> bool:
    claim = evidence.claims[index]
    if claim.author not in ("author", "team", "none") or claim.modality != "done" or _NO_RESULT.search(cells[0]) or _PART.search(cells[0]):
        return False
    return not _NO_RESULT.search(evidence.outline.sections[evidence.outline.statements[index].section].heading)


def _in_row(evidence: Evidence, index: int, head: _Head, cells: list[str]) -> Iterator[Told]:
    """A row of a model with a column for each metric, or a row of a metric with a column for each model."""
    offset = evidence.outline.statements[index].span.start
    of_row = base(metric_in(cells[0]))
    for place, (cell, title, of_column) in enumerate(zip(cells, head.cells, head.metrics, strict=True)):
        metric, name, model = (of_row, cells[0], plain_name(title)) if of_row else (of_column, title, plain_name(cells[0]))
        figure = figure_in(cell) if place and metric and len(model) >= _WORD and not _PART.search(title) and not _NO_RESULT.search(title) else None
        if figure is not None and figure.exact and not figure.measured:
            percent = figure.percent or "%" in f"{title}{cells[0]}" or is_percentage(metric, figure.value)
            if figure.step < 1 or percent:
                yield Told(metric, name.strip(), figure.value, figure.step, percent, figure.span.shifted(offset), index, f"{title} {cells[0]}", model=model)
        offset += len(cell) + 1


def other_numbers(evidence: Evidence, told: list[Told], traces: Traces, knowledge: Knowledge) -> Iterator[Hit]:
    """Those of which the repository holds one other value, and nowhere theirs."""
    if not told:
        return
    results = results_of(evidence, traces, knowledge)
    named: dict[str, list[_Named]] = {each.metric: [] for each in told}
    for held in results.held:
        if held.metric in named:
            named[held.metric].append(_Named.of(held))
    for each in told:
        other = _other_value(each, named[each.metric], results.numbers)
        if other is not None:
            yield _hit(evidence, each, other)


def _other_value(told: Told, named: list[_Named], numbers: frozenset[tuple[str, float]]) -> Held | None:
    """The value that the repository holds in place of the told one; None where one of several could be meant, or a value agrees."""
    mine = _of_same_part(told, [each for each in named if told.model in each.held.names] if told.model else named)
    if not mine or len({round(each.value, 6) for each in mine}) != 1:
        return None
    if any(_agrees(told, each.held.value, told.value) for each in named):
        return None
    paths = {each.held.path for each in named} if told.model else frozenset()
    if any(path not in paths and _agrees(told, value, told.value) for path, value in numbers):
        return None
    return None if any(_agrees(told, mine[0].value, older) for older in told.older) else mine[0]


def _of_same_part(told: Told, named: list[_Named]) -> list[Held]:
    """The values that were measured on the same split and taken over classes in the same way; none where that cannot be told."""
    splits, ways = splits_of(told.words), _ways(told.words)
    if not splits and len({each.splits for each in named}) > 1:
        return []
    same = [each for each in named if each.splits == splits]
    if not same and (all(not each.splits for each in named) or (not splits and all(each.splits == {"test"} for each in named))):
        same = named
    best = _BEST.search(told.words) is not None
    return [each.held for each in same if each.ways == ways and not each.partial and (best or not each.best)]


def _ways(words: str) -> frozenset[str]:
    return frozenset(_PARTIAL.findall(words.lower()))


def _spaced(words: str) -> str:
    return re.sub(r"[_./]", " ", words.lower())


def _agrees(told: Told, value: float, mine: float) -> bool:
    """Whether a value is the told one within rounding or truncation, as a fraction, a percent or what is left of one."""
    scale = 0.01 if told.percent else 1.0
    mine, step = mine * scale, _scaled(told)[1]
    step = max(step, mine * _TEN) if told.approximate else step
    rest = (1 - value, 1 - value / 100) if not float(value).is_integer() else ()
    return any(abs(mine - each) < step * 1.001 for each in (value, value / 100, value * scale, *rest))


def _hit(evidence: Evidence, told: Told, other: Held) -> Hit:
    written = evidence.document.words(told.span)
    shown = f"{other.value * 100:.4g}%" if written.endswith("%") and other.value <= 1 else f"{other.value:.4g}"
    values = {"match": written, "written": written, "path": other.path, "metric": told.name, "value": shown}
    return Hit(told.span, told.statement, evidence.entry_of(told.statement), "note", values, variant="other-value")
