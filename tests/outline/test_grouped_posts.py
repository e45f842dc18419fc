"""Grouped posts: what stands inside bullets that only say of what sort it is."""

from __future__ import annotations

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import read_text

_POSTS = "  - Research assistant, Gull Bay Lab (2019.03 - 2019.12)\n  - Tutor, Sorrel College (2020.03 - 2020.12)\n"


def outlined(listed: str) -> list[tuple[str, str]]:
    """The kinds and titles of the entries of a résumé with this list of jobs."""
    text = f"# Tobias Fenn\n\n## Experience\n\n{listed}\n## Skills\n\n- Python, SQL\n"
    document = read_text(text.encode(), "case.md", Config().limits)
    return [(entry.kind, document.words(entry.title) if entry.title is not None else "") for entry in linter().outline(document, Config()).entries]


@pytest.mark.parametrize("group", ["**Research**", "**Teaching and research**", "Other positions", "**연구 관련**", "기타 이력"])
def test_the_posts_in_a_group_are_jobs_and_a_prize_is_none(group: str) -> None:
    found = outlined(f"- {group}\n{_POSTS}  - Rope fair at Vell (first prize, 2021.05)\n")
    assert found == [("job", "Research assistant, Gull Bay Lab (2019.03 - 2019.12)"), ("job", "Tutor, Sorrel College (2020.03 - 2020.12)"), ("competition", "Rope fair at Vell (first prize, 2021.05)")]


def test_works_inside_an_employer_are_none_beside_it() -> None:
    found = outlined("- **Vell Works**\n  - Rope tester for the harbour (2019.03 - 2019.12)\n  - Weir gauges by radio (2020.03 - 2020.12)\n")
    assert found == [("job", "Vell Works")]


def test_a_group_with_undated_bullets_is_told_as_before() -> None:
    assert outlined(f"- **Research**\n{_POSTS}  - Wrote the tide tables of the bay.\n") == [("job", "Research")]
