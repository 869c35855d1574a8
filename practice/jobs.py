"""Jobs as the front end sees them: taken in once, followed, cancelled, deleted. The work itself is in worker.py."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from starlette.responses import Response

from client.model.errors import ClientError
from client.model.job import FILE_ID, SUBMISSION_ID, JobReference, SubmissionManifest
from client.model.service import FINAL_JOB_STATES
from client.seal.keys import parse_public_key
from practice import tus
from practice.calls import Call, json_response
from practice.core import ENVIRONMENT, PracticeCore, new_id, text_of_seconds
from practice.database import record_event, require_owned
from practice.inputs import open_input
from practice.job_deletion import delete_job
from practice.job_steps import end_steps, new_steps, parse_steps
from practice.json_object import JsonObject
from practice.manifest_reader import open_manifest, rejected, require_for_this_service
from practice.other_inbox import collect_from_tus
from practice.problems import Problem
from practice.statements import sign_receipt

_MAX_MANIFEST_BYTES = 3 * 1024 * 1024
_MAX_HEADER_BYTES = 1024 * 1024
_PAGE = 100
_STOP_WAIT_S = 5.0
_UPLOAD_ID = r"[0-9a-f]{32}"


@dataclass(frozen=True)
class SubmittedHeader:
    """One file of `POST /jobs`: which upload is its body, and the header that makes it readable."""

    file_id: str
    upload_id: str = field(repr=False)
    header: bytes = field(repr=False)


class Jobs:
    """The calls under `/jobs` but those for results."""

    def __init__(self, core: PracticeCore, profile_serial: Callable[[], int]) -> None:
        self._core = core
        self._profile_serial = profile_serial

    def submit(self, call: Call) -> Response:
        """`POST /jobs`: headers and manifest. The same body again gives the same job and receipt."""
        core, user_id = self._core, call.principal.user_id
        body = call.json()
        body.require_members("submission_id", "manifest", "files")
        submission_id = body.text("submission_id", SUBMISSION_ID)
        sealed_manifest = body.base64("manifest", _MAX_MANIFEST_BYTES)
        files = self._read_files(body)
        request_sha256 = hashlib.sha256(body.canonical_bytes()).hexdigest()
        with core.database.transaction() as transaction:
            known = transaction.execute(
                "SELECT * FROM jobs WHERE user_id = ? AND submission_id = ?", (user_id, submission_id)
            ).fetchone()
            if known is not None:
                if known["request_sha256"] != request_sha256:
                    raise Problem("submission-conflict")
                return json_response({"job": job_json(transaction, known), "receipt": known["receipt"]})
            manifest = open_manifest(core, transaction, user_id, sealed_manifest)
            self._require_consistent(manifest, submission_id, files)
            collect_from_tus(core, transaction, user_id, [file.upload_id for file in files])
            self._require_uploads(transaction, user_id, manifest, files)
            job = self._insert(transaction, user_id, manifest, sealed_manifest, files, request_sha256)
            record_event(transaction, user_id, core.now_text(), "job-submitted")
            answer = {"job": job_json(transaction, job), "receipt": job["receipt"]}
        self._notify()
        return json_response(answer, 201)

    def list_jobs(self, call: Call) -> Response:
        """`GET /jobs?after=…`: oldest first."""
        user_id = call.principal.user_id
        with self._core.database.transaction() as transaction:
            after = 0
            if "after" in call.query_params:
                after = require_owned(transaction, "jobs", call.query_params["after"], user_id)["sequence"]
            rows = transaction.execute(
                "SELECT * FROM jobs WHERE user_id = ? AND sequence > ? ORDER BY sequence LIMIT ?",
                (user_id, after, _PAGE),
            ).fetchall()
            return json_response({"jobs": [job_json(transaction, row) for row in rows]})

    def show(self, call: Call) -> Response:
        """`GET /jobs/{id}`."""
        with self._core.database.transaction() as transaction:
            job = require_owned(transaction, "jobs", call.path_params["job_id"], call.principal.user_id)
            return json_response({"job": job_json(transaction, job), "receipt": job["receipt"]})

    def cancel(self, call: Call) -> Response:
        """`POST /jobs/{id}/cancel`: a waiting job at once, a running one as soon as the worker looks up."""
        job_id, user_id = call.path_params["job_id"], call.principal.user_id
        self._cancel(job_id, user_id)
        self._wait_until_let_go(job_id, user_id)
        return self.show(call)

    def delete(self, call: Call) -> Response:
        """`DELETE /jobs/{id}`: inputs and results are gone when this answers. Again: the same certificate."""
        core, user_id = self._core, call.principal.user_id
        job_id = call.path_params["job_id"]
        with core.database.transaction() as transaction:
            job = require_owned(transaction, "jobs", job_id, user_id)
        if job["state"] not in FINAL_JOB_STATES:
            self._cancel(job_id, user_id)
            if not self._wait_until_let_go(job_id, user_id):
                raise Problem("job-running", retry_after_s=1)
        with core.database.transaction() as transaction:
            job = require_owned(transaction, "jobs", job_id, user_id)
            certificate = job["deletion"] or delete_job(core, transaction, job, "request")
        return json_response({"certificate": certificate})

    def deletion(self, call: Call) -> Response:
        """`GET /jobs/{id}/deletion`: also after automatic deletion."""
        with self._core.database.transaction() as transaction:
            job = require_owned(transaction, "jobs", call.path_params["job_id"], call.principal.user_id)
        if job["deletion"] is None:
            raise Problem("not-found")
        return json_response({"certificate": job["deletion"]})

    def _read_files(self, body: JsonObject) -> list[SubmittedHeader]:
        files = []
        for entry in body.objects("files", 1, self._core.settings.max_files):
            entry.require_members("file_id", "upload", "header")
            header = entry.base64("header", _MAX_HEADER_BYTES)
            files.append(SubmittedHeader(entry.text("file_id", FILE_ID), entry.text("upload", _UPLOAD_ID), header))
        for values in ({file.file_id for file in files}, {file.upload_id for file in files}):
            if len(values) != len(files):
                raise Problem("malformed-request", "a file or upload is named twice")
        return files

    def _require_consistent(
        self, manifest: SubmissionManifest, submission_id: str, files: list[SubmittedHeader]
    ) -> None:
        require_for_this_service(self._core, manifest, self._profile_serial())
        if manifest.submission_id != submission_id:
            raise rejected("submission_id")
        if {file.file_id for file in manifest.files} != {file.file_id for file in files}:
            raise rejected("files")
        for file in files:
            try:
                open_input(self._core, file.header, file.file_id)
            except ClientError:
                raise rejected("header") from None

    def _require_uploads(
        self,
        transaction: sqlite3.Connection,
        user_id: str,
        manifest: SubmissionManifest,
        files: list[SubmittedHeader],
    ) -> None:
        """Every body lies here whole, is the sender's, and is in no job."""
        body_bytes = {file.file_id: file.body_bytes for file in manifest.files}
        for file in files:
            upload = require_owned(transaction, "uploads", file.upload_id, user_id)
            if upload["state"] == tus.SUBMITTED:
                raise Problem("upload-in-use")
            if upload["state"] != tus.OPEN or upload["expires_at"] <= self._core.now_s():
                raise Problem("upload-gone")
            if upload["length"] is None or upload["upload_offset"] != upload["length"]:
                raise Problem("upload-incomplete")
            if upload["length"] != body_bytes[file.file_id]:
                raise rejected("files")

    def _insert(
        self,
        transaction: sqlite3.Connection,
        user_id: str,
        manifest: SubmissionManifest,
        sealed_manifest: bytes,
        files: list[SubmittedHeader],
        request_sha256: str,
    ) -> sqlite3.Row:
        core = self._core
        job_id = new_id()
        manifest_sha256 = hashlib.sha256(sealed_manifest).hexdigest()
        key_id = parse_public_key(manifest.result_recipient).key_id.hex()
        reference = JobReference(core.origin, ENVIRONMENT, job_id, manifest.submission_id, manifest_sha256, key_id)
        transaction.execute(
            "INSERT INTO jobs (id, user_id, submission_id, request_sha256, manifest, manifest_sha256, recipient_key_id,"
            " map_id, receipt, state, steps, submitted_at, delete_after)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?)",
            (
                job_id,
                user_id,
                manifest.submission_id,
                request_sha256,
                sealed_manifest,
                manifest_sha256,
                key_id,
                manifest.map_id,
                sign_receipt(core, reference, manifest),
                new_steps(),
                core.now_text(),
                core.now_s() + core.settings.retention.total_seconds(),
            ),
        )
        for position, file in enumerate(files):
            transaction.execute(
                "INSERT INTO job_files VALUES (?, ?, ?, ?, ?)",
                (job_id, position, file.file_id, file.upload_id, file.header),
            )
            transaction.execute(
                "UPDATE uploads SET state = ?, job_id = ? WHERE id = ?", (tus.SUBMITTED, job_id, file.upload_id)
            )
        return require_owned(transaction, "jobs", job_id, user_id)

    def _cancel(self, job_id: str, user_id: str) -> None:
        core = self._core
        with core.database.transaction() as transaction:
            job = require_owned(transaction, "jobs", job_id, user_id)
            if job["state"] in FINAL_JOB_STATES:
                raise Problem("job-finished")
            if job["state"] == "waiting":
                messages = [{"level": "info", "text": "Cancelled before it began."}]
                transaction.execute(
                    "UPDATE jobs SET state = 'cancelled', steps = ?, finished_at = ? WHERE id = ?",
                    (end_steps(job["steps"], "cancelled", messages), core.now_text(), job_id),
                )
            else:
                transaction.execute("UPDATE jobs SET cancel_wanted = 1 WHERE id = ?", (job_id,))
            record_event(transaction, user_id, core.now_text(), "job-cancelled")
        self._notify()

    def _wait_until_let_go(self, job_id: str, user_id: str) -> bool:
        """Whether the worker has let go of the job within a few seconds."""

        def is_finished() -> bool:
            with self._core.database.transaction() as transaction:
                state: str = require_owned(transaction, "jobs", job_id, user_id)["state"]
                return state in FINAL_JOB_STATES

        with self._core.jobs_changed:
            self._core.jobs_changed.wait_for(lambda: self._core.stopping.is_set() or is_finished(), _STOP_WAIT_S)
        return is_finished()

    def _notify(self) -> None:
        with self._core.jobs_changed:
            self._core.jobs_changed.notify_all()


def job_json(transaction: sqlite3.Connection, job: sqlite3.Row) -> dict[str, Any]:
    """A job as it is sent."""
    names = transaction.execute("SELECT name FROM results WHERE job_id = ? ORDER BY position", (job["id"],)).fetchall()
    return {
        "id": job["id"],
        "submission_id": job["submission_id"],
        "state": job["state"],
        "steps": parse_steps(job["steps"]),
        "submitted_at": job["submitted_at"],
        "finished_at": job["finished_at"],
        "delete_after": text_of_seconds(job["delete_after"]),
        "results": [row["name"] for row in names] if job["state"] == "succeeded" else [],
    }
