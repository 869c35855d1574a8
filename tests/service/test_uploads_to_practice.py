"""Uploads through the profile's own route to the practice service, with and without signed requests."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from client.account.account import Account
from client.account.errors import DeviceRevokedError, SignInNeededError
from client.institution.profile import parse_profile
from client.network.errors import UploadGoneError
from client.network.inbox import Inbox
from client.network.inbox_route import RequestKey, build_inbox_route
from client.network.sending import BodySender, SendOutcome
from practice.faults import Fault
from practice.server import PracticeService
from tests.support.account_place import Person, make_account
from tests.support.practice_client import FakeClock, running_service

BODY = random.Random(11).randbytes(3_000_001)


@contextmanager
def signed_in(folder: Path, **settings: Any) -> Iterator[tuple[PracticeService, FakeClock, Account, Person]]:
    with running_service(folder / "service", **settings) as (service, clock):
        person = Person(service, clock)
        with make_account(service.profile_path, folder / "home", clock) as account:
            person.enrol(account)
            yield service, clock, account, person


@contextmanager
def inbox_of(service: PracticeService, account: Account, clock: FakeClock) -> Iterator[Inbox]:
    device = account.device()
    route = build_inbox_route(
        parse_profile(service.profile_path.read_bytes()),
        now=clock,
        user_agent="genoseal/test",
        request_key=RequestKey(device.device_id, device.key),
    )
    with route.open(account.tokens.for_transfers()) as inbox:
        yield inbox


def send(inbox: Inbox, upload: str | None = None) -> SendOutcome:
    sender = BodySender(inbox, wait=lambda _seconds: None, random_number=lambda: 0.5)
    upload_path = upload or inbox.create(len(BODY), "job-0a1b2c3d")
    return sender.append_from(upload_path, io.BytesIO(BODY), len(BODY), offset=None if upload else 0)


def stored_bodies(folder: Path) -> list[bytes]:
    paths = [path for path in (folder / "service").rglob("*") if path.is_file() and path.stat().st_size >= len(BODY)]
    return [path.read_bytes() for path in paths]


def test_the_services_limit_for_one_patch_is_kept_from_the_first_on(tmp_path: Path) -> None:
    with (
        signed_in(tmp_path, max_patch_bytes=300_000) as (service, clock, account, _),
        inbox_of(service, account, clock) as inbox,
    ):
        waits: list[float] = []
        sender = BodySender(inbox, wait=waits.append, random_number=lambda: 0.5)
        upload = inbox.create(len(BODY), "job-0a1b2c3d")
        outcome = sender.append_from(upload, io.BytesIO(BODY), len(BODY), offset=0)
        assert inbox.largest_patch_bytes(len(BODY)) == 300_000
        assert (outcome.finished, outcome.resent_bytes, waits) == (True, 0, [])
        assert BODY in stored_bodies(tmp_path)


@pytest.mark.parametrize("request_signing", [False, True], ids=["plain", "signed"])
def test_a_body_arrives_and_can_be_withdrawn(tmp_path: Path, request_signing: bool) -> None:
    with (
        signed_in(tmp_path, request_signing=request_signing) as (service, clock, account, _),
        inbox_of(service, account, clock) as inbox,
    ):
        outcome = send(inbox)
        assert (outcome.finished, outcome.resent_bytes) == (True, 0)
        assert BODY in stored_bodies(tmp_path)
        inbox.terminate(outcome.upload)
        inbox.terminate(outcome.upload)
        with pytest.raises(UploadGoneError):
            inbox.offset(outcome.upload, len(BODY))


@pytest.mark.parametrize(
    "fault",
    [
        Fault("PATCH", "/api/v1/uploads/", lose_answer=True),
        Fault("PATCH", "/api/v1/uploads/", break_after_bytes=1_000_000),
        Fault("PATCH", "/api/v1/uploads/", problem="busy", retry_after_s=3),
        Fault("PATCH", "/api/v1/uploads/", problem="too-many-requests"),
        Fault("HEAD", "/api/v1/uploads/", problem="busy"),
    ],
    ids=["lost answer", "broken", "busy", "too many", "busy at HEAD"],
)
def test_faults_of_the_service_leave_the_body_intact(tmp_path: Path, fault: Fault) -> None:
    with signed_in(tmp_path) as (service, clock, account, _), inbox_of(service, account, clock) as inbox:
        if fault.method == "HEAD":
            service.faults.add(Fault("PATCH", "/api/v1/uploads/", lose_answer=True))
        service.faults.add(fault)
        assert send(inbox).finished
        assert BODY in stored_bodies(tmp_path)


def test_a_token_that_ends_in_mid_transfer_is_renewed_and_the_upload_goes_on(tmp_path: Path) -> None:
    with signed_in(tmp_path, access_token_s=60) as (service, clock, account, _):
        with inbox_of(service, account, clock) as inbox:
            upload = inbox.create(len(BODY), "job-0a1b2c3d")
            moved: list[int] = []

            def between(length: int) -> int:
                moved.append(length)
                if len(moved) == 5:
                    clock.advance(3600)
                return length

            sender = BodySender(inbox, wait=lambda _seconds: None)
            outcome = sender.append_from(upload, io.BytesIO(BODY), len(BODY), offset=0, before_piece=between)
            assert outcome.finished
        assert BODY in stored_bodies(tmp_path)


def test_a_revoked_workstation_stops_with_its_place_kept_and_goes_on_after_the_next_sign_in(tmp_path: Path) -> None:
    with signed_in(tmp_path) as (service, clock, account, person):
        with inbox_of(service, account, clock) as inbox:
            upload = inbox.create(len(BODY), "job-0a1b2c3d")
            sender = BodySender(inbox, wait=lambda _seconds: None)
            half = io.BytesIO(BODY)
            stop_at: list[int] = []
            first = sender.append_from(
                upload, half, len(BODY), offset=0, progress=stop_at.append, should_stop=lambda: len(stop_at) > 8
            )
            assert not first.finished
            account.revoke(account.device().device_id)
            with pytest.raises((DeviceRevokedError, SignInNeededError)):
                send(inbox, upload)
        person.sign_in(account)
        with inbox_of(service, account, clock) as inbox:
            assert send(inbox, upload).finished
        assert BODY in stored_bodies(tmp_path)
