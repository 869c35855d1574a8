"""Windows as services count them: which pass, which are left out and why, and what refuses a file or a whole job."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import prep
from prep.errors import BlockedError
from prep.results import PrepareReport
from prep.site_list import load_site_list
from tests.support.prep_files import Prepared, codes, limits, policy, prepare_text, record, vcf

NAMES = [f"PERSON{number}" for number in range(20)]
CALLED = ["0/1"] * 20
NOT_ALL = ["./.", "./.", "./.", *CALLED[3:]]  # 85 %
MB = 1_000_000


def sites(*positions: int, chrom: str = "chr20", genotypes: list[str] = CALLED) -> list[str]:
    return [record(position, *genotypes, chrom=chrom) for position in positions]


def listed(folder: Path, *positions: int, alleles: str = "A\tG") -> prep.SiteList:
    path = folder / "sites.tsv"
    path.write_text("CHROM\tPOS\tREF\tALT\n" + "".join(f"20\t{position}\t{alleles}\n" for position in positions))
    return load_site_list(path)


def prepared(folder: Path, lines: list[str], service: str = "michigan", **options: Any) -> Prepared:
    return prepare_text(folder, vcf(lines, NAMES), service=service, **options)


def counts(report: PrepareReport) -> dict[str, tuple[str, int]]:
    """The findings about windows: severity and count."""
    wanted = ("VCF-CHUNK", "VCF-NO-CHUNK", "VCF-LIST-OVERLAP", "VCF-LIST-FEW", "VCF-WINDOW")
    return {entry.code: (entry.severity, entry.count) for entry in report.findings if entry.code.startswith(wanted)}


def blocked(folder: Path, lines: list[str], **options: Any) -> set[str]:
    with pytest.raises(BlockedError) as caught:
        prepared(folder, lines, **options)
    return codes(caught.value.findings, "block")


def test_a_window_ends_with_its_last_position(tmp_path: Path) -> None:
    report = prepared(tmp_path, sites(1, 5, 20 * MB, 20 * MB + 1, 20 * MB + 2, 20 * MB + 3)).report
    assert report.summary.chromosomes[0].sites_per_window == ((0, 3), (1, 3))
    assert counts(report) == {}


def test_the_ends_of_x_have_windows_of_their_own(tmp_path: Path) -> None:
    par1, behind, par2 = 2_781_478, 2_781_479, 155_701_384
    lines = sites(3, 5, par1, behind, behind + 1, behind + 2, par2, par2 + 1, chrom="chrX")
    report = prepared(tmp_path, lines).report
    assert report.summary.chromosomes[0].sites_per_window == ((0, 3), (1, 3), (9, 2))
    assert counts(report) == {"VCF-CHUNK-SITES": ("warn", 1)}


def test_sites_that_services_leave_out_make_no_window(tmp_path: Path) -> None:
    lines = [*sites(3, 5, 7), *sites(25 * MB, 25 * MB + 1, 25 * MB + 2, genotypes=NOT_ALL)]
    assert counts(prepared(tmp_path, lines).report) == {"VCF-CHUNK-SITES": ("warn", 1)}
    assert blocked(tmp_path, sites(3, 5, 7, 9, genotypes=NOT_ALL)) == {"VCF-NO-CHUNK"}


def test_calls_missing_at_sites_that_services_leave_out_do_not_count_against_a_sample(tmp_path: Path) -> None:
    lines = [*sites(*range(10, 20), genotypes=NOT_ALL), *sites(21, 23, 25)]
    assert counts(prepared(tmp_path, lines).report) == {}
    few = ["./.", *CALLED[1:]]
    assert blocked(tmp_path, [*sites(10, 12, 14, genotypes=few), *sites(21)]) == {"VCF-NO-CHUNK"}


def test_overlap_with_a_list_is_counted_window_by_window(tmp_path: Path) -> None:
    far = [25 * MB + step for step in range(30)]
    lines = sites(3, 5, 7, *far)
    report = prepared(tmp_path, lines, site_list=listed(tmp_path, 3, 5, 7)).report
    assert counts(report) == {"VCF-CHUNK-OVERLAP": ("warn", 1)}  # of all sites not even one in ten is on the list
    half = [*far[:15], *(position + 1000 for position in far)]
    assert counts(prepared(tmp_path, lines, site_list=listed(tmp_path, 3, 5, *half)).report) == {
        "VCF-CHUNK-SITES": ("warn", 1)  # two of three are on the list: overlap enough, but too few
    }
    for service in ("michigan", "generic"):
        assert blocked(tmp_path, lines, service=service, site_list=listed(tmp_path, 3, *far[:14])) == {
            "VCF-LIST-OVERLAP"
        }


def test_sites_on_the_other_strand_or_with_other_alleles_make_no_window(tmp_path: Path) -> None:
    for alleles in ("T\tC", "C\tT", "A\tC"):
        there = listed(tmp_path, 3, 5, 7, alleles=alleles)
        assert blocked(tmp_path, sites(3, 5, 7), site_list=there) == {"VCF-NO-CHUNK"}
    assert counts(prepared(tmp_path, sites(3, 5, 7), site_list=listed(tmp_path, 3, 5, 7, alleles="G\tA")).report) == {}


def test_windows_that_lie_in_several_blocks_are_counted_whole(tmp_path: Path) -> None:
    lines = sites(*range(100, 200), genotypes=["./.", *CALLED[1:]]) + sites(*range(300, 410))
    site_list = listed(tmp_path, *range(150, 300), *range(300, 360))
    found = {
        chunk: counts(prepared(tmp_path, lines, site_list=site_list, chunk_bytes=chunk).report)
        for chunk in (None, 1500)
    }
    assert found[None] == found[1500] == {}  # 110 of 210 sites are listed, 60 of these with a call of everybody
    site_list = listed(tmp_path, *range(145, 300), *range(300, 354))
    for chunk in (None, 1500):
        assert blocked(tmp_path, lines, site_list=site_list, chunk_bytes=chunk) == {"VCF-NO-CHUNK"}
    site_list = listed(tmp_path, *range(150, 300), *range(300, 354))
    for chunk in (None, 1500):
        assert blocked(tmp_path, lines, site_list=site_list, chunk_bytes=chunk) == {"VCF-LIST-OVERLAP"}


def test_where_listed_sites_alone_leave_nothing_else_counts(tmp_path: Path) -> None:
    strict = policy()._replace(sites="list")
    lines = sites(*range(3, 300))
    report = prepared(tmp_path, lines, the_policy=strict, site_list=listed(tmp_path, 3, 5, 7)).report
    assert counts(report) == {"VCF-LIST-FEW": ("warn", 294)}  # the list of another build leaves little, too
    assert report.outputs[0].dropped == {"not-on-site-list": 294}
    most = listed(tmp_path, *range(3, 152))
    assert counts(prepared(tmp_path, lines, the_policy=strict, site_list=most).report) == {}


def test_records_that_do_not_leave_are_no_strand_flips(tmp_path: Path) -> None:
    one_kind = range(1000, 1120)
    lines = [*sites(*one_kind, genotypes=["0/0"] * 20), *sites(1200, 1202)]
    flipped = listed(tmp_path, *one_kind, 1200, 1202, alleles="T\tC")
    report = prepared(tmp_path, lines, service="generic", site_list=flipped).report
    assert report.summary.chromosomes[0].list_matches == {"flip": 2}
    assert "VCF-STRAND-FLIPS-FEW" in codes(report.findings, "warn")


def test_sites_in_a_window_are_limited_on_average(tmp_path: Path) -> None:
    few = limits("michigan")._replace(site_window_bases=10 * MB, most_window_sites=5)
    folder = tmp_path / "input.vcf"
    folder.write_bytes(vcf(sites(*range(3, 12), 15 * MB), NAMES))
    assert "VCF-WINDOW-SITES" not in codes(prep.inspect(folder, policy=policy(), limits=few).findings)
    folder.write_bytes(vcf(sites(*range(3, 12), 15 * MB, 15 * MB + 1), NAMES))
    assert "VCF-WINDOW-SITES" in codes(prep.inspect(folder, policy=policy(), limits=few).findings, "block")
    inspection = prep.inspect(folder, policy=policy(), limits=few, is_whole_job=False)
    assert "VCF-WINDOW-SITES" in codes(inspection.findings, "warn")
    sparse = sites(3, 5, 15 * MB, chrom="chr21")
    folder.write_bytes(vcf(sparse, NAMES))
    beside = prep.inspect(folder, policy=policy(), limits=few, is_whole_job=False)
    for files, refused in (((inspection, beside), set()), ((inspection, inspection), {"VCF-WINDOW-SITES"})):
        found = prep.check_counts(
            [entry.findings for entry in files], [entry.summary for entry in files], **few.of_jobs()
        )
        assert codes(found, "block") == refused


def test_a_file_without_a_window_stops_no_job_that_has_another(tmp_path: Path) -> None:
    poor = prepared(tmp_path, sites(3, 5), is_whole_job=False).report
    good = prepared(tmp_path, sites(3, 5, 7, chrom="chr21"), is_whole_job=False).report
    assert counts(poor) == {"VCF-CHUNK-SITES": ("warn", 1), "VCF-NO-CHUNK": ("warn", 1)}
    (warning,) = (entry for entry in poor.findings if entry.code == "VCF-NO-CHUNK")
    assert warning.server_text is None
    assert warning.advice.endswith("and leaves this one out.")
    of_jobs = limits("michigan").of_jobs()
    assert prep.check_counts([poor.findings, good.findings], [], **of_jobs) == ()
    together = prep.check_counts([poor.findings, poor.findings], [], **of_jobs)
    assert [(entry.code, entry.severity, entry.where) for entry in together] == [("VCF-NO-CHUNK", "block", "all files")]
    assert "leaves this one out" not in together[0].advice


def test_a_list_of_another_build_stops_a_job_and_is_called_that(tmp_path: Path) -> None:
    other = prepared(
        tmp_path, sites(3, 5, 7), service="generic", site_list=listed(tmp_path, 99), is_whole_job=False
    ).report
    poor = prepared(tmp_path, sites(3, 5), is_whole_job=False).report
    assert counts(other) == {"VCF-LIST-OVERLAP": ("warn", 3)}
    of_jobs = limits("michigan").of_jobs()
    assert codes(prep.check_counts([other.findings, other.findings], [], **of_jobs), "block") == {"VCF-LIST-OVERLAP"}
    assert codes(prep.check_counts([other.findings, poor.findings], [], **of_jobs), "block") == {"VCF-NO-CHUNK"}
