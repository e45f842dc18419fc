"""CHG004, CHG005 and RES005: gains without a start, gains that no single change accounts for, results at the end of a long entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from careerlint.expression import Expression
from careerlint.model.document import Block
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.number import Number
from careerlint.model.rule import Rule

_APPLIED = Expression(r"적용|도입|\b(?:appl(?:ied|ying)|introduc(?:ed|ing))\b(?!\s(?:AI|ML|Python|[Rr]esearch|[Ss]cience|[Mm]ath|[Ss]tatistics|[Mm]achine|[Dd]ata|[Dd]eep))")
_ADDED = Expression(r"\b(?:added|introduced|built in|put in|brought in|shipped|combined|switched on) (?P<list>(?:an? |the )?[a-z][\w-]*(?: [\w-]+){0,3}, (?:an? |the )?[a-z][^.;:]{2,60}? and (?:an? |the )?[a-z][^.;:,]{2,40})", re.IGNORECASE)
"""Three things or more that were added at once."""
_PREPARES = Expression(
    r"(?:정규화|증강|최적화|고도화|정제|제거|제외|통합|분리|변환|병렬화|자동화|합[치쳐쳤]\S*|나누\S*|나눠\S*|나눴\S*|빼\S*|뺐\S*)(?:했|하|함|한|됨|시)?\S*|(?:and |, )?(?:removed|split|merged|converted|normali[sz]ed|augmented)",
    re.IGNORECASE,
)
"""Words of change that mostly tell how data was prepared."""
_SIZE = Expression(
    r"파라미터|연산량|매개변수|배치 크기|배치 사이즈|입력 (?:길이|크기|차원)|윈도우? 크기|창 (?:크기|길이)|윈도우? 길이|청크 (?:크기|길이)|임베딩 (?:크기|차원)|배치 \d|학습률|에폭|해상도|\bFLOPs\b|\bparameters?\b|\bparams\b|\bbatch size|\binput (?:size|length)|\bwindow (?:size|length)|\blearning rate|\bepochs?\b|\bresolution\b", re.IGNORECASE
)
"""What a model weighs or how it was set up is no gain."""
_BY = Expression(r"[^.;:\n]{0,24}?\bby (?:about |around |nearly |almost |over |more than |up to |roughly |some )?[$€£₩]?\d")
"""The size of a change is told, so that its start need not be."""
_NUMBER = r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무|서른|마흔|쉰|사흘|나흘|이틀|하루|반나절)"
_COUNT = Expression(rf"(?<![A-Za-z]){_NUMBER}(?![A-Za-z])", re.IGNORECASE)
_STARTED = Expression(
    rf"(?:원래|작년|지난해|전년|지난\s?\S{{1,3}}|시작|이전|종전|전에|전\s?(?:달|해|주|분기|학기)|(?:바꾸|고치|하|들이|옮기)기\s?전|옛|예전|처음|애초|당초|직전|종이로|손으로|도입\s?전|개편\s?전|변경\s?전)[가-힣]{{0,3}}(?:\s[^\d.;]{{0,14}})?\s?{_NUMBER}|"
    rf"{_NUMBER}\s?\S{{0,8}}(?:이던|였던|하던|걸리던|들던|나던|되던|이었다|였다|에서|보다)\s|"
    r"\bfrom (?:an?|about|nearly|almost|over|under|half|one|two|three|four|five|six|seven|eight|nine|ten|several|hours|days|weeks)\b|"
    rf"\b(?:it was|(?:was|were)(?!\s(?:\w+ly\s)?(?:improved|enhanced|increased|raised|lifted|boosted|reduced|lowered|shortened|cut|trimmed)\b)|had been|used to be|needed|took|starting (?:at|from)|started (?:at|from|with)|up from|down from|before|once|formerly|previously|the old \w+|on paper|by hand)\b(?:(?!\bto\b)[^.;\d]){{0,24}}\b{_NUMBER}\b|"
    rf"\b{_NUMBER}\b[^.;\d]{{0,16}}\b(?:before|earlier|once|until then|the (?:year|month|week|season) before|last (?:year|month|week)|less|fewer|more|shorter|faster)\b|"
    rf"\bup (?:by )?{_NUMBER} (?:points?|percent)|\bdown (?:by )?{_NUMBER} (?:points?|percent)|\bused to\b|\ba (?:job|task|matter|work|thing) of (?:an?|one|two|three|half an?|several|hours|days|weeks)\b|"
    rf"\b{_NUMBER}\s(?:[a-z]+\s){{1,4}}(?:fell|dropped|rose|grew|went|shrank|came)\s(?:down\s|up\s)?to\b|,\s(?:down\s|up\s)?from\s{_NUMBER}\b|\bto\s[\w.,% ]{{1,20}}\sfrom\s{_NUMBER}\b",
    re.IGNORECASE,
)
"""Words around a number that say where it started."""
_PART_OF = Expression(
    r"\ba (?:third|quarter|fifth|sixth|tenth|half|fraction) (?:of|the|as)\b|\bto (?:a|one)? ?(?:third|quarter|fifth|sixth|tenth|half)\b|\bhalf (?:of|the|as)\b|\bhalv\w+|\bdoubl\w+|\btripl\w+|\bto (?:zero|none|nothing|nil|0(?![.\d]))\b|"
    r"\d분의\s?\d|\d/\d|분의\s?(?:일|1)|[이삼사오십]분의|(?<![\d.])0\s?(?:으로|건으로|명으로|회로|번으로|%로|퍼센트로)|제로로|없앴|없어졌",
    re.IGNORECASE,
)
"""A share of what there was, and nothing left of it, need no other start."""
_AGO = Expression(r"(?:전에는|전엔|예전에|예전엔|한때|원래는|원래|옛날에|그전에는|쌓이|걸렸|왔습니다|왔다|였다|이었다|나갔|섰|used to|once|was at|were at|sat at|stood at|lasted|took|needed|came in|had been|at first)", re.IGNORECASE)
"""A sentence before in the same bullet tells how it was."""
_UNTREATED = Expression(r"같은\s?(?:기간|때|조건|시기)|않은\s|안\s?한\s|없이\s|대조|반면|업계|나머지|다른\s\S+[은는]|\bwithout (?:it|the)|\bthe (?:others?|rest)\b|\bcontrol\b|\bwhile the\b|\bthe trade\b|\bindustry\b|\bmeanwhile\b", re.IGNORECASE)
"""What was left as it was, to compare with."""
_TOGETHER = Expression(r"(?:둘|셋|넷|다섯|[두세네]\s?(?:가지|개)|다섯\s?가지)(?:을|를|은|는)?\s(?:모두|다|전부|함께|한꺼번에|합)|(?:모두|전부|다|함께|한꺼번에)\s(?:넣|적용|합|바꾸|바꾼|반영|켜|얹)|(?:이|그)\s?(?:세|두|네)\s?가지|\ball (?:two|three|four|five|of (?:it|them|this|these))\b|\b(?:both|together|combined|altogether|in total|in sum)\b|^\W*(?:after|with) (?:that|this|these|those|all)\b", re.IGNORECASE)
"""A gain of all that was changed before."""
_TO = Expression(r"\bto\s\Z", re.IGNORECASE)
_SAVED = Expression(r"\bsav(?:e|es|ed|ing|ings)\b|절감액|절약액", re.IGNORECASE)
"""What was saved is a difference already."""
_LISTED = Expression(r"[,/·+&]|\band\b|와 |과 |및 ")
_SORTS = dict.fromkeys(("us", "ms", "s", "min", "h", "day", "week", "month"), "time") | {"%p": "%"}
"""Units that measure the same sort of thing."""
_FIGURE = Expression(r"\d[.,]\d|\d\s?%")
_GAINS = frozenset(("before-after", "improvement", "effect", "gain-to"))
_QUALITY = Expression(r"(?:속도|성능|효율|품질|정확도|시간|처리량)[을를]\s?\Z")
"""Before a verb of change: what got better, and no change that was made."""
_BY_MEANS = ("으로", "로", "으로써", "로써", "만으로", "만으로도")
"""Particles behind what something was done with."""
_NO_MEANS = ("기준", "결과", "평균", "최종", "대상")
"""What these particles make no means of: "동일 기준으로", "결과로"."""
_THROUGH = ("통하다", "활용", "이용", "사용", "덕분", "덕")
_MADE = Expression(r"구현|개발|제작|구축|작성|\b(?:built|wrote|written|made|implemented)\b", re.IGNORECASE)
_SEVERAL = 2
_ROWS = 3
"""A table with so many rows of figures tells what each step brought."""
_SHIPPED = Expression(r"실제\s?(?:운영|서비스|고객|업무)|운영\s?(?:환경|DB|서버)|고객사|납품|상용|\b(?:in production|for (?:a|our) (?:client|customer)|placed|shipped|launched)\b", re.IGNORECASE)
"""A result in words, which at the top is as good as one in figures."""
_GUIDE = Expression(r"사용법|사용\s?방법|실행\s?방법|설치\s?방법|\bhow to (?:use|run|install)\b|\bthis (?:document|page|guide)\b|이 문서는", re.IGNORECASE)
_OUTPUT = Expression(r"[{\[]\s*['\"]?\w+['\"]?\s*:\s*\d|약\s?\d+\s?(?:분|초)\s?(?:소요|걸)|~\d+줄", re.IGNORECASE)
_MEASURED = Expression(r"\d|절반|[두세네] 배|분의|\bhalf|\bhalv|\btwice|\bdoubl|\btripl|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)
_OPENING = 3
_LONG = 8
"""Statements of an entry that is long enough to bury something."""
_FEW_WORDS = 5
_TOOLS = 3
"""So many technologies before the first result are a list of tools."""


def find_effectless_changes(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit for each told entry in which the author changed something, preparing data not counted."""
    for entry in evidence.stories.told:
        if any(_changes_something(evidence, index) for index in evidence.entry_statements(entry)):
            yield _hit(evidence, entry)


def _changes_something(evidence: Evidence, statement: int) -> bool:
    claim = evidence.claims[statement]
    if claim.author not in ("author", "team") or claim.negated or statement not in evidence.stories.open_statements:
        return False
    return any(
        signal.name == "change" and signal.strength == "strong" and not _PREPARES.fullmatch(evidence.document.words(signal.span).strip())
        for signal in evidence.signals[statement]
    )


def find_unstarted_gains(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit for each statement that brings something to a value and holds no other number of that sort to start from."""
    for index, signals in enumerate(evidence.signals):
        # The words that name the value come first: "cut latency to 35 ms" says more than "cut latency".
        gain = next((signal for name in ("gain-to", "improvement") for signal in signals if signal.name == name and signal.strength == "strong"), None)
        if gain is not None and not _SAVED.search(evidence.document.words(gain.span)) and not _BY.match(evidence.document.text, gain.span.end) and not _has_start(evidence.document.text, evidence.measures[index].numbers):
            if _tells_start(evidence, index):
                continue
            yield Hit(gain.span, index, evidence.entry_of(index), values={"match": evidence.document.words(gain.span)})


def _tells_start(evidence: Evidence, statement: int) -> bool:
    """Whether ordinary words tell where a value started: in the sentence, in the one before it in the bullet, or of what was left as it was beside it."""
    if evidence.match(_STARTED, statement) or evidence.match(_PART_OF, statement):
        return True
    around = evidence.neighbourhood(statement)
    block = evidence.outline.statements[statement].block
    for beside in (statement - 1, statement + 1):
        if beside not in around:
            continue
        same = evidence.outline.statements[beside].block is block and evidence.outline.statements[beside].section == evidence.outline.statements[statement].section
        if same and evidence.outline.statements[statement].form == "bullet" and evidence.match(_COUNT, beside) and (evidence.match(_AGO, beside) or evidence.match(_STARTED, beside)):
            return True
        if evidence.match(_UNTREATED, beside) and evidence.match(_COUNT, beside):
            return True
    return False


def _has_start(text: str, numbers: Sequence[Number]) -> bool:
    """Whether two numbers measure the same sort of thing: two times, two percentages, two counts with one unit; the ends of two gains are none."""
    if len(numbers) > 1 and all(_TO.search(text, max(number.span.start - 4, 0), number.span.start) for number in numbers):
        return False
    # "2 h 40 min" is one time.
    ends = {number.span.end + 1 for number in numbers}
    sorts = [_SORTS.get(number.unit, number.unit) for number in numbers if number.unit and number.kind not in ("period", "date") and number.span.start not in ends]
    return len(sorts) > len(set(sorts))


def find_unattributed_gains(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit for each told entry with several changes and a measured gain of which no statement says what brought it."""
    for entry in evidence.stories.told:
        if _is_unattributed(evidence, entry):
            yield _hit(evidence, entry)


def find_buried_results(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit for each long told entry whose only results stand in its last third, behind lists of tools."""
    for entry in evidence.stories.told:
        indices = [index for index in evidence.entry_statements(entry) if not evidence.outline.statements[index].head]
        if len(indices) < _LONG:
            continue
        results = [place for place, index in enumerate(indices) if evidence.has(index, ("metric", "before-after", "impact", "achievement"))]
        if not results or 3 * results[0] < 2 * (len(indices) - 1) or not any(_is_told_result(evidence, indices[place]) for place in results):
            continue
        listed = {mention.skill.name for index in indices[: results[0]] if _lists_tools(evidence, index) for mention in evidence.mentions[index]}
        if len(listed) < _TOOLS:
            continue
        if any(evidence.match(_SHIPPED, index) for index in indices[:_OPENING]) or _GUIDE.search(" ".join(evidence.text(index) for index in indices[:_OPENING])):
            continue
        yield _hit(evidence, entry)


def _lists_tools(evidence: Evidence, statement: int) -> bool:
    """Whether the statement names several tools, or a few and little else."""
    mentions = evidence.mentions[statement]
    if mentions and len(evidence.text(statement).split()) <= _FEW_WORDS and not evidence.has(statement, ("action", "deed")):
        return True
    return len(mentions) >= _TOOLS or (bool(mentions) and 2 * sum(len(mention.span) for mention in mentions) >= len(evidence.text(statement)))


def _is_told_result(evidence: Evidence, statement: int) -> bool:
    """Whether a result is the author's, told as done, and neither a sample of output nor a step of a manual."""
    text = evidence.text(statement)
    return evidence.claims[statement].own and statement in evidence.stories.open_statements and not _OUTPUT.search(text) and _MEASURED.search(text) is not None


def _hit(evidence: Evidence, entry: int) -> Hit:
    title = evidence.title(entry)
    return Hit(title, None, entry, values={"match": evidence.document.words(title)})


def _is_unattributed(evidence: Evidence, entry: int) -> bool:
    """Whether two or more changes lead to one gain.

    A change is spent on the first gain that follows it; a bullet of several sentences speaks of nothing but itself.
    A gain measured by an experiment has its one change. Where an entry tells several gains, each may have its own.
    """
    statements = evidence.outline.statements
    pending: list[tuple[Block, int]] = []
    bare, rows, gains = False, 0, 0
    for index in evidence.entry_statements(entry):
        statement, claim = statements[index], evidence.claims[index]
        if statement.table >= 0 and not statement.head and _FIGURE.search(evidence.text(index)):
            rows += 1
        if rows >= _ROWS:
            return False
        if not claim.own or (claim.negated and not _is_gain(evidence, index)):
            continue
        here = count_changes(evidence, index)
        if not _is_gain(evidence, index):
            pending.append((statement.block, here))
            continue
        gains += 1
        closed = statement.form == "bullet" and any(block is statement.block for block, _ in pending)
        before = [count for block, count in pending if not closed or block is statement.block]
        tested = evidence.has(index, ("ab-test", "experiment"))
        together = not tested and evidence.match(_TOGETHER, index) is not None
        brought = 1 if tested else here + sum(before) if together else here or (1 if _acts(evidence, index) else _means(evidence, index) or sum(before))
        bare = bare or brought >= _SEVERAL
        pending = [item for item in pending if closed and item[0] is not statement.block]
    return bare and gains == 1


def _is_gain(evidence: Evidence, statement: int) -> bool:
    """Whether the statement measures that something got better."""
    if not evidence.claims[statement].own:
        return False
    better = evidence.has(statement, ("before-after",)) or (evidence.has(statement, ("improvement", "gain-to")) and evidence.has(statement, ("metric",)))
    return better and evidence.match(_SIZE, statement) is None


def _acts(evidence: Evidence, statement: int) -> bool:
    """Whether the statement tells a deed beside its gain: "built a cache, cutting the response by half" says what brought it, as does "made one twice as fast"."""
    gains = [signal.span for signal in evidence.signals[statement] if signal.name in ("improvement", "gain-to", "impact", "before-after")]
    return any(
        signal.name == "action" and signal.strength == "strong"
        and (not any(signal.span.overlaps(gain) for gain in gains) or _MADE.search(evidence.document.words(signal.span)) is not None)
        for signal in evidence.signals[statement]
    )


def _means(evidence: Evidence, statement: int) -> int:
    """How many means a measured gain names before its first figure: "Redis 캐싱으로 응답 시간 5초 → 0.5초" owes it to one, "압축과 코드 분할로" to two."""
    text, words = evidence.text(statement), evidence.words[statement]
    figures = [number.span.start for number in evidence.measures[statement].numbers]
    places = [
        index for index, word in enumerate(words)
        if word.end <= min(figures, default=0) and not any(map(str.isdecimal, word.text))
        and ((word.particle in _BY_MEANS and not word.lemma.endswith(("적", *_NO_MEANS))) or (word.lemma in _THROUGH and "attr" not in word.features))
    ]
    if not places:
        return 0
    # What another means stands before is a clause of its own: "비동기 처리로 멈춤 해결, 캐싱으로 ...".
    since = words[places[-2]].end if len(places) > 1 else 0
    named = text[since : words[places[-1]].end]
    if since and "," in named:
        named = named[named.rindex(",") + 1 :]
    return 1 + len(_LISTED.findall(named))


def count_changes(evidence: Evidence, statement: int) -> int:
    """How many changes a statement tells: its verbs of change, and what it lists as applied."""
    text, start = evidence.text(statement), evidence.outline.statements[statement].span.start
    spans = [
        signal.span for signal in evidence.signals[statement]
        if signal.name == "change" and signal.strength == "strong" and "instead" not in evidence.document.words(signal.span).lower()
        and _QUALITY.search(text, 0, signal.span.start - start) is None
    ]
    added = _ADDED.search(text) if evidence.may_match(statement, _ADDED) else None
    if added is not None and any(span.start <= added.start() + start < span.end for span in spans):
        return len(spans) + len(_LISTED.findall(added["list"]))
    for match in _APPLIED.finditer(text) if evidence.may_match(statement, _APPLIED) else ():
        if not any(span.start <= match.start() + start < span.end for span in spans):
            # What stands before a gain brought the gain: only what is listed behind it is applied.
            gains = [signal.span.end - start for signal in evidence.signals[statement] if signal.name in _GAINS and signal.span.end - start <= match.start()]
            clause = re.split(r"[.;]|고 |며 ", text[max(gains, default=0) : match.start()])[-1].lstrip(" ,및/·&+")
            return len(spans) + 1 + len(_LISTED.findall(clause))
    return len(spans)
