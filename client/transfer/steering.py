"""Every change of a submission under way goes through here: judge, let the machine decide, record, obey.

The new state is in the ledger before any command is obeyed. A state that asks for nothing but more work may reach it
a moment later (`flush`), because a driver that is killed before finds it out again from the files and the service:
with many small files these commits would be most of the time.
"""

from __future__ import annotations

import logging

from client.model.transfer import Problem
from client.network.errors import UploadGoneError
from client.network.retry import Failures
from client.transfer.crew import Crew
from client.transfer.failures import CodedError, problem_of
from client.transfer.ledger import Ledger
from client.transfer.machine import TABLE, Command, FileReport, Report, Submission, transition, with_file
from client.transfer.spool import Spool
from client.transfer.under_way import UnderWay
from client.transfer.verdict import Verdict

_log = logging.getLogger(__name__)

_AGENDA = (Command.FIX_JOB, Command.POST_JOB, Command.CLEAR_SPOOL, Command.WITHDRAW)


class Steering:
    """The submissions in hand (`all`, by id), and how they change. `is_halted`: nothing of this run may go on."""

    def __init__(self, ledger: Ledger, spool: Spool, crew: Crew) -> None:
        self._ledger = ledger
        self._spool = spool
        self._crew = crew
        self.all: dict[str, UnderWay] = {}
        self.is_halted = False

    def judge(self, under_way: UnderWay, error: CodedError, decided: Verdict) -> None:
        """Do what the verdict says, where the state still takes it."""
        _log.info("transfer %s code=%s verdict=%s", under_way.submission_id, type(error).code, decided)
        if decided is Verdict.STOP_ALL:
            self.is_halted = True
            for other in self.all.values():
                self.stop(other, error)
                if other.is_given_up:
                    other.agenda = None
            return
        if decided is Verdict.STOP:
            self.stop(under_way, error)
            return
        report = Report.GIVE_UP if decided is Verdict.GIVE_UP else Report.UPLOADS_GONE
        if (under_way.machine.state, report) in TABLE:
            under_way.error = error
            problem = problem_of(error)
            if report is Report.UPLOADS_GONE:
                problem = Problem(UploadGoneError.code)
            self.apply(under_way, report, problem)

    def stop(self, under_way: UnderWay, error: CodedError) -> None:
        """Stop this submission with its place kept; one that is finished or given up stays what it is."""
        if (under_way.machine.state, Report.STOP) in TABLE:
            under_way.error = error
            self.apply(under_way, Report.STOP, problem_of(error))

    def apply(self, under_way: UnderWay, report: Report, problem: Problem | None = None) -> None:
        """Let the machine decide on a report, record and obey. Raises RefusedReportError."""
        machine, commands = transition(under_way.machine, report, problem)
        self._record(under_way, machine, commands)
        self.obey(under_way, machine, commands)

    def apply_file(self, under_way: UnderWay, position: int, report: FileReport) -> None:
        """The same for a report about one file."""
        machine, commands = with_file(under_way.machine, position, report)
        self._record(under_way, machine, commands)
        self.obey(under_way, machine, commands)

    def _record(self, under_way: UnderWay, machine: Submission, commands: tuple[Command, ...]) -> None:
        if Command.FORGET in commands:
            under_way.to_remove.update(self._ledger.forget(under_way.submission_id, machine))
        elif set(commands) <= {Command.WORK} and machine.state.is_under_way:
            under_way.is_unsaved = True
            return
        else:
            self._ledger.save(under_way.submission_id, machine)
        under_way.is_unsaved = False

    def flush(self) -> None:
        """Bring the ledger up to what is known in memory; a few times a second is enough."""
        for under_way in self.all.values():
            if under_way.is_unsaved:
                sent = ((body.body.file_id, under_way.sent_bytes[body.body.file_id]) for body in under_way.all_bodies())
                self._ledger.save(under_way.submission_id, under_way.machine, sent)
                under_way.is_unsaved = False

    def obey(self, under_way: UnderWay, machine: Submission, commands: tuple[Command, ...]) -> None:
        """What the commands ask of the driver itself is put on the agenda; WORK is what the loop does anyway."""
        state_changed = machine.state is not under_way.machine.state
        if state_changed:
            under_way.failures, under_way.due_s, under_way.trouble = Failures(), 0.0, None
        under_way.machine, under_way.has_news = machine, True
        if Command.STOP_WORK in commands:
            for worker in self._crew.workers_on(under_way.submission_id):
                worker.stop()
        due = next((command for command in commands if command in _AGENDA), None)
        if due is not None or state_changed:
            under_way.agenda = due

    def remove_forgotten(self) -> None:
        """Remove bodies that the ledger has forgotten, once no worker has them open (Windows would refuse)."""
        for under_way in self.all.values():
            if under_way.to_remove and not self._crew.workers_on(under_way.submission_id):
                self._spool.remove(under_way.to_remove)
                under_way.to_remove.clear()
