"""The weigher of one document: weighs its statements, each read once for all rules and elements that ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from careerlint.model.aside import text_outside
from careerlint.model.document import Document
from careerlint.model.outline import Outline
from careerlint.model.span import Span
from careerlint.model.token import AnalysedWord
from careerlint.model.weight import Weight
from careerlint.weighing.scales import Placed, Scales, placed
from careerlint.weighing.traits import places, told_words, traits, word_places

_NOTHING: frozenset[str] = frozenset()


class Weigher:
    """Weighs the statements of a document, whose words leave out the `asides` of their lines; `scales` are asked by language, only when something is weighed."""

    def __init__(self, document: Document, outline: Outline, words: Sequence[Sequence[AnalysedWord]], asides: Sequence[Sequence[Span]], scales: Callable[[str], Scales]) -> None:
        self._document = document
        self._outline = outline
        self._words = words
        self._asides = asides
        self._scales = scales
        self._places: dict[int, Placed] = {}
        self._verdicts: dict[tuple[str, int], bool | None] = {}

    def weigh(self, code: str, statement: int) -> Weight | None:
        """How much the words of a statement speak for the finding of a rule; None where nothing was learned of the rule."""
        found = self._outline.statements[statement]
        if not found.language:
            return None
        return self._scales(found.language).weigh(code, traits(self._words[statement], self.line(statement), found.language))

    def is_too_light(self, code: str, statement: int) -> bool:
        """Whether the weight takes the finding of a rule back."""
        score = self._score(code, statement)
        return score is not None and score < self._scales(self._outline.statements[statement].language).least_of(code)

    def heard(self, code: str, statement: int, least: float) -> bool:
        """Whether the words weigh so much for a rule that they are a match without any pattern."""
        score = self._score(code, statement)
        return score is not None and score >= least

    def promising(self, statement: int) -> frozenset[str]:
        """The rules for which a statement may be heavy, by its single words."""
        language = self._outline.statements[statement].language
        return self._scales(language).promising(word_places(told_words(self._words[statement]))) if language else _NOTHING

    def tells(self, element: str, statement: int) -> bool | None:
        """Whether the words tell an element of a story; None where they leave it open."""
        asked = (element, statement)
        if asked not in self._verdicts:
            language = self._outline.statements[statement].language
            self._verdicts[asked] = self._scales(language).verdict(element, self._placed(statement)) if language else None
        return self._verdicts[asked]

    def line(self, statement: int) -> str:
        """The text of a statement that is weighed: without its asides, as its words are."""
        return text_outside(self._document.line(self._outline.statements[statement].span), self._asides[statement])

    def _score(self, code: str, statement: int) -> float | None:
        language = self._outline.statements[statement].language
        return self._scales(language).score(code, self._placed(statement)) if language else None

    def _placed(self, statement: int) -> Placed:
        found = self._places.get(statement)
        if found is None:
            language = self._outline.statements[statement].language
            found = self._places[statement] = placed(places(self._words[statement], self.line(statement), language))
        return found
