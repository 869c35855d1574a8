"""Workers that find a BCF's records in their own blocks give what the one process gives that reads it in its order."""

from __future__ import annotations

import gzip
import random
import struct
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import prep
from prep import first_look, plans, source, stream
from prep.bcf_line import BcfNames
from prep.bcf_ranges import find_records
from prep.bcf_stream import RecordStream
from prep.chunks import BlocksChunk, RangeChunk, RecordsChunk, WorkChunk
from prep.errors import BlockedError, PrepError
from prep.plans import reads_by_itself
from prep.source import Source
from tests.support.bcf_records import bcf_record
from tests.support.prep_files import Prepared, bgzf, record, run, vcf
from tests.unit.prep.test_bcf_records import META, SAMPLES, as_bcf, records


class Here(Executor):
    """Runs each task at once; told to be other processes, it gets places and reads them by itself."""

    _max_workers = 2

    def submit(self, task: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(task(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


@pytest.fixture(scope="module")
def here() -> Executor:
    return Here()


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether what a worker found in a range was right, for each of them; `Here` counts as other processes."""
    return spy(monkeypatch)


def spy(patch: pytest.MonkeyPatch) -> list[bool]:
    found: list[bool] = []
    take = RecordStream.take

    def noted(self: RecordStream, *what: Any) -> bool:
        found.append(take(self, *what))
        return found[-1]

    patch.setattr(RecordStream, "take", noted)
    patch.setattr(first_look, "_LOOK_BYTES", 100)  # it would read all of these files, and find what is wrong with them
    patch.setattr(stream, "reads_by_itself", lambda executor: isinstance(executor, Here) or reads_by_itself(executor))
    return found


def outcome(path: Path, **options: Any) -> object:
    """Everything that a preparation gave, or the error that it ended with."""
    try:
        prepared: Prepared = run(path, **options)
    except BlockedError as error:
        return error.findings
    except PrepError as error:
        return f"{error.code} {error.facts}"
    return prepared.sinks, prepared.report.findings, prepared.report.summary


EXISTING = prep.build_pseudonym_map(SAMPLES, origin="https://example.org", project="study")


@settings(max_examples=20, deadline=None)
@given(records(), st.integers(40, 900), st.integers(1, 3000))
def test_any_split_gives_what_one_process_gives(
    tmp_path_factory: pytest.TempPathFactory, here: Executor, lines: list[str], block: int, chunk_bytes: int
) -> None:
    path = as_bcf(tmp_path_factory.mktemp("bcf") / "input.vcf", vcf(lines, SAMPLES, META))
    path.write_bytes(bgzf(gzip.decompress(path.read_bytes()), block))
    with pytest.MonkeyPatch.context() as patch:
        spy(patch)
        wanted = outcome(path, existing=EXISTING, chunk_bytes=chunk_bytes)
        assert outcome(path, existing=EXISTING, chunk_bytes=chunk_bytes, executor=here) == wanted


def many(count: int = 600) -> list[str]:
    """Records whose lengths differ, some of them much longer than the others."""
    lines = []
    for number in range(count):
        info = f"WHO={'x' * (4000 if number % 97 == 0 else number % 40)}"
        cells = ("0|1:3,4", "1|1:1,2", "0|0:9,70000") if number % 3 else ("0|1:3,4", "1|1:1,2", "0|0:.")
        lines.append(record(5 + number, *cells, format="GT:AD", id=f"rs{number}", info=info))
    return lines


def test_what_workers_find_is_nearly_always_right(tmp_path: Path, here: Executor, taken: list[bool]) -> None:
    path = as_bcf(tmp_path / "input.vcf", vcf(many(), SAMPLES, META))
    path.write_bytes(bgzf(gzip.decompress(path.read_bytes()), 700))
    wanted = outcome(path, existing=EXISTING, chunk_bytes=9000)
    assert outcome(path, existing=EXISTING, chunk_bytes=9000, executor=here) == wanted
    assert taken.count(True) > 10
    assert taken.count(False) <= 2


def test_changed_bytes_anywhere_end_as_in_one_process(tmp_path: Path, here: Executor, taken: list[bool]) -> None:
    plain = gzip.decompress(as_bcf(tmp_path / "input.vcf", vcf(many(60), SAMPLES, META)).read_bytes())
    start = 9 + int(struct.unpack_from("<I", plain, 5)[0])
    chance = random.Random(11)
    codes: set[object] = set()
    path = tmp_path / "changed.bcf"
    for _ in range(25):
        at = chance.randrange(start, len(plain))
        value = chance.choice((0, 1, 0x7F, 0x80, 0xF7, 0xFF, plain[at] ^ 1 << chance.randrange(8)))
        cut = len(plain) if chance.random() < 0.8 else chance.randrange(at, len(plain))
        path.write_bytes(bgzf((plain[:at] + bytes((value,)) + plain[at + 1 :])[:cut], 300))
        wanted = outcome(path, existing=EXISTING, chunk_bytes=2000)
        assert outcome(path, existing=EXISTING, chunk_bytes=2000, executor=here) == wanted
        codes.add(wanted.split()[0] if isinstance(wanted, str) else "")
    assert codes >= {"", "VCF-DAMAGED", "VCF-TRUNCATED"}
    assert True in taken


def test_a_block_that_cannot_be_inflated_ends_with_its_place(tmp_path: Path, here: Executor, taken: list[bool]) -> None:
    path = as_bcf(tmp_path / "input.vcf", vcf(many(), SAMPLES, META))
    data = bytearray(bgzf(gzip.decompress(path.read_bytes()), 700))
    data[data.index(b"\x1f\x8b\x08\x04", len(data) * 3 // 4) + 40] ^= 0x55
    path.write_bytes(data)
    facts = []
    for executor in (None, here):
        with pytest.raises(PrepError) as caught:
            run(path, existing=EXISTING, chunk_bytes=9000, executor=executor)
        facts.append((caught.value.code, caught.value.facts))
    assert facts[0] == facts[1]
    assert True in taken


def test_other_processes_read_their_own_blocks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: list[bool]
) -> None:
    monkeypatch.setattr(source, "_LARGE_PACKED_BYTES", 0)
    sent: list[WorkChunk] = []
    submit = plans.PlanSender.submit

    def noted(self: plans.PlanSender, chunk: WorkChunk, plan: plans.Plan) -> plans.PlannedCall:
        sent.append(chunk)
        return submit(self, chunk, plan)

    path = as_bcf(tmp_path / "input.vcf", vcf(many(), SAMPLES, META))
    path.write_bytes(bgzf(gzip.decompress(path.read_bytes()), 2000))
    wanted = outcome(path, existing=EXISTING, chunk_bytes=20_000)
    monkeypatch.setattr(plans.PlanSender, "submit", noted)
    with prep.block_executor(2) as processes:
        assert outcome(path, existing=EXISTING, chunk_bytes=20_000, executor=processes) == wanted
    kinds = [type(chunk) for chunk in sent]
    first_range = kinds.index(RangeChunk)
    assert set(kinds[:first_range]) == {RecordsChunk}
    assert set(kinds[first_range:]) == {RangeChunk}
    assert len(taken) > 5
    assert all(taken)


def test_a_record_over_several_runs_is_read_by_the_one_who_knows(
    tmp_path: Path, here: Executor, taken: list[bool]
) -> None:
    lines = [record(5 + n, "0|1", "1|1", "0|0", info=f"WHO={'y' * (9000 if n == 20 else 9)}") for n in range(60)]
    path = as_bcf(tmp_path / "input.vcf", vcf(lines, SAMPLES, META))
    path.write_bytes(bgzf(gzip.decompress(path.read_bytes()), 500))
    wanted = outcome(path, existing=EXISTING, chunk_bytes=2000)
    assert outcome(path, existing=EXISTING, chunk_bytes=2000, executor=here) == wanted
    assert True in taken


def test_what_looks_like_a_record_inside_one_is_not_believed(tmp_path: Path, here: Executor, taken: list[bool]) -> None:
    """An INFO text holds whole records of the same file, so that the first guess of a worker is wrong."""
    empty = as_bcf(tmp_path / "input.vcf", vcf([], SAMPLES, META))
    with Source(empty) as opened:
        assert opened.record_names is not None
        numbers = {name: number for number, name in opened.record_names.strings.items()}
    genotypes = [(numbers[b"GT"], 1, 2, b"\x02\x05\x04\x05\x02\x03")]
    inside = b"".join(bcf_record(77, genotypes, 3) for _ in range(30))
    entry = b"\x11" + bytes((numbers[b"WHO"],)) + b"\xf7\x12" + struct.pack("<h", len(inside)) + inside
    body = b"".join(bcf_record(5 + n, genotypes, 3, info=[entry]) for n in range(40))
    path = tmp_path / "inside.bcf"
    path.write_bytes(bgzf(gzip.decompress(empty.read_bytes()) + body, 600))
    wanted = outcome(path, existing=EXISTING, chunk_bytes=6000)
    assert not isinstance(wanted, str)
    assert outcome(path, existing=EXISTING, chunk_bytes=6000, executor=here) == wanted
    assert False in taken


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_any_bytes_as_blocks_give_records_or_none(before: bytes, after: bytes) -> None:
    blocks = BlocksChunk(bgzf(after, 90, end=False), 1 << 20, b"", bgzf(before, 70, end=False))
    found = find_records(blocks, BcfNames({0: b"chr20"}, {0: b"PASS", 1: b"GT"}, 0))
    if found is not None:
        text = found.chunk.data
        assert text.endswith(after)
        assert before.endswith(found.head)
        assert text.endswith(found.tail)
