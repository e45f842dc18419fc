"""The page in a browser: what ties both sides, the filter, the keyboard, the languages, screens, paper and access."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from pages import EXAMPLES, example_page, page_on, text_file

from browser_pages import Opened, Opener

DOCX, PDF = "poor/ko-ml-junior.docx", "poor/en-new-graduate.pdf"
CLEAN = "good/ko-portfolio.md"
PAGES = {"docx": (DOCX,), "pdf": (PDF,), "clean": (CLEAN,), "many": ("poor/en-portfolio.md", "good/en-new-graduate.docx", PDF)}


def is_seen(shown: Opened, element: str) -> bool:
    """Whether the element with this name is in the window."""
    box = shown.page.locator(f"#{element}").first.bounding_box()
    assert box is not None
    size = shown.page.viewport_size
    return bool(-1 <= box["y"] < size["height"] and -1 <= box["x"] < size["width"])


def current(shown: Opened) -> list[str]:
    return list(shown.value("[...document.querySelectorAll('[aria-current=true]')].map(card => card.id)"))


def focus(shown: Opened) -> str:
    return str(shown.value("document.activeElement.id"))


@pytest.mark.parametrize("name", PAGES)
def test_the_page_fetches_nothing_and_complains_of_nothing(show: Opener, name: str) -> None:
    shown = show(example_page(*PAGES[name]))
    shown.page.keyboard.press("j")
    shown.page.keyboard.press("?")
    assert [url for url in shown.fetched if not url.startswith(("file:", "data:"))] == []
    assert len([url for url in shown.fetched if url.startswith("file:")]) == 1
    assert shown.complaints == []


@pytest.mark.parametrize("name", [DOCX, PDF])
def test_a_card_and_its_words_lead_to_each_other(show: Opener, name: str) -> None:
    shown = show(example_page(name))
    card = shown.page.locator(".card.error:has(a.quote)").first
    target = card.locator("a.quote").get_attribute("href").removeprefix("#")
    card.locator("a.quote").click()
    assert focus(shown) == target
    assert is_seen(shown, target if name == DOCX else f"{target}-1")
    assert current(shown) == [card.get_attribute("id")]
    assert "lit" in shown.page.locator(f"#{target}").get_attribute("class").split()
    # From the words back to the card, by mouse.
    other = shown.page.locator(".sheet a[data-cards]:not([tabindex])").last
    (other if name == DOCX else other.locator(".strip").first).click()
    assert current(shown) == [other.get_attribute("data-cards").split()[0]]
    assert is_seen(shown, current(shown)[0])


def test_words_of_several_cards_open_one_after_the_other(show: Opener, tmp_path: Path) -> None:
    text = "# Portfolio\n\n## Projects\n\n### Map\n\n- It failed because the team was lazy, although I did my best.\n- We improved the accuracy significantly.\n"
    shown = show(page_on(text_file(tmp_path, "a.md", text), language="en"))
    several = shown.page.locator(".sheet a[data-cards*=' ']").first
    keys = several.get_attribute("data-cards").split()
    opened = []
    for _ in keys:
        several.click()
        opened += current(shown)
    assert opened == keys
    assert len(set(keys)) > 1


def test_the_keyboard_goes_through_the_cards(show: Opener) -> None:
    shown = show(example_page(DOCX))
    cards = shown.value("[...document.querySelectorAll('.card')].map(card => card.id)")
    shown.page.keyboard.press("j")
    assert current(shown) == [cards[0]] == [focus(shown)]
    for _ in range(9):
        shown.page.keyboard.press("j")
    assert current(shown) == [cards[9]]
    assert is_seen(shown, cards[9])
    shown.page.keyboard.press("k")
    assert current(shown) == [cards[8]]
    # Enter goes to the words, Escape back.
    shown.page.keyboard.press("Enter")
    assert shown.value("document.activeElement.closest('.sheet') !== null")
    assert cards[8] in shown.page.locator(f"#{focus(shown)}").get_attribute("data-cards").split()
    shown.page.keyboard.press("Escape")
    assert focus(shown) == cards[8]
    shown.page.keyboard.press("Escape")
    assert current(shown) == []


def test_a_korean_keyboard_works_too(show: Opener) -> None:
    shown = show(example_page(DOCX))
    shown.value("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ㅓ', code: 'KeyJ', bubbles: true}))")
    assert current(shown) == ["d1c1"]


def test_keys_of_the_browser_are_left_alone(show: Opener) -> None:
    shown = show(example_page(DOCX))
    shown.value("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', code: 'KeyJ', ctrlKey: true, bubbles: true}))")
    assert current(shown) == []
    shown.page.locator("select").first.focus()
    shown.page.keyboard.press("j")
    assert current(shown) == []


def test_help_opens_and_gives_the_focus_back(show: Opener) -> None:
    shown = show(example_page(DOCX))
    button = shown.page.locator("#help-opens")
    button.focus()
    shown.page.keyboard.press("?")
    assert shown.page.locator("dialog").is_visible()
    assert shown.value("document.activeElement.closest('dialog') !== null")
    shown.page.keyboard.press("j")
    assert current(shown) == []
    shown.page.keyboard.press("Escape")
    assert not shown.page.locator("dialog").is_visible()
    assert focus(shown) == "help-opens"
    button.click()
    shown.page.locator("#help-closes").click()
    assert not shown.page.locator("dialog").is_visible()


def test_the_filter_counts_and_says_when_nothing_is_left(show: Opener) -> None:
    shown = show(example_page(DOCX))
    count = "[...document.querySelectorAll('.card')].filter(card => card.checkVisibility()).reduce((sum, card) => sum + Number(card.dataset.count), 0)"
    every = shown.value(count)
    chips = {level: shown.page.locator(f"[data-chip={level}]") for level in ("error", "warning", "note")}
    told = {level: int(chip.inner_text().split()[-1]) for level, chip in chips.items()}
    assert sum(told.values()) == every == int(shown.page.locator(".total").inner_text())
    chips["error"].click()
    assert shown.all(".card.error").count() == 0
    assert shown.value(count) == every - told["error"]
    assert shown.page.locator(".total").inner_text() == f"{every - told['error']} / {every}"
    chips["error"].click()
    # One family; the number in brackets is what is seen.
    family = shown.page.locator("select[data-pick=family]")
    label = family.locator("option[value=HON]").inner_text()
    family.select_option("HON")
    assert f"({shown.value(count)})" in label
    assert {card.get_attribute("data-family") for card in shown.all(".card").all()} == {"HON"}
    # j goes to what is seen only.
    shown.page.keyboard.press("Tab")
    shown.value("document.activeElement.blur()")
    shown.page.keyboard.press("j")
    assert shown.page.locator(f"#{current(shown)[0]}").get_attribute("data-family") == "HON"
    for chip in chips.values():
        chip.click()
    assert shown.all(".card").count() == 0
    assert shown.all(".nothing").count() == 1
    shown.page.locator("[data-all]").click()
    assert shown.value(count) == every
    assert shown.all(".nothing").count() == 0


def test_sections_can_be_chosen(show: Opener) -> None:
    shown = show(example_page(DOCX))
    section = shown.page.locator("select[data-pick=section]")
    labels = section.locator("option").all_inner_texts()
    assert any(label.startswith("문서 전체") for label in labels)
    name = next(label for label in labels if label.startswith("소개 ("))
    section.select_option(label=name)
    assert {words.strip() for words in shown.all(".card a.quote").all_inner_texts()} == {"많이 부족하지만", "업계 최고의", "완벽하게 이해하고 있습니다", "성실하고 책임감"}


@pytest.mark.parametrize("name", [DOCX, PDF])
def test_a_cell_of_the_matrix_opens_the_statement_or_says_what_is_missing(show: Opener, name: str) -> None:
    shown = show(example_page(name))
    cell = shown.page.locator(".matrix td.there a").first
    target = cell.get_attribute("href").removeprefix("#")
    cell.click()
    assert focus(shown) == target
    assert is_seen(shown, target if name == DOCX else f"{target}-1")
    assert shown.page.locator(".lit-told").count() >= 1
    quote = cell.locator(".unseen .in-ko").text_content().partition(": 있습니다. ")[2].rstrip("…")
    key = shown.page.locator(f"#{target}").get_attribute("data-told").split()[0]
    told = "".join(shown.page.locator(f"[data-told~='{key}']").all_text_contents())
    assert "".join(quote.split()) in "".join(told.split())
    before = shown.page.locator(".answer").inner_text()
    shown.page.locator(".matrix td.absent button").first.click()
    assert shown.page.locator(".answer").inner_text() != before
    assert "찾지 못했습니다" in shown.page.locator(".answer").inner_text()


def test_one_switch_changes_the_language_of_the_frame_alone(show: Opener) -> None:
    shown = show(example_page(DOCX))
    message = shown.page.locator(".card .message").first.inner_text()
    assert shown.page.locator("h2 .in-ko", has_text="먼저 볼 세 가지").is_visible()
    assert shown.value("document.documentElement.lang") == "ko"
    shown.page.locator("label:has(#frame-en)").click()
    assert shown.page.locator("h2 .in-en", has_text="Look at these three first").is_visible()
    assert not shown.page.locator("h2 .in-ko", has_text="먼저 볼 세 가지").is_visible()
    assert shown.value("document.documentElement.lang") == "en"
    assert shown.page.locator("select option").first.inner_text() == "All"
    assert "was not found" in shown.page.locator("td.absent button").first.get_attribute("title")
    assert shown.page.locator(".card .message").first.inner_text() == message
    assert shown.page.locator(".card .message").first.get_attribute("lang") == "ko"
    assert [text for text in shown.all(".in-ko").all_inner_texts() if text] == []


@pytest.mark.parametrize("width", [320, 390, 700, 1000])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_screen(show: Opener, name: str, width: int) -> None:
    for language in ("ko", "en"):
        shown = show(example_page(*PAGES[name], language=language), width, 844)
        assert shown.value("document.documentElement.scrollWidth") <= width


def test_a_narrow_screen_shows_one_side_at_a_time(show: Opener) -> None:
    shown = show(example_page(DOCX), 390, 844)
    assert shown.all(".card").count() > 5
    assert not shown.page.locator(".sheet").is_visible()
    shown.page.locator(".card a.quote").nth(3).click()
    assert shown.page.locator(".sheet").is_visible()
    assert is_seen(shown, focus(shown))
    shown.page.locator(".sheet a[data-cards]:not([tabindex])").nth(3).click()
    assert not shown.page.locator(".sheet").is_visible()
    assert is_seen(shown, current(shown)[0])


def test_dark_follows_the_system_and_the_switch(show: Opener) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    light, dark = show(example_page(DOCX)), show(example_page(DOCX), color_scheme="dark")
    bright, dim = light.value(colour), dark.value(colour)
    assert bright != dim
    dark.page.locator("label:has(#theme-light)").click()
    assert dark.value(colour) == bright
    light.page.locator("label:has(#theme-dark)").click()
    assert light.value(colour) == dim


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(show: Opener, name: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()
    # The policy of the page refuses the script of the test as it refuses any other.
    shown = show(example_page(*PAGES[name]), color_scheme=scheme, bypass_csp=True)
    for language in ("ko", "en"):
        shown.page.locator(f"label:has(#frame-{language})").click()
        shown.page.keyboard.press("j")
        found = axe.run(shown.page).response["violations"]
        assert [(item["id"], item["nodes"][0]["html"][:200]) for item in found if item["impact"] in ("serious", "critical")] == []


def test_without_script_everything_can_be_read(show: Opener) -> None:
    page = example_page(DOCX)
    shown = show(page, java_script_enabled=False)
    assert shown.all(".card").count() == page.count('<article class="card ')
    assert shown.all(".needs-script").count() == 0
    assert shown.all(".card .message").count() == shown.all(".card").count()
    shown.page.locator(".card a.quote").first.click()
    assert "#d1e" in shown.page.url


@pytest.mark.parametrize("name", [DOCX, PDF])
def test_paper_has_the_findings_and_the_document(show: Opener, name: str) -> None:
    shown = show(example_page(name))
    content = shown.page.pdf(format="A4")
    pdf = pypdfium2.PdfDocument(content)
    text = "".join("".join(page.get_textpage().get_text_range() for page in pdf).split())
    for message in shown.page.locator(".card .message").all_text_contents():
        assert "".join(message.split())[:30] in text
    # The document itself: its words, or the pictures of both of its pages.
    assert ("KoBART미세조정에참여" in text) == (name == DOCX)
    assert sum(item.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE for page in pdf for item in page.get_objects()) == (0 if name == DOCX else 2)
    assert len(pdf) <= 8


def test_examples_are_where_the_tests_look() -> None:
    assert all((EXAMPLES / name).exists() for names in PAGES.values() for name in names)
