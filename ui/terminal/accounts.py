"""`enrol`, `sign-in`, `sign-out`, `devices`, `account`: who you are at the service, and the second factor."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from client.model.clock import format_time
from client.model.errors import ClientError
from client.tasks import account as account_tasks
from client.tasks.connection import clock_offset, open_account
from client.tasks.errors import OutputNeededError, SecretNeededError
from client.tasks.facts import (
    Account,
    CodeFinding,
    CodeVerdict,
    Enrolment,
    EnrolmentTicket,
    MfaTicket,
    SessionFacts,
    TotpSetup,
)
from client.tasks.places import is_same_file, require_not_read, require_output
from client.tasks.workplace import Workplace
from ui.terminal.ask import ask_secret, ask_text, can_ask, confirm, read_secret_file, wait_for_enter
from ui.terminal.opening import workplace_here
from ui.terminal.options import CodeFile, Force, Json, PasswordFile, Yes, path_option, screen_of
from ui.terminal.qr import can_draw, qr_lines
from ui.terminal.screen import Screen, counted, good, heading, local_time

_MOST_CLOCK_OFFSET_S = 30
"""One time step of the codes."""

devices_app = typer.Typer(
    name="devices",
    invoke_without_command=True,
    help="The workstations that may sign in.\n\nWithout a command they are listed.",
)
account_app = typer.Typer(name="account", no_args_is_help=True, help="Your account at the service.")

User = Annotated[str | None, typer.Option("--user", metavar="U", help="Your user name at the service.")]


def sign_in(
    context: typer.Context,
    user: User = None,
    password_file: PasswordFile = None,
    code_file: CodeFile = None,
    recovery: Annotated[
        bool, typer.Option("--recovery", metavar="", help="Use a recovery code instead of the app's.")
    ] = False,
    json_output: Json = False,
) -> None:
    """Sign in with password and the six-digit code of your authenticator app."""
    screen = screen_of(context)
    with workplace_here() as workplace, open_account(workplace) as account:
        ticket = _password_step(workplace, account, user, password_file)
        if isinstance(ticket, EnrolmentTicket):
            account_tasks.require_enrolled(workplace)
        code = _code("Recovery code" if recovery else "Six-digit code", code_file)
        finish = account_tasks.complete_recovery if recovery else account_tasks.complete_totp
        _show_session(screen, workplace, finish(workplace, account, ticket, code))


def sign_out(context: typer.Context, json_output: Json = False) -> None:
    """End the session on this computer and at the service."""
    screen = screen_of(context)
    with workplace_here() as workplace, open_account(workplace) as account:
        account_tasks.sign_out(workplace, account)
    screen.facts["signed_in"] = False
    screen.say(good("Signed out."))


def enrol(
    context: typer.Context,
    user: User = None,
    password_file: PasswordFile = None,
    invitation_file: Annotated[
        Path | None,
        path_option("--invitation-file", metavar="FILE", help="Read the helpdesk's invitation code from FILE."),
    ] = None,
    key_file: Annotated[
        Path | None,
        path_option("--key-file", metavar="FILE", help="Write the app's key (otpauth URI) to FILE, not to the screen."),
    ] = None,
    code_file: CodeFile = None,
    old_code_file: Annotated[
        Path | None,
        path_option("--old-code-file", metavar="FILE", help="Read the old app's code, or a recovery code, from FILE."),
    ] = None,
    recovery_codes: Annotated[
        Path | None,
        path_option("--recovery-codes", metavar="FILE", help="Write the ten recovery codes to FILE (0600)."),
    ] = None,
    force: Force = False,
    json_output: Json = False,
) -> None:
    """Set up the second factor: an authenticator app on your phone, step by step.

    Signed in already (for example with a recovery code), this puts another phone in the old one's place. For scripts:
    --key-file is written first, then the app's code is read from --code-file, which may be a pipe or - for stdin.
    """
    screen = screen_of(context)
    if not can_ask():
        for given, option in ((key_file, "--key-file"), (recovery_codes, "--recovery-codes")):
            if given is None:
                raise OutputNeededError(option=option)
        if code_file is None:
            raise SecretNeededError(option="--code-file")
    require_not_read((key_file, recovery_codes), (password_file, invitation_file, old_code_file, code_file))
    for output in filter(None, (key_file, recovery_codes)):
        require_output(output, force=force)
    if key_file is not None and recovery_codes is not None and is_same_file(key_file, recovery_codes):
        raise typer.BadParameter("--key-file and --recovery-codes are the same file")
    with workplace_here() as workplace, open_account(workplace) as account:
        if key_file is None:
            _say_before_start(screen, workplace)
        if account.session() is not None and user is None:
            enrolment, setup = _begin_replacement(account, old_code_file)
        else:
            enrolment, setup = _begin_enrolment(workplace, account, user, password_file, invitation_file)
        if key_file is None:
            wait_for_enter("   Next comes a secret picture. Press Enter when nobody else sees this screen.")
            _show_setup(screen, setup)
        else:
            account_tasks.write_otpauth_uri(setup, key_file, force=force)
        codes = _confirm(screen, enrolment, code_file)
        _keep_codes(screen, codes, recovery_codes, force=force)
        kept = _code_from_the_sheet(screen, codes) if can_ask() else codes[0]
        _show_session(screen, workplace, account_tasks.activate_factor(workplace, account, enrolment, kept))
        screen.say(good("6  Finished. From now on every sign-in asks for the app's code."))
        if key_file is None or recovery_codes is None:
            screen.note("   Close this terminal window when you have the codes on paper: they can be scrolled back to.")


@devices_app.callback()
def devices(context: typer.Context, json_output: Json = False) -> None:
    """List the workstations."""
    if context.invoked_subcommand is not None:
        return
    screen = screen_of(context)
    with workplace_here() as workplace, open_account(workplace) as account:
        found = account_tasks.list_devices(account)
    screen.facts["devices"] = [
        {
            "id": device.id,
            "name": device.name,
            "created_at": format_time(device.created_at),
            "last_seen_at": None if device.last_seen_at is None else format_time(device.last_seen_at),
            "current": device.current,
        }
        for device in found
    ]
    rows = [
        (
            device.id,
            device.name,
            local_time(device.created_at),
            "now" if device.current else local_time(device.last_seen_at),
            "this computer" if device.current else "",
        )
        for device in found
    ]
    screen.table(("ID", "Name", "Since", "Last seen", ""), rows, whole=(0,))


@devices_app.command("revoke")
def devices_revoke(
    context: typer.Context,
    device_id: Annotated[
        str, typer.Argument(metavar="ID", help="From “genoseal devices”; the id's beginning will do.")
    ],
    yes: Yes = False,
    json_output: Json = False,
) -> None:
    """Cut a workstation off: its session ends at once, wherever it is."""
    screen = screen_of(context)
    with workplace_here() as workplace, open_account(workplace) as account:
        device = account_tasks.find_device(account, device_id)
        if not confirm(f"Cut {Screen.shown(device.name, 60)} ({device.id}) off", yes=yes):
            raise KeyboardInterrupt
        account_tasks.revoke_device(workplace, account, device.id)
    screen.facts["revoked"] = device.id
    screen.say(good("That workstation is cut off."))


@account_app.command("password")
def account_password(
    context: typer.Context,
    password_file: PasswordFile = None,
    new_password_file: Annotated[
        Path | None, path_option("--new-password-file", metavar="FILE", help="Read the new password from FILE.")
    ] = None,
    code_file: CodeFile = None,
    json_output: Json = False,
) -> None:
    """Change your password; other workstations are signed out."""
    screen = screen_of(context)
    with workplace_here() as workplace, open_account(workplace) as account:
        old = ask_secret("Present password", "--password-file", password_file)
        new = ask_secret("New password", "--new-password-file", new_password_file, twice=True)
        account_tasks.change_password(workplace, account, old, new, _code("Six-digit code", code_file))
    screen.facts["changed"] = True
    screen.say(good("The password is changed. Other workstations have to sign in again."))


@account_app.command("data")
def account_data(
    context: typer.Context,
    out: Annotated[Path | None, path_option("--out", metavar="FILE", help="Write it to FILE.")] = None,
    force: Force = False,
    json_output: Json = False,
) -> None:
    """Everything the service holds about you."""
    screen = screen_of(context)
    with workplace_here() as workplace, open_account(workplace) as account:
        data = account_tasks.account_data(workplace, account)
        if out is not None:
            account_tasks.write_account_data(data, out, force=force)
    screen.facts["data"] = data
    if out is not None:
        screen.say(good(f"Written to {out}"))
    else:
        screen.say(*account_tasks.readable_lines(data))


@account_app.command("recovery-codes")
def account_recovery_codes(
    context: typer.Context,
    out: Annotated[
        Path | None, path_option("--recovery-codes", metavar="FILE", help="Write the new codes to FILE (0600).")
    ] = None,
    code_file: CodeFile = None,
    force: Force = False,
    json_output: Json = False,
) -> None:
    """Make ten new recovery codes; the old ones stop working."""
    screen = screen_of(context)
    if out is None and not can_ask():
        raise OutputNeededError(option="--recovery-codes")
    require_not_read((out,), (code_file,))
    if out is not None:
        # The old codes die before the new ones are written: a place that cannot hold them must be known before.
        require_output(out, force=force)
    with workplace_here() as workplace, open_account(workplace) as account:
        codes = account_tasks.renew_recovery_codes(workplace, account, _code("Six-digit code", code_file))
    _keep_codes(screen, codes, out, force=force)
    screen.facts["recovery_codes"] = len(codes)


def _password_step(
    workplace: Workplace, account: Account, user: str | None, password_file: Path | None
) -> MfaTicket | EnrolmentTicket:
    name = user or ask_text("User name", "--user")
    password = ask_secret("Password", "--password-file", password_file)
    return account_tasks.begin_sign_in(workplace, account, name, password)


def _code(prompt: str, code_file: Path | None) -> str:
    if code_file is not None:
        return read_secret_file(code_file, "--code-file").decode("utf-8", "replace")
    if not can_ask():
        raise SecretNeededError(option="--code-file")
    return ask_text(prompt, "--code-file")


def _begin_enrolment(
    workplace: Workplace, account: Account, user: str | None, password_file: Path | None, invitation: Path | None
) -> tuple[Enrolment, TotpSetup]:
    ticket = _password_step(workplace, account, user, password_file)
    if isinstance(ticket, MfaTicket):
        account_tasks.refuse_second_enrolment()
    enrolment = account.enrolment(ticket)
    code = ask_secret("Invitation code from your helpdesk", "--invitation-file", invitation).decode("utf-8", "replace")
    return enrolment, enrolment.begin(code)


def _begin_replacement(account: Account, old_code_file: Path | None) -> tuple[Enrolment, TotpSetup]:
    enrolment = account.replacement()
    if old_code_file is not None:
        code = read_secret_file(old_code_file, "--old-code-file").decode("utf-8", "replace")
    else:
        code = ask_text("Code of the old app, or a recovery code", "--old-code-file")
    is_totp = code.replace(" ", "").isdigit()
    return enrolment, enrolment.begin_replacement(
        code=code if is_totp else None, recovery_code=None if is_totp else code
    )


def _say_before_start(screen: Screen, workplace: Workplace) -> None:
    """Step 1: what to have ready, and whether codes can match, before anything secret is shown."""
    screen.note(heading("1  Before you start"))
    screen.note("   Have your phone with an authenticator app ready, and paper for ten recovery codes.")
    screen.note("   If you share your screen, stop now: the picture in step 2 is secret.")
    try:
        offset_s = abs(round(clock_offset(workplace).total_seconds()))
    except ClientError:
        screen.note("   The service's clock could not be asked. You can go on.")
        return
    if offset_s <= _MOST_CLOCK_OFFSET_S:
        screen.note(good("  Clock checked: this computer and the service agree."))
    else:
        words = (
            f"   This computer's clock is {counted(offset_s, 'second')} off. Codes may be refused; put it right first."
        )
        screen.note(words)


def _show_setup(screen: Screen, setup: TotpSetup) -> None:
    """Step 2. The key goes to the terminal only: stderr, so that a redirected stdout never holds it."""
    is_drawable = can_draw(screen.err.encoding) and not screen.err.is_dumb_terminal
    screen.note(heading(f"2  Add the account: {'scan this, or type the key' if is_drawable else 'type this key'}"))
    if is_drawable:
        for line in qr_lines(setup.otpauth_uri):
            sys.stderr.write(line + "\n")
    screen.note(f"   The app must show:  {Screen.shown(setup.label)}")
    screen.note(f"   Key:                {setup.grouped_secret}  (kind of account: time-based)")


def _confirm(screen: Screen, enrolment: Enrolment, code_file: Path | None) -> tuple[str, ...]:
    while True:
        typed = _code("3  Type the code that the app shows", code_file)
        verdict = enrolment.check_code(typed)
        if verdict.is_right:
            refused, codes = account_tasks.confirm_code(enrolment, typed)
            if refused is None:
                return codes
            verdict = refused
        screen.note(f"   Message {verdict.message_code}: {code_words(verdict)}")
        if code_file is not None:
            account_tasks.refuse_code(verdict)


def code_words(verdict: CodeVerdict) -> str:
    """What to do about a code that was not right; the numbers 3-A to 3-E never change."""
    offset = abs(verdict.phone_offset_s)
    match verdict.finding:
        case CodeFinding.TOO_SHORT:
            return "Fewer than six digits. Type all six."
        case CodeFinding.NO_MATCH:
            return "That code belongs to another account or an old entry. Use the entry you have just added."
        case CodeFinding.OTHER_TIME if verdict.typed_late:
            return "That code has just run out. Type the next one."
        case CodeFinding.OTHER_TIME:
            was = verdict.phone_offset_s < 0
            when = f"was right {offset} seconds ago" if was else f"will be right in {offset} seconds"
            clock = f"the phone's clock is {'behind' if was else 'ahead'}"
            return f"That code {when}: {clock}. Set it to automatic time, then type a new code."
        case CodeFinding.USED:
            return "That code was used already. Wait for the next one."
        case CodeFinding.CLOCK:
            return "The code is right, but this computer's clock or the service's is off. Check this computer's time."
        case CodeFinding.RIGHT:
            return ""


def _keep_codes(screen: Screen, codes: tuple[str, ...], file: Path | None, *, force: bool) -> None:
    if file is not None:
        account_tasks.write_recovery_codes(codes, file, force=force)
        if not screen.is_json:
            screen.note(
                good(f"4  {counted(len(codes), 'recovery code')} written to {file}. Print it, then delete the file.")
            )
        return
    screen.note(heading("4  Keep these recovery codes on paper; each works once when the phone is lost"))
    for number, code in enumerate(codes, 1):
        screen.note(f"   {number:>2}  {code}")


def _code_from_the_sheet(screen: Screen, codes: tuple[str, ...]) -> str:
    """Step 5: one of the codes, however it is spaced. A slip is typed again here: at the service it counts as a try."""
    known = {_plain(code): code for code in codes}
    while True:
        typed = ask_text("5  Type one of the recovery codes, to check that you have them", "--recovery-codes")
        if (code := known.get(_plain(typed))) is not None:
            return code
        screen.note(
            "   That is none of the ten codes. Read it from your sheet again; capitals and dashes do not matter."
        )


def _plain(code: str) -> str:
    return code.upper().replace("-", "").replace(" ", "")


def _show_session(screen: Screen, workplace: Workplace, facts: SessionFacts) -> None:
    kept = workplace.secret_store.kind
    screen.facts |= {
        "signed_in": True,
        "user": facts.user,
        "device": facts.device_id,
        "recovery_codes_left": facts.recovery_codes_left,
        "store": kept,
    }
    place = {"keyring": "this computer's keyring", "vault": "the vault", "memory": "memory only"}[kept]
    screen.say(good(f"Signed in as {Screen.shown(facts.user)}. The session is kept in {place}."))
    if facts.recovery_codes_left < 3:
        screen.note(
            f"Only {counted(facts.recovery_codes_left, 'recovery code')} left: “genoseal account recovery-codes”."
        )
