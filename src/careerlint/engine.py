"""The engine: ties the rooms together, from a document to its report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from careerlint.checks import CHECKS
from careerlint.claims import claim_statements
from careerlint.claims.claiming import MARKERS
from careerlint.collector import without_collection
from careerlint.config import Config, chosen_rules, level_under
from careerlint.entries import read_stories
from careerlint.fingerprints import fingerprint_findings
from careerlint.languages import LANGUAGES, analyser, doc_of
from careerlint.messages import finding_of
from careerlint.model.document import Document
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.finding import Finding, Report
from careerlint.model.line_bound import remember_bounds
from careerlint.model.literals import remember
from careerlint.model.number import EVERYDAY, MEASURING, Change, Measures, Number
from careerlint.model.outline import Outline
from careerlint.model.signal import Signal
from careerlint.model.surroundings import Asked, Nowhere, Surroundings, asked_day
from careerlint.model.term import Mention
from careerlint.model.today import Today
from careerlint.numbers.measures import measure_labelled
from careerlint.outline import HeadingVocabulary, outline_document
from careerlint.privacy import find_private_values
from careerlint.repository import Tree
from careerlint.rules.judged import Judged
from careerlint.rules.judging import at_most, judge, one_for_each_family, uncovered
from careerlint.rules.label_signals import LabelTable, label_signals, label_table
from careerlint.rules.matching import Analysed, SignalMatcher
from careerlint.rules.rule_error import RuleFileError
from careerlint.rules.rule_set import RuleSet, rule_set_of, rules_folder
from careerlint.rules.windows import Matchers
from careerlint.suppressions import read_suppressions, suppress
from careerlint.terms import TermFinder
from careerlint.weighing import Scales, Weigher, read_scales

if TYPE_CHECKING:
    from careerlint.languages import Word
    from careerlint.model.rule import Rule

_MEASURED = frozenset(("metric", "before-after", "figure"))
"""Signals that figures give: patterns that took years or versions for figures are left."""


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
        """The matcher of one language, made on first use."""
        if language not in self._matchers:
            self._matchers[language] = SignalMatcher(self.rule_set.table(language), language, _matchers)
        return self._matchers[language]

    def outline(self, document: Document, config: Config) -> Outline:
        """The parts of a document, from sections down to statements."""
        return outline_document(document, self.headings, _split_korean, config.kind)

    def examine(self, document: Document, config: Config, around: Surroundings | None = None) -> Evidence:
        """Everything that rules look at: outline, words, claims and signals of a document; `around` stands in for the files of its folder."""
        today = Today(config.as_of)
        outline = self.outline(document, config)
        words = analyse_statements(document, outline)
        measures = [measure_labelled(statement.label, document.line(statement.span)) for statement in outline.statements]
        matched = self._matched(document, outline, words, measures)
        marked = label_signals(outline, self._marker_labels, nearest=True)
        markers = [[*(signal for signal in signals if signal.name in MARKERS), *labels] for signals, labels in zip(matched, marked, strict=True)]
        claims = claim_statements(document, outline, words, markers)
        given = label_signals(outline, self._labels)
        mentions, elsewhere = self._mentions(document, outline)
        signals = [
            sorted(
                (*(signal for signal in found if signal.name not in MARKERS), *labels, *self._named(index, mentions[index])),
                key=_place,
            )
            for index, (found, labels) in enumerate(zip(matched, given, strict=True))
        ]
        return Evidence(
            document, outline, words, claims, signals, measures, today, read_stories, config.role, config.profile,
            self.rule_set.vocabulary, mentions, elsewhere, find_private_values(document, outline, today),
            around or (Tree(document.folder) if document.folder else Nowhere()), Weigher(document, outline, words, _scales),
        )

    def lint(self, document: Document, config: Config, around: Surroundings | None = None) -> Report:
        """The report on one document: its findings ordered by start."""
        with without_collection():
            return self._lint(document, config, around)

    def _lint(self, document: Document, config: Config, around: Surroundings | None) -> Report:
        evidence = self.examine(document, config, around)
        judged = Judged(evidence)
        chosen = chosen_rules(self.rule_set.rules, config)
        # Rules that were not asked for tell nothing, but what they find is praised neither.
        every = {rule.code: rule for rule in (*chosen, *chosen_rules(self.rule_set.rules, replace(config, select=(), ignore=())))}
        met = {code: [verdict.hit for verdict in judge(rule, judged, CHECKS) if not verdict.stopped] for code, rule in every.items()}
        hits = [(rule, hit) for rule in chosen for hit in met[rule.code]]
        language = config.language if config.language != "auto" else evidence.outline.language or "en"
        findings = _findings(at_most(one_for_each_family(uncovered(hits)), evidence), evidence, language, config)
        signals = tuple(signal for found in evidence.signals for signal in found)
        remarks = read_suppressions(document, self.rule_set.rules)
        told = suppress(findings, remarks, self.rule_set.rules, {rule.code for rule in chosen})
        return Report(
            document, evidence.outline, tuple(evidence.claims), signals, told.kept, language, evidence.private, told.accepted, remarks, told.unused,
            _looked_at(evidence), tuple(sorted({hit.statement for hits_of_rule in met.values() for hit in hits_of_rule if hit.statement >= 0})),
        )  # fmt: skip

    def _matched(
        self, document: Document, outline: Outline, words: Sequence[Sequence[Word]], measures: Sequence[Measures]
    ) -> list[list[Signal]]:
        """For each statement the signals of its words, then those of its numbers."""
        matched: list[list[Signal]] = [[] for _ in outline.statements]
        for language in LANGUAGES:
            analysed = [
                Analysed(index, document.line(statement.span), _from_first_word(words[index]), statement.span.start)
                for index, statement in enumerate(outline.statements)
                if statement.language == language and words[index]
            ]
            if analysed:
                for statement, found in zip(analysed, self.matcher(language).find(analysed), strict=True):
                    matched[statement.statement] = [
                        signal for signal in found
                        if signal.name not in _MEASURED or not measures[statement.statement].only_name(signal.span.shifted(-statement.offset))
                    ]
        for index, measure in enumerate(measures):
            if not measure.numbers:
                continue
            start = outline.statements[index].span.start
            for name, kind in self._number_signals:
                matched[index] += [Signal(name, item.span.shifted(start), index, "strong", "number") for item in _numbers(measure, kind)]
        return matched

    def _mentions(self, document: Document, outline: Outline) -> tuple[list[list[Mention]], list[Mention]]:
        """Named technologies by statement, and those that stand in none (headings, labels, code)."""
        inside: list[list[Mention]] = [[] for _ in outline.statements]
        outside: list[Mention] = []
        starts = [statement.span.start for statement in outline.statements]
        for mention in self.terms.find(document.text):
            index = bisect_right(starts, mention.span.start) - 1
            within = index >= 0 and outline.statements[index].span.contains(mention.span)
            (inside[index] if within else outside).append(mention)
        return inside, outside

    def _named(self, statement: int, mentions: Sequence[Mention]) -> Iterator[Signal]:
        """The signals of techniques that a statement names."""
        for mention in mentions:
            for name in self._term_signals:
                if mention.skill.technique:
                    yield Signal(name, mention.span, statement, "strong", f"vocabulary: {mention.skill.name}")

    @cached_property
    def _marker_labels(self) -> LabelTable:
        return label_table(file for file in self.rule_set.signals if file.name in MARKERS)

    @cached_property
    def _labels(self) -> LabelTable:
        return label_table(file for file in self.rule_set.signals if file.name not in MARKERS)

    @cached_property
    def _term_signals(self) -> tuple[str, ...]:
        return tuple(signal.name for signal in self.rule_set.signals if signal.terms)

    @cached_property
    def _number_signals(self) -> tuple[tuple[str, str], ...]:
        return tuple((signal.name, signal.numbers) for signal in self.rule_set.signals if signal.numbers)


def analyse_statements(document: Document, outline: Outline) -> list[tuple[Word, ...]]:
    """The words of every statement; each language gets all its statements in one call, which halves its cost."""
    words: list[tuple[Word, ...]] = [()] * len(outline.statements)
    for language in LANGUAGES:
        indices = [index for index, statement in enumerate(outline.statements) if statement.language == language]
        if indices:
            texts = [document.line(outline.statements[index].span) for index in indices]
            for index, found in zip(indices, analyser(language).analyse(texts), strict=True):
                words[index] = found
    return words


def _from_first_word(words: Sequence[Word]) -> Sequence[Word]:
    """The words from the first that holds a letter or digit on: an emoji or arrow in front opens no statement."""
    for place, word in enumerate(words):
        if any(letter.isalnum() for letter in word.text):
            return words[place:] if place else words
    return words


def _place(signal: Signal) -> tuple[int, int]:
    # Comparing spans themselves calls Python for each pair.
    return signal.span.start, signal.span.end


def _matchers() -> Matchers:
    from spacy.vocab import Vocab

    vocab = Vocab()
    return Matchers(vocab, lambda pieces: doc_of(pieces, vocab))  # type: ignore[arg-type]


def _numbers(measures: Measures, kind: str) -> Sequence[Number | Change]:
    """The numbers that give a signal: measured outcomes, changes, or any figure of a kind that can measure one."""
    if kind == "figures":
        return [number for number in measures.numbers if number.outcome or number.kind in MEASURING or (number.kind == "other" and 0 < number.step < 1)]
    if kind == "quantities":
        return measures.quantities
    if kind == "effects":
        return [change for change in measures.changes if _is_effect(change)]
    return measures.metrics if kind == "metrics" else measures.changes


def _is_effect(change: Change) -> bool:
    """Whether a change counts people, things, money or hours of somebody's work, and is no model's error."""
    units = {number.unit for number in (change.before, change.after) if number is not None}
    return bool(units) and units <= EVERYDAY and not change.name


def _looked_at(evidence: Evidence) -> tuple[Asked, ...]:
    """Everything besides document, rules and configuration that the findings depend on."""
    day = (asked_day(evidence.today.day),) if evidence.today.asked else ()
    return (*evidence.surroundings.asked(), *day)


@cache
def _scales(language: str) -> Scales:
    return read_scales(rules_folder() / "weights" / f"{language}.json")


def _split_korean(texts: list[str]) -> list[list[tuple[int, int]]]:
    return analyser("ko").split(texts)


def _findings(hits: Sequence[tuple[Rule, Hit]], evidence: Evidence, language: str, config: Config) -> tuple[Finding, ...]:
    ordered = sorted(hits, key=lambda item: (item[1].span.start, item[0].code, item[1].span.end))
    told = [(rule, finding_of(rule, hit, language, evidence.masking)) for rule, hit in ordered]
    findings = [replace(finding, level=level_under(rule, finding.level, config)) for rule, finding in told]
    return fingerprint_findings(findings, evidence.masking, evidence.outline)


@lru_cache(maxsize=4)
def linter(folders: tuple[Path, ...] = (), use_cache: bool = True) -> Linter:
    """The linter for a set of rule folders, loaded once for each process; raises RuleFileError."""
    rule_set = rule_set_of(folders, use_cache)
    _check_checks(rule_set.rules)
    needs, bounds = rule_set.word_needs()
    remember(needs)
    remember_bounds(bounds)
    return Linter(rule_set)


def _check_checks(rules: Sequence[Rule]) -> None:
    for rule in rules:
        if rule.check and rule.check not in CHECKS:
            near = get_close_matches(rule.check, CHECKS, 1)
            raise RuleFileError(Path(rule.path), 1, 1, f"there is no check '{rule.check}'{f'; did you mean {near[0]!r}?' if near else '; name one of src/careerlint/checks, or signals that fire'}")
