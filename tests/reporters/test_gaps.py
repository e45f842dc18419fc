"""What a résumé does not tell yet: with the entry that lacks it, and never underlined on the person's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from careerlint.checking import check_bytes, finish_run
from careerlint.config import Config
from careerlint.model.finding import Report, Run
from careerlint.reporters.gaps import GapBlock, shown_items, stands_for_all, told_names
from careerlint.reporters.html import render_html
from careerlint.reporters.look import Look
from careerlint.reporters.markdown import render_markdown
from careerlint.reporters.terminal import render_terminal

RESUME = """# 이력서

## 프로젝트

### 발주 예측

- 결품이 잦아 창고 직원들이 밤마다 다시 세었습니다. 발주량을 예측하는 모델을 만들었습니다.
- 특성을 다시 골라 MAE를 12.4에서 9.1로 낮췄습니다.
- 팀원 셋과 화면을 나눠 구현했습니다.

### 식단 추천

- 영양사의 식단표를 모아 추천 화면을 만들었습니다.
- 알레르기 표시 기능을 구현하고 목록을 정리했습니다.
- 관리자 화면을 개발하고 배포했습니다.
"""


def run_on(text: str) -> Run:
    """The run of all rules over this résumé."""
    config = Config(as_of=date(2026, 1, 1))
    return finish_run([check_bytes(text.encode(), "이력서.md", config)], config)


def gaps_of(text: str) -> tuple[Report, GapBlock]:
    """The report on this résumé and what its stories do not tell."""
    report = run_on(text).reports[0]
    return report, next(item for item in shown_items(report, "grouped") if isinstance(item, GapBlock))


def test_of_a_resume_the_entry_is_named_that_lacks_what_another_tells() -> None:
    report, block = gaps_of(RESUME)
    assert told_names(report, block) == "측정한 결과 · 역경 (식단 추천)"


def test_a_name_stands_alone_where_no_entry_tells_it() -> None:
    alone = RESUME.replace("MAE를 12.4에서 9.1로 낮췄습니다", "다시 학습했습니다")
    report, block = gaps_of(alone)
    assert "측정한 결과" in told_names(report, block).split(" · ")


def test_a_long_title_is_cut_and_others_are_counted() -> None:
    more = RESUME.replace("### 식단 추천", "### 우리 동네 어린이 급식 관리 지원 센터 식단 추천") + RESUME[RESUME.index("### 식단"):].replace("식단 추천", "책 추천")
    report, block = gaps_of(more)
    assert "외 1곳)" in told_names(report, block)
    assert "센터 식단 추천" not in told_names(report, block)


@pytest.mark.parametrize(("tail", "shown"), [(" | 서울시 성동구 성수동 본사 물류 센터", "(식단 추천)"), (" (서울시 성동구 성수동 본사 물류 센터)", "(식단 추천)"), (" 그리고 아주 긴 이름의 화면 만들기", "...)")])
def test_a_title_is_named_without_what_stands_behind_its_name(tail: str, shown: str) -> None:
    report, block = gaps_of(RESUME.replace("### 식단 추천", f"### 식단 추천{tail}"))
    assert told_names(report, block).endswith(shown)


def test_whoever_counts_what_is_shown_gets_the_sum() -> None:
    story = "\n".join(f"### 프로젝트 {number}\n\n- 로그를 모아 화면을 만들었습니다.\n- BERT로 문장을 분류했습니다.\n- 목록을 정리했습니다.\n" for number in (1, 2))
    run = run_on(f"# 포트폴리오\n\n## 프로젝트\n\n{story}")
    report = run.reports[0]
    levels = Counter(finding.level for finding in report.findings)
    blocks = [item for item in shown_items(report, "grouped") if isinstance(item, GapBlock)]
    assert any(len(block.levels) == 2 for block in blocks)
    told: Counter[str] = Counter(finding.level for finding in shown_items(report, "grouped") if not isinstance(finding, GapBlock))
    for block in blocks:
        told.update(dict(block.levels))
    assert told == levels
    page = render_html(run, Look(language="ko"))
    assert f'class="figure"><span class="sign" aria-hidden="true">▲</span>{levels["warning"]}<' in page
    for text in (render_terminal(run, Look(language="ko")), render_markdown(run, Look(language="ko"))):
        shown: Counter[str] = Counter()
        for line in text.splitlines():
            if re.match(r"(?:  )?[▲·✗×■●✘] (?:\*\*)?(?:오류|경고|참고)", line):
                for level, count in re.findall(r"(오류|경고|참고)(?:\*\*)?(?: ×(\d+))?", line.split(" · `")[0]):
                    shown[level] += int(count or 1)
        assert shown == Counter({"경고": levels["warning"], "참고": levels["note"]}), text


def test_a_finding_on_a_heading_stands_under_that_heading() -> None:
    works = "".join(f"### {number}. {name}\n\nThe clinic lost {number}0 visits a week. I counted them by hand, drew a map and cut them to {number}.\n\n" for number, name in enumerate(("Missed visits", "Falls at night"), 1))
    run = run_on(f"# Dana Reyes\n\nNurse and analyst.\n\n## Projects\n\n{works}## Publications\n\n## About\n\nI like maps.\n")
    assert "FMT008" in {finding.code for finding in run.reports[0].findings}
    for text in (render_terminal(run, Look()), render_markdown(run, Look())):
        headings = [line.removeprefix("### ") for line in text[: text.rindex("FMT008")].splitlines() if line in ("Publications", "### Publications", "The whole document", "### The whole document")]
        assert headings[-1] == "Publications"
        assert headings.count("The whole document") <= 1


@pytest.mark.parametrize("render", [render_terminal, render_markdown], ids=["terminal", "markdown"])
def test_a_finding_about_the_whole_document_quotes_no_title(render: Callable[[Run, Look], str]) -> None:
    run = run_on("# 김한결\n\n" + RESUME.split("\n", 2)[2])
    finding = next(found for found in run.reports[0].findings if found.code == "OWN003")
    assert stands_for_all(run.reports[0], finding)
    told = render(run, Look())
    assert "OWN003" in told
    assert "│ 김한결" not in told
    assert "> **김한결**" not in told


def test_the_page_underlines_no_title_for_it() -> None:
    run = run_on("# 김한결\n\n" + RESUME.split("\n", 2)[2])
    page = render_html(run, Look())
    card = page[page.index("behaviour-gap") :]
    assert 'class="quote"' not in card[: card.index("</article>")]
