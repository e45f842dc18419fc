"""Silence: what a line means to the linter, and which condition kept a rule silent on it."""

from __future__ import annotations

from collections.abc import Iterator

from careerlint.checks import CHECKS
from careerlint.config import Config
from careerlint.engine import Linter
from careerlint.model.document import Document
from careerlint.model.evidence import Evidence
from careerlint.model.rule import Rule
from careerlint.model.span import Span
from careerlint.model.token import AnalysedWord
from careerlint.rules.judging import judge


def why_not(rule: Rule, document: Document, line: int, linter: Linter, config: Config) -> Iterator[str]:
    """For each statement on the line: its claim, its signals with their witness words, and what stopped the rule."""
    evidence = linter.examine(document, config)
    shown = evidence.masking.words
    verdicts = list(judge(rule, evidence, CHECKS))
    indices = [index for index in range(len(evidence.outline.statements)) if _stands_on(evidence, index, line)]
    if not indices:
        yield f"no statement stands on line {line} (headings, code, links and pictures are none)"
    for index in indices:
        yield f"statement: {' '.join(shown(evidence.outline.statements[index].span).split())}"
        statement = evidence.outline.statements[index]
        section = evidence.outline.sections[statement.section]
        yield f"  stands in: kind {evidence.outline.kind_of(statement)}, section {section.kind} ({evidence.masking.again(section.heading, section.title) if section.title else section.heading}), form {statement.form}, entry {statement.entry}"
        claim = evidence.claims[index]
        yield f"  claim: {claim.author}, {claim.modality}, {claim.setting}" + (f" ({evidence.masking.mask(claim.because)})" if claim.because else "")
        for signal in evidence.signals[index]:
            yield f"  signal: {signal.name} [{signal.strength}] '{' '.join(shown(signal.span).split())}' by {signal.pattern}"
        words = " ".join(_word(evidence, statement.span.start, word) for word in evidence.words[index])
        yield f"  words: {words}"
        mine = [verdict for verdict in verdicts if verdict.hit.statement == index]
        for verdict in mine:
            yield f"  {rule.code}: {evidence.masking.mask(verdict.stopped) or 'fires'} ('{' '.join(shown(verdict.hit.span).split())}')"
        if not mine:
            wanted = " or ".join(rule.fires) or f"the check '{rule.check}'"
            yield f"  {rule.code}: nothing here matches {wanted}"


def _word(evidence: Evidence, offset: int, word: AnalysedWord) -> str:
    span = Span(word.start + offset, word.end + offset)
    lemma = evidence.masking.again(word.lemma, span)
    return f"{lemma}[{','.join(sorted(word.features))}]{'/' + word.particle if word.particle else ''}"


def _stands_on(evidence: Evidence, index: int, line: int) -> bool:
    span = evidence.outline.statements[index].span
    first, _ = evidence.document.line_column(span.start)
    last, _ = evidence.document.end_line_column(span.end)
    return first <= line <= last
