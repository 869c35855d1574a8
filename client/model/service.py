"""What the service tells about itself, its jobs and the account's devices, as plain data.

Texts (`name`, `text`) come from outside: show them through `display_text` only.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

JOB_STATES = ("waiting", "running", "succeeded", "failed", "cancelled", "deleted")
FINAL_JOB_STATES = ("succeeded", "failed", "cancelled", "deleted")
STEP_STATES = ("waiting", "running", "succeeded", "failed", "cancelled")


class TransferLimits(NamedTuple):
    """What one submission may hold; `max_patch_bytes` is the most one PATCH may carry (None: not said)."""

    max_file_bytes: int
    max_files: int
    max_patch_bytes: int | None


class ApplicationParameter(NamedTuple):
    """A parameter of an application; `values` are the ones it takes (empty: any of the closed grammar)."""

    name: str
    values: tuple[str, ...]


class Application(NamedTuple):
    """What the service can do with a submission."""

    id: str
    name: str
    parameters: tuple[ApplicationParameter, ...]


class Notice(NamedTuple):
    """Something the service wants its users to know (maintenance, an incident)."""

    level: str
    text: str
    until: datetime | None


class ServiceInfo(NamedTuple):
    """The answer of `GET /service`. The signed profile wins over all of it; limits here may only tighten."""

    name: str
    environment: str
    time: datetime
    limits: TransferLimits
    retention_days: int
    applications: tuple[Application, ...]
    notices: tuple[Notice, ...]


class JobMessage(NamedTuple):
    """A message of a job's step. `level` is info, warn or error."""

    level: str
    text: str


class JobStep(NamedTuple):
    """One step of a job and how it stands (see STEP_STATES)."""

    name: str
    state: str
    messages: tuple[JobMessage, ...]


class JobStatus(NamedTuple):
    """A job as the service reports it (unsigned: the receipt and the result manifest are what counts).

    `results` are the names it gives, of any form: for showing, never part of a path.
    """

    id: str
    submission_id: str
    state: str
    steps: tuple[JobStep, ...]
    submitted_at: datetime
    finished_at: datetime | None
    delete_after: datetime | None
    results: tuple[str, ...]

    @property
    def is_final(self) -> bool:
        return self.state in FINAL_JOB_STATES


class Device(NamedTuple):
    """A workstation that may sign in. `current` is this one."""

    id: str
    name: str
    created_at: datetime
    last_seen_at: datetime | None
    current: bool
