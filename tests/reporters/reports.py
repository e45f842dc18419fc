"""Reports on small texts for the tests of the reporters."""

from __future__ import annotations

from datetime import date

from careerlint.checking import check_bytes, finish_run
from careerlint.config import Config
from careerlint.model.finding import Run
from careerlint.reporters.look import Look
from careerlint.reporters.terminal import render_terminal

CONFIG = Config(as_of=date(2026, 1, 1), select=("STO001", "STO003", "RES003", "CHG003", "CHG001", "HON001"))
"""Few rules, so that the reports on a line or two show what the tests look at."""


def run_on(*texts: str, name: str = "a.md") -> Run:
    """The run over these Markdown texts."""
    return finish_run([check_bytes(text.encode(), name, CONFIG) for text in texts], CONFIG)


def drawn(text: str, width: int, *, color: bool = False, language: str = "en") -> list[str]:
    """The lines of the terminal report on one text."""
    return render_terminal(run_on(text), Look(width, color, language=language)).split("\n")
