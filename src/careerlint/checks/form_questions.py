"""Form questions: what a form or an employer asks and how long the answer may be, which whoever fills it in did not write and cannot delete."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careerlint.checks.places import blocks_around
from careerlint.expression import Expression
from careerlint.model.document import Document
from careerlint.model.span import Span

_LIMIT = Expression(r"\d[\d,]*\s?(?:자|글자|byte|bytes|바이트|words?|characters?)(?![가-힣]*소서)", re.IGNORECASE)
_REQUEST = Expression(r"(?:시오|십시오|세요|주세요|바랍니다|주시기 바람)\s?[.!]?\s*(?:[(\[][^()\[\]\n]{0,40}[)\]]\s*){0,2}$")
_COUNTED = Expression(r"\s*[\[(<]?(?:질문|문항|Q)?\s?\d{1,2}\s?[\])>]?\s?[.):\]]\s?\S|\s*[①-⑳]")
"""How a question begins that is one of several."""
_AMENDS = Expression(r"(?:수정|고쳐|바꿔|변경|교체|다듬|삭제|지우)[가-힣 ]{0,12}(?:시오|십시오|세요|바랍니다)")
"""A form asks to write, never to mend what is written."""
_CLOSERS = ")）]】〕}」』”’\"' "
_LONGEST = 400
_SEVERAL = 2
_FEWEST = 2


def asks(words: str) -> bool:
    """Whether words end in a request, whatever brackets and quotation marks close behind it."""
    return _REQUEST.search(words) is not None or _REQUEST.search(words.rstrip(_CLOSERS)) is not None


def asks_to_write(words: str) -> bool:
    """Whether words ask for something to be written, as the question of a form does."""
    return asks(words) and _AMENDS.search(words) is None


def is_of_form(document: Document, span: Span, asked: Sequence[Span]) -> bool:
    """Whether a request or limit is a form's own: in a question that heads an answer (`asked`), right below it, or in a block that is nothing but one.

    A request alone may be a template's ("본인의 역할을 작성해 주세요"): a form counts its questions, says how long the answers may be, or asks several.
    """
    words = document.words(span)
    limited = _LIMIT.search(words) is not None
    if not limited and not asks(words):
        return False
    if any(title.contains(span) and (not limited or _says_more(document, title, words)) for title in asked):
        return True
    if limited and any(title.end <= span.start and not document.text[title.end : span.start].strip() for title in asked):
        return True
    *_, block = (None, *blocks_around(document, span))
    question = f"{block.marker} {document.words(block.span).strip()}".strip() if block is not None else ""
    if not 0 < len(question) <= _LONGEST or not asks_to_write(question):
        return False
    return _LIMIT.search(question) is not None or (len(asked) >= _SEVERAL and _COUNTED.match(question) is not None)


def _says_more(document: Document, title: Span, limit: str) -> bool:
    """Whether a question has words beside its limit: a chatbot says how long an answer is that it wrote, and asks nothing."""
    return sum(map(str.isalpha, document.words(title))) - sum(map(str.isalpha, limit)) >= _FEWEST
