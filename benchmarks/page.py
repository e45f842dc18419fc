"""The page: what `--format html` takes beside a plain check of the same PDF, and how large the file is."""

from __future__ import annotations

import io
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from documents import pdf
from measuring import process
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

Row = tuple[str, str, str, str]


def main() -> None:
    """Print all figures as the rows of a Markdown table."""
    print("| what | measured | limit | in figures |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, figure, limit, detail in (*times(Path(folder)), *sizes(Path(folder))):
            print(f"| {name} | {figure} | {limit} | {detail} |", flush=True)


def times(folder: Path) -> Iterator[Row]:
    """Whole processes on a PDF of three pages: linted afresh, and taken from the cache."""
    path = folder / "three.pdf"
    path.write_bytes(pdf(3))
    for name, more in (("afresh", ["--no-cache"]), ("unchanged", [])):
        call = ["-m", "careerlint", "check", str(path), *more]
        process(call, 1)
        plain, page = process(call, 5), process([*call, "--format", f"html:{folder / 'three.html'}"], 5)
        yield f"HTML report of a PDF of 3 pages against check, {name}", f"{page / plain:.2f}", "2.0", f"{page * 1000:.0f} ms against {plain * 1000:.0f} ms"


def sizes(folder: Path) -> Iterator[Row]:
    """Files on portfolios of fifty pages: text alone, and a photograph on each page."""
    for name, data in (("text", pdf(50)), ("photographs", photographs(50))):
        path, page = folder / f"{name}.pdf", folder / f"{name}.html"
        path.write_bytes(data)
        process(["-m", "careerlint", "check", str(path), "--format", f"html:{page}"], 1)
        yield f"HTML report of a PDF of 50 pages, {name}", f"{page.stat().st_size / 1e6:.1f} MB", "15 MB", f"the PDF has {len(data) / 1e6:.1f} MB"


def photographs(pages: int) -> bytes:
    """A PDF with a sentence and a picture as rich as a photograph on each page."""
    rough = Image.frombytes("RGB", (120, 90), random.Random(7).randbytes(120 * 90 * 3))
    picture = ImageReader(Image.blend(rough.resize((1600, 1200), Image.Resampling.BICUBIC), Image.effect_noise((1600, 1200), 60).convert("RGB"), 0.3))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for page in range(pages):
        canvas.drawString(60, 780, f"We drew map {page} of the harbour but it did not work.")
        canvas.drawImage(picture, 60, 300, 475, 356)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


if __name__ == "__main__":
    main()
