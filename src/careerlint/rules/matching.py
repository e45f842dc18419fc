"""Matching: finds the signals of analysed statements with spaCy's Matcher, calling each pattern only where its words stand."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast

from careerlint.model.signal import Signal
from careerlint.model.span import Span
from careerlint.model.token import AnalysedWord
from careerlint.rules.mood import is_told_as_fact
from careerlint.rules.shorthand import SENTENCE_ENDS, Element
from careerlint.rules.signal_files import SignalPattern

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

MakeDoc = Callable[[Sequence[AnalysedWord], str], "Doc"]

_CLAUSE_BREAKS = frozenset(("seq", "contrast"))
_BREAK_WORDS = frozenset(("but", "although", "though", "whereas", ";"))
_COMMON_FEATURES = frozenset(("past", "final", "last", "first", "attr", "seq", "join", "noun", "verb", "adjective", "latin", "number"))
_LONGEST = 400
"""Words of one statement that are looked at: no sentence is longer, and overlaps are compared pair by pair."""


class SignalMatcher:
    """All patterns of one language, called by anchor: a pattern runs only on statements that hold all of its words.

    One Matcher over every statement costs four to six times what the Korean analysis itself costs; grouped by the
    rarest word it costs less than half of it.
    """

    def __init__(self, patterns: Iterable[SignalPattern], language: str, vocab: Vocab, make_doc: MakeDoc) -> None:
        self._language = language
        self._vocab = vocab
        self._make_doc = make_doc
        self._by_anchor: dict[str, list[int]] = defaultdict(list)
        self._exceptions: dict[str, list[int]] = defaultdict(list)
        self._always: list[int] = []
        self._matchers: dict[int, Matcher] = {}
        self._patterns = [pattern for pattern in patterns if pattern.language == language]
        self._required: list[tuple[tuple[frozenset[str], ...], frozenset[str]]] = []
        for index, pattern in enumerate(self._patterns):
            required, features = pattern.pattern.required(), pattern.pattern.required_features()
            self._required.append((required, features))
            if pattern.strength == "except":
                self._exceptions[pattern.signal].append(index)
            elif required:
                for word in required[0]:
                    self._by_anchor[word].append(index)
            elif features:
                self._by_anchor["[" + min(features, key=_commonness)].append(index)
            else:
                self._always.append(index)

    def find(self, statement: int, text: str, words: Sequence[AnalysedWord], offset: int) -> list[Signal]:
        """Signals of one statement, ordered by start; `offset` is where the statement's text starts in the document."""
        words = words[:_LONGEST]
        held = _held_words(words)
        features = _held_features(words)
        survivors = [index for index in self._candidates(held, features) if self._is_in_order(index, words)]
        if not survivors:
            return []
        doc = self._make_doc(words, text)
        found: dict[str, list[tuple[int, int, int, SignalPattern]]] = defaultdict(list)
        for index in survivors:
            pattern = self._patterns[index]
            for start, end, gap in self._spans(index, doc, words):
                if not pattern.fact or is_told_as_fact(words, start, end, self._language):
                    found[pattern.signal].append((start, end, gap, pattern))
        signals = []
        for name, matches in found.items():
            cancelled = self._cancelled(name, doc, words, held, features)
            for start, end, _, pattern in _best(matches):
                if not any(start < stop and begin < end for begin, stop in cancelled):
                    span = Span(words[start].start + offset, words[end - 1].end + offset)
                    signals.append(Signal(name, span, statement, pattern.strength, f"{pattern.pattern.line}: {pattern.pattern.text}"))
        return sorted(signals, key=lambda signal: (signal.span, signal.name))

    def _candidates(self, held: frozenset[str], features: frozenset[str]) -> list[int]:
        seen: set[int] = set(self._always)
        for word in held:
            seen.update(self._by_anchor.get(word, ()))
        for feature in features:
            seen.update(self._by_anchor.get("[" + feature, ()))
        return [index for index in sorted(seen) if self._may_match(index, held, features)]

    def _may_match(self, index: int, held: frozenset[str], features: frozenset[str]) -> bool:
        required, wanted = self._required[index]
        return all(not words.isdisjoint(held) for words in required) and wanted <= features

    def _is_in_order(self, index: int, words: Sequence[AnalysedWord]) -> bool:
        """Whether words that fit the pattern's elements stand in its order: what the Matcher needs at least.

        A call of the Matcher costs more than a hundred of these tests, and most candidates fail here.
        """
        position = 0
        for element in self._patterns[index].pattern.elements:
            if element.gap or element.optional:
                continue
            while position < len(words) and not _fits(element, words[position]):
                position += 1
            if position == len(words):
                return False
            position += 1
        return True

    def _cancelled(
        self, signal: str, doc: Doc, words: Sequence[AnalysedWord], held: frozenset[str], features: frozenset[str]
    ) -> list[tuple[int, int]]:
        spans: list[tuple[int, int]] = []
        for index in self._exceptions.get(signal, ()):
            if self._may_match(index, held, features) and self._is_in_order(index, words):
                spans += [(start, end) for start, end, _ in self._spans(index, doc, words)]
        return spans

    def _spans(self, index: int, doc: Doc, words: Sequence[AnalysedWord]) -> list[tuple[int, int, int]]:
        """Token ranges of one pattern, each with its words in gaps: of overlapping readings the one with the fewest words in gaps, then the longest."""
        pattern = self._patterns[index]
        elements = pattern.pattern.elements
        matcher = self._matchers.get(index)
        if matcher is None:
            matcher = self._matchers[index] = _compile(pattern, self._vocab, self._language)
        readings = []
        for _, start, end, alignments in cast("list[tuple[int, int, int, list[int]]]", matcher(doc, with_alignments=True)):
            gap = 0
            broken = False
            if elements:
                for position, alignment in zip(range(start, end), alignments, strict=True):
                    if elements[alignment].gap:
                        gap += 1
                        word = words[position]
                        broken = broken or bool(word.features & _CLAUSE_BREAKS) or word.lemma in _BREAK_WORDS
            if not broken:
                readings.append((gap, start - end, start, end))
        chosen: list[tuple[int, int, int]] = []
        for gap, _, start, end in sorted(readings):
            if not any(start < stop and begin < end for begin, stop, _ in chosen):
                chosen.append((start, end, gap))
        return chosen


def _commonness(feature: str) -> tuple[bool, str]:
    """Sorts the features that nearly every statement holds behind the rarer ones."""
    return feature in _COMMON_FEATURES, feature


def _fits(element: Element, word: AnalysedWord) -> bool:
    """The part of an element's test that plain Python answers."""
    if element.words and word.lemma not in element.words and word.text.lower() not in element.words:
        return False
    if element.particles and word.particle not in element.particles:
        return False
    features = word.features
    return all(feature in features or feature == word.pos for feature in element.wanted) and not any(
        feature in features or feature == word.pos for feature in element.unwanted
    )


def _held_words(words: Sequence[AnalysedWord]) -> frozenset[str]:
    held = {word.lemma for word in words}
    held.update(word.text.lower() for word in words)
    return frozenset(held)


def _held_features(words: Sequence[AnalysedWord]) -> frozenset[str]:
    held = {word.pos for word in words}
    for word in words:
        held |= word.features
    return frozenset(held)


def _best(matches: list[tuple[int, int, int, SignalPattern]]) -> list[tuple[int, int, int, SignalPattern]]:
    """Of overlapping matches of one signal the strong before the weak, then the fewest words in gaps, the longest, the first."""
    chosen: list[tuple[int, int, int, SignalPattern]] = []
    for match in sorted(matches, key=lambda item: (item[3].strength != "strong", item[2], item[0] - item[1], item[0])):
        if not any(match[0] < end and start < match[1] for start, end, _, _ in chosen):
            chosen.append(match)
    return chosen


def _compile(pattern: SignalPattern, vocab: Vocab, language: str) -> Matcher:
    # Imported on first use: spaCy costs half a second, and a file without letters needs none of it.
    from spacy.matcher import Matcher

    matcher = Matcher(vocab, validate=False)
    tokens = json.loads(pattern.raw) if pattern.raw else [_token(element, language) for element in pattern.pattern.elements]
    matcher.add(pattern.signal, [tokens])
    return matcher


def _token(element: Element, language: str) -> dict[str, Any]:
    if element.gap:
        return {"ORTH": {"NOT_IN": list(SENTENCE_ENDS)}, "OP": f"{{0,{element.gap}}}"}
    token: dict[str, Any] = {}
    if element.words:
        attribute = "LOWER" if language == "en" or element.exact else "LEMMA"
        words = sorted(element.words)
        token[attribute] = words[0] if len(words) == 1 else {"IN": words}
    if element.number:
        token["ORTH"] = {"REGEX": r"\d"}
    if element.first:
        token["IS_SENT_START"] = True
    expression = _morph_expression(element)
    if expression:
        token["MORPH"] = {"REGEX": expression}
    if element.optional:
        token["OP"] = "?"
    return token


def _morph_expression(element: Element) -> str:
    """A regular expression over the morph string `F=attr,neg|P=에는|W=noun`."""
    parts = [f"(?=.*[=,]{re.escape(feature)}(?:[,|]|$))" for feature in element.wanted]
    parts += [f"(?!.*[=,]{re.escape(feature)}(?:[,|]|$))" for feature in element.unwanted]
    if element.particles:
        particles = "|".join(re.escape(particle) for particle in element.particles)
        parts.append(f"(?=.*P=(?:{particles})(?:[,|]|$))")
    return "^" + "".join(parts) if parts else ""
