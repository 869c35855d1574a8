"""The house rules that tools can check: formatting, lint, types, import directions."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

BIN = Path(sys.executable).parent


def _run(*arguments: str) -> None:
    finished = subprocess.run(arguments, cwd=REPOSITORY, capture_output=True, text=True, timeout=300, check=False)
    assert finished.returncode == 0, finished.stdout + finished.stderr


@pytest.mark.xdist_group("house")
@pytest.mark.parametrize(
    "arguments",
    [("ruff", "format", "--check", "."), ("ruff", "check", "."), ("mypy",), ("lint-imports",)],
    ids=["format", "lint", "types", "imports"],
)
def test_house_rule_holds(arguments: tuple[str, ...]) -> None:
    _run(str(BIN / arguments[0]), *arguments[1:])


@pytest.mark.soak
@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_types_hold_on_the_other_systems(platform: str, tmp_path: Path) -> None:
    """What is another system's lies behind `sys.platform` there, and cannot be reached: that is no fault."""
    _run(str(BIN / "mypy"), "--platform", platform, "--no-warn-unreachable", "--cache-dir", str(tmp_path))
