"""Overview: what a cohort has to learn, as a page of Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careerlint.cohort.counting import PartCount, Tally, count_cohort
from careerlint.cohort.dashboard import Beside, loose_names
from careerlint.cohort.group_page import name_of
from careerlint.cohort.grouping import GroupTables
from careerlint.cohort.page import share
from careerlint.cohort.page_tables import labelled
from careerlint.cohort.page_words import reason_word, word
from careerlint.cohort.rows import Cohort, people_who_share
from careerlint.cohort.teaching import Lesson, bad_example, teach_first
from careerlint.model.finding import LEVELS
from careerlint.model.rule import Rule
from careerlint.model.story import ELEMENTS
from careerlint.reporters.github_summary import markdown_text
from careerlint.reporters.phrases import PHRASES

_SHARED = 12


def render_overview(cohort: Cohort, beside: Beside | None = None, tally: Tally | None = None) -> str:
    """The numbers of the page of a cohort in the language of its frame; people are in no table of it."""
    beside = beside or Beside()
    tally = tally or count_cohort(cohort)
    return "\n".join((*_head(cohort, tally, beside), *_teaching(cohort, tally, beside), *_parts(cohort, tally), *_story(cohort, tally), *_shared(cohort, tally, beside))) + "\n"


def render_group_overview(tables: GroupTables, rules: Sequence[Rule] = ()) -> str:
    """The tables by group."""
    language = tables.language
    lines = [f"# {word('title-few', language)}", "", word("purpose", language), "", word("aggregated", language, least=tables.least), ""]
    if tables.total is None:
        return "\n".join((*lines, word("too-few", language, least=tables.least))) + "\n"
    names = [name_of(row)[language == "en"] for row in tables.rows]
    lines += [f"## {word('groups', language)}", "", *_counts_table(language, "group", [*zip(names, (row.count for row in tables.rows), strict=True), (word("all", language), tables.total.count)])]
    merged = next((row.groups for row in tables.rows if row.merged), 0)
    if merged:
        lines += ["", word("merged", language, count=merged)]
    lines += ["", f"## {word('rules', language)}", "", word("rules-groups", language), ""]
    lines += _row((word("rule", language), word("all", language), *names), heads=True)
    people = [{rule.code: rule.people for rule in row.rules} for row in tables.rows]
    for count in tables.total.rules:
        lines += _row((f"{count.code} {count.name}", f"{count.people:,}", *(f"{held.get(count.code, 0):,}" for held in people)))
    return "\n".join(lines) + "\n"


def _head(cohort: Cohort, tally: Tally, beside: Beside) -> Iterator[str]:
    language = cohort.language
    yield f"# {word('title', language, people=len(tally.people)) if len(tally.people) != 1 else word('title-one', language)}"
    yield ""
    yield word("purpose", language)
    if beside.redacted:
        yield ""
        yield word("redacted", language)
    yield ""
    yield from _row((word("people", language), word("documents-read", language), word("not-read", language), *(word(level, language) for level in LEVELS)), heads=True)
    yield from _row((f"{len(tally.people):,}", f"{tally.read:,}", f"{tally.documents - tally.read:,}", *(f"{getattr(tally.levels, level):,}" for level in LEVELS)))
    if tally.unread:
        yield ""
        yield f"{word('unread', language)}: " + ", ".join(f"{reason_word(error, language)} {count:,}" for error, count in tally.unread)
    if loose := loose_names(beside):
        yield ""
        yield markdown_text(word("loose", language, names=loose))
    if tally.duplicates:
        yield ""
        yield word("duplicates", language, count=tally.duplicates)
    if beside.changes is not None:
        sums = {name: sum(getattr(change, name) for change in beside.changes) for name in ("cured", "new", "returned")}
        yield ""
        yield f"{word('changes', language)}: {word('changes-lead', language, **sums)}"


def _teaching(cohort: Cohort, tally: Tally, beside: Beside) -> Iterator[str]:
    language = cohort.language
    yield ""
    yield f"## {word('teach', language)}"
    yield ""
    lessons = teach_first(tally, {rule.code: rule for rule in beside.rules}, beside.sentences)
    if not lessons:
        yield word("teach-none", language)
    for place, lesson in enumerate(lessons, 1):
        yield from _lesson(place, lesson, tally, language)


def _lesson(place: int, lesson: Lesson, tally: Tally, language: str) -> Iterator[str]:
    rule, count = lesson.rule, lesson.count
    told = rule.summary[language] if rule else count.name
    meets = word("of-people", language, people=tally.people_read, count=count.people)
    yield f"{place}. **{markdown_text(told)}** {count.code} · {meets} ({share(count.people, tally.people_read)})"
    if lesson.example is not None:
        yield f"   - {word('example', language)}: “{markdown_text(lesson.example.text)}”"
    elif rule is not None and bad_example(rule, language):
        yield f"   - {word('example-of-rule', language)}: “{markdown_text(_in_one_line(bad_example(rule, language)))}”"
    if rule is not None:
        yield f"   - {word('rewrite', language)}: {markdown_text(rule.rewrite[language])}"


def _in_one_line(example: str) -> str:
    return " / ".join(line.removeprefix("- ") for line in example.split("\n"))


def _parts(cohort: Cohort, tally: Tally) -> Iterator[str]:
    language = cohort.language
    for parts, head, title in ((tally.groups, "group", "groups"), (tally.kinds, "kind", "levels")):
        if parts:
            names = [part.label[language == "en"] for part in labelled(parts, head == "group")]
            yield ""
            yield f"## {word(title, language)}"
            yield ""
            yield from _counts_table(language, head, list(zip(names, parts, strict=True)))
    yield ""
    yield f"## {word('rules', language)}"
    yield ""
    yield word("rules-lead", language, people=tally.people_read)
    yield ""
    yield from _row((word("rule", language), word("gravest", language), word("people", language), word("people-share", language), word("findings", language)), heads=True)
    for rule in tally.rules:
        level = word(f"level-{rule.level}", language)
        yield from _row((f"{rule.code} {rule.name}", level, f"{rule.people:,}", share(rule.people, tally.people_read), f"{rule.findings:,}"))


def _story(cohort: Cohort, tally: Tally) -> Iterator[str]:
    language, story = cohort.language, tally.story
    yield ""
    yield f"## {word('story', language)}"
    yield ""
    if not story.entries:
        yield word("no-story", language)
        return
    yield from _row((word("element", language), word("told-people", language), word("told-entries", language)), heads=True)
    for index, (name, _) in enumerate(ELEMENTS):
        yield from _row((PHRASES[language][name], f"{story.told_by[index]:,} / {story.people:,}", f"{story.told[index]:,} / {story.entries:,}"))


def _shared(cohort: Cohort, tally: Tally, beside: Beside) -> Iterator[str]:
    language = cohort.language
    if not beside.shared:
        return
    yield ""
    yield f"## {word('shared', language)}"
    yield ""
    yield word("shared-lead", language, least=people_who_share(len(tally.people)), count=beside.silenced)
    yield ""
    if beside.redacted:
        yield word("shared-count", language, texts=len(beside.shared), people=beside.shared[0].people)
        return
    for text in beside.shared[:_SHARED]:
        yield f"- {word('shared-people', language, count=text.people)}: {markdown_text(text.text)}"
    if len(beside.shared) > _SHARED:
        yield f"- {word('shared-more', language, count=len(beside.shared) - _SHARED)}"


def _counts_table(language: str, head: str, parts: Sequence[tuple[str, PartCount]]) -> Iterator[str]:
    keys = ("people", "documents-read", "not-read", *LEVELS)
    yield from _row((word(head, language), *(word(key, language) for key in keys)), heads=True)
    for name, part in parts:
        counts = (part.people, part.documents, part.unread, *(getattr(part.levels, level) for level in LEVELS))
        yield from _row((name, *(f"{count:,}" for count in counts)))


def _row(cells: Sequence[str], *, heads: bool = False) -> Iterator[str]:
    """A row of a table; with `heads` the line under it too, numbers to the right."""
    yield "| " + " | ".join(markdown_text(cell) for cell in cells) + " |"
    if heads:
        yield "| --- |" + " ---: |" * (len(cells) - 1)
