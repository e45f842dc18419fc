"""A summary behind a degree: who somebody is and what they seek, told right below the last school."""

from __future__ import annotations

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import read_text

_JOB = "Ada Lind\nada@example.com\n\nCareer History\nVell Works – Sorrel Oct 2020 - Current\nTide clerk\n▪ Cut the error of the tables from 12 cm to 5 cm.\nEducation\n"


def degrees(text: str) -> list[str]:
    """What the entries of the degrees hold."""
    document = read_text(text.encode(), "case.txt", Config().limits)
    return [document.words(entry.span) for entry in linter().outline(document, Config()).entries if entry.kind == "course"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("summary", ["Dedicated, methodical clerk seeking new career challenges by integrating a B.S. in Rivers with seven years of\nservice to customers.", "Clerk of tides looking for a position at a harbour."])
def test_a_summary_right_behind_a_degree_is_none_of_it(summary: str, gap: str) -> None:
    degree = "B.S. in Rivers – Gull College, Sorrel May 2013"
    assert degrees(f"{_JOB}{degree}{gap}{summary}\n") == [degree]


def test_what_was_studied_stays_with_its_degree() -> None:
    degree = "B.S. in Rivers – Gull College, Sorrel May 2013\nA thesis on gauges, and a year of looking for springs in the hills."
    assert degrees(f"{_JOB}{degree}\n") == [degree]
