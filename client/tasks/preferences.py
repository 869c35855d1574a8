"""The settings as they hold: settings.toml under what the institution's profile sets."""

from __future__ import annotations

from client.tasks.profile import installed_profile
from client.tasks.settings import Settings, Value, load_settings, save_setting
from client.tasks.workplace import Workplace


def load_preferences(workplace: Workplace) -> Settings:
    """All settings, with who set each. Raises SettingsUnreadableError and what is wrong with an installed profile."""
    installed = installed_profile(workplace)
    set_by_profile: dict[str, Value] = {}
    if installed is not None and installed.profile.policy.locked:
        set_by_profile["policy"] = installed.profile.policy.name
    return load_settings(workplace.folders.settings, profile=set_by_profile)


def save_preference(workplace: Workplace, name: str, value: Value) -> Settings:
    """Write one setting and return all as they hold now. Raises UnknownSettingError and SettingLockedError."""
    save_setting(workplace.folders.settings, load_preferences(workplace), name, value)
    return load_preferences(workplace)
