"""Every format on one hostile run: golden reports, places cut out of the source, and nothing that a log obeys."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import pytest
from hostile import ENDINGS, GOLDEN, NAME, PHONE, QUOTED, SOURCE, hostile_run, look, reports
from runner import Command, carried_out

from careerlint.reporters.formats import FORMATS

REPORTS = reports(hostile_run(), look())
ADVICE = "run tests/reporters/hostile.py and read the difference"
UNSAFE = ("\x1b", "\x07", "\u202e", "\u202c", "\u2028", "\x00", PHONE)


def data(format: str) -> Any:
    return json.loads(REPORTS[ENDINGS[format]])


@pytest.mark.parametrize("ending", REPORTS)
def test_report_is_the_golden_one(ending: str) -> None:
    assert REPORTS[ending] == (GOLDEN / f"hostile.{ending}").read_bytes().decode("utf-8"), ADVICE


def test_every_format_has_a_golden_report() -> None:
    assert set(ENDINGS) == set(FORMATS) - {"html"}
    assert {path.name for path in GOLDEN.iterdir()} == {f"hostile.{ending}" for ending in REPORTS}


@pytest.mark.parametrize("ending", sorted(set(REPORTS) - {"json"}))
def test_nothing_unsafe_is_left(ending: str) -> None:
    assert [letter for letter in UNSAFE if letter in REPORTS[ending]] == []


def test_equal_runs_give_equal_bytes() -> None:
    assert reports(hostile_run(), look()) == REPORTS


@pytest.mark.parametrize("format", ["json", "sarif", "gitlab", "junit", "rdjson"])
def test_reports_for_programs_command_nothing(format: str) -> None:
    assert carried_out(REPORTS[ENDINGS[format]]) == []


def cut(line: int, column: int, end_line: int, end_column: int) -> str:
    """The words of the source between two places in code points, lines ended by \\n, \\r\\n or \\r, as reports quote them."""
    return quoted(between([line.removesuffix("\r") for line in SOURCE.split("\n")], line, column, end_line, end_column))


def cut_bytes(line: int, column: int, end_line: int, end_column: int) -> str:
    """The same with columns in bytes of the file."""
    lines = SOURCE.encode().split(b"\n")
    taken = lines[line - 1 : end_line]
    taken[-1] = taken[-1][: end_column - 1]
    taken[0] = taken[0][column - 1 :]
    return quoted(b"\n".join(taken).decode())


def between(lines: list[str], line: int, column: int, end_line: int, end_column: int) -> str:
    taken = lines[line - 1 : end_line]
    taken[-1] = taken[-1][: end_column - 1]
    taken[0] = taken[0][column - 1 :]
    return "\n".join(taken)


def quoted(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).split())


WORDS = {code: quoted(words) for code, words in QUOTED.items()}


def test_sarif_regions_cut_the_words_out_of_the_source() -> None:
    found = {}
    for result in data("sarif")["runs"][0]["results"]:
        physical = result["locations"][0]["physicalLocation"]
        if "region" in physical:
            region = physical["region"]
            found[result["ruleId"]] = cut(region["startLine"], region["startColumn"], region["endLine"], region["endColumn"])
    assert found == WORDS


def test_rdjson_columns_cut_the_words_out_of_the_bytes() -> None:
    found, related = {}, []
    for diagnostic in data("rdjson")["diagnostics"]:
        if "range" in diagnostic["location"]:
            found[diagnostic["code"]["value"]] = cut_bytes(*corners(diagnostic["location"]["range"]))
        related += [cut_bytes(*corners(item["location"]["range"])) for item in diagnostic.get("related_locations", ())]
    assert found == WORDS
    assert related == ["OO기업"]


def corners(found: dict[str, dict[str, int]]) -> tuple[int, int, int, int]:
    return found["start"]["line"], found["start"]["column"], found["end"]["line"], found["end"]["column"]


def annotated() -> dict[str, Command]:
    commands = carried_out(REPORTS["github.txt"])
    return {command.properties["title"].split()[0]: command for command in commands if command.properties.get("file") == NAME}


def test_annotations_cut_the_words_out_of_the_source() -> None:
    found = {}
    for code, command in annotated().items():
        place = command.properties
        if place["line"] != place["endLine"]:
            assert "col" not in place and "endColumn" not in place
            continue
        found[code] = cut(int(place["line"]), int(place["col"]), int(place["endLine"]), int(place["endColumn"]))
    assert found == {code: words for code, words in WORDS.items() if code != "REP002"}


def test_gitlab_lines_hold_the_words() -> None:
    lines = [quoted(line) for line in SOURCE.split("\n")]
    for told in data("gitlab"):
        if told["location"]["path"] == NAME:
            place = told["location"]["lines"]
            assert WORDS[told["check_name"]] in " ".join(lines[place["begin"] - 1 : place["end"]])


def test_words_that_come_again_are_reported_where_they_stand() -> None:
    """Positions come from the finding, never from another search for its words."""
    starts = {code: int(command.properties["line"]) for code, command in annotated().items()}
    assert starts == {"STO001": 3, "STO002": 4, "FMT005": 5, "HON001": 6, "REP002": 7, "PRV003": 9, "FMT013": 10}


def test_one_place_in_five_systems() -> None:
    """`잘 안되더라구요` stands behind an emoji of one code point, two UTF-16 units and four bytes, and behind Hangul."""
    line = SOURCE.split("\n")[2]
    points = line.index("잘")
    result = next(item for item in data("sarif")["runs"][0]["results"] if item["ruleId"] == "STO001")
    diagnostic = next(item for item in data("rdjson")["diagnostics"] if item["code"]["value"] == "STO001")
    assert result["locations"][0]["physicalLocation"]["region"]["startColumn"] == points + 1
    assert int(annotated()["STO001"].properties["col"]) == points + 1
    assert diagnostic["location"]["range"]["start"]["column"] == len(line[:points].encode()) + 1
    assert f"{NAME}:3:{points + 1}: STO001" in REPORTS["concise.txt"]
    assert data("json")["documents"][0]["findings"][0]["start"] == {"line": 3, "column": points + 1}


@pytest.mark.parametrize("format", [name for name in ENDINGS if name not in ("rich", "concise", "json")])
def test_documents_without_lines_name_paragraph_or_page(format: str) -> None:
    text = REPORTS[ENDINGS[format]]
    assert "paragraph 14: 'did not work'" in text
    assert "page 2: 'did not work'" in text


@pytest.mark.parametrize("language", ["ko", "en"])
def test_private_values_stay_masked(language: str) -> None:
    for text in reports(hostile_run(), look(language)).values():
        assert PHONE not in text
