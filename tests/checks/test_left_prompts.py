"""FMT005: the questions of a template are told where nothing answers them, and only there."""

from __future__ import annotations

import pytest
from linting import findings


def told(words: str, heading: str = "Challenges", above: str = "") -> list[str]:
    text = f"# Tide map\n\nA map of tides.\n\n## Build\n\nI drew 40 harbours.\n\n{above}## {heading}\n{words}\n\n## Future\n\nMore harbours, from May on.\n"
    return [finding.message.split("'")[1] for finding in findings("FMT005", text)]


@pytest.mark.parametrize(
    "words",
    [
        "What was successful. What did I learn", "What went well, what did not", "What went well", "What did you learn?", "How did you solve it?", "What would I do differently", "What I would do differently",
        "Why did I choose this stack", "What worked and what did not work.", "What could have gone better?", "What you learned from the project", "What challenges did you face?", "Which parts were you proud of?", "- What did I learn\n- What went well",
    ],
)
def test_a_part_that_only_asks_was_never_filled_in(words: str) -> None:
    assert len(told(words)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "What I learned is that tides turn twice a day.", "What worked best was pruning.", "What a week!", "What drives the price of a house?", "How can we predict churn?", "Why did customers leave?", "Why did we lose customers?",
        "What was the most popular genre?", "How do tides and wind go together?", "What did I learn? Tides turn twice a day.", "What did I learn?\n\n- Tides turn twice", "What did I learn?\n\n```\nturn = 2\n```", "What did I learn?\n\n![turns](turns.png)",
        "[What I learned](notes.md)", "What did I learn?\n\n### Tides\n\nThey turn twice.",
    ],
)
def test_what_is_answered_or_asked_of_the_data_is_silent(words: str) -> None:
    assert not told(words)


@pytest.mark.parametrize("heading", ["Question", "Questions I asked", "Q3", "3", "Exercise 4"])
def test_below_such_a_heading_a_question_is_meant(heading: str) -> None:
    assert not told("What did you learn?", heading)
