"""What is remembered of a session, and that nothing of it shows."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from client.account import errors
from client.account.errors import SignInNeededError
from client.account.password_rules import broken_password_rules
from client.account.process_lock import process_lock
from client.account.session_store import SessionStore, new_session
from client.account.session_tokens import SessionTokens
from client.model.errors import SignInError, iter_error_classes
from client.model.profile import PasswordRules
from client.network.errors import TimedOutError
from client.network.service import Tokens

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
ORIGIN = "https://service.example"


class MemoryKeeper(dict[str, bytes]):
    """A secret store in memory."""

    def set(self, name: str, value: bytes) -> None:
        self[name] = value

    def delete(self, name: str) -> None:
        self.pop(name, None)


def _tokens(access: str = "access-s3cret") -> Tokens:
    return Tokens(access, "refresh-s3cret", 600, 9)


def test_a_session_comes_back_as_it_was() -> None:
    store = SessionStore(MemoryKeeper(), ORIGIN)
    session = new_session("anna", _tokens(), NOW)
    store.save(session)
    assert store.load() == session
    assert session.fresh_access_token(NOW + timedelta(seconds=500)) == "access-s3cret"
    assert session.fresh_access_token(NOW + timedelta(seconds=571)) is None
    store.forget()
    assert store.load() is None


def test_a_long_access_token_stays_in_memory() -> None:
    keeper = MemoryKeeper()
    store = SessionStore(keeper, ORIGIN)
    store.save(new_session("anna", _tokens("a" * 1100), NOW))
    loaded = store.load()
    assert loaded is not None
    assert loaded.access_token is None
    assert max(len(value) for value in keeper.values()) <= 1280


def test_services_do_not_see_each_others_sessions() -> None:
    keeper = MemoryKeeper()
    SessionStore(keeper, ORIGIN).save(new_session("anna", _tokens(), NOW))
    assert SessionStore(keeper, "https://practice.example").load() is None


@pytest.mark.parametrize(
    "value",
    [b"", b"\xff", b"[]", b"{}", b'{"schema": 2}', b'{"schema": 1}', b'{"schema": 1, "id": "x", "key": "AAAA"}'],
)
def test_what_cannot_be_read_counts_as_not_there(value: bytes) -> None:
    keeper = MemoryKeeper()
    store = SessionStore(keeper, ORIGIN)
    store.save(new_session("anna", _tokens(), NOW))
    store.device()
    for name in keeper:
        keeper[name] = value
    assert store.load() is None
    assert store.load_device() is None


def test_a_device_is_made_once_and_again_after_it_was_forgotten() -> None:
    store = SessionStore(MemoryKeeper(), ORIGIN)
    first = store.device()
    assert store.device() == first
    store.forget_device()
    assert store.device().device_id != first.device_id


def test_a_session_whose_workstation_is_not_known_here_any_more_is_over(tmp_path: Path) -> None:
    """Without its key nothing can be renewed; the service is not asked."""
    store = SessionStore(MemoryKeeper(), ORIGIN)
    unasked: Any = None
    tokens = SessionTokens(unasked, store, tmp_path / "lock", lambda: NOW + timedelta(hours=1))
    ended: list[bool] = []
    tokens.on_end = lambda: ended.append(True)
    tokens.begin(new_session("anna", _tokens(), NOW))
    with pytest.raises(SignInNeededError):
        tokens.access_token()
    assert (store.load(), ended) == (None, [True])


def test_nothing_secret_shows_in_a_repr() -> None:
    store = SessionStore(MemoryKeeper(), ORIGIN)
    session = new_session("anna.berg", _tokens(), NOW)
    device = store.device()
    shown = repr(session) + repr(device) + repr(_tokens())
    for secret in ("s3cret", "anna.berg", device.key.private_bytes.hex(), str(device.key.private_bytes)):
        assert secret not in shown


def test_the_process_lock_lets_one_in_at_a_time(tmp_path: Path) -> None:
    lock = tmp_path / "sub" / "lock"
    inside = []

    def enter() -> None:
        with process_lock(lock):
            inside.append(1)
            assert len(inside) == 1
            time.sleep(0.01)
            inside.pop()

    threads = [threading.Thread(target=enter) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert lock.stat().st_mode & 0o077 == 0


def test_a_lock_that_is_never_released_ends_the_wait(tmp_path: Path) -> None:
    waits: list[float] = []
    with (
        process_lock(tmp_path / "lock"),
        pytest.raises(TimedOutError),
        process_lock(tmp_path / "lock", 1, waits.append),
    ):
        pass
    assert sum(waits) == pytest.approx(1, abs=0.1)


def test_a_lock_that_cannot_be_made_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(errors.SessionFolderError) as caught, process_lock(tmp_path / "file" / "lock"):
        pass
    assert caught.value.facts["reason"] in {"ENOTDIR", "EEXIST"}


def test_password_rules_are_named_as_the_service_names_them() -> None:
    rules = PasswordRules(min_length=12, min_classes=3, forbid_user_name=True)
    assert broken_password_rules("anna", rules, "anna", "anna") == (
        "min_length",
        "min_classes",
        "forbid_user_name",
        "same_as_before",
    )
    assert broken_password_rules("Correct horse 7", rules, "anna", "other") == ()
    assert broken_password_rules("x" * 12, PasswordRules(), "") == ()


def test_every_error_has_a_code_of_its_own_and_exit_5() -> None:
    classes = [cls for cls in iter_error_classes(SignInError) if cls.__module__ == errors.__name__]
    codes = [cls.code for cls in classes if issubclass(cls, SignInError)]
    assert len(set(codes)) == len(classes) >= 14
    assert all(issubclass(cls, SignInError) and cls.exit_code == 5 and cls.__doc__ for cls in classes)
