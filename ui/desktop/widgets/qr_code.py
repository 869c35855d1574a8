"""The QR code of the second factor, made so that a phone reads it and a shared screen does not give it away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desktop.theme import Theme, em_px

QUIET_MODULES = 4
"""ISO/IEC 18004 asks for four light modules around a symbol."""
BLACK, WHITE, PALE, INK = "#000000", "#FFFFFF", "#E3E8EE", "#15202B"
"""Always dark on white, in both themes: many phones do not read an inverted symbol."""
DECOY = "otpauth://totp/hidden?secret=" + "HIDDEN" * 6

Matrix = tuple[tuple[bool, ...], ...]


def qr_matrix(text: str) -> Matrix:
    """The modules of `text` at level M, without the quiet zone."""
    import segno  # with its writers come TLS and HTTP, which no window that shows no code needs

    symbol = segno.make(text, error="m", micro=False, boost_error=False)
    return tuple(tuple(bool(module) for module in row) for row in symbol.matrix)


class QrCode(QWidget):
    """Shows a decoy until `set_revealed(True)`.

    The decoy is another symbol altogether: a pale or blurred copy of the real one was decoded back to the secret. The
    accessible text never holds the contents.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._decoy = qr_matrix(DECOY)
        self._real: Matrix | None = None
        self._revealed = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("QR code for the authenticator app"))
        self.setAccessibleDescription(self.tr("Cannot scan it? Type the key beside it instead."))
        theme.changed.connect(self._resized)
        self._resized()

    def set_contents(self, text: str) -> None:
        """Give it what to show; it stays hidden."""
        self._real = qr_matrix(text)
        self._revealed = False
        self._resized()

    def forget(self) -> None:
        """Drop the real symbol."""
        self._real = None
        self._revealed = False
        self.update()

    def set_revealed(self, revealed: bool) -> None:
        """Show the real symbol, or the decoy."""
        self._revealed = revealed and self._real is not None
        self.update()

    @property
    def is_revealed(self) -> bool:
        """Whether the real symbol is on screen."""
        return self._revealed

    def sizeHint(self) -> QSize:
        """A square that leaves each module at least four device pixels."""
        modules = max(len(self._decoy), len(self._real or ())) + 2 * QUIET_MODULES
        ratio = self.devicePixelRatioF()
        module = max(4, round(em_px() * 17 * ratio / modules))
        side = int(-(-module * modules // ratio))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each module on whole device pixels, so that no edge is blurred at any scale."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(WHITE))
        matrix = self._real if self._revealed and self._real is not None else self._decoy
        ratio = self.devicePixelRatioF()
        modules = len(matrix) + 2 * QUIET_MODULES
        module = int(self.width() * ratio // modules) / ratio
        margin = int((self.width() - module * modules) * ratio / 2) / ratio + QUIET_MODULES * module
        colour = QColor(BLACK if self._revealed else PALE)
        for y, row in enumerate(matrix):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(QRectF(margin + x * module, margin + y * module, module, module), colour)
        if not self._revealed:
            font = self.font()
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(QColor(INK))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Hidden"))
        painter.end()

    def _resized(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()
