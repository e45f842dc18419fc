"""Page charts: the three drawings of a cohort's page, in both languages where names in them are words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from careerlint.cohort.charts import Series, bars, stacked_bars
from careerlint.cohort.counting import PartCount, RuleCount, StoryCount
from careerlint.cohort.page import Pair, share
from careerlint.model.finding import LEVELS
from careerlint.model.story import ELEMENTS
from careerlint.reporters.phrases import PHRASES


def level_chart(names: Sequence[Pair], parts: Sequence[PartCount]) -> Markup:
    """How many findings of each level every part has."""
    numbers = [tuple(getattr(part.levels, level) for part in parts) for level in LEVELS]
    series = [Series(level, values, tuple(f"{value:,}" for value in values)) for level, values in zip(LEVELS, numbers, strict=True)]
    return _in_both(lambda language: stacked_bars([pair[language == "en"] for pair in names], series), all(korean == english for korean, english in names))


def rule_chart(rules: Sequence[RuleCount], people: int) -> Markup:
    """How many of the people meet each rule."""
    series = Series("people", tuple(rule.people for rule in rules), tuple(f"{rule.people:,} · {share(rule.people, people)}" for rule in rules))
    return bars([f"{rule.code} {rule.name}" for rule in rules], [series], people)


def story_chart(story: StoryCount) -> Markup:
    """The share of people and of entries that tell each element."""
    series = [
        Series(mark, tuple(count / max(all_of, 1) for count in counts), tuple(share(count, all_of) for count in counts))
        for mark, counts, all_of in (("people", story.told_by, story.people), ("entries", story.told, story.entries))
    ]
    return _in_both(lambda language: bars([PHRASES[language][name] for name, _ in ELEMENTS], series, 1), False)


def _in_both(draw: Callable[[str], Markup], same: bool) -> Markup:
    if same:
        return draw("en")
    return Markup('<div class="in-ko" lang="ko">{}</div><div class="in-en" lang="en">{}</div>').format(draw("ko"), draw("en"))
