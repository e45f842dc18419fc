"""Labels speak: a label, a column header or a heading gives its signal to the statements under it."""

from __future__ import annotations

from collections.abc import Sequence

from careerlint.model.outline import Outline
from careerlint.model.signal import Signal
from careerlint.rules.signal_files import SignalFile, normalise_label


def label_signals(outline: Outline, files: Sequence[SignalFile], nearest: bool = False) -> list[list[Signal]]:
    """For each statement the signals that its label, its headings or its section give it (strength `label`); with `nearest` only the words next to it speak."""
    by_label: dict[str, list[str]] = {}
    by_section: dict[str, list[str]] = {}
    for file in files:
        for label in file.labels:
            by_label.setdefault(label, []).append(file.name)
        for section in file.sections:
            by_section.setdefault(section, []).append(file.name)
    given: list[list[Signal]] = []
    for index, statement in enumerate(outline.statements):
        names: dict[str, str] = {}
        for words in (statement.label, *(statement.context[-1:] if nearest else statement.context)):
            for name in by_label.get(normalise_label(words), ()):
                names.setdefault(name, f"label {words}")
        kind = outline.sections[statement.section].kind
        for name in by_section.get(kind, ()):
            names.setdefault(name, f"section {kind}")
        given.append([Signal(name, statement.span, index, "label", because) for name, because in names.items()])
    return given
