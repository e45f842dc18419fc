"""Page: one file without a network: its templates filled, its style and script named to the browser by their digests."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from careerlint.model.finding import Report, Run, Unreadable
from careerlint.model.rule import Rule
from careerlint.reporters.html.documents import document_view
from careerlint.reporters.html.said import Said, phrase
from careerlint.reporters.html.view import DocumentView, RuleView, Text, Unread
from careerlint.reporters.html.voice import name_of, reason_of
from careerlint.reporters.look import Look
from careerlint.reporters.marks import ABSENT, LEVEL_MARKS, STRENGTH_MARK, THERE

_POLICY = "default-src 'none'; img-src data:; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'"


def render_html(run: Run, look: Look) -> str:
    """The whole run as one page; the same run gives the same bytes."""
    rules = {rule.code: rule for rule in look.rules}
    documents: list[DocumentView] = []
    unread: list[Unread] = []
    for number, outcome in enumerate(run.outcomes, 1):
        if isinstance(outcome, Report):
            documents.append(document_view(outcome, number, look, rules))
        else:
            unread.append(_unread(outcome, number, look))
    # What is not escaped is our own: two style sheets, numbers and a script.
    style = Markup(asset("look.css") + asset("page.css") + "".join(map(_places, documents)))
    script = Markup(asset("page.js"))
    page = _environment().get_template("page.html.j2").render(
        frame=look.language, heading=look.title or _heading(documents, unread), titled=bool(look.title), documents=documents, unread=unread, rules=_rules(documents, rules),
        redacted=look.redact, silenced=look.silenced,
        made=phrase("made").filled(version=run.version, ruleset=run.ruleset[:12], day=run.as_of.isoformat()), style=style, script=script,
        policy=_POLICY.format(style=_digest(style), script=_digest(script)),
    )
    return page if page.endswith("\n") else page + "\n"


@lru_cache(maxsize=8)
def asset(name: str) -> str:
    """The text of a file of this package: the style sheets and the script."""
    return files("careerlint.reporters.html").joinpath(name).read_text(encoding="utf-8")


def _unread(outcome: Unreadable, number: int, look: Look) -> Unread:
    name, folder = name_of(outcome.path, number, look.root, look.redact)
    return Unread(folder + name if isinstance(name, str) else name, reason_of(outcome, look.redact))


def _heading(documents: list[DocumentView], unread: list[Unread]) -> Text:
    count = len(documents) + len(unread)
    return documents[0].name if count == 1 and documents else phrase("documents").filled(count=count)


def _rules(documents: list[DocumentView], rules: dict[str, Rule]) -> list[RuleView]:
    """The rules that the cards name, by code."""
    codes = sorted({code for document in documents for group in document.groups for card in group.cards for code in card.codes})
    return [_rule(rules[code]) for code in codes if code in rules]


def _rule(rule: Rule) -> RuleView:
    def both(texts: dict[str, str]) -> Said:
        return Said(texts.get("ko", ""), texts.get("en", ""))

    shown = {language: rule.shown(language) for language in rule.examples}
    bad = {language: _example(examples.bad) for language, examples in shown.items() if examples is not None}
    good = {language: _example(examples.good) for language, examples in shown.items() if examples is not None}
    if rule.family == "PRV":
        # Invented values would look like the writer's own.
        bad, good = {}, {}
    return RuleView(rule.code, rule.name, rule.level, both(dict(rule.summary)), both(dict(rule.why)), both(bad), both(good))


def _example(examples: tuple[str, ...]) -> str:
    return examples[0].strip().replace("[[", "").replace("]]", "") if examples else ""


def _places(document: DocumentView) -> str:
    """Where the strips lie on their pictures: the policy of the page allows no style outside of the sheet."""
    if document.sheet is None:
        return ""
    return "".join(f"#{strip.element}{{left:{strip.left}%;top:{strip.top}%;width:{strip.width}%;height:{strip.height}%}}\n" for strip in document.sheet.strips)


def _quiet(value: object) -> Markup:
    """A value escaped for the page, and for the log of a workflow that it may be printed to: no line of it is a command there."""
    if isinstance(value, Markup):
        return value
    return Markup(str(escape(value)).replace("::", "&#58;:").replace("##[", "&#35;#[").replace("\n", "&#10;"))


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("careerlint.reporters.html"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        finalize=_quiet,
    )
    environment.globals.update(said=phrase, signs=dict(LEVEL_MARKS), praise_sign=STRENGTH_MARK, there=THERE, absent=ABSENT)
    environment.tests["both"] = lambda value: isinstance(value, Said)
    return environment
