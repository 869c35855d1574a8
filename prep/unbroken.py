"""Steps that a stop by the user must not tear, where it takes effect behind them, and processes that never hear one."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


@contextmanager
def unbroken() -> Iterator[list[int]]:
    """Ctrl-C, and what a program takes for it, is heard when the block ends. For steps of a moment.

    Gives the signals that came meanwhile; who empties it lets them pass unheard. Only the main thread hears signals; on
    any other this does nothing.
    """
    heard: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield heard
        return

    def wait(number: int, frame: FrameType | None) -> None:
        heard.append(number)

    numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    # What is ignored, or ends the process at once, stays so; None is another language's handler.
    before = {number: handler for number in numbers if callable(handler := signal.getsignal(number))}
    for number in before:
        signal.signal(number, wait)
    try:
        yield heard
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for number in heard[:1]:
            signal.raise_signal(number)


@contextmanager
def deaf_children() -> Iterator[None]:
    """Processes that are spawned in the block never hear Ctrl-C, from their first moment on.

    It reaches every process of a terminal. The parent decides what it means; a worker that is still importing would
    show the traceback of whatever line it tore.
    """
    if sys.platform == "win32":
        import ctypes

        set_handler = ctypes.windll.kernel32.SetConsoleCtrlHandler
        set_handler(None, True)  # the process ignores it from here on, and hands that down
        try:
            yield
        finally:
            set_handler(None, False)
    else:
        from multiprocessing import resource_tracker

        resource_tracker.ensure_running()  # lets Ctrl-C through when it starts, so it must run by now
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
