"""One pass, and when there is a second: restarts, executors, seams, sinks that fail."""

from __future__ import annotations

import errno
import gzip
import io
import pickle
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO, cast

import pytest

import prep
from prep import source
from prep.errors import DiskFullError, OutputError
from prep.results import PreparedName, PrepareProgress
from tests.support.prep_files import bgzf, limits, policy, random_records, record, run, vcf

SAMPLES = tuple(f"PERSON{n:03d}" for n in range(120))


@pytest.fixture
def threads() -> Iterator[Executor]:
    with ThreadPoolExecutor(2) as executor:
        yield executor


def big(tmp_path: Path, text_format: str = "GT") -> Path:
    path = tmp_path / "big.vcf.gz"
    path.write_bytes(bgzf(vcf(random_records(7, 120, 1500, separator="|", text_format=text_format), SAMPLES)))
    return path


def test_any_executor_gives_the_same_bytes(tmp_path: Path, threads: Executor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "_LARGE_PACKED_BYTES", 0)
    with prep.block_executor(2) as processes:
        for text_format in ("GT", "GT:AD:DP"):
            path = big(tmp_path, text_format=text_format)
            alone = run(path, chunk_bytes=100_000)
            for executor in (threads, processes):
                other = run(path, chunk_bytes=100_000, executor=executor, existing=alone.map)
                assert {name: gzip.decompress(data) for name, data in other.sinks.items()} == {
                    name: gzip.decompress(data) for name, data in alone.sinks.items()
                }, "the text itself differs"
                assert other.sinks == alone.sinks
                assert other.report.findings == alone.report.findings
                assert other.report.summary == alone.report.summary


@pytest.mark.parametrize("chunk_bytes", [1, 30_000, 65_280, 1 << 20])
def test_seams_between_chunks_lose_and_repeat_nothing(tmp_path: Path, chunk_bytes: int) -> None:
    path = big(tmp_path)
    assert run(path, chunk_bytes=chunk_bytes).report.outputs[0].records_in == 1500


def test_lines_longer_than_a_chunk_and_its_neighbour_are_whole(tmp_path: Path) -> None:
    samples = [f"P{n:05d}" for n in range(20_000)]
    lines = [record(5 + n, *(["0|1", "1|0"] * 10_000)) for n in range(4)]
    path = tmp_path / "wide.vcf.gz"
    path.write_bytes(bgzf(vcf(lines, samples), 30_000))
    prepared = run(path, chunk_bytes=20_000)
    assert prepared.report.outputs[0].records_kept == 4


def test_a_later_contradiction_starts_over_once_with_the_careful_assumption(tmp_path: Path) -> None:
    lines = [*random_records(7, 3, 3000, separator="|"), record(900_000, "0/1", "0|0", "1|1")]
    path = tmp_path / "input.vcf.gz"
    path.write_bytes(bgzf(vcf(lines, meta=["##x=" + "y" * 2_000_000, "##contig=<ID=chr20,length=64444167>"]), 60_000))
    seen: list[PrepareProgress] = []
    prepared = run(path, progress=seen.append, chunk_bytes=20_000)
    assert {cell[1] for cells in prepared.genotypes().values() for cell in cells} == {"/"}


def test_starting_over_opens_each_sink_again(tmp_path: Path) -> None:
    wide = tuple(f"PERSON{n}" for n in range(300))
    lines = [*random_records(7, 300, 1200, separator="|"), record(900_000, "0/1", *(["0|0"] * 299))]
    path = tmp_path / "input.vcf.gz"
    path.write_bytes(bgzf(vcf(lines, wide), 60_000))
    sinks: list[io.BytesIO] = []

    def open_sink(name: PreparedName) -> BinaryIO:
        assert name == PreparedName("20", "chr20.vcf.gz")
        sinks.append(io.BytesIO())
        return sinks[-1]

    the_map = prep.build_pseudonym_map(wide, origin="o", project="p")
    report = prep.prepare(
        path, policy=policy(), limits=limits(), build=None, pseudonym_map=the_map, open_sink=open_sink
    )
    assert len(sinks) == 2
    assert report.outputs[0].bytes == len(sinks[1].getvalue())
    assert "VCF-PHASE-REMOVED" in {finding.code for finding in report.findings}


def test_ploidy_that_shows_late_starts_over_too(tmp_path: Path) -> None:
    wide = tuple(f"PERSON{n}" for n in range(300))
    early = [line.replace("chr20 ", "chrX ").replace("\t", " ") for line in random_records(7, 300, 1200, separator="|")]
    early = [line.replace(f"chrX {1000 + 13 * i} ", f"chrX {3_000_000 + i} ", 1) for i, line in enumerate(early)]
    cells = [line.split(" ") for line in early]
    for fields in cells:
        fields[9] = "."  # the first sample has no call before the last line
    lines = [" ".join(fields) for fields in cells] + [record(4_000_000, "1", *(["0|0"] * 299), chrom="chrX")]
    path = tmp_path / "input.vcf.gz"
    path.write_bytes(bgzf(vcf(lines, wide), 60_000))
    got = run(path).genotypes("chrX.vcf.gz")
    assert {row[0] for row in got.values()} == {".", "1"}


class FullSink(io.BytesIO):
    def write(self, data: object) -> int:
        raise OSError(self.number, "no")

    number = errno.ENOSPC


class BrokenSink(FullSink):
    number = errno.EIO


@pytest.mark.parametrize(("sink", "error"), [(FullSink, DiskFullError), (BrokenSink, OutputError)])
def test_a_sink_that_cannot_be_written_is_a_coded_error(
    tmp_path: Path, sink: type[io.BytesIO], error: type[Exception]
) -> None:
    path = big(tmp_path)
    the_map = prep.build_pseudonym_map(SAMPLES, origin="o", project="p")
    with pytest.raises(error):
        prep.prepare(
            path, policy=policy(), limits=limits(), build=None, pseudonym_map=the_map,
            open_sink=lambda name: cast(BinaryIO, sink()),
        )  # fmt: skip


def test_a_stop_asked_by_the_progress_callback_ends_at_once_and_leaves_nothing_at_work(
    tmp_path: Path, threads: Executor
) -> None:
    def stop(progress: PrepareProgress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(big(tmp_path), progress=stop, executor=threads, chunk_bytes=50_000)


def test_reports_and_errors_can_be_sent_between_processes(tmp_path: Path) -> None:
    report = run(big(tmp_path)).report
    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301
    blocked = prep.errors.BlockedError(report.findings)
    again = pickle.loads(pickle.dumps(blocked))  # noqa: S301
    assert (again.code, again.findings, again.facts) == (blocked.code, blocked.findings, blocked.facts)


def test_progress_ends_at_the_whole_file(tmp_path: Path) -> None:
    path = big(tmp_path)
    seen: list[PrepareProgress] = []
    run(path, progress=seen.append, chunk_bytes=50_000)
    assert seen[-1].records == 1500
    assert seen[-1].read_bytes >= path.stat().st_size - 100
    assert [p.read_bytes for p in seen] == sorted(p.read_bytes for p in seen)
