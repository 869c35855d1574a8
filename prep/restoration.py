"""`restore`: names and the original order back into results that came back under pseudonyms.

A VCF's samples must be exactly those of one of the map's jobs, so that results of another submission can never be
restored with this map (every pseudonym carries a tag of its map); the families that plink writes before them do not
count. Header lines and records are the service's and stay as they are; only sample names and the order of columns
change. Other text, and VCFs of sites without samples, get names wherever a pseudonym stands by itself (table.py).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np

from prep.bgzf import END_BLOCK, compress_blocks
from prep.chunks import Chunk, Place, RangeChunk, TextChunk
from prep.errors import LineTooLongError, NotVcfError, ResultColumnsError, ResultIdsError
from prep.memory import keep_memory
from prep.output_errors import output_errors
from prep.plans import reads_by_itself, workers_for, workers_of
from prep.pseudonyms import PseudonymMap, without_families
from prep.seams import Seams, cut_lines
from prep.source import Source
from prep.table import restore_table
from prep.text_in import LINE_LIMIT

_CHUNK_BYTES = 4 << 20
_FIXED_COLUMNS = 9
_TAB, _NEWLINE = 9, 10


class RestoreReport(NamedTuple):
    """What was restored. `kind` is "vcf" or "table"; `container` is what was written: "text" or "bgzf".

    `samples` counts people with their names, `missing` those of the same job who do not occur in a table.
    """

    kind: str
    container: str
    samples: int
    records: int
    bytes: int
    missing: int = 0


class _Plan(NamedTuple):
    columns: tuple[int, ...]  # for each sample in the original order, its field in the result
    is_packed: bool


class _Part(NamedTuple):
    """A chunk's restored lines, and the unfinished ones at its bounds (seams.py)."""

    data: bytes
    records: int
    head: bytes = b""
    tail: bytes = b""
    has_newline: bool = True
    took_next_head: bool = False


def restore(
    source: Path,
    sink: BinaryIO,
    pseudonym_map: PseudonymMap,
    *,
    executor: Executor | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> RestoreReport:
    """Write `source` with its names and original order to `sink`: BGZF if it was compressed, else text.

    Raises ResultIdsError when the ids are not exactly those of one of the map's jobs (its facts count against the
    latest), ResultColumnsError, the errors of reading a file, and for other text what `restore_table` raises; what the
    sink received is then to be discarded.
    A BCF comes back as BGZF-compressed VCF.
    """
    try:
        opened = Source(source)
    except NotVcfError:
        return RestoreReport(*restore_table(source, sink, pseudonym_map))
    with opened:
        if not opened.header.sample_ids and opened.container != "bcf":  # an info file: sites and their INFO alone
            deque(opened.iter_places(_CHUNK_BYTES), maxlen=0)  # a missing end shows here alone
            return RestoreReport(*restore_table(source, sink, pseudonym_map))
        executor = workers_for(opened, executor)
        keep_memory()
        ids = without_families(opened.header.sample_ids)
        job = pseudonym_map.find_job(ids) or pseudonym_map.latest_job
        _require_ids(ids, job.pseudonyms)
        field_of = {pseudonym: _FIXED_COLUMNS + place for place, pseudonym in enumerate(ids)}
        plan = _Plan(
            columns=tuple(field_of[pseudonym] for _, pseudonym in job.entries),
            is_packed=opened.container != "text",
        )
        head = _renamed_header(opened.header_bytes, tuple(name for name, _ in job.entries))
        written = _send(sink, compress_blocks(head) if plan.is_packed else head)
        records = 0
        for data, count in _restored(opened, plan, executor):
            written += _send(sink, data)
            records += count
            if progress is not None:
                progress(opened.read_bytes, opened.size_bytes)
        if plan.is_packed:
            written += _send(sink, END_BLOCK)
        opened.require_unchanged()
        container = "bgzf" if plan.is_packed else "text"
        return RestoreReport("vcf", container, len(plan.columns), records, written)


def _require_ids(found: tuple[str, ...], known: frozenset[str]) -> None:
    unknown = sum(pseudonym not in known for pseudonym in found) + len(found) - len(set(found))
    missing = len(known - set(found))
    if unknown or missing:
        raise ResultIdsError(missing=missing, unknown=unknown)


def _renamed_header(header: bytes, names: tuple[str, ...]) -> bytes:
    """The result's header with the original names in its last line, without a byte order mark, which htslib refuses."""
    lines = header.removeprefix(b"\xef\xbb\xbf").rstrip(b"\r\n").split(b"\n")
    fixed = lines[-1].rstrip(b"\r").split(b"\t")[:_FIXED_COLUMNS]
    row = b"\t".join((*fixed, *(name.encode("utf-8") for name in names)))
    return b"\n".join((*(line.rstrip(b"\r") for line in lines[:-1]), row)) + b"\n"


def _restored(source: Source, plan: _Plan, executor: Executor | None) -> Iterator[tuple[bytes, int]]:
    """Restored text in its order, with the number of its records."""
    seams = Seams()
    lines = source.header_line_count
    for part in _parts(source, plan, executor):
        seam = seams.join(part.head, part.tail, has_newline=part.has_newline, took_next_head=part.took_next_head)
        if len(seam) > LINE_LIMIT:
            raise LineTooLongError(line=lines + 1, limit=LINE_LIMIT)
        if seam and part.has_newline:
            lines += 1
            yield restore_block(seam, plan)
        if part.records:
            lines += part.records
            yield part.data, part.records
    if seams.tail:
        yield restore_block(seams.tail, plan)


def _parts(source: Source, plan: _Plan, executor: Executor | None) -> Iterator[_Part]:
    by_place = executor is not None and reads_by_itself(executor)
    chunks: Iterator[Chunk] = (source.iter_places if by_place else source.iter_chunks)(_CHUNK_BYTES)
    window: deque[Future[_Part]] = deque()
    try:
        for chunk in chunks:
            if source.container == "bgzf" and isinstance(chunk, TextChunk):
                # Behind the header, and small: its end belongs to the next chunk's first line.
                end = chunk.text.rfind(b"\n") + 1
                data, records = restore_block(chunk.text[:end], plan) if end else (b"", 0)
                yield _Part(data, records, tail=chunk.text[end:])
            elif executor is None:
                yield restore_chunk(chunk, source.place, plan)
            else:
                window.append(executor.submit(restore_chunk, chunk, source.place, plan))
                if len(window) > 2 * workers_of(executor):
                    yield window.popleft().result()
        while window:
            yield window.popleft().result()
    finally:
        for future in window:
            future.cancel()
        for future in window:
            if not future.cancelled():
                future.exception()


def restore_chunk(chunk: Chunk, place: Place, plan: _Plan) -> _Part:
    """What a worker does: the whole lines of a chunk restored, the unfinished ones handed back."""
    cut = cut_lines(place.read(chunk) if isinstance(chunk, RangeChunk) else chunk)
    data, records = restore_block(cut.body, plan) if cut.body else (b"", 0)
    return _Part(data, records, cut.head, cut.tail, cut.has_newline, cut.took_next_head)


def restore_block(text: bytes, plan: _Plan) -> tuple[bytes, int]:
    """Reorder the columns of whole lines; gives the bytes to write and the number of records.

    Raises ResultColumnsError for a line whose columns are not the header's.
    """
    text = text if text.endswith(b"\n") else text + b"\n"
    if b"\r\n" in text:
        text = text.replace(b"\r\n", b"\n")
    lines = _reorder_even(text, plan) or _reorder_any(text, plan)
    data = b"".join(lines)
    return (compress_blocks(data) if plan.is_packed else data), text.count(b"\n")


def _reorder_even(text: bytes, plan: _Plan) -> list[bytes | memoryview] | None:
    """Lines whose cells are all four bytes long, tab included (genotypes alone): moved as 32-bit numbers."""
    samples = len(plan.columns)
    width = 4 * samples
    view, find = memoryview(text), text.find
    pieces: list[bytes | memoryview] = []
    rows: list[memoryview] = []
    at = 0
    while at < len(text):
        end = find(b"\n", at + width)
        if end < 0:
            return None
        pieces += (view[at : end - width], b"", b"\n")
        rows.append(view[end - width : end])
        at = end + 1
    whole = np.frombuffer(text, np.uint8)
    if np.count_nonzero(whole == _NEWLINE) != len(rows):
        return None
    if np.count_nonzero(whole == _TAB) != len(rows) * (samples + _FIXED_COLUMNS - 1):
        return None
    cells = np.frombuffer(b"".join(rows), "<u4").reshape(-1, samples)
    if ((cells & np.uint32(0xFF)) != _TAB).any():
        return None
    moved = np.take(cells, np.array(plan.columns) - _FIXED_COLUMNS, axis=1)
    for number, row in enumerate(moved):
        pieces[3 * number + 1] = row.data.cast("B")
    return pieces


def _reorder_any(text: bytes, plan: _Plan) -> list[bytes | memoryview]:
    """Any lines: cut at their tabs."""
    columns = plan.columns
    pick = itemgetter(*columns) if len(columns) > 1 else lambda fields: (fields[columns[0]],)
    wanted = _FIXED_COLUMNS + len(columns)
    restored: list[bytes | memoryview] = []
    for line in text[:-1].split(b"\n"):
        fields = line.split(b"\t")
        if len(fields) != wanted:
            raise ResultColumnsError
        restored.append(b"\t".join((*fields[:_FIXED_COLUMNS], *pick(fields))))
        restored.append(b"\n")
    return restored


def _send(sink: BinaryIO, data: bytes) -> int:
    with output_errors():
        sink.write(data)
    return len(data)
