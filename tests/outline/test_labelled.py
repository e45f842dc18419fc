"""Kinds, sections and entries of 255 labelled documents in up to four formats, with the shares that must be right."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from labelled_cases import Labelled, labelled_cases
from vocabulary_files import heading_vocabulary

from careerlint.model.outline import Outline
from careerlint.outline import outline_document
from careerlint.readers import read


def whole(texts: list[str]) -> list[list[tuple[int, int]]]:
    """Leaves Korean texts unsplit: sentence borders are not judged here."""
    return [[(0, len(text))] for text in texts]


@pytest.fixture(scope="module")
def outlines(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Labelled, Outline, list[str]]]:
    """Every labelled case with its outline and the titles of its entries."""
    vocabulary = heading_vocabulary()
    found = []
    for case in labelled_cases():
        document = read(case.write(tmp_path_factory.mktemp("case")))
        outline = outline_document(document, vocabulary, whole)
        titles = [plain(document.words(entry.title)) if entry.title else "" for entry in outline.entries]
        found.append((case, outline, titles))
    return found


def plain(title: str) -> str:
    """A title without spaces and without its number, which some formats keep as a list marker."""
    return re.sub(r"^\d+[.)]", "", "".join(title.split()))


def balanced(right: int, found: int, wanted: int) -> float:
    """The F1 of counts."""
    return 2 * right / (found + wanted) if found + wanted else 1.0


def test_there_are_many_labelled_outlines_in_four_formats(outlines: list[tuple[Labelled, Outline, list[str]]]) -> None:
    formats = Counter(case.format for case, _, _ in outlines)
    assert len({case.name.rsplit(".", 1)[0] for case, _, _ in outlines}) >= 70
    assert len(outlines) >= 200
    assert set(formats) == {"md", "txt", "docx", "pdf"}


def test_kinds(outlines: list[tuple[Labelled, Outline, list[str]]]) -> None:
    wrong = [f"{case.name}: {outline.kind}" for case, outline, _ in outlines if outline.kind != case.kind]
    share = 1 - len(wrong) / len(outlines)
    assert share >= 0.95, f"kind right in {share:.3f}; wrong: {wrong}"


def test_parts(outlines: list[tuple[Labelled, Outline, list[str]]]) -> None:
    for case, outline, _ in outlines:
        assert tuple(part.kind for part in outline.parts) == (case.parts or (case.kind,)), case.name


def test_section_kinds(outlines: list[tuple[Labelled, Outline, list[str]]]) -> None:
    right = found = wanted = 0
    wrong = []
    for case, outline, _ in outlines:
        kinds: Counter[str] = Counter(section.kind for section in outline.sections if section.kind != "other")
        expected = Counter(case.sections)
        right += (kinds & Counter(expected)).total()
        found, wanted = found + kinds.total(), wanted + expected.total()
        if kinds != expected:
            wrong.append(f"{case.name}: too many {dict(kinds - expected)}, missing {dict(expected - kinds)}")
    score = balanced(right, found, wanted)
    assert score >= 0.9, f"section kinds F1 {score:.3f}; {wrong}"


def test_entry_titles(outlines: list[tuple[Labelled, Outline, list[str]]]) -> None:
    right = found = wanted = 0
    wrong = []
    for case, _, titles in outlines:
        # A letter without questions is one answer, whose border is the whole text.
        expected = [plain(title) for title in case.entries] or [""]
        matched = (Counter(titles) & Counter(expected)).total()
        right, found, wanted = right + matched, found + len(titles), wanted + len(expected)
        if matched < max(len(titles), len(expected)):
            wrong.append(f"{case.name}: {titles} for {expected}")
    score = balanced(right, found, wanted)
    assert score >= 0.9, f"entry titles F1 {score:.3f}; " + "\n".join(wrong)


def test_every_statement_stands_in_one_section_and_entries_are_ranges(outlines: list[tuple[Labelled, Outline, list[str]]]) -> None:
    for case, outline, _ in outlines:
        for index, entry in enumerate(outline.entries):
            inside = range(*entry.statements)
            assert [outline.statements[place].entry for place in inside] == [index] * len(inside), case.name
        assert all(0 <= statement.section < len(outline.sections) for statement in outline.statements), case.name
        starts = [statement.span.start for statement in outline.statements]
        assert starts == sorted(starts), case.name
