"""What the ledger's rows hold, and how the encrypted parts of them are written."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from client.model.errors import Fact
from client.model.transfer import FileState, Problem, TransferState
from client.transfer.errors import RowDamagedError
from client.transfer.machine import Submission
from client.transfer.plan import SealedBody, SourceFile, SubmissionPlan

_SEALED = (FileState.SEALED, FileState.UPLOADING, FileState.STORED)
_NEEDS_BODIES = (
    TransferState.WAITING,
    TransferState.PREPARING,
    TransferState.UPLOADING,
    TransferState.STORED,
    TransferState.SUBMITTING,
    TransferState.PAUSED,
    TransferState.NEEDS_YOU,
)
"""Before the job exists and before anything was given up: what was sealed has to be there."""


@dataclass(frozen=True)
class BodyRecord:
    """A sealed body and where it goes. `upload` is the address at the service, None before it was created."""

    body: SealedBody
    upload: str | None = field(default=None, repr=False)
    sent_bytes: int = 0
    siblings: int | None = None
    """How many bodies its source has, itself counted; None in rows from before that was kept."""


@dataclass(frozen=True)
class FileRecord:
    """One source and its bodies. `report` is what preparing it said (JSON), None before."""

    source: SourceFile
    bodies: tuple[BodyRecord, ...] = ()
    report: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True)
class SubmissionRecord:
    """All that is known of a submission but its keys."""

    submission_id: str
    created_at: str
    plan: SubmissionPlan
    machine: Submission
    files: tuple[FileRecord, ...]
    job_id: str | None = None
    receipt: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Withdrawal:
    """An upload that has to be deleted at the service."""

    number: int
    upload: str = field(repr=False)


def problem_json(problem: Problem | None) -> str | None:
    """The text of a problem column."""
    return None if problem is None else json.dumps({"code": problem.code, "facts": problem.facts})


def body_json(body: SealedBody, siblings: int) -> bytes:
    """The plaintext of a body's facts."""
    return json.dumps({**body._asdict(), "siblings": siblings}).encode()


def parse_body(data: bytes) -> tuple[SealedBody, int | None]:
    """Read what `body_json` wrote; raises ValueError or TypeError for anything else."""
    value = json.loads(data)
    siblings = value.pop("siblings", None)
    return SealedBody(**value), siblings


def require_bodies(machine: Submission, files: Sequence[FileRecord]) -> None:
    """Raise RowDamagedError where a body is missing: a job without it would look whole and lack a chromosome."""
    if machine.state not in _NEEDS_BODIES:
        return
    for state, file in zip(machine.files, files, strict=True):
        is_missing = state in _SEALED and not file.bodies
        if is_missing or any(body.siblings not in (None, len(file.bodies)) for body in file.bodies):
            raise RowDamagedError


def source_json(source: SourceFile) -> bytes:
    """The plaintext of a source column."""
    # As bytes: a file name on POSIX need not be text.
    path = os.fsencode(source.path).hex()
    return json.dumps({"path": path, "bytes": source.source_bytes, "modified_ns": source.modified_ns}).encode()


def parse_source(data: bytes) -> SourceFile:
    """Read what `source_json` wrote; raises ValueError, KeyError or TypeError for anything else."""
    value = json.loads(data)
    return SourceFile(Path(os.fsdecode(bytes.fromhex(value["path"]))), value["bytes"], value["modified_ns"])


def parse_problem(text: str | None) -> Problem | None:
    """Read what `problem_json` wrote; raises ValueError, KeyError or TypeError for anything else."""
    if text is None:
        return None
    value = json.loads(text)
    facts: dict[str, Fact] = dict(value["facts"])
    return Problem(str(value["code"]), facts)
