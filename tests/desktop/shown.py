"""What a window shows and says, for tests that look through all of it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ui.desktop.tokens import LEAST_TARGET_PX


def texts_of(widget: QWidget) -> list[str]:
    """What a widget says to the eye, the pointer and a screen reader, a list's or table's rows among it."""
    texts = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle()]
    if isinstance(widget, (QLabel, QLineEdit, QAbstractButton)):
        texts.append(widget.text())
    if isinstance(widget, (QTextEdit, QPlainTextEdit)):
        texts.append(widget.toPlainText())
    if isinstance(widget, QComboBox):
        texts += [widget.itemText(number) for number in range(widget.count())]
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        for row in range(model.rowCount(QModelIndex())):
            for column in range(1 if isinstance(widget, QListView) else model.columnCount(QModelIndex())):
                index = model.index(row, column)
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                    texts.append(str(index.data(role) or ""))
                assert "<img" not in str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
    return texts


def everything_said(root: QWidget) -> str:
    """The texts of a widget and of all below it, a line each."""
    return "\n".join(text for widget in (root, *root.findChildren(QWidget)) for text in texts_of(widget))


def focusables(root: QWidget) -> list[QWidget]:
    """What Tab reaches."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisibleTo(root) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
    ]


def require_accessible(root: QWidget) -> None:
    """Fails for something that Tab reaches and a screen reader cannot name, and for a button too small to be hit."""
    for widget in focusables(root):
        name = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
        assert name, f"nameless: {type(widget).__name__} {widget.objectName()}"
        if isinstance(widget, QAbstractButton):
            assert min(widget.width(), widget.height()) >= LEAST_TARGET_PX, (widget.text(), widget.size())


needs_zbar = pytest.mark.skipif(shutil.which("zbarimg") is None, reason="zbarimg is not installed")


def read_qr(image: QImage, folder: Path) -> str:
    """What zbarimg reads from a picture."""
    file = folder / "shot.png"
    assert image.save(str(file))
    read = subprocess.run(["zbarimg", "--quiet", "--raw", str(file)], capture_output=True, text=True, timeout=20,
                          check=False)  # fmt: skip
    return read.stdout.strip()
