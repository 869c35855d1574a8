"""Setting up: profile, settings, and the backup of what only this computer has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from client.tasks import backup, maps, preferences, profile, proxy, result_keys
from client.tasks.settings import Settings
from client.tasks.workplace import Workplace
from ui.desktop.views import ProfileView, SettingView
from ui.desktop.workbench.lanes import Lanes

if TYPE_CHECKING:
    from client.tasks.facts import InstalledProfile

KEY_BACKUP_NAME = "genoseal-keys.json"


class SetUp(Lanes):
    """The institution's profile, the settings, the backup of maps and keys."""

    def profile(self) -> ProfileView | None:
        with self._at("core") as workplace:
            installed = profile.installed_profile(workplace)
            return None if installed is None else _profile_view(workplace, installed)

    def look_at_profile(self, file: Path) -> None:
        """Raise what is wrong with the file itself; nothing that it says is shown before its key is confirmed."""
        with self._at("core") as workplace:
            profile.look_at_profile(workplace, file)

    def install_profile(self, file: Path, typed_fingerprint: str) -> ProfileView:
        with self._at("core") as workplace:
            installed = profile.install_profile(workplace, file, typed_fingerprint)
            self._forget_account()
            return _profile_view(workplace, installed)

    def settings(self) -> dict[str, SettingView]:
        with self._at("core") as workplace:
            return _settings_view(preferences.load_preferences(workplace))

    def change_setting(self, name: str, value: str | int) -> dict[str, SettingView]:
        with self._at("core") as workplace:
            changed = preferences.save_preference(workplace, name, value)
            self._forget_account()
            return _settings_view(changed)

    def set_proxy(self, url: str, sign_in: tuple[str, bytes] | None) -> dict[str, SettingView]:
        """An empty `url` goes without a proxy. A sign-in that was kept goes with the proxy it was for."""
        with self._at("core") as workplace:
            if url:
                proxy.set_proxy(workplace, url, sign_in)
            else:
                proxy.clear_proxy(workplace)
            self._forget_account()
            return _settings_view(preferences.load_preferences(workplace))

    def back_up(self, folder: Path, passphrase: bytes) -> tuple[int, int]:
        """Write every map and all result keys into `folder`; returns how many of each."""
        with self._at("core") as workplace:
            ids = maps.list_maps(workplace)
            for map_id in ids:
                maps.export_map(
                    workplace,
                    maps.map_file(workplace, map_id),
                    folder / f"{map_id}{maps.SUFFIX}",
                    passphrase,
                    force=True,
                )
            count = result_keys.export_result_keys(workplace, folder / KEY_BACKUP_NAME, passphrase, force=True)
            return len(ids), count

    def is_backup_missing(self) -> bool:
        with self._at("core") as workplace:
            return backup.is_backup_missing(workplace)

    def bring_back(self, folder: Path, passphrase: bytes) -> tuple[int, int]:
        """Read every map and key backup in `folder`; what is here already stays as it is."""
        with self._at("core") as workplace:
            brought = 0
            for file in sorted(folder.glob(f"*{maps.SUFFIX}")):
                if not maps.map_file(workplace, file.stem).exists():
                    maps.import_map(workplace, file, passphrase)
                    brought += 1
            file = folder / KEY_BACKUP_NAME
            added = result_keys.import_result_keys(workplace, file, passphrase).added if file.exists() else 0
            return brought, added


def _profile_view(workplace: Workplace, installed: InstalledProfile) -> ProfileView:
    return ProfileView(
        installed.profile,
        installed.key_fingerprint,
        installed.source,
        installed.profile.is_expired(workplace.clock()),
    )


def _settings_view(settings: Settings) -> dict[str, SettingView]:
    return {name: SettingView(settings.values[name], settings.origin(name)) for name in settings.values}
