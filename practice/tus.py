"""tus 1.0.0 (tus.io/protocols/resumable-upload): how sealed bodies arrive.

Core, creation, creation-with-upload, creation-defer-length, checksum, expiration and termination. The files hold
sealed bytes under random names; what they are called elsewhere is never asked.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import re
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import IO, Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from practice.calls import Call, Gate, int_header, json_response, require_identity_encoding
from practice.core import PracticeCore, new_id
from practice.database import require_owned
from practice.problems import CountedProblem, Problem
from practice.statements import sign_upload_deletion
from practice.tokens import Principal

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,creation-defer-length,checksum,expiration,termination"
CHECKSUM_ALGORITHMS = "sha256,sha1"
OFFSET_MEDIA_TYPE = "application/offset+octet-stream"

OPEN, SUBMITTED, DELETED = "open", "submitted", "deleted"
_WRITE_BYTES = 1024 * 1024
_NAME = re.compile(r"[A-Za-z0-9._-]{1,64}")


@dataclass(frozen=True)
class Checksum:
    """What `Upload-Checksum` promised about one PATCH body."""

    algorithm: str
    digest: bytes = field(repr=False)


class Uploads:
    """The calls under `/uploads`. POST and PATCH stream on the event loop; all else runs on worker threads."""

    def __init__(self, core: PracticeCore, gate: Gate) -> None:
        self._core = core
        self._gate = gate
        # Held on the event loop's thread only: which uploads a request is writing to at this moment.
        self._writing: set[str] = set()

    def options(self, _: Call) -> Response:
        return Response(
            status_code=204,
            headers={
                **_tus_headers(),
                "Tus-Version": VERSION,
                "Tus-Extension": EXTENSIONS,
                "Tus-Checksum-Algorithm": CHECKSUM_ALGORITHMS,
                "Tus-Max-Size": str(self._core.settings.max_file_bytes),
            },
        )

    def head(self, call: Call) -> Response:
        require_version(call.headers)
        with self._core.database.transaction() as transaction:
            row = self._living(transaction, call.path_params["upload_id"], call.principal)
        headers = {**_tus_headers(), "Upload-Offset": str(row["upload_offset"]), "Cache-Control": "no-store"}
        if row["length"] is None:
            headers["Upload-Defer-Length"] = "1"
        else:
            headers["Upload-Length"] = str(row["length"])
        if row["state"] == OPEN:
            headers["Upload-Expires"] = _http_date(row["expires_at"])
        return Response(status_code=200, headers=headers)

    def delete(self, call: Call) -> Response:
        """Termination: the bytes are gone, the certificate is kept. An upload in a job goes with the job."""
        require_version(call.headers)
        core, principal = self._core, call.principal
        upload_id = call.path_params["upload_id"]
        with core.database.transaction() as transaction:
            row = require_owned(transaction, "uploads", upload_id, principal.user_id)
            if row["state"] == DELETED:
                raise Problem("not-found")
            if row["state"] == SUBMITTED:
                raise Problem("upload-in-use")
            if upload_id in self._writing:
                raise Problem("upload-locked")
            delete_upload(core, transaction, row)
        return Response(status_code=204, headers=_tus_headers())

    def deletion(self, call: Call) -> Response:
        """`GET /uploads/{id}/deletion`: the certificate of an upload that never became part of a job."""
        with self._core.database.transaction() as transaction:
            row = require_owned(transaction, "uploads", call.path_params["upload_id"], call.principal.user_id)
        if row["deletion"] is None:
            raise Problem("not-found")
        return json_response({"certificate": row["deletion"]})

    async def create(self, request: Request) -> Response:
        """POST: an upload, and with creation-with-upload its first bytes."""
        require_version(request.headers)
        require_identity_encoding(request)
        with_bytes = _media_type(request) == OFFSET_MEDIA_TYPE
        if not with_bytes and int_header(request, "content-length", 0) > 0:
            raise Problem("unsupported-media")
        body = await self._signed_body(request)
        principal = await self._gate.in_thread(self._gate.require_sender, request, body or b"")
        checksum = _parse_checksum(request) if with_bytes else None
        upload_id = await self._gate.in_thread(self._create, request, principal)
        headers = {**_tus_headers(), "Location": f"{self._core.origin}/api/v1/uploads/{upload_id}"}
        if with_bytes:
            headers["Upload-Offset"] = str(await self._append(request, principal, upload_id, 0, checksum, body))
        headers["Upload-Expires"] = _http_date(self._core.now_s() + self._core.settings.upload_expiry_s)
        return Response(status_code=201, headers=headers)

    async def patch(self, request: Request) -> Response:
        """PATCH: append at `Upload-Offset`."""
        require_version(request.headers)
        require_identity_encoding(request)
        if _media_type(request) != OFFSET_MEDIA_TYPE:
            raise Problem("unsupported-media")
        upload_offset = int_header(request, "upload-offset")
        checksum = _parse_checksum(request)
        body = await self._signed_body(request)
        principal = await self._gate.in_thread(self._gate.require_sender, request, body or b"")
        upload_id = request.path_params["upload_id"]
        new_offset = await self._append(request, principal, upload_id, upload_offset, checksum, body)
        expires = _http_date(self._core.now_s() + self._core.settings.upload_expiry_s)
        headers = {**_tus_headers(), "Upload-Offset": str(new_offset), "Upload-Expires": expires}
        return Response(status_code=204, headers=headers)

    async def _signed_body(self, request: Request) -> bytes | None:
        """Where requests are signed, the body must be known before the first byte of it is believed."""
        if not self._core.settings.request_signing:
            return None
        return await self._gate.read_body(request, self._core.settings.max_patch_bytes)

    def _create(self, request: Request, principal: Principal) -> str:
        core = self._core
        length = None
        if request.headers.get("upload-defer-length") is not None:
            if request.headers["upload-defer-length"] != "1" or "upload-length" in request.headers:
                raise Problem("malformed-request", "Upload-Defer-Length must be 1 and stand without Upload-Length")
        else:
            length = int_header(request, "upload-length")
            if length > core.settings.max_file_bytes:
                raise Problem("too-large")
        name = _parse_metadata(request.headers.get("upload-metadata", ""))
        upload_id = new_id()
        core.folders.upload(upload_id).touch(mode=0o600, exist_ok=False)
        with core.database.transaction() as transaction:
            transaction.execute(
                "INSERT INTO uploads VALUES (?, ?, ?, ?, 0, ?, ?, ?, NULL, NULL)",
                (
                    upload_id,
                    principal.user_id,
                    name,
                    length,
                    core.now_text(),
                    core.now_s() + core.settings.upload_expiry_s,
                    OPEN,
                ),
            )
        return upload_id

    async def _append(
        self,
        request: Request,
        principal: Principal,
        upload_id: str,
        upload_offset: int,
        checksum: Checksum | None,
        body: bytes | None,
    ) -> int:
        """Write the body at `upload_offset` and return the new offset.

        Without a checksum, what arrived before a broken connection is kept; with one, nothing is kept that was not
        verified (460).
        """
        if upload_id in self._writing:
            raise Problem("upload-locked")
        self._writing.add(upload_id)
        try:
            length = await self._gate.in_thread(self._begin_append, request, principal, upload_id, upload_offset)
            most = self._core.settings.max_patch_bytes
            if int_header(request, "content-length", 0) > most:
                raise Problem("too-large")
            stream = request.stream() if body is None else _one_piece(body)
            sink = self._core.folders.upload(upload_id).open("r+b")
            writer = _Append(sink, upload_offset, length, most, checksum)
            try:
                async for piece in _gathered(stream):
                    await self._gate.in_thread(writer.write, piece)
            except BaseException:
                writer.broken = True
                raise
            finally:
                # Not awaited: it must also happen when the service stops and this task is cancelled.
                new_offset = writer.finish()
                self._end_append(upload_id, new_offset)
            writer.require_checksum()
            return new_offset
        finally:
            self._writing.discard(upload_id)

    def _begin_append(self, request: Request, principal: Principal, upload_id: str, upload_offset: int) -> int | None:
        """Check that bytes may be appended here; returns the upload's length where it is known."""
        core = self._core
        with core.database.transaction() as transaction:
            row = self._living(transaction, upload_id, principal)
            if row["state"] == SUBMITTED:
                raise Problem("upload-in-use")
            if row["upload_offset"] != upload_offset:
                raise Problem("upload-offset-mismatch", headers={"Upload-Offset": str(row["upload_offset"])})
            length: int | None = row["length"]
            if request.method == "PATCH" and "upload-length" in request.headers:
                declared = int_header(request, "upload-length")
                if (length is not None and declared != length) or declared < upload_offset:
                    raise Problem("malformed-request", "Upload-Length does not fit this upload")
                if declared > core.settings.max_file_bytes:
                    raise Problem("too-large")
                length = declared
                transaction.execute("UPDATE uploads SET length = ? WHERE id = ?", (length, upload_id))
        return length

    def _end_append(self, upload_id: str, new_offset: int) -> None:
        core = self._core
        with core.database.transaction() as transaction:
            transaction.execute(
                "UPDATE uploads SET upload_offset = ?, expires_at = ? WHERE id = ? AND state = ?",
                (new_offset, core.now_s() + core.settings.upload_expiry_s, upload_id, OPEN),
            )

    def _living(self, transaction: sqlite3.Connection, upload_id: str, principal: Principal) -> sqlite3.Row:
        """The user's upload if its bytes are still here; raises `not-found` or `upload-gone`."""
        row = require_owned(transaction, "uploads", upload_id, principal.user_id)
        if row["state"] == DELETED:
            raise Problem("upload-gone")
        if row["state"] == OPEN and row["expires_at"] <= self._core.now_s():
            delete_upload(self._core, transaction, row)
            raise CountedProblem("upload-gone")
        return row


class _Append:
    """The bytes of one PATCH on their way into the file."""

    def __init__(
        self, sink: IO[bytes], upload_offset: int, length: int | None, most: int, checksum: Checksum | None
    ) -> None:
        self._sink = sink
        self._start = upload_offset
        self._written = 0
        self._most = most if length is None else min(most, length - upload_offset)
        self._limit_is_length = length is not None and length - upload_offset < most
        self._checksum = checksum
        self._hash: Any = hashlib.new(checksum.algorithm, usedforsecurity=False) if checksum else None
        self._matches = True
        self.broken = False
        # A service that was killed may have written bytes that its database never counted.
        sink.truncate(upload_offset)
        sink.seek(upload_offset)

    def write(self, piece: bytes) -> None:
        if self._written + len(piece) > self._most:
            if self._limit_is_length:
                raise Problem("malformed-request", "more bytes than Upload-Length")
            raise Problem("too-large")
        self._sink.write(piece)
        self._written += len(piece)
        if self._hash is not None:
            self._hash.update(piece)

    def finish(self) -> int:
        """Close the file at the last offset that counts and return it."""
        with self._sink:
            kept = self._written
            if self._checksum is not None:
                self._matches = not self.broken and hmac.compare_digest(self._hash.digest(), self._checksum.digest)
                kept = kept if self._matches else 0
            try:
                self._sink.flush()
            except OSError:
                kept = 0
            position = self._start + min(kept, max(0, os.fstat(self._sink.fileno()).st_size - self._start))
            self._sink.truncate(position)
            return position

    def require_checksum(self) -> None:
        if not self._matches:
            raise Problem("upload-checksum-mismatch")


def delete_upload(core: PracticeCore, transaction: sqlite3.Connection, row: sqlite3.Row) -> None:
    """Delete the bytes of an upload that is in no job, and sign that they are gone."""
    core.folders.upload(row["id"]).unlink(missing_ok=True)
    certificate = sign_upload_deletion(core, row["id"], row["upload_offset"])
    transaction.execute(
        "UPDATE uploads SET state = ?, deletion = ?, name = '' WHERE id = ?", (DELETED, certificate, row["id"])
    )


def delete_expired_uploads(core: PracticeCore) -> None:
    """What nobody wrote to for the expiry time and no job took."""
    with core.database.transaction() as transaction:
        rows = transaction.execute(
            "SELECT * FROM uploads WHERE state = ? AND expires_at <= ?", (OPEN, core.now_s())
        ).fetchall()
        for row in rows:
            delete_upload(core, transaction, row)


def require_version(headers: Any) -> None:
    if headers.get("tus-resumable") != VERSION:
        raise Problem("tus-version", headers={"Tus-Version": VERSION})


def _tus_headers() -> dict[str, str]:
    return {"Tus-Resumable": VERSION}


def _http_date(moment_s: float) -> str:
    return formatdate(moment_s, usegmt=True)


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").strip().lower()


def _parse_checksum(request: Request) -> Checksum | None:
    text = request.headers.get("upload-checksum")
    if text is None:
        return None
    algorithm, _, encoded = text.partition(" ")
    if algorithm not in CHECKSUM_ALGORITHMS.split(","):
        raise Problem("malformed-request", "the checksum algorithm is not one of Tus-Checksum-Algorithm")
    try:
        digest = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise Problem("malformed-request", "Upload-Checksum is not base64") from None
    return Checksum(algorithm, digest)


def _parse_metadata(text: str) -> str:
    """The opaque name; anything else a client might tell about a file is refused, so that none gets used to telling."""
    if not text.strip():
        return ""
    key, _, encoded = text.strip().partition(" ")
    try:
        name = base64.b64decode(encoded, validate=True).decode("ascii")
    except (binascii.Error, ValueError):
        raise Problem("malformed-request", "Upload-Metadata is not of its form") from None
    if key != "name" or not _NAME.fullmatch(name):
        raise Problem("malformed-request", "Upload-Metadata may hold one opaque name only")
    return name


async def _one_piece(body: bytes) -> AsyncIterator[bytes]:
    yield body


async def _gathered(stream: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Pieces of about 1 MiB: a thread hop per 64 KiB costs more than the write. What came before a break is kept."""
    parts: list[bytes] = []
    size = 0
    try:
        async for part in stream:
            parts.append(part)
            size += len(part)
            if size >= _WRITE_BYTES:
                gathered, parts, size = b"".join(parts), [], 0
                yield gathered
    except ClientDisconnect:
        if parts:
            yield b"".join(parts)
        raise
    if parts:
        yield b"".join(parts)
