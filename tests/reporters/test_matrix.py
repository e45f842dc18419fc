"""The matrix on a narrow terminal: rows can be told apart."""

from __future__ import annotations

from careerlint.reporters.cells import told_apart


def test_titles_that_would_look_the_same_lose_what_they_begin_with() -> None:
    titles = ["Project 1: bus times", "Project 2: recipes", "Thesis"]
    assert told_apart(titles, 10) == ["1: bus times", "2: recipes", "Thesis"]
    assert told_apart(titles, 40) == titles


def test_titles_that_are_the_same_stay() -> None:
    assert told_apart(["Project one", "Project one"], 8) == ["Project one", "Project one"]
