"""Annotated PDFs: protected, signed, damaged and oddly built files are annotated or refused with one clear line."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from pdf_pages import (
    FINDINGS,
    TITLE,
    WRAPPED,
    bare,
    changed,
    drawn,
    report_on,
    resume,
    shown,
    with_entries,
    write_lines,
)
from pikepdf import Array, Dictionary, Name, Pdf, String
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from careerlint.annotations import Annotated, pdf
from careerlint.annotations.pdf import annotate_pdf
from careerlint.readers.limits import Limits, UnreadableError


def annotated(data: bytes, language: str = "en") -> Annotated:
    return annotate_pdf(data, report_on(data, FINDINGS, language))


def locked(**options: Any) -> bytes:
    return resume(encrypt=StandardEncryption("", ownerPassword="harbour", canAnnotate=0, canModify=0, **options))


def test_a_file_with_restrictions_is_annotated_and_the_copy_said_to_have_none() -> None:
    for data in (locked(), changed(resume(), lambda _: None, encryption=pikepdf.Encryption(owner="harbour", user="", R=6))):
        english, korean = annotated(data), annotated(data, "ko")
        assert english.told == ("The original restricts what may be done with it; this copy holds no such restrictions, so hand out the original.",)
        assert len(korean.told) == 1 and "제출할 때는 원본을 쓰세요" in korean.told[0]
        assert len(shown(english.content)) == 5
        assert english.content == annotated(data).content
        with pikepdf.open(io.BytesIO(english.content)) as copy:
            assert not copy.is_encrypted


def signing(value: bool, perms: bool = False) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        field = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=String("approval"), Rect=[0, 0, 0, 0]))
        signature = pdf.make_indirect(Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), ByteRange=[0, 1, 2, 3], Contents=String("x")))
        if value:
            field.V = signature
        if perms:
            pdf.Root.Perms = Dictionary(DocMDP=signature)
        parent = pdf.make_indirect(Dictionary(T=String("group"), Kids=[field]))
        parent.Kids.append(parent)
        pdf.Root.AcroForm = Dictionary(Fields=[parent], SigFlags=3)
        pdf.pages[0].obj.Annots = Array([field])

    return change


@pytest.mark.parametrize(("value", "perms", "warned"), [(True, False, True), (False, True, True), (False, False, False)])
def test_a_signature_is_said_to_break_and_an_empty_field_is_none(value: bool, perms: bool, warned: bool) -> None:
    data = changed(resume(), signing(value, perms))
    made = annotated(data)
    assert len(shown(made.content)) == 5
    assert [told for told in made.told if "signature does not hold" in told] == list(made.told)
    assert bool(made.told) == warned
    assert bool([told for told in annotated(data, "ko").told if "전자 서명" in told]) == warned


def two_revisions() -> bytes:
    """A file to which a second revision was appended, as most viewers save."""
    data = resume()
    with pikepdf.open(io.BytesIO(data)) as first:
        number = first.pages[1].obj.objgen[0]
        root, size = first.Root.objgen[0], len(first.objects) + 1
        text = first.pages[1].obj.unparse(resolved=True)
    page = f"{number} 0 obj\n".encode() + text + b"\nendobj\n"
    before = data.rindex(b"startxref")
    previous = int(data[before:].split()[1])
    start = len(data)
    xref = start + len(page)
    tail = f"xref\n{number} 1\n{start:010} 00000 n \ntrailer\n<< /Size {size} /Root {root} 0 R /Prev {previous} >>\nstartxref\n{xref}\n%%EOF\n"
    return data + page + tail.encode()


BUILT: dict[str, Callable[[], bytes]] = {
    "linearised": lambda: changed(resume(), lambda _: None, linearize=True),
    "object streams": lambda: changed(resume(), lambda _: None, object_stream_mode=pikepdf.ObjectStreamMode.generate),
    "PDF 2.0": lambda: changed(resume(), lambda _: None, force_version="2.0"),
    "PDF 1.2": lambda: changed(resume(), lambda _: None, force_version="1.2"),
    "two revisions": two_revisions,
    "noise before the header": lambda: b"From: mail\r\n\r\n" + resume(),
    "no cross-reference table": lambda: resume().replace(b"startxref", b"startnoth"),
    "cut off": lambda: resume()[: resume().rindex(b"startxref")],
    "boxes in the tree of pages": lambda: changed(resume(), in_the_tree),
    "tagged": lambda: changed(resume(), lambda pdf: pdf.Root.__setattr__("MarkInfo", Dictionary(Marked=True))),
    "odd boxes": lambda: with_entries(resume(), {"/CropBox": [9000, 9000, 9900, 9900], "/Rotate": Name.Sideways, "/UserUnit": 0}),
}


def in_the_tree(pdf: Pdf) -> None:
    parent = pdf.pages[0].obj.Parent
    for key in ("/MediaBox", "/Resources"):
        parent[key] = pdf.pages[0].obj[key]
        for page in pdf.pages:
            del page.obj[key]
    parent.Rotate = 360


@pytest.mark.parametrize("name", BUILT)
def test_files_of_every_build_are_annotated(name: str) -> None:
    data = BUILT[name]()
    made = annotated(data)
    assert bare(next(one for one in shown(made.content) if "[Error]" in one.text).letters) == bare(WRAPPED)
    with pikepdf.open(io.BytesIO(made.content)) as copy:
        assert list(copy.get_warnings()) == []
        assert float(copy.pdf_version) >= 1.4


def test_one_page_object_twice_in_the_tree_is_two_pages() -> None:
    def twice(pdf: Pdf) -> None:
        pdf.Root.Pages.Kids.insert(1, pdf.Root.Pages.Kids[0])
        pdf.Root.Pages.Count = 3

    data = resume()
    with pikepdf.open(io.BytesIO(data)) as opened:
        twice(opened)
        buffer = io.BytesIO()
        opened.save(buffer)
    copy = annotate_pdf(buffer.getvalue(), report_on(buffer.getvalue(), {TITLE: "note"})).content
    with pikepdf.open(io.BytesIO(copy)) as pages:
        assert [len(page.obj.get("/Annots", Array())) for page in pages.pages] == [2, 0, 0]


@pytest.mark.parametrize("far", [900, 200_000])
def test_words_that_nobody_sees_get_an_icon_on_the_page(far: float) -> None:
    def draw(canvas: Canvas) -> None:
        write_lines(canvas, 780, [TITLE], "Helvetica-Bold", 20)
        write_lines(canvas, 700, ["Everyone can read this line of the page."])
        write_lines(canvas, 600, ["kubernetes terraform ansible"], x=far)

    data = drawn(draw)
    (one,) = shown(annotate_pdf(data, report_on(data, {"terraform": "error"})).content)
    assert one.kind == "Text"
    left, bottom, right, top = one.rect
    assert 0 <= left < right <= 596 and 0 <= bottom < top <= 842


def test_a_report_of_another_file_is_refused() -> None:
    report = report_on(resume(), FINDINGS)
    only_one = changed(resume(), lambda pdf: pdf.pages.__delitem__(1))
    with pytest.raises(UnreadableError) as caught:
        annotate_pdf(only_one, report)
    assert caught.value.kind == "broken"
    assert "print it as a new PDF" in caught.value.message and "PDF로 다시 인쇄" in caught.value.message_ko


@pytest.mark.parametrize(("data", "kind"), [(b"%PDF-1.7 nothing", "broken"), (b"", "broken"), (changed(resume(), lambda _: None, encryption=pikepdf.Encryption(owner="a", user="b", R=6)), "encrypted")])
def test_what_qpdf_cannot_open_is_one_line(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        annotate_pdf(data, report_on(resume(), FINDINGS))
    assert caught.value.kind == kind
    assert "\n" not in caught.value.message


def test_writing_ends_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "Limits", lambda: replace(Limits(), seconds=0.0))
    with pytest.raises(UnreadableError) as caught:
        annotated(resume())
    assert caught.value.kind == "timeout"
