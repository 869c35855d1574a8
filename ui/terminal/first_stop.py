"""Ctrl-C among a program's very first lines: remembered until `stops` heeds it. Importing this module does it,
before anything else of ours.

Until then Python's own handler would tear whatever import is under way and show its traceback. The module `signal`
takes milliseconds to import, so it is not among these lines.
"""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]
import sys

heard: list[int] = []
"""The signals that came before anybody heeded them."""


def remember(number: int, frame: object) -> None:
    """The handler until then."""
    heard.append(number)


# Where `signal` is known these are no first lines: a test, or a worker process that imports its parent's program.
if "signal" not in sys.modules and _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
    _signal.signal(_signal.SIGINT, remember)
