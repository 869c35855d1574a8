"""Two people at two windows over the real core: prepared, handed over, approved by the other, sent, byte for byte.

The file does not say its genome build: what the sender chose is in what the second person reads, in what is sent
and in the report that is kept.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from client.model.profile import PolicyChoice
from tests.desktop.real_window import VAULT_PASSWORD_FILE, RealWindow, real_window, signed_in_place, small_cohort
from tests.support.operator_of import Operator
from tests.support.prep_files import POLICIES
from ui.desktop.dialogs.approve import ApproveSheet
from ui.desktop.dialogs.review import ReviewSheet
from ui.desktop.models.queue import QueueState
from ui.desktop.widgets import approval_card

TWO = (POLICIES / "imputation.toml").read_text().replace("second_person = false", "second_person = true")


def want_two_people(data: Path) -> None:
    """A practice service writes its own profile at each start."""
    Operator(data).publish(serial=1, policy=PolicyChoice("imputation", True, TWO))


def approved_by(window: RealWindow, folder: Path, approver: str) -> Path:
    """What the second person does with the folder, in whatever window."""
    page, file = window.genoseal.window.send_page, folder.with_name(f"{approver}.json")
    sheet = ApproveSheet(page.theme, page, window.genoseal.bridge, window.genoseal.desk.need(), "")
    window.qtbot.addWidget(sheet)
    sheet.show()
    sheet.look_at(folder)
    window.wait(lambda: sheet.facts.isVisible())
    words = "Genome build: hg19 / GRCh37 (whoever prepared the files said it; the headers do not)"
    assert words in [label.text() for label in sheet.facts.findChildren(QLabel)]
    sheet.approver.setText(approver)
    sheet.consent.click()
    sheet.approve_into(file)
    window.wait(lambda: not sheet.approve_button.isVisible())
    sheet.close()
    return file


def choose_build(window: RealWindow, build: str, contig: str) -> None:
    """Answer what the page asks about a file whose header does not say it; the header that leaves names `contig`."""
    window.genoseal.window.send_page.build_card.choices[build].click()
    window.wait(lambda: window.states() == [QueueState.READY])
    (facts,) = window.genoseal.desk.inspected.values()
    assert f"##contig=<ID={contig}>" in facts.leaving


def test_prepared_here_approved_elsewhere_sent_here(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VAULT_PASSWORD_FILE, str(tmp_path / "passphrase"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    place = signed_in_place(tmp_path, want_two_people)
    source, folder = small_cohort(tmp_path / "ANNA-HOLM.vcf.gz", says_build=False), tmp_path / "for-the-second"
    chosen: list[Path] = [folder]
    monkeypatch.setattr(approval_card, "choose_folder", lambda *_: chosen[0])
    monkeypatch.setattr(approval_card, "choose_file", lambda *_: chosen[0])
    with place.service, real_window(qapp, qtbot, place.home) as sender:
        want_two_people(tmp_path / "service")
        sender.wait_signed_in()
        sender.wait(lambda: bool(sender.genoseal.desk.second_person))
        sender.stage(source)
        page = sender.genoseal.window.send_page
        assert sender.states() == [QueueState.NEEDS_YOU]
        choose_build(sender, "hg38", "chr20")
        choose_build(sender, "hg19", "20")

        sender.review(lambda sheet: sheet.approval.prepare_button.click())  # type: ignore[union-attr]
        sender.wait(lambda: not page.hand_over.is_under_way)
        assert sorted(file.name for file in folder.iterdir()) == ["chr20.vcf.gz", "report.html", "report.json"]
        assert b"ANNA-HOLM" not in b"".join(file.read_bytes() for file in folder.iterdir())

        assert json.loads((folder / "report.json").read_text())["sources"][0]["build"] == "hg19"
        assert "genome build hg19" in (folder / "report.html").read_text()

        own = approved_by(sender, folder, place.service.user.upper())
        other = approved_by(sender, folder, "second-2")

        def open_approval(sheet: ReviewSheet) -> None:
            card = sheet.approval
            assert card is not None
            chosen[0] = own
            card.open_button.click()
            sender.wait(lambda: "APPROVAL-OWN" in card.banner.words)
            assert not sheet.send_button.isEnabled()
            chosen[0] = other
            card.open_button.click()
            sender.wait(lambda: card.approval is not None)
            sheet.send_button.click()

        with qtbot.waitSignal(sender.genoseal.desk.sent, timeout=60_000) as blocker:
            sender.review(open_approval)
        assert sender.states() == [QueueState.SENT]
        core = sender.genoseal.desk.need()
        core.save_report(blocker.args[0].job, tmp_path / "kept.html")
        assert "genome build hg19" in (tmp_path / "kept.html").read_text()
        activity = [row.event for row in core.activity()]
        assert activity.count("approval.given") == 2
    approved = json.loads(other.read_text())["prepared"]
    assert set(approved) == {"20"}
