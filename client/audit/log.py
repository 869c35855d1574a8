"""The activity log: one JSON line per activity, each bound to the one before it, its end anchored elsewhere.

It shows later change, not its owner's honesty: head and count go into the keyring or vault with every line, and into
every submission manifest and receipt, so that whoever changes the file afterwards is found out (`verify`).
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from client.audit.errors import AuditNewerError, AuditWriteError
from client.audit.facts import ANCHOR_LOST_EVENT, BREAK_EVENT, TORN_EVENT, is_fact, require_facts
from client.audit.lines import FIRST_PREVIOUS, MAX_LINE_BYTES, ActivityLine, parse_line
from client.audit.verify import AuditVerdict, ReceiptAnchor, judge
from client.audit.writer_lock import writer_lock
from client.model.anchor import LogAnchor
from client.model.clock import Clock, format_time
from client.model.errors import Fact
from client.model.folders import make_private_folders

ANCHOR_NAME = "audit-anchor"
EMPTY_LOG = LogAnchor(FIRST_PREVIOUS, 0)

_ANCHOR_SCHEMA = 1
_LOCK_WAIT_S = 20.0


class AnchorStore(Protocol):
    """Where head and count are kept: any `client.secrets` store."""

    def get(self, name: str, /) -> bytes | None: ...

    def set(self, name: str, value: bytes, /) -> None: ...


class ActivityLog:
    """The log of one private folder. Several processes may hold one; they write one after the other.

    Without an anchor store (nothing to remember secrets in) lines are written all the same, and only receipts can
    tell later that the end is missing.
    """

    def __init__(self, path: Path, anchors: AnchorStore | None, clock: Clock) -> None:
        self._path = path
        self._anchors = anchors
        self._clock = clock

    def append(self, event: str, **facts: Fact) -> LogAnchor:
        """Write one line, on disk when this returns; gives the new head and count.

        Raises AuditFactError (not on the closed list), AuditWriteError, AuditBusyError, AuditNewerError, and whatever
        the anchor store raises (the line is written then).
        """
        require_facts(event, facts)
        with _os_errors():
            make_private_folders(self._path.parent)
            with writer_lock(self._lock_path, _LOCK_WAIT_S), _open_private(self._path) as descriptor:
                tail = _Tail(descriptor)
                for own_event, own_facts in self._own_events(tail):
                    tail.write(own_event, own_facts, self._now())
                tail.write(event, facts, self._now())
                self._set_anchor(tail.anchor)
        return tail.anchor

    def head_and_count(self) -> LogAnchor:
        """What goes into a submission manifest: the last line's hash and the number of lines."""
        with _os_errors(), self._reading() as descriptor:
            return EMPTY_LOG if descriptor is None else _Tail(descriptor).anchor

    def verify(self, receipts: Sequence[ReceiptAnchor] = ()) -> AuditVerdict:
        """Read every line and compare with the anchors; AuditWriteError only where the file cannot be read."""
        with _os_errors(), self._reading() as descriptor:
            lines = () if descriptor is None else _iter_raw_lines(descriptor)
            return judge(lines, self._anchor(), receipts)

    def iter_entries(self) -> Iterator[ActivityLine | None]:
        """The lines in their order; None stands for one that cannot be read (`verify` says which and why)."""
        with _os_errors(), self._reading() as descriptor:
            # Read to the end first: whoever consumes this slowly must not keep the next line from being written.
            lines = [] if descriptor is None else list(_iter_raw_lines(descriptor))
        for raw in lines:
            yield parse_line(raw)

    def _own_events(self, tail: _Tail) -> Iterator[tuple[str, dict[str, Fact]]]:
        """What the log has to say about itself before it goes on."""
        expected = self._anchor()
        if tail.torn_bytes:
            yield TORN_EVENT, {"torn_bytes": tail.drop_torn()}
        if self._anchors is None or (expected is None and tail.count == 0):
            return
        if expected is None:
            yield ANCHOR_LOST_EVENT, {"found_count": tail.count}
        elif not tail.holds(expected):
            yield BREAK_EVENT, {"expected_count": expected.count, "found_count": tail.count, "head": expected.head}

    def _anchor(self) -> LogAnchor | None:
        raw = None if self._anchors is None else self._anchors.get(ANCHOR_NAME)
        return None if raw is None else _parse_anchor(raw)

    def _set_anchor(self, anchor: LogAnchor) -> None:
        if self._anchors is not None:
            value = {"schema": _ANCHOR_SCHEMA, **anchor.to_claims()}
            self._anchors.set(ANCHOR_NAME, json.dumps(value, sort_keys=True).encode())

    def _now(self) -> str:
        return format_time(self._clock())

    @property
    def _lock_path(self) -> Path:
        return self._path.with_name(self._path.name + ".lock")

    @contextlib.contextmanager
    def _reading(self) -> Iterator[int | None]:
        if not self._path.exists():
            yield None
            return
        # Under the writer's lock: a reader must not take a line that is being written for a torn one.
        with writer_lock(self._lock_path, _LOCK_WAIT_S), _open_private(self._path) as descriptor:
            yield descriptor


class _Tail:
    """The end of the file: where it stands, and how a line is added."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        size = os.fstat(descriptor).st_size
        data = _read_at(descriptor, max(0, size - 2 * MAX_LINE_BYTES), 2 * MAX_LINE_BYTES)
        complete, _, torn = data.rpartition(b"\n")
        # More than a line's length without a line feed was not torn by a crash of ours: it stays, as evidence.
        self._is_foreign_end = len(torn) > MAX_LINE_BYTES
        self.torn_bytes = 0 if self._is_foreign_end else len(torn)
        self._end = size - self.torn_bytes
        if self._is_foreign_end:
            complete = b""
        last = parse_line(complete.rpartition(b"\n")[2] + b"\n") if complete else None
        if last is not None:
            self.anchor = LogAnchor(last.hash, last.seq)
        elif self._end == 0:
            self.anchor = EMPTY_LOG
        else:
            # The last line is not one of ours. It stays; its bytes' own hash would prove nothing, so the count of
            # lines and the break that will be written next are what can still be said.
            self.anchor = LogAnchor(FIRST_PREVIOUS, sum(1 for _ in _iter_raw_lines(descriptor)))

    @property
    def count(self) -> int:
        return self.anchor.count

    def holds(self, expected: LogAnchor) -> bool:
        """Whether the anchored line is still the last, or is there with good lines after it (a crash before the
        anchor was set)."""
        if expected == self.anchor:
            return True
        if expected.count > self.count:
            return False
        previous, number, is_there = FIRST_PREVIOUS, 0, False
        for raw in _iter_raw_lines(self._descriptor):
            line = parse_line(raw)
            number += 1
            if line is None or line.previous != previous or line.seq != number:
                return False
            previous = line.hash
            is_there |= LogAnchor(previous, number) == expected
        return is_there and number == self.count

    def drop_torn(self) -> int:
        """Cut bytes off that no line feed ends: a crash while writing. They were never anchored."""
        os.ftruncate(self._descriptor, self._end)
        dropped, self.torn_bytes = self.torn_bytes, 0
        return dropped

    def write(self, event: str, facts: dict[str, Fact], time: str) -> None:
        line = ActivityLine(self.count + 1, time, event, facts, self.anchor.head)
        data = (b"\n" if self._is_foreign_end else b"") + line.to_bytes()
        os.lseek(self._descriptor, self._end, os.SEEK_SET)
        try:
            written = 0
            while written < len(data):
                written += os.write(self._descriptor, data[written:])
            os.fsync(self._descriptor)
        except OSError:
            with contextlib.suppress(OSError):
                os.ftruncate(self._descriptor, self._end)  # a full disk must not leave half a line
            raise
        self._end += len(data)
        self._is_foreign_end = False
        self.anchor = LogAnchor(line.hash, line.seq)


def _parse_anchor(raw: bytes) -> LogAnchor:
    """An anchor that cannot be read counts as one that no log can hold: a break, never silence."""
    try:
        value = json.loads(raw)
        if value["schema"] > _ANCHOR_SCHEMA:
            raise AuditNewerError(schema=value["schema"], known=_ANCHOR_SCHEMA)
        if not is_fact("head", value["head"]) or not is_fact("expected_count", value["count"]):
            raise ValueError
        return LogAnchor(value["head"], value["count"])
    except (ValueError, KeyError, TypeError):
        return LogAnchor("f" * 64, 0)


@contextlib.contextmanager
def _open_private(path: Path) -> Iterator[int]:
    flags = os.O_RDWR | os.O_CREAT
    for name in ("O_CLOEXEC", "O_NOFOLLOW", "O_BINARY", "O_NONBLOCK"):
        flags |= getattr(os, name, 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        if not os.path.isfile(descriptor):  # noqa: PTH113 - asks about the open file, not about a name
            raise AuditWriteError(reason="EINVAL")
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, 0o600)
        yield descriptor
    finally:
        os.close(descriptor)


def _read_at(descriptor: int, offset: int, count: int) -> bytes:
    os.lseek(descriptor, offset, os.SEEK_SET)
    data = b""
    while len(data) < count and (piece := os.read(descriptor, count - len(data))):
        data += piece
    return data


def _iter_raw_lines(descriptor: int) -> Iterator[bytes]:
    """Every line with its line feed; a torn last one comes without, a huge one in pieces that are no lines of ours."""
    with os.fdopen(os.dup(descriptor), "rb") as stream:
        stream.seek(0)
        while line := stream.readline(MAX_LINE_BYTES + 1):
            yield line


@contextlib.contextmanager
def _os_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise AuditWriteError(reason=errno.errorcode.get(error.errno or 0, "OTHER")) from None
