"""The application: builds everything once, and is the only place that knows all of it."""

from __future__ import annotations

import gc
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ui.desktop.appearance import load_appearance, private_home
from ui.desktop.bridge import Bridge, Report
from ui.desktop.crash import CrashReporter, CrashSheet
from ui.desktop.desk import Desk
from ui.desktop.dialogs.sheet import ask
from ui.desktop.error_words import show_error
from ui.desktop.i18n import system_language, translate, use_language
from ui.desktop.system.idle import IdleWatch
from ui.desktop.system.no_sleep import SleepInhibitor
from ui.desktop.system.notifications import notify
from ui.desktop.system.single_instance import SingleInstance, hand_over
from ui.desktop.theme import Scheme, Theme
from ui.desktop.views import AccountView, SentView
from ui.desktop.widgets.file_dialog import forget_file_dialog_history
from ui.desktop.window import MainWindow

if TYPE_CHECKING:
    from ui.desktop.core import Core
    from ui.desktop.practice_mode import PracticeReady

QUIT_GRACE_S = 0.8
UNPAINTED_MS = 500
"""A window that starts minimised or covered is not painted; it gets its pages and its core all the same."""


def run(arguments: list[str]) -> int:
    """Open the window with the files of `arguments`; returns when it was closed."""
    files = [Path(argument) for argument in arguments if not argument.startswith("-")]
    application = QApplication(["genoseal-desktop"])
    application.setApplicationName("genoseal")
    application.setDesktopFileName("genoseal")
    home = private_home()
    forget_file_dialog_history(home / "settings.toml" / "nowhere")
    if hand_over(home, files):
        return 0
    genoseal = Genoseal(application, home)
    genoseal.show(files)
    code = application.exec()
    if not genoseal.close():
        # A lane is still inside a call that cannot be stopped. Everything on disk survives kill -9 by design.
        os._exit(code)
    return code


class Genoseal(QObject):
    """One per process, on the main thread."""

    practice_changed = Signal()

    def __init__(self, application: QApplication, home: Path) -> None:
        super().__init__(application)
        self.home = home
        self._application = application
        appearance = load_appearance(home)
        self.language = system_language() if appearance.language == "system" else appearance.language
        use_language(self.language)
        self.theme = Theme(application, appearance.scheme)
        self.bridge = Bridge(self)
        self.desk = Desk(self.bridge, self)
        self.crashes = CrashReporter(self)
        self.crashes.happened.connect(self._crashed)
        self.crashes.install()
        self.bridge.crashed.connect(self.crashes.report)
        self.instance = SingleInstance(home, self)
        self.instance.files_received.connect(self._files_received)
        self._awake = SleepInhibitor()
        self._practice: PracticeReady | None = None
        self._starting_practice = False
        self._real_core: Core | None = None
        self._files: list[Path] = []
        self._is_closed = False
        self._is_whole = False
        self.desk.sending_changed.connect(self._sending_changed)
        self.desk.sent.connect(self._sent)
        self.desk.transfers_loaded.connect(self.desk.resume_waiting)
        self.desk.account_changed.connect(self.desk.resume_waiting)
        self._unpainted = QTimer(self, singleShot=True, interval=UNPAINTED_MS)
        self._unpainted.timeout.connect(self._build_rest)
        self.window = self._build_window(first_page_only=True)
        # After the window: the watch is asked about every event, and building makes twelve thousand of them.
        self.idle_watch = IdleWatch(application)
        self.idle_watch.touched.connect(self._touched)
        self.idle_watch.idle.connect(self._idle)

    def show(self, files: list[Path]) -> None:
        """Show the window; the other pages are built, and then the core is loaded, after its first paint."""
        self._files = files
        self.window.painted.connect(self._build_rest)
        self.window.show()
        self._unpainted.start()

    def _build_rest(self) -> None:
        """A page at a time, so that the window can be used meanwhile; then the core."""
        if self._is_closed or self._is_whole:
            return
        if self.window.build_next_page():
            QTimer.singleShot(0, self._build_rest)
            return
        self._is_whole = True
        if not gc.isenabled():
            # The launcher turned it off: what a start makes stays, and looking for garbage in it only costs time.
            gc.freeze()
            gc.enable()
        self._load_core()

    def close(self) -> bool:
        """End everything. Returns False when some work could not be stopped in time."""
        if self._is_closed:
            return True
        self._is_closed = True
        self._unpainted.stop()
        self.idle_watch.stop()
        self.instance.close()
        self._awake.release()
        ended = self.bridge.close(QUIT_GRACE_S)
        if self._practice is not None:
            self._practice.host.stop()
        if ended and self.desk.core is not None:
            self.desk.core.close()
        self.crashes.uninstall()
        # A window that outlives the application would start timers on a dispatcher that is gone.
        self.window.hide()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return ended

    # ---- the core

    def _load_core(self) -> None:
        self.bridge.run(self._make_core, done=self._core_made)

    def _make_core(self, report: Report, stop: threading.Event) -> Core:
        from ui.desktop.workbench import Workbench

        return Workbench(self.home)

    def _core_made(self, core: Core) -> None:
        self._real_core = core
        self.window.build_pages()  # they learn what the core knows from the desk's signals
        self.desk.use_core(core)
        if self._files:
            self.window.add_files(self._files)
            self._files = []

    # ---- the window

    def _build_window(self, *, first_page_only: bool = False) -> MainWindow:
        window = MainWindow(self.theme, self.desk, self._may_close, first_page_only=first_page_only)
        window.end_practice_button.clicked.connect(self.end_practice)
        window.practice_wanted.connect(self.start_practice)
        window.language_wanted.connect(self.set_language)
        window.scheme_wanted.connect(self.set_scheme)
        window.job_finished.connect(self._job_finished)
        return window

    def set_language(self, code: str) -> None:
        """Change the language at once: the window is built anew at the same place, on the same page."""
        language = system_language() if code == "system" else code
        if language == self.language:
            return
        self.language = language
        use_language(language)
        old = self.window
        geometry, page = old.geometry(), old.current_page()
        self.window = self._build_window()
        self.window.setGeometry(geometry)
        self.window.show_page(page)
        self.window.show()
        self._application.setQuitOnLastWindowClosed(False)
        old.discard()
        self._application.setQuitOnLastWindowClosed(True)
        self.desk.refresh()

    def set_scheme(self, scheme: str) -> None:
        """Light, dark or the system's."""
        self.theme.set_scheme(Scheme(scheme))

    def _files_received(self, files: list[Path]) -> None:
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        if self.desk.core is None:
            self._files = [*self._files, *files]
        elif files:
            self.window.add_files(files)

    def _may_close(self) -> bool:
        """Closing with work under way asks once."""
        if self._is_closed:
            return True
        if not self.desk.is_sending:
            return not self.window.send_page.hand_over.is_under_way or self._may_stop_preparing()
        quit_now = ask(
            self.theme,
            self.window,
            translate("App", "Your files are still being sent"),
            translate("App", "Keep sending in the background, or quit now? After quitting, sending goes on where it "
                             "stopped as soon as you open Genoseal again."),
            yes=translate("App", "Quit"),
            no=translate("App", "Keep sending"),
            icon="upload",
        )  # fmt: skip
        if not quit_now:
            self.window.showMinimized()
        return quit_now

    def _may_stop_preparing(self) -> bool:
        return ask(
            self.theme,
            self.window,
            translate("App", "Your files are still being prepared"),
            translate("App", "They are prepared for a second person. Quitting stops that, and nothing of it is kept."),
            yes=translate("App", "Quit"),
            no=translate("App", "Keep preparing"),
            icon="users-round",
        )

    def _crashed(self, text: str) -> None:
        sheet = CrashSheet(self.theme, self.window, text)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    # ---- practice

    @property
    def is_practising(self) -> bool:
        """Whether the window works with the practice service."""
        return self._practice is not None

    def start_practice(self) -> None:
        """One click: service, profile, account and second factor, all of it rehearsal."""
        if self._practice is None and not self._starting_practice:
            self._starting_practice = True
            self.window.say_practice_starts()
            self.bridge.run(
                self._make_practice, done=self._practice_ready, failed=self._practice_failed, lane="practice"
            )

    def end_practice(self) -> None:
        """Back to real work; what was rehearsed ends with its folder."""
        ready, self._practice = self._practice, None
        if ready is None:
            return
        if self.desk.is_sending:
            self.desk.pause_all()
        if self._real_core is not None:
            self.desk.use_core(self._real_core)
        self.bridge.run(_Ending(ready), lane="send")
        self.practice_changed.emit()

    def _make_practice(self, report: Report, stop: threading.Event) -> PracticeReady:
        from ui.desktop.practice_mode import start_practice

        return start_practice(self.home / "practice")

    def _practice_ready(self, ready: PracticeReady) -> None:
        self._starting_practice = False
        self._practice = ready
        self.window.send_page.banner.clear()
        self.desk.use_core(ready.workbench)
        self.window.show_page("send")
        self.practice_changed.emit()

    def _practice_failed(self, error: Exception) -> None:
        self._starting_practice = False
        show_error(self.window.send_page.banner, error)

    # ---- what goes on

    def _sending_changed(self) -> None:
        if self.desk.is_sending:
            self._awake.hold(translate("App", "Sending files"))
        else:
            self._awake.release()

    def _sent(self, sent: SentView) -> None:
        if not self.window.isActiveWindow():
            notify(translate("App", "A submission was sent and confirmed."))

    def _job_finished(self, state: str) -> None:
        if not self.window.isActiveWindow():
            ready, failed = translate("App", "Results are ready."), translate("App", "A job has failed.")
            notify(ready if state == "succeeded" else failed)

    def _touched(self) -> None:
        core = self.desk.core
        if core is not None:
            core.touch()

    def _idle(self) -> None:
        account = self.desk.account
        if account is not None and account.is_signed_in:
            self.bridge.run(self._lock, done=self._locked)

    def _lock(self, report: Report, stop: threading.Event) -> AccountView:
        assert self.desk.core is not None
        return self.desk.core.lock_when_idle()

    def _locked(self, account: AccountView) -> None:
        if account.is_locked:
            self.desk.account_is(account)


class _Ending:
    """Ends practice once nothing is sent any more."""

    def __init__(self, ready: PracticeReady) -> None:
        self._ready = ready

    def __call__(self, report: Report, stop: threading.Event) -> None:
        self._ready.workbench.close()
        self._ready.host.stop()
