"""Results that are no VCF with samples: tables (info files, scores, dosages by person), lists, reports in text.

Names take the places where an id stands by itself: a cell of a table separated by tabs, commas, semicolons or blanks,
quoted or not, or a word of a report. Everything else stays as it is, byte for byte.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import BinaryIO, Final

from prep.bgzf import END_BLOCK, compress_blocks
from prep.errors import ResultBinaryError, ResultIdsError, ResultNameError
from prep.output_errors import output_errors
from prep.pseudonyms import PseudonymMap
from prep.text_in import iter_any_text, whole_lines

_PIECE_BYTES = 1 << 20
# What an id can go on with: beside any of these it is a part of something else, which may be another person's name.
_OF_AN_ID: Final = re.compile(rb"[0-9A-Za-z_.+@#/~\x80-\xff-]")
_SEPARATOR: Final = re.compile(rb"[^0-9A-Za-z_.+@#/~\x80-\xff-]")
_BETWEEN_TABS: Final = frozenset((b"", b"\n", b"\r", b"\t"))
_BETWEEN_COMMAS: Final = _BETWEEN_TABS | {b",", b";"}


def restore_table(source: Path, sink: BinaryIO, pseudonym_map: PseudonymMap) -> tuple[str, str, int, int, int, int]:
    """Copy a text with names in the place of pseudonyms. Gives the fields of a RestoreReport.

    A table may name some of a job's people only (who was left out, who is related). Raises ResultIdsError for ids that
    are not the map's, that no one job had, or that were changed on the way; ResultNameError for a name that would be
    two cells there; ResultBinaryError for what is no text.
    """
    names = _Names(pseudonym_map)
    rows = written = 0
    is_packed, pieces = iter_any_text(source, _PIECE_BYTES)
    for lines in whole_lines(pieces, 0):
        if b"\x00" in lines:
            raise ResultBinaryError
        data = names.put_into(lines)
        rows += data.count(b"\n")
        data = compress_blocks(data) if is_packed else data
        with output_errors():
            sink.write(data)
        written += len(data)
    missing = names.require_one_job()
    if is_packed:
        with output_errors():
            sink.write(END_BLOCK)
        written += len(END_BLOCK)
    return "table", "bgzf" if is_packed else "text", len(names.seen), rows, written, missing


class _Names:
    """Puts a map's names into text, and remembers whose and what did not fit."""

    def __init__(self, pseudonym_map: PseudonymMap) -> None:
        everybody = (*pseudonym_map.entries, *pseudonym_map.others)
        self._map = pseudonym_map
        self._names = {pseudonym.encode(): name.encode("utf-8") for name, pseudonym in everybody}
        tag, length = pseudonym_map.tag.encode(), max(map(len, self._names), default=0)
        one = re.escape(tag) + rb"[A-Z0-9]{%d}" % (length - len(tag))
        self._ids = re.compile(rb"(%s)(_%s)?" % (one, one))
        self.seen: set[bytes] = set()
        self._unknown = 0

    def put_into(self, lines: bytes) -> bytes:
        """Whole lines with names instead of pseudonyms. Raises ResultNameError."""
        pieces: list[bytes] = []
        at = 0
        for found in self._ids.finditer(lines):
            start, end = found.span()
            own, second = found.groups()
            if second is None and lines[max(0, start - 2) : start] == b"0_":
                start -= 2
            before, after = lines[max(0, start - 1) : start], lines[end : end + 1]
            stands_alone = (
                second in (None, b"_" + own) and not _OF_AN_ID.match(before) and not _goes_on(lines[end : end + 2])
            )
            name = self._names.get(own)
            if name is not None and stands_alone:
                self.seen.add(own)
                pieces += (lines[at:start], _as_cell(name, before, after))
                at = end
            elif name is not None or stands_alone:
                self._unknown += 1
        return b"".join((*pieces, lines[at:])) if pieces else lines

    def require_one_job(self) -> int:
        """How many of the job's people were not seen, none if nobody was. Raises ResultIdsError."""
        seen = frozenset(id_.decode() for id_ in self.seen)
        job = self._map.find_job_with(seen)
        if self._unknown or job is None:
            latest = self._map.latest_job.pseudonyms
            raise ResultIdsError(missing=len(latest - seen), unknown=self._unknown + len(seen - latest))
        return len(job.pseudonyms - seen) if seen else 0


def _goes_on(behind: bytes) -> bool:
    """Whether an id goes on with these bytes; a full stop at the end of a word is none of it."""
    return bool(_OF_AN_ID.match(behind[1:] if behind.startswith(b".") else behind))


def _as_cell(name: bytes, before: bytes, after: bytes) -> bytes:
    """The name as it is written between these two bytes. Raises ResultNameError where it would be several cells."""
    around = {before, after}
    if around <= _BETWEEN_TABS:
        return name
    if around == {b'"'}:
        fits = b'"' not in name and b"\\" not in name
    elif around <= _BETWEEN_COMMAS:
        fits = True
        if re.search(rb'[,;"]', name):
            return b'"' + name.replace(b'"', b'""') + b'"'
    else:
        fits = not _SEPARATOR.search(name)
    if not fits:
        raise ResultNameError
    return name
