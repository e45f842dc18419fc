"""The engine: ties the rooms together, from a document to its report."""

from __future__ import annotations

from collections.abc import Sequence
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
from careerlint.kept_expressions import read_expressions
from careerlint.languages import analyser, doc_of
from careerlint.languages.statements import analyse_statements
from careerlint.messages import finding_of
from careerlint.model.document import Document
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.finding import Finding, Report
from careerlint.model.line_bound import remember_bounds
from careerlint.model.literals import remember
from careerlint.model.outline import Outline
from careerlint.model.surroundings import Dependency, Nowhere, Surroundings, dependency_on_day
from careerlint.model.today import Today
from careerlint.numbers.asides import asides_of
from careerlint.numbers.measures import measure_labelled
from careerlint.outline import HeadingVocabulary, outline_document
from careerlint.privacy import find_private_values
from careerlint.repository import Tree
from careerlint.rules.judged import Judged
from careerlint.rules.judging import at_most, judge, one_for_each_family, uncovered
from careerlint.rules.rule_error import RuleFileError
from careerlint.rules.rule_set import RuleSet, rule_set_of, rules_folder
from careerlint.rules.signal_finder import SignalFinder
from careerlint.rules.windows import Matchers
from careerlint.suppressions import read_suppressions, suppress
from careerlint.terms import TermFinder, mentions_of
from careerlint.weighing import Scales, Weigher, read_scales

if TYPE_CHECKING:
    from careerlint.model.rule import Rule


@dataclass(frozen=True)
class Linter:
    """A rule set made ready: holds what is loaded once and used for every document."""

    rule_set: RuleSet

    @cached_property
    def headings(self) -> HeadingVocabulary:
        """The heading words of the vocabulary."""
        return HeadingVocabulary.from_data(self.rule_set.vocabulary["headings"], self.rule_set.vocabulary["titles"])

    @cached_property
    def terms(self) -> TermFinder:
        """The technologies of the vocabulary."""
        return TermFinder.from_data(self.rule_set.vocabulary.get("skills", {}))

    @cached_property
    def signals(self) -> SignalFinder:
        """What finds the signals of statements."""
        return SignalFinder(self.rule_set, MARKERS, _matchers)

    def outline(self, document: Document, config: Config) -> Outline:
        """The parts of a document, from sections down to statements."""
        return outline_document(document, self.headings, _split_korean, config.kind)

    def examine(self, document: Document, config: Config, around: Surroundings | None = None) -> Evidence:
        """Everything that rules look at: outline, words, claims and signals of a document; `around` stands in for the files of its folder."""
        today = Today(config.as_of)
        outline = self.outline(document, config)
        measures = [measure_labelled(statement.label, document.line(statement.span)) for statement in outline.statements]
        asides = [asides_of(document.line(statement.span), measured.numbers) for statement, measured in zip(outline.statements, measures, strict=True)]
        words = analyse_statements(document, outline, asides)
        mentions, elsewhere = mentions_of(self.terms, document, outline)
        found = self.signals.find(document, outline, words, measures, mentions)
        claims = claim_statements(document, outline, words, found.markers)
        return Evidence(
            document, outline, words, claims, found.signals, measures, today, read_stories, config.role, config.profile,
            self.rule_set.vocabulary, mentions, elsewhere, find_private_values(document, outline, today),
            around or (Tree(document.folder) if document.folder else Nowhere()), Weigher(document, outline, words, asides, _scales),
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
        against = [(every[code], hit.statement) for code, hits_of_rule in met.items() for hit in hits_of_rule if hit.statement is not None]
        remarks = read_suppressions(document, self.rule_set.rules)
        told = suppress(findings, remarks, self.rule_set.rules, {rule.code for rule in chosen})
        return Report(
            document, evidence.outline, tuple(evidence.claims), signals, told.kept, language, evidence.private, told.accepted, remarks, told.unused,
            _dependencies(evidence), tuple(sorted({statement for _, statement in against})),
            tuple(sorted({(element, statement) for rule, statement in against for element in rule.denies})),
        )  # fmt: skip


def _matchers() -> Matchers:
    from spacy.vocab import Vocab

    vocab = Vocab()
    return Matchers(vocab, lambda pieces: doc_of(pieces, vocab))  # type: ignore[arg-type]


def _dependencies(evidence: Evidence) -> tuple[Dependency, ...]:
    """Everything besides document, rules and configuration that the findings depend on."""
    day = (dependency_on_day(evidence.today.day),) if evidence.today.asked else ()
    return (*evidence.surroundings.dependencies(), *day)


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
    if use_cache:
        read_expressions()
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
