"""Small PDFs that the tests of the reader build anew each time."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

KOREAN = "HYSMyeongJo-Medium"
WIDTH, HEIGHT = A4

pdfmetrics.registerFont(UnicodeCIDFont(KOREAN))


def drawn(draw: Callable[[Canvas], None], **options: object) -> bytes:
    """The bytes of a PDF whose pages `draw` puts on a canvas of A4."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=options.pop("pagesize", A4), invariant=1, **options)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def lines(canvas: Canvas, x: float, y: float, texts: list[str], font: str = "Helvetica", size: float = 10, pitch: float = 14) -> float:
    """Draw lines downwards from the baseline `y`; returns the next baseline."""
    canvas.setFont(font, size)
    for text in texts:
        canvas.drawString(x, y, text)
        y -= pitch
    return y


def english_resume() -> bytes:
    """One column: headings, flush-right dates, wrapped bullets with a hanging indent, a hyphenated word."""

    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 780, ["Dana Whitfield"], "Helvetica-Bold", 20)
        lines(canvas, 60, 758, ["dana.whitfield@example.org | Leeds | https://dana.example.org/cv"])
        lines(canvas, 60, 725, ["Experience"], "Helvetica-Bold", 13)
        lines(canvas, 60, 705, ["Data Engineer, Harbour Freight Analytics"], "Helvetica-Bold", 10)
        canvas.setFont("Helvetica", 10)
        canvas.drawRightString(535, 705, "Mar 2021 - Present")
        wrapped = [
            "Rebuilt the nightly shipment import because two vendors sent the same container twice, which",
            "cut duplicate rows from 4.1% to 0.2% in six weeks and let the finance team close the month a",
            "day earlier.",
        ]
        canvas.drawString(66, 688, "\u2022")
        y = lines(canvas, 78, 688, wrapped)
        canvas.drawString(66, y, "\u2022")
        more = [
            "Replaced hand-written checks by a contract test for each of the eleven feeds after an undocu-",
            "mented change of a date format broke the forecast for three days.",
        ]
        y = lines(canvas, 78, y, more)
        lines(canvas, 60, y - 14, ["Education"], "Helvetica-Bold", 13)
        lines(canvas, 60, y - 34, ["BSc Statistics, University of Hull"])
        canvas.drawRightString(535, y - 34, "2016 - 2019")

    return drawn(draw)


def korean_report() -> bytes:
    """One column in Korean: numbered headings, prose wrapped at spaces, bullets on two levels."""

    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 780, ["물류 수요 예측 프로젝트 보고서"], KOREAN, 20)
        lines(canvas, 60, 745, ["1. 문제 정의"], KOREAN, 14)
        prose = [
            "지역 창고의 재고가 주말마다 모자라는 일이 반복되어 요일별 수요를 따로 예측하는 모형이",
            "필요하다고 판단하였다. 기존 방식은 지난 네 주의 평균만 보았기 때문에 행사 기간의 급증을",
            "놓쳤다.",
        ]
        y = lines(canvas, 60, 722, prose, KOREAN, 10, 15)
        lines(canvas, 60, y - 14, ["2. 실험"], KOREAN, 14)
        y -= 36
        # A font of the PDF itself: whether one of the machine stands in for the Korean one with a bullet depends on what is installed.
        canvas.setFont("Helvetica", 10)
        canvas.drawString(66, y, "•")
        y = lines(canvas, 78, y, ["기준 모형으로 이동 평균을 두고 LightGBM과 비교하여 오차를 18.2%에서 11.7%로 줄였으며 이는 행사", "변수를 넣은 덕분이다."], KOREAN, 10, 15)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(90, y, "-")
        y = lines(canvas, 102, y, ["공휴일 변수만 빼면 오차가 14.9%로 다시 늘었다."], KOREAN, 10, 15)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(66, y, "•")
        lines(canvas, 78, y, ["검증은 2022년 데이터로 하였다."], KOREAN, 10, 15)

    return drawn(draw)


def two_columns() -> bytes:
    """A sidebar at the left, written row by row, so that only geometry tells the order."""
    left = ["SKILLS", "Python and SQL", "Airflow, dbt", "Terraform", "LANGUAGES", "English, native", "Korean, B1", "HOBBIES", "Long distance rowing"]
    right = [
        "Wrote a scheduler for the clinic that plans forty nurses in",
        "under a minute, because the old spreadsheet took a whole",
        "afternoon and still left two shifts empty every week.",
        "Moved the laboratory results to one queue, so that a lost",
        "message is noticed within five minutes and not on the day",
        "after, when the patient has already been sent home.",
        "Taught two colleagues to review migrations before a release",
        "which ended the habit of repairing tables by hand at night.",
        "The team keeps the checklist to this day without me.",
    ]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for index, (first, second) in enumerate(zip(left, right, strict=True)):
            canvas.drawString(50, 740 - 14 * index, first)
            canvas.drawString(230, 740 - 14 * index, second)

    return drawn(draw)


def ruled_table() -> bytes:
    """A table with rulings between two paragraphs; one cell is wrapped."""

    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 780, ["The three candidates were trained on the same split."])
        tops = [760, 740, 720, 686]
        for top in tops:
            canvas.line(60, top, 460, top)
        for x in (60, 200, 300, 460):
            canvas.line(x, 760, x, 686)
        rows = [("Model", "F1", "Remark"), ("Baseline", "0.61", "majority class"), ("Boosted trees", "0.78", "with the calendar and")]
        canvas.setFont("Helvetica", 10)
        for top, row in zip(tops, rows, strict=False):
            for x, text in zip((66, 206, 306), row, strict=True):
                canvas.drawString(x, top - 14, text)
        canvas.drawString(306, 694, "weather columns")
        lines(canvas, 60, 660, ["The last one was kept."])

    return drawn(draw)


def furniture() -> bytes:
    """Three pages with a running title and page numbers; a sentence runs over the first page break."""

    def draw(canvas: Canvas) -> None:
        bodies = [
            ["The first service was split because every release of the price list stopped the shop", "for twenty minutes, and the only way to shorten that was to take the cache out of the"],
            ["request path altogether.", "Afterwards a release took forty seconds."],
            ["The numbers come from the access log of May."],
        ]
        for number, body in enumerate(bodies, 1):
            lines(canvas, 60, 815, ["Portfolio of Min Okafor"], size=8)
            lines(canvas, 290, 25, [f"{number} / 3"], size=8)
            lines(canvas, 60, 700, body, pitch=14)
            canvas.showPage()

    return drawn(draw)


def rotated() -> bytes:
    """A page with /Rotate 90 whose text reads upright on the screen."""

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(WIDTH, 0)
        canvas.rotate(90)
        lines(canvas, 60, 500, ["Sideways pages are read in the order of the eye, so that a sentence that is wrapped at", "the edge stays whole."])

    return drawn(draw)


def shifted() -> bytes:
    """A page whose MediaBox starts far from the origin, with a ruled table."""
    data = ruled_table()
    box = b"/MediaBox [ 0 0 595.2756 841.8898 ]"
    assert box in data
    return data.replace(box, b"/MediaBox [ 20 30 615.27 871.88 ]")


def hidden() -> bytes:
    """Visible words, then white, tiny and invisible ones, and white ones on a dark bar."""

    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 780, ["Everyone can read this line of the page."])
        canvas.setFillGray(1)
        lines(canvas, 60, 740, ["whiteword kubernetes"])
        canvas.setFillGray(0)
        lines(canvas, 60, 700, ["tinyword terraform"], size=1)
        canvas.saveState()
        text = canvas.beginText(60, 660)
        text.setFont("Helvetica", 10)
        text.setTextRenderMode(3)
        text.textLine("ghostword ansible")
        canvas.drawText(text)
        canvas.restoreState()
        canvas.setFillGray(0.1)
        canvas.rect(50, 600, 300, 30, stroke=0, fill=1)
        canvas.setFillGray(1)
        lines(canvas, 60, 610, ["Bright letters on a bar"])

    return drawn(draw)


def drawn_bullets() -> bytes:
    """Bullets that are discs and not letters, as browsers print them; a link."""

    def draw(canvas: Canvas) -> None:
        for index, text in enumerate(["Halved the build time by caching layers", "Wrote the runbook for the outage drill"]):
            y = 780 - 16 * index
            canvas.circle(66, y + 3.4, 1.7, stroke=0, fill=1)
            lines(canvas, 76, y, [text])
        lines(canvas, 60, 730, ["Code on the project page"])
        canvas.linkURL("https://code.example.org/drill", (60, 728, 180, 740))

    return drawn(draw)


def label_rail() -> bytes:
    """Section names and years in a narrow left column, each beside the first row of its text; a letter-spaced name."""

    def draw(canvas: Canvas) -> None:
        lines(canvas, 50, 800, ["N O R A  F I N C H"], "Helvetica-Bold", 16)
        lines(canvas, 50, 760, ["Profile"], "Helvetica-Bold")
        y = lines(canvas, 150, 760, ["Backend developer who likes slow queries, because each of them", "hides a decision that somebody took in a hurry."])
        for year, rows in {
            "2021": ["Split the export job after it had blocked the database for an hour", "and halved the time that support spent on late invoices."],
            "2018": ["Maintained the booking form and removed nine unused fields, which", "raised the share of finished bookings by a tenth."],
        }.items():
            lines(canvas, 50, y - 10, [year])
            y = lines(canvas, 150, y - 10, rows)

    return drawn(draw)


BROKEN_PROSE = (
    "검색 결과가 늦게 나오는 원인을 찾기 위해 구간마다 시간을 재었고 색인을 다시 만드는 작업이 낮에도 돌고 있다는 사실을 확인하였다. "
    "작업을 새벽으로 옮기고 색인을 나누어 만들도록 바꾸자 평균 응답이 절반으로 줄었으며 불만 접수도 거의 사라졌다. "
    "같은 방법을 추천 목록에도 적용하였으나 데이터가 자주 바뀌는 탓에 효과가 작아서 캐시를 두는 쪽으로 방향을 바꾸었다."
)
"""The text of `broken_anywhere`."""


def broken_anywhere() -> bytes:
    """Korean prose that is broken between any two syllables, as Notion prints it, without a sign of the space."""
    def draw(canvas: Canvas) -> None:
        canvas.setFont(KOREAN, 10)
        rest, y = BROKEN_PROSE, 760.0
        while rest:
            length = 1
            while length < len(rest) and pdfmetrics.stringWidth(rest[: length + 1], KOREAN, 10) <= 300:
                length += 1
            canvas.drawString(60, y, rest[:length].strip())
            rest, y = rest[length:].strip(), y - 15

    return drawn(draw)


def scattered_spaces() -> bytes:
    """The spaces of a line drawn together, then its words without them, then the full stop, as LibreOffice does."""
    content = (
        b"BT /F1 12 Tf 78 700 Td [( ) -1722 ( )] TJ ET "
        b"BT /F1 12 Tf 60 700 Td [(MM) -278 (MM) -278 (MMM)] TJ ET "
        b"BT /F1 12 Tf 136.6 700 Td (.) Tj ET"
    )
    return raw_page(content, cmap({0x4D: "\ub2e4"}))


def short_page() -> bytes:
    """Bold headings that hold more letters than what stands under them."""

    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 780, ["Career"], "Helvetica-Bold", 24)
        lines(canvas, 60, 740, ["Gaon Trading (2019.01 - 2021.12)"], "Helvetica-Bold", 18)
        lines(canvas, 60, 716, ["Cut returns from 40 to 8"], "Helvetica", 12)
        lines(canvas, 60, 680, ["Volunteering (2019.01 - 2021.12)"], "Helvetica-Bold", 18)
        lines(canvas, 60, 656, ["Phone class for elders"], "Helvetica", 12)
        lines(canvas, 60, 620, ["Rent prices of flats and rooms in the town (contest, Nov", "2023)"], "Helvetica-Bold", 18, 22)
        lines(canvas, 60, 574, ["Cleaned 14,200 offers"], "Helvetica", 12)

    return drawn(draw)


def encrypted() -> bytes:
    """A file that needs a password to open."""
    return drawn(lambda canvas: canvas.drawString(60, 700, "secret"), encrypt=StandardEncryption("open", ownerPassword="owner"))


def picture_only() -> bytes:
    """A scanned page: one picture and no letters."""

    def draw(canvas: Canvas) -> None:
        image = io.BytesIO(_png())
        from reportlab.lib.utils import ImageReader

        canvas.drawImage(ImageReader(image), 0, 0, WIDTH, HEIGHT)

    return drawn(draw)


def picture_among_text() -> bytes:
    """A page with text, a page that is one picture, and a page with both."""

    def draw(canvas: Canvas) -> None:
        from reportlab.lib.utils import ImageReader

        canvas.drawString(60, 700, "The first page holds several words of text.")
        canvas.showPage()
        canvas.drawImage(ImageReader(io.BytesIO(_png())), 0, 0, WIDTH, HEIGHT)
        canvas.showPage()
        canvas.drawImage(ImageReader(io.BytesIO(_png())), 0, 0, WIDTH, HEIGHT)
        canvas.drawString(60, 700, "The last page says something on its picture.")

    return drawn(draw)


def outlines() -> bytes:
    """Letters drawn as shapes: many curves, no text."""

    def draw(canvas: Canvas) -> None:
        for index in range(400):
            canvas.bezier(50 + index % 40 * 10, 700 - index // 40 * 20, 55, 705, 60, 690, 58 + index % 40 * 10, 700 - index // 40 * 20)

    return drawn(draw)


def _png() -> bytes:
    from PIL import Image

    buffer = io.BytesIO()
    Image.new("L", (40, 60), 128).save(buffer, "PNG")
    return buffer.getvalue()


def raw_page(content: bytes, to_unicode: bytes = b"") -> bytes:
    """A one-page PDF written by hand; `to_unicode` is a CMap for its single font F1."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding" + (b" /ToUnicode 6 0 R" if to_unicode else b"") + b" >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        font,
    ]
    if to_unicode:
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(to_unicode), to_unicode))
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def cmap(pairs: dict[int, str]) -> bytes:
    """A ToUnicode CMap: code of one byte -> text."""
    rows = b"".join(b"<%02X> <%s>\n" % (code, text.encode("utf-16-be").hex().upper().encode()) for code, text in pairs.items())
    head = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
    head += b"1 begincodespacerange <00> <FF> endcodespacerange\n"
    return head + b"%d beginbfchar\n%sendbfchar\nendcmap end end" % (len(pairs), rows)


def odd_letters() -> bytes:
    """Codes that extractors get wrong: a ligature, a control letter for the space, jamo, a private bullet, NUL."""
    names = {0x41: "\ufb01", 0x42: "\u0001", 0x43: "\u1100", 0x44: "\u1161", 0x45: "\uf0b7", 0x46: "\ue123", 0x47: "\u0000"}
    content = b"BT /F1 12 Tf 60 700 Td (E) Tj 14 0 Td (Re) Tj 15 0 Td (A) Tj 8 0 Td (nedBhisBworkG) Tj 100 0 Td (C) Tj 0.5 0 Td (D) Tj 9 0 Td (F) Tj ET"
    return raw_page(content, cmap(names))


SELF_REFERENCE = (
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n2 0 R\nendobj\nxref\n0 3\n0000000000 65535 f \n"
    b"0000000009 00000 n \n0000000058 00000 n \ntrailer << /Size 3 /Root 1 0 R >>\nstartxref\n80\n%%EOF\n"
)
"""An object that is a reference to itself: a parser that follows it never ends."""

SAMPLES: dict[str, Callable[[], bytes]] = {
    "english": english_resume,
    "korean": korean_report,
    "columns": two_columns,
    "table": ruled_table,
    "furniture": furniture,
    "rotated": rotated,
    "shifted": shifted,
    "hidden": hidden,
    "bullets": drawn_bullets,
    "rail": label_rail,
    "anywhere": broken_anywhere,
    "odd": odd_letters,
}
"""Files that must be readable, by name."""
