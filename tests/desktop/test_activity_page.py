"""The Activity page shows each line's facts whole, in whatever language, size of text and width of window."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from ui.desktop.bridge import Bridge
from ui.desktop.desk import Desk
from ui.desktop.i18n import use_language
from ui.desktop.pages.activity import ActivityPage
from ui.desktop.theme import Theme, em_px
from ui.desktop.views import ActivityRow

_FACTS: dict[str, str | int | float] = {
    "files": 22,
    "map": "d4e5bbe835e48ccd",
    "policy": "imputation",
    "samples": 1126,
    "submission": "f" * 32,
}
_MOMENT = "2026-11-20T10:00:00Z"


_ROWS = tuple(
    ActivityRow(number, _MOMENT, "submission.queued" if number % 2 else "account.signed_in",
                _FACTS if number % 2 else {"method": "totp", "store": "keyring"})
    for number in range(1, 2001)
)  # fmt: skip


def _page(qtbot: QtBot, theme: Theme, width: int) -> ActivityPage:
    page = ActivityPage(theme, Desk(Bridge()))
    qtbot.addWidget(page)
    page.resize(width, 700)
    page.show()
    page._known(_ROWS)
    qtbot.waitUntil(lambda: page.table.viewport().height() > 0 and page.table.rowAt(0) == 0)
    return page


def _is_whole(page: ActivityPage, row: int) -> bool:
    """Whether all words of this row have room where they are drawn."""
    table, columns = page.table, [column for column in range(4) if not page.table.isColumnHidden(column)]
    for column in columns:
        words = str(table.model().index(row, column).data())
        width = table.columnWidth(column) - round(em_px())
        room = QRect(0, 0, width, 10_000)
        needed = table.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), words)
        if needed.height() > table.rowHeight(row) or needed.width() > width:
            return False
    return True


@pytest.mark.parametrize(
    ("language", "scale", "width"), [("en", 1.0, 1100), ("da", 1.0, 620), ("de", 1.5, 700), ("de", 1.5, 1100)]
)
def test_no_fact_is_cut(qtbot: QtBot, theme: Theme, language: str, scale: float, width: int) -> None:
    use_language(language)
    theme.set_text_scale(scale)
    page = _page(qtbot, theme, width)
    for first in (0, 700):
        page.table.verticalScrollBar().setValue(first)
        shown = [row for row in range(first, first + 60) if -1 < page.table.rowViewportPosition(row) <
                 page.table.viewport().height()]  # fmt: skip
        assert len(shown) >= 2
        assert [row for row in shown if not _is_whole(page, row)] == []
        if page.table.isColumnHidden(3):
            assert "imputation" in "".join(str(page.table.model().index(row, 2).data()) for row in shown)


def _is_stacked(page: ActivityPage, expected: bool) -> bool:
    return page.table.isColumnHidden(3) is expected


def test_a_narrow_table_has_the_facts_under_what_happened_and_a_wide_one_beside_it(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme, 1100)
    index = page.table.model().index(0, 2)
    for width, is_stacked in ((1100, False), (600, True), (1100, False)):
        page.resize(width, 700)
        qtbot.waitUntil(partial(_is_stacked, page, is_stacked))
        assert ("\n" in str(index.data())) is is_stacked
