"""Writes a profile as TOML that people can read and `parse_profile` gives back unchanged."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import datetime

from client.institution.errors import ProfileDamagedError, ProfileFieldError, ProfileNewerError, ProfileWriterError
from client.institution.profile import PROFILE_SCHEMA, parse_profile
from client.model.clock import format_time
from client.model.profile import Profile

_Value = str | int | bool | bytes | datetime | tuple[str, ...] | tuple[bytes, ...] | None


def profile_toml(profile: Profile) -> bytes:
    """The profile as TOML bytes, ready for `sign_minisign`. Sub-second parts of times are dropped.

    Raises ProfileWriterError with the setting's name where `parse_profile` would refuse what was written.
    """
    data = "".join(_iter_lines(profile)).encode()
    try:
        parse_profile(data)
    except ProfileFieldError as error:
        raise ProfileWriterError(field=error.facts["field"]) from error
    except (ProfileDamagedError, ProfileNewerError) as error:
        raise ProfileWriterError(field="profile") from error
    return data


def _iter_lines(profile: Profile) -> Iterator[str]:
    yield _line("schema", PROFILE_SCHEMA)
    if profile.minor:
        yield _line("minor", profile.minor)
    yield _line("institution", profile.institution)
    yield _line("environment", profile.environment)
    yield _line("serial", profile.serial)
    yield _line("not_after", profile.not_after)
    if profile.next_keys:
        yield _line("next_keys", profile.next_keys)
    service, inbox, account = profile.service, profile.inbox, profile.account
    yield from _table("service", origin=service.origin, pins=service.pins, ca_pem=service.ca_pem)
    for pin in service.next_pins:
        yield from _table("service.next_pins", many=True, pin=pin.spki_sha256, not_before=pin.not_before)
    yield from _table(
        "inbox",
        kind=inbox.kind,
        container=inbox.container,
        request_signing=inbox.request_signing,
        aes256_required=inbox.aes256_required or None,
        origin=inbox.origin,
        pins=inbox.pins or None,
        ca_pem=inbox.ca_pem,
        weaker_transport_accepted=inbox.weaker_transport_accepted,
    )
    for recipient in profile.recipients:
        yield from _table("recipients", many=True, public_key=recipient)
    for key in profile.signing_keys:
        yield from _table(
            "signing_keys",
            many=True,
            purpose=key.purpose,
            kid=key.kid,
            public_key=key.public_key,
            not_before=key.not_before,
            not_after=key.not_after,
        )
    yield from _table(
        "account",
        second_factor=account.second_factor,
        idle_lock_minutes=account.idle_lock_minutes,
        token_stores=account.token_stores,
    )
    yield from _table(
        "account.password",
        min_length=account.password.min_length,
        min_classes=account.password.min_classes,
        forbid_user_name=account.password.forbid_user_name,
    )
    yield from _table("policy", name=profile.policy.name, locked=profile.policy.locked, toml=profile.policy.toml)
    limits, retention = profile.limits, profile.retention
    yield from _table(
        "limits", service=limits.service, max_files=limits.max_files, max_file_bytes=limits.max_file_bytes
    )
    yield from _table("retention", service_days=retention.service_days, local_days=retention.local_days)
    for statement in profile.consent:
        yield from _table("consent", many=True, version=statement.version, text=statement.text)
    helpdesk = profile.helpdesk
    yield from _table(
        "helpdesk", phone=helpdesk.phone or None, hours=helpdesk.hours or None, email=helpdesk.email or None
    )
    yield from _table(
        "client", minimum_version=profile.client.minimum_version, enforced_from=profile.client.enforced_from
    )
    yield from _table("workstation", require=profile.workstation)


def _table(table: str, /, *, many: bool = False, **settings: _Value) -> Iterator[str]:
    yield f"\n[[{table}]]\n" if many else f"\n[{table}]\n"
    for key, value in settings.items():
        if value is not None:
            yield _line(key, value)


def _line(key: str, value: _Value) -> str:
    return f"{key} = {_toml_value(value)}\n"


def _toml_value(value: _Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, bytes):
        return f'"{base64.b64encode(value).decode()}"'
    if isinstance(value, datetime):
        return f'"{format_time(value)}"'
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml_value(item) for item in value) + "]"
    return _toml_text(str(value))


def _toml_text(text: str) -> str:
    escaped = "".join(_escape(character) for character in text)
    # Several lines stay several lines: certificates and consent statements are read and compared by people.
    return f'"""\n{escaped}"""' if "\n" in text else f'"{escaped}"'


def _escape(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character == "\n" or character.isprintable():
        return character
    point = ord(character)
    return f"\\u{point:04X}" if point <= 0xFFFF else f"\\U{point:08X}"
