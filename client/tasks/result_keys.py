"""The keys that results are sealed to, one pair for each job: keep, back up, bring over."""

from __future__ import annotations

from pathlib import Path

from client.jobs.errors import KeyBackupError, KeyBackupExistsError
from client.jobs.result_keys import ImportedKeys, ResultKeyStore
from client.tasks.errors import about
from client.tasks.places import require_file, require_output
from client.tasks.workplace import Workplace


def export_result_keys(workplace: Workplace, out: Path, passphrase: bytes, *, force: bool = False) -> int:
    """Back up all keys that results are sealed to, under a passphrase; returns how many."""
    require_output(out, force=force, sources=workplace.folders.result_keys.glob("*.key"))
    try:
        count = result_key_store(workplace).export(out, passphrase, force)
    except KeyBackupExistsError as error:
        raise about(error, out) from error
    workplace.note("keys.exported", keys=count)
    return count


def import_result_keys(workplace: Workplace, file: Path, passphrase: bytes) -> ImportedKeys:
    """Bring a backup of result keys here; keys that are here already stay as they are."""
    require_file(file)
    try:
        imported = result_key_store(workplace).import_backup(file, passphrase)
    except KeyBackupError as error:
        raise about(error, file) from error
    workplace.note("keys.imported", keys=imported.added)
    return imported


def result_key_store(workplace: Workplace) -> ResultKeyStore:
    """The keys that results are sealed to, one pair for each job."""
    return ResultKeyStore(workplace.folders.result_keys, workplace.vault_key, workplace.clock)
