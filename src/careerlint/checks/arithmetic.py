"""Wrong arithmetic in one statement: changes, ranks against percentiles, and metrics out of their range."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise

from careerlint.checks.english_arithmetic import wrong_tellings
from careerlint.checks.english_ratios import MAY_CLAIM, wrong_ratios
from careerlint.checks.f_scores import exceeds_f1, right_f1
from careerlint.checks.fitting import expected_sizes, size_fits
from careerlint.checks.korean_arithmetic import TELLING, wrong_korean_tellings
from careerlint.checks.mismatches import Mismatch
from careerlint.checks.ranks import wrong_percentiles
from careerlint.checks.resources import are_counts_of_resources
from careerlint.checks.second_sizes import wrong_second_sizes
from careerlint.checks.shares import wrong_shares
from careerlint.checks.told_next import wrong_points
from careerlint.expression import Expression
from careerlint.model.line_index import may_always
from careerlint.model.number import Change, Number
from careerlint.model.span import Span

_OVER = Expression(r"\s?(?:정도|가량|이상|나|를|을)?\s?(?:의\s)?(?:감소|단축|절감|감축|축소|절약|줄[어였이])|\s(?:reduction|decrease|drop|less|fewer|lower)(?![A-Za-z])")
_OVER_LEFT = Expression(r"(?i:(?:reduced|decreased|cut|lowered|dropped|shrank)\s(?:[a-z]+\s){0,4}by\s(?:about\s|over\s|~)?)$")
_BOUNDED = Expression(r"(?i:accuracy|acc|precision|recall|f-?1(?:[- _]?score)?|auc|auroc|auprc|roc[- _]?auc|pr[- _]?auc|m?iou|dice(?:[- _](?:score|coefficient))?|mrr|ndcg|map|exact match|sensitivity|specificity|kappa|qwk|mcc|spearman|pearson|silhouette|r[2²]|r\^2|hit[- ]?rate)(?:@[0-9]+)?|mAP[0-9]*(?:@[0-9.:]+)?|EM|정확도|정밀도|재현율|민감도|특이도")
_MAY_BE_NEGATIVE = Expression(r"(?i:kappa|qwk|mcc|spearman|pearson|silhouette|r[2²]|r\^2)")
_ENDS_WITH_BOUNDED = Expression(rf"(?:^|[\s(])(?:{_BOUNDED.pattern})(?:\s(?:score|on|for)\b.*)?\W*$")
_NO_LEVEL_RIGHT = Expression(r"(?!까지|으?로)\s?(?:%?\s?[pP](?![A-Za-z])|배|x(?![A-Za-z])|점|포인트|points?|정도|만큼|epochs?|[A-Za-z가-힣]*\s?(?:향상|개선|상승|증가|감소|하락|높|낮|차이|올|떨어)|(?:[a-z]+\s)?(?:better|higher|lower|improvement|gain|increase|worse))")
_DECIMAL = Expression(r"[\s*_`]*(?P<value>[01]?\.\d{1,4}|[01])[\s*_`]*")
_DIRECT = Expression(r"\s?(?:score\s?|점수\s?)?(?:은|는|이|가|[:=]|of|was|is)\s?\*{0,2}$", re.IGNORECASE)
_ON_SET = Expression(r"\s{1,3}(?:on|for|over|in|of)\s{1,3}(?:[\w,'-]+\s{1,3}){0,7}[\w'-]+(?:\s?[:=]|\s{1,3}(?:is|was|of|reached))\s{0,3}\*{0,2}")
_OF_AN_INTERVAL = Expression(r"\s?(?:%\s?)?(?:신뢰\s?구간|(?i:CI|CrI|(?:confidence|credible|prediction|bootstrap)\b|intervals?\b))")
_EM_TO_F1 = Expression(r"[\s%,/|:;*_()=·]*(?:(?:and|및|과|와|score|점수)[\s,/|:*_(]*)?(?:F1|EM|f1)(?:[- ]?(?:score|스코어))?[\s:=|*_(]*(?:(?:는|은|이|가|of)\s*)?$")
_UP = Expression(r"\s?(?:상승|증가|늘었|늘어|올랐|올라|increase|higher|rise)")
_ONLY_EXPECTED = Expression(r"\s?(?:(?:expected|projected|estimated|predicted|forecast|potential)\b|(?:예상|기대|추정)\s)")
"""Behind a size: it is hoped for, and not the size of the change before it ("coverage 51.5 % to 100 %, +64 % expected uplift")."""
_LEFT_OVER = Expression(r"\s?(?:가\s|를\s|만\s)?(?:보존|유지|잔존|남음|남았|남김|확보|사용)|\s(?:retained|kept|remain(?:ed|ing|s)?|preserved|left)\b")
"""Behind a size: it is the share that is left, and not what was lost ("16,868 to 16,511 rows (97.9 % kept)")."""
_DOWN = Expression(r"\s?(?:하락|감소|줄었|줄어|단축|절감|떨어|낮아|decrease|reduction|drop|lower|less)")


_BEYOND_ONE = Expression(
    r"(?:(?i:\b(?:correlations?|correlated|correlation coefficient|pearson(?:'s)?(?: r)?|spearman(?:'s)?(?: rho)?|kendall(?:'s)? tau|(?:cohen's |fleiss' |weighted )?kappa|krippendorff's alpha|cronbach's alpha|cosine similarity|silhouette(?: score| coefficient)?"
    r"|p[- ]values?|probability|gini(?: coefficient)?|inter-rater agreement|r-?squared|coefficient of determination)\b)(?:\s(?!and\b|but\b|with a\b)[\w'@-]+){0,8}?\s?(?:=|:|of|was|is|at|as|reached)\s|(?<![\w^])(?:r|ρ|κ|p)\s?=\s?)"
    r"(?:about\s|r\s?=\s?|ρ\s?=\s?)?(?P<value>[-−]?[1-9]\.\d+)(?!\d|\.\d|%|[eE][-−+]?\d|\s?(?:[×·*x]\s?10|%|points?|times|x\b|million|m\b|k\b|ms\b|s\b))"
)
_BEYOND_ALL = Expression(
    r"(?i:\b(?:share|proportion|probability|response rate|completion rate|pass rate|success rate|hit rate|(?:code |test |branch |line )?coverage|uptime|availability|attendance rate|detection rate|recognition rate|hit ratio)\b)"
    r"(?:\s(?!and\b|but\b|by\b|up\b|rose\b|grew\b|than\b|more\b|increase)[\w'-]+){0,6}?\s?(?:=|:|of|was|is|at|reached|to|stands at)\s(?P<value>1\d\d(?:\.\d+)?)\s?(?:%|percent\b)(?!\s?(?:of|more|higher|increase|growth|rise|up)\b)"
)

_ON_SO_MANY = Expression(
    rf"(?<![A-Za-z])(?:{_BOUNDED.pattern})\s{{1,3}}(?:on|for|over)\s{{1,3}}(?:(?:the|our|all)\s{{1,3}})?\d[\d,]*\s{{1,3}}(?:[A-Za-z'-]+\s{{1,3}}){{1,4}}(?:is|was|of|reached|=|:)\s{{0,3}}(?P<value>1\.\d+)(?!\d|\.\d|\s?(?:%|x\b|points?|times|s\b|ms\b))"
)
"""A measure between nothing and one, told of so many things: "Precision on the 300 calls is 1.07"."""


def check_statement_arithmetic(
    text: str, numbers: Sequence[Number], changes: Sequence[Change], may_match: Callable[[Expression], bool] = may_always
) -> tuple[Mismatch, ...]:
    """Every mismatch of one statement, ordered by start; `numbers` and `changes` were read from the same `text`.

    `may_match` says whether an expression can match in the text, where that is known without searching.
    """
    found = [*_wrong_changes(text, changes), *_over_hundred(text, numbers, changes), *wrong_percentiles(text, numbers)]
    found += [*_out_of_range(text, numbers), *_exact_match_above_f1(text, numbers), *_f1_above_both(numbers), *wrong_shares(text, may_match)]
    told_otherwise = chain(
        wrong_second_sizes(text, numbers, changes), _beyond_range(text, may_match), wrong_tellings(text, numbers), wrong_ratios(text, numbers) if may_match(MAY_CLAIM) else (),
        wrong_points(text) if "대비" in text else (), wrong_korean_tellings(text) if may_match(TELLING) else (),
    )  # fmt: skip
    for mismatch in told_otherwise:
        if not any(mismatch.span.overlaps(other.span) for other in found):
            found.append(mismatch)
    # "95 % interval from -0.8 to 1.1" tells no change.
    found = [mismatch for mismatch in found if not _OF_AN_INTERVAL.match(text, mismatch.span.end)]
    # "1.11x from 4 to 6 servers" tells a factor of speed.
    found = [mismatch for mismatch in found if mismatch.reason != "change" or not are_counts_of_resources(text, mismatch.related)]
    return tuple(sorted(found, key=lambda mismatch: mismatch.span))


def _wrong_changes(text: str, changes: Sequence[Change]) -> Iterator[Mismatch]:
    for change in changes:
        before, after, size = change.before, change.after, change.size
        if before is None or after is None:
            continue
        if size is None or not change.sized_beside:
            verb = _turned_the_wrong_way(text, before, after)
            if verb is not None:
                yield Mismatch(verb, (before.span, after.span), (), "direction")
            continue
        if any("~" in number.text[1:] or "-" in number.text[1:].replace("e-", "") for number in (before, after, size)):
            continue
        if before.unit == "rank" or after.unit == "rank" or not before.value:
            continue
        if _ONLY_EXPECTED.match(text, size.span.end) or (_LEFT_OVER.match(text, size.span.end) and abs(100 * after.value / before.value - size.value) <= size.step):
            continue
        words = text[max(size.span.start - 24, 0) : size.span.end + 24]
        if not size_fits(before, after, size, words):
            yield Mismatch(size.span, (before.span, after.span), expected_sizes(before, after, size))
        elif _is_wrong_way(text, before, after, size):
            yield Mismatch(size.span, (before.span, after.span), (), "direction")


def _is_wrong_way(text: str, before: Number, after: Number, size: Number) -> bool:
    """Whether the verb beside the size says up where the numbers go down, or down where they go up."""
    if before.unit != after.unit or before.value == after.value or size.text[:1] in ("+", "-", "−"):
        return False
    right = text[size.span.end : size.span.end + 16]
    return (_UP.match(right) is not None and after.value < before.value) or (_DOWN.match(right) is not None and after.value > before.value)


_ROSE = Expression(r"\s?(?:점|정도|수준)?(?:으)?로\s?(?:소폭\s|크게\s|대폭\s|더\s)?(?P<verb>상승|증가|늘어났|늘었|올랐|높아졌)")
_BETTER = Expression(r"\s?(?:점|정도|수준)?(?:으)?로\s?(?:소폭\s|크게\s|대폭\s|더\s)?(?P<verb>향상|개선|끌어올|높[이였])")
_FELL = Expression(r"\s?(?:점|정도|수준)?(?:으)?로\s?(?:소폭\s|크게\s|대폭\s|더\s)?(?P<verb>하락|감소|단축|절감|줄었|줄어들었|낮아졌|떨어졌)")


def _turned_the_wrong_way(text: str, before: Number, after: Number) -> Span | None:
    """The Korean verb behind a pair without a size, where it says up of numbers that go down, or down of numbers that go up."""
    same = before.unit == after.unit and before.unit != "rank" and before.kind != "rank"
    if not same or before.value == after.value or before.value < 0 or after.value < 0:
        return None
    verb = (_ROSE if after.value < before.value else _FELL).match(text, after.span.end)
    if verb is None and after.value < before.value and _BOUNDED.fullmatch(before.name or after.name):
        verb = _BETTER.match(text, after.span.end)
    return Span(*verb.span("verb")) if verb else None


def _f1_above_both(numbers: Sequence[Number]) -> Iterator[Mismatch]:
    named: dict[str, list[Number]] = {}
    for number in numbers:
        if number.kind == "metric":
            named.setdefault(_SHORT_NAMES.get(number.name.lower(), ""), []).append(number)
    if any(len(named.get(name, ())) != 1 for name in ("precision", "recall", "f1")):
        return
    precision, recall, f1 = (named[name][0] for name in ("precision", "recall", "f1"))
    right = right_f1(precision.value, recall.value, f1.value)
    if right:
        yield Mismatch(f1.span, (precision.span, recall.span), (right,))


_SHORT_NAMES = {"precision": "precision", "정밀도": "precision", "recall": "recall", "재현율": "recall", "f1": "f1", "f1-score": "f1", "f1 score": "f1", "f1 스코어": "f1"}


def _over_hundred(text: str, numbers: Sequence[Number], changes: Sequence[Change]) -> Iterator[Mismatch]:
    paired = {change.size.span for change in changes if change.size is not None and change.before is not None}
    for number in numbers:
        if number.unit != "%" or abs(number.value) <= 100 or number.span in paired or number.kind == "rank":
            continue
        if _OVER.match(text, number.span.end) or _OVER_LEFT.search(text[: number.span.start]):
            yield Mismatch(number.span, (), (), "over-100")


def _out_of_range(text: str, numbers: Sequence[Number]) -> Iterator[Mismatch]:
    for number in numbers:
        if number.kind != "metric" or not _BOUNDED.fullmatch(number.name) or number.approximate:
            continue
        left = text[max(number.span.start - len(number.name) - 14, 0) : number.span.start]
        beside = number.name in left or _is_level_of(text, number)
        if not beside or _NO_LEVEL_RIGHT.match(text, number.span.end):
            continue
        too_high = number.value > 100 if number.unit == "%" else 1 < number.value < 2 and number.step < 1
        negative = number.value < 0 and not _MAY_BE_NEGATIVE.fullmatch(number.name) and _DIRECT.search(left) is not None
        if (too_high and number.unit in ("%", "")) or negative:
            yield Mismatch(number.span, (), (), "range")


def impossible_value(label: str, text: str, numbers: Sequence[Number]) -> Number | None:
    """The number that opens the text behind a label which names a metric between nothing and one ("IoU: 1.08")."""
    first = numbers[0]
    name = _ENDS_WITH_BOUNDED.search(label)
    if name is None or text[: first.span.start].strip(" *_~") or first.approximate or first.unit not in ("", "%") or _NO_LEVEL_RIGHT.match(text, first.span.end):
        return None
    if first.kind in ("version", "date", "section", "delta") or first.text[:1] == "+":
        return None
    too_high = first.value > 100 if first.unit == "%" else 1 < first.value < 2 and first.step < 1
    return first if too_high else None


def impossible_cells(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Row and column of the cells above one in a column of a metric between nothing and one whose other cells keep to that."""
    for column, name in enumerate(header):
        if not column or not _BOUNDED.fullmatch(name.strip(" *_`")):
            continue
        cells = [_DECIMAL.fullmatch(row[column]) for row in rows]
        values = [float(match["value"]) for match in cells if match is not None]
        high = [index for index, value in enumerate(values) if value > 1]
        if len(values) == len(rows) and 0 < len(high) < len(rows):
            yield from ((index, column) for index in high)


def _beyond_range(text: str, may_match: Callable[[Expression], bool]) -> Iterator[Mismatch]:
    """Correlations above one, and shares of more than everything."""
    for match in _BEYOND_ONE.finditer(text) if may_match(_BEYOND_ONE) else ():
        if abs(float(match["value"].replace("−", "-"))) > 1:
            yield Mismatch(Span(*match.span("value")), (), (), "range")
    for match in _ON_SO_MANY.finditer(text) if may_match(_ON_SO_MANY) else ():
        if 1 < float(match["value"]) < 2:
            yield Mismatch(Span(*match.span("value")), (), (), "range")
    for match in _BEYOND_ALL.finditer(text) if may_match(_BEYOND_ALL) else ():
        if float(match["value"]) > 100:
            yield Mismatch(Span(*match.span("value")), (), (), "range")


def _is_level_of(text: str, number: Number) -> bool:
    """Whether the metric's name and the number are subject and value: "Recall on the test set: 1.08"."""
    start = text.rfind(number.name, 0, number.span.start)
    return start >= 0 and _ON_SET.fullmatch(text[start + len(number.name) : number.span.start]) is not None


def _exact_match_above_f1(text: str, numbers: Sequence[Number]) -> Iterator[Mismatch]:
    scores = [number for number in numbers if number.kind == "metric"]
    for first, second in pairwise(scores):
        if {first.name.lower(), second.name.lower()} not in ({"em", "f1"}, {"exact match", "f1"}, {"em", "f1 score"}, {"em", "f1-score"}):
            continue
        gap = text[first.span.end : second.span.start]
        exact, f1 = (second, first) if first.name.lower().startswith("f") else (first, second)
        if _EM_TO_F1.fullmatch(gap) and exceeds_f1(exact, f1):
            yield Mismatch(exact.span, (f1.span,), (), "em-f1")
