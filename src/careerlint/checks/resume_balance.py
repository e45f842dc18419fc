"""FOC005 and FOC006: a résumé that tells more credentials than work, or no work, project or training at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.outline import SectionKind
from careerlint.model.rule import Rule

_CREDENTIALS: frozenset[SectionKind] = frozenset(("certificates", "languages", "activities", "awards"))
_CREDENTIAL_HEADING = Expression(
    r"자격|면허|어학|시험|(?:대외|교외)\s?활동|봉사|서포터즈|수상|certif|licen[cs]e|qualifications?$|memberships?|badge|seminar|test results?|tests?$|exams?\b|clubs?\b|societ|hobb|interests|leisure|free time|sports?$|choirs?|scores?\b|volunteer|activities|\bawards?\b", re.IGNORECASE
)
_WORK_HEADING = Expression(
    r"\b(?:contracts?|grants?|patents?|publications?|papers?|articles|presentations?|talks|conferences?|journals?|bulletin|proceedings|transactions)\b|논문|특허|학술|발표|연구\s?과제", re.IGNORECASE
)
"""What stands under these is work: contracts that were won, papers that were written."""
_CREDENTIAL_LABEL = Expression(r"^\W*(?:자격|어학|면허|수상|봉사)", re.IGNORECASE)
_CREDENTIAL_WORD = Expression(
    r"toeic|toefl|ielts|opic|hsk|jlpt|jpt|teps|자격|기사\b|기능사|산업기사|sqld|sqlp|adsp|certif|licen[cs]e|associate|foundation|[12]급|specialist|passed|practitioner|관리사|지도사|상담사|무역사|분석사|회계사|기사$|한국사", re.IGNORECASE
)
_MOST_TITLES = frozenset(("project", "job", "competition"))
_FEWEST, _FEWEST_ALONE = 4, 2
"""Credentials below this number outweigh nothing; where nothing is told of work, two do."""
_EXPERIENCE = Expression(
    r"경력|(?<!해외 )(?<!해외)경험|근무(?!지|\s?(?:희망|지역|가능))|재직|프리랜[서스]|외주|오픈\s?소스|인턴|현장\s?실습|아르바이트|알바|파트\s?타임|프로젝트|과제|캡스톤|졸업\s?작품|설계\s?수업|논문|연구|학회|공모전|대회|해커톤|경진|부트캠프|교육\s?(?:과정|이수|훈련)|훈련|수료|강의|포트폴리오|창업|"
    r"experience|employment|\bwork(?:ed|ing)?\b|intern|part-time|project|coursework|capstone|thesis|dissertation|research|publication|competition|contest|challenge|hackathon|bootcamp|boot camp|"
    r"training|course\b|freelanc|open[- ]source|client work|commission|founder|startup|laboratory|\bjobs?\b(?! (?:seek|search|title|market|advert))|apprentice|방학", re.IGNORECASE,
)
_SEASONS = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekends|evenings|nights|summers?|winters?|holidays|vacations|semester breaks?|term breaks?)"
_SIDE_JOB = Expression(
    rf"\b{_SEASONS}\s(?:(?:of )?\d{{4}}\s)?(?:\w+\s){{0,2}}?(?:as an?\s|as the\s|at\s|behind\s|serving\b|selling\b|waiting tables\b|helping out (?:at|in)\b)"
    r"|\b(?:waiter|waitress|barista|bartender|cashier|lifeguard|babysitt(?:er|ing)|nanny|au pair|courier|paper round|dishwasher|kitchen (?:help|hand|porter)|shop assistant|sales assistant|shelf[- ]stacker|receptionist|housekeep(?:er|ing)|cleaner|usher|(?:private |maths |math )?tutor|tour guide|farmhand|fruit[- ]picker)s?\b[^.\n]{0,24}?(?:\b(?:at|for|in|since|of)\b|,|\d{4}|$)"
    r"|\b(?:on|behind|at) the (?:till|counter|bar|checkout|tills)\b"
    r"|(?:주말|토요일|일요일|평일 저녁|저녁|여름|겨울)(?:마다|에는|에|철)?\s[^.\n]{0,24}?(?:카페|식당|가게|편의점|마트|빵집|제과점|공장|물류\s?센터|학원|매장|호텔|수영장)(?:에서|\s?(?:홀|계산|주방|안전|판매|서빙|캐셔))"
    r"|(?:카페|식당|가게|편의점|마트|빵집|제과점|매장|호텔|피시방|PC방)\s?(?:홀|계산대?|주방|서빙|캐셔|야간|판매|진열|직원|점원)|홀\s?서빙|상하차|(?:수학|영어|국어|과학|중학생|고등학생|초등학생)\s과외|과외\s?(?:교사|선생|\d)|안전\s?요원|바리스타(?!\s?(?:[12]급|자격))",
    re.IGNORECASE,
)
_UNPAID = Expression(r"\b(?:volunt\w+|choirs?|clubs?|church|youth group|scouts?|team|league|museum visits?|festival visits?|training camp|member|hobb(?:y|ies)|interests?|pastimes?|free time|leisure)\b|봉사|동아리|합창|교회|성당|취미", re.IGNORECASE)
"""A job beside one's studies by when and what it was, and what people do on weekends without being paid."""
_SECTIONS: frozenset[SectionKind] = frozenset(("experience", "projects", "training", "publications"))


def find_credentials_first(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """FOC005: certificates, scores and outside activities have more statements than projects and work."""
    outline = evidence.outline
    if outline.kind not in ("resume", "career"):
        return
    told = {index for entry in evidence.stories.told for index in evidence.entry_statements(entry)}
    told = {index for index in told if not _is_credential(evidence, index)}
    credentials = [
        index for index, statement in enumerate(outline.statements) if index not in told and not statement.head and _is_credential(evidence, index)
    ]
    if len(credentials) < (_FEWEST if told else _FEWEST_ALONE) or len(credentials) <= max(len(told), 1):
        return
    if not told and all(_is_language(evidence, index) for index in credentials):
        return  # where nothing is told at all, it is that which is missing
    title = evidence.title()
    yield Hit(title, values={"match": evidence.document.words(title), "credentials": str(len(credentials)), "told": str(len(told))})


def _is_credential(evidence: Evidence, statement: int) -> bool:
    found = evidence.outline.statements[statement]
    if found.entry >= 0 and evidence.outline.entries[found.entry].kind in ("project", "job"):
        return False
    kinds = evidence.outline.section_kinds(found)
    text = evidence.text(statement)
    if kinds and kinds[0] == "awards":
        # A competition that is described is work, not a line in a list.
        return len(text) < 60 and not evidence.measures[statement].changes
    if kinds and kinds[0] in _CREDENTIALS:
        return True
    heading = evidence.outline.sections[found.section].heading
    if any(_WORK_HEADING.search(above) for above in evidence.outline.headings_above(found.section)):
        return False
    return _CREDENTIAL_HEADING.search(heading) is not None or (found.table >= 0 and (_CREDENTIAL_LABEL.search(text) or _CREDENTIAL_WORD.search(text)) is not None)


def _is_language(evidence: Evidence, statement: int) -> bool:
    return evidence.outline.section_kinds(evidence.outline.statements[statement])[:1] == ("languages",)


def find_no_projects(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """FOC006: no work, no project, no research, no competition and no training anywhere in a résumé."""
    outline = evidence.outline
    if outline.kind != "resume" or len(outline.statements) < 2:
        return
    if any(section.kind in _SECTIONS and section.kind != "summary" for section in outline.sections):
        return
    if any(entry.kind in _MOST_TITLES for entry in outline.entries) or _EXPERIENCE.search(_without_aims(evidence)) or _tells_side_job(evidence):
        return
    # A place among others is one in a competition, whatever it is called.
    if any(number.kind == "rank" and number.total for measures in evidence.measures for number in measures.numbers):
        return
    title = evidence.title()
    yield Hit(title, values={"match": evidence.document.words(title)})


def _tells_side_job(evidence: Evidence) -> bool:
    """Whether a statement tells of paid work beside one's studies that no heading announces: "Saturdays at Café Prinzess since 2022"."""
    sections, statements = evidence.outline.sections, evidence.outline.statements
    return any(
        _SIDE_JOB.search(line) and not _UNPAID.search(f"{sections[statements[index].section].heading}\n{line}") for index, line in _lines_without_aims(evidence)
    )


def _without_aims(evidence: Evidence) -> str:
    """Headings and statements that tell what was done; what one wants or likes is no experience."""
    headings = [section.heading for section in evidence.outline.sections if section.kind not in ("personal", "skills")]
    return "\n".join((*headings, *(line for _, line in _lines_without_aims(evidence))))


def _lines_without_aims(evidence: Evidence) -> Iterator[tuple[int, str]]:
    """Each statement that tells what was done, with its label."""
    outline = evidence.outline
    for index, statement in enumerate(outline.statements):
        if outline.sections[statement.section].kind in ("personal", "skills", "certificates", "languages"):
            continue
        if evidence.claims[index].modality in ("done", "general"):
            yield index, f"{statement.label}\n{evidence.text(index)}"
        elif evidence.claims[index].modality in ("possibility", "question", "hypothesis"):
            # "Dissertation: how many sensors could be switched off" asks, and its label still says what it is.
            yield index, statement.label
