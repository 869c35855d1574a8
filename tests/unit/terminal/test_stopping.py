"""A stop by the user ends with 130, one JSON object, and nothing half made."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.support.command import Command


def _write_large(file: Path) -> None:
    """Large enough to be stopped in the middle: 120 MB of 300 samples."""
    names = "\t".join(f"S{number}" for number in range(300))
    cells = b"\t0/1\t0/0\t1/1" * 100 + b"\n"
    with file.open("wb") as stream:
        stream.write(b"##fileformat=VCFv4.2\n##contig=<ID=chr20,length=64444167>\n")
        stream.write(f"#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t{names}\n".encode())
        for position in range(100_000, 10_100_000, 100):
            stream.write(b"chr20\t%d\t.\tA\tC\t.\tPASS\t.\tGT" % position + cells)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopping_a_preparation_leaves_the_folder_as_it_was(tmp_path: Path, number: signal.Signals) -> None:
    command = Command(tmp_path)
    large = tmp_path / "large.vcf"
    _write_large(large)
    process = subprocess.Popen(
        command.arguments("prepare", large, "--out", "out", "--json"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=command.environment,
        cwd=tmp_path,
    )
    deadline = time.monotonic() + 60
    while not list((tmp_path / "out").glob("*.part")) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130, (out, err)
    assert json.loads(out)["error"]["code"] == "STOPPED"
    assert not (tmp_path / "out").exists()


def test_a_reader_that_goes_away_is_no_bug(tmp_path: Path) -> None:
    command = Command(tmp_path, with_vault=False)
    process = subprocess.Popen(
        command.arguments("--help"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=command.environment,
        cwd=tmp_path,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    err = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=60) in (0, 130)
    assert b"Traceback" not in err
