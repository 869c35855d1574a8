"""Any lines, any split into blocks, any path through the program: the same result as the plain reference."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prep import file_pass
from prep.errors import BlockedError
from tests.support.prep_files import Prepared, packed, policy, run, vcf
from tests.support.prep_reference import prepare_reference

SAMPLES = 5
NAMES = tuple(f"PERSON{n}" for n in range(SAMPLES))


def genotypes(common: list[str], odd: list[str]) -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(common), st.sampled_from(common), st.sampled_from(common), st.sampled_from(odd))


PHASED = genotypes(["0|0", "0|1", "1|0", "1|1"], [".|.", "./.", ".", "0|.", ".|1"])
UNPHASED = genotypes(["0/0", "0/1", "1/1"], ["./.", ".", "0/.", "1|0", "0|0"])
# Of samples that have one allele on X behind its first part, each written in one way, and sometimes in another.
ONE = genotypes(["0", "1", "0", "1"], ["."])
HALF = genotypes(["0|.", "1|.", "0|.", "1|."], [".|.", ".|1", "1"])
HAPLOID = genotypes(["0", "1", "0|1", "1|1", "0|0"], [".", ".|.", "./.", "0/."])
BROKEN = st.sampled_from(
    ["0/2", "0/1/1", "", "x", "0/", "/0/1", "|1|1", "|1", "1/-1", "0\\1", "00", "0/1 ", "٣/1", "\x00"]
)
FORMATS = st.sampled_from(["GT", "GT", "GT", "GT:DP", "GT:AD:PL", "DP:GT", "GT:PS", "DP", "XGT", "GTX:GT"])


@st.composite
def lines(draw: st.DrawFn, strange: bool = False) -> list[str]:
    """Body lines of a file, mostly well formed; one style of genotype per file."""
    style = draw(st.sampled_from([PHASED, UNPHASED, HAPLOID] if not strange else [PHASED, UNPHASED, HAPLOID, BROKEN]))
    chromosome = draw(st.sampled_from(["chr20", "chrX", "20", "chrX"]))
    of_one = [draw(st.sampled_from([None, ONE, HALF])) if draw(st.booleans()) else None for _ in range(SAMPLES)]
    formats = draw(st.sampled_from([st.just("GT"), st.just("GT:AD:PL"), FORMATS]))
    position = draw(st.sampled_from([1, 8, 99_990, 2_781_400, 2_781_478, 155_701_300, 155_701_382]))
    if chromosome == "20" and position > 64_000_000:
        position = 63_000_000
    made = []
    for _ in range(draw(st.integers(1, 14))):
        position += draw(st.sampled_from([0, 1, 3, 60, 900]))
        if draw(st.integers(0, 30)) == 0:
            chromosome = draw(st.sampled_from(["chr21", "chrY", "chr20", "weird"]))
            position = draw(st.integers(1, 500))
        shown = str(position)
        if strange and draw(st.integers(0, 10)) == 0:
            shown = draw(st.sampled_from(["0", "7", "x", "", "1234567890", "99999999", "5.0", "007"]))
        ref = draw(st.sampled_from("ACGTACGTACGTacN"))
        alt = draw(st.sampled_from([*"ACGTACGTACGTacN", ".", "A,C", "<DEL>", "AT", "*", "A]1:2]"]))
        text_format = draw(formats)
        cells = []
        on_x = chromosome == "chrX" and 2_781_479 <= position <= 155_701_383 and style is not HAPLOID
        if position in (2_781_479, 155_701_383):
            on_x = on_x and draw(st.booleans())
        for sample in range(SAMPLES):
            own = of_one[sample]
            usual = style if own is None or not on_x else own
            genotype = draw(BROKEN) if strange and draw(st.integers(0, 12)) == 0 else draw(usual)
            values = [
                genotype if key == "GT" else draw(st.sampled_from(["3", "1,2", "."])) for key in text_format.split(":")
            ]
            cells.append(":".join(values[: draw(st.sampled_from([9, 9, 9, len(values) - 1 or 1]))]))
        filters = draw(st.sampled_from(["PASS", "PASS", "PASS", ".", "q10", "PAS", "PASSS", ""]))
        fields = [
            chromosome,
            shown,
            draw(st.sampled_from([".", "rs1", "x"])),
            ref,
            alt,
            "9",
            filters,
            "AC=1",
            text_format,
        ]
        line = "\t".join([*fields, *cells])
        if strange and draw(st.integers(0, 15)) == 0:
            line = draw(
                st.sampled_from(["", "#x", line + "\t0/1", line.rsplit("\t", 1)[0], line.replace("\t", " "), "\t" * 20])
            )
        made.append(line)
        if draw(st.integers(0, 6)) == 0:
            made.append(draw(st.sampled_from(made[-3:])) if strange else line)
    return made


def outcome(
    text: bytes, container: str, chunk_bytes: int, slow: bool, executor: Any, pseudonyms: Any
) -> Prepared | set[str]:
    """The prepared file, or the codes that block."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        path = Path(folder) / "input.vcf"
        path.write_bytes(packed(text, container))
        original: Callable[..., Any] = file_pass.BlockRules
        if slow:
            patch.setattr(file_pass, "BlockRules", lambda **fields: original(**fields, force_slow=True))
        try:
            return run(
                path, build="hg38", chunk_bytes=chunk_bytes, executor=executor, existing=pseudonyms, the_policy=POLICY
            )
        except BlockedError as error:
            return {finding.code for finding in error.findings if finding.blocks()}


POLICY = policy()
BOTH = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)


def check_against_reference(body: list[str], container: str, chunk_bytes: int, slow: bool) -> None:
    text = vcf([], NAMES) + "\n".join(body).encode() + b"\n"
    wanted = prepare_reference(body, SAMPLES)
    got = outcome(text, container, chunk_bytes, slow, None, None)
    if wanted.blocks:  # that nothing at all would be left may be said as well
        assert isinstance(got, set)
        assert got - {"VCF-NO-RECORDS", "VCF-NOTHING-KEPT"} == wanted.blocks
    elif not wanted.records_in and not wanted.left_out:
        assert got == {"VCF-NO-RECORDS"}
    elif wanted.records_in and not wanted.lines:
        assert got == {"VCF-NOTHING-KEPT"}
    else:
        assert isinstance(got, Prepared)
        shown = {o.chromosome: ["\t".join(line) for line in got.records(o.file_name)] for o in got.report.outputs}
        assert shown == wanted.lines
        for output in got.report.outputs:
            assert output.dropped == wanted.dropped[output.chromosome]
            assert output.records_in == wanted.records_in[output.chromosome]


def check_paths_agree(body: list[str], chunk_bytes: int) -> None:
    """Fast and careful paths, one and several blocks, here and in threads: the same lines under one map."""
    from prep import build_pseudonym_map

    text = vcf([], NAMES) + "\n".join(body).encode() + b"\n"
    pseudonyms = build_pseudonym_map(NAMES, origin="o", project="p")
    with ThreadPoolExecutor(3, thread_name_prefix="session-") as executor:
        variants = [
            outcome(text, container, size, slow, workers, pseudonyms)
            for container, size, slow, workers in (
                ("text", 1 << 22, False, None), ("text", 1 << 22, True, None), ("bgzf", chunk_bytes, False, None),
                ("bgzf", chunk_bytes, False, executor), ("text", chunk_bytes, True, executor),
            )
        ]  # fmt: skip
    shown = [variant.texts if isinstance(variant, Prepared) else variant for variant in variants]
    assert all(other == shown[0] for other in shown[1:])
    if isinstance(variants[2], Prepared) and isinstance(variants[3], Prepared):
        assert variants[2].sinks == variants[3].sinks


@st.composite
def lines_up_to_x(draw: st.DrawFn) -> list[str]:
    """Another chromosome, X's first part and what lies behind it, where people write what they have in ways of their
    own, not always the same."""
    ways = [draw(st.sampled_from([PHASED, ONE, HALF])) for _ in range(SAMPLES)]
    places = [("chr9", 1000 * number) for number in range(1, draw(st.integers(1, 3)))]
    position = draw(st.integers(2_781_300, 2_781_500) | st.just(2_781_479))
    for _ in range(draw(st.integers(2, 8))):
        position += draw(st.sampled_from([0, 1, 100, 300]))
        places.append(("chrX", position))
    made = []
    for chromosome, position in places:
        is_one_normal = chromosome == "chrX" and position > 2_781_479
        here = draw(st.sampled_from([ways, ways, ways, [PHASED] * SAMPLES, [ONE] * SAMPLES, [HALF] * SAMPLES]))
        cells = [draw(way if is_one_normal else PHASED) for way in here]
        alleles = draw(st.sampled_from(["A\tC", "C\tA", "G\tT"]))
        made.append("\t".join([chromosome, str(position), ".", alleles, "9", "PASS", "AC=1", "GT", *cells]))
    return made


@pytest.mark.parametrize("container", ["text", "bgzf"])
@settings(BOTH, max_examples=120)
@given(body=lines(), chunk_bytes=st.sampled_from([1, 700, 1 << 22]), slow=st.booleans())
def test_any_lines_are_prepared_as_the_reference_says(
    container: str, body: list[str], chunk_bytes: int, slow: bool
) -> None:
    check_against_reference(body, container, chunk_bytes, slow)


@settings(BOTH, max_examples=150)
@given(body=lines(strange=True), chunk_bytes=st.sampled_from([1, 700, 1 << 22]), slow=st.booleans())
def test_any_strange_lines_block_for_the_reasons_the_reference_names(
    body: list[str], chunk_bytes: int, slow: bool
) -> None:
    check_against_reference(body, "text", chunk_bytes, slow)


@settings(BOTH, max_examples=60)
@given(body=lines(), chunk_bytes=st.integers(1, 3000))
def test_blocks_workers_and_paths_change_nothing(body: list[str], chunk_bytes: int) -> None:
    check_paths_agree(body, chunk_bytes)


@settings(BOTH, max_examples=60)
@given(body=lines_up_to_x(), chunk_bytes=st.integers(1, 600))
def test_where_x_changes_its_ploidy_changes_nothing(body: list[str], chunk_bytes: int) -> None:
    check_paths_agree(body, chunk_bytes)


@pytest.mark.soak
@settings(BOTH, max_examples=20_000)
@given(body=lines(strange=True), chunk_bytes=st.sampled_from([1, 100, 700, 1 << 22]), slow=st.booleans())
def test_soak_strange_lines(body: list[str], chunk_bytes: int, slow: bool) -> None:
    check_against_reference(body, "bgzf", chunk_bytes, slow)


@pytest.mark.soak
@settings(BOTH, max_examples=10_000)
@given(body=lines(), chunk_bytes=st.integers(1, 3000))
def test_soak_blocks_and_workers(body: list[str], chunk_bytes: int) -> None:
    check_paths_agree(body, chunk_bytes)


@pytest.mark.soak
@settings(BOTH, max_examples=10_000)
@given(body=lines_up_to_x(), chunk_bytes=st.integers(1, 600))
def test_soak_ploidies_of_x(body: list[str], chunk_bytes: int) -> None:
    check_paths_agree(body, chunk_bytes)
