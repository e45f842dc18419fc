"""FMT005: badges whose words were never filled in; a reader sees them, and the text of the document does not hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from careerlint.checks.places import quoted_address, shown_at, statement_at
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit

_BADGE = Expression(r"https?://(?:img\.)?shields\.io/(?:badge/|static/v1\?)(?P<words>[^\s#]+)|https?://badgen\.net/badge/(?P<others>[^\s#?]+)", re.IGNORECASE)
_LOOK = Expression(r"[?&](?:style|logo|logoColor|color|labelColor|link|logoWidth|cacheSeconds)=[^&]*", re.IGNORECASE)
"""How a badge looks, which nobody reads in it."""
_OPEN = Expression(
    r"[\w.+-]*@(?:example\.(?:com|org|net)|(?:email|domain|yourdomain|mail)\.com)(?![\w.])"
    r"|(?<![A-Za-z])your[ ._-]?(?:own[ ._-]?)?(?:e?-?mail|(?:user|first|last|full)?[ ._-]?name|github|gitlab|linkedin|blog|velog|tistory|notion|site|website|domain|portfolio|phone|id|handle|link|url|repo|project|company|team|title)(?![a-z])"
    r"|(?<![A-Za-z])(?:xxxx+|lorem ipsum|placeholder)(?![A-Za-z])",
    re.IGNORECASE,
)
"""What a template writes where a name or an address belongs."""


def find_unfilled_badges(evidence: Evidence) -> Iterator[Hit]:
    """A hit for each badge that still shows the words of its template, once for each address, told at the words beside it."""
    told: set[str] = set()
    for mark in evidence.document.marks:
        if mark.kind != "image" or mark.target in told or (words := _words_left_open(mark.target)) is None:
            continue
        told.add(mark.target)
        span = shown_at(evidence.document, mark)
        if not len(span):
            continue
        statement = statement_at(evidence, span)
        source, quoted = quoted_address(evidence.document, mark)
        yield Hit(span, statement, evidence.entry_of(statement), None, {"match": words}, about=mark.target, source=source, quoted=quoted)


def _words_left_open(target: str) -> str | None:
    """The words of a template in what a badge shows; None where it is no badge or was filled in."""
    badge = _BADGE.match(target)
    if badge is None:
        return None
    found = _OPEN.search(_LOOK.sub("", unquote(badge["words"] or badge["others"])).replace("--", "-").replace("__", " "))
    return found[0] if found else None
