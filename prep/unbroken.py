"""Steps that a stop by the user must not tear: it takes effect behind them."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


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
