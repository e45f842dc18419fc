"""Sentences: which rows end as one, and which only look so."""

from __future__ import annotations

import pytest

from careerlint.outline.sentences import ends_sentence


@pytest.mark.parametrize(("row", "ends"), [
    ("지도를 그렸다", True), ("지도를 그렸습니다.", True), ("왜 그랬나요?", True), ("오차를 줄였음", True), ("검사표를 정리함", True), ("It prints maps.", True), ("It took 10 ms.", True),
    ("보드 게임", False), ("프로젝트 개요", False), ("전력 수요", False), ("Vell Works Inc.", False), ("Gull College, B.Sc.", False), ("물길 지도", False), ("사진 보관함", False), ("디지털 우편함", False), ("모바일 명함", False), ("스마트 분리수거함", False), ("배포를 자동화함", True), ("화면을 설명함", True), ("운영팀에 개선을 건의함", True), ("원본 자료를 따로 보관함", True), ("사진을 날짜별로 안전하게 보관함.", True), ("사진을 담는 보관함", False), ("마을 우편함", False), ("쓰레기를 나눌 수거함", False), ("서울로 보내는 우편함", False), ("", False),
])
def test_a_row_ends_as_a_sentence_or_as_a_name(row: str, ends: bool) -> None:
    assert ends_sentence(row) is ends
