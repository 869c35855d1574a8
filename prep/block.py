"""One block from input bytes to output bytes: the task that workers run.

`run_block` is a module-level function of picklable arguments, so any `concurrent.futures.Executor` can run it. A block
of BGZF blocks may begin and end inside a line: what lies before its first newline and behind its last one goes back to
the caller, who joins it with the neighbours' pieces.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from prep.assemble import iter_texts
from prep.assemble_rich import iter_rich_texts
from prep.bcf_layout import BcfLayout
from prep.bcf_line import BcfNames
from prep.bcf_ranges import find_records
from prep.bgzf import compress_blocks
from prep.chunks import BlocksChunk, LoadedChunk, RecordsChunk
from prep.counting import first_lines, tally_block
from prep.errors import PrepError
from prep.findings import Finding, FindingBook
from prep.genotypes import Genotypes, read_genotypes
from prep.layout import HiddenSeparatorError, Layout, Problem, lay_out
from prep.leakscan import NameFinder
from prep.lost_values import count_lost
from prep.order import OrderSpan, OrderState, apply_order
from prep.recheck import BodyVerdict, Expected, Records, check_body, site_codes
from prep.record_scan import scan_cells, scan_sites
from prep.rules import BlockRules, BoolArray, IntArray
from prep.seams import cut_lines
from prep.sites import Sites, iter_runs, read_sites
from prep.tally import ChromosomeTally

_HARMLESS = frozenset(("VCF-BLANK-LINE",))
_FORMAT = 8
_MOST_VALUE_ROWS = 20
_MOST_SPOTS, _SPOT_CELLS = 32, 400
_MOST_PROBLEMS = 200  # kept one by one from a block, and the first of each kind; the rest is counted


class Piece(NamedTuple):
    """Output of one chromosome from one block, and the recheck's verdict on exactly these bytes."""

    chromosome: str
    data: bytes
    verdict: BodyVerdict


@dataclass(eq=False, repr=False)
class BlockResult:
    """What a block gave. `head` and `tail` are unfinished lines at its bounds (only of compressed blocks); of records
    found in blocks, what of the first lies before these, and what lies behind the last.

    `first_lines` holds lines of the block by code of finding. `took_next_head`: the line that runs into the next block
    was finished from its first blocks, so the next one's head is already dealt with. `is_contradiction`: the rules'
    assumption on phase or ploidy does not hold here, so nothing was written.
    """

    head: bytes = b""
    tail: bytes = b""
    has_newline: bool = True
    took_next_head: bool = False
    lines: int = 0
    pieces: list[Piece] = field(default_factory=list)
    tallies: dict[str, ChromosomeTally] = field(default_factory=dict)
    first_lines: dict[str, int] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)
    spellings: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    problem_counts: dict[str, int] = field(default_factory=dict)
    span: OrderSpan = field(default_factory=OrderSpan)
    formats: list[bytes] = field(default_factory=list)
    leaks: list[Finding] = field(default_factory=list)
    saw_phased: bool = False
    saw_unphased: bool = False
    saw_phase_set: bool = False
    saw_haploid: BoolArray | None = None
    saw_diploid: BoolArray | None = None
    half_seen: IntArray | None = None
    full_seen: BoolArray | None = None
    is_contradiction: bool = False


def run_block(
    chunk: LoadedChunk | RecordsChunk, rules: BlockRules, expected: dict[str, Expected], state: OrderState
) -> BlockResult:
    """Read, decide, write, recheck one chunk. `expected` holds the recheck's expectation per chromosome."""
    if isinstance(chunk, RecordsChunk):
        return _read_layout(BcfLayout(chunk, rules), rules, expected, state)
    cut = cut_lines(chunk)
    if not cut.has_newline:
        return BlockResult(head=cut.head, has_newline=False)
    result = read_block(cut.body, rules, expected, state)
    result.head, result.tail, result.took_next_head = cut.head, cut.tail, cut.took_next_head
    return result


def run_found_records(
    blocks: BlocksChunk, names: BcfNames, rules: BlockRules, expected: dict[str, Expected]
) -> BlockResult:
    """The same for the records that end in blocks of a BCF, by a guess at where they begin (bcf_ranges.py).

    Without any (`has_newline` False) where none is found. That something is wrong with them may be the guess's fault:
    then too, so that the caller, who knows where they begin, reads them again and says what it is.
    """
    try:
        found = find_records(blocks, names)
        if found is None:
            return BlockResult(has_newline=False)
        result = run_block(found.chunk, rules, expected, OrderState())
    except PrepError:
        return BlockResult(has_newline=False)
    result.head, result.tail = found.head, found.tail
    return result


def read_block(text: bytes, rules: BlockRules, expected: dict[str, Expected], state: OrderState) -> BlockResult:
    """The same for text of whole lines."""
    if not text:
        result = BlockResult()
        result.span.last = state
        return result
    try:
        return _read_layout(lay_out(text, rules), rules, expected, state)
    except HiddenSeparatorError:
        return _read_layout(lay_out(text, rules, try_stride=False), rules, expected, state)


def _read_layout(layout: Layout, rules: BlockRules, expected: dict[str, Expected], state: OrderState) -> BlockResult:
    result = BlockResult(lines=layout.line_count)
    sites = read_sites(layout, rules)
    result.span = apply_order(layout, sites, state)
    genotypes = read_genotypes(layout, sites, rules)
    for name in ("saw_phased", "saw_unphased", "saw_phase_set", "saw_haploid", "saw_diploid", "half_seen", "full_seen"):
        setattr(result, name, getattr(genotypes, name))
    result.is_contradiction = contradicts(rules, genotypes)
    result.left_out, result.spellings = sites.left_out, sites.spellings
    result.formats = sites.formats[:50]
    result.tallies = tally_block(sites, genotypes, rules)
    result.first_lines = first_lines(layout.line_numbers, sites, genotypes, rules)
    result.leaks = _scan(layout, sites.positions, rules)
    _take_problems(result, (*layout.problems, *sites.problems))
    # A block with a problem makes the whole output void; only what is wrong with it still matters.
    is_void = result.is_contradiction or not result.problem_counts.keys() <= _HARMLESS
    if rules.counts_lost or (is_void and rules.write):
        result.problem_counts |= count_lost(layout, sites, genotypes, rules)
    if rules.write and not is_void:
        texts = (
            iter_texts(sites, genotypes, rules)
            if rules.is_plain
            else iter_rich_texts(layout, sites, genotypes, rules, result.problem_counts)
        )
        runs = _kept_runs(sites, genotypes)
        for (chromosome, lines), kept in zip(texts, runs, strict=True):
            data = compress_blocks(lines)
            line_of = layout.genotype_line if isinstance(layout, BcfLayout) else layout.line
            rows = genotypes.rows[kept]
            spots = [(place, line_of(int(rows[place]))) for place in _spots(len(rows), rules)]
            records = Records(
                site_codes(sites.positions[rows], sites.reference[rows], sites.alternate[rows]),
                genotypes.cell_sums[kept],
            )
            result.pieces.append(Piece(chromosome, data, check_body(data, expected[chromosome], records, spots)))
    return result


def _kept_runs(sites: Sites, genotypes: Genotypes) -> list[IntArray]:
    """The places, among the candidates, of each run of kept records on one chromosome."""
    kept = np.flatnonzero(genotypes.kept)
    return [kept[start:end] for start, end in iter_runs(sites.chromosome[genotypes.rows[kept]])]


def _spots(records: int, rules: BlockRules) -> list[int]:
    """Which records of a run the recheck compares with the input: spread evenly, more of them where they are short."""
    count = max(1, min(records, _MOST_SPOTS, _SPOT_CELLS // max(1, len(rules.selected))))
    return [(2 * number + 1) * records // (2 * count) for number in range(count)]


def contradicts(rules: BlockRules, genotypes: Genotypes) -> bool:
    """Whether kept records show that the rules' assumption is wrong: not phased, or another ploidy."""
    if rules.phased and (genotypes.saw_unphased or genotypes.saw_phase_set):
        return True
    if (
        rules.one_allele is not None
        and genotypes.full_seen is not None
        and (genotypes.full_seen & rules.one_allele).any()
    ):
        return True
    if genotypes.saw_haploid is None or genotypes.saw_diploid is None:
        return False
    haploid = rules.haploid if rules.haploid is not None else np.zeros(genotypes.saw_haploid.shape, np.bool_)
    return bool((genotypes.saw_haploid & ~haploid).any() or (genotypes.saw_diploid & haploid).any())


def _scan(layout: Layout, positions: IntArray, rules: BlockRules) -> list[Finding]:
    """The leak scan over ID and INFO of the block's first records, as many as `rules.scan_bytes` holds."""
    if rules.names is None or not len(layout):
        return []
    most = max(rules.scan_bytes, rules.scan_record_bytes)
    shown = max(0, most - 1)
    lines: list[bytes] = []
    size = 0
    for record_id, info in layout.iter_texts():
        # The number of a known variant identifies nobody.
        lines.append(b"%b\t%b\n" % (b"" if record_id.startswith(b"rs") else record_id, info[:shown]))
        size += len(record_id) + len(info) + 2
        if size >= rules.scan_bytes:
            break
    text = b"".join(lines)
    book = FindingBook()
    book.extend(scan_sites(text.decode("utf-8", "replace"), rules.names, positions[: len(lines)].tolist()))
    if rules.text_keys:
        book.extend(_scan_values(layout, rules, rules.names, min(len(lines), _MOST_VALUE_ROWS)))
    return list(book.findings())


def _scan_values(layout: Layout, rules: BlockRules, names: NameFinder, rows: int) -> Iterator[Finding]:
    """The leak scan over FORMAT values that are text, of the first records and as much of them as `scan_bytes`."""
    left = max(rules.scan_bytes, rules.scan_record_bytes)
    for row in range(rows):
        text_format = layout.field(row, _FORMAT)
        keys = [key.decode("utf-8", "replace") for key in text_format.split(b":") if key in rules.text_keys]
        samples = layout.line(row).split(b"\t", 9)[9:] if keys else []
        if not samples:
            continue
        cells = samples[0][:left].decode("utf-8", "replace").split("\t")
        yield from scan_cells(text_format.decode("utf-8", "replace"), cells, keys, names)
        left -= len(samples[0])
        if left <= 0:
            return


def _take_problems(result: BlockResult, problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        result.problem_counts[problem.code] = result.problem_counts.get(problem.code, 0) + 1
    ordered = sorted(problems, key=lambda problem: problem.line)
    firsts = {problem.code: problem for problem in reversed(ordered[_MOST_PROBLEMS:])}
    result.problems = ordered[:_MOST_PROBLEMS]
    shown = {problem.code for problem in result.problems}
    result.problems += [problem for code, problem in firsts.items() if code not in shown]
