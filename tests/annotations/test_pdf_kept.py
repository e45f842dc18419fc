"""Annotated PDFs: what people and programs put on the pages stays, only our own remarks are replaced."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
from pdf_pages import FINDINGS, KOREAN_WORDS, TITLE, WRAPPED, bare, changed, report_on, resume, shown
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from careerlint.annotations.pdf import annotate_pdf
from careerlint.readers.pdf import read_pdf


def copy_of(data: bytes, findings: dict[str, Any] | None = None) -> bytes:
    return annotate_pdf(data, report_on(data, FINDINGS if findings is None else findings)).content


def noted(pdf: Pdf) -> None:
    """A link, a form field, a mentor's highlight with its popup, an answer to it and a stamp that stands in the array itself."""
    link = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[60, 700, 200, 712], A=Dictionary(S=Name.URI, URI=String("https://code.example.org"))))
    field = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("name"), V=String("노라"), Rect=[300, 700, 400, 712]))
    mentor = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Highlight, Rect=[60, 738, 120, 750], QuadPoints=[60, 750, 120, 750, 60, 738, 120, 738], T=String("멘토"), NM=String("m-1"), Contents=String("좋아요"))
    )
    popup = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Popup, Rect=[400, 600, 500, 700], Parent=mentor))
    mentor.Popup = popup
    answer = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[60, 738, 80, 750], T=String("Nora"), IRT=mentor, Contents=String("Thanks")))
    stamp = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=[10, 10, 50, 50], T=String("careerlint"), Contents=String("by a namesake"))
    pdf.Root.AcroForm = Dictionary(Fields=[field])
    pdf.pages[0].obj.Annots = pdf.make_indirect(Array([link, field, mentor, popup, answer, stamp]))


def kinds(pdf: Pdf, number: int = 0) -> list[str]:
    return [f"{annotation.get('/T', '')}:{annotation.Subtype}" for annotation in on_page(pdf, number)]


def on_page(pdf: Pdf, number: int = 0) -> list[Object]:
    return list(pdf.pages[number].obj.get("/Annots", Array()))


def opened(data: bytes) -> Pdf:
    return pikepdf.open(io.BytesIO(data))


def test_what_others_put_on_a_page_stays_in_its_order() -> None:
    data = changed(resume(), noted)
    with opened(data) as before, opened(copy_of(data)) as after:
        assert kinds(after)[:6] == kinds(before)
        assert kinds(after)[6:] == ["careerlint:/Text", ":/Popup", *["careerlint:/Highlight", ":/Popup"] * 3]
        link, field, mentor, popup, answer, stamp = on_page(after)[:6]
        assert str(link.A.URI) == "https://code.example.org"
        assert after.Root.AcroForm.Fields[0].objgen == field.objgen and str(field.V) == "노라"
        assert str(mentor.Contents) == "좋아요" and mentor.Popup.objgen == popup.objgen and popup.Parent.objgen == mentor.objgen
        assert answer.IRT.objgen == mentor.objgen
        assert str(stamp.Contents) == "by a namesake"
        assert after.pages[0].Contents.read_raw_bytes() == before.pages[0].Contents.read_raw_bytes()


def test_a_second_run_replaces_our_remarks_only() -> None:
    data = changed(resume(), noted)
    first = copy_of(data)
    second = copy_of(first)
    assert [(one.kind, one.text, one.rect) for one in shown(second)] == [(one.kind, one.text, one.rect) for one in shown(first)]
    assert copy_of(second) == copy_of(copy_of(second))
    fewer = copy_of(first, {KOREAN_WORDS: "error"})
    (one,) = shown(fewer, "Highlight")
    assert bare(one.letters) == bare(KOREAN_WORDS)
    with opened(fewer) as pdf, opened(data) as before:
        assert kinds(pdf) == [*kinds(before), "careerlint:/Highlight", ":/Popup"]
        assert kinds(pdf, 1) == []
    with opened(copy_of(first, {})) as pdf, opened(data) as before:
        assert kinds(pdf) == kinds(before)


def answered(pdf: Pdf) -> None:
    """A person answers the first of our highlights."""
    ours = next(one for one in on_page(pdf) if one.Subtype == Name.Highlight)
    answer = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], T=String("Nora"), IRT=ours, RT=Name.R, Contents=String("done")))
    pdf.pages[0].obj.Annots.append(answer)


def test_an_answer_to_a_remark_stays_with_it_and_outlives_it() -> None:
    replied = changed(copy_of(resume()), answered)
    with opened(copy_of(replied)) as pdf:
        answer = next(one for one in on_page(pdf) if str(one.get("/T", "")) == "Nora")
        assert answer.IRT.objgen in {one.objgen for one in on_page(pdf)}
        assert str(answer.IRT.T) == "careerlint"
    with opened(copy_of(replied, {KOREAN_WORDS: "error"})) as pdf:
        answer = next(one for one in on_page(pdf) if str(one.get("/T", "")) == "Nora")
        assert "/IRT" not in answer and "/RT" not in answer
        assert str(answer.Contents) == "done"


def test_pages_that_share_an_array_get_one_each() -> None:
    def shared(pdf: Pdf) -> None:
        noted(pdf)
        pdf.pages[1].obj.Annots = pdf.pages[0].obj.Annots

    data = changed(resume(), shared)
    with opened(copy_of(data, {TITLE: "note", WRAPPED: "error"})) as pdf:
        assert len(on_page(pdf, 0)) == 10
        assert len(on_page(pdf, 1)) == 6


def test_odd_arrays_of_annotations_do_no_harm() -> None:
    for odd in (Name.Nothing, Array([Name.Nothing, 7, Dictionary(), Array()]), Dictionary(), 5):

        def change(pdf: Pdf, odd: Any = odd) -> None:
            pdf.pages[0].obj.Annots = odd

        with opened(copy_of(changed(resume(), change))) as pdf:
            ours = [one for one in on_page(pdf) if isinstance(one, Dictionary) and str(one.get("/T", "")) == "careerlint"]
            assert len(ours) == 4
            assert len(on_page(pdf)) == 8 + (len(odd) if isinstance(odd, Array) else 0)


def test_streams_of_the_pages_are_the_same_bytes() -> None:
    for options in ({}, {"pageCompression": 0}):
        data = resume(**options)
        with opened(data) as before, opened(copy_of(data)) as after:
            assert [page.Contents.read_bytes() for page in after.pages] == [page.Contents.read_bytes() for page in before.pages]
    assert read_pdf(copy_of(data), "resume.pdf") == read_pdf(data, "resume.pdf")
