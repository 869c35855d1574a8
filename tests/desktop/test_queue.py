"""The queue: its model, its words, how it is drawn and used."""

from __future__ import annotations

import sys
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from client.model.transfer import FileState, TransferState
from tests.support.desktop_facts import inspected_file, silent_file, transfer
from ui.desktop.i18n import LANGUAGES, use_language
from ui.desktop.models.queue import Column, QueueModel, QueueRow, QueueState, state_words
from ui.desktop.models.queue_rows import inspected_row, transfer_rows
from ui.desktop.theme import Theme, em_px
from ui.desktop.tokens import LEAST_TARGET_PX
from ui.desktop.widgets.queue_view import (
    FILE_GAP_PX,
    FILE_ICON_EM,
    MOST_DETAIL_LINES,
    PILL,
    SIDE_PX,
    QueueView,
    action_places,
    small_font,
)
from ui.desktop.widgets.row_drawing import fitting_name, in_lines

HOSTILE = '<img src="file:///etc/passwd">\u202egpj.exe\x1b]52;c;AAAA\x07' + "x" * 1000


def row(key: str, **changes: object) -> QueueRow:
    return replace(QueueRow(key, f"{key}.vcf.gz", QueueState.READY, "2,504 samples", "Ready", None), **changes)  # type: ignore[arg-type]


@pytest.fixture
def model() -> QueueModel:
    queue = QueueModel()
    tester = QAbstractItemModelTester(queue, QAbstractItemModelTester.FailureReportingMode.Fatal, queue)
    tester.setUseFetchMore(False)
    return queue


def test_rows_are_added_changed_and_removed_under_the_fatal_model_tester(qtbot: QtBot, model: QueueModel) -> None:
    model.put([row("a"), row("b"), row("c")])
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.put([row("b", state=QueueState.UPLOADING, share=0.5), row("d")])
    assert changed.args is not None
    assert [index.column() for index in changed.args[:2]] == [Column.STATE, Column.PROGRESS]
    model.remove(["a", "nobody"])
    assert [one.key for one in model.rows] == ["b", "c", "d"]
    assert model.row("d") is not None
    model.clear()
    assert model.rowCount() == 0


def test_the_same_row_again_tells_nobody(qtbot: QtBot, model: QueueModel) -> None:
    model.put([row("a")])
    with qtbot.assertNotEmitted(model.dataChanged, wait=20):
        model.put([row("a")])


def test_every_cell_has_words_for_a_screen_reader(qtbot: QtBot, model: QueueModel) -> None:
    model.put([row("a", state=QueueState.UPLOADING, share=0.62, info="3.1 of 5.0 GB", actions=("pause", "cancel"))])
    words = [model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in Column]
    assert words == [
        "a.vcf.gz, Uploading, 2,504 samples, 62 %, 3.1 of 5.0 GB", "Uploading", "62 %, 3.1 of 5.0 GB", "Pause, Cancel",
    ]  # fmt: skip


def test_every_state_has_a_word_an_icon_and_a_colour(qtbot: QtBot) -> None:
    assert len({state_words(state) for state in QueueState}) == len(QueueState)
    assert set(PILL) == set(QueueState)


def test_hostile_names_are_shown_as_visible_text(qtbot: QtBot, model: QueueModel) -> None:
    model.put([row("a", name=HOSTILE)])
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
        shown = str(model.index(0, 0).data(role))
        assert "\u202e" not in shown
        assert "\x1b" not in shown
        assert len(shown) < 700
    assert "<img" not in str(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))


@pytest.mark.parametrize("state", list(TransferState))
def test_no_state_of_a_transfer_is_without_a_row(qtbot: QtBot, state: TransferState) -> None:
    rows = transfer_rows(transfer(state, files=4))
    assert len({one.key for one in rows}) == 4
    assert all(one.info for one in rows)


def test_stored_files_do_not_claim_to_be_sent(qtbot: QtBot) -> None:
    """States never overstate: without headers the service has noise, and the row says so."""
    progress = transfer(TransferState.STORED)
    stored = replace(progress, files=tuple(replace(file, state=FileState.STORED) for file in progress.files))
    assert {one.state for one in transfer_rows(stored)} == {QueueState.STORED}
    assert "unreadable" in transfer_rows(stored)[0].info


def test_a_blocked_file_needs_you_and_a_clean_one_is_ready(qtbot: QtBot) -> None:
    assert inspected_row("k", "n", inspected_file(blocked=True)).state is QueueState.NEEDS_YOU
    assert inspected_row("k", "n", inspected_file()).state is QueueState.READY


def test_a_file_without_a_chromosome_says_so_and_asks_for_no_build(qtbot: QtBot) -> None:
    scaffolds = replace(inspected_file(), chromosomes=(), build=None, header_build=None)
    shown = inspected_row("k", "n", scaffolds)
    assert shown.info == "Has no chromosome that is sent"
    assert shown.state is QueueState.LEFT_OUT, "nothing of it would leave: it is not ready"
    assert shown.actions == ("explain", "remove")
    assert not scaffolds.asks_for_build
    assert replace(scaffolds, chromosomes=("20",)).asks_for_build


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, model: QueueModel) -> QueueView:
    table = QueueView(theme, model, "Files")
    qtbot.addWidget(table)
    table.resize(900, 400)
    table.show()
    return table


def test_icons_keys_and_targets(qtbot: QtBot, view: QueueView, model: QueueModel) -> None:
    model.put([row("a", actions=("pause", "cancel"))])
    index = model.index(0, Column.ACTIONS)
    places = action_places(view.visualRect(index), model.rows[0])
    assert all(place.width() >= LEAST_TARGET_PX and place.height() >= LEAST_TARGET_PX for place, _action in places)
    for place, action in places:
        with qtbot.waitSignal(view.asked) as asked:
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
        assert asked.args == ["a", action]
    view.setCurrentIndex(model.index(0, 0))
    for key, action in ((Qt.Key.Key_Space, "pause"), (Qt.Key.Key_Delete, "cancel")):
        with qtbot.waitSignal(view.asked) as asked:
            QTest.keyClick(view, key)
        assert asked.args == ["a", action]


@pytest.mark.parametrize("width_em", [64, 27])
def test_the_icons_of_every_state_fit_their_column(view: QueueView, model: QueueModel, width_em: int) -> None:
    """What reaches out of it lies over the bar of the column before."""
    view.resize(round(em_px() * width_em), 400)
    model.put([row("a", actions=("remove",))])
    model.put([row("a", actions=("explain", "resume", "cancel"))])
    cell = view.visualRect(model.index(0, Column.ACTIONS))
    assert all(cell.contains(place) for place, _action in action_places(cell, model.rows[0]))
    for state in TransferState:
        for shown in transfer_rows(transfer(state), may_go_first=True):
            model.put([shown])
            cell = view.visualRect(model.index(model.rowCount() - 1, Column.ACTIONS))
            assert all(cell.contains(place) for place, _action in action_places(cell, shown)), state


def test_where_room_is_short_the_ending_goes_before_the_chromosome(view: QueueView) -> None:
    metrics, name = view.fontMetrics(), "cohort-2026.chr20.vcf.gz"
    whole = metrics.horizontalAdvance(name)
    assert fitting_name(name, metrics, whole) == name
    assert fitting_name(name, metrics, whole - 1) == "cohort-2026.chr20…"
    narrow = fitting_name(name, metrics, whole * 6 // 10)
    assert narrow.endswith("20…")
    assert metrics.horizontalAdvance(narrow) <= whole * 6 // 10
    assert fitting_name("notes.txt", metrics, whole) == "notes.txt"
    assert fitting_name(".vcf", metrics, 1) == "…"


def test_words_part_where_a_fact_ends_then_at_a_gap_and_lose_their_end_last(view: QueueView) -> None:
    metrics, words = view.fontMetrics(), "2,504 samples · GRCh38, chosen by you · chromosome 20"
    wide = metrics.horizontalAdvance

    assert in_lines(words, metrics, wide(words), 3) == [words]
    both = ["2,504 samples · GRCh38, chosen by you", "chromosome 20"]
    assert in_lines(words, metrics, wide(words) - 1, 3) == both
    both = ["2,504 samples · GRCh38, chosen", "by you · chromosome 20"]
    assert in_lines(words, metrics, wide(both[0]), 3) == both, "fewer lines are worth more than whole facts"
    three = ["2,504 samples", "GRCh38, chosen by you", "chromosome 20"]
    assert in_lines(words, metrics, wide(three[1]), 3) == three
    assert in_lines(words, metrics, wide(three[1]), 2)[1].endswith("…")
    assert in_lines("2,504 samples · GRCh38 · chr", metrics, wide("2,504 samples ·"), 2) == [
        "2,504 samples", "GRCh38 · chr",
    ]  # fmt: skip
    for width in range(1, wide(words), 7):
        for most in (1, 2, 3):
            lines = in_lines(words, metrics, width, most)
            assert len(lines) <= most
            assert all(wide(line) <= max(width, wide("…")) for line in lines)


@pytest.mark.parametrize("language", [code for code, _name in LANGUAGES])
def test_a_row_is_as_high_as_what_is_told_of_its_file(
    theme: Theme, view: QueueView, model: QueueModel, language: str
) -> None:
    """The longest that there is to tell, where a small screen leaves the list about 30 em."""
    use_language(language)
    theme.set_text_scale(1.5)
    facts = replace(silent_file(inspected_file(), "hg38", "hg19"), samples=12_504)
    model.put([row("a"), inspected_row("k", "cohort.vcf.gz", facts)])
    words = model.rows[1].detail
    metrics = QFontMetrics(small_font(view.font()))
    for width_em in (30, 34, 64):
        view.resize(round(em_px() * width_em), 400)
        room = view.columnWidth(Column.FILE) - 2 * SIDE_PX - round(em_px() * FILE_ICON_EM) - FILE_GAP_PX
        lines = in_lines(words, metrics, room, MOST_DETAIL_LINES)
        assert "".join(lines).replace(" ", "").replace("·", "") == words.replace(" ", "").replace("·", "")
        below = len(lines) + (2 if view.isColumnHidden(Column.PROGRESS) else 0)
        assert view.rowHeight(1) > view.fontMetrics().height() + below * metrics.height(), width_em


def test_a_row_has_room_for_a_third_line_only_where_one_is_needed(view: QueueView, model: QueueModel) -> None:
    view.resize(round(em_px() * 34), 400)
    model.put([row("a"), row("b")])
    low = view.rowHeight(1)
    model.put([row("b", detail="2,504 samples · GRCh38, chosen by you · " + "many chromosomes " * 6)])
    assert view.rowHeight(1) > low, "at once"
    model.remove(["b"])
    assert view.rowHeight(0) == low


def test_where_there_is_no_room_for_the_progress_it_stands_below_the_file(
    qtbot: QtBot, view: QueueView, model: QueueModel
) -> None:
    def shown(info: str, **changes: object) -> QImage:
        model.put([row("a", info=info, **changes)])
        QApplication.processEvents()
        return view.grab().toImage()

    model.put([row("a")])
    height = view.rowHeight(0)
    view.resize(round(em_px() * 27), 400)
    assert view.isColumnHidden(Column.PROGRESS)
    assert view.rowHeight(0) > height
    assert shown("3.1 of 5.0 GB") != shown("3.2 of 5.0 GB"), "and goes on there"
    assert shown("3.2 of 5.0 GB", share=0.2) != shown("3.2 of 5.0 GB", share=0.8), "with its bar"
    view.resize(900, 400)
    assert not view.isColumnHidden(Column.PROGRESS)
    assert view.rowHeight(0) == height


def test_where_a_file_has_no_room_beside_its_state_the_state_stands_below_its_name(
    theme: Theme, view: QueueView, model: QueueModel
) -> None:
    """As on a screen of 800 px with text of twice the size: else two letters of the name are left."""
    theme.set_text_scale(2.0)
    model.put([row("a", name="cohort-2026.chr20.vcf.gz", actions=("explain", "remove"))])
    view.resize(600, 600)
    assert view.isColumnHidden(Column.STATE)
    metrics = QFontMetrics(view.font())
    assert fitting_name(model.rows[0].name, metrics, view.columnWidth(Column.FILE) - 2 * SIDE_PX) == model.rows[0].name
    before = view.grab().toImage()
    model.put([replace(model.rows[0], state=QueueState.SENT)])
    QApplication.processEvents()
    assert view.grab().toImage() != before, "and is drawn there"
    for column in (Column.STATE, Column.PROGRESS):
        told = model.index(0, Column.FILE).data(Qt.ItemDataRole.AccessibleTextRole)
        assert model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) in told
    view.resize(1200, 600)
    assert not view.isColumnHidden(Column.STATE)


def test_what_changes_in_the_hidden_column_is_drawn_anew_where_it_stands(
    qtbot: QtBot, view: QueueView, model: QueueModel
) -> None:
    class Painted(QObject):
        count = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.count += event.type() == QEvent.Type.Paint
            return False

    painted = Painted()
    model.put([row("a", info="3.1 of 5.0 GB")])
    view.resize(round(em_px() * 27), 400)
    QTest.qWait(50)
    view.viewport().installEventFilter(painted)
    model.put([row("a", info="3.2 of 5.0 GB")])
    qtbot.waitUntil(lambda: painted.count > 0)


def test_what_should_be_looked_at_before_sending_stands_out(view: QueueView, model: QueueModel) -> None:
    def pill(*, is_doubtful: bool) -> QImage:
        model.put([row("a", is_doubtful=is_doubtful)])
        QApplication.processEvents()
        return view.grab(view.visualRect(model.index(0, Column.STATE))).toImage()

    assert pill(is_doubtful=True) != pill(is_doubtful=False)


def test_a_click_beside_the_icons_asks_for_nothing(qtbot: QtBot, view: QueueView, model: QueueModel) -> None:
    model.put([row("a", actions=("remove",))])
    with qtbot.assertNotEmitted(view.asked, wait=20):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 20))


def test_ten_thousand_rows_stay_smooth(qtbot: QtBot, theme: Theme) -> None:
    model = QueueModel()  # without the tester, which walks all rows at each change
    view = QueueView(theme, model, "Files")
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.show()
    started = time.perf_counter()
    model.put([row(str(number)) for number in range(10_000)])
    filled = time.perf_counter() - started
    started = time.perf_counter()
    for step in range(50):
        model.put([row(str(number), state=QueueState.UPLOADING, share=step / 50) for number in range(20)])
    view.scrollToBottom()
    view.grab()
    assert filled < 2
    assert time.perf_counter() - started < 2


def test_void_calls_do_not_eat_references_to_none(qtbot: QtBot, view: QueueView) -> None:
    """PySide6 6.12.0 drops a reference to True at each emit; the pin of 6.11.3 holds only while this stays true."""
    before_none, before_true = sys.getrefcount(None), sys.getrefcount(True)
    for _call in range(1000):
        view.update()
        view.asked.emit("x", "nothing")
    assert abs(sys.getrefcount(None) - before_none) < 500
    assert abs(sys.getrefcount(True) - before_true) < 500


def test_rows_of_a_submission_that_goes_first_move_up_with_what_points_at_them(
    qtbot: QtBot, view: QueueView, model: QueueModel
) -> None:
    model.put(
        [row("mine"), row("a/0", submission_id="a"), row("a/1", submission_id="a"), row("b/0", submission_id="b")]
    )
    view.setCurrentIndex(model.index(3, 0))
    model.arrange(("b", "a"))
    assert [one.key for one in model.rows] == ["mine", "b/0", "a/0", "a/1"], "what was staged stays where it was"
    current = view.current_row()
    assert current is not None
    assert current.key == "b/0", "the focus goes along"
    with qtbot.assertNotEmitted(model.layoutChanged, wait=10):
        model.arrange(("b", "a"))


def test_only_what_waits_behind_another_can_go_first_and_ctrl_up_asks_for_it(
    qtbot: QtBot, view: QueueView, model: QueueModel
) -> None:
    assert all("first" not in one.actions for one in transfer_rows(transfer(TransferState.WAITING)))
    model.put(transfer_rows(transfer(TransferState.WAITING), may_go_first=True))
    view.setCurrentIndex(model.index(1, 0))
    with qtbot.waitSignal(view.asked) as asked:
        QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == ["a1/1", "first"]
    model.put(transfer_rows(transfer(TransferState.WAITING)))
    with qtbot.assertNotEmitted(view.asked, wait=10):
        QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)


def test_the_model_has_no_children(model: QAbstractItemModel) -> None:
    model.put([row("a")])  # type: ignore[attr-defined]
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(QModelIndex()) == len(Column)
