"""The institution's signed profile: install, show, verify, fetch a later one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from client.institution.errors import ProfileRefusedError
from client.institution.where import is_without_profile, system_places
from client.model.errors import ClientError
from client.tasks.errors import about
from client.tasks.workplace import Workplace, make_private

if TYPE_CHECKING:
    from client.institution.store import InstalledProfile, ProfileStore, UnprovenProfile
    from client.institution.trust import TrustedProfile


def profile_store(workplace: Workplace) -> ProfileStore:
    """The profiles that hold for this workplace."""
    # What reads and verifies them costs a tenth of a short command's imports, and where there is none it is not needed.
    from client.institution.store import ProfileStore

    return ProfileStore(workplace.folders.profiles, system_places(), workplace.clock)


def installed_profile(workplace: Workplace) -> InstalledProfile | None:
    """The profile that holds here, None where there is none."""
    if is_without_profile(workplace.folders.profiles, system_places()):
        return None
    return profile_store(workplace).load()


def require_installed_profile(workplace: Workplace) -> InstalledProfile:
    """The profile that holds here. Raises NoProfileError and what is wrong with it."""
    return profile_store(workplace).require()


def look_at_profile(workplace: Workplace, file: Path) -> UnprovenProfile:
    """All that may be shown of a profile file before its fingerprint was typed."""
    return profile_store(workplace).look(file)


def install_profile(workplace: Workplace, file: Path, key_fingerprint: str) -> InstalledProfile:
    """Accept the profile in `file` (its signature lies beside it) once the typed fingerprint is its signing key's."""
    make_private(workplace.folders.home)
    store = profile_store(workplace)
    before = _serial(store)
    try:
        trusted = store.install(file, key_fingerprint)
    except ProfileRefusedError as error:
        workplace.note_where_kept("profile.refused", code=error.code)
        raise about(error, file) from error
    except ClientError as error:
        raise about(error, file) from error
    event = "profile.installed" if before is None else "profile.updated"
    workplace.note(event, **_facts(trusted))
    return store.require()


def verify_profile(workplace: Workplace, file: Path, key_fingerprint: str | None = None) -> TrustedProfile:
    """Judge a profile file without installing it; without a fingerprint the installed profile's keys count."""
    try:
        return profile_store(workplace).verify(file, key_fingerprint)
    except ClientError as error:
        raise about(error, file) from error


def _facts(trusted: TrustedProfile) -> dict[str, str | int]:
    profile = trusted.profile
    return {
        "serial": profile.serial,
        "profile_sha256": trusted.sha256,
        "environment": profile.environment,
        "fingerprint": trusted.key_fingerprint,
    }


def _serial(store: ProfileStore) -> int | None:
    try:
        installed = store.load()
    except ClientError:
        return None
    return None if installed is None else installed.profile.serial
