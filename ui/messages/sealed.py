"""Words for exit 8: a sealed file, or something sealed on this computer, cannot be read."""

from __future__ import annotations

from ui.messages.marks import QT_TRANSLATE_NOOP, Words

_NOTHING_LEFT = QT_TRANSLATE_NOOP("errors", "No output was left behind.")
_ANOTHER_COPY = QT_TRANSLATE_NOOP("errors", "Get another copy from whoever made it.")

WORDS: dict[str, Words] = {
    "GS-SEALED": (QT_TRANSLATE_NOOP("errors", "The sealed file cannot be read."), _NOTHING_LEFT, _ANOTHER_COPY),
    "SEAL-MAGIC": (
        QT_TRANSLATE_NOOP("errors", "This is not a sealed file."),
        _NOTHING_LEFT,
        QT_TRANSLATE_NOOP(
            "errors", "Check the name. A copy made in text mode is damaged from the start: copy it again."
        ),
    ),
    "SEAL-VERSION": (
        QT_TRANSLATE_NOOP("errors", "This file was sealed by a newer version (format {version})."),
        _NOTHING_LEFT,
        QT_TRANSLATE_NOOP("errors", "Update Genoseal on this computer."),
    ),
    "SEAL-NOT-FOR-KEY": (
        QT_TRANSLATE_NOOP("errors", "This file was not sealed for the key you gave."),
        QT_TRANSLATE_NOOP("errors", "It can be opened with {recipients} other key(s). No output was left behind."),
        QT_TRANSLATE_NOOP("errors", "Use the matching private key, or ask for the file to be sealed to yours."),
    ),
    "SEAL-HEADER": (
        QT_TRANSLATE_NOOP("errors", "The beginning of the sealed file was changed or is damaged."),
        _NOTHING_LEFT,
        _ANOTHER_COPY,
    ),
    "SEAL-BODY": (
        QT_TRANSLATE_NOOP("errors", "The sealed file was changed, cut short or added to."),
        _NOTHING_LEFT,
        _ANOTHER_COPY,
    ),
    "REST-ALTERED": (
        QT_TRANSLATE_NOOP("errors", "Something that Genoseal keeps on this computer does not open any more."),
        QT_TRANSLATE_NOOP("errors", "It was changed, or belongs to another vault. Nothing was overwritten."),
        QT_TRANSLATE_NOOP("errors", "Restore Genoseal's folder together with its keyring or vault from one backup."),
    ),
    "REST-VERSION": (
        QT_TRANSLATE_NOOP("errors", "Something that Genoseal keeps here was written by a newer version."),
        QT_TRANSLATE_NOOP("errors", "Nothing was overwritten."),
        QT_TRANSLATE_NOOP("errors", "Update Genoseal on this computer."),
    ),
    "ENVELOPE-FORM": (
        QT_TRANSLATE_NOOP("errors", "The file that should open with a passphrase is damaged."),
        QT_TRANSLATE_NOOP("errors", "The passphrase was not even tried."),
        QT_TRANSLATE_NOOP("errors", "Use another copy of the file."),
    ),
    "ENVELOPE-COST": (
        QT_TRANSLATE_NOOP("errors", "The file asks for more memory than a passphrase may cost."),
        QT_TRANSLATE_NOOP("errors", "It was not made by Genoseal; the passphrase was not tried."),
        QT_TRANSLATE_NOOP("errors", "Use another copy of the file."),
    ),
    "RESULT-LENGTH": (
        QT_TRANSLATE_NOOP("errors", "The service gave another number of bytes than it signed for."),
        QT_TRANSLATE_NOOP("errors", "The download was thrown away and nothing was opened."),
        QT_TRANSLATE_NOOP("errors", "Try again. If it stays, tell the helpdesk the code."),
    ),
    "RESULT-HASH": (
        QT_TRANSLATE_NOOP("errors", "The bytes that came are not those the service signed for."),
        QT_TRANSLATE_NOOP("errors", "The download was thrown away and nothing was opened."),
        QT_TRANSLATE_NOOP("errors", "Try again. If it stays, tell the helpdesk the code."),
    ),
    "RESULT-OPEN": (
        QT_TRANSLATE_NOOP("errors", "The results do not open with this job's key ({reason})."),
        QT_TRANSLATE_NOOP("errors", "They are the bytes the service signed; nothing was written."),
        QT_TRANSLATE_NOOP("errors", "Tell the helpdesk the code: the service sealed them for another key."),
    ),
}
