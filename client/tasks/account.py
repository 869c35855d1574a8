"""Sign-in, second factor, devices, password: the account at the service, each step with its line in the activity log.

The steps that a person takes one after the other (password, then code; the six steps of an enrolment) share one open
account: `with open_account(workplace) as account`. The functions here take it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import NoReturn

from client.account.account import Account, EnrolmentTicket, MfaTicket, SessionFacts
from client.account.enrolment import Enrolment, TotpSetup
from client.account.errors import AlreadyEnrolledError, CodeRejectedError, CodeUsedError, EnrolmentNeededError
from client.account.totp_code import CodeFinding, CodeVerdict
from client.model.display import display_text
from client.model.errors import SignInError
from client.model.service import Device
from client.model.strict_json import Json
from client.network.errors import NotThereError
from client.seal.private_output import private_output
from client.tasks.errors import NoSuchDeviceError, about
from client.tasks.facts import AccountState
from client.tasks.typed_ids import find_typed_id
from client.tasks.workplace import Workplace


def begin_sign_in(workplace: Workplace, account: Account, user: str, password: bytes) -> MfaTicket | EnrolmentTicket:
    """The first step. Raises CredentialsRefusedError, SignInWaitError and the network's errors."""
    try:
        return account.begin_sign_in(user, password.decode("utf-8", errors="replace"))
    except SignInError as error:
        workplace.note("account.refused", code=error.code, method="password")
        raise


def complete_totp(workplace: Workplace, account: Account, ticket: MfaTicket, code: str) -> SessionFacts:
    """The second step, with the six digits that the app shows."""
    try:
        facts = account.complete_totp(ticket, code)
    except SignInError as error:
        workplace.note("account.refused", code=error.code, method="totp")
        raise
    workplace.note("account.signed_in", method="totp", store=workplace.secret_store.kind)
    return facts


def complete_recovery(workplace: Workplace, account: Account, ticket: MfaTicket, code: str) -> SessionFacts:
    """The second step, with a recovery code, which is used up."""
    try:
        facts = account.complete_recovery(ticket, code)
    except SignInError as error:
        workplace.note("account.refused", code=error.code, method="recovery")
        raise
    workplace.note("account.signed_in", method="recovery", store=workplace.secret_store.kind)
    return facts


def activate_factor(workplace: Workplace, account: Account, enrolment: Enrolment, recovery_code: str) -> SessionFacts:
    """The last step of an enrolment: one recovery code, checked and not used up. Signs in."""
    enrolment.activate(recovery_code)
    workplace.note("account.enrolled", store=workplace.secret_store.kind)
    session = account.session()
    if session is None:
        raise SignInError
    return session


def sign_out(workplace: Workplace, account: Account) -> None:
    """End the session, here in any case."""
    try:
        account.sign_out()
    finally:
        workplace.note("account.signed_out")


def lock_when_idle(workplace: Workplace, account: Account) -> bool:
    """Lock the session when the profile's idle time has passed since the last `touch`; True while it is locked."""
    was_locked = account.tokens.is_locked
    is_locked = account.lock_when_idle()
    if is_locked and not was_locked:
        workplace.note("account.locked")
    return is_locked


def unlock(workplace: Workplace, account: Account, code: str) -> None:
    """A code of the second factor ends the lock; a wrong one leaves it locked."""
    try:
        account.unlock(code)
    except SignInError as error:
        workplace.note("account.refused", code=error.code, method="totp")
        raise
    workplace.note("account.unlocked")


def account_state(workplace: Workplace, account: Account) -> AccountState:
    """Who is signed in here; asks no service."""
    return AccountState(account.session(), workplace.secret_store.kind)


def list_devices(account: Account) -> tuple[Device, ...]:
    """The workstations that may sign in."""
    return account.devices()


def find_device(account: Account, typed: str) -> Device:
    """The workstation whose id `typed` is or alone begins. Raises NoSuchDeviceError, ShortenedIdError."""
    found = {device.id: device for device in account.devices()}
    device_id = find_typed_id(typed, found)
    if device_id is None:
        raise about(NoSuchDeviceError(), typed)
    return found[device_id]


def revoke_device(workplace: Workplace, account: Account, device_id: str) -> None:
    """Cut a workstation off from the account. Raises NoSuchDeviceError."""
    try:
        account.revoke(device_id)
    except NotThereError as error:
        raise about(NoSuchDeviceError(), device_id) from error
    workplace.note("device.revoked")


def change_password(workplace: Workplace, account: Account, old: bytes, new: bytes, code: str) -> None:
    """Change the password; other workstations are signed out."""
    account.change_password(old.decode("utf-8", "replace"), new.decode("utf-8", "replace"), code)
    workplace.note("account.password_changed")


def renew_recovery_codes(workplace: Workplace, account: Account, code: str) -> tuple[str, ...]:
    """Ten new recovery codes; the old ones die."""
    codes = account.renew_recovery_codes(code)
    workplace.note("account.recovery_codes_renewed")
    return codes


def account_data(workplace: Workplace, account: Account) -> dict[str, Json]:
    """Everything that the service holds about the user."""
    data = account.data()
    workplace.note("account.data_shown")
    return data


def confirm_code(enrolment: Enrolment, typed: str) -> tuple[CodeVerdict | None, tuple[str, ...]]:
    """Give a code that is right here to the service: (None, the ten recovery codes), or what to say and no codes."""
    try:
        return None, enrolment.confirm(typed)
    except (CodeRejectedError, CodeUsedError) as error:
        return enrolment.rejected_verdict(typed, error), ()


def require_enrolled(workplace: Workplace) -> NoReturn:
    """The password was right and there is no second factor: raise EnrolmentNeededError."""
    error = EnrolmentNeededError()
    workplace.note("account.refused", code=error.code, method="totp")
    raise error


def refuse_code(verdict: CodeVerdict) -> NoReturn:
    """There is nobody to type another code: raise CodeUsedError or CodeRejectedError."""
    raise CodeUsedError if verdict.finding is CodeFinding.USED else CodeRejectedError


def write_otpauth_uri(setup: TotpSetup, file: Path, *, force: bool = False) -> None:
    """Write the app's key to a file that only the user can read, by the user's explicit order."""
    with private_output(file, force=force) as sink:
        sink.write(setup.otpauth_uri.encode() + b"\n")


def refuse_second_enrolment() -> NoReturn:
    """The account has a factor already: raise AlreadyEnrolledError."""
    raise AlreadyEnrolledError


def write_recovery_codes(codes: tuple[str, ...], file: Path, *, force: bool = False) -> None:
    """Write the codes to a file that only the user can read, by the user's explicit order."""
    with private_output(file, force=force) as sink:
        sink.write(("\n".join(codes) + "\n").encode())


def write_account_data(data: dict[str, Json], file: Path, *, force: bool = False) -> None:
    """Write what the service holds about the user as JSON (0600)."""
    with private_output(file, force=force) as sink:
        sink.write(json.dumps(data, indent=2, ensure_ascii=False).encode() + b"\n")


def readable_lines(data: Json, indent: int = 0) -> list[str]:
    """JSON as indented lines for people; texts are shown as the service wrote them, made inert."""
    pad = "  " * indent
    if isinstance(data, dict):
        lines = []
        for key, value in data.items():
            if isinstance(value, dict | list) and value:
                lines += [f"{pad}{display_text(key)}:", *readable_lines(value, indent + 1)]
            else:
                lines.append(f"{pad}{display_text(key)}: {_scalar(value)}")
        return lines
    if isinstance(data, list):
        lines = []
        for item in data:
            inner = readable_lines(item, indent + 1)
            lines += [f"{pad}- {inner[0].strip()}", *inner[1:]] if inner else [f"{pad}-"]
        return lines
    return [f"{pad}{_scalar(data)}"]


def _scalar(value: Json) -> str:
    if value in (None, [], {}):
        return "none"
    return display_text(str(value).lower() if isinstance(value, bool) else str(value))
