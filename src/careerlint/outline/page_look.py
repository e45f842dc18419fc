"""The look of a page: which rows and blocks head what follows though nothing marks them as headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from careerlint.dates import has_date_range, is_period
from careerlint.expression import Expression
from careerlint.model.document import Block, Document
from careerlint.model.outline import SectionKind
from careerlint.model.span import Span
from careerlint.outline.closing_lists import closing_lists
from careerlint.outline.joined_rows import joined_headings
from careerlint.outline.prompts import asks
from careerlint.outline.repeated_titles import answer_rows, numbered_works, repeated_titles
from careerlint.outline.sentences import ends_sentence
from careerlint.outline.vocabulary import HeadingVocabulary

"""How the name of an employer ends, which is no end of a sentence."""
_LONGEST_HEADING = 60
_LONGEST_HEADING_ROW, _LONGEST_CAPITALS = 30, 45
_ENOUGH_HEADINGS = 3
_LONGEST_NAME = 70
_LARGER = 1.12
_NARROW_GAP = 0.12
"""A bold word as close as this to the line above is the wrapped end of that line, where headings stand apart."""
_SEVERAL = 2
_TITLE_ROWS = 3
LONGEST_DATED_ROW, _LONGEST_DATED_NAME = 160, 110
_LIVED: frozenset[SectionKind] = frozenset(("experience", "projects", "education"))
_OF_A_LIFE = _LIVED | frozenset(("summary", "skills", "awards", "certificates", "activities", "publications", "languages", "training"))
_SORT_OF_WORK = Expression(
    r"(?:팀|개인|조별|토이|사이드|미니|졸업|최종|실전|사내|단독|1인|공동)\s?(?:프로젝트|작업|과제)\s?(?:[(\[|/,·:-]\s?[^\n]{0,24})?|(?:team|group|personal|solo|individual|side|toy|final|capstone|class|course|joint|pair)\s(?:project|work)\s?(?:[(\[|/,·:-]\s?[^\n]{0,24})?", re.IGNORECASE
)
_CONTACT = Expression(r"@|https?:|www\.|\d{3,4}[- ]\d{4}")


@dataclass(frozen=True, slots=True)
class PageLook:
    """What every line is judged against: `body` is the commonest size, `known` whether real headings announce
    sections, `prompts` whether a form asks questions."""

    document: Document
    vocabulary: HeadingVocabulary
    body: float | None
    known: bool
    prompts: bool
    titles: frozenset[int]
    """Where blocks begin that head what follows only by a form that is repeated."""
    strong: Mapping[int, int]
    """Where bold stretches end, by where they begin."""
    rows: bool
    """Whether rows above the words they announce are the only headings of the sections."""
    works: frozenset[int]
    """Where rows begin that number works of a page without headings."""
    answers: frozenset[int]
    """Where blocks begin whose first row heads the answer below it."""
    closing: frozenset[int]
    """Where lines begin that head lists behind the last job."""
    joined: Mapping[int, int]
    """Where headings end that share their row with the first title below them, by where their blocks begin."""


def look_at(document: Document, vocabulary: HeadingVocabulary) -> PageLook:
    """The look of a document, found once for all its lines."""
    strong = {mark.span.start: mark.span.end for mark in document.marks if mark.kind == "strong"}
    return PageLook(
        document, vocabulary, _body_size(document), _has_known_headings(document, vocabulary), asks(document), repeated_titles(document), strong,
        _announces_in_rows(document, vocabulary), numbered_works(document), answer_rows(document, vocabulary), closing_lists(document, vocabulary), joined_headings(document, vocabulary),
    )


def _announces_in_rows(document: Document, vocabulary: HeadingVocabulary) -> bool:
    """Whether several first rows of paragraphs, in capitals or of a life, are the only headings of a text: "EXPERIENCE" or "학력" right above what was done."""
    if any(block.kind == "heading" and vocabulary.kind_of(document.words(block.span)) is not None for block in document.walk()):
        return False
    paragraphs = (document.words(block.span).split("\n") for block in document.blocks if block.kind == "paragraph")
    rows = [(rows[0].strip(), len(rows) > 1) for rows in paragraphs if len(rows[0].strip()) <= _LONGEST_HEADING_ROW and not rows[0].rstrip().endswith((".", ","))]
    known = [(row, above, kind) for row, above in rows if (kind := vocabulary.kind_of(row)) is not None]
    capitals = {row for row, _, _ in known if row.isupper()}
    of_a_life = {kind for _, above, kind in known if above and kind in _OF_A_LIFE}
    lived = of_a_life & _LIVED
    return len(capitals) >= _SEVERAL or len(lived) >= _SEVERAL or (bool(lived) and len(of_a_life) > _SEVERAL)


def _has_known_headings(document: Document, vocabulary: HeadingVocabulary) -> bool:
    """Whether real headings announce sections, so that a plain line with such a word is no heading."""
    headings = (block for block in document.walk() if block.kind == "heading")
    return sum(vocabulary.kind_of(document.words(block.span)) is not None for block in headings) >= _ENOUGH_HEADINGS


def _body_size(document: Document) -> float | None:
    sizes: Counter[float] = Counter()
    for block in document.walk():
        if block.size is not None and not block.children:
            sizes[round(block.size, 1)] += len(block.span)
    return sizes.most_common(1)[0][0] if sizes else None


def looks_like_heading(look: PageLook, block: Block, above: Block | None, below: tuple[Block, ...]) -> bool:
    """Whether a block heads what follows by its words, weight or size; `above` and `below` are what stands right above and below it."""
    text = look.document.words(block.span).strip()
    if above is not None and above.kind == "heading" and above.level and has_date_range(look.document.words(above.span)) and look.vocabulary.kind_of(text) == "experience":
        return False  # "인턴" below the name of an employer with its period says what somebody was there
    if above is not None and above.kind == "heading" and _names_sort(text, above) and look.vocabulary.kind_of(look.document.words(above.span)) is None:
        return False
    if block.bold and not has_date_range(text) and _LONGEST_HEADING < len(text) <= _LONGEST_DATED_NAME and "\n" not in text and not ends_sentence(text):
        # The long name of an employer stands above its period.
        return any(is_period(look.document.words(other.span).strip()) for other in below)
    if block.bold and text.count("\n") < _TITLE_ROWS and len(text) <= LONGEST_DATED_ROW and has_date_range(text) and not ends_sentence(text):
        return True
    if not text or "\n" in text or len(text) > _LONGEST_HEADING:
        return False
    body, size = look.body, block.size
    plain_size = body is None or size is None or size <= body * 1.05
    plain = not block.bold and plain_size
    small = body is not None and size is not None and size < body * 0.95 and not block.bold
    if look.vocabulary.kind_of(text) is not None and len(text) <= _LONGEST_HEADING_ROW and not text.endswith(("다.", "요.", ",")):
        wrapped = plain_size and block.gap is not None and block.gap < _NARROW_GAP
        return not small and not (look.known and (plain or wrapped))
    if ends_sentence(text) and not text.isupper():
        return False
    larger = body is not None and size is not None and size >= body * _LARGER
    named = above is None and (look.vocabulary.title_kind(text) is not None or (look.document.plain and _is_name(text)))
    return block.bold or larger or named


def _names_sort(text: str, above: Block) -> bool:
    """Whether a line right below the heading of a work says of what sort it is: "팀 프로젝트 (5명)"; below the title of a page it heads works."""
    sort = _SORT_OF_WORK.fullmatch(text)
    return sort is not None and (above.level > 1 or (above.level == 1 and any(map(str.isdigit, text))))


def _is_name(text: str) -> bool:
    """Whether the first line of a plain text is its title, and neither an address nor a greeting."""
    return len(text) <= _LONGEST_NAME and not text.endswith((",", ":", ";")) and not _CONTACT.search(text) and text[0].isalnum()


def names_document(look: PageLook, block: Block, row: str) -> bool:
    """Whether the first row of a page without headings is its title, with more of its words right below: "Portfolio of three years"."""
    first = bool(look.works) and block.span.start == look.document.blocks[0].span.start
    return first and len(row) <= _LONGEST_HEADING and not ends_sentence(row) and look.vocabulary.title_kind(row) is not None


def starts_bold(look: PageLook, offset: int, row: str) -> bool:
    """Whether the row at an offset begins with a bold word."""
    return offset + len(row) - len(row.lstrip()) in look.strong


def is_strong(look: PageLook, row: Span) -> bool:
    """Whether a row is bold as a whole."""
    words = look.document.words(row)
    start = row.start + len(words) - len(words.lstrip())
    return look.strong.get(start, 0) >= row.start + len(words.rstrip()) > start


def is_heading_row(look: PageLook, row: str) -> bool:
    """Whether a short row has the words of a known heading and no more."""
    return 0 < len(row.strip()) <= (_LONGEST_CAPITALS if row.isupper() else _LONGEST_HEADING_ROW) and not row.rstrip().endswith((".", ",")) and look.vocabulary.kind_of(row) is not None
