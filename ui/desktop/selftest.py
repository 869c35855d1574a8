"""`genoseal-desktop --selftest`: build the main window, paint it into a picture, and end."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from client.tasks.places import passing_folder
from ui.desktop.app import Genoseal

_LEAST_COLOURS = 8


def run_selftest() -> int:
    """Paint the window once; returns 0 when there is something in the picture."""
    application = QApplication(["genoseal-desktop"])
    code = 1
    with passing_folder("selftest") as home:
        genoseal = Genoseal(application, home)
        genoseal.window.show()

        def paint() -> None:
            nonlocal code
            picture = genoseal.window.grab().toImage()
            colours = count_colours(picture)
            code = 0 if colours >= _LEAST_COLOURS else 1
            if sys.stdout is not None:  # Windows gives a program without a console none
                sys.stdout.write(f"{picture.width()} x {picture.height()} pixels, {colours} colours\n")
                sys.stdout.flush()
            application.quit()

        QTimer.singleShot(0, application, paint)
        application.exec()
        is_ended = genoseal.close()
    if not is_ended:
        os._exit(code)
    return code


def count_colours(picture: QImage) -> int:
    """How many colours lie on a grid over the picture: an unpainted window has one, missing fonts leave few."""
    across, down = range(0, picture.width(), 3), range(0, picture.height(), 3)
    return len({picture.pixel(x, y) for y in down for x in across})
