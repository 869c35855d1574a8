"""What can be found out about a profile before anybody relies on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from client.institution.errors import ProfileFieldError
from client.institution.profile import parse_profile
from client.institution.trust import MAX_VALIDITY_DAYS, claimed_key, require_signed
from client.model.clock import format_time
from client.model.errors import ClientError
from client.model.profile import Profile
from client.seal.keys import Kem, parse_public_key
from client.seal.minisign import profile_key_fingerprint
from client.tasks.policies import policy_names
from prep import load_policy
from prep.errors import PrepError
from prep.limits import service_names
from resources import ROOT
from ui.messages import explain

_SOON = timedelta(days=14)
_REASONS = {
    "missing": "it is missing",
    "too few": "there are too few",
    "too many": "there are too many",
    "twice": "something in it is there twice",
    "unknown": "there is no such setting",
    "type": "it is of another kind than it must be",
    "value": "it says what it may not say",
    "floor": "it is weaker than any profile may be",
    "environment": "practice is on this computer alone, and production never is",
}


@dataclass(frozen=True)
class Remark:
    """One line of the check. `is_problem`: clients would refuse the profile, or fail with it."""

    text: str
    is_problem: bool = False


def told(error: ClientError) -> str:
    """What is wrong, for whoever makes the profile: the program's own words speak to those who were given it."""
    if isinstance(error, ProfileFieldError):
        reason = str(error.facts["reason"])
        words = f"the setting “{error.facts['field']}”: {_REASONS.get(reason, reason)}"
    else:
        words = explain(error).what.rstrip(".")
    return f"{words}  [{error.code}]"


def check(toml_bytes: bytes, signature_text: str | None, now: datetime) -> list[Remark]:
    """Everything wrong or worth knowing; the first line of a good profile says whose it is."""
    try:
        profile = parse_profile(toml_bytes)
    except ClientError as error:
        return [Remark(told(error), is_problem=True)]
    remarks = [
        Remark(f"{profile.institution}, {profile.environment}, serial {profile.serial}, {profile.service.origin}")
    ]
    remarks += _dates(profile, now)
    remarks += _keys(profile, now)
    remarks += _contents(profile)
    remarks += _signature(toml_bytes, signature_text)
    return remarks


def _dates(profile: Profile, now: datetime) -> Iterator[Remark]:
    until = format_time(profile.not_after)
    if profile.is_expired(now):
        yield Remark(f"expired on {until}", is_problem=True)
    elif profile.not_after > now + timedelta(days=MAX_VALIDITY_DAYS):
        yield Remark(f"valid until {until}: more than {MAX_VALIDITY_DAYS} days, clients refuse it", is_problem=True)
    elif profile.not_after < now + _SOON:
        yield Remark(f"valid until {until}: soon over, renew it")
    else:
        yield Remark(f"valid until {until}")
    for pin in profile.service.next_pins:
        if pin.not_before <= now:
            yield Remark("an announced pin's day has come: rotate-pins makes it a present one")


def _keys(profile: Profile, now: datetime) -> Iterator[Remark]:
    for pem in profile.recipients:
        try:
            key = parse_public_key(pem)
            key.hpke_key()
        except ClientError as error:
            yield Remark(f"a recipient key cannot be used ({error.code})", is_problem=True)
        else:
            kem = "X-Wing" if key.kem is Kem.X_WING else "X25519 (no protection against quantum computers)"
            yield Remark(f"sealed to {kem} {key.fingerprint[:19]}…")
    for signing_key in profile.signing_keys:
        try:
            Ed25519PublicKey.from_public_bytes(signing_key.public_key)
        except ValueError:
            yield Remark(f"signing key {signing_key.kid} is not an Ed25519 key", is_problem=True)
        if signing_key.not_after < profile.not_after:
            yield Remark(f"signing key {signing_key.kid} ends before the profile")
        if signing_key.not_before > now:
            yield Remark(f"signing key {signing_key.kid} is not valid yet")


def _contents(profile: Profile) -> Iterator[Remark]:
    for pem in filter(None, (profile.service.ca_pem, profile.inbox.ca_pem)):
        try:
            certificates = x509.load_pem_x509_certificates(pem.encode())
        except ValueError:
            yield Remark("a CA certificate cannot be read", is_problem=True)
            continue
        for certificate in certificates:
            if certificate.not_valid_after_utc < profile.not_after:
                yield Remark("a CA certificate ends before the profile", is_problem=True)
    if profile.policy.toml is not None:
        try:
            load_policy(profile.policy.toml.encode())
        except PrepError as error:
            yield Remark(f"the preparation policy is refused ({error.code})", is_problem=True)
    elif profile.policy.name not in policy_names():
        yield Remark(
            f"no preparation policy comes under the name {profile.policy.name}: {', '.join(policy_names())}", True
        )
    services = service_names((ROOT / "policies" / "services.toml").read_bytes())
    if profile.limits.service not in services:
        yield Remark(f"no limits are known of the service {profile.limits.service}: {', '.join(services)}", True)
    if profile.account.second_factor != "required":
        yield Remark("a second factor is not required")
    if not (profile.helpdesk.phone or profile.helpdesk.email):
        yield Remark("no telephone number and no mail address of a helpdesk")


def _signature(toml_bytes: bytes, signature_text: str | None) -> Iterator[Remark]:
    if signature_text is None:
        yield Remark("not signed yet")
        return
    try:
        key = claimed_key(signature_text)
        if key is None:
            yield Remark(
                "the signature does not bring its key: sign with this tool, or give minisign the -c it prints", True
            )
            return
        require_signed(toml_bytes, signature_text, key)
    except ClientError as error:
        yield Remark(f"the signature does not belong to this profile  [{error.code}]", is_problem=True)
    else:
        yield Remark(f"signed; for the paper that users type from: {profile_key_fingerprint(key)}")
