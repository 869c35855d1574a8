"""Backing up pseudonym maps and result keys under a passphrase, and bringing a backup back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.desktop.bridge import Bridge, Call
from ui.desktop.core import Core
from ui.desktop.dialogs.sheet import Sheet
from ui.desktop.error_words import show_error
from ui.desktop.i18n import plural
from ui.desktop.theme import Theme
from ui.desktop.widgets.controls import Button, Field
from ui.desktop.widgets.file_dialog import choose_folder
from ui.desktop.widgets.frames import Banner, labelled
from ui.desktop.widgets.text import Label
from ui.desktop.words import join_words

LEAST_PASSPHRASE = 12


class BackupSheet(Sheet):
    """Asks for a passphrase and a folder; accepted with `outcome` in words."""

    def __init__(self, theme: Theme, parent: QWidget, bridge: Bridge, core: Core, *, bring_back: bool) -> None:
        super().__init__(theme, parent, icon="save", size_em=(38, 0))
        self._bridge, self._core, self._bring_back = bridge, core, bring_back
        self.outcome = ""
        self.entitle(
            self.tr("Bring a backup back") if bring_back else self.tr("Back up maps and keys"),
            self.tr("Choose the folder with the backup and type its passphrase.")
            if bring_back
            else self.tr("They are written under a passphrase of their own. Keep the files and the passphrase in "
                         "different places; without it nobody can open them."),
        )  # fmt: skip
        self.first = Field(self.tr("Passphrase"), secret=True, name="backup-passphrase")
        self.second = Field(self.tr("Passphrase again"), secret=True, name="backup-passphrase-again")
        self.body.addLayout(labelled(self.first))
        if not bring_back:
            self.body.addLayout(labelled(self.second))
            self.body.addWidget(Label(self.tr("At least twelve characters, twice the same."), "small", wrap=True))
        self.banner = Banner(theme)
        self.body.addWidget(self.banner)
        self.add_close_button(self.tr("Cancel"))
        self.next_button = self.add_button(
            Button(theme, self.tr("Choose a folder…"), kind="primary", icon="folder-open", name="continue"),
            is_default=True,
        )
        self.next_button.clicked.connect(self._choose)
        for field in (self.first, self.second):
            field.textChanged.connect(self._refresh)
        self._refresh()

    def run(self, folder: Path) -> None:
        """Do it with this folder."""
        self.next_button.setEnabled(False)
        self.banner.clear()
        passphrase = self.first.text().encode()
        function = self._core.bring_back if self._bring_back else self._core.back_up
        self._bridge.run(Call(function, folder, passphrase), done=self._done, failed=self._failed)

    def _choose(self) -> None:
        folder = choose_folder(self, self.title.text())
        if folder is not None:
            self.run(folder)

    def _refresh(self) -> None:
        text = self.first.text()
        fits = bool(text) if self._bring_back else len(text) >= LEAST_PASSPHRASE and text == self.second.text()
        self.next_button.setEnabled(fits)

    def _done(self, counts: tuple[int, int]) -> None:
        maps, keys = counts
        self.outcome = join_words(plural.tr("%n map(s)", "", maps), plural.tr("%n key(s)", "", keys))
        self.first.clear()
        self.second.clear()
        self.accept()

    def _failed(self, error: Exception) -> None:
        show_error(self.banner, error)
        self._refresh()
