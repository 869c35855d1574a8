"""A QR code for a terminal: two modules a character, black on white whatever the terminal's colours, quiet zone 4."""

from __future__ import annotations

import segno

_BLACK_ON_WHITE = "\x1b[38;2;0;0;0;48;2;255;255;255m"
_RESET = "\x1b[0m"
# Upper half, lower half: dark where the module is dark.
_HALVES = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}


def can_draw(encoding: str) -> bool:
    """Whether a terminal of this encoding can show the picture."""
    try:
        "█▀▄".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def qr_lines(text: str) -> list[str]:
    """The lines to write to a terminal."""
    code = segno.make(text, error="m", micro=False)
    rows = [[bool(module) for module in row] for row in code.matrix_iter(border=4)]
    if len(rows) % 2:
        rows.append([False] * len(rows[0]))
    return [
        _BLACK_ON_WHITE
        + "".join(_HALVES[upper, lower] for upper, lower in zip(rows[at], rows[at + 1], strict=True))
        + _RESET
        for at in range(0, len(rows), 2)
    ]
