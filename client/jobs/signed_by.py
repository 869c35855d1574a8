"""A statement of the service, kept with the profile whose keys it was verified by, so that it stays checkable.

A profile's signing keys change over the years. What a statement proved on the day it came must be provable later,
offline, whatever the present profile says: so the profile's own bytes and signature lie beside it.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from client.institution.trust import TrustedProfile, require_signed
from client.jobs.errors import RecordDamagedError, RecordNewerError, RecordWriteError
from client.model.clock import format_time, parse_time
from client.model.errors import ClientError
from client.model.folders import make_private_folders
from client.model.profile import Profile
from client.seal.errors import DiskFullError, MinisignFormError, OutputFailedError
from client.seal.jws import VerificationKey
from client.seal.minisign import parse_minisign_public_key
from client.seal.private_output import private_output

RECORD_SCHEMA = 1
MAX_RECORD_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True)
class SignedStatement:
    """A compact JWS, when it was verified, and the profile whose keys verified it."""

    token: str = field(repr=False)
    verified_at: datetime
    profile: TrustedProfile = field(repr=False)

    def to_json(self, kind: str, **more: Any) -> bytes:
        """The record as it is kept: `kind` is `receipt` or `certificate`."""
        profile = self.profile
        value = {
            "schema": RECORD_SCHEMA,
            "kind": kind,
            kind: self.token,
            "verified_at": format_time(self.verified_at),
            "profile": {
                "key": profile.signer.base64_line,
                "signature": profile.signature_text,
                "toml": base64.b64encode(profile.toml_bytes).decode(),
            },
            **more,
        }
        return json.dumps(value, indent=1, sort_keys=True).encode()


def verification_keys(profile: Profile, purpose: str) -> tuple[VerificationKey, ...]:
    """The profile's keys for one purpose (`receipt`, `results`, `deletion`), as `require_jws` takes them."""
    return tuple(
        VerificationKey(key.kid, key.purpose, key.public_key, key.not_before, key.not_after)
        for key in profile.signing_keys
        if key.purpose == purpose
    )


def parse_statement(data: bytes, kind: str) -> tuple[SignedStatement, dict[str, Any]]:
    """Read a record back: the profile's signature is verified, the statement's own is the caller's to verify.

    Also gives the record's other members. Raises RecordDamagedError and RecordNewerError.
    """
    if len(data) > MAX_RECORD_BYTES:
        raise RecordDamagedError(which=kind)
    try:
        value = json.loads(data)
        schema = value["schema"]
        if type(schema) is int and schema > RECORD_SCHEMA:
            raise RecordNewerError(schema=schema, known=RECORD_SCHEMA)
        profile = value["profile"]
        toml_bytes = base64.b64decode(profile["toml"], validate=True)
        signer = parse_minisign_public_key(profile["key"])
        trusted = require_signed(toml_bytes, profile["signature"], signer)
        if (
            type(schema) is not int
            or schema != RECORD_SCHEMA
            or value["kind"] != kind
            or not isinstance(value[kind], str)
        ):
            raise RecordDamagedError(which=kind)
        return SignedStatement(value[kind], parse_time(value["verified_at"]), trusted), value
    except (RecordNewerError, RecordDamagedError):
        raise
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, MinisignFormError, ClientError):
        raise RecordDamagedError(which=kind) from None


def write_record(path: Path, data: bytes) -> None:
    """Write whole or not at all, 0600, replacing what was there. Raises RecordWriteError."""
    with record_errors():
        make_private_folders(path.parent)
        with private_output(path, force=True) as sink:
            sink.write(data)


@contextmanager
def record_errors() -> Iterator[None]:
    """Map what a disk can do to RecordWriteError."""
    try:
        yield
    except DiskFullError:
        raise RecordWriteError(reason="ENOSPC") from None
    except (OutputFailedError, OSError):
        raise RecordWriteError(reason="EACCES") from None
