"""The GitHub report: annotations that survive escaping, limits that are told, and a log that commands nothing."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hostile import NAME, hostile_run, look
from reports import run_on
from runner import Command, carried_out

from careerlint.model.finding import Run
from careerlint.reporters.github import render_github
from careerlint.reporters.github_summary import markdown_text, render_github_summary
from careerlint.reporters.look import Look
from careerlint.reporters.workflow_commands import fenced, without_commands, workflow_command

LEVELS = ("error", "warning", "notice")


def commands(copies: int = 1, language: str = "en") -> list[Command]:
    return carried_out(render_github(hostile_run(copies), look(language)))


def test_only_annotations_and_one_group_are_carried_out() -> None:
    names = [command.name for command in commands()]
    assert names == ["error"] * 5 + ["warning"] * 3 + ["notice"] * 2 + ["group", "endgroup"]


def test_file_and_message_come_back_as_they_were() -> None:
    found = next(command for command in commands() if command.properties.get("title") == "HON001 some-name")
    assert found.properties["file"] == NAME
    assert found.data.startswith("'::error file=a.md,line=1::가져라 %0A ##[add-mask]x ]]> <![CDATA[ & \"'': 100%, ")
    assert found.data.endswith("\n면접 질문: ::warning::묻습니다?")


def test_unreadable_documents_come_first() -> None:
    first = commands()[0]
    assert (first.name, first.properties["file"], first.data) == ("error", "잠김 ##[error]::error::.pdf", "It is locked, 100%.")
    assert "line" not in first.properties


@pytest.mark.parametrize("copies", [1, 2, 5, 6, 12])
def test_no_level_has_more_than_the_runner_takes(copies: int) -> None:
    found = commands(copies)
    counts = {level: sum(command.name == level for command in found) for level in LEVELS}
    assert max(counts.values()) <= 10
    told = [command for command in found if command.properties == {"title": "careerlint"}]
    everything = 7 * copies + 3
    hidden = everything - sum(counts.values()) + len(told)
    assert [command.data.split()[0] for command in told] == ([str(hidden)] if hidden else [])


def test_each_rule_comes_once_before_any_comes_again() -> None:
    errors = [command.properties["title"] for command in commands(12) if command.name == "error"]
    assert errors[1:4] == ["STO001 some-name", "HON001 some-name", "STO001 bare-failure"]


def test_a_clean_run_says_so_and_nothing_else() -> None:
    text = render_github(run_on("# Maps\n\nFour cranes stand here.\n"), Look())
    assert text == "careerlint: 1 document · 0 errors · 0 warnings · 0 notes\n"


def test_no_notes_where_none_are_wanted() -> None:
    text = render_github(hostile_run(), Look(notes="none"))
    assert "REP002" not in text and "::notice" not in text


def test_missing_elements_of_a_story_are_one_notice() -> None:
    run = hostile_run()
    report = run.reports[0]
    gaps = [replace(finding, level="note", gap=name, entry=0) for finding, name in zip(report.findings[:3], ("reason", "role", "reason"), strict=True)]
    gathered = Run((replace(report, findings=(*gaps, *report.findings[3:])),), run.version, run.ruleset, run.as_of)
    found = [command for command in carried_out(render_github(gathered, look())) if command.properties.get("title") == "FMT005 STO001 STO002"]
    assert [command.data.splitlines()[0] for command in found] == ["이 이야기에서 아직 찾지 못한 것: reason · role"]


def test_a_long_statement_is_cut() -> None:
    text = render_github(run_on(f"# A\n\n## Project\n\n- {'very ' * 2000}big network but it did not work.\n"), Look())
    assert max(map(len, text.splitlines())) < 5000


@pytest.mark.parametrize("text", ["", "x", "::error::x\n##[error]y", "::stop-commands::a\n::a::\n::error::x"])
def test_a_fence_holds(text: str) -> None:
    assert carried_out(fenced(text)) == []


def test_a_fence_cannot_be_ended_from_inside() -> None:
    word = fenced("x").splitlines()[0].rpartition("::")[2]
    assert carried_out(fenced(f"x\n::{word}::\n::error::y\n##[{word}]\n##[error]z")) == []


def test_escapes() -> None:
    line = workflow_command("error", "a%0A\r\nb", {"file": "a:b,c%3A.md", "line": 3, "title": ""})
    assert line == "::error file=a%3Ab%2Cc%253A.md,line=3::a%250A%0D%0Ab"
    assert without_commands("careerlint: ##[error]x") == "careerlint: # #[error]x"


class TestSummary:
    """The job summary."""

    def test_words_are_no_markdown(self) -> None:
        assert markdown_text("a|b `c` *d* _e_ [f](http://g.h) <i> &amp; #1 @j ~k~ $l$ :m: www.n.o") == (
            "a&#124;b &#96;c&#96; &#42;d&#42; &#95;e&#95; &#91;f&#93;(http&#58;//g.h) &#60;i&#62; &#38;amp; &#35;1 &#64;j &#126;k&#126; "
            "&#36;l&#36; &#58;m: www&#46;n.o"
        )

    def test_rows_have_the_cells_of_their_head(self) -> None:
        text = render_github_summary(hostile_run(), look())
        tables = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
        assert len(tables) == 4
        for table in tables:
            assert len({line.count("|") for line in table.splitlines()}) == 1

    def test_the_gravest_come_first(self) -> None:
        levels = re.findall(r"^\| (error|warning|note) \|", render_github_summary(hostile_run(2), look("en")), re.MULTILINE)
        assert levels[:14] == ["error"] * 4 + ["warning"] * 6 + ["note"] * 4

    @pytest.mark.parametrize("most", [0, 20, 100, 300, 1000, 3000, 100_000])
    def test_it_keeps_to_its_size_and_counts_what_is_cut(self, most: int) -> None:
        run = hostile_run(9)
        text = render_github_summary(run, look("en"), most)
        assert len(text.encode()) <= most
        rows = len(re.findall(r"^\| (?:error|warning|note|잠김)", text, re.MULTILINE))
        left = re.findall(r"^(\d+) more do not fit", text, re.MULTILINE)
        if text:
            assert rows + sum(map(int, left)) == _told(run)


def _told(run: Run) -> int:
    return sum(len(report.findings) for report in run.reports) + len(run.unreadable)


def test_a_finding_has_its_scaffold_and_a_way_to_disagree() -> None:
    run = run_on("# Maps\n\n## Project\n\n- We tried a larger network but it did not work.\n", name="README.md")
    told, summary = render_github(run, Look()), render_github_summary(run, Look())
    annotation = next(line for line in told.splitlines() if line.startswith("::error"))
    assert "%0Atry: " in annotation and "%0Athey will ask: " in annotation
    for text, quote in ((told, ""), (summary, "`")):
        assert f"{quote}<!-- careerlint: ignore STO001 reason -->{quote}" in text
        assert f"{quote}careerlint why-not STO001 README.md:5{quote}" in text
    assert "<br>try: " in summary


def test_a_text_file_is_told_its_own_remark_and_a_clean_run_none() -> None:
    assert "# careerlint: ignore STO001 까닭" in render_github(run_on("시도해 봤는데 잘 안됐습니다.\n", name="letter.txt"), Look(language="ko"))
    assert "why-not" not in render_github(run_on("# Maps\n"), Look())
