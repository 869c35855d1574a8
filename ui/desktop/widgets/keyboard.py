"""What a page or dialog does for people without a mouse: Tab in the order in which things stand, scrolling by keys."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QLayout, QScrollArea, QWidget

from ui.desktop.widgets.folding import FoldingRow

_SCROLLING = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}


def order_tabs(layout: QLayout) -> None:
    """Tab goes through `layout` in the order of its items. Qt's own order is that of making, and what is made anew
    would come last; the first item keeps its place in the window."""
    for before, after in pairwise(_stops(layout)):
        QWidget.setTabOrder(before, after)


def scroll_by_key(area: QScrollArea, event: QKeyEvent) -> bool:
    """Page up and page down for what nobody else wants them; text that only a mouse wheel reached would stay unread."""
    action = _SCROLLING.get(Qt.Key(event.key()))
    if action is None:
        return False
    area.verticalScrollBar().triggerAction(action)
    return True


def show_focused(focused: QWidget | None) -> None:
    """Scroll to what has the focus. Qt does so only for steps that begin inside of what scrolls."""
    around = focused
    while focused is not None and around is not None:
        around = around.parentWidget()
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(focused)


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _stops(inner)
        elif widget is not None:
            yield from _stops_in(widget)


def _stops_in(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value:
        yield widget
    if isinstance(widget, FoldingRow):
        for one in widget.widgets:
            yield from _stops_in(one)
    elif isinstance(widget, QScrollArea):
        if (inner := widget.widget()) is not None:
            yield from _stops_in(inner)
    elif (layout := widget.layout()) is not None:
        yield from _stops(layout)
