"""Conditions: whether what a rule asks for holds around a match, within the borders of its entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from careerlint.expression import Expression
from careerlint.model.evidence import Evidence
from careerlint.model.rule import Condition
from careerlint.model.signal import Signal
from careerlint.model.span import Span
from careerlint.rules.announcements import announcement_of, announces, heads_list
from careerlint.rules.figures import has_output, is_row_of_numbers
from careerlint.rules.headings_above import has_heading, has_topic, is_identified
from careerlint.rules.judged import Judged
from careerlint.rules.names import is_name
from careerlint.rules.nouns import nouns_inside

_LINK = Expression(
    r"^\W*(?:그래서|그리하여|따라서|이에|이를|대신|그 대신|이후|그 후|그후|그러다|결국|덕분에|그 결과|이 때문에|이로 인해|때문에|그렇기|하지만|그러나|그런데|"
    r"해결|조치|→|->|⇒|=>|.{0,30}(?:한계|문제점?|단점|약점|어려움|부족함)[을를] (?:극복|해결|보완|개선|해소)|so\b|therefore|thus|hence|instead|then\b|after that|afterwards|as a result|because of|to fix|to solve|"
    r"to address|that is why|that's why|fixed|but\b|however|eventually|in the end|we then|i then)",
    re.IGNORECASE,
)
# In the next sentence these take up what the one before spoke of.
_ANAPHOR = Expression(r"\b(?:it|them|they|this|these|both)\b", re.IGNORECASE)


# What follows from the statement before is about the same thing.
_CONSEQUENCE = Expression(r"^\W*(?:그래서|따라서|그 결과|덕분에|so\b|therefore|thus|hence|as a result)|^.{0,40}\bthus\b", re.IGNORECASE)
# One quantity in words and in figures: "faster" and "from 210 ms", "throughput" and "a second".
_QUANTITIES = (
    (
        Expression(r"fast|quick|slow|speed|latency|\btime|startup|start-up|sped|속도|시간|빨라|빠르|단축", re.IGNORECASE),
        Expression(
            r"\d\s?(?:ms|s|sec|secs|seconds?|min|minutes?|h|hours?|days?)\b|\d\s?(?:초|분|시간)|\d:\d\d"
            r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:seconds?|minutes?|hours?|days?|weeks?)\b"
        ),
    ),
    # How well something is told apart or found, and the scores that say it.
    (
        Expression(r"relevan|accura|quality|ranking|predict|recogni|detect|classif|segment|forecast|translat", re.IGNORECASE),
        Expression(r"\b(?:ndcg|mrr|f1|auc|auroc|iou|miou|bleu|rouge|wer|cer|rmse|mae|mape|psnr|ssim)\b", re.IGNORECASE),
    ),
    (Expression(r"throughput|처리량", re.IGNORECASE), Expression(r"(?:a|per) second|/s\b|초당|qps|tps|rps", re.IGNORECASE)),
)


_RESULT = Expression(r"(?:주요\s?|최종\s?|정량적?\s?)?(?:결과|성과|성능|점수|지표|효과|수치|실험\s?결과|results?|scores?|metrics?|outcome|impact|effect|performance|before\s?/\s?after|전후)", re.IGNORECASE)
# A claim of this is told in figures by what follows, whatever the metric is called.
_IN_GENERAL = Expression(r"성능|결과|performance|results?\b", re.IGNORECASE)
_HOLDS_FIGURE = Expression(r"\d")
# "71.2% → 76.8%", "From 41 kg to 29 kg": figures without a name are those of what was told before them.
_BEGINS_WITH_FIGURE = Expression(r"\W*(?:\d[\d.,]*\s?\S{0,3}\s*(?:→|->|➜|⇒|=>|에서)|from (?:about |around |roughly )?\d)", re.IGNORECASE)
# "Also I packed the textures": the sentence before told of another thing.
_ADDS = Expression(r"^\W*(?:also|in addition|additionally|besides|furthermore|moreover|after that|afterwards|on top of that)\b", re.IGNORECASE)
# Where a clause ends, so that what stands before says nothing of what stands behind it.
_CLAUSE_BORDER = Expression(r"[;:!?…—–]|\.(?=\s)|,\s+(?:and|so|which|then|or)\b|\b(?:but|however|yet|until|till|though|although|whereas|because)\b|(?:지만|으나|는데|하고|하여|해서|어서|아서|으며|하며)(?=\s|,)", re.IGNORECASE)
# That both got better does not make them one thing.
_GAINS = frozenset(("개선", "향상", "상승", "증대", "증가", "감소", "단축", "절감", "최적화", "고도화", "효율화"))
_NEAR = frozenset(("next", "previous", "neighbours"))
_FURTHEST_LINK = 200
"""Statements before and after, in which a linked one is looked for."""


def holds(condition: Condition, judged: Judged, statement: int, match: Span | None) -> bool:
    """Whether the condition holds for a statement; `match` are the words that fired."""
    evidence = judged.evidence
    if not _stands_where_asked(condition, evidence, statement):
        return False
    if condition.opening and statement != evidence.neighbourhood(statement).start:
        return False
    if condition.preface and not evidence.is_preface(statement):
        return False
    if condition.identified and not is_identified(evidence, statement):
        return False
    if condition.quoted and (match is None or not is_quoted(judged, statement, match)):
        return False
    if condition.named and (match is None or not is_name(evidence, statement, match)):
        return False
    if condition.without and evidence.has(statement, condition.without):
        return False
    if condition.tables and not condition.signals:
        shown = any(
            is_row_of_numbers(evidence, candidate) and (evidence.outline.statements[candidate].table >= 0 or _is_same_part(evidence, statement, candidate))
            for candidate in _candidates(condition, evidence, statement)
        )
        return shown or (condition.within == "section" and has_output(evidence, statement))
    if not condition.signals:
        return True
    found = _witnesses(condition, judged, statement, match)
    return any(True for _ in found) if condition.least == 1 else len({witness for witness, _ in found}) >= condition.least


def _witnesses(condition: Condition, judged: Judged, statement: int, match: Span | None) -> Iterator[tuple[int, Signal]]:
    """The statements and their signals that make the condition hold, nearest statement first."""
    evidence = judged.evidence
    for candidate in _candidates(condition, evidence, statement):
        if not condition.anyone and candidate != statement and not evidence.claims[candidate].own:
            continue
        if condition.below and not has_heading(condition.headings, evidence, candidate):
            continue
        if condition.tables and evidence.outline.statements[candidate].table < 0:
            continue
        if condition.free_of and evidence.has(candidate, condition.free_of):
            continue
        if condition.block and not _is_one_block(evidence, statement, candidate):
            continue
        linked = not condition.linked or is_linked(judged, statement, candidate, condition.shared)
        if not linked and abs(candidate - statement) > 1:
            continue
        if condition.about_same and candidate != statement and not is_about_same(judged, statement, candidate, match):
            continue
        strangers = condition.within in _NEAR and not _is_same_part(evidence, statement, candidate)
        for signal in evidence.signals[candidate]:
            if not linked and signal.strength != "label":
                # A line with its label ("원인: ...") is about the line beside it.
                continue
            if condition.same_clause and match is not None and candidate == statement and not _is_one_clause(evidence, signal.span, match):
                continue
            if signal.name in condition.signals and _counts(condition, signal, candidate == statement, match) and (
                not strangers or signal.strength == "label" or is_linked(judged, statement, candidate)
            ):
                yield candidate, signal


def _is_one_block(evidence: Evidence, statement: int, other: int) -> bool:
    """Whether both stand in one paragraph or bullet; a later paragraph of a bullet goes on with its first one, as a title goes on with its text."""
    first, second = (evidence.outline.statements[index] for index in sorted((statement, other)))
    goes_on = first.block.kind == "item" and second.block.kind == "paragraph" and first.depth == second.depth
    return first.block is second.block or (goes_on and first.block.span.contains(second.block.span))


def _is_one_clause(evidence: Evidence, first: Span, second: Span) -> bool:
    """Whether no clause ends between two stretches of one statement; the last word of the earlier one may end its clause."""
    if first.overlaps(second):
        return True
    before, after = sorted((first, second), key=lambda span: span.start)
    words = evidence.document.text[before.start : after.start]
    return _CLAUSE_BORDER.search(words, words.rstrip().rfind(" ", 0, before.end - before.start) + 1) is None


def _is_same_part(evidence: Evidence, statement: int, other: int) -> bool:
    """Whether no heading stands between the two: under the next heading something else may be told."""
    statements = evidence.outline.statements
    return statements[statement].section == statements[other].section


def is_quoted(judged: Judged, statement: int, match: Span) -> bool:
    """Whether the match stands between quotation marks of the paragraph that holds the statement."""
    found = judged.evidence.outline.statements[statement]
    return stands_in_quotes(judged, found.block.span if found.block.span.contains(found.span) else found.span, match)


def stands_in_quotes(judged: Judged, around: Span, match: Span) -> bool:
    """Whether quotation marks of the text `around` hold the match."""
    return any(quotation.contains(match) for quotation in judged.quotations(around))


def is_linked(judged: Judged, statement: int, other: int, shared: int = 1) -> bool:
    """Whether the later of the two begins with a link word or takes up the other by a pronoun, or both stand in one bullet or share nouns that say something."""
    evidence = judged.evidence
    text = evidence.text(max(statement, other))
    if shared == 1 and (_LINK.match(text) or (abs(statement - other) == 1 and (_ANAPHOR.search(text) or _is_one_bullet(evidence, statement, other)))):
        return True
    return len(judged.nouns(statement) & judged.nouns(other)) >= shared


def _is_one_bullet(evidence: Evidence, statement: int, other: int) -> bool:
    """Whether two sentences stand in one bullet: the second goes on with the first."""
    first, second = evidence.outline.statements[statement], evidence.outline.statements[other]
    return first.form == second.form == "bullet" and first.block is second.block


def is_about_same(judged: Judged, statement: int, other: int, match: Span | None) -> bool:
    """Whether the other statement shares a noun with the matched words, or claims no improvement of its own."""
    evidence = judged.evidence
    nouns = _nouns(judged, statement, match) - _GAINS
    shared = nouns & judged.nouns(other)
    # "Improved system reliability", "Rebuilt the alert system, halving its traffic": deeds of two bullets may share a noun and speak of two things.
    apart = _is_separate_bullet(evidence, statement, other) and all(evidence.has(index, ("deed",)) for index in (statement, other))
    if (len(shared) * 2 >= len(nouns) if shared and apart else shared) or _CONSEQUENCE.match(evidence.text(max(statement, other))):
        return True
    if other == statement - 1 and _ADDS.match(evidence.text(statement)):
        return False
    if match is not None and evidence.has(other, ("before-after",)) and _is_same_quantity(evidence.document.words(match), evidence.text(other)):
        # "I moved the lookup, the wait fell from 40 to 6 s" before "Sped up the export": that deed has its own figures.
        # "Start time down to 2.5 s" beside "maintenance from 6 h to 90 min": each has its own.
        elsewhere = _is_separate_bullet(evidence, statement, other)
        return not (elsewhere and (_HOLDS_FIGURE.search(evidence.document.words(match)) or (other == statement - 1 and evidence.has(other, ("deed",)))))
    if match is not None and _measures(evidence.outline.statements[other].label, evidence.document.words(match)):
        return True
    if match is not None and abs(other - statement) == 1 and _compares(evidence, other) and _IN_GENERAL.search(evidence.document.words(match)):
        # "Wrote a retry job, rework went from 40 to 3": a bullet with a deed of its own has its own figures.
        return not (_is_separate_bullet(evidence, statement, other) and evidence.has(other, ("deed", "change")))
    if other == statement + 1 and _BEGINS_WITH_FIGURE.match(evidence.text(other)) and evidence.has(other, ("before-after",)):
        return True
    own = ("improvement",) if other == statement + 1 else ("improvement", "before-after")
    return not evidence.has(other, own) and not _is_separate_bullet(evidence, statement, other)


def _compares(evidence: Evidence, statement: int) -> bool:
    """Whether the statement tells a figure and what it was before, or what it is compared with."""
    return evidence.has(statement, ("before-after",)) or (evidence.has(statement, ("metric",)) and evidence.has(statement, ("baseline",)))


def _measures(label: str, words: str) -> bool:
    """Whether the label names the quantity of the words ("점수: 0.78 → 0.79", "Plate waste: 41 kg, now 26"), or results in general."""
    if not label.strip():
        return False
    # The noun that closes a label says what is measured, in both languages.
    head = label.lower().split()[-1]
    return head in words.lower().split() or label.lower() in words.lower() or _RESULT.fullmatch(label) is not None


def _is_same_quantity(words: str, other: str) -> bool:
    return any(name.search(words) and unit.search(other) for name, unit in _QUANTITIES)


def _is_separate_bullet(evidence: Evidence, statement: int, other: int) -> bool:
    """Two bullets of one list speak of different things unless one hangs under the other."""
    first, second = evidence.outline.statements[statement], evidence.outline.statements[other]
    if first.form != "bullet" or second.form != "bullet":
        return False
    same_bullet = first.block is second.block
    return not same_bullet and first.parent != other and second.parent != statement


def _stands_where_asked(condition: Condition, evidence: Evidence, statement: int) -> bool:
    outline = evidence.outline
    found = outline.statements[statement]
    claim = evidence.claims[statement]
    if condition.kinds and outline.kind_of(found) not in condition.kinds:
        return False
    if condition.sections and condition.sections.isdisjoint(outline.section_kinds(found)):
        return False
    if condition.told and found.entry not in evidence.stories.told:
        return False
    if condition.tells and (found.entry < 0 or len(evidence.stories.telling[found.entry]) < condition.tells):
        return False
    if condition.forms and found.form not in condition.forms:
        return False
    if condition.settings and claim.setting not in condition.settings:
        return False
    if condition.entries and (found.entry < 0 or outline.entries[found.entry].kind not in condition.entries):
        return False
    if condition.authors and claim.author not in condition.authors:
        return False
    if condition.modalities and claim.modality not in condition.modalities:
        return False
    if condition.headings and not has_heading(condition.headings, evidence, statement):
        return False
    if condition.topics and not has_topic(condition.topics, evidence, statement):
        return False
    if condition.announces and not (announces(evidence, statement) or heads_list(evidence, statement)):
        return False
    if condition.words:
        text = evidence.text(statement).lower()
        return any(word.lower() in text for word in condition.words)
    return True


def _candidates(condition: Condition, evidence: Evidence, statement: int) -> Iterator[int]:
    around = evidence.neighbourhood(statement)
    statements = evidence.outline.statements
    if condition.within == "statement":
        yield statement
    elif condition.within == "next":
        yield from range(statement + 1, min(statement + 1 + condition.count, around.stop))
    elif condition.within == "previous":
        yield from range(statement - 1, max(statement - 1 - condition.count, around.start - 1), -1)
    elif condition.within == "neighbours":
        for distance in range(1, condition.count + 1):
            yield from (index for index in (statement + distance, statement - distance) if index in around)
    elif condition.within == "later":
        reach = _reach(condition, statement, around)
        yield from _holding(condition, evidence, range(statement + 1, reach.stop))
    elif condition.within == "children":
        yield from (index for index in evidence.children(statement) if index in around)
    elif condition.within == "section":
        section = statements[statement].section
        yield from (index for index in _holding(condition, evidence, _reach(condition, statement, around)) if index != statement and statements[index].section == section)
    elif condition.within == "document":
        yield from (index for index in _holding(condition, evidence, _reach(condition, statement, range(len(statements)))) if index != statement)
    elif condition.within == "parent":
        if statements[statement].parent >= 0:
            yield statements[statement].parent
    elif condition.within == "announcement":
        yield from announcement_of(evidence, statement, around)
    else:
        yield from (index for index in _holding(condition, evidence, _reach(condition, statement, around)) if index != statement)


def _reach(condition: Condition, statement: int, around: range) -> range:
    """Of a range the part in which a linked statement is looked for: what stands hundreds away is no answer, and every pair costs."""
    if not condition.linked:
        return around
    return range(max(around.start, statement - _FURTHEST_LINK), min(around.stop, statement + 1 + _FURTHEST_LINK))


def _holding(condition: Condition, evidence: Evidence, around: range) -> Iterable[int]:
    """Of a range that may be the whole document only what can be a witness."""
    return evidence.holding(condition.signals, around) if condition.signals else around


def _counts(condition: Condition, signal: Signal, inside: bool, match: Span | None) -> bool:
    if signal.strength == "label":
        return condition.labels
    if signal.strength == "weak" and not (inside and condition.weak):
        return False
    if not inside:
        return True
    if match is None:
        return True
    if condition.after:
        return signal.span.start >= match.end
    if condition.outside:
        # A weak pattern reaches from the cause to the failure, so that only its beginning stands outside.
        return not signal.span.overlaps(match) or (signal.strength == "weak" and signal.span.start < match.start)
    return True


def _nouns(judged: Judged, statement: int, match: Span | None) -> frozenset[str]:
    """The nouns of the matched words, or of the whole statement."""
    if match is None:
        return judged.nouns(statement)
    return nouns_inside(match.shifted(-judged.evidence.outline.statements[statement].span.start), judged.evidence.words[statement])
