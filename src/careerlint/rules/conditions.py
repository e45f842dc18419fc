"""Conditions: whether what a rule asks for holds around a match, within the borders of its entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerlint.model.evidence import Evidence
from careerlint.model.rule import Condition
from careerlint.model.signal import Signal
from careerlint.model.span import Span

_LINK = re.compile(
    r"^\W*(?:그래서|그리하여|따라서|이에|이를|대신|그 대신|이후|그 후|그후|그러다|결국|덕분에|그 결과|이 때문에|이로 인해|때문에|그렇기|하지만|그러나|그런데|"
    r"해결|조치|→|->|⇒|=>|so\b|therefore|thus|hence|instead|then\b|after that|afterwards|as a result|because of|to fix|to solve|"
    r"to address|that is why|that's why|fixed|but\b|however|eventually|in the end|we then|i then)",
    re.IGNORECASE,
)
# Quoted words are another's, an example or a name; an apostrophe inside an English word opens no quotation.
_QUOTED = re.compile(
    r"""["“”][^"“”\n]{1,200}["“”]|‘[^’\n]{1,200}’(?![A-Za-z])|(?<![A-Za-z0-9])'[^'\n]{1,120}'(?![A-Za-z])|[「『][^」』\n]{1,200}[」』]"""
)
_FIGURE = re.compile(r"\d[.,]\d|\d\s?(?:%|ms|초|배|점|건)")
# Nouns that stand in every project and tie nothing to anything.
_EMPTY_NOUNS = frozenset(
    ["것", "수", "점", "때", "등", "및", "경우", "문제", "결과", "이후", "사용", "프로젝트", "모델", "데이터", "성능", "방법", "부분", "과정", "저", "나", "우리", "저희", "팀", "project", "model", "data", "team", "result", "results", "performance", "the", "and", "for", "with", "that", "this", "was", "were"]
)


_NEAR = frozenset(("next", "previous", "neighbours"))


def holds(condition: Condition, evidence: Evidence, statement: int, match: Span | None) -> bool:
    """Whether the condition holds for a statement; `match` are the words that fired."""
    if not _stands_where_asked(condition, evidence, statement):
        return False
    if condition.quoted and (match is None or not is_quoted(evidence, statement, match)):
        return False
    if condition.tables and not condition.signals:
        return any(is_row_of_numbers(evidence, candidate) for candidate in _candidates(condition, evidence, statement))
    if not condition.signals:
        return True
    return any(True for _ in witnesses(condition, evidence, statement, match))


def witnesses(condition: Condition, evidence: Evidence, statement: int, match: Span | None) -> Iterator[Signal]:
    """The signals that make the condition hold, nearest statement first."""
    for candidate in _candidates(condition, evidence, statement):
        if not condition.anyone and candidate != statement and not evidence.claims[candidate].own:
            continue
        if condition.tables and evidence.outline.statements[candidate].table < 0:
            continue
        if condition.linked and not is_linked(evidence, statement, candidate):
            continue
        if condition.about_same and candidate != statement and not is_about_same(evidence, statement, candidate, match):
            continue
        strangers = condition.within in _NEAR and not _is_same_part(evidence, statement, candidate)
        for signal in evidence.signals[candidate]:
            if signal.name in condition.signals and _counts(condition, signal, candidate == statement, match) and (
                not strangers or signal.strength == "label" or is_linked(evidence, statement, candidate)
            ):
                yield signal


def _is_same_part(evidence: Evidence, statement: int, other: int) -> bool:
    """Whether no heading stands between the two: under the next heading something else may be told."""
    statements = evidence.outline.statements
    return statements[statement].section == statements[other].section


def is_row_of_numbers(evidence: Evidence, statement: int) -> bool:
    """Whether the statement is a row or cell of a table with a figure in it."""
    return evidence.outline.statements[statement].table >= 0 and bool(_FIGURE.search(evidence.text(statement)))


def is_quoted(evidence: Evidence, statement: int, match: Span) -> bool:
    """Whether the match stands between quotation marks of the paragraph that holds the statement."""
    found = evidence.outline.statements[statement]
    around = found.block.span if found.block.span.contains(found.span) else found.span
    return any(
        around.start + quotation.start() <= match.start and match.end <= around.start + quotation.end()
        for quotation in _QUOTED.finditer(evidence.document.words(around))
    )


def is_linked(evidence: Evidence, statement: int, other: int) -> bool:
    """Whether the later of the two begins with a link word, or both share a noun that says something."""
    later = max(statement, other)
    if _LINK.match(evidence.text(later)):
        return True
    return bool(_nouns(evidence, statement) & _nouns(evidence, other))


def is_about_same(evidence: Evidence, statement: int, other: int, match: Span | None) -> bool:
    """Whether the other statement shares a noun with the matched words, or claims no improvement of its own."""
    if _nouns(evidence, statement, match) & _nouns(evidence, other):
        return True
    own = ("improvement",) if other == statement + 1 else ("improvement", "before-after")
    return not evidence.has(other, own) and not _is_separate_bullet(evidence, statement, other)


def _is_separate_bullet(evidence: Evidence, statement: int, other: int) -> bool:
    """Two bullets of one list speak of different things unless one hangs under the other."""
    first, second = evidence.outline.statements[statement], evidence.outline.statements[other]
    if first.form != "bullet" or second.form != "bullet":
        return False
    same_bullet = first.block is second.block
    return not same_bullet and first.parent != other and second.parent != statement


def _stands_where_asked(condition: Condition, evidence: Evidence, statement: int) -> bool:
    outline = evidence.outline
    found = outline.statements[statement]
    claim = evidence.claims[statement]
    if condition.kinds and outline.kind_of(found) not in condition.kinds:
        return False
    if condition.sections and condition.sections.isdisjoint(outline.section_kinds(found)):
        return False
    if condition.told and found.entry not in evidence.told_entries:
        return False
    if condition.tells and (found.entry < 0 or len(evidence.telling(found.entry)) < condition.tells):
        return False
    if condition.forms and found.form not in condition.forms:
        return False
    if condition.settings and claim.setting not in condition.settings:
        return False
    if condition.entries and (found.entry < 0 or outline.entries[found.entry].kind not in condition.entries):
        return False
    if condition.authors and claim.author not in condition.authors:
        return False
    if condition.modalities and claim.modality not in condition.modalities:
        return False
    if condition.headings and not _has_heading(condition, evidence, statement):
        return False
    if condition.words:
        text = evidence.text(statement).lower()
        return any(word.lower() in text for word in condition.words)
    return True


def _has_heading(condition: Condition, evidence: Evidence, statement: int) -> bool:
    """Whether one of the condition's words stands in a heading, prompt, label or column header above the statement."""
    outline = evidence.outline
    found = outline.statements[statement]
    above = [found.label, *found.context]
    section = found.section
    while section >= 0:
        above.append(outline.sections[section].heading)
        section = outline.sections[section].parent
    if found.entry >= 0 and (title := outline.entries[found.entry].title) is not None:
        above.append(evidence.document.words(title))
    text = "\n".join(above).lower()
    return any(word.lower() in text for word in condition.headings)


def _candidates(condition: Condition, evidence: Evidence, statement: int) -> Iterator[int]:
    around = evidence.neighbourhood(statement)
    statements = evidence.outline.statements
    if condition.within == "statement":
        yield statement
    elif condition.within == "next":
        yield from range(statement + 1, min(statement + 1 + condition.count, around.stop))
    elif condition.within == "previous":
        yield from range(statement - 1, max(statement - 1 - condition.count, around.start - 1), -1)
    elif condition.within == "neighbours":
        for distance in range(1, condition.count + 1):
            yield from (index for index in (statement + distance, statement - distance) if index in around)
    elif condition.within == "later":
        yield from range(statement + 1, around.stop)
    elif condition.within == "children":
        yield from (index for index in range(statement + 1, around.stop) if statements[index].parent == statement)
    elif condition.within == "parent":
        if statements[statement].parent >= 0:
            yield statements[statement].parent
    else:
        yield from (index for index in around if index != statement)


def _counts(condition: Condition, signal: Signal, inside: bool, match: Span | None) -> bool:
    if signal.strength == "label":
        return condition.labels
    if signal.strength == "weak" and not (inside and condition.weak):
        return False
    if not inside:
        return True
    if match is None:
        return True
    if condition.after:
        return signal.span.start >= match.end
    if condition.outside:
        return not signal.span.overlaps(match)
    return True


def _nouns(evidence: Evidence, statement: int, span: Span | None = None) -> set[str]:
    offset = evidence.outline.statements[statement].span.start
    return {
        word.lemma
        for word in evidence.words[statement]
        if word.pos in ("noun", "latin")
        and len(word.lemma) > 1
        and word.lemma not in _EMPTY_NOUNS
        and (span is None or (span.start <= word.start + offset and word.end + offset <= span.end))
    }
