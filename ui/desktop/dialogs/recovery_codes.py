"""New recovery codes: masked until asked for, printed or copied, never written to a file by us."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.desktop.dialogs.sheet import Sheet
from ui.desktop.theme import Theme
from ui.desktop.widgets.controls import Button
from ui.desktop.widgets.recovery_codes import RecoveryCodesPanel


class RecoveryCodesSheet(Sheet):
    """Can be closed, by Escape too, once the codes were shown, copied or printed: the old ones count no longer."""

    def __init__(self, theme: Theme, parent: QWidget, codes: Sequence[str], label: str) -> None:
        super().__init__(theme, parent, icon="life-buoy", size_em=(46, 0))
        self.entitle(self.tr("Your new recovery codes"), self.tr("Each code works once. The old ones no longer count."))
        self.panel = RecoveryCodesPanel(theme)
        self.panel.set_codes(codes, label)
        self.scrolling(self.panel)
        self.close_button = self.add_button(
            Button(theme, self.tr("I have kept them"), kind="primary", name="close"), is_default=True
        )
        self.close_button.setEnabled(False)
        self.foot_words.setText(self.tr("First print, show or copy them."))
        self.close_button.clicked.connect(self.accept)
        self.panel.kept.connect(self._kept)

    def _kept(self) -> None:
        self.close_button.setEnabled(True)
        self.foot_words.setText("")

    def reject(self) -> None:
        if self.close_button.isEnabled():
            super().reject()

    def done(self, result: int) -> None:
        """Forget the codes whichever way the dialog closes."""
        self.panel.set_codes((), "")
        super().done(result)
