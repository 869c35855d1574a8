"""What `prepare` and `restore` write: never over what is read, the same again, and gone when it is due."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from tests.support.here import Here, names_in
from tests.support.prep_files import POLICIES
from ui.terminal.demo_cohort import DemoCohort
from ui.terminal.main import run

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


def test_an_index_that_stays_at_the_service_is_named(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(*_: object, on_left_out: Callable[[str], None], **__: object) -> tuple[()]:
        on_left_out("chr20.dose.vcf.gz.tbi")
        return ()

    monkeypatch.setattr("ui.terminal.jobs_room.fetch_job_results", fetch)
    command = ("results", "job-00000001", "--out", "results")
    assert here.run(*command).json["left_out"] == ["chr20.dose.vcf.gz.tbi"]
    assert "Left there: chr20.dose.vcf.gz.tbi" in here.run(*command, as_json=False).out


def test_maps_are_listed_with_the_time_they_were_last_written(here: Here, cohort: DemoCohort) -> None:
    first, second = (here.run("prepare", cohort.files[0], "--out", out).json["map"] for out in ("one", "two"))
    os.utime(second["file"], (0, 0))
    listed = {entry["id"]: entry for entry in here.run("map", "list").json["maps"]}
    assert listed[second["id"]]["kept_at"] == "1970-01-01T00:00:00Z"
    assert listed[second["id"]]["file"] == second["file"]
    shown = here.run("map", "list", as_json=False).out
    assert "Last written" in shown
    assert shown.index(second["id"]) < shown.index(first["id"])


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
        assert names_in(here.folder / f"back-{job}" / "chr20.vcf.gz") == names


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


def test_a_file_that_goes_while_room_is_looked_for_is_said_to_be_missing(
    here: Here, cohort: DemoCohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = here.folder / "going.vcf"
    file.write_bytes(cohort.files[0].read_bytes())
    monkeypatch.setattr("client.tasks.preparation.free_bytes", lambda _: file.unlink() or 1)
    ended = here.run("prepare", file, "--out", "out")
    assert (ended.code, ended.error_code) == (2, "VCF-MISSING")
    assert not (here.folder / "out").exists()


def test_restore_says_whether_names_are_in_what_it_wrote(
    here: Here, cohort: DemoCohort, capsys: pytest.CaptureFixture[str]
) -> None:
    here.run("prepare", cohort.files[0], "--out", "out", "--map", "job.gmap")
    (here.folder / "sites.tsv").write_text("position\tr2\n5000\t0.9\n")
    assert run(["restore", "sites.tsv", "--map", "job.gmap", "--out", "back"]) == 0
    assert capsys.readouterr().out.split("sites.tsv")[1].strip() == "nobody is in it; written as it was"
    assert run(["restore", "out/chr20.vcf.gz", "--map", "job.gmap", "--out", "back"]) == 0
    assert "These files carry real names again." in capsys.readouterr().out


# ---- files with secrets ---------------------------------------------------------------------------------------------


def test_nothing_takes_the_place_of_the_passphrase_that_it_is_made_with(here: Here, cohort: DemoCohort) -> None:
    secret = here.folder / "private.pem"
    secret.write_text("a passphrase\n")
    map_id = here.run("prepare", cohort.files[0], "--out", "out").json["map"]["id"]
    for arguments in (
        ("map", "export", map_id, "--out", "private.pem", "--password-file", secret),
        ("keys", "export", "private.pem", "--password-file", secret),
        ("keys", "new", "--out", ".", "--password-file", "private.pem"),
        ("open", "out/report.json", "--key", "nothing", "--out", "private.pem", "--password-file", secret),
        ("enrol", "--key-file", "k", "--recovery-codes", "private.pem", "--code-file", "-", "--password-file", secret),
        ("account", "recovery-codes", "--recovery-codes", "private.pem", "--code-file", secret),
    ):
        refused = here.run(*arguments, "--force")
        assert (refused.code, refused.error_code) == (2, "OUTPUT-IS-INPUT"), arguments
    assert secret.read_text() == "a passphrase\n"


def test_nothing_takes_the_place_of_the_vaults_passphrase(here: Here, cohort: DemoCohort) -> None:
    of_vault, other = here.folder.parent / "vault-password", here.folder / "other"
    other.write_text("a passphrase\n")
    before = of_vault.read_bytes()
    map_id = here.run("prepare", cohort.files[0], "--out", "out").json["map"]["id"]
    for arguments in (
        ("map", "export", map_id, "--out", of_vault, "--password-file", other),
        ("keys", "export", of_vault, "--password-file", other),
        ("doctor", "--bundle", of_vault),
    ):
        refused = here.run(*arguments, "--force")
        assert (refused.code, refused.error_code) == (2, "OUTPUT-IS-INPUT"), arguments
    assert of_vault.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("enrol", "--key-file", "one", "--recovery-codes", "./one", "--code-file", "-"),
        ("keys", "new", "--out", "keys", "--no-passphrase", "--password-file", "p"),
        ("proxy", "http://127.0.0.1:1", "--off"),
    ],
)
def test_options_that_contradict_each_other_are_wrong_usage(here: Here, arguments: tuple[str, ...]) -> None:
    refused = here.run(*arguments)
    assert (refused.code, refused.error_code) == (2, "GS-USAGE")
    assert not list(here.folder.iterdir())
