"""Judging: applies rules to the evidence and says, for each match, that it is a finding or what stopped it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from careerlint.model.claim import Claim
from careerlint.model.evidence import Check, Evidence, Hit
from careerlint.model.finding import LEVELS, Level
from careerlint.model.rule import Condition, Rule
from careerlint.model.signal import Signal
from careerlint.model.span import Span
from careerlint.rules.condition_keys import describe
from careerlint.rules.conditions import holds, stands_in_quotes
from careerlint.rules.entry_conditions import holds_for_entry
from careerlint.rules.judged import Judged
from careerlint.rules.trimming import trimmed

_PROMISES = frozenset(("wish", "plan"))
"""What sentences that ask for leniency end in: "늦게 시작했지만 꼭 따라가겠습니다"."""
_LABELS_THAT_FIRE = frozenset(("difficulty", "duty"))
"""Signals whose label ("Challenge: ...", "Duties: ...") is a match as good as words of the statement."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one match: a finding, or what stopped it.

    `because` says in words what stopped it, which only whoever asks why not wants to read. `once` says that its level holds for the first
    finding of the document only, `told` that the entry tells what is missed in other words.
    """

    hit: Hit
    because: Callable[[], str] | None = None
    once: bool = False
    told: bool = False

    @property
    def stopped(self) -> bool:
        """Whether the match is no finding."""
        return self.because is not None


def judge(rule: Rule, judged: Judged, checks: Mapping[str, Check]) -> Iterator[Verdict]:
    """A verdict for every match of the rule, ordered by place."""
    verdicts = [_shapely(rule, judged.evidence, verdict) for verdict in _verdicts(rule, judged, checks)]
    # What one entry tells, the document does not lack.
    warned = any(verdict.told for verdict in verdicts)
    for verdict in verdicts:
        if verdict.once and warned:
            yield replace(verdict, hit=replace(verdict.hit, level=None), once=False)
        else:
            warned = warned or verdict.once
            yield verdict


def _shapely(rule: Rule, evidence: Evidence, verdict: Verdict) -> Verdict:
    """The verdict on words without what hangs over at their ends: the elements of a pattern are not always those of a phrase."""
    statement = evidence.outline.statements[verdict.hit.statement] if rule.fires and not verdict.stopped and verdict.hit.statement is not None else None
    if statement is None or not statement.language:
        return verdict
    return replace(verdict, hit=trimmed(verdict.hit, statement.language, evidence.document, statement.span.start))


def _verdicts(rule: Rule, judged: Judged, checks: Mapping[str, Check]) -> Iterator[Verdict]:
    evidence = judged.evidence
    if rule.check:
        for hit in checks[rule.check](evidence, rule):
            yield _verdict(rule, judged, hit)
        return
    if not rule.fires:
        for entry in evidence.stories.judged if rule.scope == "entry" else (None,):
            title = evidence.title(entry)
            yield _verdict(rule, judged, Hit(title, None, entry, values={"match": evidence.document.words(title)}))
        return
    for index in evidence.holding(rule.fires, range(len(evidence.signals))):
        for signal in evidence.signals[index]:
            if signal.name not in rule.fires or signal.strength == "weak":
                continue
            if signal.strength != "label":
                yield _verdict(rule, judged, _hit_of(signal, index, evidence), sure=signal.sure)
            elif signal.name in _LABELS_THAT_FIRE and (
                signal.pattern == f"label {evidence.outline.statements[index].label}" or (signal.name == "difficulty" and _tells_trouble(signal.pattern) and _stands_alone(evidence, index))
            ):
                yield _verdict(rule, judged, _hit_of(signal, index, evidence), whole=True)
    if rule.words_alone:
        yield from _by_words_alone(rule, judged)


def _by_words_alone(rule: Rule, judged: Judged) -> Iterator[Verdict]:
    """Statements that no pattern of the rule knows and whose words, taken together, speak for the finding: nobody lists all the ways to say it."""
    evidence = judged.evidence
    for index in judged.heavy.get(rule.code, ()):
        if not _is_heard(rule, evidence.claims[index]) or any(signal.name in rule.fires and signal.strength != "weak" for signal in evidence.signals[index]):
            continue
        if evidence.weighing.heard(rule.code, index, rule.words_alone):
            statement = evidence.outline.statements[index]
            yield _verdict(rule, judged, Hit(statement.span, index, evidence.entry_of(index), values={"match": evidence.document.words(statement.span)}), whole=True, needs=rule.heard_with)


def _is_heard(rule: Rule, claim: Claim) -> bool:
    """Whether a rule hears words alone in such a claim: what the author tells as done, and outside of entries a promise."""
    promise = claim.author == "author" and claim.setting != "entry" and claim.modality in _PROMISES
    return claim.own or (rule.claim == "author" and promise)


def one_for_each_family(hits: Sequence[tuple[Rule, Hit]]) -> list[tuple[Rule, Hit]]:
    """Keep one statement-scope finding of a family for each statement: highest level, more specific, lowest code, first.

    A safe correction is no judgement of the statement and stays beside the others, and so does every finding of a rule that points at
    things: a private value, a link.
    """
    best: dict[tuple[str, int], tuple[Rule, Hit]] = {}
    kept: list[tuple[Rule, Hit]] = []
    for rule, hit in hits:
        if rule.scope != "statement" or hit.statement is None or hit.fix is not None or rule.every:
            kept.append((rule, hit))
            continue
        key = (rule.family, hit.statement)
        if key not in best or _rank(rule, hit) < _rank(*best[key]):
            best[key] = (rule, hit)
    alike = _by_statement([(rule, hit) for rule, hit in hits if rule.gather])
    return kept + [(rule, _gathered(hit, alike[rule.code, hit.statement, level_of(rule, hit)]) if rule.gather else hit) for rule, hit in best.values()]


def _gathered(kept: Hit, alike: Sequence[Hit]) -> Hit:
    """The hit with those like it that it stands for."""
    return kept.with_others([hit for hit in alike if hit is not kept])


def _by_statement(hits: Sequence[tuple[Rule, Hit]]) -> Mapping[tuple[str, int | None, Level], list[Hit]]:
    """The hits by their rule, statement and level, in reading order: one of each stands for the others."""
    alike: dict[tuple[str, int | None, Level], list[Hit]] = {}
    for rule, hit in sorted(hits, key=lambda found: found[1].span):
        alike.setdefault((rule.code, hit.statement, level_of(rule, hit)), []).append(hit)
    return alike


def uncovered(hits: Sequence[tuple[Rule, Hit]]) -> list[tuple[Rule, Hit]]:
    """Leave out what rules say of words that are no text of the author ("[어떤 문제를 해결했는지 간단히 기재]"), and of an entry whose title is nothing else ("[Project Title]")."""
    covers = [hit.span for rule, hit in hits if rule.covers]
    return [(rule, hit) for rule, hit in hits if rule.covers or not any(_covers(cover, rule, hit) for cover in covers)]


def _covers(cover: Span, rule: Rule, hit: Hit) -> bool:
    """Whether words that are no text of the author are the matter of a finding: some of a statement's words, the whole title of an entry."""
    if rule.scope == "statement":
        return cover.overlaps(hit.span)
    return rule.scope == "entry" and len(hit.span) > 0 and cover.contains(hit.span)


def at_most(hits: Sequence[tuple[Rule, Hit]], evidence: Evidence) -> list[tuple[Rule, Hit]]:
    """Keep the first hits, by place, of a rule that wants no more than a number of them in one entry or section."""
    counts: dict[tuple[str, int | None, int], int] = {}
    kept: list[tuple[Rule, Hit]] = []
    for rule, hit in sorted(hits, key=lambda item: item[1].span.start):
        if rule.most and hit.statement is not None:
            section = -1 if hit.entry is not None else evidence.outline.statements[hit.statement].section
            key = (rule.code, hit.entry, section)
            counts[key] = counts.get(key, 0) + 1
            if counts[key] > rule.most:
                continue
        kept.append((rule, hit))
    return kept


def level_of(rule: Rule, hit: Hit) -> Level:
    """The level of one finding: the hit's own, or the rule's."""
    return hit.level or rule.level


def _rank(rule: Rule, hit: Hit) -> tuple[int, int, str, int]:
    return LEVELS.index(level_of(rule, hit)), -rule.specificity, rule.code, hit.span.start


def _hit_of(signal: Signal, statement: int, evidence: Evidence) -> Hit:
    return Hit(signal.span, statement, evidence.entry_of(statement), values={"match": evidence.document.words(signal.span)})


def _tells_trouble(pattern: str) -> bool:
    """Whether a heading says of all that stands under it that it was a difficulty ("Challenges"); limits are told for honesty."""
    return pattern.startswith("label ") or pattern == "section troubleshooting"


def _stands_alone(evidence: Evidence, index: int) -> bool:
    """Whether a statement has its bullet or paragraph for itself: of two sentences the second mostly tells what was done."""
    statements = evidence.outline.statements
    return all(other.block is not statements[index].block for other in (*statements[max(index - 1, 0) : index], *statements[index + 1 : index + 2]))


def _verdict(rule: Rule, judged: Judged, hit: Hit, *, whole: bool = False, sure: bool = False, needs: tuple[Condition, ...] = ()) -> Verdict:
    """The verdict on one match; `whole` says that it is a whole statement, which holds all the signals around it, `sure` that it needs no weight, `needs` what must hold beside the rule's own."""
    evidence = judged.evidence

    def met(condition: Condition) -> bool:
        if hit.statement is None and rule.scope == "statement":
            # A heading is no statement: where it stands says nothing, only its own words do.
            return condition.quoted and stands_in_quotes(judged, _line(evidence, hit.span), hit.span)
        if hit.statement is None:
            return holds_for_entry(condition, judged, hit.entry)
        return holds(condition, judged, hit.statement, None if whole else hit.span)

    claim = evidence.claims[hit.statement] if hit.statement is not None else None
    if claim is not None and ((rule.claim == "own" and not claim.own) or (rule.claim == "author" and claim.author not in ("author", "team"))):
        return Verdict(hit, partial(_not_own, claim))
    for condition in (*rule.needs, *needs):
        if not met(condition):
            return Verdict(hit, partial(_unmet, condition))
    for condition in rule.unless:
        if met(condition):
            return Verdict(hit, partial(_silenced, condition))
    if hit.statement is not None and rule.scope == "statement" and not sure and evidence.weighing.is_too_light(rule.code, hit.statement):
        return Verdict(hit, partial(_outweighed, evidence, rule.code, hit.statement))
    for element in rule.told_as:
        teller = evidence.told_in_words(hit.entry, element) if hit.entry is not None else None
        if teller is not None:
            return Verdict(hit, partial(_told_otherwise, evidence, element, teller), told=True)
    for change in rule.levels:
        if all(met(condition) for condition in change.when):
            return Verdict(replace(hit, level=change.level), once=change.once)
    return Verdict(hit)


def _not_own(claim: Claim) -> str:
    told = f"{claim.author}, {claim.modality}" + (f": {claim.because}" if claim.because else "")
    return f"the statement is not the author's own, told as done ({told})"


def _unmet(condition: Condition) -> str:
    return f"needs {describe(condition)}, which does not hold"


def _silenced(condition: Condition) -> str:
    return f"silent because {describe(condition)}"


def _outweighed(evidence: Evidence, code: str, statement: int) -> str:
    weight = evidence.weighing.weigh(code, statement)
    told = f" (weight {weight.value:.1f}, least {weight.least:.1f}; most against: {', '.join(weight.against)})" if weight is not None else ""
    return f"the words of the statement speak against it{told}"


def _told_otherwise(evidence: Evidence, element: str, statement: int) -> str:
    words = " ".join(evidence.masking.words(evidence.outline.statements[statement].span).split())
    return f"silent because '{words}' tells it ({element}), by the weight of its words"


def _line(evidence: Evidence, span: Span) -> Span:
    """The whole line of the text in which a span stands."""
    text = evidence.document.text
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))
