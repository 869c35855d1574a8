"""Settings: language, looks, network, folders, backups, the workstation check, and what the institution has set."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.desktop.bridge import Call
from ui.desktop.check_words import check_words
from ui.desktop.desk import Desk
from ui.desktop.dialogs.backup import BackupSheet
from ui.desktop.dialogs.profile import ProfileSheet
from ui.desktop.error_words import show_error
from ui.desktop.i18n import LANGUAGES
from ui.desktop.theme import Theme, em_px
from ui.desktop.tokens import SPACE_L, SPACE_M
from ui.desktop.views import CheckView, SettingView
from ui.desktop.widgets.controls import Button, Choice, Field, IconLabel
from ui.desktop.widgets.file_dialog import choose_folder
from ui.desktop.widgets.frames import Card, Page, clear_layout, horizontal, vertical
from ui.desktop.widgets.text import Label
from ui.desktop.words import day_words, join_words

RATES_MB_PER_S = (1, 2, 5, 10, 25, 50, 100)
_CHECK_ICON = {True: ("circle-check", "good"), False: ("circle-alert", "problem"), None: ("info", "text_soft")}


class SettingsPage(Page):
    """`language_wanted` and `scheme_wanted` take effect at once; everything else is written when it is changed."""

    language_wanted = Signal(str)
    scheme_wanted = Signal(str)

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme, "", "")
        self.title.setText(self.tr("Settings"))
        self.subtitle.setText(self.tr("What carries a lock is set by your institution."))
        self.setAccessibleName(self.title.text())
        self._desk = desk
        self._values: dict[str, SettingView] = {}
        self._grid_row = 0
        self._locks: dict[str, QWidget] = {}
        self._editors: dict[str, QWidget] = {}
        self.body.addWidget(self._build_profile(theme))
        self.body.addWidget(self._build_looks(theme))
        self.body.addWidget(self._build_sending(theme))
        self.body.addWidget(self._build_backup(theme))
        self.body.addWidget(self._build_checks(theme))
        self.body.addStretch(1)
        desk.profile_changed.connect(self._show_profile)
        self._show_profile()
        self._show_checks(())

    # ---- building

    def _build_profile(self, theme: Theme) -> Card:
        self.institution = Label("", "strong", wrap=True)
        self.profile_facts = Label("", "muted", wrap=True)
        self.fingerprint = Label("", "mono", selectable=True)
        self.profile_button = Button(theme, self.tr("Open a profile…"), icon="building-2", name="open-profile")
        self.profile_button.clicked.connect(self.open_profile)
        card = Card(spacing=SPACE_M)
        card.body.addLayout(horizontal(Label(self.tr("Your institution"), "h2"), None, self.profile_button))
        card.body.addLayout(vertical(self.institution, self.profile_facts, self.fingerprint, spacing=4))
        return card

    def _build_looks(self, theme: Theme) -> Card:
        self.language = Choice(
            theme, self.tr("Language"), (("system", self.tr("Like the system")), *LANGUAGES), name="language"
        )
        self.scheme = Choice(
            theme, self.tr("Appearance"),
            (("system", self.tr("Like the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))),
            name="theme",
        )  # fmt: skip
        self.language.activated.connect(self._language_chosen)
        self.scheme.activated.connect(self._scheme_chosen)
        card, grid = self._card(self.tr("Window"))
        self._add(grid, "language", self.tr("Language"), self.language)
        self._add(grid, "theme", self.tr("Appearance"), self.scheme)
        return card

    def _build_sending(self, theme: Theme) -> Card:
        self.proxy = Field(self.tr("Proxy"), placeholder="http://proxy.example:3128", name="proxy")
        self.proxy.editingFinished.connect(self._proxy_edited)
        rates = ((str(rate * 1_000_000), f"{rate} MB/s") for rate in RATES_MB_PER_S)
        self.rate = Choice(theme, self.tr("Upload at most"), (("0", self.tr("no limit")), *rates), name="rate")
        self.rate.activated.connect(self._rate_chosen)
        parallel = [(str(number), str(number)) for number in range(1, 5)]
        self.parallel = Choice(theme, self.tr("Files at the same time"), parallel, name="parallel")
        self.parallel.activated.connect(self._parallel_chosen)
        self.folder = Label("", wrap=True)
        self.folder_button = Button(theme, self.tr("Choose…"), icon="folder-open", name="results-folder")
        self.folder_button.clicked.connect(self._folder_chosen)
        card, grid = self._card(self.tr("Sending and results"))
        self._add(grid, "proxy", self.tr("Proxy"), self.proxy)
        self._add(grid, "rate_limit_bytes_per_s", self.tr("Upload at most"), self.rate)
        self._add(grid, "parallel_files", self.tr("Files at the same time"), self.parallel)
        place = QWidget()
        place.setLayout(horizontal(self.folder, self.folder_button, None))
        self._add(grid, "results_folder", self.tr("Results go to"), place)
        return card

    def _build_backup(self, theme: Theme) -> Card:
        self.backup_button = Button(theme, self.tr("Back up…"), icon="save", name="backup")
        self.restore_button = Button(theme, self.tr("Bring back…"), icon="rotate-ccw", name="bring-back")
        self.backup_button.clicked.connect(self._back_up)
        self.restore_button.clicked.connect(self._bring_back)
        words = Label(
            self.tr("The pseudonym maps bring the names back, and the keys open your results. Without a backup they "
                    "are lost with this computer."),
            "muted", wrap=True,
        )  # fmt: skip
        return Card(
            Label(self.tr("Pseudonym maps and keys"), "h2"),
            words,
            horizontal(self.backup_button, self.restore_button, None),
            spacing=SPACE_M,
        )

    def _build_checks(self, theme: Theme) -> Card:
        self.check_button = Button(theme, self.tr("Check now"), icon="refresh-cw", name="check-workstation")
        self.check_button.clicked.connect(self.check_workstation)
        self.check_rows = QGridLayout()
        self.check_rows.setHorizontalSpacing(SPACE_M)
        self.check_rows.setVerticalSpacing(SPACE_M)
        self.check_rows.setColumnStretch(2, 1)
        card = Card(spacing=SPACE_M)
        card.body.addLayout(horizontal(Label(self.tr("Workstation check"), "h2"), None, self.check_button))
        card.body.addLayout(self.check_rows)
        return card

    def _card(self, title: str) -> tuple[Card, QGridLayout]:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_L)
        grid.setVerticalSpacing(SPACE_M)
        grid.setColumnMinimumWidth(0, round(em_px() * 11))
        grid.setColumnStretch(3, 1)
        card = Card(Label(title, "h2"), spacing=SPACE_M)
        card.body.addLayout(grid)
        return card, grid

    def _add(self, grid: QGridLayout, name: str, words: str, editor: QWidget) -> None:
        label = Label(words, "muted")
        label.setBuddy(editor)
        row = grid.rowCount()
        lock = QWidget()
        lock_words = Label(self.tr("Set by your institution"), "small")
        lock.setLayout(horizontal(IconLabel(self.theme, "lock", 1.1), lock_words, None))
        lock.hide()
        if isinstance(editor, (Field, Choice)):
            editor.setFixedWidth(round(em_px() * 20))
        grid.addWidget(label, row, 0)
        grid.addWidget(editor, row, 1)
        grid.addWidget(lock, row, 2)
        self._locks[name], self._editors[name] = lock, editor

    # ---- showing

    def shown(self) -> None:
        """Read the settings."""
        if self._desk.core is not None:
            self._desk.bridge.run(Call(self._desk.core.settings), done=self._known, failed=self._failed)

    def _known(self, values: dict[str, SettingView]) -> None:
        self._values = values
        self.language.set_value(str(values["language"].value))
        self.scheme.set_value(str(values["theme"].value))
        self.proxy.setText(str(values["proxy"].value))
        for choice, name in ((self.rate, "rate_limit_bytes_per_s"), (self.parallel, "parallel_files")):
            value = str(values[name].value)
            if choice.findData(value) < 0:
                choice.addItem(value, value)
            choice.set_value(value)
        folder = str(values["results_folder"].value)
        self.folder.set_outside_text(folder or self.tr("asked for each time"), 200)
        for name, lock in self._locks.items():
            locked = name in values and values[name].is_locked
            lock.setVisible(locked)
            self._editors[name].setEnabled(not locked)

    def _show_profile(self) -> None:
        installed = self._desk.profile
        if installed is None:
            self.institution.setText(self.tr("No profile is installed."))
            self.profile_facts.setText(
                self.tr("Your institution gives you a file and, on paper or on its own page, a fingerprint.")
            )
            self.fingerprint.setText("")
            return
        profile = installed.profile
        self.institution.set_outside_text(profile.institution, 120)
        environment = {
            "practice": self.tr("practice"), "test": self.tr("test"), "production": self.tr("production"),
        }.get(profile.environment, profile.environment)  # fmt: skip
        ends = self.tr("valid until %1").replace("%1", day_words(profile.not_after.isoformat()))
        source = {
            "system": self.tr("installed with the computer"),
            "user": self.tr("opened by you"),
            "service": self.tr("renewed by the service"),
        }.get(installed.source, "")
        serial = self.tr("profile %1").replace("%1", str(profile.serial))
        self.profile_facts.setText(
            join_words(profile.service.origin.removeprefix("https://"), environment, serial, ends, source)
        )
        self.fingerprint.setText(installed.key_fingerprint)
        self.fingerprint.setAccessibleName(self.tr("Fingerprint %1").replace("%1", installed.key_fingerprint))
        self.profile_button.setVisible(installed.source != "system")

    # ---- doing

    def open_profile(self) -> None:
        """Choose a profile file, type its fingerprint, install it."""
        sheet = ProfileSheet(self.theme, self, self._desk.bridge, self._desk.need())
        if sheet.exec() == ProfileSheet.DialogCode.Accepted:
            self._desk.refresh()
            self.banner.say("good", self.tr("The profile is installed."))
        sheet.deleteLater()

    def check_workstation(self) -> None:
        """Run all checks; some speak to the service."""
        self.check_button.setEnabled(False)
        self._desk.bridge.run(
            Call(self._desk.need().checks), done=self._show_checks, failed=self._check_failed, lane="checks"
        )

    def _show_checks(self, checks: tuple[CheckView, ...]) -> None:
        self.check_button.setEnabled(True)
        clear_layout(self.check_rows)
        if not checks:
            words = self.tr("Disk encryption, screen lock, keyring, clock, and who answers in the service's name.")
            self.check_rows.addWidget(Label(words, "muted", wrap=True), 0, 0, 1, 3)
        for row, check in enumerate(checks):
            title, detail, to_do = check_words(check)
            icon, colour = _CHECK_ICON[check.ok]
            texts = vertical(Label(detail, wrap=True), spacing=2)
            if to_do:
                texts.addWidget(Label(to_do, "small", wrap=True))
            top = Qt.AlignmentFlag.AlignTop
            self.check_rows.addWidget(IconLabel(self.theme, icon, 1.3, colour), row, 0, top)
            self.check_rows.addWidget(Label(title, "strong"), row, 1, top)
            self.check_rows.addLayout(texts, row, 2)

    def _check_failed(self, error: Exception) -> None:
        self.check_button.setEnabled(True)
        self._failed(error)

    def _back_up(self) -> None:
        self._run_backup(bring_back=False)

    def _bring_back(self) -> None:
        self._run_backup(bring_back=True)

    def _run_backup(self, *, bring_back: bool) -> None:
        sheet = BackupSheet(self.theme, self, self._desk.bridge, self._desk.need(), bring_back=bring_back)
        if sheet.exec() == BackupSheet.DialogCode.Accepted:
            self.banner.say("good", sheet.outcome)
        sheet.deleteLater()

    def _language_chosen(self) -> None:
        self._change("language", self.language.value())

    def _scheme_chosen(self) -> None:
        self._change("theme", self.scheme.value())

    def _proxy_edited(self) -> None:
        self._change("proxy", self.proxy.text().strip())

    def _rate_chosen(self) -> None:
        self._change("rate_limit_bytes_per_s", int(self.rate.value()))

    def _parallel_chosen(self) -> None:
        self._change("parallel_files", int(self.parallel.value()))

    def _folder_chosen(self) -> None:
        folder = choose_folder(self, self.tr("Where should results go?"))
        if folder is not None:
            self._change("results_folder", str(folder))

    def _change(self, name: str, value: str | int) -> None:
        known = self._values.get(name)
        if known is None or known.value == value:
            return
        work = Call(self._desk.need().change_setting, name, value)
        self._desk.bridge.run(work, done=self._changed, failed=self._failed)

    def _changed(self, values: dict[str, SettingView]) -> None:
        before = self._values
        self.banner.clear()
        self._known(values)
        if before["theme"].value != values["theme"].value:
            self.scheme_wanted.emit(str(values["theme"].value))
        if before["language"].value != values["language"].value:
            self.language_wanted.emit(str(values["language"].value))

    def _failed(self, error: Exception) -> None:
        show_error(self.banner, error)
        if self._values:
            self._known(self._values)


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
