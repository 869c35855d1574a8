"""The real commands beside bcftools with two threads: start-up, vault, recheck, map and report included.

`python -m tests.bench prep` runs every part, `python -m tests.bench prep:full` one of full, gt, x, one, bcf, dosages,
likelihoods, memory. Each command runs once for its memory and then in turn with the others; the best of its runs
counts. Inputs are BGZF, as they come from a laboratory; sizes are those of the text inside. `GENOSEAL_BENCH_MB` sets
that size (default 1000), `GENOSEAL_BENCH_RUNS` the timed runs (default 3), `GENOSEAL_BENCH_INPUTS` a folder that keeps
the inputs for next time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.imputed import write_imputed, write_x
from tests.bench.process_tree import tree_kib

REPOSITORY = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("GENOSEAL_CORPUS", REPOSITORY.parent / "shared" / "corpus"))
SOURCE = "large/UW-GAC__analysis_pipeline__1KG_phase3_subset_chr21.vcf.gz"
HAPMAP = "large/genepi__imputationserver2__hapmap_r22.chr1.CEU.hg19.recode.bcf"
MEGABYTES = int(os.environ.get("GENOSEAL_BENCH_MB", "1000"))
RUNS = int(os.environ.get("GENOSEAL_BENCH_RUNS", "3"))
PEER = ("bcftools", "annotate", "--no-version", "-Oz1", "--threads", "2")
MOST_MIB = 400


@dataclass(frozen=True)
class Best:
    """The best of a command's runs, and the peak memory of all its processes together."""

    seconds: float
    mib: float


class Bench:
    """Inputs, a home with a vault, and the lines of the table."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.inputs = Path(os.environ.get("GENOSEAL_BENCH_INPUTS", folder))
        self.inputs.mkdir(exist_ok=True)
        self.out, self.restored, self.peer_out = folder / "out", folder / "restored", folder / "peer.vcf.gz"
        password = folder / "password"
        password.write_text("a passphrase for the bench alone\n")
        password.chmod(0o600)
        home = folder / "home"
        home.mkdir(mode=0o700)
        self.maps = home / "maps"
        # An installed program has its bytecode; here the first run of each command, which is not timed, writes it.
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        self.environment = kept | {"GENOSEAL_HOME": str(home), "GENOSEAL_VAULT_PASSWORD_FILE": str(password)}
        self.lines: list[str] = []

    def cohort(self, name: str, *options: str) -> Path:
        path = self.inputs / f"{name}-{MEGABYTES}.vcf.gz"
        if not path.exists():
            made = path.with_name(f"making-{path.name}")
            command = [sys.executable, str(CORPUS / "make_cohort.py"), "--source", str(CORPUS / SOURCE)]
            subprocess.run([*command, "--out", str(made), *options], check=True, stdout=subprocess.DEVNULL)
            made.rename(path)
        return path

    def full(self, share: float = 1, name: str = "full") -> Path:
        return self.cohort(name, "--samples", "2500", "--sites", str(int(MEGABYTES * 17.2 * share)))

    def prepare(self, source: Path, jobs: int, *options: str) -> list[str]:
        genoseal = [sys.executable, "-m", "ui.terminal.launch"]
        return [*genoseal, "prepare", str(source), "--out", str(self.out), "--force", "--jobs", str(jobs), *options]

    def inspect(self, source: Path) -> list[str]:
        return [sys.executable, "-m", "ui.terminal.launch", "inspect", str(source), "--jobs", "2"]

    def restore(self, source: Path) -> list[str]:
        newest = max(self.maps.glob("*.gmap"), key=lambda path: path.stat().st_mtime_ns)
        command = [sys.executable, "-m", "ui.terminal.launch", "restore", str(source), "--map", str(newest)]
        return [*command, "--out", str(self.restored), "--force"]

    def imputed(self, name: str, samples: int, sites: int) -> Path:
        """GT:DS:GP of a phased cohort."""
        options = ("--samples", str(samples), "--sites", str(sites), "--format", "GT", "--phased", "--missing", "0")
        return self.derived(name, f"of-{name}", options, write_imputed)

    def genotypes(self) -> tuple[str, ...]:
        """Options of a phased cohort with GT alone."""
        return ("--samples", "2500", "--sites", str(MEGABYTES * 100), "--format", "GT", "--phased")

    def derived(self, name: str, cohort: str, options: tuple[str, ...], write: Callable[[Path, Path], None]) -> Path:
        """What `write` makes of a cohort."""
        path = self.inputs / f"{name}-{MEGABYTES}.vcf.gz"
        if not path.exists():
            made = path.with_name(f"making-{path.name}")
            write(self.cohort(cohort, *options), made)
            made.rename(path)
        return path

    def peer(self, source: Path, kept: str = "^FORMAT/GT") -> list[str]:
        return [*PEER, "-x", f"ID,QUAL,INFO,{kept}", str(source), "-o", str(self.peer_out)]

    def result(self) -> Path:
        """The file prepared last: what comes back is about as much text under the same pseudonyms."""
        path = self.folder / "result.vcf.gz"
        (self.out / "chr20.vcf.gz").rename(path)
        return path

    def best(self, commands: dict[str, list[str]]) -> dict[str, Best]:
        """Run the commands in turn. Sampling memory costs time, so that is a run of its own, before the timed ones."""
        memory = {name: self.peak(command) for name, command in commands.items()}
        seconds = dict.fromkeys(commands, float("inf"))
        for _ in range(RUNS):
            for name, command in commands.items():
                seconds[name] = min(seconds[name], self.seconds(command))
        return {name: Best(seconds[name], memory[name]) for name in commands}

    def line(self, goal: str, ours: float, theirs: float, wanted: float, mib: float) -> None:
        """A goal in seconds: ours against theirs, and the ratio that is wanted."""
        ratio = theirs / ours
        verdict = "yes" if ratio >= wanted else "no"
        self.lines.append(f"{goal:<52}{ours:8.2f}{theirs:9.2f}{ratio:8.2f}x{wanted:6.1f}x {verdict:<4}{mib:6.0f}")

    def seconds(self, command: list[str]) -> float:
        """Seconds of one run. Raises RuntimeError where the command fails."""
        started = time.perf_counter()
        if code := self._run(command).wait():
            raise RuntimeError(f"{command[3]} ended with {code}")
        return time.perf_counter() - started

    def peak(self, command: list[str]) -> float:
        """The most memory (MiB) of all processes of one run together."""
        process = self._run(command)
        peak = 0
        while process.poll() is None:
            peak = max(peak, tree_kib(process.pid))
            time.sleep(0.03)
        if process.returncode:
            raise RuntimeError(f"{command[3]} ended with {process.returncode}")
        return peak / 1024

    def _run(self, command: list[str]) -> subprocess.Popen[bytes]:
        quiet = subprocess.DEVNULL
        return subprocess.Popen(command, cwd=REPOSITORY, env=self.environment, stdout=quiet, stderr=quiet)


def full(bench: Bench) -> None:
    source = bench.full()
    best = bench.best(
        {
            "peer": bench.peer(source),
            "prepare": bench.prepare(source, 2),
            "alone": bench.prepare(source, 1),
            "inspect": bench.inspect(source),
        }
    )
    prepare = best["prepare"]
    bench.line("prepare, GT:AD:DP:GQ:PL / bcftools", prepare.seconds, best["peer"].seconds, 3, prepare.mib)
    bench.line("two workers / one", prepare.seconds, best["alone"].seconds, 1.7, best["alone"].mib)
    bench.line("inspect, GT:AD:DP:GQ:PL / prepare", best["inspect"].seconds, prepare.seconds, 2, best["inspect"].mib)


def gt(bench: Bench) -> None:
    source = bench.cohort("gt", *bench.genotypes())
    command = bench.prepare(source, 2)
    bench.seconds(command)
    best = bench.best(
        {
            "restore": bench.restore(bench.result()),
            "peer": bench.peer(source),
            "prepare": command,
            "inspect": bench.inspect(source),
        }
    )
    prepare = best["prepare"]
    bench.line("prepare, GT alone / bcftools", prepare.seconds, best["peer"].seconds, 4, prepare.mib)
    bench.line("inspect, GT alone / prepare", best["inspect"].seconds, prepare.seconds, 2, best["inspect"].mib)
    bench.line("restore, GT alone / prepare", best["restore"].seconds, prepare.seconds, 1, best["restore"].mib)


def x(bench: Bench) -> None:
    source = bench.derived("x", "gt", bench.genotypes(), write_x)
    best = bench.best({"peer": bench.peer(source), "prepare": bench.prepare(source, 2)})
    prepare = best["prepare"]
    bench.line(
        "prepare, X with men haploid, GT alone / bcftools", prepare.seconds, best["peer"].seconds, 1, prepare.mib
    )


def one(bench: Bench) -> None:
    source = bench.cohort("one", "--samples", "1", "--sites", "300000", "--names", "plain")
    best = bench.best({"peer": bench.peer(source), "prepare": bench.prepare(source, 2)})
    prepare = best["prepare"]
    bench.line("prepare, 1 sample x 300,000 / bcftools", prepare.seconds, best["peer"].seconds, 1, prepare.mib)


def bcf(bench: Bench) -> None:
    source = CORPUS / HAPMAP
    best = bench.best({"peer": bench.peer(source), "prepare": bench.prepare(source, 2, "--build", "hg19")})
    prepare = best["prepare"]
    bench.line("prepare, BCF 60 x 193,543 / bcftools", prepare.seconds, best["peer"].seconds, 1, prepare.mib)


def dosages(bench: Bench) -> None:
    kept = "^FORMAT/GT,FORMAT/DS,FORMAT/GP"
    for name, samples, sites in (("dosages", 2500, MEGABYTES * 26), ("dosages60", 60, MEGABYTES * 100)):
        source = bench.imputed(name, samples, sites)
        command = bench.prepare(source, 2, "--policy", "dosages")
        bench.seconds(command)
        restore = bench.restore(bench.result())
        best = bench.best({"restore": restore, "peer": bench.peer(source, kept), "prepare": command})
        prepare = best["prepare"]
        what = f"GT:DS:GP, {samples} samples"
        bench.line(f"prepare, {what} / bcftools", prepare.seconds, best["peer"].seconds, 2, prepare.mib)
        bench.line(f"restore, {what} / prepare", best["restore"].seconds, prepare.seconds, 1, best["restore"].mib)


def likelihoods(bench: Bench) -> None:
    source = bench.full()
    command = bench.prepare(source, 2, "--policy", "likelihoods")
    best = bench.best({"peer": bench.peer(source, "^FORMAT/GT,FORMAT/PL"), "prepare": command})
    prepare = best["prepare"]
    bench.line("prepare, GT:PL of GT:AD:DP:GQ:PL / bcftools", prepare.seconds, best["peer"].seconds, 2, prepare.mib)


def memory(bench: Bench) -> None:
    small, large = (bench.peak(bench.prepare(source, 2)) for source in (bench.full(0.1, "tenth"), bench.full()))
    verdict = "yes" if max(small, large) < MOST_MIB else "no"
    goal = f"memory of all processes, {MEGABYTES // 10} MB / {MEGABYTES} MB"
    bench.lines.append(f"{goal:<52}{small:8.0f}{large:9.0f}{large / small:8.2f}x {MOST_MIB:4} MiB {verdict}")


PARTS = (full, gt, x, one, bcf, dosages, likelihoods, memory)


def run(parts: list[str]) -> int:
    if not CORPUS.is_dir() or shutil.which("bcftools") is None:
        print("preparation: needs the corpus and bcftools; skipped")
        return 0
    chosen = [part for part in PARTS if part.__name__ in parts or not parts]
    title = f"goal ({MEGABYTES} MB of text)"
    print(f"{title:<52}{'ours s':>8}{'theirs s':>9}{'ratio':>9}{'goal':>7}{'MiB':>11}", flush=True)
    with tempfile.TemporaryDirectory(prefix="genoseal-bench-") as name:
        bench = Bench(Path(name))
        for part in chosen:
            part(bench)
            shutil.rmtree(bench.out, ignore_errors=True)
            print("\n".join(bench.lines), flush=True)
            bench.lines.clear()
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
