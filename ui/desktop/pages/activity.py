"""Activity: everything that was done with personal data here, searchable, verifiable, to export."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from client.model.display import display_text
from ui.desktop.activity_words import event_words, facts_words
from ui.desktop.bridge import Call
from ui.desktop.desk import Desk
from ui.desktop.error_words import explain_here, message_code, show_error
from ui.desktop.i18n import grouped, translate
from ui.desktop.theme import Theme, em_px
from ui.desktop.tokens import SPACE_M
from ui.desktop.views import ActivityJudgement, ActivityRow
from ui.desktop.widgets.controls import Button, Field
from ui.desktop.widgets.file_dialog import choose_new_file
from ui.desktop.widgets.frames import Card, EmptyState, Page, horizontal
from ui.desktop.widgets.text import plain_tooltip
from ui.desktop.words import count_words, time_words

Index = QModelIndex | QPersistentModelIndex
STACKED_BELOW_EM = 46


class ActivityModel(QAbstractTableModel):
    """Newest first: number, time, what, facts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ActivityRow, ...] = ()
        self._is_stacked = False

    def set_rows(self, rows: Sequence[ActivityRow]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._rows = tuple(reversed(rows))
        self.endResetModel()

    def set_stacked(self, is_stacked: bool) -> None:
        """Put the facts under what happened, for a table that has no room for them beside it."""
        if is_stacked != self._is_stacked:
            self._is_stacked = is_stacked
            if self._rows:
                self.dataChanged.emit(self.index(0, 2), self.index(len(self._rows) - 1, 2))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < 4:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (
                translate("Activity", "Line"),
                translate("Activity", "Time"),
                translate("Activity", "What"),
                translate("Activity", "Facts"),
            )[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = self._words(row, index.column())
            facts = self._words(row, 3) if self._is_stacked and index.column() == 2 else ""
            return f"{words}\n{facts}" if facts else words
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._words(row, index.column()))
        return None

    def _words(self, row: ActivityRow, column: int) -> str:
        if column == 0:
            return str(row.number)
        if not row.event:
            return translate("Activity", "This line cannot be read.") if column == 2 else ""
        if column == 1:
            return time_words(row.time)
        # A dot stays with the words before it where the line is broken.
        return (
            event_words(row.event)
            if column == 2
            else display_text(facts_words(row.facts), 300).replace(" ·", "\u00a0·")
        )


class _Lines(QTableView):
    """The table of lines; `resized` when its room is known, which is after the page's."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class ActivityPage(Page):
    """Reads the log when shown."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme)
        self.entitle(
            self.tr("Activity"),
            self.tr("What was done with personal data on this computer. Counts and ids only, never a name."),
        )
        self._desk = desk
        self.search = Field(self.tr("Search"), placeholder=self.tr("Search"), name="search")
        self.search.setClearButtonEnabled(False)
        self.search.setMaximumWidth(round(em_px() * 18))
        self.verify_button = Button(theme, self.tr("Verify"), icon="shield-check", name="verify-log")
        self.export_button = Button(theme, self.tr("Export…"), icon="save", name="export-log")
        self.verify_button.clicked.connect(self._verify)
        self.export_button.clicked.connect(self._export)
        self.model = ActivityModel(self)
        self._filtered = QSortFilterProxyModel(self)
        self._filtered.setSourceModel(self.model)
        self._filtered.setFilterKeyColumn(-1)
        self._filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search.textChanged.connect(self._filter)
        self.table = _Lines()
        self.table.setObjectName("lines")
        self.table.setModel(self._filtered)
        self.table.setAccessibleName(self.tr("Activity"))
        self.table.setWordWrap(True)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setMinimumHeight(round(em_px() * 14))
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self.empty = EmptyState(
            theme, "scroll-text", self.tr("Nothing yet"), self.tr("Each step with personal data will appear here.")
        )
        head = horizontal(self.search, None, self.export_button, self.verify_button, spacing=SPACE_M)
        head.setContentsMargins(13, 14, 14, 10)
        self.card = Card(padded=False, spacing=0)
        self.card.body.addLayout(head)
        self.card.body.addWidget(self.table, 1)
        self.card.body.setContentsMargins(1, 1, 1, 10)
        self.body.addWidget(self.card, 1)
        self.body.addWidget(self.empty, 1)
        self.table.verticalScrollBar().valueChanged.connect(self._fit_rows)
        self.table.resized.connect(self._fit)
        theme.changed.connect(self._fit)
        self._fit()
        self._known(())

    def shown(self) -> None:
        """Read the log."""
        if self._desk.core is not None:
            self._desk.bridge.run(Call(self._desk.core.activity), done=self._known, failed=self._failed)

    def _known(self, rows: tuple[ActivityRow, ...]) -> None:
        self.model.set_rows(rows)
        self.card.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._fit()

    def _filter(self, words: str) -> None:
        self._filtered.setFilterFixedString(words)
        self._fit_rows()

    def _verify(self) -> None:
        self._desk.bridge.run(Call(self._desk.need().verify_activity), done=self._verified, failed=self._failed)

    def _verified(self, verdict: ActivityJudgement) -> None:
        if verdict.problem is not None:
            explanation = explain_here(verdict.problem)
            words = f"{explanation.meaning} {explanation.next}".strip()
            self.banner.say("problem", words, title=explanation.what, code=message_code(explanation.code))
            return
        words = grouped(
            self.tr("%n line(s), none changed, removed or put in another order.", "", verdict.lines), verdict.lines
        )
        if verdict.proven_by_job and verdict.proven_at:
            proof = self.tr("Proven complete up to line %1 by the service's receipt of %2.")
            proof = proof.replace("%1", count_words(verdict.proven_lines)).replace("%2", time_words(verdict.proven_at))
        else:
            proof = self.tr("No receipt proves it from outside yet.")
        self.banner.say("good", f"{words} {proof}", title=self.tr("The log is whole"))

    def _export(self) -> None:
        file = choose_new_file(self, self.tr("Export the activity log"), "CSV (*.csv)", "genoseal-activity.csv")
        if file is not None:
            work = Call(self._desk.need().export_activity, file)
            self._desk.bridge.run(work, done=self._exported, failed=self._failed)

    def _exported(self, lines: int) -> None:
        self.banner.say("good", grouped(self.tr("%n line(s) written.", "", lines), lines))
        self.shown()

    def _failed(self, error: Exception) -> None:
        show_error(self.banner, error)

    def _fit(self) -> None:
        em = em_px()
        self.table.verticalHeader().setDefaultSectionSize(round(em * 2.6))
        header, room = self.table.horizontalHeader(), self.table.viewport().width()
        # The table's own width: a scroll bar that comes with taller rows must not undo what made them taller.
        is_stacked = self.table.width() < STACKED_BELOW_EM * em
        self.model.set_stacked(is_stacked)
        self.table.setColumnHidden(3, is_stacked)
        number, time = (
            max(self.table.sizeHintForColumn(column), header.sectionSizeHint(column)) + round(em / 2)
            for column in (0, 1)
        )
        # What happened and its facts share what is left, so that neither falls off the side.
        longest = max(self.table.sizeHintForColumn(2), round(em * 8)) + round(em)
        event = max(0, room - number - time) if is_stacked else min(longest, max(0, room - number - time) // 2)
        for column, width in ((0, number), (1, time), (2, event)):
            self.table.setColumnWidth(column, width)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Make the rows that are seen as high as their facts need: none of them is cut, however narrow the window.

        Rows out of sight keep the usual height: a log has tens of thousands of lines.
        """
        usual = self.table.verticalHeader().defaultSectionSize()
        padding = usual - self.table.fontMetrics().height()
        row, below = max(0, self.table.rowAt(0)), self.table.viewport().height()
        while row < self._filtered.rowCount() and self.table.rowViewportPosition(row) < below:
            self.table.setRowHeight(row, max(usual, self._needed(row) + padding))
            row += 1

    def _needed(self, row: int) -> int:
        """The height of this row's words, wrapped in their columns."""
        metrics, heights = self.table.fontMetrics(), [0]
        for column in (2,) if self.table.isColumnHidden(3) else (2, 3):
            words = str(self._filtered.index(row, column).data())
            room = QRect(0, 0, max(1, self.table.columnWidth(column) - round(em_px())), 10_000)
            heights.append(metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height())
        return max(heights)
