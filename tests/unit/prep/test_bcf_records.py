"""BCF read as records gives what its text gives, and damaged records end with a coded error."""

from __future__ import annotations

import gzip
import random
import struct
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pysam
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import prep
from prep import bcf, source
from prep.bcf_line import whole_line
from prep.bcf_stream import whole_records
from prep.chunks import RecordsChunk
from prep.errors import BlockedError, DamagedError, InputError, LineTooLongError, TruncatedError
from prep.source import Source
from tests.support.prep_files import HG38_20, Prepared, bgzf, codes, limits, policy, record, run, vcf

META = (
    HG38_20,
    "##contig=<ID=chr21,length=46709983>",
    "##contig=<ID=chrUn_1>",
    '##FILTER=<ID=LowQual,Description="x">',
    '##INFO=<ID=DP,Number=1,Type=Integer,Description="x">',
    '##INFO=<ID=AF,Number=A,Type=Float,Description="x">',
    '##INFO=<ID=DB,Number=0,Type=Flag,Description="x">',
    '##INFO=<ID=END,Number=1,Type=Integer,Description="x">',
    '##INFO=<ID=WHO,Number=.,Type=String,Description="x">',
    '##FORMAT=<ID=GT,Number=1,Type=String,Description="x">',
    '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="x">',
    '##FORMAT=<ID=DS,Number=1,Type=Float,Description="x">',
    '##FORMAT=<ID=PID,Number=1,Type=String,Description="x">',
    '##FORMAT=<ID=NOTE,Number=1,Type=String,Description="x">',
)
SAMPLES = ("ALPHA", "BRAVO", "CHARLIE")
LONG = "A" * 20


@st.composite
def records(draw: st.DrawFn) -> list[str]:
    """Sorted records of two chromosomes, with everything that BCF spells in its own way."""
    lines: list[str] = []
    for chrom in ("chr20", "chrUn_1", "chr21"):
        for position in sorted(draw(st.lists(st.integers(1, 40_000_000), max_size=6))):
            pick = draw(st.randoms(use_true_random=False)).choice
            alt = pick(["G", "G", "G", "g", "G,T", ".", "<DEL>", "GT", LONG, f"{LONG},G", "G,<DEL>", "A[chr2:5["])
            separator = pick("/||")
            alleles = ["0", "0", "1"] if alt != "." else ["0"]
            cells, keys = [], pick(["GT", "GT", "GT:AD", "GT:DS:AD", "GT:PID:NOTE", "AD", "DS:GT"])
            values = {"AD": ["3,4", "300,70000", "."], "DS": ["0.25", "1e-07", "."], "PID": ["7_A", LONG, "."]}
            values["NOTE"] = ["ALPHA", "x@example.org", "."]
            for _ in SAMPLES:
                genotype = pick(alleles) + separator + pick(alleles)
                values["GT"] = [genotype] * 9 + [f".{separator}.", ".", "0", f"0{separator}.", "0/1/1"]
                cells.append(":".join(pick(values[key]) for key in keys.split(":")))
            info = pick([".", "DP=5", "DP=70000;AF=0.5", "DB", "WHO=ALPHA", f"WHO={LONG};DB;DP=."])
            lines.append(
                record(
                    position, *cells, chrom=chrom, ref=pick(["A", "a", "A", "N", "AC", LONG]), alt=alt, format=keys,
                    id=pick([".", "rs5", "BRAVO", "rs" + "1" * 20]), info=info, qual=pick([".", "30", "0.5"]),
                    filter=pick(["PASS", "PASS", ".", "LowQual", "LowQual;PASS"]),
                )
            )  # fmt: skip
    return lines


def as_bcf(path: Path, text: bytes) -> Path:
    """The same records as a BCF beside `path`, written by htslib."""
    path.write_bytes(text)
    pysam.set_verbosity(0)
    target = path.with_suffix(".bcf")
    with pysam.VariantFile(str(path)) as reader, pysam.VariantFile(str(target), "wb", header=reader.header) as sink:
        for entry in reader:
            sink.write(entry)
    return target


def outcome(path: Path, read: Callable[[Path], Prepared]) -> object:
    """What a preparation gave that does not depend on how the file was read."""
    try:
        prepared = read(path)
    except BlockedError as error:
        return error.findings
    return prepared.texts, prepared.report.findings, prepared.report.summary.chromosomes


@settings(max_examples=25, deadline=None)
@given(records(), st.sampled_from([None, 200]))
def test_records_give_what_their_text_gives(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], chunk_bytes: int | None
) -> None:
    folder = tmp_path_factory.mktemp("bcf")
    path = as_bcf(folder / "input.vcf", vcf(lines, SAMPLES, META))
    text = folder / "again.vcf"
    text.write_bytes(bcf.read_header(path)[0] + b"".join(bcf.iter_text(path, 1 << 20)))
    existing = prep.build_pseudonym_map(SAMPLES, origin="https://example.org", project="study")

    def read(file: Path) -> Prepared:
        return run(file, existing=existing, chunk_bytes=chunk_bytes if file == path else None)

    wanted, found = outcome(text, read), outcome(path, read)
    if chunk_bytes is None:
        assert found == wanted
    seen = [prep.inspect(file, policy=policy(), limits=limits()) for file in (text, path)]
    assert seen[0].findings == seen[1].findings
    assert seen[0].summary.chromosomes == seen[1].summary.chromosomes


@settings(max_examples=25, deadline=None)
@given(records())
def test_one_record_as_a_line_is_what_htslib_writes(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    path = as_bcf(tmp_path_factory.mktemp("bcf") / "input.vcf", vcf(lines, SAMPLES, META))
    wanted = b"".join(bcf.iter_text(path, 1 << 20)).splitlines()
    assert lines_of(path) == wanted


def lines_of(path: Path) -> list[bytes]:
    with Source(path) as opened:
        return [whole_line(raw, chunk.names) for chunk in opened.iter_records(400) for raw in raws(chunk)]


def test_chunks_grow_from_the_first_record_on(tmp_path: Path) -> None:
    lines = [record(5 + n, "0|1", "1|1", "0|0") for n in range(30)]
    path = as_bcf(tmp_path / "input.vcf", vcf(lines, SAMPLES, META))
    with Source(path) as opened:
        chunks = list(opened.iter_records(1 << 20, first_records=1))
        whole = list(opened.iter_records(1 << 20))
    assert [len(chunk.starts) for chunk in chunks] == [1, 4, 16, 9]
    assert b"".join(chunk.data for chunk in chunks) == whole[0].data
    assert [raw for chunk in chunks for raw in raws(chunk)] == raws(whole[0])


_COUNTS = (b"\x03\x00\x00\x01", b"\x03\x00\x00\x02")  # three samples, and one or two FORMAT keys


@given(
    st.lists(st.tuples(st.sampled_from(_COUNTS), st.lists(st.sampled_from((*_COUNTS, b"\x00", b"\x07"))), st.binary())),
    st.integers(0, 80),
)
def test_records_begin_where_the_one_before_ends_whatever_their_bytes_look_like(
    parts: list[tuple[bytes, list[bytes], bytes]], missing: int
) -> None:
    """Bytes in a record can be those of its numbers of samples and keys, by which many records are found at once."""
    records, wanted, end = [], [], 0
    for counts, shared, individual in parts:
        text = b"".join(shared)
        records.append(struct.pack("<II20x", 24 + len(text), len(individual)) + counts + text + individual)
    data = b"".join(records)
    data = data[: max(0, len(data) - missing)]
    for raw in records:
        if end + len(raw) <= len(data):
            wanted.append(end)
            end += len(raw)
        else:
            break
    starts, behind = whole_records(data)
    assert (starts.tolist(), behind) == (wanted, end)


def test_a_small_file_is_shared_by_threads_and_gives_the_same_bytes(tmp_path: Path) -> None:
    lines = [record(5 + n, "0|1", "1|1", "0|0", id=f"rs{n}") for n in range(3000)]
    path = as_bcf(tmp_path / "input.vcf", vcf(lines, SAMPLES, META))
    alone = run(path, chunk_bytes=20_000)
    with prep.block_executor(2) as workers:
        shared = run(path, chunk_bytes=20_000, executor=workers, existing=alone.map)
        assert workers.__dict__.keys() & {"pool", "threads"} == {"threads"}
    assert shared.sinks == alone.sinks
    assert shared.report.summary == alone.report.summary


def raws(chunk: RecordsChunk) -> list[bytes]:
    bounds = [*chunk.starts.tolist(), len(chunk.data)]
    return [chunk.data[start:end] for start, end in pairwise(bounds)]


@pytest.fixture
def plain(tmp_path: Path) -> bytes:
    """The inflated bytes of a small BCF."""
    lines = [
        record(5, "0|1:3,4", "1|1:1,2", "0|0:.", format="GT:AD", info="DP=7", id="rs1"),
        record(9, "0|1:3,4", ".|.:1,2", "0|0:9,70000", format="GT:AD", filter="LowQual"),
        record(12, "0|1", "1|1", "0|0", alt="G,T"),
    ]
    return gzip.decompress(as_bcf(tmp_path / "plain.vcf", vcf(lines, SAMPLES, META)).read_bytes())


def first_record(plain: bytes) -> int:
    return 9 + int(struct.unpack_from("<I", plain, 5)[0])


def attempt(folder: Path, data: bytes) -> str:
    """How reading ends: the error's code, "" where it is good. Anything but a coded error fails the test."""
    path = folder / "damaged.bcf"
    path.write_bytes(data)
    try:
        run(path)
        prep.inspect(path, policy=policy(), limits=limits())
    except BlockedError as error:
        return ",".join(sorted(codes(error.findings, "blocks"))) or "blocked"
    except InputError as error:
        return error.code
    return ""


def changed(plain: bytes, offset: int, value: bytes) -> bytes:
    """With other bytes at an offset of the first record."""
    at = first_record(plain) + offset
    return plain[:at] + value + plain[at + len(value) :]


@pytest.mark.parametrize(
    ("offset", "value"),
    [
        (0, struct.pack("<I", 23)),  # shorter than its fixed fields
        (0, struct.pack("<II", 10, 8)),  # and the whole record too
        (0, struct.pack("<I", 60)),
        (0, struct.pack("<I", 0xFFFFFFF0)),  # 4 GiB
        (4, struct.pack("<I", 5)),
        (4, struct.pack("<I", 0xFFFFFFF0)),
        (8, struct.pack("<i", -1)),  # no contig
        (8, struct.pack("<i", 99)),
        (24, struct.pack("<HH", 1, 0xFFFF)),  # alleles
        (24, struct.pack("<HH", 0xFFFF, 2)),  # INFO entries
        (28, struct.pack("<I", 2 << 24 | 4)),  # samples
        (28, struct.pack("<I", 255 << 24 | 3)),  # FORMAT keys
        (32, b"\xf7\x13\xff\xff\xff\x7f"),  # ID of 2 GiB
        (32, b"\xf7\x13\xff\xff\xff\xff"),  # a negative length
        (32, b"\x34"),  # a type that there is not
    ],
)
def test_damaged_fields_end_with_a_coded_error(tmp_path: Path, plain: bytes, offset: int, value: bytes) -> None:
    assert attempt(tmp_path, bgzf(plain)) == ""
    path = tmp_path / "damaged.bcf"
    path.write_bytes(bgzf(changed(plain, offset, value)))
    with pytest.raises((DamagedError, TruncatedError, LineTooLongError)):
        run(path)


def test_changed_bytes_and_cuts_anywhere_end_well(tmp_path: Path, plain: bytes) -> None:
    chance = random.Random(3)
    start = first_record(plain)
    for at in range(start, len(plain), 3):
        value = chance.choice((0, 1, 0x7F, 0x80, 0xF7, 0xFF, plain[at] ^ 1 << chance.randrange(8)))
        attempt(tmp_path, bgzf(plain[:at] + bytes((value,)) + plain[at + 1 :], 150))
    for at in range(start + 1, len(plain), 17):
        assert attempt(tmp_path, bgzf(plain[:at], 150)) in ("VCF-TRUNCATED", "VCF-DAMAGED", "")
    whole = bgzf(plain, 150)
    for at in range(28, len(whole), 97):
        assert attempt(tmp_path, whole[:-at]) != ""


def test_a_record_over_the_limit_is_refused_before_it_is_whole(
    tmp_path: Path, plain: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "LINE_LIMIT", 40)
    path = tmp_path / "long.bcf"
    path.write_bytes(bgzf(plain, 40))
    with pytest.raises(LineTooLongError):
        run(path, chunk_bytes=1)
