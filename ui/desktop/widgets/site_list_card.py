"""The site list of the job: which one, what it is for, and the buttons that choose it or do without."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from ui.desktop.desk import Desk
from ui.desktop.error_words import explain_here, message_code
from ui.desktop.theme import Theme, em_px
from ui.desktop.tokens import SPACE_S
from ui.desktop.widgets.controls import Button
from ui.desktop.widgets.file_dialog import choose_file
from ui.desktop.widgets.folding import FoldingRow
from ui.desktop.widgets.frames import Banner, Card, horizontal
from ui.desktop.widgets.text import Label, PathLabel

_LEAST_NAME_EM = 12


class SiteListCard(Card):
    """Hidden while nothing is to be sent and nobody asks for a list. The choice is the desk's; this shows it."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(spacing=SPACE_S)
        self._desk = desk
        self.name = PathLabel("strong")
        self.words = Label("", "small", wrap=True)
        self.banner = Banner(theme)
        self.choose_button = Button(theme, self.tr("Choose a list…"), icon="folder-open", name="choose-site-list")
        self.remove_button = Button(theme, self.tr("Remove"), kind="ghost", icon="x", name="remove-site-list")
        self.remove_button.setAccessibleName(self.tr("Remove the site list"))
        self.choose_button.clicked.connect(self._choose)
        self.remove_button.clicked.connect(self._remove)
        named = QWidget()
        row = horizontal(Label(self.tr("Site list:")), spacing=SPACE_S)
        row.addWidget(self.name, 1)
        named.setLayout(row)
        named.setMinimumWidth(round(em_px() * _LEAST_NAME_EM))
        self.body.addWidget(FoldingRow(named, FoldingRow(self.choose_button, self.remove_button), grows=0))
        self.body.addWidget(self.words)
        self.body.addWidget(self.banner)
        self.body.setContentsMargins(20, 12, 20, 12)
        self.hide()
        desk.queue_changed.connect(self._refresh)
        desk.site_list.changed.connect(self._refresh)
        self._refresh()

    def _choose(self) -> None:
        lists = "*.vcf *.vcf.gz *.vcf.bgz *.txt *.txt.gz *.tsv *.tsv.gz *.tab *.tab.gz *.legend *.legend.gz *.pvar"
        filters = self.tr("Site lists (%1);;All files (*)").replace("%1", lists)
        if (file := choose_file(self, self.tr("Choose a site list"), filters)) is not None:
            self._desk.site_list.choose(file)

    def _remove(self) -> None:
        self._desk.site_list.remove()
        # The button that was pressed is gone.
        self.choose_button.setFocus()

    def _refresh(self) -> None:
        now = self._desk.site_list
        is_missing = bool(now.wanted_by) and now.file is None
        self.name.show_name(self.tr("none") if now.file is None else now.file.name, 200)
        self.words.setText(self._sentence())
        self.words.set_tone("caution" if is_missing and not now.is_reading else "")
        self.choose_button.setEnabled(not now.is_reading)
        self.remove_button.setVisible(now.file is not None or now.problem is not None)
        if now.problem is None:
            self.banner.clear()
        else:
            told = explain_here(now.problem)
            self.banner.say("problem", f"{told.what} {told.next}".strip(),
                            title=self.tr("This site list cannot be used"), code=message_code(told.code))  # fmt: skip
        said = f"{self.tr('Site list:')} {self.name.accessibleName()}. {self.words.text()}"
        for button in (self.choose_button, self.remove_button):
            button.setAccessibleDescription(said)
        self.setAccessibleName(said)
        is_shown = bool(self._desk.staged) or now.stops_sending or now.file is not None
        was_hidden = self.isHidden()
        self.setVisible(is_shown)
        if is_shown and was_hidden and is_missing:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _sentence(self) -> str:
        """What the list is for here and now."""
        now = self._desk.site_list
        if now.is_reading:
            return self.tr("Reading the list…")
        if now.wanted_by and now.file is None:
            words = self.tr("The rules “%1” send only sites that are on a list: nothing can be sent before you have "
                            "chosen it.")  # fmt: skip
            return words.replace("%1", now.wanted_by)
        if now.wanted_by:
            return self.tr("The rules “%1” send only the sites that are on it.").replace("%1", now.wanted_by)
        if now.file is not None:
            return self.tr("Your files are compared with it: how many of their sites it has, and where alleles or "
                           "strands differ. The list itself stays on this computer.")  # fmt: skip
        return self.tr("Not needed. It shows how many of your sites the reference has, and where alleles differ.")
