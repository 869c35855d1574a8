"""The account room against the practice service over real pinned TLS: enrolment, sign-in, password, another factor."""

from __future__ import annotations

from datetime import timedelta

import pytest

from client.account.account import EnrolmentTicket, MfaTicket
from client.account.errors import (
    CodeRejectedError,
    CodeUsedError,
    CredentialsRefusedError,
    InvitationRefusedError,
    PasswordRulesError,
    RecoveryCodeError,
    SignInWaitError,
    TicketExpiredError,
    TooManyTriesError,
)
from client.account.totp_code import CodeFinding
from tests.support.account_place import Place


def test_enrolment_ends_signed_in_and_the_next_sign_in_asks_for_a_code(account_place: Place) -> None:
    _, _, account, person = account_place
    person.enrol(account)
    session = account.session()
    assert session is not None
    assert (session.user, session.recovery_codes_left) == (person.name, 10)
    assert [device.current for device in account.devices()] == [True]
    assert isinstance(account.begin_sign_in(person.name, person.password), MfaTicket)
    person.sign_in(account)


def test_the_app_gets_exactly_the_label_that_is_shown(account_place: Place) -> None:
    _, _, account, person = account_place
    begun = account.begin_sign_in(person.name, person.password)
    assert isinstance(begun, EnrolmentTicket)
    setup = account.enrolment(begun).begin(person.invitation)
    assert setup.otpauth_uri.startswith("otpauth://totp/")
    assert setup.grouped_secret.replace(" ", "") == setup.secret
    assert setup.secret not in repr(setup)
    assert setup.label.endswith(person.name)


def test_enrolment_names_what_is_wrong_before_the_service_is_asked(account_place: Place) -> None:
    service, _, account, person = account_place
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


def test_wrong_credentials_codes_and_tickets_are_told_apart(account_place: Place) -> None:
    _, clock, account, person = account_place
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


def test_guessing_ends_with_the_ticket_and_then_the_account_waits(account_place: Place) -> None:
    _, _, account, person = account_place
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


def test_a_recovery_code_signs_in_once(account_place: Place) -> None:
    _, _, account, person = account_place
    person.enrol(account)
    for expected in (None, RecoveryCodeError):
        ticket = account.begin_sign_in(person.name, person.password)
        assert isinstance(ticket, MfaTicket)
        if expected is None:
            assert account.complete_recovery(ticket, person.recovery_codes[0]).recovery_codes_left == 9
        else:
            with pytest.raises(expected):
                account.complete_recovery(ticket, person.recovery_codes[0])


def test_a_password_is_changed_within_the_rules(account_place: Place) -> None:
    _, clock, account, person = account_place
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


def test_another_factor_replaces_the_old_one_at_the_last_step(account_place: Place) -> None:
    _, clock, account, person = account_place
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


def test_the_service_says_what_it_holds(account_place: Place) -> None:
    _, _, account, person = account_place
    person.enrol(account)
    assert {"devices", "sessions", "events"} <= set(account.data())


def test_the_services_clock_is_known(account_place: Place) -> None:
    _, clock, account, _ = account_place
    ahead = timedelta(minutes=3)
    assert account.api.clock_offset(lambda: clock() - ahead) == ahead
