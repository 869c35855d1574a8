"""`inspect`, `prepare` and `restore`: exit codes, JSON, and a folder that is as it was after any failure."""

from __future__ import annotations

import errno
import gzip
import hashlib
import json
import random
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from client.tasks.maps import making_map
from tests.conftest import REPOSITORY
from tests.support.command import Command, Finished
from tests.support.here import Here, lines_of, names_in
from tests.support.places import make_workplace
from ui.terminal.demo_cohort import DemoCohort, write_demo_cohort
from ui.terminal.screen import Screen
from ui.terminal.work import say_map_is_awaited

# ---- what is promised of each command -------------------------------------------------------------------------------


def test_inspect_says_what_a_file_is_and_what_identifies_people_in_it(here: Here, cohort: DemoCohort) -> None:
    finished = here.run("inspect", *cohort.files)
    assert finished.code == 0
    assert [file["file"] for file in finished.json["files"]] == [str(path) for path in cohort.files]
    first = finished.json["files"][0]
    assert (first["samples"], first["records"], first["build"], first["container"]) == (24, 150, "hg38", "gzip")
    classes = {finding["class"] for finding in first["findings"]}
    assert {"sample-name", "national-number", "e-mail", "path", "command-line", "file-name"} <= classes
    # Nothing of the input's own text goes where a script would log it.
    assert not any(secret in finished.out.replace(str(cohort.files[0]), "") for secret in cohort.sample_ids)
    assert not (here.folder.parent / "home").exists()


def test_prepare_writes_files_reports_and_map_and_nothing_else(here: Here, cohort: DemoCohort) -> None:
    finished = here.run("prepare", *cohort.files, "--out", "out")
    assert finished.code == 0, finished.out
    out = here.folder / "out"
    assert sorted(path.name for path in out.iterdir()) == [
        "chr20.vcf.gz",
        "chr22.vcf.gz",
        "report-local.html",
        "report.html",
        "report.json",
    ]
    facts = finished.json
    assert facts["recheck"] == "passed"
    for file in facts["files"]:
        data = Path(file["output"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == file["sha256"]
        assert file["records_in"] == file["records_kept"] + sum(file["dropped"].values())
        assert file["samples"] == 24
    shareable = b"".join((out / name).read_bytes() for name in ("report.json", "report.html"))
    plain = "".join("".join(lines_of(out / name)) for name in ("chr20.vcf.gz", "chr22.vcf.gz"))
    for secret in cohort.secrets:
        assert secret not in plain
        assert secret.encode() not in shareable
    assert json.loads((out / "report.json").read_bytes())["schema"] == 1
    assert stat.S_IMODE((out / "chr20.vcf.gz").stat().st_mode) == 0o600
    assert facts["map"]["samples"] == 24


@pytest.mark.parametrize("failing", ["note", "rename"])
def test_on_a_disk_that_fails_at_the_end_neither_files_nor_a_note_of_them_stand(
    here: Here, cohort: DemoCohort, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    notes = here.folder.parent / "home" / "prepared"
    assert here.run("prepare", cohort.files[0], "--out", "before").code == 0
    kept = sorted(notes.iterdir())
    with monkeypatch.context() as full:
        if failing == "note":
            full.setattr("client.tasks.local_copies.private_output", fail)
        else:
            full.setattr("client.tasks.folder_outputs.sync_folder", fail)
            full.setattr("client.tasks.folder_outputs.os.replace", fail)
        assert here.run("prepare", cohort.files[0], "--out", "out").code != 0
    assert not (here.folder / "out").exists()
    assert sorted(notes.iterdir()) == kept
    assert here.run("prepare", cohort.files[0], "--out", "out").code == 0


def test_restore_puts_names_and_order_back(here: Here, cohort: DemoCohort) -> None:
    prepared = here.run("prepare", *cohort.files, "--out", "out").json
    pseudonyms = names_in(here.folder / "out" / "chr20.vcf.gz")
    assert set(pseudonyms).isdisjoint(cohort.sample_ids)
    finished = here.run("restore", "out/chr20.vcf.gz", "--map", prepared["map"]["file"], "--out", "back")
    assert finished.code == 0
    assert finished.json["files"][0]["output"] == "back/chr20.vcf.gz"
    assert names_in(here.folder / "back" / "chr20.vcf.gz") == list(cohort.sample_ids)


def test_another_jobs_map_restores_nothing(here: Here, cohort: DemoCohort) -> None:
    here.run("prepare", cohort.files[0], "--out", "one")
    other = here.run("prepare", cohort.files[0], "--out", "two").json
    finished = here.run("restore", "one/chr20.vcf.gz", "--map", other["map"]["id"], "--out", "back")
    assert (finished.code, finished.error_code) == (3, "MAP-IDS")
    assert not (here.folder / "back").exists()


def test_a_command_that_waits_for_anothers_new_map_says_so(
    here: Here, cohort: DemoCohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_told = threading.Event()

    def tell(screen: Screen) -> None:
        say_map_is_awaited(screen)
        is_told.set()

    monkeypatch.setattr("ui.terminal.files_room.say_map_is_awaited", tell)
    home, file, has_lock = here.folder.parent / "home", here.folder / "job.gmap", threading.Event()

    def other() -> None:
        with make_workplace(home) as workplace, making_map(workplace, file):
            has_lock.set()
            is_told.wait(30)

    thread = threading.Thread(target=other, name="other command")
    thread.start()
    assert has_lock.wait(30)
    waited = here.run("prepare", cohort.files[0], "--out", "one", "--map", "job.gmap")
    thread.join()
    assert waited.code == 0
    assert "Another Genoseal is making the map of this name" in waited.err
    assert "Ctrl-C" in waited.err
    assert "Another Genoseal" not in here.run("prepare", cohort.files[0], "--out", "two", "--map", "job.gmap").err


def test_a_map_carried_on_keeps_pseudonyms_and_is_made_where_missing(here: Here, cohort: DemoCohort) -> None:
    first = here.run("prepare", cohort.files[0], "--out", "one", "--map", "job.gmap")
    assert first.json["map"]["file"] == "job.gmap"
    second = here.run("prepare", cohort.files[1], "--out", "two", "--map", "job.gmap")
    assert second.json["map"]["id"] == first.json["map"]["id"]
    assert set(names_in(here.folder / "one" / "chr20.vcf.gz")) == set(names_in(here.folder / "two" / "chr22.vcf.gz"))
    wrong = here.run("prepare", cohort.files[1], "--out", "three", "--map", "job.gmap", "--project", "another")
    assert (wrong.code, wrong.error_code) == (2, "MAP-OTHER-PROJECT")
    assert not (here.folder / "three").exists()


def test_with_keyed_ids_a_person_has_the_same_one_in_every_map_of_a_project(here: Here, cohort: DemoCohort) -> None:
    text = (REPOSITORY / "resources" / "policies" / "imputation.toml").read_text()
    (here.folder / "keyed.toml").write_text(text.replace('ids = "random"', 'ids = "hmac"'))
    made = {}
    for out, *project in (("one",), ("again",), ("other", "--project", "other")):
        done = here.run("prepare", cohort.files[0], "--out", out, "--policy", "keyed.toml", *project)
        made[out] = (done.json["map"]["id"], set(names_in(here.folder / out / "chr20.vcf.gz")))
    assert made["one"][0] != made["again"][0]
    assert made["one"][1] == made["again"][1]
    assert made["one"][1].isdisjoint(made["other"][1])


def test_whoever_withdrew_stays_out_and_a_mistyped_name_is_refused(here: Here, cohort: DemoCohort) -> None:
    (here.folder / "withdrawn").write_text(f"{cohort.sample_ids[3]}\n{cohort.sample_ids[7]}\n")
    finished = here.run("prepare", cohort.files[0], "--out", "out", "--leave-out", "withdrawn")
    assert finished.json["files"][0]["samples"] == 22
    (here.folder / "withdrawn").write_text(f"{cohort.sample_ids[3]}\nNobody\n")
    refused = here.run("prepare", cohort.files[0], "--out", "out2", "--leave-out", "withdrawn")
    assert (refused.code, refused.error_code) == (2, "LEAVE-OUT-UNKNOWN")
    assert not (here.folder / "out2").exists()
    # As Windows writes text; then everybody.
    (here.folder / "withdrawn").write_bytes(b"\xef\xbb\xbf" + f"{cohort.sample_ids[3]}\r\n".encode())
    finished = here.run("prepare", cohort.files[0], "--out", "out3", "--leave-out", "withdrawn")
    assert finished.json["files"][0]["samples"] == 23
    (here.folder / "withdrawn").write_text("\n".join(cohort.sample_ids))
    refused = here.run("prepare", cohort.files[0], "--out", "out4", "--leave-out", "withdrawn")
    assert (refused.code, refused.error_code) == (3, "VCF-BLOCKED")
    assert refused.json["findings"][0]["code"] == "VCF-NO-SAMPLES"


@pytest.mark.parametrize(
    ("in_file", "in_list"),
    [
        ("Sk\u00e5ne7".encode(), "Ska\u030ane7".encode()),
        ("Ska\u030ane7".encode(), "Sk\u00e5ne7".encode()),
        ("Sk\u00e5ne7".encode(), "Sk\u00e5ne7".encode("latin-1")),
        ("Sk\u00e5ne7".encode("latin-1"), "Sk\u00e5ne7".encode()),
    ],
)
def test_whoever_withdrew_stays_out_however_a_computer_stores_the_letters(
    here: Here, in_file: bytes, in_list: bytes
) -> None:
    columns = COLUMNS.rstrip(b"\n").rsplit(b"\t", 1)[0] + b"\t" + in_file + b"\n"
    (here.folder / "in.vcf").write_bytes(HEADER + columns + RECORD % 100)
    (here.folder / "withdrawn").write_bytes(in_list + b"\n")
    everybody = here.run("prepare", "in.vcf", "--out", "all").json["files"][0]["samples"]
    finished = here.run("prepare", "in.vcf", "--out", "out", "--leave-out", "withdrawn")
    assert finished.json["files"][0]["samples"] == everybody - 1


def test_the_line_and_the_samples_column_of_what_stops_are_shown(here: Here) -> None:
    (here.folder / "in.vcf").write_bytes(HEADER + COLUMNS + RECORD % 100 + (RECORD % 200).replace(b"0/0", b"0/5"))
    shown = here.run("inspect", "in.vcf", as_json=False).out
    assert "line 6 · column 11" in shown
    (here.folder / "in.vcf").write_bytes(HEADER + COLUMNS + RECORD % 0)
    assert "column" not in here.run("inspect", "in.vcf", as_json=False).out  # the place is called POS


def test_an_example_whose_bounds_could_not_be_seen_stands_in_quotes(here: Here) -> None:
    columns = COLUMNS.replace(b"\tA1", b"\tHolm, Ann").replace(b"\tB2", b"\tBerg, Per")
    (here.folder / "in.vcf").write_bytes(HEADER + columns + (RECORD % 100).replace(b"0/0\n", b"0/1 \n"))
    shown = here.run("inspect", "in.vcf", as_json=False).out
    assert "such as “0/1 ”" in shown
    assert "such as “Holm, Ann”" in shown


def test_existing_outputs_are_replaced_only_with_force(here: Here, cohort: DemoCohort) -> None:
    here.run("prepare", cohort.files[0], "--out", "out")
    before = {path.name: path.read_bytes() for path in (here.folder / "out").iterdir()}
    refused = here.run("prepare", cohort.files[0], "--out", "out")
    assert (refused.code, refused.error_code) == (2, "OUTPUT-EXISTS")
    assert {path.name: path.read_bytes() for path in (here.folder / "out").iterdir()} == before
    assert here.run("prepare", cohort.files[0], "--out", "out", "--force").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (("--policy", "no-such"), 2, "POLICY-UNKNOWN"),
        (("--service", "no-such"), 2, "SERVICE-UNKNOWN"),
        (("--build", "hg17"), 2, "GS-USAGE"),
        (("--site-list", "no-such"), 2, "FILE-MISSING"),
        (("--leave-out", "no-such"), 2, "FILE-MISSING"),
        (("--jobs", "0"), 2, "GS-USAGE"),
        (("--build", "hg19"), 3, "VCF-BLOCKED"),
    ],
)
def test_a_wrong_choice_ends_before_anything_is_written(
    here: Here, cohort: DemoCohort, arguments: tuple[str, ...], code: int, error: str
) -> None:
    finished = here.run("prepare", cohort.files[0], "--out", "out", *arguments)
    assert (finished.code, finished.error_code) == (code, error)
    assert not (here.folder / "out").exists()


def test_of_several_files_the_one_that_stops_the_job_is_named(here: Here) -> None:
    head = HEADER.replace(b"ID=20,length=63025520", b"ID=22,length=51304566") + COLUMNS
    unsorted = head + (RECORD % 900 + RECORD % 100).replace(b"20\t", b"22\t")
    (here.folder / "good.vcf").write_bytes(HEADER + COLUMNS + RECORD % 100)
    (here.folder / "bad.vcf").write_bytes(unsorted)
    (here.folder / "worse.vcf").write_bytes(unsorted)
    one = here.run("prepare", "good.vcf", "bad.vcf", "--out", "out")
    assert (one.error_code, one.json["error"]["file"]) == ("VCF-BLOCKED", "bad.vcf")
    two = here.run("prepare", "good.vcf", "bad.vcf", "worse.vcf", "--out", "out")
    assert two.error_code == "VCF-BLOCKED"
    assert "file" not in two.json["error"]


def test_a_site_list_tells_what_a_service_would_refuse(here: Here, cohort: DemoCohort) -> None:
    sites = [line.split("\t")[:5] for line in lines_of(cohort.files[0]) if not line.startswith("#")]
    (here.folder / "other.list").write_text("".join(f"20\t{int(site[1]) + 1}\tA\tG\n" for site in sites))
    (here.folder / "same.list").write_text("".join(f"20\t{site[1]}\t{site[3]}\t{site[4]}\n" for site in sites))
    (here.folder / "no.list").write_text("this is no list\n")
    assert here.run("inspect", cohort.files[0], "--site-list", "same.list").code == 0
    refused = here.run("prepare", cohort.files[0], "--out", "out", "--site-list", "other.list")
    assert (refused.code, refused.error_code) == (3, "VCF-BLOCKED")
    assert "VCF-LIST-OVERLAP" in {finding["code"] for finding in refused.json["findings"]}
    damaged = here.run("prepare", cohort.files[0], "--out", "out", "--site-list", "no.list")
    assert (damaged.code, damaged.error_code) == (2, "PREP-RULES-FILE")
    assert not (here.folder / "out").exists()


def test_a_policy_that_sends_listed_sites_alone_wants_the_list_of_every_command(here: Here, cohort: DemoCohort) -> None:
    text = (REPOSITORY / "resources" / "policies" / "imputation.toml").read_text()
    (here.folder / "listed.toml").write_text(text.replace('keep = "all" ', 'keep = "list"'))
    for command in (("inspect",), ("prepare", "--out", "out")):
        refused = here.run(*command, cohort.files[0], "--policy", "listed.toml")
        assert (refused.code, refused.error_code) == (2, "PREP-RULES-FILE")


def test_the_michigan_limits_count_where_they_are_asked_for(here: Here, tmp_path: Path) -> None:
    (tmp_path / "few").mkdir()
    few = write_demo_cohort(tmp_path / "few", samples=12, sites=60)
    assert here.run("inspect", few.files[0]).code == 0
    finished = here.run("inspect", few.files[0], "--service", "michigan")
    assert (finished.code, finished.error_code) == (3, "FINDINGS-BLOCK")
    found = {finding["code"]: finding for finding in finished.json["files"][0]["findings"]}
    assert found["VCF-SAMPLES-FEW"]["server_text"] == "At least 20 samples must be uploaded."


def test_without_a_place_for_the_map_prepare_stops_with_5_before_it_begins(tmp_path: Path, cohort: DemoCohort) -> None:
    command = Command(tmp_path, with_vault=False)
    finished = command.run("prepare", cohort.files[0], "--out", "out", "--json")
    assert (finished.code, finished.error_code) == (5, "SECRETS-NONE")
    assert "GENOSEAL_VAULT_PASSWORD_FILE" in finished.json["error"]["next"]
    assert not (tmp_path / "out").exists()


def test_a_vault_password_file_that_others_can_read_is_refused(tmp_path: Path, cohort: DemoCohort) -> None:
    command = Command(tmp_path)
    Path(command.environment["GENOSEAL_VAULT_PASSWORD_FILE"]).chmod(0o644)
    finished = command.run("prepare", cohort.files[0], "--out", "out", "--json")
    assert (finished.code, finished.error_code) == (5, "VAULT-PASSWORD-FILE")
    assert "chmod 600" in finished.json["error"]["next"]


# ---- bad input ------------------------------------------------------------------------------------------------------

HEADER = (
    b'##fileformat=VCFv4.2\n##contig=<ID=20,length=63025520>\n##FORMAT=<ID=GT,Number=1,Type=String,Description="">\n'
)
COLUMNS = b"#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tA1\tB2\n"
RECORD = b"20\t%d\t.\tA\tC\t.\tPASS\t.\tGT\t0/1\t0/0\n"


def _bad_inputs() -> dict[str, tuple[bytes, str]]:
    whole = HEADER + COLUMNS + b"".join(RECORD % position for position in range(100, 4000, 7))
    return {
        "empty": (b"", "VCF-EMPTY"),
        "binary": (random.Random(1).randbytes(5000), "VCF-NOT-VCF"),
        "text": (b"hello\nworld\n", "VCF-NOT-VCF"),
        "zip": (b"PK\x03\x04" + bytes(500), "VCF-COMPRESSION"),
        "cut-gzip": (gzip.compress(whole)[:-20], "VCF-TRUNCATED"),
        "no-columns": (HEADER, "VCF-HEADER"),
        "unsorted": (HEADER + COLUMNS + RECORD % 900 + RECORD % 100, "VCF-BLOCKED"),
        "no-samples": (HEADER + COLUMNS.replace(b"\tFORMAT\tA1\tB2", b""), "VCF-BLOCKED"),
        "twice": (HEADER + COLUMNS.replace(b"B2", b"A1") + RECORD % 100, "VCF-BLOCKED"),
        "short-line": (HEADER + COLUMNS + b"20\t5\t.\tA\n", "VCF-BLOCKED"),
    }


@pytest.mark.parametrize("name", _bad_inputs())
def test_bad_input_ends_with_3_names_the_reason_and_leaves_nothing(here: Here, name: str) -> None:
    content, code = _bad_inputs()[name]
    (here.folder / "bad.vcf").write_bytes(content)
    before = sorted(here.folder.rglob("*"))
    prepared = here.run("prepare", "bad.vcf", "--out", "out")
    assert (prepared.code, prepared.error_code) == (3, code)
    assert prepared.json["error"]["file"] == "bad.vcf"
    inspected = here.run("inspect", "bad.vcf")
    assert (inspected.code, inspected.error_code) == (3, "FINDINGS-BLOCK")
    (file,) = inspected.json["files"]
    assert file.get("error", {}).get("code") == code or any(f["severity"] == "block" for f in file["findings"])
    assert sorted(here.folder.rglob("*")) == before
    assert not list((here.folder.parent / "home" / "maps").glob("*"))
    assert "Traceback" not in prepared.err + inspected.err


@pytest.mark.parametrize(("path", "code"), [("missing.vcf", "FILE-MISSING"), (".", "FILE-IS-FOLDER")])
def test_a_name_that_is_no_file_ends_with_2(here: Here, path: str, code: str) -> None:
    for command in (
        ("inspect", path),
        ("prepare", path, "--out", "out"),
        ("restore", path, "--map", "m", "--out", "o"),
    ):
        finished = here.run(*command)
        assert finished.code == 2
        assert finished.error_code == ("MAP-UNKNOWN" if command[0] == "restore" else code)


def test_good_and_bad_files_are_inspected_together(here: Here, cohort: DemoCohort) -> None:
    (here.folder / "bad.vcf").write_bytes(b"no")
    finished = here.run("inspect", "bad.vcf", cohort.files[0])
    assert finished.code == 3
    assert [file["samples"] for file in finished.json["files"]] == [None, 24]
    assert finished.json["blocking"] == 1


def _each(folder: Path, here: Here, check: Callable[[Path, Finished, Finished], None]) -> None:
    files = [path for path in sorted(folder.iterdir()) if path.is_file() and not path.name.endswith((".tbi", ".csi"))]
    assert files
    for number, path in enumerate(files):
        out = here.folder / f"out{number}"
        check(path, here.run("inspect", path, "--build", "hg19"), here.run("prepare", path, "--out", out))


@pytest.mark.corpus
@pytest.mark.parametrize("folder", ["spec", "server"])
def test_every_real_file_valid_or_not_ends_as_promised(here: Here, corpus: Path, folder: str) -> None:
    bugs: list[tuple[str, Any]] = []

    def check(path: Path, inspected: Finished, prepared: Finished) -> None:
        for finished in (inspected, prepared):
            facts = finished.json
            if finished.code not in (0, 3) or (finished.code == 0) == ("error" in facts) or finished.err:
                bugs.append((path.name, facts.get("error", finished.err)))
        out = here.folder / f"out{len(seen)}"
        seen.append(path)
        if prepared.code != 0 and out.exists():
            bugs.append((path.name, "left something behind"))

    seen: list[Path] = []
    _each(corpus / folder, here, check)
    assert bugs == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("map", "export", "LONG", "--out", "backup"), "MAP-UNKNOWN"),
        (("restore", "FILE", "--map", "LONG", "--out", "back"), "MAP-UNKNOWN"),
        (("prepare", "FILE", "--map", "LONG", "--out", "out"), "FILE-MISSING"),
        (("prepare", "FILE", "--policy", "LONG", "--out", "out"), "POLICY-UNKNOWN"),
        (("prepare", "FILE", "--out", "LONG"), "FILE-MISSING"),
        (("inspect", "LONG"), "FILE-MISSING"),
        (("approve", "LONG", "--approver", "A. B.", "--out", "approval"), "FILE-MISSING"),
        (("keys", "show", "LONG"), "FILE-MISSING"),
    ],
)
def test_a_name_that_no_file_can_have_is_wrong_usage(
    here: Here, cohort: DemoCohort, arguments: tuple[str, ...], code: str
) -> None:
    given = {"LONG": "n" * 300, "FILE": str(cohort.files[0])}
    refused = here.run(*(given.get(argument, argument) for argument in arguments))
    assert (refused.code, refused.error_code) == (2, code)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="a file whose reading fails is one of Linux")
@pytest.mark.parametrize(
    "arguments", [("keys", "show"), ("approve", "--approver", "A. B.", "--out", "approval"), ("prepare", "--policy")]
)
def test_a_file_whose_reading_fails_is_called_that(here: Here, cohort: DemoCohort, arguments: tuple[str, ...]) -> None:
    more = (str(cohort.files[0]), "--out", "out") if arguments[0] == "prepare" else ()
    refused = here.run(*arguments, "/proc/self/mem", *more)
    assert (refused.code, refused.error_code) == (3, "FILE-UNREADABLE")
