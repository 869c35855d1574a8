"""Faults of the service, made by a scripted tus server over real TLS, and what an upload says and leaves behind."""

from __future__ import annotations

import io
import logging
from contextlib import nullcontext

import pytest

from client.network.errors import RedirectRefusedError, RequestRefusedError, ServerFaultError
from tests.support.tls_server import SeenRequest, http_answer
from tests.support.tus_server import PATH, Spoil, TusServer, answering, stored_but, truncated_to
from tests.support.upload_scene import BODY, KIB, PATCH_BYTES, scene


def test_without_faults_each_byte_goes_once() -> None:
    with scene() as stage:
        outcome = stage.send()
        assert (outcome.finished, outcome.resent_bytes, bytes(stage.tus.stored)) == (True, 0, BODY)
        assert [len(request.body) for request in stage.patches()] == [PATCH_BYTES] * 4
        assert stage.tus.metadata == "name am9iLTE="
        assert stage.waits == []
        assert stage.proxy.connections == 1


SERVICE_FAULTS: dict[str, tuple[dict[str, list[Spoil | None]], set[str]]] = {
    "answer lost after the bytes were stored": ({"PATCH": [stored_but(None)]}, {"NET-UNREACHABLE"}),
    "500 after the bytes were stored": ({"PATCH": [None, stored_but(500)]}, {"NET-SERVER"}),
    "500, 502 and 504 in a row": ({"PATCH": [answering(500), answering(502), answering(504)]}, {"NET-SERVER"}),
    "507, the service's disk is full for a moment": ({"PATCH": [answering(507)]}, {"NET-SERVER"}),
    "503 with seconds": ({"PATCH": [answering(503, Retry_After="11")]}, {"NET-BUSY"}),
    "429 without a word": ({"PATCH": [answering(429)]}, {"NET-BUSY"}),
    "408 of a front end that lost patience": ({"PATCH": [None, answering(408)]}, {"NET-TIMEOUT"}),
    "409 at another offset": ({"PATCH": [None, answering(409)]}, set()),
    "423 while another request writes": ({"PATCH": [None, answering(423)]}, {"NET-CONFLICT"}),
    "460, a damaged piece": ({"PATCH": [answering(460)]}, {"NET-CHECKSUM"}),
    "back at an earlier offset": (
        {"PATCH": [None, None, truncated_to(lambda length: length // 2, answering(409))]},
        set(),
    ),
    "back at the start": ({"PATCH": [None, None, truncated_to(lambda _: 0, answering(500))]}, {"NET-SERVER"}),
    "401, and a new token helps": ({"PATCH": [None, answering(401)]}, set()),
    "404 on PATCH while the upload is there": ({"PATCH": [None, answering(404)]}, {"NET-CONFLICT"}),
    "HEAD fails too": (
        {"PATCH": [answering(500)], "HEAD": [answering(502), answering(503)]},
        {"NET-SERVER", "NET-BUSY"},
    ),
}


@pytest.mark.parametrize(("spoils", "codes"), SERVICE_FAULTS.values(), ids=SERVICE_FAULTS.keys())
def test_a_fault_of_the_service_leaves_the_object_intact(
    spoils: dict[str, list[Spoil | None]], codes: set[str]
) -> None:
    with scene(tus=TusServer(spoils={method: list(steps) for method, steps in spoils.items()})) as stage:
        outcome = stage.send()
        assert outcome.finished
        assert bytes(stage.tus.stored) == BODY
        assert {code for _, code in stage.waits} == codes


def test_a_partial_offset_is_gone_on_from() -> None:
    def keeps_less(server: TusServer, request: SeenRequest) -> bytes:
        server.stored += request.body[:1000]
        return http_answer(204, Tus_Resumable="1.0.0", Upload_Offset=str(len(server.stored)))

    with scene(tus=TusServer(spoils={"PATCH": [None, keeps_less]})) as stage:
        outcome = stage.send()
        assert bytes(stage.tus.stored) == BODY
        assert outcome.resent_bytes == PATCH_BYTES - 1000


@pytest.mark.parametrize("method", ["OPTIONS", "POST"])
def test_a_404_before_there_is_an_upload_is_the_front_ends_whose_service_is_away(method: str) -> None:
    with scene(tus=TusServer(spoils={method: [answering(404)]})) as stage:
        with pytest.raises(ServerFaultError) as caught:
            stage.send()
        assert caught.value.facts == {"status": 404}
        assert stage.send().finished


def test_retry_after_is_obeyed_to_the_second() -> None:
    with scene(tus=TusServer(spoils={"PATCH": [answering(503, Retry_After="11")]})) as stage:
        stage.send()
        [(seconds, code)] = stage.waits
        assert code == "NET-BUSY"
        assert 11 <= seconds < 13


def test_a_large_patch_is_halved_until_it_is_taken() -> None:
    body = BODY * 3

    def at_most_1_mib(server: TusServer, request: SeenRequest) -> bytes:
        return http_answer(413) if len(request.body) > 1024 * KIB else server.answer(request)

    with scene(tus=TusServer(spoils={"PATCH": [at_most_1_mib] * 100}), max_patch_bytes=None) as stage:
        upload = stage.inbox.create(len(body), "x")
        outcome = stage.sender.append_from(upload, io.BytesIO(body), len(body), offset=0)
        assert outcome.finished
        assert bytes(stage.tus.stored) == body
        assert [len(request.body) // KIB for request in stage.patches()] == [3072, 3072, 2048, 1024, 1024, 1024]


def test_one_token_is_renewed_once() -> None:
    with scene(tus=TusServer(spoils={"PATCH": [None, answering(401)]})) as stage:
        stage.send()
        assert stage.tokens.renewals == 1


def test_a_location_under_http_on_the_same_port_is_taken_as_https() -> None:
    with scene() as stage:
        stage.tus.location = f"http://127.0.0.1:{stage.proxy.port}{PATH}/u1"
        stage.send()
        assert bytes(stage.tus.stored) == BODY


def test_a_resume_asks_first_and_sends_only_what_is_missing() -> None:
    tus = TusServer(stored=bytearray(BODY[:700_001]), length=len(BODY))
    with scene(tus=tus) as stage:
        outcome = stage.sender.append_from(f"{PATH}/u1", io.BytesIO(BODY), len(BODY))
        assert outcome.finished
        assert bytes(tus.stored) == BODY
        assert stage.patches()[0].headers["upload-offset"] == "700001"
        assert sum(len(request.body) for request in stage.patches()) == len(BODY) - 700_001


def test_a_resume_of_a_complete_upload_sends_nothing() -> None:
    tus = TusServer(stored=bytearray(BODY), length=len(BODY))
    with scene(tus=tus) as stage:
        assert stage.sender.append_from(f"{PATH}/u1", io.BytesIO(BODY), len(BODY)).finished
        assert stage.patches() == []


def test_a_stop_in_mid_body_keeps_what_arrived() -> None:
    sent: list[int] = []
    with scene(tus=TusServer(extensions="creation")) as stage:
        upload = stage.inbox.create(len(BODY), "x")
        outcome = stage.sender.append_from(
            upload,
            io.BytesIO(BODY),
            len(BODY),
            offset=0,
            progress=sent.append,
            should_stop=lambda: bool(sent) and sent[-1] > 300 * KIB,
        )
        assert not outcome.finished
        assert outcome.offset == PATCH_BYTES
    assert bytes(stage.tus.stored) == BODY[: len(stage.tus.stored)]


def test_a_wait_ends_when_the_user_stops() -> None:
    stopping = iter([False, False, False, True, True, True, True])
    with scene(tus=TusServer(spoils={"PATCH": [answering(503, Retry_After="3000")]})) as stage:
        upload = stage.inbox.create(len(BODY), "x")
        waited: list[float] = []
        stage.sender.wait = waited.append
        outcome = stage.sender.append_from(
            upload, io.BytesIO(BODY), len(BODY), offset=0, should_stop=lambda: next(stopping, True)
        )
        assert not outcome.finished
        assert sum(waited) < 10


def test_deleting_an_upload_is_done_when_it_is_gone_also_before() -> None:
    with scene() as stage:
        upload = stage.inbox.create(10, "x")
        stage.inbox.terminate(upload)
        stage.inbox.terminate(upload)
        assert stage.tus.gone


@pytest.mark.parametrize(
    ("status", "extensions", "is_over"),
    [(405, "creation,termination", True), (400, "creation", True), (400, "creation,termination", False)],
)
def test_where_nothing_can_be_deleted_nobody_waits_for_it(status: int, extensions: str, is_over: bool) -> None:
    """A submission that was given up would be cancelled for ever."""
    with scene(tus=TusServer(extensions=extensions, spoils={"DELETE": [answering(status)]})) as stage:
        upload = stage.inbox.create(10, "x")
        with nullcontext() if is_over else pytest.raises(RequestRefusedError):
            stage.inbox.terminate(upload)


@pytest.mark.parametrize("extensions", ["creation", "creation,checksum"])
@pytest.mark.parametrize("signed", [False, True])
def test_checksums_go_only_where_they_are_offered_and_requests_are_signed(extensions: str, signed: bool) -> None:
    with scene(tus=TusServer(extensions=extensions), signed=signed) as stage:
        stage.send()
        expected = signed and "checksum" in extensions
        assert all(("upload-checksum" in request.headers) is expected for request in stage.patches())


def test_neither_logs_nor_errors_hold_upload_urls_or_tokens(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    shown = []
    spoils: dict[str, list[Spoil | None]] = {"PATCH": [None, answering(401), answering(500), None, answering(302)]}
    with scene(tus=TusServer(spoils=spoils, location=f"{PATH}/s3cret-upload")) as stage:
        with pytest.raises(RedirectRefusedError) as caught:
            stage.send()
        shown += [repr(caught.value), str(caught.value), repr(caught.value.facts), repr(stage.tokens.access_token)]
    text = caplog.text + "".join(shown)
    assert "s3cret-upload" not in text
    assert "token-" not in text
    assert "127.0.0.1" not in caplog.text
