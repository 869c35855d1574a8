"""Runs the practice service in a process of its own, so that neither side waits for the other's Python lock.

The process ends when it is asked to, and by itself when the window's process is gone.
"""

from __future__ import annotations

import importlib.util
import multiprocessing
import shutil
import signal
import threading
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from multiprocessing.context import SpawnProcess
from pathlib import Path

from client.model.pipes import PipeEnd
from client.tasks.errors import PracticeMissingError

START_TIMEOUT_S = 40.0
STOP_TIMEOUT_S = 0.8


@dataclass(frozen=True)
class PracticePlace:
    """Where the practice service is and how to get in. The first password is for rehearsal and worth nothing."""

    profile_path: Path
    key_fingerprint: str
    user: str
    password_file: Path = field(repr=False)
    invitation_file: Path = field(repr=False)


class PracticeHost:
    """Start and stop from any one thread at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: SpawnProcess | None = None
        self._line: PipeEnd | None = None

    def start(self) -> PracticePlace:
        """Make a fresh practice service and return once it answers.

        Raises PracticeMissingError where the extra is not installed, and the errors of practice/errors.py by code.
        """
        for module in ("practice", "starlette", "uvicorn"):
            if importlib.util.find_spec(module) is None:
                raise PracticeMissingError
        from practice.errors import PracticeError, PracticeStartTimeoutError

        self.stop()
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(theirs, str(self._folder / "service")), name="practice", daemon=True
        )
        self._process.start()
        theirs.close()
        try:
            answer = self._line.recv() if self._line.poll(START_TIMEOUT_S) else PracticeStartTimeoutError()
        except EOFError:  # it ended without a word
            answer = PracticeError()
        if not isinstance(answer, PracticePlace):
            self.stop()
            raise answer
        return answer

    def stop(self) -> None:
        """End the service; its folder goes with it."""
        line, process = self._line, self._process
        self._line, self._process = None, None
        if line is not None:
            line.close()
        if process is not None:
            process.join(STOP_TIMEOUT_S)
            if process.is_alive():
                process.kill()
                process.join(STOP_TIMEOUT_S)
            process.close()
        shutil.rmtree(self._folder, ignore_errors=True)


def _serve(line: PipeEnd, folder: str) -> None:
    """The other process: serve until the line closes or the window's process ends."""
    from practice.server import PracticeFacts, serve

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    stop = threading.Event()

    def on_ready(facts: PracticeFacts) -> None:
        line.send(
            PracticePlace(
                facts.profile_path, facts.key_fingerprint, facts.user, facts.password_file, facts.invitation_file
            )
        )

    def watch() -> None:
        parent = multiprocessing.parent_process()
        wait([line] if parent is None else [line, parent.sentinel])
        stop.set()

    threading.Thread(target=watch, name="watch-parent", daemon=True).start()
    try:
        serve(Path(folder), on_ready=on_ready, stop=stop)
    except Exception as error:  # noqa: BLE001 (the other side explains it)
        line.send(error)
