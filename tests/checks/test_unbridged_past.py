"""FOC004: jobs of another trade tie nothing to the work applied for, whatever words they share."""

from __future__ import annotations

from datetime import date

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import read_text

_PAST = (
    "# Mark Aral, developer\n\n## Work\n\n"
    "### Kayak guide, Marsh Adventures, Tern Island (2009 - 2010)\n- Guided visitors of Tern Island through the marsh\n\n"
    "### First mate, Dolphin Tours, Tern Island (2005 - 2009)\n- Kept passengers from Tern Island safe\n\n"
    "### Developer, Vell Harbour (2012 - 2014)\n- Wrote a translator in Python that took 3 s instead of 40\n"
)


def _told(text: str) -> list[str]:
    report = linter().lint(read_text(text, "resume.md"), Config(select=("FOC004",), as_of=date(2026, 1, 1)))
    return [report.document.words(finding.span).split(",")[0] for finding in report.findings]


def test_two_jobs_of_an_earlier_trade_are_no_bridge_for_each_other() -> None:
    assert _told(_PAST) == ["Kayak guide", "First mate"]


def test_a_project_that_takes_the_trade_up_is_one() -> None:
    assert _told(_PAST + "\n## Projects\n\n### Tide clock\n- Built a kayak planner in Python for visitors of Tern Island\n") == []
