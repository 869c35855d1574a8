"""Cards, banners, rows and the frame of a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.desktop.theme import Theme
from ui.desktop.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS, SPACE_XXL
from ui.desktop.widgets.controls import Button, IconLabel
from ui.desktop.widgets.folding import FoldingRow
from ui.desktop.widgets.keyboard import order_tabs, scroll_by_key
from ui.desktop.widgets.text import Label, restyle

_TONE_ICON = {"info": "info", "good": "circle-check", "caution": "triangle-alert", "problem": "circle-alert"}
_TONE_COLOUR = {"info": "accent", "good": "good", "caution": "caution", "problem": "problem"}


def vertical(*items: QWidget | QLayout | None, spacing: int = SPACE_S) -> QVBoxLayout:
    """Stack widgets and layouts without margins; None is a stretch."""
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    _fill(layout, items)
    return layout


def horizontal(*items: QWidget | QLayout | None, spacing: int = SPACE_S) -> QHBoxLayout:
    """Put widgets and layouts side by side without margins; None is a stretch."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    _fill(layout, items)
    return layout


def labelled(field: QWidget) -> QVBoxLayout:
    """A field below its own name, closer to it than to the next field."""
    return vertical(Label(field.accessibleName(), "muted", wrap=True), field, spacing=SPACE_XS)


def _fill(layout: QHBoxLayout | QVBoxLayout, items: Sequence[QWidget | QLayout | None]) -> None:
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)


def clear_layout(layout: QLayout) -> None:
    """Take everything out of `layout` and let Qt delete it once its events are done."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)


class Card(QFrame):
    """A white panel with rounded corners; `body` is its vertical layout."""

    def __init__(self, *items: QWidget | QLayout | None, spacing: int = SPACE_S, padded: bool = True) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*((20, 18, 20, 18) if padded else (1, 1, 1, 1)))
        self.body.setSpacing(spacing)
        _fill(self.body, items)


class Tile(Card):
    """A card about one thing: icon, title, words, and at most a few buttons below."""

    def __init__(self, theme: Theme, icon: str, title: str) -> None:
        super().__init__(spacing=10)
        self._icon = IconLabel(theme, icon, 1.6)
        self._title = Label(title, "h2", wrap=True)
        self._words = Label("", "muted", wrap=True)
        header = horizontal(self._icon, spacing=SPACE_M)
        header.addWidget(self._title, 1)
        self.body.addLayout(header)
        self.body.addWidget(self._words)
        self.body.addStretch(1)
        self._buttons = FoldingRow()
        self.body.addWidget(self._buttons)

    @property
    def words(self) -> str:
        """What the tile says."""
        return self._words.text()

    def say(self, words: str, colour: str = "text_soft", icon: str = "") -> None:
        """Set the words and the icon's colour."""
        self._words.setText(words)
        self._icon.set_icon(icon or self._icon.icon_name, colour)

    def add_button(self, button: Button) -> Button:
        """Append a button to the row at the bottom and return it."""
        self._buttons.add(button)
        return button


class Banner(QFrame):
    """Icon, words and colour, never colour alone. Screen readers are told when the words change.

    An empty banner is hidden. `tone` is "info", "good", "caution" or "problem". A button that was offered sends
    `way_out_wanted` with its place; a banner that nobody listens to (in a sheet) offers none.
    """

    way_out_wanted = Signal(str)

    def __init__(self, theme: Theme, tone: str = "info", text: str = "") -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._icon = IconLabel(theme, _TONE_ICON[tone], 1.35, _TONE_COLOUR[tone])
        self._title = Label("", "strong", wrap=True)
        self._words = Label("", wrap=True)
        self._code = Label("", "small", selectable=True)
        self._buttons = FoldingRow()
        self._place = ""
        self.is_about_look = False
        """It says that a look at the service failed: untrue as soon as the next one succeeds."""
        self.way_out = self.add_button(Button(theme, "", name="way-out"))
        self.way_out.clicked.connect(self._way_out_clicked)
        texts = vertical(self._title, self._words, self._code, self._buttons, spacing=SPACE_XS)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(SPACE_M)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        self.say(tone, text)

    def say(self, tone: str, text: str, *, title: str = "", code: str = "") -> None:
        """Show `text`, with a title above and a message code below where there is one; nothing at all hides it."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)
        self._icon.set_icon(_TONE_ICON[tone], _TONE_COLOUR[tone])
        for label, words in ((self._title, title), (self._words, text), (self._code, code)):
            label.setText(words)
            label.setVisible(bool(words))
        if not title:
            self._words.set_tone(_TONE_COLOUR[tone] if tone != "info" else "")
        else:
            self._title.set_tone(_TONE_COLOUR[tone])
            self._words.set_tone("")
        self._code.setAccessibleName(code)
        self.is_about_look = False
        self.way_out.hide()
        said = (self._title.text(), self._words.text(), self._code.text())
        self.setAccessibleName(" ".join(part for part in said if part))
        self.setVisible(bool(title or text))
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Hide the banner and forget its words."""
        self.say("info", "")

    def take_back_look(self) -> None:
        """Forget that a look failed; whatever else is said stays."""
        if self.is_about_look:
            self.clear()

    def add_button(self, button: Button) -> Button:
        """Append a button below the words and return it."""
        self._buttons.add(button)
        return button

    def offer(self, words: str, place: str) -> None:
        """Show a button for what to do next, until the banner says something else."""
        if self.receivers("2way_out_wanted(QString)"):
            self._place = place
            self.way_out.setText(words)
            self.way_out.show()

    def _way_out_clicked(self) -> None:
        self.way_out_wanted.emit(self._place)

    @property
    def words(self) -> str:
        """All that the banner says, for tests and screen readers."""
        return self.accessibleName()


class EmptyState(QWidget):
    """What an empty list says: an icon, one line, and what to do."""

    def __init__(self, theme: Theme, icon: str, title: str, words: str) -> None:
        super().__init__()
        self.title = Label(title, "h2")
        self.words = Label(words, "muted", wrap=True)
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        layout.setSpacing(SPACE_S)
        layout.addStretch(1)
        layout.addWidget(IconLabel(theme, icon, 2.4, "text_disabled"), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.title)
        layout.addWidget(self.words)
        self.buttons = horizontal(None, None)
        layout.addLayout(self.buttons)
        layout.addStretch(1)

    def add_button(self, button: Button) -> Button:
        """Append a centred button and return it."""
        self.buttons.insertWidget(self.buttons.count() - 1, button)
        return button


class Page(QWidget):
    """Title, one line about it, a message area, and a body that scrolls when the window is small.

    `wants(place)` asks the window to go elsewhere, such as where an error's button leads.
    """

    wants = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.title = Label("", "h1", wrap=True)
        self.subtitle = Label("", "muted", wrap=True)
        self.banner = Banner(theme)
        self.banner.way_out_wanted.connect(self._way_out_wanted)
        inner = QWidget()
        inner.setObjectName("scrolled")
        outer = QVBoxLayout(inner)
        outer.setContentsMargins(SPACE_XXL, 28, SPACE_XXL, SPACE_XL)
        outer.setSpacing(SPACE_L)
        self.heading = horizontal(spacing=SPACE_M)
        self.heading.addLayout(vertical(self.title, self.subtitle, spacing=2), 1)
        outer.addLayout(self.heading)
        outer.addWidget(self.banner)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE_L)
        outer.addLayout(self.body, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.scroll_area = scroll
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        self._outer = outer
        scroll.verticalScrollBar().rangeChanged.connect(self._keep_right_edge)

    def _keep_right_edge(self, _least: int, most: int) -> None:
        """The scroll bar stands in the margin: what is on the page ends at the same place with and without it."""
        bar = self.scroll_area.verticalScrollBar().sizeHint().width() if most > 0 else 0
        margins = self._outer.contentsMargins()
        if margins.right() != SPACE_XXL - bar:
            margins.setRight(SPACE_XXL - bar)
            self._outer.setContentsMargins(margins)

    def order_tabs(self) -> None:
        """To be called where a page builds something anew."""
        order_tabs(self._outer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page up and down scroll the page."""
        if not scroll_by_key(self.scroll_area, event):
            super().keyPressEvent(event)

    def entitle(self, title: str, subtitle: str) -> None:
        """Say what the page is for, to screen readers too."""
        self.title.setText(title)
        self.setAccessibleName(title)
        self.subtitle.setText(subtitle)

    def shown(self) -> None:
        """The page came to the front; pages that show the core's facts ask for them here."""

    def try_again(self) -> None:
        """What failed is tried once more; most pages ask the core again."""
        self.banner.clear()
        self.shown()

    def _way_out_wanted(self, place: str) -> None:
        if place == "again":
            self.try_again()
        else:
            self.wants.emit(place)
