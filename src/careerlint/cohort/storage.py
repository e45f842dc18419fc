"""Storage: files by address (`s3://bucket/folder`), wherever fsspec reaches; paths of this machine are none of its business."""

from __future__ import annotations

import io
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, TypeVar
from urllib.request import url2pathname

from careerlint.expression import Expression
from careerlint.readers import too_large
from careerlint.readers.limits import Limits, UnreadableError

Result = TypeVar("Result")

INSTALL = "pip install 'careerlint[dask]'"
_ADDRESS = Expression(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
"""Two letters at least: one is a drive of Windows."""
_HERE = ("file", "local")
_IS_WINDOWS = os.name == "nt"
_DRIVE = Expression(r"[a-z]:", re.IGNORECASE)
_ONLY_IN_THIS_PROCESS = ("memory",)
_PASSWORD = Expression(r"(?:(?:https?|ftp)://[^/?#]*@|[a-z0-9+.-]+://[^/@]*:[^/@]*@)", re.IGNORECASE)
"""Of servers of web pages a user alone may be a key."""
_SIGNED = Expression(r"[a-z0-9+.-]+://[^?]*\?(?:[^#]*&)?[^=&#]*(?:sig|token|signature|key)=", re.IGNORECASE)
_NAMES_WITH_COLON = "github://"
_ATTEMPTS = 3
_LONGEST_REASON = 300
_SECONDS_BETWEEN = 0.5


class StorageError(Exception):
    """Why an address cannot be used, in one line for the user."""


def is_address(path: str) -> bool:
    """Whether a path is an address and no path of this machine."""
    return _ADDRESS.match(path) is not None


def local_path(path: str) -> str:
    """`file:///folder` as the path that it is; everything else as it stands. Raises StorageError for a file of another machine."""
    found = _ADDRESS.match(path)
    if found is None or found[1].lower() not in _HERE:
        return path
    bare = re.sub("^localhost/", "/", path[found.end() :], flags=re.IGNORECASE)
    if found[1].lower() == "file" and not bare.startswith("/") and not (_IS_WINDOWS and _DRIVE.match(bare)):
        raise StorageError("file:// reads this machine only, as in file:///folder; name a folder of another machine by its path or an address such as sftp://")
    # fsspec takes the letters as they stand, browsers and desktops write %20; on Windows /C:/folder is no path yet.
    return url2pathname(bare) if _IS_WINDOWS or ("%" in bare and not Path(bare).exists()) else bare


def folder_of(place: str) -> tuple[Any, str]:
    """The file system of a folder, by its address or by a path of this machine, and where it is in it. Raises StorageError."""
    if is_address(local_path(place)):
        system, path = open_system(place)
        return system, path.rstrip("/")
    try:
        from fsspec.implementations.local import LocalFileSystem
    except ImportError:
        raise StorageError(f"this needs fsspec; install it with {INSTALL}") from None
    return LocalFileSystem(), Path(local_path(place)).absolute().as_posix()


def name_of(address: str) -> str:
    """The last part of an address or path."""
    return address.rstrip("/").rsplit("/", 1)[-1]


def settings_place(path: str) -> Path:
    """Where the settings of a document are looked for: around its file, and in the folder of the call for an address."""
    here = local_path(path)
    return Path(name_of(here) or ".") if is_address(here) else Path(here)


def check_address(path: str) -> None:
    """Raise StorageError where a path is an address that cannot be used, before anything begins."""
    if is_address(local_path(path)):
        open_system(path)


def is_only_here(address: str) -> bool:
    """Whether no other process can fetch from this address."""
    found = _ADDRESS.match(address)
    return found is not None and found[1].lower() in _ONLY_IN_THIS_PROCESS


def stored_bytes(address: str, limits: Limits) -> bytes:
    """The content of a file; raises UnreadableError."""
    return _tried(lambda: _bytes(address, limits))


def open_stored(address: str) -> tuple[IO[bytes], int | None]:
    """A file of a storage, open for reading, and its size where the storage tells it; it and its reading raise UnreadableError."""
    file = _StoredFile(address)
    return file, file.size


def state_of_stored(address: str) -> str:
    """What changes when the file does; raises UnreadableError."""
    return _tried(lambda: _state(address))


class _StoredFile(io.BufferedIOBase, IO[bytes]):
    """A file whose storage may fail while it is read: then it is opened anew where it was; what it still says is an UnreadableError."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._place = 0
        self._file: Any = None
        _tried(self._open)
        self.size: int | None = getattr(self._file, "size", None)

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def tell(self) -> int:
        """Where the next reading begins."""
        return self._place

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place; only one that is counted from the end asks the storage."""
        if whence == os.SEEK_END:
            self._place = _tried(lambda: self._from_storage(lambda file: int(file.seek(offset, whence))))
        else:
            self._place = offset + (self._place if whence == os.SEEK_CUR else 0)
        return self._place

    def read(self, size: int | None = -1) -> bytes:
        """So many of the next bytes, all without a size."""
        data: bytes = _tried(lambda: self._from_storage(lambda file: self._read(file, size)))
        self._place += len(data)
        return data

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            with suppress(Exception):
                self._file.close()
        super().close()

    def _read(self, file: Any, size: int | None) -> bytes:
        file.seek(self._place)
        return bytes(file.read(-1 if size is None else size))

    def _open(self) -> None:
        with _as_unreadable():
            system, path = open_system(self._address)
            self._file = system.open(path, "rb")

    def _from_storage(self, ask: Callable[[Any], Result]) -> Result:
        if self._file is None:
            self._open()
        try:
            with _as_unreadable():
                return ask(self._file)
        except UnreadableError:
            # A connection that broke stays broken.
            self._file = None
            raise


def _tried(ask: Callable[[], Result]) -> Result:
    """What a network does may be better next time, so it is asked again."""
    for _ in range(_ATTEMPTS - 1):
        try:
            return ask()
        except UnreadableError as error:
            if error.kind != "timeout":
                raise
            time.sleep(_SECONDS_BETWEEN)
    return ask()


def _state(address: str) -> str:
    with _as_unreadable():
        system, path = open_system(address)
        return str(system.ukey(path))


def _bytes(address: str, limits: Limits) -> bytes:
    with _as_unreadable():
        system, path = open_system(address)
        with system.open(path, "rb") as file:
            size = getattr(file, "size", None)
            if size is not None and size > limits.bytes:
                raise too_large(limits)
            data = bytes(file.read(limits.bytes + 1))
    if len(data) > limits.bytes:
        raise too_large(limits)
    if not data:
        raise UnreadableError("empty")
    return data


@contextmanager
def _as_unreadable() -> Iterator[None]:
    try:
        yield
    except (UnreadableError, MemoryError):
        raise
    except FileNotFoundError:
        raise UnreadableError("missing") from None
    except IsADirectoryError:
        raise UnreadableError("not-a-file") from None
    except Exception as error:
        # Each storage has errors of its own; as "timeout" the next run tries again.
        reason = str(error) if isinstance(error, StorageError) else type(error).__name__
        raise UnreadableError(
            "timeout", f"The storage did not give the file ({reason}); check the access and call again.", f"저장소에서 파일을 받지 못했습니다({reason}). 접근 권한을 확인하고 다시 실행하세요."
        ) from None


def open_system(address: str) -> tuple[Any, str]:
    """The file system of an address and the path in it. Raises StorageError, whatever its library says."""
    protocol = _protocol(address)
    if (_PASSWORD.match(address) and not address.startswith(_NAMES_WITH_COLON)) or _SIGNED.match(address):
        raise StorageError("this address holds a password or key, which would stand in the report; give it to fsspec by its configuration or the environment")
    try:
        from fsspec.core import url_to_fs
        from fsspec.registry import get_filesystem_class
    except ImportError:
        raise StorageError(f"reading {protocol}:// needs fsspec; install it with {INSTALL}") from None
    try:
        get_filesystem_class(protocol)
    except ImportError as error:
        raise StorageError(f"reading {protocol}:// needs another library: {str(error).rstrip('.')}") from None
    except ValueError:
        raise StorageError(f"fsspec knows no storage {protocol}://; check the address") from None
    try:
        # The address of a file may hold "::", by which fsspec chains file systems.
        system, _ = url_to_fs("/".join(address.split("/", 3)[:3]))
        return system, system._strip_protocol(address)
    except Exception as error:
        # What a server says may hold more than a report should; what is wrong with a number of a port is said by this machine.
        reason = str(error) if isinstance(error, ValueError) and "port" in str(error).lower() else type(error).__name__
        raise StorageError(f"{protocol}:// cannot be opened ({_in_one_line(reason)}); check the address and the access") from None


def _in_one_line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_REASON]


@contextmanager
def telling_of(address: str) -> Iterator[None]:
    """Turn what a library says about an address into a StorageError of one line."""
    try:
        yield
    except (StorageError, UnreadableError):
        raise
    except Exception as error:
        raise StorageError(f"{_protocol(address)}:// cannot be read ({type(error).__name__}: {_in_one_line(str(error))}); check the address and the access") from None


def _protocol(address: str) -> str:
    return address.split("://", 1)[0]
