"""Words for exits 3 and 4: the files need the user, or the recheck stopped what was prepared."""

from __future__ import annotations

from ui.messages.marks import QT_TRANSLATE_NOOP, Words

WORDS: dict[str, Words] = {
    "GS-INPUT": (
        QT_TRANSLATE_NOOP("errors", "The input needs you."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sent and nothing was kept."),
        QT_TRANSLATE_NOOP("errors", "“genoseal inspect” shows what to change."),
    ),
    "FINDINGS-BLOCK": (
        QT_TRANSLATE_NOOP("errors", "Something in the files has to be changed first ({count})."),
        QT_TRANSLATE_NOOP("errors", "Nothing was prepared and nothing left this computer."),
        QT_TRANSLATE_NOOP("errors", "Each line marked “stops” says what to do."),
    ),
    "FILE-UNREADABLE": (
        QT_TRANSLATE_NOOP("errors", "The file is there but cannot be read."),
        QT_TRANSLATE_NOOP("errors", "Nothing was done."),
        QT_TRANSLATE_NOOP("errors", "Check that you may read it and that its disk is connected."),
    ),
    "MAP-UNREADABLE": (
        QT_TRANSLATE_NOOP("errors", "This is not a pseudonym map, or it is damaged."),
        QT_TRANSLATE_NOOP("errors", "No names were put back."),
        QT_TRANSLATE_NOOP("errors", "Maps lie in Genoseal's folder, under maps/; an export must be imported first."),
    ),
    "SEAL-SOURCE-UNREADABLE": (
        QT_TRANSLATE_NOOP("errors", "The file is there but cannot be read."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sealed or opened."),
        QT_TRANSLATE_NOOP("errors", "Check that you may read it and that its disk is connected."),
    ),
    "VCF-UNREADABLE": (
        QT_TRANSLATE_NOOP("errors", "The file is damaged or is not VCF."),
        QT_TRANSLATE_NOOP("errors", "Nothing of it was prepared."),
        QT_TRANSLATE_NOOP("errors", "Make or copy the file again."),
    ),
    "GS-RECHECK": (
        QT_TRANSLATE_NOOP("errors", "The second check did not agree with the first."),
        QT_TRANSLATE_NOOP("errors", "What was prepared is thrown away; nothing readable was ever sent."),
        QT_TRANSLATE_NOOP("errors", "Please report it with the code: this should never happen."),
    ),
    "RECHECK-FAILED": (
        QT_TRANSLATE_NOOP("errors", "The second check did not agree with the first."),
        QT_TRANSLATE_NOOP("errors", "What was prepared is thrown away; nothing readable was ever sent."),
        QT_TRANSLATE_NOOP("errors", "Please report it with the code: this should never happen."),
    ),
}
