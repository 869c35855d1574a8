"""The button that leads on from an error: what it says, and where it goes."""

from __future__ import annotations

from typing import NamedTuple

from ui.desktop.i18n import translate

_AGAIN = (
    "NET-UNREACHABLE", "NET-TIMEOUT", "NET-BUSY", "NET-SERVER", "NET-CAPTIVE", "NET-CHECKSUM", "NET-UPLOAD-GONE",
    "NET-UPLOAD-STUCK", "CLOCK-OFF", "DISK-FULL", "PREP-DISK-FULL", "SEAL-DISK-FULL", "OUTBOX-DISK-FULL",
    "SOURCE-VANISHED", "AUDIT-BUSY", "OUTBOX-BUSY",
)  # fmt: skip
_CHECKS = ("NET-TLS", "WORKSTATION-REQUIRED")
_HELPDESK = ("NET-PIN", "NET-REDIRECT", "NET-ORIGIN", "SERVICE-ENVIRONMENT", "NET-CONTRACT", "NET-NOT-ALLOWED")
_IDENTITY = ("RECEIPT-", "RESULT-SIGNATURE", "RESULT-OTHER", "CERTIFICATE-", "JWS-", "MANIFEST-ENVELOPE")


class WayOut(NamedTuple):
    """`place` is `again` (try what failed once more), or a place that the window knows how to go to."""

    words: str
    place: str


def way_out_of(error: object) -> WayOut | None:
    """What to offer below the words about `error`, anything with a `code`; None where there is nothing to press."""
    code = getattr(error, "code", "")
    if not isinstance(code, str):
        return None
    if code in _AGAIN:
        return WayOut(translate("Errors", "Try again"), "again")
    if code in _CHECKS:
        return WayOut(translate("Errors", "Check this computer"), "checks")
    if code in _HELPDESK or code.startswith(_IDENTITY):
        return WayOut(translate("Errors", "Call the helpdesk…"), "help")
    if code.startswith("PROFILE-"):
        return WayOut(translate("Errors", "Open a profile…"), "profile")
    if code.startswith(("SECRETS-", "VAULT-")) or code == "SECRET-NEEDED":
        return WayOut(translate("Errors", "Open “Sign-in”"), "sign-in-page")
    if code == "AUTH-LOCKED" or code.startswith(("AUTH-NEEDED", "NET-SIGN-IN", "GS-SIGN-IN", "AUTH-DEVICE")):
        return WayOut(translate("Errors", "Sign in…"), "sign-in")
    if code in ("FILE-MISSING", "VCF-MISSING"):
        return WayOut(translate("Errors", "Choose files…"), "choose-files")
    if code.startswith("NET-PROXY"):
        return WayOut(translate("Errors", "Open “Settings”"), "settings")
    return None
