"""FMT001: pages that are one picture among pages with text; a document without any text is never linted."""

from __future__ import annotations

from collections.abc import Iterator

from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule

_MOST_SHOWN = 5


def find_picture_pages(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One note for all pages that nothing can be read from, but for a cover."""
    pages = tuple(page for page in evidence.document.picture_pages if page > 1)
    if pages:
        shown = ", ".join(map(str, pages[:_MOST_SHOWN])) + (" ..." if len(pages) > _MOST_SHOWN else "")
        title = evidence.title()
        yield Hit(title, level="note", values={"match": evidence.document.words(title), "pages": shown})
