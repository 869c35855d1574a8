"""How a profile and a policy are read that the operating system keeps for all its users."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from client.institution.errors import (
    ProfileDamagedError,
    ProfileFileError,
    ProfileOwnerError,
    ProfilePolicyError,
    ProfileTwoError,
)
from client.institution.os_policy import MAX_POLICY_BYTES, OsPolicy, parse_os_policy, parse_os_policy_json
from client.institution.ownership import require_admin_only, require_same_owner
from client.institution.profile import MAX_PROFILE_BYTES
from client.institution.trust import MAX_SIGNATURE_CHARS
from client.institution.where import SystemPlaces


def load_system_profile(places: SystemPlaces) -> tuple[bytes, str] | None:
    """The one system profile and its signature, unverified; None where there is none.

    Raises ProfileTwoError, ProfileOwnerError, ProfileFileError and ProfileDamagedError.
    """
    try:
        names = sorted(entry.name for entry in places.profile_folder.iterdir() if _is_profile_name(entry.name))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        raise ProfileFileError(which="profile") from None
    if not names:
        return None
    if len(names) > 1:
        raise ProfileTwoError(count=len(names))
    path = places.profile_folder / names[0]
    toml_bytes = _read_admin_file(places, path, "profile", MAX_PROFILE_BYTES)
    signature = _read_admin_file(places, path.with_name(path.name + ".minisig"), "signature", MAX_SIGNATURE_CHARS)
    if len(toml_bytes) > MAX_PROFILE_BYTES:
        raise ProfileDamagedError(reason="size")
    return toml_bytes, signature_text(signature)


def load_os_policy(places: SystemPlaces) -> OsPolicy:
    """The operating system's policy; an empty one where there is none.

    Raises ProfilePolicyError and ProfileOwnerError.
    """
    values = _registry_values()
    if values is not None:
        return parse_os_policy(values)
    if not os.path.lexists(places.policy_file):
        return OsPolicy()
    try:
        data = _read_admin_file(places, places.policy_file, "policy", MAX_POLICY_BYTES)
    except ProfileFileError:
        raise ProfilePolicyError(setting="other", reason="damaged") from None
    if places.policy_file.suffix == ".plist":
        return parse_os_policy(_plist_values(data))
    return parse_os_policy_json(data)


def signature_text(data: bytes) -> str:
    """A signature file's text; raises ProfileDamagedError for what is too long or not UTF-8."""
    if len(data) > MAX_SIGNATURE_CHARS:
        raise ProfileDamagedError(reason="signature")
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise ProfileDamagedError(reason="signature") from None


def read_bounded(path: Path, max_bytes: int, which: str) -> bytes:
    """At most one byte more than `max_bytes` of a regular file, read once. Raises ProfileFileError."""
    try:
        descriptor = os.open(path, os.O_RDONLY | _flags("O_CLOEXEC", "O_BINARY", "O_NONBLOCK"))
        try:
            return _read_descriptor(descriptor, max_bytes, which)
        finally:
            os.close(descriptor)
    except (OSError, ValueError):
        raise ProfileFileError(which=which) from None


def _read_admin_file(places: SystemPlaces, path: Path, which: str, max_bytes: int) -> bytes:
    try:
        require_admin_only(path, which, owner_uid=places.owner_uid, top=places.top)
        descriptor = os.open(path, os.O_RDONLY | _flags("O_CLOEXEC", "O_BINARY", "O_NOFOLLOW", "O_NONBLOCK"))
        try:
            # Once more on what was really opened; the folders above can only be changed by the administrator.
            require_same_owner(os.fstat(descriptor), which, owner_uid=places.owner_uid)
            return _read_descriptor(descriptor, max_bytes, which)
        finally:
            os.close(descriptor)
    except (OSError, ValueError):
        raise ProfileFileError(which=which) from None


def _read_descriptor(descriptor: int, max_bytes: int, which: str) -> bytes:
    if not os.path.isfile(descriptor):  # noqa: PTH113 - asks about the open file, not about a name
        raise ProfileFileError(which=which)
    data = b""
    while len(data) <= max_bytes and (piece := os.read(descriptor, max_bytes + 1 - len(data))):
        data += piece
    return data


def _flags(*names: str) -> int:
    flags = 0
    for name in names:
        flags |= getattr(os, name, 0)
    return flags


def _is_profile_name(name: str) -> bool:
    return name.endswith(".toml") and not name.startswith(".")


def _plist_values(data: bytes) -> dict[str, Any]:
    import plistlib

    try:
        values = plistlib.loads(data)
    except Exception:  # noqa: BLE001 - plistlib raises whatever its XML and binary readers happen to raise
        raise ProfilePolicyError(setting="other", reason="damaged") from None
    if not isinstance(values, dict):
        raise ProfilePolicyError(setting="other", reason="damaged")
    return values


if sys.platform == "win32":
    import winreg

    def _registry_values() -> dict[str, Any] | None:
        """The policy's values; None where the key does not exist. Only administrators can write under Policies."""
        try:
            key = winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"Software\Policies\Genoseal")
        except FileNotFoundError:
            return None
        except OSError:
            raise ProfileOwnerError(which="policy", reason="kind") from None
        with key:
            values: dict[str, Any] = {}
            for index in range(winreg.QueryInfoKey(key)[1]):
                name, value, _ = winreg.EnumValue(key, index)
                values[name] = value
            return values

else:

    def _registry_values() -> dict[str, Any] | None:
        return None
