"""Narrow rows: a Korean paragraph is read alike at every margin, and lines that were ended on purpose stay lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.outline.narrow_rows import narrow_rows
from careerlint.readers import read_text

PARAGRAPH = (
    "동네 빵집의 선반을 하루에 두 번 찍어 남은 빵의 수를 세는 앱을 만들었습니다. 사장님 세 분이 한 달 동안 매일 써 주셨고, "
    "그 사진으로 더 큰 모델을 학습시켜 보았지만 결과가 좋지 않았고 잘 안되더라구요. 그냥 공개된 모델을 갖다 썼습니다. "
    "다음에는 선반마다 조명을 맞추고 사진을 다시 모아 보려고 합니다."
)
PAGE = "# 빵집 재고\n\n## 프로젝트\n\n{}\n\n## 결과\n\n- 빵 40종을 셉니다.\n"
CONFIG = Config(as_of=date(2026, 1, 1))


def cells(text: str) -> int:
    return sum(2 if letter > "ᄀ" else 1 for letter in text)


def wrapped(text: str, margin: int, *, inside_words: bool) -> Iterator[str]:
    row = ""
    for piece in re.findall(r"[가-힣](?![.,!?])|[^가-힣\s]+|\s+|[가-힣][.,!?]" if inside_words else r"\S+|\s+", text):
        if cells((row + piece).rstrip()) > margin:
            yield row.rstrip()
            row = ""
        row += piece if row else piece.lstrip()
    yield row


def findings(text: str, name: str) -> list[tuple[str, str]]:
    return sorted((each.code, each.fingerprint) for each in linter().lint(read_text(PAGE.format(text).encode(), name), CONFIG).findings)


@pytest.mark.parametrize("name", ["README.md", "README.txt"])
@pytest.mark.parametrize("margin", [24, 30, 38, 44, 56, 70, 80])
def test_findings_keep_their_fingerprints_at_every_margin(name: str, margin: int) -> None:
    whole = findings(PARAGRAPH, name)
    assert {"STO001", "CHG001"} & {code for code, _ in whole}
    assert findings("\n".join(wrapped(PARAGRAPH, margin, inside_words=False)), name) == whole


@pytest.mark.parametrize("margin", [28, 36, 44, 60])
def test_rows_that_are_broken_inside_words_are_one_paragraph(margin: int) -> None:
    whole = {code for code, _ in findings(PARAGRAPH, "README.md")}
    assert {code for code, _ in findings("\n".join(wrapped(PARAGRAPH, margin, inside_words=True)), "README.md")} == whole


LISTS = [
    ["크레인 위치 수집", "지도에 표시", "항구별 통계 계산", "결과 공유"],
    ["기간: 2023.01 ~ 2023.05", "인원: 4명", "역할: 데이터 수집", "크레인을 지도에 표시했습니다."],
    ["항구 크레인 지도", "Python, Leaflet", "크레인 4대를 지도에 표시했습니다."],
    ["크레인을 표시했습니다.", "배를 세었습니다.", "항로를 그렸습니다."],
    ["2021.03 항만 데이터 공모전 장려상", "2022.05 해양 빅데이터 대회 대상", "2023.07 물류 경진대회에 나갔다."],
    ["소개", "안녕하세요, 항구를 좋아하는 개발자", "김다온입니다."],
]


@pytest.mark.parametrize("rows", LISTS)
def test_lines_that_were_ended_on_purpose_are_none(rows: list[str]) -> None:
    assert narrow_rows(rows) == frozenset()
