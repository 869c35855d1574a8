"""Whether a newer version is out. Asked of the profile's service and of nobody else; nothing is ever fetched."""

from __future__ import annotations

from client.institution.latest import LatestVersion, require_latest
from client.institution.store import InstalledProfile
from client.network.service import ServiceApi
from client.tasks.connection import make_gate, program_version
from client.tasks.profile import require_installed_profile
from client.tasks.workplace import Workplace


def announced_version(workplace: Workplace, installed: InstalledProfile) -> LatestVersion | None:
    """What the institution announces as its newest version, None where it announces nothing.

    Raises LatestRefusedError, LatestDamagedError and network errors.
    """
    with make_gate(workplace, installed.profile) as gate:
        document = ServiceApi(gate).latest_version()
    return None if document is None else require_latest(document.latest, document.signature, installed.signed)


def newer_version(workplace: Workplace) -> str | None:
    """The announced version where it is newer than this program, else None. Raises what `announced_version` raises."""
    announced = announced_version(workplace, require_installed_profile(workplace))
    return announced.version if announced is not None and announced.is_newer_than(program_version()) else None
