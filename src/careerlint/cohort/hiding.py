"""Hiding: a report as it may be kept in a store that others open, with every private value masked for good."""

from __future__ import annotations

from dataclasses import replace

from careerlint.expression import Expression
from careerlint.model.document import Document
from careerlint.model.finding import Report
from careerlint.model.outline import Outline
from careerlint.model.span import Span

_LETTER = Expression(r"[^\W_]")
_CONTACT = ("mailto:", "tel:", "sms:")


def hide_private(report: Report) -> Report:
    """The report with the same spans and places; nothing in it tells more than `report.shown` does.

    The source keeps its lines and signs and loses its letters: only places and breaks are looked up in it.
    """
    document = report.document
    hidden: Document = replace(
        document,
        text=report.shown(Span(0, len(document.text))),
        source=_LETTER.sub("x", document.source),
        comments=(),
        replaced=(),
        folder="",
        marks=tuple(replace(mark, target="") if mark.target.lower().startswith(_CONTACT) else mark for mark in document.marks),
    )
    outline = _hidden_outline(report) if report.private else report.outline
    # The private values stay: they hold a place and stars, and who draws a page paints over them.
    return replace(report, document=hidden, outline=outline, suppressions=(), unused=(), dependencies=())


def _hidden_outline(report: Report) -> Outline:
    mask = report.masking.mask
    sections = tuple(replace(section, heading=report.heading(index)) for index, section in enumerate(report.outline.sections))
    statements = tuple(
        replace(statement, label=mask(statement.label), context=tuple(map(mask, statement.context)))
        if statement.label or statement.context else statement
        for statement in report.outline.statements
    )  # fmt: skip
    return replace(report.outline, sections=sections, statements=statements)
