"""A person with an authenticator app, the account of their workstation, and the practice service that it talks to."""

from __future__ import annotations

import base64
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from client.account.account import Account, EnrolmentTicket, MfaTicket
from client.account.totp_code import time_step, totp_code
from client.model.clock import Clock
from client.network.gate import Gate, TokenSource
from client.network.service import ServiceApi
from practice.server import PracticeService
from tests.support.practice_client import FakeClock, running_service


class FileKeeper:
    """A secret store in a folder, for tests with several processes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def get(self, name: str) -> bytes | None:
        try:
            return (self._folder / name).read_bytes()
        except FileNotFoundError:
            return None

    def set(self, name: str, value: bytes) -> None:
        temporary = self._folder / f"{name}.part"
        temporary.write_bytes(value)
        temporary.replace(self._folder / name)

    def delete(self, name: str) -> None:
        (self._folder / name).unlink(missing_ok=True)


def make_gate(profile_path: Path, clock: Clock, tokens: TokenSource | None) -> Gate:
    """A gate to the service that a profile's TOML names."""
    place = tomllib.loads(profile_path.read_text())["service"]
    pins = [base64.b64decode(pin) for pin in place["pins"]]
    return Gate(place["origin"], pins, place["ca_pem"].encode(), tokens=tokens, clock=clock)


def make_account(profile_path: Path, home: Path, clock: Clock) -> Account:
    """An account as the use cases build it, from a profile's TOML."""
    profile = tomllib.loads(profile_path.read_text())
    return Account(
        lambda tokens: make_gate(profile_path, clock, tokens),
        FileKeeper(home / "secrets"),
        home / "session.lock",
        profile["service"]["origin"],
        clock,
        device_name="Test workstation",
        sign_requests=profile["inbox"]["request_signing"],
        make_api=lambda gate: ServiceApi(gate, wait=lambda _seconds: None),
    )


class Person:
    """A user with an authenticator app whose clock may be off."""

    def __init__(self, service: PracticeService, clock: FakeClock) -> None:
        self.service = service
        self.clock = clock
        self.name = service.user
        self.password = service.password_file.read_text().strip()
        self.invitation = service.invitation_file.read_text().strip()
        self.secret = ""
        self.recovery_codes: tuple[str, ...] = ()

    def code(self, steps: int = 0) -> str:
        return totp_code(self.secret, time_step(self.clock()) + steps)

    def enrol(self, account: Account) -> None:
        begun = account.begin_sign_in(self.name, self.password)
        assert isinstance(begun, EnrolmentTicket)
        enrolment = account.enrolment(begun)
        self.secret = enrolment.begin(self.invitation).secret
        self.recovery_codes = enrolment.confirm(self.code())
        enrolment.activate(self.recovery_codes[3])
        self.clock.advance(30)

    def sign_in(self, account: Account) -> None:
        begun = account.begin_sign_in(self.name, self.password)
        assert isinstance(begun, MfaTicket)
        account.complete_totp(begun, self.code())
        self.clock.advance(30)


Place = tuple[PracticeService, FakeClock, Account, Person]


@contextmanager
def workplace(folder: Path) -> Iterator[Place]:
    """A practice service in `folder` and an account that nobody has signed in to yet."""
    with running_service(folder / "service") as (service, clock):
        (folder / "home").mkdir()
        with make_account(service.profile_path, folder / "home", clock) as account:
            yield service, clock, account, Person(service, clock)


def another_workstation(place: Place, tmp_path: Path) -> Account:
    """An account over a home of its own, at the same service."""
    service, clock, _, _ = place
    home = tmp_path / "other-home"
    home.mkdir(exist_ok=True)
    return make_account(service.profile_path, home, clock)
