"""STO002: entries whose story meets no obstacle once the work has begun."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule

_MET = frozenset(("difficulty", "failure", "obstacle", "hitch"))
_BEGUN = ("action", "change", "use")
_OTHERS = Expression(
    r"사용자|고객|유저|이용자|학생|어르신|노인|환자|직원|주민|시민|회원|소상공인|점주|농가|교사|사람들|아이들|담당자|상담원|기존\s?(?:시스템|방식|서비스)|"
    r"판매자|구매자|소비자|관객|승객|손님|선생님|학부모|부모님|보호자|아저씨|아주머니|할머니|할아버지|이웃|입주민|주인|사장님|원장님|기사님|간호사|의사|사서|상인|농민|어민|어부|해녀|선배|후배|조교|경비원|관리인|사회복지사|요양보호사|봉사자|동아리원|부원|"
    r"\b(?:sellers?|buyers?|shoppers?|merchants?|consumers?|travell?ers?|passengers?|applicants?|tenants?|users?|customers?|clients?|students?|patients?|people|residents?|members?|nurses?|doctors?|teachers?|farmers?|drivers?|riders?|home|hospital|company|office|shop|town|city|school|library|club|team|agents?|staff|visitors?|readers?|everyone|nobody)\b",
    re.IGNORECASE,
)
"""Whose problem the project sets out to solve."""
_MOTIVE = Expression(
    r"(?:해결할\s?|프로젝트의?\s?|기존\s?)?문제(?:점|\s?(?:정의|상황|인식|제기|배경))?|(?:프로젝트\s?|개발\s?|기획\s?|제작\s?)?(?:배경|동기|계기|필요성|상황)|"
    r"(?:the\s|our\s|business\s)?(?:problem|motivation|background|situation|context|need|why)(?:\s(?:statement|definition|to solve))?",
    re.IGNORECASE,
)
"""Labels and headings of why a project was begun."""
_ASKED = Expression(
    r"(?:걸렸|걸린|막혔|막힌|막히|골치|어려웠|어려운|힘들|괴로|속\s?썩|애먹|고생|실패|틀어|틀렸|꼬였|깨졌|망가|무너|말썽|발목|놀랐|문제(?:가|는|였)|잘못|안\s?된|안\s?됐|못\s?한|예상과)(?:[^.!\n]{0,30}[?？]|[^.!?\n]{0,20}(?:나|까|까요|나요|는가|는지)$)|"
    r"\b(?:broke|breaks?|wrong|hard(?:est)?|trouble|tough(?:est)?|hurt|stuck|fail(?:ed|ure)?|gr[ae]y hair|headaches?|sleep|problems?|difficult|surpris\w+|unexpected|bit (?:me|us)|stopped|in the way|worst|annoy\w*|nearly|almost|not work|went sideways|go wrong|struggle\w*|obstacles?|snags?|catch)\b[^.!\n]{0,40}\?",
    re.IGNORECASE,
)
"""A question that asks what went wrong; what stands behind it is the answer."""
_MENDED = Expression(
    r"\b(?:now|nowadays|these days|since then|ever since|from then on|after that|in the end|instead|no longer)\b|이제|지금은|요즘은|그\s?뒤로|이후로|그제야|대신|더는|더\s?이상",
    re.IGNORECASE,
)
"""Words of a sentence that says how it is since something was put right."""
_GOOD = ("improvement", "before-after", "impact", "metric", "figure", "effect", "achievement")
_MADE_FOR_IT = Expression(
    r",?\s(?:so|which is why|that is why) (?:I|we) (?:\w+ )?(?:made|built|wrote|drew|created|developed|designed|started|set up|programmed)\b|"
    r"(?:서|라|니|아|어|려고|위해|위하여)[,\s][^.]{0,40}(?:만들었|만든|제작(?:했|함)|개발(?:했|함)|시작(?:했|함|$)|구축(?:했|함)|기획(?:했|함))",
)
"""Behind a trouble at the head of an entry: the thing was made because of it."""
_SHORTEST_NAME = 4
_SHORT_KINDS = frozenset(("resume", "career"))
_FEWEST_BULLETS = 3
_PREDICATES = frozenset(("verb", "adjective"))


def find_smooth_stories(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit for each told entry without an obstacle; the problem of others that stands before all work is its motive.

    A résumé that tells how trouble was met in one of its jobs or projects owes it in no other job: it has a page for all of them.
    """
    smooth = [entry for entry in evidence.stories.judged if not _meets_obstacle(evidence, evidence.entry_statements(entry)) and not _met_elsewhere(evidence, entry)]
    shown = len(smooth) < len(evidence.stories.judged)
    for entry in smooth:
        is_job = evidence.outline.entries[entry].kind == "job"
        if not _is_brief(evidence, entry) and not (shown and is_job):
            title = evidence.title(entry)
            yield Hit(title, None, entry, values={"match": evidence.document.words(title)})


def _is_brief(evidence: Evidence, entry: int) -> bool:
    """Whether an entry of a résumé has no room for more than results: two bullets of a job, however many sentences they hold, or a list of facts."""
    if evidence.outline.kind not in _SHORT_KINDS:
        return False
    if all(_is_fact(evidence, index) for index in evidence.entry_statements(entry)):
        return True
    if evidence.outline.entries[entry].kind != "job":
        return False
    statements = [evidence.outline.statements[index] for index in evidence.entry_statements(entry)]
    return all(found.form == "bullet" for found in statements) and len({found.block.span for found in statements}) < _FEWEST_BULLETS


def _is_fact(evidence: Evidence, index: int) -> bool:
    """Whether a statement is a value behind its label, in nouns alone: "역할: 연구원, 센서 보정"."""
    statement = evidence.outline.statements[index]
    return bool(statement.label) and statement.language != "en" and not any(word.pos in _PREDICATES for word in evidence.words[index])


def _met_elsewhere(evidence: Evidence, entry: int) -> bool:
    """Whether a section outside the entry is headed by its name and tells of an obstacle: "Route map: the tiles that never came"."""
    sections, told = evidence.outline.sections, evidence.outline.entries[entry]
    name = next((section.heading for section in sections if told.is_headed_by(section)), "")
    if len(name) < _SHORTEST_NAME:
        return False
    named = {
        number for number, section in enumerate(sections)
        if section.title is not None and name in section.heading and not told.span.contains(section.title) and not told.is_headed_by(section)
    }
    own = evidence.entry_statements(entry)
    return bool(named) and _meets_obstacle(evidence, [index for index, found in enumerate(evidence.outline.statements) if found.section in named and index not in own])


def _meets_obstacle(evidence: Evidence, statements: Iterable[int]) -> bool:
    begun, first = False, True
    for index in statements:
        claim = evidence.claims[index]
        if _answers_question(evidence, index) or _is_mended(evidence, index):
            return True
        if claim.given:
            continue
        motive = first and evidence.match(_MADE_FOR_IT, index) is not None
        first = first and not (claim.own and evidence.has(index, (*_BEGUN, *_GOOD, *_MET)))
        begun = begun or (claim.own and evidence.has(index, _BEGUN))
        if motive:
            continue
        met = [signal for signal in evidence.signals[index] if signal.name in _MET and evidence.is_sign(signal, index)]
        # No list of words holds all troubles.
        if met or (claim.own and evidence.weighing.tells("obstacle", index)):
            own = begun or not (evidence.match(_OTHERS, index) or _is_motive(evidence, index)) or _is_analysed(evidence, index)
            if any(signal.strength == "label" for signal in met) or (claim.modality == "done" and own):
                return True
        # "Moved the report to a web page" has begun for what is told next.
        begun = begun or (claim.own and evidence.has(index, ("deed",)))
    return False


def _answers_question(evidence: Evidence, statement: int) -> bool:
    """Whether the statement, its label or the heading above asks what went wrong, so that an answer follows or stands here."""
    found = evidence.outline.statements[statement]
    heading = evidence.outline.sections[found.section].heading if evidence.outline.sections[found.section].title is not None else ""
    above = (found.label, *found.context[-1:], heading)
    if any(_ASKED.search(words) for words in above):
        return not evidence.claims[statement].given
    following = statement + 1
    if evidence.match(_ASKED, statement) is None or following not in evidence.neighbourhood(statement):
        return False
    return not evidence.claims[following].given


def _is_mended(evidence: Evidence, statement: int) -> bool:
    """Whether a bullet of several sentences tells how something was and then, with no gain in it, how it is now."""
    found = evidence.outline.statements[statement]
    before = statement - 1
    if found.form != "bullet" or before not in evidence.neighbourhood(statement) or evidence.outline.statements[before].block is not found.block:
        return False
    if evidence.match(_MENDED, statement) is None or not (evidence.claims[statement].own and evidence.claims[before].own):
        return False
    return not evidence.has(statement, _GOOD) and not evidence.has(before, _GOOD)


def _is_motive(evidence: Evidence, statement: int) -> bool:
    """Whether a label or heading says that this is the problem which the project sets out to solve."""
    found = evidence.outline.statements[statement]
    return any(_MOTIVE.fullmatch(words.strip()) for words in (found.label, *found.context[-1:], evidence.outline.sections[found.section].heading))


def _is_analysed(evidence: Evidence, statement: int) -> bool:
    """Whether the cause of the trouble is told: then it was met, and not only found at the start. "What had to be done by hand was the problem" names none."""
    troubles = {signal.span.end for signal in evidence.signals[statement] if signal.name == "difficulty"}
    return any(signal.name == "cause" and signal.strength == "strong" and signal.span.end not in troubles for signal in evidence.signals[statement])
