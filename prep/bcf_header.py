"""The header of a BCF file written as nearly every program writes it; any other is pysam's to read (bcf.py).

Importing pysam takes longer than a small file's other preparations together. So what is understood here is narrow, and
anything else, down to a blank too many, is None: what a header means in its odd corners is htslib's word alone.
"""

from __future__ import annotations

import re
from pathlib import Path

from prep.bcf_line import BcfNames
from prep.errors import PrepError
from prep.text_in import iter_any_text

_MAGIC = b"BCF\x02\x02"
_MOST_BYTES = 4 << 20
_PIECE_BYTES = 64 << 10
_PASS = b'##FILTER=<ID=PASS,Description="All filters passed">'
_COLUMNS = b"#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t"
_VERSION = re.compile(rb"##file[fF]ormat=VCFv4\.[0-3]")
_VALUE = rb'(?:"[^"\\\x00-\x1f\x7f]*"|[^\s"\\,<>=\x00-\x1f\x7f]+)'
_ID = rb'<ID=([^\s"\\,<>=\x00-\x1f\x7f]+)'
_DESCRIPTION = rb',Description="[^"\\\x00-\x1f\x7f]*"'
_NUMBER, _TYPE = rb",Number=(?:\d{1,3}|[ARG.])", rb",Type=(?:Integer|Float|String)"
_TYPED = rb"(?:" + _NUMBER + _TYPE + rb"|" + _TYPE + _NUMBER + rb")" + _DESCRIPTION
_FLAG = rb",Number=0,Type=Flag" + _DESCRIPTION
_NUMBERED = re.compile(
    rb"##(?:(FILTER)=" + _ID + _DESCRIPTION
    + rb"|(contig)=" + _ID + rb"(?:,length=\d{1,10}|,(?!IDX=|length=)[A-Za-z]\w*=" + _VALUE + rb")*"
    + rb"|(INFO)=" + _ID + rb"(?:" + _TYPED + rb"|" + _FLAG + rb")"
    + rb"|(FORMAT)=" + _ID + _TYPED
    + rb")(,IDX=(\d{1,7}))?>"
)  # fmt: skip
_KEY = rb"##((?!(?:fileformat|FILTER|contig|INFO|FORMAT)=)[A-Za-z][\w.-]*)="
_NAMED = re.compile(_KEY + _ID + rb"(?:,(?!IDX=)[A-Za-z]\w*=" + _VALUE + rb")*>")
_PLAIN = re.compile(_KEY + rb"[^<\s\x00-\x1f\x7f][^\x00-\x1f\x7f]*")


def read_plain_header(path: Path) -> tuple[bytes, BcfNames] | None:
    """The header as VCF text, and what the numbers in the records name; None where it takes pysam to say so."""
    text = _read_text(path)
    return parse_plain_header(text) if text else None


def wrong_names(path: Path) -> str:
    """What is wrong with the sample names: one is `empty`, or there `twice`; else empty."""
    columns = _read_text(path).rstrip(b"\r\n\x00").rpartition(b"\n")[2]
    samples = columns.removeprefix(_COLUMNS).split(b"\t") if columns.startswith(_COLUMNS) else []
    if b"" in samples:
        return "empty"
    return "twice" if len(set(samples)) < len(samples) else ""


def _read_text(path: Path) -> bytes:
    """The header's own bytes; empty where there are too many, or none."""
    try:
        _, pieces = iter_any_text(path, _PIECE_BYTES)
        data, wanted = b"", len(_MAGIC) + 4
        for piece in pieces:
            data += piece
            if len(data) >= len(_MAGIC) + 4:
                wanted = len(_MAGIC) + 4 + int.from_bytes(data[len(_MAGIC) : len(_MAGIC) + 4], "little")
            if len(data) >= wanted or wanted > _MOST_BYTES:
                break
    except PrepError:
        return b""
    if not data.startswith(_MAGIC) or not len(_MAGIC) + 4 < wanted <= min(len(data), _MOST_BYTES):
        return b""
    return data[len(_MAGIC) + 4 : wanted]


def parse_plain_header(text: bytes) -> tuple[bytes, BcfNames] | None:
    """The same of the header's own bytes, which end with a zero."""
    if not text.endswith(b"\n\x00"):
        return None
    first, *meta, columns = text[:-2].split(b"\n")
    samples = columns.removeprefix(_COLUMNS).split(b"\t")
    if not _VERSION.fullmatch(first) or not columns.startswith(_COLUMNS) or not all(samples):
        return None
    if len(set(samples)) != len(samples) or re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", columns):
        return None
    if not meta or not meta[0].startswith(_PASS[:-1]):
        meta.insert(0, _PASS)
    numbered, lines, seen = _Numbers(), [first], {first}
    for line in meta:
        key = line
        if match := _NUMBERED.fullmatch(line):
            if not numbered.add(match):
                return None
            line = line if match[9] is None else line[: match.start(9)] + b">"
        elif match := _NAMED.fullmatch(line):
            key = match[1] + b"=" + match[2]
        elif not _PLAIN.fullmatch(line):
            return None
        if key in seen:
            return None
        seen.add(key)
        lines.append(line)
    if lines[1] != _PASS or not numbered.is_whole:
        return None
    names = BcfNames(numbered.contigs, numbered.strings, len(samples))
    return b"\n".join((*lines, columns, b"")), names


class _Numbers:
    """Numbers as the lines say them, or in the lines' order where none says any."""

    def __init__(self) -> None:
        self.contigs: dict[int, bytes] = {}
        self.strings: dict[int, bytes] = {}
        self._said: set[bool] = set()
        self._number_of: dict[bytes, int] = {}
        self._seen: set[tuple[bytes, bytes]] = set()

    def add(self, match: re.Match[bytes]) -> bool:
        """Take a line's name; False where htslib would have something to say of it."""
        kind, name = (value for value in match.groups()[:8] if value is not None)
        said = None if match[10] is None else int(match[10])
        if kind == b"contig":
            number = len(self.contigs) if said is None else said
            is_new = number not in self.contigs
            self.contigs[number] = name
        else:
            number = self._number_of.setdefault(name, len(self._number_of) if said is None else said)
            is_new = self.strings.setdefault(number, name) == name and said in (None, number)
        if name != b"PASS":  # it is always the first, whether the file says so or not
            self._said.add(said is None)
        is_new &= (kind, name) not in self._seen
        self._seen.add((kind, name))
        return is_new and (name == b"PASS") <= (number == 0 and kind == b"FILTER")

    @property
    def is_whole(self) -> bool:
        """Whether all lines say their numbers, or none does."""
        return len(self._said) <= 1
