"""Formats: the table from the name of each output format to what renders it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from careerlint.model.finding import Run
from careerlint.reporters.look import Look

Renderer = Callable[[Run, Look], str]

# A call writes one of ten formats, so each is imported when it is written; Rich and Jinja most of all.


def _rich(run: Run, look: Look) -> str:
    from careerlint.reporters.terminal import render_terminal

    return render_terminal(run, look)


def _concise(run: Run, _: Look) -> str:
    from careerlint.reporters.concise import render_concise

    return render_concise(run)


def _json(run: Run, _: Look) -> str:
    from careerlint.reporters.json_report import render_json

    return render_json(run)


def _github(run: Run, look: Look) -> str:
    from careerlint.reporters.github import render_github

    return render_github(run, look)


def _sarif(run: Run, look: Look) -> str:
    from careerlint.reporters.sarif import render_sarif

    return render_sarif(run, look)


def _gitlab(run: Run, look: Look) -> str:
    from careerlint.reporters.gitlab import render_gitlab

    return render_gitlab(run, look)


def _junit(run: Run, look: Look) -> str:
    from careerlint.reporters.junit import render_junit

    return render_junit(run, look)


def _rdjson(run: Run, look: Look) -> str:
    from careerlint.reporters.rdjson import render_rdjson

    return render_rdjson(run, look)


def _markdown(run: Run, look: Look) -> str:
    from careerlint.reporters.markdown import render_markdown

    return render_markdown(run, look)


def _html(run: Run, look: Look) -> str:
    from careerlint.reporters.html import render_html

    return render_html(run, look)


FORMATS: Mapping[str, Renderer] = {
    "rich": _rich,
    "concise": _concise,
    "json": _json,
    "github": _github,
    "sarif": _sarif,
    "gitlab": _gitlab,
    "junit": _junit,
    "rdjson": _rdjson,
    "markdown": _markdown,
    "html": _html,
}
"""By name; the first is the default."""

FOR_PEOPLE = frozenset(("rich", "concise"))
"""Formats that a person reads in a terminal or a log; the others are UTF-8 for programs."""
