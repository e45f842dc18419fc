"""Named technologies: finds in a text the skills that the vocabulary knows, in any of their spellings."""

from careerlint.terms.finding import TermFinder
from careerlint.terms.statements import mentions_of

__all__ = ["TermFinder", "mentions_of"]
