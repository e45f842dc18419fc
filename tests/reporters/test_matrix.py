"""The matrix on a narrow terminal: rows can be told apart."""

from __future__ import annotations

from careerlint.reporters.cells import told_apart


def test_titles_that_would_look_the_same_lose_what_they_begin_with() -> None:
    titles = ["Project 1: bus times", "Project 2: recipes", "Thesis"]
    assert told_apart(titles, 10) == ["1: bus times", "2: recipes", "Thesis"]
    assert told_apart(titles, 40) == titles


def test_titles_that_are_the_same_stay() -> None:
    assert told_apart(["Project one", "Project one"], 8) == ["Project one", "Project one"]


def test_with_room_what_they_begin_with_is_shortened_and_kept() -> None:
    titles = ["Municipal Waterside Harbour Clerk | Vell Works", "Municipal Waterside Harbour Rope Tester | Gull Line"]
    assert told_apart(titles, 26)[0] == "Munic... Clerk | Vell Works"
    assert told_apart(titles, 19) == ["Clerk | Vell Works", "Rope Tester | Gull Line"]


def test_it_is_left_out_where_the_rest_would_look_the_same() -> None:
    titles = ["Municipal Harbour Gaugereadingandtellinga", "Municipal Harbour Gaugereadingandtellingb"]
    assert told_apart(titles, 26) == ["Gaugereadingandtellinga", "Gaugereadingandtellingb"]
