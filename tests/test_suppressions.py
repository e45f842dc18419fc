"""Suppressions: which findings a remark in the document takes out, in every format, and what is said about the others."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import docx
import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.ignoring import add_ignores, without_place
from careerlint.model.finding import Report
from careerlint.readers import read, read_bytes, read_text
from careerlint.reporters.remark_notices import remark_notices

RULES = ("STO001", "CHG001", "FMT013", "RES003")
CONFIG = Config(select=RULES, as_of=date(2026, 1, 1))
FAILED = "We tried a larger network but it did not work."
AS_IS = "We used the pretrained model as it is."


def report(text: str, name: str = "work.md", config: Config = CONFIG) -> Report:
    return linter().lint(read_text(text, name), config)


def told(text: str, name: str = "work.md") -> list[tuple[str, int]]:
    found = report(text, name)
    return [(finding.code, found.document.line_column(finding.span.start)[0]) for finding in found.findings]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"# Work\n\n- {AS_IS}\n- {FAILED}\n", [3, 4]),
        (f"# Work\n\n<!-- careerlint: ignore CHG001 the next one says why -->\n- {AS_IS}\n- {FAILED}\n", [5]),
        (f"# Work\n\n- {AS_IS} <!-- careerlint: ignore CHG001 -->\n- {FAILED}\n", [4]),
        (f"# Work\n\n- {AS_IS} <!-- careerlint: ignore STO001 -->\n- {FAILED}\n", [3, 4]),
        (f"# Work\n\n<!-- careerlint: ignore-file STO -->\n\n- {AS_IS}\n- {FAILED}\n", [5]),
        (f"# Work\n\n- {AS_IS}\n- {FAILED}\n\n<!-- careerlint: ignore-file -->\n", []),
        (f"# Work\n\n<!-- careerlint: off -->\n\n{FAILED}\n\n<!-- careerlint: on -->\n\n{AS_IS}\n", [9]),
        (f"# Work\n\n<!-- careerlint: off bare-failure -->\n\n{FAILED}\n\n{AS_IS}\n", [7]),
        (f"# Work\n\n<!-- careerlint: ignore -->\n{AS_IS} {FAILED}\n\n{FAILED}\n", [6]),
        (f"# Work\n\n| step | what |\n|---|---|\n| one | {FAILED} <!-- careerlint: ignore STO001 --> |\n| two | {AS_IS} |\n", [6]),
        (f"# Work\n\n[//]: # (careerlint: ignore STO001)\n\n{FAILED}\n", []),
        (f"# Work\n\n- {FAILED} <!-- careerlint ignore STO001 -->\n", [3]),
        (f"# Work\n\nWe drew maps.\n{FAILED} <!-- careerlint: ignore STO001 known -->\n\n{AS_IS}\n", [6]),
        (f"# Work\n\nWe drew maps.\nThe harbour took a year.\n{FAILED} <!-- careerlint: ignore STO001 --> It is over.\n\n{AS_IS}\n", [7]),
        (f"# Work\n\n- We drew maps.\n  {FAILED} <!-- careerlint: ignore -->\n- {AS_IS}\n", [5]),
    ],
)
def test_remarks_in_markdown(text: str, lines: list[int]) -> None:
    assert sorted({line for _, line in told(text)}) == lines


def test_remarks_in_plain_text_are_no_text() -> None:
    text = f"WORK\n\n# careerlint: ignore STO001 the cause stands below\n{FAILED}\n\n{AS_IS}\n"
    found = report(text, "work.txt")
    assert "careerlint" not in found.document.text
    assert [finding.code for finding in found.findings] == ["CHG001"]
    plain = report(text.replace("# careerlint: ignore STO001 the cause stands below\n", ""), "work.txt")
    assert [block.kind for block in plain.document.blocks] == [block.kind for block in found.document.blocks]
    inside = report(f"WORK\n\nWe had two weeks.\n# careerlint: ignore STO001\n{FAILED}\nThen it ended.\n", "work.txt")
    assert inside.findings == () and len(inside.document.blocks) == 2


def word_with_comment(remark: str) -> bytes:
    made = docx.Document()
    made.add_heading("Work", 1)
    made.add_paragraph(AS_IS)
    last = made.add_paragraph(FAILED)
    made.add_comment(last.runs, text=remark, author="Ada")
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def test_comments_of_word_that_begin_with_careerlint() -> None:
    found = linter().lint(read_bytes(word_with_comment("careerlint: ignore STO001 told below"), "work.docx", "docx"), CONFIG)
    assert [finding.code for finding in found.findings] == ["CHG001"]
    assert [finding.code for finding in found.accepted] == ["STO001"]
    other = linter().lint(read_bytes(word_with_comment("please look at careerlint: ignore"), "work.docx", "docx"), CONFIG)
    assert [finding.code for finding in other.findings] == ["CHG001", "STO001"]


def test_a_remark_that_suppresses_nothing_is_unused_once_its_rules_ran() -> None:
    text = f"# Work\n\n<!-- careerlint: ignore STO001, CHG001 -->\n{FAILED}\n\n<!-- careerlint: ignore STO001 -->\nAll went well in 3 days.\n"
    found = report(text)
    assert [remark.line for remark in found.unused] == [6]
    assert report(text, config=Config(select=("CHG001",), as_of=date(2026, 1, 1))).unused == ()
    everything = "# Work\n\n<!-- careerlint: ignore -->\nAll went well in 3 days.\n"
    assert report(everything).unused == ()
    assert [remark.line for remark in report(everything, config=Config(as_of=date(2026, 1, 1))).unused] == [3]


def test_a_remark_that_means_nothing_is_told() -> None:
    found = report(f"# Work\n\n<!-- careerlint: ignore CHG999 -->\n{AS_IS}\n\n<!-- careerlint: disable STO001 -->\n{FAILED}\n")
    assert [remark.unknown for remark in found.suppressions] == [("CHG999",), ("disable",)]
    assert len(found.findings) == 2


@pytest.mark.parametrize("slip", ["ST0001", "NOPE001", "STO-001", "0WN001", "bare-failur", "bare_failure", "STO001은", "superlativ", "CHG001, bare-failur"])
def test_a_slip_in_the_name_of_a_rule_suppresses_nothing_and_is_told(slip: str) -> None:
    for verb in ("ignore", "ignore-file", "off"):
        found = report(f"# Work\n\n<!-- careerlint: {verb} {slip} -->\n{FAILED}\n")
        assert [finding.code for finding in found.findings] == ["STO001"]
        assert [remark.unknown for remark in found.suppressions] == [(slip.split(" ")[-1],)]
    plain = report(f"WORK\n\n# careerlint: ignore {slip}\n{FAILED}\n", "work.txt")
    word = linter().lint(read_bytes(word_with_comment(f"careerlint: ignore {slip}"), "work.docx", "docx"), CONFIG)
    assert [bool(remark.unknown) for each in (plain, word) for remark in each.suppressions] == [True, True]
    assert "STO001" in {finding.code for finding in plain.findings} & {finding.code for finding in word.findings}


def test_one_word_behind_a_rule_is_its_reason() -> None:
    found = report(f"# Work\n\n<!-- careerlint: ignore STO001 reason -->\n{FAILED}\n")
    assert found.findings == () and found.suppressions[0].unknown == () and found.suppressions[0].reason == "reason"


@pytest.mark.parametrize("reason", ["", "the cause stands below", "3 people asked for it", "well-known to the reader", "because YOLOv8 and EC2 are meant", "superlatives are wanted here", "원인은 아래에 있음"])
def test_a_remark_that_names_no_rule_accepts_everything(reason: str) -> None:
    found = report(f"# Work\n\n<!-- careerlint: ignore {reason} -->\n{AS_IS} {FAILED}\n")
    assert found.findings == () and len(found.accepted) == 2
    assert found.suppressions[0].reason == reason


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("work.md", f"# Work\n\n{FAILED}\n\n- one\n- {AS_IS}\n  - deeper: {FAILED}\n\n> {FAILED}\n"),
        ("work.md", f"# Work\r\n\r\nTitle\r\n=====\r\n{FAILED}\r\n\r\n1. {AS_IS}\r\n2. Github\r\n"),
        ("work.md", f"# Work\n\n| step | what |\n|---|---|\n| one | {FAILED} |\n| two | **{AS_IS}** |\n"),
        ("work.md", f"---\ntitle: x\n---\n# 작업\n\n* **{FAILED}**\n* 그냥 모델 갖다 썼습니다\n"),
        ("work.txt", f"WORK\n\n{FAILED}\n\n- {AS_IS}\n- Github\n"),
    ],
)
def test_added_remarks_silence_every_finding_and_change_no_text(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_bytes(text.encode("utf-8"))
    before = linter().lint(read(path), CONFIG)
    assert before.findings
    assert add_ignores(path, before) == len(before.findings)
    after = linter().lint(read(path), CONFIG)
    assert after.findings == ()
    assert len(after.accepted) == len(before.findings)
    assert after.unused == ()
    assert after.document.text == before.document.text
    assert (b"\r\n" in path.read_bytes()) == ("\r\n" in text)
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n") or "\r\n" not in text


def test_findings_about_the_whole_document_are_accepted_for_the_file(tmp_path: Path) -> None:
    config = Config(as_of=date(2026, 1, 1))
    path = tmp_path / "README.md"
    path.write_text(f"# Harbour maps\n\n## Project\n\n- {FAILED}\n- {AS_IS}\n- We cleaned 300 rows.\n- We drew a map.\n", encoding="utf-8")
    before = linter().lint(read(path), config)
    assert any(finding.scope != "statement" for finding in before.findings)
    add_ignores(path, before)
    assert linter().lint(read(path), config).findings == ()


def test_what_stands_in_place_of_a_verb_is_not_quoted_unless_it_is_a_word() -> None:
    found = report("# Work\n\n<!-- careerlint: 010-1234-5678 -->\nFour cranes.\n\n<!-- careerlint: igore -->\n")
    assert [remark.unknown for remark in found.suppressions] == [("...",), ("igore",)]


def test_off_ends_at_the_nearest_on_of_its_own_names_or_of_none() -> None:
    text = f"# Work\n\n<!-- careerlint: off STO001 -->\n\n{FAILED}\n\n<!-- careerlint: on CHG001 -->\n\n{FAILED}\n\n<!-- careerlint: on STO001 -->\n\n{FAILED}\n"
    assert told(text) == [("STO001", 13)]


@pytest.mark.parametrize(
    ("off", "on", "left"),
    [
        ("off CHG001, STO001", "on STO001, CHG001", {"CHG001", "STO001"}),
        ("off STO001", "on bare-failure", {"CHG001", "STO001"}),
        ("off bare-failure", "on STO001", {"CHG001", "STO001"}),
        ("off CHG001, STO001", "on STO001", {"STO001"}),
        ("off", "on STO001", {"STO001"}),
        ("off", "on", {"CHG001", "STO001"}),
        ("off STO", "on STO001", {"CHG001", "STO001"}),
        ("off STO001", "on STO", {"CHG001", "STO001"}),
        ("off STO001, CHG001", "on FMT013", set()),
    ],
)
def test_on_ends_what_it_names_and_that_alone(off: str, on: str, left: set[str]) -> None:
    """The same two findings stand inside the range and behind the `on`."""
    part = f"{AS_IS}\n\n{FAILED}\n"
    text = f"# Work\n\n<!-- careerlint: {off} -->\n\n## One\n\n{part}\n<!-- careerlint: {on} -->\n\n## Two\n\n{part}"
    assert {code for code, line in told(text.replace("careerlint", "nobody")) if line > 11} == {"STO001", "CHG001"}
    assert {code for code, line in told(text) if line > 11} == left


def test_an_on_without_names_ends_a_range_before_the_next_on_of_its_rule() -> None:
    part = f"## Part\n\n{FAILED}\n\n"
    text = f"# Work\n\n<!-- careerlint: off STO001 -->\n\n{part}<!-- careerlint: on -->\n\n{part}<!-- careerlint: on STO001 -->\n\n{part}"
    assert told(text) == [("STO001", 13), ("STO001", 19)]


NUMBER = "echo 주민등록번호: 900101-1234568"


@pytest.mark.parametrize(
    "text",
    [
        f"# 이력서\n\n글.\n\n```sh\n{NUMBER}\n```\n\n끝.\n",
        f"~~~\n\n\n{NUMBER}\n~~~\n",
        f"# 이력서\n\n- 글\n  ```\n  {NUMBER}\n  ```\n- 둘\n",
        f"# 이력서\n\n> 글\n>\n> ```\n> {NUMBER}\n> ```\n",
        f"# 이력서\n\n글.\n\n    make\n    {NUMBER}\n",
        f"# 이력서\r\n\r\n```\r\n{NUMBER}\r\n```\r\n",
        f"# 이력서\n\n<pre>\n{NUMBER}\n</pre>\n",
    ],
)
def test_a_remark_on_code_stands_before_it(tmp_path: Path, text: str) -> None:
    config = Config(select=("PRV001",), as_of=date(2026, 1, 1))
    path = tmp_path / "README.md"
    path.write_bytes(text.encode())
    before = linter().lint(read(path), config)
    assert add_ignores(path, before) == len(before.findings) == 1
    after = linter().lint(read(path), config)
    assert (after.findings, len(after.accepted), after.document.text) == ((), 1, before.document.text)


def test_code_that_leaves_no_place_for_a_remark_stays_as_it_is(tmp_path: Path) -> None:
    text = f"# 이력서\n\n1. ```\n   {NUMBER}\n   ```\n"
    path = tmp_path / "README.md"
    path.write_text(text, encoding="utf-8")
    report = linter().lint(read(path), Config(select=("PRV001",), as_of=date(2026, 1, 1)))
    assert [finding.code for finding in without_place(report)] == ["PRV001"]
    assert add_ignores(path, report) == 0
    assert path.read_text(encoding="utf-8") == text


OF_LINKS = Config(select=("FMT007",), as_of=date(2026, 1, 1))
THERE = "\n[자료](d.md)\n"
"""Without a file that is there, a document is taken for one that was moved away from its files."""
PICTURES = "# 지도\n\n크레인은 네 대입니다.\n\n{}![가](a.png) ![나](b.png){}\n\n[표](c.md)에 있습니다.\n"


@pytest.mark.parametrize(("before", "behind"), [("<!-- careerlint: ignore FMT007 -->\n", ""), ("<!-- careerlint: ignore FMT007 -->\n\n", ""), ("", " <!-- careerlint: ignore FMT007 -->")])
def test_a_remark_beside_a_picture_is_about_the_picture(tmp_path: Path, before: str, behind: str) -> None:
    (tmp_path / "d.md").touch()
    path = tmp_path / "work.md"
    path.write_text(PICTURES.format(before, behind) + THERE, encoding="utf-8")
    found = linter().lint(read(path), OF_LINKS)
    assert [finding.about for finding in found.findings] == ["c.md"] and [finding.about for finding in found.accepted] == ["a.png", "b.png"]
    assert found.unused == ()


def test_a_remark_above_badges_without_findings_is_about_the_next_words(tmp_path: Path) -> None:
    (tmp_path / "d.md").touch()
    path = tmp_path / "work.md"
    path.write_text(f"<!-- careerlint: ignore STO001 -->\n![build](https://ci.example/b.svg)\n\n{FAILED}\n", encoding="utf-8")
    found = linter().lint(read(path), CONFIG)
    assert ([each.code for each in found.accepted], found.unused) == (["STO001"], ())


@pytest.mark.parametrize("text", [PICTURES.format("", ""), "# 지도\n\n크레인은 ![네 대](a.png) 네 대입니다.\n", "# 지도\n\n| 가 | 나 |\n|---|---|\n| ![가](a.png) | 글 |\n", "# 지도\n\n- 글\n- ![가](a.png)\n", '# 지도\n\n<p align="center"><img src="a.png"></p>\n\n글\n'])
def test_added_remarks_accept_pictures(tmp_path: Path, text: str) -> None:
    (tmp_path / "d.md").touch()
    path = tmp_path / "work.md"
    path.write_text(text + THERE, encoding="utf-8")
    before = linter().lint(read(path), OF_LINKS)
    assert before.findings and add_ignores(path, before) == len(before.findings)
    after = linter().lint(read(path), OF_LINKS)
    assert (after.findings, after.unused, after.document.text) == ((), (), before.document.text)


@pytest.mark.parametrize(
    ("remarks", "idle"),
    [
        (("on",), [3]), (("on STO001",), [3]), (("off", "on"), []), (("off STO001", "on CHG001"), [5]), (("off STO001", "on STO001", "on"), [7]),
        (("off", "on STO001", "on CHG001", "on STO001"), [9]), (("off STO", "on bare-failure"), []),
    ],
)
def test_an_on_without_an_open_off_is_told(remarks: tuple[str, ...], idle: list[int]) -> None:
    found = report("# Work\n\n" + "".join(f"<!-- careerlint: {each} -->\n\n" for each in remarks) + f"{FAILED}\n{AS_IS}\n")
    assert [each.line for each in found.unused if each.verb == "on"] == idle


@pytest.mark.parametrize(
    "slip",
    ["careerlint ignore STO001", "career-lint: ignore STO001", "careerlin: ignore", "carreerlint: off", "CareerLint off STO001", "careerlint; ignore", "careerlint：ignore STO001", "career lint: ignore-file", "careerlint on"],
)
def test_what_begins_nearly_like_a_remark_is_told(slip: str) -> None:
    begins = slip.split("ignore")[0].split(" o")[0].strip()
    texts = {"work.md": f"# Work\n\n<!-- {slip} -->\n{FAILED}\n", "work.txt": f"WORK\n\n# {slip}\n{FAILED}\n"}
    for name, text in texts.items():
        found = report(text, name)
        assert [finding.code for finding in found.findings] == ["STO001"]
        assert [each.slip for each in found.suppressions] == [begins]
        assert [notice.name for notice in remark_notices(found)] == ["misspelt-remark"]
    word = linter().lint(read_bytes(word_with_comment(slip), "work.docx", "docx"), CONFIG)
    assert [each.slip for each in word.suppressions] == [begins]


@pytest.mark.parametrize("comment", ["careerlint on our CI is great", "careerlint ignores tables", "this is linted", "career: on and off", "client: ignore me", "careerlint", "career goals", "markdownlint: off", "markdownlint-disable MD013", "eslint ignore", "textlint off"])
def test_a_comment_about_something_else_is_no_remark(comment: str) -> None:
    assert report(f"# Work\n\n<!-- {comment} -->\n{FAILED}\n").suppressions == ()


@pytest.mark.parametrize(
    ("remark", "near"),
    [("igore STO001", "ignore"), ("STO001", "ignore STO001"), ("ignore_file", "ignore-file"), ("ignore(STO001)", "ignore"), ("ignore ST0001", "STO001"), ("ignore bare-failur", "bare-failure"), ("ignore-next-line", "ignore-file"), ("enable", "")],
)
def test_what_was_meant_is_named(remark: str, near: str) -> None:
    assert [each.near for each in report(f"# Work\n\n<!-- careerlint: {remark} -->\n{FAILED}\n").suppressions] == [near]


@pytest.mark.parametrize("remark", ["ignore: STO001", "ignore, STO001", "ignore; STO001", "IGNORE STO001,CHG001"])
def test_a_sign_behind_the_verb_is_none_of_its_letters(remark: str) -> None:
    assert told(f"# Work\n\n<!-- careerlint: {remark} -->\n{FAILED}\n") == []
