"""The six steps of the second factor: numbers, messages, and that the secret stays where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from client.account.errors import InvitationRefusedError
from tests.desktop.shown import everything_said, needs_zbar, read_qr
from tests.support.desktop_core import FakeCore
from tests.support.desktop_facts import RECOVERY_CODES, SECRET, setup
from ui.desktop.bridge import Bridge
from ui.desktop.i18n import use_language
from ui.desktop.paper import draw_recovery_codes
from ui.desktop.system.clipboard import CONCEALED_MARKS, SecretClipboard
from ui.desktop.theme import Scheme, Theme
from ui.desktop.views import CodeJudgement
from ui.desktop.widgets.qr_code import DECOY, QrCode
from ui.desktop.wizards.factor import FactorWizard
from ui.desktop.wizards.factor_context import FactorContext
from ui.desktop.wizards.factor_messages import judgement_words


@pytest.fixture
def wizard(qtbot: QtBot, theme: Theme) -> Iterator[FactorWizard]:
    bridge, core = Bridge(), FakeCore()
    shown = FactorWizard(theme, None, FactorContext(core, bridge))
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(lambda: not bridge.is_busy)
    yield shown
    shown.close()
    assert bridge.close()


def core_of(wizard: FactorWizard) -> FakeCore:
    core = wizard.context.core
    assert isinstance(core, FakeCore)
    return core


def go_to(qtbot: QtBot, wizard: FactorWizard, step: int) -> None:
    """Walk there as a person would."""
    idle: Callable[[], bool] = lambda: not wizard.context.bridge.is_busy  # noqa: E731
    if step >= 2:
        wizard.before.field.setText("ABCD-EFGH")
        wizard.next_button.click()
        qtbot.waitUntil(lambda: wizard.current == 1)
    if step >= 3:
        wizard.next_button.click()
    if step >= 4:
        wizard.type_code.field.setText("123 456")
        qtbot.waitUntil(lambda: wizard.next_button.isEnabled())
        wizard.next_button.click()
        qtbot.waitUntil(lambda: wizard.current == 3)
    if step >= 5:
        wizard.recovery_codes.panel.copy_button.click()
        wizard.next_button.click()
    if step >= 6:
        wizard.check_code.field.setText(RECOVERY_CODES[3])
        wizard.next_button.click()
        qtbot.waitUntil(lambda: wizard.current == 5)
    qtbot.waitUntil(idle)
    assert wizard.current == step - 1


def test_the_six_steps_and_their_numbers_never_change(wizard: FactorWizard) -> None:
    headings = [step.heading for step in wizard.steps]
    assert headings == [
        "Before you start", "Add the account", "Type the code", "Keep the recovery codes", "Check one code",
        "Finished",
    ]  # fmt: skip
    assert wizard.number_label.text() == "Step 1 of 6"


def test_a_whole_enrolment(qtbot: QtBot, wizard: FactorWizard) -> None:
    go_to(qtbot, wizard, 6)
    names = [name for name, _argument in core_of(wizard).asked]
    assert names.index("begin_factor") < names.index("confirm_factor_code") < names.index("activate_factor")
    assert wizard.context.account is not None
    assert wizard.context.setup is None, "the secret is forgotten once the factor is active"
    assert wizard.context.codes == ()


def test_nothing_is_active_when_the_wizard_is_closed_before_step_five(qtbot: QtBot, wizard: FactorWizard) -> None:
    go_to(qtbot, wizard, 5)
    wizard.reject()
    assert not core_of(wizard).calls("activate_factor")
    assert wizard.context.setup is None


def test_the_secret_is_in_no_text_until_it_is_asked_for_and_not_after_a_minute(
    qtbot: QtBot, wizard: FactorWizard
) -> None:
    go_to(qtbot, wizard, 2)
    step = wizard.add_account
    assert SECRET not in everything_said(wizard).replace(" ", "")
    step.reveal_button.click()
    assert step.key_label.text() == setup().grouped_secret
    for _second in range(60):
        step._tick()
    assert not step.reveal_button.isChecked()
    assert not step.qr_code.is_revealed
    assert SECRET not in everything_said(wizard).replace(" ", "")


def test_going_on_hides_the_secret(qtbot: QtBot, wizard: FactorWizard) -> None:
    go_to(qtbot, wizard, 2)
    wizard.add_account.reveal_button.click()
    wizard.next_button.click()
    assert SECRET not in everything_said(wizard).replace(" ", "")


@needs_zbar
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_phone_reads_the_picture_in_both_themes_and_scales_and_only_when_shown(
    qtbot: QtBot, theme: Theme, tmp_path: Path, scheme: Scheme, ratio: float
) -> None:
    theme.set_scheme(scheme)
    code = QrCode(theme)
    qtbot.addWidget(code)
    code.set_contents(setup().otpauth_uri)
    code.show()

    def picture() -> QImage:
        image = QImage(code.size() * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        code.render(image)
        return image

    hidden = read_qr(picture(), tmp_path)
    assert SECRET not in hidden
    assert hidden in ("", DECOY)
    code.set_revealed(True)
    assert read_qr(picture(), tmp_path) == setup().otpauth_uri


@needs_zbar
def test_the_decoy_holds_nothing_of_the_secret_even_when_made_dark(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    """A pale copy of the real symbol was once decoded; the decoy is another symbol altogether."""
    code = QrCode(theme)
    qtbot.addWidget(code)
    code.set_contents(setup().otpauth_uri)
    code.show()
    image = code.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    for x in range(image.width()):
        for y in range(image.height()):
            if image.pixelColor(x, y).lightness() < 250:
                image.setPixelColor(x, y, Qt.GlobalColor.black)
    assert SECRET not in read_qr(image, tmp_path)


@pytest.mark.parametrize(
    ("judgement", "tone", "words"),
    [
        (CodeJudgement(""), "good", "matches"),
        (CodeJudgement("3-A"), "caution", "fewer than six digits"),
        (CodeJudgement("3-B"), "problem", "another account"),
        (CodeJudgement("3-C", -180), "caution", "180"),
        (CodeJudgement("3-C", 120), "caution", "ahead"),
        (CodeJudgement("3-C", -30, typed_late=True), "caution", "a moment ago"),
        (CodeJudgement("3-D"), "caution", "used already"),
        (CodeJudgement("3-E"), "problem", "one of the two clocks"),
    ],
)
def test_each_finding_has_its_message_and_its_code(
    qtbot: QtBot, theme: Theme, judgement: CodeJudgement, tone: str, words: str
) -> None:
    shown_tone, shown = judgement_words(judgement, "North · anna")
    assert shown_tone == tone
    assert words in shown
    assert (f"(Message {judgement.message_code})" in shown) == bool(judgement.message_code)


def test_a_wrong_code_keeps_continue_disabled_and_says_why(qtbot: QtBot, wizard: FactorWizard) -> None:
    go_to(qtbot, wizard, 3)
    core_of(wizard).judgement = CodeJudgement("3-C", -180)
    wizard.type_code.field.setText("259 004")
    qtbot.waitUntil(lambda: "3-C" in wizard.type_code.banner.words)
    assert not wizard.next_button.isEnabled()
    QTest.keyClick(wizard.type_code.field, Qt.Key.Key_Return)
    assert wizard.current == 2


def test_under_five_seconds_the_step_says_wait(qtbot: QtBot, wizard: FactorWizard) -> None:
    go_to(qtbot, wizard, 3)
    wizard.type_code.show_seconds(30 * 7 + 27)
    assert wizard.type_code.left_label.text() == "Wait for the next code: 3 s"
    wizard.type_code.show_seconds(30 * 7 + 13)
    assert wizard.type_code.left_label.text() == "The next code comes in 17 s"


def test_recovery_codes_are_masked_until_kept_and_no_way_leads_past_keeping_them(
    qtbot: QtBot, wizard: FactorWizard
) -> None:
    go_to(qtbot, wizard, 4)
    assert not any(code in everything_said(wizard) for code in RECOVERY_CODES)
    assert not wizard.next_button.isEnabled()
    wizard.recovery_codes.panel.show_button.click()
    assert [label.text() for label in wizard.recovery_codes.panel.code_labels] == list(RECOVERY_CODES)
    assert wizard.next_button.isEnabled()
    wizard.next_button.click()
    assert not any(code in everything_said(wizard) for code in RECOVERY_CODES)


def test_a_refused_invitation_is_explained_on_the_step(qtbot: QtBot, wizard: FactorWizard) -> None:
    core_of(wizard).raises["begin_factor"] = InvitationRefusedError()
    wizard.before.field.setText("WRONG")
    wizard.next_button.click()
    qtbot.waitUntil(lambda: "AUTH-INVITATION" in wizard.before.banner.words)
    assert wizard.current == 0


def test_copied_codes_are_marked_concealed_and_cleared(qtbot: QtBot, theme: Theme) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    clipboard = SecretClipboard(owner)
    clipboard.copy("SECRET-CODE")
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "SECRET-CODE"
    assert {name for name, _value in CONCEALED_MARKS} <= set(mime.formats())
    clipboard.clear()
    assert QGuiApplication.clipboard().text() != "SECRET-CODE"


def test_the_clipboard_is_left_alone_when_something_else_lies_there(qtbot: QtBot, theme: Theme) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    clipboard = SecretClipboard(owner)
    clipboard.copy("SECRET-CODE")
    QGuiApplication.clipboard().setText("mine")
    clipboard.clear()
    assert QGuiApplication.clipboard().text() == "mine"
    QGuiApplication.clipboard().clear()


def test_the_printed_sheet_holds_every_code(qtbot: QtBot, theme: Theme) -> None:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    svg = QSvgGenerator()
    svg.setOutputDevice(buffer)
    painter = QPainter(svg)
    draw_recovery_codes(painter, QRectF(0, 0, 800, 1100), 96, RECOVERY_CODES, "North · anna")
    painter.end()
    text = bytes(data.data()).decode()
    assert all(code in text for code in RECOVERY_CODES)


@pytest.mark.parametrize("language", ["en", "da", "de"])
def test_picture_and_key_are_seen_together_at_large_text_in_a_narrow_window(
    qtbot: QtBot, theme: Theme, language: str
) -> None:
    """Whoever is guided by telephone should not have to be told to scroll; where they must, the window says so."""
    use_language(language)
    theme.set_text_scale(1.5)
    bridge = Bridge()
    wizard = FactorWizard(theme, None, FactorContext(FakeCore(), bridge))
    qtbot.addWidget(wizard)
    wizard.context.setup = setup()
    wizard.setMinimumWidth(0)
    wizard.resize(800, 768)
    wizard.show()
    wizard.show_step(1)
    step = wizard.add_account
    step.reveal_button.click()

    def sees(widget: QWidget) -> bool:
        return widget.visibleRegion().boundingRect().height() >= widget.height() - 1

    qtbot.waitUntil(lambda: all(map(sees, (step.qr_code, step.label_chip, step.key_label, step.reveal_button))))
    assert step.reveal_button.width() >= step.reveal_button.sizeHint().width()
    assert not wizard.more_button.isVisible()
    wizard.resize(800, 480)
    qtbot.waitUntil(wizard.more_button.isVisible)
    wizard.more_button.click()
    qtbot.waitUntil(lambda: sees(step.key_label) and not wizard.more_button.isVisible())
    assert bridge.close()
