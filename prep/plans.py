"""The seam to workers: tasks on any `concurrent.futures.Executor`, with the plan sent once per worker, not per task.

A plan (rules, names, expectations) is large compared to a chunk. To an executor of other processes the first tasks
carry it packed, later ones only its key; a worker that has not seen it says so, and gets the task again with the plan.
"""

from __future__ import annotations

import gc
import os
import pickle
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent import futures
from concurrent.futures import CancelledError, Executor, Future
from dataclasses import dataclass, field
from functools import cached_property
from typing import ParamSpec, TypeVar

from prep.bcf_line import BcfNames
from prep.block import BlockResult, run_block, run_found_records
from prep.chunks import BlocksChunk, Place, RangeChunk, WorkChunk
from prep.fork_server import BLOCK_MODULES, has_fork_server, start_fork_server
from prep.memory import keep_memory
from prep.order import OrderState
from prep.recheck import Expected
from prep.rules import BlockRules
from prep.source import Source
from prep.unbroken import deaf_children, unbroken

P = ParamSpec("P")
T = TypeVar("T")

_KEPT_PLANS = 4
_MOST_THREADS = 3
_MOST_SPAWNED = 61  # Windows waits for no more at once, and Python's executor refuses them there
_known_plans: OrderedDict[str, Plan] = OrderedDict()


@dataclass(frozen=True)
class Plan:
    """What every chunk of a pass is read with; `names` where its blocks hold records of a BCF."""

    rules: BlockRules
    expected: dict[str, Expected] = field(repr=False)
    place: Place
    names: BcfNames | None = None


class BlockWorkers(Executor):
    """Worker processes for `prepare`, `inspect` and `restore`: to be used in a `with`.

    Neither they nor what they need exist before the first large file (or task); a small one is read before a process
    has started. Where it can be, they are forked from a small server that has only imported what blocks need, so
    nothing of the caller (keys, tokens, threads) is in them.
    """

    def __init__(self, jobs: int, *, is_worth_processes: bool) -> None:
        self._jobs = jobs
        self.is_worth_processes = is_worth_processes

    @cached_property
    def pool(self) -> Executor:
        """The processes, started."""
        with unbroken():  # a stop between would leave processes that nobody ends
            pool = _processes(self._jobs)
            with deaf_children():
                for _ in range(self._jobs):
                    pool.submit(_nothing)  # they start while the caller goes on
            self.__dict__["pool"] = pool
        return pool

    @cached_property
    def threads(self) -> Executor:
        """Threads of this process: a few, for more would wait for each other."""
        keep_memory()
        return futures.ThreadPoolExecutor(min(self._jobs, _MOST_THREADS))

    def submit(self, task: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        return self.pool.submit(task, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        for name in self.__dict__.keys() & {"pool", "threads"}:
            self.__dict__[name].shutdown(wait, cancel_futures=cancel_futures)


def block_executor(jobs: int, *, is_worth_processes: bool = True) -> Executor:
    """That many worker processes, which start when they are needed; threads alone where it is not worth their start."""
    return BlockWorkers(jobs, is_worth_processes=is_worth_processes)


def _processes(jobs: int) -> Executor:
    import multiprocessing  # not before there are to be workers

    if not has_fork_server():
        spawn = multiprocessing.get_context("spawn")
        return futures.ProcessPoolExecutor(min(jobs, _MOST_SPAWNED), mp_context=spawn, initializer=_settle)
    start_fork_server(BLOCK_MODULES)  # its imports run beside the caller's next steps
    context = multiprocessing.get_context("forkserver")
    return futures.ProcessPoolExecutor(jobs, mp_context=context, initializer=_settle)


def _settle() -> None:
    """Make a worker process fit for blocks: keep memory, leave what was imported out of garbage collection, and end
    with the parent."""
    keep_memory()
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 50, 50)
    threading.Thread(target=_end_with_parent, name="end-with-parent", daemon=True).start()


def _end_with_parent() -> None:
    """A worker waits for ever for a parent that was killed: both ends of their pipes are open in the workers too."""
    import multiprocessing.connection

    if (parent := multiprocessing.parent_process()) is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)


def workers_for(source: Source, executor: Executor | None) -> Executor | None:
    """The executor to read this source with: of worker processes for a large file, without them for a small one."""
    if not isinstance(executor, BlockWorkers):
        return executor
    if source.is_large and executor.is_worth_processes:
        return executor.pool
    # The steps over a block of BCF are long enough for another thread to go on meanwhile; those over text are not.
    return executor.threads if source.has_records else None


def workers_of(executor: Executor) -> int:
    """How many tasks an executor works on at once; the standard library's executors keep it private."""
    workers = getattr(executor, "_max_workers", None)
    return workers if isinstance(workers, int) and workers > 0 else os.cpu_count() or 1


def run_planned(chunk: WorkChunk, key: str, packed_plan: bytes | None) -> BlockResult | None:
    """`run_block` under the plan of this key; None when this process does not know it."""
    plan = _known_plans.get(key)
    if plan is None:
        if packed_plan is None:
            return None
        plan = _known_plans[key] = pickle.loads(packed_plan)  # noqa: S301 - from our own parent, by the executor
        while len(_known_plans) > _KEPT_PLANS:
            _known_plans.popitem(last=False)
    loaded = plan.place.read(chunk) if isinstance(chunk, RangeChunk) else chunk
    if plan.names is not None and isinstance(loaded, BlocksChunk):
        return run_found_records(loaded, plan.names, plan.rules, plan.expected)
    return run_block(loaded, plan.rules, plan.expected, OrderState())


def reads_by_itself(executor: Executor) -> bool:
    """Whether its workers can read a RangeChunk: other processes of this computer, from which bytes need a pipe."""
    return isinstance(executor, futures.ProcessPoolExecutor)


class PlanSender:
    """Submits chunks under plans and remembers what is under way."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self._shares_memory = isinstance(executor, futures.ThreadPoolExecutor)
        self._plan: Plan | None = None
        self._key = ""
        self._packed = b""
        self._carrying = 0
        self._under_way: set[Future[BlockResult | None]] = set()

    def submit(self, chunk: WorkChunk, plan: Plan) -> PlannedCall:
        """Hand a chunk to a worker. The plan goes along with the first ones only: workers keep it under its key."""
        if self._shares_memory and not isinstance(chunk, RangeChunk):
            future = self._track(self._executor.submit(run_block, chunk, plan.rules, plan.expected, OrderState()))
            return PlannedCall(self, future)
        if self._plan is None or self._plan.rules is not plan.rules:
            self._plan, self._key = plan, secrets.token_hex(8)
            self._packed = pickle.dumps(plan, pickle.HIGHEST_PROTOCOL)
            self._carrying = 2 * workers_of(self._executor)
        carried = self._packed if self._carrying > 0 else None
        self._carrying -= 1
        future = self._track(self._executor.submit(run_planned, chunk, self._key, carried))
        return PlannedCall(self, future, chunk, self._key, self._packed)

    def again(self, chunk: WorkChunk, key: str, packed: bytes) -> BlockResult:
        """The same chunk with the plan beside it, for a worker that did not have it; waits for the result."""
        result = self._track(self._executor.submit(run_planned, chunk, key, packed)).result()
        if result is None:
            raise RuntimeError("a worker did not take the plan that came with its task")
        return result

    def close(self) -> None:
        """Give up what is under way, and wait until nothing is at work any more."""
        for future in self._under_way:
            future.cancel()
        for future in self._under_way:
            try:
                future.exception()
            except CancelledError:
                continue

    def forget(self, future: Future[BlockResult | None]) -> None:
        self._under_way.discard(future)

    def _track(self, future: Future[BlockResult | None]) -> Future[BlockResult | None]:
        self._under_way.add(future)
        return future


@dataclass(frozen=True)
class PlannedCall:
    """A task under way."""

    sender: PlanSender
    future: Future[BlockResult | None]
    chunk: WorkChunk | None = None
    key: str = ""
    packed: bytes = field(default=b"", repr=False)

    def result(self) -> BlockResult:
        """Wait for it. Raises what the task raised."""
        result = self.future.result()
        self.sender.forget(self.future)
        if result is not None:
            return result
        if self.chunk is None:
            raise RuntimeError("only tasks with a plan of their own can be run again")
        return self.sender.again(self.chunk, self.key, self.packed)


def _nothing() -> None:
    """An executor starts its processes with the first tasks."""
