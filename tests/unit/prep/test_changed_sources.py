"""A source that becomes another one while it is read is refused as that, also where it is opened again by its name."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pysam
import pytest

from prep import bcf
from prep.chunks import RangeChunk, read_range
from prep.errors import PrepError, SourceChangedError
from tests.support.prep_files import bgzf, policy, random_records, run, vcf

SAMPLES = tuple(f"PERSON{number:02d}" for number in range(6))
META = ("##contig=<ID=chr20,length=64444167>", '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">')
TEXT = vcf(random_records(3, 6, 400), SAMPLES, META)
OTHERS = vcf(random_records(3, 6, 400), tuple(reversed(SAMPLES)), META)


def as_bcf(folder: Path, name: str, text: bytes) -> Path:
    (folder / "text.vcf").write_bytes(text)
    with (
        pysam.VariantFile(str(folder / "text.vcf")) as source,
        pysam.VariantFile(str(folder / name), "wb", header=source.header) as out,
    ):
        for found in source:
            out.write(found)
    return folder / name


def replaced(path: Path) -> None:
    path.with_name("others.bcf").replace(path)


def half_copied(path: Path) -> None:
    other = path.with_name("others.bcf")
    other.write_bytes(other.read_bytes()[:-900])
    other.replace(path)


def made_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


CHANGES: dict[str, Callable[[Path], object]] = {
    "another file": replaced,
    "half of another file": half_copied,
    "nothing": os.unlink,
    "a folder": made_a_folder,
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("step", ["read_header", "iter_text"])
def test_a_bcf_that_is_another_file_by_now_gives_nobody_the_others_genotypes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str, step: str
) -> None:
    """Header and records would come from two files: the same samples in another order, and nothing to tell by."""
    path = as_bcf(tmp_path, "mine.bcf", TEXT)
    as_bcf(tmp_path, "others.bcf", OTHERS)
    original = getattr(bcf, step)
    changes = iter([CHANGES[change]])

    def changed_first(*arguments: Any) -> Any:
        if (now := next(changes, None)) is not None:
            now(path)
        return original(*arguments)

    monkeypatch.setattr(bcf, step, changed_first)
    with pytest.raises(SourceChangedError):
        run(path, the_policy=policy("dosages"))


@pytest.mark.parametrize("wrong", [b"no record\n" * 40, b"chr20\t1\t.\tA\tG\t.\tPASS\t.\tGT" + b"\t0/1" * 6 + b"\n"])
@pytest.mark.parametrize("container", ["text", "bgzf"])
def test_what_a_change_makes_wrong_is_called_a_change(tmp_path: Path, wrong: bytes, container: str) -> None:
    """Neither damaged, nor a finding, nor (worst) a fault of the program's own recheck."""
    path = tmp_path / "input"
    text = vcf(random_records(3, 6, 3000), SAMPLES)
    data = text if container == "text" else bgzf(text, 700)
    path.write_bytes(data)

    def overwrite(_: object) -> None:
        with path.open("r+b") as file:
            file.seek(len(data) // 2)
            file.write(wrong)

    with pytest.raises(SourceChangedError):
        run(path, progress=overwrite, chunk_bytes=1500)


def test_what_is_wrong_with_a_file_that_stays_is_said_as_before(tmp_path: Path) -> None:
    path = tmp_path / "input"
    path.write_bytes(bgzf(TEXT, 700)[:-40])
    with pytest.raises(PrepError) as caught:
        run(path)
    assert not isinstance(caught.value, SourceChangedError)


def test_a_range_that_has_become_shorter_is_none_of_the_file() -> None:
    with pytest.raises(SourceChangedError):
        read_range(io.BytesIO(b"chr20\t5"), RangeChunk(0, 8, 0, is_packed=False))
