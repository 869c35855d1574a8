"""The review: what stays here and why, what the submission is called, and what the service is asked to do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit
from pytestqt.qtbot import QtBot

from client.model.service import Application, ApplicationParameter
from client.model.transfer import Problem, TransferState
from prep.check_findings import KINDS
from tests.desktop.conftest import OpenedWindow, OpenWindow
from tests.desktop.shown import focusables
from tests.support.desktop_core import FakeCore
from tests.support.desktop_facts import inspected_file, profile_view, transfer
from ui.desktop.dialogs.review import ReviewSheet
from ui.desktop.finding_words import advice_words, where_words
from ui.desktop.i18n import use_language
from ui.desktop.theme import em_px
from ui.desktop.views import FileView, FindingView, HeaderLineView, SentView
from ui.desktop.widgets.controls import Button, Choice, Field
from ui.messages.finding_advice import ADVICE

OFFERED = (
    Application("impute", "Imputation <b>2.0</b>", (ApplicationParameter("panel", ("hrc", "topmed")),)),
    Application("scores", "Scores", (ApplicationParameter("r2", ()),)),
)


def review(qtbot: QtBot, opened: OpenedWindow) -> ReviewSheet:
    page = opened.window.send_page
    sheet = ReviewSheet(page.theme, page, profile_view(), [(Path("/x/cohort.vcf.gz"), inspected_file())])
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def test_it_says_how_many_records_leave_and_why_the_others_stay(qtbot: QtBot, open_window: OpenWindow) -> None:
    sheet = review(qtbot, open_window())
    words = [label.text() for label in sheet.findChildren(QLabel)]
    assert "60,000" in words
    assert "records will be sent, of 61,234 read" in words
    expected = "1,204 with several alternate alleles · 26 that nobody carries · 4 duplicates"
    assert f"Records that stay here: {expected}" in words


def test_nothing_that_is_marked_lies_out_of_sight_at_the_side(qtbot: QtBot, open_window: OpenWindow) -> None:
    command = f'##GATKCommandLine=<ID=x,CommandLine="{"--option value " * 40}--input /home/anna.holm/in.bam">'
    span = (command.index("/home"), command.index('"', command.index("/home")), "path")
    facts = replace(inspected_file(), header=(HeaderLineView(command, (span,)),), leaving=("#CHROM" + "\tcolumn" * 40,))
    page = open_window().window.send_page
    sheet = ReviewSheet(page.theme, page, None, [(Path("/x/cohort.vcf.gz"), facts)])
    qtbot.addWidget(sheet)
    sheet.show()
    edits = sheet.findChildren(QTextEdit)
    assert [edit.horizontalScrollBar().maximum() for edit in edits] == [0, 0]
    shown = edits[0].toPlainText()
    assert "--input /home/anna.holm/in.bam" in shown, "with what leads up to it"
    assert "##GATKCommandLine=<ID=x" in shown
    assert len(shown) < 250, "of what is in between there is enough"


def test_enter_on_back_goes_back_and_sends_nothing(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Send answers Enter in the fields, but not where another button has the focus."""
    for name, expected in (
        ("close", ReviewSheet.DialogCode.Rejected),
        ("confirm-send", ReviewSheet.DialogCode.Accepted),
    ):
        sheet = review(qtbot, open_window())
        assert sheet.consent is not None
        sheet.consent.click()
        sheet.reference.setText("H-21012345")
        button = sheet.findChild(Button, name)
        assert button is not None
        button.setFocus()
        with qtbot.waitSignal(sheet.finished):
            QTest.keyClick(button, Qt.Key.Key_Return)
        assert sheet.result() == expected


def test_in_a_low_window_what_leaves_is_seen_and_the_consent_stands_below_it(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    sheet = review(qtbot, open_window())
    assert sheet.consent is not None
    assert sheet._area is not None
    sheet.reference.setText("H-21012345")
    orders = []
    for height_em, is_low in ((46, False), (38, True), (46, False)):
        sheet.resize(sheet.width(), round(em_px() * height_em))
        sheet.reference.setFocus()
        QApplication.processEvents()
        assert sheet._area.isAncestorOf(sheet.consent) is is_low
        edit = sheet.findChildren(QTextEdit)[0]
        assert edit.visibleRegion().boundingRect().height() > em_px() * 6
        assert ("at the end" in sheet.foot_words.text()) is is_low, "nobody looks for it in vain"
        names, stop = [], sheet.consent.nextInFocusChain()
        while stop is not sheet.consent:
            names += [stop.objectName()] if stop in focusables(sheet) and stop.objectName() else []
            stop = stop.nextInFocusChain()
        orders.append(names)
        sheet.consent.setFocus()
        sheet.resize(sheet.width(), round(em_px() * (46 if is_low else 38)))
        assert sheet.focusWidget() is sheet.consent, "whoever resizes goes on where they were"
    assert orders == [["consent-reference", "job-name", "close"]] * 3
    sheet.resize(sheet.width(), round(em_px() * 38))
    sheet.consent.click()
    assert sheet.send_button.isEnabled()
    assert "at the end" not in sheet.foot_words.text()


def test_enter_in_a_text_a_list_or_at_the_check_box_sends_nothing(qtbot: QtBot, open_window: OpenWindow) -> None:
    page = open_window().window.send_page
    files = [(Path(f"/x/{name}"), inspected_file(name)) for name in ("one.vcf.gz", "two.vcf.gz")]
    sheet = ReviewSheet(page.theme, page, profile_view(), files)
    qtbot.addWidget(sheet)
    sheet.show()
    assert sheet.consent is not None
    sheet.consent.click()
    sheet.reference.setText("H-21012345")
    assert sheet.send_button.isEnabled()
    for widget in (sheet.choice, *sheet.findChildren(QTextEdit), sheet.consent):
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Return)
        assert sheet.isVisible(), widget
    sheet.reference.setFocus()
    with qtbot.waitSignal(sheet.accepted):
        QTest.keyClick(sheet.reference, Qt.Key.Key_Return)


SAID = "Genome build hg38 / GRCh38, according to the headers of the files."
DOUBTFUL = FindingView("VCF-BUILD-DOUBTFUL", "check", "warn", "records", 1, "Ask.")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (inspected_file(), [SAID]),
        (replace(inspected_file(), header_build=None, build=None), []),
        (
            replace(inspected_file(), findings=(DOUBTFUL,)),
            [f"{SAID} Well-known variants lie where the other build has them."],
        ),
    ],
    ids=["said", "not-known", "doubtful"],
)
def test_it_says_the_genome_build_and_who_says_it(
    qtbot: QtBot, open_window: OpenWindow, facts: FileView, words: list[str]
) -> None:
    page = open_window().window.send_page
    sheet = ReviewSheet(page.theme, page, profile_view(), [(Path("/x/cohort.vcf.gz"), facts)])
    qtbot.addWidget(sheet)
    assert [label.text() for label in sheet.findChildren(QLabel) if label.text().startswith("Genome build")] == words


def test_one_application_without_parameters_is_no_question(qtbot: QtBot, open_window: OpenWindow) -> None:
    sheet = review(qtbot, open_window())
    for offered in ((), (Application("impute", "Imputation", ()),)):
        sheet.show_offer(offered)
        assert sheet.choices.isHidden()
        order = sheet.order()
        assert (order.name, order.application, order.parameters) == ("", None, {})


def test_name_application_and_parameters_go_into_the_order(qtbot: QtBot, open_window: OpenWindow) -> None:
    sheet = review(qtbot, open_window())
    sheet.show_offer(OFFERED)
    choices = sheet.choices
    assert choices.application.isVisibleTo(sheet)
    assert choices.application.itemText(0) == "Imputation <b>2.0</b>", "the service's words are plain text"
    QTest.keyClicks(sheet.name, "  cohort 2026 ")
    panel = choices._parameters["panel"]
    assert isinstance(panel, Choice)
    assert choices.chosen_parameters == {}, "what was left alone is not named"
    panel.set_value("topmed")
    order = sheet.order()
    assert (order.name, order.application, order.parameters) == ("cohort 2026", "impute", {"panel": "topmed"})
    choices.application.set_value("scores")
    choices.application.activated.emit(1)
    r2 = choices._parameters["r2"]
    assert isinstance(r2, Field)
    QTest.keyClicks(r2, "0.3")
    assert (sheet.order().application, sheet.order().parameters) == ("scores", {"r2": "0.3"})


@pytest.mark.parametrize(
    ("builds", "expected"), [(("hg38",), {"build": "hg38"}), (("hg19", "hg38"), {}), ((None,), {})]
)
def test_a_parameter_that_asks_for_the_genome_build_begins_with_what_the_files_are(
    qtbot: QtBot, open_window: OpenWindow, builds: tuple[str | None, ...], expected: dict[str, str]
) -> None:
    page = open_window().window.send_page
    files = [(Path("/x/cohort.vcf.gz"), replace(inspected_file(), header_build=build)) for build in builds]
    sheet = ReviewSheet(page.theme, page, profile_view(), files)
    qtbot.addWidget(sheet)
    parameters = (ApplicationParameter("build", ("hg19", "hg38")), ApplicationParameter("panel", ("hg38", "hrc")))
    sheet.show_offer((Application("impute", "Imputation", parameters),))
    assert sheet.order().parameters == expected
    editor = sheet.choices._parameters["build"]
    assert isinstance(editor, Choice)
    editor.set_value("hg19")
    assert sheet.order().parameters == {"build": "hg19"}, "it is still the person's choice"


def test_the_page_asks_the_service_while_the_dialog_is_open(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    core = FakeCore()
    core.offered = OFFERED
    opened = open_window(core)
    opened.stage(tmp_path, "a.vcf")
    seen: list[bool] = []

    def look(sheet: ReviewSheet) -> None:
        qtbot.waitUntil(lambda: sheet.choices.application.count() == 2)
        seen.append(sheet.choices.application.isVisibleTo(sheet))

    opened.review(look)
    opened.wait_idle()
    assert seen == [True]
    assert core.calls("applications") == [None]
    assert core.calls("send") == []


def test_explaining_a_submission_that_has_ended_does_not_promise_that_it_goes_on(open_window: OpenWindow) -> None:
    core = FakeCore()
    problem = Problem("NET-UNREACHABLE", {"reason": "refused"})
    core.on_their_way = [
        replace(transfer(TransferState.FAILED, "ended"), problem=problem),
        replace(transfer(TransferState.NEEDS_YOU, "stopped"), problem=problem),
    ]
    opened = open_window(core)
    page = opened.window.send_page
    page.view.asked.emit("ended/0", "explain")
    assert "has ended" in page.banner.words
    page.view.asked.emit("stopped/0", "explain")
    assert "has ended" not in page.banner.words


def test_after_sending_the_way_leads_to_the_job_or_to_the_backup_that_is_missing(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    core = FakeCore()
    opened = open_window(core)
    banner = opened.window.send_page.banner
    opened.desk.sent.emit(SentView("a1", "job-1", 3))
    opened.wait_idle()
    assert "back them up" not in banner.words
    banner.way_out.click()
    assert opened.window.current_page() == "jobs"
    core.backup_is_missing = True
    asked: list[bool] = []
    monkeypatch.setattr(opened.window.settings_page, "back_up", lambda: asked.append(True))
    opened.desk.sent.emit(SentView("a1", "job-1", 3))
    opened.wait_idle()
    assert "3 files" in banner.words
    assert "on this computer only: back them up" in banner.words
    banner.way_out.click()
    assert (opened.window.current_page(), asked) == ("settings", [True])
    core.installed = profile_view("practice")
    opened.desk.refresh()
    opened.wait_idle()
    opened.desk.sent.emit(SentView("a1", "job-1", 3))
    opened.wait_idle()
    assert "back them up" not in banner.words, "a rehearsal is not worth a backup"


def test_what_to_do_about_a_finding_is_said_in_the_windows_language(qapp: QApplication) -> None:
    assert {code for code, kind in KINDS.items() if kind.severity in ("block", "warn")} == set(ADVICE)
    use_language("de")
    try:
        finding = FindingView("VCF-SAMPLES-FEW", "check", "block", "samples", 1, KINDS["VCF-SAMPLES-FEW"].advice)
        assert advice_words(finding).startswith("Der Dienst will mehr Proben in einem Auftrag.")
        assert where_words("header ##contig, sample names, INFO") == "Kopf ##contig, Probennamen, INFO"
    finally:
        use_language("en")


def test_what_stops_a_file_stands_above_its_header(qtbot: QtBot, open_window: OpenWindow) -> None:
    page = open_window().window.send_page
    sheet = ReviewSheet(page.theme, page, None, [(Path("/x/cohort.vcf.gz"), inspected_file(blocked=True))])
    qtbot.addWidget(sheet)
    sheet.show()
    QApplication.processEvents()
    labels = {label.text(): label for label in sheet.findChildren(QLabel)}
    top = labels["The same sample name twice"].mapTo(sheet, QPoint()).y()
    assert top < labels["In your file: what identifies somebody is marked"].mapTo(sheet, QPoint()).y()
    assert "The service would say: “Two individuals or more have the following ID: …”" in labels
