"""Posts and schools: the words by which a title says that somebody worked somewhere, or studied there."""

from __future__ import annotations

import re

from careerlint.expression import Expression

_OF_A_COURSE = r"(?!\s?(?:양성|과정|교육|부트|를|을|가|이\s?되))"
"""Not behind a trade: the course that teaches it, or the wish to learn it."""
POST = Expression(
    rf"연구원|연구소|조교|교사|강사|멘토|튜터|코치|직원|근무|(?:엔지니어|개발자|분석가|사이언티스트|디자이너|기획자|매니저|인턴|사원|대리(?!점)|과장|팀장){_OF_A_COURSE}"
    r"|\b(?:teacher|lecturer|instructor|trainer|mentor|assistant|nurse|cook|chef|officer|engineer|developer|manager|coordinator|staff|analyst|technician|administrator|librarian|caretaker|coach|tutor|head|researcher|kitchen|secretary|architect|scientist|designer|consultant|director|specialist|intern|founder)\b(?!\s(?:boot\s?camp|training|course|nanodegree|academy))",
    re.IGNORECASE,
)
"""Words of a post, at a school too."""
_IN_CHARGE = Expression(r"\blead\b|재직|운영|담당|기획|(?:정보|전산|통신|보안|개발|소프트웨어)[가-힣]{0,4}병(?!원)", re.IGNORECASE)
"""What else somebody is or does at a course who does not attend it."""
SCHOOL = Expression(
    r"[가-힣A-Za-z]{1,12}(?:대학교|대학(?!생|원생|\s?(?:동아리|연합))|고등학교|여고|공고|상고|과학기술원|폴리텍)|[가-힣]{1,6}대(?=\s[가-힣]{2,12}(?:과|학부|전공)(?:\W|$))|학점은행제"
    r"|\b(?i:university|college|polytechnic|institute of technology|(?:high|secondary|grammar|trade|middle|primary|vocational) school|gymnasium|lyc[ée]e)\b"
)
"""The name of a school, which somebody went to or worked at."""
_ATTENDED = r"(?:졸업(?!\s?(?:연구|작품|프로젝트|논문))|재학|휴학|중퇴|자퇴|수료)"
_LETTERS = r"(?:B\.?\s?(?:A|S|Sc|Eng|E|Tech)|M\.?\s?(?:A|S|Sc|Eng|Tech)|Ph\.?\s?D|MBA)"
STUDIED = Expression(
    rf"{_ATTENDED}|편입|입학|학사|석사|박사|전공|학과|학부|복수전공|\b{_LETTERS}\b|\b(?i:bachelor|master|doctor|degree|diploma|graduat\w*|major\w*|student|on leave)\b"
)
FINISHED = Expression(r"(?:과정|캠프|아카데미|교육|스쿨|\d기)\W{0,3}(?:\d기\s?)?(?:을|를)?\s?(?:수료|이수)(?:예정|\s예정|\s?중)?(?=\W|$)(?!\s?(?:과목|학점))")
"""A course that somebody finished: "자갈 아카데미 7기 수료"."""
_SEEKS = Expression(r"[A-Z][^\n]{0,90}?\b(?:seeking|looking for|in search of|eager for)\b[^.\n]{0,40}\b(?:opportunit\w+|positions?|roles?|careers?|challenges?|jobs?|internships?)\b|[^\n]{0,80}(?:직무|포지션|직장|회사|기회)(?:을|를)\s찾(?:고\s있|습니)")
_COURSE = Expression(
    r"\b(?:training (?:program(?:me)?|course|scheme)|boot ?camp|nanodegree|(?:online|certificate|summer|evening|\d{1,2}[- ]week(?: [a-z-]{3,12}){0,2}|career accelerator|immersive) (?:course|program(?:me)?|school))\b|\bimmersive(?=\W*$|\s(?:training|cohort|student|at)\b|\s?[,|@(–—-])|부트\s?캠프|(?:교육|훈련|양성|연수|국비)\s?과정|아카데미\s?\d*기"
    rf"|(?:대학교?|대학원|고등학교|학부|학과|전공)[^\n]{{0,24}}{_ATTENDED}|\b{_LETTERS}\.?\sdegree\b|\b(?:bachelor|master)(?:['’]s|s)?\sdegree\b",
    re.IGNORECASE,
)


def names_course(words: str) -> bool:
    """Whether a title names a course or a degree, and no post there: whoever teaches at a course works there."""
    return (_COURSE.search(words) is not None or FINISHED.search(words) is not None) and not has_post(words)


def seeks_work(row: str) -> bool:
    """Whether a row says who seeks what work, as the summary of a résumé does: "Methodical clerk seeking new challenges by ..."."""
    return _SEEKS.match(row) is not None


def has_post(words: str) -> bool:
    """Whether a title says what somebody was at a course, or had in charge there."""
    return POST.search(words) is not None or _IN_CHARGE.search(words) is not None
