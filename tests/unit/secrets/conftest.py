"""A passphrase costs little here."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def cheap_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """64 KiB instead of 64 MiB for what this process writes; reading follows the file's own numbers."""
    monkeypatch.setattr("client.seal.passphrase.MEMORY_KIB", 64)
