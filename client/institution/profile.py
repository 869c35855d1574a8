"""Reads the institution profile, TOML of `schema = 1`, and holds it to the rules that no profile can lower.

Settings nobody knows are refused, for a mistyped rule (`second_factr`) must not silently be no rule. Only where the
profile says `minor` greater than this program's are they ignored and counted, so that one profile can serve old and
new clients; what an old client must not ignore goes with `[client] minimum_version`.
"""

from __future__ import annotations

import tomllib
from datetime import datetime
from typing import Any

from client.institution.errors import ProfileDamagedError, ProfileFieldError, ProfileNewerError
from client.institution.origin import is_loopback_origin, is_origin
from client.institution.toml_table import TomlTable
from client.model.errors import ClientError
from client.model.forms import PROGRAM_VERSION
from client.model.profile import (
    ENVIRONMENTS,
    INBOX_CONTAINERS,
    INBOX_KINDS,
    SECOND_FACTOR_RULES,
    SIGNING_PURPOSES,
    TOKEN_STORES,
    WORKSTATION_REQUIREMENTS,
    AccountRules,
    ClientRule,
    ConsentStatement,
    Helpdesk,
    Inbox,
    NextPin,
    PasswordRules,
    PolicyChoice,
    Profile,
    Retention,
    ServicePlace,
    SigningKey,
    SubmissionLimits,
)
from client.seal.file_formats import parse_recipient
from client.seal.keys import Kem

PROFILE_SCHEMA = 1
PROFILE_MINOR = 0
MAX_PROFILE_BYTES = 256 * 1024
MIN_PINS = 2
"""One in use and one spare that lies offline: with one alone a lost key cuts every workstation off."""
MIN_PASSWORD_CHARS = 8
MAX_IDLE_LOCK_MINUTES = 60
MAX_SERIAL = 2**53 - 1

_MAX_DOTS_IN_A_LINE = 200
"""tomllib takes time by the square of a dotted key's parts: `a.a.a…` of 100 KB was seen to take 53 s."""

_MAX_PEM_CHARS = 32 * 1024
_MAX_CONSENT_CHARS = 32 * 1024
_MAX_POLICY_CHARS = 64 * 1024
_RECIPIENT_PEM = (
    r"-----BEGIN (GENOSEAL|CRYPT4GH) PUBLIC KEY-----\n"
    r"[A-Za-z0-9+/=\n]+\n-----END (GENOSEAL|CRYPT4GH) PUBLIC KEY-----\n?"
)
_CERTIFICATES_PEM = r"(-----BEGIN CERTIFICATE-----\n[A-Za-z0-9+/=\n]+\n-----END CERTIFICATE-----\n*)+"
_MINISIGN_KEY = r"[A-Za-z0-9+/]{56}"
_NAME = r"[a-z0-9][a-z0-9-]{0,39}"
_KID = r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}"
_CONSENT_VERSION = r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}"
_EMAIL = r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}"


def parse_profile(toml_bytes: bytes) -> Profile:
    """Read a profile; call it only on bytes whose signature has been verified (`require_profile` does both).

    Raises ProfileDamagedError (not a TOML text of at most 256 KiB), ProfileNewerError, ProfileFieldError.
    """
    values = _parse_toml(toml_bytes)
    schema = values.get("schema")
    if type(schema) is not int:
        raise ProfileFieldError(field="schema", reason="missing" if schema is None else "type")
    if schema > PROFILE_SCHEMA:
        raise ProfileNewerError(schema=schema, known=PROFILE_SCHEMA)
    minor = values.get("minor", 0)
    newer_minor = type(minor) is int and minor > PROFILE_MINOR
    root = TomlTable(values, ignore_unknown=newer_minor)
    root.require_int("schema", PROFILE_SCHEMA, PROFILE_SCHEMA)
    environment = root.require_choice("environment", ENVIRONMENTS)
    service = _read_service(root.require_table("service"))
    _require_environment(environment, service.origin)
    facts: dict[str, Any] = {
        "minor": root.require_int("minor", 0, 10_000, 0),
        "institution": root.require_text("institution", max_chars=120),
        "environment": environment,
        "serial": root.require_int("serial", 1, MAX_SERIAL),
        "not_after": root.require_time("not_after"),
        "next_keys": root.require_texts("next_keys", _MINISIGN_KEY, 0, 4, default=()),
        "service": service,
        "inbox": _read_inbox(root.optional_table("inbox"), service),
        "recipients": _read_recipients(root),
        "signing_keys": _read_signing_keys(root),
        "account": _read_account(root.optional_table("account")),
        "policy": _read_policy(root.optional_table("policy")),
        "limits": _read_limits(root.optional_table("limits")),
        "retention": _read_retention(root.optional_table("retention")),
        "consent": _read_consent(root),
        "helpdesk": _read_helpdesk(root.optional_table("helpdesk")),
        "client": _read_client(root.optional_table("client")),
        "workstation": root.optional_table("workstation").require_texts("require", None, 0, 20, default=()),
    }
    _require_recipients_fit(root, facts["inbox"], facts["recipients"])
    if not set(facts["workstation"]) <= set(WORKSTATION_REQUIREMENTS) and not newer_minor:
        raise ProfileFieldError(field="workstation.require", reason="value")
    root.close()
    return Profile(**facts, unknown_settings=root.ignored)


def _parse_toml(toml_bytes: bytes) -> dict[str, Any]:
    if not 0 < len(toml_bytes) <= MAX_PROFILE_BYTES:
        raise ProfileDamagedError(reason="size")
    try:
        text = toml_bytes.decode()
    except UnicodeDecodeError:
        raise ProfileDamagedError(reason="text") from None
    if any(line.count(".") > _MAX_DOTS_IN_A_LINE for line in text.split("\n")):
        raise ProfileDamagedError(reason="toml")
    try:
        return tomllib.loads(text)
    # RecursionError: tomllib descends once per bracket, and 256 KiB hold many brackets.
    except (tomllib.TOMLDecodeError, ValueError, RecursionError):
        raise ProfileDamagedError(reason="toml") from None


def _require_environment(environment: str, origin: str) -> None:
    """Practice lives on this computer only, production never does: the two cannot meet by a mistyped origin."""
    on_loopback = is_loopback_origin(origin)
    if (environment == "practice" and not on_loopback) or (environment == "production" and on_loopback):
        raise ProfileFieldError(field="environment", reason="environment")


def _require_origin(table: TomlTable) -> str:
    origin = table.require_text("origin", max_chars=280)
    if not is_origin(origin):
        raise table.wrong("origin", "value")
    return origin


def _read_pins(table: TomlTable) -> tuple[bytes, ...]:
    return table.require_bytes32_list("pins", MIN_PINS, 8)


def _read_service(table: TomlTable) -> ServicePlace:
    origin = _require_origin(table)
    pins = _read_pins(table)
    next_pins = tuple(
        NextPin(spki_sha256=entry.require_bytes32("pin"), not_before=entry.require_time("not_before"))
        for entry in table.require_tables("next_pins", 0, 8)
    )
    every = [*pins, *(pin.spki_sha256 for pin in next_pins)]
    if len(set(every)) != len(every):
        raise table.wrong("next_pins", "twice")
    ca_pem = table.optional_text("ca_pem", _CERTIFICATES_PEM, max_chars=_MAX_PEM_CHARS, lines=True)
    return ServicePlace(origin=origin, pins=pins, ca_pem=ca_pem, next_pins=next_pins)


def _read_inbox(table: TomlTable, service: ServicePlace) -> Inbox:
    kind = table.require_choice("kind", INBOX_KINDS, "service")
    accepted = table.require_bool("weaker_transport_accepted", False)
    origin = _require_origin(table) if table.has("origin") else None
    if (kind == "service" and origin not in (None, service.origin)) or (kind == "s3" and origin is None):
        raise table.wrong("origin", "value")
    elsewhere = origin is not None and origin != service.origin
    container = table.require_choice("container", INBOX_CONTAINERS, "gseal")
    aes256_required = table.require_bool("aes256_required", False)
    if aes256_required and container != "gseal":
        raise table.wrong("aes256_required", "value")
    if elsewhere and not accepted:
        raise table.wrong("weaker_transport_accepted", "floor")
    if elsewhere and is_loopback_origin(str(origin)) != is_loopback_origin(service.origin):
        raise table.wrong("origin", "environment")
    if not elsewhere and (table.has("pins") or table.has("ca_pem")):
        raise table.wrong("pins", "value")  # two sets of pins for one origin: which one would count?
    return Inbox(
        kind=kind,
        container=container,
        request_signing=table.require_bool("request_signing", False),
        aes256_required=aes256_required,
        origin=origin if elsewhere else None,
        pins=_read_pins(table) if elsewhere else (),
        ca_pem=table.optional_text("ca_pem", _CERTIFICATES_PEM, max_chars=_MAX_PEM_CHARS, lines=True),
        weaker_transport_accepted=accepted,
    )


def _read_recipients(root: TomlTable) -> tuple[str, ...]:
    keys = tuple(
        entry.require_text("public_key", _RECIPIENT_PEM, max_chars=8192, lines=True)
        for entry in root.require_tables("recipients", 1, 16)
    )
    if len({"".join(key.split()) for key in keys}) != len(keys):
        raise root.wrong("recipients", "twice")
    return keys


def _require_recipients_fit(root: TomlTable, inbox: Inbox, recipients: tuple[str, ...]) -> None:
    """Crypt4GH knows X25519 keys only; an archive's own key file says nothing to a `.gseal` inbox."""
    for text in recipients:
        if inbox.container == "crypt4gh":
            try:
                fits = parse_recipient(text).kem is Kem.X25519
            except ClientError:
                fits = False
        else:
            fits = "CRYPT4GH" not in text
        if not fits:
            raise root.wrong("recipients", "value")


def _read_signing_keys(root: TomlTable) -> tuple[SigningKey, ...]:
    keys = tuple(_read_signing_key(entry) for entry in root.require_tables("signing_keys", len(SIGNING_PURPOSES), 64))
    if {key.purpose for key in keys} != set(SIGNING_PURPOSES):
        raise root.wrong("signing_keys", "missing")
    # A key per purpose: with one key for two, a receipt could be relabelled into a deletion certificate.
    if len({key.public_key for key in keys}) != len(keys) or len({key.kid for key in keys}) != len(keys):
        raise root.wrong("signing_keys", "twice")
    return keys


def _read_signing_key(entry: TomlTable) -> SigningKey:
    not_before, not_after = entry.require_time("not_before"), entry.require_time("not_after")
    if not_after <= not_before:
        raise entry.wrong("not_after", "value")
    return SigningKey(
        purpose=entry.require_choice("purpose", SIGNING_PURPOSES),
        kid=entry.require_text("kid", _KID),
        public_key=entry.require_bytes32("public_key"),
        not_before=not_before,
        not_after=not_after,
    )


def _read_account(table: TomlTable) -> AccountRules:
    default = AccountRules()
    stores = table.require_texts("token_stores", None, 1, len(TOKEN_STORES), default=default.token_stores)
    if not set(stores) <= set(TOKEN_STORES):
        raise table.wrong("token_stores", "value")
    password = table.optional_table("password")
    rules = PasswordRules(
        min_length=password.require_int("min_length", 1, 128, default.password.min_length),
        min_classes=password.require_int("min_classes", 1, 4, default.password.min_classes),
        forbid_user_name=password.require_bool("forbid_user_name", default.password.forbid_user_name),
    )
    if rules.min_length < MIN_PASSWORD_CHARS:
        raise password.wrong("min_length", "floor")
    idle_lock_minutes = table.require_int("idle_lock_minutes", 0, 24 * 60, default.idle_lock_minutes)
    if not 1 <= idle_lock_minutes <= MAX_IDLE_LOCK_MINUTES:
        raise table.wrong("idle_lock_minutes", "floor")
    return AccountRules(
        second_factor=table.require_choice("second_factor", SECOND_FACTOR_RULES, default.second_factor),
        idle_lock_minutes=idle_lock_minutes,
        token_stores=stores,
        password=rules,
    )


def _read_policy(table: TomlTable) -> PolicyChoice:
    name = table.require_text("name", _NAME, default=PolicyChoice().name)
    toml = table.optional_text("toml", max_chars=_MAX_POLICY_CHARS, lines=True)
    return PolicyChoice(name, table.require_bool("locked", False) or _locks_itself(toml), toml)


def _locks_itself(policy_toml: str | None) -> bool:
    """Whether the institution's own policy says that it is locked; whether it is a policy at all is prep's to judge."""
    try:
        return tomllib.loads(policy_toml or "").get("locked") is True
    except (ValueError, RecursionError):  # no TOML, endless numbers, brackets without end
        return False


def _read_limits(table: TomlTable) -> SubmissionLimits:
    default = SubmissionLimits()
    return SubmissionLimits(
        service=table.require_text("service", _NAME, default=default.service),
        max_files=table.require_int("max_files", 1, 1000, default.max_files),
        max_file_bytes=table.require_int("max_file_bytes", 1, 2**50, default.max_file_bytes),
    )


def _read_retention(table: TomlTable) -> Retention:
    default = Retention()
    return Retention(
        service_days=table.require_int("service_days", 0, 3650, default.service_days),
        local_days=table.require_int("local_days", 0, 3650, default.local_days),
    )


def _read_consent(root: TomlTable) -> tuple[ConsentStatement, ...]:
    statements = tuple(
        ConsentStatement(
            version=entry.require_text("version", _CONSENT_VERSION),
            text=entry.require_text("text", max_chars=_MAX_CONSENT_CHARS, lines=True),
        )
        for entry in root.require_tables("consent", 1, 16)
    )
    if len({statement.version for statement in statements}) != len(statements):
        raise root.wrong("consent", "twice")
    return statements


def _read_helpdesk(table: TomlTable) -> Helpdesk:
    return Helpdesk(
        phone=table.optional_text("phone", r"[+0-9 ()/.-]{3,40}") or "",
        hours=table.optional_text("hours", max_chars=120) or "",
        email=table.optional_text("email", _EMAIL) or "",
    )


def _read_client(table: TomlTable) -> ClientRule:
    enforced_from: datetime | None = table.require_time("enforced_from") if table.has("enforced_from") else None
    return ClientRule(
        minimum_version=table.require_text("minimum_version", PROGRAM_VERSION, default=ClientRule().minimum_version),
        enforced_from=enforced_from,
    )
