"""One line of the activity log: JSON in one exact form, bound to the line before it.

    {"event":…,"facts":{…},"previous":…,"schema":1,"seq":…,"time":…,"hash":…}

`hash` is the hex SHA-256 of "genoseal activity line 1" LF and the JSON (keys sorted, no spaces, ASCII) of everything
but `hash`; `previous` is the hash of the line before, 64 zeros for the first. `seq` counts from 1.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from client.audit.errors import AuditNewerError
from client.audit.facts import EVENTS, is_fact
from client.model.clock import parse_time
from client.model.errors import Fact
from client.model.forms import SHA256, TIME

LINE_SCHEMA = 1
FIRST_PREVIOUS = "0" * 64
MAX_LINE_BYTES = 8192

_CONTEXT = b"genoseal activity line 1\n"
_HASH = re.compile(SHA256)
_TIME = re.compile(TIME)
_MEMBERS = {"schema", "seq", "time", "event", "facts", "previous", "hash"}


class ActivityLine(NamedTuple):
    """One entry. `hash` is computed, never taken from the file."""

    seq: int
    time: str
    event: str
    facts: Mapping[str, Fact]
    previous: str

    @property
    def hash(self) -> str:
        return hashlib.sha256(_CONTEXT + self._body()).hexdigest()

    def to_bytes(self) -> bytes:
        """The line with its line feed."""
        return self._body()[:-1] + f',"hash":"{self.hash}"}}\n'.encode()

    def _body(self) -> bytes:
        value = {
            "schema": LINE_SCHEMA,
            "seq": self.seq,
            "time": self.time,
            "event": self.event,
            "facts": dict(self.facts),
            "previous": self.previous,
        }
        return json.dumps(value, ensure_ascii=True, allow_nan=False, sort_keys=True, separators=(",", ":")).encode()


def parse_line(data: bytes) -> ActivityLine | None:
    """The entry, or None where `data` is not exactly what `to_bytes` writes (changed, torn, foreign).

    Raises AuditNewerError for a line of a newer schema.
    """
    if len(data) > MAX_LINE_BYTES:
        return None
    try:
        value: Any = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    schema = value.get("schema")
    if type(schema) is int and schema > LINE_SCHEMA:
        raise AuditNewerError(schema=schema, known=LINE_SCHEMA)
    if set(value) != _MEMBERS or not _is_well_formed(value):
        return None
    line = ActivityLine(value["seq"], value["time"], value["event"], value["facts"], value["previous"])
    # Compared as bytes: another spelling of the same JSON would be a change that the hash cannot see.
    return line if line.to_bytes() == data else None


def _is_well_formed(value: dict[str, Any]) -> bool:
    return (
        type(value["seq"]) is int
        and value["seq"] > 0
        and isinstance(value["time"], str)
        and _is_time(value["time"])
        and isinstance(value["previous"], str)
        and _HASH.fullmatch(value["previous"]) is not None
        and isinstance(value["event"], str)
        and value["event"] in EVENTS
        and isinstance(value["facts"], dict)
        and all(is_fact(name, fact) for name, fact in value["facts"].items())
    )


def _is_time(text: str) -> bool:
    try:
        return _TIME.fullmatch(text) is not None and parse_time(text) is not None
    except ValueError:
        return False
