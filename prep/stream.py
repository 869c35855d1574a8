"""One pass over a source's body: chunks to workers, their results back in order, joined at the seams.

The window of chunks under way is small and fixed, so memory does not grow with the file. Results come in the order of
the file, whoever made them; what is written does not depend on the number of workers.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor

from prep.bcf_stream import RecordStream
from prep.block import BlockResult, read_block, run_block
from prep.chunks import BlocksChunk, RangeChunk, TextChunk, WorkChunk
from prep.errors import LineTooLongError
from prep.memory import keep_memory
from prep.order import OrderState
from prep.plans import Plan, PlanSender, reads_by_itself, workers_of
from prep.recheck import Expected
from prep.rules import BlockRules
from prep.seams import Seams
from prep.source import Source
from prep.text_in import LINE_LIMIT


class BodyStream:
    """Iterates the results of one pass. `rules` may be replaced between results; chunks under way keep the old ones.

    While a result is in the caller's hands, `line` counts the file's lines before it and `state` is what came before.
    `when_started` is called once, when workers have their first chunks: for what the caller can do beside them.
    """

    def __init__(
        self,
        source: Source,
        rules: BlockRules,
        expected: dict[str, Expected],
        executor: Executor | None,
        chunk_bytes: int | None = None,
    ) -> None:
        self.rules = rules
        self.state = OrderState()
        self.line = source.header_line_count
        self._source, self._expected, self._executor = source, expected, executor
        self._chunk_bytes = chunk_bytes or rules.chunk_bytes
        self._seams = Seams()
        self._records: RecordStream | None = None  # where other processes find a BCF's records by themselves
        self.when_started: Callable[[], object] = _nothing

    def __iter__(self) -> Iterator[BlockResult]:
        by_place = self._executor is not None and reads_by_itself(self._executor)
        chunks: Iterator[WorkChunk]
        if self._source.has_records and self.rules.is_plain:
            if by_place:
                self._records = self._source.record_stream(first_records=1)
                chunks = self._source.iter_record_places(self._chunk_bytes, self._records)
            else:
                chunks = self._source.iter_records(self._chunk_bytes, first_records=1)
        else:
            chunks = (self._source.iter_places if by_place else self._source.iter_chunks)(self._chunk_bytes)
        for chunk, first_try in self._run(chunks):
            yield from self._joined(chunk, first_try)
        if self._records is not None:
            self._records.end()
        if self._seams.tail:
            tail, self._seams.tail = self._seams.tail + b"\n", b""
            yield from self._read_here(tail)

    def _run(self, chunks: Iterator[WorkChunk]) -> Iterator[tuple[WorkChunk, Callable[[], BlockResult]]]:
        """Each chunk in order with a call that gives its result, some chunks ahead at work."""
        if self._executor is None:
            keep_memory()
            self._note_start()
            yield from ((chunk, lambda chunk=chunk: self._run_here(chunk, OrderState())) for chunk in chunks)
            return
        window: deque[tuple[WorkChunk, Callable[[], BlockResult]]] = deque()
        sender = PlanSender(self._executor)
        # A place costs nothing while it waits for a worker, bytes do: enough that none waits for `when_started`.
        depth = workers_of(self._executor) * (6 if reads_by_itself(self._executor) else 1) + 2
        try:
            for chunk in chunks:
                if self._is_unfinished_text(chunk):
                    # Its end belongs to the next chunk's first line; it is small and read here, while workers begin.
                    window.append((chunk, BlockResult))
                    continue
                plan = Plan(self.rules, self._expected, self._source.place, self._source.record_names)
                window.append((chunk, sender.submit(chunk, plan).result))
                if len(window) >= depth:
                    self._note_start()
                    yield window.popleft()
            self._note_start()
            while window:
                yield window.popleft()
        finally:
            sender.close()

    def _note_start(self) -> None:
        call, self.when_started = self.when_started, _nothing
        call()

    def _is_unfinished_text(self, chunk: WorkChunk) -> bool:
        return self._source.container == "bgzf" and isinstance(chunk, TextChunk)

    def _joined(self, chunk: WorkChunk, first_try: Callable[[], BlockResult]) -> Iterator[BlockResult]:
        if self._is_unfinished_text(chunk) and isinstance(chunk, TextChunk):
            end = chunk.text.rfind(b"\n") + 1
            self._seams.tail = chunk.text[end:]
            yield from self._read_here(chunk.text[:end])
            return
        result = first_try()
        if self._records is not None and isinstance(chunk, RangeChunk):
            yield from self._of_records(chunk, result, self._records)
            return
        if isinstance(chunk, BlocksChunk) or (isinstance(chunk, RangeChunk) and chunk.is_packed):
            seam = self._seams.join(
                result.head, result.tail, has_newline=result.has_newline, took_next_head=result.took_next_head
            )
            if len(seam) > LINE_LIMIT:
                raise LineTooLongError(line=self.line + 1, limit=LINE_LIMIT)
            if not result.has_newline:
                return
            yield from self._read_here(seam)
        if self._begins_at_last_position(result):
            result = self._run_here(chunk, self.state)
        yield from self._give(result)

    def _of_records(self, run: RangeChunk, result: BlockResult, stream: RecordStream) -> Iterator[BlockResult]:
        """A worker's records where they are the ones that end in its blocks; else these are read here."""
        is_sure = result.has_newline and not self._begins_at_last_position(result)
        if is_sure and stream.take(result.head, result.lines, result.tail, run.offset):
            yield from self._give(result)
            return
        for chunk in stream.read(self._source.inflate(run), run.offset):
            yield from self._give(self._run_here(chunk, self.state))

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

    def _run_here(self, chunk: WorkChunk, state: OrderState) -> BlockResult:
        loaded = self._source.load(chunk) if isinstance(chunk, RangeChunk) else chunk
        return run_block(loaded, self.rules, self._expected, state)


def _nothing() -> None:
    """Nothing to do beside the workers."""
