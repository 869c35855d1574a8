"""Prepared files that lie on this computer longer than the rules let them: shown, and removed after a question."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from client.model.clock import format_time
from ui.desktop.bridge import Call
from ui.desktop.desk import Desk
from ui.desktop.dialogs.sheet import ask
from ui.desktop.i18n import grouped, plural
from ui.desktop.theme import Theme
from ui.desktop.tokens import SPACE_M
from ui.desktop.views import LocalCopyView
from ui.desktop.widgets.controls import Button
from ui.desktop.widgets.folding import FoldingRow
from ui.desktop.widgets.frames import Card, clear_layout, vertical
from ui.desktop.widgets.text import Label, PathLabel
from ui.desktop.words import day_words, join_words

MOST_SHOWN = 20


class LocalCopiesCard(Card):
    """`failed(exception)` where looking or removing did not work."""

    failed = Signal(object)

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(spacing=SPACE_M)
        self._theme, self._desk = theme, desk
        self._due: tuple[LocalCopyView, ...] = ()
        self._removed: int | None = None
        self.words = Label("", "muted", wrap=True)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(SPACE_M)
        self.remove_button = Button(theme, self.tr("Remove them…"), icon="trash-2", name="remove-copies")
        self.remove_button.clicked.connect(self._ask)
        self.button_row = FoldingRow(self.remove_button)
        self.body.addWidget(Label(self.tr("Prepared files on this computer"), "h2", wrap=True))
        self.body.addWidget(self.words)
        self.body.addLayout(self.rows)
        self.body.addWidget(self.button_row)
        self._show(())

    def look(self) -> None:
        """Ask what is due; files are compared with what was written, which may take a moment."""
        if self._desk.core is not None:
            work = Call(self._desk.core.copies_due)
            self._desk.bridge.run(work, done=self._show, failed=self._failed, lane="copies")

    def _show(self, due: tuple[LocalCopyView, ...]) -> None:
        self._due = due
        clear_layout(self.rows)
        if due:
            self.words.setText(
                self.tr("These were prepared for a second person or with the command, and the rules let them lie here "
                        "no longer. What was changed since then is left alone.")
            )  # fmt: skip
        else:
            removed, self._removed = self._removed, None
            gone = "" if removed is None else grouped(self.tr("%n file(s) removed.", "", removed), removed)
            rest = self.tr("Nothing lies here longer than the rules let it.")
            self.words.setText(f"{gone} {rest}".strip())
        for copy in due[:MOST_SHOWN]:
            place = PathLabel("strong")
            place.show_path(copy.folder)
            until = self.tr("to be kept until %1").replace("%1", day_words(format_time(copy.keep_until)))
            facts = Label(join_words(plural.tr("%n file(s)", "", copy.files), until), "small", wrap=True)
            self.rows.addLayout(vertical(place, facts, spacing=2))
        if len(due) > MOST_SHOWN:
            more = len(due) - MOST_SHOWN
            self.rows.addWidget(Label(grouped(self.tr("… and %n more folder(s)", "", more), more), "small"))
        self.button_row.setVisible(bool(due))

    def _ask(self) -> None:
        files = sum(copy.files for copy in self._due)
        if ask(
            self._theme,
            self,
            grouped(self.tr("Remove %n prepared file(s) from this computer?", "", files), files),
            self.tr("The files that you prepared them from, the results and the pseudonym maps stay."),
            yes=self.tr("Remove"),
            no=self.tr("Keep them"),
            icon="trash-2",
            is_dangerous=True,
        ):
            work = Call(self._desk.need().remove_copies, tuple(copy.note_id for copy in self._due))
            self._desk.bridge.run(work, done=self._gone, failed=self._failed, lane="copies")

    def _gone(self, removed: int) -> None:
        self._removed = removed
        self.look()

    def _failed(self, error: Exception) -> None:
        self.failed.emit(error)
