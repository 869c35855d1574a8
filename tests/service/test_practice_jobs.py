"""Jobs at the practice service: from sealed bodies to sealed results, and everything that must be refused."""

from __future__ import annotations

import base64
import copy
import gzip
import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from client.model.job import DELETION_TYP, RECEIPT_TYP, RESULTS_TYP, Consent, ManifestFile
from client.seal.container import open_bytes
from client.seal.device_key import DeviceKey
from client.seal.jws import require_jws
from client.seal.keys import Kem, generate_private_key
from practice.server import PracticeService
from tests.support.practice_client import (
    TUS,
    FakeClock,
    PracticeClient,
    Submission,
    good,
    problem,
    running_service,
    verification_keys,
)
from tests.support.small_vcf import packed, small_vcf


@pytest.fixture
def place(tmp_path: Path) -> Iterator[tuple[PracticeService, FakeClock]]:
    with running_service(tmp_path / "service", retention=timedelta(days=7)) as place:
        yield place


@pytest.fixture
def client(place: tuple[PracticeService, FakeClock]) -> Iterator[PracticeClient]:
    client = PracticeClient(*place)
    client.enrol()
    yield client
    client.close()


def submit(client: PracticeClient, submission: Submission) -> dict[str, Any]:
    answer = client.post("/jobs", submission.body)
    assert answer.status_code == 201, answer.text
    content: dict[str, Any] = answer.json()
    return content


def finished(client: PracticeClient, files: dict[str, bytes], **changes: Any) -> tuple[dict[str, Any], Submission]:
    submission = client.prepare(files, **changes)
    return client.wait_for_job(submit(client, submission)["job"]["id"]), submission


def last_messages(job: dict[str, Any]) -> list[str]:
    return [message["text"] for step in job["steps"] for message in step["messages"] if message["level"] == "error"]


def test_two_chromosomes_come_back_as_dosages_and_sites_sealed_to_the_jobs_key(client: PracticeClient) -> None:
    x_sites = ("5 A G 0|1 1 0|0", "9 C T 1|1 . 0/1")
    files = {"20": packed(small_vcf()), "X": packed(small_vcf("X", sites=x_sites))}
    submission = client.prepare(files)
    submitted = submit(client, submission)
    job = client.wait_for_job(submitted["job"]["id"])
    assert job["state"] == "succeeded"
    assert job["results"] == [
        "chr20.dose.vcf.gz",
        "chr20.sites.tsv.gz",
        "chrx.dose.vcf.gz",
        "chrx.sites.tsv.gz",
        "about.txt",
    ]
    dosages = gzip.decompress(client.result(job["id"], "chr20.dose.vcf.gz", submission.result_key)).decode()
    lines = [line.split("\t") for line in dosages.splitlines() if not line.startswith("##")]
    assert lines[0][9:] == ["P-AAAA", "P-BBBB", "P-CCCC"]
    assert lines[1][8:] == ["GT:DS", "0|1:1", "1|1:2", "0|0:0"]
    assert lines[2][8:] == ["GT:DS", "0|2:0,1", "1|0:1,0", ".|.:."]
    assert lines[3][8:] == ["GT:DS", "0|0:.", "0|0:.", "0|0:."]
    sites = gzip.decompress(client.result(job["id"], "chrx.sites.tsv.gz", submission.result_key)).decode()
    assert [line.split("\t")[3:] for line in sites.splitlines()[1:]] == [
        ["G", "2", "5", "0.4", "1"],
        ["T", "3", "4", "0.75", "0.666667"],
    ]
    about = client.result(job["id"], "about.txt", submission.result_key).decode()
    assert about.startswith("THIS IS PRACTICE AND NO IMPUTATION.")


def test_receipt_and_result_manifest_are_signed_each_by_its_own_key_and_say_what_was_sent(
    client: PracticeClient,
) -> None:
    submission = client.prepare({"20": packed(small_vcf())})
    submitted = submit(client, submission)
    keys = verification_keys(client)
    receipt = require_jws(submitted["receipt"], keys, purpose="receipt", typ=RECEIPT_TYP, now=client.clock())
    entry = submission.manifest.files[0]
    sealed_manifest = base64.b64decode(submission.body["manifest"])
    assert receipt == {
        "iss": client.service.url,
        "environment": "practice",
        "job": submitted["job"]["id"],
        "submission_id": submission.submission_id,
        "manifest_sha256": hashlib.sha256(sealed_manifest).hexdigest(),
        "result_recipient": submission.result_key.public_key().key_id.hex(),
        "files": [{"file_id": entry.file_id, "body_sha256": entry.body_sha256, "body_bytes": entry.body_bytes}],
        "activity_log": {"head": "cd" * 32, "count": 7},
        "received_at": receipt["received_at"],
    }
    job = client.wait_for_job(submitted["job"]["id"])
    token = good(client.call("GET", f"/jobs/{job['id']}/results"))["manifest"]
    manifest = require_jws(token, keys, purpose="results", typ=RESULTS_TYP, now=client.clock())
    assert [result["name"] for result in manifest["results"]] == job["results"]
    assert [result["map_id"] for result in manifest["results"]] == ["map-0123", None, None]
    for result in manifest["results"]:
        sealed = client.call("GET", f"/jobs/{job['id']}/results/{result['name']}").content
        assert (len(sealed), hashlib.sha256(sealed).hexdigest()) == (result["sealed_bytes"], result["sealed_sha256"])


def test_the_same_submission_again_is_the_same_job_and_another_body_is_a_conflict(client: PracticeClient) -> None:
    submission = client.prepare({"20": packed(small_vcf())})
    first = submit(client, submission)
    reordered = json.dumps(dict(reversed(submission.body.items())), indent=2).encode()
    again = client.post("/jobs", reordered)
    assert again.status_code == 200
    assert again.json()["receipt"] == first["receipt"]
    assert again.json()["job"]["id"] == first["job"]["id"]
    other = client.prepare({"20": packed(small_vcf())}, submission_id=submission.submission_id)
    other.body["submission_id"] = submission.submission_id
    assert problem(client.post("/jobs", other.body)) == "submission-conflict"
    client.wait_for_job(first["job"]["id"])
    assert len(good(client.call("GET", "/jobs"))["jobs"]) == 1


def test_an_upload_belongs_to_one_job_and_cannot_be_changed_or_deleted_any_more(client: PracticeClient) -> None:
    submission = client.prepare({"20": packed(small_vcf())})
    job_id = submit(client, submission)["job"]["id"]
    upload = submission.body["files"][0]["upload"]
    answer = client.call("DELETE", f"/uploads/{upload}", headers=TUS)
    assert (answer.status_code, problem(answer)) == (409, "upload-in-use")
    assert problem(client.patch(upload, submission.manifest.files[0].body_bytes, b"")) == "upload-in-use"
    second = replace(submission.manifest, submission_id="another-submission-1")
    body = {**submission.body, "submission_id": second.submission_id, "manifest": client.seal_manifest(second)}
    assert problem(client.post("/jobs", body)) == "upload-in-use"
    client.wait_for_job(job_id)


SPOILED: dict[str, Callable[[Submission], dict[str, Any]]] = {
    "environment": lambda _: {"environment": "production"},
    "origin": lambda _: {"origin": "https://imputation.example.org"},
    "profile_serial": lambda _: {"profile_serial": 999},
    "submission_id": lambda _: {"submission_id": "another-submission-1"},
    "consent": lambda made: {"consent": replace(made.manifest.consent, text_sha256="00" * 32)},
    "application": lambda _: {"application": "imputation"},
    "parameters": lambda _: {"parameters": {"build": "hg17"}},
    "result_recipient": lambda _: {"result_recipient": "no key"},
    "files": lambda made: {"files": (replace(made.manifest.files[0], file_id="ee" * 16),)},
    "form": lambda made: {"consent": Consent("2026-1", made.manifest.consent.text_sha256, "Anna Hansen", "now")},
}


def test_a_manifest_meant_for_something_else_is_refused_and_the_upload_stays_free(client: PracticeClient) -> None:
    submission = client.prepare({"20": packed(small_vcf())})
    for reason, spoil in SPOILED.items():
        spoiled = replace(submission.manifest, **spoil(submission))
        answer = client.post("/jobs", {**submission.body, "manifest": client.seal_manifest(spoiled)})
        assert (answer.status_code, problem(answer)) == (422, "manifest-rejected"), reason
        assert answer.json()["reason"] == reason
    foreign = client.seal_manifest(submission.manifest, DeviceKey.generate())
    answer = client.post("/jobs", {**submission.body, "manifest": foreign})
    assert answer.json()["reason"] == "signature"
    answer = client.post("/jobs", {**submission.body, "manifest": base64.b64encode(os.urandom(5000)).decode()})
    assert answer.json()["reason"] == "sealed"
    swapped = copy.deepcopy(submission.body)
    swapped["files"][0]["header"] = base64.b64encode(os.urandom(4096)).decode()
    assert client.post("/jobs", swapped).json()["reason"] == "header"
    job = client.wait_for_job(submit(client, submission)["job"]["id"])
    assert job["state"] == "succeeded"


def test_an_incomplete_or_withdrawn_upload_cannot_be_submitted(client: PracticeClient) -> None:
    submission = client.prepare({"20": packed(small_vcf())})
    partial = client.create_upload(submission.manifest.files[0].body_bytes)
    body = copy.deepcopy(submission.body)
    body["files"][0]["upload"] = partial
    assert problem(client.post("/jobs", body)) == "upload-incomplete"
    client.call("DELETE", f"/uploads/{partial}", headers=TUS)
    assert problem(client.post("/jobs", body)) == "upload-gone"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"not a vcf at all\n", "not a VCF file"),
        (small_vcf(sites=("20 A C 0|1 0|1 0|1", "10 A C 0|1 0|1 0|1")), "not sorted"),
        (small_vcf() + small_vcf("21").split(b"\n")[4] + b"\n", "more than one chromosome"),
        (small_vcf("21"), "holds another chromosome"),
        (small_vcf(samples=("A", "A", "B")), "a sample twice"),
        (small_vcf(sites=("10 A C 0|1 0|1",)), "2 genotypes at position 10"),
        (small_vcf(sites=("10 A C 0|1 0|2 0|1",)), "an allele that does not exist"),
        (small_vcf(sites=("10 A C 0|1 x|0 0|1",)), "a genotype that cannot be read"),
        (small_vcf().rstrip(b"\n"), "the last line has no end"),
        (small_vcf().split(b"\n20\t")[0] + b"\n", "contains no sites"),
        (b"##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n", "#CHROM line"),
    ],
)
def test_a_file_that_no_imputation_server_would_take_fails_with_a_readable_reason(
    client: PracticeClient, text: bytes, expected: str
) -> None:
    job, _ = finished(client, {"20": packed(text)})
    assert job["state"] == "failed"
    assert [step["state"] for step in job["steps"]] == ["failed", "cancelled", "cancelled", "cancelled"]
    assert len(last_messages(job)) == 1
    assert expected in last_messages(job)[0]
    assert job["results"] == []
    assert problem(client.call("GET", f"/jobs/{job['id']}/results")) == "results-not-ready"


def test_damaged_gzip_different_samples_and_swapped_bodies_fail_the_job(client: PracticeClient) -> None:
    data = packed(small_vcf())
    job, _ = finished(client, {"20": data[:-9]})
    assert "cut short" in last_messages(job)[0]
    job, _ = finished(client, {"20": data[:40] + bytes(8) + data[48:]})
    assert "gzip" in last_messages(job)[0]
    others = packed(small_vcf("21", samples=("P-AAAA", "P-CCCC", "P-BBBB")))
    job, _ = finished(client, {"20": data, "21": others})
    assert "same samples in the same order" in last_messages(job)[0]

    submission = client.prepare({"20": data})
    entry = submission.manifest.files[0]
    lie = ManifestFile(entry.file_id, entry.body_sha256, entry.body_bytes, "00" * 32, entry.chromosome)
    sealed = client.seal_manifest(replace(submission.manifest, files=(lie,)))
    job = client.wait_for_job(good(client.post("/jobs", {**submission.body, "manifest": sealed}))["job"]["id"])
    assert "not the one that was prepared" in last_messages(job)[0]

    two = client.prepare({"20": data, "21": packed(small_vcf("21"))})
    files = two.body["files"]
    sizes = [file.body_bytes for file in two.manifest.files]
    if sizes[0] == sizes[1]:
        files[0]["upload"], files[1]["upload"] = files[1]["upload"], files[0]["upload"]
        job = client.wait_for_job(submit(client, two)["job"]["id"])
        assert "could not be opened (SEAL-BODY)" in last_messages(job)[0]


def test_a_result_comes_in_ranges_with_the_digest_of_the_whole(client: PracticeClient) -> None:
    job, submission = finished(client, {"20": packed(small_vcf())})
    path = f"/jobs/{job['id']}/results/chr20.dose.vcf.gz"
    whole = client.call("GET", path)
    size = len(whole.content)
    assert whole.headers["Accept-Ranges"] == "bytes"
    digest = base64.b64encode(hashlib.sha256(whole.content).digest()).decode()
    assert whole.headers["Repr-Digest"] == f"sha-256=:{digest}:"
    parts = b""
    for wanted, expected in (("bytes=0-99", (0, 99)), ("bytes=100-", (100, size - 1))):
        answer = client.call("GET", path, headers={"Range": wanted})
        assert answer.status_code == 206
        assert answer.headers["Content-Range"] == f"bytes {expected[0]}-{expected[1]}/{size}"
        assert answer.headers["Repr-Digest"] == whole.headers["Repr-Digest"]
        parts += answer.content
    assert parts == whole.content
    assert client.call("GET", path, headers={"Range": "bytes=-7"}).content == whole.content[-7:]
    answer = client.call("GET", path, headers={"Range": f"bytes={size}-"})
    assert (answer.status_code, problem(answer)) == (416, "range-not-satisfiable")
    stale = client.call("GET", path, headers={"Range": "bytes=5-", "If-Range": '"another"'})
    assert (stale.status_code, stale.content) == (200, whole.content)
    assert problem(client.call("GET", f"/jobs/{job['id']}/results/chr21.dose.vcf.gz")) == "not-found"
    assert gzip.decompress(open_bytes(parts, submission.result_key)).startswith(b"##fileformat")


def test_deleting_a_job_leaves_nothing_but_a_signed_certificate(client: PracticeClient) -> None:
    job, submission = finished(client, {"20": packed(small_vcf())})
    home = client.service.profile_path.parent
    assert problem(client.call("GET", f"/jobs/{job['id']}/deletion")) == "not-found"
    certificate = good(client.call("DELETE", f"/jobs/{job['id']}"))["certificate"]
    assert good(client.call("DELETE", f"/jobs/{job['id']}"))["certificate"] == certificate
    assert good(client.call("GET", f"/jobs/{job['id']}/deletion"))["certificate"] == certificate
    claims = require_jws(
        certificate, verification_keys(client), purpose="deletion", typ=DELETION_TYP, now=client.clock()
    )
    assert claims["deleted"] == {"sealed_inputs": 1, "working_copies": 0, "results": 3}
    assert (claims["reason"], claims["submission_id"]) == ("request", submission.submission_id)
    assert not [path for folder in ("uploads", "results") for path in (home / folder).rglob("*")]
    assert good(client.call("GET", f"/jobs/{job['id']}"))["job"]["state"] == "deleted"
    assert problem(client.call("GET", f"/jobs/{job['id']}/results")) == "results-gone"
    manifest = base64.b64decode(submission.body["manifest"])
    content = (home / "practice.sqlite3").read_bytes()
    # In slices, because SQLite cuts a large value into pages; without the header's padding, which is zeros.
    slices = [manifest[at : at + 64] for at in range(0, len(manifest) - 64, 64)]
    assert not [part for part in slices if any(part) and part in content], "secure_delete"


def test_the_service_deletes_by_itself_when_the_retention_time_is_over(client: PracticeClient) -> None:
    job, _ = finished(client, {"20": packed(small_vcf())})
    assert job["delete_after"] > job["finished_at"]
    client.clock.advance(7 * 86400 + 1)
    client.tokens = good(client.refresh())
    while good(client.call("GET", f"/jobs/{job['id']}"))["job"]["state"] != "deleted":
        pass
    certificate = good(client.call("GET", f"/jobs/{job['id']}/deletion"))["certificate"]
    claims = require_jws(
        certificate, verification_keys(client), purpose="deletion", typ=DELETION_TYP, now=client.clock()
    )
    assert claims["reason"] == "retention"
    data = good(client.call("GET", "/account/data"))
    assert data["deletions"] == [{"job": job["id"], "certificate": certificate}]


def test_a_cancelled_job_that_is_deleted_in_its_time_was_deleted_because_it_was_cancelled(tmp_path: Path) -> None:
    with running_service(tmp_path / "service", step_seconds=30, retention=timedelta(days=7)) as place:
        client = PracticeClient(*place)
        client.enrol()
        job = submit(client, client.prepare({"20": packed(small_vcf())}))["job"]["id"]
        assert good(client.post(f"/jobs/{job}/cancel"))["job"]["state"] == "cancelled"
        client.clock.advance(7 * 86400 + 1)
        client.tokens = good(client.refresh())
        while good(client.call("GET", f"/jobs/{job}"))["job"]["state"] != "deleted":
            pass
        certificate = good(client.call("GET", f"/jobs/{job}/deletion"))["certificate"]
        keys = verification_keys(client)
        claims = require_jws(certificate, keys, purpose="deletion", typ=DELETION_TYP, now=client.clock())
        assert claims["reason"] == "cancelled"
        client.close()


def test_a_running_job_can_be_cancelled_and_deleted(tmp_path: Path) -> None:
    with running_service(tmp_path / "service", step_seconds=30) as place:
        client = PracticeClient(*place)
        client.enrol()
        first = submit(client, client.prepare({"20": packed(small_vcf())}))["job"]["id"]
        second = submit(client, client.prepare({"21": packed(small_vcf("21"))}))["job"]["id"]
        assert good(client.post(f"/jobs/{second}/cancel"))["job"]["state"] == "cancelled"
        while good(client.call("GET", f"/jobs/{first}"))["job"]["state"] != "running":
            pass
        job = good(client.post(f"/jobs/{first}/cancel"))["job"]
        assert job["state"] == "cancelled"
        assert "cancelled" in [step["state"] for step in job["steps"]]
        assert problem(client.post(f"/jobs/{first}/cancel")) == "job-finished"
        third = submit(client, client.prepare({"22": packed(small_vcf("22"))}))["job"]["id"]
        good(client.call("DELETE", f"/jobs/{third}"))
        assert [job["state"] for job in good(client.call("GET", "/jobs"))["jobs"]] == [
            "cancelled",
            "cancelled",
            "deleted",
        ]
        after = good(client.call("GET", f"/jobs?after={first}"))["jobs"]
        assert [job["id"] for job in after] == [second, third]
        client.close()


def test_a_stop_in_the_middle_of_a_job_is_quick_and_the_job_starts_over(tmp_path: Path) -> None:
    clock = FakeClock()
    with running_service(tmp_path / "service", clock, step_seconds=30) as place:
        client = PracticeClient(*place)
        client.enrol()
        submission = client.prepare({"20": packed(small_vcf())})
        job_id = submit(client, submission)["job"]["id"]
        while good(client.call("GET", f"/jobs/{job_id}"))["job"]["state"] != "running":
            pass
        client.close()
    with running_service(tmp_path / "service", clock) as (service, _):
        again = PracticeClient(service, clock, client.user, client.password)
        again.tokens = client.tokens
        job = again.wait_for_job(job_id)
        assert job["state"] == "succeeded"
        assert again.result(job_id, "about.txt", submission.result_key)
        again.close()


def test_another_users_job_does_not_exist(client: PracticeClient) -> None:
    job, _ = finished(client, {"20": packed(small_vcf())})
    credentials = client.service.add_user("somebody-else")
    other = PracticeClient(client.service, client.clock, credentials.username, credentials.password)
    other.enrol(credentials.invitation_code)
    for method, path in (
        ("GET", ""),
        ("DELETE", ""),
        ("POST", "/cancel"),
        ("GET", "/deletion"),
        ("GET", "/results"),
        ("GET", "/results/chr20.dose.vcf.gz"),
    ):
        theirs = other.call(method, f"/jobs/{job['id']}{path}")
        nobodys = other.call(method, f"/jobs/{'0' * 32}{path}")
        assert (theirs.status_code, problem(theirs)) == (404, "not-found"), path
        assert theirs.json() == nobodys.json()
    assert problem(other.call("GET", f"/jobs?after={job['id']}")) == "not-found"
    assert good(other.call("GET", "/jobs"))["jobs"] == []
    assert job["id"] not in other.call("GET", "/account/data").text
    submission = client.prepare({"20": packed(small_vcf())})
    stolen = other.prepare({"20": packed(small_vcf())})
    stolen.body["files"][0]["upload"] = submission.body["files"][0]["upload"]
    assert problem(other.post("/jobs", stolen.body)) == "not-found"
    other.close()


def test_a_manifest_of_another_users_device_is_refused(client: PracticeClient) -> None:
    credentials = client.service.add_user("somebody-else")
    other = PracticeClient(client.service, client.clock, credentials.username, credentials.password)
    other.enrol(credentials.invitation_code)
    submission = other.prepare({"20": packed(small_vcf())})
    body = {**submission.body, "manifest": client.seal_manifest(submission.manifest)}
    assert other.post("/jobs", body).json()["reason"] == "signature"
    other.close()


def test_disk_and_log_hold_no_sample_name_genotype_token_or_url(client: PracticeClient) -> None:
    names = ("P-SECRETONE", "P-SECRETTWO", "P-SECRETTHREE")
    job, submission = finished(client, {"20": packed(small_vcf(samples=names))})
    home = client.service.profile_path.parent
    log = (home / "logs" / "practice.log").read_text()
    upload = submission.body["files"][0]["upload"]
    for secret in (
        *names,
        client.user,
        client.password,
        client.tokens["access_token"],
        upload,
        job["id"],
        client.device_id,
    ):
        assert secret not in log
    for path in home.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            for secret in (*names, "##fileformat", client.tokens["access_token"], client.tokens["refresh_token"]):
                assert secret.encode() not in content, path.name
            if path.name != "first-password":
                assert client.password.encode() not in content, path.name
            assert path.stat().st_mode & 0o077 == 0 or os.name == "nt", path.name
    rows = sqlite3.connect(home / "practice.sqlite3")
    assert client.recovery_codes[0].replace("-", "") not in "\n".join(rows.iterdump())
    rows.close()


def test_a_result_key_of_the_smaller_kind_works_too(client: PracticeClient) -> None:
    key = generate_private_key(Kem.X25519)
    job, _ = finished(client, {"20": packed(small_vcf())}, result_recipient=key.public_key().to_pem())
    assert client.result(job["id"], "about.txt", key)
