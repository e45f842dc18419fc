"""Pages whose lists of works hold none."""

from __future__ import annotations

from pathlib import Path

import pytest
from vocabulary_files import heading_vocabulary

from careerlint.outline import outline_document
from careerlint.readers import read

VOCABULARY = heading_vocabulary()


@pytest.mark.parametrize(
    "list_of_works",
    ["👉 아래 링크에서 확인 가능합니다\n🔗 https://tern.example", "- works.pdf\n- course certificate.jpg"],
)
def test_a_page_that_only_says_where_the_works_are_has_no_entry(tmp_path: Path, list_of_works: str) -> None:
    path = tmp_path / "page.md"
    path.write_text(f"# Harbour Portfolio\n\n## About Me\n- I measure harbours.\n\n## Skills\n- C\n\n## Portfolio\n{list_of_works}\n", encoding="utf-8")
    outline = outline_document(read(path), VOCABULARY, lambda texts: [[(0, len(text))] for text in texts])
    assert outline.kind == "portfolio"
    assert outline.entries == ()


_JOB = "# 도하늘 이력서\n\n## 경력\n\n### 물결조명 (2019.03 ~ 현재)\n\n- 부트로더를 작성했다.\n\n"


def _titles(tmp_path: Path, works: str) -> list[str]:
    path = tmp_path / "page.md"
    path.write_text(f"{_JOB}## 포트폴리오\n\n{works}", encoding="utf-8")
    document = read(path)
    outline = outline_document(document, VOCABULARY, lambda texts: [[(0, len(text))] for text in texts])
    return [document.words(entry.title) if entry.title else "" for entry in outline.entries][1:]


@pytest.mark.parametrize(
    "links",
    [
        "- **포트폴리오 문서**: `[WORKS.pdf] 300KB`\n- **물때 모의실험**: [https://tide.example/](https://tide.example/)\n- **관측 백엔드 (Harbour Cloud)**: [https://back.example/](https://back.example/)\n- **실시간 서버 (Railyard)**: https://live.example/\n",
        "- **Backend (Harbour Cloud)**: https://back.example/\n- **Front-end (Railyard)**: https://front.example/\n",
    ],
)
def test_bullets_that_are_addresses_of_what_runs_are_no_works(tmp_path: Path, links: str) -> None:
    assert _titles(tmp_path, links) == []


def test_addresses_behind_the_names_of_works_or_words_about_them_are_works(tmp_path: Path) -> None:
    named = "- **물때 종과 등대 지도**: https://a.example/\n- **둑 수위 알림 서비스**: https://b.example/\n"
    assert len(_titles(tmp_path, named)) > 0
    told = "- **관측 백엔드 (Harbour Cloud)**: 관측값을 1분마다 모은다.\n- **실시간 서버 (Railyard)**: 물때를 알린다.\n"
    assert len(_titles(tmp_path, told)) > 0
