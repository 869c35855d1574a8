"""Stops by the user: Ctrl-C, a polite end (SIGTERM), a closed terminal (SIGHUP), and Windows' Ctrl-Break. For a
program's first lines.

One stop is enough: who presses Ctrl-C again while what is half made is being removed means the same stop, and would
otherwise end the removing. After ten seconds another one counts again, in case something hangs.
"""

from __future__ import annotations

import _thread
import atexit
import signal
import sys
import time
from types import FrameType

from ui.terminal import first_stop

_PATIENCE_S = 10.0
_AGAIN_AFTER_S = 0.01
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_UNTOUCHED = (signal.SIG_DFL, signal.default_int_handler, first_stop.remember)
_heard_s = float("-inf")
_ours: list[signal.Signals] = []


def heed_stops() -> None:
    """Let each of them raise KeyboardInterrupt in the main thread, from now on. For the main thread alone.

    Raises it where one came before.
    """
    for name in _NAMES:
        number = getattr(signal, name, None)
        # What is ignored stays so: a shell's nohup has said that the command is to outlive the terminal.
        if number is not None and signal.getsignal(number) in _UNTOUCHED:
            signal.signal(number, _stop)
            _ours.append(number)
    sys.unraisablehook = _hear_again
    atexit.register(_ignore_stops)  # before what imports register, so after it
    for number in first_stop.heard:
        _stop(number, None)


def too_late_to_stop() -> None:
    """What is left is over in a moment, and a stop would only tear it: the end of a program."""
    global _heard_s
    _heard_s = time.monotonic()


def _stop(number: int, frame: FrameType | None) -> None:
    before_s = _heard_s
    too_late_to_stop()
    if _heard_s - before_s > _PATIENCE_S:
        raise KeyboardInterrupt


def _hear_again(unraisable: sys.UnraisableHookArgs) -> None:
    """A stop that came where nothing can be raised (imports have such moments) comes again a moment later."""
    if isinstance(unraisable.exc_value, KeyboardInterrupt) and _ours:
        _thread.start_new_thread(_stop_again, ())
    else:
        sys.__unraisablehook__(unraisable)


def _stop_again() -> None:
    global _heard_s
    time.sleep(_AGAIN_AFTER_S)
    _heard_s = float("-inf")
    _thread.interrupt_main(_ours[0])


def _ignore_stops() -> None:
    """At the very end the interpreter gives signals back to the system, which would end it with another code."""
    for number in _ours:
        signal.signal(number, signal.SIG_IGN)
