"""The site list of the job: which one the person chose, whether it can be read, and whether the rules want one.

It stays chosen for the next job too, until somebody removes it or the window is closed; the page and the review name
it. It is not kept any longer: a list forgotten from another project would decide what leaves.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ui.desktop.bridge import Bridge
from ui.desktop.core import Core
from ui.desktop.desk_work import ListReading


class SiteListChoice(QObject):
    """`chosen`: `file` is another one, or none, and files are to be looked into anew; `changed`: something to show."""

    chosen = Signal()
    changed = Signal()

    def __init__(self, bridge: Bridge, core: Callable[[], Core], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._core = bridge, core
        self._reading: ListReading | None = None
        self.file: Path | None = None
        """A list that could be read."""
        self.problem: Exception | None = None
        """Why the one that was chosen last is no list."""
        self.wanted_by = ""
        """The name of the policy that sends only the sites of a list, if the one that counts does."""

    @property
    def is_reading(self) -> bool:
        """Whether it is not known yet that it is a list."""
        return self._reading is not None

    @property
    def stops_sending(self) -> bool:
        """Whether nothing may be sent before the person has chosen another list, or done without."""
        is_missing = bool(self.wanted_by) and self.file is None
        return is_missing or self.is_reading or self.problem is not None

    def choose(self, file: Path) -> None:
        """Take this one, once it was read."""
        self._reading, self.problem = ListReading(self._core(), file), None
        self._bridge.run(self._reading, done=self._read, failed=self._failed, lane="site-list")
        self.changed.emit()

    def remove(self) -> None:
        """Do without, and forget what was wrong."""
        self._reading, self.problem = None, None
        self._use(None)

    def is_gone(self, error: Exception) -> bool:
        """Whether `error`, of looking into a file, is about the list: then there is none any more."""
        if self.file is None or getattr(error, "subject", None) != str(self.file):
            return False
        self.problem = error
        self._use(None)
        return True

    def rules_known(self, wanted_by: str) -> None:
        """The policy that counts wants a list, or (empty) does not."""
        self.wanted_by = wanted_by
        self.changed.emit()

    def _read(self, reading: ListReading) -> None:
        if reading is self._reading:
            self._reading = None
            self._use(reading.file)

    def _failed(self, error: Exception) -> None:
        if self._reading is not None and getattr(error, "reading", None) is self._reading:
            self._reading, self.problem = None, error
            self._use(None)

    def _use(self, file: Path | None) -> None:
        is_another = file is not None or self.file is not None
        self.file = file
        self.changed.emit()
        if is_another:
            self.chosen.emit()
