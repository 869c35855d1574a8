"""Words for exits 6 and 7: the service cannot be reached, or it is not the one that the profile names."""

from __future__ import annotations

from ui.messages.marks import KEPT, QT_TRANSLATE_NOOP, Words

_KEPT = KEPT
_NOTHING_SENT = QT_TRANSLATE_NOOP("errors", "Nothing of yours was sent there.")
_TRY_LATER = QT_TRANSLATE_NOOP("errors", "Try again later; “genoseal resume” goes on where it stopped.")
_HELPDESK = QT_TRANSLATE_NOOP("errors", "Do not go on. Call your institution's helpdesk and tell them the code.")
_NOTHING_COUNTS = QT_TRANSLATE_NOOP("errors", "What it says does not count, and nothing was changed because of it.")

WORDS: dict[str, Words] = {
    "GS-SERVICE": (QT_TRANSLATE_NOOP("errors", "The service cannot be used at the moment."), _KEPT, _TRY_LATER),
    "NET-UNREACHABLE": (
        QT_TRANSLATE_NOOP("errors", "The service cannot be reached ({reason})."),
        _KEPT,
        QT_TRANSLATE_NOOP("errors", "Check the network, then try again; “genoseal doctor” looks at it in detail."),
    ),
    "NET-UNREACHABLE/name": (
        QT_TRANSLATE_NOOP("errors", "The service's name is not known on this network."),
        _KEPT,
        QT_TRANSLATE_NOOP("errors", "Check the network connection, or whether you need a proxy or VPN."),
    ),
    "NET-UNREACHABLE/refused": (
        QT_TRANSLATE_NOOP("errors", "Nobody answers at the service's address."),
        _KEPT,
        QT_TRANSLATE_NOOP("errors", "The service may be down. Try again later; “genoseal resume” goes on."),
    ),
    "NET-TIMEOUT": (
        QT_TRANSLATE_NOOP("errors", "The service took too long to answer."),
        _KEPT,
        _TRY_LATER,
    ),
    "NET-TIMEOUT/connect": (
        QT_TRANSLATE_NOOP("errors", "No connection to the service came about in time."),
        _KEPT,
        _TRY_LATER,
    ),
    "NET-TIMEOUT/send": (
        QT_TRANSLATE_NOOP("errors", "The connection stood still: the service took nothing any more."),
        _KEPT,
        _TRY_LATER,
    ),
    "NET-TIMEOUT/deadline": (
        QT_TRANSLATE_NOOP("errors", "The connection is too slow: hardly anything of the answer came."),
        _KEPT,
        _TRY_LATER,
    ),
    "NET-BUSY": (
        QT_TRANSLATE_NOOP("errors", "The service is busy and asks to wait."),
        _KEPT,
        QT_TRANSLATE_NOOP("errors", "Wait {retry_after_s}, then try again; “genoseal resume” goes on."),
    ),
    "NET-SERVER": (
        QT_TRANSLATE_NOOP("errors", "Something failed inside the service (HTTP {status})."),
        _KEPT,
        _TRY_LATER,
    ),
    "NET-CONTRACT": (
        QT_TRANSLATE_NOOP("errors", "The service answered in a way that Genoseal does not understand ({reason})."),
        _KEPT,
        QT_TRANSLATE_NOOP("errors", "Update Genoseal. If it stays, tell your institution's helpdesk the code."),
    ),
    "NET-CAPTIVE": (
        QT_TRANSLATE_NOOP("errors", "Something in between answered with a web page instead of the service."),
        _KEPT,
        QT_TRANSLATE_NOOP("errors", "Open a browser and sign in to the guest network, or use another network."),
    ),
    "NET-PROXY": (
        QT_TRANSLATE_NOOP("errors", "The proxy does not let Genoseal through (HTTP {status})."),
        _KEPT,
        QT_TRANSLATE_NOOP("errors", "Ask your IT department to allow the service's address."),
    ),
    "NET-PROXY-AUTH": (
        QT_TRANSLATE_NOOP("errors", "The proxy wants a user name and password, or refused yours."),
        _KEPT,
        QT_TRANSLATE_NOOP("errors", "Ask your IT department for the sign-in, then give it: “genoseal proxy --user …”."),
    ),
    "NET-CONFLICT": (
        QT_TRANSLATE_NOOP("errors", "The service is in another state than expected ({problem})."),
        _KEPT,
        QT_TRANSLATE_NOOP("errors", "Look at “genoseal jobs” and “genoseal outbox”, then try again."),
    ),
    "NET-TOO-LARGE": (
        QT_TRANSLATE_NOOP("errors", "The service does not take anything this large."),
        QT_TRANSLATE_NOOP("errors", "The file was not sent."),
        QT_TRANSLATE_NOOP("errors", "Send one chromosome per file, or ask the helpdesk about the limits."),
    ),
    "NET-REFUSED": (
        QT_TRANSLATE_NOOP("errors", "The service does not take this request (HTTP {status}, {problem})."),
        _KEPT,
        QT_TRANSLATE_NOOP("errors", "Asking again will not help. Tell your institution's helpdesk the code."),
    ),
    "NET-CHECKSUM": (
        QT_TRANSLATE_NOOP("errors", "A piece arrived damaged, and the service threw it away."),
        _KEPT,
        QT_TRANSLATE_NOOP("errors", "Run “genoseal resume”: the piece is sent again."),
    ),
    "NET-UPLOAD-GONE": (
        QT_TRANSLATE_NOOP("errors", "The service no longer has the part that was sent."),
        QT_TRANSLATE_NOOP("errors", "The sealed file is still here, unchanged."),
        QT_TRANSLATE_NOOP("errors", "Run “genoseal resume”: the same bytes are sent again from the start."),
    ),
    "NET-UPLOAD-STUCK": (
        QT_TRANSLATE_NOOP("errors", "The upload does not come forward and was stopped ({reason})."),
        _KEPT,
        QT_TRANSLATE_NOOP("errors", "Try again from another network, or tell the helpdesk the code."),
    ),
    "AUDIT-BUSY": (
        QT_TRANSLATE_NOOP("errors", "Another Genoseal process keeps the activity log busy."),
        QT_TRANSLATE_NOOP("errors", "Nothing was done that would have to be logged."),
        QT_TRANSLATE_NOOP("errors", "Try again in a moment."),
    ),
    "JOB-NOT-FINISHED": (
        QT_TRANSLATE_NOOP("errors", "The job is still {state}; there are no results yet."),
        QT_TRANSLATE_NOOP("errors", "Nothing was downloaded."),
        QT_TRANSLATE_NOOP("errors", "Try again later. “genoseal jobs” shows how far it is."),
    ),
    "JOB-FINISHED": (
        QT_TRANSLATE_NOOP("errors", "The job had finished already; there was nothing left to stop."),
        QT_TRANSLATE_NOOP("errors", "Nothing was changed. What came of it is at the service until its days are over."),
        QT_TRANSLATE_NOOP("errors", "“genoseal jobs” shows how it ended; “genoseal delete JOB” deletes it there."),
    ),
    "JOB-NOT-DELETED": (
        QT_TRANSLATE_NOOP("errors", "The job is not deleted; there is no certificate yet."),
        QT_TRANSLATE_NOOP("errors", "What the service has of it is still there."),
        QT_TRANSLATE_NOOP("errors", "Delete the job, or wait until the service does when its days are over."),
    ),
    # ---- exit 7: not the service of the profile ------------------------------------------------------------------
    "GS-IDENTITY": (
        QT_TRANSLATE_NOOP("errors", "The other side is not the service that your institution's profile names."),
        _NOTHING_SENT,
        _HELPDESK,
    ),
    "NET-PIN": (
        QT_TRANSLATE_NOOP("errors", "The server's key is not one that your institution's profile names."),
        QT_TRANSLATE_NOOP(
            "errors", "Something in between may be reading along, or the service changed its key. Nothing was sent."
        ),
        QT_TRANSLATE_NOOP(
            "errors", "Do not go on. Ask the helpdesk for a new profile, and tell them the key shown: {presented_pin}"
        ),
    ),
    "NET-TLS": (
        QT_TRANSLATE_NOOP("errors", "No safe connection came about ({reason})."),
        _NOTHING_SENT,
        QT_TRANSLATE_NOOP("errors", "Run “genoseal doctor”; it says whether something in between opens connections."),
    ),
    "NET-TLS/version": (
        QT_TRANSLATE_NOOP("errors", "The server does not speak TLS 1.3."),
        _NOTHING_SENT,
        QT_TRANSLATE_NOOP("errors", "Something in between may be old. Run “genoseal doctor”, then call the helpdesk."),
    ),
    "NET-TLS/unknown-issuer": (
        QT_TRANSLATE_NOOP("errors", "The server's certificate comes from an authority that the profile does not name."),
        _NOTHING_SENT,
        QT_TRANSLATE_NOOP(
            "errors",
            "A virus scanner or proxy may open connections here. Run “genoseal doctor”, then call the helpdesk.",
        ),
    ),
    "NET-TLS/expired": (
        QT_TRANSLATE_NOOP("errors", "The server's certificate has run out."),
        _NOTHING_SENT,
        QT_TRANSLATE_NOOP("errors", "Check this computer's date and time; if they are right, call the helpdesk."),
    ),
    "NET-TLS/not-yet-valid": (
        QT_TRANSLATE_NOOP("errors", "The server's certificate is not valid yet."),
        _NOTHING_SENT,
        QT_TRANSLATE_NOOP("errors", "Check this computer's date and time; if they are right, call the helpdesk."),
    ),
    "NET-REDIRECT": (
        QT_TRANSLATE_NOOP("errors", "The answer points to another place (HTTP {status}); that is never followed."),
        _NOTHING_SENT,
        _HELPDESK,
    ),
    "NET-ORIGIN": (
        QT_TRANSLATE_NOOP("errors", "The service pointed to another server than the profile's."),
        _NOTHING_SENT,
        _HELPDESK,
    ),
    "RECEIPT-SIGNATURE": (
        QT_TRANSLATE_NOOP("errors", "The receipt is not signed by a key that the profile names."),
        QT_TRANSLATE_NOOP("errors", "Nothing counts as submitted."),
        _HELPDESK,
    ),
    "RECEIPT-OTHER": (
        QT_TRANSLATE_NOOP("errors", "The receipt is signed, but for something else than what was sent ({field})."),
        QT_TRANSLATE_NOOP("errors", "Nothing counts as submitted."),
        _HELPDESK,
    ),
    "RESULT-SIGNATURE": (
        QT_TRANSLATE_NOOP("errors", "The list of results is not signed by a key that the profile names."),
        QT_TRANSLATE_NOOP("errors", "Nothing was opened."),
        _HELPDESK,
    ),
    "RESULT-OTHER": (
        QT_TRANSLATE_NOOP("errors", "The list of results is signed, but not for this job ({field})."),
        QT_TRANSLATE_NOOP("errors", "Nothing was opened."),
        _HELPDESK,
    ),
    "CERTIFICATE-SIGNATURE": (
        QT_TRANSLATE_NOOP("errors", "The certificate is not signed by a deletion key that the profile names."),
        QT_TRANSLATE_NOOP("errors", "It does not show that anything was deleted."),
        _HELPDESK,
    ),
    "CERTIFICATE-OTHER": (
        QT_TRANSLATE_NOOP("errors", "The certificate is signed, but not for all of this job ({field})."),
        QT_TRANSLATE_NOOP("errors", "It does not show that everything was deleted."),
        _HELPDESK,
    ),
    "JWS-REFUSED": (
        QT_TRANSLATE_NOOP("errors", "A signed statement of the service is refused."),
        _NOTHING_COUNTS,
        _HELPDESK,
    ),
    "JWS-FORM": (
        QT_TRANSLATE_NOOP("errors", "A statement of the service is not in the form of a signed one."),
        _NOTHING_COUNTS,
        _HELPDESK,
    ),
    "JWS-HEADER": (
        QT_TRANSLATE_NOOP("errors", "A statement of the service is signed in a way that is not accepted."),
        _NOTHING_COUNTS,
        _HELPDESK,
    ),
    "JWS-KEY": (
        QT_TRANSLATE_NOOP("errors", "A statement of the service is signed with a key that the profile does not name."),
        _NOTHING_COUNTS,
        _HELPDESK,
    ),
    "JWS-KEY-DATE": (
        QT_TRANSLATE_NOOP("errors", "A statement of the service is signed with a key that was not valid then."),
        _NOTHING_COUNTS,
        QT_TRANSLATE_NOOP("errors", "Check this computer's date and time; if they are right, call the helpdesk."),
    ),
    "JWS-SIGNATURE": (
        QT_TRANSLATE_NOOP("errors", "A statement of the service was changed after signing, or never signed."),
        _NOTHING_COUNTS,
        _HELPDESK,
    ),
    "JWS-PAYLOAD": (
        QT_TRANSLATE_NOOP("errors", "A signed statement of the service is not well formed."),
        _NOTHING_COUNTS,
        _HELPDESK,
    ),
    "HTTP-SIGNATURE": (
        QT_TRANSLATE_NOOP("errors", "The signature of a request is refused ({reason})."),
        _NOTHING_COUNTS,
        QT_TRANSLATE_NOOP("errors", "Check this computer's date and time; if they are right, call the helpdesk."),
    ),
    "MANIFEST-ENVELOPE": (
        QT_TRANSLATE_NOOP("errors", "The submission's instructions are refused ({reason})."),
        _NOTHING_COUNTS,
        _HELPDESK,
    ),
    "SERVICE-ENVIRONMENT": (
        QT_TRANSLATE_NOOP("errors", "The service is of another environment than the profile says."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sent: practice, test and production must never meet."),
        _HELPDESK,
    ),
    "OUTBOX-QUIET-HOURS": (
        QT_TRANSLATE_NOOP("errors", "Quiet hours: nothing is sent until {until}."),
        _KEPT,
        QT_TRANSLATE_NOOP("errors", "Nothing needs to be done; it goes on by itself."),
    ),
}
