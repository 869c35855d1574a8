"""The walk of somebody who has never seen Genoseal: practice mode, files in, review, send, results. With pictures.

    python -m tests.desktop.walk PICTURES_FOLDER FILE…

Runs in a real window on the display it finds (Xvfb in the test), clicks real buttons, and saves a picture at each
step. The pictures in docs/screenshots come from it.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

import ui.desktop.launch  # noqa: F401  (narrows OpenSSL before anything else)
from ui.desktop.app import Genoseal
from ui.desktop.dialogs.review import ReviewSheet
from ui.desktop.models.queue import QueueState

TIMEOUT_S = 120.0


def pump(seconds: float = 0.15) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def wait_until(condition: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + TIMEOUT_S
    while not condition():
        if time.monotonic() > deadline:
            raise SystemExit(f"waited in vain: {what}")
        pump(0.05)


def click(widget: QAbstractButton) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(widget.width() // 2, widget.height() // 2))


class Walk:
    """Keeps the pictures' numbers."""

    def __init__(self, pictures: Path, files: list[Path]) -> None:
        self.pictures, self.files, self.number = pictures, files, 0
        self.started = time.monotonic()

    def picture(self, widget: QWidget, name: str) -> None:
        pump()
        self.number += 1
        file = self.pictures / f"walk-{self.number}-{name}.png"
        if not widget.grab().save(str(file)):
            raise SystemExit(f"cannot save {file}")

    def drop(self, zone: QWidget) -> None:
        """Files dragged from the desktop onto the zone."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file)) for file in self.files])
        middle, buttons, keys = zone.rect().center(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(zone, QDragEnterEvent(middle, Qt.DropAction.CopyAction, mime, buttons, keys))
        event = QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, mime, buttons, keys)
        QApplication.sendEvent(zone, event)

    def review(self) -> None:
        """The review dialog: look, tick, send."""
        sheet = QApplication.activeModalWidget()
        if not isinstance(sheet, ReviewSheet) or sheet.consent is None:
            QTimer.singleShot(100, self.review)
            return
        self.picture(sheet, "review")
        click(sheet.consent)
        self.picture(sheet, "consent")
        click(sheet.send_button)

    def has_sealed(self, genoseal: Genoseal) -> bool:
        """Whether some file is through with everything that happens on this computer."""
        return any(row.state in (QueueState.SEALED, QueueState.UPLOADING) for row in genoseal.desk.queue.rows)

    def run(self, genoseal: Genoseal) -> None:
        window = genoseal.window
        page = window.send_page
        genoseal.show([])
        wait_until(lambda: genoseal.desk.account is not None, "the core")
        self.picture(window, "first-start")
        click(page.practice_button)
        wait_until(lambda: genoseal.is_practising and page.banner.isHidden(), "practice mode")
        wait_until(lambda: genoseal.desk.account is not None and genoseal.desk.account.is_signed_in, "sign-in")
        self.picture(window, "practice")
        self.drop(page.drop_zone)
        wait_until(lambda: bool(genoseal.desk.ready_keys) and not genoseal.desk.is_checking, "inspection")
        self.picture(window, "inspected")
        QTimer.singleShot(300, self.review)
        click(page.send_button)
        wait_until(lambda: self.has_sealed(genoseal) or not genoseal.desk.is_sending, "sending")
        self.picture(window, "sending")
        wait_until(lambda: not genoseal.desk.is_sending, "the receipt")
        states = {row.state for row in genoseal.desk.queue.rows}
        if states != {QueueState.SENT}:
            raise SystemExit(f"not all was sent: {states} {page.banner.words}")
        self.picture(window, "sent")
        window.show_page("jobs")
        wait_until(lambda: any(job.status.state == "succeeded" for job in window.jobs_page._jobs), "the job")
        self.picture(window, "job")
        window.show_page("results")
        job = window.jobs_page._jobs[0].status.id
        window.results_page.fetch(job, genoseal.home / "results")
        wait_until(lambda: window.results_page.plots_card.isVisible(), "results")
        self.picture(window, "results")
        print(f"walk: {time.monotonic() - self.started:.1f} s, {len(self.files)} files, {self.number} pictures")


def main() -> int:
    pictures, files = Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]
    pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="genoseal-walk-") as folder:
        os.environ["GENOSEAL_HOME"] = str(Path(folder) / "home")
        application = QApplication(["walk"])
        genoseal = Genoseal(application, Path(folder) / "home")
        genoseal.window.resize(1180, 800)
        Walk(pictures, files).run(genoseal)
        began = time.monotonic()
        ended = genoseal.close()
        print(f"quit: {time.monotonic() - began:.2f} s, all work ended: {ended}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
