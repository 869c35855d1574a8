"""Stand-ins for putting names back: functions of a module, because they are sent to another process."""

from __future__ import annotations

import ctypes
import json
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import BinaryIO

from client.tasks.opened_result import restore_opened_result
from prep.errors import InputError
from prep.pseudonyms import build_pseudonym_map


def upper_case(opened: Path, sink: BinaryIO, pseudonym_map: bytes) -> None:
    sink.write(opened.read_bytes().upper() + pseudonym_map)


def never_ending(opened: Path, sink: BinaryIO, pseudonym_map: bytes) -> None:
    while True:
        sink.write(b"x" * 1024 * 1024)


def asleep(opened: Path, sink: BinaryIO, pseudonym_map: bytes) -> None:
    sink.write(b"half")
    time.sleep(600)


def killed(opened: Path, sink: BinaryIO, pseudonym_map: bytes) -> None:
    sink.write(b"half")
    os.kill(os.getpid(), signal.SIGKILL)


def refusing(opened: Path, sink: BinaryIO, pseudonym_map: bytes) -> None:
    sink.write(b"half")
    raise InputError


def refusing_a(opened: Path, sink: BinaryIO, pseudonym_map: bytes) -> None:
    if opened.read_bytes().startswith(b"a"):
        raise InputError
    upper_case(opened, sink, pseudonym_map)


def without_room(opened: Path, sink: BinaryIO, pseudonym_map: bytes) -> None:
    """The client's own, where the disk is full."""
    with Path("/dev/full").open("wb", buffering=0) as full:
        restore_opened_result(opened, full, build_pseudonym_map("A", origin="o", project="p").to_json_bytes())


def leaking(opened: Path, sink: BinaryIO, pseudonym_map: bytes) -> None:
    raise ValueError(opened.read_text())


def talking(opened: Path, sink: BinaryIO, pseudonym_map: bytes) -> None:
    """Tries to carry something out: to the port in the map, and by another program. Writes down what happened."""
    for attempt in (
        lambda: socket.create_connection(("127.0.0.1", int(pseudonym_map)), timeout=2),
        lambda: socket.getaddrinfo("localhost", 80),
        lambda: socket.socket(fileno=os.open(os.devnull, os.O_RDONLY)),
        lambda: subprocess.run(["true"], check=True),
        lambda: os.system("true"),  # noqa: S605
        lambda: os.posix_spawn("/bin/true", ["true"], {}),
        lambda: os.execv("/bin/true", ["true"]),  # noqa: S606
        lambda: os.fork() or os._exit(0),
        lambda: os.forkpty()[0] or os._exit(0),
        lambda: ctypes.CDLL("libm.so.6"),
    ):
        try:
            attempt()
            sink.write(b"out ")
        except PermissionError:
            sink.write(b"refused ")


def surroundings(opened: Path, sink: BinaryIO, pseudonym_map: bytes) -> None:
    """Writes which networks this process is on, and the limits of its files and core dumps."""
    import resource

    limits = [resource.getrlimit(which) for which in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE)]
    interfaces = Path("/proc/self/net/dev").read_text()
    sink.write(json.dumps({"interfaces": interfaces, "file": limits[0], "core": limits[1]}).encode())


def environment(opened: Path, sink: BinaryIO, pseudonym_map: bytes) -> None:
    """Writes what other programs of the system can see of this process."""
    sink.write(repr((sys.orig_argv, dict(os.environ), multiprocessing.current_process().name)).encode())
