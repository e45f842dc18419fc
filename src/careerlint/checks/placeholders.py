"""FMT005: template text and chat residue that was left in, wherever it stands but in code."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from careerlint.checks.form_questions import asks, asks_to_write, is_of_form
from careerlint.checks.left_prompts import find_left_prompts
from careerlint.checks.places import blocks_around
from careerlint.checks.unfilled_badges import find_unfilled_badges
from careerlint.expression import Expression
from careerlint.model.document import Document
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.letters import half_width
from careerlint.model.rule import MASKED, Rule
from careerlint.model.span import Span
from careerlint.model.wrapped import WrappedText

FLAGS = re.MULTILINE
_TEXT_KINDS = ("heading", "paragraph", "item", "cell", "quote", "note", "header", "footer")
_ANSWERS = ("paragraph", "list", "item", "table")
_HANGUL = Expression(r"[가-힣]")
# A look-behind must keep its width.
_CLASS_OR_BLANK = Expression(r"\(\?<[=!](?:\\.|[^()\\])*\)|(?P<space>\\s\?)|\\.|\[(?:\\.|[^\]\\])*\]|(?P<blank> )(?P<maybe>\?)?(?![*+{])")
_SHOWN = Expression(
    r"(?:문구|메시지|메세지|멘트|알림|안내문|팝업|토스트|툴팁|경고|경고창|알림창|안내창|얼럿|모달|플레이스홀더|버튼|라벨|"
    r"(?i:placeholder|alert|message|toast|tooltip|pop-?up|warning|hint|button|caption|error|label|dialog))\s?[:：]?\s?[\"'“‘「『(（\[]{0,2}(?:(?:예|예시|예를 들면|e\.g\.)\s?[:：,]?\s?)?\Z"
)
"""What ends before words that a program shows to its users."""
_CALLED = Expression(r"[.!]?[\"'”’」』)]{0,2}\s?(?:이라는|라는|이라고|라고|란)(?![가-힣])")
"""What makes the words before it a message that is told of."""
_BEFORE = 24
_NUMBER = Expression(r"(?:[Xx]{1,3}\.[Xx]{1,3}|0\.[Xx]{2,4})\s?%?")
"""A number that was never filled in, which Markdown's backquotes do not make code."""
_WRITTEN_AS = Expression(
    r"(?:(?:masked|replaced|anonymi[sz]ed|redacted) (?:as|by|with)|(?:shown|stored|written|printed|formatted|hidden|logged|saved|normali[sz]ed|rendered|displayed) (?:as|like)) [\"'`“‘(]{0,2}\Z",
    re.IGNORECASE,
)
"""What ends before words that a program writes."""
_MADE_OF = Expression(
    r"(?:holds?|returns?|yields?|takes?|expects?|stores?|contains?|tuples?|arrays?|rows?|pairs?|triples?|format|shape|schema)[:=]? (?:of |is |are )?[\"'`“‘(]{0,2}\Z", re.IGNORECASE,
)
"""What ends before the parts of a record."""
_FILLED = Expression(r"[^\S\n]?[:：][^\S\n]*[^\s\[(<{]")
_FIELD = Expression(r"(?:Company Name|Job Title|Project Title|Project Name|University Name|Course Name|School Name|Employer Name|Position Title|Client Name|Degree Name|Section Title)")
"""The name of a field, which without brackets is the label of what stands behind it or below it."""
_NAME_OF_PAGE = Expression(r"(?:프로젝트|팀|서비스|저장소) (?:이름|제목)")
_COLON = Expression(r"[^\S\n]?[:：][^\S\n]*(?:\n|$)")
_NUMBERED = Expression(r"[A-Za-z가-힣]+ ?[0-9]{1,2}")
_PAGE = Expression(r"[A-Za-z가-힣 ]+\t ?[0-9]{1,3}")
_COUNTED = Expression(r"(?P<part>(?:[가-힣]{2,4} ?){1,3})[0-9]{1,2}")
_NAMES_FIELD = ("명", "항목", "제목", "키워드")
"""A part and its number; "회사명 1" is the name that was to be filled in."""
_AROUND = "#*_=: \t\n"
_TOLD = 12
"""How many letters tell something: "Set up the logger"; less is a label."""
_TOKEN = Expression(r"\[[a-z]{2,9}\]|<[a-z]{2,9}>")
_REPLACES = Expression(r"normali[sz]|\bmask|token|replac|substitut|치환|마스킹|정규화|토큰|대체|변환|태그로", re.IGNORECASE)
"""What a program does that puts one word in place of many."""
_KOREAN_TOKEN = Expression(r"[\[<〈][가-힣]{1,6}[\]>〉]")
_SLOT_OF = Expression(r"(?:문구|메시지|메세지|템플릿|변수|배열|필드|태그|서식|양식|토큰|컬럼|칼럼|알림)(?:의|인|에|에서|로|안의|속)? ?[\"'“‘]{0,2}$")
_REPLACED = Expression(r"(?:[을를은는] |자리)[^.\n]{0,16}(?:바꾸|바꿔|바꿨|치환|대체|변환|채우|채워|채웠|넣)")
"""What stands around the slot of a text that a program fills in: "문구의 [이름]을 사용자 이름으로 바꿔"."""
_GOES_ON = Expression(r"\s?[:：.)|·–—-]\s?[^\s\d]")
_TOLD_OF = Expression(r"(?:^|[.!?:\s])(?i:in|from|since|after|of|for|as in|like|unlike)\s$")
_NAME_BEFORE = Expression(r"(?<![A-Za-z])(?!My |Your |The |And |Or )[A-Z][A-Za-z]{2,} $")
_NO_TARGET = Expression(
    r"https?://(?:www\.)?(?:(?:github|gitlab|bitbucket)\.(?:com|org)|linkedin\.com/in|kaggle\.com|twitter\.com|medium\.com|huggingface\.co)/@?(?:your[-_]?(?:github[-_]?)?(?:user[-_]?)?(?:name|id|account|handle|profile|org|repo)|username|user[-_]name)(?![A-Za-z0-9])"
    r"|(?:https?://|mailto:)[^\s<>]*<(?:your|my|repo|repository|project|user|e?-?mail|name|handle|id|url|link|blog|site|account|username|github|gitlab|linkedin|demo)(?:[-_ ][a-z]+){0,3}>"
    r"|https?://(?:www\.)?(?:your[-_]?(?:domain|website|site|name|company|portfolio|app|username|project|blog|link|url|demo)[\w-]*\.[a-z]{2,}|example\.(?:com|org|net)/?$)",
    re.IGNORECASE,
)
"""Where a link leads that was never filled in."""
_BLANK = Expression(r"[A-Za-z]+(?:[-_ ][A-Za-z]+){0,3}")
"""What a template writes between angle brackets."""
_AWAY = Expression(r"https?://(?!example\.|your|link|www\.example)\S+\.\S+", re.IGNORECASE)
_VARIABLE = Expression(r"\W*(?:variables?|columns?|fields?|features?|attributes?|keys?|parameters?|변수(?:명)?|컬럼(?:명)?|칼럼(?:명)?|열(?:\s?이름)?|필드(?:명)?|속성|피처|특성)(?:\s?names?)?\W*", re.IGNORECASE)
"""What heads the first column of a table that describes data."""
_OF_NAMES = Expression(r"(?<![A-Za-z])(?:dns|ipv6|cname|nslookup|coredns|route ?53|name ?servers?)(?![A-Za-z])|네임 ?서버|레코드|\brecords?\b|\bA(?:/|, )AAAA\b", re.IGNORECASE)
"""What a text speaks of in which AAAA is the type of a record."""
_DOTS = Expression(r"\s*(?:\.{3,}|…+)\s*")
_LONGEST_ELLIPSIS = 7
"""How many dots still say that something is left out; more are a line that somebody drew."""
_FEWEST_NAMED = 2
_LONGEST_NAMED = 40
_TELLING = ("action", "deed", "improvement", "change", "duty")
_COUNTS = (*_TELLING, "metric", "before-after")
_SAME = 3
"""How often one wording is told."""


def find_placeholders(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """Every place where one of the rule's `words` (regular expressions, all languages) matches a block's text."""
    document = evidence.document
    asked = [section.title for section in evidence.outline.sections if section.kind in ("prompt", "letter") and section.title is not None]
    seen: Counter[str] = Counter()
    taken, coded = _Taken(), _Taken()
    for mark in document.marks:
        if mark.kind in ("code", "math") and _NUMBER.fullmatch(document.words(mark.span)) is None:
            coded.add(mark.span)
    for block in document.walk():
        if block.kind == "code":
            taken.add(block.span)
    ends = [statement.span.end for statement in evidence.outline.statements]
    headed: dict[tuple[int, bool], list[Hit]] = {}
    for target, spans in _unfilled_targets(document).items():
        shown = [span for span in spans if not taken.holds_of(span) and not coded.holds_of(span)]
        if shown:
            statement = _statement_at(evidence, shown[0], bisect_right(ends, shown[0].start))
            yield Hit(shown[0], statement, evidence.entry_of(statement), None, {"match": target}, tuple(shown[1:]))
    yield from find_unfilled_badges(evidence)
    yield from find_left_prompts(evidence)
    korean = _HANGUL.search(document.text) is not None
    words = tuple(word for language, found in rule.words.items() if language != "ko" or korean for word in found)
    letters, wrapped = half_width(document.text), WrappedText(document)
    for word, masked in _ordered(words):
        if not document.may_match(word):
            continue
        for span in (*_matches(document, word, letters), *wrapped.spans_of(compiled(word), word)):
            if len(span) and not taken.holds_of(span) and not coded.holds_end_of(span) and _is_text(document, span):
                taken.add(span)
                seen[document.words(span)] += 1
                if seen[document.words(span)] > _SAME or is_of_form(document, span, asked):
                    continue  # a form's question is its own text; what fills a whole template is told once and again
                statement = _statement_at(evidence, span, bisect_right(ends, span.start))
                if _is_meant(evidence, statement, span):
                    continue
                hit = Hit(span, statement, evidence.entry_of(statement), "note" if masked else None, {"match": document.words(span)})
                if statement is not None:
                    yield hit
                else:
                    headed.setdefault((document.line_column(span.start)[0], masked), []).append(hit)
    for first, *others in (sorted(hits, key=lambda hit: hit.span) for hits in headed.values()):
        # One finding for a heading, as for a statement.
        yield first.with_others(others)


def _is_text(document: Document, span: Span) -> bool:
    """Whether the span stands in a block that is text, or in one inside it."""
    return any(block.kind in _TEXT_KINDS for block in blocks_around(document, span))


def _unfilled_targets(document: Document) -> dict[str, list[Span]]:
    """Where links lead that were never filled in ("https://github.com/yourusername/..."), with the words that lead there; an address in the text is text."""
    found: dict[str, list[Span]] = {}
    for mark in document.marks:
        if mark.kind == "link" and _is_unfilled(mark.target, document.words(mark.span)):
            found.setdefault(mark.target, []).append(mark.span)
    return found


def _is_unfilled(target: str, words: str) -> bool:
    """Whether a link leads to a blank of a template: to one inside an address, or as [<repo_url>](<repo_url>) to nothing else."""
    return (_NO_TARGET.match(target) is not None and words != target) or (words == f"<{target}>" and _BLANK.fullmatch(target) is not None)


def _matches(document: Document, word: str, letters: str) -> Iterator[Span]:
    """The matches of a word expression in the text in half width."""
    for start, end in document.stretches(word, FLAGS):
        for match in compiled(word).finditer(letters, start, end):
            yield Span(*(match.span("x") if match.groupdict().get("x") is not None else match.span()))


@lru_cache(maxsize=8)
def _ordered(words: tuple[str, ...]) -> tuple[tuple[str, bool], ...]:
    """The word expressions, and of each whether it finds masked text; the plain ones first: a masked name inside a placeholder is the placeholder's."""
    return tuple((word.removeprefix(MASKED), word.startswith(MASKED)) for word in sorted(words, key=lambda word: word.startswith(MASKED)))


@lru_cache(maxsize=512)
def compiled(word: str) -> Expression:
    """A word expression as it is matched. Made when a text may hold it: most of them are never asked for."""
    return Expression(_any_blanks(word), FLAGS)


def _any_blanks(expression: str) -> str:
    """The expression with each blank, outside classes, standing for up to three."""
    def widened(match: re.Match[str]) -> str:
        if match["space"] is not None:
            return "\\s{0,3}"
        if match["blank"] is None:
            return match[0]
        return "[ \\t]{0,3}" if match["maybe"] else "[ \\t]{1,3}"

    return _CLASS_OR_BLANK.sub(widened, expression)


def _is_meant(evidence: Evidence, statement: int | None, span: Span) -> bool:
    """Whether what looks like template text is what its author means to say."""
    document = evidence.document
    return (
        _is_question_of_letter(evidence, statement, document.words(span)) or _is_shown(document, span) or _is_written(document, span) or _is_title(document, span) or _is_drawn(evidence, span) or _refers(evidence, span) or _is_linked(document, span)
        or _is_record_type(document, span) or _counts_text(evidence, span) or _names_variable(evidence, statement, span) or _goes_on(evidence, span) or (statement is not None and _is_label(document, span)) or _is_filled(document, span) or _stands_for_words(document, span)
    )


def _stands_for_words(document: Document, span: Span) -> bool:
    """Whether a word in brackets is what a program puts in place of others, beside such others ("주소와 상수를 [addr], [const]로 정규화"), or a slot that it fills."""
    text = document.text
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)]
    if _KOREAN_TOKEN.fullmatch(document.words(span)) and (_SLOT_OF.search(text[start : span.start]) or _REPLACED.match(text[span.end : span.end + _BEFORE])):
        return True
    return _TOKEN.fullmatch(document.words(span)) is not None and len(_TOKEN.findall(line)) > 1 and _REPLACES.search(line) is not None


def _is_record_type(document: Document, span: Span) -> bool:
    """Whether AAAA is the type of a record of names, in a text that speaks of them anywhere."""
    return document.words(span).upper() == "AAAA" and _OF_NAMES.search(document.text) is not None


def _is_question_of_letter(evidence: Evidence, statement: int | None, words: str) -> bool:
    """Whether a heading or prompt of a cover letter asks its writer for something, as its questions do."""
    asked = statement is None or evidence.claims[statement].author in ("form", "task")
    return asked and evidence.outline.kind == "cover-letter" and asks_to_write(words)


def _is_shown(document: Document, span: Span) -> bool:
    """Whether a request is a message of the program that the text tells of: 오류 문구(아이디를 확인하세요)."""
    if not asks(document.words(span)):
        return False
    return _CALLED.match(document.text, span.end) is not None or _SHOWN.search(document.text[max(span.start - _BEFORE, 0) : span.start]) is not None


def _is_written(document: Document, span: Span) -> bool:
    """Whether the text tells what a program writes ("numbers are masked as 000-0000-0000"), or what a record holds ("each row holds [name, date, amount]")."""
    before = document.text[max(span.start - _BEFORE, 0) : span.start]
    return _WRITTEN_AS.search(before) is not None or ("," in document.words(span) and _MADE_OF.search(before) is not None)


def _is_title(document: Document, span: Span) -> bool:
    """Whether a numbered name is that of course work: it opens the document ("Project 1", with author and day below), or stands in its first line or in a heading behind other words ("Bootcamp | Project 2")."""
    if _NUMBERED.fullmatch(document.words(span)) is None:
        return False
    before = document.text[: span.start].lstrip(_AROUND)
    return not before or ("\n" not in before and any(map(str.isalnum, before))) or any(block.kind == "heading" and block.span.contains(span) and document.words(Span(block.span.start, span.start)).strip(_AROUND) for block in blocks_around(document, span))


def _is_drawn(evidence: Evidence, span: Span) -> bool:
    """Whether dots are a line drawn under the words above it, or between words above and below; what stands for words is short or has nothing below."""
    document = evidence.document
    start, end = document.text.rfind("\n", 0, span.start) + 1, document.text.find("\n", span.end)
    if _DOTS.fullmatch(document.words(span)) is None or end < 0 or document.text[start : span.start].strip():
        return False
    above = document.text[:start].removesuffix("\n").rpartition("\n")[2].strip()
    below = document.text[end:].lstrip()
    if not below or _DOTS.match(below) or any(section.title is not None and section.title.start == len(document.text) - len(below) for section in evidence.outline.sections):
        return False
    return len(span) > _LONGEST_ELLIPSIS or (bool(above) and above[-1].isalnum())


def _refers(evidence: Evidence, span: Span) -> bool:
    """Whether a numbered name, as in "Link to Project 1", is that of a heading which goes on ("Project 1: Waves of the brain"), of what a sentence tells ("In Project 1, ..."), of a course ("Nanodegree Project 5"), or a line of contents with its page behind a tab."""
    words = evidence.document.words(span)
    before = evidence.document.text[max(span.start - _BEFORE, 0) : span.start]
    if _PAGE.fullmatch(words):
        return True
    if _NUMBERED.fullmatch(words) and (_TOLD_OF.search(before) or _NAME_BEFORE.search(before)):
        return True
    return _NUMBERED.fullmatch(words) is not None and any(
        heading.startswith(words) and _GOES_ON.match(heading, len(words)) is not None
        for section in evidence.outline.sections if section.title is not None for heading in (evidence.document.words(section.title).strip(),)
    )


def _counts_text(evidence: Evidence, span: Span) -> bool:
    """Whether a numbered name, as in "Main project 2", is a whole heading over what its author did: it counts what is told below it, and nothing was left open."""
    words = evidence.document.words(span).strip()
    counted = _COUNTED.fullmatch(words)
    if counted is None or counted["part"].rstrip().endswith(_NAMES_FIELD):
        return False
    sections = evidence.outline.sections
    index = next((at for at, section in enumerate(sections) if section.title is not None and section.title.overlaps(span)), -1)
    if index < 0 or evidence.document.words(sections[index].title or span).strip(_AROUND) != words:
        return False
    end = next((section.span.start for section in sections[index + 1 :] if section.level <= sections[index].level), len(evidence.document.text))
    below = range(bisect_left(evidence.starts, span.end), bisect_left(evidence.starts, end))
    return any(evidence.claims[at].own and len(evidence.outline.statements[at].span) >= _TOLD and evidence.has(at, _COUNTS) for at in below)


def _is_linked(document: Document, span: Span) -> bool:
    """Whether the words in the brackets lead somewhere, as in a heading that ends with ([출처](https://...)), or are a link without its address, which FMT007 tells."""
    inside = document.words(span).strip("()[]（）［］【】 ")
    return any(mark.kind == "link" and span.contains(mark.span) and (not mark.target or _AWAY.match(mark.target)) and document.words(mark.span).strip() == inside for mark in document.marks)


def _names_variable(evidence: Evidence, statement: int | None, span: Span) -> bool:
    """Whether a name of a field is that of a variable, in a table that describes data: | Job Title | Reported title |."""
    if statement is None:
        return _labels_variable(evidence, span)
    found = evidence.outline.statements[statement]
    if found.form != "row" or not found.block.children or not found.context:
        return False
    header = next((words for words in found.context if _VARIABLE.fullmatch(words)), "")
    return bool(header) and found.block.children[0].span.contains(span)


def _labels_variable(evidence: Evidence, span: Span) -> bool:
    """Whether the first cell of a table with two columns, which is the label of the second, names a variable."""
    statements = evidence.outline.statements
    index = bisect_left(evidence.starts, span.end)
    if index >= len(statements) or statements[index].form != "cell" or evidence.document.words(span) not in statements[index].label:
        return False
    head = next(other for other in statements if other.table == statements[index].table)
    return _VARIABLE.fullmatch(head.label) is not None


def _goes_on(evidence: Evidence, span: Span) -> bool:
    """Whether dots close a list of two or more names ("- resize", "- crop", "- ..."): and so on, where nothing was left open."""
    document = evidence.document
    if _DOTS.fullmatch(document.words(span)) is None:
        return False
    around = [block for block in blocks_around(document, span) if block.kind == "list" and block.children]
    named = around[-1].children[:-1] if around and around[-1].children[-1].span.contains(span) else ()
    if len(named) < _FEWEST_NAMED or any(len(item.span) > _LONGEST_NAMED or _DOTS.fullmatch(document.words(item.span)) for item in named):
        return False
    items = (index for item in named for index in range(bisect_left(evidence.starts, item.span.start), bisect_left(evidence.starts, item.span.end)))
    return not any(evidence.has(index, _TELLING) for index in items)


def _is_label(document: Document, span: Span) -> bool:
    """Whether a field's name in square brackets stands before what was filled in; only a heading needs no label."""
    return document.words(span).endswith(("]", "】")) and _FILLED.match(document.text, span.end) is not None


def _is_filled(document: Document, span: Span) -> bool:
    """Whether a field's name without brackets is the label of words behind its colon ("Project Title: Tide map"), or a heading over its answer."""
    if _NAME_OF_PAGE.fullmatch(document.words(span)) is not None:
        return not _titles_template(document, span)
    if _FIELD.fullmatch(document.words(span)) is None:
        return False
    if _FILLED.match(document.text, span.end) is not None:
        return True
    if _COLON.match(document.text, span.end) is None:
        return False
    headings = [index for index, block in enumerate(document.blocks) if block.kind == "heading" and block.span.contains(span)]
    return any(index + 1 < len(document.blocks) and document.blocks[index + 1].kind in _ANSWERS for index in headings)


def _titles_template(document: Document, span: Span) -> bool:
    """Whether "프로젝트 이름" is the title of a page, with a picture or the next heading below it and no name."""
    for block, below in pairwise((*document.blocks, None)):
        if block is not None and block.kind == "heading" and block.level == 1 and block.span.contains(span):
            return below is None or below.kind == "heading" or not any(map(str.isalnum, document.words(below.span)))
    return False


class _Taken:
    """Stretches of the text in which nothing is looked for any more; asked of every match, so they are kept apart and in order."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def holds_of(self, span: Span) -> bool:
        """Whether some letter of the span is taken."""
        place = bisect_right(self._ends, span.start)
        return place < len(self._starts) and self._starts[place] < span.end

    def holds_end_of(self, span: Span) -> bool:
        """Whether the first or the last letter of the span is taken."""
        return self.holds_of(Span(span.start, span.start + 1)) or self.holds_of(Span(span.end - 1, span.end))

    def add(self, span: Span) -> None:
        """Take a span, joined with what it overlaps."""
        if not len(span):
            return
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, span.end)
        joined = (min(span.start, *self._starts[first:last]), max(span.end, *self._ends[first:last])) if first < last else (span.start, span.end)
        self._starts[first:last], self._ends[first:last] = [joined[0]], [joined[1]]


def _statement_at(evidence: Evidence, span: Span, following: int) -> int | None:
    """The statement that holds the span, else the one whose label does; None for a heading. `following` is the first that ends behind its start."""
    statements = evidence.outline.statements
    if following < len(statements) and statements[following].span.overlaps(span):
        return following
    first, last = following, following
    # The statements of one block follow each other.
    while first > 0 and statements[first - 1].block.span.contains(span):
        first -= 1
    while last < len(statements) and statements[last].block.span.contains(span):
        last += 1
    return next((index for index in range(first, last) if statements[index].label), None)
