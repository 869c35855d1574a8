"""The activity log's events and facts in words."""

from __future__ import annotations

from collections.abc import Mapping

from client.model.errors import Fact
from ui.desktop.i18n import translate
from ui.desktop.words import count_words, id_words, join_words, size_words


def event_words(event: str) -> str:
    """What happened; an event that this version does not know keeps its own name."""
    return {
        "log.break": translate("Activity", "The log was cut or replaced before this line"),
        "log.torn": translate("Activity", "A line was torn by a crash"),
        "log.anchor_lost": translate("Activity", "The log's anchor was lost"),
        "log.verified": translate("Activity", "Log verified"),
        "log.exported": translate("Activity", "Log exported"),
        "profile.installed": translate("Activity", "Profile installed"),
        "profile.updated": translate("Activity", "Profile renewed"),
        "profile.refused": translate("Activity", "Profile refused"),
        "account.enrolled": translate("Activity", "Second factor set up"),
        "account.signed_in": translate("Activity", "Signed in"),
        "account.refused": translate("Activity", "Sign-in refused"),
        "account.signed_out": translate("Activity", "Signed out"),
        "account.locked": translate("Activity", "Locked after idle time"),
        "account.unlocked": translate("Activity", "Unlocked"),
        "account.password_changed": translate("Activity", "Password changed"),
        "account.recovery_codes_renewed": translate("Activity", "Recovery codes renewed"),
        "account.data_shown": translate("Activity", "Own data at the service shown"),
        "device.revoked": translate("Activity", "Computer revoked"),
        "files.inspected": translate("Activity", "Files inspected"),
        "files.prepared": translate("Activity", "Files prepared"),
        "files.refused": translate("Activity", "Files refused"),
        "files.sealed": translate("Activity", "File sealed"),
        "files.opened": translate("Activity", "Sealed file opened"),
        "names.restored": translate("Activity", "Names put back into results"),
        "keys.made": translate("Activity", "Keys made"),
        "keys.exported": translate("Activity", "Keys backed up"),
        "keys.imported": translate("Activity", "Keys brought back"),
        "map.made": translate("Activity", "Pseudonym map made"),
        "map.exported": translate("Activity", "Pseudonym map backed up"),
        "map.imported": translate("Activity", "Pseudonym map brought back"),
        "person.looked_up": translate("Activity", "One person looked up in the maps"),
        "consent.confirmed": translate("Activity", "Consent confirmed"),
        "approval.given": translate("Activity", "Second person approved"),
        "submission.queued": translate("Activity", "Submission begun"),
        "submission.uploaded": translate("Activity", "Sealed files uploaded"),
        "submission.sent": translate("Activity", "Submission confirmed by receipt"),
        "submission.paused": translate("Activity", "Submission paused"),
        "submission.resumed": translate("Activity", "Submission continued"),
        "submission.cancelled": translate("Activity", "Submission cancelled"),
        "submission.failed": translate("Activity", "Submission failed"),
        "submission.forgotten": translate("Activity", "Finished submissions cleared"),
        "job.cancelled": translate("Activity", "Job cancelled"),
        "job.deleted": translate("Activity", "Job deleted at the service"),
        "results.downloaded": translate("Activity", "Results downloaded"),
        "certificate.verified": translate("Activity", "Deletion certificate verified"),
        "certificate.refused": translate("Activity", "Deletion certificate refused"),
        "doctor.bundled": translate("Activity", "Diagnostics saved"),
        "local.removed": translate("Activity", "Old files removed here"),
    }.get(event, event)


def facts_words(facts: Mapping[str, Fact]) -> str:
    """`files 22 · job b40284e8…`: long ids cut; a fact that this version does not know keeps its own name."""
    return join_words(*(f"{_fact_name(name)} {_value_words(name, value)}" for name, value in facts.items()))


def _fact_name(name: str) -> str:
    if name.endswith("sha256"):
        return "SHA-256"
    return {
        "files": translate("ActivityFact", "files"),
        "samples": translate("ActivityFact", "samples"),
        "maps": translate("ActivityFact", "maps"),
        "records": translate("ActivityFact", "records"),
        "records_in": translate("ActivityFact", "records read"),
        "records_kept": translate("ActivityFact", "records kept"),
        "records_dropped": translate("ActivityFact", "records left out"),
        "findings": translate("ActivityFact", "findings"),
        "blocking": translate("ActivityFact", "blocking"),
        "removed": translate("ActivityFact", "removed"),
        "results": translate("ActivityFact", "results"),
        "recipients": translate("ActivityFact", "recipients"),
        "keys": translate("ActivityFact", "keys"),
        "devices": translate("ActivityFact", "computers"),
        "checks": translate("ActivityFact", "checks"),
        "failed_checks": translate("ActivityFact", "failed checks"),
        "bytes": translate("ActivityFact", "size"),
        "body_bytes": translate("ActivityFact", "sealed size"),
        "sealed_bytes": translate("ActivityFact", "sealed size"),
        "serial": translate("ActivityFact", "serial number"),
        "seconds": translate("ActivityFact", "seconds"),
        "recovery_codes_left": translate("ActivityFact", "recovery codes left"),
        "lines": translate("ActivityFact", "lines"),
        "sealed_inputs": translate("ActivityFact", "sealed files"),
        "working_copies": translate("ActivityFact", "working copies"),
        "code": translate("ActivityFact", "code"),
        "job": translate("ActivityFact", "job"),
        "submission": translate("ActivityFact", "submission"),
        "map": translate("ActivityFact", "map"),
        "device": translate("ActivityFact", "computer"),
        "chromosome": translate("ActivityFact", "chromosome"),
        "fingerprint": translate("ActivityFact", "fingerprint"),
        "origin": translate("ActivityFact", "service"),
        "environment": translate("ActivityFact", "environment"),
        "store": translate("ActivityFact", "kept in"),
        "policy": translate("ActivityFact", "policy"),
        "service": translate("ActivityFact", "limits of"),
        "application": translate("ActivityFact", "application"),
        "consent_version": translate("ActivityFact", "statement"),
        "consent_reference": translate("ActivityFact", "reference"),
        "method": translate("ActivityFact", "by"),
        "state": translate("ActivityFact", "state"),
        "build": translate("ActivityFact", "build"),
        "version": translate("ActivityFact", "version"),
        "time": translate("ActivityFact", "time"),
        "exit_code": translate("ActivityFact", "exit code"),
        "expected_count": translate("ActivityFact", "lines expected"),
        "found_count": translate("ActivityFact", "lines found"),
        "torn_bytes": translate("ActivityFact", "torn off"),
        "complete_until": translate("ActivityFact", "whole up to line"),
        "file_id": translate("ActivityFact", "file"),
        "kem": translate("ActivityFact", "kind of key"),
        "head": translate("ActivityFact", "last line"),
    }.get(name, name)


def _value_words(name: str, value: Fact) -> str:
    if isinstance(value, int):
        return size_words(value) if name.endswith("bytes") else count_words(value)
    text = str(value)
    if name in ("store", "method", "environment"):
        text = _word(text)
    return id_words(text)


def _word(text: str) -> str:
    return {
        "keyring": translate("ActivityFact", "keyring"),
        "vault": translate("ActivityFact", "vault"),
        "memory": translate("ActivityFact", "memory only"),
        "totp": translate("ActivityFact", "six-digit code"),
        "recovery": translate("ActivityFact", "recovery code"),
        "password": translate("ActivityFact", "password"),
        "refresh": translate("ActivityFact", "renewal"),
        "practice": translate("ActivityFact", "practice"),
        "test": translate("ActivityFact", "test"),
        "production": translate("ActivityFact", "production"),
    }.get(text, text)
