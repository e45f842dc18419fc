"""Listings: which files of a storage stand at an address, below it, or where a pattern matches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from careerlint.cohort.storage import name_of, open_system, telling_of

_DEEPEST = 50
_ANY_FOLDERS = "**"


@dataclass(frozen=True, slots=True)
class Stored:
    """A file of a storage: its address, and its size where the storage tells it."""

    address: str
    size: int | None

    @property
    def name(self) -> str:
        """The last part of the address."""
        return name_of(self.address)


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a storage lists: `path` is its own name for it, `address` ours."""

    path: str
    address: str
    is_folder: bool = True
    is_file: bool = False
    size: int | None = None


def find_stored(address: str, is_wanted: Callable[[str], bool], is_searched: Callable[[str], bool]) -> Iterator[Stored]:
    """The files at an address: those wanted below it in order, or itself; nothing where nothing is there. Raises StorageError."""
    with telling_of(address):
        system, path = open_system(address)
        # With a path some storages forget that one listing and keep those below it.
        system.invalidate_cache()
        try:
            info = system.info(path)
        except FileNotFoundError:
            return
        itself = Stored(address, info.get("size"))
        # A server of web pages calls every folder a file and every page a folder, so that the name is asked first.
        if info["type"] == "file" and is_wanted(itself.name):
            yield itself
            return
        top = _Entry(path.rstrip("/"), _without_slash(address))
        if info["type"] == "file" and not _listed(system, top):
            yield itself
            return
        yield from _walk(system, top, is_wanted, is_searched, _DEEPEST)


def match_stored(pattern: str, fixed: str) -> Iterator[str]:
    """The addresses that a pattern matches, in order; `fixed` is what stands before its first star. Raises StorageError."""
    with telling_of(pattern):
        system, path = open_system(fixed)
        system.invalidate_cache()
        parts = pattern.removeprefix(fixed).strip("/").split("/")
        if pattern.lower().startswith("http"):
            parts = [part.replace("?", "[?]") for part in parts]
        yield from sorted(set(_matching(system, _Entry(path.rstrip("/"), _without_slash(fixed)), parts, _DEEPEST)))


def fixed_of(address: str) -> str:
    """What stands before the part with the first star, the whole where there is none; never less than `scheme://`."""
    if "*" not in address:
        return address
    scheme, _, path = address.partition("://")
    return f"{scheme}://{path[: path.index('*')].rpartition('/')[0]}"


def _without_slash(address: str) -> str:
    return address if address.endswith("://") else address.rstrip("/")


def _walk(system: Any, folder: _Entry, is_wanted: Callable[[str], bool], is_searched: Callable[[str], bool], deepest: int) -> Iterator[Stored]:
    """The files below a folder. The walk of fsspec leaves out each folder below the first whose listing fails, whatever it is asked."""
    entries = _listed(system, folder)
    for entry in entries:
        if entry.is_file and is_wanted(name_of(entry.address)):
            yield Stored(entry.address, entry.size)
    for entry in entries if deepest > 1 else ():
        if entry.is_folder and is_searched(name_of(entry.address)):
            yield from _walk(system, entry, is_wanted, is_searched, deepest - 1)


def _matching(system: Any, folder: _Entry, parts: Sequence[str], deepest: int) -> Iterator[str]:
    """The addresses below a folder that these parts of a pattern match."""
    part, rest = parts[0], parts[1:]
    if not any(letter in part for letter in "*?["):
        inside = _Entry("/".join(filter(None, (folder.path, part))), f"{folder.address}{'' if folder.address.endswith('://') else '/'}{part}")
        yield from _matching(system, inside, rest, deepest) if rest else (inside.address,)
        return
    if part == _ANY_FOLDERS and rest:
        yield from _matching(system, folder, rest, deepest)
    for entry in _listed(system, folder):
        if not (part == _ANY_FOLDERS or fnmatchcase(name_of(entry.address), part)):
            continue
        if not rest:
            yield entry.address
        elif entry.is_folder and deepest > 1:
            yield from _matching(system, entry, parts if part == _ANY_FOLDERS else rest, deepest - 1)


def _listed(system: Any, folder: _Entry) -> list[_Entry]:
    """What stands in a folder, in order; nothing where it is gone or a file. Every other failure of the storage passes."""
    try:
        infos = system.ls(folder.path, detail=True)
    except (FileNotFoundError, NotADirectoryError):
        return []
    entries = []
    for info in infos:
        path = str(info["name"]).rstrip("/")
        # A file lists itself, and so does a folder of an object store.
        if path == folder.path:
            continue
        entries.append(_Entry(path, _address_of(path, folder), info["type"] == "directory", info["type"] == "file", info.get("size")))
    return sorted(entries, key=lambda entry: entry.address)


def _address_of(path: str, folder: _Entry) -> str:
    """The address by the storage's own name, which may hold more slashes than one between two parts."""
    inside = path.removeprefix(folder.path) if path.startswith(folder.path) else f"/{name_of(path)}"
    return folder.address + inside
