"""Damage to the ledger costs the submission it hits, is always said with a code, and never makes a job look whole."""

from __future__ import annotations

import json
import random
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from typing import NoReturn

import pytest

from client.model.errors import ClientError
from client.model.transfer import Problem, TransferState
from client.network.errors import UnreachableError
from client.transfer.errors import RowDamagedError
from client.transfer.ledger import Ledger
from client.transfer.ledger_records import body_json, parse_body
from client.transfer.outbox import Outbox
from tests.support.outbox_bench import Bench
from tests.support.outbox_samples import VAULT_KEY, fixed_clock, sample_body

DATA = b"GT " + bytes(range(256)) * 8
MULTI = b"MULTI " + DATA
DAMAGED = Problem("OUTBOX-ROW-DAMAGED")
LATER = datetime(2030, 1, 1, tzinfo=UTC)

ROWS = {
    "a time that is no text": "UPDATE submissions SET created_at = CAST(x'3230ff2d' AS TEXT) WHERE submission_id = ?",
    "a state that is no text": "UPDATE submissions SET state = CAST(x'e1616974' AS TEXT) WHERE submission_id = ?",
    "a problem that is no JSON": "UPDATE submissions SET problem = '[]' WHERE submission_id = ?",
    "a file under a number that nobody has": "UPDATE files SET position = 7 WHERE submission_id = ?",
    "the only body lost": "DELETE FROM bodies WHERE submission_id = ?",
    "one body of two lost": "DELETE FROM bodies WHERE ordinal = 1 AND submission_id = ?",
    "a body under another file's number": "UPDATE bodies SET position = 3 WHERE submission_id = ?",
    "a body of nobody": "UPDATE bodies SET submission_id = 'x' || submission_id WHERE submission_id = ?",
}
HARMLESS = {
    "a priority that is no number": "UPDATE submissions SET priority = 'x' WHERE submission_id = ?",
    "a wish that nobody has": "UPDATE submissions SET wish = 'bogus' WHERE submission_id = ?",
    "a noted number that is none": "UPDATE bodies SET sent_bytes = x'00ff' WHERE submission_id = ?",
}


def _everything_that_looks(outbox: Outbox, submission_id: str) -> tuple[Callable[[], object], ...]:
    return (
        outbox.transfers,
        outbox.turns,
        outbox.kept_plans,
        lambda: outbox.find(submission_id[:8]),
        lambda: outbox.kept_reports(submission_id),
        lambda: outbox.send_first(submission_id),
        lambda: outbox.remove_finished(LATER),
    )


def _stored_and_not_submitted(bench: Bench, monkeypatch: pytest.MonkeyPatch, submissions: int) -> list[str]:
    """Submissions of one source with two bodies each, all uploaded; the line breaks when the jobs are to be made."""

    def broken() -> NoReturn:
        raise UnreachableError(reason="reset")

    ids = [bench.queue(MULTI) for _ in range(submissions)]
    with monkeypatch.context() as patch:
        patch.setattr(bench.desk, "recipients", broken)
        bench.run()
    assert {bench.state(id_) for id_ in ids} == {TransferState.NEEDS_YOU}
    return ids


def test_a_damaged_row_costs_its_own_submission_and_no_job_lacks_a_body(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [*ROWS, *HARMLESS]
    ids = _stored_and_not_submitted(bench, monkeypatch, len(names) + 1)
    with closing(sqlite3.connect(bench.folders.ledger)) as database, database:
        for name, submission_id in zip(names, ids, strict=False):
            database.execute({**ROWS, **HARMLESS}[name], (submission_id,))
    for submission_id in ids:
        for look in _everything_that_looks(bench.outbox, submission_id):
            with suppress(ClientError):
                look()
    bench.run()
    ended = {name: bench.state(submission_id) for name, submission_id in zip(names, ids, strict=False)}
    assert {name for name, state in ended.items() if state is not TransferState.DONE} == set(ROWS)
    assert bench.state(ids[-1]) is TransferState.DONE
    problems = {t.submission_id: t.problem for t in bench.outbox.transfers()}
    assert [problems[submission_id] for submission_id in ids[: len(ROWS)]] == [DAMAGED] * len(ROWS)
    for submission_id in ids[: len(ROWS)]:
        bench.outbox.cancel(submission_id)
    bench.run()
    assert {bench.state(submission_id) for submission_id in ids[: len(ROWS)]} == {TransferState.CANCELLED}


def test_an_index_that_lost_a_row_is_made_anew_before_anything_is_driven(bench: Bench) -> None:
    submission_id = bench.queue(DATA)
    data = bench.folders.ledger.read_bytes()
    healed = 0
    for match in re.finditer(submission_id.encode(), data):
        bench.folders.ledger.write_bytes(data[: match.start()] + b"z" + data[match.start() + 1 :])
        with Ledger(bench.folders.ledger, VAULT_KEY, fixed_clock) as ledger:
            if ledger.submission_ids() != (submission_id,) or _is_whole(ledger, submission_id):
                continue
            assert ledger.repair()
            healed += _is_whole(ledger, submission_id)
            assert not ledger.repair()
    assert healed


def _is_whole(ledger: Ledger, submission_id: str) -> bool:
    try:
        ledger.load(submission_id)
    except RowDamagedError:
        return False
    return True


@pytest.mark.parametrize("seed", range(4))
def test_bytes_that_flip_anywhere_in_the_file_give_an_error_with_a_code(bench: Bench, seed: int) -> None:
    """What is left is what the commands look at; none of it may end in a bug's words."""
    submission_id = bench.queue(MULTI, DATA)
    bench.run()
    waiting = bench.queue(DATA)
    good, rng = bench.folders.ledger.read_bytes(), random.Random(seed)
    for _ in range(25):
        data = bytearray(good)
        for _ in range(rng.choice((1, 1, 3, 20))):
            data[rng.randrange(len(data))] = rng.randrange(256)
        bench.folders.ledger.write_bytes(data)
        for look in (
            *_everything_that_looks(bench.outbox, submission_id),
            lambda: bench.outbox.pause(waiting),
            lambda: bench.outbox.cancel(waiting),
        ):
            with suppress(ClientError):
                look()


def test_how_many_bodies_a_source_has_is_kept_and_rows_from_before_that_are_read() -> None:
    body, _ = sample_body()
    assert parse_body(body_json(body, 2)) == (body, 2)
    assert parse_body(json.dumps(body._asdict()).encode()) == (body, None)
