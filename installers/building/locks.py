"""Lock files: every package of the payload with its version and SHA-256, one file per target.

`installers/build lock` makes them anew from pyproject.toml (it asks the package index); a build only reads them.
"""

from __future__ import annotations

from pathlib import Path

from installers.building.place import INSTALLERS, REPOSITORY, Place, run

LOCKS = INSTALLERS / "locks"
PLATFORMS = {
    "linux-x86_64": "x86_64-manylinux_2_36",
    "windows-x86_64": "x86_64-pc-windows-msvc",
    "macos-arm64": "aarch64-apple-darwin",
}
"""uv's names. manylinux_2_36 is Debian 12; PySide6 6.11 itself asks for glibc 2.34."""
PYTHON_VERSION = "3.11"
_UV = "uv==0.13.9"
_HEAD = "# Made by `installers/build lock` from pyproject.toml and build.in. Not edited by hand.\n"


def lock_file(target: str) -> Path:
    """The lock of a target (`linux-x86_64`, …) or of the build's own `tools`."""
    return LOCKS / f"{target}.txt"


def write_locks(place: Place) -> None:
    """Resolve every target and the tools, and write their locks."""
    uv = _uv(place)
    for target, platform in PLATFORMS.items():
        inputs = (REPOSITORY / "pyproject.toml", "--extra", "practice", LOCKS / "build.in")
        _write(uv, target, platform, inputs)
    _write(uv, "tools", PLATFORMS["linux-x86_64"], (LOCKS / "tools.in",))


def _write(uv: Path, name: str, platform: str, inputs: tuple[str | Path, ...]) -> None:
    options = ("--generate-hashes", "--no-header", "--no-annotate", "--only-binary=:all:", "--quiet", "--no-config")
    text = run(
        (uv, "pip", "compile", *options, "--python-platform", platform, "--python-version", PYTHON_VERSION, *inputs),
        cwd=REPOSITORY,
    )
    lock_file(name).write_text(_HEAD + text, encoding="utf-8")


def _uv(place: Place) -> Path:
    folder = place.tools / "uv"
    if not (folder / "bin" / "uv").exists():
        run((place.python, "-m", "venv", folder), cwd=REPOSITORY)
        run((folder / "bin" / "pip", "install", "--quiet", _UV), cwd=REPOSITORY)
    return folder / "bin" / "uv"


def make_environment(place: Place, folder: Path, lock: str) -> Path:
    """An environment of its own with exactly what the lock says, every file compared with its hash. Returns its Python.

    It is made anew when the lock or the Python is another one than it was made from.
    """
    made_by = run((place.python, "-c", "import sys; print(sys.version, sys.base_prefix)"), cwd=REPOSITORY)
    text = lock_file(lock).read_text(encoding="utf-8") + f"# {made_by}"
    stamp = folder / ".lock"
    programs = folder / ("Scripts" if place.target.startswith("windows") else "bin")
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != text:
        run((place.python, "-m", "venv", "--clear", folder), cwd=REPOSITORY)
        pip = (programs / "python", "-m", "pip", "--disable-pip-version-check")
        options = ("--quiet", "--require-hashes", "--no-deps", "--only-binary=:all:", "--no-compile")
        run((*pip, "install", *options, "--requirement", lock_file(lock)), cwd=REPOSITORY)
        stamp.write_text(text, encoding="utf-8")
    return programs / "python"
