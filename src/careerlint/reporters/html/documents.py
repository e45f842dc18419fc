"""Documents: everything that the page tells of one document, made ready for the templates."""

from __future__ import annotations

from collections.abc import Mapping

from careerlint.model.finding import Finding, Report
from careerlint.model.rule import Rule
from careerlint.model.story import ELEMENTS
from careerlint.reporters.gaps import weighty_findings
from careerlint.reporters.html.anchors import Anchor
from careerlint.reporters.html.cards import (
    Item,
    anchors_of,
    cards_of,
    counts_of,
    families_of,
    groups_of,
    ordered_items,
    sections_of,
)
from careerlint.reporters.html.pictures import picture_sheet
from careerlint.reporters.html.said import Said, phrase
from careerlint.reporters.html.sheets import Elements, TextSheet
from careerlint.reporters.html.stories import anchors_of_stories, kept_rows, praise_of, rows_of
from careerlint.reporters.html.view import Card, DocumentView, Sheet, Text
from careerlint.reporters.html.voice import Open, Silent, Voice, name_of
from careerlint.reporters.look import Look
from careerlint.reporters.phrases import clean_line
from careerlint.reporters.remark_notices import remark_notices
from careerlint.reporters.story import most_important, story_matrix, strengths


def document_view(report: Report, number: int, look: Look, rules: Mapping[str, Rule]) -> DocumentView:
    """The document that stands at this number (from 1) of the run."""
    prefix = f"d{number}"
    voice: Voice = Silent(report, rules) if look.redact else Open(report)
    items = ordered_items(report, look.notes)
    keys = tuple(f"{prefix}c{index}" for index in range(1, len(items) + 1))
    every = story_matrix(report)
    rows, strong = kept_rows(every), strengths(report)
    elements = Elements(prefix, {key: index for index, key in enumerate(keys, 1)})
    anchors = [*anchors_of(report, items, keys), *anchors_of_stories(report, rows, strong, prefix)]
    sheet = None if look.redact else _sheet(report, anchors, elements, voice, look)
    cards = cards_of(report, items, keys, elements.of, voice)
    name, folder = name_of(report.path, number, look.root, look.redact)
    return DocumentView(
        prefix, name, folder, phrase(report.outline.kind), _facts(report), report.language, report.outline.language, counts_of(cards),
        _important(items, cards), praise_of(report, strong, elements.of, voice, prefix), tuple(phrase(name) for name, _ in ELEMENTS),
        rows_of(report, rows, elements.of, voice, prefix), len(every) - len(rows), groups_of(report, items, cards, voice),
        families_of(cards), sections_of(report, cards, voice), sheet, () if look.redact else _notices(report),
        Said(clean_line(report, "ko"), clean_line(report, "en")),
    )


def _sheet(report: Report, anchors: list[Anchor], elements: Elements, voice: Voice, look: Look) -> Sheet:
    drawn = look.draw(report) if look.draw is not None and report.document.format == "pdf" else None
    if drawn is not None and drawn.pages:
        return picture_sheet(report, anchors, elements, voice, drawn)
    return TextSheet(report.document, anchors, elements, voice).sheet()


def _facts(report: Report) -> tuple[Text, ...]:
    """The format, and how many pages it has where it has some."""
    pages = report.document.pages
    facts: list[Text] = [f".{report.document.format}"]
    if pages is not None:
        facts.append(phrase("page-one") if pages == 1 else phrase("pages").filled(count=pages))
    return tuple(facts)


def _notices(report: Report) -> tuple[tuple[Said, str], ...]:
    """Where each remark to careerlint stands that does nothing, and why it does not."""
    return tuple((phrase("line").filled(line=notice.line), notice.message) for notice in remark_notices(report))


def _important(items: tuple[Item, ...], cards: tuple[Card, ...]) -> tuple[Card, ...]:
    card_of: dict[int, Card] = {id(finding): card for item, card in zip(items, cards, strict=True) for finding in ((item,) if isinstance(item, Finding) else item.findings)}
    chosen: tuple[Finding, ...] = most_important(weighty_findings(items))
    return tuple(card_of[id(finding)] for finding in chosen)

