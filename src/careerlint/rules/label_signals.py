"""Labels speak: a label, a column header or a heading gives its signal to the statements under it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from careerlint.model.outline import Outline
from careerlint.model.signal import Signal
from careerlint.rules.signal_patterns import SignalFile, normalise_label

_LONGEST_LABEL = 4


@dataclass(frozen=True, slots=True)
class LabelTable:
    """The names of signals by the labels and the kinds of sections that give them."""

    by_label: Mapping[str, Sequence[str]]
    by_section: Mapping[str, Sequence[str]]


def label_table(files: Iterable[SignalFile]) -> LabelTable:
    """The labels and sections of these signals."""
    by_label: dict[str, list[str]] = {}
    by_section: dict[str, list[str]] = {}
    for file in files:
        for label in file.labels:
            by_label.setdefault(label, []).append(file.name)
        for section in file.sections:
            by_section.setdefault(section, []).append(file.name)
    return LabelTable(by_label, by_section)


def label_signals(outline: Outline, table: LabelTable, nearest: bool = False) -> list[list[Signal]]:
    """For each statement the signals that its label, its headings or its section give it (strength `label`); with `nearest` only the words next to it speak."""
    given: list[list[Signal]] = []
    for index, statement in enumerate(outline.statements):
        names: dict[str, str] = {}
        for words in (statement.label, *(statement.context[-1:] if nearest else statement.context)):
            for name in table.by_label.get(normalise_label(words), ()):
                names.setdefault(name, f"label {words}")
        if not names:
            for name in table.by_label.get(_head(statement.label), ()):
                names.setdefault(name, f"label {statement.label}")
        kind = outline.sections[statement.section].kind
        for name in table.by_section.get(kind, ()):
            names.setdefault(name, f"section {kind}")
        given.append([Signal(name, statement.span, index, "label", because) for name, because in names.items()])
    return given


def _head(label: str) -> str:
    """The noun that a Korean label of several words ends in: 과제 목표, 지연 원인."""
    words = label.split()
    if not 1 < len(words) <= _LONGEST_LABEL:
        return ""
    head = normalise_label(words[-1])
    return head if "가" <= head[-1:] <= "힣" else ""
