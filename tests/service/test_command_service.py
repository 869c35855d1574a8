"""Every command that speaks to the service, as a process against a practice service: exit codes and JSON."""

from __future__ import annotations

import gzip
import json
import socket
from pathlib import Path

import pytest

from tests.support.command import Command
from tests.support.enrolled import CONSENT, Enrolled, set_up_phone
from ui.terminal.demo_cohort import DemoCohort

pytestmark = pytest.mark.xdist_group("command-service")


@pytest.fixture(scope="module")
def sent(client: Enrolled, cohort: DemoCohort) -> dict[str, object]:
    """A job that has succeeded at the service."""
    finished = client.run("send", *cohort.files, *CONSENT, "--name", "my two chromosomes", "--json")
    assert finished.code == 0, finished.out + finished.err
    job = str(finished.json["job"])
    assert client.run("jobs", "--job", job, "--follow", "--json").json["state"] == "succeeded"
    return finished.json


def _names(file: Path) -> list[str]:
    with gzip.open(file, "rt") as lines:
        return next(line for line in lines if line.startswith("#CHROM")).rstrip("\n").split("\t")[9:]


# ---- profile --------------------------------------------------------------------------------------------------------


def test_profile_show_and_verify_say_the_same(client: Enrolled) -> None:
    shown = client.run("profile", "show", "--json").json
    verified = client.run("profile", "verify", client.facts["profile"], "--json").json
    assert shown["environment"] == verified["environment"] == "practice"
    assert shown["key_fingerprint"] == verified["key_fingerprint"] == client.facts["key_fingerprint"]
    assert shown["consent"][-1]["version"] == "2026-1"


def test_a_changed_profile_or_another_fingerprint_is_refused_with_7(client: Enrolled) -> None:
    changed = client.folder / "changed.toml"
    source = Path(client.facts["profile"])
    changed.write_bytes(source.read_bytes().replace(b"Practice", b"Practise"))
    changed.with_name("changed.toml.minisig").write_bytes(source.with_name(f"{source.name}.minisig").read_bytes())
    finished = client.run("profile", "install", changed, "--key-fingerprint", client.facts["key_fingerprint"], "--json")
    assert (finished.code, finished.error_code) == (7, "PROFILE-CHANGED")
    finished = client.run("profile", "install", source, "--key-fingerprint", "AAAA-BBBB-CCCC-DDDD", "--json")
    assert (finished.code, finished.error_code) == (7, "PROFILE-KEY")
    finished = client.run("profile", "install", source, "--json")
    assert (finished.code, finished.error_code) == (2, "ANSWER-NEEDED")
    assert "--key-fingerprint" in finished.json["error"]["next"]


# ---- account --------------------------------------------------------------------------------------------------------


def test_devices_and_account_data_tell_what_the_service_holds(client: Enrolled) -> None:
    (device,) = client.run("devices", "--json").json["devices"]
    assert device["current"] is True
    data = client.run("account", "data", "--json").json["data"]
    assert data["user"]["username"] == client.facts["user"]


def test_signing_in_needs_both_secrets_and_names_their_flags(client: Enrolled) -> None:
    without_password = client.run("sign-in", "--user", "practice", "--json")
    assert (without_password.code, without_password.error_code) == (5, "SECRET-NEEDED")
    without_user = client.run("sign-in", "--json")
    assert (without_user.code, without_user.error_code) == (2, "ANSWER-NEEDED")
    wrong = client.folder / "wrong"
    wrong.write_text("not the password")
    refused = client.run("sign-in", "--user", "practice", "--password-file", wrong, "--json")
    assert (refused.code, refused.error_code) == (5, "AUTH-CREDENTIALS")


def test_signing_out_ends_what_needs_a_session_and_signing_in_brings_it_back(client: Enrolled) -> None:
    assert client.run("sign-out", "--json").json["signed_in"] is False
    refused = client.run("devices", "--json")
    assert (refused.code, refused.error_code) == (5, "AUTH-NEEDED")
    signed_in = client.sign_in()
    assert signed_in.code == 0, signed_in.out + signed_in.err
    assert signed_in.json["store"] == "vault"
    assert client.run("devices", "--json").code == 0


def test_a_workstation_is_cut_off_by_the_beginning_of_its_id_and_a_recovery_code_signs_in_once(
    client: Enrolled,
) -> None:
    (device,) = client.run("devices", "--json").json["devices"]
    unsure = client.run("devices", "revoke", device["id"][:6], "--json")
    assert (unsure.code, unsure.error_code) == (2, "ANSWER-NEEDED")
    unknown = client.run("devices", "revoke", f"{device['id']}0", "--yes", "--json")
    assert (unknown.code, unknown.error_code) == (2, "DEVICE-UNKNOWN")
    assert client.run("devices", "revoke", device["id"][:6], "--yes", "--json").json["revoked"] == device["id"]
    assert client.run("devices", "--json").code == 5
    _sign_in_with_a_recovery_code_once(client)


def _sign_in_with_a_recovery_code_once(client: Enrolled) -> None:
    arguments = (
        "sign-in", "--recovery", "--user", client.facts["user"], "--password-file", client.facts["password_file"],
        "--code-file", "-", "--json",
    )  # fmt: skip
    code = client.recovery_codes[-1].encode()
    assert client.run(*arguments, stdin=code).json["recovery_codes_left"] == 9
    again = client.run(*arguments, stdin=code)
    assert (again.code, again.error_code) == (5, "AUTH-RECOVERY-CODE")
    assert client.run("devices", "--json").code == 0


def test_a_script_puts_another_phone_in_the_old_ones_place(client: Enrolled) -> None:
    unnamed = client.run("enrol", "--key-file", "k", "--recovery-codes", "r", "--code-file", "-", "--json")
    assert (unnamed.code, unnamed.error_code) == (2, "ANSWER-NEEDED")
    assert "--old-code-file" in unnamed.json["error"]["next"]
    (client.folder / "old-code").write_text(client.recovery_codes[-2])
    client.phone, client.recovery_codes = set_up_phone(client.command, "--old-code-file", "old-code")
    assert client.sign_in().code == 0


def test_a_password_that_breaks_the_rules_is_not_taken(client: Enrolled) -> None:
    (client.folder / "short").write_text("short")
    refused = client.run(
        "account", "password", "--password-file", client.facts["password_file"], "--new-password-file", "short",
        "--code-file", "-", "--json", stdin=b"000000",
    )  # fmt: skip
    assert (refused.code, refused.error_code) == (5, "AUTH-PASSWORD-RULES")


# ---- send -----------------------------------------------------------------------------------------------------------


def test_send_gives_job_receipt_and_files(client: Enrolled, sent: dict[str, object], cohort: DemoCohort) -> None:
    files = sent["files"]
    assert isinstance(files, list)
    assert {file["output"] for file in files} == {"chr20.vcf.gz", "chr22.vcf.gz"}
    assert {file["file"] for file in files} == {str(path) for path in cohort.files}
    assert sent["parameters"] == {"build": "hg38"}
    receipt = sent["receipt"]
    assert isinstance(receipt, dict)
    assert receipt["job"] == sent["job"]
    assert {entry["file_id"] for entry in receipt["files"]} == {file["file_id"] for file in files}
    (transfer,) = client.run("outbox", "--json").json["transfers"][:1]
    assert transfer["state"] == "done"
    assert transfer["sent_bytes"] == transfer["sealed_bytes"] > 0
    assert not list((client.command.home / "outbox").glob("*.part"))


def test_a_build_that_was_named_to_the_service_stays_and_the_filled_in_one_is_told(
    client: Enrolled, cohort: DemoCohort
) -> None:
    named = client.run("send", cohort.files[0], *CONSENT, "--param", "build=hg19", "--json")
    assert named.json["parameters"] == {"build": "hg19"}
    assert "build=hg38" in client.run("send", cohort.files[0], *CONSENT).out


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        ((), 2, "CONSENT-NEEDED"),
        (("--consent", "H-2101"), 2, "CONSENT-NEEDED"),
        (("--consent", "H-2101", "--accept-statement", "1999-1"), 2, "CONSENT-VERSION"),
        (("--consent", "Karen Jespersen", "--accept-statement", "2026-1"), 2, "MANIFEST-FIELD"),
        ((*CONSENT, "--param", "novalue"), 2, "PARAM-FORM"),
        ((*CONSENT, "--application", "astrology"), 2, "APPLICATION-UNKNOWN"),
        ((*CONSENT, "--policy", "nothing"), 2, "POLICY-UNKNOWN"),
    ],
)
def test_what_cannot_be_sent_is_refused_before_anything_is_prepared(
    client: Enrolled, cohort: DemoCohort, arguments: tuple[str, ...], code: int, error: str
) -> None:
    before = client.run("outbox", "--json").json["transfers"]
    finished = client.run("send", cohort.files[0], *arguments, "--json")
    assert (finished.code, finished.error_code) == (code, error)
    assert client.run("outbox", "--json").json["transfers"] == before


def test_a_file_that_blocks_is_not_sent_and_says_why(client: Enrolled, cohort: DemoCohort) -> None:
    with gzip.open(cohort.files[0], "rt") as lines:
        text = lines.readlines()
    head, body = [line for line in text if line.startswith("#")], [line for line in text if not line.startswith("#")]
    unsorted = client.folder / "unsorted.vcf"
    unsorted.write_text("".join(head + body[::-1]))
    finished = client.run("send", cohort.files[1], unsorted, *CONSENT, "--json")
    assert finished.code == 3
    assert (finished.error_code, finished.json["error"]["file"]) == ("VCF-BLOCKED", str(unsorted))
    (found,) = [finding for finding in finished.json["findings"] if finding["code"] == "VCF-UNSORTED"]
    assert [(entry["file"], entry["line"]) for entry in found["files"]] == [(str(unsorted), found["line"])]
    cut = client.folder / "cut.vcf.gz"
    cut.write_bytes(cohort.files[0].read_bytes()[:-100])
    both = client.run("send", unsorted, cut, *CONSENT, "--json")
    assert (both.code, both.error_code, both.json["error"].get("file")) == (3, "VCF-BLOCKED", None)
    (found,) = [finding for finding in both.json["findings"] if finding["code"] == "VCF-UNSORTED"]
    assert [entry["file"] for entry in found["files"]] == [str(unsorted)]
    assert [(entry["file"], entry["code"]) for entry in both.json["unreadable"]] == [(str(cut), "VCF-TRUNCATED")]
    twice = client.run("send", cohort.files[0], cohort.files[0], *CONSENT, "--json")
    assert twice.code == 3
    assert "VCF-CHROM-TWICE" in {finding["code"] for finding in twice.json["findings"]}


def test_transfers_that_do_not_exist_are_named_as_such(client: Enrolled) -> None:
    for command in (("pause", "ffff"), ("cancel", "ffff", "--yes"), ("resume", "ffff")):
        finished = client.run(*command, "--json")
        assert (finished.code, finished.error_code) == (2, "OUTBOX-UNKNOWN")


def test_a_sent_transfer_can_no_longer_be_paused_or_cancelled(client: Enrolled, sent: dict[str, object]) -> None:
    submission = str(sent["submission"])
    assert client.run("pause", submission[:8], "--json").error_code == "OUTBOX-TOO-LATE"
    assert client.run("cancel", submission[:8], "--json").error_code == "ANSWER-NEEDED"
    assert client.run("cancel", submission[:8], "--yes", "--json").error_code == "OUTBOX-TOO-LATE"
    assert client.run("resume", "--json").code == 0


# ---- afterwards -----------------------------------------------------------------------------------------------------


def test_jobs_are_listed_with_their_local_name(client: Enrolled, sent: dict[str, object]) -> None:
    listed = {job["job"]: job for job in client.run("jobs", "--json").json["jobs"]}
    job = listed[sent["job"]]
    assert job["name"] == "my two chromosomes"
    assert job["of_this_computer"] is True
    assert job["state"] == "succeeded"


def test_results_come_back_under_original_names_or_pseudonyms(
    client: Enrolled, sent: dict[str, object], cohort: DemoCohort
) -> None:
    job = str(sent["job"])
    finished = client.run("results", job, "--out", "results", "--json")
    assert finished.code == 0, finished.out + finished.err
    files = {file["name"]: file for file in finished.json["files"]}
    assert files["chr20.dose.vcf.gz"]["names"] == "original"
    assert _names(client.folder / "results" / "chr20.dose.vcf.gz") == list(cohort.sample_ids)
    again = client.run("results", job, "--out", "results", "--json")
    assert (again.code, again.error_code) == (2, "RESULT-EXISTS")
    kept = client.run(
        "results", job, "--out", "pseudonyms", "--keep-pseudonyms", "--name", "chr20.dose.vcf.gz", "--json"
    )
    assert [file["names"] for file in kept.json["files"]] == ["pseudonyms"]
    assert set(_names(client.folder / "pseudonyms" / "chr20.dose.vcf.gz")).isdisjoint(cohort.sample_ids)
    map_file = sent["map"]["file"]  # type: ignore[index]
    restored = client.run("restore", "pseudonyms/chr20.dose.vcf.gz", "--map", map_file, "--out", "restored", "--json")
    assert restored.code == 0, restored.out
    assert _names(client.folder / "restored" / "chr20.dose.vcf.gz") == list(cohort.sample_ids)


def test_keys_and_map_carried_to_another_computer_open_the_results_there(
    client: Enrolled, sent: dict[str, object], cohort: DemoCohort, tmp_path: Path
) -> None:
    (client.folder / "backup-pass").write_text("a passphrase for backups")
    exported = client.run("keys", "export", "keys-backup", "--password-file", "backup-pass", "--json")
    assert exported.json["keys"] >= 1
    map_id = sent["map"]["id"]  # type: ignore[index]
    assert client.run("map", "export", map_id, "--out", "map-backup", "--password-file", "backup-pass").code == 0
    other = Command(tmp_path)
    for name in ("keys-backup", "map-backup", "backup-pass"):
        (tmp_path / name).write_bytes((client.folder / name).read_bytes())
    assert other.run("keys", "import", "keys-backup", "--password-file", "backup-pass", "--json").json["added"] >= 1
    assert other.run("map", "import", "map-backup", "--password-file", "backup-pass", "--json").json["id"] == map_id
    source = client.folder / "carried" / "chr20.dose.vcf.gz"
    kept = client.run(
        "results", sent["job"], "--out", "carried", "--keep-pseudonyms", "--name", "chr20.dose.vcf.gz", "--json"
    )
    assert kept.code == 0, kept.out
    restored = other.run("restore", source, "--map", map_id, "--out", "restored", "--json")
    assert restored.code == 0, restored.out
    assert _names(tmp_path / "restored" / "chr20.dose.vcf.gz") == list(cohort.sample_ids)


def test_a_job_of_somebody_else_or_nobody_is_2(client: Enrolled) -> None:
    unknown = client.run("results", "0" * 32, "--out", "r", "--json")
    assert (unknown.code, unknown.error_code) == (2, "JOB-UNKNOWN")
    assert client.run("results", "../etc", "--out", "r", "--json").error_code == "JOB-ID"
    assert client.run("jobs", "--job", "0" * 32, "--json").error_code == "NET-NOT-FOUND"
    assert not (client.folder / "r").exists()


def test_a_jobs_beginning_is_enough_wherever_a_job_is_named(client: Enrolled, cohort: DemoCohort) -> None:
    first = str(client.run("send", cohort.files[0], *CONSENT, "--json").json["job"])
    assert client.run("jobs", "--job", first[:12], "--follow", "--json").json["job"] == first
    fetched = client.run("results", first[:12], "--out", "by-beginning", "--json")
    assert (fetched.code, fetched.json["job"]) == (0, first), fetched.out
    assert client.run("jobs", "cancel", first[:12], "--yes", "--json").error_code == "JOB-FINISHED"
    early = client.run("certificate", "fetch", first[:12], "--json")
    assert (early.code, early.error_code) == (6, "JOB-NOT-DELETED")
    deleted = client.run("delete", first[:12], "--yes", "--json")
    assert (deleted.code, deleted.json["job"]) == (0, first), deleted.out
    assert client.run("certificate", "fetch", first[:12], "--json").json["job"] == first


def test_a_beginning_of_several_jobs_is_refused_with_their_ids_and_nothing_is_deleted(client: Enrolled) -> None:
    listed = sorted(str(job["job"]) for job in client.run("jobs", "--json").json["jobs"])
    receipts = client.command.home / "receipts"
    twin = receipts / f"{listed[0][:-1]}{'0' if listed[0][-1] != '0' else '1'}.json"
    twin.write_bytes((receipts / f"{listed[0]}.json").read_bytes())
    try:
        for command in (("results", listed[0][:-1], "--out", "several"), ("delete", listed[0][:-1], "--yes")):
            refused = client.run(*command, "--json")
            assert (refused.code, refused.error_code) == (2, "ID-SHORTENED")
            assert listed[0] in refused.json["error"]["what"]
            assert twin.stem in refused.json["error"]["what"]
    finally:
        twin.unlink()
    assert sorted(str(job["job"]) for job in client.run("jobs", "--json").json["jobs"]) == listed


def test_delete_asks_and_then_gives_a_certificate_that_verifies_offline(client: Enrolled, cohort: DemoCohort) -> None:
    job = str(client.run("send", cohort.files[1], *CONSENT, "--json").json["job"])
    assert client.run("delete", job, "--json").error_code == "ANSWER-NEEDED"
    deleted = client.run("delete", job, "--yes", "--json")
    assert deleted.code == 0, deleted.out
    certificate = deleted.json["certificate"]
    verified = client.run("certificate", "verify", certificate, "--json")
    assert (verified.code, verified.json["job"], verified.json["of_this_computer"]) == (0, job, True)
    forged = client.folder / "forged.json"
    record = json.loads(Path(certificate).read_text())
    head, payload, signature = record["certificate"].split(".")
    record["certificate"] = f"{head}.{payload}.{signature[:-4]}AAAA"
    forged.write_text(json.dumps(record))
    refused = client.run("certificate", "verify", forged, "--json")
    assert (refused.code, refused.error_code) == (7, "CERTIFICATE-SIGNATURE")
    assert client.run("certificate", "verify", "recovery-codes", "--json").code == 3
    gone = client.run("results", job, "--out", "gone", "--json")
    assert (gone.code, gone.error_code) == (3, "JOB-NO-RESULTS")


# ---- log and doctor -------------------------------------------------------------------------------------------------


def test_the_activity_log_shows_verifies_and_exports_without_anybodys_name(
    client: Enrolled, sent: dict[str, object], cohort: DemoCohort
) -> None:
    events = [entry["event"] for entry in client.run("audit", "show", "--json").json["entries"]]
    assert {"profile.installed", "account.enrolled", "consent.confirmed", "submission.sent"} <= set(events)
    verified = client.run("audit", "verify", "--json").json
    assert verified["ok"] is True
    assert verified["complete_up_to_job"] is not None
    exported = client.run("audit", "export", "activity.csv", "--force", "--json")
    assert exported.json["lines"] >= len(events)
    text = (client.folder / "activity.csv").read_text()
    assert not any(name in text for name in cohort.secrets)


def test_the_doctor_finds_this_place_in_order_and_its_bundle_holds_nothing_private(
    client: Enrolled, cohort: DemoCohort
) -> None:
    finished = client.run("doctor", "--bundle", "bundle.json", "--force", "--json")
    checks = {check["name"]: check for check in finished.json["checks"]}
    assert (finished.code == 0) is finished.json["ok"] is all(check["ok"] is not False for check in checks.values())
    for name in ("program", "folder", "secrets", "profile", "tls", "service", "clock", "activity-log"):
        assert checks[name]["ok"] is True, checks[name]
    bundle = (client.folder / "bundle.json").read_text()
    assert str(client.folder) not in bundle
    assert not any(name in bundle for name in (*cohort.secrets, client.facts["url"]))


def test_a_service_that_is_not_reached_is_said_once_and_ends_the_doctor_with_6(client: Enrolled) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert client.run("proxy", f"http://127.0.0.1:{port}", "--json").code == 0
    try:
        finished = client.run("doctor", "--json")
    finally:
        assert client.run("proxy", "--off", "--json").code == 0
    assert (finished.code, finished.error_code, finished.json["ok"]) == (6, "DOCTOR-FOUND", False)
    checks = {check["name"]: check for check in finished.json["checks"]}
    assert checks["tls"]["ok"] is False
    for name in ("service", "version", "clock"):
        assert checks[name]["ok"] is None
        assert checks[name]["detail"].startswith("Not tried")
        assert checks[name]["next"] is None


def test_a_line_taken_out_of_the_log_is_found_and_ends_with_3(client: Enrolled) -> None:
    log = client.command.home / "audit.log"
    whole = log.read_bytes()
    lines = whole.splitlines(keepends=True)
    try:
        log.write_bytes(b"".join(lines[:2] + lines[3:]))
        finished = client.run("audit", "verify", "--json")
        assert (finished.code, finished.error_code) == (3, "AUDIT-REMOVED")
        assert finished.json["ok"] is False
        log.write_bytes(b"".join(lines[:-1]))
        assert client.run("audit", "verify", "--json").error_code == "AUDIT-CUT"
    finally:
        log.write_bytes(whole)
    assert client.run("audit", "verify").code == 0
