"""The first factor of an account: one alone, and its invitation code cannot be guessed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.practice_client import PracticeClient, good, problem, running_service


@pytest.fixture
def client(tmp_path: Path) -> Iterator[PracticeClient]:
    """A user without a second factor."""
    with running_service(tmp_path / "service") as place:
        client = PracticeClient(*place)
        yield client
        client.close()


def test_a_ticket_from_before_the_factor_makes_no_second_one(client: PracticeClient) -> None:
    earlier = good(client.begin())["enrolment_ticket"]
    invitation = client.service.invitation_file.read_text().strip()
    client.enrol()
    body = {"enrolment_ticket": earlier, "invitation_code": invitation}
    assert problem(client.post("/account/totp", body, token=False)) == "ticket-rejected"


def test_guessing_at_the_invitation_ends_the_ticket_and_lets_the_account_wait(client: PracticeClient) -> None:
    first, second = (good(client.begin())["enrolment_ticket"] for _ in range(2))
    for _ in range(5):
        wrong = {"enrolment_ticket": first, "invitation_code": "AAAA-BBBB-CCCC-DDDD"}
        assert problem(client.post("/account/totp", wrong)) == "invitation-rejected"
    invitation = client.service.invitation_file.read_text().strip()
    right = {"enrolment_ticket": first, "invitation_code": invitation}
    assert problem(client.post("/account/totp", right)) == "ticket-exhausted"
    other = right | {"enrolment_ticket": second}
    assert problem(client.post("/account/totp", other)) == "too-many-attempts"
    client.clock.advance(31)
    assert good(client.post("/account/totp", other))["secret"]
