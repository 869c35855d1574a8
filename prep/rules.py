"""What a worker must know to turn a block of input lines into output: plain data, made once per file, picklable."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from prep.contigs import Contig
from prep.leakscan import NameFinder
from prep.regions import Region

if TYPE_CHECKING:
    from prep.site_list import SiteList

IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]
ByteArray = NDArray[np.uint8]
CellArray = NDArray[np.uint32]

SLASH = ord("/")
PIPE = ord("|")


@dataclass(frozen=True)
class BlockRules:
    """The plan for one file.

    `sample_count` columns in the source; `selected` the source columns that leave, ascending; `column_order[j]` the
    index into `selected` of output column j. `haploid` (one flag for each of HAPLOID_CHROMOSOMES and each selected
    sample) says who has one allele where a contig says that is normal; `one_allele` those of them whose calls there are
    all half calls (`0/.`) and are read as that one allele. `phased` decides the separator of everything written;
    `input_separator` is what most cells of the input carry (a matter of speed only). `write` False only counts.
    """

    sample_count: int
    selected: IntArray
    column_order: IntArray
    contigs: tuple[Contig, ...]
    phased: bool = True
    input_separator: int = PIPE
    haploid: BoolArray | None = None
    one_allele: BoolArray | None = None
    format_keys: tuple[str, ...] = ("GT",)
    info_keys: tuple[str, ...] = ()
    record_id: str = "none"
    digits_of_names: frozenset[bytes] = field(default=frozenset(), repr=False)  # no rs number has them
    minimum_minor_allele_count: int = 0
    regions_left_out: tuple[Region, ...] = ()
    window_bases: int = 20_000_000
    site_window_bases: int = 0
    vote_on_build: bool = False  # look for well-known variants at their places in either build
    least_site_call_rate: float = 0.9
    write: bool = True
    counts_lost: bool = False  # where nothing is written: count what of IDs and numbers beside GT would not leave
    chunk_bytes: int = 8 << 20  # text of a block: a matter of speed, and of where BGZF blocks end
    scan_bytes: int = 0  # how much of each block's ID and INFO text the leak scan reads
    scan_record_bytes: int = 0  # how much of one record it reads in any case
    names: NameFinder | None = field(default=None, repr=False)
    text_keys: frozenset[bytes] = frozenset()  # FORMAT keys whose values are text by the header
    force_slow: bool = False  # tests: every line takes the careful path
    site_list: SiteList | None = field(default=None, repr=False)
    listed_only: bool = False  # drop records that are not on the list

    @property
    def is_plain(self) -> bool:
        """GT alone, without ID and INFO."""
        return self.format_keys == ("GT",) and not self.info_keys and self.record_id == "none"

    @cached_property
    def contig_by_chromosome(self) -> dict[str, Contig]:
        return {contig.chromosome: contig for contig in self.contigs}

    @cached_property
    def selects_all(self) -> bool:
        return len(self.selected) == self.sample_count

    @property
    def separator(self) -> int:
        return PIPE if self.phased else SLASH
