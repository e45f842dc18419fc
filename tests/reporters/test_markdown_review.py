"""The Markdown review: what it says, and that words of a document stay words when it is rendered."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hostile import hostile_run, look
from markdown_it import MarkdownIt
from runner import carried_out

from careerlint.checking import check_files, finish_run
from careerlint.config import Config
from careerlint.reporters.clean_text import on_one_line
from careerlint.reporters.look import Look
from careerlint.reporters.markdown import render_markdown
from careerlint.reporters.markdown_letters import escaped, strong

EXAMPLES = Path(__file__).parents[2] / "examples"
RENDERER = MarkdownIt("commonmark").enable("table").enable("strikethrough")
MEAN = (
    "# no heading", "1. no list", "- no list", "+ no list", "> no quote", "=== no heading", "*no* **bold** _emphasis_ __here__", "snake_case_name stays",
    "`no code` ``x``", "[no](http://link.example) ![no](picture.png)", "<script>alert(1)</script> <b>x</b> <!-- c -->", "&lt;b&gt; &#65; A&B", "a | b | c",
    "~~no~~ strike", "$x$ and $$y$$", "http://a.example/x?a=b#c www.a.example", "mail me@a.example or @who and @org/team", "#12 GH-12 me/app#3", ":smile: 12:30:45",
    "back\\slash \\* \\", "[ref]: http://a.example", "::error file=a::x", "***", "---", "“quoted” (50%)", "한국어 **말**과 50%를", "&#36;x", "```", "    indented", "\ttab",
)  # fmt: skip


class Text(HTMLParser):
    """The letters of a page, and the elements that it has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.letters = ""
        self.elements: list[str] = []
        self.feed(page)
        self.close()

    def handle_data(self, data: str) -> None:
        self.letters += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)


def rendered(markdown: str) -> Text:
    return Text(RENDERER.render(markdown))


def said(text: Text) -> str:
    return text.letters.replace("\u2060", "").strip()


def review(name: str, **wishes: object) -> str:
    config = Config(as_of=date(2026, 1, 1))
    run = finish_run(check_files([EXAMPLES / name], lambda _: config), config)
    return render_markdown(run, replace(Look(root=str(EXAMPLES)), **wishes))  # type: ignore[arg-type]


@pytest.mark.parametrize("line", MEAN)
@pytest.mark.parametrize(("before", "head"), [("", ""), ("> ", ""), ("- **x**: ", "x:"), ("| head |\n| --- |\n| ", "head")])
def test_words_stay_what_they_are(line: str, before: str, head: str) -> None:
    text = rendered(before + escaped(line))
    assert said(text).removeprefix(head).split() == on_one_line(line).split()
    assert not {"a", "img", "em", "s", "code", "h1", "h2", "li", "hr", "script"} & set(text.elements) - ({"li"} if before.startswith("-") else set())
    assert before.startswith("|") is ("td" in text.elements)


@pytest.mark.parametrize("line", MEAN)
def test_nothing_that_a_host_looks_for_is_left_in_the_rendered_letters(line: str) -> None:
    letters = rendered(escaped(line)).letters
    assert not re.search(r"@\w|#\d|\bGH-\d|https?://|www\.\w|:[\w+-]+:", letters)


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("We tried a net but it ", "did not work", "."), ("", "50%", "를 올렸다"), ("정확도(", "90%", ")를"), ("말이", "(안)", "되는"), ("a", "*b*", "c"),
        ("", " 둘 ", "끝"), ("값", "-", "값"), ("", "“quoted”", ""), ("x ", "<i>", " y"), ("", "1. one", ""), ("snake", "_case_", "name"),
    ],
)  # fmt: skip
def test_words_are_bold_whatever_stands_beside_them(before: str, words: str, after: str) -> None:
    page = RENDERER.render(f"> {strong(before, words, after)}")
    (bold,) = re.findall(r"<(?:b|strong)>(.*?)</(?:b|strong)>", page)
    assert Text(bold).letters == words.strip()
    assert said(Text(page)) == (before + words + after).strip()


def test_the_hostile_run_renders_without_a_live_part_and_commands_no_log() -> None:
    for language in ("ko", "en"):
        text = render_markdown(hostile_run(), look(language))
        assert carried_out(text) == []
        page = rendered(text)
        assert set(page.elements) <= {"h2", "h3", "p", "strong", "b", "ol", "ul", "li", "blockquote", "code"}
        assert "<![CDATA[ & \"'" in page.letters


@pytest.mark.parametrize("name", ["poor/ko-ml-junior.md", "poor/en-new-graduate.md", "poor/en-portfolio.md", "good/ko-portfolio.md", "poor/en-new-graduate.docx"])
def test_an_example_renders_with_its_matrix(name: str) -> None:
    page = rendered(review(name))
    assert {"h2", "h3", "table"} <= set(page.elements)
    assert ("blockquote" in page.elements) == name.startswith("poor")
    assert not {"a", "img", "script"} & set(page.elements)
    assert page.elements.count("table") == 1


def test_a_remark_stands_under_its_line_with_line_and_rule() -> None:
    text = review("poor/ko-ml-junior.md")
    line = "> 소수 클래스 문제로 CutMix를 해봤는데 **잘 안되더라구요**.\n\n● **오류** · 21행 · `STO001 bare-failure`\n\n'잘 안되더라구요': "
    assert text.count(line) == 1
    after = text[text.index(line) + len(line) :].split("\n> ")[0]
    assert [label in after for label in ("- **왜**: ", "- **이렇게**: ", "- **면접 질문**: ")] == [True] * 3
    assert text.startswith("## poor/ko-ml-junior.md\n\n이력서 · 오류 5 · 경고 12 · 참고 12\n\n**먼저 볼 세 가지**\n\n1. ")


def test_gaps_of_an_entry_are_one_remark_and_notes_can_be_left_out() -> None:
    grouped = review("poor/en-portfolio.md")
    assert "> Project 3: Museum Visitor Survey\n\n· **note** ×2 · line 23 · `STO002 WHY002`\n\nNot found in this story yet: an obstacle · an alternative\n\n- **An obstacle**: " in grouped
    assert "> 중고책 상태 분류기\n\n· **참고** ×2 · `WHY001 WHY002`" in review("poor/ko-ml-junior.md")
    assert "`STO002 no-adversity`" in review("poor/en-portfolio.md", notes="all")
    assert "**note**" not in review("poor/en-portfolio.md", notes="none")


def test_quiet_leaves_findings_alone() -> None:
    text = review("poor/ko-ml-junior.md", quiet=True)
    assert "스토리 매트릭스" not in text and "먼저 볼" not in text and "잘 안되더라구요" in text


def test_a_clean_document_is_told_kindly(tmp_path: Path) -> None:
    path = tmp_path / "clean.md"
    path.write_text("# Harbour maps\n\nThe harbour has four cranes and two gates.\n", encoding="utf-8")
    config = Config(select=("STO001",), as_of=date(2026, 1, 1))
    run = finish_run(check_files([path], lambda _: config), config)
    assert "Found nothing to point out. Nicely done." in render_markdown(run, Look())
    assert render_markdown(run, Look(quiet=True)) == ""
