"""What is said a second time: the words before a number, compared without their order, and whether two of them speak of one thing."""

from __future__ import annotations

from careerlint.checks.facts import conditions_of
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence
from careerlint.model.outline import SectionKind

_FINAL = Expression(r"최종|(?<![a-z])final(?![a-z])")
_IDENTIFIER = Expression(r"(?<![a-z0-9])[a-z]+(?:_[a-z0-9]+)*(?:_[a-z]*)?\d+(?![a-z0-9%.])")
_MODEL = Expression(r"(?<![a-z0-9-])[a-z]+(?:-[a-z]+)*-\d+[a-z]?(?![a-z0-9%.])")
"""A model with its size, which alone names no run: "resnet-50"."""
_WORD = Expression(r"[a-z0-9]+(?:[._-][a-z0-9]+)*|[가-힣]+")
_PARTICLE = Expression(r"(?<=[가-힣]{2})(?:에서|으로|의|은|는|이|가|을|를|로)$|^(?:의|은|는|이|가|을|를|로|에서)$")
_EMPTY = frozenset(("the", "of", "a", "an", "is", "was", "on", "in", "at", "its", "has", "had", "reached", "reaches", "got", "we", "i", "it", "model", "set", "모델", "결과", "값", ""))
_SPLITS = frozenset(("test", "validation", "private", "public", "cv"))
_SUMMING: frozenset[SectionKind] = frozenset(("result", "summary", "overview"))
_TRIED = ("change", "improvement", "before-after", "experiment", "remedy", "tried")
_GONE_ON = (*_TRIED, "deed")


def words_of_lead(lead: str) -> str:
    """The words before a number, without their order and what only joins them: "the test accuracy of resnet-50 is"."""
    words = {_PARTICLE.sub("", word) for word in _WORD.findall(lead)}
    return " ".join(sorted(words - _EMPTY))


def names_run(lead: str) -> bool:
    """Whether the words name one run for good: the final one, or one with an identifier."""
    return _FINAL.search(lead) is not None or _IDENTIFIER.search(lead) is not None


def names_model(lead: str) -> bool:
    """Whether the words name a model and the split of the data on which it was scored."""
    return _MODEL.search(lead) is not None and not _SPLITS.isdisjoint(conditions_of(lead))


def speak_of_one(evidence: Evidence, lead: str, first: int, second: int) -> bool:
    """Whether two statements with the same lead can mean only one number: nothing between them was changed or tried, or one sums up."""
    if _IDENTIFIER.search(lead):
        return True
    sections = evidence.outline.sections
    places = [evidence.outline.statements[index].section for index in (first, second)]
    summing = [sections[place].kind in _SUMMING or sections[place].level == 1 for place in places]
    if names_model(lead):
        gone_on = evidence.has(second, _TRIED) or any(evidence.has(index, _GONE_ON) for index in range(first + 1, second))
        return not gone_on and (places[0] == places[1] or any(summing))
    return places[0] != places[1] and all(summing)
