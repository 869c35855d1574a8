"""Which profile is believed: signed, by the right key, newer than the last, still valid. Pure: reads no file.

The signature is minisign's, prehashed. Two of its comments are ours:

    untrusted comment: genoseal profile key <the public key's base64 line>
    trusted comment: file:genoseal-profile.toml serial:<serial>

The first only carries the key, so that a fingerprint typed from paper is enough to check the file; it proves nothing
by itself. The second is signed: the constant file name says what the bytes are for, so that a signature over another
document of the institution never passes for one over a profile, whatever the file is called on a disk.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from client.institution.errors import (
    ClientTooOldError,
    FingerprintTypedError,
    ProfileChangedError,
    ProfileCommentError,
    ProfileDamagedError,
    ProfileExpiredError,
    ProfileKeyError,
    ProfileOlderError,
    ProfileValidityError,
)
from client.institution.profile import MAX_PROFILE_BYTES, parse_profile
from client.model.clock import format_time
from client.model.forms import PROGRAM_VERSION
from client.model.profile import Profile
from client.seal.errors import (
    MinisignCommentError,
    MinisignFormError,
    MinisignKeyError,
    MinisignLegacyError,
    MinisignSignatureError,
)
from client.seal.minisign import (
    MinisignPublicKey,
    MinisignSecretKey,
    parse_minisign_public_key,
    profile_key_fingerprint,
    require_minisign,
    sign_minisign,
)

PROFILE_FILE_NAME = "genoseal-profile.toml"
MAX_VALIDITY_DAYS = 90
MAX_SIGNATURE_CHARS = 4096

_CLOCK_TOLERANCE = timedelta(days=1)
_KEY_COMMENT = "untrusted comment: genoseal profile key "
_TRUSTED_COMMENT = re.compile(r"file:(?P<file>[A-Za-z0-9._-]{1,100}) serial:(?P<serial>[1-9][0-9]{0,15})")
_FINGERPRINT = re.compile(r"[A-Z2-7]{16}")


@dataclass(frozen=True)
class TrustedProfile:
    """A profile whose signature was verified, with the very bytes that were signed and the key that signed them."""

    profile: Profile
    signer: MinisignPublicKey
    toml_bytes: bytes = field(repr=False)
    signature_text: str = field(repr=False)

    @property
    def key_fingerprint(self) -> str:
        """`XXXX-XXXX-XXXX-XXXX`, as people compare it."""
        return profile_key_fingerprint(self.signer)

    @property
    def sha256(self) -> str:
        """Hex SHA-256 of the profile's bytes."""
        return hashlib.sha256(self.toml_bytes).hexdigest()


def sign_profile(toml_bytes: bytes, secret_key: MinisignSecretKey) -> str:
    """The text of the `.minisig` file that belongs beside the profile. Raises what `parse_profile` raises."""
    serial = parse_profile(toml_bytes).serial
    return with_key_comment(sign_minisign(toml_bytes, secret_key, trusted_comment(serial)), secret_key.public_key())


def with_key_comment(signature_text: str, public_key: MinisignPublicKey) -> str:
    """The signature with the line that brings its key along."""
    return _KEY_COMMENT + public_key.base64_line + "\n" + signature_text.split("\n", 1)[1]


def trusted_comment(serial: int) -> str:
    """What `minisign -S -t` takes for a profile with this serial."""
    return f"file:{PROFILE_FILE_NAME} serial:{serial}"


def untrusted_comment(public_key: MinisignPublicKey) -> str:
    """What `minisign -S -c` takes, so that the signature file brings the key along."""
    return f"{_KEY_COMMENT}{public_key.base64_line}".removeprefix("untrusted comment: ")


def normalise_fingerprint(typed: str) -> str:
    """What a person typed, as four groups of four: lower case, blanks and missing dashes are forgiven.

    Raises FingerprintTypedError for anything but sixteen base32 characters.
    """
    letters = re.sub(r"[\s-]", "", typed[:100]).upper()
    if not _FINGERPRINT.fullmatch(letters):
        raise FingerprintTypedError
    return "-".join(letters[start : start + 4] for start in range(0, 16, 4))


def claimed_key(signature_text: str) -> MinisignPublicKey | None:
    """The key a signature file brings along, unproven; None where it brings none. Raises ProfileDamagedError."""
    if len(signature_text) > MAX_SIGNATURE_CHARS:
        raise ProfileDamagedError(reason="signature")
    first = signature_text.split("\n", 1)[0].rstrip("\r")
    if not first.startswith("untrusted comment:"):
        raise ProfileDamagedError(reason="signature")  # no signature file at all, which is not a strange key's
    if not first.startswith(_KEY_COMMENT):
        return None
    try:
        return parse_minisign_public_key(first[len(_KEY_COMMENT) :])
    except MinisignFormError:
        raise ProfileDamagedError(reason="signature") from None


def require_signed(toml_bytes: bytes, signature_text: str, public_key: MinisignPublicKey) -> TrustedProfile:
    """Verify, then parse; says nothing about dates or serials of other profiles.

    Raises ProfileChangedError, ProfileKeyError, ProfileCommentError, ProfileDamagedError, ProfileFieldError and
    ProfileNewerError.
    """
    if not 0 < len(toml_bytes) <= MAX_PROFILE_BYTES:
        raise ProfileDamagedError(reason="size")
    if len(signature_text) > MAX_SIGNATURE_CHARS:
        raise ProfileDamagedError(reason="signature")
    try:
        comment = require_minisign(toml_bytes, signature_text, public_key)
    except (MinisignFormError, MinisignLegacyError):
        raise ProfileDamagedError(reason="signature") from None
    except MinisignKeyError:
        raise ProfileKeyError(fingerprint="") from None
    except (MinisignSignatureError, MinisignCommentError):
        raise ProfileChangedError from None
    match = _TRUSTED_COMMENT.fullmatch(comment)
    if match is None or match["file"] != PROFILE_FILE_NAME:
        raise ProfileCommentError(field="file")
    profile = parse_profile(toml_bytes)
    if int(match["serial"]) != profile.serial:
        raise ProfileCommentError(field="serial")
    return TrustedProfile(profile, public_key, toml_bytes, signature_text)


def require_profile(
    toml_bytes: bytes,
    signature_text: str,
    *,
    now: datetime,
    fingerprint: str | None = None,
    installed: TrustedProfile | None = None,
) -> TrustedProfile:
    """Judge a profile that is new here: verified, parsed, dated and, where one is `installed`, a later one.

    The key is the one typed (`fingerprint`), or without it the installed profile's or one it names as next. A typed
    fingerprint of a key outside the installed profile's line is another institution: its serials are its own.
    The identical profile again is fine. Raises the errors of `require_signed`, FingerprintTypedError, ProfileKeyError
    (another key), ProfileOlderError, ProfileExpiredError and ProfileValidityError.
    """
    signer = _require_signer(signature_text, fingerprint, installed)
    trusted = require_signed(toml_bytes, signature_text, signer)
    if installed is not None and is_of_line(signer, installed):
        _require_later(trusted, installed)
    require_dates(trusted.profile, now)
    return trusted


def is_of_line(signer: MinisignPublicKey, installed: TrustedProfile) -> bool:
    """Whether `signer` may sign a later profile of the same institution."""
    return signer == installed.signer or signer.base64_line in installed.profile.next_keys


def require_dates(profile: Profile, now: datetime) -> None:
    """Raise ProfileExpiredError or ProfileValidityError; for accepting a profile, not for using one."""
    if profile.is_expired(now):
        raise ProfileExpiredError(not_after=format_time(profile.not_after))
    if profile.not_after > now + timedelta(days=MAX_VALIDITY_DAYS) + _CLOCK_TOLERANCE:
        raise ProfileValidityError(not_after=format_time(profile.not_after), max_days=MAX_VALIDITY_DAYS)


def require_may_send(profile: Profile, now: datetime, program_version: str) -> None:
    """Raise ProfileExpiredError or ClientTooOldError. Asked before sending only: results, names and deletion go on."""
    if profile.is_expired(now):
        raise ProfileExpiredError(not_after=format_time(profile.not_after))
    rule = profile.client
    is_enforced = rule.enforced_from is None or now >= rule.enforced_from
    demanded = rule.minimum_version if is_enforced else rule.until_then
    if version_number(program_version) < version_number(demanded):
        raise ClientTooOldError(minimum=demanded, installed=program_version)


def version_number(version: str) -> tuple[int, ...]:
    """`1.2.3rc1` as (1, 2, 3, 0): the leading numbers, comparable with each other."""
    match = re.match(PROGRAM_VERSION, version)
    numbers = [int(part) for part in match[0].split(".")] if match else []
    return tuple(numbers + [0] * (4 - len(numbers)))


def _require_signer(
    signature_text: str, fingerprint: str | None, installed: TrustedProfile | None
) -> MinisignPublicKey:
    claimed = claimed_key(signature_text)
    if fingerprint is not None:
        typed = normalise_fingerprint(fingerprint)
        if claimed is None or profile_key_fingerprint(claimed) != typed:
            raise ProfileKeyError(fingerprint="" if claimed is None else profile_key_fingerprint(claimed))
        return claimed
    if installed is None:
        raise FingerprintTypedError
    if claimed is None:
        return installed.signer
    if not is_of_line(claimed, installed):
        raise ProfileKeyError(fingerprint=profile_key_fingerprint(claimed))
    return claimed


def _require_later(trusted: TrustedProfile, installed: TrustedProfile) -> None:
    serial, installed_serial = trusted.profile.serial, installed.profile.serial
    if serial < installed_serial or (serial == installed_serial and trusted.toml_bytes != installed.toml_bytes):
        raise ProfileOlderError(serial=serial, installed_serial=installed_serial)
