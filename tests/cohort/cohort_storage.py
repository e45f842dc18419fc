"""A storage that is no folder of this machine for whoever asks, and still the same for all processes: `shared://` below SHARED_ROOT."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import fsspec
from fsspec.implementations.local import LocalFileSystem


class SharedFileSystem(LocalFileSystem):  # type: ignore[misc]
    """The files below SHARED_ROOT, by addresses."""

    protocol = ("shared",)

    @classmethod
    def _strip_protocol(cls, path: Any) -> str:
        text = os.fspath(path)
        inside = f"{os.environ['SHARED_ROOT']}/{text.removeprefix('shared://')}" if text.startswith("shared://") else text
        return str(LocalFileSystem._strip_protocol(inside))


def register(folders: tuple[Path, ...] = ()) -> None:
    """Make the addresses known in this process."""
    fsspec.register_implementation("shared", SharedFileSystem, clobber=True)


register()


def dask_setup(worker: Any) -> None:
    """What Dask calls when a worker starts with `--preload` of this file."""
    register()
