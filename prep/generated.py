"""The header that leaves, made from constants; nothing of the input's header is in it."""

from __future__ import annotations

from collections.abc import Sequence

_LINES = {
    "AC": '##INFO=<ID=AC,Number=A,Type=Integer,Description="Allele count in genotypes">',
    "AN": '##INFO=<ID=AN,Number=1,Type=Integer,Description="Number of called alleles">',
    "AF": '##INFO=<ID=AF,Number=A,Type=Float,Description="Allele frequency in genotypes">',
    "GT": '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
    "DS": '##FORMAT=<ID=DS,Number=1,Type=Float,Description="Alternate allele dosage">',
    "GP": '##FORMAT=<ID=GP,Number=G,Type=Float,Description="Genotype posterior probabilities">',
    "PL": '##FORMAT=<ID=PL,Number=G,Type=Integer,Description="Phred-scaled genotype likelihoods">',
}


def build_header(contig: str, pseudonyms: Sequence[str], info_keys: Sequence[str], format_keys: Sequence[str]) -> bytes:
    """The header of one output. VCF 4.2: services refuse 4.4 and 4.5, and 4.3 breaks their X."""
    lines = ["##fileformat=VCFv4.2", f"##contig=<ID={contig}>"]
    lines += [_LINES[key] for key in (*info_keys, *format_keys)]
    lines.append("\t".join(("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT", *pseudonyms)))
    return ("\n".join(lines) + "\n").encode("ascii")
