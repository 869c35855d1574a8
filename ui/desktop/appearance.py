"""Language and theme, read before the first paint and without the core's libraries behind it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import platformdirs

from client.model.errors import ClientError
from client.model.folders import PrivateFolders
from client.tasks.settings import load_settings
from ui.desktop.theme import Scheme


class Appearance(NamedTuple):
    """How the window should look. `language` is a code, or `system`."""

    language: str = "system"
    scheme: Scheme = Scheme.SYSTEM


def private_home() -> Path:
    """The private folder, as `client.tasks.workplace.home_folder` gives it; that module brings the keyring along."""
    named = os.environ.get("GENOSEAL_HOME")
    return Path(named) if named else Path(platformdirs.user_data_dir("genoseal", appauthor=False, roaming=False))


def load_appearance(home: Path) -> Appearance:
    """What settings.toml says; unreadable settings give the defaults here, and the Settings page says so."""
    try:
        settings = load_settings(PrivateFolders(home).settings)
    except ClientError:
        return Appearance()
    return Appearance(settings.text("language"), Scheme(settings.text("theme")))
