"""Outputs: which formats a call asks for, where each goes, and how the reports get there."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

import typer

from careerlint.cli.console import write_for_programs
from careerlint.cli.errors import fail
from careerlint.model.finding import Run, Unreadable
from careerlint.reporters.clean_text import shown
from careerlint.reporters.formats import FOR_PEOPLE, FORMATS
from careerlint.reporters.look import Look
from careerlint.reporters.workflow_commands import fenced, without_commands
from careerlint.standing import is_file, is_folder, is_there


@dataclass(frozen=True, slots=True)
class Output:
    """One report: the name of its format, and the file it goes to, or None for standard output."""

    format: str
    file: Path | None = None


def outputs_of(formats: Sequence[str], output: Path | None, paths: Iterable[str]) -> tuple[Output, ...]:
    """The reports that `--format` and `--output` ask for; what could only be a slip is refused before any work is done."""
    wanted = tuple(_output(value) for value in formats) or (Output(next(iter(FORMATS))),)
    if output is not None:
        if len(wanted) > 1 or wanted[0].file is not None:
            fail("--output takes the report of a single format; name the file in --format NAME:FILE")
        wanted = (Output(wanted[0].format, output),)
    if sum(item.file is None for item in wanted) > 1:
        fail("only one format can go to standard output; give the others a file with --format NAME:FILE")
    files = [os.path.realpath(item.file) for item in wanted if item.file is not None]
    if len(set(files)) < len(files):
        fail("two formats would go to the same file; name another one in --format NAME:FILE")
    for item in wanted:
        if item.file is not None:
            _check_file(item.file)
            refuse_documents(item.file, (path for path in paths if path != "-"))
    return wanted


def write_outputs(run: Run, outputs: Sequence[Output], look: Look, color: str) -> None:
    """Render every report, write the files, naming each on standard error, then print the one for standard output.

    Nothing is written before all are rendered. `color` is "auto", "always" or "never"; width, colour and root of the look are
    filled in here.
    """
    look = replace(look, root=str(_root(Path.cwd())))
    texts = [FORMATS[item.format](run, _look_for(item, look, color)) for item in outputs]
    for item in outputs:
        if item.file is not None:
            # Folders hold documents that nobody named.
            refuse_documents(item.file, (outcome.path if isinstance(outcome, Unreadable) else outcome.document.path for outcome in run.outcomes))
    for item, text in zip(outputs, texts, strict=True):
        if item.file is not None:
            save_text(text, item.file)
            if not look.quiet:
                typer.echo(without_commands(_WRITTEN[look.language].format(file=shown(str(item.file)))), err=True)
    for item, text in zip(outputs, texts, strict=True):
        if item.file is None:
            _print(text, item.format)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and any(item.format == "github" for item in outputs):
        _append_summary(run, look, Path(summary))


_WRITTEN = {"en": "written: {file}", "ko": "저장했습니다: {file}"}
_FLAGS = "--output or --format NAME:FILE"
"""How a call of `check` names another file."""


def refuse_documents(file: Path, documents: Iterable[str], flags: str = _FLAGS) -> None:
    """Leave with an error if the file is one of these documents, which would be replaced; `flags` name another one."""
    if is_there(file) and any(is_file(Path(path)) and file.samefile(path) for path in documents):
        fail(f"{file} is one of the documents, which would be replaced; name another file with {flags}")


def _output(value: str) -> Output:
    name, colon, file = value.partition(":")
    if name not in FORMATS:
        near = get_close_matches(name.lower(), FORMATS, 1)
        hint = f"; did you mean {near[0]}?" if near else "."
        fail(f"--format knows no '{name}'{hint} It takes {', '.join(FORMATS)}")
    if colon and not file:
        fail(f"--format {value} names no file; write {name}:FILE, or {name} for standard output")
    return Output(name, Path(file) if colon else None)


def _check_file(file: Path) -> None:
    if is_folder(file):
        fail(f"cannot write {file}: it is a folder; name a file with --output or --format NAME:FILE")
    if not is_folder(file.parent):
        fail(f"cannot write {file}: its folder does not exist; choose another place with --output or --format NAME:FILE")


def _look_for(output: Output, look: Look, color: str) -> Look:
    """The look of one report: by the terminal where it goes to one, else 100 cells wide."""
    terminal = output.file is None and sys.stdout.isatty()
    colored = color == "always" or (color == "auto" and terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb")
    width = shutil.get_terminal_size((100, 24)).columns if terminal or "COLUMNS" in os.environ else 100
    return replace(look, width=max(width, 30), color=colored)


def _root(folder: Path) -> Path:
    """The top of the repository that the folder stands in, which consumers count paths from; the folder itself where there is none."""
    from careerlint.repository import repository_of

    return repository_of(folder) or folder


def _print(text: str, format: str) -> None:
    if format not in FOR_PEOPLE:
        write_for_programs(text)
        return
    if os.environ.get("GITHUB_ACTIONS") == "true" and text:
        # The runner takes commands from any line of a log, and these lines quote documents.
        text = fenced(text)
    typer.echo(text, nl=False, color=True)


def _append_summary(run: Run, look: Look, file: Path) -> None:
    """Add the job summary to what the step has written, as far as there is room."""
    from careerlint.reporters.github_summary import MOST_BYTES, render_github_summary

    try:
        written = file.stat().st_size if file.exists() else 0
        with file.open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(render_github_summary(run, look, MOST_BYTES - written))
    except OSError as error:
        fail(f"cannot write the job summary {file}: {error.strerror}; correct or unset GITHUB_STEP_SUMMARY")


def save_text(text: str, file: Path, flags: str = _FLAGS) -> None:
    """Write the whole text or nothing: a reader never sees half of one, and a failure leaves the old one in place."""
    target = Path(os.path.realpath(file))
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        if target.exists() and not target.is_file():
            # A pipe or a device is written to; replacing it would remove it.
            target.write_text(text, encoding="utf-8", newline="\n")
            return
        is_new = not target.exists()
        try:
            draft.touch(0o666 if is_new else 0o600)
            draft.write_text(text, encoding="utf-8", newline="\n")
            if not is_new:
                # What others could not read, they cannot read now.
                shutil.copymode(target, draft)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        fail(f"cannot write {file}: {error.strerror}; choose another place with {flags}")
