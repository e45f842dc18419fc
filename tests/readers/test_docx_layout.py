"""Tables of a .docx that only lay out the page, and tables and forms that stay what they are."""

from __future__ import annotations

import pytest
from docx_samples import cell, docx, item, paragraph, run, styled, table
from test_docx import checked

from careerlint.model.document import Block, Document

SIDE = styled("윤서아", "1") + paragraph("백엔드 개발자") + styled("기술", "ko2") + item("Python, Go") + item("Redis")
MAIN = styled("경력", "1") + styled("가람페이 (2022.03 – 2022.08)", "ko2") + item("정산 배치의 잠금을 풀었다") + item("알림 발송을 맡았다")
PLAIN = [
    ("heading", "윤서아"),
    ("paragraph", "백엔드 개발자"),
    ("heading", "기술"),
    ("item", "Python, Go"),
    ("item", "Redis"),
    ("heading", "경력"),
    ("heading", "가람페이 (2022.03 – 2022.08)"),
    ("item", "정산 배치의 잠금을 풀었다"),
    ("item", "알림 발송을 맡았다"),
]


def read(body: str) -> Document:
    return checked(docx(body))


def bold(text: str, size: int = 0) -> str:
    return paragraph(run(text, "<w:b/>" + (f'<w:sz w:val="{size}"/>' if size else "")))


def shape(document: Document) -> list[tuple[str, str]]:
    """Kind and words of the blocks that a reader sees, rows whole."""

    def below(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for block in blocks:
            if block.kind in ("list", "table"):
                found += below(block.children)
            else:
                found.append((block.kind, document.words(block.span)))
        return found

    return below(document.blocks)


@pytest.mark.parametrize(
    "body",
    [
        table((cell(SIDE), cell(MAIN))),
        table((cell(SIDE + MAIN),)),
        table((cell(SIDE),), (cell(MAIN),)),
        table((cell(SIDE), "", cell(MAIN))),
        table((cell(table((cell(SIDE),)) + paragraph("")), cell(table((cell(MAIN),)) + paragraph("")))),
        table((cell(styled("윤서아", "1") + paragraph("백엔드 개발자")),), (cell(styled("기술", "ko2") + item("Python, Go") + item("Redis")), cell(MAIN))),
        SIDE + table((cell(styled("경력", "1")), cell(MAIN.removeprefix(styled("경력", "1"))))),
    ],
    ids=["two cells", "one cell", "one below the other", "an empty one between", "tables in cells", "a head over both", "names of sections at the left"],
)
def test_a_layout_table_is_read_cell_after_cell(body: str) -> None:
    assert shape(read(body)) == PLAIN


def test_columns_without_styles_are_known_by_their_paragraphs() -> None:
    side = "".join(map(paragraph, ("Mara Feldt", "Leeds", "Python, SQL", "German")))
    main = bold("Experience", 28) + "".join(map(paragraph, ("Analyst, Northbridge Rail", "Rebuilt the delay report.", "Taught two colleagues.")))
    assert [words for _, words in shape(read(table((cell(side), cell(main)))))][4:] == ["Experience", "Analyst, Northbridge Rail", "Rebuilt the delay report.", "Taught two colleagues."]


def test_a_data_table_in_a_column_stays_a_table() -> None:
    inner = table(("Python", "3년"), ("Go", "1년"))
    assert shape(read(table((cell(SIDE), cell(MAIN + inner + paragraph("")))))) == [*PLAIN, ("row", "Python\t3년"), ("row", "Go\t1년")]


@pytest.mark.parametrize("title", [styled("Analyst, Northbridge Rail", "ko2"), bold("Analyst, Northbridge Rail")], ids=["styled", "bold"])
def test_a_time_line_gives_each_period_the_title_beside_it_and_its_bullets_below(title: str) -> None:
    rows = [(cell("2021.03 – 2023.05"), cell(title + item("Rebuilt the report") + item("Taught two"))), (cell("2018"), cell(title + item("Sorted letters")))]
    found = [words for _, words in shape(read(table(*rows)))]
    assert found == ["2021.03 – 2023.05\tAnalyst, Northbridge Rail", "Rebuilt the report", "Taught two", "2018\tAnalyst, Northbridge Rail", "Sorted letters"]


def test_a_title_and_its_period_in_two_cells_are_one_line_of_a_layout() -> None:
    rows = [(cell(bold("Analyst")), cell("2021 – 2023")), (cell(styled("Work", "1") + paragraph("Rebuilt the report.") + paragraph("Taught two.")),)]
    assert shape(read(table(*rows)))[:2] == [("paragraph", "Analyst\t2021 – 2023"), ("heading", "Work")]


def test_sections_beside_larger_bold_names() -> None:
    work = bold("Northbridge Rail") + item("Rebuilt the report") + item("Taught two")
    document = read(table((cell(bold("Experience", 30)), cell(work)), (cell(bold("Skills", 30)), cell(item("Python") + item("SQL")))))
    assert [words for _, words in shape(document)] == ["Experience", "Northbridge Rail", "Rebuilt the report", "Taught two", "Skills", "Python", "SQL"]


@pytest.mark.parametrize(
    "body",
    [
        table(("기간", "프로젝트명", "내용"), ("2022.03 – 2022.08", "정산", cell(item("잠금을 풀었다") + item("시험을 썼다") + item("문서를 남겼다")))),
        table(("성명", "윤서아", "전화", "000"), ("지원동기", cell(paragraph("정산을 고쳤다.") + paragraph("처음에는 실패했다.") + paragraph("원인을 찾았다.")))),
        table((cell(styled("Model", "ko2")), cell(styled("F1", "ko2"))), ("Trees", "0.8"), ("Baseline", "0.6")),
        table(("Python", "3 years"), ("Go", "1 year")),
        table(("2021 – 2023", "Northbridge Rail", "Analyst"), ("2018 – 2020", "Oak Foods", "Intern")),
        table(("Python",), ("SQL",)),
        table(("성명", "윤서아"), ("전화", "000"), ("주소", "서울"), (cell("".join(map(paragraph, ("장점", "꼼꼼하다.", "기록한다.")))), cell("".join(map(paragraph, ("단점", "느리다.", "미룬다.")))))),
    ],
    ids=["names of columns", "form", "headings as names of columns", "values", "jobs", "one column of words", "form with two long answers"],
)
def test_tables_of_data_and_forms_stay_tables(body: str) -> None:
    assert [block.kind for block in read(body).blocks] == ["table"]
