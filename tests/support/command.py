"""Runs the `genoseal` command as a stranger would: a process of its own, a home of its own, no terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from client.model.folders import PrivateFolders
from client.secrets.store import load_vault_key
from client.secrets.vault import VaultStore
from tests.conftest import REPOSITORY

VAULT_PASSWORD = "a vault passphrase for tests"


@dataclass(frozen=True)
class Finished:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one JSON object on stdout; fails the test when stdout holds anything else."""
        lines = self.out.splitlines()
        assert len(lines) == 1, self.out + self.err
        parsed = json.loads(lines[0])
        assert isinstance(parsed, dict)
        assert isinstance(parsed["schema"], int)
        return parsed

    @property
    def error_code(self) -> str:
        """The code of the JSON object's error, whose four parts are all there."""
        error = self.json["error"]
        assert error["what"]
        assert error["meaning"]
        assert error["next"]
        assert isinstance(error["code"], str)
        return error["code"]


class Command:
    """`genoseal` with a home under `folder`, and a vault there whose passphrase lies in a file.

    The vault is made here, where it costs little: each command would otherwise take a third of a second to open its
    own. `with_vault` False: there is neither vault nor file.
    """

    def __init__(self, folder: Path, *, with_vault: bool = True) -> None:
        self.home = folder / "home"
        self.folder = folder
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if not name.lower().endswith("_proxy") and not name.startswith(("GENOSEAL_", "PYTEST_", "COV_"))
        }
        self.environment |= {"GENOSEAL_HOME": str(self.home), "OPENSSL_CONF": "/nowhere", "COLUMNS": "200"}
        # No desktop session's keyring may answer, whoever runs the tests.
        self.environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        self.environment.pop("XDG_RUNTIME_DIR", None)
        if with_vault:
            password_file = folder / "vault-password"
            password_file.write_text(VAULT_PASSWORD + "\n")
            password_file.chmod(0o600)
            self.environment["GENOSEAL_VAULT_PASSWORD_FILE"] = str(password_file)
            load_vault_key(VaultStore(PrivateFolders(self.home).vault, VAULT_PASSWORD.encode()))

    def arguments(self, *arguments: str | Path) -> list[str]:
        return [sys.executable, "-W", "error", "-m", "ui.terminal.launch", *map(str, arguments)]

    def run(self, *arguments: str | Path, stdin: bytes = b"", timeout_s: float = 120) -> Finished:
        finished = subprocess.run(
            self.arguments(*arguments),
            input=stdin,
            capture_output=True,
            env=self.environment | {"PYTHONPATH": str(REPOSITORY)},
            cwd=self.folder,
            timeout=timeout_s,
            check=False,
        )
        return Finished(finished.returncode, finished.stdout.decode(), finished.stderr.decode())
