"""The licences of everything that is shipped: texts by package, and one list of who made what.

The list of packages is the payload's own (`shipped_packages`), not the environment's: PyInstaller's tools, pip and
the build backend are installed beside it and not handed on.
"""

from __future__ import annotations

import email
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from installers.building.place import INSTALLERS, REPOSITORY, BuildError, Place

BUILD_ONLY = {
    *("altgraph", "distlib", "hatchling", "macholib", "packaging", "pathspec", "pefile", "pip", "pluggy"),
    *("pyinstaller-hooks-contrib", "pywin32-ctypes", "setuptools", "trove-classifiers"),
}
"""Installed with the build and not in the payload. PyInstaller itself is in it: its bootloader starts the program."""
_TEXT_NAMES = re.compile(r"(licen[cs]e|copying|notice|authors|copyright|unlicense)", re.IGNORECASE)
_FROM_FILE = {"pyside6-essentials": ("LGPL-3.txt", "GPL-3.txt"), "shiboken6": ("LGPL-3.txt", "GPL-3.txt")}


@dataclass(frozen=True)
class Package:
    """An installed distribution: what its metadata says, and its licence texts."""

    name: str
    version: str
    licence: str
    homepage: str
    texts: tuple[Path, ...]


def shipped_packages(python: Path) -> list[Package]:
    """Every distribution of the build's environment that the payload carries, by name."""
    home = python.parent.parent
    (site,) = [*home.glob("lib/python3*/site-packages"), *home.glob("Lib/site-packages")][:1]
    found = (_package(folder) for folder in site.glob("*.dist-info"))
    return sorted((package for package in found if package.name not in BUILD_ONLY), key=lambda package: package.name)


def _package(folder: Path) -> Package:
    metadata = email.message_from_string((folder / "METADATA").read_text(encoding="utf-8"))
    name = re.sub(r"[-_.]+", "-", metadata["Name"]).lower()
    classifiers = [
        text.split(" :: ")[-1] for text in metadata.get_all("Classifier", []) if text.startswith("License ::")
    ]
    licence = metadata.get("License-Expression") or _one_line(metadata.get("License")) or ", ".join(classifiers)
    links = dict(text.split(", ", 1) for text in metadata.get_all("Project-URL", []) if ", " in text)
    texts = [path for path in sorted(folder.rglob("*")) if path.is_file() and _TEXT_NAMES.search(path.name)]
    texts += [INSTALLERS / "licences" / text for text in _FROM_FILE.get(name, ())]
    homepage = metadata.get("Home-page") or links.get("Homepage") or links.get("Source") or ""
    return Package(name, metadata["Version"], licence or "see its texts", homepage, tuple(texts))


def _one_line(text: str | None) -> str:
    return text if text and "\n" not in text and len(text) < 80 and text != "UNKNOWN" else ""


def qt_third_parties() -> list[dict[str, str]]:
    """What Qt's own libraries contain of others, from Qt's documentation."""
    text = (INSTALLERS / "licences" / "qt-third-parties.json").read_text(encoding="utf-8")
    parties: list[dict[str, str]] = json.loads(text)["parties"]
    return parties


def write_licences(place: Place, python: Path, folder: Path) -> None:
    """Fill `folder` with THIRD-PARTIES.txt, the program's own licence and a folder of texts per package."""
    folder.mkdir(parents=True)
    lines = [_HEAD]
    for package in shipped_packages(python):
        if package.name == "genoseal":
            continue
        if not package.texts and package.licence == "see its texts":
            raise BuildError(f"{package.name} says nothing about its licence")
        lines.append(f"{package.name} {package.version}\n    {package.licence}\n    {package.homepage}\n")
        for text in package.texts:
            target = folder / package.name / text.name
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(text, target)
    lines.append(_python_words(place, python, folder))
    lines.append("Inside Qt's libraries (named by Qt's documentation of version 6.11):\n")
    lines += [f"{party['name']}\n    {party['licence']}\n" for party in qt_third_parties()]
    (folder / "THIRD-PARTIES.txt").write_text("\n".join(lines), encoding="utf-8")
    for name in ("resources/icons/LICENSE", "resources/fonts/OFL.txt"):
        target = folder / name.replace("resources/", "")
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(place.source / name, target)
    shutil.copyfile(REPOSITORY / "LICENSE", folder / "LICENSE")


def _python_words(place: Place, python: Path, folder: Path) -> str:
    base, version = place.run(
        python, "-c", "import os, platform; print(os.path.dirname(os.__file__), platform.python_version(), sep='\\n')"
    ).split("\n")[:2]
    text = Path(base) / "LICENSE.txt"
    if text.is_file():
        (folder / "python").mkdir()
        shutil.copyfile(text, folder / "python" / "LICENSE.txt")
    return f"python {version}\n    PSF-2.0\n    https://www.python.org\n"


_HEAD = """Genoseal is under the Apache License 2.0 (LICENSE). It is shipped with the following works of others.

Qt (PySide6, shiboken6) is used under the GNU Lesser General Public License, version 3. Its libraries are separate files
below _internal/PySide6/Qt/lib and can be replaced by your own build of the same version; the corresponding source is at
https://download.qt.io/official_releases/qt/ and https://code.qt.io/pyside/pyside-setup.git.
"""
