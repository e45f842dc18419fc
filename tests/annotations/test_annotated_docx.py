"""Comments in .docx: on exactly the words, through every construction of Word, and nothing else in the file is touched."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from hand_reports import read, report_at, report_on, span_of, word_spans
from lxml import etree
from reading_comments import comments_of, folded, ours
from word_samples import (
    BESIDE,
    HARD,
    STRICT_R,
    STRICT_W,
    W,
    commented,
    comments,
    paragraph,
    part,
    run,
    strict,
    word_file,
    zipped,
)

from careerlint.annotations import AUTHOR
from careerlint.annotations.docx import annotate_docx
from careerlint.annotations.remarks import remarks_of
from careerlint.checking import check_files
from careerlint.config import Config
from careerlint.model.finding import Report
from careerlint.model.span import Span
from careerlint.readers.docx_remarks import OURS
from careerlint.readers.limits import UnreadableError

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/*.docx"))
# A field, a control of plain text and a formula are not parted: the comment stands around the first two and beside the last.
WIDER = {
    "controls": {"inside": "inside a control", "Before inside": "Before inside a control", "block": "block"},
    "fields": {"January": "2 January 2026", "Mina": " by Mina Park", "that failed by": "that failed by Mina Park", "failed": "failed"},
    "field in one run": {"Park": "Mina Park", "Park after": "Mina Park after", "Before": "Before"},
    "formula": {"loss x=1": "loss ", "x=1 did": " did", "loss x=1 did": "loss  did", "x=1": "The loss  did not fall."},
}
ALLOWED_TO_CHANGE = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}


def checked(path: Path) -> Report:
    report = next(check_files([path], lambda _: Config(as_of=date(2026, 1, 1))))
    assert isinstance(report, Report)
    return report


def entries(content: bytes) -> list[tuple[object, ...]]:
    """Name, date, packing and packed bytes of every entry, in order."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert file.testzip() is None
        return [(info.filename, info.date_time, info.compress_type, info.CRC, info.file_size, file.read(info)) for info in file.infolist()]


def xml(content: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return file.read(name).decode()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_comments_of_an_example_stand_at_the_words_of_its_remarks(path: Path) -> None:
    content, report = path.read_bytes(), checked(path)
    remarks = remarks_of(report)
    annotated = annotate_docx(content, report)
    found = ours(annotated.content)
    assert annotated.remarks == len(remarks) == len(found)
    assert [folded(each.words) for each in found] == [folded(report.document.words(remark.span)) for remark in remarks]
    assert [each.text for each in found] == [remark.text() for remark in remarks]
    again = read(annotated.content)
    assert (again.text, again.blocks, again.marks) == (report.document.text, report.document.blocks, report.document.marks)


@pytest.mark.parametrize("name", WIDER)
def test_what_must_not_be_parted_is_remarked_on_as_a_whole(name: str) -> None:
    for words, expected in WIDER[name].items():
        (found,) = ours(annotate_docx(HARD[name], report_on(HARD[name], words)).content)
        assert found.words == expected


@pytest.mark.parametrize("name", sorted(HARD))
def test_every_stretch_of_a_hard_document_gets_its_comment(name: str) -> None:
    content = HARD[name]
    document = read(content)
    spans = word_spans(document)
    annotated = annotate_docx(content, report_at(document, spans))
    found = ours(annotated.content)
    assert annotated.remarks == len(found) == len(spans)
    if name not in WIDER:
        wanted = sorted(spans, key=lambda span: (span.start, -span.end))
        assert [folded(each.words) for each in found] == [folded(document.words(span)) for span in wanted]
    again = read(annotated.content)
    assert (again.text, again.blocks, again.marks) == (document.text, document.blocks, document.marks)


@pytest.mark.parametrize("name", sorted(HARD))
def test_ranges_stand_beside_runs_of_a_paragraph_and_never_in_a_field_or_a_deletion(name: str) -> None:
    content = HARD[name]
    document = read(content)
    for each in ours(annotate_docx(content, report_at(document, word_spans(document))).content):
        assert "p" in each.around
        assert not {"r", "del", "fldSimple", "oMath", "ruby", "pPr", "rPr", "sdtPr"} & set(each.around)


@pytest.mark.parametrize("content", [*HARD.values(), *BESIDE.values()], ids=[*HARD, *BESIDE])
def test_other_entries_stay_as_they_are(content: bytes) -> None:
    document = read(content)
    copy = annotate_docx(content, report_at(document, word_spans(document))).content
    before, after = entries(content), entries(copy)
    kept = [entry for entry in before if entry[0] not in ALLOWED_TO_CHANGE]
    assert [entry for entry in after if entry[0] not in ALLOWED_TO_CHANGE] == kept
    names = [entry[0] for entry in before]
    assert [entry[0] for entry in after] == (names if "word/comments.xml" in names else [*names, "word/comments.xml"])
    assert [entry[1:3] for entry in after if entry[0] in names] == [entry[1:3] for entry in before]


@pytest.mark.parametrize("content", [*HARD.values(), *BESIDE.values()], ids=[*HARD, *BESIDE])
def test_a_second_run_makes_the_same_file(content: bytes) -> None:
    document = read(content)
    spans = word_spans(document)
    once = annotate_docx(content, report_at(document, spans)).content
    assert annotate_docx(once, report_at(read(once), spans)).content == once


@pytest.mark.parametrize("name", sorted(BESIDE))
def test_words_where_word_holds_no_comments_are_remarked_on_near_by(name: str) -> None:
    content = BESIDE[name]
    report = report_on(content, "failed", language="ko")
    annotated = annotate_docx(content, report)
    (found,) = ours(annotated.content)
    expected = {
        "box": ("The carrying line.", "텍스트 상자"), "lone box": ("", "텍스트 상자"), "header": ("First line.", "머리글"), "footer": ("Last line.", "바닥글"),
        "footnote": ("", "각주"), "endnote": ("", "미주"), "hidden": ("Shown line.", "숨긴 글자"), "formula alone": ("Shown line.", "수식"),
    }  # fmt: skip
    words, nook = expected[name]
    assert found.words == words
    assert f"{nook}에는 메모를 달 수 없어 가까운 곳에 답니다. 이 메모의 대상: “failed" in found.text
    assert len(annotated.told) == 1 and "메모 1개" in annotated.told[0] and nook in annotated.told[0]
    assert not {"txbxContent", "r"} & set(found.around)


def test_the_range_of_a_note_holds_the_mark_of_the_note() -> None:
    copy = annotate_docx(BESIDE["footnote"], report_on(BESIDE["footnote"], "failed")).content
    assert '<w:commentRangeStart w:id="0"/><w:r><w:footnoteReference w:id="1"/></w:r><w:commentRangeEnd w:id="0"/>' in xml(copy)


def test_a_body_without_any_run_still_takes_the_remark_of_its_header() -> None:
    content = word_file("<w:p/>", '<w:headerReference w:type="default" r:id="rheader1"/>', header1=part("hdr", paragraph("failed here")))
    annotated = annotate_docx(content, report_on(content, "failed"))
    assert annotated.remarks == 1 and [each.words for each in ours(annotated.content)] == [""]


def test_a_run_keeps_its_look_on_both_sides_of_a_cut() -> None:
    look = '<w:rFonts w:ascii="Arial"/><w:b/><w:color w:val="FF0000"/>'
    content = word_file(f'<w:p><w:r w:rsidR="00A1">{run("one two three", look)[5:]}</w:p>')
    copy = xml(annotate_docx(content, report_on(content, "two")).content)
    assert copy.count(f"<w:rPr>{look}</w:rPr>") == 3
    assert copy.count('<w:r w:rsidR="00A1">') == 3
    assert [text for text in ("one ", "two", " three") if f'<w:t xml:space="preserve">{text}</w:t>' in copy] == ["one ", "two", " three"]


def test_blanks_that_word_does_not_show_are_not_shown_after_a_cut() -> None:
    content = word_file(paragraph(run("  one two ", space=False)))
    copy = xml(annotate_docx(content, report_on(content, "one")).content)
    assert '<w:t>  </w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:t>one</w:t></w:r><w:commentRangeEnd w:id="0"/>' in copy
    assert '<w:t xml:space="preserve"> two</w:t><w:t> </w:t>' in copy


def test_a_link_that_is_remarked_on_as_a_whole_stays_whole() -> None:
    content = HARD["link"]
    copy = xml(annotate_docx(content, report_on(content, "the app that failed")).content)
    assert '<w:commentRangeStart w:id="0"/><w:hyperlink' in copy and '</w:hyperlink><w:commentRangeEnd w:id="0"/>' in copy


def test_a_part_of_a_link_is_remarked_on_inside_it() -> None:
    (found,) = ours(annotate_docx(HARD["link"], report_on(HARD["link"], "failed")).content)
    assert found.words == "failed" and found.around.count("hyperlink") == 1


def test_comments_of_people_stay_and_ours_have_numbers_of_their_own() -> None:
    content = HARD["people"]
    copy = annotate_docx(content, report_on(content, "wrote", "this before")).content
    found = comments_of(copy)
    assert [(each.author, each.words) for each in found] == [("Mina Park", "wrote about this"), (AUTHOR, "wrote"), (AUTHOR, "this before")]
    assert [each.identifier for each in found] == ["4", "5", "6"]
    assert 'w:date="2026-01-02T03:04:05Z"' in xml(copy, "word/comments.xml")


def test_numbers_as_large_as_word_can_count_are_not_passed() -> None:
    content = word_file(paragraph(commented(2147483646, run("first words"))), comments=comments((2147483646, "Mina", "x", "")))
    assert [each.identifier for each in ours(annotate_docx(content, report_on(content, "words")).content)] == ["0"]


def test_a_comment_takes_the_styles_of_the_document_whatever_their_identifiers() -> None:
    copy = annotate_docx(HARD["runs"], report_on(HARD["runs"], "network"))
    told = xml(copy.content, "word/comments.xml")
    assert '<w:pStyle w:val="a5"/>' in told and '<w:rStyle w:val="a6"/></w:rPr><w:annotationRef/>' in told
    assert '<w:r><w:rPr><w:rStyle w:val="a6"/></w:rPr><w:commentReference w:id="0"/></w:r>' in xml(copy.content)


def test_a_comment_says_everything_about_a_finding() -> None:
    (found,) = ours(annotate_docx(HARD["runs"], report_on(HARD["runs"], "network", language="ko")).content)
    assert found.text == "[오류] network\n왜: reason\n이렇게: scaffold\n면접 질문: asked?\nSTO001 bare-failure"


def test_a_strict_file_gets_strict_comments() -> None:
    content = HARD["strict"]
    copy = annotate_docx(content, report_on(content, "in a")).content
    with zipfile.ZipFile(io.BytesIO(copy)) as file:
        assert etree.fromstring(file.read("word/comments.xml")).tag == f"{{{STRICT_W}}}comments"
        links = file.read("word/_rels/document.xml.rels").decode()
        assert f'Type="{STRICT_R}/comments"' in links and W.encode() not in file.read("word/document.xml")


def test_a_strict_file_with_comments_of_people_keeps_them() -> None:
    content = strict(HARD["people"])
    assert [each.author for each in comments_of(annotate_docx(content, report_on(content, "before")).content)] == ["Mina Park", AUTHOR]


def test_declaration_names_and_what_may_be_ignored_stay() -> None:
    copy = xml(annotate_docx(HARD["runs"], report_on(HARD["runs"], "network")).content)
    assert copy.startswith('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ')
    assert 'mc:Ignorable="w14"' in copy and 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"' in copy
    assert "ns0" not in copy


def test_a_file_whose_main_part_has_no_links_gets_some() -> None:
    with zipfile.ZipFile(io.BytesIO(word_file(paragraph("It failed.")))) as file:
        content = zipped({info.filename: file.read(info) for info in file.infolist() if not info.filename.startswith("word/_rels/")})
    copy = annotate_docx(content, report_on(content, "failed")).content
    assert 'Target="comments.xml"' in xml(copy, "word/_rels/document.xml.rels")
    assert [each.words for each in ours(copy)] == ["failed"]


def test_a_name_that_is_taken_is_left_alone() -> None:
    with zipfile.ZipFile(io.BytesIO(word_file(paragraph("It failed.")))) as file:
        content = zipped({**{info.filename: file.read(info) for info in file.infolist()}, "word/Comments.xml": "nobody links to this"})
    copy = annotate_docx(content, report_on(content, "failed")).content
    assert xml(copy, "word/Comments.xml") == "nobody links to this"
    assert 'Target="comments1.xml"' in xml(copy, "word/_rels/document.xml.rels") and 'PartName="/word/comments1.xml"' in xml(copy, "[Content_Types].xml")


def test_a_package_that_says_nothing_of_its_parts_is_refused_in_one_line() -> None:
    with zipfile.ZipFile(io.BytesIO(word_file(paragraph("It failed.")))) as file:
        content = zipped({info.filename: file.read(info) for info in file.infolist() if info.filename != "[Content_Types].xml"})
    with pytest.raises(UnreadableError, match="damaged"):
        annotate_docx(content, report_on(content, "failed"))


def test_an_entry_that_cannot_be_unpacked_is_taken_over_unread() -> None:
    content = word_file(paragraph("It failed."))
    at = content.rindex(b"\0\1\2\0\1\2")
    damaged = content[:at] + b"\7" + content[at + 1 :]
    copy = annotate_docx(damaged, report_on(damaged, "failed")).content
    with zipfile.ZipFile(io.BytesIO(copy)) as file, pytest.raises(zipfile.BadZipFile):
        file.read("word/media/empty.bin")
    assert [each.words for each in ours(copy)] == ["failed"]


def test_nothing_to_say_leaves_every_byte() -> None:
    content = HARD["people"]
    assert annotate_docx(content, report_at(read(content), ())).content == content


def test_what_was_said_before_goes_when_nothing_is_left_to_say() -> None:
    content = HARD["people"]
    once = annotate_docx(content, report_on(content, "before")).content
    clean = annotate_docx(once, report_at(read(once), ()))
    assert clean.remarks == 0 and [each.author for each in comments_of(clean.content)] == ["Mina Park"]


def test_what_word_keeps_beside_our_comments_goes_with_them_and_answers_of_people_stay() -> None:
    w15, cid = "http://schemas.microsoft.com/office/word/2012/wordml", "http://schemas.microsoft.com/office/word/2016/wordml/cid"
    content = word_file(
        paragraph(commented(1, run("It ")), commented(2, run("failed")), "."),
        comments=comments((1, AUTHOR, "[error] old", "0A"), (2, "Mina Park", "I mended it", "0B")),
        commentsExtended=f'<w15:commentsEx xmlns:w15="{w15}"><w15:commentEx w15:paraId="0A" w15:done="0"/><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="1"/></w15:commentsEx>',
        commentsIds=f'<c:commentsIds xmlns:c="{cid}"><c:commentId c:paraId="0A" c:durableId="11"/><c:commentId c:paraId="0B" c:durableId="12"/></c:commentsIds>',
        people=f'<w15:people xmlns:w15="{w15}"><w15:person w15:author="{AUTHOR}"/><w15:person w15:author="Mina Park"/></w15:people>',
    )
    copy = annotate_docx(content, report_on(content, "It")).content
    assert [(each.author, each.words) for each in comments_of(copy)] == [(AUTHOR, "It"), ("Mina Park", "failed")]
    extended = xml(copy, "word/commentsExtended.xml")
    assert "0A" not in extended and 'w15:paraId="0B" w15:done="1"' in extended
    assert "0A" not in xml(copy, "word/commentsIds.xml") and 'durableId="12"' in xml(copy, "word/commentsIds.xml")
    assert AUTHOR not in xml(copy, "word/people.xml") and "Mina Park" in xml(copy, "word/people.xml")


def test_check_finds_the_same_in_an_annotated_copy_and_obeys_none_of_our_comments(tmp_path: Path) -> None:
    assert OURS == AUTHOR
    original = next(path for path in EXAMPLES if path.parent.name == "poor" and path.stem == "ko-ml-junior")
    report = checked(original)
    content = annotate_docx(original.read_bytes(), report).content
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        told = file.read("word/comments.xml").replace("[오류]".encode(), b"careerlint: ignore-file")
        obeyed = {info.filename: told if info.filename == "word/comments.xml" else file.read(info) for info in file.infolist()}
    for name, data in (("plain", content), ("commanding", zipped(obeyed))):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(data)
        again = checked(path)
        assert [(each.fingerprint, each.span) for each in again.findings] == [(each.fingerprint, each.span) for each in report.findings]
        assert again.suppressions == ()


def test_a_signed_file_is_said_so() -> None:
    with zipfile.ZipFile(io.BytesIO(word_file(paragraph("It failed.")))) as file:
        content = zipped({**{info.filename: file.read(info) for info in file.infolist()}, "_xmlsignatures/sig1.xml": "<a/>"})
    assert annotate_docx(content, report_on(content, "failed")).told == ("the document bears a digital signature, which is not valid in the copy",)


def test_letters_that_xml_forbids_are_written_as_ones_it_takes() -> None:
    content = HARD["runs"]
    document = read(content)
    report = report_at(document, [span_of(document, "network")])
    finding = report.findings[0]
    object.__setattr__(finding, "why", "a\x0bb\ufffe <w:p> & ]]>")
    (found,) = ours(annotate_docx(content, report).content)
    assert "<w:p> & ]]>" in found.text and "\x0b" not in found.text


def test_many_findings_on_one_word_are_comments_of_their_own() -> None:
    content = HARD["runs"]
    document = read(content)
    span = span_of(document, "network")
    assert [each.words for each in ours(annotate_docx(content, report_at(document, [span, span, Span(span.start, span.end + 1)])).content)] == ["network,", "network", "network"]


@pytest.mark.parametrize("name", sorted(set(HARD) - {"strict"}))
def test_another_library_reads_the_comments(name: str) -> None:
    content = HARD[name]
    word = read(content).text.split()[0]
    opened = docx.Document(io.BytesIO(annotate_docx(content, report_on(content, word)).content))
    (found,) = [each for each in opened.comments if each.author == AUTHOR]
    assert (found.initials, found.timestamp) == ("cl", None)
    assert [line.text for line in found.paragraphs] == [f"[Error] {word}", "Why: reason", "Try: scaffold", "They will ask: asked?", "STO001 bare-failure"]
