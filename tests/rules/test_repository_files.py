"""The vocabulary of repositories: mistakes name file, line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerlint.rules.repository_files import check_repository
from careerlint.rules.rule_error import RuleFileError
from careerlint.rules.rule_set import load_rule_set
from careerlint.rules.yaml_source import read_source

SKILLS: dict[str, object] = {"Docker": {}, "Python": {}}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("thing: {}\n", 1, "unknown key 'thing'.*did you mean 'things'"),
        ("languages:\n  Pyton: ['*.py']\n", 2, "no skill 'Pyton'; did you mean 'Python'"),
        ("libraries:\n  Docker: ['(']\n", 2, "no regular expression"),
        ("closed:\n  ko: ['(']\n", 2, "no regular expression"),
        ("closed:\n  fr: [a]\n", 2, "unknown key 'fr'"),
        ("sources: 3\n", 1, "a text or a list of texts"),
        ("things:\n  a: {name: {ko: a}, looked: {ko: a, en: a}}\n", 2, "'name.en' must be a text"),
        ("things:\n  a: {name: {ko: a, en: a}, looked: {ko: a, en: a}, skills: [Dockr]}\n", 2, "did you mean 'Docker'"),
        ("things:\n  a: {name: {ko: a, en: a}, looked: {ko: a, en: a}, unread: 1}\n", 2, "true or false"),
    ],
)
def test_mistakes_name_their_place(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = tmp_path / "repository.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError, match=message) as caught:
        check_repository(read_source(path), {}, SKILLS)
    assert caught.value.path == path and caught.value.line == line


def test_a_folder_of_ones_own_adds_to_it(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary" / "repository.yml"
    path.parent.mkdir()
    path.write_text("libraries: {Tableau: [twb]}\n", encoding="utf-8")
    data = load_rule_set((tmp_path,), use_cache=False).vocabulary["repository"]
    assert data["libraries"]["Tableau"] == ["twb"] and "PyTorch" in data["libraries"]
