"""What a process gives up before it touches a result: the network, other programs, core dumps, large files.

A result comes from outside and its parsers are C libraries. Whatever goes wrong inside them happens in a process that
holds one job's key, no token and no vault key, and cannot carry anything away.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys

from client.secrets.hardening import harden_process

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_FORBIDDEN_EVENTS = (
    "socket.__new__",
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.fork",
    "os.forkpty",
    "os.spawn",
    "os.posix_spawn",
    "os.startfile",
    "webbrowser.open",
    "ctypes.dlopen",
)


def confine_process(max_file_bytes: int) -> bool:
    """Give up what is not needed, for the rest of this process's life; call it while there is only one thread.

    On Linux the process moves into a network namespace of its own, where nothing but a dead loopback exists; True
    when that worked (some kernels and containers forbid it). Everywhere Python itself refuses sockets and programs
    from then on (audit hook), core dumps are off and no file can grow beyond `max_file_bytes`.
    """
    harden_process()
    without_network = _leave_network()
    _limit_files(max_file_bytes)
    sys.addaudithook(_refuse)
    return without_network


def _leave_network() -> bool:
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_CLONE_NEWNET) == 0:
        return True
    # Without privileges a user namespace allows it. Root must not: it would lose its rights to its own files.
    return os.geteuid() != 0 and libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0


def _limit_files(max_file_bytes: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_FSIZE, (max_file_bytes, max_file_bytes))


def _refuse(event: str, _arguments: object) -> None:
    if event in _FORBIDDEN_EVENTS:
        raise PermissionError(event)
