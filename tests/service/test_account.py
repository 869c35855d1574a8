"""The account room against the practice service: enrolment, sign-in, refresh, devices, lock, over real pinned TLS."""

from __future__ import annotations

import base64
import json
import multiprocessing
import time
import tomllib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from client.account.account import Account, EnrolmentTicket, MfaTicket
from client.account.errors import (
    CodeRejectedError,
    CodeUsedError,
    CredentialsRefusedError,
    DeviceRevokedError,
    EnrolmentNeededError,
    InvitationRefusedError,
    PasswordRulesError,
    RecoveryCodeError,
    SessionLockedError,
    SignInNeededError,
    SignInWaitError,
    TicketExpiredError,
    TooManyTriesError,
)
from client.account.session_store import SecretKeeper, SessionStore
from client.account.totp_code import CodeFinding, time_step, totp_code
from client.model.clock import Clock, system_clock
from client.network.errors import NotSignedInError
from client.network.gate import Gate, TokenSource
from client.network.service import ServiceApi, Tokens
from practice.faults import Fault
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


def make_account(profile_path: Path, home: Path, clock: Clock, keeper: SecretKeeper | None = None) -> Account:
    """An account as the use cases build it, from a profile's TOML."""
    profile = tomllib.loads(profile_path.read_text())
    place = profile["service"]
    pins = [base64.b64decode(pin) for pin in place["pins"]]

    def make_gate(tokens: TokenSource | None) -> Gate:
        return Gate(place["origin"], pins, place["ca_pem"].encode(), tokens=tokens, clock=clock)

    return Account(
        make_gate,
        keeper or FileKeeper(home / "secrets"),
        home / "session.lock",
        place["origin"],
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
        account.sign_in(self.name, self.password, self.code())
        self.clock.advance(30)


@contextmanager
def workplace(folder: Path) -> Iterator[tuple[PracticeService, FakeClock, Account, Person]]:
    with running_service(folder / "service") as (service, clock):
        (folder / "home").mkdir()
        with make_account(service.profile_path, folder / "home", clock) as account:
            yield service, clock, account, Person(service, clock)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[tuple[PracticeService, FakeClock, Account, Person]]:
    with workplace(tmp_path) as place:
        yield place


Place = tuple[PracticeService, FakeClock, Account, Person]


def another_workstation(place: Place, tmp_path: Path) -> Account:
    service, clock, _, _ = place
    home = tmp_path / "other-home"
    home.mkdir(exist_ok=True)
    return make_account(service.profile_path, home, clock)


def test_enrolment_ends_signed_in_and_the_next_sign_in_asks_for_a_code(place: Place) -> None:
    _, _, account, person = place
    with pytest.raises(EnrolmentNeededError):
        account.sign_in(person.name, person.password, "123456")
    person.enrol(account)
    session = account.session()
    assert session is not None
    assert (session.user, session.recovery_codes_left) == (person.name, 10)
    assert [device.current for device in account.devices()] == [True]
    assert isinstance(account.begin_sign_in(person.name, person.password), MfaTicket)
    person.sign_in(account)


def test_the_app_gets_exactly_the_label_that_is_shown(place: Place) -> None:
    _, _, account, person = place
    begun = account.begin_sign_in(person.name, person.password)
    assert isinstance(begun, EnrolmentTicket)
    setup = account.enrolment(begun).begin(person.invitation)
    assert setup.otpauth_uri.startswith("otpauth://totp/")
    assert setup.grouped_secret.replace(" ", "") == setup.secret
    assert setup.secret not in repr(setup)
    assert setup.label.endswith(person.name)


def test_enrolment_names_what_is_wrong_before_the_service_is_asked(place: Place) -> None:
    service, _, account, person = place
    begun = account.begin_sign_in(person.name, person.password)
    assert isinstance(begun, EnrolmentTicket)
    enrolment = account.enrolment(begun)
    with pytest.raises(InvitationRefusedError):
        enrolment.begin("AAAA-BBBB-CCCC-DDDD")
    person.secret = enrolment.begin(person.invitation).secret
    asked_before = service.faults.requests
    assert enrolment.check_code("123").message_code == "3-A"
    assert enrolment.check_code(person.code(-6)).phone_offset_s == -180
    assert service.faults.requests == asked_before
    with pytest.raises(CodeRejectedError) as caught:
        enrolment.confirm(person.code(5))
    assert enrolment.rejected_verdict(person.code(5), caught.value).message_code == "3-C"
    with pytest.raises(TicketExpiredError):
        enrolment.activate("AAAA-BBBB-CCCC-DDDD")
    codes = enrolment.confirm(person.code())
    assert enrolment.check_code(person.code()).finding is CodeFinding.USED
    with pytest.raises(RecoveryCodeError):
        enrolment.activate("AAAA-BBBB-CCCC-DDDD")
    assert account.session() is None, "nothing is active before the last step"
    enrolment.activate(codes[9].lower())
    assert account.session() is not None


def test_wrong_credentials_codes_and_tickets_are_told_apart(place: Place) -> None:
    _, clock, account, person = place
    person.enrol(account)
    with pytest.raises(CredentialsRefusedError):
        account.begin_sign_in(person.name, "wrong password")
    clock.advance(60)
    ticket = account.begin_sign_in(person.name, person.password)
    assert isinstance(ticket, MfaTicket)
    with pytest.raises(CodeRejectedError):
        account.complete_totp(ticket, person.code(7))
    code = person.code()
    account.complete_totp(ticket, f"{code[:3]} {code[3:]}")
    ticket = account.begin_sign_in(person.name, person.password)
    assert isinstance(ticket, MfaTicket)
    with pytest.raises(CodeUsedError):
        account.complete_totp(ticket, code)
    clock.advance(3600)
    with pytest.raises(TicketExpiredError):
        account.complete_totp(ticket, person.code())


def test_guessing_ends_with_the_ticket_and_then_the_account_waits(place: Place) -> None:
    _, _, account, person = place
    person.enrol(account)
    ticket = account.begin_sign_in(person.name, person.password)
    assert isinstance(ticket, MfaTicket)
    seen = set()
    for number in range(6):
        with pytest.raises((CodeRejectedError, TooManyTriesError, SignInWaitError)) as caught:
            account.complete_totp(ticket, f"{number:06}")
        seen.add(type(caught.value))
    assert CodeRejectedError in seen
    assert seen & {TooManyTriesError, SignInWaitError}


def test_a_recovery_code_signs_in_once(place: Place) -> None:
    _, _, account, person = place
    person.enrol(account)
    for expected in (None, RecoveryCodeError):
        ticket = account.begin_sign_in(person.name, person.password)
        assert isinstance(ticket, MfaTicket)
        if expected is None:
            assert account.complete_recovery(ticket, person.recovery_codes[0]).recovery_codes_left == 9
        else:
            with pytest.raises(expected):
                account.complete_recovery(ticket, person.recovery_codes[0])


def test_tokens_are_renewed_before_they_end_and_when_they_are_refused(place: Place) -> None:
    _, clock, account, person = place
    person.enrol(account)
    first = account.tokens.access_token()
    assert account.tokens.access_token() == first
    clock.advance(580)
    second = account.tokens.access_token()
    assert second != first
    clock.advance(3600)
    assert account.devices(), "a token that ended long ago is replaced without a word"
    assert account.tokens.renew(first) == account.tokens.access_token(), "somebody else has renewed it already"


def test_a_lost_refresh_answer_is_asked_for_again(place: Place) -> None:
    service, clock, account, person = place
    person.enrol(account)
    clock.advance(580)
    service.faults.add(Fault("POST", "/api/v1/session/refresh", lose_answer=True))
    assert account.devices()


def test_eight_threads_refresh_once(place: Place) -> None:
    service, clock, account, person = place
    person.enrol(account)
    clock.advance(3600)
    before = service.faults.requests
    with ThreadPoolExecutor(8) as pool:
        tokens = set(pool.map(lambda _: account.tokens.access_token(), range(8)))
    assert len(tokens) == 1
    assert service.faults.requests == before + 1


def test_two_processes_share_one_refresh_however_slow_it_is(place: Place, tmp_path: Path) -> None:
    """Two accounts over one home, as in two processes: they share nothing but the store and the lock file."""
    service, clock, account, person = place
    person.enrol(account)
    clock.advance(3600)
    refreshes: list[str] = []

    def slowly(refresh: Callable[..., Tokens]) -> Callable[..., Tokens]:
        def call(*arguments: object) -> Tokens:
            refreshes.append("one")
            time.sleep(0.2)
            return refresh(*arguments)

        return call

    with make_account(service.profile_path, tmp_path / "home", clock) as second, ThreadPoolExecutor(2) as pool:
        for each in (account, second):
            each._public_api.refresh = slowly(each._public_api.refresh)  # type: ignore[method-assign]
        tokens = set(pool.map(lambda each: each.tokens.access_token(), (account, second)))
    assert len(tokens) == 1
    assert refreshes == ["one"]


def _devices_in_another_process(profile_path: Path, home: Path, ahead_s: int) -> int:
    with make_account(profile_path, home, lambda: system_clock() + timedelta(seconds=ahead_s)) as account:
        return len(account.devices())


def test_processes_that_refresh_at_the_same_time_do_not_revoke_each_other(tmp_path: Path) -> None:
    """Each of four processes finds its token at its end; a refresh token used twice would revoke the workstation."""
    with workplace(tmp_path) as (service, clock, account, person):
        person.enrol(account)
        # To the service a minute more than the grace for a repeated refresh goes by with each use.
        session_file = next((tmp_path / "home" / "secrets").glob("session-*"))
        value = json.loads(session_file.read_text())
        value["expires_at"] = "2020-01-01T00:00:00Z"
        session_file.write_text(json.dumps(value))
        context = multiprocessing.get_context("spawn")
        before = service.faults.requests
        with context.Pool(4) as pool:
            arguments = (service.profile_path, tmp_path / "home", 0)
            found = [pool.apply_async(_devices_in_another_process, arguments) for _ in range(4)]
            counts = [result.get(60) for result in found]
            pool.close()
            pool.join()
        assert counts == [1, 1, 1, 1]
        # Four times the list of devices, and one refresh for all.
        assert service.faults.requests == before + 5
        clock.advance(120)
        assert account.devices()


def test_signing_out_ends_the_session_there_and_here(place: Place) -> None:
    _, _, account, person = place
    person.enrol(account)
    token = account.tokens.access_token()
    account.sign_out()
    account.sign_out()
    assert account.session() is None
    with pytest.raises(SignInNeededError):
        account.devices()
    assert token


def test_signing_out_works_here_when_the_session_is_over_there(place: Place, tmp_path: Path) -> None:
    _, _, account, person = place
    person.enrol(account)
    with another_workstation(place, tmp_path) as other:
        person.sign_in(other)
        this = next(device for device in account.devices() if device.current)
        other.revoke(this.id)
    account.sign_out()
    assert account.session() is None


def test_a_workstation_revoked_from_another_one_is_cut_off_and_may_come_back_as_a_new_one(
    place: Place, tmp_path: Path
) -> None:
    _, _, account, person = place
    person.enrol(account)
    old_id = account.device().device_id
    with another_workstation(place, tmp_path) as other:
        person.sign_in(other)
        assert len(other.devices()) == 2
        other.revoke(old_id)
        with pytest.raises((DeviceRevokedError, SignInNeededError)):
            account.devices()
        assert account.session() is None
        person.sign_in(account)
        assert account.device().device_id != old_id
        assert len(other.devices()) == 2


def test_an_old_refresh_token_revokes_the_workstation(place: Place) -> None:
    service, clock, account, person = place
    person.enrol(account)
    origin = tomllib.loads(service.profile_path.read_text())["service"]["origin"]
    store = SessionStore(account._store._keeper, origin)
    old = store.load()
    assert old is not None
    clock.advance(3600)
    account.tokens.access_token()
    clock.advance(3600)
    account.tokens.access_token()
    store.save(old)
    account.tokens.lock()
    account.tokens.unlock()
    clock.advance(3600)
    with pytest.raises(DeviceRevokedError):
        account.tokens.access_token()
    assert account.session() is None


def test_an_idle_session_locks_and_a_code_unlocks_it(place: Place) -> None:
    _, clock, account, person = place
    person.enrol(account)
    account.touch()
    clock.advance(14 * 60)
    assert not account.lock_when_idle()
    clock.advance(2 * 60)
    assert account.lock_when_idle()
    with pytest.raises(SessionLockedError):
        account.devices()
    assert account.tokens.for_transfers().access_token(), "an upload that runs for hours is not stopped by it"
    with pytest.raises(CodeRejectedError):
        account.unlock(person.code(9))
    assert account.lock_when_idle()
    account.unlock(person.code())
    assert not account.lock_when_idle()
    assert account.devices()


def test_a_password_is_changed_within_the_rules(place: Place) -> None:
    _, clock, account, person = place
    person.enrol(account)
    with pytest.raises(PasswordRulesError) as caught:
        account.change_password(person.password, "short", person.code())
    assert caught.value.facts == {"rule": "min_length"}
    with pytest.raises(CredentialsRefusedError):
        account.change_password("wrong", "correct horse battery 7", person.code())
    clock.advance(60)
    account.change_password(person.password, "correct horse battery 7", person.code())
    clock.advance(30)
    person.password = "correct horse battery 7"
    person.sign_in(account)


def test_another_factor_replaces_the_old_one_at_the_last_step(place: Place) -> None:
    _, clock, account, person = place
    person.enrol(account)
    replacement = account.replacement()
    old_secret = person.secret
    person.secret = replacement.begin_replacement(code=person.code()).secret
    codes = replacement.confirm(person.code())
    clock.advance(30)
    replacement.activate(codes[0])
    assert person.secret != old_secret
    person.sign_in(account)
    assert account.renew_recovery_codes(person.code()) != codes


def test_the_service_says_what_it_holds(place: Place) -> None:
    _, _, account, person = place
    person.enrol(account)
    assert {"devices", "sessions", "events"} <= set(account.data())


def test_the_services_clock_is_known(place: Place) -> None:
    _, clock, account, _ = place
    ahead = timedelta(minutes=3)
    assert account.api.clock_offset(lambda: clock() - ahead) == ahead


def test_where_the_profile_asks_every_request_of_a_session_is_signed(tmp_path: Path) -> None:
    with running_service(tmp_path / "service", request_signing=True) as (service, clock):
        person = Person(service, clock)
        with make_account(service.profile_path, tmp_path / "home", clock) as account:
            (tmp_path / "home").mkdir(exist_ok=True)
            person.enrol(account)
            assert account.devices()
            assert account.api.jobs() == ()
            clock.advance(3600)
            assert account.data()
            account._gate._signer = None
            with pytest.raises((SignInNeededError, NotSignedInError)):
                account.devices()
