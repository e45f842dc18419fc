"""PDFium's C functions with plain pointers: cheaper to call a million times than the typed ones of pypdfium2."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any


def native(symbol: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """The same C function with plain pointers as numbers: cheaper to call and to compare than typed pointers."""
    address = ctypes.cast(symbol, ctypes.c_void_p).value
    prototype = ctypes.PYFUNCTYPE(result, *arguments)
    return prototype(address or 0)
