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
