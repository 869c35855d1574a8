"""The plan for a file, from its header and the first records: phase, ploidy, and whether rare alleles are dropped.

What is assumed here from a megabyte at most is checked against every later block; if it is wrong the file starts over.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import NamedTuple

import numpy as np

from prep.bcf_line import whole_line
from prep.block import BlockResult, read_block, run_block
from prep.blocks_in import inflate_blocks
from prep.chunks import BlocksChunk, RecordsChunk
from prep.columns import words
from prep.order import OrderState
from prep.policy import Policy
from prep.rules import PIPE, SLASH, BlockRules, BoolArray, IntArray
from prep.source import Source

_LOOK_BYTES, _LOOK_BYTES_OF_SAMPLE = 1 << 20, 1 << 16  # of one sample a quarter of it: thousands of lines
_BCF_POSITION = 12  # from the beginning of a record
_POSITION = re.compile(rb"[0-9]{1,9}")
_RARE_SAMPLES = 100
_RARE_SPACING = 500
_MILLION = 1_000_000
# One half call alone may be chance; a second one without any full call is how a program writes men.
_LEAST_HALF_CALLS = 2
_READ_DEPTH_KEYS = frozenset((b"AD", b"DP", b"PL", b"GL"))


class Assumption(NamedTuple):
    """What a pass takes for granted about phase and ploidy. Both sets: HAPLOID_CHROMOSOMES by selected sample."""

    phased: bool
    input_separator: int
    haploid: BoolArray | None
    one_allele: BoolArray | None = None


def look(source: Source, rules: BlockRules, policy: Policy, records: int = 0) -> BlockRules:
    """The rules for a pass over `source`, of which it is known that it has at least so many records."""
    # Identifying text is looked for when the pass reads the same lines again: no names here.
    only_looking = replace(rules, write=False, names=None)
    look_bytes = min(_LOOK_BYTES, (len(source.header.sample_ids) + 3) * _LOOK_BYTES_OF_SAMPLE)
    if source.has_records and rules.is_plain:
        chunk = next(source.iter_records(look_bytes), None)
        if chunk is None:
            return rules
        text = whole_line(chunk.data, chunk.names)
        read = partial(run_block, chunk, expected={}, state=OrderState())
        positions: Callable[[], IntArray] = partial(_record_positions, chunk)
    else:
        text = _first_text(source, look_bytes)
        if not text:
            return rules
        read = partial(read_block, text, expected={}, state=OrderState())
        positions = partial(_positions, text)
    result = read(only_looking)
    least = _minimum_minor_allele_count(source, policy, result, positions, records)
    if least:  # records that are too rare to leave say nothing of the phase and ploidy of what does
        result = read(replace(only_looking, minimum_minor_allele_count=least))
    separator = SLASH if _prefers_slash(text) else PIPE
    assumption = assume(result, separator, policy)
    return replace(
        rules,
        phased=assumption.phased,
        input_separator=assumption.input_separator,
        haploid=assumption.haploid,
        one_allele=assumption.one_allele,
        minimum_minor_allele_count=least,
    )


def assume(seen: BlockResult, separator: int, policy: Policy) -> Assumption:
    """Phased unless something says otherwise; haploid who was seen with one allele."""
    phased = not (seen.saw_unphased or seen.saw_phase_set)
    one_allele = one_allele_samples(policy, seen.half_seen, seen.full_seen)
    return Assumption(phased, separator, merge_ploidy(seen.saw_haploid, one_allele), one_allele)


def one_allele_samples(policy: Policy, half_seen: IntArray | None, full_seen: BoolArray | None) -> BoolArray | None:
    """Samples of which every call is a half call where one allele is normal, and more than a chance one.

    None when there are none, or when the policy has half calls become missing everywhere.
    """
    if policy.haploid_half_calls != "one-allele" or half_seen is None or full_seen is None:
        return None
    found: BoolArray = (half_seen >= _LEAST_HALF_CALLS) & ~full_seen
    return found if found.any() else None


def is_same(known: BoolArray | None, seen: BoolArray | None) -> bool:
    """Whether two sets of samples are equal; None is the empty set."""
    if known is None or seen is None:
        return known is seen
    return bool((known == seen).all())


def _first_text(source: Source, most_bytes: int) -> bytes:
    """Whole lines from the start of the body."""
    text = b""
    for chunk in source.iter_chunks(most_bytes):
        text += inflate_blocks(chunk.blocks, chunk.offset) if isinstance(chunk, BlocksChunk) else chunk.text
        if len(text) >= most_bytes:
            break
    end = text.rfind(b"\n") + 1
    if end:
        return text[:end]
    return text + b"\n" if text and len(text) < most_bytes else b""


def _prefers_slash(text: bytes) -> bool:
    """Which separator most cells of the first lines carry; only speed depends on it."""
    start = text[: 1 << 16]
    return start.count(b"/") > start.count(b"|")


def has_too_many(records: int, rules: BlockRules, policy: Policy) -> bool:
    """Whether a pass that keeps rare alleles has come to so many records that the policy's least count holds."""
    is_million = rules.sample_count >= _RARE_SAMPLES and records > _MILLION
    keeps_rare = rules.minimum_minor_allele_count < policy.minimum_minor_allele_count
    return policy.rare_rule == "sequencing-or-million" and is_million and keeps_rare


def _minimum_minor_allele_count(
    source: Source, policy: Policy, seen: BlockResult, positions: Callable[[], IntArray], records: int
) -> int:
    if policy.rare_rule == "always":
        return policy.minimum_minor_allele_count
    if policy.rare_rule == "never" or len(source.header.sample_ids) < _RARE_SAMPLES or not seen.lines:
        return 0
    keys = {key for text_format in seen.formats for key in text_format.split(b":")}
    looks_sequenced = not keys.isdisjoint(_READ_DEPTH_KEYS) and _usual_spacing(positions()) < _RARE_SPACING
    if looks_sequenced or max(records, _estimated_records(source, seen.lines)) > _MILLION:
        return policy.minimum_minor_allele_count
    return 0


def _record_positions(chunk: RecordsChunk) -> IntArray:
    return words(np.frombuffer(chunk.data, np.uint8), chunk.starts + _BCF_POSITION, 4).astype(np.int64)


def _positions(text: bytes) -> IntArray:
    fields = (line.split(b"\t", 2) for line in text.split(b"\n"))
    return np.array([int(parts[1]) for parts in fields if len(parts) == 3 and _POSITION.fullmatch(parts[1])], np.int64)


def _usual_spacing(positions: IntArray) -> int:
    """Bases between neighbours, as half of them have at most. Not the mean: chromosomes begin with wide gaps, and
    exomes lie between them."""
    gaps = np.diff(positions)
    gaps = np.sort(gaps[gaps > 0])
    return int(gaps[(len(gaps) - 1) // 2]) if len(gaps) else _MILLION


def _estimated_records(source: Source, lines: int) -> float:
    """From the file's size and how much of it the first look read: too few where gzip is read far ahead, and none of a
    BCF read as text. Then the pass itself comes to too many."""
    return source.size_bytes * lines / source.read_bytes if source.read_bytes else 0


def merge_ploidy(known: BoolArray | None, seen: BoolArray | None) -> BoolArray | None:
    """Union of two sets of samples; None is the empty set."""
    if known is None or seen is None:
        return seen if known is None else known
    return np.logical_or(known, seen)
