"""Page tables: the rows of a cohort's page as they are shown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from careerlint.cohort.counting import PartCount, PersonCount, RuleCount, StoryCount
from careerlint.cohort.page import Pair, cut, number, pair_of
from careerlint.cohort.page_words import WORDS, kind_word
from careerlint.cohort.rows import Change, DocumentRow
from careerlint.cohort.teaching import bad_example, good_example
from careerlint.model.rule import Rule
from careerlint.readers.limits import MESSAGES

_LONGEST_NAME = 80
_LONGEST_PATH = 160
_LONGEST_REASON = 240
_NOTHING: Pair = ("", "")
_NO_CHANGE = Change("", 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A group or kind under the name that it is shown with."""

    label: Pair
    count: PartCount | StoryCount


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person as the table shows them; `numbers` in the order of its columns."""

    name: str
    href: str
    group: str
    numbers: tuple[str, ...]
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """One file that could not be read, and why."""

    path: str
    person: str
    reason: Pair


@dataclass(frozen=True, slots=True)
class RuleText:
    """What the page tells of one rule; empty but for code and name where it is not known any more."""

    code: str
    name: str
    level: str
    summary: Pair
    why: Pair
    rewrite: Pair
    question: Pair
    bad: Pair
    good: Pair


def labelled(counts: Sequence[PartCount | StoryCount], grouped: bool) -> tuple[Labelled, ...]:
    """The parts of a cohort under their names."""
    return tuple(Labelled(_group_name(count.name) if grouped else _kind_name(count.name), count) for count in counts)


def person_rows(people: Iterable[PersonCount], pages: Mapping[str, str], changes: Mapping[str, Change] | None) -> tuple[PersonRow, ...]:
    """The rows of people; `pages` holds the address of the page of each person who has one, relative to this page."""
    return tuple(_person_row(person, pages, changes) for person in people)


def people_data(rows: Iterable[PersonRow]) -> Markup:
    """The rows as JSON that can stand between two tags: nothing in it can end the element that it stands in."""
    data = [[row.name, row.href, row.group, list(row.numbers), list(row.first)] for row in rows]
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(text)


def unread_rows(documents: Iterable[DocumentRow], reasons: Mapping[str, Pair]) -> tuple[UnreadRow, ...]:
    """The files that could not be read, in the order of their paths; `reasons` holds both languages by the reason of a row."""
    return tuple(UnreadRow(cut(row.path, _LONGEST_PATH), cut(row.person, _LONGEST_NAME), _reason_of(row, reasons)) for row in documents if row.error)


def _reason_of(row: DocumentRow, reasons: Mapping[str, Pair]) -> Pair:
    """Why a file could not be read, as its row says; in the other language what is known, or what its kind is called."""
    if row.reason in reasons:
        korean, english = reasons[row.reason]
        return cut(korean, _LONGEST_REASON), cut(english, _LONGEST_REASON)
    for kind, (english, korean) in MESSAGES.items():
        if kind == row.error:
            return korean, english
    return (cut(row.reason or row.error, _LONGEST_REASON),) * 2


def rule_texts(counts: Iterable[RuleCount], rules: Mapping[str, Rule]) -> tuple[RuleText, ...]:
    """The texts of every rule that was met, ordered by code."""
    return tuple(_rule_text(count, rules.get(count.code)) for count in sorted(counts, key=lambda count: count.code))


def _group_name(name: str) -> Pair:
    return (cut(name, _LONGEST_NAME),) * 2 if name else WORDS["no-group"]


def _kind_name(kind: str) -> Pair:
    return pair_of(lambda language: kind_word(kind, language))


def _person_row(person: PersonCount, pages: Mapping[str, str], changes: Mapping[str, Change] | None) -> PersonRow:
    counts = [person.documents, person.unread, person.levels.error, person.levels.warning, person.levels.note]
    if changes is not None:
        change = changes.get(person.person, _NO_CHANGE)
        counts += [change.cured, change.new, change.returned]
    href = quote(pages[person.person], errors="surrogatepass") if person.person in pages else ""
    groups = cut(", ".join(person.groups), _LONGEST_NAME)
    return PersonRow(cut(person.person, _LONGEST_NAME), href, groups, tuple(map(number, counts)), person.first)


def _rule_text(count: RuleCount, rule: Rule | None) -> RuleText:
    if rule is None:
        return RuleText(count.code, count.name, count.level, _NOTHING, _NOTHING, _NOTHING, _NOTHING, _NOTHING, _NOTHING)
    return RuleText(
        count.code,
        count.name,
        count.level,
        pair_of(rule.summary.__getitem__),
        pair_of(rule.why.__getitem__),
        pair_of(rule.rewrite.__getitem__),
        pair_of(rule.question.__getitem__),
        pair_of(lambda language: bad_example(rule, language)),
        pair_of(lambda language: good_example(rule, language)),
    )
