"""The activity log's events and facts in words."""

from __future__ import annotations

from collections.abc import Mapping

from client.model.errors import Fact
from ui.desktop.i18n import translate
from ui.desktop.words import count_words, join_words, size_words


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
        "profile.removed": translate("Activity", "Profile removed"),
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
        "device.lost": translate("Activity", "Computer reported lost"),
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
        "consent.confirmed": translate("Activity", "Consent confirmed"),
        "approval.given": translate("Activity", "Second person approved"),
        "submission.queued": translate("Activity", "Submission begun"),
        "submission.uploaded": translate("Activity", "Sealed files uploaded"),
        "submission.sent": translate("Activity", "Submission confirmed by receipt"),
        "submission.paused": translate("Activity", "Submission paused"),
        "submission.resumed": translate("Activity", "Submission continued"),
        "submission.cancelled": translate("Activity", "Submission cancelled"),
        "submission.failed": translate("Activity", "Submission failed"),
        "job.cancelled": translate("Activity", "Job cancelled"),
        "job.deleted": translate("Activity", "Job deleted at the service"),
        "results.downloaded": translate("Activity", "Results downloaded"),
        "certificate.verified": translate("Activity", "Deletion certificate verified"),
        "certificate.refused": translate("Activity", "Deletion certificate refused"),
    }.get(event, event)


def facts_words(facts: Mapping[str, Fact]) -> str:
    """`files 22 · job b40284e8…`: names as the log has them, long ids cut."""
    return join_words(*(f"{name} {_value_words(name, value)}" for name, value in facts.items()))


def _value_words(name: str, value: Fact) -> str:
    if isinstance(value, int):
        return size_words(value) if name.endswith("bytes") else count_words(value)
    text = str(value)
    return f"{text[:12]}…" if len(text) > 20 else text
