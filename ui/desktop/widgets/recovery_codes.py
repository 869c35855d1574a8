"""Ten recovery codes, masked; print, show for a minute, copy for a password manager."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.system.clipboard import CLEAR_AFTER_S, SecretClipboard
from ui.desktop.theme import Theme
from ui.desktop.tokens import SPACE_M, SPACE_S, SPACE_XL
from ui.desktop.widgets.controls import Button
from ui.desktop.widgets.folding import FoldingRow
from ui.desktop.widgets.frames import Banner, Card
from ui.desktop.widgets.text import Label

HIDE_AFTER_S = 60
MASK = "-".join(["••••"] * 4)
CODES = 10


class RecoveryCodesPanel(QWidget):
    """`kept` is sent when the codes were printed, shown or copied: somebody can have them now."""

    kept = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._codes: tuple[str, ...] = ()
        self._label = ""
        self._clipboard = SecretClipboard(self)
        self.code_labels = [Label(MASK, "code") for _code in range(CODES)]
        pairs = zip(self.code_labels[::2], self.code_labels[1::2], strict=True)
        card = Card(*(FoldingRow(*pair, spacing=SPACE_XL, line_spacing=SPACE_S, equal_em=1) for pair in pairs))
        self.print_button = Button(theme, self.tr("Print…"), icon="printer", name="print-codes")
        self.show_button = Button(theme, self.tr("Show"), icon="eye", name="show-codes")
        self.show_button.setCheckable(True)
        self.copy_button = Button(theme, self.tr("Copy for a password manager"), icon="copy", name="copy-codes")
        self.print_button.clicked.connect(self._print)
        self.show_button.toggled.connect(self._show)
        self.copy_button.clicked.connect(self._copy)
        self.banner = Banner(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addWidget(card)
        layout.addWidget(FoldingRow(self.print_button, self.show_button, self.copy_button))
        layout.addWidget(self.banner)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide_codes)
        self._mask()

    def set_codes(self, codes: Sequence[str], label: str) -> None:
        """What to show, and whose they are (for the printed sheet); empty forgets them."""
        self._codes, self._label = tuple(codes), label
        self.hide_codes()

    def hide_codes(self) -> None:
        """Mask them again."""
        self.show_button.setChecked(False)
        self._mask()

    def _show(self, on: bool) -> None:
        self.show_button.set_icon("eye-off" if on else "eye")
        self.show_button.setText(self.tr("Hide") if on else self.tr("Show"))
        if not on:
            self._mask()
            return
        for label, code in zip(self.code_labels, self._codes, strict=False):
            label.setText(code)
        self._timer.start(HIDE_AFTER_S * 1000)
        self.kept.emit()

    def _copy(self) -> None:
        self._clipboard.copy("\n".join(self._codes))
        self.banner.say("good", self.tr("Copied. The clipboard is cleared in %n seconds.", "", CLEAR_AFTER_S))
        self.kept.emit()

    def _print(self) -> None:
        from ui.desktop.paper import print_recovery_codes

        if print_recovery_codes(self, self._codes, self._label):
            self.banner.say("good", self.tr("Sent to the printer. Fetch the sheet now."))
            self.kept.emit()

    def _mask(self) -> None:
        self._timer.stop()
        for label in self.code_labels:
            label.setText(MASK)
