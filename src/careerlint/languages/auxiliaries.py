"""Auxiliaries: constructions such as 지 않다, ㄹ 수 있다 and 고 있다 that belong to the predicate before them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from careerlint.languages.endings import is_prospective
from careerlint.languages.morpheme import PARTICLES, Morpheme

_VERBS = frozenset(("VV", "VX", "VA", "XSV", "XSA"))
_AFTER_JOIN = {"지": "become", "있": "prog", "계시": "prog", "보": "try", "버리": "lost"}
_JOINED = frozenset(("보", "주", "드리", "내", "버리", "놓", "두", "지", "가", "오", "나", "나가", "나오", "하", "대", "빠지", "치우", "먹", "있", "계시", "가지", "쌓", "보이"))
_WISHES = frozenset(("싶", "싶어하"))


def auxiliary(morphemes: Sequence[Morpheme], index: int, features: set[str]) -> int:
    """Read the auxiliary that the ending at `index` introduces.

    Adds what it says to `features` and returns the index of the auxiliary's own first ending; 0 where there is none. The morphemes must be padded.
    """
    form, tag, _, _ = morphemes[index]
    if tag == "EF":
        return 0
    if tag == "ETM":
        return _prospective(morphemes, index + 1, features) if is_prospective(form) else _attributive(morphemes, index + 1, form, features)
    if tag == "ETN" or form == "기":
        return _nominal(morphemes, index + 1, form, features)
    reader = _READERS.get(form)
    return reader(morphemes, index + 1, features) if reader else 0


def _skip_particles(morphemes: Sequence[Morpheme], index: int) -> int:
    while morphemes[index][1] in PARTICLES:
        index += 1
    return index


def _denied(morphemes: Sequence[Morpheme], index: int, features: set[str]) -> int:
    """-지 않다, -지 못하다, -지 말다; 못하다 is one morpheme or two."""
    index = _skip_particles(morphemes, index)
    form, tag = morphemes[index][0], morphemes[index][1]
    if form in ("않", "아니하"):
        features.add("neg")
        return index + 1
    if form == "못하":
        features.update(("neg", "unable"))
        return index + 1
    if form == "말" and tag in ("VX", "VV"):
        features.add("neg")
        return index + 1
    if form in ("못", "안", "아니") and tag == "MAG" and morphemes[index + 1][0] in ("하", "되") and morphemes[index + 1][1] in _VERBS:
        features.update(("neg", "unable") if form == "못" else ("neg",))
        return index + 2
    return 0


def _joined(morphemes: Sequence[Morpheme], index: int, features: set[str]) -> int:
    """-어 보다, -어 주다, -어지다, -어 있다."""
    form, tag = morphemes[index][0], morphemes[index][1]
    if tag != "VX" or form not in _JOINED:
        return 0
    if form in _AFTER_JOIN:
        features.add(_AFTER_JOIN[form])
    return index + 1


def _adverbial(morphemes: Sequence[Morpheme], index: int, features: set[str]) -> int:
    """-게 되다."""
    index = _skip_particles(morphemes, index)
    if morphemes[index][0] == "되" and morphemes[index][1] in _VERBS:
        features.add("become")
        return index + 1
    return 0


def _continued(morphemes: Sequence[Morpheme], index: int, features: set[str]) -> int:
    """-고 있다, -고 싶다, -고 말다."""
    index = _skip_particles(morphemes, index)
    form, tag = morphemes[index][0], morphemes[index][1]
    if tag not in ("VX", "VA"):
        return 0
    if form in ("있", "계시"):
        features.add("prog")
        return index + 1
    if form in _WISHES:
        features.add("wish")
        return index + 1
    if form == "말":
        features.add("lost")
    if form in ("말", "나", "보", "가", "오"):
        return index + 1
    return 0


def _intended(morphemes: Sequence[Morpheme], index: int, features: set[str]) -> int:
    """-려고 하다, -고자 하다."""
    if morphemes[index][0] == "하" and morphemes[index][1] in _VERBS:
        features.update(("plan", "purp"))
        return index + 1
    return 0


def _obliged(morphemes: Sequence[Morpheme], index: int, features: set[str]) -> int:
    """-어야 하다, -어야 되다, -어야겠다."""
    if morphemes[index][1] == "EP":
        features.add("must")
        return index
    index = _skip_particles(morphemes, index)
    if morphemes[index][0] in ("하", "되") and morphemes[index][1] in _VERBS:
        features.add("must")
        return index + 1
    return 0


def _supposed(morphemes: Sequence[Morpheme], index: int, features: set[str]) -> int:
    """-면 좋겠다, -면 하다, -면 되다, -면 안 되다."""
    form, tag = morphemes[index][0], morphemes[index][1]
    if form == "좋" and morphemes[index + 1][0] in ("겠", "ᆯ", "을"):
        features.add("wish")
        return index + 1
    if (form in ("하", "싶") and tag == "VX") or form == "싶":
        features.add("wish")
        return index + 1
    if form == "되" and tag in _VERBS:
        features.add("can")
        return index + 1
    if form == "안" and morphemes[index + 1][0] == "되":
        features.update(("must", "neg"))
        return index + 2
    return 0


def _conceded(morphemes: Sequence[Morpheme], index: int, features: set[str]) -> int:
    """-어도 되다, -어도 좋다."""
    if morphemes[index][0] in ("되", "괜찮", "좋") and morphemes[index][1] in ("VV", "VA", "VX"):
        features.add("can")
        return index + 1
    return 0


def _wondered(morphemes: Sequence[Morpheme], index: int, features: set[str]) -> int:
    """-ㄹ까 하다, -ㄹ까 싶다."""
    if morphemes[index][0] in ("하", "싶") and morphemes[index][1] in _VERBS:
        features.add("plan")
        return index + 1
    return 0


def _found_out(morphemes: Sequence[Morpheme], index: int, features: set[str]) -> int:
    """-다 보니."""
    return index + 1 if morphemes[index][0] == "보" and morphemes[index][1] == "VX" else 0


def _prospective(morphemes: Sequence[Morpheme], index: int, features: set[str]) -> int:
    """-ㄹ 수 있다, -ㄹ 수 없다, -ㄹ 것이다, -ㄹ 줄 알다."""
    form = morphemes[index][0]
    after = _skip_particles(morphemes, index + 1)
    verb = morphemes[after][0]
    if form == "수" and verb in ("있", "없"):
        beyond = morphemes[index + 1][0] == "밖에"
        if verb == "있":
            features.add("can")
        elif not beyond:
            features.update(("neg", "unable"))
        elif morphemes[after + 1][0] not in ("었", "았"):
            features.add("must")
        return after + 1
    if form in ("것", "거") and morphemes[after][1] == "VCP":
        features.add("fut")
        return after + 1
    if form in ("것", "거", "듯") and verb in ("같", "하", "싶"):
        features.add("fut")
        return after + 1
    if form in ("듯하", "듯싶"):
        features.add("fut")
        return index + 1
    if form == "줄" and verb in ("알", "모르"):
        # "-ㄹ 줄 알았다" tells what was supposed, not what one can do.
        supposed = morphemes[after + 1][0] in ("었", "았")
        features.update(("neg", "unable") if verb == "모르" else ("fut",) if supposed else ("can",))
        return after + 1
    return 0


def _attributive(morphemes: Sequence[Morpheme], index: int, ending: str, features: set[str]) -> int:
    """-ㄴ 적이 있다, -는 중이다."""
    form = morphemes[index][0]
    after = _skip_particles(morphemes, index + 1)
    if form in ("적", "바") and morphemes[after][0] in ("있", "없"):
        features.add("past")
        if morphemes[after][0] == "없":
            features.add("neg")
        return after + 1
    if form == "중" and ending == "는" and morphemes[index + 1][1] == "VCP":
        features.add("prog")
        return index + 2
    return 0


def _nominal(morphemes: Sequence[Morpheme], index: int, ending: str, features: set[str]) -> int:
    """-기로 하다, -기만 하다, -기도 하다, -기는 했지만."""
    if ending != "기" or morphemes[index][1] not in PARTICLES:
        return 0
    after = _skip_particles(morphemes, index)
    if morphemes[after][0] != "하" or morphemes[after][1] not in _VERBS:
        return 0
    if morphemes[index][0] == "로":
        features.add("decide")
    elif morphemes[index][0] == "만":
        features.add("only")
    return after + 1


_Reader = Callable[[Sequence[Morpheme], int, set[str]], int]

_READERS: dict[str, _Reader] = {
    "지": _denied,
    **dict.fromkeys(("어", "아", "여", "어다"), _joined),
    "게": _adverbial,
    "고": _continued,
    **dict.fromkeys(("려고", "으려고", "려", "으려", "고자", "ᆯ려고"), _intended),
    **dict.fromkeys(("어야", "아야", "여야", "어야만", "어야지"), _obliged),
    **dict.fromkeys(("면", "으면", "었으면"), _supposed),
    **dict.fromkeys(("어도", "아도", "여도"), _conceded),
    **dict.fromkeys(("ᆯ까", "을까"), _wondered),
    **dict.fromkeys(("다", "다가"), _found_out),
}
