"""A file of any size goes through preparing, sealing, spool and upload in the same few megabytes."""

from __future__ import annotations

import resource
from dataclasses import replace
from pathlib import Path

import pytest

from client.model.transfer import TransferState
from tests.support.endless import CountingDesk, prepare_megabytes
from tests.support.outbox_bench import make_bench


def worker_peak_mib(folder: Path, megabytes: int) -> float:
    folder.mkdir()
    bench = make_bench(folder)
    bench.desk = CountingDesk(folder / "service")
    # Spawned, so that the peak is the worker's own and not what a fork brought along.
    bench.settings = replace(bench.settings, prepare_file=prepare_megabytes, start_method="spawn")
    submission_id = bench.queue(str(megabytes).encode())
    outcome = bench.run(submission_id)[submission_id]
    assert outcome.state is TransferState.DONE
    assert (bench.desk.folder / "received-sha256").read_text() == outcome.files[0].body_sha256
    assert outcome.files[0].body_bytes > megabytes * 1024 * 1024
    return int((bench.desk.folder / "worker-peak-kib").read_text()) / 1024


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    small, large = worker_peak_mib(tmp_path / "small", 8), worker_peak_mib(tmp_path / "large", 256)
    assert large < small + 16
    assert large < 200


@pytest.mark.soak
def test_20_gb_in_less_than_400_mib_for_all_processes(tmp_path: Path) -> None:
    peak = worker_peak_mib(tmp_path / "huge", 20_000)
    assert peak + resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 < 400
