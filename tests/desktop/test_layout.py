"""Nothing is cut off: in every scene, language and text size, each word has the room that it needs; and whatever Tab
reaches has a name and is large enough.

Pictures compared pixel by pixel would fail with every other font; what a person would see as a defect (words that do
not fit, a page wider than the window) is measured instead. `python -m tests.desktop.gallery` makes the pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QTableView,
    QWidget,
)

from tests.desktop.scenes import Scene, factor_steps, scenes
from tests.desktop.shown import require_accessible
from ui.desktop.i18n import LANGUAGES, use_language
from ui.desktop.theme import Theme
from ui.desktop.wizards.factor import FactorWizard

SLACK_PX = 1


def misfits(scene: Scene) -> Iterator[str]:
    """What does not fit, in words."""
    root = scene.widget
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisibleTo(root) or widget.width() == 0:
            continue
        if isinstance(widget, QScrollArea) and isinstance(inner := widget.widget(), QWidget):
            if inner.width() > widget.viewport().width() + SLACK_PX:
                wide = max(inner.findChildren(QWidget), key=lambda child: child.minimumSizeHint().width())
                yield (f"{scene.name}: {inner.width()} px on {widget.viewport().width()}, because of "
                       f"{type(wide).__name__} {wide.objectName()}")  # fmt: skip
        elif isinstance(widget, QPushButton) and widget.text():
            yield from _too_small(scene, widget, widget.text(), widget.sizeHint().width(), widget.sizeHint().height())
        elif isinstance(widget, QComboBox):
            needed = widget.fontMetrics().horizontalAdvance(widget.currentText())
            yield from _too_small(scene, widget, widget.currentText(), needed, widget.fontMetrics().height())
        elif isinstance(widget, QLabel) and widget.text():
            height = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            width = _longest_word(widget) if widget.wordWrap() else widget.sizeHint().width()
            yield from _too_small(scene, widget, widget.text(), width, height)
        elif isinstance(widget, QTableView):
            yield from _silent_cells(scene, widget)


def _too_small(scene: Scene, widget: QWidget, words: str, width: int, height: int) -> Iterator[str]:
    if widget.width() + SLACK_PX < width or widget.height() + SLACK_PX < height:
        yield (f"{scene.name}: “{words[:60]}” has {widget.width()} x {widget.height()} px and needs "
               f"{width} x {height}")  # fmt: skip
        return
    left = widget.mapTo(scene.widget, QPoint(0, 0)).x()
    if left < 0 or left + widget.width() > scene.widget.width() + SLACK_PX:
        yield f"{scene.name}: “{words[:60]}” leaves the window at the side"


def _longest_word(label: QLabel) -> int:
    """The widest piece that cannot be broken; a key of 40 signs may be cut into lines by the reader's eye only."""
    return max((label.fontMetrics().horizontalAdvance(word) for word in label.text().split()), default=0)


def _silent_cells(scene: Scene, table: QTableView) -> Iterator[str]:
    """Cells whose words are shortened must give them all in a tooltip."""
    model = table.model()
    for row in range(model.rowCount(QModelIndex())):
        for column in range(model.columnCount(QModelIndex())):
            index = model.index(row, column)
            words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
            shortened = table.fontMetrics().horizontalAdvance(words) > table.columnWidth(column)
            if words and shortened and not index.data(Qt.ItemDataRole.ToolTipRole):
                yield f"{scene.name}: the cell “{words[:60]}” is shortened without a tooltip"


def _narrow(widget: QWidget) -> None:
    """As small as the window lets itself be made."""
    if isinstance(widget, QMainWindow):
        widget.resize(widget.minimumSize())
        for _round in range(4):
            QApplication.processEvents()


NARROWEST = ((1.0, True), (1.5, True))
COMBINATIONS = [
    # German is the longest; the others are looked at where room is least, and everywhere by `make soak`.
    *[("de", scale, is_narrow) for scale, is_narrow in ((1.0, False), *NARROWEST)],
    ("da", 1.5, True),
    ("en", 1.5, True),
    *[
        pytest.param(language, 1.0, is_narrow, marks=pytest.mark.soak)
        for language in ("da", "en")
        for is_narrow in (False, True)
    ],
]


def test_every_language_is_looked_at() -> None:
    assert {language for language, *_rest in COMBINATIONS[:5]} == {code for code, _name in LANGUAGES}


@pytest.mark.parametrize(("language", "scale", "is_narrow"), COMBINATIONS)
def test_nothing_is_cut_off(theme: Theme, tmp_path: Path, language: str, scale: float, is_narrow: bool) -> None:
    use_language(language)
    theme.set_text_scale(scale)
    found: list[str] = []
    seen = 0
    for scene in scenes(theme, tmp_path):
        require_accessible(scene.widget)
        if is_narrow:
            _narrow(scene.widget)
        found += misfits(scene)
        seen += 1
    assert seen > 50
    assert found == [], "\n".join(["", *found])


@pytest.mark.parametrize("language", [code for code, _name in LANGUAGES])
def test_at_three_times_the_size_on_a_small_screen_the_code_can_still_be_typed(theme: Theme, language: str) -> None:
    """The screen is 19 letters wide then. Field, seconds and buttons stay whole; the words beside the buttons go."""
    use_language(language)
    theme.set_text_scale(3.0)
    for scene in factor_steps(theme):
        if scene.name == "factor-3":
            assert isinstance(scene.widget, FactorWizard)
            assert scene.widget.foot.isHidden()
            scene.widget.type_code.show_seconds(27.0)
            QApplication.processEvents()
            assert list(misfits(scene)) == []
            assert not scene.widget.type_code.left_label.wordWrap(), "“3 s” stays together"


def test_the_measuring_sees_a_cut(qapp: QApplication, theme: Theme) -> None:
    page = QWidget()
    page.resize(300, 100)
    button = QPushButton("Some words", page)
    button.resize(button.sizeHint())
    label = QLabel("More words than one line has room for here", page)
    label.setWordWrap(True)
    label.setGeometry(0, 40, 120, 12)
    page.show()
    assert len(list(misfits(Scene("page", page)))) == 1
    button.resize(button.width() - 10, button.height())
    assert len(list(misfits(Scene("page", page)))) == 2
    button.move(295, 0)
    page.hide()
    page.deleteLater()
