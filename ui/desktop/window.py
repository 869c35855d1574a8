"""The main window: sidebar, pages, and the practice strip that nobody can miss.

The first page is built with the window, the others may come after its first paint: they take longer to import and to
build than all that is seen at first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.desktop.desk import Desk
from ui.desktop.pages.send import SendPage
from ui.desktop.theme import Theme, em_px, room_for
from ui.desktop.widgets.controls import Button, IconLabel
from ui.desktop.widgets.frames import Page
from ui.desktop.widgets.keyboard import show_focused
from ui.desktop.widgets.notices import ServiceNotices
from ui.desktop.widgets.sidebar import PageEntry, Sidebar
from ui.desktop.widgets.text import Label

if TYPE_CHECKING:
    from ui.desktop.pages.activity import ActivityPage
    from ui.desktop.pages.help import HelpPage
    from ui.desktop.pages.jobs import JobsPage
    from ui.desktop.pages.results import ResultsPage
    from ui.desktop.pages.security import SecurityPage
    from ui.desktop.pages.settings import SettingsPage

COLLAPSE_BELOW_EM = 70
LEAST_EM = (46, 38)
FIRST_EM = (84, 54)
EDGE_PX = 4


class MainWindow(QMainWindow):
    """Shows one page at a time. The title is generic on purpose: window titles end up in screenshots and logs."""

    closing = Signal()
    practice_wanted = Signal()
    language_wanted = Signal(str)
    scheme_wanted = Signal(str)
    job_finished = Signal(str)
    painted = Signal()
    """Once, after the first paint."""

    _jobs_page: JobsPage
    _results_page: ResultsPage
    _security_page: SecurityPage
    _activity_page: ActivityPage
    _settings_page: SettingsPage
    _help_page: HelpPage

    def __init__(
        self, theme: Theme, desk: Desk, may_close: Callable[[], bool] | None = None, *, first_page_only: bool = False
    ) -> None:
        """`first_page_only`: the caller builds the other pages by `build_next_page` before the desk gets its core."""
        super().__init__()
        self._theme, self._desk, self._may_close = theme, desk, may_close
        self.setWindowTitle("Genoseal")
        self.setWindowIcon(theme.icon("shield-check", "accent"))
        self.send_page = SendPage(theme, desk)
        self._was_painted = False
        self._pages: dict[str, Page] = {}
        self._others = self._iter_other_pages()
        self.sidebar = Sidebar(theme, self._entries())
        self.stack = QStackedWidget()
        self._add("send", self.send_page)
        if not first_page_only:
            self.build_pages()
        self.practice_strip = self._build_practice_strip()
        self.setCentralWidget(self._build_frame())
        self.sidebar.page_chosen.connect(self._page_chosen)
        self.sidebar.choose(0)
        desk.profile_changed.connect(self._profile_changed)
        theme.changed.connect(self._fit)
        self.resize(self._wanted_size())
        self._profile_changed()
        self._fit()

    @property
    def jobs_page(self) -> JobsPage:
        self.build_pages()
        return self._jobs_page

    @property
    def results_page(self) -> ResultsPage:
        self.build_pages()
        return self._results_page

    @property
    def security_page(self) -> SecurityPage:
        self.build_pages()
        return self._security_page

    @property
    def activity_page(self) -> ActivityPage:
        self.build_pages()
        return self._activity_page

    @property
    def settings_page(self) -> SettingsPage:
        self.build_pages()
        return self._settings_page

    @property
    def help_page(self) -> HelpPage:
        self.build_pages()
        return self._help_page

    def build_next_page(self) -> bool:
        """Build one more page; False once all are there."""
        return next(self._others, False) is None

    def build_pages(self) -> None:
        """Build all pages that are not there yet."""
        while self.build_next_page():
            pass

    def show_page(self, name: str) -> None:
        """Go to the page with that name; unknown names stay where we are."""
        names = [entry.name for entry in self._entries()]
        if name in names:
            self.sidebar.choose(names.index(name))

    def current_page(self) -> str:
        """The name of the page that is shown."""
        return list(self._pages)[self.stack.currentIndex()]

    def page(self, name: str) -> Page:
        """The page with that name."""
        self.build_pages()
        return self._pages[name]

    def add_files(self, paths: list[Path]) -> None:
        """Queue files from elsewhere and show where they are."""
        self.show_page("send")
        self.send_page.add_files(paths)

    def say_practice_starts(self) -> None:
        """Practice mode needs a few seconds; say so."""
        self.show_page("send")
        self.send_page.banner.say("info", self.tr("Starting the practice service. This takes a few seconds …"))

    def discard(self) -> None:
        """Close without a question; another window has taken over."""
        self._may_close = None
        self.close()
        self.deleteLater()

    def set_practice(self, on: bool) -> None:
        """Show or hide the strip and the coloured edge."""
        self.practice_strip.setVisible(on)
        for edge in self._edges:
            edge.setVisible(on)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab shows where it went."""
        has_moved = super().focusNextPrevChild(next)
        show_focused(self.focusWidget())
        return has_moved

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing asks the application, which knows what is under way."""
        if self._may_close is not None and not self._may_close():
            event.ignore()
            return
        self.closing.emit()
        event.accept()

    def _page_chosen(self, index: int) -> None:
        if index:
            self.build_pages()
        self.stack.setCurrentIndex(index)
        page = self._pages[self.current_page()]
        page.shown()

    def _results_wanted(self, job: str) -> None:
        self.show_page("results")
        self.results_page.ask_folder(job)

    def _practice_clicked(self, on: bool) -> None:
        if on:
            self.practice_wanted.emit()
        else:
            self.end_practice_button.click()

    def run_first_run(self) -> None:
        """Profile, sign-in, keys, ready."""
        from ui.desktop.wizards.first_run import FirstRunWizard

        wizard = FirstRunWizard(self._theme, self, self._desk, self.security_page)
        wizard.exec()
        wizard.deleteLater()

    def _page_wanted(self, name: str) -> None:
        if name == "practice":
            self.practice_wanted.emit()
        elif name == "first-run":
            self.run_first_run()
        elif name == "sign-in" and self._desk.account is not None and self._desk.account.is_locked:
            self.security_page.unlock()
        elif name == "sign-in":
            self.show_page("sign-in")
            self.security_page.sign_in()
        elif name == "profile":
            self.show_page("settings")
            self.settings_page.open_profile()
        elif name == "backup":
            self.show_page("settings")
            self.settings_page.back_up()
        elif name == "checks":
            self.show_page("settings")
            self.settings_page.check_workstation()
        elif name == "choose-files":
            self.show_page("send")
            self.send_page.drop_zone.choose_files()
        else:
            self.show_page(name.removesuffix("-page"))

    # ---- building

    def _iter_other_pages(self) -> Iterator[None]:
        """One page a step, in the order of the sidebar."""
        from ui.desktop.pages.jobs import JobsPage

        self._jobs_page = JobsPage(self._theme, self._desk)
        self._jobs_page.results_wanted.connect(self._results_wanted)
        self._jobs_page.finished.connect(self.job_finished)
        self._add("jobs", self._jobs_page)
        yield
        from ui.desktop.pages.results import ResultsPage

        self._results_page = ResultsPage(self._theme, self._desk)
        self._add("results", self._results_page)
        yield
        from ui.desktop.pages.security import SecurityPage

        self._security_page = SecurityPage(self._theme, self._desk)
        self._add("sign-in", self._security_page)
        yield
        from ui.desktop.pages.activity import ActivityPage

        self._activity_page = ActivityPage(self._theme, self._desk)
        self._add("activity", self._activity_page)
        yield
        from ui.desktop.pages.settings import SettingsPage

        self._settings_page = SettingsPage(self._theme, self._desk)
        self._settings_page.language_wanted.connect(self.language_wanted)
        self._settings_page.scheme_wanted.connect(self.scheme_wanted)
        self._add("settings", self._settings_page)
        yield
        from ui.desktop.pages.help import HelpPage

        self._help_page = HelpPage(self._theme, self._desk)
        self._help_page.practice_wanted.connect(self._practice_clicked)
        self._add("help", self._help_page)
        yield

    def _add(self, name: str, page: Page) -> None:
        self._pages[name] = page
        self.stack.addWidget(page)
        page.wants.connect(self._page_wanted)

    def _entries(self) -> list[PageEntry]:
        words = {
            "send": (self.tr("Send"), "upload"),
            "jobs": (self.tr("Jobs"), "list-checks"),
            "results": (self.tr("Results"), "inbox"),
            "sign-in": (self.tr("Sign-in"), "key-round"),
            "activity": (self.tr("Activity"), "scroll-text"),
            "settings": (self.tr("Settings"), "settings"),
            "help": (self.tr("Help"), "life-buoy"),
        }
        return [PageEntry(name, *shown) for name, shown in words.items()]

    def _build_practice_strip(self) -> QFrame:
        strip = QFrame()
        strip.setObjectName("practice-strip")
        row = QHBoxLayout(strip)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel(self._theme, "graduation-cap", 1.5, "caution_tint"))
        row.addWidget(
            Label(self.tr("Practice mode. Nothing leaves this computer; the service is a rehearsal."), wrap=True), 1
        )
        self.end_practice_button = Button(self._theme, self.tr("End practice"), name="end-practice")
        row.addWidget(self.end_practice_button)
        strip.hide()
        return strip

    def _build_frame(self) -> QWidget:
        self._edges = [QFrame() for _side in range(3)]
        for edge in self._edges:
            edge.setObjectName("practice-edge")
            edge.hide()
        left, right, bottom = self._edges
        left.setFixedWidth(EDGE_PX)
        right.setFixedWidth(EDGE_PX)
        bottom.setFixedHeight(EDGE_PX)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        for widget in (left, self.sidebar):
            middle.addWidget(widget)
        self.notices = ServiceNotices(self._theme, self._desk)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.notices)
        beside.addWidget(self.stack, 1)
        middle.addLayout(beside, 1)
        middle.addWidget(right)
        frame = QWidget()
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.practice_strip)
        layout.addLayout(middle, 1)
        layout.addWidget(bottom)
        return frame

    # ---- fitting

    def _wanted_size(self) -> QSize:
        em = em_px()
        return QSize(round(FIRST_EM[0] * em), round(FIRST_EM[1] * em)).boundedTo(room_for(self))

    def _fit(self) -> None:
        em = em_px()
        self.setMinimumSize(QSize(round(LEAST_EM[0] * em), round(LEAST_EM[1] * em)).boundedTo(room_for(self)))
        self.sidebar.set_collapsed(self.width() < COLLAPSE_BELOW_EM * em)

    def _profile_changed(self) -> None:
        installed = self._desk.profile
        if installed is None:
            self.sidebar.set_place("", "", "")
            self.set_practice(False)
            return
        profile = installed.profile
        origin = profile.service.origin.removeprefix("https://")
        serial = self.tr("Profile %1").replace("%1", str(profile.serial))
        self.sidebar.set_place(profile.institution, origin, serial)
        self.set_practice(profile.environment == "practice")
