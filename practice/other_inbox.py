"""Inboxes beside the service itself: an object store by presigned URLs, and another tus server.

Only who rehearses such an inbox configures one. Whatever lies there comes over to this service's own folder when it is
complete, and is deleted there, so that jobs, deletion and certificates are the same for every inbox.
"""

from __future__ import annotations

import base64
import binascii
import re
import shutil
import sqlite3

from starlette.responses import Response

from practice.calls import Call, json_response
from practice.core import PracticeCore, new_id
from practice.database import require_owned
from practice.json_object import JsonFormError
from practice.object_store import ObjectStore
from practice.problems import Problem
from practice.tus import OPEN, delete_upload

_URL_LIFE_S = 900
_MOST_PARTS = 10_000
_MOST_URLS = 100
_ETAG = re.compile(r'"?[A-Za-z0-9+/=._-]{1,128}"?')


class S3Uploads:
    """The calls under `/uploads/s3`; no byte of a body passes here."""

    def __init__(self, core: PracticeCore, store: ObjectStore) -> None:
        self._core = core
        self._store = store

    def create(self, call: Call) -> Response:
        """`POST /uploads/s3`."""
        core, body = self._core, call.json()
        length = body.integer("bytes", 1, core.settings.max_file_bytes)
        part_bytes = body.integer("part_bytes", 1, core.settings.max_file_bytes)
        if -(-length // part_bytes) > _MOST_PARTS:
            raise Problem("malformed-request", "more parts than an object store takes")
        upload_id = new_id()
        self._store.begin(upload_id)
        with core.database.transaction() as transaction:
            insert_upload(core, transaction, upload_id, call.principal.user_id, length, 0)
        return json_response({"upload": upload_id, "parts": [], "expires_in": _URL_LIFE_S}, 201)

    def parts(self, call: Call) -> Response:
        """`POST …/parts`: fresh URLs, as often as they are asked for."""
        row, body = self._living(call), call.json()
        numbers, digests = body.list_of("numbers", int, _MOST_URLS), body.list_of("sha256", str, _MOST_URLS)
        if len(numbers) != len(digests) or not all(1 <= number <= _MOST_PARTS for number in numbers):
            raise JsonFormError("numbers")
        if not all(_is_sha256(digest) for digest in digests):
            raise JsonFormError("sha256")
        urls = [
            self._store.part_url(row["id"], number, digest, _URL_LIFE_S)
            for number, digest in zip(numbers, digests, strict=True)
        ]
        return json_response({"parts": urls, "expires_in": _URL_LIFE_S})

    def complete(self, call: Call) -> Response:
        """`POST …/complete`: the parts become one object, which comes over. Asked again: the same answer."""
        row = self._living(call)
        if row["upload_offset"] == row["length"]:
            return json_response({})
        etags = call.json().list_of("etags", str, _MOST_PARTS)
        if not etags or not all(_ETAG.fullmatch(etag) for etag in etags):
            raise JsonFormError("etags")
        if not self._store.complete(row["id"], etags):
            raise Problem("upload-incomplete")
        target = self._core.folders.upload(row["id"])
        target.touch(mode=0o600, exist_ok=True)
        length = self._store.fetch(row["id"], target)
        if length != row["length"]:
            raise Problem("upload-incomplete")
        self._store.remove(row["id"])
        with self._core.database.transaction() as transaction:
            transaction.execute("UPDATE uploads SET upload_offset = ? WHERE id = ?", (length, row["id"]))
        return json_response({})

    def delete(self, call: Call) -> Response:
        """`DELETE …/{upload}`."""
        row = self._living(call)
        self._store.remove(row["id"])
        with self._core.database.transaction() as transaction:
            delete_upload(self._core, transaction, row)
        return Response(status_code=204)

    def _living(self, call: Call) -> sqlite3.Row:
        with self._core.database.transaction() as transaction:
            row = require_owned(transaction, "uploads", call.path_params["upload_id"], call.principal.user_id)
        if row["state"] != OPEN or row["expires_at"] <= self._core.now_s():
            raise Problem("not-found")
        return row


def collect_from_tus(core: PracticeCore, transaction: sqlite3.Connection, user_id: str, upload_ids: list[str]) -> None:
    """Bring over what another tus server has taken in; what is not there stays unknown. It has no users: whoever knows
    an upload's 128 random bits is taken for its owner."""
    folder = core.settings.tus_folder
    if folder is None:
        return
    for upload_id in upload_ids:
        source = folder / upload_id
        known = transaction.execute("SELECT 1 FROM uploads WHERE id = ?", (upload_id,)).fetchone()
        if known is not None or not source.is_file():
            continue
        target = core.folders.upload(upload_id)
        target.touch(mode=0o600)
        with source.open("rb") as stored, target.open("wb") as sink:
            shutil.copyfileobj(stored, sink)
        length = target.stat().st_size
        insert_upload(core, transaction, upload_id, user_id, length, length)


def insert_upload(
    core: PracticeCore, transaction: sqlite3.Connection, upload_id: str, user_id: str, length: int, offset: int
) -> None:
    """A row like those of our own tus."""
    expires_at = core.now_s() + core.settings.upload_expiry_s
    transaction.execute(
        "INSERT INTO uploads VALUES (?, ?, '', ?, ?, ?, ?, ?, NULL, NULL)",
        (upload_id, user_id, length, offset, core.now_text(), expires_at, OPEN),
    )


def _is_sha256(text: str) -> bool:
    try:
        return len(base64.b64decode(text, validate=True)) == 32
    except (binascii.Error, ValueError):
        return False
