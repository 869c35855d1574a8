"""An object store as inbox, as the service uses it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol


class ObjectStore(Protocol):
    """The store as the service uses it, with the service's own credentials. Keys are upload ids."""

    def begin(self, key: str) -> None:
        """Begin a multipart upload."""

    def part_url(self, key: str, number: int, sha256: str, seconds: int) -> str:
        """A presigned PUT for one part, with host and checksum (base64) among the signed headers."""

    def complete(self, key: str, etags: Sequence[str]) -> bool:
        """Put the parts together; False where they are not those that lie there."""

    def fetch(self, key: str, target: Path) -> int:
        """Copy the object to `target`; its length."""

    def remove(self, key: str) -> None:
        """Delete the object, or its parts; nothing happens when there is none."""
