"""REP003 and REP004 in a repository: what other files of it say counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hits import findings_on, words_on
from repositories import PLAIN, readme, repository

BARE = readme("React로 화면을 그린다.")
REUSED = readme("인터넷에서 찾은 얼굴 인식 코드를 내려받아 클릭 판정을 새로 썼다.")
MIT = "Permission is hereby granted, free of charge, to any person"
GPL = "                    GNU GENERAL PUBLIC LICENSE\n                       Version 3, 29 June 2007\n"


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("Makefile", "run:\n\tpython app.py\n"), ("docker-compose.yml", "services:"), ("package.json", '{"scripts": {"dev": "vite"}}'), ("run.sh", "python app.py"),
        ("docs/guide.md", "# Guide\n\n```\npip install -r requirements.txt\n```\n"), ("web/README.md", "# Web\n\n    npm install\n"), ("INSTALL.md", "Read me."), ("Procfile", "web: python app.py"),
    ],
)
def test_the_repository_says_how_to_run(tmp_path: Path, file: str, content: str) -> None:
    assert len(findings_on(repository(tmp_path / "a", {**PLAIN, "README.md": BARE}) / "README.md", "REP004")) == 1
    assert findings_on(repository(tmp_path / "b", {**PLAIN, file: content, "README.md": BARE}) / "README.md", "REP004") == ()


@pytest.mark.parametrize(("file", "content"), [("package.json", '{"scripts": {"lint": "eslint"}}'), ("docs/guide.md", "# Guide\n\nIt draws a map.\n"), ("package.json", "{"), ("package.json", "[" * 90_000)])
def test_what_does_not_say_how_to_run(tmp_path: Path, file: str, content: str) -> None:
    assert len(findings_on(repository(tmp_path / "a", {**PLAIN, file: content, "README.md": BARE}) / "README.md", "REP004")) == 1


@pytest.mark.parametrize("file", ["NOTICE", "THIRD_PARTY_LICENSES.md", "CITATION.cff", "references.bib"])
def test_the_repository_names_what_was_reused(tmp_path: Path, file: str) -> None:
    assert len(findings_on(repository(tmp_path / "a", {**PLAIN, "README.md": REUSED}) / "README.md", "REP003")) == 1
    assert findings_on(repository(tmp_path / "b", {**PLAIN, file: "a", "README.md": REUSED}) / "README.md", "REP003") == ()


def test_a_part_under_the_gpl(tmp_path: Path) -> None:
    files = {**PLAIN, "LICENSE": MIT, "detector/LICENSE": GPL, "README.md": BARE}
    (finding,) = findings_on(repository(tmp_path / "a", files) / "README.md", "REP003")
    assert "detector/LICENSE" in finding.message and "GPL" in finding.message


@pytest.mark.parametrize(
    "files",
    [
        {"LICENSE": GPL, "detector/LICENSE": GPL}, {"detector/LICENSE": GPL}, {"LICENSE": MIT, "detector/LICENSE": MIT},
        {"LICENSE": MIT, "detector/LICENSE": "GNU LESSER GENERAL PUBLIC LICENSE"}, {"LICENSE": MIT, "venv/lib/site-packages/a/LICENSE": GPL},
        {"LICENSE": MIT, "detector/LICENSE": GPL, "README.md": f"{BARE}\n\ndetector/는 GPL-3.0입니다."},
    ],
)
def test_licences_that_agree_or_are_explained(tmp_path: Path, files: dict[str, str]) -> None:
    path = repository(tmp_path / "a", {**PLAIN, "README.md": BARE, **files}) / "README.md"
    assert words_on(path, "REP003") == []
