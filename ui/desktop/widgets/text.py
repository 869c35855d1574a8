"""Text on screen is plain text, always.

A QLabel with automatic format drew a local picture that was named inside a sample name, and a tooltip or message box
guesses the same way. So nothing in the window builds a QLabel, tooltip or clipboard text by itself; it comes here.
"""

from __future__ import annotations

import html
import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSizePolicy, QWidget

from client.model.display import display_text
from ui.desktop.theme import em_px

MOST_LINE_CHARS = 2000
_ZERO_WIDTH_SPACE = "\u200b"
_LONG_NAME = re.compile(r"(?=\S*[\d_./])\S{24,}")
_BREAKS_AFTER = re.compile(r"[_./]|[^_./]{20}")


class Label(QLabel):
    """A label that never interprets its text. `role` picks the type style, `tone` the colour."""

    def __init__(
        self, text: str = "", role: str = "", *, wrap: bool = False, tone: str = "", selectable: bool = False
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)
        if tone:
            self.setProperty("tone", tone)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.setText(text)
        if selectable:
            self.setAccessibleName(text)

    def setText(self, text: str) -> None:
        """Show `text`; whatever it is, nothing in it steers or hides (line breaks stay)."""
        shown = visible(text)
        super().setText(_breakable(shown) if self.wordWrap() and not self._is_selectable() else shown)

    def text(self) -> str:
        """What is shown, without the places where a long word may be broken."""
        return super().text().replace(_ZERO_WIDTH_SPACE, "")

    def set_outside_text(self, text: str, max_chars: int = 200) -> None:
        """Show text that a file or a service wrote."""
        self.setText(display_text(text, max_chars))

    def _is_selectable(self) -> bool:
        """Whoever copies a key out of it must not copy places to break it."""
        return bool(self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse)

    def set_tone(self, tone: str) -> None:
        """Change the colour; empty for the ordinary one."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)


class TextView(QPlainTextEdit):
    """A longer text to be read and copied, in letters of one width, `least_em` high at least. Tab leaves it."""

    def __init__(self, text: str, name: str, least_em: float) -> None:
        super().__init__(text)
        self.setReadOnly(True)
        self.setProperty("mono", True)
        self.setAccessibleName(name)
        self.setMinimumHeight(round(em_px() * least_em))
        self.setTabChangesFocus(True)


class PathLabel(Label):
    """The place of a file or folder, or a name that has no gaps to be broken at, in one line: shortened in its middle
    where it does not fit, whole as tooltip and for screen readers."""

    def __init__(self, role: str = "") -> None:
        super().__init__("", role)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_path(self, path: Path) -> None:
        """Show this place."""
        self.show_name(str(path), MOST_LINE_CHARS)

    def show_name(self, name: str, max_chars: int) -> None:
        """Show a name that a file, a person or a service gave."""
        self._whole = display_text(name, max_chars)
        self.setAccessibleName(self._whole)
        set_tooltip(self, self._whole)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, max(40, self.width())))


def _breakable(text: str) -> str:
    """`text` in which long names of files and keys may be broken: they have no gaps, and one that is wider than the
    page would push all of it out at the side."""
    return _LONG_NAME.sub(lambda name: _BREAKS_AFTER.sub(rf"\g<0>{_ZERO_WIDTH_SPACE}", name[0]), text)


def visible(text: str) -> str:
    """`text` with its line breaks, everything else that is invisible or steers as escapes."""
    plain = text.replace("\u00a0", " ").replace("\u202f", " ")
    return "\n".join(display_text(line, MOST_LINE_CHARS) for line in plain.split("\n"))


def restyle(widget: QWidget) -> None:
    """Make the style sheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def plain_tooltip(text: str) -> str:
    """Tooltip text that Qt shows as it is written: escaped, with its line breaks kept.

    Qt guesses rich text from the look of a tooltip, so every tooltip is rich text on purpose.
    """
    if not text:
        return ""
    shown = "\n".join(display_text(line, 400) for line in text.split("\n"))
    return f"<p style='white-space:pre-wrap'>{html.escape(shown)}</p>"


def set_tooltip(widget: QWidget, text: str) -> None:
    """Give `widget` a tooltip of plain text, from whatever source."""
    widget.setToolTip(plain_tooltip(text))
