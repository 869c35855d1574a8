"""Where a build reads and writes, what it builds, and how it runs other programs."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent
INSTALLERS = REPOSITORY / "installers"


class BuildError(Exception):
    """A build cannot go on; the text says why and what would help."""


@dataclass(frozen=True)
class Place:
    """One build: its version, its date, and its folders.

    `tools` holds environments and other people's programs, `work` is scratch (removed at each start of a target), `out`
    receives what is handed on. `epoch` is the date of the committed state, in seconds: no file says another.
    """

    version: str
    epoch: int
    commit: str
    target: str
    tools: Path
    work: Path
    out: Path
    python: str

    @property
    def source(self) -> Path:
        """The committed state that is built, exported."""
        return self.work / "source"

    @property
    def program(self) -> Path:
        """The program's own packages, installed for this build alone; every Python that a build starts sees them."""
        return self.work / "program"

    @property
    def payload(self) -> Path:
        """The frozen program with the system libraries that were found beside it."""
        return self.work / "dist" / "genoseal"

    @property
    def environment(self) -> dict[str, str]:
        """The environment of every program that a build runs: fixed date, hash seed, language and time zone."""
        kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
        kept |= {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
        return kept | {
            "SOURCE_DATE_EPOCH": str(self.epoch),
            "PYTHONHASHSEED": "0",
            "PYTHONPATH": str(self.program),
            "PYTHONDONTWRITEBYTECODE": "1",
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
        }

    def run(self, *command: str | Path, cwd: Path | None = None, extra: Mapping[str, str] | None = None) -> str:
        """Run a program and return its stdout. Raises BuildError with the end of what it said."""
        return run(command, cwd=cwd or self.source, environment=self.environment | dict(extra or {}))


_KEPT_VARIABLES = ("PATH", "HOME", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SYSTEMROOT", "TEMP")


def open_place(
    *,
    out: Path | None = None,
    work: Path | None = None,
    python: str | None = None,
    revision: str = "HEAD",
    version: str | None = None,
) -> Place:
    """The build of a committed state of this checkout, for the system it runs on.

    `version` is for trying an upgrade: program and package then say that they are this one.
    """
    commit, epoch = _git("log", "-1", "--format=%H %ct", revision).split()
    return Place(
        version=version or _version_of(commit),
        epoch=int(os.environ.get("SOURCE_DATE_EPOCH", epoch)),
        commit=commit,
        target=this_target(),
        tools=REPOSITORY / ".tools",
        work=work or REPOSITORY / "build" / "installers",
        out=out or REPOSITORY / "dist",
        python=python or os.environ.get("GENOSEAL_BUILD_PYTHON") or sys.executable,
    )


def this_target() -> str:
    """The name of the lock file for this system."""
    system = {"linux": "linux", "darwin": "macos", "win32": "windows"}.get(sys.platform, sys.platform)
    machine = {"amd64": "x86_64", "aarch64": "arm64"}.get(platform.machine().lower(), platform.machine().lower())
    return f"{system}-{machine}"


def run(
    command: Sequence[str | Path],
    *,
    cwd: Path,
    environment: Mapping[str, str] | None = None,
    stdin: bytes | None = None,
) -> str:
    """Run a program to its end. Raises BuildError."""
    arguments = [str(part) for part in command]
    if shutil.which(arguments[0], path=(environment or os.environ).get("PATH")) is None:
        raise BuildError(f"{arguments[0]} is not installed here ({_PACKAGES.get(arguments[0], 'see docs/IT.md')})")
    done = subprocess.run(arguments, cwd=cwd, env=environment, input=stdin, capture_output=True, check=False)
    if done.returncode:
        said = (done.stdout + done.stderr).decode(errors="replace")
        raise BuildError(f"{arguments[0]} ended with {done.returncode}:\n" + "\n".join(said.splitlines()[-25:]))
    return done.stdout.decode(errors="replace")


_PACKAGES = {
    "apt-ftparchive": "Debian package apt-utils",
    "dpkg-deb": "Debian package dpkg",
    "gpg": "Debian package gnupg",
    "makensis": "Debian package nsis",
    "osslsigncode": "Debian package osslsigncode",
    "wixl": "Debian package wixl",
}


def _git(*arguments: str) -> str:
    return run(("git", *arguments), cwd=REPOSITORY).strip()


def _version_of(commit: str) -> str:
    project: dict[str, str] = tomllib.loads(_git("show", f"{commit}:pyproject.toml"))["project"]
    return project["version"]


def export_source(place: Place) -> None:
    """Write the committed state into `place.source`. What is not committed is not built."""
    remake(place.source)
    archive = place.work / "source.tar"
    run(("git", "archive", "--format=tar", "--output", archive, place.commit), cwd=REPOSITORY)
    run(("tar", "-xf", archive, "-C", place.source), cwd=place.work)
    archive.unlink()
    project = place.source / "pyproject.toml"
    text = project.read_text(encoding="utf-8")
    # The same text, unless an upgrade is tried.
    project.write_text(text.replace(f'"{_version_of(place.commit)}"', f'"{place.version}"', 1), encoding="utf-8")


def remake(folder: Path) -> Path:
    """An empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def settle(folder: Path, epoch: int) -> None:
    """Give everything under `folder` the build's date and plain modes: 755 for folders and programs, else 644."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if not path.is_symlink():
            is_program = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if is_program else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)
    folder.chmod(0o755)
    os.utime(folder, (epoch, epoch))
