"""What the operating system's policy adds to a profile: it may only tighten, and never say whom to trust.

Linux: `/etc/xdg/genoseal/policy.json`; Windows: values under `HKLM\\Software\\Policies\\Genoseal`; macOS: managed
preferences. All three are one flat table of the settings below.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from client.institution.errors import ProfilePolicyError
from client.institution.profile import MAX_IDLE_LOCK_MINUTES
from client.institution.trust import version_number
from client.model.forms import PROGRAM_VERSION
from client.model.profile import TOKEN_STORES, WORKSTATION_REQUIREMENTS, ClientRule, Profile

MAX_POLICY_BYTES = 64 * 1024

FORBIDDEN_SETTINGS = (
    "institution",
    "environment",
    "serial",
    "not_after",
    "origin",
    "pins",
    "next_pins",
    "ca_pem",
    "service",
    "inbox",
    "recipients",
    "signing_keys",
    "next_keys",
    "consent",
    "helpdesk",
)
"""What only a signed profile says; named here so that an administrator learns why it is refused."""


class OsPolicy(NamedTuple):
    """The policy's settings; None or empty where it says nothing."""

    lock_policy: bool = False
    """The preparation policy cannot be changed by the user."""
    allow_user_profiles: bool = True
    require_second_factor: bool = False
    idle_lock_minutes: int | None = None
    min_password_length: int | None = None
    token_stores: tuple[str, ...] = ()
    workstation: tuple[str, ...] = ()
    local_days: int | None = None
    max_files: int | None = None
    max_file_bytes: int | None = None
    request_signing: bool = False
    aes256_required: bool = False
    """Nothing leaves this workstation that is sealed with another cipher, whatever a profile asks for."""
    minimum_version: str | None = None


class EffectiveSetting(NamedTuple):
    """One setting as it holds, and who says so: `policy` or `profile`."""

    name: str
    value: str
    source: str


def parse_os_policy(values: Mapping[str, Any]) -> OsPolicy:
    """Read the policy's table. Raises ProfilePolicyError for a setting that is forbidden, unknown or of no sense."""
    known = set(OsPolicy._fields) | {"schema"}
    for name in values:
        if name in FORBIDDEN_SETTINGS or name.split(".", 1)[0] in FORBIDDEN_SETTINGS:
            raise ProfilePolicyError(setting=name.split(".", 1)[0], reason="forbidden")
        if name not in known:
            raise ProfilePolicyError(setting="other", reason="unknown")
    if values.get("schema", 1) != 1 or type(values.get("schema", 1)) is not int:
        raise ProfilePolicyError(setting="schema", reason="value")
    return OsPolicy(
        lock_policy=_flag(values, "lock_policy", only=True),
        allow_user_profiles=_flag(values, "allow_user_profiles", only=False),
        require_second_factor=_flag(values, "require_second_factor", only=True),
        idle_lock_minutes=_number(values, "idle_lock_minutes", 1, MAX_IDLE_LOCK_MINUTES),
        min_password_length=_number(values, "min_password_length", 8, 128),
        token_stores=_words(values, "token_stores", TOKEN_STORES),
        workstation=_words(values, "workstation", WORKSTATION_REQUIREMENTS),
        local_days=_number(values, "local_days", 0, 3650),
        max_files=_number(values, "max_files", 1, 1000),
        max_file_bytes=_number(values, "max_file_bytes", 1, 2**50),
        request_signing=_flag(values, "request_signing", only=True),
        aes256_required=_flag(values, "aes256_required", only=True),
        minimum_version=_version(values, "minimum_version"),
    )


def parse_os_policy_json(data: bytes) -> OsPolicy:
    """The same from a JSON object; raises ProfilePolicyError(`damaged`) for anything else."""
    if len(data) > MAX_POLICY_BYTES:
        raise ProfilePolicyError(setting="other", reason="damaged")
    try:
        values = json.loads(data)
    except (ValueError, RecursionError):
        raise ProfilePolicyError(setting="other", reason="damaged") from None
    if not isinstance(values, dict):
        raise ProfilePolicyError(setting="other", reason="damaged")
    return parse_os_policy(values)


def tighten(profile: Profile, policy: OsPolicy) -> Profile:
    """The profile with the stricter of both in every setting. A policy that would loosen changes nothing.

    Raises ProfilePolicyError where no token store is left.
    """
    account, rule = profile.account, profile.client
    stores = tuple(s for s in account.token_stores if not policy.token_stores or s in policy.token_stores)
    if not stores:
        raise ProfilePolicyError(setting="token_stores", reason="value")
    if policy.minimum_version:
        # At once: the administrator who sets a policy also installs the program.
        if version_number(policy.minimum_version) >= version_number(rule.minimum_version):
            rule = ClientRule(policy.minimum_version)
        elif rule.enforced_from is not None:
            rule = rule._replace(until_then=policy.minimum_version)
    return profile._replace(
        account=account._replace(
            second_factor="required" if policy.require_second_factor else account.second_factor,
            idle_lock_minutes=_least(account.idle_lock_minutes, policy.idle_lock_minutes),
            token_stores=stores,
            password=account.password._replace(
                min_length=max(account.password.min_length, policy.min_password_length or 0)
            ),
        ),
        policy=profile.policy._replace(locked=profile.policy.locked or policy.lock_policy),
        inbox=profile.inbox._replace(
            request_signing=profile.inbox.request_signing or policy.request_signing,
            aes256_required=profile.inbox.aes256_required or policy.aes256_required,
        ),
        limits=profile.limits._replace(
            max_files=_least(profile.limits.max_files, policy.max_files),
            max_file_bytes=_least(profile.limits.max_file_bytes, policy.max_file_bytes),
        ),
        retention=profile.retention._replace(local_days=_least(profile.retention.local_days, policy.local_days)),
        workstation=tuple(sorted({*profile.workstation, *policy.workstation})),
        client=rule,
    )


def effective_settings(signed: Profile, effective: Profile) -> tuple[EffectiveSetting, ...]:
    """Every setting a policy can tighten, as it holds, with who says so. `signed` is the profile as it was signed."""
    shown, before = _settings(effective), _settings(signed)
    return tuple(
        EffectiveSetting(name, value, "profile" if before[name] == value else "policy") for name, value in shown.items()
    )


def _settings(profile: Profile) -> dict[str, str]:
    rule = profile.client
    return {
        "policy.locked": "yes" if profile.policy.locked else "no",
        "account.second_factor": profile.account.second_factor,
        "account.idle_lock_minutes": str(profile.account.idle_lock_minutes),
        "account.password.min_length": str(profile.account.password.min_length),
        "account.token_stores": ", ".join(profile.account.token_stores),
        "inbox.request_signing": "yes" if profile.inbox.request_signing else "no",
        "inbox.aes256_required": "yes" if profile.inbox.aes256_required else "no",
        "limits.max_files": str(profile.limits.max_files),
        "limits.max_file_bytes": str(profile.limits.max_file_bytes),
        "retention.local_days": str(profile.retention.local_days),
        "workstation.require": ", ".join(sorted(profile.workstation)),
        "client.minimum_version": rule.minimum_version if rule.until_then == "0" else rule.until_then,
    }


def _least(present: int, limit: int | None) -> int:
    return present if limit is None else min(present, limit)


def _flag(values: Mapping[str, Any], name: str, *, only: bool) -> bool:
    """A flag that a policy can only set one way. Registries have no booleans: 0 and 1 count."""
    value = values.get(name, not only)
    if type(value) is int and value in (0, 1):
        value = bool(value)
    if type(value) is not bool:
        raise ProfilePolicyError(setting=name, reason="value")
    return value


def _number(values: Mapping[str, Any], name: str, low: int, high: int) -> int | None:
    value = values.get(name)
    if value is None:
        return None
    if type(value) is not int or not low <= value <= high:
        raise ProfilePolicyError(setting=name, reason="value")
    return value


def _words(values: Mapping[str, Any], name: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    value = values.get(name, [])
    if not isinstance(value, list) or not all(isinstance(word, str) and word in allowed for word in value):
        raise ProfilePolicyError(setting=name, reason="value")
    return tuple(value)


def _version(values: Mapping[str, Any], name: str) -> str | None:
    value = values.get(name)
    if value is not None and (not isinstance(value, str) or not re.fullmatch(PROGRAM_VERSION, value)):
        raise ProfilePolicyError(setting=name, reason="value")
    return value
