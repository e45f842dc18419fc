"""`careerlint rules`, `explain` and `why-not`: what the linter knows, and why it spoke or kept silent."""

from __future__ import annotations

import json
import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careerlint.cli.commands import PlainCommand, PlainGroup
from careerlint.cli.errors import fail
from careerlint.cli.paths import path_of
from careerlint.cli.plurals import counted
from careerlint.reporters.clean_text import shown
from careerlint.rules.near_names import unknown_rule

if TYPE_CHECKING:
    from careerlint.model.rule import Rule
    from careerlint.rules.rule_set import RuleSet

rules_application = typer.Typer(cls=PlainGroup, help="List the rules; test rules of your own.", invoke_without_command=True, rich_markup_mode=None)


_LEAST_ROOM = 24
"""Cells below which a summary stands under the name of its rule."""


class ListFormat(StrEnum):
    table = "table"
    json = "json"


class MessageLanguage(StrEnum):
    ko = "ko"
    en = "en"


@rules_application.callback()
def list_rules(
    context: typer.Context,
    output_format: Annotated[ListFormat, typer.Option("--format", help="table or json.")] = ListFormat.table,
    language: Annotated[MessageLanguage, typer.Option("--lang", help="Language of the summaries.")] = MessageLanguage.en,
    own: Annotated[list[str] | None, typer.Option("--rules", metavar="DIR", help="A folder with signals and rules of your own; else those of the configuration.")] = None,
) -> None:
    """List every rule with its level and summary, those of your own with them."""
    if context.invoked_subcommand is not None:
        return
    rules = _load(_folders(own)).rules
    if output_format is ListFormat.json:
        typer.echo(json.dumps([_as_data(rule) for rule in rules], ensure_ascii=False, indent=2))
        return
    for rule in rules:
        trial = " (trial)" if rule.status == "trial" else ""
        for line in _fitted(f"{rule.code}  {rule.level:<7}  {rule.name:<28}  ", f"{rule.summary[language.value]}{trial}"):
            typer.echo(line)


@rules_application.command("test", cls=PlainCommand)
def test_rules(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="A folder with signals and rules.")],
) -> None:
    """Run the examples of every rule in DIR: missing (did not fire), noisy (fired on a good one), misplaced.

    Example: careerlint rules test my-rules/
    """
    from careerlint.engine import linter
    from careerlint.proof import prove

    # The cache knows rules by their content: those of a copied folder would come with the paths of the first one.
    place = path_of(folder)
    rule_set = _load((place,), use_cache=False)
    ready = linter((place,), False)
    own = [rule for rule in rule_set.rules if Path(rule.path).is_relative_to(place)]
    if not own:
        fail(f"{folder} holds no rule; a rule is a .yml file outside signals/, claims/ and vocabulary/")
    failures = [failure for rule in own for failure in prove(rule, ready)]
    for failure in failures:
        typer.echo(shown(f"{failure.code} {failure.language} {failure.fault}: {failure.example!r}: {failure.detail}"))
    examples = sum(len(item.bad) + len(item.good) for rule in own for item in (*rule.typical.values(), *rule.examples.values()))
    typer.echo(f"{counted(len(own), 'rule')}, {counted(examples, 'example')}, {len(failures)} failed")
    raise typer.Exit(1 if failures else 0)


@rules_application.command("pages", cls=PlainCommand)
def write_pages(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="The folder that gets a page for each rule and an index.")],
    rules: Annotated[list[str] | None, typer.Option(metavar="DIR", help="A folder with signals and rules of your own.")] = None,
) -> None:
    """Write the pages of all rules as Markdown: CODE.md in both languages, and README.md as their index.

    Example: careerlint rules pages docs/rules
    """
    from careerlint.explaining import rule_index, rule_page

    found = _load(tuple(path_of(name) for name in rules or ())).rules
    place = path_of(folder)
    try:
        place.mkdir(parents=True, exist_ok=True)
        for rule in found:
            (place / f"{rule.code}.md").write_text(rule_page(rule), encoding="utf-8", newline="\n")
        (place / "README.md").write_text(rule_index(found), encoding="utf-8", newline="\n")
    except OSError as error:
        fail(f"cannot write to {folder}: {error.strerror}; choose another folder")
    typer.echo(f"{counted(len(found), 'page')} and an index in {folder}")


def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="Code or name, like STO001 or bare-failure.")],
    language: Annotated[MessageLanguage, typer.Option("--lang", help="Language of the page.")] = MessageLanguage.en,
    own: Annotated[list[str] | None, typer.Option("--rules", metavar="DIR", help="A folder with signals and rules of your own; else those of the configuration.")] = None,
) -> None:
    """Print the page of a rule: what, why, how to fix, what an interviewer asks.

    Example: careerlint explain STO001 --lang ko
    """
    from careerlint.explaining import explain as page_of

    typer.echo(page_of(_find(rule, _load(_folders(own))), language.value), nl=False)


def why_not(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="Code or name.")],
    place: Annotated[str, typer.Argument(metavar="FILE:LINE", help="The line in question; of a .docx the paragraph, of a .pdf the page that a report names.")],
    language: Annotated[MessageLanguage | None, typer.Option("--lang", help="The language of what a check looks for (default: the document's).")] = None,
) -> None:
    """Say what a line means to the linter and which condition stopped a rule, under the configuration of the file.

    A heading stands for the project, job or document that it is the title of.

    Example: careerlint why-not STO001 README.md:42
    """
    from datetime import date

    from careerlint.cli.configuring import Configuring
    from careerlint.engine import linter
    from careerlint.readers import read
    from careerlint.readers.limits import UnreadableError
    from careerlint.silence import last_place, unit_of
    from careerlint.silence import why_not as reasons

    path, colon, line = place.rpartition(":")
    if not colon or not line.isdecimal():
        fail(f"'{place}' is no place; write FILE:LINE, like README.md:42")
    file = path_of(path)
    config = Configuring({}, date.today()).of(file).config
    found = _find(rule, _load(config.rule_folders))
    try:
        document = read(file, config.limits)
    except UnreadableError as error:
        fail(f"{path}: {error.message}")
    last = last_place(document)
    if not 1 <= int(line) <= last:
        fail(f"{path} has {last} {unit_of(document)}{'' if last == 1 else 's'}; name one of them, like {path}:1")
    for text in reasons(found, document, int(line), linter(config.rule_folders), config, language.value if language else ""):
        typer.echo(shown(text))


def _folders(own: list[str] | None) -> tuple[Path, ...]:
    """The folders of rules that apply here: those of the call, else those of the nearest configuration file."""
    from datetime import date

    from careerlint.cli.configuring import Configuring

    return tuple(path_of(folder) for folder in own) if own else Configuring({}, date.min).of(Path("README.md")).config.rule_folders


def _fitted(head: str, text: str) -> tuple[str, ...]:
    """A line of a list in the width of the terminal, the rest of its text below the text; as it is where nobody looks."""
    import shutil
    import sys

    if not (sys.stdout.isatty() or "COLUMNS" in os.environ):
        return (head + text,)
    from careerlint.reporters.cells import wrapped

    room = shutil.get_terminal_size().columns - len(head)
    if room < _LEAST_ROOM:
        return (head.rstrip(), *(f"  {line}" for line in wrapped(text, max(room + len(head) - 2, 1))))
    first, *others = wrapped(text, room)
    return (head + first, *(" " * len(head) + line for line in others))


def _load(folders: tuple[Path, ...], *, use_cache: bool = True) -> RuleSet:
    from careerlint.rules.rule_error import RuleFileError
    from careerlint.rules.rule_set import rule_set_of

    try:
        return rule_set_of(folders, use_cache)
    except RuleFileError as error:
        fail(str(error))


def _find(name: str, rule_set: RuleSet) -> Rule:
    rule = rule_set.rule(name)
    if rule is None:
        fail(unknown_rule(name, "rule", rule_set.rules))
    return rule


def _as_data(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code, "name": rule.name, "level": rule.level, "scope": rule.scope, "status": rule.status,
        "talk": list(rule.talk), "summary": dict(rule.summary),
    }
