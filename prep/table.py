"""Results that are no VCF: tab-separated tables (info files, dosages by person), as text or compressed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from prep.bgzf import END_BLOCK, compress_blocks
from prep.errors import LineTooLongError, NotVcfError, ResultIdsError
from prep.output_errors import output_errors
from prep.pseudonyms import PseudonymMap
from prep.text_in import LINE_LIMIT, iter_any_text

_PIECE_BYTES = 1 << 20


def restore_table(source: Path, sink: BinaryIO, pseudonym_map: PseudonymMap) -> tuple[str, str, int, int, int]:
    """Copy a table, with names where a whole cell is a pseudonym. Gives kind, container, ids, rows and bytes written.

    A table that carries ids must carry exactly those of one of the map's jobs (ResultIdsError); one without any is
    copied as it is.
    Raises NotVcfError for what is no text.
    """
    everybody = (*pseudonym_map.entries, *pseudonym_map.others)
    names = {pseudonym.encode(): name.encode("utf-8") for name, pseudonym in everybody}
    length = max(map(len, names), default=0)
    names |= {id_: names[own] for own in names for id_ in (own + b"_" + own, b"0_" + own)}  # as plink writes them
    tag = pseudonym_map.tag.encode()
    seen: set[bytes] = set()
    unknown = rows = written = 0
    is_packed, pieces = iter_any_text(source, _PIECE_BYTES)
    for lines in _lines(pieces):
        if b"\x00" in lines:
            raise NotVcfError
        out: list[bytes] = []
        for line in lines.split(b"\n"):
            if tag not in line:
                out.append(line)
                continue
            cells = line.split(b"\t")
            for index, cell in enumerate(cells):
                name = names.get(cell)
                if name is not None:
                    seen.add(cell[-length:])
                    cells[index] = name
                elif cell.startswith(tag) and len(cell) == length:
                    unknown += 1
            out.append(b"\t".join(cells))
        data = b"\n".join(out)
        rows += data.count(b"\n")
        data = compress_blocks(data) if is_packed else data
        with output_errors():
            sink.write(data)
        written += len(data)
    found = frozenset(cell.decode() for cell in seen)
    if unknown or (found and pseudonym_map.find_job(tuple(found)) is None):
        latest = pseudonym_map.latest_job.pseudonyms
        raise ResultIdsError(missing=len(latest - found), unknown=unknown + len(found - latest))
    if is_packed:
        with output_errors():
            sink.write(END_BLOCK)
        written += len(END_BLOCK)
    return "table", "bgzf" if is_packed else "text", len(seen), rows, written


def _lines(pieces: Iterator[bytes]) -> Iterator[bytes]:
    pending = b""
    for piece in pieces:
        pending += piece
        end = pending.rfind(b"\n") + 1
        if end:
            yield pending[:end]
            pending = pending[end:]
        if len(pending) > LINE_LIMIT:
            raise LineTooLongError(line=0, limit=LINE_LIMIT)
    if pending:
        yield pending
