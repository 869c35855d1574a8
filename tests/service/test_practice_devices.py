"""A workstation at the practice service: one session each, and none for one that was cut off meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.practice_client import PracticeClient, good, problem, running_service


@pytest.fixture
def client(tmp_path: Path) -> Iterator[PracticeClient]:
    """A user with a second factor, signed in."""
    with running_service(tmp_path / "service") as place:
        client = PracticeClient(*place)
        client.enrol()
        yield client
        client.close()


def test_whoever_signs_in_again_has_the_new_session_alone(client: PracticeClient) -> None:
    earlier = client.tokens
    client.sign_in()
    present, client.tokens = client.tokens, earlier
    assert problem(client.call("GET", "/account/devices")) == "access-token-rejected"
    assert problem(client.refresh()) == "refresh-rejected"
    client.tokens = present
    assert len(good(client.call("GET", "/account/devices"))["devices"]) == 1


def test_a_workstation_revoked_between_password_and_code_gets_no_session(client: PracticeClient) -> None:
    lost = PracticeClient(client.service, client.clock, client.user, client.password)
    lost.secret = client.secret
    lost.sign_in()
    ticket = good(lost.begin())["mfa_ticket"]
    assert client.call("DELETE", f"/account/devices/{lost.device_id}").status_code == 204
    answer = lost.post("/session/totp", {"mfa_ticket": ticket, "code": lost.code()}, token=False)
    assert problem(answer) == "device-revoked"
    assert problem(lost.begin()) == "device-revoked"
    lost.close()
