"""Impostors, and servers of older or weaker TLS, are refused before they see one byte of HTTP."""

from __future__ import annotations

import contextlib
import socket
import ssl
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from client.network.errors import PinMismatchError, TlsRefusedError, UnreachableError
from client.network.gate import Gate
from client.network.spki_pin import PinSet, build_pinned_context, format_pin, spki_pin
from tests.support.tls_certificates import (
    SPARE_PIN,
    CertificateAuthority,
    institution_ca,
    institution_certificate,
    institution_pins,
)
from tests.support.tls_server import TlsServer, json_answer
from tests.support.tls_suite_server import SuiteServer


def _gate(origin: str, ca_pem: bytes | None = None) -> Gate:
    return Gate(origin, institution_pins(), ca_pem or institution_ca().pem)


def _never(_: object) -> bytes:
    return json_answer({"should": "never be seen"})


def _assert_untouched(server: TlsServer) -> None:
    """After it was closed: somebody connected, and nothing but a handshake came."""
    assert server.connections == 1
    assert server.plain_bytes == 0
    assert server.requests == []


def test_the_pinned_server_is_talked_to() -> None:
    with TlsServer(lambda _: json_answer({"ok": True})) as server, _gate(server.origin) as gate:
        assert gate.request("GET", "/api").json == {"ok": True}
        assert len(server.requests) == 1


def test_the_spare_pin_counts_too() -> None:
    with TlsServer(lambda _: json_answer({})) as server:
        pins = (SPARE_PIN, institution_certificate().pin)
        with Gate(server.origin, pins, institution_ca().pem) as gate:
            assert gate.request("GET", "/").status == 200


def test_another_key_from_the_same_ca_sees_no_request() -> None:
    impostor = institution_ca().issue()
    with TlsServer(_never, impostor.server_context()) as server, _gate(server.origin) as gate:
        with pytest.raises(PinMismatchError) as caught:
            gate.request("POST", "/api/v1/session", json={"password": "secret"})
        assert caught.value.facts["presented_pin"] == format_pin(impostor.pin)
    _assert_untouched(server)


def test_a_ca_that_the_user_installed_sees_no_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    interceptor = CertificateAuthority("Interception CA")
    trusted = tmp_path / "machine-store.pem"
    trusted.write_bytes(interceptor.pem)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    with (
        TlsServer(_never, interceptor.issue().server_context()) as server,
        Gate(server.origin, institution_pins(), None) as gate,
        pytest.raises(PinMismatchError),
    ):
        gate.request("GET", "/api/v1/service")
    _assert_untouched(server)


def test_the_profiles_own_ca_leaves_the_machines_store_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    interceptor = CertificateAuthority("Interception CA")
    trusted = tmp_path / "machine-store.pem"
    trusted.write_bytes(interceptor.pem)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    with TlsServer(_never, interceptor.issue().server_context()) as server, _gate(server.origin) as gate:
        with pytest.raises(TlsRefusedError) as caught:
            gate.request("GET", "/api/v1/service")
        assert caught.value.facts == {"reason": "unknown-issuer"}
    _assert_untouched(server)


def test_tls_1_2_is_refused() -> None:
    context = institution_certificate().server_context(ssl.TLSVersion.TLSv1_2)
    with TlsServer(_never, context) as server, _gate(server.origin) as gate:
        with pytest.raises(TlsRefusedError) as caught:
            gate.request("GET", "/")
        assert caught.value.facts == {"reason": "version"}
    _assert_untouched(server)


@pytest.mark.parametrize("suite", ["TLS_AES_128_GCM_SHA256", "TLS_CHACHA20_POLY1305_SHA256"])
def test_a_weaker_suite_is_refused_before_any_byte_of_http(suite: str) -> None:
    with SuiteServer(suite, institution_certificate()) as server:
        with _gate(server.origin) as gate, pytest.raises(TlsRefusedError) as caught:
            gate.request("GET", "/")
        # With our OPENSSL_CONF the suite is not even offered; without it the check after the handshake stops.
        assert caught.value.facts["reason"] in {"suite", "handshake"}
        assert server.finish(connections=1) == [0]


def test_the_suite_check_holds_without_our_openssl_configuration() -> None:
    program = """
import sys
from client.network.gate import Gate
from client.network.errors import TlsRefusedError
ca = open(sys.argv[2], "rb").read()
pins = [bytes.fromhex(pin) for pin in sys.argv[3:]]
try:
    Gate(sys.argv[1], pins, ca).request("GET", "/")
except TlsRefusedError as error:
    print(error.facts["reason"])
"""
    with SuiteServer("TLS_AES_128_GCM_SHA256", institution_certificate()) as server:
        ca_file = Path(server._folder.name, "ca.pem")
        ca_file.write_bytes(institution_ca().pem)
        pins = [pin.hex() for pin in institution_pins()]
        finished = subprocess.run(
            [sys.executable, "-c", program, server.origin, str(ca_file), *pins],
            capture_output=True,
            text=True,
            timeout=60,
            env={"OPENSSL_CONF": "/dev/null"},
            cwd=Path(__file__).resolve().parent.parent.parent.parent,
        )
        assert finished.stdout.strip() == "suite", finished.stderr
        assert server.finish(connections=1) == [0]


@pytest.mark.parametrize(
    ("names", "first_day", "last_day", "reason"),
    [
        (("elsewhere.example",), -1, 30, "wrong-name"),
        (("127.0.0.1",), -30, -1, "expired"),
        (("127.0.0.1",), 5, 30, "not-yet-valid"),
    ],
)
def test_a_bad_certificate_is_named(names: tuple[str, ...], first_day: int, last_day: int, reason: str) -> None:
    certificate = institution_ca().issue(names, first_day, last_day)
    with TlsServer(_never, certificate.server_context()) as server:
        gate = Gate(server.origin, (certificate.pin, SPARE_PIN), institution_ca().pem)
        with gate, pytest.raises(TlsRefusedError) as caught:
            gate.request("GET", "/")
        assert caught.value.facts == {"reason": reason}
    _assert_untouched(server)


def test_a_server_without_tls_is_refused() -> None:
    listener = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(4096)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")

    thread = threading.Thread(target=answer)
    thread.start()
    with listener, _gate(f"https://127.0.0.1:{listener.getsockname()[1]}") as gate:
        with pytest.raises(TlsRefusedError) as caught:
            gate.request("GET", "/")
        assert caught.value.facts == {"reason": "not-tls"}
    thread.join()


def test_nobody_listening_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with _gate(f"https://127.0.0.1:{port}") as gate, pytest.raises(UnreachableError) as caught:
        gate.request("GET", "/")
    assert caught.value.facts == {"reason": "refused"}


def test_a_wrapped_socket_is_checked_too() -> None:
    """Requests go through SSLObject; a library that wraps the socket instead must not find a way around the pin."""
    context = build_pinned_context(PinSet(institution_pins()), institution_ca().pem)
    impostor = institution_ca().issue()
    with TlsServer(_never, impostor.server_context()) as server:
        connection = socket.create_connection(("127.0.0.1", server.port))
        with connection, pytest.raises(PinMismatchError):
            context.wrap_socket(connection, server_hostname="127.0.0.1")
    _assert_untouched(server)


def test_an_ssl_object_by_itself_is_checked_too() -> None:
    context = build_pinned_context(PinSet(institution_pins()), institution_ca().pem)
    impostor = institution_ca().issue().server_context()
    client_in, client_out = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = context.wrap_bio(client_in, client_out, server_hostname="localhost")
    server = impostor.wrap_bio(client_out, client_in, server_side=True)
    with pytest.raises(PinMismatchError):
        _shake_hands(client, server)


def _shake_hands(client: ssl.SSLObject, server: ssl.SSLObject) -> None:
    for _ in range(5):
        for side in (client, server):
            with contextlib.suppress(ssl.SSLWantReadError):
                side.do_handshake()


@pytest.mark.parametrize("pins", [[], [SPARE_PIN], [SPARE_PIN, SPARE_PIN], [SPARE_PIN, b"short"]])
def test_fewer_than_two_different_pins_are_no_pin_set(pins: list[bytes]) -> None:
    with pytest.raises(ValueError):
        PinSet(pins)


def test_a_pin_is_the_hash_of_the_public_key_info() -> None:
    certificate = institution_certificate()
    der = ssl.PEM_cert_to_DER_cert(certificate.certificate_pem.decode())
    assert spki_pin(der) == certificate.pin


def test_no_key_log_file_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key_log = tmp_path / "keys.log"
    monkeypatch.setenv("SSLKEYLOGFILE", str(key_log))
    with TlsServer(lambda _: json_answer({})) as server, _gate(server.origin) as gate:
        gate.request("GET", "/")
    assert not key_log.exists()
