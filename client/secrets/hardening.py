"""What a process that holds keys does first, so that a crash or a debugger cannot spill them."""

from __future__ import annotations

import contextlib
import ctypes
import functools
import os
import sys
import threading
from collections.abc import Callable
from typing import ParamSpec

P = ParamSpec("P")

_PR_SET_DUMPABLE = 4


def harden_process() -> None:
    """No core dumps, and on Linux not dumpable: other programs of the user cannot attach or read our memory.

    Does what the system allows and never raises. Call it early, in the parent and in each worker.
    """
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def wordless_at_the_end(main: Callable[P, None]) -> Callable[P, None]:
    """For the entry of a process: an error that it lets out, in whichever thread, ends it with 1 and no word.

    Python and multiprocessing would print the error with its text, and that may hold a path or a name. Whoever started
    the process sees that it ended.
    """

    @functools.wraps(main)
    def guarded(*arguments: P.args, **named: P.kwargs) -> None:
        threading.excepthook = lambda _: os._exit(1)
        try:
            main(*arguments, **named)
        except Exception:  # noqa: BLE001 - whatever it is, nothing of it is shown
            os._exit(1)

    return guarded
