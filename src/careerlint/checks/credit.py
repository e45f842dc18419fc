"""Who claims how much of a project: words that take all of it, and shares of different people in one part."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from careerlint.expression import Expression
from careerlint.model.line_index import may_always
from careerlint.model.literals import lowered
from careerlint.model.span import Span
from careerlint.model.surnames import SURNAMES

PART = (
    r"(?:백\s?엔드|프론트(?:\s?엔드)?|서버|모델(?:링)?|디자인|UI|UX|API|전처리|라벨링|수집|크롤링|크롤러|앱|웹|화면|기획|발표|데이터베이스|DB|인프라|배포|챗봇|분석|시각화|대시보드|퍼블리싱|안드로이드|iOS|펌웨어|하드웨어|회로|검색|추천|결제|로그인|관리자|문서|영상|음악|그래픽|시나리오|실험|설문|논문|검증|"
    r"테스트|로직|알고리즘|학습|추론|데이터|페이지|파트|모듈|(?i:back-?end|front-?end|server|model(?:ling|ing)?|design|data|api|database|infra\w*|deployment|firmware|hardware|dashboard|crawler|importer|parser|module|component|search|payment|login|page|screen|docs?|documentation|tests?|analysis|part))"
)
_ALONE = r"(?:저\s?|나\s?|제가\s?|내가\s?|본인이?\s?)?(?:혼자(?:서|의 힘으로|\s?힘으로)?|단독(?:으로)?|홀로|독자적으로|나\s?혼자|저\s?혼자|1인(?:이|으로))|(?:내가|제가|저\s?스스로|본인이)(?=\s(?:다|전부|모두|모든|직접 다|처음부터))"
_WHOLE = r"(?:전부(?:를|다)?|모두(?:를)?|모든\s(?:것|걸|기능|개발|작업|코드|과정|부분|일|파트|업무|구현|단계|영역)(?:을|를)?|전체(?:를)?(?:\s(?:개발|구현|과정|작업|기능|프로젝트|코드|설계)(?:을|를)?)?|다(?=\s(?:했|만들|개발|구현|해|맡|짰|끝|함|만듦|함께가))|전\s?과정(?:을)?|처음부터\s끝까지|A부터\s?Z까지|일체(?:를)?|통째로|100\s?%|몽땅)"
_FILL = r"(?:[가-힣A-Za-z]{1,8}(?:을|를|의|부터|까지|와|과|,)\s|[가-힣]{2,5}\s(?=개발|구현|설계|제작)|책임지고\s|도맡아\s|100\s?%\s)"
_KOREAN_ALL = Expression(rf"(?:(?:{_ALONE})\s{_FILL}{{0,3}}{_WHOLE}|{_WHOLE}\s(?:다\s)?{_FILL}{{0,2}}(?:{_ALONE}))")
_OWN_HAND = Expression(
    r"(?:모든\s[가-힣]{1,6}|전부|모두|전체|전\s?과정|(?:하나|처음)부터\s(?:열|끝)까지|온전히|오롯이|오로지|온통|죄다|몽땅|송두리째)(?:[이가은는를을]|의)?\s(?:[가-힣]{1,6}\s){0,2}?"
    r"(?:저|나|제|내|본인)(?:\s?(?:한|하나의)\s?(?:사람|몸|명)|\s?혼자|\s?하나|\s?홀로)(?:의|이|만의|만이)?\s?(?:[가-힣]{1,6}\s)?(?:작품|손|힘|솜씨|결과|결과물|작업|몫|머리|산물|공)(?:[이입임였으에]|$)"
)
"""All of it is the work of one: "모든 결과물이 온전히 저 한 사람의 작품"."""
_OTHERS_NOTHING = Expression(
    r"(?:기획|구상|아이디어|발상|주제\s?선정|설계)(?:에서|부터)\s(?:[가-힣]{1,6}\s)?(?:배포|출시|운영|발표|마무리|끝|완성|납품|유지보수)까지\s(?:오로지\s|오직\s|온전히\s)?(?:저|나|본인)?\s?(?:혼자(?:서)?|홀로|단독으로)\s"
    r"|(?:프로젝트|앱|서비스|결과물|코드|시스템|게임)\s?(?:전체|전부|모두)(?:가|는|이)?\s(?:온전히\s)?(?:제|내|저의|나의)\s(?:작품|솜씨|작업|결과물)"
    r"|(?:코드|프로젝트|앱|서비스|시스템|게임|결과물|몫)(?:까지|은|는|을|를)?\s(?:한\s?줄도\s|하나도\s)?(?:전부|모두|빠짐없이|모조리|통째로|몽땅)\s(?:제가|내가|본인이)\s(?:직접\s)?(?:했|하였|해냈|만들|개발|구현|작성|맡|썼|짰)"
    r"|(?:저|나|본인)\s?(?:말고|외에|빼고)(?:는)?\s(?:아무도|누구도)\s(?:이\s)?(?:코드|개발|작업|프로젝트)(?:을|를|에)\s[^.!?\n]{1,10}(?:지\s?(?:는\s)?(?:않|못)|안\s했)"
    r"|사실상\s(?:1인\s?(?:개발|제작|프로젝트|팀|작업)|(?:저\s|나\s)?혼자(?:서)?\s(?:다\s|전부\s)?(?:만든|만들|개발|진행|했|한))"
)
"""What leaves nothing to the others: "기획부터 출시까지 저 혼자", "저 말고는 아무도 코드를"."""
_UNDONE = Expression(r"[^.!?\n]{0,16}(?:지는? 않|지는? 못|수 없|수는 없|아니|려고|려다|려니|기보다|기에는|기는 (?:어렵|힘들)|면(?:\s|,)|하기 (?:어렵|힘들|벅)|싶|예정|목표)")
_SHARE_WORD = r"(?:(?:전체|총|프로젝트|팀|개인|본인|나의|제|내)\s?)*(?:기여도?|기여율|담당\s?비율|담당률|지분|공헌도|(?<=전체\s)참여율|(?<=프로젝트\s)참여[율도])"
_KOREAN_SHARE = Expression(rf"{_SHARE_WORD}\s*(?:(?:은|는|이|가)\s*)?(?:[:：(]\s*)?(?:약\s?)?(?<![\d.])100\s?%|(?<![\d.])100\s?%\s?(?:(?:의|를|을)\s)?(?:기여|담당|참여|개발했|구현했|제가|혼자|단독|홀로|본인이)")
_ENGLISH_SHARE = Expression(r"(?i:(?:my\s|own\s|personal\s|overall\s|total\s)?(?:contribution|share|ownership)(?:\s(?:to|in|of)\s(?:the|this)\s(?:(?:entire|whole|full|overall)\s)?(?:project|work|product))?\s*(?:(?:of|was|is)\s*)?(?:[:(|]\s*)?100\s?%|100\s?%\s(?:own\s|of\s(?:the\s)?(?:total\s)?)?(?:contribution|credit|ownership|of\s(?:the\s)?(?:work|code|project|development|implementation))(?:\s(?:was|is))?|contributed\s100\s?%)")
_WHOLE_ENGLISH = r"(?:everything|it\sall|all\sof\s(?:it|this|the\s(?:work|code|parts|features))|all\s(?:the\s)?(?:work|code|parts|features|development|programming)|the\s(?:whole|entire|complete|full)\s[\w-]+(?:\s[\w-]+)?|every\s(?:part|line|piece|bit|feature|aspect|component|single\s\w+)(?:\sof\s(?:it|the\s\w+))?|the\s(?:project|app|application|platform|system|product|game|website|site|service|tool|robot)(?=\s(?:alone|on\smy\sown|by\smyself|single|solo|from\sstart|without|myself|end[- ]to[- ]end\salone)))"
_ALONE_ENGLISH = r"(?:alone|myself|on\smy\sown|by\smyself|solo|single[- ]?handed(?:ly)?|without\s(?:any\s)?(?:help|support)(?:\s(?:from|of)\s\w+(?:\s\w+)?)?|with\sno\s(?:help|support))"
_DEEDS = r"(?:(?!(?:the|a|an|my|our|its|for|in|of|on|to|with)\s)[a-z-]+)(?:,?\s(?!(?:the|a|an|my|our|its|for|in|of|on|to|with)\s)[a-z-]+){0,7}?"
"""One verb or a list of them: "designed, built, tested and launched"."""
_ENGLISH_ALL = Expression(
    rf"(?i:(?<![A-Za-z]){_WHOLE_ENGLISH}[^.!?\n]{{0,60}}?(?<![A-Za-z]){_ALONE_ENGLISH}(?![A-Za-z])"
    rf"|(?<![A-Za-z])single[- ]?handed(?:ly)?\s{_DEEDS}\s(?:{_WHOLE_ENGLISH}|the\s(?:project|app|application|platform|system|product|game|website|site|service|robot)(?![A-Za-z]))"
    rf"|(?<![A-Za-z])(?:i\s)?(?:alone|solely|myself)\s(?:built|made|did|developed|created|wrote|designed|implemented|coded|planned)(?:,?\s{_DEEDS})?\s{_WHOLE_ENGLISH}"
    rf"|(?<![A-Za-z]){_WHOLE_ENGLISH}[^.!?\n]{{0,30}}\s(?:was|were|is|are)\s(?:written|built|made|done|coded|developed|designed|created)\s(?:only\s)?by\sme(?![a-z])"
    rf"|(?<![A-Za-z])(?:did|built|made|wrote|developed|designed|handled|coded)\s[^.!?\n]{{2,60}},\s[^.!?\n]{{2,60}}\sand\s[^.!?\n]{{2,40}}\sall\s(?:by\smyself|on\smy\sown|alone)"
    rf"|(?<![A-Za-z])(?:entirely|all|100\s?%)\smy\sown\swork"
    rf"|(?<![A-Za-z]){_WHOLE_ENGLISH}\s(?:was|were|is|are)\s(?:mine|my\s(?:own\s)?(?:work|doing|creation))(?![a-z])"
    rf"|(?<![A-Za-z])(?:it|this|the\s(?:project|app|game|system|product))\s(?:was|is)\s(?:[a-z]+\s)?(?:entirely|solely|wholly|completely)\s(?:[a-z]+\s)?by\sme(?![a-z])"
    rf"|(?<![A-Za-z])(?:(?:no\s?one|nobody)\selse\s(?:ever\s)?|i\swas\sthe\sonly\s[a-z]+\s(?:who|that|to)\s)(?:contribut\w+\sanything|(?:wr[io]te|touch\w*|work\w*\son|code\w*|buil[dt])\s(?:it(?!\sdown)|any\s(?:code|of\sit)|anything|(?:a|one|any)\s(?:single\s)?line|(?:this|the)\s(?:code|project|app|game))(?![a-z])))"
)
_NOT_ENGLISH = Expression(r"(?i:(?:not|n't|never|cannot|can't|rather than|instead of|no longer|could|impossible|would)\s(?:[a-z']+\s){0,4})$")
_BOUNDED_LEFT = Expression(rf"{PART}(?:\s?(?:파트|부분|쪽|영역|개발|구현|작업|담당|코드|설계|기능|part|side|code))*\s?(?:은|는|을|를|의|에서(?:는)?|만|이|도|쪽은)?\s*(?:[:：(]\s*)?$")
_BOUNDED_RIGHT = Expression(rf"\s*(?:[)]\s*)?(?:(?:[(:：,–—-]|of the|of|on|for|in)\s*)?(?:the\s)?(?:[가-힣A-Za-z]+\s)?{PART}")
_SIDE = Expression(r"\b(?:whole|entire|complete|full)\s(?:[\w-]+\s)?(?:side|part|half|end|layer|module|section|chapter|department|corner|share)\b|\b(?:whole|entire|complete|full)\s(?:audio|sound|music|art|level|story|lighting|animation|hardware|data|test|training|labelling|labeling)\b(?!\s(?:project|game|product|app|system|service))", re.IGNORECASE)
"""One side of the work, all of which may be one person's."""
_WHOLE_PART = Expression(rf"(?i:\b(?:whole|entire|complete|full)\s){PART}(?![A-Za-z-])(?!\s(?i:project|game|product|app|system|service))")
_PRONOUN = Expression(r"\b(?:all\sof\s(?:it|this)|it\sall|(?:part|line|piece|bit)\sof\sit)\b", re.IGNORECASE)
_NO_SHARE = Expression(r"attend|availab|presen|coverage|passed|utili[sz]ation|출석|참석|가용|투입|통과|커버리지")
"""Parts of a table or list in which everybody may have a hundred per cent: attendance, time given, tests passed."""
_OWN_PART = Expression(rf"(?i:\bmy\s(?:part|share|piece|side|task|job)\b)|\b(?i:the|my)\s{PART}")
_ITS_OWN_SHARE = Expression(r"[^.!?;:：]{2,50}(?:수집|정제|가공|분류|라벨링|전처리|분석|설계|구현|제작|개발|작성|조사|시각화|관리|운영|디자인|편집|촬영|번역|배포|구축|검수|정리)\s?[(\[（]\s?")
"""One line of a list of tasks, its share in brackets."""
_WHOLE_WORK = Expression(r"전체|전반|전부|모든|모두|총괄|프로젝트|(?:^|\s)(?:앱|서비스|시스템|플랫폼|게임|웹|사이트|웹사이트)\s?(?:개발|제작|구현|설계|구축)|(?:(?:기획|설계|개발|구현|디자인|배포|제작|백엔드|프론트엔드|서버|운영)\s?[,·/]\s?){2}|기획.*개발|부터")
_EACH = Expression(r"(?P<part>[A-Za-z가-힣][A-Za-z가-힣/ ]{1,18}?)\s*(?:[:(]\s*)?(?<![\d.])100\s?%")
_PART_WORD = Expression(rf"{PART}|개발|설계|구현|기획|(?i:planning|development|code|coding|slides|presentation|implementation)")
_TAKING = ("한 사람", "하나", "한 몸", "혼자", "단독", "홀로", "독자적", "제가", "내가", "스스로", "본인", "100", "alone", "myself", "my own", "my self", "single", "solo", "by me", "without", "no help", "mine", "my work", "my doing", "my creation", "else", "the only", "제 ", "내 ", "저의", "나의", "말고", "외에", "빼고", "사실상")
"""Without one of these words nobody takes all of the credit."""
_PARTS_AT_ONCE = 3
_FEW_PARTS = 2

_PERSON = Expression(
    r"본인|나|저|팀원\s?[A-Z가-힣]?|팀장|(?:(?:다른|같은\s팀)\s)?(?:동료|팀원|개발자|친구|선배|후배|조원)(?:\s?(?:개발자|분석가|디자이너|엔지니어|팀원|들))?|나머지(?:\s\S{1,4})?|me|I|myself|[가-힣]{1,4}\s?(?:과장|대리|주임|사원|팀장|부장|차장|선임|책임|연구원|님|씨|매니저|프로)|[A-Z]\s?(?:님|씨)"
)
_KOREAN_NAME = Expression(rf"[{SURNAMES}][가-힣]{{1,2}}")
_NO_NAME = frozenset(("기획", "전체", "서버", "배포", "디자인", "데이터", "모델링", "전처리", "백엔드", "문서", "문서화", "구현", "설계", "시각화", "고도화", "안드로이드", "이미지", "기타", "하드웨어", "소프트웨어", "인프라", "지도", "지도화면", "주제", "조사", "정제", "제작", "수집", "장비", "회로", "성능", "연구", "개발", "기본", "공통", "전반", "기능", "주요", "신규", "기존", "정리", "정확", "지원", "도입", "고객", "조회", "진행", "원본", "전후", "변경", "표준", "유지", "추가", "공개", "방법", "소개", "오류", "도구", "강의", "국내", "명세", "기간"))
_ENGLISH_NAME = Expression(r"[A-Z][a-zà-ž]+(?:\s[A-Z]\.?|\s[A-Z][a-z]+)?")
_NAMED_SHARE = Expression(r"(?P<name>[A-Za-zÀ-ž가-힣][A-Za-zÀ-ž가-힣. ]{0,17}?)\s*(?:[:(]\s*)?(?<![\d.])(?P<share>\d{1,3}(?:\.\d+)?)\s?%")
_PART_BEFORE = Expression(r"\W*(?P<part>[^\W\d][^:.,;%\n]{1,40}):\s(?!\d)")
"""The part of the work before a colon inside a line: "Counting: me 90 %, Sipho 10 %."."""
_PART_BESIDE = Expression(r"\W*(?P<part>[^\W\d][^:.,;%()\n]{1,40}?)(?::\s|\s?\(|\s[–—-]\s)(?!\d)")
"""The same where a heading says that shares are told: "Search page (Lea 80 %, Tom 45 %)", "Firmware – Ana 70 %"."""
_SHARE_NAMED = Expression(r"(?<![\d.])(?P<share>\d{1,3}(?:\.\d+)?)\s?%\s?(?:(?:by|:)\s)?(?P<name>[A-Za-zÀ-ž가-힣]+)")
"""The share before its person: "70 % Ana, 50 % Jonas"."""
_ROUNDING = 0.5


@dataclass(frozen=True, slots=True)
class Credit:
    """Words that take all of a project."""

    span: Span


@dataclass(frozen=True, slots=True)
class Share:
    """A share of one part of the work: `part` may be empty, `person` is who has it."""

    part: str
    person: str
    percent: float
    span: Span


def whole_credits(text: str, label: str = "", may_match: Callable[[Expression], bool] = may_always) -> Iterator[Credit]:
    """Where the text says that one person did all of it, and not one bounded part of it; `may_match` says what can match in text and label."""
    full = f"{label}: {text}" if label else text
    plain = lowered(full)
    if not any(word in plain for word in _TAKING):
        return
    offset = len(full) - len(text)
    for pattern in (_KOREAN_ALL, _OWN_HAND, _OTHERS_NOTHING, _ENGLISH_ALL):
        for match in pattern.finditer(full) if may_match(pattern) else ():
            if match.end() <= offset or _UNDONE.match(full, match.end()) or _NOT_ENGLISH.search(full[: match.start()]):
                continue
            if not _is_bounded(full, match):
                yield Credit(_inside(match.start(), match.end(), offset))
    for pattern in (_KOREAN_SHARE, _ENGLISH_SHARE):
        for match in pattern.finditer(full) if may_match(pattern) else ():
            if match.end() > offset and not _is_bounded(full, match) and not _UNDONE.match(full, match.end()):
                yield Credit(_inside(match.start(), match.end(), offset))
    parts = list(_EACH.finditer(text)) if text.count("%") >= _PARTS_AT_ONCE else []
    known = sum(_PART_WORD.search(match["part"]) is not None for match in parts)
    if len(parts) >= _PARTS_AT_ONCE and len(parts) == text.count("%") and known >= _FEW_PARTS:
        yield Credit(Span(parts[0].start(), parts[-1].end()))


def _inside(start: int, end: int, offset: int) -> Span:
    return Span(max(start - offset, 0), end - offset)


def _is_bounded(text: str, match: re.Match[str]) -> bool:
    left = text[: match.start()]
    if _SIDE.search(match[0]) or _WHOLE_PART.search(match[0]):
        return True
    if _PRONOUN.search(match[0]) and _names_one_part(re.split(r"[.!?\n]", left)[-1]):
        return True
    if _ITS_OWN_SHARE.fullmatch(left) and _WHOLE_WORK.search(left) is None and text[match.end() :].strip(" )]）") == "":
        return True
    clause = re.split(r"[.!?\n;]|고\s|며\s|만\s", left)[-1]
    lists = "부터" in clause or "까지" in clause
    if not lists and len(re.split(r",|·|/|\s및\s", clause)) < _PARTS_AT_ONCE and _BOUNDED_LEFT.search(clause):
        return True
    behind = text[match.end() :]
    return _BOUNDED_RIGHT.match(behind) is not None and len(re.split(r",|·|\sand\s|및|/", behind)) <= _FEW_PARTS


def _names_one_part(clause: str) -> bool:
    """Whether "all of it" speaks of one part named before it: "my part was the firmware, all of it by myself"."""
    return _OWN_PART.search(clause) is not None and len(re.split(r",|\sand\s", clause)) <= _PARTS_AT_ONCE


def overfull(shares: Sequence[Share]) -> tuple[Share, ...]:
    """The shares of the first part of which different people together claim more than all."""
    parts: dict[str, list[Share]] = {}
    for share in shares:
        parts.setdefault("".join(share.part.lower().split()), []).append(share)
    for part, found in parts.items():
        if not _NO_SHARE.search(part) and len({share.person for share in found}) >= 2 and sum(share.percent for share in found) > 100 + _ROUNDING * len(found):
            return tuple(found)
    return ()


def shares_of_statement(text: str, label: str, told: bool = False) -> tuple[Share, ...]:
    """Shares told in one line: people behind a part ("서버: 김하나 60%, 본인 40%") or parts behind a person; `told` says that the heading announces shares of people."""
    found = list(_NAMED_SHARE.finditer(text)) if "%" in text else []
    if told and not found:
        found = list(_SHARE_NAMED.finditer(text))
    if found and (head := (_PART_BESIDE if told else _PART_BEFORE).match(text)):
        label = head["part"]
    names = [_clean(match["name"]) for match in found]
    if not found or not all(names):
        return ()
    spans = [Span(*match.span()) for match in found]
    percents = [float(match["share"]) for match in found]
    parts = [name for name in names if re.search(PART, name)]
    whole = len(parts) == len(names)
    if label and (_PERSON.fullmatch(label.strip()) or (parts and (_is_name(label, short=whole) or _ENGLISH_NAME.fullmatch(label.strip())))):
        return tuple(Share(name, label.strip(), percent, span) for name, percent, span in zip(names, percents, spans, strict=True))
    if len(found) >= 2 and len(set(names)) == len(names) and _are_people(names, re.search(PART, label) is not None, told):
        return tuple(Share(label, name, percent, span) for name, percent, span in zip(names, percents, spans, strict=True))
    return ()


def _clean(name: str) -> str:
    return re.sub(r"^(?:and|및|,|기여도?|참여율)\s*", "", name).strip(" .")


def _are_people(names: Sequence[str], behind_part: bool, told: bool = False) -> bool:
    """Whether all are names: one must say so itself ("본인", "최과장"), unless they stand behind a part of the work or under words that announce shares."""
    known = any(_PERSON.fullmatch(name) for name in names)
    return (known or behind_part or told) and all(_PERSON.fullmatch(name) or _is_name(name, short=told) or (_ENGLISH_NAME.fullmatch(name) and not re.fullmatch(PART, name)) for name in names)


def _is_name(words: str, short: bool = False) -> bool:
    """Whether a word can be a Korean name; one of two syllables ("이나") only where `short` says that all beside it speaks for one."""
    name = words.strip()
    if len(name) == 2 and (not short or re.search(PART, name)):
        return False
    return len(name) in (2, 3) and _KOREAN_NAME.fullmatch(name) is not None and name not in _NO_NAME


_PART_COLUMN = Expression(r"구분|파트|부분|부문|분야|쪽|일|맡은 (?:일|부분|것)|한 일|역할|업무|담당\s?(?:업무|영역|파트)|영역|기능|작업|항목|part|area|task|role|module|component|work|feature", re.IGNORECASE)
_PERSON_COLUMN = Expression(r"담당자?|사람|누가|맡은 (?:사람|이)|한 사람|함께한 (?:사람|이)|만든 (?:사람|이)|참가자|이름|성명|멤버|팀원|구성원|참여자|작성자|이름\s?\(.+\)|who|members?|names?|person|people|developers?|owner|author", re.IGNORECASE)
_SHARE_COLUMN = Expression(rf"(?:{PART}\s?)?(?:몫|분담(?:률|율)?|일\s?몫|한\s?몫|맡은\s?(?:몫|비율|비중)|비중|기여도?|지분)|기여율|비율|참여율|참여도|지분|담당\s?비율|(?:shares?|contributions?)(?:\s(?:of|to|in)\s(?:the\s)?(?:work|project))?|percent(?:age)?|%|ratio|portion|effort|credit", re.IGNORECASE)
_PERCENT = Expression(r"[*_ ]*(?P<share>\d{1,3}(?:\.\d+)?)\s?%[*_ ]*")


def shares_of_table(header: Sequence[str], rows: Sequence[Sequence[tuple[str, Span]]]) -> tuple[Share, ...]:
    """Shares of a table with a column of people: beside it one column of shares, or one for each part. Or people and shares stand in one cell."""
    people = _column(header, _PERSON_COLUMN)
    shares, parts = _column(header, _SHARE_COLUMN), _column(header, _PART_COLUMN)
    found = _shares_in_cells(rows, parts, shares if people is None else people)
    if people is None or found:
        return tuple(found)
    for row in rows:
        if len(row) != len(header):
            return ()
        person = row[people][0].strip()
        for column in [shares] if shares is not None else range(len(header)):
            match = _PERCENT.fullmatch(row[column][0]) if column not in (people, parts) else None
            if match is not None and person:
                part = (row[parts][0] if parts is not None else "") if shares is not None else header[column]
                found.append(Share(part.strip(), person, float(match["share"]), row[column][1]))
    return tuple(found)


def _shares_in_cells(rows: Sequence[Sequence[tuple[str, Span]]], parts: int | None, place: int | None) -> list[Share]:
    """What cells such as "Ana 70 %, Jonas 50 %" tell of the part of their row."""
    if parts is None or place is None:
        return []
    cells = [(row[parts][0].strip(), *row[place]) for row in rows if len(row) > max(parts, place)]
    return [Share(share.part, share.person, share.percent, share.span.shifted(span.start)) for part, words, span in cells for share in shares_of_statement(words, part, told=True)]


def _column(header: Sequence[str], pattern: Expression) -> int | None:
    named = [index for index, words in enumerate(header) if pattern.fullmatch(words.strip(" *_"))]
    return named[0] if len(named) == 1 else None
