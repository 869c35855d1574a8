"""Rows that fold: side by side where there is room, in several lines where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desktop.theme import em_px
from ui.desktop.tokens import SPACE_S


class FoldingRow(QWidget):
    """Widgets in a row until they do not fit any more; then as many a line as fit, from the left.

    `equal_em`: all get the same width, and fold below that many em each. `grows`: the number of the widget that gets
    what is left over; without one the row ends in (or, with `to_the_right`, begins with) empty space. With either of
    the first two a folded row has one widget a line. `line_spacing`: between lines, where it is not `spacing`.
    `hangs`: what does not fit into the first line stands below its second widget, not below a label.
    """

    def __init__(
        self, *widgets: QWidget, spacing: int = SPACE_S, line_spacing: int | None = None, equal_em: float = 0,
        grows: int | None = None, to_the_right: bool = False, hangs: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self._widgets: list[QWidget] = []
        self._spacing, self._equal_em, self._grows, self._right = spacing, equal_em, grows, to_the_right
        self._line_spacing = spacing if line_spacing is None else line_spacing
        self._hangs = hangs
        for widget in widgets:
            self.add(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def add(self, widget: QWidget) -> None:
        """Append one more."""
        is_hidden = _is_hidden(widget)
        widget.setParent(self)
        if not is_hidden:
            widget.show()
        self._widgets.append(widget)
        widget.installEventFilter(self)
        self._changed()

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """All of them, from the left."""
        return tuple(self._widgets)

    @property
    def is_folded(self) -> bool:
        """Whether the widgets stand one below the other now."""
        return self.width() < self._width_in_a_row()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest of them."""
        width = max((_least_width(widget) for widget in self._shown()), default=0)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def sizeHint(self) -> QSize:
        """All of them side by side."""
        width = self._width_in_a_row()
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        """Folding needs more height for less width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What the widgets need at this width, folded or not."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        if self.heightForWidth(event.oldSize().width()) != self.heightForWidth(event.size().width()):
            # What was asked for at the old width counts as the least until it is asked for again.
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A widget that appears or goes may need another fold."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._changed()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Some widget asks for another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._changed()
        return super().event(event)

    def _changed(self) -> None:
        self.updateGeometry()
        self._lay_out()

    def _lay_out(self) -> None:
        for widget, place in zip(self._shown(), self._places(self.width()), strict=True):
            if self._equal_em and not self.is_folded:
                place.setHeight(self.height())
            widget.setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        """Where each widget goes in a row that is `width` wide."""
        shown = self._shown()
        if width < self._width_in_a_row():
            return self._places_below_each_other(shown, width)
        if self._equal_em:
            share = (width - self._spacing * (len(shown) - 1)) // max(1, len(shown))
            widths = [share] * len(shown)
        else:
            rest = width - self._width_in_a_row()
            widths = [_wanted_width(one) + (rest if number == self._grows else 0) for number, one in enumerate(shown)]
        heights = [_height(widget, its_width) for widget, its_width in zip(shown, widths, strict=True)]
        row = max(heights, default=0)
        x = width - self._width_in_a_row() if self._right else 0
        places = []
        for its_width, height in zip(widths, heights, strict=True):
            places.append(QRect(x, 0 if self._equal_em else (row - height) // 2, its_width, height))
            x += its_width + self._spacing
        return places

    def _places_below_each_other(self, shown: list[QWidget], width: int) -> list[QRect]:
        if not self._equal_em and self._grows is None:
            return self._places_in_lines(shown, width)
        places, y = [], 0
        for number, widget in enumerate(shown):
            is_filled = self._equal_em or number == self._grows
            its_width = min(width, widget.maximumWidth() if is_filled else _wanted_width(widget))
            height = _height(widget, its_width)
            places.append(QRect(0, y, its_width, height))
            y += height + self._line_spacing
        return places

    def _places_in_lines(self, shown: list[QWidget], width: int) -> list[QRect]:
        """As many as fit into each line."""
        places: list[QRect] = []
        line: list[QRect] = []
        x = y = left = 0
        for widget in shown:
            its_width = min(width, _wanted_width(widget))
            if line and x + its_width > width:
                if self._hangs and not places and len(line) > 1:
                    left = line[1].left()
                places += self._line_of(line, width)
                x = left if left + its_width <= width else 0
                y, line = y + max(place.height() for place in line) + self._line_spacing, []
            line.append(QRect(x, y, its_width, _height(widget, its_width)))
            x += its_width + self._spacing
        return places + self._line_of(line, width)

    def _line_of(self, line: list[QRect], width: int) -> list[QRect]:
        """The places of one line, their middles at one height, at the side where the row has its widgets."""
        row = max((place.height() for place in line), default=0)
        left = width - line[-1].right() - 1 if self._right and line else 0
        return [place.translated(left, (row - place.height()) // 2) for place in line]

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not _is_hidden(widget)]

    def _width_in_a_row(self) -> int:
        shown = self._shown()
        spacing = self._spacing * max(0, len(shown) - 1)
        if self._equal_em:
            least = max((_least_width(widget) for widget in shown), default=0)
            return max(round(self._equal_em * em_px()), least) * len(shown) + spacing
        return sum(_wanted_width(widget) for widget in shown) + spacing


def _is_hidden(widget: QWidget) -> bool:
    """Until a window is shown everything in it is hidden; what counts is what somebody hid."""
    return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def _least_width(widget: QWidget) -> int:
    return min(max(widget.minimumSizeHint().width(), widget.minimumWidth()), widget.maximumWidth())


def _wanted_width(widget: QWidget) -> int:
    return min(max(widget.sizeHint().width(), widget.minimumWidth()), widget.maximumWidth())


def _height(widget: QWidget, width: int) -> int:
    if widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return max(widget.sizeHint().height(), widget.minimumHeight())
