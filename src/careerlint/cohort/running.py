"""Running: a whole batch, from what was found to a store that holds every outcome."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from careerlint.cohort.engines import Engine, Looked, WorkerEngine
from careerlint.cohort.gathering import Found
from careerlint.cohort.linting import Order, lint_order, load_libraries, seconds_of
from careerlint.cohort.marking import mark_shared_text
from careerlint.cohort.recording import Record
from careerlint.cohort.schema import NothingFoundError
from careerlint.cohort.storage import settings_place
from careerlint.cohort.store import RunFacts, Store
from careerlint.config import Config
from careerlint.readers.limits import UnreadableError
from careerlint.results import code_identity
from careerlint.settings import SettingsError


class Watcher(Protocol):
    """Is told how a batch goes."""

    def begin(self, documents: int, waiting: int) -> None:
        """So many documents were found, and so many of them are to be linted."""

    def lint(self, path: str, record: Record) -> None:
        """A document has its outcome."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch is to do: `config_of` gives the configuration of a document or raises SettingsError, `whole` decides by their number whether reports are kept.

    `prepare` and `lint` are what a worker does first and with a document, `seconds_of` how long that may take. `engine` says
    where; without one, in so many worker processes of this machine.
    """

    config_of: Callable[[Path], Config]
    jobs: int
    whole: Callable[[int], bool] = lambda _: False
    prepare: Callable[[], object] = load_libraries
    lint: Callable[[Order], Record] = lint_order
    seconds_of: Callable[[Order], float] = seconds_of
    engine: Engine | None = None


def run_batch(store: Store, facts: RunFacts, found: Iterable[Found], plan: Plan, watcher: Watcher) -> int:
    """Lint everything that was found and whose outcome is not known yet; how many documents there are.

    A KeyboardInterrupt passes: what was linted is in the store, and the same call goes on with the rest.
    """
    engine = plan.engine or WorkerEngine(plan.jobs, plan.prepare, plan.lint, plan.seconds_of)
    try:
        goes_on = store.begin(facts)
        code = code_identity(facts.ruleset)
        looked = engine.look(_configured(plan, each) for each in found)
        try:
            count = store.gather((each.found, each.content, _identity(code, each.config) if each.content and each.config else "") for each in looked)
        except NothingFoundError:
            if not goes_on:
                store.forget_run()
            raise
        whole = plan.whole(count)
        waiting = sum(1 for copies in (False, True) for _ in store.waiting(copies=copies, whole=whole))
        watcher.begin(count, waiting)
        # Copies come last: most take the outcome of the first document of their content.
        for copies in (False, True) if waiting else ():
            _lint_waiting(store, engine, waiting, plan, watcher, copies=copies, whole=whole)
    finally:
        engine.close()
    mark_shared_text(store)
    store.finish()
    return count


def _lint_waiting(store: Store, engine: Engine, waiting: int, plan: Plan, watcher: Watcher, *, copies: bool, whole: bool) -> None:
    orders = (
        Order(each.number, each.path, each.file, each.member, plan.config_of(settings_place(each.file)), whole, each.content, each.identity)
        for each in store.waiting(copies=copies, whole=whole)
        if not (copies and _copied(store, each.number, each.path, watcher))
    )
    for order, record in engine.lint(orders, waiting):
        store.save(order.number, record)
        watcher.lint(order.path, record)


def _copied(store: Store, number: int, path: str, watcher: Watcher) -> bool:
    if not store.copy(number):
        return False
    watcher.lint(path, Record(""))
    return True


def _configured(plan: Plan, found: Found) -> Looked:
    """The document with its configuration."""
    if found.failure is not None:
        return Looked(found, None)
    try:
        return Looked(found, plan.config_of(settings_place(found.file)))
    except SettingsError as error:
        # Folders of strangers hold files of strangers: a mistake in one costs the documents below it.
        return Looked(replace(found, failure=_wrong_settings(error)), None)


def _wrong_settings(error: SettingsError) -> UnreadableError:
    return UnreadableError("settings", f"The configuration file above it has a mistake: {error}", f"상위 폴더의 설정 파일에 잘못된 곳이 있습니다: {error}")


def _identity(code: str, config: Config) -> str:
    """Everything that decides about the outcome besides the document and the day: where that does, the outcome says so."""
    return hashlib.sha256(f"{code}\0{replace(config, use_cache=True, as_of=date.min)!r}".encode("utf-8", "surrogatepass")).hexdigest()
