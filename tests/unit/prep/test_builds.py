"""Builds: contig tables, what lengths and well-known variants say, and how chromosomes are spelled."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import prep
from prep.contigs import (
    CHROMOSOMES,
    chromosome_label,
    contig_of,
    detect_build,
    is_other_assembly,
    is_valid_name,
    names_other_reference,
)
from prep.errors import BlockedError
from prep.findings import Finding
from prep.header import SourceHeader, iter_contigs
from prep.known_sites import _SITES, build_votes, decide
from tests.support.prep_files import HG38_20, codes, limits, policy, prepare_text, record, vcf

GOOD = ("0/1", "1/1", "0/0")


@pytest.mark.parametrize(
    ("name", "label"),
    [("20", "20"), ("chr20", "20"), ("CHR20", "20"), ("X", "X"), ("chrx", "X"), ("23", "X"), ("chr23", "X"),
     ("chrM", "MT"), ("M", "MT"), ("MT", "MT"), ("Y", "Y"), ("0", None), ("chr", None), ("chr1_random", None),
     ("", None), ("020", None)],
)  # fmt: skip
def test_contig_names_in_any_spelling_have_one_label(name: str, label: str | None) -> None:
    assert chromosome_label(name) == label


def test_services_accept_one_spelling_per_build() -> None:
    assert is_valid_name("20", "hg19")
    assert is_valid_name("chr20", "hg38")
    assert not any((is_valid_name("chr20", "hg19"), is_valid_name("20", "hg38"), is_valid_name("CHR20", "hg38")))


def test_lengths_tell_the_build_and_contradictory_ones_tell_nothing() -> None:
    for build in ("hg19", "hg38"):
        lengths = [(contig_of(name, build).name, contig_of(name, build).length) for name in CHROMOSOMES]  # type: ignore[arg-type]
        assert detect_build(lengths) == build
    assert detect_build([("20", 63025520), ("21", 46709983)]) is None
    assert detect_build([("20", 63025520), ("21", 48129895), ("22", 50818468)]) is None
    assert detect_build([("20", None), ("weird", 5)]) is None


def test_a_header_of_both_builds_says_so_and_is_prepared_as_the_one_that_is_given(tmp_path: Path) -> None:
    meta = [
        "##contig=<ID=20,length=63025520>",
        "##contig=<ID=21,length=48129895>",
        "##contig=<ID=chr22,length=50818468>",
    ]
    data = vcf([record(5, *GOOD, chrom="20")], meta=meta)
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, data)
    assert codes(caught.value.findings, "block") == {"VCF-BUILD-BOTH"}
    inspection = prep.inspect(tmp_path / "input.vcf", policy=policy(), limits=limits())
    assert codes(inspection.findings, "block") == {"VCF-BUILD-BOTH"}
    assert prepare_text(tmp_path, data, build="hg19").report.summary.build_said_by == ("person",)


@pytest.mark.parametrize(
    "line",
    ['##contig=<ID="chr20",length="64444167",assembly="hg38">', "##contig=<ID=chr20, length=64444167, species=x>",
     "##contig=<length=64444167,ID=chr20>"],
)  # fmt: skip
def test_lengths_are_read_with_quotes_and_blanks_around_them(line: str) -> None:
    assert detect_build(iter_contigs([line])) == "hg38"


def test_without_a_build_preparing_asks_for_it(tmp_path: Path) -> None:
    text = vcf([record(5, *GOOD, chrom="20")], meta=["##contig=<ID=20>"])
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, text)
    assert codes(caught.value.findings, "block") == {"VCF-BUILD-UNKNOWN"}
    assert prepare_text(tmp_path, text, build="hg38").report.outputs[0].contig == "chr20"


@pytest.mark.parametrize(
    "meta", [(), ("##contig=<ID=NC_000962.3,length=4411532>",), (HG38_20, "##contig=<ID=1,length=249250621>")]
)
def test_nobody_is_asked_for_the_build_of_a_file_without_a_chromosome(tmp_path: Path, meta: tuple[str, ...]) -> None:
    text = vcf([record(5, *GOOD, chrom="NC_000962.3"), record(9, *GOOD, chrom="NC_000962.3")], meta=meta)
    prepared = prepare_text(tmp_path, text)
    inspected = prep.inspect(tmp_path / "input.vcf", policy=policy(), limits=limits())
    for findings in (prepared.report.findings, inspected.findings):
        assert codes(findings, "block") == set()
        assert "VCF-CONTIGS-LEFT-OUT" in codes(findings, "warn")
    assert prepared.report.outputs == ()
    with pytest.raises(BlockedError) as caught:  # lines that cannot be read may be a chromosome's
        prepare_text(tmp_path, text + b"20\t9\n")
    assert codes(caught.value.findings, "block") >= {"VCF-COLUMNS"}
    assert codes(caught.value.findings, "block") & {"VCF-BUILD-UNKNOWN", "VCF-BUILD-BOTH"}


def test_that_nothing_would_be_kept_is_told_with_the_question_of_the_build(tmp_path: Path) -> None:
    lines = [record(5, *GOOD, alt="<DEL>"), record(9, "0/0", "0/0", "./.")]
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, vcf(lines, meta=()))
    assert codes(caught.value.findings, "block") == {"VCF-BUILD-UNKNOWN", "VCF-NOTHING-KEPT"}
    inspected = prep.inspect(tmp_path / "input.vcf", policy=policy(), limits=limits())
    assert codes(inspected.findings, "block") == {"VCF-BUILD-UNKNOWN", "VCF-NOTHING-KEPT"}
    with pytest.raises(BlockedError) as caught:  # what would be kept of a record that cannot be read is not known
        prepare_text(tmp_path, vcf([*lines, record(12, "0/x", "0/0", "0/0")], meta=()))
    assert codes(caught.value.findings, "block") == {"VCF-BUILD-UNKNOWN", "VCF-GT-MALFORMED"}


@pytest.mark.parametrize(
    "contigs",
    [["##contig=<ID=chr20,length=66210255>"], ["##contig=<ID=chr20,length=62435964>"],
     ["##contig=<ID=1,length=195471971>", "##contig=<ID=13,length=120421639>", "##contig=<ID=20,length=5>"]],
    ids=["T2T-CHM13", "hg18", "mouse"],
)  # fmt: skip
@pytest.mark.parametrize("build", [None, "hg19"])
def test_another_assembly_than_the_two_blocks_whatever_is_given(
    tmp_path: Path, contigs: list[str], build: str | None
) -> None:
    text = vcf([record(5, *GOOD)], meta=contigs)
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, text, build=build)
    assert codes(caught.value.findings, "block") == {"VCF-BUILD-OTHER"}
    (tmp_path / "other.vcf").write_bytes(text)
    inspected = prep.inspect(tmp_path / "other.vcf", policy=policy(), limits=limits(), build="hg19")
    assert codes(inspected.findings, "block") == {"VCF-BUILD-OTHER"}


@pytest.mark.parametrize(
    "line",
    [
        "##reference=file:///refs/CanFam3.1.fa",
        "##reference=Mus_musculus.GRCm39.dna.toplevel.fa",
        "##assembly=ftp://example.org/danRer11.fa",
        '##contig=<ID=20,length=58134056,species="Canis lupus familiaris">',
        "##contig=<ID=20,length=58134056,assembly=Sscrofa11.1>",
        "##reference=1000GenomesPilot-NCBI36",
        "##reference=file:///seq/human_b36_both.fasta",
        "##reference=chm13v2.0.fa",
        "##contig=<ID=20,assembly=hg18>",
    ],
)
def test_a_header_that_names_another_reference_is_refused(tmp_path: Path, line: str) -> None:
    """Its chromosomes may be shorter than man's, so that their lengths alone tell nothing."""
    text = vcf([record(5, *GOOD, chrom="20")], meta=["##contig=<ID=20,length=58134056>", line])
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, text, build="hg19")
    assert codes(caught.value.findings, "block") == {"VCF-BUILD-OTHER"}


@pytest.mark.parametrize(
    "line",
    [
        '##contig=<ID=20,species="Homo sapiens",assembly=B37>',
        "##contig=<ID=20,species=homo_sapiens>",
        '##contig=<ID=20,species="Human">',
        "##reference=file:///refs/Homo_sapiens_assembly19.fasta",
        "##reference=file:///home/mmul1/GRCh37.fa",
        "##source=liftover from GRCm39",
        "##contig=<ID=20,species=x>",
        "##reference=file:///liftover/hg18_to_hg19/hg19.fa",
        "##reference=file:///pipelines/b360/human_g1k_v37.fasta",
        "##reference=GRCh38_T2T_patched.fa",
    ],
)
def test_what_a_header_of_the_two_builds_says_of_its_reference_is_no_other(line: str) -> None:
    assert not names_other_reference([line])


def test_a_reference_is_found_behind_any_number_of_contigs() -> None:
    scaffolds = [f"##contig=<ID=scaffold_{number},length={number}>" for number in range(1, 5000)]
    assert names_other_reference([*scaffolds, "##reference=hg18.fa"])
    assert not names_other_reference(scaffolds)


def test_lengths_that_plink_made_of_positions_say_nothing() -> None:
    assert not is_other_assembly([("20", 62965355), ("21", 46709984), ("chrUn", 1 << 40), ("MT", 16571 << 4)])
    assert not is_other_assembly([("X", 2147483647)])
    assert not is_other_assembly([("20", 66210255), ("21", 46709983)])  # one of the two is hg38's


def test_a_build_that_the_header_contradicts_blocks(tmp_path: Path) -> None:
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, vcf([record(5, *GOOD)]), build="hg19")
    assert "VCF-BUILD-MISMATCH" in codes(caught.value.findings, "block")


@pytest.mark.parametrize(("build", "places"), [("hg19", (45411941, 45412079)), ("hg38", (44908684, 44908822))])
def test_well_known_variants_tell_the_build(tmp_path: Path, build: str, places: tuple[int, int]) -> None:
    lines = [
        record(places[0], *GOOD, chrom="19", ref="T", alt="C"),
        record(places[1], *GOOD, chrom="19", ref="C", alt="T"),
    ]
    path = tmp_path / "input.vcf"
    path.write_bytes(vcf(lines, meta=[]))
    inspection = prep.inspect(path, policy=policy(), limits=limits())
    assert inspection.build == build
    assert inspection.summary.build_said_by == ("variants",)
    assert f"VCF-BUILD-FITS-{build.upper()}" in codes(inspection.findings)
    assert codes(inspection.findings, "block") == {"VCF-BUILD-UNKNOWN"}, "preparing will ask, so looking says so"
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, vcf(lines, meta=[]))
    assert f"VCF-BUILD-FITS-{build.upper()}" in codes(caught.value.findings, "info")


@pytest.mark.parametrize("given", ["hg19", "hg38"])
def test_a_build_that_was_given_is_compared_with_well_known_variants(tmp_path: Path, given: str) -> None:
    lines = [
        record(45411941, *GOOD, chrom="19", ref="T", alt="C"),
        record(45412079, *GOOD, chrom="19", ref="C", alt="T"),
    ]
    report = prepare_text(tmp_path, vcf(lines, meta=[]), build=given).report
    findings = report.findings
    assert report.summary.build_said_by == (("person", "variants") if given == "hg19" else ("person",))
    warned = {"VCF-BUILD-DOUBTFUL"} if given == "hg38" else set()
    assert codes(findings, "warn") & {"VCF-BUILD-DOUBTFUL"} == warned
    assert "VCF-BUILD-FITS-HG19" in codes(findings, "info")
    looked = prep.inspect(tmp_path / "input.vcf", policy=policy(), limits=limits(), build=given)
    assert looked.build == given
    assert "VCF-BUILD-FITS-HG19" in codes(looked.findings, "info")
    assert codes(looked.findings) & {"VCF-BUILD-DOUBTFUL", "VCF-BUILD-UNKNOWN"} == warned


def test_variants_of_both_builds_or_too_few_decide_nothing() -> None:
    assert decide({"hg19": 2}) == "hg19"
    assert decide({"hg19": 1}) is None
    assert decide({"hg19": 5, "hg38": 1}) is None
    assert decide({"hg38": 2, "hg19": 0}) == "hg38"
    assert decide({"hg38": 1}) is None
    assert decide({}) is None


@pytest.mark.parametrize(
    ("position", "alleles", "votes"),
    [
        (45411941, b"TC", {"hg19": 1}),
        (45411941, b"CT", {"hg19": 1}),
        (44908684, b"TC", {"hg38": 1}),
        (45411941, b"TG", {}),
        (45411941, b"TT", {}),
        (45411941, b"AG", {}),  # the other strand
        (45411942, b"TC", {}),
        (45412079, b"TC", {"hg19": 1}),
    ],
)
def test_a_variant_votes_at_its_place_with_both_its_alleles(
    position: int, alleles: bytes, votes: dict[str, int]
) -> None:
    """rs429358 and rs7412, and places that are not theirs."""
    reference, alternate = (np.array([letter], np.uint8) for letter in alleles)
    assert build_votes("19", np.array([position]), reference, alternate) == votes
    assert build_votes("18", np.array([position]), reference, alternate) == {}
    three = [np.repeat(column, 3) for column in (np.array([position]), reference, alternate)]
    assert build_votes("19", *three) == dict.fromkeys(votes, 3)


def test_the_well_known_variants_are_told_apart_by_build() -> None:
    """None lies where one of the same chromosome lies in the other build, or outside it; alleles are two letters."""
    for _, label, hg19, hg38, alleles in _SITES:
        assert len(set(alleles)) == len(alleles) == 2
        assert set(alleles) < set("ACGT")
        assert 0 < hg19 <= contig_of(label, "hg19").length
        assert 0 < hg38 <= contig_of(label, "hg38").length
    in_hg19, in_hg38 = ({(site[1], site[place]) for site in _SITES} for place in (2, 3))
    assert len(in_hg19) == len(in_hg38) == len({site[0] for site in _SITES}) == len(_SITES)
    assert not in_hg19 & in_hg38


def across(*headers: SourceHeader) -> tuple[Finding, ...]:
    return prep.check_job([header.sample_ids for header in headers], [header.build for header in headers])


def test_files_of_two_builds_are_no_job(tmp_path: Path) -> None:
    headers = []
    for number, meta in enumerate((None, "##contig=<ID=20,length=63025520>", "##contig=<ID=21,length=48129895>")):
        path = tmp_path / f"{number}.vcf"
        path.write_bytes(vcf([record(5, *GOOD)], meta=[meta] if meta else []))
        headers.append(prep.read_source_header(path))
    assert across(*headers) == ()  # the first says nothing of its build
    (tmp_path / "3.vcf").write_bytes(
        vcf([record(5, *GOOD, chrom="chr22")], meta=["##contig=<ID=chr22,length=50818468>"])
    )
    (found,) = across(*headers, prep.read_source_header(tmp_path / "3.vcf"))
    assert (found.code, found.severity, found.where) == ("VCF-BUILDS-DIFFER", "block", "file 4, header ##contig")
    assert [entry.file for entry in found.in_files] == [2, 4]


def test_of_files_with_other_samples_those_in_one_alone_are_named(tmp_path: Path) -> None:
    headers = []
    for number, samples in enumerate((("s1", "s2", "s3"), ("s1", "S2", "s3"), ("s1", "s3"), ("s3", "s2", "s1"))):
        (tmp_path / f"{number}.vcf").write_bytes(vcf([record(5, *["0/1"] * len(samples))], samples=samples))
        headers.append(prep.read_source_header(tmp_path / f"{number}.vcf"))
    assert [(finding.code, finding.where, finding.examples) for finding in across(*headers)] == [
        ("VCF-SAMPLES-DIFFER", "file 2, samples", ("S2",)),
        ("VCF-SAMPLES-DIFFER", "file 3, samples", ("s2",)),
        ("VCF-SAMPLES-ORDER", "file 4, samples", ()),
    ]
