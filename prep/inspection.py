"""`inspect`: what a file is, what identifies people in it, what a service would refuse. Changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from prep import checks, leakscan
from prep.contigs import Build
from prep.file_pass import FileFacts, base_rules, check_build, conclude, describe, summarise
from prep.first_look import has_too_many, is_same, look, merge_ploidy
from prep.limits import ServiceLimits
from prep.plans import workers_for
from prep.policy import Policy
from prep.results import Inspection, PrepareProgress
from prep.rules import BlockRules
from prep.site_list import SiteList
from prep.source import Source
from prep.stream import BodyStream

# Inspecting compresses and rechecks nothing, so it can afford to read more of the records' text; of a large file
# less of each of its many blocks, for that reading took longer than everything else (measured).
_SCAN_BYTES, _LEAST_SCAN_BYTES = 32 << 10, 2 << 10


def inspect(
    path: Path,
    *,
    policy: Policy,
    limits: ServiceLimits,
    build: Build | None = None,
    progress: Callable[[PrepareProgress], None] | None = None,
    executor: Executor | None = None,
    site_list: SiteList | None = None,
    is_whole_job: bool = True,
    chunk_bytes: int | None = None,
) -> Inspection:
    """Read the whole file once and list everything, also what blocks; raises only where nothing can be read at all.

    `is_whole_job` as `prepare` has it.

    Raises the InputError and UsageError subclasses of opening, headers, damaged data and lines over the limit.
    """
    with Source(path) as source:
        executor = workers_for(source, executor)
        header = source.header
        given = build
        build = given or header.build
        samples = len(header.sample_ids)
        names = leakscan.NameFinder(header.sample_ids)
        everything = np.arange(samples)
        scan_bytes = source.share_of_block(_SCAN_BYTES, _LEAST_SCAN_BYTES)
        base = base_rules(header, policy, limits, build, everything, everything, names, site_list, scan_bytes)

        def plan(records: int) -> BlockRules:
            # What lies behind a long annotation, or in a late sample's column, lies there in every record.
            looked = look(source, base, policy, records)
            return replace(looked, write=False, counts_lost=True, phased=True, scan_record_bytes=_SCAN_BYTES)

        rules = plan(0)
        described = cache(lambda: describe(source, path.name, names))
        for restarts in (0, 1, 2):
            facts = FileFacts(samples)
            facts.book.extend(checks.check_header(header, policy, limits))
            stream = BodyStream(source, rules, {}, executor, chunk_bytes)
            stream.when_started = described  # workers read on while this process looks at header and names
            for result in stream:
                facts.add(result, stream.line, (stream.state.chromosome, stream.state.position))
                if has_too_many(facts.records, rules, policy):
                    break  # all that is found is found again by the pass that follows
                if progress is not None:
                    progress(PrepareProgress(source.read_bytes, source.size_bytes, facts.records, restarts))
            one_allele = facts.one_allele(policy)
            if has_too_many(facts.records, rules, policy):
                rules = plan(facts.records)
                continue
            if is_same(one_allele, rules.one_allele):
                break
            # What is missing and what would be dropped on X depends on it: counted again, as `prepare` would.
            rules = replace(rules, one_allele=one_allele, haploid=merge_ploidy(facts.saw_haploid, one_allele))
        source.require_unchanged()
        identifying, marks = described()
        facts.book.extend(identifying)
        # Likely is not known: a file that `prepare` will ask about is told of now.
        facts.book.extend(check_build(facts, header, build))
        build = build or facts.likely_build()
        conclude(facts, header, policy, limits, build, is_whole_job=is_whole_job)
        return Inspection(
            samples=samples,
            records=facts.records,
            build=build,
            container=source.container,
            version=header.version,
            producer=header.producer,
            chromosomes=tuple(facts.tallies),
            phased=facts.is_phased,
            findings=facts.book.findings(),
            summary=summarise(source, facts, build, given),
            header_marks=tuple(marks),
        )
