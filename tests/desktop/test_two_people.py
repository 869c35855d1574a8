"""Under rules that want two people: the researcher prepares and hands over, the second person approves, it is sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from client.model.handover import BuildSaid
from client.tasks.approval_errors import ApprovalNeededError, ApprovalOtherError, ReportFilesError
from tests.desktop.conftest import OpenedWindow, OpenWindow, confirm
from tests.support.desktop_core import FakeCore
from ui.desktop.dialogs.approve import ApproveSheet
from ui.desktop.dialogs.review import ReviewSheet
from ui.desktop.i18n import use_language
from ui.desktop.pages.send import SendPage
from ui.desktop.theme import Theme
from ui.desktop.views import HandOverOrder, SendOrder
from ui.desktop.widgets import approval_card
from ui.desktop.widgets.text import Label


@pytest.fixture
def staged(open_window: OpenWindow, tmp_path: Path) -> OpenedWindow:
    """A window under rules for two people, with one file that is ready."""
    core = FakeCore()
    core.two_people = "two-people"
    opened = open_window(core)
    opened.stage(tmp_path, "a.vcf")
    return opened


def test_without_such_rules_no_second_person_is_wanted_but_anybody_can_be_one(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    opened = open_window()
    opened.stage(tmp_path, "a.vcf")
    assert opened.window.send_page.approve_button.isVisibleTo(opened.window)
    opened.review(lambda sheet: _require(sheet.approval is None))


def _require(is_so: bool) -> None:
    assert is_so


def test_consent_alone_sends_nothing_and_the_review_says_what_is_missing(staged: OpenedWindow) -> None:
    def look(sheet: ReviewSheet) -> None:
        confirm(sheet)
        assert sheet.approval is not None
        assert sheet.approval.isVisible()
        assert not sheet.send_button.isEnabled()
        assert "second person" in sheet.foot_words.text()

    staged.review(look)
    assert staged.core.calls("send") == []


def test_the_files_are_prepared_into_the_folder_that_is_handed_over(
    qtbot: QtBot, staged: OpenedWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, page = tmp_path / "for Birk", staged.window.send_page
    monkeypatch.setattr(approval_card, "choose_folder", lambda *_: folder)
    staged.core.hold.clear()
    staged.review(lambda sheet: sheet.approval.prepare_button.click())  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: "43 %" in page.hand_over.words.text())
    assert page.hand_over.stop_button.isVisible()
    assert page.hand_over.bar.isVisible()
    staged.core.hold.set()
    qtbot.waitUntil(lambda: not page.hand_over.is_under_way)
    assert staged.core.calls("prepare_for_approval") == [HandOverOrder((tmp_path / "a.vcf",), folder)]
    assert page.hand_over.place.accessibleName() == str(folder)
    assert "approval.json" in page.hand_over.words.text()
    assert staged.desk.ready_keys, "the file is still there, to be sent when the approval has come"


def test_a_change_of_language_keeps_what_is_handed_over(
    qtbot: QtBot, staged: OpenedWindow, theme: Theme, tmp_path: Path
) -> None:
    """The window is built anew then, over the same desk."""
    staged.core.hold.clear()
    staged.window.send_page.hand_over.start(HandOverOrder((tmp_path / "a.vcf",), tmp_path / "out"))
    qtbot.waitUntil(lambda: "43 %" in staged.window.send_page.hand_over.words.text())
    use_language("da")
    page = SendPage(theme, staged.desk)
    qtbot.addWidget(page)
    assert page.hand_over.isVisibleTo(page)
    assert page.hand_over.stop_button.isVisibleTo(page)
    assert "43 %" in page.hand_over.words.text()
    staged.core.hold.set()
    qtbot.waitUntil(lambda: not page.hand_over.is_under_way)
    use_language("de")
    page = SendPage(theme, staged.desk)
    qtbot.addWidget(page)
    assert page.hand_over.isVisibleTo(page)
    assert page.hand_over.title.text() == "Bereit für die zweite Person"
    assert page.hand_over.place.accessibleName() == str(tmp_path / "out")
    page.hand_over.close_button.click()
    assert not page.hand_over.isVisibleTo(page)


def test_preparing_for_the_second_person_can_be_stopped(qtbot: QtBot, staged: OpenedWindow, tmp_path: Path) -> None:
    page = staged.window.send_page
    staged.core.hold.clear()
    page.hand_over.start(HandOverOrder((tmp_path / "a.vcf",), tmp_path / "out"))
    qtbot.waitUntil(lambda: "43 %" in page.hand_over.words.text())
    page.hand_over.stop_button.click()
    qtbot.waitUntil(lambda: not page.hand_over.is_under_way)
    assert not page.hand_over.isVisible()
    assert "APPROVAL-STOPPED" in page.banner.words


def test_with_the_approval_it_is_sent(
    qtbot: QtBot, staged: OpenedWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "approval.json"
    monkeypatch.setattr(approval_card, "choose_file", lambda *_: file)

    def open_and_send(sheet: ReviewSheet) -> None:
        card = sheet.approval
        assert card is not None
        confirm(sheet)
        staged.core.raises["check_approval"] = ApprovalOtherError(what="map")
        card.open_button.click()
        qtbot.waitUntil(lambda: "APPROVAL-OTHER" in card.banner.words)
        assert not sheet.send_button.isEnabled(), "an approval of something else counts for nothing"
        staged.core.raises.clear()
        card.open_button.click()
        qtbot.waitUntil(lambda: card.approval is not None)
        assert "birk-dam" in card.banner.words
        sheet.send_button.click()

    staged.review(open_and_send)
    staged.wait_idle()
    (order,) = staged.core.calls("send")
    assert isinstance(order, SendOrder)
    assert order.approval == file


def test_rules_that_came_with_a_renewed_profile_are_asked_for_again(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    core = FakeCore()
    opened = open_window(core)
    opened.stage(tmp_path, "a.vcf")
    core.raises["send"], core.two_people = ApprovalNeededError(policy="two-people"), "two-people"
    opened.send(tmp_path / "a.vcf")
    qtbot.waitUntil(lambda: opened.desk.second_person == "two-people")
    page = opened.window.send_page
    assert "APPROVAL-NEEDED" in page.banner.words
    assert "--" not in page.banner.words
    assert page.approve_button.isVisible()


@pytest.fixture
def sheet(qtbot: QtBot, staged: OpenedWindow) -> ApproveSheet:
    page = staged.window.send_page
    opened = ApproveSheet(page.theme, page, staged.bridge, staged.core, "birk-dam")  # type: ignore[arg-type]
    qtbot.addWidget(opened)
    opened.show()
    return opened


def test_the_second_person_reads_and_approves(
    qtbot: QtBot, staged: OpenedWindow, sheet: ApproveSheet, tmp_path: Path
) -> None:
    assert not sheet.approve_button.isEnabled()
    sheet.look_at(tmp_path)
    qtbot.waitUntil(lambda: sheet.facts.isVisible())
    assert sheet.page_button.isVisible()
    assert not sheet.approve_button.isEnabled(), "nobody has said yes yet"
    sheet.consent.click()
    sheet.approver.clear()
    assert not sheet.approve_button.isEnabled(), "nobody knows whose yes it is"
    sheet.approver.setText("birk-dam")
    assert sheet.approve_button.isEnabled()
    sheet.approve_into(tmp_path / "approval.json")
    qtbot.waitUntil(lambda: bool(staged.core.calls("approve")) and not staged.bridge.is_busy)
    assert staged.core.calls("approve") == [(tmp_path, "birk-dam", tmp_path / "approval.json")]
    assert "approval.json" in sheet.banner.words
    assert not sheet.approve_button.isVisible(), "nothing is approved twice"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (BuildSaid(by_header=True), " (the headers say it)"),
        (BuildSaid(by_person=True), " (whoever prepared the files said it; the headers do not)"),
        (
            BuildSaid(by_header=True, by_person=True),
            " (some headers say it; of the other files whoever prepared them said it)",
        ),
        (
            BuildSaid(by_person=True, is_confirmed=True),
            " (whoever prepared the files said it; the headers do not). Well-known variants lie where it has them.",
        ),
        (
            BuildSaid(by_person=True, is_confirmed=True, is_doubtful=True),
            " (whoever prepared the files said it; the headers do not). Well-known variants lie where the other build "
            "has them.",
        ),
        (BuildSaid(), ""),
    ],
)
def test_the_second_person_reads_who_said_the_genome_build(
    qtbot: QtBot, staged: OpenedWindow, sheet: ApproveSheet, tmp_path: Path, said: BuildSaid, words: str
) -> None:
    staged.core.build_said = said
    sheet.look_at(tmp_path)
    qtbot.waitUntil(lambda: sheet.facts.isVisible())
    lines = [label for label in sheet.facts.findChildren(Label) if label.text().startswith("Genome build")]
    assert [line.text() for line in lines] == [f"Genome build: hg38 / GRCh38{words}"]
    assert (lines[0].property("tone") == "caution") is said.is_doubtful


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Taken away: Sample names · Paths and file names · Names of persons"),
        ("de", "Entfernt: Probennamen · Pfade und Dateinamen · Namen von Personen"),
    ],
)
def test_what_was_taken_away_is_called_as_everywhere_else(
    qtbot: QtBot, staged: OpenedWindow, sheet: ApproveSheet, tmp_path: Path, language: str, line: str
) -> None:
    use_language(language)
    sheet.look_at(tmp_path)
    qtbot.waitUntil(lambda: sheet.facts.isVisible())
    assert line in [label.text() for label in sheet.facts.findChildren(Label)]


def test_a_folder_that_does_not_fit_its_report_cannot_be_approved(
    qtbot: QtBot, staged: OpenedWindow, sheet: ApproveSheet, tmp_path: Path
) -> None:
    sheet.look_at(tmp_path)
    qtbot.waitUntil(lambda: sheet.facts.isVisible())
    sheet.consent.click()
    staged.core.raises["report_to_approve"] = ReportFilesError(file="chr20.vcf.gz")
    sheet.look_at(tmp_path)
    qtbot.waitUntil(lambda: "REPORT-FILES" in sheet.banner.words)
    assert not sheet.approve_button.isEnabled()
    assert not sheet.facts.isVisible(), "what the folder before said is gone"
    assert sheet.result() == QDialog.DialogCode.Rejected
