"""Real commands disturbed at a random moment, from their first imports to their last rename: stopped, killed, short of
room, or with a source that changes. All of the outputs stand or all is as it was; nothing runs on; the log verifies."""

from __future__ import annotations

import hashlib
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.support.command import Command

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="process groups, and /proc to see who is left")

_SAMPLES = 300
_WHOLE = {"chr20.vcf.gz", "report.json", "report.html", "report-local.html"}
_USAGE, _INPUT, _STOPPED = 2, 3, 130


@dataclass
class Run:
    """One command under way, in a process group of its own."""

    process: subprocess.Popen[bytes]
    source: Path
    draw: random.Random
    mark: bytes = field(repr=False)

    def signal_all(self, number: signal.Signals) -> None:
        os.killpg(self.process.pid, number)

    def others(self) -> list[int]:
        """Its helpers: all that were started for it, itself left out."""
        found = []
        for entry in Path("/proc").iterdir():
            if entry.name.isdecimal() and int(entry.name) != self.process.pid:
                try:
                    if self.mark in (entry / "environ").read_bytes().split(b"\0"):
                        found.append(int(entry.name))
                except OSError:
                    continue
        return found


def kill_one_helper(run: Run) -> None:
    if helpers := run.others():
        os.kill(run.draw.choice(helpers), signal.SIGKILL)


def stop_twice(run: Run) -> None:
    run.signal_all(signal.SIGINT)
    time.sleep(run.draw.uniform(0, 0.1))
    run.signal_all(signal.SIGINT)


def cut(run: Run) -> None:
    os.truncate(run.source, run.draw.randrange(1000, run.source.stat().st_size))


def replace(run: Run) -> None:
    other = run.source.with_name("other")
    other.write_bytes(run.source.read_bytes()[: 1 << 20])
    other.replace(run.source)


Disturb = Callable[[Run], object]
DISTURBANCES: dict[str, tuple[Disturb, set[int]]] = {
    "Ctrl-C": (lambda run: run.signal_all(signal.SIGINT), {_STOPPED, -signal.SIGINT}),
    "Ctrl-C twice": (stop_twice, {_STOPPED, -signal.SIGINT}),
    "SIGTERM": (lambda run: run.process.terminate(), {_STOPPED, -signal.SIGTERM, -signal.SIGINT}),
    "a closed terminal": (lambda run: run.signal_all(signal.SIGHUP), {_STOPPED, -signal.SIGHUP, -signal.SIGINT}),
    "kill -9": (lambda run: run.process.kill(), {-signal.SIGKILL}),
    "kill -9 of a helper": (kill_one_helper, set()),
    "a source that is cut": (cut, {_INPUT}),
    "a source that is another": (replace, {_INPUT}),
    "a source that goes": (lambda run: run.source.unlink(), {_INPUT, _USAGE}),
    "no room": (lambda run: None, {_USAGE}),
}


class Scene:
    """A source large enough for two workers, a map, and what an undisturbed run makes of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.command = Command(folder)
        self.original = folder / "original.vcf"
        self.map = folder / "job.gmap"
        names = "\t".join(f"ANNA_{number:04d}" for number in range(_SAMPLES))
        cells = b"\t0/1\t0/0\t1/1" * (_SAMPLES // 3) + b"\n"
        with self.original.open("wb") as stream:
            stream.write(b"##fileformat=VCFv4.2\n##contig=<ID=chr20,length=64444167>\n")
            stream.write(f"#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t{names}\n".encode())
            for position in range(100_000, 4_300_000, 100):
                stream.write(b"chr20\t%d\t.\tA\tC\t.\tPASS\t.\tGT" % position + cells)
        self.undisturbed()
        began = time.monotonic()
        self.undisturbed()
        self.seconds = time.monotonic() - began
        self.whole = self.output()

    @property
    def out(self) -> Path:
        return self.folder / "out"

    def arguments(self, source: Path) -> list[str]:
        return self.command.arguments("prepare", source, "--out", self.out, "--map", self.map, "--jobs", "2", "--force")

    def undisturbed(self) -> None:
        ended = subprocess.run(
            self.arguments(self.original), env=self.environment(), cwd=self.folder, capture_output=True, check=False
        )
        assert ended.returncode == 0, ended.stderr

    def environment(self, **more: str) -> dict[str, str]:
        return self.command.environment | {"PYTHONPATH": str(REPOSITORY)} | more

    def output(self) -> str:
        return hashlib.sha256((self.out / "chr20.vcf.gz").read_bytes()).hexdigest()

    def disturb(self, name: str, seed: int) -> None:
        draw = random.Random(seed)
        act, codes = DISTURBANCES[name]
        for earlier in _WHOLE:
            (self.out / earlier).write_text("earlier")
        source = self.folder / "source.vcf"
        source.write_bytes(self.original.read_bytes())
        room = draw.randrange(1, 200_000) if name == "no room" else resource.RLIM_INFINITY
        mark = f"{self.folder}-{name}-{seed}"
        process = subprocess.Popen(
            self.arguments(source),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self.environment(MARK_OF_THIS_RUN=mark),
            cwd=self.folder,
            start_new_session=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
        )
        run = Run(process, source, draw, f"MARK_OF_THIS_RUN={mark}".encode())
        wait_s = draw.uniform(0.1, 1.0) * self.seconds
        try:
            out, err = process.communicate(timeout=wait_s)
        except subprocess.TimeoutExpired:
            act(run)
            out, err = process.communicate(timeout=120)
        what = (name, seed, wait_s, process.returncode, out[-300:], err[-600:])
        assert process.returncode in codes | {0}, what
        assert b"mistake" not in err, what
        # A helper's own words where it was killed: what tracks their locks says what it misses.
        assert b"Traceback" not in err or name == "kill -9 of a helper", what
        self.require_silence(run)
        self.require_all_or_nothing(process.returncode, what)
        verified = self.command.run("audit", "verify", "--json")
        assert verified.code == 0, (what, verified)

    def require_silence(self, run: Run) -> None:
        deadline = time.monotonic() + 20
        while alive := run.others():
            assert time.monotonic() < deadline, alive
            time.sleep(0.05)

    def require_all_or_nothing(self, code: int, what: object) -> None:
        found = {file.name: file for file in self.out.iterdir()}
        named = {name for name in found if not name.endswith(".part")}
        assert named == _WHOLE, what
        assert code == -signal.SIGKILL or named == found.keys(), what
        if all(found[name].read_bytes() == b"earlier" for name in _WHOLE):
            assert code != 0, what
            return
        assert self.output() == self.whole, what


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return Scene(tmp_path_factory.mktemp("halts"))


@pytest.mark.parametrize(("name", "seed"), [("kill -9", 1), ("Ctrl-C twice", 2)])
def test_a_share_of_the_disturbances(scene: Scene, name: str, seed: int) -> None:
    scene.disturb(name, seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("name", DISTURBANCES)
def test_disturbed_at_a_random_moment(scene: Scene, name: str, seed: int) -> None:
    scene.disturb(name, 100 + seed)
