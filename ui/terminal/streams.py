"""The three standard streams, as a command may rely on them: there, and able to write every mark it shows.

A job scheduler may start a command with them closed, a pipe under Windows or in an old locale cannot write `✓`, and a
terminal may be closed while the command goes on.
"""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_PLAIN = {
    "✓": "+",
    "✗": "x",
    "×": "x",
    "·": "-",
    "→": "->",
    "…": "...",
    "“": '"',
    "”": '"',
    "’": "'",
    "–": "-",
    "─": "-",
}
_HANDLER = "genoseal-plain"


def make_streams_usable() -> None:
    """Open what is closed on the null device, and write marks that the encoding lacks in plain letters.

    The null device is opened at once and in order, so that no file of ours becomes number 1 and gets the output.
    """
    codecs.register_error(_HANDLER, _plainly)
    for name, mode in (("stdin", os.O_RDONLY), ("stdout", os.O_WRONLY), ("stderr", os.O_WRONLY)):
        stream = getattr(sys, name)
        if stream is None:
            number = os.open(os.devnull, mode)
            stream = open(number, "r" if name == "stdin" else "w", encoding="utf-8")  # noqa: PTH123, SIM115
            setattr(sys, name, stream)
        elif name != "stdin" and isinstance(stream, io.TextIOWrapper):
            if os.name == "posix" and stream.isatty():
                raw = _TerminalFile(stream.fileno(), "w", closefd=False)
                stream = io.TextIOWrapper(io.BufferedWriter(raw), encoding=stream.encoding, line_buffering=True)
                setattr(sys, name, stream)
            stream.reconfigure(errors=_HANDLER)


class _TerminalFile(io.FileIO):
    """A terminal. What is written to one that was closed meanwhile is nobody's to read, and no error: whether the
    command is to end with its terminal, a signal says."""

    def write(self, data: ReadableBuffer, /) -> int:
        try:
            return super().write(data)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            return memoryview(data).nbytes


def _plainly(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_PLAIN.get(letter, "?") for letter in error.object[error.start : error.end]), error.end
