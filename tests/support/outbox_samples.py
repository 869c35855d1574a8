"""Plans, sources and bodies for tests of the outbox, with a planted text in every place that must stay private."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from client.seal.container import FileKey
from client.transfer.plan import SealedBody, SourceFile, SubmissionPlan

VAULT_KEY = bytes(range(32))
PLANTED = ("PATIENT-NAME-1953", "/home/dr-secret/cohort.vcf.gz", "/api/v1/uploads/SECRET-UPLOAD", "MAP-SECRET-BYTES")
ORIGIN = "https://127.0.0.1:8443"


def fixed_clock() -> datetime:
    return datetime(2026, 11, 21, 18, 12, 48, tzinfo=UTC)


def sample_plan(name: str = PLANTED[0]) -> SubmissionPlan:
    return SubmissionPlan(
        name=name,
        origin=ORIGIN,
        environment="practice",
        policy_toml=b"name = 'imputation'",
        limits_toml=b"",
        limits_service="practice",
        build="hg19",
        pseudonym_map=PLANTED[3].encode(),
        declaration={"consent": {"reference": PLANTED[0]}},
    )


def sample_source(path: str = PLANTED[1]) -> SourceFile:
    return SourceFile(Path(path), 1000, 5)


def sample_body() -> tuple[SealedBody, FileKey]:
    file_key = FileKey(os.urandom(16), os.urandom(32))
    body = SealedBody(file_key.file_id.hex(), "20", "chr20.vcf.gz", "ab" * 32, "cd" * 32, 4096)
    return body, file_key
