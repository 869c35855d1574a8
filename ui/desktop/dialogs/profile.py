"""Opening an institution's profile: the file, then its fingerprint, typed from paper.

Until the fingerprint fits, nothing of the profile's text is shown: a forged one would bring its own helpdesk.
"""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from ui.desktop.bridge import Bridge, Call
from ui.desktop.core import Core
from ui.desktop.dialogs.sheet import Sheet
from ui.desktop.dialogs.sign_in import PassphraseSheet
from ui.desktop.error_words import show_error
from ui.desktop.theme import Theme, em_px
from ui.desktop.tokens import SPACE_M
from ui.desktop.views import ProfileView
from ui.desktop.widgets.controls import Button, Field
from ui.desktop.widgets.file_dialog import choose_file
from ui.desktop.widgets.frames import Banner, horizontal, labelled
from ui.desktop.widgets.text import Label

FINGERPRINT = re.compile(r"[A-Z2-7]{16}")


def plain_fingerprint(typed: str) -> str:
    """Sixteen characters in capitals, without what people put between the groups."""
    return "".join(character for character in typed.upper() if character.isalnum())


class ProfileSheet(Sheet):
    """Accepted with `installed` set."""

    def __init__(self, theme: Theme, parent: QWidget, bridge: Bridge, core: Core, file: Path | None = None) -> None:
        super().__init__(theme, parent, size_em=(40, 0))
        self._bridge, self._core, self._file = bridge, core, file
        self._has_vault = False
        self.entitle(
            self.tr("Open your institution's profile"),
            self.tr("It tells Genoseal where to send and how the service proves who it is. Type the fingerprint from "
                    "paper or from your institution's own page, not from a mail that came with the file."),
        )  # fmt: skip
        self.file_label = Label("", wrap=True)
        self.file_button = Button(theme, self.tr("Choose the file…"), icon="folder-open", name="choose-profile")
        self.file_button.clicked.connect(self._choose)
        row = horizontal(self.file_button, spacing=SPACE_M)
        row.addWidget(self.file_label, 1)
        words = self.tr("Fingerprint of the institution's key: four groups of four")
        self.fingerprint = Field(words, placeholder="XXXX-XXXX-XXXX-XXXX", name="fingerprint")
        self.fingerprint.setMaxLength(40)
        self.fingerprint.setMaximumWidth(round(em_px() * 24))
        self.fingerprint.textChanged.connect(self._refresh)
        self.banner = Banner(theme)
        self.body.addLayout(row)
        self.body.addLayout(labelled(self.fingerprint))
        self.body.addWidget(self.banner)
        self.add_close_button(self.tr("Cancel"))
        self.install_button = self.add_button(
            Button(theme, self.tr("Compare and install"), kind="primary", name="install"), is_default=True
        )
        self.install_button.clicked.connect(self._install)
        self.banner.way_out_wanted.connect(self._use_passphrase)
        self._say_file()
        self._refresh()

    def set_file(self, file: Path) -> None:
        """The profile file, chosen or handed in; it is only looked at."""
        self._file = file
        self._say_file()
        self._bridge.run(Call(self._core.look_at_profile, file), failed=self._failed)
        self.fingerprint.setFocus()
        self._refresh()

    def _choose(self) -> None:
        file = choose_file(self, self.tr("Choose the profile"), self.tr("Profiles (*.toml);;All files (*)"))
        if file is not None:
            self.banner.clear()
            self.set_file(file)

    def _say_file(self) -> None:
        if self._file is None:
            self.file_label.setText(self.tr("No file chosen"))
        else:
            self.file_label.set_outside_text(self._file.name, 80)

    def _refresh(self) -> None:
        fits = FINGERPRINT.fullmatch(plain_fingerprint(self.fingerprint.text())) is not None
        self.install_button.setEnabled(self._file is not None and fits)

    def _install(self) -> None:
        if self._file is None:
            return
        self.install_button.setEnabled(False)
        self.banner.clear()
        plain = plain_fingerprint(self.fingerprint.text())
        typed = "-".join(plain[at : at + 4] for at in range(0, 16, 4))
        work = Call(self._core.install_profile, self._file, typed)
        self._bridge.run(work, done=self._installed, failed=self._failed)

    def _installed(self, _profile: ProfileView) -> None:
        self.accept()

    def _failed(self, error: Exception) -> None:
        show_error(self.banner, error)
        self.banner.way_out.hide()
        if getattr(error, "code", "").startswith(("SECRETS-", "VAULT-PASSPHRASE")):
            # Without a keyring the first thing to be remembered needs a vault, before there is any page that makes one.
            self._has_vault = getattr(error, "facts", {}).get("keyring_state") == "vault"
            words = self.tr("Open the vault…") if self._has_vault else self.tr("Use a passphrase…")
            self.banner.offer(words, "passphrase")
        self._refresh()

    def _use_passphrase(self, _place: str) -> None:
        sheet = PassphraseSheet(self.theme, self, self._bridge, self._core, is_new=not self._has_vault)
        if sheet.exec() == QDialog.DialogCode.Accepted:
            self._install()
        sheet.deleteLater()
