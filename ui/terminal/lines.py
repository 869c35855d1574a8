"""Lines that a command shows, and where they go: to a terminal, or to a pipe or file.

Styles, folded tables and bars are Rich's. Importing it takes a tenth of a short command, so only a terminal does; what
goes elsewhere is plain text, as Rich would write it there.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TextIO

_PIPE_WIDTH = 200
_ROOM_FOR_IDS = 72  # columns of a terminal; a narrower one breaks ids rather than hide what stands beside them
_LEAST_WIDTH = 24  # of a table: in less, Rich leaves columns out without a word
_BETWEEN_COLUMNS = "  "


class Line:
    """A line (or several) in parts. `(text, style)` is a part that a terminal shows in that style of Rich's."""

    def __init__(self, *parts: str | tuple[str, str] | Line) -> None:
        self.parts: list[tuple[str, str]] = []
        for part in parts:
            if isinstance(part, Line):
                self.parts += part.parts
            else:
                self.parts.append((part, "") if isinstance(part, str) else part)

    def __str__(self) -> str:
        return "".join(text for text, _ in self.parts)


class Table:
    """Headings and rows, each row as long as the headings.

    `right` are the right-aligned columns; `whole` those that keep to one line, such as ids that somebody copies.
    """

    def __init__(
        self, headings: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int], whole: Sequence[int]
    ) -> None:
        self.headings, self.rows, self.right, self.whole = headings, rows, right, whole

    def plain_lines(self, width: int) -> list[str] | None:
        """The table as it is without styles; None where that takes more: folded cells, wide letters, empty columns."""
        rows = [self.headings, *self.rows]
        if not all(cell.isascii() and cell.isprintable() and cell == cell.strip() for row in rows for cell in row):
            return None
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        if not all(widths) or sum(widths) + len(_BETWEEN_COLUMNS) * (len(widths) - 1) > width:
            return None
        return [
            _BETWEEN_COLUMNS.join(
                cell.rjust(widths[index]) if index in self.right else cell.ljust(widths[index])
                for index, cell in enumerate(row)
            )
            for row in rows
        ]


class Pipe:
    """A stream that is no terminal."""

    is_terminal = is_dumb_terminal = False

    def __init__(self, stream: TextIO) -> None:
        columns = os.environ.get("COLUMNS", "")
        self.width = int(columns) if columns.isdecimal() else _PIPE_WIDTH
        self.encoding = stream.encoding or "utf-8"
        self._stream = stream

    def show(self, line: Line, *, indent: int = 0, wraps: bool = False) -> None:
        """Write a line. Nothing is wrapped: who reads it wants it whole."""
        self._stream.write(f"{'':<{indent}}{line}\n")
        self._stream.flush()

    def table(self, table: Table) -> None:
        """Write a table; its cells are folded where they do not fit into `width`."""
        lines = table.plain_lines(self.width)
        if lines is None:
            Terminal(self._stream, self.width).table(table)
            return
        self._stream.write("".join(f"{line}\n" for line in lines))
        self._stream.flush()


class Terminal:
    """A stream that Rich draws on, with styles where it is a terminal."""

    def __init__(self, stream: TextIO, width: int | None = None) -> None:
        from rich.console import Console

        self.console = Console(file=stream, markup=False, highlight=False, emoji=False, width=width)
        self.is_terminal = self.console.is_terminal
        self.is_dumb_terminal = self.console.is_dumb_terminal
        self.encoding = self.console.encoding

    @property
    def width(self) -> int:
        """Columns it has now."""
        return self.console.width

    def show(self, line: Line, *, indent: int = 0, wraps: bool = False) -> None:
        """Print a line; `wraps`: at words, else the terminal breaks it where it ends."""
        from rich.padding import Padding
        from rich.text import Text

        text = Text.assemble(*line.parts)
        self.console.print(Padding(text, (0, 0, 0, indent)) if indent else text, soft_wrap=not wraps)

    def table(self, table: Table) -> None:
        """Print a table."""
        import rich.table
        from rich.text import Text

        if self.width < _LEAST_WIDTH:
            self.console.width = _LEAST_WIDTH
        drawn = rich.table.Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
        for index, heading in enumerate(table.headings):
            drawn.add_column(
                Text(heading),
                justify="right" if index in table.right else "left",
                overflow="fold",
                no_wrap=index in table.whole and self.width >= _ROOM_FOR_IDS,
            )
        for row in table.rows:
            drawn.add_row(*map(Text, row))
        self.console.print(drawn)


def outlet(stream: TextIO) -> Pipe | Terminal:
    """Where lines for this stream go. What makes Rich take it for a terminal, or not, counts here too."""
    forced = os.environ.get("FORCE_COLOR")
    is_terminal = stream.isatty() if forced is None else forced != ""
    if {"0": False, "1": True}.get(os.environ.get("TTY_COMPATIBLE", ""), is_terminal):
        return Terminal(stream, None if stream.isatty() or "COLUMNS" in os.environ else _PIPE_WIDTH)
    return Pipe(stream)
