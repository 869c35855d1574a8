"""The institution's signed profile: reading, trusting, keeping it, and what the operating system's policy adds."""

from __future__ import annotations

from client.institution.profile import MAX_PROFILE_BYTES, PROFILE_SCHEMA, parse_profile
from client.institution.profile_writer import profile_toml
from client.institution.store import InstalledProfile, ProfileStore, UnprovenProfile
from client.institution.system_places import SystemPlaces, system_places
from client.institution.trust import (
    PROFILE_FILE_NAME,
    TrustedProfile,
    normalise_fingerprint,
    require_may_send,
    require_profile,
    require_signed,
    sign_profile,
)
from client.model.profile import Profile

__all__ = [
    "MAX_PROFILE_BYTES",
    "PROFILE_FILE_NAME",
    "PROFILE_SCHEMA",
    "InstalledProfile",
    "Profile",
    "ProfileStore",
    "SystemPlaces",
    "TrustedProfile",
    "UnprovenProfile",
    "normalise_fingerprint",
    "parse_profile",
    "profile_toml",
    "require_may_send",
    "require_profile",
    "require_signed",
    "sign_profile",
    "system_places",
]
