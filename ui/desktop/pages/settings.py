"""Settings: language, looks, network, folders, backups, the workstation check, and what the institution has set."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.desktop.bridge import Call
from ui.desktop.check_words import check_words
from ui.desktop.desk import Desk
from ui.desktop.dialogs.backup import BackupSheet
from ui.desktop.dialogs.profile import ProfileSheet
from ui.desktop.dialogs.proxy import ProxySheet
from ui.desktop.error_words import show_error
from ui.desktop.i18n import LANGUAGES
from ui.desktop.theme import Theme, em_px
from ui.desktop.tokens import SPACE_L, SPACE_M, SPACE_XS
from ui.desktop.views import CheckView, SettingView
from ui.desktop.widgets.controls import Button, Choice, Field, IconLabel
from ui.desktop.widgets.file_dialog import choose_folder
from ui.desktop.widgets.folding import FoldingRow
from ui.desktop.widgets.frames import Card, Page, clear_layout, horizontal, vertical
from ui.desktop.widgets.local_copies import LocalCopiesCard
from ui.desktop.widgets.text import Label
from ui.desktop.words import day_words, hour_words, join_words

LABEL_EM, EDITOR_EM = 12, 19
RATES_MB_PER_S = (1, 2, 5, 10, 25, 50, 100)
_CHECK_ICON = {True: ("circle-check", "good"), False: ("circle-alert", "problem"), None: ("info", "text_soft")}


class SettingsPage(Page):
    """`language_wanted` and `scheme_wanted` take effect at once; everything else is written when it is changed."""

    language_wanted = Signal(str)
    scheme_wanted = Signal(str)

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme)
        self.entitle(self.tr("Settings"), self.tr("What carries a lock is set by your institution."))
        self._desk = desk
        self._values: dict[str, SettingView] = {}
        self._locks: dict[str, QWidget] = {}
        self._editors: dict[str, QWidget] = {}
        self.body.addWidget(self._build_profile(theme))
        self.body.addWidget(self._build_looks(theme))
        self.body.addWidget(self._build_sending(theme))
        self.body.addWidget(self._build_backup(theme))
        self.copies = LocalCopiesCard(theme, desk)
        self.copies.failed.connect(self._failed)
        self.body.addWidget(self.copies)
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
        card.body.addWidget(FoldingRow(Label(self.tr("Your institution"), "h2"), self.profile_button, grows=0))
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
        card = self._card(self.tr("Window"))
        self._add(card, "language", self.tr("Language"), self.language)
        self._add(card, "theme", self.tr("Appearance"), self.scheme)
        return card

    def _build_sending(self, theme: Theme) -> Card:
        self.proxy = Field(self.tr("Proxy"), placeholder="http://proxy.example:3128", name="proxy")
        self.proxy.editingFinished.connect(self._proxy_edited)
        self.proxy_user = Label("", wrap=True)
        self.proxy_button = Button(theme, self.tr("Sign-in…"), icon="key-round", name="proxy-sign-in")
        self.proxy_button.clicked.connect(self._proxy_sign_in)
        rates = ((str(rate * 1_000_000), f"{rate} MB/s") for rate in RATES_MB_PER_S)
        self.rate = Choice(theme, self.tr("Upload at most"), (("0", self.tr("No limit")), *rates), name="rate")
        self.rate.activated.connect(self._rate_chosen)
        hours = [(f"{hour:02d}:00", hour_words(hour)) for hour in range(24)]
        self.quiet_from = Choice(
            theme, self.tr("Daily pause from"), (("", self.tr("None", "daily pause")), *hours), name="quiet-from"
        )
        self.quiet_to = Choice(theme, self.tr("Daily pause until"), hours, name="quiet-to")
        self.quiet_from.activated.connect(self._quiet_chosen)
        self.quiet_to.activated.connect(self._quiet_chosen)
        parallel = [(str(number), str(number)) for number in range(1, 5)]
        self.parallel = Choice(theme, self.tr("Files at the same time"), parallel, name="parallel")
        self.parallel.activated.connect(self._parallel_chosen)
        self.folder = Label("", wrap=True)
        self.folder_button = Button(theme, self.tr("Choose…"), icon="folder-open", name="results-folder")
        self.folder_button.clicked.connect(self._folder_chosen)
        self.ask_button = Button(theme, self.tr("Ask each time"), kind="ghost", name="ask-each-time")
        self.ask_button.clicked.connect(self._ask_each_time)
        card = self._card(self.tr("Sending and results"))
        self._add(card, "proxy", self.tr("Proxy"), self.proxy)
        sign_in = QWidget()
        sign_in.setLayout(horizontal(self.proxy_user, self.proxy_button, None))
        self._add(card, "proxy_user", self.tr("Sign-in of the proxy"), sign_in)
        self._add(card, "rate_limit_bytes_per_s", self.tr("Upload at most"), self.rate)
        self.quiet_until = Label(self.tr("until"), "muted")
        quiet = FoldingRow(self.quiet_from, self.quiet_until, self.quiet_to)
        self._add(card, "quiet_hours", self.tr("Daily pause"), quiet)
        self._add(card, "parallel_files", self.tr("Files at the same time"), self.parallel)
        place = QWidget()
        place.setLayout(horizontal(self.folder, self.folder_button, self.ask_button, None))
        self._add(card, "results_folder", self.tr("Results go to"), place)
        return card

    def _build_backup(self, theme: Theme) -> Card:
        self.backup_button = Button(theme, self.tr("Back up…"), icon="save", name="backup")
        self.restore_button = Button(theme, self.tr("Bring back…"), icon="rotate-ccw", name="bring-back")
        self.backup_button.clicked.connect(self.back_up)
        self.restore_button.clicked.connect(self._bring_back)
        words = Label(
            self.tr("The pseudonym maps bring the names back, and the keys open your results. Without a backup they "
                    "are lost with this computer."),
            "muted", wrap=True,
        )  # fmt: skip
        return Card(
            Label(self.tr("Pseudonym maps and keys"), "h2"),
            words,
            FoldingRow(self.backup_button, self.restore_button),
            spacing=SPACE_M,
        )

    def _build_checks(self, theme: Theme) -> Card:
        self.check_button = Button(theme, self.tr("Check now"), icon="refresh-cw", name="check-workstation")
        self.check_button.clicked.connect(self.check_workstation)
        self.check_rows = QGridLayout()
        self.check_rows.setHorizontalSpacing(SPACE_M)
        self.check_rows.setVerticalSpacing(SPACE_M)
        self.check_rows.setColumnStretch(1, 1)
        card = Card(spacing=SPACE_M)
        card.body.addWidget(FoldingRow(Label(self.tr("Workstation check"), "h2"), self.check_button, grows=0))
        card.body.addLayout(self.check_rows)
        return card

    def _card(self, title: str) -> Card:
        return Card(Label(title, "h2"), spacing=SPACE_M)

    def _add(self, card: Card, name: str, words: str, editor: QWidget) -> None:
        label = Label(words, "muted", wrap=True)
        label.setFixedWidth(round(em_px() * LABEL_EM))
        label.setBuddy(editor)
        lock = QWidget()
        lock_words = Label(self.tr("Set by your institution"), "small")
        lock.setLayout(horizontal(IconLabel(self.theme, "lock", 1.1), lock_words, None))
        lock.hide()
        if isinstance(editor, (Field, Choice)):
            editor.setFixedWidth(round(em_px() * EDITOR_EM))
        card.body.addWidget(FoldingRow(label, editor, lock, spacing=SPACE_L, line_spacing=SPACE_XS, hangs=True))
        self._locks[name], self._editors[name] = lock, editor

    # ---- showing

    def shown(self) -> None:
        """Read the settings."""
        if self._desk.core is not None:
            self._desk.bridge.run(Call(self._desk.core.settings), done=self._known, failed=self._failed)
            self.copies.look()

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
        self._show_proxy_sign_in(str(values["proxy"].value), str(values["proxy_user"].value))
        self._show_quiet_hours(str(values["quiet_hours"].value))
        folder = str(values["results_folder"].value)
        self.folder.set_outside_text(folder or self.tr("Asked for each time"), 200)
        self.ask_button.setVisible(bool(folder))
        for name, lock in self._locks.items():
            locked = name in values and values[name].is_locked
            lock.setVisible(locked)
            self._editors[name].setEnabled(not locked)

    def _show_proxy_sign_in(self, url: str, user: str) -> None:
        if user:
            self.proxy_user.set_outside_text(user, 60)
        else:
            self.proxy_user.setText(self.tr("None", "sign-in of the proxy"))
        self.proxy_button.setEnabled(bool(url))

    def _show_quiet_hours(self, span: str) -> None:
        """Whole hours can be chosen here; other spans that somebody wrote into the settings are shown as they are."""
        start, _dash, end = span.partition("-")
        for choice, value in ((self.quiet_from, start), (self.quiet_to, end)):
            if value and choice.findData(value) < 0:
                choice.addItem(value, value)
            choice.set_value(value)
        for widget in (self.quiet_until, self.quiet_to):
            widget.setVisible(bool(span))

    def _show_profile(self) -> None:
        installed = self._desk.profile
        if installed is None:
            self.institution.setText(self.tr("No profile is installed."))
            self.profile_facts.setText(
                self.tr("Your institution gives you a file and, on paper or on its own page, a fingerprint.")
            )
            self.fingerprint.setText("")
            self.fingerprint.hide()
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
        self.fingerprint.show()
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
            self.check_rows.addWidget(Label(words, "muted", wrap=True), 0, 0, 1, 2)
        for row, check in enumerate(checks):
            title, detail, to_do = check_words(check)
            icon, colour = _CHECK_ICON[check.ok]
            texts = vertical(Label(title, "strong", wrap=True), Label(detail, wrap=True), spacing=2)
            if to_do:
                texts.addWidget(Label(to_do, "small", wrap=True))
            self.check_rows.addWidget(IconLabel(self.theme, icon, 1.3, colour), row, 0, Qt.AlignmentFlag.AlignTop)
            self.check_rows.addLayout(texts, row, 1)

    def _check_failed(self, error: Exception) -> None:
        self.check_button.setEnabled(True)
        self._failed(error)

    def back_up(self) -> None:
        """Ask for a passphrase and a folder, and write maps and keys there."""
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
        url, known = self.proxy.text().strip(), self._values.get("proxy")
        if known is not None and known.value != url:
            work = Call(self._desk.need().set_proxy, url, None)
            self._desk.bridge.run(work, done=self._changed, failed=self._failed)

    def _proxy_sign_in(self) -> None:
        url, user = (str(self._values[name].value) for name in ("proxy", "proxy_user"))
        sheet = ProxySheet(self.theme, self, self._desk.bridge, self._desk.need(), url, user)
        if sheet.exec() == ProxySheet.DialogCode.Accepted and sheet.values is not None:
            self._changed(sheet.values)
        sheet.deleteLater()

    def _quiet_chosen(self) -> None:
        start, end = self.quiet_from.value(), self.quiet_to.value()
        if start == end:
            # A span needs a length; the evening until the morning is what is mostly meant.
            end = "06:00" if start != "06:00" else "18:00"
        self._change("quiet_hours", f"{start}-{end}" if start else "")

    def _rate_chosen(self) -> None:
        self._change("rate_limit_bytes_per_s", int(self.rate.value()))

    def _parallel_chosen(self) -> None:
        self._change("parallel_files", int(self.parallel.value()))

    def _folder_chosen(self) -> None:
        folder = choose_folder(self, self.tr("Where should results go?"))
        if folder is not None:
            self._change("results_folder", str(folder))

    def _ask_each_time(self) -> None:
        self._change("results_folder", "")

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
