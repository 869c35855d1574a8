"""What an operator of the practice service puts where it reads at each call, signed as the institution signs."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

from client.institution.latest import latest_json, sign_latest
from client.institution.profile import parse_profile
from client.institution.profile_writer import profile_toml
from client.institution.trust import sign_profile
from client.model.clock import system_clock
from client.model.profile import Profile
from client.seal.minisign import MinisignSecretKey


class Operator:
    """Puts files where the practice service reads them at each call, signed as the institution signs."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._key = MinisignSecretKey.parse((data / "keys" / "profile.minisign.key").read_text())

    def publish(self, **changes: Any) -> Profile:
        file = self._data / "profile.toml"
        before = parse_profile(file.read_bytes())
        after = before._replace(**({"serial": before.serial + 1} | changes))
        data = profile_toml(after)
        file.write_bytes(data)
        file.with_name("profile.toml.minisig").write_text(sign_profile(data, self._key))
        return after

    def put_into(self, record: Path, profile: Profile) -> None:
        data = profile_toml(profile)
        value = json.loads(record.read_text())
        value |= {"toml": base64.b64encode(data).decode(), "signature": sign_profile(data, self._key)}
        record.write_text(json.dumps(value))

    def announce(self, version: str) -> Path:
        file = self._data / "latest.json"
        data = latest_json(version, system_clock())
        file.write_bytes(data)
        file.with_name("latest.json.minisig").write_text(sign_latest(data, self._key))
        return file
