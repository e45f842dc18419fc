"""Commands whose help and errors speak of what to write, not of the types that the library checks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

_PLAIN = (
    (re.compile(r"^Value error, "), ""),
    (re.compile(r"^Input should be greater than or equal to (\S+)$"), r"it must be \1 or more"),
    (re.compile(r"^Input should be less than or equal to (\S+)$"), r"it must be \1 or less"),
    (re.compile(r"^Input should be a valid integer.*"), "it must be a whole number"),
    (re.compile(r"^Input should be a valid number.*"), "it must be a number"),
)


class PlainCommand(TyperCommand):
    """A command whose arguments are shown as they are named."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; errors are in plain words."""
        return _in_plain_words(super().parse_args, ctx, args)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """What follows the command in its usage line."""
        arguments = (each for each in self.get_params(ctx) if each.param_type_name == "argument")
        return ["[OPTIONS]", *(_shown(each) if each.required else f"[{_shown(each)}]" for each in arguments)]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write arguments and options, each with its help."""
        records = [(each, record) for each in self.get_params(ctx) if (record := each.get_help_record(ctx)) is not None]
        arguments = [(_shown(each), record[1]) for each, record in records if each.param_type_name == "argument"]
        options = [record for each, record in records if each.param_type_name == "option"]
        for title, rows in (("Arguments", arguments), ("Options", options)):
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


class PlainGroup(TyperGroup):
    """A group of commands, with errors in plain words."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; errors are in plain words."""
        return _in_plain_words(super().parse_args, ctx, args)


def plain(message: str) -> str:
    """The words of a library that checks values, as a person would say them."""
    for pattern, words in _PLAIN:
        message = pattern.sub(words, message)
    return message


def _in_plain_words(parse: Callable[[Any, list[str]], list[str]], context: Any, arguments: list[str]) -> list[str]:
    try:
        return parse(context, arguments)
    except typer.BadParameter as error:
        error.message = plain(error.message)
        raise


def _shown(argument: Any) -> str:
    return str(argument.metavar or argument.name.upper())
