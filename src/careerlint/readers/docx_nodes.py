"""What a .docx holds when its markup is gone: paragraphs of stretches, tables of cells."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from careerlint.readers.docx_numbering import Marker


@dataclass(frozen=True, slots=True)
class Origin:
    """The first letter of a stretch: paragraph and run as `RunRange` counts them, offset in the run."""

    paragraph: int
    run: int
    offset: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters of one run with one look; `origin` is None for symbols and formulas, which are no letters of a run.

    A line end is a stretch of its own. A picture has no letters and its address in `image`.
    """

    letters: str
    origin: Origin | None
    bold: bool = False
    italic: bool = False
    struck: bool = False
    hidden: bool = False
    math: bool = False
    link: str = ""
    image: str = ""
    points: float = 0.0
    code: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One w:p: `heading` is its level or 0, `marker` what a numbered list puts before it, `indent` in twentieths of a point."""

    stretches: tuple[Stretch, ...]
    heading: int = 0
    marker: Marker | None = None
    indent: int = 0

    @property
    def text(self) -> str:
        """The letters alone."""
        return "".join(stretch.letters for stretch in self.stretches)

    @property
    def has_picture(self) -> bool:
        """Whether a picture stands in it."""
        return any(stretch.image for stretch in self.stretches)

    @property
    def code(self) -> bool:
        """Whether all letters are set as code."""
        return all(stretch.code for stretch in self.stretches if stretch.letters.strip()) and bool(self.text.strip())

    @property
    def bold(self) -> bool:
        """Whether all letters are bold."""
        return all(stretch.bold for stretch in self.stretches if stretch.letters.strip()) and bool(self.text.strip())

    @property
    def points(self) -> float | None:
        """The commonest font size."""
        sizes: Counter[float] = Counter()
        for stretch in self.stretches:
            sizes[stretch.points] += len(stretch.letters.strip())
        return sizes.most_common(1)[0][0] if sizes else None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells of paragraphs and tables; `head` says which rows the document marks as header rows."""

    rows: tuple[tuple[tuple[Node, ...], ...], ...]
    head: tuple[bool, ...]


Node = Paragraph | Table
