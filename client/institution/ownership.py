"""Whether a file of the system's can only have been written by the administrator.

On POSIX every folder from the root down to the file must be the administrator's and writable by nobody else, and no
symbolic link may lie on the way. On Windows the file's and its folders' owner and access list are judged, because
ordinary users can create folders in ProgramData.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from pathlib import Path

from client.institution.errors import ProfileOwnerError

_ADMINISTRATORS = {
    "BA",  # Administrators
    "SY",  # SYSTEM
    "S-1-5-32-544",
    "S-1-5-18",
    "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",  # TrustedInstaller
}
_READING_RIGHTS = {"FR", "FX", "GR", "GX", "RC", "KR", "KX", "CC", "SW", "LO"}
# Anything but: read data, read extended attributes, execute, read attributes, read control, synchronise,
# generic execute and generic read.
_READING_MASK = 0x1 | 0x8 | 0x20 | 0x80 | 0x20000 | 0x100000 | 0x20000000 | 0x80000000
_ACE = re.compile(r"\(([^()]*)\)")


def require_admin_only(path: Path, which: str, *, owner_uid: int = 0, top: Path | None = None) -> None:
    """Raise ProfileOwnerError unless only the administrator can have written `path`, a regular file.

    `path` is taken literally: it must be absolute and is not resolved. `owner_uid` and `top` (the highest folder
    that is judged) exist for tests; the defaults are root and the root folder. Raises OSError as `lstat` does.
    """
    if not path.is_absolute() or ".." in path.parts:
        raise ProfileOwnerError(which=which, reason="link")
    if sys.platform == "win32":
        _require_windows(path, which)
    else:
        for folder in reversed(path.parents):
            if top is None or folder == top or folder.is_relative_to(top):
                _require_posix(os.lstat(folder), which, owner_uid, is_folder=True)
        _require_posix(os.lstat(path), which, owner_uid, is_folder=False)


def require_same_owner(status: os.stat_result, which: str, *, owner_uid: int = 0) -> None:
    """The same judgement on an open file, for what was opened after `require_admin_only`."""
    if sys.platform != "win32":
        _require_posix(status, which, owner_uid, is_folder=False)


def _require_posix(status: os.stat_result, which: str, owner_uid: int, *, is_folder: bool) -> None:
    if stat.S_ISLNK(status.st_mode):
        raise ProfileOwnerError(which=which, reason="link")
    if is_folder != stat.S_ISDIR(status.st_mode) or (not is_folder and not stat.S_ISREG(status.st_mode)):
        raise ProfileOwnerError(which=which, reason="kind")
    if status.st_uid != owner_uid:
        raise ProfileOwnerError(which=which, reason="owner")
    if status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        # The sticky bit does not help: others could still put files of their own beside ours.
        raise ProfileOwnerError(which=which, reason="writable")


def require_admin_only_sddl(sddl: str, which: str) -> None:
    """Judge a Windows security descriptor in its text form (SDDL): owner and every entry that allows writing.

    Raises ProfileOwnerError. Pure, so that it is tested on every system.
    """
    owner = re.match(r"O:(S-[0-9-]+|[A-Z]{2})", sddl)
    if owner is None or owner[1] not in _ADMINISTRATORS:
        raise ProfileOwnerError(which=which, reason="owner")
    access = re.search(r"D:([^()]*)((?:\([^()]*\))*)", sddl)
    if access is None or "NO_ACCESS_CONTROL" in access[1] or not access[2]:
        # No list at all lets everybody do everything.
        raise ProfileOwnerError(which=which, reason="writable")
    for entry in _ACE.findall(access[2]):
        fields = entry.split(";")
        if len(fields) < 6:
            raise ProfileOwnerError(which=which, reason="writable")
        kind, flags, rights, trustee = fields[0], fields[1], fields[2], fields[5]
        if kind in {"D", "OD", "XD"} or trustee in _ADMINISTRATORS:
            continue
        if trustee == "CO" and "IO" in re.findall("..", flags):
            continue  # the pattern for what a creator will own; it gives nobody anything here
        if not _is_reading(rights):
            raise ProfileOwnerError(which=which, reason="writable")


def _is_reading(rights: str) -> bool:
    if rights.lower().startswith("0x"):
        try:
            return int(rights, 16) & ~_READING_MASK == 0
        except ValueError:
            return False
    codes = re.findall("..", rights)
    return len(rights) % 2 == 0 and set(codes) <= _READING_RIGHTS


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _SE_FILE_OBJECT = 1
    _OWNER_AND_DACL = 0x1 | 0x4

    def _require_windows(path: Path, which: str) -> None:
        # The file and the two folders of ours above it (Genoseal, profile.d); ProgramData itself is the system's.
        for place in (path, path.parent, path.parent.parent):
            if place.is_symlink():
                raise ProfileOwnerError(which=which, reason="link")
            require_admin_only_sddl(_sddl(place), which)
        if not path.is_file():
            raise ProfileOwnerError(which=which, reason="kind")

    def _sddl(path: Path) -> str:
        advapi32 = ctypes.WinDLL("advapi32", use_last_error=True)
        kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
        descriptor = ctypes.c_void_p()
        status = advapi32.GetNamedSecurityInfoW(
            str(path), _SE_FILE_OBJECT, _OWNER_AND_DACL, None, None, None, None, ctypes.byref(descriptor)
        )
        if status:
            raise ctypes.WinError(status)
        text = wintypes.LPWSTR()
        try:
            if not advapi32.ConvertSecurityDescriptorToStringSecurityDescriptorW(
                descriptor, 1, _OWNER_AND_DACL, ctypes.byref(text), None
            ):
                raise ctypes.WinError(ctypes.get_last_error())
            return text.value or ""
        finally:
            kernel32.LocalFree(text)
            kernel32.LocalFree(descriptor)
