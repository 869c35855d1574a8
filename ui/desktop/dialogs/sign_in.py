"""Signing in: user name and password, then the code; and the code alone after a lock."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from client.model.display import display_text
from ui.desktop.bridge import Bridge, Call
from ui.desktop.core import Core
from ui.desktop.dialogs.sheet import Sheet
from ui.desktop.error_words import show_error
from ui.desktop.theme import Theme, em_px
from ui.desktop.tokens import SPACE_M, SPACE_XS
from ui.desktop.views import AccountView, SignInStep
from ui.desktop.widgets.controls import Button, Field
from ui.desktop.widgets.frames import Banner, horizontal, labelled, vertical
from ui.desktop.widgets.text import Label

CODE_EM = 16
"""How wide a field for six digits is."""


class SignInSheet(Sheet):
    """Accepted with `account` set when signed in, or with `needs_factor` when a second factor has to be set up."""

    def __init__(self, theme: Theme, parent: QWidget, bridge: Bridge, core: Core, institution: str) -> None:
        super().__init__(theme, parent, size_em=(34, 0))
        self._bridge, self._core = bridge, core
        self.account: AccountView | None = None
        self.needs_factor = False
        self._recovery = False
        self.entitle(self.tr("Sign in"), display_text(institution, 120))
        self.user = Field(self.tr("User name"), name="user")
        self.password = Field(self.tr("Password"), secret=True, name="password")
        self.code = Field(self.tr("Six-digit code"), placeholder="123 456", name="totp-code")
        self.code.setMaxLength(40)
        self.code_label = Label("", wrap=True)
        self.recovery_button = Button(theme, "", kind="ghost", name="recovery")
        self.recovery_button.clicked.connect(self._switch_code)
        self.banner = Banner(theme)
        first, second = QWidget(), QWidget()
        first.setLayout(vertical(labelled(self.user), labelled(self.password), None, spacing=SPACE_M))
        second.setLayout(
            vertical(self.code_label, self.code, horizontal(self.recovery_button, None), None, spacing=SPACE_M)
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(first)
        self.stack.addWidget(second)
        self.body.addWidget(self.stack)
        self.body.addWidget(self.banner)
        self.add_close_button(self.tr("Cancel"))
        self.next_button = self.add_button(
            Button(theme, self.tr("Continue"), kind="primary", name="continue"), is_default=True
        )
        self.next_button.clicked.connect(self._go_on)
        for field in (self.user, self.password, self.code):
            field.textChanged.connect(self._refresh)
        self._say_code()
        self._refresh()
        self.user.setFocus()

    def _refresh(self) -> None:
        if self.stack.currentIndex() == 0:
            self.next_button.setEnabled(bool(self.user.text().strip() and self.password.text()))
        else:
            self.next_button.setEnabled(len(self.code.text().strip()) >= 6)

    def _go_on(self) -> None:
        self.next_button.setEnabled(False)
        self.banner.clear()
        if self.stack.currentIndex() == 0:
            password = self.password.text().encode()
            work = Call(self._core.begin_sign_in, self.user.text().strip(), password)
            self._bridge.run(work, done=self._begun, failed=self._failed)
        else:
            work = Call(self._core.finish_sign_in, self.code.text().strip(), is_recovery_code=self._recovery)
            self._bridge.run(work, done=self._finished, failed=self._failed)

    def _begun(self, step: SignInStep) -> None:
        self.password.clear()
        if step.needs == "enrolment":
            self.needs_factor = True
            self.accept()
            return
        self.stack.setCurrentIndex(1)
        self.code.setFocus()
        self._refresh()

    def _finished(self, account: AccountView) -> None:
        self.code.clear()
        self.account = account
        self.accept()

    def _failed(self, error: Exception) -> None:
        if getattr(error, "code", "") in ("AUTH-TICKET", "AUTH-TOO-MANY"):
            self.stack.setCurrentIndex(0)
            self.password.setFocus()
        self.code.clear()
        show_error(self.banner, error)
        self._refresh()

    def _switch_code(self) -> None:
        self._recovery = not self._recovery
        self.code.clear()
        self._say_code()
        self.code.setFocus()

    def _say_code(self) -> None:
        self.code.setMaximumWidth(round(em_px() * CODE_EM * (2 if self._recovery else 1)))
        if self._recovery:
            self.code_label.setText(self.tr("Type one of your recovery codes. It works once."))
            self.code.setAccessibleName(self.tr("Recovery code"))
            self.code.setPlaceholderText("XXXX-XXXX-XXXX-XXXX")
            self.recovery_button.setText(self.tr("Use the app's code instead"))
        else:
            self.code_label.setText(self.tr("Type the six digits that your authenticator app shows."))
            self.code.setAccessibleName(self.tr("Six-digit code"))
            self.code.setPlaceholderText("123 456")
            self.recovery_button.setText(self.tr("Phone lost? Use a recovery code"))


class CodeSheet(Sheet):
    """Asks for one code (and, where wanted, passwords) and hands it to `use`; stays open until that works."""

    def __init__(self, theme: Theme, parent: QWidget, bridge: Bridge) -> None:
        super().__init__(theme, parent, icon="lock-keyhole", size_em=(34, 0))
        self.bridge = bridge
        self.answer: object = None
        self.code = Field(self.tr("Six-digit code"), placeholder="123 456", name="totp-code")
        self.code.setMaxLength(12)
        self.code.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.code.setMaximumWidth(round(em_px() * CODE_EM))
        self.banner = Banner(theme)
        self.body.addWidget(self.code)
        self.body.addWidget(self.banner)
        self.add_close_button(self.tr("Cancel"))
        self.next_button = self.add_button(Button(theme, "", kind="primary", name="continue"), is_default=True)
        self.next_button.clicked.connect(self._go_on)
        self.code.textChanged.connect(self.refresh)
        self.refresh()
        self.code.setFocus()

    def work(self) -> Call:
        """What to do with the code; subclasses say."""
        raise NotImplementedError

    @property
    def is_complete(self) -> bool:
        """Whether everything that is asked for is there."""
        return len("".join(self.code.text().split())) >= 6

    def refresh(self) -> None:
        """Enable the button when everything is there."""
        self.next_button.setEnabled(self.is_complete)

    def _go_on(self) -> None:
        self.next_button.setEnabled(False)
        self.banner.clear()
        self.bridge.run(self.work(), done=self._done, failed=self._failed)

    def _done(self, answer: object) -> None:
        self.answer = answer
        self.code.clear()
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.code.clear()
        show_error(self.banner, error)
        self.refresh()


class UnlockSheet(CodeSheet):
    """After idle time: one code brings the session back."""

    def __init__(self, theme: Theme, parent: QWidget, bridge: Bridge, core: Core) -> None:
        super().__init__(theme, parent, bridge)
        self._core = core
        self.entitle(
            self.tr("Locked"),
            self.tr("Nobody used this window for a while, so it forgot your sign-in. What is being sent goes on. Type "
                    "the code that your app shows now."),
        )  # fmt: skip
        self.next_button.setText(self.tr("Unlock"))

    def work(self) -> Call:
        return Call(self._core.unlock, self.code.text())


class RenewCodesSheet(CodeSheet):
    """Ten new recovery codes; the old ones stop working."""

    def __init__(self, theme: Theme, parent: QWidget, bridge: Bridge, core: Core) -> None:
        super().__init__(theme, parent, bridge)
        self._core = core
        self.entitle(
            self.tr("Make new recovery codes"),
            self.tr("The old codes stop working, and other computers are signed out. Type the code that your app shows "
                    "now."),
        )  # fmt: skip
        self.next_button.setText(self.tr("Make new codes"))

    def work(self) -> Call:
        return Call(self._core.renew_recovery_codes, self.code.text())


class PasswordSheet(CodeSheet):
    """A new password; the institution's rules are shown while it is typed."""

    def __init__(
        self, theme: Theme, parent: QWidget, bridge: Bridge, core: Core, least_length: int, least_classes: int
    ) -> None:
        self.old = Field("", secret=True, name="old-password")
        self.new = Field("", secret=True, name="new-password")
        self._least_length, self._least_classes = least_length, least_classes
        super().__init__(theme, parent, bridge)
        self._core = core
        self.entitle(self.tr("Change the password"), self.tr("Other computers are signed out."))
        self.next_button.setText(self.tr("Change"))
        self.rules = Label("", "small", wrap=True)
        labels = (self.tr("Present password"), self.tr("New password"), self.tr("Code that the app shows now"))
        for field, label in zip((self.old, self.new, self.code), labels, strict=True):
            field.setAccessibleName(label)
        self.body.insertLayout(0, labelled(self.old))
        self.body.insertLayout(1, vertical(labelled(self.new), self.rules, spacing=SPACE_XS))
        self.body.insertLayout(2, labelled(self.code))
        self.old.textChanged.connect(self.refresh)
        self.new.textChanged.connect(self.refresh)
        self.old.setFocus()
        self.refresh()

    @property
    def is_complete(self) -> bool:
        return super().is_complete and bool(self.old.text()) and len(self.new.text()) >= self._least_length

    def refresh(self) -> None:
        """Enable the button, and say which rule is still open."""
        super().refresh()
        if not hasattr(self, "rules"):
            return
        missing = self._least_length - len(self.new.text())
        if missing > 0:
            self.rules.setText(self.tr("%n more character(s)", "", missing))
        elif self._least_classes > 1:
            self.rules.setText(
                self.tr("Use at least %n of: small letters, capitals, digits, other signs.", "", self._least_classes)
            )
        else:
            self.rules.setText(self.tr("Long enough."))

    def work(self) -> Call:
        old, new = self.old.text().encode(), self.new.text().encode()
        self.old.clear()
        self.new.clear()
        return Call(self._core.change_password, old, new, self.code.text())


class PassphraseSheet(Sheet):
    """The vault's passphrase, asked where no keyring can be used."""

    def __init__(self, theme: Theme, parent: QWidget, bridge: Bridge, core: Core, *, is_new: bool) -> None:
        super().__init__(theme, parent, icon="lock-keyhole", size_em=(36, 0))
        self._bridge, self._core, self._is_new = bridge, core, is_new
        self.account: AccountView | None = None
        self.entitle(
            self.tr("Choose a passphrase") if is_new else self.tr("Passphrase of the vault"),
            self.tr("It protects what Genoseal keeps on this computer: your sign-in, the pseudonym maps and the keys "
                    "to your results. Nobody can recover it for you."),
        )  # fmt: skip
        self.first = Field(self.tr("Passphrase"), secret=True, name="passphrase")
        self.second = Field(self.tr("Passphrase again"), secret=True, name="passphrase-again")
        self.banner = Banner(theme)
        self.body.addLayout(labelled(self.first))
        if is_new:
            self.body.addLayout(labelled(self.second))
            self.body.addWidget(Label(self.tr("At least twelve characters, twice the same."), "small", wrap=True))
        self.body.addWidget(self.banner)
        self.add_close_button(self.tr("Cancel"))
        words = self.tr("Use this passphrase") if is_new else self.tr("Open")
        self.next_button = self.add_button(Button(theme, words, kind="primary", name="continue"), is_default=True)
        self.next_button.clicked.connect(self._go_on)
        for field in (self.first, self.second):
            field.textChanged.connect(self._refresh)
        self._refresh()
        self.first.setFocus()

    def _refresh(self) -> None:
        same = not self._is_new or self.first.text() == self.second.text()
        enough = len(self.first.text()) >= (12 if self._is_new else 1)
        self.next_button.setEnabled(same and enough)

    def _go_on(self) -> None:
        self.next_button.setEnabled(False)
        passphrase = self.first.text().encode()
        self._bridge.run(Call(self._core.use_passphrase, passphrase), done=self._done, failed=self._failed)

    def _done(self, account: AccountView) -> None:
        if account.problem is not None:
            self._failed(account.problem)
            return
        self.first.clear()
        self.second.clear()
        self.account = account
        self.accept()

    def _failed(self, error: Exception) -> None:
        show_error(self.banner, error)
        self.first.clear()
        self.second.clear()
        self._refresh()
