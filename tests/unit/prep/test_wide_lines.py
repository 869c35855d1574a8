"""Lines of many samples with GT alone: whatever they hide, the reader that steps from cell to cell and the careful one
agree, and the recheck reads to the last byte."""

from __future__ import annotations

import gzip
import pickle
import random
from dataclasses import replace

import numpy as np
import pytest

from prep.block import BlockResult, read_block
from prep.contigs import contig_of
from prep.errors import RecheckError
from prep.layout import StrideLayout, lay_out
from prep.order import OrderState
from prep.recheck import Expected, Records, check_body, site_codes
from prep.recheck_genotypes import cell_weights
from prep.rules import BlockRules
from tests.support.both_readers import read_by_both
from tests.support.prep_files import bgzf

SAMPLES = 260
EVERYBODY = np.arange(SAMPLES)
CONTIG = contig_of("20", "hg38")
RULES = BlockRules(
    sample_count=SAMPLES, selected=EVERYBODY, column_order=np.roll(EVERYBODY, 7), contigs=(CONTIG,), phased=False
)
EXPECTED = {
    "20": Expected(
        file_name=CONTIG.file_name,
        contig=CONTIG.name,
        contig_length=CONTIG.length,
        pseudonyms=tuple(f"PSEUDO{number:06d}" for number in range(SAMPLES)),
        separator=ord("/"),
        source_columns=tuple(RULES.column_order.tolist()),
    )
}


def line(position: int, alt: str = "G", text_format: str = "GT") -> bytes:
    choose = random.Random(position).choice
    cells = "\t".join(choose(("0/0", "0/1", "1/1", "0|1", "./.", "./1")) for _ in range(SAMPLES))
    return f"chr20\t{position}\trs7\tA\t{alt}\t.\tPASS\tAC=3\t{text_format}\t{cells}\n".encode()


LINES = (line(5), line(9, alt="GTT"), line(12), line(13, alt="<DEL>"), line(20))
TEXT = b"".join(LINES)


def both(text: bytes) -> BlockResult:
    return read_by_both(text, RULES, EXPECTED)


def test_whole_lines_are_read_by_steps() -> None:
    assert isinstance(lay_out(TEXT, RULES), StrideLayout)
    fast = both(TEXT)
    assert fast.pieces[0].verdict.records == 3


@pytest.mark.parametrize("text_format", [b"GT", b"GT:DP"])
def test_counting_alone_counts_as_writing_does(text_format: bytes) -> None:
    text = TEXT.replace(b"\tGT\t", b"\t%b\t" % text_format)
    written, counted = (
        read_block(text, replace(RULES, write=write), EXPECTED, OrderState()).tallies["20"] for write in (True, False)
    )
    assert counted.half_calls > 0
    assert counted.alternate_before.sum() == 0 < written.alternate_before.sum()  # for the recheck alone
    counted.alternate_before = written.alternate_before
    for name, value in vars(written).items():
        assert pickle.dumps(getattr(counted, name)) == pickle.dumps(value), name


@pytest.mark.parametrize("hidden", [b"\t", b"\n", b"\x00", b"\x01", b"\r", b" "])
@pytest.mark.parametrize("number", range(len(LINES)))
def test_nothing_hides_inside_a_cell(hidden: bytes, number: int) -> None:
    lines = list(LINES)
    place = len(lines[number]) - 1 - 4 * 50
    for at in range(place, place + 4):
        lines[number] = LINES[number][:at] + hidden + LINES[number][at + 1 :]
        both(b"".join(lines))


@pytest.mark.parametrize("returned", [{0}, {2}, {len(LINES) - 1}, set(range(len(LINES)))])
@pytest.mark.parametrize("text_format", [b"GT", b"GT:DP"])
def test_carriage_returns_change_nothing_whichever_lines_have_them(returned: set[int], text_format: bytes) -> None:
    lines = [line.replace(b"\tGT\t", b"\t%b\t" % text_format) for line in LINES]
    mixed = [line[:-1] + b"\r\n" if number in returned else line for number, line in enumerate(lines)]
    plain, read = both(b"".join(lines)), both(b"".join(mixed))
    assert not read.problem_counts
    assert [piece.data for piece in read.pieces] == [piece.data for piece in plain.pieces]


@pytest.mark.parametrize("number", [0, 2, 4])
@pytest.mark.parametrize("others", [b"", b"\n", b"\r\n", LINES[0][:-4] + b"\n"])
def test_one_carriage_return_ends_a_line_and_another_is_part_of_it_whatever_lines_are_beside_it(
    number: int, others: bytes
) -> None:
    lines = list(LINES)
    lines[number] = lines[number][:-1] + b"\r\r\n"
    assert both(b"".join((*lines, others))).problem_counts["VCF-GT-MALFORMED"] == 1


def test_a_carriage_return_takes_the_last_allele_of_a_line() -> None:
    read = both(b"".join((LINES[0], LINES[2][:-2] + b"\r\n", LINES[4])))
    assert [(problem.code, problem.example) for problem in read.problems] == [("VCF-GT-MALFORMED", "0/")]


def test_a_haploid_call_of_zero_bytes_is_none() -> None:
    fast = both(TEXT.replace(b"\t0/1\t", b"\t0\x00\x00\t", 1))
    assert fast.problem_counts


def test_lines_whose_format_is_another_are_looked_into_as_well() -> None:
    both(b"".join((LINES[0], line(9, text_format="DP"), LINES[2])))


@pytest.mark.parametrize("number", range(len(LINES)))
@pytest.mark.parametrize("cell", [b".", b"1"])
def test_one_shorter_cell_takes_nothing_of_its_lines_format(number: int, cell: bytes) -> None:
    """Also of a line that stays here, into whose cells nobody looks."""
    shorter = LINES[number].rsplit(b"\t", 1)[0] + b"\t" + cell + b"\n"
    assert both(TEXT.replace(LINES[number], shorter)).formats == [b"GT"]


def test_columns_of_samples_that_stay_behind_are_looked_into() -> None:
    rules = replace(RULES, selected=EVERYBODY[:200], column_order=np.arange(200))
    expected = replace(EXPECTED["20"], pseudonyms=EXPECTED["20"].pseudonyms[:200], source_columns=tuple(range(200)))
    last = TEXT.replace(LINES[0], LINES[0][:-3] + b"\t0\n", 1)
    assert read_by_both(last, rules, {"20": expected}).problem_counts


@pytest.mark.parametrize("seed", range(40))
def test_any_few_bytes_changed(seed: int) -> None:
    chance = random.Random(seed)
    text = bytearray(TEXT)
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(text) - 1)
        if chance.random() < 0.5:
            text[at] = chance.choice(b"\t\n\r\x00\x0101./|:2#")
        else:
            text[at : at + chance.randrange(3)] = bytes(chance.choices(b"\t\n01./|", k=chance.randrange(3)))
    both(bytes(text))


def weighed(cells: list[bytes]) -> int:
    """The sum of a record, cell by cell."""
    total = 0
    for cell, (of_alleles, of_missing) in zip(cells, cell_weights(SAMPLES).T[RULES.column_order].tolist(), strict=True):
        first, second = cell[:1], cell[2:]
        total += of_missing if first == b"." else (int(first) << 8 | int(second) << 24) * of_alleles
    return total % 2**32


def test_the_recheck_reads_to_the_last_byte() -> None:
    (piece,) = both(TEXT).pieces
    written = gzip.decompress(piece.data)
    lines = [line.split(b"\t", 5) for line in written.splitlines()]
    records = Records(
        site_codes(*np.array([(int(line[1]), line[3][0], line[4][0]) for line in lines]).T),
        np.array([weighed(line[5].split(b"\t")[4:]) for line in lines]),
    )
    assert check_body(bgzf(written, end=False), EXPECTED["20"], records).records == 3
    for extra in (b"\n", b"PERSON03\n", b"\t0/0" * 100 + b"\n"):
        with pytest.raises(RecheckError):
            check_body(bgzf(written + extra, end=False), EXPECTED["20"], records)
