"""Findings of the preparation in the window's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from client.model.display import display_text
from ui.desktop.i18n import translate
from ui.desktop.views import FindingView
from ui.messages import finding_title


def finding_words(finding: FindingView) -> str:
    """A finding's title; its code where the shared table has none."""
    return finding_title(finding.code, _translate_error)


def class_words(finding_class: str) -> str:
    """What kind of identifier it is."""
    return {
        "sample-name": translate("Findings", "Sample name"),
        "person": translate("Findings", "Name of a person"),
        "path": translate("Findings", "File path"),
        "user": translate("Findings", "User name"),
        "host": translate("Findings", "Computer name"),
        "email": translate("Findings", "E-mail address"),
        "date": translate("Findings", "Date"),
        "number": translate("Findings", "Identity number"),
        "command": translate("Findings", "Command line"),
    }.get(finding_class, display_text(finding_class, 40))


def where_words(where: str) -> str:
    """The place, as the preparation names it (never input text)."""
    return display_text(where, 120)


def _translate_error(text: str) -> str:
    return QCoreApplication.translate("errors", text)
