"""Uploads the sealed bodies of one file from the spool, from wherever the service says it stands."""

from __future__ import annotations

import hashlib
import io
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from client.model.errors import ClientError
from client.network.errors import UploadGoneError
from client.network.inbox import Inbox
from client.network.retry import Failures, NextStep, RetryPolicy, next_step
from client.network.sending import BodySender
from client.transfer.failures import to_failure
from client.transfer.messages import BodyOrder, BodyStored, Sending, UploadOrder, Waiting
from client.transfer.pace import Pace
from client.transfer.pipeline import StopAsked
from client.transfer.spool import Spool, as_coded_errors
from client.transfer.worker_line import WorkerLine

_HASH_BYTES = 1024 * 1024


class BodyLostError(Exception):
    """A body in the spool is gone, shorter, longer, or not what was sealed. It stays inside the worker."""


class _BodyFile(io.FileIO):
    """A body under upload. A disk that fails while it is read must not look like a network that fails."""

    def read(self, size: int | None = -1, /) -> bytes:
        with as_coded_errors():
            return super().read(-1 if size is None else size)


@dataclass
class BodyUploader:
    """Sends bodies to one inbox, telling the parent each address before bytes go there."""

    inbox: Inbox
    line: WorkerLine
    spool: Spool
    retry: RetryPolicy
    pace: Pace

    def upload(self, order: UploadOrder) -> None:
        """Return when the service has every byte. Raises StopAsked, BodyLostError and the inbox's coded errors."""
        for body in order.bodies:
            self.line.check_stop()
            with _open_body(self.spool.body_path(body.file_id), body) as source:
                if order.check_bodies:
                    self._require_same_bytes(source, body)
                self._send(body, source, order.renew_lost)
            self.line.send(BodyStored(body.file_id))

    def _send(self, body: BodyOrder, source: BinaryIO, renew_lost: bool) -> None:
        if body.upload is None:
            self._append(body, source, self._create(body), 0)
            return
        try:
            self._append(body, source, body.upload, None)
        except UploadGoneError:
            if not renew_lost:
                raise
            self._append(body, source, self._create(body), 0)

    def _append(self, body: BodyOrder, source: BinaryIO, upload: str, offset: int | None) -> None:
        sender = BodySender(
            self.inbox,
            self.retry,
            on_wait=lambda seconds, error: self.line.send(Waiting(seconds, to_failure(error))),
            on_upload=lambda text: self.line.record_upload(body.file_id, text),
        )
        outcome = sender.append_from(
            upload,
            source,
            body.body_bytes,
            offset=offset,
            progress=self.line.ticker(lambda sent_bytes: Sending(body.file_id, sent_bytes)),
            should_stop=self.line.should_stop,
            before_piece=self.pace.before_piece,
        )
        if not outcome.finished:
            raise StopAsked

    def _create(self, body: BodyOrder) -> str:
        """Make the upload and have its address recorded. One whose answer was lost stays empty and expires."""
        upload = self._with_retry(lambda: self.inbox.create(body.body_bytes, body.file_id))
        self.line.record_upload(body.file_id, upload)
        return upload

    def _with_retry(self, call: Callable[[], str]) -> str:
        failures = Failures()
        while True:
            self.line.check_stop()
            try:
                return call()
            except ClientError as error:
                attempt = failures.count(error)
                decision = next_step(error, attempt, jitter=random.random(), policy=self.retry)  # noqa: S311 - jitter
                if decision.step in {NextStep.STOP, NextStep.NEW_UPLOAD, NextStep.SMALLER}:
                    raise
                self.line.send(Waiting(decision.wait_s, to_failure(error)))
                self.line.nap(decision.wait_s)

    def _require_same_bytes(self, source: BinaryIO, body: BodyOrder) -> None:
        digest = hashlib.sha256()
        while piece := source.read(_HASH_BYTES):
            self.line.check_stop()
            digest.update(piece)
        if digest.hexdigest() != body.body_sha256:
            raise BodyLostError


def _open_body(path: Path, body: BodyOrder) -> BinaryIO:
    with as_coded_errors():
        try:
            source = _BodyFile(path, "rb")
        except FileNotFoundError:
            raise BodyLostError from None
        if source.seek(0, io.SEEK_END) != body.body_bytes:
            source.close()
            raise BodyLostError
        source.seek(0)
        return cast(BinaryIO, source)
