"""What is wrong with a remark, in every format: as that format tells what is no finding."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hostile import look
from jsonschema import Draft4Validator, Draft202012Validator
from junitparser import JUnitXml, Skipped
from runner import carried_out
from test_schemas import schema, told

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.finding import Report, Run
from careerlint.readers import read_text
from careerlint.reporters.formats import FORMATS
from careerlint.reporters.github_summary import render_github_summary
from careerlint.reporters.remark_notices import remark_notices

SOURCE = (
    "# 항구 지도\n\n<!-- careerlint: ignore STO001 -->\n크레인은 4대입니다.\n\n<!-- careerlint: igore -->\n지도에 표시했습니다.\n\n"
    "<!-- careerlint: on -->\n배는 12척입니다.\n\n<!-- career-lint: ignore -->\n부두는 3곳입니다.\n"
)
LINES = {"unused-remark": 3, "unknown-remark": 6, "needless-remark": 9, "misspelt-remark": 12}
NAME = "포트폴리오/이력서, 최종: 50%.md"


def report() -> Report:
    found = linter().lint(read_text(SOURCE, NAME), Config(select=("STO001",)))
    assert found.findings == ()
    return found


RUN = Run((report(),), "0.0.0", "0", Config().as_of)


def rendered(format: str) -> str:
    return FORMATS[format](RUN, look())


@pytest.mark.parametrize("language", ["ko", "en"])
def test_each_fault_has_its_notice(language: str) -> None:
    notices = list(remark_notices(report(), language))
    assert {notice.name: notice.line for notice in notices} == LINES
    assert all(("하세요" in notice.message or "쓰세요" in notice.message or "지우세요" in notice.message or "고르세요" in notice.message) == (language == "ko") for notice in notices)
    assert any("ignore" in notice.message for notice in notices if notice.name == "unknown-remark")


def test_json_says_what_is_wrong() -> None:
    [document] = json.loads(rendered("json"))["documents"]
    assert [(each["line"], each["unused"], bool(each["message"])) for each in document["suppressions"]] == [(3, True, True), (6, False, True), (9, True, True), (12, False, True)]
    assert document["findings"] == []


def test_sarif_notifies_of_settings_that_do_nothing() -> None:
    log = json.loads(rendered("sarif"))
    assert told(Draft4Validator(schema("sarif-2.1.0-rtm.5.json")).iter_errors(log)) == []
    [invocation] = log["runs"][0]["invocations"]
    found = {each["descriptor"]["id"]: each["locations"][0]["physicalLocation"]["region"]["startLine"] for each in invocation["toolConfigurationNotifications"]}
    assert found == LINES and invocation["executionSuccessful"] and log["runs"][0]["results"] == []


def test_github_shows_notices_and_commands_nothing_else() -> None:
    commands = [command for command in carried_out(rendered("github")) if command.name == "notice"]
    assert {command.properties["title"].split()[1]: int(command.properties["line"]) for command in commands} == LINES
    assert all("col" not in command.properties for command in commands)
    assert FORMATS["github"](RUN, replace(look(), notes="none")).count("::notice") == 0
    summary = render_github_summary(RUN, look())
    assert all(name in summary for name in LINES)


def test_gitlab_and_rdjson_hold_them_as_the_mildest() -> None:
    items = json.loads(rendered("gitlab"))
    assert told(Draft202012Validator(schema("gitlab-code-quality.schema.json")).iter_errors(items)) == []
    assert {item["check_name"]: item["location"]["lines"]["begin"] for item in items} == LINES and {item["severity"] for item in items} == {"info"}
    assert len({item["fingerprint"] for item in items}) == 4
    diagnostics = json.loads(rendered("rdjson"))
    assert told(Draft202012Validator(schema("rdjson.schema.json")).iter_errors(diagnostics)) == []
    assert {each["code"]["value"]: each["location"]["range"]["start"]["line"] for each in diagnostics["diagnostics"]} == LINES
    assert {each["severity"] for each in diagnostics["diagnostics"]} == {"INFO"}


def test_junit_skips_them_beside_a_case_that_passes() -> None:
    [suite] = JUnitXml.fromstring(rendered("junit").encode())
    cases = list(suite)
    assert [case.is_passed for case in cases] == [True, False, False, False, False]
    assert all(isinstance(case.result[0], Skipped) for case in cases[1:])
    assert (suite.failures, suite.errors, suite.skipped) == (0, 0, 4)


def test_pages_for_people_list_them() -> None:
    for format in ("markdown", "html"):
        text = rendered(format)
        assert all(re.search(rf"\b{line}행", text) for line in LINES.values()) and "careerlint: on" in text
    assert "careerlint: on" not in FORMATS["html"](RUN, replace(look(), redact=True))
