"""Output lines of policies that let more leave than GT: numbers beside it, an ID, counts in INFO.

The fixed fields are made line by line, the cells of some lines with one FORMAT together (cell_copies.py).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from prep.cell_copies import CellCopier
from prep.columns import distinct
from prep.genotypes import Genotypes
from prep.layout import Layout
from prep.rules import BlockRules, CellArray, IntArray
from prep.sites import Sites, iter_runs
from prep.variant_ids import may_leave

_ID, _FIXED_COLUMNS = 2, 9
# A few thousand cells at a time, so that what is made of them stays in the processor's own cache.
_CELLS_AT_ONCE = 25_000


def iter_rich_texts(
    layout: Layout, sites: Sites, genotypes: Genotypes, rules: BlockRules, lost: dict[str, int]
) -> Iterator[tuple[str, bytes]]:
    """The kept lines, one text for each run of records on one chromosome; `lost` counts what does not leave."""
    columns = rules.selected[rules.column_order]
    copiers = [CellCopier(text, rules.format_keys[1:], rules.sample_count, columns) for text in sites.formats]
    kept = np.flatnonzero(genotypes.kept)
    chromosome = sites.chromosome[genotypes.rows[kept]]
    step = max(1, _CELLS_AT_ONCE // rules.sample_count)
    for first, behind in iter_runs(chromosome):
        texts: list[bytes | memoryview] = []
        for at in range(first, behind, step):
            part = slice(at, min(at + step, behind))
            heads = [_head(layout, sites, genotypes, rules, index, lost) for index in kept[part].tolist()]
            cells, rows = genotypes.cells[part], genotypes.rows[kept[part]]
            if len(rules.format_keys) == 1:
                lines = (row.tobytes().replace(b"\x00", b"") for row in cells)
                texts += (b"%b%b\n" % pair for pair in zip(heads, lines, strict=True))
            else:
                texts.append(_written(layout, copiers, sites.format_index[rows], rows, heads, cells))
        yield sites.labels[chromosome[first]], b"".join(texts)
    if unreadable := sum(copier.reader.unreadable for copier in copiers):
        lost["VCF-FIELD-UNREADABLE"] = unreadable


def _written(
    layout: Layout,
    copiers: list[CellCopier],
    formats: IntArray,
    rows: IntArray,
    heads: list[bytes],
    cells: CellArray,
) -> bytes | memoryview:
    """These lines; those of each FORMAT are made together, wherever they stand."""
    texts = _samples(layout, rows)
    present: list[int] = distinct(formats).tolist()
    if len(present) == 1:
        return copiers[present[0]].write(heads, texts, cells)
    lines = [b""] * (len(rows) + 1)
    for number in present:
        chosen = np.flatnonzero(formats == number)
        places = chosen.tolist()
        text = copiers[number].write([heads[at] for at in places], [texts[at] for at in places], cells[chosen])
        for at, line in zip(places, bytes(text).split(b"\n"), strict=False):
            lines[at] = line
    return b"\n".join(lines)


def _samples(layout: Layout, rows: IntArray) -> list[memoryview]:
    """What stands behind the fixed fields of these lines."""
    texts: list[memoryview] = []
    for row in rows.tolist():
        line = layout.line(row)
        start = 0
        for _ in range(_FIXED_COLUMNS):
            start = line.index(b"\t", start) + 1
        texts.append(memoryview(line)[start:])
    return texts


def _head(
    layout: Layout, sites: Sites, genotypes: Genotypes, rules: BlockRules, index: int, lost: dict[str, int]
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
    return b"\t".join(fields)


def _info(keys: tuple[str, ...], alternate: int, called: int) -> bytes:
    """Counts over the samples that leave; never copied from the input."""
    values = {"AC": str(alternate), "AN": str(called), "AF": f"{alternate / called:.6f}"}
    return ";".join(f"{key}={values[key]}" for key in keys).encode("ascii")
