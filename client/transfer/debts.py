"""Uploads that have to be deleted beside the submissions under way: of a body that was made anew, of a damaged row.

A service that is slow over them holds up nothing: each submission's are one errand, tried once a run. What is not
confirmed stays in the ledger for the next run, and the service answers 404 for what it had deleted all the same.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Collection
from multiprocessing import connection

from client.model.errors import ClientError
from client.transfer.closing import withdraw
from client.transfer.errands import Errand, Errands
from client.transfer.ledger import Ledger
from client.transfer.ports import Desk

_WAIT_FOR_END_S = 2.0


class Debts:
    """Used on the driver's thread."""

    def __init__(self, ledger: Ledger, desk: Desk, errands: Errands) -> None:
        self._ledger = ledger
        self._desk = desk
        self._errands = errands
        self._tried: set[int] = set()
        self._running: set[str] = set()

    def start(self, besides: Collection[str]) -> None:
        """Begin with what is new since the last call; submissions of `besides` see to their own withdrawals."""
        for submission_id in self._ledger.submissions_with_withdrawals():
            if submission_id not in besides and submission_id not in self._running:
                self._start(submission_id)

    def settle(self) -> None:
        """Wait a moment for what still runs, so that a run's own debts are mostly paid when it ends."""
        deadline = time.monotonic() + _WAIT_FOR_END_S
        while self._running and (left_s := deadline - time.monotonic()) > 0:
            connection.wait([self._errands.wake], left_s)
            self._errands.hear()

    def _start(self, submission_id: str) -> None:
        owed = [item for item in self._ledger.withdrawals(submission_id) if item.number not in self._tried]
        if not owed:
            return
        self._tried.update(item.number for item in owed)
        self._running.add(submission_id)

        def confirmed(number: int) -> None:
            self._errands.tell(lambda: self._ledger.save_withdrawn(number))

        def ended(errand: Errand[None]) -> None:
            self._running.discard(submission_id)
            with contextlib.suppress(ClientError):
                errand.result()

        self._errands.start(f"debts {submission_id}", lambda: withdraw(owed, self._desk, confirmed), ended)
