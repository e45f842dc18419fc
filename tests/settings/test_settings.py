"""Configuration files: what they may say, which one applies, and what a mistake in one is told as."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from careerlint.settings import KEYS, SettingsError, SettingsFinder, read_settings, resolve
from careerlint.settings.resolving import is_excluded
from careerlint.settings.writing import settings_text

DAY = date(2026, 1, 1)


def written(folder: Path, text: str, name: str = "careerlint.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("selekt = ['STO']", 1, "unknown key 'selekt'; did you mean 'select'? Allowed: select, ignore"),
        ("# a\nfail_on = 'error'", 2, "did you mean 'fail-on'?"),
        ("\nfail-on = 'warnings'", 2, "'fail-on' takes one of error, warning, note, never; did you mean 'warning'?"),
        ("preview = 'yes'", 1, "'preview' takes true or false, not 'yes'"),
        ("max-pages = true", 1, "'max-pages' takes a whole number from 1 on"),
        ("timeout = 0", 1, "'timeout' takes a number of seconds from 0.1 on"),
        ("select = [1]", 1, "'select' takes a list of texts"),
        ("kind = 'resum'", 1, "did you mean 'resume'?"),
        ("ruleset = '2025.01'", 1, "there was no rule before"),
        ("ruleset = '2031.01'", 1, "a newer careerlint is needed"),
        ("ruleset = 'latest'", 1, "year and month"),
        ("language = 'ko'\n[levels]\nCHG001 = 'fatal'", 2, "a table from rules to one of error, warning, note"),
        ("levels = {CHG001 = 'off'}", 1, "'off' is none, a rule is switched off by ignore = [\"CHG001\"]"),
        ("levels = {CHG001 = false}", 1, "'False' is none, a rule is switched off by ignore = [\"CHG001\"]"),
        ("levels = {CHG001 = 'eror'}", 1, "'eror' is none, did you mean 'error'?"),
        ("language = 'kr'", 1, "did you mean 'ko'?"),
        ("[tool.careerlint]\nselect = ['STO']", 1, "in careerlint.toml the keys stand without a [tool.careerlint] above them"),
        ("a = 'b", 1, "this is not valid TOML"),
        ("select = []\nselect = []", 2, "this is not valid TOML"),
    ],
)
def test_a_mistake_names_file_line_and_the_way_out(tmp_path: Path, text: str, line: int, told: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(SettingsError) as error:
        read_settings(path)
    assert str(error.value).startswith(f"{path}:{line}: ")
    assert told in str(error.value)


def test_pyproject_counts_only_with_a_table_of_its_own(tmp_path: Path) -> None:
    assert read_settings(written(tmp_path, "[tool.other]\nx = 1", "pyproject.toml")) is None
    assert read_settings(written(tmp_path, "[project]\ndescription = 'careerlint'", "pyproject.toml")) is None
    text = "[project]\nname = 'x'\n\n[tool.careerlint]\nselect = 'STO, CHG001'\n[tool.careerlint.levels]\nCHG = 'note'"
    found = read_settings(written(tmp_path, text, "pyproject.toml"))
    assert found is not None
    assert found.values == {"select": ("STO", "CHG001"), "levels": (("CHG", "note"),)}
    assert (found.lines["select"], found.lines["levels"], found.lines["levels.CHG"]) == (5, 6, 7)
    with pytest.raises(SettingsError, match=r":5: unknown key 'nots'; did you mean 'notes'"):
        read_settings(written(tmp_path, "[project]\nname = 'x'\n\n[tool.careerlint]\nnots = 'all'", "pyproject.toml"))


def test_the_nearest_file_applies_and_none_above_the_repository(tmp_path: Path) -> None:
    written(tmp_path, "fail-on = 'note'")
    repository = tmp_path / "repository"
    (repository / ".git").mkdir(parents=True)
    (repository / "docs").mkdir()
    finder = SettingsFinder()
    assert finder.settings_of(repository / "docs" / "README.md") is None
    beside = finder.settings_of(tmp_path / "resume.md")
    assert beside is not None and beside.values == {"fail-on": "note"}
    written(repository, "fail-on = 'warning'")
    written(repository, "[tool.careerlint]\nfail-on = 'never'", "pyproject.toml")
    written(repository / "docs", "preview = true")
    fresh = SettingsFinder()
    outer, inner = fresh.settings_of(repository / "README.md"), fresh.settings_of(repository / "docs" / "README.md")
    assert outer is not None and outer.values == {"fail-on": "warning"}
    assert inner is not None and inner.values == {"preview": True}
    assert SettingsFinder(wanted=False).settings_of(repository / "README.md") is None
    only = SettingsFinder(only=repository / "pyproject.toml").settings_of(tmp_path / "resume.md")
    assert only is not None and only.values == {"fail-on": "never"}


def test_flags_win_over_the_file_and_the_file_over_defaults(tmp_path: Path) -> None:
    settings = read_settings(written(tmp_path, "select = ['STO']\nnotes = 'all'\nrules = ['own']\nbaseline = 'accepted.json'"))
    resolved = resolve(tmp_path / "a.md", {"select": ("CHG",)}, settings, DAY)
    assert (resolved.config.select, resolved.origins["select"]) == (("CHG",), "command line")
    assert (resolved.values["notes"], resolved.origins["notes"]) == ("all", f"{tmp_path / 'careerlint.toml'}:2")
    assert (resolved.values["fail-on"], resolved.origins["fail-on"]) == ("error", "default")
    assert resolved.config.rule_folders == (tmp_path / "own",)
    assert resolved.baseline == tmp_path / "accepted.json"
    assert resolve(tmp_path / "a.md", {"baseline": "mine.json"}, settings, DAY).baseline == Path("mine.json")


def test_patterns_count_from_the_folder_of_the_file(tmp_path: Path) -> None:
    settings = read_settings(written(tmp_path, 'exclude = ["drafts/"]\n[per-file-ignores]\n"blog/*.md" = ["STO"]\n"*.txt" = ["FMT004", "CHG"]'))

    def ignored(name: str) -> tuple[str, ...]:
        return resolve(tmp_path / name, {"ignore": ("HON",)}, settings, DAY).config.ignore

    assert ignored("blog/a.md") == ("HON", "STO")
    assert ignored("blog/deep/a.md") == ("HON",)
    assert ignored("deep/a.txt") == ("HON", "FMT004", "CHG")
    assert is_excluded(tmp_path / "drafts" / "a.md", settings)
    assert not is_excluded(tmp_path / "a.md", settings)
    assert not is_excluded(tmp_path.parent / "drafts" / "a.md", settings)


def test_the_written_file_says_nothing_until_a_line_is_uncommented(tmp_path: Path) -> None:
    text = settings_text()
    found = read_settings(written(tmp_path, text))
    assert found is not None and found.values == {}
    uncommented = "\n".join(line.removeprefix("# ") if line.removeprefix("# ").split(" = ")[0] in KEYS else line for line in text.split("\n"))
    every = read_settings(written(tmp_path, uncommented))
    assert every is not None and set(every.values) == set(KEYS)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "careerlint.toml"
    path.write_bytes("select = ['STO']\n# 설명".encode("cp949"))
    with pytest.raises(SettingsError, match=":2: it is not UTF-8"):
        read_settings(path)
    path.write_bytes(b"#" * 1_000_001)
    with pytest.raises(SettingsError, match="larger than 1 MB"):
        read_settings(path)


def test_a_slip_in_the_name_of_the_table_is_told(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text("[project]\nname = 'map'\n\n[tool.carerlint]\nselect = ['STO']\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"pyproject.toml:4: .*did you mean \[tool.careerlint\]"):
        read_settings(path)
    path.write_text("[tool.ruff]\nline-length = 100\n\n[tool.lint]\n", encoding="utf-8")
    assert read_settings(path) is None
