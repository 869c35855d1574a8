"""The demo: the whole route through every room, on the cohort it makes and on real files."""

from __future__ import annotations

import getpass
import gzip
import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.support.command import Command
from ui.terminal.demo_cohort import write_demo_cohort
from ui.terminal.demo_route import STEP_NAMES

STEPS = [
    "practice", "profile", "enrol", "sign-in", "inspect", "prepare", "recheck", "seal", "upload", "job", "results",
    "restore", "delete", "certificate", "audit",
]  # fmt: skip


def _names(file: Path) -> list[str]:
    """A reader of the test's own."""
    with gzip.open(file, "rt") as lines:
        return next(line for line in lines if line.startswith("#CHROM")).rstrip("\n").split("\t")[9:]


def _every_byte(folder: Path) -> bytes:
    return b"\n".join(
        str(path.relative_to(folder)).encode() + b"\n" + (path.read_bytes() if path.is_file() else b"")
        for path in sorted(folder.rglob("*"))
    )


@pytest.fixture
def command(tmp_path: Path) -> Command:
    return Command(tmp_path, with_vault=False)


def test_the_demo_makes_its_own_cohort_and_every_step_holds(command: Command) -> None:
    finished = command.run("demo", "--json", timeout_s=300)
    assert finished.code == 0, finished.out + finished.err
    facts = finished.json
    assert facts["ok"] is True
    assert [step["name"] for step in facts["steps"]] == STEPS == list(STEP_NAMES)
    assert all(step["ok"] and step["seconds"] >= 0 and step["detail"] for step in facts["steps"])
    # Neither the user's own home nor anything else was touched.
    assert not command.home.exists()
    assert sorted(path.name for path in command.folder.iterdir()) == []


def test_for_people_the_demo_shows_what_was_found_and_what_leaves(command: Command) -> None:
    finished = command.run("demo", "--keep", "kept", timeout_s=300)
    assert finished.code == 0, finished.out + finished.err
    assert finished.err == ""
    assert "National identity numbers" in finished.out
    assert "##contig=<ID=chr20>" in finished.out
    assert "every step held" in finished.out
    assert {"service", "client", "results"} <= {path.name for path in (command.folder / "kept").iterdir()}
    # A folder with something in it is not used a second time.
    assert command.run("demo", "--keep", "kept", "--json").error_code == "OUTPUT-EXISTS"


@pytest.mark.corpus
def test_a_real_set_of_chromosomes_comes_back_under_its_own_names(command: Command, corpus: Path) -> None:
    files = sorted((corpus / "large").glob("*1KG_phase3_subset_chr*"))
    assert len(files) == 13
    finished = command.run("demo", *files, "--keep", "kept", "--json", timeout_s=600)
    assert finished.code == 0, finished.out + finished.err
    kept = command.folder / "kept"
    names = _names(files[0])
    assert len(names) == 1126
    restored = sorted((kept / "results").glob("*.vcf.gz"))
    assert len(restored) == 13
    for file in restored:
        assert _names(file) == names
    private = [name for name in names if len(name) >= 7] + [file.name for file in files] + [str(corpus)]
    if len(getpass.getuser()) >= 6:
        private.append(getpass.getuser())
    with gzip.open(files[0], "rt") as lines:
        header = [line.strip() for line in lines if line.startswith("##")]
    private += [line for line in header if len(line) > 20 and not line.startswith(("##FORMAT=<ID=GT", "##contig"))]
    logs = b"".join(path.read_bytes() for path in (kept / "client" / "logs").glob("*"))
    assert logs
    storage = _every_byte(kept / "service") + logs
    assert [text for text in private if text.encode() in storage] == []


def test_a_thousand_samples_by_a_thousand_sites_take_under_thirty_seconds(command: Command) -> None:
    (command.folder / "cohort").mkdir()
    cohort = write_demo_cohort(command.folder / "cohort", samples=1000, sites=1000)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    finished = command.run("demo", cohort.files[0], "--json", timeout_s=300)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert finished.code == 0, finished.out + finished.err
    # Time on the processor, not on the clock: other tests run beside this one.
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 30


def test_a_step_that_fails_gives_its_exit_code_and_ends_the_route(command: Command) -> None:
    damaged = command.folder / "damaged.vcf.gz"
    damaged.write_bytes(gzip.compress(b"##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n")[:-9])
    finished = command.run("demo", damaged, "--json", timeout_s=120)
    assert finished.code == 3
    facts = finished.json
    assert facts["ok"] is False
    assert facts["steps"][-1]["name"] == "inspect"
    assert facts["steps"][-1]["ok"] is False
    assert all(step["ok"] for step in facts["steps"][:-1])


def test_without_the_practice_extra_the_demo_names_the_line_that_installs_it() -> None:
    code = (
        "import sys; sys.modules['uvicorn'] = None\n"
        "from ui.terminal.main import run\nsys.exit(run([sys.argv[1], '--json']))"
    )
    for name in ("demo", "practice"):
        finished = subprocess.run(
            [sys.executable, "-c", code, name], cwd=REPOSITORY, capture_output=True, text=True, timeout=60, check=False
        )
        assert finished.returncode == 2, finished.stderr
        error = json.loads(finished.stdout)["error"]
        assert error["code"] == "PRACTICE-MISSING"
        assert "installers/install-from-wheel --practice" in error["next"]
