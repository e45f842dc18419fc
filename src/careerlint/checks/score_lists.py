"""Scores told line by line, "XGBoost - RMSE: 127.01" for each model, read as the score table that they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from careerlint.checks.metric_names import canonical, metric_in
from careerlint.checks.score_tables import Cells, ScoreTable, read_table
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence
from careerlint.model.span import Span

_FEWEST = 3
"""Two lines are a comparison told in words as often as a list of models."""
_LONGEST = 90
_LINE = Expression(r"(?P<name>[^:：=|→()]{2,50}?)\s{0,2}(?:[:：=|→(]|\s[–—-]\s)\s{0,2}(?P<rest>[^()]{1,40}?)\)?[.,;]?")
_REST = Expression(r"(?P<before>[A-Za-z가-힣][A-Za-z가-힣0-9@²^ _-]{0,24}?)?[\s:：=]{0,3}(?P<value>\d+(?:,\d{3})*(?:\.\d+)?\s?(?:%|ms|s|초|점)?)(?:\s(?P<after>[A-Za-z가-힣][A-Za-z가-힣0-9@² _-]{0,24}))?")


def read_score_lists(evidence: Evidence, statements: Sequence[int]) -> Iterator[ScoreTable]:
    """The score tables that runs of neighbouring lines are: each line names what was tried, all of them one metric, and each its value."""
    rows = [(index, row) for index in statements if (row := _row(evidence, index)) is not None]
    for (_, metric), run in groupby(enumerate(rows), lambda item: (item[1][0] - item[0], item[1][1][0])):
        told = [row for _, row in run]
        if len(told) < _FEWEST:
            continue
        first, last = told[0][0], told[-1][0]
        span = Span(evidence.label_start(first), evidence.outline.statements[last].span.end)
        heading = evidence.outline.sections[evidence.outline.statements[first].section].heading
        named = metric or metric_in(_line_above(evidence, first)) or metric_in(heading)
        if not named:
            continue
        cells: Cells = [[("", Span(span.start, span.start)), (named, Span(span.start, span.start))], *(cells for _, (_, cells) in told)]
        table = read_table(cells, heading, span)
        if table is not None:
            yield table


def _line_above(evidence: Evidence, index: int) -> str:
    """The line that announces the list, such as "Accuracy on the test set:"."""
    above = evidence.text(index - 1).rstrip() if index else ""
    return above if above.endswith((":", "：")) else ""


def _row(evidence: Evidence, index: int) -> tuple[str, list[tuple[str, Span]]] | None:
    """The metric that a line names (or an empty text), with its name and its value as two cells."""
    statement = evidence.outline.statements[index]
    start = evidence.label_start(index)
    if statement.table >= 0 or statement.form not in ("bullet", "prose") or statement.span.end - start > _LONGEST:
        return None
    line = _LINE.fullmatch(evidence.document.text[start : statement.span.end].strip())
    rest = _REST.fullmatch(line["rest"].strip()) if line is not None else None
    if line is None or rest is None or canonical(line["name"]) or metric_in(line["name"]):
        return None
    said = (rest["before"] or rest["after"] or "").strip()
    metric = canonical(said) or canonical(re.sub(r"\s(?:score|scores|of)$", "", said, flags=re.IGNORECASE))
    if said and not metric:
        return None
    offset = evidence.document.text.index(line["rest"].strip(), start + line.start("rest")) + rest.start("value")
    return metric, [(line["name"].strip(), Span(start, start + len(line["name"]))), (rest["value"], Span(offset, offset + len(rest["value"])))]
