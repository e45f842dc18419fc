"""Values of metrics in the result files of a repository and in what its notebooks printed."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from careerlint.checks.metric_names import base, canonical, is_percentage, metric_in
from careerlint.checks.repository_traces import Traces
from careerlint.checks.repository_words import Knowledge, globs_of
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence

_MOST_FILES = 60
_LARGEST = 300_000
_LARGEST_NOTEBOOK = 8_000_000
_DEEPEST = 8
_PRINTED = Expression(r"(?:^|[\s,;|(])(?P<name>[A-Za-z가-힣][A-Za-z0-9가-힣_@ -]{0,30}?)\s?(?:[:=]|\bis\b)\s?(?P<value>\d+(?:\.\d+)?)\s?(?P<percent>%?)(?![\d.])")
_NUMBER = Expression(r"(?<![\w.])\d+(?:\.\d+)?(?:e-\d+)?")
_SIGNS = Expression(r"\s*\((?:ours?|mine|final|proposed|best|selected|제안|최종|우리|본 모델|선택)\)|[\W_]+")
_VALUE_HEADS = frozenset(("value", "score", "값", "점수"))


@dataclass(frozen=True, slots=True)
class Held:
    """A value of a metric in a file, as a fraction where it is a share; `words` stand beside it, `names` may be those of a model."""

    metric: str
    value: float
    path: str
    words: str
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Results:
    """All that was read: values of metrics, and every number with the path of its file."""

    held: tuple[Held, ...]
    numbers: frozenset[tuple[str, float]]


def results_of(evidence: Evidence, traces: Traces, knowledge: Knowledge) -> Results:
    """What the result files and notebooks hold."""
    held: list[Held] = []
    numbers: set[tuple[str, float]] = set()
    for path, text in _texts(evidence, traces, knowledge):
        held += _held_in(path, text)
        numbers |= {(path, float(number)) for number in _NUMBER.findall(text)}
    return Results(tuple(held), frozenset(numbers))


def plain_name(name: str) -> str:
    """A model's name without case, signs and whose it is: "**CNN** (ours)" and "cnn" are one."""
    return _SIGNS.sub("", name.lower())


def _texts(evidence: Evidence, traces: Traces, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
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
            metric = _metric_of(match["name"].strip())
            if metric:
                yield Held(metric, _fraction(metric, float(match["value"]), match["percent"]), path, match["name"])


def _in_data(path: str, data: Any, keys: tuple[str, ...], beside: tuple[str, ...] = ()) -> Iterator[Held]:
    if isinstance(data, dict) and len(keys) < _DEEPEST:
        words = tuple(value for value in data.values() if isinstance(value, str))
        for key, value in data.items():
            yield from _in_data(path, value, (*keys, str(key)), words)
    elif isinstance(data, list) and len(keys) < _DEEPEST:
        for value in data:
            yield from _in_data(path, value, keys)
    elif isinstance(data, int | float) and not isinstance(data, bool) and keys:
        metric = _metric_of(keys[-1])
        if metric:
            yield Held(metric, _fraction(metric, float(data), ""), path, " ".join((*keys, *beside)), _names((*keys[:-1], *beside)))


def _in_table(path: str, text: str) -> Iterator[Held]:
    """Tables with a column for each metric, with a row for each, or with a name and a value in each row."""
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter="\t" if path.endswith(".tsv") else ","))
    except csv.Error:
        return
    for row in rows[1:]:
        names = [cell for cell in row if not _NUMBER.fullmatch(cell.strip())]
        for head, cell in zip(rows[0], row, strict=False):
            valued = head.strip().lower() in _VALUE_HEADS
            name = row[0] if valued else head
            metric = _metric_of(name)
            beside = names
            if not metric and cell is not row[0]:
                name, metric, beside = row[0], _metric_of(row[0]), [head]
            if metric and _NUMBER.fullmatch(cell.strip()):
                yield Held(metric, _fraction(metric, float(cell), ""), path, " ".join((name, head, *beside)), _names(beside))


def _metric_of(name: str) -> str:
    words = re.sub(r"_", " ", name)
    return base(canonical(name) or canonical(words) or metric_in(words))


def _names(words: tuple[str, ...] | list[str]) -> frozenset[str]:
    return frozenset(name for word in words if (name := plain_name(word)))


def _fraction(metric: str, value: float, percent: str) -> float:
    return value / 100 if percent or is_percentage(metric, value) else value
