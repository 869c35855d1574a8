"""Against a real Secret Service (gnome-keyring-daemon) on a D-Bus session of its own, in each state it can have."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.secret_places import BARE_BUS

pytestmark = [
    pytest.mark.keyring,
    pytest.mark.skipif(
        shutil.which("gnome-keyring-daemon") is None or shutil.which("dbus-run-session") is None,
        reason="gnome-keyring and dbus-run-session are not installed",
    ),
]
REPOSITORY = Path(__file__).resolve().parents[3]


def play(home: Path, state: str, action: str, *, bus: str = "session", **environment: str) -> dict[str, Any]:
    for folder in ("run", "config", "data", "cache"):
        (home / folder).mkdir(mode=0o700, exist_ok=True)
    clean = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "VIRTUAL_ENV"}}
    clean |= {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "PYTHONPATH": str(REPOSITORY),
        "PYTHONDONTWRITEBYTECODE": "1",
    } | environment
    command = [sys.executable, "-m", "tests.support.secret_service_scene", state, action]
    if bus == "session":
        command = ["dbus-run-session", "--", *command]
    elif bus == "bare":
        (home / "bus.conf").write_text(BARE_BUS)
        command = ["dbus-run-session", "--config-file", str(home / "bus.conf"), "--", *command]
    done = subprocess.run(command, cwd=home, env=clean, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


@pytest.mark.parametrize("bus", ["none", "bare"])
def test_without_a_service_nothing_is_kept_unless_a_vault_passphrase_is_there(tmp_path: Path, bus: str) -> None:
    found = play(tmp_path, "as_it_is", "write", bus=bus)
    assert (found["state"], found["code"], found["exit_code"]) == ("no_service", "SECRETS-NONE", 5)
    assert found["facts"] == {"keyring_state": "no_service"}
    assert found["files"] == []
    found = play(tmp_path, "as_it_is", "write passphrase", bus=bus)
    assert (found["kind"], found["same_key"], found["read_back"]) == ("vault", True, True)
    assert found["files"] == ["vault", "vault.counter", "vault.lock"]


def test_a_service_that_never_had_a_keyring_gets_none_made_and_no_prompt(tmp_path: Path) -> None:
    found = play(tmp_path, "never_created", "write")
    assert (found["state"], found["code"]) == ("never_created", "SECRETS-NONE")
    assert found["facts"] == {"keyring_state": "never_created"}
    assert play(tmp_path, "never_created", "write memory")["kind"] == "memory"


def test_a_locked_keyring_says_so_and_shows_no_prompt(tmp_path: Path) -> None:
    found = play(tmp_path, "locked", "write")
    assert (found["state"], found["code"], found["exit_code"]) == ("locked", "SECRETS-LOCKED", 5)
    assert found["files"] == []


def test_an_unlocked_keyring_keeps_reads_back_and_forgets(tmp_path: Path) -> None:
    found = play(tmp_path, "unlocked", "write")
    assert found["state"] == "unlocked"
    assert (found["kind"], found["same_key"], found["read_back"]) == ("keyring", True, True)
    assert (found["nothing"], found["deleted"]) == (None, None)
    (entry,) = found["entries"]
    assert entry["service"] == "genoseal"
    store_id, _, name = entry["username"].partition("/")
    assert (len(store_id), name) == (16, "vault-key")
    assert found["files"] == ["secrets.json", "secrets.lock"]
    again = play(tmp_path, "unlocked", "write")
    # The daemon adds a schema attribute when it reads its file back; the entry is still one and the same.
    assert [found_again["username"] for found_again in again["entries"]] == [entry["username"]]


def test_a_folder_that_used_the_keyring_does_not_start_a_vault_when_it_is_locked(tmp_path: Path) -> None:
    found = play(tmp_path, "unlocked", "write then-lock")
    assert (found["state_after"], found["code"]) == ("locked", "SECRETS-LOCKED")
    assert "vault" not in found["files"]


@pytest.mark.parametrize(
    "named", ["keyrings.alt.file.PlaintextKeyring", "keyring.backends.null.Keyring", "no.such.Backend"]
)
def test_a_backend_off_the_list_is_refused_though_the_environment_names_it(tmp_path: Path, named: str) -> None:
    found = play(tmp_path, "unlocked", "write", PYTHON_KEYRING_BACKEND=named)
    assert (found["state"], found["code"]) == ("refused", "SECRETS-BACKEND")
    assert not list(tmp_path.rglob("*.cfg"))


def test_a_backend_off_the_list_is_refused_though_keyringrc_names_it(tmp_path: Path) -> None:
    folder = tmp_path / "config" / "python_keyring"
    folder.mkdir(parents=True)
    evil = tmp_path / "evil"
    evil.mkdir()
    (evil / "evil_backend.py").write_text("raise SystemExit('imported')\n")
    text = f"[backend]\ndefault-keyring=evil_backend.Keyring\nkeyring-path={evil}\n"
    (folder / "keyringrc.cfg").write_text(text)
    found = play(tmp_path, "unlocked", "write")
    assert (found["state"], found["code"]) == ("refused", "SECRETS-BACKEND")
    (folder / "keyringrc.cfg").write_text("not an ini file")
    assert play(tmp_path, "unlocked", "write")["state"] == "refused"


def test_the_environment_may_choose_within_the_list_and_cannot_point_it_elsewhere(tmp_path: Path) -> None:
    found = play(
        tmp_path,
        "unlocked",
        "write",
        PYTHON_KEYRING_BACKEND="keyring.backends.SecretService.Keyring",
        KEYRING_PROPERTY_PREFERRED_COLLECTION="/org/freedesktop/secrets/collection/session",
    )
    assert (found["kind"], found["read_back"], len(found["entries"])) == ("keyring", True, 1)
