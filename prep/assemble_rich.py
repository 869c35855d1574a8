"""Output lines of policies that let more leave than GT: numbers beside it, an ID, counts in INFO.

Line by line, since cells differ in width; cells that repeat are read once (fields.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import add

import numpy as np

from prep.fields import CellReader
from prep.genotypes import Genotypes
from prep.layout import Layout
from prep.rules import BlockRules
from prep.sites import Sites, iter_runs
from prep.variant_ids import may_leave

_ID, _FIXED_COLUMNS = 2, 9


def iter_rich_texts(
    layout: Layout, sites: Sites, genotypes: Genotypes, rules: BlockRules, lost: dict[str, int]
) -> Iterator[tuple[str, bytes]]:
    """The kept lines, one text for each run of records on one chromosome; `lost` counts what does not leave."""
    readers = [CellReader(text, rules.format_keys[1:]) for text in sites.formats]
    kept = np.flatnonzero(genotypes.kept)
    chromosome = sites.chromosome[genotypes.rows[kept]]
    for start, end in iter_runs(chromosome):
        label = sites.labels[chromosome[start]]
        lines = (
            _line(layout, sites, genotypes, rules, readers, index, cells.tobytes(), lost)
            for index, cells in zip(kept[start:end].tolist(), genotypes.cells[start:end], strict=True)
        )
        yield label, b"".join(lines)
    if unreadable := sum(reader.unreadable for reader in readers):
        lost["VCF-FIELD-UNREADABLE"] = unreadable


def _line(
    layout: Layout,
    sites: Sites,
    genotypes: Genotypes,
    rules: BlockRules,
    readers: list[CellReader],
    index: int,
    cells: bytes,
    lost: dict[str, int],
) -> bytes:
    row = int(genotypes.rows[index])
    contig = rules.contig_by_chromosome[sites.labels[sites.chromosome[row]]]
    position = b"%d" % sites.positions[row]
    reference, alternate = bytes((sites.reference[row],)), bytes((sites.alternate[row],))
    name = contig.name.encode("ascii")
    fields = [name, position, b".", reference, alternate, b".", b"PASS", b".", ":".join(rules.format_keys).encode()]
    if rules.record_id == "rs":
        text = layout.field(row, _ID)
        if may_leave(text, rules.digits_of_names):
            fields[2] = text
        elif text != b".":
            lost["VCF-ID-REMOVED"] = lost.get("VCF-ID-REMOVED", 0) + 1
    elif rules.record_id == "chr-pos-ref-alt":
        fields[2] = b":".join((name, position, reference, alternate))
    if rules.info_keys:
        fields[7] = _info(
            rules.info_keys, int(genotypes.alternate_alleles[index]), int(genotypes.called_alleles[index])
        )
    head = b"\t".join(fields)
    if len(rules.format_keys) == 1:
        return b"%b%b\n" % (head, cells.replace(b"\x00", b""))
    reader = readers[sites.format_index[row]]
    inputs = layout.line(row).split(b"\t")[_FIXED_COLUMNS:]
    suffixes = reader.suffixes([inputs[column] for column in rules.selected[rules.column_order].tolist()])
    genotypes_written = cells.replace(b"\x00", b"").split(b"\t")[1:]
    return b"\t".join((head, *map(add, genotypes_written, suffixes))) + b"\n"


def _info(keys: tuple[str, ...], alternate: int, called: int) -> bytes:
    """Counts over the samples that leave; never copied from the input."""
    values = {"AC": str(alternate), "AN": str(called), "AF": f"{alternate / called:.6f}"}
    return ";".join(f"{key}={values[key]}" for key in keys).encode("ascii")
