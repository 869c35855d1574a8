"""What to do about a finding, by code, as the window says it; and where a finding is.

The preparation knows no language: its own advice stays English for the terminal and the report. A test keeps the table
whole for every finding that stops a file or should be minded.
"""

from __future__ import annotations

from ui.messages.marks import QT_TRANSLATE_NOOP

ADVICE: dict[str, str] = {
    "VCF-HEADER-IN-BODY": QT_TRANSLATE_NOOP(
        "errors",
        "A header line lies among the records: files were joined as text. Join them with bcftools concat.",
    ),
    "VCF-COLUMNS": QT_TRANSLATE_NOOP(
        "errors",
        "A line has another number of tab-separated columns than the header. Write the file again with its program.",
    ),
    "VCF-POSITION": QT_TRANSLATE_NOOP(
        "errors",
        "A position is not a whole number of one to nine digits. Write the file again with its program.",
    ),
    "VCF-POSITION-RANGE": QT_TRANSLATE_NOOP(
        "errors",
        "A position lies outside its chromosome. Check that the build is the right one; records without a place "
        "(position 0) go with bcftools view -e POS=0 FILE",
    ),
    "VCF-UNSORTED": QT_TRANSLATE_NOOP("errors", "Sort the file: bcftools sort -Oz -o sorted.vcf.gz FILE"),
    "VCF-CHROM-SCATTERED": QT_TRANSLATE_NOOP(
        "errors",
        "A chromosome's records are not together. Sort the file: bcftools sort -Oz -o sorted.vcf.gz FILE",
    ),
    "VCF-GT-MISSING": QT_TRANSLATE_NOOP(
        "errors",
        "A record has no GT; only genotypes can be prepared. Call them, have the program that imputed write GT too, "
        "or make them from GP: bcftools +tag2tag FILE -- --gp-to-gt",
    ),
    "VCF-GT-MALFORMED": QT_TRANSLATE_NOOP(
        "errors",
        "A genotype cannot be read: it is numbers of alleles, without zeros before them, with / or | between them, "
        "such as 0/1. Write the file again with its program.",
    ),
    "VCF-ALLELE-INDEX": QT_TRANSLATE_NOOP(
        "errors",
        "A genotype names an allele that its record does not have. Write the file again with its program, or "
        "leave the record out: bcftools view -t ^CHROM:POS FILE",
    ),
    "VCF-PLOIDY": QT_TRANSLATE_NOOP(
        "errors",
        "A genotype has one allele where everybody has two (at both ends of X, PAR, men have two as well, which plink "
        "does not write), or it has more than two. Where one stands for two alike, bcftools +fixploidy FILE writes "
        "both; else call again with the right ploidy.",
    ),
    "VCF-X-PLOIDY": QT_TRANSLATE_NOOP(
        "errors",
        "Some samples have one allele at some places of this chromosome and two at others. Set one ploidy per"
        " sample: bcftools +fixploidy FILE",
    ),
    "VCF-NO-SAMPLES": QT_TRANSLATE_NOOP(
        "errors",
        "There are no samples, or all are left out; there is nothing to prepare.",
    ),
    "VCF-SAMPLE-EMPTY": QT_TRANSLATE_NOOP("errors", "A sample has no name. Name it: bcftools reheader -s NAMES FILE"),
    "VCF-SAMPLES-DUPLICATE": QT_TRANSLATE_NOOP(
        "errors",
        "Two columns have the same sample name. Rename one: bcftools reheader -s NAMES FILE",
    ),
    "VCF-SAMPLES-FEW": QT_TRANSLATE_NOOP(
        "errors",
        "The service wants more samples in a job. Put more into it, or choose another service.",
    ),
    "VCF-SAMPLES-MANY": QT_TRANSLATE_NOOP(
        "errors",
        "There are more samples than the service or the policy allows. Make jobs of some of them each: "
        "bcftools view -S NAMES FILE",
    ),
    "VCF-SAMPLES-DIFFER": QT_TRANSLATE_NOOP("errors", "The files of one job must have the same samples."),
    "VCF-SAMPLES-ORDER": QT_TRANSLATE_NOOP(
        "errors",
        "The files of one job must have their samples in the same order. Take that of one file for the others: "
        "bcftools query -l THAT_FILE > NAMES; bcftools view -S NAMES -Oz -o NEW FILE",
    ),
    "VCF-CHROM-TWICE": QT_TRANSLATE_NOOP(
        "errors",
        "Two files of the job hold the same chromosome. Leave one of them out.",
    ),
    "VCF-BUILDS-DIFFER": QT_TRANSLATE_NOOP(
        "errors",
        "The files of one job must have the same build. Prepare the files of each build as a job of its own.",
    ),
    "VCF-BUILD-BOTH": QT_TRANSLATE_NOOP(
        "errors",
        "The header has contig lengths of hg19 and of hg38, so you have to say which of them the positions are in. Ask "
        "whoever made the file if you are not sure; a wrong build ruins the results.",
    ),
    "VCF-BUILD-UNKNOWN": QT_TRANSLATE_NOOP(
        "errors",
        "The header's contig lengths do not tell which build the positions are in, so you have to: hg19 (GRCh37) or "
        "hg38 (GRCh38). Ask whoever made the file if you are not sure; a wrong build ruins the results.",
    ),
    "VCF-BUILD-DOUBTFUL": QT_TRANSLATE_NOOP(
        "errors",
        "Well-known variants lie where the other build has them, and none where the one you gave does. Ask whoever "
        "made the file before you send it.",
    ),
    "VCF-BUILD-MISMATCH": QT_TRANSLATE_NOOP(
        "errors",
        "The header's contig lengths are another build's than the one given. Check which build the file is in.",
    ),
    "VCF-NO-RECORDS": QT_TRANSLATE_NOOP(
        "errors",
        "The file has a header and no record. Copy it again, or make it again with its program.",
    ),
    "VCF-NOTHING-KEPT": QT_TRANSLATE_NOOP("errors", "No record is left after preparing; the counts by reason say why."),
    "VCF-NO-CHUNK": QT_TRANSLATE_NOOP(
        "errors",
        "No window has enough sites and, in every sample, at least half of them called. Leave out the samples "
        "with the fewest calls (bcftools stats -s - FILE counts what each lacks), or call again.",
    ),
    "VCF-BUILD-OTHER": QT_TRANSLATE_NOOP(
        "errors",
        "The header's contigs or reference are neither hg19's nor hg38's, but those of another assembly (hg18, T2T) or "
        "species. Lift the file over to hg19 or hg38 first.",
    ),
    "VCF-XY-LEFT-OUT": QT_TRANSLATE_NOOP(
        "errors",
        "Records of chromosome 25 or XY, as plink calls the parts that X and Y share, were left out. Merge them "
        "into X before the VCF is written: plink --merge-x (plink2 also --merge-par).",
    ),
    "VCF-CONTIGS-LEFT-OUT": QT_TRANSLATE_NOOP(
        "errors",
        "Records on contigs that are not called like a chromosome (20, chr20, X …) were left out. Where they are "
        "chromosomes, rename them: bcftools annotate --rename-chrs NAMES FILE",
    ),
    "VCF-GVCF": QT_TRANSLATE_NOOP(
        "errors",
        "The file looks like a gVCF: most records are blocks without a variant, and its variants name <NON_REF> "
        "or <*> as one more allele. Call genotypes first, over all samples together: GATK GenotypeGVCFs or "
        "GLnexus; of what bcftools mpileup wrote: bcftools call -m",
    ),
    "VCF-FIELD-UNREADABLE": QT_TRANSLATE_NOOP(
        "errors",
        "Values that are no number of their field's kind left as missing: DS is 0 to 2, GP are probabilities from 0 to "
        "1, PL whole numbers, GP and PL three for two alleles; decimals have a point.",
    ),
    "VCF-FIELD-ABSENT": QT_TRANSLATE_NOOP(
        "errors",
        "The policy sends this field and no record of the file has it, so it leaves as missing. Choose the policy "
        "that fits the file, or a file that has the field.",
    ),
    "VCF-CHROM-EMPTY": QT_TRANSLATE_NOOP(
        "errors",
        "No record of this chromosome is left after preparing, so no file of it is written; the counts by reason say "
        "why.",
    ),
    "VCF-CHROM-LEFT-OUT": QT_TRANSLATE_NOOP(
        "errors",
        "Records of chromosomes that the policy does not send were left out.",
    ),
    "VCF-X-HALF-CALLS": QT_TRANSLATE_NOOP(
        "errors",
        "Most genotypes of these samples on X outside PAR are half calls such as 0/. (so some programs write "
        "men); half calls become missing, so what is known of these samples there is lost. Call again so that"
        " men have one allele, or set it: bcftools +fixploidy FILE -- -s SEX, where SEX has a line NAME M for each man"
        " (for chrX, or hg38, also -p PLOIDY with a line chrX 2781480 155701382 M 1)",
    ),
    "LEAK-REMAINS": QT_TRANSLATE_NOOP(
        "errors",
        "Ids that would leave look like identity numbers or dates of birth: the map was not made by this "
        "program as it is now. A new map is needed; the helpdesk knows how.",
    ),
    "VCF-DISK-SPACE": QT_TRANSLATE_NOOP(
        "errors",
        "The disk has less free space than the files take; preparing may have to stop.",
    ),
    "REVIEW-NOT-APPROVED": QT_TRANSLATE_NOOP(
        "errors",
        "This file is not the one that was approved. Prepare and have it approved again, or send it with the "
        "same source, policy, build, map and lists as then.",
    ),
    "VCF-SITE-CALL-RATE": QT_TRANSLATE_NOOP(
        "errors",
        "Sites where fewer than 90 % of samples are called; services leave them out.",
    ),
    "VCF-CHUNK-CALL-RATE": QT_TRANSLATE_NOOP(
        "errors",
        "In some windows at least one sample has fewer than half of the sites called; services leave such windows out.",
    ),
    "VCF-CHUNK-SITES": QT_TRANSLATE_NOOP(
        "errors",
        "Some windows have fewer sites than the service needs; they are left out there. Sites that it leaves out do "
        "not count.",
    ),
    "VCF-CHUNK-OVERLAP": QT_TRANSLATE_NOOP(
        "errors",
        "In some windows fewer than half of the sites are on the site list; services leave such windows out.",
    ),
    "VCF-WINDOW-SITES": QT_TRANSLATE_NOOP(
        "errors",
        "There are more sites in 10 million bases, on average, than the service accepts. Send only those of a site "
        "list or of an array.",
    ),
    "VCF-LIST-OVERLAP": QT_TRANSLATE_NOOP(
        "errors",
        "In every window fewer than half of the sites are on the site list. Is the build the list's?",
    ),
    "VCF-LIST-FEW": QT_TRANSLATE_NOOP(
        "errors",
        "Most sites are not on the site list and stay here. That is as it should be for sequencing and the sites of an "
        "array; else look whether the list is of the same build.",
    ),
    "VCF-STRAND-FLIPS": QT_TRANSLATE_NOOP(
        "errors",
        "Many sites are given on the other strand. Align them to the reference: bcftools +fixref FILE",
    ),
    "VCF-STRAND-FLIPS-FEW": QT_TRANSLATE_NOOP(
        "errors",
        "Some sites are given on the other strand; services leave them out.",
    ),
    "VCF-LIST-ALLELES": QT_TRANSLATE_NOOP(
        "errors",
        "The site list has other alleles here; services leave such sites out.",
    ),
    "VCF-LIST-FREQUENCY": QT_TRANSLATE_NOOP(
        "errors",
        "Allele frequencies differ by more than 0.2 from the site list's.",
    ),
    "VCF-FILE-SIZE": QT_TRANSLATE_NOOP(
        "errors",
        "The prepared file is larger than the service accepts. Make jobs of some of the samples each.",
    ),
}

PLACES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("errors", "records"),
    QT_TRANSLATE_NOOP("errors", "lines"),
    QT_TRANSLATE_NOOP("errors", "columns"),
    QT_TRANSLATE_NOOP("errors", "samples"),
    QT_TRANSLATE_NOOP("errors", "sample names"),
    QT_TRANSLATE_NOOP("errors", "samples on"),
    QT_TRANSLATE_NOOP("errors", "pseudonyms"),
    QT_TRANSLATE_NOOP("errors", "site list"),
    QT_TRANSLATE_NOOP("errors", "file"),
    QT_TRANSLATE_NOOP("errors", "all files"),
    QT_TRANSLATE_NOOP("errors", "file name"),
    QT_TRANSLATE_NOOP("errors", "disk"),
    QT_TRANSLATE_NOOP("errors", "approval"),
    QT_TRANSLATE_NOOP("errors", "header"),
    QT_TRANSLATE_NOOP("errors", "gzip header"),
    QT_TRANSLATE_NOOP("errors", "chromosome"),
)
"""Where a finding is, in words; names of columns, fields and header lines are the format's own."""
