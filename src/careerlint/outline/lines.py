"""Lines: a document's blocks as one flat sequence in reading order, headings recognised also by their look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Literal

from careerlint.dates import begins_open, has_date, has_date_range, is_period
from careerlint.expression import Expression
from careerlint.model.document import Block, Document
from careerlint.model.pledges import is_pledge
from careerlint.model.span import Span
from careerlint.outline.forms import form_parts
from careerlint.outline.page_look import (
    LONGEST_DATED_ROW,
    PageLook,
    is_heading_row,
    is_strong,
    look_at,
    looks_like_heading,
    names_document,
    starts_bold,
)
from careerlint.outline.posts_and_schools import seeks_work
from careerlint.outline.prompts import is_prompt, question_above, question_row
from careerlint.outline.question_cells import pieces
from careerlint.outline.repeated_titles import COUNTED_QUESTION, QUOTED
from careerlint.outline.sentences import ends_sentence
from careerlint.outline.titled_cells import titled_cells
from careerlint.outline.unsaid import is_loop, is_of_a_letter, says_nothing, unfolds
from careerlint.outline.vocabulary import HeadingVocabulary

LineKind = Literal["heading", "text", "item", "table", "silent"]
_ADDRESS = Expression(r"\W*(?:[^:：\n]{1,24}[:：]\s*)?https?://\S+\s*")
"""A heading that is an address: "## Video Link: https://..."."""
_LISTED_IN_HEADING = Expression(r"([^:：,\n]{3,40})[:：][ \t]*(\S[^\n]*[,·|/][^\n]*\S)")
_ANSWER_LEVEL = 2
_LONGEST_FLAP = 40
_FORM_LEVEL = 2
_JOINED_LEVEL = 6
"""That of the sections of a résumé that only their look shows."""
_DRAWN_LEVEL = 2
_DRAWN_ROWS = 3
_DOTS = Expression(r"(?:[.·…]\s?){12,}|[─━═┈]{4,}")
"""A line that is drawn with signs."""
_SHOWN = frozenset(("code", "caption", "header", "footer"))
_NEVER_BY_LOOK = frozenset(("heading", "table", "item", "quote", "cell", "row"))
"""Kinds of blocks that no look makes a heading."""
_SEVERAL = 2
_MOST_NAMES = 2
"""A post and who employed, each on a row."""
_PERIOD_FIRST = Expression(r"\W{0,3}(?:[A-Za-z]{3,9}\.?\s)?(?:\d{1,2}[./]\s?)?(?:19|20)\d\d")
_YEAR_LAST = Expression(r"(?:19|20)\d\d\W{0,3}$")
_HASHED = Expression(r"#{1,6}\s?[^#\s]")
"""A row that was meant for a heading, right below a drawn line of HTML: "###성장과정"."""


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One leaf of the document: `depth` is that of a bullet, `level` that of a heading (1 is the highest).

    `table` is the table block of a `table` line, whose rows are read later. `look` says that only the look made it a heading,
    `prompt` that it is a form's question, `aside` that it is a remark in a quote right below a heading, which names nothing.
    """

    kind: LineKind
    block: Block
    span: Span
    level: int = 0
    depth: int = 0
    look: bool = False
    table: Block | None = None
    prompt: bool = False
    aside: bool = False

    def rows(self, document: Document) -> list[str]:
        """Its words, row by row as they are written."""
        return document.words(self.span).split("\n")


def trimmed(document: Document, span: Span) -> Span:
    """A span without white space at its ends."""
    words = document.words(span)
    left = len(words) - len(words.lstrip())
    return Span(span.start + left, span.start + max(left, len(words.rstrip())))


def read_lines(document: Document, vocabulary: HeadingVocabulary) -> tuple[OutlineLine, ...]:
    """All lines in reading order; headings by look have level 0, but for the rows that head answers."""
    return tuple(_lines(look_at(document, vocabulary), document.blocks, 0))


def _lines(look: PageLook, blocks: tuple[Block, ...], depth: int) -> Iterator[OutlineLine]:
    under_heading = below_question = False
    for position, block in enumerate(blocks):
        above = blocks[position - 1] if position else None
        if depth == 0 and block.span.start in look.titles:
            yield from _titled(look, block)
            under_heading = below_question = block.kind == "paragraph"
            continue
        formed = _by_form(look, block, above, depth, below_question)
        below_question = False
        if formed:
            yield from formed
            continue
        silent = _is_silent(look, block)
        heading = _heading_by_look(look, block, above, blocks[position + 1 : position + 2], under_heading) if depth == 0 and not silent else None
        if heading is not None:
            yield heading
        elif silent:
            yield OutlineLine("silent", block, block.span)
        elif under_heading and depth == 0 and block.kind == "quote" and _is_aside(look.document, blocks, position):
            yield from (replace(line, kind="text", level=0, look=False, aside=True) if (line.kind == "text" or line.look) and not line.prompt else line for line in _by_kind(look, block, depth))
        else:
            yield from _by_kind(look, block, depth)
        under_heading = (heading is not None or block.kind == "heading") and not _names_letter(look, block)


def _is_aside(document: Document, blocks: tuple[Block, ...], position: int) -> bool:
    """Whether a quote right below a heading only remarks on what follows: it names no period, and no other quote stands there, as those do that are titles."""
    following = takewhile(lambda other: other.kind != "heading", (blocks[place] for place in range(position + 1, len(blocks))))
    return not any(map(has_date, document.words(blocks[position].span).split("\n"))) and all(other.kind != "quote" for other in following)


def _names_letter(look: PageLook, block: Block) -> bool:
    """Whether a heading names the letter, so that a question right below it heads its answer and does not say what the heading asks."""
    return look.vocabulary.title_kind(look.document.words(block.span)) == "cover-letter"


def _by_form(look: PageLook, block: Block, above: Block | None, depth: int, below_question: bool) -> list[OutlineLine]:
    """The lines of a block whose words or rows show what it is, whatever its kind and what stands below it; none where they do not."""
    start = block.span.start
    if block.kind == "paragraph" and len(block.span) <= _LONGEST_FLAP and unfolds(look.document.words(block.span)):
        return [OutlineLine("silent", block, block.span)]
    if block.kind in ("paragraph", "item") and start in look.answers:
        return list(_answer(look.document, block))
    if depth == 0 and start in look.joined:
        end = look.joined[start]
        heading = OutlineLine("heading", block, Span(start, end), level=_JOINED_LEVEL, look=True)
        return [heading, OutlineLine("text", block, trimmed(look.document, Span(end, block.span.end)))]
    if block.kind in ("paragraph", "item") and not block.children and is_pledge(look.document.words(block.span)):
        return [OutlineLine("silent", block, block.span)]
    if below_question and block.kind == "paragraph" and QUOTED.fullmatch(look.document.words(block.span)):
        return [OutlineLine("silent", block, block.span)]
    if block.kind == "heading" and block.level == 0 and is_of_a_letter(look.document, block, above):
        return [OutlineLine("text", block, block.span)]
    return []


def _heading_by_look(look: PageLook, block: Block, above: Block | None, below: tuple[Block, ...], under_heading: bool) -> OutlineLine | None:
    """The heading that a block is by its look or its question; right under a heading no paragraph asks."""
    if block.kind == "list":
        question = question_above(look.document, block, below[0]) if below else None
        return OutlineLine("heading", question, question.own, look=True) if question is not None else None
    if block.kind in _NEVER_BY_LOOK or block.children:
        return None
    asked = look.prompts and is_prompt(look.document, block, block.span)
    if block.span.start in look.closing or looks_like_heading(look, block, above, below) or (asked and not under_heading):
        return OutlineLine("heading", block, block.span, look=True, prompt=asked)
    return None


def _by_kind(look: PageLook, block: Block, depth: int) -> Iterator[OutlineLine]:
    """The lines of a block that is what its kind says."""
    if block.kind == "heading":
        yield from _heading(look, block)
    elif block.kind == "table":
        yield from _table(look, block)
    elif block.kind == "list" and depth == 0 and len(block.children) == 1 and block.children[0].span.start in look.closing:
        (item,) = block.children
        yield OutlineLine("heading", item, item.own, look=True)
        yield from _lines(look, tuple(child for child in item.children if child.kind == "list"), 0)
    elif block.kind == "list":
        yield from _lines(look, block.children, depth + 1)
    elif block.kind == "item":
        yield from _item(look, block, depth)
    elif block.kind in ("quote", "cell", "row") or block.children:
        yield from _lines(look, block.children, depth)
    elif depth:
        yield OutlineLine("item", block, block.span, depth=depth)
    else:
        yield from _rows(look, block)


def _is_silent(look: PageLook, block: Block) -> bool:
    """Whether a block is shown and not told: code, captions, what stands at the edge of every page, the name of a picture."""
    return block.kind in _SHOWN or (block.kind == "paragraph" and not block.bold and says_nothing(look.document.words(block.span).strip()))


def _item(look: PageLook, block: Block, depth: int) -> Iterator[OutlineLine]:
    """A bullet, or the question that it asks, and what hangs under it."""
    own = block.own
    asked = _asked_in(look, block, own) if depth <= 1 and look.prompts else None
    if asked is not None:
        yield OutlineLine("heading", block, asked, look=True, prompt=True)
        if asked.end + 1 < own.end:
            yield OutlineLine("text", block, Span(asked.end + 1, own.end))
    elif len(own):
        looped = is_loop(look.document.words(own))
        yield OutlineLine("silent", block, own) if looped else OutlineLine("item", block, own, depth=max(depth, block.level, 1))
    later = tuple(child for child in block.children if child.kind != "paragraph" or child.span.start > own.end)
    yield from _lines(look, later, depth)


def _asked_in(look: PageLook, block: Block, own: Span) -> Span | None:
    """The question that a bullet asks: all of it or its first row."""
    return own if is_prompt(look.document, block, own) else question_row(look.document, block)


def _table(look: PageLook, block: Block) -> Iterator[OutlineLine]:
    """A table; the questions of a letter in its cells head their answers, which are read as outside of tables, and so are works that headings name in its cells."""
    if (cells := titled_cells(look.document, block)):
        for cell in cells:
            yield from _lines(look, cell.children or (replace(cell, kind="paragraph"),), 0)
        return
    for piece in pieces(look.document, block, look.vocabulary):
        if piece.kind == "rows":
            yield from _form(look, piece.block)
        elif piece.kind == "answer":
            yield from _lines(look, piece.block.children or (replace(piece.block, kind="paragraph"),), 0)
        else:
            span = trimmed(look.document, piece.span)
            yield OutlineLine("heading", _leaf(piece.block), span, look=True, prompt=piece.kind == "question" and is_prompt(look.document, piece.block, span))


def _leaf(cell: Block) -> Block:
    """The first paragraph of a cell, which has its look."""
    first = cell.children[0] if cell.children else cell
    return _leaf(first) if first.children else first


def _form(look: PageLook, block: Block) -> Iterator[OutlineLine]:
    """A table, and the titles between the parts of a form, which are headings as high as a résumé has them."""
    for part in form_parts(look.document, block, look.vocabulary):
        if part.title is not None:
            yield OutlineLine("heading", part.title, trimmed(look.document, part.title.span), level=_FORM_LEVEL, look=True)
        if part.table is not None:
            yield OutlineLine("table", part.table, part.table.span, table=part.table)


def _heading(look: PageLook, block: Block) -> Iterator[OutlineLine]:
    """A heading; one that lists skills behind its words ("#### Technical Skills: Python, R") is a heading and the line below it."""
    words = look.document.words(block.span)
    if not any(map(str.isprintable, words.strip())):
        # Hashes without words, drawn as a line.
        yield OutlineLine("silent", block, block.span)
        return
    if _ADDRESS.fullmatch(words):
        yield OutlineLine("text", block, block.span)
        return
    listed = _LISTED_IN_HEADING.fullmatch(words)
    if listed is not None and look.vocabulary.kind_of(listed[1]) == "skills":
        start = block.span.start
        yield OutlineLine("heading", block, Span(start, start + listed.end(1)), level=block.level, look=block.level == 0)
        yield OutlineLine("text", block, Span(start + listed.start(2), start + listed.end(2)))
        return
    asked = look.prompts and is_prompt(look.document, block, block.span)
    yield OutlineLine("heading", block, block.span, level=block.level, look=block.level == 0, prompt=asked)


def _titled(look: PageLook, block: Block) -> Iterator[OutlineLine]:
    """A block that heads what follows; of a quote only the first row, for an answer may follow it without an empty line."""
    words = look.document.words(block.span)
    row = look.document.first_row(block.span)
    if block.kind == "paragraph":
        yield OutlineLine("heading", block, row, look=True, prompt=COUNTED_QUESTION.match(words) is not None)
        if row.end < block.span.end:
            yield OutlineLine("silent", block, Span(row.end + 1, block.span.end))
        return
    yield OutlineLine("heading", block, row, look=True)
    for child in block.children:
        if child.kind == "paragraph" and child.span.start <= row.end < child.span.end:
            yield OutlineLine("text", child, Span(row.end + 1, child.span.end))
        elif child.span.start > row.end:
            yield from _lines(look, (child,), 0)


def _answer(document: Document, block: Block) -> Iterator[OutlineLine]:
    """A paragraph whose first row heads the rest of it."""
    row = document.first_row(block.span)
    yield OutlineLine("heading", block, row, level=_ANSWER_LEVEL, look=True)
    if row.end < block.span.end:
        yield OutlineLine("text", block, Span(row.end + 1, block.span.end))


def _rows(look: PageLook, block: Block) -> Iterator[OutlineLine]:
    """A paragraph as one line, cut before every short row with a period of its own (a list of schools or jobs).

    In plain text a row that is a heading word ("경력" right above the first company) is a heading, but no row of a typed table ("언어 | Python");
    in other texts a row is that is bold as a whole, with rows below it ("**목적**").
    """
    document = look.document
    start = offset = block.span.start
    rows = document.words(block.span).split("\n")
    if (drawn := _line_drawn_below(rows)) is not None:
        yield OutlineLine("heading", block, Span(start, start + len(rows[0])), level=_DRAWN_LEVEL)
        behind = start + sum(len(row) + 1 for row in rows[: drawn + 1])
        if behind < block.span.end:
            yield OutlineLine("text", block, Span(behind, block.span.end))
        return
    tabular = sum(" | " in row for row in rows) > 1
    # Below a bold name with its period, rows with more of its years add to it: a minor, honours.
    begins_bold = starts_bold(look, start, rows[0]) and has_date_range(rows[0])
    for position, row in enumerate(rows):
        set_apart = document.plain or _HASHED.match(row) is not None or (look.rows and (row.isupper() or position == 0)) or (position + 1 < len(rows) and is_strong(look, Span(offset, offset + len(row))))
        announced = set_apart and len(rows) > 1 and is_heading_row(look, row) and not (tabular and " | " in row)
        if announced or offset in look.works or (position == 0 and names_document(look, block, row)):
            if offset > start:
                yield OutlineLine("text", block, Span(start, offset - 1))
            marks = _HASHED.match(row)
            yield OutlineLine("heading", block, Span(offset + (marks.end() - 1 if marks else 0), offset + len(row)), look=True)
            start = offset + len(row) + 1
        elif position and begins_bold and not starts_bold(look, offset, row):
            pass
        elif offset > start and _YEAR_LAST.search(rows[position - 1]) and seeks_work(row):
            yield OutlineLine("text", block, Span(start, offset - 1))
            start = offset
        elif offset > start and (_is_bold_above_period(look, offset, rows[position : position + _SEVERAL]) or _is_dated_row(rows[position - 1], row)):
            first = offset - sum(len(name) + 1 for name in _names_above(rows[:position], row))
            if start < first < offset:
                yield OutlineLine("text", block, Span(start, first - 1))
                start = first
            yield OutlineLine("text", block, Span(start, offset - 1))
            start = offset
        offset += len(row) + 1
    if start < block.span.end:
        yield OutlineLine("text", block, Span(start, block.span.end))


def _line_drawn_below(rows: Sequence[str]) -> int | None:
    """The row of dots below a short name, or below its remark in brackets, as plain text is typed: "PROJECTS", "........................"."""
    drawn = next((place for place, row in enumerate(rows[:_DRAWN_ROWS]) if place and _DOTS.fullmatch(row.strip())), None)
    name = rows[0].strip()
    headed = 0 < len(name) <= _LONGEST_FLAP and any(map(str.isalpha, name)) and all(row.strip().startswith("(") for row in rows[1:drawn])
    return drawn if headed else None


def _names_above(rows: Sequence[str], period: str) -> Sequence[str]:
    """The names right above a row that is a period and nothing else, behind the end of what was told before: "... halved the time.", "Analyst", "Vell Works"."""
    told = next((place for place in reversed(range(len(rows))) if ends_sentence(rows[place].rstrip())), -1)
    names = rows[told + 1 :] if told >= 0 and is_period(period.strip()) else ()
    named = len(names) <= _MOST_NAMES and all(name.strip() and not name[0].islower() and len(name) <= LONGEST_DATED_ROW for name in names)
    return names if named else ()


def _is_dated_row(above: str, row: str) -> bool:
    """Whether a short row has a period of its own, or goes on below one with when something began."""
    return len(row) <= LONGEST_DATED_ROW and (has_date_range(row) or (begins_open(row) and has_date_range(above)))


def _is_bold_above_period(look: PageLook, offset: int, rows: Sequence[str]) -> bool:
    """Whether a row is bold as a whole and the next one begins with its period: the next school of a list, "**Gull College**", "2015 - 2018 | B.Sc."."""
    return len(rows) > 1 and not has_date_range(rows[0]) and is_strong(look, Span(offset, offset + len(rows[0]))) and len(rows[1]) <= LONGEST_DATED_ROW and _PERIOD_FIRST.match(rows[1]) is not None and has_date_range(rows[1])
