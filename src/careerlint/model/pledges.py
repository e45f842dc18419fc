"""Pledges: what a form has at its end for everybody to sign: that all above is true, the day, the name and the seal. No answer goes on there."""

from __future__ import annotations

from careerlint.expression import Expression

_STATED = Expression(r"(?:기재|기입|작성|기술|입력|제출|서술|위|상기|이상)[가-힣 ]{0,14}?(?:사항|내용|사실|것)")
_AS_TRUE = Expression(r"사실|틀림|다름|허위|거짓")
_SURE = Expression(r"(?:다름|틀림)\s?(?:이\s)?없|없음을|없습니다\W*$|[임음]을\s?(?:확인|서약|맹세)")
"""The sentence that is signed: what was stated, as true, for sure. Each is looked for behind the one before, so that no line is searched twice."""
_FALSE = Expression(r"허위|거짓")
_BORNE = Expression(r"(?:취소|불이익|책임)[^\n]{0,24}(?:감수|동의|서약|지겠|않겠)")
_APPLIED = Expression(r"(?:위와|상기와|이와)\s?같이\s?(?:지원|제출|신청)합니다")
_DAY = Expression(r"\W*(?:(?:19|20)\d{0,2}|[ _○OX]{0,6})\s?년\s?(?:\d{1,2}|[ _○OX]{0,6})\s?월\s?(?:\d{1,2}|[ _○OX]{0,6})\s?일\W*")
_OPEN_DAY = Expression(r"\W*(?:(?:19|20)\d{0,2})?[ _○OX]{0,8}년[ _○OX]{1,12}월[ _○OX]{1,12}일\W*")
"""A day that was left to be filled in by hand."""
_SIGNED = Expression(r"\W*(?:위\s?)?(?:지원자|신청자|작성자|성\s?명|본\s?인|서약자|제출자|이\s?름)\s?(?:성\s?명)?\s?[:：]?\s?[가-힣 ○OX_]{0,16}\s?(?:[(（]\s?(?:인|서명|날인|자필\s?서명|인\s?또는\s?서명|서명\s?또는\s?인)\s?[)）]|㊞|印)?\W*")
_SEAL = Expression(r"[(（]\s?(?:인|서명|날인|자필\s?서명|인\s?또는\s?서명|서명\s?또는\s?인)\s?[)）]|㊞|印")
_TO = Expression(r"[가-힣A-Za-z○()（）㈜ ]{2,30}\s?(?:귀하|귀중)\W*")
_LONGEST = 200
"""Letters of a row; its blanks are made one each before it is compared, so that no row is walked through again and again."""
_NEAR = 4


def is_pledge(words: str) -> bool:
    """Whether all lines of a paragraph or cell belong to what is signed at the end of a form; one of them at least says so beyond doubt."""
    rows = [" ".join(row.split()) for row in words.split("\n") if row.strip()]
    return any(map(_is_signed, rows)) and all(_is_signed(row) or _is_beside(row) for row in rows)


def pledge_start(text: str) -> int:
    """Where in an answer the lines begin that are signed, or its length; a day stands above a signature."""
    rows: list[tuple[int, str]] = []
    offset = 0
    for row in text.split("\n"):
        if row.strip():
            rows.append((offset, " ".join(row.split())))
        offset += len(row) + 1
    for place, (start, words) in enumerate(rows):
        if _is_signed(words) or (len(words) <= _LONGEST and _DAY.fullmatch(words) is not None and any(_is_signed(below) for _, below in rows[place + 1 : place + _NEAR])):
            return start
    return len(text)


def _is_signed(row: str) -> bool:
    """Whether a line says that all is true, leaves the day open, or has room for a seal."""
    if len(row) > _LONGEST:
        return False
    return _pledges(row) or _OPEN_DAY.fullmatch(row) is not None or (_SEAL.search(row) is not None and _SIGNED.fullmatch(row) is not None)


def _pledges(row: str) -> bool:
    """Whether a line says that all is true, bears what follows if it is not, or hands in the form."""
    stated = _STATED.search(row)
    true = _AS_TRUE.search(row, stated.end() - 2) if stated is not None else None
    if true is not None and _SURE.search(row, true.start()) is not None:
        return True
    false = _FALSE.search(row)
    return (false is not None and _BORNE.search(row, false.end()) is not None) or _APPLIED.search(row) is not None


def _is_beside(row: str) -> bool:
    """Whether a line may stand among these: the day, the name, the company."""
    return len(row) <= _LONGEST and any(expression.fullmatch(row) is not None for expression in (_DAY, _SIGNED, _TO))
