"""Configuration files at the command line: what `check` does with them, `config` and `init`."""

from __future__ import annotations

import json
from pathlib import Path

from calling import BARE_FAILURE, careerlint

from careerlint.config import Config, chosen_rules
from careerlint.engine import linter

AS_IS = "# 프로젝트\n- 그냥 모델 갖다 썼습니다\n"


def folder_with(tmp_path: Path, settings: str, **documents: str) -> Path:
    (tmp_path / "careerlint.toml").write_text(settings, encoding="utf-8")
    for name, text in documents.items():
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


def test_check_follows_the_nearest_file(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, 'select = ["CHG001"]\nfail-on = "warning"', a=AS_IS)
    outcome = careerlint("check", folder, "--format", "concise")
    assert (outcome.code, outcome.out.count("CHG001")) == (1, 1)
    assert careerlint("check", folder, "--fail-on", "never").code == 0
    assert careerlint("check", folder, "--no-config", "--format", "concise").code == 0


def test_each_document_has_the_settings_of_its_own_folder(tmp_path: Path) -> None:
    folder_with(tmp_path, 'select = ["CHG001"]', a=AS_IS)
    (tmp_path / "strict").mkdir()
    folder_with(tmp_path / "strict", 'select = ["CHG001"]\nlevels = { CHG = "error" }', b=AS_IS)
    outcome = careerlint("check", tmp_path, "--format", "json")
    levels = {Path(document["path"]).name: [finding["level"] for finding in document["findings"]] for document in json.loads(outcome.out)["documents"]}
    assert levels == {"a.md": ["warning"], "b.md": ["error"]}
    assert outcome.code == 1


def test_excluded_files_are_linted_only_when_named(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, 'select = ["CHG001"]\nexclude = ["b.md"]', a=AS_IS, b=AS_IS)
    assert careerlint("check", folder, "--format", "concise").out.count("CHG001") == 1
    assert careerlint("check", folder / "b.md", "--format", "concise").out.count("CHG001") == 1


def test_a_mistake_in_the_file_ends_the_call_with_its_place(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, '[per-file-ignores]\n"*.md" = ["STO01"]', a=AS_IS)
    outcome = careerlint("check", folder)
    assert outcome.code == 2
    assert "careerlint.toml:2: there is no rule or family 'STO01'; did you mean STO001?" in outcome.err
    assert careerlint("check", folder, "--no-config").code == 0


ROLE = """game-developer:
  name: {ko: 게임 개발자, en: a game developer}
  needs:
    - {name: {ko: C++, en: C++}, any: [C++]}
    - {name: {ko: 대회, en: a game jam}, any: [C++], words: {en: [game jam]}}
"""
STORY = "# Harbour maps\n\n## Projects\n\n### Map of the harbour\n\n- I wrote the renderer in Python and cut the load time from 4 s to 1 s.\n"


def test_a_role_of_ones_own_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "mine" / "vocabulary").mkdir(parents=True)
    (tmp_path / "mine" / "vocabulary" / "roles.yml").write_text(ROLE, encoding="utf-8")
    folder = folder_with(tmp_path, 'rules = ["mine"]\nrole = "game-developer"', a=STORY)
    by_file = careerlint("check", folder / "a.md", "--select", "FOC002", "--format", "concise")
    by_flag = careerlint("check", folder / "a.md", "--no-config", "--rules", tmp_path / "mine", "--role", "game-developer", "--select", "FOC002", "--format", "concise")
    assert by_file.out == by_flag.out
    assert "a game developer" in by_file.out and "C++" in by_file.out


def test_a_role_that_nobody_defines_is_told_with_those_there_are(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, 'select = ["FOC002"]\nrole = "data-enginer"', a=STORY)
    by_file, by_flag = careerlint("check", folder), careerlint("check", folder, "--no-config", "--role", "game-developer")
    assert (by_file.code, by_flag.code) == (2, 2)
    assert "careerlint.toml:2: there is no role 'data-enginer'; did you mean data-engineer?" in by_file.err
    assert "there is no role 'game-developer'" in by_flag.err and "mlops" in by_flag.err and "generalist" in by_flag.err
    assert careerlint("check", folder, "--no-config", "--role", "generalist", "--select", "FOC002").code == 0


def test_a_pinned_ruleset_leaves_newer_rules_out(tmp_path: Path) -> None:
    rules = linter().rule_set.rules
    assert chosen_rules(rules, Config()) and not chosen_rules(rules, Config(ruleset="2026.11"))
    outcome = careerlint("check", folder_with(tmp_path, 'ruleset = "2026.11"', a=AS_IS))
    assert outcome.code == 2 and "there was no rule before" in outcome.err


def test_config_says_where_each_value_comes_from(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, 'notes = "all"\n[per-file-ignores]\n"a.md" = ["STO"]', a=AS_IS)
    outcome = careerlint("config", folder / "a.md")
    assert f"notes             all                          {folder / 'careerlint.toml'}:1" in outcome.out
    assert "a.md is spared: STO" in outcome.out
    told = json.loads(careerlint("config", folder / "a.md", "--format", "json").out)
    assert told["fail-on"] == {"value": "error", "from": "default"}
    missing = careerlint("config", folder / "b.md")
    assert missing.code == 2 and "is not there" in missing.err


def test_init_leaves_the_settings_of_a_pyproject_in_force(tmp_path: Path) -> None:
    pyproject = tmp_path / "pyproject.toml"
    pyproject.write_text('[tool.careerlint]\nignore = ["ATT005"]\nfail-on = "warning"\n', encoding="utf-8")
    done = careerlint("init", tmp_path, "--workflow")
    assert done.code == 2
    assert (tmp_path / ".github" / "workflows" / "careerlint.yml").exists()
    assert not (tmp_path / "careerlint.toml").exists()
    assert "is not written" in done.err and "pyproject.toml" in done.err
    assert json.loads(careerlint("config", tmp_path, "--format", "json").out)["ignore"]["value"] == ["ATT005"]
    inner = tmp_path / "docs"
    inner.mkdir()
    told = careerlint("init", inner)
    assert told.code == 0
    assert "applies no more" in told.out
    pyproject.write_text('[tool.ruff]\nline-length = 100\n', encoding="utf-8")
    assert careerlint("init", tmp_path).code == 0


def test_init_writes_files_once(tmp_path: Path) -> None:
    assert careerlint("init", tmp_path, "--workflow", "--pre-commit").code == 0
    names = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert names == {"careerlint.toml", ".github/workflows/careerlint.yml", ".pre-commit-config.yaml"}
    (tmp_path / "careerlint.toml").write_text("notes = 'all'", encoding="utf-8")
    again = careerlint("init", tmp_path)
    assert (again.code, (tmp_path / "careerlint.toml").read_text(encoding="utf-8")) == (2, "notes = 'all'")
    assert "careerlint.toml" in again.err


def test_add_ignores_accepts_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text(BARE_FAILURE, encoding="utf-8")
    assert careerlint("check", path).code == 1
    outcome = careerlint("check", path, "--add-ignores")
    assert (outcome.code, "1 finding accepted by remarks" in outcome.err) == (0, True)
    path.write_text(path.read_text(encoding="utf-8") + "\n\n" + BARE_FAILURE.splitlines()[-1] + "\n", encoding="utf-8")
    assert careerlint("check", path).code == 1
    assert careerlint("check", "-", "--add-ignores", given="# x").code == 2


def test_add_ignores_says_what_it_cannot_accept(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text(BARE_FAILURE + "\n\n1. ```\n   echo 주민등록번호: 900101-1234568\n   ```\n", encoding="utf-8")
    outcome = careerlint("check", path, "--add-ignores")
    number = 1 + path.read_text(encoding="utf-8").split("echo")[0].count("\n")
    assert f"1 in code stay (line {number})" in outcome.err
    assert "ignore-file PRV001" in outcome.err
    assert "900101" not in outcome.err


def test_remarks_that_do_nothing_are_told_on_standard_error(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text("# Harbour maps\n\n<!-- careerlint: ignore STO001 -->\nThe harbour has four cranes.\n\n<!-- careerlint: igore -->\n", encoding="utf-8")
    outcome = careerlint("check", path, "--format", "concise")
    assert outcome.out == ""
    assert ":3: this remark suppresses nothing any more" in outcome.err
    assert ":6: the remark names 'igore'" in outcome.err


def test_why_not_follows_the_configuration(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, 'kind = "resume"', a=AS_IS)
    assert "kind resume" in careerlint("why-not", "CHG001", f"{folder / 'a.md'}:2").out
    (folder / "careerlint.toml").write_text('kind = "project"', encoding="utf-8")
    assert "kind project" in careerlint("why-not", "CHG001", f"{folder / 'a.md'}:2").out
