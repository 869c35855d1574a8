"""When a policy's least count of the rarer allele holds: always, never, or in what looks like sequencing."""

from __future__ import annotations

import gzip
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from prep import first_look
from prep.inspection import inspect
from tests.support.prep_files import bgzf, limits, policy, prepare_text, record, run, vcf

DEFAULT = policy()
DENSE = [1_000_000 + 90 * number for number in range(40)]


def cohort(samples: int, positions: list[int], text_format: str = "GT:AD") -> bytes:
    """At every other site one person carries the allele, at the others many do."""
    depth = "" if text_format == "GT" else ":9,9"
    lines = []
    for number, position in enumerate(positions):
        carriers = 1 if number % 2 else 10
        cells = [f"0/1{depth}"] * carriers + [f"0/0{depth}"] * (samples - carriers)
        random.Random(number).shuffle(cells)
        lines.append(record(position, *cells, format=text_format))
    meta = ["##contig=<ID=chr20,length=64444167>", '##FORMAT=<ID=GT,Number=1,Type=String,Description="x">',
            '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="x">']  # fmt: skip
    return vcf(lines, [f"PERSON{number}" for number in range(samples)], meta=meta)


def test_the_default_is_three_in_what_looks_like_sequencing_or_has_a_million_sites() -> None:
    assert (DEFAULT.minimum_minor_allele_count, DEFAULT.rare_rule) == (3, "sequencing-or-million")


@pytest.mark.parametrize(
    "positions",
    [
        DENSE,
        # A chromosome begins with wide gaps, and an exome is many short runs.
        [10_000, 400_000, *DENSE[2:]],
        [100_000 * (number // 5) + 120 * (number % 5) + 1 for number in range(40)],
    ],
)
def test_one_persons_alleles_stay_where_a_file_looks_like_sequencing(tmp_path: Path, positions: list[int]) -> None:
    prepared = prepare_text(tmp_path, cohort(100, positions))
    assert prepared.report.outputs[0].dropped == {"rare": 20}


@pytest.mark.parametrize(
    ("samples", "positions", "text_format"),
    [
        (99, DENSE, "GT:AD"),
        (100, DENSE, "GT"),
        (100, [1_000_000 + 5_000 * number for number in range(40)], "GT:AD"),
        (100, [1_000_000 + 500 * number for number in range(40)], "GT:AD"),
    ],
)
def test_they_leave_where_it_looks_like_an_array_or_is_of_few_people(
    tmp_path: Path, samples: int, positions: list[int], text_format: str
) -> None:
    prepared = prepare_text(tmp_path, cohort(samples, positions, text_format))
    assert prepared.report.outputs[0].dropped == {}


def test_a_million_sites_count_whatever_they_look_like(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = cohort(100, [1_000_000 + 5_000 * number for number in range(40)], "GT")
    monkeypatch.setattr(first_look, "_MILLION", 39)
    assert prepare_text(tmp_path, text).report.outputs[0].dropped == {"rare": 20}
    monkeypatch.setattr(first_look, "_MILLION", 41)
    assert prepare_text(tmp_path, text).report.outputs[0].dropped == {}
    # Of a large file the first megabyte tells about how many there are.
    monkeypatch.setattr(first_look, "_LOOK_BYTES", 4_000)
    monkeypatch.setattr(first_look, "_MILLION", 30)
    assert prepare_text(tmp_path, text).report.outputs[0].dropped == {"rare": 20}
    monkeypatch.setattr(first_look, "_MILLION", 60)
    assert prepare_text(tmp_path, text).report.outputs[0].dropped == {}


@pytest.mark.parametrize("is_bcf", [False, True])
def test_a_million_sites_count_where_the_beginning_promised_fewer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_bcf: bool
) -> None:
    """gzip is read far ahead of its text, and pysam does not say how far it is."""
    text = cohort(100, [1_000_000 + 5_000 * number for number in range(40)], "GT")
    # The only unphased call of the beginning is too rare to leave.
    text = text.replace(b"0/0", b"0|0").replace(b"0/1", b"0|1")
    text = text.replace(b"0|1", b"0/1", 11).replace(b"0/1", b"0|1", 10)
    path, the_policy = tmp_path / "input.vcf.gz", DEFAULT
    path.write_bytes(gzip.compress(text))
    if is_bcf:
        if shutil.which("bcftools") is None:
            pytest.skip("bcftools is not installed")
        subprocess.run(["bcftools", "view", "-Ob", "-o", str(tmp_path / "input.bcf"), str(path)], check=True)
        path, the_policy = tmp_path / "input.bcf", policy("likelihoods")
    monkeypatch.setattr(first_look, "_LOOK_BYTES", 4_000)
    for million, dropped in ((39, {"rare": 20}), (40, {})):
        monkeypatch.setattr(first_look, "_MILLION", million)
        prepared = run(path, the_policy=the_policy)
        assert prepared.report.outputs[0].dropped == dropped
        assert prepared.report.summary.phased == bool(dropped)
        inspected = inspect(path, policy=the_policy, limits=limits())
        assert inspected.summary.chromosomes[0].dropped == dropped


@pytest.mark.parametrize("sites_apart", [90, 5_000])
def test_a_bcf_is_looked_at_as_its_text_is(tmp_path: Path, sites_apart: int) -> None:
    if shutil.which("bcftools") is None:
        pytest.skip("bcftools is not installed")
    text = cohort(100, [1_000_000 + sites_apart * number for number in range(40)])
    (tmp_path / "source.vcf.gz").write_bytes(bgzf(text))
    path = tmp_path / "source.bcf"
    subprocess.run(["bcftools", "view", "-Ob", "-o", str(path), str(tmp_path / "source.vcf.gz")], check=True)
    wanted = {"rare": 20} if sites_apart == 90 else {}
    assert run(path).report.outputs[0].dropped == wanted
    assert run(path, the_policy=policy("likelihoods")).report.outputs[0].dropped == wanted


@pytest.mark.parametrize(("rule", "dropped"), [("always", {"rare": 20}), ("never", {})])
def test_a_policy_may_say_always_or_never(tmp_path: Path, rule: str, dropped: dict[str, int]) -> None:
    positions = DENSE if rule == "never" else [5_000 * number + 1 for number in range(40)]
    text = cohort(100 if rule == "never" else 12, positions)
    prepared = prepare_text(tmp_path, text, the_policy=DEFAULT._replace(rare_rule=rule))
    assert prepared.report.outputs[0].dropped == dropped


@pytest.mark.parametrize("is_bcf", [False, True])
def test_what_is_too_rare_to_leave_says_nothing_of_the_phase_of_what_does(tmp_path: Path, is_bcf: bool) -> None:
    """One person's unphased or locally phased allele stays here: all that leaves is phased, and is written so."""
    always = policy(rare_rule='"always"')
    lines = [
        record(5, "0|1", "1|1", "0|0"),
        record(6, "0/1", "0/0", "0/0"),
        record(7, "0|1:7", "0|0:7", "0|0:7", format="GT:PS"),
        record(8, ".|.", "0|1", "0|1"),
    ]
    meta = ["##contig=<ID=chr20,length=64444167>", '##FORMAT=<ID=GT,Number=1,Type=String,Description="x">',
            '##FORMAT=<ID=PS,Number=1,Type=Integer,Description="x">']  # fmt: skip
    path = tmp_path / "input.vcf"
    path.write_bytes(vcf(lines, meta=meta))
    if is_bcf:
        if shutil.which("bcftools") is None:
            pytest.skip("bcftools is not installed")
        subprocess.run(["bcftools", "view", "-Ob", "-o", str(tmp_path / "input.bcf"), str(path)], check=True)
        path = tmp_path / "input.bcf"
    prepared = run(path, the_policy=always._replace(minimum_minor_allele_count=2))
    assert prepared.genotypes() == {5: ["0|1", "1|1", "0|0"], 8: [".|.", "0|1", "0|1"]}
    assert prepared.report.summary.phased
    assert run(path, the_policy=always._replace(minimum_minor_allele_count=1)).genotypes()[8] == ["./.", "0/1", "0/1"]
