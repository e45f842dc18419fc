"""Packing: frozen data as bytes and back, building nothing but the types that the reader of the bytes names."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import lru_cache
from importlib import import_module
from operator import attrgetter
from typing import Any

from careerlint.collector import without_collection

Finder = Callable[[str, str], Any]
"""What a module and a name in the bytes stand for, or None for what is not built."""


def pack(value: object) -> bytes:
    """The value as bytes, dataclasses as constructor calls: they are read in a fifth of the time of pickle's usual way."""
    content = io.BytesIO()
    _Pickler(content, protocol=pickle.HIGHEST_PROTOCOL).dump(value)
    return content.getvalue()


def unpack(content: bytes, find: Finder) -> Any:
    """What was packed. Raises `pickle.UnpicklingError` for what holds anything else, whatever the bytes do."""
    try:
        with without_collection():
            return _Unpickler(content, find).load()
    except pickle.UnpicklingError:
        raise
    except Exception as error:
        # A name that is gone, a call with too few values, a size that no memory holds: pickle passes on what the bytes make it meet.
        raise pickle.UnpicklingError(f"{type(error).__name__}: {error}") from error


@lru_cache(maxsize=512)
def dataclass_in(rooms: tuple[str, ...], module: str, name: str) -> type[Any] | None:
    """The dataclass that a module of these rooms defines. What the module only imports, such as `dataclass` itself, can be made to run code."""
    if not f"{module}.".startswith(rooms):
        return None
    found = getattr(import_module(module), name, None)
    return found if isinstance(found, type) and is_dataclass(found) and found.__module__ == module else None


class _Pickler(pickle.Pickler):
    def reducer_override(self, instance: Any) -> Any:
        kind = type(instance)
        return (kind, _values_of(kind)(instance)) if is_dataclass(kind) else NotImplemented


@lru_cache(maxsize=256)
def _values_of(kind: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    names = [field.name for field in fields(kind) if field.init]
    return attrgetter(*names) if len(names) > 1 else lambda instance: tuple(getattr(instance, name) for name in names)


class _Unpickler(pickle.Unpickler):
    def __init__(self, content: bytes, find: Finder) -> None:
        super().__init__(io.BytesIO(content))
        self._find = find

    def find_class(self, module: str, name: str) -> Any:
        found = self._find(module, name)
        if found is None:
            raise pickle.UnpicklingError(f"{module}.{name} is not built from these bytes")
        return found
