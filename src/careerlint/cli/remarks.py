"""What is told on standard error beside the report: files that could not be read, remarks that suppress nothing or name no rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, get_args

from careerlint.cli.near_names import nearest_rule
from careerlint.model.suppression import Verb

if TYPE_CHECKING:
    from careerlint.model.finding import Run, Unreadable
    from careerlint.model.rule import Rule

_MESSAGES = {
    "en": {
        "unused": "{place}: this remark suppresses nothing any more; remove it (careerlint: {verb}{names})",
        "unknown": "{place}: the remark names '{name}', which is no rule, family or verb{hint}; 'careerlint rules' lists the rules, the verbs are ignore, ignore-file, off and on", "hint": "; did you mean {near}?",
    },
    "ko": {
        "unused": "{place}: 이 예외 표시는 이제 숨기는 것이 없습니다. 지우세요 (careerlint: {verb}{names})",
        "unknown": "{place}: 예외 표시에 쓴 '{name}' 같은 규칙, 규칙군, 명령은 없습니다.{hint} 규칙은 'careerlint rules'에서, 명령은 ignore, ignore-file, off, on에서 고르세요", "hint": " 혹시 {near}입니까?",
    },
}


def remark_lines(run: Run, language: str, rules: Sequence[Rule]) -> Iterator[str]:
    """One line for each such remark, in the order of documents and lines; `rules` are all that a remark may name."""
    from careerlint.reporters.clean_text import on_one_line

    told = _MESSAGES[language]
    for report in run.reports:
        for remark in report.suppressions:
            place = f"careerlint: {on_one_line(report.path)}:{remark.line}"
            if remark.unknown:
                near = nearest_rule(remark.unknown[0], rules, get_args(Verb))
                hint = told["hint"].format(near=near) if near else ""
                yield told["unknown"].format(place=place, name=on_one_line(remark.unknown[0]), hint=hint)
            elif remark in report.unused:
                names = "".join(f" {name.upper() if name.isalnum() else name}" for name in remark.names)
                yield told["unused"].format(place=place, verb=remark.verb, names=names)


def unreadable_line(outcome: Unreadable, language: str) -> str:
    """The line about a file that could not be read."""
    from careerlint.reporters.clean_text import on_one_line
    from careerlint.reporters.workflow_commands import without_commands

    message = outcome.message_ko if language == "ko" else outcome.message
    return without_commands(f"careerlint: {on_one_line(outcome.path)}: {on_one_line(message)}")
