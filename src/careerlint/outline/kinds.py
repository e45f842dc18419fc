"""Kinds: whether a document is a résumé, a letter, a career history, a portfolio or one project."""

from __future__ import annotations

import re
from collections.abc import Set
from pathlib import PurePath

from careerlint.dates import has_date_range, is_period
from careerlint.expression import Expression
from careerlint.model.document import Document
from careerlint.model.outline import Kind, SectionKind
from careerlint.outline.draft import Draft
from careerlint.outline.letters import is_letter
from careerlint.outline.levels import PROJECT_PARTS, RESUME_SECTIONS
from careerlint.outline.projects import only_work, project_titles, tells_one_project
from careerlint.outline.sections import DraftSection, ancestors, lists_highlights
from careerlint.outline.tables import count_works

_RESUME_SECTIONS = frozenset((
    "experience", "education", "skills", "certificates", "awards", "languages", "personal", "training", "activities", "publications", "summary",
))
_PERSONAL: frozenset[SectionKind] = frozenset(("experience", "education", "personal", "certificates", "awards"))
_OF_A_WORKSHOP: frozenset[SectionKind] = frozenset(("skills", "summary", "personal", "languages"))
"""What a page that shows works says of their author; nothing of it tells of a life."""
_ROLE_PARTS: frozenset[SectionKind] = frozenset(("overview", "result", "role", "structure"))
_OF_A_REPOSITORY: frozenset[SectionKind] = frozenset(("overview", "structure", "team", "references", "license", "plan"))
_HISTORY = Expression(r"career|history|record|positions|employment|in detail|경력\s*(?:기술|상세|내용|소개)|상세\s*경력", re.IGNORECASE)
_NAME = Expression(r"^(?:[가-힣]{2,4}|[가-힣] [가-힣]{1,2}|(?:[A-Z][\w.'’-]*\s){1,2}[A-Z][\w'’-]+)$")
_PERSON = r"[A-Z][a-zà-ž’'-]+(?:\s(?:de|van|von|da|del|bin|al)){0,2}(?:\s[A-Z][\w.'’-]*){1,2}"
_TRADE = (
    r"(?i:engineer|developer|analyst|scientist|designer|manager|nurse|teacher|technician|administrator|programmer|researcher|consultant|writer|editor|graduate|student|trainee|applicant|"
    r"specialist|accountant|architect|officer|assistant|intern)"
)
_NAME_AND_TRADE = Expression(
    rf"^(?:{_PERSON}\s?[,·|:–—-]\s?[^.]{{0,30}}\b{_TRADE}\b[^.]{{0,20}}|[^.:]{{0,30}}\b{_TRADE}\s?[:,·|–—-]\s?{_PERSON}|(?i:experience|(?:personal\s)?record|career|profile|curriculum|jobs)\s(?i:of|by)\s{_PERSON}[^.]{{0,40}}"
    r"|[가-힣]{3}\s?[,·|/–—-]\s?(?:[가-힣A-Za-z/]+\s){0,3}(?:개발자?|분석가?|엔지니어|디자이너|디자인|기획자?|연구원|마케터|마케팅|관리자?|운영자?|서버|백엔드|프론트엔드|데이터|사이언티스트|간호사|교사|매니저))$"
)
"""A person's name beside a trade, or what is told of a person, as titles of résumés are."""
_PERSONAL_FACT = Expression(
    r"(?:^|\n)[^\w\n]*(?P<fact>(?:최종\s?)?학력|학교|학과|전공|자격증?|면허|병역|어학|외국어|생년월일|봉사|수상|"
    r"(?i:education|university|school|college|degree|diploma|studies|tests?|languages?|english|japanese|computers?|computer skills|software|skills|driving licen[cs]e|certificates?|licen[cs]es?|hobbies|interests|volunteer(?:ing)?|military service|nationality|sex|gender|height(?: / weight)?))"
    r"\W{0,4}(?:[:：\t|]|\*\*)"
)
"""A row of a form about a person: its label and what stands behind it."""
_APPLICANT = Expression(r"^(?:신입|경력)?\s?(?:사원\s)?(?:입사\s?)?지원(?:서|자)?(?:\s[가-힣]{2,4})?$|^(?:[가-힣]+\s){0,2}지원자\s[가-힣]{2,4}$|^(?:[가-힣]+\s){1,3}(?:엔지니어|개발자|마케터|디자이너|기획자|분석가)\s[가-힣]{2,4}$")
_NAME_FIRST = Expression(rf"^(?:{_PERSON}|[가-힣]{{3}})\s?[,:·|/–—-]\s?\S")
_IN_BRACKETS = Expression(r"\((?:[^()]*\W)?(?:19|20)\d\d(?:\W[^()]*)?\)\s*$")
"""Behind the title of a work: its year, with whom it was made."""
_WORKS = Expression(rf"^(?i:(?:(?:selected|collected)\s)?(?:works?|projects|designs|apps|workbook|sketchbook|showcase|things|experiments|pieces))\s(?i:(?:made|built)\s)?(?:by|of)\s{_PERSON}$")
_SCHOOL_FACTS = frozenset((
    "학력", "최종 학력", "최종학력", "학교", "학과", "전공", "자격", "자격증", "병역", "education", "university", "school", "college", "degree", "diploma", "driving licence", "driving license", "nationality",
    "military service", "sex", "gender", "height", "height / weight",
))
_SKILLS_HEADING = Expression(r"\bskills?\b|스킬|보유\s?기술", re.IGNORECASE)
_CAREER_TITLE = Expression(
    r"^(?:career|employment|work|job)\s(?:description|record|history|statement)\s?[,:·|–—-]\s?\S|^경력\s?(?:기술서|상세)\s?[,:·|–—-]\s?\S|"
    r"^(?:(?:my|a)\s)?(?:detailed|complete|full)\s(?:career|work|employment|job|professional)(?:\s(?:history|record|description|path))?(?:$|\s?[,:·|–—-]\s|\s(?:of|by)\s)|"
    r"(?:^|[,:·|–—-]\s)(?:my\s)?(?:career|work|employment|jobs|positions)\s(?:in (?:full |more )?detail|step by step|job by job|year by year)(?:$|\s?[,:·|–—-]\s|\s(?:of|by)\s)|"
    rf"^(?:professional|working)\s(?:activity|activities|record|life|history|path|experience)(?:\s?[,:·|–—-]|\s(?:of|by))\s{_PERSON}$|^(?:vita|cv),?\s(?:professional|working)\spart\b|"
    rf"^(?:work|job|employment)\s(?:history|record)\s(?:of|by)\s{_PERSON}$|"
    r"^(?:[가-힣]{3}의?\s)?상세\s?(?:경력|이력)(?:$|\s?[,:·|–—-]\s)",
    re.IGNORECASE,
)
"""A title that says that jobs follow, with whose or in what, or all of them at length."""
_HISTORY_NAME = r"career(?:\s(?:history|record|description|details?))?|(?:work|working|employment|job)\s(?:history|experiences?|record)|professional\s(?:history|experience)"
_FILE_OF_JOBS = Expression(
    rf"(?:\d{{1,2}}\s)?(?:(?:(?:my|[a-zà-ž'’]+\s[a-zà-ž'’]+)\s)?(?:{_HISTORY_NAME})|(?:(?:my|(?-i:{_PERSON}))\s)?(?:experiences?|jobs|employment)|(?:[가-힣]{{3}}\s)?(?:(?:주요|상세|업무|직무|실무|근무)\s?)?(?:경력|이력)(?:\s?(?:사항|소개|내용|상세))?)",
    re.IGNORECASE,
)
"""What a file of jobs is called, behind its number or its owner: "work history", "ada lind career"; a heading of jobs may be any file ("companies", "teaching")."""
_DEPARTMENT = Expression(
    r"(?:설계|개발|운영|기획|영업|인사|구매|품질|생산|물류|마케팅|연구|디자인|전산|총무|재무|회계|보안|관리|지원|전략|데이터|정보|시험|검사|제조|정비|상담|홍보|교육|간호|자재|공정|설비|기술|콘텐츠|편집)"
    r"\s?(?:팀|부|실|본부|센터|파트|과|사업부|그룹)\s?(?:\(|[|,·])\s?(?:19|20)\d\d\s?[./년-]"
)
"""A department with the years in it, as the title of one job is written."""
_TRADE_ALONE = Expression(rf"^(?:[A-Za-z/&-]+\s){{0,4}}{_TRADE}(?:,\s(?:entry[- ]level|junior|senior|\w+))?$")
"""A title that only says what its author is: "ML engineer, entry level"."""
_POST_AS_TITLE = Expression(rf"^(?:[A-Za-z/&-]+\s){{0,4}}{_TRADE}(?:\s&\s[A-Za-z]+)?(?:,\s|\s(?:at|@)\s)\S")
"""What somebody was and where, as a title: "iOS Developer, Naver"."""
_ABOUT = Expression(r"^about$", re.IGNORECASE)
_I_AM = Expression(rf"\b(?:I am|I['’]m)\s(?:(?:currently|now)\s)?(?i:an?|the)\s(?:(?!(?:that|which|who|for|by|of|built|made|to|with)\b)[\w/&’'-]+,?\s){{0,6}}{_TRADE}\b")
_ABOUT_PAGE = Expression(r"^\W*(?:about(?: me)?|profile|introduce|who (?:am i|i am)|소개|프로필|자기\s?소개)\W*$", re.IGNORECASE)
_OF_A_PAGE: frozenset[SectionKind] = frozenset(("structure", "goal", "plan", "overview", "references"))
"""What a page about a person may have of what READMEs have: languages used, aims."""
_KOREAN_TRADES = r"(?:개발자|엔지니어|분석가|사이언티스트|디자이너|기획자|연구원)"
_KOREAN_TRADE = Expression(rf"{_KOREAN_TRADES}|학번|대학생|취업\s?준비생|석사|박사")
_LIVED = Expression(r"근무|재직|졸업|입학|학과|학번|학위|인턴|년\s?차|수강|이력서|\bCV\b")
"""Words of a life with work and school."""
_LIVED_IN_ENGLISH = Expression(r"\bgraduated\b|\bgraduate\b|\bdegree\b|\b(?:B|M)\.?(?:Sc?|A)\b\.?|\bPh\.?D\b|\buniversity\b|\bintern(?:ship)?\b|\b(?:I|and|now|currently) work(?:ed|ing)?\b|\bmy research\b|\bapplying for\b", re.IGNORECASE)
_OF_A_WORK: frozenset[SectionKind] = frozenset(("usage", "data", "method", "experiment", "result", "task", "license", "team", "limits", "troubleshooting"))
"""Parts that the page of a work has, and no page about a person."""
_I_AM_KOREAN = Expression(rf"(?:저는|안녕하세요)[^.\n]{{0,90}}{_KOREAN_TRADES}(?:\s[가-힣]{{2,4}})?\s?(?:입니다|이에요|예요|로서)")
_AT_WORK = Expression(r"(?:재직|근무|재학|연구)(?:하고|\s?중)(?:\s?있습니다|이다|입니다|에 있습니다)")
"""How a page says what its writer does now, without saying who that is."""
_FOR_YEARS = Expression(r"\b(?:\d{1,2}\+?|several|many|two|three|four|five|six|seven|eight|nine|ten)\s?(?:\+\s)?years\b|\d{1,2}\s?년\s?(?:차|간|이상|동안|넘게|의)|\bpassionate\b|\bexperienced\b", re.IGNORECASE)
"""For how long somebody has been what he says that he is."""
_MONTH = r"(?:(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|fall|autumn|winter)[a-z]*\.?\s)?"
_POST_BEHIND_PERIOD = Expression(
    rf"^(?i:(?:(?:work\s)?experience|employment|education|work)[:\s]\s?)?{_MONTH}(?:19|20)\d\d(?:\s?[./]\s?\d{{1,2}})?\.?\s?[-–—~]\s?(?i:{_MONTH}(?:19|20)\d\d(?:\s?[./]\s?\d{{1,2}})?|present|now|today|현재)\.?\s?[,:|–—-]?\s"
    rf"[^\n]{{0,90}}(?:\b{_TRADE}\b|\b(?i:university|college|school|institute|director|lecturer|professor|clerk|cook|driver|waiter)\b|대학교?\b|고등학교|주식회사|\(주\)|연구소|사원|대리|과장|팀장|인턴)"
)
"""A row that begins with a period and says what somebody was then or where."""
_FEW_POSTS = 3
_MANY_PARTS = 4
_FORM = 3000
_MANY_FACTS, _FEW_FACTS = 3, 2
_TOP = 600
_FEW = 2
_SEVERAL = 2
_EMPLOYED = Expression(r"full-time|part-time|\bintern|\byrs?\b|\bmos\b|재직|근무|정규직|계약직|프리랜서|사원|대리|과장|연구원", re.IGNORECASE)
_CONTRACT = Expression(r"정규직|계약직|인턴|프리랜서|파견직|\b(?:full|part)[- ]time\b|\bcontract\b|\bfreelance\b|\bintern(?:ship)?\b", re.IGNORECASE)
_PORTFOLIO_GREETING = Expression(r"\b(?:welcome to|this is|here is) my (?:[\w-]+ ){0,3}portfolio\b|포트폴리오(?:에 오신 것을|에 오신걸|에 오신 걸)", re.IGNORECASE)
"""How somebody greets whoever opens a portfolio, above the first work."""
_PROFILE_ROW = Expression(
    r"\bI[’']m (?:currently (?:learning|working on)|looking to collaborate on|interested in|looking for help with)\b|\bhow to reach me\b|\bask me about\b|\bhi, I[’']m @?\w|\bfun fact\b", re.IGNORECASE
)
"""What the page of a person says that a code host offers to fill in."""
_STEM = 14
_CONTACT = Expression(r"[\w.+-]+@[\w-]+\.[\w.]+|01\d[- ]?\d{3,4}[- ]?\d{4}|linkedin\.com/in|\(\d{3}\)\s?\d{3}-\d{4}", re.IGNORECASE)


def detect_kind(draft: Draft) -> Kind:
    """The kind of a document, from its title, its sections, its prompts and its name."""
    named = _named(draft)
    found = {section.kind for index, section in enumerate(draft.sections) if section.title is not None and not _is_of_a_work(draft, index)}
    resume = found & _RESUME_SECTIONS
    parts = found & PROJECT_PARTS
    if named in ("cover-letter", "career"):
        return named
    if _is_about_a_person(draft):
        return "resume"
    if named is None and _presents_a_person(draft, resume, parts):
        return "cover-letter" if is_letter(draft) else "resume"
    if named == "resume" and (found & {"experience", "education"} or _has_a_letter_inside(draft)):
        return "resume"
    if is_letter(draft):
        return "cover-letter"
    if named == "resume":
        return "resume"
    if named == "portfolio":
        if only_work(draft) is not None:
            return "project"
        return "resume" if _is_resume(draft, resume, parts) and "experience" in found and "education" in found else "portfolio"
    if (not parts - _ROLE_PARTS and _tells_jobs_by_works(draft)) or (not _parts_beside_jobs(draft) - _ROLE_PARTS and _is_file_of_jobs(draft)):
        return "career"
    if _WORKS.match(_title(draft)) or _is_works_of_a_person(draft):
        return "portfolio"
    if _is_career(draft) or (not parts and (_CAREER_TITLE.search(_title(draft)) or _DEPARTMENT.search(_title(draft)))):
        return "career"
    if not parts and not resume and count_employers(draft) >= _SEVERAL:
        return "career"
    if _is_resume(draft, resume, parts) or (not parts and (_dated_jobs(draft) >= _SEVERAL or _is_a_list_of_posts(draft))):
        return "resume"
    roots = [section for section in draft.sections if section.title is not None and section.parent < 0]
    # A part torn out of a résumé or a portfolio begins at whatever level its list had there.
    listed = (len(roots) == 1 and roots[0].kind == "projects" and (roots[0].level == 1 or bool(project_titles(draft))) and not tells_one_project(draft)) or any(lists_highlights(draft.sections, index) for index in range(len(draft.sections)))
    return "portfolio" if listed or _indexes_works(draft, parts) or len(project_titles(draft)) >= _SEVERAL else "project"


def _is_file_of_jobs(draft: Draft) -> bool:
    """Whether a file is named after jobs ("experience.md", "경력.md") and says nothing else of a life; what only stands there as a heading says nothing."""
    told = {section.kind for index, section in enumerate(draft.sections) if section.title is not None and section.lines[0] < draft.ends[index]}
    return _FILE_OF_JOBS.fullmatch(_stem(draft)) is not None and told & RESUME_SECTIONS <= {"experience", "projects", "skills"}


def _parts_beside_jobs(draft: Draft) -> Set[SectionKind]:
    """The parts of a project that no job holds, as it may hold "Takeaways" or "Results"."""
    return {
        section.kind for index, section in enumerate(draft.sections)
        if section.title is not None and all(draft.sections[place].kind != "experience" for place in ancestors(draft.sections, index)[1:])
    } & PROJECT_PARTS


def _tells_jobs_by_works(draft: Draft) -> bool:
    """Whether jobs are all that a page tells of a life, without how to reach who had them, and most of them hold two or more works with words below their titles."""
    told = {section.kind for section in draft.titled} & RESUME_SECTIONS
    if told != {"experience"} or _has_contact(draft.document):
        return False
    jobs = [child for index, section in enumerate(draft.sections) if section.kind == "experience" for child in draft.children[index] if draft.sections[child].kind == "other"]
    held = [[child for child in draft.children[job] if draft.sections[child].kind == "other" and draft.sections[child].lines[0] < draft.ends[child] and not _names_trade(draft, child)] for job in jobs]
    return bool(jobs) and 2 * sum(len(works) >= _SEVERAL for works in held) > len(jobs)


def _names_trade(draft: Draft, index: int) -> bool:
    """Whether a heading says what somebody was."""
    heading = draft.sections[index].heading
    return _TRADE_ALONE.match(heading) is not None or _KOREAN_TRADE.search(heading) is not None


def _stem(draft: Draft) -> str:
    """The name of the file without its ending, in words."""
    return PurePath(draft.document.path.replace("\\", "/")).stem.replace("_", " ").replace("-", " ")


def _has_a_letter_inside(draft: Draft) -> bool:
    """Whether one of many parts is a letter ("자기소개서에 쓸 한 문장"), which makes no letter of the whole."""
    return 0 < sum(section.kind in ("letter", "prompt") for section in draft.titled) < len(draft.titled) / _MANY_PARTS


def _indexes_works(draft: Draft, parts: Set[SectionKind]) -> bool:
    """Whether a page lists works in a table below "Projects" and tells nothing of one of them, as the first page of a repository with many does."""
    tables = [line.table for section in draft.sections if section.kind == "projects" for line in draft.lines[section.lines[0] : section.lines[1] + _FEW] if line.table is not None]
    return parts <= _OF_A_REPOSITORY and sum(count_works(draft.document, table) for table in tables) >= _SEVERAL


def _is_of_a_work(draft: Draft, index: int) -> bool:
    """Whether "Awards" stands inside one work of a list, or "Details" inside the list, and says nothing of a person."""
    around = ancestors(draft.sections, index)
    if draft.sections[index].kind == "personal" and around and draft.sections[around[0]].kind == "projects" and draft.sections[around[0]].level > 1:
        return True
    return draft.sections[index].kind == "awards" and any(draft.sections[place].kind == "projects" for place in around[1:]) and draft.sections[around[0]].kind == "other"


def _is_about_a_person(draft: Draft) -> bool:
    """Whether a page "About", or with the name of a person as its title, is prose that begins with what its writer is; bullets may follow."""
    titled = draft.titled
    told = [line.kind for line in draft.lines if line.kind not in ("heading", "silent")]
    if len(titled) != 1 or told[:1] != ["text"] or not {"text", "item"}.issuperset(told):
        return False
    top = draft.document.text[:_TOP]
    if _ABOUT.match(titled[0].heading):
        return _I_AM.search(top) is not None
    named = _is_persons(draft) and "item" not in told
    return named and not is_letter(draft) and (_I_AM.search(top) is not None or _I_AM_KOREAN.search(top) is not None or _AT_WORK.search(top) is not None)


def _presents_a_person(draft: Draft, resume: Set[SectionKind], parts: Set[SectionKind]) -> bool:
    """Whether a page is called "About" or "Profile" and tells of a trade and of a life, or says above its skills and works who its writer is."""
    above = draft.document.words(draft.sections[0].span).strip() if draft.sections else ""
    first = next(iter(draft.titled), None)
    listed = all(line.kind in ("item", "silent") for line in draft.lines_of(draft.sections[0])) if draft.sections else True
    if first is not None and _ABOUT_PAGE.match(first.heading) and (not above or (listed and resume & {"skills", "experience", "education"})):
        told = _told_below(draft, first)
        if not above and _I_AM.search(told) is not None and len(_LIVED_IN_ENGLISH.findall(told)) >= _FEW and not parts & _OF_A_WORK:
            return True
        return parts <= _OF_A_PAGE and _KOREAN_TRADE.search(draft.document.text) is not None and _LIVED.search(draft.document.text) is not None
    if not draft.titled[1:] and not parts and _I_AM_KOREAN.search(draft.document.text[:_TOP]) and _LIVED.search(draft.document.text):
        return True
    presented = _I_AM_KOREAN.search(above) is not None or _TRADE_ALONE.match(above.split("\n", 1)[0].strip()) is not None
    return presented and bool(resume & {"skills", "experience", "education"}) and len(parts - _ROLE_PARTS) <= 1


def _told_below(draft: Draft, section: DraftSection) -> str:
    """The first words that stand directly under a heading."""
    return "\n".join(draft.document.words(line.span) for line in draft.lines_of(section))[:_TOP]


def _is_works_of_a_person(draft: Draft) -> bool:
    """Whether a person's name heads blocks that each have the year of a work behind their titles, or with a trade blocks of no other sort."""
    if not _NAME_FIRST.match(_title(draft)) or _CAREER_TITLE.search(_title(draft)) or any(section.kind in _PERSONAL for section in draft.sections):
        return False
    titles = [draft.document.words(section.title) for section in draft.sections[2:] if section.title is not None and section.kind == "other" and section.level == draft.sections[1].level + 1]
    if _NAME_AND_TRADE.match(_title(draft)) and len(titles) >= _SEVERAL and all(section.kind == "other" for section in draft.sections[2:]):
        return True
    return sum(_IN_BRACKETS.search(words) is not None for words in titles) >= _SEVERAL and sum(_IN_BRACKETS.search(words) is not None for words in titles) * 2 >= len(titles)


def _title(draft: Draft) -> str:
    title = next((section.title for section in draft.sections if section.title is not None), None)
    return draft.document.words(title).strip() if title is not None else ""


def _named(draft: Draft) -> Kind | None:
    titles = draft.titled[:2]
    for section in titles:
        kind = draft.vocabulary.title_kind(draft.document.words(section.title)) if section.title else None
        # A heading "포트폴리오" in the middle of a résumé is a section, at the top it is the title; "What I built" below a title is a part.
        if kind is not None and (section is titles[0] or (section.level <= 2 and not (kind == "portfolio" and section.kind in PROJECT_PARTS))):
            return kind
    first = titles[0].title.start if titles and titles[0].title is not None else len(draft.document.text)
    if len({match.group().lower()[:_STEM] for match in _PROFILE_ROW.finditer(draft.document.text)}) >= _FEW_POSTS:
        return "portfolio"
    if _PORTFOLIO_GREETING.search(draft.document.text[: min(first, _TOP)]):
        return "portfolio"
    name = _stem(draft)
    return draft.vocabulary.title_kind(name) if name.lower() not in ("readme", "index") else None


def _is_career(draft: Draft) -> bool:
    """Whether the whole document is one history of jobs: "Employment history" as its title and no section of a résumé beside it."""
    roots = [section for section in draft.sections if section.title is not None and section.parent < 0]
    if len(roots) != 1 or roots[0].title is None or roots[0].kind != "experience":
        return False
    beside = {section.kind for section in draft.sections if section.title is not None} & (RESUME_SECTIONS - {"experience", "projects"})
    return _HISTORY.search(draft.document.words(roots[0].title)) is not None and not beside


def _is_resume(draft: Draft, resume: Set[SectionKind], parts: Set[SectionKind]) -> bool:
    # A prize stands in the README of a team too, and of what can be installed.
    strong = resume & _PERSONAL - ({"awards"} if parts & {"team", "usage"} else set())
    if not parts and sum(names_post(draft.document, section) for section in draft.sections) >= _SEVERAL:
        return True
    if _is_a_persons_sheet(draft, resume, parts):
        return True
    if not resume - _OF_A_WORKSHOP and _shows_works(draft):
        return False
    if len(strong) >= _SEVERAL or (len(strong) == 1 and len(resume) >= _SEVERAL and len(parts) <= _FEW):
        return True
    if resume & {"experience", "education"} and len(parts - _ROLE_PARTS) <= 1:
        return True
    lists = any(section.kind == "projects" and section.title is not None for section in draft.sections)
    if len(parts - _ROLE_PARTS) <= 1 and (strong or lists or _has_contact(draft.document)):
        named = _is_persons(draft)
        several = len(project_titles(draft)) >= _SEVERAL
        if len(resume) >= _SEVERAL or (lists and (resume - {"skills", "summary"} or (named and (resume or not several)))):
            return True
    # Whom to ask stands at the end of a README too.
    told = strong - {"personal"} if "usage" in parts else strong
    return bool(told) and _has_contact(draft.document) and len(parts) <= _FEW


def _shows_works(draft: Draft) -> bool:
    """Whether three or more works stand under "Projects", or in groups there, with words below each."""
    told = 0
    for section in draft.sections:
        above = draft.sections[section.parent] if section.parent >= 0 else None
        listed = above is not None and (above.kind == "projects" or (above.lines[0] == above.lines[1] and above.parent >= 0 and draft.sections[above.parent].kind == "projects"))
        told += listed and section.kind == "other" and section.lines[0] < section.lines[1]
    return told >= _FEW_POSTS


def count_employers(draft: Draft) -> int:
    """How many headings say how somebody was employed, with the period right below: "2. 물결기계 · 정규직", "2015년 7월 - 2016년 6월"."""
    return sum(is_employer(draft, section) for section in draft.sections)


def is_employer(draft: Draft, section: DraftSection) -> bool:
    """Whether a heading says how somebody was employed there, and the first line below it is the period."""
    below = draft.lines[section.lines[0]] if section.title is not None and section.lines[0] < section.lines[1] else None
    named = section.title is not None and section.kind == "other" and _CONTRACT.search(draft.document.words(section.title)) is not None
    return named and below is not None and below.kind == "text" and is_period(draft.document.words(below.span).split("\n", 1)[0].strip())


def introduces_writer(draft: Draft, index: int) -> bool:
    """Whether all that stands under "Professional background" says in prose who writes and for how many years, and names no period of a job."""
    lines = [line for line in draft.lines_of(draft.sections[index]) if line.kind != "silent"]
    if not lines or any(line.kind != "text" or has_date_range(draft.document.words(line.span)) for line in lines):
        return False
    first = draft.document.words(lines[0].span)[:_TOP]
    return (_I_AM.search(first) or _I_AM_KOREAN.search(first)) is not None and _FOR_YEARS.search(first) is not None


def names_post(document: Document, section: DraftSection) -> bool:
    """Whether a heading says what somebody was and where."""
    return section.title is not None and _POST_AS_TITLE.match(document.words(section.title)) is not None


def _has_contact(document: Document) -> bool:
    return _CONTACT.search(document.text[:_TOP]) is not None


def _is_persons(draft: Draft) -> bool:
    """Whether the document's title is a person's name, as that of a résumé is, and not two words that announce something ("Capstone Project")."""
    return _NAME.match(_title(draft)) is not None and draft.vocabulary.kind_of(_title(draft)) is None


def _is_a_persons_sheet(draft: Draft, resume: Set[SectionKind], parts: Set[SectionKind]) -> bool:
    """Whether a short sheet is about a person: by its title with one thing of a résumé, or by facts behind labels."""
    words = _title(draft)
    traded = _NAME_AND_TRADE.match(words) is not None or _APPLICANT.match(words) is not None
    named = _is_persons(draft)
    facts = {match["fact"].lower() for match in _PERSONAL_FACT.finditer(draft.document.text[:_FORM])}
    if not parts and facts & _SCHOOL_FACTS and len(facts) >= (_FEW_FACTS if traded or named else _MANY_FACTS):
        return True
    dated = any(has_date_range(draft.document.words(line.span)) for line in draft.lines if line.block.kind == "heading")
    lists = any(section.kind == "projects" and section.title is not None for section in draft.sections)
    alone = _TRADE_ALONE.match(words) is not None and dated and not parts
    if (traded or alone) and len(parts - _ROLE_PARTS) <= 1 and (resume - {"summary", "training"} or dated or lists):
        return True
    skilled = any(section.title is not None and _SKILLS_HEADING.search(section.heading) for section in draft.sections)
    return named and not parts and (dated or skilled)


def _dated_jobs(draft: Draft) -> int:
    """Short lines with a period that goes on or words of employment, as copied from a profile page."""
    texts = (draft.document.words(line.span)[:300] for line in draft.lines if line.kind in ("text", "heading"))
    return sum(has_date_range(text) and _EMPLOYED.search(text) is not None for text in texts)


def _is_a_list_of_posts(draft: Draft) -> bool:
    """Whether rows that begin with a period and name a post or a school are most of what a page says."""
    rows = [row for line in draft.lines if line.kind == "text" for row in line.rows(draft.document)]
    posts = sum(_POST_BEHIND_PERIOD.match(row.strip()) is not None for row in rows)
    return posts >= _FEW_POSTS and 2 * posts >= len(rows)
