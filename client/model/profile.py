"""What an institution's profile says, as plain data for every room and both faces.

Parsed and judged in `client.institution`; here nothing is checked. Texts come from the institution and are outside
text: show them through `display_text` only.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import NamedTuple

from client.model.forms import ENVIRONMENTS as ENVIRONMENTS
from client.model.forms import TOKEN_STORES as TOKEN_STORES

SIGNING_PURPOSES = ("receipt", "results", "deletion")
INBOX_KINDS = ("service", "tus", "s3")
INBOX_CONTAINERS = ("gseal", "crypt4gh")
SECOND_FACTOR_RULES = ("required", "optional")
WORKSTATION_REQUIREMENTS = (
    "disk_encryption",
    "screen_lock",
    "keyring",
    "clock",
    "no_tls_inspection",
    "current_version",
)


class NextPin(NamedTuple):
    """A pin that counts in addition from `not_before` on, announced before the server changes its key."""

    spki_sha256: bytes
    not_before: datetime


class ServicePlace(NamedTuple):
    """Where the service is and by which keys it is known. `pins` are raw SHA-256 values of SubjectPublicKeyInfo."""

    origin: str
    pins: tuple[bytes, ...]
    ca_pem: str | None = None
    next_pins: tuple[NextPin, ...] = ()

    def pins_at(self, moment: datetime) -> tuple[bytes, ...]:
        """The pins that count at `moment`: all present ones, and announced ones whose day has come."""
        return self.pins + tuple(pin.spki_sha256 for pin in self.next_pins if pin.not_before <= moment)


class Inbox(NamedTuple):
    """How sealed files are taken in. `origin`, `pins`, `ca_pem` only where bodies go to another origin."""

    kind: str = "service"
    container: str = "gseal"
    request_signing: bool = False
    aes256_required: bool = False
    """Nothing may be sealed with another cipher: a Crypt4GH inbox is then refused."""
    origin: str | None = None
    pins: tuple[bytes, ...] = ()
    ca_pem: str | None = None
    weaker_transport_accepted: bool = False


class SigningKey(NamedTuple):
    """An Ed25519 key by which the service signs one kind of statement, and when it counts."""

    purpose: str
    kid: str
    public_key: bytes
    not_before: datetime
    not_after: datetime


class PasswordRules(NamedTuple):
    """What the service asks of a new password; shown while it is typed."""

    min_length: int = 12
    min_classes: int = 1
    """How many of lower case, upper case, digits and others must appear."""
    forbid_user_name: bool = True


class AccountRules(NamedTuple):
    """What an account needs here: `second_factor` is required or optional, `token_stores` where secrets may be kept."""

    second_factor: str = "required"
    idle_lock_minutes: int = 15
    token_stores: tuple[str, ...] = ("keyring", "vault")
    password: PasswordRules = PasswordRules()


class PolicyChoice(NamedTuple):
    """Which preparation policy is used; `toml` brings the institution's own instead of a shipped one."""

    name: str = "imputation"
    locked: bool = False
    toml: str | None = None


class SubmissionLimits(NamedTuple):
    """Of one submission. `service` names the table of a service's limits in `resources/policies/services.toml`."""

    service: str = "generic"
    max_files: int = 25
    max_file_bytes: int = 100 * 1024**3


class Retention(NamedTuple):
    """Days after which the service deletes a job, and this workstation its local copies."""

    service_days: int = 7
    local_days: int = 30


class ConsentStatement(NamedTuple):
    """What whoever sends confirms; `version` is named in the submission manifest, with the text's hash."""

    version: str
    text: str

    @property
    def text_sha256(self) -> str:
        """Hex SHA-256 of the text's UTF-8 bytes, as the submission manifest carries it."""
        return hashlib.sha256(self.text.encode()).hexdigest()


class Helpdesk(NamedTuple):
    """Whom users ask, in the institution's own words; empty where it has none."""

    phone: str = ""
    hours: str = ""
    email: str = ""


class ClientRule(NamedTuple):
    """The least version of this program that may send, and from when that is enforced (None: at once).

    `until_then` is what the computer's policy demands before that moment.
    """

    minimum_version: str = "0"
    enforced_from: datetime | None = None
    until_then: str = "0"


class Profile(NamedTuple):
    """One institution's settings, as signed. Says nothing about whether anybody checked the signature."""

    institution: str
    environment: str
    serial: int
    not_after: datetime
    service: ServicePlace
    recipients: tuple[str, ...]
    """PEM texts of the recipient public keys that bodies, headers and manifests are sealed to."""
    signing_keys: tuple[SigningKey, ...]
    consent: tuple[ConsentStatement, ...]
    next_keys: tuple[str, ...] = ()
    """Minisign public keys (the base64 line) that may sign a later profile, beside the present one."""
    inbox: Inbox = Inbox()
    account: AccountRules = AccountRules()
    policy: PolicyChoice = PolicyChoice()
    limits: SubmissionLimits = SubmissionLimits()
    retention: Retention = Retention()
    helpdesk: Helpdesk = Helpdesk()
    client: ClientRule = ClientRule()
    workstation: tuple[str, ...] = ()
    """Names out of WORKSTATION_REQUIREMENTS that must hold before anything is sent."""
    minor: int = 0
    unknown_settings: int = 0
    """How many settings of a newer minor version this program does not know and has ignored; show it."""

    def is_expired(self, now: datetime) -> bool:
        return now >= self.not_after

    def consent_statement(self, version: str) -> ConsentStatement | None:
        return next((statement for statement in self.consent if statement.version == version), None)
