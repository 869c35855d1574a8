"""Findings of the preparation in the window's words."""

from __future__ import annotations

from client.model.display import display_text
from ui.desktop.i18n import translate, translate_message
from ui.desktop.views import FindingView
from ui.messages import finding_title
from ui.messages.finding_advice import ADVICE, PLACES


def finding_words(finding: FindingView) -> str:
    """A finding's title; its code where the shared table has none."""
    return finding_title(finding.code, translate_message)


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


def advice_words(finding: FindingView) -> str:
    """What to do about it; the preparation's own English words where the shared table has none."""
    known = ADVICE.get(finding.code)
    return display_text(finding.advice if known is None else translate_message(known), 500)


def where_words(where: str) -> str:
    """The place (never input text); what the format itself names stays as it is."""
    return display_text(", ".join(_place_words(part) for part in where.split(", ")), 120)


def _place_words(place: str) -> str:
    for name in sorted(PLACES, key=len, reverse=True):
        if place == name or place.startswith(f"{name} "):
            return translate_message(name) + place[len(name) :]
    return place
