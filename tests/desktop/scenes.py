"""Every page, dialog and wizard step, empty, full and in trouble, over a core of plausible facts.

The gallery draws them for a person's eye, and the layout test measures them.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from client.model.handover import BuildSaid
from client.model.service import Notice
from client.model.site_numbers import SiteNumbers
from client.model.transfer import Problem, TransferState
from client.network.errors import BusyError, PinMismatchError, UnreachableError
from client.secrets.errors import NoSecretStoreError
from prep.errors import SiteListShapeError
from tests.support.desktop_core import FakeCore
from tests.support.desktop_facts import NOW, RECOVERY_CODES, inspected_file, job, profile_view, setup, transfer
from ui.desktop.bridge import Bridge
from ui.desktop.crash import CrashSheet
from ui.desktop.desk import Desk
from ui.desktop.dialogs.approve import ApproveSheet
from ui.desktop.dialogs.backup import BackupSheet
from ui.desktop.dialogs.profile import ProfileSheet
from ui.desktop.dialogs.proxy import ProxySheet
from ui.desktop.dialogs.recovery_codes import RecoveryCodesSheet
from ui.desktop.dialogs.review import ReviewSheet
from ui.desktop.dialogs.sign_in import PassphraseSheet, PasswordSheet, RenewCodesSheet, SignInSheet, UnlockSheet
from ui.desktop.dialogs.statements import CertificateSheet, ReceiptSheet
from ui.desktop.theme import Theme
from ui.desktop.views import (
    AccountView,
    CodeJudgement,
    FindingView,
    HandOverOrder,
    JobFindingView,
    LocalCopyView,
    SendOrder,
    SettingView,
)
from ui.desktop.window import MainWindow
from ui.desktop.wizards.factor import FactorWizard
from ui.desktop.wizards.factor_context import FactorContext
from ui.desktop.wizards.first_run import FirstRunWizard

PAGES = ("send", "jobs", "results", "sign-in", "activity", "settings", "help")
FILES = ("cohort-2026.chr20.vcf.gz", "cohort-2026.chr21.vcf.gz", "a-rather-long-file-name-of-a-biobank.chr22.vcf.gz")
_PATIENCE_S = 90.0
"""What a scene may take where much else runs beside it."""


@dataclass(frozen=True)
class Scene:
    """What is to be looked at; only shown until the next one is asked for."""

    name: str
    widget: QWidget


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _PATIENCE_S
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError("a scene did not come about")
        QApplication.processEvents()
        time.sleep(0.002)


def settle(bridge: Bridge) -> None:
    """Until nobody works and everything is laid out."""
    wait_until(lambda: not bridge.is_busy)
    for _round in range(4):
        QApplication.processEvents()


@contextmanager
def opened(theme: Theme, core: FakeCore) -> Iterator[tuple[MainWindow, Desk]]:
    """A window over `core`; gone afterwards."""
    bridge = Bridge()
    desk = Desk(bridge)
    window = MainWindow(theme, desk)
    try:
        desk.use_core(core)  # type: ignore[arg-type]
        window.show()
        settle(bridge)
        yield window, desk
    finally:
        core.hold.set()
        settle(bridge)
        bridge.close()
        _forget(window)


def scenes(theme: Theme, folder: Path) -> Iterator[Scene]:
    """All of them. `folder` may be written to."""
    yield from _empty_pages(theme)
    yield from _full_pages(theme, folder)
    yield from _builds(theme, folder)
    yield from _no_job_together(theme, folder)
    yield from _site_list(theme, folder)
    yield from _two_people(theme, folder)
    yield from _pages_in_trouble(theme, folder)
    yield from _dialogs(theme, folder)
    yield from _turns_and_answers(theme, folder)
    yield from _first_run(theme)
    yield from factor_steps(theme)


def _empty_pages(theme: Theme) -> Iterator[Scene]:
    core = FakeCore()
    core.installed, core.state = None, AccountView(None, "")
    with opened(theme, core) as (window, desk):
        for name in PAGES:
            window.show_page(name)
            settle(desk.bridge)
            yield Scene(f"{name}-empty", window)


def _full_pages(theme: Theme, folder: Path) -> Iterator[Scene]:
    core = FakeCore()
    core.installed = profile_view("practice")
    core.job_list = [job(), job("running", "job-2"), job("failed", "job-3"), job("deleted", "job-4")]
    core.values["proxy"] = SettingView("http://proxy.north.example:3128", "profile")
    core.blocked_names = {FILES[2]}
    core.service_notices = (Notice("warn", "On Sunday from 6 to 8 nothing can be sent.", None),)
    with opened(theme, core) as (window, desk):
        window.add_files(_files(folder))
        settle(desk.bridge)
        yield Scene("send-inspected", window)
        core.hold.clear()
        desk.send(desk.ready_keys, SendOrder(tuple(_files(folder)[:2]), "2026-1", "H-21012345"))
        wait_until(lambda: desk.now_sending is not None)
        desk.pace.history.extend(11e6 + 2e6 * math.sin(second / 4) for second in range(60))
        desk.sending_changed.emit()
        for _round in range(4):
            QApplication.processEvents()
        yield Scene("send-sending", window)
        core.hold.set()
        settle(desk.bridge)
        yield Scene("send-sent", window)
        for name in PAGES[1:]:
            window.show_page(name)
            if name == "settings":
                window.settings_page.check_workstation()
            settle(desk.bridge)
            yield Scene(f"{name}-full", window)
            bar = window.page(name).scroll_area.verticalScrollBar()
            if bar.maximum() > 40:
                bar.setValue(bar.maximum())
                settle(desk.bridge)
                yield Scene(f"{name}-full-below", window)
        core.numbers = SiteNumbers(12_975, _falling(20), (0,) * 19 + (12_975,), 0.9987, _near_pairs(), 3)
        window.show_page("results")
        window.results_page.fetch("job-20261121-1", folder)
        settle(desk.bridge)
        yield Scene("results-fetched", window)


def _builds(theme: Theme, folder: Path) -> Iterator[Scene]:
    """Files of which one header does not say the genome build and one says both: asked, and answered against what their
    variants say."""
    core = FakeCore()
    core.silent_names, core.both_names, core.well_known = set(FILES[:2]), {FILES[1]}, "hg19"
    with opened(theme, core) as (window, desk):
        window.add_files(_files(folder))
        settle(desk.bridge)
        yield Scene("send-build-asked", window)
        desk.choose_build("hg38")
        settle(desk.bridge)
        yield Scene("send-build-doubtful", window)
        files = [(desk.staged[key], desk.inspected[key]) for key in desk.ready_keys]
        review = ReviewSheet(theme, window, profile_view(), files)
        review.show()
        settle(desk.bridge)
        yield Scene("dialog-review-build", review)
        _forget(review)
        desk.choose_build("hg19")
        settle(desk.bridge)
        yield Scene("send-build-mismatch", window)


def _no_job_together(theme: Theme, folder: Path) -> Iterator[Scene]:
    """Files that are fine one by one; and the review where a file of the list is not among them."""
    core = FakeCore()
    twice = FindingView("VCF-CHROM-TWICE", "check", "block", "chromosome 20", 1)
    other = FindingView("VCF-SAMPLES-DIFFER", "check", "block", "file 3, samples", 1)
    core.job_findings = (
        JobFindingView(other, (folder / FILES[0], folder / FILES[2])),
        JobFindingView(twice, (folder / FILES[0], folder / FILES[1])),
    )
    with opened(theme, core) as (window, desk):
        window.add_files(_files(folder))
        settle(desk.bridge)
        yield Scene("send-no-job-together", window)
        files = [(desk.staged[key], desk.inspected[key]) for key in desk.ready_keys]
        review = ReviewSheet(theme, window, profile_view(), files, left_behind=2)
        review.show()
        settle(desk.bridge)
        yield Scene("dialog-review-left-behind", review)
        _forget(review)


def _site_list(theme: Theme, folder: Path) -> Iterator[Scene]:
    """Rules that send only the sites of a list: it is asked for, chosen, in the review, and no list at all."""
    core = FakeCore()
    core.lists_only = "register-sites-only"
    with opened(theme, core) as (window, desk):
        yield Scene("send-site-list-wanted", window)
        window.add_files(_files(folder))
        settle(desk.bridge)
        yield Scene("send-site-list-missing", window)
        desk.site_list.choose(
            folder / "a-reference-panel-of-some-consortium.r1-1.GRCh38.sites.of.all.chromosomes.tab.gz"
        )
        settle(desk.bridge)
        yield Scene("send-site-list-chosen", window)
        files = [(desk.staged[key], desk.inspected[key]) for key in desk.ready_keys]
        review = ReviewSheet(theme, window, profile_view(), files)
        review.show()
        settle(desk.bridge)
        yield Scene("dialog-review-site-list", review)
        _forget(review)
        core.raises["check_site_list"] = SiteListShapeError(kind="legend")
        desk.site_list.choose(folder / "panel.legend.gz")
        settle(desk.bridge)
        yield Scene("send-site-list-refused", window)


def _two_people(theme: Theme, folder: Path) -> Iterator[Scene]:
    """Where a second person approves, and prepared files lie here too long."""
    core = FakeCore()
    core.two_people, core.build_said = "two-people", BuildSaid(by_header=True, by_person=True, is_doubtful=True)
    core.copies = (LocalCopyView("note-1", folder / "for-birk", 22, NOW - timedelta(days=3)),)
    with opened(theme, core) as (window, desk):
        window.add_files(_files(folder))
        settle(desk.bridge)
        yield Scene("send-two-people", window)
        core.hold.clear()
        window.send_page.hand_over.start(HandOverOrder(tuple(_files(folder)), folder))
        wait_until(lambda: bool(core.calls("prepare_for_approval")))
        for _round in range(4):
            QApplication.processEvents()
        yield Scene("send-handing-over", window)
        core.hold.set()
        settle(desk.bridge)
        yield Scene("send-handed-over", window)
        window.show_page("settings")
        settle(desk.bridge)
        bar = window.page("settings").scroll_area.verticalScrollBar()
        bar.setValue(bar.maximum())
        settle(desk.bridge)
        yield Scene("settings-copies", window)
        files = [(folder / name, inspected_file(name)) for name in FILES]
        review = ReviewSheet(theme, window, profile_view(), files, "two-people")
        review.show()
        settle(desk.bridge)
        yield Scene("dialog-review-two-people", review)
        _forget(review)
        sheet = ApproveSheet(theme, window, desk.bridge, core, "birk-dam")  # type: ignore[arg-type]
        sheet.show()
        settle(desk.bridge)
        yield Scene("dialog-approve", sheet)
        sheet.look_at(folder)
        settle(desk.bridge)
        yield Scene("dialog-approve-read", sheet)
        _forget(sheet)


def _pages_in_trouble(theme: Theme, folder: Path) -> Iterator[Scene]:
    core = FakeCore()
    core.raises = {"devices": BusyError(status=503, retry_after_s=1800), "jobs": PinMismatchError(presented_pin="r4nD0m"
                   "kEyThatWasShownInsteadOfTheRightOne4430=")}  # fmt: skip
    core.on_their_way = [transfer(TransferState.NEEDS_YOU)]
    with opened(theme, core) as (window, desk):
        yield Scene("send-trouble", window)
        desk.now_sending, desk._send_ticket = (
            replace(transfer(), trouble=Problem("NET-UNREACHABLE", {"reason": "name"})), -1,
        )  # fmt: skip
        desk.queue_changed.emit()
        desk.sending_changed.emit()
        settle(desk.bridge)
        yield Scene("send-waits", window)
        desk.now_sending, desk._send_ticket = None, None
        for name in ("jobs", "sign-in"):
            window.show_page(name)
            settle(desk.bridge)
            yield Scene(f"{name}-trouble", window)
    for name, account, expired in (
        ("no-keyring", AccountView(None, "", problem=NoSecretStoreError(keyring_state="no_service")), False),
        ("expired", FakeCore().state, True),
        ("locked", replace(FakeCore().state, is_locked=True), False),
    ):
        core = FakeCore()
        core.state, core.installed = account, profile_view(is_expired=expired)
        core.raises = {"clock_offset_s": UnreachableError(reason="refused")}
        with opened(theme, core) as (window, desk):
            for page in ("send", "sign-in"):
                window.show_page(page)
                settle(desk.bridge)
                yield Scene(f"{page}-{name}", window)


def _dialogs(theme: Theme, folder: Path) -> Iterator[Scene]:
    core = FakeCore()
    with opened(theme, core) as (window, desk):
        files = [(folder / name, inspected_file(name)) for name in FILES]
        blocked = [(folder / FILES[0], inspected_file(FILES[0], blocked=True))]
        sign_in = SignInSheet(theme, window, desk.bridge, core, "University Hospital North")  # type: ignore[arg-type]
        code = SignInSheet(theme, window, desk.bridge, core, "University Hospital North")  # type: ignore[arg-type]
        code.stack.setCurrentIndex(1)
        made: list[tuple[str, QDialog]] = [
            ("review", ReviewSheet(theme, window, profile_view(), files)),
            ("review-blocked", ReviewSheet(theme, window, None, blocked)),
            ("sign-in-password", sign_in),
            ("sign-in-code", code),
            ("unlock", UnlockSheet(theme, window, desk.bridge, core)),  # type: ignore[arg-type]
            ("password", PasswordSheet(theme, window, desk.bridge, core, 12, 3)),  # type: ignore[arg-type]
            ("new-codes", RenewCodesSheet(theme, window, desk.bridge, core)),  # type: ignore[arg-type]
            ("passphrase", PassphraseSheet(theme, window, desk.bridge, core, is_new=True)),  # type: ignore[arg-type]
            ("profile", ProfileSheet(theme, window, desk.bridge, core)),  # type: ignore[arg-type]
            ("backup", BackupSheet(theme, window, desk.bridge, core, bring_back=False)),  # type: ignore[arg-type]
            ("bring-back", BackupSheet(theme, window, desk.bridge, core, bring_back=True)),  # type: ignore[arg-type]
            ("recovery-codes", RecoveryCodesSheet(theme, window, RECOVERY_CODES, "anna.holm")),
            ("proxy", ProxySheet(theme, window, desk.bridge, core, "http://proxy.north.example:3128", "anna")),  # type: ignore[arg-type]
            ("receipt", ReceiptSheet(theme, window, core.receipt("job-20261121-1"))),
            ("certificate", CertificateSheet(theme, window, core.certificate("job-20261121-1"))),
            ("crash", CrashSheet(theme, window, "client/tasks/send.py:41 in send\nui/desktop/desk.py:200 in send")),
        ]
        for name, dialog in made:
            dialog.show()
            settle(desk.bridge)
            yield Scene(f"dialog-{name}", dialog)
            _forget(dialog)


def _turns_and_answers(theme: Theme, folder: Path) -> Iterator[Scene]:
    """Several submissions of which one goes first; an approval that came back, one that was given; Crypt4GH."""
    core = FakeCore()
    core.installed = profile_view(container="crypt4gh")
    core.on_their_way = [
        transfer(TransferState.UPLOADING, "a1", files=1),
        transfer(TransferState.WAITING, "a2", files=1),
        transfer(TransferState.DONE, "a3", files=1),
    ]
    with opened(theme, core) as (window, desk):
        yield Scene("send-turns", window)
        files = [(folder / name, inspected_file(name)) for name in FILES]
        review = ReviewSheet(theme, window, core.installed, files, "two-people")
        review.show()
        assert review.approval is not None
        review.approval.show_approval(core.check_approval(folder / "approval.json"))
        settle(desk.bridge)
        yield Scene("dialog-review-approved", review)
        _forget(review)
        approve = ApproveSheet(theme, window, desk.bridge, core, "birk-dam")  # type: ignore[arg-type]
        approve.show()
        approve.look_at(folder)
        settle(desk.bridge)
        approve.approve_into(folder / "approval.json")
        settle(desk.bridge)
        yield Scene("dialog-approved", approve)
        _forget(approve)


def _first_run(theme: Theme) -> Iterator[Scene]:
    with opened(theme, FakeCore()) as (window, desk):
        wizard = FirstRunWizard(theme, window, desk, window.security_page)
        wizard.show()
        for step in range(len(wizard.steps)):
            wizard.show_step(step)
            settle(desk.bridge)
            yield Scene(f"first-run-{step + 1}", wizard)
        _forget(wizard)


def factor_steps(theme: Theme) -> Iterator[Scene]:
    bridge = Bridge()
    context = FactorContext(FakeCore(), bridge)
    context.setup, context.codes = setup(), RECOVERY_CODES
    wizard = FactorWizard(theme, None, context)
    wizard.show()
    for step in range(len(wizard.steps)):
        wizard.show_step(step)
        settle(bridge)
        yield Scene(f"factor-{step + 1}", wizard)
        if step == 1:
            wizard.add_account.reveal_button.click()
            settle(bridge)
            yield Scene("factor-2-shown", wizard)
        if step == 2:
            for message, offset in (("3-A", 0), ("3-B", 0), ("3-C", -180), ("3-D", 0), ("3-E", 0)):
                wizard.type_code.show_judgement(CodeJudgement(message, offset))
                settle(bridge)
                yield Scene(f"factor-3-{message}", wizard)
    bridge.close()
    _forget(wizard)


def _falling(bins: int) -> tuple[int, ...]:
    return tuple(round(6_000 / (number + 1)) for number in range(bins))


def _near_pairs() -> tuple[tuple[float, float], ...]:
    sent = [number / 400 for number in range(400)]
    return tuple((one, min(1.0, max(0.0, one + 0.05 * math.sin(one * 90)))) for one in sent)


def _files(folder: Path) -> list[Path]:
    files = [folder / name for name in FILES]
    for file in files:
        file.touch()
    return files


def _forget(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
