"""What can be found out about a folder's disk without any right: free space, and whether it is encrypted.

Linux tells through /proc/self/mountinfo and /sys (device-mapper names LUKS and plain dm-crypt devices `CRYPT-…`),
macOS through `fdesetup status`. Windows answers only administrators, so there it stays unknown, and unknown is said.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

_MEMORY_FILESYSTEMS = {"tmpfs", "ramfs"}
_ENCRYPTING_FILESYSTEMS = {"ecryptfs", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs"}
_ASK_S = 5


def free_bytes(folder: Path) -> int | None:
    """Free space for this user where `folder` is or will be made; None when the system does not say."""
    try:
        return shutil.disk_usage(nearest_existing(folder)).free
    except OSError:
        return None


def is_encrypted(folder: Path) -> bool | None:
    """Whether the disk under `folder` is encrypted; None where that cannot be found out."""
    place = nearest_existing(folder)
    if platform.system() == "Darwin":
        return _is_file_vault_on()
    if platform.system() == "Linux":
        try:
            return _is_encrypted_on_linux(place, Path("/proc/self/mountinfo"), Path("/sys/dev/block"))
        except OSError:
            return None
    return None


def nearest_existing(folder: Path) -> Path:
    """`folder`, else the first above it that is there as far as this user may look."""
    for place in (folder, *folder.parents):
        if os.path.exists(place):  # noqa: PTH110 - Path.exists raises where a folder above is closed to us
            return place
    return Path.cwd()


def _is_encrypted_on_linux(place: Path, mount_info: Path, block_devices: Path) -> bool | None:
    if sys.platform == "win32":
        return None
    device = place.stat().st_dev
    number = f"{os.major(device)}:{os.minor(device)}"
    for line in mount_info.read_text(errors="replace").splitlines():
        # man 5 proc: id parent major:minor root mount-point options [optional fields] - type source super-options
        fields, _, tail = line.partition(" - ")
        words, rest = fields.split(" "), tail.split(" ")
        if len(words) < 5 or len(rest) < 2 or words[2] != number:
            continue
        if rest[0] in _ENCRYPTING_FILESYSTEMS:
            return True
        if rest[0] in _MEMORY_FILESYSTEMS:
            return None
        return _is_device_encrypted(_source_number(rest[1]) or number, block_devices)
    return None


def _source_number(source: str) -> str | None:
    """btrfs and overlays have a device number of their own: the mounted device node tells the real one."""
    if sys.platform == "win32":
        return None
    try:
        device = os.stat(source).st_rdev  # noqa: PTH116 - a device node, not a file of ours
    except (OSError, ValueError):
        return None
    return f"{os.major(device)}:{os.minor(device)}" if device else None


def _is_device_encrypted(number: str, block_devices: Path, depth: int = 0) -> bool | None:
    device = block_devices / number
    if not device.exists() or depth > 8:
        return None
    try:
        if (device / "dm" / "uuid").read_text().startswith("CRYPT-"):
            return True
    except OSError:
        pass
    below = sorted((device / "slaves").glob("*")) if (device / "slaves").is_dir() else []
    if not below:
        return False
    answers = [_is_device_encrypted((slave / "dev").read_text().strip(), block_devices, depth + 1) for slave in below]
    # A volume over several disks is encrypted only when each of them is.
    return None if None in answers else all(answers)


def _is_file_vault_on() -> bool | None:
    try:
        answer = subprocess.run(["fdesetup", "status"], capture_output=True, text=True, timeout=_ASK_S, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return "FileVault is On" in answer.stdout
