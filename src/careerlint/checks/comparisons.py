"""REP002 and REP006: results that nothing is compared with, and gains too small for one run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.number import ORDINAL, Number
from careerlint.model.rule import Rule

_IMPLEMENTED = Expression(
    r"논문.{0,12}(?:구현|재현|재구현)|(?:구현|재현|재구현|따라\s?만들기|다시\s?만들기)(?:하기|해\s?보기|기)?\s*$|re-?implement|reproduc(?:tion|ing|ed)\b|replicat(?:ion|ing|ed)\b|from the paper|written again|\bagain\s*$|\bin \d+ lines|from (?:the )?\d{4} paper|from scratch",
    re.IGNORECASE,
)
_PAPER = Expression(r"논문|papers?\b|et al", re.IGNORECASE)
_PUBLISHED = Expression(
    r"논문|et\sal\b|저자|\b(?:papers?|articles?|preprints?|publications?|published|arxiv|thesis|authors?|journal|proceedings|as (?:described|proposed|introduced)|(?:19|20)\d\d (?:report|work|method|model|algorithm|architecture)|NeurIPS|ICLR|ICML|CVPR|ACL|EMNLP)\b|"
    r"\b(?:transformers?|attention|GANs?|diffusion|architecture)\b|(?-i:[a-z0-9A-Z](?:Net|Former|GAN|BERT|VAE|2[Vv]ec)\b|\([A-Z][a-z]+,? (?:19|20)\d\d\))",
    re.IGNORECASE,
)
"""What a publication is known by; algorithms, services and libraries are written anew too, and nobody reports a score of theirs."""
_PAPERS_VALUE = Expression(r"\W*(?:원\s?)?(?:논문|papers?\b)[^:：.]{0,40}[:：]\s?\d", re.IGNORECASE)
_HEADED = Expression(
    r"\W*(?:this\s(?:is|repo(?:sitory)?\s(?:is|contains|holds|has|provides))\s)?(?:an?\s|the\s|my\s|our\s)?(?!.{0,40}\b(?:official|original|existing|reference)\b)(?:[\w.+-]+\s){0,3}?(?:re-?)?(?:implementation|reproduction|replication)\s(?:of|from)\b"
    r"|(?!.{0,60}(?:공식|기존|참고)).{3,80}(?:구현|재현|재구현)(?:체|물|한\s(?:저장소|코드|프로젝트))?(?:입니다|이다|임)?[.\s]*$",
    re.IGNORECASE,
)
"""A sentence that says what the page is; the title and the authors of the paper, which follow, are others' words."""
_NOT_HERE = frozenset(("references", "links", "license", "publications"))
_NOTES = Expression(r"읽기|노트|정리|스터디|리뷰|notes|reading|study|review", re.IGNORECASE)
_NAMES = frozenset(("model-name", "version"))
"""Kinds of numbers that only name something: two of them side by side compare no results."""
_REFERENCES = ("baseline", "before-after", "factor", "paper-result")
_LOG = Expression(r"changelog|documentation|write-?up|변경 이력", re.IGNORECASE)
_COMPARED = Expression(
    r"(?:전|이전)(?:에는|엔)?\s[^,.]{0,20}\d.*후|논문의|논문은|값을 그대로|yesterday|the paper|대비|보다|비교|반면|만 쓰면|만 썼을|기준 모델|기준선|평균값|지난|기존|사람|전문가|가장 많은 (?:라벨|클래스|답|유형)|다수 클래스|최빈|만 찍|(?:모두|전부|항상|늘|언제나) [^,.]{1,12}(?:라고|이라고|로|으로) (?:하|답하|찍|예측)|무작위|찍으면|대 0?\.\d|(?<!\w)against|\bvs\b|versus|compared|than\b|baseline|alone|"
    r"without (?:the|one|a|any|it|them)\b|with (?:one|the) [^.,;]{1,30}\d[^.,;]{0,20}[,;][^.]{0,30}with|(?:is|are|was|were) (?:off|wrong|out) by\b|before\b(?! the (?:first|second|next|last)\b)|\bhad\b|agree|humans?\b|random(?! (?:forest|seed|sampl|state|crop|search|erasing|walk|order|split))|naive|majority|most (?:common|frequent)|always (?:saying|guessing|predicting|answering)|\(\d{4}\)|last[- ](?:year|week)|threshold|raw\b|on the same\b|\breports?\b|같은 (?:녹음|자료|데이터|사진|문제)[을를]?|"
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:of|out of|among)\b", re.IGNORECASE,
)
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_COUNT = rf"(?:\d[\d,.]*|an?|half an?|several|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|{_TENS}(?:-[a-z]+)?|(?:an?\s)?(?:hundred|dozen))"
_RANKED = Expression(
    rf"(?<!\bone )(?<!\btwo )(?<!\ba )\b(?:\d+(?:st|nd|rd|th)|{ORDINAL})\s(?:place\s)?(?:out\s)?(?:of|among|amongst|from|in a field of)\s(?:the\s|some\s|about\s|all\s|over\s)?(?!an?\b|several\b|half\b){_COUNT}(?:\W*$|\s(?!(?:year|month|week|day|hour|minute|step|part)s?\b))"
    r"|(?<![가-힣\d])[가-힣\d]{1,12}\s?(?:팀|명|조|편|작품|참가자)\s?(?:중에서|중에|중|가운데서|가운데)\s(?:[가-힣]{1,4}\s?(?:번째|등|위)(?![가-힣]*\s?(?:실험|시도|버전|제출))|꼴찌|으뜸)",
    re.IGNORECASE,
)
"""A place among others, also where both are told in words: "eleventh among ninety-six groups"."""
_TIME = rf"{_COUNT}\s(?:\w+\s)?(?:ms|seconds?|minutes?|min|hours?|days?|weeks?|weekends?|evenings?|nights?|afternoons?|mornings?|months?)\b"
_KOREAN_TIME = r"(?:\d+\s?|한\s|두\s|세\s|네\s|반\s?)(?:초|분|시간|일|주|달)|하루|이틀|사흘|나흘|닷새|일주일|반나절|한나절"
_BY_HAND = r"(?:손으로|수작업(?:으로|은|으론)?|수기로|사람이|눈으로|종이로)"
_TWO_WAYS = Expression(
    rf"\b(?:takes?|took|needs?|needed|costs?|lasts?|lasted|is|was)\b[^.;]{{0,24}}?\s{_TIME}[^.;,]{{0,24}}[,;:–—]\s(?:and\s|but\s|while\s)?(?:by|with|without|using|on|via|through)\s[^.,;]{{1,40}}?{_TIME}"
    rf"|\b(?:by hand|by eye|on paper|manually)\s(?:it\s|this\s|that\s|they\s)?(?:takes?|took|needs?|needed|costs?|lasts?|lasted|was|is|used to)\b"
    rf"|\b(?:takes?|took|needs?|needed|costs?|lasted)\s[^.,;]{{0,24}}{_TIME}\s(?:by hand|by eye|on paper|manually)\b"
    r"|\d[^.]{0,60}[,;:(–—]\s?(?:and\s|but\s|while\s)?(?:with|without|under|using|by)\s[^.,;]{1,30}?,?\s(?:it|this|that|they|there)\s(?:was|were|is|are|had been|took|takes|got|gets|used to be)\s(?:\w+\s){0,2}?\d"
    r"|\d[^.]{0,60}[,;:(–—]\s?(?:and\s|but\s)?(?:it|this|that|they)\s(?:was|were|had been|took|used to be)\s(?:\w+\s){0,2}?\d[^.,;]{0,20}?\s(?:with|without|under|using|by)\s"
    r"|^\W*(?:with|without|under)\s[^.,;\d]{1,30}?,?\s(?:it|this|that|they)\s(?:was|were|had been)\s(?:\w+\s){0,2}?\d"
    rf"|{_BY_HAND}\s[^.]{{0,16}}?(?:{_KOREAN_TIME})[^.]{{0,40}}?(?:{_KOREAN_TIME})"
    r"|\d[^.]{0,30}[,;(]\s?(?:그런데\s)?[A-Za-z가-힣][\w가-힣 -]{0,14}?(?:으?로는|일\s?때는|[을를]\s?쓸\s?때는|[을를]\s?쓰던\s?때는|[을를]\s?썼을\s?때는|이던\s?때는|시절에는)\s[^.]{0,12}?\d",
    re.IGNORECASE,
)
"""What one way took or reached and what another did, though no word compares them: "by hand a weekend, by script nine minutes"."""
_SCORED = Expression(
    r"정확도|정밀도|재현율|점수|오차|응답 시간|처리량|지연|accuracy|precision|recall|f1|auc|rmse|mae\b|map\b|bleu|iou|dice|error|latency|ndcg|mrr|score|throughput|speed|time", re.IGNORECASE
)
_OF_DATA = Expression(r"\b(?:data ?sets?|data|corpus|sample|tables?) (?:that )?(?:we used |i used )?(?:includes?|contains?|consists? of|covers?|comprises?|spans?|holds?|has)\b|데이터(?:셋|세트)?(?:는|은|에는|가)\s", re.IGNORECASE)
"""What the data are: how many rows they hold is no result."""
_OF_EFFORT = Expression(r"\b(?:commits?|pull requests?|PRs|contributors)\b|커밋|풀 ?리퀘스트", re.IGNORECASE)
"""What work took, which nobody compares."""
_CEILING = Expression(
    r"(?:\b(?:not|never|hardly|barely|cannot)|n['’]?t)\s(?:\w+\s){0,2}?(?:rise|go|get|climb|come|exceed|reach|pass|beat)(?:e?s|ed)?\s(?:\w+\s){0,4}?0?\.?\d"
    r"|(?P<reached>\b(?:stuck|stay(?:s|ed)|plateau(?:s|ed)|stall(?:s|ed)|capped|(?:topped|tops|maxed) out|end(?:s|ed) up)\s(?:at|around|near|below|under)\s0?\.?\d)",
    re.IGNORECASE,
)
"""What one try did not get beyond, which another score is held against."""
_CALENDAR = Expression(r"\b(?:weeks?|dates?|periods?|schedules?|timeline|milestones?|sprints?)\b|일정|기간|주차|날짜", re.IGNORECASE)
"""Columns and headings of a plan by days, whose numbers are days."""
_REPEATED = Expression(
    r"시드|seed|폴드|fold|표준\s?편차|편차|deviation|std\b|±|\+/-|신뢰\s?구간|confidence|반복|repeat|runs\b|회 평균|번 평균|average of|mean of|bootstrap|부트스트랩|유의|significan|p\s?[=<]\s?0?\.",
    re.IGNORECASE,
)
_BOARD = Expression(r"리더보드|leader\s?board|public|private|\blb\b|제출|submission|\d\s?[등위](?![가-힣])|팀 중", re.IGNORECASE)
_SCALED = Expression(r"accuracy|(?<![a-z])acc(?![a-z])|f1|auc|auroc|(?<![a-z])map(?![a-z])|iou|(?<![a-z])dice|precision|recall|정확도|정밀도|재현율|ndcg|mrr|hr@|(?<![a-z])hits?(?:@|\srate|\sratio)|bleu|rouge|민감도|특이도", re.IGNORECASE)
_NAMED_SCORE = Expression(r"\W*(?:the |its |final |macro |micro |weighted )*(?:accuracy|f1|auc|auroc|map|iou|dice|precision|recall|정확도|재현율|정밀도)(?![a-z])[^.;:,]{0,60}?(?:\bis\b|\bwas\b|:|=|은|는|가|이)\s?0?\.\d", re.IGNORECASE)
"""A score with its name at the head of the sentence."""
_OPERATED = Expression(r"uptime|availability|\bSLA\b|가동률|가용성|conversion|전환율|churn rate|이탈률|retention|잔존율|클릭률|\bctr\b|defect rate|불량률|수율|coverage|커버리지|market share|점유율|margin", re.IGNORECASE)
"""Shares of a service or a business, which nobody repeats with another seed."""
_CORRECTED = Expression(
    r"버그|(?:매핑|라벨|레이블|오타|오류|누락|중복|누수|채점|집계|계산식?|평가\s?(?:코드|스크립트|식)|측정\s?(?:코드|스크립트|방식))(?:이슈|문제|을|를|\s){0,3}(?:수정|고치|고친|고쳐|바로잡|정정)|"
    r"\bbug(?:s|fix)?\b|\b(?:fix|correct)(?:ed|ing|es)?\b.{0,40}\b(?:bug|error|mistake|mapping|ids?|leak|script|labels?|typo|formula|metric|evaluation)\b",
    re.IGNORECASE,
)
"""A measurement that was put right moves by the error, not by luck."""
_GAINED = Expression(r"[+＋]\s?0|향상|상승|개선|올랐|올라|높아|높였|gain|gave|improv|rais|lift|push|rose|climb|better", re.IGNORECASE)
_ABOUT_POINTS = 1.0
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_BOUNDS = Expression(r"\d[\d.,]*\s?(?:[kKMG]?[Hh]z|px|pixels?|mm|cm|km|°C|헤르츠)(?![A-Za-z])")
_IT = Expression(r"\b(?:it|this)\b|이를|이 값", re.IGNORECASE)


def find_papers_without_comparison(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """REP001: an entry that implements a whole paper, by its title or a statement; the rule's conditions ask for the comparison."""
    for entry in evidence.stories.judged:
        title = evidence.title(entry)
        words = evidence.document.words(title)
        statements = evidence.entry_statements(entry)
        named = _IMPLEMENTED.search(words) is not None and (
            _PAPER.search(words) is not None or any(evidence.match(_PAPER, index) for index in statements) or "again" in words
        )
        known = _PUBLISHED.search(words) is not None or any(evidence.match(_PUBLISHED, index) for index in statements)
        told = any(
            signal.name == "reimplementation" and known and (evidence.claims[index].author in ("author", "team") or _says_what_it_is(evidence, index))
            for index in statements for signal in evidence.signals[index]
        )
        beside = any(_PAPERS_VALUE.match(evidence.document.text[evidence.label_start(index) : evidence.outline.statements[index].span.end]) for index in statements)
        if (named or told) and not beside and not _NOTES.search(words):
            yield Hit(title, None, entry, values={"match": words})


def _says_what_it_is(evidence: Evidence, index: int) -> bool:
    """Whether a sentence without a link begins with the implementation, as in "PyTorch implementation of ViT (Dosovitskiy et al., 2020)"."""
    statement = evidence.outline.statements[index]
    if statement.form != "prose" or evidence.claims[index].author not in ("task", "third-party") or not _NOT_HERE.isdisjoint(evidence.outline.section_kinds(statement)):
        return False
    linked = any(mark.kind == "link" and statement.span.contains(mark.span) for mark in evidence.document.marks)
    return not linked and _HEADED.match(evidence.text(index)) is not None


def find_results_without_reference(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """REP002: a project's entry gives a score, and no statement of it any value to measure that against."""
    for entry in evidence.stories.judged:
        if evidence.kind_of_entry(entry) != "project" or _LOG.search(evidence.document.words(evidence.title(entry))):
            continue
        statements = evidence.entry_statements(entry)
        scored = [index for index in statements if _gives_score(evidence, index)]
        if not scored or any(_is_reference(evidence, index) or _is_ceiling(evidence, index, several=len(scored) > 1) for index in statements):
            continue
        rows = [index for index in scored if evidence.outline.statements[index].table >= 0]
        if len(rows) > 1 and not _is_list_of_facts(evidence, rows):
            continue
        title = evidence.title(entry)
        yield Hit(title, None, entry, values={"match": evidence.document.words(title)})


def _gives_score(evidence: Evidence, statement: int) -> bool:
    claim = evidence.claims[statement]
    if claim.author not in ("author", "team") or claim.modality != "done" or evidence.outline.statements[statement].head:
        return False
    kinds = {number.kind for number in evidence.measures[statement].metrics}
    text = evidence.text(statement)
    if kinds & {"metric", "percent", "duration", "rate"} or ("count-of-effect" in kinds and not _OF_DATA.search(text) and not _OF_EFFORT.search(text)):
        return True
    found = evidence.outline.statements[statement]
    if found.table < 0 and _NAMED_SCORE.match(text) and any(0 < number.value < 1 and number.step < 1 and not number.unit for number in evidence.measures[statement].numbers):
        return True
    context = " ".join(found.context)
    return found.table >= 0 and _SCORED.search(context) is not None and not _CALENDAR.search(context) and any(
        number.step < 1 and not number.unit for number in evidence.measures[statement].numbers
    )


def _is_reference(evidence: Evidence, statement: int) -> bool:
    measures = evidence.measures[statement]
    numbers = [number for number in measures.numbers if number.kind not in _NAMES]
    ranges = [_is_range(change.before, change.after, evidence.text(statement)) for change in measures.changes]
    if not all(ranges) or any(number.kind == "rank" for number in numbers) or evidence.match(_RANKED, statement) or evidence.match(_TWO_WAYS, statement):
        return True
    names = ("baseline", "factor", "paper-result") if ranges else _REFERENCES
    if any(signal.name in names and (signal.name != "factor" or numbers) for signal in evidence.signals[statement]):
        return True
    scores = [number for number in measures.metrics if number.kind in ("metric", "percent", "duration")]
    return bool(numbers) and ((len(scores) > 1 and len({number.name.lower() for number in scores}) < len(scores)) or evidence.match(_COMPARED, statement) is not None)


def _is_ceiling(evidence: Evidence, statement: int, *, several: bool) -> bool:
    """Whether a statement says what one try did not get beyond; where it got stuck is a reference only for another score."""
    match = evidence.match(_CEILING, statement)
    return match is not None and (several or match["reached"] is None)


def _is_range(before: Number | None, after: Number | None, text: str) -> bool:
    """Whether two numbers bound something and are no score before and after: years, frequencies, sizes, the ends of a scale."""
    if before is None or after is None:
        return False
    years = all(_FIRST_YEAR <= number.value <= _LAST_YEAR and not number.unit for number in (before, after))
    ends = before.value in (0, 1) and after.value in (5, 6, 7, 10, 100) and not before.unit and not after.unit
    return years or ends or _BOUNDS.match(text, after.span.start) is not None


def _is_list_of_facts(evidence: Evidence, rows: list[int]) -> bool:
    """A table of two columns names a different measure in each row; one with more compares."""
    named = all(_SCORED.search(evidence.text(index)) for index in rows)
    return named and len({_measure_named(evidence.text(index)) for index in rows}) == len(rows)


def _measure_named(words: str) -> str:
    match = _SCORED.search(words)
    return match[0].lower() if match else words


def find_single_run_gains(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """REP006: an own gain of less than one point, with no word of seeds, folds, deviation or repeats around."""
    for index in range(len(evidence.outline.statements)):
        text = evidence.text(index)
        around = " ".join(evidence.text(other) for other in (index - 1, index, index + 1) if 0 <= other < len(evidence.signals))
        if _REPEATED.search(around) or _BOARD.search(text) or _OPERATED.search(text):
            continue
        statement = evidence.outline.statements[index]
        above = evidence.text(statement.parent) if statement.parent >= 0 else ""
        if _CORRECTED.search(" ".join((text, statement.label, above, *statement.context[-1:]))):
            continue
        changes = evidence.measures[index].changes
        told = f"{evidence.text(index - 1)} {text}" if changes and index and _IT.search(text) else text
        scaled, gained = (bool(changes) and pattern.search(told) is not None for pattern in (_SCALED, _GAINED))
        for change in changes:
            points = _points(change.before, change.after, change.size, scaled, gained)
            if points is not None and 0 < points < _ABOUT_POINTS:
                span = change.span.shifted(evidence.outline.statements[index].span.start)
                yield Hit(span, index, evidence.entry_of(index), values={"match": evidence.document.words(span)})
                break


def _points(before: Number | None, after: Number | None, size: Number | None, scaled: bool, gained: bool) -> float | None:
    """The gain in points of a score that is a share; None where it is none.

    `scaled` and `gained` say that the words around name such a score, and a gain.
    """
    if before is not None and after is not None:
        share = abs(before.value) <= 1 and abs(after.value) <= 1
        if not scaled or ({before.unit, after.unit} - {"", "%"} and not share):
            return None
        return round((after.value - before.value) * (100.0 if share and before.unit != "%" else 1.0), 6)
    if size is not None and gained and size.unit in ("%p", "point") and (size.unit == "%p" or scaled):
        return abs(size.value)
    return None
