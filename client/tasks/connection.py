"""The way to the institution's service: pins, CA and proxy from profile and settings, and the account on top."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from client.account.account import Account
from client.institution.errors import ProfileOlderError
from client.institution.store import InstalledProfile
from client.model.profile import Profile
from client.network.gate import Gate, RequestSigner, TokenSource
from client.network.service import ServiceApi
from client.network.transport import Patience
from client.tasks.profile import profile_store, require_installed_profile
from client.tasks.proxy import proxy_of
from client.tasks.versions import program_version as program_version
from client.tasks.workplace import Workplace


def make_gate(
    workplace: Workplace, profile: Profile, tokens: TokenSource | None = None, signer: RequestSigner | None = None
) -> Gate:
    """A gate to the profile's service."""
    place = profile.service
    return Gate(
        place.origin,
        place.pins_at(workplace.clock()),
        place.ca_pem.encode() if place.ca_pem is not None else None,
        proxy=proxy_of(workplace),
        tokens=tokens,
        signer=signer,
        user_agent=f"genoseal/{program_version()}",
        clock=workplace.clock,
    )


def clock_offset(workplace: Workplace) -> timedelta:
    """The service's clock minus ours. Raises NoProfileError and what the way to the service raises."""
    with make_gate(workplace, require_installed_profile(workplace).profile) as gate:
        return ServiceApi(gate).clock_offset(workplace.clock)


@contextmanager
def open_account(workplace: Workplace, installed: InstalledProfile | None = None) -> Iterator[Account]:
    """The account at the profile's service, signed in or not. Raises NoProfileError and the secret store's errors."""
    profile = (installed or require_installed_profile(workplace)).profile
    account = Account(
        lambda tokens: make_gate(workplace, profile, tokens),
        workplace.secret_store,
        workplace.folders.home / "session.lock",
        profile.service.origin,
        workplace.clock,
        password_rules=profile.account.password,
        idle_lock=timedelta(minutes=profile.account.idle_lock_minutes),
        sign_requests=profile.inbox.request_signing,
    )
    with account:
        yield account


def newest_profile(
    workplace: Workplace, installed: InstalledProfile, account: Account, patience: Patience | None = None
) -> InstalledProfile:
    """Take a later profile from the service where it has one; one by another key stops everything.

    Raises what the way to the service and the trust in a profile raise. `patience`: ask once, and no longer than that.
    """
    document = account.api.current_profile(patience)
    if document.profile_toml == installed.signed.toml_bytes:
        return installed
    store = profile_store(workplace)
    try:
        trusted = store.update(document.profile_toml, document.signature)
    except ProfileOlderError:
        return installed
    workplace.note("profile.updated", serial=trusted.profile.serial, profile_sha256=trusted.sha256)
    return store.require()
