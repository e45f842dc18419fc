"""Whether an entry considers another option of the same kind: a trivial baseline alone is none."""

from __future__ import annotations

import re

from careerlint.expression import Expression
from careerlint.model.evidence import Evidence

_TRIVIAL = Expression(
    r"(?:다수|최빈|가장\s?(?:많은|흔한))\s?(?:클래스|라벨|레이블|값|범주|유형|답)|무작위|랜덤\s?(?:예측|추측|분류|베이스라인|찍기)|(?:평균|중앙)값?(?:으로|만|\s?예측)|더미\s?(?:분류|모델|예측)|"
    r"\bmajority\b|\bmost[- ](?:common|frequent)[- ](?:class|label|value|answer)|\brandom(?:ly)?[- ](?:guess\w*|baseline|chance|choice|prediction\w*|predictor)|\bdummy\b|\bconstant (?:baseline|prediction|predictor|model)|"
    r"\b(?:mean|average|median)[- ](?:baseline|prediction|predictor)|\bpredict\w* (?:the|its) (?:mean|average|median)\b|\bchance level\b|\bcoin (?:flip|toss)\b|\balways (?:saying|guessing|predicting|answering)\b",
    re.IGNORECASE,
)
"""A baseline that knows nothing of the data but how often an answer comes."""
_AND = Expression(r",|·|/|\band\b|\bor\b|(?:와|과|랑|하고|및)\s", re.IGNORECASE)
_OTHERS = Expression(r"\b(?:linear|logistic|rule-based|rules|keyword|nearest|naive bayes|tree|forest|regression|network|humans?|experts?)\b|회귀|규칙|키워드|트리|신경망|사람|전문가|다른 (?:모델|방법|알고리즘)", re.IGNORECASE)


def considers_another(evidence: Evidence, entry: int) -> bool:
    """Whether a statement of the entry, or its label, tells of an alternative that is more than a trivial baseline."""
    return any(considers_another_in(evidence, entry, index) for index in evidence.entry_statements(entry) if not evidence.claims[index].given)


def considers_another_in(evidence: Evidence, entry: int, statement: int) -> bool:
    """Whether one statement of the entry, or its label, does."""
    return any(
        signal.name == "alternative" and evidence.is_sign(signal, statement) and (signal.strength == "label" or not _compares_with_nothing(evidence, entry, statement))
        for signal in evidence.signals[statement]
    )


def _compares_with_nothing(evidence: Evidence, entry: int, statement: int) -> bool:
    """Whether the only thing that the statement sets beside the choice is a trivial baseline."""
    text = evidence.text(statement)
    trivial = _TRIVIAL.search(text)
    if trivial is None or _OTHERS.search(text):
        return False
    named = {mention.skill.name: mention for mention in evidence.mentions[statement] if mention.skill.technique}
    elsewhere = {mention.skill.name for index in evidence.entry_statements(entry) if index != statement for mention in evidence.mentions[index]}
    fresh = [mention for name, mention in named.items() if name not in elsewhere]
    if not fresh:
        return len(named) <= 1
    start = evidence.outline.statements[statement].span.start
    between = text[fresh[0].span.end - start : trivial.start()] if fresh[0].span.end - start <= trivial.start() else ","
    return len(named) == 1 and _AND.search(between) is None
