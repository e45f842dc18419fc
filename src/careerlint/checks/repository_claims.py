"""What a document claims of its repository: technologies that its author used, and things that its words say are there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careerlint.checks.repository_scope import links_of
from careerlint.checks.repository_words import Knowledge, Thing
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence
from careerlint.model.outline import SectionKind
from careerlint.model.span import Span
from careerlint.model.term import Mention

_LIST_GAP = Expression(r"[ ]?(?:,|/|·|&|\+|、|와|과|랑|하고|및|and|,\s?and|or)?[ ]?(?:and|및)?[ ]?")
_EITHER = Expression(r"/| or |또는|이나")
_APART: frozenset[SectionKind] = frozenset((
    "references", "links", "plan", "task", "team", "goal", "limits", "retrospective", "lesson", "prompt", "education", "training", "publications", "personal", "troubleshooting",
))
_ENDING = Expression(r"[\w]*")
_BESIDE = Expression(r"^(?:\s?v?\d+(?:\.[\dx]+)*\+?)?(?:\s?\([^()]{1,30}\))?")
"""A version or a remark behind a name."""
_UNNAMED = Expression(r"\W{0,3}(?:it\b|(?:mit|apache|아파치|gpl|lgpl|agpl|bsd|mpl|isc)\b)", re.IGNORECASE)
"""A licence of something that the sentence does not name."""
_MATERIAL = Expression(r"\b(?:data ?sets?|data|corpus|images?|photos?|icons?|fonts?|sounds?|librar(?:y|ies)|templates?|weights|models?|third[- ]party|by [A-Z])\b|데이터|말뭉치|이미지|사진|아이콘|글꼴|폰트|음원|라이브러리|템플릿|가중치|원작|외부", re.IGNORECASE)
_LETTERS = Expression(r"[^\W\d_]{2}")
_LONGEST_STACK = 220
_NAME = "§"
"""Stands for the names that are asked about."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A thing that a statement claims, and the words that do. Of `others`, which a slash or "or" parts from it ("PyTorch/TensorFlow"), one is enough."""

    thing: Thing
    span: Span
    statement: int
    others: tuple[Thing, ...] = ()


def claims_of(evidence: Evidence, knowledge: Knowledge) -> Iterator[Claim]:
    """Every claim of the author, by place."""
    for index in range(len(evidence.outline.statements)):
        yield from _claims_in(evidence, index, knowledge)


def _claims_in(evidence: Evidence, index: int, knowledge: Knowledge) -> Iterator[Claim]:
    statement = evidence.outline.statements[index]
    language = statement.language
    if not language or statement.head or statement.form in ("heading", "label") or links_away(evidence, index):
        return
    text, start = evidence.text(index), statement.span.start
    section = evidence.outline.sections[statement.section].kind
    if section == "license" or (evidence.claims[index].own and section not in _APART):
        licence = knowledge.things["licence"]
        found = _claim_in(licence, text, language)
        if found is not None and not (_UNNAMED.match(found[0]) and _speaks_of_material(evidence, index)):
            yield Claim(licence, _whole(text, found).shifted(start), index)
    for thing in knowledge.things.values():
        invited = thing.invites.get(language)
        found = invited.search(text) if invited is not None else None
        if found is not None and _invites(evidence, index, found, knowledge):
            yield Claim(thing, _whole(text, found).shifted(start), index)
    if not may_claim(evidence, index, knowledge):
        return
    for thing in knowledge.things.values():
        found = _claim_in(thing, text, language) if thing.key != "licence" else None
        if found is not None:
            yield Claim(thing, _whole(text, found).shifted(start), index)
    mentions = [mention for mention in evidence.mentions[index] if statement.span.contains(mention.span)]
    if _lists_stack(evidence, index, knowledge):
        label = Span(evidence.label_start(index), start)
        mentions = [mention for mention in evidence.elsewhere if label.contains(mention.span)] + mentions
        chosen = [run for run in _runs(evidence, mentions) if not _is_unused(evidence, run, index, knowledge)]
    else:
        chosen = [run for run in _runs(evidence, mentions) if _is_used(evidence, run, index, knowledge)]
    for run in chosen:
        yield from _named(evidence, run, index, knowledge)


def _named(evidence: Evidence, run: Sequence[Mention], index: int, knowledge: Knowledge) -> Iterator[Claim]:
    words = evidence.document.text[run[0].span.start : run[-1].span.end]
    things = {mention.span: thing for mention in run if (thing := knowledge.claimed_by(mention.skill.name)) is not None}
    either = tuple(things.values()) if _EITHER.search(words) else ()
    for span, thing in things.items():
        yield Claim(thing, span, index, tuple(other for other in either if other.key != thing.key))


def _claim_in(thing: Thing, text: str, language: str) -> re.Match[str] | None:
    expression = thing.claims.get(language)
    return expression.search(text) if expression is not None else None


def _whole(text: str, found: re.Match[str]) -> Span:
    """The words of a match, the last one with its ending."""
    rest = _ENDING.match(text, found.end())
    return Span(found.start(), rest.end() if rest is not None and found[0][-1:].isalnum() else found.end())


def may_claim(evidence: Evidence, index: int, knowledge: Knowledge) -> bool:
    """Whether the statement is the author's own, told as done, and neither compares nor plans nor speaks of others."""
    return evidence.claims[index].own and not _is_unclaimed(evidence, index, evidence.text(index), knowledge)


def is_labelled_fact(evidence: Evidence, index: int, knowledge: Knowledge) -> bool:
    """Whether the statement is a figure behind a label ("Accuracy: 94 %"), which nobody plans, wishes or tells of others."""
    statement, unclaimed = evidence.outline.statements[index], knowledge.anywhere("unclaimed")
    if not statement.label or _LETTERS.search(evidence.text(index)) or evidence.claims[index].modality != "done":
        return False
    return not _is_unclaimed(evidence, index, "", knowledge) and (unclaimed is None or not unclaimed.search(statement.label))


def _invites(evidence: Evidence, index: int, found: re.Match[str], knowledge: Knowledge) -> bool:
    """Whether the reader may do now what the words found offer: "you can try the demo", but not "later you can try the demo"."""
    claim, text = evidence.claims[index], evidence.text(index)
    if claim.author not in ("author", "team", "none") or claim.modality not in ("done", "possibility"):
        return False
    return not _is_unclaimed(evidence, index, text[: found.start()] + text[found.end() :], knowledge)


def _is_unclaimed(evidence: Evidence, index: int, text: str, knowledge: Knowledge) -> bool:
    """Whether words of the statement, or where it stands, say that nothing of this project is told as done."""
    statement = evidence.outline.statements[index]
    if evidence.claims[index].negated or not _APART.isdisjoint(evidence.outline.section_kinds(statement)) or evidence.has(index, ("alternative", "failure")):
        return True
    unclaimed, apart = knowledge.by_language("unclaimed", statement.language), knowledge.anywhere("apart")
    if unclaimed is not None and unclaimed.search(f"{statement.label}: {text}"):
        return True
    headings = (*statement.context, evidence.outline.sections[statement.section].heading)
    return apart is not None and any(apart.search(words) for words in headings)


def _speaks_of_material(evidence: Evidence, index: int) -> bool:
    """Whether the statement before, which "it" may mean, speaks of data or of others' work: "The icons are by A. It is licensed under MIT."."""
    statement = evidence.outline.statements[index]
    before = evidence.outline.statements[index - 1] if index else None
    return before is not None and before.section == statement.section and _MATERIAL.search(evidence.text(index - 1)) is not None


def links_away(evidence: Evidence, index: int) -> bool:
    """Whether the statement links to what it speaks of: a service, a repository, a page. The home page of a named technology is no such link."""
    span = evidence.outline.statements[index].span
    names = [mention.span for mention in evidence.mentions[index]]
    return any(
        "://" in mark.target and not any(name.overlaps(mark.span) and len(mark.span) - len(name) < len(name) for name in names) for mark in links_of(evidence, span)
    )


def _lists_stack(evidence: Evidence, index: int, knowledge: Knowledge) -> bool:
    """Whether the statement stands under a heading, or behind a label, that lists what the project is made with."""
    statement = evidence.outline.statements[index]
    expression, heads = knowledge.anywhere("stack"), Expression("|".join(knowledge.data["stack"]["heads"].values()), re.IGNORECASE)
    if expression is None or len(statement.span) > _LONGEST_STACK:
        return False
    if statement.table >= 0 and any(heads.search(evidence.text(other)) for other in _heads(evidence, index)):
        return False
    if statement.label and evidence.mentions[index] and not _LETTERS.search(_without_names(evidence, index)):
        return True
    above = (statement.label, *statement.context[-2:], evidence.outline.sections[statement.section].heading)
    return any(expression.fullmatch(re.sub(r"[^\w\s/&+-]", "", words).strip()) for words in above if words)


def _without_names(evidence: Evidence, index: int) -> str:
    """What is left of a statement without the technologies that it names."""
    text, start = evidence.text(index), evidence.outline.statements[index].span.start
    for mention in reversed(evidence.mentions[index]):
        text = text[: max(mention.span.start - start, 0)] + text[mention.span.end - start :]
    return text


def _heads(evidence: Evidence, index: int) -> Iterator[int]:
    """The header rows of the statement's table."""
    table = evidence.outline.statements[index].table
    for other in range(index, -1, -1):
        found = evidence.outline.statements[other]
        if found.table != table:
            return
        if found.head:
            yield other


def _runs(evidence: Evidence, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions by list: those that only a comma, a slash or "and" part."""
    runs: list[list[Mention]] = []
    for mention in mentions:
        gap = evidence.document.text[runs[-1][-1].span.end : mention.span.start] if runs else ""
        if runs and mention.span.start >= runs[-1][-1].span.end and _LIST_GAP.fullmatch(gap):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return runs


def _is_used(evidence: Evidence, run: Sequence[Mention], index: int, knowledge: Knowledge) -> bool:
    used = knowledge.by_language("used", evidence.outline.statements[index].language)
    return used is not None and used.search(_around(evidence, run, index)) is not None and not _is_unused(evidence, run, index, knowledge)


def _is_unused(evidence: Evidence, run: Sequence[Mention], index: int, knowledge: Knowledge) -> bool:
    unused = knowledge.by_language("unused", evidence.outline.statements[index].language)
    return unused is not None and unused.search(_around(evidence, run, index)) is not None


def _around(evidence: Evidence, run: Sequence[Mention], index: int) -> str:
    """The statement's words with one sign in place of a list of names."""
    span = evidence.outline.statements[index].span
    if run[0].span.start < span.start:
        return f"{_NAME}: {evidence.text(index)}"
    text = evidence.text(index)
    return f"{text[: run[0].span.start - span.start]}{_NAME}{_BESIDE.sub('', text[run[-1].span.end - span.start :])}"
