"""Files that are fine one by one and no job together: said before anything is sent, with the one not to be sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from tests.desktop.conftest import OpenWindow
from tests.support.desktop_core import FakeCore
from tests.support.prep_files import record, vcf
from ui.desktop.dialogs.review import ReviewSheet
from ui.desktop.finding_words import together_words
from ui.desktop.models.queue import QueueState
from ui.desktop.views import FindingView, JobFindingView
from ui.desktop.workbench import Workbench

ADVICE = "The files of one job must have the same samples."


def differs(*files: Path, code: str = "VCF-SAMPLES-DIFFER", where: str = "file 2, samples") -> JobFindingView:
    return JobFindingView(FindingView(code, "check", "block", where, 1, "Advice."), files)


def test_files_that_do_not_go_together_are_not_sent_and_one_of_them_is_named(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    core = FakeCore()
    core.job_findings = (differs(tmp_path / "a.vcf", tmp_path / "b.vcf"),)
    opened = open_window(core)
    page = opened.window.send_page
    opened.stage(tmp_path, "a.vcf")
    assert page.send_button.isEnabled()
    assert page.together.isHidden()
    opened.stage(tmp_path, "b.vcf")
    assert [row.state for row in opened.desk.queue.rows] == [QueueState.READY] * 2, "each by itself is fine"
    assert not page.send_button.isEnabled()
    assert page.together.isVisible()
    assert f"Other samples than in the first file: b.vcf. {ADVICE}" in page.together.words
    assert "Take out of the list" in page.together.words
    opened.desk.remove(next(row.key for row in opened.desk.queue.rows if row.name == "b.vcf"))
    opened.wait_idle()
    assert page.together.isHidden()
    assert page.send_button.isEnabled()


def test_it_is_asked_once_for_each_list_and_nothing_is_sent_before_the_answer(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    opened = open_window()
    page = opened.window.send_page
    first, second = opened.stage(tmp_path, "a.vcf", "b.vcf")
    assert opened.core.calls("check_together")[-1] == (first, second)
    asked = len(opened.core.calls("check_together"))
    opened.desk.refresh()
    opened.wait_idle()
    assert len(opened.core.calls("check_together")) == asked
    opened.core.job_findings = (differs(second),)
    opened.desk.together.look_at(((second, None, None), (first, None, None)))
    opened.desk.together.look_at(((first, None, None),))
    assert not page.send_button.isEnabled()
    opened.wait_idle()
    assert page.together.isHidden(), "what was asked before is about files of before"
    assert page.send_button.isEnabled()


def test_a_file_that_is_no_job_by_itself_is_not_called_several(open_window: OpenWindow, tmp_path: Path) -> None:
    core = FakeCore()
    core.job_findings = (differs(code="VCF-NO-CHUNK", where="all files"),)
    opened = open_window(core)
    opened.stage(tmp_path, "a.vcf")
    banner = opened.window.send_page.together
    assert banner.words.startswith("This file cannot be sent No part passes the service's quality control: all files.")


def test_files_that_can_no_longer_be_read_are_told_of_when_they_are_sent(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    core = FakeCore()
    core.raises["check_together"] = FileNotFoundError()
    opened = open_window(core)
    opened.stage(tmp_path, "a.vcf")
    assert opened.window.send_page.send_button.isEnabled()


def test_each_kind_is_said_once_with_its_files() -> None:
    files = [Path(f"/x/chr{number}.vcf") for number in range(1, 9)]
    words = together_words([differs(files[0], file) for file in files[1:]])
    assert words.splitlines()[0] == (
        f"Other samples than in the first file: chr2.vcf, chr3.vcf, chr4.vcf, chr5.vcf, chr6.vcf, … {ADVICE}"
    )
    words = together_words([differs(code="VCF-NO-CHUNK", where="all files")])
    assert words.startswith("No part passes the service's quality control: all files. ")
    assert len(words.splitlines()) == 1
    assert together_words([]) == ""


@pytest.fixture
def workbench(tmp_path: Path) -> Iterator[Workbench]:
    opened = Workbench(tmp_path / "home", use_keyring=False)
    yield opened
    opened.close()


def test_the_real_core_tells_which_file_does_not_belong(workbench: Workbench, tmp_path: Path) -> None:
    def cohort(chromosome: int, *names: str, sites: int = 5) -> Path:
        file = tmp_path / f"{'-'.join(names)}-{chromosome}.vcf"
        lines = [record(1000 * at, *["0/1"] * len(names), chrom=f"chr{chromosome}") for at in range(1, sites + 1)]
        file.write_bytes(vcf(lines, list(names)))
        assert not [found.code for found in workbench.inspect(file, None).findings if found.severity == "block"]
        return file

    first, second, again = cohort(20, "A", "B"), cohort(21, "A", "B"), cohort(20, "B", "A")
    assert workbench.check_together((first, second)) == ()
    found = workbench.check_together((first, second, again))
    assert [(entry.finding.code, entry.files) for entry in found] == [
        ("VCF-SAMPLES-ORDER", (first, again)), ("VCF-CHROM-TWICE", (first, again)),
    ]  # fmt: skip
    other = cohort(22, "A", "C")
    first.unlink()  # what was found in it is known
    assert [(entry.finding.code, entry.files) for entry in workbench.check_together((other, first))] == [
        ("VCF-SAMPLES-DIFFER", (other, first))
    ]


def test_the_review_says_that_files_of_the_list_are_not_among_those_that_are_sent(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    core = FakeCore()
    core.blocked_names = {"b.vcf"}
    opened = open_window(core)
    opened.stage(tmp_path, "a.vcf", "b.vcf")
    said: list[str] = []

    def look() -> None:
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, ReviewSheet)
        said.extend(label.text() for label in sheet.findChildren(QLabel))
        sheet.reject()

    QTimer.singleShot(0, look)
    opened.window.send_page.send_button.click()
    assert "1 file of the list is not sent with these; it needs you first." in said
    said.clear()
    QTimer.singleShot(0, look)
    blocked = next(row.key for row in opened.desk.queue.rows if row.name == "b.vcf")
    opened.window.send_page.view.asked.emit(blocked, "explain")
    assert "records would be sent, of 61,234 read" in said, "it is not said of a file that is stopped that it leaves"
    assert not any("of the list" in words for words in said)
