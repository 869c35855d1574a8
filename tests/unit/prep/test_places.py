"""Chunks as places in the file: workers read the same bytes by themselves, and notice when they are others."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

import prep
from prep import source
from prep.chunks import Chunk, RangeChunk
from prep.errors import LineTooLongError, SourceChangedError
from prep.plans import Plan, PlannedCall, PlanSender
from prep.rules import BlockRules
from prep.source import Source
from tests.support.prep_files import bgzf, random_records, record, run, vcf
from tests.unit.prep.test_bcf_records import META, as_bcf

SAMPLES = tuple(f"PERSON{n}" for n in range(60))
TEXT = vcf(random_records(5, 60, 700, separator="|"), SAMPLES)


@pytest.fixture(params=["text", "bgzf"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    file = tmp_path / "input.vcf"
    file.write_bytes(TEXT if request.param == "text" else bgzf(TEXT, 9000))
    return file


@pytest.mark.parametrize("chunk_bytes", [1, 20_000, 1 << 20])
def test_a_place_is_the_chunk_that_lies_there(path: Path, chunk_bytes: int) -> None:
    with Source(path) as opened:
        chunks = list(opened.iter_chunks(chunk_bytes))
        places = list(opened.iter_places(chunk_bytes))
        ranges = [place for place in places if isinstance(place, RangeChunk)]
        by_another = [opened.place.read(place) for place in ranges]
        here = [opened.load(place) for place in ranges]
    there = [chunk for chunk, place in zip(chunks, places, strict=True) if isinstance(place, RangeChunk)]
    assert here == by_another == there
    assert there


def test_reading_a_place_does_not_disturb_who_looks_for_the_next(path: Path) -> None:
    with Source(path) as opened:
        wanted = list(opened.iter_places(20_000))
        first = next(place for place in wanted if isinstance(place, RangeChunk))
        got = []
        for place in opened.iter_places(20_000):
            got.append(place)
            opened.load(first)
    assert got == wanted


@pytest.mark.parametrize("change", ["replaced", "shorter", "gone", "a folder"])
def test_a_worker_refuses_a_file_that_is_another_one_by_now(path: Path, change: str) -> None:
    with Source(path) as opened:
        place, ranges = opened.place, [p for p in opened.iter_places(1 << 20) if isinstance(p, RangeChunk)]
    if change == "shorter":
        path.write_bytes(path.read_bytes()[:50])
    else:
        data = path.read_bytes()
        path.unlink()
        if change == "replaced":
            path.write_bytes(data + b"\n")
        elif change == "a folder":
            path.mkdir()
    with pytest.raises(SourceChangedError):
        place.read(ranges[0])


def test_no_place_tells_a_path_when_it_is_shown(path: Path) -> None:
    with Source(path) as opened:
        assert path.name not in repr(Plan(BlockRules, {}, opened.place))  # type: ignore[arg-type]


def test_a_long_line_of_plain_text_is_one_chunk_and_over_the_limit_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "input.vcf"
    calls = ["0|1"] * len(SAMPLES)
    long = record(9, *calls, info="X=" + "y" * 200_000)
    file.write_bytes(vcf([record(5, *calls), long, record(11, *calls)], SAMPLES))
    with Source(file) as opened:
        assert len(list(opened.iter_chunks(1000))) == 3
        monkeypatch.setattr(source, "LINE_LIMIT", 150_000)
        with pytest.raises(LineTooLongError) as caught:
            list(opened.iter_chunks(1000))
        assert caught.value.facts["line"] == opened.header_line_count + 2


def test_processes_get_places_and_threads_of_this_process_get_bytes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[object] = []
    submit = PlanSender.submit

    def noted(self: PlanSender, chunk: Chunk, plan: Plan) -> PlannedCall:
        sent.append(chunk)
        return submit(self, chunk, plan)

    monkeypatch.setattr(PlanSender, "submit", noted)
    monkeypatch.setattr(source, "_LARGE_PACKED_BYTES", 0)
    monkeypatch.setattr(source, "_LARGE_TEXT_BYTES", 0)
    alone = run(path)
    with prep.block_executor(2) as processes:
        shared = run(path, executor=processes, existing=alone.map)
    assert sent
    assert all(isinstance(chunk, RangeChunk) for chunk in sent)
    assert shared.sinks == alone.sinks


@pytest.mark.parametrize("container", ["bgzf", "bcf"])
@pytest.mark.parametrize(("text_format", "is_large"), [("GT", True), ("GT:AD:DP", False)])
def test_a_file_of_genotypes_alone_is_large_before_one_of_the_same_size_with_depths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text_format: str, is_large: bool, container: str
) -> None:
    """What there is to read counts, not how well it is packed."""
    monkeypatch.setattr(source, "_LARGE_TEXT_BYTES", 90_000)
    monkeypatch.setattr(source, "_LARGE_PACKED_BYTES", 200_000)
    monkeypatch.setattr(source, "_SAMPLE_BYTES", 40_000)
    samples = [f"P{number:03d}" for number in range(100)]
    meta = (*META, '##FORMAT=<ID=DP,Number=1,Type=Integer,Description="x">')
    text = vcf(random_records(3, 100, 500 if is_large else 120, text_format=text_format), samples, meta)
    path = tmp_path / "input.vcf.gz"
    if container == "bcf":
        path = as_bcf(path, text)
        path.write_bytes(bgzf(gzip.decompress(path.read_bytes()), 10_000))
    else:
        path.write_bytes(bgzf(text, 20_000))
    assert 15_000 < path.stat().st_size < 60_000
    with Source(path) as opened:
        assert opened.is_large == is_large
        assert prep.read_source_header(path).sample_ids == opened.header.sample_ids
    assert run(path).report.outputs[0].records_in == (500 if is_large else 120)
