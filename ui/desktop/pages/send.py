"""Send: files in, what was found in them, one button, and how far each file is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from client.model.transfer import FileState, Problem, TransferState
from ui.desktop.bridge import Call
from ui.desktop.desk import MOST_FILES, Desk
from ui.desktop.dialogs.approve import ApproveSheet
from ui.desktop.dialogs.review import ReviewSheet
from ui.desktop.dialogs.sheet import ask
from ui.desktop.error_words import explain_here, message_code, show_error
from ui.desktop.finding_words import together_words
from ui.desktop.i18n import grouped, plural
from ui.desktop.models.queue import QueueState
from ui.desktop.theme import Theme
from ui.desktop.tokens import SPACE_L, SPACE_M
from ui.desktop.views import ApprovalView, HandOverOrder, SentView
from ui.desktop.ways_out import way_out_of
from ui.desktop.widgets.build_card import BuildCard
from ui.desktop.widgets.controls import Button, IconLabel
from ui.desktop.widgets.drop_zone import DropZone
from ui.desktop.widgets.folding import FoldingRow
from ui.desktop.widgets.frames import Banner, Card, Page, horizontal, vertical
from ui.desktop.widgets.hand_over import HandOverCard
from ui.desktop.widgets.queue_view import QueueView
from ui.desktop.widgets.site_list_card import SiteListCard
from ui.desktop.widgets.sparkline import Sparkline
from ui.desktop.widgets.text import Label
from ui.desktop.words import count_words, join_words, rate_words, remaining_words, share_words, size_words

STEP_EM = 12
APPROVAL_NEEDED = "APPROVAL-NEEDED"
PROFILE_EXPIRED = "PROFILE-EXPIRED"
"""The code of the error that sending would end with."""


class SendPage(Page):
    """The first page."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme)
        self.entitle(
            self.tr("Send data"),
            self.tr("Prepare, seal and send your files. Sending can be paused and goes on later."),
        )
        self._desk = desk
        self.next_step = Banner(theme)
        self.next_button = self.next_step.add_button(Button(theme, "", name="next-step"))
        self.next_button.clicked.connect(self._go_next)
        self.practice_button = self.next_step.add_button(
            Button(theme, self.tr("Try practice mode"), icon="graduation-cap", name="try-practice")
        )
        self.practice_button.clicked.connect(self._go_practise)
        self._next_page = self._sent_words = self._together_words = ""
        self._sheet: ReviewSheet | None = None
        self._trouble: Problem | None = None
        self.drop_zone = DropZone(theme)
        self.drop_zone.chosen.connect(self._files_chosen)
        self.build_card = BuildCard(theme, desk)
        self.site_list_card = SiteListCard(theme, desk)
        self.together = Banner(theme)
        self.hand_over = HandOverCard(theme, desk)
        self.hand_over.failed.connect(self._failed)
        self.approve_button = Button(
            theme, self.tr("Approve for somebody else…"), kind="ghost", icon="users-round", name="approve-for-somebody"
        )
        self.approve_button.clicked.connect(self.approve_for_somebody)
        self.body.addWidget(self.next_step)
        self.body.addWidget(self.hand_over)
        self.body.addWidget(self.drop_zone)
        self.body.addWidget(self._build_steps(theme))
        self.body.addWidget(self.build_card)
        self.body.addWidget(self.site_list_card)
        self.body.addWidget(self.together)
        self.body.addWidget(self._build_files(theme), 1)
        self.approve_row = FoldingRow(self.approve_button)
        self.body.addWidget(self.approve_row)
        desk.queue_changed.connect(self._refresh)
        desk.sending_changed.connect(self._refresh)
        desk.together.changed.connect(self._refresh)
        desk.site_list.changed.connect(self._refresh)
        desk.profile_changed.connect(self._refresh)
        desk.account_changed.connect(self._refresh)
        desk.transfers_loaded.connect(self._transfers_loaded)
        desk.sent.connect(self._sent)
        desk.failed.connect(self._failed)
        theme.changed.connect(self._refresh)
        self._refresh()

    def add_files(self, paths: list[Path]) -> None:
        """Files from elsewhere: given on start, or handed over by a second start."""
        self._files_chosen(paths)

    # ---- building

    def _build_steps(self, theme: Theme) -> Card:
        steps = FoldingRow(spacing=SPACE_L, equal_em=STEP_EM)
        for icon, title, words in (
            ("file-search", self.tr("1  Checked here"), self.tr("Your files are read on this computer only.")),
            ("lock", self.tr("2  Names replaced, sealed"), self.tr("You see what will leave before it leaves.")),
            ("upload", self.tr("3  Sent and confirmed"), self.tr("A signed receipt says what arrived.")),
        ):
            text = vertical(Label(title, "h3", wrap=True), Label(words, "small", wrap=True), None, spacing=2)
            row = horizontal(spacing=SPACE_M)
            row.addWidget(IconLabel(theme, icon, 1.6, "accent"), 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(text, 1)
            step = QWidget()
            step.setLayout(row)
            steps.add(step)
        self.steps = Card(steps)
        return self.steps

    def _build_files(self, theme: Theme) -> Card:
        self.count_label = Label("", "small")
        self.pause_button = Button(theme, self.tr("Pause"), kind="ghost", icon="pause", name="pause-all")
        self.send_button = Button(theme, self.tr("Send"), kind="primary", icon="upload", name="send")
        self.pause_button.clicked.connect(self._desk.pause_all)
        self.send_button.clicked.connect(self.review_and_send)
        counted = QWidget()
        counted.setLayout(horizontal(Label(self.tr("Files"), "h2"), self.count_label, None))
        head = vertical(FoldingRow(counted, FoldingRow(self.pause_button, self.send_button), grows=0))
        head.setContentsMargins(13, 14, 14, 10)
        self.total_label = Label("", "small", wrap=True)
        self.total_bar = QProgressBar()
        self.total_bar.setRange(0, 1000)
        self.total_bar.setTextVisible(False)
        self.total_bar.setAccessibleName(self.tr("All files"))
        self.sparkline = Sparkline(theme)
        total = horizontal(spacing=SPACE_L)
        total.addLayout(vertical(self.total_label, self.total_bar, spacing=6), 1)
        total.addWidget(self.sparkline)
        total.setContentsMargins(13, 0, 14, 12)
        self.view = QueueView(theme, self._desk.queue, self.tr("Files to send"))
        self.view.asked.connect(self._row_asked)
        self.files_card = Card(padded=False, spacing=0)
        self.files_card.body.addLayout(head)
        self.files_card.body.addLayout(total)
        self.files_card.body.addWidget(self.view, 1)
        self.clear_button = Button(theme, self.tr("Clear finished…"), kind="ghost", icon="check", name="clear-finished")
        self.clear_button.clicked.connect(self._clear_finished)
        self.clear_row = FoldingRow(self.clear_button, to_the_right=True)
        self.clear_row.setContentsMargins(0, 0, 12, 0)
        self.files_card.body.addWidget(self.clear_row)
        self.files_card.body.setContentsMargins(1, 1, 1, 8)
        return self.files_card

    # ---- showing

    def _refresh(self) -> None:
        rows = self._desk.queue.rows
        self.steps.setVisible(not rows)
        self.files_card.setVisible(bool(rows))
        self.drop_zone.set_compact(bool(rows))
        waiting = self._desk.ready_keys
        need = sum(row.state is QueueState.NEEDS_YOU for row in rows)
        self.count_label.setText(
            join_words(
                plural.tr("%n file(s)", "", len(rows)),
                grouped(self.tr("%n need(s) you", "", need), need) if need else "",
            )
        )
        sending = self._desk.is_sending
        self.pause_button.setVisible(sending)
        self.send_button.setVisible(bool(waiting) or not sending)
        words = grouped(self.tr("Send %n file(s)", "", len(waiting)), len(waiting))
        self.send_button.setText(words if waiting else self.tr("Send"))
        is_stopped = self._desk.is_checking or self._desk.together.findings or self._desk.site_list.stops_sending
        self.send_button.setEnabled(bool(waiting) and not is_stopped and self._can_send())
        self.clear_row.setVisible(self._desk.has_finished)
        # The second person's own computer need not have the rules that want a second person.
        self.approve_row.setVisible(self._desk.account is not None)
        self._show_total()
        self._show_trouble()
        self._show_together()
        self._show_next_step()

    def _can_send(self) -> bool:
        profile, account = self._desk.profile, self._desk.account
        return profile is not None and not profile.is_expired and account is not None and account.is_signed_in

    def _show_total(self) -> None:
        progress = self._desk.now_sending
        shown = progress is not None and self._desk.is_sending
        for widget in (self.total_label, self.total_bar, self.sparkline):
            widget.setVisible(shown)
        if progress is None or not shown:
            return
        sealed, sent = progress.sealed_bytes, progress.sent_bytes
        source = sum(file.source_bytes for file in progress.files) or 1
        prepared = sum(file.prepared_bytes for file in progress.files)
        # Reading and sending are two halves of the way; a bar of bytes sent alone would stand still at first.
        done = prepared / source * 0.5 + (sent / sealed * prepared / source if sealed else 0) * 0.5
        self.total_bar.setValue(round(done * 1000))
        # How much there is to send is known when the last file is sealed; until then a total would grow under the eye.
        is_sealed = not any(file.state in (FileState.WAITING, FileState.PREPARING) for file in progress.files)
        remaining = self._desk.pace.remaining_s(sealed) if is_sealed else None
        rate = self._desk.pace.bytes_per_s
        self.total_label.setText(
            join_words(
                f"{int(done * 100)} %",
                self.tr("%1 sent").replace("%1", share_words(sent, sealed) if is_sealed else size_words(sent))
                if sent or is_sealed
                else self.tr("Preparing on this computer"),
                rate_words(rate) if sent and rate > 0 else "",
                remaining_words(remaining) if remaining is not None else "",
            )
        )
        self.sparkline.show_values(self._desk.pace.history)

    def _show_trouble(self) -> None:
        """What is being waited out while sending: said while it lasts."""
        progress = self._desk.now_sending
        trouble = progress.trouble if progress is not None and self._desk.is_sending else None
        if trouble == self._trouble:
            return
        self._trouble = trouble
        if trouble is None:
            self.banner.clear()
        else:
            show_error(self.banner, trouble, passes=True)

    def _show_together(self) -> None:
        """Why the files that are ready cannot be sent as one job."""
        words = together_words(self._desk.together.findings)
        if words != self._together_words:
            self._together_words = words
            alone, several = self.tr("This file cannot be sent"), self.tr("These files cannot be sent together")
            title = several if len(self._desk.ready_keys) > 1 else alone
            self.together.say("problem", words, title=title if words else "")

    def _transfers_loaded(self) -> None:
        """What an earlier window could not go on with is explained without being asked for."""
        waiting = [known.problem for known in self._desk.known.values() if known.state is TransferState.NEEDS_YOU]
        if self.banner.isHidden() and not self._desk.is_sending:
            for problem in waiting:
                if problem is not None:
                    show_error(self.banner, problem)

    def _show_next_step(self) -> None:
        profile, account = self._desk.profile, self._desk.account
        if account is None:
            self.next_step.clear()
        elif profile is None:
            self._say_next(
                self.tr("Nothing is set up yet. You can look at your files already; to send them, open the profile "
                        "of your institution, or try everything in practice mode."),
                self.tr("Set up…"), "first-run", practice=True,
            )  # fmt: skip
        elif profile.is_expired:
            self._say_problem(
                Problem(PROFILE_EXPIRED, {"not_after": profile.profile.not_after.isoformat()}),
                "" if profile.source != "system" else "settings",
            )
        elif account.problem is not None:
            self._say_problem(account.problem)
        elif account.is_locked:
            self._say_next(self.tr("Locked, because nobody used this window for a while. What is being sent "
                                   "goes on."), self.tr("Unlock…"), "sign-in")  # fmt: skip
        elif not account.is_signed_in:
            self._say_next(self.tr("Sign in to send. Your files stay here until then."), self.tr("Sign in…"),
                           "sign-in")  # fmt: skip
        else:
            self.next_step.clear()

    def _say_next(self, words: str, button: str, page: str, *, practice: bool = False) -> None:
        self._next_page = page
        self.next_button.setText(button)
        self.practice_button.setVisible(practice)
        self.next_step.say("info", words)

    def _say_problem(self, problem: Exception | Problem, place: str = "") -> None:
        """A state in which nothing can be sent, and the button that leads out of it."""
        explanation, way = explain_here(problem), way_out_of(problem)
        self._next_page = place or ("help" if way is None else way.place)
        self.next_button.setText(self.tr("Open Settings") if place or way is None else way.words)
        self.practice_button.hide()
        self.next_step.say(
            "problem", f"{explanation.meaning} {explanation.next}", title=explanation.what,
            code=message_code(explanation.code),
        )  # fmt: skip

    # ---- doing

    def try_again(self) -> None:
        """Go on with what stopped, or ask the core anew."""
        self.banner.clear()
        if not self._desk.try_again():
            self._desk.refresh()

    def _go_next(self) -> None:
        self.wants.emit(self._next_page)

    def _go_practise(self) -> None:
        self.wants.emit("practice")

    def _files_chosen(self, paths: list[Path]) -> None:
        self.banner.clear()
        new = self._desk.add_files(paths)
        if new == 0:
            self.banner.say("info", self.tr("No new VCF or BCF file was among them."))
        elif new > MOST_FILES:
            words = self.tr("These are {number} files. The list takes {most} at once: the first by name are on it.")
            self.banner.say("info", words.format(number=count_words(new), most=count_words(MOST_FILES)))

    def review_and_send(self) -> None:
        """Show what will leave, have consent confirmed, and send."""
        keys = self._desk.ready_keys
        profile = self._desk.profile
        if not keys or profile is None:
            return
        self.banner.clear()
        files = [(self._desk.staged[key], self._desk.inspected[key]) for key in keys]
        need = sum(row.state is QueueState.NEEDS_YOU and row.key in self._desk.staged for row in self._desk.queue.rows)
        sheet = ReviewSheet(self.theme, self, profile, files, self._desk.second_person, need)
        if sheet.approval is not None:
            sheet.approval.approval_chosen.connect(self._approval_chosen)
        self._sheet = sheet
        # Without an answer the service does what it does by itself; whoever sends hears then that it is not there.
        self._desk.bridge.run(Call(self._desk.need().applications), done=sheet.show_offer, lane="notices")
        answer = sheet.exec()
        self._sheet = None
        if answer == ReviewSheet.DialogCode.Accepted:
            self._desk.send(keys, sheet.order())
        elif sheet.hand_over_folder is not None:
            paths = tuple(path for path, _facts in files)
            self.hand_over.start(HandOverOrder(paths, sheet.hand_over_folder, sheet.chosen_build, sheet.site_list))
        sheet.deleteLater()

    def _approval_chosen(self, file: Path) -> None:
        work = Call(self._desk.need().check_approval, file)
        self._desk.bridge.run(work, done=self._approval_known, failed=self._approval_refused, lane="approving")

    def _approval_known(self, approval: ApprovalView) -> None:
        if self._sheet is not None and self._sheet.approval is not None:
            self._sheet.approval.show_approval(approval)

    def _approval_refused(self, error: Exception) -> None:
        if self._sheet is not None and self._sheet.approval is not None:
            self._sheet.approval.show_problem(error)

    def approve_for_somebody(self) -> None:
        """Read what somebody else is about to send, and approve it as the second person."""
        account = self._desk.account
        user = account.user if account is not None and account.user is not None else ""
        sheet = ApproveSheet(self.theme, self, self._desk.bridge, self._desk.need(), user)
        sheet.exec()
        sheet.deleteLater()

    def _clear_finished(self) -> None:
        if ask(
            self.theme,
            self,
            self.tr("Clear finished submissions?"),
            self.tr("This computer forgets the names of their files, and what a job's report and the comparing of its "
                    "results need. Jobs, receipts, results and pseudonym maps stay."),
            yes=self.tr("Clear"),
            no=self.tr("Back"),
        ):  # fmt: skip
            self._desk.clear_finished()

    def _row_asked(self, key: str, action: str) -> None:
        row = self._desk.queue.row(key)
        if row is None:
            return
        if action == "remove":
            self._desk.remove(key)
        elif action == "explain":
            self._explain(key, row.submission_id)
        elif action == "pause":
            self._desk.pause(row.submission_id)
        elif action == "resume":
            if not self._desk.is_sending:
                self.banner.clear()  # what stopped it; of something else that is sent, what is waited out stays
            self._desk.resume(row.submission_id)
        elif action == "first":
            self._desk.send_first(row.submission_id)
        elif action == "cancel" and ask(
            self.theme,
            self,
            self.tr("Cancel this submission?"),
            self.tr("All files sent together with this one are cancelled too. Their keys are forgotten, so nobody "
                    "can read what was uploaded, and the service is asked to delete it. Your own files stay as they "
                    "are."),
            yes=self.tr("Cancel the submission"),
            no=self.tr("Keep sending"),
            is_dangerous=True,
        ):  # fmt: skip
            self._desk.cancel(row.submission_id)

    def _explain(self, key: str, submission_id: str) -> None:
        facts = self._desk.inspected.get(key)
        if facts is not None:
            sheet = ReviewSheet(self.theme, self, None, [(self._desk.staged[key], facts)])
            sheet.exec()
            sheet.deleteLater()
            return
        progress = self._desk.known.get(submission_id)
        if progress is not None and (problem := progress.standing_problem) is not None:
            show_error(self.banner, problem)

    def _sent(self, sent: SentView) -> None:
        words = self.tr("The service has confirmed %n file(s) with a signed receipt, which is kept.", "",
                        sent.files)  # fmt: skip
        self.banner.say("good", grouped(words, sent.files), title=self.tr("Sent"))
        self.banner.offer(self.tr("Show the job"), "jobs")
        self._sent_words = grouped(words, sent.files)
        profile = self._desk.profile
        if profile is not None and profile.profile.environment != "practice":
            self._desk.bridge.run(Call(self._desk.need().is_backup_missing), done=self._backup_known)

    def _backup_known(self, is_missing: bool) -> None:
        """Said once the receipt is here: before that there was nothing to lose."""
        if is_missing:
            more = self.tr("The pseudonym map and the key to its results are on this computer only: back them up.")
            self.banner.say("good", f"{self._sent_words} {more}", title=self.tr("Sent"))
            self.banner.offer(self.tr("Back up…"), "backup")

    def _failed(self, error: Exception) -> None:
        show_error(self.banner, error)
        if getattr(error, "code", "") == APPROVAL_NEEDED:
            # The rules came with a renewed profile; the next review knows them.
            self._desk.refresh()
