"""Builds the submission manifest: what steers a job, in closed grammars, signed by the device key.

It leaves only sealed: `signed_manifest` gives the envelope of client.seal.manifest_envelope, which the caller seals to
the profile's recipients (`seal_bytes`) and posts. The receipt will name the SHA-256 of those sealed bytes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from client.jobs.errors import ManifestFieldError
from client.model.clock import parse_time
from client.model.job import (
    APPLICATION_ID,
    CHROMOSOME,
    CONSENT_REFERENCE,
    FILE_ID,
    JOB_NAME,
    MAP_ID,
    PARAMETER_NAME,
    PARAMETER_VALUE,
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
from client.model.profile import ConsentStatement, Profile
from client.seal.keys import PublicKey
from client.seal.manifest_envelope import ManifestSigner, sign_manifest

MAX_PARAMETERS = 32
_MIN_WORD_CHARS = 3
_MIN_NUMBER_DIGITS = 5
_HIDDEN_WORD_CHARS = 6
_PARTS = re.compile(r"[^\W_]+")
_APPROVER = r"[A-Za-z0-9_-]{1,64}"


def build_consent(
    statement: ConsentStatement, reference: str, confirmed_at: str, *, private_words: Collection[str]
) -> Consent:
    """The consent that was confirmed; raises ManifestFieldError for a reference outside the closed grammar.

    Ask this when the reference is entered, long before anything is prepared.
    """
    _require("consent.reference", reference, CONSENT_REFERENCE)
    _require_no_leak("consent.reference", reference, private_words)
    _require_time("consent.confirmed_at", confirmed_at)
    return Consent(statement.version, statement.text_sha256, reference, confirmed_at)


def require_parameters(parameters: Mapping[str, str], *, private_words: Collection[str]) -> None:
    """Raise ManifestFieldError for a parameter outside the closed grammar, or one that carries a private word."""
    if len(parameters) > MAX_PARAMETERS:
        raise ManifestFieldError(field="parameters")
    for name, value in parameters.items():
        _require("parameters.name", name, PARAMETER_NAME)
        _require("parameters.value", value, PARAMETER_VALUE)
        _require_no_leak("parameters.value", value, private_words)


def build_submission_manifest(
    profile: Profile,
    *,
    submission_id: str,
    result_recipient: PublicKey,
    application: str,
    parameters: Mapping[str, str],
    consent: Consent,
    policy_name: str,
    policy_digest: str,
    map_id: str,
    files: Sequence[ManifestFile],
    activity_log: LogAnchor,
    approval: Approval | None = None,
    private_words: Collection[str],
) -> SubmissionManifest:
    """The manifest of one submission. Everything is checked again here, whatever was checked before.

    `private_words` are what must not appear in any value the user chose: sample ids, the names of operating-system
    user and computer. The job's name is generated from the submission id; what the user calls a job stays here.
    Raises ManifestFieldError.
    """
    require_parameters(parameters, private_words=private_words)
    _require("submission_id", submission_id, SUBMISSION_ID)
    _require("application", application, APPLICATION_ID)
    _require("policy.name", policy_name, POLICY_NAME)
    _require("policy.digest", policy_digest, SHA256)
    _require("map_id", map_id, MAP_ID)
    _require("consent.reference", consent.reference, CONSENT_REFERENCE)
    _require_no_leak("consent.reference", consent.reference, private_words)
    _require_time("consent.confirmed_at", consent.confirmed_at)
    statement = profile.consent_statement(consent.version)
    if statement is None or statement.text_sha256 != consent.text_sha256:
        raise ManifestFieldError(field="consent.version")
    _require_files(files)
    _require("activity_log.head", activity_log.head, SHA256)
    if approval is not None:
        _require("approval.approver_id", approval.approver_id, _APPROVER)
        _require_time("approval.approved_at", approval.approved_at)
    return SubmissionManifest(
        environment=profile.environment,
        origin=profile.service.origin,
        profile_serial=profile.serial,
        submission_id=submission_id,
        result_recipient=result_recipient.to_pem(),
        application=application,
        parameters=dict(parameters),
        name=job_name(submission_id),
        consent=consent,
        policy_name=policy_name,
        policy_digest=policy_digest,
        map_id=map_id,
        files=tuple(files),
        activity_log=activity_log,
        approval=approval,
    )


def signed_manifest(manifest: SubmissionManifest, device_key: ManifestSigner, device_id: str) -> bytes:
    """The envelope's bytes, to be sealed next. Raises ManifestFieldError for a device id that is none."""
    try:
        return sign_manifest(manifest.to_claims(), device_key, device_id)
    except ValueError:
        raise ManifestFieldError(field="device_id") from None


def job_name(submission_id: str) -> str:
    """The generated name a job travels under: `job-` and eight hex digits of its submission id."""
    digits = "".join(character for character in submission_id.lower() if character in "0123456789abcdef")
    name = f"job-{digits[:8]}"
    if not re.fullmatch(JOB_NAME, name):
        raise ManifestFieldError(field="submission_id")
    return name


def _require_files(files: Sequence[ManifestFile]) -> None:
    if not files:
        raise ManifestFieldError(field="files")
    for file in files:
        _require("files.file_id", file.file_id, FILE_ID)
        _require("files.body_sha256", file.body_sha256, SHA256)
        _require("files.prepared_sha256", file.prepared_sha256, SHA256)
        _require("files.chromosome", file.chromosome, CHROMOSOME)
        if file.body_bytes < 1:
            raise ManifestFieldError(field="files.body_bytes")
    for field, values in (
        ("files.file_id", {file.file_id for file in files}),
        ("files.chromosome", {file.chromosome for file in files}),
    ):
        if len(values) != len(files):
            raise ManifestFieldError(field=field)


def _require(field: str, value: str, pattern: str) -> None:
    if not re.fullmatch(pattern, value):
        raise ManifestFieldError(field=field)


def _require_time(field: str, value: str) -> None:
    _require(field, value, TIME)
    try:
        parse_time(value)
    except ValueError:
        raise ManifestFieldError(field=field) from None


def _require_no_leak(field: str, value: str, private_words: Collection[str]) -> None:
    """Refuse a value of which a part is a private word, or in which a longer one hides.

    Words under three characters and numbers under five digits are not looked for: samples are often just numbered,
    and every file number holds a year.
    """
    whole = value.casefold()
    parts = set(_PARTS.findall(whole))
    for word in private_words:
        lowered = word.casefold()
        if len(lowered) < _MIN_WORD_CHARS or (lowered.isdecimal() and len(lowered) < _MIN_NUMBER_DIGITS):
            continue
        if lowered in parts or (len(lowered) >= _HIDDEN_WORD_CHARS and lowered in whole):
            raise ManifestFieldError(field=field)
