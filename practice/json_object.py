"""JSON as the service takes it: strictly parsed, with typed access to members."""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import Any, TypeVar

from client.model.strict_json import StrictJsonError, parse_strict_json

Plain = TypeVar("Plain", int, str)


class JsonFormError(ValueError):
    """The text or a member is not what was asked for. `str()` is the member's name and never a value."""


def parse_json_object(data: bytes) -> JsonObject:
    """Read one JSON object. Raises JsonFormError."""
    try:
        value = parse_strict_json(data)
    except StrictJsonError:
        raise JsonFormError("body") from None
    if not isinstance(value, dict):
        raise JsonFormError("body")
    return JsonObject(value, "body")


class JsonObject:
    """Members of a JSON object, read by type; whatever is not as asked raises JsonFormError with the member's name."""

    def __init__(self, members: dict[str, Any], name: str) -> None:
        self._members = members
        self._name = name

    def has(self, member: str) -> bool:
        return self._members.get(member) is not None

    def require_members(self, *names: str) -> None:
        """No other members than these."""
        if set(self._members) - set(names):
            raise JsonFormError(self._name)

    def text(self, member: str, pattern: str | None = None, max_chars: int = 1024) -> str:
        value = self._members.get(member)
        if not isinstance(value, str) or len(value) > max_chars:
            raise JsonFormError(member)
        if pattern is not None and not re.fullmatch(pattern, value):
            raise JsonFormError(member)
        return value

    def optional_text(self, member: str, pattern: str | None = None, max_chars: int = 1024) -> str | None:
        return self.text(member, pattern, max_chars) if self.has(member) else None

    def integer(self, member: str, least: int, most: int = 2**53) -> int:
        value = self._members.get(member)
        if type(value) is not int or not least <= value <= most:
            raise JsonFormError(member)
        return value

    def object(self, member: str) -> JsonObject:
        value = self._members.get(member)
        if not isinstance(value, dict):
            raise JsonFormError(member)
        return JsonObject(value, member)

    def objects(self, member: str, least: int, most: int) -> list[JsonObject]:
        value = self._members.get(member)
        if not isinstance(value, list) or not least <= len(value) <= most:
            raise JsonFormError(member)
        if not all(isinstance(item, dict) for item in value):
            raise JsonFormError(member)
        return [JsonObject(item, member) for item in value]

    def list_of(self, member: str, kind: type[Plain], most: int) -> list[Plain]:
        """A list of at most `most` plain values of exactly this kind."""
        value = self._members.get(member)
        if not isinstance(value, list) or len(value) > most or not all(type(item) is kind for item in value):
            raise JsonFormError(member)
        return value

    def base64(self, member: str, max_bytes: int) -> bytes:
        """Standard base64 with padding."""
        text = self.text(member, max_chars=max_bytes * 2 + 8)
        try:
            data = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            raise JsonFormError(member) from None
        if len(data) > max_bytes:
            raise JsonFormError(member)
        return data

    def texts(self, max_members: int = 32) -> dict[str, str]:
        """All members, which must be texts."""
        if len(self._members) > max_members or not all(isinstance(value, str) for value in self._members.values()):
            raise JsonFormError(self._name)
        return dict(self._members)

    def canonical_bytes(self) -> bytes:
        """The same for the same members, whatever their order and spacing."""
        return json.dumps(self._members, sort_keys=True, separators=(",", ":")).encode()
