"""Marking: which findings of a store stand on text that many share."""

from __future__ import annotations

from dataclasses import astuple
from itertools import tee

from careerlint.cohort.contents import Contents
from careerlint.cohort.rows import LEAST_PEOPLE, people_who_share
from careerlint.cohort.store import Store


def mark_shared_text(store: Store) -> None:
    """Find the text that many share and mark the findings on it; nothing is marked where there are too few people to share one."""
    contents = Contents(store.connection)
    people = contents.count_people()
    if people < LEAST_PEOPLE:
        store.mark_shared((), ())
        return
    # The libraries of numbers take half a second to import, which a few documents of one person need not wait for.
    from careerlint.cohort.insight import find_shared_text, silence_findings

    insight = find_shared_text(contents.statements, contents.sketches, contents.copies(), people_who_share(people))
    rows, places = tee(contents.all_findings())
    told = silence_findings((row for row, _, _ in rows), contents.statements, insight)
    marked = [(document, number, place) for (_, place), (_, document, number) in zip(told, places, strict=True) if place >= 0]
    store.mark_shared((astuple(text) for text in insight.shared), marked)
