"""Columns of tables and labels of forms: what their names say of the cells below or beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from careerlint.expression import Expression
from careerlint.model.document import Block, Document

ColumnKind = Literal["name", "period", "post", "fact", "told"]
"""`name` says what a row is called, `post` where and as what somebody was there, `fact` goes with its label, `told` is read as what was done."""

NAME_COLUMN = Expression(
    r"^(?:주요|수행|참여|진행)?(?:프로젝트|과제|회사|직장|근무처|근무지|기관|업체|사업|과정|교육과정|훈련과정|교육|활동|대회|공모전|수상|학교|단체|출신학교|작품)(?:명|이름|내용)?$|^서비스(?:명|이름)$|^(?:project|company|employer|organi[sz]ation|institution|school|university|course|competition|contest|hackathon)(?:name|title)?$", re.IGNORECASE
)
WORK_NAME = Expression(r"^(?:주요|수행|참여|진행)?(?:프로젝트|과제|사업|작품)(?:명|이름)?$|^서비스(?:명|이름)$|^projects?(?:name|title)?$", re.IGNORECASE)
NAME_KEY = Expression(r"^(?:프로젝트|과제|회사|직장|근무처|과정|대회|작품|서비스)(?:명|이름|제목)?$|^project(?:name|title)?$|^company(?:name)?$|^employer$", re.IGNORECASE)
_PERIOD = Expression(
    r"^(?:(?:근무|재직|재학|수행|참여|진행|개발|활동|교육|수강|복무|사용|연구)?기간|일시|일자|날짜|연도|년도|년월|(?:취득|수상|발급|응시|수료|졸업|입학|입사|퇴사|시작|종료)(?:일자?|년월|연월|연도|년도)|period|dates?|years?|when|duration|from|to|start(?:date)?|end(?:date)?)$",
    re.IGNORECASE,
)
_POST = Expression(
    r"^(?:직위|직급|직책|부서|근무부서|부서명|소속|직종|근무형태|고용형태|전공|학점|학위|졸업(?:구분|여부)?|소재지|지역|위치|position|title|jobtitle|department|dept|team|location|place|city|employmenttype|degree|major|gpa)$", re.IGNORECASE
)
_FACT = Expression(
    r"^(?:기술|사용기술|기술스택|사용언어|언어|개발환경|환경|도구|인원|참여인원|팀원|규모|비고|링크|주소|url|주최|주관|(?:교육|훈련|수여|주관|시행|주최|연수)?기관|발주처|고객사|기여도|참여율|연봉|급여|사유|(?:퇴사|퇴직|이직)사유|stack|techstack|tech|technolog(?:y|ies)|tools?|skills?|languages?|teamsize|size|links?|github|repo(?:sitory)?|demo|client|reasonforleaving|notes?)$",
    re.IGNORECASE,
)
_TOLD = Expression(
    r"^(?:(?:주요|담당|수행|상세|업무|활동|교육|프로젝트|세부|핵심)?(?:내용|업무|역할|성과|실적|사항)|담당|역할|직무|성과|결과|설명|요약|주제|목표|상세|담당업무(?:및성과)?|업무내용및성과|내용및성과|role|(?:job)?description|details?|summary|results?|outcomes?|achievements?|responsibilit(?:y|ies)|dut(?:y|ies)|tasks?|work|what(?:idid)?|contributions?|highlights?)$",
    re.IGNORECASE,
)
_LISTED = Expression(
    r"^(?:구분|분류|종류|no|번호|순번|학교명|전공명|성적|평점|자격(?:증|명)?|자격증명|면허|등급|급수|발급(?:처|기관)|발행처|시행처|시험(?:명)?|점수|수준|수상명|수상내용|상훈|외국어|어학|관계|성명|이름|연령|나이|직업|동거여부|군별|계급|병과|전역사유|활용(?:도|능력)|프로그램명?|툴|장소|국가|name|grade|score|level|issuer|certificates?|certifications?|awards?|exam|test)$",
    re.IGNORECASE,
)
"""Other columns of the lists of a form."""
_BESIDE = Expression(r"[/·(&,]|(?<=[가-힣]{2})및(?=[가-힣]{2})")
_KNOWN_BESIDE = 3
"""With so many known names beside it a short word without a number is the name of a column too."""
_MADE_NAME = Expression(r"[가-힣A-Za-z()/·]{2,10}")


def squeezed_words(words: str) -> str:
    """Words as they are compared with names: without blanks and the colon behind them."""
    return "".join(words.split()).strip(":：.")


def squeezed(document: Document, cell: Block) -> str:
    """The words of a cell as they are compared with names."""
    return squeezed_words(document.words(cell.span))


def filled(document: Document, cells: Sequence[Block]) -> list[Block]:
    """The cells that hold words."""
    return [cell for cell in cells if document.words(cell.span).strip()]


def is_column(document: Document, cell: Block) -> bool:
    """Whether a cell is the name of a column of a résumé's lists."""
    words = squeezed(document, cell)
    return column_kind(words) is not None or _LISTED.match(_first_name(words)) is not None


def is_beside_name(words: str) -> bool:
    """Whether words are the name of a column or label that stands beside a name and is none."""
    return column_kind(words) not in (None, "name")


def _first_name(words: str) -> str:
    """The first of two names of one column: "부서/직위", "기간(개월)"."""
    first = _BESIDE.split(words, 1)[0]
    return first or words


def names_columns(document: Document, cells: Sequence[Block]) -> bool:
    """Whether a row names the columns below it: two or more names and nothing else, but for one of a form's own among several."""
    names = filled(document, cells)
    others = [cell for cell in names if not is_column(document, cell)]
    known = len(names) - len(others)
    alike = not others or (len(others) == 1 and known >= _KNOWN_BESIDE and _MADE_NAME.fullmatch(squeezed(document, others[0])) is not None)
    return len(names) > 1 and len(names) + 1 >= len(cells) and alike


def column_kind(name: str) -> ColumnKind | None:
    """What a column or label of this name holds; None where the name is not known. Blanks count for nothing."""
    words = _first_name(squeezed_words(name))
    if _PERIOD.match(words):
        return "period"
    if _TOLD.match(words):
        return "told"
    if _POST.match(words):
        return "post"
    if _FACT.match(words):
        return "fact"
    return "name" if NAME_COLUMN.match(words) or NAME_KEY.match(words) else None
