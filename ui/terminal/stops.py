"""Stops by the user: Ctrl-C, a polite end (SIGTERM), a closed terminal (SIGHUP). For a program's first lines.

One stop is enough: who presses Ctrl-C again while what is half made is being removed means the same stop, and would
otherwise end the removing. After ten seconds another one counts again, in case something hangs.
"""

from __future__ import annotations

import atexit
import signal
import time
from types import FrameType

_PATIENCE_S = 10.0
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
_UNTOUCHED = (signal.SIG_DFL, signal.default_int_handler)
_heard_s = float("-inf")
_ours: list[int] = []


def heed_stops() -> None:
    """Let each of them raise KeyboardInterrupt in the main thread, from now on. For the main thread alone."""
    for name in _NAMES:
        number = getattr(signal, name, None)
        # What is ignored stays so: a shell's nohup has said that the command is to outlive the terminal.
        if number is not None and signal.getsignal(number) in _UNTOUCHED:
            signal.signal(number, _stop)
            _ours.append(number)
    atexit.register(_ignore_stops)  # before what imports register, so after it


def too_late_to_stop() -> None:
    """What is left is over in a moment, and a stop would only tear it: the end of a program."""
    global _heard_s
    _heard_s = time.monotonic()


def _stop(number: int, frame: FrameType | None) -> None:
    before_s = _heard_s
    too_late_to_stop()
    if _heard_s - before_s > _PATIENCE_S:
        raise KeyboardInterrupt


def _ignore_stops() -> None:
    """At the very end the interpreter gives signals back to the system, which would end it with another code."""
    for number in _ours:
        signal.signal(number, signal.SIG_IGN)
