"""Lines: a document's blocks as one flat sequence in reading order, headings recognised also by their look."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from careerlint.dates import begins_open, has_date_range, is_period
from careerlint.expression import Expression
from careerlint.model.document import Block, Document
from careerlint.model.outline import SectionKind
from careerlint.model.span import Span
from careerlint.outline.repeated_titles import COUNTED_QUESTION, QUOTED, answer_rows, numbered_works, repeated_titles
from careerlint.outline.unsaid import is_loop, is_of_a_letter, says_nothing
from careerlint.outline.vocabulary import HeadingVocabulary, title_kind

LineKind = Literal["heading", "text", "item", "table", "silent"]
_SENTENCE = Expression(r"(?:[다요음함됨임]\s*[.!?]?|[.!?])\s*$")
_COMPANY_END = Expression(r"\b(?:Inc|Co|Corp|Ltd|LLC|GmbH|Intl)\.$")
"""How the name of an employer ends, which is no end of a sentence."""
_LONGEST_HEADING = 60
_LONGEST_HEADING_ROW, _LONGEST_CAPITALS = 30, 45
_ENOUGH_HEADINGS = 3
_LONGEST_PROMPT = 400
_LISTED_IN_HEADING = Expression(r"([^:：,\n]{3,40})[:：][ \t]*(\S[^\n]*[,·|/][^\n]*\S)")
_LONGEST_NAME = 70
_LARGER = 1.12
_NARROW_GAP = 0.12
"""A bold word as close as this to the line above is the wrapped end of that line, where headings stand apart."""
_SEVERAL = 2
_TITLE_ROWS = 3
_LONGEST_DATED_ROW, _LONGEST_DATED_NAME = 160, 110
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
_ANSWER_LEVEL = 2
_NUMBERED = Expression(r"\(?\d{1,2}[.)]")
_HASHED = Expression(r"#{1,6}\s?[^#\s]")
"""A row that was meant for a heading, right below a drawn line of HTML: "###성장과정"."""
_LIVED: frozenset[SectionKind] = frozenset(("experience", "projects", "education"))
_CONTACT = Expression(r"@|https?:|www\.|\d{3,4}[- ]\d{4}")


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One leaf of the document: `depth` is that of a bullet, `level` that of a heading (1 is the highest).

    `table` is the table block of a `table` line, whose rows are read later. `look` says that only the look made it a heading,
    `prompt` that it is a form's question.
    """

    kind: LineKind
    block: Block
    span: Span
    level: int = 0
    depth: int = 0
    look: bool = False
    table: Block | None = None
    prompt: bool = False


@dataclass(frozen=True, slots=True)
class _Reading:
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


def read_lines(document: Document, vocabulary: HeadingVocabulary) -> tuple[OutlineLine, ...]:
    """All lines in reading order; headings by look have level 0, but for the rows that head answers."""
    strong = {mark.span.start: mark.span.end for mark in document.marks if mark.kind == "strong"}
    reading = _Reading(
        document, vocabulary, _body_size(document), _has_known_headings(document, vocabulary), _asks(document), repeated_titles(document), strong,
        _announces_in_rows(document, vocabulary), numbered_works(document), answer_rows(document, vocabulary),
    )
    return tuple(_lines(reading, document.blocks, 0))


def _question_row(document: Document, block: Block) -> Span | None:
    """The first row of a numbered item, where it is a form's question and its answer begins in the row below it."""
    row = document.words(block.span).split("\n", 1)[0]
    span = Span(block.span.start, block.span.start + len(row))
    answered = span.end < block.span.end and _NUMBERED.match(block.marker) is not None
    return span if block.kind == "item" and answered and is_prompt(document, block, span) else None


def _announces_in_rows(document: Document, vocabulary: HeadingVocabulary) -> bool:
    """Whether several first rows of paragraphs, in capitals or of a life, are the only headings of a text: "EXPERIENCE" or "학력" right above what was done."""
    if any(block.kind == "heading" and vocabulary.kind_of(document.words(block.span)) is not None for block in document.walk()):
        return False
    paragraphs = (document.words(block.span).split("\n") for block in document.blocks if block.kind == "paragraph")
    rows = [(rows[0].strip(), len(rows) > 1) for rows in paragraphs if len(rows[0].strip()) <= _LONGEST_HEADING_ROW and not rows[0].rstrip().endswith((".", ","))]
    known = [(row, above, kind) for row, above in rows if (kind := vocabulary.kind_of(row)) is not None]
    capitals = {row for row, _, _ in known if row.isupper()}
    lived = {kind for _, above, kind in known if above and kind in _LIVED}
    return len(capitals) >= _SEVERAL or len(lived) >= _SEVERAL


def _asks(document: Document) -> bool:
    """Whether a form asks: several questions, one with a limit of letters, or one that is the only heading."""
    blocks = [block for block in document.walk() if block.kind in ("paragraph", "heading") or (block.kind == "item" and not block.children)]
    asked = [block for block in blocks if is_prompt(document, block, block.span)]
    if sum(_question_row(document, item) is not None for block in document.blocks for item in block.children) >= _ENOUGH_PROMPTS:
        return True
    if len(asked) >= _ENOUGH_PROMPTS or any(block in document.blocks and _LIMIT.search(document.words(block.span).strip()) for block in asked):
        return True
    headings = [block for block in blocks if block.kind == "heading"]
    return len(headings) == 1 and headings == asked


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


def _lines(reading: _Reading, blocks: tuple[Block, ...], depth: int) -> Iterator[OutlineLine]:
    under_heading = asked_above = False
    for position, block in enumerate(blocks):
        below_question, asked_above = asked_above, False
        if depth == 0 and block.span.start in reading.titles:
            yield from _titled(reading, block)
            under_heading = asked_above = block.kind == "paragraph"
            continue
        if block.kind in ("paragraph", "item") and block.span.start in reading.answers:
            yield from _answer(reading.document, block)
            continue
        if below_question and block.kind == "paragraph" and QUOTED.fullmatch(reading.document.words(block.span)):
            yield OutlineLine("silent", block, block.span)
            continue
        if block.kind == "heading" and block.level == 0 and is_of_a_letter(reading.document, block, blocks[position - 1] if position else None):
            yield OutlineLine("text", block, block.span)
            continue
        if block.kind == "heading":
            yield from _heading(reading, block)
        elif block.kind == "table":
            yield OutlineLine("table", block, block.span, table=block)
        elif block.kind in ("code", "caption", "header", "footer") or (block.kind == "paragraph" and not block.bold and says_nothing(reading.document.words(block.span).strip())):
            yield OutlineLine("silent", block, block.span)
        elif depth == 0 and position + 1 < len(blocks) and (question := _question_above(reading.document, block, blocks[position + 1])) is not None:
            yield OutlineLine("heading", question, _own_span(question), look=True)
            under_heading = True
            continue
        elif block.kind == "list":
            yield from _lines(reading, block.children, depth + 1)
        elif block.kind == "item":
            own = _own_span(block)
            if depth <= 1 and reading.prompts and is_prompt(reading.document, block, own):
                yield OutlineLine("heading", block, own, look=True, prompt=True)
            elif depth <= 1 and reading.prompts and (asked_row := _question_row(reading.document, block)) is not None:
                yield OutlineLine("heading", block, asked_row, look=True, prompt=True)
                if asked_row.end + 1 < own.end:
                    yield OutlineLine("text", block, Span(asked_row.end + 1, own.end))
            elif len(own) and is_loop(reading.document.words(own)):
                yield OutlineLine("silent", block, own)
            elif len(own):
                yield OutlineLine("item", block, own, depth=max(depth, block.level, 1))
            later = tuple(child for child in block.children if child.kind != "paragraph" or child.span.start > own.end)
            yield from _lines(reading, later, depth)
        elif block.kind in ("quote", "cell", "row") or block.children:
            yield from _lines(reading, block.children, depth)
        elif depth == 0 and (_looks_like_heading(reading, block, position == 0, blocks[position + 1 : position + 2]) or (reading.prompts and not under_heading and is_prompt(reading.document, block, block.span))):
            asked = reading.prompts and is_prompt(reading.document, block, block.span)
            yield OutlineLine("heading", block, block.span, look=True, prompt=asked)
            under_heading = True
            continue
        elif depth:
            yield OutlineLine("item", block, block.span, depth=depth)
        else:
            yield from _rows(reading, block)
        under_heading = block.kind == "heading"


def _question_above(document: Document, block: Block, below: Block) -> Block | None:
    """The only item of a numbered list, where it asks what the list of another sort right below it answers: "1. What went well?" above "- The lights"."""
    if block.kind != "list" or below.kind != "list" or len(block.children) != 1:
        return None
    (item,) = block.children
    words = document.words(item.span).strip()
    answered = bool(below.children) and not _NUMBERED.match(below.children[0].marker)
    asks = _NUMBERED.match(item.marker) and words.endswith(("?", "？")) and "\n" not in words and len(words) <= _LONGEST_HEADING
    return item if answered and asks else None


def _heading(reading: _Reading, block: Block) -> Iterator[OutlineLine]:
    """A heading; one that lists skills behind its words ("#### Technical Skills: Python, R") is a heading and the line below it."""
    words = reading.document.words(block.span)
    if not any(map(str.isprintable, words.strip())):
        # Hashes without words, drawn as a line.
        yield OutlineLine("silent", block, block.span)
        return
    listed = _LISTED_IN_HEADING.fullmatch(words)
    if listed is not None and reading.vocabulary.kind_of(listed[1]) == "skills":
        start = block.span.start
        yield OutlineLine("heading", block, Span(start, start + listed.end(1)), level=block.level, look=block.level == 0)
        yield OutlineLine("text", block, Span(start + listed.start(2), start + listed.end(2)))
        return
    asked = reading.prompts and is_prompt(reading.document, block, block.span)
    yield OutlineLine("heading", block, block.span, level=block.level, look=block.level == 0, prompt=asked)


def _titled(reading: _Reading, block: Block) -> Iterator[OutlineLine]:
    """A block that heads what follows; of a quote only the first row, for an answer may follow it without an empty line."""
    words = reading.document.words(block.span)
    end = block.span.start + len(words.split("\n", 1)[0])
    if block.kind == "paragraph":
        yield OutlineLine("heading", block, Span(block.span.start, end), look=True, prompt=COUNTED_QUESTION.match(words) is not None)
        if end < block.span.end:
            yield OutlineLine("silent", block, Span(end + 1, block.span.end))
        return
    yield OutlineLine("heading", block, Span(block.span.start, end), look=True)
    for child in block.children:
        if child.kind == "paragraph" and child.span.start <= end < child.span.end:
            yield OutlineLine("text", child, Span(end + 1, child.span.end))
        elif child.span.start > end:
            yield from _lines(reading, (child,), 0)


def _answer(document: Document, block: Block) -> Iterator[OutlineLine]:
    """A paragraph whose first row heads the rest of it."""
    end = block.span.start + len(document.words(block.span).split("\n", 1)[0])
    yield OutlineLine("heading", block, Span(block.span.start, end), level=_ANSWER_LEVEL, look=True)
    if end < block.span.end:
        yield OutlineLine("text", block, Span(end + 1, block.span.end))


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
    return (limited and (_REQUEST.search(words) is not None or (len(words) < 60 and _BARE_LIMIT.search(words) is not None))) or (
        _REQUEST.search(words) is not None and _ASKED.search(words) is not None
    )


def _rows(reading: _Reading, block: Block) -> Iterator[OutlineLine]:
    """A paragraph as one line, cut before every short row with a period of its own (a list of schools or jobs).

    In plain text a row that is a heading word ("경력" right above the first company) is a heading, but no row of a typed table ("언어 | Python");
    in other texts a row is that is bold as a whole, with rows below it ("**목적**").
    """
    document = reading.document
    start = offset = block.span.start
    rows = document.words(block.span).split("\n")
    tabular = sum(" | " in row for row in rows) > 1
    # Below a bold name with its period, rows with more of its years add to it: a minor, honours.
    begins_bold = _starts_bold(reading, start, rows[0]) and has_date_range(rows[0])
    for position, row in enumerate(rows):
        set_apart = document.plain or _HASHED.match(row) is not None or (reading.rows and (row.isupper() or position == 0)) or (position + 1 < len(rows) and _is_strong(reading, Span(offset, offset + len(row))))
        announced = set_apart and len(rows) > 1 and _is_heading_row(reading, row) and not (tabular and " | " in row)
        if announced or offset in reading.works or (position == 0 and _names_document(reading, block, row)):
            if offset > start:
                yield OutlineLine("text", block, Span(start, offset - 1))
            marks = _HASHED.match(row)
            yield OutlineLine("heading", block, Span(offset + (marks.end() - 1 if marks else 0), offset + len(row)), look=True)
            start = offset + len(row) + 1
        elif position and begins_bold and not _starts_bold(reading, offset, row):
            pass
        elif position and offset > start and len(row) <= _LONGEST_DATED_ROW and (has_date_range(row) or (begins_open(row) and has_date_range(rows[position - 1]))):
            yield OutlineLine("text", block, Span(start, offset - 1))
            start = offset
        offset += len(row) + 1
    if start < block.span.end:
        yield OutlineLine("text", block, Span(start, block.span.end))


def _names_document(reading: _Reading, block: Block, row: str) -> bool:
    """Whether the first row of a page without headings is its title, with more of its words right below: "Portfolio of three years"."""
    first = bool(reading.works) and block.span.start == reading.document.blocks[0].span.start
    return first and len(row) <= _LONGEST_HEADING and not _SENTENCE.search(row) and title_kind(row) is not None


def _starts_bold(reading: _Reading, offset: int, row: str) -> bool:
    return offset + len(row) - len(row.lstrip()) in reading.strong


def _is_strong(reading: _Reading, row: Span) -> bool:
    words = reading.document.words(row)
    start = row.start + len(words) - len(words.lstrip())
    return reading.strong.get(start, 0) >= row.start + len(words.rstrip()) > start


def _is_heading_row(reading: _Reading, row: str) -> bool:
    return 0 < len(row.strip()) <= (_LONGEST_CAPITALS if row.isupper() else _LONGEST_HEADING_ROW) and not row.rstrip().endswith((".", ",")) and reading.vocabulary.kind_of(row) is not None


def _own_span(item: Block) -> Span:
    """The text of an item without its sub-lists and later paragraphs."""
    if not item.children:
        return item.span
    first = item.children[0]
    if first.kind == "paragraph":
        return first.span
    return Span(item.span.start, max(item.span.start, first.span.start))


def _looks_like_heading(reading: _Reading, block: Block, first: bool, below: tuple[Block, ...]) -> bool:
    text = reading.document.words(block.span).strip()
    if block.bold and not has_date_range(text) and _LONGEST_HEADING < len(text) <= _LONGEST_DATED_NAME and "\n" not in text and not _SENTENCE.search(text):
        # The long name of an employer stands above its period.
        return any(is_period(reading.document.words(other.span).strip()) for other in below)
    if block.bold and text.count("\n") < _TITLE_ROWS and len(text) <= _LONGEST_DATED_ROW and has_date_range(text) and not _SENTENCE.search(text):
        return True
    if not text or "\n" in text or len(text) > _LONGEST_HEADING:
        return False
    body, size = reading.body, block.size
    plain_size = body is None or size is None or size <= body * 1.05
    plain = not block.bold and plain_size
    small = body is not None and size is not None and size < body * 0.95 and not block.bold
    if reading.vocabulary.kind_of(text) is not None and len(text) <= _LONGEST_HEADING_ROW and not text.endswith(("다.", "요.", ",")):
        wrapped = plain_size and block.gap is not None and block.gap < _NARROW_GAP
        return not small and not (reading.known and (plain or wrapped))
    if _SENTENCE.search(text) and not text.isupper() and not (block.bold and _COMPANY_END.search(text)):
        return False
    larger = body is not None and size is not None and size >= body * _LARGER
    named = first and (title_kind(text) is not None or (reading.document.plain and _is_name(text)))
    return block.bold or larger or named


def _is_name(text: str) -> bool:
    """Whether the first line of a plain text is its title, and neither an address nor a greeting."""
    return len(text) <= _LONGEST_NAME and not text.endswith((",", ":", ";")) and not _CONTACT.search(text) and text[0].isalnum()
