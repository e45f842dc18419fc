"""A morpheme as folding sees it, and the kinds of tags."""

from __future__ import annotations

Morpheme = tuple[str, str, int, int]
"""Form, tag (without Kiwi's mark of irregular verbs) and the half-open range in the text."""

END: Morpheme = ("", "", 0, 0)
PADDING: tuple[Morpheme, ...] = (END, END, END, END)
"""Stands after the last morpheme, so that looking up to four morphemes ahead needs no test of the length."""

NOUNS = frozenset(("NNG", "NNP", "NNB", "NP", "NR", "XR", "SH", "UN", "XPN", "W_HASHTAG", "W_MENTION"))
LATIN = frozenset(("SL", "W_URL", "W_EMAIL"))
NUMBERS = frozenset(("SN", "W_SERIAL"))
STEMS = frozenset(("VV", "VA", "VX", "VCN", "VCP", "XSV", "XSA"))
ENDINGS = frozenset(("EC", "EF", "ETN", "ETM"))
SYMBOLS = frozenset(("SF", "SP", "SS", "SSO", "SSC", "SE", "SO", "SW", "SB", "W_EMOJI"))
PARTICLES = frozenset(("JKS", "JKC", "JKG", "JKO", "JKB", "JKV", "JKQ", "JX", "JC"))
