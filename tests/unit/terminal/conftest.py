"""A folder with a home of its own to run commands in, and a cohort to run them on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from client.tasks.logs import stop_logging
from tests.support.command import VAULT_PASSWORD
from tests.support.here import Here
from ui.terminal.demo_cohort import DemoCohort, write_demo_cohort


@pytest.fixture
def here(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Here]:
    hooks = sys.excepthook, threading.excepthook
    password = tmp_path / "vault-password"
    password.write_text(VAULT_PASSWORD)
    password.chmod(0o600)
    monkeypatch.setenv("GENOSEAL_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GENOSEAL_VAULT_PASSWORD_FILE", str(password))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    yield Here(tmp_path / "work", capsys)
    stop_logging()
    sys.excepthook, threading.excepthook = hooks


@pytest.fixture(scope="module")
def cohort(tmp_path_factory: pytest.TempPathFactory) -> DemoCohort:
    return write_demo_cohort(tmp_path_factory.mktemp("cohort"), samples=24, sites=150)
