"""What the institution announces as its newest version: `latest.json`, small, signed, and only ever a hint.

Signed with the profile's key, for that is the one key a workstation trusts already, and the institution is who installs
a newer version. Nothing is fetched or replaced because of it. An old announcement played back hides a newer version and
does nothing else; what must not go on is said by the profile's `[client] minimum_version`.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import NamedTuple

from client.institution.errors import LatestDamagedError, LatestRefusedError, ProfileDamagedError
from client.institution.trust import (
    MAX_SIGNATURE_CHARS,
    TrustedProfile,
    claimed_key,
    is_of_line,
    version_number,
    with_key_comment,
)
from client.model.clock import format_time, parse_time
from client.model.forms import PROGRAM_VERSION
from client.model.strict_json import StrictJsonError, parse_strict_json
from client.seal.errors import MinisignError
from client.seal.minisign import MinisignPublicKey, MinisignSecretKey, require_minisign, sign_minisign

LATEST_FILE_NAME = "genoseal-latest.json"
LATEST_SCHEMA = 1
MAX_LATEST_BYTES = 4096


class LatestVersion(NamedTuple):
    """The announced version, and since when it is out."""

    version: str
    released: datetime

    def is_newer_than(self, version: str) -> bool:
        """Whether the announced version is a later one than `version`."""
        return version_number(self.version) > version_number(version)


def latest_json(version: str, released: datetime) -> bytes:
    """The bytes to sign and to serve. Raises LatestDamagedError for what is no version such as `0.2.1`."""
    if not re.fullmatch(PROGRAM_VERSION, version):
        raise LatestDamagedError(reason="fields")
    value = {"schema": LATEST_SCHEMA, "version": version, "released": format_time(released)}
    return (json.dumps(value) + "\n").encode()


def latest_comment(version: str) -> str:
    """What `minisign -S -t` takes: the constant name says what the bytes are for, as with profiles."""
    return f"file:{LATEST_FILE_NAME} version:{version}"


def sign_latest(latest: bytes, secret_key: MinisignSecretKey) -> str:
    """The text of the `.minisig` file beside it. Raises LatestDamagedError."""
    text = sign_minisign(latest, secret_key, latest_comment(_parse(latest).version))
    return with_key_comment(text, secret_key.public_key())


def require_signed_latest(latest: bytes, signature_text: str, public_key: MinisignPublicKey) -> LatestVersion:
    """Verify, then parse. Raises LatestRefusedError and LatestDamagedError."""
    if not 0 < len(latest) <= MAX_LATEST_BYTES or len(signature_text) > MAX_SIGNATURE_CHARS:
        raise LatestDamagedError(reason="size")
    try:
        comment = require_minisign(latest, signature_text, public_key)
    except MinisignError:
        raise LatestRefusedError from None
    announced = _parse(latest)
    if comment != latest_comment(announced.version):
        raise LatestRefusedError
    return announced


def require_latest(latest: bytes, signature_text: str, installed: TrustedProfile) -> LatestVersion:
    """The announcement, if the installed profile's key or one that it names as next signed it.

    Raises LatestRefusedError and LatestDamagedError.
    """
    try:
        signer = claimed_key(signature_text) or installed.signer
    except ProfileDamagedError:
        raise LatestRefusedError from None
    if not is_of_line(signer, installed):
        raise LatestRefusedError
    return require_signed_latest(latest, signature_text, signer)


def _parse(latest: bytes) -> LatestVersion:
    try:
        value = parse_strict_json(latest)
    except StrictJsonError:
        raise LatestDamagedError(reason="json") from None
    if not isinstance(value, dict) or value.get("schema") != LATEST_SCHEMA:
        raise LatestDamagedError(reason="fields")
    version, released = value.get("version"), value.get("released")
    if not isinstance(version, str) or not re.fullmatch(PROGRAM_VERSION, version) or not isinstance(released, str):
        raise LatestDamagedError(reason="fields")
    try:
        return LatestVersion(version, parse_time(released))
    except ValueError:
        raise LatestDamagedError(reason="fields") from None
