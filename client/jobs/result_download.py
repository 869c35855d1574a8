"""Brings one sealed result here: ranged, bounded, resumed after a break, and compared with the signed hash."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

from client.jobs.errors import ResultHashError, ResultLengthError, ResultPlaceError, ResultStoppedError
from client.model.errors import ClientError
from client.model.folders import make_private_folders
from client.model.full_disk import is_disk_full
from client.model.job import ResultEntry
from client.network.errors import UnreachableError
from client.network.retry import NextStep, RetryPolicy, next_step

_POLICY = RetryPolicy(max_attempts=6, longest_wait_s=30.0)
_PIECE_BYTES = 1024 * 1024
_NAP_S = 0.25


class ResultStream(Protocol):
    """An answer being read: where its bytes start, how long the whole is, and the bytes as they come."""

    @property
    def offset(self) -> int: ...

    @property
    def total_bytes(self) -> int | None: ...

    @property
    def chunks(self) -> Iterator[bytes]: ...


class ResultSource(Protocol):
    """Where results come from: `client.network.service.ServiceApi`."""

    def result_manifest(self, job_id: str, /) -> str: ...

    def open_result(self, job_id: str, name: str, offset: int = 0, /) -> AbstractContextManager[ResultStream]: ...


@dataclass(frozen=True)
class Download:
    """Fetches results of one job into `spool`. `wait` sleeps, `random_number` gives jitter (fakes in tests).

    `progress` hears the bytes that are here, `should_stop` is asked between pieces and while waiting.
    """

    source: ResultSource
    job: str
    spool: Path = field(repr=False)
    progress: Callable[[str, int, int], None] = lambda name, received_bytes, sealed_bytes: None
    should_stop: Callable[[], bool] = lambda: False
    wait: Callable[[float], None] = time.sleep
    random_number: Callable[[], float] = random.random

    def fetch(self, entry: ResultEntry) -> Path:
        """The sealed result as a file (0600), its bytes those that the service signed.

        A part that is here from an earlier attempt is continued; the file is named by its hash, so that bytes of
        another result never mix in. Raises ResultLengthError and ResultHashError (nothing is kept then),
        ResultStoppedError and network errors (the part is kept), ResultPlaceError.
        """
        path = self.spool / f"{entry.sealed_sha256}.part"
        with _place_errors():
            make_private_folders(self.spool)
            try:
                with _open_part(path) as part:
                    self._fill(part, entry)
                    _require_hash(part, entry)
                    os.fsync(part.fileno())
            except (ResultLengthError, ResultHashError):
                path.unlink(missing_ok=True)  # closed by now: Windows removes nothing that is open
                raise
        return path

    def _fill(self, part: BinaryIO, entry: ResultEntry) -> None:
        received = part.seek(0, os.SEEK_END)
        if received > entry.sealed_bytes:
            received = part.truncate(0)
        attempt = 0
        while received < entry.sealed_bytes:
            before = received
            try:
                self._receive(part, entry, received)
                failure: ClientError = UnreachableError(reason="closed")
            except ResultLengthError:
                raise
            except ClientError as error:
                failure = error
            received = part.seek(0, os.SEEK_END)
            attempt = 1 if received > before else attempt + 1
            if received < entry.sealed_bytes:
                decision = next_step(failure, attempt, jitter=self.random_number(), policy=_POLICY)
                if decision.step is not NextStep.ASK_AND_GO_ON:
                    raise failure
                self._pause(decision.wait_s)

    def _receive(self, part: BinaryIO, entry: ResultEntry, offset: int) -> None:
        """Read one answer to its end, never a byte more than was signed."""
        self._require_going_on()
        with self.source.open_result(self.job, entry.name, offset) as stream:
            total = stream.total_bytes
            if (total is not None and total != entry.sealed_bytes) or stream.offset not in (0, offset):
                raise ResultLengthError(expected_bytes=entry.sealed_bytes, received_bytes=total or 0)
            received = part.seek(stream.offset)
            part.truncate()
            for chunk in stream.chunks:
                received += len(chunk)
                if received > entry.sealed_bytes:
                    raise ResultLengthError(expected_bytes=entry.sealed_bytes, received_bytes=received)
                part.write(chunk)
                self.progress(entry.name, received, entry.sealed_bytes)
                self._require_going_on()

    def _pause(self, wait_s: float) -> None:
        while wait_s > 0:
            self._require_going_on()
            nap_s = min(_NAP_S, wait_s)
            self.wait(nap_s)
            wait_s -= nap_s

    def _require_going_on(self) -> None:
        if self.should_stop():
            raise ResultStoppedError


@contextlib.contextmanager
def _open_part(path: Path) -> Iterator[BinaryIO]:
    flags = os.O_RDWR | os.O_CREAT
    for name in ("O_CLOEXEC", "O_NOFOLLOW", "O_BINARY"):
        flags |= getattr(os, name, 0)
    # Unbuffered: what `seek` says is what the disk has, also after a break in the middle.
    with os.fdopen(os.open(path, flags, 0o600), "r+b", buffering=0) as part:
        yield part


def _require_hash(part: BinaryIO, entry: ResultEntry) -> None:
    part.seek(0)
    digest = hashlib.sha256()
    while piece := part.read(_PIECE_BYTES):
        digest.update(piece)
    if digest.hexdigest() != entry.sealed_sha256:
        raise ResultHashError


@contextlib.contextmanager
def _place_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        code = errno.ENOSPC if is_disk_full(error) else error.errno or 0
        reason = "link" if code == errno.ELOOP else errno.errorcode.get(code, "OTHER")
        raise ResultPlaceError(reason=reason) from None
