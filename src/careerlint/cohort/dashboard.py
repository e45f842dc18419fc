"""Dashboard: the page of a cohort, on which a mentor sees what to teach first, what could not be read, and whom to talk to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from careerlint.cohort.counting import PartCount, Tally, count_cohort
from careerlint.cohort.examples import Sentence
from careerlint.cohort.page import Pair, cut, number, pair_of, said, write_page
from careerlint.cohort.page_charts import level_chart, rule_chart, story_chart
from careerlint.cohort.page_tables import (
    labelled,
    people_data,
    person_rows,
    rule_texts,
    unread_rows,
)
from careerlint.cohort.page_words import reason_word, word
from careerlint.cohort.rows import Change, Cohort, SharedText, people_who_share
from careerlint.cohort.teaching import Lesson, bad_example, teach_first
from careerlint.model.rule import Rule
from careerlint.model.story import ELEMENTS
from careerlint.reporters.clean_text import shown
from careerlint.reporters.phrases import PHRASES

MOST_DOCUMENTS = 2000
"""Above this the page has rows for the first people only, and its search looks through all of them."""
ROWS = 200
UNREAD_ROWS = 200
CHARTED_RULES, CHARTED_PARTS = 12, 24
SHARED_TEXTS = 12
_LOOSE, _LONGEST_NAME = 8, 80
_AROUND = 80
"""Letters that are shown on either side of the words of an example."""
_NO_SENTENCES: Mapping[str, Sentence] = MappingProxyType({})
_NO_PAGES: Mapping[str, str] = MappingProxyType({})
_NO_REASONS: Mapping[str, Pair] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Beside:
    """What a page tells beside the rows.

    `rules` are those that ran; `pages` the address of each person's own page, relative to this one, where it exists; `shared` the text that
    many share with the number of findings that were `silenced` on it; `sentences` are those of `sentences_to_teach`; `changes` is `None` where there was no run before or nothing changed,
    `same_rules` whether that one was made with the same rules and options; `redacted` says
    that the rows were made by `redact_cohort`; `loose` are people whose only folder is the one of all; `reasons` why documents could not be read, in both languages, by the one that
    their rows tell.
    """

    rules: tuple[Rule, ...] = ()
    pages: Mapping[str, str] = field(default_factory=lambda: _NO_PAGES)
    shared: tuple[SharedText, ...] = ()
    silenced: int = 0
    sentences: Mapping[str, Sentence] = field(default_factory=lambda: _NO_SENTENCES)
    changes: tuple[Change, ...] | None = None
    same_rules: bool = True
    redacted: bool = False
    loose: tuple[str, ...] = ()
    reasons: Mapping[str, Pair] = field(default_factory=lambda: _NO_REASONS)


def render_dashboard(cohort: Cohort, beside: Beside | None = None, tally: Tally | None = None) -> str:
    """The page as HTML: one file, offline, the same bytes for the same rows.

    Where `tally` is given, nothing is counted, and of the rows only the documents that could not be read are looked at.
    """
    beside = beside or Beside()
    tally = tally or count_cohort(cohort)
    rules = {rule.code: rule for rule in beside.rules}
    capped = tally.documents > MOST_DOCUMENTS
    changes = {change.person: change for change in beside.changes} if beside.changes is not None else None
    everyone = person_rows(tally.people, beside.pages, changes)
    unread = unread_rows(cohort.documents, beside.reasons)
    values: dict[str, Any] = {
        "title": _title(tally),
        "version": cohort.version, "ruleset": cohort.ruleset, "as_of": cohort.as_of,
        "redacted": beside.redacted, "loose": loose_names(beside),
        "tally": tally,
        "lessons": [_lesson(lesson) for lesson in teach_first(tally, rules, beside.sentences)],
        "unread_reasons": _reasons(tally),
        "changes": changes is not None, "same_rules": beside.same_rules, "changed": _all_changes(beside.changes or ()),
        "shared": beside.shared[:SHARED_TEXTS], "all_shared": len(beside.shared),
        "silenced": beside.silenced, "least_shared": people_who_share(len(tally.people)),
        "capped": capped,
        "rows": everyone[:ROWS] if capped else everyone,
        "shown_line": _shown_line(len(everyone), ROWS if capped else len(everyone)),
        "data": people_data(everyone) if capped else "",
        "unread_rows": unread[:UNREAD_ROWS], "more_unread": max(len(unread) - UNREAD_ROWS, 0),
        "rule_texts": rule_texts(tally.rules, rules),
    }  # fmt: skip
    return write_page("dashboard.html", cohort.language, values | _drawings(tally))


def loose_names(beside: Beside) -> str:
    """The names of files that count as a person each, in one line."""
    if beside.redacted or not beside.loose:
        return ""
    return ", ".join((*(cut(name, _LONGEST_NAME) for name in beside.loose[:_LOOSE]), *(("…",) if len(beside.loose) > _LOOSE else ())))


def _drawings(tally: Tally) -> dict[str, Any]:
    grouped = bool(tally.groups)
    parts = tally.groups if grouped else tally.kinds
    named = labelled(parts, grouped)
    unread = tally.documents - tally.read
    charted = tally.rules[:CHARTED_RULES]
    return {
        "grouped": grouped,
        "level_parts": named,
        "level_chart": level_chart([part.label for part in named[:CHARTED_PARTS]], parts[:CHARTED_PARTS]),
        "kinds": labelled(tally.kinds, False) if grouped else (),
        "total": PartCount("", len(tally.people), tally.read, unread, tally.levels),
        "charted": CHARTED_RULES,
        "rule_chart": rule_chart(charted, tally.people_read),
        "elements": [(PHRASES["ko"][name], PHRASES["en"][name]) for name, _ in ELEMENTS],
        "stories": labelled(tally.stories, grouped),
        "story_chart": story_chart(tally.story),
    }


def _title(tally: Tally) -> Pair:
    people = len(tally.people)
    return pair_of(lambda language: word("title", language, people=people) if people != 1 else word("title-one", language))


def _shown_line(total: int, shown: int) -> Markup:
    """How many people are shown; the script writes the number anew."""
    counted = Markup('<span data-shown>{}</span>').format(number(min(total, shown)))
    return said(pair_of(lambda language: Markup(word("search-shown", language, total=total, shown="{}")).format(counted)))


def _lesson(lesson: Lesson) -> dict[str, Any]:
    rule = lesson.rule
    return {
        "count": lesson.count,
        "example": _shortened(lesson.example) if lesson.example else None,
        "rule_example": pair_of(lambda language: bad_example(rule, language)) if rule else ("", ""),
        "summary": pair_of(rule.summary.__getitem__) if rule else (lesson.count.name,) * 2,
        "rewrite": pair_of(rule.rewrite.__getitem__) if rule else ("", ""),
    }


def _shortened(sentence: Sentence) -> Sentence:
    """The sentence in a length that fits a glance, safe to show."""
    before, after = shown(sentence.before), shown(sentence.after)
    return Sentence(
        f"…{before[-_AROUND:]}" if len(before) > _AROUND else before,
        cut(sentence.words, 2 * _AROUND),
        f"{after[:_AROUND]}…" if len(after) > _AROUND else after,
    )


def _reasons(tally: Tally) -> list[dict[str, Any]]:
    return [{"count": count, "words": pair_of(lambda language, error=error: reason_word(error, language))} for error, count in tally.unread]  # type: ignore[misc]


def _all_changes(changes: Iterable[Change]) -> Change:
    held = tuple(changes)
    return Change("", sum(change.cured for change in held), sum(change.new for change in held), sum(change.returned for change in held))
