"""The overview of a cohort: the numbers of its page as Markdown, in which words of strangers are only text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from generated import generated_cohort

from careerlint.cohort.dashboard import Beside
from careerlint.cohort.grouping import tables_of_groups
from careerlint.cohort.overview import render_group_overview, render_overview
from careerlint.cohort.rows import Change, SharedText
from careerlint.engine import linter


def tables_in(text: str) -> list[list[list[str]]]:
    """The tables of a Markdown text, heads first."""
    blocks = re.findall(r"(?:^\|.*\|\n?)+", text, re.MULTILINE)
    return [[[cell.strip() for cell in line.strip("|").split("|")] for line in block.strip().split("\n") if not line.startswith("| ---")] for block in blocks]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_numbers_are_those_of_the_rows(language: str) -> None:
    cohort = replace(generated_cohort(40, 31), language=language)
    text = render_overview(cohort, Beside(linter().rule_set.rules))
    head, groups, kinds, rules, story = tables_in(text)
    levels = Counter(row.level for row in cohort.findings)
    read = [row for row in cohort.documents if not row.error]
    assert [int(cell) for cell in head[1]] == [
        len({row.person for row in cohort.documents}), len(read), len(cohort.documents) - len(read), levels["error"], levels["warning"], levels["note"]
    ]  # fmt: skip
    assert sum(int(row[2]) for row in groups[1:]) == sum(int(row[2]) for row in kinds[1:]) == len(read)
    for row in rules[1:]:
        own = [finding for finding in cohort.findings if finding.code == row[0].split()[0]]
        assert (int(row[2]), int(row[4])) == (len({finding.person for finding in own}), len(own))
    assert len(story) == 11
    assert not [row.person for row in cohort.documents if row.person in text]


def test_says_what_changed_and_what_is_shared() -> None:
    cohort = generated_cohort(10, 32)
    beside = Beside(shared=(SharedText("`<b>` | *별* [x](y)", 7, 7, 7),), silenced=5, changes=(Change("a", 1, 2, 3), Change("b", 1, 0, 0)))
    text = render_overview(cohort, beside)
    assert "고친 것 2건, 새로 나온 것 2건, 다시 나온 것 3건" in text
    assert "- 7명: &#96;&#60;b&#62;&#96; &#124; &#42;별&#42; &#91;x&#93;(y)" in text
    redacted = render_overview(cohort, replace(beside, redacted=True))
    assert "별" not in redacted.replace("별칭", "").replace("그룹별", "").replace("규칙별", "").replace("수준별", "") and "별칭" in redacted


def test_groups_only() -> None:
    cohort = generated_cohort(40, 33, ("가", "나", "다", "라"))
    tables = tables_of_groups(cohort, 8)
    counts, rules = tables_in(render_group_overview(tables, linter().rule_set.rules))
    assert [int(cell) for cell in counts[-1][1:4]] == [40, sum(not row.error for row in cohort.documents), sum(bool(row.error) for row in cohort.documents)]
    assert sum(int(row[1]) for row in counts[1:-1]) == 40
    assert all(int(row[1]) == sum(int(cell) for cell in row[2:]) for row in rules[1:])
    few = render_group_overview(tables_of_groups(generated_cohort(3, 34), 8))
    assert tables_in(few) == [] and "8명보다 적어" in few
