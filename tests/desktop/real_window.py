"""The real window over the real core, at a real practice service that a test can stop, replace and set back."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from practice.phone import PracticePhone
from practice.server import PracticeService
from tests.support.practice_client import cheap_settings
from ui.desktop.app import Genoseal
from ui.desktop.dialogs.review import ReviewSheet
from ui.desktop.models.queue import QueueState
from ui.desktop.practice_host import PracticePlace
from ui.desktop.widgets.frames import Banner, Page
from ui.desktop.workbench import Workbench

VAULT_PASSWORD_FILE = "GENOSEAL_VAULT_PASSWORD_FILE"


def enrol(home: Path, service: PracticeService | PracticePlace, password_file: Path | None) -> None:
    """What a person does once: profile, sign-in, second factor."""
    workbench = Workbench(home, password_file=password_file)
    workbench.install_profile(service.profile_path, service.key_fingerprint)
    workbench.begin_sign_in(service.user, service.password_file.read_bytes().strip())
    setup = workbench.begin_factor(service.invitation_file.read_text().strip())
    _judgement, codes = workbench.confirm_factor_code(PracticePhone(setup.grouped_secret).code_at(datetime.now(UTC)))
    workbench.activate_factor(codes[0])
    workbench.close()


@dataclass
class Place:
    """A service and the private folder of somebody who is signed in there."""

    folder: Path
    home: Path
    service: PracticeService


def signed_in_place(folder: Path, operate: Callable[[Path], object] = lambda data: None) -> Place:
    """The service is stopped again. GENOSEAL_VAULT_PASSWORD_FILE has to name `passphrase` in that folder.

    `operate` is given the service's data before anybody installs its profile.
    """
    home, password_file = folder / "home", folder / "passphrase"
    password_file.write_text("a passphrase of the test")
    password_file.chmod(0o600)
    with PracticeService(folder / "service", settings=cheap_settings()) as service:
        operate(folder / "service")
        enrol(home, service, password_file)
    return Place(folder, home, service)


@dataclass
class RealWindow:
    """A window and what a person does with it."""

    genoseal: Genoseal
    qtbot: QtBot

    @property
    def page(self) -> Page:
        window = self.genoseal.window
        return window.page(window.current_page())

    def wait(self, condition: Callable[[], bool], timeout_s: float = 30) -> None:
        self.qtbot.waitUntil(condition, timeout=int(timeout_s * 1000))

    def wait_signed_in(self) -> None:
        desk = self.genoseal.desk
        self.wait(lambda: desk.account is not None and desk.account.is_signed_in)

    def wait_idle(self) -> None:
        self.wait(lambda: not self.genoseal.bridge.is_busy)

    def stage(self, *files: Path) -> None:
        self.genoseal.window.add_files(list(files))
        self.wait(lambda: not self.genoseal.desk.is_checking)

    def send(self) -> None:
        """Press Send, confirm in the review, press Send there."""
        self.review(lambda sheet: sheet.send_button.click())

    def review(self, then: Callable[[ReviewSheet], object]) -> None:
        """Press Send, confirm in the review, and go on there."""
        self.wait(lambda: not self.genoseal.desk.is_checking)
        QTimer.singleShot(0, lambda: self._review(then))
        self.genoseal.window.send_page.send_button.click()

    def _review(self, then: Callable[[ReviewSheet], object]) -> None:
        sheet = QApplication.activeModalWidget()
        if not isinstance(sheet, ReviewSheet):
            QTimer.singleShot(20, lambda: self._review(then))
            return
        assert sheet.consent is not None
        sheet.consent.click()
        if not sheet.reference.text():
            sheet.reference.setText("PRACTICE-1")
        then(sheet)

    def states(self) -> list[QueueState]:
        return [row.state for row in self.genoseal.desk.queue.rows]


@contextmanager
def real_window(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[RealWindow]:
    """Opened as `genoseal-desktop` does; nothing of it is left afterwards."""
    genoseal = Genoseal(qapp, home)
    genoseal.show([])
    window = RealWindow(genoseal, qtbot)
    window.wait(lambda: genoseal.desk.account is not None)
    try:
        yield window
    finally:
        assert genoseal.close(), "work was left running"


def small_cohort(file: Path, sites: int = 300, *, says_build: bool = True) -> Path:
    """A gzipped VCF of chromosome 20 (hg19) with names in it."""
    names = "\t".join(f"ANNA-HOLM-{number}" for number in range(24))
    lines = [
        "##fileformat=VCFv4.2", f"##contig=<ID=20{',length=63025520' if says_build else ''}>",
        '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
        f"#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t{names}",
    ]  # fmt: skip
    for site in range(sites):
        calls = "\t".join(("0|0", "0|1", "1|1")[(site * 7 + number * 5) % 3] for number in range(24))
        lines.append(f"20\t{60_000 + site * 100}\t.\tA\tC\t.\tPASS\t.\tGT\t{calls}")
    file.write_bytes(gzip.compress("\n".join(lines).encode() + b"\n", 1))
    return file


def banner_says(banner: Banner, *wanted: str) -> Callable[[], bool]:
    return lambda: banner.isVisible() and all(words in banner.words for words in wanted)


def require_page_state(window: RealWindow, *words: str, button: str) -> None:
    """The four parts and the button, on the page that is shown and not under it."""
    banner = window.page.banner
    window.wait(banner_says(banner, *words))
    assert banner.way_out.isVisible()
    assert banner.way_out.text() == button
    assert "genoseal " not in banner.words, "the window names no command"
    assert "{" not in banner.words
    assert "?" not in banner.words
