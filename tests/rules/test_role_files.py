"""Vocabulary files of fields and roles: mistakes name file, line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerlint.rules.rule_error import RuleFileError
from careerlint.rules.rule_set import load_rule_set
from careerlint.rules.skill_files import check_fields, check_roles
from careerlint.rules.yaml_source import read_source

NEED = "cook:\n  name: {ko: 요리사, en: cook}\n  needs:\n    - {name: {ko: 칼, en: knife}, any: [Knife]}\n"


@pytest.mark.parametrize(
    "text,line,message",
    [
        (NEED.replace("needs:", "need:"), 3, "unknown key 'need'.*did you mean 'needs'"),
        (NEED.replace("any: [Knife]", "any: [Knive]"), 4, "no skill 'Knive'; did you mean 'Knife'"),
        (NEED.replace("}, any", "}, some: x, any"), 4, "unknown key 'some'"),
        (NEED.replace("any: [Knife]", "any: [Knife], words: {ko: ['(']}"), 4, "no regular expression"),
        (NEED.replace("any: [Knife]", "any: [Knife], words: {fr: [x]}"), 4, "unknown key 'fr'"),
    ],
)
def test_mistakes_in_roles(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = tmp_path / "roles.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError, match=message) as caught:
        check_roles(read_source(path), {"Knife": {"kind": "tool"}})
    assert caught.value.path == path and caught.value.line == line


@pytest.mark.parametrize(
    "text,message",
    [
        ("vision: {}\n", "unknown key 'vision'"),
        ("cv: {name: {ko: 비전, en: vision}, words: {ko: 사진, en: photo}, metric: [IoU]}\n", "did you mean 'metrics'"),
        ("cv: {name: {ko: 비전, en: vision}, words: {ko: 사진}, metrics: [IoU]}\n", "'words.en' must be a text"),
    ],
)
def test_mistakes_in_fields(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "fields.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError, match=message) as caught:
        check_fields(read_source(path))
    assert caught.value.line == 1


def test_every_role_has_needs() -> None:
    roles = load_rule_set().vocabulary["roles"]
    assert all(len(role["needs"]) >= 3 for role in roles.values())
