"""Which entries tell of the author's work, and which are manuals, cards of an index, notes of a course or parts of another document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache

from careerlint.expression import Expression
from careerlint.model.contests import KOREAN_CONTESTS
from careerlint.model.evidence import Evidence
from careerlint.model.outline import TOLD_IN_A_LINE, SectionKind
from careerlint.model.span import Span

_SENTENCE = Expression(r"[.!?]\s+\S.{8,}[.!?다요]\s*$|^.{40,}(?:다|요)\.\s*$", re.DOTALL)
_UNTOLD: frozenset[SectionKind] = frozenset((
    "usage", "structure", "references", "license", "links", "task", "team", "plan", "skills", "personal", "prompt",
))
"""Parts of an entry that tell nothing of what the author did."""
_FACTS = Expression(
    r"(?:(?:대회|공모전|해커톤|프로젝트|활동)?\s?(?:기간|일정|주최|주관|주제|링크)|대회명|프로젝트명|과제명|기술\s?스택|사용\s?기술|사용\s?도구|활용\s?도구|언어|사용\s?언어|개발\s?환경|환경|도구|인원|참여\s?인원|팀명|팀\s?구성|링크|깃허브|저장소|분야|상태|직무|직급|직책|직위|부서|소속|소속\s?회사|회사명?|고용\s?형태|근무\s?형태|근무지|도메인|업종|"
    r"github|url|repo|repository|link|links|status|domain|tech(?:nology)?\s?stack|stack|tools?|technologies|(?:key\s)?skills(?:\sused)?|languages?|period|dates?|duration|team|team size|host|organi[sz]er|platform|environment|client|location)",
    re.IGNORECASE,
)
"""Labels of a card: a line under one of these names a fact of the project and tells nothing of it."""
_LISTED_TOOLS = 3
"""So many technologies in a sentence that tells no more than that they were used are a list of tools."""
_NUMBERING = Expression(r"^\W*(?:\d{1,2}[.)]\s*)?|\W+$")
_DEEDS = ("action", "change", "use", "improvement", "metric", "before-after", "failure", "remedy", "impact")
"""Signals of which a statement that tells of the author's work has one."""
_PART = Expression(
    r"\W*(?:\d[\d.]*\s)?(?:solution|changelog|change log|environment|notebooks?|setup|usage|installation|install|getting started|requirements|data|dataset|models?|scripts?|docs?|documentation|notes|todo|"
    r"외부\s?데이터|데이터|주의\s?사항|설계\s?목표|피처\s?관련|모델\s?관련|참고\s?사항|환경\s?설정|실행|설치|.*(?:사용|실행|설치)\s?(?:방법|법)|.*제출\s?(?:기록|이력)(?:\s?\(.*\))?|.*submission\s(?:history|log)|.*model documentation.*)\W*",
    re.IGNORECASE,
)
"""Titles of a document that is a part of a project's papers and leaves its story to another."""
_STUDY = Expression(r"학습\s?정리|학습\s?기록|학습\s?일지|공부\s?(?:정리|기록)|스터디|강의\s?(?:정리|노트)|수업\s?(?:정리|노트)|미션\s?\d|\bTIL\b|튜토리얼|주간\s?(?:학습|회고)|따라\s?하기|tutorial|study\s(?:notes|log|plan)|lecture\snotes|course\snotes|cheat\s?sheet|awesome[ -]|^\W*how to\b|\b(?:style|quick|setup|installation|study|beginner'?s?) guide\b|\bguide to\b", re.IGNORECASE)
"""Titles of what was studied, not worked."""
_LETTER = Expression(r"\W*(?:(?:job\s)?application\b|letter\b|cover(?:ing)? letter|reason for|please\b|tell us|describe\b|what (?:do|did|is|was|are)\b|how (?:do|did)\b|why i\b|why us\b|dear\b|motivation\b|objective\b|about me\b|자기\s?소개|지원\s?동기|지원서|존경하는|성장\s?과정|입사\s?후|(?:나|저)의\s(?:장|단|강|약)점|직무\s?준비|좋아하는\s?일)", re.IGNORECASE)
"""Titles of letters and answers."""
_ASKS = Expression(r"(?:[가-힣]|\b(?:you|your|yourself)\b).{0,160}[?？]\s*$|(?:시오|주세요|바랍니다|인가요|입니까|나요)[.\s]*(?:\([^)]*\))?$")
"""Titles that are a form's questions."""
_CONTEST = Expression(rf"{KOREAN_CONTESTS}|캐글|데이콘|\b(?:competitions?|contests?|challenges?|hackathons?|kaggle|dacon)\b", re.IGNORECASE)
_INDEX = Expression(
    r"code (?:from|of|by) (?:the )?winning|winning (?:competitors|code|solutions)|solutions? (?:from|of|by) (?:the )?(?:winners|participants)|(?:collection|list) of (?:papers|resources|links|tutorials)|"
    r"\b(?:repo|repository|page|folder|collection)\b[^.\n]{0,30}\b(?:houses|contains|holds|collects|gathers|hosts|includes)\b[^.\n]{0,50}\b(?:projects|assignments|exercises|notebooks|homework|labs|solutions|files)\b[^.\n]{0,70}\b(?:bootcamp|course|courses|class|nanodegree|specialization|curriculum|program|programme|career track)\b|모음집|아카이브|링크\s?모음",
    re.IGNORECASE,
)
"""Words of a document that collects the work of others, or links to it."""
_COMMAND = Expression(
    r"(?:first|then|next|finally|now|please|also|and|or|subsequently|after that)?,?\s?(?:run|install|download|execute|activate|copy|unzip|clone|repeat|submit|follow|make sure|ensure|navigate|type|enter|open the|set up the|create a (?:conda|virtual)|use the following)\b",
    re.IGNORECASE,
)
_DATED = Expression(
    r"\W{0,2}(?:(?:19|20)\d\d\s?[.년/-]|(?:19|20)\d\d\s?(?:-|–|~|to\b|$)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?\s(?:19|20)\d\d\b)[^.!?]{0,90}\W?$",
    re.IGNORECASE,
)
"""A line that opens with a date and says no more than when, what and where."""
_EMPLOYER = Expression(
    r"[^.!?\n]{2,90}(?:\t|\s[|·–—-]\s|,\s)(?:[A-Z][\w.'’-]*\s){0,2}[A-Z][\w.'’-]*,\s(?:[A-Z]{2}|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?:\s[^.!?]{0,12}(?:19|20)\d\d\b[^.!?]{0,40})?\s*"
    r"|[A-Z가-힣][^.!?\n\t]{1,60}(?:\t|\s[|·–—]\s)[^.!?\n\d]{0,14}(?:19|20)\d\d\b[^.!?\n]{0,40}"
    r"|[^.!?\n]{2,60}(?:\t|\s[|·–—-]\s)(?:(?i:remote|hybrid|on-?site)|재택|원격)\s*",
)
"""A line that says no more than who employed and in which town."""
_EMPLOYED = Expression(r"·\s?(?:full|part)-time\b|·\s?(?:internship|contract|freelance|정규직|계약직|인턴)\b|\b(?:19|20)\d\d\b.*·\s?\d+\s(?:yrs?|mos?)\b", re.IGNORECASE)
_AUTHORS = Expression(
    r"\W*(?:(?:[A-Z]\.[\s-]?){1,3}[A-Z][\w'’-]+|[A-Z][\w'’-]+,?\s(?:[A-Z]\.[\s-]?){1,3})(?:(?:,|;|\sand|\s&)\s?(?:and\s|&\s)?(?:(?:[A-Z]\.[\s-]?){1,3}[A-Z][\w'’-]+|[A-Z][\w'’-]+,?\s(?:[A-Z]\.[\s-]?){1,3}))+"
)
"""Names of authors, as a list of papers gives them."""
_PUBLISHED = Expression(r"\b10\.\d{4,9}/|\barXiv:|\bProceedings of\b|\bTransactions on\b|\bJournal of\b|\bISBN\b|논문지|학회지|학술대회\s?(?:논문집|발표)")
_FILLER = Expression(r"lorem ipsum|dolor sit amet|mistaken idea of denouncing|Did this and this is a\b|Short text containing the type of work", re.IGNORECASE)
"""The text with which templates fill their entries."""
_PLACE = Expression(r"[(\[]?\s?(?:(?:상위|하위|최종|전체|top|rank)\s?)?#?\d[\d,.]*\s?(?:위|등|팀|명|%|st|nd|rd|th)?(?:\s?(?:/|중|of)\s?\d[\d,.]*\s?(?:위|등|팀|명|teams)?)?\s?[)\]]?", re.IGNORECASE)
"""A cell or line that holds no more than a place: "32/342", "(상위 9.35%)"."""
_LETTERS = Expression(r"[^\W\d_]{2}")
_TITLE = 160
_STEPS = Expression(r"\b(?:all |the )?(?:required|necessary|needed) steps\b|\bstep[- ]by[- ]step (?:guide|instructions)|^\W*(?:this|in this) (?:document|guide|page|readme)[^.]{0,60}\b(?:how to|steps|instructions)\b|(?:이 문서는|이 페이지는)[^.]{0,60}(?:사용법|방법|절차)(?:을|를)", re.IGNORECASE)
"""What a manual says first."""
_OPENING = 3
_SUBTITLE = 12
"""Words of a line that tells below its title what a thing is."""
_LONGEST_NAME = 3
"""Words of a bullet that only names something."""
_SHORT = 5
"""Statements of a README that is too short to be judged by the share of its manual."""
_MANUAL: frozenset[SectionKind] = frozenset(("usage", "license", "references"))


def told_entries(evidence: Evidence) -> Iterator[int]:
    """Entries that tell a story: projects, jobs and competitions with statements, outside lists of degrees, prizes and papers."""
    studies, lists = _study_headings(evidence), _listed_headings(evidence)
    for index, entry in enumerate(evidence.outline.entries):
        listed = entry.section >= 0 and evidence.outline.sections[entry.section].kind in TOLD_IN_A_LINE
        if entry.kind in ("project", "job", "competition") and entry.statements[0] < entry.statements[1] and not listed and not (
            _is_study(evidence, index, studies) or _is_list_of_facts(evidence, index, lists) or _opens_with_prose(evidence, index)
        ):
            yield index


def _opens_with_prose(evidence: Evidence, entry: int) -> bool:
    """Whether what stands where a title would is a sentence: the words above a list of projects, no project."""
    title = evidence.outline.entries[entry].title
    return title is not None and _SENTENCE.search(evidence.document.words(title)) is not None


def tells_of_work(evidence: Evidence, entry: int, open_statements: Set[int]) -> bool:
    """Whether the entry tells of work, so that one may ask what its story lacks."""
    indices = _indices(evidence, entry)
    cards = sum(_is_fact(evidence, index) for index in indices)
    if 5 * cards > 3 * len(indices):
        return False
    # Longer titles are no titles, and would make the expressions slow.
    title = evidence.document.words(evidence.title(entry))[:_TITLE]
    if _STUDY.search(title) or sum("스터디" in evidence.text(index) for index in indices) >= 3:
        return False
    if evidence.kind_of_entry(entry) != "project":
        return True
    if _LETTER.match(title) or _ASKS.search(title) or _PART.fullmatch(title) or not _LETTERS.search(title):
        return False
    if any(evidence.match(_STEPS, index) for index in indices[:_OPENING]):
        return False
    own = _own(evidence, indices, open_statements)
    deeds = sum(evidence.has(index, _DEEDS) for index in own)
    if not deeds or 5 * len(own) < 2 * len(indices):
        return False
    if any(evidence.match(_INDEX, index) for index in indices):
        return False
    manual = sum(_instructs(evidence, index) for index in indices)
    names = sum(_only_names(evidence, index) for index in indices)
    return len(indices) <= _SHORT or (5 * deeds >= len(indices) - names and 5 * manual < 2 * len(indices))


def _only_names(evidence: Evidence, statement: int) -> bool:
    """Whether a bullet holds no more than a name, as lists of features, packages and models do: "Number of pages", "Random forest"."""
    found, text = evidence.outline.statements[statement], evidence.text(statement)
    told = found.language == "ko" or bool(found.label) or text.endswith(".") or any(map(str.isdigit, text))
    return found.form == "bullet" and not told and len(text.split()) <= _LONGEST_NAME and not evidence.has(statement, _DEEDS)


def _instructs(evidence: Evidence, statement: int) -> bool:
    found = evidence.outline.statements[statement]
    return evidence.outline.sections[found.section].kind in _MANUAL or _COMMAND.match(evidence.text(statement)) is not None


def told_size(evidence: Evidence, entry: int) -> int:
    """How many statements an entry has, without header rows, its own title, facts of a card and those beside what a row tells, and lines that only name a place, a rank, a post or a date."""
    title = evidence.outline.entries[entry].title
    return sum(not _is_name_line(evidence, index, title) for index in _indices(evidence, entry))


def _is_name_line(evidence: Evidence, statement: int, title: Span | None) -> bool:
    found = evidence.outline.statements[statement]
    if found.aside or _is_fact(evidence, statement) or (title is not None and found.span.overlaps(title)):
        return True
    text = evidence.text(statement)[:_TITLE]
    if not found.label and _PLACE.fullmatch(text.strip()):
        return True
    if found.form == "prose" and not found.label and _EMPLOYED.search(text):
        return True
    if found.label or found.table >= 0 or evidence.has(statement, _DEEDS):
        return False
    if found.form == "prose" and (_EMPLOYER.fullmatch(text) or _is_subtitle(evidence, statement, text)):
        return True
    if evidence.mentions[statement]:
        return False
    if _DATED.match(text):
        return True
    words = len(text.split())
    return words <= (3 if found.language == "en" else 2) and not any(character.isdigit() for character in text)


def _is_subtitle(evidence: Evidence, statement: int, text: str) -> bool:
    """Whether a short line of a résumé stands between a title and its bullets and says what the thing is."""
    statements = evidence.outline.statements
    entry = statements[statement].entry
    if entry < 0 or evidence.kind_of_entry(entry) not in ("resume", "career") or text.rstrip().endswith((".", "다", "음", "함", "임")):
        return False
    following = statement + 1
    bullets = following < len(statements) and statements[following].entry == entry and statements[following].form == "bullet"
    return bullets and statement <= evidence.outline.entries[entry].statements[0] + 1 and len(text.split()) <= _SUBTITLE


def _is_study(evidence: Evidence, entry: int, words: Set[str]) -> bool:
    """Whether all that an entry tells stands under headings, one of `words` each, of education, courses, certificates and the like."""
    return all(
        any(heading.lower() in words for heading in evidence.outline.headings_above(evidence.outline.statements[index].section))
        for index in evidence.entry_statements(entry)
    )


def _is_list_of_facts(evidence: Evidence, entry: int, words: Set[str]) -> bool:
    """Whether the entry is a paper with its authors, filled by a template, or titled, by one of `words`, like a list of skills, degrees or prizes."""
    found = evidence.outline.entries[entry]
    listed = found.title is not None and evidence.document.words(found.title).strip(" *:：").lower() in words
    if listed and evidence.kind_of_entry(entry) != "project":
        return True
    if any(evidence.match(_FILLER, index) for index in evidence.entry_statements(entry)):
        return True
    texts = [evidence.text(index) for index in evidence.entry_statements(entry)[:_SHORT + 1]]
    if len(texts) > _SHORT or any(evidence.outline.statements[index].form == "bullet" for index in evidence.entry_statements(entry)):
        return False
    return any(_AUTHORS.match(text) for text in texts) or any(_PUBLISHED.search(text) for text in texts)


def is_contest(evidence: Evidence, entry: int) -> bool:
    """Whether the entry is a competition, by its kind or by the heading of its section."""
    found = evidence.outline.entries[entry]
    if found.kind == "competition":
        return True
    section = evidence.outline.sections[found.section].parent if found.section >= 0 else -1
    return section >= 0 and _CONTEST.search(evidence.outline.sections[section].heading) is not None


def _study_headings(evidence: Evidence) -> frozenset[str]:
    """Headings under which stands what was studied, learned or won, in lower case."""
    return frozenset(("course", "study", "studies")) | _words_of(evidence, ("education", "training", "certificates", "languages", "skills", "awards", "activities", "personal", "links"))


def _listed_headings(evidence: Evidence) -> frozenset[str]:
    """Headings of lists of degrees, skills, prizes and papers, in lower case."""
    return _words_of(evidence, ("education", "certificates", "languages", "skills", "awards", "publications")) - frozenset(("research", "writing", "media"))


def _words_of(evidence: Evidence, kinds: tuple[str, ...]) -> frozenset[str]:
    headings = evidence.vocabulary.get("headings", {})
    return frozenset().union(*(_words(str(headings.get(kind, {}).get(language, ""))) for kind in kinds for language in ("ko", "en")))


@lru_cache(maxsize=64)
def _words(listed: str) -> frozenset[str]:
    return frozenset(word.strip().lower() for word in listed.split(","))


def telling(evidence: Evidence, entry: int, open_statements: Set[int]) -> tuple[int, ...]:
    """The statements of an entry of work that tell what the author did or got."""
    return tuple(index for index in _own(evidence, _indices(evidence, entry), open_statements) if evidence.has(index, _DEEDS))


def _own(evidence: Evidence, indices: Sequence[int], open_statements: Set[int]) -> list[int]:
    """Of some statements those in which the author may tell of a deed. A figure alone ("AUC: 0.97") has no words of a language, and tells all the same."""
    return [index for index in indices if (evidence.claims[index].own or not evidence.outline.statements[index].language) and index in open_statements]


def open_statements_of(evidence: Evidence) -> frozenset[int]:
    """The statements that stand where authors tell their work, and not in a manual, a card, a list of files or of people, and that say more than which work stands elsewhere."""
    titles = {
        _name(evidence.document.words(entry.title)): index for index, entry in enumerate(evidence.outline.entries) if entry.title is not None and len(entry.title) <= _TITLE
    }
    return frozenset(index for index in range(len(evidence.outline.statements)) if _may_tell(evidence, index) and not _names_another(evidence, index, titles))


def _may_tell(evidence: Evidence, statement: int) -> bool:
    found = evidence.outline.statements[statement]
    if found.form in ("heading", "label") or evidence.outline.sections[found.section].kind in _UNTOLD:
        return False
    if found.form == "prose" and _EMPLOYER.fullmatch(evidence.text(statement)[:_TITLE]):
        return False
    return not _is_fact(evidence, statement) and not _lists_tools_of_job(evidence, statement)


def _names_another(evidence: Evidence, statement: int, titles: Mapping[str, int]) -> bool:
    """Whether a line of an entry holds no more than the title of another one, which tells the story."""
    found = evidence.outline.statements[statement]
    if found.entry < 0 or len(found.span) > _TITLE:
        return False
    return titles.get(_name(evidence.text(statement)), found.entry) != found.entry


def _name(words: str) -> str:
    """The words of a title without its number and the marks around it."""
    return _NUMBERING.sub("", words).casefold()


def _lists_tools_of_job(evidence: Evidence, statement: int) -> bool:
    """Whether a line of a job says no more than which technologies were used in it: they are told of in its works."""
    found = evidence.outline.statements[statement]
    if found.entry < 0 or evidence.outline.entries[found.entry].kind != "job" or len(evidence.mentions[statement]) < _LISTED_TOOLS:
        return False
    return evidence.has(statement, ("use",)) and not evidence.has(statement, tuple(name for name in _DEEDS if name != "use"))


def _is_fact(evidence: Evidence, statement: int) -> bool:
    label = evidence.outline.statements[statement].label.strip(" *[]【】:：")
    return bool(label) and _FACTS.fullmatch(label) is not None


def _indices(evidence: Evidence, entry: int) -> list[int]:
    return [index for index in evidence.entry_statements(entry) if not evidence.outline.statements[index].head]
