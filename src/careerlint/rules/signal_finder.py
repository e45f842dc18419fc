"""Finding signals: those of the words, labels, numbers and named technologies of all statements of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property

from careerlint.model.document import Document
from careerlint.model.number import NUMBER_SIGNALS, Measures
from careerlint.model.outline import LANGUAGES, Outline
from careerlint.model.signal import Signal
from careerlint.model.term import Mention
from careerlint.model.token import AnalysedWord
from careerlint.rules.label_signals import LabelTable, label_signals, label_table
from careerlint.rules.matching import Analysed, SignalMatcher
from careerlint.rules.rule_set import RuleSet
from careerlint.rules.windows import Matchers

_MEASURED = frozenset(("metric", "before-after", "figure"))
"""Signals that figures give: patterns that took years or versions for figures are left."""


@dataclass(frozen=True, slots=True)
class StatementSignals:
    """By statement what it says, ordered by place, and the `markers`: signals that only say whose word it is."""

    signals: Sequence[Sequence[Signal]]
    markers: Sequence[Sequence[Signal]]


@dataclass(frozen=True)
class SignalFinder:
    """Finds signals by a rule set; `markers` are the names of those that only say whose word a statement is."""

    rule_set: RuleSet
    markers: Set[str]
    make_matchers: Callable[[], Matchers]

    @cached_property
    def matcher(self) -> Callable[[str], SignalMatcher]:
        """The matcher of one language, made on first use."""
        rule_set, make_matchers = self.rule_set, self.make_matchers
        return cache(lambda language: SignalMatcher(rule_set.table(language), language, make_matchers))

    def find(
        self, document: Document, outline: Outline, words: Sequence[Sequence[AnalysedWord]], measures: Sequence[Measures], mentions: Sequence[Sequence[Mention]]
    ) -> StatementSignals:
        """The signals of all statements of a document; words, measures and mentions are those of each statement."""
        said = [[*matched, *self._of_numbers(index, outline, measures[index])] for index, matched in enumerate(self._of_words(document, outline, words, measures))]
        marking = label_signals(outline, self._marker_labels, nearest=True)
        labels = label_signals(outline, self._labels)
        markers = [[*(signal for signal in found if signal.name in self.markers), *given] for found, given in zip(said, marking, strict=True)]
        signals = [
            sorted((*(signal for signal in found if signal.name not in self.markers), *given, *self._of_terms(index, mentions[index])), key=_start_and_end)
            for index, (found, given) in enumerate(zip(said, labels, strict=True))
        ]
        return StatementSignals(signals, markers)

    def _of_words(
        self, document: Document, outline: Outline, words: Sequence[Sequence[AnalysedWord]], measures: Sequence[Measures]
    ) -> list[Sequence[Signal]]:
        matched: list[Sequence[Signal]] = [()] * len(outline.statements)
        for language in LANGUAGES:
            analysed = [
                Analysed(index, document.line(statement.span), _from_first_word(words[index]), statement.span.start)
                for index, statement in enumerate(outline.statements)
                if statement.language == language and words[index]
            ]
            for statement, found in zip(analysed, self.matcher(language).find(analysed) if analysed else (), strict=True):
                matched[statement.statement] = [signal for signal in _without_weak_causes(found) if not _only_names(signal, statement.offset, measures[statement.statement])]
        return matched

    def _of_numbers(self, statement: int, outline: Outline, measures: Measures) -> Iterator[Signal]:
        if measures.numbers:
            start = outline.statements[statement].span.start
            for name, numbers in self._number_signals:
                for item in NUMBER_SIGNALS[numbers](measures):
                    yield Signal(name, item.span.shifted(start), statement, "strong", "number")

    def _of_terms(self, statement: int, mentions: Sequence[Mention]) -> Iterator[Signal]:
        """The signals of techniques that a statement names."""
        for mention in mentions:
            for name in self._term_signals if mention.skill.technique else ():
                yield Signal(name, mention.span, statement, "strong", f"vocabulary: {mention.skill.name}")

    @cached_property
    def _marker_labels(self) -> LabelTable:
        return label_table(file for file in self.rule_set.signals if file.name in self.markers)

    @cached_property
    def _labels(self) -> LabelTable:
        return label_table(file for file in self.rule_set.signals if file.name not in self.markers)

    @cached_property
    def _term_signals(self) -> tuple[str, ...]:
        return tuple(signal.name for signal in self.rule_set.signals if signal.terms)

    @cached_property
    def _number_signals(self) -> tuple[tuple[str, str], ...]:
        return tuple((signal.name, signal.numbers) for signal in self.rule_set.signals if signal.numbers)


def _only_names(signal: Signal, offset: int, measures: Measures) -> bool:
    """Whether a pattern took numbers of a statement, which starts at the offset, for a figure though they name something."""
    return signal.name in _MEASURED and measures.only_name(signal.span.shifted(-offset))


def _without_weak_causes(signals: Sequence[Signal]) -> Sequence[Signal]:
    """The signals but for causes inside of a weak reason: "because it is popular" explains nothing of what went wrong beside it."""
    weak = [signal.span for signal in signals if signal.name == "weak-reason"]
    return [signal for signal in signals if signal.name != "cause" or not any(span.contains(signal.span) for span in weak)] if weak else signals


def _from_first_word(words: Sequence[AnalysedWord]) -> Sequence[AnalysedWord]:
    """The words from the first that holds a letter or digit on: an emoji or arrow in front opens no statement."""
    for place, word in enumerate(words):
        if any(letter.isalnum() for letter in word.text):
            return words[place:] if place else words
    return words


def _start_and_end(signal: Signal) -> tuple[int, int]:
    # Comparing spans themselves calls Python for each pair.
    return signal.span.start, signal.span.end
