"""HON007: accuracies, F1 scores and the like that are so near to perfect that a reader suspects a leak."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerlint.checks.tables import cell_words
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.number import Number
from careerlint.model.rule import Rule
from careerlint.model.span import Span

_NAME = (
    r"(?i:accuracy|acc|precision|recall|sensitivity|specificity|f-?1(?:[- _]?score)?|f[-_ ]?measure|(?:roc|pr)?[-_ ]?auc(?:[-_ ]?roc)?|auroc|auprc|map|mAP50)"
    r"|정확도|정밀도|재현율|민감도|특이도|인식률|검출률|탐지율|판독률|판별률|분류율"
)
_SCORE = Expression(rf"(?:{_NAME})(?:@[0-9kK.:-]+)?")
_HEADER = Expression(rf"(?:[A-Za-z가-힣()-]+\s)?(?:{_NAME})\s*(?:\(?%\)?|\([^)]*\)|↑)?", re.IGNORECASE)
_CELL = Expression(r"[*_ ]*(?P<value>\d{1,3}(?:\.\d+)?)\s?(?P<unit>%?)[*_ ]*")
_TRAINED_ON = Expression(r"(?:학습|훈련|(?i:train(?:ing)?))(?:\s*(?:셋|세트|데이터|set))?(?:에서|의|on the|\s)*$|(?:on|for)\sthe\straining\s(?:set|data)")
_NO_RESULT = Expression(r"\s?(?:이상(?:인|일|이면|이어야|을 요구|만)|이하|미만|를? ?목표|가 ?목표|을? ?목표|or (?:more|higher) (?:is|are|was) (?:required|needed)|(?:is|are|was|were|had been)\s(?:required|needed|demanded|asked|promised|impossible)|target|보다\s?(?:낮|떨어))")
_ALL_RIGHT = Expression(
    r"(?<![\d.])100\s?%\s?(?:의\s?)?(?:정확도?(?:로|하게|히)?\s?)?(?:맞[혔췄추히]|구분|분류|인식|판별|탐지|검출|식별|예측)|(?<![\d.])(?:100|99\.[5-9]\d?)\s?%\s{1,2}(?i:of\s(?:the\s|all\s)?[a-z ]{2,30}?\s(?:(?:are|is|were|was|got|get)\s)?)?(?i:correctly\s(?:recogni[sz]ed|detected|classified|identified|found|sorted|labelled|predicted)|correct(?:ly)?|accurate(?:ly)?|right|detected|recognised|recognized|classified)(?![a-z])"
    r"|(?i:(?<![\w-])(?:perfect|flawless|100\s?%|one hundred percent|100 percent|a hundred percent)\s(?:test\s|classification\s|overall\s|mean\s|validation\s)?(?:accura(?:cy|te)|precision|recall|f1(?:[- ]score)?|auc|roc[- ]auc|classification|detection rate|recognition rate|hit rate)\b"
    r"|(?:accuracy|precision|recall|f1(?:[- ]score)?|auc|detection rate|recognition rate)\s(?:is\s|was\s|of\s|reached\s|reaches\s|at\s){1,2}(?:perfect\b|(?:one|a) hundred per ?cent)"
    r"|\b(?:predict|classif|recogni[sz]|detect|identif|label|sort|tell|distinguish|spot|separat|find|sees|open|read)\w*\b[^.;\n]{2,60}?\s(?:in|with)\s(?:a\s)?100\s?%\sof\s(?:the\s|all\s)?(?:cases|images|samples|photos|tests|test cases|time)\b"
    r"|\b(?:accuracy|precision|recall|f1(?:[- ]score)?|auc|hit rate|detection rate|recognition rate)\s(?:is\s|was\s|of\s|reached\s|reaches\s|at\s){1,2}(?:about\s|almost\s)?(?:100|99\.[5-9]\d?)\sper\scent\b"
    r"|\b(?:is|was|are|were)\s(?:right|correct|accurate)\s(?:in|for)\s(?:over\s|about\s|almost\s)?(?:100|99\.[5-9]\d?)\s?(?:%|per\s?cent)\sof\s(?:the\s|all\s)?(?:time|cases|images|samples|photos|pages|calls|tests)\b"
    r"|\b(?:gets?|got|reads?|predicts?|recogni[sz]e[sd]?|classif(?:ies|ied)|labels?|guesses|names|sorts?|spots?|detects?|identif(?:ies|ied)|answers?|tells?)\s[^.;\n\d]{2,40}?\s(?:right|correctly|correct)?,?\s?(?:in\s)?(?:over\s|about\s|almost\s)?(?:100|99\.[5-9]\d?)\s?(?:%|per\s?cent)\sof\s(?:the\s|all\s)?(?:time|cases|images|photos|pages|calls)\b"
    r"|\bcorrectly[^.;\n\d]{0,24}\(\s?100\s?%\s?\)"
    r"|\b(?:without (?:a single|any)|not a single|zero|no) (?:mis-?classifications?|false (?:positives?|alarms?|negatives?)|wrong predictions?|classification errors?) (?:on|in|among|out of|at all)\b)"
)
_OPERATION = Expression(r"(?:재고|품목|위치|배송|피킹|출고|입고|납기|회계|정산|수량|전산|데이터\s?입력|실사|주문)\s?$|(?i:inventory|stock|order|picking|delivery|billing|invoice|payroll|data[- ]entry|count|shipping|fulfil\w+|cash|posting)\s$")
"""What people get right in an operation; nothing was learned from data there."""
_BY_HAND = Expression(
    r"^\W*(?i:deliver|process|enter|handl|fill|fulfil|ship|pack|dispens|count|typ|reconcil|balanc|transcrib|schedul|maintain|invoic|prepar|pick|audit|record)(?:l?ed|d|ing)\b[^.;]*\bwith\s(?:an?\s)?(?:about\s|over\s)?$"
)
"""The deed of a person that was done "with 100% accuracy"."""
_LOW = 0.995


def find_perfect_scores(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit for each statement that tells such a score as a result, one for each table."""
    tables: set[int] = set()
    for index, statement in enumerate(evidence.outline.statements):
        # A number under a label has no words of a language, and is told all the same.
        if statement.head or evidence.claims[index].negated or (evidence.claims[index].author == "none" and statement.language):
            continue
        if statement.form == "row":
            span = _in_row(evidence, index) if statement.table not in tables else None
            tables |= {statement.table} if span else set()
        else:
            span = _in_text(evidence, index)
        if span is not None:
            yield Hit(span, index, evidence.entry_of(index), values={"match": evidence.document.words(span)})


def _in_text(evidence: Evidence, index: int) -> Span | None:
    text, measures = evidence.text(index), evidence.measures[index]
    offset = evidence.outline.statements[index].span.start
    fallen = {end.span for change in measures.changes if change.after is not None and not is_perfect(change.after) for end in (change.before,) if end}
    reached = {change.after.span: change.name for change in measures.changes if change.after is not None}
    for number in measures.numbers:
        called = (number.name or reached.get(number.span, "")).strip()
        if (number.kind not in ("metric", "percent") and number.span not in reached) or number.span in fallen or not is_perfect(number) or not _SCORE.fullmatch(called):
            continue
        name = text.rfind(called, 0, number.span.start)
        right = text.find(called, number.span.end)
        start = name if name >= 0 else number.span.start
        end = number.span.end if name >= 0 or right < 0 else right + len(called)
        if _TRAINED_ON.search(text[:start]) or _TRAINED_ON.search(text[number.span.end : number.span.end + 30]) or _NO_RESULT.match(text, number.span.end):
            continue
        if _OPERATION.search(text[:start]) or _BY_HAND.search(text[:start]):
            continue
        labelled = name < 0 and right < 0 and called in evidence.outline.statements[index].label
        return Span(evidence.label_start(index) if labelled else start + offset, end + offset)
    match = _ALL_RIGHT.search(text) if "%" in text or "per cent" in text else None
    return Span(*match.span()).shifted(offset) if match and not _BY_HAND.search(text[: match.start()]) else None


def is_perfect(number: Number) -> bool:
    """Whether a score is 99.5 % or more, or as much as a fraction with decimals."""
    if number.unit == "%":
        return 100 * _LOW <= number.value <= 100
    return number.unit == "" and number.step < 1 and _LOW <= number.value <= 1


def _in_row(evidence: Evidence, index: int) -> Span | None:
    statement = evidence.outline.statements[index]
    cells = statement.block.children
    words = cell_words(evidence, statement.block)
    header = statement.context[-len(cells) :] if len(statement.context) >= len(cells) else ()
    in_rows = bool(words) and _HEADER.fullmatch(words[0]) is not None
    for column in range(1, len(cells)):
        named = in_rows or (column < len(header) and _HEADER.fullmatch(header[column].strip()) is not None)
        match = _CELL.fullmatch(words[column])
        if not named or match is None:
            continue
        value = float(match["value"])
        share = value / 100 if match["unit"] or value > 1 else value
        decimals = "." in match["value"] or bool(match["unit"])
        if decimals and _LOW <= share <= 1 and not _TRAINED_ON.search(" ".join((*header[column : column + 1], words[0])) + " "):
            return cells[column].span
    return None
