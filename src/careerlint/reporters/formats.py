"""Formats: the table from the name of each output format to what renders it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast

from careerlint.model.finding import Run
from careerlint.reporters.look import Look

Renderer = Callable[[Run, Look], str]


def _of(module: str, function: str, *, plain: bool = False) -> Renderer:
    """The renderer of that name, imported when it is asked to write: a call writes one of ten formats, and Rich and Jinja take long.

    A `plain` one looks the same for everybody and takes the run alone.
    """

    def render(run: Run, look: Look) -> str:
        written = getattr(import_module(f"careerlint.reporters.{module}"), function)
        return cast("str", written(run) if plain else written(run, look))

    return render


FORMATS: Mapping[str, Renderer] = {
    "rich": _of("terminal", "render_terminal"),
    "concise": _of("concise", "render_concise"),
    "json": _of("json_report", "render_json", plain=True),
    "github": _of("github", "render_github"),
    "sarif": _of("sarif", "render_sarif"),
    "gitlab": _of("gitlab", "render_gitlab"),
    "junit": _of("junit", "render_junit"),
    "rdjson": _of("rdjson", "render_rdjson"),
    "markdown": _of("markdown", "render_markdown"),
    "html": _of("html", "render_html"),
}
"""By name; the first is the default."""

FOR_PEOPLE = frozenset(("rich", "concise"))
"""Formats that a person reads in a terminal or a log; the others are UTF-8 for programs."""
