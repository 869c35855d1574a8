"""Settings: one TOML file that both faces read. What the institution's profile sets wins over settings.toml, that over
the default; the profile locks what it sets.

A setting nobody knows is refused rather than ignored: a mistyped rule must not silently be no rule.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from client.model.folders import make_private_folders
from client.seal.private_output import private_output
from client.tasks.errors import SettingLockedError, SettingsUnreadableError, UnknownSettingError
from client.transfer.line_limits import parse_quiet_hours

SCHEMA = 1
Value = str | int
Origin = Literal["profile", "settings", "default"]
_MAX_FILE_BYTES = 64 * 1024
_MAX_TEXT = 1000

DEFAULTS: Mapping[str, Value] = {
    "language": "system",
    "theme": "system",
    "proxy": "",
    "proxy_user": "",
    "rate_limit_bytes_per_s": 0,
    "quiet_hours": "",
    "parallel_files": 2,
    "policy": "",
    "service": "",
    "results_folder": "",
    "project": "default",
}
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "language": ("system", "en", "da", "de"),
    "theme": ("system", "light", "dark"),
}
_RANGES: Mapping[str, tuple[int, int]] = {
    "rate_limit_bytes_per_s": (0, 2**40),
    "parallel_files": (1, 16),
}


@dataclass(frozen=True)
class Settings:
    """All settings as they count now, and who set each. `""` and 0 mean: nothing was set."""

    values: Mapping[str, Value] = field(repr=False)
    origins: Mapping[str, Origin]

    def text(self, name: str) -> str:
        return str(self.values[name])

    def number(self, name: str) -> int:
        return int(self.values[name])

    def origin(self, name: str) -> Origin:
        return self.origins[name]

    def is_locked(self, name: str) -> bool:
        """Set by the institution's profile."""
        return self.origins[name] == "profile"


def load_settings(file: Path, *, profile: Mapping[str, Value] | None = None) -> Settings:
    """Read settings.toml (a missing one is empty) under what the profile sets.

    Raises SettingsUnreadableError when the file is not TOML of our schema or holds an unknown or unfit setting.
    """
    values: dict[str, Value] = dict(DEFAULTS)
    origins: dict[str, Origin] = dict.fromkeys(DEFAULTS, "default")
    layers: tuple[tuple[Origin, Mapping[str, Value]], ...] = (
        ("settings", _read(file)),
        ("profile", profile or {}),
    )
    for origin, layer in layers:
        for name, value in layer.items():
            if not is_fit(name, value):
                raise SettingsUnreadableError
            values[name] = value
            origins[name] = origin
    return Settings(values, origins)


def save_setting(file: Path, current: Settings, name: str, value: Value) -> None:
    """Write one setting to settings.toml, keeping the others.

    Raises UnknownSettingError, SettingLockedError, SettingsUnreadableError, and what `private_output` raises.
    """
    if name not in DEFAULTS or not is_fit(name, value):
        raise UnknownSettingError
    if current.is_locked(name):
        raise SettingLockedError
    values = {**_read(file), name: value}
    lines = [f"schema = {SCHEMA}", *(f"{key} = {_toml(values[key])}" for key in DEFAULTS if key in values)]
    make_private_folders(file.parent)
    with private_output(file, force=True) as sink:
        sink.write(("\n".join(lines) + "\n").encode())


def is_fit(name: str, value: object) -> bool:
    """Whether the setting exists and `value` is one that it can have."""
    default = DEFAULTS.get(name)
    if default is None or type(value) is not type(default):
        return False
    if isinstance(value, int):
        lowest, highest = _RANGES[name]
        return lowest <= value <= highest
    text = str(value)
    if name == "quiet_hours":
        return _is_span(text)
    return text in _CHOICES[name] if name in _CHOICES else len(text) <= _MAX_TEXT and text.isprintable()


def _is_span(text: str) -> bool:
    try:
        parse_quiet_hours(text)
    except ValueError:
        return False
    return True


def _read(file: Path) -> dict[str, Value]:
    try:
        with file.open("rb") as stream:
            raw = stream.read(_MAX_FILE_BYTES + 1)
        document = tomllib.loads(raw.decode("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:  # no UTF-8, no TOML, endless numbers, brackets without end
        raise SettingsUnreadableError from error
    if len(raw) > _MAX_FILE_BYTES or document.pop("schema", None) != SCHEMA:
        raise SettingsUnreadableError
    if not all(is_fit(name, value) for name, value in document.items()):
        raise SettingsUnreadableError
    return document


def _toml(value: Value) -> str:
    if isinstance(value, int):
        return str(value)
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
