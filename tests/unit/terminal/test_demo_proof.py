"""The demo's own eyes see what they are asked to look for."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest

from ui.terminal.demo import _look_around
from ui.terminal.demo_cohort import write_demo_cohort
from ui.terminal.demo_proof import (
    count_equal_genotypes,
    find_any,
    find_in_gzip,
    first_chromosome,
    first_lines,
    sample_row,
    search_folder,
)

NEEDLES = ("Karen_Jespersen", "650250-6228", "abcdef", "short")


@pytest.mark.parametrize("needle", NEEDLES[:3])
@pytest.mark.parametrize("before", [0, 1, 7, 5000])
def test_a_name_is_found_wherever_it_lies(needle: str, before: int) -> None:
    noise = random.Random(before).randbytes(before)
    assert find_any(noise + needle.encode(), NEEDLES) == [needle]
    assert find_any(noise + needle.encode()[:-1], [needle]) == []


def test_names_under_six_bytes_are_passed_over() -> None:
    assert find_any(b"a short text", NEEDLES) == []
    assert find_any(b"abc", NEEDLES) == []


def test_a_name_across_two_pieces_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.terminal.demo_proof._PIECE_BYTES", 10)
    with gzip.open(tmp_path / "x.gz", "wb") as stream:
        stream.write(b"." * 7 + b"Karen_Jespersen" + b"." * 7)
    assert find_in_gzip(tmp_path / "x.gz", NEEDLES) == (29, ["Karen_Jespersen"])


def test_a_folder_is_searched_in_contents_and_in_names(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "650250-6228.vcf").write_bytes(b"x")
    (tmp_path / "b").write_bytes(b"xx abcdef")
    assert search_folder(tmp_path, NEEDLES) == (2, 10, ["650250-6228", "abcdef"])


def test_swapped_genotypes_are_seen(tmp_path: Path) -> None:
    original, result = tmp_path / "o.vcf", tmp_path / "r.vcf.gz"
    head = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tA\tB\n"
    original.write_text(
        head + "20\t5\trs1\ta\tc\t.\t.\t.\tGT:DP\t0|1:5\t./1:3\n20\t6\t.\tG\tT\t.\t.\t.\tGT\t0|0\t1|1\n"
    )
    with gzip.open(result, "wt") as stream:
        stream.write(head + "chr20\t5\t.\tA\tC\t.\t.\t.\tGT\t0/1\t./.\nchr20\t6\t.\tG\tT\t.\t.\t.\tGT\t1/1\t0/0\n")
    assert count_equal_genotypes(original, result) == (2, 1)
    assert sample_row(result) == ["A", "B"]
    assert first_chromosome(result) == "20"


@pytest.mark.parametrize(
    ("chromosome", "restored", "is_same"),
    [
        ("X", "0", True),
        ("X", "./.", True),
        ("X", "1", False),
        ("X", "0/0", False),
        ("20", "0", False),
        ("20", ".", True),
    ],
)
def test_a_half_call_comes_back_as_missing_or_on_x_as_its_one_allele(
    tmp_path: Path, chromosome: str, restored: str, is_same: bool
) -> None:
    original, result = tmp_path / "o.vcf", tmp_path / "r.vcf.gz"
    original.write_text(f"{chromosome}\t5\t.\tA\tC\t.\t.\t.\tGT\t0/.\n")
    with gzip.open(result, "wt") as stream:
        stream.write(f"{chromosome}\t5\t.\tA\tC\t.\t.\t.\tGT\t{restored}\n")
    assert count_equal_genotypes(original, result) == (1, int(is_same))


def test_the_cohort_is_the_same_each_time_and_holds_its_secrets(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    one, two = write_demo_cohort(tmp_path / "one"), write_demo_cohort(tmp_path / "two")
    assert one.sample_ids == two.sample_ids
    assert first_lines(one.files[0], 400) == first_lines(two.files[0], 400)
    text = "\n".join(first_lines(one.files[0], 400)) + one.files[0].name
    assert [secret for secret in one.secrets if secret not in text] == []


def test_what_to_type_next_is_in_the_words_of_the_systems_shell() -> None:
    variables = {"GENOSEAL_HOME": Path("keep/client"), "GENOSEAL_VAULT_PASSWORD_FILE": Path("keep/vault-password")}
    assert _look_around(variables, "posix") == (
        "  GENOSEAL_HOME=keep/client GENOSEAL_VAULT_PASSWORD_FILE=keep/vault-password \\",
        "    genoseal audit show",
    )
    assert _look_around(variables, "nt") == (
        "  $env:GENOSEAL_HOME = 'keep/client'",
        "  $env:GENOSEAL_VAULT_PASSWORD_FILE = 'keep/vault-password'",
        "  genoseal audit show",
    )
