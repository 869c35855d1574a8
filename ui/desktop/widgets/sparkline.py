"""A small curve of the last minute's rate."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.desktop.theme import Theme, em_px


class Sparkline(QWidget):
    """Draws values from left to right over a soft fill; decoration, the number beside it says the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._values: tuple[float, ...] = ()
        self.setFixedSize(round(em_px() * 9), round(em_px() * 2.2))
        theme.changed.connect(self.update)

    def show_values(self, values: Sequence[float]) -> None:
        """Draw these, oldest first."""
        self._values = tuple(values)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if len(self._values) < 2:
            return
        highest = max(self._values) or 1.0
        width, height = self.width() - 2, self.height() - 4
        step = width / (len(self._values) - 1)
        line = QPainterPath()
        for number, value in enumerate(self._values):
            point = QPointF(1 + number * step, 2 + height * (1 - value / highest))
            if number:
                line.lineTo(point)
            else:
                line.moveTo(point)
        area = QPainterPath(line)
        area.lineTo(1 + width, height + 4)
        area.lineTo(1, height + 4)
        area.closeSubpath()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(area, QColor(self._theme.tokens.accent_tint))
        painter.setPen(QPen(QColor(self._theme.tokens.accent), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(line)
        painter.end()
