"""First run: profile, sign-in with the second factor, where secrets are kept, ready. Each step can wait."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from client.model.display import display_text
from ui.desktop.desk import Desk
from ui.desktop.dialogs.profile import ProfileSheet
from ui.desktop.pages.security import SecurityPage
from ui.desktop.theme import Theme
from ui.desktop.tokens import SPACE_M
from ui.desktop.widgets.controls import Button, IconLabel
from ui.desktop.widgets.frames import horizontal, vertical
from ui.desktop.widgets.text import Label
from ui.desktop.wizards.frame import Step, StepWizard
from ui.desktop.words import join_words


class ProfileStep(Step):
    """1: whose service, proved by a fingerprint from paper."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme)
        self.heading = self.tr("Your institution")
        self._desk = desk
        self.column.addWidget(
            Label(self.tr("Your institution gives you a profile: a small file that says where to send and how the "
                          "service proves who it is. Its fingerprint comes on paper or from the institution's own "
                          "page."), wrap=True)
        )  # fmt: skip
        self.open_button = Button(theme, self.tr("Open the profile…"), icon="building-2", name="open-profile")
        self.open_button.clicked.connect(self._open)
        self.column.addLayout(horizontal(self.open_button, None))
        self.column.addWidget(self.banner)
        self.column.addStretch(1)
        desk.profile_changed.connect(self._refresh)
        self._refresh()

    @property
    def is_ready(self) -> bool:
        return self._desk.profile is not None

    def entered(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        installed = self._desk.profile
        if installed is not None:
            origin = installed.profile.service.origin.removeprefix("https://")
            words = join_words(display_text(installed.profile.institution, 80), origin, installed.key_fingerprint)
            self.banner.say("good", words, title=self.tr("Installed"))
        self.open_button.setVisible(installed is None or installed.source == "user")
        self.ready_changed.emit()

    def _open(self) -> None:
        sheet = ProfileSheet(self.theme, self, self._desk.bridge, self._desk.need())
        if sheet.exec() == QDialog.DialogCode.Accepted:
            self._desk.refresh()
        sheet.deleteLater()


class AccountStep(Step):
    """2: user name, password, and the six-digit code."""

    def __init__(self, theme: Theme, desk: Desk, security: SecurityPage) -> None:
        super().__init__(theme)
        self.heading = self.tr("Sign in")
        self._desk = desk
        self.column.addWidget(
            Label(self.tr("Sign in with the user name and first password from your helpdesk. If no six-digit code is "
                          "set up yet, that comes next: six steps, about three minutes. Have your phone and the "
                          "invitation code at hand."), wrap=True)
        )  # fmt: skip
        self.sign_in_button = Button(theme, self.tr("Sign in…"), icon="log-in", name="first-sign-in")
        self.sign_in_button.clicked.connect(security.sign_in)
        self.column.addLayout(horizontal(self.sign_in_button, None))
        self.column.addWidget(self.banner)
        self.column.addStretch(1)
        desk.account_changed.connect(self._refresh)

    @property
    def is_ready(self) -> bool:
        account = self._desk.account
        return account is not None and account.is_signed_in

    def entered(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        self.sign_in_button.setVisible(not self.is_ready)
        if self.is_ready:
            self.banner.say("good", self.tr("You are signed in."))
        else:
            self.banner.clear()
        self.ready_changed.emit()


class KeysStep(Step):
    """3: keys are made by themselves; where they lie, and that they want a backup."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme)
        self.heading = self.tr("Keys and their backup")
        self._desk = desk
        for icon, words in (
            ("key-round", self.tr("Each job gets a key of its own. Only this computer can open its results.")),
            ("file-text", self.tr("A pseudonym map, made with the first job, brings the names back.")),
            ("save", self.tr("After your first job, back both up under “Settings”. Without a backup they are lost with "
                             "this computer.")),
        ):  # fmt: skip
            row = horizontal(spacing=SPACE_M)
            row.addWidget(IconLabel(theme, icon, 1.5, "accent"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(words, wrap=True), 1)
            self.column.addLayout(row)
        self.column.addWidget(self.banner)
        self.column.addStretch(1)

    def entered(self) -> None:
        account = self._desk.account
        store = account.store if account is not None else ""
        words = {
            "keyring": self.tr("They are protected by this computer's keyring."),
            "vault": self.tr("They are protected by a vault under your passphrase."),
            "memory": self.tr("They are kept in memory only and end with this window."),
        }.get(store, "")
        self.banner.say("caution" if store == "memory" else "good", words)


class ReadyStep(Step):
    """4: go."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.heading = self.tr("Ready")
        self.column.addLayout(
            vertical(
                Label(self.tr("Drop your files on the Send page. You will see what identifies somebody in them, and "
                              "what leaves, before anything does."), wrap=True),
                Label(self.tr("To rehearse first, start practice mode under “Help”."), "muted", wrap=True),
            )
        )  # fmt: skip
        self.column.addStretch(1)

    @property
    def next_words(self) -> str:
        return self.tr("Start")


class FirstRunWizard(StepWizard):
    """Shown once nothing is set up; can be closed at any step and opened again."""

    def __init__(self, theme: Theme, parent: QWidget | None, desk: Desk, security: SecurityPage) -> None:
        self.profile_step = ProfileStep(theme, desk)
        self.account_step = AccountStep(theme, desk, security)
        steps = (self.profile_step, self.account_step, KeysStep(theme, desk), ReadyStep(theme))
        super().__init__(theme, parent, steps, "")
        self.foot.setText(self.tr("You can close this and go on later."))
        if desk.profile is not None:
            self.show_step(1)
