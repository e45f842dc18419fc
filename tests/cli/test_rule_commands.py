"""`rules`, `explain` and `why-not`: what the linter knows, and why it spoke or kept silent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from calling import CLEAN, careerlint, check, write

from careerlint.engine import linter

SIGNAL = """signal: boredom
en:
  patterns: |
    =boring|=dull
"""
RULE = """code: XYZ001
name: bored-writer
level: warning
fires: {signal: boredom}
summary: {ko: 지루하다고 말한다., en: Calls the work dull.}
message: {ko: "'{match}': 지루합니다.", en: "'{match}' is dull."}
why: {ko: 가, en: a}
rewrite: {ko: 가, en: a}
question: {ko: 가, en: a}
examples: {en: {bad: ["The lectures were [[boring]]."], good: ["The lectures were short."]}}
"""


def own_rules(folder: Path, rule: str = RULE) -> Path:
    write(folder / "signals" / "boredom.yml", SIGNAL)
    write(folder / "attitude" / "bored-writer.yml", rule)
    return folder


def test_rules_lists_every_rule_once() -> None:
    outcome = careerlint("rules")
    assert outcome.code == 0
    assert [line.split()[0] for line in outcome.out.splitlines() if not line.startswith(" ")] == [rule.code for rule in linter().rule_set.rules]
    assert "bare-failure" in outcome.out


def test_rules_in_korean() -> None:
    summary = next(rule.summary["ko"] for rule in linter().rule_set.rules if rule.code == "STO001")
    assert summary in " ".join(careerlint("rules", "--lang", "ko").out.split())


def test_rules_as_json() -> None:
    data = json.loads(careerlint("rules", "--format", "json").out)
    assert {rule["code"] for rule in data} == {rule.code for rule in linter().rule_set.rules}
    assert all(set(rule["summary"]) == {"ko", "en"} and rule["level"] in ("error", "warning", "note") for rule in data)


def test_rules_test_passes_on_good_examples(tmp_path: Path) -> None:
    outcome = careerlint("rules", "test", own_rules(tmp_path / "mine"))
    assert (outcome.code, outcome.out) == (0, "1 rule, 2 examples, 0 failed\n")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("[[boring]]", "[[long]]", "missing"),
        ("were [[boring]]", "[[were]] boring", "misplaced"),
        ("were short", "were dull", "noisy"),
    ],
)
def test_rules_test_tells_what_failed(tmp_path: Path, old: str, new: str, problem: str) -> None:
    outcome = careerlint("rules", "test", own_rules(tmp_path / "mine", RULE.replace(old, new)))
    assert outcome.code == 1
    assert f"XYZ001 en {problem}: " in outcome.out
    assert outcome.out.endswith("1 rule, 2 examples, 1 failed\n")


def test_rules_test_of_a_copied_folder(tmp_path: Path) -> None:
    """The same rules elsewhere are rules of that folder, whatever the cache remembers."""
    for name in ("first", "second"):
        check("-", "--rules", own_rules(tmp_path / name), given=CLEAN)
        assert careerlint("rules", "test", tmp_path / name).out == "1 rule, 2 examples, 0 failed\n"


def test_rules_test_without_a_rule(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert careerlint("rules", "test", tmp_path / "empty").code == 2
    assert careerlint("rules", "test", tmp_path / "nowhere").code == 2


def test_own_rules_run_beside_the_others(tmp_path: Path) -> None:
    path = write(tmp_path / "a.md", "# Trip\n\n## Project\n\n- The lectures were boring and the parser did not work.\n")
    codes = {line.split()[1] for line in check(path, "--rules", own_rules(tmp_path / "mine")).out.splitlines()}
    assert codes == {"STO001", "XYZ001"}
    assert "XYZ001" not in check(path).out


@pytest.mark.parametrize("name", ["STO001", "sto001", "bare-failure"])
def test_explain_shows_the_page(name: str) -> None:
    rule = linter().rule_set.rule("STO001")
    assert rule is not None
    outcome = careerlint("explain", name)
    assert outcome.code == 0
    for words in ("STO001 bare-failure (error)", rule.why["en"], rule.rewrite["en"], rule.question["en"], rule.summary["en"]):
        assert words in outcome.out
    assert rule.why["ko"] in careerlint("explain", name, "--lang", "ko").out


@pytest.mark.parametrize("command", [["explain", "STO0001"], ["why-not", "STO0001", "a.md:1"]])
def test_an_unknown_rule_is_told(command: list[str]) -> None:
    outcome = careerlint(*command)
    assert outcome.code == 2
    assert outcome.complaints == ["careerlint: there is no rule 'STO0001'; did you mean STO001? 'careerlint rules' lists them"]


def test_why_not_says_that_a_rule_fires(tmp_path: Path) -> None:
    outcome = careerlint("why-not", "STO001", f"{write(tmp_path / 'a.md')}:5")
    assert outcome.code == 0
    assert "STO001: fires ('did not work')" in outcome.out
    assert "signal: failure" in outcome.out and "claim: team, done" in outcome.out


def test_why_not_names_what_stopped_the_rule(tmp_path: Path) -> None:
    text = "# Maps\n\n## Project\n\n- The network did not work because the labels were shifted, so we corrected the labels.\n"
    path = write(tmp_path / "a.md", text)
    assert check(path, "--select", "STO001").out == ""
    outcome = careerlint("why-not", "STO001", f"{path}:5")
    stopped = next(line for line in outcome.out.splitlines() if line.startswith("  STO001: "))
    assert "fires" not in stopped and "('did not work')" in stopped
    assert len(stopped) > len("  STO001:  ('did not work')")


def test_why_not_where_nothing_matches(tmp_path: Path) -> None:
    path = write(tmp_path / "a.md", CLEAN)
    assert "STO001: nothing here matches failure" in careerlint("why-not", "STO001", f"{path}:3").out
    assert "no statement stands on line 2" in careerlint("why-not", "STO001", f"{path}:2").out


@pytest.mark.parametrize("place", ["a.md", "a.md:", "a.md:x", ":3", "gone.md:3"])
def test_why_not_with_a_wrong_place(place: str) -> None:
    outcome = careerlint("why-not", "STO001", place)
    assert outcome.code == 2
    assert len(outcome.complaints) == 1


EXAMPLES = Path(__file__).parents[2] / "examples" / "poor"


def test_why_not_counts_paragraphs_and_pages_as_the_reports_do() -> None:
    for name, unit in (("ko-ml-junior.docx", "paragraph"), ("ko-ml-junior.pdf", "page")):
        told = careerlint("check", EXAMPLES / name, "--select", "STO001", "--format", "concise", "--lang", "en").out.splitlines()[0]
        place = told.split(f", {unit} ")[1].split(":")[0]
        out = careerlint("why-not", "STO001", f"{EXAMPLES / name}:{place}").out
        assert out.startswith(f"{unit} {place} of ")
        assert "STO001: fires ('잘 안되더라구요')" in out


def test_why_not_answers_for_what_a_heading_heads() -> None:
    path = EXAMPLES / "ko-portfolio.md"
    assert "entry: 프로젝트 1. 동네 식당 추천\n  WHY001: fires" in careerlint("why-not", "WHY001", f"{path}:7").out
    assert "document: 포트폴리오 - 배도윤\n  RES004: fires" in careerlint("why-not", "RES004", f"{path}:1").out
    assert "STO001: looks at statements, and a heading is none" in careerlint("why-not", "STO001", f"{path}:7").out


def test_why_not_past_the_end_of_the_file(tmp_path: Path) -> None:
    path = write(tmp_path / "a.md", "# Maps\n\nFour cranes.\n")
    outcome = careerlint("why-not", "STO001", f"{path}:999")
    assert outcome.code == 2
    assert outcome.complaints == [f"careerlint: {path} has 3 lines; name one of them, like {path}:1"]


@pytest.mark.parametrize("command", [("explain", "XYZ001"), ("rules",)])
def test_rules_of_the_configuration_and_of_the_call_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    own_rules(tmp_path / "my")
    assert "bored-writer" in careerlint(*command, "--rules", tmp_path / "my").out
    write(tmp_path / "careerlint.toml", 'rules = ["my"]\n')
    monkeypatch.chdir(tmp_path)
    assert "bored-writer" in careerlint(*command).out


def test_the_list_of_rules_is_as_wide_as_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert max(map(len, careerlint("rules").out.splitlines())) <= 80


def test_explain_says_when_the_level_is_another_one() -> None:
    assert "It is a note where" in careerlint("explain", "CHG001").out
    assert "참고로 알립니다" in careerlint("explain", "CHG001", "--lang", "ko").out


def test_explain_shows_plain_examples_of_one_line() -> None:
    out = careerlint("explain", "FMT005").out
    assert "  - Cut loading time by [[XX%]]\n" in out and "[[[Your Name]]]" in out
    assert "  - - " not in out and "[[``]]" not in out


@pytest.mark.parametrize(("language", "bad", "good"), [("ko", "LSTM도 해봤는데 [[잘 안되더라구요]].", "LightGBM으로 바꿔"), ("en", "I tried an LSTM, but it [[did not work]].", "so I switched to LightGBM")])
def test_explain_shows_what_is_typical_before_what_tests_the_edges(language: str, bad: str, good: str) -> None:
    """The newest examples stand first in a rule file, and those are idioms that somebody missed."""
    page = careerlint("explain", "STO001", "--lang", language).out
    assert f"  - {bad}\n" in page and good in page
    assert "wash-out" not in page and "대실패" not in page


def test_typical_examples_are_tests_too(tmp_path: Path) -> None:
    folder = own_rules(tmp_path / "mine")
    (rule,) = [path for path in folder.rglob("*.yml") if path.parent.name != "signals"]
    rule.write_text(rule.read_text(encoding="utf-8") + 'typical: {en: {bad: ["It was [[splendid]]."], good: []}}\n', encoding="utf-8")
    outcome = careerlint("rules", "test", folder)
    assert outcome.code == 1 and "It was [[splendid]]." in outcome.out


def test_a_folder_without_rules_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty" / "deeper").mkdir(parents=True)
    path = write(tmp_path / "a.md", CLEAN)
    outcome = check(path, "--rules", tmp_path / "empty")
    assert outcome.code == 2
    assert outcome.complaints == [f"careerlint: {tmp_path / 'empty'}: no rule is there: no file in this folder ends in .yml; name the folder that holds them"]


@pytest.mark.parametrize(("language", "words"), [("en", "not met here; it looks for this: "), ("ko", "여기에는 해당하는 것이 없습니다. 찾는 것: ")])
def test_why_not_says_what_a_check_of_code_looks_for_and_what_is_there(tmp_path: Path, language: str, words: str) -> None:
    path = write(tmp_path / "a.md", "# Maps\n\n## Project\n\n- Trained a ResNet on 900 photos, F1 0.83.\n")
    rule = linter().rule_set.rule("HON004")
    assert rule is not None
    lines = careerlint("why-not", "HON004", f"{path}:5", "--lang", language).out.splitlines()
    assert f"  HON004: {words}{rule.summary[language].rstrip('.')}" in lines
    assert any("ResNet" in line and "0.83" in line for line in lines[-1:])
    heading = careerlint("why-not", "REP003", f"{path}:3", "--lang", language).out
    assert "check '" not in heading


def test_why_not_answers_in_the_language_of_the_document(tmp_path: Path) -> None:
    path = write(tmp_path / "a.md", "# 항구 지도\n\n## 프로젝트\n\n- 크레인 4대를 지도에 표시했습니다. 연락처는 010-4821-7730입니다.\n")
    out = careerlint("why-not", "HON004", f"{path}:5").out
    assert "찾는 것: " in out and "4821" not in out
