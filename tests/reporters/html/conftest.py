"""A browser for the tests of the page, and pages opened in it that keep what they complained about."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_WATCH = "addEventListener('securitypolicyviolation', event => console.log('refused', event.violatedDirective, event.blockedURI));"


class Opened:
    """A page in the browser, with everything that it printed, asked the user or fetched."""

    def __init__(self, page: Any, path: Path) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.fetched: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", self._dismiss)
        page.on("request", lambda request: self.fetched.append(request.url[:60]))
        page.add_init_script(_WATCH)
        page.goto(path.as_uri())

    def _dismiss(self, dialog: Any) -> None:
        self.complaints.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def all(self, selector: str) -> Any:
        """The elements of a selector that can be seen."""
        return self.page.locator(f"{selector}:visible")

    def value(self, expression: str) -> Any:
        """What JavaScript makes of an expression."""
        return self.page.evaluate(expression)


Opener = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium; only where it is missing and nobody relies on it the tests are skipped."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None and os.environ.get("CI") != "true":
        pytest.skip("no Chromium here, in which the page could be looked at")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Opener]:
    """Opens the text of a page in a window of its own."""
    contexts: list[Any] = []

    def opener(text: str, width: int = 1440, height: int = 900, **how: Any) -> Opened:
        path = tmp_path / f"page-{len(contexts)}.html"
        path.write_text(text, encoding="utf-8", newline="\n")
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", **how))
        return Opened(contexts[-1].new_page(), path)

    yield opener
    for context in contexts:
        context.close()
