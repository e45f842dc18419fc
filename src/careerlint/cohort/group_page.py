"""Group page: the tables by group as a page, with nothing of single people on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from careerlint.cohort.grouping import NO_GROUP, OTHERS, GroupTable, GroupTables
from careerlint.cohort.page import Pair, cut, pair_of, write_page
from careerlint.cohort.page_charts import level_chart, story_chart
from careerlint.cohort.page_tables import Labelled
from careerlint.cohort.page_words import word
from careerlint.model.rule import Rule
from careerlint.model.story import ELEMENTS
from careerlint.reporters.phrases import PHRASES

_CHARTED = 24
_LONGEST_NAME = 60


def render_group_tables(tables: GroupTables, rules: Sequence[Rule] = ()) -> str:
    """The page as HTML: one file, offline, the same bytes for the same tables."""
    names = [name_of(row) for row in tables.rows]
    labels = [Labelled(name, row.count) for name, row in zip(names, tables.rows, strict=True)]
    total = tables.total
    values: dict[str, Any] = {
        "title": pair_of(lambda language: word("title-groups", language, people=total.count.people, groups=len(tables.rows)) if total else word("title-few", language)),
        "version": tables.version,
        "ruleset": tables.ruleset,
        "as_of": tables.as_of,
        "least": tables.least,
        "total": total,
        "level_parts": labels,
        "merged": next((row.groups for row in tables.rows if row.merged), 0),
        "level_chart": level_chart(names[:_CHARTED], [row.count for row in tables.rows[:_CHARTED]]) if total else "",
        "rules": _rules(tables, {rule.code: rule for rule in rules}),
        "elements": [(PHRASES["ko"][name], PHRASES["en"][name]) for name, _ in ELEMENTS],
        "stories": [Labelled(name, row.story) for name, row in zip(names, tables.rows, strict=True)],
        "story_chart": story_chart(total.story) if total else "",
    }
    return write_page("groups.html", tables.language, values)


def name_of(row: GroupTable) -> Pair:
    """What a row is called."""
    if row.merged:
        return OTHERS["ko"], OTHERS["en"]
    return (cut(row.count.name, _LONGEST_NAME),) * 2 if row.count.name else (NO_GROUP["ko"], NO_GROUP["en"])


def _rules(tables: GroupTables, rules: dict[str, Rule]) -> list[dict[str, Any]]:
    people = [{rule.code: rule.people for rule in row.rules} for row in tables.rows]
    return [
        {
            "count": count,
            "summary": pair_of(rules[count.code].summary.__getitem__) if count.code in rules else ("", ""),
            "people": [held.get(count.code, 0) for held in people],
        }
        for count in (tables.total.rules if tables.total else ())
    ]
