"""Documents by address: what is found at one, what is left out, and that a batch says the same as of a folder."""

from __future__ import annotations

import io
import json
import socket
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest
from cohort_folders import ENGLISH, KOREAN, make_class, write_text, zip_of
from fsspec import AbstractFileSystem

import careerlint as library
from careerlint.cohort.engines import Looked, WorkerEngine
from careerlint.cohort.gathering import Found, Gatherer
from careerlint.cohort.linting import content_of, lint_order, load_languages, seconds_of
from careerlint.cohort.people import People
from careerlint.cohort.storage import StorageError, check_address, local_path, settings_place, stored_bytes
from careerlint.config import Config
from careerlint.readers.limits import Limits, UnreadableError

sys.path.insert(0, str(Path(__file__).parent.parent / "cli"))
from calling import careerlint

DAY = ("--as-of", "2026-01-01", "--no-config")
FILES: dict[str, str | bytes] = {
    "mina/resume.md": ENGLISH, "mina/deep/포트폴리오.md": KOREAN, "mina/work.zip": zip_of({"x/a.md": ENGLISH, "x/photo.png": "x"}), "june/letter.txt": KOREAN, "flat.md": ENGLISH + "\n",
    "mina/letter.hwp": "x", "june/huge.txt": "x" * 2_000, "june/한글.md": KOREAN + "\n",
}  # fmt: skip
LEFT_OUT = ("mina/~$resume.docx", "mina/._resume.pdf", "mina/.hidden/a.md", "mina/node_modules/a.md", "mina/photo.png", "mina/resume.careerlint.md", "LICENSE.txt")


HOLDS_A_KEY = "this address holds a password or key, which would stand in the report; give it to fsspec by its configuration or the environment"


class RefusingFileSystem(AbstractFileSystem):  # type: ignore[misc]
    """A storage that connects as soon as it is named, and whose server is not there."""

    def __init__(self, **_options: object) -> None:
        raise ConnectionRefusedError("a secret of the server")


def as_bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


@pytest.fixture
def memory() -> Iterator[str]:
    """The address of a folder in this process's memory."""
    system = fsspec.filesystem("memory")
    for name, content in FILES.items():
        system.pipe_file(f"/class/{name}", as_bytes(content))
    for name in LEFT_OUT:
        system.pipe_file(f"/class/{name}", b"# a")
    yield "memory://class"
    system.store.clear()
    system.pseudo_dirs[:] = [""]


def gather(*paths: str, limits: Limits | None = None) -> dict[str, Found]:
    found = list(Gatherer(People(), limits or Limits()).gather(paths))
    assert len({each.path for each in found}) == len(found)
    return {each.path: each for each in found}


def test_an_address_is_searched_as_a_folder_is(memory: str, tmp_path: Path) -> None:
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(as_bytes(content))
    for name in LEFT_OUT:
        write_text(tmp_path / name, "# a")
    here = gather(str(tmp_path))
    there = gather(memory)
    assert len(there) == len(FILES)
    assert {path.removeprefix(f"{tmp_path}/"): (found.person, found.member) for path, found in here.items()} == {
        path.removeprefix("memory://class/"): (found.person, found.member) for path, found in there.items()
    }


def test_what_is_too_large_is_not_fetched(memory: str) -> None:
    limits = Limits(bytes=1_000)
    found = gather(memory, limits=limits)
    assert {path.rsplit("/", 1)[-1]: each.failure.kind for path, each in found.items() if each.failure} == {"huge.txt": "too-large"}
    with pytest.raises(UnreadableError) as refused:
        stored_bytes("memory://class/june/huge.txt", limits)
    assert refused.value.kind == "too-large"


def test_the_bytes_are_those_of_the_file(memory: str) -> None:
    for path, found in gather(memory).items():
        if not found.member:
            content = FILES[path.removeprefix("memory://class/")]
            assert content_of(found.file, "", Limits()) == as_bytes(content)
    assert content_of("memory://class/mina/work.zip", "x/a.md", Limits()) == ENGLISH.encode()


def test_an_archive_that_changed_is_read_anew(memory: str) -> None:
    assert content_of("memory://class/mina/work.zip", "x/a.md", Limits()) == ENGLISH.encode()
    fsspec.filesystem("memory").pipe_file("/class/mina/work.zip", zip_of({"x/a.md": KOREAN}))
    assert content_of("memory://class/mina/work.zip", "x/a.md", Limits()) == KOREAN.encode()


@pytest.mark.parametrize(
    ("address", "people"),
    [
        ("memory://class/*/*.md", {"resume.md": "mina", "한글.md": "june"}),
        ("memory://class/june/", {"letter.txt": "letter", "huge.txt": "huge", "한글.md": "한글"}),
        ("memory://class/mina/resume.md", {"resume.md": "resume"}),
        ("memory://class/mina/work.zip", {"a.md": "x"}),
    ],
)
def test_people_are_folders_below_an_address(address: str, people: dict[str, str], memory: str) -> None:
    assert {path.rsplit("/", 1)[-1]: found.person for path, found in gather(address).items()} == people


def test_two_addresses_are_two_groups(memory: str) -> None:
    assert {found.group for found in gather("memory://class/mina", "memory://class/june").values()} == {"mina", "june"}


def test_nothing_at_an_address_is_told(memory: str) -> None:
    [found] = gather("memory://class/nobody").values()
    assert found.failure is not None
    assert found.failure.kind == "missing"
    with pytest.raises(UnreadableError) as missing:
        stored_bytes("memory://class/nobody.md", Limits())
    assert missing.value.kind == "missing"


def test_a_storage_that_fails_is_asked_again_and_then_told(memory: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("careerlint.cohort.storage._SECONDS_BETWEEN", 0.0)
    system = type(fsspec.filesystem("memory"))
    given = system.open
    failures = 2

    def failing(*arguments: object, **options: object) -> object:
        nonlocal failures
        failures -= 1
        if failures >= 0:
            raise ConnectionResetError("a secret of the server")
        return given(*arguments, **options)

    monkeypatch.setattr(system, "open", failing)
    assert stored_bytes("memory://class/mina/resume.md", Limits()) == ENGLISH.encode()
    failures = 3
    with pytest.raises(UnreadableError, match=r"did not give the file \(ConnectionResetError\)") as failed:
        stored_bytes("memory://class/mina/resume.md", Limits())
    assert failed.value.kind == "timeout"


def test_a_batch_of_an_address_says_what_a_batch_of_a_folder_says(memory: str, tmp_path: Path) -> None:
    make_class(tmp_path / "class", 1)
    system = fsspec.filesystem("memory")
    for path in sorted((tmp_path / "class").rglob("*.md")):
        system.pipe_file(f"/batch/{path.relative_to(tmp_path / 'class')}", path.read_bytes())
    assert careerlint("batch", tmp_path / "class", "--out", tmp_path / "here", *DAY).code == 0
    assert careerlint("batch", "memory://batch", "--out", tmp_path / "there", *DAY).code == 0
    for name in ("documents.jsonl", "findings.jsonl", "entries.jsonl"):
        expected = (tmp_path / "here" / name).read_text(encoding="utf-8").replace(f"{tmp_path}/class", "memory://batch")
        assert (tmp_path / "there" / name).read_text(encoding="utf-8") == expected
    assert sorted(path.relative_to(tmp_path / "here") for path in (tmp_path / "here" / "people").rglob("*")) == sorted(
        path.relative_to(tmp_path / "there") for path in (tmp_path / "there" / "people").rglob("*")
    )
    outcome = careerlint("batch", "memory://batch", "--out", tmp_path / "there", "--progress", "jsonl", *DAY)
    assert json.loads(outcome.out.splitlines()[0])["waiting"] == 0
    told: list[object] = []
    reports = list(library.batch(["memory://batch"], jobs=1, on_unreadable=told.append))
    assert (len(reports), told) == (2, [])


def test_an_address_of_this_machine_is_a_path(tmp_path: Path) -> None:
    folder = tmp_path / "a b%20c"
    write_text(folder / "mina" / "a.md", ENGLISH)
    assert [found.file for found in gather(f"file://{folder}").values()] == [str(folder / "mina" / "a.md")]
    assert gather(f"file://{folder}") == gather(str(folder))
    assert local_path("file:///gone/a%20b") == "/gone/a b"
    assert local_path("local:///x") == local_path("file://localhost/x") == "/x"
    assert local_path("C:/x") == "C:/x"
    assert settings_place("s3://bucket/folder/a.md") == Path("a.md")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_drive_of_windows_is_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    import nturl2path

    monkeypatch.setattr("careerlint.cohort.storage._IS_WINDOWS", True)
    monkeypatch.setattr("careerlint.cohort.storage.url2pathname", nturl2path.url2pathname)
    assert local_path("file:///C:/class/mina") == local_path("file://localhost/C:/class/mina") == r"C:\class\mina"
    assert local_path("file:///C:/a%20b") == r"C:\a b"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("nothing://bucket/x", "fsspec knows no storage nothing://; check the address"),
        ("ftp://me:secret@host/x", HOLDS_A_KEY),
        ("https://token@host/x", HOLDS_A_KEY),
        ("sftp://me:secret@host/x", HOLDS_A_KEY),
        ("https://host/x.md?a=1&X-Amz-Signature=abc", HOLDS_A_KEY),
        ("https://host/x.md?sig=abc", HOLDS_A_KEY),
        ("ftp://host:port/x", "ftp:// cannot be opened (Port could not be cast to integer value as 'port'); check the address and the access"),
        ("refusing://host/x", "refusing:// cannot be opened (ConnectionRefusedError); check the address and the access"),
        ("file://server/share", "file:// reads this machine only, as in file:///folder; name a folder of another machine by its path or an address such as sftp://"),
    ],
)
def test_an_address_that_cannot_be_used_is_told_in_one_line_before_anything_is_linted(address: str, told: str, tmp_path: Path) -> None:
    fsspec.register_implementation("refusing", RefusingFileSystem, clobber=True)
    write_text(tmp_path / "mina" / "a.md", ENGLISH)
    outcome = careerlint("batch", tmp_path / "mina", address, "--out", tmp_path / "report", "--progress", "jsonl", *DAY)
    assert outcome.code == 2
    assert outcome.complaints == [f"careerlint: {told}"]
    assert outcome.out == ""


@pytest.mark.parametrize("address", ["https://host/x.md?page=2", "sftp://me@host/x", "s3://bucket/x@y:z@w.md", "github://me:work@main/x"])
def test_an_address_without_a_key_is_not_refused_for_one(address: str) -> None:
    try:
        check_address(address)
    except StorageError as error:
        assert "password" not in str(error)


def test_what_to_install_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    outcome = careerlint("batch", "s3://bucket/x", "--out", tmp_path / "report", *DAY)
    assert outcome.code == 2
    assert outcome.complaints == ["careerlint: reading s3:// needs fsspec; install it with pip install 'careerlint[dask]'"]


def test_a_folder_that_cannot_be_listed_ends_the_call(memory: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    system = type(fsspec.filesystem("memory"))
    given = system.ls

    def failing(self: Any, path: str, **options: Any) -> Any:
        if path.endswith("/mina"):
            raise ConnectionResetError("reset\nby the peer")
        return given(self, path, **options)

    monkeypatch.setattr(system, "ls", failing)
    for address in (memory, f"{memory}/*/*.md"):
        outcome = careerlint("batch", address, "--out", tmp_path / "report", *DAY)
        assert outcome.code == 2
        assert outcome.complaints == ["careerlint: memory:// cannot be read (ConnectionResetError: reset by the peer); check the address and the access"]


def test_an_address_that_cannot_be_asked_about_is_not_an_empty_one(memory: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(self: object, path: str, **options: object) -> object:
        raise PermissionError("no")

    monkeypatch.setattr(type(fsspec.filesystem("memory")), "info", failing)
    with pytest.raises(StorageError, match=r"memory:// cannot be read \(PermissionError: no\)"):
        gather(memory)


class Breaking(io.BytesIO):
    """A file of a storage whose connection breaks at its first readings."""

    failures = 0

    def read(self, size: int | None = -1) -> bytes:
        if Breaking.failures:
            Breaking.failures -= 1
            raise RuntimeError("a secret of the server")
        return super().read(size)


@pytest.mark.parametrize(("failures", "errors"), [(2, {"": len(FILES)}), (1_000, {"": len(FILES) - 1, "timeout": 1})])
def test_an_archive_whose_storage_fails_half_way_costs_only_itself(
    failures: int, errors: dict[str, int], memory: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careerlint.cohort.storage._SECONDS_BETWEEN", 0.0)
    fsspec.filesystem("memory").rm("/class/mina/letter.hwp")
    system = type(fsspec.filesystem("memory"))
    given, stored = system.open, fsspec.filesystem("memory").cat_file("/class/mina/work.zip")

    def breaking(self: Any, path: str, *arguments: Any, **options: Any) -> Any:
        return Breaking(stored) if path.endswith(".zip") else given(self, path, *arguments, **options)

    monkeypatch.setattr(system, "open", breaking)
    Breaking.failures = failures
    outcome = careerlint("batch", memory, "--out", tmp_path / "report", *DAY)
    assert outcome.code == (2 if "timeout" in errors else 0), outcome
    rows = [json.loads(line) for line in (tmp_path / "report" / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    assert Counter(row["error"] or "" for row in rows) == Counter({kind: count - (kind == "") for kind, count in errors.items()})


def test_an_archive_that_breaks_off_after_it_was_opened_is_transient(memory: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("careerlint.cohort.storage._SECONDS_BETWEEN", 0.0)
    system, stored = type(fsspec.filesystem("memory")), fsspec.filesystem("memory").cat_file("/class/mina/work.zip")
    monkeypatch.setattr(system, "open", lambda *_arguments, **_options: Breaking(stored))
    Breaking.failures = 0
    assert content_of("memory://class/mina/work.zip", "x/a.md", Limits()) == ENGLISH.encode()
    Breaking.failures = 3
    with pytest.raises(UnreadableError, match=r"did not give the file \(RuntimeError\)") as failed:
        content_of("memory://class/mina/work.zip", "x/a.md", Limits())
    assert failed.value.kind == "timeout"
    assert content_of("memory://class/mina/work.zip", "x/a.md", Limits()) == ENGLISH.encode()


def test_a_listing_that_a_storage_keeps_is_renewed(memory: str, monkeypatch: pytest.MonkeyPatch) -> None:
    system = type(fsspec.filesystem("memory"))
    given = system.ls
    kept: dict[str, Any] = {}

    def keeping(self: Any, path: str, **options: Any) -> Any:
        if path not in kept:
            kept[path] = given(self, path, **options)
        return kept[path]

    monkeypatch.setattr(system, "ls", keeping)
    monkeypatch.setattr(system, "invalidate_cache", lambda _self, path=None: kept.clear() if path is None else kept.pop(path, None))
    addresses = (memory, f"{memory}/*/*.md")
    before = [len(gather(address)) for address in addresses]
    fsspec.filesystem("memory").pipe_file("/class/mina/late.md", b"# late")
    assert [len(gather(address)) for address in addresses] == [count + 1 for count in before]


def test_settings_leave_out_what_they_exclude(memory: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_text(tmp_path / "careerlint.toml", 'exclude = ["june/", "letter.*"]\n')
    assert careerlint("batch", memory, "--out", tmp_path / "report", "--as-of", "2026-01-01").code == 0
    people = {json.loads(line)["path"].split("/")[3] for line in (tmp_path / "report" / "documents.jsonl").read_text(encoding="utf-8").splitlines()}
    assert people == {"mina", "flat.md"}
    [named] = gather(f"{memory}/june/letter.txt")
    assert named.endswith("letter.txt")


def test_a_file_that_is_no_document_is_told_as_one(memory: str, tmp_path: Path) -> None:
    outcome = careerlint("batch", f"{memory}/mina/photo.png", "--out", tmp_path / "report", *DAY)
    assert outcome.code == 2
    [row] = map(json.loads, (tmp_path / "report" / "documents.jsonl").read_text(encoding="utf-8").splitlines())
    assert row["error"] == "unknown-type"
    assert [found.failure.kind for found in gather(f"{memory}/mina/*.png").values() if found.failure] == ["missing"]


@pytest.mark.parametrize(
    ("pattern", "paths"),
    [
        ("memory://cl*/june/*.txt", {"memory:///class/june/huge.txt", "memory:///class/june/letter.txt"}),
        ("memory://*", {"memory:///class/june/huge.txt", "memory:///class/flat.md"}),
        ("memory://class/**/deep/*.md", {"memory://class/mina/deep/포트폴리오.md"}),
        ("memory://class/*/resume.md", {"memory://class/mina/resume.md"}),
    ],
)
def test_a_star_may_stand_in_any_part(pattern: str, paths: set[str], memory: str) -> None:
    found = gather(pattern)
    assert paths <= found.keys()
    assert all(content_of(each.file, each.member, Limits()) for each in found.values())


def test_a_name_with_two_slashes_is_fetched_by_that_name(memory: str, monkeypatch: pytest.MonkeyPatch) -> None:
    system = fsspec.filesystem("memory")
    system.pipe_file("/odd//a.md", ENGLISH.encode())
    monkeypatch.setattr(type(system), "info", lambda *_arguments, **_options: {"name": "/odd", "type": "directory"})
    monkeypatch.setattr(type(system), "ls", lambda *_arguments, **_options: [{"name": "/odd//a.md", "type": "file", "size": 9}])
    [found] = gather("memory://odd").values()
    assert (found.file, found.person) == ("memory://odd//a.md", "a")
    assert system.store.keys() >= {"/odd//a.md"}
    assert stored_bytes(found.file, Limits()) == ENGLISH.encode()


def test_a_storage_that_never_answers_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("careerlint.cohort.engines.LINTING_SECONDS", 0.0)
    here = str(write_text(tmp_path / "a.md", ENGLISH))
    config = Config(limits=Limits(seconds=1.0))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"ftp://127.0.0.1:{silent.getsockname()[1]}/a.md"
        documents = [Looked(Found(file, file, ""), config) for file in (here, address, here)]
        looked = list(WorkerEngine(1, load_languages, lint_order, seconds_of).look(documents))
    assert [each.found.file for each in looked] == [here, address, here]
    assert [bool(each.content) for each in looked] == [True, False, True]
    failure = looked[1].found.failure
    assert failure is not None
    assert failure.message == "The storage took longer than 1 seconds to give the file; call again."
