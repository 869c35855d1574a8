"""Nothing is cut off: in every scene, language and text size, each word has the room that it needs; and whatever Tab
reaches has a name and is large enough.

Pictures compared pixel by pixel would fail with every other font; what a person would see as a defect (words that do
not fit, a page wider than the window) is measured instead. `python -m tests.desktop.gallery` makes the pictures.
"""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QMainWindow,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyleOptionComboBox,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.desktop.scenes import Scene, factor_steps, scenes
from tests.desktop.shown import require_accessible
from ui.desktop.i18n import LANGUAGES, use_language
from ui.desktop.theme import Theme, em_px, room_for
from ui.desktop.widgets.controls import CheckBox, Choice
from ui.desktop.widgets.text import Label
from ui.desktop.wizards.factor import FactorWizard

SLACK_PX = 1


def misfits(scene: Scene) -> Iterator[str]:
    """What does not fit, in words."""
    root = scene.widget
    if root.width() > room_for(root).width() or root.height() > room_for(root).height():
        yield f"{scene.name}: {root.width()} x {root.height()} px is larger than the screen"
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
            needed = 0 if widget.toolTip() else widget.fontMetrics().horizontalAdvance(widget.currentText())
            yield from _too_small(scene, widget, widget.currentText(), needed, widget.fontMetrics().height())
        elif isinstance(widget, QCheckBox | QRadioButton):
            height = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else widget.sizeHint().height()
            width = 0 if widget.hasHeightForWidth() else widget.sizeHint().width()
            yield from _too_small(scene, widget, widget.text(), width, height)
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
    words = QLabel.text(label).replace("\u200b", " ").split()
    return max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)


def _silent_cells(scene: Scene, table: QTableView) -> Iterator[str]:
    """Cells whose words are shortened must give them all in a tooltip."""
    model = table.model()
    for row in range(model.rowCount(QModelIndex())):
        for column in (one for one in range(model.columnCount(QModelIndex())) if not table.isColumnHidden(one)):
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


COMBINATIONS = [
    # German is the longest; the others are looked at where room is least, and everywhere by `make soak`. The screen is
    # 800 px wide: twice the size leaves it 28 em.
    ("de", 1.0, False),
    ("de", 1.0, True),
    ("de", 2.0, True),
    ("da", 2.0, True),
    ("en", 1.5, True),
    *[
        pytest.param(*combination, marks=pytest.mark.soak)
        for combination in (
            ("de", 1.5, True), ("da", 1.0, False), ("da", 1.0, True), ("da", 1.5, True),
            ("en", 1.0, False), ("en", 1.0, True), ("en", 2.0, True),
        )
    ],
]  # fmt: skip


def test_every_language_is_looked_at() -> None:
    assert {language for language, *_rest in COMBINATIONS[:5]} == {code for code, _name in LANGUAGES}


@pytest.mark.parametrize(("language", "scale", "is_narrow"), COMBINATIONS)
def test_nothing_is_cut_off(theme: Theme, tmp_path: Path, language: str, scale: float, is_narrow: bool) -> None:
    use_language(language)
    theme.set_text_scale(scale)
    found: list[str] = []
    shown: dict[str, weakref.ref[QWidget]] = {}
    for scene in scenes(theme, tmp_path):
        require_accessible(scene.widget)
        if is_narrow:
            _narrow(scene.widget)
        found += misfits(scene)
        shown[scene.name] = weakref.ref(scene.widget)
    assert len(shown) > 50
    assert found == [], "\n".join(["", *found])
    del scene
    gc.collect(1)
    # What lives longer (the theme, the bridge) and is connected to a lambda of a dialog keeps all of it for ever.
    assert [name for name, widget in shown.items() if widget() is not None] == []


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


def test_a_name_without_gaps_is_broken_and_never_wider_than_the_page(qtbot: QtBot, theme: Theme) -> None:
    name = "psychiatry_Kirsten_Holm_and_her_sisters_chr22_final_v2.vcf.gz"
    label = Label(f"Other samples: {name}.", wrap=True)
    qtbot.addWidget(label)
    label.resize(round(em_px() * 14), 10)
    assert label.minimumSizeHint().width() < em_px() * 14
    assert label.text() == f"Other samples: {name}.", "whoever asks gets what was given"
    assert QLabel.text(Label(name, wrap=True, selectable=True)) == name, "and so does whoever copies"
    words = "Festplattenverschlüsselungseinstellungen"
    assert QLabel.text(Label(words, wrap=True)) == words, "words of a language are not broken anywhere"


def test_a_choice_shortens_a_long_name_in_its_middle_and_tells_it_whole(qtbot: QtBot, theme: Theme) -> None:
    name = "a-rather-long-file-name-of-a-biobank-somewhere.chr22.vcf.gz"
    choice = Choice(theme, "File", [("1", name), ("2", "b.vcf")])
    qtbot.addWidget(choice)
    assert choice.minimumSizeHint().width() <= round(em_px() * 12)
    choice.resize(round(em_px() * 14), choice.sizeHint().height())
    choice.show()
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    assert option.currentText.startswith("a-rath")
    assert option.currentText.endswith("vcf.gz")
    assert name in choice.toolTip()
    choice.set_value("2")
    assert not choice.toolTip()


def test_the_words_of_a_check_box_take_several_lines_where_there_is_little_room(qtbot: QtBot, theme: Theme) -> None:
    box = CheckBox(theme, "Keep the pseudonyms, do not put names back")
    qtbot.addWidget(box)
    assert box.heightForWidth(box.sizeHint().width()) == box.sizeHint().height()
    assert box.heightForWidth(round(em_px() * 10)) > 2 * box.fontMetrics().height()


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
