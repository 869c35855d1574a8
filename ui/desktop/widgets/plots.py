"""Two small plots over practice results and reports: a histogram, and points on a diagonal. Qt's own painting.

A plotting library would double the install; these need a few lines. The numbers are in the text beside them too.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desktop.theme import Theme, em_px
from ui.desktop.words import count_words, locale

SHARES = (0.0, 0.5, 1.0)


def _decimal(share: float) -> str:
    """`0.5` or `0,5`."""
    return locale().toString(share, "g", 2)


class Plot(QWidget):
    """Axes from 0 to 1 with words; subclasses `draw` the values between them."""

    def __init__(self, theme: Theme, label: str, x_words: str, y_words: str) -> None:
        super().__init__()
        self._theme, self._x_words, self._y_words = theme, x_words, y_words
        self.setAccessibleName(label)
        self.setMinimumSize(round(em_px() * 16), round(em_px() * 13))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def area(self) -> QRectF:
        """Where values are drawn."""
        line = self.fontMetrics().height()
        marks = max((self.fontMetrics().horizontalAdvance(words) for _share, words in self.marks()), default=0)
        left, top = line * 1.6 + marks, line * 0.6
        return QRectF(left, top, self.width() - left - 10, self.height() - line * 2.6 - top)

    def marks(self) -> tuple[tuple[float, str], ...]:
        """What is written beside the upright axis: (share of its height, words)."""
        return ()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, area, metrics = self._theme.tokens, self.area(), self.fontMetrics()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            y = area.bottom() - share * area.height()
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        self.draw(painter, area)
        painter.setPen(QColor(tokens.text_soft))
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        line = metrics.height()
        for share in SHARES:
            x = area.left() + share * area.width()
            place = QRectF(x - line, area.bottom() + 2, 2 * line, line)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), _decimal(share))
        for share, words in self.marks():
            y = area.bottom() - share * area.height()
            place = QRectF(0, y - line / 2, area.left() - 4, line)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        below = QRectF(area.left(), area.bottom() + line, area.width(), line * 1.3)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), self._x_words)
        painter.translate(line * 0.7, area.center().y())
        painter.rotate(-90)
        across = QRectF(-area.height() / 2, -line * 0.7, area.height(), line * 1.3)
        painter.drawText(across, int(Qt.AlignmentFlag.AlignCenter), self._y_words)
        painter.end()

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """The values themselves."""


class Histogram(Plot):
    """Counts in equal bins from 0 to 1."""

    def __init__(self, theme: Theme, label: str, x_words: str, y_words: str) -> None:
        super().__init__(theme, label, x_words, y_words)
        self._counts: tuple[int, ...] = ()

    def show_counts(self, counts: Sequence[int]) -> None:
        """Draw these, left to right."""
        self._counts = tuple(counts)
        self.update()

    def marks(self) -> tuple[tuple[float, str], ...]:
        highest = max(self._counts, default=0)
        return ((0.0, "0"), (1.0, count_words(highest))) if highest else ()

    def draw(self, painter: QPainter, area: QRectF) -> None:
        highest = max(self._counts, default=0)
        if not highest:
            return
        width = area.width() / len(self._counts)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.accent))
        for number, count in enumerate(self._counts):
            height = area.height() * count / highest
            if count:
                left = area.left() + number * width + 0.5
                painter.drawRect(QRectF(left, area.bottom() - max(1.0, height), max(1.0, width - 1), max(1.0, height)))


class Agreement(Plot):
    """Pairs of values from 0 to 1, with the diagonal on which they would agree."""

    def __init__(self, theme: Theme, label: str, x_words: str, y_words: str) -> None:
        super().__init__(theme, label, x_words, y_words)
        self._pairs: tuple[tuple[float, float], ...] = ()

    def marks(self) -> tuple[tuple[float, str], ...]:
        return tuple((share, _decimal(share)) for share in SHARES)

    def show_pairs(self, pairs: Sequence[tuple[float, float]]) -> None:
        """Draw these points."""
        self._pairs = tuple(pairs)
        self.update()

    def draw(self, painter: QPainter, area: QRectF) -> None:
        tokens = self._theme.tokens
        colour = QColor(tokens.accent)
        colour.setAlphaF(0.55)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for x, y in self._pairs:
            centre = QPointF(area.left() + x * area.width(), area.bottom() - y * area.height())
            painter.drawEllipse(centre, 2.2, 2.2)
        painter.setPen(QPen(QColor(tokens.text), 1, Qt.PenStyle.DashLine))
        painter.drawLine(area.bottomLeft(), area.topRight())
