"""What the fuzzer calls: each target takes any bytes, raises only what it should, and asserts what must always hold.

The harness (harness.py) drives them under atheris; without it they are called with mutated seeds (test_prep_fuzz.py).
"""

from __future__ import annotations

import gzip
import io
import re
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

import prep
from prep.bcf_line import BcfNames
from prep.bcf_stream import iter_record_chunks
from prep.block import run_block
from prep.blocks_in import block_size, inflate_blocks
from prep.contigs import HAPLOID_CHROMOSOMES, contig_of
from prep.errors import InputError, PrepError, RecheckError
from prep.header import parse_header
from prep.header_scan import scan_header
from prep.leakscan import NameFinder
from prep.order import OrderState
from prep.recheck import Expected, inflate_strictly
from prep.record_scan import scan_sites
from prep.results import PreparedName
from prep.rules import BlockRules, BoolArray
from tests.support.bcf_records import bcf_record
from tests.support.both_readers import read_by_both
from tests.support.prep_files import bgzf, limits, policy, random_records, record, vcf

SAMPLES = ("ALPHA", "BRAVO", "CHARLIE", "DELTA")
META = (
    "##contig=<ID=chr20,length=64444167>", "##contig=<ID=chrX,length=156040895>",
    '##INFO=<ID=AC,Number=A,Type=Integer,Description="x">', "##SAMPLE=<ID=ALPHA>",
    '##GATKCommandLine=<ID=X,CommandLine="-I /home/kirsten/120399-9997.bam">',
)  # fmt: skip
RECORDS = (
    *random_records(3, 4, 6, text_format="GT:AD:DP"),
    record(9000, "0|1", "1|1", ".", "./."),
    record(9001, "0/1:9:3", "1", "0", "2", format="GT:DP:PS"),
    record(9002, "0/1", "1/.", "./1", "1|1", chrom="chrX", info="CARRIERS=ALPHA;AF=0.5", id="rs12"),
    record(5_000_000, "0", "1/.", "./1", "1|1", chrom="chrX", ref="a", alt="g"),
    record(5_000_001, "0|1", "0/0", "1/1", "0/1", alt="<DEL>", filter="q10"),
)
TEXT = vcf(RECORDS, SAMPLES, META)
_NAMES = NameFinder(SAMPLES)
_POLICY, _LIMITS = policy(), limits("michigan")
_MAP = prep.build_pseudonym_map(SAMPLES, origin="https://example.org", project="fuzz")
_LINE = re.compile(
    rb"chr(?:[1-9]|1[0-9]|2[0-2]|X)\t[1-9][0-9]{0,8}\t\.\t[ACGT]\t[ACGT]\t\.\tPASS\t\.\tGT(?:\t[01.](?:[|/][01.])?){4}"
)
_EVERYBODY = np.arange(len(SAMPLES))


def _on_x(*samples: int) -> BoolArray:
    """These samples, on X alone."""
    return np.array([[label == "X" and sample in samples for sample in _EVERYBODY] for label in HAPLOID_CHROMOSOMES])


_RULES = BlockRules(
    sample_count=len(SAMPLES),
    selected=_EVERYBODY,
    column_order=np.array(_MAP.column_order),
    contigs=(contig_of("20", "hg38"), contig_of("X", "hg38")),
    phased=False,
    haploid=_on_x(1),
    names=_NAMES,
    scan_bytes=4096,
)
_EXPECTED = {
    contig.chromosome: Expected(
        file_name=contig.file_name,
        contig=contig.name,
        contig_length=contig.length,
        pseudonyms=_MAP.output_pseudonyms,
        separator=ord("/"),
        source_columns=_MAP.column_order,
        haploid_from=contig.haploid_from,
        haploid_to=contig.haploid_to,
    )
    for contig in _RULES.contigs
}


_BCF_NAMES = BcfNames(
    {0: b"chr20", 1: b"chrX", 2: b"chrUn"}, {0: b"PASS", 1: b"LowQual", 2: b"GT", 3: b"DP", 4: b"PS"}, len(SAMPLES)
)
_BCF_RECORDS = (
    bcf_record(
        9000, [(2, 1, 2, b"\x02\x04\x04\x05\x00\x00\x02\x03")], 4, record_id=b"rs12", info=[b"\x11\x03\x11\x07"]
    ),
    bcf_record(9002, [(2, 2, 2, b"\x02\x00\x04\x00" * 4)], 4, alleles=(b"a", b"t\x00"), filters=b"\x00"),
    bcf_record(9003, [(2, 1, 3, b"\x02\x04\x81" * 4)], 4, alleles=(b"A", b"G", b"<DEL>"), filters=b"\x21\x00\x01"),
    bcf_record(9004, [(2, 1, 2, b"\x02\x04" * 4)], 4, alleles=(b"A" * 20, b"G")),
    bcf_record(9005, [(3, 1, 1, bytes(4)), (2, 1, 2, b"\x02\x04" * 4)], 4, record_id=b"r" * 20),
    bcf_record(
        6_000_000, [(2, 1, 2, b"\x02\x04\x04\x81\x00\x02\x02\x03"), (3, 1, 1, b"\x05\x80\x81\x07")], 4, contig=1
    ),
    bcf_record(6_000_003, [], 4, contig=2, alleles=(b"A",) * 12),
)
_ODD_BCF_RECORDS = (
    bcf_record(6_000_000, [(2, 1, 1, b"\x02\x04\x00\x81"), (4, 2, 1, bytes(8))], 4, contig=1),
    bcf_record(9000, [(3, 1, 1, bytes(4))], 4),
    bcf_record(9000, [(2, 1, 2, b"\x02\x06\x04\x05\x80\x81\x02\x03")], 4),
)
# CHARLIE writes his one allele on X as a half call.
_MEN_RULES = replace(_RULES, haploid=_on_x(1, 2), one_allele=_on_x(2))
_MEN_EXPECTED = {label: replace(expected, one_allele=frozenset((2,))) for label, expected in _EXPECTED.items()}


def header(data: bytes) -> None:
    """Any bytes as a header: read, described, scanned."""
    try:
        parsed = parse_header(data, "text")
    except PrepError:
        return
    findings, marks = scan_header(parsed, NameFinder(parsed.sample_ids))
    for finding in findings:
        assert finding.where.startswith("header ")
    for mark in marks:
        assert 0 <= mark.start < mark.end
    list(scan_sites(data.decode("utf-8", "replace"), _NAMES))


def lines(data: bytes) -> None:
    """Any bytes as records: the fast readers and the careful one agree, and what is written holds the grammar."""
    text = data.replace(b"\r\n", b"\n") + (b"" if data.endswith(b"\n") else b"\n")
    rules, expected = (_MEN_RULES, _MEN_EXPECTED) if len(data) % 2 else (_RULES, _EXPECTED)
    fast = read_by_both(text, rules, expected)
    for piece in fast.pieces:
        written = gzip.decompress(piece.data)
        assert all(_LINE.fullmatch(line) for line in written.split(b"\n")[:-1])


def records(data: bytes) -> None:
    """Any bytes as BCF records: the reader of whole blocks and the careful one agree, or one says what is damaged."""
    pieces = iter((((b"BCF\x02\x02" + bytes(4) + data,), 0),))
    fast, slow = (replace(_RULES, force_slow=is_slow) for is_slow in (False, True))
    try:
        for chunk in iter_record_chunks(pieces, _BCF_NAMES, 0, 1 << 20):
            read = run_block(chunk, fast, _EXPECTED, OrderState())
            wanted = run_block(chunk, slow, _EXPECTED, OrderState())
            assert [piece.data for piece in read.pieces] == [piece.data for piece in wanted.pieces]
            assert read.problem_counts == wanted.problem_counts
            for piece in read.pieces:
                assert all(_LINE.fullmatch(line) for line in gzip.decompress(piece.data).split(b"\n")[:-1])
    except InputError:
        return


def blocks(data: bytes) -> None:
    """Any bytes as BGZF blocks: reading them gives what is in them or says that they are damaged."""
    at = 0
    try:
        while at < len(data) and (size := block_size(data, at, at)):
            at += size
        text = inflate_blocks(data[:at], 0)
    except PrepError:
        text = None
    try:
        strict = inflate_strictly(data)
    except RecheckError:
        return
    assert strict == text  # what the recheck accepts, the reader reads


def whole(data: bytes) -> None:
    """Any bytes as a file, plain or packed (the first byte says how): nothing but what is allowed comes out."""
    kind, inside = data[:1], data[1:]
    if kind in b"g":
        inside = gzip.compress(inside, 1)
    elif kind in b"bB":
        inside = bgzf(inside, 90 if kind == b"b" else 60_000)
    with tempfile.NamedTemporaryFile(suffix=".vcf.gz") as file:
        file.write(inside)
        file.flush()
        _prepare(Path(file.name))


def _prepare(path: Path) -> None:
    sinks: dict[str, io.BytesIO] = {}

    def open_sink(name: PreparedName) -> io.BytesIO:
        sinks[name.file_name] = io.BytesIO()
        return sinks[name.file_name]

    try:
        prep.inspect(path, policy=_POLICY, limits=_LIMITS, build="hg38", chunk_bytes=700)
        report = prep.prepare(
            path, policy=_POLICY, limits=limits(), build="hg38", pseudonym_map=_MAP, open_sink=open_sink,
            chunk_bytes=700,
        )  # fmt: skip
    except PrepError as error:
        shown = f"{error!r} {error} {error.facts}"
        assert not any(name in shown for name in (*SAMPLES, path.name))
        return
    for output in report.outputs:
        text = gzip.decompress(sinks[output.file_name].getvalue())
        records = [line for line in text.split(b"\n") if line and not line.startswith(b"#")]
        assert len(records) == output.records_kept
        assert all(_LINE.fullmatch(line) for line in records)
        assert not any(name.encode() in text for name in SAMPLES)


def _body(text: bytes) -> bytes:
    return text[text.index(b"#CHROM") :].split(b"\n", 1)[1]


TARGETS: dict[str, Callable[[bytes], None]] = {
    "header": header, "lines": lines, "records": records, "blocks": blocks, "whole": whole,
}  # fmt: skip
SEEDS: dict[str, tuple[bytes, ...]] = {
    "header": (TEXT[: -len(_body(TEXT))], b"##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"),
    "lines": (_body(TEXT), *(line + b"\n" for line in _body(TEXT).split(b"\n") if line)),
    "records": (b"".join(_BCF_RECORDS), *_BCF_RECORDS, *_ODD_BCF_RECORDS),
    "blocks": (bgzf(TEXT), bgzf(TEXT, 200), bgzf(b"")),
    "whole": (b"t" + TEXT, b"g" + TEXT, b"b" + TEXT, b"B" + TEXT, b"r" + bgzf(TEXT, 300), b"r" + gzip.compress(TEXT)),
}
DICTIONARY = (
    b"\t", b"\n", b"\r\n", b"##", b"#CHROM", b"GT", b":", b"|", b"/", b".", b"0/1", b"1|.", b"./.", b"-1", b"<DEL>",
    b"chrX", b"chr20", b"PASS", b"PS", b"\x1f\x8b\x08\x04", b"BC\x02\x00", b"\x00\x00\x00\x00", b"=<ID=", b'"',
    b"\xff\xfe", b"ALPHA",
)  # fmt: skip
