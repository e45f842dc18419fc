"""Mood: whether the words of a match are told as done, or wished, planned, required, supposed."""

from __future__ import annotations

from collections.abc import Sequence

from careerlint.model.token import AnalysedWord

_UNTOLD = frozenset(("purp", "plan", "wish", "fut", "must", "cond", "imp", "question"))
_TOLD = frozenset(("past", "brief"))
_TRIED = frozenset(("contrast", "past"))
_FORCED = frozenset(("must", "past"))
_REFUSED = frozenset(("join", "neg"))
_BECAUSE = frozenset(("탓", "바람", "통"))
_CLAUSE_END = frozenset(("final", "seq", "contrast", "causal", "cond", "purp", "attr", "last"))


def is_told_as_fact(words: Sequence[AnalysedWord], start: int, end: int, language: str) -> bool:
    """Whether the words `start` to `end` (exclusive), with the predicate that closes their clause, tell a fact.

    Korean closes a clause with its predicate, so the search goes on to the right up to the first clause ending;
    English marks the words after will, should, to, if (`plan`), so the match itself tells.
    """
    if language == "en":
        return not any("plan" in word.features for word in words[start:end])
    for index in range(start, len(words)):
        features = words[index].features
        if index < end - 1 and _TOLD & words[end - 1].features and ("attr" in features or features >= _TRIED):
            continue  # A relative clause inside the match, or what was tried: 하고 싶은 실험을 못 돌렸다, 해 보려 했으나 안 됐다.
        # A judgement of the past carries -겠- too (못 잡겠더라고요), and so does what one does not know (모르겠는데).
        judged = "fut" in features and ("past" in features or words[index].lemma == "모르다")
        # What had to be done because of something was done: 지원이 없어서 하루로 줄여야 했다.
        forced = features >= _FORCED and any(
            "causal" in word.features or word.features >= _REFUSED or word.lemma in _BECAUSE for word in words[start:index]
        )
        if features & _UNTOLD and not (judged or forced):
            return False
        if "can" in features and "past" not in features:
            return False
        if index >= end - 1 and features & _CLAUSE_END:
            return True
    return True
