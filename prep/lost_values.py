"""What a policy that lets more leave than GT would lose of a block: for passes that write nothing."""

from __future__ import annotations

import numpy as np

from prep.fields import CellReader
from prep.genotypes import Genotypes
from prep.layout import Layout
from prep.rules import BlockRules
from prep.sites import Sites
from prep.variant_ids import may_leave

_ID, _FIXED_COLUMNS = 2, 9


def count_lost(layout: Layout, sites: Sites, genotypes: Genotypes, rules: BlockRules) -> dict[str, int]:
    """By code of finding, IDs and values of kept records that would not leave; what writing them counts too."""
    lost: dict[str, int] = {}
    if rules.is_plain:
        return lost
    rows = genotypes.rows[np.flatnonzero(genotypes.kept)].tolist()
    if rules.record_id == "rs":
        ids = [layout.field(row, _ID) for row in rows]
        lost["VCF-ID-REMOVED"] = sum(text != b"." and not may_leave(text, rules.digits_of_names) for text in ids)
    if len(rules.format_keys) > 1:
        readers = [CellReader(text, rules.format_keys[1:]) for text in sites.formats]
        columns = rules.selected.tolist()
        for row in rows:
            cells = layout.line(row).split(b"\t")[_FIXED_COLUMNS:]
            readers[sites.format_index[row]].suffixes([cells[column] for column in columns])
        lost["VCF-FIELD-UNREADABLE"] = sum(reader.unreadable for reader in readers)
    return {code: count for code, count in lost.items() if count}
