"""Broken bytes of every kind: only coded errors come out, quickly, and nothing of the input in them.

Two fuzzers with fixed seeds over headers, lines, gzip and BGZF: mutations by our own hand, and atheris, which looks for
inputs that reach new code (tests/fuzz). A share of both in the normal run, an hour of atheris in `make soak`. What they
found is in CASES and FOUND.
"""

from __future__ import annotations

import gzip
import importlib.util
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

import prep
from prep.errors import PrepError
from prep.policy import load_policy
from prep.site_list import load_site_list
from tests.fuzz.targets import SEEDS, TARGETS
from tests.support.prep_files import POLICIES, bgzf, limits, policy, random_records, record, run, vcf

SAMPLES = ("ALPHA", "BRAVO", "CHARLIE", "DELTA")
META = (
    "##contig=<ID=chr20,length=64444167>",
    '##INFO=<ID=AC,Number=A,Type=Integer,Description="x">',
    "##SAMPLE=<ID=ALPHA>",
)
TEXT = vcf(
    [
        *random_records(3, 4, 20, text_format="GT:AD:DP"),
        record(9000, "0|1", "1|1", ".", "./."),
        record(9001, "0/1", "1", "0", "2"),
    ],
    SAMPLES,
    META,
)
TOKENS = (
    b"\t", b"\n", b"\r\n", b"\x00", b"\xff\xfe", b"##", b"#CHROM", b"GT", b":", b"|", b"/", b".", b"0/1", b"1e9", b"-1",
    b"<DEL>",
    b"99999999999999999999", b"\x1f\x8b\x08\x04", b"BC\x02\x00", b"=<ID=", b'"', b"chrX", b"\xe2\x80\xae", b"PS",
)  # fmt: skip
CASES = (
    b"",
    b"#",
    b"##",
    b"#CHROM",
    b"#CHROM\n",
    b"##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n\t\t\t\t\t\t\t\n",
    vcf(["\t" * 12], SAMPLES, META),
    vcf([" " * 12], SAMPLES, META),
    vcf(["chr20 5 . A G . PASS . GT : : : :"], SAMPLES, META),
    vcf(["chr20 5 . A G . PASS . : 0/1 0/1 0/1 0/1"], SAMPLES, META),
    vcf(["chr20 5 . A G . PASS . GT:GT 0/1:x 0/1:x 0/1:x 0/1:x"], SAMPLES, META),
    vcf([record(5, "0/1", "0/1", "0/1", "0/1")], ("", "", "", ""), META),
    vcf([record(5, "0/1", "0/1", "0/1", "0/1")], SAMPLES, META).replace(b"\n", b"\r"),
)

# What the fuzzers found, by target: each was an error that nothing had coded, or two readers that did not agree.
FOUND: tuple[tuple[str, bytes], ...] = (
    # A header line with as many columns as a record was a record of another contig to the fast reader.
    ("lines", b"#CHROM0\t1013\t.\tC\tT\t.\tPASS\t.\tGT:AD:DP\t1/0:4,2:30\t0/0:17,7:30\t1/1:36,7:30\t0/0:8,7:30"),
    ("lines", b"##0\t1000\t.\tC\tG\t.\tPASS\t.\tGT:AD:DP\t0/0:38,7:30\t0/0:30,4:30\t0/0:30,8:30\t1/1:9,3:30"),
    # A line of tabs alone was a record of no contig to the fast reader, and blank to the careful one.
    ("lines", b"chr2" + b"\t" * 12 + b"\n" + b"\t" * 12),
    # Where a BCF record has GT twice the last was written, and the first was looked for.
    (
        "records",
        b"6\x00\x00\x00\x12\x00\x00\x00\x00\x00\x00\x00,#\x00\x00\x01\x00\x00\x00\x00\x00\xf0A\x00\x00\x02\x00\x04\x00\x00\x02\xf7\x12\x14\x00rrrr"
        b"rrrrrrrrrrrrrrrr\x17A\x17G\x11\x00\x11\x02\x11\x00\x00\x00\x00\x11\x02!\x02\x04\x02\x04\x02\x04\x02\x04",
    ),
    # A tab in the ID of a BCF record made two columns of it for the reader that compares single records.
    (
        "records",
        b"'\x00\x00\x00\x0b\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xf0A\x01\x00\x02\x00\x04\x00\x00\x01Grs1\t"
        b"\x17A\x17G\x11\x00\x11\x03\x11\x07\x11\x02!\x02\x04\x04\x05\x00\x00\x02\x03\x1f\x00\x00\x00\x13\x00\x00\x00\x00\x00\x00\x00)#\x00\x00"
        b"\x01\x00\x00\x00\x00\x00\xf0A\x00\x00\x02\x00\x04\x00\x00\x01\x07\x17a't\x00\x00\x11\x02\"\x02\x00\x04\x00\x02\x00\x04\x00\x02\x00\x04"
        b"\x00\x02\x00\x04\x00&\x00\x00\x00r1sG\x00\x11\x02!\x1f\x00\x00\x00\x00\x00)#\x00\x00\x01\x00\x00\x00\x00\x12\x00\x00\x00\x00",
    ),
)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A few random changes: bytes flipped, tokens put in, pieces cut, doubled or moved."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        if not out:
            break
        at = chance.randrange(len(out))
        kind = chance.randrange(6)
        if kind == 0:
            out[at] = chance.randrange(256)
        elif kind == 1:
            out[at:at] = chance.choice(TOKENS)
        elif kind == 2:
            del out[at : at + chance.choice((1, 2, 20, 400))]
        elif kind == 3:
            end = at + chance.choice((1, 30, 300))
            out[at:at] = out[at:end]
        elif kind == 4:
            out[at : at + 4] = chance.choice(TOKENS)
        else:
            del out[at:]
    return bytes(out)


def attempt(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    started = time.monotonic()
    try:
        prep.inspect(path, policy=policy(), limits=limits("michigan"), build="hg38", chunk_bytes=900)
        run(path, build="hg38", chunk_bytes=900)
    except PrepError as error:
        shown = f"{error!r} {error} {error.facts}"
        assert "ALPHA" not in shown
        assert str(path) not in shown
    assert time.monotonic() - started < 30


def fuzz(tmp_path: Path, seed: int, rounds: int) -> None:
    chance = random.Random(seed)
    path = tmp_path / "fuzzed.vcf.gz"
    for _ in range(rounds):
        text = mutated(TEXT, chance) if chance.random() < 0.8 else TEXT
        container = chance.randrange(4)
        data = (
            text
            if container == 0
            else gzip.compress(text, 1)
            if container == 1
            else bgzf(text, chance.choice((90, 700, 60_000)))
        )
        attempt(path, mutated(data, chance) if chance.random() < 0.5 else data)


@pytest.mark.parametrize("number", range(len(CASES)))
def test_found_cases_stay_coded_errors(tmp_path: Path, number: int) -> None:
    for data in (CASES[number], gzip.compress(CASES[number]), bgzf(CASES[number])):
        attempt(tmp_path / "case.vcf.gz", data)


@pytest.mark.parametrize("seed", range(4))
def test_broken_files_give_coded_errors(tmp_path: Path, seed: int) -> None:
    fuzz(tmp_path, seed, 120)


def test_broken_maps_policies_and_lists_give_coded_errors(tmp_path: Path) -> None:
    chance = random.Random(9)
    the_map = prep.build_pseudonym_map(SAMPLES, origin="o", project="p").to_json_bytes()
    the_policy = (POLICIES / "imputation.toml").read_bytes()
    services = (POLICIES / "services.toml").read_bytes()
    sites = b"#CHROM\tPOS\tID\tREF\tALT\tAF\n20\t5\t.\tA\tG\t0.5\n20\t9\t.\tC\tT\t0.1\n"
    for _ in range(300):
        (tmp_path / "sites").write_bytes(mutated(sites, chance))
        for call, data in (
            (prep.parse_pseudonym_map, mutated(the_map, chance)), (load_policy, mutated(the_policy, chance)),
            (lambda text: prep.load_service_limits(text, "topmed"), mutated(services, chance)),
            (lambda _: load_site_list(tmp_path / "sites"), b""),
        ):  # fmt: skip
            try:
                call(data)
            except PrepError:
                continue


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 130))
def test_soak_broken_files(tmp_path: Path, seed: int) -> None:
    fuzz(tmp_path, seed, 6000)


@pytest.mark.parametrize("target", sorted(TARGETS))
def test_seeds_and_mutations_of_them_hold_what_each_target_asserts(target: str) -> None:
    chance = random.Random(17)
    for seed in SEEDS[target]:
        TARGETS[target](seed)
    for _ in range(40 if target == "whole" else 120):
        TARGETS[target](mutated(chance.choice(SEEDS[target]), chance))


@pytest.mark.parametrize(("target", "data"), FOUND)
def test_what_was_found_stays_mended(target: str, data: bytes) -> None:
    TARGETS[target](data)


def atheris(target: str, folder: Path, *options: str) -> None:
    if importlib.util.find_spec("atheris") is None:
        pytest.skip("atheris is not installed (it has wheels for Linux only)")
    command = [sys.executable, "-m", "tests.fuzz.harness", target, "--keep", str(folder), *options]
    finished = subprocess.run(command, cwd=POLICIES.parents[1], capture_output=True, text=True, check=False)
    kept = [repr(file.read_bytes()) for file in folder.glob("*-*")]
    assert (finished.returncode, kept) == (0, []), finished.stderr[-3000:]
    assert "stat::number_of_executed_units" in finished.stderr


@pytest.mark.parametrize(
    ("target", "runs"), [("header", 600), ("lines", 250), ("records", 250), ("blocks", 4000), ("whole", 30)]
)
def test_a_share_of_atheris_finds_nothing(tmp_path: Path, target: str, runs: int) -> None:
    atheris(target, tmp_path, "--runs", str(runs), "--seconds", "300")


@pytest.mark.soak
@pytest.mark.parametrize("target", sorted(TARGETS))
def test_soak_an_hour_of_atheris_finds_nothing(tmp_path: Path, target: str) -> None:
    atheris(target, tmp_path, "--seconds", "900", "--seed", "2026")
