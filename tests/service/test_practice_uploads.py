"""tus 1.0.0 at the practice service: resuming, checksums, expiry, and what other users cannot do."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from client.model.job import DELETION_TYP
from client.seal.jws import require_jws
from practice.faults import Fault
from practice.server import PracticeService
from tests.support.practice_client import (
    OFFSET_TYPE,
    TUS,
    FakeClock,
    PracticeClient,
    good,
    problem,
    running_service,
    verification_keys,
)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[tuple[PracticeService, FakeClock]]:
    with running_service(tmp_path / "service", max_patch_bytes=300_000, max_file_bytes=10_000_000) as place:
        yield place


@pytest.fixture
def client(place: tuple[PracticeService, FakeClock]) -> Iterator[PracticeClient]:
    client = PracticeClient(*place)
    client.enrol()
    yield client
    client.close()


def stored(client: PracticeClient, upload: str) -> bytes:
    return (client.service.profile_path.parent / "uploads" / upload).read_bytes()


def head(client: PracticeClient, upload: str) -> httpx.Response:
    return client.call("HEAD", f"/uploads/{upload}", headers=TUS)


def checksum(algorithm: str, data: bytes) -> str:
    return f"{algorithm} {base64.b64encode(hashlib.new(algorithm, data).digest()).decode()}"


def test_options_lists_exactly_what_is_built(client: PracticeClient) -> None:
    answer = client.call("OPTIONS", "/uploads", token=False)
    assert answer.status_code == 204
    assert answer.headers["Tus-Version"] == "1.0.0"
    assert answer.headers["Tus-Checksum-Algorithm"] == "sha256,sha1"
    assert answer.headers["Tus-Max-Size"] == "10000000"
    assert set(answer.headers["Tus-Extension"].split(",")) == {
        "creation",
        "creation-with-upload",
        "creation-defer-length",
        "checksum",
        "expiration",
        "termination",
    }


def test_an_upload_in_pieces_arrives_byte_for_byte(client: PracticeClient) -> None:
    data = os.urandom(700_001)
    upload = client.create_upload(len(data))
    offset = 0
    while offset < len(data):
        answer = client.patch(upload, offset, data[offset : offset + 300_000])
        assert answer.status_code == 204
        offset = int(answer.headers["Upload-Offset"])
        assert head(client, upload).headers["Upload-Offset"] == str(offset)
    assert head(client, upload).headers["Upload-Length"] == str(len(data))
    assert stored(client, upload) == data


def test_a_wrong_offset_is_409_and_says_the_right_one(client: PracticeClient) -> None:
    upload = client.create_upload(10)
    client.patch(upload, 0, b"12345")
    for offset in (0, 4, 6, 10):
        answer = client.patch(upload, offset, b"12345")
        assert (answer.status_code, problem(answer)) == (409, "upload-offset-mismatch")
        assert answer.headers["Upload-Offset"] == "5"
    assert stored(client, upload) == b"12345"


@pytest.mark.parametrize("algorithm", ["sha256", "sha1"])
def test_a_wrong_checksum_is_460_and_nothing_is_kept(client: PracticeClient, algorithm: str) -> None:
    upload = client.create_upload(10)
    assert client.patch(upload, 0, b"12345", Upload_Checksum=checksum(algorithm, b"12345")).status_code == 204
    answer = client.patch(upload, 5, b"67890", Upload_Checksum=checksum(algorithm, b"67891"))
    assert (answer.status_code, problem(answer)) == (460, "upload-checksum-mismatch")
    assert head(client, upload).headers["Upload-Offset"] == "5"
    assert stored(client, upload) == b"12345"
    assert client.patch(upload, 5, b"67890", Upload_Checksum=checksum(algorithm, b"67890")).status_code == 204


@pytest.mark.parametrize("text", ["md5 AAAA", "sha256 ???", "sha256", ""])
def test_a_checksum_that_cannot_be_read_is_refused(client: PracticeClient, text: str) -> None:
    upload = client.create_upload(5)
    answer = client.patch(upload, 0, b"12345", Upload_Checksum=text)
    assert answer.status_code in (400, 460)
    assert head(client, upload).headers["Upload-Offset"] == "0"


def test_more_than_the_length_or_the_largest_patch_is_refused(client: PracticeClient) -> None:
    upload = client.create_upload(5)
    assert problem(client.patch(upload, 0, b"123456")) == "malformed-request"
    assert head(client, upload).headers["Upload-Offset"] == "0"
    large = client.create_upload(400_000)
    answer = client.patch(large, 0, bytes(300_001))
    assert (answer.status_code, problem(answer)) == (413, "too-large")
    assert problem(client.call("POST", "/uploads", headers={**TUS, "Upload-Length": "10000001"})) == "too-large"


def test_the_length_may_come_later_and_then_stays(client: PracticeClient) -> None:
    upload = client.create_upload(None)
    assert head(client, upload).headers["Upload-Defer-Length"] == "1"
    assert client.patch(upload, 0, b"123").status_code == 204
    assert client.patch(upload, 3, b"45", Upload_Length="5").status_code == 204
    assert head(client, upload).headers["Upload-Length"] == "5"
    assert problem(client.patch(upload, 5, b"", Upload_Length="6")) == "malformed-request"


def test_first_bytes_travel_with_the_creation(client: PracticeClient) -> None:
    headers = {**TUS, "Upload-Length": "5", "Content-Type": OFFSET_TYPE}
    answer = client.call("POST", "/uploads", b"123", headers=headers)
    assert (answer.status_code, answer.headers["Upload-Offset"]) == (201, "3")
    assert client.patch(answer.headers["Location"].rsplit("/", 1)[1], 3, b"45").status_code == 204


def test_metadata_holds_one_opaque_name_and_nothing_else(client: PracticeClient) -> None:
    def create(metadata: str) -> httpx.Response:
        return client.call("POST", "/uploads", headers={**TUS, "Upload-Length": "5", "Upload-Metadata": metadata})

    opaque = base64.b64encode(b"body-0001").decode()
    assert create(f"name {opaque}").status_code == 201
    path = base64.b64encode(b"/home/anna/patients.vcf.gz").decode()
    for metadata in (f"filename {opaque}", f"name {path}", "name ???", f"name {opaque},patient {opaque}"):
        assert problem(create(metadata)) == "malformed-request"


def test_another_version_of_tus_is_refused(client: PracticeClient) -> None:
    answer = client.call("POST", "/uploads", headers={"Tus-Resumable": "0.2.2", "Upload-Length": "5"})
    assert (answer.status_code, problem(answer)) == (412, "tus-version")
    assert answer.headers["Tus-Version"] == "1.0.0"


def test_an_upload_nobody_writes_to_expires_and_its_bytes_are_gone(client: PracticeClient) -> None:
    upload = client.create_upload(10)
    client.patch(upload, 0, b"12345")
    client.clock.advance(23 * 3600)
    client.tokens = good(client.refresh())
    assert client.patch(upload, 5, b"6").status_code == 204, "a write begins the day anew"
    client.clock.advance(24 * 3600 + 1)
    client.tokens = good(client.refresh())
    assert head(client, upload).status_code == 410
    assert problem(client.patch(upload, 6, b"7890")) == "upload-gone"
    assert not (client.service.profile_path.parent / "uploads" / upload).exists()


def test_termination_deletes_and_gives_a_signed_certificate(client: PracticeClient) -> None:
    upload = client.create_upload(10)
    client.patch(upload, 0, b"12345")
    assert problem(client.call("GET", f"/uploads/{upload}/deletion")) == "not-found"
    assert client.call("DELETE", f"/uploads/{upload}", headers=TUS).status_code == 204
    assert client.call("DELETE", f"/uploads/{upload}", headers=TUS).status_code == 404
    assert head(client, upload).status_code == 410
    assert not (client.service.profile_path.parent / "uploads" / upload).exists()
    certificate = good(client.call("GET", f"/uploads/{upload}/deletion"))["certificate"]
    claims = require_jws(
        certificate, verification_keys(client), purpose="deletion", typ=DELETION_TYP, now=client.clock()
    )
    assert (claims["upload"], claims["deleted_bytes"], claims["environment"]) == (upload, 5, "practice")


def test_another_users_upload_does_not_exist(client: PracticeClient) -> None:
    upload = client.create_upload(10)
    credentials = client.service.add_user("somebody-else")
    other = PracticeClient(client.service, client.clock, credentials.username, credentials.password)
    other.enrol(credentials.invitation_code)
    unknown = "0" * 32
    for method in ("HEAD", "DELETE"):
        answers = [other.call(method, f"/uploads/{name}", headers=TUS) for name in (upload, unknown)]
        assert [answer.status_code for answer in answers] == [404, 404]
    assert problem(other.patch(upload, 0, b"x")) == problem(other.patch(unknown, 0, b"x")) == "not-found"
    assert problem(other.call("GET", f"/uploads/{upload}/deletion")) == "not-found"
    assert head(client, upload).headers["Upload-Offset"] == "0"
    other.close()


def test_bytes_before_a_broken_connection_are_kept_without_a_checksum_and_not_with_one(
    client: PracticeClient,
) -> None:
    data = os.urandom(250_000)
    for with_checksum in (False, True):
        upload = client.create_upload(len(data))
        client.service.faults.add(Fault("PATCH", f"/api/v1/uploads/{upload}", break_after_bytes=100_000))
        headers = {"Upload_Checksum": checksum("sha256", data)} if with_checksum else {}
        with pytest.raises(httpx.TransportError):
            client.patch(upload, 0, data, **headers)
        offset = settled_offset(client, upload)
        assert offset == 0 if with_checksum else 0 < offset <= 100_000
        assert client.patch(upload, offset, data[offset:]).status_code == 204
        assert stored(client, upload) == data


def settled_offset(client: PracticeClient, upload: str) -> int:
    """The offset once the service has let go of the broken request."""
    while True:
        offset = int(head(client, upload).headers["Upload-Offset"])
        answer = client.patch(upload, offset, b"")
        if answer.status_code == 204:
            return offset
        assert problem(answer) in ("upload-locked", "upload-offset-mismatch")


def test_a_lost_answer_leaves_the_bytes_there(client: PracticeClient) -> None:
    upload = client.create_upload(5)
    client.service.faults.add(Fault("PATCH", "/api/v1/uploads", lose_answer=True))
    with pytest.raises(httpx.TransportError):
        client.patch(upload, 0, b"12345")
    assert head(client, upload).headers["Upload-Offset"] == "5"


def test_busy_says_how_long_to_wait(client: PracticeClient) -> None:
    client.service.faults.add(Fault("POST", "/api/v1/uploads", problem="busy", retry_after_s=7))
    answer = client.call("POST", "/uploads", headers={**TUS, "Upload-Length": "5"})
    assert (answer.status_code, problem(answer), answer.headers["Retry-After"]) == (503, "busy", "7")
    assert client.create_upload(5)


def test_bytes_that_a_killed_service_never_counted_are_overwritten(client: PracticeClient) -> None:
    upload = client.create_upload(5)
    client.patch(upload, 0, b"12")
    with (client.service.profile_path.parent / "uploads" / upload).open("ab") as file:
        file.write(b"garbage of a killed process")
    assert client.patch(upload, 2, b"345").status_code == 204
    assert stored(client, upload) == b"12345"


def test_with_request_signing_every_call_is_signed_and_an_unsigned_or_changed_one_refused(tmp_path: Path) -> None:
    with running_service(tmp_path / "service", request_signing=True) as place:
        client = PracticeClient(*place)
        assert client.profile["inbox"]["request_signing"] is True
        client.enrol()
        assert problem(client.call("GET", "/jobs")) == "request-signature-rejected"
        client.sign_requests = True
        good(client.call("GET", "/jobs"))
        good(client.call("GET", "/account/devices"))
        upload = client.create_upload(5)
        headers = {**TUS, "Upload-Offset": "0", "Content-Type": OFFSET_TYPE}
        changed = client.signature("PATCH", f"/uploads/{upload}", b"12345")
        client.sign_requests = False
        answer = client.call("PATCH", f"/uploads/{upload}", b"12346", headers={**headers, **changed})
        assert problem(answer) == "request-signature-rejected"
        old = client.signature("GET", "/jobs", b"")
        client.clock.advance(301)
        assert problem(client.call("GET", "/jobs", headers=old)) == "request-signature-rejected"
        elsewhere = client.signature("GET", "/account/data", b"")
        assert problem(client.call("GET", "/jobs", headers=elsewhere)) == "request-signature-rejected"
        other_name = client.signature("GET", "/jobs", b"", device_id="device-other")
        assert problem(client.call("GET", "/jobs", headers=other_name)) == "request-signature-rejected"
        client.sign_requests = True
        assert client.patch(upload, 0, b"12345").status_code == 204
        client.close()
