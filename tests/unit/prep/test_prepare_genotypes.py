"""Genotype rules: what a kept record's cells become."""

from __future__ import annotations

from pathlib import Path

import pytest

import prep
from prep.errors import BlockedError
from tests.support.prep_files import HG19_20, codes, limits, policy, prepare_text, record, vcf

X19 = "##contig=<ID=X,length=155270560>"
X38 = "##contig=<ID=chrX,length=156040895>"


def genotypes_of(
    folder: Path, *lines: str, samples: tuple[str, ...] = ("ALPHA", "BRAVO", "CHARLIE")
) -> dict[int, list[str]]:
    return prepare_text(folder, vcf(lines, samples)).genotypes()


def test_phased_calls_stay_phased_and_missing_is_written_phased(tmp_path: Path) -> None:
    got = genotypes_of(tmp_path, record(5, "0|1", "./.", "1|1"), record(9, "0|0", ".", "1|0"))
    assert got == {5: ["0|1", ".|.", "1|1"], 9: ["0|0", ".|.", "1|0"]}


def test_unphased_calls_stay_unphased(tmp_path: Path) -> None:
    assert genotypes_of(tmp_path, record(5, "0/1", "./.", "1/1")) == {5: ["0/1", "./.", "1/1"]}


def test_mixed_separators_make_everything_unphased(tmp_path: Path) -> None:
    got = genotypes_of(tmp_path, record(5, "0|1", "0/0", "1|1"), record(9, "0|1", "0|0", "1|0"))
    assert got == {5: ["0/1", "0/0", "1/1"], 9: ["0/1", "0/0", "1/0"]}


@pytest.mark.parametrize("key", ["PS", "PGT", "PID"])
def test_local_phase_is_no_phase(tmp_path: Path, key: str) -> None:
    got = genotypes_of(tmp_path, record(5, "0|1:7", "1|0:7", "1|1:7", format=f"GT:{key}"))
    assert got == {5: ["0/1", "1/0", "1/1"]}


def test_phase_in_dropped_records_says_nothing(tmp_path: Path) -> None:
    got = genotypes_of(
        tmp_path,
        record(5, "0|1", "0|0", "1|1"),
        record(7, "0/1", "0/0", "1/1", alt="GT"),
        record(8, "0/0", "0/0", "0/0"),
    )
    assert got == {5: ["0|1", "0|0", "1|1"]}


def test_half_calls_become_missing_and_are_reported(tmp_path: Path) -> None:
    prepared = prepare_text(tmp_path, vcf([record(5, "0/.", "./1", "1/1")]))
    assert prepared.genotypes() == {5: ["./.", "./.", "1/1"]}
    assert [(f.code, f.count) for f in prepared.report.findings if f.code == "VCF-HALF-CALLS"] == [
        ("VCF-HALF-CALLS", 2)
    ]


def test_prefixed_phase_of_vcf_44_is_understood(tmp_path: Path) -> None:
    got = prepare_text(tmp_path, vcf([record(5, "|0|1", "/0/1", "|1|1")], version="4.4")).genotypes()
    assert got == {5: ["0/1", "0/1", "1/1"]}


def test_gt_is_found_where_format_has_it_and_other_fields_never_leave(tmp_path: Path) -> None:
    got = genotypes_of(tmp_path, record(5, "3:0/1:SECRET", "4:1/1:x", "5", format="DP:GT:TX"))
    assert got == {5: ["0/1", "1/1", "./."]}


def test_lower_case_alleles_are_written_in_upper_case(tmp_path: Path) -> None:
    prepared = prepare_text(tmp_path, vcf([record(5, "0/1", "0/0", "1/1", ref="a", alt="t")]))
    assert prepared.records()[0][3:5] == ["A", "T"]
    assert "VCF-LOWER-CASE" in codes(prepared.report.findings)


def test_position_is_written_anew(tmp_path: Path) -> None:
    prepared = prepare_text(tmp_path, vcf([record(0, "0/1", "0/0", "1/1").replace(" 0 ", " 000000077 ", 1)]))
    assert prepared.records()[0][1] == "77"


@pytest.mark.parametrize(("meta", "name", "build"), [(X19, "X", "hg19"), (X38, "chrX", "hg38")])
def test_haploid_x_stays_haploid_and_missing_takes_the_samples_ploidy(
    tmp_path: Path, meta: str, name: str, build: str
) -> None:
    lines = [record(5_000_000, "0", "0|1", ".", chrom=name), record(5_000_100, ".|.", ".", "1", chrom=name),
             record(5_000_200, "1", ".|.", "0", chrom=name)]  # fmt: skip
    prepared = prepare_text(tmp_path, vcf(lines, meta=[meta]))
    assert prepared.genotypes("chrX.vcf.gz") == {
        5000200: ["1", ".|.", "0"],
        5000000: ["0", "0|1", "."],
        5000100: [".", ".|.", "1"],
    }
    assert prepared.report.outputs[0].contig == name
    assert prepared.report.summary.build == build


def test_males_are_diploid_in_the_pseudo_autosomal_region(tmp_path: Path) -> None:
    lines = [
        record(2_699_519, "0|1", "0|1", "1|1", chrom="X"),
        record(2_699_520, "0", "0|1", "1", chrom="X"),
        record(154_931_044, "1", "0|1", "1", chrom="X"),
        record(154_931_045, ".", "0|1", "1|1", chrom="X"),
    ]
    got = prepare_text(tmp_path, vcf(lines, meta=[X19])).genotypes("chrX.vcf.gz")
    assert got[154931045] == [".|.", "0|1", "1|1"]
    assert got[2699520] == ["0", "0|1", "1"]


@pytest.mark.parametrize("position", [2_699_519, 154_931_045])
def test_a_haploid_call_in_the_pseudo_autosomal_region_blocks(tmp_path: Path, position: int) -> None:
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, vcf([record(position, "0", "0|1", "1|1", chrom="X")], meta=[X19]))
    assert codes(caught.value.findings, "block") == {"VCF-PLOIDY"}


@pytest.mark.parametrize("one", ["{}", "{}/.", "./{}"])
@pytest.mark.parametrize("padding", [0, 12_000])
def test_a_man_may_have_two_alleles_on_the_very_bounds_of_par(tmp_path: Path, one: str, padding: int) -> None:
    """They are PAR in references; services count them as outside, and would refuse the file for such a record."""
    man0, man1 = one.format(0), one.format(1)
    par = [record(100_000 + step, "0/1", "0/1", "1/1", chrom="X") for step in range(padding)]  # more than a first look
    lines = [
        *par,
        record(2_699_520, "0/1", "0/1", "1/1", chrom="X"),
        record(2_699_521, man1, "0/1", man0, chrom="X"),
        record(5_000_000, man0, "0/1", man1, chrom="X"),
        record(154_931_044, "1/1", "1/1", "1/1", chrom="X"),
        record(154_931_045, "0/1", "0/1", "1/1", chrom="X"),
    ]
    prepared = prepare_text(tmp_path, vcf(lines, meta=[X19]))
    assert prepared.report.outputs[0].dropped == {"par-bound": 2}
    got = prepared.genotypes("chrX.vcf.gz")
    assert got.keys() & {2_699_520, 2_699_521, 154_931_044} == {2_699_521}
    assert (got[2_699_521], got[154_931_045]) == (["1", "0/1", "0"], ["0/1", "0/1", "1/1"])
    seen = prep.inspect(tmp_path / "input.vcf", policy=policy(), limits=limits()).findings
    assert not [found.code for found in seen if found.blocks()]


def test_only_men_known_by_one_allele_lose_a_record_on_a_bound(tmp_path: Path) -> None:
    lines = [record(2_699_521, "0|1", "1|1", "0|1", chrom="X"), record(154_931_044, "0|1", "0|1", "1|1", chrom="X")]
    report = prepare_text(tmp_path, vcf(lines, meta=[X19])).report
    assert report.outputs[0].dropped == {}


def test_a_sample_with_both_ploidies_on_x_blocks(tmp_path: Path) -> None:
    lines = [record(5_000_000, "0", "0|1", "1|1", chrom="X"), record(5_000_100, "0|1", "0|1", "1|1", chrom="X")]
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, vcf(lines, meta=[X19]))
    assert codes(caught.value.findings, "block") == {"VCF-X-PLOIDY"}
    assert any("ambiguous" in (f.server_text or "") for f in caught.value.findings)


HG19_XYM = [X19, "##contig=<ID=Y,length=59373566>", "##contig=<ID=MT,length=16569>"]


def every_sex_chromosome(woman_on_mt: tuple[str, str] = ("1", "0"), woman_on_x: str = "0|1") -> bytes:
    """ALPHA and CHARLIE are men, CHARLIE's one allele on X is a half call; BRAVO is a woman."""
    return vcf(
        [
            record(5_000_000, "0", woman_on_x, "1|.", chrom="X"),
            record(5_000_100, "1", "0|1", "0|.", chrom="X"),
            record(6_000_000, "1", ".|.", "0", chrom="Y"),
            record(6_000_100, "0", ".|.", "1", chrom="Y"),
            record(100, "0", woman_on_mt[0], "1", chrom="MT"),
            record(200, "1", woman_on_mt[1], ".", chrom="MT"),
        ],
        meta=HG19_XYM,
    )


SENDS_ALL = policy()._replace(chromosomes=("X", "Y", "MT"))


def test_each_chromosome_has_ploidies_of_its_own(tmp_path: Path) -> None:
    """A woman has two alleles on X and one on MT: that is no contradiction, also in one file."""
    prepared = prepare_text(tmp_path, every_sex_chromosome(), the_policy=SENDS_ALL)
    assert prepared.genotypes("chrX.vcf.gz") == {5000000: ["0", "0|1", "1"], 5000100: ["1", "0|1", "0"]}
    assert prepared.genotypes("chrY.vcf.gz") == {6000000: ["1", ".|.", "0"], 6000100: ["0", ".|.", "1"]}
    assert prepared.genotypes("chrMT.vcf.gz") == {100: ["0", "1", "1"], 200: ["1", "0", "."]}
    found = {(finding.code, finding.where, finding.count) for finding in prepared.report.findings}
    assert ("VCF-X-ONE-ALLELE", "samples on X", 1) in found


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (every_sex_chromosome(woman_on_mt=("1", "0|1")), "chromosome MT"),
        (every_sex_chromosome(woman_on_x="0"), "chromosome X"),
    ],
)
def test_two_ploidies_on_one_chromosome_block_and_say_which(tmp_path: Path, text: bytes, where: str) -> None:
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, text, the_policy=SENDS_ALL)
    blocks = [finding for finding in caught.value.findings if finding.severity == "block"]
    assert [(finding.code, finding.where, finding.count) for finding in blocks] == [("VCF-X-PLOIDY", where, 1)]


@pytest.mark.parametrize(
    ("genotype", "code"),
    [
        ("0", "VCF-PLOIDY"),
        ("0/1/1", "VCF-PLOIDY"),
        ("0/2", "VCF-ALLELE-INDEX"),
        ("0/17", "VCF-ALLELE-INDEX"),
        ("0/", "VCF-GT-MALFORMED"),
        ("x", "VCF-GT-MALFORMED"),
        ("", "VCF-GT-MALFORMED"),
        ("0/1 ", "VCF-COLUMNS"),
        ("-1/0", "VCF-GT-MALFORMED"),
        ("00/01", "VCF-GT-MALFORMED"),
        ("0/01", "VCF-GT-MALFORMED"),
        ("0/1/01", "VCF-GT-MALFORMED"),
        ("10/0", "VCF-ALLELE-INDEX"),
    ],
)  # fmt: skip
def test_genotypes_that_cannot_be_right_block_with_their_place(tmp_path: Path, genotype: str, code: str) -> None:
    lines = [record(5, "0/1", "1/1", "0/0"), record(9, "0/1", genotype, "1/1")]
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, vcf(lines))
    blocking = [finding for finding in caught.value.findings if finding.blocks()]
    assert [finding.code for finding in blocking] == [code]
    assert blocking[0].line == 5
    assert blocking[0].column == (13 if code == "VCF-COLUMNS" else 11)


def test_what_is_invalid_in_a_dropped_record_does_not_matter(tmp_path: Path) -> None:
    lines = [
        record(5, "0/1", "1/1", "0/0"),
        record(9, "0/7", "x", "", filter="LowQual"),
        record(11, "0/7", "x", "1", alt="<DEL>"),
    ]
    prepared = prepare_text(tmp_path, vcf(lines, meta=[HG19_20, "##broken header line", ""]))
    assert list(prepared.genotypes()) == [5]
    assert prepared.report.outputs[0].dropped == {"filter": 1, "symbolic": 1}


def test_half_calls_elsewhere_say_nothing_about_x(tmp_path: Path) -> None:
    prepared = prepare_text(tmp_path, vcf([record(5, "0/.", "./1", "1/1")]))
    assert "VCF-X-HALF-CALLS" not in codes(prepared.report.findings)


@pytest.mark.parametrize("width", [3, 40], ids=["narrow", "wide"])
@pytest.mark.parametrize("genotype", ["0|1|1", "0", "x|y", "7|9", ""])
@pytest.mark.parametrize(
    "dropped",
    [{"alt": "C,G"}, {"alt": "GT"}, {"alt": "<DEL>"}, {"filter": "q10"}, {"chrom": "chrM"}],
    ids=["multi-allelic", "indel", "symbolic", "filter", "chromosome"],
)
def test_an_invalid_genotype_in_a_record_that_never_leaves_does_not_block(
    tmp_path: Path, dropped: dict[str, str], genotype: str, width: int
) -> None:
    samples = tuple(f"S{number:03d}" for number in range(width))
    good = ["0|1", "1|1", *["0|1"] * (width - 2)]
    bad = [genotype, *good[1:]]
    lines = [record(5, *good), record(7, *bad, **dropped), record(9, *good)]
    if "chrom" in dropped:
        lines = [lines[0], lines[2], lines[1]]
    assert prepare_text(tmp_path, vcf(lines, samples)).genotypes() == {5: good, 9: good}
