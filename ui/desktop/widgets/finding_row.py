"""One finding, as the review and the explanation of a file show it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from ui.desktop.finding_words import advice_words, finding_words, where_words
from ui.desktop.i18n import translate
from ui.desktop.theme import Theme
from ui.desktop.tokens import SPACE_M
from ui.desktop.views import FindingView
from ui.desktop.widgets.controls import IconLabel
from ui.desktop.widgets.frames import horizontal, vertical
from ui.desktop.widgets.text import Label
from ui.desktop.words import count_words, join_words

SEVERITY_ICON = {
    "block": ("circle-alert", "problem"),
    "warn": ("triangle-alert", "caution"),
    "info": ("info", "text_soft"),
    "removed": ("shield-check", "good"),
}
"""Icon and colour of each severity."""


def finding_row(theme: Theme, finding: FindingView) -> QVBoxLayout:
    """What it is, where, what to do, and what the service would say of it."""
    icon, colour = SEVERITY_ICON[finding.severity]
    title = Label(finding_words(finding), "strong", wrap=True)
    if finding.severity in ("block", "warn"):
        title.set_tone(colour)
    place = join_words(where_words(finding.where), f"× {count_words(finding.count)}" if finding.count > 1 else "")
    texts = vertical(title, Label(place, "small", wrap=True), spacing=2)
    if finding.advice and finding.severity in ("block", "warn"):
        texts.addWidget(Label(advice_words(finding), wrap=True))
    if finding.server_text:
        quoted = Label("", "small", wrap=True)
        said = translate("Review", "The service would say: “%1”")
        quoted.set_outside_text(said.replace("%1", finding.server_text), 500)
        texts.addWidget(quoted)
    row = horizontal(spacing=SPACE_M)
    row.addWidget(IconLabel(theme, icon, 1.3, colour), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(texts, 1)
    return vertical(row)
