"""Setting up the second factor, steps 4 to 6, how they look: the recovery codes, one of them checked, the end."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.desktop.bridge import Call
from ui.desktop.theme import Theme, em_px
from ui.desktop.tokens import SPACE_M
from ui.desktop.views import AccountView
from ui.desktop.widgets.controls import Field, IconLabel
from ui.desktop.widgets.frames import Banner, horizontal
from ui.desktop.widgets.recovery_codes import RecoveryCodesPanel
from ui.desktop.widgets.text import Label
from ui.desktop.wizards.factor_context import AskingStep, FactorContext
from ui.desktop.wizards.frame import Step


class RecoveryCodesStep(Step):
    """4: ten codes, masked; print, show, copy. No file unless somebody prints into one."""

    def __init__(self, theme: Theme, context: FactorContext) -> None:
        super().__init__(theme)
        self.heading = self.tr("Keep the recovery codes")
        self._context = context
        self._kept = False
        self.column.addWidget(
            Label(self.tr("Each code works once, for a day when the phone is lost. Print them or put them into a "
                          "password manager, not into a file on this computer."), wrap=True)
        )  # fmt: skip
        self.panel = RecoveryCodesPanel(theme)
        self.panel.kept.connect(self._note_kept)
        self.column.addWidget(self.panel)
        self.column.addStretch(1)

    @property
    def is_ready(self) -> bool:
        return self._kept

    @property
    def can_go_back(self) -> bool:
        return False

    def entered(self) -> None:
        self.panel.set_codes(self._context.codes, self._context.label)
        self.panel.print_button.setFocus()

    def left(self) -> None:
        self.panel.set_codes((), "")

    def _note_kept(self) -> None:
        self._kept = True
        self.ready_changed.emit()


class CheckCodeStep(AskingStep):
    """5: one recovery code, typed from where it was kept. Only now does the factor become active."""

    def __init__(self, theme: Theme, context: FactorContext) -> None:
        super().__init__(theme, context)
        self.heading = self.tr("Check one code")
        self.column.addWidget(
            Label(self.tr("Type one of the recovery codes from your sheet or password manager. It is checked, not used "
                          "up."), wrap=True)
        )  # fmt: skip
        self.field = Field(self.tr("One recovery code"), placeholder="XXXX-XXXX-XXXX-XXXX", name="recovery-code")
        self.field.setMaximumWidth(round(em_px() * 24))
        self.field.textChanged.connect(self.ready_changed)
        self.column.addWidget(self.field)
        self.column.addWidget(self.banner)
        self.column.addStretch(1)

    @property
    def is_ready(self) -> bool:
        return len(self.field.text().strip()) >= 8 and not self.is_asking

    def entered(self) -> None:
        self.field.setFocus()

    def go_on(self) -> None:
        self.ask(Call(self._context.core.activate_factor, self.field.text().strip()), self._active)

    def _active(self, account: AccountView) -> None:
        self.answer_came()
        self.field.clear()
        self._context.account = account
        self._context.forget()
        self.finished.emit()


class FinishedStep(Step):
    """6: it is active; what happens from now on."""

    def __init__(self, theme: Theme, context: FactorContext) -> None:
        super().__init__(theme)
        self.heading = self.tr("Finished")
        done = Banner(theme)
        done.say("good", self.tr("The six-digit code is active. You are signed in."))
        self.column.addWidget(done)
        for words in (
            self.tr("From now on signing in asks for your password and the code that the app shows."),
            self.tr("Phone lost? Sign in with a recovery code, then set up the new phone under “Sign-in”."),
            self.tr("To practise, sign out and in again now, while the helpdesk is still on the line."),
        ):
            row = horizontal(spacing=SPACE_M)
            row.addWidget(IconLabel(theme, "check", 1.3, "good"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(words, wrap=True), 1)
            self.column.addLayout(row)
        self.column.addStretch(1)

    @property
    def can_go_back(self) -> bool:
        return False

    @property
    def next_words(self) -> str:
        return self.tr("Done")
