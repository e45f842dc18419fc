"""Messages between the program and its reading process: length and pickle, nothing but our own types in it."""

from __future__ import annotations

import copyreg
import io
import pickle
import struct
from collections.abc import Callable
from dataclasses import fields
from itertools import chain
from operator import attrgetter
from typing import IO, Any

from careerlint.model.document import Block, Document, Mark
from careerlint.model.place import Origin, PageRange, Piece, RunRange, SourceRange
from careerlint.model.span import Span
from careerlint.packing import unpack
from careerlint.readers.limits import Limits, UnreadableError

_HEADER = struct.Struct(">Q")
_BOX = struct.Struct("=4d")
_MOST_BYTES = 1_000_000_000
"""Of one message; the text of a document is bounded far below."""
# What Document's own fields hold, but for pieces: those are so many that they travel as plain rows.
_FROZEN: tuple[type[Any], ...] = (Span, Block, Mark, SourceRange, RunRange)
_OTHER_FIELDS = tuple(field.name for field in fields(Document) if field.name not in ("path", "text", "pieces"))
_Row = tuple[int, tuple[Any, ...] | None]


def send(channel: IO[bytes], message: object) -> None:
    """Write one message; frozen data goes as constructor calls, a fifth of the time of pickle's usual way."""
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, protocol=5)
    pickler.dispatch_table = copyreg.dispatch_table | {kind: _constructor_call(kind) for kind in _FROZEN}
    pickler.dispatch_table[Document] = _document_call
    pickler.dump(message)
    channel.write(_HEADER.pack(buffer.tell()))
    channel.write(buffer.getbuffer())
    channel.flush()


def receive(channel: IO[bytes]) -> Any:
    """Read one message; raises EOFError where the other side is gone, `pickle.UnpicklingError` for what is none of ours."""
    header = channel.read(_HEADER.size)
    if len(header) < _HEADER.size:
        raise EOFError
    (size,) = _HEADER.unpack(header)
    if size > _MOST_BYTES:
        raise pickle.UnpicklingError(f"a message of {size} bytes")
    content = channel.read(size)
    if len(content) < size:
        raise EOFError
    return unpack(content, _traveller)


def _traveller(module: str, name: str) -> Callable[..., Any] | None:
    """The types that travel here and no other: a reader that a file has taken over must not reach the program."""
    return _TRAVELLERS.get((module, name))


def document(rows: list[_Row], *others: Any) -> Document:
    """The document whose pieces travelled as rows: how many letters, and the fields of their origin."""
    path, text, named = others
    pieces: list[Piece] = []
    position = 0
    for size, origin in rows:
        pieces.append(Piece(Span(position, position + size), _origin(origin)))
        position += size
    return Document(path=path, text=text, pieces=tuple(pieces), **named)


def _document_call(whole: Document) -> tuple[Callable[..., Document], tuple[Any, ...]]:
    rows = [(len(piece.span), _fields(piece.origin)) for piece in whole.pieces]
    named = {name: getattr(whole, name) for name in _OTHER_FIELDS}
    return document, (rows, whole.path, whole.text, named)


def _fields(origin: Origin | None) -> tuple[Any, ...] | None:
    """The origin as plain data; the number of fields tells which kind it is."""
    if origin is None:
        return None
    if isinstance(origin, PageRange):
        boxes = origin.boxes
        return origin.page, struct.pack(f"={4 * len(boxes)}d", *chain.from_iterable(boxes)), 0
    if isinstance(origin, RunRange):
        return origin.part, origin.paragraph, origin.run, origin.start, origin.end
    return origin.start, origin.end


def _origin(values: tuple[Any, ...] | None) -> Origin | None:
    if values is None:
        return None
    if len(values) == 3:
        return PageRange(values[0], tuple(_BOX.iter_unpack(values[1])))
    return RunRange(*values) if len(values) == 5 else SourceRange(*values)


def _constructor_call(kind: type[Any]) -> Callable[[Any], tuple[type[Any], tuple[Any, ...]]]:
    values = attrgetter(*(field.name for field in fields(kind)))
    return lambda instance: (kind, values(instance))


_TRAVELLERS: dict[tuple[str, str], Callable[..., Any]] = {
    (document.__module__, document.__name__): document,
    **{(kind.__module__, kind.__name__): kind for kind in (*_FROZEN, Limits, UnreadableError)},
}
