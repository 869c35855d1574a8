"""A tiny MSI that carries one signed profile, for Windows software distribution.

What it installs is a script that puts the profile into ProgramData, owned by the administrators and writable by nobody
else; removing it takes the profile away again. Sign it with your own certificate if your workstations ask for that:
what Genoseal trusts is the profile's signature.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import uuid
from pathlib import Path
from xml.sax.saxutils import escape

from client.institution.trust import TrustedProfile
from installers.profile_tool.making import ToolError

WINDOWS = Path(__file__).resolve().parent.parent / "windows"
MAX_SERIAL = 2**24 - 1
"""A Windows version has 8, 8 and 16 bits."""
_NAMESPACE = uuid.UUID("b8a1f8a6-0b3c-4b32-8a44-1c7d2f5f0c0e")


def build_msi(trusted: TrustedProfile, folder: Path, name: str, maintainer: str) -> Path:
    """Write `<name>_<serial>.msi` into `folder`. Needs wixl. A later serial replaces an earlier one."""
    if shutil.which("wixl") is None:
        raise ToolError("wixl is not installed here (package wixl)")
    serial = trusted.profile.serial
    if serial > MAX_SERIAL:
        raise ToolError(f"an MSI cannot carry a serial above {MAX_SERIAL}")
    target = folder.resolve() / f"{name}_{serial}.msi"
    values = {
        "NAME": f"Genoseal profile ({name})",
        "MAINTAINER": maintainer,
        "SERIAL": str(serial),
        "VERSION": f"1.{serial >> 16}.{serial & 0xFFFF}",
        "PRODUCT": _guid(f"{name} product {serial}"),
        "UPGRADE": _guid(f"{name} upgrade"),
        "TOML": _guid(f"{name} toml"),
        "SIGNATURE": _guid(f"{name} signature"),
        "SCRIPT": _guid(f"{name} script"),
    }
    template = (WINDOWS / "profile.wxs.in").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        base = Path(scratch)
        (base / "institution.toml").write_bytes(trusted.toml_bytes)
        (base / "institution.toml.minisig").write_bytes(trusted.signature_text.encode())
        shutil.copyfile(WINDOWS / "place-profile.cmd", base / "place-profile.cmd")
        filled = re.sub(r"@([A-Z]+)@", lambda found: escape(values[found[1]], {'"': "&quot;"}), template)
        (base / "profile.wxs").write_text(filled, encoding="utf-8")
        command = ["wixl", "--arch", "x64", "--output", str(target), "profile.wxs"]
        done = subprocess.run(command, cwd=base, capture_output=True, check=False)
        if done.returncode:
            raise ToolError(f"wixl ended with {done.returncode}")
    return target


def _guid(text: str) -> str:
    return "{" + str(uuid.uuid5(_NAMESPACE, text)).upper() + "}"
