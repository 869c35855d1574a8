"""Small VCF texts for services and readers."""

from __future__ import annotations

import gzip
from collections.abc import Sequence

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
