"""What a worker prepares for sealing: under the site list as it was queued, and only what was approved."""

from __future__ import annotations

import gzip
import io
from dataclasses import replace
from pathlib import Path

import pytest

import prep
from client.tasks.sealed_preparation import check_reports, prepare_for_sealing
from client.transfer.errors import SiteListChangedError
from client.transfer.messages import Prepared, PrepareOrder
from client.transfer.plan import SubmissionPlan, parse_plan, require_sources
from prep.errors import BlockedError
from tests.support.prep_files import POLICIES, record, vcf

SAMPLES = ("ALPHA", "BRAVO", "CHARLIE")
LIST = "CHROM\tPOS\tREF\tALT\n20\t5\tA\tG\n20\t9\tA\tG\n"


@pytest.fixture
def order(tmp_path: Path) -> PrepareOrder:
    source = tmp_path / "cohort.vcf"
    source.write_bytes(vcf([record(position, "0/1", "1/1", "0/0") for position in (5, 7, 9)], SAMPLES))
    (tmp_path / "sites.tsv").write_text(LIST)
    listed = (POLICIES / "imputation.toml").read_bytes().replace(b'keep = "all"', b'keep = "list"')
    files, sites = require_sources((source,)), require_sources((tmp_path / "sites.tsv",))
    return PrepareOrder(
        "s" * 32, 0, files[0], listed, (POLICIES / "services.toml").read_bytes(), "generic", None,
        prep.build_pseudonym_map(SAMPLES, origin="o", project="p").to_json_bytes(), site_list=sites[0],
    )  # fmt: skip


def prepared(order: PrepareOrder) -> tuple[Prepared, dict[str, io.BytesIO]]:
    sinks: dict[str, io.BytesIO] = {}

    def open_sink(name: str) -> io.BytesIO:
        return sinks.setdefault(name, io.BytesIO())

    return prepare_for_sealing(order, open_sink, lambda _: None), sinks


def test_only_listed_sites_leave(order: PrepareOrder) -> None:
    _, sinks = prepared(order)
    lines = gzip.decompress(sinks["chr20.vcf.gz"].getvalue()).decode().splitlines()
    assert [line.split("\t")[1] for line in lines if not line.startswith("#")] == ["5", "9"]


@pytest.mark.parametrize("change", ["gone", "longer"])
def test_a_list_that_is_not_as_it_was_queued_stops(order: PrepareOrder, tmp_path: Path, change: str) -> None:
    listed = tmp_path / "sites.tsv"
    listed.unlink() if change == "gone" else listed.write_text(LIST + "20\t11\tA\tG\n")
    with pytest.raises(SiteListChangedError):
        prepared(order)


def test_what_was_not_approved_is_not_given_on(order: PrepareOrder) -> None:
    made, _ = prepared(order)
    approved = {output.chromosome: output.prepared_sha256 for output in made.outputs}
    again, _ = prepared(replace(order, approved=approved))
    assert again.outputs == made.outputs
    for others in ({}, {"20": "0" * 64}, {"21": approved["20"]}):
        with pytest.raises(BlockedError) as refused:
            prepared(replace(order, approved=others))
        assert [finding.code for finding in refused.value.findings] == ["REVIEW-NOT-APPROVED"]


def test_strand_flips_count_over_all_files_of_a_job(order: PrepareOrder, tmp_path: Path) -> None:
    reports = []
    for chromosome in ("20", "21"):
        source, sites = tmp_path / f"{chromosome}.vcf", tmp_path / f"{chromosome}.tsv"
        meta = ["##contig=<ID=chr20,length=64444167>"]
        lines = [record(5 + at, "0/1", "1/1", "0/0", chrom=f"chr{chromosome}") for at in range(60)]
        source.write_bytes(vcf(lines, SAMPLES, meta))
        # G>A read on the other strand is C>T: the list has T and C where the file has A and G.
        sites.write_text("CHROM\tPOS\tREF\tALT\n" + "".join(f"{chromosome}\t{5 + at}\tT\tC\n" for at in range(60)))
        policy = (POLICIES / "imputation.toml").read_bytes()
        files = require_sources((source, sites))
        made, _ = prepared(replace(order, source=files[0], site_list=files[1], policy_toml=policy))
        reports.append(made.report)
    check_reports(reports[:1])
    with pytest.raises(BlockedError) as refused:
        check_reports(reports)
    assert [(finding.code, finding.count) for finding in refused.value.findings] == [("VCF-STRAND-FLIPS", 120)]


def test_list_and_approval_survive_a_restart_and_older_plans_have_none(order: PrepareOrder) -> None:
    plan = SubmissionPlan(
        "", "o", "practice", b"", b"", "generic", None, b"", site_list=order.site_list, approved={"20": "0" * 64}
    )
    assert parse_plan(plan.to_json()) == plan
    older = plan.to_json().replace(b'"site_list"', b'"other"').replace(b'"approved"', b'"another"')
    assert (parse_plan(older).site_list, parse_plan(older).approved) == (None, None)
