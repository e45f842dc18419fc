"""Files that a document says are in its repository, by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from careerlint.checks.repository_claims import links_away, may_claim
from careerlint.checks.repository_traces import Traces
from careerlint.checks.repository_words import Knowledge, joined
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.outline import SectionKind
from careerlint.model.span import Span

_INPUT = Expression(r"train|test|valid|raw|input|data|sample|example|config|secret|credential|key", re.IGNORECASE)
"""Names of files that a reader has to bring."""
_BROUGHT: frozenset[SectionKind] = frozenset(("data", "usage", "structure"))
_NAME = "§"


@dataclass(frozen=True, slots=True)
class Named:
    """A file that a statement says is there."""

    name: str
    span: Span
    statement: int


def files_named(evidence: Evidence, knowledge: Knowledge) -> Iterator[Named]:
    """The files that the author says were put into the repository."""
    suffixes = "|".join(knowledge.data["named"]["suffixes"])
    path = Expression(rf"(?<![\w/.:*<{{-])(?:[\w.-]+/){{0,6}}[\w.-]*\w\.(?:{suffixes})(?![A-Za-z0-9_*/-]|\.\w)", re.IGNORECASE)
    for index, statement in enumerate(evidence.outline.statements):
        told = joined(knowledge.data["named"]["claims"].get(statement.language, ()))
        text = evidence.text(index)
        if told is None or statement.table >= 0 or not _BROUGHT.isdisjoint(evidence.outline.section_kinds(statement)):
            continue
        for found in path.finditer(text):
            marked = f"{text[: found.start()]}{_NAME}{text[found.end() :]}"
            name = PurePosixPath(found[0]).name
            if not _INPUT.search(name) and told.search(marked) and may_claim(evidence, index, knowledge) and not links_away(evidence, index):
                yield Named(name, Span(*found.span()).shifted(statement.span.start), index)


def unheld_files(evidence: Evidence, named: list[Named], traces: Traces) -> Iterator[Hit]:
    """Those that no tracked file is called like; a file that is kept elsewhere leaves its name with an ending of its own ("best.pt.dvc")."""
    if not named:
        return
    names = {PurePosixPath(path).name for path in traces.paths}
    count = len(evidence.surroundings.tracked())
    for each in named:
        name = each.name.lower()
        if any(other == name or other.startswith(f"{name}.") or PurePosixPath(other).stem == PurePosixPath(name).stem for other in names):
            continue
        told = {"match": each.name, "name": each.name, "count": str(count)}
        yield Hit(each.span, each.statement, evidence.entry_of(each.statement), values=told, variant="no-file")
