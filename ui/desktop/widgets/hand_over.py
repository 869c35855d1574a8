"""Preparing files for a second person: how far it is, and what is to be handed over when it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar

from client.model.clock import format_time
from client.model.display import display_text
from client.model.handover import APPROVAL_NAME
from ui.desktop.desk import Desk
from ui.desktop.system.outside import show_outside
from ui.desktop.theme import Theme
from ui.desktop.tokens import SPACE_M
from ui.desktop.views import HandedOverView, HandOverOrder, Step
from ui.desktop.widgets.controls import Button, IconLabel
from ui.desktop.widgets.folding import FoldingRow
from ui.desktop.widgets.frames import Card, horizontal, vertical
from ui.desktop.widgets.text import Label, PathLabel
from ui.desktop.words import day_words, join_words


class HandOverCard(Card):
    """Hidden while there is nothing to hand over. `failed(exception)` where it came to nothing, or was stopped."""

    failed = Signal(object)

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(spacing=SPACE_M)
        self._desk = desk
        self.title = Label("", "h2", wrap=True)
        self.words = Label("", wrap=True)
        self.place = PathLabel("mono")
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Preparing for the second person"))
        self.stop_button = Button(theme, self.tr("Stop"), icon="x", name="stop-hand-over")
        self.open_button = Button(theme, self.tr("Open the folder"), icon="folder-open", name="open-hand-over")
        self.close_button = Button(theme, self.tr("Done"), kind="ghost", icon="check", name="close-hand-over")
        self.stop_button.clicked.connect(self._stop)
        self.open_button.clicked.connect(self._open)
        self.close_button.clicked.connect(self._put_away)
        row = horizontal(spacing=SPACE_M)
        row.addWidget(IconLabel(theme, "users-round", 1.6, "accent"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(
            vertical(self.title, self.words, self.place, self.bar,
                     FoldingRow(self.stop_button, self.open_button, self.close_button)), 1,
        )  # fmt: skip
        self.body.addLayout(row)
        self._was_ready = desk.handing_over.handed is not None
        desk.handing_over.changed.connect(self._refresh)
        desk.handing_over.failed.connect(self.failed)
        self._refresh()

    @property
    def is_under_way(self) -> bool:
        """Whether files are being prepared now."""
        return self._desk.handing_over.is_under_way

    def start(self, order: HandOverOrder) -> None:
        """Prepare the files as one job into the folder."""
        self._desk.handing_over.start(self._desk.need(), order)

    def _refresh(self) -> None:
        now = self._desk.handing_over
        is_ready = now.handed is not None
        self.setVisible(now.is_under_way or is_ready)
        for meanwhile in (self.bar, self.stop_button):
            meanwhile.setVisible(not is_ready)
        for afterwards in (self.place, self.open_button, self.close_button):
            afterwards.setVisible(is_ready)
        if now.handed is not None:
            self._show_ready(now.handed)
        elif now.is_under_way:
            self._show_step(now.step)
        if is_ready and not self._was_ready:
            self.open_button.setFocus()
        self._was_ready = is_ready

    def _show_step(self, step: Step | None) -> None:
        self.title.setText(self.tr("Preparing for the second person"))
        self.stop_button.setEnabled(not self._desk.handing_over.is_stopping)
        if step is None:
            self.words.setText(self.tr("Nothing leaves this computer."))
            self.bar.setValue(0)
            return
        share = min(1.0, step.done / step.total) if step.total else 0.0
        self.bar.setValue(round((step.number - 1 + share) / max(1, step.of) * 1000))
        many = f"{step.number} / {step.of}" if step.of > 1 else ""
        self.words.setText(join_words(display_text(step.name, 80), many, f"{int(share * 100)} %"))

    def _show_ready(self, handed: HandedOverView) -> None:
        self.title.setText(self.tr("Ready for the second person"))
        words = self.tr("Give this folder to the second person. They open it in Genoseal under “Send”, “Approve for "
                        "somebody else…”, read the report, and give you “%1” back. Then choose “Send” here again, with "
                        "the same files.").replace("%1", APPROVAL_NAME)  # fmt: skip
        if handed.keep_until is not None:
            until = self.tr("The rules let the folder lie here until %1.")
            words = f"{words} {until.replace('%1', day_words(format_time(handed.keep_until)))}"
        self.words.setText(words)
        self.place.show_path(handed.folder)

    def _stop(self) -> None:
        self._desk.handing_over.stop()

    def _put_away(self) -> None:
        self._desk.handing_over.put_away()

    def _open(self) -> None:
        if (handed := self._desk.handing_over.handed) is not None:
            show_outside(handed.folder)
