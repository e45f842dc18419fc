"""HON012: two places of one document that say different values of the same attribute of the same thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from careerlint.checks.facts import Fact, conditions_of, contradict, days_of, facts_of, period_fact
from careerlint.checks.metric_names import base, canonical
from careerlint.checks.records import Record, dated_records, proper_names
from careerlint.checks.said_again import names_model, names_run, speak_of_one, words_of_lead
from careerlint.checks.score_lists import read_score_lists
from careerlint.checks.score_tables import Score, ScoreTable, read_table, scaled, wrong_best, wrong_value
from careerlint.checks.tables import headed_rows
from careerlint.checks.units import Tables, Unit, units
from careerlint.dates import read_periods
from careerlint.expression import Expression
from careerlint.model.contests import KOREAN_CONTESTS
from careerlint.model.document import Block
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule
from careerlint.model.span import Span

_NOT_OWN = frozenset(("form", "quotation", "third-party"))
_PROJECTS = frozenset(("project", "competition", "other"))
_LIST_SIGNS = Expression(r"[:：|\t]|\s[–—-]\s|\(|,\s(?=\d|[가-힣]*\d\s?(?:인|명))")
_BEFORE_TASK = Expression(rf"\W*(?P<name>[^:：|–—]{{2,40}}(?:{KOREAN_CONTESTS}|챌린지|올림피아드|(?i:hackathon|challenge|competition|contest|datathon)))\s?(?:[:：|]|\s[–—-])\s?\S")
_ALPHANUMERIC = Expression(r"[A-Za-z가-힣0-9]+")
_SHORTEST_NAME = 4
_FEWEST_ROWS = 3
_LABELLED = -2
_NO_SCORES = frozenset(("date", "period", "version", "model-name", "section", "identifier", "hyper-parameter", "split", "hardware", "resolution", "grade", "delta"))
_WISHED = Expression(r"목표|예상|예정|기대|(?<![A-Za-z])(?:target|goal|expect\w*|should|would|will|aim)(?![A-Za-z])", re.IGNORECASE)
_LONGEST_LEAD = 1000
"""Letters before a number that may be said again with another one: no sentence is longer, and all of them are compared."""


def find_contradictions(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """At most one hit for each thing and attribute, on the value that comes second."""
    found = list(units(evidence))
    things: dict[tuple[str, int], list[Fact]] = {}
    named: dict[str, list[tuple[tuple[str, int], Unit]]] = {}
    contests: dict[str, list[tuple[tuple[str, int], Unit]]] = {}
    branches: Counter[tuple[int, Span]] = Counter()
    for number, unit in enumerate(found):
        name = _name(evidence, unit, number)
        # Parts of one entry that may be two projects are kept apart.
        branch = branches[unit.entry, unit.title]
        branches[unit.entry, unit.title] += 1
        things.setdefault((name, branch), []).extend(_facts(evidence, unit))
        named.setdefault(name, []).append(((name, branch), unit))
        if contest := _contest(evidence, unit):
            contests.setdefault(contest, []).append(((name, branch), unit))
    named |= {name: owners for name, owners in contests.items() if len(owners) == 1 and name not in named}
    for name, fact in (*_mentioned(evidence, named, found), *_dated(evidence)):
        for place in [key for key, _ in named.get(name, ())] or [(name, 0)]:
            things.setdefault(place, []).append(fact)
    hits: dict[Span, Hit] = {}
    for facts in things.values():
        hits |= {hit.span: hit for hit in _conflicts(evidence, facts)}
    tables = Tables(evidence, _score_table)
    for unit in found:
        hits |= {hit.span: hit for hit in (*_scores(evidence, unit, tables), *_said_again(evidence, unit))}
    yield from sorted(hits.values(), key=lambda hit: hit.span)


def _name(evidence: Evidence, unit: Unit, number: int) -> str:
    """What the facts of a unit are gathered under: its name where it is one, else the unit itself."""
    words = evidence.document.words(unit.title)
    return (_key(words) if proper_names(words) else "") or f"#{number}"


def _contest(evidence: Evidence, unit: Unit) -> str:
    """The competition that stands before the colon of a title, by which a summary calls it: "AI Hackathon: age of bones"."""
    head = _BEFORE_TASK.match(evidence.document.words(unit.title))
    return _key(head["name"]) if head is not None else ""


def _conflicts(evidence: Evidence, facts: Sequence[Fact]) -> Iterator[Hit]:
    ordered = sorted(facts, key=lambda fact: fact.span)
    reported: set[str] = set()
    for place, second in enumerate(ordered):
        for first in ordered[:place]:
            if second.attribute not in reported and not first.span.overlaps(second.span) and contradict(first, second):
                reported |= {second.attribute} | ({"rank"} if second.attribute == "teams" else set())
                yield _hit(evidence, second.attribute, first.span, second.span)


def _hit(evidence: Evidence, attribute: str, first: Span, second: Span) -> Hit:
    first, second = sorted((first, second))
    return _hit_beside(evidence, attribute.replace(" ", "-"), second, first)


def _hit_beside(evidence: Evidence, variant: str, span: Span, other: Span) -> Hit:
    """Words that contradict others of the document, which the message quotes."""
    values = {"match": evidence.document.words(span), "other": " ".join(evidence.document.words(other).split())}
    return Hit(span, values=values, related=(other,), variant=variant)


def _key(title: str) -> str:
    """A name as it is compared: without its period, brackets and signs."""
    for period in reversed(read_periods(title)):
        title = title[: period.start] + " " + title[period.end :]
    name = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", title)
    key = "".join(_ALPHANUMERIC.findall(name)).lower()
    return key if len(key) >= _SHORTEST_NAME else ""


def _facts(evidence: Evidence, unit: Unit) -> Iterator[Fact]:
    """What the title and the lines of a thing say of it."""
    for title in (unit.title, *unit.headings):
        yield from (_moved(fact, title.start) for fact in facts_of(evidence.document.words(title), "", title == unit.title))
    if unit.kind == "course":
        return
    for index in unit.statements:
        statement, claim = evidence.outline.statements[index], evidence.claims[index]
        if statement.head or statement.table >= 0 or claim.author in _NOT_OWN or claim.modality not in ("done", "general"):
            continue
        around = " ".join(evidence.document.words(title) for title in unit.headings if _is_above(evidence, title, statement.section))
        start = evidence.label_start(index)
        line = evidence.document.text[start : statement.span.end]
        # Each line of a list of awards is another contest.
        award = line if evidence.outline.sections[statement.section].kind == "awards" else ""
        for fact in (replace(fact, contest=fact.contest or award) for fact in facts_of(line, around)):
            if unit.kind in _PROJECTS or fact.attribute != "team size" or statement.label:
                yield replace(_moved(fact, start), place=(_LABELLED, statement.section))
        for fact in period_fact(evidence.text(index), statement.label, around):
            yield replace(_moved(fact, statement.span.start), place=(_LABELLED, statement.section))


def _is_above(evidence: Evidence, title: Span, section: int) -> bool:
    return any(evidence.outline.sections[above].title == title for above in evidence.outline.above(section))


def _moved(fact: Fact, offset: int) -> Fact:
    return replace(fact, span=fact.span.shifted(offset), line=offset)


def _mentioned(evidence: Evidence, named: Mapping[str, Sequence[tuple[tuple[str, int], Unit]]], found: Sequence[Unit]) -> Iterator[tuple[str, Fact]]:
    """What lines elsewhere (a summary, a table of projects) say of a thing that they call by its full name."""
    inside = {index: unit for unit in found for index in unit.statements}
    for index, statement in enumerate(evidence.outline.statements):
        if statement.head or evidence.claims[index].author in _NOT_OWN:
            continue
        start = evidence.label_start(index)
        line = evidence.document.text[start : statement.span.end]
        squeezed = "".join(_ALPHANUMERIC.findall(line)).lower()
        if not any(name in squeezed for name in named):
            continue
        for segment in _LIST_SIGNS.split(line):
            owners = named.get(_key(segment), ())
            if owners and all(inside.get(index) is not unit for _, unit in owners):
                for fact in facts_of(line, ""):
                    yield _key(segment), _moved(fact, start)
                break


def _dated(evidence: Evidence) -> Iterator[tuple[str, Fact]]:
    """The periods of titles, bullets and rows that are nothing but a name and a period."""
    for record in dated_records(evidence):
        value = days_of(record.period)
        name = _name_of(evidence, record)
        if value and proper_names(name) and (key := _key(name)):
            section = record.section if record.rank > 1 else evidence.outline.sections[record.section].parent
            yield key, Fact("period", value, record.dates, frozenset(), line=record.span.start, place=(record.rank, section))


def _name_of(evidence: Evidence, record: Record) -> str:
    """What a dated line names: the first cell without dates, the heading above a line that begins with its dates, or the line."""
    cells = evidence.document.words(record.span).split("\t")
    if len(cells) > 1:
        return next((cell for cell in cells if not read_periods(cell)), "")
    section = evidence.outline.sections[record.section]
    if record.rank == 1 and section.kind == "other" and not evidence.document.text[record.span.start : record.dates.start].strip(" (*_["):
        return section.heading
    return cells[0]


def _score_table(evidence: Evidence, table: Block) -> ScoreTable | None:
    """A table with a header and enough rows, read with the heading above it."""
    rows = headed_rows(table, _FEWEST_ROWS)
    if not rows:
        return None
    heading = evidence.outline.sections[evidence.section_at(table.span.start)].heading
    cells = [[(evidence.document.words(cell.span).strip(), cell.span) for cell in row.children] for row in rows]
    return read_table(cells, heading, table.span)


def _scores(evidence: Evidence, unit: Unit, read: Tables[ScoreTable | None]) -> Iterator[Hit]:
    """Sentences against the score tables, and the lists of scores, of the same thing."""
    tables = [*(table for table in read.of_unit(unit) if table is not None), *read_score_lists(evidence, unit.statements)]
    reported: set[Span] = set()
    for index in unit.statements if tables else ():
        statement, claim = evidence.outline.statements[index], evidence.claims[index]
        if statement.table >= 0 or not claim.own or claim.negated or statement.form == "heading" or any(table.span.contains(statement.span) for table in tables):
            continue
        text = evidence.document.text[evidence.label_start(index) : statement.span.end]
        for table in tables:
            best = wrong_best(table, text)
            if best is not None and statement.span not in reported:
                reported.add(statement.span)
                row = Span(best.better_row.span.start, max(best.better.span.end, best.better_row.span.end))
                yield _hit(evidence, "best", row, statement.span) if row < statement.span else _hit_beside(evidence, "called-best", row, statement.span)
            for metric, stated in _stated(evidence, index):
                score = wrong_value(table, text, metric, stated)
                if score is not None and statement.span not in reported:
                    reported.add(statement.span)
                    yield _hit(evidence, "score", score.span, stated.span)


def _said_again(evidence: Evidence, unit: Unit) -> Iterator[Hit]:
    """The same words with another number: "최종 F1 0.83" here and "최종 F1 0.86" there, "Best: fold13 (Public 16.36)" and again."""
    seen: dict[tuple[str, str, frozenset[str]], tuple[int, Score]] = {}
    for index in unit.statements:
        statement, measures = evidence.outline.statements[index], evidence.measures[index]
        if statement.table >= 0 or measures.changes or evidence.claims[index].author in _NOT_OWN or evidence.match(_WISHED, index):
            continue
        start = evidence.label_start(index)
        conditions: frozenset[str] | None = None
        for number in measures.numbers:
            if number.span.start > _LONGEST_LEAD:
                break
            span = number.span.shifted(statement.span.start)
            lead = " ".join(evidence.document.text[start : span.start].lower().split())
            model = names_model(lead)
            exact = 0 < number.step < 1 or (model and number.unit == "%")
            if number.approximate or not exact or number.kind in _NO_SCORES or not (model or names_run(lead)):
                continue
            if conditions is None:
                conditions = conditions_of(evidence.document.text[start : statement.span.end])
            key = (words_of_lead(lead), number.unit, conditions)
            score = scaled(number.value, number.step, number.unit == "%", "", span)
            first = seen.setdefault(key, (index, score))
            if first[0] != index and not first[1].fits(score) and speak_of_one(evidence, lead, first[0], index):
                yield _hit(evidence, "score", first[1].span, span)
                return


def _stated(evidence: Evidence, index: int) -> Iterator[tuple[str, Score]]:
    """The scores of a sentence that tells one score of each metric, and no change."""
    measures, offset = evidence.measures[index], evidence.outline.statements[index].span.start
    if measures.changes:
        return
    numbers = [(base(canonical(number.name)), number) for number in measures.numbers if number.kind == "metric" and canonical(number.name)]
    for name, number in numbers:
        if sum(other == name for other, _ in numbers) == 1 and not number.approximate:
            yield name, scaled(number.value, number.step, number.unit == "%", name, number.span.shifted(offset))
