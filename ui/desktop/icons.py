"""Lucide icons (ISC, see resources/icons/LICENSE) in token colours, drawn as vectors at any size."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import ROOT


@cache
def _svg_source(name: str) -> str:
    return (ROOT / "icons" / f"{name}.svg").read_text("utf-8")


@cache
def svg_renderer(name: str, colour: str) -> QSvgRenderer:
    """The icon `name` stroked in `colour`; raises FileNotFoundError for a name that is not shipped."""
    return QSvgRenderer(QByteArray(_svg_source(name).replace("currentColor", colour).encode()))


def paint_icon(painter: QPainter, name: str, colour: str, square: QRectF) -> None:
    """Draw the icon into `square`; for delegates, which have no QIcon at hand."""
    svg_renderer(name, colour).render(painter, square)


class SvgIconEngine(QIconEngine):
    """Crisp at every device-pixel ratio, because nothing is stored as pixels.

    `gap_px` widens the icon on its right: Fusion leaves too little room between a button's icon and its words.
    """

    def __init__(self, name: str, colour: str, disabled_colour: str, gap_px: int = 0) -> None:
        super().__init__()
        self._name, self._colour, self._disabled, self._gap_px = name, colour, disabled_colour, gap_px

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        colour = self._disabled if mode == QIcon.Mode.Disabled else self._colour
        side = min(rect.height(), rect.width())
        left = rect.left() if self._gap_px else rect.left() + (rect.width() - side) / 2
        paint_icon(painter, self._name, colour, QRectF(left, rect.top() + (rect.height() - side) / 2, side, side))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, pixmap.rect(), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> SvgIconEngine:
        return SvgIconEngine(self._name, self._colour, self._disabled, self._gap_px)


def icon(name: str, colour: str, disabled_colour: str, gap_px: int = 0) -> QIcon:
    """A QIcon over the engine above."""
    return QIcon(SvgIconEngine(name, colour, disabled_colour, gap_px))
