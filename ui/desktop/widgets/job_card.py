"""One job as a card: how it stands, what the service says, when it is deleted, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from client.model.display import display_text
from client.model.service import JobStatus, JobStep
from ui.desktop.theme import Theme
from ui.desktop.tokens import SPACE_M, SPACE_S
from ui.desktop.views import JobView
from ui.desktop.widgets.controls import Button, IconLabel
from ui.desktop.widgets.folding import FoldingRow
from ui.desktop.widgets.frames import Card, horizontal, vertical
from ui.desktop.widgets.row_drawing import draw_pill, pill_width
from ui.desktop.widgets.text import Label, PathLabel
from ui.desktop.words import duration_words, id_words, join_words, more_words, time_words

MOST_STEPS = 30
MOST_MESSAGES = 12
_PILL = {
    "waiting": ("clock", "text_soft", "sunken"),
    "running": ("hourglass", "accent", "accent_tint"),
    "succeeded": ("circle-check", "good", "good_tint"),
    "opened": ("lock-open", "good", "good_tint"),
    "restored": ("user-round", "good", "good_tint"),
    "failed": ("circle-alert", "problem", "problem_tint"),
    "cancelled": ("ban", "text_soft", "sunken"),
    "deleted": ("trash-2", "text_soft", "sunken"),
    "certified": ("shield-check", "good", "good_tint"),
    "asked": ("trash-2", "caution", "caution_tint"),
}


class Pill(QWidget):
    """Icon and word on a tinted ground; the same drawing as in the queue."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._look, self._words = theme, "waiting", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def say(self, look: str, words: str) -> None:
        """Show `words` in the look of that state."""
        self._look, self._words = look, words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(pill_width(self._words, self.font()) + 2, self.fontMetrics().height() + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        icon, colour, tint = _PILL.get(self._look, _PILL["waiting"])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRect(0, 0, self.width(), self.height())
        draw_pill(painter, place, self._words, icon, self._theme.colour(colour), self._theme.colour(tint), self.font())
        painter.end()


class JobCard(Card):
    """State, steps with the service's messages as plain text, countdown. `asked(job, what)`: a button was pressed;
    `what` is results, receipt, certificate, cancel or delete."""

    asked = Signal(str, str)

    def __init__(self, theme: Theme, job: JobView) -> None:
        super().__init__(spacing=SPACE_M)
        self._theme, self._job = theme, job
        status = job.status
        title = PathLabel("h2")
        sent_at = time_words(status.submitted_at.isoformat())
        sent = self.tr("Sent %1").replace("%1", sent_at)
        self._title = display_text(job.name or self.tr("Job of %1").replace("%1", sent_at), 60)
        title.show_name(self._title, 60)
        identity = self.tr("Job %1").replace("%1", id_words(display_text(status.id, 100)))
        self.pill = Pill(theme)
        head = horizontal(spacing=SPACE_M)
        head.addLayout(vertical(title, Label(join_words(sent, identity), "small", wrap=True), spacing=2), 1)
        head.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        for step in _worth_showing(status.steps):
            self.body.addLayout(self._step(step.name, step.state, [message.text for message in step.messages]))
        self._say_more(self.body, len(status.steps) - MOST_STEPS)
        self.countdown = Label("", "small", wrap=True)
        self.body.addWidget(self.countdown)
        self.body.addWidget(self._build_buttons(theme))
        self.pill.say(_look_of(job), self._state_words(job))
        self.show_countdown()

    def _build_buttons(self, theme: Theme) -> FoldingRow:
        self.receipt_button = Button(theme, self.tr("Receipt…"), kind="ghost", icon="scroll-text")
        self.certificate_button = Button(theme, self.tr("Certificate…"), kind="ghost", icon="shield-check")
        self.cancel_button = Button(theme, self.tr("Cancel job…"), kind="ghost", icon="ban")
        self.delete_button = Button(theme, self.tr("Delete now…"), kind="ghost", icon="trash-2")
        self.results_button = Button(theme, self.tr("Get results…"), icon="download")
        state, is_ours = self._job.status.state, self._job.is_of_this_computer
        for button, what, is_possible in (
            (self.receipt_button, "receipt", is_ours),
            (self.certificate_button, "certificate", is_ours and state == "deleted"),
            (self.cancel_button, "cancel", not self._job.status.is_final),
            (self.delete_button, "delete", is_ours and state != "deleted"),
            (self.results_button, "results", is_ours and state == "succeeded"),
        ):
            button.setObjectName(f"{what}-{self._job.status.id}")
            button.setAccessibleName(f"{button.text()} {self._title}")
            if not is_possible:
                # Never shown before it has its place: without a parent it would be a window of its own.
                button.hide()
            button.clicked.connect(self._clicked)
        return FoldingRow(
            self.receipt_button, self.certificate_button, self.cancel_button, self.delete_button, self.results_button,
            spacing=SPACE_M, to_the_right=True,
        )  # fmt: skip

    def say_asked(self, words: str) -> None:
        """Something was asked of the service and it has not answered: say so, and let nothing be asked twice."""
        self.pill.say("asked", words)
        asking = (self.cancel_button, self.delete_button)
        if self.window().focusWidget() in asking:
            # Qt would give the focus of a button that is switched off to whatever comes next in the window.
            self.receipt_button.setFocus()
        for button in asking:
            button.setEnabled(False)

    def show_countdown(self, now: datetime | None = None) -> None:
        """When the service deletes it; by the service's own time."""
        status = self._job.status
        if self._job.standing == "certified":
            self.countdown.setText(self.tr("Deleted at the service; its signed certificate is verified and kept here."))
        elif status.state == "deleted":
            self.countdown.setText(self.tr("Deleted, says the service. Its certificate proves who said so."))
        elif status.delete_after is None:
            self.countdown.setText(self.tr("The service deletes it when it is finished and its time is over."))
        else:
            seconds = (status.delete_after - (now or datetime.now(UTC))).total_seconds()
            words = duration_words(max(0.0, seconds))
            self.countdown.setText(self.tr("Deleted at the service in %1.").replace("%1", words))

    def _clicked(self) -> None:
        what, _dash, job = self.sender().objectName().partition("-")
        self.asked.emit(job, what)

    def _state_words(self, job: JobView) -> str:
        """Never more than is known: what the service reports, and what this computer did itself."""
        return {
            "waiting": self.tr("Waiting"),
            "running": self.tr("Running"),
            "succeeded": self.tr("Results ready"),
            "opened": self.tr("Opened here"),
            "restored": self.tr("Names restored"),
            "failed": self.tr("Failed"),
            "cancelled": self.tr("Cancelled"),
            "deleted": self.tr("Deleted"),
            "certified": self.tr("Certificate verified"),
        }.get(_look_of(job), job.status.state[:20])

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
        self._say_more(texts, len(messages) - MOST_MESSAGES)
        row.addLayout(texts, 1)
        return row

    def _say_more(self, place: QBoxLayout, more: int) -> None:
        if more > 0:
            place.addWidget(Label(more_words(more), "small"))


def _worth_showing(steps: Sequence[JobStep]) -> list[JobStep]:
    """All, in their order; of more than a card takes first those that have not simply succeeded."""
    numbers = sorted(range(len(steps)), key=lambda number: (steps[number].state == "succeeded", number))
    return [steps[number] for number in sorted(numbers[:MOST_STEPS])]


def _look_of(job: JobView) -> str:
    """Which state is shown: what this computer did counts where it says more than the service's word."""
    status: JobStatus = job.status
    if job.standing == "certified" or (status.state == "succeeded" and job.standing):
        return job.standing
    return status.state
