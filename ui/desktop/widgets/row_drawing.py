"""Drawing that lists share: pills, bars, and words that have to fit where little room is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath

from ui.desktop.icons import paint_icon
from ui.desktop.widgets.drop_zone import VCF_SUFFIXES
from ui.desktop.words import DOT


def draw_pill(painter: QPainter, place: QRect, words: str, icon: str, colour: str, tint: str, font: QFont) -> None:
    """A rounded label, left-aligned and vertically centred in `place`."""
    metrics = QFontMetrics(font)
    height = pill_height(font)
    side = metrics.height() * 0.85
    width = min(side + metrics.horizontalAdvance(words) + 30, place.width())
    pill = QRectF(place.left(), place.center().y() - height / 2 + 1, width, height)
    path = QPainterPath()
    path.addRoundedRect(pill, height / 2, height / 2)
    painter.fillPath(path, QColor(tint))
    paint_icon(painter, icon, colour, QRectF(pill.left() + 10, pill.center().y() - side / 2, side, side))
    painter.setFont(font)
    painter.setPen(QColor(colour))
    room = pill.adjusted(side + 16, 0, -8, 0)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()) + 2)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


def pill_width(words: str, font: QFont) -> int:
    """How wide `draw_pill` wants to be."""
    metrics = QFontMetrics(font)
    return int(metrics.height() * 0.85 + metrics.horizontalAdvance(words) + 30)


def pill_height(font: QFont) -> int:
    """How high `draw_pill` draws."""
    return QFontMetrics(font).height() + 9


def fitting_name(name: str, metrics: QFontMetrics, width: int) -> str:
    """A file's name, whole where it fits; else without the ending, which says nothing, before its middle goes too."""
    if metrics.horizontalAdvance(name) <= width:
        return name
    ending = max((one for one in VCF_SUFFIXES if name.lower().endswith(one)), key=len, default="")
    if ending:
        name = f"{name[: -len(ending)]}…"
    return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, width)


def in_lines(words: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """`words` in as few lines as they need, at most `most`: parted where one fact ends if that takes no more lines than
    parting at gaps; what is too much even for all lines is cut at the end."""
    ways = [_parted(words.split(DOT), DOT, metrics, width), _parted(words.split(" "), " ", metrics, width)]
    for lines in sorted(ways, key=len):
        if len(lines) <= most and all(metrics.horizontalAdvance(line) <= width for line in lines):
            return lines
    lines = ways[1]
    lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines if line]


def _parted(pieces: Sequence[str], between: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Lines of as many pieces as fit; no line begins or ends with the dot between facts."""
    lines: list[str] = []
    for piece in pieces:
        longer = f"{lines[-1]}{between}{piece}" if lines else piece
        if lines and metrics.horizontalAdvance(longer.removesuffix(DOT.rstrip())) <= width:
            lines[-1] = longer
        elif piece != DOT.strip():
            lines.append(piece)
    return [line.removesuffix(DOT.rstrip()) for line in lines]


def draw_bar(painter: QPainter, bar: QRectF, share: float, colour: str, track: str) -> None:
    """A progress bar with round ends."""
    radius = bar.height() / 2
    path = QPainterPath()
    path.addRoundedRect(bar, radius, radius)
    painter.fillPath(path, QColor(track))
    if share > 0:
        done = QPainterPath()
        width = max(bar.height(), bar.width() * min(share, 1.0))
        done.addRoundedRect(QRectF(bar.left(), bar.top(), width, bar.height()), radius, radius)
        painter.fillPath(done, QColor(colour))
