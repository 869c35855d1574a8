"""Walks over every widget: hostile text stays text, every focusable has a name, targets are large enough."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from client.model.service import Device, JobMessage, JobStep, Notice
from resources import ROOT
from tests.desktop.conftest import OpenedWindow, OpenWindow
from tests.desktop.shown import focusables, require_accessible, texts_of
from tests.support.desktop_core import FakeCore
from tests.support.desktop_facts import NOW, inspected_file, job, profile_view, setup, signed_in, transfer
from ui.desktop.crash import CrashSheet
from ui.desktop.dialogs.approve import ApproveSheet
from ui.desktop.dialogs.backup import BackupSheet
from ui.desktop.dialogs.profile import ProfileSheet
from ui.desktop.dialogs.proxy import ProxySheet
from ui.desktop.dialogs.recovery_codes import RecoveryCodesSheet
from ui.desktop.dialogs.review import ReviewSheet
from ui.desktop.dialogs.sign_in import PassphraseSheet, PasswordSheet, RenewCodesSheet, SignInSheet, UnlockSheet
from ui.desktop.dialogs.statements import CertificateSheet, ReceiptSheet
from ui.desktop.i18n import LANGUAGES, plural, translate, use_language
from ui.desktop.pages.help import DiagnosticsSheet
from ui.desktop.theme import Scheme, Theme
from ui.desktop.views import DeletionView, FindingView, HeaderLineView, ReceiptView
from ui.desktop.wizards.factor import FactorWizard
from ui.desktop.wizards.factor_context import FactorContext
from ui.desktop.wizards.first_run import FirstRunWizard
from ui.desktop.words import duration_words

HOSTILE = '<img src="file:///etc/passwd"><b>bold</b>\u202egpj.exe\u200b\x1b]52;c;AAAA\x07\nnext' + "x" * 1000
ROW_PX = 250
"""Two tiles beside each other: from the left one's button up to the right one's."""
NOW_TEXT = "2026-11-21T12:00:00Z"
FORBIDDEN = ("\u202e", "\u200b", "\x1b", "\x07")


def hostile_core() -> FakeCore:
    """Everything that comes from files and services is hostile."""
    core = FakeCore()
    installed = profile_view()
    helpdesk = installed.profile.helpdesk._replace(phone=HOSTILE, hours=HOSTILE, email=HOSTILE)
    consent = (installed.profile.consent[0]._replace(text=HOSTILE),)
    core.installed = installed._replace(
        profile=installed.profile._replace(institution=HOSTILE, helpdesk=helpdesk, consent=consent)
    )
    core.state = signed_in(user=HOSTILE)
    core.on_their_way = [replace(transfer(), files=tuple(replace(f, name=HOSTILE) for f in transfer().files))]
    step = JobStep(HOSTILE, "running", tuple(JobMessage("info", HOSTILE) for _number in range(20)))
    known = job()
    core.job_list = [
        replace(known, name=HOSTILE, status=known.status._replace(steps=(step,), results=(HOSTILE,))),
    ]
    core.service_notices = (Notice("warn", HOSTILE, None),)
    core.newest = HOSTILE[:40]
    core.devices = lambda: (  # type: ignore[method-assign]
        Device("d1", HOSTILE, NOW, NOW, True), Device("d2", HOSTILE, NOW, None, False),
    )  # fmt: skip
    return core


def hostile_file() -> object:
    facts = inspected_file(HOSTILE, blocked=True)
    findings = (*facts.findings, FindingView(HOSTILE[:20], HOSTILE, "warn", HOSTILE, 3, HOSTILE, HOSTILE))
    return replace(facts, findings=findings, header=(HeaderLineView(HOSTILE, ((0, 30, HOSTILE),)),), leaving=(HOSTILE,))


def require_plain(root: QWidget) -> int:
    """Fails for rich text, for invisible characters, for a line that swallows the window. Returns what it saw."""
    seen = 0
    for widget in [root, *root.findChildren(QWidget)]:
        if isinstance(widget, QLabel):
            assert widget.textFormat() == Qt.TextFormat.PlainText, widget
        assert "<img" not in widget.toolTip()
        for text in texts_of(widget):
            seen += "<img" in text
            assert not any(character in text for character in FORBIDDEN), (type(widget).__name__, text[:80])
            longest = max((len(line) for line in text.split("\n")), default=0)
            assert longest < 2_600, (type(widget).__name__, longest)
    return seen


def every_dialog(opened: OpenedWindow, files: list[object]) -> Iterator[QDialog]:
    """Each dialog and wizard once, over the same core."""
    theme, parent, bridge, core = opened.window.send_page.theme, opened.window, opened.bridge, opened.core
    named = [(Path(HOSTILE[:100].replace("/", "_").replace("\n", "_")), facts) for facts in files]
    yield ReviewSheet(theme, parent, core.installed, named)  # type: ignore[arg-type]
    yield ReviewSheet(theme, parent, None, named[:1])  # type: ignore[arg-type]
    yield SignInSheet(theme, parent, bridge, core, HOSTILE)
    yield UnlockSheet(theme, parent, bridge, core)
    yield RenewCodesSheet(theme, parent, bridge, core)
    yield PasswordSheet(theme, parent, bridge, core, 12, 3)
    yield PassphraseSheet(theme, parent, bridge, core, is_new=True)
    yield ProfileSheet(theme, parent, bridge, core, named[0][0])
    yield BackupSheet(theme, parent, bridge, core, bring_back=False)
    yield ProxySheet(theme, parent, bridge, core, HOSTILE, "anna")
    yield ApproveSheet(theme, parent, bridge, core, "anna")
    yield DiagnosticsSheet(theme, opened.window.help_page, "{}")
    bodies = (("0" * 32, HOSTILE, 1),)
    yield ReceiptSheet(theme, parent, ReceiptView(HOSTILE, HOSTILE, NOW_TEXT, NOW_TEXT, bodies, HOSTILE, 1))
    yield CertificateSheet(
        theme, parent, DeletionView(HOSTILE, NOW_TEXT, {HOSTILE: 1}, HOSTILE, HOSTILE, NOW_TEXT, HOSTILE)
    )
    yield RecoveryCodesSheet(theme, parent, ["K7QM-2ABD"] * 10, HOSTILE)
    yield CrashSheet(theme, parent, "client/tasks/send.py:41 in send")
    yield FirstRunWizard(theme, parent, opened.desk, opened.window.security_page)
    context = FactorContext(core, bridge)
    context.setup = replace(setup(), issuer=HOSTILE, account=HOSTILE)
    wizard = FactorWizard(theme, parent, context)
    for step in range(6):
        wizard.show_step(step)
        yield wizard


def test_text_from_files_and_services_is_plain_and_visible_everywhere(open_window: OpenWindow) -> None:
    opened = open_window(hostile_core())
    for name in ("send", "jobs", "results", "sign-in", "activity", "settings", "help"):
        opened.window.show_page(name)
        opened.wait_idle()
    assert require_plain(opened.window) > 8, "the hostile text must be on screen for this test to mean anything"
    for dialog in every_dialog(opened, [hostile_file(), hostile_file()]):
        dialog.show()
        require_plain(dialog)
        dialog.close()
    opened.wait_idle()


def test_every_dialog_and_focusable_has_a_name_and_every_target_24_pixels(open_window: OpenWindow) -> None:
    core = FakeCore()
    core.job_list = [job()]
    core.on_their_way = [transfer()]
    opened = open_window(core)
    for name in ("send", "jobs", "results", "sign-in", "activity", "settings", "help"):
        opened.window.show_page(name)
        opened.wait_idle()
        require_accessible(opened.window)
    for dialog in every_dialog(opened, [inspected_file(), inspected_file(blocked=True)]):
        dialog.show()
        QApplication.sendPostedEvents()
        assert dialog.accessibleName(), type(dialog).__name__
        require_accessible(dialog)
        dialog.close()
    opened.wait_idle()


@pytest.mark.parametrize("page", ["send", "jobs", "results", "sign-in", "activity", "settings", "help"])
def test_tab_reaches_everything_from_top_to_bottom_and_comes_round(open_window: OpenWindow, page: str) -> None:
    core = FakeCore()
    core.on_their_way = [transfer()]
    core.job_list = [job()]
    opened = open_window(core)
    opened.window.resize(1180, 780)
    opened.window.show_page(page)
    opened.wait_idle()
    opened.window.activateWindow()
    wanted = set(focusables(opened.window))
    start = opened.window.sidebar.pages
    start.setFocus()
    reached: list[QWidget] = [start]
    for _press in range(len(wanted) + 3):
        focused = QApplication.focusWidget() or start
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if (now := QApplication.focusWidget()) is not None and now not in reached:
            reached.append(now)
    assert wanted <= set(reached)
    inner = opened.window.page(page).scroll_area.widget()
    assert inner is not None
    tops = [one.mapTo(inner, QPoint(0, one.height() // 2)).y() for one in reached if inner.isAncestorOf(one)]
    rises = [before - after for before, after in pairwise(tops) if after < before]
    assert all(rise <= ROW_PX for rise in rises), "the order jumps upwards"


@pytest.mark.parametrize("language", [code for code, _name in LANGUAGES])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_word_of_a_button_is_cut(qtbot: QtBot, open_window: OpenWindow, language: str, scale: float) -> None:
    use_language(language)
    core = FakeCore()
    core.job_list = [job()]
    core.on_their_way = [transfer()]
    opened = open_window(core)
    theme = opened.window.send_page.theme
    theme.set_text_scale(scale)
    opened.window.resize(1180, 780)
    for name in ("send", "jobs", "results", "sign-in", "activity", "settings", "help"):
        opened.window.show_page(name)
        opened.wait_idle()
        qtbot.wait(5)
        for button in opened.window.page(name).findChildren(QAbstractButton):
            if button.isVisibleTo(opened.window):
                needed = button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
                assert button.width() >= needed, (language, name, button.text())
        page = opened.window.page(name)
        assert page.scroll_area.widget().minimumSizeHint().width() <= page.scroll_area.viewport().width() + 1, name


@pytest.mark.parametrize("language", ["da", "de"])
def test_a_catalogue_is_complete_and_keeps_its_placeholders(language: str) -> None:
    tree = ElementTree.parse(ROOT / "translations" / f"genoseal_{language}.ts")  # noqa: S314 (our own file)
    unfinished = []
    for message in tree.getroot().iter("message"):
        source, translation = message.findtext("source") or "", message.find("translation")
        assert translation is not None
        texts = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        if translation.get("type") == "unfinished" or not all(texts):
            unfinished.append(source)
        for text in texts:
            for mark in ("%1", "%2", "%n"):
                assert (mark in source) == (mark in text), source
    assert unfinished == []


def test_the_theme_can_change_while_everything_is_open(open_window: OpenWindow) -> None:
    opened = open_window()
    theme = opened.window.send_page.theme
    for scheme in (Scheme.DARK, Scheme.LIGHT, Scheme.SYSTEM):
        theme.set_scheme(scheme)
        opened.window.grab()


def test_a_count_in_words_is_written_in_groups_of_three(qtbot: QtBot) -> None:
    try:
        for code, words in (("en", "1,126 samples"), ("de", "1.126 Proben"), ("da", "1.126 prøver")):
            use_language(code)
            assert plural.tr("%n sample(s)", "", 1126) == words
        use_language("en")
        assert plural.tr("%n sample(s)", "", 126) == "126 samples"
    finally:
        use_language("en")


@pytest.mark.parametrize(("code", "words"), [("en", "3 days 12 h"), ("de", "3 Tage 12 Std."), ("da", "3 dage 12 t")])
def test_hours_are_abbreviated_as_the_language_does(qtbot: QtBot, theme: Theme, code: str, words: str) -> None:
    use_language(code)
    assert duration_words(3 * 86_400 + 12 * 3_600) == words


@pytest.mark.parametrize("language", [code for code, _name in LANGUAGES])
def test_giving_up_is_not_called_what_pausing_is_called(qtbot: QtBot, theme: Theme, language: str) -> None:
    """In German both were “Anhalten”; what is stopped for a second person is begun anew, what is paused goes on."""
    use_language(language)
    assert translate("HandOverCard", "Stop") != translate("SendPage", "Pause")


def test_the_icons_of_the_narrow_sidebar_stand_in_its_middle(open_window: OpenWindow) -> None:
    sidebar = open_window().window.sidebar
    sidebar.set_collapsed(True)
    item = sidebar.pages.visualItemRect(sidebar.pages.item(1))
    top = sidebar.pages.viewport().mapTo(sidebar, item.topLeft()).y()
    image = sidebar.grab().toImage()
    scale = image.devicePixelRatio()
    middle_row = range(round((top + 6) * scale), round((top + item.height() - 6) * scale))
    columns = [
        x
        for x in range(round(4 * scale), image.width() - round(4 * scale))
        if any(image.pixelColor(x, y) != image.pixelColor(round(4 * scale), y) for y in middle_row)
    ]
    assert abs((columns[0] + columns[-1]) / 2 - image.width() / 2) <= 2 * scale
