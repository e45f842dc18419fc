"""A suppression: a remark in the document by which its author accepts a finding."""

from __future__ import annotations

from dataclasses import dataclass

from careerlint.model.place import SourceRange
from careerlint.model.remark_words import Verb
from careerlint.model.span import Span


@dataclass(frozen=True, slots=True)
class Suppression:
    """One remark: `line` is where it stands (of the source for text formats), `names` the rules it names (none: all).

    `span` is the text that it covers, empty for what covers nothing; `ended` are codes of rules that an `off` covers no longer from an
    offset before the end of its span on. `unknown` are names that no rule or family has,
    and a verb that is none; `near` is what may have been meant by the first of them. `slip` is what stands in place of "careerlint:" where
    that makes it no remark. `pictures` are those that it is about where one of them has a finding; else it covers its span.
    """

    line: int
    verb: Verb
    names: tuple[str, ...]
    reason: str
    span: Span
    unknown: tuple[str, ...] = ()
    ended: tuple[tuple[str, int], ...] = ()
    pictures: tuple[SourceRange, ...] = ()
    near: str = ""
    slip: str = ""

    @property
    def written(self) -> tuple[str, ...]:
        """The names as rules and families write them: codes in capitals."""
        return tuple(name.upper() if name.isalnum() else name for name in self.names)
