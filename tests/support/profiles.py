"""Profiles for tests: a small good one, and changes to it."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta
from typing import Any

from client.model.profile import (
    AccountRules,
    ClientRule,
    ConsentStatement,
    Helpdesk,
    Inbox,
    NextPin,
    PolicyChoice,
    Profile,
    Retention,
    ServicePlace,
    SigningKey,
    SubmissionLimits,
)

NOW = datetime(2026, 11, 21, 12, 0, 0, tzinfo=UTC)


def recipient_pem(filler: int = 1) -> str:
    raw = (0x0020).to_bytes(2, "big") + bytes([filler]) * 32
    text = base64.b64encode(raw).decode()
    return f"-----BEGIN GENOSEAL PUBLIC KEY-----\n{text}\n-----END GENOSEAL PUBLIC KEY-----\n"


def signing_keys(public_keys: dict[str, bytes] | None = None, now: datetime = NOW) -> tuple[SigningKey, ...]:
    """One key per purpose, valid from a day before `now` for a year; made-up bytes where none are given."""
    given = public_keys or {"receipt": b"\x01" * 32, "results": b"\x02" * 32, "deletion": b"\x03" * 32}
    return tuple(
        SigningKey(purpose, f"{purpose}-1", raw, now - timedelta(days=1), now + timedelta(days=365))
        for purpose, raw in given.items()
    )


def make_profile(now: datetime = NOW, **changes: Any) -> Profile:
    """A practice profile of serial 3 that expires in 30 days, with the fields of `changes` replaced."""
    profile = Profile(
        institution="Practice Hospital",
        environment="practice",
        serial=3,
        not_after=now + timedelta(days=30),
        service=ServicePlace("https://localhost:8443", (b"\x11" * 32, b"\x12" * 32)),
        recipients=(recipient_pem(),),
        signing_keys=signing_keys(now=now),
        consent=(ConsentStatement("2026-1", "The participants agreed.\nThe board approved."),),
    )
    return profile._replace(**changes)


def make_full_profile() -> Profile:
    """Every setting set to something that is not its default."""
    return make_profile(
        institution='Østerå "University" Hospital \\ Genetics',
        environment="production",
        next_keys=("A" * 56, "B" * 56),
        service=ServicePlace(
            "https://genotypes.example.org",
            (b"\x11" * 32, b"\x12" * 32),
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
            (NextPin(b"\x13" * 32, NOW + timedelta(days=7)),),
        ),
        inbox=Inbox(
            kind="s3",
            container="crypt4gh",
            request_signing=True,
            origin="https://objects.example.org:9000",
            pins=(b"\x21" * 32, b"\x22" * 32),
            ca_pem="-----BEGIN CERTIFICATE-----\nBBBB\n-----END CERTIFICATE-----\n",
            weaker_transport_accepted=True,
        ),
        recipients=(recipient_pem(1), recipient_pem(2)),
        account=AccountRules(second_factor="optional", idle_lock_minutes=5, token_stores=("vault",)),
        policy=PolicyChoice("ward-7", True, 'schema = 1\nname = "ward-7"\n'),
        limits=SubmissionLimits("michigan", 22, 123),
        retention=Retention(3, 4),
        helpdesk=Helpdesk("+45 12 34 56 78", "8 – 16, weekdays", "it@example.org"),
        client=ClientRule("0.2", NOW + timedelta(days=3)),
        workstation=("clock", "keyring"),
    )
