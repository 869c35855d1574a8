"""The program's own log: codes, ids and numbers under `logs/`, rotating, five files of one megabyte.

An exception is logged as its class and our own frames, never with `str(exc)`: a library's text can hold a path, a
URL or a name. httpx and httpcore log full URLs, so they are silenced.
"""

from __future__ import annotations

import logging
import os
import time
import traceback
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Any

from client.model.folders import PrivateFolders

_MAX_BYTES = 1_000_000
_OLD_FILES = 4
_OUR_LOGGERS = ("client", "prep", "ui")
_SILENCED = ("httpx", "httpcore", "urllib3", "keyring", "jeepney", "asyncio")
_ROOT = Path(__file__).resolve().parent.parent.parent


def start_logging(folders: PrivateFolders) -> None:
    """Write our loggers' lines to `logs/genoseal.log` once the private folder exists.

    Before that, and where it cannot be written, nothing is logged; no line ever goes to the screen.
    """
    for name in _SILENCED:
        silenced = logging.getLogger(name)
        silenced.setLevel(logging.CRITICAL + 1)
        silenced.propagate = False
    stop_logging()
    for name in _OUR_LOGGERS:
        logger = logging.getLogger(name)
        logger.propagate = False
        # Without any handler Python would print errors to the screen.
        logger.addHandler(logging.NullHandler())
    try:
        if not folders.home.is_dir():
            return
        folders.logs.mkdir(exist_ok=True, mode=0o700)
        handler = _PrivateRotatingHandler(folders.logs / "genoseal.log", encoding="utf-8", delay=True)
    except OSError:
        return
    formatter = _Formatter("%(asctime)sZ %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S")
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    for name in _OUR_LOGGERS:
        logger = logging.getLogger(name)
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)


def stop_logging() -> None:
    """Close the log file; what is logged afterwards goes nowhere of ours."""
    for name in _OUR_LOGGERS:
        logger = logging.getLogger(name)
        for handler in list(logger.handlers):
            if isinstance(handler, _PrivateRotatingHandler | logging.NullHandler):
                logger.removeHandler(handler)
                handler.close()


def own_frames(error_class: type[BaseException], trace: TracebackType | None) -> list[str]:
    """Lines such as `client/tasks/preparation.py:41 in prepare_files`, outermost first, the class last."""
    lines = []
    for frame in traceback.extract_tb(trace):
        place = Path(frame.filename)
        if place.is_relative_to(_ROOT) and "site-packages" not in place.parts:
            lines.append(f"{place.relative_to(_ROOT).as_posix()}:{frame.lineno} in {frame.name}")
    return [*lines, f"{error_class.__module__}.{error_class.__qualname__}"]


class _Formatter(logging.Formatter):
    def formatException(self, ei: Any) -> str:  # noqa: N802, RUF100 (the name logging calls)
        error_class, _, trace = ei
        return "" if error_class is None else " < ".join(own_frames(error_class, trace))

    def format(self, record: logging.LogRecord) -> str:
        # A line break inside a message could forge a line.
        return super().format(record).replace("\n", " | ").replace("\r", " ")


class _PrivateRotatingHandler(logging.FileHandler):
    """Files 0600, and a disk that is full is no reason to stop working.

    Python's own rotating handler is in a module that brings sockets along, for which every command would wait.
    """

    def _open(self):  # type: ignore[no-untyped-def]
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(descriptor, self.mode, encoding=self.encoding, errors=self.errors)

    def emit(self, record: logging.LogRecord) -> None:
        with suppress(OSError):
            super().emit(record)
            if self.stream is not None and self.stream.tell() >= _MAX_BYTES:
                self.stream.close()
                self.stream = None  # the next line opens a new file
                self._number_old_files()

    def _number_old_files(self) -> None:
        names = [self.baseFilename, *(f"{self.baseFilename}.{number}" for number in range(1, _OLD_FILES + 1))]
        for newer, older in reversed([*pairwise(names)]):
            with suppress(FileNotFoundError):
                Path(newer).replace(older)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802, RUF100
        return
