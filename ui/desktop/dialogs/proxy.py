"""The proxy's own sign-in: a user name, which is a setting, and a password, which goes to keyring or vault."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.desktop.bridge import Bridge, Call
from ui.desktop.core import Core
from ui.desktop.dialogs.sheet import Sheet
from ui.desktop.error_words import show_error
from ui.desktop.theme import Theme
from ui.desktop.views import SettingView
from ui.desktop.widgets.controls import Button, Field
from ui.desktop.widgets.frames import Banner, labelled
from ui.desktop.widgets.text import Label


class ProxySheet(Sheet):
    """Asks for both and keeps them for this proxy. `values` are the settings afterwards, None while nothing changed."""

    def __init__(self, theme: Theme, parent: QWidget, bridge: Bridge, core: Core, url: str, user: str) -> None:
        super().__init__(theme, parent, icon="key-round", size_em=(36, 0))
        self._bridge, self._core, self._url = bridge, core, url
        self.values: dict[str, SettingView] | None = None
        self.entitle(
            self.tr("Sign-in of the proxy"),
            self.tr("Your network asks for it before it lets anything out. It is not your sign-in at the service."),
        )
        self.user = Field(self.tr("User name at the proxy"), name="proxy-user")
        self.password = Field(self.tr("Password at the proxy"), secret=True, name="proxy-password")
        self.user.setText(user)
        self.banner = Banner(theme)
        for field in (self.user, self.password):
            field.textChanged.connect(self._refresh)
            self.body.addLayout(labelled(field))
        kept = self.tr("The password lies in the keyring or the vault, never in a file.")
        self.body.addWidget(Label(kept, "small", wrap=True))
        self.body.addWidget(self.banner)
        self.add_close_button(self.tr("Cancel"))
        self.forget_button = self.add_button(Button(theme, self.tr("Forget it"), name="forget"))
        self.forget_button.setVisible(bool(user))
        self.forget_button.clicked.connect(self._forget)
        self.save_button = self.add_button(
            Button(theme, self.tr("Keep"), kind="primary", name="continue"), is_default=True
        )
        self.save_button.clicked.connect(self._save)
        self._refresh()
        (self.password if user else self.user).setFocus()

    def _refresh(self) -> None:
        self.save_button.setEnabled(bool(self.user.text().strip() and self.password.text()))

    def _save(self) -> None:
        self._run((self.user.text().strip(), self.password.text().encode()))

    def _forget(self) -> None:
        self._run(None)

    def _run(self, sign_in: tuple[str, bytes] | None) -> None:
        self.save_button.setEnabled(False)
        self._bridge.run(Call(self._core.set_proxy, self._url, sign_in), done=self._done, failed=self._failed)

    def _done(self, values: dict[str, SettingView]) -> None:
        self.values = values
        self.accept()

    def _failed(self, error: Exception) -> None:
        show_error(self.banner, error)
        self._refresh()

    def done(self, result: int) -> None:
        """Forget the password whichever way the dialog closes."""
        self.password.clear()
        super().done(result)
