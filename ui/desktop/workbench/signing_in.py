"""The account: signing in, the second factor, the lock after idle time, devices, password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from client.model.errors import SignInError
from client.model.service import Device
from client.tasks import account as account_tasks
from client.tasks import connection, profile
from client.tasks.facts import Enrolment, EnrolmentTicket, MfaTicket
from client.tasks.workplace import Workplace
from ui.desktop.views import AccountView, CodeJudgement, FactorSetup, SignInStep
from ui.desktop.workbench.lanes import Lanes

if TYPE_CHECKING:
    from client.tasks.facts import CodeVerdict


class SigningIn(Lanes):
    """Who is signed in, the second factor, devices and the password."""

    def use_passphrase(self, passphrase: bytes) -> AccountView:
        self._passphrase = passphrase
        self._reopen()
        view = self.account()
        if view.problem is not None:
            self._passphrase = None
            self._reopen()
        return view

    def use_memory(self) -> AccountView:
        self._allow_memory = True
        self._reopen()
        return self.account()

    def account(self) -> AccountView:
        """Never raises what is wrong with the secret store: the page has to show it."""
        with self._at("core") as workplace:
            try:
                if profile.installed_profile(workplace) is not None:
                    return self._account_view(workplace)
                if self._passphrase is not None:
                    workplace.vault_key  # noqa: B018 - a passphrase that was typed is proved before a profile is there
                return AccountView(None, "")
            except SignInError as error:
                return AccountView(None, "", problem=error)

    def begin_sign_in(self, user: str, password: bytes) -> SignInStep:
        with self._at("core") as workplace:
            account = self._open_account(workplace)
            self._ticket = account_tasks.begin_sign_in(workplace, account, user, password)
            if isinstance(self._ticket, EnrolmentTicket):
                self._enrolment = account.enrolment(self._ticket)
                return SignInStep("enrolment")
            return SignInStep("code")

    def finish_sign_in(self, code: str, *, is_recovery_code: bool) -> AccountView:
        with self._at("core") as workplace:
            account, ticket = self._open_account(workplace), self._ticket
            if not isinstance(ticket, MfaTicket):
                raise SignInError
            finish = account_tasks.complete_recovery if is_recovery_code else account_tasks.complete_totp
            finish(workplace, account, ticket, code)
            self._ticket = None
            return self._account_view(workplace)

    def begin_factor(self, invitation: str) -> FactorSetup:
        return _setup_view(self._require_enrolment().begin(invitation))

    def begin_new_factor(self, code: str, *, is_recovery_code: bool) -> FactorSetup:
        with self._at("core") as workplace:
            self._enrolment = self._open_account(workplace).replacement()
        if is_recovery_code:
            return _setup_view(self._enrolment.begin_replacement(recovery_code=code))
        return _setup_view(self._enrolment.begin_replacement(code=code))

    def check_factor_code(self, typed: str) -> CodeJudgement:
        return _judgement(self._require_enrolment().check_code(typed))

    def confirm_factor_code(self, typed: str) -> tuple[CodeJudgement, tuple[str, ...]]:
        verdict, codes = account_tasks.confirm_code(self._require_enrolment(), typed)
        return (CodeJudgement("") if verdict is None else _judgement(verdict)), codes

    def activate_factor(self, recovery_code: str) -> AccountView:
        with self._at("core") as workplace:
            account_tasks.activate_factor(
                workplace, self._open_account(workplace), self._require_enrolment(), recovery_code
            )
            self._enrolment, self._ticket = None, None
            return self._account_view(workplace)

    def practice_code(self) -> str | None:
        """The code of the rehearsal's phone; only practice mode has one."""
        return None

    def sign_out(self) -> AccountView:
        with self._at("core") as workplace:
            account_tasks.sign_out(workplace, self._open_account(workplace))
            return self._account_view(workplace)

    def touch(self) -> None:
        """The person did something: the idle time begins anew."""
        if self._account is not None:
            self._account.touch()

    def lock_when_idle(self) -> AccountView:
        with self._at("core") as workplace:
            if self._account is not None:
                account_tasks.lock_when_idle(workplace, self._account)
            return self.account() if self._account is None else self._account_view(workplace)

    def unlock(self, code: str) -> AccountView:
        with self._at("core") as workplace:
            account_tasks.unlock(workplace, self._open_account(workplace), code)
            return self._account_view(workplace)

    def devices(self) -> tuple[Device, ...]:
        with self._at("core") as workplace:
            account = self._open_account(workplace)
        # Asked beside that lane: pausing and the lock after idle time go there, and the service may let this wait.
        return account_tasks.list_devices(account)

    def revoke_device(self, device_id: str) -> tuple[Device, ...]:
        with self._at("core") as workplace:
            account = self._open_account(workplace)
            account_tasks.revoke_device(workplace, account, device_id)
            return account_tasks.list_devices(account) if account.session() is not None else ()

    def renew_recovery_codes(self, code: str) -> tuple[str, ...]:
        with self._at("core") as workplace:
            return account_tasks.renew_recovery_codes(workplace, self._open_account(workplace), code)

    def change_password(self, old: bytes, new: bytes, code: str) -> None:
        with self._at("core") as workplace:
            account_tasks.change_password(workplace, self._open_account(workplace), old, new, code)

    def account_data(self) -> str:
        with self._at("core") as workplace:
            data = account_tasks.account_data(workplace, self._open_account(workplace))
            return "\n".join(account_tasks.readable_lines(data))

    def clock_offset_s(self) -> float:
        with self._at("checks") as workplace:
            return connection.clock_offset(workplace).total_seconds()

    def _account_view(self, workplace: Workplace) -> AccountView:
        state = account_tasks.account_state(workplace, self._open_account(workplace))
        if state.session is None:
            return AccountView(None, state.store)
        session = state.session
        return AccountView(
            session.user, state.store, session.device_id, session.signed_in_at, session.recovery_codes_left,
            session.locked,
        )  # fmt: skip

    def _require_enrolment(self) -> Enrolment:
        if self._enrolment is None:
            raise SignInError
        return self._enrolment


def _setup_view(setup: object) -> FactorSetup:
    from client.tasks.facts import TotpSetup

    assert isinstance(setup, TotpSetup)
    return FactorSetup(setup.issuer, setup.account, setup.otpauth_uri, setup.grouped_secret)


def _judgement(verdict: CodeVerdict) -> CodeJudgement:
    return CodeJudgement(verdict.message_code, verdict.phone_offset_s, verdict.typed_late)
