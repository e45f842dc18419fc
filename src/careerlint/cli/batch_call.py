"""A call of `batch` or `report`: runs it, says how it went, and gives the exit code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import KW_ONLY, dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import typer

from careerlint.cli.configuring import Configuring
from careerlint.cli.plurals import counted
from careerlint.cli.progress import JsonLines, progress_of
from careerlint.reporters.clean_text import shown
from careerlint.reporters.workflow_commands import without_commands
from careerlint.standing import is_file

if TYPE_CHECKING:
    from careerlint.cohort.contents import Contents
    from careerlint.cohort.engines import Engine
    from careerlint.cohort.people import People
    from careerlint.cohort.store import Store
    from careerlint.readers.limits import Limits

PARTS = "parts"
"""Where the parts of a cluster go below the folder of the store."""
_INTERRUPTED = 130
_MESSAGES = {
    "en": {
        "done": "{folder}: {counted_documents} of {counted_people}, {counted_findings}", "unread": "; {counted} could not be read, documents.csv says why", "unread-alone": "; {counted} could not be read",
        "stopped": "careerlint: stopped; {done} of {counted} are done and kept in {folder}. Call the same command again to go on.",
        "silenced": "; {count} more on text that many share are left out", "private": ". {store} holds names and words: do not pass it on",
        "left": "careerlint: {path}: not handed back ({why})", "nobody": "careerlint: no file has a name in which --person-from finds a person; folders, or else whole names, tell whose each is",
        "so-far": "careerlint: the batch has not ended; {done} of {counted} are linted so far, and the report is about these",
    },
    "ko": {
        "done": "{folder}: {people}명의 문서 {documents}개, 발견 {findings}건", "unread": ". 읽지 못한 문서가 {count}개 있으며 이유는 documents.csv에 있습니다", "unread-alone": ". 읽지 못한 문서가 {count}개 있습니다",
        "stopped": "careerlint: 멈췄습니다. 문서 {count}개 중 {done}개의 결과가 {folder}에 남아 있습니다. 같은 명령을 다시 실행하면 이어서 합니다.",
        "silenced": ". 여럿이 함께 쓴 문장에서 나온 {count}건은 뺐습니다", "private": ". {store}에는 이름과 문장이 있으니 넘겨주지 마세요",
        "left": "careerlint: {path}: 돌려줄 파일을 만들지 못했습니다({why})", "nobody": "careerlint: --person-from으로 사람을 알 수 있는 파일 이름이 없습니다. 폴더 이름이나 파일 이름 전체로 사람을 나눕니다",
        "so-far": "careerlint: 일괄 검사가 아직 끝나지 않았습니다. 문서 {count}개 중 지금까지 끝난 {done}개로 보고서를 만듭니다",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class BatchCall:
    """What a call asked for: `people` says who gets a folder, `progress` how its course is shown, `redact` and `least` what is left out."""

    paths: Sequence[str]
    out: Path
    whose: People | None
    _: KW_ONLY
    jobs: int
    people: str
    progress: str
    redact: bool = False
    least: int = 0
    """The smallest group of the tables by group; 0 where everything is written."""
    scheduler: str = ""
    """The cluster that does the work, empty for this machine; `parts` is where its workers write."""
    parts: str = ""


def run_call(call: BatchCall, store: Store, configuring: Configuring, day: date) -> int:
    """Lint what is not known yet and write the report; the exit code. Raises StoreError, StorageError."""
    from careerlint.cohort.contents import Contents
    from careerlint.cohort.gathering import Gatherer
    from careerlint.cohort.linting import load_libraries
    from careerlint.cohort.people import People
    from careerlint.cohort.reporting import gets_pages
    from careerlint.cohort.running import Plan, run_batch
    from careerlint.cohort.storage import check_address, settings_place

    for path in call.paths:
        check_address(path)
    first = configuring.of(settings_place(call.paths[0]))
    facts = _facts(configuring, first.config, first.values, day)
    gatherer = Gatherer(call.whose or People(), first.config.limits, configuring.is_spared, call.out.resolve())
    plan = Plan(configuring.fresh, call.jobs, partial(gets_pages, people=call.people), partial(load_libraries, first.config.rule_folders))
    progress = progress_of(call.progress, "ko" if facts.language == "ko" else "en")
    try:
        with _engine_of(call) as engine, progress:
            run_batch(store, facts, gatherer.gather(call.paths), replace(plan, engine=engine), progress)
        contents = Contents(store.connection)
        if call.whose is not None and call.whose.pattern is not None and not any(call.whose.named(PurePath(document.path).name) for document in contents.documents()):
            typer.echo(_MESSAGES[facts.language or "en"]["nobody"], err=True)
        _write(call, store, contents, first.config.limits, facts.notes)
    except KeyboardInterrupt:
        done, count = store.count_done()
        typer.echo(_MESSAGES[facts.language or "en"]["stopped"].format(done=done, count=count, counted=counted(count, "document"), folder=shown(str(call.out))), err=True)
        return _INTERRUPTED
    return _tell(call, store.path, contents, progress)


@contextmanager
def _engine_of(call: BatchCall) -> Iterator[Engine | None]:
    """The cluster of the call, None for this machine; raises ClusterError, PartError."""
    if not call.scheduler:
        yield None
        return
    from careerlint.cohort.cluster import ClusterEngine
    from careerlint.cohort.dispatch import connected

    with connected(call.scheduler) as client:
        yield ClusterEngine(client, call.parts)


def remake(call: BatchCall, file: Path, language: str) -> int:
    """Write a report from its store; the exit code. Raises StoreError.

    A batch may be writing the store meanwhile, but then not into the folder where that writes its own report.
    """
    from contextlib import closing

    from careerlint.cohort.contents import Contents
    from careerlint.cohort.schema import StoreError, connect, leave_out_waiting
    from careerlint.cohort.store import Store

    if not is_file(file):
        raise StoreError(f"there is no store {file}; 'careerlint batch PATH --out FOLDER' makes one")
    if call.out.resolve() == file.parent.resolve():
        with Store(file) as store:
            leave_out_waiting(store.connection)
            return _remade(call, store, file, Contents(store.connection, language))
    with closing(connect(file, writing=False)) as connection:
        return _remade(call, None, file, Contents(connection, language))


def _remade(call: BatchCall, store: Store | None, file: Path, contents: Contents) -> int:
    from careerlint.readers.limits import Limits

    if (state := contents.unfinished()) is not None:
        done, count = state
        typer.echo(_MESSAGES[contents.language]["so-far"].format(done=done, count=count, counted=counted(count, "document")), err=True)
    _write(call, store, contents, Limits(), contents.facts.notes)
    return _tell(call, file, contents, None)


def _write(call: BatchCall, store: Store | None, contents: Contents, limits: Limits, notes: str) -> None:
    from careerlint.cohort.reporting import gets_pages, write_report

    if call.redact or call.least:
        from careerlint.cohort.passing import write_groups, write_redacted

        if call.redact:
            write_redacted(contents, call.out)
        else:
            write_groups(contents, call.out, call.least)
        return
    told = _MESSAGES[contents.language]["left"]
    pages = gets_pages(contents.count(), call.people)
    for path, why in write_report(store, contents, call.out, notes, call.jobs, limits, pages=pages):  # type: ignore[arg-type]
        typer.echo(without_commands(shown(told.format(path=path, why=why))), err=True)


def _facts(configuring: Configuring, config: Any, values: Any, day: date) -> Any:
    from importlib.metadata import version

    from careerlint.cohort.store import RunFacts
    from careerlint.rules.rule_set import rule_set_of

    ruleset = rule_set_of(config.rule_folders, config.use_cache).identity
    options = repr({key: value for key, value in values.items() if key not in ("notes", "fail-on", "baseline")})
    language = "" if config.language == "auto" else config.language
    return RunFacts(day.isoformat(), version("careerlint"), ruleset, options, language, values["notes"])


def _tell(call: BatchCall, file: Path, contents: Contents, progress: object) -> int:
    """One line about the whole, and the exit code."""
    unread, silenced = contents.count("error <> ''"), contents.count_silenced()
    folder = shown(str(call.out))
    values = {"documents": contents.count(), "people": contents.count_people(), "findings": sum(contents.count_findings().values())}
    if isinstance(progress, JsonLines):
        progress.write(event="end", unreadable=unread, silenced=silenced, folder=folder, **values)
    else:
        told = _MESSAGES[contents.language]
        nouns = {"documents": "document", "people": "person", "findings": "finding"}
        line = told["done"].format(folder=folder, **values, **{f"counted_{key}": counted(values[key], noun) for key, noun in nouns.items()})
        # A report of groups lists no documents.
        line += told["unread-alone" if call.least else "unread"].format(count=unread, counted=counted(unread, "document")) if unread else ""
        line += told["silenced"].format(count=silenced) if silenced else ""
        typer.echo(without_commands(line + (told["private"].format(store=shown(str(file.parent))) if call.redact or call.least else "")))
    return 2 if unread else 0
