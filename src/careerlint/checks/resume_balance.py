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
    if any(entry.kind in _MOST_TITLES for entry in outline.entries) or _EXPERIENCE.search(_without_aims(evidence)):
        return
    # A place among others is one in a competition, whatever it is called.
    if any(number.kind == "rank" and number.total for measures in evidence.measures for number in measures.numbers):
        return
    title = evidence.title()
    yield Hit(title, values={"match": evidence.document.words(title)})


def _without_aims(evidence: Evidence) -> str:
    """Headings and statements that tell what was done; what one wants or likes is no experience."""
    outline = evidence.outline
    words = [section.heading for section in outline.sections if section.kind not in ("personal", "skills")]
    for index, statement in enumerate(outline.statements):
        section = outline.sections[statement.section].kind
        if evidence.claims[index].modality in ("done", "general") and section not in ("personal", "skills", "certificates", "languages"):
            words += [statement.label, evidence.text(index)]
    return "\n".join(words)
