"""A writer that is wrong in ways that no count shows is caught where records are compared with the input."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from prep import assemble_rich, block, cell_copies, genotypes, site_columns, sites
from prep.errors import RecheckError
from prep.recheck import Expected, OutputRecheck
from prep.recheck_genotypes import Columns, cell_weights, check_genotypes
from prep.recheck_spot import require_same_record
from tests.support.prep_files import policy, prepare_text, random_records, record, vcf

SAMPLES = tuple(f"PERSON{number:02d}" for number in range(12))
META = (
    "##contig=<ID=chr20,length=64444167>",
    '##FILTER=<ID=q10,Description="Quality below 10">',
    '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
    '##FORMAT=<ID=DS,Number=1,Type=Float,Description="Dosage">',
    '##FORMAT=<ID=GP,Number=G,Type=Float,Description="Probabilities">',
    '##FORMAT=<ID=PL,Number=G,Type=Integer,Description="Likelihoods">',
)


def with_numbers() -> bytes:
    """Phased records with dosages, probabilities, likelihoods, rs numbers, and some that fail FILTER."""
    chance = random.Random(5)
    lines = []
    for number in range(120):
        cells = [
            f"{chance.choice('0001')}|{chance.choice('0001')}:{chance.randint(0, 1999) / 1000}:"
            f"0.{chance.randint(1, 9)},0,0.{chance.randint(1, 9)}:{chance.randint(0, 99)},{chance.randint(0, 9)},0"
            for _ in SAMPLES
        ]
        verdict = chance.choice(("PASS", "PASS", ".", "q10"))
        lines.append(record(1000 + 13 * number, *cells, id=f"rs{7000 + number}", filter=verdict, format="GT:DS:GP:PL"))
    return vcf(lines, SAMPLES, META)


UNPHASED = vcf(random_records(11, 12, 200, separator="/"), SAMPLES, META)


def take_numbers_of_the_next_sample(patch: pytest.MonkeyPatch) -> None:
    original = cell_copies.CellCopier

    def rolled(text_format: bytes, wanted: tuple[str, ...], samples: int, columns: Any) -> cell_copies.CellCopier:
        return original(text_format, wanted, samples, np.roll(columns, 1))

    patch.setattr(assemble_rich, "CellCopier", rolled)


def lose_numbers(patch: pytest.MonkeyPatch) -> None:
    def absent(cells: Any, key: str, place: int, is_single: Any) -> Any:
        return cell_copies._absent(cells, len(is_single))

    patch.setattr(cell_copies, "_value", absent)


def take_the_id_of_the_next_record(patch: pytest.MonkeyPatch) -> None:
    original = site_columns.TextFields.field

    def field(fields_: Any, row: int, index: int) -> bytes:
        return original(fields_, min(row + 1, len(fields_) - 1) if index == 2 else row, index)

    patch.setattr(site_columns.TextFields, "field", field)


def pass_every_filter(patch: pytest.MonkeyPatch) -> None:
    original = sites.read_sites

    def read_sites(layout: Any, rules: Any) -> sites.Sites:
        columns = layout.site_columns()
        columns.passes[:] = True
        layout.site_columns = lambda: columns
        return original(layout, rules)

    patch.setattr(block, "read_sites", read_sites)


def call_everything_phased(patch: pytest.MonkeyPatch) -> None:
    def note_phase(the_sites: sites.Sites, rules: Any, found: genotypes.Genotypes) -> None:
        found.saw_phased = True

    patch.setattr(genotypes, "_note_phase", note_phase)


def leave_no_region_out(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(sites, "_leave_out_regions", lambda the_sites, rules: None)


def drop_nothing(patch: pytest.MonkeyPatch) -> None:
    def drop(the_sites: sites.Sites, rules: Any, found: genotypes.Genotypes) -> None:
        found.kept = np.ones(len(found.rows), np.bool_)

    patch.setattr(genotypes, "_drop", drop)


DOSAGES, LIKELIHOODS, PLAIN = policy("dosages"), policy("likelihoods"), policy()
SABOTAGE: dict[str, tuple[Callable[[pytest.MonkeyPatch], None], bytes, Any, str]] = {
    "dosages of the next sample": (take_numbers_of_the_next_sample, with_numbers(), DOSAGES, "numbers-of-a-record"),
    "likelihoods of the next sample": (
        take_numbers_of_the_next_sample, with_numbers(), LIKELIHOODS, "numbers-of-a-record"
    ),
    "dosages lost": (lose_numbers, with_numbers(), DOSAGES, "numbers-of-a-record"),
    "IDs of the next record": (take_the_id_of_the_next_record, with_numbers(), policy(id='"rs"'), "id-of-a-record"),
    "no FILTER": (pass_every_filter, with_numbers(), PLAIN, "filter-of-a-record"),
    "no FILTER, with dosages": (pass_every_filter, with_numbers(), DOSAGES, "filter-of-a-record"),
    "unphased as phased": (call_everything_phased, UNPHASED, PLAIN, "phase-of-a-record"),
    "a region of the policy": (
        leave_no_region_out, UNPHASED, policy(regions_left_out_bed=r'"chr20\t1012\t1013"'), "regions"
    ),
    "nobody's alleles": (drop_nothing, vcf([record(5, "0|0", "0|0")], SAMPLES[:2]), PLAIN, "rare-record"),
    "rare alleles": (
        drop_nothing,
        vcf([record(9, "0|1", "0|0")], SAMPLES[:2]),
        policy(rare_rule='"always"', minimum_minor_allele_count="2"),
        "rare-record",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SABOTAGE)
def test_what_no_count_shows_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    sabotage, text, the_policy, check = SABOTAGE[name]
    if check != "rare-record":
        assert prepare_text(tmp_path, text, the_policy=the_policy).report.outputs
    sabotage(monkeypatch)
    with pytest.raises(RecheckError) as caught:
        prepare_text(tmp_path, text, the_policy=the_policy)
    assert caught.value.facts["check"] == check


def expected(*format_keys: str, separator: str = "|") -> Expected:
    return Expected(
        "chr20.vcf.gz", "chr20", 64444167, ("AAAAAAAA", "BBBBBBBB"), ord(separator), (0, 1), format_keys=format_keys
    )


@pytest.mark.parametrize(
    ("key", "source", "written", "is_right"),
    [
        ("DS", "0.12344", "0.1234", True),
        ("DS", "1e-1", "0.1", True),
        ("DS", "2.0005", "2", True),
        ("DS", "Anna", ".", True),
        ("DS", "0.5", ".", False),
        ("DS", "0.5", "0.5002", False),
        ("DS", ".", "0", False),
        ("GP", "1,0,0", "1,0,0", True),
        ("GP", "0.2,0.8", ".", True),
        ("GP", "1,0,0", "1,0", False),
        ("GP", "1,0,0", "0,0,1", False),
        ("PL", "0,30,200000", "0,30,99999", True),
        ("PL", "0,30,300", "0,31,300", False),
    ],
)
def test_a_number_is_the_inputs_as_exactly_as_it_is_written(
    key: str, source: str, written: str, is_right: bool
) -> None:
    before = f"chr20\t5\t.\tA\tG\t.\tPASS\t.\tGT:{key}\t0|1:.\t0|1:{source}".encode()
    after = f"chr20\t5\t.\tA\tG\t.\tPASS\t.\tGT:{key}\t0|1:.\t0|1:{written}\n".encode()
    if is_right:
        require_same_record(before, after, expected("GT", key), is_between=False)
        return
    with pytest.raises(RecheckError):
        require_same_record(before, after, expected("GT", key), is_between=False)


@pytest.mark.parametrize(
    ("text_format", "cell", "is_right"),
    [("GT", "|0|1", True), ("GT", "/0|1", True), ("GT", "0/1", False), ("GT:PS", "0|1:7", False),
     ("GT:PGT", "0|1:.", False), ("GT:PID", "0|1:.", False)],
)  # fmt: skip
def test_only_calls_phased_along_the_chromosome_are_written_so(text_format: str, cell: str, is_right: bool) -> None:
    before = f"chr20\t5\t.\tA\tG\t.\tPASS\t.\t{text_format}\t0|0\t{cell}".encode()
    after = b"chr20\t5\t.\tA\tG\t.\tPASS\t.\tGT\t0|0\t0|1\n"
    if is_right:
        require_same_record(before, after, expected("GT"), is_between=False)
        return
    with pytest.raises(RecheckError):
        require_same_record(before, after, expected("GT"), is_between=False)


def test_counts_are_reconciled_of_a_whole_output_alone() -> None:
    with pytest.raises(RecheckError) as caught:
        OutputRecheck(expected("GT"), frozenset()).require_counts(0, 0, {}, [0, 0], [0, 0])
    assert caught.value.facts["check"] == "record-counts"


def counted(*lines: bytes) -> tuple[list[int], list[int]]:
    """What the recheck counts in cells of one sample with two alleles and one with one."""
    columns = Columns(np.zeros(2, np.int64), np.zeros(2, np.int64), cell_weights(2))
    check_genotypes(np.frombuffer(b"".join(lines), np.uint8).reshape(len(lines), -1), ord("|"), columns)
    return columns.alternate.tolist(), columns.called.tolist()


def test_people_with_one_allele_among_others_are_counted() -> None:
    assert counted(b"\t0|1\t1", b"\t.|.\t0", b"\t1|1\t.") == ([3, 1], [4, 2])


def test_no_byte_stands_where_it_must_not_beside_one_allele() -> None:
    right, others = b"\t0|1\t1", (b"\t0|0\t1", b"\t1|1\t1", b"\t0|1\t0", b"\t0|1\t.")
    for place, wrong in itertools.product(range(6), b"\t\n./|0129A"):
        line = right[:place] + bytes((wrong,)) + right[place + 1 :]
        if line not in (right, *others):
            with pytest.raises(RecheckError):
                counted(right, line)
