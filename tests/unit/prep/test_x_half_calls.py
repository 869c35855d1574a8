"""Men on X outside PAR: written as half calls by some programs, read as the one allele that they have."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import prep
from prep import genotypes
from prep.errors import RecheckError
from prep.rules import BoolArray
from tests.support.prep_files import POLICIES, codes, limits, policy, prepare_text, record, run, vcf

X19 = "##contig=<ID=X,length=155270560>"
FOUR = ("ALPHA", "BRAVO", "CHARLIE", "DELTA")
HALF_WAYS = ("{}/.", "{}|.", "./{}", ".|{}", "/{}/.")


def x_of_two_men(way: str, count: int = 60, par: int = 0, text_format: str = "GT", lost: str = ".") -> bytes:
    """X of two women and two men; outside PAR the men's alleles are written in this `way`, missing ones as `lost`."""
    chance = random.Random(11)
    rest = ":12,3:15" if text_format != "GT" else ""
    lines = [record(100_000 + i, *[f"0|1{rest}"] * 4, chrom="X", format=text_format) for i in range(par)]
    for index in range(count):
        women = [f"{chance.choice('01')}|{chance.choice('01')}" for _ in range(2)]
        men = [lost if chance.random() < 0.15 else way.format(chance.choice("01")) for _ in range(2)]
        cells = [women[0], men[0], women[1], men[1]]
        lines.append(record(3_000_000 + index, *[cell + rest for cell in cells], chrom="X", format=text_format))
    return vcf(lines, FOUR, [X19])


@pytest.mark.parametrize("way", HALF_WAYS)
@pytest.mark.parametrize("text_format", ["GT", "GT:AD:DP"])
@pytest.mark.parametrize("par", [False, True])
def test_men_written_as_half_calls_on_x_leave_as_men_written_with_one_allele(
    tmp_path: Path, way: str, text_format: str, par: bool
) -> None:
    """`par`: so many records come first that the men are seen only after the first look, and the file starts over."""
    records = (25_000 if text_format == "GT" else 14_000) if par else 0
    usual = prepare_text(tmp_path, x_of_two_men("{}", par=records, text_format=text_format))
    halves = prepare_text(
        tmp_path, x_of_two_men(way, par=records, text_format=text_format, lost="./."), existing=usual.map
    )
    assert halves.sinks == usual.sinks
    found = {finding.code: finding for finding in halves.report.findings}
    assert (found["VCF-X-ONE-ALLELE"].count, found["VCF-X-ONE-ALLELE"].severity) == (2, "removed")
    assert not {"VCF-X-HALF-CALLS", "VCF-HALF-CALLS", "VCF-PHASE-REMOVED"} & found.keys()
    assert halves.report.summary.chromosomes[0].half_calls == 0
    path = tmp_path / "input.vcf"
    inspected = {f.code: f for f in prep.inspect(path, policy=policy(), limits=limits()).findings}
    assert inspected["VCF-X-ONE-ALLELE"].count == 2
    assert "VCF-X-HALF-CALLS" not in inspected


def test_a_man_whose_only_full_call_comes_last_keeps_no_half_call(tmp_path: Path) -> None:
    text = x_of_two_men("{}/.", lost="./.")
    last = vcf([record(100_000_000, "0|1", "0|1", "1|1", "1/.", chrom="X")], FOUR, [X19]).split(b"\n")[-2]
    prepared = prepare_text(tmp_path, text + last + b"\n")
    genotypes = prepared.genotypes("chrX.vcf.gz")
    assert {calls[1] for calls in genotypes.values()} == {".|.", "0|1"}
    assert {calls[3] for calls in genotypes.values()} == {"0", "1", "."}
    found = {finding.code: finding.count for finding in prepared.report.findings}
    assert (found["VCF-X-ONE-ALLELE"], found["VCF-X-HALF-CALLS"]) == (1, 1)


def test_one_half_call_and_nothing_else_is_chance(tmp_path: Path) -> None:
    lines = [record(3_000_000, "0|1", "0/.", "1|1", chrom="X"), record(3_000_001, "0|1", "./.", "1|1", chrom="X")]
    prepared = prepare_text(tmp_path, vcf(lines, meta=[X19]))
    assert [calls[1] for calls in prepared.genotypes("chrX.vcf.gz").values()] == [".|.", ".|."]


def test_a_policy_may_have_half_calls_become_missing_on_x_too(tmp_path: Path) -> None:
    kept = policy(haploid_half_calls='"missing"')
    prepared = prepare_text(tmp_path, x_of_two_men("{}/.", lost="./."), the_policy=kept)
    assert {calls[1] for calls in prepared.genotypes("chrX.vcf.gz").values()} == {".|."}
    assert "VCF-X-HALF-CALLS" in codes(prepared.report.findings)
    older = (POLICIES / "imputation.toml").read_text().split("\n")
    older = [line for line in older if not line.startswith("haploid_half_calls")]
    assert prep.load_policy("\n".join(older).encode()).haploid_half_calls == "missing"


def test_records_that_only_men_carry_may_be_the_first_to_show_local_phase(tmp_path: Path) -> None:
    """As missing, men's alleles leave a record monomorphic; as alleles they keep it, and its phase set counts."""
    par = [record(100_000 + i, "0|1", "0|1", "0|1", "0|0", chrom="X") for i in range(25_000)]
    men = [record(3_000_000 + i, "0|1", "1/.", "0|0", "0/.", chrom="X") for i in range(3)]
    local = record(4_000_000, "0|0:5", "1/.:5", "0|0:5", "1/.:5", chrom="X", format="GT:PS")
    prepared = prepare_text(tmp_path, vcf([*par, *men, local], FOUR, [X19]))
    genotypes = prepared.genotypes("chrX.vcf.gz")
    assert genotypes[4_000_000] == ["0/0", "1", "0/0", "1"]
    assert genotypes[3_000_000] == ["0/1", "1", "0/0", "0"]


def test_mostly_half_calls_are_lost_with_a_warning_that_says_of_how_many_samples(tmp_path: Path) -> None:
    lines = [
        record(2_000_000, "0/.", "0/1", "1/1", chrom="X"),  # in PAR: an ordinary half call
        record(5_000_000, "0/.", "0/1", "1/1", chrom="X"),
        record(5_000_100, "1/.", "0/1", "1/.", chrom="X"),
        record(5_000_200, "./1", "0/1", "1/1", chrom="X"),
        record(5_000_300, "0/0", "0/1", "1/1", chrom="X"),
    ]
    prepared = prepare_text(tmp_path, vcf(lines, meta=[X19]))
    assert prepared.genotypes("chrX.vcf.gz")[5_000_100] == ["./.", "0/1", "./."]
    found = [f for f in prepared.report.findings if f.code == "VCF-X-HALF-CALLS"]
    assert [(f.count, f.severity) for f in found] == [(1, "warn")]
    # Without a list of men bcftools takes everybody for a woman, and changes nothing.
    assert "+fixploidy FILE -- -s SEX" in found[0].advice
    few = prepare_text(tmp_path, vcf([lines[0], *lines[3:]], meta=[X19]))
    assert "VCF-X-HALF-CALLS" not in codes(few.report.findings)


def test_men_are_read_so_whatever_the_block_size_who_is_left_out_and_who_works(tmp_path: Path) -> None:
    men = ("BRAVO", "DELTA")
    path = tmp_path / "x.vcf"
    path.write_bytes(x_of_two_men("{}/.", count=80, lost="./."))
    usual = tmp_path / "usual.vcf"
    usual.write_bytes(x_of_two_men("{}", count=80))
    for left_out in ((), ("ALPHA",), ("BRAVO",)):
        whole = run(usual, leave_out=left_out)
        for chunk_bytes in (300, 2000, 1 << 20):
            with ThreadPoolExecutor(2) as executor:
                prepared = run(path, leave_out=left_out, chunk_bytes=chunk_bytes, existing=whole.map, executor=executor)
            assert prepared.texts == whole.texts
            found = {finding.code: finding.count for finding in prepared.report.findings}
            assert found["VCF-X-ONE-ALLELE"] == len(set(men) - set(left_out))


@pytest.mark.parametrize("name", ["dosages", "likelihoods"])
def test_men_are_read_so_beside_numbers(tmp_path: Path, name: str) -> None:
    key, value = ("DS", "0.5") if name == "dosages" else ("PL", "0,10,90")
    text = x_of_two_men("{}/.", lost="./.").replace(b"\tGT\t", f"\tGT:{key}\t".encode())
    lines = [
        "\t".join([*line.split("\t")[:9], *(f"{cell}:{value}" for cell in line.split("\t")[9:])])
        for line in text.decode().split("\n")
        if line and not line.startswith("#")
    ]
    head = [line for line in text.decode().split("\n") if line.startswith("#")]
    prepared = prepare_text(tmp_path, "\n".join([*head, *lines, ""]).encode(), the_policy=policy(name))
    cells = {calls[1].split(":")[0] for calls in prepared.genotypes("chrX.vcf.gz").values()}
    assert cells == {"0", "1", "."}


def test_the_recheck_refuses_a_man_with_the_other_allele(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer that takes the missing one of `0/.` for the allele, or another sample's, does not get through."""

    def wrong(exceptions: genotypes.Exceptions, where: BoolArray) -> None:
        read_rightly(exceptions, where)
        first = exceptions.as_one_allele.nonzero()[0][:2]
        exceptions.value[first] ^= 1 << 8

    read_rightly = genotypes._read_as_one_allele
    monkeypatch.setattr(genotypes, "_read_as_one_allele", wrong)
    with pytest.raises(RecheckError):
        prepare_text(tmp_path, x_of_two_men("{}/.", lost="./."))
