"""Buttons, icons, fields and choices that follow the theme."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget

from ui.desktop.icons import paint_icon
from ui.desktop.theme import Theme, em_px

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
        theme.changed.connect(self.update)

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
    """A check box whose square we draw, large enough to hit and visible in both themes.

    QCheckBox cannot wrap its words; long statements go into a Label beside it, and the words become its name.
    """

    def __init__(self, theme: Theme, text: str = "", *, label: str = "", name: str = "") -> None:
        super().__init__(text)
        self._theme = theme
        self.setAccessibleName(label or text)
        self.setObjectName(name)
        self.setMinimumHeight(max(24, round(em_px() * 1.8)))
        self.setMinimumWidth(24)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Square plus gap plus words."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(round(em_px() * 1.5) + (10 + words if self.text() else 0) + 6, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Nothing of the words is cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Words and the room around the square can be clicked too."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Square, tick, words and focus frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = em_px() * 1.25
        box = QRectF(3, (self.height() - side) / 2, side, side)
        colour, enabled, checked = self._theme.colour, self.isEnabled(), self.isChecked()
        fill = colour("accent" if checked and enabled else "track" if checked else "surface")
        painter.setBrush(QColor(fill))
        painter.setPen(QColor(colour("accent" if checked and enabled else "control" if enabled else "hairline")))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if checked:
            mark = box.adjusted(side * 0.12, side * 0.12, -side * 0.12, -side * 0.12)
            paint_icon(painter, "check", colour("on_accent" if enabled else "text_disabled"), mark)
        if self.hasFocus():
            pen = painter.pen()
            pen.setColor(QColor(colour("focus")))
            pen.setWidthF(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 6, 6)
        if self.text():
            painter.setPen(QColor(colour("text" if enabled else "text_disabled")))
            words = QRectF(box.right() + 10, 0, self.width() - box.right() - 10, self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic, self.text())
        painter.end()


def horizontal_line() -> QWidget:
    """A hairline between parts of a page."""
    line = QFrame()
    line.setProperty("role", "line")
    return line
