"""The second person's dialog: open the folder that was handed over, read the report, say yes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from client.model.display import display_text
from client.model.handover import APPROVAL_NAME
from ui.desktop.bridge import Bridge, Call
from ui.desktop.core import Core
from ui.desktop.dialogs.sheet import Sheet
from ui.desktop.error_words import show_error
from ui.desktop.finding_words import class_words
from ui.desktop.models.queue_rows import chromosome_words
from ui.desktop.system.outside import show_outside
from ui.desktop.theme import Theme, em_px
from ui.desktop.tokens import SPACE_L, SPACE_M
from ui.desktop.views import ApprovalView, ReportView
from ui.desktop.widgets.controls import Button, CheckBox, Field
from ui.desktop.widgets.file_dialog import choose_folder, choose_new_file
from ui.desktop.widgets.folding import FoldingRow
from ui.desktop.widgets.frames import Banner, Card, clear_layout, horizontal, vertical
from ui.desktop.widgets.text import Label
from ui.desktop.words import build_words, count_words, join_words


class ApproveSheet(Sheet):
    """Shows what is to leave and takes the second person's id and word. `user` is who is signed in here, or empty."""

    def __init__(self, theme: Theme, parent: QWidget, bridge: Bridge, core: Core, user: str) -> None:
        super().__init__(theme, parent, icon="users-round", size_em=(48, 0))
        self._bridge, self._core = bridge, core
        self._report: ReportView | None = None
        self.entitle(
            self.tr("Approve for somebody else"),
            self.tr("Open the folder that you were given. Its files are compared with the report; nothing is sent from "
                    "here, and nothing in the folder is changed."),
        )  # fmt: skip
        self.folder_button = Button(theme, self.tr("Open the folder…"), icon="folder-open", name="approve-folder")
        self.folder_button.clicked.connect(self._choose_folder)
        self.page_button = Button(theme, self.tr("Read the report"), icon="file-text", name="read-report")
        self.page_button.clicked.connect(self._read_page)
        self.body.addWidget(FoldingRow(self.folder_button, self.page_button))
        self.banner = Banner(theme)
        self.body.addWidget(self.banner)
        self.facts = Card(spacing=SPACE_M)
        self._facts_place = QVBoxLayout()
        self.facts.body.addLayout(self._facts_place)
        self.answer = self._build_answer(theme, user)
        inner = QWidget()
        inner.setLayout(vertical(self.facts, self.answer, None, spacing=SPACE_M))
        self._facts_area = self.scrolling(inner)
        self.close_button = self.add_close_button(self.tr("Close"))
        self.approve_button = self.add_button(
            Button(theme, self.tr("Approve…"), kind="primary", icon="check", name="approve"), is_default=True
        )
        self.approve_button.clicked.connect(self._choose_file)
        for widget in (self.facts, self.answer, self.page_button):
            widget.hide()
        self._refresh()

    def look_at(self, folder: Path) -> None:
        """Read the report in `folder` and compare the files beside it."""
        self._report = None
        self.banner.say("info", self.tr("Comparing the files with the report …"))
        self.folder_button.setEnabled(False)
        self._refresh()
        self._bridge.run(
            Call(self._core.report_to_approve, folder), done=self._known, failed=self._failed, lane="approving"
        )

    def approve_into(self, file: Path) -> None:
        """Write the approval to `file`."""
        if self._report is None:
            return
        self.approve_button.setEnabled(False)
        work = Call(self._core.approve, self._report.folder, self.approver.text().strip(), file)
        self._bridge.run(work, done=self._approved, failed=self._failed, lane="approving")

    def _build_answer(self, theme: Theme, user: str) -> Card:
        self.approver = Field(self.tr("Your own id at the service"), name="approver")
        self.approver.setText(user)
        self.approver.setMinimumWidth(round(em_px() * 16))
        self.approver.textChanged.connect(self._refresh)
        label = Label(self.approver.accessibleName(), "muted", wrap=True)
        label.setBuddy(self.approver)
        words = self.tr("I have read the report, I am not the person who sends, and this may leave.")
        self.consent = CheckBox(theme, label=words, name="approve-consent")
        self.consent.toggled.connect(self._refresh)
        row = horizontal(spacing=SPACE_M)
        row.addWidget(self.consent, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(words, wrap=True), 1)
        card = Card(spacing=SPACE_M)
        card.body.addWidget(FoldingRow(label, self.approver, spacing=SPACE_M))
        card.body.addLayout(row)
        return card

    def _known(self, report: ReportView) -> None:
        self._report = report
        self.folder_button.setEnabled(True)
        self.banner.say("good", self.tr("The files are those of the report."))
        clear_layout(self._facts_place)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_L)
        grid.setVerticalSpacing(0)
        for column, (number, words) in enumerate(
            (
                (count_words(len(report.chromosomes)), self.tr("file(s)", "", len(report.chromosomes))),
                (count_words(report.samples), self.tr("sample(s) under pseudonyms", "", report.samples)),
                (
                    count_words(report.records_kept),
                    self.tr("record(s), of %1 read", "", report.records_kept)
                    .replace("%1", count_words(report.records_in)),
                ),
            )
        ):  # fmt: skip
            grid.addWidget(Label(number, "number"), 0, column)
            grid.addWidget(Label(words, "small", wrap=True), 1, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        self._facts_place.addLayout(grid)
        removed = join_words(*(class_words(kind) for kind in report.removed)) or self.tr("nothing")
        chromosomes = chromosome_words(report.chromosomes)
        for line in (
            Label(self.tr("Rules: %1").replace("%1", display_text(report.policy, 60)), wrap=True),
            Label(self.tr("What is there: %1").replace("%1", chromosomes), wrap=True),
            self._build_line(report),
            Label(self.tr("Taken away: %1").replace("%1", removed), wrap=True),
        ):
            self._facts_place.addWidget(line)
        self.page_button.setVisible(report.page is not None)
        self.facts.show()
        self.answer.show()
        self.approver.setFocus()
        self._refresh()

    def _build_line(self, report: ReportView) -> Label:
        """The genome build, who said it, and what speaks for or against it."""
        said = report.build_said
        words = self.tr("Genome build: %1").replace("%1", join_words(*(build_words(build) for build in report.builds)))
        who = ""
        if said.by_header and said.by_person:
            who = self.tr("some headers say it; of the other files whoever prepared them said it")
        elif said.by_header:
            who = self.tr("the headers say it")
        elif said.by_person:
            who = self.tr("whoever prepared the files said it; the headers do not")
        words += f" ({who})" if who else ""
        if said.is_doubtful:
            words += ". " + self.tr("Well-known variants lie where the other build has them.")
        elif said.is_confirmed:
            words += ". " + self.tr("Well-known variants lie where it has them.")
        return Label(words, wrap=True, tone="caution" if said.is_doubtful else "")

    def _approved(self, approval: ApprovalView) -> None:
        self._report = None
        for widget in (self.words, self.answer, self.approve_button, self.folder_button):
            widget.hide()
        words = self.tr("Give the file “%1” to the person who sends; they open it in their review.")
        self.banner.say("good", words.replace("%1", display_text(approval.file.name, 80)), title=self.tr("Approved"))
        self.close_button.setFocus()

    def _failed(self, error: Exception) -> None:
        self.folder_button.setEnabled(True)
        show_error(self.banner, error)
        self.banner.way_out.hide()
        self._refresh()

    def _refresh(self) -> None:
        is_shown = self._report is not None
        for widget in (self._facts_area, self.facts, self.answer):
            widget.setVisible(is_shown)
        self.page_button.setVisible(self._report is not None and self._report.page is not None)
        self.approve_button.setEnabled(is_shown and self.consent.isChecked() and bool(self.approver.text().strip()))

    def _choose_folder(self) -> None:
        folder = choose_folder(self, self.tr("Open the folder that you were given"))
        if folder is not None:
            self.look_at(folder)

    def _choose_file(self) -> None:
        file = choose_new_file(self, self.tr("Where should the approval be saved?"), "JSON (*.json)", APPROVAL_NAME)
        if file is not None:
            self.approve_into(file)

    def _read_page(self) -> None:
        if self._report is not None and self._report.page is not None:
            show_outside(self._report.page)
