"""LibreOffice in tests: documents in, OpenDocument or PDF out, and what its comments stand at."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_BLANKS = frozenset((f"{_TEXT}tab", f"{_TEXT}s", f"{_TEXT}line-break"))


def converted(folder: Path, ending: str, contents: dict[str, bytes]) -> dict[str, Path]:
    """Each of the .docx as a file of this ending, by name; skips where LibreOffice is missing, except in CI."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice (soffice) is missing here")
        pytest.skip("LibreOffice (soffice) is not installed")
    sources = []
    for name, content in contents.items():
        source = folder / f"{name}.docx"
        source.write_bytes(content)
        sources.append(str(source))
    target = folder / ending
    # A profile of its own: an office that is open elsewhere would take the documents, and convert none.
    command = [program, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", ending, "--outdir", str(target), *sources]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name: target / f"{name}.{ending}" for name in contents}


def comments_of(odt: Path) -> list[tuple[str | None, str]]:
    """Words and text of every comment in the order of their ends; None for words where the comment stands at a point only."""
    with zipfile.ZipFile(odt) as file:
        body = etree.fromstring(file.read("content.xml")).find(f".//{_OFFICE}text")
    reading = _Reading()
    assert body is not None
    reading.read(body)
    assert not reading.opened
    return reading.closed


def text_of(odt: Path) -> str:
    """The letters of the document, without those of comments."""
    with zipfile.ZipFile(odt) as file:
        body = etree.fromstring(file.read("content.xml")).find(f".//{_OFFICE}text")
    reading = _Reading()
    assert body is not None
    reading.read(body)
    return "".join(reading.letters)


class _Reading:
    def __init__(self) -> None:
        self.letters: list[str] = []
        self.opened: dict[str, tuple[list[str], str]] = {}
        self.closed: list[tuple[str | None, str]] = []

    def read(self, element: etree._Element) -> None:
        if element.tag == f"{_TEXT}tracked-changes":
            return
        if element.tag == f"{_OFFICE}annotation":
            text = "\n".join("".join(map(str, line.itertext())) for line in element.iter(f"{_TEXT}p"))
            name = element.get(f"{_OFFICE}name")
            if name is None:
                self.closed.append((None, text))
            else:
                self.opened[str(name)] = [], text
        elif element.tag == f"{_OFFICE}annotation-end":
            words, text = self.opened.pop(str(element.get(f"{_OFFICE}name")))
            self.closed.append(("".join(words), text))
        else:
            self._add(" " if element.tag in _BLANKS else element.text or "")
            for child in element:
                self.read(child)
                self._add(child.tail or "")

    def _add(self, letters: str) -> None:
        self.letters.append(letters)
        for words, _ in self.opened.values():
            words.append(letters)
