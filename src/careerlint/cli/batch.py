"""`careerlint batch` and `careerlint report`: many documents of many people into one report, and that report made again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from careerlint.cli import options
from careerlint.cli.batch_call import PARTS, BatchCall, remake, run_call
from careerlint.cli.configuring import Configuring
from careerlint.cli.errors import USED_UP, fail
from careerlint.cli.paths import path_of
from careerlint.standing import is_there


class ProgressChoice(StrEnum):
    auto = "auto"
    jsonl = "jsonl"
    none = "none"


class EngineChoice(StrEnum):
    local = "local"
    dask = "dask"


class PeopleChoice(StrEnum):
    auto = "auto"
    always = "always"
    never = "never"


class FrameChoice(StrEnum):
    ko = "ko"
    en = "en"


def batch(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, patterns in quotes, .zip archives, a .csv with the columns path, person and group, or addresses that fsspec reads (s3://bucket/folder).")],
    out: Annotated[str, typer.Option("--out", metavar="FOLDER", help="The folder of the report; called again with it, only what is new or changed is linted.")],
    person_from: Annotated[
        str | None,
        typer.Option(metavar="REGEX", help="Whose a document is, by its name: the group 'person' or the first one; 'name': what stands before the first underscore. Default: the folder."),
    ] = None,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", metavar="N", help="Worker processes (default: one for each processor).", min=1, max=256)] = None,
    people: Annotated[PeopleChoice, typer.Option(help="A folder for each person to hand back; auto: up to 2,000 documents.")] = PeopleChoice.auto,
    redact: Annotated[bool, typer.Option("--redact", help="Write no words, no names of files, and an alias for each person; the store goes to FOLDER-private.")] = False,
    aggregate: Annotated[bool, typer.Option("--aggregate", help="Write tables by group only; the store goes to FOLDER-private.")] = False,
    k: Annotated[int, typer.Option("--k", metavar="N", help="With --aggregate: the smallest group that has a row of its own.", min=2)] = 5,
    engine: Annotated[EngineChoice, typer.Option(help="Where documents are linted: in processes of this machine, or by the workers of a Dask cluster that is running (needs careerlint[dask]). The cluster sees the documents and their names.")] = EngineChoice.local,
    scheduler: Annotated[str | None, typer.Option(metavar="ADDRESS", help="With --engine dask: the scheduler of the cluster, tcp://HOST:PORT.")] = None,
    parts: Annotated[str | None, typer.Option(metavar="FOLDER", help="With --engine dask: where workers write what they found, a path or address that all machines share (default: parts in the folder of the report).")] = None,
    progress: Annotated[ProgressChoice, typer.Option(help="A bar on a terminal (auto), JSON lines on standard output, or nothing.")] = ProgressChoice.auto,
    kind: options.Kind = None,
    language: Annotated[options.LanguageChoice | None, typer.Option("--lang", help="Language of messages and report; auto (default) is the document's, and for the report that of most documents.")] = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    rules: options.Rules = None,
    notes: Annotated[options.NotesChoice | None, typer.Option(help="How pages for people show notes; as in check.")] = None,
    role: options.Role = None,
    profile: options.Profile = None,
    preview: options.Preview = None,
    config_file: options.ConfigFile = None,
    no_config: options.NoConfig = False,
    as_of: options.AsOf = None,
    max_bytes: options.MaxBytes = None,
    max_pages: options.MaxPages = None,
    max_characters: options.MaxCharacters = None,
    timeout: Annotated[float | None, typer.Option(metavar="SECONDS", help="Seconds that reading one file may take (default: 60); linting it may take a minute more.", min=0.1)] = None,
) -> None:
    """Lint the documents of many people and write one report about all of them.

    Examples:

    \b
      careerlint batch class/ --out report
      careerlint batch submissions.zip --out report --person-from name
      careerlint batch people.csv --out report
      careerlint batch "class/*/*.pdf" --out report --progress jsonl
      careerlint batch class/ --out by-group --aggregate
      careerlint batch s3://class/2026/ --out report
      careerlint batch s3://class/2026/ --out report --engine dask --scheduler tcp://10.0.0.5:8786 --parts s3://class/parts/

    A folder is a person: the first one below PATH. Whatever a document does, the others are linted; a call that was cut off
    goes on where it was when it is called again.

    With --engine dask the scheduler and every worker need the same careerlint as this machine, and workers fetch the documents
    themselves: name an address, or a folder that stands in the same place on all of them. The words of documents go nowhere but into
    the parts and the report, private values masked; the parts are needed for going on only.

    Exit code 0: done; 2: something could not be done or read; 130: stopped by Ctrl-C.
    """
    from careerlint.cohort.dispatch import ClusterError
    from careerlint.cohort.parts import PartError
    from careerlint.cohort.people import PersonPatternError, people_from
    from careerlint.cohort.schema import NAME, StoreError
    from careerlint.cohort.storage import StorageError, settings_place
    from careerlint.cohort.store import Store

    flags = options.flags_of(
        select=select, ignore=ignore, rules=rules, language=language, kind=kind, role=role, profile=profile, notes=notes, preview=preview,
        max_bytes=max_bytes, max_pages=max_pages, max_characters=max_characters, timeout=timeout,
    )  # fmt: skip
    if "-" in paths:
        fail("batch takes files and folders; standard input is for 'careerlint check -'")
    if engine == EngineChoice.dask and not scheduler:
        fail("--engine dask takes the cluster that is running: --scheduler tcp://HOST:PORT")
    if engine != EngineChoice.dask and (scheduler or parts):
        fail("--scheduler and --parts belong to --engine dask")
    folder = path_of(out)
    _refuse_slips(paths, folder)
    try:
        whose = people_from(person_from)
        home = _home_of(folder, redact, aggregate)
        with _made_for_something(home / NAME), Store(home / NAME) as store:
            # What was cut off goes on with its own day, so that nothing is linted twice at midnight.
            day = options.day_of(as_of) if as_of else date.fromisoformat(store.unfinished() or date.today().isoformat())
            configuring = Configuring(flags, day, file=config_file, search=not no_config)
            configuring.check_flags(settings_place(paths[0]))
            call = BatchCall(
                paths, folder, whose, jobs=jobs or os.cpu_count() or 1, people=people.value, progress=progress.value, redact=redact, least=k if aggregate else 0,
                scheduler=scheduler or "", parts=parts or str(home / PARTS),
            )  # fmt: skip
            code = run_call(call, store, configuring, day)
    except (StoreError, PersonPatternError, StorageError, ClusterError, PartError) as error:
        fail(str(error))
    except BrokenPipeError:
        # Who listened to the progress has left: the application ends quietly, and the store goes on from here.
        raise
    except OSError as error:
        if error.filename is None or error.errno in USED_UP:
            # Files have a name; what has none is standard output or the current folder, and no folder helps where the system gives no more.
            raise
        fail(f"cannot work in the folder {out}: {error.strerror}; choose another one with --out")
    raise typer.Exit(code)


def _refuse_slips(paths: list[str], out: Path) -> None:
    """End the call before anything is written where a path cannot be meant: it is empty, the report's own folder, or a list without files."""
    from careerlint.cohort.manifests import check_manifest, is_manifest
    from careerlint.cohort.storage import is_address
    from careerlint.readers.limits import Limits, UnreadableError

    for path in paths:
        place = path_of(path)
        if is_address(path):
            continue
        if place.is_dir() and Path(os.path.realpath(place)).is_relative_to(os.path.realpath(out)):
            fail(f"{path} is in the folder of the report ({out}), where no document is looked for; name another folder with --out")
        # Among many paths, as a shell spells them out, a table of something else is one row.
        if len(paths) == 1 and is_manifest(place):
            try:
                check_manifest(place, Limits())
            except UnreadableError as error:
                fail(f"{path}: {error.message}")


@contextmanager
def _made_for_something(store: Path) -> Iterator[None]:
    """The folder of a store, which is made; where no document was found, a new store and new folders go again."""
    from careerlint.cohort.schema import LOCK, NothingFoundError

    is_new = not is_there(store)
    new = [folder for folder in store.parents if not is_there(folder)]
    store.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except NothingFoundError:
        if is_new:
            store.unlink(missing_ok=True)
            store.with_name(LOCK).unlink(missing_ok=True)
        with suppress(OSError):
            # Only empty ones can be removed.
            for folder in new:
                folder.rmdir()
        raise


def report(
    store: Annotated[str, typer.Argument(metavar="STORE", help="The folder of a report, or its store.sqlite.")],
    out: Annotated[str | None, typer.Option("--out", metavar="FOLDER", help="Another folder (default: the one of the store).")] = None,
    language: Annotated[FrameChoice | None, typer.Option("--lang", help="The language of the report (default: as it was made).")] = None,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", metavar="N", help="Worker processes (default: one for each processor).", min=1, max=256)] = None,
    redact: Annotated[bool, typer.Option("--redact", help="Write no words, no names of files, and an alias for each person; needs --out.")] = False,
    aggregate: Annotated[bool, typer.Option("--aggregate", help="Write tables by group only; needs --out.")] = False,
    k: Annotated[int, typer.Option("--k", metavar="N", help="With --aggregate: the smallest group that has a row of its own.", min=2)] = 5,
    people: Annotated[PeopleChoice, typer.Option(help="A folder for each person to hand back; auto: up to 2,000 documents.")] = PeopleChoice.auto,
) -> None:
    """Make the files of a report again from its store, without linting; also while a batch is still writing it, with another --out.

    Examples:

    \b
      careerlint report report/ --out elsewhere --lang ko
      careerlint report report/ --out for-the-school --redact
    """
    from careerlint.cohort.schema import StoreError, file_of

    try:
        file = file_of(path_of(store))
        folder = path_of(out) if out is not None else file.parent
        _home_of(folder, redact, aggregate)
        call = BatchCall([], folder, None, jobs=jobs or os.cpu_count() or 1, people=people.value, progress="none", redact=redact, least=k if aggregate else 0)
        code = remake(call, file, language.value if language else "")
    except StoreError as error:
        fail(str(error))
    raise typer.Exit(code)


def _home_of(out: Path, redact: bool, aggregate: bool) -> Path:
    """The folder of the store: what may be passed on is in a folder without it. Raises StoreError."""
    if redact and aggregate:
        fail("--redact and --aggregate are two ways to leave things out; give one of them")
    if not (redact or aggregate):
        return out
    from careerlint.cohort.passing import GROUP_FILES, REDACTED_FILES, private_folder, refuse_leftovers

    refuse_leftovers(out, REDACTED_FILES if redact else GROUP_FILES)
    return private_folder(out)
