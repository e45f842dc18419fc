"""The concise and the JSON report."""

from __future__ import annotations

import json
from typing import Any

from reports import run_on

from careerlint.model.finding import Run, Unreadable
from careerlint.reporters.concise import render_concise
from careerlint.reporters.json_report import render_json
from careerlint.reporters.look import Look

KOREAN = "# 😀 지도\n\n## 프로젝트\n\n- 😀 **CutMix**를 해봤는데 잘 안되더라구요.\n"


def finding_in(run: Run) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render_json(run))["documents"][0]["findings"][0]
    return found


def test_columns_count_code_points_of_the_source_from_1() -> None:
    finding = finding_in(run_on(KOREAN))
    line = KOREAN.split("\n")[4]
    assert (finding["start"], finding["end"]) == ({"line": 5, "column": 22}, {"line": 5, "column": 30})
    assert line[finding["start"]["column"] - 1 : finding["end"]["column"] - 1] == finding["text"] == "잘 안되더라구요"


def test_places_point_into_the_source() -> None:
    assert finding_in(run_on(KOREAN))["places"] == [{"start": {"line": 5, "column": 22}, "end": {"line": 5, "column": 30}}]


def test_windows_line_ends_do_not_move_a_place() -> None:
    assert finding_in(run_on(KOREAN.replace("\n", "\r\n")))["start"] == {"line": 5, "column": 22}


def test_letters_stay_letters() -> None:
    assert "잘 안되더라구요" in render_json(run_on(KOREAN))


def test_a_file_name_that_is_no_text_is_still_json() -> None:
    run = run_on(KOREAN, name="caf\udce9.md")
    text = render_json(run)
    text.encode("utf-8")
    assert json.loads(text)["documents"][0]["path"] == "caf\udce9.md"
    assert render_concise(run, Look()).startswith("caf\N{REPLACEMENT CHARACTER}.md:5:22: STO001 error ")


def test_concise_has_one_line_for_each_finding_whatever_the_name() -> None:
    text = render_concise(run_on(KOREAN, name="a\nb\x1b[2J.md"), Look())
    assert len(text.splitlines()) == 1
    assert "\x1b" not in text


def test_unreadable_files_count() -> None:
    run = run_on("# Maps\n\nFour cranes stand here.\n")
    run = Run((*run.outcomes, Unreadable("b.pdf", "encrypted", "locked", "잠김")), run.version, run.ruleset, run.as_of)
    data = json.loads(render_json(run))
    assert data["summary"] == {"documents": 2, "unreadable": 1, "error": 0, "warning": 0, "note": 0}
    assert data["documents"][1]["error"] == {"kind": "encrypted", "message": "locked"}
    assert data["documents"][0]["error"] is None


def test_rules_are_counted_below_the_findings_where_that_is_asked_for() -> None:
    run = run_on(KOREAN, KOREAN)
    assert render_concise(run, Look(statistics=True)) == render_concise(run, Look()) + "    2  STO001  bare-failure\n"
