"""Named technologies: finds in a text the skills that the vocabulary knows, in any of their spellings."""

from careerlint.terms.finding import TermFinder

__all__ = ["TermFinder"]
