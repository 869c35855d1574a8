"""Cohorts full of planted identifiers: none leaves, every defect is named, and the kept genotypes are the input's.

Every option of their maker is in tests/properties/test_cohort_matrix.py; here are more samples, and the local report.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from dataclasses import asdict
from pathlib import Path

import pytest

import prep
from client.model.display import display_text
from prep.report import MapInfo, build_local_details, build_report, render_html
from tests.support.prep_cohort import Cohort, make_cohort, planted_in
from tests.support.prep_files import Prepared, codes, limits, policy, run

pytestmark = pytest.mark.corpus
SMALL = ("--samples", "30", "--sites", "150")


def require_same_genotypes(cohort: Cohort, prepared: Prepared, folder: Path) -> None:
    """An independent reader (bcftools) sees the input's genotypes at every site that left, under the real names."""
    if shutil.which("bcftools") is None:
        pytest.skip("bcftools is not installed")
    query = ["bcftools", "query", "-f", "%POS %REF %ALT[ %GT]\n"]
    separator = "|" if prepared.report.summary.phased else "/"
    for name, data in prepared.sinks.items():
        out = folder / name
        out.write_bytes(data)
        header = subprocess.run(["bcftools", "query", "-l", str(out)], check=True, capture_output=True, text=True)
        name_of = {pseudonym: sample for sample, pseudonym in prepared.map.entries}
        listed = [name_of[pseudonym] for pseudonym in header.stdout.split()]
        (folder / "order").write_text("\n".join(listed) + "\n")
        after = subprocess.run([*query, str(out)], check=True, capture_output=True, text=True).stdout.split("\n")
        before = subprocess.run(
            [*query, "-f", "%POS %REF %ALT[ %GT]\n", "-S", str(folder / "order"), str(cohort.path)],
            check=True, capture_output=True, text=True,
        ).stdout.replace("|" if separator == "/" else "/", separator)  # fmt: skip
        before_lines = {line.upper() for line in before.split("\n")}
        assert after[:-1]
        assert all(line in before_lines for line in after[:-1])


def test_no_planted_secret_is_in_anything_shareable(corpus: Path, tmp_path: Path) -> None:
    cohort = make_cohort(corpus, tmp_path, *SMALL, "--seed", "3")
    prepared = run(cohort.path)
    for name, data in prepared.sinks.items():
        assert planted_in(gzip.decompress(data) + data + name.encode(), cohort) == []
    info = MapInfo(prepared.map.map_id, len(prepared.map.entries))
    report = build_report([prepared.report], info, policy(), limits(), created="2026-01-01T00:00:00Z")
    page = render_html(report, local=False, display_text=display_text)
    assert planted_in(page.encode() + json.dumps(report).encode(), cohort) == []
    local = render_html(report, local=True, display_text=display_text, details=build_local_details([prepared.report]))
    assert planted_in(local.encode(), cohort) != []
    require_same_genotypes(cohort, prepared, tmp_path)
    assert "LEAK-SAMPLE-NAME" in codes(prepared.report.findings, "removed")


@pytest.mark.parametrize(
    ("defect", "code"),
    [
        ("dupsite", "VCF-DROPPED-DUPLICATE"),
        ("multiallelic", "VCF-DROPPED-MULTI-ALLELIC"),
        ("indel", "VCF-DROPPED-INDEL"),
        ("monomorphic", "VCF-DROPPED-MONOMORPHIC"),
        ("missing", "VCF-SITE-CALL-RATE"),
        ("halfcall", "VCF-HALF-CALLS"),
        ("lowercase", "VCF-LOWER-CASE"),
    ],
)
def test_each_defect_is_found_and_named_and_the_rest_is_right(
    corpus: Path, tmp_path: Path, defect: str, code: str
) -> None:
    options = ("--format", "GT", "--samples", "120", "--sites", "450")
    cohort = make_cohort(corpus, tmp_path, *options, "--defects", defect, "--seed", "5")
    prepared = run(cohort.path)
    assert code in codes(prepared.report.findings)
    outputs = prepared.report.outputs
    assert sum(output.records_in for output in outputs) == cohort.records
    assert all(output.records_in == output.records_kept + sum(output.dropped.values()) for output in outputs)
    if defect != "halfcall":
        require_same_genotypes(cohort, prepared, tmp_path)


def test_inspect_finds_every_class_that_was_planted(corpus: Path, tmp_path: Path) -> None:
    cohort = make_cohort(corpus, tmp_path, *SMALL, "--plain-gzip", name="Gustav_Holm_19870312.vcf.gz")
    inspection = prep.inspect(cohort.path, policy=policy(), limits=limits("michigan"))
    removed = {finding.finding_class for finding in inspection.findings if finding.severity == "removed"}
    assert removed >= {
        "sample-name", "national-number", "person-name", "birth-date", "medical-record", "e-mail", "phone",
        "credentials", "path", "host", "command-line", "date", "array-barcode", "file-name",
    }  # fmt: skip
    places = {finding.where for finding in inspection.findings}
    assert places >= {"sample names", "file name", "gzip header", "header ##SAMPLE", "header ##PEDIGREE", "header ##…"}
    assert (inspection.samples, inspection.build, inspection.container) == (30, "hg38", "gzip")
    shareable = repr([asdict(finding.shareable()) for finding in inspection.findings])
    assert planted_in(shareable.encode(), cohort) == []
    assert inspection.header_marks
