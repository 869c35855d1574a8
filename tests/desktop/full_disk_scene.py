"""Runs in mount and user namespaces of its own: the real window whose outbox lies on a disk that is full, then is not.

    unshare --user --map-root-user --mount python -m tests.desktop.full_disk_scene FOLDER

One JSON object about what the Send page shows goes to stdout.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

import ui.desktop.launch  # noqa: F401  (narrows OpenSSL before anything else)
from tests.desktop.keyring_scene import wait_until
from tests.desktop.real_window import VAULT_PASSWORD_FILE, signed_in_place, small_cohort
from ui.desktop.app import Genoseal
from ui.desktop.views import SendOrder


def play(folder: Path) -> dict[str, object]:
    place = signed_in_place(folder)
    os.environ[VAULT_PASSWORD_FILE] = str(folder / "passphrase")
    disk = place.home / "outbox"
    disk.mkdir(mode=0o700, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=160k,mode=700", "tmpfs", disk], check=True)
    file = small_cohort(folder / "cohort.vcf.gz", sites=6_000)
    with place.service:
        application = QApplication(["full-disk-scene"])
        genoseal = Genoseal(application, place.home)
        genoseal.show([])
        desk, page = genoseal.desk, genoseal.window.send_page
        wait_until(lambda: desk.account is not None and desk.account.is_signed_in)
        genoseal.window.add_files([file])
        wait_until(lambda: not desk.is_checking)
        assert desk.profile is not None
        version = desk.profile.profile.consent[0].version
        desk.send(desk.ready_keys, SendOrder((file,), version, "PRACTICE-1"))
        wait_until(lambda: page.banner.isVisible() and not desk.is_sending)
        wait_until(lambda: not genoseal.bridge.is_busy)
        found: dict[str, object] = {
            "words": page.banner.words, "button": page.banner.way_out.text(),
            "states": [str(row.state) for row in desk.queue.rows],
        }  # fmt: skip
        subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
        page.banner.way_out.click()
        wait_until(lambda: "signed receipt" in page.banner.words)
        found["after"] = page.banner.words
        wait_until(lambda: not genoseal.bridge.is_busy)
        found["ended"] = genoseal.close()
    return found


if __name__ == "__main__":
    answer = play(Path(sys.argv[1]))
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()
    os._exit(0)
