"""Where everything private lives: one class, built once by the face that starts."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


def make_private_folders(folder: Path) -> None:
    """Make `folder` and those above it that are missing, each 0700; what exists stays as it is. Raises OSError.

    `Path.mkdir(mode=…, parents=True)` gives its mode to the last folder only: the ones above would be open to others.
    """
    try:
        folder.mkdir(mode=0o700)
    except FileNotFoundError:
        if folder.parent == folder:
            raise
        make_private_folders(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)  # and if that says the same once more, no folder can be made there
    except OSError:
        if not folder.is_dir():
            raise


class PrivateFolders(NamedTuple):
    """All paths under the private folder. Holds paths only; whoever writes makes folders 0700 and files 0600."""

    home: Path

    @property
    def settings(self) -> Path:
        return self.home / "settings.toml"

    @property
    def vault(self) -> Path:
        """The passphrase vault, used where no OS keyring answers."""
        return self.home / "vault"

    @property
    def secret_store(self) -> Path:
        """Says that this folder's secrets are in the OS keyring, and under which id. Holds no secret."""
        return self.home / "secrets.json"

    @property
    def outbox(self) -> Path:
        """Sealed bodies on their way, and the ledger."""
        return self.home / "outbox"

    @property
    def ledger(self) -> Path:
        return self.outbox / "ledger.sqlite3"

    @property
    def maps(self) -> Path:
        return self.home / "maps"

    @property
    def receipts(self) -> Path:
        return self.home / "receipts"

    @property
    def certificates(self) -> Path:
        return self.home / "certificates"

    @property
    def result_keys(self) -> Path:
        """Each job's own key pair, sealed under the vault key."""
        return self.home / "result-keys"

    @property
    def results(self) -> Path:
        """Sealed results while they are fetched; what is opened goes where the user said."""
        return self.home / "results"

    @property
    def audit_log(self) -> Path:
        return self.home / "audit.log"

    @property
    def logs(self) -> Path:
        return self.home / "logs"

    @property
    def profiles(self) -> Path:
        return self.home / "profiles"
