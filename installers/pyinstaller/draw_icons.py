"""Draws an SVG as PNG files of several sizes, and as one .ico. Run by a build, in the environment that is frozen.

python draw_icons.py SVG FOLDER
"""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

PNG_SIZES = (16, 24, 32, 48, 64, 128, 256)


def png(renderer: QSvgRenderer, size: int) -> bytes:
    """The drawing, `size` pixels wide and high."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.convertToFormat(QImage.Format.Format_ARGB32).save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """An .ico that holds the pictures as PNG, which Windows reads since Vista."""
    start = 6 + 16 * len(pictures)
    entries, data = b"", b""
    for size, picture in pictures.items():
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), start + len(data))
        data += picture
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + data


if __name__ == "__main__":
    drawing, folder = QSvgRenderer(sys.argv[1]), Path(sys.argv[2])
    drawn = {size: png(drawing, size) for size in PNG_SIZES}
    for size, picture in drawn.items():
        (folder / f"{size}.png").write_bytes(picture)
    (folder / "genoseal.ico").write_bytes(ico(drawn))
