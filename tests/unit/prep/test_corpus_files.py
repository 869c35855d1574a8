"""Every real file of the corpus: it prepares, or a finding or coded error says why not; none crashes or hangs."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

import prep
from prep.errors import BlockedError, PrepError
from tests.support.prep_files import limits, policy, run

pytestmark = pytest.mark.corpus
GRAMMAR = re.compile(
    rb"(?:chr)?[0-9X]{1,2}\t[0-9]{1,9}\t\.\t[ACGT]\t[ACGT]\t\.\tPASS\t\.\tGT(?:\t[01.](?:[|/][01.])?)+"
)


def outcome(path: Path) -> str:
    """`prepared`, `blocked`, `left out` or an error's code; asserts what must hold for each."""
    try:
        header = prep.read_source_header(path)
        prepared = run(path, build=None if header.build else "hg19")
    except BlockedError as error:
        return "blocked" if any(finding.blocks() for finding in error.findings) else "blocked by nothing"
    except PrepError as error:
        return error.code if error.exit_code in (2, 3) else "wrong exit code"
    if not prepared.report.outputs:
        assert any(finding.code.endswith("-LEFT-OUT") for finding in prepared.report.findings)
        return "left out"
    names = [name.encode() for name in header.sample_ids if len(name) >= 4]
    for data in prepared.sinks.values():
        text = gzip.decompress(data)
        lines = text.split(b"\n")
        assert all(GRAMMAR.fullmatch(line) for line in lines[4:-1:97])
        assert not any(name in lines[3] for name in names)
    return "prepared"


def files(corpus: Path, *folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((corpus / folder).iterdir()) if path.is_file()]


def test_real_files_prepare_or_say_why_not(corpus: Path) -> None:
    started = time.process_time()
    outcomes: dict[str, int] = {}
    for path in files(corpus, "server", "small"):
        result = outcome(path)
        outcomes[result] = outcomes.get(result, 0) + 1
    assert outcomes["prepared"] >= 65
    assert set(outcomes) == {"prepared", "blocked", "left out"}
    assert time.process_time() - started < 60


def test_specification_examples_never_crash(corpus: Path) -> None:
    outcomes = [outcome(path) for path in files(corpus, "spec")]
    assert {result for result in outcomes if result not in {"prepared", "blocked", "left out"}} <= {
        "VCF-HEADER",
        "VCF-NOT-VCF",
    }


def test_the_real_upload_set_prepares_whole(corpus: Path) -> None:
    for path in sorted((corpus / "large").glob("*1KG_phase3_subset_chr*"))[:3] + sorted(
        (corpus / "large").glob("*chrX*")
    ):
        report = run(path).report
        assert report.outputs[0].samples == 1126
        assert report.outputs[0].records_kept >= 800


def test_inspect_reads_every_kind_of_file(corpus: Path) -> None:
    for path in files(corpus, "small")[::10]:
        inspection = prep.inspect(path, policy=policy(), limits=limits("michigan"), build="hg38")
        assert inspection.container in {"text", "gzip", "bgzf", "bcf"}
        assert all(finding.advice for finding in inspection.findings)


def test_men_written_as_half_calls_on_the_real_x_keep_every_allele(corpus: Path) -> None:
    """Compared with bcftools as an independent reader, under the real names."""
    if shutil.which("bcftools") is None:
        pytest.skip("bcftools is not installed")
    path = next((corpus / "large").glob("*1KG_phase3_subset_chrX*"))
    prepared = run(path)
    assert {f.code: f.count for f in prepared.report.findings}["VCF-X-ONE-ALLELE"] == 551
    query = ["bcftools", "query", "-e", 'N_ALT!=1 || TYPE!="snp"', "-f", "%POS[ %GT]\n"]
    seen = subprocess.run([*query, str(path)], check=True, capture_output=True, text=True).stdout
    before = {line.split(" ", 1)[0]: line.replace("/.", "").split(" ")[1:] for line in seen.splitlines()}
    after = prepared.genotypes("chrX.vcf.gz")
    assert len(after) >= 500
    assert all(before[str(position)] == calls for position, calls in after.items())
