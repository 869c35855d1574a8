"""The doctor says that the screen locks itself only where a running desktop session says so."""

from __future__ import annotations

import pytest

from client.tasks import screen_lock
from client.tasks.screen_lock import is_screen_locked_when_idle

_SESSION = {"DISPLAY": ":0", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere", "XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}
_LOCKING = {"lock-enabled": "true", "idle-activation-enabled": "true", "idle-delay": "uint32 300"}


@pytest.fixture
def gsettings(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A `gsettings` program that answers from this dict, as the real one does from a schema's defaults."""
    answers = dict(_LOCKING)
    monkeypatch.setattr(screen_lock.platform, "system", lambda: "Linux")
    monkeypatch.setattr(screen_lock.shutil, "which", lambda name: name)
    monkeypatch.setattr(screen_lock, "_setting", lambda schema, key: answers.get(key))
    return answers


def test_a_session_that_locks_when_idle_is_locked(gsettings: dict[str, str]) -> None:
    assert is_screen_locked_when_idle(_SESSION) is True


@pytest.mark.parametrize(
    ("key", "value"),
    [("lock-enabled", "false"), ("idle-activation-enabled", "false"), ("idle-delay", "uint32 0"), ("idle-delay", "0")],
)
def test_each_setting_that_keeps_the_screen_open_is_seen(gsettings: dict[str, str], key: str, value: str) -> None:
    gsettings[key] = value
    assert is_screen_locked_when_idle(_SESSION) is False


@pytest.mark.parametrize("missing", sorted(_SESSION))
def test_without_a_desktop_session_nothing_is_claimed(gsettings: dict[str, str], missing: str) -> None:
    environment = {name: value for name, value in _SESSION.items() if name != missing}
    assert is_screen_locked_when_idle(environment) is None


def test_another_desktop_with_gnome_schemas_installed_is_not_asked(gsettings: dict[str, str]) -> None:
    assert is_screen_locked_when_idle({**_SESSION, "XDG_CURRENT_DESKTOP": "KDE"}) is None


def test_a_schema_without_the_idle_delay_tells_nothing(gsettings: dict[str, str]) -> None:
    del gsettings["idle-delay"]
    assert is_screen_locked_when_idle(_SESSION) is None
