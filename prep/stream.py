"""One pass over a source's body: chunks to workers, their results back in order, joined at the seams.

The window of chunks under way is small and fixed, so memory does not grow with the file. Results come in the order of
the file, whoever made them; what is written does not depend on the number of workers.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future

from prep.block import BlockResult, read_block, run_block
from prep.errors import LineTooLongError
from prep.order import OrderState
from prep.recheck import Expected
from prep.rules import BlockRules
from prep.source import LINE_LIMIT, BlocksChunk, Chunk, Source, TextChunk

CHUNK_BYTES = 4 << 20


class BodyStream:
    """Iterates the results of one pass. `rules` may be replaced between results; chunks under way keep the old ones."""

    def __init__(
        self,
        source: Source,
        rules: BlockRules,
        expected: dict[str, Expected],
        executor: Executor | None,
        chunk_bytes: int = CHUNK_BYTES,
    ) -> None:
        self.rules = rules
        self.state = OrderState()
        self.line = source.header_line_count  # lines behind us
        self._source, self._expected, self._executor = source, expected, executor
        self._chunk_bytes = chunk_bytes
        self._tail = b""

    def __iter__(self) -> Iterator[BlockResult]:
        for chunk, first_try in self._run(self._source.iter_chunks(self._chunk_bytes)):
            yield from self._joined(chunk, first_try)
        if self._tail:
            tail, self._tail = self._tail + b"\n", b""
            yield from self._read_here(tail)

    def _run(self, chunks: Iterator[Chunk]) -> Iterator[tuple[Chunk, Callable[[], BlockResult]]]:
        """Each chunk in order with a call that gives its result, some chunks ahead at work."""
        if self._executor is None:
            for chunk in chunks:
                rules = self.rules
                yield chunk, lambda chunk=chunk, rules=rules: self._run_here(chunk, rules, OrderState())  # type: ignore[misc]
            return
        window: deque[tuple[Chunk, Future[BlockResult]]] = deque()
        depth = 2 * workers_of(self._executor)
        try:
            for chunk in chunks:
                if self._is_unfinished_text(chunk):
                    # Its end belongs to the next chunk's first line; it is small and read here.
                    yield from self._drain(window, 0)
                    yield chunk, lambda: BlockResult()
                    continue
                future = self._executor.submit(run_block, chunk, self.rules, self._expected, OrderState())
                window.append((chunk, future))
                yield from self._drain(window, depth - 1)
            yield from self._drain(window, 0)
        finally:
            for _, future in window:
                future.cancel()
            for _, future in window:
                _wait(future)

    def _drain(
        self, window: deque[tuple[Chunk, Future[BlockResult]]], keep: int
    ) -> Iterator[tuple[Chunk, Callable[[], BlockResult]]]:
        while len(window) > keep:
            chunk, future = window.popleft()
            try:
                yield chunk, future.result
            finally:
                _wait(future)

    def _is_unfinished_text(self, chunk: Chunk) -> bool:
        return self._source.container == "bgzf" and isinstance(chunk, TextChunk)

    def _joined(self, chunk: Chunk, first_try: Callable[[], BlockResult]) -> Iterator[BlockResult]:
        if self._is_unfinished_text(chunk) and isinstance(chunk, TextChunk):
            end = chunk.text.rfind(b"\n") + 1
            self._tail = chunk.text[end:]
            yield from self._read_here(chunk.text[:end])
            return
        result = first_try()
        if isinstance(chunk, BlocksChunk):
            if len(self._tail) + len(result.head) > LINE_LIMIT:
                raise LineTooLongError(line=self.line + 1, limit=LINE_LIMIT)
            seam, self._tail = self._tail + result.head, b""
            if not result.has_newline:
                self._tail = seam
                return
            yield from self._read_here(seam)
            self._tail = result.tail
        if self._begins_at_last_position(result):
            result = self._run_here(chunk, self.rules, self.state)
        yield from self._give(result)

    def _read_here(self, lines: bytes) -> Iterator[BlockResult]:
        if lines:
            yield from self._give(read_block(lines, self.rules, self._expected, self.state))

    def _begins_at_last_position(self, result: BlockResult) -> bool:
        """Whether the block's first record lies where the one before ended: duplicates need the true state."""
        span = result.span
        return span.first_chromosome is not None and (
            (span.first_chromosome, span.first_position) == (self.state.chromosome, self.state.position)
        )

    def _give(self, result: BlockResult) -> Iterator[BlockResult]:
        """Hand a result out while `line` and `state` still say what was before it."""
        yield result
        self.line += result.lines
        if result.span.first_chromosome is not None:
            self.state = result.span.last

    def _run_here(self, chunk: Chunk, rules: BlockRules, state: OrderState) -> BlockResult:
        return run_block(chunk, rules, self._expected, state)


def workers_of(executor: Executor) -> int:
    """How many chunks an executor works on at once; the standard library's executors keep it private."""
    workers = getattr(executor, "_max_workers", None)
    return workers if isinstance(workers, int) and workers > 0 else os.cpu_count() or 1


def _wait(future: Future[BlockResult]) -> None:
    """Wait for a task that was given up, so that nothing is at work when the pass is over."""
    try:
        future.exception()
    except CancelledError:
        return
