"""What workers say, turned into reports for the machine, rows in the ledger and answers."""

from __future__ import annotations

import logging
import time

from client.model.errors import ClientError
from client.transfer.crew import Worker
from client.transfer.errands import Errands
from client.transfer.errors import WorkerDiedError
from client.transfer.failures import problem_of, to_error, to_failure
from client.transfer.ledger import Ledger
from client.transfer.ledger_records import BodyRecord
from client.transfer.machine import FileReport, with_file
from client.transfer.messages import (
    BodyLost,
    BodyStored,
    Failed,
    FromWorker,
    NeedToken,
    Reading,
    Recorded,
    Sealed,
    Sending,
    Stopped,
    Stored,
    TokenGiven,
    TokenRefused,
    UploadMade,
    Waiting,
)
from client.transfer.ports import Desk
from client.transfer.steering import Steering
from client.transfer.under_way import UnderWay
from client.transfer.verdict import verdict

_log = logging.getLogger(__name__)

_MOST_STRIKES = 3
_ABOUT_THE_FILE = (3, 4)  # exit codes: the input needs the user, the recheck failed
_LEAST_BETWEEN_NOTES_S = 2.0


class Hearing:
    """Hears one message at a time, on the driver's thread."""

    def __init__(self, ledger: Ledger, desk: Desk, steering: Steering, errands: Errands) -> None:
        self._ledger = ledger
        self._desk = desk
        self._steering = steering
        self._errands = errands

    def hear(self, worker: Worker, message: FromWorker | None) -> None:
        if worker.order is None:
            return
        under_way, position = self._steering.all[worker.order.submission_id], worker.order.position
        if isinstance(message, Reading):
            under_way.read_bytes[position] = message.read_bytes
            under_way.has_news = True
        elif isinstance(message, Sending):
            self._hear_sending(under_way, position, message)
        elif isinstance(message, Waiting):
            under_way.trouble, under_way.has_news = problem_of(to_error(message.failure)), True
        elif isinstance(message, NeedToken):
            self._answer_token(worker, message)
        elif isinstance(message, UploadMade):
            self._hear_upload(under_way, position, worker, message)
        elif isinstance(message, BodyStored):
            sent_bytes = next(
                b.body.body_bytes for b in under_way.bodies(position) if b.body.file_id == message.file_id
            )
            under_way.sent_bytes[message.file_id] = sent_bytes
            under_way.has_news = True
        else:
            self._hear_ending(under_way, position, message)

    def _hear_sending(self, under_way: UnderWay, position: int, message: Sending) -> None:
        if message.sent_bytes > under_way.sent_bytes.get(message.file_id, 0):
            under_way.strikes.pop(position, None)
            under_way.trouble = None
        under_way.sent_bytes[message.file_id] = message.sent_bytes
        under_way.has_news = True
        now_s = time.monotonic()
        if now_s - under_way.noted_s >= _LEAST_BETWEEN_NOTES_S:
            # For who looks from another process: of one large file nothing else would be written for hours.
            under_way.noted_s, under_way.is_unsaved = now_s, True

    def _answer_token(self, worker: Worker, message: NeedToken) -> None:
        """As an errand: a token that runs out is renewed at the service, and only who asks for it has to wait."""

        def answer() -> None:
            tokens = self._desk.tokens
            try:
                token = tokens.access_token() if message.stale is None else tokens.renew(message.stale)
            except ClientError as error:
                worker.say(TokenRefused(message.question, to_failure(error)))
            else:
                worker.say(TokenGiven(message.question, token))

        # Not by its slot: a worker that died there may have asked a question of the same number, still unanswered.
        self._errands.start(f"token {id(worker)} {message.question}", answer, lambda errand: errand.result())

    def _hear_upload(self, under_way: UnderWay, position: int, worker: Worker, message: UploadMade) -> None:
        if under_way.is_given_up:
            # Made in the moment of giving up: it is owed a deletion like the others.
            self._ledger.add_withdrawal(under_way.submission_id, message.file_id, message.upload)
            return
        self._ledger.save_upload(message.file_id, message.upload)
        under_way.set_upload(position, message.file_id, message.upload)
        worker.say(Recorded(message.question))

    def _hear_ending(self, under_way: UnderWay, position: int, message: FromWorker | None) -> None:
        if isinstance(message, Sealed):
            self._hear_sealed(under_way, position, message)
        elif isinstance(message, Stored):
            self._steering.apply_file(under_way, position, FileReport.STORED)
        elif isinstance(message, BodyLost):
            self._hear_body_lost(under_way, position)
        else:
            self._steering.apply_file(under_way, position, FileReport.INTERRUPTED)
            under_way.read_bytes.pop(position, None)
            if isinstance(message, Failed):
                error = to_error(message.failure)
                _log.warning("transfer failed code=%s frames=%s", message.failure.code, message.failure.frames)
                if error.exit_code in _ABOUT_THE_FILE:
                    under_way.stopped_by = position
                self._steering.judge(under_way, error, verdict(error))
            elif not isinstance(message, Stopped):
                self._strike(under_way, position)

    def _hear_sealed(self, under_way: UnderWay, position: int, message: Sealed) -> None:
        if under_way.is_given_up:
            under_way.to_remove.update(body.file_id for body, _ in message.bodies)
            return
        report = FileReport.SEALED if message.bodies else FileReport.LEFT_OUT
        machine, commands = with_file(under_way.machine, position, report)
        self._ledger.save_sealed(under_way.submission_id, position, machine, message.bodies, message.report)
        under_way.sealed_here.update(body.file_id for body, _ in message.bodies)
        under_way.set_bodies(position, tuple(BodyRecord(body) for body, _ in message.bodies), message.report)
        under_way.strikes.pop(position, None)
        self._steering.obey(under_way, machine, commands)

    def _hear_body_lost(self, under_way: UnderWay, position: int) -> None:
        """The sealed copy is gone or damaged: the same source is prepared again, under a new key."""
        if under_way.is_given_up:
            return
        machine, commands = with_file(under_way.machine, position, FileReport.BODY_LOST)
        under_way.to_remove.update(self._ledger.forget_file(under_way.submission_id, position, machine))
        under_way.set_bodies(position, (), None)
        self._steering.obey(under_way, machine, commands)
        self._strike(under_way, position)

    def _strike(self, under_way: UnderWay, position: int) -> None:
        strikes = under_way.strikes[position] = under_way.strikes.get(position, 0) + 1
        if strikes >= _MOST_STRIKES and under_way.machine.state.is_under_way:
            self._steering.stop(under_way, WorkerDiedError(times=strikes))
