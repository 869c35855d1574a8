"""What the service tells about itself, its jobs and the account's devices, as plain data.

Texts (`name`, `text`) come from outside: show them through `display_text` only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

JOB_STATES = ("waiting", "running", "succeeded", "failed", "cancelled", "deleted")
FINAL_JOB_STATES = ("succeeded", "failed", "cancelled", "deleted")
STEP_STATES = ("waiting", "running", "succeeded", "failed", "cancelled")


@dataclass(frozen=True)
class TransferLimits:
    """What one submission may hold; `max_patch_bytes` is the most one PATCH may carry (None: not said)."""

    max_file_bytes: int
    max_files: int
    max_patch_bytes: int | None


@dataclass(frozen=True)
class ApplicationParameter:
    """A parameter of an application; `values` are the ones it takes (empty: any of the closed grammar)."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Application:
    """What the service can do with a submission."""

    id: str
    name: str
    parameters: tuple[ApplicationParameter, ...]


@dataclass(frozen=True)
class Notice:
    """Something the service wants its users to know (maintenance, an incident)."""

    level: str
    text: str
    until: datetime | None


@dataclass(frozen=True)
class ServiceInfo:
    """The answer of `GET /service`. The signed profile wins over all of it; limits here may only tighten."""

    name: str
    environment: str
    api_version: int
    time: datetime
    limits: TransferLimits
    retention_days: int
    applications: tuple[Application, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True)
class JobMessage:
    """A message of a job's step. `level` is info, warn or error."""

    level: str
    text: str


@dataclass(frozen=True)
class JobStep:
    """One step of a job and how it stands (see STEP_STATES)."""

    name: str
    state: str
    messages: tuple[JobMessage, ...]


@dataclass(frozen=True)
class JobStatus:
    """A job as the service reports it (unsigned: the receipt and the result manifest are what counts)."""

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


@dataclass(frozen=True)
class Device:
    """A workstation that may sign in. `current` is this one."""

    id: str
    name: str
    created_at: datetime
    last_seen_at: datetime | None
    current: bool
