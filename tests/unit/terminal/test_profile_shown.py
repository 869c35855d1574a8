"""`profile show` says what holds on this computer: beside what was signed, what the system's policy makes stricter."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support.here import Here
from tests.support.profile_desk import Desk
from tests.support.profiles import make_profile

HEADING = "Stricter by this computer's policy"


def test_what_a_policy_makes_stricter_is_shown_and_nothing_that_it_does_not(
    here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(tmp_path)
    monkeypatch.setattr("client.tasks.profile.system_places", lambda: desk.places)
    desk.system(make_profile(now=datetime.now(UTC).replace(microsecond=0)))
    assert HEADING not in here.run("profile", "show", as_json=False).out
    desk.policy({"schema": 1, "idle_lock_minutes": 10, "min_password_length": 8})
    shown = here.run("profile", "show", as_json=False).out
    _, _, stricter = shown.partition(HEADING)
    assert stricter.split("\n\n")[0].split() == ["account.idle_lock_minutes", "10"]
    found = {entry["name"]: entry["source"] for entry in here.run("profile", "show").json["settings"]}
    assert found["account.idle_lock_minutes"] == "policy"
    assert set(found.values()) == {"policy", "profile"}
