"""Random jobs with a site list against the rules of services, said once more record by record.

A service looks at every window of 20 million bases of every file: it leaves out one with fewer than half of its sites
in the panel, else one with fewer than three sites that it uses, else one in which a sample lacks most calls at these.
It uses sites with nine in ten samples called and the panel's alleles, in either order. A job fails where no window is
left, or with more than so many sites on the other strand.
"""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

import prep
from prep.findings import Finding
from prep.results import FileSummary
from prep.site_list import load_site_list
from tests.support.prep_files import codes, limits, policy, record, vcf

NAMES = [f"PERSON{number}" for number in range(20)]
WINDOW = 20_000_000
POLICY = policy()
LIMITS = limits("michigan")._replace(most_strand_flips=4)
OTHER_STRAND = {"A": "T", "C": "G", "G": "C", "T": "A"}
WINDOW_CODES = ("VCF-CHUNK-OVERLAP", "VCF-CHUNK-SITES", "VCF-CHUNK-CALL-RATE")
NOTHING_LEFT = ("VCF-LIST-OVERLAP", "VCF-NO-CHUNK")


class Site(NamedTuple):
    position: int
    alleles: str
    listed: tuple[str, ...]
    genotypes: list[str]

    @property
    def is_flipped(self) -> bool:
        """On the other strand, and not A/T or C/G, whose strands look the same."""
        others = {self.alleles, self.alleles[::-1]}
        turned = {"".join(OTHER_STRAND[base] for base in pair) for pair in others}
        return bool(turned & set(self.listed)) and not others & set(self.listed)

    @property
    def is_used(self) -> bool:
        called = sum(genotype != "./." for genotype in self.genotypes)
        return 10 * called >= 9 * len(NAMES) and bool({self.alleles, self.alleles[::-1]} & set(self.listed))


def random_sites(chance: random.Random) -> list[Site]:
    """Some sites in up to three windows; each window with habits of its own."""
    sites = []
    for window in range(chance.choice((1, 2, 3))):
        absent, few_calls, unlike = (chance.choice((0, 0.1, 0.5, 0.9)) for _ in range(3))
        poor = chance.sample(range(len(NAMES)), chance.choice((0, 0, 1, 2)))
        offsets = chance.sample([0, 1, *range(2, 60), WINDOW - 2, WINDOW - 1], chance.choice((1, 2, 3, 4, 8, 20)))
        for offset in sorted(offsets):
            pair = "".join(chance.sample("ACGT", 2))
            listed: tuple[str, ...] = (pair,)
            if chance.random() < unlike:
                turned = "".join(OTHER_STRAND[base] for base in pair)
                listed = (chance.choice((pair[::-1], turned, turned[::-1], "".join(chance.sample("ACGT", 2)))),)
            missing = {sample for sample in range(len(NAMES)) if chance.random() < (few_calls and 0.12)}
            missing |= {sample for sample in poor if chance.random() < 0.6}
            genotypes = ["./." if sample in missing else "0/1" for sample in range(len(NAMES))]
            listed = () if chance.random() < absent else listed
            sites.append(Site(window * WINDOW + 1 + offset, pair, listed, genotypes))
    return sites


def expected(sites: list[Site]) -> Counter[str]:
    found: Counter[str] = Counter()
    windows: dict[int, list[Site]] = {}
    for site in sites:
        windows.setdefault(-(-site.position // WINDOW), []).append(site)
    for in_window in windows.values():
        used = [site for site in in_window if site.is_used]
        calls = [sum(site.genotypes[sample] != "./." for site in used) for sample in range(len(NAMES))]
        if 2 * sum(bool(site.listed) for site in in_window) < len(in_window):
            found["VCF-CHUNK-OVERLAP"] += 1
        elif len(used) < 3:
            found["VCF-CHUNK-SITES"] += 1
        elif 2 * min(calls) < len(used):
            found["VCF-CHUNK-CALL-RATE"] += 1
    if found["VCF-CHUNK-OVERLAP"] == len(windows):
        return Counter({"VCF-LIST-OVERLAP": sum(not site.listed for site in sites)})
    if found.total() == len(windows):
        found["VCF-NO-CHUNK"] = 1
    return found


def of_windows(findings: tuple[Finding, ...]) -> Counter[str]:
    return Counter({entry.code: entry.count for entry in findings if entry.code in (*WINDOW_CODES, *NOTHING_LEFT)})


@pytest.mark.parametrize("seed", range(15))
def test_random_jobs_are_judged_as_services_judge_them(tmp_path: Path, seed: int) -> None:
    judge(tmp_path, seed)


@pytest.mark.soak
def test_a_thousand_random_jobs_are(tmp_path: Path) -> None:
    for seed in range(15, 1000):
        judge(tmp_path, seed)


def judge(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    files = [random_sites(chance) for _ in range(chance.choice((1, 2, 3)))]
    for number, sites in enumerate(files, start=1):
        (tmp_path / f"{number}.tsv").write_text(
            "CHROM\tPOS\tREF\tALT\n1\t63000000\tA\tC\n"
            + "".join(f"{number}\t{site.position}\t{pair[0]}\t{pair[1]}\n" for site in sites for pair in site.listed)
        )
    reports: list[tuple[tuple[Finding, ...], FileSummary]] = []
    for number, sites in enumerate(files, start=1):
        lines = [
            record(site.position, *site.genotypes, chrom=f"chr{number}", ref=site.alleles[0], alt=site.alleles[1])
            for site in sites
        ]
        path = tmp_path / "input.vcf"
        path.write_bytes(vcf(lines, NAMES))
        site_list = load_site_list(tmp_path / f"{number}.tsv")
        inspection = prep.inspect(
            path, policy=POLICY, limits=LIMITS, site_list=site_list, is_whole_job=len(files) == 1, chunk_bytes=900
        )
        reports.append((inspection.findings, inspection.summary))
        assert of_windows(inspection.findings) == expected(sites)
    outcomes = [expected(sites) for sites in files]
    flips = [sum(site.is_flipped for site in sites) for sites in files]
    refused = all(any(outcome[code] for code in NOTHING_LEFT) for outcome in outcomes)
    found = [entry for findings, _ in reports for entry in findings]
    if len(files) > 1:
        found += prep.check_counts(
            [findings for findings, _ in reports], [summary for _, summary in reports], **LIMITS.of_jobs()
        )
    blocking = codes(found, "block")
    assert bool(blocking & set(NOTHING_LEFT)) is refused
    assert ("VCF-STRAND-FLIPS" in blocking) is (sum(flips) > LIMITS.most_strand_flips)
