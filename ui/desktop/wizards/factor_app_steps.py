"""Setting up the second factor, steps 1 to 3, how they look: what is needed, the account in the app, a code from it.

What counts is decided in `client.account`.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QWidget

from ui.desktop.bridge import Call
from ui.desktop.core import FactorCore
from ui.desktop.theme import Theme, em_px
from ui.desktop.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from ui.desktop.views import CodeJudgement, FactorSetup
from ui.desktop.widgets.controls import Button, Field, IconLabel
from ui.desktop.widgets.folding import FoldingRow
from ui.desktop.widgets.frames import Banner, horizontal, vertical
from ui.desktop.widgets.qr_code import QrCode
from ui.desktop.widgets.text import Label
from ui.desktop.wizards.factor_context import LARGEST_CLOCK_OFFSET_S, AskingStep, FactorContext
from ui.desktop.wizards.factor_messages import judgement_words
from ui.desktop.wizards.frame import Step

HIDE_AFTER_S = 60
TIME_STEP_S = 30
WAIT_BELOW_S = 5
MASK = "••••"
BESIDE_EM = 15


class BeforeStep(AskingStep):
    """1: phone, app, printer, nobody watching, the clock; and the code that allows it."""

    def __init__(self, theme: Theme, context: FactorContext) -> None:
        super().__init__(theme, context)
        self.heading = self.tr("Before you start")
        for icon, words in (
            ("smartphone", self.tr("Have your phone with an authenticator app: Microsoft Authenticator, Google "
                                   "Authenticator, Aegis, 2FAS or another.")),
            ("eye-off", self.tr("If you share your screen, stop now. The picture in step 2 is secret.")),
            ("printer", self.tr("Have a printer or a password manager ready for the recovery codes in step 4.")),
        ):  # fmt: skip
            row = horizontal(spacing=SPACE_M)
            row.addWidget(IconLabel(theme, icon, 1.5, "accent"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(words, wrap=True), 1)
            self.column.addLayout(row)
        self.clock = Banner(theme, "info", self.tr("Comparing this computer's clock with the service …"))
        self.column.addWidget(self.clock)
        if context.replaces:
            words = self.tr("A code that your app shows now, or one of your recovery codes")
        else:
            words = self.tr("The invitation code that your helpdesk gave you")
        self.field = Field(words, name="invitation")
        self.field.setText(context.invitation)
        self.field.setMaximumWidth(round(em_px() * 22))
        self.field.textChanged.connect(self.ready_changed)
        self.column.addSpacing(SPACE_S)
        self.column.addWidget(Label(words, "muted", wrap=True))
        self.column.addWidget(self.field)
        self.column.addWidget(self.banner)
        self.column.addStretch(1)

    @property
    def is_ready(self) -> bool:
        return bool(self.field.text().strip()) and not self.is_asking

    def entered(self) -> None:
        asked = Call(self._context.core.clock_offset_s)
        self._context.bridge.run(asked, done=self.show_clock, failed=self._clock_unknown, lane="factor")
        self.field.setFocus()

    def go_on(self) -> None:
        if self._context.setup is not None:
            self.finished.emit()
            return
        self.ask(self._begin(self.field.text().strip()), self._begun)

    def _begin(self, typed: str) -> Call:
        core = self._context.core
        if not self._context.replaces:
            return Call(core.begin_factor, typed)
        digits = "".join(typed.split())
        is_code = len(digits) == 6 and digits.isdigit()
        return Call(core.begin_new_factor, typed, is_recovery_code=not is_code)

    def _begun(self, setup: FactorSetup) -> None:
        self.answer_came()
        self._context.setup = setup
        self.field.clear()
        self.banner.clear()
        self.finished.emit()

    def show_clock(self, offset_s: float) -> None:
        """Say how far the two clocks are apart."""
        if abs(offset_s) <= LARGEST_CLOCK_OFFSET_S:
            self.clock.say("good", self.tr("Clock checked: this computer and the service agree."))
        else:
            self.clock.say(
                "caution",
                self.tr("This computer's clock is %n second(s) off. Codes may be refused; have it put right first.",
                        "", round(abs(offset_s))),
            )  # fmt: skip

    def _clock_unknown(self, error: Exception) -> None:
        self.clock.say("caution", self.tr("The service's clock could not be asked. You can go on."))


class _Beside(QWidget):
    """Wrapped words that can do with little room: beside the picture they are seen with it."""

    def sizeHint(self) -> QSize:
        return QSize(round(em_px() * BESIDE_EM), super().sizeHint().height())


class AddAccountStep(Step):
    """2: the picture and the key, hidden until asked for, and for a minute at most."""

    def __init__(self, theme: Theme, context: FactorContext) -> None:
        super().__init__(theme)
        self.heading = self.tr("Add the account")
        self._context = context
        self.qr_code = QrCode(theme)
        self.label_chip = Label("", "chip", wrap=True)
        self.key_label = Label("", "code", wrap=True)
        self.reveal_button = Button(theme, self.tr("Show picture and key"), icon="eye", name="reveal")
        self.reveal_button.setCheckable(True)
        self.reveal_button.toggled.connect(self._reveal)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._left_s = 0
        words = _Beside()
        words.setLayout(vertical(
            FoldingRow(self.reveal_button),
            Label(self.tr("In the app choose “Add account” or “+”, then scan this picture. The app must then show "
                          "exactly:"), wrap=True),
            self.label_chip,
            Label(self.tr("Cannot scan? Type this key instead (kind of account: time-based):"), "muted", wrap=True),
            self.key_label,
            None,
            spacing=SPACE_M,
        ))  # fmt: skip
        self.column.addWidget(FoldingRow(self.qr_code, words, spacing=SPACE_XL, grows=1))
        self.column.addStretch(1)
        self._mask()

    def entered(self) -> None:
        setup = self._context.setup
        if setup is not None:
            self.label_chip.set_outside_text(self._context.label, 120)
            self.qr_code.set_contents(setup.otpauth_uri)
        self._mask()
        self.reveal_button.setFocus()

    def left(self) -> None:
        self.reveal_button.setChecked(False)
        self.qr_code.forget()
        self._mask()

    def _reveal(self, on: bool) -> None:
        setup = self._context.setup
        self.qr_code.set_revealed(on)
        self.reveal_button.set_icon("eye-off" if on else "eye")
        if on and setup is not None:
            self.key_label.setText(setup.grouped_secret)
            self._left_s = HIDE_AFTER_S
            self._timer.start()
            self._say_left()
        else:
            self._mask()

    def _tick(self) -> None:
        self._left_s -= 1
        if self._left_s <= 0:
            self.reveal_button.setChecked(False)
        else:
            self._say_left()

    def _say_left(self) -> None:
        self.reveal_button.setText(self.tr("Hide (hides itself in %n s)", "", self._left_s))

    def _mask(self) -> None:
        self._timer.stop()
        self.key_label.setText(" ".join([MASK] * 8))
        self.reveal_button.setText(self.tr("Show picture and key"))


class TypeCodeStep(AskingStep):
    """3: one code from the app, judged here first; the messages 3-A to 3-E."""

    def __init__(self, theme: Theme, context: FactorContext) -> None:
        super().__init__(theme, context)
        self.heading = self.tr("Type the code")
        self._judged = CodeJudgement("3-A")
        self.intro = Label("", wrap=True)
        self.field = Field(self.tr("Six-digit code"), placeholder="123 456", name="totp-code")
        self.field.setMaxLength(12)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.field.setMaximumWidth(round(em_px() * 18))
        self.field.textChanged.connect(self._typed)
        # In one line, for “3 s” means nothing with the 3 above the s.
        self.left_label = Label("", "muted")
        self.phone_label = Label("", "muted", wrap=True)
        for item in (
            self.intro,
            FoldingRow(self.field, self.left_label, spacing=SPACE_L),
            self.banner,
            self.phone_label,
        ):
            self.column.addWidget(item)
        self.column.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setInterval(500)
        self._timer.timeout.connect(self.show_seconds)

    @property
    def is_ready(self) -> bool:
        return self._judged.is_right and not self.is_asking

    def entered(self) -> None:
        app = self._context.label
        self.intro.setText(
            self.tr("Type the six digits that the app shows for “%1”. They change every 30 seconds; spaces do not "
                    "matter.").replace("%1", app)
        )  # fmt: skip
        self.field.clear()
        self.banner.clear()
        self._timer.start()
        self.show_seconds()
        self.field.setFocus()

    def left(self) -> None:
        self._timer.stop()

    def go_on(self) -> None:
        self.ask(Call(self._context.core.confirm_factor_code, self.field.text()), self._confirmed)

    def show_seconds(self, now_s: float | None = None) -> None:
        """How long the present code is still shown."""
        left = TIME_STEP_S - int(time.time() if now_s is None else now_s) % TIME_STEP_S
        code = self._context.core.practice_code()
        self.phone_label.setVisible(code is not None)
        if code is not None:
            shown = f"{code[:3]} {code[3:]}"
            self.phone_label.setText(self.tr("Practice phone shows: %1").replace("%1", shown))
        if left < WAIT_BELOW_S:
            self.left_label.setText(self.tr("Wait for the next code: %n s", "", left))
        else:
            self.left_label.setText(self.tr("The next code comes in %n s", "", left))

    def show_judgement(self, judgement: CodeJudgement) -> None:
        """Say what was found; nothing while somebody is still typing."""
        self._judged = judgement
        typed = "".join(character for character in self.field.text() if character.isalnum())
        if judgement.message_code == "3-A" and len(typed) < 6:
            self.banner.clear()
        else:
            self.banner.say(*judgement_words(judgement, self._context.label))
        self.ready_changed.emit()

    def _typed(self, text: str) -> None:
        self._judged = CodeJudgement("3-A")
        self.ready_changed.emit()
        self._context.bridge.run(Call(_judge, self._context.core, text), done=self._judge_done, lane="factor")

    def _judge_done(self, answer: tuple[str, CodeJudgement]) -> None:
        text, judgement = answer
        if text == self.field.text():
            self.show_judgement(judgement)

    def _confirmed(self, answer: tuple[CodeJudgement, tuple[str, ...]]) -> None:
        self.answer_came()
        judgement, codes = answer
        if codes:
            self._context.codes = codes
            self.finished.emit()
        else:
            self.show_judgement(judgement)


def _judge(core: FactorCore, text: str) -> tuple[str, CodeJudgement]:
    """The text goes along: another one may be in the field when the answer comes."""
    return text, core.check_factor_code(text)
