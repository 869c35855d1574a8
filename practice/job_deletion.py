"""Deleting a job: sealed inputs, results and manifest are gone; what stays is that it existed, and the certificate."""

from __future__ import annotations

import shutil
import sqlite3

from practice import tus
from practice.core import PracticeCore
from practice.database import record_event
from practice.statements import sign_job_deletion


def delete_job(core: PracticeCore, transaction: sqlite3.Connection, job: sqlite3.Row, reason: str) -> str:
    """Delete what there is of a job that nobody works on, and return the signed certificate."""
    job_id = job["id"]
    inputs = transaction.execute("SELECT upload_id FROM job_files WHERE job_id = ?", (job_id,)).fetchall()
    results = transaction.execute("SELECT COUNT(*) FROM results WHERE job_id = ?", (job_id,)).fetchone()[0]
    for row in inputs:
        core.folders.upload(row["upload_id"]).unlink(missing_ok=True)
    folder = core.folders.results / job_id
    if folder.exists():
        shutil.rmtree(folder)
    deleted = {"sealed_inputs": len(inputs), "working_copies": 0, "results": int(results)}
    certificate = sign_job_deletion(core, job, deleted, reason)
    transaction.execute("UPDATE uploads SET state = ?, name = '' WHERE job_id = ?", (tus.DELETED, job_id))
    # Without their headers the bodies could not be read even if the disk still remembers them.
    transaction.execute("UPDATE job_files SET header = NULL WHERE job_id = ?", (job_id,))
    transaction.execute("DELETE FROM results WHERE job_id = ?", (job_id,))
    transaction.execute(
        "UPDATE jobs SET state = 'deleted', manifest = NULL, map_id = NULL, result_manifest = NULL, deletion = ?"
        " WHERE id = ?",
        (certificate, job_id),
    )
    record_event(transaction, job["user_id"], core.now_text(), f"job-deleted-by-{reason}")
    return certificate


def delete_overdue_jobs(core: PracticeCore) -> None:
    """Automatic deletion: every job that ended and whose retention time is over. The certificate waits for the user."""
    with core.database.transaction() as transaction:
        rows = transaction.execute(
            "SELECT * FROM jobs WHERE state IN ('succeeded', 'failed', 'cancelled') AND delete_after <= ?",
            (core.now_s(),),
        ).fetchall()
        for job in rows:
            delete_job(core, transaction, job, "cancelled" if job["state"] == "cancelled" else "retention")
