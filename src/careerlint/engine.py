"""The engine: ties the rooms together, from a document to its report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from careerlint.checks import CHECKS
from careerlint.claims import claim_statements
from careerlint.claims.claiming import MARKERS
from careerlint.config import Config, chosen_rules
from careerlint.fingerprints import fingerprint_findings
from careerlint.languages import analyser, doc_of
from careerlint.messages import finding_of
from careerlint.model.document import Document
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.finding import Finding, Report
from careerlint.model.number import Change, Measures, Number
from careerlint.model.outline import Outline, Statement
from careerlint.model.signal import Signal
from careerlint.model.term import Mention
from careerlint.numbers.measures import measure_labelled
from careerlint.outline import HeadingVocabulary, outline_document
from careerlint.rules.judging import judge, one_for_each_family
from careerlint.rules.label_signals import label_signals
from careerlint.rules.matching import SignalMatcher
from careerlint.rules.rule_set import RuleSet, load_rule_set
from careerlint.terms import TermFinder

if TYPE_CHECKING:
    from careerlint.languages import Word
    from careerlint.model.rule import Rule


@dataclass(frozen=True)
class Linter:
    """A rule set made ready: holds what is loaded once and used for every document."""

    rule_set: RuleSet

    @cached_property
    def headings(self) -> HeadingVocabulary:
        """The heading words of the vocabulary."""
        return HeadingVocabulary.from_data(self.rule_set.vocabulary["headings"])

    @cached_property
    def terms(self) -> TermFinder:
        """The technologies of the vocabulary."""
        return TermFinder.from_data(self.rule_set.vocabulary.get("skills", {}))

    @cached_property
    def _matchers(self) -> dict[str, SignalMatcher]:
        return {}

    def matcher(self, language: str) -> SignalMatcher:
        """The matcher of one language, made on first use (it imports spaCy)."""
        if language not in self._matchers:
            from spacy.vocab import Vocab

            vocab = Vocab()
            patterns = [pattern for signal in self.rule_set.signals for pattern in signal.patterns]
            self._matchers[language] = SignalMatcher(
                patterns, language, vocab, lambda words, text: doc_of(words, text, vocab)  # type: ignore[arg-type]
            )
        return self._matchers[language]

    def examine(self, document: Document, config: Config) -> Evidence:
        """Everything that rules look at: outline, words, claims and signals of a document."""
        outline = outline_document(document, self.headings, _split_korean, config.kind)
        words = analyse_statements(document, outline)
        measures = [measure_labelled(statement.label, document.words(statement.span)) for statement in outline.statements]
        matched = [
            self._signals(document, statement, index, words[index], measures[index])
            for index, statement in enumerate(outline.statements)
        ]
        markers = [[signal for signal in signals if signal.name in MARKERS] for signals in matched]
        claims = claim_statements(document, outline, words, markers)
        given = label_signals(outline, self.rule_set.signals)
        mentions = [
            self.terms.find(document.words(statement.span), statement.span.start) if statement.language else ()
            for statement in outline.statements
        ]
        signals = [
            sorted(
                (*(signal for signal in found if signal.name not in MARKERS), *labels, *self._named(index, mentions[index])),
                key=lambda signal: signal.span,
            )
            for index, (found, labels) in enumerate(zip(matched, given, strict=True))
        ]
        return Evidence(
            document, outline, words, claims, signals, measures, config.as_of, config.role, config.profile,
            self.rule_set.vocabulary, mentions,
        )

    def lint(self, document: Document, config: Config) -> Report:
        """The report on one document: its findings ordered by start."""
        evidence = self.examine(document, config)
        hits = [
            (rule, verdict.hit)
            for rule in chosen_rules(self.rule_set.rules, config)
            for verdict in judge(rule, evidence, CHECKS)
            if not verdict.stopped
        ]
        language = config.language if config.language != "auto" else evidence.outline.language or "en"
        findings = _findings(one_for_each_family(hits), evidence, language)
        signals = tuple(signal for found in evidence.signals for signal in found)
        return Report(document, evidence.outline, tuple(evidence.claims), signals, findings, language)

    def _signals(
        self, document: Document, statement: Statement, index: int, words: Sequence[Word], measures: Measures
    ) -> list[Signal]:
        text = document.words(statement.span)
        found = self.matcher(statement.language).find(index, text, words, statement.span.start) if words else []
        for name, kind in self._number_signals:
            counted: dict[str, Sequence[Number | Change]] = {"metrics": measures.metrics, "changes": measures.changes, "figures": measures.figures}
            numbers = counted[kind]
            found += [Signal(name, item.span.shifted(statement.span.start), index, "strong", "number") for item in numbers]
        return found

    def _named(self, statement: int, mentions: Sequence[Mention]) -> Iterator[Signal]:
        """The signals of techniques that a statement names."""
        for name in (signal.name for signal in self.rule_set.signals if signal.terms):
            for mention in mentions:
                if mention.skill.technique:
                    yield Signal(name, mention.span, statement, "strong", f"vocabulary: {mention.skill.name}")

    @cached_property
    def _number_signals(self) -> tuple[tuple[str, str], ...]:
        return tuple((signal.name, signal.numbers) for signal in self.rule_set.signals if signal.numbers)


def analyse_statements(document: Document, outline: Outline) -> list[tuple[Word, ...]]:
    """The words of every statement; each language gets all its statements in one call, which halves its cost."""
    words: list[tuple[Word, ...]] = [()] * len(outline.statements)
    for language in ("ko", "en"):
        indices = [index for index, statement in enumerate(outline.statements) if statement.language == language]
        if indices:
            texts = [document.words(outline.statements[index].span) for index in indices]
            for index, found in zip(indices, analyser(language).analyse(texts), strict=True):
                words[index] = found
    return words


def _split_korean(texts: list[str]) -> list[list[tuple[int, int]]]:
    return analyser("ko").split(texts)


def _findings(hits: Sequence[tuple[Rule, Hit]], evidence: Evidence, language: str) -> tuple[Finding, ...]:
    ordered = sorted(hits, key=lambda item: (item[1].span.start, item[0].code, item[1].span.end))
    findings = [finding_of(rule, hit, language) for rule, hit in ordered]
    return fingerprint_findings(findings, evidence.document, evidence.outline)


@lru_cache(maxsize=4)
def linter(folders: tuple[Path, ...] = (), use_cache: bool = True) -> Linter:
    """The linter for a set of rule folders, loaded once for each process."""
    return Linter(load_rule_set(folders, use_cache=use_cache))
