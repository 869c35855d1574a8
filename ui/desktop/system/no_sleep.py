"""Keeps the computer awake while something is sent, on systems that can be asked."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from typing import Any

_ES_CONTINUOUS, _ES_SYSTEM_REQUIRED = 0x80000000, 0x00000001


class SleepInhibitor:
    """`hold` and `release`; where the system offers nothing, nothing happens and sending goes on after the sleep."""

    def __init__(self) -> None:
        self._token: Any = None

    def hold(self, why: str) -> None:
        """Ask the system to stay awake; `why` may be shown by it."""
        if self._token is not None:
            return
        if sys.platform == "darwin":
            # -w: should this program be killed, the Mac may sleep again.
            awake = ["/usr/bin/caffeinate", "-i", "-w", str(os.getpid())]
            self._token = subprocess.Popen(awake, stdin=subprocess.DEVNULL)
        elif sys.platform == "win32":
            ctypes.windll.kernel32.SetThreadExecutionState(_ES_CONTINUOUS | _ES_SYSTEM_REQUIRED)
            self._token = True
        else:
            self._token = _inhibit_logind(why)

    def release(self) -> None:
        """Let it sleep again."""
        token, self._token = self._token, None
        if token is None:
            return
        if isinstance(token, subprocess.Popen):
            token.terminate()
            token.wait(2)
        elif sys.platform == "win32":
            ctypes.windll.kernel32.SetThreadExecutionState(_ES_CONTINUOUS)


def _inhibit_logind(why: str) -> Any:
    """systemd-logind's lock: a file descriptor that counts as long as it is open. None where there is no logind."""
    from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage

    bus = QDBusConnection.systemBus()
    if not bus.isConnected():
        return None
    manager = QDBusInterface("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager", bus)
    if not manager.isValid():
        return None
    manager.setTimeout(2000)
    answer = manager.call("Inhibit", "sleep:idle", "Genoseal", why, "block")
    if answer.type() != QDBusMessage.MessageType.ReplyMessage or not answer.arguments():
        return None
    return answer.arguments()[0]
