"""Silence: what a place means to the linter, and which condition kept a rule silent on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careerlint.checks import CHECKS
from careerlint.config import Config
from careerlint.engine import Linter
from careerlint.model.document import Document
from careerlint.model.evidence import Evidence
from careerlint.model.place import PagePlace, PageRange, RunRange
from careerlint.model.rule import Rule
from careerlint.model.span import Span
from careerlint.model.token import AnalysedWord
from careerlint.rules.judged import Judged
from careerlint.rules.judging import Verdict, judge

_MOST_FOUND = 12
_WORDS = {
    "en": {"here": "not met here; it looks for this: {summary}", "below": "met by nothing below it; it looks for this: {summary}", "instead": "numbers and technologies found here: {found}"},
    "ko": {"here": "여기에는 해당하는 것이 없습니다. 찾는 것: {summary}", "below": "아래에 해당하는 것이 없습니다. 찾는 것: {summary}", "instead": "여기서 찾은 숫자와 기술: {found}"},
}
_UNITS = {"docx": "paragraph", "pdf": "page"}


def unit_of(document: Document) -> str:
    """What a place of the document is counted in, by reports and here: lines, paragraphs of a .docx, pages of a .pdf."""
    return _UNITS.get(document.format, "line")


def last_place(document: Document) -> int:
    """The number of the last line, paragraph or page."""
    if unit_of(document) == "line":
        return len(document.source.splitlines())
    origins = [piece.origin for piece in document.pieces]
    numbers = [origin.paragraph + 1 for origin in origins if isinstance(origin, RunRange)] + [origin.page for origin in origins if isinstance(origin, PageRange)]
    return max((document.pages or 0, *numbers))


def why_not(rule: Rule, document: Document, place: int, linter: Linter, config: Config, language: str = "") -> Iterator[str]:
    """For each statement and heading at the place: its claim, its signals with their witness words, and what stopped the rule.

    What a check of code looks for is told in one language, that of the document where none is given. Of a page, which holds many statements, those that the rule looked at stand for all where there are some.
    """
    evidence = linter.examine(document, config)
    verdicts = list(judge(rule, Judged(evidence), CHECKS))
    language = language or evidence.outline.language or "en"
    unit = unit_of(document)
    if unit != "line":
        yield f"{unit} {place} of {last_place(document)}, counted as the reports count"
    indices = [index for index, statement in enumerate(evidence.outline.statements) if _stands_at(document, statement.span, place)]
    about = [verdict for verdict in verdicts if verdict.hit.statement is None and _stands_at(document, verdict.hit.span, place)]
    headings = [span for span in _headings(evidence) if _stands_at(document, span, place)]
    near = [index for index in indices if any(verdict.hit.statement == index for verdict in verdicts)]
    if unit == "page" and (near or about):
        yield f"of {len(indices)} statements there, those that {rule.code} looked at:"
        indices, headings = near, []
    if not indices and not headings and not about:
        yield f"no statement stands on line {place} (headings, code, links and pictures are none)" if unit == "line" else "no statement stands there (code, links and pictures are none)"
    for index in indices:
        yield from _statement(rule, evidence, index, verdicts, language)
    yield from _above(rule, evidence, headings, about, language)


def _statement(rule: Rule, evidence: Evidence, index: int, verdicts: Sequence[Verdict], language: str) -> Iterator[str]:
    shown = evidence.masking.words
    statement = evidence.outline.statements[index]
    yield f"statement: {_words(evidence, statement.span)}"
    section = evidence.outline.sections[statement.section]
    yield f"  stands in: kind {evidence.outline.kind_of(statement)}, section {section.kind} ({evidence.masking.again(section.heading, section.title) if section.title else section.heading}), form {statement.form}, entry {statement.entry}"
    claim = evidence.claims[index]
    yield f"  claim: {claim.author}, {claim.modality}, {claim.setting}" + (f" ({evidence.masking.mask(claim.because)})" if claim.because else "")
    for signal in evidence.signals[index]:
        yield f"  signal: {signal.name} [{signal.strength}] '{' '.join(shown(signal.span).split())}' by {signal.pattern}"
    yield f"  words: {' '.join(_word(evidence, statement.span.start, word) for word in evidence.words[index])}"
    weight = evidence.weighing.weigh(rule.code, index) if rule.scope == "statement" else None
    if weight is not None:
        heard = f"; words alone are a match from {rule.words_alone:.1f}" if rule.words_alone else ""
        # Single words of a private value are private too, and nothing tells them apart here.
        private = any(value.span.overlaps(statement.span) for value in evidence.private)
        words = "" if private else f"; most for it: {', '.join(weight.towards)}; most against it: {', '.join(weight.against)}"
        yield f"  weight: {weight.value:.1f} (least {weight.least:.1f}{heard}){words}"
    mine = [verdict for verdict in verdicts if verdict.hit.statement == index]
    for verdict in mine:
        yield f"  {_told(rule, evidence, verdict)}"
    if not mine:
        yield f"  {rule.code}: {_unmatched(rule, 'here', language)}"
        if not rule.fires and (found := _found_instead(evidence, index)):
            yield f"  {_WORDS[language]['instead'].format(found=found)}"


def _above(rule: Rule, evidence: Evidence, headings: Sequence[Span], about: Sequence[Verdict], language: str) -> Iterator[str]:
    """What stands at the place for all that is below it: the verdicts that point at a title, and why a heading has none."""
    for verdict in about:
        yield f"{'entry' if verdict.hit.entry is not None else 'heading' if rule.scope == 'statement' else 'document'}: {_words(evidence, verdict.hit.span)}"
        yield f"  {_told(rule, evidence, verdict)}"
    for span in headings:
        if any(verdict.hit.span.overlaps(span) for verdict in about):
            continue
        yield f"heading: {_words(evidence, span)}"
        yield f"  {rule.code}: {_why_unasked(rule, evidence, span, language)}"


def _why_unasked(rule: Rule, evidence: Evidence, span: Span, language: str) -> str:
    entry = next((index for index, found in enumerate(evidence.outline.entries) if found.title is not None and found.title.overlaps(span)), -1)
    if rule.scope == "statement" or rule.fires:
        return "looks at statements, and a heading is none; name a line below it"
    if rule.scope == "entry" and entry < 0:
        return "looks at projects, jobs and other entries, and this heading is the title of none"
    if rule.scope == "entry" and entry not in evidence.stories.judged:
        return "is not asked of this entry, which tells no work of its own (a list, a manual or a look back)"
    if rule.scope == "document" and not span.overlaps(evidence.title()):
        return "is about the whole document; name the line of its first heading"
    return _unmatched(rule, "below", language)


def _told(rule: Rule, evidence: Evidence, verdict: Verdict) -> str:
    return f"{rule.code}: {evidence.masking.mask(verdict.because()) if verdict.because else 'fires'} ('{_words(evidence, verdict.hit.span)}')"


def _unmatched(rule: Rule, place: str, language: str) -> str:
    """That nothing at a place meets a rule: the signals that would, or what its code looks for, which its summary says."""
    if rule.fires:
        return f"nothing {'here' if place == 'here' else 'below it'} matches {' or '.join(rule.fires)}"
    return _WORDS[language][place].format(summary=" ".join(rule.summary[language].split()).rstrip("."))


def _found_instead(evidence: Evidence, index: int) -> str:
    """The numbers and technologies of a statement, which most checks of code judge by; private ones stay hidden."""
    statement = evidence.outline.statements[index]
    spans = [number.span for number in evidence.measures[index].numbers] + [mention.span.shifted(-statement.span.start) for mention in evidence.mentions[index]]
    shown = [_words(evidence, span.shifted(statement.span.start)) for span in sorted(spans)]
    return ", ".join(dict.fromkeys(filter(None, shown[:_MOST_FOUND])))


def _words(evidence: Evidence, span: Span) -> str:
    return " ".join(evidence.masking.words(span).split())


def _word(evidence: Evidence, offset: int, word: AnalysedWord) -> str:
    span = Span(word.start + offset, word.end + offset)
    lemma = evidence.masking.again(word.lemma, span)
    return f"{lemma}[{','.join(sorted(word.features))}]{'/' + word.particle if word.particle else ''}"


def _headings(evidence: Evidence) -> list[Span]:
    """The titles of sections and entries, each once, in reading order."""
    titles = [section.title for section in evidence.outline.sections if section.title is not None]
    titles += [entry.title for entry in evidence.outline.entries if entry.title is not None]
    found: list[Span] = []
    for title in sorted(titles):
        if not found or not found[-1].overlaps(title):
            found.append(title)
    return found


def _stands_at(document: Document, span: Span, place: int) -> bool:
    if unit_of(document) == "line":
        return document.line_column(span.start)[0] <= place <= document.end_line_column(span.end)[0]
    return any(
        (found.page if isinstance(found, PagePlace) else found.paragraph + 1 if isinstance(found, RunRange) else 0) == place
        for found in document.places(span)
    )
