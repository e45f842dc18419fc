"""Files written whole: under another name first and then put in place, so that nobody ever sees half of one."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO
from uuid import uuid4


def replace_file(target: Path, write: Callable[[IO[bytes]], object], *, mode: int = 0o666) -> None:
    """Put a file in place of the one of that name, a link itself and never what it points at. Raises OSError, and leaves no draft then."""
    draft = target.with_name(f".{target.name}.{uuid4().hex[:8]}")
    try:
        with open(draft, "xb", opener=partial(os.open, mode=mode)) as file:
            write(file)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def keep_file(target: Path, content: bytes) -> None:
    """Put what only its owner may read into a folder of a cache, which is made where it is missing. Raises OSError."""
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    replace_file(target, lambda file: file.write(content), mode=0o600)


def replace_document(target: Path, content: bytes, like: Path) -> None:
    """Put a document in place that only they may read who may read `like`; its owner may change it. Raises OSError.

    It is on the disk before it takes the name: a loss of power must not cost the old one and the new one.
    """

    def write(file: IO[bytes]) -> None:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
        shutil.copymode(like, file.name)
        draft = Path(file.name)
        draft.chmod(draft.stat().st_mode | stat.S_IWUSR)

    replace_file(target, write)
