"""What the system's own programs show: folders in its file manager, pages in its browser."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show_outside(place: Path) -> None:
    """Open a file or folder with whatever the system opens it with."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
