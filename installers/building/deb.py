"""The Debian package, by dpkg-deb: no maintainer scripts, no configuration files, system libraries by dependency.

Desktop and MIME databases are brought up to date by the triggers of desktop-file-utils and shared-mime-info. Nothing
under /etc and nothing in anybody's home belongs to the package, so removing and purging are the same.
"""

from __future__ import annotations

import hashlib
import os
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from installers.building.freeze import PROGRAMS, needed_libraries, ready_payload, system_libraries
from installers.building.linux_tree import LINUX, copy_payload, freeze_python, write_share
from installers.building.place import BuildError, Place, remake, settle
from installers.building.signing import write_manifest

PROGRAM = "usr/lib/genoseal"
PACKAGES = {
    "libEGL": "libegl1",
    "libGL": "libgl1",
    "libX11": "libx11-6",
    "libX11-xcb": "libx11-xcb1",
    "libbrotlicommon": "libbrotli1",
    "libbrotlidec": "libbrotli1",
    "libbz2": "libbz2-1.0",
    "libcrypto": "libssl3",
    "libdbus-1": "libdbus-1-3",
    "libffi": "libffi8",
    "libfontconfig": "libfontconfig1",
    "libfreetype": "libfreetype6",
    "libgcc_s": "libgcc-s1",
    "libglib-2.0": "libglib2.0-0",
    "libgssapi_krb5": "libgssapi-krb5-2",
    "libgthread-2.0": "libglib2.0-0",
    "liblzma": "liblzma5",
    "libsqlite3": "libsqlite3-0",
    "libssl": "libssl3",
    "libstdc++": "libstdc++6",
    "libuuid": "libuuid1",
    "libxcb": "libxcb1",
    "libxcb-cursor": "libxcb-cursor0",
    "libxcb-glx": "libxcb-glx0",
    "libxcb-icccm": "libxcb-icccm4",
    "libxcb-image": "libxcb-image0",
    "libxcb-keysyms": "libxcb-keysyms1",
    "libxcb-randr": "libxcb-randr0",
    "libxcb-render": "libxcb-render0",
    "libxcb-render-util": "libxcb-render-util0",
    "libxcb-shape": "libxcb-shape0",
    "libxcb-shm": "libxcb-shm0",
    "libxcb-sync": "libxcb-sync1",
    "libxcb-util": "libxcb-util1",
    "libxcb-xfixes": "libxcb-xfixes0",
    "libxcb-xkb": "libxcb-xkb1",
    "libxkbcommon": "libxkbcommon0",
    "libxkbcommon-x11": "libxkbcommon-x11-0",
    "libz": "zlib1g",
    "libzstd": "libzstd1",
}
"""Debian package of each system library, by the names of Debian 12; 13 provides them all under new names too."""
_OPTIONAL = {"libcups": "libcups2"}
"""Only a plugin needs it, which Qt leaves out where the library is missing."""
_C_LIBRARY = {"ld-linux-x86-64", "libc", "libdl", "libm", "libpthread", "libresolv", "librt"}
_CONTROL = """Package: genoseal
Version: {version}
Section: science
Priority: optional
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: libc6 (>= 2.36), {depends}
Recommends: {recommends}, gnome-keyring | kwalletmanager | keepassxc, fonts-dejavu-core
Description: prepares, seals and sends human genotypes
 Genoseal makes VCF and BCF files safe to send to imputation services and other
 receivers of human genotypes: sample names become pseudonyms, what is not
 needed is left out, and an independent reader checks the result. Files are
 sealed for the receiving institution before they leave the computer.
 .
 This package contains the window, the command line and a practice service for
 rehearsal, which listens on loopback only and only while it is asked to.
"""
_CHANGELOG = """genoseal ({version}) stable; urgency=medium

  * See CHANGELOG.md beside this file.

 -- {maintainer}  {date}
"""
_COPYRIGHT = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Genoseal

Files: *
Copyright: The Genoseal founders
License: Apache-2.0
 On Debian systems the full text is in /usr/share/common-licenses/Apache-2.0.
Comment:
 The works of others under {program} are listed in licences/THIRD-PARTIES.txt beside this file,
 with their texts. Qt and PySide6 are under LGPL-3.
"""


def build_deb(place: Place) -> Path:
    """Build `genoseal_<version>_amd64.deb` into `place.out`."""
    payload = ready_payload(place)
    depends, recommends = dependencies(place, payload)
    root = remake(place.work / "deb")
    program = root / PROGRAM
    copy_payload(place, program, with_system_libraries=False)
    write_manifest(place, freeze_python(place), program)
    share = root / "usr" / "share"
    write_share(place, share)
    (root / "usr" / "bin").mkdir()
    launcher = (LINUX / "launcher").read_text(encoding="utf-8")
    for name in PROGRAMS:
        started_by = root / "usr" / "bin" / name
        started_by.write_text(launcher.replace("@PROGRAM@", f"/{PROGRAM}/{name}"), encoding="utf-8")
        started_by.chmod(0o755)
    documents = share / "doc" / "genoseal"
    (documents / "copyright").write_text(_COPYRIGHT.format(program=f"/{PROGRAM}"), encoding="utf-8")
    date = format_datetime(datetime.fromtimestamp(place.epoch, UTC))
    (documents / "changelog.Debian").write_text(
        _CHANGELOG.format(version=place.version, date=date, maintainer=maintainer()), encoding="utf-8"
    )
    _write_control(place, root, depends, recommends)
    settle(root, place.epoch)
    place.out.mkdir(parents=True, exist_ok=True)
    target = place.out / f"genoseal_{place.version}_amd64.deb"
    place.run("dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--threads-max=1", "--build", root, target)
    return target


def dependencies(place: Place, payload: Path) -> tuple[list[str], list[str]]:
    """Debian packages of the system libraries that the payload asks for: needed, and recommended.

    Raises BuildError for a library that no package is known for, so that a new one cannot be forgotten.
    """
    left_out = set(system_libraries(payload))
    files = [path for path in payload.rglob("*") if path not in left_out]
    here = {path.name for path in files}
    wanted = {name.split(".so")[0] for name in needed_libraries(place, files) - here}
    unknown = wanted - PACKAGES.keys() - _OPTIONAL.keys() - _C_LIBRARY
    if unknown:
        raise BuildError(f"no Debian package is known for {', '.join(sorted(unknown))}: see PACKAGES in deb.py")
    needed = {PACKAGES[name] for name in wanted & PACKAGES.keys()}
    return sorted(needed), sorted(_OPTIONAL[name] for name in wanted & _OPTIONAL.keys())


def _write_control(place: Place, root: Path, depends: list[str], recommends: list[str]) -> None:
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink()]
    sums = "".join(f"{_md5(path)}  {path.relative_to(root)}\n" for path in files)
    kilobytes = sum(-(-path.stat().st_size // 1024) for path in files)
    control = root / "DEBIAN"
    control.mkdir()
    (control / "md5sums").write_text(sums, encoding="utf-8")
    (control / "control").write_text(
        _CONTROL.format(
            version=place.version,
            maintainer=maintainer(),
            kilobytes=kilobytes,
            depends=", ".join(depends),
            recommends=", ".join(recommends) or "cups",
        ),
        encoding="utf-8",
    )


def maintainer() -> str:
    """Who answers for the packages: GENOSEAL_MAINTAINER, `Name <address>`."""
    return os.environ.get("GENOSEAL_MAINTAINER", "The Genoseal founders <nobody@invalid>")


def _md5(path: Path) -> str:
    # What dpkg --verify reads; the signed manifest beside the program is SHA-256.
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
