"""The outline room: from a document's blocks to parts, sections, entries and statements."""

from careerlint.outline.outlining import outline_document
from careerlint.outline.vocabulary import HeadingVocabulary

__all__ = ["HeadingVocabulary", "outline_document"]
