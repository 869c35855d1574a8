"""A tiny Debian package that carries one signed profile and nothing else: no script, no program."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from datetime import datetime
from pathlib import Path

from client.institution.trust import TrustedProfile
from installers.profile_tool.making import ToolError

FOLDER = "etc/xdg/genoseal/profile.d"
_CONTROL = """Package: {name}
Version: {serial}
Section: misc
Priority: optional
Architecture: all
Maintainer: {maintainer}
Enhances: genoseal
Provides: genoseal-profile
Conflicts: genoseal-profile
Description: Genoseal settings of this institution
 The signed institution profile with serial {serial}, valid until {until:%Y-%m-%d}.
 Only one such package can be installed.
"""


def build_deb(trusted: TrustedProfile, folder: Path, name: str, maintainer: str) -> Path:
    """Write `<name>_<serial>_all.deb` into `folder`; the same profile gives the same bytes. Needs dpkg-deb."""
    if shutil.which("dpkg-deb") is None:
        raise ToolError("dpkg-deb is not installed here (package dpkg)")
    require_package_names(name, maintainer)
    profile = trusted.profile
    target = folder / f"{name}_{profile.serial}_all.deb"
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "root"
        places = root / FOLDER
        places.mkdir(parents=True)
        (root / "DEBIAN").mkdir()
        control = _CONTROL.format(name=name, serial=profile.serial, maintainer=maintainer, until=profile.not_after)
        (root / "DEBIAN" / "control").write_text(control, encoding="utf-8")
        # One name for every institution and serial: an update replaces the file, two at once are refused by clients.
        (places / "institution.toml").write_bytes(trusted.toml_bytes)
        (places / "institution.toml.minisig").write_text(trusted.signature_text, encoding="utf-8")
        for path in (root, *root.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(_epoch(profile.not_after))}
        command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(target)]
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
        if done.returncode:
            raise ToolError(f"dpkg-deb ended with {done.returncode}")
    return target


def require_package_names(name: str, maintainer: str) -> None:
    """Raise ToolError for what cannot be a package's name or maintainer."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9+.-]{1,60}", name):
        raise ToolError("a package name is lower-case letters, digits, +, - and .")
    if not maintainer.isprintable():
        raise ToolError("the maintainer is one line")


def _epoch(moment: datetime) -> int:
    return int(moment.timestamp()) - 90 * 86400
