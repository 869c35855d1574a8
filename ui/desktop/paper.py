"""What goes on paper: the recovery codes. Black on white, and nothing is written to a file by us."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from ui.desktop.i18n import translate


def print_recovery_codes(parent: QWidget, codes: Sequence[str], label: str) -> bool:
    """Ask for a printer and print; False when the person changed their mind."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Genoseal")
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    dialog = QPrintDialog(printer, parent)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    if not accepted:
        return False
    painter = QPainter()
    if not painter.begin(printer):
        return False
    area = QRectF(0, 0, printer.width(), printer.height())
    draw_recovery_codes(painter, area, printer.logicalDpiY(), codes, label)
    painter.end()
    return True


def draw_recovery_codes(
    painter: QPainter, area: QRectF, dots_per_inch: float, codes: Sequence[str], label: str
) -> None:
    """Draw the sheet into `area`: title, whose codes they are, the codes in two columns, what they are for."""
    point = dots_per_inch / 72
    ink = Qt.GlobalColor.black
    painter.setPen(ink)
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    top = area.top()
    for text, size, bold, height in (
        (translate("Paper", "Recovery codes"), 20, True, 34),
        (label, 12, False, 24),
        (translate("Paper", "Each code works once. Keep this sheet where you keep your passport. Never photograph or "
                            "mail it."), 11, False, 44),
    ):  # fmt: skip
        font = QFont(QApplication.font())
        font.setPointSizeF(size)
        font.setBold(bold)
        painter.setFont(font)
        place = QRectF(area.left(), top, area.width(), height * point)
        painter.drawText(place, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), text)
        top += height * point
    fixed.setPointSizeF(14)
    painter.setFont(fixed)
    for number, code in enumerate(codes):
        x = area.left() + (number % 2) * area.width() / 2
        y = top + (number // 2) * 30 * point
        painter.drawText(QRectF(x, y, area.width() / 2, 30 * point), int(Qt.AlignmentFlag.AlignVCenter), code)
