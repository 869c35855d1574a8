"""An institution at work with its profile tool: the files it brings, and the commands as it types them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from click.testing import Result
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from typer.testing import CliRunner

from client.institution.store import ProfileStore
from client.institution.where import SystemPlaces
from client.seal.keys import Kem, PrivateKey
from installers.profile_tool.main import app
from installers.profile_tool.making import ToolError


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def good(*arguments: object) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.output + repr(result.exception)
    return result.output


def refused(*arguments: object) -> str:
    result = run(*arguments)
    assert isinstance(result.exception, ToolError), result.output + repr(result.exception)
    return str(result.exception)


class Institution:
    """The files an institution brings: server key, spare key, recipient key, signing keys, consent text."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.profile = home / "hospital.toml"
        self.key = home / "keys" / "profile.key"
        for name in ("server", "spare", "next"):
            public = ec.generate_private_key(ec.SECP256R1()).public_key()
            pem = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
            (home / f"{name}.pem").write_bytes(pem)
        recipient = PrivateKey(Kem.X25519, b"\x05" * 32).public_key()
        (home / "public.pem").write_text(recipient.to_pem())
        for number, purpose in enumerate(("receipt", "results", "deletion")):
            key = Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32).public_key()
            (home / f"{purpose}.pem").write_bytes(key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
        (home / "consent.txt").write_text("The participants agreed.\nThe board approved.\n")

    def options(self, **changes: Any) -> list[str]:
        given: dict[str, Any] = {
            "institution": "Østerå Hospital",
            "environment": "production",
            "origin": "https://genotypes.example.org",
            "pin": [self.home / "server.pem", self.home / "spare.pem"],
            "recipient": self.home / "public.pem",
            "receipt-key": self.home / "receipt.pem",
            "results-key": self.home / "results.pem",
            "deletion-key": self.home / "deletion.pem",
            "consent-version": "2026-1",
            "consent-text": self.home / "consent.txt",
            "phone": "+45 12 34 56 78",
            **changes,
        }
        options: list[str] = []
        for name, value in given.items():
            for each in value if isinstance(value, list) else [value]:
                if each is not None:
                    options += [f"--{name}", str(each)]
        return options

    def make_signed(self, **changes: Any) -> str:
        """A signed profile; returns its key's fingerprint."""
        good("new", self.profile, *self.options(**changes))
        output = good("key", self.home / "keys", "--no-passphrase")
        good("sign", self.profile, "--key", self.key)
        return fingerprint_in(output)

    def store(self, now: datetime | None = None) -> ProfileStore:
        places = SystemPlaces(self.home / "none", self.home / "no-policy")
        return ProfileStore(self.home / "private", places, lambda: now or datetime.now(UTC))


def fingerprint_in(output: str) -> str:
    return next(line.split(": ")[1] for line in output.splitlines() if line.startswith("fingerprint"))
