"""The plain reader of BCF headers says what pysam says, or nothing."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pysam
import pytest

from prep import bcf
from prep.bcf_header import parse_plain_header, read_plain_header
from prep.bcf_line import BcfNames
from prep.errors import BcfNamesError, DamagedError
from tests.support.bcf_records import bcf_record
from tests.support.prep_files import bgzf, run

FIRST = ["##fileformat=VCFv4.2", '##FILTER=<ID=PASS,Description="All filters passed">']
LINES = (
    "##source=a program",
    '##source="another"',
    "##bcftools_viewVersion=1.16+htslib-1.16",
    "##reference=file:///ref.fa",
    '##FILTER=<ID=q10,Description="a, b = <c>">',
    '##FILTER=<ID=DP,Description="">',
    '##INFO=<ID=DP,Number=1,Type=Integer,Description="Depth">',
    '##INFO=<ID=DB,Number=0,Type=Flag,Description="Listed">',
    '##INFO=<ID=AF,Number=A,Type=Float,Description="Frequency">',
    '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
    '##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Depth">',
    '##FORMAT=<ID=PL,Number=G,Type=Integer,Description="Å">',
    '##INFO=<ID=AC,Type=Integer,Number=A,Description="Count">',
    '##FORMAT=<ID=HQ,Type=Integer,Number=2,Description="(x=1)">',
    '##ALT=<ID=INS:ME:ALU,Description="Insertion of ALU element">',
    '##GATKCommandLine.HaplotypeCaller=<ID=HaplotypeCaller,Version=3.4-46,CommandLineOptions="analysis=a (b) c">',
    "##GVCFBlock0-1=minGQ=0(inclusive),maxGQ=1(exclusive)",
    "##contig=<ID=1>",
    "##contig=<ID=chr20,length=64444167,assembly=GRCh38>",
    '##contig=<ID=X,length=155270560,species="Homo sapiens">',
)
CONTIG_7 = "##contig=<ID=7,IDX=7>"
ODD = (
    "##contig=<ID=HLA:01,length=x>",
    "##contig=<length=5,ID=2>",
    '##INFO=<ID=DB,Number=1,Type=Flag,Description="Listed">',
    '##INFO=<ID=DP,Number=1,Type=Integer,Description="Depth",Source="here">',
    '##INFO=<ID=Q,Number=1,Type=Character,Description="a letter">',
    '##INFO=<ID=Q,Type=Integer,Description="no number">',
    '##FORMAT=<ID=GT,Number=2,Type=Integer,Description="Genotype">',
    '##FORMAT=<ID=FT,Number=1,Type=String,Description="a \\"quote\\"">',
    '##ALT=<ID=INS:ME:ALU,Description="Another">',
    '##FORMAT=<ID=GT,Type=String,Number=G,Description="Genotype">',
    '##FORMAT=<ID=GT,Type=Integer,Number=1,Description="Genotype">',
    "##SAMPLE=<ID=s1,Sex=F>",
    "##source=a program",
    "##source= blank",
    "##source=",
    "##nothing",
    "## fileDate=2024",
    "##fileformat=VCFv4.1",
    "##fileFormat=VCFv4.1",
    '##FILTER=<ID=PASS,Description="All of it">',
    '##FILTER=<ID=PASS,Description="All filters passed",IDX=3>',
    '##INFO=<ID=PASS,Number=1,Type=Integer,Description="">',
    "##contig=<ID=PASS>",
    '##INFO=<ID=DP,Number=1,Type=Integer,Description="Depth",IDX=9>',
    CONTIG_7,
    "##contig=<ID=1,assembly=b37,assembly=b38>",
    "##PEDIGREE=<Derived=s1,Original=s2>",
)


def by_pysam(path: Path) -> tuple[bytes, BcfNames]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("prep.bcf_header.read_plain_header", lambda path: None)
        return bcf.read_header(path)


def write(path: Path, lines: list[str], samples: tuple[str, ...] = ("s1", "s2"), encoding: str = "utf-8") -> bytes:
    columns = "\t".join(("#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT", *samples))
    text = "\n".join((*lines, columns, "\0")).encode(encoding)
    path.write_bytes(bgzf(b"BCF\x02\x02" + len(text).to_bytes(4, "little") + text))
    return text


@pytest.mark.corpus
def test_headers_of_real_files_are_read_alike(corpus: Path) -> None:
    files = sorted(corpus.glob("*/*.bcf"))
    read = [read_plain_header(file) for file in files]
    assert len(files) == sum(header is not None for header in read)
    for file, header in zip(files, read, strict=True):
        assert header is None or header == by_pysam(file)


@pytest.mark.parametrize("says_numbers", [False, True])
def test_ordinary_headers_are_read_alike(tmp_path: Path, says_numbers: bool) -> None:
    rng = random.Random(f"{says_numbers}")
    for _ in range(60):
        lines = FIRST[: rng.randrange(1, 3)] + rng.sample(LINES, rng.randrange(1, len(LINES)))
        if says_numbers:
            header = pysam.VariantHeader()
            for line in lines[1:]:
                header.add_line(line)
            header.add_sample("s1")
            with pysam.VariantFile(str(tmp_path / "file.bcf"), "wb", header=header):
                pass
        else:
            write(tmp_path / "file.bcf", lines)
        plain = read_plain_header(tmp_path / "file.bcf")
        assert plain is not None
        assert plain == by_pysam(tmp_path / "file.bcf")


def test_odd_headers_are_left_alone_or_read_alike(tmp_path: Path) -> None:
    rng = random.Random(5)
    pysam.set_verbosity(0)
    for number in range(240):
        odd = ODD[number % len(ODD)]
        lines = FIRST + rng.sample(LINES, 5)
        lines.insert(rng.randrange(len(lines) + 1), odd)
        text = write(tmp_path / "file.bcf", lines)
        if (plain := parse_plain_header(text)) is None:
            continue
        assert plain == by_pysam(tmp_path / "file.bcf"), odd


def test_numbers_may_be_left_out(tmp_path: Path) -> None:
    lines = [*FIRST, '##INFO=<ID=DP,Number=1,Type=Integer,Description="",IDX=4>', CONTIG_7]
    header = parse_plain_header(write(tmp_path / "file.bcf", lines))
    assert header is not None
    assert header[1] == BcfNames({7: b"7"}, {0: b"PASS", 4: b"DP"}, 2)


def test_a_tab_in_a_name_begins_no_column(tmp_path: Path) -> None:
    line = '##FORMAT=<ID=A\tB,Number=1,Type=String,Description="Odd">'
    write(tmp_path / "file.bcf", [*FIRST, "##contig=<ID=1>", line])
    assert b"A B" in bcf.read_header(tmp_path / "file.bcf")[1].strings.values()


@pytest.mark.parametrize("odd", ["##source=a program", "##nothing"])  # the second leaves the header to pysam
def test_numbers_left_out_and_names_in_latin_1_are_read(tmp_path: Path, odd: str) -> None:
    lines = [
        FIRST[0],
        FIRST[1][:-1] + ",IDX=0>",
        odd,
        "##reference=K\xf8benhavn",
        '##FILTER=<ID=d\xe5rlig,Description="J\xe6vn",IDX=3>',
        '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype",IDX=9>',
        "##contig=<ID=chr19,length=58617616,IDX=2>",
        "##contig=<ID=chr20,length=64444167,IDX=7>",
    ]
    path = tmp_path / "file.bcf"
    write(path, lines, ("S\xf8ren", "s2"), "latin-1")
    text, names = bcf.read_header(path)
    assert (read_plain_header(path) is None) == (odd == "##nothing")
    assert names == BcfNames({2: b"chr19", 7: b"chr20"}, {0: b"PASS", 3: b"d\xe5rlig", 9: b"GT"}, 2)
    assert b"##reference=K\xf8benhavn\n" in text
    assert b"IDX" not in text
    genotypes = [(9, 1, 2, b"\x02\x05\x04\x03")]
    records = [
        bcf_record(5 + n, genotypes, 2, contig=7, filters=b"\x11" + bytes((number,))) for n, number in enumerate((0, 3))
    ]
    path.write_bytes(bgzf(gzip.decompress(path.read_bytes()) + b"".join(records)))
    prepared = run(path)
    assert prepared.map.sample_ids == ("S\xf8ren", "s2")
    assert [sorted(cells) for cells in prepared.genotypes().values()] == [["0|1", "1|0"]]
    assert prepared.report.outputs[0].dropped == {"filter": 1}
    written = b"".join(bcf.iter_text(path, 1 << 20)).splitlines()
    assert [line.split(b"\t")[6] for line in written] == [b"PASS", b"d\xe5rlig"]


def test_a_record_with_a_number_that_is_left_out_is_damaged(tmp_path: Path) -> None:
    lines = [FIRST[0], FIRST[1][:-1] + ",IDX=0>", "##nothing", "##contig=<ID=chr20,IDX=7>"]
    path = tmp_path / "file.bcf"
    write(path, lines)
    path.write_bytes(bgzf(gzip.decompress(path.read_bytes()) + bcf_record(5, [], 2, contig=5)))
    with pytest.raises(DamagedError):
        run(path)


@pytest.mark.parametrize("samples", [("s1", "s1"), ("", "s2"), ("s\x01", "s2")])
def test_odd_samples_are_left_alone(tmp_path: Path, samples: tuple[str, ...]) -> None:
    assert parse_plain_header(write(tmp_path / "file.bcf", FIRST, samples)) is None


def test_a_plain_bcf_is_read_without_pysam(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pysam", None)
    write(tmp_path / "file.bcf", FIRST + list(LINES))
    assert bcf.read_header(tmp_path / "file.bcf")[1].samples == 2


@pytest.mark.parametrize(
    ("names", "reason"),
    [("ANNA\tBENT\tANNA", "twice"), ("ANNA\t\tBENT", "empty"), ("ANNA\t", "empty"), ("\t", "empty")],
)
def test_a_name_that_is_there_twice_or_empty_is_called_that(tmp_path: Path, names: str, reason: str) -> None:
    columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT"
    text = "\n".join((*FIRST, *LINES, f"{columns}\t{names}\n\0"))
    path = tmp_path / "input.bcf"
    path.write_bytes(bgzf(b"BCF\2\2" + len(text.encode()).to_bytes(4, "little") + text.encode()))
    with pytest.raises(BcfNamesError) as caught:
        run(path)
    assert caught.value.facts == {"reason": reason}
