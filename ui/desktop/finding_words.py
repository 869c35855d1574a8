"""Findings of the preparation in the window's words."""

from __future__ import annotations

from collections.abc import Sequence

from client.model.display import display_text
from ui.desktop.i18n import translate, translate_message
from ui.desktop.views import FindingView, JobFindingView
from ui.messages import class_title, finding_title
from ui.messages.finding_advice import ADVICE, PLACES

MOST_NAMED = 5
_THAN_IN_THE_FIRST = frozenset(("VCF-SAMPLES-DIFFER", "VCF-SAMPLES-ORDER"))
"""Findings whose words speak of the first of their files."""


def finding_words(finding: FindingView) -> str:
    """A finding's title; its code where the shared table has none."""
    return finding_title(finding.code, translate_message)


def class_words(finding_class: str) -> str:
    """What kind of identifying text it is."""
    return class_title(finding_class, translate_message)


def advice_words(finding: FindingView) -> str:
    """What to do about it; the preparation's own English words where the shared table has none."""
    known = ADVICE.get(finding.code)
    return display_text(finding.advice if known is None else translate_message(known), 500)


def where_words(where: str) -> str:
    """The place (never input text); what the format itself names stays as it is."""
    return display_text(", ".join(_place_words(part) for part in where.split(", ")), 120)


def together_words(findings: Sequence[JobFindingView]) -> str:
    """What stops files as one job: each kind once, with the files that it is about and what to do."""
    kinds = {entry.finding.code: entry.finding for entry in findings}
    paragraphs = []
    for code, finding in kinds.items():
        of_kind = [entry for entry in findings if entry.finding.code == code]
        start = 1 if code in _THAN_IN_THE_FIRST else 0
        files = [file.name for file in dict.fromkeys(file for entry in of_kind for file in entry.files[start:])]
        places = [where_words(entry.finding.where) for entry in of_kind]
        named = [display_text(name, 60) for name in files[:MOST_NAMED]] or places[:MOST_NAMED]
        end = "." if max(len(files), len(places)) <= MOST_NAMED else ", …"
        paragraphs.append(f"{finding_words(finding)}: {', '.join(named)}{end} {advice_words(finding)}")
    if any(entry.files for entry in findings):
        words = translate("Findings", "Take out of the list what does not belong to this job, and send it afterwards.")
        paragraphs.append(words)
    return "\n".join(paragraphs)


def _place_words(place: str) -> str:
    for name in sorted(PLACES, key=len, reverse=True):
        if place == name or place.startswith(f"{name} "):
            return translate_message(name) + place[len(name) :]
    return place
