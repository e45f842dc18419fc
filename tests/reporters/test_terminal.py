"""The terminal report: the underline stands under the words, nothing is wider than the terminal, all of it is there."""

from __future__ import annotations

import re
from datetime import date

import pytest
from reports import CONFIG, drawn, run_on
from rich.cells import cell_len

from careerlint.checking import check_bytes, finish_run
from careerlint.config import Config
from careerlint.reporters.look import Look
from careerlint.reporters.terminal import render_terminal

FRAME = "    │ "
WIDTHS = (30, 40, 60, 80, 100, 120, 200)
TEXTS = {
    "korean": "# 항구 지도\n\n## 프로젝트\n\n### 크레인 위치 추정\n\n- 야간 사진의 밝기를 이리저리 바꾸는 증강을 세 가지나 더해 보고 학습률도 낮춰 보면서 CutMix까지 해봤는데 잘 안되더라구요.\n- 데이터 전처리 담당\n",
    "english": "# Lena Ferrer\n\nlena@example.org\n\n## Education\n\nBSc Statistics, University of Hull, 2016 - 2019\n\n## Experience\n\n### Quayside Ltd, 2021 - 2023\n\n- On the pictures of the night shift we tried the network of the port authority and all of its own settings as well but it did not work.\n- Responsible for preprocessing\n",
    "mixed": "# 지도 😀\n\n## 프로젝트\n\n- 😀 résumé–파서 👩\u200d💻 e\u0301 ㆍ●〈v2〉 성능을 크게 향상시켰습니다!! 🎉\n",
    "combining": "# 지도\n\n## 프로젝트\n\n- \x1b[31mGAN\x1b[0m [/nonsense] [bold]x[/bold] \u202eabc\u202c so\u00adft 해봤는데 잘 안되더라구요.\n",
}
WORDS = {"korean": "잘 안되더라구요", "english": "did not work", "mixed": "성능을 크게 향상시켰습니다", "combining": "잘 안되더라구요"}


def quotes(lines: list[str]) -> list[tuple[str, str]]:
    """Each quoted line with its underline, without the frame."""
    framed = [line.removeprefix(FRAME) for line in lines if line.startswith(FRAME)]
    return list(zip(framed[::2], framed[1::2], strict=True))


def under(quoted: str, underline: str) -> str:
    """The words of the line that stand in the cells of the underline."""
    start, end = underline.index("~"), len(underline)
    cells = "".join(character + "\0" * (cell_len(character) - 1) for character in quoted)
    assert len(cells) >= end, "every character of this line takes a cell"
    return cells[start:end].replace("\0", "")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["korean", "english"])
def test_the_underline_stands_under_the_words(name: str, width: int) -> None:
    found = [under(*pair) for pair in quotes(drawn(TEXTS[name], width))]
    assert len(found) == 2
    assert WORDS[name] in found


def test_a_long_line_is_cut_around_the_words() -> None:
    (quoted, underline), _ = quotes(drawn(TEXTS["korean"], 60))
    assert quoted.startswith("...") and quoted.endswith("해봤는데 잘 안되더라구요.")
    # 28 of the cells before the words are Korean letters, two cells each.
    assert underline == " " * cell_len(quoted[: quoted.index("잘")]) + "~" * 15


def test_words_wider_than_the_terminal_are_cut() -> None:
    text = "# Maps\n\n## Project\n\n- 제공된 코드를 그대로 사용했습니다.\n"
    (quoted, underline) = quotes(drawn(text, 30))[0]
    assert cell_len(quoted) <= 24 and cell_len(underline) <= 24
    assert under(quoted, underline).endswith("...")


@pytest.mark.parametrize("name", ["mixed", "combining"])
@pytest.mark.parametrize("width", WIDTHS)
def test_odd_characters_do_not_move_the_underline(name: str, width: int) -> None:
    pairs = quotes(drawn(TEXTS[name], width))
    start = WORDS[name][:5]
    quoted, underline = next(pair for pair in pairs if start in pair[0])
    assert cell_len(quoted[: quoted.index(start)]) == underline.index("~")
    assert underline.count("~") == min(cell_len(WORDS[name]), width - 6) or quoted.endswith("...")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_line_is_wider_than_the_terminal(name: str, width: int, language: str) -> None:
    assert [line for line in drawn(TEXTS[name], width, language=language) if cell_len(line) > width] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_no_text_of_a_finding_is_lost(width: int) -> None:
    report = run_on(TEXTS["korean"]).reports[0]
    lines = [line for line in drawn(TEXTS["korean"], width) if not line.startswith(FRAME)]
    letters = "".join("".join(lines).split())
    assert len(report.findings) == 2
    for finding in report.findings:
        for text in (finding.message, finding.why, finding.rewrite, finding.question):
            assert "".join(text.split()) in letters
    assert "…" not in letters


def test_document_markup_is_text_and_control_characters_are_gone() -> None:
    text = "\n".join(drawn(TEXTS["combining"], 120, color=True))
    assert "[/nonsense] [bold]x[/bold]" in text
    assert not re.search(r"\x1b\[31mGAN", text)
    assert "\u202e" not in text and "\u202c" not in text


def test_colours_only_when_asked_for() -> None:
    plain, colored = drawn(TEXTS["korean"], 100), drawn(TEXTS["korean"], 100, color=True)
    assert "\x1b" not in "".join(plain)
    assert "\x1b[4;31m잘 안되더라구요\x1b[0m" in "\n".join(colored)
    assert [re.sub(r"\x1b\[[\d;]*m", "", line).rstrip() for line in colored] == plain


def test_entries_are_headed_once_and_findings_stand_in_reading_order() -> None:
    lines = drawn(TEXTS["english"], 100)
    assert len([line for line in lines if line.startswith("Quayside Ltd")]) == 1
    assert [line.split()[2] for line in lines if re.match(r"  [●▲·] (error|warning|note)", line)] == ["STO001", "RES003"]


def test_three_first_only_where_there_are_more() -> None:
    assert not any(line.startswith("Look at") for line in drawn(TEXTS["english"], 100))
    many = TEXTS["english"] + "- Responsible for documentation\n- Responsible for the weekly report\n"
    start = (lines := drawn(many, 100)).index("Look at these three first")
    assert [line[:4] for line in lines[start + 1 : start + 4]] == ["  1.", "  2.", "  3."]
    assert "STO001" in lines[start + 1]


def test_strengths_are_named() -> None:
    text = "# Maps\n\n## Project\n\n### Crane finder\n\n- The first network failed because the night pictures were rare, so we added 400 night pictures.\n"
    lines = drawn(text, 100)
    assert "Already strong" in lines
    assert any("tells an obstacle together with what was done about it (line 7)" in line for line in lines)


def test_the_matrix_has_a_row_for_each_entry() -> None:
    lines = drawn(TEXTS["english"], 120)
    start = lines.index("Story matrix")
    heads, row = lines[start + 1], lines[start + 2]
    names = heads.split()
    assert names == ["goal", "reason", "altern.", "change", "measure", "adversity", "cause", "remedy", "lesson", "role"]
    assert row.startswith(" Quayside Ltd")
    held = {name: row[heads.index(name) : heads.index(name) + len(name)].strip() for name in names}
    assert held["adversity"] == "●" and held["remedy"] == held["lesson"] == "·"


@pytest.mark.parametrize("name", ["korean", "english"])
def test_narrow_columns_have_heads_of_their_own_and_a_legend(name: str) -> None:
    lines = drawn(TEXTS[name], 50, language="ko" if name == "korean" else "en")
    heads = lines[lines.index("스토리 매트릭스" if name == "korean" else "Story matrix") + 1].split()
    assert len(set(heads)) == 10
    legend = " ".join(lines).split()
    assert all(any(part.startswith(f"{head}=") for part in legend) for head in heads)


@pytest.mark.parametrize(("language", "summary"), [("en", "2 documents · 1 error · 1 warning · 0 notes"), ("ko", "문서 2개 · 오류 1 · 경고 1 · 참고 0")])
def test_the_summary_counts_over_all_documents(language: str, summary: str) -> None:
    text = render_terminal(run_on(TEXTS["english"], "# Maps\n\nFour cranes stand here.\n"), Look(100, language=language))
    assert summary in text.split("\n")
    assert "careerlint explain STO001" in text


@pytest.mark.parametrize("sentence", [
    "- Station data were collected and aggregated from 10/2010 to 9/2021.",
    "- Lowering the context length failed because passages were cut.",
    "- 결측된 나이는 대다수가 같은 값이므로 최빈값으로 대체",
])
def test_nothing_is_praised_for_dates_a_bare_failure_or_values_that_were_filled_in(sentence: str) -> None:
    lines = drawn(f"# Maps\n\n## Project\n\n### Crane finder\n\n{sentence}\n- Drew a map.\n", 100)
    assert "Already strong" not in lines


def test_a_failure_is_praised_where_the_next_sentence_answers_it() -> None:
    text = "# Maps\n\n## Project\n\n### Crane finder\n\nThe first network failed because the night pictures were rare. We added 400 night pictures.\n"
    assert any("tells an obstacle together with what was done about it" in line for line in drawn(text, 100))


def test_a_matrix_of_many_entries_shows_the_fullest_and_counts_the_rest() -> None:
    jobs = "".join(f"### Quay {number} Ltd, {1980 + number} - {1981 + number}\n\n- Built a loader for cranes\n- Wrote its tests\n\n" for number in range(26))
    lines = drawn(f"# Lena Ferrer\n\n## Experience\n\n{jobs}## Education\n\nBSc, Hull, 1979\n", 120)
    start = lines.index("Story matrix")
    assert sum(line.startswith(" Quay") for line in lines[start:]) == 20
    assert " and 6 more entries" in lines[start:]


def test_a_section_stands_before_the_entry_that_it_holds_and_behind_one_that_it_is_a_part_of() -> None:
    course = "# Ann Hill\n\n## Education\n\nData course, [School Name] (Jan 2025 - Aug 2025)\n\n## Projects\n\n### Ferry map\n\n#### Results\n\n- The second model did not work.\n"
    report = check_bytes(course.encode(), "resume.md", Config(as_of=date(2026, 1, 1), select=("FMT005", "STO001")))
    lines = render_terminal(finish_run([report], CONFIG), Look(100)).split("\n")
    assert "Education > Data course, [School Name]" in lines
    assert "Ferry map > Results" in lines


def test_what_a_readme_lacks_is_not_said_of_a_resume() -> None:
    text = "# 고양이 품종 분류\n\n## 모델\n\n- ResNet-50을 학습시켜 정확도를 0.71에서 0.83으로 올렸습니다.\n\n## 실행\n\n```\npython run.py\n```\n"
    report = check_bytes(text.encode(), "README.md", Config(as_of=date(2026, 1, 1), select=("REP005",)))
    assert "  · 참고 이 문서에서 아직 찾지 못한 것: 데이터 설명" in render_terminal(finish_run([report], CONFIG), Look(100)).split("\n")
