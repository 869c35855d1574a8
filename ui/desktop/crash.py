"""What happens when this program makes a mistake: a window with a report that stays here until somebody sends it."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.desktop.dialogs.sheet import Sheet
from ui.desktop.theme import Theme
from ui.desktop.widgets.controls import Button
from ui.desktop.widgets.text import TextView

_LOG = logging.getLogger("ui.desktop")


class CrashReporter(QObject):
    """Catches what nobody else did, on every thread. `happened` carries the report's text to the window's thread."""

    happened = Signal(str)

    def install(self) -> None:
        """Take over both hooks."""
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__

    def report(self, error: BaseException) -> None:
        """An exception that the bridge brought."""
        text = report_text(type(error), error.__traceback__)
        _LOG.error("crash: %s", type(error).__name__)
        self.happened.emit(text)

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        self.report(error)

    def _caught_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.report(arguments.exc_value)


def report_text(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Class and our own frames; never `str(exc)`, which could hold a path, an address or a name."""
    from client.tasks.logs import own_frames

    return "\n".join(own_frames(kind, trace))


class CrashSheet(Sheet):
    """Shows the whole report before anything is done with it."""

    def __init__(self, theme: Theme, parent: QWidget | None, text: str) -> None:
        super().__init__(theme, parent, icon="bug", colour="problem", size_em=(46, 30))
        self.entitle(
            self.tr("Genoseal made a mistake"),
            self.tr("This is a bug in the program, not in your files. Nothing was sent because of it, and what is on "
                    "its way keeps its place. The report below holds places in the program and nothing of your data; "
                    "it stays on this computer unless you pass it on."),
        )  # fmt: skip
        self.view = TextView(text, self.tr("Report"), 6)
        self.body.addWidget(self.view, 1)
        copy = self.add_button(Button(theme, self.tr("Copy the report"), icon="copy", name="copy-report"))
        copy.clicked.connect(self._copy)
        close = self.add_button(Button(theme, self.tr("Go on"), kind="primary", name="close"), is_default=True)
        close.clicked.connect(self.accept)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.view.toPlainText())
