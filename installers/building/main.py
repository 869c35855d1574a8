"""The command line of `installers/build`."""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections.abc import Callable
from pathlib import Path

from installers.building.apt import build_apt
from installers.building.archive import build_archive
from installers.building.deb import build_deb
from installers.building.freeze import freeze
from installers.building.linux_tree import freeze_python
from installers.building.locks import write_locks
from installers.building.place import BuildError, Place, open_place
from installers.building.sbom import audit, build_sbom
from installers.building.signing import sign_files
from installers.building.windows import build_msi, build_nsis, write_payload


def _freeze(place: Place) -> list[Path]:
    return [freeze(place)]


def _audit(place: Place) -> list[Path]:
    verdict = audit(place)
    if verdict != "passed":
        raise BuildError(verdict)
    return []


def _sums(place: Place) -> list[Path]:
    sums = place.out / "SHA256SUMS"
    files = sorted(path for path in place.out.iterdir() if path.is_file() and not path.name.startswith(sums.name))
    text = "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)
    sums.write_text(text, encoding="utf-8")
    sign_files(place, freeze_python(place), [sums])
    return [sums]


def _all(place: Place) -> list[Path]:
    made = []
    for name in _BY_SYSTEM[place.target.split("-")[0]]:
        print(f"{name} ...", file=sys.stderr)
        made += TARGETS[name][0](place)
    return made


_BY_SYSTEM = {
    "linux": ("deb", "archive", "apt", "sbom", "sums"),
    "windows": ("windows-payload", "sbom"),
    "macos": ("freeze", "sbom"),
}


def _lock(place: Place) -> list[Path]:
    write_locks(place)
    return []


TARGETS: dict[str, tuple[Callable[[Place], list[Path]], str]] = {
    "lock": (_lock, "resolve every target's packages anew and write installers/locks (asks the package index)"),
    "freeze": (_freeze, "the payload: program, Python and libraries in one folder"),
    "deb": (lambda place: [build_deb(place)], "the Debian package"),
    "archive": (lambda place: [build_archive(place)], "Linux without administrator: an archive with an install script"),
    "apt": (lambda place: [build_apt(place)], "a signed apt repository with the packages of the output folder"),
    "sbom": (lambda place: [build_sbom(place)], "the bill of materials (CycloneDX)"),
    "audit": (_audit, "ask whether a locked package is known to be weak; fails unless every one was answered"),
    "sums": (_sums, "SHA256SUMS of the output folder, signed"),
    "windows-payload": (lambda place: [write_payload(place)], "on Windows: what MSI and setup are made from"),
    "msi": (lambda place: [build_msi(place)], "Windows: MSI for all users of a computer"),
    "nsis": (lambda place: [build_nsis(place)], "Windows: setup for one user"),
    "all": (_all, "everything this system can build"),
}


def main(arguments: list[str] | None = None) -> int:
    """Build one target; the exit code is 0, or 1 after a message."""
    parser = argparse.ArgumentParser(
        prog="installers/build",
        description="Builds Genoseal's installers from the committed state of this checkout.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="targets:\n" + "\n".join(f"  {name:15} {words}" for name, (_, words) in TARGETS.items()),
    )
    parser.add_argument("target", choices=TARGETS, metavar="TARGET")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where finished files go (default: dist)")
    parser.add_argument("--work", type=Path, metavar="DIR", help="scratch (default: build/installers)")
    parser.add_argument("--python", metavar="PROGRAM", help="the Python that is shipped (default: the one running)")
    parser.add_argument("--revision", metavar="REV", default="HEAD", help="the commit that is built (default: HEAD)")
    parser.add_argument("--as-version", metavar="VERSION", help="call it so: an older version, to try an upgrade from")
    chosen = parser.parse_args(arguments)
    started = time.monotonic()
    try:
        out, work = (path.resolve() if path else None for path in (chosen.out, chosen.work))
        place = open_place(
            out=out, work=work, python=chosen.python, revision=chosen.revision, version=chosen.as_version
        )
        made = TARGETS[chosen.target][0](place)
    except BuildError as error:
        print(f"installers/build: {error}", file=sys.stderr)
        return 1
    for path in made:
        print(path)
    print(f"{chosen.target}: {time.monotonic() - started:.0f} s", file=sys.stderr)
    return 0
