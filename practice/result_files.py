"""Writes results: BGZF text sealed on its way to the disk, so that the disk never sees a genotype."""

from __future__ import annotations

import hashlib
import os
import struct
import zlib
from pathlib import Path
from types import TracebackType

from client.model.job import ResultEntry
from client.seal.container import BodySealer, BodyWriter, build_header, generate_file_key
from client.seal.keys import PublicKey
from practice.vcf_reader import VcfRecord

_BLOCK_BYTES = 65280
# The empty block that ends every BGZF file (SAM specification, section 4.1.2).
_BGZF_END = bytes.fromhex("1f8b08040000000000ff0600424302001b0003000000000000000000")
_LEVEL = 1


class SealedResult:
    """One result on its way to the disk; `finish` gives its entry for the result manifest. A context manager."""

    def __init__(self, path: Path, name: str, media_type: str, recipient: PublicKey, map_id: str | None) -> None:
        self._name, self._media_type, self._map_id = name, media_type, map_id
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        self._sink = os.fdopen(descriptor, "wb")
        file_key = generate_file_key()
        header = build_header(file_key, [recipient])
        self._sealed_hash = hashlib.sha256(header)
        self._sink.write(header)
        self._header_bytes = len(header)
        self._body = BodyWriter(BodySealer(file_key), self._sink, also_hash=self._sealed_hash)

    def __enter__(self) -> SealedResult:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._sink.close()

    def write(self, data: bytes) -> None:
        self._body.write(data)

    def finish(self) -> ResultEntry:
        self._body.finish()
        self._sink.flush()
        os.fsync(self._sink.fileno())
        return ResultEntry(
            name=self._name,
            media_type=self._media_type,
            sealed_sha256=self._sealed_hash.hexdigest(),
            sealed_bytes=self._header_bytes + self._body.body_bytes,
            map_id=self._map_id,
        )


class BgzfResult:
    """Text lines as BGZF blocks into a sealed result."""

    def __init__(self, sealed: SealedResult) -> None:
        self._sealed = sealed
        self._pending: list[bytes] = []
        self._pending_bytes = 0

    def write(self, data: bytes) -> None:
        self._pending.append(data)
        self._pending_bytes += len(data)
        if self._pending_bytes >= _BLOCK_BYTES:
            text = b"".join(self._pending)
            whole = len(text) - len(text) % _BLOCK_BYTES
            for start in range(0, whole, _BLOCK_BYTES):
                self._sealed.write(_bgzf_block(text[start : start + _BLOCK_BYTES]))
            self._pending = [text[whole:]]
            self._pending_bytes = len(text) - whole

    def finish(self) -> ResultEntry:
        text = b"".join(self._pending)
        if text:
            self._sealed.write(_bgzf_block(text))
        self._sealed.write(_BGZF_END)
        return self._sealed.finish()


def _bgzf_block(text: bytes) -> bytes:
    """One gzip member with its own length in an extra field."""
    deflater = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    packed = deflater.compress(text) + deflater.flush()
    if len(packed) > 65536 - 26:
        # What does not shrink is stored: 5 bytes more than the text, which always fits.
        deflater = zlib.compressobj(0, zlib.DEFLATED, -15)
        packed = deflater.compress(text) + deflater.flush()
    header = struct.pack("<4BI2BH2B2H", 31, 139, 8, 4, 0, 0, 255, 6, 66, 67, 2, len(packed) + 25)
    return header + packed + struct.pack("<2I", zlib.crc32(text), len(text))


class SiteSummary:
    """Allele frequencies and call rate of one site, from the distinct genotypes and how often each occurs."""

    def __init__(self, record: VcfRecord) -> None:
        self.allele_counts = [0] * (len(record.alternate_alleles) + 1)
        called = 0
        for text, occurrences in record.counts.items():
            genotype = record.genotypes[text]
            for allele in genotype.alleles:
                self.allele_counts[allele] += occurrences
            if genotype.is_called:
                called += occurrences
        self.allele_number = sum(self.allele_counts)
        self.call_rate = called / len(record.samples)

    @property
    def frequencies(self) -> list[float]:
        """Of each alternate allele; 0 where nothing was called."""
        return [count / self.allele_number if self.allele_number else 0.0 for count in self.allele_counts[1:]]

    @property
    def is_polymorphic(self) -> bool:
        return sum(count > 0 for count in self.allele_counts) > 1


def dosage_header(contig_lines: tuple[bytes, ...], sample_ids: tuple[bytes, ...]) -> bytes:
    """The header of a dosage file; it says what it is not."""
    lines = [
        b"##fileformat=VCFv4.3",
        b"##source=genoseal-practice",
        b"##genoseal_practice=Dosages are counted from the submitted genotypes. Nothing was imputed.",
        *contig_lines,
        b'##INFO=<ID=AF,Number=A,Type=Float,Description="Alternate allele frequency among called alleles">',
        b'##INFO=<ID=AN,Number=1,Type=Integer,Description="Number of called alleles">',
        b'##FORMAT=<ID=GT,Number=1,Type=String,Description="Submitted genotype">',
        b'##FORMAT=<ID=DS,Number=A,Type=Float,Description="Number of alternate alleles in the submitted genotype">',
        b"#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t" + b"\t".join(sample_ids),
    ]
    return b"\n".join(lines) + b"\n"


def dosage_line(record: VcfRecord, summary: SiteSummary) -> bytes:
    """One line of a dosage file. `1|0` becomes `1|0:1`; a genotype that is not whole has the dosage `.`."""
    alternates = range(1, len(record.alternate_alleles) + 1)
    shown: dict[bytes, bytes] = {}
    for text, genotype in record.genotypes.items():
        if genotype.is_called and alternates:
            dosages = b",".join(str(genotype.alleles.count(allele)).encode() for allele in alternates)
        else:
            dosages = b"."
        shown[text] = genotype.text + b":" + dosages
    frequencies = ",".join(f"{frequency:.6g}" for frequency in summary.frequencies) or "."
    alternate_text = b",".join(record.alternate_alleles) or b"."
    info = f"AF={frequencies};AN={summary.allele_number}".encode()
    columns = [
        record.contig,
        str(record.pos_1based).encode(),
        b".",
        record.reference_allele,
        alternate_text,
        b".",
        b"PASS",
        info,
        b"GT:DS",
    ]
    return b"\t".join(columns) + b"\t" + b"\t".join(map(shown.__getitem__, record.samples)) + b"\n"


SITES_HEADER = b"CHROM\tPOS\tREF\tALT\tAC\tAN\tAF\tCALL_RATE\n"


def sites_line(record: VcfRecord, summary: SiteSummary) -> bytes:
    """One line of the table of sites; several alternate alleles are separated by commas."""
    frequencies = ",".join(f"{frequency:.6g}" for frequency in summary.frequencies) or "."
    counts = ",".join(map(str, summary.allele_counts[1:])) or "."
    alternate_text = b",".join(record.alternate_alleles).decode() or "."
    return (
        f"{record.contig.decode()}\t{record.pos_1based}\t{record.reference_allele.decode()}\t{alternate_text}"
        f"\t{counts}\t{summary.allele_number}\t{frequencies}\t{summary.call_rate:.6g}\n"
    ).encode()
