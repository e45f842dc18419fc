"""The source of a Markdown file: how much front matter begins it, and which letter stands at a byte."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from careerlint.expression import Expression

_KEY = Expression(r"[\w.-]+[ \t]*:(?:\s|$)")
_INSIDE_FRONT_MATTER = Expression(r"\s|[\w.-]+[ \t]*:(?:\s|$)|- |#|$")
_TOML_KEY = Expression(r"[\w.\"'-]+[ \t]*=|\[{1,2}[\w.\"'-]+\]{1,2}\s*$")
_INSIDE_TOML = Expression(r"\s|[\w.\"'-]+[ \t]*=|\[|\]|[\"'\d{}]|#|$")
_LONGEST_FRONT_MATTER = 200


def front_matter_end(source: str) -> int:
    """How many letters of YAML between lines of `---`, or of TOML between lines of `+++`, begin the file; 0 where it begins with a drawn line and prose.

    Where remarks stand before the first key, something has to follow: some pages hold all their words in such settings.
    """
    lines = source.split("\n", _LONGEST_FRONT_MATTER)
    toml = lines[0].rstrip() == "+++"
    key, inside, closing = (_TOML_KEY, _INSIDE_TOML, ("+++",)) if toml else (_KEY, _INSIDE_FRONT_MATTER, ("---", "..."))
    first = next((line for line in lines[1:] if not line.startswith("#")), "")
    if lines[0].rstrip() not in ("---", "+++") or len(lines) < 3 or not key.match(first):
        return 0
    end = len(lines[0]) + 1
    for line in lines[1:-1]:
        end += len(line) + 1
        if line.rstrip() in closing:
            return end if first == lines[1] or source[end:].strip() else 0
        if not inside.match(line):
            return 0
    return len(source) if lines[-1].rstrip() in closing and first == lines[1] else 0


class Lines:
    """The lines of a source, by number from 0."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.starts = [0, *accumulate(len(line) + 1 for line in source.split("\n"))]

    def number(self, letter: int) -> int:
        """The line in which a letter stands."""
        return bisect_right(self.starts, letter) - 1

    def __getitem__(self, number: int) -> str:
        """The words of a line; empty where there is none."""
        inside = 0 <= number < len(self.starts) - 1
        return self._source[self.starts[number] : self.starts[number + 1] - 1] if inside else ""

    def rest(self, letter: int) -> str:
        """What stands from a letter to the end of its line."""
        stop = self._source.find("\n", letter)
        return self._source[letter : stop if stop >= 0 else len(self._source)]


class Places:
    """Code points of byte offsets, which are asked for in nearly rising order."""

    def __init__(self, source: str, skipped: int) -> None:
        self._data = source[skipped:].encode("utf-8")
        self._skipped = skipped
        self._ascii = len(self._data) == len(source) - skipped
        self._byte = 0
        self._letter = skipped
        self.text = self._data.decode("utf-8")

    def __call__(self, byte: int) -> int:
        if self._ascii:
            return byte + self._skipped
        if byte >= self._byte:
            self._letter += len(self._data[self._byte : byte].decode("utf-8"))
        else:
            self._letter -= len(self._data[byte : self._byte].decode("utf-8"))
        self._byte = byte
        return self._letter
