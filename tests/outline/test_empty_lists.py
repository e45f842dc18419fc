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
