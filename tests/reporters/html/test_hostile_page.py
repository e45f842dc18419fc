"""Documents of strangers on the page: nothing of them is executed, fetched, formatted or obeyed; all of it is text."""

from __future__ import annotations

import sys
from pathlib import Path

import docx
import pytest
from pages import page_on, text_file

from browser_pages import Opener
from careerlint.reporters.html import render_html

sys.path.insert(0, str(Path(__file__).parents[1]))
from hostile import PHONE, hostile_run, look
from runner import carried_out

ATTACKS = (
    "<script>window.reached = 1; alert('script')</script>",
    "<img src=x onerror=\"window.reached = 2\">",
    "<svg onload='window.reached = 3'><a href=\"javascript:window.reached=4\">x</a></svg>",
    "</style><style>body{display:none}</style>",
    "</script><script>window.reached = 5</script>",
    "x\" onmouseover=\"window.reached = 6\" style=\"position:fixed;width:expression(alert(1))\" y=\"",
    "{{ 7 * 191 }} {% for a in b %}{{ config }}{% endfor %} {# gone #} ${7*191} <%= 7*191 %>",
    "<iframe src='https://example.com/x'></iframe><link rel=stylesheet href=https://example.com/y>",
    "--><!-- <base href='https://example.com/'><meta http-equiv=refresh content='0;url=https://example.com'>",
    "&lt;b&gt; &amp; &#60;script&#62;",
)
LONG = "Longestwordever" * 60
BIDI = "safe \u202egnp.exe\u202c \u2066isolated\u2069"


def text_of(attacks: tuple[str, ...]) -> str:
    lines = "\n".join(f"- We tried {attack} but it did not work." for attack in attacks)
    return f"# {attacks[0]} Portfolio\n\n## Projects\n\n### {attacks[1]}\n\n{lines}\n- {LONG} failed.\n- {BIDI} failed.\n- [press here](javascript:window.reached=7) failed.\n"


def written(folder: Path, kind: str) -> Path:
    if kind != "docx":
        return text_file(folder, f"<img src=x onerror=alert(1)>.{kind}", text_of(ATTACKS))
    document = docx.Document()
    document.add_heading(ATTACKS[0] + " Portfolio", 1)
    document.add_heading("Projects", 1)
    document.add_heading(ATTACKS[1], 2)
    for attack in (*ATTACKS, LONG, BIDI.replace("\u202e", "").replace("\u202c", "")):
        document.add_paragraph(f"We tried {attack} but it did not work.", style="List Bullet")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = ATTACKS[3], ATTACKS[5]
    path = folder / "a.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize("kind", ["txt", "md", "docx"])
def test_nothing_of_a_hostile_document_runs(tmp_path: Path, show: Opener, kind: str) -> None:
    page = page_on(written(tmp_path, kind), language="en")
    shown = show(page)
    shown.page.mouse.move(300, 500)
    for link in shown.page.locator(".sheet a[data-cards]").all()[:12]:
        link.hover()
        link.click()
    assert shown.value("window.reached === undefined")
    assert shown.complaints == []
    assert [url for url in shown.fetched if not url.startswith(("file:", "data:"))] == []
    assert shown.page.locator("body").is_visible()
    assert shown.page.locator("script").count() == 1
    assert shown.page.locator("style").count() == 1
    assert shown.page.locator("iframe, base, svg, link[rel=stylesheet], meta[http-equiv=refresh], [onerror], [onload], [onmouseover], [style]").count() == 0
    assert {link.get_attribute("href")[0] for link in shown.page.locator("a").all()} == {"#"}
    text = shown.page.locator(".sheet").inner_text()
    if kind != "md":
        # Markdown takes markup for markup; elsewhere every letter is shown as it is written.
        for attack in ATTACKS:
            assert " ".join(attack.split()) in " ".join(text.split())
    assert "{{ 7 * 191 }}" in text and "1337" not in text
    assert "\u202e" not in page and "\u2066" not in page


@pytest.mark.parametrize("width", [390, 1440])
def test_a_very_long_word_breaks(tmp_path: Path, show: Opener, width: int) -> None:
    shown = show(page_on(written(tmp_path, "md")), width)
    assert shown.value("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_hostile_run_of_all_reports(show: Opener, language: str) -> None:
    """A .docx and a .pdf without files, a text full of controls, an unreadable file with a name of its own."""
    page = render_html(hostile_run(), look(language))
    assert page == render_html(hostile_run(), look(language))
    assert [letter for letter in ("\x1b", "\x07", "\u202e", "\u202c", "\u2028", "\x00", PHONE) if letter in page] == []
    assert carried_out(page) == []
    shown = show(page)
    assert shown.complaints == []
    assert shown.page.locator(".unread dt").inner_text() == "잠김 ##[error]::error::.pdf"
    assert shown.page.locator(".index tbody tr").count() == 4


def test_deep_and_wide_structures_are_drawn(tmp_path: Path, show: Opener) -> None:
    deep = "".join(f"{'  ' * depth}- level {depth} failed\n" for depth in range(60))
    quotes = "> " * 60 + "deep\n"
    wide = "| " + " | ".join(f"column {index}" for index in range(30)) + " |\n|" + "---|" * 30 + "\n| " + " | ".join("1" * 9 for _ in range(30)) + " |\n"
    page = page_on(text_file(tmp_path, "a.md", f"# T\n\n{deep}\n{quotes}\n{wide}"))
    for width in (390, 1440):
        shown = show(page, width)
        assert shown.value("document.documentElement.scrollWidth") <= width
        assert shown.complaints == []
    assert "level 59" in page and "deep" in page
