"""The loop that drives an outbox: takes submissions up, gives orders to workers, and does the last steps itself.

It runs on one thread, which owns the ledger and never waits for the service: those calls are errands. What workers say
comes in through `hearing.py`; every change goes through `steering.py`. The process may end at any line.
"""

from __future__ import annotations

import contextlib
import logging
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from client.model.clock import Clock
from client.model.display import display_text
from client.model.errors import ClientError
from client.model.transfer import FileState, SubmissionOutcome, TransferState
from client.network.errors import UploadGoneError
from client.network.retry import NextStep, RetryPolicy, next_step
from client.transfer.closing import (
    CheckReports,
    build_job_call,
    load_job_call,
    require_same_service,
    withdraw,
)
from client.transfer.crew import Crew, StartMethod, Worker
from client.transfer.debts import Debts
from client.transfer.errands import Errand, Errands
from client.transfer.errors import QuietHoursError, RowDamagedError, TooLateError
from client.transfer.failures import problem_of
from client.transfer.hearing import Hearing
from client.transfer.ledger import Ledger
from client.transfer.line_limits import LineLimits
from client.transfer.machine import (
    Command,
    FileReport,
    RefusedReportError,
    Report,
    Submission,
    after_interruption,
    transition,
)
from client.transfer.messages import (
    PrepareFile,
    PrepareOrder,
    UploadOrder,
)
from client.transfer.ports import Desk, JobAnswer, JobCall, OnProgress
from client.transfer.spool import Spool
from client.transfer.steering import Steering
from client.transfer.under_way import UnderWay
from client.transfer.verdict import Verdict, job_call_verdict, verdict
from client.transfer.wishes import fulfil_wish
from prep.errors import PrepError
from prep.fork_server import has_fork_server

_log = logging.getLogger(__name__)

OUTAGE_ATTEMPTS = 90
"""About an hour: a train ride, an evening's maintenance. Who sends 70 GB overnight does not sit beside it."""

_TURN_S = 0.1
_LEAST_BETWEEN_LOOKS_S = 0.25
_REPORT_S_PER_FILE = 0.0005
"""A report of a thousand files takes some 20 ms to make: it comes twice a second, not ten times."""
_WORKING = (TransferState.SUBMITTING, TransferState.SUBMITTED)
_WITHDRAWING = (TransferState.FAILING, TransferState.CANCELLING)


@dataclass(frozen=True)
class RunSettings:
    """How a run works. `workers` files are under way at most, `most_preparing` of them being prepared."""

    prepare_file: PrepareFile
    check_reports: CheckReports
    workers: int = 2
    most_preparing: int = 2
    retry: RetryPolicy = field(default_factory=lambda: RetryPolicy(outage_attempts=OUTAGE_ATTEMPTS))
    most_withdrawal_attempts: int = 4
    limits: Callable[[], LineLimits] = LineLimits
    """Asked a few times a second, so that a limit can be changed while transfers run."""
    start_method: StartMethod = field(default_factory=lambda: "forkserver" if has_fork_server() else "spawn")
    """A fork server starts a worker in a tenth of the time, and workers share the memory of what it imported."""


class Runner:
    """Drives what it takes up until nothing of it can go on by itself. Used once, under the outbox's lock."""

    def __init__(
        self,
        ledger: Ledger,
        spool: Spool,
        desk: Desk,
        crew: Crew,
        errands: Errands,
        settings: RunSettings,
        clock: Clock,
        on_progress: OnProgress,
    ) -> None:
        self._ledger = ledger
        self._spool = spool
        self._desk = desk
        self._crew = crew
        self._errands = errands
        self._settings = settings
        self._clock = clock
        self._on_progress = on_progress
        self._steering = Steering(ledger, spool, crew)
        self._debts = Debts(ledger, desk, errands)
        self._hearing = Hearing(ledger, desk, self._steering, errands)
        self._steps: dict[Command, Callable[[UnderWay], None]] = {
            Command.FIX_JOB: self._fix_job,
            Command.POST_JOB: self._post_job,
            Command.CLEAR_SPOOL: self._clear_spool,
            Command.WITHDRAW: self._withdraw,
        }
        self._wishes: dict[str, str] = {}
        self._aside: set[str] = set()
        self._priorities: dict[str, int] = {}
        self._quiet_until: str | None = None
        self._looked_s = 0.0
        self._reported_s = 0.0

    def run(self, wanted: str | None) -> dict[str, SubmissionOutcome]:
        """Drive `wanted`, or everything that is not paused, and whatever is queued meanwhile.

        Returns how each submission stands in the end. Withdrawals that are still owed are tried in any case.
        """
        self._crew.require_no_old_workers()
        if self._ledger.repair():
            _log.warning("outbox indexes made anew")
        self._spool.sweep(self._ledger.spooled_file_ids())
        self._take_up_first(wanted)
        while self._has_work():
            self._look_around()
            self._give_orders()
            self._work_off_agendas()
            for worker, message in self._crew.wait(_TURN_S, self._errands.wake):
                self._hearing.hear(worker, message)
            self._errands.hear()
            self._steering.remove_forgotten()
            self._report()
        self._steering.flush()
        self._start_debts()
        self._debts.settle()
        self._ledger.finish_damaged()
        # A worker that was killed between rename and report leaves a body that nobody knows.
        self._spool.sweep(self._ledger.spooled_file_ids())
        self._report(at_once=True)
        return {submission_id: under_way.outcome() for submission_id, under_way in self._steering.all.items()}

    # ---- taking up --------------------------------------------------------------------------------------------------

    def _take_up_first(self, wanted: str | None) -> None:
        for submission_id in self._ledger.submission_ids():
            try:
                state, _ = self._ledger.state_of(submission_id)
            except RowDamagedError:
                self._set_aside(submission_id)
                continue
            is_meant = submission_id == wanted or (wanted is None and state is not TransferState.PAUSED)
            if not state.is_finished and (is_meant or state is TransferState.WAITING or state in _WITHDRAWING):
                self._take_up(submission_id)

    def _take_up(self, submission_id: str) -> None:
        try:
            record = self._ledger.load(submission_id)
        except RowDamagedError:
            self._set_aside(submission_id)
            return
        asks = _asks_for_renewal(record.machine)
        under_way = UnderWay(record, after_interruption(record.machine), renew_lost=asks)
        self._steering.all[submission_id] = under_way
        self._steering.apply(under_way, Report.GO)
        if under_way.machine.state not in _WITHDRAWING:
            try:
                require_same_service(under_way, self._desk)
            except ClientError as error:
                self._steering.stop(under_way, error)

    def _start_debts(self) -> None:
        if not self._steering.is_halted:
            self._debts.start({id_ for id_, under_way in self._steering.all.items() if under_way.is_given_up})

    def _set_aside(self, submission_id: str) -> None:
        """A damaged row costs its own submission, and no other."""
        if submission_id not in self._aside:
            self._aside.add(submission_id)
            _log.warning("outbox row damaged submission=%s", display_text(submission_id))
            self._ledger.set_aside(submission_id)

    def _look_around(self) -> None:
        """Wishes and new submissions of other processes (the ledger is where they leave them)."""
        now_s = time.monotonic()
        if now_s - self._looked_s < _LEAST_BETWEEN_LOOKS_S:
            return
        self._looked_s = now_s
        self._steering.flush()
        self._priorities = self._ledger.priorities()
        self._keep_limits()
        self._start_debts()
        self._wishes.update(self._ledger.take_wishes())
        for submission_id in list(self._wishes):
            # A worker that was told to stop reports first: what it did decides where `go` leads.
            if self._wishes[submission_id] != Report.GO or not self._crew.workers_on(submission_id):
                self._fulfil(submission_id, self._wishes.pop(submission_id))
        if not self._steering.is_halted:
            for submission_id in self._ledger.waiting_ids():
                if submission_id not in self._steering.all:
                    self._take_up(submission_id)

    def _keep_limits(self, *starting: Worker) -> None:
        """Share the line between the uploads and one that starts now; in quiet hours let none of them go on."""
        limits = self._settings.limits()
        self._quiet_until = limits.quiet_until(self._clock())
        uploading = [*starting, *(worker for worker in self._crew.busy if isinstance(worker.order, UploadOrder))]
        for worker in uploading:
            if self._quiet_until is not None:
                worker.stop()
            else:
                worker.limit(None if limits.bytes_per_s is None else limits.bytes_per_s / len(uploading))
        quiet = None if self._quiet_until is None else problem_of(QuietHoursError(until=self._quiet_until))
        for under_way in self._steering.all.values():
            under_way.set_quiet(quiet if under_way.machine.state is TransferState.UPLOADING else None)

    def _fulfil(self, submission_id: str, wish: str) -> None:
        under_way = self._steering.all.get(submission_id)
        if under_way is None:
            if wish == Report.GO:
                self._take_up(submission_id)
            else:
                with contextlib.suppress(TooLateError):
                    fulfil_wish(self._ledger, self._spool, submission_id, Report(wish))
                self._take_up_withdrawal(submission_id)
            return
        try:
            under_way.renew_lost = under_way.renew_lost or _asks_for_renewal(under_way.machine)
            self._steering.apply(under_way, Report(wish))
        except RefusedReportError:
            _log.info("wish %s refused submission=%s state=%s", wish, submission_id, under_way.machine.state)

    def _take_up_withdrawal(self, submission_id: str) -> None:
        with contextlib.suppress(RowDamagedError):
            state, _ = self._ledger.state_of(submission_id)
            if state in _WITHDRAWING:
                self._take_up(submission_id)

    # ---- what to do next --------------------------------------------------------------------------------------------

    def _has_work(self) -> bool:
        if self._crew.busy or any(
            u.machine.state.is_under_way or u.machine.state in _WORKING or u.agenda is not None
            for u in self._steering.all.values()
        ):
            return True
        # A `go` that waited for the worker it was paused under, or came just now: nobody would take it up later, where
        # any other wish is fulfilled when the run has ended.
        return Report.GO in {*self._wishes.values(), *self._ledger.waiting_wishes()}

    def _give_orders(self) -> None:
        while len(self._crew.busy) < self._settings.workers:
            chosen = self._choose()
            worker = None if chosen is None else self._crew.idle()
            if chosen is None or worker is None:
                return
            under_way, position = chosen
            order = under_way.order_for(position)
            started = FileReport.STARTED if isinstance(order, PrepareOrder) else FileReport.UPLOAD_STARTED
            if isinstance(order, UploadOrder):
                # Its share first: a small body would be gone before a limit that comes after it.
                self._keep_limits(worker)
                if self._quiet_until is not None:
                    continue
            self._steering.apply_file(under_way, position, started)
            worker.take(order)

    def _choose(self) -> tuple[UnderWay, int] | None:
        """Uploads before preparing; among those the highest priority, then the oldest submission."""
        preparing = sum(isinstance(worker.order, PrepareOrder) for worker in self._crew.busy)
        waiting: tuple[UnderWay, int] | None = None
        for under_way in sorted(self._steering.all.values(), key=lambda u: -self._priorities.get(u.submission_id, 0)):
            if not under_way.machine.state.is_under_way:
                continue
            workers = self._crew.workers_on(under_way.submission_id)
            busy = {worker.order.position for worker in workers if worker.order}
            position = under_way.next_position(busy, may_upload=self._quiet_until is None)
            if position is None:
                continue
            if under_way.machine.files[position] is FileState.SEALED:
                return under_way, position
            waiting = waiting or (under_way, position)
        return waiting if preparing < self._settings.most_preparing else None

    def _work_off_agendas(self) -> None:
        for under_way in list(self._steering.all.values()):
            while under_way.agenda is not None and time.monotonic() >= under_way.due_s:
                if self._crew.workers_on(under_way.submission_id) or self._errands.is_running(under_way.submission_id):
                    break
                self._steps[under_way.agenda](under_way)

    # ---- the last steps ---------------------------------------------------------------------------------------------

    def _fix_job(self, under_way: UnderWay) -> None:
        try:
            call = build_job_call(under_way, self._ledger, self._desk, self._settings.check_reports)
        except (ClientError, PrepError) as error:
            self._steering.judge(under_way, error, verdict(error))
            return
        machine, commands = transition(under_way.machine, Report.JOB_FIXED)
        self._ledger.save_job_call(under_way.submission_id, machine, call.to_json())
        self._steering.obey(under_way, machine, commands)

    def _post_job(self, under_way: UnderWay) -> None:
        try:
            call = load_job_call(under_way, self._ledger)
        except ClientError as error:
            self._judge_job_call(under_way, error)
            return
        self._errands.start(
            under_way.submission_id,
            lambda: self._desk.submit(call),
            lambda errand: self._hear_posted(under_way, call, errand),
        )

    def _hear_posted(self, under_way: UnderWay, call: JobCall, errand: Errand[JobAnswer]) -> None:
        if under_way.machine.state is not TransferState.SUBMITTING:
            # Stopped meanwhile: the same call gets the same job, so nothing is lost by asking again. Abandoned: nobody
            # asks again, so a job that did come of it keeps its receipt, without which its deletion proves nothing.
            if under_way.machine.state in _WITHDRAWING:
                with contextlib.suppress(ClientError):
                    self._desk.keep_receipt(call, under_way.sent_files(), errand.result())
            return
        try:
            answer = errand.result()
            self._desk.keep_receipt(call, under_way.sent_files(), answer)
        except ClientError as error:
            self._judge_job_call(under_way, error)
            return
        machine, commands = transition(under_way.machine, Report.RECEIPT_KEPT)
        self._ledger.save_receipt(under_way.submission_id, machine, answer.job_id, answer.receipt)
        under_way.set_job(answer.job_id, answer.receipt)
        self._steering.obey(under_way, machine, commands)

    def _judge_job_call(self, under_way: UnderWay, error: ClientError) -> None:
        decided = job_call_verdict(error)
        if decided is not Verdict.STOP or not self._try_again(under_way, error):
            self._steering.judge(under_way, error, decided)

    def _clear_spool(self, under_way: UnderWay) -> None:
        self._spool.remove(file.file_id for file in under_way.sent_files())
        machine, commands = transition(under_way.machine, Report.SPOOL_CLEARED)
        self._ledger.save_cleared(under_way.submission_id, machine)
        self._steering.obey(under_way, machine, commands)

    def _withdraw(self, under_way: UnderWay) -> None:
        submission_id = under_way.submission_id
        owed = self._ledger.withdrawals(submission_id)

        def confirmed(number: int) -> None:
            self._errands.tell(lambda: self._ledger.save_withdrawn(number))

        self._errands.start(
            submission_id,
            lambda: withdraw(owed, self._desk, confirmed),
            lambda errand: self._hear_withdrawn(under_way, errand),
        )

    def _hear_withdrawn(self, under_way: UnderWay, errand: Errand[None]) -> None:
        try:
            errand.result()
        except ClientError as error:
            is_final = verdict(error) is Verdict.STOP_ALL
            if is_final or not self._try_again(under_way, error, self._settings.most_withdrawal_attempts):
                # Owed, and kept in the ledger: the next run goes on with it.
                under_way.agenda = None
            return
        if under_way.machine.state in _WITHDRAWING:
            self._steering.apply(under_way, Report.WITHDRAWN)
        under_way.agenda = None

    def _try_again(self, under_way: UnderWay, error: ClientError, most_attempts: int | None = None) -> bool:
        """Hold the agenda back for a while; False when patience is at its end."""
        attempt = under_way.failures.count(error)
        decision = next_step(error, attempt, jitter=random.random(), policy=self._settings.retry)  # noqa: S311
        is_last = most_attempts is not None and attempt >= most_attempts
        if is_last or decision.step is not NextStep.ASK_AND_GO_ON:
            return False
        under_way.due_s = time.monotonic() + decision.wait_s
        under_way.trouble, under_way.has_news = problem_of(error), True
        return True

    def _report(self, at_once: bool = False) -> None:
        now_s = time.monotonic()
        files = sum(len(under_way.machine.files) for under_way in self._steering.all.values())
        if not at_once and now_s - self._reported_s < max(_TURN_S, files * _REPORT_S_PER_FILE):
            return
        self._reported_s = now_s
        for under_way in self._steering.all.values():
            if under_way.has_news:
                under_way.has_news = False
                self._on_progress(under_way.progress())


def _asks_for_renewal(machine: Submission) -> bool:
    """True where `go` is the user's yes to new uploads of the same bytes."""
    return machine.problem is not None and machine.problem.code == UploadGoneError.code
