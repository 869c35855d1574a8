"""Every page, dialog and wizard step as a picture, for a person's eye.

    python -m tests.desktop.gallery FOLDER [LANGUAGE…]

For each language (all three without one) in light, in dark, and in light at 150 %: FOLDER/LANGUAGE-LOOK/SCENE.png,
and one sheet with all of them in small, FOLDER/LANGUAGE-LOOK-N.png. No picture holds a real secret.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.desktop.scenes import scenes
from ui.desktop.i18n import LANGUAGES, use_language
from ui.desktop.theme import Scheme, Theme

LOOKS = (("light", Scheme.LIGHT, 1.0), ("dark", Scheme.DARK, 1.0), ("150-percent", Scheme.LIGHT, 1.5))
ACROSS, DOWN = 3, 3
SMALL = (620, 440)
NAME_PX = 22


def draw(theme: Theme, folder: Path, language: str, look: str) -> int:
    """All scenes of one look, and their sheets. Returns how many."""
    place = folder / f"{language}-{look}"
    place.mkdir(parents=True, exist_ok=True)
    drawn: list[tuple[str, QImage]] = []
    with tempfile.TemporaryDirectory(prefix="genoseal-gallery-") as scratch:
        for scene in scenes(theme, Path(scratch)):
            image = scene.widget.grab().toImage()
            if not image.save(str(place / f"{scene.name}.png")):
                raise SystemExit(f"cannot write to {place}")
            drawn.append((scene.name, image))
    for number in range(0, len(drawn), ACROSS * DOWN):
        sheet = contact_sheet(drawn[number : number + ACROSS * DOWN])
        sheet.save(str(folder / f"{language}-{look}-{number // (ACROSS * DOWN) + 1}.png"))
    return len(drawn)


def contact_sheet(pictures: list[tuple[str, QImage]]) -> QImage:
    """Up to nine pictures with their names, each as large as fits."""
    width, height = SMALL
    sheet = QImage(width * ACROSS, (height + NAME_PX) * DOWN, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(QColor("white"))
    for number, (name, image) in enumerate(pictures):
        x, y = number % ACROSS * width, number // ACROSS * (height + NAME_PX)
        painter.drawText(QRect(x + 6, y, width, NAME_PX), int(Qt.AlignmentFlag.AlignVCenter), name)
        small = image.scaled(
            width - 8, height - 4, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawImage(x + 4, y + NAME_PX, small)
    painter.end()
    return sheet


def main() -> int:
    if len(sys.argv) < 2:
        sys.stderr.write("python -m tests.desktop.gallery FOLDER [LANGUAGE…]\n")
        return 2
    folder, wanted = Path(sys.argv[1]), sys.argv[2:] or [code for code, _name in LANGUAGES]
    application = QApplication(["gallery"])
    theme = Theme(application, Scheme.LIGHT)
    for language in wanted:
        for look, scheme, scale in LOOKS:
            use_language(language)
            theme.set_scheme(scheme)
            theme.set_text_scale(scale)
            sys.stdout.write(f"{language} {look}: {draw(theme, folder, language, look)} pictures\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
