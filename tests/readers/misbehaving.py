"""Readers that do what bad files make real ones do; each is run in a worker by the tests of the isolation."""

from __future__ import annotations

import os
import sys
import time
from importlib import import_module

from careerlint.model.document import Block, Document
from careerlint.model.place import PageRange, Piece
from careerlint.model.span import Span
from careerlint.readers.limits import Limits, UnreadableError


def well(data: bytes, path: str, limits: Limits) -> Document:
    """Read, and tell in the text which process did."""
    text = str(os.getpid())
    span = Span(0, len(text))
    boxes = tuple((float(index), 0.0, index + 1.0, 10.0) for index in range(len(text)))
    return Document(path, "pdf", text, (Piece(span, PageRange(1, boxes)),), (Block("paragraph", span),), pages=1)


def count(data: bytes, path: str, limits: Limits, *more: object) -> tuple[object, ...]:
    """Give plain data back."""
    return path, len(data), *more


def abort(data: bytes, path: str, limits: Limits) -> Document:
    """End the process as PDFium does."""
    os.abort()


def hang(data: bytes, path: str, limits: Limits) -> Document:
    """Never end."""
    while True:
        time.sleep(0.01)


def fill(data: bytes, path: str, limits: Limits) -> Document:
    """Take memory until there is none."""
    kept = []
    while True:
        kept.append(bytearray(50_000_000))


def noise(data: bytes, path: str, limits: Limits) -> Document:
    """Print to everything that is open."""
    print("noise")
    os.write(1, b"noise on the channel")
    os.write(2, b"noise")
    sys.stdout.flush()
    return well(data, path, limits)


def recurse(data: bytes, path: str, limits: Limits) -> Document:
    """Run out of stack."""
    return recurse(data, path, limits)


def refuse(data: bytes, path: str, limits: Limits) -> Document:
    """Say what is wrong."""
    raise UnreadableError("encrypted", "English words", "한국어 말")


def exit_quietly(data: bytes, path: str, limits: Limits) -> Document:
    """Leave without an answer."""
    os._exit(0)


def fail_to_import(data: bytes, path: str, limits: Limits) -> Document:
    """Need a library that is not there."""
    import_module("careerlint_has_no_such_library")
    return well(data, path, limits)


def end_in_python(data: bytes, path: str, limits: Limits) -> Document:
    """End as the process does where Python meets what nothing catches."""
    os._exit(1)
