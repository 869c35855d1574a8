"""The names of this user and this computer."""

from __future__ import annotations

import pytest

from client.tasks.names_here import names_here, user_name
from ui.terminal.demo_route import DemoRoute


def _unknown() -> str:
    raise KeyError("getpwuid(): uid not found: 54321")


def test_a_user_without_a_name_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("client.tasks.names_here.getpass.getuser", lambda: "kholm_psych")
    assert "kholm_psych" in names_here()
    monkeypatch.setattr("client.tasks.names_here.getpass.getuser", _unknown)  # a container's number for a user
    assert user_name() == ""
    assert "" not in names_here()


def test_the_demo_looks_for_this_users_name_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    route = DemoRoute.__new__(DemoRoute)
    route.files, route.secrets, route._sample_ids = (), (), ("Karen_Jespersen",)
    monkeypatch.setattr("client.tasks.names_here.getpass.getuser", lambda: "kholm_psych")
    assert route._needles() == ["Karen_Jespersen", "kholm_psych"]
    monkeypatch.setattr("client.tasks.names_here.getpass.getuser", _unknown)
    assert route._needles() == ["Karen_Jespersen"]
