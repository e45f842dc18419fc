"""Figures of a document beside those in result files and notebooks of its repository: one value told, one value there, and they differ."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from careerlint.checks.facts import conditions_of
from careerlint.checks.metric_names import SHARES, base, canonical, metric_in
from careerlint.checks.repository_claims import may_claim
from careerlint.checks.repository_traces import Traces
from careerlint.checks.repository_words import Knowledge, globs_of
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.number import Number
from careerlint.model.span import Span

_MOST_FILES = 60
_LARGEST = 300_000
_LARGEST_NOTEBOOK = 8_000_000
_DEEPEST = 8
_PRINTED = Expression(r"(?:^|[\s,;|(])(?P<name>[A-Za-z가-힣][A-Za-z0-9가-힣_@ -]{0,30}?)\s?(?:[:=]|\bis\b)\s?(?P<value>\d+(?:\.\d+)?)\s?(?P<percent>%?)(?![\d.])")
_NUMBER = Expression(r"(?<![\w.])\d+(?:\.\d+)?(?:e-\d+)?")
_CONDITIONS = frozenset(("train", "validation", "test", "public", "private", "cv"))
_PARTIAL = Expression(r"macro|micro|weighted|class|fold|epoch|best|mean|std|per|avg|min|max|@|step|batch", re.IGNORECASE)
_TEN = 0.05


@dataclass(frozen=True, slots=True)
class Told:
    """The only value of a metric in the document."""

    metric: str
    number: Number
    span: Span
    statement: int


@dataclass(frozen=True, slots=True)
class Held:
    """A value of a metric in a file."""

    metric: str
    value: float
    path: str
    words: str


def numbers_told(evidence: Evidence, knowledge: Knowledge) -> list[Told]:
    """Metrics that the document names once, with one value of the author's own."""
    found: dict[str, list[Told]] = {}
    for index, measures in enumerate(evidence.measures):
        start = evidence.outline.statements[index].span.start
        for number in measures.numbers:
            name = base(canonical(number.name)) if number.name else ""
            if name:
                found.setdefault(name, []).append(Told(name, number, number.span.shifted(start), index))
    single = [each[0] for each in found.values() if len(each) == 1]
    return [told for told in single if _is_plain(evidence, told, knowledge)]


def _is_plain(evidence: Evidence, told: Told, knowledge: Knowledge) -> bool:
    statement, measures = evidence.outline.statements[told.statement], evidence.measures[told.statement]
    text = evidence.text(told.statement)
    if statement.table >= 0 or not told.number.outcome or told.number.unit not in ("", "%") or told.number.step <= 0 or told.number.step >= 1:
        return False
    if measures.changes or len(measures.metrics) > 1 or _PARTIAL.search(text) or not may_claim(evidence, told.statement, knowledge):
        return False
    rows = (evidence.text(index) for index, other in enumerate(evidence.outline.statements) if other.table >= 0)
    return not any(base(metric_in(row)) == told.metric for row in rows)


def other_numbers(evidence: Evidence, told: list[Told], traces: Traces, knowledge: Knowledge) -> Iterator[Hit]:
    """Those of which the repository holds one other value, and nowhere theirs."""
    if not told:
        return
    held: list[Held] = []
    values: set[float] = set()
    for path, text in _results(evidence, traces, knowledge):
        held += _held_in(path, text)
        values |= {float(number) for number in _NUMBER.findall(text)}
    for each in told:
        other = _other_value(evidence, each, held, values)
        if other is not None:
            yield _hit(evidence, each, other)


def _other_value(evidence: Evidence, told: Told, held: list[Held], values: set[float]) -> Held | None:
    conditions = conditions_of(evidence.text(told.statement)) & _CONDITIONS
    mine = [each for each in held if each.metric == told.metric]
    if not mine or len({round(each.value, 6) for each in mine}) != 1:
        return None
    other = mine[0]
    # A notebook is called after what it does ("train.ipynb"), a result file after what it holds.
    place = "" if other.path.endswith(".ipynb") else other.path
    there = conditions_of(re.sub(r"[_./]", " ", f"{place} {other.words}")) & _CONDITIONS
    if (there and there != conditions) or _PARTIAL.search(other.words) or any(_agrees(told, value) for value in (other.value, *values)):
        return None
    return other


def _agrees(told: Told, value: float) -> bool:
    """Whether a value is the told one within rounding or truncation, as a fraction, a percent or what is left of one."""
    scale = 0.01 if told.number.unit == "%" or (told.metric in SHARES and told.number.value > 1) else 1.0
    mine, step = told.number.value * scale, told.number.step * scale
    step = max(step, mine * _TEN) if told.number.approximate else step
    return any(abs(mine - each) < step * 1.001 for each in (value, value / 100, 1 - value, 1 - value / 100, value * scale))


def _results(evidence: Evidence, traces: Traces, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Paths and texts of result files, and of what notebooks printed."""
    globs = globs_of(knowledge.data["results"])
    found = [path for path in traces.paths if (globs is not None and globs.search(path)) or path.endswith(".ipynb")]
    for path in sorted(found, key=lambda path: (path.endswith(".ipynb"), path.count("/"), path))[:_MOST_FILES]:
        content = evidence.surroundings.content(traces.paths[path], _LARGEST_NOTEBOOK if path.endswith(".ipynb") else _LARGEST)
        if content is not None and b"\0" not in content[:1000]:
            text = content.decode("utf-8", "replace")
            yield path, _printed(text) if path.endswith(".ipynb") else text


def _printed(notebook: str) -> str:
    try:
        outputs = [output for cell in json.loads(notebook).get("cells", ()) for output in cell.get("outputs", ())]
        return "\n".join("".join(output.get("text") or output.get("data", {}).get("text/plain", "")) for output in outputs)
    except (ValueError, AttributeError, TypeError, RecursionError):
        return ""


def _held_in(path: str, text: str) -> Iterator[Held]:
    if path.endswith((".json", ".jsonl")):
        try:
            yield from _in_data(path, json.loads(text), ())
        except (ValueError, RecursionError):
            return
    elif path.endswith((".csv", ".tsv")):
        yield from _in_table(path, text)
    else:
        for match in _PRINTED.finditer(text):
            metric = base(canonical(match["name"].replace("_", " ").strip()) or metric_in(match["name"].replace("_", " ")))
            if metric:
                yield Held(metric, _fraction(metric, float(match["value"]), match["percent"]), path, match["name"])


def _in_data(path: str, data: Any, keys: tuple[str, ...]) -> Iterator[Held]:
    if isinstance(data, dict) and len(keys) < _DEEPEST:
        for key, value in data.items():
            yield from _in_data(path, value, (*keys, str(key)))
    elif isinstance(data, list) and len(keys) < _DEEPEST:
        for value in data:
            yield from _in_data(path, value, keys)
    elif isinstance(data, int | float) and not isinstance(data, bool) and keys:
        metric = base(canonical(keys[-1]) or metric_in(keys[-1].replace("_", " ")))
        if metric:
            yield Held(metric, _fraction(metric, float(data), ""), path, " ".join(keys))


def _in_table(path: str, text: str) -> Iterator[Held]:
    rows = list(csv.reader(io.StringIO(text), delimiter="\t" if path.endswith(".tsv") else ","))
    for row in rows[1:]:
        for head, cell in zip(rows[0], row, strict=False):
            name = row[0] if head.strip().lower() in ("value", "score", "값", "점수") else head
            metric = base(canonical(name) or metric_in(name.replace("_", " ")))
            if metric and _NUMBER.fullmatch(cell.strip()):
                yield Held(metric, _fraction(metric, float(cell), ""), path, f"{name} {row[0]}")


def _fraction(metric: str, value: float, percent: str) -> float:
    return value / 100 if percent or (metric in SHARES and value > 1) else value


def _hit(evidence: Evidence, told: Told, other: Held) -> Hit:
    written = evidence.document.words(told.span)
    shown = f"{other.value * 100:.4g}%" if told.number.unit == "%" and other.value <= 1 else f"{other.value:.4g}"
    values = {"match": written, "written": written, "path": other.path, "metric": told.number.name, "value": shown}
    return Hit(told.span, told.statement, evidence.entry_of(told.statement), "note", values, variant="other-value")
