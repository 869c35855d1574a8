"""Whether the files that are ready go together as one job: the same samples, no chromosome twice, enough for a service.

Each file is looked into by itself, so this is asked of the core anew whenever other files are ready.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ui.desktop.bridge import Bridge, Call
from ui.desktop.core import Core
from ui.desktop.views import JobFindingView


class Together(QObject):
    """`changed`: more or less is known of the files that are ready now."""

    changed = Signal()

    def __init__(self, bridge: Bridge, core: Callable[[], Core], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._core = bridge, core
        self._asked: tuple[tuple[Path, str | None, Path | None], ...] = ()
        self._answers_to_come = 0
        self.findings: tuple[JobFindingView, ...] = ()
        """What stops the files as one job."""

    @property
    def is_asking(self) -> bool:
        """Whether it is not known yet."""
        return self._answers_to_come > 0

    def look_at(self, files: tuple[tuple[Path, str | None, Path | None], ...]) -> None:
        """These are ready, each with the genome build and the site list that it was looked into with; asks only where
        they are others than before."""
        if files == self._asked:
            return
        self._asked, self.findings = files, ()
        if files:
            self._answers_to_come += 1
            work = Call(self._core().check_together, tuple(file for file, _build, _site_list in files))
            self._bridge.run(work, done=self._known, failed=self._failed, lane="inspect")
        self.changed.emit()

    def _known(self, findings: tuple[JobFindingView, ...]) -> None:
        self._answers_to_come -= 1
        # Of several the last one is about the files that are ready now.
        if not self._answers_to_come and self._asked:
            self.findings = findings
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        """A file that cannot be read any more is told of when it is to be sent."""
        self._known(())
