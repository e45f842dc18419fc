"""Word documents for the tests of annotated copies: every construction that makes it hard to comment on exactly the words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {"comments": "comments", "footnotes": "footnotes", "endnotes": "endnotes", "header1": "header", "footer1": "footer", "styles": "styles"}
_BESIDE = {
    "commentsExtended": (f"{_WORD}.commentsExtended+xml", "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"),
    "commentsIds": (f"{_WORD}.commentsIds+xml", "http://schemas.microsoft.com/office/2016/09/relationships/commentsIds"),
    "people": (f"{_WORD}.people+xml", "http://schemas.microsoft.com/office/2011/relationships/people"),
}
_STYLES = (
    f'{HEAD}<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="a5"><w:name w:val="annotation text"/></w:style>'
    '<w:style w:type="character" w:styleId="a6"><w:name w:val="annotation reference"/><w:rPr><w:sz w:val="18"/></w:rPr></w:style></w:styles>'
)


def run(text: str, look: str = "", space: bool = True) -> str:
    """A w:r with one w:t."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t{" xml:space=" + chr(34) + "preserve" + chr(34) if space else ""}>{text}</w:t></w:r>'


def paragraph(*content: str) -> str:
    """A w:p of runs; plain text becomes a run."""
    return f"<w:p>{''.join(each if each.startswith('<') else run(each) for each in content)}</w:p>"


def field(instruction: str, *results: str) -> str:
    """A complex field."""
    kinds = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f'{kinds[0]}<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>{kinds[1]}{"".join(results)}{kinds[2]}'


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell is a paragraph or whatever it says."""
    cells = ["".join(f"<w:tc>{each if each.startswith(('<w:p', '<w:t')) else paragraph(each)}</w:tc>" for each in row) for row in rows]
    grid = '<w:gridCol w:w="3000"/>' * len(rows[0])
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(f'<w:tr>{each}</w:tr>' for each in cells)}</w:tbl>"


def text_box(text: str) -> str:
    """A run with a drawn text box, stored twice as Word does."""
    content = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    shape = (
        '<wp:inline><wp:extent cx="2000000" cy="500000"/><wp:docPr id="7" name="Box"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="500000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>"
    )
    fallback = f'<w:pict><v:shape style="width:150pt;height:40pt"><v:textbox>{content}</v:textbox></v:shape></w:pict>'
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{shape}</w:drawing></mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def part(name: str, content: str) -> str:
    """A part with one root element."""
    return f"{HEAD}<w:{name} {SPACES}>{content}</w:{name}>"


def notes(kind: str, *texts: str) -> str:
    """The part of footnotes or endnotes, numbered from 1."""
    inner = "".join(f'<w:{kind} w:id="{index}">{paragraph(text)}</w:{kind}>' for index, text in enumerate(texts, 1))
    return part(f"{kind}s", inner)


def comments(*entries: tuple[int, str, str, str]) -> str:
    """The part of comments: identifier, author, text, paragraph identifier ("" for none)."""
    inner = "".join(
        f'<w:comment w:id="{identifier}" w:author="{author}" w:date="2026-01-02T03:04:05Z" w:initials="x">'
        f'<w:p{f" w14:paraId={chr(34)}{para}{chr(34)}" if para else ""}>{run(text)}</w:p></w:comment>'
        for identifier, author, text, para in entries
    )
    return part("comments", inner)


def commented(identifier: int, *content: str) -> str:
    """Runs under a comment."""
    return (
        f'<w:commentRangeStart w:id="{identifier}"/>{"".join(content)}<w:commentRangeEnd w:id="{identifier}"/>'
        f'<w:r><w:commentReference w:id="{identifier}"/></w:r>'
    )


def word_file(body: str, section: str = "", main: str = "", **parts: str) -> bytes:
    """A whole .docx; `parts` are contents of word/NAME.xml, `section` stands in the last w:sectPr."""
    parts = {"styles": _STYLES, **parts}
    overrides = f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    links = f'<Relationship Id="rLink" Type="{R}/hyperlink" Target="https://example.com/app" TargetMode="External"/>'
    for name in parts:
        content_type, kind = _BESIDE.get(name) or (f"{_WORD}.{_TYPES[name]}+xml", f"{R}/{_TYPES[name]}")
        overrides += f'<Override PartName="/word/{name}.xml" ContentType="{content_type}"/>'
        links += f'<Relationship Id="r{name}" Type="{kind}" Target="{name}.xml"/>'
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    entries = {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f"{overrides}</Types>"
        ),
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{relations}"><Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": main or f"{HEAD}<w:document {SPACES}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>",
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{relations}">{links}</Relationships>',
        **{f"word/{name}.xml": content for name, content in parts.items()},
        "word/media/empty.bin": "\0\1\2" * 400,
    }
    return zipped(entries)


def zipped(entries: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these entries, every other one stored, each with a date of its own."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for index, (name, content) in enumerate(entries.items()):
            method = zipfile.ZIP_STORED if index % 2 else zipfile.ZIP_DEFLATED
            file.writestr(zipfile.ZipInfo(name, (2020, 1, 1 + index, 10, 20, 30)), content, method)
    return buffer.getvalue()


def strict(content: bytes) -> bytes:
    """The same document as strict Open XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return zipped({
            info.filename: file.read(info).replace(W.encode(), STRICT_W.encode()).replace(R.encode(), STRICT_R.encode())
            for info in file.infolist()
        })


BOLD = "<w:b/>"
HARD: Mapping[str, bytes] = {
    "runs": word_file(
        paragraph(run("We tried ", BOLD), run("a larger net", "<w:rStyle w:val='a6'/><w:b/><w:i/><w:color w:val='FF0000'/>"), run("work, but it did not.")) + paragraph("Next line.")
    ),
    "blanks": word_file(paragraph(run(" two words ", space=False), run("and three more ", space=False), run("end", space=False))),
    "whitespace letters": word_file(paragraph(
        "<w:r><w:lastRenderedPageBreak/><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t><w:softHyphen/>"
        '<w:t xml:space="preserve"> five </w:t><w:cr/><w:t>six</w:t></w:r>'
    )),
    "decomposed": word_file(paragraph("앞의 말 ", run("데이터".encode().decode()), run("\u1103\u1166\u110b\u1175\u1110\u1165 탓에 실패했습니다"))),
    "link": word_file(paragraph("See ", f'<w:hyperlink r:id="rLink">{run("the app ", "<w:u w:val=" + chr(34) + "single" + chr(34) + "/>")}{run("that failed")}</w:hyperlink>', " at once.")),
    "table": word_file(table(("Project", "Result"), ("Harbour maps", "It did not work")) + paragraph("After the table.")),
    "nested table": word_file(table((table(("inner one", "inner two")) + paragraph("under it"), "outer two")) + paragraph("After.")),
    "controls": word_file(
        f'<w:sdt><w:sdtPr><w:alias w:val="Block"/></w:sdtPr><w:sdtContent>{paragraph("Inside a block control.")}</w:sdtContent></w:sdt>'
        + paragraph("Before ", f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('inside a control')}</w:sdtContent></w:sdt>", " and after.")
    ),
    "changes": word_file(paragraph(
        "Kept ", f'<w:ins w:id="901" w:author="Mina" w:date="2026-01-02T03:04:05Z">{run("inserted words here")}</w:ins>',
        '<w:del w:id="902" w:author="Mina"><w:r><w:delText>deleted words</w:delText></w:r></w:del>', " and ",
        f'<w:moveTo w:id="903" w:author="Mina">{run("moved words")}</w:moveTo>', " stay.",
    )),
    "smart tag": word_file(paragraph("In ", f'<w:smartTag w:element="place">{run("New ")}{run("Harbour")}</w:smartTag>', " we failed.", f'<w:customXml w:element="x">{run(" More of it.")}</w:customXml>')),
    "fields": word_file(paragraph(
        "Dated ", field(" DATE ", run("2 January "), run("2026")), " and ", field(' HYPERLINK "https://example.com" ', run("a link that failed")),
        f'<w:fldSimple w:instr=" AUTHOR ">{run(" by Mina Park")}</w:fldSimple>', ".",
    )),
    "field in one run": word_file(paragraph(
        "Before ", '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> AUTHOR </w:instrText><w:fldChar w:fldCharType="separate"/>'
        '<w:t>Mina Park</w:t><w:fldChar w:fldCharType="end"/></w:r>', " after.",
    )),
    "formula": word_file(paragraph("The loss ", "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", " did not fall.")),
    "marks": word_file(
        paragraph('<w:bookmarkStart w:id="3" w:name="here"/>', "Marked ", '<w:bookmarkEnd w:id="3"/><w:proofErr w:type="spellStart"/>', run("wrods"), '<w:proofErr w:type="spellEnd"/>', " stay."),
    ),
    "ruby": word_file(paragraph("Read ", f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('han')}</w:rt><w:rubyBase>{run('漢字')}</w:rubyBase></w:ruby></w:r>", " aloud.")),
    "people": word_file(
        paragraph("Somebody ", commented(4, run("wrote about"), run(" this")), " before.") + paragraph("Another line."),
        comments=comments((4, "Mina Park", "Please shorten.", "")),
    ),
    "strict": strict(word_file(paragraph("Strict words ", f'<w:hyperlink r:id="rLink">{run("in a link")}</w:hyperlink>', " failed."))),
}
"""By name, documents in which every word can carry a comment, except where a formula or ruby holds it."""

BESIDE: Mapping[str, bytes] = {
    "box": word_file(paragraph("Beside the box.") + paragraph("The carrying line.", text_box("failed in a box")) + paragraph("Last line.")),
    "lone box": word_file(paragraph(text_box("failed in a box"))),
    "header": word_file(
        paragraph("First line.") + paragraph("Last line."), '<w:headerReference w:type="default" r:id="rheader1"/>', header1=part("hdr", paragraph("failed in a header"))
    ),
    "footer": word_file(
        paragraph("First line.") + paragraph("Last line."), '<w:footerReference w:type="default" r:id="rfooter1"/>', footer1=part("ftr", paragraph("failed in a footer"))
    ),
    "footnote": word_file(paragraph("First line.") + paragraph("With a note", '<w:r><w:footnoteReference w:id="1"/></w:r>', " here."), footnotes=notes("footnote", "failed in a note")),
    "endnote": word_file(paragraph("With a note", '<w:r><w:endnoteReference w:id="1"/></w:r>', " here."), endnotes=notes("endnote", "failed in a note")),
    "hidden": word_file(paragraph("Shown line.") + paragraph(run("failed in hiding", "<w:vanish/>"))),
    "formula alone": word_file(paragraph("Shown line.") + paragraph("<m:oMath><m:r><m:t>failed=1</m:t></m:r></m:oMath>")),
}
"""By name, documents whose word "failed" stands where Word holds no comments."""
