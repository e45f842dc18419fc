"""Benchmarks: the ratios that careerlint promises about its speed, all measured in one run on one machine."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from documents import pdf, readme, word, write
from measuring import best, best_of_both, children, peak_memory, process

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import read, read_bytes, read_text
from careerlint.readers.limits import Limits

CONFIG = Config(as_of=date(2026, 1, 1))
BARE_START = (
    "import spacy; from kiwipiepy import Kiwi; "
    "kiwi = Kiwi(load_default_dict=False, load_multi_dict=False, load_typo_dict=False); "
    "kiwi.tokenize('야간 사진이 부족해서 밝기를 바꿨습니다.'); spacy.blank('en')('It did not work.')"
)
Row = tuple[str, str, str, str]
"""What is measured, the figure, the limit, and how it was made."""


def main() -> None:
    """Print all figures as the rows of a Markdown table."""
    print("| what | measured | limit | in figures |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, figure, limit, detail in (*starts(Path(folder)), *kept(Path(folder)), *copies(Path(folder)), *warm(), *pages(), *sizes(Path(folder))):
            print(f"| {name} | {figure} | {limit} | {detail} |", flush=True)


def starts(folder: Path) -> Iterator[Row]:
    """Cold processes, against one that only imports spaCy and Kiwi and analyses one sentence."""
    bare = process(["-c", BARE_START])
    for language in ("ko", "en"):
        # A page that was linted before would not be linted again.
        pages = iter([write(folder / f"{language}{turn}.md", readme(language, 14_000, 50_000 * (turn + 1))) for turn in range(5)])
        cold = best(lambda pages=pages: process(["-m", "careerlint", "check", str(next(pages))], 1), 5)  # type: ignore[misc]
        yield f"cold check of a 14 KB README ({language})", f"{cold / bare:.2f}", "1.4", f"{cold * 1000:.0f} ms against {bare * 1000:.0f} ms"
    for arguments in (["--help"], ["rules"], ["explain", "STO001"]):
        taken = process(["-m", "careerlint", *arguments])
        yield f"`{' '.join(arguments)}`", f"{taken / bare:.2f}", "0.3", f"{taken * 1000:.0f} ms"


def kept(folder: Path) -> Iterator[Row]:
    """A second run over READMEs that have not changed."""
    (folder / "many").mkdir()
    for number in range(200):
        write(folder / "many" / f"README{number}.md", readme("ko" if number % 2 else "en", 3_000, 1_000_000 + 100 * number))
    arguments = ["-m", "careerlint", "check", "--format", "concise", str(folder / "many")]
    first = process(arguments, 1)
    again = process(arguments, 5)
    yield "200 unchanged READMEs of 3 KB", f"{again:.2f} s", "0.5 s", f"{again * 1000:.0f} ms, the first run {first * 1000:.0f} ms"


def copies(folder: Path) -> Iterator[Row]:
    """An annotated copy of a .docx that was not read before, against checking it."""
    for language in ("ko", "en"):
        unread = iter([word(folder / f"{language}{turn}.docx", language, 100, 2_000_000 + 1000 * turn) for turn in range(8)])
        checked, annotated = best_of_both(
            lambda unread=unread: process(["-m", "careerlint", "check", str(next(unread))], 1),  # type: ignore[misc]
            lambda unread=unread: process(["-m", "careerlint", "annotate", str(next(unread))], 1),  # type: ignore[misc]
            4,
            children,
        )
        yield f"annotate against check, .docx of 100 bullets ({language})", f"{annotated / checked:.2f}", "1.5", f"{annotated * 1000:.0f} ms against {checked * 1000:.0f} ms"


def warm() -> Iterator[Row]:
    """One document after the other in a warm process; no bullet comes twice, so nothing is remembered of a whole statement."""
    from kiwipiepy import Kiwi
    from pyromark import Markdown

    kiwi = Kiwi(load_default_dict=False, load_multi_dict=False, load_typo_dict=False)
    markdown = Markdown()
    ready = linter()
    texts = {language: [readme(language, 14_000, 1000 * (number + 1)) for number in range(16)] for language in ("ko", "en")}
    own, others, english = iter(texts["ko"]), iter(texts["ko"]), iter([read_text(text) for text in texts["en"]])

    def bare() -> None:
        text = next(others)
        list(markdown.events_with_range(text))
        for tokens in kiwi.tokenize([line[2:] for line in text.splitlines() if line.startswith("- ")]):
            len(tokens)

    def whole() -> None:
        ready.lint(read_text(next(own)), CONFIG)

    whole()
    bare()
    taken, cost = best_of_both(whole, bare, 15, time.process_time)
    yield "warm, Korean 14 KB against pyromark and Kiwi", f"{taken / cost:.2f}", "2.0", f"{taken * 1000:.1f} ms against {cost * 1000:.1f} ms"
    ready.lint(next(english), CONFIG)
    taken = best(lambda: ready.lint(next(english), CONFIG), 15, time.process_time)
    size = len(texts["en"][0].encode()) / 1000
    yield "warm, English beyond extraction", f"{taken * 1000 / size:.2f} ms/KB", "2 ms/KB", f"{taken * 1000:.1f} ms for {size:.1f} KB"


def pages() -> Iterator[Row]:
    """Extraction of a PDF of ten pages, in the worker that is already running."""
    import io

    import pdfplumber

    data, limits = pdf(10), Limits()

    def plumber() -> None:
        with pdfplumber.open(io.BytesIO(data)) as file:
            for page in file.pages:
                page.extract_words()

    read_bytes(data, "ten.pdf", "pdf", limits)
    own, other = best_of_both(lambda: read_bytes(data, "ten.pdf", "pdf", limits), plumber, 5)
    yield "PDF of 10 pages in a warm worker, times faster than pdfplumber", f"{other / own:.1f}", "4", f"{own * 1000:.0f} ms against {other * 1000:.0f} ms"


def sizes(folder: Path) -> Iterator[Row]:
    """Processor time and memory of documents of 1, 10 and 100 times 14 KB, each text read once."""
    for language in ("ko", "en"):
        linter().lint(read_text(readme(language, 14_000, 900_000)), CONFIG)
        durations, memory = [], []
        for factor, times in ((1, 6), (10, 3), (100, 1)):
            paths = [write(folder / f"{factor}{language}{turn}.md", readme(language, 14_000 * factor, 100_000 * turn)) for turn in range(times)]
            unread = iter(paths)
            durations.append(best(lambda unread=unread: linter().lint(read(next(unread)), CONFIG), times, time.process_time))  # type: ignore[misc]
            memory.append(peak_memory(["-m", "careerlint", "check", "--quiet", "--format", "concise", str(paths[0])]))
        yield (
            f"growth at 10x and 100x size ({language})",
            f"{durations[1] / durations[0]:.1f}, {durations[2] / durations[0]:.0f}",
            "10, 100 (linear)",
            ", ".join(f"{taken * 1000:.0f} ms" for taken in durations) + "; " + ", ".join(f"{megabytes:.0f} MB" for megabytes in memory),
        )


if __name__ == "__main__":
    main()
