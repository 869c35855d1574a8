"""The fixed tables of chromosomes: names, lengths and pseudo-autosomal bounds of the two builds.

Lengths: GRCh37 (hg19; b37 has the same but for MT, whose 16,571/16,569 both count as hg19's) and GRCh38 (hg38), from
the assembly reports of the Genome Reference Consortium. Between the two bounds of X (inclusive, 1-based) males are
haploid: hg19 2,699,520–154,931,044; hg38 2,781,479–155,701,383.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

Build = Literal["hg19", "hg38"]
BuildSource = Literal["header", "person", "variants"]
"""Who says a file's build: its header, whoever prepares it, well-known variants that lie where it has them."""
BUILDS: tuple[Build, ...] = ("hg19", "hg38")
CHROMOSOMES: tuple[str, ...] = (*(str(n) for n in range(1, 23)), "X", "Y", "MT")
# Where one allele per person is normal, and where a person's ploidy is one of its own: a woman has two alleles on X and
# one on MT. Rows of every array that says who is haploid.
HAPLOID_CHROMOSOMES: tuple[str, ...] = ("X", "Y", "MT")

_LENGTHS_HG19 = (
    249250621, 243199373, 198022430, 191154276, 180915260, 171115067, 159138663, 146364022, 141213431, 135534747,
    135006516, 133851895, 115169878, 107349540, 102531392, 90354753, 81195210, 78077248, 59128983, 63025520,
    48129895, 51304566, 155270560, 59373566, 16571,
)  # fmt: skip
_LENGTHS_HG38 = (
    248956422, 242193529, 198295559, 190214555, 181538259, 170805979, 159345973, 145138636, 138394717, 133797422,
    135086622, 133275309, 114364328, 107043718, 101991189, 90338345, 83257441, 80373285, 58617616, 64444167,
    46709983, 50818468, 156040895, 57227415, 16569,
)  # fmt: skip
# Of other assemblies of the human genome, NCBI36 (hg18) and T2T-CHM13v2.0, the lengths of 1..22, X and Y.
_LENGTHS_ELSEWHERE = (
    247249719, 242951149, 199501827, 191273063, 180857866, 170899992, 158821424, 146274826, 140273252, 135374737,
    134452384, 132349534, 114142980, 106368585, 100338915, 88827254, 78774742, 76117153, 63811651, 62435964,
    46944323, 49691432, 154913754, 57772954,
), (
    248387328, 242696752, 201105948, 193574945, 182045439, 172126628, 160567428, 146259331, 150617247, 134758134,
    135127769, 133324548, 113566686, 101161492, 99753195, 96330374, 84276897, 80542538, 61707364, 66210255,
    45090682, 51324926, 154259566, 62460029,
)  # fmt: skip
_NO_LENGTH = 1 << 29  # the longest that tabix knows
_LENGTHS: dict[Build, dict[str, int]] = {
    "hg19": dict(zip(CHROMOSOMES, _LENGTHS_HG19, strict=True)),
    "hg38": dict(zip(CHROMOSOMES, _LENGTHS_HG38, strict=True)),
}
# As services count: GRC's PAR1 ends with the first of the two, and its PAR2 begins with the last.
_X_NON_PAR: dict[Build, tuple[int, int]] = {"hg19": (2699520, 154931044), "hg38": (2781479, 155701383)}
# 23, 24 and 26 are plink's codes; services read 23 as X.
_SHARED_BY_X_AND_Y = frozenset(("25", "XY", "PAR", "PAR1", "PAR2"))
# How other species than man are named in headers: by themselves, or by their usual assemblies.
_OTHER_SPECIES = re.compile(
    r"(?i)##contig=<.*,species=\"?(?!homo(?![a-z])|human)[a-z]{3}"
    r"|##(?:reference|assembly|contig)=.*(?<![a-z0-9])(?:canfam|ros_cfam|uu_cfam|grcm\d|mm(?:9|10|39)|rnor|mratbn|bostau|ars-ucd"
    r"|sscrofa|susscr|equcab|galgal|grcg\d|grcz\d|danrer|felcat|oviari|oar_|mmul_|rhemac|pantro|bdgp|wbcel|tair\d|saccer"
    r"|(?:mus_musculus|canis_|rattus_norv|bos_taurus|sus_scrofa|equus_cab|gallus_gal|danio_rerio|felis_catus|ovis_aries"
    r"|macaca_|drosophila_|arabidopsis_|saccharomyces_))"
)
# The same of other assemblies of the human genome, where nothing else in the line is one of the two builds'.
_OTHER_HUMAN = re.compile(
    r"(?i)##(?:reference|assembly|contig)=(?!.*(?:grch3[78]|hg19|hg38|b3[78]|assembly(?:19|38)))"
    r".*(?<![a-z0-9])(?:ncbi[-_ ]?(?:build)?[-_ ]?36|build[-_ ]?36|hg1[78]|b36|chm13|t2t)(?![0-9])"
)
_CONTIG_LINE = "##contig=<"
_REFERENCE_LINES = (_CONTIG_LINE, "##reference=", "##assembly=")
_MOST_CONTIGS = 4000  # of which the names are searched: more than a human reference has; others have a million
_ALIASES = {"M": "MT", "CHRM": "MT", "23": "X", "24": "Y", "26": "MT"}


class Contig(NamedTuple):
    """A chromosome of one build: `chromosome` is its label ("20", "X"), `name` what it is called inside the file."""

    chromosome: str
    name: str
    length: int
    haploid_from: int  # first and last 1-based position where one allele per person is normal; 0, 0 for none
    haploid_to: int

    @property
    def file_name(self) -> str:
        """`chr20.vcf.gz`, always with `chr`, whatever the contig is called inside."""
        return f"chr{self.chromosome}.vcf.gz"


def contig_of(chromosome: str, build: Build) -> Contig:
    """The table's row; `chromosome` is one of `CHROMOSOMES`."""
    length = _LENGTHS[build][chromosome]
    name = chromosome if build == "hg19" else f"chr{'M' if chromosome == 'MT' else chromosome}"
    if chromosome == "X":
        haploid_from, haploid_to = _X_NON_PAR[build]
    elif chromosome in ("Y", "MT"):
        haploid_from, haploid_to = 1, length
    else:
        haploid_from = haploid_to = 0
    return Contig(chromosome, name, length, haploid_from, haploid_to)


def chromosome_label(name: str) -> str | None:
    """The label behind a contig's name in any common spelling (`20`, `chr20`, `CHR20`, `chrM`, `23`), else None."""
    upper = name.upper()
    upper = upper[3:] if upper.startswith("CHR") else upper
    upper = _ALIASES.get(upper, upper)
    return upper if upper in CHROMOSOMES else None


def is_shared_by_x_and_y(name: str) -> bool:
    """Whether a contig's name is plink's for the parts that X and Y share: men have two alleles there."""
    return name.upper().removeprefix("CHR") in _SHARED_BY_X_AND_Y


def is_valid_name(name: str, build: Build) -> bool:
    """Whether services accept this spelling in a file of this build (hg19 `20`, hg38 `chr20`)."""
    label = chromosome_label(name)
    return label is not None and contig_of(label, build).name == name


def detect_build(contigs: Iterable[tuple[str, int | None]]) -> Build | None:
    """The build whose chromosome lengths the header's contig lines carry, or None if they say nothing or both."""
    said = builds_of_lengths(contigs)
    return said[0] if len(said) == 1 else None


def builds_of_lengths(contigs: Iterable[tuple[str, int | None]]) -> tuple[Build, ...]:
    """Every build of which the header's contig lines carry a chromosome's length.

    Of two, neither counts, whatever the numbers: lifted or joined files keep most lines of the build that they left.
    """
    lengths = set(_chromosome_lengths(contigs))
    return tuple(build for build in BUILDS if not lengths.isdisjoint(_LENGTHS[build].items()))


def is_other_assembly(contigs: Iterable[tuple[str, int | None]]) -> bool:
    """Whether the header's contig lines carry lengths that are neither build's, but another assembly's or species'.

    Lengths that are too short alone say nothing: plink writes the last position that it saw. Nor do some that are far
    too long: vcftools writes 2,147,483,647 where it knows none.
    """
    found = False
    for label, length in _chromosome_lengths(contigs):
        here = [_LENGTHS[build][label] for build in BUILDS]
        if length in here:
            return False
        elsewhere = [lengths[CHROMOSOMES.index(label)] for lengths in _LENGTHS_ELSEWHERE]
        found |= length in elsewhere or max(here) + 1 < length < _NO_LENGTH
    return found


def names_other_reference(meta_lines: Iterable[str]) -> bool:
    """Whether a header says that its positions are another human assembly's than the two builds', or another species',
    whose chromosomes may be shorter than man's."""
    lines = [line[:2000] for line in meta_lines if line.startswith(_REFERENCE_LINES)]
    contigs = [line for line in lines if line.startswith(_CONTIG_LINE)]
    lines = [line for line in lines if not line.startswith(_CONTIG_LINE)] + contigs[:_MOST_CONTIGS]
    return any(_OTHER_SPECIES.match(line) or _OTHER_HUMAN.match(line) for line in lines)


def _chromosome_lengths(contigs: Iterable[tuple[str, int | None]]) -> Iterator[tuple[str, int]]:
    """Labels and lengths of those that are chromosomes; not of MT, which is of one length nearly everywhere."""
    for name, length in contigs:
        label = chromosome_label(name)
        if label is not None and label != "MT" and length is not None:
            yield label, length
