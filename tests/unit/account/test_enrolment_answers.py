"""What a service may answer while a second factor is set up: a label that a picture holds, codes that fit a sheet."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import cast

import pytest

from client.account.enrolment import Enrolment, require_recovery_codes
from client.network.answers import TotpSecret
from client.network.errors import ContractError
from client.network.service import ServiceApi
from ui.desktop.widgets.qr_code import qr_matrix

SECRET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
CODES = tuple(f"AAAA-BBBB-CCCC-DDD{letter}" for letter in "ABCDEFGHIJ")


class Answering:
    """Stands in for the service's interface: one answer to both ways of asking for a secret."""

    def __init__(self, answer: TotpSecret) -> None:
        self._answer = answer

    def begin_totp(self, _ticket: str, _invitation: str) -> TotpSecret:
        return self._answer


def begin(issuer: str, account: str) -> str:
    api = cast("ServiceApi", Answering(TotpSecret(SECRET, issuer, account)))
    return Enrolment(api, "ticket", lambda: datetime(2026, 11, 22, tzinfo=UTC), lambda _: None).begin("x").otpauth_uri


def test_a_label_of_any_script_becomes_a_picture() -> None:
    assert len(qr_matrix(begin("Universitätsklinikum München · 医学部", "anna.holm"))) > 20


@pytest.mark.parametrize("name", ["A" * 1000, "医" * 120])
def test_a_label_that_no_phone_reads_breaks_the_contract(name: str) -> None:
    for issuer, account in ((name, "anna"), ("North", name)):
        with pytest.raises(ContractError) as caught:
            begin(issuer, account)
        assert caught.value.facts == {"reason": "field issuer"}


def test_ten_different_codes_are_taken_as_they_are() -> None:
    assert require_recovery_codes(CODES) == CODES


@pytest.mark.parametrize(
    "codes",
    [(), CODES[:9], (*CODES, "AAAA-BBBB-CCCC-DDDK"), (CODES[0],) * 10, (*CODES, CODES[0]), (*CODES[:9], "<b>x</b>" * 3),
     (*CODES[:9], "A" * 65), (*CODES[:9], "AAAA\n-BBBB")],
)  # fmt: skip
def test_anything_else_breaks_the_contract_before_the_old_sheet_is_thrown_away(codes: tuple[str, ...]) -> None:
    with pytest.raises(ContractError) as caught:
        require_recovery_codes(codes)
    assert caught.value.facts == {"reason": "field recovery_codes"}
