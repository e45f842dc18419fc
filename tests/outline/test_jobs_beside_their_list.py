"""Jobs beside their list: headings as high as the one that lists them, each with its period and told in one way."""

from __future__ import annotations

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.outline import Outline
from careerlint.readers import read_text

_EMPLOYERS = ("Vell Works - Tide clerk", "Tern Harbour - Buoy engineer")
_JOB = "# {name}\n\n### Mar 20{year} - Dec 20{year}\n\n#### {summary}\n\n- Cut the error of the tables from 12 cm to 5 cm.\n\n#### Tech Used\n\n**Languages**\n\n- Python\n\n**Clouds**\n\n- Azure\n\n**Major Libraries**\n\n- NumPy\n\n**Developer Tools**\n\n- vim\n\n**Other services**\n\n- Kafka\n\n"


def outlined(text: str) -> tuple[Outline, list[tuple[str, str]]]:
    document = read_text(text.encode(), "case.md", Config().limits)
    outline = linter().outline(document, Config())
    return outline, [(entry.kind, document.words(entry.title) if entry.title is not None else "") for entry in outline.entries]


def jobs(summary: str = "Summary") -> str:
    return "".join(_JOB.format(name=name, year=year, summary=summary) for name, year in zip(_EMPLOYERS, (20, 18), strict=True))


@pytest.mark.parametrize("introduction", ["", "Each job is told in a summary and in its tools.\n\n"])
@pytest.mark.parametrize(("title", "summary"), [("Work History", "Summary"), ("경력 기술서", "요약")])
def test_jobs_beside_the_heading_that_lists_them_are_its_jobs(title: str, summary: str, introduction: str) -> None:
    outline, found = outlined(f"# {title}\n\n{introduction}{jobs(summary)}")
    assert (outline.kind, found) == ("career", [("job", name) for name in _EMPLOYERS])


def test_a_summary_below_a_job_is_no_profile_of_its_writer() -> None:
    outline, _ = outlined(f"# Work History\n\nEach job is told in a summary and in its tools.\n\n{jobs()}")
    assert [section.kind for section in outline.sections if section.heading in ("Summary", "Languages")] == ["overview", "other", "overview", "other"]


def test_a_summary_above_the_jobs_is_one() -> None:
    outline, _ = outlined(f"# Ada Lind\n\n## Summary\n\nI have worked with water for ten years.\n\n## Experience\n\n{jobs().replace('# Vell', '### Vell').replace('# Tern', '### Tern')}")
    assert next(section.kind for section in outline.sections if section.heading == "Summary") == "summary"


def test_headings_beside_an_introduced_list_that_are_told_in_other_ways_are_none_of_it() -> None:
    _, found = outlined("# Work History\n\nI have worked with water for ten years.\n\n# Tide talk\n\nHeld in 2019.\n\n## Slides\n\n- Forty slides.\n\n# Buoy talk\n\nHeld in 2020.\n\n## Questions\n\n- Nine questions.\n")
    assert ("job", "Tide talk") not in found
