"""Repeated titles: the rows that head what follows on a page without headings, because all of them have one form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerlint.expression import Expression
from careerlint.model.document import Block, Document
from careerlint.outline.sentences import ends_sentence
from careerlint.outline.vocabulary import HeadingVocabulary

COUNTED_QUESTION = Expression(r"^\W{0,3}(?:Q|문항|질문|question)\s?(\d{1,2})\s?[.):]\s*\S[^\n]{1,60}(?:\n|$)", re.IGNORECASE)
"""What a form asks, in a line of its own: "Q1. 성장 경험"."""
QUOTED = Expression(r"\s*[\"“”'‘「『(\[][^\n]*(?:\n[^\n]*)?[\"“”'’」』)\]]\s*")
_BRACKETED = Expression(r"\s*[\[【](?=[^\]】\n]*[^\W\d])[^\]】\n]{3,100}[\]】]\s*")
_DATED_BELOW = Expression(r"\W*(?:(?:프로젝트|진행|개발|수행|작업|참여|근무|재직)?\s?기간|일시|period|duration|dates?)\W*[:：]", re.IGNORECASE)
_LONGEST_QUOTED_TITLE = 40
_WORK_ROW = Expression(r"^\W{0,3}(?:project|프로젝트)\s?#?\d{1,2}(?:\s?[-–~&,]\s?\d{1,2})?\s?[.:)|–—-]\s?\S", re.IGNORECASE)
"""A row that numbers a work: "Project 10: tides"."""
_LONGEST_WORK_ROW = 90
_LONGEST_ANSWER_TITLE, _SHORTEST_ANSWER = 40, 80
_SEVERAL, _MOST_OTHER = 2, 6
_FEW_HEADINGS = 2
_FEWEST_ANSWERS = 3


def numbered_works(document: Document) -> frozenset[int]:
    """The rows of a page with hardly a heading that number what is told below each; where a table of contents has the same words, the last of them."""
    if sum(block.kind == "heading" for block in document.walk()) > _FEW_HEADINGS:
        return frozenset()
    found: dict[str, int] = {}
    for block, below in zip(document.blocks, (*document.blocks[1:], None), strict=False):
        if block.kind != "paragraph":
            continue
        offset = block.span.start
        rows = document.words(block.span).split("\n")
        for position, row in enumerate(rows):
            told = position + 1 < len(rows) or (below is not None and not _WORK_ROW.match(document.words(below.span)))
            if told and position < _SEVERAL and len(row) <= _LONGEST_WORK_ROW and _WORK_ROW.match(row) and not row.rstrip().endswith("."):
                found[row.strip()] = offset
            offset += len(row) + 1
    return frozenset(found.values()) if len(found) >= _SEVERAL else frozenset()


def repeated_titles(document: Document) -> frozenset[int]:
    """The blocks that head the others of a page without headings: counted questions, names in brackets above a period, names in quotes."""
    blocks = document.blocks
    if any(block.kind == "heading" for block in document.walk()):
        return frozenset()
    counted: list[int] = []
    bracketed: list[int] = []
    quoted: list[int] = []
    last = 0
    for block, below in zip(blocks, (*blocks[1:], None), strict=False):
        words = document.words(block.span)
        if block.kind == "quote":
            first = words.strip().split("\n", 1)[0].strip()
            if 1 < len(first) <= _LONGEST_QUOTED_TITLE and not ends_sentence(first) and first[0].isalnum():
                quoted.append(block.span.start)
        elif block.kind != "paragraph":
            continue
        elif (question := COUNTED_QUESTION.match(words)) and int(question[1]) > last:
            asked = words[question.end() :]
            if not asked.strip() or QUOTED.fullmatch(asked):
                counted.append(block.span.start)
                last = int(question[1])
        elif below is not None and _BRACKETED.fullmatch(words) and _DATED_BELOW.match(document.words(below.span)):
            bracketed.append(block.span.start)
    quotes = sum(block.kind == "quote" for block in blocks)
    return frozenset(start for found in (counted, bracketed, quoted if len(quoted) == quotes else []) if len(found) >= _SEVERAL for start in found)


def answer_rows(document: Document, vocabulary: HeadingVocabulary) -> frozenset[int]:
    """Where the rows begin that head the answers of a letter and no mark shows it: short rows above prose, or numbered ones."""
    return _answer_titles(document, vocabulary) | _numbered_answers(document, vocabulary)


def _answer_titles(document: Document, vocabulary: HeadingVocabulary) -> frozenset[int]:
    """The paragraphs of a letter without headings that each hold an answer below a short row ("성장과정"), where one of these rows is known from letters."""
    if any(block.kind in ("heading", "list", "table", "quote") for block in document.walk()):
        return frozenset()
    paragraphs = [block for block in document.blocks if block.kind == "paragraph"]
    found = [block for block in paragraphs if _is_titled_answer(document, block)]
    known = any(vocabulary.kind_of(_first_row(document, block)) == "letter" for block in found)
    told, letters = sum(len(block.span) for block in found), sum(len(block.span) for block in paragraphs)
    return frozenset(block.span.start for block in found) if known and len(found) >= _FEWEST_ANSWERS and _MOST_OTHER * (letters - told) <= letters else frozenset()


def _numbered_answers(document: Document, vocabulary: HeadingVocabulary) -> frozenset[int]:
    """The numbered rows that head the answers of a letter ("1. 지원동기", its text, "2. 직무 역량"), where they count up and one of them is known from letters."""
    counted: list[Block] = []
    for item, below in _items(document):
        title, _, answer = document.words(item.span).partition("\n")
        named = 1 < len(title.strip()) <= _LONGEST_ANSWER_TITLE and not ends_sentence(title)
        told = len(answer) + (len(below.span) if below is not None and below.kind == "paragraph" else 0) >= _SHORTEST_ANSWER
        if named and told and item.marker.strip("().") == str(len(counted) + 1):
            counted.append(item)
    known = any(vocabulary.kind_of(_first_row(document, item)) == "letter" for item in counted)
    return frozenset(item.span.start for item in counted) if known and len(counted) >= _SEVERAL else frozenset()


def _items(document: Document) -> Iterator[tuple[Block, Block | None]]:
    """The outermost items of all lists, each with what stands behind it outside of its list."""
    for block, below in zip(document.blocks, (*document.blocks[1:], None), strict=False):
        for item in block.children if block.kind == "list" else ():
            yield item, below if item is block.children[-1] else None


def _first_row(document: Document, block: Block) -> str:
    return document.words(document.first_row(block.span)).strip()


def _is_titled_answer(document: Document, block: Block) -> bool:
    """Whether a short row that is no sentence stands above the prose of an answer."""
    title, _, answer = document.words(block.span).partition("\n")
    named = 1 < len(title.strip()) <= _LONGEST_ANSWER_TITLE and not ends_sentence(title) and not title.rstrip().endswith((",", ":"))
    return named and len(answer) >= _SHORTEST_ANSWER and ends_sentence(answer.rstrip())
