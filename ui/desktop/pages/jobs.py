"""Jobs: how each one stands at the service, what it says, when it is deleted, and deleting it now."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from client.model.service import JobStatus
from ui.desktop.bridge import Call
from ui.desktop.desk import Desk
from ui.desktop.dialogs.sheet import ask
from ui.desktop.error_words import show_error
from ui.desktop.theme import Theme
from ui.desktop.tokens import SPACE_M, SPACE_S
from ui.desktop.views import DeletionView, JobView
from ui.desktop.widgets.controls import Button, IconLabel
from ui.desktop.widgets.frames import Banner, Card, EmptyState, Page, clear_layout, horizontal, vertical
from ui.desktop.widgets.queue_view import draw_pill, pill_width
from ui.desktop.widgets.text import Label
from ui.desktop.words import count_words, duration_words, join_words, time_words

LOOK_EVERY_MS = 5_000
MOST_MESSAGES = 12
_PILL = {
    "waiting": ("clock", "text_soft", "sunken"),
    "running": ("hourglass", "accent", "accent_tint"),
    "succeeded": ("circle-check", "good", "good_tint"),
    "failed": ("circle-alert", "problem", "problem_tint"),
    "cancelled": ("ban", "text_soft", "sunken"),
    "deleted": ("trash-2", "text_soft", "sunken"),
}


class Pill(QWidget):
    """Icon and word on a tinted ground; the same drawing as in the queue."""

    def __init__(self, theme: Theme, state: str, words: str) -> None:
        super().__init__()
        self._theme, self._state, self._words = theme, state, words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(pill_width(self._words, self.font()) + 2, self.fontMetrics().height() + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        icon, colour, tint = _PILL.get(self._state, _PILL["waiting"])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRect(0, 0, self.width(), self.height())
        draw_pill(painter, place, self._words, icon, self._theme.colour(colour), self._theme.colour(tint), self.font())
        painter.end()


class JobsPage(Page):
    """Asks the service when shown, and every few seconds while a job is not finished. `results_wanted(job)`."""

    results_wanted = Signal(str)

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme, "", "")
        self.title.setText(self.tr("Jobs"))
        self.subtitle.setText(self.tr("What the service does with your data, and when it deletes it."))
        self.setAccessibleName(self.title.text())
        self._desk = desk
        self._jobs: tuple[JobView, ...] = ()
        self._cards: dict[str, JobCard] = {}
        self._asking = False
        self.refresh_button = Button(theme, self.tr("Refresh"), icon="refresh-cw", name="refresh-jobs")
        self.refresh_button.clicked.connect(self.shown)
        self.heading.addWidget(self.refresh_button, 0, Qt.AlignmentFlag.AlignTop)
        self.notices = Banner(theme)
        self.body.addWidget(self.notices)
        self.empty = EmptyState(
            theme, "list-checks", self.tr("No jobs yet"), self.tr("What you send under “Send” appears here.")
        )
        self.cards = vertical(spacing=SPACE_M)
        self.body.addWidget(self.empty, 1)
        self.body.addLayout(self.cards)
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
        self._desk.bridge.run(Call(self._desk.need().jobs), done=self._known, failed=self._failed, lane="jobs")

    def _look_again(self) -> None:
        if self.isVisible() and any(not job.status.is_final for job in self._jobs):
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
        self.banner.clear()
        if jobs != self._jobs:
            self._show(jobs)
        self._timer.start()

    def _show(self, jobs: tuple[JobView, ...]) -> None:
        self._jobs = jobs
        clear_layout(self.cards)
        self._cards = {}
        for job in jobs:
            card = JobCard(self.theme, job)
            card.delete_button.clicked.connect(self._delete_clicked)
            card.results_button.clicked.connect(self._results_clicked)
            self._cards[job.status.id] = card
            self.cards.addWidget(card)
        self.empty.setVisible(not jobs)

    def _results_clicked(self) -> None:
        self.results_wanted.emit(self.sender().objectName().removeprefix("results-"))

    def _delete_clicked(self) -> None:
        job = self.sender().objectName().removeprefix("delete-")
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
            work = Call(self._desk.need().delete_job, job)
            self._desk.bridge.run(work, done=self._deleted, failed=self._failed, lane="jobs")

    def _deleted(self, deletion: DeletionView) -> None:
        total = sum(deletion.deleted.values())
        words = self.tr("The service states, signed, that it deleted %n thing(s) of this job.", "", total)
        when = self.tr("at %1").replace("%1", time_words(deletion.deleted_at))
        self.banner.say("good", join_words(words, when), title=self.tr("Certificate verified and kept"))
        self._asking = False
        self.shown()

    def _failed(self, error: Exception) -> None:
        self._asking = False
        show_error(self.banner, error)


class JobCard(Card):
    """One job: state, steps with the service's messages as plain text, countdown, what can be done."""

    def __init__(self, theme: Theme, job: JobView) -> None:
        super().__init__(spacing=SPACE_M)
        self._theme, self._job = theme, job
        status = job.status
        title = Label("", "h2")
        title.set_outside_text(job.name or status.id[:12], 60)
        sent = self.tr("Sent %1").replace("%1", time_words(status.submitted_at.isoformat()))
        identity = self.tr("Job %1").replace("%1", status.id[:12])
        head = horizontal(spacing=SPACE_M)
        head.addLayout(vertical(title, Label(join_words(sent, identity), "small", wrap=True), spacing=2), 1)
        head.addWidget(Pill(theme, status.state, self._state_words(status)), 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        for step in status.steps:
            self.body.addLayout(self._step(step.name, step.state, [message.text for message in step.messages]))
        self.countdown = Label("", "small", wrap=True)
        self.results_button = Button(theme, self.tr("Get results…"), icon="download", name=f"results-{status.id}")
        self.delete_button = Button(theme, self.tr("Delete now…"), kind="ghost", name=f"delete-{status.id}")
        self.results_button.setVisible(status.state == "succeeded" and job.is_of_this_computer)
        self.delete_button.setVisible(status.state != "deleted" and job.is_of_this_computer)
        foot = horizontal(spacing=SPACE_M)
        foot.addWidget(self.countdown, 1)
        foot.addWidget(self.delete_button)
        foot.addWidget(self.results_button)
        self.body.addLayout(foot)
        self.show_countdown()

    def show_countdown(self, now: datetime | None = None) -> None:
        """When the service deletes it; by the service's own time."""
        status = self._job.status
        if status.state == "deleted":
            self.countdown.setText(self.tr("Deleted at the service."))
        elif status.delete_after is None:
            self.countdown.setText(self.tr("The service deletes it when it is finished and its time is over."))
        else:
            seconds = (status.delete_after - (now or datetime.now(UTC))).total_seconds()
            words = duration_words(max(0.0, seconds))
            self.countdown.setText(self.tr("Deleted at the service in %1.").replace("%1", words))

    def _state_words(self, status: JobStatus) -> str:
        """Never more than is known: what the service reports is what the service reports."""
        return {
            "waiting": self.tr("Waiting"),
            "running": self.tr("Running"),
            "succeeded": self.tr("Results ready"),
            "failed": self.tr("Failed"),
            "cancelled": self.tr("Cancelled"),
            "deleted": self.tr("Deleted"),
        }.get(status.state, status.state[:20])

    def _step(self, name: str, state: str, messages: list[str]) -> QHBoxLayout:
        icon, colour, _tint = _PILL.get(state, _PILL["waiting"])
        row = horizontal(spacing=SPACE_S)
        row.addWidget(IconLabel(self._theme, icon, 1.2, colour), 0, Qt.AlignmentFlag.AlignTop)
        heading = Label("", "strong", wrap=True)
        heading.set_outside_text(name, 80)
        texts = vertical(heading, spacing=2)
        for message in messages[:MOST_MESSAGES]:
            line = Label("", "small", wrap=True)
            line.set_outside_text(message, 400)
            texts.addWidget(line)
        if len(messages) > MOST_MESSAGES:
            more = count_words(len(messages) - MOST_MESSAGES)
            texts.addWidget(Label(self.tr("… and %1 more").replace("%1", more), "small"))
        row.addLayout(texts, 1)
        return row
