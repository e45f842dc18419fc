"""Pages of a PDF on the page: highlights on the very words whatever the page's boxes are, private values covered, files that changed."""

from __future__ import annotations

import base64
import io
import random
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pages import look, page_on, run_on
from PIL import Image, ImageChops
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from typer.testing import CliRunner

from browser_pages import Opener
from careerlint.cli.application import application
from careerlint.drawing import draw_document
from careerlint.readers.limits import Limits
from careerlint.readers.pdf_pictures import draw_pages
from careerlint.reporters.html import render_html

BEFORE, WORDS = "Tried an LSTM for the second model but it ", "did not work"
PHONE = "010-4821-7730"
MOST_BYTES = 15_000_000


def resume(folder: Path, pages: int = 1, change: Callable[[pikepdf.Page], None] = lambda page: None) -> Path:
    """A résumé of so many pages; what the finding is about is the only red on it, a phone number the only blue."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for page in range(pages):
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(80, 740, "Nadia Lindqvist" if page == 0 else f"Chapter {page + 1}")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(80, 715, "Phone: ")
        canvas.setFillColorRGB(0, 0, 1)
        canvas.drawString(80 + canvas.stringWidth("Phone: "), 715, PHONE)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(80, 690, "Projects")
        canvas.drawString(80, 670, BEFORE)
        start = 80 + canvas.stringWidth(BEFORE)
        canvas.setFillColorRGB(1, 0, 0)
        canvas.drawString(start, 670, WORDS)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(start + canvas.stringWidth(WORDS), 670, ".")
        for line in range(12):
            canvas.drawString(80, 640 - 14 * line, f"Drew the map of line {line + 20 * page}.")
        canvas.showPage()
    canvas.save()
    pdf = pikepdf.open(io.BytesIO(buffer.getvalue()))
    for made in pdf.pages:
        change(made)
    path = folder / "resume.pdf"
    pdf.save(path, deterministic_id=True)
    return path


def turned(degrees: int) -> Callable[[pikepdf.Page], None]:
    return lambda page: page.__setitem__("/Rotate", degrees)


def boxed(page: pikepdf.Page) -> None:
    page["/CropBox"] = pikepdf.Array([40, 300, 560, 800])


def boxed_and_turned(page: pikepdf.Page) -> None:
    boxed(page)
    page["/Rotate"] = 90


def shifted(page: pikepdf.Page) -> None:
    page["/MediaBox"] = pikepdf.Array([-100, -50, 495, 792])


def in_units(page: pikepdf.Page) -> None:
    page["/UserUnit"] = 2


def pictures_of(page: str) -> list[Image.Image]:
    return [Image.open(io.BytesIO(base64.b64decode(found))).convert("RGB") for found in re.findall(r'src="data:image/[a-z]+;base64,([^"]+)"', page)]


def strip_boxes(page: str, words: str, picture: Image.Image) -> list[tuple[float, float, float, float]]:
    """Where the strips of these words are put on the picture, in pixels, as the style sheet says."""
    spot = re.search(rf'<a class="spot error[^"]*" id="(\w+)"(?:(?!</a>).)*<span lang="en">{re.escape(words)}</span>', page, re.DOTALL)
    assert spot is not None
    found = re.findall(rf"#{spot[1]}-\d+{{left:([\d.]+)%;top:([\d.]+)%;width:([\d.]+)%;height:([\d.]+)%}}", page)
    shares = [[float(value) / 100 for value in values] for values in found]
    return [(left * picture.width, top * picture.height, (left + width) * picture.width, (top + height) * picture.height) for left, top, width, height in shares]


def coloured(picture: Image.Image, strong: int) -> tuple[int, int, int, int]:
    """The box of everything that is of one colour and not grey: 0 is red, 2 blue."""
    bands = picture.split()
    others = [band for index, band in enumerate(bands) if index != strong]
    only = ImageChops.subtract(bands[strong], ImageChops.lighter(*others)).point(lambda value: 255 if value > 90 else 0)
    found = only.getbbox()
    assert found is not None
    return found


@pytest.mark.parametrize(
    "change", [turned(0), turned(90), turned(180), turned(270), boxed, boxed_and_turned, shifted, in_units],
    ids=["plain", "90", "180", "270", "crop", "crop-90", "media", "unit"],
)  # fmt: skip
def test_the_highlight_lies_on_the_words(tmp_path: Path, change: Callable[[pikepdf.Page], None]) -> None:
    page = page_on(resume(tmp_path, change=change), language="en")
    (picture,) = pictures_of(page)
    (strip,) = strip_boxes(page, WORDS, picture)
    red = coloured(picture, 0)
    near = 0.008 * max(picture.size)
    # The red letters lie inside of the strip, and the strip is no larger than they are with their line.
    assert strip[0] <= red[0] + near and strip[1] <= red[1] + near and strip[2] >= red[2] - near and strip[3] >= red[3] - near
    assert abs((strip[2] - strip[0]) - (red[2] - red[0])) < 3 * near
    assert abs((strip[3] - strip[1]) - (red[3] - red[1])) < 3 * near


def test_the_browser_shows_the_highlight_there(tmp_path: Path, show: Opener) -> None:
    page = page_on(resume(tmp_path, change=boxed_and_turned), language="en")
    shown = show(page)
    (picture,) = pictures_of(page)
    red = coloured(picture, 0)
    image, strip = shown.page.locator(".seen img").bounding_box(), shown.page.locator(".spot.error .strip").first.bounding_box()
    scale = image["width"] / picture.width
    assert abs(image["x"] + red[0] * scale - strip["x"]) < 6
    assert abs(image["y"] + red[1] * scale - strip["y"]) < 6
    assert abs((red[3] - red[1]) * scale - strip["height"]) < 10


def test_private_values_are_covered_on_the_picture(tmp_path: Path) -> None:
    path = resume(tmp_path)
    report = run_on(path).reports[0]
    assert report.private
    page = render_html(run_on(path), look("en"))
    assert PHONE not in page
    (picture,) = pictures_of(page)
    bare = draw_document(replace(report, private=()))
    assert bare is not None
    # Uncovered the number would be the only blue of the page.
    assert coloured(Image.open(io.BytesIO(bare.pages[0].content)).convert("RGB"), 2)
    with pytest.raises(AssertionError):
        coloured(picture, 2)
    assert "Private values such as phone numbers are covered." in page


def test_a_portfolio_of_forty_pages_stays_small(tmp_path: Path, show: Opener) -> None:
    page = page_on(resume(tmp_path, 40), language="en")
    assert len(page.encode()) < MOST_BYTES
    shown = show(page)
    assert shown.page.locator(".page img").count() == 40
    assert shown.value("[...document.images].every(image => image.complete && image.naturalWidth > 500)")
    assert shown.page.locator(".page .spot.error").count() == 40
    for _ in range(30):
        shown.page.keyboard.press("j")
    assert shown.page.locator(".spot.lit .strip").first.bounding_box()["y"] > 0
    assert shown.complaints == []


def test_a_page_full_of_noise_is_made_coarse(tmp_path: Path) -> None:
    """Photographs take the most; fifty pages of what compresses worst still fit."""
    noise = random.Random(4).randbytes(600 * 840 * 3)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    picture = ImageReader(Image.frombytes("RGB", (600, 840), noise))
    for _ in range(50):
        canvas.drawImage(picture, 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    drawn = draw_pages(buffer.getvalue(), "a.pdf", Limits())
    assert len(drawn) == 50
    assert sum(len(fields[-1]) for fields in drawn) * 4 / 3 < MOST_BYTES


def test_a_file_that_changed_or_is_gone_is_shown_as_text(tmp_path: Path) -> None:
    path = resume(tmp_path)
    run = run_on(path)
    assert draw_document(run.reports[0]) is not None
    path.write_bytes(path.read_bytes() + b"\n")
    changed = render_html(run, look("en"))
    path.unlink()
    for page in (changed, render_html(run, look("en"))):
        assert pictures_of(page) == []
        assert "the file may have changed or be gone" in page
        assert re.search(rf'<a class="words error[^>]*>{WORDS}</a>', page)


def test_the_report_of_a_kept_result_has_its_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = resume(tmp_path)
    pages = []
    for name in ("first.html", "second.html"):
        outcome = CliRunner().invoke(application, ["check", str(path), "--format", f"html:{tmp_path / name}", "--as-of", "2026-01-01"])
        assert outcome.exit_code == 1, outcome.output
        pages.append((tmp_path / name).read_bytes())
    assert list((tmp_path / "cache").rglob("results/*/*"))
    assert pages[0] == pages[1]
    assert len(pictures_of(pages[0].decode())) == 1


def test_a_page_that_cannot_be_drawn_is_shown_as_text(tmp_path: Path) -> None:
    run = run_on(resume(tmp_path, 2))
    drawn = draw_document(run.reports[0])
    assert drawn is not None
    page = render_html(run, replace(look("en"), draw=lambda report: replace(drawn, pages=drawn.pages[:1])))
    assert len(pictures_of(page)) == 1
    assert re.search(rf'<a class="spot error.*{WORDS}', page)
    assert re.search(rf'<a class="words error[^>]*>{WORDS}</a>', page)
