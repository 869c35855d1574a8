"""The frame of every dialog: title, words, a body that scrolls, buttons at the bottom. No QMessageBox anywhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ui.desktop.theme import Theme, em_px, room_for
from ui.desktop.tokens import SPACE_L, SPACE_M, SPACE_XL, SPACE_XXL
from ui.desktop.widgets.controls import Button, IconLabel
from ui.desktop.widgets.frames import horizontal, vertical
from ui.desktop.widgets.keyboard import order_tabs, scroll_by_key, show_focused
from ui.desktop.widgets.text import Label

LEAST_EM = 30
BESIDE_PX = SPACE_XL
"""So much of the right margin belongs to the bar of what scrolls."""


class Sheet(QDialog):
    """A modal dialog; Escape is always the harmless answer. `size_em` is how large it would like to be."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        icon: str = "",
        colour: str = "accent",
        size_em: tuple[float, float] = (38, 0),
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle("Genoseal")
        self.setModal(True)
        self.setSizeGripEnabled(False)
        self.title = Label("", "h1" if not icon else "h2", wrap=True)
        self.words = Label("", "muted", wrap=True)
        self.words.hide()
        heading: QHBoxLayout = horizontal(spacing=SPACE_M)
        if icon:
            heading.addWidget(IconLabel(theme, icon, 2.0, colour), 0, Qt.AlignmentFlag.AlignTop)
        heading.addLayout(vertical(self.title, self.words, spacing=4), 1)
        self._area: QScrollArea | None = None
        self._parts = vertical(spacing=SPACE_M)
        self.body = self._add_part(1)
        self.footer = horizontal(spacing=SPACE_M)
        self.foot_words = Label("", "small", wrap=True)
        self.footer.addWidget(self.foot_words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XXL, SPACE_XL, SPACE_XXL - BESIDE_PX, SPACE_XL)
        layout.setSpacing(SPACE_L)
        for line in (heading, self.footer):
            line.setContentsMargins(0, 0, BESIDE_PX, 0)
        layout.addLayout(heading)
        layout.addLayout(self._parts, 1)
        layout.addLayout(self.footer)
        em = em_px()
        width, height = size_em
        room, least = room_for(self), QSize(round(em * LEAST_EM), round(em * LEAST_EM))
        # No larger than the window below it, where that is not very small; never larger than the screen.
        limit = room if parent is None else parent.window().size().expandedTo(least).boundedTo(room)
        self._limit_height = limit.height()
        self.setMinimumWidth(min(round(em * min(width, LEAST_EM)), room.width()))
        self._is_as_high_as_needed = not height
        self.resize(QSize(round(em * width), round(em * height)).boundedTo(limit))

    def entitle(self, title: str, words: str = "") -> None:
        """Say what the dialog is about, to screen readers too; `words` stand below."""
        self.title.setText(title)
        self.setAccessibleName(title)
        self.words.setText(words)
        self.words.setVisible(bool(words))

    def event(self, event: QEvent) -> bool:
        """Wrapped text needs its height only once the width is known, and banners come and go."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._fit_height()
        return super().event(event)

    def _fit_height(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        needed = layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()
        if needed > self.height() or (self._is_as_high_as_needed and needed < self.height()):
            self.resize(self.width(), min(needed, self._limit_height))

    def add_button(self, button: Button, *, is_default: bool = False) -> Button:
        """Append a button at the bottom right and return it; the default one answers to Enter."""
        self.footer.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        if is_default:
            button.setDefault(True)
        return button

    def add_close_button(self, words: str) -> Button:
        """The button that changes nothing."""
        button = self.add_button(Button(self.theme, words, name="close"))
        button.clicked.connect(self.reject)
        return button

    def scrolling(self, inner: QWidget) -> QScrollArea:
        """Put `inner` into the dialog so that it scrolls when that is small; what is added to the body afterwards
        stands below it."""
        area = _Scrolled(inner, as_high_as_needed=self._is_as_high_as_needed)
        self._parts.setStretchFactor(self.body, 0)
        self._parts.addWidget(area, 1)
        self.body = self._add_part()
        self._area = area
        return area

    def order_tabs(self) -> None:
        """To be called where a dialog builds something after its buttons."""
        if (layout := self.layout()) is not None:
            order_tabs(layout)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab shows where it went."""
        has_moved = super().focusNextPrevChild(next)
        show_focused(self.focusWidget())
        return has_moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page up and down scroll what scrolls. Enter answers with the default button from a field alone: whoever
        presses it in a text, a list or at a check box wants something else, and must not send by it."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not isinstance(self.focusWidget(), QLineEdit):
            return
        if self._area is None or not scroll_by_key(self._area, event):
            super().keyPressEvent(event)

    def _add_part(self, stretch: int = 0) -> QVBoxLayout:
        part = vertical(spacing=SPACE_M)
        part.setContentsMargins(0, 0, BESIDE_PX, 0)
        self._parts.addLayout(part, stretch)
        return part


class _Scrolled(QScrollArea):
    """Scrolls `inner`, whose layout has no margins of its own. The bar stands in the dialog's margin, so that all ends
    at the same place with and without it."""

    def __init__(self, inner: QWidget, *, as_high_as_needed: bool) -> None:
        super().__init__()
        inner.setObjectName("scrolled")
        self._inner, self._as_high_as_needed = inner, as_high_as_needed
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)
        bar = self.verticalScrollBar()
        self._bar_px = bar.sizeHint().width()
        bar.rangeChanged.connect(self._keep_right_edge)
        self._keep_right_edge(0, 0)

    def sizeHint(self) -> QSize:
        """Where the dialog is as high as needed, what `inner` needs at this width."""
        hint, layout = super().sizeHint(), self._inner.layout()
        if self._as_high_as_needed and layout is not None:
            width = max(self.width(), self.minimumSizeHint().width())
            is_wrapped = layout.hasHeightForWidth()
            hint.setHeight(layout.totalHeightForWidth(width) if is_wrapped else layout.totalSizeHint().height())
        return hint

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is in it wants another size."""
        done = super().eventFilter(watched, event)
        if watched is self._inner and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _keep_right_edge(self, _least: int, most: int) -> None:
        layout = self._inner.layout()
        right = BESIDE_PX - (self._bar_px if most > 0 else 0)
        if layout is not None and layout.contentsMargins().right() != right:
            layout.setContentsMargins(0, 0, right, 0)


def ask(
    theme: Theme,
    parent: QWidget,
    title: str,
    words: str,
    *,
    yes: str,
    no: str,
    icon: str = "circle-question-mark",
    is_dangerous: bool = False,
) -> bool:
    """Ask a question with two answers; Escape and closing mean `no`."""
    sheet = Sheet(theme, parent, icon=icon, colour="problem" if is_dangerous else "accent")
    sheet.entitle(title, words)
    sheet.add_close_button(no)
    button = Button(theme, yes, kind="danger" if is_dangerous else "primary", name="yes")
    sheet.add_button(button, is_default=not is_dangerous)
    button.clicked.connect(sheet.accept)
    answer = sheet.exec() == QDialog.DialogCode.Accepted
    sheet.deleteLater()
    return answer
