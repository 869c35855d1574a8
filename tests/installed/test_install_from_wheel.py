"""The per-user installer makes commands that start from any folder, without the checkout."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.conftest import REPOSITORY


def test_installed_commands_start_outside_the_checkout(tmp_path: Path) -> None:
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "OPENSSL", "VIRTUAL"))
    }
    installer = REPOSITORY / "installers" / "install-from-wheel"
    installed = subprocess.run(
        [str(installer), "--prefix", str(tmp_path / "prefix")],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )
    assert installed.returncode == 0, installed.stderr
    command = tmp_path / "prefix" / "bin" / "genoseal"
    helped = subprocess.run(
        [str(command), "--help"], cwd="/", env=environment, capture_output=True, text=True, check=False
    )
    assert helped.returncode == 0, helped.stderr
    assert "prepare" in helped.stdout
    origin = subprocess.run(
        [str(tmp_path / "prefix/share/genoseal/venv/bin/python"), "-I", "-c", "import client; print(client.__file__)"],
        cwd="/",
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert str(REPOSITORY) not in origin.stdout


def test_an_unknown_option_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    installer = REPOSITORY / "installers" / "install-from-wheel"
    refused = subprocess.run([str(installer), "--nonsense"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert refused.returncode == 2
    assert "--nonsense" in refused.stderr
    assert list(tmp_path.iterdir()) == []
