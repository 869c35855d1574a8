"""The outbox as the use cases see it: queue, look, run, pause, resume, cancel.

Any number of processes may queue, look and wish; one at a time drives (`run`). A wish for a submission that another
process drives is left in the ledger, where the driver finds it within half a second.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from client.model.clock import Clock
from client.model.errors import ClientError
from client.model.folders import PrivateFolders
from client.model.shortened_ids import find_id
from client.model.transfer import SubmissionOutcome, TransferProgress, TransferState
from client.transfer.crew import Crew
from client.transfer.driver_lock import FileLock, held
from client.transfer.errands import Errands
from client.transfer.errors import RowDamagedError, TooLateError, UnknownTransferError
from client.transfer.failures import problem_of
from client.transfer.ledger import Ledger
from client.transfer.machine import Report, after_interruption
from client.transfer.messages import WorkerSetup
from client.transfer.plan import SubmissionPlan, require_sources
from client.transfer.ports import Desk, OnProgress
from client.transfer.runner import Runner, RunSettings
from client.transfer.spool import Spool
from client.transfer.under_way import UnderWay
from client.transfer.wishes import fulfil_wish, require_possible

_DAMAGED = problem_of(RowDamagedError())


class Outbox:
    """One outbox folder. Opening it touches nothing; every method opens the ledger for itself, from any thread.

    All methods raise OutboxNewerError, LedgerDamagedError, OtherVaultKeyError, OutboxFullError and OutboxFolderError.
    """

    def __init__(self, folders: PrivateFolders, vault_key: bytes, clock: Clock, settings: RunSettings) -> None:
        self._folders = folders
        self._vault_key = vault_key
        self._clock = clock
        self._settings = settings
        self._spool = Spool(folders.outbox)
        self._lock = FileLock(folders.outbox / "driver.lock")

    def queue(self, plan: SubmissionPlan, sources: Sequence[Path]) -> str:
        """Keep a submission of these files; returns its id. Nothing is read of the files but size and time.

        Raises EmptySubmissionError, and OSError for a file that cannot be found.
        """
        files = require_sources(tuple(sources))
        submission_id = secrets.token_hex(16)
        with self._open() as ledger:
            ledger.add(submission_id, plan, files)
        return submission_id

    def transfers(self) -> tuple[TransferProgress, ...]:
        """Every submission, in the order they were queued. What is under way without a driver shows as waiting."""
        is_driven = self.is_driven()
        with self._open() as ledger:
            return tuple(_shown(ledger, submission_id, is_driven) for submission_id in ledger.submission_ids())

    def outcome(self, submission_id: str) -> SubmissionOutcome:
        """How a submission stands, whoever drove it."""
        with self._open() as ledger:
            try:
                record = ledger.load(submission_id)
            except RowDamagedError:
                return SubmissionOutcome(submission_id, ledger.state_of_damaged(submission_id), problem=_DAMAGED)
        return UnderWay(record, record.machine).outcome()

    def find(self, shortened_id: str) -> str:
        """The one id that begins like this. Raises UnknownTransferError, ShortenedIdError."""
        with self._open() as ledger:
            found = find_id(shortened_id, ledger.submission_ids())
        if found is None:
            raise UnknownTransferError
        return found

    def kept_plans(self) -> tuple[KeptPlan, ...]:
        """What every submission was declared to be, and whether it ended without a job."""
        with self._open() as ledger:
            return tuple(_kept_plan(ledger, submission_id) for submission_id in ledger.submission_ids())

    def kept_reports(self, submission_id: str) -> tuple[SubmissionPlan, tuple[bytes, ...]] | None:
        """A submission's plan and what preparing its sources said; None for one that is forgotten.

        Raises RowDamagedError.
        """
        with self._open() as ledger:
            if submission_id not in ledger.submission_ids():
                return None
            record = ledger.load(submission_id)
        return record.plan, tuple(file.report for file in record.files if file.report is not None)

    def is_driven(self) -> bool:
        """True while any process drives this outbox."""
        return self._folders.outbox.is_dir() and not self._lock.is_free()

    def run(
        self,
        submission_id: str | None,
        connect: Callable[[], Desk],
        on_progress: OnProgress = lambda _progress: None,
    ) -> dict[str, SubmissionOutcome]:
        """Drive one submission (and what is queued beside it), or with None everything that is not paused.

        Blocks until nothing can go on by itself; returns how each submission it had in hand stands. An error of one
        submission is in its outcome. Raises OutboxBusyError at once where another process drives (what is queued
        there is taken up by it), UnknownTransferError, and what `connect` raises. Any exception, KeyboardInterrupt
        among them, ends the workers first; everything keeps its place.
        """
        self._spool.make_folder()
        with self._open() as ledger:
            if submission_id is not None and submission_id not in ledger.submission_ids():
                raise UnknownTransferError
            try:
                with held(self._lock):
                    desk = connect()
                    with Errands() as errands, self._crew(desk) as crew:
                        runner = Runner(
                            ledger, self._spool, desk, crew, errands, self._settings, self._clock, on_progress
                        )
                        return runner.run(submission_id)
            finally:
                # What ended the run matters more than a wish that cannot be read now.
                with contextlib.suppress(ClientError):
                    self._fulfil_left_wishes(ledger)

    def pause(self, submission_id: str) -> None:
        """Stop it and keep its place; where somebody drives, within half a second.

        Raises UnknownTransferError, TooLateError and RowDamagedError.
        """
        self._wish(submission_id, Report.PAUSE)

    def resume(self, submission_id: str) -> bool:
        """Ask whoever drives to go on with it; False when nobody does (then `run` it)."""
        if not self.is_driven():
            return False
        self._wish(submission_id, Report.GO)
        return True

    def cancel(self, submission_id: str, even_if_sent: bool = False) -> None:
        """Give it up: keys and sealed copies are forgotten at once, uploads are withdrawn by this or the next run.

        Raises UnknownTransferError, and TooLateError once the job call may have arrived. `even_if_sent` gives up in
        that case too (a service that will never answer again): a job may then exist, and only the service can tell.
        """
        with self._open() as ledger:
            is_fixed = submission_id in ledger.submission_ids() and ledger.is_job_fixed(submission_id)
        self._wish(submission_id, Report.ABANDON if is_fixed and even_if_sent else Report.CANCEL)

    def send_first(self, submission_id: str) -> None:
        """Let it go before all others that wait; counts from the next file on. Raises UnknownTransferError."""
        with self._open() as ledger:
            if submission_id not in ledger.submission_ids():
                raise UnknownTransferError
            others = [given for id_, given in ledger.priorities().items() if id_ != submission_id]
            ledger.set_priority(submission_id, max(others, default=0) + 1)

    def turns(self) -> tuple[str, ...]:
        """Ids of what is not finished, in the order in which their files are taken up."""
        with self._open() as ledger:
            priorities = ledger.priorities()
            return tuple(sorted(ledger.unfinished_ids(), key=lambda id_: -priorities.get(id_, 0)))

    def remove_finished(self, before: datetime) -> int:
        """Forget what is done, failed or cancelled since before that moment; returns how many. Jobs and receipts stay.

        A finished submission keeps names, paths and map (encrypted) for display until then.
        """
        with self._open() as ledger:
            return ledger.remove_finished(before)

    def _wish(self, submission_id: str, wish: Report) -> None:
        with self._open() as ledger:
            if submission_id not in ledger.submission_ids():
                raise UnknownTransferError
            require_possible(ledger, submission_id, wish)
            ledger.save_wish(submission_id, wish)
            self._fulfil_left_wishes(ledger)

    def _fulfil_left_wishes(self, ledger: Ledger) -> None:
        """Do what was wished unless somebody drives.

        Called after a wish was written and after a driver let go: whichever of the two comes last finds it.
        """
        if not ledger.waiting_wishes() or not self._lock.try_acquire():
            return
        try:
            for submission_id, wish in ledger.take_wishes().items():
                with contextlib.suppress(TooLateError):
                    fulfil_wish(ledger, self._spool, submission_id, Report(wish))
        finally:
            self._lock.release()

    def _open(self) -> Ledger:
        return Ledger(self._folders.ledger, self._vault_key, self._clock)

    def _crew(self, desk: Desk) -> Crew:
        settings = self._settings

        def setup(slot: int) -> WorkerSetup:
            return WorkerSetup(slot, self._folders.outbox, desk.route(), settings.prepare_file, settings.retry)

        modules = (settings.prepare_file.__module__,)
        return Crew(settings.workers, self._spool, setup, settings.start_method, modules)


@dataclass(frozen=True)
class KeptPlan:
    """A submission's declaration, None where its row is damaged. `has_no_job`: it was given up, and no job exists."""

    submission_id: str
    declaration: Mapping[str, Any] | None = field(repr=False)
    has_no_job: bool


def _kept_plan(ledger: Ledger, submission_id: str) -> KeptPlan:
    try:
        record = ledger.load(submission_id)
    except RowDamagedError:
        return KeptPlan(submission_id, None, has_no_job=False)
    state = record.machine.state
    has_failed = state in (TransferState.FAILING, TransferState.FAILED)
    # Cancelled after the job call was fixed: the call may have arrived, so a job may exist.
    is_cancelled = state in (TransferState.CANCELLING, TransferState.CANCELLED) and not record.machine.job_fixed
    return KeptPlan(submission_id, record.plan.declaration, has_no_job=has_failed or is_cancelled)


def _shown(ledger: Ledger, submission_id: str, is_driven: bool) -> TransferProgress:
    try:
        record = ledger.load(submission_id)
    except RowDamagedError:
        return TransferProgress(submission_id, ledger.state_of_damaged(submission_id), problem=_DAMAGED)
    machine = record.machine if is_driven else after_interruption(record.machine)
    progress = UnderWay(record, machine).progress()
    if is_driven or not machine.state.is_under_way:
        return progress
    return TransferProgress(
        submission_id,
        TransferState.WAITING,
        progress.name,
        progress.files,
        job_id=progress.job_id,
        created_at=progress.created_at,
    )
