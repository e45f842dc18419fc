"""The class of a plain number, from the unit that follows it and the words around."""

from __future__ import annotations

import re

from careerlint.expression import Expression
from careerlint.model.number import NumberKind
from careerlint.numbers.kinds import (
    AGE_LEFT,
    CHANGE_LEFT,
    CHANGE_RIGHT,
    DATA_LEFT,
    EFFECT_LEFT,
    GRADE_LEFT,
    RANK_RIGHT_NOUN,
    SIZE_LEFT,
    TEST_LEFT,
    Surroundings,
    bare_kind,
    count_kind,
    enlarges_data,
    is_setting,
    metric_name,
    percent_kind,
    time_kind,
)

_MONEY_RESULT = Expression(r"비용|절감|매출|수익|절약|감축|(?i:cost|sav|revenue|spend|bill|arr|mrr|profit|reduc|cut)")
_BATCH_JOB = Expression(r"배치(?:\s?(?:작업|잡|처리))?(?:은|는|을|를|이|가|의)?\s?(?:약\s?)?$|(?i:batch(?:\sjobs?)?\s(?:from|of|in|to)\s?$)")
"""A batch that takes time is a job, no setting of a training."""
_UNIT_NAMES = ("ms", "us", "s", "min", "h", "day", "week", "month", "year")


def classify(
    around: Surroundings, groups: set[str], words: str, value: float, step: float, money: bool, tail: str
) -> tuple[NumberKind, bool, str, str]:
    """Kind, whether it is an outcome, name and canonical unit; `groups` are the matched units, `words` as printed."""
    decimal = 0 < step < 1
    measured = groups & {"percent", "point", "multiple", "rank", "person", "effect", "rate"}
    timed = not groups.isdisjoint(_UNIT_NAMES) and _BATCH_JOB.search(around.left)
    if not measured and not timed and is_setting(around.left) and not metric_name(around, "", decimal, True):
        return "hyper-parameter", False, "", ""
    if money or "money" in groups:
        return "money", bool(_MONEY_RESULT.search(around.left[-30:] + around.right[:20])), "", "money"
    if "point" in groups:
        return _point(around, words, value, decimal)
    if "percent" in groups:
        name = metric_name(around, "%", decimal, False)
        kind, outcome = percent_kind(around, name)
        return kind, outcome, name, "%"
    if "multiple" in groups:
        if "x" in words.lower() and is_setting(around.left):
            return "hyper-parameter", False, "", ""
        if value >= 1000 and "X" in words:
            return "model-name", False, "", ""
        if enlarges_data(around):
            return "other", False, "", "x"
        outcome = not re.match(r"\s?(?:증강|오버샘플|업샘플|줌|확대|속\s|GPU|[A-Z])", around.right)
        return "multiple", outcome, "", "x"
    if "rate" in groups:
        return "rate", True, metric_name(around, "rate", decimal, False), words.replace(" ", "").lower()
    for canonical in _UNIT_NAMES:
        if canonical in groups:
            kind, outcome = time_kind(around, canonical, bool(metric_name(around, canonical, decimal, False)))
            return kind, outcome, metric_name(around, canonical, decimal, False) if outcome else "", canonical
    return _counted(around, groups, words, value, step, tail)


def _point(around: Surroundings, words: str, value: float, decimal: bool) -> tuple[NumberKind, bool, str, str]:
    plain = words.replace(" ", "").lower()
    canonical = "%p" if plain[0] in "%％퍼" or plain in ("pp", "p.p.", "p") or plain.startswith("percentage") else "point"
    if plain == "p" and not around.sign and not CHANGE_RIGHT.match(around.right):
        return "other", False, "", ""
    name = metric_name(around, "%p", decimal, False)
    if canonical == "point" and not (around.sign or name or CHANGE_RIGHT.match(around.right) or CHANGE_LEFT.search(around.left)):
        return "other", False, "", ""
    return "point", True, name, canonical


def _counted(
    around: Surroundings, groups: set[str], words: str, value: float, step: float, tail: str
) -> tuple[NumberKind, bool, str, str]:
    decimal = 0 < step < 1
    if "resolution" in groups:
        return "resolution", False, "", ""
    if "rank" in groups:
        english = words.strip("- ") in ("st", "nd", "rd", "th")
        if english and not (RANK_RIGHT_NOUN.match(around.right) or not re.match(r"\s?[A-Za-z-]", around.right)):
            return "other", False, "", "ordinal"
        return "rank", not (words.strip() == "위" and around.right.startswith(("상", "하"))), "", "rank"
    if "hardware" in groups:
        size = bool(re.search(r"[KMGTP]i?B|기가|메가|테라", words)) and bool(SIZE_LEFT.search(around.left[-30:]))
        result = size and bool(CHANGE_RIGHT.match(around.right) or re.match(r"\s?(?:에서|→|->|to\s)|(?:으)?로\s?(?:줄|감소|축소|경량|단축)", around.right))
        return ("metric", True, "", words) if result else ("hardware", False, "", words)
    if "parameters" in groups:
        return "model-size", False, "", "parameters"
    if "effect" in groups:
        return "count-of-effect", True, "", "count"
    if "rows" in groups:
        return "dataset-size", False, "", "rows"
    if "setting" in groups:
        return "hyper-parameter", False, "", ""
    if groups & {"head", "team"}:
        return "head-count", False, "", "명"
    if "age" in groups:
        return "age", False, "", "세"
    if "person" in groups:
        kind, outcome = count_kind(around, True)
        return kind, outcome, "", "명"
    if "counter" in groups:
        return _korean_counter(around, words, decimal)
    if AGE_LEFT.search(around.left) and 10 <= value <= 80 and not decimal:
        return "age", False, "", ""
    name = metric_name(around, "", decimal, not decimal)
    kind, outcome = bare_kind(around, name, step, value)
    if kind == "other" and (step >= 10 or tail.strip() in ("K", "k", "M", "B")):
        if EFFECT_LEFT.search(around.left[-12:]):
            return "count-of-effect", True, "", ""
        if DATA_LEFT.search(around.left[-12:]):
            return "dataset-size", False, "", ""
    return kind, outcome, name if kind in ("metric", "delta") else "", ""


def _korean_counter(around: Surroundings, words: str, decimal: bool) -> tuple[NumberKind, bool, str, str]:
    unit = words.lstrip("여 ").strip()
    if unit == "점":
        if GRADE_LEFT.search(around.left):
            return "grade", False, "", unit
        if TEST_LEFT.search(around.left):
            return "test-score", False, "", unit
        name = metric_name(around, unit, decimal, False)
        return "metric", bool(name) or decimal or bool(CHANGE_RIGHT.match(around.right)), name, unit
    if unit in ("기", "차", "학년", "조", "단계", "층"):
        return "other", False, "", "ordinal"
    if unit == "팀":
        return "other", False, "", unit
    if unit == "대":
        return "hardware", False, "", unit
    kind, outcome = count_kind(around, False)
    return kind, outcome, "", unit
