"""Words for exits 3 and 4: the files need the user, or the recheck stopped what was prepared."""

from __future__ import annotations

from ui.messages.marks import QT_TRANSLATE_NOOP, Words

_NOT_PREPARED = QT_TRANSLATE_NOOP("errors", "Nothing of it was prepared and nothing left this computer.")
_COPY_AGAIN = QT_TRANSLATE_NOOP("errors", "Copy it again from where it was made, and compare the sizes.")

WORDS: dict[str, Words] = {
    "GS-INPUT": (
        QT_TRANSLATE_NOOP("errors", "The input needs you."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sent and nothing was kept."),
        QT_TRANSLATE_NOOP("errors", "“genoseal inspect” shows what to change."),
    ),
    "FINDINGS-BLOCK": (
        QT_TRANSLATE_NOOP("errors", "Something in the files has to be changed first ({count})."),
        QT_TRANSLATE_NOOP("errors", "Nothing was prepared and nothing left this computer."),
        QT_TRANSLATE_NOOP("errors", "Each line marked “stops” says what to do."),
    ),
    "FILE-UNREADABLE": (
        QT_TRANSLATE_NOOP("errors", "The file is there but cannot be read."),
        QT_TRANSLATE_NOOP("errors", "Nothing was done."),
        QT_TRANSLATE_NOOP("errors", "Check that you may read it and that its disk is connected."),
    ),
    "APPROVAL-UNREADABLE": (
        QT_TRANSLATE_NOOP("errors", "This is not a second person's approval, or it is damaged."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sent."),
        QT_TRANSLATE_NOOP("errors", "“genoseal approve” makes one, from the report of a preparation."),
    ),
    "APPROVAL-OTHER": (
        QT_TRANSLATE_NOOP("errors", "What was approved was prepared under another {what}."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sent: only what the second person saw may leave."),
        QT_TRANSLATE_NOOP("errors", "Send with the --policy and --map of that preparation, or have it approved anew."),
    ),
    "APPROVAL-OWN": (
        QT_TRANSLATE_NOOP("errors", "The approval is by the person who sends."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sent: the policy wants two people."),
        QT_TRANSLATE_NOOP("errors", "Ask somebody else to read the report and approve it."),
    ),
    "APPROVAL-STOPPED": (
        QT_TRANSLATE_NOOP("errors", "Stopped."),
        QT_TRANSLATE_NOOP("errors", "Nothing was written into the folder, and nothing was sent."),
        QT_TRANSLATE_NOOP("errors", "Prepare the files again when you are ready."),
    ),
    "REPORT-UNREADABLE": (
        QT_TRANSLATE_NOOP("errors", "This is not the report of a preparation, or it is damaged."),
        QT_TRANSLATE_NOOP("errors", "Nothing was approved."),
        QT_TRANSLATE_NOOP("errors", "Name report.json, or the folder that “genoseal prepare” wrote."),
    ),
    "REPORT-FILES": (
        QT_TRANSLATE_NOOP("errors", "{file} is missing beside the report, or is not the file it describes."),
        QT_TRANSLATE_NOOP("errors", "Nothing was approved."),
        QT_TRANSLATE_NOOP("errors", "Keep prepared files and reports together, or prepare again."),
    ),
    "SITE-LIST-CHANGED": (
        QT_TRANSLATE_NOOP("errors", "The site list is gone, or it has changed since the files were queued."),
        QT_TRANSLATE_NOOP("errors", "The submission keeps its place; nothing more was prepared."),
        QT_TRANSLATE_NOOP("errors", "Put the list back as it was and resume, or cancel and send again."),
    ),
    "MAP-UNREADABLE": (
        QT_TRANSLATE_NOOP("errors", "This is not a pseudonym map, or it is damaged."),
        QT_TRANSLATE_NOOP("errors", "No names were put back."),
        QT_TRANSLATE_NOOP("errors", "Maps lie in Genoseal's folder, under maps/; an export must be imported first."),
    ),
    "MAP-BACKUP": (
        QT_TRANSLATE_NOOP("errors", "This is not a backup of a pseudonym map, or it is damaged."),
        QT_TRANSLATE_NOOP("errors", "No map was brought over."),
        QT_TRANSLATE_NOOP("errors", "Use the file that “genoseal map export” wrote."),
    ),
    "SEAL-SOURCE-UNREADABLE": (
        QT_TRANSLATE_NOOP("errors", "The file is there but cannot be read."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sealed or opened."),
        QT_TRANSLATE_NOOP("errors", "Check that you may read it and that its disk is connected."),
    ),
    "VCF-UNREADABLE": (
        QT_TRANSLATE_NOOP("errors", "The file is damaged or is not VCF."),
        QT_TRANSLATE_NOOP("errors", "Nothing of it was prepared."),
        QT_TRANSLATE_NOOP("errors", "Make or copy the file again."),
    ),
    "GS-RECHECK": (
        QT_TRANSLATE_NOOP("errors", "The second check did not agree with the first."),
        QT_TRANSLATE_NOOP("errors", "What was prepared is thrown away; nothing readable was ever sent."),
        QT_TRANSLATE_NOOP("errors", "Please report it with the code: this should never happen."),
    ),
    "RECHECK-FAILED": (
        QT_TRANSLATE_NOOP("errors", "The second check did not agree with the first ({check})."),
        QT_TRANSLATE_NOOP("errors", "What was prepared is thrown away; nothing readable was ever sent."),
        QT_TRANSLATE_NOOP("errors", "Please report it with the code: this should never happen."),
    ),
    "VCF-PERMISSION": (
        QT_TRANSLATE_NOOP("errors", "The file is there but cannot be read."),
        _NOT_PREPARED,
        QT_TRANSLATE_NOOP("errors", "Check that you may read it and that its disk is connected."),
    ),
    "VCF-CHANGED": (
        QT_TRANSLATE_NOOP("errors", "The file changed while it was being read."),
        _NOT_PREPARED,
        QT_TRANSLATE_NOOP("errors", "Wait until whatever writes to it has finished, then try again."),
    ),
    "VCF-EMPTY": (QT_TRANSLATE_NOOP("errors", "The file is empty."), _NOT_PREPARED, _COPY_AGAIN),
    "VCF-NOT-VCF": (
        QT_TRANSLATE_NOOP("errors", "This is not a VCF or BCF file."),
        _NOT_PREPARED,
        QT_TRANSLATE_NOOP("errors", "Name the VCF itself (.vcf, .vcf.gz or .bcf)."),
    ),
    "VCF-BEFORE-HEADER": (
        QT_TRANSLATE_NOOP("errors", "Something stands before the VCF's header, which begins in line {line}."),
        _NOT_PREPARED,
        QT_TRANSLATE_NOOP(
            "errors", "Take away what stands before it, such as a blank line or what a program said while it wrote."
        ),
    ),
    "VCF-UTF16": (
        QT_TRANSLATE_NOOP("errors", "The file's text is in UTF-16, as some programs on Windows save it."),
        _NOT_PREPARED,
        QT_TRANSLATE_NOOP("errors", "Save it as UTF-8: iconv -f UTF-16 -t UTF-8 FILE > NEW.vcf"),
    ),
    "VCF-COMPRESSION": (
        QT_TRANSLATE_NOOP("errors", "The file is packed as {kind}, which is not read."),
        _NOT_PREPARED,
        QT_TRANSLATE_NOOP("errors", "Unpack it first; plain text, gzip, BGZF and BCF are fine."),
    ),
    "VCF-BCF-OLD": (
        QT_TRANSLATE_NOOP("errors", "This is an early BCF, version {version}; only 2.2 is read."),
        _NOT_PREPARED,
        QT_TRANSLATE_NOOP("errors", "bcftools does not read it either: have the program that wrote it write .vcf.gz."),
    ),
    "VCF-TRUNCATED": (
        QT_TRANSLATE_NOOP("errors", "The end of the file is missing: it was cut short."),
        _NOT_PREPARED,
        _COPY_AGAIN,
    ),
    "VCF-DAMAGED": (
        QT_TRANSLATE_NOOP("errors", "The file is damaged (near byte {offset})."),
        _NOT_PREPARED,
        _COPY_AGAIN,
    ),
    "VCF-BEHIND-END": (
        QT_TRANSLATE_NOOP("errors", "Something lies behind the end of the file (at byte {offset})."),
        QT_TRANSLATE_NOOP("errors", "Nobody can say what it is, so nothing was prepared."),
        _COPY_AGAIN,
    ),
    "VCF-JOINED": (
        QT_TRANSLATE_NOOP("errors", "Several compressed files were joined as they were: one ends at byte {offset}."),
        _NOT_PREPARED,
        QT_TRANSLATE_NOOP("errors", "Join the files themselves: bcftools concat --naive -o NEW.vcf.gz FILES"),
    ),
    "VCF-HEADER": (
        QT_TRANSLATE_NOOP("errors", "The file has no usable #CHROM line (line {line})."),
        _NOT_PREPARED,
        QT_TRANSLATE_NOOP(
            "errors",
            "Make the file again with its header. Its last line is #CHROM, POS, ID, REF, ALT, QUAL, FILTER, INFO, "
            "FORMAT and the samples, with a tab and no blank between them.",
        ),
    ),
    "VCF-HEADER-LENGTH": (
        QT_TRANSLATE_NOOP("errors", "The header is longer than {limit} bytes."),
        _NOT_PREPARED,
        QT_TRANSLATE_NOOP("errors", "Check whether this is really a VCF; if so, shorten its header."),
    ),
    "VCF-LINE-LENGTH": (
        QT_TRANSLATE_NOOP("errors", "Line {line} is longer than {limit} bytes."),
        _NOT_PREPARED,
        QT_TRANSLATE_NOOP("errors", "Check whether this is really a VCF; a damaged file can look like one long line."),
    ),
    "VCF-BCF-UNAVAILABLE": (
        QT_TRANSLATE_NOOP("errors", "This is BCF, and the part that reads it is missing on this computer."),
        _NOT_PREPARED,
        QT_TRANSLATE_NOOP("errors", "Convert it first: bcftools view --no-version -Oz -o file.vcf.gz file.bcf"),
    ),
    "VCF-BCF-NAMES": (
        QT_TRANSLATE_NOOP("errors", "Two columns of this BCF have the same sample name."),
        _NOT_PREPARED,
        QT_TRANSLATE_NOOP("errors", "Make it again from its VCF with a name for each; no program reads it like this."),
    ),
    "VCF-BCF-NAMES/empty": (
        QT_TRANSLATE_NOOP("errors", "A sample of this BCF has no name."),
        _NOT_PREPARED,
        QT_TRANSLATE_NOOP("errors", "Make it again from its VCF with a name for each; no program reads it like this."),
    ),
    "VCF-BLOCKED": (
        QT_TRANSLATE_NOOP("errors", "Something in the file has to be changed first ({blocking})."),
        QT_TRANSLATE_NOOP("errors", "Nothing was kept and nothing readable left this computer."),
        QT_TRANSLATE_NOOP("errors", "“genoseal inspect” lists every place and says what to do."),
    ),
    "REPORT-MISSING": (
        QT_TRANSLATE_NOOP("errors", "How this job's files were prepared is not kept here."),
        QT_TRANSLATE_NOOP("errors", "Job and results are as they were; only the report cannot be made again."),
        QT_TRANSLATE_NOOP("errors", "Make it on the computer that sent the files, if it is another one."),
    ),
    "MAP-DAMAGED": (
        QT_TRANSLATE_NOOP("errors", "This is not a pseudonym map, or it is damaged."),
        QT_TRANSLATE_NOOP("errors", "No names were put back."),
        QT_TRANSLATE_NOOP("errors", "Use another copy, or the export you keep as a backup."),
    ),
    "MAP-COPIES": (
        QT_TRANSLATE_NOOP("errors", "Two copies of this map were used apart from each other and disagree now."),
        QT_TRANSLATE_NOOP("errors", "Nothing was replaced: each copy still restores the results of its own jobs."),
        QT_TRANSLATE_NOOP("errors", "Go on with the copy that is kept here, or let a new map be made without --map."),
    ),
    "MAP-IDS": (
        QT_TRANSLATE_NOOP("errors", "The file's ids are not this map's ({missing} missing, {unknown} unknown)."),
        QT_TRANSLATE_NOOP("errors", "No names were put back, so that nobody gets another person's genotypes."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Use the map of the job that these results belong to. Ids that a program changed on the way (a family or a "
            "number added; plink's doubled ids are known) have to be changed back first.",
        ),
    ),
    "MAP-COLUMNS": (
        QT_TRANSLATE_NOOP("errors", "A line of it has more or fewer columns than its header."),
        QT_TRANSLATE_NOOP("errors", "No names were put back, so that nobody gets another person's genotypes."),
        _COPY_AGAIN,
    ),
    "MAP-NAME": (
        QT_TRANSLATE_NOOP(
            "errors", "A name holds a sign that separates values in this table, such as a blank or a quotation mark."
        ),
        QT_TRANSLATE_NOOP("errors", "No names were put back, so that no value slips into another column."),
        QT_TRANSLATE_NOOP(
            "errors", "Use the table under its pseudonyms; “genoseal map find” shows which of them is whose."
        ),
    ),
    "MAP-BINARY": (
        QT_TRANSLATE_NOOP("errors", "This is neither VCF or BCF nor text, so no names can be put back into it."),
        QT_TRANSLATE_NOOP("errors", "It was left as it is."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Leave it out. An index (.tbi, .csi) does not fit the file with names: make a new one (bcftools index).",
        ),
    ),
}
