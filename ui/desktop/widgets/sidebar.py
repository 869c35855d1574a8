"""The list of pages; below a width it shrinks to icons, whose names then live in tooltips and for screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.desktop.theme import Theme, em_px
from ui.desktop.widgets.controls import IconLabel
from ui.desktop.widgets.frames import horizontal, vertical
from ui.desktop.widgets.text import Label, plain_tooltip


class PageEntry(NamedTuple):
    """One line of the sidebar."""

    name: str
    words: str
    icon: str


class Sidebar(QWidget):
    """Sends `page_chosen(index)`; Alt+1 to Alt+7 choose too."""

    page_chosen = Signal(int)

    def __init__(self, theme: Theme, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self._theme, self._entries = theme, tuple(entries)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._brand = Label("Genoseal", "brand")
        self._mark = IconLabel(theme, "shield-check", 1.9, "accent")
        self.pages = QListWidget()
        self.pages.setObjectName("pages")
        self.pages.setAccessibleName(self.tr("Pages"))
        self.pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages.setMouseTracking(True)
        self.pages.setTextElideMode(Qt.TextElideMode.ElideNone)
        for number, entry in enumerate(self._entries, 1):
            item = QListWidgetItem(entry.words, self.pages)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.words)
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.setObjectName(entry.name)
            shortcut.activated.connect(self._shortcut_used)
        self._where_icon = IconLabel(theme, "building-2", 1.1)
        self._where = Label("", "small", wrap=True)
        self._where_more = Label("", "small", wrap=True)
        self._where_last = Label("", "small", wrap=True)
        place = horizontal(self._where_icon, spacing=8)
        place.addWidget(self._where, 1)
        self._foot = vertical(place, self._where_more, self._where_last, spacing=2)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._mark)
        head.addWidget(self._brand, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 20, 0, 16)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.pages, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(22, 8, 14, 0)
        foot.addLayout(self._foot)
        layout.addLayout(foot)
        self._head = head
        self._collapsed = False
        self.pages.currentRowChanged.connect(self._chosen)
        theme.changed.connect(self.refit)
        self.refit()

    @property
    def is_collapsed(self) -> bool:
        """Whether only icons are shown."""
        return self._collapsed

    def set_collapsed(self, collapsed: bool) -> None:
        """Show icons alone, or icons and words."""
        if collapsed != self._collapsed:
            self._collapsed = collapsed
            self.refit()

    def set_place(self, institution: str, origin: str, profile: str) -> None:
        """The lines at the bottom: whose profile this is, where it sends, which profile."""
        self._where.set_outside_text(institution, 80)
        self._where_more.set_outside_text(origin, 120)
        self._where_last.setText(profile)
        self.refit()

    def choose(self, index: int) -> None:
        """Go to the page with that index."""
        self.pages.setCurrentRow(index)

    def refit(self) -> None:
        """Sizes and icons again, after text size, theme or width changed."""
        em = em_px()
        side = round(em * 1.45)
        self.pages.setIconSize(QSize(side, side))
        widest = max(self.fontMetrics().horizontalAdvance(entry.words) for entry in self._entries)
        width = round(em * 4.6) if self._collapsed else max(round(em * 16.5), round(widest + em * 6))
        self.setFixedWidth(width)
        # Icons alone stand in the middle: 10 px around the list, 2 px of an item's border, Qt's 3 px before an icon.
        padding = f"padding-left:{max(0, (width - side) // 2 - 15)}px" if self._collapsed else ""
        self.pages.setStyleSheet(f"QListWidget#pages::item {{ {padding} }}" if padding else "")
        # Alone, the mark fills the row and stands in its middle, as the icons below do.
        left, right = (0, 0) if self._collapsed else (22, 12)
        self._head.setContentsMargins(left, 0, right, 14)
        for widget in (self._brand, self._where, self._where_more, self._where_last, self._where_icon):
            widget.setVisible(not self._collapsed and (widget is self._brand or bool(self._where.text())))
        self._relabel()

    def _relabel(self) -> None:
        for number, entry in enumerate(self._entries):
            item = self.pages.item(number)
            item.setText("" if self._collapsed else entry.words)
            item.setToolTip(plain_tooltip(f"{entry.words}  ·  Alt+{number + 1}"))
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            item.setIcon(self._theme.icon(entry.icon, "accent" if number == self.pages.currentRow() else "text_soft"))

    def _chosen(self, index: int) -> None:
        self._relabel()
        self.page_chosen.emit(index)

    def _shortcut_used(self) -> None:
        sender = self.sender()
        names = [entry.name for entry in self._entries]
        if sender.objectName() in names:
            self.pages.setCurrentRow(names.index(sender.objectName()))
            self.pages.setFocus(Qt.FocusReason.ShortcutFocusReason)
