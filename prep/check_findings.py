"""The findings of the checks, by code: how grave each is, the place it speaks of, what to do, what a service would say.

What a service would say is the text that it answers hours later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from prep.findings import Finding, Severity
from prep.reasons import drop_code


class Kind(NamedTuple):
    """The fixed part of a finding."""

    severity: Severity
    where: str
    advice: str
    server_text: str | None = None
    finding_class: str = "check"


KINDS: dict[str, Kind] = {
    "VCF-BLANK-LINE": Kind("info", "lines", "Blank lines are ignored."),
    "VCF-HEADER-IN-BODY": Kind(
        "block",
        "lines",
        "A header line lies among the records: files were joined as text. Join them with bcftools concat.",
    ),
    "VCF-COLUMNS": Kind(
        "block",
        "columns",
        "A line has another number of tab-separated columns than the header. Write the file again with its program.",
        "[E::vcf_parse_format] Number of columns does not match the number of samples",
    ),
    "VCF-POSITION": Kind(
        "block", "POS", "A position is not a whole number of one to nine digits. Write the file again with its program."
    ),
    "VCF-POSITION-RANGE": Kind(
        "block",
        "POS",
        "A position lies outside its chromosome. Check that the build is the right one; records without a place "
        "(position 0) go with bcftools view -e POS=0 FILE",
    ),
    "VCF-UNSORTED": Kind(
        "block",
        "POS",
        "Sort the file: bcftools sort -Oz -o sorted.vcf.gz FILE",
        "[E::hts_idx_push] Unsorted positions on sequence …",
    ),
    "VCF-CHROM-SCATTERED": Kind(
        "block",
        "CHROM",
        "A chromosome's records are not together. Sort the file: bcftools sort -Oz -o sorted.vcf.gz FILE",
        "[E::hts_idx_push] Chromosome blocks not continuous",
    ),
    "VCF-GT-MISSING": Kind(
        "block",
        "FORMAT",
        "A record has no GT; only genotypes can be prepared. Call them, have the program that imputed write GT too, "
        "or make them from GP: bcftools +tag2tag FILE -- --gp-to-gt",
    ),
    "VCF-GT-MALFORMED": Kind(
        "block",
        "FORMAT/GT",
        "A genotype cannot be read: it is numbers of alleles, without zeros before them, with / or | between them, "
        "such as 0/1. Write the file again with its program.",
    ),
    "VCF-ALLELE-INDEX": Kind(
        "block",
        "FORMAT/GT",
        "A genotype names an allele that its record does not have. Write the file again with its program, or leave the "
        "record out: bcftools view -t ^CHROM:POS FILE",
    ),
    "VCF-PLOIDY": Kind(
        "block",
        "FORMAT/GT",
        "A genotype has one allele where everybody has two (at both ends of X, PAR, men have two as well, which plink "
        "does not write), or it has more than two. Where one stands for two alike, bcftools +fixploidy FILE writes "
        "both; else call again with the right ploidy.",
        "Error: Sample … changes ploidy at …",
    ),
    "VCF-X-PLOIDY": Kind(
        "block",
        "FORMAT/GT",
        "Some samples have one allele at some places of this chromosome and two at others. Set one ploidy per sample: "
        "bcftools +fixploidy FILE",
        "ChrX nonPAR region includes ambiguous samples (haploid and diploid positions)",
    ),
    "VCF-NO-SAMPLES": Kind(
        "block", "header #CHROM", "There are no samples, or all are left out; there is nothing to prepare."
    ),
    "VCF-SAMPLE-EMPTY": Kind("block", "sample names", "A sample has no name. Name it: bcftools reheader -s NAMES FILE"),
    "VCF-SAMPLES-DUPLICATE": Kind(
        "block",
        "sample names",
        "Two columns have the same sample name. Rename one: bcftools reheader -s NAMES FILE",
        "Two individuals or more have the following ID: …",
    ),
    "VCF-SAMPLES-FEW": Kind(
        "block",
        "samples",
        "The service wants more samples in a job. Put more into it, or choose another service.",
    ),
    "VCF-SAMPLES-MANY": Kind(
        "block",
        "samples",
        "There are more samples than the service or the policy allows. Make jobs of some of them each, or leave some "
        "out: --leave-out",
    ),
    "VCF-SAMPLES-DIFFER": Kind(
        "block",
        "samples",
        "The files of one job must have the same samples.",
        "The number of samples differs between files.",
    ),
    "VCF-SAMPLES-ORDER": Kind(
        "block",
        "samples",
        "The files of one job must have their samples in the same order. Take that of one file for the others: "
        "bcftools query -l THAT_FILE > NAMES; bcftools view -S NAMES -Oz -o NEW FILE",
    ),
    "VCF-CHROM-TWICE": Kind("block", "CHROM", "Two files of the job hold the same chromosome. Leave one of them out."),
    "VCF-BUILDS-DIFFER": Kind(
        "block",
        "header ##contig",
        "The files of one job must have the same build. Prepare the files of each build as a job of its own.",
    ),
    "VCF-BUILD-UNKNOWN": Kind(
        "block",
        "header ##contig",
        "The header's contig lengths do not tell which build the positions are in. Give it: --build hg19 or hg38",
    ),
    "VCF-BUILD-BOTH": Kind(
        "block",
        "header ##contig",
        "The header has contig lengths of hg19 and of hg38, so it does not tell which of them the positions are in. "
        "Ask whoever made the file, then give it: --build hg19 or hg38",
    ),
    "VCF-BUILD-MISMATCH": Kind(
        "block",
        "header ##contig",
        "The header's contig lengths are another build's than the one given. Leave --build out, or give the other one.",
    ),
    "VCF-BUILD-OTHER": Kind(
        "block",
        "header ##contig",
        "The header's contigs or reference are neither hg19's nor hg38's, but those of another assembly (hg18, T2T) or "
        "species. Lift the file over to hg19 or hg38 first.",
    ),
    "VCF-BUILD-FITS-HG19": Kind("info", "records", "Well-known variants lie where hg19 has them: --build hg19"),
    "VCF-BUILD-FITS-HG38": Kind("info", "records", "Well-known variants lie where hg38 has them: --build hg38"),
    "VCF-BUILD-DOUBTFUL": Kind(
        "warn",
        "records",
        "Well-known variants lie where the other build has them, and none where the given one does. Ask whoever made "
        "the file before you send it.",
    ),
    "VCF-NO-RECORDS": Kind(
        "block", "records", "The file has a header and no record. Copy it again, or make it again with its program."
    ),
    "VCF-NOTHING-KEPT": Kind(
        "block",
        "records",
        "No record is left after preparing; the counts by reason say why.",
        "No valid variants found. Please check your files and the build.",
    ),
    "VCF-NO-CHUNK": Kind(
        "block",
        "records",
        "No window has enough sites and, in every sample, at least half of them called. Leave out the samples "
        "with the fewest calls (bcftools stats -s - FILE counts what each lacks; --leave-out), or call again.",
        "No chunks passed the QC step. …",
    ),
    "VCF-CHROM-NAME": Kind(
        "removed",
        "CHROM",
        "The chromosome is spelled otherwise than the service wants; it is written in the right spelling.",
        "Your upload data contains chromosome 'chr20'. This is not a valid hg19 encoding. …",
        "change",
    ),
    "VCF-CHROM-SEVERAL": Kind(
        "info",
        "CHROM",
        "The file holds several chromosomes; it is split into one file each.",
        "The provided VCF file contains more than one chromosome. …",
        "change",
    ),
    "VCF-CHROM-LEFT-OUT": Kind(
        "warn", "CHROM", "Records of chromosomes that the policy does not send were left out.", None, "change"
    ),
    "VCF-CHROM-EMPTY": Kind(
        "warn",
        "CHROM",
        "No record of this chromosome is left after preparing, so no file of it is written; the counts by reason say "
        "why.",
        None,
        "change",
    ),
    "VCF-XY-LEFT-OUT": Kind(
        "warn",
        "chromosome XY",
        "Records of chromosome 25 or XY, as plink calls the parts that X and Y share, were left out. Merge them "
        "into X before the VCF is written: plink --merge-x (plink2 also --merge-par).",
        None,
        "change",
    ),
    "VCF-CONTIGS-LEFT-OUT": Kind(
        "warn",
        "other contigs",
        "Records on contigs that are not called like a chromosome (20, chr20, X …) were left out. Where they are "
        "chromosomes, rename them: bcftools annotate --rename-chrs NAMES FILE",
        None,
        "change",
    ),
    "VCF-GVCF": Kind(
        "warn",
        "records",
        "The file looks like a gVCF: most records are blocks without a variant, and its variants name <NON_REF> "
        "or <*> as one more allele. Call genotypes first, over all samples together: GATK GenotypeGVCFs or "
        "GLnexus; of what bcftools mpileup wrote: bcftools call -m",
    ),
    "VCF-FIELD-ABSENT": Kind(
        "warn",
        "FORMAT",
        "The policy sends this field and no record of the file has it, so it leaves as missing. Choose the policy "
        "that fits the file, or a file that has the field.",
    ),
    "VCF-VERSION": Kind(
        "info",
        "header ##fileformat",
        "VCF 4.2 is written, whatever the version was.",
        "Unsupported VCF version",
        "change",
    ),
    "VCF-ENCODING": Kind("info", "header", "The header is not UTF-8 and was read as Latin-1."),
    "VCF-BYTE-ORDER-MARK": Kind(
        "info",
        "header",
        "The file begins with a byte order mark, for which other programs take it for no VCF. It was passed over.",
    ),
    "VCF-FORMAT-KEYS": Kind(
        "info",
        "FORMAT",
        "A FORMAT names '.', nothing or a key twice, at which other programs stop. Values were read by their places.",
    ),
    "VCF-HALF-CALLS": Kind(
        "removed", "FORMAT/GT", "Genotypes with one known and one missing allele became missing.", None, "change"
    ),
    "VCF-X-HALF-CALLS": Kind(
        "warn",
        "samples on X",
        "Most genotypes of these samples on X outside PAR are half calls such as 0/. (so some programs write men); "
        "half calls become missing, so what is known of these samples there is lost. Call again so that men have one "
        "allele, or set it: bcftools +fixploidy FILE -- -s SEX, where SEX has a line NAME M for each man (for chrX, or "
        "hg38, also -p PLOIDY with a line chrX 2781480 155701382 M 1)",
    ),
    "VCF-X-ONE-ALLELE": Kind(
        "removed",
        "samples on X",
        "Every genotype of these samples there (on X outside PAR) is a half call such as 0/. (so some programs write "
        "men); each was read as the one allele that it names.",
        None,
        "change",
    ),
    "LEAK-REMAINS": Kind(
        "block",
        "pseudonyms",
        "Ids that would leave look like identity numbers or dates of birth: the map was not made by this program as it "
        "is now. Prepare with a new map, or look at the ids and add --accept-remaining where the policy asks.",
        None,
        "remains",
    ),
    "VCF-DISK-SPACE": Kind(
        "warn", "disk", "The disk has less free space than the files take; preparing may have to stop.", None
    ),
    "REVIEW-NOT-APPROVED": Kind(
        "block",
        "approval",
        "This file is not the one that was approved. Prepare and have it approved again, or send it with the same "
        "source, policy, build, map and lists as then.",
        None,
        "review",
    ),
    "VCF-LOWER-CASE": Kind(
        "removed", "REF, ALT", "Lower-case alleles were written in upper case.", "Alleles must be upper case", "change"
    ),
    "VCF-FIELD-UNREADABLE": Kind(
        "warn",
        "FORMAT",
        "Values that are no number of their field's kind left as missing: DS is 0 to 2, GP are probabilities from 0 to "
        "1, PL whole numbers, GP and PL three for two alleles; decimals have a point.",
        None,
        "change",
    ),
    "VCF-ID-REMOVED": Kind(
        "removed",
        "ID",
        "IDs that are no rs number, or whose digits are those of a sample name or could be an identity number, were "
        "written as missing.",
        None,
        "change",
    ),
    "VCF-PHASE-REMOVED": Kind(
        "removed", "FORMAT/GT", "Phase was local or mixed, so every genotype was written as unphased.", None, "change"
    ),
    "VCF-SITE-CALL-RATE": Kind(
        "warn",
        "records",
        "Sites where fewer than 90 % of samples are called; services leave them out.",
        "Low call rate",
    ),
    "VCF-CHUNK-CALL-RATE": Kind(
        "warn",
        "samples",
        "In some windows at least one sample has fewer than half of the sites called; services leave such windows out.",
        "Chunk(s) excluded: at least one sample has a call rate < 50.0% …",
    ),
    "VCF-CHUNK-SITES": Kind(
        "warn",
        "records",
        "Some windows have fewer sites than the service needs; they are left out there. Sites that it leaves out do "
        "not count.",
        "Chunk(s) excluded: < 3 SNPs …",
    ),
    "VCF-CHUNK-OVERLAP": Kind(
        "warn",
        "site list",
        "In some windows fewer than half of the sites are on the site list; services leave such windows out.",
        "Chunk(s) excluded: reference overlap < 50.0% …",
    ),
    "VCF-WINDOW-SITES": Kind(
        "block",
        "records",
        "There are more sites in 10 million bases, on average, than the service accepts. Send only those of a site "
        "list or of an array.",
        "Your upload data contains … SNPs in … chunks. Input genotypes are expect to come from array genotypes …",
    ),
    "VCF-LIST-OVERLAP": Kind(
        "block",
        "site list",
        "In every window fewer than half of the sites are on the site list. Is the build the list's?",
        "No chunks passed the QC step. …",
    ),
    "VCF-LIST-FEW": Kind(
        "warn",
        "site list",
        "Most sites are not on the site list and stay here. That is as it should be for sequencing and the sites of an "
        "array; else look whether the list is of the same build.",
    ),
    "VCF-STRAND-FLIPS": Kind(
        "block",
        "site list",
        "Many sites are given on the other strand. Align them to the reference: bcftools +fixref FILE",
        "More than 100 obvious strand flips have been detected. …",
    ),
    "VCF-STRAND-FLIPS-FEW": Kind(
        "warn", "site list", "Some sites are given on the other strand; services leave them out."
    ),
    "VCF-LIST-SWITCHES": Kind("info", "site list", "REF and ALT are the other way round than on the site list."),
    "VCF-LIST-ALLELES": Kind(
        "warn", "site list", "The site list has other alleles here; services leave such sites out."
    ),
    "VCF-LIST-AMBIGUOUS": Kind("info", "site list", "A/T and C/G sites: their strand cannot be told from the alleles."),
    "VCF-LIST-FREQUENCY": Kind("warn", "site list", "Allele frequencies differ by more than 0.2 from the site list's."),
    "VCF-FILE-SIZE": Kind(
        "block", "file", "The prepared file is larger than the service accepts. Make jobs of some of the samples each."
    ),
}


DROP_ADVICE = {
    "filter": "FILTER is neither PASS nor '.'",
    "no-alternate": "there is no alternate allele",
    "symbolic": "the alternate allele is symbolic, a breakend or '*'",
    "multi-allelic": "there is more than one alternate allele; bcftools norm -m - splits them",
    "not-acgt": "an allele has other letters than A, C, G, T",
    "indel": "it is an insertion or deletion",
    "multi-nucleotide": "it changes several bases at once",
    "same-alleles": "both alleles are the same",
    "region-left-out": "the policy leaves its region out",
    "not-on-site-list": "its site is not on the site list",
    "duplicate": "the same site and alleles came before",
    "monomorphic": "no sample carries the alternate allele",
    "rare": "the rarer allele is seen too seldom; rare alleles identify",
    "par-bound": "it lies on the very bound of PAR and has two alleles of samples that have one elsewhere; references "
    "count it in, services out, and would refuse the file",
}


def finding(
    code: str,
    count: int = 1,
    *,
    line: int | None = None,
    column: int | None = None,
    where: str | None = None,
    examples: Sequence[str] = (),
) -> Finding:
    """A finding of the table."""
    kind = KINDS[code]
    return Finding(
        code, kind.finding_class, kind.severity, where or kind.where, count, line, column, kind.advice,
        kind.server_text, tuple(examples),
    )  # fmt: skip


def iter_drop_findings(dropped: dict[str, int]) -> Iterator[Finding]:
    """What was left out, a finding for each reason."""
    for reason, count in dropped.items():
        if reason in DROP_ADVICE:
            advice = f"Left out because {DROP_ADVICE[reason]}."
            yield Finding(drop_code(reason), "change", "removed", "records", count, None, None, advice, None)
