"""`prepare`: one source in, rechecked outputs out."""

from __future__ import annotations

from collections.abc import Callable, Collection
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

import numpy as np

from prep import checks
from prep.bgzf import END_BLOCK, compress_blocks
from prep.block import Piece
from prep.check_findings import finding
from prep.contigs import HAPLOID_CHROMOSOMES, Build, Contig
from prep.errors import BlockedError, RecheckError
from prep.file_pass import FileFacts, base_rules, check_build, conclude, describe, summarise
from prep.findings import Finding
from prep.first_look import has_too_many, is_same, look, merge_ploidy
from prep.generated import build_header
from prep.header import SourceHeader
from prep.leakscan import name_finder
from prep.limits import ServiceLimits
from prep.output_errors import output_errors
from prep.plans import workers_for
from prep.policy import Policy
from prep.pseudonyms import PseudonymMap, name_parts, require_covers
from prep.recheck import Expected, OutputRecheck
from prep.results import PreparedName, PreparedOutput, PrepareProgress, PrepareReport
from prep.rules import BlockRules, IntArray
from prep.site_list import SiteList
from prep.source import Source
from prep.stream import BodyStream
from prep.tally import ChromosomeTally

OpenSink = Callable[[PreparedName], BinaryIO]
# The first pass shows everything, but with men's half calls on X read as their one allele more records are kept, and
# those may be the first to show that phase is local: then a last pass follows. A file may also have more records than
# its beginning promised.
_MOST_RESTARTS = 3


def prepare(
    source: Path,
    *,
    policy: Policy,
    limits: ServiceLimits,
    build: Build | None,
    pseudonym_map: PseudonymMap,
    open_sink: OpenSink,
    progress: Callable[[PrepareProgress], None] | None = None,
    executor: Executor | None = None,
    leave_out: Collection[str] = (),
    site_list: SiteList | None = None,
    is_whole_job: bool = True,
    chunk_bytes: int | None = None,
) -> PrepareReport:
    """Strip, write and recheck one file; the sinks receive the final BGZF bytes.

    When this returns, the independent recheck has passed over exactly the bytes that the sinks received. When it raises
    anything, they are to be discarded. `open_sink` is called once for each output at its first record, and **once more
    for the same name** if a later block contradicts what the first records showed about phase, ploidy or how many there
    are: the file then starts over (three times at most), and what the earlier sink received is void. Sinks are written
    to, never closed.

    `pseudonym_map` covers exactly the file's samples without `leave_out` (withdrawn consent). With a `site_list`
    records are compared with it, and only listed ones leave where the policy says so. `is_whole_job` False: of what
    services refuse whole jobs for it only warns (`check_counts` looks at all files). `executor` shares the
    work (`block_executor` makes one); without it everything runs here. The output's bytes depend on source, policy, map
    and `chunk_bytes` (None: what suits the file), not on the executor.

    Raises BlockedError (exit 3) with all findings, InputError and UsageError subclasses, RecheckError (exit 4).
    """
    with Source(source) as opened:
        executor = workers_for(opened, executor)
        job = _Job(
            opened,
            source.name,
            policy,
            limits,
            build,
            pseudonym_map,
            open_sink,
            progress,
            executor,
            frozenset(leave_out),
            site_list,
            is_whole_job,
            chunk_bytes,
        )
        return job.run()


@dataclass(eq=False, repr=False)
class _Output:
    sink: BinaryIO
    recheck: OutputRecheck
    contig: Contig
    sha256: str = ""


@dataclass(eq=False, repr=False)
class _Job:
    source: Source
    source_name: str
    policy: Policy
    limits: ServiceLimits
    build: Build | None
    pseudonym_map: PseudonymMap
    open_sink: OpenSink
    progress: Callable[[PrepareProgress], None] | None
    executor: Executor | None
    leave_out: frozenset[str]
    site_list: SiteList | None
    is_whole_job: bool
    chunk_bytes: int | None
    restarts: int = 0
    outputs: dict[str, _Output] = field(default_factory=dict)

    def run(self) -> PrepareReport:
        header = self.source.header
        given = self.build
        self.build = given or header.build
        early = list(checks.check_header(header, self.policy, self.limits, self.leave_out))
        if any(found.blocks() for found in (*early, *checks.check_build(header, self.build))):
            everybody = np.arange(len(header.sample_ids))
            rules = self._plan(everybody, np.arange(0))
            facts = self._pass(replace(rules, write=False, counts_lost=True), early)
            facts.book.extend(check_build(facts, header, self.build))
            self._conclude(facts)
            if facts.book.blocks():
                raise BlockedError(facts.book.findings())
        staying = [name for name in header.sample_ids if name not in self.leave_out]
        require_covers(self.pseudonym_map, staying)
        selected = np.array([i for i, name in enumerate(header.sample_ids) if name not in self.leave_out], np.int64)
        order = _output_order(header, self.pseudonym_map, selected)
        rules = self._plan(selected, order)
        facts = self._pass(rules, early)
        while facts.is_contradiction and not facts.book.blocks() and self.restarts < _MOST_RESTARTS:
            self.restarts += 1
            if has_too_many(facts.records, rules, self.policy):
                rules = self._plan(selected, order, facts.records)
            else:
                rules = _careful(rules, facts, self.policy)
            facts = self._pass(rules, early)
        self._conclude(facts)
        if facts.book.blocks():
            raise BlockedError(facts.book.findings())
        if facts.is_contradiction:
            raise RecheckError(check="assumptions")
        prepared = self._finish(facts, order)
        for output in prepared:
            if self.limits.most_file_bytes and output.bytes > self.limits.most_file_bytes:
                facts.book.add(finding("VCF-FILE-SIZE"))
                raise BlockedError(facts.book.findings())
        return PrepareReport(
            outputs=prepared,
            findings=facts.book.findings(),
            summary=summarise(self.source, facts, self.build, given, self.leave_out),
            policy_name=self.policy.name,
            policy_digest=self.policy.digest,
            map_id=self.pseudonym_map.map_id,
            most_strand_flips=self.limits.most_strand_flips,
            most_window_sites=self.limits.most_window_sites,
        )

    def _conclude(self, facts: FileFacts) -> None:
        header = self.source.header
        conclude(facts, header, self.policy, self.limits, self.build, is_whole_job=self.is_whole_job)

    def _plan(self, selected: IntArray, order: IntArray, records: int = 0) -> BlockRules:
        """The rules for a pass, with what the first records show and how many there are at least."""
        header = self.source.header
        names = name_finder(header.sample_ids)
        rules = base_rules(
            header, self.policy, self.limits, self.build, selected, order, names, self.site_list, self._scan_bytes()
        )
        return look(self.source, rules, self.policy, records)

    def _pass(self, rules: BlockRules, early: list[Finding]) -> FileFacts:
        """Read the whole body once. Writing stops at the first thing that makes the output void; reading goes on."""
        facts = FileFacts(len(rules.selected))
        facts.book.extend(early)
        self.outputs = {}
        expected = self._expected(rules) if rules.write else {}
        stream = BodyStream(self.source, rules, expected, self.executor, self.chunk_bytes)
        # Once blocks are under way: workers read on while this process looks at header and names.
        stream.when_started = lambda: facts.book.extend(self._described)
        for result in stream:
            facts.add(result, stream.line, (stream.state.chromosome, stream.state.position))
            if stream.rules.write and not facts.book.blocks() and has_too_many(facts.records, rules, self.policy):
                facts.is_contradiction = True  # all that is found is found again by the pass that follows
                break
            if stream.rules.write and (facts.book.blocks() or facts.is_contradiction):
                counts_lost = facts.book.blocks() or self.restarts > 0  # a contradiction again stops the file
                stream.rules = replace(stream.rules, write=False, counts_lost=counts_lost)
            if stream.rules.write:
                for piece in result.pieces:
                    self._write(piece, rules, expected)
            if self.progress is not None:
                self.progress(
                    PrepareProgress(self.source.read_bytes, self.source.size_bytes, facts.records, self.restarts)
                )
        self.source.require_unchanged()  # else what is wrong with a half-copied file would be called its fault
        facts.is_contradiction |= not is_same(facts.one_allele(self.policy), rules.one_allele)
        return facts

    @cached_property
    def _described(self) -> list[Finding]:
        """What identifies people in the source's names and header; none of it stops a preparation."""
        return describe(self.source, self.source_name, name_finder(self.source.header.sample_ids))[0]

    def _expected(self, rules: BlockRules) -> dict[str, Expected]:
        """What the recheck expects: from the map and the header by name, not from the rules that the writer obeys."""
        column_of = {name: column for column, name in enumerate(self.source.header.sample_ids)}
        names = self.pseudonym_map.sample_ids
        source_columns = tuple(column_of[names[entry]] for entry in self.pseudonym_map.column_order)
        sample_digits: frozenset[str] = frozenset()
        if rules.record_id == "rs":
            numbers = ("".join(filter(str.isdecimal, name)) for name in column_of)
            sample_digits = frozenset(number for number in numbers if len(number) > 5)
        return {
            contig.chromosome: Expected(
                file_name=contig.file_name,
                contig=contig.name,
                contig_length=contig.length,
                pseudonyms=self.pseudonym_map.output_pseudonyms,
                separator=rules.separator,
                source_columns=source_columns,
                format_keys=rules.format_keys,
                info_keys=rules.info_keys,
                record_id=rules.record_id,
                sample_digits=sample_digits,
                one_allele=_one_allele_columns(rules, contig),
                haploid_from=contig.haploid_from,
                haploid_to=contig.haploid_to,
                regions_left_out=tuple(
                    (region.first, region.last)
                    for region in self.policy.regions_left_out
                    if region.chromosome == contig.chromosome
                ),
                least_minor_alleles=rules.minimum_minor_allele_count,
            )
            for contig in rules.contigs
        }

    def _write(self, piece: Piece, rules: BlockRules, expected: dict[str, Expected]) -> None:
        output = self.outputs.get(piece.chromosome)
        if output is None:
            contig = rules.contig_by_chromosome[piece.chromosome]
            recheck = OutputRecheck(expected[piece.chromosome], self._name_parts())
            with output_errors():
                sink = self.open_sink(PreparedName(contig.chromosome, contig.file_name))
            output = self.outputs[piece.chromosome] = _Output(sink, recheck, contig)
            head = compress_blocks(
                build_header(contig.name, self.pseudonym_map.output_pseudonyms, rules.info_keys, rules.format_keys)
            )
            recheck.head(head)
            _send(sink, head)
        output.recheck.body(piece.data, piece.verdict)
        _send(output.sink, piece.data)

    def _scan_bytes(self) -> int:
        """How much ID and INFO text of a block the leak scan reads; for the report, `inspect` reads more."""
        return self.source.share_of_block(16 << 10, 512)

    def _name_parts(self) -> frozenset[str]:
        return name_parts(self.source.header.sample_ids)

    def _finish(self, facts: FileFacts, order: IntArray) -> tuple[PreparedOutput, ...]:
        """End each output and reconcile what the recheck counted with what was read."""
        prepared: list[PreparedOutput] = []
        for chromosome, output in self.outputs.items():
            output.sha256 = output.recheck.end(END_BLOCK)
            _send(output.sink, END_BLOCK)
            tally = facts.tallies[chromosome]
            output.recheck.require_counts(
                tally.records_in,
                tally.kept,
                tally.dropped,
                *_before(tally, self.source.header, self.pseudonym_map, self.leave_out),
            )
            prepared.append(
                PreparedOutput(
                    chromosome=chromosome,
                    contig=output.contig.name,
                    file_name=output.contig.file_name,
                    sha256=output.sha256,
                    bytes=output.recheck.bytes,
                    samples=len(self.pseudonym_map.entries),
                    records_in=tally.records_in,
                    records_kept=tally.kept,
                    dropped=dict(tally.dropped),
                )
            )
        for chromosome, tally in facts.tallies.items():
            if tally.kept and chromosome not in self.outputs:
                raise RecheckError(check="record-counts")
        return tuple(prepared)


def _careful(rules: BlockRules, facts: FileFacts, policy: Policy) -> BlockRules:
    """The rules for another pass, from everything the last one saw."""
    one_allele = facts.one_allele(policy)
    haploid = merge_ploidy(facts.saw_haploid, one_allele)
    return replace(rules, phased=facts.is_phased, haploid=haploid, one_allele=one_allele, write=True)


def _one_allele_columns(rules: BlockRules, contig: Contig) -> frozenset[int]:
    """The source columns of those whose half calls on this chromosome are their one allele."""
    if rules.one_allele is None or contig.chromosome not in HAPLOID_CHROMOSOMES:
        return frozenset()
    return frozenset(rules.selected[rules.one_allele[HAPLOID_CHROMOSOMES.index(contig.chromosome)]].tolist())


def _output_order(header: SourceHeader, pseudonym_map: PseudonymMap, selected: IntArray) -> IntArray:
    """For each output column, the place of its sample among the selected ones."""
    place = {header.sample_ids[column]: index for index, column in enumerate(selected.tolist())}
    names = pseudonym_map.sample_ids
    return np.array([place[names[entry]] for entry in pseudonym_map.column_order], np.int64)


def _before(
    tally: ChromosomeTally, header: SourceHeader, pseudonym_map: PseudonymMap, leave_out: frozenset[str]
) -> tuple[list[int], list[int]]:
    """Allele counts of the input in the order of the output, looked up name by name through the map."""
    staying = [name for name in header.sample_ids if name not in leave_out]
    alternate = dict(zip(staying, tally.alternate_before.tolist(), strict=True))
    called = dict(zip(staying, tally.called_before.tolist(), strict=True))
    name_of = {pseudonym: name for name, pseudonym in pseudonym_map.entries}
    names = [name_of[pseudonym] for pseudonym in pseudonym_map.output_pseudonyms]
    return [alternate[name] for name in names], [called[name] for name in names]


def _send(sink: BinaryIO, data: bytes) -> None:
    with output_errors():
        sink.write(data)
