"""What shares the blocks of a job's files: processes for large ones, threads for a small BCF, nobody for small text."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from client.tasks.workers import block_workers, start_before_imports
from prep import source
from prep.plans import workers_for
from prep.source import Source
from tests.support.prep_files import bgzf, record, vcf
from tests.unit.prep.test_bcf_records import META, SAMPLES, as_bcf


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    lines = vcf([record(5, "0|1", "1|1", "0|0")], SAMPLES, META)
    text = tmp_path / "input.vcf.gz"
    text.write_bytes(bgzf(lines))
    return text, as_bcf(tmp_path / "again.vcf", lines)


def _kinds(files: tuple[Path, Path], parallel: int | None) -> list[type | None]:
    kinds: list[type | None] = []
    with block_workers(files, parallel) as executor:
        for file in files:
            with Source(file) as opened:
                chosen = workers_for(opened, executor)
                kinds.append(None if chosen is None else type(chosen))
    return kinds


@pytest.mark.parametrize("parallel", [None, 2])
def test_small_files_start_no_process(
    files: tuple[Path, Path], parallel: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("client.tasks.workers._most", lambda: 2)
    assert _kinds(files, parallel) == [None, ThreadPoolExecutor]
    assert _kinds(files, 1) == [None, None]


def test_large_files_start_processes_where_the_job_is_worth_it_or_somebody_asks(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("client.tasks.workers._most", lambda: 2)
    monkeypatch.setattr(source, "_LARGE_PACKED_BYTES", 0)
    assert _kinds(files, None) == [None, ThreadPoolExecutor]
    assert _kinds(files, 2) == [ProcessPoolExecutor, ProcessPoolExecutor]
    monkeypatch.setattr("client.tasks.workers._WORTH_A_START_BYTES", 0)
    assert _kinds(files, None) == [ProcessPoolExecutor, ProcessPoolExecutor]


def test_memory_is_made_ready_where_no_process_is_started_to_read(
    files: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    monkeypatch.setattr("client.tasks.workers._most", lambda: 2)
    monkeypatch.setattr("prep.memory.keep_memory", lambda: begun.append("memory"))
    monkeypatch.setattr("prep.fork_server.start_fork_server", lambda modules: begun.append("server"))
    large = tmp_path / "large.vcf"
    with large.open("wb") as stream:
        stream.truncate(26_000_000)
    start_before_imports("prepare", ["--out", "here", *map(str, files)])
    start_before_imports("prepare", [str(large)])
    assert begun == ["memory", "server"]
