"""A signal: what a statement says, with the words that say it."""

from __future__ import annotations

from dataclasses import dataclass

from careerlint.model.span import Span

STORY_SIGNALS = frozenset((
    "goal", "action", "use", "as-is", "change", "improvement", "metric", "before-after", "failure", "difficulty", "cause",
    "remedy", "lesson", "reason", "alternative", "factor", "baseline", "role", "team", "learning", "duty", "impact",
))
"""What a statement tells of a story, in the words of the catalogue. The other signals help the rules, come and go, and are promised to nobody."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One match: `statement` is an index into the outline, `strength` is `weak` for words that count only inside the
    statement itself (a cause carried by -어서), `pattern` the line of the pattern that matched, for `why-not`.

    `sure` words say it whatever stands around them ("was a wild goose chase"): such a finding is not weighed."""

    name: str
    span: Span
    statement: int
    strength: str = "strong"
    pattern: str = ""
    sure: bool = False
