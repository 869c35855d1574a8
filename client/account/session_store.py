"""What is remembered of a session, in whatever keeps this workstation's secrets, under one name for each service."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Protocol

from client.model.clock import format_time, parse_time
from client.network.service import DeviceIdentity, Tokens
from client.seal.device_key import DeviceKey

_SCHEMA = 1
_MAX_STORED_CHARS = 1200
"""The Windows Credential Manager takes 1,280: above this the access token stays in memory only."""
_EXPIRY_MARGIN = timedelta(seconds=30)


class SecretKeeper(Protocol):
    """The part of a secret store that this room needs."""

    def get(self, name: str) -> bytes | None:
        """The value, or None."""

    def set(self, name: str, value: bytes) -> None:
        """Keep it."""

    def delete(self, name: str) -> None:
        """Forget it; nothing happens when it is not there."""


@dataclass(frozen=True)
class Session:
    """A signed-in user on this workstation. `expires_at` is the access token's end by this computer's clock."""

    user: str = field(repr=False)
    refresh_token: str = field(repr=False)
    access_token: str | None = field(repr=False)
    expires_at: datetime
    recovery_codes_left: int
    signed_in_at: datetime

    def with_tokens(self, tokens: Tokens, now: datetime) -> Session:
        """The same session with a new pair."""
        return replace(
            self,
            refresh_token=tokens.refresh_token,
            access_token=tokens.access_token,
            expires_at=now + timedelta(seconds=tokens.expires_in_s),
            recovery_codes_left=tokens.recovery_codes_left,
        )

    def fresh_access_token(self, now: datetime) -> str | None:
        """The access token when it will last another half minute, else None."""
        return self.access_token if now < self.expires_at - _EXPIRY_MARGIN else None


def new_session(user: str, tokens: Tokens, now: datetime) -> Session:
    """The session that begins with these tokens."""
    return Session(user, tokens.refresh_token, None, now, 0, now).with_tokens(tokens, now)


@dataclass(frozen=True)
class StoredDevice:
    """This workstation's identity at one service."""

    device_id: str
    key: DeviceKey = field(repr=False)

    def identity(self, name: str) -> DeviceIdentity:
        """What the service is told."""
        return DeviceIdentity(self.device_id, name, self.key.public_bytes)


class SessionStore:
    """Session and device of one origin. What cannot be read (damaged, newer schema) counts as not there."""

    def __init__(self, keeper: SecretKeeper, origin: str) -> None:
        self._keeper = keeper
        place = hashlib.sha256(origin.encode("utf-8")).hexdigest()[:16]
        self._session_name = f"session-{place}"
        self._device_name = f"device-{place}"

    def load(self) -> Session | None:
        """The session that was saved, if there is one."""
        value = self._read(self._session_name)
        try:
            if value is None:
                return None
            return Session(
                user=str(value["user"]),
                refresh_token=str(value["refresh_token"]),
                access_token=value.get("access_token"),
                expires_at=parse_time(value["expires_at"]),
                recovery_codes_left=int(value["recovery_codes_left"]),
                signed_in_at=parse_time(value["signed_in_at"]),
            )
        except (KeyError, ValueError, TypeError):
            return None

    def save(self, session: Session) -> None:
        """Keep it; an access token too long for a keyring is not kept, and renewed by the next process."""
        value: dict[str, Any] = {
            "schema": _SCHEMA,
            "user": session.user,
            "refresh_token": session.refresh_token,
            "access_token": session.access_token,
            "expires_at": format_time(session.expires_at),
            "recovery_codes_left": session.recovery_codes_left,
            "signed_in_at": format_time(session.signed_in_at),
        }
        if len(json.dumps(value)) > _MAX_STORED_CHARS:
            value["access_token"] = None
        self._keeper.set(self._session_name, json.dumps(value).encode("ascii"))

    def forget(self) -> None:
        """Forget the session; the device stays known."""
        self._keeper.delete(self._session_name)

    def load_device(self) -> StoredDevice | None:
        """This workstation's identity, if it was made."""
        value = self._read(self._device_name)
        try:
            if value is None:
                return None
            return StoredDevice(str(value["id"]), DeviceKey(base64.b64decode(value["key"], validate=True)))
        except (KeyError, ValueError, TypeError):
            return None

    def device(self) -> StoredDevice:
        """This workstation's identity, made at first use and read back before it counts."""
        found = self.load_device()
        if found is None:
            made = StoredDevice(secrets.token_urlsafe(16), DeviceKey.generate())
            key = base64.b64encode(made.key.private_bytes).decode("ascii")
            value = {"schema": _SCHEMA, "id": made.device_id, "key": key}
            self._keeper.set(self._device_name, json.dumps(value).encode("ascii"))
            found = self.load_device() or made
        return found

    def forget_device(self) -> None:
        """A revoked device never signs in again: the next sign-in makes another."""
        self._keeper.delete(self._device_name)

    def _read(self, name: str) -> dict[str, Any] | None:
        data = self._keeper.get(name)
        if data is None:
            return None
        try:
            value = json.loads(data)
        except ValueError:
            return None
        return value if isinstance(value, dict) and value.get("schema") == _SCHEMA else None
