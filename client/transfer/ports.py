"""What the outbox needs from outside, as Protocols. The use case that sends builds the real ones, tests build fakes."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from client.model.transfer import SentFile, TransferProgress
from client.network.gate import TokenSource
from client.network.inbox import Inbox
from client.seal.keys import PublicKey
from client.transfer.plan import SubmissionPlan

_SCHEMA = 1


class Route(Protocol):
    """How a worker process reaches the inbox: plain data that pickles (origin, pins, CA, proxy) and holds no token."""

    def open(self, tokens: TokenSource) -> AbstractContextManager[Inbox]:
        """Open the inbox for one worker; leaving the block closes its connections."""


@dataclass(frozen=True)
class JobCall:
    """The job call as it was fixed: repeated with exactly these bytes until its answer is kept.

    `body` is what is posted. `manifest` is the sealed manifest inside it; `envelope` the same manifest before sealing
    (signed by the device): it is never sent, and is kept so that the receipt can be compared after a restart.
    """

    submission_id: str
    body: bytes = field(repr=False)
    manifest: bytes = field(repr=False)
    envelope: bytes = field(repr=False)

    def to_json(self) -> bytes:
        """The bytes that are encrypted into the ledger."""
        return json.dumps(
            {
                "schema": _SCHEMA,
                "submission_id": self.submission_id,
                "body": _text(self.body),
                "manifest": _text(self.manifest),
                "envelope": _text(self.envelope),
            }
        ).encode()


def parse_job_call(data: bytes) -> JobCall:
    """Read what `to_json` wrote; raises ValueError, KeyError or TypeError for anything else."""
    value = json.loads(data)
    if value["schema"] != _SCHEMA:
        raise ValueError("schema")
    return JobCall(value["submission_id"], *(_bytes(value[name]) for name in ("body", "manifest", "envelope")))


@dataclass(frozen=True)
class JobAnswer:
    """The service's answer to the job call. `receipt` is a compact JWS that nobody has verified yet."""

    job_id: str
    receipt: str = field(repr=False)


class Desk(Protocol):
    """The service as the outbox sees it, for one profile and one signed-in user.

    Called in the process that runs the outbox, never by a worker. `tokens`, `submit` and `terminate` wait for the
    service and are called on other threads than the rest, also at the same time. Every method may raise the coded
    errors of network, account, institution and jobs; what they mean for the transfer is decided in `verdict.py`.
    """

    @property
    def origin(self) -> str:
        """The profile's origin; a submission queued for another one is not sent."""

    @property
    def environment(self) -> str:
        """The profile's environment (practice, test, production)."""

    @property
    def container(self) -> str:
        """The format of sealed files that the profile asks for; a submission sealed as another is not sent.

        Raises Aes256PolicyError where the workstation does not allow it (any more).
        """

    @property
    def tokens(self) -> TokenSource:
        """Access tokens for the workers, who ask for them through their pipe."""

    def route(self) -> Route:
        """How workers reach the inbox, from the profile as it is now."""

    def recipients(self) -> Sequence[PublicKey]:
        """Whom headers and manifest are sealed to, from the profile as it is now."""

    def build_manifest(self, submission_id: str, plan: SubmissionPlan, files: Sequence[SentFile]) -> bytes:
        """The submission manifest in its signed envelope, not sealed yet. Makes (or finds) the job's result key and
        keeps it durably before it returns."""

    def upload_reference(self, upload: str) -> str:
        """How the job call names an upload, out of the inbox's text for it."""

    def submit(self, call: JobCall) -> JobAnswer:
        """POST /jobs with `call.body`. Asked again after every doubt: the same call gets the same job."""

    def keep_receipt(self, call: JobCall, files: Sequence[SentFile], answer: JobAnswer) -> None:
        """Verify the receipt against `call` and `files` and store it durably; asked again after a kill in between."""

    def terminate(self, upload: str) -> None:
        """Delete an upload. Returns when it is gone, also when it was gone before."""


OnProgress = Callable[[TransferProgress], None]
"""Hears of one submission, on the thread that runs the outbox, at most ten times a second each."""


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
