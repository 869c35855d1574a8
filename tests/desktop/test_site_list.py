"""The site list of a job: chosen on the Send page, in what is found, in what is sent; what is said where it is none."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from client.tasks import policies, send
from client.tasks.errors import DiskFullError
from client.tasks.facts import SubmissionOrder
from prep.site_list import SiteList, load_site_list
from tests.desktop.conftest import OpenedWindow, OpenWindow, confirm_and_send
from tests.desktop.shown import require_accessible
from tests.support.desktop_core import FakeCore
from tests.support.prep_files import POLICIES, record, vcf
from ui.desktop.bridge import Bridge
from ui.desktop.desk import Desk
from ui.desktop.i18n import use_language
from ui.desktop.models.queue import QueueRow, QueueState
from ui.desktop.pages.send import SendPage
from ui.desktop.theme import Theme
from ui.desktop.views import HandOverOrder, SendOrder
from ui.desktop.widgets import approval_card, site_list_card
from ui.desktop.widgets.site_list_card import SiteListCard
from ui.desktop.workbench import Workbench

POSITIONS = range(1000, 11_000, 1000)
LISTED = "".join(f"chr20\t{position}\tA\tG\n" for position in POSITIONS[:8])
LIST_ONLY = "list-only"


@pytest.fixture
def dialog(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """What the person picks in the file dialog, the next one first."""
    picks: list[Path | None] = []
    monkeypatch.setattr(site_list_card, "choose_file", lambda *_: picks.pop(0))
    return picks


def listed(folder: Path, text: str = LISTED, name: str = "panel.sites.txt") -> Path:
    file = folder / name
    file.write_text(text)
    return file


def cohort(folder: Path) -> Path:
    file = folder / "cohort.vcf"
    file.write_bytes(vcf([record(position, "0/1", "0/1", "0/0") for position in POSITIONS]))
    return file


# ---- over the real core


@pytest.fixture
def workbench(tmp_path: Path) -> Iterator[Workbench]:
    opened = Workbench(tmp_path / "home", use_keyring=False)
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, workbench: Workbench) -> Iterator[SendPage]:
    bridge = Bridge()
    desk = Desk(bridge)
    page = SendPage(theme, desk)
    qtbot.addWidget(page)
    page.show()
    desk.use_core(workbench)
    qtbot.waitUntil(lambda: not bridge.is_busy)
    yield page
    qtbot.waitUntil(lambda: not bridge.is_busy, timeout=20_000)
    assert bridge.close()


def desk_of(page: SendPage) -> Desk:
    return page.site_list_card._desk


def settle(qtbot: QtBot, page: SendPage) -> None:
    qtbot.waitUntil(lambda: not desk_of(page).bridge.is_busy, timeout=20_000)


def stage(qtbot: QtBot, page: SendPage, *files: Path) -> QueueRow:
    page.add_files(list(files))
    settle(qtbot, page)
    return desk_of(page).queue.rows[0]


def codes(page: SendPage) -> set[str]:
    (facts,) = desk_of(page).inspected.values()
    return {finding.code for finding in facts.findings}


def send_only_listed_sites(workbench: Workbench, folder: Path) -> None:
    rules = (POLICIES / "imputation.toml").read_text()
    file = folder / "rules.toml"
    file.write_text(
        rules.replace('keep = "all" ', 'keep = "list"').replace('name = "imputation"', f'name = "{LIST_ONLY}"')
    )
    workbench.change_setting("policy", str(file))


def press(qtbot: QtBot, page: SendPage, what: str) -> None:
    {"choose": page.site_list_card.choose_button, "remove": page.site_list_card.remove_button}[what].click()
    settle(qtbot, page)


def test_a_list_that_is_chosen_is_in_what_is_found_until_it_is_removed(
    qtbot: QtBot, page: SendPage, dialog: list[Path | None], tmp_path: Path
) -> None:
    assert page.site_list_card.isHidden(), "nothing is to be sent, and nobody asks for one"
    row = stage(qtbot, page, cohort(tmp_path))
    card = page.site_list_card
    assert card.isVisible()
    assert card.name.accessibleName() == "none"
    assert card.words.text().startswith("Not needed.")
    assert not card.remove_button.isVisible()
    assert "VCF-STRAND-FLIPS-FEW" not in codes(page)
    flipped = LISTED.replace("\tA\tG\n", "\tT\tC\n")
    dialog += [listed(tmp_path, flipped), None]
    press(qtbot, page, "choose")
    assert card.name.accessibleName() == "panel.sites.txt"
    assert "VCF-STRAND-FLIPS-FEW" in codes(page)
    press(qtbot, page, "choose")
    assert card.name.accessibleName() == "panel.sites.txt", "who changes their mind in the dialog keeps what was chosen"
    press(qtbot, page, "remove")
    assert card.name.accessibleName() == "none"
    assert "VCF-STRAND-FLIPS-FEW" not in codes(page)
    assert desk_of(page).queue.rows[0].state is row.state is QueueState.READY


def test_rules_that_send_only_the_sites_of_a_list_say_so_and_take_it(
    qtbot: QtBot, page: SendPage, workbench: Workbench, dialog: list[Path | None], tmp_path: Path
) -> None:
    send_only_listed_sites(workbench, tmp_path)
    desk_of(page).refresh()
    settle(qtbot, page)
    card = page.site_list_card
    assert card.isVisible(), "it is asked for before files are there"
    assert f"The rules “{LIST_ONLY}” send only sites that are on a list" in card.words.text()
    assert card.words.property("tone") == "caution"
    row = stage(qtbot, page, cohort(tmp_path))
    assert (row.state, row.info) == (QueueState.NEEDS_YOU, "Choose the site list")
    dialog.append(listed(tmp_path))
    press(qtbot, page, "choose")
    assert desk_of(page).queue.rows[0].state is QueueState.READY
    (facts,) = desk_of(page).inspected.values()
    assert (facts.kept, facts.dropped) == (8, {"not-on-site-list": 2})
    assert card.words.text() == f"The rules “{LIST_ONLY}” send only the sites that are on it."
    assert not card.words.property("tone")


@pytest.mark.parametrize(
    ("text", "title", "code"),
    [
        ("20\t5\tA\tG\n20\tx\tA\tG\n", "Line 2 of the site-list file cannot be understood.", "PREP-RULES-FILE"),
        ("20\trs1\t0\t5\tA\tG\n20\trs2\t0\t9\tC\tT\n", "The site list is a .bim of plink's", "SITE-LIST-SHAPE"),
        (None, "A file is no longer where it was.", "FILE-MISSING"),
    ],
)
def test_a_list_that_is_none_is_told_at_its_row_and_not_at_each_file(
    qtbot: QtBot, page: SendPage, dialog: list[Path | None], tmp_path: Path, text: str | None, title: str, code: str
) -> None:
    stage(qtbot, page, cohort(tmp_path))
    good, bad = listed(tmp_path), tmp_path / "bad.txt"
    if text is not None:
        bad.write_text(text)
    dialog += [good, bad]
    press(qtbot, page, "choose")
    press(qtbot, page, "choose")
    card = page.site_list_card
    assert card.banner.isVisible()
    assert "This site list cannot be used" in card.banner.words
    assert title in card.banner.words
    assert code in card.banner.words
    assert "--" not in card.banner.words
    assert card.name.accessibleName() == "none", "what was chosen before is not what was chosen last"
    assert [row.state for row in desk_of(page).queue.rows] == [QueueState.READY]
    assert page.banner.isHidden()
    assert desk_of(page).site_list.stops_sending
    press(qtbot, page, "remove")
    assert card.banner.isHidden()
    assert not desk_of(page).site_list.stops_sending
    assert QApplication.focusWidget() is card.choose_button


def test_a_list_that_is_gone_later_is_told_at_its_row(
    qtbot: QtBot, page: SendPage, dialog: list[Path | None], tmp_path: Path
) -> None:
    dialog.append(listed(tmp_path))
    stage(qtbot, page, cohort(tmp_path))
    press(qtbot, page, "choose")
    (tmp_path / "panel.sites.txt").unlink()
    more = tmp_path / "more.vcf"
    more.write_bytes(vcf([record(position, "0/1", "0/1", "0/0", chrom="chr21") for position in POSITIONS]))
    stage(qtbot, page, more)
    assert "FILE-MISSING" in page.site_list_card.banner.words
    assert [row.state for row in desk_of(page).queue.rows] == [QueueState.READY] * 2
    assert {facts.site_list for facts in desk_of(page).inspected.values()} == {None}


def test_the_list_reaches_what_is_queued_and_what_is_prepared_for_a_second_person(
    workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[SubmissionOrder] = []

    def queue_submission(_workplace: object, order: SubmissionOrder) -> object:
        taken.append(order)
        raise DiskFullError

    monkeypatch.setattr(send, "queue_submission", queue_submission)
    source, sites = cohort(tmp_path), listed(tmp_path)
    order = SendOrder((source,), "2026-1", "H-1", site_list=sites)
    with pytest.raises(DiskFullError):
        workbench.queue(order)
    assert [one.choices.site_list for one in taken] == [sites]
    send_only_listed_sites(workbench, tmp_path)
    workbench.use_memory()
    out = tmp_path / "out"
    workbench.prepare_for_approval(HandOverOrder((source,), out, None, sites), lambda step: None, threading.Event())
    lines = gzip.decompress((out / "chr20.vcf.gz").read_bytes()).decode().splitlines()
    assert [int(line.split("\t")[1]) for line in lines if not line.startswith("#")] == list(POSITIONS[:8])


def held(file: Path) -> int:
    """How many readings of it are in memory."""
    return sum(key[0] == str(file) for key in policies._site_lists)


def test_a_list_is_read_once_for_all_files_and_again_when_it_has_changed(
    workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []

    def load(file: Path, chromosomes: Collection[str]) -> SiteList:
        read.append(file)
        return load_site_list(file, chromosomes)

    monkeypatch.setattr(policies, "load_site_list", load)
    source, sites = cohort(tmp_path), listed(tmp_path)
    workbench.check_site_list(sites)
    for _file in range(3):
        workbench.inspect(source, None, sites)
    assert read == [sites]
    listed(tmp_path, LISTED[:-1] + "C\n")
    workbench.inspect(source, None, sites)
    assert len(read) == 2
    assert held(sites) == 1, "the one of before is let go"
    workbench.inspect(source, None)
    assert held(sites) == 0


# ---- over a core that answers at once: what may be sent, and with what


def choose(opened: OpenedWindow, file: Path, dialog: list[Path | None]) -> SiteListCard:
    dialog.append(file)
    card = opened.window.send_page.site_list_card
    card.choose_button.click()
    opened.wait_idle()
    return card


def test_nothing_is_sent_before_the_rules_have_their_list_and_it_goes_with_the_order(
    open_window: OpenWindow, dialog: list[Path | None], tmp_path: Path
) -> None:
    core = FakeCore()
    core.lists_only = LIST_ONLY
    opened = open_window(core)
    opened.stage(tmp_path, "a.vcf", "b.vcf")
    button = opened.window.send_page.send_button
    assert not button.isEnabled()
    assert [row.info for row in opened.desk.queue.rows] == ["Choose the site list"] * 2
    choose(opened, tmp_path / "panel.sites.txt", dialog)
    assert button.isEnabled()
    said = opened.review(confirm_and_send)
    opened.wait_idle()
    assert "Compared with the site list" in said
    assert "panel.sites.txt" in said
    (order,) = core.calls("send")
    assert isinstance(order, SendOrder)
    assert order.site_list == tmp_path / "panel.sites.txt"


def test_sending_waits_while_a_list_is_read_and_what_is_ready_is_looked_at_together_anew(
    qtbot: QtBot, open_window: OpenWindow, dialog: list[Path | None], tmp_path: Path
) -> None:
    opened = open_window()
    opened.stage(tmp_path, "a.vcf")
    button, core = opened.window.send_page.send_button, opened.core
    assert button.isEnabled()
    asked = len(core.calls("check_together"))
    core.hold.clear()
    dialog.append(tmp_path / "panel.sites.txt")
    card = opened.window.send_page.site_list_card
    card.choose_button.click()
    assert card.words.text() == "Reading the list…"
    assert not button.isEnabled()
    assert not card.choose_button.isEnabled()
    core.hold.set()
    opened.wait_idle()
    assert button.isEnabled()
    assert len(core.calls("check_together")) == asked + 1
    assert len(core.calls("inspect")) == 2


def test_the_files_of_a_second_person_are_prepared_with_the_list(
    open_window: OpenWindow, dialog: list[Path | None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(approval_card, "choose_folder", lambda *_: tmp_path / "out")
    core = FakeCore()
    core.two_people = "two-people"
    opened = open_window(core)
    opened.stage(tmp_path, "a.vcf")
    choose(opened, tmp_path / "panel.sites.txt", dialog)
    opened.review(lambda sheet: sheet.approval.prepare_button.click())  # type: ignore[union-attr]
    opened.wait_idle()
    wanted = HandOverOrder((tmp_path / "a.vcf",), tmp_path / "out", None, tmp_path / "panel.sites.txt")
    assert core.calls("prepare_for_approval") == [wanted]


def test_what_was_confirmed_with_another_list_is_not_sent_again(
    qtbot: QtBot, open_window: OpenWindow, dialog: list[Path | None], tmp_path: Path
) -> None:
    opened = open_window()
    opened.stage(tmp_path, "a.vcf")
    card = choose(opened, tmp_path / "one.txt", dialog)
    opened.core.raises["send"] = DiskFullError()
    opened.review(confirm_and_send)
    opened.wait_idle()
    assert [row.state for row in opened.desk.queue.rows] == [QueueState.READY]
    assert card.name.accessibleName() == "one.txt"
    opened.core.raises.clear()
    choose(opened, tmp_path / "two.txt", dialog)
    opened.window.send_page.try_again()
    opened.wait_idle()
    assert len(opened.core.calls("send")) == 1
    choose(opened, tmp_path / "one.txt", dialog)
    opened.window.send_page.try_again()
    opened.wait_idle()
    assert len(opened.core.calls("send")) == 2


def test_it_is_chosen_with_the_keyboard_and_has_its_words_for_screen_readers(
    qtbot: QtBot, open_window: OpenWindow, dialog: list[Path | None], tmp_path: Path, theme: Theme
) -> None:
    opened = open_window()
    opened.stage(tmp_path, "a.vcf")
    card = opened.window.send_page.site_list_card
    require_accessible(card)
    dialog.append(tmp_path / "panel.sites.txt")
    card.choose_button.setFocus()
    qtbot.keyClick(card.choose_button, Qt.Key.Key_Space)
    opened.wait_idle()
    require_accessible(card)
    assert card.remove_button.accessibleName() == "Remove the site list"
    assert card.choose_button.accessibleDescription().startswith("Site list: panel.sites.txt. Your files")
    use_language("de")
    page = SendPage(theme, opened.desk)
    qtbot.addWidget(page)
    assert page.site_list_card.isVisibleTo(page)
    assert page.site_list_card.name.accessibleName() == "panel.sites.txt"
