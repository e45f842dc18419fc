"""English inflections, expanded when patterns are compiled, so that no lemmatiser runs over a document."""

from __future__ import annotations

from functools import cache

from lemminflect import getAllInflections, getAllInflectionsOOV

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
    forms = {form.lower() for group in getAllInflections(word).values() for form in group}
    if not forms:
        forms = {form.lower() for group in getAllInflectionsOOV(word, "VERB").values() for form in group}
    if word == "be":
        forms |= {"am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m"}
    return frozenset(forms | {word})
