"""A program that runs a batch with a pretended linter: `cohort_program.py FOLDER REPORT`; it is killed by tests."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from cohort_orders import pretend, unprepared

from careerlint.cohort.contents import Contents
from careerlint.cohort.gathering import Gatherer
from careerlint.cohort.presenting import Presented
from careerlint.cohort.recording import Record
from careerlint.cohort.running import Plan, run_batch
from careerlint.cohort.schema import NAME
from careerlint.cohort.store import RunFacts, Store
from careerlint.cohort.writing import write_outputs
from careerlint.config import Config

FACTS = RunFacts("2026-01-01", "0", "rules", "options", "en", "grouped")


class Silent:
    """Counts what is linted."""

    def __init__(self) -> None:
        self.waiting = 0
        self.linted: list[str] = []

    def begin(self, documents: int, waiting: int) -> None:
        self.waiting = waiting

    def lint(self, path: str, record: Record) -> None:
        self.linted.append(path)
        print(path, flush=True)


def run(folder: Path, report: Path, facts: RunFacts = FACTS, plan: Plan | None = None) -> Silent:
    """One call."""
    watcher = Silent()
    report.mkdir(exist_ok=True)
    with Store(report / NAME) as store:
        run_batch(store, facts, Gatherer().gather([str(folder)]), plan or PLAN, watcher)
        write_outputs(Presented(Contents(store.connection)), report)
    return watcher


def config_of(path: Path) -> Config:
    return Config(as_of=date(2026, 1, 1))


PLAN = Plan(config_of, 2, prepare=unprepared, lint=pretend)

if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]))
