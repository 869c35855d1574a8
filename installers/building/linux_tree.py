"""What a Linux system expects beside a program: desktop entry, icons, metainfo, MIME types, manuals, completion."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

from installers.building.command_words import completions, manual_pages
from installers.building.freeze import ready_payload, system_libraries
from installers.building.licences import write_licences
from installers.building.place import INSTALLERS, Place, remake

LINUX = INSTALLERS / "linux"


def freeze_python(place: Place) -> Path:
    """The Python of the environment that was frozen."""
    programs = "Scripts" if place.target.startswith("windows") else "bin"
    return place.tools / f"freeze-{place.target}" / programs / "python"


def copy_payload(place: Place, target: Path, *, with_system_libraries: bool) -> None:
    """Copy the payload to `target`, with or without the libraries that a distribution's own packages bring."""
    payload = ready_payload(place)
    left_out = set() if with_system_libraries else {path.name for path in system_libraries(payload)}
    shutil.copytree(
        payload,
        target,
        symlinks=True,
        ignore=lambda folder, names: left_out & set(names) if Path(folder).name == "_internal" else set(),
    )


def draw_icons(place: Place) -> Path:
    """The program's icon as PNG files and .ico; returns their folder."""
    drawings = remake(place.work / "icons")
    place.run(
        *(freeze_python(place), INSTALLERS / "pyinstaller" / "draw_icons.py", LINUX / "genoseal.svg", drawings),
        extra={"QT_QPA_PLATFORM": "offscreen"},
    )
    return drawings


def write_share(place: Place, share: Path) -> None:
    """Fill a `share` folder."""
    python, drawings = freeze_python(place), draw_icons(place)
    describe = (python, "-P", place.source / "installers" / "pyinstaller" / "describe_commands.py")
    root, tool = json.loads(place.run(*describe)), json.loads(place.run(*describe, "profile"))
    for name, page in manual_pages(root, tool, place).items():
        _write(share / "man" / "man1" / name, page)
    for name, text in completions(root).items():
        _write(share / name, text.encode())
    _copy(LINUX / "genoseal.desktop", share / "applications" / "genoseal.desktop")
    _copy(LINUX / "genoseal.mime.xml", share / "mime" / "packages" / "genoseal.xml")
    _copy(LINUX / "genoseal.svg", share / "icons" / "hicolor" / "scalable" / "apps" / "genoseal.svg")
    for size in (48, 128):
        _copy(drawings / f"{size}.png", share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / "genoseal.png")
    metainfo = (LINUX / "org.genoseal.Genoseal.metainfo.xml").read_text(encoding="utf-8")
    date = datetime.fromtimestamp(place.epoch, UTC).strftime("%Y-%m-%d")
    metainfo = metainfo.replace("@VERSION@", place.version).replace("@DATE@", date)
    _write(share / "metainfo" / "org.genoseal.Genoseal.metainfo.xml", metainfo.encode())
    write_licences(place, python, share / "doc" / "genoseal" / "licences")
    _copy(place.source / "CHANGELOG.md", share / "doc" / "genoseal" / "CHANGELOG.md")


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
