"""Turns tokens into a palette, a style sheet, fonts and icons, and follows the system's scheme while running."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from resources import ROOT
from ui.desktop import icons
from ui.desktop.stylesheet import style_sheet
from ui.desktop.tokens import DARK, LIGHT, Tokens

LEAST_POINT_SIZE = 10.5
TITLE_BAR_PX = 40
"""So high are the title bars of Windows, GNOME, KDE and XFCE at most; no toolkit tells before a window is shown."""
FONT_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")


class Scheme(StrEnum):
    """Our own setting: without a platform theme (Xvfb, plain window managers, remote desktops) Qt ignores its own."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """One per application. `changed` is sent after palette and style sheet are in place."""

    changed = Signal()

    def __init__(self, application: QApplication, scheme: Scheme) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        self._users_font = QFont(application.font())
        self._text_scale = 1.0
        for file_name in FONT_FILES:
            QFontDatabase.addApplicationFont(str(ROOT / "fonts" / file_name))
        application.setStyle("Fusion")
        self.tokens: Tokens = LIGHT
        self.is_dark = False
        self._set_font()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_scheme_changed)
        self.apply()

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    def set_scheme(self, scheme: Scheme) -> None:
        """Choose light, dark or whatever the system says."""
        self._scheme = scheme
        asked = {Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark}
        # Title bars and native dialogs listen to this where a platform theme exists; our palette does not rely on it.
        QGuiApplication.styleHints().setColorScheme(asked.get(scheme, Qt.ColorScheme.Unknown))
        self.apply()

    @property
    def text_scale(self) -> float:
        """How much larger text is than the user's own font."""
        return self._text_scale

    def set_text_scale(self, text_scale: float) -> None:
        """Enlarge all text: 1.0 is the user's own font size, 1.5 is 150 %."""
        self._text_scale = text_scale
        self._set_font()
        self.apply()

    def apply(self) -> None:
        """Put palette and style sheet in place and tell everybody who draws."""
        system_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        self.is_dark = self._scheme is Scheme.DARK or (self._scheme is Scheme.SYSTEM and system_dark)
        self.tokens = DARK if self.is_dark else LIGHT
        self._application.setPalette(_palette(self.tokens))
        font = self._application.font()
        self._application.setStyleSheet(style_sheet(self.tokens, font.pointSizeF(), QFontMetricsF(font).height()))
        self.changed.emit()

    def icon(self, name: str, colour: str = "text_soft", gap_px: int = 0) -> QIcon:
        """The icon in the token called `colour`. Icons do not follow the theme: ask again on `changed`."""
        return icons.icon(name, self.colour(colour), self.tokens.text_disabled, gap_px)

    def colour(self, token: str) -> str:
        """The `#RRGGBB` behind a token's name."""
        value: str = getattr(self.tokens, token)
        return value

    def _system_scheme_changed(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self.apply()

    def _set_font(self) -> None:
        font = QFont(self._users_font)
        if "Inter" in QFontDatabase.families():
            font.setFamilies(["Inter", self._users_font.family()])
        font.setPointSizeF(max(LEAST_POINT_SIZE, self._users_font.pointSizeF()) * self._text_scale)
        # Tabular figures: progress text does not jitter while it counts.
        font.setFeature(QFont.Tag("tnum"), 1)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._application.setFont(font)


def em_px() -> float:
    """One em of the application's font in pixels; lengths that must grow with the text are given in it."""
    font = QGuiApplication.font()
    return font.pointSizeF() * QGuiApplication.primaryScreen().logicalDotsPerInch() / 72


def room_for(widget: QWidget) -> QSize:
    """How large a window may be on the screen of `widget`, so that with its title bar all of it is seen."""
    # Not `widget.screen()`: PySide 6.11 makes the screen a child of the widget and frees it together with that one.
    below = (widget.parentWidget() or widget).window()
    screen = QGuiApplication.screenAt(below.geometry().center()) or QGuiApplication.primaryScreen()
    available = screen.availableSize()
    return QSize(available.width(), available.height() - TITLE_BAR_PX)


def _palette(tokens: Tokens) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, colour in (
        (roles.Window, tokens.window),
        (roles.Base, tokens.surface),
        (roles.AlternateBase, tokens.sunken),
        (roles.Text, tokens.text),
        (roles.WindowText, tokens.text),
        (roles.ButtonText, tokens.text),
        (roles.Button, tokens.surface),
        (roles.Highlight, tokens.accent),
        (roles.HighlightedText, tokens.on_accent),
        (roles.PlaceholderText, tokens.text_soft),
        (roles.ToolTipBase, tokens.surface),
        (roles.ToolTipText, tokens.text),
        (roles.Link, tokens.accent),
        (roles.Accent, tokens.accent),
        (roles.Light, tokens.surface),
        (roles.Midlight, tokens.sunken),
        (roles.Mid, tokens.hairline),
        (roles.Dark, tokens.control),
        (roles.Shadow, tokens.control),
    ):
        palette.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.text_disabled))
    return palette
