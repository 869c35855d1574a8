"""Notices that nobody touches the window; the core decides when that has lasted long enough to lock."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

LOOK_EVERY_MS = 20_000
_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.MouseMove,
}


class IdleWatch(QObject):
    """Every twenty seconds: `touched` if a key or the mouse was used since, else `idle`."""

    touched = Signal()
    idle = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._used = True
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        application.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees everything and takes nothing."""
        if event.type() in _TOUCHES and event.spontaneous():
            self._used = True
        return False

    def _look(self) -> None:
        used, self._used = self._used, False
        if used:
            self.touched.emit()
        else:
            self.idle.emit()
