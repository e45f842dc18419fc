"""Shown works: which entries the lists and lines of a portfolio give, and which portfolio shows none but only leads to where they are."""

from __future__ import annotations

from collections.abc import Sequence

from careerlint.outline.draft import Draft
from careerlint.outline.empty_lists import holds_nothing, leads_on
from careerlint.outline.entry_drafts import DraftEntry
from careerlint.outline.levels import RESUME_SECTIONS
from careerlint.outline.linked_items import linked_items
from careerlint.outline.named_lines import named_lines
from careerlint.outline.plain_titles import speaks_of_the_page, told_behind_list
from careerlint.outline.sections import first_line
from careerlint.outline.vocabulary import WORK_SECTIONS

_SEVERAL = 2


def shown(draft: Draft, listed: Sequence[DraftEntry]) -> list[DraftEntry]:
    """The entries of the lists of a portfolio, or its linked lines where headings name no two works, or its linked bullets where nothing names one; with what is told behind a list without names."""
    headed = {
        section.heading.lower() for entry in listed
        if entry.kind == "project" and entry.title is not None and entry.title == (section := draft.sections[entry.section]).title
    }
    linked = named_lines(draft, range(len(draft.lines)), "link") if len(headed) < _SEVERAL else []
    if not linked and not any(entry.kind == "project" and entry.title is not None for entry in listed):
        linked = linked_items(draft)
    entries = [*linked, *(entry for entry in listed if not linked or entry.kind != "project")]
    entries = [entry for entry in entries if not speaks_of_the_page(draft, entry)]
    return [*entries, *told_behind_list(draft, entries)]


def is_only_of_a_person(draft: Draft) -> bool:
    """Whether a portfolio only leads on: its list of works is links, or all headings below its title are about its author or lists that hold nothing."""
    if any(section.kind == "projects" and section.lines[0] < section.lines[1] and leads_on(draft, index) for index, section in enumerate(draft.sections)):
        return True
    lowest = min((section.level for section in draft.sections if section.title is not None), default=0)
    # A bold line may say who it is.
    below = [
        index for index, section in enumerate(draft.sections)
        if section.title is not None and (section.kind != "other" or (section.level > lowest and not draft.lines[first_line(section)].look))
    ]
    lists = [index for index in below if draft.sections[index].kind in WORK_SECTIONS]
    return bool(lists) and all(draft.sections[index].kind in RESUME_SECTIONS | {"structure"} for index in below) and all(holds_nothing(draft, index) for index in lists)
