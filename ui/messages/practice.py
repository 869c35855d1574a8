"""Words about the practice service, for exit 2: it is not here, or cannot start as it was asked to."""

from __future__ import annotations

from ui.messages.marks import QT_TRANSLATE_NOOP, Words

_NOTHING = QT_TRANSLATE_NOOP("errors", "Nothing was started, and no file of yours is touched.")

WORDS: dict[str, Words] = {
    "PRACTICE-MISSING": (
        QT_TRANSLATE_NOOP("errors", "The practice service is not part of this installation."),
        QT_TRANSLATE_NOOP(
            "errors", "Your files are untouched. A plain installation listens nowhere and carries no server."
        ),
        QT_TRANSLATE_NOOP(
            "errors", "Install Genoseal with it, from a checkout: installers/install-from-wheel --practice"
        ),
    ),
    "PRACTICE-START": (
        QT_TRANSLATE_NOOP("errors", "The practice service does not start."),
        _NOTHING,
        QT_TRANSLATE_NOOP("errors", "Try again with another --data folder."),
    ),
    "PRACTICE-ADDRESS": (
        QT_TRANSLATE_NOOP("errors", "The practice service listens on this computer only, never on a network."),
        _NOTHING,
        QT_TRANSLATE_NOOP("errors", "Use it from this computer."),
    ),
    "PRACTICE-PORT": (
        QT_TRANSLATE_NOOP("errors", "Port {port} is taken or not allowed."),
        _NOTHING,
        QT_TRANSLATE_NOOP("errors", "Choose another --port, or leave it out."),
    ),
    "PRACTICE-FOLDER": (
        QT_TRANSLATE_NOOP("errors", "The practice service's data folder cannot be used."),
        _NOTHING,
        QT_TRANSLATE_NOOP("errors", "Choose a --data folder that you may write to, on a disk with room."),
    ),
    "PRACTICE-FOLDER-IN-USE": (
        QT_TRANSLATE_NOOP("errors", "Another practice service uses this data folder."),
        _NOTHING,
        QT_TRANSLATE_NOOP("errors", "End that one, or choose another --data folder."),
    ),
    "PRACTICE-NEWER-DATA": (
        QT_TRANSLATE_NOOP("errors", "The data folder was written by a newer version of Genoseal."),
        _NOTHING,
        QT_TRANSLATE_NOOP("errors", "Update Genoseal, or choose another --data folder."),
    ),
    "PRACTICE-START-TIMEOUT": (
        QT_TRANSLATE_NOOP("errors", "The practice service did not answer in time."),
        _NOTHING,
        QT_TRANSLATE_NOOP("errors", "The computer may be very busy. Try again."),
    ),
}
