"""STO005: which of situation, task, action and result an entry does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule

PARTS: tuple[tuple[str, str], ...] = (
    ("상황이나 목표", "situation or goal"), ("역할", "task or role"), ("행동", "action"), ("결과", "result"),
)
"""The parts of a story by name, in the order in which they are told and listed."""

_ELEMENTS: Mapping[int, tuple[str, ...]] = {0: ("goal",), 3: ("effect", "metric")}
"""Elements that a statement may tell by its words alone, by the part of the story which they are."""
_SITUATION = ("goal", "difficulty", "constraint")
_ACTION = ("action", "change")
_OWN_DEED = ("deed", "role")
_TROUBLE = ("hitch", "obstacle", "failure")
_RESULT = ("metric", "before-after", "improvement", "impact", "achievement", "failure", "measured")
_TEAM = Expression(
    r"\d+\s?(?:인|명)(?!\s?중)|(?<!\d)\s?팀\s?(?:프로젝트|원|장)|팀\s?\(|협업|(?:team|group|crew|pair)\s+of\s+\w+|\bteam (?:project|of|work)|\b\d+[- ](?:person|people|member)", re.IGNORECASE
)
_PRIZE = Expression(r"수상|우승|[가-힣]{0,3}(?:대상|장려상|우수상|금상|은상|동상|특별상|입상|입선)|\d\s?(?:위|등)(?![가-힣])|\b(?:prize|award|winner|winning|\d(?:st|nd|rd|th)(?:\s+(?:place|of))|finalist|medal)\b", re.IGNORECASE)
_PURPOSE = Expression(
    r"\bto (?:create|build|let|allow|make|enable|provide|ensure|support|serve|meet|host|reach|connect|retrieve|collect|keep|give|offer|bring|develop|implement|manage|simplify|modernize|modernise|standardize|standardise|address|solve|handle)\b|"
    r"\bfor (?!using|being|having|including)[a-z]{3,}ing\b|\bso that\b|\bin order to\b|\bas part of\b|\bin response to\b",
    re.IGNORECASE,
)
_OUTCOME = Expression(
    r",\s(?:thereby\s|thus\s)?(?:enhanc|improv|ensur|enabl|reduc|increas|deliver|result|lead|allow|strengthen|streamlin|sav|cutt|rais|lower|shorten|eliminat|simplif|boost|expand|achiev)(?:ing|ying)\b|"
    r"\b(?:identified|found|determined|selected|showed|proved|concluded)\b[^.]{0,40}\b(?:most|best|that|which|how)\b|\b(?:identified|found)\b[^.\d]{0,20}\d|\b(?:campus|company|organi[sz]ation|firm|state|nation|plant|district)-wide\b|\bzero\s(?:downtime|service|data|incidents|defects)|\bsuccessful(?:ly)?\b",
    re.IGNORECASE,
)
_NO_MORE = Expression(
    r"\W*(?:(?:there\s(?:was|were|has\sbeen|have\sbeen)\s)?(?:no|not\s(?:one|a\ssingle))(?!\s(?:doubt|idea|wonder|problem|reason|need|way))(?:\s[\w'’-]+){1,5}|nobody|no\sone|none|nothing)\s[^.!?\n]{0,50}?\b(?:since|any\s?more|any\slonger|ever\sagain|after\sthat|from\sthen\son|(?:last|this|that)\s(?:spring|summer|autumn|fall|winter|year|season|term|month))\s?[.!]?$",
    re.IGNORECASE,
)
_KOREAN_NO_MORE = Expression(r"(?:(?:그|이)\s?(?:뒤|후|때부터)[로는에]{0,3}|이후(?:로|에)?는?|다시는|더\s?이상)\s[^.!?\n]{0,40}?(?:없[다었습는]|않[았는습다]|안\s[가-힣]+[았었]|(?<!\d)0\s?(?:건|명|회|번|개)|사라[졌지])[가-힣]{0,3}\W*$")
"""The trouble that has not come back: "No frost damage in the two springs since", "그 뒤로 한 건도 없었습니다"."""
_DONE_IN = Expression(r"(?:\d+|[한하두세])\s?(?:초|분|시간|일|주|루)\s?(?:이면|면|만에|안에)\s(?:[가-힣]{1,5}\s)?(?:나[오온옵왔]|끝[나난납났]|마[치친칩쳤]|된|됩|되)")
"""How long it takes now: "자리표가 5분이면 나옵니다"."""
_TASK = Expression(
    r"\W{0,3}(?:(?:re)?install|use|assist|manage|maintain|provide|support|answer|write|rewrite|develop|design|build|create|lead|coordinate|train|prepare|perform|conduct|implement|oversee|monitor|analy[sz]e|repair|configure|set up|teach|assign|process|"
    r"investigate|deploy|test|review|plan|organi[sz]e|supervise|handle|resolve|troubleshoot|update|upgrade|document|draft|edit|schedule|order|track|operate|administer|run|collect|serve|sell|mentor|deliver|present|research|evaluate|inspect|clean)(?:ing|s)?\b(?!\s(?:of|in)\b)",
    re.IGNORECASE,
)
"""How a line of a résumé without a subject opens that tells the daily work in the present tense."""
_ALONE = Expression(r"1\s?인|개인|혼자|\bsolo\b|\bpersonal\b|\bindividual\b", re.IGNORECASE)


def find_star_gaps(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit for each told entry of two or more statements that lacks two or more parts; its values list them."""
    for entry in evidence.stories.judged:
        if entry not in evidence.stories.work or evidence.stories.sizes[entry] < 2:
            continue
        missing = missing_parts(evidence, entry)
        if len(missing) >= 2:
            title = evidence.title(entry)
            yield Hit(title, None, entry, values={
                "match": evidence.document.words(title),
                "missing.ko": ", ".join(PARTS[part][0] for part in missing),
                "missing.en": ", ".join(PARTS[part][1] for part in missing),
            })


def missing_parts(evidence: Evidence, entry: int) -> tuple[int, ...]:
    """Indices into `PARTS` of what the entry does not tell; nobody asks for a role where the author worked alone."""
    told = [
        _tells(evidence, entry, _SITUATION) or _says(evidence, entry, _PURPOSE) or _opens_with_trouble(evidence, entry), True,
        _acts(evidence, entry) or _says(evidence, entry, _TASK, opening=True), _has_result(evidence, entry) or _says(evidence, entry, _OUTCOME),
    ]
    if _has_team(evidence, entry):
        told[1] = _tells(evidence, entry, ("role",)) or (told[2] and _acts_alone(evidence, entry))
    return tuple(part for part, there in enumerate(told) if not there and not _told_in_words(evidence, entry, part))


def _told_in_words(evidence: Evidence, entry: int, part: int) -> bool:
    return any(evidence.told_in_words(entry, element) is not None for element in _ELEMENTS.get(part, ()))


def _tells(evidence: Evidence, entry: int, names: tuple[str, ...]) -> bool:
    return any(
        signal.name in names
        for index in evidence.entry_statements(entry)
        if not evidence.claims[index].given
        for signal in evidence.signals[index]
    )


def _says(evidence: Evidence, entry: int, pattern: Expression, *, opening: bool = False) -> bool:
    """Whether a line of a résumé says a part in passing, which is all the room that it has."""
    if evidence.kind_of_entry(entry) not in ("resume", "career"):
        return False
    texts = [evidence.text(index) for index in evidence.entry_statements(entry) if not evidence.claims[index].given and evidence.outline.statements[index].form == "bullet"]
    return any((pattern.match if opening else pattern.search)(text) for text in texts)


def _acts(evidence: Evidence, entry: int) -> bool:
    return any(evidence.claims[index].own and evidence.has(index, _ACTION) for index in evidence.entry_statements(entry))


def _acts_alone(evidence: Evidence, entry: int) -> bool:
    """Whether a line of a résumé without a subject tells an action: it is the author's own."""
    if evidence.kind_of_entry(entry) not in ("resume", "career"):
        return False
    return any(
        evidence.claims[index].author == "author" and evidence.has(index, _ACTION) and evidence.outline.statements[index].form == "bullet"
        for index in evidence.entry_statements(entry)
    )


def _opens_with_trouble(evidence: Evidence, entry: int) -> bool:
    """Whether a sentence above the deeds tells what went wrong: "Tomatoes froze twice in one spring." """
    first = next(iter(evidence.entry_statements(entry)))
    claim, statement = evidence.claims[first], evidence.outline.statements[first]
    if statement.form != "prose" or claim.given or claim.modality != "done" or evidence.has(first, _OWN_DEED):
        return False
    return evidence.weighing.tells("obstacle", first) is True or any(signal.name in _TROUBLE and evidence.is_sign(signal, first) for signal in evidence.signals[first])


def _has_gone(evidence: Evidence, entry: int) -> bool:
    """Whether a line says that the trouble has not come back, or how little time it takes now."""
    texts = [evidence.text(index) for index in evidence.entry_statements(entry) if not evidence.claims[index].given and evidence.claims[index].modality == "done"]
    return any(_NO_MORE.match(text) or _KOREAN_NO_MORE.search(text) or _DONE_IN.search(text) for text in texts)


def _has_result(evidence: Evidence, entry: int) -> bool:
    if _tells(evidence, entry, _RESULT) or _PRIZE.search(evidence.document.words(evidence.title(entry))) or _has_gone(evidence, entry):
        return True
    return any("result" in evidence.outline.section_kinds(evidence.outline.statements[index]) for index in evidence.entry_statements(entry))


def _has_team(evidence: Evidence, entry: int) -> bool:
    """Whether the title or a statement says that others took part; teams that competed did not."""
    title = evidence.document.words(evidence.title(entry))
    if _ALONE.search(title):
        return False
    if _TEAM.search(title):
        return True
    return any(
        signal.name == "team" and (signal.strength == "label" or not _competes(evidence, index))
        for index in evidence.entry_statements(entry)
        for signal in evidence.signals[index]
    )


def _competes(evidence: Evidence, statement: int) -> bool:
    """Whether the teams of the statement are those of a ranking."""
    return any(number.kind == "rank" for number in evidence.measures[statement].numbers)
