"""spaCy patterns: what a line of the shorthand says, as a Matcher of spaCy's."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from careerlint.rules.shorthand import SENTENCE_ENDS, Element
from careerlint.rules.signal_patterns import SignalPattern

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.vocab import Vocab


def compile_pattern(pattern: SignalPattern, vocab: Vocab) -> Matcher:
    """The Matcher of one pattern."""
    # Imported on first use: spaCy costs half a second, and a file without letters needs none of it.
    from spacy.matcher import Matcher

    matcher = Matcher(vocab, validate=False)
    elements = pattern.pattern.elements
    tokens = json.loads(pattern.raw) if pattern.raw else [_token(element, pattern.language) for element in elements]
    matcher.add(pattern.signal, [tokens])
    return matcher


def is_matched_by_form(element: Element, language: str) -> bool:
    """Whether the element's words are compared with the form as written; English patterns carry their inflections."""
    return language == "en" or element.exact


def _token(element: Element, language: str) -> dict[str, Any]:
    if element.gap:
        return {"ORTH": {"NOT_IN": list(SENTENCE_ENDS)}, "OP": f"{{0,{element.gap}}}"}
    token: dict[str, Any] = {}
    if element.words:
        attribute = "LOWER" if is_matched_by_form(element, language) else "LEMMA"
        words = sorted(element.words)
        if element.number:
            token[attribute] = {"REGEX": rf"\d|^(?:{'|'.join(map(re.escape, words))})$"}
        else:
            token[attribute] = words[0] if len(words) == 1 else {"IN": words}
    elif element.number:
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
