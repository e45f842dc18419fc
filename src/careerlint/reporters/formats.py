"""Formats: the table from the name of each output format to what renders it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from careerlint.model.finding import Run
from careerlint.reporters.concise import render_concise
from careerlint.reporters.github import render_github
from careerlint.reporters.gitlab import render_gitlab
from careerlint.reporters.json_report import render_json
from careerlint.reporters.junit import render_junit
from careerlint.reporters.look import Look
from careerlint.reporters.rdjson import render_rdjson
from careerlint.reporters.sarif import render_sarif

Renderer = Callable[[Run, Look], str]


def _rich(run: Run, look: Look) -> str:
    # Imported late: Rich is loaded only where something is drawn.
    from careerlint.reporters.terminal import render_terminal

    return render_terminal(run, look)


def _html(run: Run, look: Look) -> str:
    # Imported late: Jinja is loaded only where a page is written.
    from careerlint.reporters.html import render_html

    return render_html(run, look)


FORMATS: Mapping[str, Renderer] = {
    "rich": _rich,
    "concise": lambda run, _: render_concise(run),
    "json": lambda run, _: render_json(run),
    "github": render_github,
    "sarif": render_sarif,
    "gitlab": render_gitlab,
    "junit": render_junit,
    "rdjson": render_rdjson,
    "html": _html,
}
"""By name; the first is the default."""

FOR_PEOPLE = frozenset(("rich", "concise"))
"""Formats that a person reads in a terminal or a log; the others are UTF-8 for programs."""
