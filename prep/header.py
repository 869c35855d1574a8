"""A VCF header as plain data. It is read to be described and scanned; nothing of it is ever copied into an output."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable
from typing import NamedTuple

from prep.contigs import Build, detect_build
from prep.errors import HeaderError

FIXED_COLUMNS = ("#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO")
_CONTIG_LINE = re.compile(r"##contig=<(.*)>\s*$")
# Blanks behind commas and quotes around any value are what some programs write and every reader takes.
_CONTIG_ID = re.compile(r"(?:^|,) ?ID=\"?([^,\"]+)")
_CONTIG_LENGTH = re.compile(r"(?:^|,) ?length=\"?(\d{1,12})\"?(?:,|$)")
_TEXT_FORMAT = re.compile(r"##FORMAT=<ID=([^,>]{1,100}),.{0,200}?Type=(?:String|Character)\b")
_VERSION = re.compile(r"##fileformat=VCFv(\d{1,2}\.\d{1,2})\s*$")
# Program names as they occur in header keys and `##source`, as words of their own or the beginning of one (`beagle` is
# no `eagle`); the first that fits is reported, never the line itself.
_PRODUCERS: tuple[tuple[str, str], ...] = (
    ("glnexus", "GLnexus"), ("deepvariant", "DeepVariant"), ("dragen", "DRAGEN"), ("gatk", "GATK"),
    ("haplotypecaller", "GATK"), ("genotypegvcfs", "GATK"), ("unifiedgenotyper", "GATK"), ("combinevariants", "GATK"),
    ("strelka", "Strelka"), ("freebayes", "freebayes"), ("manta", "Manta"), ("varscan", "VarScan"),
    ("pisces", "Pisces"), ("sniffles", "Sniffles"), ("clair", "Clair"), ("expansionhunter", "ExpansionHunter"),
    ("delly", "DELLY"), ("minimac", "Minimac"), ("eagle", "Eagle"), ("shapeit", "SHAPEIT"), ("beagle", "Beagle"),
    ("impute", "IMPUTE"), ("seqarray", "SeqArray"), ("plink", "PLINK"), ("genomestudio", "GenomeStudio"),
    ("gtctovcf", "GTCtoVCF"), ("gtc_to_vcf", "GTCtoVCF"), ("autocall", "Illumina array"), ("gtc2vcf", "gtc2vcf"),
    ("1000genomes", "1000 Genomes"), ("hail", "Hail"), ("glimpse", "GLIMPSE"), ("graphtyper", "GraphTyper"),
    ("sentieon", "Sentieon"), ("octopus", "Octopus"), ("platypus", "Platypus"), ("vardict", "VarDict"),
    ("longshot", "Longshot"), ("torrent variant", "Torrent Variant Caller"), ("mutect", "Mutect"), ("lumpy", "LUMPY"),
    ("cutesv", "cuteSV"), ("stacks", "Stacks"), ("nextgene", "NextGENe"), ("clc genomics", "CLC Genomics Workbench"),
    ("cgapipeline", "Complete Genomics"), ("vcftools", "VCFtools"), ("vcf-annotate", "VCFtools"),
    ("ensembl", "Ensembl"), ("snpeff", "SnpEff"), ("picard", "Picard"), ("bcftools", "bcftools"),
    ("samtools", "SAMtools"),
)  # fmt: skip
# What these lines name is no program, or one that made something else: a path of a reference, a word of a description.
_NO_PRODUCERS = ("##contig", "##INFO", "##FORMAT", "##FILTER", "##ALT", "##reference", "##assembly")


class SourceHeader(NamedTuple):
    """What a source says of itself. Sample names and meta lines are the user's: never to be logged.

    `container` is "text", "gzip", "bgzf" or "bcf"; `version` "4.2" or "" when the first line does not say;
    `contigs` as (name, length or None); `build` only where contig lengths prove it; `producer` a program's name from a
    fixed list; `is_utf8` False when a part of the header had to be read as Latin-1; `first_contig` of the first record;
    `has_mark`, whether it begins with a byte order mark.
    """

    sample_ids: tuple[str, ...]
    container: str
    version: str
    contigs: tuple[tuple[str, int | None], ...]
    build: Build | None
    producer: str | None
    meta_lines: tuple[str, ...]
    is_utf8: bool
    uses_crlf: bool
    first_contig: str | None = None
    has_mark: bool = False


_GVCF_LINES = ("##ALT=<ID=NON_REF,", "##ALT=<ID=*,", "##GVCFBlock", "##DeepVariant")


def parse_header(data: bytes, container: str) -> SourceHeader:
    """Read header bytes up to and with the `#CHROM` line. Raises HeaderError without a usable one."""
    text, is_utf8 = decoded(data)
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    uses_crlf = bool(lines) and all(line.endswith("\r") for line in lines)
    lines = [line.removesuffix("\r") for line in lines]
    meta_lines = tuple(line for line in lines[:-1] if line)
    columns = lines[-1].split("\t") if lines else []
    if tuple(columns[:8]) != FIXED_COLUMNS or (len(columns) > 8 and columns[8] != "FORMAT"):
        raise HeaderError(line=len(lines))
    contigs = tuple(iter_contigs(meta_lines))
    version = _VERSION.match(meta_lines[0]) if meta_lines else None
    return SourceHeader(
        sample_ids=tuple(columns[9:]),
        container=container,
        version=version[1] if version else "",
        contigs=contigs,
        build=detect_build(contigs),
        producer=_producer(meta_lines),
        meta_lines=meta_lines,
        is_utf8=is_utf8,
        uses_crlf=uses_crlf,
        has_mark=data.startswith(BOM_UTF8),
    )


def iter_contigs(meta_lines: Iterable[str]) -> Iterable[tuple[str, int | None]]:
    """The `##contig` lines as (name, length or None); lines without an ID are skipped."""
    for line in meta_lines:
        inside = _CONTIG_LINE.match(line)
        if inside is None:
            continue
        name, length = _CONTIG_ID.search(inside[1]), _CONTIG_LENGTH.search(inside[1])
        if name is not None:
            yield name[1], int(length[1]) if length else None


def text_format_keys(meta_lines: Iterable[str]) -> frozenset[str]:
    """FORMAT keys that the header declares as text, but for those whose text is genotypes and positions."""
    found = (_TEXT_FORMAT.match(line) for line in meta_lines)
    return frozenset(match[1] for match in found if match is not None) - {"GT", "PGT", "PID"}


def is_gvcf(meta_lines: Iterable[str]) -> bool:
    """Whether the header declares the allele that a gVCF's records end with. Called from gVCFs, a file keeps the line:
    the header alone does not make it one."""
    return any(line.startswith(_GVCF_LINES) for line in meta_lines)


def decoded(data: bytes) -> tuple[str, bool]:
    """Text that ought to be UTF-8, and whether it is; what is not is read as Latin-1."""
    data = data.removeprefix(BOM_UTF8)
    try:
        return data.decode("utf-8"), True
    except UnicodeDecodeError:
        # Field by field: a letter of another encoding in one place must not change how names elsewhere are read.
        return re.sub(rb"[^\t\n]+", _as_utf8, data).decode("utf-8"), False


def _as_utf8(field: re.Match[bytes]) -> bytes:
    try:
        field[0].decode("utf-8")
    except UnicodeDecodeError:
        return field[0].decode("latin-1").encode("utf-8")
    return field[0]


def _producer(meta_lines: Iterable[str]) -> str | None:
    """The first program in `_PRODUCERS` that a line names in its key or as its source."""
    heads = "\n".join(line[:80] for line in meta_lines if not line.startswith(_NO_PRODUCERS)).lower()
    for needle, name in _PRODUCERS:
        at = heads.find(needle)
        while at > 0:
            if not heads[at - 1].isalpha():
                return name
            at = heads.find(needle, at + 1)
    return None
