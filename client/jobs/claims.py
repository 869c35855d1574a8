"""Reads what a service signed: exactly the members of client.model.job, each of its form, nothing else beside them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from client.model.clock import parse_time
from client.model.job import (
    DELETION_CLASSES,
    DELETION_REASONS,
    FILE_ID,
    JOB_ID,
    MAP_ID,
    MEDIA_TYPE,
    RESULT_NAME,
    SHA256,
    SUBMISSION_ID,
    TIME,
    DeletionCertificate,
    JobReference,
    LogAnchor,
    Receipt,
    ResultEntry,
    ResultManifest,
    SubmittedFile,
    UploadDeletionCertificate,
)
from client.model.profile import ENVIRONMENTS

MAX_FILES = 1000
MAX_RESULTS = 4000
_MAX_BYTES = 2**53 - 1
_MAX_DELETED = 1_000_000
"""Things of one class of one job; Qt's plurals count to 2³¹."""
_REFERENCE = ("iss", "environment", "job", "submission_id", "manifest_sha256", "result_recipient")
# Windows takes these for devices, with any extension; a name like that must not reach a disk anywhere.
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?|.*\.")


class ClaimsError(ValueError):
    """A member is missing, too many, or not of its form. `field` is its name from our own list."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def read_receipt(payload: dict[str, Any]) -> Receipt:
    """Raises ClaimsError."""
    claims = _Claims(payload)
    claims.require_members(*_REFERENCE, "files", "activity_log", "received_at")
    files = tuple(_read_file(entry) for entry in claims.objects("files", 1, MAX_FILES))
    if len({file.file_id for file in files}) != len(files):
        raise ClaimsError("files")
    return Receipt(
        reference=_read_reference(claims),
        files=files,
        activity_log=_read_anchor(claims.object("activity_log")),
        received_at=claims.time("received_at"),
    )


def read_result_manifest(payload: dict[str, Any]) -> ResultManifest:
    """Raises ClaimsError."""
    claims = _Claims(payload)
    claims.require_members(*_REFERENCE, "results", "created_at")
    results = tuple(_read_result(entry) for entry in claims.objects("results", 0, MAX_RESULTS))
    if len({result.name for result in results}) != len(results):
        raise ClaimsError("results")
    return ResultManifest(_read_reference(claims), results, claims.time("created_at"))


def read_certificate(payload: dict[str, Any]) -> DeletionCertificate | UploadDeletionCertificate:
    """A job's certificate, or one for an upload that never became part of a job. Raises ClaimsError."""
    claims = _Claims(payload)
    if "upload" in payload:
        claims.require_members("iss", "environment", "upload", "deleted_bytes", "backup_until", "deleted_at")
        return UploadDeletionCertificate(
            iss=claims.text("iss", max_chars=300),
            environment=claims.choice("environment", ENVIRONMENTS),
            upload=claims.text("upload", r"[A-Za-z0-9_-]{1,128}"),
            deleted_bytes=claims.integer("deleted_bytes"),
            backup_until=claims.or_null("backup_until", claims.time),
            deleted_at=claims.time("deleted_at"),
        )
    claims.require_members(*_REFERENCE, "deleted", "reason", "backup_until", "deleted_at")
    deleted = claims.object("deleted")
    deleted.require_members(*DELETION_CLASSES)
    return DeletionCertificate(
        reference=_read_reference(claims),
        deleted={name: deleted.integer(name, most=_MAX_DELETED) for name in DELETION_CLASSES},
        reason=claims.choice("reason", DELETION_REASONS),
        backup_until=claims.or_null("backup_until", claims.time),
        deleted_at=claims.time("deleted_at"),
    )


def first_difference(found: JobReference, expected: JobReference) -> str | None:
    """The name of the first member in which two references differ; None where they are the same."""
    return next((name for name in _REFERENCE if getattr(found, name) != getattr(expected, name)), None)


def _read_reference(claims: _Claims) -> JobReference:
    return JobReference(
        iss=claims.text("iss", max_chars=300),
        environment=claims.choice("environment", ENVIRONMENTS),
        job=claims.text("job", JOB_ID),
        submission_id=claims.text("submission_id", SUBMISSION_ID),
        manifest_sha256=claims.text("manifest_sha256", SHA256),
        result_recipient=claims.text("result_recipient", SHA256),
    )


def _read_file(entry: _Claims) -> SubmittedFile:
    entry.require_members("file_id", "body_sha256", "body_bytes")
    return SubmittedFile(entry.text("file_id", FILE_ID), entry.text("body_sha256", SHA256), entry.integer("body_bytes"))


def _read_anchor(entry: _Claims) -> LogAnchor:
    entry.require_members("head", "count")
    return LogAnchor(entry.text("head", SHA256), entry.integer("count"))


def _read_result(entry: _Claims) -> ResultEntry:
    entry.require_members("name", "media_type", "sealed_sha256", "sealed_bytes", "map_id")
    name = entry.text("name", RESULT_NAME)
    if _RESERVED.fullmatch(name):
        raise ClaimsError("name")
    return ResultEntry(
        name=name,
        media_type=entry.text("media_type", MEDIA_TYPE),
        sealed_sha256=entry.text("sealed_sha256", SHA256),
        sealed_bytes=entry.integer("sealed_bytes"),
        map_id=entry.or_null("map_id", lambda member: entry.text(member, MAP_ID)),
    )


class _Claims:
    """One JSON object, member by member."""

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values

    def require_members(self, *names: str) -> None:
        for name in names:
            if name not in self._values:
                raise ClaimsError(name)
        if len(self._values) != len(names):
            raise ClaimsError("other")

    def text(self, name: str, pattern: str | None = None, max_chars: int = 200) -> str:
        value = self._values[name]
        if not isinstance(value, str) or len(value) > max_chars or (pattern and not re.fullmatch(pattern, value)):
            raise ClaimsError(name)
        return value

    def choice(self, name: str, choices: tuple[str, ...]) -> str:
        value = self._values[name]
        if not isinstance(value, str) or value not in choices:
            raise ClaimsError(name)
        return value

    def integer(self, name: str, *, most: int = _MAX_BYTES) -> int:
        value = self._values[name]
        if type(value) is not int or not 0 <= value <= most:
            raise ClaimsError(name)
        return value

    def time(self, name: str) -> str:
        text = self.text(name, TIME)
        try:
            parse_time(text)
        except ValueError:
            raise ClaimsError(name) from None
        return text

    def or_null(self, name: str, read: Callable[[str], str]) -> str | None:
        return None if self._values[name] is None else read(name)

    def object(self, name: str) -> _Claims:
        value = self._values[name]
        if not isinstance(value, dict):
            raise ClaimsError(name)
        return _Claims(value)

    def objects(self, name: str, low: int, high: int) -> list[_Claims]:
        value = self._values[name]
        if not isinstance(value, list) or not low <= len(value) <= high:
            raise ClaimsError(name)
        if not all(isinstance(entry, dict) for entry in value):
            raise ClaimsError(name)
        return [_Claims(entry) for entry in value]
