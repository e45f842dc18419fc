"""`check --fix` and `--add-ignores`: change the text files of a run, and say on standard error what was done and what was left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from careerlint.cli.plurals import counted
from careerlint.model.document import TEXT_FORMATS

if TYPE_CHECKING:
    from careerlint.cli.configuring import Configuring
    from careerlint.model.finding import Report, Run, Unreadable

_SHOWN = 3
"""Names of untouched files that one line tells."""
_MESSAGES = {
    "--fix": {
        "en": {
            "made": "{name}: {count} corrected", "none": "nothing to correct", "left": "--fix changes .md and .txt files only; left as they are: {names}",
            "more": " and {count} more", "failed": "{name} was not corrected: {why}",
        },
        "ko": {
            "made": "{name}: {count}곳을 고쳤습니다", "none": "고칠 곳이 없습니다", "left": "--fix는 .md와 .txt 파일만 고칩니다. 그대로 둔 파일: {names}",
            "more": " 외 {count}개", "failed": "{name}: 고치지 못했습니다. {why}",
        },
    },
    "--add-ignores": {
        "en": {
            "made": "{name}: {counted} accepted by remarks", "none": "nothing to accept",
            "left": "--add-ignores changes .md and .txt files only (in Word write a comment that begins with careerlint:); left as they are: {names}",
            "kept": "{name}: {count} in code stay (line {lines}), because a remark there would become code; accept them with <!-- careerlint: ignore-file {codes} --> at the top of the file",
            "more": " and {count} more", "failed": "no remarks were written into {name}: {why}",
        },
        "ko": {
            "made": "{name}: 발견 {count}건에 예외 표시를 적었습니다", "none": "예외로 둘 발견이 없습니다",
            "left": "--add-ignores는 .md와 .txt 파일만 바꿉니다(Word에서는 careerlint:로 시작하는 메모를 다세요). 그대로 둔 파일: {names}",
            "kept": "{name}: 코드 안의 발견 {count}건은 그대로 둡니다({lines}행). 예외 표시를 적으면 코드가 바뀝니다. 파일 맨 위에 <!-- careerlint: ignore-file {codes} -->를 적으면 받아들일 수 있습니다",
            "more": " 외 {count}개", "failed": "{name}: 예외 표시를 적지 못했습니다. {why}",
        },
    },
}


@dataclass(frozen=True)
class Fixed:
    """The run after the corrections; `lines` tell them, `failed` says that a file could not be written."""

    run: Run
    lines: tuple[str, ...]
    failed: bool


def change_run(run: Run, configuring: Configuring, language: str, change: Literal["--fix", "--add-ignores"]) -> Fixed:
    """Change every text file of the run and lint the changed ones again, so that the report is of what is there now."""
    from careerlint.checking import check_files
    from careerlint.fixing import FixError, fix_file
    from careerlint.ignoring import add_ignores, without_place
    from careerlint.model.finding import Report
    from careerlint.reporters.clean_text import on_one_line

    told = _MESSAGES[change][language]
    edit = {"--fix": fix_file, "--add-ignores": add_ignores}[change]
    outcomes: list[Report | Unreadable] = list(run.outcomes)
    lines: list[str] = []
    failed = False
    for index, outcome in enumerate(run.outcomes):
        if not isinstance(outcome, Report) or outcome.document.format not in TEXT_FORMATS:
            continue
        path = Path(outcome.document.path)
        name = on_one_line(outcome.document.path)
        try:
            count = edit(path, outcome)
        except FixError as failure:
            failed = True
            lines.append(told["failed"].format(name=name, why=failure.messages[language]))
            continue
        if count:
            lines.append(told["made"].format(name=name, count=count, counted=counted(count, "finding")))
            outcomes[index] = next(check_files([path], lambda changed: configuring.of(changed).config))
        if change == "--add-ignores" and (kept := without_place(outcome)):
            now = outcomes[index]
            document = now.document if isinstance(now, Report) else outcome.document
            places = without_place(now) if isinstance(now, Report) else kept
            numbers = sorted({document.line_column(finding.span.start)[0] for finding in places})
            codes = ", ".join(sorted({finding.code for finding in kept}))
            lines.append(told["kept"].format(name=name, count=len(kept), lines=", ".join(map(str, numbers)), codes=codes))
    if not lines:
        lines.append(told["none"])
    others = [on_one_line(report.document.path) for report in run.reports if report.document.format not in TEXT_FORMATS]
    if others:
        names = ", ".join(others[:_SHOWN]) + (told["more"].format(count=len(others) - _SHOWN) if len(others) > _SHOWN else "")
        lines.append(told["left"].format(names=names))
    return Fixed(replace(run, outcomes=tuple(outcomes)), tuple(f"careerlint: {line}" for line in lines), failed)
