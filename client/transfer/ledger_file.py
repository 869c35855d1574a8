"""A SQLite file under the vault key: opening, the check that the key is its own, and encrypted columns."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from client.seal.at_rest import open_at_rest, seal_at_rest
from client.seal.errors import AtRestError
from client.transfer.errors import OtherVaultKeyError
from client.transfer.ledger_schema import coded_database_errors, open_database, transaction

LEDGER, FILE_KEY, UPLOAD = "ledger", "file key", "upload"
"""What a column's key is derived for."""


class SealedDatabase:
    """Opening raises what `open_database` does, and OtherVaultKeyError under another vault key (nothing is touched)."""

    def __init__(self, path: Path, vault_key: bytes) -> None:
        self._vault_key = vault_key
        self._folder = path.parent
        self._database = open_database(path)
        try:
            self._require_own_key()
        except BaseException:
            self._database.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; it cannot be used afterwards."""
        self._database.close()

    def _require_own_key(self) -> None:
        rows = self._rows("SELECT value FROM meta WHERE name = 'key check'")
        if not rows:
            with self._commit():
                self._database.execute(
                    "INSERT OR IGNORE INTO meta (name, value) VALUES ('key check', ?)",
                    (self._seal(LEDGER, "key check", b"genoseal"),),
                )
            return
        try:
            self._open(LEDGER, "key check", rows[0][0])
        except (AtRestError, TypeError):
            raise OtherVaultKeyError from None

    def _seal(self, purpose: str, item_id: str, plaintext: bytes) -> bytes:
        return seal_at_rest(self._vault_key, purpose, item_id, plaintext)

    def _open(self, purpose: str, item_id: str, sealed: bytes) -> bytes:
        return open_at_rest(self._vault_key, purpose, item_id, sealed)

    def _rows(self, statement: str, *values: str | int) -> list[tuple[Any, ...]]:
        with coded_database_errors(self._folder):
            return self._database.execute(statement, values).fetchall()

    @contextlib.contextmanager
    def _commit(self) -> Iterator[None]:
        try:
            with coded_database_errors(self._folder), transaction(self._database):
                yield
        except BaseException:
            self._rolled_back()
            raise

    def _rolled_back(self) -> None:
        """Called after a transaction that did not happen."""
