"""Blanks: what several people wrote alike, without the words in which they differ."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby

BLANK = "…"


def with_blanks(variants: Sequence[str]) -> str:
    """The words of the first text that stand in all others too, in one line, with "…" for each run of words that does not.

    What one person filled in, a name or a school, is thereby nobody's any more.
    """
    words = variants[0].split()
    kept = [True] * len(words)
    for other in variants[1:]:
        matcher = SequenceMatcher(None, words, other.split(), autojunk=False)
        here = {place for block in matcher.get_matching_blocks() for place in range(block.a, block.a + block.size)}
        kept = [keep and place in here for place, keep in enumerate(kept)]
    runs = groupby(zip(words, kept, strict=True), key=lambda pair: pair[1])
    return " ".join(" ".join(word for word, _ in run) if keep else BLANK for keep, run in runs)
