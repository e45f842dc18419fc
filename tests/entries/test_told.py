"""Which entries tell of work: manuals, cards, parts of other papers, study notes and letters do not."""

from __future__ import annotations

from datetime import date

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.evidence import Evidence
from careerlint.readers import read_text


def evidence_of(text: str) -> Evidence:
    config = Config(as_of=date(2026, 1, 1))
    return linter().examine(read_text(text.encode(), "a.md", config.limits), config)


WORK = "- 잎 사진을 촬영했습니다.\n- 분류기를 학습했습니다.\n- F1 0.86을 얻었습니다.\n"


@pytest.mark.parametrize("title", ["잎 분류기", "박물관 안내 앱", "Metro guide", "나의 가계부 앱"])
def test_work_is_told(title: str) -> None:
    evidence = evidence_of(f"# {title}\n{WORK}")
    assert 0 in evidence.stories.work
    assert evidence.stories.telling[0] == (0, 1, 2)


@pytest.mark.parametrize(
    "text",
    [
        f"# 앙상블 사용 방법\n{WORK}",
        f"# 외부 데이터\n{WORK}",
        f"# 주간 학습 정리\n{WORK}",
        f"# 2024-02-10 - 2024-03-10\n{WORK}",
        f"# Application as florist\n{WORK}",
        f"# 실패한 경험을 기술하시오.\n{WORK}",
        "# Solution\n- Run train.py\n- Download the weights\n- Trained a ResNet\n",
        "# Cards\n- 기간: 2024.01 ~ 2024.03\n- 주최: 한들시\n- 주제: 잎 분류\n- 기술 스택: Python\n",
        "# Leaf contest\nThis repository contains code from winning competitors.\n- Trained a ResNet on leaves\n- Reached F1 0.86\n",
        "# Leaf tool\n" + "".join(f"- Run step{number}.py with the defaults\n" for number in range(9)) + "- Trained a ResNet, F1 0.86\n",
    ],
)
def test_manuals_cards_parts_and_letters_tell_of_no_work(text: str) -> None:
    evidence = evidence_of(text)
    assert all(entry not in evidence.stories.work and evidence.stories.telling[entry] == () for entry in evidence.stories.told)


def test_names_of_places_posts_and_dates_do_not_lengthen_an_entry() -> None:
    text = "# Ada Moss\n## Experience\n### Quayside Ltd\nMar 2020 - Apr 2022, developer\n\nResearch Intern\n\n- Wrote the map\n- Drew the gates\n"
    evidence = evidence_of(text)
    assert evidence.stories.sizes[0] == 2


def test_what_stands_under_education_is_no_told_entry() -> None:
    assert evidence_of("# 좌나윤\n## 교육\n### 웹 과정 (2022)\n- HTML을 배움\n- 누리집을 작성\n").stories.told == ()


def test_a_competition_is_known_by_its_section() -> None:
    evidence = evidence_of("# 이루다 이력서\n## 경진대회\n### 구름 제거 (2023)\n- 88팀 중 9위\n- 모델을 학습\n")
    assert 0 in evidence.stories.contests


def test_a_paper_a_list_of_skills_and_the_filler_of_a_template_are_no_stories() -> None:
    jobs = "# Ana Ruiz\n\n## Experience\n\n"
    paper = "### Thin shells for quick coils\n\nSept 2021\n\nA. Ruiz, H. Tom, S. Lee\n\n10.1007/978-3-319-00000-0 (IEEE Transactions on Coils)\n\n"
    skills = "### Programming Languages\n\n- Wrote parsers in Rust\n- Wrote services in Go\n\n"
    filler = "### Some Company, 2019 - 2020\n\n- Lorem ipsum dolor sit amet\n- Built a loader\n\n"
    work = "### Vela, 2020 - 2023\n\n- Built a loader\n- Wrote its tests\n\n"
    evidence = evidence_of(f"{jobs}{skills}{paper}{filler}{work}## Education\n\nBSc, Porto, 2018\n")
    assert [evidence.document.words(evidence.title(entry)) for entry in evidence.stories.told] == ["Vela, 2020 - 2023"]


@pytest.mark.parametrize("line", ["Globex Corporation\tAustin, TX", "Globex Financial | New York, NY July 2022 - August 2024", "Open-source library for fast kernels"])
def test_the_line_of_an_employer_tells_nothing(line: str) -> None:
    evidence = evidence_of(f"# Ana Ruiz\n\n## Experience\n\n### Engineer, 2020 - 2024\n\n{line}\n\n- Built a loader\n- Wrote its tests\n\n## Education\n\nBSc, Porto, 2018\n")
    assert evidence.stories.sizes[0] == 2


def test_a_question_may_be_the_title_of_work() -> None:
    assert 0 in evidence_of(f"# Where do visitors come from?\n{WORK}").stories.work
    assert 0 not in evidence_of(f"# What are you proud of?\n{WORK}").stories.work


def test_a_line_that_names_another_entry_leaves_the_story_to_it() -> None:
    text = "# 이력서\n## 경력\n### 두레솔루션\n- 직급: 대리\n- 주요 프로젝트\n- 결제 서버 구축\n## 프로젝트\n### 1. 결제 서버 구축\n- 결제 서버를 구현\n- 응답을 900ms에서 300ms로 줄임\n"
    evidence = evidence_of(text)
    job, project = (next(index for index, entry in enumerate(evidence.outline.entries) if entry.kind == kind) for kind in ("job", "project"))
    assert evidence.stories.telling[job] == ()
    assert len(evidence.stories.telling[project]) == 2


@pytest.mark.parametrize(("line", "tells"), [("일마다 NestJS, Redis, Kafka를 활용했습니다.", False), ("Redis를 활용했습니다.", True), ("NestJS, Redis, Kafka로 알림 서버를 구현했습니다.", True)])
def test_a_list_of_tools_in_a_sentence_tells_nothing_of_a_job(line: str, tells: bool) -> None:
    evidence = evidence_of(f"# 이력서\n## 경력\n### 가온몰 (2020.01 ~ 2023.03)\n- {line}\n")
    assert bool(evidence.stories.telling[0]) is tells
