"""Every fault of a transfer, over real TLS: afterwards the object is intact, or the stop is exactly the one specified.

Faults of the line come from a TCP proxy between client and server, faults of the service from a scripted tus server.
"""

from __future__ import annotations

import io
import logging
import random
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

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
    TimedOutError,
    TooLargeError,
    UnreachableError,
    UploadGoneError,
    UploadStuckError,
)
from client.network.gate import Gate
from client.network.retry import RetryPolicy
from client.network.sending import BodySender, SendOutcome
from client.network.transport import Patience
from client.network.tus import TusUpload
from tests.support.fault_proxy import GOOD, FaultProxy, Line
from tests.support.tls_certificates import institution_ca, institution_pins
from tests.support.tls_server import SeenRequest, TlsServer, http_answer, json_answer
from tests.support.tus_server import PATH, Spoil, TusServer, answering, stored_but, truncated_to

KIB = 1024
BODY = random.Random(20261121).randbytes(1024 * KIB)
PATCH_BYTES = 256 * KIB
PATIENCE = Patience(connect_s=1.0, send_s=1.0, answer_s=1.0, grace_s=3.0, least_bytes_per_s=20_000)
MID_BODY = 100_000
"""Bytes of TLS after which a limit lies in the middle of the first PATCH."""
AFTER_PATCH = PATCH_BYTES
"""Bytes of TLS that have gone up when the first PATCH is through: what comes down next is its answer."""


class Tokens:
    """Renews for ever."""

    def __init__(self) -> None:
        self.renewals = 0

    def access_token(self) -> str:
        return f"token-{self.renewals}"

    def renew(self, stale: str) -> str:
        self.renewals += 1
        return self.access_token()


@dataclass
class Scene:
    """A client, a line and a server."""

    tus: TusServer
    server: TlsServer
    proxy: FaultProxy
    inbox: TusUpload
    sender: BodySender
    tokens: Tokens
    waits: list[tuple[float, str]] = field(default_factory=list)

    def send(self, offset: int | None = 0) -> SendOutcome:
        upload = self.inbox.create(len(BODY), "job-1")
        return self.sender.append_from(upload, io.BytesIO(BODY), len(BODY), offset=offset)

    def patches(self) -> list[SeenRequest]:
        return [request for request in self.server.requests if request.method == "PATCH"]


@contextmanager
def scene(
    script: tuple[Line, ...] = (GOOD,),
    tus: TusServer | None = None,
    *,
    max_attempts: int = 10,
    patience: Patience = PATIENCE,
    max_patch_bytes: int | None = PATCH_BYTES,
    signed: bool = False,
) -> Iterator[Scene]:
    tus = tus or TusServer()
    tokens = Tokens()
    with ExitStack() as stack:
        server = stack.enter_context(TlsServer(tus))
        proxy = stack.enter_context(FaultProxy(server.port, script))
        gate = stack.enter_context(
            Gate(proxy.origin, institution_pins(), institution_ca().pem, tokens=tokens, patience=patience)
        )
        if signed:
            gate.sign_with(lambda _method, _url, _sha256: {})
        inbox = TusUpload(gate, largest_patch_bytes=lambda: max_patch_bytes, patience=patience)
        waits: list[tuple[float, str]] = []
        sender = BodySender(
            inbox,
            policy=RetryPolicy(max_attempts=max_attempts),
            wait=lambda _seconds: None,
            random_number=lambda: 0.5,
            on_wait=lambda seconds, error: waits.append((seconds, error.code)),
        )
        yield Scene(tus, server, proxy, inbox, sender, tokens, waits)


def test_without_faults_each_byte_goes_once() -> None:
    with scene() as stage:
        outcome = stage.send()
        assert (outcome.finished, outcome.resent_bytes, bytes(stage.tus.stored)) == (True, 0, BODY)
        assert [len(request.body) for request in stage.patches()] == [PATCH_BYTES] * 4
        assert stage.tus.metadata == "name am9iLTE="
        assert stage.waits == []
        assert stage.proxy.connections == 1


LINE_FAULTS = {
    "reset in mid-body": (Line(up_limit=MID_BODY),),
    "closed in mid-body": (Line(up_limit=MID_BODY, then="fin"),),
    "stall in mid-body": (Line(up_limit=MID_BODY, then="stall"),),
    "reset before the answer, bytes stored": (Line(answer_after=AFTER_PATCH),),
    "closed before the answer, bytes stored": (Line(answer_after=AFTER_PATCH, then="fin"),),
    "answer stalls, bytes stored": (Line(answer_after=AFTER_PATCH, then="stall"),),
    "a bit flips on the way up": (Line(up_limit=MID_BODY, then="corrupt"),),
    "a bit flips on the way down": (Line(answer_after=AFTER_PATCH, then="corrupt"),),
    "reset in the handshake of the second connection": (Line(up_limit=MID_BODY), Line(down_limit=500)),
    "stall in the handshake of the second connection": (Line(up_limit=MID_BODY), Line(down_limit=500, then="stall")),
    "refused, then black hole, then reset, then good": (
        Line(up_limit=MID_BODY),
        Line(refuse=True),
        Line(black_hole=True),
        Line(up_limit=MID_BODY),
    ),
    "five resets, each in another place": tuple(Line(up_limit=MID_BODY + 7919 * number) for number in range(5)),
    "tiny fragments": (Line(fragment=211),),
    "a slow line": (Line(rate=900_000, fragment=16384),),
}


@pytest.mark.parametrize("signed", [False, True], ids=["plain", "checksum"])
@pytest.mark.parametrize("script", LINE_FAULTS.values(), ids=LINE_FAULTS.keys())
def test_a_fault_of_the_line_leaves_the_object_intact(script: tuple[Line, ...], signed: bool) -> None:
    last = script if not (script[-1].up_limit or script[-1].down_limit or script[-1].answer_after) else (*script, GOOD)
    with scene(last, TusServer(extensions="creation,checksum,termination"), signed=signed) as stage:
        outcome = stage.send()
        assert outcome.finished
        assert bytes(stage.tus.stored) == BODY
        assert outcome.resent_bytes <= PATCH_BYTES * len(script)
        expected = [line for line in script if line.up_limit or line.down_limit or line.answer_after]
        assert len(stage.proxy.fired) >= len(expected)
        if any(line.answer_after for line in script) and script[0].then != "corrupt":
            # The bytes were stored and only the answer was lost: asking for the offset saves sending them again.
            assert outcome.resent_bytes == 0


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


def test_413_at_the_smallest_size_is_final() -> None:
    with scene(tus=TusServer(spoils={"PATCH": [answering(413)] * 100})) as stage:
        with pytest.raises(TooLargeError):
            stage.send()
        assert len(stage.patches()) == 1


def test_one_token_is_renewed_once() -> None:
    with scene(tus=TusServer(spoils={"PATCH": [None, answering(401)]})) as stage:
        stage.send()
        assert stage.tokens.renewals == 1


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
    tus = TusServer(spoils={"PATCH": [None, stored_but(None)]})
    impostor_sees = TusServer()
    with (
        TlsServer(impostor_sees, institution_ca().issue().server_context()) as impostor,
        scene(tus=tus) as stage,
        ExitStack() as later,
    ):

        def swap(server: TusServer, request: SeenRequest) -> bytes | None:
            # The line goes to somebody else from now on, as after a hijacked route.
            stage.proxy._upstream = ("127.0.0.1", impostor.port)
            later.callback(lambda: None)
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


def test_a_location_under_http_on_the_same_port_is_taken_as_https() -> None:
    with scene() as stage:
        stage.tus.location = f"http://127.0.0.1:{stage.proxy.port}{PATH}/u1"
        stage.send()
        assert bytes(stage.tus.stored) == BODY


def test_nobody_listening_is_tried_again_and_then_given_up() -> None:
    with scene((Line(refuse=True),), max_attempts=3) as stage:
        with pytest.raises(UnreachableError):
            stage.sender.append_from(f"{PATH}/u1", io.BytesIO(BODY), len(BODY))
        assert stage.proxy.connections == 3


def test_a_black_hole_times_out() -> None:
    with scene((Line(black_hole=True),), max_attempts=1) as stage, pytest.raises(TimedOutError) as caught:
        stage.inbox.create(10, "x")
    assert caught.value.facts == {"phase": "connect"}


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


def test_a_source_that_became_shorter_is_noticed() -> None:
    with scene() as stage:
        upload = stage.inbox.create(len(BODY), "x")
        with pytest.raises(ContractError):
            stage.sender.append_from(upload, io.BytesIO(BODY[:1000]), len(BODY), offset=0)


def test_deleting_an_upload_is_done_when_it_is_gone_also_before() -> None:
    with scene() as stage:
        upload = stage.inbox.create(10, "x")
        stage.inbox.terminate(upload)
        stage.inbox.terminate(upload)
        assert stage.tus.gone


@pytest.mark.parametrize("extensions", ["creation", "creation,checksum"])
@pytest.mark.parametrize("signed", [False, True])
def test_checksums_go_only_where_they_are_offered_and_requests_are_signed(extensions: str, signed: bool) -> None:
    with scene(tus=TusServer(extensions=extensions), signed=signed) as stage:
        stage.send()
        expected = signed and "checksum" in extensions
        assert all(("upload-checksum" in request.headers) is expected for request in stage.patches())


def test_without_a_checksum_what_arrived_before_a_break_is_not_sent_again() -> None:
    with scene((Line(up_limit=MID_BODY, then="fin"), GOOD), TusServer(extensions="creation,checksum")) as stage:
        outcome = stage.send()
        assert outcome.finished
        assert bytes(stage.tus.stored) == BODY
        assert sum(len(request.body) for request in stage.patches()) == len(BODY)


def test_a_server_of_another_tus_version_is_refused() -> None:
    with scene(tus=TusServer(spoils={"OPTIONS": [answering(204, Tus_Version="0.2.2")]})) as stage:
        with pytest.raises(ContractError) as caught:
            stage.send()
        assert caught.value.facts == {"reason": "tus-version"}


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


def test_a_line_of_20_kb_a_second_is_only_slow() -> None:
    with scene((Line(rate=20_000, fragment=2048),), patience=Patience()) as stage:
        upload = stage.inbox.create(30_000, "x")
        outcome = stage.sender.append_from(upload, io.BytesIO(BODY[:30_000]), 30_000, offset=0)
        assert outcome.finished
        assert stage.waits == []
        assert bytes(stage.tus.stored) == BODY[:30_000]
