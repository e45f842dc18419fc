"""Running: a whole batch, from what was found to a store that holds every outcome."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from careerlint.cohort.gathering import Found
from careerlint.cohort.linting import Order, content_of, digest_of, lint_order, load_languages, seconds_of
from careerlint.cohort.marking import mark_shared_text
from careerlint.cohort.recording import Record, record_failure
from careerlint.cohort.store import RunFacts, Store
from careerlint.cohort.workers import Failure, Workers
from careerlint.config import Config
from careerlint.model.finding import Unreadable
from careerlint.readers.limits import UnreadableError
from careerlint.results import code_identity
from careerlint.settings import SettingsError

DOCUMENTS_FOR_A_WORKER = 16
"""A worker loads rules and languages before its first document, which takes as long as linting about so many."""


class Watcher(Protocol):
    """Is told how a batch goes."""

    def begin(self, documents: int, waiting: int) -> None:
        """So many documents were found, and so many of them are to be linted."""

    def lint(self, path: str, record: Record) -> None:
        """A document has its outcome."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch is to do: `config_of` gives the configuration of a document or raises SettingsError, `whole` decides by their number whether reports are kept.

    `prepare` and `lint` are what a worker does first and with a document, `seconds_of` how long that may take.
    """

    config_of: Callable[[Path], Config]
    jobs: int
    whole: Callable[[int], bool] = lambda _: False
    prepare: Callable[[], object] = load_languages
    lint: Callable[[Order], Record] = lint_order
    seconds_of: Callable[[Order], float] = seconds_of


def run_batch(store: Store, facts: RunFacts, found: Iterable[Found], plan: Plan, watcher: Watcher) -> int:
    """Lint everything that was found and whose outcome is not known yet; how many documents there are.

    A KeyboardInterrupt passes: what was linted is in the store, and the same call goes on with the rest.
    """
    store.begin(facts)
    count = store.gather(map(partial(_known, plan, code_identity(facts.ruleset)), found))
    whole = plan.whole(count)
    waiting = sum(1 for copies in (False, True) for _ in store.waiting(copies=copies, whole=whole))
    watcher.begin(count, waiting)
    if waiting:
        workers = Workers(workers_for(waiting, plan.jobs), plan.prepare)
        try:
            # Copies come last: most take the outcome of the first document of their content.
            for copies in (False, True):
                _lint_waiting(store, workers, plan, watcher, copies=copies, whole=whole)
        finally:
            workers.close()
    mark_shared_text(store)
    store.finish()
    return count


def workers_for(documents: int, jobs: int) -> int:
    """How many workers are worth their start."""
    return max(1, min(jobs, documents // DOCUMENTS_FOR_A_WORKER))


def _lint_waiting(store: Store, workers: Workers, plan: Plan, watcher: Watcher, *, copies: bool, whole: bool) -> None:
    orders = (
        Order(each.number, each.path, each.file, each.member, plan.config_of(Path(each.file)), whole)
        for each in store.waiting(copies=copies, whole=whole)
        if not (copies and _copied(store, each.number, each.path, watcher))
    )
    for done in workers.run(plan.lint, orders, plan.seconds_of):
        order, result = done.task, done.result
        record = record_failure(unreadable_of(order.path, result, plan.seconds_of(order))) if isinstance(result, Failure) else result
        store.save(order.number, record)
        watcher.lint(order.path, record)


def _copied(store: Store, number: int, path: str, watcher: Watcher) -> bool:
    if not store.copy(number):
        return False
    watcher.lint(path, Record(""))
    return True


def unreadable_of(path: str, failure: Failure, seconds: float) -> Unreadable:
    """What is told about a document that ended its worker."""
    if failure.kind == "timeout":
        return Unreadable(
            path, "timeout", f"Linting took longer than {seconds:g} seconds and was stopped; split the document, or raise the limit with --timeout.",
            f"검사가 {seconds:g}초를 넘어 중단했습니다. 문서를 나누거나 --timeout으로 제한 시간을 늘리세요.",
        )  # fmt: skip
    if failure.kind == "memory":
        return Unreadable(
            path, "memory", "Linting needed too much memory and was stopped; split the document.", "검사에 메모리가 너무 많이 필요해 중단했습니다. 문서를 나누세요."
        )
    return Unreadable(
        path, "crashed", f"careerlint ended on this document ({failure.detail}); please report it with the sentence that causes it.",
        f"careerlint가 이 문서에서 끝나 버렸습니다({failure.detail}). 원인이 되는 문장과 함께 알려 주세요.",
    )  # fmt: skip


def _known(plan: Plan, code: str, found: Found) -> tuple[Found, str, str]:
    """The document with its content and the identity of its configuration; both empty where it cannot be linted."""
    if found.failure is not None:
        return found, "", ""
    try:
        config = plan.config_of(Path(found.file))
        return found, digest_of(content_of(found.file, found.member, config.limits)), _identity(code, config)
    except UnreadableError as error:
        return replace(found, failure=error), "", ""
    except SettingsError as error:
        # Folders of strangers hold files of strangers: a mistake in one costs the documents below it.
        return replace(found, failure=_wrong_settings(error)), "", ""


def _wrong_settings(error: SettingsError) -> UnreadableError:
    return UnreadableError("settings", f"The configuration file above it has a mistake: {error}", f"상위 폴더의 설정 파일에 잘못된 곳이 있습니다: {error}")


def _identity(code: str, config: Config) -> str:
    """Everything that decides about the outcome besides the document."""
    return hashlib.sha256(f"{code}\0{replace(config, use_cache=True)!r}".encode("utf-8", "surrogatepass")).hexdigest()
