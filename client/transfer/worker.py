"""The worker process: takes orders from its pipe, prepares and uploads, and knows neither ledger nor machine.

Never forked from its parent (ADR 0019). It holds no token (it asks the parent for each request), hears no Ctrl-C (the
parent decides) and ends with its parent.
"""

from __future__ import annotations

import contextlib
import os

from client.model.pipes import PipeEnd
from client.secrets.hardening import harden_process, wordless_at_the_end
from client.transfer.driver_lock import FileLock
from client.transfer.errors import WorkerDiedError
from client.transfer.failures import to_failure
from client.transfer.messages import (
    BodyLost,
    Ending,
    Failed,
    Order,
    PrepareOrder,
    Quit,
    Reading,
    Stopped,
    Stored,
    UploadOrder,
    WorkerSetup,
)
from client.transfer.pace import Pace
from client.transfer.pipeline import StopAsked, prepare_and_seal
from client.transfer.spool import Spool, worker_lock_path
from client.transfer.uploading import BodyLostError, BodyUploader
from client.transfer.worker_line import WorkerLine, leave_with_parent

_WAIT_FOR_SLOT_S = 10.0


@wordless_at_the_end
def worker_main(pipe: PipeEnd, setup: WorkerSetup) -> None:
    """The process's entry. Ends it when the parent says Quit; each order ends with exactly one `Ending`."""
    harden_process()
    leave_with_parent()
    line = WorkerLine(pipe)
    lock = FileLock(worker_lock_path(setup.spool_folder, setup.slot))
    has_slot = lock.acquire_within(_WAIT_FOR_SLOT_S)
    with contextlib.ExitStack() as open_inbox:
        worker = _Worker(line, setup, open_inbox)
        while not isinstance(order := line.orders.get(), Quit):
            # Never beside a worker of an earlier driver that still sits on this slot.
            line.send(worker.run(order) if has_slot else Failed(to_failure(WorkerDiedError(times=0))))
    # All that was made is durable and every connection closed. Taking an interpreter with numpy and pysam apart costs
    # a quarter of a second, and whoever sends waits for it.
    os._exit(0)


class _Worker:
    def __init__(self, line: WorkerLine, setup: WorkerSetup, open_inbox: contextlib.ExitStack) -> None:
        self._line = line
        self._setup = setup
        self._spool = Spool(setup.spool_folder)
        self._open_inbox = open_inbox
        self._uploader: BodyUploader | None = None

    def run(self, order: Order) -> Ending:
        try:
            return self._prepare(order) if isinstance(order, PrepareOrder) else self._upload(order)
        except StopAsked:
            return Stopped()
        except BodyLostError:
            return BodyLost()
        except Exception as error:  # noqa: BLE001 - the parent decides what an error means; none may end the worker
            return Failed(to_failure(error))

    def _prepare(self, order: PrepareOrder) -> Ending:
        return prepare_and_seal(
            order,
            self._spool,
            self._setup.slot,
            self._setup.prepare_file,
            self._line.ticker(Reading),
            self._line.check_stop,
        )

    def _upload(self, order: UploadOrder) -> Ending:
        if self._uploader is None:
            inbox = self._open_inbox.enter_context(self._setup.route.open(self._line))
            self._uploader = BodyUploader(inbox, self._line, self._spool, self._setup.retry, Pace(self._line))
        self._uploader.upload(order)
        return Stored()
