"""The helpdesk's page: one sheet about the six steps, drawn from the real wizard, so that it cannot disagree with it.

Nothing secret can be on it: the wizard that is drawn works over a stand-in with an invented account and shows the
decoy, masked keys and masked codes.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from ui.desktop.bridge import Bridge
from ui.desktop.guide_stand_in import GuideCore
from ui.desktop.i18n import translate
from ui.desktop.theme import Scheme, Theme, em_px
from ui.desktop.tokens import LIGHT
from ui.desktop.views import CodeJudgement
from ui.desktop.wizards.factor import FactorWizard
from ui.desktop.wizards.factor_context import FactorContext

DOTS_PER_INCH = 200
PICTURE_RATIO = 2.0
STEPS_SHOWN = 5
CODE_INDENT_PX = 32
LAYOUT_ROUNDS = 4
"""Words that wrap ask for their height once they know their width, and so do those around them."""
SECONDS_SHOWN = 13
"""The clock that is drawn in step 3: 17 s are left."""


def write_guide(theme: Theme, file: Path) -> None:
    """Draw the page in the window's language and write it to `file`. Raises OSError."""
    pictures = step_pictures(theme)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(13, 12, 13, 12), QPageLayout.Unit.Millimeter)
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(translate("Guide", "Setting up the six-digit code: one page for the helpdesk"))
    writer.setCreator("Genoseal")
    painter = QPainter(writer)
    draw_guide(painter, QRectF(0, 0, writer.width(), writer.height()), DOTS_PER_INCH / 96, pictures)
    painter.end()
    buffer.close()
    file.write_bytes(data.data())


def step_pictures(theme: Theme) -> list[tuple[str, QImage]]:
    """(title, picture) of the first five steps, always light and at the ordinary text size."""
    scheme, scale = theme.scheme, theme.text_scale
    theme.set_text_scale(1.0)
    theme.set_scheme(Scheme.LIGHT)
    context = FactorContext(GuideCore(), Bridge(), invitation="••••-••••")
    context.setup = GuideCore().begin_factor("")
    wizard = FactorWizard(theme, None, context)
    wizard.resize(QSize(round(em_px() * 54), round(em_px() * 37)))
    wizard.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    pictures = []
    try:
        wizard.show()
        for number in range(STEPS_SHOWN):
            wizard.show_step(number)
            if number == 0:
                wizard.before.show_clock(0.0)
                wizard.before.field.deselect()
            if number == 2:
                wizard.type_code.field.setText("123 456")
                wizard.type_code.show_seconds(SECONDS_SHOWN)
                wizard.type_code.show_judgement(CodeJudgement("3-B"))
            if number == 4:
                wizard.check_code.field.setText("••••-••••-••••-••••")
            wizard.ensurePolished()
            for _round in range(LAYOUT_ROUNDS):
                QApplication.sendPostedEvents()
            image = QImage(wizard.size() * PICTURE_RATIO, QImage.Format.Format_RGB32)
            image.setDevicePixelRatio(PICTURE_RATIO)
            image.fill(QColor(LIGHT.window))
            wizard.render(image)
            pictures.append((wizard.steps[number].heading, image))
    finally:
        wizard.close()
        wizard.deleteLater()
        context.bridge.close()
        theme.set_text_scale(scale)
        theme.set_scheme(scheme)
    return pictures


def draw_guide(painter: QPainter, area: QRectF, scale: float, pictures: list[tuple[str, QImage]]) -> None:
    """Title, the one question to ask, five pictures with what to say, and the messages."""
    painter.fillRect(area, QColor(LIGHT.surface))
    top = _text(painter, area.left(), area.top(), area.width(), _title(), 17, scale, bold=True)
    top = _text(painter, area.left(), top + 3 * scale, area.width(), _first_question(), 10, scale, colour=LIGHT.problem)
    top += 10 * scale
    gap = 20 * scale
    width = (area.width() - gap) / 2
    height = (area.bottom() - top) / 3
    for number, (heading, picture) in enumerate(pictures):
        x, y = area.left() + (number % 2) * (width + gap), top + (number // 2) * height
        step = translate("Guide", "Step %1").replace("%1", str(number + 1))
        below = _text(painter, x, y, width, f"{step}  {heading}", 11, scale, bold=True, colour=LIGHT.accent)
        shown = QRectF(x, below + 3 * scale, width, width * picture.height() / picture.width())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(shown, picture)
        painter.setPen(QColor(LIGHT.control))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(shown)
        _text(painter, x, shown.bottom() + 4 * scale, width, _say()[number], 9, scale)
    x, y = area.left() + width + gap, top + 2 * height
    y = _text(painter, x, y, width, translate("Guide", "If it does not work"), 11, scale, bold=True,
              colour=LIGHT.accent)  # fmt: skip
    for line in _messages():
        code, has_code, words = line.partition("  ")
        indent = CODE_INDENT_PX * scale if has_code else 0.0
        if has_code:
            _text(painter, x, y + 3 * scale, width, code, 9, scale, bold=True)
        y = _text(painter, x + indent, y + 3 * scale, width - indent, words or line, 9, scale)


def _text(
    painter: QPainter, x: float, y: float, width: float, text: str, size_pt: float, scale: float,
    *, bold: bool = False, colour: str = LIGHT.text,
) -> float:  # fmt: skip
    """Draw wrapped text and return where it ends."""
    font = QFont(QApplication.font())
    font.setPointSizeF(size_pt)
    font.setBold(bold)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    place = painter.boundingRect(QRectF(x, y, width, 10_000), flags, text)
    painter.drawText(QRectF(x, y, width, place.height() + scale), flags, text)
    return float(y + place.height())


def _title() -> str:
    return translate("Guide", "Setting up the six-digit code: one page for the helpdesk")


def _first_question() -> str:
    return translate(
        "Guide", "Ask first: “Which step number is at the top of the window?” Never ask for the picture, the key or a "
        "code."
    )  # fmt: skip


def _say() -> tuple[str, ...]:
    return (
        translate("Guide", "Phone ready? Screen sharing off? Is the clock line green? Type the invitation code."),
        translate("Guide", "Press “Show”, scan. The app must show exactly what the box says. No camera: type the key."),
        translate("Guide", "Type six digits. Read the message's number to us: 3-A to 3-E."),
        translate("Guide", "Print, or copy into a password manager. Never photograph, never mail."),
        translate("Guide", "Type one recovery code from the sheet. It is not used up."),
    )


def _messages() -> tuple[str, ...]:
    return (
        translate("Guide", "3-A  fewer than six digits: keep typing"),
        translate("Guide", "3-B  wrong account or an old entry: compare the label in the app with step 2"),
        translate("Guide", "3-C  right at another time: on the phone, set date and time to automatic"),
        translate("Guide", "3-D  code used already: wait for the next"),
        translate("Guide", "3-E  this computer's or the service's clock is off: check date and time here"),
        translate("Guide", "Lost phone: sign in with a recovery code, then “Set up another phone”."),
        translate("Guide", "No codes left: check the identity, then two people reset the account."),
    )
