"""Judges the activity log: what is wrong, where, and up to which receipt it is proven to be complete."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from client.audit.errors import (
    AuditBrokenError,
    AuditChangedError,
    AuditCutError,
    AuditOrderError,
    AuditRemovedError,
    AuditReplacedError,
)
from client.audit.facts import ANCHOR_LOST_EVENT, BREAK_EVENT
from client.audit.lines import FIRST_PREVIOUS, ActivityLine, parse_line
from client.model.anchor import LogAnchor


class ReceiptAnchor(NamedTuple):
    """Head and count as a signed receipt carries them back."""

    job: str
    received_at: str
    anchor: LogAnchor


class AuditVerdict(NamedTuple):
    """What `verify` found.

    `lines` that are there; `complete_until`: how many from the start are proven by an anchor; `complete_up_to_job`:
    the last receipt that proves them; `is_anchored`: whether keyring or vault had an anchor to compare with;
    `anchor_losses`: how often the log went on without one. `problem` is the first thing wrong, None where nothing is.
    """

    lines: int
    complete_until: int
    complete_up_to_job: str | None
    complete_up_to_time: str | None
    is_anchored: bool
    anchor_losses: int
    problem: AuditBrokenError | None

    @property
    def is_intact(self) -> bool:
        return self.problem is None


def require_intact(verdict: AuditVerdict) -> None:
    """Raise the verdict's problem, if there is one."""
    if verdict.problem is not None:
        raise verdict.problem


def judge(raw_lines: Iterable[bytes], kept: LogAnchor | None, receipts: Sequence[ReceiptAnchor]) -> AuditVerdict:
    """Read all lines once. `kept` is the anchor of the keyring or vault, `receipts` those that came back signed."""
    walk = _Walk({anchor.count for anchor in _anchors(kept, receipts)})
    for raw in raw_lines:
        walk.take(raw)
    proven = [anchor for anchor in _anchors(kept, receipts) if walk.proves(anchor)]
    until = max((anchor.count for anchor in proven), default=0)
    proving = [receipt for receipt in receipts if walk.proves(receipt.anchor)]
    last = max(proving, key=lambda receipt: (receipt.anchor.count, receipt.received_at), default=None)
    return AuditVerdict(
        lines=walk.lines,
        complete_until=until,
        complete_up_to_job=None if last is None else last.job,
        complete_up_to_time=None if last is None else last.received_at,
        is_anchored=kept is not None,
        anchor_losses=walk.anchor_losses,
        problem=_first_problem(walk, _anchors(kept, receipts), until),
    )


def _anchors(kept: LogAnchor | None, receipts: Sequence[ReceiptAnchor]) -> list[LogAnchor]:
    return ([] if kept is None else [kept]) + [receipt.anchor for receipt in receipts]


def _first_problem(walk: _Walk, anchors: list[LogAnchor], until: int) -> AuditBrokenError | None:
    found: list[tuple[int, type[AuditBrokenError]]] = []
    if walk.broken is not None:
        found.append(walk.first_broken())
    else:
        found += [(anchor.count, AuditCutError) for anchor in anchors if anchor.count > walk.lines]
        wrong = [anchor.count for anchor in anchors if anchor.count <= walk.lines and not walk.proves(anchor)]
        if wrong:
            found.append((until + 1, AuditReplacedError))
    if walk.first_break is not None:
        found.append((walk.first_break, AuditCutError))
    if not found:
        return None
    number, error = min(found, key=lambda item: item[0])
    # A cut is named by the first line that is missing, not by the anchor's count.
    line = min(number, walk.lines + 1) if error is AuditCutError else number
    return error(line=line, complete_until=until)


class _Walk:
    """One pass over the lines. Keeps the hash of those lines only that an anchor names, and the sequence numbers
    after a fault (to tell a removed line from a moved one)."""

    def __init__(self, wanted: set[int]) -> None:
        self._wanted = wanted
        self._hashes: dict[int, str] = {0: FIRST_PREVIOUS}
        self._previous = FIRST_PREVIOUS
        self._good = 0
        self._later_seqs: set[int] = set()
        self.lines = 0
        self.anchor_losses = 0
        self.first_break: int | None = None
        self.broken: ActivityLine | str | None = None
        self._broken_at = 0

    def take(self, raw: bytes) -> None:
        self.lines += 1
        line = parse_line(raw)
        if self.broken is not None:
            if line is not None:
                self._later_seqs.add(line.seq)
            return
        if line is None or line.seq != self._good + 1 or line.previous != self._previous:
            self.broken = "unreadable" if line is None else line
            self._broken_at = self.lines
            return
        self._good, self._previous = line.seq, line.hash
        if line.seq in self._wanted:
            self._hashes[line.seq] = line.hash
        if line.event == BREAK_EVENT and self.first_break is None:
            self.first_break = line.seq
        self.anchor_losses += line.event == ANCHOR_LOST_EVENT

    def proves(self, anchor: LogAnchor) -> bool:
        """Whether the unbroken beginning reaches the anchored line and ends there in the anchored head."""
        return self._hashes.get(anchor.count) == anchor.head

    def first_broken(self) -> tuple[int, type[AuditBrokenError]]:
        """The number of the first faulty line and what was done to it."""
        line, expected = self.broken, self._good + 1
        if not isinstance(line, ActivityLine):
            return self._broken_at, AuditChangedError
        if line.seq == expected:
            # It follows another line than the one before it: that one was changed and its own hash made to fit.
            return max(self._good, 1), AuditChangedError
        if line.seq < expected or expected in self._later_seqs:
            return expected, AuditOrderError
        return expected, AuditRemovedError
