"""What kind a number is, from the words before and after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from careerlint.expression import Expression
from careerlint.model.number import NumberKind
from careerlint.model.span import Span
from careerlint.numbers.any_case import compile_quick
from careerlint.numbers.patterns import ASSIGNED_LEFT, HYPER_LEFT, NAME_FAR, NAME_RIGHT, name_left

SIZE_VERBS = (
    r"향상|개선|상승|증가|감소|단축|절감|하락|감축|축소|절약|줄|늘|높|낮|올[라리렸랐]|올랐|내[려렸]|떨어|빨라|빠르|빠른|느려|끌어|성장|급증|급감|폭증|경량|초과|우수|인상|인하|확대|앞[서섰당]|차이|개선율"
)
ENGLISH_SIZE_VERBS = (
    r"faster|slower|better|worse|higher|lower|more|less|fewer|smaller|larger|bigger|quicker|cheaper|improvement|increase|decrease|reduction|gain|boost|drop|lift|speed-?up|uplift|savings?|growth|decline|cut|rise|relative|absolute|above|below|over"
    r"(?!\s(?:the\s|all\s|its\s|my\s|our\s|these\s)?(?:[a-z0-9-]+\s){0,2}?(?:nights|days|weeks|months|years|folds|runs|seeds|trials|classes|species|sites|patients|pictures|images|photos|recordings|clips|songs|questions|sentences|households|stations)\b)"
)
CHANGE_RIGHT = compile_quick(
    rf"\)?[+↑]?\s?(?:\)|정도|가량|이상|수준|내외|넘게|나|만큼|의|를|을|이|가|로|으로|더|씩|대폭|크게|추가)*\s?(?:더\s?)?(?:성능\s?|정확도\s?|속도\s?|시간\s?|비용\s?|점수\s?|매출\s?)?(?:{SIZE_VERBS})"
    rf"|[\s-]*(?:points?\s)?(?:relative\s|absolute\s)?(?i:{ENGLISH_SIZE_VERBS})(?![A-Za-z])"
)
CHANGE_LEFT = compile_quick(
    r"(?i:(?:improv\w*|increas\w*|reduc\w*|decreas\w*|cut\w*|boost\w*|rais\w*|lower\w*|gain\w*|grew|drop\w*|sav\w*|fell|rose|shav\w*|trimm\w*|accelerat\w*|outperform\w*|slash\w*|speed\w*|beat\w*|(?:drove|driv\w*|brought|bring\w*|push\w*|pull\w*|took|tak\w*|got|mov\w*|went|is|are|was|were)(?:\s+[A-Za-z0-9'’/-]+){0,6}\s+(?:down|up))\s+(?:[A-Za-z0-9'’/-]+\s){0,7}(?:by|of)?\s?(?:about|over|nearly|almost|roughly|around|more than|an?|up to|~|an additional)?\s?$)|대비\s?(?:약|[가-힣]{2,6})?\s?[+-]?\s?$|보다\s?(?:약|무려)?\s?$"
)
REACHED_RIGHT = Expression(r"\s?(?:(?:이상|이하|이내|미만|수준|내외|안팎|정도|가량|대)\s?)?(?:으로|로|까지)(?=\s|$|[,.])")
REACHED_LEFT = Expression(r"\bto\s(?:about\s|over\s|nearly\s|around\s|roughly\s|under\s|below\s|almost\s)?$", re.IGNORECASE)
_ATTAINED_LEFT = Expression(r"\b(?:reach|hit|attain|achiev)\w*\s(?:about\s|over\s|nearly\s|around\s|roughly\s|almost\s)?$", re.IGNORECASE)
OUTCOME_RIGHT = Expression(r"(?:의|를|을|로|으로|까지|이상|대|이|가|\s)*(?:달성|기록|도달|획득|확보|돌파|유지|통과|achieved|reached)|\s(?:accuracy|precision|success|uptime|coverage|hit rate|win rate|retention|adoption|satisfaction)")
OUTCOME_LEFT = compile_quick(r"(?i:(?:achiev|reach|hit|attain|scor|exceed|surpass|won|maintain|stands? at|stood at)\w*\s(?:an?\s|over\s|about\s|nearly\s|up to\s)?)$")
TIME_RESULT = compile_quick(
    r"처리|응답|지연|소요|걸리|걸렸|걸린|추론|로딩|빌드|배포|속도|단축|절감|줄[어였이임]|빨라|이내|내에|실행\s?시간|학습\s?시간|작업\s?시간|대기|복구|(?i:latency|response|runtime|took|takes|deploy|inference|training time|build|faster|slower|sav(?:ed|es|ing)|per\s|lead time|ramp-?up|turnaround|cycle|reduc|cut|within|under|load|p9[059]|p50|startup|time to|recovery|mttr|delay|review time|less|earlier|sooner)"
)
PERIOD_WORDS = Expression(r"프로젝트|인턴|과정|교육|부트캠프|기간|동안|간(?:의|$|\s)|근무|재직|경력|여정|스터디|개발|진행|년차|months? of|years? of|experience|internship|project|course|bootcamp|program|for\s$|over\s$|last\s$|past\s$|주차")
UNMEASURED_TIME = Expression(r"(?:녹음|낭독|발화|방언|연주|노래|목소리)(?!\s?시간|이\s|을\s|를\s)|영상|음성|오디오|길이|윈도우|단위|간격|주기|마다|발표|강의|클립|이전|이후|뒤|clip|audio|video|window|interval|timeout|every|sleep|chunk|cron|talk|lecture|TTL|retention")
SETTING_TIME = Expression(r"(?:길이|간격|주기|단위|윈도우?|구간|타임아웃|오프셋|창 크기)(?:을|를|은|는|이|가)?\s?(?:약|최대)?\s?$")
_SET_TIME_LEFT = Expression(
    r"\b(?:time-?outs?|cool-?downs?|intervals?|ttl|expir(?:y|ation)|keep-?alive|heartbeat|debounce|throttl(?:e|ing)|back-?off|grace period|timers?|countdown|deadline)"
    r"(?: (?:duration|time|period|value|limit|window|setting|set|was|is|of|to|at|from|up|about|roughly|around|between)|\s?[:=(~])*\s?$"
    r"|\btim(?:es?|ed|ing) out (?:after|at)(?: about| roughly)?\s?$", re.IGNORECASE,
)
_SET_TIME_RIGHT = Expression(r"[ -](?:long )?(?:time-?outs?|cool-?downs?|ttl|expiry|debounce|back-?off|grace period|timers?|countdown|deadline)\b", re.IGNORECASE)
"""A time that was set, and that measures nothing: "changed the channel timeout to 30s", "a 30-second timer"."""
_EFFORT_LEFT = Expression(r"\b(?:(?:took|cost) (?:me|us|my team|our team|the team|the two of us|the three of us)|(?:i|we) (?:spent|needed|had)|spending|after)(?: (?:about|around|roughly|approximately|nearly|almost|over|only|just|more|than|less|at|least|a|total|of|~))*\s?~?$", re.IGNORECASE)
_EFFORT_RIGHT = Expression(
    r"(?:,? (?:in total|or so|altogether|each))? to (?:make|build|develop|create|code|write|implement|program|design|learn|understand|figure|debug|complete|finish|get|obtain|find|reach|put|set|research|do|come|realise|realize|grasp|master)\b"
    r"| (?:of (?:work|coding|development|debugging|research|trial)|working|coding|building|developing|making|debugging|researching|learning|designing)\b", re.IGNORECASE,
)
"""How long somebody was busy with the work: "This app took me roughly 2 months to make"."""
_ALONE_LEFT = Expression(r"[\W_]*(?:(?:총|약|대략|모두|작업|개발|제작)\s?)*")
_ALONE_RIGHT = Expression(r"\s?(?:정도|가량|쯤|남짓)?(?:이|가)?\s?(?:소요|걸[리렸림])\S*[\W_]*")
"""A line that says nothing else but how long it took: "총 5주 소요"."""
DATA_PERCENT = Expression(r"기여도?|비중|참여율?|담당|결측|분할|데이터의|중\s?약?$|비율|contribut\w*|dropout|split|missing|training set|holdout|test size|of the data|샘플링|오버랩|구성")
DATA_PERCENT_RIGHT = Expression(r"\s?(?:기여|담당|가\s?결측|의\s?데이터|는\s?학습|는\s?검증|를\s?(?:학습|검증|테스트)|로\s?분할|데이터|of the (?:data|rows|users|samples)|for (?:training|test|validation)|training|split|missing|contribution|overlap)")
SPLIT_RIGHT = Expression(
    r"\s?(?:of (?:the |our |all )?(?:data(?:set)?|images|samples|rows|records|examples) )?(?:(?:was|were|is|are|went|goes) )?(?:used )?(?:for |as |in |to )?(?:the |a )?(?:test|train|training|validation|hold-?out|dev)(?:ing)?"
    r"[ -]?(?:data(?:set)?|set|split|subset|portion|size)?(?=\s*(?:$|[,.;)/]|(?:and|from|of|with|split|while)\b|[0-9]))|\s?(?:를|을|는|은)?\s?(?:학습|훈련|검증|테스트|시험)\s?(?:용|셋|세트|데이터|집합)", re.IGNORECASE
)
"""A share of the data that was put aside."""
EFFECT_LEFT = Expression(r"사용자|고객|회원|유저|구독자|가입자|방문자?|다운로드|이용자|관람객|조회수?|팔로워|트래픽|주문|요청|문의|누적|DAU|MAU|스타|별|star|리뷰어|월\s?(?:평균|약|최대)?\s?$|일\s?(?:평균|약|최대)?\s?$|하루에?\s?(?:평균|약)?\s?$|매일|매월|연간?|초당|분당|시간당|동시\s?접속|민원|장애|버그|오류|에러|알림|수작업")
EFFECT_RIGHT = Expression(r"\s?(?:의|이|가|을|를|에게|이상|규모의|여)?\s?(?:처리|요청|주문|호출|사용자|고객|유저|이용|다운로드|방문|가입|트래픽|거래|조회|문의|이\s?사용|스타|별|절감|감소|단축|서비스(?=\s?(?:중|하|했|되|된|제공|운영|를\s?(?:제공|이용|사용))|\W*$)|달성|돌파|유치|확보한)")
DATA_RIGHT = Expression(r"\s?(?:의|을|를|이|가|이상의?|규모의?|여)?\s?(?:데이터|이미지|샘플|리뷰|문장|기사|로그|사진|레코드|클래스|피처|변수|문서|뉴스|학습|수집|라벨|크롤링|영상|파일|음성)")
DATA_LEFT = Expression(r"데이터|이미지|샘플|리뷰|문장|기사|로그|사진|라벨|학습|수집|클래스|피처|변수|dataset|corpus|data")
CONTRIBUTION_LEFT = Expression(r"(?:기여도?|참여도|contribution)[^0-9.!?\n]{0,12}$")
GRADE_LEFT = compile_quick(r"(?:GPA|학점|평점|성적|(?i:grade))[^0-9.!?\n]{0,8}$")
TEST_LEFT = Expression(r"(?:TOEIC|토익|TOEFL|토플|OPIc|오픽|TEPS|텝스|IELTS|JLPT|HSK|SQLD|수능)[^0-9.!?\n]{0,12}$")
AGE_LEFT = Expression(r"(?:만|나이|aged?)\s?$")
_PRODUCTS = (
    "python,java,cuda,cudnn,pytorch,torch,tensorflow,keras,ubuntu,node,node.js,django,react,spark,hadoop,scikit-learn,sklearn,pandas,numpy,"
    "transformers,lightgbm,xgboost,catboost,windows,centos,mysql,redis,airflow,kubernetes,docker,swift,kotlin,vue,angular,spring,spring boot,"
    "fastapi,flask,opencv,jdk,php,ruby,version,ver,ver.,release,llama,gpt,claude,gemini,qwen,phi,mistral,gemma,stable diffusion,yolo,web,http,"
    "streamlit,gradio,flutter,dart,next.js,nest.js,nestjs,nextjs,svelte,tailwind,bootstrap,scipy,matplotlib,seaborn,plotly,polars,dask,mlflow,onnx,onnxruntime,tensorrt,triton,vllm,langchain,"
    "llamaindex,faiss,milvus,elasticsearch,opensearch,kafka,flink,hive,trino,clickhouse,duckdb,mongodb,mariadb,sqlite,dbt,terraform,ansible,jenkins,helm,nginx,tomcat,laravel,"
    "symfony,golang,rust,scala,julia,matlab,typescript,javascript,unity,unreal,godot,blender,gazebo,arduino,android,ios,macos,debian,fedora,rhel,mediapipe,detectron2,mmdetection,ultralytics,"
    "spacy,nltk,gensim,konlpy,diffusers,accelerate,peft,deepspeed,lightning,jax,prophet,statsmodels,optuna,bentoml,kubeflow,grafana,prometheus,selenium,playwright,scrapy,celery,rabbitmq,"
    "스트림릿,파이썬,자바,파이토치,텐서플로,텐서플로우,플러터,리액트,장고,스프링,우분투,"
    "gcc,버전"
)
_VERSIONED = tuple(_PRODUCTS.split(","))
_PRODUCT_LEFT = Expression(rf"(?:(?<![a-z])|(?=[가-힣]))(?:{'|'.join(map(re.escape, _VERSIONED))})$")
"""A product is a word: "over 4,000" ends with no "ver"."""
_LONGEST_PRODUCT = 1 + max(map(len, _VERSIONED))
_POSTGRES = Expression(r"postgres\w*$")
_VERSION_TAIL = Expression(r"\s?[=<>~]{0,2}\s?v?$")
VERSION_LEFT = Expression(r"(?:\bversions?\b[^0-9.;]{0,24}|\btested (?:on|with|under)\s[^0-9.;]{0,12}|버전[^0-9.;]{0,8})\(?$|(?:마이그레이션|업그레이드|\b(?:migration|upgrade)s?\b)[^0-9.;]{0,4}\(?(?:\d{1,2}(?:\.\d{1,2})+\s?(?:→|->|에서\s|to\s))?$", re.IGNORECASE)
VERSION_RIGHT = Expression(r"(?:\s?/\s?[A-Za-z]{1,12})?\s?(?:버전|version(?![a-z]))|(?:(?:\s?(?:→|->)\s?|에서\s|\sto\s)\d{1,2}(?:\.\d{1,2})+)?(?:으로|로)?\s?(?:마이그레이션|업그레이드|migration\b|upgrade\b)")
HARDWARE_LEFT = Expression(r"(?:RTX|GTX|A|V|H|T|Tesla|GeForce|Ryzen|Core|i|M|Titan|RAM|VRAM|SSD|GPU|CPU|Xeon|Jetson|Raspberry Pi|Galaxy|iPhone)\s?-?$")
SIZE_LEFT = compile_quick(r"메모리|용량|크기|사이즈|사용량|(?i:size|memory|footprint|usage|image|bundle|reduc|cut|shrank|model|from|to)\b[^.\n]{0,20}$")
SECTION_LEFT = compile_quick(r"(?:그림|표|식|제|장|부록|슬라이드|(?i:figure|fig\.?|table|section|chapter|step|part|appendix|page|p\.|level|phase|stage|fold|exp(?:eriment)?|model|case|task|no\.?|#|week|day|round|type|class|method|q|lv\.?))\s?$")
_LONGEST_SECTION = 12
_LONGEST_TEST = 20
"""No match of the expressions for grades, tests and hardware is longer: a search in so few letters is fast."""
RANK_RIGHT_NOUN = Expression(r"\s?(?:place|prize|rank|in\s|out of|of\s[0-9]|overall|on the (?:public |private )?leaderboard)")


_PIECE_RIGHT = Expression(r"[ -](?:long )?(?:windows?|clips?|segments?|chunks?|excerpts?|snippets?|frames?|slots?|samples?|recordings?|intervals?)\b|\s?씩\s?(?:\S+\s)?(?:자르|잘라|잘랐|나누|나눠|나눴|끊|분할|묶)|\s?(?:짜리|단위|길이)(?:로|의|씩)?\s")
"""Pieces that data is cut into: "five-second windows" measures nothing."""

_LONG = frozenset(("h", "day", "week", "month", "year"))
REACH = 60
"""How many characters on each side may tell what a number is."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words near a number, up to 60 characters on each side, of the same line, and its sign."""

    left: str
    right: str
    sign: str


def surroundings(text: str, span: Span, sign: str) -> Surroundings:
    """The words around `span`."""
    left = text[max(span.start - REACH, 0) : span.start]
    right = text[span.end : span.end + REACH]
    return Surroundings(left.rpartition("\n")[2], right.partition("\n")[0], sign)


def metric_name(around: Surroundings, unit: str, decimal: bool, bare_integer: bool) -> str:
    """The metric's name that the number belongs to, or an empty text."""
    near = name_left(around.left)
    if near:
        return near
    right = NAME_RIGHT.match(around.right)
    if right and not bare_integer:
        return right["name"]
    if bare_integer or not (decimal or unit):
        return ""
    clause = re.split(r"[,;.!?]\s|[0-9]|고\s|며\s", around.left)[-1]
    names = [match["name"] for match in NAME_FAR.finditer(clause)]
    return names[-1] if names else ""


def is_setting(left: str) -> bool:
    """Whether the words before a number name a setting whose value it is."""
    end = left.rstrip()[-1:]
    # The name ends right there, or has a mark or particle behind it.
    return bool(end) and (end.isalnum() or end in ":=_*`") and HYPER_LEFT.search(left) is not None


_PER_RIGHT = Expression(r"당(?![가-힣])|에\s?(?:한|두|세|[0-9]+)\s?(?:번|차례)(?![가-힣]*째)")
"""What makes a time the unit of a rate: "1초당 10건", "5초에 한 번"."""
_ARRIVES_RIGHT = Expression(r"\s?(?:씩|정도|의|이|가|을|를|까지)?\s?(?:[가-힣A-Za-z]{1,8}(?:이|가|을|를)\s?)?(?:수신(?![율기])|유입(?!률)|들어[오온와왔]|쏟아[지진졌]|밀려[오들왔])")
"""What comes in is the load of a work, and nothing that it reached."""


def time_kind(around: Surroundings, unit: str, compact: bool) -> tuple[NumberKind, bool]:
    """Whether a time is measured (`duration`, outcome), a stretch of the calendar (`period`) or something else."""
    near_left, near_right = around.left[-30:], around.right[:24]
    result = TIME_RESULT.search(near_left + " | " + near_right) is not None
    if _PIECE_RIGHT.match(around.right) or SETTING_TIME.search(near_left):
        return "other", False
    if _SET_TIME_RIGHT.match(around.right) or _SET_TIME_LEFT.search(around.left) or _PER_RIGHT.match(around.right):
        return "other", False
    if unit in _LONG and (_is_effort(around) or (unit not in ("h", "day") and _stands_alone(around))):
        return ("other" if unit == "h" else "period"), False
    if unit in ("ms", "us", "s"):
        unmeasured = UNMEASURED_TIME.search(near_left[-14:] + " | " + near_right[:12]) is not None
        return "duration", result or not unmeasured
    if unit in ("min", "h"):
        if UNMEASURED_TIME.search(near_left[-14:] + " | " + near_right[:12]):
            return "other", False
        return ("duration", True) if result or compact else ("other", False)
    period = PERIOD_WORDS.search(near_left[-16:] + "|" + near_right[:16]) is not None
    strong = re.search(r"소요|걸리|걸렸|걸린|단축|절감|줄|이내|lead time|ramp|turnaround|took|sav|reduc|cut|cycle|delay|faster|earlier|less", near_left + " | " + near_right)
    if strong and not (period and not re.search(r"단축|줄|절감|reduc|cut|sav", near_right + near_left)):
        return "duration", True
    return "period", False


def _is_effort(around: Surroundings) -> bool:
    """Whether a time is what the author needed for the work, and nothing that the work brought."""
    return _EFFORT_LEFT.search(around.left) is not None and _EFFORT_RIGHT.match(around.right) is not None


def _stands_alone(around: Surroundings) -> bool:
    """Whether nothing else is said than how long something took."""
    return _ALONE_LEFT.fullmatch(around.left) is not None and _ALONE_RIGHT.fullmatch(around.right) is not None


_DATA_OBJECT = Expression(r"(?:데이터|데이터셋|표본|샘플|이미지|사진|문장|배치|배치 크기|에폭|차원|채널|학습량|코퍼스|말뭉치|변수|피처|파라미터)(?:을|를|이|가)?\s?(?:약|총|최대)?\s?$")
_ENLARGED = Expression(r"\s?(?:정도\s?)?(?:으?로)?\s?(?:더\s?)?(?:늘|키우|키워|증강|확대|확장|부풀|불려|불린)")


def enlarges_data(around: Surroundings) -> bool:
    """Whether a factor tells how much more data was used: "데이터를 두 배로 늘려" measures no outcome."""
    return _DATA_OBJECT.search(around.left) is not None and _ENLARGED.match(around.right) is not None


def percent_kind(around: Surroundings, name: str) -> tuple[NumberKind, bool]:
    """A percent as a change, as a metric, as somebody's share, or as a plain share of data."""
    if CONTRIBUTION_LEFT.search(around.left) or re.match(r"\s?(?:의\s)?(?:기여|참여|contribut)", around.right):
        return "contribution", False
    if is_setting(around.left):
        return "hyper-parameter", False
    if SPLIT_RIGHT.match(around.right) and not name_left(around.left):
        return "split", False
    change_right = CHANGE_RIGHT.match(around.right)
    changed = change_right or CHANGE_LEFT.search(around.left)
    attained = not change_right and _ATTAINED_LEFT.search(around.left)
    if changed and not around.sign and (REACHED_RIGHT.match(around.right) or REACHED_LEFT.search(around.left) or attained):
        # "64%로 향상", "improved to 82%", "improved and reached 88%": the value that was reached, and no size of a change.
        return "metric" if name else "percent", True
    if around.sign or changed:
        return "delta", True
    if DATA_PERCENT.search(around.left[-12:]) or DATA_PERCENT_RIGHT.match(around.right):
        return "percent", False
    if name:
        return "metric", not re.match(r"결측|비율|점유|이자|환율|확률|missing", name)
    return "percent", bool(OUTCOME_RIGHT.match(around.right) or OUTCOME_LEFT.search(around.left))


def count_kind(around: Surroundings, person: bool) -> tuple[NumberKind, bool]:
    """A Korean count: people or things reached (an outcome), rows of data, heads of a team, or anything else."""
    if person:
        if EFFECT_LEFT.search(around.left[-14:]) or EFFECT_RIGHT.match(around.right):
            return "count-of-effect", True
        return "head-count", False
    if EFFECT_RIGHT.match(around.right) and not DATA_LEFT.search(around.left[-8:]):
        return "count-of-effect", True
    if DATA_RIGHT.match(around.right) or DATA_LEFT.search(around.left[-10:]):
        return "dataset-size", False
    if _ARRIVES_RIGHT.match(around.right):
        return "other", False
    if EFFECT_LEFT.search(around.left[-10:]):
        return "count-of-effect", True
    return "other", False


_STAGE_LEFT = Expression(r"(?:(?<![가-힣])(?:전|후|뒤)|[가-힣] (?:전|후|뒤)|이전|이후|기존|처음|원래|최종)(?:에는|엔|은|는)?\s?[:|]?\s?$")
"""The stage of the work whose score a bare fraction is: 넣기 전에는 0.41, 제거 후 0.77."""


def bare_kind(around: Surroundings, name: str, step: float, value: float) -> tuple[NumberKind, bool]:
    """A number without a unit that is no setting."""
    decimal = 0 < step < 1
    if not name and around.left.rstrip().endswith((":", "=")) and ASSIGNED_LEFT.search(around.left):
        return "hyper-parameter", False
    if GRADE_LEFT.search(around.left[-_LONGEST_TEST:]):
        return "grade", False
    if TEST_LEFT.search(around.left[-_LONGEST_TEST:]):
        return "test-score", False
    if _ends_with_product(around.left) or VERSION_RIGHT.match(around.right) or VERSION_LEFT.search(around.left):
        return "version", False
    if not decimal and HARDWARE_LEFT.search(around.left[-_LONGEST_TEST:]):
        return "hardware", False
    if name:
        return ("delta" if around.sign == "+" else "metric"), decimal or value > 1
    if around.sign and (decimal or around.sign == "+"):
        coordinate = around.sign == "-" and step < 5e-5 and not CHANGE_RIGHT.match(around.right)
        return ("other", False) if coordinate else ("delta", True)
    if decimal and CHANGE_RIGHT.match(around.right):
        return "delta", True
    if decimal and value < 1 and _STAGE_LEFT.search(around.left):
        return "metric", True
    if not decimal and 1930 <= value <= 2039:
        return "date", False
    if SECTION_LEFT.search(around.left[-_LONGEST_SECTION:]):
        return "section", False
    return "other", False


def _ends_with_product(left: str) -> bool:
    """Whether the words before a number end with what has versions; a list is compared faster than an expression."""
    words = _VERSION_TAIL.sub("", left[-5:], count=1)
    words = f"{left[:-5]}{words}".lower()
    return (words.endswith(_VERSIONED) and _PRODUCT_LEFT.search(words[-_LONGEST_PRODUCT:]) is not None) or ("postgres" in words and _POSTGRES.search(words) is not None)
