"""Reading entries: what each of a document's entries tells, found once for all rules."""

from __future__ import annotations

from careerlint.entries.earlier_trade import is_of_earlier_trade, tells_technical_work
from careerlint.entries.looking_back import entry_looks_back, looks_back
from careerlint.entries.told import is_contest, open_statements_of, telling, tells_of_work, told_entries, told_size
from careerlint.model.evidence import Evidence
from careerlint.model.stories import Stories


def read_stories(evidence: Evidence) -> Stories:
    """The stories of a document."""
    entries = range(len(evidence.outline.entries))
    told = tuple(told_entries(evidence))
    technical = frozenset(entry for entry in told if tells_technical_work(evidence, entry))
    back = looks_back(evidence)
    open_statements = open_statements_of(evidence)
    work = frozenset(entry for entry in entries if tells_of_work(evidence, entry, open_statements))
    return Stories(
        told=told,
        judged=() if back else tuple(entry for entry in told if not entry_looks_back(evidence, entry) and not is_of_earlier_trade(evidence, entry, technical)),
        work=work,
        telling=tuple(telling(evidence, entry, open_statements) if entry in work else () for entry in entries),
        sizes=tuple(told_size(evidence, entry) for entry in entries),
        contests=frozenset(entry for entry in entries if is_contest(evidence, entry)),
        open_statements=open_statements,
        looks_back=back,
    )
