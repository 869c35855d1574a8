"""Names that people give to files, header keys and contigs, read as what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from prep.header import parse_header
from prep.header_scan import scan_header
from prep.inspection import inspect
from prep.leakscan import NameFinder, iter_leaks, scan_file_names
from prep.record_scan import scan_cells, scan_sites
from tests.support.prep_files import HG38_20, limits, policy, prepare_text, record, vcf

NOBODY = NameFinder(())


def classes_of_file(name: str) -> set[str]:
    return {finding.finding_class for finding in scan_file_names(name, None, NOBODY)}


@pytest.mark.parametrize("name", ["Sofie_Dahl.vcf.gz", "Sofie Dahl.vcf", "SOFIE-DAHL.bcf", "Åse_Öberg.g.vcf.gz"])
def test_a_file_called_after_a_person_is_said_to_be(name: str) -> None:
    assert classes_of_file(name) == {"person-name"}


def test_the_date_behind_a_persons_name_is_a_date_of_birth_and_behind_another_word_a_date() -> None:
    assert classes_of_file("Sofie_Dahl_19790927.vcf") == {"person-name", "birth-date"}
    assert classes_of_file("exome_results_20240131.vcf") == {"date"}


@pytest.mark.parametrize(
    "name",
    [
        "gatk.joint.vcf",
        "topmed.dose.vcf.gz",
        "Exome Results.vcf",
        "LIMS_export.vcf",
        "merged_calls.bcf",
        "Cohort-A.vcf",
    ],
)
def test_two_words_about_what_is_in_a_file_are_no_person(name: str) -> None:
    assert classes_of_file(name) == set()


def classes_of_header(*lines: str) -> dict[str, set[str]]:
    row = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tNA12878"
    header = parse_header("\n".join(("##fileformat=VCFv4.2", *lines, row, "")).encode(), "text")
    found: dict[str, set[str]] = {}
    for finding in scan_header(header, NameFinder(header.sample_ids))[0]:
        found.setdefault(finding.where, set()).add(finding.finding_class)
    return found


def test_contigs_and_keys_called_after_somebody_are_found() -> None:
    assert classes_of_header("##contig=<ID=Pt_0101702345,length=1000>") == {"header ##contig": {"national-number"}}
    assert classes_of_header("##contig=<ID=NA12878_1,length=1000>") == {"header ##contig": {"sample-name"}}
    assert classes_of_header("##Karyotype_0101702345=XX") == {"header ##…": {"national-number"}}


def test_contigs_of_the_reference_are_nobody() -> None:
    names = (
        "chr1",
        "chr1_KI270706v1_random",
        "chrUn_JTFH01001134v1_decoy",
        "HLA-A*01:01:01:01",
        "NC_000020.11",
        "GL000192.1",
    )
    assert classes_of_header(*(f"##contig=<ID={name},length=248956422>" for name in names)) == {}


@pytest.mark.parametrize(
    ("text", "is_address"),
    [("topmed-r2@1.0.0", False), ("a.b@1.hosp.example", True), ("a.b@ensembl.org", True),
     ("db=homo_sapiens_core_81_37@ensembldb.ensembl.org", False)],
)  # fmt: skip
def test_a_version_or_public_database_behind_an_at_sign_is_no_address(text: str, is_address: bool) -> None:
    assert ("e-mail" in {leak.leak_class for leak in iter_leaks(text, NOBODY)}) is is_address


def test_a_key_of_nobody_s_list_is_no_place_that_may_be_shown() -> None:
    """Somebody may have called it after a person; the researcher sees it with the example."""
    (known, hidden) = scan_sites(".\tNOTE=a@b.example;KHOLM_1979=c@d.example;AC=1\n", NOBODY)
    assert (known.where, known.examples) == ("INFO/NOTE", ("a@b.example",))
    assert (hidden.where, hidden.examples) == ("INFO/…", ("KHOLM_1979=c@d.example",))
    (known, hidden) = scan_cells("GT:NOTE:KHOLM", ["0/1:a@b.example:c@d.example"], ["NOTE", "KHOLM"], NOBODY)
    assert (known.where, known.examples) == ("FORMAT/NOTE", ("a@b.example",))
    assert (hidden.where, hidden.examples) == ("FORMAT/…", ("KHOLM=c@d.example",))


@pytest.mark.parametrize(
    ("line", "producer"),
    [
        ('##source="beagle.22Jul22.46e.jar"', "Beagle"),
        ("##source=Eagle v2.4.1", "Eagle"),
        ("##source=GLIMPSE_phase v1.1.1", "GLIMPSE"),
        ("##GATKCommandLine.HaplotypeCaller=<ID=HaplotypeCaller>", "GATK"),
        ("##bcftools_viewVersion=1.16+htslib-1.16", "bcftools"),
        ("##reference=/opt/gatk/bundle/b37.fasta", None),
        ('##FILTER=<ID=q10,Description="Quality below 10, as freebayes has it">', None),
        ("##cohort=Thailand", None),
        ("##note=of nobody", None),
    ],
)
def test_a_producer_is_named_by_a_word_of_its_own_in_a_line_about_programs(line: str, producer: str | None) -> None:
    header = f"##fileformat=VCFv4.2\n{line}\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
    assert parse_header(header.encode(), "text").producer == producer


def test_a_path_is_one_although_a_name_or_a_barcode_stands_in_it() -> None:
    path = "/home/kholm/160101_M00001_0001_000000000-AAAAA/raw/PT-0007_sorted.bam"
    found = {(leak.leak_class, path[leak.start : leak.end]) for leak in iter_leaks(path, NameFinder(("PT-0007",)))}
    assert {("path", path), ("sample-name", "PT-0007")} < found
    assert "array-barcode" in {leak_class for leak_class, _ in found}


def test_a_secret_that_looks_like_a_path_is_a_secret_alone() -> None:
    line = "run --token=/Zm9v/YmFy/PT-0007/cXV4"
    for names in (NOBODY, NameFinder(("PT-0007",))):
        assert "path" not in {leak.leak_class for leak in iter_leaks(line, names)}


def test_what_is_given_back_shows_no_names_where_it_is_printed(tmp_path: Path) -> None:
    names = ("Karen_Jespersen", "Bo_Jespersen", "Ib_Jespersen")
    text = vcf([record(5, "0/1", "1/1", "0/0", info=f"NOTE={names[0]}")], names, [HG38_20, f"##x={names[1]}"])
    prepared = prepare_text(tmp_path, text)
    inspection = inspect(tmp_path / "input.vcf", policy=policy(), limits=limits())
    assert any(names[1] in example for finding in inspection.findings for example in finding.examples)
    assert "Jespersen" not in repr((inspection, prepared.report, prepared.map))


def test_a_cell_that_leaves_its_last_values_out_hides_no_other() -> None:
    found = [*scan_cells("GT:NOTE", ["0/1", "0/0:NA12878"], ["NOTE"], NameFinder(("NA12878",)))]
    assert [(finding.finding_class, finding.where, finding.count) for finding in found] == [
        ("sample-name", "FORMAT/NOTE", 1)
    ]


def test_what_one_entry_ends_with_says_nothing_of_the_next() -> None:
    found = scan_sites(".\tX=NA12878 born;1971-05-12\n", NameFinder(("NA12878",)))
    assert {finding.finding_class for finding in found} == {"sample-name", "date"}
