"""Posts of a blog: nobody looks for a way to run them."""

from __future__ import annotations

import pytest
from linting import findings

BODY = "# Building my homelab\n\nI turned an old machine into a server.\n\n## The hardware\n\nI started with four drives and a shelf.\n\n- The largest drive holds the photos.\n- The second one holds the films.\n"


@pytest.mark.parametrize(
    "source",
    [
        '---\ntitle: "Homelab"\npubDate: 2026-03-15\ntags: ["docker"]\n---\n\n' + BODY,
        "---\ntitle: Homelab\ndate: 2022-01-06 18:00:00 +0900\ncategories: [Server]\n---\n\n" + BODY,
        '+++\ntitle = "Homelab"\ndate = "2021-03-15"\n\n[taxonomies]\ntags = ["docker"]\n+++\n\n' + BODY,
        "---\nlayout: post\ntitle: Homelab\n---\n\n" + BODY,
        "---\ntitle: Homelab\n---\n\nIt hums.\n\n<!-- more -->\n\n" + BODY,
        "# Homelab journal\n\n## April 24\n\nDrilled the shelf.\n\n## April 25\n\nHung it up.\n\n## May 2\n\nIt fell.\n",
        "# 서버 일기장\n\n## 4월 24일\n\n선반을 뚫었다.\n\n## 4월 25일\n\n선반을 달았다.\n\n## 5월 2일\n\n떨어졌다.\n",
        BODY + "\n![rack]({{ site.url }}/images/rack.png)\n",
    ],
)
def test_a_post_is_no_front_page_of_a_repository(source: str) -> None:
    assert findings("REP004", source, name="page.md") == ()


@pytest.mark.parametrize("source", [BODY, "---\ntitle: Homelab\nlicense: mit\n---\n\n" + BODY])
def test_a_page_without_a_date_is_one(source: str) -> None:
    assert len(findings("REP004", source, name="page.md")) == 1


TOLD = "The tide table showed the wrong hour because two gauges kept summer time. I set both to one clock and the hour was right on all forty days of the test.\n"
KOREAN = "물때표가 한 시간씩 틀렸다. 계기 둘이 여름 시간을 쓰고 있었기 때문이다. 시계를 하나로 맞추니 마흔 날 모두 맞았다.\n"


@pytest.mark.parametrize(
    "source",
    [
        f"# The northern pier\n\n*A postmortem on a table of the tide, September 2026.*\n\n{TOLD}", f"# The northern pier\n\nWhat follows is a reflection on the summer.\n\n{TOLD}",
        f"# DEV Reflection\n\n{TOLD}", f"# [회고] 물때표를 옮기며\n\n{KOREAN}", f"# 오늘의 회고 — 2026-09-19\n\n{KOREAN}",
        f"# 1\n물때표에서 오류가 났다. {KOREAN}\n# 2\n종이 두 번 울리는 에러가 났다. {KOREAN}", f"## 김물결\n{KOREAN}\n## 이등대\n{KOREAN}\n## 박갯벌\n{KOREAN}",
    ],
)
def test_pages_that_look_back_owe_no_command(source: str) -> None:
    assert findings("REP004", source, name="page.md") == ()


@pytest.mark.parametrize(
    "source",
    [
        f"# The northern pier\n\nA reflection API for the tide.\n\n{TOLD}", f"# 회고 앱\n\n{KOREAN}", f"# 1\n{KOREAN}\n# 2\n종이 한 번 울린다.\n# 3\n등대를 그렸다.\n", f"## 물때표\n{KOREAN}\n## 등대불\n{KOREAN}\n## 갯벌길\n{KOREAN}",
    ],
)
def test_pages_that_only_sound_so_owe_one(source: str) -> None:
    assert len(findings("REP004", source, name="page.md")) == 1
