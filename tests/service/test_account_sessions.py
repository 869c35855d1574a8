"""Sessions against the practice service: tokens and their renewal, signing out, revoked workstations, the idle lock."""

from __future__ import annotations

import json
import multiprocessing
import time
import tomllib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from client.account.errors import (
    CodeRejectedError,
    DeviceRevokedError,
    SessionLockedError,
    SignInNeededError,
)
from client.account.session_store import SessionStore
from client.model.clock import system_clock
from client.network.errors import NotSignedInError
from client.network.service import ServiceApi, Tokens
from practice.faults import Fault
from tests.support.account_place import Person, Place, another_workstation, make_account, make_gate, workplace
from tests.support.practice_client import running_service


class KeptToken:
    """Somebody kept an access token, and nothing to renew it with."""

    def __init__(self, token: str) -> None:
        self._token = token

    def access_token(self) -> str:
        return self._token

    def renew(self, stale: str) -> str:
        return stale


def test_tokens_are_renewed_before_they_end_and_when_they_are_refused(account_place: Place) -> None:
    _, clock, account, person = account_place
    person.enrol(account)
    first = account.tokens.access_token()
    assert account.tokens.access_token() == first
    clock.advance(580)
    second = account.tokens.access_token()
    assert second != first
    clock.advance(3600)
    assert account.devices(), "a token that ended long ago is replaced without a word"
    assert account.tokens.renew(first) == account.tokens.access_token(), "somebody else has renewed it already"


def test_a_lost_refresh_answer_is_asked_for_again(account_place: Place) -> None:
    service, clock, account, person = account_place
    person.enrol(account)
    clock.advance(580)
    service.faults.add(Fault("POST", "/api/v1/session/refresh", lose_answer=True))
    assert account.devices()


def test_eight_threads_refresh_once(account_place: Place) -> None:
    service, clock, account, person = account_place
    person.enrol(account)
    clock.advance(3600)
    before = service.faults.requests
    with ThreadPoolExecutor(8) as pool:
        tokens = set(pool.map(lambda _: account.tokens.access_token(), range(8)))
    assert len(tokens) == 1
    assert service.faults.requests == before + 1


def test_two_processes_share_one_refresh_however_slow_it_is(account_place: Place, tmp_path: Path) -> None:
    """Two accounts over one home, as in two processes: they share nothing but the store and the lock file."""
    service, clock, account, person = account_place
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


def _devices_in_another_process(profile_path: Path, home: Path) -> int:
    with make_account(profile_path, home, system_clock) as account:
        return len(account.devices())


def test_processes_that_refresh_at_the_same_time_do_not_revoke_each_other(tmp_path: Path) -> None:
    """Each of four processes finds its token at its end; a refresh token used twice would revoke the workstation."""
    with workplace(tmp_path) as (service, clock, account, person):
        person.enrol(account)
        session_file = next((tmp_path / "home" / "secrets").glob("session-*"))
        value = json.loads(session_file.read_text())
        value["expires_at"] = "2020-01-01T00:00:00Z"
        session_file.write_text(json.dumps(value))
        context = multiprocessing.get_context("spawn")
        before = service.faults.requests
        with context.Pool(4) as pool:
            arguments = (service.profile_path, tmp_path / "home")
            found = [pool.apply_async(_devices_in_another_process, arguments) for _ in range(4)]
            counts = [result.get(60) for result in found]
            pool.close()
            pool.join()
        assert counts == [1, 1, 1, 1]
        # Four times the list of devices, and one refresh for all.
        assert service.faults.requests == before + 5
        clock.advance(120)
        assert account.devices()


def test_signing_out_ends_the_session_there_and_here(account_place: Place) -> None:
    service, clock, account, person = account_place
    person.enrol(account)
    kept = KeptToken(account.tokens.access_token())
    with make_gate(service.profile_path, clock, kept) as gate:
        assert ServiceApi(gate).devices()
        account.sign_out()
        assert account.session() is None
        account.sign_out()
        with pytest.raises(SignInNeededError):
            account.devices()
        with pytest.raises(NotSignedInError):
            ServiceApi(gate).devices()


def test_signing_out_works_here_when_the_session_is_over_there(account_place: Place, tmp_path: Path) -> None:
    _, _, account, person = account_place
    person.enrol(account)
    with another_workstation(account_place, tmp_path) as other:
        person.sign_in(other)
        this = next(device for device in account.devices() if device.current)
        other.revoke(this.id)
    account.sign_out()
    assert account.session() is None


def test_a_workstation_revoked_from_another_one_is_cut_off_and_may_come_back_as_a_new_one(
    account_place: Place, tmp_path: Path
) -> None:
    _, _, account, person = account_place
    person.enrol(account)
    old_id = account.device().device_id
    with another_workstation(account_place, tmp_path) as other:
        person.sign_in(other)
        assert len(other.devices()) == 2
        other.revoke(old_id)
        with pytest.raises((DeviceRevokedError, SignInNeededError)):
            account.devices()
        assert account.session() is None
        person.sign_in(account)
        assert account.device().device_id != old_id
        assert len(other.devices()) == 2


def test_an_old_refresh_token_revokes_the_workstation(account_place: Place) -> None:
    service, clock, account, person = account_place
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


def test_an_idle_session_locks_and_a_code_unlocks_it(account_place: Place) -> None:
    _, clock, account, person = account_place
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
    with pytest.raises(SessionLockedError):
        account.devices()
    assert account.lock_when_idle()
    account.unlock(person.code())
    assert not account.lock_when_idle()
    assert account.devices()


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
