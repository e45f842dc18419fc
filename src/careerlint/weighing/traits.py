"""Traits: what of a statement is weighed: its words, pairs of words, and runs of letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from careerlint.expression import Expression
from careerlint.model.token import AnalysedWord

BUCKETS = 1 << 16
"""Traits share this many weights: a trait's place is its checksum, so that no list of traits has to travel along."""
_DIGITS = Expression(r"\d+")
_MARKS = frozenset(".!?…。~,;:")
_LAST_MARK = Expression(r"[.!?…。~,;:\s]+$")
_TELLING = ("attr", "cond", "contrast", "neg", "past", "plan", "try", "wish")
"""Features of a word that change what it says."""
_MARK = Expression(rf"[\W_]+(?:/(?:{'|'.join(_TELLING)}))*")
_CONTRACTED = (
    (Expression(r"\bcan(?:'t|not)\b"), "can not"), (Expression(r"\bwon't\b"), "will not"), (Expression(r"n't\b"), " not"),
    (Expression(r"'re\b"), " are"), (Expression(r"'ve\b"), " have"), (Expression(r"'ll\b"), " will"), (Expression(r"'m\b"), " am"),
)
"""English contractions that stand for one thing only, by what they stand for; "'s" and "'d" do not."""
_PAST = frozenset(("did", "had", "was", "were"))
_PLANNING = frozenset(("might", "must", "shall", "should", "will", "would"))
_LETTERS = crc32(b"4")
"""The checksum so far of a trait of letters."""
_REMEMBERED = 1 << 13
"""Words of which traits and buckets are remembered: some thousands are most of all that is ever written."""
_RUNS = {"en": (3, 4, 5), "ko": (2, 3, 4)}
"""Lengths of the runs of letters by language: a Hangul syllable says as much as two or three Latin letters."""


def traits(words: Sequence[AnalysedWord], line: str, language: str) -> tuple[frozenset[str], ...]:
    """The traits of a statement in three groups: words, pairs of words (next to each other or one apart), runs of letters.

    Every number counts as the same one; pairs know where a statement begins and ends ("^", "$"), and no trait knows the mark at its end:
    the same words must not weigh otherwise because of a full stop, nor because they are contracted. English runs stay within a word, Korean ones may cross words: spacing varies there.
    """
    return traits_told(told_words(words), line, language)


def traits_told(told: Sequence[str], line: str, language: str) -> tuple[frozenset[str], ...]:
    """The traits of a statement by its words with their features (see `told_words`) and its line."""
    runs = (run for piece in _pieces(line, language) for run in _runs(piece, _RUNS[language]))
    return words_told(told), frozenset(_pairs(told)), frozenset(f"4{run}" for run in runs)


def places(words: Sequence[AnalysedWord], line: str, language: str) -> tuple[tuple[int, ...], ...]:
    """The buckets of the traits of a statement, group by group; one for each trait, though two may share it.

    Where only the sum matters this takes a third of the time of naming each trait.
    """
    told = told_words(words)
    pairs = tuple([crc32(pair.encode()) % BUCKETS for pair in set(_pairs(told))])
    if language == "en":
        # Words come back and hold all their runs.
        found: dict[str, int] = {}
        for piece in _pieces(line, language):
            found.update(_placed_runs(piece))
        return word_places(told), pairs, tuple(found.values())
    runs = set(_runs(_pieces(line, language)[0], _RUNS[language]))
    return word_places(told), pairs, tuple([crc32(run.encode(), _LETTERS) % BUCKETS for run in runs])


def word_places(told: Sequence[str]) -> tuple[int, ...]:
    """The buckets of the traits that are single words."""
    return tuple([_word_place(word) for word in set(told) if _is_word(word)])


def told_words(words: Sequence[AnalysedWord]) -> list[str]:
    """The words of a statement with the features that change what they say, contractions spelled out, without the mark at its end."""
    return [piece for word in _without_last_mark(words) for piece in _told(word.lemma, word.features)]


def words_told(told: Sequence[str]) -> frozenset[str]:
    """The traits that are single words; no mark is one, for marks only tell that a statement is long."""
    return frozenset(f"1{word}" for word in told if _is_word(word))


def without_last_mark(line: str) -> str:
    """A line without the marks and blanks at its end."""
    return _LAST_MARK.sub("", line)


def bucket(trait: str) -> int:
    """The place of a trait's weight."""
    return crc32(trait.encode()) % BUCKETS


def _is_word(told: str) -> bool:
    return told[:1].isalnum() or not _MARK.fullmatch(told)


def _without_last_mark(words: Sequence[AnalysedWord]) -> Sequence[AnalysedWord]:
    count = len(words)
    while count and set(words[count - 1].lemma) <= _MARKS:
        count -= 1
    return words[:count]


@lru_cache(_REMEMBERED)
def _told(lemma: str, features: frozenset[str]) -> tuple[str, ...]:
    said = "".join(f"/{feature}" for feature in _TELLING if feature in features)
    # Of a word that was broken before its apostrophe ("do n't") only what is spelled out is left.
    first, *rest = _spelled_out(lemma).split() or [lemma]
    if rest == ["not"]:
        return f"{first}/past" if first in _PAST else first, "not/neg/plan" if first in _PLANNING else "not/neg"
    return _DIGITS.sub("0", first) + said, *rest


def _spelled_out(text: str) -> str:
    if "'" in text or "cannot" in text:
        for short, long in _CONTRACTED:
            text = short.sub(long, text)
    return text


def _pieces(line: str, language: str) -> list[str]:
    """The text whose runs of letters are traits, in the pieces that no run crosses."""
    text = _DIGITS.sub("0", without_last_mark(_spelled_out(line.lower().replace("’", "'"))))
    return [f" {piece} " for piece in (text.split() if language == "en" else [text])]


def _pairs(told: Sequence[str]) -> Iterator[str]:
    ends = ["^", *told, "$"]
    for first, second in pairwise(ends):
        yield f"2{first} {second}"
    for first, third in zip(ends, ends[2:], strict=False):
        yield f"3{first} {third}"


@lru_cache(_REMEMBERED // 4)
def _placed_runs(piece: str) -> Mapping[str, int]:
    """The runs of an English word by the buckets of their traits."""
    return {run: crc32(run.encode(), _LETTERS) % BUCKETS for run in _runs(piece, _RUNS["en"])}


@lru_cache(_REMEMBERED)
def _word_place(word: str) -> int:
    return bucket(f"1{word}")


def _runs(piece: str, lengths: Sequence[int]) -> Iterator[str]:
    for length in lengths:
        for start in range(len(piece) - length + 1):
            yield piece[start : start + length]
