"""FOC007: a competition that tells its reader neither what it asked, nor how large and hard it was, nor the place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerlint.dates.periods import read_periods
from careerlint.expression import Expression
from careerlint.model.contests import KOREAN_CONTESTS
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.number import ORDINAL
from careerlint.model.rule import Rule
from careerlint.model.span import Span

_COMPETITION = Expression(
    rf"{KOREAN_CONTESTS}|챌린지|캐글|데이콘|kaggle|dacon|competition|contest|hackathon|challenge|datathon|olympiad|championship|tournament|\bsumo\b|올림피아드|선수권|league|\bcup\b|(?<![a-z])hack(?![a-z])|(?:data|game|code|ml|ai|robot|design|climate|health)\s?-?(?:jam|sprint|clash|battle|rally|duel|quest|olympics|prix|fest|derby)(?![a-z])|(?<![a-z])(?!marathon)[a-z]+[- ]?a-?thon(?![a-z])|hack\s?day", re.IGNORECASE
)
_MADE_FOR = Expression(r"(?:대회|해커톤|공모전)\s?(?:참가|관리|운영|신청|홍보|준비)\s?(?:페이지|서비스|앱|시스템|사이트|위원)|(?:contest|hackathon|competition) (?:website|platform|management)", re.IGNORECASE)
_MADE = r"(?:앱|어플|서비스|플랫폼|사이트|시스템|솔루션|게임|봇)"
_FOR_ENTRANTS = Expression(rf"(?:대회|해커톤|공모전|경진대회|리그|챌린지|선수권|토너먼트)(?:[ ·,](?!(?:우수|최우수|대상|금상|은상|동상|장려|수상|입상|출품|참가|우승|제출|본선|결선))[가-힣]{{1,8}}){{0,3}}[ ·]?{_MADE}(?![가-힣])")
"""Who names what was made for a competition and its entrants: "리그·매칭 앱", "해커톤 팀 찾기 플랫폼"."""
_TASK_ABOVE = Expression(r"\W*(?:(?:대회|공모전|경진대회)\s?)?(?:주제|과제|문제|태스크|대회 내용|task|topic|theme|problem)\W*", re.IGNORECASE)
"""What heads a column or a part with the task of a competition."""
_GIVEN = Expression(
    r"\bfellow(?:ship)?s?\b|\bscholar(?:ship)?s?\b|\bgrants?\b|bursar|stipend|\bresidency\b|\bfund(?:ing|ed)?\b|dean.?s (?:list|award)|\bhonou?rs?\b|\bpatents?\b|\bmemberships?\b|accelerator|"
    r"community (?:work|service)|volunteer|exchange program|장학|펠로우|연구비|지원금|지원\s?사업|특허|봉사|연수|우등|표창|감사패|(?:논문|포스터|발표|학술)상|(?:best|outstanding) (?:student )?(?:paper|poster|thesis|talk|presentation)\b",
    re.IGNORECASE,
)
"""What is listed under awards and is no contest: nobody asks how many teams took part in a fellowship."""
_LONGEST_CONTEST = 300
"""Days: whoever did something for longer held a post."""
_FIRST_WORDS = 300
_TASK = Expression(
    r"과제|주제|문제는|태스크|task\b|topic|theme|예측(?:하는|$|\s?(?:대회|경진|과제|챌린지))|분류(?:하는|\s?(?:대회|경진|과제))|탐지(?:하는|\s?(?:대회|경진))|판별|맞히는|맞추는|찾는|만드는|나누는|"
    r"[가-힣]{1,8}[는은ᆫ]\s(?:시합|경연|겨루기)|[가-힣]{1,6}[는을]\s(?:문제|대회|과제|일)(?:였|이었|이다|입니다|였다|로,)|\b(?:asked (?:for|us|to)|(?:we|you|teams|participants|everyone) had to|the (?:aim|goal|job|question|point|challenge) was|was to)\b|"
    r"(?m:^[ \t]*(?:tell|guess|name|count|spot|estimate|find|sort|tag|rank|classify|detect)\s(?:from|which|what|how|the|whether|who|when|apart)\b)|\bto (?:predict|classify|detect|build|find|tell|name|segment|forecast|design)\b|forecast(?:ing)?\b|predict(?:ion|ing)?\b|classification|detection|segmentation|wins\b|recognition",
    re.IGNORECASE,
)
_ORDINAL = rf"(?:{ORDINAL}|last)"
_CELL = r"(?m:[\t|][ \t]*\d+ ?(?:of|/|out of) ?\d+[ \t]*(?:$|[\t|]))"
"""A cell of a table that holds a place and of how many."""
_TITLE_TASK = Expression(r"\b(?:predict|classif|detect|forecast|segment|recogni[sz]|identif|estimat|translat)\w*|(?:예측|분류|탐지|감지|과제|인식|판별|추천|검출|생성|번역)|[:–—-]\s?(?:tell|name|find|predict|classify|count|build|detect|forecast|design|segment|recogni[sz]e|sort)\b", re.IGNORECASE)
_LIST = Expression(
    r"\W*(?:대회|공모전|경진\s?대회|해커톤|수상(?:\s?(?:및|/|·)\s?대회)?|수상\s?(?:내역|경력)|kaggle|캐글|데이콘|(?:student |data )?(?:competitions?|contests?|hackathons?|challenges?)(?: history)?|awards?|competition history)\W*",
    re.IGNORECASE,
)
_SIZE = Expression(
    r"(?:(?:열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔)(?:하나|한|두|둘|세|셋|네|넷|다섯|여섯|일곱|여덟|아홉)?|수십|수백|몇십)\s?(?:개\s?)?(?:팀|명|조)(?!이\s?한|원)|"
    r"\b(?:eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|(?:a |two )?(?:hundred|dozen)|dozens of|hundreds of) (?:teams?|participants?|entrants|contestants|competitors|entries)|"
    r"\d[\d,]*\s?(?:여\s?)?(?:개\s?)?(?:팀|명|조)(?!이\s?한|원)|\d[\d,]*\s(?:teams?|participants?|entrants|contestants|competitors|bridges|entries|submissions)|\b\d+(?:st|nd|rd|th) of (?:the )?\d+|/\s?\d+\s?(?:팀|teams)|"
    rf"\b(?:(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|\d+) groups\b|{_CELL}", re.IGNORECASE,
)
_TEAM = Expression(r"\d+\s?(?:인|명)\s?(?:팀|1조|으로\s?(?:참가|구성)|과\s?(?:함께\s?|같이\s?)?(?:참가|출전|나가|팀))|(?:팀원|친구|동기|동료|학생)\s?(?:은\s|이\s)?\d+\s?명|team of \d+", re.IGNORECASE)
_RANK = Expression(
    r"\d+\s?(?:등|위)(?![가-힣]{2})|상위\s?\d|\b\d+(?:st|nd|rd|th)\b|\btop\s?\d|대상|최우수|우수상|장려상|금상|은상|동상|입상|수상|본선|결선|"
    rf"\b(?:lay|finished|came|placed|ended(?: up)?|stood|ranked|landed)\b[^.\n]{{0,24}}\b{_ORDINAL}\b|\b(?:the )?(?:gold|silver|bronze) (?:one|place|prize|award)\b|{_CELL}|"
    r"(?:first|second|third) (?:place|prize)|winner|won\b|finalist|medal|shortlist|prize|among the (?:last|first|best|top) \w+|last \w+ (?:of|out of)|메달|1등", re.IGNORECASE,
)
_HARD = Expression(r"실무|현업|실제|어려|관건|까다|불균형|부족|제한|hard\b|difficult|challeng|real\b|practice|limited|noisy|imbalance|missing|only \d|drift|as the \w+ works", re.IGNORECASE)
_SHORTEST = 2
"""Statements of an entry that tells something; a line in a list of competitions only names one."""
_ASKED = 2
_NAMES = {"task": ("무엇을 물은 대회인지", "its task"), "size": ("몇 팀이었는지", "how many took part"), "rank": ("몇 위였는지", "your place"), "hard": ("무엇이 어려웠는지", "what made it hard")}
"""What a competition may be told by, in both languages."""


def find_bare_competitions(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """Each competition of which fewer than two are told: its task, its size, the rank, what made it hard or close to practice."""
    for index, entry in enumerate(evidence.outline.entries):
        first, last = entry.statements
        title = evidence.title(index)
        words = evidence.document.words(title)
        if not _is_told(evidence, index) or not _is_competition(evidence, index, words):
            continue
        title, words = _named(evidence, index, title, words)
        inside = "\n".join(f"{evidence.outline.statements[statement].label} {evidence.text(statement)}" for statement in range(first, last))
        # A row of a table has its place and of how many in a cell of their own.
        row = evidence.document.words(entry.span) if all(evidence.outline.statements[statement].table >= 0 for statement in range(first, last)) else ""
        text = f"{words}\n{inside}\n{row}"
        told = {
            "task": _TASK.search(inside) is not None or _names_task(evidence, range(first, last)) or _TITLE_TASK.search(words) is not None or any(signal.name == "goal" for statement in range(first, last) for signal in evidence.signals[statement]),
            "size": _SIZE.search(_TEAM.sub("", text)) is not None or any(number.kind == "rank" and number.total for statement in range(first, last) for number in evidence.measures[statement].numbers),
            "rank": _RANK.search(text) is not None or any(number.kind == "rank" for statement in range(first, last) for number in evidence.measures[statement].numbers),
            "hard": _HARD.search(inside) is not None or any(signal.name in ("difficulty", "failure") and signal.strength == "strong" for statement in range(first, last) for signal in evidence.signals[statement]),
        }
        if sum(told.values()) < _ASKED:
            missing = [_NAMES[name] for name in told if not told[name]]
            yield Hit(title, None, index, values={"match": words, "missing.ko": ", ".join(korean for korean, _ in missing), "missing.en": ", ".join(english for _, english in missing)})


def _is_told(evidence: Evidence, index: int) -> bool:
    """Whether an entry tells something: two statements, or one under a heading of its own that tells a deed."""
    entry = evidence.outline.entries[index]
    first, last = entry.statements
    if sum(not evidence.outline.statements[place].aside for place in range(first, last)) >= _SHORTEST:
        return True
    headed = entry.section >= 0 and entry.is_headed_by(evidence.outline.sections[entry.section])
    return headed and last - first == 1 and evidence.claims[first].own and evidence.has(first, ("deed", "use", "change"))


def _names_task(evidence: Evidence, indices: range) -> bool:
    """Whether something stands in a column or part of the task."""
    statements = evidence.outline.statements
    return any(statements[index].context and _TASK_ABOVE.fullmatch(statements[index].context[-1]) for index in indices)


def _named(evidence: Evidence, index: int, title: Span, words: str) -> tuple[Span, str]:
    """The competition's own heading where the entry's title is that of the list it stands in."""
    if _LIST.fullmatch(words):
        inside = [section.title for section in evidence.outline.sections if section.entry == index and section.title is not None and section.title != title]
        if len(inside) == 1:
            return inside[0], evidence.document.words(inside[0])
    return title, words


def _is_competition(evidence: Evidence, index: int, title: str) -> bool:
    entry = evidence.outline.entries[index]
    if entry.kind in ("job", "course", "answer") or _MADE_FOR.search(title) or _FOR_ENTRANTS.search(title):
        return False
    if _COMPETITION.search(title):
        return True
    if _is_given(evidence, index, title):
        return False
    if entry.kind == "competition":
        return True
    if any(section.entry == index and section.title is not None and _COMPETITION.search(section.heading) for section in evidence.outline.sections) and _LIST.fullmatch(title):
        return True
    for section in evidence.outline.above(entry.section):
        found = evidence.outline.sections[section]
        if _COMPETITION.search(found.heading):
            return True
        if found.kind in ("projects", "experience"):
            return False
    return False


def _is_given(evidence: Evidence, index: int, title: str) -> bool:
    """Whether an entry among awards is a fellowship, a scholarship, a service or a post that was held for long, by its title or its period."""
    entry = evidence.outline.entries[index]
    if _GIVEN.search(title):
        return True
    above = entry.title.start if entry.title is not None else entry.span.start
    begins = evidence.document.words(Span(min(above, entry.span.start), entry.span.end))[:_FIRST_WORDS]
    return any(period.now or (period.until is not None and (period.until.first - period.since.last).days > _LONGEST_CONTEST) for period in read_periods(begins))
