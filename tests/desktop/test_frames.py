"""Frames of pages and dialogs: rows that fold, and dialogs that scroll without moving what is in them."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ui.desktop.dialogs.sheet import Sheet
from ui.desktop.theme import Theme, room_for
from ui.desktop.widgets.drop_zone import DropZone
from ui.desktop.widgets.folding import FoldingRow
from ui.desktop.widgets.frames import Card, vertical


def block(width: int, height: int = 30) -> QWidget:
    widget = QWidget()
    widget.setFixedSize(width, height)
    return widget


def folded(qtbot: QtBot, row: FoldingRow, width: int) -> list[QRect]:
    """Where the widgets of `row` stand at this width."""
    qtbot.addWidget(row)
    row.resize(width, row.heightForWidth(width))
    row.show()
    return [child.geometry() for child in row.findChildren(QWidget)]


def test_a_row_to_the_right_folds_into_as_few_lines_as_fit(qtbot: QtBot, theme: Theme) -> None:
    one, two, three = folded(qtbot, FoldingRow(block(100), block(90), block(120), spacing=10, to_the_right=True), 230)
    assert (one.y(), two.y()) == (0, 0)
    assert (one.x(), two.x()) == (30, 140), "the line ends at the right"
    assert (three.x(), three.y()) == (110, 40)


def test_what_does_not_fit_beside_a_field_stands_below_it_and_not_below_its_label(qtbot: QtBot, theme: Theme) -> None:
    label, field, lock = folded(
        qtbot, FoldingRow(block(100), block(150), block(120), spacing=16, line_spacing=4, hangs=True), 300
    )
    assert (label.x(), field.x(), lock.x()) == (0, 116, 116)
    assert (field.y(), lock.y()) == (0, 34)
    label, field, lock = folded(
        qtbot, FoldingRow(block(100), block(150), block(220), spacing=16, line_spacing=4, hangs=True), 300
    )
    assert lock.x() == 0, "nothing leaves the row"


def test_the_buttons_of_the_small_drop_zone_keep_their_size_below_its_words(qtbot: QtBot, theme: Theme) -> None:
    zone = DropZone(theme)
    qtbot.addWidget(zone)
    zone.set_compact(True)
    zone.resize(500, zone.heightForWidth(500) if zone.hasHeightForWidth() else 100)
    zone.show()
    QApplication.processEvents()
    for button in (zone.files_button, zone.folder_button):
        assert button.width() == button.sizeHint().width()


def scrolling_sheet(theme: Theme, qtbot: QtBot, card: Card, height_em: float) -> tuple[Sheet, QScrollArea, Card]:
    """A dialog with `card` in what scrolls and another card below it."""
    sheet, below = Sheet(theme, None, size_em=(40, height_em)), Card(block(40))
    qtbot.addWidget(sheet)
    sheet.entitle("Title")
    inner = QWidget()
    inner.setLayout(vertical(card, None))
    area = sheet.scrolling(inner)
    sheet.body.addWidget(below)
    sheet.add_close_button("Close")
    sheet.show()
    for _round in range(4):
        QApplication.processEvents()
    return sheet, area, below


def test_no_dialog_is_larger_than_the_screen(qtbot: QtBot, theme: Theme) -> None:
    """Its buttons are at its bottom: with large text on a small screen nobody could reach them."""
    theme.set_text_scale(3.0)
    for height in (46, 0):
        sheet = Sheet(theme, None, size_em=(64, height))
        qtbot.addWidget(sheet)
        inner = QWidget()
        inner.setLayout(vertical(block(40, 3000)))
        sheet.scrolling(inner)
        close = sheet.add_close_button("Close")
        sheet.show()
        for _round in range(4):
            QApplication.processEvents()
        room = room_for(sheet)
        assert sheet.width() <= room.width()
        assert sheet.height() <= room.height() < sheet.screen().availableSize().height(), "with its title bar"
        assert sheet.rect().contains(close.geometry())


def right_edge(widget: QWidget, of: QWidget) -> int:
    return widget.mapTo(of, widget.rect().topRight()).x()


def test_what_scrolls_ends_where_everything_else_ends_with_and_without_a_bar(qtbot: QtBot, theme: Theme) -> None:
    for height, has_bar in ((2000, True), (40, False)):
        card = Card(block(40, height))
        sheet, area, below = scrolling_sheet(theme, qtbot, card, 30)
        assert area.verticalScrollBar().isVisible() == has_bar
        assert right_edge(card, sheet) == right_edge(below, sheet)


def test_a_dialog_that_scrolls_is_as_high_as_it_needs_to_be_and_follows_what_is_in_it(
    qtbot: QtBot, theme: Theme
) -> None:
    first, second = block(40, 100), block(40, 200)
    card = Card(first, second, spacing=10)
    sheet, _area, below = scrolling_sheet(theme, qtbot, card, 0)
    whole = sheet.height()
    assert card.mapTo(sheet, card.rect().bottomLeft()).y() < below.mapTo(sheet, below.rect().topLeft()).y() <= whole
    gap = below.mapTo(sheet, below.rect().topLeft()).y() - card.mapTo(sheet, card.rect().bottomLeft()).y()
    assert gap < 20, "no empty room"
    second.hide()
    qtbot.waitUntil(lambda: sheet.height() == whole - 210)
