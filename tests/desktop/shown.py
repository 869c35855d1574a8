"""What a window shows and says, for tests that look through all of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
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
