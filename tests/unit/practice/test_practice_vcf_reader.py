"""The practice service's own VCF reader and its results, against pysam, real files and damaged ones."""

from __future__ import annotations

import gzip
import random
import re
from collections import Counter
from pathlib import Path

import pytest

from client.seal.container import open_bytes
from client.seal.keys import generate_private_key
from practice.result_files import BgzfResult, SealedResult, SiteSummary, dosage_header, dosage_line, sites_line
from practice.vcf_reader import VcfReader, VcfRefusedError, chromosome_of, iter_gunzipped, iter_lines
from tests.support.small_vcf import packed, small_vcf

pysam = pytest.importorskip("pysam")


def in_pieces(data: bytes, size: int = 1000) -> list[bytes]:
    return [data[start : start + size] for start in range(0, len(data), size)]


def write_results(data: bytes, folder: Path) -> tuple[Path, Path]:
    """Read a gzipped VCF and write its opened results, as a user would have them."""
    key = generate_private_key()
    reader = VcfReader(in_pieces(data, 65536))
    opened = []
    files = [
        SealedResult(folder / name, name, "application/gzip", key.public_key(), None) for name in ("dose", "sites")
    ]
    with files[0], files[1]:
        dosages, sites = BgzfResult(files[0]), BgzfResult(files[1])
        dosages.write(dosage_header(reader.header.contig_lines, reader.header.sample_ids))
        for record in reader.iter_records():
            summary = SiteSummary(record)
            dosages.write(dosage_line(record, summary))
            sites.write(sites_line(record, summary))
        entries = [dosages.finish(), sites.finish()]
    for entry in entries:
        sealed = (folder / entry.name).read_bytes()
        assert len(sealed) == entry.sealed_bytes
        path = folder / f"{entry.name}.gz"
        path.write_bytes(open_bytes(sealed, key))
        opened.append(path)
    return opened[0], opened[1]


@pytest.mark.corpus
def test_frequencies_and_dosages_agree_with_pysam_on_real_genotypes(corpus: Path, tmp_path: Path) -> None:
    source = corpus / "large" / "UW-GAC__analysis_pipeline__1KG_phase3_subset_chr21.vcf.gz"
    plain = tmp_path / "plain.vcf"
    plain.write_bytes(gzip.decompress(source.read_bytes()))
    dosages, sites = write_results(source.read_bytes(), tmp_path)
    rows = [line.split("\t") for line in gzip.decompress(sites.read_bytes()).decode().splitlines()]
    assert rows
    with pysam.VariantFile(str(plain)) as before, pysam.VariantFile(str(dosages)) as after:
        assert list(after.header.samples) == list(before.header.samples)
        for row, was, now in zip(rows, before, after, strict=True):
            cells = _cells(was)
            numbers = [str(number) for number in range(1, len(was.alleles))]
            alleles: Counter[str] = Counter()
            expected_cells = {}
            for cell, times in Counter(cells).items():
                called = [allele for allele in re.split(r"[|/]", cell) if allele != "."]
                alleles.update(called * times)
                expected_cells[cell] = f"{cell}:{','.join(str(called.count(number)) for number in numbers)}"
            expected = [alleles[number] / alleles.total() for number in numbers]
            assert [float(text) for text in row[6].split(",")] == pytest.approx(expected, rel=1e-5)
            assert (row[1], int(row[5])) == (str(was.pos), alleles.total())
            assert now.alleles == was.alleles
            assert _cells(now) == [expected_cells[cell] for cell in cells]


def _cells(record: pysam.VariantRecord) -> list[str]:
    """In htslib's own words: an object of pysam's for each of a million cells took seven seconds."""
    return str(record).rstrip("\n").split("\t")[9:]


def test_bgzf_blocks_are_what_htslib_reads_also_for_data_that_does_not_shrink(tmp_path: Path) -> None:
    key = generate_private_key()
    random_lines = random.Random(7).randbytes(300_000).hex().encode()
    for name, data in (
        ("text", b"abc\n" * 100_000),
        ("random", random.Random(8).randbytes(200_000)),
        ("hex", random_lines),
    ):
        with SealedResult(tmp_path / name, name, "application/gzip", key.public_key(), None) as sealed:
            result = BgzfResult(sealed)
            for piece in in_pieces(data, 70_001):
                result.write(piece)
            result.finish()
        path = tmp_path / f"{name}.gz"
        path.write_bytes(open_bytes((tmp_path / name).read_bytes(), key))
        with pysam.BGZFile(str(path)) as file:
            assert file.read() == data
        assert gzip.decompress(path.read_bytes()) == data


@pytest.mark.corpus
def test_every_file_of_the_corpus_is_read_or_refused_in_words(corpus: Path) -> None:
    folders = [corpus / name for name in ("spec", "server", "small")]
    read = refused = 0
    for path in sorted(file for folder in folders for file in folder.rglob("*.vcf*")):
        data = path.read_bytes()
        try:
            reader = VcfReader(in_pieces(data if data[:2] == b"\x1f\x8b" else gzip.compress(data, 1), 65536))
            for record in reader.iter_records():
                chromosome_of(record.contig)
                SiteSummary(record)
            read += 1
        except VcfRefusedError:
            refused += 1
    assert read > 10
    assert refused > 10


def test_damaged_bytes_are_refused_and_never_crash() -> None:
    randomness = random.Random(42)
    text = small_vcf()
    for _ in range(1500):
        damaged = bytearray(text)
        for _ in range(randomness.randint(1, 4)):
            at = randomness.randrange(len(damaged))
            choice = randomness.random()
            if choice < 0.4:
                damaged[at] = randomness.randrange(256)
            elif choice < 0.7:
                del damaged[at : at + randomness.randint(1, 30)]
            else:
                damaged[at:at] = randomness.choice([b"\t", b"\n", b"\r", b"\x00", b"|", b":", b"9", b"##", b","])
            if not damaged:
                break
        try:
            reader = VcfReader([gzip.compress(bytes(damaged), 1)])
            for record in reader.iter_records():
                summary = SiteSummary(record)
                dosage_line(record, summary)
                sites_line(record, summary)
                chromosome_of(record.contig)
        except VcfRefusedError:
            continue


def test_damaged_gzip_is_refused_at_every_cut() -> None:
    data = packed(small_vcf()) + packed(b"")
    for length in range(1, len(data)):
        try:
            text = b"".join(iter_gunzipped(in_pieces(data[:length], 7)))
        except VcfRefusedError:
            continue
        assert text == small_vcf(), length
    assert b"".join(iter_gunzipped(in_pieces(data, 1))) == small_vcf()
    with pytest.raises(VcfRefusedError):
        list(iter_gunzipped([packed(small_vcf()), b"garbage after the end"]))


def test_a_bomb_comes_out_in_bounded_pieces() -> None:
    bomb = gzip.compress(bytes(20_000_000))
    assert max(len(piece) for piece in iter_gunzipped([bomb])) <= 1024 * 1024


def test_what_unpacks_to_whole_pieces_is_complete() -> None:
    for length in (1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024):
        data = b"A" * length
        for size in (10, 100_000):
            assert b"".join(iter_gunzipped(in_pieces(gzip.compress(data), size))) == data


def test_an_endless_line_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("practice.vcf_reader.MAX_LINE_BYTES", 1000)
    with pytest.raises(VcfRefusedError):
        list(iter_lines([b"x" * 600, b"x" * 600]))


@pytest.mark.parametrize(("contig", "chromosome"), [(b"20", "20"), (b"chrX", "X"), (b"chrM", "MT"), (b"MT", "MT")])
def test_contigs_are_chromosomes(contig: bytes, chromosome: str) -> None:
    assert chromosome_of(contig) == chromosome


@pytest.mark.parametrize("contig", [b"23", b"chr0", b"GL000192.1", b"", b"\xff", b"chrchr1"])
def test_other_contigs_are_refused(contig: bytes) -> None:
    with pytest.raises(VcfRefusedError):
        chromosome_of(contig)
