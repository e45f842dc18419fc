"""`careerlint annotate`: copies of documents with each remark at its words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careerlint.cli import options
from careerlint.cli.errors import fail
from careerlint.cli.narrowing import NarrowingError, narrow_run
from careerlint.cli.paths import path_of
from careerlint.cli.plurals import counted
from careerlint.cli.remarks import unreadable_line
from careerlint.readers.formats import SUFFIXES
from careerlint.standing import is_folder, is_there

if TYPE_CHECKING:
    from careerlint.annotating import CopyOptions
    from careerlint.cli.configuring import Configuring
    from careerlint.model.finding import Report

_SEPARATORS = tuple(separator for separator in (os.sep, os.altsep) if separator)
_MESSAGES = {
    "en": {
        "written": "{target}: {counted}", "clean": "{name}: found nothing to point out, so there is no copy to write.",
        "removed": "{target}: nothing found; the remarks of an earlier run are taken out", "old": "{target} is from an earlier run and out of date.",
        "failed": "careerlint: {name}: {why}",
        "internal": "careerlint failed on this document ({why}); please report it with the sentence that causes it",
    },
    "ko": {
        "written": "{target}: 메모 {count}개", "clean": "{name}: 짚어 드릴 곳을 찾지 못해 사본을 쓰지 않았습니다.",
        "removed": "{target}: 찾은 것이 없습니다. 예전에 단 메모를 지웠습니다", "old": "{target} 파일은 예전에 쓴 사본이라 지금 내용과 다릅니다.",
        "failed": "careerlint: {name}: {why}",
        "internal": "careerlint가 이 문서에서 멈췄습니다({why}). 원인이 되는 문장과 함께 알려 주세요",
    },
}  # fmt: skip


def annotate(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Documents: .docx, .pdf, .md or .txt.")],
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE|FOLDER/", help="Write the copy to this file, or the copies into this folder, which is made.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a copy that is there already.")] = False,
    kind: options.Kind = None,
    language: Annotated[options.LanguageChoice | None, typer.Option("--lang", help="Language of the remarks; auto (default) is the document's.")] = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    rules: options.Rules = None,
    notes: Annotated[options.NotesChoice | None, typer.Option(help="Notes one by one, missing elements of a story as one remark (default), or no notes.")] = None,
    role: options.Role = None,
    profile: options.Profile = None,
    preview: options.Preview = None,
    config_file: options.ConfigFile = None,
    no_config: options.NoConfig = False,
    no_cache: options.NoCache = False,
    as_of: options.AsOf = None,
    max_bytes: options.MaxBytes = None,
    max_pages: options.MaxPages = None,
    max_characters: options.MaxCharacters = None,
    timeout: options.Timeout = None,
) -> None:
    """Write a copy of each document with the remarks at their words; the document itself stays as it is.

    A .docx gets comments of Word, a .pdf highlights with notes; for .md and .txt a review is written in Markdown. The copy of
    resume.docx is resume.careerlint.docx beside it. Annotated again, a copy gets new remarks in place of the old ones and keeps
    the comments of people.

    Examples:

    \b
      careerlint annotate resume.docx
      careerlint annotate resume.docx -o for-mina.docx --lang en
      careerlint annotate resume.docx portfolio.pdf -o annotated/
      careerlint annotate README.md --select STO,CHG001
      careerlint annotate resume.careerlint.docx --force

    Exit code 0: done, whatever was found; 2: a copy could not be written.
    """
    from careerlint.annotating import CopyOptions

    configuring = options.configuring_of(
        as_of=as_of, config_file=config_file, no_config=no_config, no_cache=no_cache,
        select=select, ignore=ignore, rules=rules, language=language, kind=kind, role=role, profile=profile, notes=notes, preview=preview,
        max_bytes=max_bytes, max_pages=max_pages, max_characters=max_characters, timeout=timeout,
    )  # fmt: skip
    if "-" in files:
        fail("annotate needs a file; save the text and name it, or use 'careerlint check - --format markdown'")
    # One document under two names is annotated once.
    paths = list({os.path.realpath(name): path_of(name) for name in reversed(files)}.values())[::-1]
    copying = CopyOptions(Path(output) if output else None, force, tuple(paths), into_folder=_names_a_folder(output, len(paths)))
    configuring.check_flags(paths[0])
    failed = False
    for line in _annotate_all(paths, configuring, copying):
        from careerlint.reporters.workflow_commands import without_commands

        typer.echo(without_commands(line.text), err=line.failed)
        failed = failed or line.failed
    raise typer.Exit(2 if failed else 0)


def _names_a_folder(output: str | None, documents: int) -> bool:
    """Whether -o names a folder: it is one, ends as one, or several documents need one. What could only be a file ends the call."""
    if output is None:
        return False
    place = Path(output)
    if not output:
        fail("-o names nothing; give a file or a folder, or leave -o out")
    wanted = documents > 1 or output.endswith(_SEPARATORS)
    if wanted and (is_there(place) or (not output.endswith(_SEPARATORS) and place.suffix.lower() in SUFFIXES)) and not is_folder(place):
        fail(f"{'there are several documents, and ' if documents > 1 else ''}{output} is no folder; name one with -o, or leave -o out")
    return wanted or is_folder(place)


@dataclass(frozen=True, slots=True)
class _Line:
    """What is told about a document; `failed` says that its copy could not be written."""

    text: str
    failed: bool = False


def _annotate_all(paths: list[Path], configuring: Configuring, copying: CopyOptions) -> Iterator[_Line]:
    from careerlint.checking import check_contents
    from careerlint.model.finding import Unreadable

    language = "en"
    written: list[Path] = []
    for path, (content, outcome) in zip(paths, check_contents(paths, lambda each: configuring.of(each).config), strict=True):
        wanted = configuring.of(path).config.language
        language = wanted if wanted != "auto" else language if isinstance(outcome, Unreadable) else outcome.language
        if isinstance(outcome, Unreadable):
            yield _Line(unreadable_line(outcome, language), failed=True)
            continue
        yield from _annotate(content, outcome, configuring, copying, written)


def _annotate(content: bytes, report: Report, configuring: Configuring, copying: CopyOptions, written: list[Path]) -> Iterator[_Line]:
    """Annotate one document; a copy that was written is added to `written`, which no later one may replace."""
    from careerlint.annotating import AnnotatingError, annotated, target_of, write_copy
    from careerlint.checking import finish_run
    from careerlint.privacy import mask_numbers
    from careerlint.readers import UnreadableError
    from careerlint.reporters.clean_text import on_one_line

    path = Path(report.path)
    resolved = configuring.of(path)
    told, name = _MESSAGES[report.language], on_one_line(report.path)
    try:
        target = target_of(path, report.document.format, copying)
        run, _ = narrow_run(finish_run((report,), resolved.config), configuring, None)
        copy = annotated(content, run, resolved.values["notes"])
        shown = on_one_line(str(target))
        if not copy.remarks and (report.document.format not in ("docx", "pdf") or copy.content == content):
            yield _Line(told["clean"].format(name=name))
            if is_there(target):
                yield _Line(f"  {told['old'].format(target=shown)}")
            return
        write_copy(target, copy.content, path, written, copying)
    except AnnotatingError as error:
        yield _Line(told["failed"].format(name=name, why=on_one_line(error.messages[report.language])), failed=True)
    except UnreadableError as error:
        yield _Line(told["failed"].format(name=name, why=error.message_ko if report.language == "ko" else error.message), failed=True)
    except NarrowingError as error:
        yield _Line(told["failed"].format(name=name, why=on_one_line(str(error))), failed=True)
    except Exception as fault:
        # A fault on one document must not cost the copies of the others.
        why = told["internal"].format(why=f"{type(fault).__name__}: {on_one_line(mask_numbers(str(fault)))}")
        yield _Line(told["failed"].format(name=name, why=why), failed=True)
    else:
        written.append(target)
        yield _Line(told["written" if copy.remarks else "removed"].format(target=shown, count=copy.remarks, counted=counted(copy.remarks, "remark")))
        yield from (_Line(f"  {on_one_line(line)}") for line in copy.told)
