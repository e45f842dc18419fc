"""Prompts: what a form asks of whoever writes, as whole lines, items of a numbered list or their first rows."""

from __future__ import annotations

import re

from careerlint.expression import Expression
from careerlint.model.document import Block, Document
from careerlint.model.span import Span

_LONGEST_PROMPT = 400
# A limit without a question: nothing stands behind it but how letters are counted ("17,000자 삭제" is none).
_BARE_LIMIT = Expression(r"\d[\d,]*\s?(?:자|byte)\s?(?:이내|내외|이하|이상|까지|제한|내로|미만|~)?\W{0,3}(?:(?:공백|띄어쓰기|최대|최소|한글|자유|서술|작성|제한|입력|필수|선택)[^)\n]{0,16})?[)\]]?\s*$", re.IGNORECASE)
_LIMIT = Expression(r"\d[\d,]*\s?(?:자|byte|words?|characters?)\s?(?:이내|내외|이하|이상|~)?\s?[^)\n]{0,20}\)?\s*$", re.IGNORECASE)
_REQUEST = Expression(r"(?:시오|십시오|하세요|주세요|쓰세요|주시기|바랍니다|인가요|습니까|입니까|나요|무엇인지|까)\s?(?:바랍니다)?\s*(?:[.?]\s*)?(?:[(\[][^)\]]*[)\]]\s*)?$")
_ASKED = Expression(r"^\s*[\[(]?(?:질문|문항|Q)\s?\d*\s?[\]).:]|^\s*\d{1,2}\s?[.)]\s|지원|본인|자신|귀하|경험|직무|역량|포부")
_ENGLISH_REQUEST = Expression(r"^\W*(?:Q?\d{1,2}\s?[.):]\s*)?(?:why|what|how|where|which|describe|tell|explain|introduce|give|share|discuss)\b.*\b(?:you|your|yourself|us|our company)\b", re.IGNORECASE)
_INTERVIEW = Expression(
    r"\bwhy (?:do|are|did|should) (?:you|we)\b.*\b(?:want|interested|apply(?:ing)?|hire|join|choose)\b|\b(?:tell us|describe|share|give).*\b(?:time|yourself|example|situation)\b|"
    r"\byour (?:greatest|biggest|main|own)?\s?(?:strengths?|weakness(?:es)?|failure|achievement)\b|\byou are (?:most )?proud\b|\btell (?:us|me) about\b|\bsee yourself\b|\byour first year\b|\b(?:tell|about|introduce) yourself\b|\babout an? .* you (?:are|overcame|faced|took|had)\b", re.IGNORECASE,
)
_ABOUT_WRITER = Expression(r"^\W*(?:\d{1,2}\s?[.)]\s*)?(?:본인|자신|귀하|지원자)(?:의|이|가|께서)\s[^.]{3,60}$")
_ENOUGH_PROMPTS = 2
_NUMBERED = Expression(r"\(?\d{1,2}[.)]")
_LONGEST_QUESTION = 60


def asks(document: Document) -> bool:
    """Whether a form asks: several questions, one with a limit of letters, or one that is the only heading."""
    blocks = [block for block in document.walk() if block.kind in ("paragraph", "heading") or (block.kind == "item" and not block.children)]
    asked = [block for block in blocks if is_prompt(document, block, block.span)]
    if sum(question_row(document, item) is not None for block in document.blocks for item in block.children) >= _ENOUGH_PROMPTS:
        return True
    if len(asked) >= _ENOUGH_PROMPTS or any(block in document.blocks and _LIMIT.search(document.words(block.span).strip()) for block in asked):
        return True
    headings = [block for block in blocks if block.kind == "heading"]
    return len(headings) == 1 and headings == asked


def is_prompt(document: Document, block: Block, span: Span) -> bool:
    """Whether these words of a block are a form's question: "지원 동기를 기술하시오. (1,000자 이내)"."""
    words = f"{block.marker} {document.words(span).strip()}".strip()
    if not 0 < len(words) <= _LONGEST_PROMPT:
        return False
    limited = _LIMIT.search(words) is not None
    if _ENGLISH_REQUEST.search(words) and (limited or _INTERVIEW.search(words)):
        return True
    if _ABOUT_WRITER.match(words):
        return True
    if "자" not in words and not _REQUEST.search(words):
        return False
    return (limited and (_REQUEST.search(words) is not None or (len(words) < _LONGEST_QUESTION and _BARE_LIMIT.search(words) is not None))) or (
        _REQUEST.search(words) is not None and _ASKED.search(words) is not None
    )


def question_row(document: Document, block: Block) -> Span | None:
    """The first row of a numbered item, where it is a form's question and its answer begins in the row below it."""
    span = document.first_row(block.span)
    answered = span.end < block.span.end and _NUMBERED.match(block.marker) is not None
    return span if block.kind == "item" and answered and is_prompt(document, block, span) else None


def question_above(document: Document, block: Block, below: Block) -> Block | None:
    """The only item of a numbered list, where it asks what the list of another sort right below it answers: "1. What went well?" above "- The lights"."""
    if block.kind != "list" or below.kind != "list" or len(block.children) != 1:
        return None
    (item,) = block.children
    words = document.words(item.span).strip()
    answered = bool(below.children) and not _NUMBERED.match(below.children[0].marker)
    asking = _NUMBERED.match(item.marker) and words.endswith(("?", "？")) and "\n" not in words and len(words) <= _LONGEST_QUESTION
    return item if answered and asking else None
