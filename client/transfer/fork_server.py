"""The small process that workers are forked from, where the system has one: it imported what they need, and holds
nothing of what their parent holds (keys, tokens, threads)."""

from __future__ import annotations

from collections.abc import Sequence


def has_fork_server() -> bool:
    """Whether workers can be forked from a server of their own here; on Windows each starts from nothing."""
    import multiprocessing  # not in a program's first lines, where there may be no workers at all

    return "forkserver" in multiprocessing.get_all_start_methods()


def start_fork_server(modules: Sequence[str]) -> None:
    """Start it, importing `modules` while the caller goes on. One that runs already stays as it is."""
    import multiprocessing
    import signal
    from multiprocessing import forkserver, resource_tracker

    resource_tracker.ensure_running()  # it would unblock the signal again
    multiprocessing.get_context("forkserver").set_forkserver_preload(list(modules))
    # Ctrl-C reaches every process of the terminal: that server and its workers leave it to this one, which ends them.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
