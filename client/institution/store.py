"""The profile that holds on this computer: the system's before the user's, with later ones fetched from the service.

Kept in one file, `profiles/installed.json`, so that profile, signature and the key they were trusted with cannot come
apart. Every reading verifies the signature again. Dates are judged when a profile is accepted and before sending
(`require_may_send`); an expired profile still loads, because results and deletion need it.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from client.institution.errors import (
    NoProfileError,
    ProfileDamagedError,
    ProfileFieldError,
    ProfileKeyError,
    ProfileNewerError,
    ProfileRefusedError,
    ProfileTrustMissingError,
    ProfileWriteError,
    SystemProfileRulesError,
)
from client.institution.os_policy import EffectiveSetting, OsPolicy, effective_settings, tighten
from client.institution.profile import MAX_PROFILE_BYTES
from client.institution.system_places import (
    load_os_policy,
    load_system_profile,
    read_bounded,
    signature_text,
)
from client.institution.trust import (
    MAX_SIGNATURE_CHARS,
    TrustedProfile,
    claimed_key,
    is_of_line,
    require_dates,
    require_profile,
    require_signed,
)
from client.institution.where import RECORD_NAME, SystemPlaces
from client.model.clock import Clock
from client.model.folders import make_private_folders
from client.model.profile import Profile
from client.seal.errors import DiskFullError, MinisignFormError, OutputFailedError
from client.seal.minisign import MinisignPublicKey, parse_minisign_public_key, profile_key_fingerprint
from client.seal.private_output import private_output

_SCHEMA = 1
_MAX_RECORD_BYTES = 1024 * 1024
_MAX_RETIRED_KEYS = 32


class InstalledProfile(NamedTuple):
    """The profile that holds. `profile` is what rooms obey (tightened by policy), `signed` what was signed.

    `source`: `system`, `user`, or `service` for a later one that the service handed out.
    """

    profile: Profile
    signed: TrustedProfile
    source: str
    policy: OsPolicy

    @property
    def key_fingerprint(self) -> str:
        return self.signed.key_fingerprint

    def settings(self) -> tuple[EffectiveSetting, ...]:
        """Every setting that a policy can tighten, and who says so."""
        return effective_settings(self.signed.profile, self.profile)


class UnprovenProfile(NamedTuple):
    """All that may be shown of a profile before its key was confirmed: no text, no telephone number of its own."""

    key_fingerprint: str | None
    """As the signature file claims it; to be compared with paper, never typed from the screen."""


class _Record(NamedTuple):
    trusted: TrustedProfile
    source: str
    retired: tuple[str, ...] = ()


class ProfileStore:
    """The profiles of one private folder and of the system. Reads files at each call and keeps nothing."""

    def __init__(self, folder: Path, places: SystemPlaces, clock: Clock) -> None:
        self._folder = folder
        self._places = places
        self._clock = clock

    def load(self) -> InstalledProfile | None:
        """The profile that holds; None where there is none.

        Raises what is wrong with a system profile or policy (never falls back to a user's then), and for the user's
        ProfileDamagedError, ProfileChangedError, ProfileTrustMissingError and the like.
        """
        policy = load_os_policy(self._places)
        base = self._system()
        if base is None:
            if not policy.allow_user_profiles:
                return None
            record = self._read_record()
            return None if record is None else _installed(record.trusted, record.source, policy)
        later = self._later_than(base)
        return _installed(later or base, "service" if later else "system", policy)

    def require(self) -> InstalledProfile:
        """Like `load`; raises NoProfileError where there is none."""
        installed = self.load()
        if installed is None:
            raise NoProfileError
        return installed

    def install(self, path: Path, typed_fingerprint: str) -> TrustedProfile:
        """Accept the profile at `path` (`<path>.minisig` beside it) for this user.

        Raises SystemProfileRulesError where the system brings a profile or its policy forbids others, ProfileFileError,
        ProfileWriteError, ProfileKeyError for a key that this institution has replaced, and what `require_profile`
        raises.
        """
        if self._system() is not None or not load_os_policy(self._places).allow_user_profiles:
            raise SystemProfileRulesError
        record = self._read_record_or_none()
        toml_bytes, signature = read_profile_files(path)
        present = None if record is None else record.trusted
        trusted = require_profile(
            toml_bytes, signature, now=self._clock(), fingerprint=typed_fingerprint, installed=present
        )
        self._write(trusted, "user", record)
        return trusted

    def update(self, toml_bytes: bytes, signature: str) -> TrustedProfile:
        """Accept a later profile that the service handed out: higher serial, same key or one named as next.

        Above a system's profile the key must be that one's or its next: the second rotation needs a new system profile.

        Raises NoProfileError, ProfileWriteError and what `require_profile` raises. The profile that is already
        installed is returned without a change.
        """
        present = self.require().signed
        trusted = require_profile(toml_bytes, signature, now=self._clock(), installed=present)
        base = self._system()
        if base is not None and not is_of_line(trusted.signer, base):
            # Nothing here but the administrator's folder vouches for a key: `load` would fall back to that profile.
            raise ProfileKeyError(fingerprint=trusted.key_fingerprint)
        if trusted.toml_bytes != present.toml_bytes:
            self._write(trusted, "service", self._read_record_or_none())
        return trusted

    def verify(self, path: Path, typed_fingerprint: str | None = None) -> TrustedProfile:
        """Judge the profile at `path` as `install` would, without installing it.

        Without a fingerprint the installed profile's keys count. Raises what `install` raises, and NoProfileError
        where neither is there.
        """
        installed = self.load()
        if installed is None and typed_fingerprint is None:
            raise NoProfileError
        toml_bytes, signature = read_profile_files(path)
        present = None if installed is None else installed.signed
        if typed_fingerprint is None and present is not None:
            # An older one of the right key is still a good one to look at; whether it can be installed is `install`'s.
            key = claimed_key(signature) or present.signer
            if not is_of_line(key, present):
                raise ProfileKeyError(fingerprint=profile_key_fingerprint(key))
            trusted = require_signed(toml_bytes, signature, key)
            require_dates(trusted.profile, self._clock())
            return trusted
        return require_profile(toml_bytes, signature, now=self._clock(), fingerprint=typed_fingerprint)

    def look(self, path: Path) -> UnprovenProfile:
        """What a double-click shows. Raises ProfileFileError and ProfileDamagedError."""
        _toml_bytes, signature = read_profile_files(path)
        key = claimed_key(signature)
        return UnprovenProfile(None if key is None else profile_key_fingerprint(key))

    @property
    def _path(self) -> Path:
        return self._folder / RECORD_NAME

    def _system(self) -> TrustedProfile | None:
        found = load_system_profile(self._places)
        if found is None:
            return None
        toml_bytes, signature = found
        key = claimed_key(signature)
        if key is None:
            raise ProfileKeyError(fingerprint="")
        # The administrator's folder vouches for the key; the signature proves that nothing was damaged or mixed up.
        return require_signed(toml_bytes, signature, key)

    def _later_than(self, base: TrustedProfile) -> TrustedProfile | None:
        """The kept profile, where it follows the system's: a user's own or an older one never does."""
        record = self._read_record_or_none()
        if record is None or record.source != "service" or not is_of_line(record.trusted.signer, base):
            return None
        return record.trusted if record.trusted.profile.serial > base.profile.serial else None

    def _read_record_or_none(self) -> _Record | None:
        """The record, or None where it cannot be believed: what replaces it is judged by itself."""
        try:
            return self._read_record()
        except (ProfileDamagedError, ProfileFieldError, ProfileRefusedError):
            return None

    def _read_record(self) -> _Record | None:
        if not self._path.exists():
            return None
        value = _parse_record(read_bounded(self._path, _MAX_RECORD_BYTES, "profile"))
        try:
            toml_bytes = base64.b64decode(value["toml"], validate=True)
            key: MinisignPublicKey = parse_minisign_public_key(value["key"])
            source, retired, signature = value["source"], value["retired"], value["signature"]
        except (KeyError, ValueError, TypeError, MinisignFormError, AttributeError):
            raise ProfileTrustMissingError from None
        if source not in ("user", "service") or not isinstance(signature, str) or not _is_key_list(retired):
            raise ProfileTrustMissingError
        return _Record(require_signed(toml_bytes, signature, key), source, tuple(retired))

    def _write(self, trusted: TrustedProfile, source: str, before: _Record | None) -> None:
        retired = _retired_keys(trusted, before)
        value = {
            "schema": _SCHEMA,
            "source": source,
            "key": trusted.signer.base64_line,
            "retired": list(retired),
            "signature": trusted.signature_text,
            "toml": base64.b64encode(trusted.toml_bytes).decode(),
        }
        try:
            make_private_folders(self._folder)
            with private_output(self._path, force=True) as sink:
                sink.write(json.dumps(value, indent=1).encode())
        except DiskFullError:
            raise ProfileWriteError(reason="ENOSPC") from None
        except (OutputFailedError, OSError):
            raise ProfileWriteError(reason="EACCES") from None


def read_profile_files(path: Path) -> tuple[bytes, str]:
    """The profile's bytes and its signature's text, each read once and bounded.

    Raises ProfileFileError and ProfileDamagedError.
    """
    toml_bytes = read_bounded(path, MAX_PROFILE_BYTES, "profile")
    if len(toml_bytes) > MAX_PROFILE_BYTES:
        raise ProfileDamagedError(reason="size")
    signature = read_bounded(path.with_name(path.name + ".minisig"), MAX_SIGNATURE_CHARS, "signature")
    return toml_bytes, signature_text(signature)


def _installed(trusted: TrustedProfile, source: str, policy: OsPolicy) -> InstalledProfile:
    return InstalledProfile(tighten(trusted.profile, policy), trusted, source, policy)


def _retired_keys(trusted: TrustedProfile, before: _Record | None) -> Sequence[str]:
    """Keys this institution has moved on from. One of them coming back would bring old serials back with it."""
    if before is None:
        return ()
    signer = trusted.signer.base64_line
    if signer in before.retired:
        raise ProfileKeyError(fingerprint=trusted.key_fingerprint)
    if not is_of_line(trusted.signer, before.trusted):
        return ()  # another institution, whose fingerprint was typed
    former = before.trusted.signer.base64_line
    kept = before.retired if former == signer else (*before.retired, former)
    return kept[-_MAX_RETIRED_KEYS:]


def _parse_record(data: bytes) -> dict[str, Any]:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        raise ProfileTrustMissingError from None
    if not isinstance(value, dict) or type(value.get("schema")) is not int:
        raise ProfileTrustMissingError
    if value["schema"] > _SCHEMA:
        raise ProfileNewerError(schema=value["schema"], known=_SCHEMA)
    return value


def _is_key_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(key, str) and len(key) == 56 for key in value)
