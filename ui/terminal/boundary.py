"""The one place where an exception becomes words, a JSON error and an exit code."""

from __future__ import annotations

import errno
import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import TextIO

from client.model.display import display_text
from client.model.full_disk import is_disk_full
from client.tasks.errors import (
    DiskFullError,
    FileMissingError,
    NoPermissionError,
    OpenFilesError,
    OutputUnshownError,
    ThreadsError,
    about,
    files_of,
    subject_of,
    unreadable_of,
)
from client.tasks.logs import own_frames
from client.tasks.workers import is_thread_refused
from ui.messages import Explanation, explain
from ui.terminal.findings_shown import finding_facts, problem_facts, show_findings, show_unreadable
from ui.terminal.lines import Line
from ui.terminal.screen import Screen

STOPPED_BY_USER = 130
WRONG_USAGE = 2
BUG = 1
_NO_MORE_FILES = (errno.EMFILE, errno.ENFILE)

_log = logging.getLogger("ui.terminal")


def guarded(screen: Screen, command: Callable[[], int]) -> int:
    """Run `command` and return its exit code; whatever it raises is explained, and the JSON object is printed."""
    try:
        code = _ended(screen, command)
        screen.finish()
    except (BrokenPipeError, SystemExit):
        # The reader (`| head`) went away: nobody is left to explain anything to. Typer turns that into SystemExit.
        _silence(sys.stdout, sys.stderr)
        return STOPPED_BY_USER
    except (OSError, OutputUnshownError) as error:
        return _explain_on_stderr(screen, error)
    return code


def _ended(screen: Screen, command: Callable[[], int]) -> int:
    try:
        code = command()
    except (KeyboardInterrupt, EOFError):
        return _stopped(screen)
    except (BrokenPipeError, SystemExit):
        raise
    except Exception as error:  # noqa: BLE001 - the boundary
        _give_up_unwritable(sys.stdout)
        return _stopped(screen) if comes_of_a_stop(error) else _explain(screen, error)
    if code == STOPPED_BY_USER and "error" not in screen.facts:
        _stopped(screen)
    return code


def _explain_on_stderr(screen: Screen, error: Exception) -> int:
    """Where not even the outcome can be shown (`>` onto a full disk), stderr says why, unless it lies there too."""
    _silence(sys.stdout)
    screen.is_json = False
    try:
        return _explain(screen, error)
    except OSError:
        _silence(sys.stderr)
        return WRONG_USAGE


def install_hooks() -> None:
    """Threads and interpreter: an exception that nobody caught shows class and own frames only. What is logged while
    no log is open goes nowhere: Python would show it."""
    logging.lastResort = logging.NullHandler()
    sys.excepthook = _show_uncaught
    threading.excepthook = _show_uncaught_in_thread


def _stopped(screen: Screen) -> int:
    screen.problem(explain(KeyboardInterrupt()))
    return STOPPED_BY_USER


def comes_of_a_stop(error: BaseException | None) -> bool:
    """Whether a stop is behind it: one that comes while a class is being made is told as another error (Python 3.11),
    and what was torn may fail as it is removed."""
    return any(isinstance(behind, KeyboardInterrupt) for behind in _iter_behind(error))


def _iter_behind(error: BaseException | None) -> Iterator[BaseException]:
    """The error and what is behind it, each once: `raise about(error, file) from error` leads back to itself."""
    seen: list[BaseException] = []
    while error is not None and error not in seen:
        yield error
        seen.append(error)
        error = error.__cause__ or error.__context__


def _explain(screen: Screen, error: Exception) -> int:
    known = _from_os(error) or error
    if _is_usage_problem(known):
        words = display_text(known.format_message(), 500)  # type: ignore[attr-defined]
        words = words or "A command is missing"  # the help of the group was shown
        words = words.replace("Value error, ", "").removeprefix("Invalid value: ").rstrip(".")
        words = words[:1].upper() + words[1:]
        sentence = words if words.endswith("?") else f"{words}."
        explanation = Explanation("GS-USAGE", sentence, "Nothing was done.", _usage_hint(known))
        screen.problem(explanation)
        return WRONG_USAGE
    explanation = explain(known)
    exit_code = getattr(known, "exit_code", BUG)
    code = exit_code if isinstance(exit_code, int) and isinstance(getattr(known, "facts", None), dict) else BUG
    if isinstance(findings := getattr(error, "findings", None), tuple):
        files = files_of(error)
        screen.facts.setdefault("findings", [finding_facts(finding, files) for finding in findings])
        show_findings(screen, findings, files)
    if unreadable := unreadable_of(error):
        screen.facts["unreadable"] = [{"file": file} | problem_facts(problem) for file, problem in unreadable]
        for file, problem in unreadable:
            show_unreadable(screen, problem, file)
    screen.problem(explanation, subject_of(error) or subject_of(known))
    frames = own_frames(type(error), error.__traceback__)
    if code == BUG:
        for line in frames:
            screen.note(Line((f"  {line}", "dim")))
    _log.log(
        logging.ERROR if code == BUG else logging.INFO, "%s exit=%d %s", explanation.code, code, " < ".join(frames)
    )
    return code


def _from_os(error: Exception) -> Exception | None:
    """What the system refused and no room has mapped: the ones with a plain cause get their own words.

    Too many open files are that whatever a room took them for: a vault that cannot be opened is not damaged.
    """
    if is_thread_refused(error):
        return ThreadsError()
    if any(isinstance(behind, OSError) and behind.errno in _NO_MORE_FILES for behind in _iter_behind(error)):
        return OpenFilesError()
    if isinstance(error, OSError):
        if is_disk_full(error):
            return DiskFullError()
        if isinstance(error, PermissionError) or error.errno == errno.EROFS:
            refused = NoPermissionError()
            return about(refused, error.filename) if isinstance(error.filename, str) else refused
        if error.errno == errno.ENAMETOOLONG and isinstance(error.filename, str):
            return about(FileMissingError(), error.filename)
    return None


def _is_usage_problem(error: Exception) -> bool:
    """Typer's own errors; it carries its parser privately and under changing names, so they are known by shape."""
    return hasattr(error, "format_message") and getattr(error, "exit_code", None) == WRONG_USAGE


def _usage_hint(error: Exception) -> str:
    context = getattr(error, "ctx", None)
    path = getattr(context, "command_path", None)
    return f"See “{path} --help”." if path else "See the command's --help."


def _give_up_unwritable(stream: TextIO) -> None:
    """What a full disk did not take may still be waiting in the stream, and would fail once more at the very end."""
    try:
        stream.flush()
    except OSError:
        _silence(stream)


def _silence(*streams: TextIO) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _show_uncaught(error_class: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    lines = own_frames(error_class, trace)
    sys.stderr.write("Genoseal made a mistake.\n" + "".join(f"  {line}\n" for line in lines))
    _log.error("uncaught %s", " < ".join(lines))


def _show_uncaught_in_thread(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_type is not SystemExit and arguments.exc_value is not None:
        _show_uncaught(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)
