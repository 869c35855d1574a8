"""The second factor's secret over the whole of a real enrolment: on screen while shown, and nowhere else."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from practice.server import PracticeService
from tests.desktop.shown import everything_said, needs_zbar, read_qr
from tests.support.desktop_core import FakeCore
from tests.support.desktop_facts import SECRET, setup
from tests.support.practice_client import cheap_settings
from ui.desktop.bridge import Bridge
from ui.desktop.practice_mode import PracticeWorkbench
from ui.desktop.theme import Scheme, Theme
from ui.desktop.wizards.factor import FactorWizard
from ui.desktop.wizards.factor_context import FactorContext


def picture(wizard: FactorWizard, ratio: float) -> QImage:
    """A screenshot of the whole dialog at that many pixels for each."""
    image = QImage(wizard.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    wizard.render(image)
    return image


@needs_zbar
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_screenshot_of_the_wizard_holds_the_secret_only_while_shown(
    qtbot: QtBot, theme: Theme, tmp_path: Path, scheme: Scheme, ratio: float
) -> None:
    theme.set_scheme(scheme)
    bridge = Bridge()
    context = FactorContext(FakeCore(), bridge)
    context.setup = setup()
    wizard = FactorWizard(theme, None, context)
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.show_step(1)
    assert SECRET not in read_qr(picture(wizard, ratio), tmp_path)
    wizard.add_account.reveal_button.click()
    assert read_qr(picture(wizard, ratio), tmp_path) == setup().otpauth_uri
    wizard.show_step(2)
    assert SECRET not in read_qr(picture(wizard, ratio), tmp_path)
    wizard.close()
    qtbot.waitUntil(lambda: not bridge.is_busy)
    assert bridge.close()


def test_no_log_and_no_file_holds_secret_or_recovery_codes_after_a_real_enrolment(
    qtbot: QtBot, theme: Theme, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    password_file = tmp_path / "passphrase"
    password_file.write_text("a passphrase of the test")
    password_file.chmod(0o600)
    with PracticeService(tmp_path / "service", settings=cheap_settings()) as service:
        core, bridge = PracticeWorkbench(tmp_path / "home", password_file), Bridge()
        core.install_profile(service.profile_path, service.key_fingerprint)
        core.begin_sign_in(service.user, service.password_file.read_bytes().strip())
        wizard = FactorWizard(theme, None, FactorContext(core, bridge))
        qtbot.addWidget(wizard)
        wizard.show()
        wizard.before.field.setText(service.invitation_file.read_text().strip())
        wizard.next_button.click()
        qtbot.waitUntil(lambda: wizard.current == 1, timeout=20_000)
        assert wizard.context.setup is not None
        secret = wizard.context.setup.grouped_secret.replace(" ", "")
        step = wizard.add_account
        assert not step.key_label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        assert secret not in everything_said(wizard).replace(" ", "")
        step.reveal_button.click()
        assert secret in everything_said(wizard).replace(" ", "")
        wizard.next_button.click()
        wizard.type_code.field.setText(core.practice_code() or "")
        qtbot.waitUntil(lambda: wizard.next_button.isEnabled(), timeout=20_000)
        wizard.next_button.click()
        qtbot.waitUntil(lambda: wizard.current == 3, timeout=20_000)
        codes = wizard.context.codes
        assert len(codes) == 10
        wizard.recovery_codes.panel.show_button.click()
        assert codes[0] in [label.text() for label in wizard.findChildren(QLabel)]
        wizard.next_button.click()
        wizard.check_code.field.setText(codes[3])
        wizard.next_button.click()
        qtbot.waitUntil(lambda: wizard.current == 5, timeout=20_000)
        qtbot.waitUntil(lambda: not bridge.is_busy)
        said = everything_said(wizard).replace(" ", "")
        wizard.close()
        core.close()
        assert bridge.close()
    kept = [file.read_bytes() for file in (tmp_path / "home").rglob("*") if file.is_file()]
    assert kept
    for hidden in (secret, *codes):
        assert hidden not in said
        assert hidden not in caplog.text
        assert not any(hidden.encode() in contents for contents in kept)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
