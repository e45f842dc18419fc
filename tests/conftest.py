"""What tests of several rooms share: a browser to look at pages in, and limits of memory that end with the test."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browser_pages import Opened, Opener

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(autouse=True)
def _memory_as_before() -> Iterator[None]:
    """A worker bounds its memory for good; where a test plays a worker, the tests after it would run in those bounds."""
    if sys.platform != "linux":
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    yield
    resource.setrlimit(resource.RLIMIT_AS, before)


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
