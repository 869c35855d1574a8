"""What is on its way: drive it, look at it, pause, resume, cancel."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, nullcontext
from datetime import timedelta
from pathlib import Path

from client.account.account import Account
from client.institution.errors import ProfileRefusedError
from client.institution.store import InstalledProfile
from client.model.errors import ClientError, ServerIdentityError, ServiceUnavailableError, SignInError
from client.model.transfer import SubmissionOutcome, TransferProgress, TransferState
from client.network.transport import Patience
from client.tasks.connection import newest_profile, open_account
from client.tasks.desk import ServiceDesk
from client.tasks.errors import TransferHeldError, about, about_files, standing_of
from client.tasks.job_start import found_in
from client.tasks.leftovers import remove_leftovers
from client.tasks.preferences import load_preferences
from client.tasks.profile import require_installed_profile
from client.tasks.sealed_preparation import check_reports, prepare_for_sealing
from client.tasks.settings import Settings, load_settings
from client.tasks.workers import require_open_files
from client.tasks.workplace import Workplace
from client.transfer.errors import OutboxBusyError
from client.transfer.failures import error_of
from client.transfer.line_limits import LineLimits, parse_quiet_hours
from client.transfer.outbox import Outbox
from client.transfer.ports import Desk
from client.transfer.runner import RunSettings
from prep.errors import BlockedError

OnChange = Callable[[TransferProgress], None]
_LOOK_S = 0.5
_PROFILE_PATIENCE = Patience(connect_s=5, send_s=5, answer_s=5, grace_s=8)
"""Files can be prepared meanwhile: nobody waits long for a line that hangs."""


def open_outbox(workplace: Workplace) -> Outbox:
    """The outbox of this workplace; opening it touches nothing but the vault key."""
    workers = load_preferences(workplace).number("parallel_files")
    settings = RunSettings(
        prepare_for_sealing,
        check_reports,
        workers=workers,
        most_preparing=workers,
        limits=lambda: line_limits(load_settings(workplace.folders.settings)),
    )
    return Outbox(workplace.folders, workplace.vault_key, workplace.clock, settings)


def line_limits(settings: Settings) -> LineLimits:
    """How fast, and when, the settings let uploads go."""
    rate = settings.number("rate_limit_bytes_per_s")
    return LineLimits(rate or None, parse_quiet_hours(settings.text("quiet_hours")))


def drive_outbox(
    workplace: Workplace,
    submission_id: str | None = None,
    on_change: OnChange | None = None,
    on_busy: Callable[[int], None] | None = None,
) -> dict[str, SubmissionOutcome]:
    """Drive one submission, or everything that is not paused, until nothing can go on by itself. Blocks.

    Where another process drives, `on_busy` hears its process id once; this waits until the other has finished the
    submission, and takes over when the other ends first. With no submission named OutboxBusyError is raised instead.
    """
    require_open_files()
    outbox = open_outbox(workplace)
    report = on_change or (lambda progress: None)
    is_told = False
    with ExitStack() as stack:
        installed = require_installed_profile(workplace)

        def connect() -> Desk:
            account = stack.enter_context(open_account(workplace, installed))
            return ServiceDesk(workplace, _renewed(workplace, installed, account), account)

        while True:
            try:
                outcomes = outbox.run(submission_id, connect, report)
            except OutboxBusyError as error:
                if submission_id is None:
                    raise
                if on_busy is not None and not is_told:
                    on_busy(int(error.facts["driver_pid"]))
                    is_told = True
                if _follow(outbox, submission_id, report):
                    return {submission_id: outbox.outcome(submission_id)}
                continue
            for outcome in outcomes.values():
                _note_outcome(workplace, outcome)
                remove_leftovers(workplace, outbox, outcome.submission_id)
            if submission_id is not None and submission_id not in outcomes:
                # Another process had just finished it, or its row is damaged: there was nothing to take up.
                outcomes[submission_id] = outbox.outcome(submission_id)
            return outcomes


def _renewed(workplace: Workplace, installed: InstalledProfile, account: Account) -> InstalledProfile:
    """The profile to go on with: what waited may have outlived its own. A service that does not answer now is for the
    transfers to meet."""
    try:
        return newest_profile(workplace, installed, account, _PROFILE_PATIENCE)
    except ProfileRefusedError:
        raise
    except (ServiceUnavailableError, ServerIdentityError, SignInError):
        return installed


def require_sent(outcome: SubmissionOutcome, files: Sequence[Path] = ()) -> SubmissionOutcome:
    """Raise the error behind an outcome that is not a sent submission; it knows whether that one can go on.

    Where one of its `files` is why, the error names it, and so does each of its findings where there are others.
    Nothing is known then of files that were not prepared before: `with_every_stop` tells.
    """
    error = outcome.error
    if error is None and outcome.problem is not None:
        error = error_of(outcome.problem)
    if error is None:
        return outcome
    if isinstance(error, BlockedError):
        about_files(error, files)
    if files and outcome.stopped_by is not None:
        if isinstance(error, BlockedError):
            error = about_files(BlockedError(found_in(error.findings, outcome.stopped_by + 1, files)), files)
        about(error, files[outcome.stopped_by])
    standing = outcome.state.standing
    with standing_of(standing) if standing else nullcontext():
        raise error


def require_not_held(outcome: SubmissionOutcome) -> SubmissionOutcome:
    """Raise TransferHeldError where somebody paused or cancelled it from another window or terminal meanwhile."""
    if outcome.state in (TransferState.PAUSED, TransferState.CANCELLING, TransferState.CANCELLED):
        raise TransferHeldError(state="paused" if outcome.state is TransferState.PAUSED else "cancelled")
    return outcome


def transfers(workplace: Workplace) -> tuple[TransferProgress, ...]:
    """Every submission in the order it was queued."""
    return open_outbox(workplace).transfers() if workplace.folders.ledger.exists() else ()


def turns(workplace: Workplace) -> tuple[str, ...]:
    """Ids of the transfers that are not finished, in the order in which they go."""
    return open_outbox(workplace).turns() if workplace.folders.ledger.exists() else ()


def send_first(workplace: Workplace, submission_id: str) -> None:
    """Let a transfer go before all others; who drives heeds it from the next file on. Raises UnknownTransferError."""
    open_outbox(workplace).send_first(submission_id)


def clear_finished(workplace: Workplace) -> int:
    """Forget the transfers that were sent, failed or cancelled: names and places of their files, and what comparing
    results and a job's report need. Jobs, receipts, results and maps stay. Returns how many went.
    """
    if not workplace.folders.ledger.exists():
        return 0
    # Times are kept in whole seconds: what ended in this one is finished too.
    removed = open_outbox(workplace).remove_finished(workplace.clock() + timedelta(seconds=1))
    if removed:
        workplace.note("submission.forgotten", removed=removed)
    return removed


def find_transfer(workplace: Workplace, shortened_id: str) -> str:
    """The one id that begins like this. Raises UnknownTransferError, ShortenedIdError."""
    outbox = open_outbox(workplace)
    try:
        return outbox.find(shortened_id)
    except ClientError as error:
        raise about(error, shortened_id) from error


def pause(workplace: Workplace, submission_id: str) -> None:
    """Stop a transfer and keep its place."""
    open_outbox(workplace).pause(submission_id)
    workplace.note("submission.paused", submission=submission_id)


def resume(
    workplace: Workplace,
    submission_id: str | None,
    on_change: OnChange | None = None,
    on_busy: Callable[[int], None] | None = None,
) -> dict[str, SubmissionOutcome]:
    """Go on with one transfer, or with everything that is not paused. Blocks like `drive_outbox`."""
    if submission_id is not None:
        open_outbox(workplace).resume(submission_id)
        workplace.note("submission.resumed", submission=submission_id)
    return drive_outbox(workplace, submission_id, on_change, on_busy)


def cancel(workplace: Workplace, submission_id: str) -> None:
    """Give a transfer up: its keys and sealed copies are forgotten at once; uploads are withdrawn by the next run."""
    outbox = open_outbox(workplace)
    outbox.cancel(submission_id)
    remove_leftovers(workplace, outbox, submission_id)
    workplace.note("submission.cancelled", submission=submission_id)


def _follow(outbox: Outbox, submission_id: str, report: OnChange) -> bool:
    """Watch another process drive; True once it is finished or stopped, False when nobody drives any more."""
    while outbox.is_driven():
        for progress in outbox.transfers():
            if progress.submission_id != submission_id:
                continue
            report(progress)
            if progress.state.is_finished or progress.state in (TransferState.PAUSED, TransferState.NEEDS_YOU):
                return True
        time.sleep(_LOOK_S)
    return False


def _note_outcome(workplace: Workplace, outcome: SubmissionOutcome) -> None:
    if outcome.job_id is not None and outcome.state is TransferState.DONE:
        workplace.note(
            "submission.sent",
            submission=outcome.submission_id,
            job=outcome.job_id,
            files=len(outcome.files),
            body_bytes=sum(file.body_bytes for file in outcome.files),
        )
    elif outcome.problem is not None and outcome.state in (TransferState.FAILED, TransferState.FAILING):
        workplace.note("submission.failed", submission=outcome.submission_id, code=outcome.problem.code)


def withdraw(workplace: Workplace, submission_id: str) -> None:
    """Delete at the service what a cancelled transfer has there, now where that works; else the next run does it."""
    try:
        drive_outbox(workplace, submission_id)
    except ClientError as error:
        if error.exit_code == ClientError.exit_code:
            raise
