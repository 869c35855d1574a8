"""Windows packages from a payload folder, on any system: MSI by wixl, setup by makensis, Authenticode by osslsigncode.

PyInstaller cannot freeze for Windows elsewhere, so the payload comes from installers/workflows/windows.yml
(GENOSEAL_WINDOWS_PAYLOAD). Without it a stub is packed, to prove the packages themselves; such files say `stub` in
their names. GENOSEAL_AUTHENTICODE_CERT and _KEY name the real certificate; else a test certificate is made.
"""

from __future__ import annotations

import os
import re
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

from installers.building.licences import write_licences
from installers.building.linux_tree import copy_payload, draw_icons, freeze_python
from installers.building.locks import make_environment
from installers.building.place import INSTALLERS, BuildError, Place, remake, settle
from installers.building.signing import manifest_text, write_manifest

WINDOWS = INSTALLERS / "windows"
_NAMESPACE = uuid.UUID("5f0d5a1e-6a7c-4b0e-9a53-0c6c5d2d8a44")
UPGRADE_CODE = "{8D1B6A52-52C4-4E1B-9A0C-7B7E0C5E9D11}"
_TIMESTAMP_SERVER = "GENOSEAL_TIMESTAMP_URL"


def build_msi(place: Place) -> Path:
    """The MSI for all users of a computer: `msiexec /i … /qn [PROFILE=…\\institution.toml]`."""
    payload, kind = windows_payload(place)
    source = place.work / "genoseal.wxs"
    icon = _icons(place) / "genoseal.ico"
    source.write_text(wxs(payload, place.version, icon, place.work), encoding="utf-8")
    raw = place.work / "unsigned.msi"
    place.run("wixl", "--arch", "x64", "--output", raw, source, cwd=place.work)
    return sign(place, raw, place.out / f"genoseal-{place.version}-{kind}.msi")


def build_nsis(place: Place) -> Path:
    """The setup for one user, without administrator: `… /S [/D=folder]`."""
    payload, kind = windows_payload(place)
    raw = place.work / "unsigned-setup.exe"
    defines = {"VERSION": place.version, "PAYLOAD": payload, "OUT": raw, "ICON": _icons(place) / "genoseal.ico"}
    options = [f"-D{name}={value}" for name, value in defines.items()]
    place.run("makensis", "-V2", *options, WINDOWS / "genoseal.nsi", cwd=place.work)
    return sign(place, raw, place.out / f"genoseal-{place.version}-{kind}-setup.exe")


def windows_payload(place: Place) -> tuple[Path, str]:
    """The folder to pack, and what it is: `windows-x86_64`, or `windows-stub`."""
    place.work.mkdir(parents=True, exist_ok=True)
    named = os.environ.get("GENOSEAL_WINDOWS_PAYLOAD")
    if named:
        if not (Path(named) / "genoseal.exe").is_file():
            raise BuildError("GENOSEAL_WINDOWS_PAYLOAD names no folder with genoseal.exe")
        return Path(named).resolve(), "windows-x86_64"
    stub = remake(place.work / "windows-stub")
    (stub / "_internal" / "resources" / "tls").mkdir(parents=True)
    for name in ("genoseal.exe", "genoseal-desktop.exe", "genoseal-profile.exe"):
        (stub / name).write_bytes(b"MZ stub: this package was built to try the packaging.\r\n")
    tls = INSTALLERS.parent / "resources" / "tls" / "openssl.cnf"
    (stub / "_internal" / "resources" / "tls" / "openssl.cnf").write_bytes(tls.read_bytes())
    shutil.copyfile(WINDOWS / "place-profile.cmd", stub / "place-profile.cmd")
    (stub / "MANIFEST.sha256").write_text(manifest_text(stub), encoding="utf-8")
    settle(stub, place.epoch)
    return stub, "windows-stub"


def write_payload(place: Place) -> Path:
    """On Windows: freeze, and write the folder that MSI and setup are made from into `place.out`."""
    if not place.target.startswith("windows"):
        raise BuildError("the Windows payload is frozen on Windows: see installers/workflows/windows.yml")
    target = place.out / "windows-payload"
    shutil.rmtree(target, ignore_errors=True)
    copy_payload(place, target, with_system_libraries=True)
    shutil.copyfile(WINDOWS / "place-profile.cmd", target / "place-profile.cmd")
    write_licences(place, freeze_python(place), target / "licences")
    write_manifest(place, freeze_python(place), target)
    return target


def wxs(payload: Path, version: str, icon: Path, base: Path) -> str:
    """The MSI's source: one component a file, with ids and GUIDs that follow from the file's path.

    Paths are as seen from `base`: wixl takes no absolute ones.
    """
    components: list[str] = []
    tree = "\n".join(_folder(payload, (payload, base), components, "          "))
    references = "\n".join(f"      <ComponentRef Id={quoteattr(name)}/>" for name in components)
    text = (WINDOWS / "genoseal.wxs.in").read_text(encoding="utf-8")
    product = "{" + str(uuid.uuid5(_NAMESPACE, f"product {version}")).upper() + "}"
    values = {"VERSION": version, "PRODUCT": product, "UPGRADE": UPGRADE_CODE, "ICON": os.path.relpath(icon, base)}
    values |= {"TREE": tree, "REFERENCES": references}
    return re.sub(r"@([A-Z]+)@", lambda found: values[found[1]], text)


def _folder(folder: Path, roots: tuple[Path, Path], components: list[str], indent: str) -> Iterator[str]:
    payload, base = roots
    for path in sorted(folder.iterdir()):
        name = path.relative_to(payload).as_posix()
        number = uuid.uuid5(_NAMESPACE, name)
        if path.is_dir():
            yield f'{indent}<Directory Id="D{number.hex}" Name={quoteattr(path.name)}>'
            yield from _folder(path, roots, components, indent + "  ")
            yield f"{indent}</Directory>"
            continue
        components.append(f"C{number.hex}")
        shortcut = _SHORTCUT if name == "genoseal-desktop.exe" else ""
        yield f'{indent}<Component Id="C{number.hex}" Guid="{{{str(number).upper()}}}" Win64="yes">'
        source = quoteattr(os.path.relpath(path, base))
        yield f'{indent}  <File Id="F{number.hex}" KeyPath="yes" Source={source}>{shortcut}</File>'
        yield f"{indent}</Component>"


_SHORTCUT = (
    '<Shortcut Id="StartMenu" Directory="ProgramMenuFolder" Name="Genoseal" Advertise="yes" Icon="genoseal.ico" '
    'IconIndex="0" WorkingDirectory="INSTALLDIR"/>'
)


def _icons(place: Place) -> Path:
    make_environment(place, place.tools / f"freeze-{place.target}", place.target)
    place.source.mkdir(parents=True, exist_ok=True)
    return draw_icons(place)


def sign(place: Place, raw: Path, target: Path) -> Path:
    """Authenticode. A time stamp keeps the signature valid after the certificate's end; it needs the network."""
    certificate, key = signing_certificate(place)
    place.out.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    server = os.environ.get(_TIMESTAMP_SERVER)
    stamp = ("-ts", server) if server else ("-time", str(place.epoch))
    command = ("osslsigncode", "sign", "-certs", certificate, "-key", key, "-h", "sha256", "-n", "Genoseal")
    place.run(*command, *stamp, "-in", raw, "-out", target, cwd=place.work)
    return target


def signing_certificate(place: Place) -> tuple[Path, Path]:
    """Certificate and key files: the real ones by environment, else a test pair under .tools/signing."""
    certificate, key = os.environ.get("GENOSEAL_AUTHENTICODE_CERT"), os.environ.get("GENOSEAL_AUTHENTICODE_KEY")
    if certificate and key:
        return Path(certificate), Path(key)
    folder = place.tools / "signing"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    made = (folder / "authenticode-test.pem", folder / "authenticode-test.key")
    if not made[0].exists():
        subject = ("-subj", "/CN=Genoseal TEST certificate", "-days", "730")
        extension = ("-addext", "extendedKeyUsage=codeSigning", "-addext", "keyUsage=digitalSignature")
        request = ("openssl", "req", "-x509", "-newkey", "rsa:3072", "-noenc", *subject, *extension)
        place.run(*request, "-keyout", made[1], "-out", made[0], cwd=folder)
        made[1].chmod(0o600)
    return made
