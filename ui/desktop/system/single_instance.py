"""One window per private folder: a second start hands its files over and ends.

The socket lies under XDG_RUNTIME_DIR (or in the private folder) and takes messages from this user's processes only.
What it receives is a list of files to queue and nothing else: no command, no setting, nothing is sent because of it.
"""

from __future__ import annotations

import hashlib
import json
import os
import socket
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

MAX_MESSAGE_BYTES = 512 * 1024
MAX_FILES = 1000
CONNECT_TIMEOUT_MS = 800
READ_TIMEOUT_MS = 3000


def socket_name(home: Path) -> str:
    """Where the window of `home` listens. Named by a hash: a path of the user's must not be readable in /run."""
    name = "genoseal-" + hashlib.sha256(str(home.absolute()).encode()).hexdigest()[:16]
    if sys.platform == "win32":
        return name
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    folder = Path(runtime) if runtime and Path(runtime).is_dir() else home
    return str(folder / name)


def hand_over(home: Path, files: list[Path]) -> bool:
    """Give `files` to a window that is open already; False when there is none."""
    line = QLocalSocket()
    line.connectToServer(socket_name(home))
    if not line.waitForConnected(CONNECT_TIMEOUT_MS):
        return False
    message = json.dumps({"schema": 1, "files": [str(path.absolute()) for path in files[:MAX_FILES]]}).encode()
    line.write(message + b"\n")
    line.waitForBytesWritten(CONNECT_TIMEOUT_MS)
    answered = line.waitForReadyRead(READ_TIMEOUT_MS)
    line.disconnectFromServer()
    return bool(answered)


def parse_message(data: bytes) -> list[Path] | None:
    """The files of a message, or None for anything that is not exactly one of ours."""
    if len(data) > MAX_MESSAGE_BYTES:
        return None
    try:
        message = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(message, dict) or set(message) != {"schema", "files"} or message["schema"] != 1:
        return None
    names = message["files"]
    if not isinstance(names, list) or len(names) > MAX_FILES or not all(isinstance(name, str) for name in names):
        return None
    return [Path(name) for name in names if name and "\0" not in name and Path(name).is_absolute()]


class SingleInstance(QObject):
    """Listens for later starts. `files_received` carries the paths; an empty list means: come to the front."""

    files_received = Signal(list)

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        self._lines: dict[QLocalSocket, bytes] = {}
        name = socket_name(home)
        if not self._server.listen(name):
            # Nobody answered there (hand_over came first), so what lies there is left over from a crash.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    @property
    def is_listening(self) -> bool:
        """Whether later starts will find this window."""
        return self._server.isListening()

    def close(self) -> None:
        """Stop listening and remove the socket."""
        self._server.close()

    def _connected(self) -> None:
        line = self._server.nextPendingConnection()
        if not is_same_user(int(line.socketDescriptor())):
            line.abort()
            line.deleteLater()
            return
        self._lines[line] = b""
        line.readyRead.connect(self._readable)
        line.disconnected.connect(self._gone)
        QTimer.singleShot(READ_TIMEOUT_MS, line, line.abort)

    def _readable(self) -> None:
        line = self.sender()
        if not isinstance(line, QLocalSocket) or line not in self._lines:
            return
        data = self._lines[line] + bytes(line.readAll().data())
        self._lines[line] = data
        if len(data) > MAX_MESSAGE_BYTES:
            line.abort()
        elif data.endswith(b"\n"):
            files = parse_message(data)
            if files is None:
                line.abort()
                return
            line.write(b"ok\n")
            line.flush()
            self.files_received.emit(files)

    def _gone(self) -> None:
        line = self.sender()
        if isinstance(line, QLocalSocket):
            self._lines.pop(line, None)
            line.deleteLater()


def is_same_user(descriptor: int) -> bool:
    """Whether the process at the other end belongs to this user; the file's mode alone is not trusted."""
    if sys.platform == "win32" or descriptor < 0:
        return sys.platform == "win32"  # QLocalServer's pipe has this user in its access list
    with socket.socket(fileno=os.dup(descriptor)) as peer:
        try:
            if sys.platform == "darwin":
                _version, user_id = struct.unpack("2I", peer.getsockopt(0, 1, 8)[:8])
            else:
                _pid, user_id, _gid = struct.unpack("3i", peer.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
        except OSError:
            return False
    return int(user_id) == os.getuid()
