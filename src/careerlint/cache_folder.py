"""The cache folder: where the platform keeps what can be made again."""

from __future__ import annotations

from pathlib import Path


def cache_folder() -> Path | None:
    """The folder of ours below it; None where the system knows no home of the user, as in a container that runs under a bare number.

    Then nothing is kept: up to 4.2 platformdirs leaves the tilde of "~/.cache" in place there, which would be a folder of that name in the current one.
    """
    # Imported on use: most calls print help.
    from platformdirs import user_cache_path

    try:
        folder = user_cache_path("careerlint")
    except RuntimeError:
        return None
    return folder if folder.is_absolute() else None
