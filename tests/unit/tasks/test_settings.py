"""One settings file, layers on top of it, locks, and nothing half understood."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from client.tasks.errors import SettingLockedError, SettingsUnreadableError, UnknownSettingError
from client.tasks.settings import DEFAULTS, load_settings, save_setting


def test_without_a_file_the_defaults_count(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "settings.toml")
    assert settings.values == DEFAULTS
    assert settings.origin("theme") == "default"


def test_the_profile_wins_over_the_file_and_locks(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('schema = 1\nservice = "topmed"\ntheme = "dark"\npolicy = "mine"\n')
    settings = load_settings(file, profile={"policy": "imputation"})
    assert (settings.text("policy"), settings.origin("policy")) == ("imputation", "profile")
    assert (settings.text("service"), settings.origin("service")) == ("topmed", "settings")
    assert settings.is_locked("policy")
    assert not settings.is_locked("theme")
    with pytest.raises(SettingLockedError):
        save_setting(file, settings, "policy", "mine")


def test_saving_one_setting_keeps_the_others_and_the_file_private(tmp_path: Path) -> None:
    file = tmp_path / "home" / "settings.toml"
    save_setting(file, load_settings(file), "results_folder", 'C:\\results "new"')
    save_setting(file, load_settings(file), "parallel_files", 3)
    settings = load_settings(file)
    assert settings.text("results_folder") == 'C:\\results "new"'
    assert settings.number("parallel_files") == 3
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "text",
    [
        "schema = 1\nthemee = 'dark'\n",
        "schema = 1\ntheme = 'pink'\n",
        "schema = 1\nparallel_files = 0\n",
        "schema = 1\nparallel_files = true\n",
        "schema = 2\n",
        "theme = 'dark'\n",
        "not toml",
        "schema = " + "9" * 5000,
        "schema = " + "[" * 5000,
        "\udcff",
    ],
)
def test_a_file_that_is_not_fully_understood_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(SettingsUnreadableError):
        load_settings(file)


@pytest.mark.parametrize(
    ("name", "value"), [("nothing", "x"), ("theme", "pink"), ("parallel_files", "2"), ("proxy", "a\nb")]
)
def test_an_unknown_setting_or_unfit_value_is_not_saved(tmp_path: Path, name: str, value: str) -> None:
    file = tmp_path / "settings.toml"
    with pytest.raises(UnknownSettingError):
        save_setting(file, load_settings(file), name, value)
    assert not file.exists()
