"""English inflections, expanded when patterns are compiled, so that no lemmatiser runs over a document."""

from __future__ import annotations

import sys
from functools import cache
from importlib.util import find_spec, module_from_spec
from typing import Any

# Words that the inflection data would inflect as verbs or nouns although they are function words here.
_FIXED = frozenset(
    ["a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "without", "as", "is", "and", "or", "but", "not", "no", "never", "only", "just", "than", "so", "then", "this", "that", "these", "those", "my", "our", "your", "their", "its", "his", "her", "i", "we", "you", "they", "it", "me", "us"]
)


def is_latin(word: str) -> bool:
    """Whether the word is written in ASCII letters (digits and marks inside are fine)."""
    return word.isascii() and any(character.isalpha() for character in word)


@cache
def inflect(word: str) -> frozenset[str]:
    """The lower-case word itself and all its inflected forms; Hangul and function words stay as they are."""
    if not is_latin(word) or word in _FIXED or not word.isalpha() or len(word) < 2:
        return frozenset((word,))
    inflections = _inflections()
    forms = {form.lower() for group in inflections.getAllInflections(word).values() for form in group}
    if not forms:
        forms = {form.lower() for group in inflections.getAllInflectionsOOV(word, "VERB").values() for form in group}
    if word == "be":
        forms |= {"am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m"}
    return frozenset(forms | {word})


@cache
def _inflections() -> Any:
    """The inflection data, loaded when patterns are compiled and never else.

    The package's own start imports spaCy, to give its tokens methods that nobody asks for here: more than half a second, and most documents
    need no spaCy. So its module is read with the package's start left out, and the package is then forgotten, so that others import it whole.
    """
    name = "lemminflect"
    spec = find_spec(name) if name not in sys.modules else None
    if spec is not None:
        sys.modules[name] = module_from_spec(spec)
    try:
        from lemminflect.core.Inflections import Inflections
    finally:
        if spec is not None:
            del sys.modules[name]
    return Inflections()
