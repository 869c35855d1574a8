"""Downloading results: the signed manifest, and sealed bytes with Range and Repr-Digest."""

from __future__ import annotations

import base64
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from starlette.responses import Response, StreamingResponse

from practice.calls import Call, json_response
from practice.core import PracticeCore
from practice.database import require_owned
from practice.problems import Problem

SEALED_MEDIA_TYPE = "application/octet-stream"
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
_PIECE_BYTES = 256 * 1024


class Results:
    """The calls under `/jobs/{id}/results`."""

    def __init__(self, core: PracticeCore) -> None:
        self._core = core

    def manifest(self, call: Call) -> Response:
        """`GET /jobs/{id}/results`."""
        with self._core.database.transaction() as transaction:
            job = self._require_results(transaction, call)
        return json_response({"manifest": job["result_manifest"]})

    def download(self, call: Call) -> Response:
        """`GET /jobs/{id}/results/{name}`: the whole file, or one range of it (RFC 9110, section 14)."""
        core = self._core
        with core.database.transaction() as transaction:
            job = self._require_results(transaction, call)
            row = transaction.execute(
                "SELECT * FROM results WHERE job_id = ? AND name = ?", (job["id"], call.path_params["name"])
            ).fetchone()
        if row is None:
            raise Problem("not-found")
        size = int(row["sealed_bytes"])
        digest = base64.b64encode(bytes.fromhex(row["sealed_sha256"])).decode()
        headers = {
            "Accept-Ranges": "bytes",
            "Cache-Control": "no-store",
            "ETag": f'"{row["sealed_sha256"]}"',
            "Repr-Digest": f"sha-256=:{digest}:",
        }
        start, end, status = 0, size, 200
        wanted = call.headers.get("range")
        # If-Range with another ETag: the client's part is of something else, it gets the whole file.
        if wanted is not None and call.headers.get("if-range", headers["ETag"]) == headers["ETag"]:
            part = parse_range(wanted, size)
            if part is not None:
                start, end = part
                status = 206
                headers["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
        headers["Content-Length"] = str(end - start)
        path = core.folders.result(job["id"], row["position"])
        if call.method == "HEAD":
            return Response(status_code=status, headers=headers, media_type=SEALED_MEDIA_TYPE)
        if not path.exists():
            raise Problem("results-gone")
        return StreamingResponse(_iter_part(path, start, end), status, headers, SEALED_MEDIA_TYPE)

    def _require_results(self, transaction: sqlite3.Connection, call: Call) -> sqlite3.Row:
        job = require_owned(transaction, "jobs", call.path_params["job_id"], call.principal.user_id)
        if job["state"] == "deleted":
            raise Problem("results-gone")
        if job["state"] != "succeeded":
            raise Problem("results-not-ready")
        return job


def parse_range(text: str, size: int) -> tuple[int, int] | None:
    """First byte and one past the last; None for forms that a server may ignore. Raises `range-not-satisfiable`."""
    match = _RANGE.fullmatch(text)
    if match is None or text == "bytes=-":
        return None
    first, last = match[1], match[2]
    if not first:
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(size, int(last) + 1) if last else size
        if last and int(last) < int(first):
            return None
    if start >= end:
        raise Problem("range-not-satisfiable", headers={"Content-Range": f"bytes */{size}"})
    return start, end


def _iter_part(path: Path, start: int, end: int) -> Iterator[bytes]:
    with path.open("rb") as source:
        source.seek(start)
        left = end - start
        while left and (piece := source.read(min(_PIECE_BYTES, left))):
            left -= len(piece)
            yield piece
