"""Jobs: how each one stands at the service, what it states about it, when it is deleted, and deleting it now."""

from __future__ import annotations

from itertools import islice

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.bridge import Call
from ui.desktop.desk import Desk
from ui.desktop.dialogs.sheet import ask
from ui.desktop.dialogs.statements import CertificateSheet, ReceiptSheet, StatementSheet
from ui.desktop.error_words import show_error
from ui.desktop.i18n import grouped
from ui.desktop.theme import Theme
from ui.desktop.tokens import SPACE_M
from ui.desktop.views import DeletionView, JobView, ReceiptView
from ui.desktop.widgets.controls import Button
from ui.desktop.widgets.file_dialog import choose_new_file
from ui.desktop.widgets.folding import FoldingRow
from ui.desktop.widgets.frames import EmptyState, Page, clear_layout, vertical
from ui.desktop.widgets.job_card import JobCard
from ui.desktop.words import count_words, join_words, time_words

LOOK_EVERY_MS = 5_000
UNSEEN_LOOKS = 12
"""Of so many looks one is taken while another page is shown: once a minute."""
MOST_AT_ONCE = 20
"""Cards are heavy: hundreds at once would hold the window up, and nobody reads them."""


class JobsPage(Page):
    """Asks the service when shown, and every few seconds while a job is not finished. `results_wanted(job)`."""

    results_wanted = Signal(str)
    finished = Signal(str)
    """A job that was under way at the last look has results, or failed: its state."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme)
        self.entitle(self.tr("Jobs"), self.tr("What the service does with your data, and when it deletes it."))
        self._desk = desk
        self._jobs: tuple[JobView, ...] = ()
        self._cards: dict[str, JobCard] = {}
        self._asking = False
        self._asked: dict[str, str] = {}
        self._unseen_looks = 0
        self._most = MOST_AT_ONCE
        self._shown_statement = self._focus_again = ""
        self.refresh_button = Button(theme, self.tr("Refresh"), icon="refresh-cw", name="refresh-jobs")
        self.refresh_button.clicked.connect(self.shown)
        self.heading.addWidget(self.refresh_button, 0, Qt.AlignmentFlag.AlignTop)
        self.empty = EmptyState(
            theme, "list-checks", self.tr("No jobs yet"), self.tr("What you send under “Send” appears here.")
        )
        self.send_button = self.empty.add_button(Button(theme, self.tr("Open “Send”"), name="open-send"))
        self.send_button.clicked.connect(self._open_send)
        self.cards = vertical(spacing=SPACE_M)
        self.body.addWidget(self.empty, 1)
        self.body.addLayout(self.cards)
        self.older_button = Button(theme, "", kind="ghost", icon="list-checks", name="older-jobs")
        self.older_button.clicked.connect(self._show_older)
        self.body.addWidget(FoldingRow(self.older_button))
        self.body.addStretch(0)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look_again)
        desk.account_changed.connect(self._account_changed)
        desk.sent.connect(self.shown)
        self._show(())

    def shown(self) -> None:
        """Ask the service."""
        account = self._desk.account
        if account is None or not account.is_signed_in or self._asking:
            return
        self._asking = True
        self._desk.bridge.run(Call(self._desk.need().jobs), done=self._known, failed=self._list_failed, lane="jobs")

    def _look_again(self) -> None:
        self._unseen_looks = 0 if self.isVisible() else (self._unseen_looks + 1) % UNSEEN_LOOKS
        if self._unseen_looks == 0 and any(not job.status.is_final for job in self._jobs):
            self.shown()
        elif self.isVisible():
            for card in self._cards.values():
                card.show_countdown()

    def _account_changed(self) -> None:
        account = self._desk.account
        if account is None or account.user is None:
            self._show(())
        elif self.isVisible():
            self.shown()

    def _known(self, jobs: tuple[JobView, ...]) -> None:
        self._asking = False
        self.banner.take_back_look()
        under_way = {job.status.id for job in self._jobs if not job.status.is_final}
        if jobs != self._jobs or not jobs:
            self._show(jobs)
        for job in jobs:
            if job.status.id in under_way and job.status.state in ("succeeded", "failed"):
                self.finished.emit(job.status.state)
        self._timer.start()

    def _show(self, jobs: tuple[JobView, ...]) -> None:
        self._jobs = jobs
        focused = self.window().focusWidget()
        is_here = isinstance(focused, Button) and self.isAncestorOf(focused)
        self._focus_again = focused.objectName() if is_here else ""
        clear_layout(self.cards)
        self._cards = {}
        # Newest first; of the older ones those that are not finished.
        unfinished = (job for job in jobs[self._most :] if not job.status.is_final)
        shown = [*jobs[: self._most], *islice(unfinished, MOST_AT_ONCE)]
        for job in shown:
            card = JobCard(self.theme, job)
            card.asked.connect(self._job_asked)
            self._cards[job.status.id] = card
            self.cards.addWidget(card)
            if job.status.id in self._asked:
                card.say_asked(self._asked[job.status.id])
        self.empty.setVisible(not jobs)
        older = len(jobs) - len(shown)
        self.older_button.setText(self.tr("Show older jobs (%1)").replace("%1", count_words(older)))
        self.older_button.setVisible(older > 0)
        self.order_tabs()
        if self._focus_again:
            # New widgets take no focus before they are shown, which is in the next turn of the event loop.
            QTimer.singleShot(0, self._focus_same_button)

    def _show_older(self) -> None:
        self._most += MOST_AT_ONCE
        self._show(self._jobs)

    def _focus_same_button(self) -> None:
        again = self.findChild(QWidget, self._focus_again)
        if again is not None:
            again.setFocus()

    # ---- what a card's buttons ask for

    def _job_asked(self, job: str, what: str) -> None:
        if what == "results":
            self.results_wanted.emit(job)
        elif what == "receipt":
            work = Call(self._desk.need().receipt, job)
            self._desk.bridge.run(work, done=self._show_receipt, failed=self._failed, lane="jobs")
        elif what == "certificate":
            work = Call(self._desk.need().certificate, job)
            self._desk.bridge.run(work, done=self._show_certificate, failed=self._failed, lane="jobs")
        elif what == "cancel":
            self._cancel(job)
        elif what == "delete":
            self._delete(job)

    def _cancel(self, job: str) -> None:
        if ask(
            self.theme,
            self,
            self.tr("Cancel this job?"),
            self.tr("The service is asked to stop working on it. There will be no results; to get them you would send "
                    "the files again. What you sent stays there, sealed, until you choose “Delete now” or its time "
                    "is over."),
            yes=self.tr("Cancel the job"),
            no=self.tr("Let it go on"),
            icon="ban",
            is_dangerous=True,
        ):  # fmt: skip
            self._say_asked(job, self.tr("Cancelling"))
            work = Call(self._desk.need().cancel_job, job)
            self._desk.bridge.run(work, done=self._cancelled, failed=self._failed, lane="jobs")

    def _delete(self, job: str) -> None:
        if ask(
            self.theme,
            self,
            self.tr("Delete this job at the service now?"),
            self.tr("Your sealed files, working copies and results there are deleted, and the service signs a "
                    "certificate for it. Results you have not downloaded are gone."),
            yes=self.tr("Delete now"),
            no=self.tr("Back"),
            icon="trash-2",
            is_dangerous=True,
        ):  # fmt: skip
            self._say_asked(job, self.tr("Deletion asked"))
            work = Call(self._desk.need().delete_job, job)
            self._desk.bridge.run(work, done=self._deleted, failed=self._failed, lane="jobs")

    def _say_asked(self, job: str, words: str) -> None:
        self._asked[job] = words
        # The list may have changed under the question.
        if (card := self._cards.get(job)) is not None:
            card.say_asked(words)

    def _cancelled(self, _nothing: object) -> None:
        self._asked.clear()
        self.banner.say(
            "info",
            self.tr("The service has taken the cancelling. What you sent stays there, sealed, until you choose “Delete "
                    "now” or its time is over."),
        )  # fmt: skip
        self._look_after_change()

    def _deleted(self, deletion: DeletionView) -> None:
        self._asked.clear()
        total = sum(deletion.deleted.values())
        words = grouped(
            self.tr("The service states, signed, that it deleted %n thing(s) of this job.", "", total), total
        )
        when = self.tr("at %1").replace("%1", time_words(deletion.deleted_at))
        self.banner.say("good", words, title=join_words(self.tr("Certificate verified and kept"), when))
        self._look_after_change()

    def _show_receipt(self, receipt: ReceiptView) -> None:
        self._run_statement(ReceiptSheet(self.theme, self, receipt), receipt.job)

    def _show_certificate(self, deletion: DeletionView) -> None:
        self._run_statement(CertificateSheet(self.theme, self, deletion), deletion.job)
        self._look_after_change()

    def _run_statement(self, sheet: StatementSheet, job: str) -> None:
        self._shown_statement = job
        sheet.copy_wanted.connect(self._save_receipt if isinstance(sheet, ReceiptSheet) else self._save_certificate)
        sheet.exec()
        sheet.deleteLater()

    def _save_receipt(self) -> None:
        file = choose_new_file(self, self.tr("Save the receipt"), "JSON (*.json)", "receipt.json")
        if file is not None:
            work = Call(self._desk.need().save_receipt, self._shown_statement, file)
            self._desk.bridge.run(work, done=self._saved, failed=self._failed, lane="jobs")

    def _save_certificate(self) -> None:
        file = choose_new_file(self, self.tr("Save the certificate"), "JSON (*.json)", "deletion-certificate.json")
        if file is not None:
            work = Call(self._desk.need().save_certificate, self._shown_statement, file)
            self._desk.bridge.run(work, done=self._saved, failed=self._failed, lane="jobs")

    def _saved(self, _nothing: object) -> None:
        self.banner.say("good", self.tr("The copy is saved. It can be verified without the service."))

    def _look_after_change(self) -> None:
        self._asking = False
        self.shown()

    def _open_send(self) -> None:
        self.wants.emit("send")

    def _list_failed(self, error: Exception) -> None:
        self._asking = False
        # Whether there are jobs is not known now, so nobody says that there are none.
        self.empty.hide()
        show_error(self.banner, error, is_about_look=True)

    def _failed(self, error: Exception) -> None:
        if self._asked:
            self._asked.clear()
            self._show(self._jobs)
        show_error(self.banner, error)
