"""Secrets on the clipboard: marked so that clipboard managers pass over them, and gone after a minute."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

CLEAR_AFTER_S = 60
CONCEALED_MARKS: tuple[tuple[str, bytes], ...] = (
    ("x-kde-passwordManagerHint", b"secret"),
    ("application/x-nspasteboard-concealed-type", b""),
    ("org.nspasteboard.ConcealedType", b""),
    ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"1"),
    ('application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"', b"\0\0\0\0"),
    ('application/x-qt-windows-mime;value="CanUploadToCloudClipboard"', b"\0\0\0\0"),
)
"""What KDE's Klipper, macOS managers and Windows look for."""


class SecretClipboard(QObject):
    """Puts a secret on the clipboard and takes it away again, unless something else lies there by then."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._text = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)

    def copy(self, text: str) -> None:
        """Copy `text`; it is cleared after `CLEAR_AFTER_S`."""
        mime = QMimeData()
        mime.setText(text)
        for name, value in CONCEALED_MARKS:
            mime.setData(name, value)
        self._text = text
        QGuiApplication.clipboard().setMimeData(mime)
        self._timer.start(CLEAR_AFTER_S * 1000)

    def clear(self) -> None:
        """Take the secret away now; does nothing when the clipboard holds something else."""
        self._timer.stop()
        if self._text and QGuiApplication.clipboard().text() == self._text:
            QGuiApplication.clipboard().clear()
        self._text = ""
