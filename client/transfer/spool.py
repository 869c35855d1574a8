"""Sealed bodies on this disk, and the order in which they become durable.

A body is written as `<file_id>.<slot>.part` (the slot of the worker that writes it), fsynced, renamed to
`<file_id>.body`, and the folder is fsynced; only then does the ledger learn of it (the other order could promise bytes
that a power cut takes away). Deleting goes the other way round: first the ledger forgets, then the file goes. So a file
that the ledger does not know is an orphan of a kill in between, and `sweep` removes it. Names are the random public
file id; they say nothing.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from client.model.folders import make_private_folders
from client.model.full_disk import is_disk_full
from client.seal.private_output import replace_file, sync_folder
from client.transfer.errors import OutboxFolderError, OutboxFullError


@contextlib.contextmanager
def as_coded_errors(folder: Path | None = None) -> Iterator[None]:
    """Turn an OSError of the outbox's disk into OutboxFullError or OutboxFolderError (without the path it carries)."""
    try:
        yield
    except OSError as error:
        raise coded_error(error, folder) from None


def coded_error(error: OSError, folder: Path | None) -> OutboxFullError | OutboxFolderError:
    """The error that a face can explain, for an OSError while writing or reading the outbox."""
    if is_disk_full(error):
        return OutboxFullError(free_bytes=free_bytes(folder))
    return OutboxFolderError(errno=error.errno or 0)


def free_bytes(folder: Path | None) -> int:
    """Bytes that this user can still write there; 0 where nobody can say."""
    if folder is None:
        return 0
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0


class Spool:
    """The folder with sealed bodies. All methods raise OutboxFullError or OutboxFolderError where the disk refuses."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def make_folder(self) -> None:
        """Make the folder, private to this user, where it does not exist."""
        with as_coded_errors(self.folder):
            make_private_folders(self.folder)

    def body_path(self, file_id: str) -> Path:
        """Where the finished body lies."""
        return self.folder / f"{file_id}.body"

    def part_path(self, file_id: str, slot: int) -> Path:
        """Where it grows."""
        return self.folder / f"{file_id}.{slot}.part"

    def create_part(self, file_id: str, slot: int) -> BinaryIO:
        """Open a new part file for this user only; never an existing one."""
        with as_coded_errors(self.folder):
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            return os.fdopen(os.open(self.part_path(file_id, slot), flags, 0o600), "wb", buffering=0)

    def publish(self, file_ids: list[str], slot: int) -> None:
        """Rename finished (written and fsynced) parts to bodies and make the names durable."""
        with as_coded_errors(self.folder):
            for file_id in file_ids:
                replace_file(self.part_path(file_id, slot), self.body_path(file_id))
            sync_folder(self.folder)

    def remove(self, file_ids: Iterable[str]) -> None:
        """Remove bodies; missing ones are fine."""
        with as_coded_errors(self.folder):
            for file_id in file_ids:
                self.body_path(file_id).unlink(missing_ok=True)

    def remove_parts(self, slot: int) -> None:
        """Remove what the worker of this slot left half-made. Only itself, or the driver once it has ended."""
        with as_coded_errors(self.folder):
            for path in self.folder.glob(f"*.{slot}.part"):
                path.unlink(missing_ok=True)

    def sweep(self, known_file_ids: set[str]) -> int:
        """Remove every part, and every body that the ledger does not know; returns how many files went.

        Only the driver may call this, with no worker running: a part may be one that is just being written.
        """
        removed = 0
        with as_coded_errors(self.folder):
            for path in self.folder.iterdir():
                is_orphan = path.suffix == ".body" and path.stem not in known_file_ids
                if path.suffix == ".part" or is_orphan:
                    path.unlink(missing_ok=True)
                    removed += 1
        return removed


def worker_lock_path(folder: Path, slot: int) -> Path:
    """The lock that a worker holds for its whole life: a new driver starts no worker beside an old one."""
    return folder / f"worker-{slot}.lock"
