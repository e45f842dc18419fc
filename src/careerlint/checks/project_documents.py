"""REP003 to REP005: what a README of one project owes its reader: sources of what was reused, a way to run it, the data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerlint.checks.repository_manual import names_sources, part_under_gpl, says_how_to_run
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.outline import SectionKind
from careerlint.model.rule import Rule
from careerlint.model.span import Span

_SOURCE_HOST = Expression(
    r"github\.com|gitlab\.com|kaggle\.com|huggingface\.co|arxiv\.org|doi\.org|paperswithcode|zenodo|data\.go\.kr|aihub|dacon\.io|openreview|"
    r"pytorch\.org|tensorflow\.org|/datasets?/", re.IGNORECASE,
)
_LICENSE = Expression(r"licen[cs]e|라이선스|라이센스|\bMIT\b|\bGPL|Apache[- ]2|BSD|CC[- ]?BY|CC0|공공누리|저작권자", re.IGNORECASE)
_GPL = Expression(r"\bA?GPL|General Public Licen", re.IGNORECASE)
_CITATION = Expression(r"et al\.?|\(\s?(?:19|20)\d{2}\s?\)|\b(?:19|20)\d{2}\)|논문명|출처\s?[:：]|source\s?:", re.IGNORECASE)
_NAMED = Expression(
    r"AI\s?Hub|에이아이허브|공공\s?데이터|데이터\s?포털|open[- ]data|UCI|MovieLens|ImageNet|COCO|CIFAR|MNIST|SQuAD|Wikipedia|위키|통계청|기상청|"
    r"Cora\b|Cite[Ss]eer|PubMed|BlogCatalog|Reddit|Criteo|Titanic|타이타닉|Iris\b|Boston Housing|California Housing|Fashion-?MNIST|SVHN|CelebA|FFHQ|LFW|KITTI|Cityscapes|Pascal VOC|LibriSpeech|VCTK|LJ ?Speech|AudioSet|ESC-50|UrbanSound|GLUE\b|KLUE\b(?!-)|KorQuAD|KorNLI|NSMC|WMT\b|IMDB|Yelp|AG News|20 ?Newsgroups|Amazon Reviews|Netflix Prize|Last\.fm|OGB\b|Freebase|WordNet|MIMIC|TUH|PTB-XL|ModelNet|ShapeNet|timm\b|torchvision|transformers\b|Hugging\s?Face|허깅페이스|Common Voice|국립국어원|모두의\s?말뭉치|서울시|한국[가-힣]{2,}(?:공사|원|청)",
    re.IGNORECASE,
)
_COMMAND = Expression(
    r"(?m)^[^\S\n]*(?:\$\s|>\s)?(?:pip3?|pipx|python3?|conda|npm|npx|yarn|pnpm|docker(?:-compose)?|git clone|make|cargo|go (?:run|build|install)|bash|sh|\./|streamlit|uvicorn|flask|"
    r"java|mvn|gradle|\./gradlew|node|poetry|uv|jupyter|rails|php|dotnet|flutter|kubectl|terraform|airflow|dbt|brew|apt(?:-get)?|curl|wget|R(?:script)?)\b|^[^\S\n]*\./"
)
_OPTION = Expression(r"^[^\S\n]*(?:\$[^\S\n])?[A-Za-z][\w./-]{0,60}(?:[^\S\n][^\s=(]{1,80}){0,8}?[^\S\n]-{1,2}[A-Za-z][\w-]{0,40}(?:[\s=]|$)", re.MULTILINE)
"""A line of code with an option: whatever the program is called, it is run."""
_RUN_WORDS = Expression(r"colab|콜랩|binder|실행\s?(?:방법|하려면|하면)|설치\s?(?:방법|하려면|후)|사용\s?(?:방법|법)|how to (?:run|use|install|open|start|launch|play|build|view|set ?up|try)\b|^[^\w\n]{0,8}open (?:the|this|up the) (?:project|solution|workspace|scene|repo(?:sitory)?) (?:in|with)\b|getting (?:started|(?:it|this|everything|the \w+) (?:going|running|started|to run|to work|up))|^[^\S\n]*(?:run|install|launch|execute) (?:the|requirements|`|[a-z]+\.(?:py|ipynb|sh))|\.ipynb|steps? (?:(?:needed|required|necessary) )?to (?:reproduce|run)|(?:notebooks?|scripts?) (?:should|must|can) be run|재현\s?(?:방법|하려면)|app store|앱\s?스토어|플레이\s?스토어|google play", re.IGNORECASE | re.MULTILINE)
_HANDLED = Expression(
    r"(?:(?:휴대\s?)?폰|휴대\s?전화|핸드폰|태블릿|스마트폰|컴퓨터|노트북)에\s(?:깔|설치하|내려받)(?:고|아서?|면|은\s(?:뒤|다음))|(?:받아|내려받아|다운로드\s?(?:해|하여|받아)|압축을?)[^.\n]{0,40}(?:푼다|풉니다|풀고|풀면|엽니다|연다|열면|열어|실행|켠다|켭니다|켜면|켜고|더블\s?클릭|(?:두|한) 번 (?:누르|눌러|클릭|톡)|누르면|눌러|설치하면|깔면|깔고|깔아|꽂으면|넣으면)|(?:USB|유에스비|콘센트|전원|건전지|배터리|컴퓨터|노트북|라즈베리\s?파이|보드)(?:에|를|을)?\s[^.\n]{0,12}(?:꽂|연결하|끼우|꼽)(?:으면|면|고|아|어)[^.\n]{0,40}(?:켜지|켜집|시작|돌아|뜨|뜹|나옵|나온|됩|된다)|(?:html|브라우저|크롬|엣지|사파리)(?:을|를|에서|로|에)?\s[^.\n]{0,15}(?:연다|열면|엽니다|여세요|열어)|"
    r"설치할 (?:것|게|건|프로그램|필요)[^.\n]{0,6}없|(?:써|돌려|켜|틀어|해) ?보려면|써\s?보기|(?:쓰는|켜는|돌리는|다루는|여는) (?:법|방법)|\bpress F5\b|\b(?:point|aim|open|direct) (?:your|a|the) browser\b|\bnothing to install\b|\bno install(?:ation)?\b|"
    r"^[^\w\n]{0,8}(?:to (?:start|use|run|play|try)[^,\n]{0,20},\s)?(?:download|unzip|clone|flash|open|plug|double-click|launch|start|load|drag|visit)\b[^.\n]{0,60}(?:\.html|\.zip|\.exe|\.apk|\.hex|\bbrowser\b|\bfolder\b|\breleases?\b|\bUSB\b|\bboard\b|\bapp\b)",
    re.IGNORECASE | re.MULTILINE,
)
"""Sentences and headings that say how to handle it, where there is nothing to type."""
_IMPORTED = Expression(r"^[^\S\n]*(?:>>>\s)?(?:from\s+[\w.]+\s+import\s|import\s+[\w.{*]|(?:const|let|var)\s[^=\n]{1,60}=\s*require\(|use\s+\w+::|library\(|#include\s|using\s+\w+)", re.MULTILINE)
"""The first lines of an example: how a library is used."""
_BUILT = Expression(r"^\W*(?:bill of materials|parts list|list of parts|components? list|wiring|schematics?|부품\s?(?:목록|표|명세|리스트)|회로도|배선도)\W*$", re.IGNORECASE)
"""Headings of a device: what it is made of says how to build it, and there is nothing to install."""
_INSTALLS = Expression(r"\W*(?:[0-9]+[.)]\s*)?(?:install(?:ing)?|set(?:ting)? up)(?:\s[\w.-]+){1,4}\W*", re.IGNORECASE)
"""Headings that say what is installed: "Install Vocalize"."""
_AT_ADDRESS = Expression(
    r"(?:^|[^\w])(?:(?:배포|서비스|데모|시연|체험|플레이|접속|게임|웹|라이브)(?:된)?\s?(?:주소|링크|URL|사이트|페이지)|(?:바로\s)?(?:플레이|체험)(?:하기|해\s?보기)|(?:해|써|둘러)\s?볼\s수\s있\S{0,5}|(?:live|online|web|hosted)\s(?:demo|version|site|preview|app)|(?:deployed|hosted|live|play(?:able)?|try it)(?:\s(?:it|here|at|on|online|now|link|url|site|address))*|demo|deployment)\b"
    r"(?!\s?(?:video|영상))[^\n]{0,40}?https?://(?!(?:www\.)?(?:github\.com|gitlab\.com|youtu|[\w.-]*notion\.|velog\.|[\w.-]*tistory\.|drive\.google|docs\.google|figma\.|www\.figma))",
    re.IGNORECASE | re.MULTILINE,
)
"""A label of what can be used at once, before its address."""
_HOLDS_PAPERS = Expression(r"(?:저장소|레포지토리|레포)[^.\n]{0,60}(?<!코드)(?<!소스)만(?:을)?\s?(?:포함|담|공개|제공|수록|올)|\brepo(?:sitory)?\b[^.\n]{0,20}\b(?:only (?:contains|holds|has)|(?:contains|holds|has) only)\b(?![^.\n]{0,40}\b(?:code|source|scripts?)\b)", re.IGNORECASE)
"""A repository of summaries, records or pictures, of which nothing runs."""
_PLACES = r"\b(?:on site|(?:at|in) (?:the|an?) (?:[\w-]+ )?(?:exhibition|museum|gallery|fair|venue|booth|lobby))\b"
_DEVICES = r"\b(?:scanners?|sensors?|tablets?|kiosks?|projectors?|cameras?|robots?|devices)\b"
_PUT_UP = r"\b(?:installed|set up|placed(?!\s(?:first|second|third|\d))|mounted)\b"
_ON_SITE = Expression(
    r"(?:현장|전시장|전시관|전시회|박물관|미술관|행사장|부스|로비)(?:에|에서|에는)\s[^.\n]{0,40}(?:스캐너|센서|태블릿|키오스크|프로젝터|카메라|장비|기기|스크린|로봇|설비)[^.\n]{0,24}(?:배치|설치|운영|두고|놓고|놓아|연결)|"
    rf"{_PLACES}[^.\n]{{0,60}}(?:{_PUT_UP}[^.\n]{{0,40}}{_DEVICES}|{_DEVICES}[^.\n]{{0,40}}{_PUT_UP})|"
    rf"(?:{_PUT_UP}[^.\n]{{0,40}}{_DEVICES}|{_DEVICES}[^.\n]{{0,40}}{_PUT_UP})[^.\n]{{0,40}}{_PLACES}",
    re.IGNORECASE,
)
"""What was put up somewhere with devices of its own, and runs nowhere else."""
_ANALYSIS = Expression(r"분석(?:\s?(?:프로젝트|보고서|과제))?\W*$|\banalysis\W*$", re.IGNORECASE)
_TOLD_ELSEWHERE = Expression(r"docs\.google\.com/presentation|slideshare\.|speakerdeck\.|public\.tableau\.|lookerstudio\.|datastudio\.google|app\.powerbi\.|canva\.com/design|\.pptx?(?:$|\?)", re.IGNORECASE)
"""Slides and dashboards: an analysis that ends in them, and in no model, is looked at, not run."""
_RUNS = Expression(r"\.ipynb|\.py$|colab|streamlit|\.app\b|vercel|netlify|play\.google|apps\.apple", re.IGNORECASE)
# A log, a report or a talk is read, not run.
_REPORT = Expression(r"(?:로그|기록|일지|보고서|리포트|회고|발표|이력|미션 ?\d*)\W*(?:\(.*\)\s*)?$|changelog|history|\blog\b|report|write[- ]?up|documentation|notes|slides|(?:깨달은|배운|느낀|잘한|아쉬운) ?점|측면|retrospective|post-?mortem|what (?:i|we) learned|things that went|(?:\bimprovements?|\bimprovement results|\benhancements?|\boptimi[sz]ation results|summary of changes|성능\s?개선|개선\s?(?:기|사항|결과|기록|과정|사례)|최적화\s?(?:결과|기록|과정|사례))\W*$", re.IGNORECASE)
_POST = Expression(
    r"\A---[^\S\n]*\n(?!(?:(?!---)[^\n]*\n){0,40}?(?:sdk|license|library_name):)(?:(?!---)[^\n]*\n){0,40}?"
    r"(?:layout:\s*[\"']?(?:post|blog|page|single|project)|collection:|permalink:|categor(?:y|ies):|(?:date|pub_?date|publish(?:ed)?(?:_?(?:at|date|on))?|created(?:_?at)?)[^\S\n]*:[^\S\n]*[\"']?\d{4})|\{\{ ?site\.|"
    r"\A\+\+\+[^\S\n]*\n(?:(?!\+\+\+)[^\n]*\n){0,40}?(?:(?:date|published)[^\S\n]*=|\[taxonomies\])|^[^\S\n]*<!--[^\S\n]*more[^\S\n]*-->[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""The head of a page of a blog, or the address of its site where that is filled in."""
_DATED_LINE = Expression(r"\W{0,4}v?(?:\d+\.\d+(?:\.\d+)?\W{1,4})?(?:19|20)\d\d\s?[-./년]\s?\d{1,2}\s?(?:[-./월]\s?\d{1,2}\s?일?)?[^A-Za-z가-힣]{0,20}")
"""A date, or two, in place of a title: what stands under it is the entry of a log."""
_DAY = Expression(
    r"\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?(?:(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s(?:19|20)\d\d)?\W*"
    r"|\W*\d{1,2}월\s?\d{1,2}일(?:\s?\([월화수목금토일]\))?\W*", re.IGNORECASE,
)
"""A heading of a diary: a day and nothing beside it."""
_FEWEST_DAYS = 3
_ASKED = Expression(r"\W*(?:Q(?:uestion)?\s?\d*\s?[:.)]\s.*|.*\byour?\b.*\?)\W*", re.DOTALL | re.IGNORECASE)
"""A question to the writer in place of a title: the page answers a form."""
_RANKED = Expression(r"(?im)^[^\S\n]*(?:\|[^\S\n]*)?(?:place|rank|순위|등수)[^\S\n]*\|[^\n]{0,60}(?:user|team|participant|참가자|팀)[^\n]{0,80}(?:score|점수)")
"""The head of an organiser's table of winners."""
_WINNERS = Expression(r"code (?:from|of|by) (?:the )?winning|winning (?:competitors|code|solutions|submissions)|solutions? (?:from|of|by) (?:the )?(?:winners|participants)", re.IGNORECASE)
_TREE_FILE = Expression(r"[├└│][^\n]*?[\w)]\.([A-Za-z]{1,5})\b")
_PAPERS = frozenset(("pdf", "ppt", "pptx", "doc", "docx", "hwp", "hwpx", "key", "xls", "xlsx", "png", "jpg", "jpeg", "gif", "md", "mp4", "txt"))
"""Files that are read, not run."""
_STUDIED = Expression(r"\bmodels\W*$|외부\s?데이터|데이터\s?(?:설명|명세)|(?:data|model) card|논문\s?(?:정리|리뷰)|스터디|후기\W*$|참가\s?기|paper (?:review|notes)", re.IGNORECASE)
_REPOSITORY = Expression(r"(?:github|gitlab)\.com/[\w.-]+/([\w.-]+?)(?:\.git)?/?(?:#.*)?$", re.IGNORECASE)
_CODE_LINK = Expression(r"\W*(?:source\s)?(?:code|코드|소스\s?코드|repository|repo|저장소|구현|github)\W*(?:(?:보기|링크|link|here)\W*)?", re.IGNORECASE)
_MANUAL = Expression(
    r"(?:사용법|사용\s?방법|설치\s?방법|실행\s?방법)(?:을|를|에\s?대해)?\s?(?:설명|안내|정리|기술)|\bthis (?:document|page|guide|readme) (?:describes|explains|shows) how\b|"
    r"^[^\w\n]*(?:solution|baseline)s?\s?\d*[^\w\n]*$|^[^\w\n]*(?:baseline|베이스라인)\s?\d*\s?[:：]", re.IGNORECASE | re.MULTILINE
)
"""Words of a page that explains one part of a repository and leaves the rest to its front page."""
_SCRIPT = Expression(r"\W{0,3}[\w/.-]+\.(?:py|ipynb|sh|ya?ml|json|txt|js|ts|java|cpp|c|h|r|sql)\b", re.IGNORECASE)
_NAMED_DATA = Expression(r"\b[A-Z][A-Za-z0-9-]*[A-Z0-9][A-Za-z0-9-]*\b[^.\n]{0,40}\b(?:data|dataset|corpus)\b|\b(?:data|dataset|corpus)\b[^.\n]{0,20}\b(?:from|of|by)\s[A-Z]|[A-Z][A-Za-z0-9-]{2,}\s?(?:데이터\s?(?:셋|세트)?|말뭉치|코퍼스)")
"""Data that is called by the name of its source."""
_NAME = Expression(r"\b[A-Z][A-Za-z0-9-]{2,}")
_DATA_LABEL = Expression(r"(?:(?:사용|학습|원본)\s?)?(?:데이터\s?(?:셋|세트)?|말뭉치|data(?:\s?sets?)?|corpus)", re.IGNORECASE)
_LEARNING = Expression(
    r"학습(?:시|하|률|을|해|했|된|에|률)|미세\s?조정|파인\s?튜닝|fine-?tun(?!(?:ed|ing|e|es) (?:(?:the|our|my|its|all|some) )?(?:game|balanc|difficult|movement|control|physic|ui\b|layout|setting|speed|schedul|process|design|animation|level|text|wording|recipe|quer|ind(?:ex|ice)|motor|camera|sound|look|timing|price|budget))|\btrain(?:ed|ing|s)?\b|epoch|에폭|에포크|예측\s?모델|분류\s?모델|분류기|딥러닝|머신러닝|neural|classifier|"
    r"정확도|\bdice\b|\biou\b|backbone|백본|hidden (?:units|layers)|임베딩|precision|recall|f1|auc|(?-i:mAP)|BLEU|RMSE|MAE\b|NDCG|recall@|perplexity|MOS\b|\baccuracy\b|\bPESQ|\bSTOI|\bSI-?SDR|\bWER\b|\bROUGE|신경망|\bCER\b|\bMAPE|\bR²|\bR2\b|balanced error|silhouette|top-[15]\b|error rate|recogni[sz]es|quantised|quantized|(?-i:\b(?:LSTM|GRU|CNN|RNN|SVM|MLP|XGBoost|LightGBM|CatBoost)s?\b)|random forest|logistic regression|decision trees?\b|gradient[- ]boost(?:ed|ing)|랜덤\s?포레스트|로지스틱\s?회귀|(?:의사\s?)?결정\s?(?:나무|트리)", re.IGNORECASE,
)
_NET = Expression(
    r"\b(?:recurrent|convolutional|neural|residual|siamese|feed-?forward|dense|graph|adversarial)\s(?:net|network|model|layer)s?\b|\bclassifier\b|\bregressor\b|\brandom forest\b|\b(?:gradient|boosted)\s(?:boosting|trees)\b|\bsupport vector|\bU-?Net\b|"
    r"\bauto-?encoder\b|\btransformer\b|\bfine-?tuned (?:on\b|it on|(?:an?|the|our|my|two|three|both|it)?\s?(?:[\w.-]+ ){0,3}(?:models?|networks?|transformers?|checkpoints?|encoders?|weights|bert\w*|gpt\S*|llama\S*|vit\w*|resnet\S*)\b)|\blogistic regression\b|\bk-?means\b|\bdecision tree\b",
    re.IGNORECASE,
)
"""Models by words that are no names of a technology."""
_DATA_WORD = Expression(
    r"데이터|말뭉치|코퍼스|사진|이미지|영상|음성|녹음|문장|기록|로그|리뷰|댓글|신문|기사|설문|환자|센서|판독|화면|프레임|표본|그래프|문서|논문|낭독|통화|대화|목소리|도면|엑스선|악보|영수증|계약서|민원|관측|측정값|신호|파형|지도|설계도|게시글|글\s|편지|일기|카드|명함|번호판|상품평|평점|후기|상담|판례|질문|답변|\bdata\b|data ?sets?|corpus|corpora|photo(?:graph)?s?\b|images?\b|pictures?\b|clips?\b|"
    r"recordings?|recorded|scenes?\b|songs?\b|records?\b|logs?\b|reviews?\b|messages?\b|sentences?\b|samples?\b|scans?\b|survey|labels?\b|labelled|labeled|annotat|라벨|레이블|주석|시간\s?분량|feed\b|offers?\b",
    re.IGNORECASE,
)
_ORIGIN = Expression(
    r"수집|크롤|스크래핑|제공|공개|내려받|다운로드|찍은|찍어|촬영|녹음한|녹음해|모은|모아|모았|모음|받은|얻은|얻어|빌린|빌려|긁은|긁어|긁었|옮겨 적|받아 적|출처|직접 만든|구축|이름표를?\s?(?:붙|달)|정답(?:을|은|이|입니다|으로)|상자를?\s?그|표시를?\s?(?:했|하고|해\s?두)|AI\s?Hub|Kaggle|캐글|데이콘|공공|포털|UCI|라벨(?!\s?스무딩)|레이블(?!\s?스무딩)|scraped|crawled|collected|recorded|downloaded|"
    r"provided|publish(?:es|ed)?|from the|of our|of my|taken by|public|open|Kaggle|annotat|labelled|labeled|marked|\bset\b", re.IGNORECASE,
)
_AMOUNT = Expression(r"\d[\d,]*\s?[\"“'‘][^\"”'’\n]{1,24}[\"”'’]|\d[\d,.]*\s?(?:만|천|억)?\s?(?:여\s?)?(?:장|건|개|문장|쌍|명|행|곡|편|시간|년치|개월치|일치|분|종|곳|(?:[a-z]+ ){0,2}(?:rows|images|photos|pictures|clips|songs|records|messages|sentences|samples|labels|hours|days|pairs|species|documents|reviews|clips)|[kKM]\b)|(?<![\w.])\d[\d,]*\s(?:[a-z]+\s){0,2}?(?!(?:epoch|layer|second|minute|step|time|percent|point|class|fold|unit|head|channel|thread|core|stage|part|version|week)s?e?s?\b)[a-z]{3,}s\b")
_GATHERED = Expression(r"모은|모아|모았|찍은|찍어|찍었|얻은|얻어|빌린|빌려|긁은|긁어|긁었|받아 적|옮겨 적|받아쓴|녹음한|녹음해|녹음했|타자로|타이핑|손으로 (?:적|옮|쳤)|내려받은|내려받아|수집한|수집해|촬영한|매겼|매긴|(?:붙|달)았|붙인|붙였|채점")
"""How so many of something came to be data, whatever they are."""
_GRAIN = Expression(
    r"\b(?:\d+|an?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|several|many)\s(?:full\s|whole\s)?(?:years?|months?|weeks?|days|nights|seasons|hours|winters|summers)['’]?\s(?:worth\s)?of\s(?:[\w-]+\s){1,5}?(?:from|at|across|by)\s"
    r"|\b(?:one|a|each)\s(?:rows?|lines?|records?|values?|readings?|entry|figures?|points?)\s(?:an?|per|for (?:each|every)|every|each|is)\s"
    r"|(?:한|매)\s?(?:번|시간|날|달|주|분|명|건|대|사람)(?:에|마다|당)\s(?:한|\d+)\s?(?:줄|행|건|값)"
    r"|(?:\d+|한|두|석|세|넉|네|다섯|여섯|일곱|여덟|아홉|열)\s?(?:년|해|달|개월|주|주일|계절)\s?(?:동안|치|간)\S{0,2}\s(?:[^.\n]{0,40}\s)?(?:적었|적은|모았|모은|쟀|잰|재어|기록했|받아\s?적)",
    re.IGNORECASE,
)
"""How much of what from where, or what one row is, whatever it is called: "two years of barrier counts from 14 car parks, one row an hour"."""
_CAPTURED = Expression(
    r"^\W*(?:photographed|filmed|recorded|scanned|videoed|taped|logged|collected|gathered|typed (?:in|up|off|from)|copied (?:out|from))\b|\b(?:I|we|he|she|they|who|[a-z]+(?:er|or|ist|ess|man|woman|mother|father|sister|brother|uncle|aunt|friend|cousin|nurse|friends|nurses|ers|ors|ists))\s(?:photographed|filmed|recorded|scanned|videoed|taped)\b"
    r"|촬영|찍었|찍어|찍은|녹음|녹화|스캔", re.IGNORECASE,
)
"""The deed that makes data of things, told of what a heading counts: "2,140 loaves" and "Photographed every thirty seconds"."""
_MARKED = Expression(
    r"(?<!\bmodel )(?<!\bnetwork )(?<!\bit )(?<!\bclassifier )(?<!\bforest )(?<!\bsystem )(?<!\bscript )(?<!\bapp )\b(?:tagged|marked|labell?ed|rated|sorted|scored|judged|classed|named|graded|coded|noted|annotated|put)\s(?:down\s)?(?:each|every|all|(?:one )?by one|them|those|these|whether)\b[^.;\n]{0,40}?(?:\b(?:as|into|in|or|by|whether|with)\b)"
    r"|(?:마다|하나하나|하나씩|일일이)\s[^.\n]{0,30}?(?:표시(?:했|해|하)|적었|적어|매겼|매겨|눌렀|눌러|나눴|나누었|골라냈|가려냈|이름을\s붙)", re.IGNORECASE,
)
"""Somebody told the examples apart one by one: "the nurse tagged every second as cough or not"."""
_SMOOTHING = Expression(r"(?:라벨|레이블|label)\s?(?:스무딩|smoothing)", re.IGNORECASE)
# The organiser's data is known by the name of the contest.
_CONTEST = Expression(r"kaggle|캐글|dacon|데이콘|대회|경진|챌린지|challenge|competition|contest|leaderboard|리더보드|\b(?:1st|2nd|3rd|\d+th) place", re.IGNORECASE)
_ENVIRONMENT = Expression(r"gymnasium|openai gym|\bgym\b|환경에서|environments?\b|시뮬레이터|simulator|atari|mujoco|unity ml|\b(?:LunarLander|CartPole|MountainCar|Pendulum|Acrobot|HalfCheetah|Hopper|BipedalWalker|CarRacing|FrozenLake|Humanoid|Walker2d|Breakout|Pong)(?:-v\d)?\b|\b[A-Z][A-Za-z]+-v\d\b(?=[^.\n]{0,60}(?:return|reward|episode))", re.IGNORECASE)
_OPENING = 3
"""Statements in which a page says what it is for."""
_DATA_SECTION: frozenset[SectionKind] = frozenset(("data",))
_RUN_SECTION: frozenset[SectionKind] = frozenset(("usage",))


def find_uncredited_reuse(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """REP003: code, weights or data of others are used, and nothing near it says whose; in a repository also parts under the GPL."""
    if evidence.outline.kind == "project" and not evidence.document.match(_GPL) and (part := part_under_gpl(evidence)):
        yield Hit(evidence.title(), values={"match": part}, variant="gpl")
        return
    if evidence.outline.kind != "project" or evidence.stories.looks_back or _has_section(evidence, frozenset(("references", "license"))):
        return
    links = [mark.target for mark in evidence.document.marks if mark.kind == "link"]
    if evidence.document.match(_LICENSE) or any(_SOURCE_HOST.search(target) for target in links):
        return
    for index, signals in enumerate(evidence.signals):
        reuse = next((signal for signal in signals if signal.name == "reuse" and signal.strength == "strong"), None)
        if reuse is None or evidence.claims[index].author not in ("author", "team"):
            continue
        around = " ".join(evidence.text(other) for other in (index - 1, index, index + 1) if 0 <= other < len(evidence.signals))
        if _CITATION.search(around) or _NAMED.search(around) or _SOURCE_HOST.search(around) or _is_linked(evidence, index, reuse.span):
            continue
        if not names_sources(evidence):
            yield Hit(reuse.span, values={"match": evidence.document.words(reuse.span)}, variant="uncredited")
        return


def _is_linked(evidence: Evidence, index: int, reuse: Span) -> bool:
    """Whether the statement goes on to a link: the page that was scraped, the post that the code is from."""
    statement = evidence.outline.statements[index].span
    return any(mark.kind == "link" and statement.contains(mark.span) and mark.span.end > reuse.start for mark in evidence.document.marks)


def find_no_way_to_run(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """REP004: neither a part on installing or using, nor a command, nor a notebook that runs elsewhere."""
    if not evidence.outline.statements and not evidence.document.blocks:
        return
    document = evidence.document
    title = document.words(evidence.title())
    if not title.strip() or not evidence.outline.statements:
        return
    if evidence.outline.kind != "project" or evidence.stories.looks_back or _has_section(evidence, _RUN_SECTION) or document.match(_RUN_WORDS) or document.match(_HANDLED):
        return
    if _ANALYSIS.search(title) and not document.match(_LEARNING) and any(_TOLD_ELSEWHERE.search(mark.target) for mark in document.marks if mark.kind == "link"):
        return
    if document.match(_HOLDS_PAPERS) or document.match(_ON_SITE) or _AT_ADDRESS.search(document.source or document.text):
        return
    if _is_read(evidence, title) or (document.pages or 0) > 1 or any(_RUNS.search(mark.target) for mark in document.marks if mark.kind == "link"):
        return
    code = [document.words(block.span) for block in document.walk() if block.kind == "code" and not block.children]
    code += [document.words(mark.span) for mark in document.marks if mark.kind == "code"]
    if document.may_hold(_COMMAND) and (any(_COMMAND.search(words) for words in code) or _COMMAND.search(document.text)):
        return
    if any(_OPTION.search(words) or _IMPORTED.search(words) for words in code) or any(_BUILT.match(section.heading) or _INSTALLS.fullmatch(section.heading) for section in evidence.outline.sections):
        return
    if not says_how_to_run(evidence, _COMMAND):
        yield Hit(evidence.title(), values={"match": title})


def _is_read(evidence: Evidence, title: str) -> bool:
    """Whether the document is read and not run: prose without a heading, answers to a form, a report, a log, a diary, a post, notes of a study, winners by place, an index of repositories, a folder of papers."""
    document = evidence.document
    if _ASKED.fullmatch(title.strip()) or not any(block.kind == "heading" for block in document.walk()):
        return True
    if _REPORT.search(title) or _STUDIED.search(title) or _DATED_LINE.fullmatch(title.strip()) or _POST.search(document.source):
        return True
    if sum(_DAY.fullmatch(section.heading) is not None or (section.title is not None and _DAY.fullmatch(document.words(section.title)) is not None) for section in evidence.outline.sections) >= _FEWEST_DAYS:
        return True
    if document.match(_WINNERS) or _RANKED.search(document.source or document.text):
        return True
    files = [suffix.lower() for suffix in _TREE_FILE.findall(document.text)]
    if files and all(suffix in _PAPERS for suffix in files) and any(suffix in ("pdf", "ppt", "pptx", "hwp", "hwpx") for suffix in files):
        return True
    links = [(document.words(mark.span), _REPOSITORY.search(mark.target)) for mark in document.marks if mark.kind == "link"]
    named = [found for words, found in links if found and words.strip(" ↗️").lower().endswith(found[1].lower())]
    return len(named) > 1 or any(found and _CODE_LINK.fullmatch(words) for words, found in links)


def find_no_data_description(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """REP005: a model is trained, and no statement says on what: source, size or labels."""
    if evidence.outline.kind != "project" or evidence.stories.looks_back or _has_section(evidence, _DATA_SECTION):
        return
    document = evidence.document
    learns = any(
        mention.skill.kind == "model" or (mention.skill.fields and mention.skill.kind != "service") for mentions in (*evidence.mentions, evidence.elsewhere) for mention in mentions
    )
    learns = learns or document.match(_NET) is not None or "신경망" in document.text
    if _is_part(evidence) or not (learns and document.match(_LEARNING)) or document.match(_ENVIRONMENT) or document.match(_NAMED) or document.match(_CONTEST):
        return
    for index in range(len(evidence.outline.statements)):
        if _describes_data(evidence, index):
            return
    yield Hit(evidence.title(), values={"match": evidence.document.words(evidence.title())})


def _is_part(evidence: Evidence) -> bool:
    """Whether the document explains one part of a repository: a page of usage, or a list of its scripts."""
    statements = range(len(evidence.outline.statements))
    opening = "\n".join((evidence.document.words(evidence.title()), *(evidence.text(index) for index in statements[:_OPENING])))
    scripts = sum(_SCRIPT.match(evidence.outline.statements[index].label or evidence.text(index)) is not None for index in statements)
    return _MANUAL.search(opening) is not None or (scripts > 1 and 3 * scripts >= len(statements))


def _describes_data(evidence: Evidence, statement: int) -> bool:
    words = _SMOOTHING.sub("", evidence.text(statement))
    label = evidence.outline.statements[statement].label.strip(" *[]【】:：")
    named = _NAMED_DATA.search(words) or (_DATA_LABEL.fullmatch(label) and _NAME.search(words))
    if named and not any(mention.skill.technique and mention.spelling in named[0] for mention in evidence.mentions[statement]):
        return True
    if any(number.kind == "dataset-size" for number in evidence.measures[statement].numbers):
        return True
    told = f"{label} {words}"
    if _GATHERED.search(words) and _AMOUNT.search(told):
        return True
    if _GRAIN.search(words) or _MARKED.search(words):
        return True
    heading = evidence.outline.sections[evidence.outline.statements[statement].section].heading
    if _CAPTURED.search(words) and _AMOUNT.search(f"{heading} {told}"):
        return True
    return _DATA_WORD.search(told) is not None and (_ORIGIN.search(words) is not None or _AMOUNT.search(told) is not None)


def _has_section(evidence: Evidence, kinds: frozenset[SectionKind]) -> bool:
    """Whether a section of one of the kinds stands in the document."""
    return any(section.kind in kinds and len(section.span) > len(section.heading) for section in evidence.outline.sections)
