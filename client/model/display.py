"""The one way outside text reaches a screen, terminal, log, CSV or report."""

from __future__ import annotations

_CSV_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def display_text(text: str, max_chars: int = 200) -> str:
    """Return `text` with everything invisible or steering shown as `\\x1b`-style escapes, at most `max_chars` long.

    Controls, C1, bidirectional marks, zero-width characters and lone surrogates could move a cursor, write a
    clipboard (OSC 52) or turn a name around; as escapes they are visible and inert. A cut is marked with `…`.
    """
    shown: list[str] = []
    length = 0
    for character in text[: max_chars + 1]:
        piece = character if character.isprintable() else _escape(character)
        length += len(piece)
        if length > max_chars:
            shown.append("…")
            break
        shown.append(piece)
    return "".join(shown)


def display_lines(text: str) -> str:
    """Like `display_text`, uncut and with its line ends: for sentences in which outside text may stand."""
    return "".join(
        character if character.isprintable() or character == "\n" else _escape(character) for character in text
    )


def csv_cell(text: str, max_chars: int = 200) -> str:
    """Like `display_text`, and a spreadsheet will not take it for a formula (a leading `'` is put before it)."""
    shown = display_text(text, max_chars)
    return f"'{shown}" if text.startswith(_CSV_FORMULA_STARTS) else shown


def _escape(character: str) -> str:
    point = ord(character)
    if point <= 0xFF:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point <= 0xFFFF else f"\\U{point:08x}"
