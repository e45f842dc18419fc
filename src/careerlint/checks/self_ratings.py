"""HON008: levels that people give their own technical skills: percents, stars, bars, marks out of ten, high and low."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from careerlint.checks.tables import cell_words
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule
from careerlint.model.span import Span

_SILENT_SECTIONS = frozenset(("languages", "certificates", "education", "training", "awards", "publications", "prompt", "task", "references", "license"))
_SKILL_HEADING = Expression(
    r"기술(?!서|하|되)|스킬|(?<![가-힣])툴|도구|역량|능력|숙련|프로그래밍\s?언어|프로그램|소프트웨어|(?<![A-Za-z])(?:skills?|tool\w*|(?:tech|technology) stack|technical|technologies|competenc\w*|proficienc\w*|expertise|software|programming)(?![A-Za-z])",
    re.IGNORECASE,
)
_LEVEL_COLUMN = Expression(r"(?:(?:내|나의|본인|자가)\s?|(?i:my|own)\s)?(?:숙련도?|수준|레벨|실력|활용\s?(?:도|능력|수준)|자신감|능숙도|level|proficiency|rating|(?:skill|self)[- ]?(?:level|rating|assess(?:ment|ed)|evaluation|estimate)|mastery|confidence|fluency|grade|stars|score|how (?:well|good))", re.IGNORECASE)
_SKILL_COLUMN = Expression(r"(?:사용|보유)?\s?(?:기술|스킬|툴|도구|언어|프로그램|스택)(?:명|\s?이름|\s?스택)?|skills?|tools?|technolog(?:y|ies)|languages?|software|stack|area", re.IGNORECASE)

_WORDS = (
    r"(?:최상|중상|중하|상|중|하|초급|중급|고급|입문|초중급|중고급)(?![가-힣])"
    r"|(?i:very\s)?(?i:high|medium|mid|low|beginner|novice|basic|elementary|(?:upper|lower)[- ]intermediate|intermediate|advanced|expert|good|excellent|fair|average|rudimentary)(?![A-Za-z])"
)
_YEARS = r"(?:약\s?)?\d{1,2}(?:\.\d)?(?:\s?[~–+-]\s?(?:\d{1,2}(?:\.\d)?)?)?\s?(?:년|개월|(?i:years?|yrs?))[가-힣 ]{0,4}"
"""How long, before how well: "Java (5~7년, 상)"."""
_RATING = Expression(
    r"(?P<glyphs>(?:[★☆⭐✩✪✭✮🌟]\ufe0f?\s?){2,}|[■□▪▫◼◻]{3,}|[●○◉◎⚫⚪⬤]{3,}|[█▓▒░▌▉]{3,}|[▰▱]{3,}|[▮▯]{3,}|[◆◇]{3,}|[♥♡]{3,}|[🟩🟦🟨🟧🟥🟪⬜⬛🔵🟢🔲🔳]{3,}|\[[=#*\-._ ]{5,}\]|(?<![가-힣])별\s?[1-5]개|[1-5]\s?stars?(?![A-Za-z])|(?<![A-Za-z])(?i:lv|level)\.?\s?[1-9](?!\d|[-_/][A-Za-z]))"
    r"|(?P<percent>(?<![\d.,+])(?:100|[1-9]\d?)\s?[%％](?!\s?[pP]))"
    r"|(?P<mark>(?<![\d.,/A-Za-z])(?<!(?i:junit)\s)(?<!(?i:unreal)\s)(?<!(?i:engine)\s)(?<!(?i:bootstrap)\s)(?<!(?i:laravel)\s)\d{1,3}(?:\.\d)?\s?/\s?(?:5|10|100)(?:\.0)?(?![\d/.]))"
    r"|(?P<scale>(?:5|10|100)\s?점\s?만점에?\s?(?:약\s?)?\d{1,3}(?:\.\d)?\s?점|\d{1,2}(?:\.\d)?\s(?i:(?:out )?of)\s(?:5|10|100|five|ten)(?!\d))"
    rf"|(?:(?P<open>[(\[:：|\t–—-])\s*(?:{_YEARS}[,/·]\s*)?|^)(?P<word>{_WORDS})\s*(?=$|[)\],/|;·\n\t])"
)
_LEVELS = Expression(rf"(?:{_WORDS})(?:\s+(?:{_WORDS}))*")
"""A line of levels alone, under the line that names the skills."""
_ENDS = Expression(r"\s*(?:$|[,/;|\n\t·)\]~(])")
_SENTENCE = Expression(r"(?:^|\s)(?:[a-z]+ed|[A-Z][a-z]+ed|led|cut|drove|by|down|up|to|of|over|with|from|at|than|for)(?:\s|$)|[을를은는이가]\s")
_SEPARATOR = Expression(r"[,/;|\n\t·]|\)\s|\s{3,}")
_REMARK = Expression(r"(?<=\S)\s?\([^()\n]{1,40}\)\s*(?:[:：–—-]\s*)?$")
"""What is said of a skill in brackets, before its level: "Python (pandas, NumPy) ●●●○○"."""
_EDGES = " \t\n:：-–—()[]|,·•*_`'\"="
_SPOKEN = Expression(
    r"영어|일본어|일어|중국어|한국어|독일어|불어|프랑스어|스페인어|러시아어|베트남어|외국어|회화|(?i:english|korean|japanese|chinese|mandarin|german|french|spanish|russian|portuguese|italian|dutch|arabic|hindi|vietnamese|polish|turkish|swedish|czech)"
)
_NO_SKILL = Expression(
    r"시험|업무의|작업의|근무\s?시간|하루의|상위|하위|점수|학점|평점|성적|평가|만족|리뷰|설문|정확도|신뢰도|커버리지|출석|수료|완료|진행률|달성|난이도|우선순위|중요도|기여|비중|비율|[률율](?:$|[ (을를은이가])|커뮤니케이션|의사소통|소통|리더십|협업|책임감|창의|공감|토익|"
    r"(?i:exam|score|gpa|grade|test|satisfaction|review|survey|accuracy|coverage|attendance|completion|progress|difficulty|priority|uptime|share|contribution|communication|leadership|speaking|presentation|teamwork|team work|creativity|problem.solving|time management|toeic|toefl|ielts|topik)"
)
_RATES_ITSELF = Expression(r"실력|수준|숙련|활용|능숙|자신|다루|(?i:rate|level|proficien|skill|knowledge|confiden)")
_RANKS = Expression(r"(?i:ranks?|levels?|tiers?|grades?|stages?|categories|classes|difficulty|scale)")
"""Labels of the levels that a game, course or form has."""
_OF_A_CONTEST = Expression(r"\s?(?:대회|과제|과정|프로젝트|미션|강의|수업|문제|단계|스테이지|시험|챌린지|competition|contest|challenge|course|class|module|task|project|certificat|exam|assignment|boss|quest)", re.IGNORECASE)
_OF_A_CONTEST_LEFT = Expression(r"(?:개최|진행|주최|출제)[된한되하]\S{0,2}\s?$|\b(?:ranks?|tiers?|difficulty|grades?|classes|stages?|등급|난이도|단계)\s?[:：]\s?$", re.IGNORECASE)
"""The level is that of a contest, a course, or the ranks of a game."""
_SCALE_LABEL = Expression(r"(?:the\s)?(?:ranks?|levels?|tiers?|difficult(?:y|ies)|grades?|stages?|classes)|(?:난이도|등급|단계|레벨|랭크)(?:\s?(?:구분|체계|종류))?", re.IGNORECASE)
"""A label under which the steps of a scale are named, and no skill."""
_LETTER = Expression(r"[A-Za-z가-힣]")
_LONGEST_NAME = 36
_LONGEST_LINE = 160


def find_self_ratings(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit for each section that rates skills: the first rated skill, the others beside it."""
    found: dict[int, list[tuple[int, Span]]] = {}
    last = -1
    for index, statement in enumerate(evidence.outline.statements):
        span = _rated(evidence, index, last >= 0 and _is_next(evidence, last, index))
        if span is not None:
            found.setdefault(statement.section, []).append((index, span))
            last = index
    for rated in found.values():
        statement_index, first = rated[0]
        values = {"match": evidence.document.words(first)}
        yield Hit(first, statement_index, evidence.entry_of(statement_index), values=values, related=tuple(span for _, span in rated[1:]))


def _is_next(evidence: Evidence, first: int, second: int) -> bool:
    statements = evidence.outline.statements
    return second == first + 1 and statements[first].section == statements[second].section


def _rated(evidence: Evidence, index: int, continues: bool) -> Span | None:
    """The first skill of a statement with its rating."""
    outline = evidence.outline
    statement = outline.statements[index]
    if statement.head or not _SILENT_SECTIONS.isdisjoint(outline.section_kinds(statement)):
        return None
    text = evidence.text(index)
    if len(text) > _LONGEST_LINE:
        return None
    if statement.form == "row":
        return _of_row(evidence, index)
    told = _is_about_skills(evidence, index)
    if not (told or continues or evidence.mentions[index]):
        # Every rating that counts stands under a heading of skills, goes on with others, or is one of a technology.
        return None
    if told and (beside := _beside_its_skill(evidence, index)) is not None:
        return beside
    ratings = _RATING.finditer(text) if evidence.may_match(index, _RATING) else ()
    return next((span for rating in ratings if (span := _of_rating(evidence, index, rating, told, continues)) is not None), None)


def _beside_its_skill(evidence: Evidence, index: int) -> Span | None:
    """A level alone below the line that names the skills, or as the label before them."""
    statement, text = evidence.outline.statements[index], evidence.text(index)
    if index and _LEVELS.fullmatch(text) and _is_skill_name(evidence.text(index - 1), "") and _is_next(evidence, index - 1, index):
        return statement.span
    if statement.label and _is_level(statement.label) and _is_skill_name(text, ""):
        return Span(evidence.label_start(index), statement.span.end)
    return None


def _of_rating(evidence: Evidence, index: int, rating: re.Match[str], told: bool, continues: bool) -> Span | None:
    """The skill before a rating, with it; `told` says that the statement is about skills, `continues` that it goes on with a list of rated ones."""
    statement, text = evidence.outline.statements[index], evidence.text(index)
    start = rating.start()
    remark = _REMARK.search(text, 0, start)
    name_start = max((separator.end() for separator in _SEPARATOR.finditer(text, 0, remark.start() if remark is not None else start)), default=0)
    name = text[name_start:start].strip(_EDGES) or (statement.label if name_start == 0 else "")
    if _RANKS.fullmatch(statement.label.strip()) or _SCALE_LABEL.fullmatch(statement.label.strip(_EDGES)) or not _is_skill_name(name, statement.label):
        return None
    offset = statement.span.start
    if rating["scale"]:
        rates = bool(_RATES_ITSELF.search(text)) or (told and len(name) <= _LONGEST_NAME and bool(_ENDS.match(text, rating.end())))
        counts = rates and evidence.claims[index].own and (told or evidence.mentions[index])
        return Span(offset + start, offset + rating.end()) if counts else None
    if len(name) > _LONGEST_NAME or _is_in_code(evidence, offset + start):
        return None
    if _OF_A_CONTEST.match(text, rating.end()) or _OF_A_CONTEST_LEFT.search(text[:start]):
        return None
    strong = rating["glyphs"] is not None
    if not strong and (not _ENDS.match(text, rating.end()) or _SENTENCE.search(name)):
        return None
    named = any(mention.span.start < offset + start and mention.span.end > offset + name_start for mention in evidence.mentions[index])
    if not (told or (strong and (continues or named)) or (named and rating["open"] == "(" and rating["word"])):
        return None
    before = text[name_start:start]
    lead = len(before) - len(before.lstrip(_EDGES))
    closed = "(" in before + rating[0] and text[rating.end() : rating.end() + 1] == ")"
    first = evidence.label_start(index) if name == statement.label else offset + min(name_start + lead, start)
    return Span(first, offset + rating.end() + closed)


def _is_skill_name(name: str, label: str) -> bool:
    if not _LETTER.search(name) or _LEVELS.fullmatch(name) or "%" in name:
        return False
    both = f"{label} {name}"
    return not (_SPOKEN.search(both) or _NO_SKILL.search(both))


def _is_level(words: str) -> bool:
    match = _RATING.fullmatch(words.strip(_EDGES))
    return match is not None and (match["word"] is not None or match["glyphs"] is not None)


def _of_row(evidence: Evidence, index: int) -> Span | None:
    """A row whose first cell names a skill and one of whose others is nothing but a rating."""
    statement = evidence.outline.statements[index]
    cells = cell_words(evidence, statement.block)
    header = list(statement.context[-len(cells) :]) if len(statement.context) >= len(cells) else []
    column = next((place for place, words in enumerate(header) if _LEVEL_COLUMN.fullmatch(words.strip())), -1)
    told = (column > 0 and bool(_SKILL_COLUMN.fullmatch(header[0].strip()))) or _is_about_skills(evidence, index)
    if not told or len(cells) < 2 or not _is_skill_name(cells[0], "") or len(cells[0]) > 2 * _LONGEST_NAME:
        return None
    for place, words in enumerate(cells[1:], 1):
        match = _RATING.fullmatch(words)
        if match and (column in (-1, place)) and (match["glyphs"] or column == place or not header):
            return statement.span
    return None


def _is_about_skills(evidence: Evidence, index: int) -> bool:
    outline = evidence.outline
    statement = outline.statements[index]
    if "skills" in outline.section_kinds(statement):
        return True
    heading = outline.sections[statement.section].heading
    return _names_skills(heading) or bool(statement.context and _names_skills(statement.context[-1]))


@lru_cache(maxsize=256)
def _names_skills(heading: str) -> bool:
    """Whether a heading announces skills; many statements stand under the same."""
    return len(heading) <= 2 * _LONGEST_NAME and _SKILL_HEADING.search(heading) is not None


def _is_in_code(evidence: Evidence, offset: int) -> bool:
    return any(mark.kind == "code" and mark.span.start <= offset < mark.span.end for mark in evidence.document.marks)
