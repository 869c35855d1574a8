"""How the queue is drawn: two lines a file, a pill for the state, a bar for progress, icons for what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from client.model.display import display_text
from ui.desktop.icons import paint_icon
from ui.desktop.models.queue import (
    MOST_ACTIONS,
    ROW_ROLE,
    Column,
    QueueModel,
    QueueRow,
    QueueState,
    action_words,
    state_words,
)
from ui.desktop.theme import Theme, em_px
from ui.desktop.widgets.row_drawing import draw_bar, draw_pill, fitting_name, in_lines, pill_height, pill_width

PILL: dict[QueueState, tuple[str, str, str]] = {
    QueueState.CHECKING: ("file-search", "text_soft", "sunken"),
    QueueState.READY: ("check", "good", "good_tint"),
    QueueState.NEEDS_YOU: ("circle-alert", "problem", "problem_tint"),
    QueueState.WAITING: ("clock", "text_soft", "sunken"),
    QueueState.PREPARING: ("scan-line", "accent", "accent_tint"),
    QueueState.SEALED: ("lock", "accent", "accent_tint"),
    QueueState.UPLOADING: ("upload", "accent", "accent_tint"),
    QueueState.STORED: ("package-check", "accent", "accent_tint"),
    QueueState.SUBMITTING: ("upload", "accent", "accent_tint"),
    QueueState.PAUSED: ("pause", "caution", "caution_tint"),
    QueueState.SENT: ("circle-check", "good", "good_tint"),
    QueueState.LEFT_OUT: ("ban", "text_soft", "sunken"),
    QueueState.FAILED: ("circle-alert", "problem", "problem_tint"),
    QueueState.CANCELLING: ("hourglass", "text_soft", "sunken"),
    QueueState.CANCELLED: ("ban", "text_soft", "sunken"),
}
"""Icon, colour and tint of each state."""
DOUBTFUL_PILL = ("triangle-alert", "caution", "caution_tint")
"""The same for a file that can be sent, but has something that should be looked at before."""

ACTION_ICON = {
    "explain": "circle-question-mark",
    "first": "arrow-up-to-line",
    "pause": "pause",
    "resume": "play",
    "cancel": "x",
    "remove": "x",
}
LEAST_LINES = 3
"""A row has room for its name and two more lines, used or not."""
LEAST_ROWS = 3
"""So many files are seen without scrolling in the list, if there are so many."""
LEAST_FILE_EM, LEAST_PROGRESS_EM = 12.5, 9.5
"""Where these do not fit beside each other, what the progress says stands below the file, and the bar too; and where
the file has not even that beside its state alone, the state as well."""
BAR_PX, BAR_GAP_PX = 6, 6
PILL_GAP_PX = 3
PILL_LINES = 1.5
"""So many lines of text are as high as a pill and its gaps."""
MOST_DETAIL_LINES, MOST_INFO_LINES = 3, 2
FILE_ICON_EM, FILE_GAP_PX, SIDE_PX = 1.4, 12, 12
FIRST_KEY = QKeySequence(Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_Up)
_SEALED_STATES = {
    QueueState.SEALED, QueueState.UPLOADING, QueueState.STORED, QueueState.SUBMITTING, QueueState.SENT,
}  # fmt: skip


class QueueDelegate(QStyledItemDelegate):
    """Draws the rows and turns clicks on the icons into `asked(key, action)`.

    `is_narrow`: the progress column is hidden, and what it says stands below the file. `is_stacked`: the state column
    is hidden too, and its pill stands below the name. `lines`: so many lines of text fit into a row.
    """

    asked = Signal(str, str)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_narrow = self.is_stacked = False
        self.lines: float = LEAST_LINES

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, row_height(self.lines))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, QueueRow):
            return
        tokens = self._theme.tokens
        place, state = QRect(option.rect), option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(place, QColor(tokens.accent_tint if selected else tokens.surface))
        if hovered and not selected:
            painter.fillRect(place, QColor(tokens.sunken))
        painter.setPen(QColor(tokens.hairline))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        font = QFont(option.font)
        small = small_font(font)
        inside = place.adjusted(SIDE_PX, 0, -SIDE_PX, 0)
        column = Column(index.column())
        if column == Column.FILE:
            self._paint_file(painter, inside, row, font, small)
        elif column == Column.STATE:
            self._paint_pill(painter, inside, row, small)
        elif column == Column.PROGRESS:
            self._paint_progress(painter, inside, row, small)
        else:
            self._paint_actions(painter, place, row)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(place).adjusted(2, 2, -2, -3), 6, 6)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """A release over an icon asks for its action."""
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and index.column() == Column.ACTIONS
        ):
            row = index.data(ROW_ROLE)
            if isinstance(row, QueueRow):
                for place, action in action_places(QRect(option.rect), row):
                    if place.contains(event.position().toPoint()):
                        self.asked.emit(row.key, action)
                        return True
        return super().editorEvent(event, model, option, index)

    def _paint_file(self, painter: QPainter, place: QRect, row: QueueRow, font: QFont, small: QFont) -> None:
        tokens = self._theme.tokens
        if not self.is_stacked:
            side = em_px() * FILE_ICON_EM
            icon = "file-lock" if row.state in _SEALED_STATES else "file-text"
            paint_icon(painter, icon, tokens.text_soft, QRectF(place.left(), place.center().y() - side / 2, side, side))
        place.setLeft(place.left() + self.before_text_px())
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        upper, lower = QFontMetrics(strong), QFontMetrics(small)
        told = [(row.detail, tokens.text_soft, MOST_DETAIL_LINES)]
        if self.is_narrow:
            told.append((row.info, self._info_colour(row), MOST_INFO_LINES))
        below = [
            (line, colour)
            for words, colour, most in told if words for line in in_lines(words, lower, place.width(), most)
        ]  # fmt: skip
        left, width = place.left(), place.width()
        has_bar = self.is_narrow and row.share is not None
        pill_px = self.is_stacked * (pill_height(small) + 2 * PILL_GAP_PX)
        height = upper.height() + pill_px + 2 + lower.height() * len(below) + has_bar * (BAR_GAP_PX + BAR_PX)
        top = place.center().y() - height // 2
        painter.setFont(strong)
        painter.setPen(QColor(tokens.text))
        name = fitting_name(display_text(row.name, 120), upper, width)
        painter.drawText(QRect(left, top, width, upper.height()), Qt.AlignmentFlag.AlignVCenter, name)
        if self.is_stacked:
            self._paint_pill(painter, QRect(left, top + upper.height(), width, pill_px), row, small)
        painter.setFont(small)
        for number, (line, colour) in enumerate(below):
            painter.setPen(QColor(colour))
            above = upper.height() + pill_px + 2
            where = QRect(left, top + above + number * lower.height(), width, lower.height())
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, line)
        if has_bar:
            self._draw_bar(painter, QRectF(left, top + height - BAR_PX, width, BAR_PX), row)

    def before_text_px(self) -> int:
        """How far from the side of its cell the text of a file begins."""
        return 0 if self.is_stacked else int(em_px() * FILE_ICON_EM + FILE_GAP_PX)

    def _paint_pill(self, painter: QPainter, place: QRect, row: QueueRow, small: QFont) -> None:
        icon, colour, tint = DOUBTFUL_PILL if row.is_doubtful else PILL[row.state]
        foreground, background = self._theme.colour(colour), self._theme.colour(tint)
        draw_pill(painter, place, state_words(row.state), icon, foreground, background, small)

    def _paint_progress(self, painter: QPainter, place: QRect, row: QueueRow, small: QFont) -> None:
        metrics = QFontMetrics(small)
        painter.setFont(small)
        painter.setPen(QColor(self._info_colour(row)))
        info = "\n".join(in_lines(row.info, metrics, place.width(), MOST_INFO_LINES))
        if row.share is None:
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, info)
            return
        bottom = place.center().y() + (metrics.height() // 2 if "\n" in info else 0)
        above = QRect(place.left(), place.top(), place.width(), bottom - 1 - place.top())
        painter.drawText(above, Qt.AlignmentFlag.AlignBottom, info)
        self._draw_bar(painter, QRectF(place.left(), bottom + BAR_GAP_PX, place.width(), BAR_PX), row)

    def _draw_bar(self, painter: QPainter, bar: QRectF, row: QueueRow) -> None:
        colour = PILL[row.state][1]
        done = self._theme.colour("control" if colour == "text_soft" else colour)
        draw_bar(painter, bar, row.share or 0.0, done, self._theme.tokens.track)

    def _info_colour(self, row: QueueRow) -> str:
        """What somebody has to do stands out from what only goes on."""
        tokens = self._theme.tokens
        if row.is_doubtful:
            return tokens.caution
        return tokens.problem if row.state is QueueState.NEEDS_YOU else tokens.text_soft

    def _paint_actions(self, painter: QPainter, place: QRect, row: QueueRow) -> None:
        side = em_px() * 1.2
        for target, action in action_places(place, row):
            centre = target.center()
            square = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
            colour = self._theme.colour("accent" if action == "explain" else "text_soft")
            paint_icon(painter, ACTION_ICON[action], colour, square)


def row_height(lines: float) -> int:
    """So many lines of text and their air."""
    return int(em_px() * (1.05 + 1.15 * lines))


def small_font(font: QFont) -> QFont:
    """For what stands below a file's name."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.92)
    return small


def action_places(place: QRect, row: QueueRow) -> list[tuple[QRect, str]]:
    """Where each action's icon is inside its cell, from the right; every target is at least 24 px."""
    side = max(28, int(em_px() * 2.1))
    top = place.center().y() - side // 2
    count = len(row.actions)
    left = place.right() - 8 - side * count
    return [(QRect(left + side * number, top, side, side), action) for number, action in enumerate(row.actions)]


class QueueView(QTableView):
    """The table of files. `asked(key, action)` is sent for icons, menu entries and keys alike."""

    asked = Signal(str, str)

    def __init__(self, theme: Theme, model: QueueModel, label: str) -> None:
        super().__init__()
        self._theme = theme
        self._queue = model
        self.setModel(model)
        self.setAccessibleName(label)
        self._delegate = QueueDelegate(theme, self)
        self._delegate.asked.connect(self.asked)
        self.setItemDelegate(self._delegate)
        self._file_px = 0
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.FILE, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.activated.connect(self._activated)
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            changed.connect(self._fit)
        model.rowsInserted.connect(self._show_focus)
        theme.changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_focus(self) -> None:
        """What is sent takes the place of what was staged: whoever is in the list by keyboard still sees where."""
        if self.hasFocus() and not self.currentIndex().isValid():
            first = self._queue.index(0, Column.FILE)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space pauses or continues, Delete removes or cancels, Ctrl+Up lets it go first; Enter explains (through
        `activated`)."""
        wanted: tuple[str, ...] | None = {
            Qt.Key.Key_Space: ("pause", "resume"),
            Qt.Key.Key_Delete: ("remove", "cancel"),
        }.get(Qt.Key(event.key()))
        if QKeySequence(event.keyCombination()) == FIRST_KEY:
            wanted = ("first",)
        row = self.current_row()
        if wanted and row is not None:
            action = next((action for action in wanted if action in row.actions), None)
            if action is not None:
                self.asked.emit(row.key, action)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Everything that the icons do, by name; also for the Menu key."""
        row = self.current_row()
        if row is None or not row.actions:
            return
        menu = QMenu(self)
        for action in row.actions:
            entry = menu.addAction(self._theme.icon(ACTION_ICON[action]), action_words(action))
            entry.setData(action)
            if action == "first":
                entry.setShortcut(FIRST_KEY)
                entry.setShortcutVisibleInContextMenu(True)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()) if by_key else None
        chosen = menu.exec(place if place is not None else event.globalPos())
        menu.deleteLater()
        if chosen is not None:
            self.asked.emit(row.key, str(chosen.data()))

    def current_row(self) -> QueueRow | None:
        """The row with the focus, or None."""
        row = self.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, QueueRow) else None

    def _activated(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, QueueRow) and "explain" in row.actions:
            self.asked.emit(row.key, "explain")

    def dataChanged(
        self, top_left: QModelIndex | QPersistentModelIndex, bottom_right: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:  # fmt: skip
        super().dataChanged(top_left, bottom_right, roles)
        if top_left.column() == Column.FILE and self._lines() > self._delegate.lines:
            self._fit()
        if self._delegate.is_narrow:
            if bottom_right.column() >= Column.ACTIONS:
                self._fit()
            # What changed in the hidden column is drawn in another one.
            self.viewport().update()

    def _fit(self) -> None:
        """Column widths follow the text size; the progress column goes first when room is short."""
        em = em_px()
        small = small_font(self.font())
        state = max(pill_width(state_words(state), small) for state in QueueState) + 24
        actions = max(28, int(em * 2.1)) * MOST_ACTIONS + 16
        room = self.viewport().width() - state - actions
        progress = int(min(em * 21, max(em * 11, room * 0.46)))
        if room - progress < em * LEAST_FILE_EM:
            progress = max(0, int(room - em * LEAST_FILE_EM))
        hidden = progress < em * LEAST_PROGRESS_EM
        self._delegate.is_narrow = hidden
        if hidden:
            # No room for icons that no row has.
            most = max((len(row.actions) for row in self._queue.rows), default=MOST_ACTIONS)
            actions = max(28, int(em * 2.1)) * most + 16
        is_stacked = hidden and self.viewport().width() - state - actions < em * LEAST_FILE_EM
        state = 0 if is_stacked else state
        self._delegate.is_stacked = is_stacked
        self.setColumnHidden(Column.PROGRESS, hidden)
        self.setColumnHidden(Column.STATE, is_stacked)
        for column, width in ((Column.STATE, state), (Column.PROGRESS, progress), (Column.ACTIONS, actions)):
            self.setColumnWidth(column, width)
        self._file_px = self.viewport().width() - state - actions - (0 if hidden else progress)
        self._delegate.lines = self._lines()
        height = row_height(self._delegate.lines)
        self.verticalHeader().setDefaultSectionSize(height)
        rows = min(self.model().rowCount(), LEAST_ROWS)
        self.setMinimumHeight(round(rows * height + em * 4))

    def _lines(self) -> float:
        """How many lines of text the fullest row has: its name, what is told of it, and the progress where that stands
        below. Never fewer than most rows need, for rows that grow and shrink are hard to read."""
        metrics = QFontMetrics(small_font(self.font()))
        width = self._file_px - 2 * SIDE_PX - self._delegate.before_text_px()
        details = {row.detail for row in self._queue.rows}
        most = max((len(in_lines(words, metrics, width, MOST_DETAIL_LINES)) for words in details), default=0)
        below = (MOST_INFO_LINES if self._delegate.is_narrow else 0) + (PILL_LINES if self._delegate.is_stacked else 0)
        return max(LEAST_LINES, 1 + most) + below
