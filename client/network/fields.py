"""Reading a JSON answer: strictly parsed, then field by field; whatever is not as agreed is NET-CONTRACT."""

from __future__ import annotations

import re
from datetime import datetime

from client.model.clock import parse_time
from client.model.strict_json import Json, StrictJsonError, parse_strict_json
from client.network.errors import ContractError

MAX_INTEGER = 2**53 - 1
"""As I-JSON (RFC 7493) has it."""

_ID = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}")


def parse_json(data: bytes) -> Json:
    """Parse one JSON text; raises ContractError (`too-long`, `too-deep` or `json`)."""
    try:
        return parse_strict_json(data)
    except StrictJsonError as error:
        raise ContractError(reason=error.reason) from None


def wrong(name: str) -> ContractError:
    """The error about the field of this name, which is ours: nothing of the answer is in it."""
    return ContractError(reason=f"field {name}")


class Fields:
    """One JSON object out of an answer; anything missing or of another kind is ContractError, `field <its name>`.

    Texts are the service's: they pass `display_text` before anybody sees them.
    """

    def __init__(self, value: Json) -> None:
        if not isinstance(value, dict):
            raise ContractError(reason="fields")
        self._object = value

    def text(self, name: str) -> str:
        value = self._object.get(name)
        if not isinstance(value, str):
            raise wrong(name)
        return value

    def text_or_none(self, name: str) -> str | None:
        return None if self._object.get(name) is None else self.text(name)

    def identifier(self, name: str) -> str:
        """A name fit for a URL path or a file name: letters, digits, dot, hyphen, underscore; no dot first."""
        value = self.text(name)
        if not _ID.fullmatch(value):
            raise wrong(name)
        return value

    def integer(self, name: str, default: int | None = None, *, most: int = MAX_INTEGER) -> int:
        """A whole number, zero to `most`."""
        value = self._object.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
            raise wrong(name)
        return value

    def integer_or_none(self, name: str) -> int | None:
        return None if self._object.get(name) is None else self.integer(name)

    def boolean(self, name: str, default: bool | None = None) -> bool:
        value = self._object.get(name, default)
        if not isinstance(value, bool):
            raise wrong(name)
        return value

    def time(self, name: str) -> datetime:
        try:
            return parse_time(self.text(name))
        except ValueError:
            raise wrong(name) from None

    def time_or_none(self, name: str) -> datetime | None:
        return None if self._object.get(name) is None else self.time(name)

    def item(self, name: str) -> Fields:
        return _object_of(self._object.get(name), name)

    def items(self, name: str, default: list[Json] | None = None) -> tuple[Fields, ...]:
        return tuple(_object_of(value, name) for value in self._list(name, default))

    def texts(self, name: str, default: list[Json] | None = None) -> tuple[str, ...]:
        values = self._list(name, default)
        found = tuple(value for value in values if isinstance(value, str))
        if len(found) != len(values):
            raise wrong(name)
        return found

    def raw(self) -> dict[str, Json]:
        return self._object

    def __contains__(self, name: str) -> bool:
        return name in self._object

    def _list(self, name: str, default: list[Json] | None) -> list[Json]:
        value = self._object.get(name, default)
        if not isinstance(value, list):
            raise wrong(name)
        return value


def _object_of(value: Json, name: str) -> Fields:
    if not isinstance(value, dict):
        raise wrong(name)
    return Fields(value)
