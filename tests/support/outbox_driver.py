"""Drives an outbox in a process of its own that a test may kill, or that kills itself at a numbered step.

Steps are counted at every place where something becomes durable or leaves: each fsync, rename, commit, call of the
service and append, before and after. Started by the fork server, so that hundreds of kills take minutes.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

import client.transfer.ledger_file
from client.seal.keys import Kem, PrivateKey, generate_private_key
from client.transfer.messages import OpenSink, Prepared, PrepareOrder
from tests.support.fake_service import FakeDesk, FolderInbox, fake_prepare
from tests.support.outbox_bench import Bench, make_bench

_COUNTED_CALLS = ("submit", "keep_receipt", "terminate", "build_manifest")


def kill_bench(folder: Path) -> Bench:
    """A bench whose service keeps its key over processes, and whose worker can be told to die at a step."""
    folder.mkdir(exist_ok=True)
    key_path = folder / "recipient-key"
    if not key_path.exists():
        key_path.write_bytes(generate_private_key(Kem.X25519).raw)
    bench = make_bench(folder)
    bench.desk = FakeDesk(folder / "service", PrivateKey(Kem.X25519, key_path.read_bytes()), patch_bytes=256 * 1024)
    bench.settings = type(bench.settings)(
        **{**vars(bench.settings), "prepare_file": prepare_and_maybe_die},
    )
    return bench


def start_driver(folder: Path, parent_dies_at: int = 0, piece_delay_s: float = 0.0) -> ForkServerProcess:
    """Run the outbox under `folder` to its end in another process; it kills itself at step `parent_dies_at`, if any."""
    process = multiprocessing.get_context("forkserver").Process(
        target=_drive, args=(folder, parent_dies_at, piece_delay_s), name="outbox driver"
    )
    process.start()
    return process


def worker_pids(bench: Bench) -> list[int]:
    """The processes that hold a worker's lock, alive or not."""
    texts = [path.read_text() for path in bench.folders.outbox.glob("worker-*.lock")]
    return [int(text) for text in texts if text]


def fork_server_of(driver_pid: int) -> int | None:
    """The process that a driver's workers are forked from, once it is there."""
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            parent_pid = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            if parent_pid == driver_pid and b"multiprocessing.forkserver" in (entry / "cmdline").read_bytes():
                return int(entry.name)
    return None


def is_alive(pid: int) -> bool:
    """Whether a process runs (one that ended and was not collected yet does not)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        # The second: it ended between the file's opening and its reading.
        return False


def _drive(folder: Path, dies_at: int, piece_delay_s: float) -> None:
    bench = kill_bench(folder)
    bench.desk.piece_delay_s = piece_delay_s
    steps = Steps(dies_at)
    steps.count_method(FakeDesk, *_COUNTED_CALLS)
    steps.count_common()
    bench.run()
    (folder / "parent-steps").write_text(str(steps.taken))


def prepare_and_maybe_die(order: PrepareOrder, open_sink: OpenSink, on_bytes: Callable[[int], None]) -> Prepared:
    """`fake_prepare`, with the worker's steps counted from here on. The order to die is a file, used once."""
    folder = order.source.path.parent
    if not hasattr(os, "_counted_steps"):
        mark = folder / "worker-dies-at"
        dies_at = 0
        with contextlib.suppress(FileNotFoundError):
            dies_at = int(mark.read_text())
            mark.unlink()
        steps = Steps(dies_at, folder / "worker-steps")
        steps.count_method(FolderInbox, "create", "append", "offset")
        steps.count_common()
        os._counted_steps = steps  # type: ignore[attr-defined]
    return fake_prepare(order, open_sink, on_bytes)


class Steps:
    """Counts steps and ends this process with SIGKILL at one of them."""

    def __init__(self, dies_at: int, report: Path | None = None) -> None:
        self.taken = 0
        self._dies_at = dies_at
        self._report = report

    def take(self) -> None:
        self.taken += 1
        if self._report is not None:
            self._report.write_text(str(self.taken))
        if self.taken == self._dies_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def count_common(self) -> None:
        """fsync, rename, unlink and the ledger's transactions."""
        self._wrap(os, "fsync")
        self.count_method(Path, "replace", "unlink")
        original = client.transfer.ledger_file.transaction

        @contextlib.contextmanager
        def counted(connection: Any) -> Iterator[None]:
            with original(connection):
                yield
                self.take()
            self.take()

        client.transfer.ledger_file.transaction = counted

    def count_method(self, owner: type, *names: str) -> None:
        for name in names:
            self._wrap(owner, name)

    def _wrap(self, owner: Any, name: str) -> None:
        original = getattr(owner, name)

        def counted(*arguments: Any, **named: Any) -> Any:
            self.take()
            result = original(*arguments, **named)
            self.take()
            return result

        setattr(owner, name, counted)
