"""The regular expressions that find numbers, their units and their names; look-arounds are ASCII only, since Python's word characters include Hangul."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from careerlint.expression import Expression
from careerlint.numbers.any_case import compile_quick

DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|\.[0-9]+)"
KOREAN_TAIL = r"(?:(?:\s?여\s?)?\s?(?:[백천]?[만억](?![가-힣]*(?:족|약|큼|든|나))|[백천](?=\s?[만억0-9]|\s?[여명건원개장줄회달])|조(?=\s?[0-9]*\s?원|\s?[0-9]+억)))"
CORE = Expression(rf"{DIGITS}(?:{KOREAN_TAIL}(?:\s?[0-9][0-9,]*(?:{KOREAN_TAIL}|[백천])|[0-9]{{3,4}}(?![0-9]))*)?")
RANGE = Expression(rf"\s?(?:%|초|분|시간|배|명|건|일)?\s?[-~–∼]\s?(?P<high>{DIGITS})(?![0-9]*[-/.][0-9])")

GATE = compile_quick(r"절반|반으로|[두세네]\s?배|갑절|곱절|하루|이틀|사흘|나흘|열흘|분의|(?i:hal(?:f|v)|doubl|tripl|twice|quadrupl|quintupl|[a-z]fold\b|(?:place|prize)|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve)\b)")

_MAIL = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z.]+|"
_COMPOSITE = (
    r"(?P<identifier>(?:https?://|www\.)[^\s)>\]\"']+|<MAIL>"
    r"(?<![0-9])0[0-9]{1,2}-[0-9]{3,4}-[0-9]{4}(?![0-9])|\+82[- ]?[0-9-]{8,}|\+[0-9]{10,}|\+[0-9]{1,2}[ -]?\(?[0-9]{3}\)?[ -][0-9-]{7,}|(?<![A-Za-z0-9])10\.[0-9]{4,}/\S+)"
    r"|(?P<section>\[[0-9]{1,2}\]|(?m:^)[ \t]*(?:#+\s*)?(?:\*\*)?(?:[0-9]{1,2}(?:[-.][0-9]{1,2})*[.)](?=\s)|\([0-9]{1,2}\)|(?<=# )[0-9]+(?:\.[0-9]+)+(?=\s)|[1-9]\.[0-9]{1,2}(?=\s(?:(?!(?:Times|Stars?|Points?|Percent|Million|Billion|Seconds?|Minutes?|Hours?|Days|Mean|Average|Root|Test|Macro|Micro|Final)\b)[A-Z][A-Za-z’'-]+(?:\s(?:[A-Z(&][A-Za-z()’'&/-]*|of|and|the|for|with|to|in|on|by|vs)){1,6}|(?!포인트|시간|퍼센트|개월|기가|달러|만원|억원|프로|평점|점대|배로|배나)[가-힣]{2,}(?:\s[가-힣A-Za-z()]+){1,5})\s*(?m:$))|[0-9]{1,2}-[0-9]{1,2}(?=[.)]?\s*[가-힣A-Za-z])))"
    r"|(?P<period>(?<![0-9.])(?:19|20)[0-9]{2}(?:\s?[./년-]\s?[0-9]{1,2}월?(?:\s?[./-]\s?[0-9]{1,2})?\.?)?\s?년?\s?(?:[-–~∼]|부터|to|에서)\s?(?:(?:19|20)[0-9]{2}(?:\s?[./년-]\s?[0-9]{1,2}월?(?:\s?[./-]\s?[0-9]{1,2})?)?년?|현재|[Pp]resent|[Nn]ow)(?![0-9]))"
    r"|(?P<date>(?<![0-9A-Za-z.])(?:(?:19|20)[0-9]{2}\s?[.\-/년]\s?[0-9]{1,2}(?![0-9]*(?:,[0-9]{3})*\s?(?:명|건|개|원|%|만|배|점|회|팀))(?:\s?[.\-/월]\s?(?:[0-9]{1,2}(?:일|(?![0-9])))?)?|(?:19|20)?[0-9]{2}\s?년(?:도)?|[0-9]{1,2}\s?월(?:\s?[0-9]{1,2}\s?일)?(?!\s?평균)"
    r"|(?:19|20)[0-9]{2}(?=\s?(?:학년|상반기|하반기|[가-힣]*\s?(?:대회|챌린지|경진)))|'[0-9]{2}(?:\.[0-9]{1,2})?(?![0-9])|[0-9]{2}\.[0-9]{2}\.[0-9]{2}(?![0-9.])|[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?![0-9])|[0-9]{1,2}:[0-9]{2}(?=\s?(?:am|pm|AM|PM|시|에))|[0-9]{1,2}\s?시(?=\s|에|부터|까지))"
    r"|(?i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s(?:[0-9]{1,2}(?:st|nd|rd|th)?,?\s)?(?:19|20)[0-9]{2}(?![0-9]))"
    r"|(?P<version>(?<![0-9A-Za-z.])[0-9]+(?:\.[0-9]+){2,}(?![0-9A-Za-z%]))"
    rf"|(?P<resolution>(?<![0-9A-Za-z.])[0-9]{{2,5}}\s?[x×X*]\s?[0-9]{{2,5}}(?:\s?[x×X*]\s?[0-9]+)?(?:px)?(?![0-9A-Za-z]))"
    rf"|(?P<split>(?<![0-9A-Za-z.:@])[0-9.]+(?:(?::|\s:\s)[0-9]+(?:\.[0-9]+)?)+(?![0-9]))"
    rf"|(?P<rank_of_total>(?<![0-9A-Za-z.,])(?P<rank1>{DIGITS})(?:\s?(?:등|위|st|nd|rd|th)(?:\s?place)?[*_\s]*(?:/|(?i:out of|of|among)|[(])|\s?/)\s?/?\s?(?:총|전체|(?i:the|over|about))?\s*(?P<total1>{DIGITS})\s?(?:등|위|(?:여\s?)?(?:개\s?)?(?:팀|명(?=\s?(?:중|\)))|조)|(?i:teams?|participants?|contestants?|entrants|submissions)(?![A-Za-z])))"
    rf"|(?P<rank_in_total>(?<![0-9A-Za-z.])(?P<total2>{DIGITS})\s?(?:여\s?)?(?:개\s?)?(?:팀|명|인|조)\s{{0,2}}(?:중|가운데)(?:에서?)?,?\s?(?:최종|전체|종합)?\s?(?:(?P<rank2>{DIGITS})\s?(?:등|위|번째)|(?P<ordinal>첫|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?번째))"
    rf"|(?P<ranked>(?<![A-Za-z])(?i:rank(?:ed)?|placed|finished|came)\s#?(?P<rank4>{DIGITS})(?:st|nd|rd|th)?\s?(?:/|(?i:of|out of|among))\s?(?:the\s)?(?P<total4>{DIGITS})(?:\s(?i:teams?|participants?|contestants?|entrants))?)"
    rf"|(?P<rank_slash>(?<![0-9A-Za-z.])(?P<rank3>{DIGITS})\s?(?:등|위|st|nd|rd|th)\s?(?:/|of|out of)\s?(?P<total3>{DIGITS})(?![0-9A-Za-z]))"
    rf"|(?P<percentile>(?P<side>상위|하위|(?i:top|bottom))[-\s]?(?:약\s?)?(?P<percent>{DIGITS})(?:\s?[-~]\s?{DIGITS})?\s?(?:%|퍼센트|percent)(?!\s?[pP]))"
    rf"|(?P<fraction_words>(?P<denominator>[0-9]{{1,12}}|[두세네])\s?분의\s?(?P<numerator>[0-9]+|일|이|한)|(?<![0-9A-Za-z/.])(?P<top>[12])/(?P<under>[2-9]|10)(?=(?:으)?로\s|\s?수준|(?:으)?로$))"
)
_WORDS_OF_COMPOSITES = ("http", "www.", "rank", "placed", "finished", "came", "top", "bottom")
_LETTERED = Expression(r"http|www\.|(?:ranked|rank|placed|finished|came)\s#?[0-9.]|(?:top|bottom)[-\s]?(?:약\s?)?[0-9.]")
_YEAR = Expression(r"(?:19|20)[0-9]{2}")


# Without a letter in front a number of several parts holds one of these: a sign or word behind or between digits, or it opens a line.
_JOINT = Expression(r"(?m:^)[ \t]*[#*(\[0-9]|[\[/:'’+]|[0-9](?:\s?(?:[x×X*년월시등위여개팀명인조]|st|nd|rd|th)|-[0-9]|\.[0-9]+\.)|상위|하위|분의")


def composites_of(text: str) -> Iterator[re.Match[str]]:
    """The dates, addresses, ranks and other numbers of several parts in this text, from left to right.

    What begins with a letter is looked for only where its words stand: trying it at every letter is most of the cost.
    """
    if "@" in text:
        return _composite("", mail=True).finditer(text)
    lowered = text.lower()
    # A month's name counts before a year only.
    lettered = (any(word in lowered for word in _WORDS_OF_COMPOSITES) and _LETTERED.search(lowered)) or _YEAR.search(text)
    if lettered:
        return _composite("hwHWjfmasondJFMASONDrpcRPCtbTB").finditer(text)
    return _composite("").finditer(text) if _JOINT.search(text) else iter(())


# Compiled on first use: each takes as long as reading the numbers of a page.
@cache
def _composite(letters: str, *, mail: bool = False) -> Expression:
    if mail:
        return compile_quick(_COMPOSITE.replace("<MAIL>", _MAIL))
    return compile_quick(rf"(?:(?m:^)|(?=[0-9.+'\[(상하두세네{letters}]))(?:{_COMPOSITE.replace('<MAIL>', '')})")


DIGIT = Expression(r"[0-9.]")

WORDS = compile_quick(
    # Every one of them begins a word, with one of these letters; saying so first is five times faster.
    r"(?:(?<![A-Za-z])(?=[A-Za-z])|(?=[절반갑곱두세네다여일아열하이사나닷보]))(?:(?P<factor>(?<![가-힣])절반|(?<![가-힣])반(?=으로\s?(?:줄|단축|감소|낮|절감)|\s?이하)|(?<![가-힣])(?:갑절|곱절)"
    r"|(?<![A-Za-z-])(?i:(?<!(?-i:[Aa]) )half(?!-)|(?<=(?-i:[Aa]) )half(?!-)(?!\s[a-z]+\s(?:is|are|was|were|of)\b)|halved|halving(?=\s(?:the|our|its|their|time|latency|cost))|halves|(?<!can )(?<!could )(?<!cannot )(?<!would )(?<!should )(?<!might )halve|doubled|doubling|doubles|double(?=\s(?:the|our|its|their|throughput|speed))|tripled|tripling|triples|triple(?=\s(?:the|our|its|their)\s)|quadrupled|quadrupling|quadruples|quintupled|twice)(?![A-Za-z]))"
    r"|(?P<times>(?<![가-힣])(?P<count>[두세네]|다섯|여섯|일곱|여덟|아홉|열)\s?배(?!포|치|열|송|경|우|정)"
    r"|(?<![A-Za-z])(?P<english>(?i:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty))(?:[ -](?i:times)|[ -]?(?i:fold))(?![A-Za-z])(?!\s(?:(?i:cross|cv|stratified|validation|ensemble|mean|average|averaged|test|accuracy|error|loss|auc|score|precision|recall)\b|[A-Z])))"
    r"|(?P<span>(?<![A-Za-z])(?P<amount>(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))[ -](?P<time>(?i:second|minute|hour|day|week|month|year))s?(?![A-Za-z]))"
    r"|(?P<days>(?<![가-힣])(?:하루|이틀|사흘|나흘|닷새|열흘|보름)(?=에서|\s?걸|이면|로|으로|이나|만에|까지|가\s?걸|이\s?걸|\s?→|\s?(?:줄|단축|앞당|당겨|절약|절감|빨라)))"
    r"|(?P<place>(?<![A-Za-z])(?i:first|second|third|fourth|fifth)[ -](?i:place|prize)(?![A-Za-z])))"
)

# "20여 분", "10만 여원": some more than that.
UNIT = Expression(
    r"\s?(?:여\s{0,2}(?=초|분|시간|일(?![가-힣])|주(?![가-힣])|개월|달러|년|명|인(?![가-힣])|원|배(?![가-힣])|[%％]))?(?:(?P<point>[%％]\s?[pP](?![A-Za-z])|[%％]\s?포인트|퍼센트\s?포인트|포인트|pp(?![A-Za-z])|p\.p\.|percentage[ -]points?|[%]-points?|points?(?![A-Za-z])|pts?(?![A-Za-z])|[pP](?![A-Za-z0-9@.]))"
    r"|(?P<percent>[%％]|퍼센트|percent(?![A-Za-z])|프로(?=\s?(?:향상|개선|감소|증가|상승|이상|정도)))"
    r"|(?P<rate>(?:건|회|개|장|req|requests?|docs?|documents?|rows?|records?|msgs?|messages?|events?|images?|samples?|tokens?|queries|transactions?|calls?|orders?|users?|tickets?|[KMG]B)?\s?(?:/\s?(?:s|sec|second|min|minute|h|hr|hour|day|week|month|초|분|시간|일)(?![A-Za-z])|per\s(?:second|minute|hour|day|week|month)|a\s(?:day|second|minute|week|month)(?![A-Za-z]))|(?i:rps|tps|qps|fps|iops)(?![A-Za-z])|프레임(?=\s?(?:→|->|에서\s?[0-9]|이상|으로\s?(?:개선|향상|올|높|증가)))|it/s)"
    r"|(?P<multiple>배(?!포|열|치|송|경|워|우|터|정|당|운|울|율|드)|[xX×](?![A-Za-z0-9_])|-?\s?fold(?=\s(?:faster|increase|improvement|more|higher|reduction|speed|decrease|gain|in)(?![A-Za-z]))|times(?=\s(?:as|faster|more|higher|lower|less|better|the|fewer|slower|smaller|quicker|larger)(?![A-Za-z])))"
    r"|(?P<resolution>px(?![A-Za-z])|픽셀|dpi|차원|채널|-?dim(?![a-z])|bits?(?![a-z])|비트)"
    r"|(?P<ms>ms(?![A-Za-z])|msec|milliseconds?|밀리초)|(?P<us>[uµμ]s(?![A-Za-z])|microseconds?)|(?P<s>초(?!기|반|등|중|급|안|과|보|점|록)|s(?![A-Za-z])|secs?(?![A-Za-z])|-?seconds?(?![A-Za-z]))"
    r"|(?P<min>분(?!류|석|기|할|산|포|리|야|위|당|들|께)|-?min(?:ute)?s?(?![A-Za-z])|m(?=\s?(?:→|->|to\s[0-9]|$|[.,)])))"
    r"|(?P<h>시간|-?(?:hours?|hrs?|h)(?![A-Za-z]))"
    r"|(?P<day>일(?!반|치|정|부|차|관|괄|시|상)|-?days?(?![A-Za-z])|d(?=\s?(?:→|->)))|(?P<week>주(?!차|년|일|제|요|소|의|택|문|행)|주일|-?weeks?(?![A-Za-z]))|(?P<month>개월|달(?!성|러|라|하|력)|-?months?(?![A-Za-z]))|(?P<year>년(?!도|차|생)|-?(?:years?|yrs?)(?![A-Za-z]))"
    r"|(?P<money>[만천백억]?\s?원(?!본|인|문|래|리|형|활|천|칙|하|소|격)|달러|유로|USD|KRW|EUR|euros?|dollars?|won(?![A-Za-z]))"
    r"|(?P<rank>위(?!치|험|해|원|에서|젯|로)|등(?!록|급|장|의|을(?!\s?(?:했|하였|함|차지|기록|거두|거뒀|달성|수상))|이|과|에|하|급|교|산|재|석|\s?(?:다양|여러))|-?(?:st|nd|rd|th)(?![A-Za-z]))"
    r"|(?P<hardware>\s?[KMGTP]i?B(?![A-Za-z/])|[GMk]?[Hh]z|기가|테라|메가|대(?=의?\s?(?:GPU|서버|장비))|(?:x\s)?(?:A100|V100|T4|H100|GPUs?|CPUs?|cores?|vCPUs?|RAM|VRAM|코어)(?![A-Za-z]))"
    r"|(?P<parameters>[MBK]\s?(?:param(?:eter)?s?|모델|model|파라미터)|[BM](?=\s*(?:$|[,)(.]|급|규모|LLM|models?|모델|instruct|파인|fine|LoRA|chat))|억?\s?(?:개의\s?)?(?:parameters|파라미터)|billion param\w*)"
    r"|(?P<head>인(?!공|식|덱|증|지|과|코|터|기|데|용|프|수|스)|(?:members?|developers?|engineers?|designers?|persons?|-person|people|teammates|colleagues|학생)(?![A-Za-z]))"
    r"|(?P<person>명)"
    r"|(?P<age>세(?!트|션|대|부|계|미|팅|번|가|분)|살)"
    r"|(?P<counter>여?\s?(?:건|회|번|개(?!월|발|선|인|요|념|체|최)|장(?!점|비|치|애|르|면|소|기)|줄(?!이|일|어|여|인)|팀|조|문장|행|쌍|곡|편|권|종|가지|페이지|곳|차|단계|층|학년|기(?!반|존|준|본|획|능|술|록|간|여|법|계|관|사|업)|석|대(?!비|표|상|규|회|응|시|학|한|신|화)|점(?!검|수|진|차)|(?:의\s)?(?:행|문서|이미지|샘플|데이터|레코드)))"
    r"|(?P<letter>[kKMBG](?![A-Za-z0-9])\+?|(?:million|billion|thousand)(?![a-z]))?(?:\+)?[\s-]?(?P<noun>(?:[A-Za-z][A-Za-z-]*\s){0,2}?(?:(?P<effect>users?|requests?|customers?|orders?|stars?|downloads?|installs?|views?|visits?|visitors|clicks?|tickets?|transactions?|subscribers|sign-?ups|DAUs?|MAUs?|stores?|clients?|leads|deployments?|incidents?|alerts?|events?(?=\s?(?:/|per|a\s))|calls?(?=\s?(?:/|per|a\s))|commits?|contributors|pull requests?|PRs|bugs?)|(?P<rows>rows?|images?|samples?|records?|documents?|docs|sentences?|class(?:es)?|features?|labels?|examples?|tokens?|videos?|pairs|pages|articles|reviews|images?|frames|data ?points?|columns?|categories|files?|LOC|lines)|(?P<setting>epochs?|layers?|heads?|folds?|trees?|estimators|steps|iterations|seeds?|units|neurons|workers|threads|shots?|hidden|nodes|replicas|partitions)|(?P<team>members?|developers?|engineers?|designers?|people|students?))(?![A-Za-z]))"
    r"|(?P<bare>[kKMB](?![A-Za-z0-9])|million(?![a-z])|billion(?![a-z])|thousand(?![a-z])))"
)

_METRIC_NAMES = (
    # Hangul is not compared with sixty Latin names.
    r"(?=[A-Za-z])(?:(?i:accuracy|acc|precision|recall|f[-_ ]?[0-9β](?:[.][0-9])?(?:[- _]?score)?|f[-_ ]?measure|(?:roc|pr)[-_ ]?auc|auc(?:[-_ ]?roc)?|auroc|auprc"
    r"|mrr|ndcg|hit[- ]?rate|hits|bleu(?:-[0-9])?|s?acrebleu|rouge(?:-?[L0-9])?|meteor|cider|chrf|perplexity|ppl|rmse|mse|mape|smape|rmsle|r[2²]|r\^2|r[- ]?squared"
    r"|log[- _]?loss|loss|m?iou|dice|psnr|ssim|lpips|exact match|kappa|qwk|mcc|silhouette|latency|throughput|ctr|cvr|roas|roi|nps|score|spearman|pearson"
    r"|sensitivity|specificity|error(?: rate)?|(?!learning|dropout|sampling|frame|sample|bit|decay)[a-z]+ rate|uptime|availability|coverage|response time|inference time|runtime|retention|churn|conversion|lead time|p[59][059]|turnaround)"
    r"|MAP|mAP(?:[0-9]{2})?|MAE|EM|WER|CER|FID|ARI|NMI|CV|LB|Public|Private|AP[0-9]*|R(?=@)|P(?=@)|HR(?=@)|Gap|mAP)"
    r"|정확도|정밀도|재현율|민감도|특이도|점수|스코어|성능|손실|오차|오류율|에러율|결정계수|유사도|응답\s?(?:시간|속도)|처리\s?(?:시간|속도|량)|추론\s?(?:시간|속도)|지연\s?시간|소요\s?시간|실행\s?시간|로딩\s?시간|빌드\s?시간|학습\s?시간|(?<![가-힣])(?!학습[률율]|비율|확률|환율|이율|비중)[가-힣]{1,5}[율률](?![가-힣]{2})|커버리지|만족도|처리량|메모리(?:\s?사용량)?|용량|비용|매출|리텐션|트래픽"
)
_CUTOFF = r"(?:@[0-9kK]+(?:[.:-][0-9.:]+)?)?"
_FILLERS = (
    r"(?:\s?(?:(?i:score|value|about|around|roughly|approximately|over|nearly|almost|only|just|average|mean|of|is|was|were|from|to|by|reached|reaching|reach|at|up|down|with|an?|improved|improving|improves|increased|rose|raised|went|dropped|fell|reduced|cut"
    r"|grew|climbed|jumped|public|private|test|val|valid|validation|dev|macro|micro|weighted|scored|achieved|hit|than|more|final|now|still|currently|stands|ended|came|out)(?![A-Za-z])|점수|스코어|값|지표|기준|약|대략|평균|최대|최고|최종|기존의?|무려|은|는|이|가|을|를|도|의|에서|으로|로|에|만|최소|기록|현재|리더보드|상에서)|[\s:=|*_`\"'()\[\],~≈<>→@/-])"
)
# "Macro F1 on the test sites is now": what was measured stands between the name and its verb.
_MEASURED_ON = r"\s(?i:on|for|over|across|in)(?:\s[A-Za-z0-9'-]+){1,6}?(?=\s(?i:is|was|were|reached|came|rose|went|fell|stands|stood|ended)\s|\s?:\s)"
# "F1 on the validation set 0.93": or between the name and its value.
_MEASURED_SET = r"\s(?i:on|over|in)(?:\s[A-Za-z0-9'-]+){0,4}?\s(?i:set|split|data|dataset|fold|half|portion|subset)"
_NAME_AND_FILLERS = rf"(?P<name>(?:{_METRIC_NAMES}){_CUTOFF}){_FILLERS}{{0,9}}(?:(?:{_MEASURED_ON}|{_MEASURED_SET}){_FILLERS}{{1,7}})?$"
_NAME_LEFT = compile_quick(rf"(?:^|(?<![A-Za-z0-9])){_NAME_AND_FILLERS}")
_NAME_HERE = compile_quick(_NAME_AND_FILLERS)
_LATIN_WORD = Expression(r"[A-Za-z][A-Za-z0-9]*")
# The first two letters of names; any word may stand before "rate".
_NAME_BEGINNINGS = frozenset("ac pr re f- f_ f  fm ro au mr nd hi bl sa me ci ch pe pp rm ms ma sm r2 r^ lo m- mi io di ps ss lp ex ka qw mc si la th ct cv ro np sc sp se er up av co in ru r- rs p5 p9 tu em we ce fi ar nm lb pu ap r@ p@ hr ga le".split())  # noqa: SIM905
_RATE = Expression(r" rate", re.IGNORECASE)


def name_left(left: str) -> str:
    """The name of a metric that the words before a number end with, but for words such as "of" and "is"; else an empty text."""
    if not left.isascii():
        near = _NAME_LEFT.search(left)
        return near["name"] if near else ""
    # Where only a Latin word can begin the name, looking at their beginnings takes a third of the search.
    rate = _RATE.search(left) is not None
    for word in _LATIN_WORD.finditer(left):
        start = word.start()
        beginning = left[start : start + 2].lower()
        if rate or beginning in _NAME_BEGINNINGS or (beginning[:1] == "f" and not beginning[1:].isalpha()):
            near = _NAME_HERE.match(left, start)
            if near and (start == 0 or not left[start - 1].isdecimal()):
                return near["name"]
    return ""


NAME_FAR = compile_quick(rf"(?<![A-Za-z])(?P<name>(?:{_METRIC_NAMES}){_CUTOFF})(?![A-Za-z])")
NAME_RIGHT = compile_quick(rf"\s?(?:의\s)?(?:(?i:macro|micro|test|weighted|top-[0-9]|validation|overall|average|mean|on)\s)?(?P<name>(?:{_METRIC_NAMES}){_CUTOFF})(?![A-Za-z])")
METRIC_TOKEN = compile_quick(rf"(?:{_METRIC_NAMES}){_CUTOFF}")

HYPER_LEFT = compile_quick(
    r"(?:(?=[A-Za-z])(?<![A-Za-z])(?i:lr|learning[ _-]?rate|batch(?:[ _-]?size)?|bs|epochs?|dropout|weight[ _-]?decay|momentum|threshold|alpha|beta|gamma|lambda|sigma|temperature|top[ _-]?[kp]|n[ _-]?estimators|max[ _-]?(?:depth|len(?:gth)?|features|tokens|seq\w*)|num[ _-]\w+|seed|warm-?up|patience|margin|fold|stride|kernel(?:[ _-]size)?|filters?|hidden(?:[ _-]size)?|embedding(?:[ _-]\w+)?|window(?:[ _-]size)?|chunk(?:[ _-]size)?|overlap|order|[kCnpq]|rank|r|iterations?|steps?|port|size|index|id|level)"
    r"|학습률|배치\s?(?:사이즈|크기)?|에폭|에포크|드롭아웃|임계값|임계치|시드|온도|가중치|윈도우|차원|은닉)[\s:=_*`]*(?:은|는|을|를|이|가|의|of|to|at|was|set to)?\s?(?:약\s?)?$"
)
ASSIGNED_LEFT = compile_quick(r"(?<![A-Za-z@])[a-z]+(?:_[a-z0-9]+)+\s?[:=]\s?$|(?<![A-Za-z@])[A-Za-z]\s?=\s?$")
