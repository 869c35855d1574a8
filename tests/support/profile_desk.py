"""A workstation's places for a profile: the user's own, the system's and the policy, and two keys that sign."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path

from client.institution.profile_writer import profile_toml
from client.institution.store import ProfileStore
from client.institution.trust import sign_profile
from client.institution.where import SystemPlaces
from client.model.profile import Profile
from client.seal.minisign import MinisignSecretKey, profile_key_fingerprint
from tests.support.profiles import NOW

KEY = MinisignSecretKey(b"keyid--1", b"\x01" * 32)
NEXT_KEY = MinisignSecretKey(b"keyid--2", b"\x02" * 32)
FINGERPRINT = profile_key_fingerprint(KEY.public_key())
NEXT_FINGERPRINT = profile_key_fingerprint(NEXT_KEY.public_key())


class Desk:
    """A private folder, a system folder and a clock that tests can move."""

    def __init__(self, home: Path) -> None:
        home.chmod(0o755)
        self.home = home
        self.now = NOW
        self.places = SystemPlaces(
            home / "etc" / "profile.d", home / "etc" / "policy.json", owner_uid=os.getuid(), top=home
        )
        self.store = ProfileStore(home / "private" / "profiles", self.places, self.clock)

    def clock(self) -> datetime:
        return self.now

    def write(self, path: Path, profile: Profile, key: MinisignSecretKey = KEY) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o755)
        data = profile_toml(profile)
        path.write_bytes(data)
        signature = path.with_name(path.name + ".minisig")
        signature.write_text(sign_profile(data, key))
        for file in (path, signature):
            file.chmod(0o644)
        return path

    def system(self, profile: Profile, key: MinisignSecretKey = KEY, name: str = "hospital.toml") -> Path:
        return self.write(self.places.profile_folder / name, profile, key)

    def policy(self, value: object) -> None:
        self.places.policy_file.parent.mkdir(parents=True, exist_ok=True, mode=0o755)
        text = value if isinstance(value, str) else json.dumps(value)
        self.places.policy_file.write_text(text)
        self.places.policy_file.chmod(0o644)


def signed_pair(profile: Profile, key: MinisignSecretKey = KEY) -> tuple[bytes, str]:
    data = profile_toml(profile)
    return data, sign_profile(data, key)
