"""A catalogue that is written over while the window has it open must not take the window with it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from client.tasks import settings
from tests.conftest import REPOSITORY
from ui.desktop import i18n

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
import ui.desktop.i18n as i18n
i18n.ROOT = Path(sys.argv[1])
application = QCoreApplication([])
i18n.use_language("de")
with open(i18n.ROOT / "translations" / "genoseal_de.qm", "r+b") as file:
    file.truncate(0)
print(i18n.translate("Errors", "Try again"))
i18n.use_language("en")
i18n.use_language("de")
print(i18n.translate("Errors", "Try again"))
"""


def test_an_update_of_the_catalogue_under_an_open_window_is_survived(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "resources" / "translations", tmp_path / "translations")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)], cwd=REPOSITORY, env={**os.environ, "PYTHONPATH": "."},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["Noch einmal versuchen"] * 2


def test_every_language_that_the_window_offers_can_be_kept_loaded_and_compiled() -> None:
    codes = [code for code, _name in i18n.LANGUAGES]
    assert settings._CHOICES["language"] == ("system", *codes)
    assert list(i18n._TERRITORY) == codes
    (loop,) = re.findall(
        r"for l in ([a-z ]+); do f=resources/translations", (REPOSITORY / "Makefile").read_text("utf-8")
    )
    assert sorted(loop.split()) == sorted(codes)
    assert sorted(path.stem for path in (REPOSITORY / "resources" / "translations").glob("*.qm")) == sorted(
        f"genoseal_{code}" for code in codes
    )
