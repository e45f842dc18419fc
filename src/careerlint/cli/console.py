"""The console: letters that its encoding lacks, and bytes for programs that read what is printed."""

from __future__ import annotations

import codecs
import sys
import unicodedata
from typing import TextIO

_HANDLER = "careerlint-closest"
_CLOSE = {"–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": ".", "│": "|", "─": "-", "●": "*", "▲": "!", "·": ".", "×": "x"}


def show_closest_letters(*streams: TextIO) -> None:
    """Let the streams write a close letter, or a question mark for each cell, where their encoding has none.

    A cp949 console knows no é and no emoji; an underline below the line still has to stand under its words.
    """
    codecs.register_error(_HANDLER, _closest)
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=_HANDLER)


def write_for_programs(text: str) -> None:
    """Print text that a program will read: UTF-8 whatever the console's encoding, unless a person looks at it."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None or sys.stdout.isatty():
        sys.stdout.write(text)
        return
    sys.stdout.flush()
    buffer.write(text.encode("utf-8"))
    buffer.flush()


def _closest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(map(_close_letter, lacking)), error.end


def _close_letter(letter: str) -> str:
    if letter in _CLOSE:
        return _CLOSE[letter]
    plain = unicodedata.normalize("NFKD", letter)[0]
    if plain.isascii():
        return plain
    # Imported late: Rich is loaded only where something is drawn.
    from rich.cells import cell_len

    return "?" * cell_len(letter)
