"""Runs inside a D-Bus session of its own: brings a real Secret Service into one state and reports what we make of it.

    python -m tests.support.secret_service_scene STATE ACTION

STATE is as_it_is, never_created, locked or unlocked; one JSON object goes to stdout.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import secretstorage

from client.model.errors import ClientError
from client.model.folders import PrivateFolders
from client.secrets.keyring_backends import keyring_state
from client.secrets.open_store import open_secret_store
from client.secrets.store import load_vault_key


def start_daemon(*, unlock: bool) -> subprocess.Popen[bytes]:
    command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
    daemon = subprocess.Popen(
        [*command, "--unlock"] if unlock else command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert daemon.stdin is not None
    daemon.stdin.write(b"login password" if unlock else b"")
    daemon.stdin.close()
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline:
        with closing(secretstorage.dbus_init()) as connection:
            if _owned(connection) and (not unlock or _has_default(connection)):
                return daemon
        time.sleep(0.02)
    raise SystemExit("gnome-keyring-daemon did not come up")


def _owned(connection: Any) -> bool:
    from jeepney import DBusAddress, new_method_call

    bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    reply = connection.send_and_get_reply(
        new_method_call(bus, "NameHasOwner", "s", ("org.freedesktop.secrets",)), timeout=5
    )
    return bool(reply.body[0])


def _has_default(connection: Any) -> bool:
    try:
        secretstorage.Collection(connection)
    except secretstorage.ItemNotFoundException:
        return False
    return True


def lock() -> None:
    with closing(secretstorage.dbus_init()) as connection:
        secretstorage.Collection(connection).lock()


def entries() -> list[dict[str, str]]:
    with closing(secretstorage.dbus_init()) as connection:
        return [item.get_attributes() for item in secretstorage.Collection(connection).get_all_items()]


def attempt(action: str) -> dict[str, Any]:
    folders = PrivateFolders(Path(os.environ["HOME"]) / "genoseal")
    passphrase = (lambda: b"vault passphrase") if "passphrase" in action else None
    found: dict[str, Any] = {"state": keyring_state().value}
    try:
        store = open_secret_store(folders, passphrase=passphrase, password_file=None, allow_memory="memory" in action)
        found["kind"] = store.kind
        if "write" in action:
            key = load_vault_key(store)
            store.set("refresh-token", b"\x00\xff secret")
            found["same_key"] = load_vault_key(store) == key
            found["read_back"] = store.get("refresh-token") == b"\x00\xff secret"
            found["nothing"] = store.get("never-set")
            store.delete("refresh-token")
            store.delete("refresh-token")
            found["deleted"] = store.get("refresh-token")
            if store.kind == "keyring":
                found["entries"] = entries()
        if "then-lock" in action:
            lock()
            found["state_after"] = keyring_state().value
            open_secret_store(folders, passphrase=lambda: b"vault passphrase", password_file=None)
    except ClientError as error:
        found |= {"code": error.code, "facts": error.facts, "exit_code": error.exit_code}
    found["files"] = sorted(path.name for path in folders.home.glob("*"))
    return found


def main() -> None:
    state, action = sys.argv[1:]
    daemon = start_daemon(unlock=state in {"locked", "unlocked"}) if state != "as_it_is" else None
    try:
        if state == "locked":
            lock()
        print(json.dumps(attempt(action)))
    finally:
        if daemon is not None:
            daemon.terminate()
            daemon.wait(10)


if __name__ == "__main__":
    main()
