"""Places for secrets in tests: a keyring in memory that can misbehave, a passphrase and its file."""

from __future__ import annotations

from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

PASSPHRASE = b"a vault passphrase"


class FakeKeyring(KeyringBackend):
    """A keyring in memory that can misbehave."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[tuple[str, str], str] = {}
        self.raises: Exception | None = None
        self.forgets = False

    def get_password(self, service: str, username: str) -> str | None:
        self._maybe_raise()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._maybe_raise()
        if not self.forgets:
            self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._maybe_raise()
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError("none")

    def _maybe_raise(self) -> None:
        if self.raises is not None:
            raise self.raises


def password_file(folder: Path, content: bytes = PASSPHRASE + b"\n", mode: int = 0o600) -> Path:
    path = folder / "passphrase"
    path.write_bytes(content)
    path.chmod(mode)
    return path


BARE_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""
