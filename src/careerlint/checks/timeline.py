"""HON010: dates that cannot all be right: an end before its start, a past in the future, more experience than the jobs add up to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from careerlint.checks.experience import StatedExperience, stated_experience
from careerlint.checks.records import Record, dated_records, proper_names
from careerlint.checks.stated_lengths import wrong_lengths
from careerlint.dates import Moment, Period, read_periods, sums_up
from careerlint.dates.periods import iter_months, month_number
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.finding import Level
from careerlint.model.outline import SectionKind
from careerlint.model.rule import Rule
from careerlint.model.span import Span

_SILENT: frozenset[SectionKind] = frozenset(("references", "publications", "license", "usage", "structure", "prompt", "task"))
_EXPECTED = Expression(r"예정|합격|확정|내정|(?<![A-Za-z])(?:incoming|expected|upcoming|accepted|offer(?:ed)?|joining|will\s(?:start|join|begin|be))(?![A-Za-z])", re.IGNORECASE)
_STARTS = Expression(r"입사|출근|부터|(?<![A-Za-z])(?:starts?|starting|planned|from|begins?)(?![A-Za-z])", re.IGNORECASE)
_BESIDE = Expression(
    r"프리랜[서스]|외주|파트\s?타임|아르바이트|알바|겸직|겸임|자문|고문|강사|조교|연구생|대학원|인턴|봉사|창업|대표|개인\s?사업|부업|비상근|시간제|단기|계약직|튜터|멘토|과외|동아리|배달|라이더|서빙|편의점|학회|병역|복무|전역|육군|해군|공군|의무경찰|공익|산업기능|전문연구|휴직|파견|"
    r"(?<![A-Za-z])(?:freelanc\w*|part[- ]?time|contract\w*|consult\w*|advis[oe]r\w*|adjunct|volunteer\w*|co-?founder|founder|owner|self-employed|assistant|tutor\w*|mentor\w*|board|intern\w*|student|fellow\w*|trainee|lecturer|teaching|open source|seasonal|temporary|weekend|evening|"
    r"couriers?|riders?|delivery|deliveroo|doordash|uber|lyft|gig|barista|cashiers?|waiter|waitress|bartender|babysit\w*|au pair|"
    r"secondment|seconded|leave|military|reserve|side|hobby|hobbies|outdated|discontinued|unmaintained)(?![A-Za-z])",
    re.IGNORECASE,
)
_STUDY = Expression(
    r"석사(?!급)|박사(?!\s?후|급)|학사\s?(?:과정|학위|졸업|재학)|학위|재학|휴학|학부생|복수\s?전공|(?:을|를)\s전공(?:했|하|함)|(?<![가-힣])전공\s?[:：]|"
    r"(?<![A-Za-z])(?:M\.?\s?Sc|B\.?\s?Sc|Ph\.?\s?D|MBA|M\.Eng|B\.Eng|M\.A\.|B\.A\.|M\.S\.|B\.S\.|master'?s?\s(?:of|in|degree|programme|program|student|thesis)|master[’']s|bachelor\w*|degree|diploma|undergraduate|postgraduate|"
    r"doctoral|graduate\s(?:school|stud\w+)|studied|studying|stud(?:y|ies)\s(?:of|in)|majored|majoring|coursework)(?![A-Za-z])",
    re.IGNORECASE,
)
"""A degree beside work is no second employment, wherever it is listed."""
_SCHOOL = Expression(r"대학|학교|(?<![A-Za-z])(?:university|universit[äé]\w*|college|school|institute|academy|polytechnic)(?![A-Za-z])", re.IGNORECASE)
_SELECTED = Expression(r"주요|대표|최근|일부|발췌|관련|(?<![A-Za-z])(?:selected|recent|relevant|notable|key|highlights?|major)(?![A-Za-z])", re.IGNORECASE)
_PROFESSION = Expression(
    r"(?<![A-Za-z])(?:engineer|developer|programmer|analyst|scientist|manager|architect|administrator|designer|accountant|specialist|officer|director|planner|technician|buyer|controller|editor)(?![A-Za-z])|"
    r"개발자|엔지니어|분석가|디자이너|기획자|매니저|사이언티스트|회계사|관리자",
    re.IGNORECASE,
)
"""A post that is held for a living."""
_COMMUNITY = Expression(r"(?<![A-Za-z])(?:club|society|committee|chapter|association|community|council|campus|hackathon|maintainer|officer of|union|project|lab(?:oratory)?)(?![A-Za-z])|동아리|학회|학생회|커뮤니티|프로젝트|연구실", re.IGNORECASE)
_HONORARY = Expression(
    r"(?<![A-Za-z])(?:leadership\s(?:experience|roles?|activities)|extra-?curriculars?|memberships?|affiliations?|fraternity|sorority|alumni|hono(?:u)?rs?\ssociety|involvement)(?![A-Za-z])", re.IGNORECASE
)
"""Headings of what is held beside a job, which the lines below a job may speak of too."""
_MOST_OVERLAP = 2
_SEVERAL = 2
_MONTHS = 12
"""In "22.05" the first number is no month, so that in the heading of a job it is the year."""
_TOLERANCE, _ROUNDING = 1, 6
_LONG = 120
_SHORT = 80


def find_timeline_conflicts(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """Every date that contradicts itself, today, the stated total or another employment."""
    records = dated_records(evidence)
    backward = tuple(_backward(evidence, records))
    for span in backward:
        words = " ~ ".join(evidence.document.words(span).split("\t"))
        yield _hit(span, "backward", {"match": words})
    sound = [record for record in records if record.dates not in backward]
    jobs = _without_parts([record for record in sound if record.job])
    worked = [record for record in sound if record.job or any(evidence.outline.sections[place].kind in ("projects", "experience") for place in evidence.outline.above(record.section))]
    yield from _of_other_length(evidence)
    yield from _in_future(evidence, worked, records)
    yield from _too_much(evidence, jobs, sound)
    studies = [record.period for record in records if evidence.outline.sections[record.section].kind in ("education", "training")]
    yield from _overlapping(evidence, jobs, studies)


def _hit(span: Span, variant: str, values: dict[str, str], related: Sequence[Span] = (), level: Level | None = None) -> Hit:
    return Hit(span, level=level, values=values, related=tuple(related), variant=variant)


def _backward(evidence: Evidence, records: Sequence[Record]) -> Iterator[Span]:
    """Periods whose end is certainly before their start; with years alone only where a title or a table says so."""
    for record in records:
        if record.two_cells and ends_first(record.period):
            yield record.dates
    titled = {record.dates for record in records}
    for block in evidence.document.walk():
        if block.kind not in ("heading", "paragraph", "item", "cell") or block.children:
            continue
        periods = read_periods(evidence.document.words(block.span))
        if not periods or evidence.outline.sections[evidence.section_at(block.span.start)].kind in _SILENT:
            continue
        for period in periods:
            span = Span(block.span.start + period.start, block.span.start + period.end)
            if ends_first(period) and ((period.exact and not period.since.short) or span in titled):
                yield span


def ends_first(period: Period) -> bool:
    """Whether the end is before the start, whatever day of its month or year either is."""
    return period.until is not None and period.until.last < period.since.first


def _of_other_length(evidence: Evidence) -> Iterator[Hit]:
    """Periods behind which another length stands than their dates have; one that is merely shorter may leave breaks out."""
    for block in evidence.document.walk():
        if block.kind not in ("heading", "paragraph", "item", "cell") or evidence.outline.sections[evidence.section_at(block.span.start)].kind in _SILENT:
            continue
        if block.kind != "paragraph" and block.children:
            continue
        for wrong in wrong_lengths(evidence.document.words(block.span)):
            span = wrong.span.shifted(block.span.start)
            length = {"weeks": str(wrong.weeks), "length.ko": _span_ko(wrong.months), "length.en": f"{wrong.months} months"}
            yield _hit(span, "weeks" if wrong.weeks else "months", {"match": evidence.document.words(span), **length}, level=None if wrong.longer and wrong.months else "warning")


def _span_ko(months: int) -> str:
    years, rest = divmod(months, _MONTHS)
    return f"{f'{years}년 ' if years else ''}{f'{rest}개월' if rest else ''}".strip()


def _in_future(evidence: Evidence, jobs: Sequence[Record], records: Sequence[Record]) -> Iterator[Hit]:
    """Jobs that are told as done and start after today."""
    for job in jobs:
        if job.period.since.first <= evidence.today.day or job.period.since.short:
            continue
        end = min((record.span.start for record in records if record.span.start > job.span.end and record.rank <= job.rank), default=len(evidence.document.text))
        told = range(bisect_left(evidence.starts, job.span.start), bisect_left(evidence.starts, end))
        title = evidence.document.words(job.span)
        if _STARTS.search(title) or any(_EXPECTED.search(words) for words in (title, *map(evidence.text, told))):
            continue
        past = [index for index in told if evidence.claims[index].own and evidence.has(index, ("action", "improvement", "change", "metric", "before-after"))]
        if past:
            values = {"match": evidence.document.words(job.dates), "today": evidence.today.day.isoformat()}
            yield _hit(job.dates, "future", values, [evidence.outline.statements[past[0]].span])


def _too_much(evidence: Evidence, jobs: Sequence[Record], records: Sequence[Record]) -> Iterator[Hit]:
    """A stated total of experience that is more than the dated work allows."""
    if not jobs or _is_selection(evidence, jobs) or not _all_dated(evidence, records):
        return
    told = [record for record in records if not sums_up(evidence.document.words(record.span))]
    studies = [record for record in told if evidence.outline.sections[record.section].kind in ("education", "training")]
    months = {month for record in told if record not in studies for month in _months(evidence, record)}
    everything = {month for record in told for month in _months(evidence, record)}
    # Who has worked for ten years may leave the first jobs out.
    if len(months) >= _LONG:
        return
    for place in _where_totals_stand(evidence, jobs):
        start = place.start
        for stated in stated_experience(evidence.document.words(place)):
            if stated.narrow and not studies:
                continue
            allowed = max(everything) - min(everything) + 1 if stated.narrow else len(months)
            if stated.months > allowed + _tolerance(stated):
                span = stated.span.shifted(start)
                years, rest = divmod(allowed, 12)
                values = {
                    "match": evidence.document.words(span),
                    "length.ko": _span_ko(allowed),
                    "length.en": f"{f'{years} years' if years else ''}{' and ' if years and rest else ''}{f'{rest} months' if rest else ''}",
                }
                yield _hit(span, "total", values, [job.dates for job in jobs])


def _where_totals_stand(evidence: Evidence, jobs: Sequence[Record]) -> Iterator[Span]:
    """The author's own words above the first job, a summary below it, and the headings."""
    for section in evidence.outline.sections:
        if section.title is not None:
            yield section.title
    for index, statement in enumerate(evidence.outline.statements):
        above = statement.span.start < jobs[0].span.start or evidence.outline.sections[statement.section].kind in ("summary", "personal")
        claim = evidence.claims[index]
        title = statement.head and not sums_up(evidence.text(index))
        if above and not title and claim.author in ("author", "none") and claim.modality in ("done", "general"):
            yield Span(evidence.label_start(index), statement.span.end)


def _tolerance(stated: StatedExperience) -> int:
    return _TOLERANCE if stated.to_the_month else _ROUNDING


def _is_selection(evidence: Evidence, jobs: Sequence[Record]) -> bool:
    return any(_SELECTED.search(heading) for job in jobs for heading in evidence.outline.headings_above(job.section) if not read_periods(heading))


def _all_dated(evidence: Evidence, records: Sequence[Record]) -> bool:
    """Whether every job of the outline has a period; else the sum is unknown."""
    starts = [record.span.start for record in records]
    for entry in evidence.outline.entries:
        if entry.kind == "job":
            # Records stand in order and apart: only the last one that begins in front of the entry's end may share it.
            last = bisect_left(starts, entry.span.end) - 1
            if last < 0 or not entry.span.overlaps(records[last].span):
                return False
    return True


def _months(evidence: Evidence, record: Record) -> Iterator[int]:
    """The most months that the record can cover, both ends counted."""
    last = record.period.until.last if record.period.until is not None else evidence.today.day
    yield from iter_months(record.period.since.first, max(last, record.period.since.first))


def _without_parts(jobs: Sequence[Record]) -> list[Record]:
    """The jobs without those of a part ("Work experience" beside "Employers") that lists several and all of them during jobs of other parts: it tells what was done in these."""
    listings = {job.list_section for job in jobs}
    parts = {
        listing for listing in listings
        if len(inside := [job for job in jobs if job.list_section == listing]) >= _SEVERAL
        and all(any(other.list_section != listing and _is_during(job.period, other.period) for other in jobs) for job in inside)
    }
    return [job for job in jobs if job.list_section not in parts] if len(parts) < len(listings) else list(jobs)


def _is_during(inner: Period, outer: Period) -> bool:
    """Whether the inner period lies within the outer one, as precisely as both are written."""
    if inner.since.last < outer.since.first:
        return False
    if outer.until is None:
        return outer.now
    return inner.until is not None and inner.until.first <= outer.until.last


def _overlapping(evidence: Evidence, jobs: Sequence[Record], studies: Sequence[Period]) -> Iterator[Hit]:
    """Neighbours in time that certainly overlap by more than two months."""
    # Every job meets every other one here, so each is read once.
    employments = [_employment(evidence, job) for job in jobs]
    for later in employments:
        # Two employments of the same dates overlap alike: that is told once.
        found: dict[tuple[str, int], list[Span]] = {}
        for earlier in employments:
            # The months from the start of the later one to the first end, at the least.
            months = min(earlier.last, later.last) - later.since
            if months > _MOST_OVERLAP and earlier.record.period.since.last < later.record.period.since.first and _may_overlap(evidence, earlier, later, studies):
                found.setdefault((evidence.document.words(earlier.record.dates), months), []).append(earlier.record.dates)
        for (dates, months), spans in found.items():
            values = {"match": evidence.document.words(later.record.dates), "dates": dates, "months": str(months)}
            yield _hit(later.record.dates, "overlap", values, spans, "warning")


@dataclass(frozen=True, slots=True)
class _Employment:
    """A job as it is compared: `full` says that nothing tells of work beside another, `names` may be the employer's.

    `since` and `last` are the numbers of the last month in which it may have begun and of the first in which it may have ended.
    """

    record: Record
    since: int
    last: int
    full: bool
    names: frozenset[str]


def _employment(evidence: Evidence, record: Record) -> _Employment:
    text = f"{evidence.document.words(record.span)} {_own_heading(evidence, record)}"
    headings = " ".join(heading for heading in evidence.outline.headings_above(record.section) if not read_periods(heading))
    period = record.period
    left_open = period.until is None and not period.now
    unsure = period.since.short and not (record.rank == 0 and period.since.first.year % 100 > _MONTHS)
    beside = any(_BESIDE.search(words) for words in (text, headings, *(evidence.text(index) for index in _lines_below(evidence, record))))
    beside = beside or _HONORARY.search(f"{text} {headings}") is not None
    # What is done at a school, as "Studied data science", is study; an engineer studies noise.
    beside = beside or _STUDY.search(text) is not None or (_SCHOOL.search(text) is not None and any(evidence.match(_STUDY, index) for index in _first_below(evidence, record)))
    return _Employment(record, month_number(period.since.last), month_number(_first_end(period.until, evidence.today.day)), not (beside or left_open or unsure), proper_names(text))


def _first_end(until: Moment | None, today: date) -> date:
    return today if until is None else until.first


def _may_overlap(evidence: Evidence, one: _Employment, other: _Employment, studies: Sequence[Period]) -> bool:
    """Whether both are full jobs at different employers, so that an overlap wants an explanation."""
    first, second = one.record, other.record
    if not (one.full and other.full):
        return False
    inside = second.period.until is not None and first.period.until is not None and second.period.until.last <= first.period.until.first
    if inside and not (first.rank == second.rank and (first.named or first.rank == 0 or _are_apart(evidence, first, second, studies))):
        return False
    return first.rank == second.rank and bool(one.names) and bool(other.names) and one.names.isdisjoint(other.names)


def _are_apart(evidence: Evidence, first: Record, second: Record, studies: Sequence[Period]) -> bool:
    """Whether two dated lines stand each below the heading of a post of its own, both as high, and nobody studied while the second lasted: no project of the first, and no student's second job."""
    one, other = (evidence.outline.sections[record.section] for record in (first, second))
    if first.section == second.section or (one.parent, one.level) != (other.parent, other.level):
        return False
    if not all(_PROFESSION.search(section.heading) and not _COMMUNITY.search(section.heading) for section in (one, other)):
        return False
    return not any(_is_during(second.period, study) or _is_during(study, second.period) for study in studies)


def _own_heading(evidence: Evidence, record: Record) -> str:
    """The heading right above a dated line, where it names the job and not the list of jobs."""
    section = evidence.outline.sections[record.section]
    return section.heading if section.kind == "other" and record.rank else ""


def _first_below(evidence: Evidence, record: Record) -> range:
    """The two statements right below the title."""
    first = bisect_left(evidence.starts, record.span.end)
    return range(first, min(first + 2, len(evidence.starts)))


def _lines_below(evidence: Evidence, record: Record) -> list[int]:
    """The short lines right below the title: position, kind of contract."""
    return [index for index in _first_below(evidence, record) if evidence.outline.statements[index].form == "prose" and len(evidence.text(index)) <= _SHORT]
