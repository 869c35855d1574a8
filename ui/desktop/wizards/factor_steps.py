"""The six steps of setting up the second factor: how they look. What counts is decided in `client.account`."""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QWidget

from ui.desktop.bridge import Bridge, Report
from ui.desktop.core import FactorCore
from ui.desktop.error_words import show_error
from ui.desktop.theme import Theme, em_px
from ui.desktop.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from ui.desktop.views import AccountView, CodeJudgement, FactorSetup
from ui.desktop.widgets.controls import Button, Field, IconLabel
from ui.desktop.widgets.folding import FoldingRow
from ui.desktop.widgets.frames import Banner, horizontal, vertical
from ui.desktop.widgets.qr_code import QrCode
from ui.desktop.widgets.recovery_codes import RecoveryCodesPanel
from ui.desktop.widgets.text import Label
from ui.desktop.wizards.factor_messages import judgement_words
from ui.desktop.wizards.frame import Step

HIDE_AFTER_S = 60
TIME_STEP_S = 30
WAIT_BELOW_S = 5
MASK = "••••"
BESIDE_EM = 15
LARGEST_CLOCK_OFFSET_S = 30


class FactorContext:
    """What the steps share: the core, the bridge, and the setup while it is needed."""

    def __init__(self, core: FactorCore, bridge: Bridge, *, replaces: bool = False, invitation: str = "") -> None:
        self.core, self.bridge, self.replaces, self.invitation = core, bridge, replaces, invitation
        self.setup: FactorSetup | None = None
        self.codes: tuple[str, ...] = ()
        self.account: AccountView | None = None

    @property
    def label(self) -> str:
        """What the app must show."""
        return "" if self.setup is None else f"{self.setup.issuer} · {self.setup.account}"

    def forget(self) -> None:
        """Drop the secret and the codes."""
        self.setup, self.codes = None, ()


class BeforeStep(Step):
    """1: phone, app, printer, nobody watching, the clock; and the code that allows it."""

    def __init__(self, theme: Theme, context: FactorContext) -> None:
        super().__init__(theme, "")
        self.heading = self.tr("Before you start")
        self._context = context
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
        self.field.textChanged.connect(self._changed)
        self.column.addSpacing(SPACE_S)
        self.column.addWidget(Label(words, "muted", wrap=True))
        self.column.addWidget(self.field)
        self.column.addWidget(self.banner)
        self.column.addStretch(1)
        self._busy = False

    @property
    def is_ready(self) -> bool:
        return bool(self.field.text().strip()) and not self._busy

    def entered(self) -> None:
        self._context.bridge.run(self._ask_clock, done=self._clock_known, failed=self._clock_unknown, lane="factor")
        self.field.setFocus()

    def go_on(self) -> None:
        if self._context.setup is not None:
            self.finished.emit()
            return
        self._busy = True
        self.ready_changed.emit()
        self._context.bridge.run(self._begin, done=self._begun, failed=self._refused, lane="factor")

    def _ask_clock(self, report: Report, stop: threading.Event) -> float:
        return self._context.core.clock_offset_s()

    def _begin(self, report: Report, stop: threading.Event) -> FactorSetup:
        typed = self.field.text().strip()
        if not self._context.replaces:
            return self._context.core.begin_factor(typed)
        digits = "".join(character for character in typed if not character.isspace())
        is_code = len(digits) == 6 and digits.isdigit()
        return self._context.core.begin_new_factor(typed, is_recovery_code=not is_code)

    def _begun(self, setup: FactorSetup) -> None:
        self._busy = False
        self._context.setup = setup
        self.field.clear()
        self.banner.clear()
        self.finished.emit()

    def _refused(self, error: Exception) -> None:
        self._busy = False
        show_error(self.banner, error)
        self.ready_changed.emit()

    def _clock_known(self, offset_s: float) -> None:
        self.show_clock(offset_s)

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

    def _changed(self) -> None:
        self.ready_changed.emit()


class _Beside(QWidget):
    """Wrapped words that can do with little room: beside the picture they are seen with it."""

    def sizeHint(self) -> QSize:
        return QSize(round(em_px() * BESIDE_EM), super().sizeHint().height())


class AddAccountStep(Step):
    """2: the picture and the key, hidden until asked for, and for a minute at most."""

    def __init__(self, theme: Theme, context: FactorContext) -> None:
        super().__init__(theme, "")
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


class TypeCodeStep(Step):
    """3: one code from the app, judged here first; the messages 3-A to 3-E."""

    def __init__(self, theme: Theme, context: FactorContext) -> None:
        super().__init__(theme, "")
        self.heading = self.tr("Type the code")
        self._context = context
        self._judged = CodeJudgement("3-A")
        self._busy = False
        self.intro = Label("", wrap=True)
        self.field = Field(self.tr("Six-digit code"), placeholder="123 456", name="totp-code")
        self.field.setMaxLength(12)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.field.setFixedWidth(round(em_px() * 18))
        self.field.textChanged.connect(self._typed)
        self.left_label = Label("", "muted", wrap=True)
        self.phone_label = Label("", "muted", wrap=True)
        row = horizontal(spacing=SPACE_L)
        row.addWidget(self.field)
        row.addWidget(self.left_label, 1)
        for item in (self.intro, self.banner, self.phone_label):
            self.column.addWidget(item)
        self.column.insertLayout(1, row)
        self.column.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setInterval(500)
        self._timer.timeout.connect(self.show_seconds)

    @property
    def is_ready(self) -> bool:
        return self._judged.is_right and not self._busy

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
        self._busy = True
        self.ready_changed.emit()
        self._context.bridge.run(self._confirm, done=self._confirmed, failed=self._refused, lane="factor")

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

    def say_too_short(self) -> None:
        """3-A, when Enter came before the sixth digit."""
        self.banner.say(*judgement_words(CodeJudgement("3-A"), self._context.label))

    def _typed(self, text: str) -> None:
        self._judged = CodeJudgement("3-A")
        self.ready_changed.emit()
        self._context.bridge.run(_Judge(self._context.core, text), done=self._judge_done, lane="factor")

    def _judge_done(self, answer: tuple[str, CodeJudgement]) -> None:
        text, judgement = answer
        if text == self.field.text():
            self.show_judgement(judgement)

    def _confirm(self, report: Report, stop: threading.Event) -> object:
        return self._context.core.confirm_factor_code(self.field.text())

    def _confirmed(self, answer: tuple[CodeJudgement, tuple[str, ...]]) -> None:
        self._busy = False
        judgement, codes = answer
        if codes:
            self._context.codes = codes
            self.finished.emit()
        else:
            self.show_judgement(judgement)

    def _refused(self, error: Exception) -> None:
        self._busy = False
        show_error(self.banner, error)
        self.ready_changed.emit()


class _Judge:
    def __init__(self, core: FactorCore, text: str) -> None:
        self._core, self._text = core, text

    def __call__(self, report: Report, stop: threading.Event) -> tuple[str, CodeJudgement]:
        return self._text, self._core.check_factor_code(self._text)


class RecoveryCodesStep(Step):
    """4: ten codes, masked; print, show, copy. No file unless somebody prints into one."""

    def __init__(self, theme: Theme, context: FactorContext) -> None:
        super().__init__(theme, "")
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


class CheckCodeStep(Step):
    """5: one recovery code, typed from where it was kept. Only now does the factor become active."""

    def __init__(self, theme: Theme, context: FactorContext) -> None:
        super().__init__(theme, "")
        self.heading = self.tr("Check one code")
        self._context = context
        self._busy = False
        self.column.addWidget(
            Label(self.tr("Type one of the recovery codes from your sheet or password manager. It is checked, not used "
                          "up."), wrap=True)
        )  # fmt: skip
        self.field = Field(self.tr("One recovery code"), placeholder="XXXX-XXXX-XXXX-XXXX", name="recovery-code")
        self.field.setMaximumWidth(round(em_px() * 24))
        self.field.textChanged.connect(self._changed)
        self.column.addWidget(self.field)
        self.column.addWidget(self.banner)
        self.column.addStretch(1)

    @property
    def is_ready(self) -> bool:
        return len(self.field.text().strip()) >= 8 and not self._busy

    def entered(self) -> None:
        self.field.setFocus()

    def go_on(self) -> None:
        self._busy = True
        self.ready_changed.emit()
        self._context.bridge.run(self._activate, done=self._active, failed=self._refused, lane="factor")

    def _activate(self, report: Report, stop: threading.Event) -> AccountView:
        return self._context.core.activate_factor(self.field.text().strip())

    def _active(self, account: AccountView) -> None:
        self._busy = False
        self.field.clear()
        self._context.account = account
        self._context.forget()
        self.finished.emit()

    def _refused(self, error: Exception) -> None:
        self._busy = False
        show_error(self.banner, error)
        self.ready_changed.emit()

    def _changed(self) -> None:
        self.ready_changed.emit()


class FinishedStep(Step):
    """6: it is active; what happens from now on."""

    def __init__(self, theme: Theme, context: FactorContext) -> None:
        super().__init__(theme, "")
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
