"""Checking: lints file after file; a file that can't be read becomes a line of its own and the others go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from careerlint.config import Config
from careerlint.kept_expressions import keep_expressions, read_expressions
from careerlint.model.document import Document
from careerlint.model.finding import Report, Run, Unreadable
from careerlint.readers import bytes_of, read_content, read_text
from careerlint.readers.limits import MESSAGES, UnreadableError
from careerlint.results import ResultStore, results_folder

_NOTHING_CAME = (
    "Nothing came on standard input; pipe the text of a document into careerlint, or name a file.",
    "표준 입력으로 들어온 글이 없습니다. 문서의 글을 넘기거나 파일을 지정하세요.",
)


def check_files(paths: Iterable[Path], config_of: Callable[[Path], Config]) -> Iterator[Report | Unreadable]:
    """The outcome of each file, as it comes; each file has a configuration of its own. Reports are kept for the next run."""
    return (outcome for _, outcome in check_contents(paths, config_of))


def check_contents(paths: Iterable[Path], config_of: Callable[[Path], Config]) -> Iterator[tuple[bytes, Report | Unreadable]]:
    """Like `check_files`, each outcome with the very bytes that it is about; none where the file could not be loaded."""
    stores: dict[tuple[Path, ...], ResultStore] = {}
    kept_in = results_folder()
    for path in paths:
        config = config_of(path)
        try:
            data = bytes_of(path, config.limits)
        except UnreadableError as error:
            yield b"", Unreadable(str(path), error.kind, error.message, error.message_ko)
            continue
        if kept_in is None or not config.use_cache:
            yield data, _check_content(data, path, config)
            continue
        if config.rule_folders not in stores:
            stores[config.rule_folders] = ResultStore(kept_in, _identity(config))
        store = stores[config.rule_folders]
        outcome: Report | Unreadable | None = store.load(data, path, config)
        if outcome is None:
            outcome = _check_content(data, path, config)
            if isinstance(outcome, Report):
                store.save(data, path, config, outcome)
        yield data, outcome
    for store in stores.values():
        store.tidy()
    if stores:
        keep_expressions()


def check_bytes(data: bytes, name: str, config: Config) -> Report | Unreadable:
    """The outcome of what came on standard input under the name of a text file."""
    try:
        document = read_text(data, name, config.limits)
    except UnreadableError as error:
        if error.kind == "empty":
            return Unreadable(name, error.kind, *_NOTHING_CAME)
        return Unreadable(name, error.kind, error.message, error.message_ko)
    return _check_guarded(document, config)


def check_document(document: Document, config: Config) -> Report:
    """The report on a document that was read."""
    # Imported on use: what was linted before needs no engine.
    from careerlint.engine import linter

    return linter(config.rule_folders, config.use_cache).lint(document, config)


def finish_run(outcomes: Iterable[Report | Unreadable], config: Config) -> Run:
    """The outcomes as one run, with what is needed to make them again."""
    return Run(tuple(outcomes), version("careerlint"), _identity(config), config.as_of)


def _identity(config: Config) -> str:
    from careerlint.rules.rule_set import rule_set_of

    return rule_set_of(config.rule_folders, config.use_cache).identity


def _check_content(data: bytes, path: Path, config: Config) -> Report | Unreadable:
    if config.use_cache:
        read_expressions()
    try:
        document = read_content(data, path, config.limits)
    except UnreadableError as error:
        return Unreadable(str(path), error.kind, error.message, error.message_ko)
    return _check_guarded(document, config)


def _check_guarded(document: Document, config: Config) -> Report | Unreadable:
    """The report, or what went wrong: a fault of the linter on one document must not cost the reports on the others."""
    try:
        return check_document(document, config)
    except MemoryError:
        return Unreadable(document.path, "memory", *MESSAGES["memory"])
    except Exception as fault:
        return internal_failure(document.path, fault)


def internal_failure(path: str, fault: Exception) -> Unreadable:
    """A fault of careerlint on one document, as a line for its writer."""
    from careerlint.privacy import mask_numbers

    name, told = type(fault).__name__, mask_numbers(str(fault))
    return Unreadable(
        path,
        "internal",
        f"careerlint failed on this document ({name}: {told}); please report it with the sentence that causes it.",
        f"careerlint가 이 문서에서 멈췄습니다({name}: {told}). 원인이 되는 문장과 함께 알려 주세요.",
    )
