"""A small cohort of people who do not exist, in VCF files that leak the way real ones do.

Real files carry names in sample ids, header lines, command lines, paths and file names; so do these. Every person is
fictional, and every national number is one that is never issued: Danish replacement numbers (day of birth + 60) in
the sample ids, published specimen numbers in the header.
"""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_FIRST = "Anders Bente Carsten Ditte Erik Freja Gustav Hanne Ingrid Jens Karen Lars Mette Niels Oda Peter Rikke Sofie"
_LAST = "Andersen Bertelsen Christensen Dahl Eriksen Frandsen Gregersen Holm Iversen Jespersen Lund Mikkelsen Olsen"
_CONTIG_LENGTHS = {"chr20": 64_444_167, "chr22": 50_818_468}
_FIRST_POSITION = 20_500_000
_BASES = "ACGT"


class DemoCohort(NamedTuple):
    """The files, in the order in which they should be sent, and everything in them that must never leave."""

    files: tuple[Path, ...]
    sample_ids: tuple[str, ...]
    secrets: tuple[str, ...]


def write_demo_cohort(folder: Path, *, samples: int = 48, sites: int = 400, seed: int = 20) -> DemoCohort:
    """Write one gzip file per chromosome into `folder`; the same arguments make the same genotypes and names."""
    draw = random.Random(seed)  # noqa: S311 - fiction, not a secret
    sample_ids = _people(samples, draw)
    files = []
    for contig in _CONTIG_LENGTHS:
        path = folder / f"psychiatry_Kirsten_Holm_{contig}_final.vcf.gz"
        with gzip.open(path, "wb", compresslevel=3) as file:
            for line in _lines(contig, sample_ids, sites, draw):
                file.write(line.encode() + b"\n")
        files.append(path)
    return DemoCohort(tuple(files), sample_ids, _secrets(sample_ids))


def _people(count: int, draw: random.Random) -> tuple[str, ...]:
    first, last = _FIRST.split(), _LAST.split()
    made: dict[str, None] = {}
    while len(made) < count:
        year, month, day = draw.randint(1941, 2006), draw.randint(1, 12), draw.randint(1, 28)
        styles = (
            f"{day + 60}{month:02d}{year % 100:02d}-{draw.randint(1000, 9999)}",
            f"{draw.choice(first)}_{draw.choice(last)}_{year}{month:02d}{day:02d}",
            f"MRN{draw.randint(10_000_000, 99_999_999)}",
            f"D{draw.randint(12, 24)}-{draw.randint(10_000, 99_999)}",
        )
        made[draw.choices(styles, weights=(4, 3, 2, 1))[0]] = None
    return tuple(made)


def _header(contig: str, sample_ids: tuple[str, ...]) -> Iterator[str]:
    index, father, mother = sample_ids[0], sample_ids[1], sample_ids[2]
    yield "##fileformat=VCFv4.2"
    yield '##FILTER=<ID=PASS,Description="All filters passed">'
    yield '##FILTER=<ID=LowQual,Description="Threshold set by Dr. Kirsten Holm (kirsten.holm@hospital.example)">'
    yield "##fileDate=20240312"
    yield "##reference=file:///home/kirsten.holm/psychosis_2024/ref/GRCh38.fasta"
    yield (
        '##GATKCommandLine=<ID=HaplotypeCaller,CommandLine="HaplotypeCaller '
        f'--output /projects/psychosis_2024/gvcf/{index}.g.vcf.gz --input /projects/psychosis_2024/bam/{index}.bam",'
        'Version="4.5.0.0",Date="March 12, 2024 at 9:41:07 AM CET">'
    )
    yield "##bcftools_viewCommand=view -S C:\\Users\\kholm\\OneDrive\\patients.txt cohort.vcf.gz; Date=Tue Mar 12 2024"
    yield f'##SAMPLE=<ID={index},Gender=female,DiseaseStatus=affected,Description="Patient born 1971-05-04">'
    yield f"##PEDIGREE=<ID={index},Father={father},Mother={mother}>"
    yield "##contact=CPR 251248-9996, hetu 131052-308T, SSN 536-90-4399, +45 35 45 00 00"
    yield f"##contig=<ID={contig},length={_CONTIG_LENGTHS[contig]},assembly=GRCh38>"
    yield '##INFO=<ID=AF,Number=A,Type=Float,Description="Allele frequency">'
    yield '##INFO=<ID=CARRIERS,Number=.,Type=String,Description="Samples that carry the rare allele">'
    yield '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">'
    yield '##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Read depth">'
    yield '##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="Genotype quality">'
    yield "\t".join(("#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT", *sample_ids))


def _lines(contig: str, sample_ids: tuple[str, ...], sites: int, draw: random.Random) -> Iterator[str]:
    yield from _header(contig, sample_ids)
    position = _FIRST_POSITION
    for number in range(sites):
        position += draw.randint(900, 4000)
        reference, alternate = draw.sample(_BASES, 2)
        status = "PASS"
        # What every real call set has some of, and no imputation server takes.
        if number % 23 == 5:
            alternate = f"{reference}{alternate}T"
        elif number % 37 == 9:
            alternate = ",".join(base for base in _BASES if base != reference)
        elif number % 29 == 11:
            status = "LowQual"
        frequency = draw.betavariate(0.9, 3) * 0.9 + 0.08
        genotypes = [_genotype(frequency, draw) for _ in sample_ids]
        carriers = ",".join(name for name, genotype in zip(sample_ids, genotypes, strict=True) if genotype == "1/1")
        information = f"AF={frequency:.3f}" + (f";CARRIERS={carriers}" if carriers and number % 5 == 0 else "")
        cells = (f"{genotype}:{draw.randint(12, 60)}:{draw.randint(30, 99)}" for genotype in genotypes)
        identifier = f"rs{draw.randint(10_000, 99_999_999)}"
        fixed = (contig, str(position), identifier, reference, alternate, "512.4", status, information, "GT:DP:GQ")
        yield "\t".join((*fixed, *cells))


def _genotype(frequency: float, draw: random.Random) -> str:
    if draw.random() < 0.01:
        return "./."
    alleles = sorted(int(draw.random() < frequency) for _ in range(2))
    return f"{alleles[0]}/{alleles[1]}"


def _secrets(sample_ids: tuple[str, ...]) -> tuple[str, ...]:
    planted = (
        "kirsten.holm@hospital.example",
        "Kirsten Holm",
        "/home/kirsten.holm",
        "psychosis_2024",
        "OneDrive",
        "251248-9996",
        "131052-308T",
        "536-90-4399",
        "born 1971-05-04",
        "psychiatry_Kirsten_Holm",
    )
    return (*sample_ids, *planted)
