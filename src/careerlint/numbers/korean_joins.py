"""Korean ways of joining two numbers to a change: 0.80이었는데 0.88이 됐다, 20분을 5분으로 줄여, 제거 전 0.68, 제거 후 0.77."""

from __future__ import annotations

import re

from careerlint.expression import Expression

_DATE = r"(?:(?:19|20)?[0-9]{2}\s?년\s?|[0-9]{1,2}\s?월\s?)"
_THEN = (
    rf"[,\s]*(?:(?:지금|이제|현재|최종|최근|오늘)(?:은|는|에는)?\s*|(?:[가-힣A-Za-z0-9]{{1,10}}\s){{0,2}}(?:뒤|후|이후|결과|다음)(?:에는|에|엔|로|로는)?\s*|{_DATE}(?:(?:에는|에)\s*)?)?"
    r"(?:(?:약|평균|최대|최소|무려|단|불과)\s*)?[*_`(]*"
)
_WAS = Expression(
    r"[\s*_`\"')]*(?:점|정도|수준|가량|대|쯤|남짓|내외|안팎|이상)?(?:"
    r"(?:이)?(?:었|였)(?:는데|으나|지만|고|다가)"
    r"|(?:이|었|였)?던\s?(?:것이|것을|게|걸|[가-힣A-Za-z0-9 ]{1,14}[이가을를은는])"
    r"|(?:이|가|을|를|씩)?\s?(?:걸렸|들었|나왔|소요됐|소요되었|머물렀|그쳤)(?:으나|지만|는데|고)"
    r"|(?:이|가|을|를|씩|에)?\s?[가-힣]{1,5}던\s?[가-힣A-Za-z0-9 ]{1,14}[을를이가은는]"
    rf"){_THEN}$"
)
_IS = Expression(
    r"[\s*_`\"')]*(?:점|정도|수준|가량|대)?(?:\s?(?:이하|이내|미만|내외|안팎)(?=(?:으)?로))?(?:(?:으)?로(?![가-힣])|까지|(?:이|가)\s?(?:됐|되|된|나왔|나온)|만에|(?:이)?면\s?(?:끝|충분|된|되|가능)|(?:이)?(?:었|였)(?:다|습니다|음)|입니다|이다)"
)
_FROM_DATED = Expression(rf"[\s*_`)]*(?:점|정도|수준|명)?에서\s?{_DATE}(?:에는|에|에만)?\s?(?:약|평균|최대|무려)?\s*$")
_OBJECT = Expression(r"[\s*_`)]*(?:점|정도|수준|가량)?(?:을|를)\s?(?:약|평균|최대|단|무려)?\s*[*_`]*$")
_TURNED = Expression(
    r"[\s*_`)]*(?:점|정도|수준|가량|이내|대)?(?:(?:으)?로|까지)\s?(?:대폭|크게|절반)?\s?(?:줄|늘|단축|낮|높|올[려리렸]|개선|감소|증가|절감|확대|축소|끌어|앞당|감축|경량)"
)
_FROM = Expression(r"[\s*_`)]*(?:점|정도|수준|가량)?에서\s*[*_`]*$")
# "ALS 0.12에서 SASRec 0.18로": each value stands behind the name of what reached it.
_FROM_NAMED = Expression(r"에서\s[A-Za-z][\w.+-]{1,24}(?:의|은|는)?\s$")
_BEFORE_LEFT = Expression(r"(?:(?<![가-힣])전|이전|개선 ?전|적용 ?전|도입 ?전|제거 ?전|변경 ?전|수정 ?전|[가-힣]기 전|[가-힣] 전)(?:에는|엔|에|은|는)?\s?[:：]?\s?(?:약|평균)?\s?$")
_AFTER_GAP = Expression(r"[\s%초점]{0,3}(?:이었고|였고|이고|이었으나|였으나|에서)?[,·/→|\s]*(?:->)?\s?(?:[가-힣A-Za-z]{1,10}\s?){0,3}(?:후|뒤|이후)(?:에는|엔|에|은|는)?\s?[:：]?\s?(?:약|평균)?\s?$")


def is_korean_change(before: str, gap: str, after: str) -> bool:
    """Whether `gap`, which stands between two numbers, with the words before and after them joins them to a change."""
    if _WAS.fullmatch(gap) and _IS.match(after):
        return True
    if _OBJECT.fullmatch(gap) and _TURNED.match(after):
        return True
    if _FROM_DATED.fullmatch(gap) and re.match(r"\s?(?:으)?로(?![가-힣])", after):
        return True
    if _FROM_NAMED.fullmatch(gap) and re.match(r"(?:으)?로(?![가-힣])", after):
        return True
    if _FROM.fullmatch(gap) and before.endswith("(") and after.startswith(")"):
        return True
    return _BEFORE_LEFT.search(before) is not None and _AFTER_GAP.fullmatch(gap) is not None
