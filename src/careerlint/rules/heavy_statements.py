"""Heavy statements: those whose words alone, taken together, may be a match of a rule."""

from __future__ import annotations

from collections.abc import Mapping

from careerlint.model.evidence import Evidence
from careerlint.rules.announcements import announces

_TOLD_FORMS = frozenset(("prose", "bullet"))
_FEWEST_WORDS = 3
_LONGEST_HEARD = 300
"""Letters of a statement that is quoted whole."""


def heavy_statements(evidence: Evidence) -> Mapping[str, tuple[int, ...]]:
    """By the code of a rule the statements that may be heavy for it, in order: all rules are asked of a statement at once."""
    found: dict[str, list[int]] = {}
    for index in range(len(evidence.outline.statements)):
        for code in evidence.weighing.promising(index) if _tells(evidence, index) else ():
            found.setdefault(code, []).append(index)
    return {code: tuple(indices) for code, indices in found.items()}


def _tells(evidence: Evidence, index: int) -> bool:
    """Whether a statement says something in a few words: no announcement ("모델 선택 이유:"), and no topic of nouns alone ("팀 협업 및 코드 공유")."""
    statement, words = evidence.outline.statements[index], evidence.words[index]
    if statement.form not in _TOLD_FORMS or len(words) < _FEWEST_WORDS or len(statement.span) > _LONGEST_HEARD:
        return False
    if announces(evidence, index):
        return False
    return statement.language != "ko" or any(word.pos in ("verb", "adjective") for word in words)
