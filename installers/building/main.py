"""The command line of `installers/build`."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from installers.building.deb import build_deb
from installers.building.freeze import freeze
from installers.building.locks import write_locks
from installers.building.place import BuildError, Place, open_place


def _freeze(place: Place) -> list[Path]:
    return [freeze(place)]


def _lock(place: Place) -> list[Path]:
    write_locks(place)
    return []


TARGETS: dict[str, tuple[Callable[[Place], list[Path]], str]] = {
    "lock": (_lock, "resolve every target's packages anew and write installers/locks (asks the package index)"),
    "freeze": (_freeze, "the payload: program, Python and libraries in one folder"),
    "deb": (lambda place: [build_deb(place)], "the Debian package"),
}


def main(arguments: list[str] | None = None) -> int:
    """Build one target; the exit code is 0, or 1 after a message."""
    parser = argparse.ArgumentParser(
        prog="installers/build",
        description="Builds Genoseal's installers from the committed state of this checkout.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="targets:\n" + "\n".join(f"  {name:10} {words}" for name, (_, words) in TARGETS.items()),
    )
    parser.add_argument("target", choices=TARGETS, metavar="TARGET")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where finished files go (default: dist)")
    parser.add_argument("--work", type=Path, metavar="DIR", help="scratch (default: build/installers)")
    parser.add_argument("--python", metavar="PROGRAM", help="the Python that is shipped (default: the one running)")
    chosen = parser.parse_args(arguments)
    started = time.monotonic()
    try:
        out, work = (path.resolve() if path else None for path in (chosen.out, chosen.work))
        place = open_place(out=out, work=work, python=chosen.python)
        made = TARGETS[chosen.target][0](place)
    except BuildError as error:
        print(f"installers/build: {error}", file=sys.stderr)
        return 1
    for path in made:
        print(path)
    print(f"{chosen.target}: {time.monotonic() - started:.0f} s", file=sys.stderr)
    return 0
