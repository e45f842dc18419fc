"""Screenshots: pictures of the terminal report and of the page, made from the examples for the README.

    python examples/screenshots.py

writes docs/images/*.png. It needs Chromium and the Nanum fonts (fonts-nanum), which draw Korean letters two cells wide.
"""

from __future__ import annotations

import io
import os
import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from careerlint.checking import check_files, finish_run
from careerlint.config import Config, chosen_rules
from careerlint.drawing import draw_document
from careerlint.model.finding import Run
from careerlint.reporters.html import render_html
from careerlint.reporters.look import Look
from careerlint.reporters.terminal import render_terminal
from careerlint.rules.rule_set import rule_set_of

EXAMPLES = Path(__file__).parent
IMAGES = EXAMPLES.parent / "docs" / "images"
DOCUMENTS = {"ko": "poor/ko-ml-junior.docx", "en": "poor/en-new-graduate.pdf"}
MOST_BYTES = 300_000
WIDTH, HEIGHT = 1280, 860
COLUMNS = 96
CARDS = {"ko": 9, "en": 11}
"""How many cards the keyboard goes down before both sides are shown."""

CONFIG = Config(as_of=date(2026, 1, 1))
# The dark values of reporters/html/look.css, so that terminal and page look alike.
THEME = TerminalTheme(
    (21, 23, 26), (233, 231, 226),
    [(21, 23, 26), (255, 157, 146), (134, 212, 167), (242, 194, 92), (147, 195, 240), (200, 170, 240), (147, 195, 240), (233, 231, 226)],
)  # fmt: skip
TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #15171a; }}
pre {{ margin: 0; padding: 28px 32px; color: #e9e7e2; font: 16px/1.45 NanumGothicCoding, "Nanum Gothic Coding", monospace; }}
{stylesheet}
</style><pre>{code}</pre>"""


def main() -> None:
    """Make every picture anew."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    rules = chosen_rules(rule_set_of((), True).rules, CONFIG)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium") or shutil.which("google-chrome"), args=["--no-sandbox"])
        for language, name in DOCUMENTS.items():
            path = Path(os.path.relpath(EXAMPLES / name))
            run = finish_run(check_files([path], lambda _: CONFIG), CONFIG)
            look = Look(width=COLUMNS, color=True, language=language, rules=rules, draw=draw_document, root=str(EXAMPLES.parent.resolve()))
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce")
            file = Path(folder) / f"{language}.html"
            file.write_text(render_html(run, look), encoding="utf-8")
            page.goto(file.as_uri())
            save(page, f"page-{language}")
            for _ in range(CARDS[language]):
                page.keyboard.press("j")
            save(page, f"findings-{language}")
            file.write_text(terminal_page(run, look), encoding="utf-8")
            page.set_viewport_size({"width": 8 * COLUMNS + 64, "height": HEIGHT})
            page.goto(file.as_uri())
            save(page, f"terminal-{language}")
        browser.close()


def terminal_page(run: Run, look: Look) -> str:
    """The terminal report as a page of its own, in the colours of a terminal."""
    console = Console(width=look.width, record=True, file=io.StringIO(), force_terminal=True, color_system="standard", legacy_windows=False)
    console.print(Text.from_ansi(render_terminal(run, look)), soft_wrap=True)
    return console.export_html(theme=THEME, code_format=TERMINAL)


def save(page: Any, name: str) -> None:
    """What the window shows, in 256 colours: text loses nothing, and the file is a third as large."""
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(256, dither=Image.Dither.NONE)
    path = IMAGES / f"{name}.png"
    picture.save(path, optimize=True)
    size = path.stat().st_size
    print(f"{path.name}: {size // 1000} kB")
    if size > MOST_BYTES:
        raise SystemExit(f"{path.name} is too large for a README")


if __name__ == "__main__":
    main()
