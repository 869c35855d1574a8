"""Pause, resume and cancel for a submission that nobody drives at the moment: machine, ledger, spool; no network."""

from __future__ import annotations

from client.model.transfer import TransferState
from client.transfer.errors import RowDamagedError, TooLateError
from client.transfer.ledger import Ledger
from client.transfer.machine import Command, RefusedReportError, Report, after_interruption, transition
from client.transfer.spool import Spool


def require_possible(ledger: Ledger, submission_id: str, wish: Report) -> None:
    """Raise TooLateError where the wish does not fit the state; RowDamagedError unless a damaged one is cancelled."""
    try:
        machine = ledger.load(submission_id).machine
    except RowDamagedError:
        if wish not in (Report.CANCEL, Report.ABANDON):
            raise
        return
    try:
        transition(machine, wish)
    except RefusedReportError:
        raise TooLateError(state=machine.state) from None


def fulfil_wish(ledger: Ledger, spool: Spool, submission_id: str, wish: Report) -> None:
    """Do what was wished. Only under the outbox's lock, with no worker on the submission.

    A cancelled submission that has nothing at the service is `cancelled` at once, any other `cancelling` until a run
    has withdrawn what was uploaded. Raises TooLateError.
    """
    try:
        machine = after_interruption(ledger.load(submission_id).machine)
    except RowDamagedError:
        if wish in (Report.CANCEL, Report.ABANDON):
            spool.remove(ledger.cancel_damaged(submission_id))
            ledger.finish_damaged()
        return
    try:
        machine, commands = transition(machine, wish)
    except RefusedReportError:
        raise TooLateError(state=machine.state) from None
    if Command.FORGET in commands:
        spool.remove(ledger.forget(submission_id, machine))
    else:
        # A `go` that came as the driver let go: the next run takes it up.
        ledger.save(submission_id, machine)
    if machine.state is TransferState.CANCELLING and not ledger.withdrawals(submission_id):
        machine, _ = transition(machine, Report.WITHDRAWN)
        ledger.save(submission_id, machine)
