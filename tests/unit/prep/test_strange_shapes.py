"""Shapes that programs outside the corpus write: their genotypes leave as they are, or a finding says why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from prep.errors import BlockedError
from tests.support.prep_files import HG38_20, bgzf, codes, prepare_text, record, vcf

SAME = {5: ["0/1", "1/1", "./."]}
UNPHASED = ("0/1", "1/1", "./.")


@pytest.mark.parametrize(
    "text",
    [
        vcf([record(5, "12:0/1", "9:1/1", ".:./.", format="DP:GT")]),
        vcf([record(5, "0/1:0/1", "1/1", "./.:.", format="GT:GT")]),
        vcf([record(5, "0/1:3:9", "1/1", ".", format="GT:DP:GQ", id="20:5[3]")]),  # cells end early: GraphTyper
        vcf([record(5, "/0/1", "/1/1", "./.")], version="4.4"),
        vcf([record(5, "0/1", "1/1", "./.", qual="-nan", info="A=;B;;C=1")]),
        vcf([record(5, "0/1", "1/1", "./.", info="", qual="", id="")]),
        vcf([record(0, *UNPHASED, ref="N"), record(5, *UNPHASED)]),
        vcf([record(5, *UNPHASED, chrom="20"), record(9, "0/0", "0/0", "0/0", chrom="20")]),
        vcf([record(0, *UNPHASED, chrom="0"), record(5, *UNPHASED)]),  # of arrays: markers without a place
        vcf([record(5, *UNPHASED), record(9, *UNPHASED, ref="I", alt="D"), record(9, *UNPHASED, ref="-")]),
        vcf([record(5, *UNPHASED), record(9, *UNPHASED, alt="X"), record(9, *UNPHASED, alt="<*>")]),
        vcf([record(5, *UNPHASED)], meta=["##key", "##", HG38_20, "##a comment of four words"]),
        vcf([record(5, *UNPHASED)], meta=[HG38_20 + "\t" * 9, "##source=a spreadsheet\t\t"], newline="\r\n"),
        b"\xef\xbb\xbf" + vcf([record(5, *UNPHASED)]),
        bgzf(b"\xef\xbb\xbf" + vcf([record(5, *UNPHASED)]), 1),
        bgzf(vcf([record(5, *UNPHASED)]), 7),
    ],
)
def test_genotypes_leave_as_they_are(tmp_path: Path, text: bytes) -> None:
    assert prepare_text(tmp_path, text).genotypes() == SAME


@pytest.mark.parametrize("container", ["text", "gzip", "bgzf"])
def test_a_mark_before_a_file_that_begins_with_its_columns_is_passed_over(tmp_path: Path, container: str) -> None:
    columns = vcf([record(5, *UNPHASED)], meta=()).split(b"\n", 1)[1]
    prepared = prepare_text(tmp_path, b"\xef\xbb\xbf" + columns, container, build="hg38")
    assert prepared.genotypes() == SAME


@pytest.mark.parametrize(
    ("name", "left_out"),
    [("NC_000020.11", "VCF-CONTIGS-LEFT-OUT"), ("GRCh38#0#chr20", "VCF-CONTIGS-LEFT-OUT"),
     ("chr02", "VCF-CONTIGS-LEFT-OUT"), ("PAR1", "VCF-XY-LEFT-OUT"), ("chrM", "VCF-CHROM-LEFT-OUT")],
)  # fmt: skip
def test_what_is_called_otherwise_is_left_out_and_said_to_be(tmp_path: Path, name: str, left_out: str) -> None:
    prepared = prepare_text(tmp_path, vcf([record(5, *UNPHASED, chrom=name), record(5, *UNPHASED)]))
    assert prepared.genotypes() == SAME
    assert left_out in codes(prepared.report.findings)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (record(5, "0,3,40", "9,0,9", "0,0,0", format="PL"), "VCF-GT-MISSING"),  # called by no caller yet
        (record(5, ".", ".", ".", format="."), "VCF-GT-MISSING"),
        (record(5, "0/1/1", "1/1", "./."), "VCF-PLOIDY"),
        (record(5, "AG", "GG", "AA"), "VCF-GT-MALFORMED"),
        (record(5, "0\\1", "1/1", "./."), "VCF-GT-MALFORMED"),
        (record(0, *UNPHASED), "VCF-POSITION-RANGE"),
        (record(5, *UNPHASED).replace(" 5 ", " 5e0 ", 1), "VCF-POSITION"),
        (record(5, *UNPHASED) + " ", "VCF-COLUMNS"),  # a tab behind the last cell
    ],
)
def test_what_cannot_be_prepared_is_called_what_it_is(tmp_path: Path, line: str, code: str) -> None:
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, vcf([line, record(9, *UNPHASED)]))
    assert codes(caught.value.findings, "block") == {code}


def test_the_first_place_of_each_problem_is_shown_however_many_of_another_there_are(tmp_path: Path) -> None:
    lines = [record(5 + number, "0/1", "1/1", "0") for number in range(300)]
    text = vcf([*lines, record(400, "0/1", "0/x", "0/0"), "chr20 500"])
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, text)
    found = [(finding.code, finding.count, finding.line, finding.column) for finding in caught.value.findings]
    assert found[:3] == [("VCF-COLUMNS", 1, 305, 3), ("VCF-GT-MALFORMED", 1, 304, 11), ("VCF-PLOIDY", 300, 4, 12)]
