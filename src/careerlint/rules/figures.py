"""Figures that are shown: rows of tables and printed output."""

from __future__ import annotations

import re

from careerlint.expression import Expression
from careerlint.model.aside import blanked
from careerlint.model.evidence import Evidence

_FIGURE = Expression(r"\d[.,]\d|\d\s?(?:%|ms|초|배|점|건)")
# What a run is set to, which is no outcome of it.
_SETTING = Expression(
    r"\W*(?:lr|learning[ _]rate|학습률|drop ?out|드롭아웃|batch|배치|epochs?|에폭|seed|시드|weight[ _]decay|optimi[sz]er|hidden|max[ _](?:len|depth)\w*|warm ?up|n_\w+|num_\w+|alpha|gamma|lambda|eta|momentum|temperature|threshold|임계값|"
    # what a table of facts says of every project
    r"(?:[가-힣]{2} ?)?(?:기간|일시|일정|인원)|(?:time ?)?(?:period|duration|dates?|timeline)|python|node|java|version|버전)(?![a-z가-힣])",
    re.IGNORECASE,
)


def is_row_of_numbers(evidence: Evidence, statement: int) -> bool:
    """Whether the statement is a row or cell of a table with a figure in it, or a line that holds a figure and no words."""
    found = evidence.outline.statements[statement]
    if found.table < 0:
        return not found.language and evidence.has(statement, ("figure", "metric"))
    text = evidence.text(statement)
    # When it was is no figure of the row.
    figures = blanked(text, [number.span for number in evidence.measures[statement].names])
    return _FIGURE.search(figures) is not None and not _SETTING.match(found.label or text)


def has_output(evidence: Evidence, statement: int) -> bool:
    """Whether a printed output with figures stands under the same heading."""
    around = evidence.outline.sections[evidence.outline.statements[statement].section].span
    return any(around.contains(span) for span in evidence.outputs)
