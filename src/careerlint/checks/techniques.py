"""WHY001 and WHY002: techniques that an entry uses, and whether another one was considered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from careerlint.checks.considered import considers_another, considers_another_in
from careerlint.checks.given_up import is_destination, is_given_up, tells_replacement
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule
from careerlint.model.term import Mention

_STACK = Expression(
    r"기술|스택|도구|언어|환경|라이브러리|프레임워크|툴|키워드|태그|stack|tool|technolog|librar|framework|language|environment|keyword|tags?$|database|infra|platform|skills?|dependenc", re.IGNORECASE
)
"""Labels, headings and column heads of what was only listed."""
_MINOR = frozenset((
    "MSE loss", "L1 loss", "cross-entropy", "BCE loss", "Adam", "AdamW", "RAdam", "RMSprop", "AdaGrad", "SGD", "dropout", "batch normalization",
    "layer normalization", "early stopping", "mixed precision", "cosine similarity", "grid search", "random search", "learning rate scheduler",
    "cosine annealing", "A* search", "Levenshtein distance", "attention", "ensemble", "Parquet", "ORC", "Avro", "Apache Arrow", "transfer learning",
))
"""Techniques that go with any choice and that nobody asks a reason for on their own."""
_INITIALS = 2
_SHARE = 0.6
"""A line of which names make up this share is a list of tools, and no choice that was told."""
_APPLYING = frozenset((
    "using", "with", "via", "on", "in", "by", "through", "into", "to", "from", "chose", "picked", "used", "selected", "preferred", "selecting", "choosing", "trained", "fine-tuned", "adopted", "applied",
    "finalized", "finalised", "kept", "served", "deployed", "implemented", "built", "introduced", "added", "migrated", "leveraging", "leveraged", "utilizing",
))
_ARTICLES = frozenset(("a", "an", "the", "our", "my", "one", "two"))
_EXPLAINED = Expression(
    r"\b(?:must|needs?|needed|requires?|required|cannot|can't|can|had to|have to|has to|hence|therefore|thus|only|without|enough|which|permits?|allows?|in mind|instead|because|since|so that|so (?:nobody|no one|nothing|everybody|everyone)|due to|thanks to|rather than)\b",
    re.IGNORECASE,
)
_COMPOSED = Expression(r"(?<=[가-힣A-Za-z0-9+#)])으?로\s(?:[가-힣A-Za-z]{1,12}\s){0,2}(?:구성|구축|구현|개발|제작|설계|운영|작성|서빙|배포|저장|수집)(?:했|함|하였|하여|해|\s*$|\W)")
"""Behind a list of names: they were chosen for what was built of them."""
_PASSED_OVER = Expression(
    r"\b(?:passed over|passed on|decided against|ruled out|turned down|rejected|dismissed|skipped|avoided|left out|said no to|chose|picked|took|kept|preferred|went (?:with|for)|settled (?:on|for)|stayed with|opted for)\s[^.:;]{2,60}?(?::|;|\s[–—-])\s"
    r"[^.]{0,60}?\b(?:is|are|was|were|has|have|had|does|do|did|knows?|wants?|comes?|came|asks?|asked|keeps?|stays?|fits?|runs?|reads?|holds?|grows?|changes?|costs?|takes?|[a-z]{3,}n't)\b",
    re.IGNORECASE,
)
"""What was taken or passed over, and behind a colon the state of things that spoke for it: "passed over MongoDB: donations are rows"."""
_LOCAL = Expression(r"\b(?:locally|self-hosted|on-?device|no api keys?|offline)\b|오프라인에서|로컬에서만|온디바이스", re.IGNORECASE)
_AT_ONCE = Expression(r"\b(?:real-time|low-latency|sub-(?:second|millisecond|minute|linear)|fault-tolerant|high-throughput|conflict-free|peer-to-peer)\b|실시간|동시\s?편집|저지연", re.IGNORECASE)
"""What a product must be, which is reason enough for the line of a résumé."""
_WRITTEN_ABOUT = Expression(
    r"\b(?:patents?|papers?|thesis|dissertation|talks?|lectures?|seminars?|articles?|posts?|courses?|workshops?|tutorials?|books?)\s(?:\w+\s){0,2}(?:on|about|in|covering|introducing)\b|"
    r"\b(?:taught|teaching|lectured|instructed|curriculum|surveyed|reviewed the literature|literature review|state of the art in|researched)\b|"
    r"(?:동향|논문|문헌|선행\s?연구|사례|기술)\s?(?:을\s|를\s)?(?:분석|조사|정리|리뷰|리서치|스터디|탐독)|특허|세미나|강의|스터디|관련\s?논문|(?:공부|독학|예습|복습)(?:$|[.,)]|\s?(?:함|했|하였|하며|하고|중)|\s(?:및|와|후))|(?:기초|개념|이론|원리)\S*\s(?:\S+\s)?학습",
    re.IGNORECASE,
)
"""Words of a statement that names techniques as the subject of what was read, written or taught."""
_GIVEN = Expression(
    r"\b(?:worked (?:with|on)|working with|(?:started|began|begun|continued|resumed)\s(?:to\s)?work(?:ing)?\s(?:with|on)|(?:experience|familiar|proficient|skilled) (?:with|in)|exposure to|only game in town|"
    r"only (?:option|choice|model|one) (?:then|available|at the time)|(?:prescribed|required|given|provided|mandated) by|company[- ]standard|already (?:in use|used|ran on))\b|"
    r"사내\s?표준|이미\s?(?:쓰(?:고 있|이)|사용)|(?:과제|미션|대회|수업|회사|팀)에서\s?(?:정한|정해|지정|제공|요구)|"
    r"^\W{0,3}(?:maintain|support|administer|monitor|assist|troubleshoot|troubleshot|operat|help)(?:ed|ing|s)?\b",
    re.IGNORECASE,
)
"""Words that say that others had chosen."""
_ASSISTANTS = frozenset(("GPT", "LLM", "Claude", "Gemini"))
_WRITTEN_WITH = Expression(
    r"(?:처리\s?방침|약관|문구|문장|번역|교정|맞춤법|초안|발표\s?자료|보고서|제안서|매뉴얼|설명서|문서)\S*\s?(?:을\s|를\s)?(?:개선|작성|다듬|번역|교정|정리|보완)|"
    r"\b(?:proofread|polish(?:ed|ing)?|reword(?:ed|ing)?|translat(?:ed|ing)|draft(?:ed|ing)?) (?:the |our |my |its |all )?(?:policy|policies|terms|texts?|wording|letters?|manual|documentation|docs|copy|report|slides|captions)\b",
    re.IGNORECASE,
)
"""Texts for whose wording an assistant was used, which is no choice of the work."""
_MISSION = Expression(r"(?:미션|과제|실습|assignment|exercise|mission)\S*\s?(?:의\s?)?(?:목표|요구\s?사항|내용|조건|is|was|asked|required)", re.IGNORECASE)
_OWN_METHOD = Expression(r"\b(?:novel|new|proprietary|custom|in-house|own|original)\s(?:[\w-]+\s){0,2}$|(?:새로운|독자적인?|자체|고유한)\s(?:[가-힣\w-]+\s)?$", re.IGNORECASE)
"""Before the name of a technique: the author made it."""
_TRIED = Expression(r"\b(?:experimented with|tried|tested|compared|evaluated|explored|benchmarked)\b", re.IGNORECASE)
_TAKEN = Expression(r"\b(?:finali[sz]ed|chose|selected|picked|settled (?:on|for)|went with|kept|adopted)\b", re.IGNORECASE)
_MADE = Expression(r"\b(?:built|developed|wrote|created|implemented|designed|made|programmed|prototyped|drafted|set up)\s(?:an?|the|our|my)\s(?:[\w/-]+,?\s){0,3}$", re.IGNORECASE)
_MADE_FOR = Expression(r"(?:\s[\w-]+){0,2}?\s(?:to\s(?:be\s)?[a-z]|(?:that|which)\s[a-z]|for\s(?:[a-z]+ing)\b)")
"""Behind the name of a method that was made: what for."""
_BACKED = Expression(r"-(?:backed|powered|based|driven)\b")
"""Behind the name of what a product runs on."""
_OPERATED = Expression(
    r"(?:의)?\s?(?:(?:DB|데이터베이스|서버)\s)?(?:접근\s?제어|쿼리\s?튜닝|쿼리\s?최적화|성능\s?튜닝|튜닝|계정|권한|백업|이중화|패치|라이선스|장애\s?(?:대응|처리)|버전\s?(?:업|업그레이드|관리)|유지\s?보수|연동\s?지원|기술\s?지원)(?:[와과를을의]|(?![가-힣]))|"
    r"\s?(?:DB\s?)?(?:→|->|=>|⇒|에서)\s?[A-Za-z][\w .]{1,20}?(?:으?로의?)?\s?(?:DB\s|데이터\s)?(?:마이그레이션|이관|전환|이전)"
)
"""Behind the name of what was there already: it was tuned, kept alive or left, and not chosen."""
_SERVED = Expression(
    r"(?:\s?(?:[,·/]|[와과]|및|and)\s?[A-Z][\w.+#-]*(?:\s[A-Z][\w.+#-]*)?){0,4}(?:\s등)?(?:용\s|[을를도]?\s?(?:모두\s)?지원(?:하|(?![가-힣]))|\s?호환|[와과]\s호환)"
)
"""Behind the names of what a product is made for: "Elasticsearch용 플러그인", "MySQL, PostgreSQL을 지원하는"."""
_BRAND = Expression(r"[A-Z][a-z]{2,}\s$")
"""Before two capitals that close the name of a product: "Splunk ES"."""
_SUBJECT = Expression(r"pipelines?\b|framework|toolkit|library|implementation|from scratch|파이프라인|프레임워크|라이브러리|구현|재현|만들기", re.IGNORECASE)
"""Words of a title whose technique is what was made."""
_BETTER = Expression(r"(?:성능|정확도|점수|결과|예측력|품질|스코어)\S*\s?(?:향상|개선|높이|올리|끌어|위)")
"""A wish for better results, which is a reason for nothing."""
_KEPT_SO = Expression(r"(?:[가-힣]지\s?(?:않|못하)게|수\s?있게|[가-힣]어도\s[^.\n]{1,24}[가-힣]게)\s?(?:했|하였|함(?![가-힣])|한다|합니다|만들|만든|막|두었|둠|구성|설계|처리|됐|되었|됨)")
"""What the technique prevents or makes possible, told as done: "so that one outage does not spread"."""
_ARROW = Expression(r"\W{0,3}(?:→|->|=>|⇒|»)")
_PROBLEM = Expression(r"문제|이슈|한계|\bproblem|\bissue", re.IGNORECASE)
_OTHERS_TROUBLE = Expression(
    r"\W{0,3}(?:the |our |many |some |new )?(?:users?|customers?|clients?|students?|patients?|people|residents?|members?|nurses?|doctors?|teachers?|farmers?|drivers?|shoppers?|tenants?|visitors?|readers?|guests?)\s(?:left|lost|missed|waited|forgot|complained|struggled|kept|gave up|could|did)\b",
    re.IGNORECASE,
)
"""What others suffered is why something was made, and no reason for the technique that it was made with."""
_CLAUSE = Expression(r"[;:,.]\s")
_FIGURE_BEHIND = Expression(r"(?:\s?(?:은|는|이|가|로|으로)?\s?|(?:\s[a-z]+){1,4}\s|\s?[:=(]\s?)\d")
_NUMBER = Expression(r"\d+(?:[.,]\d+)*")
_CHOSEN = Expression(r"골랐|골라|고른|선택|채택|택했|택함|남겼|남김|정했|정함|쓰기로|\b(?:chose|picked|kept|stayed|won|took|preferred|settled|went with|remained)\b", re.IGNORECASE)
"""Beside two techniques: one of them was taken."""
_ASIDE = Expression(
    r"처음[엔에은]|원래|애초|먼저|어제까지|작년까지|지난[달주해]까지|(?:이|그)?\s?전[에엔]|예전|시작(?:했|해|은|으로)|버리|버렸|접었|접음|내려놓|물러|포기|뺐|빼고|말썽|[이가]나\s|나았|아니면|[가-힣A-Za-z0-9]냐\s|만으로|만\s?(?:쓰|썼|돌)|"
    r"(?:이|였|으)?면\s[^.]{0,12}(?:멈|그치|그친|머무|그쳤)|너무\s|[가-힣]\s?못\s?[가-힣]|옮겨\s?[왔온옴]|갈아|대결|겨뤘|붙여\s?(?:보|봤)|깔아\s?(?:보|봤)|써\s?(?:보|봤)|만져\s?(?:보|봤)|졌다|밀렸|떨어졌|탈락|"
    r"^\W{0,3}(?:it|this|we) (?:was|began|started)\b|\bbegan (?:as|with|on)\b|\bstarted (?:as|out|with|on|from)\b|\bfirst[.,;:]|\bfirst (?:thing|choice|try|came|version|I|we)\b|^\W{0,3}(?:first|before that|until|once|originally|previously)\b|\buntil\b|"
    r"\b(?:left|behind|removed|uninstalled|dropped|gave up|given up|abandoned|discarded|went away|and went|got stuck|gets stuck|stuck at|stops at|stopped at|lost|loses|ahead|slower|worse|heavier|twice the|times the|too (?:slow|big|large|heavy|expensive|dear|hot))\b|"
    r"\b(?:did|does|could|can|would)(?: not|n't)\b|\bby itself\b|\bon its own\b|\balone\b|\bwould have\b|\bcould have\b|\blast (?:year|month|week|spring|summer|autumn|winter)\b|\bnext to it\b|\bside by side\b|\beverything but\b|\bhad a go\b|\bor [A-Z][\w.+-]*\?|^[^.]{2,60}\bor\b[^.]{2,60}\?",
    re.IGNORECASE,
)
"""Around a technique that was weighed and not kept, or stood there before."""
_PATH_LEFT, _PATH_RIGHT = Expression(r"[A-Za-z0-9_./~\\-]+$"), Expression(r"[A-Za-z0-9_./\\-]+")
_FILE = Expression(
    r"[\w./~\\-]+\.(?:py|ipynb|onnx|tflite|pth?|pkl|pickle|h5|hdf5|keras|pb|bin|ckpt|safetensors|gguf|joblib|engine|trt|mlmodel|np[yz]|ya?ml|json|jsonl|csv|tsv|parquet|txt|md|sh|sql|cpp|cu|java|kt|rs|toml|ini|cfg|conf|zip|tar|gz|png|jpe?g|svg|pdf|log)"
    r"|(?:\.{1,2}|~)?/[\w./-]+|[\w.-]+(?:/[\w.-]+)*/",
    re.IGNORECASE,
)
"""A path: with the ending of a file, or with a slash before or behind it."""
_LONGEST_PATH = 80
_CELL = Expression(r"[\t|]")
_TABLE_OR_RUN = 2
_SAME_SORT = {"method": "model"}
_OPENS = 24
"""So near to its beginning a sentence names what it speaks of."""
_NOT_TOLD = frozenset(("task", "quotation"))
_SHOWN = 3
"""How many names a message shows."""


def find_used_techniques(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit for each told entry that uses a technique and neither measured it against another way nor met a problem with it."""
    for entry in evidence.stories.judged:
        names = technique_names(evidence, entry)
        # What was chosen by figures of several, or takes the place of another with what that brought, is chosen with a reason.
        if names and not _answers_a_problem(evidence, entry) and not _is_measured(evidence, entry) and not _gains_on_another(evidence, entry) and not tells_replacement(evidence, entry, gain=True):
            yield _hit(evidence, entry, names)


def _gains_on_another(evidence: Evidence, entry: int) -> bool:
    """Whether a statement that names a technique tells by how much it changed what another way gave: "indexed in FAISS, 40% fewer wrong answers than naive prompting"."""
    return any(
        considers_another_in(evidence, entry, index) and evidence.has(index, ("before-after",)) and any(mention.skill.technique for mention in evidence.mentions[index])
        for index in evidence.entry_statements(entry) if not evidence.claims[index].given
    )


def find_lone_techniques(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit for each told entry that uses techniques and sets no two of a kind side by side."""
    for entry in evidence.stories.judged:
        names = technique_names(evidence, entry)
        if not names or considers_another(evidence, entry) or _sets_side_by_side(evidence, entry):
            continue
        if not tells_replacement(evidence, entry) and not _sets_aside(evidence, entry, names):
            yield _hit(evidence, entry, names)


def _sets_aside(evidence: Evidence, entry: int, names: Sequence[str]) -> bool:
    """Whether another technique stands in a sentence of what was weighed and not kept, or one of two in a sentence is said to be taken."""
    statements = evidence.entry_statements(entry)
    # In how many statements each stands: to gather those of all other statements for each of them takes the square of the time.
    counted = Counter(name for index in statements for name in _named(evidence, index))
    for index in statements:
        named = _named(evidence, index)
        here = named - _MINOR
        if not here or evidence.claims[index].author in _NOT_TOLD:
            continue
        if len(here) >= _TABLE_OR_RUN and evidence.match(_CHOSEN, index):
            return True
        elsewhere = {name for name, count in counted.items() if count > (name in named)}
        fresh = here - elsewhere
        if not fresh or _is_stack(evidence, index) or not (elsewhere or len(here) >= _TABLE_OR_RUN):
            continue
        if evidence.match(_ASIDE, index) or _is_only_measured(evidence, entry, index, fresh):
            return True
    return False


def _named(evidence: Evidence, statement: int) -> set[str]:
    """The names of the techniques in a statement."""
    return {mention.skill.name for mention in evidence.mentions[statement] if mention.skill.technique}


def _is_only_measured(evidence: Evidence, entry: int, statement: int, fresh: Set[str]) -> bool:
    """Whether a sentence gives a number for a technique that nothing is built of: "Faster R-CNN took 0.4 s and was out"."""
    if evidence.has(statement, ("deed", "use", "change")) or not evidence.measures[statement].numbers or evidence.outline.statements[statement].table >= 0:
        return False
    others = {
        _SAME_SORT.get(mention.skill.kind, mention.skill.kind) for index in evidence.entry_statements(entry) if index != statement
        for mention in evidence.mentions[index] if mention.skill.technique
    }
    return any(
        mention.skill.name in fresh and _SAME_SORT.get(mention.skill.kind, mention.skill.kind) in others and mention.span.start - evidence.outline.statements[statement].span.start < _OPENS
        for mention in evidence.mentions[statement] if mention.skill.technique
    )


def _explains(evidence: Evidence, statement: int) -> bool:
    """Whether a statement that names a technique tells in passing what must, can or cannot be, which is a reason of a kind."""
    text = evidence.text(statement)
    if evidence.outline.statements[statement].language == "en":
        if evidence.match(_PASSED_OVER, statement):
            return True
        if _OTHERS_TROUBLE.match(text):
            return _EXPLAINED.search(_CLAUSE.split(text, maxsplit=1)[-1]) is not None
        short = evidence.kind_of_entry(evidence.outline.statements[statement].entry) in ("resume", "career") and evidence.match(_AT_ONCE, statement) is not None
        return short or evidence.match(_EXPLAINED, statement) is not None or evidence.match(_LOCAL, statement) is not None
    if _KEPT_SO.search(text) and not _BETTER.search(text):
        return True
    for word in evidence.words[statement]:
        features = word.features
        if features & {"must", "can"} and "past" not in features:
            return True
        if "purp" in features and not _BETTER.search(text):
            return True
    return False


def _answers_a_problem(evidence: Evidence, entry: int) -> bool:
    """Whether a technique is explained, or told as the answer to a difficulty just named, as in "doc ids drift -> query ensemble"."""
    for index in evidence.entry_statements(entry):
        if not any(mention.skill.technique for mention in evidence.mentions[index]):
            continue
        if _explains(evidence, index):
            return True
        text = evidence.text(index)
        arrow = _ARROW.match(text) is not None
        if (evidence.has(index, ("difficulty", "obstacle")) and not (evidence.has(index, ("goal",)) and _OTHERS_TROUBLE.match(text))) or (arrow and index > 0 and evidence.has(index - 1, ("difficulty", "failure", "obstacle"))):
            return True
        if arrow and index > 0 and evidence.match(_PROBLEM, index - 1):
            return True
    return False


def technique_names(evidence: Evidence, entry: int) -> tuple[str, ...]:
    """The techniques of the author's own statements, each once, without lists of tools."""
    subject = evidence.document.words(evidence.title(entry)) if _SUBJECT.search(evidence.document.words(evidence.title(entry))) else ""
    given = {mention.skill.name for index in evidence.entry_statements(entry) if evidence.mentions[index] and evidence.match(_MISSION, index) for mention in evidence.mentions[index]}
    found: dict[str, str] = {}
    for index in evidence.entry_statements(entry):
        for mention in _used(evidence, index):
            if mention.skill.name not in given and mention.skill.name not in subject and mention.spelling not in subject:
                found.setdefault(mention.skill.name, mention.spelling)
    return tuple(dict.fromkeys(found.values()))


def _hit(evidence: Evidence, entry: int, names: Sequence[str]) -> Hit:
    title = evidence.title(entry)
    return Hit(title, None, entry, values={"match": evidence.document.words(title), "names": ", ".join(names[:_SHOWN])})


def _used(evidence: Evidence, statement: int) -> tuple[Mention, ...]:
    """The techniques that the author's own statement names as used or chosen."""
    claim = evidence.claims[statement]
    # "I chose Prophet because holidays can be given to it" is done, whatever can be.
    possible = claim.author == "author" and claim.modality == "possibility" and not claim.negated and evidence.has(statement, ("deed",)) and evidence.has(statement, ("reason",))
    if not evidence.mentions[statement] or not (claim.own or possible):
        return ()
    mentions = tuple(
        mention for mention in evidence.mentions[statement]
        if mention.skill.technique and mention.skill.kind != "concept" and mention.skill.name not in _MINOR and _is_applied(evidence, statement, mention)
        and not is_given_up(evidence, mention) and not is_destination(evidence, mention) and not _is_in_file_name(evidence, mention)
    )
    if not mentions or statement not in evidence.stories.open_statements or _is_stack(evidence, statement):
        return ()
    if evidence.match(_WRITTEN_ABOUT, statement) or evidence.match(_GIVEN, statement):
        return ()
    if evidence.match(_WRITTEN_WITH, statement):
        return tuple(mention for mention in mentions if mention.skill.name not in _ASSISTANTS)
    return mentions


def _is_in_file_name(evidence: Evidence, mention: Mention) -> bool:
    """Whether the name is a part or the ending of a path: "models/lanes.onnx" says where a file is."""
    text, span = evidence.document.text, mention.span
    before, after = _PATH_LEFT.search(text[max(span.start - _LONGEST_PATH, 0) : span.start]), _PATH_RIGHT.match(text[span.end : span.end + _LONGEST_PATH])
    path = f"{before[0] if before else ''}{mention.spelling}{after[0] if after else ''}".rstrip(".")
    return len(path) > len(span) and _FILE.fullmatch(path) is not None


def _is_applied(evidence: Evidence, statement: int, mention: Mention) -> bool:
    """Whether an English résumé uses the technique ("with Kafka") and does not only speak of it ("transformer memory"), and a Korean one chose it."""
    found = evidence.outline.statements[statement]
    if _BACKED.match(evidence.document.text, mention.span.end) and evidence.outline.kind_of(found) in ("resume", "career"):
        return False
    if _OWN_METHOD.search(evidence.document.text[found.span.start : mention.span.start]) or _is_only_tried(evidence, statement, mention):
        return False
    if mention.skill.kind == "method" and _MADE.search(evidence.document.text[found.span.start : mention.span.start]) and _MADE_FOR.match(evidence.document.text, mention.span.end, found.span.end):
        return False
    if found.language == "ko":
        brand = len(mention.span) == _INITIALS and _BRAND.search(evidence.document.text[found.span.start : mention.span.start]) is not None
        return not brand and _OPERATED.match(evidence.document.text, mention.span.end) is None and _SERVED.match(evidence.document.text, mention.span.end) is None
    if found.language != "en" or evidence.outline.kind_of(found) not in ("resume", "career"):
        return True
    before = evidence.document.text[found.span.start : mention.span.start].split()[-4:]
    opens = all(word.lower() in _ARTICLES for word in before)
    return bool(found.label) or opens or any(word.lower().strip(",(") in _APPLYING for word in before)


def _is_only_tried(evidence: Evidence, statement: int, mention: Mention) -> bool:
    """Whether the technique is one of several that were tried before another one was taken: "experimented with XGBoost and LSTM, and finalized naive Bayes"."""
    found = evidence.outline.statements[statement]
    taken = _TAKEN.search(evidence.document.text, mention.span.end, found.span.end)
    return taken is not None and _TRIED.search(evidence.document.text, found.span.start, mention.span.start) is not None and any(other.span.start >= taken.end() for other in evidence.mentions[statement])


def _is_stack(evidence: Evidence, statement: int) -> bool:
    found = evidence.outline.statements[statement]
    text = evidence.text(statement)
    title = evidence.document.words(evidence.title(found.entry)) if found.entry >= 0 else ""
    # "Library chat" is the name of a project, and no list of libraries.
    above = (found.label, found.context[-1] if found.context and found.context[-1] not in title else "")
    if any(_STACK.search(words) for words in above) or _STACK.search(text.partition(":")[0].partition("|")[0] if ":" in text[:24] or "|" in text[:24] else ""):
        return True
    if _COMPOSED.search(text):
        return False
    mentions = evidence.mentions[statement]
    named = sum(len(mention.span) for mention in mentions)
    # "Trained X on Y with Z" is a sentence, however short.
    told = found.language == "en" and evidence.has(statement, ("action",))
    return len(mentions) > _TABLE_OR_RUN and named >= _SHARE * len(text) and not told


def _sets_side_by_side(evidence: Evidence, entry: int) -> bool:
    """Whether a table gives figures of variants, or techniques of one kind have a figure each, or three of them share a statement."""
    rows = [index for index in evidence.entry_statements(entry) if _is_row_of_figures(evidence, index)]
    if len(rows) >= _TABLE_OR_RUN:
        return True
    for index in evidence.entry_statements(entry):
        several = max((len(names) for names in _by_kind(evidence, index).values()), default=0)
        if several >= _SHOWN or (several == _TABLE_OR_RUN and _figures(evidence, index) >= _TABLE_OR_RUN):
            return True
    models = {name for index in evidence.entry_statements(entry) for name in _by_kind(evidence, index).get("model", ())}
    return len(models) >= _SHOWN or _is_measured(evidence, entry)


def _is_measured(evidence: Evidence, entry: int) -> bool:
    """Whether two techniques of one kind have a figure each, or a table gives figures of variants and one of them is a technique."""
    rows = [index for index in evidence.entry_statements(entry) if _is_row_of_figures(evidence, index)]
    if len(rows) >= _TABLE_OR_RUN and any(_is_of_technique(evidence, entry, index) for index in rows):
        return True
    measured: dict[str, set[str]] = {}
    for index in evidence.entry_statements(entry):
        table = evidence.outline.statements[index].table >= 0
        figures = len(_NUMBER.findall(evidence.text(index))) if table else _figures(evidence, index)
        for kind, names in _by_kind(evidence, index).items():
            if len(names) <= figures:
                measured.setdefault(kind, set()).update(names)
    return any(len(names) >= _TABLE_OR_RUN for names in measured.values()) or any(_has_figures_each(evidence, index) for index in evidence.entry_statements(entry))


def _has_figures_each(evidence: Evidence, statement: int) -> bool:
    """Whether a statement gives two techniques of one kind a number right behind their names: "DINOv2 found 37, CLIP 41"."""
    found = evidence.outline.statements[statement]
    told: dict[str, set[str]] = {}
    for mention in evidence.mentions[statement]:
        behind = evidence.document.text[mention.span.end : found.span.end]
        if mention.skill.technique and _FIGURE_BEHIND.match(behind):
            told.setdefault(mention.skill.kind, set()).add(mention.skill.name)
    return any(len(names) >= _TABLE_OR_RUN for names in told.values())


def _is_of_technique(evidence: Evidence, entry: int, row: int) -> bool:
    """Whether the first cell of a row names a technique of the entry."""
    cell = _CELL.split(evidence.text(row).strip(" |"), maxsplit=1)[0].lower()
    return any(name.lower() in cell for name in _names(evidence, entry))


def _names(evidence: Evidence, entry: int) -> frozenset[str]:
    statements = evidence.entry_statements(entry)
    return frozenset(mention.spelling for index in statements for mention in evidence.mentions[index] if mention.skill.technique)


def _figures(evidence: Evidence, statement: int) -> int:
    return sum(signal.name == "figure" and signal.strength == "strong" for signal in evidence.signals[statement])


def _by_kind(evidence: Evidence, statement: int) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for mention in evidence.mentions[statement]:
        if mention.skill.technique:
            found.setdefault(mention.skill.kind, set()).add(mention.skill.name)
    return found


def _is_row_of_figures(evidence: Evidence, statement: int) -> bool:
    """Whether a row of a table gives a figure, or any number beside a technique."""
    found = evidence.outline.statements[statement]
    figure = r"\d" if _by_kind(evidence, statement) else r"\d[.,]\d|\d\s?%"
    return found.table >= 0 and not found.head and bool(re.search(figure, evidence.text(statement)))
