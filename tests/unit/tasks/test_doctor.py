"""The doctor ends with the code of the gravest thing it found, and a vault makes a keyring needless."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from client.network.errors import PinMismatchError, UnreachableError
from client.secrets.keyring_backends import KeyringState
from client.tasks import doctor
from client.tasks.doctor import Check, exit_code_of, run_checks
from client.tasks.workplace import Workplace, open_workplace
from tests.support.places import make_workplace
from ui.messages import explain_check


def test_what_is_unknown_or_right_ends_with_0_and_of_what_is_wrong_the_gravest_counts() -> None:
    fine = [Check("disk", True, "room"), Check("encryption", None, "unknown")]
    assert exit_code_of(fine) == 0
    needs_somebody = Check("encryption", False, "off")
    unreached = Check("tls", False, "error", {"code": UnreachableError.code}, UnreachableError.exit_code)
    another = Check("service", False, "error", {"code": PinMismatchError.code}, PinMismatchError.exit_code)
    assert exit_code_of([*fine, needs_somebody]) == 3
    assert exit_code_of([unreached, needs_somebody]) == 6
    assert exit_code_of([unreached, another]) == 7


@pytest.mark.parametrize("state", [KeyringState.LOCKED, KeyringState.NEVER_CREATED, KeyringState.REFUSED])
def test_a_keyring_that_cannot_be_used_is_wrong_only_where_no_vault_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, state: KeyringState
) -> None:
    monkeypatch.setattr(doctor, "keyring_state", lambda: state)
    with open_workplace(tmp_path / "home") as workplace:
        alone = next(check for check in run_checks(workplace, {}) if check.name == "keyring")
        assert (alone.ok, alone.state, alone.exit_code) == (False, state.value, 5)
        workplace.folders.vault.parent.mkdir(parents=True, exist_ok=True)
        workplace.folders.vault.write_bytes(b"")
        beside = next(check for check in run_checks(workplace, {}) if check.name == "keyring")
        assert (beside.ok, beside.state) == (None, "vault")


def test_who_can_look_into_the_folder_is_said_to_be_unknown_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_workplace(tmp_path / "home") as workplace:
        workplace.folders.home.mkdir()
        monkeypatch.setattr(sys, "platform", "win32")
        check = doctor._check_folder(workplace)
    assert (check.ok, check.state) == (None, "unknown")
    assert explain_check(check.name, check.state, check.facts).detail == "Could not be found out."


def test_a_private_folder_that_cannot_be_made_or_written_to_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def folder(home: Path) -> tuple[bool | None, str]:
        with open_workplace(home) as workplace:
            check = next(check for check in run_checks(workplace, {}) if check.name == "folder")
        return check.ok, check.state

    (tmp_path / "file").touch()
    assert folder(tmp_path / "home" / "below") == (None, "not-made")
    assert folder(tmp_path / "file" / "home") == (False, "closed")
    # A home that was taken over from another user; root, whom nothing is closed to, runs these tests too.
    closed = tmp_path / "another"
    real_stat = os.stat

    def stat_(path: Any, *args: Any, **options: Any) -> os.stat_result:
        if str(path).startswith(str(closed) + "/"):
            raise PermissionError(errno.EACCES, "closed", str(path))
        return real_stat(path, *args, **options)

    monkeypatch.setattr(os, "stat", stat_)
    monkeypatch.setattr(os, "access", lambda place, mode: place != closed)
    closed.mkdir()
    assert folder(closed / "home") == (False, "closed")


def test_without_a_profile_there_is_something_to_do(tmp_path: Path) -> None:
    with open_workplace(tmp_path / "home") as workplace:
        checks = {check.name: check for check in run_checks(workplace, {})}
    assert checks["profile"].ok is False
    assert {checks[name].state for name in ("tls", "service", "version", "clock")} == {"no-profile"}


def test_an_activity_log_that_is_gone_is_no_empty_one(tmp_path: Path) -> None:
    def activity_log(workplace: Workplace) -> Check:
        return next(check for check in run_checks(workplace, {}) if check.name == "activity-log")

    with make_workplace(tmp_path / "home") as workplace:
        assert activity_log(workplace).state == "empty"
        workplace.note("account.signed_out")
        assert activity_log(workplace).state == "intact"
        workplace.folders.audit_log.unlink()
        gone = activity_log(workplace)
        assert (gone.ok, gone.facts["code"]) == (False, "AUDIT-CUT")
