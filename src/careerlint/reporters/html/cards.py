"""Cards: each finding as it stands beside the document, and the order they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from careerlint.expression import Expression
from careerlint.model.finding import LEVELS, Finding, Level, Report
from careerlint.reporters.gaps import GapBlock, shown_items, stands_for_all, told_names
from careerlint.reporters.html.anchors import Anchor
from careerlint.reporters.html.said import Said, family_of, phrase, place_of
from careerlint.reporters.html.view import Card, Choice, Gap, Group, Scaffold, Text
from careerlint.reporters.html.voice import Voice
from careerlint.reporters.look import Notes
from careerlint.reporters.phrases import capital
from careerlint.reporters.story import is_around, stands_in

Item = Finding | GapBlock
WHOLE = "whole"
"""What the filter calls the section of findings about the document."""

_MOST_RELATED = 50
_BLANKS = Expression(r"(〈[^〉]*〉)")


def ordered_items(report: Report, notes: Notes) -> tuple[Item, ...]:
    """What is shown, in reading order; what is about the whole document stands before what is about its lines."""
    return tuple(sorted(shown_items(report, notes), key=lambda item: not is_about_all(item)))


def is_about_all(item: Item) -> bool:
    """Whether an item is about the document and not about one place in it."""
    return item.entry is None and (isinstance(item, GapBlock) or (item.scope == "document" and item.statement is None))


def anchors_of(report: Report, items: Sequence[Item], keys: Sequence[str]) -> Iterator[Anchor]:
    """The words of every item, and the words that belong to them."""
    for item, key in zip(items, keys, strict=True):
        if (isinstance(item, GapBlock) and item.entry is None) or (isinstance(item, Finding) and stands_for_all(report, item)):
            continue
        first = _first(item)
        # A finding about an entry or the document points at a title; its words are not what is remarked.
        exact = isinstance(item, Finding) and item.statement is not None
        yield Anchor(first.span, "words" if exact else "about", key, item.level)
        related = first.related[:_MOST_RELATED] if isinstance(item, Finding) else ()
        yield from (Anchor(span, "about", key, item.level) for span in related if len(span))


def cards_of(report: Report, items: Sequence[Item], keys: Sequence[str], targets: Mapping[str, str], voice: Voice) -> tuple[Card, ...]:
    """A card for every item; a rule that says the same as before says it once."""
    told: set[tuple[str, ...]] = set()
    cards = []
    for number, (item, key) in enumerate(zip(items, keys, strict=True), 1):
        first = _first(item)
        texts = voice.texts(first)
        again = (first.code, *texts) in told
        told.add((first.code, *texts))
        target = targets.get(key, "")
        if isinstance(item, GapBlock):
            cards.append(_gap_card(report, item, key, number, target, voice))
        else:
            cards.append(_finding_card(report, item, key, number, target, voice, again))
    return tuple(cards)


def groups_of(report: Report, items: Sequence[Item], cards: Sequence[Card], voice: Voice) -> tuple[Group, ...]:
    """The cards under the headings that their words stand below."""
    groups: list[tuple[tuple[Text, ...], list[Card]]] = []
    for item, card in zip(items, cards, strict=True):
        heading = (phrase("whole"),) if is_about_all(item) else _heading(report, _first(item), voice)
        if not groups or groups[-1][0] != heading:
            groups.append((heading, []))
        groups[-1][1].append(card)
    return tuple(Group(heading, tuple(held)) for heading, held in groups)


def counts_of(cards: Sequence[Card]) -> tuple[tuple[Level, int], ...]:
    """How many findings of each level the cards tell of."""
    return tuple((level, sum(dict(card.levels).get(level, 0) for card in cards)) for level in LEVELS)


def families_of(cards: Sequence[Card]) -> tuple[Choice, ...]:
    """The families of rules that the cards are of, by code."""
    counts: dict[str, int] = {}
    for card in cards:
        counts[card.family] = counts.get(card.family, 0) + card.count
    return tuple(Choice(family, family_of(family), count) for family, count in sorted(counts.items()))


def sections_of(report: Report, cards: Sequence[Card], voice: Voice) -> tuple[Choice, ...]:
    """The sections that the cards stand in, in reading order."""
    counts: dict[str, int] = {}
    for card in cards:
        counts[card.section] = counts.get(card.section, 0) + card.count
    labels = {key: phrase("whole") if key == WHOLE else voice.heading(int(key)) for key in counts}
    return tuple(Choice(key, labels[key], counts[key]) for key in sorted(counts, key=lambda key: -1 if key == WHOLE else int(key)))


def scaffold(text: str) -> tuple[Scaffold, ...]:
    """A rewrite in pieces: its blanks and the words between them."""
    return tuple(Scaffold(part, part.startswith("〈")) for part in _BLANKS.split(text) if part)


def _first(item: Item) -> Finding:
    return item if isinstance(item, Finding) else item.findings[0]


def _finding_card(report: Report, finding: Finding, key: str, number: int, target: str, voice: Voice, again: bool) -> Card:
    why, rewrite, question = voice.texts(finding)
    for_all = stands_for_all(report, finding)
    place, words = (phrase("whole"), "") if for_all else (place_of(report, finding.stands), voice.words(finding.span))
    return Card(
        key, number, finding.level, (finding.code,), finding.name, place, words, target, voice.message(finding),
        why, scaffold(rewrite), question, again=again, levels=((finding.level, 1),), family=_family(finding.code), section=_section(report, finding, is_about_all(finding)),
    )


def _gap_card(report: Report, block: GapBlock, key: str, number: int, target: str, voice: Voice) -> Card:
    first = block.findings[0]
    message = phrase(block.phrase).filled(names=told_names(report, block, lambda entry: _in_language(voice.title(entry), report.language)))
    asked: dict[str, str] = {}
    for finding in block.findings:
        asked.setdefault(finding.gap, voice.texts(finding)[2])
    place = place_of(report, first.span) if block.entry is not None else phrase("whole")
    return Card(
        key, number, block.level, tuple(dict.fromkeys(finding.code for finding in block.findings)), "", place,
        voice.words(first.span) if block.entry is not None else "", target, capital(getattr(message, report.language)),
        gaps=tuple(Gap(*pair) for pair in asked.items()), levels=block.levels, family=_family(first.code),
        section=_section(report, first, is_about_all(block)),
    )


def _in_language(text: Text, language: str) -> str:
    return str(getattr(text, language)) if isinstance(text, Said) else str(text)


def _family(code: str) -> str:
    return code.rstrip("0123456789")


def _section(report: Report, finding: Finding, whole: bool) -> str:
    """The section whose entry or text it is about, as the filter calls it."""
    if whole:
        return WHOLE
    entry, section = stands_in(report, finding)
    listed = report.outline.entries[entry].section if entry >= 0 else section
    return str(listed) if listed >= 0 else WHOLE


def _heading(report: Report, finding: Finding, voice: Voice) -> tuple[Text, ...]:
    entry, section = stands_in(report, finding)
    parts: list[Text] = [voice.title(entry)] if entry >= 0 else []
    if section >= 0:
        heading = voice.heading(section)
        # A number in place of a title says enough.
        titled = entry >= 0 and report.outline.entries[entry].is_headed_by(report.outline.sections[section])
        if heading not in parts and not titled and not (parts and isinstance(heading, Said)):
            parts.insert(0 if parts and is_around(report.outline, section, entry) else len(parts), heading)
    return tuple(parts) or (phrase("whole"),)
