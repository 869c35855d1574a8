"""What every call of the service shares: settings, clock, database, keys, folders."""

from __future__ import annotations

import hashlib
import logging
import secrets
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from client.model.clock import Clock, format_time
from practice.database import Database
from practice.settings import PracticeSettings
from practice.signing import ServiceKeys

ENVIRONMENT = "practice"
"""In profile, manifest, receipt and certificate: what was practice can never pass for production."""


class DataFolders(NamedTuple):
    """Where the service keeps its things: its database, sealed bytes and its own keys, and nothing else."""

    home: Path

    @property
    def database(self) -> Path:
        return self.home / "practice.sqlite3"

    @property
    def uploads(self) -> Path:
        return self.home / "uploads"

    @property
    def results(self) -> Path:
        return self.home / "results"

    @property
    def keys(self) -> Path:
        return self.home / "keys"

    @property
    def logs(self) -> Path:
        return self.home / "logs"

    def upload(self, upload_id: str) -> Path:
        return self.uploads / upload_id

    def result(self, job_id: str, position: int) -> Path:
        return self.results / job_id / f"{position:04d}"


@dataclass
class PracticeCore:
    """Built once at start. `origin` is known when the port is."""

    settings: PracticeSettings
    clock: Clock
    folders: DataFolders
    database: Database
    keys: ServiceKeys
    origin: str
    jobs_changed: threading.Condition = field(default_factory=threading.Condition)
    """Notified when a job is added, cancelled or let go, and at the end."""
    stopping: threading.Event = field(default_factory=threading.Event)
    logger: logging.Logger = field(default_factory=lambda: logging.Logger("genoseal.practice"))
    """Of this service alone: two services in one process keep two logs."""

    def now_text(self) -> str:
        return format_time(self.clock())

    def now_s(self) -> float:
        return self.clock().timestamp()


def text_of_seconds(moment_s: float) -> str:
    """A moment kept as seconds since 1970, as it is sent."""
    return format_time(datetime.fromtimestamp(moment_s, UTC))


def new_id() -> str:
    """128 random bits that nobody can guess, fit for a URL."""
    return secrets.token_hex(16)


def new_secret() -> str:
    """256 random bits: tickets and refresh tokens. Only their hash is kept."""
    return secrets.token_urlsafe(32)


def hash_secret(secret: str) -> str:
    """SHA-256, hexadecimal. Enough for random secrets of 80 bits and more; passwords use Argon2id instead."""
    return hashlib.sha256(secret.encode()).hexdigest()
