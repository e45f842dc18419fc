"""FMT005: badges that still show the words of their template."""

from __future__ import annotations

import pytest
from hits import findings_on, words_on


@pytest.mark.parametrize(
    "picture",
    [
        "![메일](https://img.shields.io/badge/Mail-your.email@example.com-red?logo=gmail)",
        "![Mail](https://img.shields.io/badge/Email-%3Cyour_email%3E-EA4335?style=flat-square)",
        "[![GitHub](https://img.shields.io/badge/GitHub-your--username-black)](https://github.com/ryudam)",
        "![Blog](https://img.shields.io/static/v1?label=Blog&message=your_blog&color=green)",
        "![Blog](https://badgen.net/badge/blog/yourname)",
    ],
)
def test_a_badge_that_was_never_filled_in(picture: str) -> None:
    (found,) = findings_on(f"# 류담\n\n{picture}\n\n## 경력\n\n- 물때 앱을 만들었습니다.", "FMT005")
    assert found.level == "error"


@pytest.mark.parametrize(
    "picture",
    [
        "![메일](https://img.shields.io/badge/Mail-ryu@dam.kr-red?logo=gmail)",
        "![언어](https://img.shields.io/badge/Python-3776AB?style=flat&logo=python&link=https://example.com/yourname)",
        "![그림](https://img.example.org/your_email.png)",
    ],
)
def test_a_badge_that_says_something(picture: str) -> None:
    assert words_on(f"# 류담\n\n{picture}\n\n## 경력\n\n- 물때 앱을 만들었습니다.", "FMT005") == []


def test_the_same_badge_is_told_once() -> None:
    badge = "![메일](https://img.shields.io/badge/Mail-your.email@example.com-red)"
    assert len(findings_on(f"# 류담\n\n{badge}\n\n## 경력\n\n- 앱을 만들었습니다.\n\n{badge}", "FMT005")) == 1
