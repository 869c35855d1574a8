"""The matrix of cohorts: what the corpus' maker is told in each cell, and the policies that its files go through."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import prep
from tests.support.cohort_oracle import Record, Source, Wanted
from tests.support.prep_files import policy

NAMES = ("mixed", "cpr", "cprplain", "name", "mrn", "path", "sentrix", "plink", "plain")
_SINGLE = ("unsorted", "dupsite", "dupsample", "multiallelic", "indel", "monomorphic", "missing", "chrmix", "halfcall",
           "lowercase")  # fmt: skip
_HARMLESS = ("dupsite", "multiallelic", "indel", "monomorphic", "missing", "halfcall", "lowercase")
DEFECTS = ("", *_SINGLE, ",".join(_HARMLESS), "unsorted,dupsample,chrmix", ",".join(_SINGLE))
CONTAINERS = ("bgzf", "gzip", "text", "bcf")
# The build, and what the maker is told. X begins in the part that it shares with Y, or behind it.
CHROMOSOMES = {
    "chr20": ("hg38", "--chrom chr20"),
    "20": ("hg19", "--chrom 20 --build GRCh37 --length 63025520 --vcfversion 4.1"),
    "chr22": ("hg38", "--chrom chr22 --length 50818468 --vcfversion 4.3 --phased"),
    "chrX": ("hg38", "--chrom chrX --length 156040895"),
    "chrX behind PAR": ("hg38", "--chrom chrX --length 156040895 --start 2800000"),
    "X": ("hg19", "--chrom X --build GRCh37 --length 155270560 --vcfversion 4.4 --phased"),
}
FORMATS = ("GT", "GT:AD:DP:GQ:PL", "GT:DS", "GT:DP:PL:DS")
_FURTHER_POLICIES = ("dosages", "likelihoods", "filters", "listed")
_REGION = (10_000_001, 20_000_000)


class Cell(NamedTuple):
    """A cell of the matrix."""

    names: str
    defects: str
    chromosome: str
    container: str

    def has(self, defect: str) -> bool:
        return defect in self.defects.split(",")

    @property
    def build(self) -> str:
        return CHROMOSOMES[self.chromosome][0]

    @property
    def source(self) -> str:
        """Which real genotypes the maker takes."""
        return "X" if "X" in self.chromosome else "20"

    @property
    def file_name(self) -> str:
        """It tells of somebody, as the gzip header then does too."""
        return "Gustav_Holm_19870312." + ("vcf.gz" if self.container in ("bgzf", "gzip") else "vcf")

    @property
    def policies(self) -> tuple[str, str]:
        """The default and, in turn, one of the others: each of them meets every two values of the matrix."""
        return "imputation", _FURTHER_POLICIES[sum(self._places) % len(_FURTHER_POLICIES)]

    @property
    def options(self) -> Sequence[str]:
        """For the maker. The seed is the same for all containers, so they hold the same."""
        names, defects, chromosome, _ = self._places
        seed = 1000 * names + 10 * defects + chromosome
        shape = f"--samples 24 --sites 150 --max-source-sites 1000 --format {FORMATS[seed % 7 % 4]} --seed {seed}"
        container = "--plain-gzip" if self.container == "gzip" else ""
        more = f"{shape} --names {self.names} {CHROMOSOMES[self.chromosome][1]} {container}"
        return (*more.split(), "--defects", self.defects)

    @property
    def _places(self) -> tuple[int, int, int, int]:
        dimensions = (NAMES, DEFECTS, tuple(CHROMOSOMES), CONTAINERS)
        names, defects, chromosome, container = map(tuple.index, dimensions, self)
        return names, defects, chromosome, container


class Rules(NamedTuple):
    """A policy, the same said for the oracle, and the site list that goes with it."""

    policy: prep.Policy
    scheme: Literal["random", "hmac", "sequential"]
    wanted: Wanted
    site_list: Path | None = None

    def fixed_fields(self, record: Record, counts: tuple[int, int]) -> tuple[str, str]:
        """ID and INFO as they must leave; `counts` are alternate and called alleles."""
        alternate, called = counts
        frequency = round(alternate / called, 6)
        info = f"AC={alternate};AN={called};AF={frequency:g}" if self.wanted.info else "."
        ids = {
            "none": ".",
            "rs": self.wanted.kept_id(record.id),
            "chr-pos-ref-alt": ":".join((record.contig, str(record.position), *record.site[2:])),
        }
        return ids[self.wanted.record_id], info


def rules_for(kind: str, cell: Cell, source: Source) -> Rules:
    """One of the shipped policies, or one that filters: by region, rarity and people, or by a site list."""
    if kind == "filters":
        bed = f'"{cell.chromosome.split()[0]}\\t{_REGION[0] - 1}\\t{_REGION[1]}"'
        filters = policy(
            id='"rs"', info='["AC", "AN", "AF"]', ids='"hmac"', rare_rule='"always"', regions_left_out_bed=bed
        )
        leave_out = frozenset((source.names[0], source.names[5]))
        return Rules(filters, "hmac", Wanted(("GT",), True, "rs", 3, _REGION, None, leave_out))
    if kind == "listed":
        keys = ("GT", "DS", "GP", "PL")
        listed = [record for record in source.records if record.line % 4 and len(record.ref) == len(record.alt) == 1]
        path = source.path.parent / "sites.txt"
        path.write_text("".join("\t".join(map(str, record.site)) + "\n" for record in listed))
        by_list = policy(
            format='["GT", "DS", "GP", "PL"]', id='"chr-pos-ref-alt"', keep='"list"', ids='"sequential"',
            shuffle_columns="false", rare_rule='"never"',
        )  # fmt: skip
        sites = frozenset(record.site for record in listed)
        return Rules(by_list, "sequential", Wanted(keys, False, "chr-pos-ref-alt", listed=sites), path)
    shipped = policy(kind)
    return Rules(shipped, "random", Wanted(shipped.format_keys))
