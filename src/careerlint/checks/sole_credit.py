"""HON006: an entry in which one person takes all the credit for a team's work, or the shares of one part exceed it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from careerlint.checks.credit import Share, overfull, shares_of_statement, shares_of_table, whole_credits
from careerlint.checks.tables import cell_words, headed_rows
from careerlint.checks.teams import is_solo, listed_members, team_sizes
from careerlint.checks.units import Tables, Unit, units
from careerlint.expression import Expression
from careerlint.model.document import Block
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.line_index import may_always
from careerlint.model.outline import Statement
from careerlint.model.rule import Rule
from careerlint.model.span import Span

_HEADS = Expression(r"[1-9]\d?\s?명|\b(?:[1-9]|two|three|four|five)\s(?:students|developers|designers|engineers|people)\b")
"""Groups that make up a team: "농학과 2명, 컴퓨터공학과 2명"."""
_FEWEST_ROWS = 3
"""With the header."""


def find_sole_credit(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """At most one hit for each project or job."""
    tables = Tables(evidence, _overfull_in_table)
    titles: set[Span] = set()
    for unit in units(evidence):
        if unit.kind == "course" or unit.title in titles:
            continue
        shares = _overfull(evidence, unit, tables)
        if shares:
            told = {"part": shares[0].part, "total": f"{sum(share.percent for share in shares):g}%"}
            titles.add(unit.title)
            yield _hit(evidence, unit, "shares-of-part" if shares[0].part else "shares", told, tuple(share.span for share in shares))
            continue
        credit = _credit(evidence, unit)
        team = _team(evidence, unit) if credit is not None else None
        if team is not None and credit is not None:
            told = {"team": evidence.document.words(team), "credit": evidence.document.words(credit)}
            titles.add(unit.title)
            yield _hit(evidence, unit, "team", told, (team, credit))


def _hit(evidence: Evidence, unit: Unit, variant: str, told: dict[str, str], related: tuple[Span, ...]) -> Hit:
    return Hit(unit.title, None, unit.entry, values={"match": evidence.document.words(unit.title), **told}, related=related, variant=variant)


def _told(evidence: Evidence, unit: Unit) -> Iterator[tuple[int, Statement]]:
    for index in unit.statements:
        statement, claim = evidence.outline.statements[index], evidence.claims[index]
        if not claim.foreign and claim.modality == "done":
            yield index, statement


def _team(evidence: Evidence, unit: Unit) -> Span | None:
    """The words that say that two or more people did it."""
    for title in (unit.title, *unit.headings):
        words = evidence.document.words(title)
        if is_solo(words):
            return None
        for size in team_sizes(words):
            if size.people > 1:
                return size.span.shifted(title.start)
    for index, statement in _told(evidence, unit):
        members = listed_members(statement.label, evidence.text(index))
        if members is not None and members.people > 1:
            return statement.span
        if evidence.outline.sections[statement.section].kind == "team" and len(_HEADS.findall(evidence.text(index))) > 1:
            return statement.span
        start = evidence.label_start(index)
        for size in team_sizes(evidence.document.text[start : statement.span.end]):
            if size.people > 1:
                return size.span.shifted(start)
    return None


def _credit(evidence: Evidence, unit: Unit) -> Span | None:
    for index, statement in _told(evidence, unit):
        if not evidence.claims[index].negated:
            for credit in whole_credits(evidence.text(index), statement.label, may_always if statement.label else partial(evidence.may_match, index)):
                return credit.span.shifted(statement.span.start)
    return None


def _overfull(evidence: Evidence, unit: Unit, tables: Tables[tuple[Share, ...]]) -> tuple[Share, ...]:
    told: list[Share] = []
    for index, statement in _told(evidence, unit):
        if statement.table < 0:
            announced = "team" in evidence.outline.section_kinds(statement)
            for share in shares_of_statement(evidence.text(index), statement.label, announced):
                told.append(Share(share.part, share.person, share.percent, share.span.shifted(statement.span.start)))
    found = overfull(told)
    return found or next((shares for shares in tables.of_unit(unit) if shares), ())


def _overfull_in_table(evidence: Evidence, table: Block) -> tuple[Share, ...]:
    rows = headed_rows(table, _FEWEST_ROWS)
    if not rows:
        return ()
    header = cell_words(evidence, rows[0])
    return overfull(shares_of_table(header, [[(evidence.document.words(cell.span), cell.span) for cell in row.children] for row in rows[1:]]))
