"""The payload: the program with its Python and its libraries in one folder, by PyInstaller.

Bit for bit the same for the same commit, lock and Python: fixed date and hash seed, no machine's paths, no compiled
files beside the archive. What a target's system brings itself is dropped by that target (`system_libraries`).
"""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from installers.building.locks import make_environment
from installers.building.place import REPOSITORY, BuildError, Place, export_source, remake, settle

PROGRAMS = ("genoseal", "genoseal-desktop", "genoseal-profile")
_LANGUAGES = sorted(
    file.stem.removeprefix("genoseal_") for file in (REPOSITORY / "resources/translations").glob("*.ts")
)
_UNWANTED = (
    # Platform plugins and styles that no Genoseal window uses; the GTK theme would pull in all of GTK.
    "PySide6/Qt/plugins/platforms/libq(eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc|minimal|wayland.*)\\.so",
    "PySide6/Qt/plugins/platformthemes/libqgtk3\\.so",
    "PySide6/Qt/plugins/(egldeviceintegrations|wayland.*|qmltooling|virtualkeyboard|generic|networkinformation)/.*",
    "PySide6/Qt/plugins/imageformats/libq(gif|icns|jpeg|tga|tiff|wbmp|webp|pdf)\\.so",
    "PySide6/Qt/plugins/tls/.*",
    "PySide6/Qt/lib/libQt6(EglF[sS]|Quick|Qml|Pdf|VirtualKeyboard|WlShell|Wayland|OpenGL).*",
    f"PySide6/Qt/translations/(?!qtbase_({'|'.join(_LANGUAGES)})\\.qm).*",
    # RECORD and direct_url.json name the folders of the machine that built; only versions are ever asked for.
    "[^/]*\\.dist-info/(?!METADATA$).*",
    ".*/tests?/.*",
    "pysam/include/.*|pysam/.*\\.(pxd|pyx|h|c)",
    "isal/.*\\.(pxd|pyx|pyi|h|c)|numpy/.*\\.(pyi|pxd|h|a)",
)
"""Qt's TLS plugins: Qt never speaks to a network here. Paths are below `_internal`."""


def freeze(place: Place) -> Path:
    """Build the payload and return its folder. Nothing but the lock file decides what is in it."""
    place.work.mkdir(parents=True, exist_ok=True)
    _stamp(place).unlink(missing_ok=True)
    export_source(place)
    python = make_environment(place, place.tools / f"freeze-{place.target}", place.target)
    _install_program(place, python)
    scratch = remake(place.work / "pyinstaller")
    shutil.rmtree(place.payload.parent, ignore_errors=True)
    place.run(
        *(python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--distpath", place.payload.parent, "--workpath", scratch),
        place.source / "installers" / "pyinstaller" / "genoseal.spec",
        extra={
            "GENOSEAL_BUILD_VERSION": place.version,
            "GENOSEAL_BUILD_LANGUAGES": " ".join(_LANGUAGES),
            "GENOSEAL_BUILD_STDNUM": " ".join(national_number_modules(place.source)),
            # PyInstaller keeps what it learned about libraries of earlier builds here.
            "PYINSTALLER_CONFIG_DIR": str(scratch / "cache"),
        },
    )
    prune(place.payload / "_internal")
    _drop_unreached(place)
    _strip_python(place)
    _try_help(place)
    settle(place.payload, place.epoch)
    _stamp(place).write_text(place.commit, encoding="utf-8")
    return place.payload


def ready_payload(place: Place) -> Path:
    """The payload of this commit, frozen once per work folder."""
    stamp = _stamp(place)
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != place.commit or not place.payload.is_dir():
        freeze(place)
    return place.payload


def _stamp(place: Place) -> Path:
    return place.work / "frozen"


def _install_program(place: Place, python: Path) -> None:
    """Unpack the program's own wheel, made by the locked build backend, where this build alone looks for it."""
    wheels = remake(place.work / "wheel")
    pip = (python, "-m", "pip", "--disable-pip-version-check")
    place.run(*pip, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", wheels, place.source)
    (wheel,) = wheels.glob("genoseal-*.whl")
    place.run(*pip, "install", "--quiet", "--no-deps", "--no-compile", "--target", remake(place.program), wheel)


def national_number_modules(source: Path) -> list[str]:
    """The modules that prep/national_numbers.py imports by name, so that a new one is never forgotten here."""
    tree = ast.parse((source / "prep" / "national_numbers.py").read_text(encoding="utf-8"))
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    found = sorted({text[7:] for text in constants if isinstance(text, str) and re.fullmatch(r"stdnum(\.\w+)+", text)})
    if not found:
        raise BuildError("prep/national_numbers.py names no module of python-stdnum any more")
    return found


def prune(internal: Path) -> None:
    """Remove what the program never uses."""
    unwanted = re.compile("|".join(f"(?:{pattern})" for pattern in _UNWANTED))
    for path in sorted(internal.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif unwanted.fullmatch(path.relative_to(internal).as_posix()):
            path.unlink()
    for path in internal.iterdir():
        if path.is_symlink() and not path.exists():
            path.unlink()


def needed_libraries(place: Place, files: Iterable[Path]) -> set[str]:
    """The names of the shared libraries that ELF files ask the loader for."""
    binaries = [path for path in files if _is_elf(path)]
    if not binaries:
        return set()
    return set(re.findall(r"\(NEEDED\).*\[(.+)\]", place.run("readelf", "-d", *binaries)))


def _is_elf(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _drop_unreached(place: Place) -> None:
    """Remove system libraries that only pruned files needed."""
    system = {path.name: path for path in system_libraries(place.payload)}
    if not place.target.startswith("linux"):
        return
    reached: set[str] = set()
    files = [path for path in place.payload.rglob("*") if path not in system.values()]
    while found := (needed_libraries(place, files) & system.keys()) - reached:
        reached |= found
        files = [system[name] for name in found]
    for name in system.keys() - reached:
        system[name].unlink()


def _try_help(place: Place) -> None:
    """Have each program that answers in a terminal say what it can: what draws that is imported by nothing else.

    Raises BuildError.
    """
    for name in PROGRAMS:
        if name != "genoseal-desktop":
            place.run(place.payload / name, "--help", cwd=place.work)


def _strip_python(place: Place) -> None:
    """Drop the symbols of the building Python, where it has them; a wheel's libraries stay as they are."""
    if place.target.startswith("linux"):
        internal = place.payload / "_internal"
        own = [*internal.glob("libpython3*.so*"), *internal.glob("python3*/lib-dynload/*.so")]
        place.run("strip", "--strip-unneeded", "--enable-deterministic-archives", *own)


def system_libraries(payload: Path) -> list[Path]:
    """Libraries beside the program that came from the building system, not from a locked package.

    PyInstaller puts those straight into `_internal`; what a wheel brings lies in that wheel's own folder.
    """
    return sorted(
        path
        for path in (payload / "_internal").glob("lib*.so*")
        if not path.is_symlink() and not path.name.startswith(("libpython", "libpyside6", "libshiboken6"))
    )
