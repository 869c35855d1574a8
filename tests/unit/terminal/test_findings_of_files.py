"""Of several files it shows which one a line belongs to; of one file nothing is said that is not needed."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from client.tasks.inspection import inspect_files
from tests.support.here import Here
from tests.support.places import make_workplace
from ui.terminal.demo import _show_inspected
from ui.terminal.demo_cohort import DemoCohort
from ui.terminal.screen import Screen


def _broken(cohort: DemoCohort, number: int, folder: Path, lines: tuple[int, ...]) -> Path:
    """A copy of one of the cohort's files with a position that is no number in those records (from 1)."""
    with gzip.open(cohort.files[number], "rt") as source:
        text = source.readlines()
    first = next(place for place, line in enumerate(text) if not line.startswith("#"))
    for line in lines:
        text[first + line - 1] = re.sub(r"\t\d+\t", "\tx\t", text[first + line - 1], count=1)
    target = folder / f"broken-{number}.vcf"
    target.write_text("".join(text))
    return target


def _header_lines(file: Path) -> int:
    return sum(line.startswith("#") for line in file.read_text().splitlines())


@pytest.fixture
def broken(here: Here, cohort: DemoCohort) -> list[Path]:
    return [_broken(cohort, 0, here.folder, (5, 9)), _broken(cohort, 1, here.folder, (3,))]


def test_each_file_that_stops_is_named_with_its_own_line(here: Here, broken: list[Path]) -> None:
    stopped = here.run("prepare", *broken, "--out", "out")
    assert (stopped.code, stopped.error_code) == (3, "VCF-BLOCKED")
    (found,) = [entry for entry in stopped.json["findings"] if entry["code"] == "VCF-POSITION"]
    lines = [_header_lines(file) for file in broken]
    assert found["count"] == 3
    assert [(entry["file"], entry["count"], entry["line"]) for entry in found["files"]] == [
        (str(broken[0]), 2, lines[0] + 5),
        (str(broken[1]), 1, lines[1] + 3),
    ]
    shown = here.run("prepare", *broken, "--out", "out", as_json=False).out
    assert f"broken-0.vcf · 2 times · first in line {lines[0] + 5}" in shown
    assert f"broken-1.vcf · line {lines[1] + 3}" in shown


def test_of_one_file_of_two_only_that_one_is_named(here: Here, broken: list[Path], cohort: DemoCohort) -> None:
    stopped = here.run("prepare", cohort.files[1], broken[0], "--out", "out")
    (found,) = [entry for entry in stopped.json["findings"] if entry["code"] == "VCF-POSITION"]
    assert [entry["file"] for entry in found["files"]] == [str(broken[0])]


def test_a_file_that_cannot_be_read_hides_nothing_of_the_others(
    here: Here, broken: list[Path], cohort: DemoCohort
) -> None:
    (here.folder / "notes.vcf").write_text("no VCF\n")
    stopped = here.run("prepare", "notes.vcf", broken[0], cohort.files[0], "--out", "out")
    assert (stopped.code, stopped.error_code) == (3, "VCF-BLOCKED")
    assert [(entry["file"], entry["code"]) for entry in stopped.json["unreadable"]] == [("notes.vcf", "VCF-NOT-VCF")]
    places = {
        entry["code"]: [place["file"] for place in entry["files"]]
        for entry in stopped.json["findings"]
        if entry["severity"] == "block"
    }
    assert places == {
        "VCF-CHROM-TWICE": [str(broken[0]), str(cohort.files[0])],
        "VCF-POSITION": [str(broken[0])],
    }
    shown = here.run("prepare", "notes.vcf", broken[0], cohort.files[0], "--out", "out", as_json=False)
    assert "[VCF-NOT-VCF]" in shown.out
    assert "notes.vcf\n" in shown.out
    assert "changed first (3)" in shown.err
    alone = here.run("prepare", "notes.vcf", cohort.files[0], "--out", "out")
    assert (alone.error_code, alone.json["error"]["file"]) == ("VCF-NOT-VCF", "notes.vcf")


@pytest.mark.parametrize("command", [("inspect",), ("prepare", "--out", "out")])
def test_of_what_is_between_files_each_of_them_is_named(
    here: Here, cohort: DemoCohort, command: tuple[str, ...]
) -> None:
    again = here.folder / "again.vcf.gz"
    again.write_bytes(cohort.files[0].read_bytes())
    files = [str(file) for file in (cohort.files[0], again)]
    stopped = here.run(*command, *files)
    assert stopped.code == 3
    found = [*stopped.json.get("job_findings", ()), *stopped.json.get("findings", ())]
    (twice,) = [entry for entry in found if entry["code"] == "VCF-CHROM-TWICE"]
    assert [entry["file"] for entry in twice["files"]] == files
    shown = here.run(*command, *files, as_json=False).out.split("in two files  chromosome 20\n")[1]
    assert shown.splitlines()[1:3] == [f"{'':<11}{file}" for file in files]


def test_of_one_file_the_place_is_said_once(here: Here, broken: list[Path]) -> None:
    stopped = here.run("prepare", broken[0], "--out", "out")
    assert not any("files" in finding for finding in stopped.json["findings"])
    shown = here.run("prepare", broken[0], "--out", "out", as_json=False).out
    assert f"POS · 2 times · first in line {_header_lines(broken[0]) + 5}" in shown
    assert "broken-0.vcf · " not in shown


def test_what_is_left_out_has_a_line_and_chromosomes_are_counted_as_such(here: Here) -> None:
    file = here.folder / "two.vcf"
    columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tONE\tTWO"
    alleles = ("G", "G", "T,G", "T,G", "G")
    lines = [
        f"chr2{place // 3}\t{50 + place}\t.\tA\t{alt}\t.\tPASS\t.\tGT\t0/1\t1/1" for place, alt in enumerate(alleles)
    ]
    file.write_text("\n".join(("##fileformat=VCFv4.2", columns, *lines, "")))
    shown = here.run("inspect", file, "--build", "hg38", as_json=False).out
    assert "Several chromosomes in one file  2 chromosomes" in shown
    assert "Records with several alternate alleles × 2  records · first in line 5" in shown


def test_how_often_text_of_records_identifies_is_said_to_be_at_least(here: Here) -> None:
    file = here.folder / "two.vcf"
    columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tKaren_Jespersen\tLars_Holm"
    told = [f"##bcftools_command=view -s Karen_Jespersen /data/{number}" for number in range(3)]
    lines = [f"chr20\t{50 + at}\t.\tA\tG\t.\tPASS\tBY=kh{at}@clinic.example\tGT\t0/1\t1/1" for at in range(3)]
    file.write_text("\n".join(("##fileformat=VCFv4.2", *told, columns, *lines, "")))
    shown = here.run("inspect", file, "--build", "hg38", as_json=False).out
    assert "E-mail addresses × 3 or more  INFO" in shown
    assert "Command lines × 3  header" in shown


@pytest.fixture
def shown_by_the_demo(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """What the demo says of files once it has looked into them."""

    def show(*given: Path) -> str:
        with make_workplace(tmp_path / "home") as workplace:
            inspected = inspect_files(workplace, given)
        _show_inspected(Screen(is_json=False), inspected, given)
        return capsys.readouterr().out

    return show


def test_the_demo_names_the_files_that_do_not_go_together(
    cohort: DemoCohort, shown_by_the_demo: Callable[..., str]
) -> None:
    shown = shown_by_the_demo(cohort.files[0], cohort.files[0])
    assert "Leave one of them out" in shown
    assert str(cohort.files[0]) in shown


def test_the_demo_says_why_a_file_cannot_be_read(tmp_path: Path, shown_by_the_demo: Callable[..., str]) -> None:
    file = tmp_path / "empty.vcf"
    file.touch()
    shown = shown_by_the_demo(file)
    assert "stops    The file is empty.  [VCF-EMPTY]" in shown
    assert str(file) in shown


def test_reports_name_files_only_where_they_stay_here(here: Here, cohort: DemoCohort) -> None:
    # A line more in one header: places that all files have alike are told of no file.
    longer = here.folder / cohort.files[1].name
    version, _, rest = gzip.decompress(cohort.files[1].read_bytes()).partition(b"\n")
    longer.write_bytes(gzip.compress(b"\n".join((version, b"##phasing=none", rest))))
    files = (cohort.files[0], longer, *cohort.files[2:])
    made = here.run("prepare", *files, "--out", "out")
    assert made.code == 0, made.out
    local, shared = ((here.folder / "out" / name).read_text() for name in ("report-local.html", "report.html"))
    for file in files:
        assert re.search(rf"<div>{re.escape(file.name)}: \d+", local)
        assert file.name not in shared
        assert file.name not in (here.folder / "out" / "report.json").read_text()
    here.run("prepare", cohort.files[0], "--out", "one")
    assert f"<div>{cohort.files[0].name}" not in (here.folder / "one" / "report-local.html").read_text()


def test_the_samples_of_a_job_are_not_counted_once_for_each_file(here: Here, cohort: DemoCohort) -> None:
    few = []
    for number, source in enumerate(cohort.files[:2]):
        with gzip.open(source, "rt") as lines:
            kept = [
                line if line.startswith("##") else "\t".join(line.split("\t")[:14]).rstrip("\n") + "\n"
                for line in lines
            ]
        few.append(here.folder / f"few-{number}.vcf")
        few[-1].write_text("".join(kept))
    stopped = here.run("prepare", *few, "--out", "out", "--service", "michigan")
    (found,) = [entry for entry in stopped.json["findings"] if entry["code"] == "VCF-SAMPLES-FEW"]
    assert found["count"] == 5
    assert "files" not in found


def test_the_shared_report_numbers_the_files_that_have_a_finding(here: Here, cohort: DemoCohort) -> None:
    assert here.run("prepare", *cohort.files, "--out", "out").code == 0
    report = json.loads((here.folder / "out" / "report.json").read_text())
    assert [(entry["output"], entry["source"]) for entry in report["files"]] == [
        ("chr20.vcf.gz", 1),
        ("chr22.vcf.gz", 2),
    ]
    sources = [entry["sources"] for entry in (*report["findings"], *report["changes"]) if "sources" in entry]
    assert [1] in sources
    assert [1, 2] in sources
    here.run("prepare", cohort.files[0], "--out", "alone")
    alone = json.loads((here.folder / "alone" / "report.json").read_text())
    assert not any("sources" in entry for entry in (*alone["findings"], *alone["changes"]))


def test_of_each_file_it_is_said_how_many_samples_it_has(here: Here) -> None:
    columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t"
    for chromosome, samples in ((20, 25), (21, 1), (22, 3)):
        names, calls = "\t".join(f"S{number}" for number in range(samples)), "\t".join(["0/1"] * samples)
        record = f"chr{chromosome}\t30000000\t.\tA\tG\t.\tPASS\t.\tGT\t{calls}"
        (here.folder / f"{chromosome}.vcf").write_text(f"##fileformat=VCFv4.2\n{columns}{names}\n{record}\n")
    files = ("20.vcf", "21.vcf", "22.vcf")
    options = ("--out", "out", "--build", "hg38", "--service", "michigan")
    shown = here.run("prepare", *files, *options, as_json=False).out
    few = shown[shown.index("Too few samples") :].splitlines()
    assert (few[0], *(line.strip() for line in few[3:5])) == (
        "Too few samples  samples", "21.vcf · 1 sample", "22.vcf · 3 samples",
    )  # fmt: skip
