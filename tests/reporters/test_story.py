"""What is praised: only what is plainly strong, for the strength that it shows, and nothing that any rule has something against."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from reports import run_on

import careerlint
from careerlint.baseline import accepted_of, compare
from careerlint.changed import only_changed
from careerlint.checking import check_bytes, finish_run
from careerlint.config import Config
from careerlint.model.finding import Report
from careerlint.model.story import ELEMENTS
from careerlint.readers import read_text
from careerlint.reporters.html import render_html
from careerlint.reporters.look import Look
from careerlint.reporters.markdown import render_markdown
from careerlint.reporters.story import story_matrix, strengths
from careerlint.reporters.terminal import render_terminal
from careerlint.repository import Revision

EXAMPLES = Path(__file__).parents[2] / "examples" / "good"
ENTRY = "# 지도\n\n## 프로젝트\n\n### 발주 예측\n\n- {}\n"


def praised(report: Report) -> dict[str, str]:
    """By strength the words that are quoted for it."""
    return {found.name: report.shown(report.outline.statements[found.statement].span) for found in strengths(report)}


def praised_in(statement: str) -> dict[str, str]:
    """What is praised in an entry of this one statement."""
    return praised(run_on(ENTRY.format(statement)).reports[0])


@pytest.mark.parametrize(
    ("name", "change", "comparison"),
    [
        ("ko-project-readme.md", "0.60에서 0.69로", "U-Net과 DeepLabV3+를 비교했고"),
        ("en-portfolio.md", "from 0.20 to 0.25", "Compared a gradient boosting model"),
    ],
)
def test_a_change_is_no_comparison_and_a_comparison_no_change(name: str, change: str, comparison: str) -> None:
    found = praised(careerlint.lint(EXAMPLES / name, Config(as_of=date(2026, 12, 1))))
    assert change in found["measure"]
    assert comparison in found["alternative"]


@pytest.mark.parametrize(
    "statement",
    [
        "결품이 월 40건이어서 발주량을 예측하는 모델을 만들었습니다.",
        "여러 모델을 돌려 보고 괜찮아 보이는 것을 골랐습니다.",
        "Macro F1을 0.70에서 0.77로 7% 향상했습니다.",
        "교체일 이후 값을 환산하고, 동별 월 합계가 작년보다 10% 넘게 달라지면 알리는 검사를 추가했습니다.",
    ],
)
def test_what_is_not_plainly_strong_is_not_praised(statement: str) -> None:
    assert not praised_in(statement)


def test_two_named_ways_and_a_measure_are_a_comparison() -> None:
    assert set(praised_in("LightGBM과 Prophet을 비교했고 MAPE가 4%p 낮은 LightGBM을 골랐습니다.")) == {"alternative"}


def test_what_data_are_fit_for_is_no_comparison() -> None:
    told = "표본은 XGBoost와 LightGBM을 {}"
    assert "alternative" in praised_in(told.format("비교했고 F1이 0.81로 높은 XGBoost가 적합했습니다."))
    assert "alternative" not in praised_in(told.format("쓰는 모델 비교 실험에 적합합니다."))


def test_an_obstacle_without_an_answer_is_no_strength() -> None:
    assert not praised_in("스프레드시트로 라벨을 붙이다 보니 같은 문장을 둘이 고쳐 하루 30건씩 덮어쓰는 문제가 있었습니다.")


WRONG = "첫 층의 보폭을 바꿔 정확도가 80%에서 90%로 20%p 올랐습니다."


@pytest.mark.parametrize("config", [{"select": ("STO001",)}, {"ignore": ("HON",)}])
def test_what_a_rule_that_did_not_run_finds_is_not_praised(config: dict[str, tuple[str, ...]]) -> None:
    assert praised_in(WRONG.replace("20%p", "10%p"))
    document = read_text(ENTRY.format(WRONG).encode(), "a.md")
    report = careerlint.lint(document, Config(as_of=date(2026, 12, 1), **config))  # type: ignore[arg-type]
    assert all(finding.statement is None for finding in report.findings)
    assert not praised(report)


def test_what_is_accepted_in_the_document_is_not_praised() -> None:
    report = run_on(ENTRY.format(WRONG) + "\n<!-- careerlint: ignore-file -->\n").reports[0]
    assert all(finding.statement is None for finding in report.findings)
    assert not praised(report)


def test_a_count_that_is_the_reason_is_no_number_of_ways() -> None:
    row = story_matrix(run_on(ENTRY.format("결품이 월 40건이어서 발주량을 예측하는 모델을 만들었습니다.")).reports[0])[0]
    assert row.cells[[name for name, _ in ELEMENTS].index("alternative")] is None


@pytest.mark.parametrize(
    ("statement", "elements"),
    [
        ("LightGBM이 유명해서 사용했다.", ("reason", "cause")),
        ("Chose XGBoost because it is popular.", ("reason", "cause")),
        ("배송지 누락 문제가 있었다.", ("goal",)),
    ],
)
def test_what_is_reproached_is_not_credited(statement: str, elements: tuple[str, ...]) -> None:
    report = run_on(ENTRY.format(statement)).reports[0]
    row = dict(zip((name for name, _ in ELEMENTS), story_matrix(report)[0].cells, strict=True))
    assert [row[element] for element in elements] == [None] * len(elements)


@pytest.mark.parametrize("statement", ["LightGBM이 유명해서 사용했다.", "배송지 누락 문제가 있었다."])
def test_the_matrix_is_the_same_however_few_findings_are_told(tmp_path: Path, statement: str) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    path = tmp_path / "README.md"
    path.write_text(ENTRY.format(statement), encoding="utf-8")
    subprocess.run(["git", "add", "README.md"], cwd=tmp_path, check=True)
    subprocess.run(["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "-qm", "First"], cwd=tmp_path, check=True)
    config = Config(as_of=date(2026, 1, 1))
    run = finish_run([careerlint.lint(path, config)], config)
    whole = run.reports[0]
    selected = careerlint.lint(path, replace(config, select=("FMT013",)))
    compared = compare(run, accepted_of(run, tmp_path), tmp_path, lambda each: True).run.reports[0]
    unchanged = only_changed(whole, Revision("HEAD"), config)
    assert whole.findings and not (selected.findings or compared.findings or unchanged.findings)
    assert [story_matrix(report) for report in (selected, compared, unchanged)] == [story_matrix(whole)] * 3


def test_a_reason_that_fits_is_credited() -> None:
    report = run_on(ENTRY.format("Chose XGBoost because it handles missing values.")).reports[0]
    row = dict(zip((name for name, _ in ELEMENTS), story_matrix(report)[0].cells, strict=True))
    assert row["reason"] is not None


RULE = """code: XYZ001
name: hasty-reason
level: note
fires: {signal: reason}
denies: [reason]
summary: {ko: 가, en: a}
message: {ko: 가, en: a}
why: {ko: 가, en: a}
rewrite: {ko: 가, en: a}
question: {ko: 가, en: a}
"""


@pytest.mark.parametrize(("rule", "shown"), [(RULE, False), (RULE.replace("denies: [reason]\n", ""), True)])
def test_a_rule_of_ones_own_says_itself_what_its_words_do_not_tell(tmp_path: Path, rule: str, shown: bool) -> None:
    (tmp_path / "team").mkdir()
    (tmp_path / "team" / "hasty-reason.yml").write_text(rule, encoding="utf-8")
    document = read_text(ENTRY.format("Chose XGBoost because it handles missing values."), "README.md")
    report = careerlint.lint(document, Config(as_of=date(2026, 1, 1), rule_folders=(tmp_path,)))
    assert "XYZ001" in [finding.code for finding in report.findings]
    row = dict(zip((name for name, _ in ELEMENTS), story_matrix(report)[0].cells, strict=True))
    assert (row["reason"] is not None) is shown
def test_a_graver_gap_is_among_what_to_look_at_first() -> None:
    text = "# Portfolio\n\n## Projects\n\n" + "".join(
        f"### {name}\n\n- Built a page with {tool}.\n- Wrote 40 tests for it.\n- Drew the maps of {name}.\n- Moved it to a small server.\n\n" for name, tool in (("Harbour", "Flask"), ("Quay", "Django"))
    )
    run = finish_run([check_bytes(text.encode(), "a.md", Config(select=("STO002", "RES002"), as_of=date(2026, 1, 1)))], Config())
    assert {finding.level for finding in run.reports[0].findings} >= {"warning"}
    look = Look(100, language="en")
    assert "Look at these first" in render_terminal(run, look) and "Look at these first" in render_markdown(run, look)
    assert 'class="first"' in render_html(run, look)


def test_a_failure_that_is_told_in_steps_is_praised_by_its_answer() -> None:
    told = "첫 배포 날 결제가 막혔습니다. 테스트 카드로만 확인해 실제 카드사의 화면을 몰랐던 것이 이유였습니다. 그날 밤 되돌리고, 이후로는 배포 전에 직원 다섯 명이 100원씩 결제해 봅니다."
    assert praised_in(told)["adversity"].startswith("그날 밤 되돌리고")
    english = "The model did not learn at all. The loss was NaN and some labels were -1. Filtering them fixed it in the first epoch."
    assert praised_in(english)["adversity"].startswith("Filtering them fixed it")


def test_a_labelled_trouble_and_its_labelled_answer_are_a_strength() -> None:
    told = "밤마다 멈춘 수집\n    - 이슈: 새벽 세 시마다 수집 서버와 저장소의 연결이 모두 쓰였다.\n    - 해결: 연결을 스무 개로 제한하고 다시 시도하는 코드를 추가했다."
    assert praised_in(told)["adversity"].startswith("연결을 스무 개로")
    english = "The chunking bug\n    - Issue: The code split the names of files and not their text.\n    - Fix: Switched to reading the text of each file and kept its name beside it."
    assert praised_in(english)["adversity"].startswith("Switched to reading")


@pytest.mark.parametrize(
    "statement",
    [
        "멈춘 수집\n    - 이슈: 연결 부족\n    - 해결: 연결 추가",
        "The chunking bug\n    - Issue: The code split the names of files and not their text.\n    - Fix: Soon.",
        "The chunking bug\n    - Cause: The code split the names of files and not their text.\n    - Fix: The text is what the user sees there.",
    ],
)
def test_labels_over_nothing_told_are_none(statement: str) -> None:
    assert "adversity" not in praised_in(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "첫 배포 날 결제가 막혔습니다. 화면을 나눠 구현했습니다.",
        "The model did not learn at all. The app has four pages. It is blue. Two colours were added. A cache fixed the slow page.",
        "The scheduler crashed every night. We are not sure why it did. A cache fixed the page.",
        "변수 고르기\n    - 당시 학습이 부족했던 관계로 위의 방법론들을 사용해보지 못하였다.\n    - 따라서 상관관계를 통해 나름의 Feature Selection을 진행했다.",
    ],
)
def test_what_follows_a_trouble_and_does_not_answer_it_is_not_praised(statement: str) -> None:
    assert "adversity" not in praised_in(statement)


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("요즘 제일 핫한 모델이라 트랜스포머를 썼습니다.", ("goal", "reason", "cause")),
        ("오탐 하루 40건 → 7건", ("cause",)),
        ("담당자에게 이유를 설명할 수 있는 모델이 필요했습니다.", ("cause",)),
        ("Learned how to use TensorFlow.", ("lesson",)),
    ],
)
def test_words_that_tell_no_element_are_no_credit(statement: str, absent: tuple[str, ...]) -> None:
    (row,) = story_matrix(run_on(ENTRY.format(statement)).reports[0])
    held = {name for (name, _), cell in zip(ELEMENTS, row.cells, strict=True) if cell is not None}
    assert held.isdisjoint(absent)


def test_a_cause_and_what_was_changed_for_it_are_a_remedy() -> None:
    (row,) = story_matrix(run_on(ENTRY.format("원인은 중복 키였고, 일자별로 나눠 집계한 뒤 합쳐 2시간 걸리던 작업을 15분으로 줄였습니다.")).reports[0])
    held = {name for (name, _), cell in zip(ELEMENTS, row.cells, strict=True) if cell is not None}
    assert {"cause", "change", "measure", "remedy"} <= held


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ResNet18을 직접 라벨링한 3,200장으로 미세 조정해 야간 F1을 0.71에서 0.83으로 올렸습니다.", ("change", "measure")),
        ("비 오는 날 재현율이 0.52로 떨어졌는데, 렌즈 번짐이 원인이어서 우천 400장을 더해 0.74로 회복했습니다.", ("adversity", "cause", "remedy")),
        ("처음에는 두 스레드가 같은 판매자를 갱신해 데드락이 발생하여 판매자 ID로 파티션 키를 바꿨습니다.", ("change", "remedy")),
        ("- 성과: 가입 210명\n- 화면을 만들었습니다.", ("measure",)),
        ("Recall fell to 0.52 because rain blurred the lens, so I added 400 rainy frames and it came back to 0.74.", ("adversity", "remedy")),
    ],
)
def test_the_matrix_and_the_praise_have_one_reason(text: str, shown: tuple[str, ...]) -> None:
    assert set(shown) <= filled(text)


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("렌즈 번짐이 원인이어서 우천 사진 실험을 포기했습니다.", "remedy"),
        ("팀원이 늦게 준 것이 원인이어서 일정을 3일 미뤘습니다.", "remedy"),
        ("사진 3,200장을 받아 정리했습니다.", "measure"),
        ("The model failed on foggy nights because the camera is old.", "remedy"),
        ("모델을 바꿨지만 안개 낀 밤에는 실패했습니다.", "remedy"),
    ],
)
def test_the_matrix_credits_no_more_than_is_told(text: str, lacking: str) -> None:
    assert lacking not in filled(text)


def filled(text: str) -> set[str]:
    """The elements that the matrix shows for a project of this text."""
    language = "ko" if any("가" <= letter <= "힣" for letter in text) else "en"
    heading = "# 지도\n\n## 프로젝트\n\n### 차선 검출\n\n" if language == "ko" else "# Maps\n\n## Projects\n\n### Lanes\n\n"
    [row] = story_matrix(run_on(heading + text).reports[0])
    return {name for (name, _), cell in zip(ELEMENTS, row.cells, strict=True) if cell is not None}


def test_a_comparison_with_a_baseline_alone_is_no_comparison_of_ways() -> None:
    assert "alternative" not in praised_in("LightGBM reduces the MAE by 43% compared with the timetable.")
    assert "alternative" in praised_in("We compared LightGBM with a GRU: LightGBM had an MAE of 3.9 minutes and the GRU 3.8.")


def test_a_remedy_behind_its_label_is_quoted_and_not_the_figures_below() -> None:
    labelled = "**문제** : 요청이 몰리면 서버가 응답하지 않음\n\n**원인** : 추론이 이벤트 루프를 막아 요청이 밀림\n\n**해결** : 추론을 별도 프로세스로 분리하고 요청을 큐에 넣어 처리\n\n**결과** : 타임아웃 12건 → 0건"
    assert "타임아웃" not in praised_in(labelled).get("adversity", "")
    steps = "- 처음에는 조인이 겹쳐 예외가 발생했고 목록이 열리지 않았습니다.\n- 원인은 컬렉션을 두 개 조인하면 곱이 생기기 때문이었습니다.\n- 이미지는 대표 이미지만 조회하도록 변경했습니다.\n"
    assert praised_in(steps)["adversity"].startswith("이미지는")
    apart = "- 처음에는 조인이 겹쳐 목록이 열리지 않았습니다.\n- 화면을 React로 변경했습니다.\n"
    assert "adversity" not in praised_in(apart)
