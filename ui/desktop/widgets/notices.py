"""What the service wants its users to know, above every page: maintenance, an incident. Its words, as plain text.

Below it, in the window's own words, that the institution has a newer version of the program.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from client.model.display import display_text
from client.model.service import Notice
from ui.desktop.bridge import Call
from ui.desktop.desk import Desk
from ui.desktop.theme import Theme
from ui.desktop.tokens import SPACE_M, SPACE_S, SPACE_XXL
from ui.desktop.widgets.frames import Banner
from ui.desktop.words import time_words

LOOK_EVERY_MS = 10 * 60_000
MOST_CHARS = 400


class ServiceNotices(QWidget):
    """Asks the service when the profile is known and every ten minutes; without an answer it shows nothing."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.banner = Banner(theme)
        self.newer_version = Banner(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XXL, SPACE_M, SPACE_XXL, SPACE_S)
        layout.setSpacing(SPACE_M)
        layout.addWidget(self.banner)
        layout.addWidget(self.newer_version)
        self.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        desk.profile_changed.connect(self.look)

    def look(self) -> None:
        """Ask what there is."""
        if self._desk.profile is None or self._desk.core is None:
            self._show(())
            self._say_newer(None)
        else:
            core, run = self._desk.core, self._desk.bridge.run
            run(Call(core.notices), done=self._show, failed=self._failed, lane="notices")
            run(Call(core.newer_version), done=self._say_newer, failed=self._not_said, lane="notices")

    def _show(self, notices: tuple[Notice, ...]) -> None:
        lines = []
        for notice in notices:
            until = "" if notice.until is None else self.tr("until %1").replace(
                "%1", time_words(notice.until.isoformat())
            )  # fmt: skip
            words = display_text(notice.text, MOST_CHARS)
            lines.append(f"{words} ({until})" if until else words)
        if lines:
            is_warning = any(notice.level != "info" for notice in notices)
            self.banner.say("caution" if is_warning else "info", "\n".join(lines), title=self.tr("The service says"))
        else:
            self.banner.clear()
        self._fit()

    def _say_newer(self, version: str | None) -> None:
        if version is None:
            self.newer_version.clear()
        else:
            words = self.tr("A newer version is out: %1. Your institution installs it; Genoseal never updates itself.")
            self.newer_version.say("info", words.replace("%1", version))
        self._fit()

    def _fit(self) -> None:
        self.setVisible(bool(self.banner.words or self.newer_version.words))

    def _failed(self, error: Exception) -> None:
        """No answer is no notice; whoever needs the service hears of it where they do."""
        self._show(())

    def _not_said(self, error: Exception) -> None:
        """What cannot be believed or asked is not shown here; the workstation check in the settings says why."""
        self._say_newer(None)
