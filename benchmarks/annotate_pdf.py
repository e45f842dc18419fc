"""Annotated PDFs: how much longer a check takes that also writes its remarks into a copy of the file."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date

from documents import POOR, pdf
from measuring import process

from careerlint.annotations.pdf import annotate_pdf
from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import read_bytes

CONFIG = Config(as_of=date(2026, 1, 1))


def annotated_pages() -> Iterator[tuple[str, str, str, str]]:
    """Rows for a PDF of 3 and of 50 pages: in a warm process with new pages each time, then a short file in a cold one."""
    for pages, turns in ((3, 9), (50, 3)):
        checked, written, remarks = [], [], 0
        for turn in range(turns + 1):
            data = pdf(pages, 1000 * (turn + 1) + pages, POOR)
            start = time.perf_counter()
            report = linter().lint(read_bytes(data, "new.pdf", "pdf"), CONFIG)
            between = time.perf_counter()
            remarks = annotate_pdf(data, report).remarks
            checked.append(between - start)
            written.append(time.perf_counter() - between)
        # The first turn starts the child process and imports the libraries.
        check, more = min(checked[1:]), min(written[1:])
        name = f"annotate a PDF of {pages} pages, against its check, warm"
        yield name, f"{(check + more) / check:.2f}", "1.5", f"{check * 1000:.0f} ms and {more * 1000:.0f} ms for {remarks} remarks"
    check, both = process(["-c", _COLD.format(what="pass")]), process(["-c", _COLD.format(what="annotate_pdf(data, report)")])
    yield "annotate a PDF of 3 pages, against its check, cold", f"{both / check:.2f}", "1.5", f"{both * 1000:.0f} ms against {check * 1000:.0f} ms"


_COLD = """
import sys; sys.path.insert(0, 'benchmarks')
from annotate_pdf import CONFIG, POOR, annotate_pdf, linter, pdf, read_bytes
data = pdf(3, 1, POOR); report = linter().lint(read_bytes(data, 'new.pdf', 'pdf'), CONFIG); {what}
"""


def main() -> None:
    """Print the figures as the rows of a Markdown table."""
    for row in annotated_pages():
        print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
