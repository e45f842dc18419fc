"""The reports against the schemas and the parsers of their consumers."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hostile import NAME, hostile_run, look
from jsonschema import Draft4Validator, Draft202012Validator
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite
from lxml import etree
from reports import CONFIG, run_on

from careerlint.config import chosen_rules
from careerlint.engine import linter
from careerlint.model.finding import Run
from careerlint.reporters.gitlab import render_gitlab
from careerlint.reporters.junit import render_junit
from careerlint.reporters.look import Look
from careerlint.reporters.rdjson import render_rdjson
from careerlint.reporters.sarif import render_sarif

SCHEMAS = Path(__file__).parent.parent / "schemas"
CLEAN = "# Maps\n\nFour cranes stand here.\n"
RUNS = {"hostile": hostile_run(), "many": hostile_run(3), "clean": run_on(CLEAN), "nothing": Run((), "0.0.0", "0", hostile_run().as_of)}
ALL_RULES = Look(rules=chosen_rules(linter().rule_set.rules, CONFIG))


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


def told(found: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in found]


@pytest.mark.parametrize("name", RUNS)
@pytest.mark.parametrize("how", [look(), look("en"), ALL_RULES], ids=["ko", "en", "all rules"])
def test_sarif_matches_its_schema(name: str, how: Look) -> None:
    log = json.loads(render_sarif(RUNS[name], how))
    assert told(Draft4Validator(schema("sarif-2.1.0-rtm.5.json")).iter_errors(log)) == []


@pytest.mark.parametrize("name", RUNS)
def test_gitlab_matches_its_schema(name: str) -> None:
    report = json.loads(render_gitlab(RUNS[name], look()))
    assert told(Draft202012Validator(schema("gitlab-code-quality.schema.json")).iter_errors(report)) == []
    fingerprints = [item["fingerprint"] for item in report]
    assert len(set(fingerprints)) == len(fingerprints)


@pytest.mark.parametrize("name", RUNS)
def test_rdjson_matches_its_schema(name: str) -> None:
    report = json.loads(render_rdjson(RUNS[name], look()))
    assert told(Draft202012Validator(schema("rdjson.schema.json")).iter_errors(report)) == []


@pytest.mark.parametrize("name", RUNS)
def test_junit_matches_its_schema(name: str) -> None:
    xsd = etree.XMLSchema(etree.parse(str(SCHEMAS / "junit-10.xsd")))
    xsd.assertValid(etree.fromstring(render_junit(RUNS[name], look()).encode()))


def test_the_schemas_have_teeth() -> None:
    log = json.loads(render_sarif(RUNS["hostile"], look()))
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    log["runs"][0]["colour"] = "red"
    assert len(list(Draft4Validator(schema("sarif-2.1.0-rtm.5.json")).iter_errors(log))) >= 2
    report = json.loads(render_rdjson(RUNS["hostile"], look()))
    del report["diagnostics"][0]["location"]
    assert list(Draft202012Validator(schema("rdjson.schema.json")).iter_errors(report))


class TestSarif:
    """What GitHub asks for beyond the schema, and what the specification says in words."""

    log: Any = json.loads(render_sarif(hostile_run(), look()))
    run: Any = log["runs"][0]

    def test_rules_have_what_github_requires(self) -> None:
        rules = json.loads(render_sarif(run_on(CLEAN), ALL_RULES))["runs"][0]["tool"]["driver"]["rules"]
        assert len({rule["id"] for rule in rules}) == len(rules) == len(ALL_RULES.rules)
        for rule in rules:
            assert 0 < len(rule["shortDescription"]["text"]) <= 1024
            assert 0 < len(rule["fullDescription"]["text"]) <= 1024
            assert rule["help"]["text"] and rule["help"]["markdown"]
            assert rule["properties"]["precision"] in ("very-high", "high", "medium", "low")
            assert rule["properties"]["problem.severity"] in ("error", "warning", "recommendation")
            assert len(rule["properties"]["tags"]) <= 10

    def test_results_have_what_github_requires(self) -> None:
        for result in self.run["results"]:
            assert result["message"]["text"] and result["partialFingerprints"]["primaryLocationLineHash"]
            assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert self.log["$schema"].endswith("/sarif-schema-2.1.0.json")
        assert self.run["columnKind"] == "unicodeCodePoints"

    def test_no_result_is_an_empty_list(self) -> None:
        assert json.loads(render_sarif(run_on(CLEAN), look()))["runs"][0]["results"] == []

    def test_rule_indices_point_at_the_rule(self) -> None:
        rules = self.run["tool"]["driver"]["rules"]
        assert {rules[result["ruleIndex"]]["id"] for result in self.run["results"] if "ruleIndex" in result} == {"STO001"}

    def test_paths_are_percent_encoded_below_the_base(self) -> None:
        location = self.run["artifacts"][0]["location"]
        assert location["uri"].isascii() and not set(location["uri"]) & set(" ,:")
        assert unquote(location["uri"]) == NAME
        assert location["uriBaseId"] in self.run["originalUriBaseIds"]
        assert "uri" not in self.run["originalUriBaseIds"][location["uriBaseId"]]

    def test_messages_have_no_links_and_no_placeholders(self) -> None:
        text = self.run["results"][0]["message"]["text"]
        assert "[y](1)" not in text and "[y] (1)" in text
        assert text.endswith("{{1}}")

    def test_documents_without_lines_have_no_region(self) -> None:
        word, pdf = (result["locations"][0] for result in self.run["results"][-2:])
        assert "region" not in word["physicalLocation"] and "region" not in pdf["physicalLocation"]
        assert word["logicalLocations"] == [{"name": "paragraph 14", "kind": "paragraph"}]
        assert pdf["logicalLocations"] == [{"name": "page 2", "kind": "page"}]

    def test_unreadable_documents_are_notifications(self) -> None:
        invocation = self.run["invocations"][0]
        assert invocation["executionSuccessful"] is False
        [notification] = invocation["toolExecutionNotifications"]
        assert notification["descriptor"] == {"id": "encrypted"}
        assert unquote(notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) == "잠김 ##[error]::error::.pdf"

    def test_a_clean_run_was_successful(self) -> None:
        assert json.loads(render_sarif(run_on(CLEAN), look()))["runs"][0]["invocations"] == [{"executionSuccessful": True}]

    def test_a_fix_replaces_the_words(self) -> None:
        [change] = next(result["fixes"][0]["artifactChanges"] for result in self.run["results"] if "fixes" in result)
        [replacement] = change["replacements"]
        assert replacement["insertedContent"]["text"] == "TensorFlow"
        assert replacement["deletedRegion"] == {"startLine": 10, "startColumn": 3, "endLine": 10, "endColumn": 13}


def parsed_junit(run: Run, how: Look) -> JUnitXml:
    found = JUnitXml.fromstring(render_junit(run, how).encode())
    assert isinstance(found, JUnitXml)
    return found


class TestJUnit:
    """What a parser of JUnit XML makes of the report."""

    parsed = parsed_junit(hostile_run(), look("en"))

    def suites(self) -> list[TestSuite]:
        return list(self.parsed)

    def cases(self, suite: int) -> list[TestCase]:
        return list(self.suites()[suite])

    def test_a_suite_for_each_document(self) -> None:
        assert [suite.name for suite in self.suites()] == [NAME, "이력서.docx", "cv.pdf", "clean.md", "잠김 ##[error]::error::.pdf"]
        assert [(suite.tests, suite.failures, suite.errors, suite.skipped) for suite in self.suites()] == [
            (7, 5, 0, 2), (1, 1, 0, 0), (1, 1, 0, 0), (1, 0, 0, 0), (1, 0, 1, 0),
        ]  # fmt: skip

    def test_errors_and_warnings_fail_and_notes_are_skipped(self) -> None:
        kinds = {case.name.split()[0]: type(case.result[0]) for case in self.cases(0)}
        assert kinds.pop("REP002") is kinds.pop("FMT013") is Skipped
        assert set(kinds.values()) == {Failure}

    def test_a_clean_document_passes_a_case(self) -> None:
        [case] = self.cases(3)
        assert case.is_passed and case.name == "nothing found"

    def test_an_unreadable_document_is_an_error(self) -> None:
        [case] = self.cases(4)
        assert isinstance(case.result[0], Error)
        assert (case.result[0].type, case.result[0].message) == ("encrypted", "It is locked, 100%.")

    def test_words_come_back_as_they_were(self) -> None:
        case = next(case for case in self.cases(0) if case.name.startswith("HON001"))
        assert case.result[0].message.startswith("'::error file=a.md,line=1::가져라 %0A ##[add-mask]x ]]> <![CDATA[ & \"'': 100%, ")

    def test_names_are_unique_and_do_not_name_lines(self) -> None:
        many = parsed_junit(hostile_run(3), look())
        names = [case.name for case in next(iter(many))]
        assert len(set(names)) == len(names) == 21
        assert "STO001 some-name: 잘 안되더라구요 (3)" in names

    def test_letters_that_xml_forbids_are_replaced(self) -> None:
        run = run_on("# Maps\n\n## Project\n\n- We tried it but it did not work.\n", name="a\ufffe\x01\udce9.md")
        tree = etree.parse(io.BytesIO(render_junit(run, look()).encode()))
        assert tree.getroot()[0].get("name") == "a\N{REPLACEMENT CHARACTER}" + "\N{REPLACEMENT CHARACTER}" * 2 + ".md"


def test_gitlab_names_the_rule_in_the_description_and_the_unreadable_as_blocker() -> None:
    report = json.loads(render_gitlab(hostile_run(), look("en")))
    assert report[0]["description"].startswith("STO001 some-name: '잘 안되더라구요'")
    assert [item["severity"] for item in report if item["check_name"] == "encrypted"] == ["blocker"]
    assert render_gitlab(RUNS["clean"], look()) == "[]\n"


def test_rdjson_tells_the_unreadable_and_suggests_fixes() -> None:
    report = json.loads(render_rdjson(hostile_run(), look("en")))
    assert report["diagnostics"][-1] == {
        "message": "It is locked, 100%.", "location": {"path": "잠김 ##[error]::error::.pdf"}, "severity": "ERROR", "code": {"value": "encrypted"},
    }
    assert [item["suggestions"][0]["text"] for item in report["diagnostics"] if "suggestions" in item] == ["TensorFlow"]
