"""Opens and judges a submission manifest: sealed to us, signed by the sender's device, and meant for this service."""

from __future__ import annotations

import sqlite3
from typing import Any

from client.model.clock import parse_time
from client.model.errors import ClientError
from client.model.job import (
    APPLICATION_ID,
    CHROMOSOME,
    CONSENT_REFERENCE,
    FILE_ID,
    JOB_NAME,
    MAP_ID,
    POLICY_NAME,
    SHA256,
    SUBMISSION_ID,
    TIME,
    Approval,
    Consent,
    LogAnchor,
    ManifestFile,
    SubmissionManifest,
)
from client.seal.container import open_bytes
from client.seal.keys import parse_public_key
from client.seal.manifest_envelope import manifest_device_id, require_manifest
from practice.applications import CONSENT, find_application
from practice.core import ENVIRONMENT, PracticeCore
from practice.json_object import JsonFormError, JsonObject
from practice.problems import Problem

_MAX_FILES = 1000


def rejected(reason: str) -> Problem:
    """`manifest-rejected`; `reason` is a word from docs/SERVICE.md and never a value of the manifest."""
    return Problem("manifest-rejected", reason=reason)


def open_manifest(
    core: PracticeCore, transaction: sqlite3.Connection, user_id: str, sealed: bytes
) -> SubmissionManifest:
    """Open, verify and read. Raises `manifest-rejected` with its reason."""
    try:
        envelope = open_bytes(sealed, core.keys.recipient)
    except ClientError:
        raise rejected("sealed") from None
    try:
        device = transaction.execute(
            "SELECT public_key FROM devices WHERE user_id = ? AND id = ? AND revoked_at IS NULL",
            (user_id, manifest_device_id(envelope)),
        ).fetchone()
        if device is None:
            raise rejected("signature")
        payload = require_manifest(envelope, bytes(device["public_key"]))
    except ClientError as error:
        raise rejected("signature" if error.facts.get("reason") == "signature" else "form") from None
    try:
        return _read(payload)
    except JsonFormError:
        raise rejected("form") from None


def require_for_this_service(core: PracticeCore, manifest: SubmissionManifest, profile_serial: int) -> None:
    """What no other service, environment or profile may have been meant. Raises `manifest-rejected`."""
    if manifest.environment != ENVIRONMENT:
        raise rejected("environment")
    if manifest.origin != core.origin:
        raise rejected("origin")
    if not 1 <= manifest.profile_serial <= profile_serial:
        raise rejected("profile_serial")
    if (manifest.consent.version, manifest.consent.text_sha256) != (CONSENT.version, CONSENT.text_sha256):
        raise rejected("consent")
    application = find_application(manifest.application)
    if application is None:
        raise rejected("application")
    if not application.takes(manifest.parameters):
        raise rejected("parameters")
    try:
        parse_public_key(manifest.result_recipient)
    except ClientError:
        raise rejected("result_recipient") from None


def _read(payload: dict[str, Any]) -> SubmissionManifest:
    root = JsonObject(payload, "manifest")
    root.integer("schema", 1, 1)
    root.require_members(
        "schema",
        "environment",
        "origin",
        "profile_serial",
        "submission_id",
        "result_recipient",
        "application",
        "parameters",
        "name",
        "consent",
        "policy",
        "map_id",
        "files",
        "activity_log",
        "approval",
    )
    policy = root.object("policy")
    policy.require_members("name", "digest")
    log = root.object("activity_log")
    log.require_members("head", "count")
    return SubmissionManifest(
        environment=root.text("environment", max_chars=16),
        origin=root.text("origin", max_chars=300),
        profile_serial=root.integer("profile_serial", 1),
        submission_id=root.text("submission_id", SUBMISSION_ID),
        result_recipient=root.text("result_recipient", max_chars=8192),
        application=root.text("application", APPLICATION_ID),
        parameters=root.object("parameters").texts(),
        name=root.text("name", JOB_NAME),
        consent=_read_consent(root.object("consent")),
        policy_name=policy.text("name", POLICY_NAME),
        policy_digest=policy.text("digest", SHA256),
        map_id=root.text("map_id", MAP_ID),
        files=_read_files(root),
        activity_log=LogAnchor(log.text("head", SHA256), log.integer("count", 0)),
        approval=_read_approval(root.object("approval")) if root.has("approval") else None,
    )


def _read_consent(consent: JsonObject) -> Consent:
    consent.require_members("version", "text_sha256", "reference", "confirmed_at")
    return Consent(
        version=consent.text("version", max_chars=32),
        text_sha256=consent.text("text_sha256", SHA256),
        reference=consent.text("reference", CONSENT_REFERENCE),
        confirmed_at=_read_time(consent, "confirmed_at"),
    )


def _read_approval(approval: JsonObject) -> Approval:
    approval.require_members("approver_id", "approved_at")
    return Approval(approval.text("approver_id", r"[A-Za-z0-9_-]{1,64}"), _read_time(approval, "approved_at"))


def _read_files(root: JsonObject) -> tuple[ManifestFile, ...]:
    entries = root.objects("files", 1, _MAX_FILES)
    for entry in entries:
        entry.require_members("file_id", "body_sha256", "body_bytes", "prepared_sha256", "chromosome")
    files = tuple(
        ManifestFile(
            file_id=entry.text("file_id", FILE_ID),
            body_sha256=entry.text("body_sha256", SHA256),
            body_bytes=entry.integer("body_bytes", 1),
            prepared_sha256=entry.text("prepared_sha256", SHA256),
            chromosome=entry.text("chromosome", CHROMOSOME),
        )
        for entry in entries
    )
    for values in ({file.file_id for file in files}, {file.chromosome for file in files}):
        if len(values) != len(files):
            raise JsonFormError("files")
    return files


def _read_time(table: JsonObject, member: str) -> str:
    text = table.text(member, TIME)
    try:
        parse_time(text)
    except ValueError:
        raise JsonFormError(member) from None
    return text
