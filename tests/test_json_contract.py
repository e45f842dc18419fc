"""The JSON report keeps its contract: the schema in docs holds for real runs, and it describes every field there is."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from careerlint.cli.application import application
from careerlint.readers import read

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
SCHEMA: dict[str, Any] = json.loads((ROOT / "docs" / "json-report.schema.json").read_text(encoding="utf-8"))


def closed(schema: Any) -> Any:
    """The schema with every object closed: what the program writes today has no field that the schema does not name."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: closed(value) for key, value in schema.items() if key not in ("if", "then", "else")}
    if schema.get("type") == "object" and "properties" in schema:
        found["additionalProperties"] = False
    return found


def run_check(*arguments: str, standard_input: bytes | None = None) -> tuple[int, dict[str, Any]]:
    outcome = CliRunner().invoke(
        application, ["check", *arguments, "--format", "json", "--as-of", "2026-01-01"], input=standard_input
    )
    return outcome.exit_code, json.loads(outcome.stdout)


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    """The JSON over all examples and one file that cannot be read."""
    code, data = run_check(str(EXAMPLES / "poor"), str(EXAMPLES / "good"), str(EXAMPLES / "missing.docx"))
    assert code == 2
    return data


def messages(schema: Any, data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(data)]


def test_schema_is_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_examples_match_the_schema(report: dict[str, Any]) -> None:
    assert len(report["documents"]) == 41
    assert messages(SCHEMA, report) == []


def test_schema_names_every_field(report: dict[str, Any]) -> None:
    assert messages(closed(SCHEMA), report) == []


def test_every_kind_of_place_is_seen(report: dict[str, Any]) -> None:
    keys = {
        document["format"]: set(place)
        for document in report["documents"]
        for finding in document["findings"]
        for place in finding["places"]
    }
    assert keys == {
        "md": {"start", "end"}, "txt": {"start", "end"}, "docx": {"part", "paragraph", "run", "start", "end"}, "pdf": {"page", "boxes"},
    }


def test_summary_counts_the_findings(report: dict[str, Any]) -> None:
    levels = [finding["level"] for document in report["documents"] for finding in document["findings"]]
    assert report["summary"] == {
        "documents": len(report["documents"]),
        "unreadable": 1,
        **{level: levels.count(level) for level in ("error", "warning", "note")},
    }


def test_unreadable_file_has_an_error_and_no_findings(report: dict[str, Any]) -> None:
    document = report["documents"][-1]
    assert document["path"].endswith("missing.docx")
    assert document["error"]["kind"] == "missing"
    assert document["findings"] == document["entries"] == []


def test_positions_point_at_the_words(report: dict[str, Any]) -> None:
    """Line and column count from 1 in code points; the end is exclusive."""
    assert {document["format"] for document in report["documents"] if document["findings"]} == {"md", "txt", "docx", "pdf"}
    for document in report["documents"][:-1]:
        lines = read(Path(document["path"])).text if document["format"] in ("docx", "pdf") else Path(document["path"]).read_text("utf-8")
        for finding in document["findings"]:
            words = between(lines.split("\n"), finding["start"], finding["end"])
            # The extracted text has no markup, so only the words are compared.
            shown, written = ("".join(text.split()) for text in (finding["text"], words))
            # A star hides one private letter.
            assert len(shown) == len(written), (document["path"], finding["code"])
            assert all(letter in (other, "*") for letter, other in zip(shown, written, strict=True)), (document["path"], finding["code"])


def between(lines: list[str], start: dict[str, int], end: dict[str, int]) -> str:
    taken = lines[start["line"] - 1 : end["line"]]
    taken[-1] = taken[-1][: end["column"] - 1]
    taken[0] = taken[0][start["column"] - 1 :]
    return "\n".join(taken)


def test_fingerprints_differ_inside_a_document(report: dict[str, Any]) -> None:
    assert any(len(document["findings"]) > 1 for document in report["documents"])
    for document in report["documents"]:
        fingerprints = [finding["fingerprint"] for finding in document["findings"]]
        assert len(set(fingerprints)) == len(fingerprints)


def test_fingerprints_survive_moved_lines_and_other_formats(report: dict[str, Any]) -> None:
    source = (EXAMPLES / "poor" / "ko-ml-junior.md").read_text(encoding="utf-8")
    moved = source.replace("\n## 프로젝트", "\n\n\n<!-- moved -->\n\n## 프로젝트")
    _, data = run_check("-", "--stdin-name", "moved.md", standard_input=moved.encode())
    fingerprints = {
        Path(document["path"]).suffix: {finding["fingerprint"] for finding in document["findings"]}
        for document in report["documents"]
        if Path(document["path"]).parent.name == "poor" and Path(document["path"]).stem == "ko-ml-junior"
    }
    assert {finding["fingerprint"] for finding in data["documents"][0]["findings"]} == fingerprints[".md"]
    assert fingerprints[".docx"] == fingerprints[".md"] == fingerprints[".pdf"]


def test_a_wrong_report_is_refused(report: dict[str, Any]) -> None:
    """The schema has teeth: a report that breaks the contract is told."""
    broken = copy.deepcopy(report)
    finding = next(finding for document in broken["documents"] for finding in document["findings"])
    finding["start"]["line"] = 0
    del finding["fingerprint"]
    assert len(messages(SCHEMA, broken)) == 2
