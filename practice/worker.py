"""The thread that works on jobs and deletes what is due. It alone uses the recipient key on bodies."""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
from collections.abc import Callable
from typing import Any

from client.model.errors import ClientError
from client.model.job import ResultEntry
from practice.analysis import JobAnalysis
from practice.calls import own_frames
from practice.core import PracticeCore
from practice.job_deletion import delete_overdue_jobs
from practice.job_steps import STEP_NAMES, end_steps, new_steps, parse_steps
from practice.statements import sign_result_manifest
from practice.tus import delete_expired_uploads
from practice.vcf_reader import VcfRefusedError

_LOOK_AGAIN_S = 0.5


class JobCancelledError(Exception):
    """The user asked for it."""


class ServiceStoppingError(Exception):
    """The job goes back to waiting and starts over when the service does."""


class JobWorker:
    """One job at a time, oldest first. `start`, then `stop` before the database is closed."""

    def __init__(self, core: PracticeCore) -> None:
        self._core = core
        self._thread = threading.Thread(target=self._run, name="practice-worker", daemon=True)

    def start(self) -> None:
        with self._core.database.transaction() as transaction:
            transaction.execute("UPDATE jobs SET state = 'waiting', steps = ? WHERE state = 'running'", (new_steps(),))
        self._thread.start()

    def stop(self) -> None:
        """Ends within the time it takes to look up from a megabyte."""
        self._core.stopping.set()
        with self._core.jobs_changed:
            self._core.jobs_changed.notify_all()
        self._thread.join()

    def _run(self) -> None:
        while not self._core.stopping.is_set():
            try:
                delete_overdue_jobs(self._core)
                delete_expired_uploads(self._core)
                job = self._take_job()
                if job is not None:
                    self._work(job)
                    continue
            except (OSError, sqlite3.Error) as error:
                self._core.logger.error("worker %s at %s", type(error).__name__, own_frames(error))
            with self._core.jobs_changed:
                if not self._core.stopping.is_set():
                    self._core.jobs_changed.wait(_LOOK_AGAIN_S)

    def _take_job(self) -> sqlite3.Row | None:
        with self._core.database.transaction() as transaction:
            row: sqlite3.Row | None = transaction.execute(
                "SELECT * FROM jobs WHERE state = 'waiting' ORDER BY sequence LIMIT 1"
            ).fetchone()
            if row is not None:
                transaction.execute("UPDATE jobs SET state = 'running' WHERE id = ?", (row["id"],))
        return row

    def _work(self, job: sqlite3.Row) -> None:
        job_id = job["id"]
        log = StepLog(self._core, job_id)
        try:
            results = JobAnalysis(self._core, job, log, lambda: self._look_up(job_id)).run()
            self._succeed(job, log, results)
        except JobCancelledError:
            self._end(job_id, "cancelled", "info", "Cancelled.")
        except ServiceStoppingError:
            self._put_back(job_id)
        except VcfRefusedError as refusal:
            self._end(job_id, "failed", "error", refusal.text)
        except ClientError as error:
            self._end(job_id, "failed", "error", f"A submitted file could not be opened ({error.code}).")
        except Exception as error:  # noqa: BLE001 - the edge of the thread: the job fails, the service goes on
            self._core.logger.error("job failed by %s at %s", type(error).__name__, own_frames(error))
            self._end(job_id, "failed", "error", "The service made a mistake. The operator finds it in the log.")
        with self._core.jobs_changed:
            self._core.jobs_changed.notify_all()

    def _look_up(self, job_id: str) -> None:
        """Called between pieces of work."""
        if self._core.stopping.is_set():
            raise ServiceStoppingError
        with self._core.database.transaction() as transaction:
            row = transaction.execute("SELECT cancel_wanted FROM jobs WHERE id = ?", (job_id,)).fetchone()
        if row["cancel_wanted"]:
            raise JobCancelledError

    def _succeed(self, job: sqlite3.Row, log: StepLog, results: list[ResultEntry]) -> None:
        core = self._core
        log.begin(3)
        manifest = sign_result_manifest(core, job, results)
        log.succeed(3, f"{len(results)} result files are sealed to the key of this job; nobody else can open them.")
        with core.database.transaction() as transaction:
            for position, entry in enumerate(results):
                transaction.execute(
                    "INSERT INTO results VALUES (?, ?, ?, ?, ?, ?)",
                    (job["id"], position, entry.name, entry.media_type, entry.sealed_sha256, entry.sealed_bytes),
                )
            transaction.execute(
                "UPDATE jobs SET state = 'succeeded', result_manifest = ?, finished_at = ?, delete_after = ?"
                " WHERE id = ?",
                (manifest, core.now_text(), self._delete_after(), job["id"]),
            )

    def _end(self, job_id: str, state: str, level: str, text: str) -> None:
        core = self._core
        self._drop_results(job_id)
        with core.database.transaction() as transaction:
            steps = transaction.execute("SELECT steps FROM jobs WHERE id = ?", (job_id,)).fetchone()["steps"]
            transaction.execute(
                "UPDATE jobs SET state = ?, steps = ?, finished_at = ?, delete_after = ? WHERE id = ?",
                (
                    state,
                    end_steps(steps, state, [{"level": level, "text": text}]),
                    core.now_text(),
                    self._delete_after(),
                    job_id,
                ),
            )

    def _put_back(self, job_id: str) -> None:
        self._drop_results(job_id)
        with self._core.database.transaction() as transaction:
            transaction.execute("UPDATE jobs SET state = 'waiting', steps = ? WHERE id = ?", (new_steps(), job_id))

    def _drop_results(self, job_id: str) -> None:
        shutil.rmtree(self._core.folders.results / job_id, ignore_errors=True)

    def _delete_after(self) -> float:
        return self._core.now_s() + self._core.settings.retention.total_seconds()


class StepLog:
    """Writes what a running job does, step by step, where `GET /jobs/{id}` finds it."""

    def __init__(self, core: PracticeCore, job_id: str) -> None:
        self._core = core
        self._job_id = job_id

    def begin(self, index: int) -> None:
        self._change(index, lambda step: step.update(state="running"))

    def say(self, index: int, text: str, level: str = "info") -> None:
        self._change(index, lambda step: step["messages"].append({"level": level, "text": text}))

    def succeed(self, index: int, text: str) -> None:
        self.say(index, text)
        self._change(index, lambda step: step.update(state="succeeded"))

    def _change(self, index: int, change: Callable[[dict[str, Any]], None]) -> None:
        with self._core.database.transaction() as transaction:
            row = transaction.execute("SELECT steps FROM jobs WHERE id = ?", (self._job_id,)).fetchone()
            steps = parse_steps(row["steps"])
            change(steps[index])
            transaction.execute("UPDATE jobs SET steps = ? WHERE id = ?", (_dump(steps), self._job_id))


def _dump(steps: list[dict[str, Any]]) -> str:
    if [step["name"] for step in steps] != list(STEP_NAMES):
        raise ValueError("these are not the steps of a job")
    return json.dumps(steps)
