"""What services count over all files of a job: one file's trouble stops only what the service would refuse."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import prep
from client.tasks.facts import PrepareChoices
from client.tasks.inspection import inspect_files
from client.tasks.preparation import prepare_files
from client.tasks.sealed_preparation import check_reports, prepare_for_sealing
from client.tasks.workplace import Workplace
from client.transfer.ledger import Ledger
from client.transfer.messages import PrepareOrder
from client.transfer.plan import require_sources
from client.transfer.under_way import UnderWay
from prep.errors import BlockedError
from prep.findings import Finding
from tests.support.outbox_samples import VAULT_KEY, fixed_clock, sample_plan, sample_source
from tests.support.places import make_workplace
from tests.support.prep_files import POLICIES, codes, record, vcf

NAMES = [f"PERSON{number}" for number in range(20)]


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    with make_workplace(tmp_path / "home") as opened:
        yield opened


def source(folder: Path, chromosome: int, sites: int, first: str = "0/1") -> Path:
    path = folder / f"chr{chromosome}.vcf"
    lines = [record(5 + at, first, *["0/1"] * 19, chrom=f"chr{chromosome}") for at in range(sites)]
    path.write_bytes(vcf(lines, NAMES))
    return path


def severities(findings: tuple[Finding, ...], code: str) -> list[tuple[str, str]]:
    return [(entry.severity, entry.where) for entry in findings if entry.code == code]


@pytest.mark.parametrize("poor", ["few-sites", "few-calls"])
def test_a_file_of_which_nothing_passes_leaves_with_another(workplace: Workplace, tmp_path: Path, poor: str) -> None:
    choices = PrepareChoices(service="michigan")
    shapes = (2, "0/1") if poor == "few-sites" else (5, "./.")
    files = [source(tmp_path, 20, 5), source(tmp_path, 21, *shapes)]
    done = prepare_files(workplace, files, tmp_path / "out", choices)
    assert [file.file_name for file in done.files] == ["chr20.vcf.gz", "chr21.vcf.gz"]
    assert severities(done.findings, "VCF-NO-CHUNK") == [("warn", "records")]
    assert not inspect_files(workplace, files, choices).blocking
    with pytest.raises(BlockedError):
        prepare_files(workplace, files[1:], tmp_path / "alone", choices)


def test_a_job_of_which_nothing_passes_is_refused(workplace: Workplace, tmp_path: Path) -> None:
    choices = PrepareChoices(service="michigan")
    files = [source(tmp_path, 20, 2), source(tmp_path, 21, 5, "./.")]
    with pytest.raises(BlockedError) as caught:
        prepare_files(workplace, files, tmp_path / "out", choices)
    assert severities(caught.value.findings, "VCF-NO-CHUNK") == [("block", "all files")]
    assert not (tmp_path / "out").exists()
    inspected = inspect_files(workplace, files, choices)
    assert severities(inspected.job_findings, "VCF-NO-CHUNK") == [("block", "all files")]
    assert codes(inspected.job_findings, "block") == {"VCF-NO-CHUNK"}


def test_flips_of_a_file_that_is_stopped_count_for_the_job_too(workplace: Workplace, tmp_path: Path) -> None:
    files = [source(tmp_path, 20, 60), source(tmp_path, 21, 60)]
    files[1].write_bytes(files[1].read_bytes().replace(b"chr21\t64\t", b"chr21\t1\t"))
    sites = tmp_path / "sites.tsv"
    sites.write_text("".join(f"{chromosome}\t{5 + at}\tT\tC\n" for chromosome in (20, 21) for at in range(60)))
    with pytest.raises(BlockedError) as caught:
        prepare_files(workplace, files, tmp_path / "out", PrepareChoices(site_list=sites))
    assert codes(caught.value.findings, "block") == {"VCF-UNSORTED", "VCF-STRAND-FLIPS"}


def test_what_is_sealed_is_judged_as_one_job(tmp_path: Path) -> None:
    reports = {}
    for chromosome, sites in ((20, 5), (21, 2), (22, 2)):
        (file,) = require_sources((source(tmp_path, chromosome, sites),))
        order = PrepareOrder(
            "s" * 32, 0, file, (POLICIES / "imputation.toml").read_bytes(), (POLICIES / "services.toml").read_bytes(),
            "michigan", None, prep.build_pseudonym_map(NAMES, origin="o", project="p").to_json_bytes(),
            is_whole_job=False,
        )  # fmt: skip
        reports[chromosome] = prepare_for_sealing(order, lambda _: io.BytesIO(), lambda _: None).report
    check_reports([reports[20], reports[21]])
    with pytest.raises(BlockedError) as refused:
        check_reports([reports[21], reports[22]])
    assert codes(refused.value.findings) == {"VCF-NO-CHUNK"}
    with pytest.raises(BlockedError):
        prepare_for_sealing(replace(order, is_whole_job=True), lambda _: io.BytesIO(), lambda _: None)


@pytest.mark.parametrize("count", [1, 2])
def test_a_worker_is_told_whether_its_file_is_the_only_one(tmp_path: Path, count: int) -> None:
    with Ledger(tmp_path / "ledger.sqlite3", VAULT_KEY, fixed_clock) as ledger:
        ledger.add("s" * 32, sample_plan(), [sample_source()] * count)
        record = ledger.load("s" * 32)
    order = UnderWay(record, record.machine).order_for(count - 1)
    assert isinstance(order, PrepareOrder)
    assert order.is_whole_job is (count == 1)
