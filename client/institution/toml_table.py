"""Reads one TOML table setting by setting, strictly typed, and knows which settings nobody asked for."""

from __future__ import annotations

import base64
import binascii
import re
from datetime import UTC, datetime
from typing import Any

from client.institution.errors import ProfileFieldError
from client.model.forms import TIME

_MISSING = object()


class TomlTable:
    """A view of one table. Every `require_…` raises ProfileFieldError with the setting's dotted name.

    A default makes a setting optional. `close` refuses settings nobody read: a mistyped rule must not silently
    be no rule. `ignore_unknown` (a newer minor version) counts them in `ignored` instead.
    """

    def __init__(self, values: dict[str, Any], name: str = "", *, ignore_unknown: bool = False) -> None:
        self._values = values
        self._name = name
        self._ignore_unknown = ignore_unknown
        self._read: set[str] = set()
        self._children: list[TomlTable] = []
        self._own_ignored = 0

    def field(self, key: str) -> str:
        return f"{self._name}.{key}" if self._name else key

    def has(self, key: str) -> bool:
        return key in self._values

    def require_text(
        self, key: str, pattern: str | None = None, *, max_chars: int = 200, lines: bool = False, default: str = ""
    ) -> str:
        """A printable text (line feeds too where `lines`), whole text matching `pattern`; optional by a default."""
        value = self._take(key, str, default or _MISSING)
        return self._checked_text(key, value, pattern, max_chars, lines)

    def optional_text(
        self, key: str, pattern: str | None = None, *, max_chars: int = 200, lines: bool = False
    ) -> str | None:
        return self.require_text(key, pattern, max_chars=max_chars, lines=lines) if self.has(key) else None

    def require_choice(self, key: str, choices: tuple[str, ...], default: str | None = None) -> str:
        value: str = self._take(key, str, _MISSING if default is None else default)
        if value not in choices:
            raise self.wrong(key, "value")
        return value

    def require_int(self, key: str, low: int, high: int, default: int | None = None) -> int:
        value: int = self._take(key, int, _MISSING if default is None else default)
        if not low <= value <= high:
            raise self.wrong(key, "value")
        return value

    def require_bool(self, key: str, default: bool) -> bool:
        value: bool = self._take(key, bool, default)
        return value

    def require_time(self, key: str) -> datetime:
        """A text of the form `2026-11-21T18:12:48Z`."""
        value: str = self._take(key, str, _MISSING)
        if not re.fullmatch(TIME, value):
            raise self.wrong(key, "value")
        try:
            return datetime.fromisoformat(value).astimezone(UTC)
        except ValueError:
            raise self.wrong(key, "value") from None

    def require_texts(
        self, key: str, pattern: str | None, low: int, high: int, *, default: tuple[str, ...] | None = None
    ) -> tuple[str, ...]:
        """A list of distinct texts, `low` to `high` of them."""
        values: list[Any] = self._take(key, list, _MISSING if default is None else list(default))
        self._require_count(key, len(values), low, high)
        for value in values:
            if type(value) is not str:
                raise self.wrong(key, "type")
            self._checked_text(key, value, pattern, 200, False)
        if len(set(values)) != len(values):
            raise self.wrong(key, "twice")
        return tuple(values)

    def require_bytes32(self, key: str) -> bytes:
        """Standard base64 of exactly 32 bytes."""
        return self._bytes32(key, self._take(key, str, _MISSING))

    def require_bytes32_list(self, key: str, low: int, high: int) -> tuple[bytes, ...]:
        return tuple(self._bytes32(key, text) for text in self.require_texts(key, None, low, high))

    def require_table(self, key: str) -> TomlTable:
        return self._child(self._take(key, dict, _MISSING), self.field(key))

    def optional_table(self, key: str) -> TomlTable:
        """The table, or an empty one where it is missing, so that every default holds."""
        return self._child(self._take(key, dict, {}), self.field(key))

    def require_tables(self, key: str, low: int, high: int) -> list[TomlTable]:
        values: list[Any] = self._take(key, list, [])
        self._require_count(key, len(values), low, high)
        if not all(type(value) is dict for value in values):
            raise self.wrong(key, "type")
        return [self._child(value, self.field(key)) for value in values]

    def wrong(self, key: str, reason: str) -> ProfileFieldError:
        return ProfileFieldError(field=self.field(key), reason=reason)

    def close(self) -> None:
        """Refuse or count what nobody read, here and in every table handed out.

        The name of an unknown setting is the institution's text, so the error names the table only.
        """
        unknown = len(set(self._values) - self._read)
        if unknown and not self._ignore_unknown:
            raise ProfileFieldError(field=self._name or "profile", reason="unknown")
        self._own_ignored = unknown
        for child in self._children:
            child.close()

    @property
    def ignored(self) -> int:
        """How many settings `close` has let pass unread."""
        return self._own_ignored + sum(child.ignored for child in self._children)

    def _take(self, key: str, kind: type, default: Any) -> Any:
        self._read.add(key)
        value = self._values.get(key, default)
        if value is _MISSING:
            raise self.wrong(key, "missing")
        if type(value) is not kind:  # `is`: a TOML true must not pass for the number 1
            raise self.wrong(key, "type")
        return value

    def _child(self, values: dict[str, Any], name: str) -> TomlTable:
        child = TomlTable(values, name, ignore_unknown=self._ignore_unknown)
        self._children.append(child)
        return child

    def _require_count(self, key: str, count: int, low: int, high: int) -> None:
        if count < low:
            raise self.wrong(key, "too few" if count or self.has(key) else "missing")
        if count > high:
            raise self.wrong(key, "too many")

    def _checked_text(self, key: str, value: str, pattern: str | None, max_chars: int, lines: bool) -> str:
        if not value or len(value) > max_chars:
            raise self.wrong(key, "value")
        if not all(character.isprintable() or (lines and character == "\n") for character in value):
            raise self.wrong(key, "value")
        if pattern is not None and not re.fullmatch(pattern, value):
            raise self.wrong(key, "value")
        return value

    def _bytes32(self, key: str, text: str) -> bytes:
        try:
            raw = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            raise self.wrong(key, "value") from None
        if len(raw) != 32 or base64.b64encode(raw).decode() != text:
            raise self.wrong(key, "value")
        return raw
