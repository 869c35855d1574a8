"""Where the window's words differ from the terminal's: it names pages and buttons, never a command."""

from __future__ import annotations

from ui.messages.marks import KEPT, QT_TRANSLATE_NOOP, Words

_NO_SAFE_PLACE = QT_TRANSLATE_NOOP(
    "errors", "Your files are untouched. Nothing can be sent before there is a safe place for your keys."
)
_NOTHING_SENT = QT_TRANSLATE_NOOP("errors", "Nothing of yours was sent there.")
_TRY_LATER = QT_TRANSLATE_NOOP("errors", "Try again later; sending goes on where it stopped.")
_MAKE_ROOM = QT_TRANSLATE_NOOP("errors", "Make room on it, then try again.")
_WHO_IS_THERE = QT_TRANSLATE_NOOP(
    "errors", "“Check this computer” names what is in between; your IT department must except the service's address."
)
_DATE = QT_TRANSLATE_NOOP(
    "errors", "This computer says that it is {now}. Put its clock right, or call the helpdesk if that is the true time."
)

STANDINGS: dict[str, tuple[str, str]] = {
    "not-queued": (
        QT_TRANSLATE_NOOP("errors", "Nothing was queued, and your files are untouched."),
        QT_TRANSLATE_NOOP("errors", "Send them again when this is settled."),
    ),
}
"""What stands in for words that speak of a kept place where there is none; see `ui.messages`."""

GOES_ON = "sending goes on"

WORDS: dict[str, Words] = {
    "SECRETS-NONE": (
        QT_TRANSLATE_NOOP("errors", "This computer has no keyring that could keep your sign-in and keys."),
        _NO_SAFE_PLACE,
        QT_TRANSLATE_NOOP("errors", "Choose a passphrase: all is then kept in a vault that only it opens."),
    ),
    "SECRETS-NONE/never_created": (
        QT_TRANSLATE_NOOP("errors", "This computer has a keyring service, but no keyring was made in it yet."),
        _NO_SAFE_PLACE,
        QT_TRANSLATE_NOOP(
            "errors",
            "Sign out of the desktop and in again, which mostly makes one, and check again; or choose a passphrase.",
        ),
    ),
    "SECRETS-NONE/vault": (
        QT_TRANSLATE_NOOP("errors", "Your sign-in and keys are in a vault that is closed."),
        KEPT,
        QT_TRANSLATE_NOOP("errors", "Open it with its passphrase."),
    ),
    "SECRETS-LOCKED": (
        QT_TRANSLATE_NOOP("errors", "The keyring of this computer is locked."),
        KEPT,
        QT_TRANSLATE_NOOP("errors", "Unlock it, mostly by signing in to the desktop, then check again."),
    ),
    "SECRETS-BACKEND": (
        QT_TRANSLATE_NOOP("errors", "A keyring is set up here that would write secrets into a plain file."),
        _NO_SAFE_PLACE,
        QT_TRANSLATE_NOOP("errors", "Choose a passphrase, or ask your IT department to set up another keyring."),
    ),
    "NET-UNREACHABLE": (
        QT_TRANSLATE_NOOP("errors", "This computer does not reach the service: the connection broke off."),
        KEPT,
        QT_TRANSLATE_NOOP("errors", "Look at the network (cable, Wi-Fi, VPN), then try again."),
    ),
    "NET-UNREACHABLE/name": (
        QT_TRANSLATE_NOOP("errors", "There is no network, or the service's name is not known on it."),
        KEPT,
        QT_TRANSLATE_NOOP("errors", "Look at the network (cable, Wi-Fi, VPN) and the proxy, then try again."),
    ),
    "NET-UNREACHABLE/refused": (
        QT_TRANSLATE_NOOP("errors", "Nobody answers at the service's address."),
        KEPT,
        QT_TRANSLATE_NOOP("errors", "The service may be switched off, or a firewall is in between. Try again later."),
    ),
    "NET-TIMEOUT": (
        QT_TRANSLATE_NOOP("errors", "The service took too long to answer."),
        KEPT,
        _TRY_LATER,
    ),
    "NET-TIMEOUT/connect": (
        QT_TRANSLATE_NOOP("errors", "No connection to the service came about in time."),
        KEPT,
        _TRY_LATER,
    ),
    "NET-TIMEOUT/send": (
        QT_TRANSLATE_NOOP("errors", "The connection stood still: the service took nothing any more."),
        KEPT,
        _TRY_LATER,
    ),
    "NET-TIMEOUT/deadline": (
        QT_TRANSLATE_NOOP("errors", "The connection is too slow: hardly anything of the answer came."),
        KEPT,
        _TRY_LATER,
    ),
    "NET-BUSY": (
        QT_TRANSLATE_NOOP("errors", "The service has too much to do and asks to wait."),
        KEPT,
        QT_TRANSLATE_NOOP("errors", "Time to wait: {wait}. Then try again."),
    ),
    "NET-BUSY/503": (
        QT_TRANSLATE_NOOP("errors", "The service is closed for the moment, probably for maintenance."),
        KEPT,
        QT_TRANSLATE_NOOP("errors", "Time to wait: {wait}. Then try again."),
    ),
    "AUTH-WAIT": (
        QT_TRANSLATE_NOOP("errors", "After several wrong tries the service makes this account wait."),
        QT_TRANSLATE_NOOP("errors", "For now no try counts, not even a right one."),
        QT_TRANSLATE_NOOP("errors", "Time to wait: {wait}. Then try once more, slowly. If it was not you who tried, "
                          "call the helpdesk."),
    ),
    "NET-SERVER": (
        QT_TRANSLATE_NOOP("errors", "Something failed inside the service (HTTP {status})."),
        KEPT,
        _TRY_LATER,
    ),
    "NET-CAPTIVE": (
        QT_TRANSLATE_NOOP("errors", "A web page came instead of the service: mostly a guest network wants a sign-in."),
        KEPT,
        QT_TRANSLATE_NOOP("errors", "Open a web browser and sign in to the network, then try again."),
    ),
    "NET-PIN": (
        QT_TRANSLATE_NOOP("errors", "The server's key is not one that your institution's profile names."),
        QT_TRANSLATE_NOOP(
            "errors", "Something in between may be reading along, or the service changed its key. Nothing was sent."
        ),
        QT_TRANSLATE_NOOP(
            "errors", "Do not go on. Call the helpdesk and tell them the key that was shown: {presented_pin}"
        ),
    ),
    "NET-TLS": (
        QT_TRANSLATE_NOOP("errors", "No safe connection came about ({reason})."),
        _NOTHING_SENT,
        _WHO_IS_THERE,
    ),
    "NET-TLS/version": (
        QT_TRANSLATE_NOOP("errors", "The server does not speak TLS 1.3."),
        _NOTHING_SENT,
        _WHO_IS_THERE,
    ),
    "NET-TLS/unknown-issuer": (
        QT_TRANSLATE_NOOP("errors", "Something opens secure connections here, mostly a virus scanner or a proxy."),
        _NOTHING_SENT,
        _WHO_IS_THERE,
    ),
    "NET-TLS/expired": (
        QT_TRANSLATE_NOOP("errors", "The server's certificate has run out, or this computer's clock is wrong."),
        _NOTHING_SENT,
        _DATE,
    ),
    "NET-TLS/not-yet-valid": (
        QT_TRANSLATE_NOOP("errors", "The server's certificate is not valid yet, or this computer's clock is wrong."),
        _NOTHING_SENT,
        _DATE,
    ),
    "CLOCK-OFF": (
        QT_TRANSLATE_NOOP("errors", "The clocks of this computer and of the service are {apart} apart."),
        QT_TRANSLATE_NOOP("errors", "Your files are untouched. Six-digit codes may be refused until the clock is put "
                          "right."),
        QT_TRANSLATE_NOOP("errors", "Set this computer's clock to automatic time, then check again."),
    ),
    "PROFILE-EXPIRED": (
        QT_TRANSLATE_NOOP("errors", "Your institution's profile has expired ({not_after})."),
        QT_TRANSLATE_NOOP("errors", "Nothing can be sent. Results and deleting still work, and your files are "
                          "untouched."),
        QT_TRANSLATE_NOOP("errors", "Ask your institution for its current profile and open it; check also the date of "
                          "this computer."),
    ),
    "APPROVAL-NEEDED": (
        QT_TRANSLATE_NOOP("errors", "The rules “{policy}” want a second person's approval."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sent, and your files are untouched."),
        QT_TRANSLATE_NOOP("errors", "Choose “Send” again: the review now says how the second person approves."),
    ),
    "APPROVAL-UNREADABLE": (
        QT_TRANSLATE_NOOP("errors", "This is not a second person's approval, or it is damaged."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sent."),
        QT_TRANSLATE_NOOP("errors", "Open the file that the second person gave back."),
    ),
    "APPROVAL-OTHER": (
        QT_TRANSLATE_NOOP("errors", "The approval is for another preparation, not for one of this computer and these "
                          "rules."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sent: only what the second person saw may leave."),
        QT_TRANSLATE_NOOP("errors", "Open the approval that belongs to these files, or have them approved anew."),
    ),
    "APPROVAL-STOPPED": (
        QT_TRANSLATE_NOOP("errors", "Stopped."),
        QT_TRANSLATE_NOOP("errors", "Nothing was written into the folder, and nothing was sent."),
        QT_TRANSLATE_NOOP("errors", "Prepare the files again when you are ready."),
    ),
    "REPORT-UNREADABLE": (
        QT_TRANSLATE_NOOP("errors", "This folder has no report of a preparation, or the report is damaged."),
        QT_TRANSLATE_NOOP("errors", "Nothing was approved."),
        QT_TRANSLATE_NOOP("errors", "Choose the folder that you were given; “report.json” lies in it."),
    ),
    "REPORT-FILES": (
        QT_TRANSLATE_NOOP("errors", "{file} is missing beside the report, or is not the file it describes."),
        QT_TRANSLATE_NOOP("errors", "Nothing was approved."),
        QT_TRANSLATE_NOOP("errors", "Ask for the whole folder again, just as it was prepared."),
    ),
    "DISK-FULL": (
        QT_TRANSLATE_NOOP("errors", "The disk of this computer is full."),
        QT_TRANSLATE_NOOP("errors", "What was half written is removed. Your files are untouched."),
        _MAKE_ROOM,
    ),
    "PREP-DISK-FULL": (
        QT_TRANSLATE_NOOP("errors", "The disk of this computer is full."),
        QT_TRANSLATE_NOOP("errors", "What was half written is removed. Your files are untouched."),
        _MAKE_ROOM,
    ),
    "SEAL-DISK-FULL": (
        QT_TRANSLATE_NOOP("errors", "The disk of this computer is full."),
        QT_TRANSLATE_NOOP("errors", "What was half written is removed. Your files are untouched."),
        _MAKE_ROOM,
    ),
    "OUTBOX-DISK-FULL": (
        QT_TRANSLATE_NOOP("errors", "The disk has no room for the sealed copy (free: {free_bytes})."),
        KEPT,
        _MAKE_ROOM,
    ),
    "SOURCE-VANISHED": (
        QT_TRANSLATE_NOOP("errors", "File {file_number} of this submission is gone or cannot be read."),
        QT_TRANSLATE_NOOP("errors", "The submission keeps its place and waits for the file."),
        QT_TRANSLATE_NOOP("errors", "Put the file back where it was and try again, or cancel the submission."),
    ),
    "OUTPUT-IS-INPUT": (
        QT_TRANSLATE_NOOP("errors", "A result would take the place of a file that it is made from."),
        QT_TRANSLATE_NOOP("errors", "Nothing was written, and your file is as it was."),
        QT_TRANSLATE_NOOP("errors", "Choose another folder."),
    ),
    "FILE-MISSING": (
        QT_TRANSLATE_NOOP("errors", "A file is no longer where it was."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sent."),
        QT_TRANSLATE_NOOP("errors", "Put it back, or take it off the list and choose it again."),
    ),
    "VCF-MISSING": (
        QT_TRANSLATE_NOOP("errors", "A file is no longer where it was."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sent."),
        QT_TRANSLATE_NOOP("errors", "Put it back, or take it off the list and choose it again."),
    ),
}  # fmt: skip
