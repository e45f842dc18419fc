"""Named works: bullets, paragraphs and rows that begin with the name of a work, and what only looks so."""

from __future__ import annotations

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import read_text


def outlined(text: str) -> list[tuple[str, str]]:
    """The kinds and titles of the entries of a document."""
    document = read_text(text.encode(), "case.md", Config().limits)
    outline = linter().outline(document, Config())
    return [(entry.kind, document.words(entry.title) if entry.title is not None else "") for entry in outline.entries]


def works(text: str) -> list[str]:
    return [title for kind, title in outlined(text) if kind == "project"]


_LIFE = "# 도하늘\n\n## 경력\n\n**물결조명 · 펌웨어 개발자 · 2019.03 – 현재**\n\n- 부트로더를 작성했다.\n\n"
_NAMED = "- **닻 지킴이** (갈매기 요트 클럽): 닻이 끌리면 전화하는 부표. 필터와 무선 규약을 작성했다.\n- **물때 종**: 항구 조석표에 따라 울리는 종.\n- **조명 시험대** (물결조명): 조명 마흔 개를 만 번 켜고 끄는 장비.\n"


@pytest.mark.parametrize("heading", ["펌웨어 프로젝트", "프로젝트", "Firmware Projects", "주요 프로젝트"])
def test_bullets_that_begin_with_bold_names_are_works(heading: str) -> None:
    found = works(f"{_LIFE}## {heading}\n\n{_NAMED}")
    assert [title.split(" (")[0].split(":")[0] for title in found] == ["닻 지킴이", "물때 종", "조명 시험대"]


def test_one_more_bullet_without_a_name_parts_them_no_less() -> None:
    found = works(f"{_LIFE}## 펌웨어 프로젝트\n\n{_NAMED}- **CAN 기록기** (2022) · **부표 지도** (공개)\n")
    assert [title.split(" (")[0].split(":")[0] for title in found][:3] == ["닻 지킴이", "물때 종", "조명 시험대"]


@pytest.mark.parametrize("section", [
    "## 핵심 역량\n\n- **보드 기동**: 회로도부터 첫 부팅까지 맡는다.\n- **시험 장비**: 릴레이와 부하 장치를 다룬다.\n",
    "## 기술 스택\n\n- **언어**: C, Python, Rust\n- **보드**: STM32, nRF52\n",
    "## 일하는 방식\n\n- **기록**: 까닭을 적고 나서 고친다, 늘.\n- **시험**: 고치기 전에 먼저 시험을 쓴다.\n",
    "## 로봇 프로젝트\n\n- **배경**: 부표가 자주 떠내려가서 시작했다.\n- **역할**: 무선 규약을 맡아 작성했다.\n- **결과**: 한 달 동안 잃은 부표가 없었다.\n",
])
def test_other_bullets_with_bold_words_are_none(section: str) -> None:
    assert works(_LIFE + section) == []


def test_what_somebody_lives_by_is_no_school() -> None:
    text = f"{_LIFE}## Education\n\n- 강변대학교 컴퓨터공학과 (3학년 휴학 중)\n- 강변고등학교 졸업\n\n---\n\n**규칙은 코드로, 확인은 시험으로.**\n모든 결정의 까닭을 적어 둔다.\n"
    assert [title for kind, title in outlined(text) if kind == "course"] == ["강변대학교 컴퓨터공학과 (3학년 휴학 중)", "강변고등학교 졸업"]


def test_a_line_above_links_is_no_work() -> None:
    text = "# Game Portfolio\n\nI make games.\n\n## Code excerpts\n\nFrom **Lantern Keeper**.\n\n## Projects\nLinks to builds and trailers:\n- **Lantern Keeper** — https://example.com/lantern\n- **Moss** — https://example.com/moss\n\n## About Me\n- Likes rain\n"
    assert works(text) == []


_ABOUT = "## About Me\n\nI am a botanist and data analyst from Sorrel. I graduated with a B.S. in Biology from Sorrel University and worked for a year as an intern.\n\n"
_GREENHOUSE = "**Open Greenhouse:** Every second Saturday I lead a walk through the greenhouse of the university. About twenty people come.\n\n"
_LETTERS = "**Letters to a Botanist.** The programme brings pupils of village schools together with researchers; I answer about ten letters a year.\n\n"


def test_paragraphs_with_run_in_names_are_entries() -> None:
    text = f"{_ABOUT}## Research\n\n**Counting seedlings from drones:** Foresters count seedlings on their knees, which takes a summer.\n\nIn my thesis we flew a small drone over forty plots.\n\n## Outreach\n\nI like to talk about plants.\n\n{_GREENHOUSE}{_LETTERS}"
    assert outlined(text) == [("other", "Counting seedlings from drones"), ("other", "Open Greenhouse"), ("other", "Letters to a Botanist.")]


def test_projects_in_paragraphs_with_run_in_names_are_works() -> None:
    text = f"{_LIFE}## Selected projects\n\n**Flaky test finder.** Reruns each failing test twenty times at night and writes a table of those that pass at least once. Cut the red builds by half, which nobody had believed before.\n\n**Invoice fuzzer.** Makes invoices with impossible dates and found nine bugs in the billing system.\n"
    assert works(text) == ["Flaky test finder.", "Invoice fuzzer."]


@pytest.mark.parametrize("section", [
    "## Publications\n\n**Reed, P.**, Moss, L. Counting seedlings from the air, with forty plots and a drone. *Journal of Small Trees*, 2021.\n",
    "## Research\n\n**Counting seedlings from the air.** P. Reed, L. Moss, O. Fern. Journal of Small Trees 12, 2021, pages 4 to 19.\n",
    "## Skills\n\n**Field work:** I have counted plants on forty plots in three countries and know most ferns by their leaves.\n\n**Data:** I write R and Python and draw maps with QGIS for the reports of the bank.\n",
])
def test_papers_and_skills_in_paragraphs_are_no_entries(section: str) -> None:
    assert [kind for kind, _ in outlined(_ABOUT + section) if kind in ("project", "other", "job")] == []


def test_parts_of_one_project_in_paragraphs_are_no_works() -> None:
    text = f"{_LIFE}## Project\n\n**Background:** The buoys of the club went adrift in every storm of the last winter, and nobody knew where.\n\n**Results:** In a month of wind not one buoy was lost, and the club bought forty of them.\n"
    assert works(text) == [""]


@pytest.mark.parametrize("heading", ["# Troubleshooting Experience", "# 트러블슈팅", "## Troubleshooting Experience"])
def test_works_in_brackets_are_told_apart(heading: str) -> None:
    told = "입사 3개월차에 주문 조회가 8초 걸린다는 문의를 받았다. 실행 계획을 읽어 색인이 쓰이지 않는 것을 찾았고, 조건 순서를 바꿔 0.4초로 줄였다."
    text = f"# 소개\n\n안녕하세요. 백엔드 개발자 노을찬입니다.\n\n# Career\n\n- 2020.03 ~ : 조약돌소프트 재직중 (담당 업무 : spring, react)\n\n{heading}\n\n[느린 조회의 원인을 찾다]\n\n{told}\n\n[배포를 자동화하다]\n\n{told}\n"
    assert works(text) == ["[느린 조회의 원인을 찾다]", "[배포를 자동화하다]"]


def test_a_page_about_somebody_with_a_life_is_one_of_a_person_in_english_too() -> None:
    document = read_text(f"{_ABOUT}## Research\n\nI count seedlings.\n".encode(), "README.md", Config().limits)
    assert linter().outline(document, Config()).kind == "resume"


def test_the_readme_of_an_about_page_is_none() -> None:
    document = read_text(b"# About\n\nI am a bot developer kit. It answers messages.\n\n## Usage\n\nRun it.\n\n## License\n\nMIT\n", "README.md", Config().limits)
    assert linter().outline(document, Config()).kind == "project"


def test_a_job_parts_from_the_linked_works_below_it() -> None:
    text = "# Omar Haddad\n\n## Employment\n\nI am a student developer at the harbour lab.\n\nThere I have worked on\n\n* [Ledger mirror](https://example.com/l): a second copy of the ledger that is compared every night.\n* [Drill book](https://example.com/d) - forty exercises for the on-call team of the lab.\n\n## Education\n\n- Isle University, Networks (2013 - 2017)\n"
    assert works(text) == ["Ledger mirror", "Drill book"]
    assert outlined(text)[0][0] == "job"


@pytest.mark.parametrize("bullets", [
    "* Kept the [ledger mirror](https://example.com/l) running for a year without a stop.\n* [Drill book](https://example.com/d): forty exercises for the team.\n", "* [Code](https://example.com/l)\n* [Slides](https://example.com/d)\n",
])
def test_other_links_in_the_bullets_of_a_job_are_of_the_job(bullets: str) -> None:
    assert works(f"# Omar Haddad\n\n## Employment\n\n### Cove Bank (2017 - 2021)\n\nI kept the ledger.\n\n{bullets}\n## Skills\n\n- Go\n") == []

_JOBS = "노을소프트 (2019.01 ~ 2021.02)\n- 정산을 다시 짰다\n\n은하테크 (2015.01 ~ 2018.02)\n- 검색을 고쳤다\n"


@pytest.mark.parametrize("quote", ["> 데이터로 말하는 엔지니어 (총 6년)", "> **금융 도메인 백엔드 6년**", "> 총 6년 2개월", "> Six years of ledgers"])
def test_a_quote_right_below_a_heading_names_no_job(quote: str) -> None:
    found = [title for kind, title in outlined(f"# 이바다\n\n## 경력\n\n{quote}\n\n{_JOBS}") if kind == "job"]
    assert found == ["노을소프트 (2019.01 ~ 2021.02)", "은하테크 (2015.01 ~ 2018.02)"]


def test_quotes_that_are_the_titles_of_jobs_stay_so() -> None:
    text = "# 이바다\n\n## 경력\n\n> **노을소프트** 2019.01 ~ 2021.02\n\n- 정산을 다시 짰다\n\n> **은하테크** 2015.01 ~ 2018.02\n\n- 검색을 고쳤다\n"
    assert [title for kind, title in outlined(text) if kind == "job"] == ["노을소프트 2019.01 ~ 2021.02", "은하테크 2015.01 ~ 2018.02"]


@pytest.mark.parametrize("sentence", [
    "**[Tern](https://t.example)** and **[Gull](https://g.example)**, made with friends.", "**[Tern](https://t.example)**은 **[Gull](https://g.example)**과 함께 만들었다.",
    "- **[Tern](https://t.example)**, **[Gull](https://g.example)** and others\n- counted gulls",
])
def test_bold_links_in_a_sentence_name_no_works(sentence: str) -> None:
    assert [title for title in works(f"{_LIFE}## Projects\n\n{sentence}\n") if title] == []


def test_a_bold_link_that_is_set_off_names_a_work() -> None:
    text = f"{_LIFE}## Projects\n\n- **[Tern](https://t.example)** - made with **[Gull](https://g.example)**.\n- **[Weir](https://w.example)**: counts weirs.\n"
    assert [title.split(" - ")[0].split(":")[0] for title in works(text)] == ["Tern", "Weir"]

_ASIDE = "| {} | 물길 지도 | 소음 지도 |\n|---|---|---|\n| 기간 | 2021.01 ~ 2021.03 | 2022.01 ~ 2022.04 |\n| 역할 | 수위 데이터 수집 | LSTM을 시도했지만 잘 되지 않았다 |\n| 성과 | 오차 9 | 거리 40곳 |\n"


@pytest.mark.parametrize("corner", ["", "구분", "프로젝트명"])
def test_works_side_by_side_in_a_table_have_a_column_each(corner: str) -> None:
    text = f"{_LIFE}## 프로젝트\n\n{_ASIDE.format(corner)}"
    assert works(text) == ["물길 지도", "소음 지도"]
    document = read_text(text.encode(), "case.md", Config().limits)
    told = [(one.label, one.context[-1], document.words(one.span)) for one in linter().outline(document, Config()).statements if one.form == "cell"]
    assert ("역할", "소음 지도", "LSTM을 시도했지만 잘 되지 않았다") in told and len(told) == 6


def test_columns_without_a_period_are_no_works() -> None:
    table = _ASIDE.format("").replace("| 기간 | 2021.01 ~ 2021.03 | 2022.01 ~ 2022.04 |\n", "| 규모 | 3 | 4 |\n")
    assert not {"물길 지도", "소음 지도"} & set(works(f"{_LIFE}## 프로젝트\n\n{table}"))


_TOLD = "Read forty gauges along the river by radio and drew their levels by the hour on one page with Rust"


@pytest.mark.parametrize("behind", [f" – {_TOLD}. [https://git.example/gauges]", f": {_TOLD}."])
def test_a_bold_name_is_the_title_of_a_bullet_that_tells_the_work_at_length(behind: str) -> None:
    assert works(f"# Tobias Fenn\n\n## Projects\n\n- **Weir gauges**{behind}\n- **Tide bell**{behind}\n\n## Education\n\n- B.Sc. in Biology, University of Sorrel (2019)\n") == ["Weir gauges", "Tide bell"]


def test_a_short_clause_or_a_period_behind_a_bold_name_stays_in_the_title() -> None:
    bullets = ["**Weir gauges** – reads forty gauges", "**Tide bell** – Vell Works, harbour office and the three rope lofts along the quay of the old town, 2019.03 - 2019.12"]
    assert works("# Tobias Fenn\n\n## Projects\n\n" + "".join(f"- {bullet}\n" for bullet in bullets)) == [bullet.replace("**", "") for bullet in bullets]
