"""For people without administrator's rights on Linux: one archive that installs below the home folder.

It carries the system libraries that a bare desktop may lack, so it needs nothing but glibc 2.36 or newer (Debian 12,
Ubuntu 24.04, RHEL 10) and libGL. Its libraries are as old as the build: it wants updating more often than the package.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from installers.building.linux_tree import LINUX, copy_payload, freeze_python, write_share
from installers.building.place import Place, remake, settle
from installers.building.signing import write_manifest


def build_archive(place: Place) -> Path:
    """Build `genoseal-<version>-linux-x86_64.tar.xz` into `place.out`."""
    name = f"genoseal-{place.version}-{place.target}"
    root = remake(place.work / "archive") / name
    copy_payload(place, root / "program", with_system_libraries=True)
    write_manifest(place, freeze_python(place), root / "program")
    write_share(place, root / "share")
    for script in ("install", "launcher"):
        shutil.copy(LINUX / script, root / script)
    settle(root, place.epoch)
    place.out.mkdir(parents=True, exist_ok=True)
    target = place.out / f"{name}.tar.xz"
    place.run(
        *("tar", "--create", "--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--format=gnu"),
        *(f"--mtime=@{place.epoch}", "--use-compress-program=xz -6 --threads=1", "--file", target, name),
        cwd=root.parent,
    )
    return target
