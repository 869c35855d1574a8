"""Lines with numbers beside GT: cells read together or one by one, what is written and what is refused is the same."""

from __future__ import annotations

import random
import re

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prep.cell_copies import CellCopier
from prep.contigs import contig_of
from prep.errors import RecheckError
from prep.fields import CellReader
from prep.recheck import Expected
from prep.recheck_fields import read_rich_cells
from prep.rules import BlockRules
from tests.support.both_readers import read_by_both

SETTINGS = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
NUMBERS = {
    "GT": ["0|1"],
    "DS": ["0", "1", "2", "0.5", "1.25", "1.9999", "0.001"],
    "GP": ["1,0,0", "0.5,0.5,0", "0.998,0.002,0", "0,0.0001,0.9999"],
    "PL": ["0,3,40", "12,0,99999", "0,0,0", "120,12,0"],
    "HDS": ["0,0", "0.5,0.004"],
    "AD": ["12,0", "3,10"],
    "DP": ["30", "7"],
    "XX": [".", "text", "1e-3", "0/1"],
}
PADDED = {
    "DS": ["0.000", "1.000", "0.500", "1.10", "2.000", "0.1230"],
    "GP": ["1.000,0.000,0.000", "0.50,0.50,0", "0.9980,0.0020,0.000"],
}
ODD = {
    "DS": ["", ".", "2.0001", "2.5", "3", "10", "100", "1.", ".5", "1e-05", "-0", "0.12345", "0.99996", "1,0", "00",
           "01", "0.1.2", "0./1", "0.1/", "0.00000", "0.10000", "1.00000", "nan", "0.5 ", "9", "1.99999", "20.0",
           "-0.0", "-1e-9", "-0.5"],
    "GP": [".", "", ".,.,.", "1,0", "1,0,0,0", "2,0,0", "1.0001,0,0", "1.5,0,0", "0.5,,0.5", "0..5,0,0", "1,0,0.", "x",
           "1,-0.0,0", "1,0,-2.2e-16", "-1,0,1"],
    "PL": [".", "", "0,3", "0,3,100000", "007,1,0", "0,-3,4", "1.5,0,0", "0,3,40,5", ",,", "0,1.0,0", "123456789,0,1"],
}  # fmt: skip
OF_ONE = {"GP": ["1,0", "0.5,0.5", "0.02,0.98"], "PL": ["0,40", "12,0", "0,0"]}
GENOTYPES = ["0|0", "0|1", "1|0", "1|1", "0/1", ".|.", "./.", "0", "1", "."]


def cell(genotype: str, keys: tuple[str, ...], chance: random.Random, oddity: float, padding: float) -> str:
    values = [genotype]
    is_single = len(genotype) == 1 and chance.random() < 0.9
    for key in keys[1:]:
        where = ODD if chance.random() < oddity else PADDED if chance.random() < padding else NUMBERS
        where = OF_ONE if is_single and where is NUMBERS else where
        values.append(chance.choice(where.get(key, NUMBERS[key])))
    if chance.random() < oddity / 4 or ("." in genotype and chance.random() < oddity):
        values = values[: chance.randrange(1, len(values) + 1)] if chance.random() < 0.8 else [*values, "0.5"]
    return ":".join(values)


def written(genotype: str) -> bytes:
    """What leaves of GT, as a cell of four bytes."""
    text = "\t" + {"0/1": "0|1", "./.": ".|."}.get(genotype, genotype)
    return text.encode().ljust(4, b"\x00")


@settings(SETTINGS, max_examples=300)
@given(
    seed=st.integers(0, 1 << 30),
    keys=st.sampled_from(
        ["GT:DS", "GT:DS:GP", "GT:GP:DS", "GT:DS:HDS:GP", "GT:HDS:GP:DS", "GT:AD:DP:PL", "GT:PL", "GT:XX:PL:DS",
         "GT:AD", "GT", "DS:GT", "GT:PL:GP:DS:XX", "GT:DS:DS"]
    ),
    wanted=st.sampled_from([("DS", "GP"), ("PL",), ("DS",), ("GP",), ("GP", "DS"), ("DS", "GP", "PL")]),
    shares=st.sampled_from([(0, 0), (0.02, 0), (0.3, 0.1), (0, 0.3), (0.02, 1), (1, 0)]),
    ploidy=st.sampled_from(["0|0", "diploid", "any", "0"]),
    is_shuffled=st.booleans(),
)  # fmt: skip
def test_cells_copied_together_are_those_read_one_by_one(
    seed: int, keys: str, wanted: tuple[str, ...], shares: tuple[float, float], ploidy: str, is_shuffled: bool
) -> None:
    chance = random.Random(seed)
    samples, names = 7, tuple(keys.split(":"))
    columns = np.array(chance.sample(range(samples), chance.randrange(1, samples + 1))) if is_shuffled else (
        np.arange(samples)
    )  # fmt: skip
    choices = {"diploid": GENOTYPES[:7], "any": GENOTYPES}.get(ploidy, [ploidy])
    copier, reader = CellCopier(keys.encode(), wanted, samples, columns), CellReader(keys.encode(), wanted)
    for _ in range(3):
        heads = [b"head%d" % number for number in range(chance.randrange(1, 4))]
        genotypes = [[chance.choice(choices) for _ in range(samples)] for _ in heads]
        cells = [[cell(text, names, chance, *shares) for text in row] for row in genotypes]
        out = [b"".join(written(row[column]) for column in columns) for row in genotypes]
        wrote = copier.write(
            heads,
            [memoryview("\t".join(row).encode()) for row in cells],
            np.frombuffer(b"".join(out), "<u4").reshape(len(heads), -1),
        )
        expected = b""
        for head, row, texts in zip(heads, genotypes, cells, strict=True):
            suffixes = reader.suffixes([texts[column].encode() for column in columns])
            parts = [written(row[column]).rstrip(b"\x00") for column in columns]
            expected += head + b"".join(map(bytes.__add__, parts, suffixes)) + b"\n"
        assert wrote == expected
        assert copier.reader.unreadable == reader.unreadable


UNIT = rb"(?:0(?:\.[0-9]{1,4})?|1)"
GRAMMAR = {
    "DS": rb"(?:\.|[01](?:\.[0-9]{1,4})?|2)",
    "GP": rb"(?:\.|%b,%b(?:,%b)?)" % (UNIT, UNIT, UNIT),
    "PL": rb"(?:\.|[0-9]{1,5},[0-9]{1,5}(?:,[0-9]{1,5})?)",
}


@settings(SETTINGS, max_examples=600)
@given(
    seed=st.integers(0, 1 << 30),
    keys=st.sampled_from(["GT:DS", "GT:DS:GP", "GT:GP:DS", "GT:PL", "GT", "GT:GP", "GT:DS:GP:PL"]),
    separator=st.sampled_from("|/"),
    oddity=st.sampled_from([0, 0.01, 0.1]),
    damage=st.integers(0, 3),
)
def test_the_recheck_takes_cells_of_the_grammar_and_no_others(
    seed: int, keys: str, separator: str, oddity: float, damage: int
) -> None:
    chance = random.Random(seed)
    names, samples = tuple(keys.split(":")), chance.randrange(1, 7)
    choices = [text.replace("|", separator) for text in GENOTYPES if "/" not in text]
    rows = [
        [cell(chance.choice(choices), names, chance, oddity, 0) for _ in range(samples)]
        for _ in range(chance.randrange(1, 4))
    ]
    text = bytearray("\n".join("\t".join(row) for row in rows).encode())
    for _ in range(damage):
        at = chance.randrange(len(text))
        text[at : at + chance.randrange(2)] = bytes(chance.choices(b"\t\n,.:/|0123459xe-+ \x00\xff", k=1))
    lines = bytes(text).split(b"\n")
    genotype = rb"([01.])(?:%b([01.]))?" % re.escape(separator.encode())
    pattern = re.compile(genotype + b"".join(b":" + GRAMMAR[key] for key in names[1:]))
    matches = [[pattern.fullmatch(value) for value in line.split(b"\t")] for line in lines]
    is_right = all(len(line) == samples and all(line) for line in matches)
    try:
        got = read_rich_cells(lines, samples, names, ord(separator))
    except RecheckError:
        assert not is_right
        return
    # What it leaves to those who read alleles is in what it gives.
    found = [[number.tobytes().rstrip(b"\x00") for number in row] for row in got]
    if is_right:
        wanted = [[b"\t" + value.split(b":")[0] for value in line.split(b"\t")] for line in lines]
        assert found == wanted
    else:
        assert any(re.fullmatch(b"\t" + genotype, value) is None for row in found for value in row)


@pytest.mark.parametrize("text", [b"0|1:.", b"0|1:.:.", b".|.:.", b"1", b"", b"\t"])
def test_a_single_cell_shorter_than_most_is_read_or_refused(text: bytes) -> None:
    if text in (b"0|1:.", b".|.:."):
        assert read_rich_cells([text], 1, ("GT", "PL"), ord("|")).tobytes() == b"\t" + text[:3]
    else:
        with pytest.raises(RecheckError):
            read_rich_cells([text], 1, ("GT", "PL"), ord("|"))


SAMPLES = 120
CONTIG = contig_of("20", "hg38")
RULES = BlockRules(
    sample_count=SAMPLES, selected=np.arange(SAMPLES), column_order=np.roll(np.arange(SAMPLES), 7), contigs=(CONTIG,),
    format_keys=("GT", "DS", "GP"),
)  # fmt: skip
EXPECTED = {
    "20": Expected(
        file_name=CONTIG.file_name, contig=CONTIG.name, contig_length=CONTIG.length,
        pseudonyms=tuple(f"PSEUDO{number:06d}" for number in range(SAMPLES)), separator=ord("|"),
        source_columns=tuple(RULES.column_order.tolist()), format_keys=RULES.format_keys,
    )
}  # fmt: skip


@pytest.mark.parametrize("oddity", [0, 0.05])
@pytest.mark.parametrize("seed", range(4))
def test_blocks_of_lines_of_several_formats_are_read_alike(seed: int, oddity: float) -> None:
    chance = random.Random(seed)
    lines = []
    for number in range(40):
        keys = chance.choice(("GT:DS:GP", "GT:DS:GP", "GT:HDS:GP:DS", "GT:DS", "GT"))
        cells = [
            cell(chance.choice(GENOTYPES[:4]), tuple(keys.split(":")), chance, oddity, 0.1) for _ in range(SAMPLES)
        ]
        lines.append("\t".join(["chr20", str(100 + number), "rs7", "A", "G", ".", "PASS", "AC=3", keys, *cells]) + "\n")
    result = read_by_both("".join(lines).encode(), RULES, EXPECTED)
    assert [piece.verdict.records for piece in result.pieces] == [40]


@pytest.mark.parametrize("returns", [0, 1, 2, 3])
def test_a_number_with_a_carriage_return_is_none(returns: int) -> None:
    cells = "\t".join(["0|1:0.5:0,1,0"] * SAMPLES)
    text = f"chr20\t100\trs7\tA\tG\t.\tPASS\t.\tGT:DS:GP\t{cells}".encode() + b"\r" * returns + b"\n"
    result = read_by_both(text, RULES, EXPECTED)
    assert [piece.verdict.records for piece in result.pieces] == [1]
    assert result.problem_counts == ({} if returns < 2 else {"VCF-FIELD-UNREADABLE": 1})


@pytest.mark.parametrize(
    ("keys", "right", "wrong"),
    [
        ("GT:PL", ["0,0,0", "99999,0,12345", "."], ["123456,0,0", "0,123456,0", "0,0,123456", "0,0,1.5", "0,0,-1", ""]),
        ("GT:DS", ["0", "1", "2", "0.1234", "1.9999", "."], ["0.12345", "2.1", "2.0", "3", "10", "00", "1.", ".5", ""]),
        (
            "GT:GP",
            ["0,0,1", "0.1234,0.5,0.25", "."],
            ["0,0,1.1", "0,0,2", "0.12345,0,0", "0,0.12345,0", "0,0,0.12345", "0,0,1.0", "0,0,", "0,,1", "0,0,00"],
        ),
    ],
)
def test_the_last_digit_that_may_leave_and_the_first_that_may_not(
    keys: str, right: list[str], wrong: list[str]
) -> None:
    """Of many cells and of one: the recheck reads the usual ones together, and others by themselves."""
    names = tuple(keys.split(":"))
    usual = f"0|1:{right[0]}"
    for beside in (0, 3):
        for value in right:
            line = "\t".join([usual] * beside + [f"1|1:{value}"] + [usual] * beside).encode()
            assert read_rich_cells([line, line], 2 * beside + 1, names, ord("|")).shape == (2, 2 * beside + 1)
        for value in wrong:
            line = "\t".join([usual] * beside + [f"1|1:{value}"] + [usual] * beside).encode()
            with pytest.raises(RecheckError):
                read_rich_cells([line, line], 2 * beside + 1, names, ord("|"))


def test_each_value_of_several_has_its_own_limit() -> None:
    names = ("GT", "DS", "PL", "GP")
    for value in ("0.5:1,2,3:0,0,1", "1.5:99999,2,3:0.1234,0,0.5", "2:1,2,3:0,0,1"):
        assert len(read_rich_cells([f"0|1:{value}".encode()], 1, names, ord("|"))) == 1
    for value in ("0.5:1,2,123456:0,0,1", "0.5:123456,2,3:0,0,1", "0.5:1,2,0.5:0,0,1", "0.5:1,2,3:0,0,1.5",
                  "0.5:1,2,3:0,0,12", "0.12345:1,2,3:0,0,1", "0.5:1,2,3:0,0,0.12345", ":1,2,3:0,0,1",
                  "0.5::0,0,1", "0.5:1,2,3:", "0.:1,2,3:0,0,1", ".5:1,2,3:0,0,1", "0.5:1,2,:0,0,1"):  # fmt: skip
        with pytest.raises(RecheckError):
            read_rich_cells([f"0|1:{value}".encode()], 1, names, ord("|"))
