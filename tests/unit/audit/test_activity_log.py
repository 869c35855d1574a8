"""The activity log: what is written stays provable, and every later change is found and placed."""

from __future__ import annotations

import csv
import errno
import json
import multiprocessing
import os
import stat
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from client.audit.errors import (
    AuditChangedError,
    AuditCutError,
    AuditExportExistsError,
    AuditFactError,
    AuditNewerError,
    AuditOrderError,
    AuditRemovedError,
    AuditReplacedError,
    AuditWriteError,
)
from client.audit.export import export_csv
from client.audit.facts import EVENTS, is_fact
from client.audit.lines import FIRST_PREVIOUS, ActivityLine, parse_line
from client.audit.log import ANCHOR_NAME, EMPTY_LOG, ActivityLog
from client.audit.verify import ReceiptAnchor, require_intact
from client.model.job import LogAnchor

NOW = datetime(2026, 11, 21, 12, 0, 0, tzinfo=UTC)


class MemoryAnchors:
    def __init__(self) -> None:
        self.values: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        return self.values.get(name)

    def set(self, name: str, value: bytes) -> None:
        self.values[name] = value


class TickingClock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def anchors() -> MemoryAnchors:
    return MemoryAnchors()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "audit.log"


@pytest.fixture
def log(path: Path, anchors: MemoryAnchors) -> ActivityLog:
    return ActivityLog(path, anchors, TickingClock())


def fill(log: ActivityLog, lines: int) -> list[LogAnchor]:
    return [log.append("files.prepared", files=number, code="PREP-OK") for number in range(lines)]


def test_a_log_that_nobody_touched_is_complete_to_its_end(log: ActivityLog) -> None:
    assert log.head_and_count() == EMPTY_LOG
    assert log.verify().is_intact
    anchors = fill(log, 5)
    assert log.head_and_count() == anchors[-1]
    verdict = log.verify()
    require_intact(verdict)
    assert (verdict.lines, verdict.complete_until, verdict.is_anchored) == (5, 5, True)
    assert [line.facts["files"] for line in log.iter_entries() if line] == [0, 1, 2, 3, 4]


def test_file_and_folder_are_the_users_alone(log: ActivityLog, path: Path) -> None:
    fill(log, 1)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_verify_names_the_last_receipt_that_proves_the_log(log: ActivityLog) -> None:
    anchors = fill(log, 6)
    receipts = [ReceiptAnchor(f"job-{n}", f"2026-11-21T12:00:0{n}Z", anchors[n]) for n in (1, 3)]
    verdict = log.verify(receipts)
    assert (verdict.complete_up_to_job, verdict.complete_until) == ("job-3", 6)


def edit(path: Path, change: Callable[[list[bytes]], list[bytes]]) -> None:
    path.write_bytes(b"".join(change(path.read_bytes().splitlines(keepends=True))))


def rehash(lines: list[bytes], start: int) -> list[bytes]:
    """Lines from `start` (0-based) on with sequence numbers and hashes that fit again, as a forger would write them."""
    previous = json.loads(lines[start - 1])["hash"] if start else FIRST_PREVIOUS
    result = lines[:start]
    for number, raw in enumerate(lines[start:], start=start + 1):
        value = json.loads(raw)
        line = ActivityLine(number, value["time"], value["event"], value["facts"], previous)
        previous = line.hash
        result.append(line.to_bytes())
    return result


@pytest.mark.parametrize(
    ("change", "error", "line"),
    [
        (lambda ls: [*ls[:2], ls[2].replace(b'"files":2', b'"files":9'), *ls[3:]], AuditChangedError, 3),
        (lambda ls: [*ls[:2], ls[2].replace(b":", b": ", 1), *ls[3:]], AuditChangedError, 3),
        (lambda ls: [*ls[:2], b"garbage\n", *ls[3:]], AuditChangedError, 3),
        (lambda ls: [*ls[:2], b"x" * 100_000 + b"\n", *ls[3:]], AuditChangedError, 3),
        (lambda ls: [*ls[:-1], ls[-1][:-1]], AuditChangedError, 6),
        (lambda ls: rehash([*ls[:2], ls[2].replace(b"2026-11-", b"2026-99-"), *ls[3:]], 2), AuditChangedError, 3),
        (lambda ls: rehash([*ls[:2], ls[2].replace(b"2026-", b"9999-"), *ls[3:]], 2), AuditChangedError, 3),
        (lambda ls: [*ls[:2], *ls[3:]], AuditRemovedError, 3),
        (lambda ls: ls[1:], AuditRemovedError, 1),
        (lambda ls: [*ls[:2], ls[3], ls[2], *ls[4:]], AuditOrderError, 3),
        (lambda ls: [*ls[:3], ls[1], *ls[3:]], AuditOrderError, 4),
        (lambda ls: ls[:4], AuditCutError, 5),
        (lambda ls: [], AuditCutError, 1),
        (lambda ls: rehash([*ls[:2], ls[2].replace(b'"files":2', b'"files":9'), *ls[3:]], 2), AuditReplacedError, 3),
        (lambda ls: rehash([*ls[:2], *ls[3:]], 2), AuditCutError, 6),
        (
            lambda ls: [*rehash([*ls[:2], ls[2].replace(b'"files":2', b'"files":9')], 2), *ls[3:]],
            AuditChangedError,
            3,
        ),
    ],
)
def test_every_change_is_found_and_placed(
    log: ActivityLog, path: Path, change: Callable[[list[bytes]], list[bytes]], error: type[Exception], line: int
) -> None:
    anchors = fill(log, 6)
    edit(path, change)
    verdict = log.verify([ReceiptAnchor("job-1", "2026-11-21T12:00:00Z", anchors[1])])
    assert type(verdict.problem) is error
    assert verdict.problem is not None
    assert verdict.problem.facts["line"] == line
    with pytest.raises(error):
        require_intact(verdict)


def test_after_a_change_the_receipts_still_say_how_far_the_log_is_complete(log: ActivityLog, path: Path) -> None:
    anchors = fill(log, 6)
    receipts = [ReceiptAnchor(f"job-{n}", f"2026-11-21T12:00:0{n}Z", anchors[n]) for n in (1, 3, 5)]
    edit(path, lambda ls: [*ls[:4], ls[4].replace(b'"files":4', b'"files":0'), *ls[5:]])
    verdict = log.verify(receipts)
    assert (verdict.complete_until, verdict.complete_up_to_job) == (4, "job-3")
    assert verdict.problem is not None
    assert verdict.problem.facts == {"line": 5, "complete_until": 4}


def test_a_receipt_finds_a_forged_log_even_where_the_keyring_was_forged_too(
    log: ActivityLog, path: Path, anchors: MemoryAnchors
) -> None:
    sent = fill(log, 6)[3]
    edit(path, lambda ls: rehash([*ls[:2], *ls[3:], ls[2]], 2))
    del anchors.values[ANCHOR_NAME]
    assert log.verify().is_intact
    assert type(log.verify([ReceiptAnchor("job-1", "t", sent)]).problem) is AuditReplacedError


def test_a_cut_tail_stays_visible_after_the_log_went_on(log: ActivityLog, path: Path) -> None:
    fill(log, 6)
    edit(path, lambda ls: ls[:4])
    log.append("files.sealed", files=1)
    entries = [line for line in log.iter_entries() if line]
    assert [line.event for line in entries[4:]] == ["log.break", "files.sealed"]
    assert entries[4].facts["expected_count"] == 6
    verdict = log.verify()
    assert type(verdict.problem) is AuditCutError
    assert verdict.problem.facts["line"] == 5


def test_a_deleted_log_is_a_cut_log_before_and_after_it_goes_on(log: ActivityLog, path: Path) -> None:
    fill(log, 3)
    path.unlink()
    assert type(log.verify().problem) is AuditCutError
    log.append("files.sealed", files=1)
    assert type(log.verify().problem) is AuditCutError


def test_a_lost_anchor_is_said_and_is_no_break(log: ActivityLog, anchors: MemoryAnchors) -> None:
    fill(log, 2)
    anchors.values.clear()
    log.append("files.sealed", files=1)
    verdict = log.verify()
    assert (verdict.is_intact, verdict.anchor_losses, verdict.lines) == (True, 1, 4)


def test_an_anchor_that_cannot_be_read_is_a_break_and_never_silence(log: ActivityLog, anchors: MemoryAnchors) -> None:
    fill(log, 2)
    anchors.values[ANCHOR_NAME] = b"\x00garbage"
    assert not log.verify().is_intact
    anchors.values[ANCHOR_NAME] = b'{"schema": 2, "head": "", "count": 0}'
    with pytest.raises(AuditNewerError):
        log.append("files.sealed", files=1)


@pytest.mark.parametrize(
    "anchor",
    [
        b"\x00garbage",
        b"[]",
        b'{"schema": 1, "head": "%s", "count": 0}' % (b"0" * 64),
        b'{"schema": 1, "head": "%s", "count": -1}' % (b"a" * 64),
        b'{"schema": 1, "head": "Anders Jespersen", "count": 1}',
    ],
)
def test_what_was_no_anchor_stays_a_break_after_the_log_went_on(
    log: ActivityLog, anchors: MemoryAnchors, path: Path, anchor: bytes
) -> None:
    fill(log, 2)
    anchors.values[ANCHOR_NAME] = anchor
    fill(log, 2)
    assert [line.event for line in log.iter_entries() if line] == [
        *["files.prepared"] * 2,
        "log.break",
        *["files.prepared"] * 2,
    ]
    assert type(log.verify().problem) is AuditCutError
    assert b"Anders" not in path.read_bytes()


def test_a_crash_between_line_and_anchor_is_no_break(log: ActivityLog, anchors: MemoryAnchors) -> None:
    fill(log, 2)
    kept = anchors.values[ANCHOR_NAME]
    fill(log, 1)
    anchors.values[ANCHOR_NAME] = kept
    verdict = log.verify()
    assert (verdict.is_intact, verdict.lines, verdict.complete_until) == (True, 3, 2)
    fill(log, 1)
    assert (log.verify().is_intact, log.verify().complete_until) == (True, 4)


def test_a_crash_in_the_middle_of_a_line_is_repaired_and_said(log: ActivityLog, path: Path) -> None:
    fill(log, 2)
    with path.open("ab") as stream:
        stream.write(b'{"event":"files.pre')
    fill(log, 1)
    entries = [line for line in log.iter_entries() if line]
    assert [line.event for line in entries] == ["files.prepared", "files.prepared", "log.torn", "files.prepared"]
    assert entries[2].facts == {"torn_bytes": 19}
    assert log.verify().is_intact


def test_foreign_bytes_at_the_end_stay_as_evidence(log: ActivityLog, path: Path) -> None:
    fill(log, 2)
    with path.open("ab") as stream:
        stream.write(b"x" * 50_000)
    fill(log, 1)
    assert b"x" * 50_000 in path.read_bytes()
    assert type(log.verify().problem) is AuditChangedError


def test_a_full_disk_leaves_no_half_line(log: ActivityLog, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(log, 2)
    before = path.read_bytes()
    real_write, room = os.write, [40]

    def write_until_full(descriptor: int, data: bytes) -> int:
        if not room[0]:
            raise OSError(errno.ENOSPC, "full")
        written = real_write(descriptor, data[: room[0]])
        room[0] -= written
        return written

    monkeypatch.setattr(os, "write", write_until_full)
    with pytest.raises(AuditWriteError) as caught:
        fill(log, 1)
    assert caught.value.facts == {"reason": "ENOSPC"}
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert log.verify().is_intact


def test_a_link_or_a_folder_in_the_logs_place_is_refused(log: ActivityLog, path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"precious")
    path.parent.mkdir()
    path.symlink_to(elsewhere)
    with pytest.raises(AuditWriteError):
        fill(log, 1)
    assert elsewhere.read_bytes() == b"precious"
    path.unlink()
    path.mkdir()
    with pytest.raises(AuditWriteError):
        fill(log, 1)


@pytest.mark.parametrize(
    "facts",
    [
        {"path": "/home/u/x.vcf"},
        {"sample": "NA12878"},
        {"files": "NA12878"},
        {"files": -1},
        {"files": True},
        {"files": float("nan")},
        {"files": 2**60},
        {"code": "Hansen"},
        {"job": "../../etc"},
        {"consent_reference": "HANSEN"},
        {"consent_reference": "CPR-010190-1234"},
        {"sha256": "A" * 64},
        {"policy": "my policy"},
        {"origin": "https://user@host"},
        {"state": "Peter"},
    ],
)
def test_nothing_of_one_person_has_a_place_to_go(log: ActivityLog, path: Path, facts: dict[str, str | int]) -> None:
    with pytest.raises(AuditFactError):
        log.append("files.prepared", **facts)
    assert not path.exists()


def test_an_event_is_one_of_the_list(log: ActivityLog) -> None:
    with pytest.raises(AuditFactError):
        log.append("hansen.was_here")


def test_a_line_of_a_newer_program_is_not_judged(log: ActivityLog, path: Path) -> None:
    fill(log, 1)
    edit(path, lambda ls: [*ls, ls[0].replace(b'"schema":1', b'"schema":2')])
    with pytest.raises(AuditNewerError):
        log.verify()


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)
GOOD_LINE = json.loads(ActivityLine(7, "2026-11-21T12:00:00Z", "files.prepared", {"files": 2}, "a" * 64).to_bytes())


@settings(max_examples=80)
@given(name=st.sampled_from(sorted(GOOD_LINE.keys() - {"schema", "hash"})), value=JSON_VALUES)
def test_a_line_that_holds_any_json_is_told_and_never_an_accident(name: str, value: object) -> None:
    forged = ActivityLine(**{key: GOOD_LINE[key] for key in ActivityLine._fields} | {name: value})
    is_table = isinstance(forged.facts, dict)
    line = parse_line(forged.to_bytes() if is_table else json.dumps(GOOD_LINE | {name: value}).encode() + b"\n")
    if line is not None:
        assert line == forged
        assert (type(line.seq), line.seq > 0, line.event in EVENTS, len(line.previous)) == (int, True, True, 64)
        assert all(is_fact(fact, given) for fact, given in line.facts.items())


def test_the_table_is_harmless_for_spreadsheets_and_lists_what_cannot_be_read(
    log: ActivityLog, path: Path, tmp_path: Path
) -> None:
    fill(log, 2)
    log.append("consent.confirmed", consent_reference="REC-2026/17", consent_version="2026-1")
    edit(path, lambda ls: [*ls, b"=cmd|' /C calc'!A0\n"])
    out = tmp_path / "log.csv"
    assert export_csv(log, out) == 4
    rows = list(csv.reader(out.read_text().splitlines()))
    assert rows[0] == ["number", "time", "event", "facts", "previous", "hash"]
    assert rows[3][2:4] == ["consent.confirmed", "consent_reference=REC-2026/17; consent_version=2026-1"]
    assert rows[4][2] == "log.unreadable"
    assert "cmd" not in out.read_text()
    with pytest.raises(AuditExportExistsError):
        export_csv(log, out)
    assert export_csv(log, out, force=True) == 4


def test_a_table_that_found_no_room_is_no_table(
    log: ActivityLog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(log, 2)

    def fail(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(AuditWriteError) as caught:
        export_csv(log, tmp_path / "log.csv")
    assert caught.value.facts == {"reason": "ENOSPC"}
    assert not (tmp_path / "log.csv").exists()


def _append_some(path: str, count: int) -> None:
    log = ActivityLog(Path(path), None, lambda: NOW)
    for number in range(count):
        log.append("files.prepared", files=number)


def test_several_processes_and_threads_write_one_after_the_other(log: ActivityLog, path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_append_some, args=(str(path), 20)) for _ in range(2)]
    threads = [threading.Thread(target=_append_some, args=(str(path), 20)) for _ in range(3)]
    for worker in (*processes, *threads):
        worker.start()
    for worker in (*processes, *threads):
        worker.join()
    verdict = ActivityLog(path, None, lambda: NOW).verify()
    assert (verdict.lines, verdict.is_intact, verdict.is_anchored) == (100, True, False)
