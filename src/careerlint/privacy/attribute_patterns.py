"""Patterns of protected attributes: labelled values, the head of a résumé, and sentences in which authors tell them."""

from __future__ import annotations

import re

from careerlint.expression import Expression
from careerlint.model.private import PrivateKind

Pattern = Expression

_DAY = (
    r"(?:19[4-9][0-9]|20[01][0-9])\s?(?:[.\-/]|년)\s?(?:1[0-2]|0?[1-9])\s?(?:[.\-/]|월)\s?(?:3[01]|[12][0-9]|0?[1-9])(?:\s?일)?(?![0-9])"
    r"|[0-9]{2}[.\-/]\s?(?:1[0-2]|0[1-9])[.\-/]\s?(?:3[01]|[12][0-9]|0[1-9])(?![0-9])"
)
_MONTHS = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_ENGLISH_DAY = rf"(?:[0-3]?[0-9](?:st|nd|rd|th)?\s(?:of\s)?{_MONTHS},?\s(?:19|20)[0-9]{{2}}|{_MONTHS}\.?\s[0-3]?[0-9](?:st|nd|rd|th)?,?\s(?:19|20)[0-9]{{2}}|[0-3]?[0-9][./-][0-3]?[0-9][./-](?:19|20)?[0-9]{{2}})"
_YEAR = r"(?:19[4-9][0-9]|20[01][0-9])(?![0-9])(?:\s?년(?:\s?생)?)?"
DATE = Expression(rf"(?:{_DAY})\s?생")

# A label opens its line, its cell, or its part of a line that lists several.
_OPEN = r"(?:(?<=[\n\t|/·,;(])|(?<![^\n]))[ \t*_•ㆍ>#▪■□◦●○\-]{0,8}"
_NEXT = r"\s?(?:\([^)\n]{0,14}\))?[ *_]{0,4}(?:[:：=|\t]|[ ]{1,4}(?=\S)|-\s)[ \t*_:：|]{0,6}"
_NEXT_STRICT = r"\s?(?:\([^)\n]{0,14}\))?[ *_]{0,4}(?:[:：=|\t]|\s[-–—]\s)[ \t*_:：|]{0,6}"


def _labelled(label: str, value: str, *, loose: bool = False, flags: int = 0) -> Pattern:
    return Expression(rf"{_OPEN}(?P<label>{label}){_NEXT if loose else _NEXT_STRICT}(?P<value>{value})", flags)


_E = re.IGNORECASE

_BORN = rf"(?:{_DAY}|{_YEAR}|[0-9]{{2}}년생|[0-9]{{8}}|[0-9]{{6}})(?!\s?[-–~]\s?[0-9])"

CANDIDATE = Expression(
    rf"{_OPEN}(?=생|출생|나\s*이|연\s*령|성\s*별|결혼|혼인|기혼|미혼|가족|형제|부모|부친|모친|아버지|어머니|[부모]\s?(?:의\s?)?직|고\s*향|본\s*적|출신|등록|원적|종\s*교|신|키|체|몸"
    r"|(?:d\.?\s?o\.?\s?b|date of|birth|born|year of|age|gender|sex|marital|civil|family|relationship|father|mother|parent|spouse|husband|wife|children|number of|dependents|siblings"
    r"|place of|home|native|city of|religio|faith|height|weight))",
    _E,
)
"""Where a label may begin: looked for once, before the patterns are tried there."""

TOLD = Expression(
    r"키우|자랐|태어|출생|나고\s?자|저는|제\s|저의|올해|현재|고향|남매|형제|자매|[1-5]남|장남|장녀|차남|차녀|외동|막내|맏|둘째|첫째|아버지|어머니|부친|모친|부모|아버님|어머님|할머니|할아버지|양친|아빠|엄마|가장|신자|신앙|집안|가정|교인|신도|키|신장"
    r"|\bI am\b|I['’]m\b|I was born|[Mm]y (?:home|father|mother|dad|mum|mom|parents)|years?[- ]old|\b[Aa]s (?:a|an|the) "
)
"""A word that a sentence about the author's own attributes holds."""

LABELS: tuple[tuple[PrivateKind, Pattern], ...] = (
    ("birth-date", _labelled(r"생\s*년\s*월\s*일|출생\s?(?:연월일|년월일|일자)", rf"(?:양력|음력|만)?\s?{_BORN}", loose=True)),
    ("birth-date", _labelled(r"출생\s?(?:일|연도|년도)?|생년|생일", rf"(?:양력|음력|만)?\s?{_BORN}")),
    ("birth-date", _labelled(r"date of birth|birth\s?date|d\.?\s?o\.?\s?b\.?|birthday|born(?: on)?|year of birth", rf"(?:{_ENGLISH_DAY}|{_DAY}|{_YEAR})", loose=True, flags=_E)),
    ("age", _labelled(r"나\s*이|연\s*령", r"만?\s?[1-7][0-9]\s?(?:세|살)?(?![0-9가-힣~\-–%])(?!\s?(?:이상|이하|미만|부터|[~\-–]))|(?:스물|서른|마흔|쉰)[가-힣]{0,3}\s?(?:살)?", loose=True)),
    ("age", _labelled(r"age", r"[1-7][0-9](?:\s?(?:years?(?: old)?|yrs?\.?|y/?o))?(?=\s*(?:$|[|,;·/)\n\t]))", loose=True, flags=_E | re.MULTILINE)),
    ("gender", _labelled(r"성\s*별", r"(?:남성?|여성?|남자|여자|男|女|M|F)(?!\s?[/,·|]\s?(?:남|여|M|F))(?=\s*(?:$|[|,;·/)(\n\t]))", loose=True, flags=re.MULTILINE)),
    ("gender", _labelled(r"gender|sex", r"(?:male|female|man|woman|m|f|non-?binary)(?!\s?/\s?(?:fe)?male)(?=\s*(?:$|[|,;·/)\n\t]))", flags=_E | re.MULTILINE)),
    ("marital-status", _labelled(r"결혼\s?(?:여부|유무|상태|관계)?|혼인\s?(?:여부|관계|상태|유무)?|기혼\s?여부|미혼\s?여부", r"(?:미혼|기혼|이혼|사별|유|무|O|X|○|×|Y|N)(?=\s*(?:$|[|,;·/)(\n\t.]))[^\n\t|]{0,20}", flags=re.MULTILINE)),
    ("marital-status", _labelled(r"marital status|civil status|family status|relationship status", r"(?:single|married|divorced|widowed|separated|engaged|unmarried|in a relationship)(?:[^\n\t|]{0,24})", flags=_E)),
    ("marital-status", _labelled(r"family|family situation", r"(?:single|married|divorced|widowed)[^\n\t|]{0,24}|(?:wife|husband|one child|two children|three children)[^\n\t|]{0,24}", flags=_E)),
    ("family", _labelled(r"가족\s?(?:관계|사항|구성|관계\s?및\s?직업)?|형제\s?관계|부모\s?님?\s?직업|(?:부친|모친|아버지|어머니|부|모)\s?(?:의\s?)?(?:직업|성함|직장)", r"(?!없음|해당|\s*$)[가-힣0-9][^\n|]{1,60}")),
    ("family", _labelled(r"(?:father|mother|parent|spouse|husband|wife)(?:'?s|s'|’s)?\s(?:name|occupation|job|profession|employer)|children|number of children|dependents|siblings", r"(?!none|n/?a)[A-Za-z0-9][^\n|]{0,60}", flags=_E)),
    ("home-town", _labelled(r"고\s*향|본\s*적|출생지|출신지?|출신\s?지역|등록\s?기준지|원적", r"[가-힣]{2,8}(?:[^\S\n\t][가-힣]{1,8}){0,3}(?=\s*(?:$|[|,;·/)(\n\t.]))", flags=re.MULTILINE)),
    ("home-town", _labelled(r"place of birth|birthplace|home\s?town|native place|city of birth", r"[A-Z][^\n\t|]{1,40}", flags=_E)),
    ("religion", _labelled(r"종\s*교", r"(?:기독교|개신교|천주교|가톨릭교?|카톨릭|불교|원불교|무교|이슬람교?|유교|힌두교|천도교|대종교|성공회|정교회)(?=\s*(?:$|[|,;·/)(\n\t.]))", loose=True, flags=re.MULTILINE)),
    ("religion", _labelled(r"religion|faith|religious affiliation", r"(?:[A-Za-z]+ )?(?:christian(?:ity)?|catholic(?:ism)?|protestant|muslim|islam|buddhis[tm]|hindu(?:ism)?|jewish|judaism|sikh(?:ism)?|orthodox|lutheran|anglican|baptist|methodist|mormon|atheist|agnostic|shinto|taoist)(?=\s*(?:$|[|,;·/)(\n\t.]))", flags=_E | re.MULTILINE)),
    ("body", _labelled(r"신\s*장|키|신체\s?(?:사항|조건)?|체\s*중|몸무게|(?:신장|키)\s?[/·,]\s?(?:체중|몸무게)", r"(?:약\s?)?(?:1[3-9][0-9]|20[0-9]|[4-9][0-9])(?:\.[0-9])?\s?(?:cm|㎝|센티|kg|㎏|킬로)(?:[^\n\t|/]|/(?!\s?[가-힣]{2,6}\s?[:：])){0,24}", loose=True, flags=_E)),
    ("body", _labelled(r"(?:신장|키)\s?[/·,]\s?(?:체중|몸무게)", r"1[3-9][0-9](?:\.[0-9])?\s?(?:cm)?\s?[/·,]\s?[4-9][0-9](?:\.[0-9])?\s?(?:kg)?", loose=True, flags=_E)),
    ("body", _labelled(r"height\s?(?:[/&]|and)\s?weight|height|weight", r"(?:1[3-9][0-9]\s?cm|[4-7]\s?(?:ft|['’′])\s?[0-9]{0,2}[^\n\t|]{0,8}|1\.[3-9][0-9]\s?m(?![a-z])|[4-9][0-9]\s?kg|1[0-9]{2}\s?(?:kg|lbs?)|[89][0-9]\s?lbs?)[^\n\t|]{0,16}", flags=_E)),
)
"""What stands behind a label; the value is masked, the label stays."""

_OPENS = r"(?:(?<=[|/,·\t(])|(?<![^\n]))\s?(?:[-*•]\s)?"
_CLOSES = r"(?=\s?(?:$|[|/,·)\t\n.]))"

HEAD: tuple[tuple[PrivateKind, Pattern], ...] = (
    ("religion", Expression(rf"{_OPENS}(?P<value>기독교|개신교|천주교|불교|원불교|무교|Christian|Catholic|Muslim|Buddhist|Hindu|Jewish|Protestant|Sikh){_CLOSES}", re.MULTILINE)),
    ("body", Expression(rf"{_OPENS}(?P<value>(?:1[4-9][0-9]\s?cm|[4-9][0-9]\s?kg)){_CLOSES}", re.MULTILINE | _E)),
    ("birth-date", Expression(rf"(?P<value>(?:{_DAY})\s?생|(?:19[4-9][0-9]|20[01][0-9]|(?<![0-9])[0-9]{{2}})\s?년\s?생)(?!산|태|물)")),
    ("birth-date", Expression(rf"(?P<value>{_DAY})(?=\s?[(（/|,·]?\s?(?:만\s?)?[1-7][0-9]\s?(?:세|살)|\s?[/|,·(]\s?(?:남|여)(?:성|자)?(?![가-힣]))")),
    ("birth-date", Expression(rf"(?:(?<=[|/,·\t(])|(?<![^\n]))\s?(?:born|b\.)\s(?:on\s|in\s)?(?P<value>{_ENGLISH_DAY}|(?:19[4-9][0-9]|20[01][0-9])(?![0-9]))", re.IGNORECASE)),
    ("age", Expression(r"(?:(?<=[(|/,·\t])|(?<![^\n]))\s?(?P<value>만?\s?[1-7][0-9]\s?(?:세|살))(?=\s?(?:$|[)|/,·\t\n]))", re.MULTILINE)),
    ("age", Expression(r"(?P<value>(?<![가-힣])만\s?[1-7][0-9]\s?세)(?!\s?(?:이상|이하|미만|부터|까지|[~\-–]))")),
    ("age", Expression(r"(?P<value>(?<![0-9.,])[1-7][0-9])(?=\s?(?:years? old|y/?o\b|yrs? old))", re.IGNORECASE)),
    ("gender", Expression(r"(?:(?<=[|/,·\t(])|(?<![^\n]))\s?(?P<value>Male|Female)(?=\s?[,|/·)\t])", re.IGNORECASE)),
    ("marital-status", Expression(r"(?:(?<=[|/,·\t(])|(?<![^\n]))\s?(?P<value>미혼|기혼|(?i:married|unmarried|divorced|single))(?=\s?(?:$|[|/,·)\t\n]))", re.MULTILINE)),
)
"""What stands in the head of a résumé without a label, between bars and brackets."""

_PLACE = (
    r"(?:(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주|충청|전라|경상)(?:특별시|광역시|[남북]?도|시)?(?:\s[가-힣]{2,5}(?=에서|출신|입|이고|$)|\s[가-힣]{1,5}(?:시|군|구|읍|면))?"
    r"|[가-힣]{1,4}(?:시|군|읍|면|도|섬|리)|전주|청주|수원|창원|포항|강릉|춘천|원주|목포|여수|순천|군산|익산|안동|경주|진주|통영|거제|천안|아산|공주|논산|제천|충주|속초|동해|삼척|김해|양산|구미)"
)
_JOBS = (
    r"공무원|교사|선생님?|교수|의사|간호사|경찰관?|소방관?|군인|직업\s?군인|농부|농사|어부|어업|농업|사업|자영업|식당|가게|음식점|회사원|직장인|운전|택시|버스|화물|목수|건설|현장|은행원?|변호사|약사|목사|목회|상인|장사|기술자|엔지니어|대표|"
    r"주부|전업|과수원|공장|세탁소|미용|제과|빵집|슈퍼|문구점|시장|정비|용접|목장|축산|인쇄|교직|방앗간|분식|포장마차|정육점|떡집|철물점|[가-힣]{1,4}(?:집|점|가게)"
)
_PARENTS = r"아버지|어머니|부친|모친|부모님?|아버님|어머님|할머니|할아버지|양친"
_GROWN = r"자라|자랐|자란|태어|슬하|밑에서|보며|보고|본받|영향|가르침|가정|키우|키워|배웠|배우며|닮"
_IS = r"(?:이셨|이시|이신|,\s(?:아버지|어머니|부친|모친)|이었|였|이며|이고|이자|로서?\s(?:일|근무)|으로서?\s(?:일|근무)|(?:을|를)\s(?:하|운영|지으|지었|꾸리)|에\s다니|일을\s하)"
_FAITH_NAMES = r"기독교|개신교|천주교|가톨릭|불교|원불교|이슬람교?"
_COUNT = r"(?:[1-5]|한|두|세|네|외|이|삼|사|오)\s?"

PROSE: tuple[tuple[PrivateKind, Pattern], ...] = (
    ("birth-date", Expression(r"(?P<value>(?:19[4-9][0-9]|20[01][0-9])년(?:\s?[0-9]{1,2}월(?:\s?[0-9]{1,2}일)?)?(?:에)?)(?=[^.\n]{0,24}(?:태어나|태어났|출생))")),
    ("age", Expression(r"(?:(?:저는|제 나이(?:는|가)?|올해(?:로)?|현재)\s(?:올해\s)?(?:만\s?)?)(?P<value>(?:[2-6][0-9]\s?(?:세|살)|(?:스물|서른|마흔|쉰)(?:\s?(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉))?\s?살))(?=\s?(?:이|의|인|입니다|라|가|로|,|\.|$))")),
    ("home-town", Expression(rf"(?P<value>{_PLACE})(?:에서|출신으로)\s[^.\n]{{0,16}}(?:태어나|태어났|나고\s?자라|나고\s?자란|나고\s?자랐|출생)")),
    ("home-town", Expression(rf"(?:고향(?:은|인|이)\s|제\s고향\s)(?P<value>{_PLACE})")),
    ("family", Expression(rf"(?P<value>(?:[1-5]남\s?[1-5]녀|{_COUNT}(?:남매|형제|자매))\s?(?:중|의|가운데)?\s?(?:장남|장녀|차남|차녀|첫째|둘째|셋째|막내|맏이|맏딸|맏아들)?)(?=(?:로|으로|이|인|입니다|이며|이자|,|\s|\.))(?=[^.\n]{{0,20}}(?:태어나|태어났|자라|자랐|입니다|로서|이며))")),
    ("family", Expression(r"(?P<value>장남|장녀|차남|차녀|외동\s?(?:딸|아들)?|막내\s?(?:딸|아들)?|맏이|맏딸|맏아들|둘째|첫째)(?=(?:로|으로)\s(?:태어나|태어났|자라|자랐))")),
    ("family", Expression(rf"(?:{_PARENTS})(?:께서는|께서|은|는|이|가|의)?\s(?:[^.\n]{{0,16}}?)(?P<value>(?:{_JOBS}))(?={_IS})")),
    ("family", Expression(rf"(?P<value>(?:{_JOBS}))(?:이신|을\s하시(?:는|던)|를\s하시(?:는|던)|을\s운영하시(?:는|던)|를\s운영하시(?:는|던)|로\s일하시(?:는|던)|으로\s일하시(?:는|던)|인)\s(?:{_PARENTS})(?=[^.\n]{{0,60}}(?:{_GROWN}))")),
    ("marital-status", Expression(r"(?P<value>(?:[1-5]|한|두|세)\s?(?:아이|자녀|딸|아들|남매|명의\s?(?:아이|자녀))(?:를|을|의)\s?(?:둔\s?)?(?:아빠|엄마|가장|아버지|어머니|부모))(?=(?:이자|로서|인\s저|입니다|이며|로\s))")),
    ("marital-status", Expression(r"(?:저는|현재)\s[^.\n]{0,12}(?P<value>기혼|미혼|결혼)(?=(?:이며|이고|입니다|으로|한\s상태|해서|하여|했|자로))")),
    ("marital-status", Expression(r"(?P<value>(?:(?:아이|딸|아들|자녀)\s?(?:하나|둘|셋|[1-4]명?)|(?:한|두|세)\s?(?:아이|딸|아들|자녀))(?:을|를)\s?키우(?:는|며|면서|고))")),
    ("gender", Expression(r"저는\s[^.\n]{0,12}?(?P<value>여성|남성|여자|남자)(?=(?:으로서|로서|이지만|이고|입니다))")),
    ("gender", Expression(r"\b[Aa]s a (?:young |black |asian |trans )?(?P<value>woman|man|female|male)\b(?![-\s]*(?:led|owned|month|year|day|hour))(?=[^.\n]{0,60}\bI\b)")),
    ("religion", Expression(rf"(?P<value>모태\s?신앙|(?:{_FAITH_NAMES})(?=\s?(?:신자|신앙|집안|가정|교인|신도)))")),
    ("body", Expression(r"(?:제\s|저의\s)?(?:키|신장)(?:는|가|이|은)?\s(?P<value>1[3-9][0-9]\s?(?:cm|센티(?:미터)?))")),
    ("age", Expression(r"\b(?:I am|I'm|I’m)\s(?:an?\s|now\s|currently\s)?(?P<value>[1-7][0-9])(?=(?:[- ]years?[- ]old)|\s*(?:years of age|and\s|,|\.))", re.IGNORECASE)),
    ("age", Expression(r"(?P<value>[1-7][0-9])[- ]years?[- ]old(?=\s(?:\w+\s){0,3}(?:engineer|developer|analyst|scientist|graduate|student|designer|manager|man|woman|nurse|teacher|programmer|professional))", re.IGNORECASE)),
    ("birth-date", Expression(rf"\bI was born (?:on|in)\s(?:the\s)?(?P<value>{_ENGLISH_DAY}|(?:{_MONTHS}\s)?(?:19|20)[0-9]{{2}})", re.IGNORECASE)),
    ("home-town", Expression(r"\bI was born (?:and (?:raised|grew up) )?in\s(?P<value>[A-Z][A-Za-zÀ-ž-]+(?:,?\s[A-Z][A-Za-zÀ-ž-]+){0,3})")),
    ("home-town", Expression(r"\b[Mm]y home\s?town(?: is| of|,)?\s(?P<value>[A-Z][A-Za-zÀ-ž-]+(?:,?\s[A-Z][A-Za-zÀ-ž-]+){0,2})")),
    ("marital-status", Expression(r"\b(?:I am|I'm|I’m)\s(?:a\s)?(?:happily\s|currently\s|recently\s)?(?P<value>married|unmarried|single|divorced|engaged|widowed)(?!\s(?:-|out|to\s(?:the|this|one)\s(?:idea|tool|approach)))(?=\s?(?:,|\.|and|with|to\s[A-Z]|father|mother|parent|mum|mom|dad|$))", re.IGNORECASE)),
    ("marital-status", Expression(r"\b(?:I am|I'm|I’m|[Aa]s)\s(?:a\s|the\s)?(?:proud\s|single\s|married\s|working\s){0,2}(?P<value>(?:father|mother|parent|mum|mom|dad)\sof\s(?:two|three|four|one|twins|[1-5]|a\s\w+))", re.IGNORECASE)),
    ("family", Expression(r"\b[Mm]y (?:father|mother|dad|mum|mom|parents)\s(?:is|was|are|were|works?|worked|runs?|ran|owns?|owned)\s(?P<value>(?:both\s)?(?:an?\s|as\s|in\s|the\s)?[a-z](?:(?!\sand\s|\swho\s)[^.,;\n]){2,40})")),
    ("religion", Expression(r"\b(?:I am|I'm|I’m|[Aa]s)\s(?:a\s|an\s)?(?:devout\s|practi[cs]ing\s|committed\s|born-again\s)?(?P<value>Christian|Catholic|Muslim|Buddhist|Hindu|Jewish|Protestant|Sikh|Mormon|atheist)\b")),
    ("body", Expression(r"\b(?:I am|I'm|I’m)\s(?P<value>(?:1[3-9][0-9]\s?cm|[4-7]\s?(?:feet|ft|['’′])\s?[0-9]{0,2}[\"”″]?(?:\s?inches)?))(?=\stall)")),
)
"""Sentences in which authors tell of themselves."""

COLUMNS: tuple[tuple[PrivateKind, Pattern], ...] = (
    ("birth-date", Expression(r"생\s*년\s*월\s*일|출생\s?(?:연월일|년월일|연도|년도)|date\s?of\s?birth|d\.?o\.?b\.?|birth\s?date", _E)),
    ("age", Expression(r"나\s*이|연\s*령|age", _E)),
    ("gender", Expression(r"성\s*별|gender|sex", _E)),
    ("marital-status", Expression(r"결혼\s?(?:여부|유무)?|혼인\s?여부|marital\s?status", _E)),
    ("home-town", Expression(r"출신지|출생지|본\s*적|고\s*향|place\s?of\s?birth|home\s?town", _E)),
    ("religion", Expression(r"종\s*교|religion", _E)),
    ("body", Expression(r"신\s*장|체\s*중|키|몸무게|height|weight", _E)),
)
"""Headers of a form whose values stand in the row below."""

_OTHER_FORM_LABEL = Expression(
    r"성명|이름|한글|한문|한자|영문|주소|현주소|거주지|연락처|전화(?:번호)?|핸드폰|휴대폰|휴대전화|비상연락처?|이메일|메일|e-?mail|sns|깃허브|github|블로그"
    r"|병역(?:사항|구분|여부)?|군별|취미|특기|(?:최종)?학력|전공|학과|학교(?:명)?|직업|국적|보훈(?:여부|대상)?|장애(?:여부)?|지원(?:분야|부문|직무)|희망(?:연봉|직무|근무지)|혈액형|호주|관계"
    r"|name|fullname|phone|telephone|tel|mobile|address|nationality|citizenship|languages?|visa(?:status)?|hobbies|linkedin|website|availability|position",
    _E,
)
"""A label of a form beside those of the columns, written without spaces."""


def is_form_label(words: str) -> bool:
    """Whether the words of a cell are a label of a form about a person, told without their blanks."""
    bare = "".join(words.split())
    return _OTHER_FORM_LABEL.fullmatch(bare) is not None or any(pattern.fullmatch(bare) for _, pattern in COLUMNS)


FAMILY = Expression(r"관\s*계|가족\s?관계|relation(?:ship)?", _E)
FAMILY_JOB = Expression(r"직\s*업|직\s*장|연\s*령|나\s*이|동거\s?여부|occupation|job|age", _E)
"""Two headers of a table of the family."""

PHOTO_NAME = Expression(r"(?i:(?<![a-z])(?:photo|profile|portrait|head-?shot|selfie|my-?face|passport-?photo|id-?photo|me)(?![a-z])[\w.-]*\.(?:jpe?g|png|webp|heic|gif)|증명\s?사진|프로필\s?사진|반명함|여권\s?사진|본인\s?사진|사진\.(?:jpe?g|png))")
"""The name of a picture file that shows the author."""

PHOTO_OF_OTHERS = Expression(
    r"(?i:(?<![a-z])(?:lab|team|group|class|club|crew|members?|seminar|workshop|conference|award|ceremony|booth|office|product|prototype|device|exhibition)s?[ _-]?(?:photo|picture|pic|image|shot)s?(?![a-z]))"
    r"|(?:단체|연구실|팀|동아리|행사|수상|시상식|세미나|학회|워크숍|전시|작품|제품|시제품|장비) ?(?:단체 ?)?사진"
)
"""The name, the title or the alternative text of a picture that shows a group, an event or a thing."""

PHOTO_TOLD = Expression(
    r"!\[[^\]\n]*(?:증명\s?사진|프로필\s?사진|본인\s?사진|지원자\s?사진|(?i:(?:photo|picture|portrait) of (?:the )?(?:applicant|candidate|author|me)|applicant photo|profile (?:photo|picture)|head-?shot))[^\]\n]*\]\(\s*<?(?P<target>[^)\s>]+)"
)
"""A picture whose alternative text says that it shows the author."""
