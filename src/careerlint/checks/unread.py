"""FMT001: what stands in the file and nobody can read: pages that are one picture, and all behind a comment that is never closed.

A document without any text is never linted.
"""

from __future__ import annotations

from collections.abc import Iterator

from careerlint.model.evidence import Evidence, Hit
from careerlint.model.place import SourceRange
from careerlint.model.rule import Rule

_MOST_SHOWN = 5
_FEWEST_LETTERS = 20


def find_unread(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One note for all pages that nothing can be read from, but for a cover, and one error for the rest of a page that a comment hides."""
    title = evidence.title()
    pages = tuple(page for page in evidence.document.picture_pages if page > 1)
    if pages:
        shown = ", ".join(map(str, pages[:_MOST_SHOWN])) + (" ..." if len(pages) > _MOST_SHOWN else "")
        yield Hit(title, level="note", values={"match": evidence.document.words(title), "pages": shown}, variant="pictures")
    if line := _open_comment(evidence):
        last = evidence.outline.statements[-1].span if evidence.outline.statements else title
        yield Hit(last, level="error", values={"match": evidence.document.words(last), "line": str(line)}, variant="open-comment")


def _open_comment(evidence: Evidence) -> int:
    """The line of a comment that hides words and does not end, 0 without one: sites that show Markdown keep it open to the end of the page."""
    document = evidence.document
    for origin, words in document.comments:
        if isinstance(origin, SourceRange) and sum(map(str.isalnum, words)) >= _FEWEST_LETTERS:
            comment = document.source[origin.start : origin.end]
            if comment.startswith("<!--") and not comment.rstrip().endswith("-->"):
                return document.source.count("\n", 0, origin.start) + 1
    return 0
