"""`inspect`, `prepare` and `restore`: exit codes, JSON, and a folder that is as it was after any failure."""

from __future__ import annotations

import errno
import gzip
import hashlib
import json
import random
import stat
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from client.tasks.logs import stop_logging
from client.tasks.maps import making_map
from tests.support.command import VAULT_PASSWORD, Command, Finished
from tests.support.places import make_workplace
from tests.support.prep_files import POLICIES
from ui.terminal.demo_cohort import DemoCohort, write_demo_cohort
from ui.terminal.main import run
from ui.terminal.screen import Screen
from ui.terminal.work import say_map_is_awaited


class Here:
    """Runs commands in this process: hundreds of files need no hundreds of starts."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def run(self, *arguments: str | Path) -> Finished:
        self._capsys.readouterr()
        code = run([*map(str, arguments), "--json"])
        captured = self._capsys.readouterr()
        return Finished(code, captured.out, captured.err)


@pytest.fixture
def here(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Here]:
    hooks = sys.excepthook, threading.excepthook
    password = tmp_path / "vault-password"
    password.write_text(VAULT_PASSWORD)
    password.chmod(0o600)
    monkeypatch.setenv("GENOSEAL_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GENOSEAL_VAULT_PASSWORD_FILE", str(password))
    monkeypatch.setattr("client.seal.passphrase.MEMORY_KIB", 64)
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    yield Here(tmp_path / "work", capsys)
    stop_logging()
    sys.excepthook, threading.excepthook = hooks


@pytest.fixture(scope="module")
def cohort(tmp_path_factory: pytest.TempPathFactory) -> DemoCohort:
    return write_demo_cohort(tmp_path_factory.mktemp("cohort"), samples=24, sites=150)


def _lines(file: Path) -> list[str]:
    with gzip.open(file, "rt") as stream:
        return stream.readlines()


def _names(file: Path) -> list[str]:
    return next(line for line in _lines(file) if line.startswith("#CHROM")).rstrip("\n").split("\t")[9:]


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
    plain = "".join("".join(_lines(out / name)) for name in ("chr20.vcf.gz", "chr22.vcf.gz"))
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
            full.setattr("client.tasks.preparation.sync_folder", fail)
            full.setattr("client.tasks.preparation.os.replace", fail)
        assert here.run("prepare", cohort.files[0], "--out", "out").code != 0
    assert not (here.folder / "out").exists()
    assert sorted(notes.iterdir()) == kept
    assert here.run("prepare", cohort.files[0], "--out", "out").code == 0


def test_restore_puts_names_and_order_back(here: Here, cohort: DemoCohort) -> None:
    prepared = here.run("prepare", *cohort.files, "--out", "out").json
    pseudonyms = _names(here.folder / "out" / "chr20.vcf.gz")
    assert set(pseudonyms).isdisjoint(cohort.sample_ids)
    finished = here.run("restore", "out/chr20.vcf.gz", "--map", prepared["map"]["file"], "--out", "back")
    assert finished.code == 0
    assert finished.json["files"][0]["output"] == "back/chr20.vcf.gz"
    assert _names(here.folder / "back" / "chr20.vcf.gz") == list(cohort.sample_ids)


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
    assert set(_names(here.folder / "one" / "chr20.vcf.gz")) == set(_names(here.folder / "two" / "chr22.vcf.gz"))
    wrong = here.run("prepare", cohort.files[1], "--out", "three", "--map", "job.gmap", "--project", "another")
    assert (wrong.code, wrong.error_code) == (2, "MAP-OTHER-PROJECT")
    assert not (here.folder / "three").exists()


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


def test_a_site_list_tells_what_a_service_would_refuse(here: Here, cohort: DemoCohort) -> None:
    sites = [line.split("\t")[:5] for line in _lines(cohort.files[0]) if not line.startswith("#")]
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


# ---- an output never takes the place of what is read ----------------------------------------------------------------


@pytest.mark.parametrize("link", ["itself", "hard", "symbolic"])
def test_prepare_never_replaces_its_source_whatever_force_says(here: Here, cohort: DemoCohort, link: str) -> None:
    kept = here.folder / "mine" / "kept.vcf.gz"
    kept.parent.mkdir()
    kept.write_bytes(cohort.files[0].read_bytes())
    target = here.folder / "mine" / "chr20.vcf.gz"
    if link == "itself":
        kept = kept.rename(target)
    elif link == "hard":
        target.hardlink_to(kept)
    else:
        target.symlink_to(kept)
    refused = here.run("prepare", kept, "--out", "mine", "--force")
    assert (refused.code, refused.error_code) == (2, "OUTPUT-IS-INPUT")
    assert kept.read_bytes() == cohort.files[0].read_bytes()
    assert {path.name for path in kept.parent.iterdir()} == {kept.name, target.name}


def test_prepare_never_puts_a_report_over_a_list_or_map_that_it_was_given(here: Here, cohort: DemoCohort) -> None:
    (here.folder / "out").mkdir()
    names = here.folder / "out" / "report.json"
    names.write_text(f"{cohort.sample_ids[3]}\n")
    refused = here.run("prepare", cohort.files[0], "--out", "out", "--leave-out", names, "--force")
    assert (refused.code, refused.error_code) == (2, "OUTPUT-IS-INPUT")
    assert names.read_text() == f"{cohort.sample_ids[3]}\n"
    refused = here.run("prepare", cohort.files[0], "--out", "new", "--map", "new/report.html", "--force")
    assert (refused.code, refused.error_code) == (2, "OUTPUT-IS-INPUT")
    assert not (here.folder / "new").exists()


def test_restore_never_replaces_its_source_or_its_map(here: Here, cohort: DemoCohort) -> None:
    here.run("prepare", cohort.files[0], "--out", "out", "--map", "job.gmap")
    before = (here.folder / "out" / "chr20.vcf.gz").read_bytes()
    refused = here.run("restore", "out/chr20.vcf.gz", "--map", "job.gmap", "--out", "out", "--force")
    assert (refused.code, refused.error_code) == (2, "OUTPUT-IS-INPUT")
    assert (here.folder / "out" / "chr20.vcf.gz").read_bytes() == before


def test_a_map_backup_never_replaces_the_map(here: Here, cohort: DemoCohort) -> None:
    here.run("prepare", cohort.files[0], "--out", "out", "--map", "job.gmap")
    (here.folder / "pass").write_text("a passphrase for backups")
    before = (here.folder / "job.gmap").read_bytes()
    refused = here.run("map", "export", "job.gmap", "--out", "job.gmap", "--password-file", "pass", "--force")
    assert (refused.code, refused.error_code) == (2, "OUTPUT-IS-INPUT")
    assert (here.folder / "job.gmap").read_bytes() == before


def test_a_map_used_again_with_other_samples_still_restores_the_first_job(here: Here, cohort: DemoCohort) -> None:
    here.run("prepare", cohort.files[0], "--out", "one", "--map", "job.gmap")
    (here.folder / "withdrawn").write_text(f"{cohort.sample_ids[3]}\n")
    again = here.run(
        "prepare",
        cohort.files[0],
        "--out",
        "two",
        "--map",
        "job.gmap",
        "--leave-out",
        "withdrawn",
        "--service",
        "generic",
    )
    assert again.code == 0, again.out
    for job, names in (
        ("one", list(cohort.sample_ids)),
        ("two", [n for n in cohort.sample_ids if n != cohort.sample_ids[3]]),
    ):
        back = here.run("restore", f"{job}/chr20.vcf.gz", "--map", "job.gmap", "--out", f"back-{job}")
        assert back.code == 0, back.out
        assert _names(here.folder / f"back-{job}" / "chr20.vcf.gz") == names


# ---- the same again, and gone again ---------------------------------------------------------------------------------


def test_prepared_twice_under_one_map_is_the_same_bytes(here: Here, cohort: DemoCohort) -> None:
    made = [here.run("prepare", *cohort.files, "--out", name, "--map", "m.gmap") for name in ("one", "two")]
    assert [finished.code for finished in made] == [0, 0]
    first, second = ([file["sha256"] for file in finished.json["files"]] for finished in made)
    assert first == second


def test_tidy_removes_what_is_due_and_nothing_else(here: Here, cohort: DemoCohort) -> None:
    policy = here.folder / "short.toml"
    policy.write_text((POLICIES / "imputation.toml").read_text().replace("local_days = 30", "local_days = 0"))
    assert here.run("prepare", cohort.files[0], "--out", "long").json["keep_until"] > "2026"
    assert here.run("prepare", cohort.files[0], "--out", "short", "--policy", policy).code == 0
    (here.folder / "short" / "notes.txt").write_text("my own")
    asked = here.run("tidy")
    assert (asked.code, asked.error_code) == (2, "ANSWER-NEEDED")
    assert len(asked.json["due"]) == 1
    done = here.run("tidy", "--yes")
    assert (done.code, done.json["removed"]) == (0, 4)
    assert [file.name for file in (here.folder / "short").iterdir()] == ["notes.txt"]
    assert len(list((here.folder / "long").iterdir())) == 4
    assert here.run("tidy").json == {"schema": 1, "due": [], "removed": 0}


def test_a_disk_with_less_room_than_the_files_take_is_warned_of(
    here: Here, cohort: DemoCohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    for free, is_warned in ((10, True), (1 << 40, False), (None, False)):
        monkeypatch.setattr("client.tasks.preparation.free_bytes", lambda _, free=free: free)
        made = here.run("prepare", cohort.files[0], "--out", f"out-{free}")
        found = {finding["code"]: finding["severity"] for finding in made.json["findings"]}
        assert found.get("VCF-DISK-SPACE") == ("warn" if is_warned else None)
