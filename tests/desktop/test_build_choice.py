"""Files whose header does not say the genome build: the question, the choice, and where it counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from client.tasks.errors import DiskFullError
from tests.desktop.conftest import OpenedWindow, OpenWindow, confirm_and_send
from tests.desktop.shown import require_accessible
from tests.support.desktop_core import FakeCore
from ui.desktop.i18n import use_language
from ui.desktop.models.queue import QueueRow, QueueState
from ui.desktop.pages.send import SendPage
from ui.desktop.theme import Theme
from ui.desktop.views import FileView, HandOverOrder, SendOrder
from ui.desktop.widgets import approval_card
from ui.desktop.widgets.build_card import BuildCard

SILENT, SAYS_HG38 = "silent.vcf", "says-hg38.vcf"


@pytest.fixture
def core() -> FakeCore:
    core = FakeCore()
    core.silent_names = {SILENT}
    return core


@pytest.fixture
def staged(open_window: OpenWindow, core: FakeCore, tmp_path: Path) -> OpenedWindow:
    """A window with one file that does not say its build."""
    opened = open_window(core)
    opened.stage(tmp_path, SILENT)
    return opened


def card_of(opened: OpenedWindow) -> BuildCard:
    return opened.window.send_page.build_card


def choose(opened: OpenedWindow, build: str) -> None:
    card_of(opened).choices[build].click()
    opened.wait_idle()


def row_of(opened: OpenedWindow, name: str) -> QueueRow:
    return next(row for row in opened.desk.queue.rows if row.name == name)


def codes_of(opened: OpenedWindow, name: str) -> set[str]:
    return {finding.code for finding in opened.desk.inspected[row_of(opened, name).key].findings}


def test_where_headers_say_the_build_nothing_is_asked(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    opened.stage(tmp_path, SAYS_HG38)
    assert card_of(opened).isHidden()
    assert "GRCh38" in row_of(opened, SAYS_HG38).detail


def test_a_file_that_does_not_say_it_is_asked_about_looked_into_anew_and_sent_with_the_answer(
    qtbot: QtBot, staged: OpenedWindow, core: FakeCore, tmp_path: Path
) -> None:
    row = row_of(staged, SILENT)
    assert (row.state, row.info) == (QueueState.NEEDS_YOU, "Choose the genome build")
    assert "GRCh" not in row.detail, "what is not known is not shown as known"
    card = card_of(staged)
    assert card.isVisible()
    assert card.what.isVisible()
    assert card.how.isVisible()
    assert not any(choice.isChecked() for choice in card.choices.values()), "no build is suggested by being marked"
    assert not staged.window.send_page.send_button.isEnabled()
    choose(staged, "hg19")
    assert core.calls("inspect") == [(tmp_path / SILENT, None), (tmp_path / SILENT, "hg19")]
    assert "VCF-BUILD-UNKNOWN" not in codes_of(staged, SILENT)
    row = row_of(staged, SILENT)
    assert row.state is QueueState.READY
    assert "GRCh37, chosen by you" in row.detail
    assert card.choices["hg19"].isChecked()
    assert not card.what.isVisible()
    with qtbot.waitSignal(staged.desk.sent):
        said = staged.review(confirm_and_send)
    staged.wait_idle()
    assert "Genome build hg19 / GRCh37: chosen by you, for the header of 1 file does not say it." in said
    (order,) = core.calls("send")
    assert isinstance(order, SendOrder)
    assert order.build == "hg19"
    assert staged.desk.build is None, "the next job is asked about by itself"
    assert card.isHidden()


def test_well_known_variants_are_told_of_before_and_after_the_choice(staged: OpenedWindow, core: FakeCore) -> None:
    card = card_of(staged)
    assert card.signs == ["Genoseal cannot tell: too few well-known variants are in there."]
    core.well_known = "hg19"
    staged.desk.remove(row_of(staged, SILENT).key)
    staged.stage(core.calls("inspect")[0][0].parent, SILENT)  # type: ignore[index]
    assert card.signs == ["Well-known variants in 1 file lie where hg19 / GRCh37 has them."]
    assert row_of(staged, SILENT).state is QueueState.NEEDS_YOU, "a person says it, nobody guesses it"
    assert "GRCh" not in row_of(staged, SILENT).detail
    choose(staged, "hg38")
    assert "not where you say" in card.signs[0]
    assert "VCF-BUILD-DOUBTFUL" in codes_of(staged, SILENT)
    row = row_of(staged, SILENT)
    assert (row.info, row.is_doubtful) == ("Positions fit the other genome build", True)
    assert "not where you say" in card.choices["hg19"].accessibleDescription()

    said = staged.review(confirm_and_send)
    staged.wait_idle()
    assert any("the other build has them" in words for words in said if words.startswith("Genome build"))


def test_a_file_whose_header_contradicts_the_choice_is_stopped_and_freed_again(
    staged: OpenedWindow, core: FakeCore, tmp_path: Path
) -> None:
    staged.stage(tmp_path, SAYS_HG38)
    card = card_of(staged)
    assert "The header of 1 other file in the list says hg38 / GRCh38." in card.signs
    choose(staged, "hg38")
    assert core.calls("inspect").count((tmp_path / SAYS_HG38, "hg38")) == 0, "nothing new would be found"
    assert len(staged.desk.ready_keys) == 2
    choose(staged, "hg19")
    assert "VCF-BUILD-MISMATCH" in codes_of(staged, SAYS_HG38)
    row = row_of(staged, SAYS_HG38)
    assert (row.state, row.info) == (QueueState.NEEDS_YOU, "Another genome build than chosen")
    assert "GRCh38" in row.detail, "what its header says, not what was chosen for others"
    assert "must have the same build" in card.signs[-1]
    staged.desk.remove(row_of(staged, SILENT).key)
    staged.wait_idle()
    assert staged.desk.build is None, "taken out of the list with the file it was for"
    assert row_of(staged, SAYS_HG38).state is QueueState.READY
    assert "VCF-BUILD-MISMATCH" not in codes_of(staged, SAYS_HG38)
    assert card.isHidden()
    staged.stage(tmp_path, SILENT)
    assert row_of(staged, SILENT).state is QueueState.NEEDS_YOU, "an answer of before does not count"


def test_a_header_that_says_both_builds_is_not_said_to_say_none(
    qtbot: QtBot, open_window: OpenWindow, core: FakeCore, tmp_path: Path
) -> None:
    core.silent_names, core.both_names = {SILENT, "both.vcf"}, {"both.vcf"}
    opened = open_window(core)
    opened.stage(tmp_path, "both.vcf")
    card = card_of(opened)
    both = "The header of 1 file names both genome builds, as happens where files are joined or lifted over."
    assert card.words.text() == both
    assert row_of(opened, "both.vcf").info == "Choose the genome build"
    assert "names both" in card.choices["hg19"].accessibleDescription()
    opened.stage(tmp_path, SILENT)
    assert card.words.text() == (
        f"The header of 1 file does not say which genome build its positions are in. {both}"
    ), "of each what it is"
    choose(opened, "hg19")
    assert card.words.text() == (
        "You say that 1 file is hg19 / GRCh37; its header does not say. "
        "You say that 1 file is hg19 / GRCh37; its header names both."
    )
    said = opened.review(confirm_and_send)
    opened.wait_idle()
    assert "Genome build hg19 / GRCh37: chosen by you, for the header of 1 file names both." in said


def test_more_files_of_the_same_job_are_looked_into_with_the_choice(
    staged: OpenedWindow, core: FakeCore, tmp_path: Path
) -> None:
    choose(staged, "hg19")
    core.silent_names.add("more.vcf")
    staged.stage(tmp_path, "more.vcf")
    assert core.calls("inspect")[-1] == (tmp_path / "more.vcf", "hg19")
    assert len(staged.desk.ready_keys) == 2
    assert "2 files" in card_of(staged).words.text()


def test_an_answer_about_a_choice_of_before_is_not_shown(
    qtbot: QtBot, staged: OpenedWindow, core: FakeCore, tmp_path: Path
) -> None:
    shown: list[FileView] = []
    core.hold.clear()
    card = card_of(staged)
    card.choices["hg19"].click()
    qtbot.waitUntil(lambda: (tmp_path / SILENT, "hg19") in core.calls("inspect"))
    card.choices["hg38"].click()
    card.choices["hg19"].click()
    card.choices["hg38"].click()
    staged.desk.queue_changed.connect(lambda: shown.extend(staged.desk.inspected.values()))
    core.hold.set()
    staged.wait_idle()
    assert {facts.given_build for facts in shown} <= {None, "hg38"}
    assert "GRCh38, chosen by you" in row_of(staged, SILENT).detail
    assert len(core.calls("inspect")) == 3, "what nobody wants to know any more is not read"


def test_what_could_not_be_sent_keeps_its_build(
    qtbot: QtBot, staged: OpenedWindow, core: FakeCore, tmp_path: Path
) -> None:
    choose(staged, "hg19")
    core.raises["send"] = DiskFullError()
    staged.review(confirm_and_send)
    qtbot.waitUntil(lambda: "DISK-FULL" in staged.window.send_page.banner.words)
    staged.wait_idle()
    assert (staged.desk.build, row_of(staged, SILENT).state) == ("hg19", QueueState.READY)
    assert card_of(staged).choices["hg19"].isChecked()
    core.raises.clear()
    choose(staged, "hg38")
    staged.window.send_page.try_again()
    staged.wait_idle()
    assert len(core.calls("send")) == 1, "what was confirmed was confirmed for the other build"
    choose(staged, "hg19")
    with qtbot.waitSignal(staged.desk.sent):
        staged.window.send_page.try_again()
    assert [order.build for order in core.calls("send")] == ["hg19", "hg19"]  # type: ignore[attr-defined]
    staged.wait_idle()


def test_the_files_of_a_second_person_are_prepared_with_the_choice(
    staged: OpenedWindow, core: FakeCore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(approval_card, "choose_folder", lambda *_: tmp_path / "out")
    core.two_people = "two-people"
    staged.desk.refresh()
    staged.wait_idle()
    choose(staged, "hg38")
    staged.review(lambda sheet: sheet.approval.prepare_button.click())  # type: ignore[union-attr]
    staged.wait_idle()
    assert core.calls("prepare_for_approval") == [HandOverOrder((tmp_path / SILENT,), tmp_path / "out", "hg38")]
    assert staged.desk.build == "hg38", "the same files are sent with it when the approval has come"


def test_a_change_of_language_keeps_the_choice_and_says_it_in_the_new_one(
    qtbot: QtBot, staged: OpenedWindow, theme: Theme
) -> None:
    choose(staged, "hg38")
    use_language("de")
    page = SendPage(theme, staged.desk)
    qtbot.addWidget(page)
    staged.desk.refresh()
    staged.wait_idle()
    assert page.build_card.isVisibleTo(page)
    assert page.build_card.choices["hg38"].isChecked()
    assert page.build_card.title.text() == "Genom-Build: von Ihnen gewählt"
    assert "GRCh38, von Ihnen gewählt" in row_of(staged, SILENT).detail
    assert staged.core.calls("inspect")[-1][1] == "hg38"  # type: ignore[index]


def test_the_choice_is_made_with_the_keyboard_and_has_its_words_for_screen_readers(
    qtbot: QtBot, staged: OpenedWindow
) -> None:
    card = card_of(staged)
    require_accessible(card)
    first, second = card.choices["hg19"], card.choices["hg38"]
    assert first.accessibleName() == "Genome build hg19 / GRCh37"
    assert "does not say" in first.accessibleDescription()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    staged.wait_idle()
    assert staged.desk.build == "hg19"
    assert first.hasFocus(), "looking into the file anew does not take the keyboard away"
    qtbot.keyClick(first, Qt.Key.Key_Right)
    staged.wait_idle()
    assert staged.desk.build == "hg38"
    assert second.hasFocus()
    assert second.accessibleDescription().startswith("You say that 1 file is hg38")
