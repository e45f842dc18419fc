"""Chains: the endings and auxiliaries behind a stem, read into the features of one predicate."""

from __future__ import annotations

from collections.abc import Sequence

from careerlint.languages.auxiliaries import auxiliary
from careerlint.languages.endings import ending_features, is_nominal, is_plain_close, is_prospective
from careerlint.languages.morpheme import ENDINGS, SYMBOLS, Morpheme

PLANS = frozenset(("예정", "계획", "것", "거", "방침", "생각", "작정", "전망", "목표", "필요"))
"""Nouns that make a plan of -ㄹ before them; 필요 makes a duty of it."""

_AFTER_NOMINAL = {"위하": "purp", "위해": "purp", "때문": "causal", "바라": "wish"}
_NO_FEATURE: frozenset[str] = frozenset()


def read_chain(morphemes: Sequence[Morpheme], index: int, features: set[str]) -> tuple[int, int]:
    """Read endings and auxiliaries from `index` on into `features`.

    Returns the index of the morpheme after them and the offset at which they end (0 where there are none). The
    morphemes must be padded.
    """
    end = 0
    while True:
        form, tag, _, stop = morphemes[index]
        if tag == "EP":
            features |= ending_features(form, tag)
            index += 1
            end = max(end, stop)
        elif tag in ENDINGS:
            following = auxiliary(morphemes, index, features)
            if following:
                index = following
                end = max(end, stop, morphemes[following - 1][3])
                continue
            _close(morphemes, index + 1, form, tag, features)
            return index + 1, max(end, stop)
        else:
            return index, end


def _close(morphemes: Sequence[Morpheme], index: int, form: str, tag: str, features: set[str]) -> None:
    """Note what the closing ending says; `index` stands behind it."""
    features |= ending_features(form, tag)
    follower, follower_tag = morphemes[index][0], morphemes[index][1]
    closes = not follower_tag or follower_tag in SYMBOLS
    if tag == "ETM":
        if is_prospective(form) and follower in PLANS:
            features.add("must" if follower == "필요" else "plan")
    elif is_nominal(form):
        if closes or tag == "EF":
            features -= {"nom", "seq", "midway"}
            features.update(("final", "brief"))
        if form == "기":
            features.add("gi")
            if follower == "에" and "past" in features and morphemes[index + 1][0] not in ("는", "도", "앞서"):
                # 였기에, 했기에: behind a past this is no "for doing it" but a reason.
                features.add("causal")
        features |= {_AFTER_NOMINAL[follower]} if follower in _AFTER_NOMINAL else _NO_FEATURE
        if form != "기" and follower == "에" and morphemes[index + 1][0] == "도":
            features.add("contrast")
    elif tag == "EC" and is_plain_close(form) and (closes or "past" in features):
        features -= {"seq", "midway"}
        features.add("final")
    if follower_tag == "JKQ":
        features.add("quote")
    if follower == "?" and "final" in features:
        features.add("question")
