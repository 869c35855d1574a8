"""The frame of a numbered route: step, title, progress, one page at a time, Back and Continue."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.desktop.theme import Theme, em_px, room_for
from ui.desktop.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XXL
from ui.desktop.widgets.controls import Button, horizontal_line
from ui.desktop.widgets.folding import FoldingRow
from ui.desktop.widgets.frames import Banner, horizontal
from ui.desktop.widgets.text import Label

LEAST_FOOT_EM = 27
"""Below this width there is no room for words beside the buttons."""
MORE_PX = 8
"""What is hidden below may be so little; it is only the air at the end."""


class Step(QWidget):
    """One page; each names its own `heading`. It sends `ready_changed` when Continue should be enabled or not, and may
    ask to go on by itself."""

    ready_changed = Signal()
    finished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme, self.heading = theme, ""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, SPACE_S, 0, 0)
        self.column.setSpacing(SPACE_M)
        self.banner = Banner(theme)

    @property
    def is_ready(self) -> bool:
        """Whether Continue is enabled."""
        return True

    @property
    def next_words(self) -> str:
        """What the button to the right says."""
        return self.tr("Continue")

    @property
    def can_go_back(self) -> bool:
        """Whether Back is enabled."""
        return True

    def entered(self) -> None:
        """The page is on screen now."""

    def left(self) -> None:
        """The page is not on screen any more; secrets are hidden here."""

    def go_on(self) -> None:
        """Continue was pressed; do what has to be done and send `finished`."""
        self.finished.emit()


class StepWizard(QDialog):
    """Shows steps one after the other. Step numbers are the language of the helpdesk call: they never change."""

    def __init__(self, theme: Theme, parent: QWidget | None, steps: Sequence[Step], foot_words: str) -> None:
        super().__init__(parent)
        self.theme, self.steps = theme, tuple(steps)
        self.setWindowTitle("Genoseal")
        self.setModal(True)
        self.number_label = Label("", "step")
        self.title_label = Label("", "h1", wrap=True)
        self.progress = QProgressBar()
        self.progress.setRange(0, len(self.steps))
        self.progress.setTextVisible(False)
        self.stack = QStackedWidget()
        for step in self.steps:
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            step.setObjectName("scrolled")
            area.setWidget(step)
            area.verticalScrollBar().rangeChanged.connect(self._say_more)
            area.verticalScrollBar().valueChanged.connect(self._say_more)
            self.stack.addWidget(area)
            step.ready_changed.connect(self._refresh)
            step.finished.connect(self.next)
        self.more_button = Button(theme, self.tr("More below"), kind="ghost", icon="chevron-down", name="more-below")
        self.more_button.clicked.connect(self._show_more)
        self.back_button = Button(theme, self.tr("Back"), name="back")
        self.next_button = Button(theme, self.tr("Continue"), kind="primary", name="continue")
        self.next_button.setDefault(True)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self._go_on)
        self._current = 0
        foot = horizontal(spacing=SPACE_M)
        self.foot = Label(foot_words, "small", wrap=True)
        foot.addWidget(self.foot, 1)
        self.buttons = FoldingRow(
            self.more_button, self.back_button, self.next_button, spacing=SPACE_M, to_the_right=True
        )
        foot.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XXL, SPACE_XL, SPACE_XXL, SPACE_XL)
        layout.setSpacing(SPACE_M)
        for widget in (self.number_label, self.title_label, self.progress):
            layout.addWidget(widget)
        layout.addWidget(self.stack, 1)
        layout.addWidget(horizontal_line())
        layout.addSpacing(SPACE_L - SPACE_M)
        layout.addLayout(foot)
        em = em_px()
        room = room_for(self)
        self.resize(min(round(em * 54), room.width()), min(round(em * 40), room.height()))
        self.setMinimumWidth(min(round(em * 40), room.width()))
        self.show_step(0)

    @property
    def current(self) -> int:
        """Index of the step on screen, from 0."""
        return self._current

    def show_step(self, index: int) -> None:
        """Go to a step without doing anything."""
        self.steps[self._current].left()
        self._current = max(0, min(index, len(self.steps) - 1))
        self.stack.setCurrentIndex(self._current)
        self._area().verticalScrollBar().setValue(0)
        self._say_more()
        self._refresh()
        self.steps[self._current].entered()

    def next(self) -> None:
        """The step on screen is done."""
        if self._current == len(self.steps) - 1:
            self.accept()
        else:
            self.show_step(self._current + 1)

    def back(self) -> None:
        """One step back."""
        self.show_step(self._current - 1)

    def done(self, result: int) -> None:
        """Closing by any way hides what the step showed."""
        self.steps[self._current].left()
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the screen is too small for both, the buttons are worth more than the words beside them."""
        super().resizeEvent(event)
        self.foot.setVisible(self.width() > em_px() * LEAST_FOOT_EM)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.steps[self._current].left()
        super().closeEvent(event)

    def _area(self) -> QScrollArea:
        area = self.stack.currentWidget()
        assert isinstance(area, QScrollArea)
        return area

    def _say_more(self) -> None:
        """Say that something is below: whoever is guided by telephone looks for it."""
        bar = self._area().verticalScrollBar()
        self.more_button.setVisible(bar.maximum() - bar.value() > MORE_PX)

    def _show_more(self) -> None:
        bar = self._area().verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep())

    def _go_on(self) -> None:
        step = self.steps[self._current]
        if step.is_ready:
            step.go_on()

    def _refresh(self) -> None:
        step = self.steps[self._current]
        number = self.tr("Step %1 of %2").replace("%1", str(self._current + 1)).replace("%2", str(len(self.steps)))
        self.number_label.setText(number)
        self.title_label.setText(step.heading)
        self.setAccessibleName(f"{number}: {step.heading}")
        self.progress.setValue(self._current + 1)
        self.progress.setAccessibleName(number)
        self.back_button.setEnabled(self._current > 0 and step.can_go_back)
        self.next_button.setEnabled(step.is_ready)
        self.next_button.setText(step.next_words)
