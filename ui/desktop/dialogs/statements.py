"""What the service states, signed: the receipt and the deletion certificate of a job, to read and to keep a copy of."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from client.model.display import display_text
from ui.desktop.dialogs.sheet import Sheet
from ui.desktop.i18n import plural
from ui.desktop.theme import Theme, em_px
from ui.desktop.tokens import SPACE_L, SPACE_M, SPACE_S
from ui.desktop.views import DeletionView, ReceiptView
from ui.desktop.widgets.controls import Button
from ui.desktop.widgets.frames import vertical
from ui.desktop.widgets.text import Label
from ui.desktop.words import count_words, day_words, join_words, moment_words, size_words


class StatementSheet(Sheet):
    """Facts in two columns, what a signature proves, and *Save a copy…*. `copy_wanted` asks the page to save one."""

    copy_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget, icon: str, height_em: float = 0) -> None:
        super().__init__(theme, parent, icon=icon, size_em=(48, height_em))
        self.facts = QGridLayout()
        self.facts.setHorizontalSpacing(SPACE_L)
        self.facts.setVerticalSpacing(SPACE_S)
        self.facts.setColumnStretch(1, 1)
        self.facts.setColumnMinimumWidth(0, round(em_px() * 10))
        self.column = vertical(self.facts, spacing=SPACE_M)
        inner = QWidget()
        inner.setLayout(self.column)
        self.scrolling(inner)
        self.foot_words.setText(self.tr("A signature proves who said so, not that it is so."))
        self.add_close_button(self.tr("Close"))
        self.copy_button = self.add_button(Button(theme, self.tr("Save a copy…"), icon="save", name="save-copy"))
        self.copy_button.clicked.connect(self.copy_wanted)

    def _add_fact(self, name: str, value: str, role: str = "") -> None:
        shown = Label("", role, wrap=role != "mono", selectable=True)
        shown.set_outside_text(value, 120)
        shown.setAccessibleName(f"{name}: {shown.text()}")
        row = self.facts.rowCount()
        self.facts.addWidget(Label(name, "muted"), row, 0)
        self.facts.addWidget(shown, row, 1)


class ReceiptSheet(StatementSheet):
    """The files that the service states it has."""

    def __init__(self, theme: Theme, parent: QWidget, receipt: ReceiptView) -> None:
        super().__init__(theme, parent, "scroll-text", 40)
        self.entitle(
            self.tr("Receipt"),
            self.tr("The service states, signed, that it has these sealed files and that the job exists."),
        )
        self._add_fact(self.tr("Service"), receipt.issuer.removeprefix("https://"))
        self._add_fact(self.tr("Job"), receipt.job, "mono")
        self._add_fact(self.tr("Received"), moment_words(receipt.received_at))
        self._add_fact(self.tr("Verified here"), moment_words(receipt.verified_at))
        total = sum(size for _id, _hash, size in receipt.files)
        files = plural.tr("%n file(s)", "", len(receipt.files))
        self._add_fact(self.tr("Sealed files"), join_words(files, size_words(total)))
        self._add_fact(self.tr("Manifest"), f"SHA-256 {receipt.manifest_sha256[:16]}…", "mono")
        self._add_fact(
            self.tr("Activity log"),
            self.tr("vouched for up to line %1").replace("%1", count_words(receipt.log_lines)),
        )
        lines = (f"{digest[:32]}…  {size_words(size):>9}" for _id, digest, size in receipt.files)
        self.list = QPlainTextEdit(display_text("SHA-256", 10) + "\n" + "\n".join(lines))
        self.list.setReadOnly(True)
        self.list.setProperty("mono", True)
        self.list.setTabChangesFocus(True)
        self.list.setAccessibleName(self.tr("Sealed files with their SHA-256"))
        self.list.setMinimumHeight(round(em_px() * 7))
        self.column.addWidget(self.list, 1)


class CertificateSheet(StatementSheet):
    """What the service states it deleted."""

    def __init__(self, theme: Theme, parent: QWidget, deletion: DeletionView) -> None:
        super().__init__(theme, parent, "shield-check")
        self.entitle(
            self.tr("Deletion certificate"),
            self.tr("The service states, signed, that it deleted this job. The certificate is verified and kept."),
        )
        self._add_fact(self.tr("Service"), deletion.issuer.removeprefix("https://"))
        self._add_fact(self.tr("Job"), deletion.job, "mono")
        self._add_fact(self.tr("Deleted"), moment_words(deletion.deleted_at))
        reason = {
            "request": self.tr("somebody asked for it"),
            "retention": self.tr("its time was over"),
            "cancelled": self.tr("the job was cancelled"),
        }.get(deletion.reason, deletion.reason)
        self._add_fact(self.tr("Reason"), reason)
        for kind, words in (
            ("sealed_inputs", self.tr("Sealed files")),
            ("working_copies", self.tr("Working copies")),
            ("results", self.tr("Results")),
        ):
            if kind in deletion.deleted:
                self._add_fact(words, count_words(deletion.deleted[kind]))
        backup = self.tr("none are left")
        if deletion.backup_until is not None:
            backup = self.tr("may last until %1").replace("%1", day_words(deletion.backup_until))
        self._add_fact(self.tr("Copies in backups"), backup)
        if deletion.key_id:
            self._add_fact(self.tr("Signed with"), deletion.key_id, "mono")
