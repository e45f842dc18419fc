"""Documents whose title or frame says that they are a history of jobs, works of a person or a letter."""

from __future__ import annotations

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.outline import Outline
from careerlint.readers import read_text

_JOBS = "## Ostrava Retail, engineer (2020-2024)\n\n### A. Fruit scale\n- Trained a model\n- Wrote the labels\n\n### B. Shelf scanner\n- Wrote the guide\n- Drew the boxes\n"


def _outline(text: str) -> Outline:
    return linter().lint(read_text(text.encode(), "case.md", Config().limits), Config()).outline


@pytest.mark.parametrize("title", ["Detailed career history - Dmitri Volkov", "Career in detail: Ines Rauch", "Obinna Adeyemi, career in detail", "Katrin Ostermann - work in detail", "Professional activity of Dmitri Lebedinsky"])
def test_a_history_of_jobs_by_its_title(title: str) -> None:
    assert _outline(f"# {title}\n\n{_JOBS}").kind == "career"


def test_projects_of_one_dated_job_are_entries() -> None:
    outline = _outline(f"# Detailed career history - Dmitri Volkov\n\n{_JOBS}")
    assert len(outline.entries) == 2


def test_jobs_of_a_history_need_no_years() -> None:
    outline = _outline("# Vita, professional part: Goran Pesic\n\n## Programmer, Archive\n- Wrote forms\n\n## Programmer, Water Works\n- Wrote the transfer\n")
    assert [entry.kind for entry in outline.entries] == ["job", "job"]


def test_a_greeting_and_a_name_at_the_end_make_a_letter() -> None:
    text = "# To the team of Windpark Nord\n\nHello,\n\nblades ice up, and I photographed 400 of them for my thesis at the coast in winter.\n\nThe crack list is used in spring.\n\nJannik\n"
    assert _outline(text).kind == "cover-letter"


@pytest.mark.parametrize("text", [
    "# Greeter\n\nHello,\n\nthis page greets visitors of the museum by name and remembers them for a week.\n\nIt runs on one small board.\n",
    "# Career page scraper\n\nReads job adverts in detail every night.\n\n- Wrote the crawler\n",
])
def test_a_project_stays_a_project(text: str) -> None:
    assert _outline(text).kind == "project"
