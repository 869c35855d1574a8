"""What the gate lets out, and what it lets in."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Iterator, Mapping

import pytest

from client.model.errors import ClientError
from client.model.strict_json import MAX_JSON_BYTES
from client.network.errors import (
    BusyError,
    CaptivePortalError,
    ContractError,
    NotSignedInError,
    OriginRefusedError,
    RedirectRefusedError,
    ServerFaultError,
    TimedOutError,
    UnreachableError,
)
from client.network.gate import Gate, TokenSource
from client.network.transport import Patience
from tests.support.tls_certificates import institution_ca, institution_pins
from tests.support.tls_server import HangUp, Respond, SeenRequest, TlsServer, http_answer, json_answer, problem_answer

IMPATIENT = Patience(connect_s=2, send_s=2, answer_s=0.4, grace_s=0.8, least_bytes_per_s=1_000_000)


class FakeTokens:
    """Hands out token-0, and the next number at each renewal."""

    def __init__(self) -> None:
        self.renewals: list[str] = []

    def access_token(self) -> str:
        return f"token-{len(self.renewals)}"

    def renew(self, stale: str) -> str:
        self.renewals.append(stale)
        return self.access_token()


def gate_to(server: TlsServer, tokens: TokenSource | None = None, patience: Patience | None = None) -> Gate:
    return Gate(server.origin, institution_pins(), institution_ca().pem, tokens=tokens, patience=patience)


def refusal(respond: Respond, patience: Patience | None = None) -> tuple[ClientError, TlsServer]:
    """The error that an answer leads to."""
    with TlsServer(respond) as server, gate_to(server, patience=patience) as gate:
        with pytest.raises(ClientError) as caught:
            gate.request("GET", "/api/v1/thing")
        return caught.value, server


@pytest.mark.parametrize("status", [300, 301, 302, 303, 304, 307, 308, 399])
def test_a_redirect_is_refused_and_nobody_else_hears_of_it(status: int) -> None:
    with TlsServer(lambda _: json_answer({})) as elsewhere:
        error, server = refusal(lambda _: http_answer(status, Location=f"{elsewhere.origin}/steal"))
    assert isinstance(error, RedirectRefusedError)
    assert error.facts == {"status": status}
    assert len(server.requests) == 1
    assert elsewhere.connections == 0


def test_a_redirect_within_the_origin_is_refused_too() -> None:
    error, server = refusal(lambda _: http_answer(302, Location="/elsewhere"))
    assert isinstance(error, RedirectRefusedError)
    assert [request.path for request in server.requests] == ["/api/v1/thing"]


@pytest.mark.parametrize(
    "path",
    ["//evil.example/x", "https://evil.example/", "x", "", "/a b", "/a\r\nX-Evil: 1", "/a\\b", "/#x", "/é", "@evil/"],
)
def test_only_plain_paths_go_out(path: str) -> None:
    with TlsServer(lambda _: json_answer({})) as server, gate_to(server) as gate:
        with pytest.raises(OriginRefusedError):
            gate.request("GET", path)
        assert server.connections == 0


@pytest.mark.parametrize(
    "origin",
    [
        "http://localhost:1",
        "https://user@localhost",
        "https://user:pw@localhost",
        "https://localhost/path",
        "ftp://x",
        "",
    ],
)
def test_a_profile_origin_that_is_no_https_origin_makes_no_gate(origin: str) -> None:
    with pytest.raises(OriginRefusedError):
        Gate(origin, institution_pins(), None)


def test_the_environments_proxy_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with TlsServer(lambda _: json_answer({})) as server, gate_to(server) as gate:
        assert gate.request("GET", "/").status == 200


def test_cookies_are_neither_kept_nor_sent() -> None:
    with TlsServer(lambda _: json_answer({}, Set_Cookie="track=1; Path=/")) as server, gate_to(server) as gate:
        gate.request("GET", "/")
        gate.request("GET", "/")
        assert "cookie" not in server.requests[1].headers


def test_nothing_that_could_be_compressed_is_asked_for() -> None:
    with TlsServer(lambda _: json_answer({})) as server, gate_to(server) as gate:
        gate.request("GET", "/")
        assert server.requests[0].headers["accept-encoding"] == "identity"


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate", "zstd", "identity", "x"])
def test_an_answer_with_a_content_encoding_is_refused_unread(encoding: str) -> None:
    body = gzip.compress(b"[" + b"0," * 1_000_000 + b"0]")
    error, _ = refusal(lambda _: http_answer(200, body, Content_Encoding=encoding, Content_Type="application/json"))
    assert isinstance(error, ContractError)
    assert error.facts == {"reason": "content-encoding"}


def test_an_error_with_a_content_encoding_is_refused_too() -> None:
    error, _ = refusal(lambda _: http_answer(500, b"x", Content_Encoding="gzip"))
    assert error.facts == {"reason": "content-encoding"}


def test_html_under_200_is_a_captive_portal() -> None:
    error, _ = refusal(lambda _: http_answer(200, b"<html>Welcome to the hotel</html>", Content_Type="text/html"))
    assert isinstance(error, CaptivePortalError)


def test_status_511_is_a_captive_portal() -> None:
    error, _ = refusal(lambda _: http_answer(511))
    assert isinstance(error, CaptivePortalError)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"[" * 200_000 + b"]" * 200_000, "too-deep"),
        (b'{"a":' * 200_000 + b"1" + b"}" * 200_000, "too-deep"),
        (b"[" * 33 + b"]" * 33, "too-deep"),
        (b'{"a": 1, "a": 2}', "json"),
        (b'{"a": NaN}', "json"),
        (b'{"a": Infinity}', "json"),
        (b'{"a": 1e999}', "json"),
        (b'{"a": ' + b"9" * 5000 + b"}", "json"),
        (b'{"a": "\xff"}', "json"),
        (b'{"a": "\\ud800"}', "json"),
        (b'\xef\xbb\xbf{"a": 1}', "json"),
        ("[1]".encode("utf-16"), "json"),
        (b"", None),
        (b"hello", "json"),
    ],
)
def test_json_is_read_strictly(body: bytes, reason: str | None) -> None:
    started = time.monotonic()
    with (
        TlsServer(lambda _: http_answer(200, body, Content_Type="application/json")) as server,
        gate_to(server) as gate,
    ):
        if reason is None:
            assert gate.request("GET", "/").json is None
            return
        with pytest.raises(ContractError) as caught:
            gate.request("GET", "/")
    assert caught.value.facts == {"reason": reason}
    assert time.monotonic() - started < 2


def test_json_over_4_mib_is_refused_without_reading_on() -> None:
    sent = 0

    def endless(_: SeenRequest) -> Iterator[bytes]:
        nonlocal sent
        yield b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        while True:
            sent += 65536
            yield b"10000\r\n" + b" " * 65536 + b"\r\n"

    error, _ = refusal(endless)
    assert error.facts == {"reason": "too-long"}
    # What fits into the sockets' buffers besides is not read, only sent.
    assert sent < MAX_JSON_BYTES + 8 * 1024 * 1024


def test_one_byte_a_second_ends_at_the_deadline() -> None:
    def drip(_: SeenRequest) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n"
        while True:
            server_holder[0].wait(0.1)
            yield b" "

    server_holder: list[TlsServer] = []
    started = time.monotonic()
    with TlsServer(drip) as server, gate_to(server, patience=IMPATIENT) as gate:
        server_holder.append(server)
        with pytest.raises(TimedOutError) as caught:
            gate.request("GET", "/")
    assert caught.value.facts == {"phase": "deadline"}
    assert time.monotonic() - started < 5


def test_what_we_wait_for_ourselves_between_pieces_is_no_delay_of_the_services() -> None:
    """A bandwidth limit, a hash, a lid that was closed: the least rate is what the other side has to keep."""
    clock = [0.0]

    def slowly() -> Iterator[bytes]:
        for _ in range(5):
            clock[0] += 1000.0
            yield b"x" * 100

    with (
        TlsServer(lambda _: http_answer(204)) as server,
        Gate(
            server.origin, institution_pins(), institution_ca().pem, patience=IMPATIENT, now_s=lambda: clock[0]
        ) as gate,
    ):
        answer = gate.send_stream("PATCH", "/x", slowly(), 500, headers={}, expect=frozenset({204}))
    assert answer.status == 204
    assert server.requests[0].body == b"x" * 500


def test_headers_one_byte_at_a_time_end_at_the_deadline_too() -> None:
    def drip(_: SeenRequest) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n"
        while True:
            server_holder[0].wait(0.1)
            yield b"X"

    server_holder: list[TlsServer] = []
    with TlsServer(drip) as server, gate_to(server, patience=IMPATIENT) as gate:
        server_holder.append(server)
        with pytest.raises(TimedOutError) as caught:
            gate.request("GET", "/")
    assert caught.value.facts == {"phase": "deadline"}


def _interim(_: SeenRequest) -> Iterator[bytes]:
    while True:
        yield b"HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n" * 1000


def test_endless_interim_answers_end() -> None:
    error, _ = refusal(_interim, Patience(receive_bytes=500_000))
    assert error.facts == {"reason": "too-long"}


def test_a_download_that_never_begins_ends() -> None:
    """It may be of any length, and interim answers keep up any rate."""
    with (
        TlsServer(_interim) as server,
        gate_to(server) as gate,
        pytest.raises(ContractError) as caught,
        gate.download("/x"),
    ):
        pytest.fail("begun")
    assert caught.value.facts == {"reason": "too-long"}


def test_endless_headers_end() -> None:
    def headers(_: SeenRequest) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n"
        while True:
            yield b"X-Filler: 0123456789\r\n" * 1000

    error, _ = refusal(headers)
    assert error.facts == {"reason": "protocol"}


def test_silence_is_a_timeout() -> None:
    server_holder: list[TlsServer] = []

    def silent(_: SeenRequest) -> bytes | None:
        server_holder[0].wait(5)
        return None

    with TlsServer(silent) as server, gate_to(server, patience=IMPATIENT) as gate:
        server_holder.append(server)
        with pytest.raises(TimedOutError) as caught:
            gate.request("GET", "/")
    assert caught.value.facts == {"phase": "answer"}


def test_hanging_up_without_an_answer_is_unreachable() -> None:
    error, _ = refusal(lambda _: None)
    assert isinstance(error, UnreachableError)
    assert error.facts == {"reason": "closed"}


def test_a_body_that_ends_early_is_unreachable() -> None:
    def cut(_: SeenRequest) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"
        raise HangUp

    error, _ = refusal(cut)
    assert isinstance(error, UnreachableError)
    assert error.facts == {"reason": "closed"}


def test_garbage_is_no_http() -> None:
    error, _ = refusal(lambda _: b"\x00\x01\x02 this is not http\r\n\r\n")
    assert error.facts == {"reason": "protocol"}


def test_switching_protocols_is_not_a_success() -> None:
    error, _ = refusal(lambda _: b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n")
    assert error.facts == {"reason": "protocol"}


def test_an_unknown_success_code_is_not_a_success() -> None:
    error, _ = refusal(lambda _: json_answer({}, 202))
    assert error.facts == {"reason": "status"}


def test_a_success_with_another_type_is_refused() -> None:
    error, _ = refusal(lambda _: http_answer(200, b"{}", Content_Type="text/plain"))
    assert error.facts == {"reason": "content-type"}


@pytest.mark.parametrize(
    ("answer", "cls", "facts"),
    [
        (problem_answer("busy", 503, Retry_After="7"), BusyError, {"status": 503, "retry_after_s": 7}),
        (problem_answer("too-many-requests", 429), BusyError, {"status": 429, "retry_after_s": 0}),
        (http_answer(429, Retry_After="9" * 400), BusyError, {"status": 429, "retry_after_s": 1_000_000_000}),
        (
            http_answer(503, Retry_After="Fri, 31 Dec 9999 23:59:59 GMT"),
            BusyError,
            {"status": 503, "retry_after_s": 1_000_000_000},
        ),
        (
            # By the service's own clock, which is years behind this computer's.
            http_answer(503, Retry_After="Wed, 01 Jan 2020 00:01:30 GMT", Date="Wed, 01 Jan 2020 00:00:00 GMT"),
            BusyError,
            {"status": 503, "retry_after_s": 90},
        ),
        (http_answer(503, Retry_After="\x1b]52;c;evil\x07"), BusyError, {"status": 503, "retry_after_s": 0}),
        (http_answer(500, b"<html>", Content_Type="text/html"), ServerFaultError, {"status": 500}),
        (http_answer(408, b"<html>", Content_Type="text/html"), TimedOutError, {"phase": "send"}),
        (problem_answer("access-token-rejected", 401), NotSignedInError, {"problem": "access-token-rejected"}),
        (problem_answer("\x1b[2J", 401), NotSignedInError, {"problem": "none"}),
        (problem_answer("A" * 100, 401), NotSignedInError, {"problem": "none"}),
        (
            http_answer(401, b"[" * 50_000, Content_Type="application/problem+json"),
            NotSignedInError,
            {"problem": "none"},
        ),
    ],
)
def test_refusals_become_coded_errors(answer: bytes, cls: type[ClientError], facts: Mapping[str, object]) -> None:
    error, _ = refusal(lambda _: answer)
    assert type(error) is cls
    assert error.facts == facts
    assert str(error) == cls.code


def test_what_the_service_writes_never_reaches_an_error() -> None:
    error, _ = refusal(lambda _: json_answer({"title": "\x1b]52;c;evil\x07", "detail": "/home/anna/patient.vcf"}, 500))
    assert "evil" not in repr(error) + str(error) + repr(error.args) + repr(error.facts)


def test_a_refused_token_is_renewed_once_and_the_request_sent_again() -> None:
    tokens = FakeTokens()

    def respond(request: SeenRequest) -> bytes:
        good = request.headers.get("authorization") == "Bearer token-1"
        return json_answer({"ok": 1}) if good else problem_answer("access-token-rejected", 401)

    with TlsServer(respond) as server, gate_to(server, tokens) as gate:
        assert gate.request("POST", "/", json={"a": 1}).json == {"ok": 1}
        assert tokens.renewals == ["token-0"]
        assert [json.loads(request.body) for request in server.requests] == [{"a": 1}, {"a": 1}]


def test_a_token_refused_twice_is_over() -> None:
    tokens = FakeTokens()
    with TlsServer(lambda _: problem_answer("access-token-rejected", 401)) as server, gate_to(server, tokens) as gate:
        with pytest.raises(NotSignedInError):
            gate.request("GET", "/")
        assert len(server.requests) == 2


def test_a_wrong_code_is_not_sent_twice() -> None:
    tokens = FakeTokens()
    with TlsServer(lambda _: problem_answer("totp-rejected", 401)) as server, gate_to(server, tokens) as gate:
        with pytest.raises(NotSignedInError):
            gate.request("POST", "/api/v1/session/unlock", json={"code": "123456"})
        assert len(server.requests) == 1
        assert tokens.renewals == []


def test_calls_without_a_token_carry_none() -> None:
    with TlsServer(lambda _: json_answer({})) as server, gate_to(server, FakeTokens()) as gate:
        gate.request("GET", "/", authorize=False)
        assert "authorization" not in server.requests[0].headers


def test_every_request_is_signed_where_the_profile_asks() -> None:
    signed: list[tuple[str, str, bytes]] = []

    def signer(method: str, url: str, body_sha256: bytes) -> Mapping[str, str]:
        signed.append((method, url, body_sha256))
        return {"Signature": "genoseal=:x:"}

    with TlsServer(lambda _: json_answer({})) as server:
        with Gate(server.origin, institution_pins(), institution_ca().pem, signer=signer) as gate:
            gate.request("POST", "/a?b=c", json={})
        assert server.requests[0].headers["signature"] == "genoseal=:x:"
        assert signed[0][:2] == ("POST", f"{server.origin}/a?b=c")


def test_an_answer_and_a_gate_show_nothing_secret_in_their_repr() -> None:
    with (
        TlsServer(lambda _: json_answer({"access_token": "s3cret"}, Location="/u/1")) as server,
        gate_to(server) as gate,
    ):
        answer = gate.request("GET", "/")
        assert "s3cret" not in repr(answer)
        assert "/u/1" not in repr(answer)
