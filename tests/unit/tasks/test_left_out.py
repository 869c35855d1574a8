"""Limits of how many samples there are count those that leave, not those that are left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from client.tasks.errors import LeaveOutEmptyError
from client.tasks.facts import PrepareChoices
from client.tasks.preparation import prepare_files
from client.tasks.workplace import Workplace
from prep.errors import BlockedError
from tests.support.places import make_workplace
from tests.support.prep_files import POLICIES, record, vcf

NAMES = [f"PERSON{number}" for number in range(20)]


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    with make_workplace(tmp_path / "home") as opened:
        yield opened


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / "chr20.vcf", tmp_path / "chr21.vcf"]
    for path in made:
        path.write_bytes(vcf([record(5 + at, *["0/1"] * 20, chrom=path.stem) for at in range(5)], NAMES))
    return made


@pytest.fixture
def withdrawn(tmp_path: Path) -> Path:
    path = tmp_path / "withdrawn"
    path.write_text(f"{NAMES[3]}\n")
    return path


@pytest.mark.parametrize("count", [1, 2])
def test_too_few_are_left_when_one_is_left_out(
    workplace: Workplace, tmp_path: Path, files: list[Path], withdrawn: Path, count: int
) -> None:
    choices = PrepareChoices(service="michigan", leave_out=withdrawn)
    with pytest.raises(BlockedError) as caught:
        prepare_files(workplace, files[:count], tmp_path / "out", choices)
    assert [(entry.code, entry.count) for entry in caught.value.findings if entry.blocks()] == [("VCF-SAMPLES-FEW", 19)]
    assert not (tmp_path / "out").exists()
    done = prepare_files(workplace, files[:count], tmp_path / "out", PrepareChoices(service="michigan"))
    assert [file.samples for file in done.files] == [20] * count


@pytest.mark.parametrize("count", [1, 2])
def test_a_limit_is_kept_by_leaving_samples_out(
    workplace: Workplace, tmp_path: Path, files: list[Path], withdrawn: Path, count: int
) -> None:
    policy = tmp_path / "policy.toml"
    text = (POLICIES / "imputation.toml").read_text()
    policy.write_text(text.replace("largest_number = 0 ", "largest_number = 19 "))
    with pytest.raises(BlockedError) as caught:
        prepare_files(workplace, files[:count], tmp_path / "out", PrepareChoices(policy=str(policy)))
    many = [(entry.code, entry.count) for entry in caught.value.findings if entry.blocks()]
    assert many == [("VCF-SAMPLES-MANY", 20)]
    choices = PrepareChoices(policy=str(policy), leave_out=withdrawn)
    assert prepare_files(workplace, files[:count], tmp_path / "out", choices).files[0].samples == 19
    # What else stops the job does not bring that back.
    files[0].write_bytes(vcf([record(5, *["0/1"] * 20)], [*NAMES[:-1], NAMES[0]]))
    with pytest.raises(BlockedError) as caught:
        prepare_files(workplace, files[:1], tmp_path / "other", choices)
    assert [entry.code for entry in caught.value.findings if entry.blocks()] == ["VCF-SAMPLES-DUPLICATE"]


@pytest.mark.parametrize("content", [b"", b"\n \n\r\n", b"\xef\xbb\xbf\n"])
def test_a_list_that_names_nobody_is_refused(
    workplace: Workplace, tmp_path: Path, files: list[Path], withdrawn: Path, content: bytes
) -> None:
    withdrawn.write_bytes(content)
    with pytest.raises(LeaveOutEmptyError):
        prepare_files(workplace, files, tmp_path / "out", PrepareChoices(leave_out=withdrawn))
    assert not (tmp_path / "out").exists()
