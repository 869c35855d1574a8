"""Where an upload ends without having finished: exactly the stop that is specified, and nothing further is sent."""

from __future__ import annotations

import io

import pytest

from client.model.errors import ClientError
from client.network.errors import (
    BusyError,
    CaptivePortalError,
    ContractError,
    NotAllowedError,
    NotSignedInError,
    OriginRefusedError,
    PinMismatchError,
    RedirectRefusedError,
    RequestRefusedError,
    ServerFaultError,
    TooLargeError,
    UploadGoneError,
    UploadStuckError,
)
from tests.support.tls_certificates import institution_ca
from tests.support.tls_server import SeenRequest, TlsServer, http_answer, json_answer
from tests.support.tus_server import PATH, Spoil, TusServer, answering, stored_but, truncated_to
from tests.support.upload_scene import BODY, KIB, PATCH_BYTES, Scene, scene


def test_413_at_the_smallest_size_is_final() -> None:
    with scene(tus=TusServer(spoils={"PATCH": [answering(413)] * 100})) as stage:
        with pytest.raises(TooLargeError):
            stage.send()
        assert len(stage.patches()) == 1


def _stop(spoils: dict[str, list[Spoil | None]], max_attempts: int = 10) -> tuple[ClientError, Scene]:
    with scene(tus=TusServer(spoils=spoils), max_attempts=max_attempts) as stage:
        with pytest.raises(ClientError) as caught:
            stage.send()
        return caught.value, stage


ONE_STOP: dict[str, tuple[Spoil, type[ClientError]]] = {
    "302 to another origin": (answering(302, Location="https://evil.example/"), RedirectRefusedError),
    "307 to the same origin": (answering(307, Location=f"{PATH}/u2"), RedirectRefusedError),
    "304": (answering(304), RedirectRefusedError),
    "200 with a web page": (answering(200, b"<html>", Content_Type="text/html"), CaptivePortalError),
    "204 without an offset and with a web page's type": (answering(204, Content_Type="text/html"), ContractError),
    "200 without an offset": (answering(200), ContractError),
    "204 without an offset": (stored_but(204), ContractError),
    "a compressed answer": (answering(204, Content_Encoding="gzip"), ContractError),
    "an offset beyond what was sent": (stored_but(204, Upload_Offset="999999999"), UploadStuckError),
    "an offset that is no number": (stored_but(204, Upload_Offset="-1"), ContractError),
    "two offsets": (stored_but(204, Upload_Offset="1, 2"), ContractError),
    "wait until the year 9999": (answering(503, Retry_After="Fri, 31 Dec 9999 23:59:59 GMT"), BusyError),
    "wait for two hours": (answering(429, Retry_After="7200"), BusyError),
    "403": (answering(403), NotAllowedError),
    "400": (answering(400), RequestRefusedError),
    "415": (answering(415), RequestRefusedError),
}


@pytest.mark.parametrize(("spoil", "cls"), ONE_STOP.values(), ids=ONE_STOP.keys())
def test_a_stop_is_exactly_the_one_specified_and_nothing_is_retried(spoil: Spoil, cls: type[ClientError]) -> None:
    error, stage = _stop({"PATCH": [spoil] * 20})
    assert type(error) is cls
    assert len(stage.patches()) == 1
    assert stage.waits == []


@pytest.mark.parametrize("status", [404, 410])
def test_an_upload_that_is_gone_is_asked_about_and_then_given_back(status: int) -> None:
    def gone(server: TusServer, _: SeenRequest) -> bytes:
        server.gone = True
        return http_answer(status)

    error, stage = _stop({"PATCH": [None, gone]})
    assert isinstance(error, UploadGoneError)
    assert [request.method for request in stage.server.requests][-2:] == ["PATCH", "HEAD"]


def test_a_session_that_is_over_stops_after_one_renewal_and_keeps_the_place() -> None:
    error, stage = _stop({"PATCH": [None, *[answering(401)] * 10]})
    assert isinstance(error, NotSignedInError)
    assert stage.tokens.renewals <= 2
    assert bytes(stage.tus.stored) == BODY[: len(stage.tus.stored)]
    assert len(stage.tus.stored) == PATCH_BYTES


def test_a_service_that_stays_broken_is_given_up_after_the_policys_attempts() -> None:
    error, stage = _stop({"PATCH": [answering(500)] * 50}, max_attempts=6)
    assert isinstance(error, ServerFaultError)
    assert len(stage.patches()) == 6
    seconds = [wait for wait, _ in stage.waits]
    assert seconds == sorted(seconds)
    assert len(seconds) == 5


def test_offsets_that_go_back_for_ever_end() -> None:
    """Each PATCH is stored, then all is lost: no progress, so the attempts run out."""
    error, stage = _stop({"PATCH": [None, *[truncated_to(lambda _: 0, answering(500))] * 1000]}, max_attempts=8)
    assert isinstance(error, ServerFaultError | UploadStuckError)
    assert len(stage.patches()) < 20


def test_an_upload_that_creeps_forward_and_falls_back_has_a_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """One more byte at each try would look like progress for ever."""
    monkeypatch.setattr("client.network.sending.RESEND_FLOOR_BYTES", 2 * 1024 * KIB)
    kept = iter(range(1, 1000))

    def creeps(server: TusServer, request: SeenRequest) -> bytes:
        server.stored = bytearray(BODY[: next(kept)])
        return http_answer(500)

    error, stage = _stop({"PATCH": [creeps] * 1000})
    assert isinstance(error, UploadStuckError)
    assert error.facts == {"reason": "re-sent"}
    assert sum(len(request.body) for request in stage.patches()) < 5 * len(BODY)


def test_a_head_that_claims_more_than_was_ever_sent_is_not_believed() -> None:
    def jumps(server: TusServer, request: SeenRequest) -> bytes:
        server.stored += bytes(3 * PATCH_BYTES)
        return http_answer(500)

    error, _ = _stop({"PATCH": [jumps]})
    assert isinstance(error, UploadStuckError)
    assert error.facts == {"reason": "offset"}


@pytest.mark.parametrize("length", ["7", "x", "99999999999999999999"])
def test_an_upload_of_another_length_is_not_ours(length: str) -> None:
    other: Spoil = lambda server, request: http_answer(200, Upload_Offset="0", Upload_Length=length)  # noqa: E731
    error, _ = _stop({"PATCH": [answering(500)], "HEAD": [other] * 20})
    assert isinstance(error, ContractError)
    assert error.facts == {"reason": "offset"}


def test_a_changed_certificate_key_stops_everything_and_is_not_retried() -> None:
    tus = TusServer()
    impostor_sees = TusServer()
    with TlsServer(impostor_sees, institution_ca().issue().server_context()) as impostor, scene(tus=tus) as stage:

        def swap(server: TusServer, request: SeenRequest) -> bytes | None:
            # The line goes to somebody else from now on, as after a hijacked route.
            stage.proxy._upstream = ("127.0.0.1", impostor.port)
            return None

        tus.spoils["PATCH"] = [None, swap]
        with pytest.raises(PinMismatchError):
            stage.send()
        assert impostor.connections == 1
    assert impostor.requests == []
    assert impostor.plain_bytes == 0


def test_a_location_elsewhere_is_refused_and_elsewhere_hears_nothing() -> None:
    with TlsServer(lambda _: json_answer({})) as elsewhere, scene() as stage:
        stage.tus.location = f"{elsewhere.origin}/api/v1/uploads/u1"
        with pytest.raises(OriginRefusedError):
            stage.send()
        assert elsewhere.connections == 0


def test_a_source_that_became_shorter_is_noticed() -> None:
    with scene() as stage:
        upload = stage.inbox.create(len(BODY), "x")
        with pytest.raises(ContractError):
            stage.sender.append_from(upload, io.BytesIO(BODY[:1000]), len(BODY), offset=0)


def test_a_server_of_another_tus_version_is_refused() -> None:
    with scene(tus=TusServer(spoils={"OPTIONS": [answering(204, Tus_Version="0.2.2")]})) as stage:
        with pytest.raises(ContractError) as caught:
            stage.send()
        assert caught.value.facts == {"reason": "tus-version"}
