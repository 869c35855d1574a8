"""Preparation beside bcftools with two threads, start-up included: best of several alternating runs, and peak memory.

Goals: 3x `bcftools annotate -x` on 2,500 samples with GT:AD:DP:GQ:PL, 4x on GT alone, no slower on one sample and on 60
samples of BCF; inspect twice as fast as prepare, restore as fast; under 400 MiB in all processes together.
`GENOSEAL_BENCH_MB` sets the size of the text (default 1000), `GENOSEAL_BENCH_RUNS` the runs (default 3).
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("GENOSEAL_CORPUS", REPOSITORY.parent / "shared" / "corpus"))
SOURCE = "large/UW-GAC__analysis_pipeline__1KG_phase3_subset_chr21.vcf.gz"
HAPMAP = "large/genepi__imputationserver2__hapmap_r22.chr1.CEU.hg19.recode.bcf"
MEGABYTES = int(os.environ.get("GENOSEAL_BENCH_MB", "1000"))
RUNS = int(os.environ.get("GENOSEAL_BENCH_RUNS", "3"))
PEER = ["bcftools", "annotate", "--no-version", "-x", "ID,QUAL,INFO,^FORMAT/GT", "-Oz1", "--threads", "2"]


def cohort(folder: Path, name: str, *options: str) -> Path:
    path = folder / f"{name}.vcf.gz"
    command = [sys.executable, str(CORPUS / "make_cohort.py"), "--source", str(CORPUS / SOURCE), "--out", str(path)]
    subprocess.run([*command, *options], check=True, stdout=subprocess.DEVNULL)
    return path


def ours(action: str, source: Path, out: Path, jobs: int, build: str = "") -> list[str]:
    command = [sys.executable, "-m", "tests.bench.prep_run", action, str(source), str(out), str(jobs)]
    return [*command, build] if build else command


def timed(command: list[str]) -> tuple[float, float]:
    """Seconds and peak memory (MiB, proportional set size of the whole process tree) of one run."""
    peak = 0
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        peak = max(peak, tree_memory(process.pid))
        time.sleep(0.02)
    seconds = time.perf_counter() - started
    if process.returncode:
        raise RuntimeError(f"{command[:4]} failed")
    return seconds, peak / 1024


def tree_memory(root: int) -> int:
    """KiB of a process and its descendants, shared pages counted once; 0 where /proc has no such file."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(entry.parent.name)] = int(fields[1])
    wanted = {root}
    while more := {pid for pid, parent in parents.items() if parent in wanted} - wanted:
        wanted |= more
    total = 0
    for pid in wanted:
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:
            continue
        total += next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")), 0)
    return total


def compare(title: str, text_mb: float, commands: dict[str, list[str]], peer: str) -> None:
    best = dict.fromkeys(commands, float("inf"))
    memory = dict.fromkeys(commands, 0.0)
    for _ in range(RUNS):
        for name, command in commands.items():
            seconds, peak = timed(command)
            best[name], memory[name] = min(best[name], seconds), max(memory[name], peak)
    print(f"\n{title} ({text_mb:.0f} MB of text)")
    for name, seconds in best.items():
        ratio = f"{best[peer] / seconds:5.2f}x {peer}"
        print(f"  {name:<22}{seconds:7.2f} s  {text_mb / seconds:6.0f} MB/s  {ratio}  {memory[name]:5.0f} MiB")


def text_megabytes(path: Path) -> float:
    total = 0
    with gzip.open(path, "rb") as file:
        while data := file.read(1 << 22):
            total += len(data)
    return total / 1e6


def run() -> None:
    if not CORPUS.is_dir() or shutil.which("bcftools") is None:
        print("preparation: needs the corpus and bcftools; skipped")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        out, peer_out = folder / "out.vcf.gz", folder / "peer.vcf.gz"
        shapes = {
            "2,500 samples, GT:AD:DP:GQ:PL": ("full", ("--samples", "2500", "--sites", str(MEGABYTES * 165 // 10))),
            "2,500 samples, GT alone": (
                "gt", ("--samples", "2500", "--sites", str(MEGABYTES * 100), "--format", "GT", "--phased"),
            ),
            "1 sample, 300,000 records": ("one", ("--samples", "1", "--sites", "300000", "--names", "plain")),
        }  # fmt: skip
        for title, (short, options) in shapes.items():
            source = cohort(folder, short, *options)
            commands = {
                "bcftools": [*PEER, str(source), "-o", str(peer_out)],
                "prepare, 2 workers": ours("prepare", source, out, 2),
                "prepare, 1 process": ours("prepare", source, out, 1),
                "inspect, 2 workers": ours("inspect", source, out, 2),
                "restore, 2 workers": ours("restore", out, folder / "back.vcf.gz", 2),
            }
            compare(title, text_megabytes(source), commands, "bcftools")
            source.unlink()
        hapmap = CORPUS / HAPMAP
        commands = {
            "bcftools": [*PEER, str(hapmap), "-o", str(peer_out)],
            "prepare, 2 workers": ours("prepare", hapmap, out, 2, "hg19"),
        }
        compare("60 samples, 193,543 records of BCF", 60, commands, "bcftools")


if __name__ == "__main__":
    run()
