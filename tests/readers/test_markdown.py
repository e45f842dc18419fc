"""Markdown: what becomes text, which blocks and marks it has, and that every letter knows its place."""

from __future__ import annotations

import random
import time
import unicodedata

import pytest
from contract import check_contract

from careerlint.model.document import Block, Document
from careerlint.model.place import SourceRange
from careerlint.readers import UnreadableError, read_text
from careerlint.readers.limits import Limits


def markdown(source: str | bytes) -> Document:
    document = read_text(source, "sample.md")
    check_contract(document)
    return document


def kinds(document: Document) -> list[str]:
    return [block.kind for block in document.blocks]


def leaves(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.words(block.span)) for block in document.walk() if not block.children]


def marked(document: Document, kind: str) -> list[tuple[str, str]]:
    return [(document.words(mark.span), mark.target) for mark in document.marks if mark.kind == kind]


def first(document: Document, kind: str) -> Block:
    return next(block for block in document.walk() if block.kind == kind)


def test_headings_and_paragraphs() -> None:
    document = markdown("# 프로젝트 *개요* #\n\n본문 첫 줄\n둘째 줄  \n셋째 줄\n\n밑줄 제목\n---\n\n끝\n")
    assert document.text == "프로젝트 개요\n\n본문 첫 줄\n둘째 줄\n셋째 줄\n\n밑줄 제목\n\n끝"
    assert kinds(document) == ["heading", "paragraph", "heading", "paragraph"]
    assert [block.level for block in document.blocks] == [1, 0, 2, 0]
    assert marked(document, "emphasis") == [("개요", "")]


def test_places_are_lines_and_columns_of_the_source() -> None:
    document = markdown("# 제목\r\n\r\n성능을 **12% 높였다**.\r\n")
    start = document.text.index("12%")
    assert document.line_column(start) == (3, 7)
    assert document.end_line_column(start + len("12% 높였다")) == (3, 14)


def test_nested_lists_keep_marker_depth_and_order() -> None:
    document = markdown("- 하나\n  - 둘\n\n    둘의 문단\n  1) 셋\n- [x] 끝냄\n* 다른 목록\n")
    items = [(block.marker, block.level) for block in document.walk() if block.kind == "item"]
    assert items == [("-", 1), ("-", 2), ("1)", 2), ("- [x]", 1), ("*", 1)]
    assert document.text == "하나\n둘\n둘의 문단\n셋\n끝냄\n\n다른 목록"


def test_an_item_without_words_stays_as_an_empty_block() -> None:
    document = markdown("- 하나\n-\n- 셋\n")
    items = [document.words(block.span) for block in document.walk() if block.kind == "item"]
    assert items == ["하나", "", "셋"]


def test_tables_have_a_head_row_and_a_tab_between_cells() -> None:
    document = markdown("| 모델 | 값\\|단위 | |\n|---|---|---|\n| A | 0.91<br>(검증) | |\n| | | |\n| B | `x\\|y` | 비고 |\n")
    assert document.text == "모델\t값|단위\t\nA\t0.91\n(검증)\t\nB\tx|y\t비고"
    rows = [block for block in document.walk() if block.kind == "row"]
    assert [row.head for row in rows] == [True, False, False]
    assert [len(row.children) for row in rows] == [3, 3, 3]
    assert [document.words(cell.span) for cell in rows[1].children] == ["A", "0.91\n(검증)", ""]


def test_quotes_code_and_notes() -> None:
    document = markdown("> 인용\n>\n> - 점\n\n```py title\n  x = 1\n\n  y = 2\n```\n\n    들여쓴 코드\n\n글[^1]\n\n[^1]: 각주\n")
    assert kinds(document) == ["quote", "code", "code", "paragraph", "note"]
    assert first(document, "code").info == "py"
    assert leaves(document) == [
        ("paragraph", "인용"),
        ("paragraph", "점"),
        ("code", "  x = 1\n\n  y = 2"),
        ("code", "들여쓴 코드"),
        ("paragraph", "글"),
        ("note", "각주"),
    ]


def test_front_matter_is_no_text_but_a_rule_between_paragraphs_hides_nothing() -> None:
    document = markdown("---\nauthor: 비밀\ntags: [a]\n---\n\n본문\n\n---\n중간 제목\n---\n\n끝\n")
    assert "비밀" not in document.text
    assert document.text == "본문\n\n중간 제목\n\n끝"
    assert document.line_column(0) == (6, 1)
    assert markdown("---\n# 제목\n- 글\n---\n끝").text == "제목\n\n글\n\n끝"


def test_the_title_in_the_front_matter_heads_a_page_without_one() -> None:
    document = markdown('---\nlayout: page\ntitle: "공 올리기"\n---\n\n### 과정\n판을 깎았다.\n')
    assert leaves(document) == [("heading", "공 올리기"), ("heading", "과정"), ("paragraph", "판을 깎았다.")]
    assert document.line_column(0) == (3, 9)
    assert markdown("---\ntitle: 다른 것\n---\n# 공 올리기\n글\n").text == "공 올리기\n\n글"
    assert markdown("---\ntitle: {{ page.title }}\n---\n글\n").text == "글"


def test_front_matter_may_be_toml() -> None:
    document = markdown('+++\ntitle = "The weir"\ndate = 2020-05-01\n\n[taxonomies]\ntags = ["water"]\n+++\n\nThe gate closed.\n')
    assert leaves(document) == [("heading", "The weir"), ("paragraph", "The gate closed.")]
    assert "+++" in markdown("+++\nA line of plusses and prose\n+++\n\n# Weir\n").text


def test_indented_prose_is_no_code() -> None:
    document = markdown("## 과정\n\n    새 틀을 써 보려다가 막혀서 방향을 바꾸었다.\n    - 그림판을 먼저 만들었다.\n\n글\n\n    def f(x):\n        return x + 1\n")
    assert leaves(document) == [
        ("heading", "과정"), ("paragraph", "새 틀을 써 보려다가 막혀서 방향을 바꾸었다."), ("paragraph", "그림판을 먼저 만들었다."), ("paragraph", "글"),
        ("code", "def f(x):\n    return x + 1"),
    ]


def test_headings_without_a_space() -> None:
    document = markdown("##학력\n한빛대\n###경력\n- 창고\n\n#태그 #둘\n\n#####이름: 가\n")
    assert leaves(document) == [("heading", "학력"), ("paragraph", "한빛대"), ("heading", "경력"), ("paragraph", "창고"), ("paragraph", "#태그 #둘"), ("paragraph", "이름: 가")]


def test_links_images_and_addresses() -> None:
    source = (
        "[![배지](https://img.example/b.svg)](https://ci.example) [글](<https://a.example/x> 't') <https://b.example> "
        "https://c.example/길 (www.d.example/a_(b)). `https://e.example` <me@f.example>\n\n[참조][r] ![그림][r]\n\n[r]: https://g.example\n"
    )
    document = markdown(source)
    assert document.text.startswith("글 https://b.example https://c.example/길 (www.d.example/a_(b)).")
    assert marked(document, "link") == [
        ("글", "https://a.example/x"),
        ("https://b.example", "https://b.example"),
        ("https://c.example/", "https://c.example/"),
        ("www.d.example/a_(b)", "www.d.example/a_(b)"),
        ("me@f.example", "mailto:me@f.example"),
        ("참조", "https://g.example"),
    ]
    assert [target for _, target in marked(document, "image")] == ["https://img.example/b.svg", "https://g.example"]
    assert "배지" not in document.text
    assert "그림" not in document.text


def test_inline_marks_entities_escapes_and_code() -> None:
    document = markdown("**전부 굵다**\n\n가 &amp; 나&nbsp;다 \\~ ``a`b`` ~~옛말~~ $x^2$ :tada:\n")
    assert document.text == "전부 굵다\n\n가 & 나 다 ~ a`b 옛말 x^2 :tada:"
    assert document.blocks[0].bold
    assert not document.blocks[1].bold
    assert marked(document, "code") == [("a`b", "")]
    assert marked(document, "struck") == [("옛말", "")]
    assert marked(document, "math") == [("x^2", "")]
    start = document.text.index("&")
    assert document.line_column(start) == (3, 3)
    assert document.end_line_column(start + 1) == (3, 8)


def test_sums_of_money_and_ranges_are_not_markup() -> None:
    text = "비용을 $200/월→$50/월로, 2021.03~2022.02 / 2022.03~2023.01"
    assert markdown(text).text == text


def test_bold_that_commonmark_refuses_before_a_particle() -> None:
    document = markdown('핵심은 **"재현성"**을 높이는 것\n\n2**3은 그대로\n\n**끝나지 않는 *굵은 글\n')
    assert document.text == '핵심은 "재현성"을 높이는 것\n\n2**3은 그대로\n\n끝나지 않는 *굵은 글'
    assert marked(document, "strong") == [('"재현성"', "")]


def test_html_blocks_and_inline_html() -> None:
    source = """<h1 align="center"><br>  큰 <i>제목</i></h1>
<p align="center">글 <img src="a.png" width=10> 이어 x<sub>2</sub><br>다음 줄<br><br>새 문단 &lt;b&gt;
<!-- 숨긴 말 -->
</p>
<ul><li>가<li>나<ul><li>다</ul></ul>
<script>alert("비밀")</script>

글 속 <b>굵게</b> <a href='https://a.example'>링크</a><!-- 둘째 --> Vec<String> <company>
"""
    document = markdown(source)
    assert leaves(document) == [
        ("heading", "큰 제목"),
        ("paragraph", "글 이어 x2\n다음 줄"),
        ("paragraph", "새 문단 <b>"),
        ("paragraph", "가"),
        ("paragraph", "나"),
        ("paragraph", "다"),
        ("paragraph", "글 속 굵게 링크 Vec<String> <company>"),
    ]
    assert [words for _, words in document.comments] == ["숨긴 말", "둘째"]
    place = document.comments[0][0]
    assert isinstance(place, SourceRange)
    assert document.source[place.start : place.end] == "<!-- 숨긴 말 -->"
    assert ("링크", "https://a.example") in marked(document, "link")
    assert [block.level for block in document.walk() if block.kind == "item"] == [1, 1, 2]


def test_html_tables_with_markdown_inside() -> None:
    document = markdown("<table>\n<tr><th>이름</th><th>값</th></tr>\n<tr><td>\n\n**F1**\n\n</td><td>0.8\n0.9</td></tr>\n</table>\n\n뒤\n")
    assert document.text == "이름\t값\nF1\t0.8\n0.9\n\n뒤"
    assert [block.head for block in document.walk() if block.kind == "row"] == [True, False]
    assert kinds(document) == ["table", "paragraph"]


def test_details_are_ordinary_content_under_a_bold_line() -> None:
    document = markdown("<details>\n<summary>트러블슈팅 <b>보기</b></summary>\n\n- 원인\n\n</details>\n")
    assert kinds(document) == ["paragraph", "list"]
    assert document.blocks[0].bold
    assert document.text == "트러블슈팅 보기\n\n원인"


def test_bullet_glyphs_that_markdown_does_not_know() -> None:
    document = markdown("서론\n• 첫째\n• 둘째는\n이어진다\n\n※ 참고\n")
    assert leaves(document) == [
        ("paragraph", "서론"),
        ("paragraph", "첫째"),
        ("paragraph", "둘째는\n이어진다"),
        ("paragraph", "참고"),
    ]
    assert [block.marker for block in document.walk() if block.kind == "item"] == ["•", "•", "※"]


def test_a_file_tree_outside_a_fence_is_code() -> None:
    document = markdown("구조\n\nproject/\n├── data\n│   └── train.csv\n└── main.py\n\n끝\n")
    assert kinds(document) == ["paragraph", "code", "paragraph"]
    assert document.words(document.blocks[1].span) == "project/\n├── data\n│   └── train.csv\n└── main.py"


def test_remarks_in_link_definitions_are_comments() -> None:
    document = markdown("글\n\n[//]: # (나중에 고치기)\n")
    assert document.text == "글"
    assert [words for _, words in document.comments] == ["나중에 고치기"]


def test_gaps_count_blank_lines() -> None:
    document = markdown("# 가\n나\n\n다\n\n\n\n라\n")
    assert [block.gap for block in document.blocks] == [0.0, 0.0, 1.0, 3.0]


def test_decomposed_hangul_is_composed_and_keeps_its_place() -> None:
    words = "성능을 **개선**했다"
    source = unicodedata.normalize("NFD", words)
    document = markdown(source)
    assert document.text == "성능을 개선했다"
    start = document.text.index("개선")
    column = document.line_column(start)[1]
    assert source[column - 1 :].startswith(unicodedata.normalize("NFD", "개선"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp949"])
def test_every_encoding_and_line_end_gives_the_same_text(encoding: str) -> None:
    source = "# 이력서\n\n- 추천 모델로 CTR 3.2%를 4.1%로\n  - 원인: 로그 누락\n\n| a | b |\n|---|---|\n| 가 | 나 |\n"
    wanted = markdown(source).text
    assert markdown(source.replace("\n", "\r\n").encode(encoding)).text == wanted
    assert markdown(source.replace("\n", "\r").encode(encoding)).text == wanted


def test_control_and_private_letters_are_replaced_in_place() -> None:
    document = markdown("가\0나 \ue000 \uf0b7 \ud800 &#1; &#xf0b7;")
    assert document.text.startswith("가 나 \ufffd • \ufffd")


HOSTILE = {
    "delimiters": "*a_ " * 250_000,
    "open tags": "<a " * 100_000,
    "open quotes": "<a b='" * 20_000,
    "open comment": "글\n\n<!-- " + "x <!-- " * 50_000,
    "quotes in quotes": ">" * 10_000 + " x",
    "lists in lists": "".join("  " * depth + "- x\n" for depth in range(1_000)),
    "elements in elements": "<div><ul><li><table><tr><td>" * 20_000 + "x",
    "open bold": "<p>" + "<b>x" * 5_000,
    "brackets": "[" * 100_000,
    "marks on a letter": "a" + "\u0301\u0323" * 100_000,
    "attributes": "<img " + "a=b " * 50_000 + ">",
    "ampersands": "&" * 200_000,
    "addresses": "https://" + "a)" * 50_000,
    "backticks": "`a" * 50_000,
}


def test_a_comment_that_hides_all_is_told_with_its_line() -> None:
    with pytest.raises(UnreadableError, match="line 2") as caught:
        read_text("\n<!--\nHello, I am Mina.\n\n# Projects\n\nA map of bus stops.\n", "sample.md")
    assert caught.value.kind == "no-text" and "2행" in caught.value.message_ko
    assert markdown("Hello, I am Mina.\n\n<!--\nTo be written.\n").text == "Hello, I am Mina."
    assert markdown("<!-- To be written. -->\n").text == ""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_seconds_at_most(name: str) -> None:
    before = time.process_time()
    document = read_text(HOSTILE[name], "sample.md")
    # Quadratic behaviour on these sizes takes minutes; a slow machine must not fail the test.
    assert time.process_time() - before < 25
    assert len(document.pieces) <= len(document.text)
    assert max((depth for depth, _ in _depths(document.blocks, 1)), default=0) < 60


def _depths(blocks: tuple[Block, ...], depth: int) -> list[tuple[int, Block]]:
    return [each for block in blocks for each in [(depth, block), *_depths(block.children, depth + 1)]]


def test_too_long_and_blank_text_is_refused() -> None:
    with pytest.raises(UnreadableError) as long:
        read_text("글 " * 100, "sample.md", Limits(characters=50))
    assert long.value.kind == "too-large"
    with pytest.raises(UnreadableError) as blank:
        read_text(" \n\n", "sample.md")
    assert blank.value.kind == "empty"


@pytest.mark.parametrize(
    "source",
    [
        "# Tracker\n\n## Setup\n\nMake the database by hand.\n\n# Run my setup script\nnpm run setup-db\n\nThen open it.\n",
        "# 지도\n\n## 설치\n\n# 가상 환경 만들기\npython -m venv venv\n\n## 결과\n",
        "# Tool\n\n## Run\n\ncd tool\n# install\npip install -r requirements.txt\n",
        "# Tool\n\n## Run\n\n# start the server\n$ ./serve --port 80\n",
        "# Tool\n\n## Run\n\n# build it\nmake\n",
    ],
)
def test_the_comment_of_a_command_outside_a_fence_is_no_heading(source: str) -> None:
    document = markdown(source)
    assert [document.words(block.span) for block in document.walk() if block.kind == "heading" and block.level == 1] == [source[2 : source.index("\n")]]


@pytest.mark.parametrize(
    "source",
    [
        "# Tool\n\n# Installation\npip install tool\n\n# Usage\npython tool.py\n",
        "# Tool\n\n## Why\n\n# Installation\npip install tool\n",
        "# Tool\n\n## Why\n\n# Make it work\nMake sure that you have Python 3.\n",
        "# Tool\n\n## Why\n\n# Node and I\nnode is what I learned first, and it was hard.\n",
    ],
)
def test_a_heading_above_a_command_stays_one(source: str) -> None:
    assert "code" not in kinds(markdown(source))


@pytest.mark.parametrize(
    ("source", "headings"),
    [
        ("# App\n\n1. **Install:**\n  ```bash\n  npm install\n\n2.  **Start:**\n   ```bash\n   npm start\n\n## Overview\n\n- I started with the screen.\n", ["App", "Overview"]),
        ("# 앱\n\n```\nnpm start\n\n## 회고\n\n처음에는 서버가 자주 멈춰서 원인을 찾았다.\n", ["앱", "회고"]),
        ("# App\n\n```bash\nnpm start\n\n## Tests\n\n```bash\nnpm test\n```\n\n## End\n\nWe finished it in four short weeks.\n", ["App", "Tests", "End"]),
        ("# App\n\n~~~sh\nnpm start\n\n## Parts\n\n### Screen\n\n- It draws.\n", ["App", "Parts", "Screen"]),
    ],
)
def test_a_fence_left_open_ends_at_the_next_heading(source: str, headings: list[str]) -> None:
    document = markdown(source)
    assert [document.words(block.span) for block in document.walk() if block.kind == "heading"] == headings


@pytest.mark.parametrize(
    "source",
    [
        "# App\n\n```python\nimport os\n\n## Load the data\n\ndata = os.listdir()\n",
        "# App\n\n```markdown\n# Title\n\n## Part\n\nSome words that are shown as they are typed.\n",
        "# App\n\n```bash\n# first step\n\n# second step\nnpm start\n```\n",
        "# App\n\n```\n## Part\n\nThese are words that somebody shows in a fence.\n```\n",
    ],
)
def test_comments_inside_a_fence_end_nothing(source: str) -> None:
    assert [block.kind for block in markdown(source).blocks] == ["heading", "code"]


FRAGMENTS = (
    "# 가\n", "- 나\n", "  - 다\n", "    코드\n", "| a | b |\n|---|---|\n| 가 | |\n", "<td>", "</td>", "<tr>", "<table>", "</table>",
    "<ul>", "<li>", "</ul>", "**", "*", "`", "```\n", "> ", "\n", "\n\n", "<br>", "<!--", "-->", "<summary>", "</details>", "[a](b)",
    "![x](y)", "&amp;", "&nbsp;", "\u1100\u1161", "\u0301", "e", "• ", "├── x\n", "$x$", "~~", "<p>", "</p>", "<b>", "</b>", "<pre>",
    "</pre>", "<h2>", "</h2>", "\r\n", "\t", "1. ", "[^1]", "[^1]: n\n", "---\n", "https://a.b/c ", "<blockquote>", "\\|", "글 ", "\xa0",
)  # fmt: skip


@pytest.mark.parametrize("name", ["sample.md", "sample.txt"])
def test_fragments_in_any_order_keep_the_contract(name: str) -> None:
    chance = random.Random(20)
    for _ in range(400):
        source = "".join(chance.choice(FRAGMENTS) for _ in range(chance.randint(3, 25))) + "끝"
        try:
            check_contract(read_text(source, name))
        except AssertionError as failure:
            raise AssertionError(source) from failure
        except UnreadableError as hidden:
            assert hidden.kind == "no-text" and "<!--" in source, source


PLAIN = "Mina Okoye\nProjects\nBus stops (Feb – Dec 2025)\nWrote the map of 40 stops.\nSkills\nPython, SQL\nLanguages\nEnglish, Igbo\n"


def test_a_page_without_any_markdown_is_read_by_its_lines() -> None:
    document = read_text(PLAIN, "cv.md")
    assert document.plain and document.format == "md"
    assert not read_text(PLAIN + "- a bullet\n", "cv.md").plain
    assert not read_text("One line.\nAnother.\n", "cv.md").plain


def test_a_bullet_that_was_never_filled_in_makes_no_heading() -> None:
    document = read_text("1. It needs these rights:\n    - \n    - \n2. Then run it.\n", "README.md")
    assert all(block.kind != "heading" for block in document.walk())
    assert any(block.kind == "heading" for block in read_text("Rights\n---\n\nNone.\n", "README.md").walk())
