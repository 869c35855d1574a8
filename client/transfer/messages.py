"""What parent and worker say to each other through their one pipe: frozen dataclasses, both ways.

Secrets (map, policy, upload addresses, tokens, file keys) travel only here, never by argument or environment, and none
of them shows in a `repr`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from client.model.errors import Fact
from client.network.retry import RetryPolicy
from client.seal.container import FileKey
from client.seal.file_formats import GSEAL
from client.transfer.plan import SealedBody, SourceFile
from client.transfer.ports import Route

if TYPE_CHECKING:
    from prep.findings import Finding

# ---- parent to worker ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PrepareOrder:
    """Prepare, recheck and seal one source into the spool. `position` counts from 0 within the submission."""

    submission_id: str
    position: int
    source: SourceFile
    policy_toml: bytes = field(repr=False)
    limits_toml: bytes = field(repr=False)
    limits_service: str
    build: str | None
    pseudonym_map: bytes = field(repr=False)
    container: str = GSEAL
    site_list: SourceFile | None = field(repr=False, default=None)
    approved: Mapping[str, str] | None = field(repr=False, default=None)
    """SHA-256 of what may leave, by chromosome; None: whatever passes the recheck."""
    is_whole_job: bool = True
    """False where the submission has other sources: some limits hold for all of them together."""


@dataclass(frozen=True)
class BodyOrder:
    """One body to upload. `upload` None: not created yet."""

    file_id: str
    body_bytes: int
    body_sha256: str
    upload: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class UploadOrder:
    """Upload the bodies of one file, one after the other.

    `check_bodies`: sealed in an earlier run, so that the bytes on disk are compared with their hash first.
    `renew_lost`: the user has agreed to new uploads where the service no longer has one.
    """

    submission_id: str
    position: int
    bodies: tuple[BodyOrder, ...]
    check_bodies: bool = False
    renew_lost: bool = False


Order = PrepareOrder | UploadOrder


@dataclass(frozen=True)
class Stop:
    """Leave the present order as soon as possible, keeping what is durable."""


@dataclass(frozen=True)
class Recorded:
    """The upload's address is in the ledger: bytes may go."""

    question: int


@dataclass(frozen=True)
class TokenGiven:
    """An access token."""

    question: int
    token: str = field(repr=False)


@dataclass(frozen=True)
class TokenRefused:
    """There is no token to be had: the error behind it."""

    question: int
    failure: Failure


@dataclass(frozen=True)
class Rate:
    """From now on at most so many bytes a second, above 0 (None: as fast as it goes)."""

    bytes_per_s: float | None


@dataclass(frozen=True)
class Quit:
    """End when the present order is done or stopped."""


ToWorker = PrepareOrder | UploadOrder | Stop | Recorded | TokenGiven | TokenRefused | Rate | Quit

# ---- worker to parent ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Failure:
    """An error as it crosses the pipe: its code and facts, and the findings where there are some.

    `findings` may hold examples from the input: for this computer's screen only.
    """

    code: str
    facts: dict[str, Fact] = field(default_factory=dict)
    findings: tuple[Finding, ...] = field(default=(), repr=False)
    frames: tuple[str, ...] = ()
    """Own frames (`module:line`) of an error that nobody foresaw; never its text, which may hold anything."""


@dataclass(frozen=True)
class Reading:
    """Progress of preparing: bytes of the source read so far."""

    read_bytes: int


@dataclass(frozen=True)
class Sending:
    """Progress of an upload: bytes of one body that are at the service or on the line."""

    file_id: str
    sent_bytes: int


@dataclass(frozen=True)
class Waiting:
    """The line or the service is in trouble: next try in `seconds`."""

    seconds: float
    failure: Failure


@dataclass(frozen=True)
class NeedToken:
    """Answered by TokenGiven or TokenRefused. `stale` is the token that the service refused."""

    question: int
    stale: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class UploadMade:
    """An upload exists, empty or at a new address. Answered by Recorded before the worker goes on."""

    question: int
    file_id: str
    upload: str = field(repr=False)


@dataclass(frozen=True)
class BodyStored:
    """The service has every byte of this body."""

    file_id: str


@dataclass(frozen=True)
class Sealed:
    """End of a PrepareOrder: bodies lie in the spool under their final names. None at all: everything was left out."""

    bodies: tuple[tuple[SealedBody, FileKey], ...] = field(repr=False)
    report: bytes = field(repr=False)


@dataclass(frozen=True)
class Stored:
    """End of an UploadOrder: all its bodies are at the service."""


@dataclass(frozen=True)
class Stopped:
    """End of an order that was told to stop."""


@dataclass(frozen=True)
class BodyLost:
    """End of an UploadOrder: a body in the spool is gone or not what it was."""


@dataclass(frozen=True)
class Failed:
    """End of an order by an error. Nothing half-made is left in the spool."""

    failure: Failure


Answer = Recorded | TokenGiven | TokenRefused
"""Answers carry the number of their question: one that was left by a stop may still be answered later."""
Ending = Sealed | Stored | Stopped | BodyLost | Failed
FromWorker = Reading | Sending | Waiting | NeedToken | UploadMade | BodyStored | Ending

# ---- what a worker is made of -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PreparedOutput:
    """One prepared file, as the bytes that went into its sink. `chromosome` as in the manifest (`20`, `X`)."""

    file_name: str
    chromosome: str
    prepared_sha256: str


@dataclass(frozen=True)
class Prepared:
    """What preparing one source gave; `report` is JSON for the reports of the whole submission."""

    outputs: tuple[PreparedOutput, ...]
    report: bytes = field(repr=False)


OpenSink = Callable[[str], BinaryIO]
"""Opens the sink for one output, by its generated file name."""
PrepareFile = Callable[[PrepareOrder, OpenSink, Callable[[int], None]], Prepared]
"""Prepares and rechecks one source; returns only when the recheck has passed over every byte it wrote. A module-level
function: it is named to the worker, not sent."""


@dataclass(frozen=True)
class WorkerSetup:
    """Given to a worker once, at its start."""

    slot: int
    spool_folder: Path = field(repr=False)
    route: Route = field(repr=False)
    prepare_file: PrepareFile
    retry: RetryPolicy = field(default_factory=RetryPolicy)
