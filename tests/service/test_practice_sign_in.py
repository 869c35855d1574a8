"""Signing in at the practice service over real TLS: tickets, codes, tokens, devices, and what attackers try."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pyotp
import pytest

from client.seal.device_key import DeviceKey
from practice.server import PracticeService
from tests.support.practice_client import FakeClock, PracticeClient, good, problem, running_service


@pytest.fixture
def place(tmp_path: Path) -> Iterator[tuple[PracticeService, FakeClock]]:
    with running_service(tmp_path / "service") as place:
        yield place


@pytest.fixture
def client(place: tuple[PracticeService, FakeClock]) -> Iterator[PracticeClient]:
    """A user with a second factor, signed in."""
    client = PracticeClient(*place)
    client.enrol()
    yield client
    client.close()


def fresh_client(client: PracticeClient) -> PracticeClient:
    """Another workstation of the same user, with the same authenticator."""
    other = PracticeClient(client.service, client.clock, client.user, client.password)
    other.secret = client.secret
    return other


def test_first_sign_in_enrols_and_the_next_asks_for_a_code(client: PracticeClient) -> None:
    assert len(client.recovery_codes) == 10
    assert client.tokens["recovery_codes_left"] == 10
    begun = good(client.begin())
    assert begun["methods"] == ["totp", "recovery"]
    assert "enrolment_ticket" not in begun
    client.sign_in()
    assert client.tokens["expires_in"] == 600


def test_enrolment_needs_the_invitation_code_of_the_other_channel(
    place: tuple[PracticeService, FakeClock],
) -> None:
    client = PracticeClient(*place)
    ticket = good(client.begin())["enrolment_ticket"]
    body = {"enrolment_ticket": ticket, "invitation_code": "AAAA-BBBB-CCCC-DDDD"}
    answer = client.post("/account/totp", body)
    assert (answer.status_code, problem(answer)) == (403, "invitation-rejected")
    answer = client.post("/account/totp/confirm", {"enrolment_ticket": ticket, "code": "123456"})
    assert problem(answer) == "enrolment-missing"
    client.close()


def test_nothing_is_active_before_the_last_step_and_activation_checks_a_code_without_using_it(
    place: tuple[PracticeService, FakeClock],
) -> None:
    service, clock = place
    client = PracticeClient(service, clock)
    ticket = good(client.begin())["enrolment_ticket"]
    invitation = service.invitation_file.read_text().strip().lower()
    begun = good(client.post("/account/totp", {"enrolment_ticket": ticket, "invitation_code": invitation}))
    assert begun["otpauth_uri"].startswith("otpauth://totp/")
    assert pyotp.parse_uri(begun["otpauth_uri"]).secret == begun["secret"]
    client.secret = begun["secret"]
    confirmed = good(client.post("/account/totp/confirm", {"enrolment_ticket": ticket, "code": client.code()}))
    assert "enrolment_ticket" in good(client.begin()), "confirmed is not active"
    wrong = {"activation_ticket": confirmed["activation_ticket"], "recovery_code": "AAAA-BBBB-CCCC-DDDD"}
    assert problem(client.post("/account/totp/activate", wrong)) == "recovery-code-rejected"
    right = {**wrong, "recovery_code": confirmed["recovery_codes"][0]}
    assert good(client.post("/account/totp/activate", right))["recovery_codes_left"] == 10
    mfa_ticket = good(client.begin())["mfa_ticket"]
    replay = client.post("/session/totp", {"mfa_ticket": mfa_ticket, "code": client.code()})
    assert problem(replay) == "totp-already-used", "the step of confirm counts as used"
    client.close()


def test_an_activation_ticket_dies_after_fifteen_minutes(place: tuple[PracticeService, FakeClock]) -> None:
    service, clock = place
    client = PracticeClient(service, clock)
    ticket = good(client.begin())["enrolment_ticket"]
    invitation = service.invitation_file.read_text().strip()
    client.secret = good(client.post("/account/totp", {"enrolment_ticket": ticket, "invitation_code": invitation}))[
        "secret"
    ]
    confirmed = good(client.post("/account/totp/confirm", {"enrolment_ticket": ticket, "code": client.code()}))
    clock.advance(901)
    body = {
        "activation_ticket": confirmed["activation_ticket"],
        "recovery_code": confirmed["recovery_codes"][0],
    }
    assert problem(client.post("/account/totp/activate", body)) == "ticket-rejected"
    client.close()


@pytest.mark.parametrize(
    ("steps", "expected"), [(-2, "totp-rejected"), (-1, ""), (0, ""), (1, ""), (2, "totp-rejected")]
)
def test_a_code_is_right_one_step_around(client: PracticeClient, steps: int, expected: str) -> None:
    client.clock.advance(300)
    ticket = good(client.begin())["mfa_ticket"]
    answer = client.post("/session/totp", {"mfa_ticket": ticket, "code": client.code(steps)})
    assert (problem(answer) if answer.status_code != 200 else "") == expected


def test_a_step_counts_once_and_an_earlier_one_never_after_it(client: PracticeClient) -> None:
    client.clock.advance(300)
    codes = [client.code(step) for step in (-1, 0, 1)]
    results = []
    for code in (codes[1], codes[1], codes[0], codes[2], codes[2]):
        answer = client.post("/session/totp", {"mfa_ticket": good(client.begin())["mfa_ticket"], "code": code})
        results.append(problem(answer) if answer.status_code != 200 else "in")
    assert results == ["in", "totp-already-used", "totp-already-used", "in", "totp-already-used"]


def test_a_ticket_takes_five_codes_and_the_account_then_waits_for_every_ticket(client: PracticeClient) -> None:
    client.clock.advance(300)
    ticket, other = good(client.begin())["mfa_ticket"], good(client.begin())["mfa_ticket"]
    wrong = f"{(int(client.code()) + 1) % 1_000_000:06d}"
    for _ in range(5):
        assert problem(client.post("/session/totp", {"mfa_ticket": ticket, "code": wrong})) == "totp-rejected"
    assert problem(client.post("/session/totp", {"mfa_ticket": ticket, "code": client.code()})) == "ticket-exhausted"
    waiting = client.post("/session/totp", {"mfa_ticket": other, "code": client.code()})
    assert (waiting.status_code, problem(waiting)) == (429, "too-many-attempts")
    assert 0 < int(waiting.headers["Retry-After"]) <= 30
    by_recovery = client.post("/session/recovery", {"mfa_ticket": other, "code": client.recovery_codes[0]})
    assert by_recovery.status_code == 429, "the other kind of code is the same account"
    client.clock.advance(31)
    good(client.post("/session/totp", {"mfa_ticket": other, "code": client.code()}))


def test_only_failures_in_a_row_count(client: PracticeClient) -> None:
    for recovery_code in client.recovery_codes[:3]:
        client.clock.advance(30)
        for _ in range(4):
            assert problem(client.post("/session/unlock", {"code": client.code(steps_ahead=10)})) == "totp-rejected"
        good(client.post("/session/unlock", {"code": client.code()}))
        for _ in range(4):
            assert problem(client.post("/session/unlock", {"code": client.code(steps_ahead=10)})) == "totp-rejected"
        ticket = good(client.begin())["mfa_ticket"]
        client.tokens = good(client.post("/session/recovery", {"mfa_ticket": ticket, "code": recovery_code}))
        for _ in range(4):
            assert problem(client.begin("wrong password 1")) == "credentials-rejected"
        good(client.begin())


def test_waiting_doubles_and_lives_through_a_restart(tmp_path: Path) -> None:
    clock = FakeClock()
    with running_service(tmp_path / "service", clock) as place:
        client = PracticeClient(*place)
        for _ in range(5):
            assert problem(client.begin("wrong password 1")) == "credentials-rejected"
        assert int(client.begin("wrong password 1").headers["Retry-After"]) == 5
        clock.advance(5)
        assert problem(client.begin("wrong password 1")) == "credentials-rejected"
        client.close()
    with running_service(tmp_path / "service", clock) as place:
        client = PracticeClient(*place)
        assert int(client.begin().headers["Retry-After"]) == 10, "also the right password waits"
        clock.advance(10)
        assert "enrolment_ticket" in good(client.begin())
        client.close()


def test_an_unknown_user_looks_like_a_wrong_password(place: tuple[PracticeService, FakeClock]) -> None:
    known, unknown = PracticeClient(*place), PracticeClient(*place, user="nobody-here")
    for _ in range(6):
        answers = [known.begin("wrong password 1"), unknown.begin("wrong password 1")]
        assert len({(answer.status_code, answer.text) for answer in answers}) == 1
    known.close()
    unknown.close()


def test_a_ticket_expires_and_leads_to_one_sign_in(client: PracticeClient) -> None:
    client.clock.advance(300)
    ticket = good(client.begin())["mfa_ticket"]
    client.clock.advance(301)
    assert problem(client.post("/session/totp", {"mfa_ticket": ticket, "code": client.code()})) == "ticket-rejected"
    ticket = good(client.begin())["mfa_ticket"]
    good(client.post("/session/totp", {"mfa_ticket": ticket, "code": client.code()}))
    again = client.post("/session/totp", {"mfa_ticket": ticket, "code": client.code(1)})
    assert problem(again) == "ticket-rejected"


def test_a_recovery_code_works_once_in_any_spelling(client: PracticeClient) -> None:
    typed = f" {client.recovery_codes[2].lower().replace('-', ' ')} "
    ticket = good(client.begin())["mfa_ticket"]
    assert good(client.post("/session/recovery", {"mfa_ticket": ticket, "code": typed}))["recovery_codes_left"] == 9
    ticket = good(client.begin())["mfa_ticket"]
    again = client.post("/session/recovery", {"mfa_ticket": ticket, "code": client.recovery_codes[2]})
    assert problem(again) == "recovery-code-rejected"


def test_an_access_token_lives_ten_minutes_and_no_other_token_passes(client: PracticeClient) -> None:
    good(client.call("GET", "/account/devices"))
    head, payload, signature = client.tokens["access_token"].split(".")
    none_header = base64.urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=")
    zeros = base64.urlsafe_b64encode(bytes(64)).decode().rstrip("=")
    forged = [
        f"{head}.{payload}.{zeros}",
        f"{none_header}.{payload}.",
        client.tokens["refresh_token"],
        "x.y.z",
        f"{head}.{payload}.{signature}x",
    ]
    for token in forged:
        answer = client.call("GET", "/account/devices", token=False, headers={"Authorization": f"Bearer {token}"})
        assert problem(answer) == "access-token-rejected"
        assert answer.headers["WWW-Authenticate"] == "Bearer"
    client.clock.advance(600)
    assert problem(client.call("GET", "/account/devices")) == "access-token-rejected"


def test_every_call_but_sign_in_wants_a_token(client: PracticeClient) -> None:
    calls = [
        ("GET", "/account/devices"),
        ("GET", "/account/data"),
        ("DELETE", "/account/devices/x"),
        ("POST", "/account/password"),
        ("POST", "/account/recovery-codes"),
        ("DELETE", "/session"),
        ("POST", "/session/unlock"),
        ("POST", "/jobs"),
        ("GET", "/jobs"),
        ("GET", "/jobs/x"),
        ("DELETE", "/jobs/x"),
        ("POST", "/jobs/x/cancel"),
        ("GET", "/jobs/x/results"),
        ("GET", "/jobs/x/results/y"),
        ("GET", "/jobs/x/deletion"),
        ("GET", "/uploads/x/deletion"),
    ]
    for method, path in calls:
        answer = client.call(method, path, {} if method == "POST" else None, token=False)
        assert (answer.status_code, problem(answer)) == (401, "access-token-rejected"), (method, path)
    tus = {"Tus-Resumable": "1.0.0", "Upload-Length": "5", "Upload-Offset": "0"}
    tus["Content-Type"] = "application/offset+octet-stream"
    for method, path in (
        ("POST", "/uploads"),
        ("PATCH", "/uploads/x"),
        ("HEAD", "/uploads/x"),
        ("DELETE", "/uploads/x"),
    ):
        assert client.call(method, path, b"", token=False, headers=tus).status_code == 401, (method, path)


def test_a_refresh_token_rotates_and_has_a_minute_of_grace(client: PracticeClient) -> None:
    first = client.tokens["refresh_token"]
    second = good(client.refresh(first))
    client.clock.advance(59)
    third = good(client.refresh(first))
    assert len({first, second["refresh_token"], third["refresh_token"]}) == 3
    client.tokens = good(client.refresh(second["refresh_token"]))
    good(client.call("GET", "/account/devices"))


def test_a_refresh_token_used_after_the_grace_revokes_the_device(client: PracticeClient) -> None:
    first = client.tokens["refresh_token"]
    client.tokens = good(client.refresh(first))
    client.clock.advance(61)
    assert problem(client.refresh(first)) == "refresh-reused"
    assert problem(client.call("GET", "/account/devices")) == "access-token-rejected"
    assert problem(client.refresh()) == "device-revoked"
    assert problem(client.begin()) == "device-revoked"
    other = fresh_client(client)
    other.sign_in()
    other.close()


def test_a_stolen_refresh_token_is_nothing_without_the_device_key(client: PracticeClient) -> None:
    first = client.tokens["refresh_token"]
    assert problem(client.refresh(first, DeviceKey.generate())) == "request-signature-rejected"
    unsigned = client.post("/session/refresh", {"refresh_token": first}, token=False)
    assert problem(unsigned) == "request-signature-rejected"
    good(client.refresh(first))
    client.clock.advance(61)
    assert problem(client.refresh(first, DeviceKey.generate())) == "request-signature-rejected"
    good(client.call("GET", "/account/devices"))


def test_sign_out_kills_the_tokens(client: PracticeClient) -> None:
    assert client.call("DELETE", "/session").status_code == 204
    assert problem(client.call("GET", "/account/devices")) == "access-token-rejected"
    assert problem(client.refresh()) == "refresh-rejected"


def test_a_lost_workstation_is_revoked_from_another_one(client: PracticeClient) -> None:
    lost = fresh_client(client)
    lost.sign_in()
    listed = good(client.call("GET", "/account/devices"))["devices"]
    assert [device["current"] for device in listed] == [True, False]
    assert client.call("DELETE", f"/account/devices/{lost.device_id}").status_code == 204
    assert problem(client.call("DELETE", f"/account/devices/{lost.device_id}")) == "not-found"
    assert problem(lost.call("GET", "/account/devices")) == "access-token-rejected"
    assert problem(lost.refresh()) == "device-revoked"
    lost.close()


def test_a_device_id_keeps_its_key(client: PracticeClient) -> None:
    client.device_key = DeviceKey.generate()
    assert problem(client.begin()) == "device-conflict"


def test_unlock_takes_a_fresh_code(client: PracticeClient) -> None:
    code = client.code()
    assert good(client.post("/session/unlock", {"code": code}))["unlocked"] is True
    assert problem(client.post("/session/unlock", {"code": code})) == "totp-already-used"


def test_a_new_password_keeps_the_rules_and_signs_out_other_devices(client: PracticeClient) -> None:
    other = fresh_client(client)
    other.sign_in()
    weak = {"password": client.password, "new_password": "practice", "code": client.code()}
    answer = client.post("/account/password", weak)
    assert (answer.status_code, problem(answer)) == (422, "password-too-weak")
    assert answer.json()["rules"] == ["min_length", "min_classes", "forbid_user_name"]
    new = "correct horse 7"
    wrong = {"password": "wrong password 1", "new_password": new, "code": client.code()}
    assert problem(client.post("/account/password", wrong)) == "credentials-rejected"
    body = {"password": client.password, "new_password": new, "code": client.code(steps_ahead=10)}
    assert problem(client.post("/account/password", body)) == "totp-rejected"
    good(client.begin())
    body["code"] = client.code()
    assert client.post("/account/password", body).status_code == 204
    good(client.call("GET", "/account/devices"))
    assert problem(other.call("GET", "/account/devices")) == "access-token-rejected"
    assert problem(client.begin()) == "credentials-rejected"
    good(client.begin(new))
    other.close()


def test_new_recovery_codes_end_the_old_ones_and_the_other_sessions(client: PracticeClient) -> None:
    other = fresh_client(client)
    other.sign_in()
    assert problem(client.post("/account/recovery-codes", {"code": client.code(steps_ahead=10)})) == "totp-rejected"
    good(other.call("GET", "/account/devices"))
    renewed = good(client.post("/account/recovery-codes", {"code": client.code()}))["recovery_codes"]
    assert not set(renewed) & set(client.recovery_codes)
    assert problem(other.call("GET", "/account/devices")) == "access-token-rejected"
    ticket = good(client.begin())["mfa_ticket"]
    old = client.post("/session/recovery", {"mfa_ticket": ticket, "code": client.recovery_codes[0]})
    assert problem(old) == "recovery-code-rejected"
    good(client.post("/session/recovery", {"mfa_ticket": ticket, "code": renewed[0]}))
    other.close()


def test_a_factor_is_replaced_with_a_recovery_code_and_the_old_one_dies(client: PracticeClient) -> None:
    old_secret = client.secret
    denied = client.post("/account/totp", {"code": "000000", "recovery_code": client.recovery_codes[0]})
    assert problem(denied) == "malformed-request"
    begun = good(client.post("/account/totp", {"recovery_code": client.recovery_codes[0]}))
    client.secret = begun["secret"]
    confirmed = good(client.post("/account/totp/confirm", {"code": client.code()}))
    body = {"activation_ticket": confirmed["activation_ticket"], "recovery_code": confirmed["recovery_codes"][9]}
    client.tokens = good(client.post("/account/totp/activate", body))
    client.clock.advance(60)
    ticket = good(client.begin())["mfa_ticket"]
    dead = pyotp.TOTP(old_secret).at(client.clock().timestamp())
    assert problem(client.post("/session/totp", {"mfa_ticket": ticket, "code": dead})) == "totp-rejected"
    gone = client.post("/session/recovery", {"mfa_ticket": ticket, "code": client.recovery_codes[1]})
    assert problem(gone) == "recovery-code-rejected"
    good(client.post("/session/totp", {"mfa_ticket": ticket, "code": client.code()}))


def test_a_new_factor_is_confirmed_by_its_own_code_once_and_guessing_waits(client: PracticeClient) -> None:
    assert problem(client.post("/account/totp/confirm", {"code": client.code()})) == "enrolment-missing"
    client.secret = good(client.post("/account/totp", {"recovery_code": client.recovery_codes[0]}))["secret"]
    for _ in range(5):
        wrong = {"code": client.code(steps_ahead=10)}
        assert problem(client.post("/account/totp/confirm", wrong)) == "totp-rejected"
    assert problem(client.post("/account/totp/confirm", {"code": client.code()})) == "too-many-attempts"
    client.clock.advance(31)
    code = client.code()
    good(client.post("/account/totp/confirm", {"code": code}))
    assert problem(client.post("/account/totp/confirm", {"code": code})) == "totp-already-used"


def test_an_activation_belongs_to_the_factor_that_was_confirmed_and_to_no_later_one(client: PracticeClient) -> None:
    active = client.secret
    client.secret = good(client.post("/account/totp", {"recovery_code": client.recovery_codes[0]}))["secret"]
    confirmed = good(client.post("/account/totp/confirm", {"code": client.code()}))
    good(client.post("/account/totp", {"recovery_code": client.recovery_codes[1]}))
    body = {"activation_ticket": confirmed["activation_ticket"], "recovery_code": confirmed["recovery_codes"][9]}
    assert problem(client.post("/account/totp/activate", body)) == "ticket-rejected"
    client.secret = active
    client.clock.advance(30)
    client.sign_in()


def test_account_data_tells_all_and_no_secret(client: PracticeClient) -> None:
    answer = client.call("GET", "/account/data")
    data = good(answer)
    assert data["user"]["username"] == client.user
    assert data["user"]["recovery_codes_left"] == 10
    assert [event["event"] for event in data["events"]] == ["second-factor-activated"]
    for secret in (client.secret, client.password, client.tokens["refresh_token"], *client.recovery_codes):
        assert secret not in answer.text


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b'{"username": "a", "username": "b"}',
        b'{"username": NaN}',
        b'{"username": "\\ud800", "password": "x", "device": {}}',
        b"[" * 100_000,
        b'{"a":' * 40 + b"1" + b"}" * 40,
        b"\xff\xfe",
        b'{"username": 5, "password": "x", "device": {"id": "12345678", "name": "x", "public_key": ""}}',
    ],
)
def test_a_malformed_body_is_a_problem_and_never_a_crash(place: tuple[PracticeService, FakeClock], body: bytes) -> None:
    client = PracticeClient(*place)
    assert problem(client.post("/session", body, token=False)) == "malformed-request"
    client.close()


def test_bodies_that_are_too_large_compressed_or_not_json_are_refused(
    place: tuple[PracticeService, FakeClock],
) -> None:
    client = PracticeClient(*place)
    large = client.post("/session", b" " * (4 * 1024 * 1024 + 1))
    assert problem(large) == "too-large"
    packed = client.post("/session", b"{}", headers={"Content-Encoding": "gzip"})
    assert problem(packed) == "unsupported-media"
    text = client.post("/session", b"{}", headers={"Content-Type": "text/plain"})
    assert problem(text) == "unsupported-media"
    assert problem(client.call("GET", "/nothing")) == "not-found"
    assert problem(client.call("PUT", "/session", {})) == "method-not-allowed"
    client.close()


def test_too_many_requests_wait(tmp_path: Path) -> None:
    with running_service(tmp_path / "service", requests_per_minute=3) as place:
        client = PracticeClient(*place)
        answers = [client.call("GET", "/service") for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        assert problem(answers[3]) == "too-many-requests"
        assert int(answers[3].headers["Retry-After"]) >= 1
        client.close()
