"""The practice service's own VCF reader: pure Python and zlib, sharing nothing with the code that prepares files.

It reads a stream of decrypted pieces and never holds more than one line. What it refuses, it says in words like
those of imputation servers: with chromosome, position and counts, never with a sample's name or genotype.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

MAX_LINE_BYTES = 64 * 1024 * 1024
_PIECE_BYTES = 1024 * 1024
_COLUMNS = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT"]
_VERSION = re.compile(rb"##fileformat=VCFv4\.[1-5]")
_CONTIG = re.compile(rb"##contig=<ID=([A-Za-z0-9._]{1,64})(?:,length=([0-9]{1,12}))?[,>]")
_CONTIG_NAME = re.compile(rb"[A-Za-z0-9._]{1,64}")
_REF = re.compile(rb"[ACGTNacgtn]+")
_ALT = re.compile(rb"(?:[ACGTNacgtn]+|\*|<[A-Za-z0-9:_.-]+>|\.)(?:,(?:[ACGTNacgtn]+|\*|<[A-Za-z0-9:_.-]+>))*")
_GENOTYPE = re.compile(rb"(?:\.|[0-9]{1,3})(?:[|/](?:\.|[0-9]{1,3}))?")
_CHROMOSOMES = {*(str(number) for number in range(1, 23)), "X", "Y", "MT"}


class VcfRefusedError(Exception):
    """The file is not what a service takes. The text is for the user; it names no sample and holds no genotype."""

    def __init__(self, text: str) -> None:
        super().__init__("VCF refused")
        self.text = text


@dataclass(frozen=True)
class VcfHeader:
    contig_lines: tuple[bytes, ...]
    sample_ids: tuple[bytes, ...] = field(repr=False)


@dataclass(frozen=True)
class Genotype:
    """What one distinct genotype text says: one entry per called allele (0 = reference)."""

    text: bytes = field(repr=False)
    alleles: tuple[int, ...] = field(repr=False)
    ploidy: int
    phased: bool

    @property
    def is_called(self) -> bool:
        return len(self.alleles) == self.ploidy


@dataclass(frozen=True)
class VcfRecord:
    """One site. `samples` are the columns as they came; `counts` says how often each distinct text occurs."""

    contig: bytes
    pos_1based: int
    reference_allele: bytes
    alternate_alleles: tuple[bytes, ...]
    samples: list[bytes] = field(repr=False)
    counts: Counter[bytes] = field(repr=False)
    genotypes: dict[bytes, Genotype] = field(repr=False)


def chromosome_of(contig: bytes) -> str:
    """`chr20` and `20` are chromosome 20; raises VcfRefusedError for what no imputation panel has."""
    name = contig.decode("ascii", "replace").removeprefix("chr")
    name = "MT" if name == "M" else name
    if name not in _CHROMOSOMES:
        raise VcfRefusedError("The provided VCF file contains a chromosome that is not 1-22, X, Y or MT.")
    return name


def iter_gunzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Unpack gzip or BGZF (gzip members one after another). Raises VcfRefusedError where it is damaged or cut short.

    What comes out of one call is bounded, so a small bomb cannot fill the memory.
    """
    inflater = zlib.decompressobj(wbits=31)
    inside = False
    try:
        for piece in pieces:
            data, more = piece, bool(piece)
            while more:
                inside = True
                unpacked = inflater.decompress(data, _PIECE_BYTES)
                yield unpacked
                data = inflater.unconsumed_tail
                # A full piece may have left output inside zlib even when all input is taken.
                more = bool(data) or len(unpacked) == _PIECE_BYTES
                if inflater.eof:
                    data = inflater.unused_data
                    inflater, inside, more = zlib.decompressobj(wbits=31), False, bool(data)
    except zlib.error:
        raise VcfRefusedError("The provided file is not a valid gzip file or is damaged.") from None
    if inside:
        raise VcfRefusedError("The provided file is cut short: its compressed end is missing.")


def iter_lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Lines without their ends. Raises VcfRefusedError for a line over 64 MiB or a last line without an end."""
    rest = b""
    for piece in pieces:
        lines = (rest + piece).split(b"\n")
        rest = lines.pop()
        if len(rest) > MAX_LINE_BYTES:
            raise VcfRefusedError("The provided VCF file contains a line of more than 64 MiB.")
        yield from lines
    if rest:
        raise VcfRefusedError("The provided VCF file is malformed: the last line has no end.")


class VcfReader:
    """Reads one file once: `header` first, then `iter_records`."""

    def __init__(self, gzipped_pieces: Iterable[bytes]) -> None:
        self._lines = iter_lines(iter_gunzipped(gzipped_pieces))
        self.header = self._read_header()
        self._genotypes: dict[bytes, Genotype] = {}

    def iter_records(self) -> Iterator[VcfRecord]:
        """The sites, sorted by position on one chromosome; raises VcfRefusedError at the first that is not in order."""
        first_contig: bytes | None = None
        last_pos = 0
        for line in self._lines:
            record = self._parse_record(line)
            if first_contig is None:
                first_contig = record.contig
            elif record.contig != first_contig:
                raise VcfRefusedError(
                    "The provided VCF file contains more than one chromosome. Split it by chromosome."
                )
            if record.pos_1based < last_pos:
                raise VcfRefusedError(
                    f"The provided VCF file is not sorted: position {record.pos_1based} follows {last_pos}."
                )
            last_pos = record.pos_1based
            yield record

    def _read_header(self) -> VcfHeader:
        contig_lines: list[bytes] = []
        for number, line in enumerate(self._lines):
            if number == 0 and not _VERSION.fullmatch(line):
                raise VcfRefusedError("The provided file is not a VCF file of version 4.1 to 4.5.")
            if line.startswith(b"##contig="):
                if not _CONTIG.match(line):
                    raise VcfRefusedError("The provided VCF file is malformed: a contig line cannot be read.")
                contig_lines.append(line)
            if line.startswith(b"##"):
                continue
            return VcfHeader(tuple(contig_lines), self._read_sample_ids(line))
        raise VcfRefusedError("The provided VCF file is malformed: it has no #CHROM line.")

    def _read_sample_ids(self, line: bytes) -> tuple[bytes, ...]:
        columns = line.split(b"\t")
        if [column.decode("ascii", "replace") for column in columns[:9]] != _COLUMNS:
            raise VcfRefusedError("The provided VCF file is malformed: the #CHROM line is not as it should be.")
        sample_ids = tuple(columns[9:])
        if not sample_ids:
            raise VcfRefusedError("The provided VCF file contains no samples.")
        if len(set(sample_ids)) != len(sample_ids) or not all(sample_ids):
            raise VcfRefusedError("The provided VCF file contains a sample twice or a sample without a name.")
        return sample_ids

    def _parse_record(self, line: bytes) -> VcfRecord:
        fields = line.split(b"\t", 9)
        if len(fields) < 10 or not fields[1].isdigit() or len(fields[1]) > 10:
            raise VcfRefusedError("The provided VCF file is malformed: a line does not have its columns.")
        contig, pos_text, _, reference, alternates = fields[:5]
        if not _CONTIG_NAME.fullmatch(contig):
            raise VcfRefusedError("The provided VCF file is malformed: the name of a chromosome cannot be read.")
        pos = int(pos_text)
        if not _REF.fullmatch(reference) or not _ALT.fullmatch(alternates):
            raise VcfRefusedError(f"The provided VCF file is malformed: wrong alleles at position {pos}.")
        if fields[8].partition(b":")[0] != b"GT":
            raise VcfRefusedError(f"The provided VCF file contains no genotypes (GT) at position {pos}.")
        samples = fields[9].split(b"\t")
        if len(samples) != len(self.header.sample_ids):
            raise VcfRefusedError(
                f"The provided VCF file is malformed: {len(samples)} genotypes at position {pos}, but"
                f" {len(self.header.sample_ids)} samples."
            )
        counts = Counter(samples)
        alternate_alleles = () if alternates == b"." else tuple(alternates.split(b","))
        genotypes = {text: self._parse_genotype(text, pos) for text in counts}
        if any(max(genotype.alleles, default=0) > len(alternate_alleles) for genotype in genotypes.values()):
            raise VcfRefusedError(
                f"The provided VCF file is malformed: an allele that does not exist at position {pos}."
            )
        return VcfRecord(contig, pos, reference, alternate_alleles, samples, counts, genotypes)

    def _parse_genotype(self, sample: bytes, pos: int) -> Genotype:
        known = self._genotypes.get(sample)
        if known is not None:
            return known
        text = sample.partition(b":")[0]
        if not _GENOTYPE.fullmatch(text):
            raise VcfRefusedError(
                f"The provided VCF file is malformed: a genotype that cannot be read at position {pos}."
            )
        parts = re.split(rb"[|/]", text)
        alleles = tuple(int(part) for part in parts if part != b".")
        genotype = Genotype(text, alleles, len(parts), b"/" not in text)
        # With more FORMAT fields than GT nearly every text is new; remembering them all would fill the memory.
        if len(self._genotypes) < 100_000:
            self._genotypes[sample] = genotype
        return genotype
