"""Files that are being prepared for a second person, or lie ready for them: known as long as the window's desk is.

The card on the Send page shows it; a change of language builds another card, which shows the same.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.desktop.bridge import Bridge, LongCall
from ui.desktop.core import Core
from ui.desktop.views import HandedOverView, HandOverOrder, Step


class HandingOver(QObject):
    """One preparation at a time. `changed` after every step, `failed(exception)` where it came to nothing."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._ticket: int | None = None
        self.step: Step | None = None
        self.handed: HandedOverView | None = None
        """What lies ready, until it is put away."""
        self.is_stopping = False

    @property
    def is_under_way(self) -> bool:
        """Whether files are being prepared now."""
        return self._ticket is not None

    def start(self, core: Core, order: HandOverOrder) -> None:
        """Prepare the files as one job into the folder."""
        self.step, self.handed, self.is_stopping = None, None, False
        self._ticket = self._bridge.run(
            LongCall(core.prepare_for_approval, order),
            done=self._done, failed=self._failed, progress=self._progress, lane="handover",
        )  # fmt: skip
        self.changed.emit()

    def stop(self) -> None:
        """Ask the preparation to end; it answers with its failure."""
        if self._ticket is not None:
            self.is_stopping = True
            self._bridge.stop(self._ticket)
            self.changed.emit()

    def put_away(self) -> None:
        """Show what lies ready no longer; the folder stays."""
        self.handed = None
        self.changed.emit()

    def _progress(self, step: Step) -> None:
        self.step = step
        self.changed.emit()

    def _done(self, handed: HandedOverView) -> None:
        self._ticket, self.step, self.handed = None, None, handed
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self._ticket, self.step = None, None
        self.changed.emit()
        self.failed.emit(error)
