"""Standing: what is on the disk; what may not be looked at is not there.

`Path.exists()` and its like raise where a folder is closed to the user, up to Python 3.13, and a search that meets one folder of
somebody else's ended there.
"""

from __future__ import annotations

import os
from pathlib import Path


def is_there(path: Path) -> bool:
    """Whether anything stands at the path, links followed."""
    return os.path.exists(path)  # noqa: PTH110


def is_file(path: Path) -> bool:
    """Whether a regular file stands at the path, links followed."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: Path) -> bool:
    """Whether a folder stands at the path, links followed."""
    return os.path.isdir(path)  # noqa: PTH112
