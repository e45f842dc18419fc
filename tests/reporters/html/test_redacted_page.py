"""A redacted page: no word of the documents on it, but every count, rule and place."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest
from pages import EXAMPLES, look, page_on, run_on, text_file, words_of
from typer.testing import CliRunner

from browser_pages import Opener
from careerlint.cli.application import application
from careerlint.model.families import FAMILIES
from careerlint.reporters.html import render_html
from careerlint.reporters.html.page import asset
from careerlint.reporters.html.said import _OWN
from careerlint.reporters.phrases import PHRASES

FILES = [EXAMPLES / "poor" / name for name in ("ko-ml-junior.docx", "en-new-graduate.pdf", "en-portfolio.md", "ko-data-analyst.txt", "ko-project-readme.md", "en-career-changer.docx")]
TEMPLATES = Path(asset.__wrapped__.__globals__["__file__"]).parent / "templates"


@lru_cache(maxsize=1)
def own_words() -> frozenset[str]:
    """Every word that a page may have of its own: the rules' texts, the frame's, style, script and markup."""
    texts = [text for said in _OWN.values() for text in said]
    texts += [text for family in FAMILIES.values() for text in family.name.values()]
    texts += [text for phrases in PHRASES.values() for text in phrases.values()]
    for rule in look().rules:
        texts += [rule.code, rule.name]
        texts += [text for held in (rule.summary, rule.message, rule.why, rule.rewrite, rule.question, rule.gap) for text in held.values()]
        texts += [text for wording in rule.wordings for held in wording.texts.values() for text in held.values()]
        texts += [text for variant in rule.variants.values() for text in variant.values()]
        texts += [text for examples in rule.examples.values() for sort in (examples.bad, examples.good) for text in sort]
    texts += [asset(name) for name in ("look.css", "page.css", "page.js")]
    texts += [path.read_text(encoding="utf-8") for path in TEMPLATES.iterdir() if path.suffix == ".j2"]
    return frozenset(words_of(texts))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_word_of_the_document_is_there(path: Path, language: str) -> None:
    report = run_on(path).reports[0]
    told = words_of([report.document.text, path.stem]) - own_words()
    assert len(told) >= 8
    page, whole = page_on(path, language=language, redact=True), page_on(path, language=language)
    assert len(told & words_of([whole])) >= 5
    assert told & words_of([page]) == set()
    for finding in report.findings:
        quoted = report.shown(finding.span)
        if words_of([quoted]) - own_words():
            assert quoted not in page
    assert "data:image" not in page
    assert path.name not in page and path.stem not in page


def test_counts_rules_and_places_stay(show: Opener) -> None:
    path = FILES[0]
    report = run_on(path).reports[0]
    shown, whole = show(page_on(path, redact=True)), show(page_on(path))
    for selector in (".counts", ".filters h2"):
        assert shown.page.locator(selector).inner_text() == whole.page.locator(selector).inner_text()
    places = ".card .place .in-ko"
    assert shown.page.locator(places).all_text_contents() == whole.page.locator(places).all_text_contents()
    codes = {code for card in shown.page.locator(".card .code a").all_inner_texts() for code in card.split()}
    assert codes == {finding.code for finding in report.findings}
    assert shown.page.locator("h1").inner_text() == "문서 1"
    assert shown.page.locator(".sheet").count() == 0
    assert shown.page.locator(".matrix tbody th").first.inner_text().startswith("항목")
    shown.page.keyboard.press("j")
    shown.page.keyboard.press("Enter")
    assert shown.complaints == []


def test_messages_do_not_repeat_what_they_quote(tmp_path: Path) -> None:
    text = "# Portfolio\n\n## Projects\n\n### Zanzibar quokka\n\n- We tried xylophonic quagga but the zyzzyva did not work.\n- Used Tensorflow as is.\n- Accuracy rose from 0.50 to 0.55 by 20%.\n"
    path = text_file(tmp_path, "Quillfeather resume.md", text)
    page = page_on(path, language="en", redact=True)
    assert "STO001" in page and "FMT013" in page and "HON004" in page
    for word in ("zanzibar", "quokka", "xylophonic", "quagga", "zyzzyva", "quillfeather", "{match}", "{right}", "tensorflow"):
        assert word not in re.sub(r"(?s)<section class=\"rules\".*", "", page).lower()


def test_what_a_fault_says_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("zyzzyva")

    path = text_file(tmp_path, "quagga.md", "# zyzzyva\n\nquagga\n")
    monkeypatch.setattr("careerlint.engine.Linter.examine", fail)
    run = run_on(path)
    assert "zyzzyva" in render_html(run, look())
    page = render_html(run, look(redact=True))
    assert "zyzzyva" not in page and "quagga" not in page
    assert "careerlint failed on this document." in page


def test_the_flag_is_for_pages_alone(tmp_path: Path) -> None:
    path = text_file(tmp_path, "quagga.md", "# Map\n\n- It did not work.\n")
    refused = CliRunner().invoke(application, ["check", str(path), "--redact"])
    assert refused.exit_code == 2
    assert "--redact is for --format html" in refused.output
    outcome = CliRunner().invoke(application, ["check", str(path), "--format", "html", "--redact", "--fail-on", "never"])
    assert outcome.exit_code == 0
    assert outcome.output.startswith("<!doctype html>")
    assert "quagga" not in outcome.output
