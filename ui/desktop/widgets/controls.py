"""Buttons, icons, fields and choices that follow the theme."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStyleOptionComboBox,
    QWidget,
)

from ui.desktop.icons import paint_icon
from ui.desktop.theme import Theme, em_px
from ui.desktop.widgets.text import set_tooltip

_MARK_GAP_PX = 10
_LEAST_CHOICE_EM = 12
_CHOICE_SIDES_PX = 28
"""What a choice has beside its words and its chevron."""
_ICON_COLOUR = {"primary": "on_accent", "ghost": "accent", "danger": "problem"}


class Button(QPushButton):
    """A push button; `kind` is "" (outlined), "primary" (one a page), "ghost" or "danger"."""

    def __init__(self, theme: Theme, text: str, *, kind: str = "", icon: str = "", name: str = "") -> None:
        super().__init__(text)
        self._theme, self._kind, self._icon_name = theme, kind, icon
        self.setProperty("kind", kind)
        self.setObjectName(name)
        self.setAutoDefault(False)
        if icon:
            side = round(em_px() * 1.15)
            self.setIconSize(QSize(side + 5, side))
            theme.changed.connect(self._recolour)
            self._recolour()

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self._recolour()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, never another one that the dialog answers Enter with."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def _recolour(self) -> None:
        self.setIcon(self._theme.icon(self._icon_name, _ICON_COLOUR.get(self._kind, "text_soft"), gap_px=5))


class IconLabel(QLabel):
    """A decorative icon, `size_em` high; words beside it carry the meaning, so screen readers skip it."""

    def __init__(self, theme: Theme, icon: str, size_em: float = 1.4, colour: str = "text_soft") -> None:
        super().__init__()
        self._theme, self._icon_name, self._colour = theme, icon, colour
        self._side = round(em_px() * size_em)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFixedSize(self._side, self._side)
        theme.changed.connect(self.update)

    @property
    def icon_name(self) -> str:
        """Which icon is shown."""
        return self._icon_name

    def set_icon(self, icon: str, colour: str) -> None:
        """Show another icon or colour."""
        self._icon_name, self._colour = icon, colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Drawn as a vector each time, so that scaling and themes need no pixmaps."""
        painter = QPainter(self)
        paint_icon(painter, self._icon_name, self._theme.colour(self._colour), QRectF(0, 0, self._side, self._side))
        painter.end()


class Field(QLineEdit):
    """A line edit with a name for screen readers."""

    def __init__(self, label: str, *, placeholder: str = "", secret: bool = False, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(label)
        self.setPlaceholderText(placeholder)
        self.setObjectName(name)
        if secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)
            self.setInputMethodHints(
                Qt.InputMethodHint.ImhSensitiveData
                | Qt.InputMethodHint.ImhNoPredictiveText
                | Qt.InputMethodHint.ImhNoAutoUppercase
            )


class Choice(QComboBox):
    """A drop-down list with values behind the words. The wheel changes nothing unless the list has the focus."""

    def __init__(self, theme: Theme, label: str, options: Sequence[tuple[str, str]], *, name: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(label)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.set_options(options)
        self.currentTextChanged.connect(self._say_whole)
        theme.changed.connect(self.update)

    def minimumSizeHint(self) -> QSize:
        """Long words, such as a file's name, are shortened where there is no room for them."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), round(em_px() * _LEAST_CHOICE_EM)), hint.height())

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """In the middle: names of files differ at their ends."""
        super().initStyleOption(option)
        option.currentText = self._shown_text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_whole()

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Replace the (value, words) pairs."""
        self.clear()
        for value, words in options:
            self.addItem(words, value)

    def value(self) -> str:
        """The value behind the words that are shown, empty for an empty list."""
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Show the words of `value`; unknown values change nothing."""
        index = self.findData(value)
        if index >= 0:
            self.setCurrentIndex(index)

    def _shown_text(self) -> str:
        room = self.width() - round(em_px() * 1.1) - _CHOICE_SIDES_PX
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideMiddle, room)

    def _say_whole(self) -> None:
        set_tooltip(self, self.currentText() if self._shown_text() != self.currentText() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's own frame and words, and our chevron."""
        super().paintEvent(event)
        side = em_px() * 1.1
        painter = QPainter(self)
        colour = self._theme.colour("text_soft" if self.isEnabled() else "text_disabled")
        square = QRectF(self.width() - side - 10, (self.height() - side) / 2, side, side)
        paint_icon(painter, "chevron-down", colour, square)
        painter.end()


class CheckBox(QCheckBox):
    """A check box whose square we draw, large enough to hit and visible in both themes; its words are wrapped.

    Statements go into a Label beside it, and become its name.
    """

    def __init__(self, theme: Theme, text: str = "", *, label: str = "", name: str = "") -> None:
        super().__init__(text)
        self._theme = theme
        _set_up_mark(self, theme, label or text, name)
        if text:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Square plus gap plus words."""
        return _marked_size(self)

    def hasHeightForWidth(self) -> bool:
        """Where there is little room, words take several lines."""
        return bool(self.text())

    def heightForWidth(self, width: int) -> int:
        """What the words need at this width."""
        room = QRect(0, 0, int(width - _mark_box(self).right() - _MARK_GAP_PX), 10_000)
        words = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        return max(self.minimumHeight(), words.height())

    def hitButton(self, pos: QPoint) -> bool:
        """Words and the room around the square can be clicked too."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Square, tick, words and focus frame."""
        _paint_mark(self, self._theme, is_round=False)


class RadioButton(QRadioButton):
    """One of several choices that exclude each other; drawn as the check box is, but round."""

    def __init__(self, theme: Theme, text: str, *, name: str = "") -> None:
        super().__init__(text)
        self._theme = theme
        _set_up_mark(self, theme, text, name)

    def sizeHint(self) -> QSize:
        """Ring plus gap plus words."""
        return _marked_size(self)

    def minimumSizeHint(self) -> QSize:
        """Nothing of the words is cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Words and the room around the ring can be clicked too."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ring, dot, words and focus frame."""
        _paint_mark(self, self._theme, is_round=True)


def _set_up_mark(button: QAbstractButton, theme: Theme, label: str, name: str) -> None:
    button.setAccessibleName(label)
    button.setObjectName(name)
    button.setMinimumHeight(max(24, round(em_px() * 1.8)))
    button.setMinimumWidth(24)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    theme.changed.connect(button.update)


def _marked_size(button: QAbstractButton) -> QSize:
    words = button.fontMetrics().horizontalAdvance(button.text())
    return QSize(round(em_px() * 1.5) + (_MARK_GAP_PX + words if button.text() else 0) + 6, button.minimumHeight())


def _mark_box(button: QAbstractButton) -> QRectF:
    side = em_px() * 1.25
    return QRectF(3, (button.height() - side) / 2, side, side)


def _paint_mark(button: QAbstractButton, theme: Theme, *, is_round: bool) -> None:
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = _mark_box(button)
    side = box.width()
    corner = side / 2 if is_round else 4.0
    colour, enabled, checked = theme.colour, button.isEnabled(), button.isChecked()
    fill = colour("accent" if checked and enabled else "track" if checked else "surface")
    painter.setBrush(QColor(fill))
    painter.setPen(QColor(colour("accent" if checked and enabled else "control" if enabled else "hairline")))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
    on_fill = QColor(colour("on_accent" if enabled else "text_disabled"))
    if checked and is_round:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(on_fill)
        painter.drawEllipse(box.center(), side * 0.2, side * 0.2)
    elif checked:
        mark = box.adjusted(side * 0.12, side * 0.12, -side * 0.12, -side * 0.12)
        paint_icon(painter, "check", on_fill.name(), mark)
    if button.hasFocus():
        painter.setPen(QPen(QColor(colour("focus")), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), corner + 2, corner + 2)
    if button.text():
        painter.setPen(QColor(colour("text" if enabled else "text_disabled")))
        words = QRectF(box.right() + _MARK_GAP_PX, 0, button.width() - box.right() - _MARK_GAP_PX, button.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, button.text())
    painter.end()


def horizontal_line() -> QWidget:
    """A hairline between parts of a page."""
    line = QFrame()
    line.setProperty("role", "line")
    return line
