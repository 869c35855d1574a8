"""The `genoseal` command's first lines: Ctrl-C is heeded, OpenSSL's configuration comes before any other import."""

import ui.terminal.first_stop  # noqa: F401  # isort: split
from ui.openssl_first import start_anew_when_too_late  # isort: split

import os
import sys


def main() -> int:
    """Entry point of the `genoseal` command; returns the exit code."""
    start_anew_when_too_late()
    from ui.terminal.stops import too_late_to_stop

    try:
        code = _run()
    except (KeyboardInterrupt, Exception) as error:  # noqa: BLE001 - all but a stop is raised again
        code = _stopped(error)
    too_late_to_stop()
    return code


def _run() -> int:
    from ui.terminal.streams import make_streams_usable

    make_streams_usable()
    import gc

    # Nothing that imports make is garbage, and looking for some took a tenth of the start; `run` turns it on again.
    gc.disable()

    if getattr(sys, "frozen", False):
        # A frozen program's helper processes are the program again; elsewhere this would be an import for nothing.
        import multiprocessing

        multiprocessing.freeze_support()
    from ui.terminal.stops import heed_stops

    heed_stops()
    on_files = sys.argv[1:2] in (["inspect"], ["prepare"], ["restore"], ["send"])
    if on_files and any(os.path.isfile(argument) for argument in sys.argv[2:]):  # noqa: PTH113 - raises for none
        from client.tasks.workers import start_before_imports

        start_before_imports(sys.argv[1], sys.argv[2:])
        from ui.terminal.opening import open_ahead

        open_ahead()
    from ui.terminal.main import run

    code = run(sys.argv[1:])
    # All memory goes with the process in a moment: searching it once more for garbage took a tenth of a short command.
    gc.freeze()
    return code


# Python 3.11 to 3.13 keep the frames of calls in pieces of 16 KiB, and map and unmap one whenever a call crosses from
# one piece to the next: thousands of times where a loop of calls happens to lie there, up to 0.03 s of a start. A frame
# that needs more than a piece gets a larger one, and here so large that nothing called from it comes to its end.
_run.__code__ = _run.__code__.replace(co_stacksize=40_000)


def _stopped(error: BaseException) -> int:
    """Say so, as `run` would have, of a stop before anything was begun; `run` deals with a later one."""
    from ui.terminal.boundary import STOPPED_BY_USER, comes_of_a_stop, guarded
    from ui.terminal.screen import Screen
    from ui.terminal.streams import make_streams_usable

    if not comes_of_a_stop(error):
        raise error
    make_streams_usable()
    return guarded(Screen(is_json="--json" in sys.argv), lambda: STOPPED_BY_USER)


if __name__ == "__main__":
    sys.exit(main())
