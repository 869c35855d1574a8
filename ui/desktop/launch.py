"""The `genoseal-desktop` command's first lines: OpenSSL's configuration before any other import, then start."""

from __future__ import annotations

from ui.openssl_first import start_anew_when_too_late  # isort: split

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from client.tasks.errors import DesktopMissingError, DisplayMissingError


def main() -> int:
    """Entry point of `genoseal-desktop [FILE…]`; returns the exit code."""
    start_anew_when_too_late()
    import gc
    import signal

    # Python's own answer to Ctrl-C is an exception, which Qt's loop swallows: the window stayed. What is under way
    # survives its end, as it survives any other.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    # Nothing that a start makes is garbage; the application turns this on again when its window stands.
    gc.disable()

    if getattr(sys, "frozen", False):
        # A frozen program's helper processes are the program again; elsewhere this would be an import for nothing.
        import multiprocessing

        multiprocessing.freeze_support()
    if sys.argv[1:] == ["--selftest"]:
        from ui.desktop.selftest import run_selftest

        return run_selftest()
    from client.tasks.errors import DesktopMissingError, DisplayMissingError
    from ui.display_here import WORDLESS, require_display

    is_wordless = WORDLESS in sys.argv[1:]
    try:
        require_display()
        try:
            from ui.desktop.app import run
        except ImportError as error:
            # `libEGL.so.1: cannot open shared object file`: the wheel is there, the system's libraries are not.
            if not _is_qt_missing(error):
                raise
            raise DesktopMissingError from None
    except (DisplayMissingError, DesktopMissingError) as error:
        return _say(error, is_wordless=is_wordless)
    return run([argument for argument in sys.argv[1:] if argument != WORDLESS])


def _is_qt_missing(error: ImportError) -> bool:
    """Also where the system's loader says so: of a `.so`, or in the words of Windows, which names no package."""
    is_loaders = any(words in str(error) for words in (".so", "DLL load failed"))
    return is_loaders or (error.name or "").startswith(("PySide6", "shiboken6"))


def _say(error: DesktopMissingError | DisplayMissingError, *, is_wordless: bool) -> int:
    from ui.messages import explain

    # Windows gives a program without a console no stderr.
    if not is_wordless and sys.stderr is not None:
        explanation = explain(error)
        sys.stderr.write(f"{explanation.what}  [{explanation.code}]\n  {explanation.meaning}\n  {explanation.next}\n")
    return error.exit_code


if __name__ == "__main__":
    sys.exit(main())
