"""The institution's signed profile: reading, trusting, keeping it, and what the operating system's policy adds."""

from __future__ import annotations

from client.institution.profile import MAX_PROFILE_BYTES, PROFILE_SCHEMA, parse_profile
from client.institution.profile_writer import profile_toml
from client.model.profile import Profile

__all__ = ["MAX_PROFILE_BYTES", "PROFILE_SCHEMA", "Profile", "parse_profile", "profile_toml"]
