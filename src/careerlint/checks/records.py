"""Dated lines: the titles, bullets and table rows that say from when to when something was, and which of them are employments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careerlint.checks.tables import cell_words
from careerlint.dates import Period, read_periods, sums_up
from careerlint.expression import Expression
from careerlint.model.document import Block
from careerlint.model.evidence import Evidence
from careerlint.model.outline import SectionKind
from careerlint.model.span import Span

_JOB_HEADING = Expression(
    r"경력(?!\s?기술서\s?작성)|근무|재직|직장|직무\s?경험|실무\s?경험|업무\s?경험|(?<![A-Za-z])(?:work(?:ing)?(?:\s(?:experience|history|record))?|jobs?|employment(?:\shistory)?|positions?(?:\sheld)?|career(?:\shistory)?|(?<!.)history(?!.)|professional\s(?:experience|background))(?![A-Za-z])",
    re.IGNORECASE,
)
_OTHER_HEADING = Expression(
    r"프로젝트|외주|프리랜[서스]|부업|개인\s?사업|사이드|봉사|동아리|대외|학력|교육|수료|자격|수상|논문|연구|병역|군\s?복무|활동|어학|스터디|아르바이트|알바|"
    r"(?<![A-Za-z])(?:projects?|freelanc\w*|side|volunteer\w*|education|stud(?:y|ies)|courses?|training|certific\w*|awards?|publications?|research|thesis|military|activities|community|internships?|part-time)(?![A-Za-z])",
    re.IGNORECASE,
)
_OTHER_KINDS: frozenset[SectionKind] = frozenset((
    "projects", "education", "training", "activities", "awards", "publications", "certificates", "languages", "skills", "personal", "links", "references",
))
_EMPLOYER_COLUMN = Expression(r"회사(?:명)?|직장(?:명)?|근무처|기관(?:명)?|소속|기업(?:명)?|업체(?:명)?|company|employer|organi[sz]ation|firm", re.IGNORECASE)
_OTHER_COLUMN = Expression(r"프로젝트(?:명)?|과제(?:명)?|과정(?:명)?|교육(?:명)?|학교(?:명)?|대회(?:명)?|활동(?:명)?|자격(?:증)?(?:명)?|project(?:\sname)?|course|school|activity|contest", re.IGNORECASE)
_SINCE_COLUMN = Expression(r"시작(?:일|월)?|입사(?:일|일자|월)?|from|start(?:\sdate)?|since|begin", re.IGNORECASE)
_UNTIL_COLUMN = Expression(r"종료(?:일|월)?|퇴사(?:일|일자|월)?|to|end(?:\sdate)?|until|till", re.IGNORECASE)
_SENTENCE = Expression(r"(?:니다|[했었였]다|[가-힣]다|요)[.!]|[a-z]{3,}\.\s+[A-Z]")
_BEHIND = Expression(r"\s*(?:$|[),:|·\]\t,/–—-]|\()")
_GENERIC = Expression(
    r"[가-힣]*(?:팀|부|실|과|직|센터|본부|사업부|그룹|파트|랩|연구소|개발자|엔지니어|분석가|디자이너|매니저|기획자|사원|대리|과장|차장|부장|주임|선임|책임|연구원|팀장|담당|운영|개발|기획|분석|정규직|인턴|신입|경력|근무|재직|현재|개월|년|엔드|서버|데이터|서비스|플랫폼|모바일|웹|앱|마케팅|영업|인사|총무|회계|재무|물류|구매|생산|품질|연구|디자인|풀스택|안드로이드|보안|지점|본사|서울|부산|판교)|"
    r"(?:senior|junior|lead|staff|principal|head|chief|engineer\w*|developer|analyst|scientist|designer|manager|officer|planner|technician|clerk|editor|director|specialist|coordinator|associate|data|software|backend|frontend|full|stack|product|project|"
    r"machine|learning|research\w*|marketing|sales|operations|production|quality|inc|ltd|llc|gmbh|corp|co|company|group|team|department|the|and|of|at|for|remote|present|current|months?|years?|full-time|usa|uk|korea|seoul|london|berlin|york|new|san|francisco|city)"
)
_LONGEST_LINE, _LONGEST_NAME = 160, 70


@dataclass(frozen=True, slots=True)
class Record:
    """One dated line: `span` is the line, `dates` the words of the period, `rank` how deep it stands below its heading.

    `section` is an index of the outline. `job` says that it is an employment: it stands in a part about work, not inside another
    dated job, and names no project or course; `list_section` is then the part that lists it (-1: none). `named` says that a column of its table names employers, `two_cells` that start and
    end stand in two columns.
    """

    span: Span
    dates: Span
    period: Period
    section: int
    rank: int
    job: bool
    named: bool = False
    two_cells: bool = False
    list_section: int = -1


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    rank: int


_HEADING, _TEXT, _ITEM = 0, 1, 2


def dated_records(evidence: Evidence) -> tuple[Record, ...]:
    """Every dated line of the document, in reading order."""
    found: list[Record] = []
    jobs: dict[int, int] = {}
    for line in _lines(evidence):
        words = evidence.document.words(line.span)
        periods = read_periods(words)
        if not periods or not _is_title(words, periods[0], line.rank):
            continue
        section = evidence.section_at(line.span.start)
        inside = any(place in jobs for place in evidence.outline.above(section)[1:]) or jobs.get(section, line.rank) < line.rank
        listing = -1 if inside else _work_section(evidence, section, line.rank)
        job = listing >= 0 and not sums_up(words)
        if job:
            jobs.setdefault(section, line.rank)
        dates = Span(line.span.start + periods[0].start, line.span.start + periods[0].end)
        found.append(Record(line.span, dates, periods[0], section, line.rank, job, list_section=listing))
    for table in (block for block in evidence.document.walk() if block.kind == "table"):
        found += _of_table(evidence, table, jobs)
    return tuple(sorted(found, key=lambda record: record.span))


def _lines(evidence: Evidence) -> Iterator[_Line]:
    for block in evidence.document.blocks:
        yield from _of_block(evidence, block, 0)


def _of_block(evidence: Evidence, block: Block, depth: int) -> Iterator[_Line]:
    if block.kind in ("table", "code", "quote", "caption", "header", "footer", "note"):
        return
    if block.kind == "heading":
        yield _Line(block.span, _HEADING)
        return
    depth = max(depth, block.level) if block.kind == "item" else depth
    if block.children:
        for child in block.children:
            yield from _of_block(evidence, child, depth)
        return
    offset = block.span.start
    for row in evidence.document.words(block.span).split("\n"):
        if row.strip():
            yield _Line(Span(offset, offset + len(row)), _ITEM + depth - 1 if depth else _TEXT)
        offset += len(row) + 1


def _is_title(words: str, period: Period, rank: int) -> bool:
    """Whether a line is a title with a period: a heading, or little before the period and no sentence."""
    before, after = words[: period.start].strip(), words[period.end :]
    if rank == _HEADING:
        return True
    if len(words) > _LONGEST_LINE or len(before) > _LONGEST_NAME or _SENTENCE.search(words):
        return False
    return _BEHIND.match(after) is not None or (not before.strip("*_([ ") and len(after) <= _LONGEST_NAME)


def _work_section(evidence: Evidence, section: int, rank: int) -> int:
    """The part about work in which a line of this rank stands, by the nearest heading that tells a kind of part; -1 where that tells of something else."""
    outline = evidence.outline
    for place in outline.above(section):
        if rank == _HEADING and place == section:
            continue
        kind, heading = outline.sections[place].kind, outline.sections[place].heading
        if kind in _OTHER_KINDS or (kind != "experience" and _OTHER_HEADING.search(heading)):
            return -1
        if kind == "experience" or (len(heading) <= _LONGEST_NAME // 2 and _JOB_HEADING.search(heading) and not read_periods(heading)):
            return place
    return -1


def _of_table(evidence: Evidence, table: Block, jobs: dict[int, int]) -> Iterator[Record]:
    rows = [row for row in table.children if row.kind == "row" and row.children]
    if not rows:
        return
    header = cell_words(evidence, rows[0]) if rows[0].head else []
    section = evidence.section_at(table.span.start)
    employer = any(_EMPLOYER_COLUMN.fullmatch(words) for words in header)
    other = any(_OTHER_COLUMN.fullmatch(words) for words in header)
    inside = any(place in jobs for place in evidence.outline.above(section))
    listing = _work_section(evidence, section, _TEXT)
    work = listing >= 0 or (employer and not other and evidence.outline.kind in ("resume", "career", "project"))
    for row in rows[1 if header else 0 :]:
        found = _row_period(evidence, row, header)
        if found is not None:
            dates, period, two_cells = found
            job = work and not inside and (employer or not other) and not sums_up(evidence.document.words(row.span))
            yield Record(row.span, dates, period, section, _ITEM, job, employer, two_cells, listing)


def _row_period(evidence: Evidence, row: Block, header: Sequence[str]) -> tuple[Span, Period, bool] | None:
    for cell in row.children:
        periods = read_periods(evidence.document.words(cell.span))
        if periods and len(cell.span) <= _LONGEST_NAME:
            return Span(cell.span.start + periods[0].start, cell.span.start + periods[0].end), periods[0], False
    if len(row.children) != len(header):
        return None
    ends = [next((place for place, words in enumerate(header) if column.fullmatch(words)), -1) for column in (_SINCE_COLUMN, _UNTIL_COLUMN)]
    if min(ends) < 0 or ends[1] != ends[0] + 1:
        return None
    first, second = (row.children[place].span for place in ends)
    joined = f"{evidence.document.words(first).strip()} ~ {evidence.document.words(second).strip()}"
    periods = read_periods(joined)
    return (Span(first.start, second.end), periods[0], True) if periods else None


def proper_names(text: str) -> frozenset[str]:
    """What may be the employer's name: words that are no dates, no position and no department."""
    for period in reversed(read_periods(text)):
        text = text[: period.start] + " " + text[period.end :]
    words = re.findall(r"[A-Za-z가-힣][A-Za-z가-힣&.'-]+", text)
    return frozenset(word.lower() for word in words if not _GENERIC.fullmatch(word.lower()))
