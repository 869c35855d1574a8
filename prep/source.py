"""Opening a source: which container it is, its header, and its body as chunks for workers.

One open file is read from first byte to last; nothing is ever opened by a name found inside a file, and names that look
like URLs are only looked for on the local disk. A BGZF body is handed on compressed (workers inflate it), a BCF as its
records or, to workers that find these, compressed too; plain gzip and text as whole lines, as is a BCF whose records
have to become text.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from prep import bcf
from prep.bcf_line import BcfNames, fixed_fields
from prep.bcf_stream import RecordStream, iter_record_chunks
from prep.blocks_in import COMMON_START, END_BLOCK, block_size, inflate_blocks, inflate_each
from prep.chunks import (
    BlocksChunk,
    Chunk,
    LoadedChunk,
    Place,
    RangeChunk,
    RecordsChunk,
    TextChunk,
    identity_of,
    open_regular_file,
    read_bytes,
    read_range,
)
from prep.container import look_at
from prep.errors import (
    EmptyFileError,
    HeaderError,
    HeaderTooLongError,
    InputError,
    JoinedError,
    LineTooLongError,
    RecheckError,
    SourceChangedError,
    TrailingDataError,
    TruncatedError,
)
from prep.header import SourceHeader, parse_header
from prep.text_in import LINE_LIMIT, iter_gunzipped, iter_plain, whole_lines

# Up to these sizes a file is read here before worker processes, which must start first, would have read it.
_LARGE_TEXT_BYTES, _LARGE_PACKED_BYTES = 48 << 20, 6 << 20
_SAMPLE_BYTES = 2 << 20  # of text, whose packed size tells how much text the whole file may hold
HEADER_LIMIT = 32 << 20
_HEADER_RUN_BYTES = 64 << 10  # of text, in blocks
_TEXT_PER_RECORD_BYTE = 2  # text is about twice as long as the BCF records that it is made of
_FIRST_BYTES = 64 << 10  # hold the first line's beginning
# Read at a time for ends of blocks and lines: larger pieces are mapped anew each time, which takes longer than reading.
_SEARCHED_BYTES = 64 << 10


def read_source_header(path: Path) -> SourceHeader:
    """Read the header and the first record's contig; cheap. Raises the errors of opening and of headers."""
    with Source(path) as source:
        contig = _first_line(source).split(b"\t", 1)[0].decode("utf-8", "replace")
        return source.header._replace(first_contig=contig if 0 < len(contig) <= 200 else None)


def _first_line(source: Source) -> bytes:
    """The line of the first record, as far as the body's first bytes hold it, its fixed fields at least; empty without
    any."""
    if source.has_records:
        records = next(source.iter_records(_FIRST_BYTES, first_records=1), None)
        return b"" if records is None else b"\t".join(fixed_fields(records.data, records.names))
    first = next(source.iter_chunks(_FIRST_BYTES), None)
    if first is None:
        return b""
    text = first.text if isinstance(first, TextChunk) else inflate_blocks(first.blocks, first.offset)
    return text.split(b"\n", 1)[0]


class Source:
    """An open source. `header` is read when it is opened; `iter_chunks` starts at the first record each time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = open_regular_file(path)
        try:
            self._identity = identity_of(self._file)
            self.size_bytes = self._identity[0]
            self.container, self._is_blocked, self.gzip_name, self.gzip_texts = look_at(self._file)
            self.read_bytes = 0  # of the file, in the current pass
            self.ahead_bytes = 1 << 16  # text of a chunk's `ahead`; should hold a line
            self._leftover = b""
            self._body_offset = 0
            self.header_bytes = self._read_header()
            self.header_line_count = self.header_bytes.count(b"\n")
            self.header = parse_header(self.header_bytes, self.container)
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            if isinstance(error, (InputError, RecheckError)):
                self.require_unchanged()  # what is wrong with a file that was changed meanwhile is that
        finally:
            self._file.close()

    def iter_chunks(self, chunk_bytes: int) -> Iterator[LoadedChunk]:
        """The body from its first record, in chunks of about `chunk_bytes` of text.

        Chunks are whole lines of text, but for BGZF: its first may be the unfinished text behind the header.
        """
        for chunk in self.iter_places(chunk_bytes):
            yield self.load(chunk) if isinstance(chunk, RangeChunk) else chunk

    def iter_places(self, chunk_bytes: int) -> Iterator[Chunk]:
        """The same chunks, those of BGZF and of text as ranges that another process can read by itself (`place`)."""
        self.read_bytes = 0
        if self.container == "bgzf":
            yield from self._iter_block_ranges(chunk_bytes)
            return
        if self.container == "text":
            yield from self._iter_text_ranges(chunk_bytes)
            return
        for text in whole_lines(self._iter_text(chunk_bytes), self.header_line_count):
            self.read_bytes = self._file.tell() if self.container != "bcf" else self.read_bytes
            yield TextChunk(text)

    @property
    def has_records(self) -> bool:
        """Whether it is a BCF whose records can be read without making text of them."""
        return self.container == "bcf" and self._is_blocked

    @property
    def record_names(self) -> BcfNames | None:
        """What the numbers in such records name."""
        return self._bcf_names if self.has_records else None

    def iter_records(self, chunk_bytes: int, first_records: int = 1 << 32) -> Iterator[RecordsChunk]:
        """The records of a BCF from the first on, in chunks whose text would be about `chunk_bytes` long.

        The first chunk holds at most `first_records`, and each further one at most four times as many.
        """
        self.read_bytes = 0
        texts = self._iter_inflated(chunk_bytes // _TEXT_PER_RECORD_BYTE + 1)
        yield from iter_record_chunks(texts, self._bcf_names, self.header_line_count, LINE_LIMIT, first_records)

    def record_stream(self, first_records: int) -> RecordStream:
        """What cuts the same chunks out of runs of blocks."""
        return RecordStream(self._bcf_names, self.header_line_count, LINE_LIMIT, first_records)

    def iter_record_places(self, chunk_bytes: int, stream: RecordStream) -> Iterator[RecordsChunk | RangeChunk]:
        """The same: the first records out of a new `stream`, then runs of blocks in which another process can find them
        (bcf_ranges.py), each as the stream is to have the next."""
        self.read_bytes = before_size = 0
        for run in self._iter_runs(0, chunk_bytes // _TEXT_PER_RECORD_BYTE + 1):
            self.read_bytes = run.offset + run.size
            if stream.has_begun:
                yield run._replace(ahead_size=0, before_size=before_size)
            else:
                yield from stream.read(self.inflate(run), run.offset)
            before_size = run.size

    def inflate(self, run: RangeChunk) -> list[bytes | bytearray]:
        """The texts of a run of whole blocks."""
        loaded = self.load(run._replace(ahead_size=0, before_size=0))
        return inflate_each(loaded.blocks, loaded.offset) if isinstance(loaded, BlocksChunk) else [loaded.text]

    def _iter_inflated(self, run_text_bytes: int) -> Iterator[tuple[list[bytes | bytearray], int]]:
        """The texts of all blocks in runs, each with the place of its first block."""
        for run in self._iter_runs(0, run_text_bytes):
            self.read_bytes = run.offset + run.size
            yield self.inflate(run), run.offset

    @property
    def place(self) -> Place:
        return Place(self._path.absolute(), self._identity)

    def load(self, chunk: RangeChunk) -> LoadedChunk:
        """The chunk with its bytes. Raises SourceChangedError where the file has become shorter."""
        before = self._file.tell()
        loaded = read_range(self._file, chunk)
        self._file.seek(before)
        return loaded

    @property
    def is_large(self) -> bool:
        """Whether it pays to share the work with other processes."""
        return self.size_bytes > self._largest_small_bytes or self._likely_text_bytes() > 2 * _LARGE_TEXT_BYTES

    def _likely_text_bytes(self) -> int:
        """How much text is in BGZF (or its records would be, of a BCF), if all of it is packed as its beginning is; 0
        where that is unknown.

        Genotypes alone are packed to a fortieth, read depths to an eighth.
        """
        if not self._is_blocked or self.size_bytes < _LARGE_PACKED_BYTES // 16:
            return 0
        sample = _SAMPLE_BYTES // _TEXT_PER_RECORD_BYTE if self.container == "bcf" else _SAMPLE_BYTES
        runs = list(islice(self._iter_runs(self._body_offset, sample), 2))
        return self.size_bytes * _SAMPLE_BYTES // runs[0].size if len(runs) > 1 else 0

    @property
    def _largest_small_bytes(self) -> int:
        return _LARGE_TEXT_BYTES if self.container == "text" else _LARGE_PACKED_BYTES

    def share_of_block(self, most: int, least: int) -> int:
        """Bytes of each block to look into: `most` until a file is large, then less the larger it is, but `least`.

        So of a large file as much is looked into as of a smaller one, or more, and the time it takes stays the same.
        """
        return max(least, most * self._largest_small_bytes // max(self.size_bytes, self._largest_small_bytes))

    def require_unchanged(self) -> None:
        """Raise SourceChangedError if the file is not the one that was opened, by size and time of change."""
        try:
            changed = identity_of(self._file) != self._identity
        except OSError:
            changed = True
        if changed:
            raise SourceChangedError

    @contextmanager
    def _by_path(self) -> Iterator[None]:
        """For what opens the source again by its name. Raises SourceChangedError where that names another file by now,
        whose records must not stand under this one's names."""
        try:
            yield
        except OSError:
            raise SourceChangedError from None
        finally:
            Place(self._path, self._identity).require_same()

    def _read_header(self) -> bytes:
        """Take everything up to and with the `#CHROM` line; the rest of what was inflated is kept for the body."""
        if self.container == "bcf":
            with self._by_path():
                header, self._bcf_names = bcf.read_header(self._path)
            return header
        collected = bytearray()
        searched = 0
        pieces = self._iter_header_blocks() if self.container == "bgzf" else self._iter_text(64 << 10)
        for piece in pieces:
            collected += piece
            while (end := collected.find(b"\n", searched)) >= 0:
                begins = searched or _behind_mark(collected)
                # Broken header lines never leave, so they are no reason to stop; a record before the header is.
                if collected[begins : begins + 1] != b"#" and collected.count(b"\t", searched, end) >= 7:
                    raise HeaderError(line=collected.count(b"\n", 0, searched) + 1)
                is_last = collected[begins : begins + 6] == b"#CHROM"
                searched = end + 1
                if is_last:
                    self._leftover = bytes(collected[searched:])
                    return bytes(collected[:searched])
            if len(collected) - searched > LINE_LIMIT:
                raise LineTooLongError(line=collected.count(b"\n") + 1, limit=LINE_LIMIT)
            if len(collected) > HEADER_LIMIT:
                raise HeaderTooLongError(limit=HEADER_LIMIT)
        begins = searched or _behind_mark(collected)
        if collected[begins : begins + 6] == b"#CHROM":  # a header and nothing else, without a newline
            return bytes(collected) + b"\n"
        if not collected:
            raise EmptyFileError
        raise HeaderError(line=collected.count(b"\n") + 1)

    def _iter_header_blocks(self) -> Iterator[bytes]:
        for run in self._iter_runs(0, _HEADER_RUN_BYTES):
            self._body_offset = run.offset + run.size
            yield b"".join(self.inflate(run))

    def _iter_block_ranges(self, chunk_bytes: int) -> Iterator[Chunk]:
        if self._leftover:
            yield TextChunk(self._leftover)
        held: RangeChunk | None = None
        for run in self._iter_runs(self._body_offset, chunk_bytes):
            if held is not None:
                yield held._replace(ahead_size=run.ahead_size)
            self.read_bytes = run.offset + run.size
            held = run
        if held is not None:
            yield held._replace(ahead_size=0)

    def _iter_runs(self, start: int, run_text_bytes: int) -> Iterator[RangeChunk]:
        """Where whole blocks from file offset `start` on lie, in runs of about `run_text_bytes` of text, without the
        end blocks behind all text. `ahead_size` is that of each run's own first blocks that hold `ahead_bytes` of text.

        An end block is an empty one: some programs (Beagle) write them between others too. The file ends with one.
        """
        self._file.seek(start)
        offset, buffer, at, held = start, b"", 0, 0  # the buffer's place in the file; the block's place in the buffer
        first, text_bytes, ahead_size = start, 0, 0
        behind_text: int | None = None  # where the end blocks begin that lie before `at`
        while True:
            while buffer.startswith(END_BLOCK, at):
                behind_text = offset + at if behind_text is None else behind_text
                at += len(END_BLOCK)
            size = 0
            if at + 18 <= held and buffer.startswith(COMMON_START, at):
                size = buffer[at + 16] + (buffer[at + 17] << 8) + 1
            if size < len(END_BLOCK):
                if behind_text is not None and not buffer.startswith(COMMON_START[: min(4, held - at)], at):
                    raise TrailingDataError(offset=offset + at)
                size = block_size(buffer, at, offset + at)
            if size == 0 or at + size > held:
                data = read_bytes(self._file, _SEARCHED_BYTES)
                if data:
                    offset, buffer, at = offset + at, buffer[at:] + data, 0
                    held = len(buffer)
                    continue
                if behind_text is None or at < held:
                    raise TruncatedError
                if behind_text > first:
                    yield RangeChunk(first, behind_text - first, ahead_size, is_packed=True)
                return
            if behind_text:  # a file may also begin with an empty block
                _require_no_header(buffer[at : at + size], offset + at)
            behind_text = None
            at += size
            if text_bytes < self.ahead_bytes:
                ahead_size = offset + at - first
            text_bytes += int.from_bytes(buffer[at - 4 : at], "little")
            if text_bytes >= run_text_bytes:
                yield RangeChunk(first, offset + at - first, ahead_size, is_packed=True)
                first, text_bytes, ahead_size = offset + at, 0, 0

    def _iter_text_ranges(self, chunk_bytes: int) -> Iterator[RangeChunk]:
        """Ranges of whole lines of a plain text, of at most `chunk_bytes` where no line is longer."""
        self.read_bytes = at = len(self.header_bytes)
        while at < self.size_bytes:
            end = self._line_end(at, at + chunk_bytes)
            self.read_bytes = end
            yield RangeChunk(at, end - at, 0, is_packed=False)
            at = end

    def _line_end(self, start: int, wanted: int) -> int:
        """Behind the last newline before `wanted`, else the first one behind `start`, else the end of the file."""
        if wanted >= self.size_bytes:
            return self.size_bytes
        at = wanted
        while at > start:
            first = max(start, at - _SEARCHED_BYTES)
            found = self._text_at(first, at - first).rfind(b"\n")
            if found >= 0:
                return first + found + 1
            at = first
        at = wanted
        while at < self.size_bytes:
            text = self._text_at(at, _SEARCHED_BYTES)
            found = text.find(b"\n")
            at += found + 1 if found >= 0 else len(text)
            if at - start > LINE_LIMIT:
                raise LineTooLongError(line=self._lines_before(start) + 1, limit=LINE_LIMIT)
            if found >= 0:
                break
        return at

    def _text_at(self, offset: int, count: int) -> bytes:
        self._file.seek(offset)
        text = read_bytes(self._file, count)
        if not text:
            raise SourceChangedError
        return text

    def _lines_before(self, offset: int) -> int:
        lines = at = 0
        while at < offset:
            text = self._text_at(at, min(_SEARCHED_BYTES, offset - at))
            lines += text.count(b"\n")
            at += len(text)
        return lines

    def _iter_text(self, piece_bytes: int) -> Iterator[bytes]:
        """The decompressed text from the first byte, or from the body once the header is known; pieces are bounded."""
        if self.container == "bcf":
            pieces = bcf.iter_text(self._path, piece_bytes)
            with self._by_path():
                first = next(pieces, b"")
            yield first
            yield from pieces
            return
        skip = len(self.header_bytes) if hasattr(self, "header_bytes") else 0
        self._file.seek(0)
        pieces = (
            iter_plain(self._file, piece_bytes) if self.container == "text" else iter_gunzipped(self._file, piece_bytes)
        )
        for piece in pieces:
            if skip >= len(piece):
                skip -= len(piece)
                continue
            yield piece[skip:] if skip else piece
            skip = 0


def _require_no_header(block: bytes, offset: int) -> None:
    """Raise JoinedError where the text of a block behind an end block begins another file."""
    if inflate_blocks(block, offset).startswith((b"##fileformat=", b"BCF\x02")):
        raise JoinedError(offset=offset)


def _behind_mark(text: bytearray) -> int:
    """Where a file's first line begins: some programs write a byte order mark before it."""
    return len(BOM_UTF8) if text.startswith(BOM_UTF8) else 0
