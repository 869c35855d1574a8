"""The queue of files: what is staged, what is under way, what has arrived."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from client.model.display import display_text
from ui.desktop.i18n import translate
from ui.desktop.widgets.text import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole


class QueueState(StrEnum):
    """What a row's pill says."""

    CHECKING = "checking"
    READY = "ready"
    NEEDS_YOU = "needs_you"
    WAITING = "waiting"
    PREPARING = "preparing"
    SEALED = "sealed"
    UPLOADING = "uploading"
    STORED = "stored"
    SUBMITTING = "submitting"
    PAUSED = "paused"
    SENT = "sent"
    LEFT_OUT = "left_out"
    FAILED = "failed"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"


class Column(IntEnum):
    """The table's columns."""

    FILE = 0
    STATE = 1
    PROGRESS = 2
    ACTIONS = 3


MOST_ACTIONS = 3
"""A row that needs somebody can be explained, resumed and cancelled: so many icons have to fit."""


@dataclass(frozen=True)
class QueueRow:
    """One file. `key` is unique in the queue; `share` is 0 to 1, or None where there is nothing to measure."""

    key: str
    name: str = field(repr=False)
    state: QueueState
    detail: str = ""
    info: str = ""
    share: float | None = None
    submission_id: str = ""
    actions: tuple[str, ...] = ()
    """What a person can do with it now, in the order shown: explain, first, pause, resume, cancel, remove."""
    is_doubtful: bool = False
    """It can be sent, but `info` says what should be looked at before."""


def state_words(state: QueueState) -> str:
    """The word in the pill. It never says more than is known."""
    return {
        QueueState.CHECKING: translate("Queue", "Checking"),
        QueueState.READY: translate("Queue", "Ready"),
        QueueState.NEEDS_YOU: translate("Queue", "Needs you"),
        QueueState.WAITING: translate("Queue", "Waiting"),
        QueueState.PREPARING: translate("Queue", "Preparing"),
        QueueState.SEALED: translate("Queue", "Sealed"),
        QueueState.UPLOADING: translate("Queue", "Uploading"),
        QueueState.STORED: translate("Queue", "Uploaded"),
        QueueState.SUBMITTING: translate("Queue", "Submitting"),
        QueueState.PAUSED: translate("Queue", "Paused"),
        QueueState.SENT: translate("Queue", "Sent"),
        QueueState.LEFT_OUT: translate("Queue", "Left out"),
        QueueState.FAILED: translate("Queue", "Not sent"),
        QueueState.CANCELLING: translate("Queue", "Cancelling"),
        QueueState.CANCELLED: translate("Queue", "Cancelled"),
    }[state]


def action_words(action: str) -> str:
    """The name of what can be done with a row."""
    return {
        "explain": translate("Queue", "Show what was found"),
        "pause": translate("Queue", "Pause"),
        "resume": translate("Queue", "Continue"),
        "first": translate("Queue", "Send first"),
        "cancel": translate("Queue", "Cancel"),
        "remove": translate("Queue", "Remove from the list"),
    }[action]


class QueueModel(QAbstractTableModel):
    """Rows in the order they came. Changes are reported cell by cell, so ten thousand rows stay smooth."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QueueRow] = []
        self._position: dict[str, int] = {}

    # ---- what Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return {
                Column.FILE: translate("Queue", "File"),
                Column.STATE: translate("Queue", "State"),
                Column.PROGRESS: translate("Queue", "Progress"),
                Column.ACTIONS: "" if role == Qt.ItemDataRole.DisplayRole else self._actions_title(),
            }[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column, short=True)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(row, column, short=False)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._tooltip(row, column))
        return None

    # ---- what the page does

    @property
    def rows(self) -> Sequence[QueueRow]:
        """All rows, top to bottom."""
        return self._rows

    def row(self, key: str) -> QueueRow | None:
        """The row called `key`, or None."""
        position = self._position.get(key)
        return None if position is None else self._rows[position]

    def put(self, rows: Iterable[QueueRow]) -> None:
        """Update the rows that are known by their key and append the others."""
        fresh: dict[str, QueueRow] = {}
        for row in rows:
            position = self._position.get(row.key)
            if position is None:
                fresh[row.key] = row
            elif self._rows[position] != row:
                self._replace(position, row)
        if fresh:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            for offset, (key, row) in enumerate(fresh.items()):
                self._position[key] = first + offset
                self._rows.append(row)
            self.endInsertRows()

    def remove(self, keys: Iterable[str]) -> None:
        """Take rows out; keys that are not there are ignored."""
        for position in sorted((self._position[key] for key in set(keys) if key in self._position), reverse=True):
            self.beginRemoveRows(QModelIndex(), position, position)
            del self._rows[position]
            self._position = {row.key: place for place, row in enumerate(self._rows)}
            self.endRemoveRows()

    def arrange(self, submissions: Sequence[str]) -> None:
        """Bring the rows of these submissions into this order, in the places that they take up; others stay."""
        turn = {submission_id: number for number, submission_id in enumerate(submissions)}
        places = [place for place, row in enumerate(self._rows) if row.submission_id in turn]
        wanted = sorted(places, key=lambda place: turn[self._rows[place].submission_id])
        if wanted == places:
            return
        self.layoutAboutToBeChanged.emit()
        before, held = list(self._rows), self.persistentIndexList()
        for place, source in zip(places, wanted, strict=True):
            self._rows[place] = before[source]
        self._position = {row.key: place for place, row in enumerate(self._rows)}
        moved = [self.index(self._position[before[index.row()].key], index.column()) for index in held]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def clear(self) -> None:
        """Empty the queue."""
        self.beginResetModel()
        self._rows.clear()
        self._position.clear()
        self.endResetModel()

    def _replace(self, position: int, row: QueueRow) -> None:
        old = self._rows[position]
        self._rows[position] = row
        changed = [
            column
            for column, differs in (
                (Column.FILE, (old.name, old.detail) != (row.name, row.detail)),
                (Column.STATE, (old.state, old.is_doubtful) != (row.state, row.is_doubtful)),
                (
                    Column.PROGRESS,
                    (old.info, old.share, old.state, old.is_doubtful)
                    != (row.info, row.share, row.state, row.is_doubtful),
                ),
                (Column.ACTIONS, old.actions != row.actions),
            )
            if differs
        ]
        if changed:
            self.dataChanged.emit(self.index(position, min(changed)), self.index(position, max(changed)))

    def _words(self, row: QueueRow, column: Column, *, short: bool) -> str:
        if column == Column.FILE:
            name = display_text(row.name, 120)
            if short:
                return name
            # Whoever goes down the list hears of each file how it is; in a narrow window other columns are not there.
            told = (name, state_words(row.state), row.detail, self._words(row, Column.PROGRESS, short=False))
            return ", ".join(part for part in told if part)
        if column == Column.STATE:
            return state_words(row.state)
        if column == Column.PROGRESS:
            percent = "" if row.share is None else f"{int(row.share * 100)} %"
            return row.info if short else ", ".join(part for part in (percent, row.info) if part)
        return "" if short else ", ".join(action_words(action) for action in row.actions)

    def _tooltip(self, row: QueueRow, column: Column) -> str:
        if column == Column.FILE:
            return f"{display_text(row.name, 400)}\n{row.detail}".strip()
        return row.info if column == Column.PROGRESS else ""

    def _actions_title(self) -> str:
        return translate("Queue", "Actions")
