"""A whole report by the command, its numbers against `check`, and what of it may be passed on."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from openpyxl import load_workbook
from pyarrow import parquet
from test_dashboard import shown_in
from typer.testing import CliRunner, Result

from careerlint.cli.application import application
from careerlint.cohort.page_words import WORDS
from careerlint.engine import linter

TEMPLATE = "- 본 교육 과정에서 배운 내용을 바탕으로 최선을 다해 다양한 프로젝트를 성공적으로 수행하였으나 잘 안되더라구요."
TEXTS = (
    "# 프로젝트\n\n## 수요 예측\n\n- 전이학습도 시도했지만 성능이 나아지지 않았습니다.\n- 판매 기록 3년치를 정제했다.\n",
    "# 프로젝트\n\n## 맹꽁이 서식지 지도\n\n- 마지막까지 실시간 추론은 구현하지 못했다.\n- 뛰어난 소통 능력을 갖춘 개발자입니다.\n",
    "# Projects\n\n## Brontosaurus map\n\n- I tried a larger backbone, but it did not help.\n- Strong communication skills.\n",
)
PEOPLE = {
    "홍길동": "해오름반", "김서연": "해오름반", "남궁민": "해오름반", "제갈량하": "해오름반", "선우은숙": "해오름반", "독고영재": "해오름반", "Ottoline": "달빛반", "Zachary": "달빛반", "황보라": "",
}  # fmt: skip


def call(*arguments: object, code: int = 0) -> Result:
    result = CliRunner().invoke(application, [str(argument) for argument in arguments])
    assert result.exit_code == code, result.output + result.stderr
    return result


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class with its report in `whole`, and what was made from its store."""
    folder = tmp_path_factory.mktemp("cohort")
    rows = []
    for number, (person, group) in enumerate(PEOPLE.items()):
        path = folder / "class" / person / f"{person}_zebrafish.md"
        path.parent.mkdir(parents=True)
        path.write_text(f"# {person}\n\n010-48{number}1-773{number}\n\n{TEXTS[number % 3]}{TEMPLATE if number % 2 else ''}\n", encoding="utf-8")
        rows.append((f"class/{person}/{person}_zebrafish.md", person, group))
    (folder / "class" / "홍길동" / "locked-quokka.pdf").write_bytes(b"%PDF-1.4 broken")
    rows.append(("class/홍길동/locked-quokka.pdf", "홍길동", "해오름반"))
    with (folder / "people.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("path", "person", "group"), *rows])
    call("batch", folder / "people.csv", "--out", folder / "whole", "--as-of", "2026-01-01", "--lang", "ko", "--jobs", "1", code=2)
    call("report", folder / "whole", "--out", folder / "redacted", "--redact", code=2)
    call("report", folder / "whole", "--out", folder / "groups", "--aggregate", code=2)
    return folder


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def written(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file of a folder as text, workbooks and Parquet too."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".xlsx":
            yield path.name, "\n".join(str(cell) for sheet in load_workbook(path) for row in sheet.iter_rows(values_only=True) for cell in row)
        elif path.suffix == ".parquet":
            yield path.name, str(parquet.read_table(path).to_pylist())
        elif path.is_file():
            yield path.name, path.read_text(encoding="utf-8")


def test_numbers_of_the_page_are_those_of_check(place: Path) -> None:
    checked = json.loads(CliRunner().invoke(application, ["check", str(place / "class"), "--format", "json", "--as-of", "2026-01-01", "--lang", "ko"]).stdout)
    told = [finding for document in checked["documents"] for finding in document.get("findings", [])]
    page: Any = html.fromstring((place / "whole" / "index.html").read_text(encoding="utf-8"))
    tile = page.xpath("//dl[@class='tiles']/div[last()]/dd")[0]
    counts = [int(number) for number in re.findall(r"\d+", shown_in(tile, "ko"))]
    kept = lines(place / "whole" / "findings.jsonl")
    levels = Counter(row["level"] for row in kept)
    assert counts == [len(kept), levels["error"], levels["warning"], levels["note"]]
    silenced = int(re.search(r"이 문장에서 나온 (\d+)건", page.text_content())[1])  # type: ignore[index]
    assert silenced > 0 and len(kept) + silenced == len(told)
    assert Counter(row["fingerprint"] for row in kept) - Counter(finding["fingerprint"] for finding in told) == Counter()
    documents = lines(place / "whole" / "documents.jsonl")
    for level in ("error", "warning", "note"):
        assert sum(row[f"{level}s"] for row in documents) == levels[level]
    assert not [row for row in kept if "잘 안되더라구요" in row["text"]]
    assert lines(place / "whole" / "entries.jsonl")


def test_shared_text_is_shown_once_and_without_names(place: Path) -> None:
    page: Any = html.fromstring((place / "whole" / "index.html").read_text(encoding="utf-8"))
    shared = page.xpath("//section[@aria-labelledby='shared']")[0].text_content()
    assert "최선을 다해 다양한 프로젝트를" in shared
    assert not [person for person in PEOPLE if person in shared]


def test_a_redacted_report_holds_no_word_of_the_documents(place: Path) -> None:
    documents = (*TEXTS, TEMPLATE)
    words = {word for text in documents for word in re.findall(r"[^\W\d_]{2,}", text)} | set(PEOPLE) | {"zebrafish", "quokka", "locked"}
    # What the pages say of themselves, and the texts of the rules, are not a document's.
    said = str(WORDS) + str([(rule.summary, rule.why, rule.rewrite, rule.question, rule.examples) for rule in linter().rule_set.rules])
    secret = {word for word in words if word not in said and word not in ("md", "pdf")}
    assert {"홍길동", "zebrafish", "quokka", "맹꽁이", "Brontosaurus"} <= secret
    for name, text in written(place / "redacted"):
        assert not sorted(word for word in secret if word in text), name
        assert not re.search(r"010-48\d1", text), name
    page = (place / "redacted" / "index.html").read_text(encoding="utf-8")
    assert "별칭" in page and "사람 001" in page
    assert {row["group"] for row in lines(place / "redacted" / "documents.jsonl")} == {"해오름반", "달빛반", ""}


def test_the_groups_hold_nobody(place: Path) -> None:
    assert {name for name, _ in written(place / "groups")} == {"groups.csv", "rules.csv", "summary.md", "index.html"}
    with (place / "groups" / "groups.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert [(row["group"], row["people"]) for row in rows] == [("그 밖의 그룹", "9")]
    for name, text in written(place / "groups"):
        assert not [word for word in (*PEOPLE, "zebrafish", "달빛반", "맹꽁이") if word in text], name


def test_the_store_stays_out_of_what_is_passed_on(place: Path) -> None:
    out = place / "for-the-school"
    told = call("batch", place / "people.csv", "--out", out, "--aggregate", "--k", "2", "--as-of", "2026-01-01", "--lang", "ko", "--jobs", "1", code=2).output
    assert "for-the-school-private" in told.replace("\n", "") and "넘겨주지 마세요" in told.replace("\n", "")
    assert sorted(path.name for path in out.iterdir()) == ["groups.csv", "index.html", "rules.csv", "summary.md"]
    assert (place / "for-the-school-private" / "store.sqlite").exists()


@pytest.mark.parametrize("arguments", [("--redact",), ("--aggregate",), ("--out", "redacted", "--aggregate"), ("--redact", "--aggregate", "--out", "x")])
def test_nothing_is_passed_on_beside_what_was_left_out(place: Path, arguments: tuple[str, ...]) -> None:
    before = {path: path.stat().st_mtime_ns for path in place.rglob("*")}
    places = [place / argument if not argument.startswith("-") else argument for argument in arguments]
    told = call("report", place / "whole", *places, code=2)
    assert "another folder" in told.stderr.replace("\n", " ") or "give one of them" in told.stderr.replace("\n", " ")
    assert {path: path.stat().st_mtime_ns for path in place.rglob("*")} == before
