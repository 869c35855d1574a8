"""The outbox's memory: which submissions there are, how far each file is, and what has to be withdrawn.

States, ids and times are in clear; paths, names, upload addresses, file keys, the plan and the job call are encrypted
under the vault key, each bound to its row (client.seal.at_rest). Every method that changes something is one
transaction and durable when it returns; ledger_schema.py says in which order. One `Ledger` belongs to one thread;
several processes may have one open.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from client.model.clock import Clock, format_time, parse_time
from client.model.transfer import FileState, Problem, TransferState
from client.seal.container import FileKey
from client.seal.errors import AtRestError
from client.transfer.errors import RowDamagedError
from client.transfer.ledger_file import FILE_KEY, LEDGER, UPLOAD, SealedDatabase
from client.transfer.ledger_records import (
    BodyRecord,
    FileRecord,
    SubmissionRecord,
    Withdrawal,
    body_json,
    parse_body,
    parse_problem,
    parse_source,
    problem_json,
    require_bodies,
    source_json,
)
from client.transfer.ledger_schema import coded_database_errors, repair_indexes
from client.transfer.machine import Report, Submission
from client.transfer.plan import SealedBody, SourceFile, SubmissionPlan, parse_plan

_DAMAGED = problem_json(Problem(RowDamagedError.code))
_WISHES = frozenset(Report)


class Ledger(SealedDatabase):
    """See the module. Opening raises what `open_database` does, and OtherVaultKeyError under another vault key."""

    def __init__(self, path: Path, vault_key: bytes, clock: Clock) -> None:
        super().__init__(path, vault_key)
        self._clock = clock
        self._saved_files: dict[str, tuple[FileState, ...]] = {}

    def _rolled_back(self) -> None:
        """What was thought to be saved is not."""
        self._saved_files.clear()

    # ---- queueing and reading ---------------------------------------------------------------------------------------

    def add(self, submission_id: str, plan: SubmissionPlan, sources: Sequence[SourceFile]) -> None:
        """Queue a submission, in state `waiting`."""
        with self._commit():
            self._database.execute(
                "INSERT INTO submissions (submission_id, created_at, state, plan) VALUES (?, ?, ?, ?)",
                (
                    submission_id,
                    format_time(self._clock()),
                    TransferState.WAITING,
                    self._seal(LEDGER, f"plan/{submission_id}", plan.to_json()),
                ),
            )
            for position, source in enumerate(sources):
                blob = self._seal(LEDGER, f"source/{submission_id}/{position}", source_json(source))
                self._database.execute(
                    "INSERT INTO files (submission_id, position, state, source) VALUES (?, ?, ?, ?)",
                    (submission_id, position, FileState.WAITING, blob),
                )

    def submission_ids(self) -> tuple[str, ...]:
        """All ids, in the order they were queued."""
        return tuple(str(row[0]) for row in self._rows("SELECT submission_id FROM submissions ORDER BY sequence"))

    def waiting_ids(self) -> tuple[str, ...]:
        """Ids of submissions that were queued and not taken up by any driver yet."""
        rows = self._rows("SELECT submission_id FROM submissions WHERE state = ? ORDER BY sequence", "waiting")
        return tuple(str(row[0]) for row in rows)

    def unfinished_ids(self) -> tuple[str, ...]:
        """Ids of submissions that are not done, failed or cancelled, in the order they were queued."""
        return tuple(
            str(row[0])
            for row in self._rows(
                "SELECT submission_id FROM submissions WHERE state NOT IN (?, ?, ?) ORDER BY sequence",
                TransferState.DONE,
                TransferState.FAILED,
                TransferState.CANCELLED,
            )
        )

    def state_of(self, submission_id: str) -> tuple[TransferState, Problem | None]:
        """State and problem alone, readable also where other rows are damaged; RowDamagedError where not even they."""
        rows = self._rows("SELECT state, problem FROM submissions WHERE submission_id = ?", submission_id)
        if not rows:
            raise RowDamagedError
        try:
            return TransferState(rows[0][0]), parse_problem(rows[0][1])
        except (ValueError, TypeError, KeyError):
            raise RowDamagedError from None

    def set_priority(self, submission_id: str, priority: int) -> None:
        """Which submission's files go next: the highest first, then the oldest."""
        with self._commit():
            self._database.execute(
                "UPDATE submissions SET priority = ? WHERE submission_id = ?", (priority, submission_id)
            )

    def priorities(self) -> dict[str, int]:
        """The priority of each submission that has one, by id."""
        rows = self._rows("SELECT submission_id, priority FROM submissions WHERE priority <> 0")
        return {submission_id: priority for submission_id, priority in rows if isinstance(priority, int)}

    def remove_finished(self, before: datetime) -> int:
        """Forget submissions that were finished before that moment, with all that was kept about them."""
        ids = "SELECT submission_id FROM submissions WHERE finished_at < ?"
        moment = format_time(before)
        with self._commit():
            for table in ("bodies", "files"):
                self._database.execute(f"DELETE FROM {table} WHERE submission_id IN ({ids})", (moment,))  # noqa: S608
            return self._database.execute("DELETE FROM submissions WHERE finished_at < ?", (moment,)).rowcount

    def state_of_damaged(self, submission_id: str) -> TransferState:
        """The state to show for a submission that cannot be loaded: on its way out, or waiting for the user."""
        try:
            state, _ = self.state_of(submission_id)
        except RowDamagedError:
            return TransferState.NEEDS_YOU
        is_over = state in (TransferState.CANCELLING, TransferState.CANCELLED)
        return state if is_over else TransferState.NEEDS_YOU

    def is_job_fixed(self, submission_id: str) -> bool:
        """True once the bytes of the job call are recorded."""
        return bool(self._rows("SELECT 1 FROM submissions WHERE submission_id = ? AND job_fixed = 1", submission_id))

    def load(self, submission_id: str) -> SubmissionRecord:
        """The whole record; RowDamagedError when any row of it is missing or cannot be read."""
        rows = self._rows(
            "SELECT created_at, state, job_fixed, problem, job_id, plan, receipt FROM submissions"
            " WHERE submission_id = ?",
            submission_id,
        )
        if not rows:
            raise RowDamagedError
        created_at, state, job_fixed, problem, job_id, plan, receipt = rows[0]
        try:
            states, files = self._load_files(submission_id)
            machine = Submission(TransferState(state), states, bool(job_fixed), parse_problem(problem))
            require_bodies(machine, files)
            return SubmissionRecord(
                submission_id,
                format_time(parse_time(created_at)),
                parse_plan(self._open(LEDGER, f"plan/{submission_id}", plan)),
                machine,
                files,
                None if job_id is None else str(job_id),
                None if receipt is None else self._open(LEDGER, f"receipt/{submission_id}", receipt).decode(),
            )
        except (AtRestError, ValueError, TypeError, KeyError, AttributeError, OverflowError):
            raise RowDamagedError from None

    def _load_files(self, submission_id: str) -> tuple[tuple[FileState, ...], tuple[FileRecord, ...]]:
        states: list[FileState] = []
        files: list[FileRecord] = []
        bodies = self._load_bodies(submission_id)
        rows = self._rows(
            "SELECT position, state, source, report FROM files WHERE submission_id = ? ORDER BY position", submission_id
        )
        for expected, (position, state, source, report) in enumerate(rows):
            if position != expected:
                raise RowDamagedError
            item = f"{submission_id}/{position}"
            opened = None if report is None else self._open(LEDGER, f"report/{item}", report)
            states.append(FileState(state))
            files.append(
                FileRecord(
                    parse_source(self._open(LEDGER, f"source/{item}", source)),
                    tuple(bodies.get(position, ())),
                    opened,
                )
            )
        if not files:
            raise RowDamagedError
        return tuple(states), tuple(files)

    def _load_bodies(self, submission_id: str) -> dict[int, list[BodyRecord]]:
        found: dict[int, list[BodyRecord]] = {}
        rows = self._rows(
            "SELECT file_id, position, facts, upload, sent_bytes FROM bodies WHERE submission_id = ?"
            " ORDER BY position, ordinal",
            submission_id,
        )
        for file_id, position, facts, upload, sent_bytes in rows:
            body, siblings = parse_body(self._open(LEDGER, f"body/{submission_id}/{file_id}", facts))
            if body.file_id != file_id:
                raise RowDamagedError
            address = None if upload is None else self._open(UPLOAD, file_id, upload).decode()
            noted = sent_bytes if isinstance(sent_bytes, int) else 0
            found.setdefault(position, []).append(BodyRecord(body, address, noted, siblings))
        return found

    # ---- steps of a submission --------------------------------------------------------------------------------------

    def save(self, submission_id: str, machine: Submission, sent_bytes: Iterable[tuple[str, int]] = ()) -> None:
        """Record the machine's state, for the submission and each file.

        `sent_bytes` notes how much of some bodies (by file id) has arrived, for display; what counts is the service's
        own offset.
        """
        with self._commit():
            self._save(submission_id, machine)
            self._database.executemany(
                "UPDATE bodies SET sent_bytes = ? WHERE file_id = ? AND sent_bytes <> ?",
                [(sent, file_id, sent) for file_id, sent in sent_bytes],
            )

    def save_sealed(
        self,
        submission_id: str,
        position: int,
        machine: Submission,
        bodies: Sequence[tuple[SealedBody, FileKey]],
        report: bytes,
    ) -> None:
        """Record a file's bodies with their keys; they lie in the spool already, under their final names."""
        with self._commit():
            self._save(submission_id, machine)
            self._database.execute(
                "UPDATE files SET report = ? WHERE submission_id = ? AND position = ?",
                (self._seal(LEDGER, f"report/{submission_id}/{position}", report), submission_id, position),
            )
            for ordinal, (body, file_key) in enumerate(bodies):
                facts = body_json(body, len(bodies))
                self._database.execute(
                    "INSERT INTO bodies (file_id, submission_id, position, ordinal, facts, file_key)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    (
                        body.file_id,
                        submission_id,
                        position,
                        ordinal,
                        self._seal(LEDGER, f"body/{submission_id}/{body.file_id}", facts),
                        self._seal(FILE_KEY, body.file_id, file_key.key),
                    ),
                )

    def save_upload(self, file_id: str, upload: str) -> None:
        """Record where a body's upload lives, before its first byte goes there."""
        with self._commit():
            self._database.execute(
                "UPDATE bodies SET upload = ?, sent_bytes = 0 WHERE file_id = ?",
                (self._seal(UPLOAD, file_id, upload.encode()), file_id),
            )

    def save_job_call(self, submission_id: str, machine: Submission, job_call: bytes) -> None:
        """Record the exact bytes of the job call together with the state that says they are final."""
        with self._commit():
            self._save(submission_id, machine)
            self._database.execute(
                "UPDATE submissions SET job_call = ? WHERE submission_id = ?",
                (self._seal(LEDGER, f"job call/{submission_id}", job_call), submission_id),
            )

    def job_call(self, submission_id: str) -> bytes:
        """The recorded job call; RowDamagedError where it is missing or cannot be read."""
        rows = self._rows("SELECT job_call FROM submissions WHERE submission_id = ?", submission_id)
        try:
            return self._open(LEDGER, f"job call/{submission_id}", rows[0][0])
        except (AtRestError, IndexError, TypeError):
            raise RowDamagedError from None

    def file_key(self, file_id: str) -> FileKey:
        """The key of a body under way; RowDamagedError where it is forgotten or cannot be read."""
        rows = self._rows("SELECT file_key FROM bodies WHERE file_id = ?", file_id)
        try:
            return FileKey(bytes.fromhex(file_id), self._open(FILE_KEY, file_id, rows[0][0]))
        except (AtRestError, IndexError, TypeError):
            raise RowDamagedError from None

    def save_receipt(self, submission_id: str, machine: Submission, job_id: str, receipt: str) -> None:
        """Record the verified receipt; the job call is not needed any more."""
        with self._commit():
            self._save(submission_id, machine)
            self._database.execute(
                "UPDATE submissions SET job_id = ?, receipt = ?, job_call = NULL WHERE submission_id = ?",
                (job_id, self._seal(LEDGER, f"receipt/{submission_id}", receipt.encode()), submission_id),
            )

    def save_cleared(self, submission_id: str, machine: Submission) -> None:
        """Record that the spool is empty of it, and forget its keys and addresses: the job has them now."""
        with self._commit():
            self._save(submission_id, machine)
            self._database.execute(
                "UPDATE bodies SET file_key = NULL, upload = NULL, in_spool = 0 WHERE submission_id = ?",
                (submission_id,),
            )

    # ---- forgetting and withdrawing ---------------------------------------------------------------------------------

    def forget(self, submission_id: str, machine: Submission | None) -> tuple[str, ...]:
        """Clear every key of a submission and note its uploads for withdrawal, in one step; returns its file ids.

        Works row by row without reading what may be damaged. `machine` None leaves the states as they are.
        """
        with self._commit():
            if machine is not None:
                self._save(submission_id, machine)
            self._move_uploads("submission_id = ?", submission_id)
            file_ids = self._rows("SELECT file_id FROM bodies WHERE submission_id = ?", submission_id)
            self._database.execute("DELETE FROM bodies WHERE submission_id = ?", (submission_id,))
            self._database.execute(
                "UPDATE submissions SET job_call = NULL, wish = NULL WHERE submission_id = ?", (submission_id,)
            )
        return tuple(row[0] for row in file_ids)

    def forget_file(self, submission_id: str, position: int, machine: Submission) -> tuple[str, ...]:
        """The same for the bodies of one file that has to be prepared again."""
        where, key = "submission_id = ? AND position = ?", (submission_id, position)
        with self._commit():
            self._save(submission_id, machine)
            self._move_uploads(where, *key)
            file_ids = self._rows(f"SELECT file_id FROM bodies WHERE {where}", *key)  # noqa: S608 - constant text
            self._database.execute(f"DELETE FROM bodies WHERE {where}", key)  # noqa: S608 - constant text
            self._database.execute(f"UPDATE files SET report = NULL WHERE {where}", key)  # noqa: S608 - constant text
        return tuple(row[0] for row in file_ids)

    def _move_uploads(self, where: str, *key: str | int) -> None:
        self._database.execute(
            "INSERT INTO withdrawals (submission_id, file_id, upload)"  # noqa: S608 - constant text
            f" SELECT submission_id, file_id, upload FROM bodies WHERE upload IS NOT NULL AND {where}",
            key,
        )

    def add_withdrawal(self, submission_id: str, file_id: str, upload: str) -> None:
        """Note an upload that was made while its submission was being given up."""
        with self._commit():
            self._database.execute(
                "INSERT INTO withdrawals (submission_id, file_id, upload) VALUES (?, ?, ?)",
                (submission_id, file_id, self._seal(UPLOAD, file_id, upload.encode())),
            )

    def withdrawals(self, submission_id: str) -> tuple[Withdrawal, ...]:
        """Uploads of a submission that the service has not confirmed as deleted. One that cannot be read is dropped:
        nobody can name it any more, and the service lets it expire."""
        found, unreadable = [], []
        rows = self._rows(
            "SELECT number, file_id, upload FROM withdrawals WHERE submission_id = ? ORDER BY number", submission_id
        )
        for number, file_id, upload in rows:
            try:
                found.append(Withdrawal(number, self._open(UPLOAD, file_id, upload).decode()))
            except (AtRestError, ValueError, TypeError):
                unreadable.append(number)
        for number in unreadable:
            self.save_withdrawn(number)
        return tuple(found)

    def submissions_with_withdrawals(self) -> tuple[str, ...]:
        """Ids of all submissions that have uploads to delete."""
        return tuple(row[0] for row in self._rows("SELECT DISTINCT submission_id FROM withdrawals"))

    def save_withdrawn(self, number: int) -> None:
        """The service has confirmed: 204, or 404 and 410 for one that it had let go itself."""
        with self._commit():
            self._database.execute("DELETE FROM withdrawals WHERE number = ?", (number,))

    def spooled_file_ids(self) -> set[str]:
        """Every body that may lie in the spool."""
        return {row[0] for row in self._rows("SELECT file_id FROM bodies WHERE in_spool = 1")}

    # ---- wishes of other processes ----------------------------------------------------------------------------------

    def save_wish(self, submission_id: str, wish: str) -> None:
        """Leave a word for the driver: `pause`, `cancel` or `go`."""
        with self._commit():
            self._database.execute("UPDATE submissions SET wish = ? WHERE submission_id = ?", (wish, submission_id))

    def take_wishes(self) -> dict[str, str]:
        """Read all wishes and remove them. The driver only."""
        if not self.waiting_wishes():
            return {}
        with self._commit():
            wishes = dict(self._rows("SELECT submission_id, wish FROM submissions WHERE wish IS NOT NULL"))
            self._database.execute("UPDATE submissions SET wish = NULL")
        return {submission_id: wish for submission_id, wish in wishes.items() if wish in _WISHES}

    def waiting_wishes(self) -> set[str]:
        """Which wishes somebody waits for."""
        return {wish for (wish,) in self._rows("SELECT DISTINCT wish FROM submissions WHERE wish IS NOT NULL")}

    def repair(self) -> bool:
        """Make damaged indexes anew; True where there were any. The driver only."""
        with coded_database_errors(self._folder):
            return repair_indexes(self._database)

    def set_aside(self, submission_id: str) -> None:
        """Mark a submission with a damaged row, touching nothing else of it. One being cancelled stays so."""
        with self._commit():
            self._database.execute(
                "UPDATE submissions SET state = ?, problem = ? WHERE submission_id = ? AND state <> ?",
                (TransferState.NEEDS_YOU, _DAMAGED, submission_id, TransferState.CANCELLING),
            )

    def cancel_damaged(self, submission_id: str) -> tuple[str, ...]:
        """Give up a submission that cannot be read; returns its file ids. `finish_damaged` ends it."""
        file_ids = self.forget(submission_id, None)
        with self._commit():
            self._database.execute(
                "UPDATE submissions SET state = ?, problem = ? WHERE submission_id = ?",
                (TransferState.CANCELLING, _DAMAGED, submission_id),
            )
        return file_ids

    def finish_damaged(self) -> None:
        """End what `cancel_damaged` began, where the service has confirmed every withdrawal."""
        with self._commit():
            self._database.execute(
                "UPDATE submissions SET state = ?, finished_at = ? WHERE state = ? AND problem = ?"
                " AND submission_id NOT IN (SELECT submission_id FROM withdrawals)",
                (TransferState.CANCELLED, format_time(self._clock()), TransferState.CANCELLING, _DAMAGED),
            )

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _save(self, submission_id: str, machine: Submission) -> None:
        finished_at = format_time(self._clock()) if machine.state.is_finished else None
        self._database.execute(
            "UPDATE submissions SET state = ?, job_fixed = ?, problem = ?, finished_at = ? WHERE submission_id = ?",
            (machine.state, int(machine.job_fixed), problem_json(machine.problem), finished_at, submission_id),
        )
        # Only what changed: with a thousand files in a submission the rest would be most of the work.
        before = self._saved_files.get(submission_id, ())
        known = before if len(before) == len(machine.files) else (None,) * len(machine.files)
        self._database.executemany(
            "UPDATE files SET state = ? WHERE submission_id = ? AND position = ?",
            [
                (state, submission_id, position)
                for position, (state, old) in enumerate(zip(machine.files, known, strict=True))
                if state is not old
            ],
        )
        self._saved_files[submission_id] = machine.files
