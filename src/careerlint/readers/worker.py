"""The child process that reads one document after the other for its parent: requests on stdin, answers on stdout."""

from __future__ import annotations

import faulthandler
import gc
import os
import signal
import sys
import threading
import time
from importlib import import_module
from typing import IO

from careerlint.model.document import Document
from careerlint.readers.channel import receive, send
from careerlint.readers.limits import Limits, UnreadableError

# A parent that was killed cannot stop a reader that hangs; the worker then ends itself so much later than its limit.
_ORPHAN_SECONDS = 10.0
_PARENT_SECONDS = 0.5


def answer(function: str, path: str, data: bytes, limits: Limits, more: tuple[object, ...] = ()) -> Document | tuple[object, ...] | UnreadableError:
    """Call what `function` names (module:name): a reader, or what makes plain data of a file; every failure becomes an UnreadableError."""
    module, name = function.split(":")
    try:
        reader = getattr(import_module(module), name)
    except (ImportError, OSError) as failure:
        # OSError: a library of the system that is not there or does not fit.
        return _unloaded(failure)
    except MemoryError:
        return UnreadableError("memory")
    try:
        made = reader(data, path, limits, *more)
    except ImportError as failure:
        return _unloaded(failure)
    except UnreadableError as error:
        return UnreadableError(error.kind, error.message, error.message_ko)
    except MemoryError:
        return UnreadableError("memory")
    except Exception as failure:
        return _broken(failure)
    if isinstance(made, Document | tuple):
        return made
    return UnreadableError("broken")


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer requests until the parent closes the channel or memory has run out once."""
    # Letters by the ten thousand are no garbage; what libraries leave in cycles is collected between two documents.
    gc.disable()
    while True:
        try:
            function, path, data, limits, more = receive(requests)
        except EOFError:
            return
        _limit_memory(limits.memory)
        faulthandler.dump_traceback_later(limits.seconds + _ORPHAN_SECONDS, exit=True)
        result = answer(function, path, data, limits, more)
        del data, more
        try:
            send(answers, result)
        except MemoryError:
            send(answers, UnreadableError("memory"))
            return
        except RecursionError:
            send(answers, UnreadableError("broken"))
        faulthandler.cancel_dump_traceback_later()
        if isinstance(result, UnreadableError) and result.kind == "memory":
            return
        del result
        gc.collect()


def _end_with_parent(parent: int) -> None:
    """End once the parent is gone: one that was killed in the middle of a document closes no pipe that is read."""
    while os.getppid() == parent:
        time.sleep(_PARENT_SECONDS)
    os._exit(1)


def main() -> None:
    """Take the channel away from everything else that may print, then serve."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    silence = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(silence, descriptor)
    threading.Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()
    # Ctrl-C reaches the whole process group; the parent decides what ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    serve(requests, answers)
    answers.close()
    # Library state is of no use any more, and taking PDFium apart can take as long as a small document.
    os._exit(0)


def _unloaded(failure: ImportError | OSError) -> UnreadableError:
    name = type(failure).__name__
    return UnreadableError(
        "crashed",
        f"The library that reads it cannot be loaded ({name}: {failure}), which is no fault of the file; install careerlint again.",
        f"읽는 라이브러리를 불러올 수 없습니다({name}: {failure}). 파일 탓이 아니니 careerlint를 다시 설치하세요.",
    )


def _broken(failure: Exception) -> UnreadableError:
    name = type(failure).__name__
    return UnreadableError(
        "broken",
        f"The file is damaged or not what its name says ({name}); open it in its own program and export it again.",
        f"파일이 손상되었거나 확장자와 내용이 다릅니다({name}). 원래 프로그램에서 열어 다시 내보내세요.",
    )


def _limit_memory(size: int) -> None:
    """Bound the address space where the system can; elsewhere the parent watches."""
    if sys.platform == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (size if hard == resource.RLIM_INFINITY else min(size, hard), hard))


if __name__ == "__main__":
    main()
