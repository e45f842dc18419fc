"""Pages on documents for the tests: made as the command makes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from careerlint.checking import check_files, finish_run
from careerlint.config import Config, chosen_rules
from careerlint.drawing import draw_document
from careerlint.model.finding import Run
from careerlint.reporters.html import render_html
from careerlint.reporters.look import Look
from careerlint.rules.rule_set import rule_set_of

EXAMPLES = Path(__file__).parents[3] / "examples"
KOREAN, ENGLISH = EXAMPLES / "poor" / "ko-ml-junior.docx", EXAMPLES / "poor" / "en-new-graduate.pdf"
CONFIG = Config(as_of=date(2026, 1, 1), use_cache=False)


def run_on(*paths: Path, config: Config = CONFIG) -> Run:
    """The run over these files."""
    return finish_run(check_files(list(paths), lambda _: config), config)


def look(language: str = "ko", *, redact: bool = False) -> Look:
    """How the command looks at a run."""
    rules = chosen_rules(rule_set_of((), True).rules, CONFIG)
    return Look(language=language, rules=rules, draw=draw_document, redact=redact)


def page_on(*paths: Path, language: str = "ko", redact: bool = False, config: Config = CONFIG) -> str:
    """The page on these files."""
    return render_html(run_on(*paths, config=config), look(language, redact=redact))


@lru_cache(maxsize=4)
def example_page(*names: str, language: str = "ko") -> str:
    """The page on some of the examples, made once."""
    return page_on(*(EXAMPLES / name for name in names), language=language)


def text_file(folder: Path, name: str, text: str) -> Path:
    """A file with this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def words_of(texts: Sequence[str]) -> set[str]:
    """All words of four letters and more, in small letters."""
    return {word for text in texts for word in re.findall(r"\w{4,}", text.lower())}
