"""Where a profile or a policy can lie on this computer. Imports nothing that reads one: most commands ask only whether
there is any.

Literal paths only: an environment variable such as XDG_CONFIG_DIRS is the user's to set, and would let anybody bring
a "system" profile.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

RECORD_NAME = "installed.json"
"""The user's own profile, in the private folder's `profiles`."""


class SystemPlaces(NamedTuple):
    """The folder of system profiles and the policy file. `owner_uid` and `top` are other than root's in tests only."""

    profile_folder: Path
    policy_file: Path
    owner_uid: int = 0
    top: Path | None = None


def system_places() -> SystemPlaces:
    """This operating system's places."""
    if sys.platform == "win32":
        # Not from %ProgramData%: the environment is the user's.
        base = Path("C:/ProgramData/Genoseal")
        return SystemPlaces(base / "profile.d", base / "policy.json")
    elif sys.platform == "darwin":
        base = Path("/Library/Application Support/Genoseal")
        managed = Path("/Library/Managed Preferences/org.genoseal.Genoseal.plist")
        return SystemPlaces(base / "profile.d", managed)
    else:
        base = Path("/etc/xdg/genoseal")
        return SystemPlaces(base / "profile.d", base / "policy.json")


def is_without_profile(folder: Path, places: SystemPlaces) -> bool:
    """Whether certainly nothing lies in any of the places, so that `ProfileStore(folder, places, …).load()` is None.

    False says nothing: what lies there, or cannot be looked at, is for the store to judge.
    """
    if sys.platform == "win32":  # the policy may be in the registry
        return False
    return all(map(_is_absent, (places.profile_folder, places.policy_file, folder / RECORD_NAME)))


def _is_absent(path: Path) -> bool:
    try:
        os.lstat(path)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False
