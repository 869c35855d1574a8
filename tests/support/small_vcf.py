"""Small VCF texts for services and readers."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path

HEADER = (
    "##fileformat=VCFv4.3\n"
    "##contig=<ID={chromosome},length=63025520>\n"
    '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">\n'
    "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t{samples}\n"
)


def small_vcf(
    chromosome: str = "20", samples: Sequence[str] = ("P-AAAA", "P-BBBB", "P-CCCC"), sites: Sequence[str] = ()
) -> bytes:
    """A VCF text; `sites` are lines without chromosome: `POS REF ALT GT GT GT`, separated by blanks."""
    lines = sites or ("10 A C 0|1 1|1 0|0", "20 G T,A 0|2 1|0 .|.", "30 T . 0|0 0|0 0|0")
    text = HEADER.format(chromosome=chromosome, samples="\t".join(samples))
    for line in lines:
        pos, reference, alternate, *genotypes = line.split(" ")
        columns = [chromosome, pos, ".", reference, alternate, ".", "PASS", ".", "GT", *genotypes]
        text += "\t".join(columns) + "\n"
    return text.encode()


def packed(text: bytes) -> bytes:
    return gzip.compress(text, 1)


def cohort(folder: Path, samples: int = 30, sites: int = 400) -> Path:
    """A small VCF with names that must not leave."""
    folder.mkdir(exist_ok=True)
    file = folder / "cohort.chr20.vcf"
    names = "\t".join(f"ANNA-HOLM-{number}" for number in range(samples))
    lines = [
        "##fileformat=VCFv4.2",
        "##contig=<ID=20,length=63025520>",
        '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
        f"#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t{names}",
    ]
    for site in range(sites):
        calls = "\t".join(("0|0", "0|1", "1|1")[(site * 7 + number * 5) % 3] for number in range(samples))
        lines.append(f"20\t{60_000 + site * 100}\t.\tA\tC\t.\tPASS\t.\tGT\t{calls}")
    file.write_text("\n".join(lines) + "\n")
    return file
