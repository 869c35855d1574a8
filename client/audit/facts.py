"""What may stand in the activity log: a closed list of events, and of facts with the form of each.

Individual-level data has no place to go: there is no fact for a name, a path, a sample or a free text. Numbers are
counts, sizes and serials; everything else is an id, a digest, a code or one word out of a list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from client.audit.errors import AuditFactError
from client.model.errors import Fact
from client.model.forms import (
    APPLICATION_ID,
    CHROMOSOME,
    CONSENT_REFERENCE,
    ENVIRONMENTS,
    FILE_ID,
    JOB_ID,
    MAP_ID,
    POLICY_NAME,
    SHA256,
    SUBMISSION_ID,
    TOKEN_STORES,
)

BREAK_EVENT = "log.break"
"""Written by the log itself when it finds its own end missing or replaced; what follows is a new beginning."""
TORN_EVENT = "log.torn"
"""Written by the log itself after a crash in the middle of a line: the torn bytes were never part of the log."""
ANCHOR_LOST_EVENT = "log.anchor_lost"
"""Written by the log itself when it had lines and its anchor was gone (a new keyring, a copied folder)."""

EVENTS = frozenset(
    {
        BREAK_EVENT,
        TORN_EVENT,
        ANCHOR_LOST_EVENT,
        "profile.installed",
        "profile.updated",
        "profile.refused",
        "account.enrolled",
        "account.signed_in",
        "account.refused",
        "account.signed_out",
        "account.locked",
        "account.unlocked",
        "account.password_changed",
        "account.recovery_codes_renewed",
        "account.data_shown",
        "device.revoked",
        "files.inspected",
        "files.prepared",
        "files.refused",
        "files.sealed",
        "files.opened",
        "names.restored",
        "keys.made",
        "keys.exported",
        "keys.imported",
        "map.made",
        "map.exported",
        "map.imported",
        "person.looked_up",
        "consent.confirmed",
        "approval.given",
        "submission.queued",
        "submission.uploaded",
        "submission.sent",
        "submission.paused",
        "submission.resumed",
        "submission.cancelled",
        "submission.failed",
        "submission.forgotten",
        "job.cancelled",
        "job.deleted",
        "results.downloaded",
        "certificate.verified",
        "certificate.refused",
        "log.verified",
        "log.exported",
        "doctor.bundled",
        "local.removed",
    }
)

NUMBERS = frozenset(
    {
        "files",
        "samples",
        "records",
        "records_in",
        "records_kept",
        "records_dropped",
        "findings",
        "blocking",
        "removed",
        "results",
        "recipients",
        "keys",
        "devices",
        "checks",
        "failed_checks",
        "bytes",
        "body_bytes",
        "sealed_bytes",
        "serial",
        "seconds",
        "exit_code",
        "recovery_codes_left",
        "expected_count",
        "found_count",
        "torn_bytes",
        "lines",
        "complete_until",
        "sealed_inputs",
        "working_copies",
        "maps",
    }
)

TEXT_FORMS: Mapping[str, str] = {
    "code": r"[A-Z][A-Z0-9]{0,15}(-[A-Z0-9]{1,16}){0,5}",
    "job": JOB_ID,
    "submission": SUBMISSION_ID,
    "map": MAP_ID,
    "device": r"[A-Za-z0-9][A-Za-z0-9_-]{7,63}",
    "file_id": FILE_ID,
    "chromosome": CHROMOSOME,
    "sha256": SHA256,
    "body_sha256": SHA256,
    "sealed_sha256": SHA256,
    "prepared_sha256": SHA256,
    "manifest_sha256": SHA256,
    "policy_sha256": SHA256,
    "consent_sha256": SHA256,
    "receipt_sha256": SHA256,
    "certificate_sha256": SHA256,
    "profile_sha256": SHA256,
    "head": SHA256,
    "fingerprint": r"([A-Z2-7]{4}-){3,12}[A-Z2-7]{4}",
    "origin": r"https://[a-z0-9.:\[\]-]{1,260}",
    "environment": "|".join(ENVIRONMENTS),
    "store": "|".join(TOKEN_STORES),
    "policy": POLICY_NAME,
    "service": POLICY_NAME,
    "application": APPLICATION_ID,
    "consent_version": r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}",
    "consent_reference": CONSENT_REFERENCE,
    "kem": r"x-wing|x25519",
    "method": r"totp|recovery|password|refresh",
    "state": r"waiting|running|succeeded|failed|cancelled|deleted",
    "build": r"hg19|hg38",
    "version": r"[0-9]{1,5}(\.[0-9]{1,5}){0,3}[a-z0-9.+]{0,16}",
    "time": r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z",
}

_MAX_NUMBER = 2**53 - 1


def require_facts(event: str, facts: Mapping[str, Fact]) -> None:
    """Raise AuditFactError where the event is not on the list, or a fact is unknown or not of its form."""
    if event not in EVENTS:
        raise AuditFactError(field="event")
    for name, value in facts.items():
        if not is_fact(name, value):
            raise AuditFactError(field=name if name in NUMBERS or name in TEXT_FORMS else "unknown")


def is_fact(name: str, value: object) -> bool:
    """Whether `name` is a known fact and `value` of its form."""
    if name in NUMBERS:
        if type(value) is float:
            return 0 <= value <= _MAX_NUMBER  # false for NaN and the infinities
        return type(value) is int and 0 <= value <= _MAX_NUMBER
    form = TEXT_FORMS.get(name)
    return form is not None and isinstance(value, str) and len(value) <= 300 and re.fullmatch(form, value) is not None
