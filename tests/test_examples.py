"""The shipped examples: good ones are silent, poor ones are not, and four formats of a person give the same findings."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

import careerlint
from careerlint.config import Config

EXAMPLES = Path(__file__).parent.parent / "examples"
FORMATS = ("md", "txt", "docx", "pdf")
PEOPLE = ("ko-ml-junior", "ko-data-analyst", "en-new-graduate", "en-career-changer")
READMES = ("ko-project-readme", "ko-portfolio", "en-project-readme", "en-portfolio")
FILES = tuple(f"{name}.{ending}" for name in PEOPLE for ending in FORMATS) + tuple(f"{name}.md" for name in READMES)
TEN_RULES = frozenset(
    ["CHG001", "CHG003", "STO001", "STO003", "HON001", "HON002", "HON004", "RES003", "ATT002", "FMT005"]
)
FORMAT_DIFFERENCES = {("poor", "ko-data-analyst.txt"): frozenset(["HON010"])}
"""Known defects: in plain text the stated years of experience stand beside a list that is not read as jobs."""
CONFIG = Config(as_of=date(2026, 1, 1))


@cache
def findings(quality: str, file: str) -> tuple[tuple[str, str, str], ...]:
    """Code, level and words (each white space one blank) of every finding of an example, in reading order."""
    report = careerlint.lint(EXAMPLES / quality / file, CONFIG)
    return tuple(
        (finding.code, finding.level, " ".join(report.document.words(finding.span).split())) for finding in report.findings
    )


@cache
def known() -> Counter[tuple[str, str, str]]:
    """File, code and words of the findings that the good examples keep on purpose."""
    items: list[dict[str, Any]] = yaml.safe_load((EXAMPLES / "known-findings.yml").read_text(encoding="utf-8"))
    assert all(set(item) == {"file", "code", "text", "because"} for item in items)
    return Counter((item["file"], item["code"], item["text"]) for item in items)


def normalised(quality: str, file: str) -> Counter[tuple[str, str]]:
    """How often each rule found which words, without white space: formats wrap lines and join cells differently."""
    return Counter((code, "".join(words.split()).lower()) for code, _, words in findings(quality, file))


@cache
def builder() -> ModuleType:
    specification = importlib.util.spec_from_file_location("examples_build", EXAMPLES / "build.py")
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    # Dataclasses look their module up while it is being executed.
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    return module


@pytest.mark.parametrize("file", FILES)
def test_good_example_is_silent(file: str) -> None:
    found = Counter((file, code, words) for code, _, words in findings("good", file))
    expected = Counter({key: count for key, count in known().items() if key[0] == file})
    assert found == expected


def test_known_findings_name_files_that_exist() -> None:
    assert {file for file, _, _ in known()} <= set(FILES)


@pytest.mark.parametrize("file", FILES)
def test_poor_example_shows_its_faults(file: str) -> None:
    found = findings("poor", file)
    assert len(found) >= 4, found
    assert len({code for code, _, _ in found}) >= 3, found


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_rule_is_seen_in_the_poor_examples_of_a_language(language: str) -> None:
    seen = {code for file in FILES if file.startswith(language) for code, _, _ in findings("poor", file)}
    assert seen >= TEN_RULES


@pytest.mark.parametrize("quality", ["good", "poor"])
@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("ending", FORMATS[1:])
def test_formats_of_one_person_give_the_same_findings(quality: str, name: str, ending: str) -> None:
    differing = FORMAT_DIFFERENCES.get((quality, f"{name}.{ending}"), frozenset())
    left, right = ({key: count for key, count in normalised(quality, file).items() if key[0] not in differing} for file in (f"{name}.{ending}", f"{name}.md"))
    assert left == right


@pytest.mark.parametrize("quality", ["good", "poor"])
@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("ending", FORMATS)
def test_a_person_is_a_resume_in_every_format(quality: str, name: str, ending: str) -> None:
    report = careerlint.lint(EXAMPLES / quality / f"{name}.{ending}", CONFIG)
    assert (report.outline.kind, report.outline.language) == ("resume", name[:2])


@pytest.mark.parametrize("quality", ["good", "poor"])
@pytest.mark.parametrize("name", READMES)
def test_a_portfolio_page_has_its_kind(quality: str, name: str) -> None:
    report = careerlint.lint(EXAMPLES / quality / f"{name}.md", CONFIG)
    expected = "project" if name.endswith("project-readme") else "portfolio"
    assert (report.outline.kind, report.outline.language) == (expected, name[:2])


@pytest.mark.parametrize("quality", ["good", "poor"])
@pytest.mark.parametrize("name", PEOPLE + READMES)
def test_built_text_is_that_of_the_source(quality: str, name: str) -> None:
    source = (EXAMPLES / "sources" / quality / f"{name}.md").read_text(encoding="utf-8")
    assert (EXAMPLES / quality / f"{name}.md").read_text(encoding="utf-8") == source
    if name in PEOPLE:
        text = builder().to_text(builder().parse(source))
        assert (EXAMPLES / quality / f"{name}.txt").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("quality", ["good", "poor"])
@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_built_document_holds_the_letters_of_the_source(quality: str, name: str, ending: str) -> None:
    plain = (EXAMPLES / quality / f"{name}.txt").read_text(encoding="utf-8")
    built = careerlint.read(EXAMPLES / quality / f"{name}.{ending}").text
    assert letters(built) == letters(plain)


def letters(text: str) -> Counter[str]:
    """How often each letter and digit occurs; readers may order cells and bullets in their own way."""
    return Counter(letter for letter in text if letter.isalnum())
