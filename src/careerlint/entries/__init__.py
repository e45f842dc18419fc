"""Entries: which of them tell of work, which only look back on it, and which are of an earlier trade."""

from careerlint.entries.reading import read_stories

__all__ = ["read_stories"]
