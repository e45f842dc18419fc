"""Spelling: frequent misspellings of endings, each replaced by a form of the same length so that offsets stay."""

from __future__ import annotations

from careerlint.expression import Expression

# A past-tense syllable ends in ㅆ (있, 했, 졌 ...), 없 in ㅄ: no list of syllables is complete, the code points are regular.
_PAST = "".join(chr(0xAC00 + 28 * index + final) for index in range(399) for final in (18, 20))
_REPLACEMENTS: dict[str, str] = {"슴다": "어요", "슴니다": "습니다", "읍니다": "습니다", "슴": "음"}
_ENDINGS = Expression(rf"(?<=[{_PAST}])(?:슴니다|읍니다|슴다|슴(?![가-힣]))")
_SYLLABLES = str.maketrans({"됌": "됨", "됬": "됐", "햇": "했", "엇": "었", "듬": "듦", "합": "함", "되": "돼"})
_WRONG = ("됌", "됬", "햇", "엇", "듬", "못합", "되야")
_SUSPECT = Expression(r"[됌됬]|햇(?=[다습으지던네])|(?<=[가-힣])엇(?=[다습으지던네])|(?<=[만힘흔물잠깃])듬(?![가-힣])|(?<=못)합(?=[\s.,)]*$)|되(?=야(?![가-힣])|야[하했할한함됐되])")


def mend_spelling(text: str) -> str:
    """The text with misspelt endings mended; it has the same length, character for character."""
    # Nearly every text holds none of these, which is told much faster than by the expressions.
    if any(syllables in text for syllables in _WRONG):
        text = _SUSPECT.sub(lambda match: match[0].translate(_SYLLABLES), text)
    if "슴" in text or "읍니다" in text:
        text = _ENDINGS.sub(lambda match: _REPLACEMENTS[match[0]], text)
    return text
