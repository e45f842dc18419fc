"""Traces in a repository: the names of its tracked files, and the words of those that are read, in bounded number and size."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from pathlib import PurePosixPath

from careerlint.checks.repository_words import Knowledge, Thing, globs_of
from careerlint.expression import Expression
from careerlint.model.surroundings import Surroundings

_MOST_SOURCES = 400
_MOST_OTHERS = 200
_LARGEST = 200_000
_LARGEST_NOTEBOOK = 8_000_000
_MOST_BYTES = 48_000_000
_PICTURE = Expression(r'"(?:image/[\w+.-]+|application/[\w+.-]+)"\s*:\s*"[^"]*"?')
_CODE = Expression(r"^(?:```|~~~)[^\n]*\n(.*?)(?:^(?:```|~~~)|\Z)|^(?: {4}|\t)(\S[^\n]*)$", re.DOTALL | re.MULTILINE)
_MARKUP = Expression(r"<script.*?</script>|<[^>]{1,500}>", re.DOTALL)
_README = Expression(r"(?:^|/)readme[^/]*$")
_LFS = b"version https://git-lfs"


class Traces:
    """What a repository holds, looked at on demand: first names, then build files and settings, then sources, the nearest to the top first."""

    def __init__(self, around: Surroundings, knowledge: Knowledge, document: str) -> None:
        """`document` is the path of the document that claims, from the top: it is no trace of what it says."""
        self._around = around
        self._knowledge = knowledge
        self._document = document
        self._texts: list[tuple[str, str]] = []
        self._reading = self._read()
        self.complete = True
        """False once something that might hold a trace could not be read."""

    @cached_property
    def paths(self) -> dict[str, str]:
        """The tracked paths as git has them, by their names in lower case and NFC, without the document and without installed packages."""
        installed = globs_of(f"{folder}/" for folder in self._knowledge.data["installed"])
        found = {unicodedata.normalize("NFC", path).lower(): path for path in self._around.tracked() if path != self._document}
        return {name: path for name, path in found.items() if installed is None or not installed.search(name)}

    @cached_property
    def _names(self) -> str:
        return "\n".join(self.paths)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Names of source files, the nearest to the top first."""
        return self._ordered(globs_of(f"*.{suffix}" for suffix in self._knowledge.data["sources"]))

    @cached_property
    def dependencies(self) -> tuple[str, ...]:
        """Names of files that list what is depended on."""
        found = self._ordered(globs_of(self._knowledge.data["dependencies"]))
        names = {PurePosixPath(path).name for path in found}
        locks = [name for name, manifests in self._knowledge.data["locks"].items() if names.isdisjoint(manifests)]
        return (*found, *self._ordered(globs_of(locks)))

    def has(self, globs: Expression | None) -> bool:
        """Whether a tracked file or folder has such a name."""
        return globs is not None and globs.search(self._names) is not None

    def show(self, thing: Thing) -> bool:
        """Whether anything here is a trace of the thing."""
        if self.has(thing.files):
            return True
        return thing.words is not None and (thing.words.search(self._names) is not None or any(thing.words.search(text) for _, text in self.texts()))

    def knows(self, thing: Thing) -> bool:
        """Whether enough was looked at to say that there is no trace."""
        return thing.unread or thing.words is None or self.complete

    def texts(self) -> Iterator[tuple[str, str]]:
        """Names and texts, in lower case; what was read once is kept."""
        place = 0
        while True:
            while place < len(self._texts):
                yield self._texts[place]
                place += 1
            following = next(self._reading, None)
            if following is None:
                return
            self._texts.append(following)

    def _read(self) -> Iterator[tuple[str, str]]:
        left = _MOST_BYTES
        others = [*self.dependencies, *(path for path in self._ordered(globs_of(self._knowledge.data["settings"])) if not _README.search(path))]
        own = set(self.sources)
        for index, path in enumerate(dict.fromkeys(others)):
            if index < _MOST_OTHERS and path not in own:
                content = self._around.content(self.paths[path], _LARGEST)
                text = _decoded(content or b"")
                yield path, _code_of(text) if path.endswith((".md", ".rst")) else text
        for index, path in enumerate(self.sources):
            notebook = path.endswith(".ipynb")
            most = min(_LARGEST_NOTEBOOK if notebook else _LARGEST, left)
            if index >= _MOST_SOURCES or left <= 0:
                self.complete = False
                return
            content = self._around.content(self.paths[path], most)
            if content is None or content.startswith(_LFS):
                self.complete = False
                continue
            left -= len(content)
            text, whole = _words_of_notebook(content) if notebook else (_decoded(content), True)
            self.complete = self.complete and whole and (notebook or len(content) < most or path.endswith((".html", ".sql")))
            yield path, "\n".join(_MARKUP.findall(text)) if path.endswith((".html", ".htm")) else text

    def _ordered(self, globs: Expression | None) -> tuple[str, ...]:
        if globs is None:
            return ()
        folder = str(PurePosixPath(self._document).parent).lower()
        found = {path for path in self.paths if globs.search(path)}
        return tuple(sorted(found, key=lambda path: (not path.startswith(f"{folder}/"), path.count("/"), path)))


def _decoded(content: bytes) -> str:
    """The words of a source in lower case; UTF-16 is told by its mark."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace").lower()
    return content.decode("utf-8", "replace").lower()


def _code_of(text: str) -> str:
    """The blocks of code of a document: what its prose says is another claim."""
    return "\n".join(match[1] or match[2] for match in _CODE.finditer(text))


def _words_of_notebook(content: bytes) -> tuple[str, bool]:
    """What is written in the cells of a notebook, without what running them gave, and whether all of it could be read."""
    text = _decoded(content)
    try:
        data = json.loads(text)
        cells = data.get("cells") or [cell for sheet in data.get("worksheets", ()) for cell in sheet.get("cells", ())]
        written = ["".join(cell.get("source", cell.get("input", ""))) for cell in cells]
        return "\n".join((*written, json.dumps(data.get("metadata", {})))), True
    except (ValueError, AttributeError, TypeError, RecursionError):
        return _PICTURE.sub("", text), False
