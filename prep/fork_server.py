"""The small process that workers are forked from, where the system has one: it imported what they need, and holds
nothing of what their parent holds (keys, tokens, threads)."""

from __future__ import annotations

import sys
from collections.abc import Sequence

BLOCK_MODULES = ("prep.plans", "concurrent.futures.process")
"""What workers need that share the blocks of a large file."""
# The server listens in a folder that is made in the temporary one, under a name of 32 bytes; an address of a socket in
# the file system has room for 104 bytes on macOS and 108 on Linux.
_LONGEST_FOLDER_BYTES = 70


def has_fork_server() -> bool:
    """Whether workers can be forked from a server here. On Windows, and where the path of the temporary folder is too
    long for a socket, each starts from nothing (`spawn`)."""
    import multiprocessing  # not in a program's first lines, where there may be no workers at all
    import os
    import tempfile

    if "forkserver" not in multiprocessing.get_all_start_methods():
        return False
    try:
        folder = tempfile.gettempdir()
    except OSError:  # there is none that can be written to
        return False
    return len(os.fsencode(folder)) <= _LONGEST_FOLDER_BYTES


def start_fork_server(modules: Sequence[str]) -> None:
    """Start it, importing `modules` while the caller goes on. One that runs already stays as it is.

    Which signals the calling thread blocks is the same before and after.
    """
    if sys.platform == "win32":
        return  # it has none
    import multiprocessing
    import signal
    import warnings
    from multiprocessing import forkserver, resource_tracker

    _make_own_folder()
    multiprocessing.get_context("forkserver").set_forkserver_preload(list(modules))
    # Ctrl-C and the end of a terminal reach every process of it: that server, its workers and what tracks their locks
    # leave them to this one, which ends them.
    callers_mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGHUP})
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that one was ended from outside: it is started anew, and nothing is lost
            resource_tracker.ensure_running()  # unblocks SIGINT and SIGTERM when it starts, so it must run by now
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, callers_mask)


def _make_own_folder() -> None:
    """The folder that the server listens in. Removing multiprocessing's own at the end shows a traceback where somebody
    removed it before."""
    import multiprocessing.util
    import shutil
    import tempfile

    settings = getattr(multiprocessing.current_process(), "_config", {"tempdir": "unknown"})
    if settings.get("tempdir") is None:
        settings["tempdir"] = tempfile.mkdtemp(prefix="pymp-")
        # As late as multiprocessing's own: what listens there is gone by then.
        multiprocessing.util.Finalize(None, shutil.rmtree, (settings["tempdir"], True), exitpriority=-100)
