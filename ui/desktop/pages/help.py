"""Help: what to do, the helpdesk's page, the support code, diagnostics, practice mode."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from client.model.display import display_text
from client.tasks.versions import program_version
from ui.desktop.bridge import Call
from ui.desktop.desk import Desk
from ui.desktop.dialogs.sheet import Sheet
from ui.desktop.error_words import show_error
from ui.desktop.theme import Theme
from ui.desktop.tokens import SPACE_L, SPACE_M, TILE_EM
from ui.desktop.widgets.controls import Button
from ui.desktop.widgets.file_dialog import choose_new_file
from ui.desktop.widgets.folding import FoldingRow
from ui.desktop.widgets.frames import Card, Page, Tile, horizontal, vertical
from ui.desktop.widgets.text import Label, TextView
from ui.desktop.words import join_words

ENVIRONMENT_LETTER = {"production": "P", "test": "T", "practice": "X"}
"""In the support code; practice is a rehearsal and must not be taken for production."""


class HelpPage(Page):
    """`practice_wanted(True)` starts practice mode, `practice_wanted(False)` ends it."""

    practice_wanted = Signal(bool)

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme)
        self.entitle(self.tr("Help"), self.tr("Step by step, and what to tell the helpdesk."))
        self._desk = desk
        self.body.addWidget(self._build_steps(theme))
        self.practice = Tile(theme, "graduation-cap", self.tr("Practice mode"))
        self.practice_button = self.practice.add_button(Button(theme, "", icon="graduation-cap", name="practice"))
        self.practice_button.clicked.connect(self._practice_clicked)
        self.helpdesk = Tile(theme, "life-buoy", self.tr("Helpdesk"))
        self.code_button = self.helpdesk.add_button(
            Button(theme, self.tr("Copy support code"), icon="copy", name="support-code")
        )
        self.guide = Tile(theme, "printer", self.tr("One page for the helpdesk"))
        self.guide.say(
            self.tr("The six steps of the six-digit code with pictures of this window, and what each message means.")
        )
        self.guide_button = self.guide.add_button(Button(theme, self.tr("Save as PDF…"), icon="printer", name="guide"))
        self.diagnostics = Tile(theme, "scan-line", self.tr("Diagnostics"))
        self.diagnostics.say(
            self.tr("Versions, checks and message codes for the helpdesk. You see all of it before it is saved; it "
                    "holds no name, path or file content.")
        )  # fmt: skip
        self.diagnostics_button = self.diagnostics.add_button(
            Button(theme, self.tr("Show diagnostics…"), icon="search", name="diagnostics")
        )
        for button, slot in (
            (self.code_button, self._copy_code),
            (self.guide_button, self._save_guide),
            (self.diagnostics_button, self._show_diagnostics),
        ):
            button.clicked.connect(slot)
        for left, right in ((self.practice, self.helpdesk), (self.guide, self.diagnostics)):
            self.body.addWidget(FoldingRow(left, right, spacing=SPACE_L, equal_em=TILE_EM))
        self.body.addStretch(1)
        desk.profile_changed.connect(self._refresh)
        self._refresh()

    def _build_steps(self, theme: Theme) -> Card:
        card = Card(Label(self.tr("From your files to results"), "h2"), spacing=SPACE_M)
        for number, (title, words) in enumerate(
            (
                (self.tr("Drop your files under “Send”"),
                 self.tr("VCF, compressed VCF or BCF. They are looked into on this computer; a red “Needs you” says "
                         "what to change.")),
                (self.tr("Review and confirm"),
                 self.tr("You see what identifies somebody, what leaves, and confirm the consent.")),
                (self.tr("Wait, or close the window"),
                 self.tr("Sending survives breaks, sleep and a restart; it goes on where it stopped.")),
                (self.tr("Fetch the results"),
                 self.tr("They are checked, opened and get the original names back, on this computer only.")),
                (self.tr("Delete the job"),
                 self.tr("The service deletes by itself after its time, or at once under “Jobs”, and signs that it "
                         "did.")),
            ),
            1,
        ):  # fmt: skip
            row = horizontal(spacing=SPACE_M)
            row.addWidget(Label(str(number), "step"), 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(vertical(Label(title, "strong", wrap=True), Label(words, "muted", wrap=True), spacing=2), 1)
            card.body.addLayout(row)
        return card

    def _refresh(self) -> None:
        installed = self._desk.profile
        practising = installed is not None and installed.profile.environment == "practice"
        self.practice_button.setText(self.tr("End practice") if practising else self.tr("Start practice"))
        if practising:
            self.practice.say(self.tr("On. Everything you do is rehearsal and ends with it."), "caution")
        else:
            self.practice.say(
                self.tr("A whole receiving service on this computer, with one click. Try everything with your own "
                        "files; nothing leaves.")
            )  # fmt: skip
        desk = installed.profile.helpdesk if installed is not None else None
        if installed is None:
            self.helpdesk.say(self.tr("No profile is installed yet that could name a helpdesk. Ask your local IT."))
        elif desk is None or not (desk.phone or desk.email):
            self.helpdesk.say(self.tr("Your institution's profile names no helpdesk. Ask your local IT."))
        else:
            lines = (join_words(desk.phone, desk.hours), desk.email)
            self.helpdesk.say("\n".join(display_text(line, 200) for line in lines if line))

    def support_code(self) -> str:
        """What a helpdesk needs to hear first: program, profile, place of the secrets. No name, no address."""
        installed, account = self._desk.profile, self._desk.account
        profile = (
            "-"
            if installed is None
            else f"{ENVIRONMENT_LETTER[installed.profile.environment]}{installed.profile.serial}"
        )
        key = "" if installed is None else installed.key_fingerprint[:4]
        store = (account.store if account is not None else "")[:1].upper() or "-"
        return f"GS {program_version()} {profile} {key} {store}".replace("  ", " ").strip()

    def _copy_code(self) -> None:
        code = self.support_code()
        QGuiApplication.clipboard().setText(code)
        self.banner.say("good", self.tr("Copied: %1").replace("%1", code))

    def _practice_clicked(self) -> None:
        installed = self._desk.profile
        self.practice_wanted.emit(installed is None or installed.profile.environment != "practice")

    def _save_guide(self) -> None:
        file = choose_new_file(self, self.tr("Save the helpdesk's page"), "PDF (*.pdf)", "genoseal-helpdesk.pdf")
        if file is not None:
            self.write_guide(file)

    def write_guide(self, file: Path) -> None:
        """Draw the page into `file`."""
        from ui.desktop.guide import write_guide

        try:
            write_guide(self.theme, file)
        except OSError as error:
            show_error(self.banner, error)
        else:
            self.banner.say("good", self.tr("The page is saved."))

    def _show_diagnostics(self) -> None:
        self.diagnostics_button.setEnabled(False)
        self._desk.bridge.run(
            Call(self._desk.need().diagnostics), done=self._diagnostics_known, failed=self._failed, lane="checks"
        )

    def _diagnostics_known(self, text: str) -> None:
        self.diagnostics_button.setEnabled(True)
        sheet = DiagnosticsSheet(self.theme, self, text)
        if sheet.exec() == QDialog.DialogCode.Accepted:
            file = choose_new_file(self, self.tr("Save diagnostics"), "JSON (*.json)", "genoseal-diagnostics.json")
            if file is not None:
                work = Call(self._desk.need().save_diagnostics, text, file)
                self._desk.bridge.run(work, done=self._saved, failed=self._failed)
        sheet.deleteLater()

    def _saved(self, _nothing: object) -> None:
        self.banner.say("good", self.tr("Saved. Nothing was sent; mail the file yourself."))

    def _failed(self, error: Exception) -> None:
        self.diagnostics_button.setEnabled(True)
        show_error(self.banner, error)


class DiagnosticsSheet(Sheet):
    """The whole text, before anything is saved."""

    def __init__(self, theme: Theme, parent: HelpPage, text: str) -> None:
        super().__init__(theme, parent, size_em=(56, 44))
        self.entitle(self.tr("Diagnostics"), self.tr("This is all that would be saved. Read it first."))
        self.view = TextView(text, self.title.text(), 18)
        self.body.addWidget(self.view, 1)
        self.add_close_button(self.tr("Close"))
        save = self.add_button(Button(theme, self.tr("Save…"), kind="primary", icon="save", name="save"))
        save.clicked.connect(self.accept)
