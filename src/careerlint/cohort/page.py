"""Page: a template of the room as one file that needs nothing beside it and lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from careerlint.cohort.page_words import word
from careerlint.reporters.clean_text import on_one_line
from careerlint.reporters.marks import LEVEL_MARKS

Pair = tuple[str, str]
"""A text in Korean and in English."""


def write_page(template: str, language: str, values: Mapping[str, Any]) -> str:
    """The page; its policy allows its own style and script and nothing else, not even a picture."""
    style, script = _style(), _text("page.js")
    allowed = ("default-src 'none'", f"style-src '{_digest(style)}'", f"script-src '{_digest(script)}'", "base-uri 'none'", "form-action 'none'")
    policy = "; ".join(allowed)
    own = {"language": language, "policy": policy, "style": Markup(style), "script": Markup(script), "marks": LEVEL_MARKS}
    return _environment().get_template(template).render(own | dict(values))


def pair_of(text: Callable[[str], str]) -> Pair:
    """What a function of the language says in both."""
    return text("ko"), text("en")


def said(pair: Pair) -> Markup:
    """A text in both languages, of which the switch of the page shows one; once where they are the same."""
    korean, english = pair
    if korean == english:
        return escape(korean)
    return Markup('<span class="in-ko" lang="ko">{}</span><span class="in-en" lang="en">{}</span>').format(korean, english)


def cut(text: str, most: int) -> str:
    """The text on one line, safe to show, in at most so many letters."""
    line = on_one_line(text)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def number(value: int) -> str:
    """A number with commas between thousands."""
    return f"{value:,}"


def share(count: int, all_of: int) -> str:
    """A share in per cent; nothing of nothing is none."""
    return f"{_per_cent(count, all_of)}%" if all_of else "·"


def heat(count: int, all_of: int) -> int:
    """A share in four steps, 0 for none."""
    return -(-_per_cent(count, all_of) // 25) if all_of else 0


def _per_cent(count: int, all_of: int) -> int:
    """Rounded, but never to none or all where it is neither."""
    return min(max(round(100 * count / all_of), count > 0), 100 if count == all_of else 99)


def _told(key: str, **blanks: object) -> Markup:
    return said(pair_of(lambda language: word(key, language, **blanks)))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("careerlint.cohort"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update(t=_told, pair=said, n=number, cut=cut, share=share, heat=heat)
    return environment


@lru_cache(maxsize=1)
def _style() -> str:
    return files("careerlint.reporters").joinpath("html", "look.css").read_text(encoding="utf-8") + _text("page.css")


def _text(name: str) -> str:
    return files("careerlint.cohort").joinpath("templates", name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
