"""Sign-in and security: who is signed in, the second factor, where secrets are kept, the clock, the computers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from client.model.display import display_text
from client.model.service import Device
from client.model.transfer import Problem
from ui.desktop.bridge import Call
from ui.desktop.desk import Desk
from ui.desktop.dialogs.recovery_codes import RecoveryCodesSheet
from ui.desktop.dialogs.sheet import Sheet, ask
from ui.desktop.dialogs.sign_in import PassphraseSheet, PasswordSheet, RenewCodesSheet, SignInSheet, UnlockSheet
from ui.desktop.error_words import explain_here, message_code, show_error
from ui.desktop.i18n import grouped
from ui.desktop.theme import Theme
from ui.desktop.tokens import SPACE_L, SPACE_M, TILE_EM
from ui.desktop.views import AccountView
from ui.desktop.widgets.controls import Button, IconLabel
from ui.desktop.widgets.folding import FoldingRow
from ui.desktop.widgets.frames import Card, Page, Tile, clear_layout, horizontal, vertical
from ui.desktop.widgets.text import Label, TextView
from ui.desktop.wizards.factor import FactorWizard
from ui.desktop.wizards.factor_context import LARGEST_CLOCK_OFFSET_S, FactorContext
from ui.desktop.words import join_words, more_words, sentence, time_words

_LOW_CODES = 3
_MOST_DEVICES = 50
"""Nobody has more, and the layout's time grows with their square."""
_MOST_APART_S = 10**9
"""Thirty years; Qt's plurals count to 2³¹, and a service can say any time."""
CLOCK_OFF = "CLOCK-OFF"
"""The code of a state that only pages have: no call has failed, and codes will."""


class SecurityPage(Page):
    """Asks the core when it is shown, and after everything that changes the account."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme)
        self.entitle(self.tr("Sign-in and security"), self.tr("How this computer proves that it is you."))
        self._desk = desk
        self._devices: tuple[Device, ...] = ()
        self._clock_is_off = False
        self.session = Tile(theme, "user-round", self.tr("Sign-in"))
        self.sign_in_button = self.session.add_button(
            Button(theme, self.tr("Sign in…"), kind="primary", icon="log-in", name="sign-in")
        )
        self.unlock_button = self.session.add_button(
            Button(theme, self.tr("Unlock…"), kind="primary", icon="lock-open", name="unlock")
        )
        self.sign_out_button = self.session.add_button(
            Button(theme, self.tr("Sign out"), icon="log-out", name="sign-out")
        )
        self.factor = Tile(theme, "smartphone", self.tr("Six-digit code"))
        self.new_phone_button = self.factor.add_button(
            Button(theme, self.tr("Set up another phone…"), icon="smartphone", name="new-phone")
        )
        self.codes = Tile(theme, "life-buoy", self.tr("Recovery codes"))
        self.new_codes_button = self.codes.add_button(
            Button(theme, self.tr("Make new codes…"), icon="refresh-cw", name="new-codes")
        )
        self.store = Tile(theme, "lock", self.tr("Kept on this computer"))
        self.passphrase_button = self.store.add_button(
            Button(theme, self.tr("Use a passphrase…"), icon="lock-keyhole", name="passphrase")
        )
        self.store_button = self.store.add_button(
            Button(theme, self.tr("Check again"), icon="refresh-cw", name="check-store")
        )
        self.memory_button = self.store.add_button(
            Button(theme, self.tr("Keep nothing"), kind="ghost", name="memory-only")
        )
        self.password = Tile(theme, "key-round", self.tr("Password"))
        self.password.say(self.tr("Genoseal never keeps it. Change it here when your institution asks for that."))
        self.password_button = self.password.add_button(
            Button(theme, self.tr("Change the password…"), icon="key-round", name="change-password")
        )
        self.clock = Tile(theme, "clock", self.tr("Clock"))
        self.clock_button = self.clock.add_button(
            Button(theme, self.tr("Check again"), icon="refresh-cw", name="check-clock")
        )
        for left, right in ((self.session, self.factor), (self.codes, self.store), (self.password, self.clock)):
            self.body.addWidget(FoldingRow(left, right, spacing=SPACE_L, equal_em=TILE_EM))
        self.body.addWidget(self._build_devices(theme))
        self.body.addStretch(1)
        for button, slot in (
            (self.sign_in_button, self.sign_in),
            (self.unlock_button, self.unlock),
            (self.sign_out_button, self._sign_out),
            (self.new_phone_button, self.set_up_factor),
            (self.new_codes_button, self._renew_codes),
            (self.passphrase_button, self._use_passphrase),
            (self.store_button, desk.refresh_account),
            (self.memory_button, self._use_memory),
            (self.password_button, self._change_password),
            (self.clock_button, self.shown),
            (self.data_button, self._show_data),
            (self.lost_button, self._lost),
        ):
            button.clicked.connect(slot)
        desk.account_changed.connect(self._refresh)
        desk.profile_changed.connect(self._refresh)
        self._refresh()

    def _build_devices(self, theme: Theme) -> Card:
        self.data_button = Button(theme, self.tr("What the service holds about me…"), kind="ghost", name="my-data")
        self.lost_button = Button(theme, self.tr("This computer was lost…"), kind="ghost", name="lost")
        card = Card(spacing=SPACE_M)
        card.body.addWidget(
            FoldingRow(Label(self.tr("Your computers"), "h2"), self.data_button, self.lost_button, grows=0)
        )
        self.device_rows = vertical(spacing=SPACE_M)
        card.body.addLayout(self.device_rows)
        return card

    # ---- showing

    def shown(self) -> None:
        """The page came to the front: ask the slow things."""
        self.banner.take_back_look()
        account = self._desk.account
        if account is not None and account.is_signed_in:
            core = self._desk.need()
            self._desk.bridge.run(
                Call(core.devices), done=self._devices_known, failed=self._devices_unknown, lane="devices"
            )
        self._check_clock()

    def _refresh(self) -> None:
        account, profile = self._desk.account, self._desk.profile
        signed_in = account is not None and account.is_signed_in
        known = account is not None and account.user is not None
        self.sign_in_button.setVisible(not known)
        self.sign_in_button.setEnabled(profile is not None and account is not None and account.problem is None)
        self.unlock_button.setVisible(account is not None and account.is_locked)
        self.sign_out_button.setVisible(known)
        for button in (self.new_phone_button, self.new_codes_button, self.password_button, self.data_button):
            button.setEnabled(signed_in)
        self.lost_button.setEnabled(signed_in)
        self.clock_button.setEnabled(profile is not None)
        self._say_session(account)
        self._say_store(account)
        if not signed_in:
            self._show_devices(())
            self.factor.say(self.tr("Sign in to see and change it."))
            self.codes.say(self.tr("Ten one-time codes for a day when the phone is lost."))
            self.clock.say(self.tr("Codes only match when this computer and the service agree about the time."))

    def _say_session(self, account: AccountView | None) -> None:
        if account is None:
            self.session.say(self.tr("One moment …"))
        elif self._desk.profile is None:
            self.session.say(self.tr("First open the profile of your institution."), "caution")
        elif account.is_locked:
            self.session.say(self.tr("Locked, because nobody used this window for a while."), "caution", "lock")
        elif account.user is not None:
            since = "" if account.signed_in_at is None else self.tr("since %1").replace(
                "%1", time_words(account.signed_in_at.isoformat())
            )  # fmt: skip
            words = join_words(self.tr("Signed in as %1").replace("%1", display_text(account.user, 60)), since)
            self.session.say(f"{words}\n{self._lock_words()}", "good")
            self.factor.say(self.tr("Active. Signing in asks for the code of your authenticator app."), "good")
            self._say_codes(account.recovery_codes_left)
        else:
            self.session.say(self.tr("Nobody is signed in."), "caution")

    def _lock_words(self) -> str:
        """When the window locks itself, which the institution sets."""
        assert self._desk.profile is not None
        minutes = self._desk.profile.profile.account.idle_lock_minutes
        return grouped(self.tr("Locks itself after %n minute(s) without use.", "", minutes), minutes)

    def _say_codes(self, left: int | None) -> None:
        if left is None:
            self.codes.say(self.tr("Ten one-time codes for a day when the phone is lost."))
            return
        words = self.tr("%n of 10 left.", "", left)
        if left <= _LOW_CODES:
            advice = self.tr("Make new ones before the last is used.")
            self.codes.say(f"{words} {advice}", "caution")
        else:
            advice = self.tr("Each works once, for a day when the phone is lost.")
            self.codes.say(f"{words} {advice}", "good")

    def _say_store(self, account: AccountView | None) -> None:
        problem = account.problem if account is not None else None
        has_vault = _facts(problem).get("keyring_state") == "vault"
        self.passphrase_button.setText(self.tr("Open the vault…") if has_vault else self.tr("Use a passphrase…"))
        self.passphrase_button.setVisible(problem is not None)
        self.store_button.setVisible(problem is not None and not has_vault)
        self.memory_button.setVisible(problem is not None and not has_vault)
        if account is None or (problem is None and not account.store):
            self.store.say(self.tr("Nothing is kept yet."))
        elif problem is not None:
            said = explain_here(problem)
            words = f"{said.what} {said.meaning} {said.next} {message_code(said.code)}"
            self.store.say(words, "problem", "shield-alert")
        else:
            words = {
                "keyring": self.tr("Your sign-in and keys are kept in this computer's keyring."),
                "vault": self.tr("Your sign-in and keys are kept in a vault under your passphrase."),
                "memory": self.tr("Your sign-in is kept in memory only. It ends with this window."),
            }[account.store]
            self.store.say(words, "caution" if account.store == "memory" else "good")

    # ---- signing in

    def sign_in(self) -> None:
        """Ask for name, password and code; an account without a second factor goes on to the six steps."""
        profile = self._desk.profile
        if profile is None:
            return
        core = self._desk.need()
        sheet = SignInSheet(self.theme, self, self._desk.bridge, core, profile.profile.institution)
        accepted = sheet.exec() == QDialog.DialogCode.Accepted
        account, needs_factor = sheet.account, sheet.needs_factor
        sheet.deleteLater()
        if accepted and needs_factor:
            self._run_factor_wizard(replaces=False)
        else:
            self._answered(account)

    def set_up_factor(self) -> None:
        """Another phone; the old one works until the fifth step has passed."""
        self._run_factor_wizard(replaces=True)

    def _run_factor_wizard(self, *, replaces: bool) -> None:
        context = FactorContext(self._desk.need(), self._desk.bridge, replaces=replaces)
        wizard = FactorWizard(self.theme, self, context)
        wizard.exec()
        account = context.account
        wizard.deleteLater()
        self._answered(account)

    def unlock(self) -> None:
        """One code after idle time."""
        sheet = UnlockSheet(self.theme, self, self._desk.bridge, self._desk.need())
        sheet.exec()
        self._answered(sheet.answer if isinstance(sheet.answer, AccountView) else None)
        sheet.deleteLater()

    def _sign_out(self) -> None:
        self._desk.bridge.run(Call(self._desk.need().sign_out), done=self._account_is, failed=self._signed_out_badly)

    def _signed_out_badly(self, error: Exception) -> None:
        self._failed(error)
        self._desk.refresh_account()

    def _answered(self, account: AccountView | None) -> None:
        """A dialog has ended: with the account, or given up, perhaps while the service still works on its answer."""
        if account is None:
            self._desk.refresh_account()
        else:
            self._account_is(account)

    def _account_is(self, account: AccountView) -> None:
        self.banner.clear()
        self._desk.account_is(account)
        self.shown()

    # ---- the other cards

    def _renew_codes(self) -> None:
        sheet = RenewCodesSheet(self.theme, self, self._desk.bridge, self._desk.need())
        accepted = sheet.exec() == QDialog.DialogCode.Accepted
        codes = sheet.answer if isinstance(sheet.answer, tuple) else ()
        sheet.deleteLater()
        if accepted and codes and self._desk.account is not None:
            shown = RecoveryCodesSheet(self.theme, self, codes, self._desk.account.user or "")
            shown.exec()
            shown.deleteLater()
            self._desk.refresh_account()

    def _change_password(self) -> None:
        profile = self._desk.profile
        if profile is None:
            return
        rules = profile.profile.account.password
        sheet = PasswordSheet(
            self.theme, self, self._desk.bridge, self._desk.need(), rules.min_length, rules.min_classes
        )
        if sheet.exec() == QDialog.DialogCode.Accepted:
            self.banner.say("good", self.tr("The password is changed."))
        sheet.deleteLater()

    def _use_passphrase(self) -> None:
        is_new = _facts(self._desk.account.problem if self._desk.account else None).get("keyring_state") != "vault"
        sheet = PassphraseSheet(self.theme, self, self._desk.bridge, self._desk.need(), is_new=is_new)
        sheet.exec()
        self._answered(sheet.account)
        sheet.deleteLater()

    def _use_memory(self) -> None:
        if ask(
            self.theme,
            self,
            self.tr("Keep nothing on this computer?"),
            self.tr("You sign in each time. Files cannot be sent this way, because the map that brings the names back "
                    "would be lost."),
            yes=self.tr("Keep nothing"),
            no=self.tr("Back"),
        ):  # fmt: skip
            self._desk.bridge.run(Call(self._desk.need().use_memory), done=self._account_is, failed=self._failed)

    def _check_clock(self) -> None:
        self._clock_is_off = False
        if self._desk.profile is not None and self._desk.core is not None:
            self.clock.say(self.tr("Asking the service for its time …"))
            self._desk.bridge.run(
                Call(self._desk.core.clock_offset_s), done=self._clock_known, failed=self._clock_unknown, lane="checks"
            )

    def _clock_known(self, offset_s: float) -> None:
        apart_s = min(round(abs(offset_s)), _MOST_APART_S)
        self._clock_is_off = apart_s > LARGEST_CLOCK_OFFSET_S
        if not self._clock_is_off:
            self.clock.say(self.tr("This computer and the service agree. Codes will match."), "good")
        else:
            show_error(self.banner, Problem(CLOCK_OFF, {"apart_s": apart_s}), is_about_look=True)
            words = self.tr("This computer's clock is %n second(s) off. Codes may be refused; have it put right.", "",
                            apart_s)  # fmt: skip
            self.clock.say(words, "problem")

    def _clock_unknown(self, error: Exception) -> None:
        self.clock.say(self.tr("The service's clock could not be asked."), "caution")
        if self.banner.isHidden():
            show_error(self.banner, error, is_about_look=True)

    # ---- devices

    def _devices_unknown(self, error: Exception) -> None:
        self._show_devices(self._devices)
        # Clocks far apart make the service refuse the session as well: the clock is what to put right first.
        if not self._clock_is_off:
            show_error(self.banner, error, is_about_look=True)

    def _devices_known(self, devices: tuple[Device, ...]) -> None:
        account = self._desk.account
        # Signed out meanwhile, nothing is known of them any more.
        self._show_devices(devices if account is not None and account.user is not None else ())

    def _show_devices(self, devices: tuple[Device, ...]) -> None:
        self._devices = devices
        clear_layout(self.device_rows)
        if not devices:
            account = self._desk.account
            words = (
                self.tr("The service has not said yet which computers may use your account.")
                if account is not None and account.is_signed_in
                else self.tr("Sign in to see the computers that may use your account.")
            )
            self.device_rows.addWidget(Label(words, "muted", wrap=True))
        shown = devices
        if len(devices) > _MOST_DEVICES:
            shown = tuple(sorted(devices, key=_last_used, reverse=True)[:_MOST_DEVICES])
        for device in shown:
            row = horizontal(spacing=SPACE_M)
            row.addWidget(IconLabel(self.theme, "laptop", 1.4), 0, Qt.AlignmentFlag.AlignTop)
            name = Label("", "strong", wrap=True)
            name.set_outside_text(device.name, 60)
            seen = "" if device.last_seen_at is None else self.tr("last used %1").replace(
                "%1", time_words(device.last_seen_at.isoformat())
            )  # fmt: skip
            more = join_words(self.tr("this computer") if device.current else "", seen)
            row.addLayout(vertical(name, Label(sentence(more), "small", wrap=True), spacing=2), 1)
            if not device.current:
                button = Button(self.theme, self.tr("Revoke"), kind="danger", name=f"revoke-{device.id}")
                button.setAccessibleName(self.tr("Revoke %1").replace("%1", display_text(device.name, 60)))
                button.clicked.connect(self._revoke_clicked)
                row.addWidget(button)
            self.device_rows.addLayout(row)
        if len(devices) > len(shown):
            self.device_rows.addWidget(Label(more_words(len(devices) - len(shown)), "small"))

    def _revoke_clicked(self) -> None:
        device_id = self.sender().objectName().removeprefix("revoke-")
        device = next((one for one in self._devices if one.id == device_id), None)
        if device is not None and ask(
            self.theme,
            self,
            self.tr("Revoke this computer?"),
            self.tr("“%1” is signed out at once and cannot sign in again by itself.").replace(
                "%1", display_text(device.name, 60)
            ),
            yes=self.tr("Revoke"),
            no=self.tr("Back"),
            is_dangerous=True,
        ):
            self._revoke(device_id)

    def _revoke(self, device_id: str) -> None:
        work = Call(self._desk.need().revoke_device, device_id)
        self._desk.bridge.run(work, done=self._devices_known, failed=self._failed)

    def _lost(self) -> None:
        account = self._desk.account
        if account is None or not ask(
            self.theme,
            self,
            self.tr("Was this computer lost or used by somebody else?"),
            self.tr("It is revoked and signed out. What is on its way stops. Change your password from another "
                    "computer and call your helpdesk."),
            yes=self.tr("Revoke this computer"),
            no=self.tr("Back"),
            is_dangerous=True,
        ):  # fmt: skip
            return
        self._desk.pause_all()
        self._desk.bridge.run(
            Call(self._desk.need().revoke_device, account.device_id), done=self._lost_done, failed=self._failed
        )

    def _lost_done(self, _devices: tuple[Device, ...]) -> None:
        self._desk.refresh_account()
        self.banner.say("good", self.tr("This computer is revoked."))

    def _show_data(self) -> None:
        self._desk.bridge.run(Call(self._desk.need().account_data), done=self._data_known, failed=self._failed)

    def _data_known(self, text: str) -> None:
        sheet = Sheet(self.theme, self, size_em=(48, 40))
        sheet.entitle(self.tr("What the service holds about you"), self.tr("As the service states it now."))
        view = TextView(text, self.tr("What the service holds about you"), 16)
        sheet.body.addWidget(view, 1)
        sheet.add_close_button(self.tr("Close"))
        sheet.exec()
        sheet.deleteLater()

    def _failed(self, error: Exception) -> None:
        show_error(self.banner, error)


def _last_used(device: Device) -> tuple[bool, datetime]:
    return device.current, device.last_seen_at or device.created_at


def _facts(problem: Exception | None) -> Mapping[str, object]:
    facts = getattr(problem, "facts", {})
    return facts if isinstance(facts, Mapping) else {}
