"""Changes: two numbers of one quantity with what joins them, and the size of the change beside them."""

from __future__ import annotations

import re
from dataclasses import replace

from careerlint.expression import Expression
from careerlint.model.number import Change, Number
from careerlint.model.span import Span
from careerlint.numbers.kinds import (
    CHANGE_LEFT,
    CHANGE_RIGHT,
    ENGLISH_SIZE_VERBS,
    REACHED_RIGHT,
    SIZE_VERBS,
    is_setting,
)
from careerlint.numbers.korean_joins import is_korean_change
from careerlint.numbers.reading import read_numbers

_PAIRABLE = frozenset(("metric", "percent", "point", "duration", "money", "count-of-effect", "rate", "rank", "delta", "period", "dataset-size", "other", "head-count", "hardware", "model-size", "version"))
_REACHED = Expression(r"\b(?:to|at|with|of)\s(?:about\s)?\Z", re.IGNORECASE)
_SIZES = frozenset(("delta", "point", "multiple", "percent"))

_TIGHT = r"[\s*_`\"')\]]*(?:(?:점|정도|수준|가량|내외|여|대|개|건|명|[cmk]m|k?g|dB|°C|k?Wh?|pts?)[\s*_`\"')\]]*)?"
_LABEL = r"(?:약|평균|최대|무려|대략|about|around|roughly|nearly|~|[A-Z][A-Za-z0-9@]{0,11}:?)"
_ARROW = Expression(rf"{_TIGHT}(?:→|⟶|➔|➜|⇒|=>|-{{1,2}}>|>>)[\s*_`(\"'<≤]*(?:{_LABEL}[\s*_`]*)?$")
_OWN_UNIT = Expression(r"\s?(?P<unit>(?!버전|학기|학년|주차|회차|일차|단계|차수|강의?|년|월|일|기|차|편|권|쪽)[가-힣]{1,5}?|[a-z]{3,14})\s?(?:(?:→|⟶|➔|➜|⇒|=>|-{1,2}>)\s?|(?<=[가-힣])에서\s)$")
"""Between two numbers a unit that only this text knows, and what joins them: "10프레임 -> 50프레임"."""
_KOREAN_FROM = Expression(rf"{_TIGHT}(?:이었|였)?(?:에서|\s?(?:걸리|소요되|들|나오|머무르|그치)?(?:이)?던\s?(?:것이|것을|[가-힣A-Za-z0-9 ]{{1,14}}[을를이가은는])?)\s*(?:(?:약|평균|최대|무려|단|현재|최종)\s*)?[*_`(]*$")
_KOREAN_TO = Expression(r"[\s*_`\"')]*(?:점|정도|수준|가량|내외|이내|대|까지)?(?:으)?로(?![가-힣])|[\s*_`\"')]*(?:점|정도|수준)?(?:으)?로\s|[\s*]*(?:점|정도|수준)?(?:까지|이|가)\s?(?:됐|되|향상|개선|상승|올|높|낮|줄|단축|감소|증가|끌어)|[\s*]*(?:으)?로(?:의)?\s?(?:향상|개선|상승|단축|감소|증가|절감)")
_FROM_LEFT = Expression(r"(?i:(?<![a-z])from\s(?:about\s|around\s|roughly\s|nearly\s|an?\s(?:average|baseline|initial)(?:\sof)?\s|over\s|the\s|~)?)[*_$]*$")
_TO = Expression(r"(?:\s?(?:[cmk]m|k?g|dB|°C|k?Wh?|mA|V|ml|l)(?=\s))?[\s*_`,)]*(?i:(?:down\s|up\s)?to\s(?:about\s|around\s|nearly\s|just\s|under\s|over\s|an?\s(?:average\s)?|only\s|~)?)[*_$]*$")
_BECAME = Expression(r"[\s*_`,)]*(?i:(?:[a-z]+\s){0,2}(?:became|turned into|is now|are now|was cut to|went down to|went up to)\s(?:about\s|only\s|~)?)[*_$]*$")
_DOWN_TO = Expression(r"(?:\s?(?:[cmk]m|k?g|dB|°C|k?Wh?|mA|V|ml|l)(?=\s))?[\s*_`,)]*(?i:(?:down|up)\sto\s(?:about\s|around\s|just\s|only\s|~)?)[*_$]*$")
_THEN = Expression(r"(?:\s[a-z-]+){0,4}\s(?i:before|previously|at first|earlier)[,;]?\s(?:and\s|but\s|now\s|about\s|only\s|~)*[$]?$")
_THEN_RIGHT = Expression(r"(?:\s[a-z-]+){0,3}\s(?i:after|afterwards|now|today|since)(?![A-Za-z])")
_INSTEAD = Expression(r"[\s*_`,]*(?:[a-z]+\s){0,2}(?i:instead of|rather than|where it (?:had been|was)|down from|up from|and not)\s(?:about\s|the\s(?:former\s|old\s|previous\s)?|around\s|~)?[$]?$")
_TO_WITH_NOUN = Expression(r"\s[a-z-]{2,14}(?:\s[a-z-]{1,14}){0,2}\s(?i:(?:down\s|up\s)?to\s)$")
_REVERSED = Expression(r"[\s*_]*[(,]\s*(?i:(?:up|down)\sfrom|from|baseline|vs\.?|versus|was|compared (?:to|with)|against|기존|이전|베이스라인|before|prev(?:ious)?)\s?(?:the\s)?(?:baseline\s|was\s)?(?:of\s|at\s|score\s|모델\s|성능\s)?[:=]?\s*$|\s+(?i:vs\.?|versus|compared (?:to|with)|against|over)\s(?:the\s|an?\s|our\s)?(?:baseline(?:'s)?|previous|old|기존|베이스라인)\s(?:of\s|at\s|score\s)?$")
_OLD_LEFT = Expression(r"기존의?\s?(?:[가-힣]{1,6}\s)?$|baseline\s(?:of\s)?$")
_AGAINST = Expression(r"[\s*]*(?:점|의)?\s?대비\s?(?:약\s?)?$")
_UNIT_BEHIND = Expression(r"\s?(?:[cmk]m|k?g|dB|°C|k?Wh?|mA|V|ml|l)(?![A-Za-z])")
_RANGE_WORDS = Expression(r"\s*(?:사이|범위|구간|between)")
_SETTING_LEFT = Expression(r"채널|차원|레이어|층|유닛|노드|(?<![A-Za-z])(?i:channels?|dim\w*|layers?|units|hidden|dropout|fc|filters?|resolution|(?:n_)?factors?|latent|embed\w*|heads?|ranks?|depth|k)[^A-Za-z가-힣]{0,10}$")
_SETTING_NAMED = Expression(r"(?<![A-Za-z])(?i:(?:n_)?factors?|latent(?:\sdim\w*)?|embedding(?:\s(?:dim|size)\w*)?|heads?|rank|hidden(?:\s(?:dim|size|units)\w*)?|num_\w+|batch(?:\ssize)?|epochs?)(?:를|을)?[\s:=(`*]{0,3}$")
_SIZE_OF_INPUT = r"(?:해상도|(?:입력|이미지|사진|영상|패치|타일|윈도우|배치)\s?(?:크기|사이즈|해상도)|(?i:(?:input|image|patch|batch|crop)[ -]?(?:size|resolution)|resolution|imgsz|img_size))"
_INPUT_LEFT = Expression(rf"{_SIZE_OF_INPUT}(?:를|을|는|은)?[\s:=(`*]{{0,3}}$")
_INPUT_RIGHT = Expression(rf"[\s)`*]{{0,4}}(?:(?:px|픽셀)[\s)`*]{{0,4}})?(?:의\s)?{_SIZE_OF_INPUT}")
_SET_RIGHT = Expression(r"[^\n.,;]{0,18}?(?:확장|확대|축소|변경|조정|설정|키우|키워|키운|키웠|늘리|늘려|늘린|늘렸|줄이|줄여|줄인|올리|올려|낮춰|낮추|바꾸|바꿔|바꾼|상향|하향|적용|(?i:upscal|enlarg|chang|increas|rais))")
"""Whoever sets the size of what a model sees tells no result; a screen whose resolution was improved does."""
_CHANGE_WORD = Expression(rf"{SIZE_VERBS}|(?i:improv|increas|reduc|decreas|cut|boost|rais|lower|grew|drop|fell|rose|faster|slower|went|speed|shrank|climb)")

_FILL = rf"(?:{SIZE_VERBS})(?:시켜|시켰|되어|되었|됐|하여|해|했|된|한|시킨|폭|률|율|히|여|어|아|인|임|됨|킴|함|음|춰|췄|추어|였|려|렸|다|었|았|졌|진|지|게|습|니다)*"
_BETWEEN = Expression(
    rf"(?:[\s*_`\"')\]\[(,:=|·/~≈∼-]|으로|로|까지|에서|하여|{_FILL}|약|총|무려|대략|즉|상대적으로|상대적|상대|절대|되어|되면서|돼서|변화|성능(?:이|을)?|단축하여|대비|더|을|를|이|가|점|정도|수준|기존|만큼|의|만에|이?면|끝나|끝내|마쳐|처리해|충분해져|가능해져|(?i:an?|the|or|of|by|which|that|is|i\.e\.|about|around|roughly|nearly|approximately|almost|improvement|increase|decrease|reduction|gain|drop|change|delta|diff|gap|speed-?up|relative|absolute|cut|rise|fall|jump|saving|down|improved|improving|up|down|only|now|for|giving|making|it|and|so|thus|saved|saving us|saved us|after|meaning|before|events?|a|second|cm|mm|km|g|kg|minutes|times)(?![A-Za-z])|Δ|▲|▼|↑|↓|[+])*"
)
_LEADS = Expression(
    rf"(?:[\s*_`\"')]|정도|가량|이상|의|을|를|더|만큼|으?로|에서|{_FILL}|속도|시간|비용|성능|점수|매출|(?i:{ENGLISH_SIZE_VERBS}|gains?|points?)(?![A-Za-z])|(?i:in|as|going|moving|it|went)(?![A-Za-z]))*(?:[(:,][\s*_]*)?(?:(?i:from)\s*)?(?:about |~|약\s?)?[$]?$"
)
_SAME_QUANTITY = Expression(r",\s*(?:(?i:an?|i\.e\.|that is|which is)\s|즉|총|무려)")
_AS_MANY = Expression(r"\s(?:as\s(?:many|much|fast|high|low|small|long)|smaller|larger|faster|fewer|more|less|quicker|slower)")
_SENTENCE_END = Expression(r"[.!?。]\s|\n|;")
_FAR = 70
_OPENS_BRACKET = Expression(r"\s?(?:of\s[A-Za-z0-9@-]{1,12}\s)?\((?:from\s)?[~$]?")
_FROM_BEHIND_COMMA = Expression(r",?\s(?:going\s)?from\s[~$]?")
_NAMES_QUANTITY = Expression(r"\s(?:the|our|its)\s[A-Za-z ]{3,30}:\s")
_FROM_AFTER = Expression(r"(?:(?!\s(?:and|while|as|but|though|fell|rose|dropped|went(?! up| down)|grew|climbed|jumped|shrank|declined)\s)[^.;,]){0,40}(?:,\swhich\swent)?\sfrom\s[~$]?")


def changes(text: str) -> tuple[Change, ...]:
    """Every change the text tells: both ends, or its size alone, ordered by start."""
    numbers = tuple(number for number in _joined(text, read_numbers(text)) if number.kind != "date")
    found: list[Change] = []
    used: set[int] = set()
    pairs = _pairs(text, numbers)
    for position, (first, second, before, after) in enumerate(pairs):
        stop = numbers[pairs[position + 1][0]].span.start if position + 1 < len(pairs) else len(text)
        size = _size_after(text, numbers, first, second, stop)
        if size is None:
            size = _size_before(text, numbers, first, used)
        if size is None and not _believed(text, numbers[first], numbers[second]):
            continue
        used.update((first, second) if size is None else (first, second, size))
        low = min(numbers[index].span.start for index in (first, second, size if size is not None else first))
        high = max(numbers[index].span.end for index in (first, second, size if size is not None else second))
        sized = numbers[size] if size is not None else None
        name = numbers[before].name or numbers[after].name
        found.append(Change(Span(low, high), numbers[before], numbers[after], sized, name, sized is not None))
    for index, number in enumerate(numbers):
        if index not in used and number.outcome and _is_size(text, number):
            found.append(Change(number.span, None, None, number, number.name))
    return tuple(sorted(found, key=lambda change: (change.span.start, change.span.end)))


def _pairs(text: str, numbers: tuple[Number, ...]) -> list[tuple[int, int, int, int]]:
    """Indices of the left and right number of each pair, then of the one before and the one after the change."""
    pairs: list[tuple[int, int, int, int]] = []
    index = 0
    while index + 1 < len(numbers):
        left, right = numbers[index], numbers[index + 1]
        order = ""
        if _comparable(left, right):
            order = _order(text, left, right) or _order_behind_size(text, numbers, index)
        if order:
            pairs.append((index, index + 1, index, index + 1) if order == "forward" else (index, index + 1, index + 1, index))
            index += 2
        else:
            index += 1
    return pairs


_SIZES_IN_BYTES = frozenset(("KB", "MB", "GB", "TB", "PB", "KiB", "MiB", "GiB", "TiB"))
_SMALLER = {("h", "min"): 60.0, ("min", "s"): 60.0, ("s", "ms"): 1000.0, ("day", "h"): 24.0, ("week", "day"): 7.0, ("year", "month"): 12.0}
_TIMES = frozenset(("ms", "us", "s", "min", "h", "day", "week", "month", "year"))


def _comparable(left: Number, right: Number) -> bool:
    if left.kind not in _PAIRABLE or right.kind not in _PAIRABLE:
        return False
    if "ordinal" in (left.unit, right.unit):
        return False
    if "delta" in (left.kind, right.kind) and (left.text[0] in "+-−±" or right.text[0] in "+±"):
        return False
    if left.unit == right.unit or any(left.unit in units and right.unit in units for units in (_TIMES, _SIZES_IN_BYTES)):
        return left.unit != "x" or left.kind == right.kind
    if not right.unit and right.kind == "other" and (left.unit in _TIMES or left.kind == "rate"):
        return True
    return not left.unit and left.kind in ("other", "metric", "version", "delta", "dataset-size") and right.unit not in ("x", "rank")


def _order(text: str, left: Number, right: Number) -> str:
    gap = text[left.span.end : right.span.start]
    if len(gap) > _FAR or "\n" in gap:
        return ""
    if _ARROW.match(gap):
        return "" if not left.unit and _SETTING_NAMED.search(text[max(left.span.start - 20, 0) : left.span.start]) else "forward"
    after = text[right.span.end : right.span.end + 24]
    own = _OWN_UNIT.match(gap)
    if own is not None and after.lstrip().startswith(own["unit"]):
        return "forward"
    before = text[max(left.span.start - 40, 0) : left.span.start]
    if _KOREAN_FROM.fullmatch(gap) and not _RANGE_WORDS.match(after) and _KOREAN_TO.match(after):
        return "forward"
    if is_korean_change(before, gap, after):
        return "forward"
    if _FROM_LEFT.search(before) and (_TO.fullmatch(gap) or _TO_WITH_NOUN.fullmatch(gap)):
        return "forward"
    if _TO.fullmatch(gap) and CHANGE_LEFT.search(before):
        return "forward"
    if _TO.fullmatch(gap) and left.value > right.value and left.unit == right.unit and (left.unit or not gap.lstrip().lower().startswith("to")) and (left.unit != "%" or left.value + right.value != 100):
        # A range rises and a score has no unit: "power 31 kW to 12 kW" can only be a change.
        return "forward"
    if _BECAME.fullmatch(gap) or (_DOWN_TO.fullmatch(gap) and left.unit):
        return "forward"
    if _THEN.fullmatch(gap) and (left.unit or left.outcome) and (_THEN_RIGHT.match(after) or after[:1] in ("", ".", ",", " ")):
        return "forward"
    if _INSTEAD.fullmatch(gap) and (left.outcome or left.unit):
        return "backward"
    if _AGAINST.fullmatch(gap) and _OLD_LEFT.search(before):
        return "forward"
    if _REVERSED.fullmatch(gap) and (left.outcome or left.unit or left.step < 1):
        return "backward"
    return ""


def _order_behind_size(text: str, numbers: tuple[Number, ...], index: int) -> str:
    """"3.0 points (24.0 to 27.6)": a bracket with both ends behind the size of a change."""
    if index == 0 or numbers[index - 1].kind not in _SIZES:
        return ""
    left, right = numbers[index], numbers[index + 1]
    lead = text[numbers[index - 1].span.end : left.span.start]
    return "forward" if _OPENS_BRACKET.fullmatch(lead) and _TO.fullmatch(text[left.span.end : right.span.start]) else ""


def _believed(text: str, left: Number, right: Number) -> bool:
    """Whether a pair without a size tells a change: measured quantities do, plain numbers only beside a word of change."""
    lead, rest = text[max(left.span.start - 20, 0) : left.span.start], text[right.span.end : right.span.end + 40]
    if is_setting(lead) or ((_INPUT_LEFT.search(lead) or _INPUT_RIGHT.match(rest)) and _SET_RIGHT.match(rest)):
        return False
    if _SETTING_LEFT.search(lead) or re.search(r"[0-9]\s?[~–-]\s?[0-9]", left.text):
        return False
    if left.outcome or right.outcome:
        return True
    has_unit = bool(left.unit) or _UNIT_BEHIND.match(text, left.span.end) is not None
    if left.kind in ("period", "version", "hardware", "model-size", "dataset-size") or not (has_unit or left.step < 1):
        around = text[max(left.span.start - 30, 0) : left.span.start] + " | " + text[right.span.end : right.span.end + 20]
        return _CHANGE_WORD.search(around) is not None and left.kind != "version"
    return True


def _is_size(text: str, number: Number) -> bool:
    if number.unit == "point" and number.text[:1].isdigit() and _REACHED.search(text, max(number.span.start - 12, 0), number.span.start):
        # "improved the score to 84 points": what was reached, and no difference.
        return False
    if number.kind in ("delta", "point", "multiple"):
        return True
    around = text[max(number.span.start - 50, 0) : number.span.start]
    if number.kind not in ("duration", "money", "metric", "count-of-effect", "rate"):
        return False
    right = text[number.span.end : number.span.end + 24]
    return bool(CHANGE_RIGHT.match(right) and not REACHED_RIGHT.match(right)) or re.search(r"(?i:(?:by|saved|saves|saving)\s(?:about\s|~|over\s)?)$", around) is not None


def _may_size(number: Number, left: Number) -> bool:
    if number.kind in _SIZES:
        return True
    signed = number.text[:1] in ("+", "-", "−")
    if number.text.endswith("점") and left.unit in ("", "점"):
        return True
    return signed or (number.unit == left.unit and number.unit in _TIMES)


def _size_after(text: str, numbers: tuple[Number, ...], first: int, second: int, stop: int) -> int | None:
    candidate = second + 1
    if candidate >= len(numbers):
        return None
    number, end = numbers[candidate], numbers[second].span.end
    if number.span.start >= stop or not _may_size(number, numbers[first]):
        return None
    gap = text[end : number.span.start]
    if _SENTENCE_END.search(gap) or len(gap) > 40 or not _BETWEEN.fullmatch(gap):
        return None
    if "," in gap and number.text[:1] not in "+-−" and not _SAME_QUANTITY.search(gap) and not _closes_clause(text, number, gap):
        return None
    if _opens_other_pair(text, numbers, candidate):
        return None
    if number.unit == "점" and numbers[first].unit == "점" and not CHANGE_RIGHT.match(text[number.span.end : number.span.end + 30]):
        return None
    if number.kind == "percent" and not (CHANGE_RIGHT.match(text[number.span.end : number.span.end + 30]) or gap.strip()[:1] == "("):
        return None
    return candidate


def _closes_clause(text: str, number: Number, gap: str) -> bool:
    """"8.4% → 6.3%, 2.1%p 감소": a size right behind the comma that names no quantity of its own."""
    return gap.split()[-1:] in ([","], ["now,"], ["after,"]) and (
        (number.unit in ("%p", "%", "point", "x") and CHANGE_RIGHT.match(text[number.span.end : number.span.end + 24]) is not None)
        or (number.unit == "x" and _AS_MANY.match(text, number.span.end) is not None)
    )


def _joined(text: str, numbers: tuple[Number, ...]) -> tuple[Number, ...]:
    """The numbers, with durations that are one together ("5분 40초", "2 h 30 min") as one number in the smaller unit."""
    found: list[Number] = []
    for number in numbers:
        last = found[-1] if found else None
        factor = _SMALLER.get((last.unit, number.unit)) if last else None
        if last is None or factor is None or text[last.span.end : number.span.start].strip():
            found.append(number)
            continue
        span = Span(last.span.start, number.span.end)
        found[-1] = replace(
            number, span=span, text=text[span.start : span.end], value=last.value * factor + number.value,
            outcome=last.outcome or number.outcome, name=last.name or number.name,
        )
    return tuple(found)


def _opens_other_pair(text: str, numbers: tuple[Number, ...], index: int) -> bool:
    if index + 1 >= len(numbers):
        return False
    return bool(_order(text, numbers[index], numbers[index + 1]))


def _size_before(text: str, numbers: tuple[Number, ...], first: int, used: set[int]) -> int | None:
    candidate = first - 1
    if candidate < 0 or candidate in used or numbers[candidate].kind not in _SIZES:
        return None
    number = numbers[candidate]
    gap = text[number.span.end : numbers[first].span.start]
    if len(gap) > 60 or _SENTENCE_END.search(gap):
        return None
    if number.unit == "x" and number.text[:1].isalpha() and (_FROM_AFTER.fullmatch(gap) or _NAMES_QUANTITY.fullmatch(gap)):
        return candidate
    if _FROM_BEHIND_COMMA.fullmatch(gap) or _OPENS_BRACKET.fullmatch(gap):
        return candidate
    if number.kind == "percent" or "," in gap or not _LEADS.fullmatch(gap):
        return None
    if not re.search(r"\(|from|:", gap):
        return None
    return candidate
