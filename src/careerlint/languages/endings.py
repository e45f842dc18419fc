"""Endings: what each Korean verb ending says about its predicate, as features."""

from __future__ import annotations

from functools import lru_cache

from careerlint.expression import Expression

# Kiwi writes an ending that begins inside a syllable with a conjoining final consonant (U+11AB, U+11AF, U+11B7, U+11B8).
NASAL, LIQUID, LABIAL, STOP = "ᆫ", "ᆯ", "ᆷ", "ᆸ"

_NONE: frozenset[str] = frozenset()
_PRE_FINAL: dict[str, frozenset[str]] = {
    "었": frozenset(("past",)),
    "았": frozenset(("past",)),
    "였": frozenset(("past",)),
    "겠": frozenset(("fut",)),
    "시": frozenset(("hon",)),
    "으시": frozenset(("hon",)),
    "더": frozenset(("past",)),
}

_FINAL_RULES: tuple[tuple[Expression, tuple[str, ...]], ...] = (
    (Expression(r".*(?:까|까요|냐|냐고|나요|가요|을까|니|려나|ᆫ가|는가|은가|던가)$"), ("question",)),
    (Expression(r"^(?:으?세요|으?십시오|으?시오|ᆸ시오|으?셔요|어라|아라|으?라|거라|으?렴|으?십쇼)$"), ("imp",)),
    (Expression(r"^(?:자|ᆸ시다|읍시다|ᆯ게요?|을게요?|ᆯ래요?|을래요?)$"), ("plan",)),
    (Expression(r"^더.*|^던데.*"), ("past",)),
    (Expression(r"^(?!더).*(?:다고|라고|대요|래요|다는데)요?$"), ("quote",)),
    (Expression(r"^(?:어|아)?야지요?$"), ("must",)),
    (Expression(r"^(?:ᆯ|을)걸요?$"), ("fut",)),
)

# The first rule that holds decides; the order goes from the longest endings to the shortest.
_CONNECTIVE_RULES: tuple[tuple[Expression, tuple[str, ...]], ...] = (
    (Expression(r"^(?:다|ᆫ다|는다|라|이라|자|냐|느냐|으냐|으라|더라)(?:고|며|면서|고요|고도)$"), ("quote", "seq")),
    (Expression(r".*(?:려면|으려면|자면)$"), ("cond", "purp")),
    (Expression(r".*(?:려다|려다가)$"), ("purp", "seq")),
    (Expression(r".*(?:면서|으면서|면서도|으면서도)$"), ("seq",)),
    (Expression(r".*(?:더라도|라도|은들|ᆫ들|을지라도|ᆯ지라도|어도|아도|여도|고도|었자|어봤자|거나 말거나)$"), ("contrast",)),
    (Expression(r".*(?:다면|라면|ᆫ다면|는다면|더라면|면|으면|거든|을수록|ᆯ수록|거들랑|다가는)$"), ("cond",)),
    (Expression(r".*(?:려고|으려고|려|으려|러|으러|고자|도록|게끔|ᆯ라고|을라고)$"), ("purp",)),
    # 갈아탔더니, 걸러내자: what was met upon the deed.
    (Expression(r".*더니$"), ("contrast", "upon")),
    (Expression(r"^(?:자|자마자)$"), ("seq", "upon")),
    (Expression(r".*(?:지만|는데|은데|ᆫ데|던데|으나|거늘|건만|련만|다만|되|으되|나마|으나마|는데도|ᆫ데도|은데도|지마는)$"), ("contrast",)),
    (Expression(r"^나$"), ("contrast",)),
    # 쓴다니까, 좋다길래, 필요하다기에: a reason that somebody else gave.
    (Expression(r"^(?:ᆫ|는)?(?:다|라|자|냐)(?:니까|길래|기에)$"), ("quote", "causal")),
    (Expression(r"^(?:ᆫ|는)?(?:다|라|자|냐)니$"), ("quote", "causal", "found")),
    (Expression(r".*(?:어서|아서|여서|라서|니까|으니까|므로|으므로|느라|느라고|기에|길래|는지라|ᆫ지라|은지라|니만큼|ᆫ즉)$"), ("causal",)),
    (Expression(r".*(?:으니|니)$"), ("causal", "found")),
    (Expression(r"^(?:다가|다)$"), ("seq", "midway")),
    # 묻곤 합니다: done again and again.
    (Expression(r"^곤$"), ("wont",)),
    (Expression(r"^(?:고|고서|건|며|으며|고는|거니와|든지|거나|든|던지|ᆯ뿐더러|을뿐더러|어다가)$"), ("seq",)),
    (Expression(r".*(?:어야|아야|여야|어야만|라야|어야지)$"), ("cond",)),
    (Expression(r"^(?:ᆯ지|을지|는지|ᆫ지|은지|ᆯ까|을까|는가|ᆫ가|은가|나|냐|느냐|던지|ᆯ는지)$"), ("doubt",)),
    (Expression(r"^(?:어|아|여|라|어다|여)$"), ("join",)),
    (Expression(r"^(?:게|이|듯|듯이|ᆫ양|다시피|ᆯ만큼)$"), ("manner",)),
)


@lru_cache(maxsize=2048)
def ending_features(form: str, tag: str) -> frozenset[str]:
    """Features of one ending; `form` and `tag` are Kiwi's (EP, EF, EC, ETN, ETM)."""
    if tag == "EP":
        return _PRE_FINAL.get(form, _NONE)
    if tag == "EF":
        found = {"final"}
        for pattern, features in _FINAL_RULES:
            if pattern.match(form):
                found.update(features)
        return frozenset(found)
    if tag == "ETN":
        return frozenset(("nom",))
    if tag == "ETM":
        if form == "던":
            return frozenset(("attr", "past"))
        if form.endswith(("다는", "라는", "자는", "냐는", "다던", "라던")):
            return frozenset(("attr", "quote"))
        return frozenset(("attr",))
    for pattern, features in _CONNECTIVE_RULES:
        if pattern.match(form):
            return frozenset(features)
    return _NONE


@lru_cache(maxsize=256)
def is_plain_close(form: str) -> bool:
    """Whether an ending that Kiwi tags as a connective is a closing one that lacks its full stop (안 됐다)."""
    return form in ("다", "ᆫ다", "는다", "요", "어요", "지요", "죠", "네요", "더라", "구나", "군", "라", "자") or form.endswith("니다")


def is_nominal(form: str) -> bool:
    """Whether the ending is -ㅁ, -음 or -기, whatever Kiwi's tag for it."""
    return form in ("ᆷ", "음", "기")


def is_prospective(form: str) -> bool:
    """Whether the ending is -ㄹ or -을, the attributive of what is not done yet."""
    return form in ("ᆯ", "을")
