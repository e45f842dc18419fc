"""What the reader makes of every construct of a .docx, and that each letter knows its run."""

from __future__ import annotations

import io
import unicodedata
import zipfile

import pytest
from contract import check_contract
from docx_samples import (
    HEAD,
    NAMESPACES,
    STRICT,
    W,
    cell,
    docx,
    field,
    footnotes,
    header,
    item,
    package,
    paragraph,
    parts_of,
    run,
    styled,
    table,
    text_box,
)
from lxml import etree

from careerlint.model.document import Block, Document
from careerlint.model.place import Place, RunRange
from careerlint.readers.docx import read_docx
from careerlint.readers.limits import Limits, UnreadableError
from careerlint.readers.source_map import clean


def letters_at(data: bytes, place: Place) -> str:
    """The letters of a run range, counted anew from the XML."""
    assert isinstance(place, RunRange)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        root = etree.fromstring(file.read(place.part))
    namespace = "{" + (STRICT if STRICT in root.tag else W) + "}"
    owner = list(root.iter(namespace + "p"))[place.paragraph]
    runs = [each for each in owner.iter(namespace + "r") if next(each.iterancestors(namespace + "p")) is owner]
    letters = ""
    for element in runs[place.run]:
        name = str(element.tag).removeprefix(namespace)
        letters += {"t": element.text or "", "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}.get(name, "")
    assert 0 <= place.start <= place.end <= len(letters), place
    return clean(letters[place.start : place.end])


def read(body: str, **more: str) -> Document:
    """Read a sample and hold it against the contract."""
    return checked(docx(body, **more))


def checked(data: bytes) -> Document:
    document = read_docx(data, "sample.docx", Limits())
    check_contract(document, lambda place: letters_at(data, place))
    return document


def leaves(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.words(block.span)) for block in document.walk() if not block.children]


def only(document: Document, kind: str) -> Block:
    found = [block for block in document.walk() if block.kind == kind]
    assert len(found) == 1, found
    return found[0]


def marked(document: Document, kind: str) -> list[str]:
    return [document.words(mark.span) for mark in document.marks if mark.kind == kind]


def test_headings_come_from_styles_their_bases_and_outline_levels() -> None:
    document = read(
        styled("이력서", "t")
        + styled("경력", "1")
        + styled("Projects", "mine")
        + styled("학력", "ko2")
        + paragraph("Skills", '<w:outlineLvl w:val="2"/>')
        + paragraph("Body", '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>')
    )
    assert [(block.kind, block.level) for block in document.blocks] == [
        ("heading", 1), ("heading", 1), ("heading", 1), ("heading", 2), ("heading", 3), ("paragraph", 0),
    ]  # fmt: skip
    assert document.text == "이력서\n\n경력\n\nProjects\n\n학력\n\nSkills\n\nBody"
    assert document.blocks[1].size == 16.0


def test_look_is_resolved_through_styles_and_loops_end() -> None:
    document = read(
        paragraph(run("강조", '<w:rStyle w:val="strong"/>') + run(" all bold", "<w:b/>"))
        + styled("Loop", "loop")
        + styled("Self", "self")
        + paragraph(run("not ", '<w:b w:val="0"/>') + run("bold", "<w:b/>") + run(" big", '<w:sz w:val="40"/>'))
    )
    assert [block.bold for block in document.blocks] == [True, False, False, False]
    assert [block.size for block in document.blocks] == [11.0, 11.0, 11.0, 11.0]
    assert marked(document, "strong") == ["강조 all bold", "bold"]


def test_decomposed_hangul_is_composed_also_across_runs() -> None:
    decomposed = unicodedata.normalize("NFD", "서버 응답 시간을 단축")
    assert read(paragraph(decomposed)).text == "서버 응답 시간을 단축"
    # One letter of two runs: it belongs to the first, which does not hold all of it.
    across = read_docx(docx(paragraph(run("한" + "\u1100") + run("\u1161나"))), "", Limits())
    assert across.text == "한가나"
    assert [place.run for place in across.places(across.blocks[0].span) if isinstance(place, RunRange)] == [0, 1]


def test_tabs_breaks_hyphens_and_symbols() -> None:
    body = (
        "<w:r><w:t>2023.01</w:t><w:tab/><w:t>개발</w:t><w:br/><w:t>Next</w:t><w:cr/><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>"
    )
    document = read(paragraph(body))
    assert document.text == "2023.01\t개발\nNext\nco\u2011op"
    symbol = read_docx(docx(paragraph('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t xml:space="preserve"> Cut costs</w:t></w:r>')), "", Limits())
    assert only(symbol, "item").marker == "•"
    assert symbol.text == "Cut costs"


def test_nested_tables_merged_cells_and_empty_cells() -> None:
    inner = table(("기간", "6개월"))
    document = read(
        table(
            (cell("회사", '<w:vMerge w:val="restart"/>'), cell("팀", '<w:gridSpan w:val="100000000"/>')),
            (cell("지워짐", "<w:vMerge/>"), cell(f"{paragraph('역할')}{inner}<w:p/>")),
            ("", ""),
            ("가", ""),
        )
    )
    assert document.text == "회사\t팀\n\t역할\n기간\t6개월\n가\t"
    outer = document.blocks[0]
    assert outer.kind == "table"
    assert [child.kind for child in outer.children[1].children[1].children] == ["paragraph", "table"]
    assert len(outer.children[1].children[0].span) == 0


def test_header_rows_by_mark_and_by_look() -> None:
    marked_row = "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("Model") + cell("F1") + "</w:tr>"
    body = f"<w:tbl>{marked_row}<w:tr>{cell('A')}{cell('0.8')}</w:tr></w:tbl>"
    bold = table((cell(paragraph(run("모델", "<w:b/>"))), cell(paragraph(run("값", "<w:b/>")))), ("A", "0.8"))
    document = read(body + bold + table(("plain", "row"), ("other", "row")))
    heads = [[row.head for row in block.children] for block in document.blocks]
    assert heads == [[True, False], [True, False], [False, False]]


def test_content_controls_smart_tags_and_custom_xml_are_read() -> None:
    document = read(
        f"<w:sdt><w:sdtPr><w:alias w:val='not text'/></w:sdtPr><w:sdtContent>{paragraph('In a control')}</w:sdtContent></w:sdt>"
        + paragraph(f"<w:smartTag>{run('Seoul ')}<w:smartTag>{run('Korea')}</w:smartTag></w:smartTag>")
        + paragraph(f"<w:customXml>{run('custom ')}</w:customXml><w:sdt><w:sdtContent>{run('inline')}</w:sdtContent></w:sdt>")
        + f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>{cell('셀')}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>"
    )
    assert document.text == "In a control\n\nSeoul Korea\n\ncustom inline\n\n셀"


def test_tracked_changes_keep_what_stays_and_count_every_run() -> None:
    document = read(
        paragraph(
            f"<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins>{run('added ')}</w:ins>"
            f"<w:moveFrom>{run('away')}</w:moveFrom><w:moveTo>{run('moved')}</w:moveTo>"
        )
    )
    assert document.text == "added moved"
    place = document.places(document.blocks[0].span)[0]
    assert isinstance(place, RunRange)
    assert (place.paragraph, place.run) == (0, 1)


def test_links_have_their_targets() -> None:
    document = read(
        paragraph(
            run("Code: ") + f'<w:hyperlink r:id="rLink">{run("repository")}</w:hyperlink>'
            + run(", ") + field(' HYPERLINK "https://example.com/demo" ', "demo")
            + f'<w:fldSimple w:instr="HYPERLINK &quot;https://example.com/b&quot;">{run(" blog")}</w:fldSimple>'
        )
    )  # fmt: skip
    assert document.text == "Code: repository, demo blog"
    assert [(document.words(mark.span), mark.target) for mark in document.marks if mark.kind == "link"] == [
        ("repository", "https://github.com/example/app"), ("demo", "https://example.com/demo"), (" blog", "https://example.com/b"),
    ]  # fmt: skip


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = text_box(paragraph("In the box") + item("point"), paragraph("In the box"))
    document = read(paragraph(run("Anchor") + box) + paragraph("After"))
    assert leaves(document) == [("paragraph", "Anchor"), ("paragraph", "In the box"), ("paragraph", "point"), ("paragraph", "After")]


def test_notes_headers_and_footers_stand_at_the_end_once() -> None:
    section = (
        '<w:sectPr><w:footerReference r:id="footer1"/><w:headerReference r:id="header1"/>'
        '<w:headerReference r:id="header2"/></w:sectPr>'
    )
    document = read(
        paragraph(run("Body") + '<w:r><w:footnoteReference w:id="1"/></w:r>', section) + section,
        footnotes=footnotes("A note"),
        header1=header(paragraph("홍길동") + table(("a", "b"))),
        header2=header(paragraph("홍길동") + table(("a", "b"))),
        footer1=header(paragraph(field("PAGE", "1")), "ftr"),
    )
    assert leaves(document) == [("paragraph", "Body"), ("note", "A note"), ("header", "홍길동\na\nb"), ("footer", "1")]
    assert document.text.startswith("Body\n\nA note\n\n홍길동")


@pytest.mark.parametrize(
    "look", ["<w:vanish/>", '<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>', "<w:specVanish/>"]
)
def test_hidden_letters_are_marked(look: str) -> None:
    document = read(paragraph(run("seen ") + run("kubernetes expert", look)))
    assert marked(document, "hidden") == ["kubernetes expert"]


def test_white_letters_on_a_dark_ground_are_seen() -> None:
    white = '<w:color w:val="FFFFFF"/>'
    document = read(
        paragraph(run("run", white + '<w:shd w:val="clear" w:fill="000000"/>'))
        + paragraph(run("paragraph", white), '<w:shd w:val="clear" w:fill="333333"/>')
        + table((cell(paragraph(run("cell", white)), '<w:shd w:val="clear" w:fill="1F4E79"/>'),))
        + table((cell(paragraph(run("styled", white))),), properties='<w:tblStyle w:val="dark"/>')
        + paragraph(run("box") + text_box(paragraph(run("white in a box", white)), paragraph("x")))
        + paragraph(run("vanish off", '<w:vanish w:val="false"/>'))
    )
    assert marked(document, "hidden") == []


def test_numbered_and_bulleted_lists_nest_and_count() -> None:
    document = read(
        item("first", 2) + item("a", 2, 1) + item("b", 2, 1) + item("second", 2)
        + paragraph("between") + item("bullet") + item("deeper", 1, 1) + styled("by style", "ListBullet")
    )  # fmt: skip
    markers = [(block.marker, block.level) for block in document.walk() if block.kind == "item"]
    assert markers == [("1.", 1), ("1-a)", 2), ("1-b)", 2), ("2.", 1), ("•", 1), ("•", 2), ("•", 1)]
    assert [block.kind for block in document.blocks] == ["list", "paragraph", "list"]
    assert document.text == "first\na\nb\nsecond\n\nbetween\n\nbullet\ndeeper\nby style"
    first = document.blocks[0].children[0]
    assert [child.kind for child in first.children] == ["paragraph", "list"]


def test_typed_bullets_are_items_and_their_marker_is_no_text() -> None:
    document = read(
        paragraph("• API를 설계했다")
        + paragraph("\uf0b7\uc751답 시간을 줄였다")
        + paragraph("- deeper", '<w:ind w:left="720"/>')
        + paragraph("<w:r><w:t>성과</w:t><w:br/><w:t>· 하나</w:t><w:br/><w:t>· 둘</w:t><w:br/><w:t>이어짐</w:t></w:r>")
        + paragraph("-5 degrees is no item")
    )
    assert leaves(document) == [
        ("paragraph", "API를 설계했다"), ("paragraph", "응답 시간을 줄였다"), ("paragraph", "deeper"),
        ("paragraph", "성과"), ("paragraph", "하나"), ("paragraph", "둘\n이어짐"), ("paragraph", "-5 degrees is no item"),
    ]  # fmt: skip
    assert [(block.marker, block.level) for block in document.walk() if block.kind == "item"] == [
        ("•", 1), ("•", 1), ("-", 2), ("·", 1), ("·", 1),
    ]  # fmt: skip


@pytest.mark.parametrize("mark", "■◆◎►❖")
def test_a_lone_marked_line_is_a_heading_and_a_row_of_them_a_list(mark: str) -> None:
    document = read(paragraph(f"{mark} 경력 사항") + paragraph("무엇을 했다.") + paragraph(f"{mark} Python") + paragraph(f"{mark} Java"))
    assert [block.kind for block in document.blocks] == ["heading", "paragraph", "list"]
    assert document.text == "경력 사항\n\n무엇을 했다.\n\nPython\nJava"
    assert document.blocks[0].level == 0


def test_code_is_one_block_and_inline_code_a_mark() -> None:
    font = '<w:rFonts w:ascii="Consolas"/>'
    plain = paragraph("평범한 문장이 여기에 있다. " * 5)
    document = read(plain + styled("src/", "pre") + styled("  - main.py", "pre") + paragraph(run("run ") + run("make", font)))
    assert [block.kind for block in document.blocks] == ["paragraph", "code", "paragraph"]
    assert document.words(document.blocks[1].span) == "src/\n  - main.py"
    assert marked(document, "code") == ["make"]
    typewritten = read(paragraph(run("Everything is typewritten", font)))
    assert [block.kind for block in typewritten.blocks] == ["paragraph"]
    assert marked(typewritten, "code") == []


def test_pictures_formulas_and_ruby() -> None:
    picture = '<w:r><w:drawing><wp:inline><a:blip r:embed="rPicture"/></wp:inline></w:drawing></w:r>'
    ruby = f"<w:r><w:ruby><w:rt>{run('さん')}</w:rt><w:rubyBase>{run('山')}</w:rubyBase></w:ruby></w:r>"
    document = read(paragraph(run("see ") + picture + run("name ") + ruby))
    assert document.text == "see name 山"
    assert [(mark.kind, mark.target, mark.span.start) for mark in document.marks] == [("image", "word/media/image1.png", 4)]
    formula = read_docx(docx(paragraph(run("loss ") + "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>")), "", Limits())
    assert formula.text == "loss x=1"
    assert marked(formula, "math") == ["x=1"]


def test_backslash_names_and_strict_documents_are_read() -> None:
    parts = parts_of(styled("경력", "1") + paragraph("본문"))
    document = checked(package({name.replace("/", "\\"): content for name, content in parts.items()}))
    assert document.blocks[0].kind == "heading"
    strict = {
        name: content.replace(W, STRICT).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument"
        )
        for name, content in parts.items()
        if isinstance(content, str)
    }
    assert checked(package(dict(strict))).text == "경력\n\n본문"


def test_files_without_text_say_so() -> None:
    for data, kind in (
        (docx("<w:p/>"), "empty"),
        (package(parts_of("<w:p/>") | {"word/media/image1.png": b"\x89PNG"}), "no-text"),
        (package({"xl/workbook.xml": "<workbook/>"}), "broken"),
        (package({"word/document.xml": f"{HEAD}<w:document {NAMESPACES}/>"}), "broken"),
    ):
        with pytest.raises(UnreadableError) as caught:
            read_docx(data, "", Limits())
        assert caught.value.kind == kind


def test_too_much_text_is_refused() -> None:
    with pytest.raises(UnreadableError) as caught:
        read_docx(docx(paragraph("긴 글 " * 200) * 3), "", Limits(characters=1000))
    assert caught.value.kind == "too-large"
