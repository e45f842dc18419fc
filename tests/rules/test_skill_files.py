"""Vocabulary files of skills: mistakes name file, line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerlint.rules.rule_error import RuleFileError
from careerlint.rules.rule_set import load_rule_set
from careerlint.rules.skill_files import check_skills
from careerlint.rules.yaml_source import read_source


@pytest.mark.parametrize(
    "text,line,message",
    [
        ("Foo: {kind: tool, alsoo: [x]}\n", 1, "unknown key 'alsoo'.*did you mean 'also'"),
        ("Foo: {kind: tool}\nBar: {kind: gadget}\n", 2, "'kind' must be one of"),
        ("Foo: {also: [x]}\n", 1, "'kind' must be one of"),
        ("Foo: {kind: tool, technique: maybe}\n", 1, "true or false"),
        ("Foo: {kind: tool, fields: [vision]}\n", 1, "no field 'vision'"),
        ("Foo: {kind: tool, also: 3}\n", 1, "a text or a list of texts"),
        ("Foo: {kind: tool}\nBar:\n  kind: library\n  part_of: [Fooo]\n", 4, "no skill 'Fooo'; did you mean 'Foo'"),
        ("Foo Bar: {kind: tool}\nBaz: {kind: tool, also: [foo-bar]}\n", 2, "names 'Foo Bar' already"),
        ("Foo: {kind: tool}\n7: {kind: tool}\n", 2, "quotation marks"),
        ("- Foo\n", 1, "maps names"),
    ],
)
def test_mistakes_name_their_place(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = tmp_path / "skills.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError, match=message) as caught:
        check_skills(read_source(path), {})
    assert caught.value.path == path and caught.value.line == line


def test_a_folder_of_ones_own_adds_skills(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary" / "skills.yml"
    path.parent.mkdir()
    path.write_text("Quux DB: {kind: store, technique: true, part_of: [SQL]}\n", encoding="utf-8")
    skills = load_rule_set((tmp_path,), use_cache=False).vocabulary["skills"]
    assert "Quux DB" in skills and "PyTorch" in skills


def test_the_vocabulary_is_large_and_sound() -> None:
    skills = load_rule_set().vocabulary["skills"]
    assert len(skills) > 400
    assert sum(bool(item.get("technique")) for item in skills.values()) > 200
