"""No map and no restored result is there without its line in the activity log, whatever ends the command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from client.model.errors import ClientError
from client.tasks.activity import show_activity
from client.tasks.facts import PrepareChoices
from client.tasks.maps import list_maps
from client.tasks.preparation import prepare_files
from client.tasks.restoration import restore_files
from client.tasks.workplace import Workplace
from prep.errors import PrepError
from tests.support.places import make_workplace
from tests.support.prep_files import HG38_20, record, vcf


class LogFullError(ClientError):
    """The log takes no line."""

    code = "TEST-LOG-FULL"


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    with make_workplace(tmp_path / "home") as made:
        yield made


def cohort(folder: Path) -> Path:
    file = folder / "cohort.vcf"
    meta = (HG38_20, HG38_20.replace("20", "21").replace("64444167", "46709983"))
    lines = [record(5000, "0/1", "1/1", "0/0"), record(9000, "0/1", "1/1", "0/0", chrom="chr21")]
    file.write_bytes(vcf(lines, meta=meta))
    return file


def restored_lines(workplace: Workplace) -> list[int]:
    return [int(line.facts["files"]) for line in show_activity(workplace) if line and line.event == "names.restored"]


def test_results_that_were_finished_before_one_failed_have_their_lines(tmp_path: Path, workplace: Workplace) -> None:
    prepared = prepare_files(workplace, [cohort(tmp_path)], tmp_path / "out")
    files = [tmp_path / "out" / file.file_name for file in prepared.files]
    foreign = tmp_path / "foreign.vcf"
    foreign.write_bytes(vcf([record(5, "0/1", "1/1", "0/0")]))
    with pytest.raises(PrepError):
        restore_files(workplace, [*files, foreign], prepared.map.file, tmp_path / "back")
    assert sorted(path.name for path in (tmp_path / "back").iterdir()) == ["chr20.vcf.gz", "chr21.vcf.gz"]
    assert restored_lines(workplace) == [1, 1]


def test_a_file_with_nobody_in_it_has_no_line(tmp_path: Path, workplace: Workplace) -> None:
    prepared = prepare_files(workplace, [cohort(tmp_path)], tmp_path / "out")
    (tmp_path / "sites.tsv").write_text("position\tr2\n5000\t0.9\n")
    (copied,) = restore_files(workplace, [tmp_path / "sites.tsv"], prepared.map.file, tmp_path / "back")
    assert (copied.samples, restored_lines(workplace)) == (0, [])


def test_without_a_line_there_is_neither_map_nor_result(
    tmp_path: Path, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = prepare_files(workplace, [cohort(tmp_path)], tmp_path / "out")
    kept = list_maps(workplace)

    def refuse(event: str, **facts: Any) -> None:
        raise LogFullError

    monkeypatch.setattr(workplace, "note", refuse)
    with pytest.raises(LogFullError):
        restore_files(workplace, [tmp_path / "out" / "chr20.vcf.gz"], prepared.map.file, tmp_path / "back")
    assert not (tmp_path / "back").exists()
    with pytest.raises(LogFullError):
        prepare_files(workplace, [tmp_path / "cohort.vcf"], tmp_path / "again")
    named = PrepareChoices(map_file=tmp_path / "named.gmap")
    with pytest.raises(LogFullError):
        prepare_files(workplace, [tmp_path / "cohort.vcf"], tmp_path / "again", named)
    assert (list_maps(workplace), named.map_file is not None and named.map_file.exists()) == (kept, False)
