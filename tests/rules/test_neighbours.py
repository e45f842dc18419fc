"""What counts as being about the same thing, and what a label, a heading or a deed beside a statement does to a rule."""

from __future__ import annotations

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import read_text

SILENT = [
    # the consequence of a measured statement, and one quantity in words and in figures
    ("CHG003", "# Filter\n- Dice went from 0.72 to 0.79 with deep supervision.\n- So the deeper decoder clearly improved segmentation.\n"),
    ("CHG003", "# App\n- Start-up got faster with a local file.\n- Cold start on an old phone: 4.8 s before, 1.9 s after\n"),
    ("CHG003", "# Sink\n- Throughput improved with batch writes.\n- 1,100 events a second before, 4,800 now.\n"),
    # figures under the same heading: in a table, in a printed output, in a line without words
    ("CHG003", "# App\n## Lists\n| | ms |\n|---|---|\n| old | 81.2 |\n| new | 30.5 |\n\nA cache keeps pages.\nIt holds 40 of them.\nOld ones go first.\nPaging sped up the list.\n"),
    ("CHG003", "# App\n## Lists\n```\nold 81.2 ms\nnew 30.5 ms\n```\nA cache keeps pages.\nIt holds 40 of them.\nOld ones go first.\nPaging sped up the list.\n"),
    # told in advance, and measured further down
    ("CHG003", "# App\nPaging sped up the list.\n## What it does\nIt shows bookings.\n## Figures\nA page took 81 ms before and 30 ms after paging.\n"),
    # what was done and went well upon it answers the failure before, whatever its words; so does a fact in between
    ("STO001", "# 텃밭 앱\n비가 오는 날을 하나도 맞히지 못했습니다. 관측소가 40km 밖이었습니다. 빗물 통의 무게를 재어 넣자 열 번 중 여덟 번을 맞혔습니다.\n"),
    # what a tool is chosen for, and a table of reasons
    ("CHG003", "# App\nIt shows bookings.\n## Why Redis\n- Reduced latency\n## Links\n- Docs\n"),
    ("CHG003", "# App\nIt shows bookings.\n## Tools\n| Tool | Reason |\n|---|---|\n| Vite | starts at once, with faster builds |\n| Redis | reduced the load of the database |\n## Links\n- Docs\n"),
    # the label of the bullet beside it names the quantity
    ("CHG003", "# App\n- Result: the accuracy improved with more photos\n- Score: 0.71 -> 0.78\n"),
    # a pronoun takes up the failure, and tells what was done
    ("STO001", "# Joint\nThe glued joint gave way at 60 kg. I screwed it and it held 110 kg.\n"),
    # the second sentence of a bullet gives both ends, or says why it could not work
    ("CHG003", "# 수선실\n- 안감을 덧대자 지퍼가 부드러워졌다. 재수선은 31건에서 12건으로 줄었다.\n"),
    ("STO001", "# 수선실\n- 자동 재단은 폭망. 천이 다 다르게 늘어나니 기계가 알 리가 없었음\n- 표지판 네 장\n"),
    # a goal with its figure is where a value started
    ("CHG004", "# 수선실\n- 21분이던 재단 시간을 줄이는 것이 목표\n- 재단 시간을 3분으로 단축\n"),
    # a duty with a deed, in the bullet or under it
    ("RES003", "## Experience\n### Aide, Lab\n- Assisted with the trip\n  - Took 90 cores\n- Drew the map\n"),
    ("RES003", "## Experience\n### Aide, Lab\n- Assisted with the wiring and traced the reset to a capacitor\n- Drew the map\n"),
    ("RES003", "## Experience\n### Aide, Lab\n- Responsible for the label queue. Built a page that sorts it by age.\n- Drew the map\n"),
    ("STO003", "# Booth\n- Challenge: shadows on the faces; fixed with a second lamp\n- Two cameras\n"),
    # the second sentence of one bullet goes on with the first
    ("STO003", "# 텃밭 앱\n- 기간: 2024.03 ~ 2024.06\n- 비 예보가 자꾸 틀렸습니다. 빗물 통을 하나 두고 무게를 쟀습니다.\n"),
    # what people do for a living asks for deeds, their part in a team does not
    ("RES003", "# 이력서\n## 경력\n### 한빛상사 (2021.05 ~ 2023.02)\n#### 담당 역할\n- 창고 관리 담당\n- 전표 1,240건을 분류\n"),
    # a cover letter is asked by its form
    ("FMT005", "# 직무와 관련된 경험을 구체적으로 기술하십시오. (500자)\n저는 신고서 310건을 세어 빈칸을 줄였습니다.\n"),
]
TOLD = [
    # another bullet's deed has its own figures, whatever noun the two share, and a figure under another heading is none of this line's
    ("CHG003", "# Resume\n\n## Experience\n\n### Clerk, Vell (2021 - 2023)\n\n- Rebuilt the alert system of two harbour services, cutting its traffic by 50%.\n- Led the move of four harbour services, enhancing system interoperability and boosting crew productivity.\n"),
    ("CHG003", "# Tide cats\n\nIt tells two cats apart.\n\n## Results\n\n- **Accuracy**: 77.5%\n- Most new photos were told apart, with slips in poor light.\n\n## Challenges\n\n- **Overfitting**: Initially, the model showed signs of overfitting; adding mirrored images improved generalization.\n"),
    # a failure explains no failure, whatever it is blamed on, nor does a deed that failed too
    ("STO001", "# Joint\nI tried glue for it and it didn't work out. Nobody in the shop had time for us, so the shelf is unfinished.\n"),
    ("STO001", "# 텃밭 앱\n비가 오는 날을 하나도 맞히지 못했습니다. 관측소가 40km 밖이었습니다. 빗물 통의 무게를 재어 넣자 앱이 멈췄습니다.\n"),
    # each bullet has its own figures, and a goal without one is no start
    ("CHG004", "# 수선실\n- 재단 시간을 3분으로 단축\n- 접수 점검 6시간 → 1시간 반\n"),
    ("CHG004", "# 수선실\n재단에 드는 시간을 줄여 보려고 시작했습니다.\n\n- 틀을 다시 짬\n- 재단 시간을 3분으로 단축\n"),
    ("STO003", "# 텃밭 앱\n- 기간: 2024.03 ~ 2024.06\n- 비 예보가 자꾸 틀렸습니다.\n- 화분 무게를 쟀습니다.\n"),
    ("RES003", "# 이력서\n## 경력\n### 한빛상사 (2021.05 ~ 2023.02)\n#### 주요 업무\n- 창고 관리 담당\n- 전표 1,240건을 분류\n"),
    # settings are no figures of an outcome, nor is the code that holds them
    ("CHG003", "# App\n## Training\n| parameter | value |\n|---|---|\n| lr | 0.001 |\n| dropout | 0.2 |\n\nThe schedule clearly improved accuracy.\n"),
    ("CHG003", "# 관리 도구\n## 개발\n| 구분 | 내용 |\n|---|---|\n| 진행 기간 | 2024.4 ~ 2024.7 |\n\n화면을 나누어 작업 효율을 높였습니다.\n"),
    ("CHG003", "# App\n## Training\n```python\nlr = 0.001\nfit(epochs=3.5)\n```\nThe schedule clearly improved accuracy.\n"),
    # nothing further down measures it
    ("CHG003", "# App\nPaging sped up the list.\n## What it does\nIt shows bookings.\n"),
    # a project named like a reason is no list of reasons
    ("CHG003", "# Why Redis\n- Cached pages, which sped up the list\n- Wrote the tests\n"),
    ("CHG003", "# App\n- Start-up got faster with a local file.\n- 3,100 downloads since summer\n"),
    ("STO001", "# Joint\nThe migration fell through. Written in Rust.\n"),
    # small words such as "in" and "with" tie nothing to anything
    ("STO001", "# Site\n- The demo was never finished.\n- Six weeks, in a team of five.\n- Four pages with a map.\n- Added a footer in grey.\n"),
    ("RES003", "## Experience\n### Aide, Lab\n- Assisted with the wiring and helped with the trip\n- Drew the map\n"),
    ("STO003", "# Booth\n- Challenge: telling shadows from damage\n- Two cameras\n"),
    ("FMT005", "# Ada\n## Experience\n### Analyst, [Company Name] (2021-2023)\n- Wrote the weekly report\n"),
    ("FMT005", "# Ada\n## Projects\n- TBD: licence of the photos\n- Wrote a loader\n"),
]


def _codes(text: str, code: str) -> list[str]:
    report = linter().lint(read_text(text.encode(), "case.md", Config().limits), Config(select=(code,)))
    return [finding.code for finding in report.findings]


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_stays_silent(code: str, text: str) -> None:
    assert _codes(text, code) == []


@pytest.mark.parametrize(("code", "text"), TOLD)
def test_is_told(code: str, text: str) -> None:
    assert _codes(text, code) == [code]


def test_a_heading_gives_one_finding_and_may_quote() -> None:
    assert _codes("# A\n## Job\n### Clerk, Shop (Month Year - Month Year)\n- Sold 40 lamps\n", "FMT005") == ["FMT005"]
    assert _codes('# A\n## Job\n### The form says "[Company Name]" twice\n- Sold 40 lamps\n', "FMT005") == []
