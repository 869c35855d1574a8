"""Preparation written a second time, as plainly as possible: what the fast program must agree with.

Lines are lists of fields, genotypes are tuples of alleles, every rule is an `if`. It knows no blocks, bytes or arrays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

NON_PAR = {"hg19": (2699520, 154931044), "hg38": (2781479, 155701383)}
LENGTHS = {"hg38": {"20": 64444167, "21": 46709983, "X": 156040895}}
KEPT_CHROMOSOMES = {*(str(n) for n in range(1, 23)), "X"}
GENOTYPE = re.compile(r"[/|]?([01.])(?:([/|])([01.]))?")


@dataclass
class Reference:
    """What preparing a file must give. `lines` are by chromosome, samples in source order."""

    lines: dict[str, list[str]] = field(default_factory=dict)
    dropped: dict[str, dict[str, int]] = field(default_factory=dict)
    records_in: dict[str, int] = field(default_factory=dict)
    left_out: int = 0
    blocks: set[str] = field(default_factory=set)


@dataclass
class _Kept:
    chromosome: str
    position: int
    ref: str
    alt: str
    calls: list[tuple[str, ...]]  # alleles; ("." , ".") and (".",) are missing
    separators: list[str]
    halves: list[str]  # the one allele of a half call, empty for any other
    local_phase: bool


def prepare_reference(lines: list[str], samples: int, build: str = "hg38") -> Reference:
    """Prepare body lines (without line ends) under the policy `imputation`."""
    result = Reference()
    kept: list[_Kept] = []
    seen: set[tuple[str, int, str, str]] = set()
    last: dict[str, int] = {}
    order: list[str] = []
    for line in lines:
        if not line.strip():
            continue
        if line.startswith("#"):
            result.blocks.add("VCF-HEADER-IN-BODY")
            continue
        fields = line.split("\t")
        if len(fields) != 9 + samples:
            result.blocks.add("VCF-COLUMNS")
            continue
        chromosome = _label(fields[0])
        if chromosome not in KEPT_CHROMOSOMES:
            result.left_out += 1
            continue
        result.records_in[chromosome] = result.records_in.get(chromosome, 0) + 1
        dropped = result.dropped.setdefault(chromosome, {})
        reason = _site_reason(fields)
        if reason:
            dropped[reason] = dropped.get(reason, 0) + 1
            continue
        if not re.fullmatch(r"[0-9]{1,9}", fields[1]):
            result.blocks.add("VCF-POSITION")
            continue
        position = int(fields[1])
        if not 1 <= position <= LENGTHS[build].get(chromosome, 1 << 30):
            result.blocks.add("VCF-POSITION-RANGE")
            continue
        if chromosome not in order:
            order.append(chromosome)
        elif order[-1] != chromosome:
            result.blocks.add("VCF-CHROM-SCATTERED")
        if position < last.get(chromosome, 0):
            result.blocks.add("VCF-UNSORTED")
        last[chromosome] = position
        ref, alt = fields[3].upper(), fields[4].upper()
        if (chromosome, position, ref, alt) in seen:
            dropped["duplicate"] = dropped.get("duplicate", 0) + 1
            continue
        seen.add((chromosome, position, ref, alt))
        record = _genotypes(fields, chromosome, position, ref, alt, result)
        if record is None:
            continue
        kept.append(record)
    _read_half_calls_as_one_allele(kept, samples, build)
    for record in kept:
        if not any("1" in call for call in record.calls):
            dropped = result.dropped[record.chromosome]
            dropped["monomorphic"] = dropped.get("monomorphic", 0) + 1
    _write([record for record in kept if any("1" in call for call in record.calls)], samples, build, result)
    return result


def _has_one_allele_here(record: _Kept, build: str) -> bool:
    """Whether one allele per person is normal where the record is."""
    first, last = NON_PAR[build]
    return record.chromosome == "X" and first <= record.position <= last


def _read_half_calls_as_one_allele(kept: list[_Kept], samples: int, build: str) -> None:
    """Where one allele is normal, of samples that have at least two half calls there and no whole one."""
    here = [record for record in kept if _has_one_allele_here(record, build)]
    inside = [record for record in here if record.position not in NON_PAR[build]]
    for sample in range(samples):
        halves = [record for record in inside if record.halves[sample]]
        if len(halves) > 1 and all(set(record.calls[sample]) == {"."} for record in inside):
            for record in (record for record in here if record.halves[sample]):
                record.calls[sample], record.separators[sample] = (record.halves[sample],), ""


def _label(name: str) -> str:
    upper = name.upper().removeprefix("CHR")
    return {"M": "MT", "23": "X", "24": "Y", "26": "MT"}.get(upper, upper)


def _site_reason(fields: list[str]) -> str:
    ref, alt, filters = fields[3].upper(), fields[4].upper(), fields[6]
    if filters not in ("PASS", "."):
        return "filter"
    if alt in (".", ""):
        return "no-alternate"
    if any(mark in alt for mark in "<[]*"):
        return "symbolic"
    if "," in alt:
        return "multi-allelic"
    if not ref or any(letter not in "ACGT" for letter in ref + alt):
        return "not-acgt"
    if ref == alt:
        return "same-alleles"
    if len(ref) == len(alt) == 1:
        return ""
    return "indel" if len(ref) != len(alt) else "multi-nucleotide"


def _genotypes(
    fields: list[str], chromosome: str, position: int, ref: str, alt: str, result: Reference
) -> _Kept | None:
    keys = fields[8].split(":")
    if "GT" not in keys:
        result.blocks.add("VCF-GT-MISSING")
        return None
    place = keys.index("GT")
    calls: list[tuple[str, ...]] = []
    separators: list[str] = []
    halves: list[str] = []
    for cell in fields[9:]:
        values = cell.split(":")
        text = values[place] if place < len(values) else "."
        match = GENOTYPE.fullmatch(text)
        if match is None:
            alleles = re.split(r"[/|]", text.lstrip("/|"))
            if all(allele == "." or re.fullmatch(r"0|[1-9][0-9]*", allele) for allele in alleles):
                result.blocks.add("VCF-PLOIDY" if len(alleles) > 2 else "VCF-ALLELE-INDEX")
            else:
                result.blocks.add("VCF-GT-MALFORMED")
            return None
        first, separator, second = match.groups()
        halves.append("".join({first, second} - {"."}) if second and "." in (first, second) else "")
        if second is None:
            calls.append((first,))
            separators.append("")
        elif "." in (first, second):
            calls.append((".", "."))
            separators.append("")
        else:
            calls.append((first, second))
            separators.append(separator)
    return _Kept(chromosome, position, ref, alt, calls, separators, halves, not {"PS", "PGT", "PID"}.isdisjoint(keys))


def _write(kept: list[_Kept], samples: int, build: str, result: Reference) -> None:
    used = {separator for record in kept for separator in record.separators if separator}
    separator = "|" if used == {"|"} and not any(record.local_phase for record in kept) else "/"
    haploid_here = [_has_one_allele_here(record, build) for record in kept]
    haploid = [
        any(h and r.calls[s] in (("0",), ("1",)) for r, h in zip(kept, haploid_here, strict=True))
        for s in range(samples)
    ]
    for record, here in zip(kept, haploid_here, strict=True):
        has_two = any(one and separator for one, separator in zip(haploid, record.separators, strict=True))
        if here and record.position in NON_PAR[build] and has_two:
            dropped = result.dropped[record.chromosome]
            dropped["par-bound"] = dropped.get("par-bound", 0) + 1
            continue
        cells = []
        for sample, call in enumerate(record.calls):
            if set(call) == {"."}:
                cells.append("." if here and haploid[sample] else f".{separator}.")
            elif len(call) == 1:
                if not here:
                    result.blocks.add("VCF-PLOIDY")
                cells.append(call[0])
            else:
                if here and haploid[sample]:
                    result.blocks.add("VCF-X-PLOIDY")
                cells.append(separator.join(call))
        name = "chr" + record.chromosome if build == "hg38" else record.chromosome
        row = (name, str(record.position), ".", record.ref, record.alt, ".", "PASS", ".", "GT", *cells)
        result.lines.setdefault(record.chromosome, []).append("\t".join(row))
